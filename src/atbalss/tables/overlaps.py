"""What two figures of the same persons have in common, and what must be counted to know it."""

from __future__ import annotations

from collections.abc import Iterable

from atbalss.study.bases import code_list, is_multiple, net_members
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.demand import Filter, Pair
from atbalss.tables.estimates import Unions, union_name
from atbalss.tables.result import CellKey
from atbalss.tables.spec import SingleLines, Spec
from atbalss.tables.specify import crossed


def filters_of_pairs(pairs: Iterable[Pair]) -> frozenset[Filter]:
    """Filters that the pairs need: their own, and both of a pair at once."""
    found = {both_filters(first, second) for first, second in pairs}
    found |= {cell.among for pair in pairs for cell in pair}
    return frozenset(item for item in found if item)


def unions_of_pairs(questionnaire: Questionnaire, pairs: Iterable[Pair]) -> Unions:
    """Unions of codes that the pairs of a multiple question need, by question."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for first, second in pairs:
        question = questionnaire.by_name.get(first.question)
        if question is None or first.question != second.question or not is_multiple(question):
            continue
        codes = united(questionnaire, first, second)
        found.setdefault(first.question, {})[union_name(codes)] = codes
    return found


def joint_spec(main: Spec, questionnaire: Questionnaire, pairs: Iterable[Pair]) -> Spec | None:
    """The spec of pairs of different single choices: codes by codes; None without such pairs.

    Clustered samples and replicate weights need none: sums by PSU or replicate have it all.
    """
    if main.design.clusters or main.design.replicates:
        return None
    names: set[str] = set()
    filters: dict[str, set[Filter]] = {}
    for first, second in pairs:
        if not is_joint(main, first, second):
            continue
        names.add(first.question)
        codes = code_list(questionnaire.question(second.question))
        for code in codes.names if codes is not None else ():
            filters.setdefault(second.question, set()).add(
                with_code(both_filters(first, second), second, code)
            )
    if not names:
        return None
    return crossed(questionnaire, names, filters, design=main.design, units=main.units)


def is_joint(spec: Spec, first: CellKey, second: CellKey) -> bool:
    """Whether the pair is of two different single choices: counted codes by codes."""
    lines = (spec.by_name.get(first.question), spec.by_name.get(second.question))
    return first.question != second.question and all(isinstance(x, SingleLines) for x in lines)


def has_joint(joint: Spec, questionnaire: Questionnaire, first: CellKey, second: CellKey) -> bool:
    """Whether a spec of `joint_spec` holds the pair in this order."""
    codes = code_list(questionnaire.question(second.question))
    declared = dict(joint.filters)
    among = both_filters(first, second)
    return (
        codes is not None
        and first.question in joint.by_name
        and all(with_code(among, second, code) in declared for code in codes.names)
    )


def both_filters(first: CellKey, second: CellKey) -> Filter:
    """The filter of those whom both cells take in."""
    return tuple(sorted({*first.among, *second.among}))


def with_code(among: Filter, cell: CellKey, code: str) -> Filter:
    """A filter narrowed to those with a code of the cell's question."""
    return tuple(sorted({*among, (cell.question, code)}))


def united(questionnaire: Questionnaire, first: CellKey, second: CellKey) -> tuple[str, ...]:
    """The codes of two cells of one question together, nets taken apart, in the list's order."""
    question = questionnaire.question(first.question)
    codes = code_list(question)
    names = codes.names if codes is not None else ()
    wanted = {
        name
        for cell in (first, second)
        for name in ((cell.code,) if cell.code in names else net_members(question, cell.code))
    }
    return tuple(name for name in names if name in wanted)
