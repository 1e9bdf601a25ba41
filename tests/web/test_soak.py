"""Robot interviewers at once, in small; `make soak` has thirty for ten thousand hand-outs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("where", [(), ("--postgres",)], ids=["sqlite", "postgres"])
def test_no_case_is_held_twice_and_no_quota_overshot(where):
    clean = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "tools/soak_calls.py", "--robots", "3", "--hand-outs", "90", *where],
        cwd=ROOT,
        env=clean | {"PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["taken"] >= 80 and found["interviews"] > 3
