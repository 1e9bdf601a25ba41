"""Which language a text is in, and what the rules look for in it: one value a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from atbalss.audit import regex

LANGS = ("lv", "en", "ru")


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language; patterns are regular expressions without capturing groups."""

    key: str
    abbreviations: frozenset[str]  # that end with a full stop within a sentence
    before_number: frozenset[str]  # of these, those that a number follows: "No. 5"
    percent: str
    points: str
    stop: frozenset[str]  # words that say nothing of the subject
    neutral: str  # stems of reporting words: respondents, named, said
    fractions: tuple[tuple[float, str], ...]  # more fraction words, with their exact percent
    majority: str  # more words for a majority
    plurality: str  # "relative" before "majority"
    link: str  # between a word and its number: "jeb"
    rise: str
    fall: str
    same: str
    change: str  # nouns of change: "a rise of 7 %", "a 7 % rise"
    by: str  # before the amount of a change
    start: str  # before the earlier level
    end: str  # before the later level
    up_from: str  # after the later level and before the earlier: "up from"
    down_from: str
    twice: str
    compared: str
    more_than: str  # after an amount: "more than in 2023"
    relative: str  # says that a percent is of the earlier value
    share: str  # nouns for a share
    counted: str  # what is counted, not shared: visits, euros
    people: str  # those who answer
    group: str  # words that narrow the base
    multiple: str  # says that several answers are allowed
    single: str
    other: str  # residual answers
    total: str
    frequency: str  # answers of how often
    scale: str  # words of agreement and satisfaction
    figure: str
    table: str
    annex: str
    continued: str
    elsewhere: str  # leads into another document
    glossary: str
    summary: str
    contents: str
    method: str
    weighted: str
    interval: str
    question: str
    quotes: str  # headings over what respondents said
    followed: str  # "followed by"
    who: str  # relative pronouns
    tested: str  # says that a change was tested, or is none to speak of
    last_wave: str
    this_wave: str
    months: str


@cache
def words_of(lang: str) -> Language:
    """The words of a language; English for one that is not known."""
    known = lang if lang in LANGS else "en"
    found: Language = import_module(f"atbalss.audit.words_{known}").WORDS
    return found


_LATVIAN = regex.any_case(r"[āčēģīķļņšūž]")
_CYRILLIC = regex.any_case(r"[а-яё]")


_SMALL_LV = frozenset(
    "un ir no ar par uz bet kas vai kā pie pēc to tas tie kopā nav bija gada gadā jeb līdz lieto tika".split()
)
_SMALL_EN = frozenset(
    "the of and in to is was were by for with that are on from as at or than a an we you your they their have has had"
    " not it its this be been which who what how when does do did all so there yes will would".split()
)


def language_of(text: str) -> str:
    """`lv`, `en` or `ru`, by the letters of the text."""
    letters = sum(map(str.isalpha, text)) or 1
    if len(_CYRILLIC.findall(text)) / letters > 0.4:
        return "ru"
    marked = len(_LATVIAN.findall(text)) / letters
    if marked > 0.02:
        return "lv"
    words = regex.findall(r"[a-zāčēģīķļņšūž]+", text.lower())
    latvian = sum(word in _SMALL_LV for word in words) + (marked > 0)
    return "lv" if latvian > sum(word in _SMALL_EN for word in words) else "en"
