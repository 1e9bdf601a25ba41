"""A result without its number of persons, where those beside it have theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.captions import caption_of
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.columns import NOTE
from atbalss.audit.finding import Finding, Spot, finding, spot
from atbalss.audit.in_turn import told_in_turn
from atbalss.audit.lists import COUNTS
from atbalss.audit.own_bases import OF_PART, is_every
from atbalss.audit.rules.references import block_spot
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.sampling_error import ASKED, ERROR
from atbalss.audit.series import Result, Series, is_rest, own_base, series_of, years_in
from atbalss.audit.stems import stems
from atbalss.audit.text import Block, Kind, Text, word_pattern


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Bare results of a series whose others have bases, and bare titles among titled tables."""
    seen: set[int] = set()
    for series in (*series_of(text, claims), *told_in_turn(text, claims)):
        yield from _without_error(series, text)
        for result in _bare(series, text):
            if result.spot.line not in seen:
                seen.add(result.spot.line)
                yield finding(
                    text, "missing-base", result.spot, code="missing-base-of",
                    words=result.label, value=result.number.shown,
                )  # fmt: skip
    titles = [*_titles(text, claims)]
    yield from titles or _captions(text)
    if not seen and not titles:
        yield from _sentences(text, claims)


_BASED = 3  # sentences with a base


def _sentences(text: Text, claims: Claims) -> Iterator[Finding]:
    """The one sentence with a share and no base, where all others have theirs, also when it is everybody."""
    levels = [
        claim for claim in claims.levels if claim.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)
    ]
    having = [claim for claim in levels if _told_base(claim)]
    if len(having) < _BASED - 1 or len(levels) - len(having) != 1 or is_every(text):
        return
    bare = next(claim for claim in levels if not _told_base(claim))
    everybody = any(_told_base(claim) == claims.base for claim in having)
    if (
        not everybody
        or not bare.alone
        or years_in(bare.sentence.text)
        or len({_told_base(claim) for claim in having}) < _BASED - 1
    ):
        return
    at = spot(text, bare.sentence, 0, bare.number.end)
    yield finding(
        text, "missing-base", at, code="missing-base-of", words=bare.segment[:60],
        value=bare.number.shown,
    )  # fmt: skip


def _told_base(claim: Claim) -> int:
    """The base that is printed in brackets behind a share."""
    behind = claim.sentence.text[claim.number.end :]
    match = regex.match(r"[^%().;]{0,60}\(([^()%]*)\)", behind)
    return own_base(match.group(1)) if match else 0


_PRINTED = regex.pattern(r"(?<!\w)[nN]\s?=\s?(\d+)")


def _captions(text: Text) -> Iterator[Finding]:
    """The one caption without `n =`, where all the others, two at least, print theirs."""
    if is_every(text) or any(block.kind is Kind.CHART for block in text.blocks):
        return
    kinds: dict[str, list[int]] = {"figure": [], "table": []}
    for index, block in enumerate(text.blocks):
        told = caption_of(block.text, text.words) if block.kind is Kind.CAPTION else None
        if told is not None and told[0] in kinds:
            kinds[told[0]].append(index)
    for places in kinds.values():
        counted = {at: bases for at in places if (bases := _counted_by(text, at))}
        bare = [at for at in places if at not in counted and _is_bare_caption(text, at)]
        if len(bare) != 1 or len(places) < 3 or len(counted) < 2:
            continue
        part = OF_PART[text.lang].search(text.blocks[bare[0]].text) is not None
        apart = len(set(counted.values())) > 1 or len(counted) >= _OFTEN
        if part or (apart and len(counted) == len(places) - 1):
            at = block_spot(text.blocks[bare[0]], bare[0])
            beside = len(places) - 1
            yield finding(text, "missing-base", at, code="missing-base-title", beside=beside)


_OFTEN = 4  # captions that print their base, even one and the same, make a habit


def _counted_by(text: Text, at: int) -> frozenset[str]:
    """The bases that a caption prints, the rows below it, or the notes between it and the next title."""
    words = [text.blocks[at].text, *(block.text for block in _notes(text, at))]
    words += [cell for block in text.blocks[at + 1 : at + 2] for row in block.rows for cell in row]
    found = {match for piece in words for match in _PRINTED.findall(piece)}
    return frozenset(found or {str(base) for base in map(own_base, words) if base})


def _notes(text: Text, at: int) -> Iterator[Block]:
    """The question above a caption's table and the notes below it: `Base: …`, `Source: …`."""
    tables = 0
    for block in text.blocks[at + 1 : at + 5]:
        tables += block.kind is Kind.TABLE
        noted = NOTE.match(block.text) is not None
        if block.kind in (Kind.CAPTION, Kind.HEADING) or tables > 1 or not (block.rows or noted):
            return
        if noted:
            yield block


def _is_bare_caption(text: Text, at: int) -> bool:
    """Whether neither a caption nor what stands by it counts those whose shares it shows."""
    caption = text.blocks[at].text
    behind = [block for block in text.blocks[at + 1 : at + 3] if block.kind is not Kind.CAPTION]
    near = [caption, *(block.text for block in behind)]
    near += [" ".join(row) for block in behind for row in block.rows]
    above = text.blocks[at - 1] if at else text.blocks[at]
    if above.kind is Kind.PARAGRAPH and NOTE.match(above.text) is None:
        near.append(above.text)
    printed = any(own_base(words) or _PRINTED.search(words) for words in near)
    printed = printed or _is_counted(text, at)
    if printed or counts_persons(_plain(caption)):
        return False
    return _is_shares(text, at)


_OF_N = regex.pattern(r"(?<![\d.,])\d+ (?:no|of|из) \d{2,}")  # `189 of 231 (81.8 %)`
_ALL_TABLES = regex.any_case(
    r"(?<!\w)(?:tables|figures|tabulās|tabulas|attēlos|таблицах|таблицы|рисунках)[^.%]{0,40}(?:per ?cent\w*|procent\w*|процент\w*)"
)


def _is_shares(text: Text, at: int) -> bool:
    """Whether what stands by a caption is in percent, and counts nobody."""
    near = " ".join(
        " ".join((block.text, *(cell for row in block.rows for cell in row)))
        for block in text.blocks[max(0, at - 1) : at + 2]
    )
    near += " ".join(_ALL_TABLES.findall(text.whole))
    below = text.blocks[at + 1 : at + 2]
    counted = any(
        COUNTS.fullmatch(cell.split(", ")[-1].strip())
        for block in below for row in block.rows[:1] for cell in row
    )  # fmt: skip
    counted = counted or _OF_N.search(_words_of(below)) is not None
    return (
        regex.search(r"%|per ?cent|procent|процент", near, regex.IGNORECASE) is not None
        and not counted
    )


def _words_of(blocks: Sequence[Block]) -> str:
    return " ".join(
        " ".join((block.text, *(c for row in block.rows for c in row))) for block in blocks
    )


_APART = regex.any_case(  # a column of differences has no persons
    r"(?<!\w)(?:differences?|change|gap|points?|p\.?p\.?|starpīb\w*|atšķirīb\w*|izmaiņ\w*|punkt\w*|разниц\w*|разност\w*|изменени\w*|пункт\w*|п\.\s?п\.)(?!\w)"
)


def _bare(series: Series, text: Text) -> list[Result]:
    """The results without a base, where at least two others, and twice as many, have one."""
    named = [item for item in series.results if not is_rest(item.label, text)]
    named = [item for item in named if item.number.value]  # of nobody, no base is to be told
    named = [item for item in named if not _APART.search(item.label)]
    having = [item for item in named if item.base]
    bare = [item for item in named if not item.base]
    blank = _blank_rows(series, text) if bare else set()
    if blank:  # the column of counts has no number for them
        return [item for item in bare if item.spot.line in blank]
    if len(having) < 2 or not bare or len(bare) * 2 > len(having):
        return []
    known = frozenset(word for item in having for word in stems(item.label, text.lang))
    return [item for item in bare if not _counted(item, known, series, text)]


def _without_error(series: Series, text: Text) -> Iterator[Finding]:
    """The one result of a series whose error is not printed, where two others at least print theirs."""
    named = [item for item in series.results if not is_rest(item.label, text)]
    erring = [item.error for item in named]
    if not any(erring) and series.table:
        erring = _filled(text.blocks[series.first], [item.spot.line for item in named])
    bare = [item for item, error in zip(named, erring, strict=False) if not error]
    if sum(erring) >= 2 and len(bare) == 1 and 0 < bare[0].number.value < 100:
        yield finding(
            text, "missing-interval", bare[0].spot, code="missing-interval-by", beside=sum(erring)
        )


def _filled(block: Block, lines: Sequence[int]) -> list[bool]:
    """Whether the rows on some lines have a value in the one column of errors; [] where there is none."""
    errors = [at for at, head in enumerate(block.rows[0]) if at and ERROR.search(head)]
    if len(errors) != 1 or len(block.row_lines) < len(block.rows):
        return []
    rows = dict(zip(block.row_lines, block.rows, strict=False))
    cells = [rows[line][errors[0]] if errors[0] < len(rows[line]) else "" for line in lines]
    return [regex.search(r"\d", cell) is not None for cell in cells]


def _blank_rows(series: Series, text: Text) -> set[int]:
    """The lines of a table's rows whose cell in the one column of counts is empty."""
    block = text.blocks[series.first]
    if not series.table or len(block.row_lines) < len(block.rows):
        return set()
    people = word_pattern(f"{text.words.people}|{ASKED[text.lang]}")
    counted = [
        at
        for at, head in enumerate(block.rows[0])
        if at and "%" not in head and (COUNTS.fullmatch(head.strip()) or people.search(head))
    ]
    if len(counted) != 1 or any(len(row) <= counted[0] for row in block.rows):
        return set()
    cells = [row[counted[0]].strip(" –—-.") for row in block.rows[1:]]
    if not any(cells) or not all(regex.fullmatch(r"(?:\d[\d ,]*)?", cell) for cell in cells):
        return set()
    pairs = zip(cells, block.row_lines[1:], strict=False)
    return {line for cell, line in pairs if not cell}


def _counted(item: Result, known: frozenset[str], series: Series, text: Text) -> bool:
    """Whether a number of persons stands by the words of a result anywhere else."""
    own = frozenset(stems(item.label, text.lang))
    telling = own - known or own
    if not telling:
        return True
    for index, block in enumerate(text.blocks):
        if series.first <= index <= series.last:
            continue
        if block.kind is Kind.TABLE:
            pieces = [" ".join(row) for row in block.rows if counts_persons(" ".join(row))]
        else:
            pieces = regex.split(r"(?<=[.;:,!?])\s", block.text)
        for piece in pieces:
            if counts_persons(piece) and telling <= set(stems(piece, text.lang)):
                return True
    return False


def counts_persons(words: str) -> bool:
    """Whether words hold a whole number that may count persons."""
    if own_base(words):
        return True
    pattern = r"(?<![\w.,№-])(?!(?:19|20)\d\d(?!\d))\d{1,3}(?:[ ,\u00a0]\d{3})*(?![\d.,]*\s?(?:%|per ?cent|procent|процент))(?![.,:–-]?\d)"
    return regex.search(pattern, words) is not None


# ---- titles


_LISTED = 3


def _titles(text: Text, claims: Claims) -> Iterator[Finding]:
    """The one titled table or list without a base, where two or more others have theirs."""
    if is_every(text):
        return
    if any(block.kind is Kind.CHART for block in text.blocks):
        return
    titled = list(_titled(text, claims))
    having = {place: base for place, base, _ in titled if base}
    bare = [(place, where) for place, base, where in titled if not base]
    apart = len(set(having.values())) > 1
    if len(having) < (2 if apart else 3) or len(bare) != 1 or _is_counted(text, bare[0][0]):
        return
    yield finding(text, "missing-base", bare[0][1], code="missing-base-title", beside=len(having))


_COUNTS_ALL = regex.any_case(
    r"(?<!\w)(?:base|bāze|bāzē|база)(?!\w)|(?<!\w)(?:all|visi|visas|все) (?:the )?\d{2,}"
)


def _is_counted(text: Text, place: int) -> bool:
    """Whether a title is a sentence, or what stands under it counts those who answered in its own way."""
    title = text.blocks[place]
    below = place > 0 and text.blocks[place - 1].kind is Kind.CAPTION  # how many answers were taken
    said = title.kind is not Kind.CAPTION and title.text.endswith(".") and not below
    if said and not _COUNTS_ALL.search(title.text) and "?" not in title.text:
        return True
    for block in text.blocks[place : place + 3]:
        if block is not title and block.kind in (Kind.CAPTION, Kind.HEADING):
            return False
        if any(_is_total(row, text) for row in block.rows):
            return True
        words = _words_of((block,))
        if _OF_N.search(words) or _COUNTS_ALL.search(words):
            return True
    return False


def _is_total(row: Sequence[str], text: Text) -> bool:
    """Whether a row counts all: `Total | 547 | 100.0`."""
    if not row or not word_pattern(text.words.total).match(row[0].strip()):
        return False
    cells = [cell.strip() for cell in row[1:]]
    return any(cell.isdigit() and int(cell) > _ALL_OF_100 for cell in cells)


_ALL_OF_100 = 100  # percent, and no number of persons


def _titled(text: Text, claims: Claims) -> Iterator[tuple[int, int, Spot]]:
    """(block of the title, the base in or by it, place) of all tables and lists with a title."""
    done: set[int] = set()
    inside = summary_of(text, claims)
    for series in series_of(text, claims):
        place = series.lead_spot.block
        block = text.blocks[place] if series.lead and place >= 0 else None
        if block is None or place in done or place >= series.first or series.first in inside:
            continue
        if block.kind is Kind.PARAGRAPH and (len(block.text) > 200 or _is_head(block.text)):
            continue
        if block.kind is Kind.HEADING and len(series.results) < _LISTED and not series.table:
            continue  # two shares in a sentence of running text
        done.add(place)
        bases = [item.base for item in series.results if item.base]
        near = [block.text, *_beside(text, place, series)]
        base = next(filter(None, map(own_base, near)), 0) or (bases[0] if bases else 0)
        base = base or next((1 for words in near if counts_persons(_plain(words))), 0)
        yield place, base, series.lead_spot


def _is_head(words: str) -> bool:
    """Whether words are the upper part of a table's head: `In the register, in the sample; number, %`."""
    counted = [word for word in words.split() if COUNTS.fullmatch(word.strip(",;:"))]
    return (
        len(counted) + ("%" in words.split()) > 1
        or regex.search(r"-{5}|[^.:?!%)”»\"]$", words.strip()) is not None
    )


def _beside(text: Text, place: int, series: Series) -> Sequence[str]:
    """The words between a title and its table, in the table's head, and just behind it."""
    found = [text.blocks[at].text for at in range(place + 1, series.first)]
    block = text.blocks[series.first]
    found += [" ".join(row) for row in block.rows[:1]]
    behind = series.last + 1
    after = [one.kind for one in text.blocks[behind : behind + 2]]  # a caption may stand below
    if after and after[0] is not Kind.HEADING and after != [Kind.CAPTION, Kind.TABLE]:
        found.append(text.blocks[behind].text)
    if place and text.blocks[place - 1].kind in (Kind.HEADING, Kind.PARAGRAPH):
        found.append(text.blocks[place - 1].text)
    return found


def _plain(words: str) -> str:
    """Words without the number of the table itself."""
    return regex.sub(
        r"(?:№|Nr\.|No\.|[A-ZĀČĒĢĪĶĻŅŠŪŽА-Я]?\w+\.?)\s\d{1,2}[.:]|^\s*\d{1,2}[.)]"
        r"|(?:[Tt]ables?|[Ff]igures?|[Ee]xhibits?|[Cc]harts?|[Тт]аблиц\w+|[Рр]исун\w+|[Рр]ис\.)\s\d{1,2}"
        r"|\d{1,2}\.\s(?:tabul|attēl|diagramm)\w+",
        " ", words,
    )  # fmt: skip
