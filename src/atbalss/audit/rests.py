"""Which base each share of a document rests on, and how it is known: one reading for every rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Spot, row_spot, spot
from atbalss.audit.governing import counted_base, governing_base
from atbalss.audit.kept import read_once
from atbalss.audit.lists import COUNTS
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.series import own_base
from atbalss.audit.sheets import sheets_of
from atbalss.audit.text import Block, Kind, Text, word_pattern


class How(StrEnum):
    """How the base of a share is known."""

    TABLE = "table"  # a row or the head of a column counts those whose shares it gives
    CAPTION = "caption"  # the caption over a table, or the heading of its section
    SURVEY = "survey"  # the document says that its shares are of so many, or of all
    LIKELY = "likely"  # the survey's, by the one size that the document states


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its base: how that is known, its place, the block or list it stands in."""

    number: Number
    base: int
    how: How
    spot: Spot
    label: str
    passage: int


_NARROW = {  # turns from all who were asked to a part of them, or to something else
    "lv": r"starp|vidū|no (?:tiem|šiem|viņiem|tām|kuriem)|tie,? kas|tiem,? k\w+|atsauc\w+|atsaucīb\w*|ticamīb\w*|varbūtīb\w*|ģenerālkop\w*|budžet\w*|gadījum\w*",
    "en": r"among|of (?:those|these|them|whom|which)|those who|respon[sd]e rate|refusal rate|confidence|population of|budget|if they|of the (?:men|women)|per cent of (?:the )?(?:population|budget)",
    "ru": r"среди|из (?:них|тех|этих|которых)|тех,? кто|те,? кто|отклик\w*|вероятност\w*|генеральн\w+|бюджет\w*|случа(?:ев|ях)",
}


@read_once
def shares(text: Text, claims: Claims) -> tuple[Share, ...]:
    """All shares of prose, lists and tables that rest on a known base, found once a document.

    Those whose base stands in their own sentence or paragraph are not among them: see rules.bases.
    """
    base, sure = claims.survey
    how = How.SURVEY if sure else How.LIKELY
    told = [*_of_led(text, claims)]
    led = {share.spot for share in told}
    every = _of_prose(text, claims, base, how) if base else ()
    told += [share for share in every if share.spot not in led]
    told += [
        share
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.TABLE and len(block.rows) > 2
        for share in _of_table(text, claims, index, base, how)
    ]
    return tuple(told)


def _of_led(text: Text, claims: Claims) -> Iterator[Share]:
    """Lists over which stands how many were asked: `62 people came by train. They were asked: …`."""
    for sheet in sheets_of(text, claims):
        over = sheet.first - 1
        if sheet.table or not sheet.shares or over < 0 or len(sheet.heads) > 1:
            continue
        lined = len({one.line for one in sheet.spots}) == len(sheet.spots)
        if (
            text.blocks[over].kind is not Kind.PARAGRAPH
            or "%" in text.blocks[over].text
            or not lined
        ):
            continue
        last = next((one for one in text.sentences if one.block == over + 1), None)
        last = text.sentences[last.order - 1] if last and last.order else None
        if last is None or last.block != over:
            continue
        end = len(last.text)
        base = governing_base(last, end, text) or counted_base(last, end, end, text)
        for row, (number,) in enumerate(sheet.cells) if base else ():
            if number is not None:
                at, label = sheet.spots[row], sheet.labels[row]
                yield Share(number, base, How.CAPTION, at, label, sheet.first)


def _of_prose(text: Text, claims: Claims, base: int, how: How) -> Iterator[Share]:
    """Shares of sentences in which nobody but all who were asked is spoken of."""
    others = {str(size.value) for size in claims.sizes if size.value != base}
    for claim in claims.levels:
        sentence = claim.sentence
        if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or _is_of_others(claim, text, others):
            continue
        if _ANSWERED.match(sentence.text, claim.number.end):
            continue
        if _ABOUT.search(sentence.text[: claim.number.start]):
            continue
        titled = regex.findall(r"(?<!\w)[nN]\s?=\s?(\d+)", text.titles.get(sentence.section, ""))
        opened = _OPENED.findall(sentence.text)
        if any(int(n) != base for n in (*titled, *opened)):
            continue
        at = spot(text, sentence, claim.number.start, claim.number.end)
        passage = sentence.block
        while passage and text.blocks[passage - 1].kind is Kind.ITEM is sentence.kind:
            passage -= 1
        yield Share(claim.number, base, how, at, claim.segment, passage)


_ANSWERED = regex.any_case(  # "76 % (122 answers)": how many answered this question
    r"\s?\(\d[\d ,]* (?:answers?|answered|responses?|replies|atbildes|atbilžu|ответов|ответа|ответ)\)"
)
_ABOUT = regex.any_case(  # `about 8 %` need be no count
    r"(?:(?<!\w)(?:aptuveni|apmēram|ap|gandrīz|teju|nepiln\w+|about|around|roughly|approximately|some|nearly|almost|около|примерно|порядка|почти|приблизительно)\s|~\s?)$"
)
_OPENED = regex.any_case(  # `Of the 16 manufacturers, …`
    r"(?:^|[,;:]\s)(?:of|among|out of|no|starp|из|среди)\s(?:the |all |visiem |tiem |всех |тех )?(\d{1,4})\s[^\W\d]"
)


def _is_of_others(claim: Claim, text: Text, others: set[str]) -> bool:
    """Whether a share is of a part of those asked, of another wave, or of no persons at all."""
    words = claim.sentence.text
    if claim.years or word_pattern(f"{text.words.last_wave}|{text.words.interval}").search(words):
        return True
    told = regex.sub(r"\([^()]*\)", " ", words[words.rfind("?", 0, claim.number.start) + 1 :])
    if word_pattern(_NARROW[text.lang]).search(words) or word_pattern(text.words.counted).search(
        told
    ):
        return True
    lead = _lead(claim, text)
    if word_pattern(_NARROW[text.lang]).search(lead):
        return True
    printed = regex.findall(r"(?<![\w.,])\d[\d ,\u00a0]*(?![\d.,]*\s?%)", f"{words} {lead}")
    return any(regex.sub(r"\D", "", item) in others for item in printed)


def _lead(claim: Claim, text: Text) -> str:
    """What stands over a list: its base may be told there."""
    block = claim.sentence.block
    if text.blocks[block].kind is not Kind.ITEM:
        return ""
    while block and text.blocks[block].kind is Kind.ITEM:
        block -= 1
    lead = regex.split(r"(?<=[.!?])\s", text.blocks[block].text)[-1]
    return lead if lead.endswith(":") else ""


def _of_table(text: Text, claims: Claims, index: int, base: int, how: How) -> Iterator[Share]:
    """Cells of percents: of their row's count, of their column's, of the caption's, else of all."""
    block = text.blocks[index]
    head = block.rows[0]
    above = text.blocks[index - 1].text if index else ""
    near = f"{above} {text.titles.get(text.sections[index], '')}"
    counted = [c for c in range(1, len(head)) if COUNTS.fullmatch(head[c].strip(" ,."))]
    counted = counted or [c for c in range(1, len(head)) if _adds_to(block, c, claims)]
    if len(counted) == 1 and is_made_of(block, counted[0], text):
        return
    own = {
        int(regex.sub(r"\D", "", n)) for n in regex.findall(r"(?<!\w)[nN]\s?=\s?(\d[\d ,]*)", near)
    }
    heads = " ".join(head)
    if word_pattern(text.words.interval).search(heads) or regex.search(r"[+−±]", heads):
        return
    waves = len(regex.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", heads)) > 1
    lead = above if not above.endswith(".") else ""
    lead += f" {text.titles.get(text.sections[index], '')}"
    narrow = word_pattern(f"{_NARROW[text.lang]}|{text.words.last_wave}").search(lead) is not None
    for column in range(1, len(head)):
        named = regex.search(r"(?<!\w)[nN]\s?=\s?(\d[\d ,]*)", head[column])
        if column in counted:
            continue
        for row in range(1, len(block.rows)):
            number = _percent(block, row, column, text)
            label = block.rows[row][0]
            if number is None or word_pattern(text.words.total).match(label.strip()):
                continue
            at = row_spot(block, index, row)
            n = _count(block, row, counted[0]) if len(counted) == 1 else 0
            n = own_base(label) or n or (int(regex.sub(r"\D", "", named.group(1))) if named else 0)
            if n:
                yield Share(number, _held(block, row, n, number), How.TABLE, at, label, index)
            elif len(own) == 1:
                yield Share(number, next(iter(own)), How.CAPTION, at, label, index)
            elif base and not (own or counted or waves or narrow):
                yield Share(number, base, how, at, label, index)


def _adds_to(block: Block, column: int, claims: Claims) -> bool:
    """Whether a column without a head counts persons: `31 replies`, all together a number told elsewhere."""
    made = [_count(block, row, column) for row in range(1, len(block.rows))]
    if block.rows[0][column] or min(made) < 1:
        return False
    printed = regex.search(rf"(?<![\d.,]){sum(made)}(?![\d.,]*[\d%]|\s%)", claims.text.whole)
    return printed is not None or sum(made) in {size.value for size in claims.sizes}


def _held(block: Block, row: int, n: int, share: Number) -> int:
    """The base of a share beside a count: the count, or what a row has it of (`18 | 194 | 9.3 %`)."""
    cells = (_count(block, row, at) for at in range(1, len(block.rows[row])))
    return next((c for c in cells if c > n and abs(100 * n / c - share.value) <= share.step), n)


_OFF = 12  # points that a slip may put between the shares of counts and what they add to


def is_made_of(block: Block, counted: int, text: Text) -> bool:
    """Whether the shares beside counts are these counts' own: 54 of all 389 are 14 %."""
    rows = range(1, len(block.rows))
    for column in range(1, len(block.rows[0])):
        pairs = [
            (n, item)
            for row in rows
            if (n := _count(block, row, counted))
            and (item := _percent(block, row, column, text)) is not None
            and item.value > 0
        ]
        if column == counted or len(pairs) < 2:
            continue
        wholes = [100 * n / item.value for n, item in pairs]
        top = max(pairs, key=lambda pair: pair[0])
        made = sum(n for n, _ in pairs)  # by all but one, where one slipped
        for whole in (sorted(wholes)[len(wholes) // 2], 100 * top[0] / top[1].value, made):
            off = [100 * n / whole - item.value for n, item in pairs]
            near = sum(
                abs(one) <= min(2 * item.step, max(item.step, item.value / 4))
                for one, (_, item) in zip(off, pairs, strict=True)
            )
            but_one = len(pairs) > 2 and whole == made and near >= len(pairs) - 1
            most = near * 4 >= len(pairs) * 3 or but_one
            if most and abs(sum(off)) <= _OFF:
                return True
    return False


def silent_of(block: Block, column: int, text: Text) -> int:
    """How many persons a column of shares counts in its base, and none of its rows: 0 where unknown.

    Known where another column counts persons, and every share is that count of one and the same
    base: `Yes | 875 | 87.5 %`, `No | 40 | 4.0 %` are of a thousand, of whom 85 gave no answer.
    """
    rows = range(1, len(block.rows))
    shares_ = [_percent(block, row, column, text) for row in rows]
    for counted in range(len(block.rows[0])):
        counts = [_count(block, row, counted) if counted else _behind(block, row) for row in rows]
        pairs = [(n, item) for n, item in zip(counts, shares_, strict=True) if item and item.value]
        if counted == column or len(pairs) < 2 or not all(n for n, _ in pairs):
            continue
        least = max(100 * n / (item.value + item.step * 0.51) for n, item in pairs)
        most = min(100 * n / (item.value - item.step * 0.51) for n, item in pairs)
        if sum(counts) + 0.5 < least <= most:
            return round(least) - sum(counts)
    return 0


def _behind(block: Block, row: int) -> int:
    """The count that stands behind an answer: `Neutral 8 | 17.4 %`; 0 of none."""
    told = regex.search(r"[^\W\d_]\s(\d{1,5})$", block.rows[row][0].strip())
    return int(told.group(1)) if told else 0


def silent_in(found: Sequence[Claim]) -> bool:
    """Whether shares with their counts, `58 % (702), 27 % (330)`, leave out some of their base."""
    pairs = []
    for claim in found:
        told = regex.match(
            r"\s?\(?(?:n ?= ?)?(\d{1,5})(?![\d.,]*[\d%])", claim.sentence.text[claim.number.end :]
        )
        if told is None or not claim.number.value:
            return False
        pairs.append((int(told.group(1)), claim.number))
    least = max(100 * n / (item.value + item.step * 0.51) for n, item in pairs)
    most = min(100 * n / (item.value - item.step * 0.51) for n, item in pairs)
    return len(pairs) > 1 and sum(n for n, _ in pairs) + 0.5 < least <= most


def _percent(block: Block, row: int, column: int, text: Text) -> Number | None:
    cells = block.rows[row]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    if len(items) != 1 or items[0].sign or items[0].ranged or items[0].value > 100:
        return None
    alone = not regex.search(r"[^\W_]{3,}|[<>≤≥±]", cells[column])
    percent = items[0].unit is Unit.PERCENT or "%" in block.rows[0][column]
    return items[0] if percent and alone else None


def _count(block: Block, row: int, column: int) -> int:
    cells = block.rows[row]
    told = regex.sub(r"\s[^\W\d]+\.?$", "", cells[column]) if column < len(cells) else ""
    bare = regex.sub(r"[\s,\u00a0]", "", told)
    return int(bare) if bare.isdigit() else 0
