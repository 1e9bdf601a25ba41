"""Patterns are compiled once, not again for each document."""

import re
from pathlib import Path

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

BLIND = Path(__file__).parents[1] / "reference/audit/blind/first"


def test_a_document_read_again_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [
        read_plain(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(BLIND.glob("??_*.*"))
    ]
    assert len(documents) == 6
    first = [audit(text) for text in documents]
    compiled: list[str] = []
    compiler = re._compiler  # type: ignore[attr-defined]
    as_ever = compiler.compile

    def told(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        found: re.Pattern[str] = as_ever(pattern, flags)
        return found

    monkeypatch.setattr(compiler, "compile", told)
    assert [audit(text) for text in documents] == first
    assert compiled == []


def test_no_pattern_is_compiled_before_it_is_used() -> None:
    """Patterns of three languages are asked of `regex`: to compile all would cost each start."""
    audit_room = Path(__file__).parents[2] / "src/atbalss/audit"
    for path in audit_room.rglob("*.py"):
        if path.name != "regex.py":
            assert not re.search(r"(?<!\w)re\.compile\(", path.read_text(encoding="utf-8")), path
