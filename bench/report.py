"""Time `atbalss report` as whole processes: cold (no cache), a sentence or a number more, nothing.

usage: python bench/report.py [STUDY] [RUNS]
Prints the minimum, median and maximum of each, in seconds, and beside them how fast the machine was
in that minute: the seconds that Python takes for the squares of 10^7 numbers.
"""

from __future__ import annotations

import re
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
        cases = {
            "cold": _forget,
            "one sentence changed": _change,
            "one number more": _ask,
            "nothing changed": _nothing,
        }
        for name, prepare in cases.items():
            seconds = []
            pace = [_pace()]
            for turn in range(runs):
                prepare(copy, turn)
                seconds.append(_report(copy, out))
            pace.append(_pace())
            low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
            print(
                f"{name:22s} min {low:5.2f}  median {middle:5.2f}  max {high:5.2f} s"
                f"   (machine: {pace[0]:.2f}, {pace[1]:.2f} s)",
                flush=True,
            )


def _report(study: Path, out: Path) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "atbalss", "report", str(study), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def _pace() -> float:
    """Seconds that this machine takes for a loop that never changes."""
    start = time.perf_counter()
    sum(i * i for i in range(10**7))
    return time.perf_counter() - start


def _forget(study: Path, turn: int) -> None:
    shutil.rmtree(study / CACHE, ignore_errors=True)


def _change(study: Path, turn: int) -> None:
    words = ("Pirmais", "Otrais", "Trešais", "Ceturtais", "Piektais", "Sestais")[turn % 6]
    _append(study, f"{words} jauns teikums šajā pārskatā.")


def _ask(study: Path, turn: int) -> None:
    """A number that the report did not have; each turn another."""
    rows = (study / "questionnaire.md").read_text("utf-8")
    names = re.findall(r"^\| *select_(?:one|multiple) +\w+ *\| *(\w+) *\|", rows, re.M)
    said = _report_file(study).read_text("utf-8")
    new = [name for name in names if f'base("{name}", ' not in said]
    _append(study, f'To jautāja {{{{ base("{new[turn]}", wave="{_wave(study)}") }}}} cilvēkiem.')


def _wave(study: Path) -> str:
    found = re.search(r'^wave: *"?(\w+)', (study / "study.yaml").read_text("utf-8"), re.M)
    return found[1] if found else ""


def _append(study: Path, words: str) -> None:
    with _report_file(study).open("a", encoding="utf-8") as text:
        text.write(f"\n\n{words}\n")


def _report_file(study: Path) -> Path:
    """The narrative of the study's first language, which is the one that is built."""
    text = (study / "study.yaml").read_text("utf-8")
    found = re.search(r"^languages: *\[? *(\w+)", text, re.M)
    return study / f"report.{found[1] if found else 'lv'}.md"


def _nothing(study: Path, turn: int) -> None:
    pass


if __name__ == "__main__":
    main()
