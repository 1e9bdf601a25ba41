"""A figure, table or list of answers without its question, where the others have theirs; a question told of, not told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.captions import caption_of
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding
from atbalss.audit.passages import WORDED
from atbalss.audit.rules.references import block_spot
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.stems import stems
from atbalss.audit.summaries import concluding
from atbalss.audit.text import Kind, Text, word_pattern

MADE_OF = (  # of whom a sample is made, and what is no answer
    r"(?:that|who|which) (?:replied|responded|returned)(?! [“\"'‘])|sex|age|who (?:took part|came|visited|replied|answered|they are)|where from|no kurienes|откуда|kas (?:nāca|atnāca|ieradās|atbildēja)|кто (?:пришёл|пришел|отвечал|ответил)|kas piedalījās|кто участвовал|sample|composition|respondents by|owners by|profile|fieldwork|response|structure|dzimum\w*|vecum\w*|izlas\w*|sastāv\w*|raksturojum\w*"
    r"|atsauc\w*|пол\w{0,2}|возраст\w*|выборк\w*|состав\w*|структур\w*|отклик\w*|median|mean|minutes|index|vidēj\w*|indekss?|минут\w*|средн\w+|индекс\w*"
    r"|skait\w*|kļūd\w*|aptaujāt(?:ie|ās|o)\w*|atbildējuš\w*|respondent(?:i|u)|surveyed|(?:the|our) (?:sample|respondents)|who we asked|ответивши[ех]|участник\w*|respondents?|numbers?|counts?|errors?|margins?|interviewed|числ\w*|численност\w*|погрешност\w*|ошибк\w*|опрошен\w*"
)
_OTHER = (  # of the field, of who answered, of what is counted without asking
    r"retur\w+|respon[sd]e rate|sample|refus\w+|aged|women|men|register\w*|records?|capacity|budget|according to|census|statistics"
    r"|atgriez\w+|atsauc\w+|izlas\w+|atteic\w+|vecum\w+|sieviet\w+|vīrieš\w+|reģistr\w+|budžet\w*|pēc .{3,30} datiem|statistik\w+"
    r"|верну\w+|отклик\w+|выборк\w+|отказ\w+|возраст\w+|женщин\w*|мужчин\w*|реестр\w*|бюджет\w*|по данным|статистик\w+"
    r"|together|altogether|thus|therefore|in all|kopā|tātad|tādējādi|вместе|итого|таким образом|стало быть|в сумме"
)
_QUESTION = r"question(?: wording)?|jautājum\w*|вопрос\w*|asked|vaicāt\w*|jautāt\w*|спросил\w*"
_HABIT = 2  # displays or paragraphs with their question
_ITEMS = 3  # that make a list of answers
_LEAD = 400  # letters
_ELSEWHERE = regex.any_case(  # what sends a reader to a question, or tells it in other words
    r"(?<!\w)(?:tas pats|tā paša|šis pats|tā pati|to pašu|šo pašu|jautāts, vai|vaicā\w+, vai|atbild\w+ uz (?:šo|to)|šis jautāj\w*|šo jautāj\w*|(?:jautājum|anket|formulējum)\w* (?:\w+ ){0,3}?pielikum\w*|pielikum\w*"
    r"|the same|that question|this question|whether|as above|same question|asked (?:if|how|what|which|where|why)|annex|appendix|questionnaire"
    r"|тот же|тем же|этот (?:же )?вопрос|того же|на него|о том же|приложени\w*|анкет\w*|спросили,? \w+ ли|(?-i:[QJВ]) ?\d+)(?!\w)"
)
_AGAIN = r"by|per|in each|pa|pēc|katrā|по|в разрезе|20\d\d|wave\w*|viln\w*|волн\w*|grup\w*|groups?|групп\w*"
_GROUPED = regex.any_case(r"(?:\W|\d)*(?:by|per|in each|pa|pēc|по)\s")
_TOLD_OF = {  # says that a question was put, and what about
    "lv": r"(?:uzde(?:va|vām)|uzdots|uzdoti) (?:\w+ ){0,3}?jautājum\w* par",
    "en": r"(?:a|one|another|one more) (?:further |second |third |last |additional )?question (?:was |were |put )*(?:about|on|concerned|concerning)",
    "ru": r"(?:зада(?:ли|вали|н)|был) (?:\w+ ){0,3}?вопрос\w* (?:об?|про|насч[её]т)",
}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A table, list or picture of answers: its title, the words by it, its rows' names, its place."""

    title: str
    near: str
    labels: tuple[str, ...]
    spot: Spot
    section: int
    asked: frozenset[str]  # where its question stands
    titled: bool  # by a caption of its own


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """The one display that has no question, where all others have theirs; the one question that is told of only."""
    away = set(summary_of(text, claims)) | {
        text.sentences[at].block for at in concluding(text, claims)
    }
    shown = [item for item in _displays(text) if item.spot.block not in away]
    inside = {item.spot.block for item in shown}
    quoted = [
        block
        for at, block in enumerate(text.blocks)
        if block.kind is Kind.PARAGRAPH
        and at not in inside
        and _worded(block.text)
        and "%" in block.text
    ]
    having = len({block.text for block in quoted}.union(*(item.asked for item in shown)))
    bare = [
        item for at, item in enumerate(shown) if not item.asked and not _is_spared(at, shown, text)
    ]
    bare = [item for item in bare if not _is_asked_above(item.spot.block, text)]
    if len(bare) == 1 and having >= _HABIT and sum(not item.asked for item in shown) <= having:
        yield finding(
            text, "missing-wording", bare[0].spot, code="missing-wording-by", asked=having
        )
    told = [
        at
        for at, block in enumerate(text.blocks)
        if block.kind is Kind.PARAGRAPH and at not in away and _is_told_of(block.text, text)
    ]
    if len(told) == 1 and not bare and having >= _HABIT:
        at = block_spot(text.blocks[told[0]], told[0])
        yield finding(text, "missing-wording", at, code="missing-wording-by", asked=having)


def _is_asked_above(place: int, text: Text) -> bool:
    """Whether a paragraph that puts a question points to the caption at a place by its number."""
    told = caption_of(text.blocks[place].text, text.words)
    if told is None or told[0] == "annex":
        return False
    noun = text.words.figure if told[0] == "figure" else text.words.table
    points = word_pattern(rf"{told[1]}\.\s?(?:{noun})|(?:{noun})\s{told[1]}(?!\d)")
    return any(
        block.kind is Kind.PARAGRAPH and "?" in block.text and points.search(block.text)
        for block in text.blocks
    )


def _worded(words: str) -> bool:
    return regex.search(r"\?\s?[^„“«\"]{0,60}[”“»\"]", words) is not None


def _is_told_of(words: str, text: Text) -> bool:
    """Whether a paragraph gives the answers to a question that it tells of and does not tell."""
    told = word_pattern(_TOLD_OF[text.lang]).search(words)
    return (
        told is not None
        and "%" in words[told.end() :]
        and "?" not in words
        and WORDED.search(words) is None
        and _ELSEWHERE.search(words) is None
        and not _is_listed(words[told.end() :].split(".")[0], text)
    )


def _displays(text: Text) -> Iterator[_Shown]:
    """All tables, lists and pictures of answers, each with what stands by it since the one before."""
    edge, at = 0, 0
    while at < len(text.blocks):
        last = _end_of(text, at)
        if last < 0:
            at += 1
            continue
        section, first = text.sections[at], at
        while first > edge and text.sections[first - 1] == section:
            first -= 1
        near = [text.blocks[place].text for place in range(first, last + 1)]
        near += [" ".join(row) for block in text.blocks[at : last + 1] for row in block.rows]
        for place in range(last + 1, len(text.blocks)):  # some print it below
            another = text.blocks[place].kind is Kind.CAPTION
            if text.sections[place] != section or another or _end_of(text, place) >= 0:
                break
            below = text.blocks[place].text
            near += [below] if "?" in below and "%" not in below else []
        told = [
            caption_of(block.text, text.words) if block.kind is Kind.CAPTION else None
            for block in text.blocks[first : last + 1]
        ]
        titled = [place for place, item in enumerate(told, first) if item is not None]
        title = " ".join(near[: max(at - first, 1)])
        if titled and (caption := told[titled[-1] - first]) is not None:
            title = regex.split(r"[.,;(]", caption[2])[0]
        names = [row[0] for block in text.blocks[at : last + 1] for row in block.rows[1:]]
        names += [
            text.blocks[place].text for place in range(at, last + 1) if not text.blocks[place].rows
        ]
        place = titled[-1] if titled else max(at - 1, first)
        words = "\n".join(near)
        yield _Shown(
            title, words, tuple(names), block_spot(text.blocks[place], place), section,
            frozenset(piece for piece in near if "?" in piece or _notes(piece)), bool(titled),
        )  # fmt: skip
        edge = at = last + 1


def _end_of(text: Text, at: int) -> int:
    """The last block of the display that begins at a block; -1 where none begins."""
    block = text.blocks[at]
    if block.kind is Kind.TABLE:
        cells = [cell for row in block.rows[1:] for cell in row[1:]]
        over = " ".join(text.blocks[place].text for place in range(max(0, at - 2), at))
        shares = any("%" in cell for cell in (*cells, *block.rows[0])) or "%" in over
        return at if shares and len(block.rows) > 2 else -1
    if block.kind is Kind.ITEM:
        end = at
        while end + 1 < len(text.blocks) and text.blocks[end + 1].kind is Kind.ITEM:
            end += 1
        ends = [regex.search(r"%\W*$", text.blocks[place].text) for place in range(at, end + 1)]
        return end if len(ends) >= _ITEMS and all(ends) else -1
    told = caption_of(block.text, text.words) if block.kind is Kind.CAPTION else None
    if told is None or told[0] == "annex":
        return -1
    rows = [item for item in text.blocks[at + 1 : at + 3] if item.kind in (Kind.TABLE, Kind.ITEM)]
    return -1 if rows else at


def _is_spared(at: int, shown: Sequence[_Shown], text: Text) -> bool:
    """Whether a display without a question shows no answers, or those to a question that stands elsewhere."""
    item = shown[at]
    if WORDED.search(item.near) or _ELSEWHERE.search(item.near[:_LEAD]):
        return True
    if word_pattern(f"{MADE_OF}|{_OTHER}").search(item.title):
        return True
    if _is_listed(item.title, text) or _GROUPED.match(item.title):
        return True
    own = set(stems(item.title, text.lang))
    before = [other for other in shown[:at] if other.section == item.section]
    if before:  # the answers to one question may be shown twice
        known = {stem for other in before for stem in stems(other.near, text.lang)}
        again = word_pattern(f"{_AGAIN}|{text.words.compared}").search(item.title)
        if again or not item.titled or not own or own & known:
            return True
    rows = (
        frozenset(stems(name, text.lang))
        for other in shown
        if other is not item
        for name in other.labels
    )
    return any(
        row and row <= own for row in rows
    )  # `Content with the buses`, one of the rows above


def _notes(words: str) -> bool:
    """Whether words print a question as a note does: `Question: …`, or one in quotation marks."""
    return bool(
        regex.search(
            rf"(?<!\w)(?:{_QUESTION})[^.?]{{0,20}}[:„“\"«]|\?[”“»\"]", words, regex.IGNORECASE
        )
    )


def _is_listed(words: str, text: Text) -> bool:
    """Whether a question anywhere in the document has two of the telling words of a caption."""
    own = set(stems(regex.sub(r"\([^()]*\)?", " ", words), text.lang))
    return any(
        "?" in block.text and len(own & set(stems(piece, text.lang))) >= min(2, len(own))
        for block in text.blocks
        for piece in regex.split(r"(?<=[.;])\s", block.text)
        if "?" in piece
    )
