# ruff: noqa: E501 - passages are quoted as printed
"""Sixteen invented passages, labelled before the audit was run: what is found and what is not.

`tests/reference/audit/passages`: seven are right although they look wrong (other groups and waves,
rounding, several answers, relative growth of counts, told ties); nine hold the faults of `labels.csv`.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

FOLDER = Path(__file__).resolve().parent.parent / "reference" / "audit" / "passages"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".md", ".txt"))
WITH_FAULTS = 9


def labels():
    with (FOLDER / "labels.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def found_in(name, text=None):
    return audit(read_plain(name, text or (FOLDER / name).read_text(encoding="utf-8")))


def is_found(label, found):
    """Whether a finding of the label's rule quotes its words, or names its number."""
    words = label["quote"].split()[0]
    return any(
        item.rule == label["rule"]
        and any(
            label["quote"] in shown or words in shown
            for shown in (item.spot.quote, item.why("en"), *(one.quote for one in item.others))
        )
        for item in found
    )


@pytest.mark.parametrize("name", NAMES)
def test_passages_give_their_labelled_faults_and_nothing_else(name):
    wanted = [label for label in labels() if label["file"] == name]
    found = found_in(name)
    missed = [label for label in wanted if label["seen"] == "yes" and not is_found(label, found)]
    assert missed == []
    assert {item.rule for item in found} <= {label["rule"] for label in wanted}


def test_seven_passages_are_faultless_and_the_unseen_faults_are_named():
    assert len(NAMES) == 16
    assert len({label["file"] for label in labels()}) == WITH_FAULTS
    assert [label["rule"] for label in labels() if label["seen"] != "yes"].count("rank-word") == 1


LATER = "\n\n# Apmierinātība\n\nAr darbu apmierināti ir 86 % klientu. 2023. gadā apmierināti bija 83 %.\n"
EARLIER = "# Aptauja 2024\n\nAr darbu apmierināti 86 % klientu, kas ir par {} procentpunktiem vairāk nekā 2023. gadā."


@pytest.mark.parametrize(("amount", "rules"), [("5", ["value-difference"]), ("3", []), ("4", [])])
def test_a_change_is_held_against_the_levels_of_another_page(amount, rules):
    text = EARLIER.format(amount) + LATER
    assert [item.rule for item in found_in("a.md", text)] == rules


COUNTED = "# Opinions\n\nThe share of {} rose by twenty-two percent, from 20% to {}%.\n"


def test_numbers_in_words_are_read_whole():
    told = found_in("a.md", COUNTED.format("callers", 42))
    assert [item.rule for item in told] == ["percent-for-points"]
    assert found_in("a.md", COUNTED.format("callers", "24.4")) == []  # 22 % of 20 %
    assert found_in("a.md", COUNTED.replace("by twenty", "by one hundred and twenty")) == []
    text = "# Opinions\n\nThe share of users rose by two percent, from 20% to 22%.\n"
    assert [item.rule for item in found_in("a.md", text)] == ["percent-for-points"]
