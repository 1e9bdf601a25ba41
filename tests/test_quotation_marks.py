"""Latvian texts are quoted with „ and “, never with the English or Swedish closing mark ”."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXTS = sorted(
    path
    for folder, kinds in (("src", (".py",)), ("studies", (".md", ".yaml", ".csv")))
    for path in (ROOT / folder).rglob("*")
    if path.suffix in kinds and not any(part.startswith(".") for part in path.parts[-4:])
)
# A wrong pair: opened low, closed by ” before any “. Lists of marks („”, "”") hold no letter.
WRONG = re.compile(r"„[^“”\n]*\w[^“”\n]*”")
READS_ANY_MARK = {"lint.py"}  # what authors type is read with either closing mark


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_latvian_quotations_close_with_the_latvian_mark(path: Path) -> None:
    if path.name in READS_ANY_MARK:
        return
    assert WRONG.findall(path.read_text(encoding="utf-8")) == []
