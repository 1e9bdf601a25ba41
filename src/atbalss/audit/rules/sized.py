"""The number of all who answered, or of a group, told again with another value by words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, spot
from atbalss.audit.forms import marks
from atbalss.audit.parts import INTEGER, Part, Parts, parts_of, whole_number
from atbalss.audit.referents import same
from atbalss.audit.rules.samples import alike
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_PEOPLE = {
    "lv": r"anket\w*|interv\w*|atbild(?:es|ēm|ētāj\w*|ēju\w+)|atbilž\w*|aptauj\w*|respond\w*|dalībniek\w*|(?:[^\W\d]\w+,? )?(?:kas|kuri|kuras) (?:atbildēja|aizpildīja|piedalījās)|veidlap\w*|cilvēk\w*|person\w*",
    "en": r"(?:questionnaires?|forms?|interviews?|repl(?:y|ies)|respon[sd]\w+|answers|participants?|people|persons?|returns|sheets)|(?:[^\W\d]\w+ )?(?:who|that|which) (?:answered|replied|responded|took part|returned)",
    "ru": r"анкет\w*|интервью|ответивш\w+|ответов|опрошенн\w*|респондент\w*|участник\w*|человек\w*|бланк\w*|листк\w+|(?:[^\W\d]\w+,? )?(?:котор\w+ )?(?:ответил\w*|заполнивш\w+|участвовавш\w+)",
}
_ALL = {  # before a number that is of all
    "lv": r"vis(?:i|as|iem|ām|u|us)|šie|šīs|šo|šiem|pavisam|kopā|no visām|bāze:?",
    "en": r"all(?: of)?(?: the| our)?|the|these|our|those|total of|base:?|altogether",
    "ru": r"все|всех|всем|эти|этих|всего|наши|наших|база:?",
}
_OF_IT = {  # the base of the percents
    "lv": r"(?:procent\w*|īpatsvar\w*|skaitļ\w*|rezultāt\w*|dati)\s[^.;:%\d]{0,40}?\s(?:no|pret|uz)",
    "en": r"(?:percentages?|shares?|figures?|results?|data)\s[^.;:%\d]{0,40}?\s(?:of|on|from)",
    "ru": r"(?:процент\w*|дол[яи]|цифр\w*|результат\w*|данн\w+|показател\w*)\s[^.;:%\d]{0,40}?\s(?:от|из|на|по|к)",
}
_REPLIED = {
    "lv": r"atbildēj\w+|atbildes|aizpildīj\w+|piedalījās|aptaujā\w+|iztaujā\w+|saņemt\w+|iesniedz\w*|atsaucās",
    "en": r"answer\w*|repl\w+|respond\w*|took part|filled|completed|interviewed|surveyed|returned",
    "ru": r"ответ\w+|заполнил\w*|участвовал\w*|опрошен\w*|опросил\w*|вернул\w*|приняли участие|получен\w*",
}
_LEAST = 20


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Sizes that are a slip away from that of the survey or of a group of a table."""
    told = _printed(text)
    yield from _of_all(text, claims, told)
    yield from _of_groups(text, claims, told)


def _printed(text: Text) -> dict[int, int]:
    """How often each whole number is printed."""
    found: dict[int, int] = {}
    for match in regex.finditer(rf"(?<![\d.,]){INTEGER}(?!\s?%)", text.whole):
        value = whole_number(match.group(0))
        found[value] = found.get(value, 0) + 1
    return found


@cache
def _sized(lang: str) -> re.Pattern[str]:
    people = rf"\s(?:[^\W\d]\w+\s){{0,2}}?(?:{_PEOPLE[lang]})(?!\w)"
    begun = r"(?<![\w.,:/№#=+±−–-])"
    return regex.pattern(
        rf"(?<!\w)(?:{_ALL[lang]})\s(?P<n1>{INTEGER})(?!\s?%){people}"
        rf"|(?<!\w)(?:{_OF_IT[lang]})\s(?:(?:{_ALL[lang]})\s)?(?P<n2>{INTEGER})(?!\s?%)"
        rf"|(?<!\w)[nN]\s?=\s?(?P<n3>{INTEGER})|{begun}(?P<n4>{INTEGER})(?!\s?%){people}",
        regex.IGNORECASE,
    )


def _of_all(text: Text, claims: Claims, told: dict[int, int]) -> Iterator[Finding]:
    wholes = _wholes(text, claims)
    odd = {v for v, times in told.items() if times == 1 and v >= _LEAST and _slip(v, wholes)}
    if not odd:
        return
    narrow = word_pattern(f"{text.words.group}|{text.words.last_wave}|{_NARROWED}")
    printed = regex.pattern("|".join(f"{v:,}".replace(",", "[ ,\u00a0]?") for v in sorted(odd)))
    for sentence in text.sentences:
        if sentence.kind in (Kind.HEADING, Kind.CHART) or not printed.search(sentence.text):
            continue
        for match in _sized(text.lang).finditer(sentence.text):
            group = match.lastgroup or "n4"
            value, words = whole_number(match[group]), sentence.text
            whole = _slip(value, wholes) if value in odd else 0
            if not whole:
                continue
            if 1990 <= value <= 2039 or _is_made(value, whole, told):
                continue
            clause = regex.split(r"[;,(]\s?", words[: match.start(group)])[-1]
            if narrow.search(clause) or regex.match(
                r"\s?\(?\d[\d.,]*\s?%|\s?\(\d", words[match.end() :]
            ):
                continue
            if group in ("n3", "n4") and not _is_sure(sentence, match, group, value, whole, narrow):
                continue
            yield _differ(text, sentence, match.start(group), match.end(group), value, whole)


def _slip(value: int, wholes: frozenset[int]) -> int:
    """The one size that a number is a slip away from; 0 of none and of several."""
    rivals = [v for v in wholes if v != value and alike(v, value)]
    return rivals[0] if len(rivals) == 1 else 0


def _is_sure(
    sentence: Sentence,
    match: re.Match[str],
    group: str,
    value: int,
    whole: int,
    narrow: re.Pattern[str],
) -> bool:
    """Whether a bare size is of all: the same digits turned round, in a title or where no group is named."""
    titled = sentence.kind is Kind.CAPTION or "?" in sentence.text
    if group == "n3" and (not titled or "%" in sentence.text[: match.start()]):
        return False
    return sorted(str(whole)) == sorted(str(value)) and not narrow.search(sentence.text)


def _wholes(text: Text, claims: Claims) -> frozenset[int]:
    """The sizes of the survey: those known, and each that is told of those who answered."""
    found = {claims.base, claims.survey[0]}
    replied = word_pattern(_REPLIED[text.lang])
    for sentence in text.sentences:
        if not replied.search(sentence.text) or ("?" in sentence.text and "%" not in sentence.text):
            continue
        for match in regex.finditer(rf"(?<![\d.,=]){INTEGER}(?!\s?%)", sentence.text):
            near = sentence.text[max(0, match.start() - 40) : match.end() + 30]
            if replied.search(near):
                found.add(whole_number(match.group(0)))
    return frozenset(value for value in found if value >= _LEAST and not 1990 <= value <= 2039)


_NARROWED = r"invit\w+|sent|posted|contacted|approached|of (?:them|these|whom)|uzaicin\w+|nosūt\w+|izsūt\w+|uzrunā\w+|no (?:tiem|šiem|kuriem)|приглас\w+|приглаш\w+|разосла\w+|из (?:них|этих|которых)"


def _is_made(value: int, whole: int, told: dict[int, int]) -> bool:
    """Whether the difference is printed: 312 took part, 302 after 10 were left out."""
    return abs(whole - value) in told


def _differ(
    text: Text, sentence: Sentence, start: int, end: int, value: int, whole: int
) -> Finding:
    printed = f"{whole:,}".replace(",", "[ ,\u00a0]?")
    shown = regex.pattern(rf"(?<![\d.,]){printed}(?!\d)")
    where = next((s for s in text.sentences if shown.search(s.text)), sentence)
    found = shown.search(where.text)
    against = spot(text, where, found.start() if found else 0, found.end() if found else 0)
    at = spot(text, sentence, start, end)
    return finding(
        text, "two-values", at, (against,), code="two-samples", value=value, other=whole,
        line=against.line,
    )  # fmt: skip


# ---- groups


_GROUP_N = re.compile(rf"\(?\s?(?<!\w)[nN]\s?=\s?(?P<n>{INTEGER})\)?")


def _of_groups(text: Text, claims: Claims, told: dict[int, int]) -> Iterator[Finding]:
    """`in the first year (n = 123)`, where the table of the sample counts 132 of them."""
    lists = [
        parts
        for parts in parts_of(text, claims)
        if len(parts.parts) > 1 and all(part.count for part in parts.parts)
    ]
    if not lists:
        return
    for sentence in text.sentences:
        if sentence.kind is Kind.HEADING or "=" not in sentence.text:
            continue
        begun = 0
        for match in _GROUP_N.finditer(sentence.text):
            value = whole_number(match["n"])
            words = regex.split(r"[;:]\s|,\s", sentence.text[begun : match.start()])[-1]
            begun = match.end()
            if told.get(value, 0) > 1:
                continue
            found = [part for parts in lists if (part := _named(words, parts.parts, text))]
            if len(found) == 1 and found[0].count != value and not _holds(lists, value):
                at = spot(text, sentence, match.start("n"), match.end("n"))
                yield _told(text, at, value, found[0])


def _holds(lists: Sequence[Parts], value: int) -> bool:
    return any(part.count == value for parts in lists for part in parts.parts)


def _named(words: str, parts: tuple[Part, ...], text: Text) -> Part | None:
    """The one entry whose whole label words say."""
    said = marks(words, text.lang).set
    fits = []
    for part in parts:
        label = marks(part.label, text.lang).set
        if label and all(any(same(mark, word) for word in said) for mark in label):
            fits.append(part)
    if len(fits) != 1:
        return None
    own = marks(fits[0].label, text.lang).set
    several = any(own <= marks(part.label, text.lang).set for part in parts if part is not fits[0])
    return (
        None if several else fits[0]
    )  # one alone, beside the same with others: `Python`, `Git Python`


def _told(text: Text, at: Spot, value: int, part: Part) -> Finding:
    return finding(
        text, "two-values", at, (part.spot,), code="two-counts", value=value, other=part.count,
        line=part.spot.line,
    )  # fmt: skip
