"""Sums of answers in tables and captions: parts of one question that do not make 100 %, unexplained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.composed import is_sample
from atbalss.audit.finding import Finding, Spot, finding, quoted
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rests import silent_of
from atbalss.audit.rules.asked import (
    around,
    asks_openly,
    noted_above,
    noted_of,
    says_one,
    says_several,
    several_noted,
    titled_openly,
)
from atbalss.audit.rules.references import block_spot
from atbalss.audit.rules.sums_told import FULL, net, residual, scaled
from atbalss.audit.series import is_part
from atbalss.audit.text import Block, Kind, Text, word_pattern
from atbalss.study.decimals import marked

_MOST = 160.0  # above: several answers, or separate questions, and everybody sees it
_ANSWERS = 12  # more rows than that are a list of what people named, no scale
_COUNTS = regex.pattern(
    r"[nN]|skaits|bāze|count|base|total|число|кол-во|база|kopā|всего", regex.IGNORECASE
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Single-choice answers of a table or a caption that do not make 100 %."""
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 1:
            yield from _table(text, claims, index, block)
    yield from _captions(text, claims)


def _table(text: Text, claims: Claims, index: int, block: Block) -> Iterator[Finding]:
    rows = block.rows
    words = around(text, index)
    if says_several(words, text) or noted_above(text, index):
        return
    if index and noted_of(text.blocks[index - 1].text, text, claims):
        return
    over = text.blocks[index - 1].text if index else ""
    one = says_one(words, text) or ("?" not in over and is_sample(f"{over} {rows[0][0]}", text))
    block = _in_percent(text, block, one)
    rows = block.rows
    across = answer_columns(rows[0], text)
    if not across and _OF_ROW.search(words):
        across = made_across(text, block)
    if across:
        yield from _across(text, index, block, across)
        return
    kinds = [_answer(row[0] if row else "", text) for row in rows[1:]]
    noted = several_noted(text, claims)
    graded = kinds.count("scale") >= max(2, len(kinds) - 2)
    listed = graded or ("other" in kinds and not noted)
    openly = not noted and (asks_openly(words, text) or _titled(text, index))
    if made_across(text, block):
        return
    if len(rows) < 3 or not (listed or one or openly or "total" in kinds):
        yield from _unlike(text, index, block)
        return
    if any(regex.search(r"(?:19|20)\d\d|\d+\s?[–-]\s?\d+", row[0]) for row in rows[1:] if row):
        return  # waves or ages, no answers
    for column in range(1, max(len(row) for row in rows)):
        most = FULL if openly and not one else _MOST
        total = _column(text, block, column, kinds, listed or one or openly, one, most)
        if total:
            yield _told(text, index, block, column, total)
            return


def _column(
    text: Text,
    block: Block,
    column: int,
    kinds: Sequence[str],
    sure: bool,
    one: bool,
    most: float,
) -> str:
    """What a column of answers makes, where that is not 100; else ""."""
    cells = [
        None if is_part(block.rows[row][0]) else _cell(block, row, column, text)
        for row in range(1, len(block.rows))
    ]
    pairs = list(zip(cells, kinds, strict=True))
    parts = [cell for cell, kind in pairs if kind != "total" and cell]
    if len(parts) < 2 or len(parts) < len(block.rows) - 2:
        return ""
    whole = [cell for cell, kind in pairs if kind == "total" and cell]
    has_total = bool(whole) and abs(whole[0].value - 100) <= whole[0].step
    if not has_total and not sure:
        return ""
    total, spare = _sum(parts)
    many = sum(kind == "scale" for kind in kinds) >= len(kinds) - 1
    least = 50 if many or has_total else 80 if one else 100
    over = 100 + spare < total < most and len(parts) <= _ANSWERS
    under = least < total < 100 - spare and not silent_of(block, column, text)
    if not (over or under) or net(parts, spare) or _are_wholes(parts):
        return ""
    return f"{total:.{max(item.digits for item in parts)}f}"


def _are_wholes(parts: Sequence[Number]) -> bool:
    """Whether rows make 100 % several times over: sex, then age, then where they live."""
    made, spare, wholes = 0.0, 0.01, 0
    for item in parts:
        made, spare = made + item.value, spare + item.step / 2
        if abs(made - 100) <= spare:
            made, spare, wholes = 0.0, 0.01, wholes + 1
    return wholes > 1 and not made


_PLAIN = regex.pattern(r"\d{1,3}(?:[.,]\d)?")


def _in_percent(text: Text, block: Block, one: bool) -> Block:
    """A table of bare numbers as one of shares, where one answer was to be given to its question."""
    cells = [row[1].strip() for row in block.rows[1:] if len(row) == 2]
    bare = len(cells) == len(block.rows) - 1 >= 4 and all(map(_PLAIN.fullmatch, cells))
    if not (one and bare) or _COUNTS.fullmatch(block.rows[0][1].strip()):
        return block
    totals = [_answer(row[0], text) == "total" for row in block.rows[1:]]
    values = [float(cell.replace(",", ".")) for cell in cells]
    made = sum(value for value, total in zip(values, totals, strict=True) if not total)
    whole = [value for value, total in zip(values, totals, strict=True) if total]
    if not 80 < made < 120 or any(value != 100 for value in whole):
        return block
    head = (block.rows[0][0], f"{block.rows[0][1]} %".strip())
    return replace(block, rows=(head, *block.rows[1:]))


def _titled(text: Text, index: int) -> bool:
    """Whether the caption over a table is the title of an open question's answers."""
    above = text.blocks[index - 1] if index else None
    return above is not None and above.kind is Kind.CAPTION and titled_openly(above.text, text)


def _sum(parts: Sequence[Number]) -> tuple[float, float]:
    """The sum of shares, and what rounding may make of it."""
    return sum(item.value for item in parts), sum(item.step for item in parts) / 2 + 0.01


def _cell(block: Block, row: int, column: int, text: Text) -> Number | None:
    cells = block.rows[row]
    return _percent(cells[column] if column < len(cells) else "", block.rows[0], column, text)


def _told(text: Text, index: int, block: Block, column: int, total: str) -> Finding:
    line = block.row_lines[1] if len(block.row_lines) > 1 else block.line
    parts = (f"{row[0]} {row[column]}" for row in block.rows[1:] if column < len(row))
    where = Spot(quoted("; ".join(parts)), line, block.page, index)
    above = text.blocks[index - 1] if index else block
    asks = above.text.rstrip(" )”“»\"'").endswith((":", "?"))
    titled = (block_spot(above, index - 1),) if above.kind is Kind.CAPTION or asks else ()
    asked = text.blocks[index - 2] if titled and index > 1 else block
    if "?" in asked.text and text.sections[index - 2] == text.sections[index]:
        titled = (block_spot(asked, index - 2), *titled)
    wholes = [
        Spot(quoted(" | ".join(cells)), at, block.page, index)
        for cells, at in zip(block.rows[2:], block.row_lines[2:], strict=False)
    ]
    return finding(
        text, "sum-of-answers", where, (*titled, *wholes), total=marked(total, text.lang)
    )


def answer_columns(head: Sequence[str], text: Text) -> list[int]:
    """The columns of a table whose heads are the answers to one question; [] of other tables."""
    if len(head) < 3:
        return []
    names = [regex.sub(r"[,(]?\s?%\s?\)?$", "", cell).strip() for cell in head]
    places = [place for place in range(1, len(head)) if not _COUNTS.fullmatch(names[place])]
    kinds = [_answer(names[place], text) for place in places]
    good = [kind for kind in kinds if kind in ("other", "scale")]
    return places if len(good) >= 2 and len(good) >= len(places) - 1 else []


_OF_ROW = regex.pattern(
    r"(?<!\w)(?:% |percent\w* |per cent |procent\w* |процент\w* |дол\w+ )?(?:(?:of|by|in|across) (?:the |each )?rows?|rindā|rindās|pa rindām|no rindas|по строк\w+|в строк\w+|от строки)(?!\w)",
    regex.IGNORECASE,
)


def made_across(text: Text, block: Block) -> list[int]:
    """The columns of a table whose rows make 100 %, each or all but one; [] of other tables."""
    columns = list(range(1, len(block.rows[0])))
    counted = [at for at in columns if _COUNTS.fullmatch(block.rows[0][at].strip(" ,%"))]
    rows = range(1, len(block.rows))
    columns = [  # an index in a column of its own is no answer
        at for at in columns if at not in counted and any(_cell(block, r, at, text) for r in rows)
    ]
    if len(columns) < 2 or len(block.rows) < 3:
        return []
    right = wrong = 0
    for row in range(1, len(block.rows)):
        found = [_cell(block, row, column, text) for column in columns]
        parts = [cell for cell in found if cell is not None]
        if len(parts) < len(columns):
            continue
        total, spare = _sum(parts)
        right += abs(total - 100) <= spare
        wrong += abs(total - 100) > spare
    return columns if right > wrong or (right and right == wrong == 1) else []


def _across(text: Text, index: int, block: Block, columns: list[int]) -> Iterator[Finding]:
    """Rows of groups, columns of answers: a row that does not make 100 %."""
    wrong, right = [], 0
    for row in range(1, len(block.rows)):
        found = [_cell(block, row, column, text) for column in columns]
        parts = [cell for cell in found if cell is not None]
        if len(parts) < 2 or len(parts) < len(columns):
            continue
        total, spare = _sum(parts)
        if abs(total - 100) <= spare or net(parts, spare):
            right += 1
        elif 50 < total < _MOST:
            wrong.append((row, total, max(item.digits for item in parts)))
    if not wrong or (len(wrong) > 1 and len(wrong) > right):
        return
    for row, total, digits in wrong:
        line = block.row_lines[row] if row < len(block.row_lines) else block.line
        where = Spot(quoted(" | ".join(block.rows[row])), line, block.page, index)
        shown = marked(f"{total:.{digits}f}", text.lang)
        yield finding(text, "sum-of-answers", where, total=shown)


def _unlike(text: Text, index: int, block: Block) -> Iterator[Finding]:
    """A column that does not make 100 % where all the others of its table do."""
    rows = block.rows
    labels = [row[0] if row else "" for row in rows[1:]]
    if len(rows) < 4 or any(regex.search(r"(?:19|20)\d\d", label) for label in labels):
        return
    sums: list[tuple[int, float, float]] = []
    for column in range(1, max(len(row) for row in rows)):
        cells = [
            _percent(row[column] if column < len(row) else "", rows[0], column, text)
            for row in rows[1:]
        ]
        parts = [cell for cell in cells if cell is not None]
        if len(parts) == len(cells):
            spare = sum(item.step for item in parts) / 2 + 0.01
            sums.append((column, sum(item.value for item in parts), spare))
    wrong = [item for item in sums if abs(item[1] - 100) > item[2]]
    if len(sums) < 2 or len(wrong) != 1 or abs(wrong[0][1] - 100) > 40:
        return
    yield _told(text, index, block, wrong[0][0], f"{wrong[0][1]:g}")


def _percent(cell: str, head: Sequence[str], column: int, text: Text) -> Number | None:
    items = numbers(cell, text.lang)
    if len(items) != 1 or items[0].sign or items[0].value > 100:
        return None
    percent = items[0].unit is Unit.PERCENT or (column < len(head) and "%" in head[column])
    return items[0] if percent else None


def _answer(label: str, text: Text) -> str:
    bare = label.strip(' "„“”«».:').lower()
    if word_pattern(text.words.total).match(bare):
        return "total"
    if residual(text).fullmatch(regex.sub(r"(?<=\w\w\w) .{0,25}$", "", bare)) or residual(
        text
    ).fullmatch(bare):
        return "other"
    return "scale" if scaled(text).match(bare) and len(bare) < 50 else ""


_BARE = regex.pattern(
    r"(?:^|[;,]\s)(?P<label>[^;:]{1,60}?)\s(?:[–—-]\s)?(?P<n>\d{1,3}(?:[.,]\d)?)(?=;|,\s|\.?$)"
)


def _captions(text: Text, claims: Claims) -> Iterator[Finding]:
    """`Figure 2. Main reason, %: price 38; place 29; other 17`: a figure told in its caption."""
    for index, block in enumerate(text.blocks):
        if block.kind not in (Kind.CAPTION, Kind.PARAGRAPH, Kind.CHART) or ":" not in block.text:
            continue
        head, _, rest = block.text.partition(":")
        before = [b.text for b in text.blocks[max(0, index - 1) : index]]
        if "%" not in head or "%" in rest or len(head) > 160:
            continue
        if any(says_several(words, text) for words in (head, *before)):
            continue
        parts = list(_BARE.finditer(rest.strip(" .")))
        if len(parts) < 3 or len(parts) != len(regex.split(r";\s|,\s", rest.strip(" ."))):
            continue
        other = any(residual(text).match(m.group("label").strip()) for m in parts)
        single = any(says_one(words, text) for words in (head, *before))
        values = [float(match.group("n").replace(",", ".")) for match in parts]
        total, spare = sum(values), 0.5 * len(values) + 0.01
        openly = titled_openly(head, text) and not single and not several_noted(text, claims)
        most = FULL if openly else _MOST
        if not (other or single or openly) or not 100 + spare < total < most:
            continue
        where = Spot(quoted(block.text), block.line, block.page, index)
        shown = marked(f"{total:g}", text.lang)
        yield finding(text, "sum-of-answers", where, total=shown)
