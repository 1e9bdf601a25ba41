"""What summaries, chapters and conclusions say of a list that stands elsewhere, faulty and sound.

`tests/reference/audit/far.json`: invented reports in three languages; each sentence stands in for
the mark of its place (`@S@` the summary, `@C@` the conclusions, others a chapter).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

OWN = {"rank-word", "rank-tie", "fraction-word", "majority-word", "joint-above-part"}
OWN |= {"one-percent-two-items"}
KEPT = json.loads(
    (Path(__file__).parents[1] / "reference" / "audit" / "far.json").read_text(encoding="utf-8")
)


def told(report, place="", words=""):
    text = re.sub(
        r"@(\w)@", lambda mark: words if mark[1] == place else "", "\n".join(report["report"])
    )
    found = audit(read_plain(report["name"], text, report["lang"]))
    return {item.rule for item in found} & OWN


def test_what_is_said_of_a_list_far_away_is_held_to_it():
    assert min(Counter(r["lang"] for r in KEPT for _ in r["said"]).values()) >= 12
    for report in KEPT:
        assert told(report) == set()
        for place in {item[0] for item in report["said"]}:
            sound = " ".join(right for at, _, _, right in report["said"] if at == place)
            assert told(report, place, sound) == set(), sound
        for place, rule, wrong, _ in report["said"]:
            assert rule in told(report, place, wrong), wrong
