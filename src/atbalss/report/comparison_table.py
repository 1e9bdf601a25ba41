"""The table of all comparisons of waves: a row each, in short words that its notes explain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from atbalss.report.bind import bare_text, is_weighted, scaled
from atbalss.report.details import detail_of
from atbalss.report.document import CellText, DataTable
from atbalss.report.figure_numbers import NONE
from atbalss.report.labels import label_text
from atbalss.report.numerals import decimal
from atbalss.report.phrases import phrase
from atbalss.report.register import Register
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.phrases import text
from atbalss.tables.result import NO_N, CellKey, Comparison, Number, Unit, Verdict

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

_WIDTHS = {"what": 3.6, "holm": 1.15, "verdict": 1.7, "detectable": 1.2}


def comparisons(
    study: Study,
    questionnaire: Questionnaire,
    cells: Cells,
    register: Register,
    lang: str,
    line: int,
) -> DataTable:
    """All wave comparisons of the report's family: values, difference, p raw and by Holm, verdict.

    Columns that would be empty in every row (p where no past n is known, the n that would be
    needed where all are known) are left out.
    """
    found = [item for item in cells.family_table() if item.difference.value is not None]
    keys = ["what", "past", "now", "then", "difference"]
    if any(item.p is not None for item in found):
        keys += ["p", "holm", "effect", "detectable"]
    keys.append("verdict")
    if any(_is_open(item) for item in found):
        keys.append("n_from")
    header = tuple(
        CellText(phrase(f"c_head_{key}", lang), header=True, numeric=key not in ("what", "verdict"))
        for key in keys
    )
    rows = []
    for item in found:
        row = _row(item, study, questionnaire, register, lang, line)
        rows.append(tuple(row[key] for key in keys))
    widths = tuple(_WIDTHS.get(key, 1.0) for key in keys)
    return DataTable(header, tuple(rows), notes=_notes(found, keys, study, lang), widths=widths)


def _row(
    item: Comparison,
    study: Study,
    questionnaire: Questionnaire,
    register: Register,
    lang: str,
    line: int,
) -> dict[str, CellText]:
    cell = item.later.cell
    past = item.earlier.cell.wave
    difference = bare_text(item.difference, lang)
    number_id = register.add(
        item.difference, difference, line=line, comparison=item, place="comparisons"
    )
    texts = {
        "past": past if cell.wave == study.wave else f"{past} → {cell.wave}",
        "now": bare_text(item.later, lang),
        "then": bare_text(item.earlier, lang),
        "p": p_text(item.p, lang),
        "holm": p_text(item.p_adjusted, lang),
        "effect": NONE if item.effect is None else decimal(item.effect, 2, lang, signed=True),
        "detectable": _detectable(item, lang),
        "n_from": _n_from(item, lang),
    }
    return {
        **{key: CellText(text, numeric=True) for key, text in texts.items()},
        "what": CellText(cell_label(questionnaire, cell, lang), header=True),
        "difference": CellText(
            difference,
            number_id,
            numeric=True,
            detail=detail_of(item.difference, item, lang, study),
        ),
        "verdict": CellText(phrase(f"c_{item.verdict.value}", lang)),
    }


def p_text(p: float | None, lang: str) -> str:
    """A p value with three decimals, `< 0,001` below them."""
    if p is None:
        return NONE
    return f"<\u00a0{decimal(0.001, 3, lang)}" if p < 0.001 else decimal(p, 3, lang)


def _detectable(item: Comparison, lang: str) -> str:
    """The smallest difference that could have been shown, in the unit of the difference."""
    if item.detectable is None:
        return NONE
    share = item.difference.unit is Unit.SHARE_DIFFERENCE
    return decimal(scaled(item.difference, item.detectable), 0 if share else 1, lang)


def _is_open(item: Comparison) -> bool:
    """Whether nothing but the past n is missing for a test."""
    return item.verdict is Verdict.UNTESTABLE and item.method == NO_N


def _n_from(item: Comparison, lang: str) -> str:
    if not _is_open(item):
        return NONE
    if item.n_from is None:
        return phrase("c_never", lang)
    return decimal(item.n_from, 0, lang)


def _notes(
    found: Sequence[Comparison], keys: Sequence[str], study: Study, lang: str
) -> tuple[str, ...]:
    """What the short words and the columns mean, as far as the table has them."""
    level = decimal((1 - study.rules.confidence) * 100, 0, lang)
    told = [phrase("c_note_difference", lang)]
    if "p" in keys:
        size = max(item.family_size for item in found)
        told.append(phrase("c_note_p", lang, size=size, level=level))
        told.append(phrase("c_note_effect", lang))
        told.append(phrase("c_note_detectable", lang, level=level))
    if "p" in keys and any(is_weighted(side) for item in found for side in _sides(item)):
        told.append(text("weights_fixed").get(lang))
    if any(item.approximate and item.p is not None for item in found):
        told.append(phrase("c_note_approximate", lang))
    for verdict in (Verdict.NO_DIFFERENCE_SHOWN, Verdict.UNCHANGED):
        here = [item for item in found if item.verdict is verdict]
        if here:
            margins = _margins(here, lang)
            told.append(phrase(f"c_note_{verdict.value}", lang, margin=margins))
    if "n_from" in keys:
        told.append(phrase("c_note_n_from", lang))
    return tuple(told)


def _sides(item: Comparison) -> tuple[Number, Number]:
    return item.earlier, item.later


def _margins(found: Sequence[Comparison], lang: str) -> str:
    """The margins within which a share and a mean count as unchanged, those that the rows use."""
    shown: dict[str, None] = {}
    for item in found:
        text = decimal(scaled(item.difference, item.margin or 0.0), 1, lang)
        text = text.rstrip("0").rstrip(",.")
        share = item.difference.unit is Unit.SHARE_DIFFERENCE
        key = "c_margin_share" if share else "c_margin_mean"
        shown[phrase(key, lang, margin=text)] = None
    return ", ".join(shown)


def cell_label(questionnaire: Questionnaire, cell: CellKey, lang: str) -> str:
    """A cell in words: the question's label and the code's, and whom a filter lets in."""
    words = label_text(questionnaire, cell.question).get(lang) or cell.question
    code = phrase("c_mean", lang)
    if cell.code:
        code = label_text(questionnaire, cell.question, cell.code).get(lang) or cell.code
    among = [label_text(questionnaire, *pair).get(lang) or pair[1] for pair in cell.among]
    if cell.standard:
        among.append(phrase("standardised", lang))
    return f"{words}: {code}" + (f" ({', '.join(among)})" if among else "")
