"""Texts in several languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from atbalss.problems.catalogue import LANGS

FILL = re.compile(r"\$\{\s*([^{}\s]+)\s*\}")  # where a text takes in the answer to a question


@dataclass(frozen=True, slots=True)
class Text:
    """One text by language code, the study's default language first; empty texts are left out."""

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, by_lang: Mapping[str, str]) -> Text:
        """A text from a mapping of language code to words; blank words are dropped."""
        return cls(tuple((lang, words) for lang, words in by_lang.items() if words.strip()))

    def get(self, lang: str) -> str:
        """The words in `lang`; where they are missing, in the first language that has them."""
        for code, words in self.pairs:
            if code == lang:
                return words
        return self.pairs[0][1] if self.pairs else ""

    def has(self, lang: str) -> bool:
        """Whether there are words in `lang` itself."""
        return any(code == lang for code, _ in self.pairs)

    def __bool__(self) -> bool:
        return bool(self.pairs)


NO_TEXT = Text()
Forms = tuple[str, str, str]


def dash(lang: str) -> str:
    """The dash of a sentence: long in Russian, where the short one stands in ranges alone."""
    return "—" if lang == "ru" else "–"


def spoken(forms: Forms, lang: str, *fills: object, **named: object) -> str:
    """One of a phrase's three forms, in English where `lang` has none, with its places filled."""
    form = forms[LANGS.index(lang)] if lang in LANGS else forms[1]
    return form.format(*fills, **named) if fills or named else form
