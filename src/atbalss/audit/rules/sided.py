"""Two groups of persons set against each other, with the number of persons that each has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import spot
from atbalss.audit.group_sizes import sizes_named
from atbalss.audit.lists import names
from atbalss.audit.rules.untested import margin_of_two
from atbalss.audit.series import Result, Series, years_in
from atbalss.audit.shifts import is_physical
from atbalss.audit.text import Sentence, Text, word_pattern

_MORE = {  # says that one group is above or below another
    "lv": r"(?:vairāk|biežāk|retāk|mazāk|(?!vis|vairāk)\w{3,}āk(?:s|a|i|as|ie|ās|am|ai|u|os)?)|apsteidz|pārspēj|atpaliek|pārsniedz|atšķiras",
    "en": r"(?:more|less|fewer|better|worse|\w{3,}(?<!oth)(?<!rath)er)(?: [\w'’-]+){0,7}? than|the (?:more|less) \w+|the \w{3,}er(?= (?:sex|group|half|of the two))|ahead of|outstrip\w*|exceeds?|surpass\w*|lag\w* behind|gap between",
    "ru": r"(?:чаще|реже|больше|меньше|выше|ниже|лучше|хуже|(?!хорош|средн|последн|общее|прежн|летн|зимн|весенн|осенн|ранн|сосед|домашн|вечерн|всемирн|будущ|настоящ|следующ|работающ)\w{3,}ее|быстрей|сильней|смелей)(?! все(?:го|х))|опереж\w+|превосход\w+|отста\w+|отлича\w+|разрыв|разниц\w+|различ\w+",
}
_THAN = {
    "lv": r"ne ?kā|kā|par|salīdzin\w+|no|starp|pret",
    "en": r"than|compared|against|while|whereas|of|behind|from|between",
    "ru": r"чем|по сравнению|нежели|в отличие|между|от|а|\w+",
}
_SAME = {
    "lv": r"vienād\w*|līdzīg\w*|tikpat|neatšķir\w*|vienlīdz|nav \w+āk\w*|gandrīz tik",
    "en": r"same|similar\w*|equal\w*|as (?:\w+ ){1,3}as|no (?:more|less|\w+er|differen\w+)|alike|hardly|barely|not|n't|neither|whether|may|might|if",
    "ru": r"одинаков\w*|равн\w*|так же|столько же|не|схож\w*|сопостав\w*|ли|если|возможно",
}
FRACTION = (  # of all, which a share is set against: no other group
    r"(?:(?:у|в|среди|для|for|of|in|among) )?(?:half|(?:a|one|two) (?:third|quarter|fifth)s?|three quarters|pus(?:e|i|ei)|(?:treš|ceturt|piekt)daļ\w*|katr\w+ (?:otr|treš|ceturt|piekt)\w+|половин\w+|трет[иь]|четверти|кажд\w+ (?:втор|трет|четв|пят)\w+)(?!\w)"
)
_AMOUNT = regex.any_case(
    rf"(?:vairāk|biežāk|mazāk|more|less|fewer|больше|меньше|более|менее),? (?:(?:ne ?kā|par|than|чем) )?{FRACTION}|"
    r"(?:vairāk|mazāk|more|less|fewer|higher|lower|больше|меньше|более|менее|выше|ниже|ilgāk|longer|дольше),? (?:ne ?kā|par|than|чем)? ?"
    r"(?:viena\w*|četr\w+|piec\w+|seš\w+|septiņ\w+|astoņ\w+|deviņ\w+|desmit\w*|(?:one|four|five|six|seven|eight|nine|ten)(?!\w)|пят\w+|шест\w+|сем[иь]\w*|восьм\w+|десят\w+|pus\w+|treš\w+|ceturt\w+|div\w+|half|two|a (?:third|quarter)|three|половин\w+|тр\w+|четверт\w+|дв\w+|\d)"
)
_SURE = 0.95  # of the margin: nearer to it, rounding may decide
_FAR = 6  # blocks


@dataclass(frozen=True, slots=True)
class Sided:
    """Two results that words set against each other, with their numbers of persons."""

    one: Result
    other: Result
    series: Series

    @property
    def margin(self) -> float:
        """Half the 95 % interval of the difference, in points."""
        one, other = self.one, self.other
        return margin_of_two(one.number.value, other.number.value, one.base, other.base)

    @property
    def spread(self) -> float:
        """The difference, in points."""
        return abs(self.one.number.value - self.other.number.value)

    @property
    def is_within(self) -> bool:
        """Whether the difference is surely inside sampling error."""
        step = max(self.one.number.step, self.other.number.step)
        return 0 < self.spread + step / 2 < self.margin * _SURE


def compared(
    sentence: Sentence, text: Text, claims: Claims, groups: Sequence[Series]
) -> tuple[str, Sided] | None:
    """The word that sets two groups against each other, and the two."""
    lang = text.lang
    if not word_pattern(_MORE[lang]).search(sentence.text):
        return None
    bare = _AMOUNT.sub(" ", sentence.text)
    if word_pattern(_SAME[lang]).search(bare) or years_in(bare):
        return None
    if word_pattern(text.words.last_wave).search(bare):
        return None
    more = word_pattern(_MORE[lang]).search(bare)
    if more is None or not word_pattern(_THAN[lang]).search(bare):
        return None
    if is_physical(more.group(0), bare) and not claims.of(sentence):
        return None
    if (printed := _counted(sentence, text, claims)) is not None:
        return more.group(0), printed
    sided = _sided(sentence, bare, text, claims, groups)
    return (more.group(0), sided) if sided is not None else None


def _sided(
    sentence: Sentence, bare: str, text: Text, claims: Claims, groups: Sequence[Series]
) -> Sided | None:
    """The two groups of a list that a sentence names, else those whose sizes are told, else one and the rest."""
    said = names(bare, text)
    shown = {claim.number.value for claim in claims.of(sentence)}
    fits = []
    for series in groups:
        near = near_by(sentence, series, text)
        if near or len(shown) == 2:
            pair = two_named(series, said, bare, text) or _own_pair(series, sentence, shown)
            if pair is not None and not near:
                pair = pair if shown == {item.number.value for item in pair} else None
            if pair is not None:
                overlap = len((names(series.lead, text) | names(series.title, text)) & said)
                close = series.first == sentence.block
                fits.append((overlap + close, Sided(*pair, series)))
    if not fits:
        return _of_sizes(sentence, said, text, claims) or _of_all(sentence, text, claims)
    best = max(score for score, _ in fits)
    return next(sided for score, sided in fits if score == best)


def _of_sizes(sentence: Sentence, said: frozenset[str], text: Text, claims: Claims) -> Sided | None:
    """The two shares of a sentence that names two groups whose sizes are told elsewhere."""
    if len(claims.of(sentence)) != 2:
        return None
    sizes = sizes_named(said, text, claims)
    one, other = claims.of(sentence)
    if len(sizes) != 2 or one.years or other.years:
        return None
    where = spot(text, sentence, one.number.start, other.number.end)
    pair = Result("", one.number, sizes[0], where), Result("", other.number, sizes[1], where)
    return Sided(*pair, Series(pair, "", where, sentence.block, sentence.block))


_OF_N = regex.pattern(
    r"(?<![\d.,])(\d+(?: \d{3})*) (?:out of|of|no|из) (\d+(?: \d{3})*)(?![\d.,]*\d|\s?%)"
)


def _counted(sentence: Sentence, text: Text, claims: Claims) -> Sided | None:
    """Two shares each of which prints the persons that it is of: `486 of 557, or 87 %`."""
    found = claims.of(sentence)
    if len(found) != 2:
        return None
    parts = [[int(n.replace(" ", "")) for n in pair] for pair in _OF_N.findall(sentence.text)]
    if len(parts) != 2 or not all(
        whole >= 10 and abs(100 * part / whole - item.number.value) <= 1
        for (part, whole), item in zip(parts, found, strict=True)
    ):
        return None
    where = spot(text, sentence, found[0].number.start, found[1].number.end)
    one, other = (
        Result("", item.number, whole, where) for (_, whole), item in zip(parts, found, strict=True)
    )
    return Sided(one, other, Series((one, other), "", where, sentence.block, sentence.block))


def _of_all(sentence: Sentence, text: Text, claims: Claims) -> Sided | None:
    """Two parts of all who answered, whose numbers nothing tells: no two are nearer than two halves.

    The margin of a difference is least where both groups are half of all.
    """
    found = claims.of(sentence)
    groups = {match.group(0).lower()[:4] for match in word_pattern(_SEXES).finditer(sentence.text)}
    half = claims.base // 2
    small = word_pattern(_SMALL).search(sentence.text)
    if len(found) != 2 or len(groups) < 2 or half < 30 or small or any(c.years for c in found):
        return None
    where = spot(text, sentence, found[0].number.start, found[1].number.end)
    one, other = (Result("", item.number, half, where) for item in found)
    return Sided(one, other, Series((one, other), "", where, sentence.block, sentence.block))


_SMALL = (  # the author says that the difference is none to speak of
    r"neliel\w*|niecīg\w*|nedaudz|nebūtisk\w*|maz\w{0,3}|gandrīz|small|slight\w*|little|tiny|minor|marginal\w*|nearly|almost"
    r"|невелик\w*|небольш\w*|незначительн\w*|немного|почти|чуть|мал\w{0,3}"
)
_SEXES = r"sieviet\w*|vīrieš\w*|women|men|females?|males?|женщин\w*|мужчин\w*"


def _own_pair(
    series: Series, sentence: Sentence, shown: set[float]
) -> tuple[Result, Result] | None:
    """The two results of the sentence itself, whatever they are called in it."""
    if series.first != sentence.block or len(series.results) != 2 or len(shown) != 2:
        return None
    one, other = series.results
    return (one, other) if {one.number.value, other.number.value} == shown else None


def two_named(
    series: Series, said: frozenset[str], said_words: str, text: Text
) -> tuple[Result, Result] | None:
    """The two groups of a series that words name; None of more, or of one."""
    named = [names(item.label, text) for item in series.results]
    found = []
    for place, item in enumerate(series.results):
        own = named[place].difference(*named[:place], *named[place + 1 :])
        hit = {word for word in own if word in said or _begins(word, said)}
        if hit and len(hit) * 3 >= len(own):
            found.append(item)
    if len(found) != 2:
        found = _ends_of_age(series, said_words)
    return (found[0], found[1]) if len(found) == 2 else None


_YOUNGER = r"young\w*|jaun\w+|молод\w*|младш\w*|юн\w*"
_OLDER = r"old\w*|elder\w*|senior\w*|vecāk\w*|pensionār\w*|gados|старш\w*|пожил\w*|пенсионер\w*"
_YOUNGEST = r"youngest|visjaunāk\w*|pašos? jaunāk\w*|paši jaunākie|jaunāk(?:ajā|ajos|ā|ie|o|ajai|ajiem)|сам\w{2,3} (?:молод|юн)\w*|молод[её]ж\w*|младш\w*|the young|young people|jauniet\w*|jaunieš\w*"
_OLDEST = r"oldest|eldest|visvecāk\w*|paši vecākie|pašos? vecāk\w*|vecāk(?:ajā|ajos|ā|ie|ajai|ajiem)|сам\w{2,3} (?:пожил|стар)\w*|старш\w*|пожил\w*|пенсионер\w*|seniors?|senior\w*|pensioners?|pensionār\w*"


def _ends_of_age(series: Series, words: str) -> list[Result]:
    """Of two age groups the two, of more the first and the last, where words set young against old."""
    ages = [regex.search(r"(?<!\d)\d\d(?!\d)", item.label) for item in series.results]
    told = [(int(age[0]), at) for at, age in enumerate(ages) if age]
    young, old = (_YOUNGER, _OLDER) if len(ages) == 2 else (_YOUNGEST, _OLDEST)
    named = [word_pattern(side).search(words) is not None for side in (young, old)]
    if len(told) < max(2, len(ages)) or not (all(named) or (len(ages) == 2 and any(named))):
        return []
    return [series.results[min(told)[1]], series.results[max(told)[1]]]


def _begins(word: str, said: frozenset[str]) -> bool:
    """Whether a stem begins one that is said, or the other way: `north` and `northern`."""
    return len(word) > 4 and any(len(other) > 4 and (other.startswith(word)) for other in said)


def near_by(sentence: Sentence, series: Series, text: Text) -> bool:
    """Whether a series stands in the section of a sentence, or a few blocks from it."""
    same = text.sections[series.first] == sentence.section
    return same or abs(sentence.block - series.first) <= _FAR
