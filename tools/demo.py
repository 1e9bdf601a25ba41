"""Make the example report into `out/`, then a site in the middle of a fieldwork, and serve it.

usage: demo.py [--no-serve]   --no-serve: show that the site answers, and end
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
PORT = os.environ.get("PORT", "8000")
STUDIES = {"vpvkac": ("lv", "en", "ru"), "parejas": ("lv",)}


def main() -> int:
    """Build the report of each example study; the exit code of the first that fails."""
    start = time.monotonic()
    for name, langs in STUDIES.items():
        study = ROOT / "studies" / name
        for lang in langs:
            if not (study / f"report.{lang}.md").exists():
                continue
            target = OUT / name
            command = [sys.executable, "-m", "atbalss", "report", str(study), "--out", str(target)]
            code = subprocess.run([*command, "--lang", lang], check=False).returncode
            if code:
                return code
    print(f"\nmade in {time.monotonic() - start:.1f} s; all answers are invented. Open:")
    for file in sorted(OUT.glob("*/*.html")) + sorted(OUT.glob("*/*.pdf")):
        print(f"  {file.relative_to(ROOT)}")
    return field("--no-serve" not in sys.argv[1:])


def field(serve: bool) -> int:
    """Make the example site anew and serve it until Ctrl-C, or only ask it once."""
    start = time.monotonic()
    data = OUT / "field"
    shutil.rmtree(data, ignore_errors=True)
    program = [sys.executable, "-m", "atbalss"]
    made = [*program, "site", "rehearse", str(ROOT / "studies" / "vpvkac"), "--data", str(data)]
    if code := subprocess.run(made, check=False).returncode:
        return code
    print(f"made in {time.monotonic() - start:.1f} s. Logins are shown on the login page.")
    around = {**os.environ, "ATBALSS_DEMO": "yes", "ATBALSS_HTTPS": "no"}
    command = [*program, "serve", "--port", PORT, "--data", str(data), "--workers", "1"]
    site = subprocess.Popen(command, env=around)
    try:
        if not serve:
            return answers(f"http://127.0.0.1:{PORT}/login/", site)
        print("Ctrl-C ends.", flush=True)
        return site.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        site.terminate()
        site.wait(10)


def answers(address: str, site: subprocess.Popen[bytes]) -> int:
    """Ask the site until it answers, for 30 s; 0 when it shows its logins."""
    for _ in range(60):
        if site.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                shown = b"vaditajs" in response.read()
                print(f"the site answers at {address}: {response.status}")
                return 0 if shown else 1
        except OSError:
            time.sleep(0.5)
    print("the site does not answer", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
