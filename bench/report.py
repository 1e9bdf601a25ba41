"""Time `atbalss report` as whole processes: cold (no cache), a sentence or a number more, nothing.

Cold in all formats is PDF, web page, Word, PowerPoint, Excel and the press release.

usage: python bench/report.py [STUDY] [RUNS]
Prints the minimum, median and maximum of each, in seconds, the least processor time of all its
processes, and beside them how fast the machine was in that minute: the seconds that Python takes
for the squares of 10^7 numbers.
"""

from __future__ import annotations

import contextlib
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ".atbalss_cache"
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER


def main() -> None:
    """Run each case RUNS times on a copy of the study."""
    study = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "studies" / "vpvkac"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as scratch:
        copy, out = Path(scratch) / study.name, Path(scratch) / "out"
        _keep_bytecode(Path(scratch) / "bytecode")
        _adopt()
        shutil.copytree(study, copy, ignore=shutil.ignore_patterns(CACHE))
        _report(copy, out)  # bytecode and the disk's own cache are warm in every case
        cases: dict[str, tuple[Callable[[Path, int], None], tuple[str, ...]]] = {
            "cold, all formats": (_forget, ("--formats", "all")),
            "cold": (_forget, ()),
            "one sentence changed": (_change, ()),
            "one number more": (_ask, ()),
            "nothing changed": (_nothing, ()),
        }
        for name, (prepare, more) in cases.items():
            seconds, used = [], []
            pace = [_pace()]
            for turn in range(runs):
                prepare(copy, turn)
                took, cores = _report(copy, out, *more)
                seconds.append(took)
                used.append(cores)
            pace.append(_pace())
            low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
            print(
                f"{name:22s} min {low:5.2f}  median {middle:5.2f}  max {high:5.2f} s"
                f"   processors min {min(used):5.2f} s   (machine: {pace[0]:.2f}, {pace[1]:.2f} s)",
                flush=True,
            )


def _keep_bytecode(folder: Path) -> None:
    """Let Python keep what it compiled, as wherever the program is installed.

    A shell may forbid it (PYTHONDONTWRITEBYTECODE), and a third of a second goes at each start.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def _report(study: Path, out: Path, *more: str) -> tuple[float, float]:
    """Seconds of a build by the clock, and of all its processes' processor time."""
    start, used = time.perf_counter(), _used()
    command = [sys.executable, "-m", "atbalss", "report", str(study), "--out", str(out), *more]
    subprocess.run(command, check=True, capture_output=True)
    took = time.perf_counter() - start
    _reap()
    return took, _used() - used


def _adopt() -> None:
    """Make this process the parent of what its children leave behind, to count that too (Linux)."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def _reap() -> None:
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def _used() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


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
