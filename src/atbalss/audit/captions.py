"""Captions of figures and tables, titles of annexes: their kind, number and title."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from atbalss.audit import regex
from atbalss.audit.language import Language, words_of

SHARE = regex.any_case(r"\d\s?%(?! (?:confiden|ticam|довер|interv|CI\b))")

_NUMBERED = regex.pattern(r"\d|[IVX]|\b[A-ZА-Е]\b")


_LOCATIVE = regex.any_case(r"(?:pielikum|attēl|tabul|grafik)(?:ā|os|ās)$")
_LOCAL = r"(?:ā|os|ās)(?!\w)"


@cache
def _forms(noun: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`Figure 3` and `3. attēls`."""
    number = r"(?P<n>\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-ZА-Е])"
    first = r"(?P<n>\d{1,3}(?:\.\d{1,2}){0,2}|[A-H](?=\s))"
    return (
        regex.any_case(rf"(?:{noun})\s+(?:№|Nr\.?|No\.?)?\s*{number}(?=[.:)\s–—-]|$)"),
        regex.any_case(rf"{first}\.?\s?(?:{noun})(?!\w)"),
    )


def caption_of(text: str, words: Language) -> tuple[str, str, str] | None:
    """(figure | table | annex, its number, the rest) of a caption or an annex's title."""
    return _caption_of(text, words.key) if _NUMBERED.search(text[:60]) else None


@lru_cache(maxsize=4_000)
def _caption_of(text: str, lang: str) -> tuple[str, str, str] | None:
    words = words_of(lang)
    for kind, noun in (("figure", words.figure), ("table", words.table), ("annex", words.annex)):
        before, after = _forms(noun)
        found = after.match(text) or before.match(text)
        if found is None or found.group("n").islower():
            continue
        rest = text[found.end() :].strip(" .:–—-)")
        ends = text[found.end() : found.end() + 2]
        if (kind == "annex" and len(text) > 160) or SHARE.search(rest):
            continue
        if _LOCATIVE.search(text[: found.end()]) or regex.match(_LOCAL, text[found.end() :]):
            continue  # "2. pielikumā." ends a sentence
        if rest[:1].islower() and not ends.startswith((".", ":")):
            continue  # "Figure 3 shows" is a sentence
        return kind, found.group("n"), rest
    return None


def names_beside(text: str, words: Language) -> tuple[str, ...]:
    """The captions without a title that make a whole line: `Figure 1   Figure 2`; () of other lines."""
    if len(regex.findall(r"\d", text)) not in range(2, 10):
        return ()
    for noun in (words.figure, words.table):
        name = rf"(?:(?:{noun})\s\d{{1,2}}|\d{{1,2}}\.\s?(?:{noun}))[.:]?"
        if regex.fullmatch(rf"\s*{name}(?:\s+{name})+\s*", text, regex.IGNORECASE):
            return tuple(regex.findall(name, text, regex.IGNORECASE))
    return ()


def caption_told(text: str, words: Language) -> tuple[str, str, str] | None:
    """As `caption_of`, also where the values follow the title: `Figure 2. Reasons: price 38 %; …`."""
    head, colon, rest = text.partition(": ")
    values = len(regex.findall(r"\d\s?%", rest))
    told = caption_of(head, words) if colon and values > 1 and len(head) < 200 else None
    if told is None or not told[2][:1].isupper() or "%" in head:
        return caption_of(text, words)
    return told
