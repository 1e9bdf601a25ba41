"""The heads of tables: one where there is none, and the sign of percent where words above say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.text import Block, Kind

_PER_CENT = r"(?<!\w)(?:per ?cent|procent(?:os|i)|процент(?:ах|ы|ов))(?!\w)"
_IN_PERCENT = regex.any_case(rf"(?:^|[,;(\s–—-])%(?!\s?\d)|\({_PER_CENT}|{_PER_CENT}(?! of)")
_PERCENT = regex.any_case(_PER_CENT)
_SHARES = regex.pattern(r"\d{1,3}(?:[.,]\d{1,2})?|[–—-]?")


_VALUE = regex.pattern(r"\s*\d{1,3}(?:[.,]\d{1,2})?\s?%\s*")


def with_heads(blocks: list[Block]) -> list[Block]:
    """Tables whose first row is a result like the others, with an empty head above it.

    Markdown has no table without a head, so who has none to write puts the first answer there.
    """
    return [_headed(block) if block.rows else block for block in blocks]


def _headed(block: Block) -> Block:
    if len(block.rows) < 2 or not all(
        len(row) > 1 and row[0].strip() and all(map(_VALUE.fullmatch, row[1:]))
        for row in block.rows
    ):
        return block
    head = ("",) * len(block.rows[0])
    lines = (block.row_lines[:1] or (block.line,)) + block.row_lines
    return replace(block, rows=(head, *block.rows), row_lines=lines if block.row_lines else ())


def _leads(block: Block) -> bool:
    """Whether a block is a caption or a short line that leads to a table."""
    return block.kind is Kind.CAPTION or (
        block.kind in (Kind.PARAGRAPH, Kind.HEADING)
        and len(block.text) < 110
        and not block.text.endswith(".")
    )


def with_percent_heads(blocks: list[Block]) -> Iterator[Block]:
    """Tables whose caption says that they are in percent: the sign is put into the heads of columns."""
    for place, block in enumerate(blocks):
        if block.rows and any(_PERCENT.search(cell) for cell in block.rows[0][1:]):
            head = tuple(_PERCENT.sub("%", cell) for cell in block.rows[0])
            block = replace(block, rows=(head, *block.rows[1:]))
        near = [b.text for b in blocks[max(0, place - 1) : place] if _leads(b)]
        below = [b.text for b in blocks[place + 1 : place + 2] if b.text.startswith("(")]
        near = [" ".join(near + below)] if near or below else []
        plain = block.kind is Kind.TABLE and not any(
            "%" in cell for row in block.rows for cell in row
        )
        if not plain or not (_is_said(block, near) or _is_whole(block)):
            yield block
            continue
        columns = [
            column
            for column in range(1, len(block.rows[0]))
            if all(
                _SHARES.fullmatch(row[column].strip())
                for row in block.rows[1:]
                if column < len(row)
            )
            and not regex.fullmatch(
                r"[nN]|skaits|count|число|кол-во", block.rows[0][column].strip(), regex.IGNORECASE
            )
        ]
        head = tuple(
            _with_sign(cell) if column in columns else cell
            for column, cell in enumerate(block.rows[0])
        )
        yield replace(block, rows=(head, *block.rows[1:]))


def _with_sign(head: str) -> str:
    """The head of a column with the sign of percent: `Girls (n = 164) %`, but `Girls n = 164, %`."""
    return f"{head}, %" if head[-1:].isdigit() and "=" in head else f"{head} %".strip()


def _is_said(block: Block, near: list[str]) -> bool:
    """Whether the words over a table say that it is in percent."""
    return bool(near) and _IN_PERCENT.search(near[0]) is not None and not _small(block)


_YEAR = regex.pattern(r"(?:199\d|20[0-3]\d)\.?")
_WHOLE_CELL = regex.pattern(r"\d{1,3}(?:[.,]\d)?")
_WHOLE = regex.any_case(r"(?:total|all(?: answers)?|kopā|pavisam|summa|всего|итого|сумма)\W*")


def _is_whole(block: Block) -> bool:
    """Whether a table of two columns ends with a total of 100, near which its numbers come."""
    if len(block.rows[0]) != 2:
        return False
    cells = [row[1].strip() for row in block.rows[1:] if len(row) == 2]
    if not 3 <= len(cells) == len(block.rows) - 1 or not _WHOLE.fullmatch(block.rows[-1][0]):
        return False
    if block.rows[0][1] or not all(map(_WHOLE_CELL.fullmatch, cells)):
        return False
    values = [float(cell.replace(",", ".")) for cell in cells]
    return values[-1] == 100 and abs(sum(values[:-1]) - 100) <= 20


def _small(block: Block) -> bool:
    """Whether a table has one row alone; years over their values are enough."""
    years = [cell for cell in block.rows[0][1:] if _YEAR.fullmatch(cell.strip())]
    named = bool(block.rows[-1][0]) and len(years) < max(2, len(block.rows[0]) - 1)
    return len(block.rows) < 3 and named
