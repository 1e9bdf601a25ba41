"""Lists of means outside tables: items, lines, or parts of one sentence that give a group and its mean each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.finding import Spot, quoted, spot
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.strand_rows import entry
from atbalss.audit.text import Kind, Sentence, Text

_FEWEST = 3  # means of one sentence
_HELD = regex.pattern(r"\((\d{1,4}(?:[.,]\d{1,2})?[^()%\d]{0,12})\)")  # `Harbour (8.1)`
_OPENED = regex.pattern(r"^(?:[^:;]*[?:]\s)?")
_MARKED = regex.pattern(r"\s[–—-]\s\d|:\s\d|\(\d|\.{3}")

Line = tuple[str, Number, Spot]


def mean_lists(text: Text) -> Iterator[tuple[int, int, list[Line]]]:
    """(first block, last block, lines) of each list whose lines end in a plain number."""
    run: list[tuple[int, Line]] = []
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.ITEM:
            made = _line(block.text, text, Spot(quoted(block.text), block.line, block.page, index))
            if made is not None:
                run.append((index, made))
                continue
        if len(run) > 1:
            yield run[0][0], run[-1][0], [line for _, line in run]
        run = []
        if block.kind in (Kind.PARAGRAPH, Kind.CAPTION) and len(block.starts) > 1:
            lines = list(_lines(text, index))
            if len(lines) > 1:
                yield index, index, lines
    if len(run) > 1:
        yield run[0][0], run[-1][0], [line for _, line in run]
    for sentence in text.prose:
        if len(_MARKED.findall(sentence.text)) >= _FEWEST:
            lines = list(_parts(sentence, text))
            if len(lines) >= _FEWEST:
                yield sentence.block, sentence.block, lines


def _lines(text: Text, index: int) -> Iterator[Line]:
    """The lines of a paragraph behind its opening; none where one of them gives no mean."""
    block = text.blocks[index]
    edges = [start for start, _ in block.starts] + [len(block.text) + 1]
    found: list[Line] = []
    for begin, end in itertools.pairwise(edges):
        words = block.text[begin : end - 1].strip()
        made = _line(words, text, Spot(quoted(words), block.line_at(begin), block.page, index))
        if made is None and found:
            return
        if made is not None:
            found.append(made)
    yield from found


def _parts(sentence: Sentence, text: Text) -> Iterator[Line]:
    """`Harbour – 8.1, Hospital – 7.4, all – 7.8`: every part gives one."""
    words = sentence.text.rstrip(" .")
    opened = _OPENED.match(words)
    body = words[opened.end() if opened else 0 :]
    where = spot(text, sentence, 0, len(words))
    found = [
        _line(part, text, where)
        for part in regex.split(r"[,;]\s(?!\d)(?:(?:and|but|un|bet|и|а)\s)?|\s(?:and|un|и)\s", body)
    ]
    if all(found):
        yield from (line for line in found if line)


def _line(words: str, text: Text, where: Spot) -> Line | None:
    bare = _HELD.sub(r"– \1", words.strip(" ;.,"))
    made = entry(bare, text) if any(map(str.isdigit, bare)) and "%" not in bare else None
    if made is None or made[1].unit is not Unit.NONE or not 0 < made[1].value < _MOST:
        return None
    return made[0], made[1], where


_MOST = 10_000
