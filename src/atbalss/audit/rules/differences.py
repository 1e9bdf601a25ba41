"""A printed difference against the two printed levels: from 40 % to 48 %, "by 12 points"."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, spot
from atbalss.audit.numbers import Unit
from atbalss.audit.rules.bases import MEASURES
from atbalss.audit.rules.points import is_relative
from atbalss.audit.spread import wrong
from atbalss.audit.text import Text

_MORE = regex.any_case(  # `by more than 10 points – from 23 % to 10 %`
    r"(?<!\w)(?:over|more than|at least|vairāk nekā|vairāk par|vismaz|более чем|более|больше чем|свыше|не менее)(?: (?:par|by|на))?\s$"
)


_MEASURED = regex.any_case(rf"\s(?:{MEASURES})")


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Amounts of change that differ from the levels by more than a unit of the last digit."""
    for change in changes(text, claims):
        amount = change.amount
        if amount is None or amount.ranged:
            continue
        if amount.unit is Unit.NONE and _MEASURED.match(change.sentence.text, amount.end):
            continue
        off = abs(abs(change.difference) - amount.value)
        if off <= max(change.step, amount.step) + 1e-9:
            continue
        more = _MORE.search(change.sentence.text[: amount.start])
        if more and 0 < abs(change.difference) - amount.value < amount.value / 2:
            continue
        if amount.unit is not Unit.POINTS and is_relative(change):
            continue
        if amount.unit is Unit.NONE and not change.earlier.digits:
            continue
        at = spot(text, change.sentence, min(amount.start, change.earlier.start), change.later.end)
        yield wrong(text, at, (), change.earlier, change.later, amount)
