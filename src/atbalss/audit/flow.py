"""Blocks joined that a page break parted, notes joined to their captions, comments told as quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.captioned import joined
from atbalss.audit.captions import SHARE
from atbalss.audit.language import Language
from atbalss.audit.text import Block, Kind, word_pattern

CLOSED = regex.pattern(r"[.!?:;…|][\"”“»')\]]*\s*$")
NUMBERED = regex.pattern(r"^\s*\d{1,2}\.\s+")
CHAPTER = regex.pattern(r"^\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[^\W\d_])")  # `3.1 Who answered`


def finished(blocks: Iterator[Block], words: Language) -> Iterator[Block]:
    """Blocks joined over page breaks; what stands under a heading of comments is quotations."""
    waiting: Block | None = None
    quoting = False
    for block in blocks:
        if block.kind is Kind.HEADING or (block.kind is Kind.PARAGRAPH and len(block.text) < 60):
            bare = block.text.rstrip(":")
            if word_pattern(words.quotes).fullmatch(bare):
                quoting = True
                block = replace(block, kind=Kind.HEADING)
            elif block.kind is Kind.HEADING:
                quoting = quoting and not real_heading(block)
                if quoting:
                    block = replace(block, kind=Kind.QUOTE)
        if block.kind is Kind.CAPTION:
            quoting = False
        if quoting and block.kind in (Kind.PARAGRAPH, Kind.ITEM) and "%" not in block.text:
            block = replace(block, kind=Kind.QUOTE)
        if waiting is not None and (_continues(waiting, block) or _notes(waiting, block)):
            waiting = joined(waiting, block)
            continue
        if waiting is not None:
            yield waiting
        waiting = block
    if waiting is not None:
        yield waiting


VALUED = regex.pattern(  # a line that is a label and its value
    r"[^\W_][\s)]*?(?:\s[–—-]\s|:\s)[^\W\d_]{0,8}\s?[(€$£]?\d[\d.,\u00a0 ]*\s?%?(?:\s?\([^()]*\)|\s[^\W\d_]{1,12}\.?)?[;,.]?\s*$"
)
_LISTED = 140  # letters of a numbered result


def numbered_results(lines: Sequence[str]) -> set[int]:
    """The lines that are the results of a numbered list: `1. Pupils — 34 %`, `2. Teachers — 28 %`."""
    run: list[int] = []
    found: set[int] = set()
    for at, line in enumerate((*lines, "|")):
        match = NUMBERED.match(line)
        follows = match is not None and int(match.group().strip().strip(".) ")) == len(run) + 1
        if follows and VALUED.search(line) and len(line) < _LISTED:
            run.append(at)
        elif line.strip() or not run:
            apart = len({NUMBERED.sub("", lines[n]).split()[0] for n in run}) == len(run)
            found |= set(run) if len(run) > 1 and apart else set()
            run = []
    return found


def real_heading(block: Block) -> bool:
    """Whether a heading is numbered, or in capitals."""
    return bool(NUMBERED.match(block.text) or CHAPTER.match(block.text)) or block.text.isupper()


def _continues(block: Block, after: Block) -> bool:
    """Whether a page break parted one paragraph."""
    if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or after.kind is not Kind.PARAGRAPH:
        return False
    return not CLOSED.search(block.text) and after.text[:1].islower() and len(block.text) > 40


def _notes(caption: Block, after: Block) -> bool:
    """Whether a short line right below a caption belongs to it: `Base: all passengers`."""
    if caption.kind is not Kind.CAPTION or after.kind not in (Kind.HEADING, Kind.PARAGRAPH):
        return False
    last = caption.starts[-1][1] if caption.starts else caption.line
    if after.line != last + 1 or len(after.starts) != 1 or len(after.text) > 110:
        return False
    if CHAPTER.match(after.text):
        return False
    return not SHARE.search(after.text) and not after.text.endswith((".", "!", "?"))
