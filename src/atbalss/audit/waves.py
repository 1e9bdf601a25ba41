"""Two levels of one thing in two waves: two shares of a sentence, or two columns of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Spot, row_spot
from atbalss.audit.kept import listed_once, read_once
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.stems import stems
from atbalss.audit.text import Block, Kind, Sentence, Text, kept_of_words, word_pattern
from atbalss.audit.vague import of_twins

_YEAR = regex.pattern(r"(?<!\d)(?:199\d|20[0-3]\d)(?!\d)")
_OF_N = regex.any_case(r"\W*(?:n|skaits|count|base|number|число|база)(?!\w)")
_SO = r"tātad|tādējādi|so|thus|therefore|hence|that is|итак|значит|то есть|таким образом|следовательно"
_PAST = r"bija|was|were|had|был[аио]?|составлял[аио]?"


def last_year(text: Text) -> int:
    """The wave that a document is about: its latest year, where it names two or more; else 0.

    The columns of its tables tell it, where they are waves; a year that is only looked forward to is none.
    """
    known: int | None = text.__dict__.get("last_year")  # as a cached property keeps it
    if known is None:
        known = text.__dict__["last_year"] = _last_year(text)
    return known


def _last_year(text: Text) -> int:
    if len(text.years) < 2:
        return 0
    waves = [year for block in text.blocks for year, _ in wave_columns(block)]
    return max(waves) if waves else max(_past(text), default=0)


def _past(text: Text) -> frozenset[int]:
    """The years of a document but for those that it only looks forward to."""
    ahead = word_pattern(_AHEAD[text.lang])
    last = max(text.years)
    told = [block.text for block in text.blocks if str(last) in block.text]
    rows = any(str(last) in cell for block in text.blocks for row in block.rows for cell in row)
    coming = not rows and told and all(ahead.search(words) for words in told)
    return text.years - {last} if coming and len(text.years) > 2 else text.years


_AHEAD = {
    "lv": r"nākam\w+|nākoš\w+|paredzē\w+|plāno\w+|turpmāk\w*|gaidām\w*|notiks|būs",
    "en": r"next|planned|plans?|scheduled|due|will|upcoming|expected|forthcoming",
    "ru": r"следующ\w+|планиру\w+|запланирован\w*|намечен\w*|будет|будут|предстоящ\w+|ожида\w+",
}


@kept_of_words
def year_in(words: str, text: Text) -> int:
    """The latest year that words name, 0 where they name none."""
    return max((year_of(item) for item in numbers(words, text.lang)), default=0)


def is_earlier(words: str, wave: int, text: Text) -> bool:
    """Whether words put their share in an earlier wave than `wave`."""
    if _is_of_last(words, text):
        return True
    year = year_in(words, text)
    if not year or wave:
        return bool(year) and year < wave
    past = word_pattern(rf"{_PAST}|{text.words.compared}").search(words)
    return past is not None or words.lstrip().startswith("(")


@kept_of_words
def _is_of_last(words: str, text: Text) -> bool:
    return word_pattern(text.words.last_wave).search(words) is not None


_SURVEY = r"aptauj\w*|pētījum\w*|anket\w*|survey\w*|polls?|questionnaires?|fieldwork|опрос\w*|анкет\w*|исследовани\w*"


def survey_year(sentence: Sentence, claims: Claims) -> int:
    """The year of the survey that a paragraph told of before it gave its shares; 0 where it names none."""
    text = claims.text
    for order in range(sentence.order - 1, -1, -1):
        before = text.sentences[order]
        if before.block != sentence.block:
            return 0
        if not claims.of(before) and word_pattern(_SURVEY).search(before.text):
            return year_in(before.text, text)
    return 0


_BOTH = r"ab(?:as|u|ām|ās) aptauj\w+|div(?:as|u|ām|ās) aptauj\w+|(?:both|two|the two) (?:polls|surveys)|об(?:а|оих|оим) опрос\w*|дв(?:а|ух|ум) опрос\w*"


def apart(one: Claim, other: Claim, claims: Claims) -> bool:
    """Whether two shares are surely, or likely, of two surveys, or of what two sections tell of."""
    if one.sentence.block == other.sentence.block:
        return False
    if of_twins(one.sentence.block, other.sentence.block, claims.text):
        return True
    years = [survey_year(item.sentence, claims) for item in (one, other)]
    if all(years) and years[0] != years[1]:
        return True
    return _tells_two_surveys(claims.text, claims)


@read_once
def _tells_two_surveys(text: Text, claims: Claims) -> bool:
    return word_pattern(_BOTH).search(text.whole) is not None


# ---- tables


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table whose columns are waves: its label, and the last two printed levels."""

    label: str
    stems: frozenset[str]
    earlier: Number
    later: Number
    year: int  # of the earlier level
    spot: Spot
    section: int
    before: tuple[float, ...] = ()  # the levels of the waves before these two


def wave_columns(block: Block) -> list[tuple[int, int]]:
    """(year, column) of the columns that are waves, the earliest first; [] of other tables."""
    if len(block.rows) < 2:
        return []
    heads = [_YEAR.findall(cell) for cell in block.rows[0]]
    if any("%" in cell and heads[at] for at, cell in enumerate(block.rows[0])):
        heads = [
            years if "%" in block.rows[0][at] or not _OF_N.match(block.rows[0][at]) else []
            for at, years in enumerate(heads)
        ]
    found = [
        (int(years[0]), place) for place, years in enumerate(heads) if len(years) == 1 and place
    ]
    apart = {year for year, _ in found}
    return sorted(found) if len(found) == len(apart) > 1 else []


def current_column(block: Block) -> int | None:
    """The one column of a table that is about all who answered in the present wave."""
    waves = wave_columns(block)
    width = max((len(row) for row in block.rows), default=0)
    if waves:
        return waves[-1][1] if len(waves) == width - 1 else None
    percent = [
        place
        for place in range(1, width)
        if any("%" in row[place] for row in block.rows if place < len(row))
    ]
    return percent[0] if len(percent) == 1 else None


def share_in(block: Block, row: int, column: int, text: Text) -> Number | None:
    """The percent of a cell; the sign may stand in the head of its column."""
    cells = block.rows[row]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    head = block.rows[0][column] if column < len(block.rows[0]) else ""
    if len(items) != 1 or items[0].sign or items[0].value > 100:
        return None
    return items[0] if items[0].unit is Unit.PERCENT or "%" in head else None


@listed_once
def rows_of(text: Text, claims: Claims) -> Iterator[Row]:
    """All rows of tables over waves."""
    for index, block in enumerate(text.blocks):
        waves = wave_columns(block) if block.kind is Kind.TABLE else []
        if len(waves) < 2:
            continue
        (year, before), (_, now) = waves[-2:]
        for place in range(1, len(block.rows)):
            earlier, later = (share_in(block, place, column, text) for column in (before, now))
            label = block.rows[place][0]
            if earlier is None or later is None or not label:
                continue
            where = row_spot(block, index, place)
            named = frozenset(stems(label, text.lang))
            older = [share_in(block, place, column, text) for _, column in waves[:-2]]
            levels = tuple(item.value for item in older if item is not None)
            yield Row(label, named, earlier, later, year, where, text.sections[index], levels)
