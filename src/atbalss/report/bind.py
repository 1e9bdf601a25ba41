"""Bound numbers: a value as an expression prints it, its detail in words, and the register of all.

Every printed number gets an id in the register; the register is what `numbers.json` holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from atbalss.problems import Refused, problem
from atbalss.report.numerals import NBSP, decimal, half_up, percent
from atbalss.report.phrases import phrase
from atbalss.report.words import counted
from atbalss.study.about import SampleKind, Study
from atbalss.tables.result import (
    Comparison,
    Flag,
    Number,
    Source,
    Unit,
    Verdict,
)

DIFFERENCES = frozenset({Unit.SHARE_DIFFERENCE, Unit.MEAN_DIFFERENCE})
SMALL_MARK = "*"
NO_N = "no_n"  # the method of a comparison whose past has no n
_DIGITS = {
    Unit.SHARE: 0,
    Unit.SHARE_DIFFERENCE: 0,
    Unit.MEAN: 1,
    Unit.MEAN_DIFFERENCE: 1,
    Unit.COUNT: 0,
}
_UNIT_NOUNS = {Unit.SHARE_DIFFERENCE: "percentage_point", Unit.MEAN_DIFFERENCE: "point"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A number and how it is to be printed; filters change the print, never the number."""

    number: Number
    expression: str
    comparison: Comparison | None = None
    unit: bool = True
    signed: bool = True  # for differences
    case: str = "nom"
    interval: bool = False
    aside: bool = False  # the interval stands within the author's brackets: no second pair
    digits: int | None = None
    noun: str = ""  # "respondent": counted in words behind the number

    def change(self, **more: object) -> Printed:
        """The same number, printed otherwise."""
        return replace(self, **more)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class BoundWord:
    """Words that a number allows, or that the build chose for it."""

    text: str
    number: Number
    expression: str
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference to a numbered thing."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Several values in a row, such as a ranked list."""

    parts: tuple[Value, ...]


Value = Printed | BoundWord | Pointer | Run | str


def scaled(number: Number, value: float | None = None) -> float:
    """The value in the unit it is printed in: percent for shares."""
    raw = number.value if value is None else value
    share = number.unit in {Unit.SHARE, Unit.SHARE_DIFFERENCE}
    return (raw or 0.0) * (100 if share else 1)


def digits_of(unit: Unit) -> int:
    """Decimals that a unit is printed with."""
    return _DIGITS[unit]


def rounded(number: Number, digits: int | None = None) -> Decimal:
    """The number as printed, as a decimal: 36 for a share of 0.3591, half up."""
    return half_up(scaled(number), _DIGITS[number.unit] if digits is None else digits)


def bare_text(number: Number, lang: str, digits: int | None = None) -> str:
    """A number as figures and tables print it: `36 %`, `7,9`, `+10`, `142`."""
    places = _DIGITS[number.unit] if digits is None else digits
    if number.unit is Unit.SHARE:
        return percent(number.value or 0.0, lang, places)
    return decimal(scaled(number), places, lang, signed=number.unit in DIFFERENCES)


def refuse_unprintable(number: Number, expression: str, study: Study) -> None:
    """Raises `Refused` where the small-base rule hides the number or there is none."""
    if number.flag is Flag.HIDDEN and number.unit is not Unit.COUNT:
        limit = study.rules.hide_under
        raise Refused(
            [problem("report-hidden", expression=expression, base=number.base or 0, limit=limit)]
        )
    if number.value is None:
        raise Refused([problem("report-no-number", expression=expression)])


def text_of(printed: Printed, lang: str, level: float = 0.95) -> str:
    """What is printed, its unit, interval (of the level) and small-base mark with it."""
    number = printed.number
    places = _DIGITS[number.unit] if printed.digits is None else printed.digits
    value = scaled(number)
    if number.unit in DIFFERENCES:
        signed = printed.signed
        core = decimal(value if signed else abs(value), places, lang, signed=signed)
        core += mark_of(number)
        if printed.unit:
            noun = _UNIT_NOUNS[number.unit]
            core += NBSP + counted(abs(half_up(value, places)), noun, lang, printed.case)
        return core + _rounding_aside(printed, lang)
    if number.unit is Unit.SHARE and printed.unit:
        core = percent(number.value or 0.0, lang, places)
    else:
        core = decimal(value, places, lang)
    core += mark_of(number)
    if printed.noun:
        core += NBSP + counted(half_up(value, places), printed.noun, lang, printed.case)
    if printed.interval:
        words = interval_words(number, lang, places, level)
        core += f"; {words}" if printed.aside else f" ({words})"
    return core


def mark_of(number: Number) -> str:
    """The mark of a small base, which the notes explain; counts carry none."""
    return SMALL_MARK if number.flag is Flag.MARKED and number.unit is not Unit.COUNT else ""


def _rounding_aside(printed: Printed, lang: str) -> str:
    """The aside where the difference of the printed pair is not the printed difference."""
    other = rounded_difference(printed.comparison)
    if printed.comparison is None or other is None:
        return ""
    places = _DIGITS[printed.number.unit]
    shown = other if printed.signed else abs(other)
    text = decimal(float(shown), places, lang, signed=printed.signed)
    return phrase("rounding_inline", lang, other=text)


def rounded_difference(comparison: Comparison | None) -> Decimal | None:
    """The difference of the printed pair where it is not the printed difference, else None."""
    if comparison is None:
        return None
    of_pair = rounded(comparison.later) - rounded(comparison.earlier)
    return None if of_pair == rounded(comparison.difference) else of_pair


def interval_words(
    number: Number, lang: str, places: int | None = None, level: float = 0.95
) -> str:
    """The interval in words, or why there is none."""
    if number.low is None or number.high is None:
        if number.source is not Source.ANSWERS:
            return phrase("published", lang)
        return phrase("n_too_small", lang)
    digits = _DIGITS[number.unit] if places is None else places
    share = number.unit in {Unit.SHARE, Unit.SHARE_DIFFERENCE}
    low = decimal(scaled(number, number.low), digits, lang)
    high = decimal(scaled(number, number.high), digits, lang)
    if number.unit is Unit.SHARE:
        high += "%" if lang == "en" else NBSP + "%"
    elif share:
        high += NBSP + counted(half_up(scaled(number, number.high)), "percentage_point", lang)
    shown = decimal(level * 100, 0, lang)
    return phrase("interval", lang, level=shown, low=low, high=high)


# ---- details


def detail_of(number: Number, comparison: Comparison | None, lang: str, study: Study) -> str:
    """Base, interval and test of a number in words, for hover, focus and screen readers."""
    parts = _base_parts(number, lang, study)
    if comparison is not None:
        parts = _comparison_parts(comparison, lang, study)
    elif number.unit in {Unit.SHARE, Unit.MEAN}:
        parts.append(_interval_part(number, lang, study))
    if number.flag is Flag.MARKED and number.unit is not Unit.COUNT:
        parts.append(phrase("small_base", lang))
    if is_invented(number, study):
        parts.append(phrase("invented_number", lang))
    return "; ".join(part for part in parts if part)


def _base_parts(number: Number, lang: str, study: Study) -> list[str]:
    parts = [_wave_label(number.cell.wave, lang, study)] if number.cell.wave != study.wave else []
    if number.unit is Unit.SHARE and number.source is Source.ANSWERS and number.value is not None:
        parts.append(phrase("exact", lang, value=percent(number.value, lang, 1)))
    elif number.unit is Unit.MEAN and number.source is Source.ANSWERS and number.value is not None:
        parts.append(phrase("exact", lang, value=decimal(number.value, 2, lang)))
    if number.source is Source.PUBLISHED:
        parts.append(phrase("published", lang))
    elif number.source is Source.DERIVED:
        parts.append(_derived(number, lang))
    if number.is_floor:
        parts.append(phrase("floor", lang))
    if number.base is not None:
        if number.unit is not Unit.COUNT:
            parts.append(phrase("n", lang, n=decimal(number.base, 0, lang)))
    elif number.source is not Source.ANSWERS:
        parts.append(phrase("n_unknown", lang))
    effective = number.base_effective
    if number.base and effective is not None and abs(effective - number.base) >= 0.5:
        parts.append(phrase("effective", lang, n=decimal(effective, 0, lang)))
    return parts


def _interval_part(number: Number, lang: str, study: Study) -> str:
    if number.low is None or number.high is None:
        return "" if number.source is not Source.ANSWERS else phrase("n_too_small", lang)
    words = interval_words(number, lang, None, study.rules.confidence)
    if study.sample_kind is SampleKind.SELF_SELECTED:
        return phrase("indicative", lang, interval=words)
    return words


def _side_words(side: Number, lang: str) -> str:
    known = phrase("n_unknown", lang) if side.base is None else phrase("n", lang, n=side.base)
    return f"{known}; {_derived(side, lang)}" if side.source is Source.DERIVED else known


def _derived(number: Number, lang: str) -> str:
    width = decimal(scaled(number, number.rounding), 2, lang).rstrip("0").rstrip(",.")
    return phrase("derived", lang, rounding=width)


def _comparison_parts(comparison: Comparison, lang: str, study: Study) -> list[str]:
    parts = [
        phrase(
            "against",
            lang,
            wave=_wave_label(side.cell.wave, lang, study),
            value=f"{bare_text(side, lang)} ({_side_words(side, lang)})",
        )
        for side in (comparison.earlier, comparison.later)
    ]
    difference = comparison.difference
    if difference.low is not None and difference.high is not None:
        parts.append(interval_words(difference, lang, None, study.rules.confidence))
    parts += verdict_parts(comparison, lang)
    if rounded_difference(comparison) is not None:
        parts.append(phrase("rounding", lang))
    return parts


def verdict_parts(comparison: Comparison, lang: str) -> list[str]:
    """What the test says, in words: verdict, p, Holm, approximation, the n it would need."""
    verdict = comparison.verdict
    parts: list[str] = []
    if verdict in {Verdict.HIGHER, Verdict.LOWER}:
        parts.append(phrase("significant", lang))
    elif verdict is Verdict.NO_DIFFERENCE_SHOWN:
        parts.append(phrase("not_significant", lang))
    elif verdict is Verdict.UNCHANGED:
        margin = comparison.margin or 0.0
        shown = decimal(scaled(comparison.difference, margin), 1, lang).rstrip("0").rstrip(",.")
        parts.append(phrase("equivalent", lang, margin=shown))
    else:
        known = comparison.method == NO_N
        parts.append(phrase("untestable" if known else "untestable_other", lang))
        if not known:
            return parts
        if comparison.n_from is None:
            parts.append(phrase("n_never", lang))
        else:
            parts.append(phrase("n_from", lang, n=decimal(comparison.n_from, 0, lang)))
    p = comparison.p if comparison.p_adjusted is None else comparison.p_adjusted
    if p is not None:
        parts.append(p_words(p, lang))
        if comparison.p_adjusted is not None and comparison.family_size > 1:
            parts.append(phrase("holm", lang, size=comparison.family_size))
    if comparison.approximate and verdict is not Verdict.UNTESTABLE:
        parts.append(phrase("approximate", lang))
    return parts


def p_words(p: float, lang: str) -> str:
    """A p value in words: three decimals, `p < 0,001` below them."""
    if p < 0.001:
        return phrase("p_small", lang, p=decimal(0.001, 3, lang))
    return phrase("p", lang, p=decimal(p, 3, lang))


def _wave_label(wave: str, lang: str, study: Study) -> str:
    try:
        return study.wave_named(wave).label.get(lang) or wave
    except KeyError:
        return wave


def is_invented(number: Number, study: Study) -> bool:
    """Whether the number comes from invented answers."""
    if number.source is not Source.ANSWERS:
        return False
    try:
        return study.wave_named(number.cell.wave or study.wave).invented
    except KeyError:
        return False


# ---- the register


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
        place: str = "prose",
    ) -> str:
        """Keeps a printed number and returns its id."""
        earlier = comparison.earlier.cell.words() if comparison else ""
        key = f"{number.cell.words()}|{number.unit.value}|{earlier}"
        self.seen[key] = self.seen.get(key, 0) + 1
        digest = hashlib.sha256(key.encode()).hexdigest()[:8]
        number_id = f"n{digest}-{self.seen[key]}"
        entry = entry_of(number, comparison)
        entry |= {"text": text, "kind": kind, "place": place, "expression": expression}
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


def entry_of(number: Number, comparison: Comparison | None = None) -> dict[str, object]:
    """A number as plain values for `numbers.json`."""
    cell = number.cell
    entry: dict[str, object] = {
        "cell": cell.words(),
        "question": cell.question,
        "code": cell.code,
        "wave": cell.wave,
        "among": [list(pair) for pair in cell.among],
        "value": number.value,
        "unit": number.unit.value,
        "n": number.n,
        "base": number.base,
        "base_weighted": number.base_weighted,
        "base_effective": number.base_effective,
        "low": number.low,
        "high": number.high,
        "interval": number.interval,
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
            "family_size": comparison.family_size,
            "n_from": comparison.n_from,
            "approximate": comparison.approximate,
            "margin": comparison.margin,
        }
    return entry
