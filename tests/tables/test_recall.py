"""Numbers from memory are the numbers that were counted, or they are counted anew."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tables.made import QUESTIONNAIRE, WAVES, cells, frame

from atbalss.problems import Refused
from atbalss.tables import recall
from atbalss.tables.banner_ask import BannerAsk, LetterRule, RowAsk, Tests, read_banner
from atbalss.tables.cells import Cells
from atbalss.tables.demand import Demand, Ranked
from atbalss.tables.looks import Look
from atbalss.tables.recall import COUNTED, KNOWN, REMEMBERED, Memory, Recalled
from atbalss.tables.result import CellKey

FEMALE = (("sex", "f"),)
SIDE = BannerAsk(
    "side",
    (RowAsk("tools"), RowAsk("rate", measures=("shares", "mean"), scores=(("5", 9.5),))),
    read_banner("sex, @wave"),
    tests=Tests(LetterRule.DIMENSIONS, smallest=1),
)
RANKED = Ranked(tuple(CellKey("tools", code) for code in ("a", "b", "c")))
DEMAND = Demand(
    frozenset({FEMALE, (("sex", "m"),)}),
    frozenset(
        (CellKey("tools", code, "2024"), CellKey("tools", code, wave))
        for code in ("a", "b")
        for wave in ("2022", "2023")
    ),
    banners=frozenset({SIDE}),
    ranks=frozenset({RANKED}),
)
PEOPLE = [
    {"sex": "f", "tools": ["a", "b"], "rate": "5", "speed": "4", "visits": 3.0, "said": ["f"]},
    {"sex": "m", "tools": ["a"], "rate": "3", "speed": "dk", "visits": 1.5, "said": []},
    {"sex": "f", "tools": ["none"], "rate": "4", "speed": "4", "visits": 0.1, "said": ["m"]},
    {"sex": "f", "tools": ["no"], "rate": "no", "speed": "1", "visits": None, "said": None},
    {"sex": "m", "tools": ["c", "other"], "rate": "2", "speed": "5", "visits": 7.0, "said": []},
]


class Shelf:
    """A store in memory."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.writes = 0

    def read(self, name):
        return self.held.get(name)

    def write(self, name, content):
        self.held[name] = content
        self.writes += 1


def counted() -> Cells:
    return cells(PEOPLE, past=PEOPLE, demand=DEMAND)


def forbidden() -> Cells:
    raise AssertionError("counted what was known")


def stand_in(shelf, count, fingerprint="1", demand=DEMAND) -> Recalled:
    waves = [wave.name for wave in WAVES]
    memory = Memory(fingerprint, shelf)
    return Recalled(memory, demand, QUESTIONNAIRE, "2024", waves, count)


def everything(face) -> dict[str, object]:
    """What is answered to each kind of question there is."""
    share, past = face.share("tools", "a"), face.share("tools", "a", "2022")
    return {
        "banner": face.banner(SIDE),
        "base": [face.base(), face.base("tools", among=FEMALE), face.base("grid", "2023")],
        "codes": [face.codes("tools"), face.codes("rate", bands=True), face.codes("tools", "2022")],
        "compare": [face.compare(share, past)],
        "control": [face.control("tools", "a"), face.control("rate", "")],
        "count": [face.count("tools", "no"), face.count("tools", "ab", wave="2022")],
        "difference": [face.difference(share, past), face.difference(face.mean("rate"), past_mean)]
        if (past_mean := face.mean("rate", "2022"))
        else [],
        "differs": [face.differs(Look("tools", "a", by=("sex",)))],
        "family_table": face.family_table(),
        "funnel": [face.funnel("tools", "a", "sex"), face.funnel("rate", "", "sex")],
        "has_mean": [face.has_mean("rate"), face.has_mean("tools"), face.has_mean("grid")],
        "label": [face.label("tools"), face.label("tools", "ab"), face.label("grid")],
        "lead": [face.lead(RANKED), face.lead(Ranked(RANKED.cells, (3,)))],
        "mean": [face.mean("grid"), face.mean("visits"), face.mean("rate", among=FEMALE)],
        "n_distinct": face.n_distinct("tools"),
        "share": [share, past, face.share("rate", "high"), face.share("tools", "a", "2023")],
        "standardised": [face.standardised("rate", "high", ("sex",), "2022")],
        "table": [
            face.table(["tools"], waves=["2022", "2023", "2024"]),
            face.table(("speed", "rate", "grid"), measure="mean", among=((), FEMALE)),
            face.table(["rate"], bands=True, min_share=0.2, fold_small=False),
        ],
        "waves_with": [face.waves_with("tools", "a"), face.waves_with("rate", measure="mean")],
    }


def test_every_public_name_of_cells_is_remembered_known_or_counted():
    public = {name for name in vars(Cells) if not name.startswith("_")}
    public -= {"counted", "family", "sample_kind"}  # what it is made of
    public -= set(Cells.__dataclass_fields__)
    assert public == REMEMBERED | KNOWN | COUNTED, "put new methods into a list of tables/recall.py"
    assert not REMEMBERED & KNOWN | REMEMBERED & COUNTED | KNOWN & COUNTED


def test_everything_remembered_is_asked_here():
    assert set(everything(counted())) == REMEMBERED


def test_memory_answers_as_the_numbers_do_without_counting():
    shelf, real = Shelf(), everything(counted())
    first = stand_in(shelf, counted)
    assert everything(first) == real
    first.keep()
    again = stand_in(shelf, forbidden)
    assert everything(again) == real
    assert repr(everything(again)) == repr(real)
    assert not again.has_counted
    again.keep()
    assert shelf.writes == 1


def test_something_new_is_counted_once_and_remembered_with_the_rest():
    shelf = Shelf()
    first = stand_in(shelf, counted)
    share = first.share("tools", "a")
    first.keep()
    second = stand_in(shelf, counted)
    mean = second.mean("visits")
    assert second.has_counted
    second.keep()
    third = stand_in(shelf, forbidden)
    assert (third.share("tools", "a"), third.mean("visits")) == (share, mean)


def test_a_refusal_is_remembered_as_a_refusal():
    shelf = Shelf()
    for count in (counted, forbidden):
        face = stand_in(shelf, count)
        for _ in range(2):
            with pytest.raises(Refused) as refused:
                face.share("tols", "a")
            assert refused.value.problems[0].code == "tables-unknown-question"
        with pytest.raises(Refused):
            face.compare(face.share("tools", "c"), face.share("tools", "c", "2022"))
        face.keep()


def test_other_contents_and_other_demands_are_other_numbers():
    shelf = Shelf()
    first = stand_in(shelf, counted)
    first.share("tools", "a")
    first.keep()
    for changed in ({"fingerprint": "2"}, {"demand": Demand()}):
        with pytest.raises(AssertionError, match="counted what was known"):
            stand_in(shelf, forbidden, **changed).share("tools", "a")


@settings(deadline=None)
@given(st.data())
def test_a_damaged_memory_is_no_memory(data):
    shelf = Shelf()
    first = stand_in(shelf, counted)
    share = first.share("tools", "a")
    first.keep()
    name, content = next(iter(shelf.held.items()))
    place = data.draw(st.integers(0, len(content) - 1))
    damage = data.draw(st.sampled_from(["cut", "flip", "drop", "empty"]))
    shelf.held[name] = {
        "cut": content[:place],
        "flip": content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :],
        "drop": content[:place] + content[place + 1 :],
        "empty": b"",
    }[damage]
    asked = []
    face = stand_in(shelf, lambda: asked.append(1) or counted())
    assert face.share("tools", "a") == share
    assert asked == [1]


def test_a_memory_under_another_name_is_no_memory():
    shelf = Shelf()
    first = stand_in(shelf, counted)
    first.share("tools", "a")
    first.keep()
    content = next(iter(shelf.held.values()))
    shelf.held[Memory("2", shelf).name("numbers", DEMAND)] = content
    with pytest.raises(AssertionError, match="counted what was known"):
        stand_in(shelf, forbidden, fingerprint="2").share("tools", "a")


def test_a_memory_that_grew_too_full_keeps_what_was_asked_last(monkeypatch):
    shelf = Shelf()
    first = stand_in(shelf, counted)
    first.share("tools", "a")
    first.share("tools", "b")
    first.keep()
    monkeypatch.setattr(recall, "FULL", 2)
    second = stand_in(shelf, counted)
    second.share("tools", "b")
    second.share("tools", "c")
    second.keep()
    stand_in(shelf, forbidden).share("tools", "b")
    with pytest.raises(AssertionError, match="counted what was known"):
        stand_in(shelf, forbidden).share("tools", "a")


def test_whole_dumps_go_to_the_numbers_themselves():
    face = stand_in(Shelf(), counted)
    assert face.as_json() == counted().as_json()
    assert list(face) == list(counted())


def test_different_people_are_different_numbers():
    shelf = Shelf()
    one = stand_in(shelf, counted, fingerprint="a")
    other = stand_in(shelf, lambda: cells(frame(PEOPLE[:2]), demand=DEMAND), fingerprint="b")
    assert one.share("tools", "a") != other.share("tools", "a")


LIGHT = """
import sys
import atbalss.cli, atbalss.folder, atbalss.plan
import atbalss.report.figures, atbalss.report.instrument, atbalss.tables.recall
from atbalss.tables.codec import MODULES
import importlib
for module in MODULES:
    importlib.import_module(module)
heavy = {"numpy", "polars", "scipy", "pandas", "pyarrow", "altair", "vl_convert", "pyxform"}
print(sorted(heavy & set(sys.modules)))
"""


def test_what_a_report_reads_from_memory_with_needs_no_heavy_library():
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
