"""What stands behind a bound number, in words: base, interval, source, test."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.report.bind import bare_text, interval_words, rounded_difference, scaled
from atbalss.report.labels import label_text
from atbalss.report.numerals import decimal, percent
from atbalss.report.phrases import phrase
from atbalss.report.words import quoted
from atbalss.study.about import SampleKind, Study
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.result import NO_N, CellKey, Comparison, Flag, Number, Source, Unit, Verdict


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
    if number.cell.standard:
        parts.append(phrase("standardised", lang))
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
            wave=_side_name(side, comparison, lang, study),
            value=f"{bare_text(side, lang)} ({_side_words(side, lang)})",
        )
        for side in (comparison.earlier, comparison.later)
    ]
    if comparison.earlier.cell.standard:
        parts.append(phrase("standardised", lang))
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
        if comparison.detectable is not None:
            parts.append(_detectable_words(comparison, lang))
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
            parts.append(phrase(f"adjusted_{comparison.adjust}", lang, size=comparison.family_size))
    if comparison.approximate and verdict is not Verdict.UNTESTABLE:
        parts.append(phrase("approximate", lang))
    return parts


def _detectable_words(comparison: Comparison, lang: str) -> str:
    """From which size on a difference could have been shown, in the unit it is printed in."""
    share = comparison.difference.unit is Unit.SHARE_DIFFERENCE
    size = scaled(comparison.difference, comparison.detectable)
    amount = decimal(size, 0 if share else 1, lang)
    return phrase("detectable_share" if share else "detectable_mean", lang, amount=amount)


def lead_words(lead: Comparison, questionnaire: Questionnaire, lang: str) -> str:
    """Whether the place that a rank word claims leads the next: sizes of p and family with it."""
    first, second = (
        _rank_label(item.cell, questionnaire, lang) for item in (lead.later, lead.earlier)
    )
    key = "lead_untested"
    if lead.p is not None:
        shown = lead.verdict in {Verdict.HIGHER, Verdict.LOWER}
        key = "lead_significant" if shown else "lead_not_significant"
    words = phrase(key, lang, first=quoted(first, lang), second=quoted(second, lang))
    if lead.p is None or lead.p_adjusted is None:
        return words
    adjusted = (
        f", {phrase('adjusted_holm', lang, size=lead.family_size)}" if lead.family_size > 1 else ""
    )
    return f"{words} ({p_words(lead.p_adjusted, lang)}{adjusted})"


def unseen_words(cells: Sequence[CellKey], questionnaire: Questionnaire, lang: str) -> str:
    """What a rank word leaves out, as its numbers are not shown."""
    labels = [quoted(_rank_label(cell, questionnaire, lang), lang) for cell in cells]
    return phrase("rank_left_out", lang, list=", ".join(labels))


def _rank_label(cell: CellKey, questionnaire: Questionnaire, lang: str) -> str:
    return label_text(questionnaire, cell.question, cell.code).get(lang) or cell.words()


def p_words(p: float, lang: str) -> str:
    """A p value in words: three decimals, `p < 0,001` below them."""
    if p < 0.001:
        return phrase("p_small", lang, p=decimal(0.001, 3, lang))
    return phrase("p", lang, p=decimal(p, 3, lang))


def _side_name(side: Number, comparison: Comparison, lang: str, study: Study) -> str:
    """A side of a comparison: its wave; of a group against the rest, which of the two it is."""
    if not comparison.earlier.cell.outside:
        return _wave_label(side.cell.wave, lang, study)
    return phrase("the_rest" if side.cell.outside else "the_group", lang)


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
