"""From a questionnaire and filters to the `Spec` of what is counted: lines, crossings, moments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atbalss.problems import Refused, problem
from atbalss.study.bases import (
    base_question,
    code_list,
    in_base,
    is_multiple,
    net_members,
    score_of,
)
from atbalss.study.question import NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.demand import Filter
from atbalss.tables.derived import derived_of
from atbalss.tables.spec import (
    EVERYBODY,
    AnsweredLine,
    Banner,
    Dimension,
    GridLines,
    Lines,
    MultipleLines,
    SingleLines,
    Spec,
)
from atbalss.tables.units import Units
from atbalss.weights.design import SIMPLE, Design

MAX_CELLS = 2_000  # of one crossing; beyond it filters are crossed in separate banners


def build(
    questionnaire: Questionnaire,
    filters: Iterable[Filter] = (),
    unions: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None,
    *,
    design: Design = SIMPLE,
    units: Units | None = None,
    medians: Iterable[str] = (),
    weighted: bool = True,
    unprinted: Iterable[Filter] = (),
    only: frozenset[str] | None = None,
) -> Spec:
    """The spec of a questionnaire: every question and grid, crossed by the declared filters.

    `unions` declares further nets, by question: name -> member codes; `medians` the open numbers
    whose values are kept, `design` and its `units` how the sample was drawn. With `only` the lines
    are those of these questions, no grids. A median of anything but an open number is refused.
    """
    lines: list[Lines] = []
    at, moments = EVERYBODY + 1, 0
    wanted = tuple(sorted({tuple(sorted(item)) for item in filters if item}))
    counted = _counted(questionnaire, only, {name for item in wanted for name, _ in item})
    for question in counted:
        made = _question_lines(question, at, moments, (unions or {}).get(question.name, {}))
        if made is None:
            continue
        lines.append(made)
        at += _width(made)
        moments += isinstance(made, AnsweredLine) and made.moments >= 0
    for name, items in questionnaire.grids.items() if only is None else ():
        grid = _grid_lines(name, items, at, moments)
        lines.append(grid)
        at += 2
        moments += 1
    banners, served = _banners(questionnaire, wanted, 1 if units is None else len(units))
    kept = tuple(sorted(set(medians)))
    numbers = {
        item.question for item in lines if isinstance(item, AnsweredLine) and item.moments >= 0
    }
    for name in kept:
        if name not in numbers:
            raise Refused([problem("tables-no-values", question=name)])
    derived = derived_of(questionnaire)
    return Spec(
        tuple(lines),
        banners,
        at,
        moments,
        served,
        design,
        units,
        kept,
        derived,
        weighted,
        frozenset(tuple(sorted(item)) for item in unprinted),
    )


def crossed(
    questionnaire: Questionnaire,
    names: Iterable[str],
    filters: Mapping[str, Iterable[Filter]],
    *,
    design: Design = SIMPLE,
    units: Units | None = None,
) -> Spec:
    """A small spec of the single choices `names`, each crossed with other questions' filters.

    `filters`: for each other question its own filters; they make a crossing of their own, so that
    pairs of questions cost no more than their codes times codes.
    """
    lines: list[Lines] = []
    at = EVERYBODY + 1
    asked = {name for wanted in filters.values() for item in wanted for name, _ in item}
    for name in sorted({*names, *asked}):
        made = _question_lines(questionnaire.question(name), at, 0, {})
        if made is None:
            raise TypeError(name)
        lines.append(made)
        at += _width(made)
    banners: list[Banner] = [Banner((), 0)]
    served: list[tuple[Filter, int]] = []
    for _, wanted in sorted(filters.items()):
        own = {tuple(sorted(item)) for item in wanted}
        atoms = {atom for item in own for atom in item}
        last = banners[-1]
        banners.append(Banner(_dimensions(questionnaire, atoms), last.start + last.size))
        served += [(item, len(banners) - 1) for item in sorted(own)]
    derived = derived_of(questionnaire)
    return Spec(tuple(lines), tuple(banners), at, 0, tuple(served), design, units, derived=derived)


def _counted(
    questionnaire: Questionnaire, only: frozenset[str] | None, crossed: set[str]
) -> list[Question]:
    """All questions, or the named ones with those of their bases and of the filters."""
    if only is None:
        return list(questionnaire.questions)
    names = only | crossed
    for question in questionnaire.questions:
        if question.name in only and question.frame is not None:
            names |= {base_question(questionnaire, question).name}
    return [question for question in questionnaire.questions if question.name in names]


def _question_lines(
    question: Question, at: int, moments: int, unions: Mapping[str, tuple[str, ...]]
) -> Lines | None:
    if question.kind in (Kind.NOTE, Kind.META, Kind.CALCULATE):
        return None
    codes = code_list(question)
    if codes is None:
        is_number = question.kind in NUMBER_KINDS
        return AnsweredLine(question.name, at, moments if is_number else -1)
    if not is_multiple(question):
        return SingleLines(question.name, codes.names, at)
    members = {net.name: codes.members(net.name) for net in codes.nets} | dict(unions)
    where = {name: position for position, name in enumerate(codes.names)}
    return MultipleLines(
        question.name,
        codes.names,
        tuple(i for i, code in enumerate(codes.codes) if not in_base(question, code)),
        tuple((net, tuple(where[code] for code in them)) for net, them in members.items()),
        at,
    )


def _width(lines: Lines) -> int:
    if isinstance(lines, SingleLines):
        return len(lines.codes)
    if isinstance(lines, MultipleLines):
        return len(lines.codes) + len(lines.nets) + 1
    return 2 if isinstance(lines, GridLines) else 1


def _grid_lines(name: str, items: tuple[Question, ...], at: int, moments: int) -> GridLines:
    usable = [item for item in items if item.kind is Kind.SINGLE or item.kind in NUMBER_KINDS]
    scores: list[tuple[float, ...] | None] = []
    based: list[tuple[bool, ...] | None] = []
    for item in usable:
        codes = item.codes.codes if item.codes is not None else None
        scores.append(None if codes is None else tuple(score_of(code) for code in codes))
        based.append(None if codes is None else tuple(in_base(item, code) for code in codes))
    names = tuple(item.name for item in usable)
    return GridLines(name, names, tuple(scores), tuple(based), at, moments)


def _banners(
    questionnaire: Questionnaire, filters: tuple[Filter, ...], units: int
) -> tuple[tuple[Banner, ...], tuple[tuple[Filter, int], ...]]:
    """Puts filters into few crossings of at most MAX_CELLS cells (times units) each."""
    groups: list[set[tuple[str, str]]] = [set()]
    served: list[tuple[Filter, int]] = []
    for item in filters:
        served.append((item, _room(questionnaire, groups, set(item), units)))
    banners: list[Banner] = []
    start = 0
    for group in groups:
        banner = Banner(_dimensions(questionnaire, group), start)
        banners.append(banner)
        start += banner.size
    return tuple(banners), tuple(served)


def _room(
    questionnaire: Questionnaire,
    groups: list[set[tuple[str, str]]],
    atoms: set[tuple[str, str]],
    units: int,
) -> int:
    """The number of the crossing that has these atoms, or that they were added to."""
    for number, group in enumerate(groups):
        if atoms <= group:
            return number
    for number, group in enumerate(groups):
        if not group or _size(questionnaire, group | atoms) * units <= MAX_CELLS:
            group |= atoms
            return number
    groups.append(atoms)
    return len(groups) - 1


def _size(questionnaire: Questionnaire, atoms: set[tuple[str, str]]) -> int:
    return Banner(_dimensions(questionnaire, atoms), 0).size


def _dimensions(questionnaire: Questionnaire, atoms: set[tuple[str, str]]) -> tuple[Dimension, ...]:
    """Codes of a single choice share a dimension; every other atom is one of two levels."""
    together: dict[str, list[str]] = {}
    alone: list[tuple[str, str]] = []
    for name, code in sorted(atoms):
        question = questionnaire.question(name)
        codes = code_list(question)
        if not is_multiple(question) and codes is not None and codes.has(code):
            together.setdefault(name, []).append(code)
        else:
            alone.append((name, code))
    dimensions = [
        Dimension(name, tuple(codes), tuple((code,) for code in codes))
        for name, codes in together.items()
    ]
    for name, code in alone:
        question = questionnaire.question(name)
        codes = code_list(question)
        if codes is None:
            raise KeyError((name, code))
        members = (code,) if codes.has(code) else net_members(question, code)
        dimensions.append(Dimension(name, (code,), (members,)))
    return tuple(dimensions)
