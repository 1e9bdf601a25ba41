# ruff: noqa: E501 - sentences are kept whole
"""Two hundred wordings, each with its fault and without it: `by {11~14} points` is right or wrong.

`tests/reference/audit/readings.json`: invented, in three languages, as report authors write: what
stands before the tilde is right and must be met with silence, what stands behind it is the fault.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

KEPT = json.loads(
    (Path(__file__).parents[1] / "reference" / "audit" / "readings.json").read_text(
        encoding="utf-8"
    )
)
METHOD = {
    "en": "In May 2024 we interviewed 800 residents; in 2022 there were 790. Nothing is weighted, and the margin of error is 3.5 percentage points.",
    "lv": "2024. gada maijā aptaujāti 800 iedzīvotāji, 2022. gadā – 790. Dati nav svērti, kļūdas robeža ir 3,5 procentpunkti.",
    "ru": "В мае 2024 года опрошено 800 жителей, в 2022 году – 790. Данные не взвешены, погрешность 3,5 процентного пункта.",
}
ALIKE = {
    "word": {"fraction-word", "majority-word", "rank-word"},
    "impossible-percent": {"impossible-percent", "count-and-percent"},
}


def told(item, side):
    words = re.sub(r"\{([^~{}]*)~([^~{}]*)\}", lambda match: match.group(side), item["text"])
    text = f"# X\n\n{METHOD[item['lang']]}\n\n## Y\n\n{words}\n"
    return {found.rule for found in audit(read_plain("a.md", text, item["lang"]))}


@pytest.mark.parametrize("rule", sorted({item["rule"] for item in KEPT}))
def test_each_wording_is_found_with_its_fault_and_passed_without(rule):
    own = [item for item in KEPT if item["rule"] == rule]
    missed = [item["text"] for item in own if not told(item, 2) & ALIKE.get(rule, {rule})]
    loud = [(item["text"], found) for item in own if (found := told(item, 1) - {"missing-wording"})]
    assert missed == [] and loud == []
    assert {item["lang"] for item in own} == {"lv", "en", "ru"}
