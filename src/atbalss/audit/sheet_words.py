"""What the words of a list say: its labels, heads and question; and what the whole document is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.forms import NOT, marks
from atbalss.audit.kept import read_once
from atbalss.audit.met import is_among
from atbalss.audit.sheets import Sheet
from atbalss.audit.stems import stem
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.yes_no import is_no, is_yes

_TOLD_OUT = regex.pattern(r"(?<=\w{4})\s[–—]\s[^\W\d].*$")  # behind the name of an answer


_STATED = regex.pattern(r"[„“«\"]([^„“«»”\"]{12,})[”“»\"]")


def name_of(label: str) -> str:
    """A label without what brackets or a dash add to it."""
    return str(_TOLD_OUT.sub("", regex.sub(r"\([^()]*\)", " ", label)))


@lru_cache(maxsize=512)
def label_marks(labels: tuple[str, ...], lang: str) -> tuple[frozenset[str], ...]:
    """The marks of each label, without what brackets or a dash add to it: `Critics (0–6)`, `Mixed – two days here`."""
    bare = map(name_of, labels)
    found = zip(labels, (marks(label, lang).set for label in bare), strict=True)
    return tuple(
        named or marks(label, lang).set or _people_in(label, lang) for label, named in found
    )


def _people_in(label: str, lang: str) -> frozenset[str]:
    """What a label that only names people says: `with customers`."""
    if marks(label, lang).degrees or is_yes(label) or is_no(label):
        return frozenset()
    return frozenset(stem(w, lang) for w in regex.findall(r"[^\W\d_]{5,}", label.lower()))


@lru_cache(maxsize=512)
def people_named(labels: tuple[str, ...], lang: str) -> frozenset[str]:
    """What those labels say that only name people."""
    plain = (label for label in labels if not marks(label, lang).all)
    return frozenset(word for label in plain for word in _people_in(label, lang))


def own_words(sheet: Sheet, lang: str) -> frozenset[str]:
    """Everything that a sheet says: labels, heads, question; what is denied also without that."""
    return _own_words((*sheet.labels, *sheet.heads, sheet.asked, sheet.kind), lang)


def words_without(sheet: Sheet, sentence: Sentence, text: Text) -> frozenset[str]:
    """What a sheet says, but for a sentence that stands in its opening words."""
    asked = sheet.asked.replace(sentence.text, " ")
    return _own_words((*sheet.labels, *sheet.heads, asked, sheet.kind), text.lang)


@lru_cache(maxsize=512)
def _own_words(told: tuple[str, ...], lang: str) -> frozenset[str]:
    found = frozenset().union(*label_marks(told, lang))
    return found | {mark.strip(NOT) for mark in found}


def every_word(
    lists: Sequence[Sheet], sentence: Sentence | None, text: Text, claims: Claims
) -> frozenset[str]:
    """Everything that lists say, and what the whole document is about."""
    told = tuple(own_words(sheet, text.lang) for sheet in lists)
    return _together((*told, people_of(sentence, text, claims)))


@lru_cache(maxsize=512)
def _together(told: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset().union(*told)


def people_of(sentence: Sentence | None, text: Text, claims: Claims) -> frozenset[str]:
    """What the whole document is about: its title, and the sentences that tell how many were asked."""
    asked = _asked_of(text, claims)
    if sentence and sentence.block == 0:
        return asked
    return asked | marks(text.blocks[0].text, text.lang).set


@read_once
def _asked_of(text: Text, claims: Claims) -> frozenset[str]:
    base = str(claims.base)
    printed = regex.sub(r"(?<=\d)(?=\d{3}$)", r"[ ,\\u00a0]?", base) if claims.base else "$^"
    sized = regex.pattern(rf"(?<![\d.,]){printed}(?![\d])")
    return marks(" ".join(s.text for s in text.sentences if sized.search(s.text)), text.lang).set


def question_in(asked: str) -> str:
    """The question in what stands over a list, without what stands in brackets; else all of it."""
    bare = regex.sub(r"\([^()?]*\)", " ", asked)
    found = regex.findall(r"[^.?!„“«\"]{5,}\?", bare) or _STATED.findall(bare)
    return " ".join(found) or bare


def is_narrow(
    words: str, sheet: Sheet, text: Text, claims: Claims, sentence: Sentence | None = None
) -> bool:
    """Whether words are of a group that neither the sheet nor the document is about."""
    known = every_word([sheet], sentence, text, claims)
    for match in word_pattern(text.words.group).finditer(words):
        found = marks(match.group(0), text.lang).set
        if found and not all(is_among(m, known) for m in found):
            return True
    return False
