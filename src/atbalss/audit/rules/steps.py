"""Steps between waves: a table's own column of differences, and several amounts told of one series."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.apart import concludes
from atbalss.audit.rules.by_percent import in_points
from atbalss.audit.text import Block, Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year, wave_columns
from atbalss.study.decimals import marked

_BACK = 6  # sentences in which the levels of a conclusion may stand
_HEAD = (
    r"differen\w+|change|points?|pp|p\.\s?p\.?|trend|Δ|izmaiņ\w+|starpīb\w+|pieaugum\w+|procentpunkt\w*"
    r"|изменени\w+|разниц\w+|прирост\w*|динамик\w+|п\.\s?п\.?"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Differences that the two levels beside them, or all levels near by, deny."""
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 1:
            yield from _of_rows(text, index, block)
    done = {change.sentence.order for change in changes(text, claims) if change.amount}
    for sentence in text.prose:
        if sentence.order not in done:
            yield from _of_amounts(text, claims, sentence)


def _of_rows(text: Text, index: int, block: Block) -> Iterator[Finding]:
    """`Speed | 70 | 73 | +6`: the difference of the last two waves, where most rows give it so."""
    waves = wave_columns(block)
    heads = block.rows[0]
    columns = [
        place
        for place, head in enumerate(heads)
        if place not in {at for _, at in waves} and word_pattern(_HEAD).search(head)
    ]
    if len(waves) != 2 or len(columns) != 1:
        return
    rows = []
    for place in range(1, len(block.rows)):
        values = [_one(block, place, at, text) for at in (waves[0][1], waves[1][1], columns[0])]
        earlier, later, step = values
        if earlier is not None and later is not None and step is not None:
            rows.append((place, earlier, later, step))
    yield from _in_percent(text, index, block, heads[columns[0]], rows)
    wrong = [row for row in rows if not _fits(*row[1:])]
    if not wrong or len(wrong) * 3 > len(rows) + (len(rows) == 2):
        return  # the column holds something else
    for place, earlier, later, step in wrong:
        line = block.row_lines[place] if place < len(block.row_lines) else block.line
        at = Spot(quoted(" | ".join(block.rows[place])), line, block.page, index)
        yield _wrong(text, at, (), earlier, later, step)


def _in_percent(
    text: Text,
    index: int,
    block: Block,
    head: str,
    rows: list[tuple[int, Number, Number, Number]],
) -> Iterator[Finding]:
    """`27 % | 38 % | +11 %`: the step of two shares in percent, where no row's is a relative one."""
    shares = [row for row in rows if row[1].unit is Unit.PERCENT and row[2].unit is Unit.PERCENT]
    shown = [row for row in shares if row[3].unit is Unit.PERCENT]
    if regex.search(
        rf"(?<!\w)(?:{text.words.points}|{text.words.relative})", head, regex.IGNORECASE
    ):
        return
    if not shown or not all(in_points(one.value, two.value, step) for _, one, two, step in shown):
        return
    for place, _, _, step in shown[:1]:
        line = block.row_lines[place] if place < len(block.row_lines) else block.line
        at = Spot(quoted(" | ".join(block.rows[place])), line, block.page, index)
        yield finding(text, "percent-for-points", at, value=marked(step.shown, text.lang))


def _one(block: Block, row: int, column: int, text: Text) -> Number | None:
    cells = block.rows[row]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    return items[0] if len(items) == 1 else None


def _fits(earlier: Number, later: Number, step: Number) -> bool:
    """Whether a printed step is that of the levels; without a sign only its size is held against them."""
    spread = later.value - earlier.value
    printed = step.value * step.sign if step.sign else step.value
    off = abs(spread - printed) if step.sign else abs(abs(spread) - printed)
    return off <= max(earlier.step, later.step, step.step) + 1e-9


# ---- several amounts of one series


def _of_amounts(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    """`the increase is 11 points in two years and 27 in four`: one is right, the other nobody's."""
    amounts = [n for n in numbers(sentence.text, text.lang) if n.unit is Unit.POINTS and n.value]
    amounts = [item for item in amounts if not _is_error(sentence.text[: item.start])]
    moved = f"{text.words.rise}|{text.words.fall}|{text.words.change}|{text.words.more_than}"
    if len(amounts) < 2 or not word_pattern(moved).search(sentence.text):
        return
    if sum(_own_level(sentence, item, claims) for item in amounts) > 1:
        return  # "Ogre (49 %, -12 points) and Talsi (48 %, -7 points)": each has its own
    levels = _levels(text, claims, sentence, concludes(sentence, amounts[0], text))
    wave = last_year(text)
    if len(levels) < 3 or not any(is_earlier(claim.segment, wave, text) for claim in levels):
        return
    pairs = list(itertools.combinations([claim.number for claim in levels], 2))
    off = [item for item in amounts if not any(_is_step(item, pair) for pair in pairs)]
    if len(off) != 1 or len(amounts) - len(off) < 1:
        return
    right = _nearest(off[0], pairs)
    at = spot(text, sentence, off[0].start, off[0].end)
    others = tuple(spot(text, c.sentence, c.number.start, c.number.end) for c in levels[:2])
    yield _wrong(text, at, others, *right, off[0])


_ERROR = (  # `the error is 6.1 for women and 6.2 points`
    r"(?<!\w)(?:kļūd|error|margin|погрешност|ошибк)(?!\w* (?:robež|ietvar))(?P<after>[^.;:]{0,4}[^;:]{0,80})$"
)
_BEYOND = r"(?<!\w)(?:within|inside|beyond|outside|exceed\w*|(?:larger|more|bigger|greater) than|pārsnie\w+|lielāk\w*|robež\w*|предел\w+|превыш\w+|больше|rise|rose|fell|fall|gap|difference|augu\w+|kritu\w+|pieaug\w+|starpīb\w+|рост|вырос\w*|разниц\w+|снизил\w*)(?!\w)"


def _is_error(before: str) -> bool:
    """Whether what stands before an amount says that it is a sampling error, not a step."""
    match = regex.search(_ERROR, before, regex.IGNORECASE)
    if match is None:
        return False
    clause = regex.split(r"[;:]", before)[-1]
    return regex.search(_BEYOND, clause, regex.IGNORECASE) is None


def _own_level(sentence: Sentence, amount: Number, claims: Claims) -> bool:
    """Whether a signed amount stands right behind a level, or any in a bracket of its own behind one."""
    before = [claim.number for claim in claims.of(sentence) if claim.number.end <= amount.start]
    between = sentence.text[before[-1].end : amount.start] if before else ""
    if regex.fullmatch(r"[^()\d]*(?:\([^()\d]*\)[^()\d]*)*\([^()\d]*", between):
        return True
    return amount.sign != 0 and regex.fullmatch(r"[,;]\s?[+−–-]?\s?", between) is not None


def _levels(text: Text, claims: Claims, sentence: Sentence, concluded: bool) -> list[Claim]:
    """The levels of the sentence; where it only concludes, those of the sentences before as well."""
    own = list(claims.of(sentence))
    if own or not concluded:
        return own
    for back in range(1, _BACK + 1):
        order = sentence.order - back
        if order < 0 or text.sentences[order].section != sentence.section:
            break
        own = [*claims.of(text.sentences[order]), *own]
    return own


def _is_step(amount: Number, pair: tuple[Number, Number]) -> bool:
    one, other = pair
    step = max(one.step, other.step, amount.step)
    return abs(abs(one.value - other.value) - amount.value) <= step + 1e-9


def _nearest(amount: Number, pairs: list[tuple[Number, Number]]) -> tuple[Number, Number]:
    return min(pairs, key=lambda pair: abs(abs(pair[0].value - pair[1].value) - amount.value))


def _wrong(
    text: Text, at: Spot, others: tuple[Spot, ...], earlier: Number, later: Number, step: Number
) -> Finding:
    digits = max(earlier.digits, later.digits)
    shown = {
        "earlier": earlier.shown,
        "later": later.shown,
        "amount": step.shown,
        "right": f"{abs(later.value - earlier.value):.{digits}f}",
    }
    said = {key: marked(value, text.lang) for key, value in shown.items()}
    return finding(text, "value-difference", at, others, **said)
