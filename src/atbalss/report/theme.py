"""How documents look: colours, sizes and spacing as one frozen value.

Every colour pair that carries text is a tested constant: ink on it has a contrast of 4.5:1 or more
(WCAG 1.4.3). Neighbouring segments of a chart are parted by white, so that no step of the palette
has to differ from its neighbour by 3:1 (WCAG 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """One look for all documents. Colours are `#rrggbb`, chart sizes px, print sizes pt."""

    font: str = "Fira Sans"
    office_font: str = "Arial"  # Office files carry no typeface: one that readers have
    ink: str = "#17212b"
    muted: str = "#53606c"
    rule: str = "#d5dbdf"
    paper: str = "#ffffff"
    tint: str = "#f3f6f5"
    accent: str = "#0b5a63"
    accent_soft: str = "#dcebea"
    deep: str = "#07383f"
    spark: str = "#f2b84b"
    warning: str = "#8f2d0c"
    warning_soft: str = "#fdf0e6"
    past: tuple[str, ...] = ("#9dbfc0", "#c3d7d7", "#dde7e6")  # newest first
    series: tuple[str, ...] = ("#0b5a63", "#e3a86b", "#8aa0ad", "#c9d3ae")
    low_to_high: tuple[str, ...] = ("#a33f1c", "#ecb08c", "#e2ddd3", "#93c0bf", "#0b5a63")
    steps: tuple[str, ...] = ("#0b5a63", "#74adaf", "#abd0cf", "#dbe9e7")
    missing: str = "#e4e6e9"
    other: str = "#cbd1d6"
    chart_width: int = 680
    chart_narrow: int = 350
    label_size: float = 13.0
    small_size: float = 11.5
    bar: int = 19
    body_pt: float = 10.0


DEFAULT = Theme()


def spread(palette: tuple[str, ...], count: int) -> tuple[str, ...]:
    """`count` colours out of `palette`: its steps where they suffice, blends between them beyond.

    The first and the last step are always kept, so that the ends of a scale look the same whatever
    its length; a two-step scale has only the ends.
    """
    if count <= 1:
        return palette[:1]
    last = len(palette) - 1
    return tuple(_readable(_blend(palette, i * last / (count - 1))) for i in range(count))


def _readable(colour: str) -> str:
    """`colour`, paled just so far that ink on it has 4.5:1: blends may fall between two inks."""
    for step in range(11):
        paler = _blend((colour, "#ffffff"), step / 25)
        if max(contrast(paler, DEFAULT.ink), contrast(paler, DEFAULT.paper)) >= 4.5:
            return paler
    return colour


def _blend(palette: tuple[str, ...], at: float) -> str:
    low = min(int(at), len(palette) - 2)
    share = at - low
    one, two = rgb(palette[low]), rgb(palette[low + 1])
    mixed = (round(a + (b - a) * share) for a, b in zip(one, two, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0-255) of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance, 0 black to 1 white (WCAG 2.2, relative luminance)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: str, theme: Theme = DEFAULT) -> str:
    """The theme's ink or paper, whichever reads better on `colour`."""
    pair = (theme.ink, theme.paper)
    return max(pair, key=lambda ink: contrast(ink, colour))


def colours_of(roles: tuple[str, ...], theme: Theme = DEFAULT) -> tuple[str, ...]:
    """A colour for each series by its role: `current`, `past`, `band:i/k`, `step:i/k`, ...

    Past waves grow paler with age (series come oldest first); series without a role take the
    theme's series colours in turn.
    """
    past = sum(role == "past" for role in roles)
    found, seen_past, plain = [], 0, 0
    for role in roles:
        if role == "past":
            seen_past += 1
            found.append(theme.past[min(past - seen_past, len(theme.past) - 1)])
        elif role.startswith(("band:", "step:")):
            found.append(_of_scale(role, theme))
        elif role in ("current", "missing", "other"):
            names = {"current": theme.accent, "missing": theme.missing, "other": theme.other}
            found.append(names[role])
        else:
            found.append(theme.series[plain % len(theme.series)])
            plain += 1
    return tuple(found)


def _of_scale(role: str, theme: Theme) -> str:
    kind, _, place = role.partition(":")
    index, _, count = place.partition("/")
    steps = theme.steps if int(count) > 3 else theme.steps[:3]
    palette = theme.low_to_high if kind == "band" else steps
    return spread(palette, int(count))[int(index) - 1]
