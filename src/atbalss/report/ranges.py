"""Which words fit which shares: ONE table, read by the chooser and by the checker.

A word fits when the exact value AND the value as printed (whole percent, half up) lie in its range,
so that a reader who sees both never finds them at odds. All figures here are percent.
"""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.study.decimals import half_up, marked

BARE, ALMOST, MORE, LESS, ABOUT = "", "almost", "more", "less", "about"


@dataclass(frozen=True, slots=True)
class Range:
    """Percent from `low` to `high`; an open end does not belong to it."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def holds(self, percent: float) -> bool:
        """Whether `percent` lies in the range."""
        above = percent > self.low if self.low_open else percent >= self.low
        below = percent < self.high if self.high_open else percent <= self.high
        return above and below


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction word: its exact percent, its bare range, and how far "almost" and "more" reach."""

    key: str
    exact: float
    low: float
    high: float
    below: float = 3.0
    above: float = 5.0


FRACTIONS = (
    Fraction("tenth", 10.0, 9.0, 11.0, below=1.0, above=2.0),
    Fraction("fifth", 20.0, 18.0, 22.0),
    Fraction("quarter", 25.0, 23.0, 27.0),
    Fraction("third", 100 / 3, 31.0, 35.5),
    Fraction("two_fifths", 40.0, 38.0, 42.0),
    Fraction("half", 50.0, 48.0, 52.0),
    Fraction("three_fifths", 60.0, 58.0, 62.0),
    Fraction("two_thirds", 200 / 3, 64.5, 69.0),
    Fraction("three_quarters", 75.0, 73.0, 77.0),
    Fraction("four_fifths", 80.0, 78.0, 82.0),
    Fraction("nine_tenths", 90.0, 89.0, 91.0, below=2.0, above=1.0),
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What words say of a share: a fraction or a majority, and how it is qualified."""

    key: str
    modifier: str = BARE


def _fraction_ranges(item: Fraction) -> dict[Claim, Range]:
    bare = Range(item.low, item.high)
    return {
        Claim(item.key, BARE): bare,
        Claim(item.key, ABOUT): bare,
        Claim(item.key, ALMOST): Range(item.exact - item.below, item.exact, high_open=True),
        Claim(item.key, LESS): Range(item.exact - item.above, item.exact, high_open=True),
        Claim(item.key, MORE): Range(item.exact, item.exact + item.above, low_open=True),
    }


RANGES: dict[Claim, Range] = {
    claim: rule for item in FRACTIONS for claim, rule in _fraction_ranges(item).items()
} | {
    Claim("majority"): Range(50.0, 100.0, low_open=True),
    Claim("great_majority"): Range(75.0, 100.0),
    Claim("minority"): Range(0.0, 50.0, low_open=True, high_open=True),
    Claim("all"): Range(100.0, 100.0),
    Claim("all", ALMOST): Range(90.0, 100.0, high_open=True),
    Claim("none"): Range(0.0, 0.0),
    Claim("none", ALMOST): Range(0.0, 3.0, low_open=True),
}


def fits(claim: Claim, share: float) -> bool:
    """Whether the claim holds for a share 0..1: exactly, and as printed in whole percent."""
    rule = RANGES.get(claim)
    if rule is None:
        return False
    exact = float(half_up(share * 100, 6))
    return rule.holds(exact) and rule.holds(float(half_up(share * 100)))


def choose(share: float) -> Claim | None:
    """The fraction that says a share 0..1 best, or None where no fraction is near.

    The nearest fraction wins; it stands bare where it prints the same, else "almost" or "more".
    """
    percent = share * 100
    printed = half_up(percent)
    for item in sorted(FRACTIONS, key=lambda item: abs(item.exact - percent)):
        bare = Claim(item.key)
        if printed == half_up(item.exact) and fits(bare, share):
            return bare
        for claim in (Claim(item.key, ALMOST), Claim(item.key, MORE), bare):
            if fits(claim, share):
                return claim
    return None


def range_words(claim: Claim, lang: str) -> str:
    """The range of a claim for people, such as `31-35,5 %`."""
    rule = RANGES[claim]
    low, high = (marked(f"{value:.4g}", lang) for value in (rule.low, rule.high))
    left = ">" if rule.low_open else ""
    right = "<" if rule.high_open else ""
    return f"{left}{low} – {right}{high} %"
