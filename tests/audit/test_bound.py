"""Bases, parts, errors and questions bound to a share by where they stand; what only looks so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

TEXTS = Path(__file__).parents[1] / "reference" / "audit" / "bound.txt"
CASES = re.split(r"^=== *(.+)$", TEXTS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


@pytest.mark.parametrize(
    ("head", "words"), [*zip(CASES[::2], CASES[1::2], strict=True)], ids=range(len(CASES) // 2)
)
def test_a_fault_is_told_and_its_sound_look_alike_is_not(head: str, words: str):
    side, _, rules = (part.strip() for part in head.partition("|"))
    marked = re.search(r"^(?:#|\||- |\* )", words.strip(), re.MULTILINE) is not None
    read = read_plain("a.md" if marked else "a.txt", words.strip("\n"))
    told = {found.rule for found in audit(read)} & set(rules.split(","))
    assert bool(told) is (side == "wrong"), told
