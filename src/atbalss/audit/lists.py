"""Lists that a superlative may be said of: shares of a sentence, of bullets, of a table either way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import row_spot, spot
from atbalss.audit.mentions import table_pointed
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.retold_tables import table_retold
from atbalss.audit.stems import every_stem, stems
from atbalss.audit.table_bases import total_row
from atbalss.audit.text import Block, Kind, Sentence, Text, kept_of_words, word_pattern
from atbalss.audit.waves import wave_columns

_BACK = 4  # sentences
_NUMBER = regex.pattern(
    r"(?<![\w.,=])(?<!= )\d{1,4}(?:\s?(?:[–-]|to|līdz|до)\s?\d{1,3})?(?!\d|[.,]\d|\s?%)"
)
COUNTS = regex.any_case(
    r"[^()%]{0,30}\([nN]\)|atbildējušie|aptaujātie|aptaujāti|answered|asked|interviewed|ответили|ответившие|опрошено|n|n\s?=.*|skaits|intervij\w*|anket\w*|bāze|respondent\w*|count|interviews|replies|responses|base"
    r"|answered|replied|asked|interviewed|atbildēja|aptaujāt[io]|ответили|опрошено"
    r"|respondents|answers|returned|(?:total )?(?:atbildes|atbildējuši|aizpildīja|ответы|заполнили|вернули)"
    r"|(?:answered|replied|asked|interviewed|atbildēja|aptaujāti|aizpildīja|ответили|опрошено|заполнили|респондент\w*|respondent\w*|сотрудник\w*|работник\w*|учащи\w*|студент\w*)(?:, | \()(?:persons|people|cilv\.?|cilvēki|personas|чел\.?|человек|skaits|число|number|count)\)?"
    r"|number.*|число.*|кол-во|анкет\w*|интервью|опрошен\w*|(?:база|bāze|base),? .{0,20}|база|ответов"
)


def is_of_counts(block: Block, column: int) -> bool:
    """Whether the head of a column says that it counts persons; `n = 800` over percents is their base."""
    head = block.rows[0][column].strip()
    if head.startswith("%") or COUNTS.fullmatch(head.strip(" ,.%")) is None:
        return False  # `% of those asked`
    return not all("%" in row[column] for row in block.rows[1:] if column < len(row))


_CAPITALS = regex.pattern(r"(?<!\w)[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2,3}(?!\w)")


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries that can be ranked, and the stems of what is measured."""

    entries: tuple[Entry, ...]
    measure: frozenset[str]
    context: frozenset[str]  # of all words around it
    table: bool = False


@kept_of_words
def names(words: str, text: Text) -> frozenset[str]:
    """Stems, and numbers as printed: line 7, ages 18-34."""
    printed = (
        regex.sub(r"\s|–|to|līdz|до", lambda m: "" if m[0].isspace() else "-", item)
        for item in _NUMBER.findall(words)
    )
    telling = stems(words, text.lang) or every_stem(words, text.lang)
    telling = telling or tuple(regex.findall(r"[^\W\d_]+", words.lower()))  # yes, no
    short = (item.lower() for item in _CAPITALS.findall(words))  # IT, TV
    return frozenset(telling) | frozenset(printed) | frozenset(short)


def lists_near(sentence: Sentence, text: Text, claims: Claims) -> Iterator[Listing]:
    """The nearest list of sentences and of bullets before a sentence, and the table of its section."""
    told = _told_before(sentence, text, claims)
    if told is not None:
        yield told
    tables = [
        index
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.TABLE and text.sections[index] == sentence.section
    ]
    above = [index for index in tables if index < sentence.block]
    if tables:
        several = len(claims.of(sentence)) > 2  # a list of its own
        retold = -1 if several else table_retold(text, claims, sentence.block)
        place = retold if retold in tables else above[-1] if above else tables[0]
        named = table_pointed(sentence, text, claims)
        if named >= len(text.blocks):
            return  # several: which, its clause may say
        place = named if named >= 0 else place
        kept = claims.kept.setdefault("table-lists", {})
        if place not in kept:
            kept[place] = tuple(of_table(place, text))
        yield from kept[place]


def _told_before(sentence: Sentence, text: Text, claims: Claims) -> Listing | None:
    run: list[Claim] = []
    for back in range(1, _BACK + 8):
        order = sentence.order - back
        if order < 0 or text.sections[text.sentences[order].block] != sentence.section:
            break
        before = text.sentences[order]
        found = claims.of(before)
        if before.kind is Kind.ITEM and len(found) == 1 and before.block != sentence.block:
            run.insert(0, found[0])
            continue
        if run or back > _BACK:
            break
        if len(found) >= 2 and before.kind in (Kind.PARAGRAPH, Kind.ITEM):
            return of_claims(found, text)
        if found and before.block != sentence.block:
            break
        if not found and (means := of_means(before, text)) is not None:
            return means
    return of_claims(tuple(run), text) if len(run) > 1 else None


def of_claims(found: Sequence[Claim], text: Text) -> Listing | None:
    """A list of shares; None of waves, and of shares that have no name of their own."""
    entries = []
    for claim in found:
        words, number = claim.sentence.text, claim.number
        if claim.years or word_pattern(text.words.last_wave).search(claim.segment):
            return None
        before = words[claim.start : number.start]
        label = before.rpartition(":")[2]
        if "?" in label:  # the question is no name of its first answer
            label = regex.split(r"[?.!][”“»\"]?\s", label)[-1]
            label = regex.sub(r"^\([^()]*\)", " ", label)
        named = names(
            regex.sub(r"\([^()]*$", " ", label) + " " + words[number.end : claim.end], text
        )
        where = spot(text, claim.sentence, number.start, number.end)
        entries.append(Entry(named, number, where))
    if not all(entry.named for entry in entries):
        return None
    context = names(" ".join(claim.sentence.text for claim in found), text)
    return Listing(tuple(entries), context, context)


_MEAN = regex.pattern(
    r"(?:^|[,;:]|\s(?:and|un|и)\s)\s?(?P<name>[^,;:\d]{3,40}?)\s(?:[–—-]\s|(?:at|with|by|ar|на)\s)?\(?\d{1,2}[.,]\d{1,2}(?!\d|\s?%)"
)


def of_means(sentence: Sentence, text: Text) -> Listing | None:
    """`staff 9.1, building 7.4, prices 6.8`: three marks or more, each behind its name."""
    items = [n for n in numbers(sentence.text, text.lang) if n.digits and not n.sign]
    named = list(_MEAN.finditer(sentence.text))
    if len(named) < 3 or len(named) != len(items) or any(n.unit is not Unit.NONE for n in items):
        return None
    entries = tuple(
        Entry(names(match.group("name"), text), item, spot(text, sentence, item.start, item.end))
        for match, item in zip(named, items, strict=True)
    )
    context = names(sentence.text, text)
    return Listing(entries, context, context) if all(e.named for e in entries) else None


def of_table(index: int, text: Text) -> Iterator[Listing]:
    """The columns of a table that hold values, and its rows where its columns are groups."""
    block = text.blocks[index]
    head = block.rows[0]
    waves = wave_columns(block)
    caption = text.blocks[index - 1].text if index else ""
    title = frozenset(stems(caption + " " + text.titles.get(text.sections[index], ""), text.lang))
    columns = [waves[-1][1]] if waves else list(range(1, len(head)))
    columns = [column for column in columns if not is_of_counts(block, column)]
    everything = title | names(" ".join(cell for row in block.rows for cell in row), text)
    columns = [column for column in columns if not _counts(block, column, text)]
    told = [column for column in columns if _is_percent(block, column)]
    columns = [c for c in columns if c in told or not (told and _is_whole(block, c))]
    rest = word_pattern(f"{text.words.total}|{text.words.other}|{_OVERALL}|neko")
    last = total_row(block)
    for column in columns:
        cells = [
            (names(block.rows[row][0], text), value, row)
            for row in range(1, len(block.rows))
            if row != last
            and not rest.match(block.rows[row][0].strip(' „“"«»'))
            and (value := _value(block, row, column, text)) is not None
        ]
        if len(cells) >= 2 and len(cells) >= len(block.rows) - 3 and all(cell[0] for cell in cells):
            measure = frozenset(stems(head[column], text.lang))
            measure |= title if len(columns) == 1 else frozenset()
            yield Listing(_entries(block, index, cells), measure, everything, True)
    if len(columns) < 2 or waves:
        return
    for row in range(1, len(block.rows)):
        across = [
            (names(head[column], text), value, row)
            for column in columns
            if (value := _value(block, row, column, text)) is not None
        ]
        if len(across) == len(columns) and all(cell[0] for cell in across):
            measure = frozenset(stems(block.rows[row][0], text.lang))
            yield Listing(_entries(block, index, across), measure, everything, True)


_OVERALL = (  # the row of all together
    r"vis[aāu] \w+|vidēji|vidējais|vidēj\w+ (?:vērtēj|atzīm|rādītāj)\w*|(?:the )?(?:average|mean)|entire|whole|в среднем|в целом"
    r"|средн\w+ (?:оценк|балл|показател)\w*|по всем|nevien\w*|ни од\w+"
)


def _counts(block: Block, column: int, text: Text) -> bool:
    """Whether a column counts persons: one of its plain numbers is above 100."""
    return any(
        len(items := numbers(row[column], text.lang)) == 1
        and items[0].unit is Unit.NONE
        and items[0].value > 100
        for row in block.rows[1:]
        if column < len(row)
    )


def _is_percent(block: Block, column: int) -> bool:
    """Whether the head of a column or all its cells say percent."""
    cells = [row[column] for row in block.rows[1:] if column < len(row)]
    return "%" in block.rows[0][column] or all("%" in cell or not cell for cell in cells)


_SCORED = regex.any_case(
    r"index|indeks|индекс|score|rating|mean|average|vidēj|ball|punkt|point|оценк|балл|средн|NPS|rank"
)


def _is_whole(block: Block, column: int) -> bool:
    """Whether a column holds whole numbers alone, which beside a column of percents count persons."""
    cells = [row[column].strip() for row in block.rows[1:] if column < len(row)]
    whole = all(regex.fullmatch(r"(?:\d[\d\u00a0 ,]*(?:\s[^\W\d_]+\.?)?)?", cell) for cell in cells)
    return whole and _SCORED.search(block.rows[0][column]) is None


def _entries(
    block: Block, index: int, cells: Sequence[tuple[frozenset[str], Number, int]]
) -> tuple[Entry, ...]:
    found = []
    for named, value, row in cells:
        where = row_spot(block, index, row)
        found.append(Entry(named, value, where))
    return tuple(found)


def _value(block: Block, row: int, column: int, text: Text) -> Number | None:
    """The one share or mean of a cell: a number alone, at most 100."""
    cells = block.rows[row]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    if len(items) != 1 or items[0].sign or items[0].value > 100:
        return None
    alone = items[0].unit is Unit.PERCENT or cells[column].strip(" %") == cells[column][
        items[0].start : items[0].end
    ].strip(" %")
    return items[0] if alone else None
