"""The number of all who answered, or of a group, told again with another value by words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, spot
from atbalss.audit.forms import marks
from atbalss.audit.parts import INTEGER, Part, Parts, parts_of, whole_number
from atbalss.audit.referents import same
from atbalss.audit.rules.samples import alike
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_PEOPLE = {
    "lv": r"anket\w*|interv\w*|atbild(?:es|ēm|ētāj\w*|ēju\w+)|atbilž\w*|aptauj\w*|respond\w*|dalībniek\w*|veidlap\w*|cilvēk\w*|person\w*",
    "en": r"(?:completed |filled-in |valid |usable |returned )?(?:questionnaires?|forms?|interviews?|repl(?:y|ies)|respon[sd]\w+|answers|participants?|people|persons?|returns|sheets)|who (?:answered|replied|responded|took part)",
    "ru": r"анкет\w*|интервью|ответивш\w+|ответов|опрошенн\w*|респондент\w*|участник\w*|человек\w*|бланк\w*|листк\w+",
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
_LEAST = 20


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Sizes that are a slip away from that of the survey or of a group of a table."""
    base = claims.base
    told = _printed(text)
    if base >= _LEAST and told.get(base, 0) >= 1:
        yield from _of_all(text, base, claims.survey[0] or base, told)
    yield from _of_groups(text, claims, told)


def _printed(text: Text) -> dict[int, int]:
    """How often each whole number is printed."""
    found: dict[int, int] = {}
    for match in re.finditer(rf"(?<![\d.,]){INTEGER}(?!\s?%)", text.whole):
        value = whole_number(match.group(0))
        found[value] = found.get(value, 0) + 1
    return found


@cache
def _sized(lang: str) -> re.Pattern[str]:
    people = rf"\s(?:[^\W\d]\w+\s){{0,2}}?(?:{_PEOPLE[lang]})(?!\w)"
    begun = r"(?<![\w.,:/№#=+±−–-])"
    return re.compile(
        rf"(?<!\w)(?:{_ALL[lang]})\s(?P<n1>{INTEGER})(?!\s?%){people}"
        rf"|(?<!\w)(?:{_OF_IT[lang]})\s(?:(?:{_ALL[lang]})\s)?(?P<n2>{INTEGER})(?!\s?%)"
        rf"|(?<!\w)[nN]\s?=\s?(?P<n3>{INTEGER})|{begun}(?P<n4>{INTEGER})(?!\s?%){people}",
        re.IGNORECASE,
    )


def _of_all(text: Text, base: int, survey: int, told: dict[int, int]) -> Iterator[Finding]:
    narrow = word_pattern(f"{text.words.group}|{text.words.last_wave}|{_NARROWED}")
    for sentence in text.sentences:
        if sentence.kind in (Kind.HEADING, Kind.CHART) or not re.search(r"\d\d", sentence.text):
            continue
        for match in _sized(text.lang).finditer(sentence.text):
            group = match.lastgroup or "n4"
            value = whole_number(match[group])
            whole = next((v for v in (survey, base) if v != value and alike(v, value)), 0)
            if not whole or value == base or told.get(value, 0) > 1 or value < _LEAST:
                continue
            if 1990 <= value <= 2039 or whole > 3 * value:
                continue
            clause = re.split(r"[;,(]\s?", sentence.text[: match.start(group)])[-1]
            after = sentence.text[match.end() : match.end() + 30]
            turned = sorted(str(whole)) == sorted(str(value))
            if narrow.search(clause) or (group in ("n3", "n4") and not turned):
                continue
            titled = sentence.kind is Kind.CAPTION or "?" in sentence.text
            if group == "n3" and (not titled or "%" in sentence.text[: match.start()]):
                continue
            if group in ("n3", "n4") and narrow.search(sentence.text):
                continue
            if re.match(r"\s?\(?\d[\d.,]*\s?%|\s?\(\d", after) or _is_made(value, whole, told):
                continue
            yield _differ(text, sentence, match.start(group), match.end(group), value, whole)


_NARROWED = r"invit\w+|sent|posted|contacted|approached|of (?:them|these|whom)|uzaicin\w+|nosūt\w+|izsūt\w+|uzrunā\w+|no (?:tiem|šiem|kuriem)|приглас\w+|приглаш\w+|разосла\w+|из (?:них|этих|которых)"


def _is_made(value: int, whole: int, told: dict[int, int]) -> bool:
    """Whether the difference is printed: 312 took part, 302 after 10 were left out."""
    return abs(whole - value) in told


def _differ(
    text: Text, sentence: Sentence, start: int, end: int, value: int, whole: int
) -> Finding:
    printed = f"{whole:,}".replace(",", "[ ,\u00a0]?")
    shown = re.compile(rf"(?<![\d.,]){printed}(?!\d)")
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
            words = re.split(r"[;:]\s|,\s", sentence.text[begun : match.start()])[-1]
            begun = match.end()
            if value == claims.base or told.get(value, 0) > 1:
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
    return fits[0] if len(fits) == 1 else None


def _told(text: Text, at: Spot, value: int, part: Part) -> Finding:
    return finding(
        text, "two-values", at, (part.spot,), code="two-counts", value=value, other=part.count,
        line=part.spot.line,
    )  # fmt: skip
