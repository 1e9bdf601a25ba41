"""A share that stands nowhere else, told of what the lists give another value close to it: by elimination."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.counts_told import ABOUT, ELSEWHERE
from atbalss.audit.counts_told import REPLIED as ANSWERED
from atbalss.audit.finding import Finding, Spot, spot
from atbalss.audit.forms import NOT, Marks, marks
from atbalss.audit.governing import of_everybody
from atbalss.audit.met import same
from atbalss.audit.numbers import Number
from atbalss.audit.referents import Meant, referents
from atbalss.audit.retelling import JOINED, REPLIED, TARGET, WITHIN, by_place, is_of_some, told
from atbalss.audit.rules.retold import piece_of, question_of, sections_again
from atbalss.audit.series import years_in
from atbalss.audit.sheet_words import label_marks, own_words, people_of, question_in
from atbalss.audit.sheets import Sheet, total_column
from atbalss.audit.strays import Stray, lists_of, named_apart, strays_of
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.words_claim import OPINION
from atbalss.audit.yes_no import is_no, is_yes

_FEW = 3  # lists of a short document
_RARE = 2  # strays of a document whose shares stand in lists
_NEAR = 10.0  # points that a share told again is off, at most
_WHOLE = 0.8
_TOLD = 4  # letters of a word that names a thing
_SOME = 0.3  # of a label
_BRIEF = 6  # shares told in sentences
_BOTH = 0.5
_LESS = 0.8  # what the words of the rest of its sentence count
_ENOUGH = 1.75  # how much must speak for a row


@dataclass(frozen=True, slots=True)
class Fit:
    """A row that a stray may be of: its share, its place, what speaks for it."""

    number: Number
    spot: Spot
    whole: bool  # of a list that makes 100
    named: float  # how much of its label is said
    asked: int  # words of its question that are said
    strange: int
    score: float
    net: bool
    words: int  # of its label
    turned: bool  # the same digits in another order
    lead: bool  # told in a heading, the summary or the conclusions


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Stray shares and the one share of the lists that each must be of."""
    strays = strays_of(text, claims)
    if not strays:
        return
    every = lists_of(text, claims)
    few = sum(stray.alone for stray in strays) <= _RARE
    rare = few and len(every) <= _FEW
    done = {id(claim) for claim in claims.kept.get("told-twice", ())}
    for stray in strays:
        if id(stray.claim) in done or not is_plain(stray.claim, text, claims):
            continue
        own = stray.claim.sentence.text
        if _is_counted(stray.number, own):
            continue
        lists = [one for one in every if not named_apart(own, f"{one.kind} {one.heads}", text)]
        if _is_first(stray, lists, text, claims):
            continue
        against = by_place(stray.claim.sentence, stray.number, lists, text)
        words, found = _candidates(stray, lists, text, claims) if against is None else ("", [])
        if found and _is_named(stray, words, found, few=few, text=text, claims=claims):
            against = found[0].shown, found[0].spot
        fit = best_fit(stray, lists, text, claims) if against is None else None
        if fit and found and fit.spot != found[0].spot:
            fit = None
        if fit and fit.score >= _ENOUGH and _is_told(fit, stray, lists, claims, rare=rare):
            against = fit.number.shown, fit.spot
        if against is not None:
            claims.kept.setdefault("told-twice", []).append(stray.claim)
            at = spot(text, stray.claim.sentence, stray.number.start, stray.number.end)
            yield told(text, "two-values", at, against, stray.number)


def _is_counted(number: Number, words: str) -> bool:
    """Whether two counts of the sentence give just this share: `of 4,096 invited, 1,024 (25.0 %)`."""
    found = regex.findall(
        r"(?<![\d.,])\d{1,3}(?:[ ,\u00a0]\d{3})+(?![\d.,]*\d)|(?<![\d.,])\d{2,6}(?![\d.,]*\d|\s?%)",
        words,
    )
    counts = {int(regex.sub(r"\D", "", item)) for item in found}
    return any(
        abs(100 * one / whole - number.value) <= number.step / 2
        for one in counts
        for whole in counts
        if 1 < one < whole
    )


_ABOVE_ALL = (  # by whom most of all
    r"above all by|(?:mainly|mostly|chiefly|especially) by|(?:visvairāk|galvenokārt|īpaši|sevišķi) to|(?:прежде всего|в основном|главным образом|особенно) это"
)
_ONE_EACH = regex.pattern(r"\d\s?%\s(?:and|un|и)\s\d")
_NAMED = regex.pattern(r"(?<!\w)[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]\w{3,}")
_MOST = 2  # shares of a sentence that is no list itself
_TURNED = 2  # strange words that count beside digits in another order
_TELLING = 2  # words that a share told again says at least, behind a colon
_ALL_WHO = (  # all who answered; what something is about
    r"(?<!\w)(?:all|visiem|visām|всех),? (?:who|kuri|kas|kuras|кто|которые) (?:{})\w*|(?<!\w)(?:to|tas|tam|того|тем|том),? (?:kas|что) \w+"
)
_LABEL = 4  # words
_BASED = regex.pattern(r"(?<![\d.,])\d{2,}(?![\d.,]*\d|\s?%)")


def _is_first(stray: Stray, lists: Sequence[Sheet], text: Text, claims: Claims) -> bool:
    """Whether a share is told for the first time: with its question, its base or a label of its own."""
    sentence = stray.claim.sentence
    plain = [c for c in claims.of(sentence) if is_plain(c, text, claims)]
    if stray.beside < len(plain) - 1 or len(plain) > _MOST:
        return True  # with others that no list has
    behind = regex.split(r"[,;]\s", sentence.text[stray.number.end :])[0]
    words = f"{sentence.text[: stray.number.start]} {behind}"
    if question_of(sentence, text) or _BASED.search(words):
        return True
    known = frozenset().union(*(own_words(sheet, text.lang) for sheet in lists)) | people_of(
        sentence, text, claims
    )
    begun = regex.match(r"[\W\d]*\w", sentence.text)
    named = _NAMED.findall(
        sentence.text, max(stray.claim.start, begun.end() if begun else 1), stray.claim.end
    )
    heads = " ".join(one.text for one in text.blocks if one.kind is Kind.HEADING)
    known |= marks(heads, text.lang).set
    if any(not any(same(m, k) for k in known) for n in named for m in marks(n, text.lang).set):
        return True
    label, colon, _ = sentence.text[: stray.number.start].rpartition(": ")
    said = marks(label, text.lang).set if colon and len(label.split()) <= _LABEL else frozenset()
    strange = [w for w in said if not any(same(w, k) for k in known)]
    body = text.whole.lower()
    told = regex.sub(r"[\d.,]+\s?%", " ", sentence.text[len(label) :])
    if colon and len(marks(told, text.lang).all) < _TELLING:
        return True
    return any(body.count(w.strip(NOT).lower()) > 1 for w in strange)


def is_plain(claim: Claim, text: Text, claims: Claims) -> bool:
    """Whether a share is told plainly of all, now: no bound, no target, no earlier wave, no part."""
    words, number = claim.sentence.text, claim.number
    beside = words[max(0, number.start - 12) : number.end + 12]
    if _ONE_EACH.search(beside) or ABOUT.search(words[: number.start]):
        return False
    behind = regex.split(r"[,;]\s", words[number.end : claim.end])[0]
    clause = of_everybody(f"{words[claim.start : number.start]} {behind}", claim.sentence, claims)
    moved = f"{text.words.last_wave}|{text.words.rise}|{text.words.fall}|{text.words.interval}"
    rule = f"{moved}|{TARGET}|{REPLIED}|{ELSEWHERE}"
    told = word_pattern(f"{text.words.last_wave}|{_ABOVE_ALL}").search(words[: number.start])
    if told or word_pattern(JOINED).search(claim.segment):
        return False
    return not (years_in(clause) or word_pattern(rule).search(clause))


def _candidates(
    stray: Stray, lists: Sequence[Sheet], text: Text, claims: Claims
) -> tuple[str, list[Meant]]:
    """The words of a stray, of its piece or else its clause, and what they may be of."""
    sentence, number = stray.claim.sentence, stray.number
    behind = regex.split(r"[,;]\s", sentence.text[number.end : stray.claim.end])[0]
    clause = f"{sentence.text[stray.claim.start : number.start]} {behind}"
    words, found = "", list[Meant]()
    for part in (_words(stray), clause):
        words = _telling(part, lists, text)
        found = referents(words, sentence, text, claims, doubted=True)
        if found:
            break
    places = {(sheet.first, sheet.last) for sheet in lists}
    return words, [one for one in found if (one.sheet.first, one.sheet.last) in places]


def _is_named(
    stray: Stray, words: str, found: Sequence[Meant], *, few: bool, text: Text, claims: Claims
) -> bool:
    """Whether words surely name the first answer found, of all who were asked, and its share is another but near."""
    best, number, sentence = found[0], stray.number, stray.claim.sentence
    if any(not _is_off(number, one) for one in found) or best.how in ("half", "part"):
        return False
    if is_of_some(_clause(stray, text.lang), best.sheet, text, claims, beside=False):
        return False
    turned = sorted(number.shown) == sorted(best.shown)
    if abs(best.value - number.value) > _NEAR and not turned:
        return False
    whole = len(label_marks(best.sheet.labels, text.lang)[best.rows[0]]) > 1
    if not best.strange:
        lead = sentence.block in sections_again(text)
        other = whole and any(n.value == number.value for _, n in best.sheet.column(best.column))
        return stray.alone or (best.how == "named" and (lead or other))
    if not ((few or whole) and stray.alone and best.asked) or best.strange > 1 + (
        best.how == "named"
    ):
        return False
    return not _narrows(words, best.sheet, sentence, text, claims)


_BEHIND = {  # what stands before a word that narrows: `at the weekend`
    "lv": r"no|ar|uz|par|pie|pēc|pirms|bez|zem|aiz|caur|pa",
    "en": r"(?:at|in|on|by|with|during|for|from|over|after|before|without)(?: (?:the|an?|their|its))?",
    "ru": r"во?|на|по|у|со?|к|из|для|при|об?|без|после|до|через",
}


def _narrows(words: str, sheet: Sheet, sentence: Sentence, text: Text, claims: Claims) -> bool:
    """Whether words name what a list does not, behind a preposition, or another sentence does: `with the rooms`."""
    known = own_words(sheet, text.lang) | people_of(sentence, text, claims)
    strange = [
        m.strip(NOT)
        for m in marks(words, text.lang).set
        if not any(same(m.strip(NOT), k) for k in known)
    ]
    whole = text.whole.lower().replace(sentence.text.lower(), " ")
    placed = [
        mark
        for match in regex.finditer(
            rf"(?<!\w)(?:{_BEHIND[text.lang]}) (\w+)", words, regex.IGNORECASE
        )
        for mark in marks(match[1], text.lang).all
    ]
    return any((len(m) >= _TOLD and m in whole) or m in placed for m in strange)


def _telling(words: str, lists: Sequence[Sheet], text: Text) -> str:
    """Words without those that only say how an answer is given, where no list has them."""
    known = frozenset().union(*(own_words(sheet, text.lang) for sheet in lists))
    return word_pattern(f"{OPINION[text.lang]}|{_CHOSE[text.lang]}").sub(
        lambda word: word[0] if _is_of(word[0], known, text.lang) else " ", words
    )


def _is_of(words: str, known: frozenset[str], lang: str) -> bool:
    """Whether the lists have a word that elsewhere only says how an answer is given."""
    return any(same(mark.strip(NOT), word) for mark in marks(words, lang).all for word in known)


def _is_off(number: Number, meant: Meant) -> bool:
    return abs(meant.value - number.value) > meant.slack + number.step / 2 + 1e-9


_CHOSE = {  # how an answer is given, whatever it says
    "lv": r"izvēl\w+|izteic\w+|atbild\w+|nosauc\w+|min\w{2,4}|atzin\w*|nobalso\w+|teic\w*|saka|redzētu|redzēt|atvēl\w+|parasti|joprojām|tād[ui]|tie|t[oā]s|veido\w*|sasnie\w*",
    "en": r"cho\w+|pick\w*|ticked?|named?|mention\w*|vot\w+|said|sa(?:y|id)s?|answer\w*|see|found|found it|going for|opt\w*|usual\w*|still|those|amount\w*|account\w*",
    "ru": r"выбра\w+|высказал\w+|ответил\w*|назва\w+|отмети\w+|проголосов\w+|сказал\w*|видеть|увидеть|обычно|по-прежнему|за|тех|те|кто|набра\w+|оказал\w*|составл?я?\w*",
}


def _is_told(fit: Fit, stray: Stray, lists: Sequence[Sheet], claims: Claims, *, rare: bool) -> bool:
    """Whether words name the row, or those of its question are said where nothing else can be meant."""
    if fit.named >= _WHOLE and not fit.strange and stray.alone:
        return True
    if fit.named >= _BOTH and fit.asked > 1 and rare and stray.alone:
        return True
    if not rare or stray.made or not stray.alone:
        return False
    if fit.named >= _SOME or (fit.turned and len(lists) == 1 and len(claims.levels) <= _BRIEF):
        return True
    return fit.whole and fit.asked > 0 and len(lists) == 1 and len(claims.levels) <= _BRIEF


def best_fit(stray: Stray, lists: Sequence[Sheet], text: Text, claims: Claims) -> Fit | None:
    """The one row that most speaks for; None where another fits as well, or one far off is named."""
    words = _words(stray)
    if word_pattern(WITHIN).search(stray.claim.segment):
        return None
    said = marks(words, text.lang)
    found: list[Fit] = []
    for sheet in lists:
        if sheet.first <= stray.claim.sentence.block <= sheet.last:
            continue
        if is_of_some(_clause(stray, text.lang), sheet, text, claims, beside=False):
            continue
        found += _fits(stray, said, sheet, lists, text, claims)
    if not stray.alone and any(
        fit.named and fit.number.value == stray.number.value for fit in found
    ):
        return None
    found.sort(key=lambda fit: -fit.score)
    if not found or not _is_near(stray.number, found[0].number):
        return None
    if len(found) > 1 and found[1].score > found[0].score - 0.5:
        return None
    if sum(fit.named >= _BOTH and not fit.net for fit in found) > 1 and not found[0].net:
        return None
    return found[0]


def _clause(stray: Stray, lang: str) -> str:
    """The part of a sentence in which a stray stands, from a colon or semicolon to the next comma."""
    words, number = stray.claim.sentence.text, stray.number
    cuts = [m.end() for m in regex.finditer(r"[:;]\s", words)]
    start = max((cut for cut in cuts if cut <= number.start), default=0)
    clause = words[start : number.end] + regex.split(r"[,;:]\s", words[number.end :])[0]
    return regex.sub(_ALL_WHO.format(ANSWERED[lang]), " ", clause, flags=regex.IGNORECASE)


def _words(stray: Stray) -> str:
    """What its piece of a sentence says of a stray, without its number."""
    claim, number = stray.claim, stray.number
    printed = claim.sentence.text[number.start : number.end]
    return regex.sub(
        rf"(?:(?<!\w)(?:not|nevis|ne|не) )?{re.escape(printed)}", " ", piece_of(claim), count=1
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A share of a list, or of several of its neighbours of one half of a scale."""

    number: Number
    slack: float
    spot: Spot
    label: frozenset[str]
    degrees: frozenset[str]
    said: int  # 1: a yes, -1: a no, 0: neither


def _rows(sheet: Sheet, column: int, text: Text) -> Iterator[Row]:
    labels = label_marks(sheet.labels, text.lang)
    read = [marks(label, text.lang) for label in sheet.labels]
    yes, no = (sum(map(says, sheet.labels)) for says in (is_yes, is_no))
    halves: dict[frozenset[str], list[int]] = {}
    for row, number in sheet.column(column):
        label = sheet.labels[row]
        rest = frozenset().union(*(one for at, one in enumerate(labels) if at != row))
        where = sheet.spots[row] if row < len(sheet.spots) else sheet.spots[0]
        said = int(is_yes(label) and yes == 1) - int(is_no(label) and no == 1)
        yield Row(number, 0.0, where, labels[row] - rest or labels[row], read[row].degrees, said)
        if labels[row] and len(labels[row]) < 3:
            halves.setdefault(labels[row], []).append(row)
    for core, rows in halves.items():
        if len(rows) > 1 and sheet.is_whole:
            cells = [n for row in rows if (n := sheet.cells[row][column]) is not None]
            total = replace(cells[0], value=sum(n.value for n in cells))
            where = sheet.spots[rows[0]] if rows[0] < len(sheet.spots) else sheet.spots[0]
            yield Row(total, (len(cells) - 1) * cells[0].step / 2, where, core, frozenset(), 0)


def _fits(
    stray: Stray, said: Marks, sheet: Sheet, lists: Sequence[Sheet], text: Text, claims: Claims
) -> Iterator[Fit]:
    column = total_column(sheet, text)
    if column < 0:
        return
    sentence = stray.claim.sentence
    words = said.set
    whole = words | marks(sentence.text, text.lang).set
    question = marks(question_in(sheet.asked), text.lang).set
    asked = {mark for mark in question if any(same(mark.strip(NOT), w.strip(NOT)) for w in whole)}
    known = own_words(sheet, text.lang) | people_of(sentence, text, claims)
    strange = {w for w in words if not any(same(w.strip(NOT), k) for k in known)}
    lead = sentence.kind is Kind.HEADING or sentence.block in sections_again(text)
    for row in _rows(sheet, column, text):
        own = frozenset(m for m in row.label if not any(same(m, w) for w in asked)) or row.label
        hits = sum(any(same(mark, word) for word in words) for mark in own)
        named = hits / len(own) if own else 0.0
        if stray.claim.alone and own:
            named = max(named, _LESS * sum(any(same(m, w) for w in whole) for m in own) / len(own))
        if row.said and asked and (row.said < 0) == said.denies:
            named = 1.0
        near = _is_near(stray.number, row.number)
        turned = near and sorted(stray.number.shown) == sorted(row.number.shown)
        score = (
            1.5 * named
            + 0.3 * min(hits, 3)
            + 0.5 * min(len(asked), 3)
            + near
            + turned
            + 0.5 * (len(lists) == 1)
            + 0.3 * lead
            + 0.5 * min(stray.beside, 1)
            - 0.25 * (min(len(strange), _TURNED) if turned else len(strange))
        )
        if row.degrees != said.degrees and not turned:
            score -= 1
        yield Fit(
            row.number,
            row.spot,
            sheet.is_whole,
            named,
            len(asked),
            len(strange),
            score,
            row.slack > 0,
            len(own),
            turned,
            lead,
        )


def _is_near(one: Number, other: Number) -> bool:
    apart = abs(one.value - other.value)
    return other.step < apart and (apart <= _NEAR or sorted(one.shown) == sorted(other.shown))
