"""Texts in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


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
