"""A respondent's record as the plain values that an interview's row holds, and back."""

from __future__ import annotations

from typing import Any

from atbalss.answers.record import Answer, Change, Record, as_text, from_text
from atbalss.study.questionnaire import Questionnaire


def as_values(record: Record) -> dict[str, Any]:
    """A record as plain values: answers as `answers.csv` writes them."""
    return {
        "answers": {name: as_text(answer) for name, answer in record.answers.items()},
        "lang": record.lang,
        "reasons": dict(record.reasons),
        "orders": {name: list(codes) for name, codes in record.orders.items()},
        "changes": [
            [item.question, as_text(item.before), as_text(item.after), item.reason]
            for item in record.changes
        ],
        "passed": list(record.passed),
    }


def as_record(questionnaire: Questionnaire, key: str, values: dict[str, Any]) -> Record:
    """The record of plain values. Names that the version does not have fall out: it has none."""

    def answer(name: str, text: str) -> Answer | None:
        question = questionnaire.by_name.get(name)
        return None if question is None else from_text(question, text)

    found = {name: answer(name, text) for name, text in values.get("answers", {}).items()}
    return Record(
        key,
        {name: value for name, value in found.items() if value is not None},
        values.get("lang", ""),
        values.get("reasons", {}),
        {name: tuple(codes) for name, codes in values.get("orders", {}).items()},
        tuple(
            Change(name, answer(name, before), answer(name, after), reason)
            for name, before, after, reason in values.get("changes", [])
        ),
        tuple(values.get("passed", [])),
    )
