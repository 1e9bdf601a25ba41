"""Verbatims for publication: cut, looked at by a person, released by a tick, traceable.

A cut is shown as "[...]". What patterns and lists find is proposed; a person adds and takes away,
but telephones, personal codes and e-mail addresses are never left in what is published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from atbalss.coding.answer import Answer
from atbalss.problems import Place, Problem, Refused, problem

GAP = "[...]"


class Why(StrEnum):
    """Why a part of a text is cut."""

    PHONE = "phone"
    PERSONAL_CODE = "personal_code"
    EMAIL = "email"
    ADDRESS = "address"  # a link, a bank account, a street with a number
    NAME = "name"
    PLACE = "place"
    EYE = "eye"  # a person's choice


HARD = frozenset({Why.PHONE, Why.PERSONAL_CODE, Why.EMAIL, Why.ADDRESS})
"""Cuts that nobody may take away."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters `start` to `end` (not included) of the answer, not to be published."""

    start: int
    end: int
    why: Why = Why.EYE

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise Refused([problem("coding-bad-segment", start=self.start, end=self.end)])


@dataclass(frozen=True, slots=True)
class Verbatim:
    """An answer chosen for publication, as it stands after the last look.

    `mark` is that of the whole answer's text; `text` what is published; `released` the tick, `who`
    and `when` of whoever set or took it last.
    """

    question: str
    id: str
    mark: str
    text: str
    cuts: tuple[Cut, ...] = ()
    lang: str = ""
    released: bool = False
    who: str = ""
    when: datetime | None = None


def cuts(text: str, names: Iterable[str] = (), places: Iterable[str] = ()) -> tuple[Cut, ...]:
    """What should be cut from a text: patterns, and names and places of the lists, whatever their
    endings; in order, none within another.
    """
    from atbalss.coding.redact import found

    return found(text, tuple(names), tuple(places))


def shown(text: str, cut: Iterable[Cut]) -> str:
    """The text with "[...]" in place of what is cut; neighbouring cuts are one."""
    parts: list[str] = []
    at = 0
    for one in merged(text, cut):
        parts += [text[at : one.start], GAP]
        at = one.end
    return "".join([*parts, text[at:]]).strip()


def merged(text: str, cut: Iterable[Cut]) -> list[Cut]:
    """Cuts in order, those joined that overlap or have only blanks between them."""
    held: list[Cut] = []
    for one in sorted(cut, key=lambda one: (one.start, one.end)):
        one = replace(one, start=min(one.start, len(text)), end=min(one.end, len(text)) or 1)
        if one.start >= one.end:
            continue
        if held and not text[held[-1].end : one.start].strip():
            last = held.pop()
            one = Cut(last.start, max(last.end, one.end), last.why)
        held.append(one)
    return held


def choose(
    answer: Answer,
    cut: Iterable[Cut],
    *,
    lang: str = "",
    released: bool = False,
    who: str = "",
    when: datetime | None = None,
) -> Verbatim:
    """A verbatim of an answer with these cuts; what must never be published is cut in any case."""
    kept = [*cut, *(one for one in cuts(answer.text) if one.why in HARD)]
    held = tuple(merged(answer.text, kept))
    text = shown(answer.text, held)
    for one in cuts(text):  # what cutting has pushed together
        if one.why in HARD:
            text = shown(text, [one])
    return Verbatim(answer.question, answer.id, answer.mark, text, held, lang, released, who, when)


def sensitive(text: str) -> tuple[str, ...]:
    """What of a special kind a text may tell, by Latvian, Russian and English words: kinds of
    `sensitive.KINDS` in their order, each once. The words themselves: `sensitive.told`.
    """
    from atbalss.coding.sensitive import KINDS, told

    met = {one.kind for one in told(text)}
    return tuple(kind for kind in KINDS if kind in met)


def faults(verbatim: Verbatim, answer: Answer | None, place: Place | None = None) -> list[Problem]:
    """What forbids to publish a verbatim: no such answer, another text since, something left in."""
    where = place or Place(column=verbatim.question)
    args = {"question": verbatim.question, "id": verbatim.id}
    if answer is None or not answer.text.strip():
        return [problem("coding-verbatim-no-answer", where, **args)]
    if answer.mark != verbatim.mark:
        return [problem("coding-verbatim-changed", where, **args)]
    found = []
    if (
        shown(answer.text, verbatim.cuts) != verbatim.text
        and choose(answer, verbatim.cuts).text != verbatim.text
    ):
        found.append(problem("coding-verbatim-other-words", where, **args))
    if any(one.why in HARD for one in cuts(verbatim.text)):
        found.append(problem("coding-verbatim-personal", where, **args))
    return found
