"""A caption, the question or title below it, and its values belong together: one caption, one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.columns import NOTE
from atbalss.audit.text import Block, Kind

_VALUED = regex.pattern(
    r"^(?P<label>[^\W_].*?[^\s:–—-])\s?(?:[:–—-]\s)?\s?(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?(?P<sign>%?)[;.]?$"
)
_ASKS = regex.pattern(r"^(?:[^%]|(?<!\d)(?<!\d )%)*\?[”“»\"')\]]*(?:\s\([^()]*\))?\.?$")
_BASED = regex.any_case(
    r"(?:bāze|base|база)(?!\w)[^%]*$|(?:[вv] )?% (?:no|of|от|из|среди|among)\s[^%]*$|\W*n\s?=\s?[\d ]+\W*$"
)
_BETWEEN = 300  # characters of a question or a title below a caption


def with_captions(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with what stands between a caption and its values joined to the caption.

    Items under a caption that are labels with bare values become a table.
    """
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind is not Kind.CAPTION:
            yield block
            at += 1
            continue
        titled = at + 1 < len(blocks) and _titles(block, blocks[at + 1])
        follows = at + 1 + titled
        table, end = _listed(blocks, follows)
        if follows < len(blocks) and blocks[follows].kind is Kind.TABLE:
            table, end = blocks[follows], follows + 1
        if table is None:
            yield block
            at += 1
            continue
        yield joined(block, blocks[at + 1]) if titled else block
        yield table
        at = end


def _titles(caption: Block, after: Block) -> bool:
    """Whether a block below a caption is its question or base, or the title of a bare number."""
    if after.kind not in (Kind.PARAGRAPH, Kind.HEADING) or len(after.text) > _BETWEEN:
        return False
    bare = len(caption.text) < 30 and not after.text.rstrip().endswith(".")
    based = _BASED.match(after.text) is not None and len(after.text) < 120
    noted = NOTE.match(after.text) is not None and not regex.search(r"\d\s?%", after.text)
    return _ASKS.search(after.text) is not None or based or bare or noted


def joined(block: Block, after: Block) -> Block:
    """A block with the words of the next one behind its own, each on its line."""
    shift = len(block.text) + 1
    starts = block.starts or ((0, block.line),)
    more = after.starts or ((0, after.line),)
    moved = tuple((place + shift, line) for place, line in more)
    return replace(block, text=f"{block.text} {after.text}", starts=(*starts, *moved))


def _listed(blocks: Sequence[Block], at: int) -> tuple[Block | None, int]:
    """Items with a bare value each as a table, and where they end."""
    rows: list[tuple[str, str]] = []
    lines: list[int] = []
    place = at
    while place < len(blocks) and blocks[place].kind is Kind.ITEM:
        match = _VALUED.match(blocks[place].text)
        if match is None or match.group("sign") or len(match.group("label")) > 90:
            return None, at
        rows.append((match.group("label"), match.group("value")))
        lines.append(blocks[place].line)
        place += 1
    if len(rows) < 2:
        return None, at
    first = blocks[at]
    made = Block(
        Kind.TABLE, "", first.line, first.page,
        rows=(("", ""), *rows), row_lines=(first.line, *lines),
    )  # fmt: skip
    return made, place
