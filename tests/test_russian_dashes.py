"""Russian texts have one dash: — between words, – in ranges of numbers and dates alone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CYRILLIC = re.compile("[А-Яа-яЁё]")
SHORT = re.compile("(?:^|[ \u00a0])–(?:[ \u00a0]|$)")
RANGE = re.compile(r"[\d}]\s*–\s*[\d{]")  # of dates with their months: 1 сентября – 5 октября
SIGN = "– : "  # the dash itself, explained


def _texts(file: Path) -> list[str]:
    tree = ast.parse(file.read_text("utf-8"))
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [node.value for node in nodes if isinstance(node.value, str)]


def _wrong(text: str) -> bool:
    return bool(SHORT.search(RANGE.sub("", text)))


@pytest.mark.parametrize("package", ["atbalss", "atbalss_web"])
def test_catalogues_have_the_long_dash_between_russian_words(package):
    found = []
    for file in sorted((ROOT / "src" / package).rglob("*.py")):
        if "audit" in file.parts:  # reads what others wrote
            continue
        for text in _texts(file):
            lines = [line for line in text.splitlines() if len(CYRILLIC.findall(line)) > 2]
            found += [
                (file.name, line) for line in lines if _wrong(line) and not line.startswith(SIGN)
            ]
    assert found == []


@pytest.mark.parametrize("file", sorted(ROOT.glob("studies/*/*.ru.md")), ids=lambda f: f.name)
def test_russian_narratives_have_it_too(file):
    assert [line for line in file.read_text("utf-8").splitlines() if _wrong(line)] == []
