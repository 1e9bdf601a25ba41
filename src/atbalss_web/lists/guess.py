"""Which column of a list is what: guessed from its name, changed by hand."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.fieldwork.outcomes import OUTCOMES

FIELDS = {
    "contacts": ("phone", "name", "email", "note", "lang", "centre", "hours", "id"),
    "calls": ("id", "at", "outcome", "who", "calls"),
    "answers": ("id",),
}
NEEDED = {"contacts": ("phone",), "calls": ("id", "at", "outcome"), "answers": ("id",)}
_WORDS = {
    "phone": ("phone", "tel", "mob", "tālr", "talr", "тел", "моб"),
    "name": ("name", "vārds", "vards", "uzvārds", "имя", "фио"),
    "email": ("mail", "pasts", "почта"),
    "note": ("note", "piezīm", "piezim", "замет", "comment"),
    "lang": ("lang", "valod", "язык"),
    "centre": ("centre", "center", "centrs", "vpvkac", "центр"),
    "hours": ("hours", "laiks", "best", "часы"),
    "id": ("id", "case", "nr", "kods", "код"),
    "at": ("time", "date", "datums", "laiks", "дата", "время"),
    "outcome": ("outcome", "result", "code", "iznāk", "rezult", "исход"),
    "who": ("interviewer", "intervētāj", "agent", "интервьюер"),
    "calls": ("calls", "dials", "zvanu"),
}


def columns(kind: str, header: Sequence[str], questions: Sequence[str]) -> dict[str, int]:
    """The column of each field, by the words in its name; a question by its own name."""
    found: dict[str, int] = {}
    lower = [item.strip().lower() for item in header]
    for field in FIELDS[kind]:
        for index, name in enumerate(lower):
            if index in found.values():
                continue
            if name == field or any(word in name for word in _WORDS[field] if len(word) > 2):
                found[field] = index
                break
        else:
            exact = [i for i, name in enumerate(lower) if name in _WORDS[field]]
            if exact and exact[0] not in found.values():
                found[field] = exact[0]
    for question in questions:
        if question.lower() in lower and lower.index(question.lower()) not in found.values():
            found[f"q.{question}"] = lower.index(question.lower())
    return found


def outcome(raw: str) -> str:
    """AAPOR's code that another tool's outcome is written as, or ""."""
    text = raw.strip().replace(",", ".")
    return text if text in OUTCOMES else ""


def hours(text: str) -> list[dict[str, object]] | None:
    """Hours such as "17-20", "9:00–12:30, 15-18"; None where they cannot be read."""
    found: list[dict[str, object]] = []
    for part in text.replace("–", "-").replace("—", "-").replace(";", ",").split(","):
        if not part.strip():
            continue
        ends = [_clock(item) for item in part.split("-")]
        if len(ends) != 2 or None in ends or str(ends[0]) >= str(ends[1]):
            return None
        found.append({"from": ends[0], "to": ends[1]})
    return found


def _clock(text: str) -> str | None:
    hour, _, minute = text.strip().replace(".", ":").partition(":")
    if not hour.isdecimal() or (minute and not minute.isdecimal()):
        return None
    h, m = int(hour), int(minute or 0)
    return f"{h:02d}:{m:02d}" if h < 24 and m < 60 else None
