"""Sums of answers: parts of one question that make more or less than 100 %, unexplained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.text import Block, Kind, Sentence, Text, word_pattern
from atbalss.study.decimals import marked

_MOST = 160.0  # above: several answers, or separate questions, and everybody sees it


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Single-choice answers that do not make 100 %, in a table or in one passage."""
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE:
            yield from _table(text, index, block)
    yield from _passages(text, claims)
    yield from _captions(text)
    yield from _items(text, claims)
    yield from _made_of(text, claims)


_ANSWERS = 12  # more rows than that are a list of what people named, no scale
_OTHER_QUOTED = re.compile(r"[„“\"«](?:cit|other|друг|ин)", re.IGNORECASE)


def _several(text: Text, section: int) -> bool:
    """Whether the section says that several answers could be given."""
    pattern = word_pattern(text.words.multiple)
    return any(
        pattern.search(block.text) or any(pattern.search(" ".join(row)) for row in block.rows[:1])
        for block, number in zip(text.blocks, text.sections, strict=True)
        if number == section
    )


def _table(text: Text, index: int, block: Block) -> Iterator[Finding]:
    rows = block.rows
    if len(rows) < 3 or _several(text, text.sections[index]):
        return
    labels = [row[0] if row else "" for row in rows]
    kinds = [_answer(label, text) for label in labels]
    if not any(kind in ("other", "scale", "total") for kind in kinds[1:]):
        yield from _unlike(text, index, block)
        return
    if any(re.search(r"(?:19|20)\d\d|\d+\s?[–-]\s?\d+", label) for label in labels[1:]):
        return  # waves or ages, no answers
    scaled = sum(kind == "scale" for kind in kinds[1:]) >= len(kinds[1:]) - 1
    for column in range(1, max(len(row) for row in rows)):
        cells = [
            _percent(row[column] if column < len(row) else "", rows[0], column, text)
            for row in rows[1:]
        ]
        parts = [
            cell for cell, kind in zip(cells, kinds[1:], strict=True) if kind != "total" and cell
        ]
        if len(parts) < 2 or len(parts) < len(rows) - 2:
            continue
        total = sum(item.value for item in parts)
        spare = sum(item.step for item in parts) / 2 + 0.01
        whole = [
            cell for cell, kind in zip(cells, kinds[1:], strict=True) if kind == "total" and cell
        ]
        has_total = bool(whole) and abs(whole[0].value - 100) <= whole[0].step
        if not has_total and not any(kind in ("other", "scale") for kind in kinds[1:]):
            continue
        over = 100 + spare < total < _MOST and len(parts) <= _ANSWERS
        under = (scaled or has_total) and 50 < total < 100 - spare
        if not (over or under) or _net(parts, spare):
            continue
        line = block.row_lines[1] if len(block.row_lines) > 1 else block.line
        where = Spot(
            quoted("; ".join(f"{row[0]} {row[column]}" for row in rows[1:] if column < len(row))),
            line,
            block.page,
            index,
        )
        shown = f"{total:.{max(item.digits for item in parts)}f}"
        yield finding(
            text,
            "sum-of-answers",
            where,
            total=marked(shown, text.lang),
        )
        return


def _unlike(text: Text, index: int, block: Block) -> Iterator[Finding]:
    """A column that does not make 100 % where all the others of its table do."""
    rows = block.rows
    labels = [row[0] if row else "" for row in rows[1:]]
    if len(rows) < 4 or any(re.search(r"(?:19|20)\d\d", label) for label in labels):
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
    column, total, _ = wrong[0]
    line = block.row_lines[1] if len(block.row_lines) > 1 else block.line
    words = "; ".join(f"{row[0]} {row[column]}" for row in rows[1:])
    where = Spot(quoted(words), line, block.page, index)
    shown = marked(f"{total:g}", text.lang)
    yield finding(text, "sum-of-answers", where, total=shown)


def _percent(cell: str, head: Sequence[str], column: int, text: Text) -> Number | None:
    items = numbers(cell, text.lang)
    if len(items) != 1 or items[0].sign or items[0].value > 100:
        return None
    percent = items[0].unit is Unit.PERCENT or (column < len(head) and "%" in head[column])
    return items[0] if percent else None


def _answer(label: str, text: Text) -> str:
    words = text.words
    bare = label.strip(' "„“”«».:').lower()
    if word_pattern(words.total).match(bare):
        return "total"
    if word_pattern(rf"(?:{words.other})(?: .{{0,25}})?").fullmatch(bare):
        return "other"
    if word_pattern(rf"(?:{words.scale})(?:[ ,/].{{0,40}})?").fullmatch(bare):
        return "scale"
    return ""


def _net(parts: Sequence[Number], spare: float) -> bool:
    """Whether the sum is right once a part is left out that joins two or more of the others."""
    total = sum(item.value for item in parts)
    for place, item in enumerate(parts):
        if abs(total - item.value - 100) > spare:
            continue
        others = [part.value for index, part in enumerate(parts) if index != place]
        joined = {0.0}
        for value in others[:12]:
            joined |= {known + value for known in joined}
        if any(abs(known - item.value) <= spare for known in joined - set(others) - {0.0}):
            return True
    return False


def _passages(text: Text, claims: Claims) -> Iterator[Finding]:
    """One sentence, or two in a row, that lists answers with a residual one among them."""
    several = text.says(text.words.multiple)
    for sentence in text.prose:
        found = claims.of(sentence)
        asked = one_answer(text, sentence)
        if len(found) < 2 or (not asked and (several or _several(text, sentence.section))):
            continue
        begun = sentence.text.rfind(":", 0, found[0].number.start) + 1
        if word_pattern(text.words.group).search(sentence.text[begun:]):
            continue
        before = [
            s for s in text.prose if s.block == sentence.block and s.order == sentence.order - 1
        ]
        yield from _listed(text, claims, found, before[0].order if before else -1)


def one_answer(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence, or one of the two before it in its paragraph, asks for a single answer."""
    near = text.sentences[max(0, sentence.order - 2) : sentence.order + 1]
    words = " ".join(item.text for item in near if item.block == sentence.block)
    single, multiple = (word_pattern(p) for p in (text.words.single, text.words.multiple))
    return bool(single.search(words)) and not multiple.search(words)


def _listed(text: Text, claims: Claims, found: tuple[Claim, ...], before: int) -> Iterator[Finding]:
    earlier = claims.by_sentence.get(before, ())
    if earlier and word_pattern(text.words.group).search(earlier[0].sentence.text):
        earlier = ()
    residual = [c for c in found if word_pattern(text.words.other).search(_label(c))]
    often = [c for c in found if word_pattern(text.words.frequency).search(_label(c))]
    if len(often) >= 2 and len(often) == len(found):
        residual = residual or often
    first = found[0].sentence
    asked = one_answer(text, first) or word_pattern(text.words.single).search(_before(text, first))
    residual_named = bool(residual)
    scale = [c for c in found if word_pattern(text.words.scale).search(_label(c))]
    if not residual and len(found) >= 3 and (asked or len(scale) == len(found)):
        residual, earlier = [found[-1]], ()
    if not residual or any(claim.years for claim in found):
        return
    if not any(_OTHER_QUOTED.search(_label(claim)) for claim in residual):
        earlier = ()
    for parts in (found, (*earlier, *found)):
        if len(parts) < 3 or len(parts) > 8:
            continue
        values = [claim.number for claim in parts]
        total = sum(item.value for item in values)
        spare = sum(item.step for item in values) / 2 + 0.01
        under = bool(asked and residual_named) and len(parts) >= 4 and 80 < total < 100 - spare - 1
        over = 100 + spare < total < _MOST and not _net(values, spare)
        if not (under or over):
            continue
        if any(claim.years for claim in parts):
            continue
        at = spot(text, parts[0].sentence, parts[0].number.start, parts[0].number.end)
        digits = max(item.digits for item in values)
        shown = f"{total:.{digits}f}"
        others = tuple(
            spot(text, claim.sentence, claim.number.start, claim.number.end) for claim in parts[1:]
        )
        yield finding(
            text,
            "sum-of-answers",
            at,
            others[-1:],
            total=marked(shown, text.lang),
        )
        return


_BARE = re.compile(
    r"(?:^|[;,]\s)(?P<label>[^;:]{1,60}?)\s(?:[–—-]\s)?(?P<n>\d{1,3}(?:[.,]\d)?)(?=;|,\s|\.?$)"
)


def _captions(text: Text) -> Iterator[Finding]:
    """`Figure 2. Main reason, %: price 38; place 29; other 17`: a figure told in its caption."""
    for index, block in enumerate(text.blocks):
        if block.kind not in (Kind.CAPTION, Kind.PARAGRAPH, Kind.CHART) or ":" not in block.text:
            continue
        head, _, rest = block.text.partition(":")
        around = [b.text for b in text.blocks[max(0, index - 1) : index]]
        if "%" not in head or "%" in rest or len(head) > 160:
            continue
        if any(word_pattern(text.words.multiple).search(words) for words in (head, *around)):
            continue
        parts = list(_BARE.finditer(rest.strip(" .")))
        if len(parts) < 3 or len(parts) != len(re.split(r";\s|,\s", rest.strip(" ."))):
            continue
        residual = any(
            word_pattern(text.words.other).match(m.group("label").strip()) for m in parts
        )
        single = any(word_pattern(text.words.single).search(words) for words in (head, *around))
        values = [float(match.group("n").replace(",", ".")) for match in parts]
        total, spare = sum(values), 0.5 * len(values) + 0.01
        if not (residual or single) or not 100 + spare < total < _MOST:
            continue
        where = Spot(quoted(block.text), block.line, block.page, index)
        shown = marked(f"{total:g}", text.lang)
        yield finding(text, "sum-of-answers", where, total=shown)


def _items(text: Text, claims: Claims) -> Iterator[Finding]:
    """A list of answers, one share an item, under a question with one answer or with a scale."""
    run: list[Claim] = []
    for index in range(len(text.blocks) + 1):
        block = text.blocks[index] if index < len(text.blocks) else None
        own = [c for c in claims.levels if c.sentence.block == index]
        short = block is not None and block.kind is Kind.ITEM and len(block.text) < 90
        if short and len(own) == 1 and not own[0].years:
            run.append(own[0])
            continue
        if 3 <= len(run) <= _ANSWERS:
            yield from _item_run(text, run)
        run = []


def _item_run(text: Text, run: list[Claim]) -> Iterator[Finding]:
    first = text.blocks.index(text.blocks[run[0].sentence.block])
    before = " ".join(block.text for block in text.blocks[max(0, first - 1) : first])
    around = before + " ".join(claim.sentence.text for claim in run)
    if word_pattern(f"{text.words.multiple}|{text.words.last_wave}").search(around):
        return
    kinds = [
        bool(
            word_pattern(f"{text.words.scale}|{text.words.other}|{text.words.frequency}").search(
                claim.sentence.text
            )
        )
        for claim in run
    ]
    single = word_pattern(text.words.single).search(before)
    if not single and not all(kinds):
        return
    values = [claim.number for claim in run]
    total = sum(item.value for item in values)
    spare = sum(item.step for item in values) / 2 + 0.01
    if not 100 + spare < total < 140 or _net(values, spare):
        return
    at = spot(text, run[0].sentence, run[0].number.start, run[0].number.end)
    last = spot(text, run[-1].sentence, run[-1].number.start, run[-1].number.end)
    shown = f"{total:.{max(item.digits for item in values)}f}"
    shown = marked(shown, text.lang)
    yield finding(text, "sum-of-answers", at, (last,), total=shown)


def _before(text: Text, sentence: Sentence) -> str:
    """The sentence before, where the question may stand."""
    before = text.sentences[sentence.order - 1] if sentence.order else None
    return before.text if before is not None and before.section == sentence.section else ""


_MADE_OF = (
    r"(?:the|our) sample (?:consists of|consisted of|is made up of|comprises|comprised|has|had)|of the sample|izlasē (?:ir|bija)|izlasi veido|в выборке"
    r"|sadalījum\w*|pēc (?:dzimuma|vecuma|tautības|izglītības)|by (?:age|sex|gender|education)|breakdown|composition"
    r"|распределени\w*|состав\w*|по (?:полу|возрасту|образованию)"
)


def _made_of(text: Text, claims: Claims) -> Iterator[Finding]:
    """`By age: 18-34 29 %, 35-54 41 %, over 55 38 %`: groups that make up the sample."""
    for sentence in text.prose:
        found = claims.of(sentence)
        cue = word_pattern(_MADE_OF).search(sentence.text)
        if len(found) < 2 or cue is None or cue.start() > found[0].number.start:
            continue
        if any(claim.years for claim in found) or re.search(r"[;.]\s", sentence.text):
            continue
        total = sum(claim.number.value for claim in found)
        spare = sum(claim.number.step for claim in found) / 2 + 0.51
        if not 100 + spare < total < 130 or _net([claim.number for claim in found], spare):
            continue
        at = spot(text, sentence, found[0].number.start, found[-1].number.end)
        shown = f"{total:.{max(claim.number.digits for claim in found)}f}"
        shown = marked(shown, text.lang)
        yield finding(text, "sum-of-answers", at, total=shown)


def _label(claim: Claim) -> str:
    """The words close to a number, where a residual answer is named."""
    place = claim.number.start - claim.start
    return claim.segment[max(0, place - 30) : place + 30]
