"""Which cells of a question must stay unprinted in a wave, over all filters of the report at once.

All filters that tables, figures and sentences use are declared before the scan, so what a reader
can subtract from what is known here, and a hidden number is hidden wherever it would stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from atbalss.study.about import SmallRows, TableRules
from atbalss.study.bases import base_question, code_list, in_base, is_multiple, net_members
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.cube import Cube
from atbalss.tables.demand import NO_FILTER, Filter
from atbalss.tables.order import is_ordered
from atbalss.tables.protect import Bools, Counts, Floats, Limits, protect
from atbalss.tables.spec import AnsweredLine, GridLines, MultipleLines, SingleLines

SMALL_COUNT = 3  # persons: answers of fewer are hidden in banner columns, as rows are folded
FOLDED = "_other_answers"  # the row of codes that are folded
BASE = "#base"  # the row of a question without codes


@dataclass(frozen=True, slots=True)
class Withheld:
    """The hidden cells of a question: whole columns (filters), and single (code, filter) cells.

    `primary` are those hidden for their own sake; the others are hidden so that these stay hidden.
    """

    columns: frozenset[Filter] = frozenset()
    cells: frozenset[tuple[str, Filter]] = frozenset()
    primary: frozenset[tuple[str, Filter]] = frozenset()

    def hides(self, code: str, among: Filter) -> bool:
        """Whether the share of a code or net, or the mean (no code), within a filter is hidden."""
        return among in self.columns or (code, among) in self.cells


NONE = Withheld()


def withheld_of(
    questionnaire: Questionnaire,
    cube: Cube,
    rules: TableRules,
    name: str,
    wave: str,
    fold: tuple[str, ...] = (),
    united: Mapping[Filter, int] | None = None,
) -> Withheld:
    """What is hidden of a question or grid in a wave with answers.

    `fold` are the codes that tables unite in one row, as one or two persons gave them; they are
    hidden everywhere, and their row counts as printed. `united` are the persons in that row by
    filter, where several answers were possible; not known, they are taken for as few as can be.
    """
    filters = printed_filters(cube)
    if not (filters or fold) or wave not in cube.waves or not rules.complementary:
        return NONE
    question = questionnaire.by_name.get(name)
    rows, lines, inside = _rows(questionnaire, cube, name)
    if fold:
        held = [at for row, where in zip(rows, lines, strict=True) if row in fold for at in where]
        rows, lines = [*rows, FOLDED], [*lines, tuple(held)]
    domains: list[Filter] = [NO_FILTER, *filters]
    n = np.zeros((len(rows), len(domains)), np.int64)
    base = np.zeros(len(domains), np.int64)
    persons = n.copy()
    several = fold and question is not None and is_multiple(question)
    for place, domain in enumerate(domains):
        counted = cube.margin(wave, domain).n
        n[:, place] = [counted[list(where)].sum() for where in lines]
        persons[:, place] = n[:, place]
        if several and united is not None:
            n[-1, place] = persons[-1, place] = united[domain]
        elif several:  # their row adds up over filters as answers do, of at least so many persons
            persons[-1, place] = counted[list(lines[-1])].max()
        base[place] = counted[list(inside)].sum()
    least = smallest_count(question, rules)
    own = (persons > 0) & (persons < least)
    own[:, 0] = False  # of all together, rows are folded instead
    own[[place for place, row in enumerate(rows) if row in fold]] = True
    if not (own.any() or ((base > 0) & (base < rules.hide_under)).any()):
        return NONE
    parts = _partitions(questionnaire, domains)
    counts = Counts(
        n,
        base,
        _sums(question, rows, fold),
        parts,
        np.rint(parts @ n.T).astype(np.int64),
        np.rint(parts @ base).astype(np.int64),
        _exact(cube, domains, inside, wave),
        own,
    )
    hidden, primary = protect(counts, Limits(rules.hide_under, least))
    return _told(rows, domains, hidden, primary)


def printed_filters(cube: Cube) -> list[Filter]:
    """The filters that a reader may see numbers of; some serve tests alone."""
    return [item for item, _ in cube.spec.filters if item not in cube.spec.unprinted]


def smallest_count(question: Question | None, rules: TableRules) -> int:
    """Fewer persons than this are not told of an answer: 3 where small rows are folded, or 0."""
    if question is None or code_list(question) is None or is_ordered(question):
        return 0
    return SMALL_COUNT if rules.small_rows is SmallRows.FOLD else 0


def _rows(
    questionnaire: Questionnaire, cube: Cube, name: str
) -> tuple[list[str], list[tuple[int, ...]], tuple[int, ...]]:
    """Codes in the base, then nets; the cube's lines of each; the lines of the base."""
    found = cube.spec.by_name[name]
    if isinstance(found, AnsweredLine | GridLines):
        return [BASE], [(found.start,)], (found.start,)
    question = questionnaire.question(name)
    codes = code_list(question)
    if codes is None:
        raise TypeError(name)
    own = [code.name for code in codes.codes if in_base(question, code)]
    where = {code: found.start + place for place, code in enumerate(found.codes)}
    lines: list[tuple[int, ...]] = [(where[code],) for code in own]
    if isinstance(found, MultipleLines):
        nets = [net for net, _ in found.nets]
        lines += [(found.start + len(found.codes) + place,) for place in range(len(nets))]
        asked = base_question(questionnaire, question)
        based = cube.spec.by_name[asked.name]
        inside = _base_lines(questionnaire, asked.name, based)
    else:
        nets = [net.name for net in codes.nets]
        lines += [tuple(where[code] for code in net_members(question, net)) for net in nets]
        inside = _base_lines(questionnaire, name, found)
    return own + nets, lines, inside


def _base_lines(
    questionnaire: Questionnaire,
    name: str,
    lines: SingleLines | MultipleLines | AnsweredLine | GridLines,
) -> tuple[int, ...]:
    if isinstance(lines, MultipleLines):
        return (lines.base,)
    if isinstance(lines, SingleLines):
        question = questionnaire.question(name)
        codes = code_list(question)
        listed = codes.codes if codes is not None else ()
        return tuple(
            lines.start + place for place, code in enumerate(listed) if in_base(question, code)
        )
    return (lines.start,)


def _sums(question: Question | None, rows: Sequence[str], fold: Sequence[str]) -> Floats:
    """Sums over the rows: the codes of a single choice are the base, a net and a fold their codes.

    With a fold, the printed rows (codes outside it, and its own) are the base.
    """
    codes = code_list(question) if question is not None else None
    if question is None or codes is None:
        return np.zeros((0, len(rows)))
    nets = [] if is_multiple(question) else [net.name for net in codes.nets]
    skipped = {FOLDED, *(net.name for net in codes.nets)}
    found: list[list[float]] = []
    for net in nets:
        members = net_members(question, net)
        found.append([-1.0 if name == net else float(name in members) for name in rows])
    if not is_multiple(question):
        found.append([float(name not in skipped) for name in rows])
        if fold:
            found.append([-1.0 if name == FOLDED else float(name in fold) for name in rows])
            printed = skipped - {FOLDED} | set(fold)
            found.append([float(name not in printed) for name in rows])
    return np.array(found).reshape(-1, len(rows))


def _partitions(questionnaire: Questionnaire, domains: Sequence[Filter]) -> Floats:
    """For each declared filter (or all), and each single choice that divides it: +1, parts -1."""
    places = {domain: place for place, domain in enumerate(domains)}
    found: dict[tuple[Filter, str], list[int]] = {}
    for domain, place in places.items():
        for atom in domain:
            question = questionnaire.question(atom[0])
            codes = code_list(question)
            if codes is None or is_multiple(question) or not codes.has(atom[1]):
                continue
            whole = tuple(item for item in domain if item != atom)
            if whole in places:
                found.setdefault((whole, atom[0]), []).append(place)
    lines = np.zeros((len(found), len(domains)))
    for line, ((whole, _), parts) in zip(lines, found.items(), strict=True):
        line[places[whole]] = 1.0
        line[parts] = -1.0
    return lines


def _exact(cube: Cube, domains: Sequence[Filter], inside: Sequence[int], wave: str) -> Floats:
    """Every linear equation between domains of one crossing, as its cells with somebody show it.

    The domains are sets of cells; the equations are the left null space of their incidence.
    """
    spec, counted = cube.spec, cube.waves[wave].n
    found = [np.zeros((0, len(domains)))]
    for number, banner in enumerate(spec.banners):
        own = [
            place for place, domain in enumerate(domains) if _is_of(spec.filters, domain, number)
        ]
        cells = np.arange(banner.start, banner.start + banner.size)
        cells = cells[counted[list(inside)][:, cells].sum(axis=0) > 0]
        incidence = np.array([np.isin(cells, spec.cells_of(domains[place])) for place in own])
        incidence[0] = True  # everybody, in whatever crossing
        crossed = incidence.astype(float)
        sizes, vectors = np.linalg.eigh(crossed @ crossed.T)  # as small as the domains, not cells
        empty = sizes <= 1e-9 * max(float(sizes.max()), 1.0)
        lines = np.zeros((int(empty.sum()), len(domains)))
        lines[:, own] = vectors[:, empty].T
        lines[np.abs(lines) < 1e-9] = 0.0
        found.append(lines)
    return np.vstack(found)


def _is_of(filters: Sequence[tuple[Filter, int]], domain: Filter, banner: int) -> bool:
    return not domain or dict(filters)[domain] == banner


def _told(
    rows: Sequence[str], domains: Sequence[Filter], hidden: Bools, primary: Bools
) -> Withheld:
    whole = np.all(hidden, axis=0)
    alone = np.all(primary, axis=0)
    columns = frozenset(domains[int(place)] for place in np.flatnonzero(whole))
    own = {*_named(rows, domains, primary)}
    own |= {(BASE, domains[int(place)]) for place in np.flatnonzero(alone)}
    cells = {item for item in _named(rows, domains, hidden) if item[1] not in columns}
    return Withheld(columns, frozenset(cells), frozenset(own))


def _named(
    rows: Sequence[str], domains: Sequence[Filter], marks: Bools
) -> list[tuple[str, Filter]]:
    return [(rows[int(row)], domains[int(domain)]) for row, domain in np.argwhere(marks)]
