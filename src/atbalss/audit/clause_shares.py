"""The share that majority words open a clause for: `but a minority live there (54 %)`."""

from __future__ import annotations

import itertools

from atbalss.audit import regex
from atbalss.audit.claims import Claim
from atbalss.audit.numbers import Number
from atbalss.audit.text import Sentence, Text, word_pattern

Words = tuple[str, str, str, float, int, int]
"""What is said, its key, its modifier, its exact percent (0 if none), its start and its end."""

_MAJORITIES = ("majority", "great_majority", "minority")


def in_clause(
    sentence: Sentence, item: Words, words: list[Words], found: tuple[Claim, ...], text: Text
) -> Claim | None:
    """The share that majority words open a clause for, where it does not stand beside them."""
    if item[3] or item[1] not in _MAJORITIES:
        return None
    return (
        _far(sentence, item, words, found, text)
        or _closing(sentence, item, words, found, text)
        or _either(sentence, item, found, text)
    )


def _far(
    sentence: Sentence, item: Words, words: list[Words], found: tuple[Claim, ...], text: Text
) -> Claim | None:
    """The only share of a sentence whose only words claim a majority: `… – to minēja 32 %`."""
    if len(words) != 1 or len(found) != 1:
        return None
    number = found[0].number
    between = _clause_to(sentence, item, number, text)
    if between is None:
        return None
    if regex.search(r"\s[–—-]\s(?:[^\W\d]\w*\s){1,4}$", between) and "," not in between:
        return found[0]
    tail = sentence.text[number.end :].strip(" .)")
    plain = not regex.search(r"[,;:–—(]|\s(?:un|and|и|bet|but|а|no|of|от)\s", between.rstrip(" ("))
    return found[0] if between.endswith("(") and not tail and plain else None


def _clause_to(sentence: Sentence, item: Words, number: Number, text: Text) -> str | None:
    """What stands from words that open a clause to a number of all, not of a group, behind them."""
    between = sentence.text[item[5] : number.start]
    begun = regex.split(r"[,;:]\s", sentence.text[: item[4]])[-1]
    if len(begun) > 40 or word_pattern(text.words.group).search(between[-50:]):
        return None
    return between


_CLOSED = regex.pattern(r"\)?(?:[.;]|,\s(?!(?:or|vai|или)\s)|\s[–—-]\s|$)", regex.IGNORECASE)
_NOT_OF_IT = regex.pattern(  # a share of others, or of more than one thing
    r"[,;:()–—\d]|(?<!\w)(?:who|whom|whose|that|which|where|when|if|than|and|or|kas|kur\w*|ka|ja|nekā|un|vai"
    r"|котор\w+|кто|что|чем|если|и|или)(?!\w)",
    regex.IGNORECASE,
)


def _closing(
    sentence: Sentence, item: Words, words: list[Words], found: tuple[Claim, ...], text: Text
) -> Claim | None:
    """The share that closes the clause which majority words open: `but a minority live there (54 %).`

    Low shares in a row may be a majority together, so such a one is taken only where none follows.
    """
    later = [claim for claim in found if claim.number.start >= item[5]]
    if not later:
        return None
    number = later[0].number
    between, after = _clause_to(sentence, item, number, text) or "", sentence.text[number.end :]
    opened = between.endswith("(") or (text.lang == "en" and between.endswith(" at "))
    if not opened or not _CLOSED.match(after) or _NOT_OF_IT.search(between.rstrip("(")):
        return None
    if any(item[5] <= other[4] < number.start for other in words):
        return None
    alone = len(later) == 1 or item[1] == "minority"
    return later[0] if alone or number.value > 50 else None


_JOINED = regex.any_case(  # one share of two or three, and how the next one is joined
    r"\)(?:,?\s(?:or|and|vai|un|или|и|либо)|,)(?:\s[^\W\d][\w'’/-]*){1,6}\s\($"
)
_EITHER = regex.any_case(
    r"^\s|(?<!\w)(?:either|vai|nu|gan|либо|или|и)\s|,\s(?=vai nu|gan|либо|или)"
)


def _either(sentence: Sentence, item: Words, found: tuple[Claim, ...], text: Text) -> Claim | None:
    """The share that refutes words said of several: `a minority come by bus (59 %) or tram (52 %)`.

    Whoever does one of several things is in no minority if more than half do one of them, and in
    no majority if all of them together are not half.
    """
    later = [claim for claim in found if claim.number.start >= item[5]]
    first = _clause_to(sentence, item, later[0].number, text) if later else None
    if first is None or _NOT_OF_IT.search(_EITHER.sub(" ", first.removesuffix("("))):
        return None
    joined = later[:1]
    for one, two in itertools.pairwise(later):
        if not _JOINED.match(sentence.text[one.number.end : two.number.start]):
            break
        joined.append(two)
    most = max(joined, key=lambda claim: claim.number.value)
    if len(joined) < 2 or not sentence.text[joined[-1].number.end :].startswith(")"):
        return None
    if item[1] == "minority":
        return most
    return most if sum(claim.number.value for claim in joined) < 50 else None
