"""Make `.venv` with what the lock names. Standard library only; says what it does as it goes.

usage: python tools/setup.py [--clean]
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements" / "dev.lock"
STAMP = VENV / ".atbalss-setup"
NEWEST_KNOWN_BAD = (3, 11)


def main() -> int:
    """Make the environment unless it is there already; 0 when it is ready."""
    if "--clean" in sys.argv[1:]:
        for folder in (VENV, ROOT / "out"):
            shutil.rmtree(folder, ignore_errors=True)
        return 0
    if sys.version_info < NEWEST_KNOWN_BAD:
        return _stop("Atbalss needs Python 3.11 or newer; run `make PYTHON=python3.11 ...`.")
    wanted = _fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted and _python().exists():
        return 0
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        return _stop(
            f"Python lacks {' and '.join(missing)}: install python{version}-venv (Debian)."
        )
    if not _python().exists():
        _say("making .venv")
        _run(sys.executable, "-m", "venv", str(VENV))
    _say("installing what requirements/dev.lock names (some 300 MB, a minute or two)")
    _run(*_pip(), "--require-hashes", "-r", str(LOCK))
    _say("installing Atbalss itself")
    _run(*_pip(), "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(wanted, encoding="utf-8")
    _say("ready")
    return 0


def _fingerprint() -> str:
    parts = (LOCK, ROOT / "pyproject.toml")
    return hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _pip() -> list[str]:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    return [str(_python()), "-m", "pip", "install", *quiet]


_START = time.monotonic()


def _say(words: str) -> None:
    print(f"[{time.monotonic() - _START:5.1f} s] {words}", flush=True)


def _run(*command: str) -> None:
    done = subprocess.run(command, check=False)
    if done.returncode:
        raise SystemExit(_stop(f"this command failed: {' '.join(command)}"))


def _stop(words: str) -> int:
    print(words, file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
