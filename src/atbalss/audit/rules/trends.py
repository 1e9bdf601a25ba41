"""A trend word against its levels or its sign: "rose from 45 % to 40 %", "fell (+7)"."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import Change, changes
from atbalss.audit.changes_across import changes_across
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.spread import backwards
from atbalss.audit.text import Text, word_pattern
from atbalss.study.decimals import marked

_AGAINST = (  # what grows where fewer agree: `more critical: from 84 % to 79 %`
    r"kritisk\w*|negatīv\w*|skeptisk\w*|skeps\w*|critical|criticism|negative|sceptic\w*|skeptic\w*"
    r"|критич\w*|критик\w*|негативн\w*|скепти\w*"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Trend words that go the other way than the numbers beside them."""
    for change in changes(text, claims):
        moved = (change.difference > 0) - (change.difference < 0)
        if not change.direction:
            continue
        if moved == change.direction:
            yield from _slight(text, change)
            continue
        if change.difference == 0 and change.earlier.digits == 0:
            continue  # it may be hidden in rounding
        left = min(change.earlier.start, change.later.start)
        if word_pattern(_AGAINST).search(change.sentence.text[:left]):
            continue  # the shares are of those who agree
        at = spot(text, change.sentence, left, change.later.end)
        earlier, later = change.earlier.shown, change.later.shown
        yield finding(text, "trend-word", at, words=change.verb, earlier=earlier, later=later)
    for told in changes_across(text, claims):
        if told.moved == -told.direction:
            yield backwards(text, told.at, told.said, told.spots, told.earlier, told.later)
    yield from _signs(text)


_LITTLE = {
    "lv": r"nedaudz|mazliet|nebūtiski|nenozīmīgi",
    "en": r"slightly|marginally|a little|a bit|a touch",
    "ru": r"немного|чуть|чуть-чуть|слегка|незначительно|несколько",
}
_MUCH = 10.0  # points, which nobody calls a little


def _slight(text: Text, change: Change) -> Iterator[Finding]:
    """`slightly down from 59 % to 45 %`: of shares that lie far apart."""
    if {change.earlier.unit, change.later.unit} != {Unit.PERCENT}:
        return
    words, moved = change.sentence.text, abs(change.difference)
    before, _, behind = words.partition(change.verb)
    little = _LITTLE[text.lang]
    said = regex.search(rf"(?<!\w)({little})\s$", before, regex.IGNORECASE) or regex.match(
        rf"\s({little})(?!\w)", behind, regex.IGNORECASE
    )
    if moved < _MUCH or said is None:
        return
    ends = sorted((change.earlier, change.later), key=lambda item: item.start)
    at = spot(text, change.sentence, ends[0].start, ends[1].end)
    yield finding(
        text, "trend-word", at, code="trend-slight", words=said[1],
        earlier=change.earlier.shown, later=change.later.shown, amount=marked(f"{moved:g}", text.lang),
    )  # fmt: skip


_SIGNED = regex.any_case(r"([^,;:()–—]{0,60})(?:\(|\s(?:of|by|par|на)\s)[+−–-]\s?$")


def _signs(text: Text) -> Iterator[Finding]:
    """A word of rising right before a bracket that begins with a minus, and the other way."""
    for sentence in text.prose:
        for item in numbers(sentence.text, text.lang):
            if not item.sign or (item.unit is Unit.NONE and not item.digits):
                continue
            opened = _SIGNED.search(sentence.text[: item.start])
            if opened is None:
                continue
            before = opened.group(1)
            for way, pattern in ((1, text.words.rise), (-1, text.words.fall)):
                other = text.words.fall if way == 1 else text.words.rise
                verb = word_pattern(pattern).search(before)
                denied = regex.search(r"(?<!\w)(?:nav|not|не|ne)\s", before, regex.IGNORECASE)
                if (
                    verb
                    and way != item.sign
                    and not denied
                    and not word_pattern(other).search(before)
                ):
                    at = spot(text, sentence, item.start - 20, item.end)
                    sign = "+" if item.sign > 0 else "−"
                    shown = marked(item.shown, text.lang)
                    yield finding(
                        text, "trend-sign", at, words=verb.group(0), amount=f"{sign}{shown}"
                    )
