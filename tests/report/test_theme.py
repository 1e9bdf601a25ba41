"""The palette: words on every colour can be read; steps and roles keep their meaning."""

from __future__ import annotations

import itertools

import pytest

from atbalss.report.theme import DEFAULT, colours_of, contrast, ink_on, luminance, spread


def every_fill() -> set[str]:
    look = DEFAULT
    fills = {*look.past, *look.series, look.missing, look.other, look.accent, look.tint, look.paper}
    fills |= {look.accent_soft, look.deep, look.spark, look.warning, look.warning_soft}
    for count in range(2, 12):
        fills |= set(spread(look.low_to_high, count)) | set(spread(look.steps, count))
        for kind, i in itertools.product(("band", "step"), range(1, count + 1)):
            fills |= set(colours_of((f"{kind}:{i}/{count}",)))
    return fills


@pytest.mark.parametrize("fill", sorted(every_fill()))
def test_ink_on_every_fill_is_4_5_to_1(fill: str) -> None:
    assert contrast(ink_on(fill), fill) >= 4.5


@pytest.mark.parametrize("ground", ["paper", "tint", "warning_soft", "accent_soft"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "deep", "warning"])
def test_text_colours_on_grounds(ink: str, ground: str) -> None:
    assert contrast(getattr(DEFAULT, ink), getattr(DEFAULT, ground)) >= 4.5


@pytest.mark.parametrize(("one", "two"), [("#ffffff", "deep"), ("#ffffff", "warning")])
def test_white_on_dark(one: str, two: str) -> None:
    assert contrast(one, getattr(DEFAULT, two)) >= 4.5
    assert contrast(DEFAULT.spark, DEFAULT.deep) >= 4.5
    assert contrast(DEFAULT.past[-1], DEFAULT.deep) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_past_waves_pale_with_age_and_the_current_stands_out() -> None:
    oldest, older, current = colours_of(("past", "past", "current"))
    assert luminance(oldest) > luminance(older) > luminance(current)
    assert current == DEFAULT.accent


def test_ends_of_a_scale_look_the_same_at_any_length() -> None:
    for count in (2, 5, 10):
        colours = colours_of(tuple(f"band:{i}/{count}" for i in range(1, count + 1)))
        assert (colours[0], colours[-1]) == (DEFAULT.low_to_high[0], DEFAULT.low_to_high[-1])
        assert len(set(colours)) == count
