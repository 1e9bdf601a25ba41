"""A house style out of a few colours: what is not given is derived, what cannot be read refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import partial

from atbalss.report.theme import DEFAULT, Theme, colours_of, contrast, ink_on, rgb

TEXT, GRAPHIC = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
SINGLE = (
    "ink",
    "muted",
    "rule",
    "tint",
    "accent",
    "accent_soft",
    "deep",
    "spark",
    "warning",
    "warning_soft",
    "missing",
    "other",
)
LISTS = {"past": 3, "series": 4, "low_to_high": 5, "steps": 4}  # palettes and their lengths
_INKS = ("ink", "muted", "accent", "deep", "warning")
_GROUNDS = ("paper", "tint", "warning_soft", "accent_soft")
Colours = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two colours that cannot be read on one another, and the nearest colour that could."""

    key: str  # the colour to change
    colour: str
    against: str
    ratio: float
    needed: float
    proposal: str


def styled(given: Colours, office_font: str = "") -> Theme:
    """The theme of the colours given; an accent alone brings its own tints and shades along."""
    made: dict[str, str | tuple[str, ...]] = dict(given)
    accent = given.get("accent")
    if isinstance(accent, str):
        paper, black = DEFAULT.paper, "#000000"
        own: dict[str, str | tuple[str, ...]] = {
            "accent_soft": mixed(accent, paper, 0.86),
            "deep": mixed(accent, black, 0.4),
            "past": tuple(mixed(accent, paper, share) for share in (0.6, 0.76, 0.87)),
            "series": (accent, *DEFAULT.series[1:]),
            "steps": (accent, *(mixed(accent, paper, share) for share in (0.44, 0.67, 0.85))),
            "low_to_high": (*DEFAULT.low_to_high[:3], mixed(accent, paper, 0.56), accent),
        }
        made = {**own, **made}
    names = {item.name for item in fields(Theme)}
    kept = {name: value for name, value in made.items() if name in names}
    theme = replace(DEFAULT, **kept)  # type: ignore[arg-type]
    return replace(theme, office_font=office_font) if office_font else theme


def mixed(one: str, other: str, share: float) -> str:
    """`one` with `share` of `other` in it."""
    parts = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def _stands_out(against: str, needed: float, colour: str) -> bool:
    return contrast(colour, against) >= needed


def clashes(theme: Theme, given: Colours) -> list[Clash]:
    """All pairs that carry text or meaning and cannot be told apart, each told once.

    What is to be changed is a colour that was given, the one on top where both were.
    """
    found: dict[tuple[str, str], Clash] = {}
    for top, ground, needed in _pairs():
        one, two = _colour(theme, top), _colour(theme, ground)
        ratio = contrast(one, two)
        if ratio < needed:
            key = _given(top, ground, given)
            own, against = (one, two) if key == top else (two, one)
            proposal = nearest(own, partial(_stands_out, against, needed))
            other = ground if key == top else top
            found.setdefault((key, other), Clash(key, own, other, ratio, needed, proposal))
    for key, fill in _fills(theme):
        ratio = contrast(ink_on(fill, theme), fill)
        if ratio < TEXT:
            proposal = nearest(fill, lambda c: contrast(ink_on(c, theme), c) >= TEXT)
            found.setdefault((key, "ink"), Clash(key, fill, "ink", ratio, TEXT, proposal))
    return list(found.values())


def _pairs() -> Iterator[tuple[str, str, float]]:
    for ink in _INKS:
        for ground in _GROUNDS:
            yield ink, ground, TEXT
    yield from (("paper", "deep", TEXT), ("paper", "warning", TEXT), ("spark", "deep", TEXT))
    yield from (("past", "deep", TEXT), ("ink", "spark", TEXT), ("accent", "paper", GRAPHIC))


def _colour(theme: Theme, key: str) -> str:
    value = getattr(theme, key)
    return str(value[-1] if isinstance(value, tuple) else value)


def _given(top: str, ground: str, given: Colours) -> str:
    """Which of a pair to change: one that the house gave; of derived ones, their accent."""
    return next((key for key in (top, ground) if key in given), "accent")


def _fills(theme: Theme) -> Iterator[tuple[str, str]]:
    """Every colour that may carry a label, with the key it comes from."""
    for key in ("past", "series", "low_to_high", "steps"):
        for fill in getattr(theme, key):
            yield key, fill
    yield from (("missing", theme.missing), ("other", theme.other), ("accent", theme.accent))
    for key, kind in (("low_to_high", "band"), ("steps", "step")):
        for count in range(2, 12):
            roles = tuple(f"{kind}:{at}/{count}" for at in range(1, count + 1))
            for fill in colours_of(roles, theme):
                yield key, fill


def nearest(colour: str, passes: Callable[[str], bool]) -> str:
    """The colour nearest to `colour` on the way to black or to white that passes."""
    for step in range(101):
        for end in ("#000000", "#ffffff"):
            tried = mixed(colour, end, step / 100)
            if passes(tried):
                return tried
    return "#000000"
