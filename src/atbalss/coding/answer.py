"""An open answer that is to be coded, and the mark by which a changed text is noticed."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import cached_property


def text_mark(text: str) -> str:
    """16 hex digits that stand for a text: the same for the same words, whatever the encoding.

    Unicode is composed (NFC) and blanks at both ends are cut; everything else counts, so that a
    corrected letter makes another mark.
    """
    words = unicodedata.normalize("NFC", text).strip()
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True)
class Answer:
    """What one respondent said to one open question. `id` is the made-up key, never a contact.

    `order` is its place of arrival.
    """

    question: str
    id: str
    text: str
    order: int = 0

    @cached_property
    def mark(self) -> str:
        """The mark of its text (`text_mark`)."""
        return text_mark(self.text)
