import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.problems import Place, Problem
from atbalss.study.rules import parse
from atbalss.study.texts import Text
from atbalss.tables.codec import NotPlainError, packed, text_of, unpacked
from atbalss.tables.demand import Demand
from atbalss.tables.result import CellKey, Column, Comparison, Flag, Number, Source, Unit, Verdict

words = st.text(max_size=12)
floats = st.floats(allow_nan=False)
maybe = st.none() | floats
keys = st.builds(CellKey, words, words, words, st.tuples(st.tuples(words, words)))
numbers = st.builds(
    Number,
    keys,
    st.sampled_from(Unit),
    maybe,
    st.none() | st.integers(),
    low=maybe,
    high=maybe,
    flag=st.sampled_from(Flag),
    source=st.sampled_from(Source),
    is_floor=st.booleans(),
)
comparisons = st.builds(
    Comparison, numbers, numbers, numbers, st.sampled_from(Verdict), p=maybe, method=words
)
texts = st.dictionaries(st.sampled_from(["lv", "en", "ru"]), words).map(Text.of)
columns = st.builds(Column, words, texts, words)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | floats | words | numbers | comparisons | columns,
    lambda inner: st.lists(inner).map(tuple) | st.lists(inner) | st.dictionaries(words, inner),
    max_leaves=6,
)


def there_and_back(value):
    text = text_of(packed(value)).encode("utf-8", "surrogatepass")
    return unpacked(json.loads(text.decode("utf-8", "surrogatepass")))


@given(values)
def test_a_value_comes_back_as_it_was(value):
    again = there_and_back(value)
    assert again == value
    assert repr(again) == repr(value)  # types and the last bit of every float too


@given(st.frozensets(keys, max_size=3))
def test_a_demand_has_one_text_whatever_the_order_of_its_sets(cells):
    pairs = frozenset((cell, cell) for cell in cells)
    one = Demand(frozenset({(("q", "a"),)}), pairs)
    other = Demand(frozenset({(("q", "a"),)}), frozenset(reversed(list(pairs))))
    assert text_of(packed(one)) == text_of(packed(other))
    assert there_and_back(one) == one


def test_rules_and_problems_come_back():
    rule = parse("not(${a} = 'x') and selected(${b}, '1') or -. > 2.5")
    assert there_and_back(rule) == rule
    fault = Problem("tables-no-mean", Place("a.md", row=3), (("question", "q"),))
    assert there_and_back(fault) == fault


def test_what_is_no_number_stays_none():
    assert math.isnan(there_and_back(float("nan")))
    assert there_and_back((float("inf"), -0.0)) == (float("inf"), 0.0)
    assert math.copysign(1, there_and_back(-0.0)) == -1


def test_numbers_of_numpy_become_pythons():
    np = pytest.importorskip("numpy")
    assert repr(there_and_back((np.int64(3), np.float64(0.1), np.float32(0.5)))) == "(3, 0.1, 0.5)"


class Stranger:
    pass


@pytest.mark.parametrize("value", [Stranger(), (1, Stranger()), object, {1: Stranger()}])
def test_what_has_no_plain_form_is_refused(value):
    with pytest.raises(NotPlainError):
        packed(value)


@pytest.mark.parametrize(
    "plain",
    [
        [],
        [3],
        ["os.system", "true"],
        ["result.Number"],
        ["result.Nothing", 1],
        ["result.dataclass"],
        ["result.Flag", "no such flag"],
        ["result.Number", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
        [":", 1],
        ["problems.Problem", "no-such-fault", ["problems.Place"]],
        ["problems.catalogue"],
        ["problems.errors", [""]],
    ],
)
def test_what_was_never_kept_makes_nothing(plain):
    with pytest.raises(NotPlainError):
        unpacked(plain)
