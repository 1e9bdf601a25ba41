"""The results of a published site: what is hidden does not follow from all of it together.

An attacker has every number of every page (as JSON-stat), every number that the report may print
of its own filters, also of groups within groups, and all bases. Linear programmes ask how small and
how large each hidden cell can be. Unknown are the persons of every answer in every crossing of the
groups. The sizes of the groups themselves are bases, told on purpose; answers are what is hidden.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from itertools import product
from math import ceil, floor

import numpy as np
import pytest
from scipy.optimize import LinearConstraint, milp
from tests.opendata.test_attack import ASKED, frame, study, truth
from tests.opendata.test_files import shapes  # noqa: F401 - a fixture
from tests.report.sample import document

from atbalss.opendata import published
from atbalss.opendata.rules import Card
from atbalss.report.results import demand_of, groups, results
from atbalss.study.about import TableRules
from atbalss.tables.cells import Cells
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand
from atbalss.tables.withheld import FOLDED

WITHIN = (  # what the report says of groups within groups
    (("grade", "bad"),),
    (("place", "riga"), ("sex", "f")),
    (("place", "riga"), ("sex", "m")),
    (("grade", "good"), ("place", "farm")),
    (("grade", "bad"), ("sex", "m")),
)
BY = ("sex", "place", "grade")
EVERY = list(product(*(ASKED.question(name).codes.names for name in BY)))
Fact = tuple[tuple[str, ...], tuple[tuple[str, str], ...], int]  # codes, filter, persons


def counted(count: int, seed: int) -> tuple:
    held = frame(count, seed)
    about = study(TableRules())
    demand = Demand(amongs=frozenset(WITHIN)) | demand_of(ASKED)
    return held, about, compute(ASKED, {"2026": held}, about.waves, about.rules, "2026", demand)


def cubes(about, cells: Cells) -> dict[str, list[dict]]:
    """The published data sets of each question."""
    found = results(cells, ASKED, about, "lv")
    whole = document()
    return {item.name: published.question(item, whole)["link"]["item"] for item in found}


def facts(name: str, sets: Iterable[dict], cells: Cells) -> tuple[list[Fact], set]:
    """What is told of a question, and which (code, filter) are hidden."""
    told: list[Fact] = []
    hidden: set = set()
    codes = ASKED.question(name).codes.names
    folded: tuple[str, ...] = ()
    for cube in sets:
        answers = cube["dimension"]["answer"]["category"]["index"]
        plain = [key for key in answers if key in codes]
        if FOLDED in answers:
            folded = tuple(code for code in codes if code not in plain)
        for at, key in enumerate(answers):
            for place, among in enumerate(cube["extension"]["groups"]):
                where = (at * cube["size"][1] + place) * cube["size"][2]
                among = tuple(tuple(atom) for atom in among)
                n, base = cube["value"][where + 1], cube["value"][where + 2]
                of = folded if key == FOLDED else (key,)
                if cube["status"].get(str(where)) == "c":
                    hidden.add((of, among))
                elif n is not None:
                    told.append((of, among, n))
                if base is not None:
                    told.append((codes, among, base))
    hidden |= {((code,), ()) for code in folded}
    for among in WITHIN:
        told.append((codes, among, cells.base(name, among=among).n))
        for code in codes:
            number = cells.share(name, code, among=among)
            if number.n is not None and number.flag != "hidden":
                told.append(((code,), among, number.n))
            else:
                hidden.add(((code,), among))
    return told, hidden


def bounds(codes, told: list[Fact], aims: list) -> list[tuple[float, float]]:
    """How small and large each (codes, filter) can be."""
    atoms = list(product(codes, EVERY))

    def line(of, among) -> np.ndarray:
        wanted = dict(among)
        fits = {
            people
            for people in EVERY
            if all(wanted.get(by, own) == own for by, own in zip(BY, people, strict=True))
        }
        return np.array([float(c in of and p in fits) for c, p in atoms])

    lines = np.array([line(of, among) for of, among, _ in told])
    values = np.array([float(n) for *_, n in told])
    tied = LinearConstraint(lines, values, values)
    found = []
    for of, among in aims:
        ends = []
        for sign in (1.0, -1.0):
            solved = milp(sign * line(of, among), constraints=tied)
            assert solved.success, solved.message
            ends.append(sign * solved.fun)
        found.append((ends[0], ends[1]))
    return found


def several(codes, told: list[Fact], aims: list) -> list[tuple[float, float]]:
    """The same where a person gives several answers: each is given or not."""
    found = []
    for (code,), among in aims:
        own = [((code, "") if of == codes else of, *rest) for of, *rest in told]
        alone = [fact for fact in own if fact[0] in ((code,), (code, ""))]
        found += bounds((code, ""), alone, [((code,), among)])
    return found


def followed(held, name: str, sets, cells) -> tuple[int, list]:
    """How many cells of somebody are hidden, and which of them follow."""
    told, hidden = facts(name, sets, cells)
    codes = ASKED.question(name).codes.names
    aims = sorted(item for item in hidden if len(item[0]) == 1 and persons(held, name, *item))
    found = []
    ranges = bounds(codes, told, aims) if name != "uses" else several(codes, told, aims)
    for (of, among), (low, high) in zip(aims, ranges, strict=True):
        true = persons(held, name, of, among)
        assert low - 1e-6 <= true <= high + 1e-6, (name, of, among)
        if floor(high + 1e-6) <= ceil(low - 1e-6):
            found.append((name, of, among, true))
    return len(aims), found


def persons(held, name: str, of, among) -> int:
    return sum(truth(held, name, code, among) for code in of)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_hidden_follows_from_all_pages_and_the_report_s_own_filters(seed):
    held, about, cells = counted(300, seed)
    secret = 0
    for name, sets in cubes(about, cells).items():
        if name in BY:
            continue
        many, found = followed(held, name, sets, cells)
        assert not found
        secret += many
    assert secret > 10


def test_the_attack_finds_a_cell_that_is_hidden_alone():
    held, about, cells = counted(300, 1)
    sets = copy.deepcopy(cubes(about, cells)["reason"])
    cube = next(item for item in sets if item["extension"]["view"] == "sex")
    assert "0" not in cube["status"] and cube["dimension"]["answer"]["category"]["index"][0] == "a"
    cube["status"]["0"] = "c"
    cube["value"][0] = cube["value"][1] = None
    _, found = followed(held, "reason", sets, cells)
    assert (("a",), (("sex", "f"),)) in [(of, among) for _, of, among, _ in found]


def test_the_groups_of_the_site_are_declared():
    asked = demand_of(ASKED).amongs
    for question in groups(ASKED):
        assert {((question.name, code),) for code in question.codes.names} <= asked


def test_the_official_shapes_accept_the_record_of_a_study_that_says_least(shapes):  # noqa: F811
    pyshacl, rdflib = pytest.importorskip("pyshacl"), pytest.importorskip("rdflib")
    about = study(TableRules())
    made = published.record(about, Card(), "https://example.org/made", {"lv": b"{}"})
    record = rdflib.Graph().parse(data=made.turtle(), format="turtle")
    conforms, _, text = pyshacl.validate(record, shacl_graph=shapes)
    assert conforms, text
