"""What a piece of text is about: stems of its telling words, and how alike two are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import log

from atbalss.audit import regex
from atbalss.audit.language import Language, words_of

_WORD = regex.pattern(r"[^\W\d_][\w'’]*(?:[-_][\w]+)*")
_JOINT = regex.pattern(r"[-_'’]")
_LENGTH = {"lv": 5, "en": 6, "ru": 5}


_ENDINGS = {
    "lv": regex.pattern(
        r"(?<=\w{3})(?:iem|ām|ēm|īm|as|es|is|us|os|ās|ēs|īs|am|em|im|um|ai|ei|ie|[aāeēiīouūsš])$"
    ),
    "en": regex.pattern(r"(?<=\w{3})(?<![su])s$"),
    "ru": regex.pattern(
        r"(?<=\w{3})(?:ами|ями|ого|его|ыми|ими|ой|ей|ом|ем|ам|ям|ах|ях|ов|ев|ые|ие|ый|ий|ая|яя|ую|юю"
        r"|ое|ее|их|ых|ым|им|ью|[аяоеуюыиьй])$"
    ),
}


@lru_cache(maxsize=50_000)
def stem(word: str, lang: str) -> str:
    """A word without its endings: its first letters, hyphens and underscores left out."""
    bare = _JOINT.sub("", word.lower()).replace("ё", "е")
    length = _LENGTH.get(lang, 6)
    if len(bare) > length + 2:
        return bare[:length]
    return _ENDINGS[lang if lang in _ENDINGS else "en"].sub("", bare)[:length]


@cache
def _neutral(lang: str) -> re.Pattern[str]:
    """Words that only report."""
    return regex.any_case(rf"(?:{words_of(lang).neutral})")


@lru_cache(maxsize=20_000)
def stems(text: str, lang: str) -> tuple[str, ...]:
    """Stems of the telling words of a text, in order; reporting words are left out."""
    words = words_of(lang)
    neutral = _neutral(lang)
    found = []
    for word in _WORD.findall(text):
        if word.lower() in words.stop or neutral.match(word) or len(word) < 2:
            continue
        found.append(stem(word, lang))
    return tuple(found)


def every_stem(text: str, lang: str) -> tuple[str, ...]:
    """Stems of all words of a text but the smallest: also of those that report what was said."""
    stop = words_of(lang).stop
    return tuple(
        stem(word, lang)
        for word in _WORD.findall(text)
        if len(word) > 2 and word.lower() not in stop
    )


def weights(texts: Iterable[str], words: Language) -> dict[str, float]:
    """How telling each stem is: rare ones more (1 + log of sentences by sentences with it)."""
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        count += 1
        seen.update(set(stems(text, words.key)))
    return {key: 0.3 + log((count + 1) / number) for key, number in seen.items()}


def alike(one: Iterable[str], other: Iterable[str], known: Mapping[str, float]) -> float:
    """How alike two sets of stems are, 0..1: what they share by weight, of what they have."""
    first, second = set(one), set(other)
    everything = sum(known.get(item, 1.0) for item in first | second)
    if not everything:
        return 0.0
    return sum(known.get(item, 1.0) for item in first & second) / everything
