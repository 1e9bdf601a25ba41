"""Slips planted by machine into our sound reports are found; the planter changes what it says.

`bench/slips.py` is for reports that anybody has; docs/audit-measures.md tells what it found.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOUND = sorted((ROOT / "tests" / "reference" / "audit").glob("sound.*.md"))


@pytest.fixture(scope="module")
def bench():
    """The script, as a module."""
    spec = importlib.util.spec_from_file_location("slips", ROOT / "bench" / "slips.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["slips"] = module  # its dataclass asks for it
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.suffixes[0])
def test_slips_in_sound_reports_are_found(bench, path):
    """All but an error of estimate told in percent, which many mean by it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    known = bench.told(path.name, lines)
    planted = bench.slips(path.name, lines, kinds=list(bench.PLANTERS), each=3)
    missed = [slip for slip in planted if not bench.caught(path.name, lines, slip, known)]
    assert len(planted) >= 10
    of_error = re.compile("±|margin of error")
    assert [slip for slip in missed if not of_error.search(slip.now)] == []


def test_a_slip_is_one_line_with_what_it_says(bench):
    lines = [
        "Of those asked 34 % came by bus, and 9 in 10 of them came on working days alone.",
        "| Came by | % |",
        "|---|---|",
        "| bus | 34 |",
        "| car | 51 |",
        "| bicycle | 15 |",
        "We asked 1236 people; the share by bus rose from 31 % to 34 % of those who were asked.",
        "Most often they came by bus (34 %), and the majority (51 %) did by car: 1236 people.",
    ]
    slips = bench.slips("x.md", lines, kinds=list(bench.PLANTERS), each=9)
    assert {slip.kind for slip in slips} >= {"value", "swap", "direction", "rank", "fraction"}
    assert {"sum", "sample"} <= {slip.kind for slip in slips}
    for slip in slips:
        was, now = lines[slip.line - 1], slip.now
        assert was != now
        for mark in (" -> ", " <-> "):
            if mark in slip.what:
                before, after = slip.what.split(mark)
                assert before.strip(" %|") in was.lower()
                assert after in now.lower()
    assert slips == bench.slips("x.md", lines, kinds=list(bench.PLANTERS), each=9)


def test_a_finding_of_the_untouched_report_does_not_count(bench):
    lines = ["# Report", "", "Most visitors (17 %) came by bus, it seems, on working days."]
    slip = bench.Slip("fraction", 3, lines[2] + " ", "a blank")
    assert bench.caught("x.md", lines, slip, bench.told("x.md", lines)) == []
    assert bench.caught("x.md", lines, slip, {})
