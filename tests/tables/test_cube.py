"""Properties of the cube: it adds up, nets count persons, bases are what they say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atbalss.tables.count import count_block
from atbalss.tables.cube import Cube, add
from atbalss.tables.engines import local
from atbalss.tables.spec import EVERYBODY
from atbalss.tables.specify import build
from atbalss.tables.sums import Sums

from .made import QUESTIONNAIRE, SCALE, SEX, TOOLS, cells, frame

FILTERS = [
    (("sex", "f"),),
    (("tools", "a"),),
    (("sex", "m"), ("tools", "ab")),
    (("rate", "high"),),
    (("rate", "5"), ("said", "f")),
]
SPEC = build(QUESTIONNAIRE, FILTERS)

tools = st.one_of(
    st.none(),
    st.lists(st.sampled_from(["a", "b", "c", "other"]), unique=True, max_size=4),
    st.sampled_from([["none"], ["dk"], ["no"]]),
)
person = st.fixed_dictionaries(
    {
        "sex": st.sampled_from([None, *SEX.names]),
        "tools": tools,
        "rate": st.sampled_from([None, *SCALE.names]),
        "speed": st.sampled_from([None, *SCALE.names]),
        "visits": st.one_of(st.none(), st.integers(0, 50).map(float)),
        "said": st.one_of(st.none(), st.lists(st.sampled_from(SEX.names), unique=True)),
    }
)
people = st.lists(person, max_size=12)
weight = st.floats(0.1, 10)


def _weights(persons, seed):
    return list(np.random.default_rng(seed).uniform(0.2, 4, len(persons)))


def _cube(persons, weights, wave="2024") -> Cube:
    return local.count_frame(SPEC, wave, frame(persons, wave, weights=weights).data)


def _same(a: Cube, b: Cube) -> None:
    assert a.waves.keys() == b.waves.keys()
    for wave, sums in a.waves.items():
        other = b.waves[wave]
        assert (sums.n == other.n).all()
        for name in ("w", "w2", "moments"):
            np.testing.assert_allclose(
                getattr(sums, name), getattr(other, name), rtol=1e-9, atol=1e-9
            )


@settings(max_examples=20, deadline=None)
@given(people, people, st.integers(0, 99))
def test_cubes_add_up(first, second, seed):
    w1, w2 = _weights(first, seed), _weights(second, seed + 1)
    whole = _cube([*first, *second], [*w1, *w2])
    _same(add(_cube(first, w1), _cube(second, w2)), whole)
    assert add(_cube(first, w1), _cube(second, w2, "2022")).waves.keys() == {"2024", "2022"}


def test_cubes_of_different_specs_do_not_add_up():
    with pytest.raises(ValueError, match="different specs"):
        add(Cube(SPEC, {}), Cube(build(QUESTIONNAIRE), {}))


@settings(max_examples=20, deadline=None)
@given(people, st.integers(1, 5), st.integers(0, 99))
def test_the_size_of_blocks_changes_nothing(persons, rows, seed):
    weights = _weights(persons, seed)
    data = frame(persons, weights=weights).data
    by_block = Cube(SPEC, {"2024": Sums.zeros(SPEC)})
    for block in local.blocks(SPEC, data, rows):
        by_block = add(by_block, Cube(SPEC, {"2024": count_block(SPEC, block)}))
    _same(by_block, _cube(persons, weights))


def _holds(who, atom) -> bool:
    """Whether a person has a code or net, written as plainly as it can be."""
    name, code = atom
    value = who[name]
    if value is None or (name == "tools" and "no" in value):
        return False
    value = value if isinstance(value, list) else [value]
    codes = {"ab": {"a", "b"}, "high": {"4", "5"}}.get(code, {code})
    return bool(codes & set(value))


@settings(max_examples=26, deadline=None)
@given(people, st.sampled_from(FILTERS))
def test_every_filter_and_line_counts_the_persons_it_says(persons, among):
    cube = _cube(persons, [2.0] * len(persons))
    inside = [who for who in persons if all(_holds(who, atom) for atom in among)]
    assert cube.total("2024", EVERYBODY, tuple(sorted(among)))[0] == len(inside)
    lines = SPEC.by_name["tools"]
    for position, code in enumerate(TOOLS.names[:-1]):
        n = sum(_holds(who, ("tools", code)) for who in inside)
        assert cube.total("2024", lines.start + position, tuple(sorted(among))) == (n, 2 * n, 4 * n)


@settings(max_examples=26, deadline=None)
@given(people)
def test_base_algebra(persons):
    found = cells(persons)
    asked = [who for who in persons if who["tools"] is not None]
    refused = [who for who in asked if "no" in who["tools"]]
    assert found.base("tools").value == len(asked) - len(refused)
    rated = [who for who in persons if who["rate"] is not None]
    unsure = [who for who in rated if who["rate"] == "dk"]
    refused = [who for who in rated if who["rate"] == "no"]
    assert found.base("rate").value == len(rated) - len(refused)
    assert found.mean("rate").base == len(rated) - len(refused) - len(unsure)
    assert found.base().value == len(persons)
    either = [who for who in persons if {who["rate"], who["speed"]} & set(SCALE.names[:-1])]
    assert found.base("grid").value == len(either)


@settings(max_examples=26, deadline=None)
@given(people.filter(bool))
def test_a_net_counts_a_person_once_and_lies_between_its_codes_and_their_sum(persons):
    found = cells(persons)
    if not found.base("tools").value:
        return
    net = found.count("tools", "ab").value
    a, b = found.count("tools", "a").value, found.count("tools", "b").value
    assert net == sum(_holds(who, ("tools", "ab")) for who in persons)
    assert max(a, b) <= net <= a + b


@settings(max_examples=20, deadline=None)
@given(people.filter(bool), st.integers(0, 99))
def test_shares_of_a_single_choice_add_to_one(persons, seed):
    found = cells(persons, weights=_weights(persons, seed))
    shares = [found.share("rate", code).value for code in found.codes("rate")]
    if found.base("rate").value:
        assert sum(shares) == pytest.approx(1)
        band, parts = found.share("rate", "high"), [found.share("rate", c) for c in "45"]
        assert band.value == pytest.approx(sum(part.value for part in parts))


def test_many_filters_are_crossed_in_several_banners(monkeypatch):
    monkeypatch.setattr("atbalss.tables.specify.MAX_CELLS", 6)
    spec = build(QUESTIONNAIRE, FILTERS)
    assert len(spec.banners) > 1
    persons = [{"sex": "f", "tools": ["a"], "rate": "5", "said": ["f"]}] * 3
    persons = [{"speed": None, "visits": None, **who} for who in persons]
    cube = local.count_frame(spec, "2024", frame(persons).data)
    for among in FILTERS:
        n = sum(all(_holds(who, atom) for atom in among) for who in persons)
        assert cube.total("2024", EVERYBODY, tuple(sorted(among)))[0] == n
