"""What is shown: one question, or all items of a grid or a field-list page, in one language."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from dataclasses import dataclass, replace

from atbalss.answers.evaluate import Context, evaluate
from atbalss.answers.missing import WORDS
from atbalss.answers.record import Answer, Record
from atbalss.answers.values import to_text
from atbalss.interview.options import in_shown_order
from atbalss.interview.path import Walk, is_computed, is_put, is_required, readable, walk
from atbalss.interview.pipe import fill, in_words
from atbalss.study.codes import Missing
from atbalss.study.question import CHOICE_KINDS, Bounds, Group, Kind, Question
from atbalss.study.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Option:
    """One option as shown; `alone`: it excludes the others."""

    code: str
    label: str
    alone: bool = False
    missing: Missing | None = None
    read_aloud: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """One question as shown, all texts filled and plain.

    `answer` is what was said before (or the default, if `is_default`); `missing` are the ways not
    to answer that are offered beside the options.
    """

    name: str
    kind: Kind
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    answer: Answer | None = None
    answer_words: str = ""
    is_default: bool = False
    is_required: bool = False
    is_read_only: bool = False
    read_aloud: bool = True
    missing: tuple[Missing, ...] = ()
    scale_low: str = ""
    scale_high: str = ""
    interviewer_note: str = ""
    probe: str = ""
    bounds: Bounds | None = None
    appearance: str = ""
    grid: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What is on one screen. `name` is the question or the group; `titles` the group labels."""

    name: str
    items: tuple[Shown, ...]
    titles: tuple[str, ...] = ()
    is_grid: bool = False


_KEPT = 16  # questionnaires whose pages are remembered
_Place = tuple[Group | None, tuple[str, ...]]
_known: dict[int, tuple[weakref.ref[Questionnaire], dict[str, _Place]]] = {}


def page(
    questionnaire: Questionnaire,
    record: Record,
    name: str,
    lang: str,
    context: Context,
    seen: Walk | None = None,
) -> Page:
    """The page on which a question is put, with those of its questions that are reached now.

    `seen` is the walk of this record in this language, if it is known. KeyError if there is no
    question or group called `name`.
    """
    context = replace(context, lang=lang)
    group, names = page_of(questionnaire, name)
    visible = seen or walk(questionnaire, record, context)
    items = tuple(
        _shown(questionnaire, questionnaire.question(item), record, visible.visible, context)
        for item in names
        if item in visible.reached
    )
    titles = tuple(
        words
        for words in (
            fill(outer.label, questionnaire, visible.visible, context)
            for outer in _groups_around(questionnaire, names[0] if names else "")
        )
        if words
    )
    is_grid = group is not None and group.is_grid
    return Page(group.name if group is not None else name, items, titles, is_grid)


def page_of(questionnaire: Questionnaire, name: str) -> tuple[Group | None, tuple[str, ...]]:
    """The outermost page or grid that holds a question, and names of all questions put on it.

    Remembered for each questionnaire, because a page asks it of every question.
    """
    kept = _known.get(id(questionnaire))
    if kept is None or kept[0]() is not questionnaire:
        if len(_known) >= _KEPT:
            _known.clear()
        kept = _known[id(questionnaire)] = (weakref.ref(questionnaire), {})
    if name not in kept[1]:
        kept[1][name] = _page_of(questionnaire, name)
    return kept[1][name]


def _page_of(questionnaire: Questionnaire, name: str) -> _Place:
    for group in questionnaire.groups:
        if not group.is_page and not group.is_grid:
            continue
        inside = [q.name for q in questionnaire.questions if group.name in q.groups]
        if group.name == name or name in inside:
            put = [item for item in inside if is_put(questionnaire.question(item))]
            return group, tuple(put)
    return None, (questionnaire.question(name).name,)


def _groups_around(questionnaire: Questionnaire, name: str) -> list[Group]:
    around = questionnaire.by_name[name].groups if name else ()
    return [group for group in questionnaire.groups if group.name in around]


def _shown(
    questionnaire: Questionnaire,
    question: Question,
    record: Record,
    visible: Mapping[str, Answer],
    context: Context,
) -> Shown:
    answer = visible.get(question.name)
    default = None
    if answer is None and question.name not in record.passed:
        default = _default(questionnaire, question, visible, context)
    shown = answer if answer is not None else default
    options = tuple(
        Option(
            code.name,
            fill(code.label, questionnaire, visible, context) or code.name,
            code.exclusive or code.missing is not None,
            code.missing,
            code.read_aloud,
        )
        for code in in_shown_order(questionnaire, question, record, visible, context)
    )
    takes_missing = question.kind not in CHOICE_KINDS | {Kind.NOTE, Kind.ACKNOWLEDGE}
    read_only = question.read_only or is_computed(question)
    return Shown(
        name=question.name,
        kind=question.kind,
        label=fill(question.label, questionnaire, visible, context),
        hint=fill(question.hint, questionnaire, visible, context),
        options=options,
        answer=shown,
        answer_words=in_words(question, shown, context.lang),
        is_default=default is not None,
        is_required=is_required(questionnaire, question, visible, context),
        is_read_only=read_only,
        read_aloud=question.read_aloud,
        missing=tuple(WORDS.values()) if takes_missing and not read_only else (),
        scale_low=fill(question.scale_low, questionnaire, visible, context),
        scale_high=fill(question.scale_high, questionnaire, visible, context),
        interviewer_note=fill(question.interviewer_note, questionnaire, visible, context),
        probe=fill(question.probe, questionnaire, visible, context),
        bounds=question.bounds,
        appearance=question.appearance,
        grid=question.grid,
    )


def _default(
    questionnaire: Questionnaire,
    question: Question,
    visible: Mapping[str, Answer],
    context: Context,
) -> Answer | None:
    """What stands in the field before anybody answers; it is no answer until it is accepted."""
    rule = question.calculation if question.calculation is not None else question.default
    if rule is None or question.kind is Kind.NOTE:
        return None
    value = evaluate(rule, visible, context=context, questionnaire=questionnaire)
    return readable(question, to_text(value))
