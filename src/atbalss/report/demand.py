"""What a narrative will ask of the tables, read from its expressions and blocks before counting.

So the family of wave comparisons is fixed before any sentence is written, and every filter is
declared before the one scan of the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from atbalss.problems import Refused
from atbalss.report.arguments import among_pairs, standard_names
from atbalss.report.expressions import CallFound, calls
from atbalss.report.nodes import (
    BannerNode,
    FigureNode,
    LookNode,
    Narrative,
    expressions_of,
    inlines_of,
    walk,
)
from atbalss.report.rank_demand import RANKING, ranked_by
from atbalss.report.specs import FigureSpec, LookSpec
from atbalss.report.vocabulary import SIGNATURES
from atbalss.study.about import Study
from atbalss.study.bases import has_mean
from atbalss.study.codes import CodeList
from atbalss.study.question import Kind
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.banner_ask import BannerAsk
from atbalss.tables.demand import Demand, Filter, Pair, Ranked
from atbalss.tables.looks import demographics, filters_of
from atbalss.tables.periods import DATED
from atbalss.tables.result import CellKey

MONTH = "month"  # how long a period is unless the block says otherwise
_COMPARING = frozenset({"change", "direction"})


def demand(narrative: Narrative, study: Study, questionnaire: Questionnaire) -> Demand:
    """All filters a narrative uses and all its wave comparisons; unknown names are left out."""
    amongs: set[Filter] = set()
    pairs: set[Pair] = set()
    standards: set[CellKey] = set()
    ranks: set[Ranked] = set()
    for found in narrative_calls(narrative):
        among = _among(found)
        if among and _known_filter(among, questionnaire):
            amongs.add(among)
        if found.function in _COMPARING:
            pairs |= set(_pair(found, among, study, questionnaire))
        elif found.arguments.get("standardised"):
            standards |= set(_standard(found, among, study, questionnaire))
        if found.function in RANKING and (not among or _known_filter(among, questionnaire)):
            ranks |= set(ranked_by(found, among, study, questionnaire, narrative.lang))
    for block in _figures(narrative):
        spec = with_items(block.spec, questionnaire)
        for item in spec.among:
            column = ((item.question, item.code),)
            if _known_filter(column, questionnaire):
                amongs.add(column)
        pairs |= set(figure_pairs(spec, study, questionnaire))
        standards |= set(_figure_standards(spec, study, questionnaire))
    asked = Demand(
        frozenset(amongs),
        frozenset(pairs),
        banners=frozenset(_banners(narrative, study, questionnaire)),
        standards=frozenset(standards),
        ranks=frozenset(ranks),
    )
    for look in looks_of(narrative):
        asked = asked | of_look(look, questionnaire)
    return asked


def _banners(
    narrative: Narrative, study: Study, questionnaire: Questionnaire
) -> Iterator[BannerAsk]:
    """The banner tables of a narrative; those that name what is not there are told later."""
    for block in walk(narrative.blocks):
        if isinstance(block, BannerNode):
            from atbalss.tables.banner import check_ask

            try:
                check_ask(questionnaire, study.waves, study.wave, block.ask)
            except Refused:
                continue
            yield block.ask


def looks_of(narrative: Narrative) -> Iterator[LookSpec]:
    """All looks at groups, units and periods of a narrative: its blocks and its expressions."""
    for block in walk(narrative.blocks):
        if isinstance(block, LookNode):
            yield block.spec
    for call in narrative_calls(narrative):
        if call.function == "differs":
            by = call.arguments.get("by") or ()
            names = (by,) if isinstance(by, str) else by if isinstance(by, tuple | list) else ()
            question = str(call.arguments.get("question") or "")
            yield LookSpec("differs", "", question, by=tuple(str(name) for name in names))


def of_look(spec: LookSpec, questionnaire: Questionnaire) -> Demand:
    """What one look asks of the tables: a filter for each group, or the parts of time."""
    by = spec.by
    if spec.kind == "differs" and not by:
        by = tuple(name for name in demographics(questionnaire) if name != spec.question)
    if spec.kind == "control" and by and is_dated(questionnaire, by[0]):
        return Demand(periods=frozenset({(by[0], spec.every or MONTH)}))
    return Demand(filters_of(questionnaire, by))


def is_dated(questionnaire: Questionnaire, name: str) -> bool:
    """Whether a question has dates, which periods part, rather than codes."""
    question = questionnaire.by_name.get(name)
    return question is not None and question.kind in DATED


def narrative_calls(narrative: Narrative) -> Iterator[CallFound]:
    """All calls in a narrative's expressions, those in captions and findings too."""
    for block in narrative.blocks:
        for run in inlines_of(block):
            for expression in expressions_of(run):
                yield from _calls(expression.source)


@lru_cache(maxsize=5000)
def _calls(source: str) -> tuple[CallFound, ...]:
    try:
        return tuple(calls(source, SIGNATURES))
    except Refused:  # told when the sentence is composed
        return ()


def with_items(spec: FigureSpec, questionnaire: Questionnaire) -> FigureSpec:
    """The spec with the items of its grid as questions."""
    if not spec.grid or spec.questions:
        return spec
    items = tuple(item.name for item in questionnaire.grids.get(spec.grid, ()))
    return replace(spec, questions=items)


def figure_pairs(spec: FigureSpec, study: Study, questionnaire: Questionnaire) -> Iterator[Pair]:
    """The wave comparisons of a figure: each row's last wave against each earlier one."""
    waves = spec.waves or (tuple(w.name for w in study.waves) if spec.by_wave else ())
    if len(waves) < 2 or not spec.compare:
        return
    latest = waves[-1]
    for question, code in _rows(spec, questionnaire):
        for wave in waves[:-1]:
            if _has(study, question, code, wave) and _has(study, question, code, latest):
                yield CellKey(question, code, latest), CellKey(question, code, wave)
                if latest == study.wave and _is_standard(spec.standardise, study, wave):
                    if not can_standardise(spec.standardise, questionnaire):
                        continue
                    yield (
                        CellKey(question, code, latest, standard=spec.standardise),
                        CellKey(question, code, wave, standard=spec.standardise),
                    )


def _is_standard(names: tuple[str, ...], study: Study, wave: str) -> bool:
    """Whether a figure standardises a wave: a past one with answers."""
    return bool(names) and wave != study.wave and study.wave_named(wave).has_answers


def can_standardise(names: tuple[str, ...], questionnaire: Questionnaire) -> bool:
    """Whether all questions are single choices that the questionnaire has."""
    asked = [questionnaire.by_name.get(name) for name in names]
    return all(item is not None and item.kind is Kind.SINGLE for item in asked)


def _figure_standards(
    spec: FigureSpec, study: Study, questionnaire: Questionnaire
) -> Iterator[CellKey]:
    """The standardised cells of a figure: each row, past wave and column."""
    if not spec.standardise or not can_standardise(spec.standardise, questionnaire):
        return
    columns: list[Filter] = [((item.question, item.code),) for item in spec.among]
    for question, code in _rows(spec, questionnaire):
        for among in [item for item in columns if _known_filter(item, questionnaire)] or [()]:
            yield CellKey(question, code, study.wave, among, standard=spec.standardise)


def _standard(
    found: CallFound, among: Filter, study: Study, questionnaire: Questionnaire
) -> Iterator[CellKey]:
    """The standardised cell of a `share` or `mean`."""
    question, code = str(found.arguments.get("question") or ""), found.arguments.get("code") or ""
    names = standard_names(found.arguments.get("standardised"))
    if question not in questionnaire.by_name or not can_standardise(names, questionnaire):
        return
    if among and not _known_filter(among, questionnaire):
        return
    yield CellKey(question, str(code), study.wave, among, standard=names)


def _rows(spec: FigureSpec, questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    if spec.measure == "mean":
        names = (*spec.questions, spec.grid)
        yield from ((name, "") for name in names if has_mean(questionnaire, name))
        return
    for name in spec.questions:
        codes = _codes(name, questionnaire)
        if codes is None:
            continue
        names = codes.names
        if spec.bands or spec.nets:
            names = tuple(net.name for net in codes.nets if net.is_band == spec.bands)
        for code in spec.codes or names:
            if _has_code(codes, code):
                yield name, code


def _pair(
    found: CallFound, among: Filter, study: Study, questionnaire: Questionnaire
) -> Iterator[Pair]:
    question, code = str(found.arguments.get("question") or ""), found.arguments.get("code") or ""
    since = str(found.arguments.get("since") or "")
    wave = str(found.arguments.get("wave") or study.wave)
    codes = _codes(question, questionnaire)
    if not study.is_earlier(since, wave):
        return
    if not code and not has_mean(questionnaire, question):
        return
    if code and (codes is None or not _has_code(codes, str(code))):
        return
    if among and not _known_filter(among, questionnaire):
        return
    names = standard_names(found.arguments.get("standardised"))
    if names and not can_standardise(names, questionnaire):
        return
    yield (
        CellKey(question, str(code), wave, among, standard=names),
        CellKey(question, str(code), since, among, standard=names),
    )


def _among(found: CallFound) -> Filter:
    try:
        return among_pairs(found.arguments.get("among"))
    except (TypeError, ValueError):
        return ()


def _figures(narrative: Narrative) -> Iterator[FigureNode]:
    for block in walk(narrative.blocks):
        if isinstance(block, FigureNode):
            yield block


def _codes(name: str, questionnaire: Questionnaire) -> CodeList | None:
    question = questionnaire.by_name.get(name)
    return None if question is None else question.codes or question.frame


def _has_code(codes: CodeList, name: str) -> bool:
    return codes.has(name) or any(net.name == name for net in codes.nets)


def _known_filter(among: Filter, questionnaire: Questionnaire) -> bool:
    for question, code in among:
        codes = _codes(question, questionnaire)
        if codes is None or not _has_code(codes, code):
            return False
    return True


def _has(study: Study, question: str, code: str, wave: str) -> bool:
    """Whether a wave has the figure: from answers, or from print."""
    for item in study.waves:
        if item.name == wave:
            measure = "share" if code else "mean"
            return item.has_answers or item.figure(question, code, measure) is not None
    return False
