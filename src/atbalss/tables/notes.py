"""What stands under a table: how to read it, what is hidden, what past waves are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from atbalss.problems.catalogue import LANGS
from atbalss.study.about import SampleKind
from atbalss.study.bases import base_rule, code_list, is_multiple
from atbalss.study.codes import Missing
from atbalss.study.question import Question
from atbalss.study.rule_words import asked_of_words
from atbalss.study.rules import Rule
from atbalss.study.texts import Text, dash
from atbalss.tables.numbers import Counted
from atbalss.tables.phrases import capital, text
from atbalss.tables.result import NO_N, Column, Comparison, Flag, Number, Row, Source, Verdict
from atbalss.tables.spec import SingleLines
from atbalss.tables.suppress import flag_of


def base_words(counted: Counted, questions: Sequence[Question]) -> Text:
    """The base of questions in words, a sentence's beginning: "Respondenti, kuri ...".

    Where questions have bases of their own, each is named with the labels it belongs to.
    """
    rules: dict[Rule | None, list[Question]] = {}
    for question in questions:
        rules.setdefault(base_rule(counted.questionnaire, question), []).append(question)
    return Text.of({lang: _base_in(counted, rules, lang) for lang in LANGS})


def _base_in(counted: Counted, rules: Mapping[Rule | None, Sequence[Question]], lang: str) -> str:
    found = []
    for rule, questions in rules.items():
        words = asked_of_words(rule, counted.questionnaire, lang)
        labels = ", ".join((item.short_label or item.label).get(lang) for item in questions)
        found.append(capital(words) if len(rules) == 1 else f"{labels}: {words}")
    return "; ".join(found)


def notes(
    counted: Counted,
    questions: Sequence[Question],
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    measure: str,
    folded: Sequence[Text],
    sample_kind: SampleKind,
) -> tuple[Text, ...]:
    """All notes of a table, each once, in a fixed order."""
    numbers = [number for row in rows for number in row.numbers if number is not None]
    compared = any(item is not None for row in rows for item in row.comparisons)
    found = [
        *reading(questions, measure),
        *_weighted(counted, columns),
        *weights_fixed(counted, numbers, tested=compared),
        *_standardised(counted, columns),
        *_refused(counted, questions, columns),
        *folded,
        *small(counted, numbers),
        *wave_notes(counted, columns, numbers),
        *_tests(counted, columns, rows),
    ]
    if any(item.interval.endswith("_design") for item in numbers):
        found.append(text("by_design", parts=_design_parts(counted)))
    if sample_kind is SampleKind.SELF_SELECTED and any(item.low is not None for item in numbers):
        found.append(text("indicative"))
    return tuple(dict.fromkeys(found))


def _standardised(counted: Counted, columns: Sequence[Column]) -> list[Text]:
    """What a standardised column is, and by which questions."""
    found = []
    for names in dict.fromkeys(item.standard for item in columns if item.standard):
        asked = [counted.questionnaire.question(name) for name in names]
        by = _listed([_small_letter(item.short_label or item.label) for item in asked])
        found.append(text("standard_note", by=by, current=_label(counted, counted.current)))
    return found


def _small_letter(label: Text) -> Text:
    return Text.of({lang: label.get(lang)[:1].lower() + label.get(lang)[1:] for lang in LANGS})


def _weighted(counted: Counted, columns: Sequence[Column]) -> list[Text]:
    """Which waves are weighted, where any is."""
    waves = dict.fromkeys(item.wave for item in columns if item.wave in counted.wave_names)
    found = [wave for wave in waves if counted.is_weighted(wave)]
    if not found:
        return []
    answered = [wave for wave in waves if counted.has_answers(wave)]
    if found == answered:
        return [text("weighted_all")]
    return [text("weighted_waves", waves=_listed([_label(counted, wave) for wave in found]))]


def weights_fixed(counted: Counted, numbers: Sequence[Number], *, tested: bool) -> list[Text]:
    """That errors take the weights as fixed, where any number of a weighted wave has an error.

    Replicate weights may have been fitted each on its own: then nothing is said.
    """
    if counted.cube.spec.design.replicates:
        return []
    waves = {item.cell.wave for item in numbers if item.low is not None or tested}
    return [text("weights_fixed")] if any(counted.is_weighted(wave) for wave in waves) else []


def _design_parts(counted: Counted) -> Text:
    """What the study declares of its design, as a list in words."""
    design = counted.cube.spec.design
    declared = {
        "strata": design.strata,
        "clusters": design.clusters,
        "population": design.population,
        "replicates": design.replicates,
    }
    return _listed([text(key) for key, given in declared.items() if given])


def reading(questions: Sequence[Question], measure: str) -> list[Text]:
    """How shares ("share") or means ("mean") of the questions are to be read."""
    found = []
    if measure == "share" and any(is_multiple(item) for item in questions):
        found.append(text("multiple"))
    for question in questions:
        codes = code_list(question)
        unsure = codes is not None and any(
            code.missing is Missing.DONT_KNOW for code in codes.codes
        )
        if unsure and measure == "mean":
            found.append(text("dk_out_of_mean"))
        elif unsure and not question.dk_in_base:
            found.append(text("dk_out"))
    return found


def _refused(
    counted: Counted, questions: Sequence[Question], columns: Sequence[Column]
) -> list[Text]:
    """How many refused, by wave where several have answers, where it is one question."""
    if len(questions) != 1:
        return []
    question = questions[0]
    codes = code_list(question)
    lines = counted.cube.spec.by_name.get(question.name)
    if codes is None or not isinstance(lines, SingleLines):
        return []
    refused = [code.name for code in codes.codes if code.missing is Missing.REFUSED]
    waves = [w for w in dict.fromkeys(item.wave for item in columns) if counted.has_answers(w)]
    found: dict[str, int] = {}
    for wave in waves:
        n = sum(counted.line(question, code, wave, ())[0] for code in refused)
        flag = flag_of(counted.base_line(question.name, wave, ())[0], counted.rules)
        if n and flag in (Flag.OK, Flag.MARKED):
            found[wave] = n
    if found and len(waves) > 1:
        return [text("refused", n=_by_wave(counted, found))]
    return [text("refused", n=n) for n in found.values()]


def _by_wave(counted: Counted, found: Mapping[str, int]) -> Text:
    """Counts with the wave of each: "2025. gads – 13, 2026. gads – 11"."""
    return Text.of(
        {
            lang: ", ".join(
                f"{_label(counted, wave).get(lang)} {dash(lang)} {n}" for wave, n in found.items()
            )
            for lang in LANGS
        }
    )


def small(counted: Counted, numbers: Sequence[Number]) -> list[Text]:
    """What the marks of small bases mean, as far as the numbers have them."""
    flags = {number.flag for number in numbers}
    rules, found = counted.rules, []
    hidden = [number for number in numbers if number.flag is Flag.HIDDEN]
    if any((number.base or 0) < rules.hide_under for number in hidden):
        found.append(text("hidden", n=rules.hide_under))
    if any((number.base or 0) >= rules.hide_under for number in hidden):
        found.append(text("withheld"))
    if Flag.MARKED in flags:
        found.append(text("marked", low=rules.hide_under, high=rules.mark_under - 1))
    return found


def wave_notes(
    counted: Counted, columns: Sequence[Column], numbers: Sequence[Number]
) -> list[Text]:
    """What is to be known of each past wave in the table: its source and its own notes."""
    of_kind: dict[str, list[Text]] = {}
    own = []
    for name in dict.fromkeys(item.wave for item in columns):
        label = _label(counted, name)
        here = [item for item in numbers if item.cell.wave == name and item.value is not None]
        printed = [item for item in here if item.source is not Source.ANSWERS]
        if printed:
            known = all(item.base is not None for item in printed)
            of_kind.setdefault("published_n" if known else "published", []).append(label)
        if any(item.source is Source.DERIVED for item in here):
            of_kind.setdefault("derived", []).append(label)
        if any(item.is_floor for item in here):
            of_kind.setdefault("floor", []).append(label)
        if name != counted.current:  # those of the current wave stand once, where it is described
            own += [
                Text.of({lang: f"{label.get(lang)}: {note.get(lang)}" for lang in LANGS})
                for note in counted.wave_names[name].notes
            ]
    return [*(text(key, wave=_listed(labels)) for key, labels in of_kind.items()), *own]


def _label(counted: Counted, wave: str) -> Text:
    return counted.wave_names[wave].label or Text.of({"lv": wave})


def _listed(labels: Sequence[Text]) -> Text:
    return Text.of({lang: ", ".join(label.get(lang) for label in labels) for lang in LANGS})


def _tests(counted: Counted, columns: Sequence[Column], rows: Sequence[Row]) -> list[Text]:
    """How waves were tested, and from which past n an untestable difference would pass."""
    pairs = [(row, item) for row in rows for item in row.comparisons if item is not None]
    found = []
    sizes = {item.family_size for _, item in pairs if item.p is not None}
    if sizes:
        found.append(text("tests", n=max(sizes)))
    for name in dict.fromkeys(column.wave for column in columns):
        listed = [
            (row, item)
            for row, item in pairs
            if item.earlier.cell.wave == name
            and item.verdict is Verdict.UNTESTABLE
            and item.method == NO_N
            and not item.earlier.cell.among
        ]
        if listed:
            found.append(text("n_from", wave=_label(counted, name), list=_n_from_list(listed)))
    return found


def _n_from_list(listed: Sequence[tuple[Row, Comparison]]) -> Text:
    none = text("n_from_none")
    words = {}
    for lang in LANGS:
        parts = []
        for row, item in listed:
            n = none.get(lang) if item.n_from is None else item.n_from
            parts.append(f"{row.label.get(lang)} {dash(lang)} {n}")
        words[lang] = "; ".join(parts)
    return Text.of(words)
