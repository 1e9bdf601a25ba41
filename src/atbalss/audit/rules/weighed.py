"""The mean of all against the means of the groups that make them: `84 euros on average`, weighed by their sizes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.counts_told import ELSEWHERE
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.lists import COUNTS
from atbalss.audit.measures import ERROR, UNITS
from atbalss.audit.numbers import Number, Unit, numbers, whole_number
from atbalss.audit.rules.retold import NARROW
from atbalss.audit.text import Block, Kind, Text, word_pattern

_MEAN = {
    "lv": r"vidēj\w+|caurmērā|vērtējum\w*|ball\w*|punkt\w*|atzīm\w*",
    "en": r"average\w*|mean|scores?|ratings?|points|marks?",
    "ru": r"средн\w+|балл\w*|оценк\w*",
}
_OF_ALL = {
    "lv": r"vidēji|kopum\w*|kopēj\w+|visu (?:\w+ )?vidēj\w+|vidējais",
    "en": r"on average|averag\w+|overall|mean|across (?:all|the)|altogether",
    "ru": r"в среднем|средн\w+|общ(?:ая|ий|ее|ей)|в целом|по всем|по всей",
}
_SHARE = 0.03  # of all who may belong to no group


@dataclass(frozen=True, slots=True)
class Weighed:
    """The mean that a table's groups make, what rounding may make of it, and the row of all."""

    mean: float
    slack: float
    low: float
    high: float
    unit: str
    spot: Spot
    whole: tuple[Number, Spot] | None
    values: frozenset[float]


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Means of all, in a row or in words, that the groups' means cannot make."""
    tables = [made for index in range(len(text.blocks)) if (made := _weighed(text, index, claims))]
    for table in tables:
        if (
            table.whole is not None
            and abs(table.whole[0].value - table.mean) > table.slack + table.whole[0].step
        ):
            yield _told(text, table.whole[0], table.whole[1], table)
    if len(tables) != 1:
        return
    table = tables[0]
    cue, error = word_pattern(_OF_ALL[text.lang]), word_pattern(ERROR)
    unit = word_pattern(UNITS[text.lang])
    narrow = word_pattern(
        f"{NARROW}|{ELSEWHERE}|{text.words.last_wave}|{text.words.rise}|{text.words.fall}"
    )
    wrong: list[tuple[Number, Spot]] = []
    for sentence in text.sentences:
        words = sentence.text
        if cue.search(words) is None or error.search(words) or narrow.search(words):
            continue
        found = [
            item
            for item in numbers(words, text.lang)
            if item.unit is not Unit.PERCENT and not item.sign and not item.ranged and 0.5 * table.low <= item.value <= 2 * table.high
            and ((measured := unit.match(words, item.end + 1)) is not None or item.unit is Unit.POINTS or item.digits)
            and (not table.unit or measured is None or measured.group(0)[:3].lower() == table.unit)
        ]  # fmt: skip
        if any(abs(item.value - table.mean) <= table.slack + item.step for item in found):
            return  # told: another is of something else
        if len(found) != 1 or found[0].value in table.values:
            continue
        wrong.append((found[0], spot(text, sentence, found[0].start, found[0].end)))
    for number, at in wrong:
        yield _told(text, number, at, table)


def _told(text: Text, number: Number, at: Spot, table: Weighed) -> Finding:
    shown = f"{table.mean:.{max(number.digits, 0)}f}"
    return finding(
        text, "two-values", at, (table.spot,), code="weighed-mean", line=table.spot.line,
        value=number.shown, other=shown,
    )  # fmt: skip


def _weighed(text: Text, index: int, claims: Claims) -> Weighed | None:
    """The mean of a table with a column of sizes and one of means; None of other tables."""
    block = text.blocks[index]
    if block.kind is not Kind.TABLE or not 3 <= len(block.rows) <= 13 or len(block.rows[0]) != 3:
        return None
    head = block.rows[0]
    counted = [at for at in (1, 2) if COUNTS.fullmatch(head[at].strip(" ,."))]
    if len(counted) != 1 or "%" in " ".join(head):
        return None
    column = 3 - counted[0]
    over = text.blocks[index - 1].text if index else ""
    if word_pattern(_MEAN[text.lang]).search(f"{head[column]} {over}") is None:
        return None
    groups, whole = _groups(text, block, index, counted[0], column)
    sizes = [size for size, _ in groups]
    total = sum(sizes)
    base = claims.survey[0] or claims.base
    if len(groups) < 2 or not base or abs(total - base) > _SHARE * base:
        return None
    values = [number.value for _, number in groups]
    mean = sum(size * value for size, value in zip(sizes, values, strict=True)) / total
    measured = word_pattern(UNITS[text.lang]).search(head[column])
    line = block.row_lines[1] if len(block.row_lines) > 1 else block.line
    return Weighed(
        mean, max(n.step for _, n in groups) / 2 + _SHARE * (max(values) - min(values)) * (total != base),
        min(values), max(values), measured.group(0)[:3].lower() if measured else "",
        Spot(quoted(" | ".join(block.rows[1])), line, block.page, index), whole, frozenset(values),
    )  # fmt: skip


def _groups(
    text: Text, block: Block, index: int, counted: int, column: int
) -> tuple[list[tuple[int, Number]], tuple[Number, Spot] | None]:
    """(sizes and means of the groups, the mean of the row of all)."""
    total = word_pattern(
        f"{text.words.total}|vis\\w{{1,3}}|vidēj\\w+|все\\w?|average|mean|overall|средн\\w+|в среднем"
    )
    groups: list[tuple[int, Number]] = []
    whole = None
    for place, row in enumerate(block.rows[1:], 1):
        found = numbers(row[column], text.lang)
        if (
            len(row) != 3
            or len(found) != 1
            or not regex.fullmatch(r"\d[\d \u00a0,]*", row[counted].strip())
        ):
            return [], None
        if total.match(row[0].strip(' „“"«»')):
            line = block.row_lines[place] if place < len(block.row_lines) else block.line
            whole = (found[0], Spot(quoted(" | ".join(row)), line, block.page, index))
        else:
            groups.append((whole_number(row[counted]), found[0]))
    return groups, whole
