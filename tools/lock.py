"""Renew requirements/*.lock: every version and hash, no registry's host. Needs uv."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write run.lock (what users get) and dev.lock (tests and build as well)."""
    beside = Path(sys.executable).with_name("uv")
    uv = str(beside) if beside.exists() else shutil.which("uv")
    if uv is None:
        print("uv is missing: pip install uv", file=sys.stderr)
        return 1
    for name, extras in (("run", []), ("dev", ["--extra", "test", "--extra", "build"])):
        command = [uv, "pip", "compile", "pyproject.toml", *extras, "--universal"]
        command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
        command += ["--quiet", "--custom-compile-command", "make lock"]
        command += ["--output-file", f"requirements/{name}.lock"]
        if "--upgrade" in sys.argv[1:]:
            command.append("--upgrade")
        subprocess.run(command, cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
