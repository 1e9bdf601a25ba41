"""Which list a place is told of: the one that can be meant, by elimination; none where the words name something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from atbalss.audit import regex
from atbalss.audit import words_rank as words
from atbalss.audit.boards import Board, Mention, Token, mentions, tokens
from atbalss.audit.claims import Claims
from atbalss.audit.deeds import ADVERB, is_of_another_deed, is_strange
from atbalss.audit.lists import names
from atbalss.audit.places_told import Told
from atbalss.audit.polarity import signs_of
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.scope import is_foreign, is_of_another
from atbalss.audit.stems import every_stem
from atbalss.audit.summaries import concluding
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import year_in

_COUNT = 20  # a number as large is of persons
_FEW = 3  # lists of a short document


@cache
def _group(lang: str) -> re.Pattern[str]:
    return word_pattern(words.PERSONS[lang])


def is_hedged(said: str, text: Text) -> bool:
    """Whether words tell what was expected, was so before or is to come, or ask; what was asked about is no such."""
    if said.endswith(("?", "?”", '?"')):
        return True
    rule = word_pattern(f"{words.HEDGED[text.lang]}|{text.words.last_wave}")
    return any(not _is_asked(match.group(0), said, text) for match in rule.finditer(said))


def _is_asked(word: str, said: str, text: Text) -> bool:
    """Whether what a word expects is what was asked: `would recommend it` as an answer, or over a column."""
    own = {form[:4] for form in every_stem(said, text.lang)} - {word[:4].lower()}
    asked = [cell for block in text.blocks for row in block.rows for cell in row]
    asked += [block.text for block in text.blocks if "?" in block.text]
    return any(
        word.lower() in cell.lower().split()
        and own & {form[:4] for form in every_stem(cell, text.lang)}
        for cell in asked
    )


def of_place(
    sentence: Sentence, boards: Sequence[Board], text: Text, claims: Claims
) -> list[Board]:
    """The boards of whose rows a sentence names one: of its section, else of the body."""
    said = tokens(sentence.text, text.lang)
    dated = year_in(sentence.text, text) > 0
    if dated and word_pattern(words.SPAN[text.lang]).search(sentence.text):
        return []
    fits = [b for b in boards if b.is_of_waves == dated and mentions(b, said)]
    fits = [board for board in fits if not board.is_across or _names_row(board, sentence, text)]
    if len(fits) < 2:
        return fits
    inside = summary_of(text, claims)
    near = [b for b in fits if b.ranking.section == sentence.section]
    if near and sentence.block not in inside:
        return near
    return [b for b in fits if b.ranking.first not in inside] or fits


def _names_row(board: Board, sentence: Sentence, text: Text) -> bool:
    """Whether a sentence names the row in whose columns a board's entries stand."""
    said = {word[:4] for word in every_stem(sentence.text, text.lang)}
    return any(word[:4] in said for word in board.ranking.measure)


def likeliest(found: Sequence[tuple[Told, Board]], text: Text) -> list[tuple[Told, Board]]:
    """Of the boards that a place may be told of, those whose measure its words share most."""
    hits = [
        len(
            {w[:4] for w in _measured(board)}
            & {w[:4] for w in every_stem(f"{told.bare} {told.notion.words}", text.lang)}
        )
        for told, board in found
    ]
    return [item for item, hit in zip(found, hits, strict=True) if hit == max(hits)]


def _measured(board: Board) -> frozenset[str]:
    return board.ranking.measure - frozenset().union(*board.owns)


def is_about(
    told: Told,
    board: Board,
    boards: Sequence[Board],
    sentence: Sentence,
    text: Text,
    claims: Claims,
) -> bool:
    """Whether a part of a sentence speaks of a board and of nothing beside it; the fewer lists, the more may be new."""
    if word_pattern(words.ASIDE[text.lang]).search(told.bare):
        return False
    known_names = [board.ranking.context, *(entry.named for entry in board.entries)]
    if is_of_another(sentence.text, known_names):
        return False
    groups = {
        word[:4]
        for m in _group(text.lang).finditer(told.bare)
        for word in every_stem(m[0], text.lang)
    }
    known = _known(board, text, claims)
    if groups - known:
        return False
    lists = len({(one.ranking.first, one.ranking.order) for one in boards})
    home = is_at_home(told, board, sentence, text, claims)
    whole = all(item.whole for item in told.named)
    if lists > _FEW and not (home or (len(told.named) > 1 and whole)):
        return False
    if _counts(board):
        known |= {"numb", "coun", "skai", "числ", "коли"}
    if not (lists == 1 and told.notion.kind == "next"):
        lead = sentence.text[: told.notion.start].rpartition(": ")[0]
        if _leads_elsewhere(lead, board, known, text):
            return False
    spare = rest_of(sentence, board, told, text) if lists > 1 else told.rest
    if any(_is_count(token) for token in spare):
        return False
    if _is_adjective(told, text) and any(0 <= m.start - told.notion.end <= 1 for m in told.named):
        return False  # `the best theatre of the country`
    again = sentence.block in summary_of(text, claims)
    far = board.ranking.order >= 0 and board.ranking.section != sentence.section
    if far and not (again or sentence.order in concluding(text, claims)):
        return False  # a sentence of another chapter
    if home and whole:
        around, own = frozenset(known), told.named[0].entry.named
        return told.notion.kind == "good" or not is_of_another_deed(
            told.bare, told.notion.words, own, around, text
        )
    goes_on = lists > 1 and any(_goes_on(item, told.rest, text) for item in told.named)
    if goes_on or (lists > 1 and not again and board.ranking.order > sentence.order + 1):
        return False  # a sentence far behind is not what a claim looks forward to
    strange = [t for t in told.rest if is_strange(t, sentence.text, known, text)]
    return _is_at_ease(told, strange, lists, known, text)


def _known(board: Board, text: Text, claims: Claims) -> set[str]:
    """How the words begin that a board, or those who were asked, are told in."""
    known = {word[:4] for word in board.ranking.context | board.ranking.measure}
    return known | {word[:4] for word in every_stem(" ".join(claims.people), text.lang)}


def _counts(board: Board) -> bool:
    return not board.ranking.shares and max(e.number.value for e in board.entries) > 10


def _leads_elsewhere(lead: str, board: Board, known: set[str], text: Text) -> bool:
    """Whether the few words that lead a claim in, before a colon, name something that the board has not."""
    if not lead or len(lead.split()) >= 6 or words.LEAD.fullmatch(lead):
        return False
    said = tokens(lead, text.lang)
    heard = any(is_strange(token, lead, known, text) for token in said)
    return heard and not mentions(board, said)


def _is_at_ease(
    told: Told, strange: Sequence[Token], lists: int, known: set[str], text: Text
) -> bool:
    """Whether the new words of a claim are few enough, and none is what its place or quality is of."""
    kind, notion = told.notion.kind, told.notion.words
    adverb = kind in ("place", "quality") and ADVERB[text.lang].search(notion)
    if adverb and not _is_measured(told, strange, known, text):
        return False
    beside = any(0 <= token.start - told.notion.end <= 2 for token in strange)
    often = _OFTEN.search(notion) is not None and lists < _FEW
    if beside and not often and kind in ("place", "good") and _is_adjective(told, text):
        return False
    return len(strange) <= max(1, 4 - lists)


def is_at_home(told: Told, board: Board, sentence: Sentence, text: Text, claims: Claims) -> bool:
    """Whether a part of a sentence has no word that the document has only beside a list."""
    named = [item.entry for item in (*told.named, *told.left_out)]
    said = names(told.bare, text)
    return not is_foreign(said, board.ranking, named, sentence, text, claims)


def rest_of(sentence: Sentence, board: Board, told: Told, text: Text) -> list[Token]:
    """The words of a whole sentence that name no row."""
    said = tokens(sentence.text, text.lang)
    taken = {place for item in mentions(board, said) for place in item.hits}
    return [
        token
        for at, token in enumerate(said)
        if at not in taken and not told.notion.start <= token.start < told.notion.end
    ]


def _is_count(token: Token) -> bool:
    """Whether a number is told beside a place that is no row: `third, with 74 people`."""
    return token.word.isdigit() and int(token.word) >= _COUNT


def _goes_on(named: Mention, rest: Sequence[Token], text: Text) -> bool:
    """Whether a row that is half named goes on in another word: `printed books` of `the printed press`."""
    return not named.whole and any(
        0 <= token.start - named.end <= 2
        and len(token.word) > 3
        and token.word not in text.words.stop
        for token in rest
    )


def _is_measured(told: Told, strange: Sequence[Token], known: set[str], text: Text) -> bool:
    """Whether what is done most is what the list is of: as many words at home there as new ones.

    `The market costs them most` is of another thing; a noun right behind is what is counted.
    """
    people = word_pattern(text.words.people)
    if any(people.fullmatch(token.word) for token in strange):
        return False  # some of those who answer: `teachers rate it highest`
    home = [t for t in told.rest if any(f[:4] in known for f in t.forms)]
    signs = len(signs_of(told.bare, text.lang))
    return len(strange) <= len(home) + signs


def _is_adjective(told: Told, text: Text) -> bool:
    """Whether the word behind a notion is what is measured: `the highest fees`, `lielākā pieredze`."""
    return _ADJECTIVE[text.lang].search(told.notion.words.strip()) is not None


_OFTEN = regex.any_case(  # what is most often named, whatever it is called
    r"popul|bieži|izplat|iecien|pieprasīt|minēt|nosaukt|common|frequen|often|named|cited|mentioned|част|распростран|востребов|упомин"
)
_ADJECTIVE = {
    "lv": regex.any_case(
        r"āk(?:ais|ā|ie|ās|o|os|ajam|ajai|ajā|ajiem|ajām)$|(?:maksimāl|minimāl|rekord|galven)\w+$"
    ),
    "en": regex.any_case(r"(?:\w{2,}(?<!l)est|most (?!often)\w+(?<!ly)|smallest|worst)$"),
    "ru": regex.any_case(r"(?:^наи|^сам\w+ |^максим|^миним|^рекорд|^главн|^лучш|^худш)\w*"),
}
