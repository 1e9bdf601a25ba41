# ruff: noqa: E501 - tables are written as they are read
"""What is found in many wordings and layouts: sums, superlatives, trends, references, persons.

`tests/reference/audit/layouts.json`: invented passages in three languages (prose over one sentence
and several, bullets, numbered lists, tables either way, captions); a null rule is right as it is.
They guard what is read; how well unseen reports are read, docs/audit-measures.md says.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from atbalss.audit.claims import Claims
from atbalss.audit.lists import lists_near
from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

KEPT = json.loads(
    (Path(__file__).resolve().parent.parent / "reference" / "audit" / "layouts.json").read_text(
        encoding="utf-8"
    )
)
ONE_RULE = {"trend-sign": "trend-word", "rank-tie": "rank-word"}


def rules_of(text, lang):
    found = audit(read_plain("a.md", f"# X\n\n{text}\n", lang))
    return {ONE_RULE.get(item.rule, item.rule) for item in found}


def test_each_passage_gives_its_fault_and_each_sound_one_nothing():
    wrong = []
    for item in KEPT:
        rules = rules_of(item["text"], item["lang"])
        if rules if item["rule"] is None else item["rule"] not in rules:
            wrong.append((item["rule"], rules, item["text"]))
    assert wrong == []


def test_the_passages_are_of_every_rule_and_language_and_many_are_sound():
    rules = Counter(item["rule"] for item in KEPT)
    assert rules[None] >= 70
    wanted = {"sum-of-answers", "rank-word", "trend-word", "dangling-reference", "duplicate-number"}
    wanted |= {"missing-number", "one-percent-two-items", "small-cell", "missing-base"}
    wanted |= {"abbreviation-slip", "abbreviation-undefined", "abbreviation-unused"}
    assert wanted <= set(rules)
    assert all(
        Counter(item["lang"] for item in KEPT if item["rule"])[lang] >= 40
        for lang in ("lv", "en", "ru")
    )


TABLE = "| Region | Satisfied | Dissatisfied |\n|---|---|---|\n| North | 62 % | 30 % |\n| South | {} % | 21 % |\n"


@pytest.mark.parametrize(("share", "rules"), [(71, set()), (62, set()), (60, {"rank-word"})])
def test_a_superlative_is_held_against_its_column_and_a_tie_is_left_alone(share, rules):
    text = TABLE.format(share) + "\nPeople in the South are the most satisfied.\n"
    assert rules_of(text, "en") == rules


def test_a_table_is_read_by_columns_and_by_rows():
    text = read_plain("a.md", "# X\n\n" + TABLE.format(71) + "\nThe South leads.\n", "en")
    found = list(lists_near(text.prose[-1], text, Claims(text)))
    assert [[entry.number.value for entry in item.entries] for item in found] == [
        [62, 71], [30, 21], [62, 30], [71, 21],
    ]  # fmt: skip
    assert found[1].measure == {"dissat"}
