"""Bound words: fractions, majorities, ranks, directions, only where the numbers agree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from atbalss.problems import Refused, problem
from atbalss.report.bind import BoundWord, Printed, bare_text, rounded, scaled, text_of
from atbalss.report.ranges import choose, fits, range_words
from atbalss.report.ranks import AMONG_FIRST, ranked, ranked_names
from atbalss.report.words import capital, claim_words, find_claims, find_ranks, language
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.result import CellKey, Comparison, Flag, Number, Verdict

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells


def fraction(item: Printed, lang: str, case: str, large: bool) -> BoundWord:
    """The fraction word nearest to a share; `Refused` where none is near."""
    number = item.number
    claim = choose(number.value or 0.0)
    if claim is None:
        shown = bare_text(number, lang, 1)
        raise Refused([problem("report-no-fraction", value=shown)])
    words = claim_words(claim, lang, case)
    return BoundWord(capital(words) if large else words, number, item.expression)


def say(words: str, item: Printed, lang: str) -> BoundWord:
    """The author's fraction or majority words, printed as written if all of them fit the share."""
    number = item.number
    value = number.value or 0.0
    found = list(find_claims(words, lang))
    if not found or any(char.isdigit() for char in words):
        raise Refused([problem("report-words-unknown", words=words)])
    for piece in found:
        if not fits(piece.claim, value):
            suggestion = choose(value)
            fitting = claim_words(suggestion, lang) if suggestion else bare_text(number, lang)
            raise Refused(
                [
                    problem(
                        "report-words-do-not-fit",
                        words=piece.words,
                        value=bare_text(number, lang, 1),
                        range=range_words(piece.claim, lang),
                        suggestion=fitting,
                    )
                ]
            )
    return BoundWord(words, number, item.expression)


# ---- ranks


@dataclass(frozen=True, slots=True)
class Field:
    """The codes of a question (or the items of a grid) among which one ranks."""

    cells: Cells
    questionnaire: Questionnaire
    question: str
    wave: str | None = None
    among: tuple[tuple[str, str], ...] = ()
    within: tuple[str, ...] = ()

    @property
    def is_grid(self) -> bool:
        """Whether items are ranked by means rather than codes by shares."""
        return self.question in self.questionnaire.grids


@dataclass(frozen=True, slots=True)
class Place:
    """A code, its number, the number as printed, and its rank from 1 (ties share the best)."""

    code: str
    number: Number
    printed: Decimal
    rank: int


def places(field: Field, keep: str = "") -> list[Place]:
    """Codes by size with their ranks as printed. "Cits", "nothing" and missing codes rank only
    when asked for by `keep`, or when `within` names them."""
    rows = [(code, _number(field, code)) for code in _names(field, keep)]
    rows = [(code, number) for code, number in rows if number.value is not None]
    rows.sort(key=lambda row: (-rounded(row[1]), row[0]))
    found: list[Place] = []
    for code, number in rows:
        printed = rounded(number)
        rank = 1 + sum(1 for other in rows if rounded(other[1]) > printed)
        found.append(Place(code, number, printed, rank))
    return found


def unseen(field: Field, keep: str = "") -> tuple[CellKey, ...]:
    """What would rank, but is hidden: a rank word says of these that they are left out."""
    numbers = [_number(field, code) for code in _names(field, keep)]
    return tuple(number.cell for number in numbers if number.flag is Flag.HIDDEN)


def _names(field: Field, keep: str) -> tuple[str, ...]:
    names = ranked_names(field.questionnaire, field.question, field.within, keep)
    if field.within or field.is_grid:
        return names
    order = field.cells.codes(field.question, field.wave)
    return tuple(sorted(names, key=lambda name: order.index(name) if name in order else len(order)))


def _number(field: Field, code: str) -> Number:
    if field.is_grid:
        return field.cells.mean(code, field.wave, field.among)
    return field.cells.share(field.question, code, field.wave, field.among)


def leaders(field: Field, source: str, ties: bool) -> list[Place]:
    """The first place; several only with `ties`."""
    found = [item for item in places(field) if item.rank == 1]
    if not found:
        raise Refused([problem("report-no-number", expression=source)])
    if len(found) > 1 and not ties:
        codes = ", ".join(item.code for item in found)
        raise Refused([problem("report-tie", expression=source, codes=codes)])
    return found


def first(field: Field, top: int, source: str, ties: bool) -> list[Place]:
    """The first `top` places; a tie at the cut is taken in, or refused without `ties`."""
    order = places(field)
    found = [item for item in order if item.rank <= top and item.printed > 0]
    if not found:
        raise Refused([problem("report-no-number", expression=source)])
    if len(found) > top and not ties:
        codes = ", ".join(item.code for item in found[top - 1 :])
        raise Refused([problem("report-tie", expression=source, codes=codes)])
    return found


def joints(count: int, lang: str) -> list[str]:
    """What stands behind each part of a list in words."""
    found = [", "] * count
    if count > 1:
        found[-2] = f" {language(lang).AND} "
    found[-1:] = [""]
    return found[:count]


def say_rank(
    words: str, field: Field, code: str, source: str, lang: str, tested: bool = False
) -> BoundWord:
    """The author's rank word if the code has that rank as printed; a tie for one place refuses.

    With `tested` the lead over the next place must be significant too.
    """
    kinds = [kind for kind, _, _ in find_ranks(words, lang)]
    if not kinds:
        raise Refused([problem("report-rank-unknown", words=words)])
    order = places(field, code)
    here = next((item for item in order if item.code == code), None)
    if here is None or here.number.flag is Flag.HIDDEN:
        raise Refused([problem("report-no-number", expression=source)])
    if not all(_ranks(kind, here, order) for kind in kinds):
        shown = ", ".join(f"{item.code} {bare_text(item.number, lang)}" for item in order[:6])
        raise Refused(
            [
                problem(
                    "report-rank-does-not-fit",
                    words=words,
                    what=code,
                    place=here.rank,
                    order=shown,
                )
            ]
        )
    asked = ranked(
        field.questionnaire,
        field.question,
        kinds,
        wave=field.wave,
        among=field.among,
        within=field.within,
        keep=code,
    )
    lead = field.cells.lead(asked)
    if tested:
        refuse_untested(lead, words)
    return BoundWord(words, here.number, source, lead=lead, unseen=unseen(field, code))


def refuse_untested(lead: Comparison | None, words: str) -> None:
    """Raises `Refused` where the lead that words claim is not significant."""
    if lead is None or lead.verdict not in (Verdict.HIGHER, Verdict.LOWER):
        first, second = (lead.later, lead.earlier) if lead is not None else (None, None)
        raise Refused(
            [
                problem(
                    "report-rank-not-significant",
                    words=words,
                    first=first.cell.words() if first else "–",
                    second=second.cell.words() if second else "–",
                )
            ]
        )


def _ranks(kind: str, here: Place, order: list[Place]) -> bool:
    tied = sum(1 for item in order if item.rank == here.rank) > 1
    below = sum(1 for item in order if item.printed < here.printed)
    match kind:
        case "top":
            return here.rank == 1 and not tied
        case "bottom":
            return below == 0 and not tied
        case "second":
            return here.rank == 2 and not tied
        case "third":
            return here.rank == 3 and not tied
        case "among_top":
            return here.rank <= AMONG_FIRST and below > 0
        case "among_bottom":
            return below < AMONG_FIRST and here.rank > 1
    return False


# ---- direction


def direction(comparison: Comparison, lang: str, subject: str, source: str) -> BoundWord:
    """A clause on a change since an earlier wave; the test alone decides what it may say."""
    known = language(lang)
    if subject not in known.SUBJECTS:
        raise ValueError(f"subject={subject!r} ({', '.join(known.SUBJECTS)})")
    difference = comparison.difference
    printed = Printed(
        difference, source, comparison, signed=False, case=known.AMOUNT_CASE, marked=False
    )
    key = comparison.verdict.value
    if comparison.verdict is Verdict.UNTESTABLE:
        if rounded(difference) == 0:
            key = "untestable_same"
        else:
            key = "untestable_higher" if scaled(difference) > 0 else "untestable_lower"
    forms = dict(known.SUBJECTS[subject])
    text = known.DIRECTION[key].format(amount=text_of(printed, lang), **forms)
    return BoundWord(text, difference, source, comparison)
