"""The base that governs a share of a paragraph: `Visitors in wheelchairs (n = 48) …. Yes, said 60 % of them`."""

from __future__ import annotations

from atbalss.audit import regex
from atbalss.audit.text import Sentence, Text, word_pattern

_BASE = regex.pattern(
    r"\(\s?[nN]\s?=\s?(?P<n>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,5})\s?[,;)]|(?<!\w)[nN]\s?=\s?(?P<m>\d{2,5})(?![\d.,]*\d)"
)
_QUESTION = r"[\"«„“”][^\"»“”]{5,250}[\"»“”]|(?<!\w)(?:was|were|we) (?:also )?asked"
_FARTHEST = 4  # sentences from the base to its share
_BACK = {  # a share of everybody again, or of some of those just told of
    "lv": r"kopā|kopumā|visi|vis[ui]|visiem|visām|vispār|pārējie|pārējo|pārējiem|citi|citu|tostarp|bet no|no (?:tiem|šiem|tām),? k\w+",
    "en": r"overall|in all|altogether|all (?:respondents|clients|those|of)|everyone|everybody|the (?:rest|others|remaining)|other|others|of whom|of those who|including",
    "ru": r"в целом|всего|вс[еёя]|всех|всем|остальн\w+|други\w+|в том числе|из тех,? кто",
}


def governing_base(sentence: Sentence, start: int, text: Text) -> int:
    """The one base in brackets before a place of a paragraph, if nothing turns from it; else 0.

    `start` is the place in the sentence. Silent where the sentence goes on to name another base.
    """
    block = text.blocks[sentence.block].text
    at = sentence.start + start
    before = list(_BASE.finditer(block, 0, at))
    if not before or _BASE.search(sentence.text, start):
        return 0
    last = before[-1]
    between = regex.sub(_QUESTION, " ", block[last.end() : at])
    if len(regex.findall(r"[^\d][.!?]\s", between)) > _FARTHEST:
        return 0
    away = word_pattern(f"{text.words.last_wave}|{text.words.group}")
    if turns_back(between, text) or away.search(between):
        return 0
    if regex.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", between):
        return 0
    return int(regex.sub(r"\D", "", last["n"] or last["m"]))


def turns_back(words: str, text: Text) -> bool:
    """Whether words turn from a group to everybody, or to others."""
    return word_pattern(_BACK[text.lang]).search(words) is not None
