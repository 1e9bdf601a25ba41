"""Counting: each wave is read once, with everything the report demands declared before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from atbalss.study.about import SampleKind, TableRules
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.waves import Wave
from atbalss.tables import banner, ranks, standard
from atbalss.tables import family as families
from atbalss.tables.cells import Cells
from atbalss.tables.cube import Cube
from atbalss.tables.demand import Demand, Filter, Pair
from atbalss.tables.engines.source import Source, source_of
from atbalss.tables.estimates import Unions
from atbalss.tables.family import Family
from atbalss.tables.looks import filters_of
from atbalss.tables.names import check_filter, settled_pair, settled_rank
from atbalss.tables.numbers import Counted
from atbalss.tables.overlaps import filters_of_pairs, joint_spec, unions_of_pairs
from atbalss.tables.periods import period_name, with_periods
from atbalss.tables.ranks import Leads, Overlap
from atbalss.tables.spec import Spec
from atbalss.tables.specify import build
from atbalss.tables.units import columns_of, units_of
from atbalss.weights.design import SIMPLE, Design

if TYPE_CHECKING:
    from atbalss.answers.frame import Frame


def compute(
    questionnaire: Questionnaire,
    frames: Mapping[str, Frame | Source],
    waves: Sequence[Wave],
    rules: TableRules,
    current: str,
    demand: Demand,
    *,
    sample_kind: SampleKind = SampleKind.SELF_SELECTED,
    design: Design = SIMPLE,
) -> Cells:
    """Counts the rows of each wave once and returns every number of the study.

    `frames` are frames or sources of rows by wave; `design` says how their samples were drawn.
    """
    sources: Mapping[str, Source] = {wave: source_of(rows) for wave, rows in frames.items()}
    if demand.periods:
        questionnaire, sources = with_periods(questionnaire, sources, demand.periods)
    questionnaire = banner.extended(questionnaire, demand.banners)
    pairs = {settled_pair(questionnaire, current, pair) for pair in demand.comparisons}
    filters = {check_filter(questionnaire, item) for item in demand.amongs}
    filters |= {cell.among for pair in pairs for cell in pair}
    filters |= {cell.among for cell in demand.standards}
    strata = standard.declared(questionnaire, standard.asked_by(pairs, demand.standards))
    filters |= filters_of(questionnaire, [period_name(*item) for item in demand.periods])
    declared = banner.declared(questionnaire, waves, current, demand.banners)
    own = frozenset(settled_pair(questionnaire, current, pair) for pair in demand.pairs)
    claims = {settled_rank(questionnaire, current, item) for item in demand.ranks}
    filters |= {cell.among for pair in own for cell in pair}
    filters |= {cell.among for item in claims for cell in item.cells}
    columns = columns_of(design)
    found = [row for source in sources.values() for row in source.distinct(columns) if columns]
    units = units_of(design, found)
    spec = build(
        questionnaire,
        filters | declared.filters | strata,
        declared.unions,
        design=design,
        units=units,
        medians=demand.medians | declared.medians,
        unprinted=(declared.unprinted | (strata - declared.filters)) - filters,
    )

    def recount(unions: Unions, amongs: frozenset[Filter]) -> Cube:
        only = frozenset(unions)
        again = build(questionnaire, amongs, unions, design=design, units=units, only=only)
        return _count(again, sources)

    counted = Counted(questionnaire, _count(spec, sources), tuple(waves), rules, current, recount)
    plain = None
    if any(not ask.weighted for ask in demand.banners):
        plain = _unweighted(counted, spec, sources)
    family = families.build(counted, pairs)
    dependent, leads = Family(), Leads()
    needed = own | ranks.pairs_of(counted, claims)
    if needed:
        overlap = _overlap(counted, needed, sources)
        dependent = ranks.test_pairs(counted, overlap, own)
        leads = ranks.test_leads(counted, overlap, claims)
    return Cells(counted, family, sample_kind, demand.banners, plain, dependent, leads)


def _unweighted(counted: Counted, spec: Spec, sources: Mapping[str, Source]) -> Counted:
    """The same counted with each weight 1, without replicate weights."""
    design = replace(spec.design, replicates=(), replication=None)
    bare = replace(spec, design=design, weighted=False)

    def recount(unions: Unions, amongs: frozenset[Filter]) -> Cube:
        again = build(
            counted.questionnaire,
            amongs,
            unions,
            design=design,
            units=spec.units,
            weighted=False,
            only=frozenset(unions),
        )
        return _count(again, sources)

    return replace(counted, cube=_count(bare, sources), recount=recount)


def _count(spec: Spec, sources: Mapping[str, Source]) -> Cube:
    return Cube(spec, {wave: source.count(spec) for wave, source in sources.items()})


def _overlap(counted: Counted, pairs: frozenset[Pair], sources: Mapping[str, Source]) -> Overlap:
    """What pairs of figures have in common, counted in one more scan where the first has it not."""
    unions = unions_of_pairs(counted.questionnaire, pairs)
    filters = filters_of_pairs(pairs)
    known = {item for item, _ in counted.cube.spec.filters}
    if unions or not filters <= known:
        spec = counted.cube.spec
        questionnaire, design, units = counted.questionnaire, spec.design, spec.units
        only = frozenset(cell.question for pair in pairs for cell in pair)
        wider = build(questionnaire, filters, unions, design=design, units=units, only=only)
        counted = replace(counted, cube=_count(wider, sources))
    small = joint_spec(counted.cube.spec, counted.questionnaire, pairs)
    return Overlap(counted, None if small is None else _count(small, sources))
