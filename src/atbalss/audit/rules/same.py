"""One share told twice in words of its own: a title, a caption, a yes to a question, a net of rows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.rules.retold import NARROW, named_by, question_of, signs_of
from atbalss.audit.text import Block, Kind, Text, word_pattern
from atbalss.audit.waves import current_column, is_earlier, last_year, share_in
from atbalss.study.decimals import marked

_YES = re.compile(r"[\s„“«\"‘']*(?:yes|jā|да)(?!\w)", re.IGNORECASE)
_NO = re.compile(r"[\s„“«\"‘']*(?:no|nē|нет)(?!\w)", re.IGNORECASE)
_SAID = re.compile(
    r"(?<!\w)(?:[„“«\"‘'](?:yes|jā|да)[”“»\"’',]|yes(?!\w)|apstiprinoš\w*|affirmativ\w*|утвердительн\w*|положительн\w*)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?<!\w)(?:[„“«\"‘'](?:no|nē|нет)[”“»\"’',]|noliedzoš\w*|negativ\w*|отрицательн\w*)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\d\s(?:of|out of|no|из)\s\d+[^.;()%]{0,40}\(\s?$", re.IGNORECASE)
_ONCE = frozenset({"хотя бы", "at least", "vismaz", "раз", "reizi", "gan", "both"})


@dataclass(frozen=True, slots=True)
class Told:
    """A share of all who answered: what names it, what was asked, its signs, value, place."""

    named: frozenset[str]
    asked: frozenset[str]
    signs: tuple[int, frozenset[str]]
    number: Number
    slack: float  # how far a sum of rounded rows may be off
    spot: Spot
    claim: Claim | None

    @property
    def all(self) -> frozenset[str]:
        """Everything that is said of it."""
        return self.named | self.asked


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Pairs of places that surely tell one share, with two values."""
    told = [*_of_prose(text, claims), *_of_tables(text)]
    done = {id(claim) for claim in claims.kept.get("told-twice", ())}
    for one, other in itertools.combinations(told, 2):
        if one.spot.block == other.spot.block or not _differ(one, other) or not _same(one, other):
            continue
        if {id(one.claim), id(other.claim)} & done or _supported(one, other, told):
            continue
        first, second = sorted((one, other), key=lambda item: item.spot.line)
        claims.kept.setdefault("told-twice", []).extend(
            item.claim for item in (one, other) if item.claim is not None
        )
        done |= {id(one.claim), id(other.claim)} - {id(None)}
        yield finding(
            text, "two-values", first.spot, (second.spot,), line=second.spot.line,
            value=marked(first.number.shown, text.lang),
            other=marked(second.number.shown, text.lang),
        )  # fmt: skip


def _differ(one: Told, other: Told) -> bool:
    step = max(one.number.step, other.number.step) + max(one.slack, other.slack)
    return abs(one.number.value - other.number.value) > step + 1e-9


def _same(one: Told, other: Told) -> bool:
    """Whether two shares are surely of one answer: what names either is said of both."""
    if one.signs != other.signs:
        return False
    core = one.named & other.named
    spare = (one.named - other.all, other.named - one.all)
    if any(spare):
        sure = len(core) >= 3 and len(spare[0]) <= 1 and len(spare[1]) <= 1
        if not sure:
            return False
    asked = all(
        len(own.asked - rest.all) * 2 <= len(own.asked)
        for own, rest in ((one, other), (other, one))
        if own.claim is None or own.asked
    )
    alike = one.named == other.named and len(core) == 2
    return bool(core) and asked and (alike or len(one.all & other.all) >= 3)


def _supported(one: Told, other: Told, told: list[Told]) -> bool:
    """Whether both values are told elsewhere as well, and so may be of two things."""
    return all(item.claim is None or _again(item, told) for item in (one, other))


def _again(own: Told, told: list[Told]) -> bool:
    """Whether another place gives the value of something that has half of the words."""
    return any(
        item is not own
        and item.signs == own.signs
        and not _differ(item, own)
        and len(item.all & own.named) * 2 >= len(own.named)
        for item in told
    )


def _of_prose(text: Text, claims: Claims) -> Iterator[Told]:
    wave = last_year(text)
    kinds = (Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION, Kind.HEADING)
    for claim in claims.levels:
        sentence = claim.sentence
        if sentence.kind not in kinds or claim.number.unit is not Unit.PERCENT:
            continue
        if is_earlier(claim.segment, wave, text) or claim.years - {wave}:
            continue
        if _COUNTED.search(sentence.text[: claim.number.start]):
            continue  # it has a base of its own
        if word_pattern(r"grup\w*|group\w*|групп\w*").search(sentence.text):
            continue
        if word_pattern(f"{NARROW}|{text.words.group}").search(claim.segment):
            continue
        asked = question_of(sentence, text)
        number = claim.number
        around = (
            f"{sentence.text[claim.start : number.start]} {sentence.text[number.end : claim.end]}"
        )
        bare = re.sub(r"[„“«\"][^„“«»”\"]{8,200}\?[^„“«»”\"]{0,80}[”“»\"]", " ", around)
        named, signs = _named(bare, text), signs_of(bare, text)
        if asked and (_SAID.search(bare) or _DENIED.search(bare)):
            named = _named(asked, text)
            signs = (int(bool(_DENIED.search(bare))), signs_of(asked, text)[1])
        if named:
            where = spot(text, sentence, claim.number.start, claim.number.end)
            yield Told(
                named, _named(asked, text), (signs[0], signs[1] - _ONCE), claim.number, 0.0,
                where, claim,
            )  # fmt: skip


_WHEN = (  # how long, how often, and what only leads to a question or a figure
    r"течени\w+|последн\w+|месяц\w*|недел\w*|хотя|раз|однажды|вопрос\w*|рис|наскольк\w+|pēdēj\w+|laikā|mēneš\w+|nedēļ\w+"
    r"|reizi|reizes|vismaz|jautājum\w*|cik|past|last|months?|weeks?|twelve|during|once|least|questions?|figure|table"
)


def _named(words: str, text: Text) -> frozenset[str]:
    return named_by(word_pattern(_WHEN).sub(" ", words), text)


def _of_tables(text: Text) -> Iterator[Told]:
    for index, block in enumerate(text.blocks):
        column = current_column(block) if block.kind is Kind.TABLE else None
        if column is None or len(block.rows) < 3:
            continue
        near = [b.text for b in text.blocks[max(0, index - 1) : index] if "?" in b.text]
        asked = " ".join((*near, *block.rows[0]))
        if "?" not in asked:
            continue
        yield from _yes_of(text, index, block, column, asked)


def _yes_of(text: Text, index: int, block: Block, column: int, asked: str) -> Iterator[Told]:
    """The share that says yes to the question over a table: one row, or the sum of several."""
    rows = [place for place in range(1, len(block.rows)) if _YES.match(block.rows[place][0])]
    if not rows or not any(_NO.match(row[0]) for row in block.rows[1:]):
        return
    shares = [share_in(block, place, column, text) for place in rows]
    found = [share for share in shares if share is not None]
    if len(found) != len(rows):
        return
    question = asked[: asked.rfind("?")]
    total = sum(share.value for share in found)
    first = found[0]
    number = Number(total, first.digits, Unit.PERCENT, 0, first.start, first.end)
    line = block.row_lines[rows[0]] if rows[0] < len(block.row_lines) else block.line
    where = Spot(quoted(" | ".join(block.rows[rows[0]])), line, block.page, index)
    named, signs = _named(question, text), signs_of(question, text)
    if named:
        slack = 0.5 * (len(found) - 1) * first.step
        degrees = (signs[0], signs[1] - _ONCE)
        yield Told(named, named, degrees, number, slack, where, None)
