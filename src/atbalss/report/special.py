"""Blocks that the build fills: method, glossary, disclosure, quotations, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from atbalss.problems import Place, Problem, problem
from atbalss.report.bind import bare_text
from atbalss.report.details import detail_of
from atbalss.report.document import (
    Block,
    Callout,
    CellText,
    DataTable,
    Definitions,
    ListBlock,
    Paragraph,
    Quotations,
    Words,
)
from atbalss.report.fieldwork_block import reached, recruitment
from atbalss.report.fieldwork_words import say as said
from atbalss.report.numerals import decimal
from atbalss.report.phrases import phrase
from atbalss.report.register import Register
from atbalss.study.about import DISCLOSURE, SampleKind, Study
from atbalss.study.waves import Wave
from atbalss.tables.result import Number

if TYPE_CHECKING:
    from atbalss.coding.apply import Counts
    from atbalss.exchange.delimited import Quote
    from atbalss.fieldwork.state import Fieldwork
    from atbalss.tables.cells import Cells

SAID_IN = ("lv", "en", "ru")  # languages of quotations that the phrases can name


def fact_row(head: str, text: str, number_id: str = "", detail: str = "") -> tuple[CellText, ...]:
    """A row of a two-column table of facts."""
    return CellText(head, header=True), CellText(text, number_id, detail=detail)


def method(
    study: Study,
    cells: Cells,
    register: Register,
    lang: str,
    line: int,
    weighting: str = "",
    fieldwork: Fieldwork | None = None,
    coded: Sequence[Counts] = (),
) -> DataTable:
    """The method table: who, why, whom, how many, how, when; blank facts are left out.

    `weighting` is the sentence on how the current wave was weighted, if it was; `fieldwork` adds
    how people were invited and reached, from the records of visits and calls; `coded` how open
    answers were coded.
    """
    wave = study.current
    base = cells.base()
    size = f"n = {bare_text(base, lang)}"
    number_id = register.add(base, size, expression="base()", line=line)
    facts = (
        ("commissioner", study.commissioner.get(lang)),
        ("conductor", study.conductor.get(lang)),
        ("aim", study.aim.get(lang)),
        ("target_group", study.target_group.get(lang)),
        ("sampling", study.sampling.get(lang)),
        ("mode", wave.mode.get(lang) or study.mode.get(lang)),
        ("dates", dates_words(wave, lang)),
        ("weighting", weighting),
    )
    rows = [fact_row(phrase(key, lang), text) for key, text in facts if text]
    sized = fact_row(
        phrase("sample_size", lang), size, number_id, detail_of(base, None, lang, study)
    )
    rows.insert(min(4, len(rows)), sized)
    if fieldwork is not None:
        for key, told in (("head_recruitment", recruitment), ("head_reached", reached)):
            text, number = told(fieldwork, register, lang, wave.name)
            if text:
                rows.append(fact_row(said(key, lang), text, number))
    if coded:
        from atbalss.report.coding_block import method_words
        from atbalss.report.coding_words import say as coding_said

        text, number = method_words(coded, register, lang, wave.name)
        rows.append(fact_row(coding_said("head_coding", lang), text, number))
    return DataTable((), tuple(rows), widths=(1.0, 2.6))


_MONTHS = {
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris "
    "novembris decembris",
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}


def day_words(day: date, lang: str) -> str:
    """A date in words: `2024. gada 25. oktobris`, `25 October 2024`, `25 октября 2024 г.`."""
    month = _MONTHS.get(lang, _MONTHS["en"]).split()[day.month - 1]
    if lang == "lv":
        return f"{day.year}. gada {day.day}. {month}"
    return f"{day.day} {month} {day.year}" + (" г." if lang == "ru" else "")


def dates_words(wave: Wave, lang: str) -> str:
    """The dates of a wave's fieldwork in words, "" where none are known."""
    first, last = wave.start, wave.end
    if first is None or last is None or first == last:
        day = first or last
        return "" if day is None else day_words(day, lang)
    start, end = day_words(first, lang), day_words(last, lang)
    if first.year == last.year:
        if lang == "lv":
            end = end.removeprefix(f"{last.year}. gada ")
        else:
            start = start.split(f" {first.year}")[0]
    return f"{start} – {end}"


def glossary(study: Study, lang: str) -> Definitions:
    """The glossary, sorted by term."""
    entries = [(item.term.get(lang), item.meaning.get(lang)) for item in study.glossary]
    return Definitions(tuple(sorted(entries, key=lambda entry: entry[0].casefold())))


def disclosure(
    study: Study,
    cells: Cells,
    lang: str,
    annex: str,
    place: Place,
    weighting: str = "",
    fielded: Mapping[str, str] | None = None,
) -> tuple[list[Block], list[Problem]]:
    """The eleven disclosure items as a table; a blank one is named and never called complete.

    `fielded` are sentences by item that come from the records of visits and calls.
    """
    texts = _computed(study, cells, lang, annex, weighting)
    for key, words in (fielded or {}).items():
        texts[key] = f"{texts[key].rstrip('.')}. {words}" if texts.get(key) and words else words
    for key in DISCLOSURE:
        own = study.disclosure[key].get(lang).strip() if key in study.disclosure else ""
        texts[key] = _joined(own, texts.get(key, ""), key)
    if not texts["weighting"] and _unweighted(cells.base()):
        texts["weighting"] = phrase("unweighted", lang)
    blank = [key for key in DISCLOSURE if not texts[key]]
    rows = tuple(
        fact_row(f"{i}. {phrase(f'd_{key}', lang)}", texts[key] or phrase("d_blank", lang))
        for i, key in enumerate(DISCLOSURE, 1)
    )
    names = ", ".join(phrase(f"d_{key}", lang) for key in blank)
    end = phrase("d_incomplete", lang, items=names) if blank else phrase("d_complete", lang)
    blocks: list[Block] = [DataTable((), rows, widths=(1.0, 2.6)), Paragraph((Words(end),))]
    if not blank:
        return blocks, []
    return blocks, [problem("report-disclosure-blank", place, items=names, keys=", ".join(blank))]


def _joined(own: str, computed: str, key: str) -> str:
    """The study's own words; precision, instrument and weights add what the build knows."""
    if not own or own == computed:
        return computed
    if (
        key not in {"sizes", "instrument", "weighting", "recruitment"}
        or not computed
        or computed == own
    ):
        return own
    return f"{own.rstrip('.')}. {computed}"


def _computed(study: Study, cells: Cells, lang: str, annex: str, weighting: str) -> dict[str, str]:
    """What the build itself can say of the eleven items."""
    wave = study.current
    parties = [
        f"{phrase(key, lang)}: {text.get(lang)}."
        for key, text in (("commissioner", study.commissioner), ("conductor", study.conductor))
        if text
    ]
    tongues = ", ".join(phrase(f"lang_{code}", lang) for code in study.langs if code in _MONTHS)
    mode = wave.mode.get(lang) or study.mode.get(lang)
    precision = "self_selected"
    if study.sample_kind is SampleKind.PROBABILITY:
        precision = "probability"
    level = decimal(study.rules.confidence * 100, 0, lang)
    base = cells.base()
    return {
        "sponsor": " ".join(parties) if len(parties) == 2 else "",
        "instrument": phrase("d_see_annex", lang, annex=annex) if annex else "",
        "population": study.target_group.get(lang),
        "recruitment": study.sampling.get(lang),
        "mode": f"{mode.rstrip('.')}. {phrase('languages', lang)}: {tongues}." if mode else "",
        "dates": dates_words(wave, lang),
        "sizes": f"n = {bare_text(base, lang)}. " + phrase(precision, lang, level=level),
        "weighting": weighting,
    }


def _unweighted(base: Number) -> bool:
    weighted = base.base_weighted
    return base.base is not None and (weighted is None or abs(weighted - base.base) < 1e-9)


def quotations(
    found: Sequence[Quote], title: str, invented: bool, lang: str
) -> tuple[Quotations, ...]:
    """Quotations under one title, a block for each run of one language, in their order.

    Texts are hostile and kept as they are; those in another language than the report's say in
    which they were said.
    """
    blocks: list[Quotations] = []
    for tongue, run in groupby(found, key=lambda item: item.lang or lang):
        notes = [phrase("invented_quotes", lang)] if invented else []
        if tongue != lang and tongue in SAID_IN:
            notes.append(phrase(f"said_{tongue}", lang))
        texts = tuple(item.text for item in run)
        head = "" if blocks else title or phrase("respondents", lang)
        blocks.append(Quotations(head, texts, " ".join(notes), tongue if tongue != lang else ""))
    return tuple(blocks)


def invented_callout(study: Study, waves: set[str], lang: str) -> Callout:
    """The box that says which waves' answers are made up."""
    labels = [wave.label.get(lang) or wave.name for wave in study.waves if wave.name in waves]
    text = phrase("invented_text", lang, waves=", ".join(labels))
    return Callout("invented", phrase("invented_title", lang), (Paragraph((Words(text),)),))


def mark_note(study: Study, lang: str) -> Paragraph:
    """What the mark of a small base means."""
    rules = study.rules
    text = phrase("mark_note", lang, low=rules.hide_under, high=rules.mark_under - 1)
    return Paragraph((Words(text),))


def wave_notes(study: Study, lang: str) -> ListBlock | None:
    """What readers must know of each wave, as a list; None where no wave has notes."""
    entries = tuple(
        (Paragraph((Words(f"{wave.label.get(lang) or wave.name}: {note.get(lang)}"),)),)
        for wave in study.waves
        for note in wave.notes
    )
    return ListBlock(entries) if entries else None
