"""Answers of a list, whatever carries it, that do not make 100 % where each person stands in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.answer_lists import AnswerList, Beside, lists_of
from atbalss.audit.answer_words import (
    REMAINS,
    answer_kind,
    are_ages,
    are_people,
    are_ranges,
    are_verdicts,
    is_scale,
    residual,
)
from atbalss.audit.claims import Claims
from atbalss.audit.composed import is_sample
from atbalss.audit.finding import Finding, Spot, finding, quoted, row_spot
from atbalss.audit.numbers import Number
from atbalss.audit.rules.asked import (
    around,
    asks_amount,
    asks_yes_or_no,
    is_of_each_question,
    measures_each,
    names_amount,
    noted_above,
    noted_of,
    says_one,
    says_several,
    several_noted,
)
from atbalss.audit.rules.references import block_spot
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.series import years_in
from atbalss.audit.text import Kind, Text, word_pattern

MOST = 160.0  # above: several answers, or separate questions, and everybody sees it
FULL = 250.0  # where it is said that one answer was to be given
SAMPLE = 130.0  # of whom a sample is made
ANSWERS = 12  # more than that are a list of what people named, no scale
_LONGEST = 90  # letters of an answer; what is longer is a sentence
_OWN_LIST = regex.pattern(
    r":.*\d.*,|[?]|\w{3}\.\s\w"
)  # `Sex: women 66, men`: a line that is a list of its own, or a sentence
_APART = 40.0  # points that a list with a slip is off at most, where others beside it make 100


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why each person stands in one of the answers of a list."""

    one: bool = False  # it is said that one answer was to be given
    sample: bool = False  # they are parts of the sample
    graded: bool = False  # they are a scale, or ranges of an amount
    rest: bool = False  # one of them is none of the others
    total: bool = False  # the row of all has 100

    @property
    def closed(self) -> bool:
        """Whether no answers may be left out."""
        return self.one or self.sample or self.graded or self.total

    @property
    def most(self) -> float:
        """What the shares may make, so that it is a slip."""
        if self.one:
            return FULL
        return SAMPLE if self.sample and not self.one else MOST


def is_over(values: Sequence[Number], grounds: Grounds) -> bool:
    """Whether shares make more than 100, and no net among them explains it."""
    total, spare = _sum(values)
    told = grounds.closed or grounds.rest
    return told and 100 + spare < total < grounds.most and not net(values, spare)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Lists whose answers do not make 100 %; of lists side by side also the odd one."""
    for lists in lists_of(text, claims):
        if not lists or lists[0].first in summed(claims):
            continue
        if _are_of_several(lists[0], text, claims):
            continue
        wrong = [one for one in lists if not (one.makes_all or net(one.values, one.spare))]
        if not wrong:
            continue
        if lists[0].beside is Beside.HEADS:
            wrong = [one for one in wrong if 50 < one.sum < MOST]
            rows = len(wrong) <= max(1, len(lists) - len(wrong))
            told = wrong if rows else []
        elif lists[0].beside is Beside.SECTIONS:
            told = wrong if len(wrong) == 1 and abs(wrong[0].sum - 100) <= _APART else []
        else:
            told = [one for one in wrong if _is_wrong(text, claims, one)][:1]
            told = told or _odd(lists, wrong)
        for one in told:
            summed(claims).add(one.first)
            yield _told(text, one)


def summed(claims: Claims) -> set[int]:
    """The blocks of answers whose sum, or that they need the word `several`, has been told: once is enough."""
    told: set[int] = claims.kept.setdefault("summed", set())
    return told


def _are_of_several(one: AnswerList, text: Text, claims: Claims) -> bool:
    words = around(text, one.first, one.last)
    if says_several(words, text) or noted_above(text, one.first):
        return True
    if says_one(one.over, text):
        return False
    before = text.blocks[one.first - 1].text if one.first else ""
    return noted_of(before, text, claims) or (
        text.blocks[one.first].kind is Kind.ITEM and one.first in summary_of(text, claims)
    )


def _is_wrong(text: Text, claims: Claims, one: AnswerList) -> bool:
    grounds = grounds_of(text, claims, one)
    if (
        grounds is None
        or len(one.answers) < (2 if grounds.sample else 3)
        or (one.bare and not (grounds.one or grounds.sample))
    ):
        return False
    if is_over(one.values, grounds):
        return len(one.answers) <= ANSWERS
    least = 50 if grounds.graded or grounds.total else 80
    ended = grounds.closed and not _goes_on(text, one)
    return ended and least < one.sum < 100 - one.spare and not one.silent


def _goes_on(text: Text, one: AnswerList) -> bool:
    """Whether an item that gives more than one share stands right behind a list."""
    after = text.blocks[one.last + 1 : one.last + 2]
    return bool(after) and text.blocks[one.last].kind is Kind.ITEM is after[0].kind


def grounds_of(text: Text, claims: Claims, one: AnswerList) -> Grounds | None:
    """Why each person stands in one answer of a list; None where they are groups or waves, with a share each."""
    labels = one.labels
    words = around(text, one.first, one.last)
    sample = "?" not in one.over and is_sample(one.over)
    single = says_one(words, text) and ("?" in words or not is_of_each_question(words))
    if any(years_in(label) or len(label) > _LONGEST for label in labels):
        return None
    if REMAINS.match(regex.split(r"\n|(?<=[.?!])\s", one.over.strip())[-1]):
        return None
    if any(_OWN_LIST.search(label) for label in labels) or word_pattern(
        text.words.last_wave
    ).search(one.over):
        return None
    ranges = are_ranges(labels, text)
    parted = ranges or any(regex.search(r"\d\s?[–-]\s?\d", label) for label in labels)
    parted = parted and not all(map(_GRADE.match, labels))
    amounts = ranges and not are_ages(labels) and not measures_each(one.head, text)
    amounts = amounts and (single or asks_amount(words, text) or names_amount(one.over, text))
    often = word_pattern(text.words.frequency)
    amounts |= single and all(map(often.search, labels)) and bool(_HOW_OFTEN.search(words))
    grouped = (parted and not amounts) or (are_people(labels, text) and "?" not in one.over)
    if grouped and not (sample or one.total):
        return None  # a share of each group
    kinds = [answer_kind(label, text) for label in labels]
    noted = several_noted(text, claims)
    rest = "other" in kinds and not any(map(_NONE.match, labels))
    rest = rest or ("?" in words and _has_rest(labels, text))
    rest = rest and not asks_yes_or_no(words, text)
    graded = ranges or is_scale(labels, text) or kinds.count("scale") >= max(2, len(kinds) - 2)
    polar = asks_yes_or_no(words, text)
    if (are_verdicts(labels, text) or polar) and not graded:
        return None  # each was asked about for itself; who said yes in each group
    return Grounds(single, sample, graded, rest and not noted, one.total)


_GRADE = regex.pattern(r"[^\W\d]{3}[^\d()]*\([^()]*\)\W*$")  # `Very good (85–100)`
_HOW_OFTEN = regex.any_case(r"(?<!\w)(?:how often|cik bieži|как часто)(?!\w)")
_NONE = regex.any_case(  # also of several answers: who gave none of them
    r"\W*(?:none|nothing|nobody|nekas|nekad|neviens|nevien\w+|ничего|никто|никак\w+|ни од\w+)(?!\w)"
)


def _has_rest(labels: Sequence[str], text: Text) -> bool:
    return any(residual(text).match(label.lower()) for label in labels)


def net(parts: Sequence[Number], spare: float) -> bool:
    """Whether the sum is right without one part, which joins those that stand beside it.

    The last one may join any that stand one behind the other.
    """
    total, last = sum(item.value for item in parts), len(parts) - 1
    for place, item in enumerate(parts):
        if abs(total - item.value - 100) > spare:
            continue
        runs = [(begin, end) for begin in range(last) for end in range(begin + 2, last + 2)]
        for begin, end in runs:
            beside = begin == place + 1 or end == place or (place == last and end <= last)
            joined = sum(part.value for part in parts[begin:end])
            if beside and abs(joined - item.value) <= spare:
                return True
    return False


def _odd(lists: Sequence[AnswerList], wrong: Sequence[AnswerList]) -> list[AnswerList]:
    """The one column that does not make 100 % where all the others of its table do."""
    if len(lists) < 2 or len(wrong) != 1 or len(wrong[0].answers) < 3 or wrong[0].total:
        return []
    if any(years_in(label) for label in wrong[0].labels) or abs(wrong[0].sum - 100) > _APART:
        return []
    return list(wrong)


def _sum(parts: Sequence[Number]) -> tuple[float, float]:
    """The sum of shares, and what rounding may make of it."""
    return sum(item.value for item in parts), sum(item.step for item in parts) / 2 + 0.01


def _told(text: Text, one: AnswerList) -> Finding:
    shown = one.shown
    first, block = one.answers[0].spot, text.blocks[one.first]
    if one.beside is Beside.HEADS:
        return finding(text, "sum-of-answers", first, total=shown)
    others = [] if block.kind is Kind.TABLE else [item.spot for item in one.answers[1:]]
    above = text.blocks[one.first - 1] if one.first else block
    asks = above.text.rstrip(" )”“»\"'").endswith((":", "?"))
    if above.kind is Kind.CAPTION or asks:
        line = above.line_at(len(above.text))
        others.insert(0, Spot(quoted(above.text), line, above.page, one.first - 1))
        asked = text.blocks[one.first - 2] if one.first > 1 else block
        if "?" in asked.text:
            others.insert(0, block_spot(asked, one.first - 2))
    if one.beside is Beside.SECTIONS:
        others = [item.spot for item in one.answers[1:]]
    elif block.kind is Kind.TABLE:
        others += [row_spot(block, one.first, row) for row in range(2, len(block.rows))]
        parts = (f"{item.label} {item.cell}" for item in one.answers)
        first = Spot(quoted("; ".join(parts)), first.line, first.page, first.block)
    return finding(text, "sum-of-answers", first, tuple(others), total=shown)
