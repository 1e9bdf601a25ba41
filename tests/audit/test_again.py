"""What is told twice in other words, what does not add, counts beside a wrong percent.

`tests/reference/audit/again.json`: invented, in three languages. `faults`: `{right~wrong}` is
either; `sound`: texts that only look wrong (stages of a survey, parts of which some are named,
other groups, means of other things), of which the rules that count and compare say nothing.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from atbalss.audit.claims import Claims
from atbalss.audit.fielded import fielded
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.parts import parts_of
from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

KEPT = json.loads(
    (Path(__file__).parents[1] / "reference" / "audit" / "again.json").read_text(encoding="utf-8")
)
COUNTING = {
    "two-values",
    "sum-of-answers",
    "count-and-percent",
    "impossible-percent",
    "one-percent-two-items",
}


def told(item, side):
    words = re.sub(r"\{([^~{}]*)~([^{}]*)\}", lambda match: match.group(side), item["text"])
    return {found.rule for found in audit(read_plain("a.md", f"# X\n\n{words}\n", item["lang"]))}


def test_each_fault_is_found_and_its_sound_twin_passes():
    assert [item["text"] for item in KEPT["faults"] if not told(item, 2) & set(item["rules"])] == []
    assert [(item["text"], loud) for item in KEPT["faults"] if (loud := told(item, 1))] == []


def test_what_only_looks_wrong_is_passed():
    found = [
        (item["text"][:40], finding.rule, finding.spot.quote)
        for item in KEPT["sound"]
        for finding in audit(read_plain(item["name"], item["text"]))
        if finding.rule in COUNTING
    ]
    assert found == []


@pytest.mark.parametrize(
    ("lang", "words", "shares"),
    [
        ("en", "83 customers in every hundred left content", [83]),
        ("lv", "28 klienti no katriem simts", [28]),
        ("ru", "сорок человек из ста", [40]),
        ("en", "out of the 100 asked, 20 said so", []),
        ("ru", "от 11 до 50 — 37 %, свыше 50 — 17 %", [37, 17]),
        ("en", "12–15 % of them", [12, 15]),
    ],
)
def test_so_many_of_a_hundred_and_shares_behind_a_label_that_ends_with_a_number(
    lang, words, shares
):
    found = [item.value for item in numbers(words, lang) if item.unit is Unit.PERCENT]
    assert found == shares


def test_a_list_is_read_with_its_counts_and_its_row_of_all():
    rows = ("Post | n | %", "---|---|---", "Nurse | 60 | 75", "Cook | 20 | 25", "Total | 80 | 100")
    page = "\n".join(f"| {row} |" for row in rows)
    text = read_plain("a.md", page, "en")
    (parts,) = parts_of(text, Claims(text))
    assert [(part.label, part.count) for part in parts.parts] == [("Nurse", 60), ("Cook", 20)]
    assert parts.whole is not None and parts.whole.count == parts.made == 80


@pytest.mark.parametrize(
    ("lang", "words", "first", "last"),
    [
        ("en", "The survey ran from 4 to 22 March 2025.", (3, 4), (3, 22)),
        ("en", "Replies were collected March 4–22, 2025.", (3, 4), (3, 22)),
        ("lv", "Aptauja notika no 3. marta līdz 4. aprīlim.", (3, 3), (4, 4)),
        ("ru", "Опрос прошёл 28.02–14.03.2025.", (2, 28), (3, 14)),
        ("ru", "Последние анкеты получены 20 октября.", (0, 0), (10, 20)),
        ("en", "A pilot survey ran from 4 to 22 March.", None, None),
    ],
)
def test_when_a_survey_ran(lang, words, first, last):
    found = [(item.first, item.last) for item in fielded(read_plain("a.txt", words, lang))]
    assert found == ([(first, last)] if first else [])
