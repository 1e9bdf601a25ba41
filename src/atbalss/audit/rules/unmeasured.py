"""A claim of a short report on what nobody was asked: in its title, its summary, the grounds of its advice.

In a short text it is plain what was asked and what was answered. A claim, of whose telling words neither the
questions nor the answers have one, rests on nothing; words of who was asked and of the title are no evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from atbalss.audit import regex
from atbalss.audit.claimed import OPENING, advice_of, claimed, concluded, is_reported
from atbalss.audit.claims import Claims, is_confidence
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.generic import is_generic
from atbalss.audit.group_names import compared_group, groups_unknown, names_group
from atbalss.audit.lexicon import has_notion, is_topic, told_otherwise
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.sampling_error import ASKED
from atbalss.audit.sheets import sheets_of
from atbalss.audit.shifts import direction
from atbalss.audit.stems import stem
from atbalss.audit.summaries import Clause, clauses, is_news, lead_of
from atbalss.audit.telling import (
    fractions_of,
    is_borne,
    is_known,
    is_told,
    labels_of,
    own_words,
    words_of,
)
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import rows_of
from atbalss.audit.words_claim import (
    BUT,
    CAUSE,
    COMPARED,
    CUE,
    FORM,
    LATER,
    MORE,
    NEEDED,
    OPINION,
    READY,
    SHARE,
    TARGET,
    UNASKED,
)

_LONGEST = 700  # words of a document in which it is plain what was asked
ANOTHER_TIME = r"wave|compar\w*|salīdz\w*|viln\w*|сравн\w*|волн\w*|\w*procentpunkt\w*|points"
_FEWEST = 6  # words told in results and questions


@dataclass(frozen=True, slots=True)
class _Told:
    """What questions and answers say, in words; and the words of who was asked."""

    body: str
    known: frozenset[str]
    setting: frozenset[str]
    shares: tuple[tuple[float, ...], ...]  # of each passage
    asks: bool  # its questions are printed
    grouped: bool  # results of groups are told
    moved: bool  # another wave, or a change
    concluded: frozenset[int]  # sentences of a summary, of conclusions, of advice


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Claims of titles, conclusions and grounds whose subject no question and no answer has."""
    if any(block.kind is Kind.CHART for block in text.blocks):
        return
    if len(text.whole.split()) > _LONGEST:
        return
    said = list(claimed(text, claims))
    if not said:
        return
    lead = lead_of(text)
    if sum(item.block in lead for item in text.prose) * 2 > len(text.prose):
        return  # all in one paragraph
    told = _told(text, claims, {clause.sentence.order for clause in said})
    if len(told.known) < _FEWEST or (
        sum(map(len, told.shares)) < 2
        and len(word_pattern(text.words.percent).findall(text.whole)) < 2
    ):
        return
    if not told.asks:  # news leave out what was asked
        said = [
            item
            for item in said
            if item.sentence.order > OPENING
            or (not is_news(text) and _group(item.words, told, text))
        ]
    found = [(clause, words) for clause in said if (words := _strange(clause, told, text))]
    if len({clause.sentence.order for clause, _ in found}) > max(1, len(said) // 3):
        return  # in words of its own throughout
    blamed = claims.kept.get("unmentioned", frozenset())
    for clause, words in found:
        if clause.sentence.order not in blamed:
            at = spot(text, clause.sentence, clause.start, clause.end)
            yield finding(text, "summary-without-body", at, code="claim-without-body", words=words)


def _asks(text: Text) -> bool:
    """Whether a text prints a question that shares or a table answer there, or in the next block."""
    for block, after in pairwise((*text.blocks, None)):
        if block is None or "?" not in block.text:
            continue
        behind = block.text[block.text.index("?") :] + (f" {after.text}" if after else "")
        shown = "%" in behind or word_pattern(text.words.percent).search(behind)
        if shown or (after and after.rows):
            return True
    return False


# ---- what is told


def _told(text: Text, claims: Claims, claimed: set[int]) -> _Told:
    """The words of questions, answers and results; those of method, plans and titles are the setting."""
    asked = word_pattern(ASKED[text.lang])
    later = word_pattern(LATER[text.lang])
    unasked = word_pattern(UNASKED[text.lang])
    error = word_pattern(text.words.interval)
    inside = concluded(text, claims)
    advice = advice_of(text, claims)
    body, setting = [], []
    for sentence in text.sentences:
        words = sentence.text
        if sentence.order in claimed or sentence.order in inside or sentence.order in advice:
            if inside.get(sentence.order):
                body.append(words[: inside[sentence.order]])
            continue
        sized = regex.search(r"(?<![\d.,])\d[\d ,\u00a0]*(?![\d.,]*\s?%)", words) is not None
        shown = any(not is_confidence(claim) for claim in claims.of(sentence))
        method = (asked.search(words) and sized and not shown) or not sentence.block
        if error.search(words) and not shown and not method:
            continue
        if unasked.search(words) or (later.search(words) and not shown) or method:
            body += regex.findall(r"[„“\"«*][^„“”\"«»*]{6,}[”“\"»*]", words)
            if method:
                setting.append(regex.sub(r"[„“\"«][^„“”\"«»]{6,}[”“\"»]", " ", words))
        else:
            body.append(words)
    body += [item.words for item in clauses(text, claims) if is_reported(item, text)]
    for block in text.blocks:
        body += [cell for row in block.rows for cell in row]
    told = "\n".join(body).lower().replace("ё", "е")
    found = regex.findall(r"[^\W\d_]{4,}", "\n".join(setting).lower().replace("ё", "е"))
    return _Told(
        told,
        frozenset(regex.findall(r"[^\W\d_]{3,}", told)),
        frozenset(stem(word, text.lang) for word in found),
        tuple(filter(None, (_shares(text, claims, at) for at in range(len(text.blocks))))),
        _asks(text),
        _has_groups(text, claims, claimed),
        _has_waves(text, claims, told),
        frozenset(inside) | advice,
    )


def _has_groups(text: Text, claims: Claims, claimed: set[int]) -> bool:
    """Whether results of parts of those who answered are told."""
    if any(len(sheet.heads) > 1 and sheet.shares for sheet in sheets_of(text, claims)):
        return True
    return any(
        names_group(claim.segment, text.lang)
        for claim in claims.levels
        if claim.sentence.order not in claimed and not is_confidence(claim)
    )


def _has_waves(text: Text, claims: Claims, body: str) -> bool:
    """Whether anything is told of another time than that of the survey."""
    words = text.words
    waves = rf"{words.last_wave}|{words.rise}|{words.fall}|{words.change}|{words.same}|{words.twice}|{ANOTHER_TIME}"
    if rows_of(text, claims) or any(claim.years for claim in claims.levels):
        return True
    return len(text.years) > 1 or word_pattern(waves).search(body) is not None


# ---- the two compared


def _strange(clause: Clause, told: _Told, text: Text) -> str:
    """The words of a claim of which nothing is told; "" where something is, or it claims nothing."""
    lang = text.lang
    words = _LATEST.sub(" ", regex.sub(r"^\d{1,2}[.)]\s", "", clause.words))
    items = [item for item in numbers(words, lang) if item.value]
    if len(words.split()) > 30 or word_pattern(f"{UNASKED[lang]}|{FORM}").search(words):
        return ""
    if "?" in clause.sentence.text or word_pattern(text.words.glossary).search(words):
        return ""  # what was asked, or the title of a list
    words = _TOLD_BY.sub(" ", words)
    alone = not any(item.unit is Unit.PERCENT for item in items)
    if (
        alone
        and len(words.split()) > 2
        and (group := _group(words, told, text, late=_is_late(clause, told)))
    ):
        return group
    if any(item.unit is not Unit.PERCENT for item in items):
        return ""
    supported, absent = _words_told(clause, words, told, text)
    if absent and _bears_fraction(clause, told, _ABOUT, text) is False:
        return ", ".join(absent)
    if (
        _bears_fraction(clause, told, _NEAR, text)
        and sum(is_topic(word, lang) for word in absent) < 2
    ):
        return ""  # its share is told, in other words
    if items:
        new = [item.value for item in items if not _is_made(item.value, told.shares)]
        new = [] if word_pattern(TARGET).search(words) else new
        return ", ".join(absent) if new and absent and len(supported) <= len(absent) + 1 else ""
    if len(words.split()) < 3:
        return ""
    if moved := _moves(words, told, text):
        return moved
    return _unheard(clause, words, supported, absent, told, text)


def _words_told(clause: Clause, words: str, told: _Told, text: Text) -> tuple[list[str], list[str]]:
    """The words of a claim that are told, and those of which nothing is; names and who was asked are neither."""
    lang = text.lang
    own = [
        word
        for word in own_words(words, text)
        if not is_generic(word, lang) and stem(word, lang) not in told.setting
    ]
    supported = [word for word in own if is_told(word, told.known, lang)]
    supported += [
        word
        for word in regex.findall(r"[^\W\d_]{4,}", words.lower().replace("ё", "е"))
        if word not in own and _is_answer(word, text)
    ]
    behind = r"(?: [^\W\d_]+)?" if lang == "ru" else ""  # `жители края`
    people = rf"(?:[^\W\d_]+ )?(?:{text.words.people}){behind}|{COMPARED[lang]}"
    rest = words_of(word_pattern(people).sub(" ", words))  # who was asked is no topic
    named = frozenset(
        regex.findall(r"(?<=[\w,] )([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][^\W\d_]+)", clause.sentence.text)
    )
    named = frozenset(word.lower().replace("ё", "е") for word in named)
    absent = [w for w in own if w not in supported and w in rest and w not in named]
    if told.asks:  # how people stand to things is no evidence of what things they speak of
        supported = [w for w in supported if is_topic(w, lang) or _is_named(w, told, lang)]
    return supported, absent


def _unheard(
    clause: Clause,
    words: str,
    supported: Sequence[str],
    absent: list[str],
    told: _Told,
    text: Text,
) -> str:
    """The words of a claim without numbers that speak of a topic nobody was asked about."""
    lang = text.lang
    topics = [word for word in absent if is_topic(word, lang)]
    firm = _is_late(clause, told) and clause.start == 0 and len(absent) > (1 if told.asks else 2)
    bold = firm and topics and not supported and not word_pattern(NEEDED).search(words)
    if not absent or not (bold or _tells(clause, words, told, text)):
        return ""
    cause = word_pattern(CAUSE[lang]).search(words)
    if cause and told.asks and not is_told(cause.group(0).lower(), told.known, lang):
        return ", ".join(absent)
    if supported:  # a topic of which there is no word at all
        plans = word_pattern(LATER[lang]).search(words) is not None
        most = len(absent) > 2 and len(absent) >= 3 * len(supported)
        most |= len(topics) > len(supported) or (bool(topics) and len(absent) > len(supported) == 1)
        strong = told.asks and most and not plans
        return ", ".join(absent) if strong else ""
    for match in word_pattern(OPINION[lang]).finditer(words):  # `worry`, of which nothing is told
        word = match.group(0).lower()
        if has_notion(word, lang) and not is_told(word, told.known, lang):
            absent.append(word)
    return ", ".join(absent) if len(absent) > 1 or topics else ""


def _is_late(clause: Clause, told: _Told) -> bool:
    """Whether a clause is no part of a title: of a summary, or further down."""
    order = clause.sentence.order
    return order > OPENING or (order in told.concluded and order > 0)


def _is_named(word: str, told: _Told, lang: str) -> bool:
    return is_known(word, told.known, lang) or not told_otherwise(word, told.known, lang)


def _moves(words: str, told: _Told, text: Text) -> str:
    """The word of growth or decline of a claim, where the document knows one wave only."""
    if told.moved or not told.asks:
        return ""
    if more := word_pattern(MORE).search(words):
        return more.group(0)
    said = direction(words, text)
    return said[0] if said and not _THAN.search(words) else ""


def _bears_fraction(clause: Clause, told: _Told, spare: float, text: Text) -> bool | None:
    """Whether the one fraction of a clause (`every fifth`) is a result, the rest, or two together; None without one."""
    said = fractions_of(clause, text)
    if len(said) != 1:
        return None
    lone = [known[0] for known in told.shares if len(known) == 1]  # an answer a line
    return any(is_borne(said[0], known, spare) for known in (lone, *told.shares))


_LATEST = regex.pattern(  # how new a survey is compares no groups
    r"(?<!\w)(?:jaunāk\w+(?= (?:\w+ ){0,3}?(?:aptauj|pētījum|dat|rezultāt|mērījum|izvērtējum|ziņ|numur))|(?:latest|newest)(?= (?:\w+ ){0,3}?(?:survey|study|data|results|poll|figures|findings)))\w*",
    regex.IGNORECASE,
)
_TOLD_BY = regex.pattern(  # whose survey it was
    r"^(?:если верить|по данным|согласно|according to|kā (?:liecina|rāda)|saskaņā ar|ja ticēt|pēc) [^,]{3,80},|,\s(?:according to|свидетельству\w+|сообща\w+|liecina|ziņo) .*$",
    regex.IGNORECASE,
)
_THAN = regex.pattern(r"(?<!\w)(?:than|nekā|чем)(?!\w)", regex.IGNORECASE)
_ABOUT, _NEAR = 4.0, 2.0  # points that a fraction may be off: at most; to be surely meant


def _is_answer(word: str, text: Text) -> bool:
    """Whether a word of people is an answer that was given, as `doctor` to the question of whom one asks."""
    if word_pattern(text.words.people).fullmatch(word) is None:
        return False
    return is_known(word, labels_of(text), text.lang)


def _tells(clause: Clause, words: str, told: _Told, text: Text) -> bool:
    """Whether a clause tells what people think, do or suffer: not what is needed, or how they were asked."""
    lang = text.lang
    firm = (
        word_pattern(f"{OPINION[lang]}|{READY[lang]}|{SHARE[lang]}|{CUE[lang]}").search(words)
        is not None
    )
    people = word_pattern(text.words.people).search(words) is not None
    if word_pattern(NEEDED).search(words) and not people:
        return False
    if clause.sentence.block in lead_of(text):
        return firm
    if clause.start and regex.match(rf",\s(?:{BUT})\s", clause.words, regex.IGNORECASE):
        return True  # beside what a headline tells
    if not firm and not _is_late(clause, told):
        twice = word_pattern(text.words.twice).search(words)
        return twice is not None or direction(words, text) is not None
    return firm or people


def _shares(text: Text, claims: Claims, at: int) -> tuple[float, ...]:
    """The shares of a block: of a table, its numbers in columns of percents, or all where no head says so."""
    block = text.blocks[at]
    if block.kind is not Kind.TABLE:
        inside = {*concluded(text, claims), *advice_of(text, claims)}
        return tuple(
            item.value
            for sentence in text.sentences
            if sentence.block == at and sentence.order not in inside
            for item in numbers(sentence.text, text.lang)
            if item.unit is Unit.PERCENT
        )
    cells = [
        (item, column < len(block.rows[0]) and "%" in block.rows[0][column])
        for row in block.rows[1:]
        for column, cell in enumerate(row)
        for item in numbers(cell, text.lang)
    ]
    sure = [item.value for item, named in cells if named or item.unit is Unit.PERCENT]
    return tuple(sure or [item.value for item, _ in cells if item.value <= 100])


def _is_made(value: float, passages: Sequence[Sequence[float]]) -> bool:
    """Whether a share is one of the told, the rest to 100, or a sum or difference of two or three of a passage."""
    for known in passages:
        if any(abs(value - share) < 0.51 or abs(100 - share - value) < 0.51 for share in known):
            return True
        pairs = [(a + b, abs(a - b)) for a, b in combinations(known[:30], 2)]
        if any(abs(value - made) < 1.01 for pair in pairs for made in pair):
            return True
        if any(abs(value - sum(three)) < 1.01 for three in combinations(known[:10], 3)):
            return True
    return False


def _group(words: str, told: _Told, text: Text, *, late: bool = False) -> str:
    """The words that tell a group which a claim compares, where no result is of any such group."""

    def known(word: str) -> bool:
        return stem(word, text.lang) in told.setting or is_told(word, told.known, text.lang)

    found = compared_group(words, told.body, known, text, grouped=told.grouped)
    if found or told.grouped or not (late and told.asks):
        return found
    strangers = groups_unknown(words, told.body, text)  # the document has no groups at all
    return ", ".join(one for one in strangers if not any(map(known, one.lower().split())))
