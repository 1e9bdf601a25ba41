"""The bench of task T1 runs, and the engines in it make the same table."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_engines_make_the_same_table():
    engines = "atbalss,atbalss-frame,atbalss-parquet,polars"
    command = [sys.executable, "bench/tabulation.py", "--sizes", "2e3", "--engines", engines]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = [line for line in done.stdout.splitlines() if line.startswith(("| Atbalss", "| Polars"))]
    assert len(rows) == 4, done.stdout
    timed = re.compile(r"\| [\d.]+ (ms|s) \(")
    assert not [row for row in rows if "WRONG" in row or not timed.search(row)], done.stdout
