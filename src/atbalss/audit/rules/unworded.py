"""A figure, table or list of answers without its question, where the others have theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.captions import caption_of
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding
from atbalss.audit.rules.references import block_spot
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text, word_pattern

MADE_OF = (  # of whom a sample is made, and what is no answer
    r"(?:that|who|which) (?:replied|responded|returned)(?! [“\"'‘])|sex|age|who (?:took part|came|visited|replied|answered|they are)|where from|no kurienes|откуда|kas (?:nāca|atnāca|ieradās|atbildēja)|кто (?:пришёл|пришел|отвечал|ответил)|kas piedalījās|кто участвовал|sample|composition|respondents by|owners by|profile|fieldwork|response|structure|dzimum\w*|vecum\w*|izlas\w*|sastāv\w*|raksturojum\w*"
    r"|atsauc\w*|пол\w{0,2}|возраст\w*|выборк\w*|состав\w*|структур\w*|отклик\w*|median|mean|minutes|index|vidēj\w*|indekss?|минут\w*|средн\w+|индекс\w*"
    r"|skait\w*|kļūd\w*|aptaujāt(?:ie|ās|o)\w*|atbildējuš\w*|respondent(?:i|u)|surveyed|(?:the|our) (?:sample|respondents)|who we asked|ответивши[ех]|участник\w*|respondents?|numbers?|counts?|errors?|margins?|interviewed|числ\w*|численност\w*|погрешност\w*|ошибк\w*|опрошен\w*"
)
_QUESTION = r"question(?: wording)?|jautājum\w*|вопрос\w*|asked|vaicāt\w*|jautāt\w*|спросил\w*"
_HABIT = 4  # captions with their question
_BACK = 3  # blocks


@dataclass(frozen=True, slots=True)
class _Titled:
    """A caption: which kind, its words, its place, whether its question stands by it."""

    kind: str
    words: str
    spot: Spot
    asked: bool


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """The one caption of its kind that has no question, where at least four others have one."""
    titled = list(_captions(text))
    for kind in ("figure", "table"):
        mine = [item for item in titled if item.kind == kind]
        having = [item for item in mine if item.asked]
        bare = [
            item
            for item in mine
            if not item.asked
            and not word_pattern(MADE_OF).search(item.words)
            and not _is_listed(item.words, text)
            and len(regex.findall(r"\b[nN]\s?=", item.words)) < 2  # groups of the question above
        ]
        if len(having) >= _HABIT and len(bare) == 1 and len(having) >= len(mine) - 2:
            yield finding(
                text, "missing-wording", bare[0].spot, code="missing-wording-by", asked=len(having)
            )


def _captions(text: Text) -> Iterator[_Titled]:
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.CAPTION:
            continue
        told = caption_of(block.text, text.words)
        if told is None or told[0] == "annex":
            continue
        section = text.sections[index]
        near = [block.text]
        for place in range(index - 1, max(-1, index - _BACK - 1), -1):
            other = text.blocks[place]
            if text.sections[place] != section or other.kind is Kind.CAPTION:
                break
            near.append(other.text)
        for item in text.blocks[index + 1 : index + 3]:
            if item.kind is Kind.CAPTION:
                break
            near += [item.text] if _notes(item.text) else []
        asked = any("?" in words or _notes(words) for words in near)
        asked = asked or _is_of_groups(text, index, told[2])
        yield _Titled(told[0], told[2], block_spot(block, index), asked)


_BY = r"(?<!\w)(?:by|per|in each|pa|pēc|katrā|по|в разрезе)(?!\w)"


def _is_of_groups(text: Text, index: int, title: str) -> bool:
    """Whether a caption shows the answers of the list just before it in each group: `Good marks, by park`."""
    found = regex.search(_BY, title, regex.IGNORECASE)
    own = set(stems(title[: found.start()], text.lang)) if found else set()
    section = text.sections[index]
    for place in range(index - 1, -1, -1):
        block = text.blocks[place]
        if not own or text.sections[place] != section:
            return False
        if block.kind is not Kind.TABLE:
            continue
        over = text.blocks[place - 1].text if place else ""
        labels = " ".join(row[0] for row in block.rows if row)
        asked = any(
            "?" in text.blocks[at].text
            for at in range(max(0, place - _BACK), place)
            if text.sections[at] == section
        )
        shown = set(stems(over, text.lang)) & own and set(stems(labels, text.lang)) & own
        return asked and bool(shown)
    return False


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
