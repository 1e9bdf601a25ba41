"""Run all tests. Finds or installs a Chromium; says loudly what had to be skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def main() -> int:
    """The exit code of pytest."""
    if not os.environ.get("CHROMIUM") and not any(shutil.which(name) for name in BROWSERS):
        _install_chromium()
    command = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "loadgroup", "-r", "s"]
    command += ["--durations", "15"]
    return subprocess.run([*command, *sys.argv[1:]], cwd=ROOT, check=False).returncode


def _install_chromium() -> None:
    """Through apt, where this is Debian and we may; else the browser tests say that they skip."""
    apt = shutil.which("apt-get")
    may = hasattr(os, "geteuid") and os.geteuid() == 0
    if apt and may:
        print("installing Chromium for the browser tests", flush=True)
        subprocess.run([apt, "update", "-qq"], check=False)
        subprocess.run(
            [apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"],
            check=False,
            stdout=subprocess.DEVNULL,
        )
    if not any(shutil.which(name) for name in BROWSERS):
        print("NO CHROMIUM FOUND: the browser tests will be skipped. Install `chromium`.")


if __name__ == "__main__":
    raise SystemExit(main())
