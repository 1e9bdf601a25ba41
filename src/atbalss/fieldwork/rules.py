"""How a study is fielded: its rules from plain values, and everything wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from atbalss.fieldwork.calls import WEEK, CallRules, Hours
from atbalss.fieldwork.case import Thresholds
from atbalss.fieldwork.outcomes import OUTCOMES, Disposition, Preset
from atbalss.problems import Place, Problem, problem

RULES = (
    "zone", "legal", "holidays", "first_day", "last_day", "delays", "max_attempts", "max_per_day",
    "early", "late", "spread", "thresholds", "preset", "classes", "e", "weight", "silent_days",
    "centre_question", "poster_a_minute", "tables",
)  # fmt: skip
WHOLE = {  # rules that are whole numbers: least and most
    "max_attempts": (1, 100),
    "max_per_day": (1, 20),
    "early": (0, 240),
    "late": (0, 1440),
    "silent_days": (1, 60),
    "poster_a_minute": (1, 1000),
}
LONGEST = 60 * 24 * 60  # minutes from an outcome to the next attempt: 60 days


@dataclass(frozen=True)
class FieldRules:
    """How a study is fielded: calls, thresholds, and which class a code counts as."""

    calls: CallRules = field(default_factory=CallRules)
    thresholds: Thresholds = field(default_factory=Thresholds)
    preset: Preset = Preset.NAMED
    classes: Mapping[str, Disposition] = field(default_factory=dict)


def read_rules(
    own: Mapping[str, Any], place: Callable[[str], Place] = lambda key: Place(column=key)
) -> tuple[FieldRules, list[Problem]]:
    """The rules that plain values stand for, and what is wrong with them.

    What is left out or wrong is the default. `place` says where a rule stands. Days are ISO text,
    hours {"from": "09:00", "to": "20:00", "days": [0, 1]}, shares from 0 to 1, delays minutes.
    """
    reader = _Reader(own, place)
    calls = reader.calls()
    made = FieldRules(calls, reader.thresholds(), reader.preset(), reader.classes())
    for key in ("silent_days", "poster_a_minute"):
        reader.whole(key)
    reader.eligibility()
    return made, reader.problems


@dataclass
class _Reader:
    own: Mapping[str, Any]
    place: Callable[[str], Place]
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, code: str, key: str, **words: object) -> None:
        self.problems.append(
            problem(code, self.place(key), rule=key, **{k: str(v)[:60] for k, v in words.items()})
        )

    def calls(self) -> CallRules:
        known: dict[str, Any] = {"zone": self.zone(), "delays": self.delays()}
        for key in ("max_attempts", "max_per_day", "early", "late"):
            value = self.whole(key)
            if value is not None:
                known[key] = value
        legal = self.legal()
        if legal:
            known["legal"] = legal
        if "spread" in self.own:
            known["spread"] = self.own["spread"] is not False
            if not isinstance(self.own["spread"], bool):
                self.wrong("fieldwork-choice", "spread", value=self.own["spread"], known="yes, no")
        known["holidays"] = frozenset(
            day for item in self.listed("holidays") if (day := self.day("holidays", item))
        )
        first, last = (
            self.day(key, self.own[key]) if self.own.get(key) else None
            for key in ("first_day", "last_day")
        )
        if first and last and first > last:
            self.wrong("fieldwork-days", "last_day", first=first, last=last)
            last = None
        return CallRules(**known, first_day=first, last_day=last)

    def zone(self) -> str:
        name = self.own.get("zone", CallRules.zone)
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, TypeError, OSError):
            self.wrong("fieldwork-zone", "zone", value=name)
            return CallRules.zone
        return str(name)

    def whole(self, key: str) -> int | None:
        """A whole number within its bounds; None where it is left out or wrong."""
        if key not in self.own:
            return None
        low, high = WHOLE[key]
        value = self.own[key]
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.wrong("fieldwork-number", key, value=value, low=low, high=high)
        return None

    def listed(self, key: str) -> list[Any]:
        value = self.own.get(key) or []
        if isinstance(value, list):
            return value
        self.wrong("fieldwork-shape", key)
        return []

    def mapped(self, key: str) -> Mapping[str, Any]:
        value = self.own.get(key) or {}
        if isinstance(value, Mapping):
            return value
        self.wrong("fieldwork-shape", key)
        return {}

    def day(self, key: str, value: object) -> date | None:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.wrong("fieldwork-day", key, value=value)
            return None

    def legal(self) -> tuple[Hours, ...]:
        found = []
        for item in self.listed("legal"):
            try:
                hours = hours_of(item)
                if not hours.days:
                    raise ValueError("no day of the week")
                found.append(hours)
            except (ValueError, KeyError, TypeError):
                said = f"{item.get('from')}–{item.get('to')}" if isinstance(item, dict) else item
                self.wrong("fieldwork-hours", "legal", value=said)
        if "legal" in self.own and not self.own["legal"]:
            self.wrong("fieldwork-no-hours", "legal")
        return tuple(found)

    def delays(self) -> dict[str, int]:
        found = {}
        for code, minutes in self.mapped("delays").items():
            if str(code) not in OUTCOMES:
                self.wrong("fieldwork-outcome", "delays", value=code)
            elif (
                isinstance(minutes, bool)
                or not isinstance(minutes, int)
                or not 0 <= minutes <= LONGEST
            ):
                self.wrong("fieldwork-number", "delays", value=minutes, low=0, high=LONGEST)
            else:
                found[str(code)] = minutes
        return found

    def thresholds(self) -> Thresholds:
        own = self.mapped("thresholds")
        complete, partial = own.get("complete", 0.8), own.get("partial", 0.5)
        try:
            return Thresholds(complete, partial)
        except (ValueError, TypeError):
            self.wrong("fieldwork-thresholds", "thresholds", complete=complete, partial=partial)
            return Thresholds()

    def preset(self) -> Preset:
        value = self.own.get("preset", "named")
        if value in [item.value for item in Preset]:
            return Preset(value)
        self.wrong("fieldwork-choice", "preset", value=value, known=", ".join(Preset))
        return Preset.NAMED

    def classes(self) -> dict[str, Disposition]:
        found = {}
        for code, letter in self.mapped("classes").items():
            if str(code) not in OUTCOMES:
                self.wrong("fieldwork-outcome", "classes", value=code)
            elif letter not in [item.value for item in Disposition]:
                self.wrong(
                    "fieldwork-choice", "classes", value=letter, known=", ".join(Disposition)
                )
            else:
                found[str(code)] = Disposition(letter)
        return found

    def eligibility(self) -> None:
        """How `e` is reckoned: by CASRO, or given with its method."""
        value = self.own.get("e")
        if value is None or value == "casro":
            return
        if isinstance(value, Mapping) and value.get("method"):
            shares = [value.get(key, 0) for key in ("uh", "uo")]
            if all(isinstance(item, int | float) and 0 <= item <= 1 for item in shares):
                return
        self.wrong("fieldwork-e", "e")


def hours_of(value: Mapping[str, Any]) -> Hours:
    """Hours from plain values: {"from": "09:00", "to": "20:00", "days": [0, 1]}."""
    days = frozenset(value.get("days", WEEK))
    return Hours(time.fromisoformat(value["from"]), time.fromisoformat(value["to"]), days)
