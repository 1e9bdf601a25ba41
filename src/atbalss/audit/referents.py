"""Which list, and which of its shares, a claim is of: by its words, and where only one list can be meant, by that.

A claim seldom repeats the words of its list. It affirms or denies a question, tells a net of a scale's half,
calls an answer or a group in another form. Every sheet of the document is asked what the claim would mean in it;
the one that the words fit best is meant, and none where two fit as well or the words name something strange.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.extents import extent, is_outside, is_timed, is_within
from atbalss.audit.finding import Spot
from atbalss.audit.forms import NOT, Marks, marks
from atbalss.audit.how_often import how_often, is_never
from atbalss.audit.kept import read_once
from atbalss.audit.lexicon import told_otherwise
from atbalss.audit.mentions import table_named
from atbalss.audit.sheets import Sheet, is_of_all, is_part_of, sheets_of, total_column
from atbalss.audit.stems import stem
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.yes_no import answer_in, is_no, is_yes, says_no, says_yes

_LACKS = regex.any_case(
    r"(?<!\w)(?:мало|недостаточно|не ?хватает|нехватк\w+|недостат\w+|слишком|par maz|trūkst|pietrūk\w+|nepietiek|lacks?|lacking|too|scarce|short of|insufficient)(?!\w)"
)
_TOLD_OUT = regex.pattern(r"(?<=\w{4})\s[–—]\s[^\W\d].*$")  # behind the name of an answer
_QUESTION = regex.pattern(r"[^.?!„“«\"]{8,}\?")
_STATED = regex.pattern(r"[„“«\"]([^„“«»”\"]{12,})[”“»\"]")
_LEAST = 4  # letters that two marks of one word share
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
    found = []
    for sheet in sheets:
        if own and not own & _values(sheet):
            continue  # its sentence gives shares of another list
        meant = _meant(words, said, sheet, sentence, sheets, text, claims, answer, doubted=doubted)
        if meant is not None:
            found.append(meant)
    return sorted(found, key=lambda item: -item.score)


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


# ---- what a sheet's words are


def same(one: str, other: str) -> bool:
    """Whether two marks are of one word, in whatever form; both denied or both not."""
    if one == other:
        return True
    if one[:_LEAST] != other[:_LEAST]:
        return False
    if one[0] in "@0123456789" or other[0] in "@0123456789" or (one[0] == NOT) != (other[0] == NOT):
        return False
    if ("-" in one) != ("-" in other):
        return False
    short = min(len(one), len(other))
    return short >= _LEAST and one[: max(_LEAST, short - 1)] == other[: max(_LEAST, short - 1)]


@lru_cache(maxsize=512)
def _by_beginning(words: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:_LEAST], []).append(word)
    return found


def is_among(mark: str, words: frozenset[str]) -> bool:
    """Whether words have a mark, in whatever form."""
    if mark in words:
        return True
    return any(same(mark, word) for word in _by_beginning(words).get(mark[:_LEAST], ()))


def _met(own: frozenset[str], said: frozenset[str]) -> set[str]:
    """Those of `own` that are said."""
    return {mark for mark in own if is_among(mark, said)}


def name_of(label: str) -> str:
    """A label without what brackets or a dash add to it."""
    return str(_TOLD_OUT.sub("", regex.sub(r"\([^()]*\)", " ", label)))


@lru_cache(maxsize=512)
def label_marks(labels: tuple[str, ...], lang: str) -> tuple[frozenset[str], ...]:
    """The marks of each label, without what brackets or a dash add to it: `Critics (0–6)`, `Mixed – two days here`."""
    bare = map(name_of, labels)
    found = zip(labels, (marks(label, lang).set for label in bare), strict=True)
    return tuple(
        named or marks(label, lang).set or _people_in(label, lang) for label, named in found
    )


def _people_in(label: str, lang: str) -> frozenset[str]:
    """What a label that only names people says: `with customers`."""
    if marks(label, lang).degrees or is_yes(label) or is_no(label):
        return frozenset()
    return frozenset(stem(w, lang) for w in regex.findall(r"[^\W\d_]{5,}", label.lower()))


def own_words(sheet: Sheet, lang: str) -> frozenset[str]:
    """Everything that a sheet says: labels, heads, question; what is denied also without that."""
    return _own_words((*sheet.labels, *sheet.heads, sheet.asked, sheet.kind), lang)


def _without(sheet: Sheet, sentence: Sentence, text: Text) -> frozenset[str]:
    """What a sheet says, but for a sentence that stands in its opening words."""
    asked = sheet.asked.replace(sentence.text, " ")
    return _own_words((*sheet.labels, *sheet.heads, asked, sheet.kind), text.lang)


@lru_cache(maxsize=512)
def _own_words(told: tuple[str, ...], lang: str) -> frozenset[str]:
    found = frozenset().union(*label_marks(told, lang))
    return found | {mark.strip(NOT) for mark in found}


def people_of(sentence: Sentence | None, text: Text, claims: Claims) -> frozenset[str]:
    """What the whole document is about: its title, and the sentences that tell how many were asked."""
    asked = _asked_of(text, claims)
    if sentence and sentence.block == 0:
        return asked
    return asked | marks(text.blocks[0].text, text.lang).set


@read_once
def _asked_of(text: Text, claims: Claims) -> frozenset[str]:
    base = str(claims.base)
    printed = regex.sub(r"(?<=\d)(?=\d{3}$)", r"[ ,\\u00a0]?", base) if claims.base else "$^"
    sized = regex.pattern(rf"(?<![\d.,]){printed}(?![\d])")
    return marks(" ".join(s.text for s in text.sentences if sized.search(s.text)), text.lang).set


def _is_elsewhere(
    strange: set[str],
    sheet: Sheet,
    sheets: list[Sheet],
    sentence: Sentence,
    text: Text,
    claims: Claims,
) -> bool:
    """Whether a strange word is said of another list, or in another sentence that gives a share."""
    own = {number.value for row in sheet.cells for number in row if number is not None}
    for one in sheets if strange else ():
        if one.first != sheet.first:
            known = _without(one, sentence, text)
            if any(is_among(m, known) for m in strange):
                return True
    for found in claims.by_sentence.values() if strange else ():
        told = found[0].sentence
        if sheet.first <= told.block <= sheet.last or told.order == sentence.order:
            continue
        if told.section == sheet.section and all(claim.number.value in own for claim in found):
            continue  # it tells the same list again
        known = marks(told.text, text.lang).set
        if any(is_among(m, known) for m in strange):
            return True
    return False


# ---- what a claim means in one sheet


def _meant(
    words: str,
    said: Marks,
    sheet: Sheet,
    sentence: Sentence,
    sheets: list[Sheet],
    text: Text,
    claims: Claims,
    answer: str = "",
    *,
    doubted: bool = False,
) -> Meant | None:
    plain = [label for label in sheet.labels if not marks(label, text.lang).all]
    people = {w for label in plain for w in _people_in(label, text.lang)}
    if people:
        spoken = {stem(w, text.lang) for w in regex.findall(r"[^\W\d_]{5,}", words.lower())}
        said = replace(said, all=(*said.all, *(people & spoken)))
    whole, known = said.set, _without(sheet, sentence, text)
    bare = frozenset(mark.strip(NOT) for mark in whole)
    over = sheet.asked.replace(sentence.text, " ")
    question = frozenset(_met(marks(question_in(over), text.lang).set, bare))
    asked = _met(marks(over, text.lang).set, bare)
    strange = {m for m in bare if not is_among(m, known)} - people_of(sentence, text, claims)
    strange = {m for m in strange if len(asked) == 0 or not told_otherwise(m, known, text.lang)}
    if doubted and len(strange) == len(bare) and not answer:
        return None  # nothing of it is said
    if _is_elsewhere(strange, sheet, sheets, sentence, text, claims):
        return None
    own = {mark for mark in whole if mark[0] == NOT and not is_among(mark, known)}
    denied = {mark for mark in own if is_among(mark[1:], known)}
    least = 0 if _is_yes_no(sheet) else 1
    denies = bool(denied) or (doubted and bool(own) and len(asked) > least)
    said = replace(said, denies=denies)
    if strange and not doubted and len(sheets) > _FEW and sheet.section != sentence.section:
        return None
    for grid in (sheet, *((sheet.turned,) if _is_across(sheet) else ())):
        column = _column(grid, bare, text)
        if column < 0:
            continue
        if answer:
            ways: Iterable[Rows] = _plain(answer, grid, column)
        else:
            bounded = _bounded(words, grid, column, text) if asked else ()
            often = tuple(_frequent(words, grid, column, text))
            told = how_often(words, text.lang) if often else None
            if told is not None:
                strange -= marks(words[told.start : told.end], text.lang).set
            ways = (*bounded, *often, *_rows(said, grid, column, question, text))
        for rows, how, hits in ways:
            named = how == "named" and not any(is_never(grid.labels[r], text.lang) for r in rows)
            if (named and said.denies and denied) or (how == "half" and strange):
                continue
            if how == "yes" and _LACKS.search(words):
                continue
            if how in ("part", "total") and (strange or not asked):
                continue
            near = 0.5 * (sheet.section == sentence.section) + 0.25 * (sheet.last < sentence.block)
            return Meant(
                grid, rows, column, how, hits + len(asked) + near - len(strange) / 2, len(strange),
                len(asked),
            )  # fmt: skip
    return None


def _is_yes_no(sheet: Sheet) -> bool:
    """Whether a list gives one yes and one no."""
    return sum(map(is_yes, sheet.labels)) == 1 == sum(map(is_no, sheet.labels))


def question_in(asked: str) -> str:
    """The question in what stands over a list, without what stands in brackets; else all of it."""
    bare = regex.sub(r"\([^()?]*\)", " ", asked)
    found = regex.findall(r"[^.?!„“«\"]{5,}\?", bare) or _STATED.findall(bare)
    return " ".join(found) or bare


def _is_across(sheet: Sheet) -> bool:
    """Whether the answers stand across: each row makes 100."""
    if len(sheet.heads) < 2 or sheet.is_whole or not sheet.shares:
        return False
    sums = [sum(n.value for n in row if n is not None) for row in sheet.cells]
    return all(abs(one - 100) <= 2.5 for one in sums)


def _column(sheet: Sheet, said: frozenset[str], text: Text) -> int:
    """The column that words name by its head, else that of all; -1 where it is unclear."""
    heads = [marks(head, text.lang).set for head in sheet.heads]
    named = [at for at, head in enumerate(heads) if head and len(_met(head, said)) == len(head)]
    return named[0] if len(named) == 1 else total_column(sheet, text)


Rows = tuple[tuple[int, ...], str, float]


def _rows(
    said: Marks, sheet: Sheet, column: int, asked: frozenset[str], text: Text
) -> Iterator[Rows]:
    """The rows that words mean, how, and how many of their words are met; the first is the best."""
    present = [row for row, _ in sheet.column(column)]
    yield from _degreed(said, sheet, present, text)
    yield from _net(said, sheet, present, text)
    named = list(_named(said, sheet, present, asked, text))
    yield from (one for one in named if one[1] == "named")
    yield from _answered(said, sheet, present, asked, text)
    yield from (one for one in named if one[1] != "named")
    everyone = [row for row in sheet.rests if is_of_all(sheet.labels[row], text)]
    if len(everyone) == 1 and not named and not sheet.is_whole and sheet.cells[everyone[0]][column]:
        yield (everyone[0],), "total", 0.0


def _plain(answer: str, sheet: Sheet, column: int) -> Iterator[Rows]:
    """The rows of those who said yes, or no, to the question of a list that has both."""
    rows = [row for row, _ in sheet.column(column)]
    yes = tuple(row for row in rows if is_yes(sheet.labels[row]) or says_yes(sheet.labels[row]))
    no = tuple(row for row in rows if is_no(sheet.labels[row]) or says_no(sheet.labels[row]))
    if sheet.is_whole and yes and no and not set(yes) & set(no):
        yield (yes, "yes", 1.0) if answer == "yes" else (no, "no", 1.0)


def _bounded(words: str, sheet: Sheet, column: int, text: Text) -> tuple[Rows, ...]:
    """The rows of amounts within a bound: `not longer than three months` of `under one`, `one to three`."""
    timed = is_timed(sheet.labels)
    meant = extent(words, text.lang, timed)
    if meant is None or not sheet.is_whole:
        return ()
    inside, outside = [], 0
    for row, cells in enumerate(sheet.cells):
        label = sheet.labels[row]
        none = is_never(label, text.lang)
        if cells[column] is None or (row in sheet.rests and not none):
            continue
        own = (0.0, 0.0) if none else extent(label, text.lang, timed)
        if own is not None and is_within(own, meant):
            inside.append(row)
        elif own is not None and is_outside(own, meant):
            outside += 1
        elif not word_pattern(text.words.other).search(label):
            return ()
    return ((tuple(inside), "net", 2.0),) if inside and outside else ()


def _frequent(words: str, sheet: Sheet, column: int, text: Text) -> Iterator[Rows]:
    """The row that is done as often as the words say, or those done so often at least."""
    meant = how_often(words, text.lang)
    if meant is None or not sheet.is_whole:
        return
    read = {row: how_often(sheet.labels[row], text.lang) for row in range(len(sheet.labels))}
    often = {
        row: one
        for row, one in read.items()
        if one is not None and sheet.cells[row][column] is not None
    }
    same_ = [r for r, one in often.items() if one.least == meant.least and one.open >= meant.open]
    if len(often) > 1 and len(same_) == 1:
        yield (same_[0],), "named", 2.0
    elif len(often) > 1 and meant.open and len(same_) < len(often):
        rows = tuple(row for row, one in often.items() if one.least >= meant.least > 0)
        if rows and len(rows) < len(often):
            yield rows, "net", 2.0


def _net(said: Marks, sheet: Sheet, present: list[int], text: Text) -> Iterator[Rows]:
    """The rows of one half of a scale: `piekrīt` of `pilnīgi piekrītu, drīzāk piekrītu`."""
    if not sheet.is_whole:
        return
    labels = label_marks(sheet.labels, text.lang)
    halves: dict[frozenset[str], list[int]] = {}
    for row in present:
        core = labels[row] if row < len(labels) else frozenset()
        if core and len(core) < 3:
            halves.setdefault(core, []).append(row)
    cores = {core: rows for core, rows in halves.items() if len(rows) > 1}
    if not cores:
        return
    meant = [core for core in halves if len(_met(core, said.set)) == len(core)]
    if len(meant) != 1:
        return
    rows = halves[meant[0]]
    strong = [r for r in rows if marks(sheet.labels[r], text.lang).degrees & said.degrees]
    if strong and len(strong) < len(rows):
        if len(strong) == 1:
            yield (strong[0],), "named", 2.0
        return
    yield tuple(rows), "net", 1.0 + len(meant[0])


def _degreed(said: Marks, sheet: Sheet, present: list[int], text: Text) -> Iterator[Rows]:
    """The answers whose degrees are all told: `either definitely or probably`."""
    if len(said.degrees) < 2 or not sheet.is_whole:
        return
    read = {row: marks(sheet.labels[row], text.lang) for row in present}
    denies = said.denies or any(mark[0] == NOT for mark in said.all)
    rows = [
        row
        for row, one in read.items()
        if one.degrees
        and one.degrees <= said.degrees
        and (one.denies or is_no(sheet.labels[row])) == denies
    ]
    told = frozenset().union(*(read[row].degrees for row in rows))
    if len(rows) > 1 and told == said.degrees:
        yield tuple(rows), "degrees", 2.0


def _named(
    said: Marks, sheet: Sheet, present: list[int], asked: frozenset[str], text: Text
) -> Iterator[Rows]:
    """The one row whose label the words name, by half of what no other label has."""
    labels = label_marks(sheet.labels, text.lang)
    whole = [
        row
        for row in present
        if labels[row] and len(_met(labels[row], said.set)) == len(labels[row])
    ]
    seen = Counter(mark for label in labels for mark in label)
    fits = []
    for row in present:
        own = frozenset(m for m in labels[row] if seen[m] == 1)
        own = frozenset(m for m in own if not any(same(m, word) for word in asked)) or own
        hit = _met(own, said.set)
        if hit:
            fits.append((len(hit) / len(own), len(hit), row))
    fits.sort(reverse=True)
    good = [one for one in fits if one[0] >= 0.5]
    if len(whole) == 1:
        if not any(row != whole[0] for _, _, row in good):  # else two are told of
            yield (whole[0],), "named", float(len(labels[whole[0]]))
        return
    if good and len(good) < 3 and (len(good) == 1 or good[0][0] > good[1][0]):
        yield (good[0][2],), "named" if good[0][0] > 0.5 else "half", float(good[0][1])
    elif len(fits) == 1:
        yield (fits[0][2],), "part", 0.5


def _answered(
    said: Marks, sheet: Sheet, present: list[int], asked: frozenset[str], text: Text
) -> Iterator[Rows]:
    """Those who say yes, or no, to a question that the words repeat."""
    if not asked or not sheet.is_whole:
        return
    read = {row: marks(sheet.labels[row], text.lang) for row in present}
    bare = {row: one for row, one in read.items() if not one.all}
    yes = tuple(
        row
        for row in present
        if is_yes(sheet.labels[row])
        or says_yes(sheet.labels[row])
        or _degree_only(bare, row, False)
    )
    no = tuple(row for row in present if is_no(sheet.labels[row]) or _degree_only(bare, row, True))
    if yes and (no or not said.denies):
        yield (no if said.denies else yes), "no" if said.denies else "yes", 0.0
        return
    labels = label_marks(sheet.labels, text.lang)
    poles = {m for label in labels for m in label if any(NOT + m in other for other in labels)}
    known = said.set | asked | {NOT + pole for pole in poles} | poles
    told = {m for label in labels for m in label if poles & label}
    if any(not any(same(mark, word) for word in known) for mark in told):
        return  # it is of a part of what the words tell: `e-books`
    for pole in poles if len(poles) == 1 and not yes else ():
        good = tuple(
            row for row in present if pole in labels[row] and NOT + pole not in labels[row]
        )
        bad = tuple(row for row in present if NOT + pole in labels[row])
        if any(mark[0] == NOT for mark in said.all):
            yield bad, "no", 0.0
        elif len(good) == 1:
            yield good, "yes", 0.0


def _degree_only(bare: dict[int, Marks], row: int, denied: bool) -> bool:
    """Whether an answer is a degree alone: `definitely`, `probably not`."""
    return row in bare and bool(bare[row].degrees) and bare[row].denies == denied


def is_narrow(
    words: str, sheet: Sheet, text: Text, claims: Claims, sentence: Sentence | None = None
) -> bool:
    """Whether words are of a group that neither the sheet nor the document is about."""
    known = own_words(sheet, text.lang) | people_of(sentence, text, claims)
    for match in word_pattern(text.words.group).finditer(words):
        found = marks(match.group(0), text.lang).set
        if found and not all(any(same(m, word) for word in known) for m in found):
            return True
    return False
