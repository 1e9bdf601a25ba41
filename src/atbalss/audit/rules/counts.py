"""Percents that no count of the stated base gives: `88 (84.2 %)` of 101, `37 % of 8`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.governing import counted_base, governing_base
from atbalss.audit.kept import listed_once, read_once
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.possible_percents import is_weighted, nearest, possible, whole_numbers
from atbalss.audit.rules.bases import (
    MEASURES,
    is_of_another,
    is_of_them,
    number_words,
    numeral,
    told_before,
)
from atbalss.audit.text import Sentence, Text, word_pattern


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts beside percents that do not agree, and percents that no count can give."""
    if is_weighted(text):
        return  # weighted shares are no counts
    yield from _beside(text, claims)
    yield from _impossible(text, claims)


def _agree(count: float, base: float, percent: Number) -> bool:
    """Whether count of base is the printed percent, rounded or cut off."""
    return abs(100 * count / base - percent.value) <= 1.5 * percent.step


@listed_once
def _all_pairs(text: Text, _: Claims) -> Iterator[tuple[Sentence, Number, Number, int]]:
    """Each count with its percent in prose, and their base or 0."""
    yield from ((sentence, *pair) for sentence in text.prose for pair in _pairs(sentence, text))


def _pairs(sentence: Sentence, text: Text) -> Iterator[tuple[Number, Number, int]]:
    """`88 (84,2 %)`, `88 personas jeb 84,2 %`, `84,2 % (88)`: (count, percent, base or 0)."""
    found = numbers(sentence.text, text.lang)
    of = {"lv": "no", "en": "of|out of", "ru": "из"}[text.lang]
    for place, (one, other) in enumerate(itertools.pairwise(found)):
        gap = sentence.text[one.end : other.start]
        count = one if one.unit is Unit.NONE else other
        percent = other if count is one else one
        if percent.unit is not Unit.PERCENT or count.unit is not Unit.NONE or percent.sign:
            continue
        if count.digits or count.sign or 1990 <= count.value <= 2039:
            continue
        people = rf"(?:\s(?!(?:{MEASURES})(?!\w))[^\W\d_][\w-]*){{0,3}}"
        if count is one and regex.fullmatch(
            rf"{people}\s?(?:\(|[–—-]\s|,?\s(?:jeb|or|или|tas ir|proti|that is|то есть),?\s)",
            gap,
            regex.IGNORECASE,
        ):
            if regex.search(_UP_TO, sentence.text[: count.start], regex.IGNORECASE):
                continue  # `from 10 to 49 – 35 %`
            if gap.strip() == "(" and not _CLOSES.match(sentence.text, percent.end):
                continue
            whole = found[place - 1] if place else None
            if whole and regex.fullmatch(
                rf"(?:\s(?:{text.words.people}))?\s(?:{of})\s(?:the |all |visiem |всех )?",
                sentence.text[whole.end : count.start],
                regex.IGNORECASE,
            ):
                yield whole, percent, int(count.value)  # `43 of 60 readers (72 %)`
            else:
                yield count, percent, base_beside(sentence, count, percent, text)
        elif count is other and regex.fullmatch(r"\s?\((?:n\s?=\s?)?", gap):
            behind = sentence.text[count.end :]
            if (
                regex.match(rf"\)|\s(?:{text.words.people})", behind, regex.IGNORECASE)
                and "=" not in gap
            ):
                yield count, percent, base_beside(sentence, count, percent, text)


_CLOSES = regex.pattern(r".{0,2}\)|;")
_UP_TO = r"(?<!\w)(?:to|up to|than|līdz|virs|nekā|до|свыше|более|менее)\s$"


def _beside(text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts with their percents: most agree with the stated base, one does not."""
    own = _all_pairs(text, claims)
    yield from (
        _differ(text, sentence, count, percent, base)
        for sentence, count, percent, base in own
        if base >= count.value > 0
        and not _agree(count.value, base, percent)
        and not _is_spoken(sentence, count, percent, base, claims)
    )


def _is_spoken(
    sentence: Sentence, count: Number, percent: Number, base: int, claims: Claims
) -> bool:
    """Whether `6 of 10 (63 %)` is a share told roundly, of more than ten persons."""
    if base not in (5, 10) or claims.base == base:
        return False
    said = rf"(?<![\d.,]){int(count.value)} (?:no|of|out of|in|из) (?:the )?{base}(?!\d)"
    close = abs(100 * count.value / base - percent.value) < 50 / base + 1e-9
    return close and regex.search(said, sentence.text) is not None


def _other_base(sentence: Sentence, count: Number, percent: Number, text: Text) -> bool:
    """Whether a number above may be the base: `of the 48 who called, 12 (25 %)`."""
    before = [s for s in text.prose if s.block == sentence.block and s.order <= sentence.order]
    near = [item for s in before[-3:] for item in numbers(s.text, text.lang)]
    whole = [item.value for item in near if item.unit is Unit.NONE and not item.digits]
    half = percent.step / 2 + 1e-9
    return any(
        value > count.value and abs(100 * count.value / value - percent.value) <= half
        for value in whole
    )


_COUNTED_ON = (
    r"[^\d.;()]{2,60}\d[\d ]*\s?(?:\(|[–—-]\s)\s?\d[\d.,]*\s?%"  # `, of 247 men – 176 (71 %)`
)


def base_beside(sentence: Sentence, count: Number, percent: Number, text: Text) -> int:
    """The base that one sentence gives with a count and its percent: `12 of 60 readers (20 %)`."""
    words = sentence.text
    first, last = sorted((count, percent), key=lambda item: item.start)
    of = {"lv": "no", "en": "of|out of", "ru": "из"}[text.lang]
    behind = regex.match(
        rf"\s?\)?,?\s(?:{of})\s(?:the |these |all |visiem |šiem |этих |всех )?(?P<n>\d{{1,5}})(?![\d.,]*\s?%)(?![\d.,]\d)",
        words[last.end :],
        regex.IGNORECASE,
    )
    after = words[last.end + behind.end() :] if behind else ""
    if (
        behind
        and int(behind.group("n")) >= count.value
        and not ("," in behind.group() and regex.match(_COUNTED_ON, after))
    ):
        return int(behind.group("n"))
    ahead = regex.search(
        r"(?:^|[,;:]\s)(?:of|no|из|starp|among|среди)\s(?:the |these |all |visiem |šiem |этих |всех )?(?P<n>\d{1,5})\s[^\d;:%]{2,90}$",
        _ASIDE.sub(" ", words[: first.start]),
        regex.IGNORECASE,
    )
    if ahead and int(ahead.group("n")) >= count.value:
        return int(ahead.group("n"))
    them = counted_base(sentence, first.start, first.end, text)
    them = them or counted_base(sentence, first.start, last.end, text)
    return them if them > count.value else _of_governing(sentence, first, count, percent, text)


def _of_governing(
    sentence: Sentence, first: Number, count: Number, percent: Number, text: Text
) -> int:
    """`Visitors (n = 176) were asked … Of them 112, or 64 %, said yes`, if no other base fits better."""
    base = governing_base(sentence, first.start, text)
    gap = sentence.text[count.end : percent.start]
    if not base and _BARE.fullmatch(gap) and not _is_made(count, percent, text):
        base = counted_base(sentence, first.start, first.end, text, bound=True)
        base = base if base and abs(100 * count.value / base - percent.value) <= _SLIP else 0
    if not 0 < count.value <= base:
        return 0
    if _agree(count.value, base, percent) or not _other_base(sentence, count, percent, text):
        return base
    return 0


_ASIDE = regex.pattern(r"\s\([^()%=]*\)\s")
_BARE = regex.any_case(r"\W*(?:(?:jeb|or|или|tas ir|proti|that is|то есть)\W*)?")
_SLIP = 10  # points by which a share is off its count's, where no word says of whom they are


def _is_made(count: Number, percent: Number, text: Text) -> bool:
    """Whether some whole number of the document is the base of a count and its percent."""
    bases = (base for base in whole_numbers(text) if base >= count.value > 0)
    return any(_agree(count.value, base, percent) for base in bases)


def _differ(text: Text, sentence: Sentence, count: Number, percent: Number, base: int) -> Finding:
    at = spot(text, sentence, min(count.start, percent.start), max(count.end, percent.end))
    exact = f"{100 * count.value / base:.{percent.digits}f}"
    return finding(
        text, "count-and-percent", at, value=percent.shown, count=count.shown, base=base,
        right=exact,
    )  # fmt: skip


_OF = {
    "lv": r"\s?(?:no|starp)\s(?:visiem\s|šiem\s|tiem\s)?$",
    "en": r"\s?(?:of|among)\s(?:the\s|all\s|these\s|those\s|our\s)?$",
    "ru": r"\s?(?:из|среди)\s(?:всех\s|этих\s)?$",
}


@read_once
def cuts_off(text: Text, claims: Claims) -> bool:
    """Whether a document cuts decimals off instead of rounding: a count beside its percent shows it."""
    return any(
        base
        and -1e-9 <= 100 * count.value / base - percent.value < percent.step
        and 100 * count.value / base - percent.value > percent.step / 2
        for _, count, percent, own in _all_pairs(text, claims)
        for base in (own or claims.base,)
    )


def _impossible(text: Text, claims: Claims) -> Iterator[Finding]:
    for claim in claims.levels:
        base = _own_base(claim, text)
        if not base or _is_count(claim, base, text):
            continue
        cut = cuts_off(text, claims)
        if base > 1 and not possible(claim.number, base, cut=cut):
            yield _cannot(text, claim, base)


def _own_base(claim: Claim, text: Text) -> int:
    """The base of a percent: printed with it, opening its sentence, or told just before it."""
    return base_with(claim, text) or told_before(claim, text) or _governed(claim, text)


_CONFIDENCE = (
    r"(?<!\w)(?:9\d(?:[.,]\d)?\s?%.{0,25}(?:level|confiden|ticamīb|līmen|довер|вероятност|уровн)"
    r"|(?:confiden|ticamīb|довер|вероятност)\w*.{0,25}9\d(?:[.,]\d)?\s?%)"
)


def _governed(claim: Claim, text: Text) -> int:
    """The base in brackets that governs the paragraph, if the other shares behind it can be of it."""
    words, number = claim.sentence.text, claim.number
    if is_of_another(words[number.end :]) and not is_of_them(claim, text):
        return 0
    if regex.search(_CONFIDENCE, words, regex.IGNORECASE):
        return 0  # `at the 95 % level`
    base = governing_base(claim.sentence, number.start, text)
    if not base or any(
        other.unit is Unit.PERCENT and other.start != number.start and not possible(other, base)
        for other in numbers(words, text.lang)
    ):
        return 0
    return base


_SHARE_AND_N = regex.pattern(
    r"(?P<p>\d{1,3}(?:[.,]\d)?)(?:\s?%|[\s-]per\s?cent)\s?\([nN]\s?=\s?(?P<n>\d{1,5})\)"
)


def _is_count(claim: Claim, base: int, text: Text) -> bool:
    """Whether the number in brackets is of those who said so: `Yes 82 % (n=63), no 14 % (n=11)`.

    Then some whole is printed near it, or its neighbours are of the same one.
    """
    words, percent = claim.sentence.text, claim.number
    if not regex.match(rf"\s?\([nN]\s?=\s?{base}\)", words[percent.end :]) or not percent.value:
        return False
    half = percent.step / 2
    low, high = base / (percent.value + half) * 100, base / max(percent.value - half, 0.1) * 100
    for other in _SHARE_AND_N.finditer(words):
        share, n = float(other["p"].replace(",", ".")), int(other["n"])
        if n != base and share and low * 0.97 <= 100 * n / share <= high * 1.03:
            return True
    block = text.blocks[claim.sentence.block]
    near = " ".join([block.text, text.whole[:4000]])
    return any(
        low <= int(n) <= high for n in regex.findall(r"(?<![\w.,])\d{2,5}(?![\w%]|[.,]\d)", near)
    )


_WHOLE = r"(\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,5})"


def base_with(claim: Claim, text: Text) -> int:
    """The base that stands with the percent itself: `37 % of 8 clients`, `37 % (n = 8)`."""
    words, number = claim.sentence.text, claim.number
    after = words[number.end : number.end + 60]
    match = regex.match(
        r"[^.,;%()]{0,25}\(\s?[nN]\s?=\s?(\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,5})\s?[,;)]", after
    )
    if match and number.value > 0:
        return int(regex.sub(r"\D", "", match.group(1)))
    match = regex.search(
        rf"(?:\(\s?|,\s)[nN]\s?=\s?{_WHOLE}\)?\s?(?:[:–—-]\s)?$", words[: number.start]
    )
    if match and number.value > 0:
        return int(regex.sub(r"\D", "", match.group(1)))
    for other in numbers(words, text.lang):
        if other.start <= number.end or other.unit is not Unit.NONE or other.digits:
            continue
        gap = words[number.end : other.start]
        noun = rf"(?:\w+\s)?(?:{text.words.people})(?!\w)"
        if other.value <= 60:
            noun = rf"{noun}|(?!{MEASURES})[^\W\d]{{4,}}"
        people = regex.match(rf"\s(?:{noun})", words[other.end :], regex.IGNORECASE)
        people = people or _again(claim, int(other.value), other.end, text)
        if regex.fullmatch(_OF[text.lang], gap, regex.IGNORECASE) and people:
            return int(other.value)
        break
    return _base_ahead(claim, text)


def _again(claim: Claim, count: int, end: int, text: Text) -> re.Match[str] | None:
    """The end of `64 % of the 54.`, where the paragraph has counted the 54 before."""
    before = text.blocks[claim.sentence.block].text[: claim.sentence.start]
    if str(count) not in before:
        return None
    noun = rf"{text.words.people}|(?!{MEASURES})[^\W\d]{{4,}}"
    counted = rf"(?<![\w.,]){count}\s(?:[^\W\d]\w*\s){{0,2}}?(?:{noun})(?!\w)"
    if regex.search(counted, before, regex.IGNORECASE) is None:
        return None
    return regex.match(r"[.;,)]|$", claim.sentence.text[end:])


_BOUND = regex.any_case(  # "of the eleven, none had cuts greater than 19 %": how large a cut
    r"(?<!\w)(?:(?:greater|larger|bigger|higher|lower|smaller|deeper) than|(?:lielāk|augstāk|zemāk|mazāk)\w+ (?:par|nekā|kā)|(?:выше|ниже|больше|меньше))\s$"
)


def _base_ahead(claim: Claim, text: Text) -> int:
    """`Of the 9 users with a disability, 60 % were …`: the base that opens the sentence or clause."""
    words, number = claim.sentence.text, claim.number
    if is_of_another(words[number.end :]) or _BOUND.search(words[: number.start]):
        return 0
    if regex.search(r"\d\s(?:[^\W\d]+\s){1,3}\(\s?$", words[: number.start]):
        return 0  # `742 passengers, of them 458 women (61.7 %)`: the count of the share itself
    opened = {"lv": r"(?:no|starp)", "en": r"(?:of|among|out of)", "ru": r"(?:из|среди)"}[text.lang]
    small = number_words(text.lang)
    starts = list(
        regex.finditer(
            rf"(?:^|[,;:]\s|\s(?:and|un|и|bet|but|а)\s)(?:{opened})\s(?:the (?:same )?|all |these |visiem |šiem (?:pašiem )?|tiem (?:pašiem )?|всех |этих (?:же )?|тех (?:же )?)?"
            rf"(?P<n>\d{{1,4}}|{small})\s(?!(?:līdz|to|till|until|through|до|по)\s\d)(?:(?:\w+[,]?\s){{0,2}}?(?:{text.words.people})|(?!{MEASURES})[^\W\d]{{4,}})(?!\w)",
            words[: number.start],
            regex.IGNORECASE,
        )
    )
    if not starts:
        return _in_brackets(words[: number.start])
    match = starts[-1]
    between = words[match.end() : number.start]
    if regex.search(r"[;:.]\s|\s(?:of|no|из)\s(?:\w+\s)?\d", between):
        return 0
    if word_pattern(text.words.last_wave).search(words):
        return 0
    base = numeral(match.group("n"), text.lang)
    return base if base > 1 else 0  # "no vienas puses": on the one hand


_BRACKETED = regex.any_case(
    r"(?:^|[;:.]\s)(?:among|of|starp|no|среди|из) [^()%\d;:.]{3,45}\s\((?:n\s?=\s?)?(?P<n>\d{1,3})(?:\s[^\W\d]+){0,2}\)[^()%\d;.]{0,80}$"
)


def _in_brackets(before: str) -> int:
    """`Among builders (37 firms) 50 %`: the base in brackets behind the group that opens a clause."""
    match = _BRACKETED.search(before)
    return int(match.group("n")) if match else 0


def _cannot(text: Text, claim: Claim, base: int) -> Finding:
    number = claim.number
    fits = nearest(number, base)
    at = spot(text, claim.sentence, number.start, number.end)
    return finding(text, "impossible-percent", at, value=number.shown, base=base, fits=fits)
