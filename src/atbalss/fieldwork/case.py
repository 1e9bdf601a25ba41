"""A case: one person to be reached, what has happened so far, and the one final code it gets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from atbalss.fieldwork.outcomes import (
    BREAK_OFF,
    COMPLETE,
    HARD_REFUSAL,
    NOT_ATTEMPTED,
    OTHER_ELIGIBLE,
    OUTCOMES,
    PARTIAL,
    Disposition,
    Preset,
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sitting on a case: when (with a time zone), how it ended, who made it, calls dialled."""

    at: datetime
    code: str
    interviewer: str = ""
    calls: int = 1

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the time of an attempt has a time zone")
        object.__setattr__(
            self, "at", self.at.astimezone(UTC)
        )  # wall clocks turn back, UTC does not
        if self.code not in OUTCOMES or self.calls < 0:
            raise ValueError(self.code)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Shares of the core questions on the route that make an interview complete or partial.

    AAPOR's usual bands: from 80 % complete, from 50 % partial, below that a break-off.
    """

    complete: float = 0.8
    partial: float = 0.5

    def __post_init__(self) -> None:
        if not 0 <= self.partial <= self.complete <= 1:
            raise ValueError("0 <= partial <= complete <= 1")


def interview_code(
    answered: int, applicable: int, *, at_end: bool, thresholds: Thresholds = Thresholds()
) -> str:
    """The code of an interview that ended: complete, partial or break-off.

    `answered` of `applicable` core questions on its route; hard to say is an answer, refused and
    blank are none. `at_end`: the last page was reached, so nothing more could be asked.
    """
    if not 0 <= answered <= applicable:
        raise ValueError("answered of applicable")
    share = answered / applicable if applicable else float(at_end)
    if share >= thresholds.complete:
        return COMPLETE if at_end else PARTIAL
    return PARTIAL if share >= thresholds.partial else BREAK_OFF


_INFORMATIVE = (
    Disposition.COMPLETE,
    Disposition.PARTIAL,
    Disposition.REFUSAL,
    Disposition.OTHER,
    Disposition.NON_CONTACT,
    Disposition.UNKNOWN_OTHER,
    Disposition.UNKNOWN_HOUSEHOLD,
    Disposition.NOT_ELIGIBLE,
)


def final_code(
    attempts: Sequence[Attempt],
    preset: Preset = Preset.NAMED,
    classes: Mapping[str, Disposition] | None = None,
    *,
    sent_back: bool = False,
) -> str:
    """The code that a case has now, by AAPOR's priority of outcomes.

    An interview stays an interview and a hard refusal a refusal, whatever came later. Else the
    last outcome counts if it is final; else the most informative ever reached (I, P, R, O, NC, UO,
    UH), the latest of equals: a later "no answer" never erases a refusal or a contact. Nobody
    tried: 3.11. `classes` are the study's own classes of codes. `sent_back`: an interview was taken
    back to be mended (its attempt is not among these); till then an eligible person without an
    interview, 2.30, unless more is known.
    """
    if not attempts:
        return OTHER_ELIGIBLE if sent_back else NOT_ATTEMPTED
    ordered = sorted(attempts, key=lambda item: item.at)
    codes = [item.code for item in ordered]
    for code in (COMPLETE, PARTIAL, HARD_REFUSAL):
        if code in codes:
            return code
    if OUTCOMES[codes[-1]].is_final:
        return codes[-1]
    open_codes = [code for code in codes if not OUTCOMES[code].is_final] or codes
    open_codes += [OTHER_ELIGIBLE] if sent_back else []
    rank = {item: place for place, item in enumerate(_INFORMATIVE)}
    best = min(rank[disposition_of(code, preset, classes)] for code in open_codes)
    return next(
        code for code in reversed(open_codes) if rank[disposition_of(code, preset, classes)] == best
    )


def disposition_of(
    code: str, preset: Preset, classes: Mapping[str, Disposition] | None = None
) -> Disposition:
    """The class of a code: the study's own, else the preset's."""
    own = (classes or {}).get(code)
    return OUTCOMES[code].disposition(preset) if own is None else own


def is_closed(attempts: Iterable[Attempt]) -> bool:
    """Whether a case is done with: any of its outcomes was final."""
    return any(OUTCOMES[item.code].is_final for item in attempts)
