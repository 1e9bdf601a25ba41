"""What a printed number is of, in words: its question, answer and group, by their labels."""

from __future__ import annotations

from collections.abc import Mapping

from atbalss.study.bases import code_list
from atbalss.study.codes import Code, Net
from atbalss.study.questionnaire import Questionnaire

Entry = Mapping[str, object]


def with_subjects(
    numbers: Mapping[str, Entry], asked: Questionnaire, lang: str
) -> dict[str, dict[str, object]]:
    """The entries of numbers.json, each with its `subject` where the questionnaire knows it."""
    found: dict[str, dict[str, object]] = {}
    for key, entry in numbers.items():
        words = subject_words(entry, asked, lang)
        found[key] = {**entry, "subject": words} if words else dict(entry)
    return found


def subject_words(entry: Entry, asked: Questionnaire, lang: str) -> str:
    """The question, answer and group of an entry, without its wave; "" where unknown."""
    label = _label(asked, str(entry.get("question")), str(entry.get("code") or ""), lang)
    among = entry.get("among")
    if not label or not isinstance(among, list) or not among:
        return label
    parts = [_label(asked, str(q), str(c), lang) or f"{q}={c}" for q, c in among]
    return f"{label} ({'; '.join(parts)})"


def _label(asked: Questionnaire, name: str, code: str, lang: str) -> str:
    """The words of a question or grid, and of a code or net of it; "" where it is not known."""
    question = asked.by_name.get(name)
    if question is None:
        grid = next((group for group in asked.groups if group.name == name), None)
        return "" if grid is None else (grid.short_label or grid.label).get(lang)
    words = (question.short_label or question.label).get(lang)
    codes = code_list(question)
    if codes is None or not code:
        return words
    if codes.has(code):
        return f"{words}: {_short(codes.code(code), lang)}"
    net = next((item for item in codes.nets if item.name == code), None)
    return f"{words}: {code if net is None else _short(net, lang)}"


def _short(item: Code | Net, lang: str) -> str:
    return (item.short_label or item.label).get(lang)
