"""Which list, and which of its shares, a claim is of: by its words, and where only one list can be meant, by that.

A claim seldom repeats the words of its list. It affirms or denies a question, tells a net of a scale's half,
calls an answer or a group in another form. Every sheet of the document is asked what the claim would mean in it;
the one that the words fit best is meant, and none where two fit as well or the words name something strange.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Spot
from atbalss.audit.forms import NOT, Marks, marks
from atbalss.audit.how_often import how_often, is_never
from atbalss.audit.kept import listed_once, read_once
from atbalss.audit.lexicon import told_otherwise
from atbalss.audit.mentions import table_named
from atbalss.audit.met import BEGINNING, is_among, met, same
from atbalss.audit.rows_meant import Rows, rows_answering, rows_meant, rows_so_often, rows_within
from atbalss.audit.sheet_words import people_named, people_of, question_in, words_without
from atbalss.audit.sheets import Sheet, is_part_of, sheets_of, total_column
from atbalss.audit.stems import stem
from atbalss.audit.text import Sentence, Text
from atbalss.audit.yes_no import answer_in, is_no, is_yes

_LACKS = regex.any_case(
    r"(?<!\w)(?:мало|недостаточно|не ?хватает|нехватк\w+|недостат\w+|слишком|par maz|trūkst|pietrūk\w+|nepietiek|lacks?|lacking|too|scarce|short of|insufficient)(?!\w)"
)
_QUESTION = regex.pattern(r"[^.?!„“«\"]{8,}\?")
_NEXT = 2  # blocks
_FEW = 3  # lists of a short document


@dataclass(frozen=True, slots=True)
class Meant:
    """What a claim is of: rows of a sheet and a column.

    `how`: named, half or part (by half of its words, or fewer), net, yes, no, degrees, total (the row of all).
    """

    sheet: Sheet
    rows: tuple[int, ...]
    column: int
    how: str
    score: float
    strange: int  # words that neither the sheet nor what stands around it has
    asked: int = 0  # words of its question that are said

    @property
    def value(self) -> float:
        """The share meant: that of one row, or the sum of several."""
        return sum(
            number.value for row in self.rows if (number := self.sheet.cells[row][self.column])
        )

    @property
    def slack(self) -> float:
        """How far the value may be off by rounding."""
        return sum(
            number.step / 2 for row in self.rows if (number := self.sheet.cells[row][self.column])
        )

    @property
    def shown(self) -> str:
        """The share as its numbers are printed."""
        digits = max(
            (n.digits for row in self.rows if (n := self.sheet.cells[row][self.column])), default=0
        )
        return f"{self.value:.{digits}f}"

    @property
    def spot(self) -> Spot:
        """Where its (first) share stands."""
        return (
            self.sheet.spots[self.rows[0]]
            if self.rows[0] < len(self.sheet.spots)
            else self.sheet.spots[0]
        )


def referents(
    words: str, sentence: Sentence, text: Text, claims: Claims, *, doubted: bool = False
) -> list[Meant]:
    """What words may be of in each sheet that they can speak of, the likeliest first.

    `doubted`: the numbers of the sentence may be wrong, and so say nothing of its list.
    """
    return list(_referents(text, claims, words, sentence, doubted))


@listed_once
def _referents(
    text: Text, claims: Claims, words: str, sentence: Sentence, doubted: bool
) -> list[Meant]:
    sheets = [s for s in sheets_of(text, claims) if s.table or not is_part_of(sentence, s)]
    named = table_named(sentence, text, claims)
    sheets = [sheet for sheet in sheets if named < 0 or sheet.first == named]
    answer, words = answer_in(words)
    asked = question_before(sentence, text) if answer == "yes" else ""
    if asked:
        answer, words = "", f"{words} {asked}"  # `three in four said that it was`
    said = marks(words, text.lang)
    if not (said.all or answer) or not sheets:
        return []
    own = {claim.number.value for claim in claims.of(sentence) if not doubted}
    known = tuple((sheet.first, words_without(sheet, sentence, text)) for sheet in sheets)
    told = _Told(words, said, sentence, answer, doubted, known)
    found = []
    for sheet, (_, its_words) in zip(sheets, known, strict=True):
        if own and not own & _values(sheet):
            continue  # its sentence gives shares of another list
        meant = _meant(told, sheet, its_words, text, claims)
        if meant is not None:
            found.append(meant)
    return sorted(found, key=lambda item: -item.score)


@dataclass(frozen=True, slots=True)
class _Told:
    """Words that may be of a list, and the words of each list that they may be of, by its first block."""

    words: str
    said: Marks
    sentence: Sentence
    answer: str  # that they answer a question by: yes, no or nothing
    doubted: bool
    lists: tuple[tuple[int, frozenset[str]], ...]
    met: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def lists_with(self, mark: str) -> tuple[int, ...]:
        """The first blocks of the lists that have a word, in whatever form."""
        if mark not in self.met:
            self.met[mark] = tuple(first for first, known in self.lists if is_among(mark, known))
        return self.met[mark]


@lru_cache(maxsize=512)
def _values(sheet: Sheet) -> frozenset[float]:
    """All shares of a list; of answers to one question also two neighbours together."""
    known = {n.value for row in sheet.cells for n in row if n}
    if sheet.is_whole:
        runs = [[n for n in column if n] for column in zip(*sheet.cells, strict=True)]
        known |= {one.value + other.value for run in runs for one, other in pairwise(run)}
    return frozenset(known)


def question_before(sentence: Sentence, text: Text) -> str:
    """The question right before a sentence, in the one before it; "" where there is none."""
    before = text.sentences[sentence.order - 1] if sentence.order else None
    if before is None or not 0 <= sentence.block - before.block < _NEXT:
        return ""
    found = _QUESTION.findall(before.text)
    return found[-1] if found else ""


def _is_elsewhere(
    strange: frozenset[str], sheet: Sheet, told: _Told, text: Text, claims: Claims
) -> bool:
    """Whether a strange word is said of another list, or in another sentence that gives a share."""
    if not strange:
        return False
    if any(first != sheet.first for mark in strange for first in told.lists_with(mark)):
        return True
    own = {number.value for row in sheet.cells for number in row if number is not None}
    said = _said_in(text, claims)
    return any(
        same(mark, other)
        and place != told.sentence.order
        and _is_of_others(claims.by_sentence[place], sheet, own)
        for mark in strange
        for other, place in said.get(mark[:BEGINNING], ())
    )


def _is_of_others(found: Sequence[Claim], sheet: Sheet, own: set[float]) -> bool:
    """Whether a sentence with shares neither stands in a list nor tells the same list again."""
    sentence = found[0].sentence
    if sheet.first <= sentence.block <= sheet.last:
        return False
    return sentence.section != sheet.section or any(c.number.value not in own for c in found)


@read_once
def _said_in(text: Text, claims: Claims) -> dict[str, list[tuple[str, int]]]:
    """The marks of the sentences that give shares, each with its sentence, by their beginnings."""
    found: dict[str, list[tuple[str, int]]] = {}
    for place, (first, *_) in claims.by_sentence.items():
        for mark in marks(first.sentence.text, text.lang).set:
            found.setdefault(mark[:BEGINNING], []).append((mark, place))
    return found


# ---- what a claim means in one sheet


@dataclass(frozen=True, slots=True)
class _Held:
    """What words say, held against the words of one list."""

    said: Marks
    bare: frozenset[str]  # what is denied too, without that
    asked: int  # words of its question and caption that are said
    question: frozenset[str]  # those of its question alone
    strange: frozenset[str]
    denied: bool  # they deny what the list names


def _held(
    told: _Told, sheet: Sheet, known: frozenset[str], text: Text, claims: Claims
) -> _Held | None:
    """What words say of a list that has the words `known`; None where they can say nothing of it."""
    said, sentence, doubted = told.said, told.sentence, told.doubted
    people = people_named(sheet.labels, text.lang)
    if people:
        spoken = {stem(w, text.lang) for w in regex.findall(r"[^\W\d_]{5,}", told.words.lower())}
        said = replace(said, all=(*said.all, *(people & spoken)))
    whole = said.set
    bare = frozenset(mark.strip(NOT) for mark in whole)
    over = sheet.asked.replace(sentence.text, " ")
    asked = met(marks(over, text.lang).set, bare)
    strange = frozenset(m for m in bare if not is_among(m, known)) - people_of(
        sentence, text, claims
    )
    if asked:
        strange = frozenset(m for m in strange if not told_otherwise(m, known, text.lang))
    if doubted and len(strange) == len(bare) and not told.answer:
        return None  # nothing of it is said
    few = len(told.lists) <= _FEW
    if strange and not doubted and not few and sheet.section != sentence.section:
        return None
    if _is_elsewhere(strange, sheet, told, text, claims):
        return None
    own = {mark for mark in whole if mark[0] == NOT and not is_among(mark, known)}
    denied = any(is_among(mark[1:], known) for mark in own)
    least = 0 if _is_yes_no(sheet) else 1
    denies = denied or (doubted and bool(own) and len(asked) > least)
    question = frozenset(met(marks(question_in(over), text.lang).set, bare))
    return _Held(replace(said, denies=denies), bare, len(asked), question, strange, denied)


def _meant(
    told: _Told, sheet: Sheet, known: frozenset[str], text: Text, claims: Claims
) -> Meant | None:
    """What words mean in a list: the first of the ways to read them that nothing speaks against."""
    held = _held(told, sheet, known, text, claims)
    if held is None:
        return None
    for grid in (sheet, *((sheet.turned,) if _is_across(sheet) else ())):
        column = _column(grid, held.bare, text)
        if column < 0:
            continue
        ways, held = _ways(told, held, grid, column, text)
        for rows, how, hits in ways:
            if not _is_against(how, rows, told, held, grid, text):
                at_hand = sheet.section == told.sentence.section
                near = 0.5 * at_hand + 0.25 * (sheet.last < told.sentence.block)
                strange = len(held.strange)
                score = hits + held.asked + near - strange / 2
                return Meant(grid, rows, column, how, score, strange, held.asked)
    return None


def _ways(
    told: _Told, held: _Held, grid: Sheet, column: int, text: Text
) -> tuple[Iterable[Rows], _Held]:
    """The rows that words may mean, the likeliest first; and the words but those that say how often."""
    if told.answer:
        return rows_answering(told.answer, grid, column), held
    bounded = rows_within(told.words, grid, column, text) if held.asked else ()
    often = tuple(rows_so_often(told.words, grid, column, text))
    times = how_often(told.words, text.lang) if often else None
    if times is not None:
        words = told.words[times.start : times.end]
        held = replace(held, strange=held.strange - marks(words, text.lang).set)
    return (*bounded, *often, *rows_meant(held.said, grid, column, held.question, text)), held


def _is_against(
    how: str, rows: tuple[int, ...], told: _Told, held: _Held, grid: Sheet, text: Text
) -> bool:
    """Whether something in the words speaks against rows: a denial, a lack, a word of nothing."""
    if how == "named" and held.said.denies and held.denied:
        return not any(is_never(grid.labels[row], text.lang) for row in rows)
    if how == "yes":
        return _LACKS.search(told.words) is not None
    if how in ("part", "total"):
        return bool(held.strange) or not held.asked
    return how == "half" and bool(held.strange)


def _is_yes_no(sheet: Sheet) -> bool:
    """Whether a list gives one yes and one no."""
    return sum(map(is_yes, sheet.labels)) == 1 == sum(map(is_no, sheet.labels))


def _is_across(sheet: Sheet) -> bool:
    """Whether the answers stand across: each row makes 100."""
    if len(sheet.heads) < 2 or sheet.is_whole or not sheet.shares:
        return False
    sums = [sum(n.value for n in row if n is not None) for row in sheet.cells]
    return all(abs(one - 100) <= 2.5 for one in sums)


def _column(sheet: Sheet, said: frozenset[str], text: Text) -> int:
    """The column that words name by its head, else that of all; -1 where it is unclear."""
    heads = [marks(head, text.lang).set for head in sheet.heads]
    named = [at for at, head in enumerate(heads) if head and len(met(head, said)) == len(head)]
    return named[0] if len(named) == 1 else total_column(sheet, text)
