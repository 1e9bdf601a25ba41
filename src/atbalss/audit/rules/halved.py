"""One percent for two entries of a list, wherever in the document the list gives each its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import place_meant
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.rules.lumped import AND
from atbalss.audit.series import Result, Series, is_rest, series_of
from atbalss.audit.stems import every_stem
from atbalss.audit.text import Kind, Text, word_pattern

_OR = r"either|or|between|together|combined|respectively|vai|starp|kopā|attiecīgi|или|между|вместе|в сумме|соответственно"
_EACH = r",\s(?=(?:each|both|each of|katr\w+|ab(?:i|as|us|ām|iem)|кажд\w+|оба|обе|обоих)\s)"
_WHICH = (  # `the loan and the permit, which 42 % name`
    r",\s(?=(?:ko|kuru|kuras|kurus|which|that|котор\w+|что)\s(?:[^\W\d]\w*\s){0,2}$)"
)
_NEXT = 2  # telling words behind "and" in which the second thing must be named
_WORD = r"[^\W\d_][\w'’-]*"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares said of "A and B" where a list gives the share to one of them, and the other its own."""
    known: list[Listed] = []
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        told = _told(claim, text, claims)
        if told is None:
            continue
        known = known or _listed(series_of(text, claims), text)
        entry = _owner(claim, *told, known, text, claims)
        if entry is not None:
            yield finding(
                text, "one-percent-two-items", spot_of(text, claim), (entry.spot,),
                value=claim.number.shown,
            )  # fmt: skip


Listed = tuple[Series, list[Result], list[frozenset[str]]]  # entries, and the words of each


def _listed(series: Sequence[Series], text: Text) -> list[Listed]:
    """Lists of three entries or more, without the rest of them, of which each is named."""
    found: list[Listed] = []
    for one in series:
        results = [item for item in one.results if not is_rest(item.label, text)]
        names = [frozenset(every_stem(item.label, text.lang)) for item in results]
        if len(one.results) > 2 and len(results) >= 2 and all(names):
            found.append((one, results, names))
    return found


def _told(claim: Claim, text: Text, claims: Claims) -> tuple[str, str] | None:
    """The words up to "and" and behind it, of the clause that ends, or goes on, at the number."""
    words, number = claim.sentence.text, claim.number
    found = claims.of(claim.sentence)
    begin = max([0, *(item.number.end for item in found if item.number.end < number.start)])
    end = min(
        [len(words), *(item.number.start for item in found if item.number.start > number.end)]
    )
    before = regex.sub(f"{_EACH}|{_WHICH}", " ", words[begin : number.start])
    piece = regex.split(r"[”“»\"?)]|[,;:.](?=\s)", before)[-1]
    behind = regex.split(r"[(;:.,%]|\s[–—-]\s", words[number.end : end])[0]
    for part in (piece.rstrip("( "), behind):
        joins = list(regex.finditer(rf"\s(?:{AND[text.lang]})\s", part, regex.IGNORECASE))
        near = regex.sub(r"\d+ (?:vai|or|или) \d+", " ", f"{piece} {behind}")
        if len(joins) == 1 and not word_pattern(_OR).search(near):
            return part[: joins[0].start()], part[joins[0].end() :]
    return None


def _owner(
    claim: Claim, left: str, right: str, known: list[Listed], text: Text, claims: Claims
) -> Result | None:
    """The entry of a list that has the share, where the other one named has another."""
    value, own = claim.number.value, None
    others = {item.number.value for item in claims.of(claim.sentence) if item is not claim}
    for series, results, names in known:
        block = claim.sentence.block
        if series.first <= block <= series.last and _is_in(claim, series):
            continue
        pair = _pair(results, names, left, right, text)
        if pair is None:
            continue
        first, second = pair
        values = {first.number.value, second.number.value}
        if values == {value}:
            return None
        if value not in values or values & others:
            continue
        owner = first if first.number.value == value else second
        if owner is second and len(left.split()) > len(first.label.split()) + 1:
            continue  # "Rent is dear and noise troubles 17 %"
        own = own or owner
    return own


def _is_in(claim: Claim, series: Series) -> bool:
    """Whether a share is itself one of a list."""
    return any(item.spot.line == claim.sentence.line for item in series.results) and any(
        item.number.value == claim.number.value and item.number.start == claim.number.start
        for item in series.results
    )


def _pair(
    results: list[Result], names: list[frozenset[str]], left: str, right: str, text: Text
) -> tuple[Result, Result] | None:
    """The two entries that stand on either side of "and"."""
    before, after = regex.findall(_WORD, left), regex.findall(_WORD, right)
    longest = max(map(len, names)) + 1
    last = every_stem(" ".join(before[-longest:]), text.lang)
    telling = every_stem(right, text.lang)
    if not last or not telling or not after:
        return None
    first = place_meant(names, frozenset(last))
    second = place_meant(names, frozenset(telling[:longest]))
    if min(first, second) < 0 or first == second:
        return None
    if last[-1] not in names[first] or not names[second] & set(telling[:_NEXT]):
        return None
    if names[first] & set(telling) - names[second]:
        return None  # an answer with "and" in its name
    return results[first], results[second]
