"""AAPOR's final disposition codes for telephone surveys, and which class each counts as.

Edition: AAPOR Standard Definitions, 9th ed. (2016), checked against the 10th (2023) by nobody yet;
codes with `unsure` differ between editions. The class of a code belongs to the study: `NAMED` is
for people who were invited by name and are known to be eligible, so that a dead number is bad
contact data and stays in the denominator; `RANDOM` is for random digit dialling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from atbalss.fieldwork.outcome_names import NAMES
from atbalss.study.texts import Text

EDITION = "AAPOR Standard Definitions, 9th ed. (2016)"


class Disposition(StrEnum):
    """The letter that a final code counts as in AAPOR's rates."""

    COMPLETE = "I"
    PARTIAL = "P"
    REFUSAL = "R"
    NON_CONTACT = "NC"
    OTHER = "O"
    UNKNOWN_HOUSEHOLD = "UH"
    UNKNOWN_OTHER = "UO"
    NOT_ELIGIBLE = "NE"


class Preset(StrEnum):
    """How a study reads the codes that depend on its design."""

    NAMED = "named"  # invited visitors, a list of clients
    RANDOM = "random"  # random digit dialling


I, P, R, NC, O, UH, UO, NE = Disposition  # noqa: E741 - the letters of the formulas


@dataclass(frozen=True, slots=True)
class Outcome:
    """One disposition code. `delay` are minutes until the next attempt by default.

    `is_final` ends the case; `contacted`: somebody was reached; `person`: the respondent was.
    """

    code: str
    named: Disposition
    random: Disposition
    is_final: bool = False
    contacted: bool = False
    person: bool = False
    delay: int = 0
    unsure: bool = False

    @property
    def label(self) -> Text:
        """Its name in Latvian, English and Russian."""
        return Text.of(dict(zip(("lv", "en", "ru"), NAMES[self.code], strict=True)))

    def disposition(self, preset: Preset) -> Disposition:
        """Its class under a preset."""
        return self.named if preset is Preset.NAMED else self.random


HOUR, DAY = 60, 24 * 60


def _final(
    code: str, named: Disposition, random: Disposition | None = None, **more: bool
) -> Outcome:
    return Outcome(code, named, random or named, is_final=True, **more)


def _again(
    code: str,
    named: Disposition,
    random: Disposition | None = None,
    delay: int = 3 * HOUR,
    **more: bool,
) -> Outcome:
    return Outcome(code, named, random or named, delay=delay, **more)


_ALL = (
    _final("1.1", I, contacted=True, person=True),
    _final("1.2", P, contacted=True, person=True),
    _again("2.10", R, delay=7 * DAY, contacted=True, person=True),
    _again("2.11", R, delay=7 * DAY, contacted=True, person=True),
    _again("2.111", R, delay=3 * DAY, contacted=True),
    _again("2.112", R, delay=7 * DAY, contacted=True, person=True),
    _final("2.112b", R, contacted=True, person=True),
    _again("2.12", R, delay=1 * DAY, contacted=True, person=True),
    _again("2.20", NC, delay=1 * DAY, contacted=True),
    _again("2.21", NC, delay=1 * DAY, contacted=True),
    _again("2.22", NC, delay=6 * HOUR),
    _again("2.221", NC, delay=1 * DAY),
    _again("2.222", NC, delay=6 * HOUR),
    _final("2.27", NC, contacted=True, person=True),
    _final("2.30", O, contacted=True),
    _final("2.31", O, contacted=True),
    _final("2.32", O, contacted=True),
    _again("2.33", O, delay=1 * DAY, contacted=True),
    _again("2.331", O, delay=1 * DAY, contacted=True),
    _again("2.332", O, delay=1 * DAY, contacted=True, person=True),
    _again("2.333", O, delay=1 * DAY, contacted=True, person=True),
    _again("2.34", O, delay=1 * HOUR, contacted=True),
    _again("2.35", O, delay=2 * HOUR, contacted=True, person=True),
    _final("2.36", O, contacted=True),
    _again("3.10", UH),
    _again("3.11", UH, delay=0),
    _again("3.12", UH, delay=30),
    _again("3.13", NC, UH),
    _again("3.14", NC, UH),
    _again("3.15", NC, UH, delay=1 * DAY),
    _again("3.16", NC, UH, delay=1 * DAY),
    _again("3.161", NC, UH, delay=1 * DAY),
    _again("3.20", UO),
    _again("3.21", UO, contacted=True),
    _again("3.30", UO, delay=1 * DAY, unsure=True),
    _final("3.90", UO),
    _final("4.10", NE),
    _final("4.20", NC, NE),
    _final("4.30", NC, NE),
    _final("4.31", NC, NE),
    _final("4.32", NC, NE),
    _again("4.33", NC, NE, delay=2 * DAY),
    _final("4.40", NC, NE),
    _again("4.41", NC, NE, delay=0, unsure=True),
    _final("4.42", NC, NE, unsure=True),
    _final("4.43", NC, NE, unsure=True),
    _final("4.50", UO, NE, contacted=True),
    _final("4.51", UO, NE, contacted=True, unsure=True),
    _final("4.52", UO, NE, contacted=True, unsure=True),
    _final("4.53", UO, NE, contacted=True, unsure=True),
    _final("4.54", UO, NE, contacted=True, unsure=True),
    _final("4.70", NE, contacted=True),
    _final("4.80", NE, contacted=True, person=True),
    _final("4.90", NE),
)
OUTCOMES: Mapping[str, Outcome] = {item.code: item for item in _ALL}
"""Every code, in AAPOR's order. The study's own choices (delay, class) go on top of these."""

NOT_ATTEMPTED, OTHER_ELIGIBLE = "3.11", "2.30"
COMPLETE, PARTIAL, BREAK_OFF = "1.1", "1.2", "2.12"
HARD_REFUSAL, SOFT_REFUSAL = "2.112b", "2.112"  # b: our own sub-code of 2.112
CALL_ROOM = (
    "2.112", "2.112b", "2.111", "2.21", "2.221", "2.222", "2.332", "2.333", "2.34", "2.35", "2.32",
    "2.31", "3.12", "3.13", "3.14", "3.15", "3.16", "4.32", "4.33", "4.41", "4.50", "4.20", "4.70",
    "4.10", "2.36",
)  # fmt: skip
"""What an interviewer chooses from after a call that became no interview, the commonest first."""
