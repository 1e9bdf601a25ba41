"""The blocks of a ```differs, ```funnel or ```control fence: sentence, figure, table, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from atbalss.report.bind import Run, is_weighted, refuse_unprintable
from atbalss.report.demand import MONTH, is_dated
from atbalss.report.document import Block, DataTable, FigureBlock, FigureModel, Paragraph
from atbalss.report.figure_words import word
from atbalss.report.labels import label_text
from atbalss.report.look_models import control_model, differs_model, drawn, funnel_model
from atbalss.report.look_sentences import Teller
from atbalss.report.look_tables import Printer, control_table, differs_table, funnel_table
from atbalss.report.look_words import say
from atbalss.report.nodes import Expression
from atbalss.report.numerals import decimal
from atbalss.report.sentences import Sentences, plain
from atbalss.report.specs import LookSpec
from atbalss.study.about import SampleKind, Study
from atbalss.study.bases import base_rule
from atbalss.study.decimals import half_up
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_words import asked_of_words
from atbalss.study.texts import dash
from atbalss.tables.adjust import Adjustment
from atbalss.tables.looks import Differs, Look
from atbalss.tables.periods import period_name
from atbalss.tables.phrases import text
from atbalss.tables.result import Flag, Number, Unit, Verdict
from atbalss.tables.unit_results import FEW, Control, Funnel, Place

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells


@dataclass(frozen=True)
class _Made:
    """What a look becomes before it is put into blocks."""

    sentence: Run
    model: FigureModel | None
    data: DataTable
    notes: tuple[str, ...]
    total: Number


def look_blocks(
    spec: LookSpec,
    cells: Cells,
    questionnaire: Questionnaire,
    study: Study,
    lang: str,
    told: Sentences,
    *,
    label: str,
    caption: str,
) -> list[Block]:
    """The sentence as a paragraph, the figure with its data table, and the table if asked for.

    The alternative text is the sentence. Names that the study does not have raise `Refused`.
    """
    anchor = f"fig-{spec.id}"
    source = f"{spec.kind}({spec.id})"
    teller = Teller(spec, questionnaire, lang, source)
    printer = Printer(told.register, study, lang, anchor)
    made = _made(spec, cells, teller, printer, caption, study)
    inlines = told.run(made.sentence, Expression(source, spec.line), anchor)
    blocks: list[Block] = [Paragraph(inlines)]
    notes = (*common_notes(made.total, study, lang), *made.notes)
    data = replace(made.data, anchor=f"{anchor}-data", notes=notes)
    if made.model is None:
        return [*blocks, replace(data, anchor=anchor, label=label)]
    blocks.append(
        FigureBlock(
            anchor=anchor,
            label=label,
            caption=caption,
            alt=plain(inlines).strip(),
            model=made.model,
            data=replace(data, notes=()),
            wording=_wording(questionnaire, spec.question, lang),
            base=_base(questionnaire, spec, made.total, lang),
            notes=notes,
        )
    )
    if spec.has_table:
        blocks.append(replace(data, caption="", notes=()))
    return blocks


def look_of(spec: LookSpec) -> Look:
    """What a block or an expression asks the tables who differs."""
    adjust = Adjustment(spec.adjust)
    return Look(spec.question, spec.code, spec.by, spec.nets, adjust, spec.wave)


def _made(
    spec: LookSpec, cells: Cells, teller: Teller, printer: Printer, caption: str, study: Study
) -> _Made:
    lang, register = teller.lang, printer.register.for_figures(printer.place)
    if spec.kind == "differs":
        found = cells.differs(look_of(spec))
        refuse_unprintable(found.total, teller.source, study)
        model = differs_model(found, teller, register) if drawn(found) else None
        data = differs_table(found, teller, printer, caption)
        notes = differs_notes(found, teller, study, figure=model is not None)
        return _Made(teller.differs(found), model, data, notes, found.total)
    if spec.kind == "funnel":
        funnel = cells.funnel(spec.question, spec.code, spec.by[0], spec.wave or None)
        refuse_unprintable(funnel.parts.total, teller.source, study)
        seen = any(unit.place is not Place.HIDDEN for unit in funnel.units)
        picture = funnel_model(funnel, teller, register) if seen else None
        data = funnel_table(funnel, teller, printer, caption)
        notes = _funnel_notes(funnel, teller, study)
        return _Made(teller.funnel(funnel), picture, data, notes, funnel.parts.total)
    dated = bool(spec.by) and is_dated(teller.questionnaire, spec.by[0])
    time = spec.by[0] if spec.by else ""
    time = period_name(time, spec.every or MONTH) if dated else time
    control = cells.control(spec.question, spec.code, time, spec.wave or None)
    refuse_unprintable(control.parts.total, teller.source, study)
    seen = any(item.part.is_shown for item in control.periods)
    picture = control_model(control, teller, register, dated) if seen else None
    data = control_table(control, teller, printer, caption)
    notes = _control_notes(control, lang, study)
    return _Made(teller.control(control), picture, data, notes, control.parts.total)


# ---- notes


def common_notes(total: Number, study: Study, lang: str) -> tuple[str, ...]:
    """What is to be known under any of these blocks: invented, weighted, self-selected."""
    wave = total.cell.wave or study.wave
    invented = any(item.invented for item in study.waves if item.name == wave)
    found = [say("invented", lang)] if invented else []
    if is_weighted(total):
        found += [text("weighted_all").get(lang), text("weights_fixed").get(lang)]
    if study.sample_kind is SampleKind.SELF_SELECTED:
        found.append(say("indicative", lang))
    return tuple(found)


def differs_notes(
    found: Differs, teller: Teller, study: Study, *, figure: bool = False
) -> tuple[str, ...]:
    """How to read who differs: test, family, what is not said, and which groups are too small."""
    lang = teller.lang
    level = int(half_up(study.rules.confidence * 100))
    adjust = say(f"adjust_{found.look.adjust.value}", lang, size=found.family_size)
    tests = "differ_tests_mean" if found.total.unit is Unit.MEAN else "differ_tests_share"
    notes = [say("differ_reading", lang)]
    notes += [say("differ_marks", lang, level=level)] if figure else []
    notes += [say("differ_circle", lang)] if found.of(Verdict.NO_DIFFERENCE_SHOWN) else []
    notes.append(say(tests, lang, adjust=adjust))
    if any(item.twin and item.verdict is not Verdict.UNTESTABLE for item in found.groups):
        twins = say("twins", lang)
        notes.append(f"{twins} {say('twins_figure', lang)}" if figure else twins)
    notes.append(say("one_at_a_time", lang))
    small = found.of(Verdict.UNTESTABLE)
    if small:
        names = "; ".join(teller.group_label(item, found) for item in small)
        notes.append(say("small_groups", lang, list=names))
    judged = [item for item in found.groups if item.verdict is not Verdict.UNTESTABLE]
    return (*notes, *_marked([item.comparison.difference for item in judged], lang))


def _funnel_notes(found: Funnel, teller: Teller, study: Study) -> tuple[str, ...]:
    lang = teller.lang
    unit = label_text(teller.questionnaire, found.by).get(lang)
    notes = [
        say("funnel_reading", lang, unit=unit[:1].lower() + unit[1:]),
        say("funnel_share" if found.parts.is_share else "funnel_mean", lang),
        say(
            "funnel_chance",
            lang,
            n=len(found.units),
            expected=decimal(found.by_chance, 1, lang),
        ),
        say("rank_reading", lang),
    ]
    if found.is_overdispersed:
        notes.append(say("overdispersed", lang, phi=decimal(found.dispersion, 1, lang)))
    hidden = len(found.at(Place.HIDDEN))
    if hidden:
        notes.append(say("hidden_units", lang, n=study.rules.hide_under, count=hidden))
    return (*notes, *_marked([unit.part.number for unit in found.units], lang))


def _control_notes(found: Control, lang: str, study: Study) -> tuple[str, ...]:
    notes = [
        say("control_reading", lang),
        say(found.method.value, lang, sigma=decimal(found.sigma_z, 1, lang)),
    ]
    if found.is_provisional:
        notes.append(say("provisional", lang, few=FEW))
    hidden = sum(not item.part.is_shown for item in found.periods)
    if hidden:
        notes.append(say("hidden_periods", lang, n=study.rules.hide_under, count=hidden))
    return (*notes, *_marked([item.part.number for item in found.periods], lang))


def _marked(numbers: Sequence[Number], lang: str) -> list[str]:
    return [say("marked", lang)] if any(n.flag is Flag.MARKED for n in numbers) else []


# ---- what was asked, of whom


def _wording(questionnaire: Questionnaire, name: str, lang: str) -> str:
    """The question as asked; of an item of a grid the grid's question with the item."""
    labels = {group.name: group.label.get(lang) for group in questionnaire.groups}
    if name in questionnaire.grids:
        return labels[name]
    question = questionnaire.question(name)
    own = question.label.get(lang)
    return f"{labels[question.grid]} {dash(lang)} {own}" if question.grid in labels else own


def _base(questionnaire: Questionnaire, spec: LookSpec, total: Number, lang: str) -> str:
    items = questionnaire.grids.get(spec.question)
    question = items[0] if items else questionnaire.question(spec.question)
    words = asked_of_words(base_rule(questionnaire, question), questionnaire, lang)
    n = decimal(float(total.base or 0), 0, lang)
    if is_weighted(total):
        effective = decimal(total.base_effective or 0.0, 0, lang)
        told = word("n_weighted", lang, n=n, effective=effective)
    else:
        told = word("n", lang, n=n)
    return f"{words[:1].upper()}{words[1:]}; {told}"
