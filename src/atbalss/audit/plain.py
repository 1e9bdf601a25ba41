"""Plain text and Markdown to blocks: paragraphs joined over page breaks, tables, captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from atbalss.audit import regex
from atbalss.audit.captioned import with_captions
from atbalss.audit.captions import caption_of, names_beside
from atbalss.audit.columns import NOTE, Columns, columns_at, running_titles
from atbalss.audit.contents import contents_lines, shouts
from atbalss.audit.drawn import entries_parted, without_bars
from atbalss.audit.flow import (
    CHAPTER,
    CLOSED,
    NUMBERED,
    VALUED,
    finished,
    numbered_results,
    real_heading,
)
from atbalss.audit.grouped_rows import grouped
from atbalss.audit.heads import with_heads, with_percent_heads
from atbalss.audit.joined_cells import parted
from atbalss.audit.language import Language, language_of, words_of
from atbalss.audit.plain_marks import PICTURE, body_of, clean, headed, on_one_line
from atbalss.audit.text import Block, Kind, Text
from atbalss.audit.value_lines import piped_at, results_at, results_in
from atbalss.audit.value_rows import rows_at

_ROW = regex.pattern(r"^\s*\|.*\|\s*$|^\s*\S.*\|.*\|.*\S\s*$")
_RULE = regex.pattern(r"^[\s|:+=-]+$")
_ITEM = regex.pattern(
    r"^\s*(?:o(?=\s\s)|[-*+•·–—▪●◦]|\d{1,2}\)|\(?[a-zа-я]\)|[a-hа-з]\.(?=\s[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ„“\"«]))\s+"
)
_HEAD = regex.pattern(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNSAID = regex.pattern(
    r"<(?:img|svg|figure)\b|\{\{[<%\s]*(?:image|figure)\b|!\[\s*\]\(", regex.IGNORECASE
)
_TO_CHAPTER = regex.pattern(r"^\s*(?:[-*+]|\d{1,2}[.)])?\s*\[[^\]]{2,200}\]\(#[^)\s]*\)\s*$")
_LEADERS = regex.pattern(r"(?:\.{3,}|…{2,}|\s{3,}|\t)\s*\d{1,3}\s*$")
_DEFINED = regex.pattern(
    r"^\w*[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2}\w*(?:\s+[–—=-]\s|\s?:\s(?=[a-zāčēģīķļņšūžа-яё]))"
)
MAX_LINE = 20_000
_FULL = 60  # letters of a line that is broken because it is full


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document as extracted: its number, its page, what the format says it is."""

    text: str
    number: int
    page: int = 0
    kind: Kind | None = None
    cells: tuple[str, ...] = ()  # of a table's row, where the format knows it
    plain: bool = False  # set as the text around it is, in a document whose headings are not


def read_lines(name: str, lines: Sequence[Line], lang: str = "") -> Text:
    """A document of lines as blocks; `lang` is found out where not given."""
    known = lang or language_of(" ".join(line.text for line in lines)[:200_000])
    words = words_of(known)
    texts = entries_parted([without_bars(line.text) for line in lines])
    lines = [replace(line, text=words_) for line, words_ in zip(lines, texts, strict=True)]
    lines = list(captions_parted(lines, words))
    paged = running_titles([line.text if line.kind is None else "" for line in lines])
    lines = [replace(line, text="") if at in paged else line for at, line in enumerate(lines)]
    listed = set(contents_lines([line.text if line.kind is None else "" for line in lines]))
    listed |= {
        at for at, line in enumerate(lines) if line.kind is None and _TO_CHAPTER.match(line.text)
    }
    lines = [
        replace(line, kind=Kind.CONTENTS) if at in listed else line for at, line in enumerate(lines)
    ]
    blocks = list(with_captions(list(finished(_blocks(lines, words), words))))
    return Text(name, tuple(with_percent_heads(with_heads(blocks))), known)


def captions_parted(lines: Sequence[Line], words: Language) -> Iterator[Line]:
    """Lines of which a caption with its values, `Figure 1. "Is it fair?" Yes 58%, no 42%`, is made several.

    Also captions side by side, under two pictures: `Figure 1   Figure 2`.
    """
    for line in lines:
        names = () if line.cells else names_beside(line.text, words)
        if names:
            yield from (replace(line, text=name, kind=Kind.CAPTION) for name in names)
            continue
        told = line.kind is None and not line.cells and line.text.count("%") > 1
        parts = results_in(line.text) if told else None
        if parts is None or not _caption(clean(parts[0]), words):
            yield line
            continue
        yield replace(line, text=parts[0], kind=Kind.CAPTION)
        yield from (replace(line, text="", cells=cells) for cells in (("", ""), *parts[1]))


def read_plain(name: str, text: str, lang: str = "") -> Text:
    """Plain text or Markdown as blocks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    lines = _SPREAD.sub(on_one_line, text).split("\n")
    body = [Line(headed(line[:MAX_LINE]), n) for n, line in body_of(lines)]
    if "<tr" in text:
        from atbalss.audit.markup import with_tables

        body = with_tables(body)
    return read_lines(name, body, lang)


_SPREAD = regex.pattern(
    r"<(?:!--.{0,4000}?--|/?[a-zA-Z](?:[^<>\n]|\n(?!\s*\n)){0,2000})>", regex.DOTALL
)


def _blocks(lines: Sequence[Line], words: Language) -> Iterator[Block]:
    """Blocks as they stand, one pass; paragraphs are joined later."""
    open_: list[Line] = []
    at = 0
    counted = numbered_results([line.text if line.kind is None else "" for line in lines])
    lines = [
        replace(line, text=NUMBERED.sub("- ", line.text)) if place in counted else line
        for place, line in enumerate(lines)
    ]
    plain = [line.text if line.kind is None and not line.cells else "" for line in lines]
    captioned = False
    while at < len(lines):
        line = lines[at]
        table = _table_at(plain, at, captioned, words) if plain[at].strip() else None
        if table is not None:
            yield from map(_as_title, _closed(open_, words))
            open_, at, captioned = [], table.end, False
            yield from _table([replace(lines[n], cells=cells) for n, cells in table.rows], words)
            continue
        if _is_row(line):
            yield from _closed(open_, words)
            open_ = []
            end = at
            while end < len(lines) and _is_row(lines[end]):
                end += 1
            yield from _table(lines[at:end], words)
            at = end
            continue
        at += 1
        alone = line.kind is not None or _HEAD.match(line.text) or not line.text.strip()
        if open_ and len(open_) == 1 and _whole_caption(open_[0], line, words):
            yield from _closed(open_, words)
            open_ = []
        begins = _begins_caption(open_, line, words)
        if alone or begins or _begins_anew(open_, line, words):
            yield from _closed(open_, words)
            open_ = []
        if line.text.strip():
            captioned = begins or (captioned and bool(open_))
        yield from _pictures(line)
        if alone:
            yield from _alone(line, words)
        else:
            open_.append(line)
    yield from _closed(open_, words)


def _table_at(plain: Sequence[str], at: int, captioned: bool, words: Language) -> Columns | None:
    """The table of plain text that begins at a line, in whatever way it is set."""
    table = piped_at(plain, at) if "|" in plain[at] else None
    table = table or columns_at(plain, at, captioned)
    table = table or rows_at(plain, at, lambda words_: _caption(clean(words_), words))
    return table or results_at(plain, at)


def _flows(open_: Sequence[Line]) -> bool:
    """Whether a block goes on: its last line ends no sentence."""
    return bool(open_) and not CLOSED.search(open_[-1].text)


def _begins_caption(open_: Sequence[Line], line: Line, words: Language) -> bool:
    ended = not _flows(open_) or open_[-1].text.rstrip().endswith(")")
    return ended and _caption(clean(line.text), words)


def _begins_anew(open_: Sequence[Line], line: Line, words: Language) -> bool:
    """Whether a line begins a block of its own: an item, a title in capitals, a bold or a defined word."""
    if _ITEM.match(line.text) or NUMBERED.match(line.text):
        if not _flows(open_):
            return True
        if not (_dash_flows(open_, line) or _ordinal_flows(open_, line, words)):
            return True
    if open_ and shouts(open_[-1].text) != shouts(line.text):
        return True
    if open_ and _DEFINED.match(clean(line.text)):
        return True
    return _bold(line.text) or _broken_early(open_, line)


def _pictures(line: Line) -> Iterator[Block]:
    """What the pictures of a line say of themselves."""
    for picture in PICTURE.findall(line.text):
        if picture.strip():
            yield Block(Kind.CHART, clean(picture), line.number, line.page)
    if _UNSAID.search(line.text):
        yield Block(Kind.CHART, "", line.number, line.page)


def _dash_flows(open_: Sequence[Line], line: Line) -> bool:
    """Whether a dash that begins a line stands within a sentence of full lines, and opens no item."""
    if line.kind is not None or not regex.match(r"\s*[–—]\s", line.text):
        return False
    if _ITEM.match(open_[0].text) or NUMBERED.match(open_[0].text):
        return False
    last = open_[-1].text.rstrip()
    if regex.search(r"[?:][\"”“»']?\s\([^()]*\)$", last):
        return False  # a question and how it was answered: its answers follow
    return len(last) >= _FULL and not last.endswith((";", ","))


def _ordinal_flows(open_: Sequence[Line], line: Line, words: Language) -> bool:
    """Whether a line goes on with an ordinal, `… are shown in / 4. tabulā.`, and opens no item or caption."""
    if line.kind is not None or not regex.match(r"\s*\d{1,2}\.\s[^\W\d_]", line.text):
        return False
    last, text = open_[-1].text.rstrip(), clean(line.text)
    if len(last) < _FULL or last.endswith((";", ",", ":")) or not text.split()[1][0].islower():
        return False
    told = caption_of(text, words)
    return told is None or not told[2]


def _broken_early(open_: Sequence[Line], line: Line) -> bool:
    """Whether a numbered heading, or an item, ends before a line although no blank follows: its line had room."""
    if open_ and line.kind is None and _ITEM.match(open_[0].text) and line.text[:1].isupper():
        last = open_[-1].text.rstrip()
        return last.endswith(".") and len(last) + len(line.text.split()[0]) < len(line.text)
    if len(open_) != 1 or line.kind is not None or not NUMBERED.match(open_[0].text):
        return False
    head, after = open_[0].text.rstrip(), line.text.strip()
    if len(head) > 60 or CLOSED.search(head) or not after[:1].isalpha() or after[:1].islower():
        return False
    return len(after) > len(head) + 15 and not regex.search(r"%|\d[.,]\d", head)


def _whole_caption(first: Line, after: Line, words: Language) -> bool:
    """Whether a caption is at its end, although no blank line follows."""
    text = clean(first.text)
    begun = after.text.strip()[:1]
    return _caption(text, words) and not (begun.islower() or begun == "(") and len(text) < 110


def _is_row(line: Line) -> bool:
    if line.cells:
        return True
    return line.kind is None and line.text.count("|") >= 2 and bool(_ROW.match(line.text))


def _bold(text: str) -> bool:
    bare = text.strip()
    return bare.startswith("**") and bare.endswith("**") and len(bare) > 4


def _alone(line: Line, words: Language) -> Iterator[Block]:
    head = _HEAD.match(line.text)
    text = clean(head.group(2) if head else line.text)
    if not text:
        return
    kind = line.kind or (Kind.HEADING if head else Kind.PARAGRAPH)
    printed = kind is Kind.HEADING and line.page > 0  # a caption is set off as a heading is
    if (kind is Kind.PARAGRAPH or printed) and _caption(text, words):
        kind = Kind.CAPTION
    yield Block(kind, text, line.number, line.page)


def _as_title(block: Block) -> Block:
    """What stands right above a table of plain text: its title, and no chapter's."""
    low = block.kind is Kind.HEADING and not (real_heading(block) or block.line == 1)
    return replace(block, kind=Kind.PARAGRAPH) if low else block


def _closed(lines: list[Line], words: Language) -> Iterator[Block]:
    """A run of lines without a blank as one block; a table of contents stays lines."""
    if not lines:
        return
    if _titled(lines, words):
        yield Block(Kind.HEADING, clean(lines[0].text), lines[0].number, lines[0].page)
        lines = lines[1:]
    if any(_LEADERS.search(line.text) for line in lines):
        for line in lines:
            kind = Kind.CONTENTS if _LEADERS.search(line.text) else None
            yield from _closed_run([line], words, kind)
        return
    yield from _closed_run(lines, words, None)


def _titled(lines: Sequence[Line], words: Language) -> bool:
    """Whether the first of lines is a title with no blank behind it: short, while a sentence follows."""
    if len(lines) < 2 or any(line.kind for line in lines[:2]) or lines[0].page:
        return False
    first, after = clean(lines[0].text), clean(lines[1].text)
    if (
        not 3 < len(first) < 50
        or regex.search(r"[\d%:;,–—|]|[.!?…”\"»)]$", first)
        or len(after) < 50
        or first.split()[-1] in words.stop  # `… improved between / 2023 and 2024.`
    ):
        return False
    return first[0].isupper() and (after[0].isupper() or after[0].isdigit() or after[0] in '„“«"')


def _closed_run(lines: list[Line], words: Language, kind: Kind | None) -> Iterator[Block]:
    text, starts = "", []
    for line in lines:
        piece = clean(line.text)
        if not text and _ITEM.match(line.text):
            piece = clean(_ITEM.sub("", line.text))
            kind = kind or Kind.ITEM
        if not piece:
            continue
        if text.endswith("-") and piece[:1].islower() and text[-2:-1].isalpha():
            text = text[:-1]
        elif text:
            text += " "
        starts.append((len(text), line.number))
        text += piece
    if not any(char.isalnum() for char in text):
        return
    if kind is None and _caption(text, words):
        kind = Kind.CAPTION
    if kind is None and NUMBERED.match(text) and len(text) > 90:
        kind = Kind.ITEM
    kind = kind or _heading(lines, text)
    yield Block(kind, text, starts[0][1], lines[0].page, tuple(starts))


def _heading(lines: list[Line], text: str) -> Kind:
    """A heading is short, alone and does not end as a sentence does."""
    if lines[0].plain:
        return Kind.PARAGRAPH
    if len(lines) > 4 or len(text) > 120 or CLOSED.search(text) or text[:1].islower():
        return Kind.HEADING if text.endswith(":") and len(text) < 60 else Kind.PARAGRAPH
    if regex.search(r"\?.{0,3}[”“»\")]|\([^()]*$|:\s[„“«\"]", text):
        return Kind.PARAGRAPH  # a question as it was put, not closed by a full stop
    if _DEFINED.match(text) or text.startswith("(") or (NOTE.match(text) and text[-1] != ":"):
        return Kind.PARAGRAPH
    letters = [char for char in text if char.isalpha()]
    if letters and all(char.isupper() for char in letters) and len(letters) > 3:
        return Kind.HEADING
    shown = regex.search(r"%|\d[.,]\d", CHAPTER.sub("", text))
    numbered = NUMBERED.match(text) or CHAPTER.match(text)
    if len(lines) == 1 and (numbered or _bold(lines[0].text)) and not shown:
        return Kind.HEADING
    listed = len(lines) > 1 and all(VALUED.search(line.text) for line in lines[-2:])
    return Kind.HEADING if len(text) < 60 and not (shown or listed) else Kind.PARAGRAPH


def _caption(text: str, words: Language) -> bool:
    return len(text) < 400 and caption_of(text, words) is not None


def _table(lines: Sequence[Line], words: Language) -> Iterator[Block]:
    rows, numbers = [], []
    for line in lines:
        if not line.cells and _RULE.match(line.text):
            continue
        cells = line.cells or tuple(line.text.strip().strip("|").split("|"))
        rows.append(tuple(clean(cell) for cell in cells))
        numbers.append(line.number)
    if rows:
        rows, numbers = grouped(parted(_without_ordinals(rows), words), numbers)
        yield Block(
            Kind.TABLE, "", numbers[0], lines[0].page, rows=tuple(rows), row_lines=tuple(numbers)
        )


def _without_ordinals(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Rows without a first column that only counts them: 1, 2, 3."""
    body = [row[0].strip(" .)") for row in rows[1:] if row]
    counted = body == [str(number) for number in range(1, len(body) + 1)]
    wide = all(len(row) > 2 for row in rows)
    named = wide and not regex.search(r"\d", rows[0][0])
    texts = named and sum(any(c.isalpha() for c in row[1]) for row in rows[1:]) == len(body)
    return [row[1:] for row in rows] if counted and texts and len(body) > 1 else rows
