"""What conclusions name among better and worse things, or as a cause, though the body never names it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from atbalss.audit import regex
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.words_claim import CAUSE

_JUDGED = {  # that the things of a list are better or worse, more or less
    "lv": r"(?:vis)?(?:labāk|sliktāk|augstāk|zemāk|vājāk|stiprāk)\w*|uzlabo\w+|pasliktin\w+|kritiz\w+|slavē\w*|kritušies|auguši|augušas",
    "en": r"better|worse|best|worst|strongest|weakest|highest|lowest|improved|improvements?|deteriorated|declined|praised?|criticised",
    "ru": r"(?:наи)?(?:лучш|худш|высш|низш)\w+|лучше|хуже|улучш\w+|ухудш\w+|выросл\w+|снизил\w+|хвал\w+|руга\w+|критику\w+",
}
_PARTS = regex.pattern(r",\s|\s(?:un|and|as well as|kā arī|и|а также)\s", regex.IGNORECASE)
_ADJECTIVE = regex.pattern(r"\w+(?:ый|ий|ая|яя|ое|ее|ые|ие|ой|ых|их|ую|юю)", regex.IGNORECASE)
_LONGEST = 4  # words of a thing


def strange_thing(words: str, text: Text, known: Callable[[str], bool]) -> str:
    """The head of the one thing of a judged list that nothing else names; "" where all are known.

    `known` tells whether the rest of the document has a word, or another for the same.
    """
    if word_pattern(_JUDGED[text.lang]).search(words) is None:
        return ""
    listed = regex.split(r":\s|\s[–—-]\s", words)
    if len(listed) != 2:
        return ""
    heads = [head for part in _PARTS.split(listed[1]) if (head := _head(part, text.lang))]
    strange = [head for head in heads if not known(head)]
    return strange[0] if len(strange) == 1 and len(heads) > 1 else ""


def _head(part: str, lang: str) -> str:
    """The noun that a short part of a list is about: `palātu tīrība`, `cleanliness of wards`."""
    found = regex.findall(r"[^\W\d_]+", part)
    if not 1 <= len(found) <= _LONGEST:
        return ""
    if lang == "ru" and len(found) > 1:
        found = [word for word in found if not _ADJECTIVE.fullmatch(word)][:1]
    elif lang == "en" and "of" in found[1:]:
        found = found[: found.index("of")]
    head = found[-1].lower() if found else ""
    return head if len(head) > 3 else ""


def is_unknown_cause(words: str, own: Sequence[str], absent: Sequence[str], text: Text) -> bool:
    """Whether a clause names a cause of which the body has not a word."""
    cause = word_pattern(CAUSE[text.lang])
    if cause.search(words) is None:
        return False
    named = [word for word in own if not cause.fullmatch(word)]
    return len(named) > 1 and set(named) <= set(absent)
