"""A share or a mean told again with another value than the one list has which it can be of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, spot
from atbalss.audit.forms import marks
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.places import Clause
from atbalss.audit.places_told import notions_in
from atbalss.audit.referents import Meant, is_narrow, label_marks, own_words, referents, same
from atbalss.audit.rules.retold import piece_of
from atbalss.audit.rules.unsourced import is_made
from atbalss.audit.sheets import Sheet, sheets_of
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.study.decimals import marked

LOOSE = re.compile(  # what need not be the number itself
    r"(?<!\w)(?:more|less|fewer|over|under|above|below|at least|at most|up to|nearly|almost|about|around|some|target\w*|goal|aim\w*|reach|by|from"
    r"|vairāk|mazāk|virs|zem|vismaz|līdz|gandrīz|teju|aptuveni|apmēram|ap|ne vairāk|mērķ\w*|par|no"
    r"|более|менее|больше|меньше|свыше|выше|ниже|не менее|до|почти|около|примерно|цел[ьи]\w*|на|с|со|от)(?: \w+)?[\s(]*$",
    regex.IGNORECASE,
)
TARGET = r"target\w*|goal|aim|benchmark|mērķ\w*|plān\w*|цел[ьию]\w*|план\w*|national(?:ly)? average|industry average|vidēji valstī|по стране|в среднем по|nozar\w+ vidēj\w+|would|should|could|must|jāsasniedz|должн\w+"
JOINED = r"reizē|as well as|nevertheless|simultaneously|vienlaikus|одновременно|cross\w*|overlap\w*|intersect\w*|krust\w+|пересе[кч]\w+|together|combined|jointly|in total|altogether|sum|add up|both|either|or|at least (?:one of|either)|any of|combin\w+|kopā|summā|abi|abas|vai|(?<!lai )gan|vismaz vien\w+ no|kombinē\w*|savieno\w*|apvieno\w*|совмеща\w*|сочета\w*|хотя бы од\w+ из|вместе|в сумме|оба|обе|или|либо"
WITHIN = r"(?:at least|vismaz|хотя бы) (?:once|twice|monthly|weekly|daily|every|\w+ times|reiz\w+|dažas|раз\w?|один раз)|не реже|ne retāk|(?:no|not) (?:longer|more|less|fewer|later|earlier) than|within|or (?:more|less|longer|older)|ne (?:ilgāk|vairāk|mazāk|vēlāk)|un (?:vairāk|vecāk\w+)|не (?:дольше|более|больше|менее|меньше|позже)|и (?:более|старше|чаще)"
REPLIED = r"respon[sd]e rate|return rate|refus\w+|atsaucīb\w*|atsaucās|atteic\w+|отклик\w*|отказал\w*|of (?:them|those|these)|no (?:tiem|šiem|viņiem)|из (?:них|тех|этих)"
_OF = re.compile(
    r"(?<!\w)(?:of|no|из|от)(?: all| the| visiem| всех)*\s$|[nN]\s?=\s?$", regex.IGNORECASE
)
_ENDS_AND = re.compile(r"\w (?:and|un|и) $", regex.IGNORECASE)
_AND = re.compile(r"\w (?:and|un|и) \w", regex.IGNORECASE)
_JUDGED = re.compile(
    r"apmier|neapm|vērtē|satisf|dissat|content|pleas|happy|довол|недов|удовл|оцени",
    regex.IGNORECASE,
)
_STRONG = 2  # words of one label
_NEAR = 3  # words before a number that is told again in brackets
_AMONG = re.compile(
    r"(?<!\w)(?:among|amongst|starp|среди|для|for|of (?:those|these))\s(?P<who>[^,;:()]{3,40})|(?P<vidu>\w+ vidū)(?!\w)",
    regex.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"(?<!\w)(?:all|the|respond\w*|particip\w+|people|persons|asked|vis\w{1,3}|aptauj\w+|dalībniek\w*|atbildēju\w+|cilvēk\w*|вс\w{1,2}|опрошенн\w+|респондент\w+|участник\w*|люд\w+)(?!\w)",
    regex.IGNORECASE,
)
_FEW = 3  # lists: among more, words that are not the list's own may be of any
WINDOW = 70  # letters before a number in brackets that name it


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares and means of prose against the sheets of the document."""
    sheets = sheets_of(text, claims)
    if not sheets:
        return
    done = {id(claim) for claim in claims.kept.get("told-twice", ())}
    lists = [sheet for sheet in sheets if sheet.shares and _is_listed(sheet)]
    for claim in claims.levels if 0 < len(lists) <= _FEW else ():
        if id(claim) in done or not is_plain(claim, text, claims):
            continue
        against = _share(claim, lists, sheets, text, claims)
        if against is not None:
            claims.kept.setdefault("told-twice", []).append(claim)
            at = spot(text, claim.sentence, claim.number.start, claim.number.end)
            yield told(text, "two-values", at, against, claim.number)


def told(text: Text, code: str, at: Spot, against: tuple[str, Spot], number: Number) -> Finding:
    """The finding of a number against what is printed elsewhere."""
    shown, where = against
    return finding(
        text, "two-values", at, (where,), code=code, line=where.line,
        value=marked(number.shown, text.lang), other=marked(shown, text.lang),
    )  # fmt: skip


def _is_listed(sheet: Sheet) -> bool:
    """Whether a sheet is a table or a list of lines, no sentence."""
    return sheet.table or len({spot.line for spot in sheet.spots}) > 1


def is_plain(claim: Claim, text: Text, claims: Claims) -> bool:
    """Whether a share is told plainly of all, now: no bound, no target, no earlier wave, no part."""
    sentence = claim.sentence
    if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or claim.years or not claim.alone:
        return False
    if LOOSE.search(sentence.text[: claim.number.start]):
        return False
    moved = f"{text.words.last_wave}|{text.words.rise}|{text.words.fall}|{text.words.interval}"
    if word_pattern(f"{moved}|{TARGET}|{JOINED}|{REPLIED}|{WITHIN}|at least|vismaz|хотя бы").search(
        sentence.text
    ):
        return False
    base = claims.base
    return not any(
        n.unit is Unit.NONE
        and n.value > 12
        and not (n.value == base and _OF.search(sentence.text[: n.start]))
        for n in numbers(sentence.text, text.lang)
    )


def _share(
    claim: Claim, lists: Sequence[Sheet], sheets: Sequence[Sheet], text: Text, claims: Claims
) -> tuple[str, Spot] | None:
    """The share that a claim should have told, as printed, and its place; None where all is well."""
    placed = by_place(claim.sentence, claim.number, sheets, text, claims)
    if placed is not None:
        return placed
    for words, beside in _windows(claim, text):
        words = " ".join(words.split()[-_NEAR:]) if beside else words
        found = [
            item
            for item in referents(words, claim.sentence, text, claims, doubted=True)
            if item.sheet.shares
            and not is_of_some(claim.sentence.text, item.sheet, text, claims, beside=beside)
        ]
        if not found or not is_clear(found[0], lists, beside) or _is_another(words, found[0]):
            continue
        if any(bears(item, claim.number) for item in found if found[0].score - item.score < 1):
            return None
        if _is_elsewhere(claim, found[0], text, claims):
            return None
        return found[0].shown, found[0].spot
    return _by_sentence(claim, lists, text, claims)


def _by_sentence(
    claim: Claim, lists: Sequence[Sheet], text: Text, claims: Claims
) -> tuple[str, Spot] | None:
    """The share of the one list of which a sentence says two words or more of one label, and of no other."""
    if len(lists) != 1 or not _is_listed(lists[0]):
        return None
    words = (
        claim.sentence.text[: claim.number.start].rpartition(", ")[2]
        + claim.sentence.text[claim.number.end :]
    )
    labels = label_marks(lists[0].labels, text.lang)
    said = marks(words, text.lang)
    hits = [sum(any(same(mark, word) for word in said.set) for mark in label) for label in labels]
    best = max(range(len(hits)), key=lambda row: hits[row])
    others = frozenset().union(*(label for row, label in enumerate(labels) if row != best))
    own = [mark for mark in labels[best] - others if any(same(mark, word) for word in said.set)]
    if len(own) < _STRONG or 2 * len(own) < len(labels[best]) or said.denies:
        return None
    if any(n > 0 for row, n in enumerate(hits) if row != best and labels[row] - labels[best]):
        return None
    if marks(lists[0].labels[best], text.lang).degrees != said.degrees:
        return None
    if len(lists[0].heads) != 1 or is_of_some(
        claim.sentence.text, lists[0], text, claims, beside=False
    ):
        return None
    number = lists[0].cells[best][0]
    body = {n.value for row in lists[0].cells for n in row if n is not None}
    body |= {c.number.value for c in claims.levels if c is not claim}
    if number is None or is_made(claim, body, lists, text, claims, pairs=False):
        return None
    return number.shown, lists[0].spots[best]


def is_of_some(words: str, sheet: Sheet, text: Text, claims: Claims, *, beside: bool) -> bool:
    """Whether words are of a part of those asked that the sheet does not tell of."""
    if not beside and is_narrow(words, sheet, text, claims):
        return True
    known = own_words(sheet, text.lang)
    for match in _AMONG.finditer(words):
        who = _EVERYBODY.sub(" ", match["who"] or match["vidu"])
        first = marks(who, text.lang).all[:1]
        if first and not any(same(first[0], word) for word in known):
            return True
    return False


def _windows(claim: Claim, text: Text) -> Iterator[tuple[str, bool]]:
    """The words that may say what a share is of: its piece of the sentence; what stands just before it (True)."""
    sentence, number = claim.sentence, claim.number
    piece = piece_of(claim)
    begun = sentence.text.find(piece, claim.start)
    if not _ENDS_AND.search(sentence.text[:begun]):  # `the radio and the paper are used by 8 %`
        yield _without(piece, number, sentence), False
    before = sentence.text[max(0, number.start - WINDOW) : number.start]
    link = rf"(?:\(|,?\s(?:{text.words.link}|t\. ?i\.|i\.e\.|то есть|namely),?\s|\s[–—-]\s|:\s)$"
    match = regex.search(link, before, regex.IGNORECASE)
    if match is not None:
        words = regex.split(r"[.;:()]\s|,\s", before[: match.start()])[-1]
        yield words, len(words.split()) < 8


def _without(words: str, number: Number, sentence: Sentence) -> str:
    printed = sentence.text[number.start : number.end]
    return words.replace(printed, " ", 1)


def is_clear(meant: Meant, lists: Sequence[Sheet], beside: bool = False) -> bool:
    """Whether the words surely are of what they were taken for: the fewer lists, the less they must say."""
    if not _is_listed(meant.sheet) or meant.how == "part":
        return False
    if meant.how != "named" and meant.how != "net":
        return meant.strange == 0 and meant.score >= _HALF_NAMED
    alone = len(lists) == 1 and meant.sheet.shares
    if alone and beside and meant.how == "named":
        return meant.strange <= 1
    if len(lists) == 1 and not alone:  # means: a label of two words or more
        label = meant.sheet.labels[meant.rows[0]]
        return meant.strange <= (meant.score >= _NAMED_TWICE and " " in label.strip())
    return meant.strange <= (int(meant.score) // 2 if alone else 0)


_HALF_NAMED = 2
_NAMED_TWICE = 2.0


def _is_another(words: str, meant: Meant) -> bool:
    """Whether words join two things, or judge what the list does not: use is not liking."""
    label = meant.sheet.labels[meant.rows[0]]
    told = " ".join((*meant.sheet.labels, *meant.sheet.heads, meant.sheet.asked))
    joins = _AND.search(words) is not None and _AND.search(label) is None
    return (joins and meant.how != "net") or bool(
        _JUDGED.search(words) and not _JUDGED.search(told)
    )


def bears(meant: Meant, number: Number) -> bool:
    """Whether a number is the share or mean that is meant, rounded."""
    return abs(meant.value - number.value) <= meant.slack + number.step / 2 + 0.51 * number.step


def _is_elsewhere(claim: Claim, meant: Meant, text: Text, claims: Claims) -> bool:
    """Whether the value is another entry's of the list, its rest, or is told in another place as well."""
    value, step = claim.number.value, claim.number.step
    cells = [n.value for row in meant.sheet.cells for n in row if n is not None]
    if any(abs(cell - value) < step / 2 + 1e-9 for cell in cells):
        return True
    if abs(100 - meant.value - value) <= step:
        return True
    return any(
        item is not claim
        and abs(item.number.value - value) < step / 2 + 1e-9
        and item.sentence.order != claim.sentence.order
        for item in claims.levels
    )


# ---- by the place in a list


def by_place(
    sentence: Sentence, number: Number, sheets: Sequence[Sheet], text: Text, claims: Claims
) -> tuple[str, Spot] | None:
    """`comes second (7.8)`, where the second of the one list has 8.2, and none 7.8."""
    shares = number.unit is Unit.PERCENT
    alike = [sheet for sheet in sheets if sheet.shares is shares]
    if len(alike) != 1 or len(alike[0].heads) != 1 or not alike[0].table:
        return None
    fits = alike
    told = notions_in(clause_of(sentence, number).words, text.lang)
    if len(told) != 1 or told[0].kind not in ("place", "good"):
        return None
    place = told[0].place
    column = sorted(fits[0].column(0), key=lambda item: -item[1].value)
    if len(column) < 3 or abs(place) > len(column):
        return None
    row, own = column[place - 1 if place > 0 else place]
    if any(abs(item.value - number.value) < number.step + 1e-9 for _, item in column):
        return None
    if abs(own.value - number.value) > 0.3 * max(own.value, number.value):
        return None
    return own.shown, fits[0].spots[row]


def clause_of(sentence: Sentence, number: Number) -> Clause:
    """The part of a sentence in which a number stands: to the comma behind it, and the one before."""
    cuts = list(regex.finditer(r"[;:]\s|,\s(?!с котор|kas |kur|which |that |who )", sentence.text))
    start = max((m.end() for m in cuts if m.end() <= number.start), default=0)
    end = min((m.start() for m in cuts if m.start() >= number.end), default=len(sentence.text))
    return Clause(sentence, sentence.text[start:end], start)
