"""The register of a document's printed numbers: what `numbers.json` holds, by id."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from atbalss.report.bind import SMALL_MARK
from atbalss.report.details import is_invented
from atbalss.study.about import Study
from atbalss.tables.result import CellKey, Comparison, Number, Verdict


@dataclass
class Register:
    """All numbers of a document by id. An id depends on the cell and its occurrence alone."""

    lang: str
    study: Study
    numbers: dict[str, dict[str, object]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    waves: set[str] = field(default_factory=set)
    marked: bool = False  # a mark was printed since it was last looked at

    def add(
        self,
        number: Number,
        text: str,
        *,
        kind: str = "number",
        expression: str = "",
        line: int | None = None,
        comparison: Comparison | None = None,
        lead: Comparison | None = None,
        left_out: Sequence[CellKey] = (),
        place: str = "prose",
        extra: Mapping[str, object] | None = None,
    ) -> str:
        """Keeps a printed number and returns its id; `extra` are further keys of its entry."""
        earlier = comparison.earlier.cell.words() if comparison else ""
        key = f"{number.cell.words()}|{number.unit.value}|{earlier}"
        self.seen[key] = self.seen.get(key, 0) + 1
        digest = hashlib.sha256(key.encode()).hexdigest()[:8]
        number_id = f"n{digest}-{self.seen[key]}"
        entry = entry_of(number, comparison)
        entry |= {"text": text, "kind": kind, "place": place, "expression": expression}
        entry |= extra or {}
        if lead is not None:
            entry["lead"] = lead_entry(lead)
        if left_out:
            entry["left_out"] = [cell.words() for cell in left_out]
        if line is not None:
            entry["line"] = line
        self.numbers[number_id] = entry
        if is_invented(number, self.study):
            self.waves.add(number.cell.wave or self.study.wave)
        self.marked = self.marked or (place == "prose" and SMALL_MARK in text)
        return number_id

    def for_figures(self, figure: str) -> Callable[[Number, str], str]:
        """The register as a figure sees it."""

        def register(number: Number, text: str) -> str:
            return self.add(number, text, place=figure)

        return register


def lead_entry(lead: Comparison) -> dict[str, object]:
    """The lead of a rank word as plain values: over what, by how much, and whether it is shown."""
    return {
        "first": lead.later.cell.words(),
        "second": lead.earlier.cell.words(),
        "difference": lead.difference.value,
        "low": lead.difference.low,
        "high": lead.difference.high,
        "significant": None if lead.p is None else lead.verdict in (Verdict.HIGHER, Verdict.LOWER),
        "p": lead.p,
        "p_adjusted": lead.p_adjusted,
        "method": lead.method,
        "family": lead.family,
        "family_size": lead.family_size,
        "effect": lead.effect,
        "effect_name": lead.effect_name,
        "detectable": lead.detectable,
    }


def entry_of(number: Number, comparison: Comparison | None = None) -> dict[str, object]:
    """A number as plain values for `numbers.json`."""
    cell = number.cell
    entry: dict[str, object] = {
        "cell": cell.words(),
        "question": cell.question,
        "code": cell.code,
        "wave": cell.wave,
        "among": [list(pair) for pair in cell.among],
        **({"outside": [list(pair) for pair in cell.outside]} if cell.outside else {}),
        "value": number.value,
        "unit": number.unit.value,
        "n": number.n,
        "base": number.base,
        "base_weighted": number.base_weighted,
        "base_effective": number.base_effective,
        "low": number.low,
        "high": number.high,
        "interval": number.interval,
        "se": number.se,
        "deff": number.deff,
        "flag": number.flag.value,
        "source": number.source.value,
        "rounding": number.rounding,
    }
    if comparison is not None:
        entry["comparison"] = {
            "later": comparison.later.cell.words(),
            "later_value": comparison.later.value,
            "earlier": comparison.earlier.cell.words(),
            "earlier_value": comparison.earlier.value,
            "verdict": comparison.verdict.value,
            "p": comparison.p,
            "p_adjusted": comparison.p_adjusted,
            "method": comparison.method,
            "family": comparison.family,
            "family_size": comparison.family_size,
            "adjust": comparison.adjust,
            "n_from": comparison.n_from,
            "approximate": comparison.approximate,
            "margin": comparison.margin,
            "p_equivalence": comparison.p_equivalence,
            "effect": comparison.effect,
            "effect_name": comparison.effect_name,
            "detectable": comparison.detectable,
        }
    return entry
