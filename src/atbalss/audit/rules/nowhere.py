"""A share told in words alone in a report of one question: no answer, nor answers together, make it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.forms import marks
from atbalss.audit.met import same
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.places import Clause, parts_of
from atbalss.audit.rules import fractions, majorities
from atbalss.audit.sheet_words import is_narrow, own_words, people_of
from atbalss.audit.sheets import Sheet, sheets_of
from atbalss.audit.spoken import Spoken, words_in
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.things import is_of_things
from atbalss.audit.waves import year_in
from atbalss.audit.words_share import DRAWN, loose_in
from atbalss.audit.yes_no import is_no, is_yes
from atbalss.study.decimals import marked

_SPARE = 2.0  # points that a word without a number may be off
_MOST = 8  # answers
_LISTS = 3
_STRANGE = 5  # words that nothing of the question has: it was not asked
_OTHERS = 4  # shares that stand outside it
_UNSURE = regex.any_case(
    r"(?<!\w)(?:grūti|nezin|nav viedok|viedokļa nav|nevar|don'?t know|not sure|unsure|hard to|difficult to|cannot|can't|no opinion|no answer"
    r"|затрудн|не зна|не помн|нет мнения|не опред|neatcer|do not know|don't remember)"
)
_JOINED = regex.any_case(r"\s(?:or|vai|или|либо)\s")  # any two answers may be meant
_TOGETHER = regex.any_case(  # of several answers, whichever they are
    r"(?<!\w)(?:together|combined|taken as one|between them|kopā|kopumā|summā|вместе|в сумме|суммарно|совокупно)(?!\w)"
)
_OF_TEN = regex.any_case(r"(?<!\w)(?:no|из|in|of)(?!\w)")
_DOES = regex.pattern(  # a verb behind "nine of ten"
    r"\s(?:[а-яё]+(?:[уюая]т|[еи]т|[уюая]тся|ли|лись)|[a-zāčēģīķļņšūž]+(?:[^uims]|ja|ušas))(?!\w)"
)
_AFFIRMS = regex.any_case(r"(?<!\w)(?:yes|jā|да)(?!\w)")
_DEGREE = regex.any_case(  # an answer on a scale, of which neighbours may be taken together
    r"\d|(?<!\w)(?:very|rather|fairly|quite|somewhat|strongly|completely|fully|partly|never|rarely|seldom|sometimes|often|always|daily|once|twice|every|more|less|longer|good|bad|poor|excellent"
    r"|ļoti|drīzāk|diezgan|pilnīgi|daļēji|nekad|reti|dažreiz|bieži|vienmēr|katru|reizi|vairāk|mazāk|ilgāk|lab\w|slikt\w|teicam\w+|nemaz"
    r"|очень|скорее|вполне|довольно|полностью|частично|никогда|редко|иногда|часто|всегда|кажд\w+|раз(?:а|у)?|больше|меньше|дольше|хорош\w+|плох\w+|отличн\w+|совсем"
    r"|yes|no|jā|nē|да|нет|one|two|three|four|vien\w|div\w+|trī\w+|trim|četr\w+|одн\w+|дв\w+|тр\w+|четыр\w+)(?!\w)"
)
_BESIDE = regex.any_case(  # words beside a fraction that make it another share
    r"(?<!\w)(?:of (?:them|these|those|whom)|no (?:tiem|šiem|viņiem)|из (?:них|тех|этих)|would|should|expected?|will|plan\w*|goal|target\w*"
    r"|būtu|vajadzētu|mērķ\w+|plān\w+|gaid(?:īja|īts)|если|бы|ожида\w+|цел\w+|планир\w+|if|ja|other|another|citi|pārējie|cita|остальн\w+|друг\w+|rest)(?!\w)"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Words for a share that neither an answer of the only question nor any share of the text bears."""
    known = _all(text, claims)
    if not known:
        return
    values = (
        _shares(text, claims)
        - {100.0}
        - {c.number.value for c in claims.levels if is_confidence(c)}
    )
    values = values.union(*map(_readings, known))
    for sentence in text.prose:
        if year_in(sentence.text, text) or claims.of(sentence):
            continue
        if sentence.text.rstrip(' ”“»")').endswith("?"):
            continue  # what was asked tells nothing
        said = words_in(sentence, text)
        places = {item[4] for item in said}
        loose = [item for item in loose_in(sentence.text, text.lang) if item[3] not in places]
        if len(said) + len(loose) != 1:
            continue
        for clause in parts_of(sentence):
            end = clause.start + len(clause.words)
            joined = _TOGETHER.search(clause.words) is not None
            borne = values.union(*map(_sums, known)) if joined else values
            for item in said:
                if clause.start <= item[4] < end and item[1] not in ("all", "none"):
                    bears = _bears_spoken(item, clause, text)
                    yield from _told(text, claims, known, clause, borne, bears, item[0], item[4])
            for words, low, high, start, _ in loose:
                if clause.start <= start < end:
                    bears = _bears_loose(low, high)
                    yield from _told(text, claims, known, clause, borne, bears, words, start)


def _all(text: Text, claims: Claims) -> list[Sheet]:
    """The few questions of a document, where all its other shares are told again or few."""
    sheets = sheets_of(text, claims)
    known = [one for one in sheets if one.shares and len(one.heads) == 1 and _is_question(one)]
    inside = {number.value for one in known for _, number in _answers(one)}
    if not known or len(sheets) > _LISTS or len(inside) > _MOST:
        return []
    outside = _shares(text, claims) - inside - {100.0}
    return known if len(outside) <= _OTHERS else []


def _shares(text: Text, claims: Claims) -> set[float]:
    """Every share of a document."""
    rows = (row for one in sheets_of(text, claims) for row in one.cells)
    listed = {number.value for row in rows for number in row if number is not None}
    return listed | {claim.number.value for claim in claims.levels}


def _is_question(sheet: Sheet) -> bool:
    """Whether a list holds the answers to one question, of which one or several were given."""
    values = {number.value for _, number in _answers(sheet)}
    total = sum(number.value for _, number in _answers(sheet))
    several = total > 103 and len(values) > 2 and "?" in sheet.asked
    return len(values) > 1 and (several or 97 <= total <= 103)


def _answers(sheet: Sheet) -> list[tuple[int, Number]]:
    """The answers with their shares, those of nobody's mind too; without the row of all."""
    return [
        (row, cells[0])
        for row, cells in enumerate(sheet.cells)
        if cells[0] is not None and cells[0].value < 99
    ]


def _readings(sheet: Sheet) -> set[float]:
    """What a share may be of: an answer, or neighbours that somebody could take together."""
    found = _answers(sheet)
    values = {number.value for _, number in found}
    if not 97 <= sum(values) <= 103:  # several answers: also those who did not give one
        return values | {100 - value for value in values}
    for first in range(len(found)):
        total = found[first][1].value
        for last in range(first + 1, len(found)):
            total += found[last][1].value
            run = [sheet.labels[row] for row, _ in found[first : last + 1]]
            mixed = any(map(_AFFIRMS.search, run)) or any(map(is_yes, run))
            mixed = mixed and any(is_no(one) or not _AFFIRMS.search(one) for one in run)
            scaled = sum(_DEGREE.search(label) is not None for label in run) * 2 >= len(run)
            if total < 97 and scaled and not mixed and not any(map(_UNSURE.search, run)):
                values.add(total)
    return values


def _sums(sheet: Sheet) -> set[float]:
    """What two or three answers make together."""
    values = [number.value for _, number in _answers(sheet)]
    return {sum(some) for many in (2, 3) for some in itertools.combinations(values, many)}


def _bears_loose(low: float, high: float) -> Callable[[float], bool]:
    return lambda value: low <= value <= high


def _bears_spoken(
    said: tuple[str, str, str, float, int, int], clause: Clause, text: Text
) -> Callable[[float], bool]:
    whole = clause.sentence.text

    def bears(value: float) -> bool:
        for by in (0.0, -_SPARE, _SPARE):
            number = Number(value + by, 0, Unit.PERCENT, 0, 0, 0)
            claim = Claim(clause.sentence, number, 0, len(whole), True, text.lang)
            item = Spoken(*said, claim)
            if fractions.bears(item) if item.exact else majorities.bears(item):
                return True
        return False

    return bears


def _told(
    text: Text, claims: Claims, known: list[Sheet], clause: Clause, values: set[float],
    bears: Callable[[float], bool], words: str, start: int,
) -> Iterator[Finding]:  # fmt: skip
    if any(map(bears, values)):
        return
    found = [one for one in known if _is_of_it(text, claims, one, clause, words, start)]
    if not found or (len(known) > 1 and len(found) != 1):
        return
    sheet = found[0]
    at = spot(text, clause.sentence, start, start + len(words))
    shown = "; ".join(f"{marked(number.shown, text.lang)} %" for _, number in _answers(sheet))
    rule = "majority-word" if bears(58) and bears(67) else "fraction-word"
    yield finding(text, rule, at, (sheet.spots[0],), code="no-share", words=words, values=shown)


def _is_of_it(
    text: Text, claims: Claims, sheet: Sheet, clause: Clause, words: str, start: int
) -> bool:
    """Whether a clause speaks of the question: of those who were asked, in its words."""
    moved = rf"{text.words.rise}|{text.words.fall}"
    if word_pattern(moved).search(clause.words) or _BESIDE.search(clause.words):
        return False
    if DRAWN.search(clause.sentence.text):
        return False
    if _JOINED.search(clause.words) and not any(map(is_no, sheet.labels)):
        return False
    counted = numbers(clause.sentence.text, text.lang)
    if any(n.unit is not Unit.NONE or n.value > 12 for n in counted):
        return False
    after = clause.sentence.text[start + len(words) :][:60]
    if is_narrow(clause.words, sheet, text, claims):
        return False
    if is_of_things(clause.sentence.text, start + len(words), sheet, text, claims):
        return False
    known = own_words(sheet, text.lang)
    told = people_of(clause.sentence, text, claims)
    next_ = marks(" ".join(regex.findall(r"[^\W\d_]+", after)[:3]), text.lang).all[:1]
    if next_ and _in(next_[0], known) and not _in(next_[0], told):
        return False  # a part of something else that the question is about
    met = [m for m in marks(clause.words, text.lang).set if _in(m, known)]
    people = word_pattern(text.words.people).search(after[:40]) is not None
    if not people and _OF_TEN.search(words):
        told_people = word_pattern(text.words.people).search(clause.sentence.text[:start])
        people = told_people is not None and _DOES.match(after) is not None
    strange = [m for m in marks(after, text.lang).set if not _in(m, known | told)]
    return bool(met) or (people and len(strange) < _STRANGE)


def _in(mark: str, known: frozenset[str]) -> bool:
    return any(same(mark, one) for one in known)
