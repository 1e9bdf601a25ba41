"""Kill -9 under load, a few times: nothing acknowledged is lost. `make soak` does it 200 times."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL to a process group is POSIX")
@pytest.mark.parametrize(("database", "kills"), [("postgresql", (2, 1)), ("sqlite", (1, 0))])
def test_nothing_acknowledged_is_lost_when_processes_are_killed(database, kills):
    server, postgres = kills
    command = [sys.executable, "tools/kills.py", "--database", database, "--users", "4"]
    command += ["--server", str(server), "--postgres", str(postgres)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"lost 0, double 0, not ended 0", done.stdout), done.stdout
