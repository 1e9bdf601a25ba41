"""Make the example report into `out/` and say where it lies. usage: demo.py [--no-serve]"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
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
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
