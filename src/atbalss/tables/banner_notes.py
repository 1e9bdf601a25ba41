"""What stands under a banner table: filter, weights, how columns were tested, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.problems.catalogue import LANGS
from atbalss.study.about import SampleKind
from atbalss.study.bases import is_multiple
from atbalss.study.decimals import marked
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_words import asked_of_words
from atbalss.study.texts import NO_TEXT, Text, dash
from atbalss.tables import letters
from atbalss.tables.banner_ask import Among, LetterRule
from atbalss.tables.banner_columns import label_of
from atbalss.tables.banner_design import BY_UNITS
from atbalss.tables.banner_differences import WAVE_OF
from atbalss.tables.banner_result import BannerTable
from atbalss.tables.banner_tests import SMALL_BASE
from atbalss.tables.demand import Filter
from atbalss.tables.derived import is_derived
from atbalss.tables.notes import reading, small, wave_notes, weights_fixed
from atbalss.tables.numbers import Counted
from atbalss.tables.phrases import text
from atbalss.tables.result import Column, RowKind, Unit


def filter_words(questionnaire: Questionnaire, among: Filter) -> Text:
    """A table's filter in words, "" for everybody: "respondents who ...; sex – women"."""
    if not among:
        return NO_TEXT
    words = {}
    for lang in LANGS:
        parts = []
        for name, code in among:
            question = questionnaire.question(name)
            if is_derived(name):
                parts.append(asked_of_words(question.calculation, questionnaire, lang))
                continue
            title = (question.short_label or question.label).get(lang) or name
            parts.append(f"{title} {dash(lang)} {label_of(question, code).get(lang)}")
        words[lang] = "; ".join(parts)
    return text("filter", words=Text.of(words))


def notes(counted: Counted, table: BannerTable, sample_kind: SampleKind) -> tuple[Text, ...]:
    """All notes of a table, each once, in a fixed order."""
    numbers = [cell.number for row in table.rows for cell in row.cells if cell.number is not None]
    shares = any(number.unit is Unit.SHARE for number in numbers)
    found = [
        *([table.filter_note] if table.filter_note else []),
        *_weights(table),
        *_reading(counted, table, shares=shares),
        *(note for block in table.blocks for note in block.notes),
        *_measures(counted, table),
        *_tests(table),
        *small(counted, numbers),
        *wave_notes(counted, _columns(table), numbers),
    ]
    errors = _has_errors(table)
    if errors:
        found += weights_fixed(counted, numbers, tested=True)
    if errors and sample_kind is SampleKind.SELF_SELECTED:
        found.append(text("indicative"))
    if table.invented:
        found.append(text("invented"))
    return tuple(dict.fromkeys(found))


def _has_errors(table: BannerTable) -> bool:
    """Whether the table shows a standard error, an interval or a test."""
    ask = table.ask
    tested = ask.tests.rule is not LetterRule.NONE or ask.tests.chi_square or bool(ask.against)
    return tested or not {"interval", "se"}.isdisjoint(ask.shown)


def _columns(table: BannerTable) -> list[Column]:
    """The waves of a table as columns, for the notes that waves have."""
    return [Column(item.key, NO_TEXT, item.wave) for item in table.columns]


def _weights(table: BannerTable) -> Iterator[Text]:
    if not table.ask.weighted:
        yield text("weight_off")
    elif table.weighted:
        yield text("is_weighted")


def _reading(counted: Counted, table: BannerTable, *, shares: bool) -> Iterator[Text]:
    kinds = {row.kind for row in table.rows}
    for block in table.blocks:
        items = counted.questionnaire.grids.get(block.question)
        questions = items or (counted.questionnaire.question(block.question),)
        if shares and (block.multiple or items is None):
            yield from reading(questions, "share")
        if kinds & {RowKind.MEAN, RowKind.NPS, RowKind.INDEX, RowKind.MEDIAN}:
            yield from reading(questions, "mean")


def _measures(counted: Counted, table: BannerTable) -> Iterator[Text]:
    for row in table.rows:
        question = counted.questionnaire.by_name.get(row.question)
        if row.kind is RowKind.CUMULATIVE and question is not None and is_multiple(question):
            yield text("running")
        if row.kind is RowKind.SD and table.ask.sd_by == "weights":
            yield text("sd_weights")
    if table.ask.against and not table.ask.against.startswith(WAVE_OF):
        column = table.columns[table.column(table.ask.against)]
        label = Text.of({lang: ", ".join(x.get(lang) for x in column.labels) for lang in LANGS})
        yield text("difference_column", name=label)
    elif table.ask.against:
        wave = counted.wave_names[table.ask.against.removeprefix(WAVE_OF)]
        yield text("difference_column", name=wave.label or wave.name)


def percent(level: float) -> Text:
    """A confidence level in percent, as short as it goes: 95, 99,9."""
    return Text.of({lang: marked(f"{level * 100:.10g}", lang) for lang in LANGS})


def _tests(table: BannerTable) -> Iterator[Text]:
    asked = table.ask.tests
    if asked.rule is LetterRule.NONE:
        return
    first = percent(asked.levels[0])
    if len(asked.levels) == 1:
        yield text("letters_one", level=first)
    else:
        yield text("letters_two", level=first, second=percent(asked.levels[1]))
    if asked.rest:
        yield text("rest_marks" if len(asked.levels) == 1 else "rest_marks_two")
    by_units = any(test.method == BY_UNITS for row in table.rows for test in row.tests)
    yield text("rule_units" if by_units else f"rule_{asked.rule.value}")
    tests = [test for row in table.rows for test in row.tests]
    size = max((test.family_size for test in tests), default=0)
    if asked.correction == "none":
        yield text("correction_none")
    else:
        key = "correction_row" if asked.among is Among.ROW else "correction_question"
        yield text(key, name=text(asked.correction), n=size)
    if any(test.method == SMALL_BASE for test in tests):
        yield text("untested_small", n=asked.smallest)
    if any(test.method == letters.NOT_BY_RULE for test in tests):
        yield text("untested_grid")
