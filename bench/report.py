"""Time `atbalss report` as whole processes: cold (no cache), one sentence changed, nothing changed.

usage: python bench/report.py [STUDY] [RUNS]
Prints the minimum, median and maximum of each, in seconds.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ".atbalss_cache"


def main() -> None:
    """Run each case RUNS times on a copy of the study."""
    study = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "studies" / "vpvkac"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as scratch:
        copy, out = Path(scratch) / study.name, Path(scratch) / "out"
        shutil.copytree(study, copy, ignore=shutil.ignore_patterns(CACHE))
        _report(copy, out)  # bytecode and the disk's own cache are warm in every case
        cases = {"cold": _forget, "one sentence changed": _change, "nothing changed": _nothing}
        for name, prepare in cases.items():
            seconds = []
            for turn in range(runs):
                prepare(copy, turn)
                seconds.append(_report(copy, out))
            low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
            print(f"{name:22s} min {low:5.2f}  median {middle:5.2f}  max {high:5.2f} s")


def _report(study: Path, out: Path) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "atbalss", "report", str(study), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def _forget(study: Path, turn: int) -> None:
    shutil.rmtree(study / CACHE, ignore_errors=True)


def _change(study: Path, turn: int) -> None:
    file = next(study.glob("report.*.md"))
    words = ("Pirmais", "Otrais", "Trešais", "Ceturtais", "Piektais", "Sestais")[turn % 6]
    with file.open("a", encoding="utf-8") as text:
        text.write(f"\n\n{words} jauns teikums šajā pārskatā.\n")


def _nothing(study: Path, turn: int) -> None:
    pass


if __name__ == "__main__":
    main()
