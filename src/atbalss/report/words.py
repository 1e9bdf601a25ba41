"""Words for numbers in the report's languages: what each language's file knows, behind one face."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import ModuleType

from atbalss.report import words_en, words_lv, words_ru
from atbalss.report.ranges import BARE, Claim

_FILES = {"lv": words_lv, "en": words_en, "ru": words_ru}
NBSP = "\u00a0"


def language(lang: str) -> ModuleType:
    """The words file of a language (Latvian, English or Russian); others read English."""
    return _FILES.get(lang, words_en)


def case_name(case: str, lang: str) -> str:
    """The case called `case` (English or local short name); KeyError if the language has none."""
    return str(language(lang).CASES[case.lower().rstrip(".")])


def noun_key(name: str, lang: str) -> str:
    """The key of a counted noun by its English key or its local name; KeyError if unknown."""
    known = language(lang)
    lower = name.lower()
    return lower if lower in known.NOUNS else str(known.NOUN_NAMES[lower])


def noun_names(lang: str) -> tuple[str, ...]:
    """One name of each noun that can be counted, in the language itself where it has names."""
    known = language(lang)
    own = {key: name for name, key in reversed(known.NOUN_NAMES.items())}
    return tuple(own.get(key, key) for key in known.NOUNS)


def counted(number: Decimal, noun: str, lang: str, case: str = "nom") -> str:
    """The noun in the form that stands after `number`: 21 respondents, 11 respondenti."""
    known = language(lang)
    return str(known.NOUNS[noun_key(noun, lang)][known.plural(number)][case_name(case, lang)])


def claim_words(claim: Claim, lang: str, case: str = "nom") -> str:
    """A fraction in words: `gandrīz trīs ceturtdaļas`; KeyError for a claim that has none."""
    known = language(lang)
    wanted = known.MODIFIER_CASES.get(claim.modifier, case_name(case, lang))
    return str(known.MODIFIER_WORDS[claim.modifier] + known.FRACTIONS[claim.key][wanted])


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim found in a text, and where."""

    claim: Claim
    words: str
    start: int


@cache
def _claim_pattern(lang: str) -> re.Pattern[str]:
    known = language(lang)
    modifiers = "|".join(f"(?P<m_{key}>{rule})" for key, rule in known.MODIFIER_PATTERNS.items())
    cores = "|".join(f"(?P<c_{key}>{rule})" for key, rule in known.CLAIM_PATTERNS)
    return re.compile(rf"(?<!\w)(?:(?:{modifiers})\s+)?(?:{cores})(?!\w)", re.IGNORECASE)


def find_claims(text: str, lang: str) -> Iterator[FoundClaim]:
    """Fraction and majority words in a text, with what they claim."""
    for match in _claim_pattern(lang).finditer(text.replace(NBSP, " ")):
        groups = {key: value for key, value in match.groupdict().items() if value}
        modifier = next((key[2:] for key in groups if key.startswith("m_")), BARE)
        core = next(key[2:] for key in groups if key.startswith("c_"))
        yield FoundClaim(Claim(core, modifier), match.group(0), match.start())


@cache
def _rank_pattern(lang: str) -> re.Pattern[str]:
    rules = "|".join(f"(?P<{key}>{rule})" for key, rule in language(lang).RANK_PATTERNS)
    return re.compile(rf"(?<!\w)(?:{rules})(?!\w)", re.IGNORECASE)


def find_ranks(text: str, lang: str) -> Iterator[tuple[str, str, int]]:
    """Rank words in a text: what each claims (top, bottom, second, ...), the words, where."""
    for match in _rank_pattern(lang).finditer(text.replace(NBSP, " ")):
        yield str(match.lastgroup), match.group(0), match.start()


@cache
def _trend_pattern(lang: str) -> re.Pattern[str]:
    rules = "|".join(language(lang).TREND_PATTERNS)
    return re.compile(rf"(?<!\w)(?:{rules})(?!\w)", re.IGNORECASE)


def find_trends(text: str, lang: str) -> Iterator[tuple[str, int]]:
    """Trend words in a text, and where."""
    for match in _trend_pattern(lang).finditer(text.replace(NBSP, " ")):
        yield match.group(0), match.start()


def quote_marks(lang: str) -> tuple[str, str]:
    """The quotation marks of a language, opening and closing."""
    left, right = language(lang).QUOTES
    return left, right


def quoted(text: str, lang: str) -> str:
    """A text in the quotation marks of the language."""
    left, right = quote_marks(lang)
    return f"{left}{text}{right}"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
