"""Short reports with one fault each, and the same mended, by authors who saw no rule.

`tests/reference/audit/blind/pieces`: invented, in Latvian, English and Russian, as many of each
kind of fault; `sound`: what stands instead of lines of the text where nothing is wrong.
`pieces.json` was mended on all day of 22 November 2026, `more.json` in its last hours, of
`late.json` and `last.json` only the false alarms. `long.json` holds four reports of the seed's kind
with 22 faults each: on two of them everything was mended, on the others false alarms alone;
`longer.json` seven more, of which four were mended on. First looks: docs/audit-measures.md.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

AUDIT = Path(__file__).parents[1] / "reference" / "audit"
# how many; found, at least; alarms on the sound ones and beside the faults, at most
FLOORS = {
    "pieces": (96, 96, 0, 0),
    "more": (208, 190, 0, 0),
    "late": (48, 38, 0, 0),
    "last": (48, 37, 1, 0),
}
LONG = {"long": (88, 76, 0, 2), "longer": (154, 119, 2, 2)}


def mended(piece):
    """The sound twin of a piece."""
    lines = piece["text"].split("\n")
    for begin, end, other in reversed(piece["sound"]):
        lines[begin:end] = other
    return "\n".join(lines)


def is_told(label, finding):
    """Whether a finding stands on the line of a label, or beside it with its words."""
    line, _rule, quote = label
    if line in {finding.spot.line, *(other.line for other in finding.others)}:
        return True
    return abs(line - finding.spot.line) <= 1 and quote[:15] in finding.spot.quote


@pytest.mark.parametrize("name", FLOORS)
def test_faults_are_found_and_their_sound_twins_pass(name):
    whole, floor, most, most_loose = FLOORS[name]
    kept = json.loads((AUDIT / "blind" / "pieces" / f"{name}.json").read_text(encoding="utf-8"))
    assert len(kept) == whole
    missed, loose, alarms = [], [], []
    for piece in kept:
        found = audit(read_plain(piece["name"], piece["text"]))
        hits = [item for item in found if any(is_told(label, item) for label in piece["labels"])]
        missed += [piece["name"]] * (not hits)
        loose += [(piece["name"], item.rule) for item in found if item not in hits]
        alarms += [
            (piece["name"], item.rule, item.spot.quote)
            for item in audit(read_plain(piece["name"], mended(piece)))
        ]
    assert whole - len(missed) >= floor, missed
    assert len(alarms) <= most, alarms
    assert len(loose) <= most_loose, loose


@pytest.mark.parametrize("name", LONG)
def test_faults_of_long_reports_are_found_and_the_mended_ones_pass(name):
    whole, floor, most, most_loose = LONG[name]
    kept = json.loads((AUDIT / "blind" / "pieces" / f"{name}.json").read_text(encoding="utf-8"))
    met, loose, alarms = 0, [], []
    for report in kept:
        found = audit(read_plain(report["name"], report["text"]))
        met += sum(any(is_told(label, item) for item in found) for label in report["labels"])
        told = [item for item in found if any(is_told(label, item) for label in report["labels"])]
        loose += [(report["name"], item.rule) for item in found if item not in told]
        alarms += [
            (item.rule, item.spot.quote) for item in audit(read_plain("a.txt", mended(report)))
        ]
    assert sum(len(report["labels"]) for report in kept) == whole
    assert met >= floor and len(alarms) <= most and len(loose) <= most_loose, (met, alarms, loose)


def test_wordings_of_bases_counts_and_answers_and_what_only_looks_wrong():
    """`bases.json`: {right~wrong} is either; an empty rule is right as it stands."""
    kept = json.loads((AUDIT / "bases.json").read_text(encoding="utf-8"))
    missed, loud = [], []
    for item in kept:
        told = {}
        for side in (1, 2):
            words = re.sub(
                r"\{([^~{}]*)~([^{}]*)\}", lambda m, side=side: m.group(side), item["text"]
            )
            told[side] = {found.rule for found in audit(read_plain("a.md", words, item["lang"]))}
        missed += [item["text"]] * (bool(item["rule"]) and item["rule"] not in told[2])
        loud += [(item["text"], told[1])] * bool(told[1])
    assert missed == [] and loud == []
