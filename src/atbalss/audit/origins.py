"""Where the shares of a report come from: each share of its body, with the marks of its question and its answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from atbalss.audit import regex
from atbalss.audit.claimed import concluded
from atbalss.audit.claims import Claims, is_confidence
from atbalss.audit.finding import Spot, spot_of
from atbalss.audit.forms import NOT, Marks, marks
from atbalss.audit.kept import listed_once, read_once
from atbalss.audit.met import is_among
from atbalss.audit.rules.parts import parts_told, said_of, stands_apart, told_earlier
from atbalss.audit.rules.retold import piece_of, sections_again
from atbalss.audit.rules.told_shares import is_of_some
from atbalss.audit.sheet_words import label_marks, question_in
from atbalss.audit.sheets import Sheet, is_of_all, sheets_of, total_column
from atbalss.audit.summaries import lead_of
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.timelines import wave_of
from atbalss.audit.waves import last_year
from atbalss.audit.yes_no import is_no, is_yes

BEFORE = -1  # an earlier wave that no year names


@dataclass(frozen=True, slots=True)
class Origin:
    """A share of the body: the marks of its answer and of its question, its wave, its place.

    `year`: 0 for the present wave. `row`: of a list whose rows need their label said.
    """

    own: frozenset[str]
    asked: frozenset[str]
    value: float
    step: float
    shown: str
    spot: Spot
    group: int  # the list or question that it is an answer of
    year: int = 0
    row: bool = False
    order: int = -1

    @property
    def all(self) -> frozenset[str]:
        """Everything that names it."""
        return self.own | self.asked


@read_once
def retelling(text: Text, claims: Claims) -> frozenset[int]:
    """The blocks that tell again what the body has: titles, the opening, the summary, the conclusions, quotations."""
    inside = {text.sentences[order].block for order in concluded(text, claims)}
    inside |= {
        one.block
        for one in text.prose
        if QUOTED.match(one.text) and _SPEAKS.search(text.blocks[one.block].text)
    }
    heads = {
        at
        for at, block in enumerate(text.blocks)
        if block.kind is Kind.HEADING and not block.text.endswith(".")
    }
    lists = (sheet.first for sheet in sheets_of(text, claims) if stands_apart(sheet))
    asked = (one.block for one in text.sentences if _ASKED.search(one.text))
    first = next((claim.sentence.block for claim in claims.levels), 0)
    opening = {first} if first < min((*lists, *asked), default=0) else set()
    return frozenset(sections_again(text) | lead_of(text) | inside | heads | opening)


QUOTED = regex.pattern(r"^[„“«\"][^?„“«»”\"]{30,}[”“»\"]")  # what somebody says
_SPEAKS = regex.pattern(
    r"(?<!\w)(?:saka|norāda|stāsta|uzsver|teica|komentē|says?|said|говорит|сказал\w*|заявил\w*|отме(?:чает|тил\w*))(?!\w)"
)
_ASKED = regex.pattern(r"[„“«\"'][^„“«\"]{6,}\?[”“»\"']")


@listed_once
def origins_of(text: Text, claims: Claims) -> Iterator[Origin]:
    """All shares of the body of all who answered, whatever carries them; read once."""
    again = retelling(text, claims)
    made = (*_of_sheets(text, claims), *_of_parts(text, claims), *_of_series(text, claims))
    yield from (one for one in made if one.spot.block not in again)


def _of_parts(text: Text, claims: Claims) -> Iterator[Origin]:
    tables = {s.first for s in sheets_of(text, claims) if s.shares and stands_apart(s)}
    for part in parts_told(text, claims):
        if part.order >= 0 and (part.block not in tables or "?" in part.label or part.asked):
            yield Origin(
                part.named, frozenset(), part.value, part.step, part.shown, part.spot,
                -1 - part.order, row=not part.asked, order=part.order,
            )  # fmt: skip


def _of_sheets(text: Text, claims: Claims) -> Iterator[Origin]:
    for sheet in sheets_of(text, claims):
        if not sheet.shares or not stands_apart(sheet):
            continue
        asked = marks_of(question_in(sheet.asked), text) or marks_of(sheet.asked, text)
        dated = [_dated(label, text) for label in sheet.labels]
        if all(year for year, _ in dated) and len(sheet.heads) == 1:
            about = asked | marks_of(f"{sheet.asked} {sheet.heads[0]}", text)
            last = max(year for year, _ in dated)
            for row, number in sheet.column(0):
                year, group = dated[row]
                if not group:
                    yield _origin(
                        sheet, row, frozenset(), about, number.value, number.step, number.shown,
                        0 if year == last else year,
                    )  # fmt: skip
            continue
        yield from _rows(sheet, asked, text)


def marks_of(words: str, text: Text) -> frozenset[str]:
    """The marks of words, without numbers."""
    return without_numbers(marks(words, text.lang))


def without_numbers(said: Marks) -> frozenset[str]:
    """The marks that are no numbers."""
    return frozenset(mark for mark in said.set if not mark.strip(NOT)[0].isdigit())


def _dated(label: str, text: Text) -> tuple[int, str]:
    """The year of a row and the group that it is of, "" where it is of all: `2024, women`, `2022 (n = 515)`."""
    bare = regex.sub(r"\([^()]*\)|,? ?[nN] ?=.*|[.…:]+$", "", label).strip()
    year, _, group = bare.partition(",")
    if wave := wave_of(year):
        return int(wave), "" if not group or is_of_all(group, text) else group
    return 0, ""


def _origin(
    sheet: Sheet,
    row: int,
    own: frozenset[str],
    asked: frozenset[str],
    value: float,
    step: float,
    shown: str,
    year: int = 0,
) -> Origin:
    where = sheet.spots[row] if row < len(sheet.spots) else sheet.spots[0]
    return Origin(own, asked, value, step, shown, where, sheet.first, year, bool(own))


def _rows(sheet: Sheet, asked: frozenset[str], text: Text) -> Iterator[Origin]:
    """The answers of a list: those who say yes stand for its question, two halves of a scale for what they grade."""
    columns = [(year, column) for year, column in sheet.waves[:-1]]
    now = total_column(sheet, text)
    labels = label_marks(sheet.labels, text.lang)
    yes = sum(map(is_yes, sheet.labels)) and sum(map(is_no, sheet.labels)) and sheet.is_whole
    for year, column in [*columns, *([(0, now)] if now >= 0 else [])]:
        halves: dict[frozenset[str], list[int]] = defaultdict(list)
        for row, cells in enumerate(sheet.cells):
            number, label = cells[column], sheet.labels[row]
            if number is None or (row in sheet.rests and not is_of_all(label, text)):
                continue
            own = marks_of(regex.sub(r"\([^()]*\)", " ", label), text) or labels[row]
            if row in sheet.rests or (yes and is_yes(label)):
                own = frozenset()
            elif yes and is_no(label):
                continue
            if row in sheet.rests and sheet.is_whole:
                continue
            if own or asked:
                yield _origin(sheet, row, own, asked, number.value, number.step, number.shown, year)
            if own:
                halves[own].append(row)
        for core, rows in halves.items() if sheet.is_whole else ():
            graded = [n for row in rows if (n := sheet.cells[row][column]) is not None]
            if len(graded) > 1:
                value, digits = sum(n.value for n in graded), max(n.digits for n in graded)
                step = len(graded) * graded[0].step
                one = _origin(sheet, rows[0], core, asked, value, step, f"{value:.{digits}f}", year)
                yield replace(one, row=False)


def _of_series(text: Text, claims: Claims) -> Iterator[Origin]:
    """Shares of earlier waves, and those behind them that say nothing but their wave: `in 2022 61 %, in 2024 69 %`."""
    wave = last_year(text)
    for claim in claims.levels:
        sentence, number = claim.sentence, claim.number
        if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or is_confidence(claim):
            continue
        before = told_earlier(claim.segment, wave, text)
        near = [c for c in claims.of(sentence) if c.number.start < number.start]
        bare = not marks_of(word_pattern(text.words.people).sub(" ", piece_of(claim)), text)
        if is_of_some(claim, text, 0 if before else claims.base) or not (before or (near and bare)):
            continue
        years = claim.years - {wave}
        year = (next(iter(years)) if len(years) == 1 else BEFORE) if before else 0
        named = marks_of(said_of(near[0] if near else claim, text, claims), text)
        if named:
            yield Origin(
                named, frozenset(), number.value, number.step, number.shown, spot_of(text, claim),
                -1 - sentence.order, year, order=sentence.order,
            )  # fmt: skip


def telling(said: Iterable[str], known: tuple[Origin, ...]) -> dict[str, float]:
    """How much each mark tells: the fewer questions and answers have it, the more."""
    found: dict[str, float] = {}
    for mark in said:
        groups = {one.group for one in known if is_among(mark, one.asked)}
        rows = {(one.group, one.spot.line) for one in known if is_among(mark, one.own)}
        rows = {row for row in rows if row[0] not in groups}
        many = len(groups) + len(rows)
        found[mark] = 1 / many if many else 0.0
    return found
