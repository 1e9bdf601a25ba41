"""Fraction and majority words of a document, each with the number that stands to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.clause_shares import Words, in_clause
from atbalss.audit.counted_shares import counted_shares
from atbalss.audit.kept import listed_once
from atbalss.audit.language import words_of
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.report.ranges import ABOUT, ALMOST, BARE, FRACTIONS, LESS, MORE
from atbalss.report.words import find_claims, language

EXACT = {item.key: item.exact for item in FRACTIONS}


OF_TIME = regex.pattern(  # how much of it, and not how many persons: `rarely (20 % of the time or less)`
    r"\s(?:of )?(?:the |their |his |her |sava |savu |своего )?(?:time|day|week|year|laika|dienas|времени|дня)(?: (?:or|vai|или) (?:less|more|mazāk|vairāk|меньше|больше))?[),;.]",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words for a share, and the share beside them."""

    words: str
    key: str  # of a fraction or majority, "" for a fraction of the audit's own table
    modifier: str
    exact: float  # percent; 0 where the words name no fraction
    start: int
    end: int
    claim: Claim


@listed_once
def spoken(text: Text, claims: Claims) -> Iterator[Spoken]:
    """All fraction and majority words that a number of the same sentence explains."""
    counted = {one.sentence.order: (one,) for one in counted_shares(text, claims)}
    for sentence in text.prose:
        found = claims.of(sentence) or counted.get(sentence.order, ())
        if not found:
            yield from _bracketed(sentence, text)
            continue
        if OF_TIME.search(sentence.text):
            found = tuple(c for c in found if not OF_TIME.match(sentence.text, c.number.end))
        words = words_in(sentence, text)
        if sentence.order in counted:
            if len(words) == 1 and _is_counted(sentence, words[0], found[0], text):
                yield Spoken(*words[0], found[0])
            continue
        taken: set[int] = set()
        for item in words:
            claim = _beside(sentence, item, found, text) or in_clause(
                sentence, item, words, found, text
            )
            if claim is not None and claim.number.start not in taken:
                taken.add(claim.number.start)
                yield Spoken(*item, claim)


_ASKED = (
    r"those (?:asked|who answered)|aptaujāt\w+|atbildējuš\w+|ответивш\w+|опрошенн\w+|участник\w+"
)
_COUNTED = regex.pattern(r"(?::|\s[–—-]|,|\s\()[^:;.()%\d]{0,25}$")
_OF_THEM = {  # what makes those who are counted others than all
    "lv": r"(?:,?\s(?:kuri|kuras|kas|ar|no)\s)",
    "en": r"(?:,?\s(?:who|that|with|of|in|from)\s)",
    "ru": r"(?:,?\s(?:которые|кто|с|со|из|у)\s)",
}


def _is_counted(sentence: Sentence, item: Words, claim: Claim, text: Text) -> bool:
    """Whether a count tells how many the words are: `half of those asked said so: 150 persons`."""
    gap = sentence.text[item[5] : claim.number.start]
    people = regex.match(
        rf"\s(?:of (?:the |all )?)?(?:{text.words.people}|{_ASKED})(?!\w)", gap, regex.IGNORECASE
    )
    if item[5] > claim.number.start or people is None or len(gap) > 120:
        return False
    narrow = regex.match(_OF_THEM[text.lang], gap[people.end() :], regex.IGNORECASE)
    return narrow is None and _COUNTED.search(gap) is not None


_OF_SO_MANY = regex.any_case(  # of how many: the one number told before
    r"(?:^|[,;:]\s)(?:of|no|из)(?: the| all| visiem| всех)?\s(?P<base>\d{2,5})\s[^\d()%]{3,160}$"
)
_SO_MANY = regex.any_case(
    r"(?: (?:of (?:them|these|those)|no (?:tiem|viņiem)|из них))? \((\d{1,5})\)"
)


def _bracketed(sentence: Sentence, text: Text) -> Iterator[Spoken]:
    """`Of the 83 respondents, more than half (51) saw none`: words beside a count of a number of persons."""
    if "(" not in sentence.text:
        return
    for item in words_in(sentence, text):
        whole = _OF_SO_MANY.search(sentence.text[: item[4]])
        part = _SO_MANY.match(sentence.text, item[5])
        if whole is None or part is None or not 0 < int(part[1]) <= int(whole["base"]):
            continue
        share = 100 * int(part[1]) / int(whole["base"])
        number = Number(share, 0, Unit.PERCENT, 0, part.start(1), part.end(1))
        yield Spoken(*item, Claim(sentence, number, 0, len(sentence.text), True, text.lang))


def words_in(sentence: Sentence, text: Text) -> list[Words]:
    """The fraction and majority words of a sentence that claim a share, in order."""
    return [item for item in said_shares(sentence.text, text.lang) if _meant(sentence, item, text)]


_NEAR = regex.pattern(
    r"(?<!\w)(?:nearly|almost|close to|approach\w*|gandrīz|tuvu|tuvojas|почти|близко)(?: \w+)?\s$",
    regex.IGNORECASE,
)
_UNDER = regex.pattern(
    r"(?<!\w)(?:nepiln\w+|not quite|short of|just under|slightly less than|неполн\w+|чуть меньше|чуть менее)\s$",
    regex.IGNORECASE,
)


@lru_cache(maxsize=4)
def _own(lang: str) -> tuple[tuple[float, re.Pattern[str]], ...]:
    known = language(lang)
    modifiers = "|".join(f"(?P<{key}>{rule})" for key, rule in known.MODIFIER_PATTERNS.items())
    return tuple(
        (
            exact,
            regex.pattern(
                rf"(?<![\w/])(?:(?:{modifiers})\s+)?(?:{rule})(?![\w/])", regex.IGNORECASE
            ),
        )
        for exact, rule in words_of(lang).fractions
    )


@lru_cache(maxsize=4)
def _any_own(lang: str) -> re.Pattern[str]:
    """One look for all fractions of the audit's own table: most sentences have none."""
    rules = "|".join(rule for _, rule in words_of(lang).fractions)
    return regex.pattern(rf"(?<![\w/])(?:{rules})(?![\w/])", regex.IGNORECASE)


_COUNTS = {  # how the numbers from one to ten begin
    "lv": ("vien", "div", "tr", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ", "desmit"),
    "en": ("one", "two", "thr", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "ru": ("од", "дв", "тр", "чет", "пят", "шес", "сем", "вос", "дев", "дес"),
}
_OUT_OF = {  # `three patients in ten`, `divi no katriem pieciem`, `трое из каждых пяти`
    "lv": r"(?P<n>vien[sa]|div[iaāu]\w?|trīs|četr\w+|piec\w*|seš\w+|septiņ\w+|astoņ\w+|deviņ\w+) (?:\w+ no|no katr\w+|no(?= desmit)) (?P<m>tr(?:im|īs|ij\w+)|četr\w+|piec\w*|seš\w+|septiņ\w+|astoņ\w+|desmit\w*)",
    "en": r"(?P<n>one|two|three|four|five|six|seven|eight|nine|\d(?= (?:in|out of) 10)) (?:[a-z]+ )?(?:in|out of|(?:in|out of|of) (?:every|each)) (?P<m>three|four|five|six|seven|eight|nine|ten|10)",
    "ru": r"(?P<n>од(?:ин|на|но)|дв(?:ое|а|е)|тр(?:ое|и)|четыре|четверо|пят(?:ь|еро)|шест(?:ь|еро)|сем(?:ь|еро)|восемь|восьмеро|девят(?:ь|еро)) (?:[а-яё]+ из|из кажд\w+|(?<=ое )из|(?<=ро )из|из(?= десят)) (?P<m>тр[её]х|четыр[её]х|пяти|шести|семи|восьми|десяти)",
}


@lru_cache(maxsize=4)
def _out_of(lang: str) -> re.Pattern[str]:
    known = language(lang).MODIFIER_PATTERNS
    modifiers = "|".join(f"(?P<{key}>{rule})" for key, rule in known.items())
    return regex.pattern(
        rf"(?<![\w/])(?:(?:{modifiers})\s+)?(?:{_OUT_OF[lang]})(?![\w/])", regex.IGNORECASE
    )


def _count(word: str, lang: str) -> int:
    """How many a number in words is, from one to ten."""
    if word.isdigit():
        return int(word)
    return 1 + next(at for at, one in enumerate(_COUNTS[lang]) if word.lower().startswith(one))


@lru_cache(maxsize=8_000)
def said_shares(sentence: str, lang: str) -> tuple[Words, ...]:
    """The fraction and majority words of a sentence, each with its exact percent, in order."""
    found: list[Words] = []
    for exact, rule in _own(lang) if _any_own(lang).search(sentence) else ():
        for match in rule.finditer(sentence):
            modifier = match.lastgroup or BARE
            found.append((match.group(0), "", modifier, exact, match.start(), match.end()))
    for match in _out_of(lang).finditer(sentence):
        part, whole = (_count(match.group(name), lang) for name in ("n", "m"))
        if part < whole:
            mode = next((key for key in (ALMOST, LESS, MORE, ABOUT) if match[key]), BARE)
            found.append((match.group(0), "", mode, 100 * part / whole, match.start(), match.end()))
    more = words_of(lang).majority
    for match in word_pattern(more).finditer(sentence) if more else ():
        found.append((match.group(0), "majority", BARE, 0.0, match.start(), match.end()))
    for item in find_claims(sentence, lang):
        end = item.start + len(item.words)
        if any(start < end and item.start < stop for *_, start, stop in found):
            continue
        key = item.claim.key
        if key == "great_majority" and item.words.lower().startswith(("absol", "абсол")):
            key = "majority"  # just more than half
        found.append((item.words, key, item.claim.modifier, EXACT.get(key, 0.0), item.start, end))
    ends = {end for *_, end in found}
    found = [
        item
        for item in found
        if item[1] != "all" or not any(_OF_ALL.fullmatch(sentence[end : item[4]]) for end in ends)
    ]
    softened = (
        (words, key, _softer(mode, sentence[:start]), exact, start, end)
        for words, key, mode, exact, start, end in map(_of_one_sentence, found)
    )
    return tuple(sorted(softened, key=lambda item: item[4]))


_OF_ALL = regex.pattern(
    r"\s(?:of|no|из)\s|\s", regex.IGNORECASE
)  # `half of all clients`: one share


def _of_one_sentence(item: Words) -> Words:
    """Words without what ends the title before them: `twice as many` over `Two thirds …`."""
    words, key, _, exact, start, end = item
    begun = regex.search(r"(?<=\s)[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]", words)
    if begun is None or not words[0].islower():
        return item
    return words[begun.start() :], key, BARE, exact, start + begun.start(), end


def _softer(mode: str, before: str) -> str:
    if mode != BARE:
        return mode
    if _UNDER.search(before):
        return LESS
    return ALMOST if _NEAR.search(before) else mode


def _meant(sentence: Sentence, item: Words, text: Text) -> bool:
    """Whether the words claim a share: no "relative majority", no "not a majority"."""
    before = sentence.text[: item[4]].rstrip()
    if regex.search(rf"(?:{text.words.plurality})$", before, regex.IGNORECASE):
        return False
    if regex.search(rf"(?<!\w)(?:{text.words.by})$", before[-30:], regex.IGNORECASE):
        moved = word_pattern(f"{text.words.rise}|{text.words.fall}|{text.words.change}")
        if moved.search(before[-60:]):
            return False  # "decreased by over half"
    denied = r"(?<!\w)(?:not|nav|не|no longer|otra|otrā|otrajā|otro|otras|pirmā|pirmajā|pirmo|other|first|latter|second|вторая)$"
    return not regex.search(denied, before, regex.IGNORECASE)


def _beside(sentence: Sentence, item: Words, found: tuple[Claim, ...], text: Text) -> Claim | None:
    """The share right behind the words or right before them."""
    link = text.words.link
    about = rf"(?:(?:{_ABOUT})\s)?(?:[~≈]\s?)?"
    older = (
        r"(?:un|vai) (?:vec|vair)|(?:and|or) (?:over|older|above|more)|(?:и|или) (?:старше|более)"
    )
    word = (
        rf"\s+(?:(?={older})|(?!(?:un|and|и|or|vai|bet|but|а|но|kamēr|while)\b))"
        r"(?:[^\W\d][\w'’/-]*|\d{1,2}(?![\d%.,])(?! %))"
    )
    bracket = rf"(?:{word}){{0,6}}\s*(?:\(\s*|,?\s*(?:{link}),?\s+){about}$"
    dashed = rf"(?:{word}){{0,6}}\s+[–—-]\s+{about}$"
    behind = [
        regex.pattern(bracket, regex.IGNORECASE),
        regex.pattern(rf",\s+{about}$", regex.IGNORECASE),
    ]
    if text.lang == "en" and not item[3]:  # "half of 60 %" is a sum
        behind.append(regex.pattern(rf"\s+of\s+{about}$", regex.IGNORECASE))  # "a majority of 43 %"
    if len(found) == 1:
        behind.append(regex.pattern(dashed, regex.IGNORECASE))
    behind.append(
        regex.pattern(rf"(?:{word}){{1,3}},\s+{about}$", regex.IGNORECASE)
    )  # "…, 31 %, …"
    so = rf"{link}|{_SO}"
    ahead = regex.pattern(
        rf"(?:\s+[^\W\d][\w'’/-]*){{0,4}}\s*(?:\(\s*|,?\s*(?<!\w)(?:{so})\s+)$", regex.IGNORECASE
    )
    for claim in found:
        number = claim.number
        if number.start >= item[5]:
            gap = _COUNT.sub("", sentence.text[item[5] : number.start])
            fits = [rule for rule in behind if rule.match(gap)]
            closed = regex.match(r"[,;.)]|$", sentence.text[number.end :]) and claim is found[0]
            if fits == [behind[-1]] and not closed:
                break  # "half call, 41 % write"
            aside = regex.match(dashed, gap, regex.IGNORECASE) and regex.match(
                r"\s[–—-]\s", sentence.text[number.end :]
            )
            if _OR_ANOTHER.match(sentence.text, number.end):
                break  # "most are better off (32 %) or the same (52 %)": said of both together
            if (fits or aside) and _of_all(sentence.text, number.end):
                return claim
            break
    if _OF_SOME.match(sentence.text, item[5]):
        return None  # `20 % of all, or almost half of those who plan it`
    for claim in found:
        if claim.number.end <= item[4] and ahead.match(sentence.text[claim.number.end : item[4]]):
            return claim
        if claim.number.end <= item[4] and _aside(sentence.text, claim.number.end, item, text):
            return claim
    return None


_COUNT = regex.pattern(  # persons before their share: `– 430 people, or`
    r"\s?[–—(,-]\s?\d{1,3}(?:[ \u00a0,]?\d{3})*(?:\s[^\W\d]\w+){0,2}(?=,?\s(?:jeb|or|или|то есть|tas ir|that is)\s)",
    regex.IGNORECASE,
)
_OR_ANOTHER = regex.pattern(
    r"\)(?: [^\W\d][\w'’-]*){0,3},? (?:or|vai|jeb|или|либо)(?: [^\W\d][\w'’-]*){1,6} \((?:\w+ )?\d+(?:[.,]\d+)?\s?%",
    regex.IGNORECASE,
)
_OF_SOME = regex.pattern(
    r"\s(?:no (?:tiem|tām|viņiem|viņām|šiem)|of (?:those|them|these|whom)|из (?:тех|них|этих))(?!\w)"
    r"(?!,? (?:(?:k(?:as|uri|uras)|who|that|кто|которые) )?(?:asked|surveyed|interviewed|polled|answered|responded|replied|atbild\w+|aptauj\w+|ответ\w+|опрош\w+))",
    regex.IGNORECASE,
)
_SO = r"tātad|t\.i\.|citiem vārdiem|in other words|so|thus|значит|иными словами"


def _aside(words: str, end: int, item: Words, text: Text) -> bool:
    """`29 % – just over a third – recycle`, `38 %, almost half of all parents, …`."""
    gap, after = words[end : item[4]], words[item[5] :]
    whole = rf"(?:\s(?:of|no|от|из)?\s?(?:all |the |visiem |visu |всех )?(?:{text.words.people}|all|visiem|всех|those (?:asked|surveyed|interviewed)))"
    if regex.fullmatch(r"\s[–—-]\s", gap):
        return bool(regex.match(rf"{whole}?(?:\s[–—-]\s|[.;)]|$)", after, regex.IGNORECASE))
    if regex.fullmatch(r"(?:\s[^\W\d][\w'’-]*){1,6}:\s", gap):
        return bool(regex.match(rf"{whole}[.;]?$", after, regex.IGNORECASE))
    if regex.fullmatch(rf"{whole}?[,:]\s", gap, regex.IGNORECASE):
        return bool(regex.match(rf"{whole}(?:[,.;]|$)", after, regex.IGNORECASE))
    return False


_ABOUT = r"gandrīz|aptuveni|apmēram|kopumā|about|around|nearly|almost|in total|почти|около|примерно"


def _of_all(text: str, end: int) -> bool:
    """Whether the bracket behind a number does not change its base or begin a list."""
    inside = text[end : end + 60].split(")")[0]
    return not regex.search(r"of all|no visiem|от всех|from all|→|->", inside, regex.IGNORECASE)
