"""Findings that the document itself refutes: what they blame is told again elsewhere, with the same value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import exp

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot
from atbalss.audit.origins import retelling
from atbalss.audit.rules.two_values import topic
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text

_PART = "joint-above-part"
_RULES = frozenset({"two-values", _PART})
_SHARED = 2  # words that two tellings of a share have in common; one, where two more tell it

_OFTEN, _WORN = 12, 0.1  # sentences that have a word: so many, and such a part of all


def without_refuted(found: Iterable[Finding], text: Text, claims: Claims) -> Iterator[Finding]:
    """Findings but those of whose sentences each is borne out by a third place.

    Where one of two values is wrong, the wrong one stands alone; so a whole that several of its parts
    would exceed is not the whole of them.
    """
    known = list(found)
    parts: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for item in known:
        if item.rule == _PART:
            parts[_against(item)].add(dict(item.problem.args).get("value", ""))
    for item in known:
        crowd = item.rule == _PART and len(parts[_against(item)]) > 1
        apart = item.rule == "two-values" and _of_series(item, text, claims)
        if item.rule not in _RULES or not (crowd or apart or _is_refuted(item, text, claims)):
            yield item


def _of_series(item: Finding, text: Text, claims: Claims) -> bool:
    """Whether two shares stand side by side, to be told apart: in items of one list, or in
    sentences of a section that each give the shares of several answers.
    """
    if len(item.others) != 1:
        return False
    first, last = sorted((item.spot.block, item.others[0].block))
    if first < last <= first + 8:
        between = text.blocks[first : last + 1]
        if all(block.kind is Kind.ITEM for block in between):
            return True
    told = [_blamed(place, item, claims) for place in (item.spot, *item.others)]
    own = [one.sentence for one in told if one is not None]
    if len(own) != 2 or own[0].order == own[1].order or own[0].section != own[1].section:
        return False
    if any(one.block in retelling(text, claims) for one in own):
        return False  # told again, and not of a series
    return all(len(claims.of(sentence)) > 1 for sentence in own)


def _against(item: Finding) -> tuple[object, ...]:
    """The whole or part that a share is held against: its place and value."""
    said = dict(item.problem.args)
    return (*(place.line for place in item.others), said.get("whole", said.get("part")))


def _is_refuted(item: Finding, text: Text, claims: Claims) -> bool:
    places = (item.spot, *item.others)
    blocks = {place.block for place in places}
    told = [claim for place in places if (claim := _blamed(place, item, claims)) is not None]
    return bool(told) and all(_is_borne_out(claim, blocks, text, claims) for claim in told)


def _blamed(place: Spot, item: Finding, claims: Claims) -> Claim | None:
    """The share of a sentence that a finding blames; none where its place is a row of a table."""
    said = dict(item.problem.args)
    own = str(said.get("value", ""))
    told = [own] if own and place is item.spot else [str(v) for v in said.values() if v != own]
    values = {value.replace(",", ".") for value in told}
    begins = place.quote.strip("… ")[:40]
    for claim in claims.levels:
        shown = claim.number.shown.replace(",", ".")
        if (
            claim.sentence.block == place.block
            and begins in claim.sentence.text
            and any(value.startswith(shown) for value in values)
        ):
            return claim
    return None


def _worn(stems_: frozenset[str], text: Text, claims: Claims) -> frozenset[str]:
    """Words that a long document has everywhere: they tell of no share which one it is."""
    sentences = len(text.sentences)
    often = claims.weights
    return frozenset(
        item
        for item in stems_
        if (met := (sentences + 1) / exp(often.get(item, 9.0) - 0.3)) > _OFTEN
        and met > _WORN * sentences
    )


def _is_borne_out(claim: Claim, blocks: set[int], text: Text, claims: Claims) -> bool:
    own = topic(claim, text)
    own = own - _worn(own, text, claims) or own
    if not own:
        return False
    again = [
        len(own & topic(other, text))
        for other in claims.levels
        if other.sentence.block not in blocks and other.number.value == claim.number.value
    ]
    again += [
        len(own & named) if named <= own or len(own & named) >= _SHARED else 0
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.TABLE and index not in blocks
        for row in block.rows[1:]
        if claim.number.shown in [cell.strip(" %") for cell in row[1:]]
        for named in [frozenset(stems(row[0], text.lang))]
    ]
    met = [shared for shared in again if shared]
    return len(met) > 1 or any(shared >= min(_SHARED, len(own)) for shared in met)
