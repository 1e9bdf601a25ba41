"""Drawn charts as PNG, for Office files whose charts are to be pictures."""

from __future__ import annotations

from collections.abc import Mapping

from atbalss.report import charts

SCALE = 2.0  # pixels a px of the drawing: 200 to the inch on the page


def pictures_of(drawn: Mapping[str, str]) -> dict[str, bytes]:
    """PNGs by anchor of SVGs by anchor."""
    return {anchor: png(svg) for anchor, svg in drawn.items()}


def png(svg: str) -> bytes:
    """An SVG as PNG, in the report's own typeface."""
    made: bytes = charts.engine().svg_to_png(svg, scale=SCALE)
    return made
