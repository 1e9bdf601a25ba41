"""How a number is told again: plainly or loosely, of all or of some, and against what."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding
from atbalss.audit.forms import marks
from atbalss.audit.met import same
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.places import Clause
from atbalss.audit.places_told import notions_in
from atbalss.audit.sheet_words import is_narrow, own_words, people_of
from atbalss.audit.sheets import Sheet
from atbalss.audit.text import Sentence, Text

LOOSE = regex.any_case(  # what need not be the number itself
    r"(?<!\w)(?:more|less|fewer|over|under|above|below|at least|at most|up to|nearly|almost|about|around|some|target\w*|goal|aim\w*|reach|by|from"
    r"|vairāk|mazāk|virs|zem|vismaz|līdz|gandrīz|teju|aptuveni|apmēram|ap|ne vairāk|mērķ\w*|par|no"
    r"|более|менее|больше|меньше|свыше|выше|ниже|не менее|до|почти|около|примерно|цел[ьи]\w*|на|с|со|от)(?: \w+)?[\s(]*$"
)
TARGET = r"target\w*|goal|aim|benchmark|mērķ\w*|plān\w*|цел[ьию]\w*|план\w*|national(?:ly)? average|industry average|vidēji valstī|по стране|в среднем по|nozar\w+ vidēj\w+|would(?! (?:like|prefer|choose|vote|recommend|want|rather|pick|welcome)(?!\w))|should|could|must|jāsasniedz|должн\w+"
JOINED = r"и(?= [^,;.]{2,40},? и(?!\w))|reizē|as well as|nevertheless|simultaneously|vienlaikus|одновременно|cross\w*|overlap\w*|intersect\w*|krust\w+|пересе[кч]\w+|together|combined|jointly|in total|altogether|sum|add up|both|either|or|at least (?:one of|either)|any of|combin\w+|kopā|summā|abi|abas|vai|(?<!lai )gan|vismaz vien\w+ no|kombinē\w*|savieno\w*|apvieno\w*|совмеща\w*|сочета\w*|хотя бы од\w+ из|вместе|в сумме|оба|обе|или|либо"
WITHIN = r"(?:at least|vismaz|хотя бы) (?:once|twice|monthly|weekly|daily|every|\w+ times|reiz\w+|dažas|раз\w?|один раз)|не реже|ne retāk|(?:no|not) (?:longer|more|less|fewer|later|earlier) than|within|or (?:more|less|longer|older)|ne (?:ilgāk|vairāk|mazāk|vēlāk)|un (?:vairāk|vecāk\w+)|не (?:дольше|более|больше|менее|меньше|позже)|и (?:более|старше|чаще)"
REPLIED = r"respon[sd]e rate|return rate|refus\w+|atsaucīb\w*|atsaucās|atteic\w+|отклик\w*|отказал\w*|of (?:them|those|these)(?! (?:asked|questioned|surveyed|interviewed|who (?:answered|replied|responded)))|no (?:tiem|šiem|viņiem)|из (?:них|тех|этих)"
_AMONG = regex.any_case(
    r"(?<!\w)(?:among|amongst|starp|среди|для|for|of (?:those|these)(?! (?:asked|questioned|surveyed|interviewed)))\s(?P<who>[^,;:()\d][^,;:()]{2,39})|(?P<vidu>\w+ vidū)(?!\w)"
)
_EVERYBODY = regex.any_case(
    r"(?<!\w)(?:all|the|respond\w*|particip\w+|people|persons|asked|vis\w{1,3}|aptauj\w+|dalībniek\w*|atbildēju\w+|cilvēk\w*|вс\w{1,2}|опрошенн\w+|респондент\w+|участник\w*|люд\w+)(?!\w)"
)


def told(text: Text, code: str, at: Spot, against: tuple[str, Spot], number: Number) -> Finding:
    """The finding of a number against what is printed elsewhere."""
    shown, where = against
    return finding(
        text, "two-values", at, (where,), code=code, line=where.line,
        value=number.shown, other=shown,
    )  # fmt: skip


def is_of_some(words: str, sheet: Sheet, text: Text, claims: Claims, *, beside: bool) -> bool:
    """Whether words are of a part of those asked that the sheet does not tell of."""
    if not beside and is_narrow(words, sheet, text, claims):
        return True
    known = own_words(sheet, text.lang) | people_of(None, text, claims)
    for match in _AMONG.finditer(words):
        who = _EVERYBODY.sub(" ", match["who"] or match["vidu"])
        first = marks(who, text.lang).all[:1]
        if first and not any(same(first[0], word) for word in known):
            return True
    return False


def by_place(
    sentence: Sentence, number: Number, sheets: Sequence[Sheet], text: Text
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
    return own.shown, fits[0].spots[row]


def clause_of(sentence: Sentence, number: Number) -> Clause:
    """The part of a sentence in which a number stands: to the comma behind it, and the one before."""
    cuts = list(regex.finditer(r"[;:]\s|,\s(?!с котор|kas |kur|which |that |who )", sentence.text))
    start = max((m.end() for m in cuts if m.end() <= number.start), default=0)
    end = min((m.start() for m in cuts if m.start() >= number.end), default=len(sentence.text))
    return Clause(sentence, sentence.text[start:end], start)
