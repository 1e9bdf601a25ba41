"""Run every property with other seeds, kill the site 200 times, walk every page, chance for long.

usage: soak.py [SEEDS]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEEDS = 20
CHANCE_RUNS = 40_000  # simulated studies in which nobody differs


def main() -> int:
    """The exit code of the first run that fails; 0 when all pass."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    for seed in range(1, seeds + 1):
        command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "-m", "hypothesis"]
        print(f"seed {seed} of {seeds}", flush=True)
        code = subprocess.run(
            [*command, f"--hypothesis-seed={seed}"],
            cwd=ROOT,
            env=os.environ | {"ATBALSS_SOAK": "yes"},
            check=False,
        )
        if code.returncode:
            return code.returncode
    print("kill -9 under load", flush=True)
    for kind in ("postgresql", "sqlite"):
        code = subprocess.run(
            [sys.executable, "tools/kills.py", "--database", kind], cwd=ROOT, check=False
        )
        if code.returncode:
            return code.returncode
    print("every open answer coded by keys, to the report", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-s", "tests/web/test_coding_report.py"]
    code = subprocess.run(command, cwd=ROOT, env=os.environ | {"ATBALSS_SOAK": "yes"}, check=False)
    if code.returncode:
        return code.returncode
    print("every address under hostile input", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "tests/web/test_hostile_doors.py"]
    code = subprocess.run(command, cwd=ROOT, env=os.environ | {"ATBALSS_FUZZ": "20"}, check=False)
    if code.returncode:
        return code.returncode
    print("every state of every page, by role, language and width", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "tests/web/test_every_state.py"]
    code = subprocess.run(command, cwd=ROOT, env=os.environ | {"ATBALSS_WALK": "all"}, check=False)
    if code.returncode:
        return code.returncode
    print("false alarms under chance alone", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-k", "under_chance", "tests/tables"]
    more = os.environ | {"CHANCE_RUNS": str(CHANCE_RUNS)}
    return subprocess.run(command, cwd=ROOT, env=more, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
