"""The share of a group told again with another value than the table of groups has: `among women 45 %`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import shared
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.numbers import Unit
from atbalss.audit.rules.apart import is_old
from atbalss.audit.rules.retold import signs_of
from atbalss.audit.series import Result, Series, is_rest, series_of
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year, wave_columns

_MEASURE = 2  # stems of its title that a sentence must name, to be about a table
_SHORT = 5  # stems of a sentence that goes on about the matter of the one before
_VAGUE = r"vecum\w*|dzimum\w*|gad\w{0,3}|age[ds]?|years?|sex|gender|возраст\w*|пол\w?|лет|год\w*|skait\w*|number|число"
_LABEL = r"attēls|tabula|figure|table|рисунок|таблица|pielikums|annex|приложение"
_AGES = regex.pattern(r"(?<!\d)\d{1,2}(?:\s?[–-]\s?\d{1,2})?(?!\d|\s?%|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Row:
    """A group of a table: what names it, what its table is about, its result."""

    named: frozenset[str]
    about: frozenset[str]
    words: str
    result: Result
    table: int
    core: frozenset[str]  # of its title alone, without what stands in brackets


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of a group that differ from those of the one table which is of the same thing."""
    known = frozenset(
        _names(item.label, text)
        for series in series_of(text, claims)
        for item in series.results
        if series.table and item.base
    )
    rows = [
        row for series in series_of(text, claims) for row in _rows(series, known, claims.base, text)
    ]
    if not rows:
        return
    wave = last_year(text)
    done = {id(claim) for claim in claims.kept.get("told-twice", ())}
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or id(claim) in done:
            continue
        if claim.number.unit is not Unit.PERCENT or is_old(claim, wave, text):
            continue
        if is_earlier(claim.segment, wave, text) or claim.years - {wave}:
            continue
        row = _meant(claim, rows, text)
        if row is None or not _differs(claim, row, rows, claims):
            continue
        claims.kept.setdefault("told-twice", []).append(claim)
        yield finding(
            text, "two-values", spot_of(text, claim), (row.result.spot,), line=row.result.spot.line,
            value=claim.number.shown,
            other=row.result.number.shown,
        )  # fmt: skip


def _rows(series: Series, known: frozenset[frozenset[str]], base: int, text: Text) -> Iterator[Row]:
    """The groups of a table whose rows count those who are in them, here or in another table."""
    if not series.table or series.title or wave_columns(text.blocks[series.first]):
        return
    named_ = [item for item in series.results if not is_rest(item.label, text)]
    counted = [item for item in named_ if item.base]
    if not counted and all(_names(item.label, text) in known for item in named_):
        counted = named_
    alike = counted and len({item.base for item in counted}) < 2
    if len(counted) < 2 or (alike and 0 < sum(item.base for item in counted) != base):
        return  # not groups, but answers of the same persons
    total = sum(item.base for item in series.results)
    if total and all(abs(100 * item.base / total - item.number.value) <= 1 for item in counted):
        return  # as well: each share is what its own count makes of all
    block = text.blocks[series.first]
    below = text.blocks[series.last + 1 : series.last + 2]
    near = [b.text for b in below if b.kind is Kind.CAPTION and b.line > block.line]
    words = " ".join((series.lead.partition("\n")[0], *block.rows[0][1:], *near))
    people = word_pattern(f"{text.words.people}|{text.words.group}|{_VAGUE}")
    about = frozenset(stems(people.sub(" ", words), text.lang))
    bare = regex.sub(r"\([^()]*\)", " ", series.lead.partition("\n")[0])
    bare = regex.sub(
        rf"^(?:(?:{_LABEL})\s)?\d[\d.]*\s?(?:{_LABEL})?[.:]?", " ", bare, flags=regex.IGNORECASE
    )
    core = frozenset(stems(people.sub(" ", bare), text.lang)) - shared(
        [_names(item.label, text) for item in counted]
    )
    for item in counted:
        named = _names(item.label, text)
        if named:
            yield Row(named, about, words, item, series.first, core)


def _names(words: str, text: Text) -> frozenset[str]:
    """The stems of a group's name, or its ages."""
    ages = {regex.sub(r"\s", "", age).replace("–", "-") for age in _AGES.findall(words)}
    return frozenset(ages) if ages else frozenset(stems(words, text.lang))


def _meant(claim: Claim, rows: list[Row], text: Text) -> Row | None:
    """The one group that a share is of: named in its part of the sentence, in a table about its matter."""
    segment = regex.sub(r"\([^()]*\)", " ", claim.segment)
    said = frozenset(stems(segment, text.lang)) | _names(segment, text)
    matter = frozenset(stems(claim.sentence.text, text.lang))
    before = text.sentences[claim.sentence.order - 1] if claim.sentence.order else claim.sentence
    if before.block == claim.sentence.block and len(matter) <= _SHORT:
        matter |= frozenset(stems(before.text, text.lang))  # `Among fathers it is 66 %`
    fits = [row for row in rows if row.named <= said and _is_about(row, matter)]
    if not fits:
        return None
    most = max(len(row.about & matter - row.named) for row in fits)
    best = [row for row in fits if len(row.about & matter - row.named) == most]
    if len(best) != 1 or sum(row.named <= said for row in rows if row.table == best[0].table) > 1:
        return None
    row = best[0]
    whole = signs_of(claim.segment, text)
    return row if whole[0] == signs_of(row.words, text)[0] else None


def _is_about(row: Row, matter: frozenset[str]) -> bool:
    """Whether a sentence names two words of a table's title, or all that the title has."""
    title = frozenset(row.core) - row.named
    return len(row.about & matter - row.named) >= _MEASURE or bool(title and title <= matter)


def _differs(claim: Claim, row: Row, rows: list[Row], claims: Claims) -> bool:
    """Whether neither the table nor the sentence explains the value: a sum, a rest, another group's."""
    value, step = claim.number.value, max(claim.number.step, row.result.number.step)
    if abs(value - row.result.number.value) <= step + 1e-9:
        return False
    beside = {item.number.value for item in claims.of(claim.sentence)}
    if row.result.number.value in beside or abs(100 - value - row.result.number.value) <= step:
        return False
    whole = sum(item.result.base for item in rows if item.table == row.table)
    for base in filter(None, (whole, claims.base)):
        if row.result.base and abs(100 * row.result.base / base - value) <= 1:
            return False  # how many of all the group is
    table = [item.result.number.value for item in rows if item.table == row.table]
    return value not in table
