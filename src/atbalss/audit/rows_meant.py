"""Which rows of a list words mean: one by its name, a net, a degree, a bound, those who say yes or no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from atbalss.audit.extents import extent, is_outside, is_timed, is_within
from atbalss.audit.forms import NOT, Marks, marks
from atbalss.audit.how_often import how_often, is_never
from atbalss.audit.met import met, same
from atbalss.audit.sheet_words import label_marks
from atbalss.audit.sheets import Sheet, is_of_all
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.yes_no import is_no, is_yes, says_no, says_yes

Rows = tuple[tuple[int, ...], str, float]


def rows_meant(
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


def rows_answering(answer: str, sheet: Sheet, column: int) -> Iterator[Rows]:
    """The rows of those who said yes, or no, to the question of a list that has both."""
    rows = [row for row, _ in sheet.column(column)]
    yes = tuple(row for row in rows if is_yes(sheet.labels[row]) or says_yes(sheet.labels[row]))
    no = tuple(row for row in rows if is_no(sheet.labels[row]) or says_no(sheet.labels[row]))
    if sheet.is_whole and yes and no and not set(yes) & set(no):
        yield (yes, "yes", 1.0) if answer == "yes" else (no, "no", 1.0)


def rows_within(words: str, sheet: Sheet, column: int, text: Text) -> tuple[Rows, ...]:
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


def rows_so_often(words: str, sheet: Sheet, column: int, text: Text) -> Iterator[Rows]:
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
    meant = [core for core in halves if len(met(core, said.set)) == len(core)]
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
        if labels[row] and len(met(labels[row], said.set)) == len(labels[row])
    ]
    seen = Counter(mark for label in labels for mark in label)
    fits = []
    for row in present:
        own = frozenset(m for m in labels[row] if seen[m] == 1)
        own = frozenset(m for m in own if not any(same(m, word) for word in asked)) or own
        hit = met(own, said.set)
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
