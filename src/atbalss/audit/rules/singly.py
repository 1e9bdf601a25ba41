"""One percent for two things, each of which was judged for itself: told in a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.rules.lumped import AND
from atbalss.audit.rules.paired import JOINED
from atbalss.audit.series import series_of
from atbalss.audit.stems import every_stem
from atbalss.audit.text import Kind, Text, word_pattern

_JUDGED = {  # each was judged, or asked about, for itself
    "lv": r"(?:vērtē|novērtē|vērtēj|jautā|vaicā|atzīmē|izteic)\w*(?: [\w“„”-]+,?){0,5} (?:atsevišķ\w+|katr\w+|pa vienam)|(?:atsevišķ\w+|katr\w+)(?: [\w-]+){0,5} (?:novērtē|vērtē|vērtēj|jautā|vaicā|atzīmē|atbild)\w*",
    "en": r"(?:rate|rated|rating|judge|judged|judging|assess|assessed|asked|mark|marked|score|scored|evaluated?|ticked|tick)(?: [\w-]+,?){0,9} (?:one by one|separately|individually|in turn|apart|on (?:its|their) own|for (?:itself|themselves))|(?:each|every)(?: [\w-]+){0,4} (?:was|were)(?: \w+)? (?:rated|judged|asked|assessed|scored|marked)|(?:separately|individually|one by one) (?:rated|judged|asked|assessed|scored|marked)",
    "ru": r"(?:оцен|спрашив|спрос|отме[тч]|суди)\w*(?: [\w-]+,?){0,6} (?:отдельно|по отдельности|порознь|кажд\w+|по очереди)|(?:отдельно|по отдельности|кажд\w+)(?: [\w-]+){0,5} (?:оцен|спрашив|спрос|отме[тч])\w*",
}
_EACH = regex.any_case(r"(?<!\w)(?:katr\w+|each|every|кажд\w+)(?!\w)")
_WORD = r"[^\W\d_][\w'’-]*"
_SMALL = r"(?:the|our|their|ar|par|с|со)"
_OTHERS = 2  # shares of other things near by


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """The one share of a sentence that begins with two things, beside others that have one each."""
    judged = _judged(text, claims)
    if not judged:
        return
    for sentence in text.prose:
        found = claims.of(sentence)
        if len(found) != 1 or found[0].years or not judged & {sentence.section, -1}:
            continue
        pair = _pair(found[0], text)
        if pair is None or not _stand_alone(found[0], pair, text, claims):
            continue
        at = spot(text, sentence, 0, found[0].number.end)
        yield finding(text, "one-percent-two-items", at, value=found[0].number.shown)


def _judged(text: Text, claims: Claims) -> set[int]:
    """The sections that say that each thing was judged for itself; -1 where a chapter before says it of all."""
    pattern = word_pattern(_JUDGED[text.lang])
    found = {item.section for item in text.sentences if pattern.search(item.text)}
    size = regex.pattern(rf"(?<!\d){claims.base}(?!\d)")
    based = (
        {item.section for item in text.sentences if size.search(item.text)}
        if claims.base
        else set()
    )
    based -= {claim.sentence.section for claim in claims.levels}
    general = any(
        item.section in based and pattern.search(item.text) and _EACH.search(item.text)
        for item in text.sentences
    )
    return found | ({-1} if general else set())


def _pair(claim: Claim, text: Text) -> tuple[frozenset[str], frozenset[str]] | None:
    """The stems of the two things that a sentence begins with."""
    words = claim.sentence.text
    before = words[: claim.number.start]
    if regex.search(r"[,;:]\s", before) or word_pattern(JOINED).search(words):
        return None
    match = regex.match(
        rf"(?:{_SMALL}\s)?(?P<a>(?:{_WORD}\s){{1,3}})(?:{AND[text.lang]})\s(?:{_SMALL}\s)?(?P<b>(?:{_WORD}\s){{2,}})",
        before,
        regex.IGNORECASE,
    )
    if match is None or len(regex.findall(rf"\s(?:{AND[text.lang]})\s", before)) != 1:
        return None
    left, right = match.group("a"), match.group("b").split()[:2]
    people = word_pattern(f"{text.words.group}|{text.words.people}")
    if people.search(f"{left} {right[0]}") or right[0][:1].isupper():
        return None
    first = frozenset(every_stem(left, text.lang))
    second = frozenset(every_stem(right[0], text.lang)) - first
    return (first, second) if first and second else None


def _stand_alone(
    claim: Claim, pair: tuple[frozenset[str], frozenset[str]], text: Text, claims: Claims
) -> bool:
    """Whether other things near by have a share each, and nowhere are the two one thing."""
    section = claim.sentence.section
    others = [item for item in claims.levels if item.sentence.section == section]
    rows = sum(
        len(one.results) for one in series_of(text, claims) if text.sections[one.first] == section
    )
    if len(others) - 1 + rows < _OTHERS:
        return False
    for one in series_of(text, claims):
        for item in one.results:
            named = set(every_stem(item.label, text.lang))
            if pair[0] & named and pair[1] & named and item.number.start != claim.number.start:
                return False
    first = claim.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)
    return first and not any(
        _is_whole(item.text, pair, text) for item in text.sentences if "%" not in item.text
    )


def _is_whole(words: str, pair: tuple[frozenset[str], frozenset[str]], text: Text) -> bool:
    """Whether words join the two as one of several things: `staff, signs and seats, and toilets`."""
    pieces = regex.split(r",\s|\s–\s|:\s", words)
    for piece in pieces[:-1]:
        named = set(every_stem(piece, text.lang))
        joined = regex.search(rf"\s(?:{AND[text.lang]})\s", piece)
        if joined and pair[0] & named and pair[1] & named:
            return True
    return False
