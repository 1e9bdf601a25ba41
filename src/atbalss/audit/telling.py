"""The telling words of a claim, and whether a text has them: in another form, of one root, or another word for the same."""

from __future__ import annotations

import re
from functools import lru_cache

from atbalss.audit import regex
from atbalss.audit.kin import is_kin
from atbalss.audit.lexicon import is_topic, told_otherwise
from atbalss.audit.stems import stem, stems
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.words_claim import OPINION, SHARE, TIME, VAGUE


def words_of(words: str, least: int = 4) -> list[str]:
    """All words of so many letters, in small ones."""
    return regex.findall(rf"[^\W\d_]{{{least},}}", words.lower().replace("ё", "е"))


def labels_of(text: Text) -> frozenset[str]:
    """The words of the answers that tables list."""
    cells = " ".join(row[0] for block in text.blocks for row in block.rows[1:] if row)
    return frozenset(regex.findall(r"[^\W\d_]{4,}", cells.lower().replace("ё", "е")))


def own_words(words: str, text: Text) -> list[str]:
    """The telling words of a claim, without those who answered and how many they are."""
    lang = text.lang
    drop = rf"{text.words.people}|{text.words.multiple}|{SHARE[lang]}|{VAGUE[lang]}|{OPINION[lang]}|{text.words.rise}|{text.words.fall}|{TIME[lang]}"
    bare = word_pattern(drop).sub(" ", words)
    found = regex.findall(r"[^\W\d_]{4,}", bare.lower().replace("ё", "е"))
    return list(dict.fromkeys(word for word in found if stems(word, lang)))


def is_known(word: str, known: frozenset[str], lang: str) -> bool:
    """Whether the body has a word in any of its forms."""
    size = len(word)
    root = _root(word) if lang == "ru" and size < 7 else ""
    if root and any(_root(other) == root for other in known if other.startswith(root)):
        return True  # сдают, сдали
    if size < 6:
        begin = word[: max(3, size - 1)] if lang == "en" else word  # hire, hiring
        return any(
            stem(other, lang) == stem(word, lang) or other.startswith(begin) for other in known
        )
    begin = word[: 6 if size > 8 else 5 if size > 6 else 4]
    return any(other.startswith(begin) for other in known)


_VERB = re.compile(  # endings of Russian verbs
    r"(?:[аеёиуюя]т|ли|ла|ло|ть)(?:ся|сь)?$"
)


@lru_cache(maxsize=8192)
def _root(word: str) -> str:
    """What stands before the ending of a short Russian verb; "" where there is none."""
    match = _VERB.search(word)
    return word[: match.start()] if match and match.start() >= 3 else ""


def is_told(word: str, known: frozenset[str], lang: str) -> bool:
    """Whether a text of these words has a word, or another for the same."""
    return (
        is_known(word, known, lang)
        or told_otherwise(word, known, lang)
        or (not is_topic(word, lang) and is_kin(word, known, lang))
    )
