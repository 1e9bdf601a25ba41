from decimal import Decimal

import pytest

from atbalss.study.decimals import fixed, half_up, marked
from atbalss.tables.banner_notes import percent


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (28.499999999999996, 0, "29"),
        (28.4999, 0, "28"),
        (1.005, 2, "1.01"),
        (1e-12, 0, "0"),
    ],
)
def test_halves_are_rounded_away_from_zero_and_noise_is_none(value, digits, rounded):
    assert half_up(value, digits) == Decimal(rounded)


def test_the_mark_is_that_of_the_language():
    assert [marked("99.9", lang) for lang in ("lv", "en", "ru")] == ["99,9", "99.9", "99,9"]
    assert fixed(12345.675, 2, "lv") == "12345,68"
    level = percent(0.999)
    assert (level.get("lv"), level.get("en")) == ("99,9", "99.9")
