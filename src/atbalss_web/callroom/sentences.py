"""Rules and times as sentences: why not now, and until when; why this case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from atbalss.fieldwork.calls import Block
from atbalss.fieldwork.outcomes import OUTCOMES
from atbalss_web.texts import say


def when(moment: datetime, zone: ZoneInfo, now: datetime, lang: str) -> str:
    """A moment as people say it: today at 14:00, tomorrow at 9:00, 23.11.2026 at 9:00."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    clock = f"{local.hour}:{local.minute:02}"
    days = (local.date() - today) / timedelta(days=1)
    if days in (-1, 0, 1):
        key = {-1: "when-yesterday", 0: "when-today", 1: "when-tomorrow"}[int(days)]
        return say(key, lang).format(time=clock)
    return say("when-day", lang).format(day=f"{local:%d.%m.%Y}", time=clock)


def outcome(code: str, lang: str) -> str:
    """The name of an outcome."""
    return OUTCOMES[code].label.get(lang) if code in OUTCOMES else code


@dataclass(frozen=True, slots=True)
class Why:
    """A block as a sentence, and until when it lasts ("": until somebody changes it)."""

    code: str
    sentence: str
    until: str


def why(block: Block, zone: ZoneInfo, now: datetime, lang: str, names: Mapping[str, str]) -> Why:
    """A block in words."""
    what = block.what
    if block.code in ("closed", "delay"):
        what = f"{outcome(what, lang)} ({what})"
    elif block.code in ("held", "assigned", "exclusive"):
        what = names.get(what, what)
    elif block.code == "language":
        what = say(f"tongue-{what}", lang) if what in ("lv", "en", "ru") else what
    elif block.code == "skill" and what == "refusal_conversion":
        what = say("needs-conversion", lang)
    elif block.code in ("not_begun", "over"):
        year, month, day = what.split("-")
        what = f"{day}.{month}.{year}"
    words = say(f"why-{block.code.replace('_', '-')}", lang).format(what=what)
    until = (
        say("until", lang).format(when=when(block.until, zone, now, lang)) if block.until else ""
    )
    return Why(block.code, words, until)
