"""Charts: a figure model becomes a Vega-Lite spec, and the spec an SVG whose text stays text.

vl-convert is imported only when a chart is not in the cache: starting its engine costs most of a
second, drawing a chart some hundredths.
"""

from __future__ import annotations

import hashlib
import re
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from atbalss.report import fonts
from atbalss.report.chart_layout import Sheet
from atbalss.report.document import FigureModel
from atbalss.report.kept import keep
from atbalss.report.theme import Theme
from atbalss.tables.installed import installed

_DRAWING = "2"  # raise it when the same model is to be drawn differently
_DRAWN_WITH = ("vl-convert-python", "fontpkg-fira-sans")
VEGA_LITE = "6.4"
_LOCK = threading.Lock()
_STARTED: set[str] = set()


def spec(model: FigureModel, theme: Theme, lang: str) -> dict[str, Any]:
    """The chart as a Vega-Lite spec (plain values): opens in the Vega editor as it is."""
    from atbalss.report.chart_forms import chart

    schema = f"https://vega.github.io/schema/vega-lite/v{VEGA_LITE}.0.json"
    return {"$schema": schema, **chart(model, Sheet(theme, lang))}


def draw(
    model: FigureModel, theme: Theme, lang: str, cache: Path | None = None, *, narrow: bool = False
) -> str:
    """The chart as an SVG, `theme.chart_width` px wide (`chart_narrow` where `narrow`).

    Kept in `cache` under a hash of everything it is made from.
    """
    wide = theme.chart_narrow if narrow else theme.chart_width
    kept = _kept(model, theme, lang, cache, wide)
    if kept and kept.exists():
        return kept.read_text(encoding="utf-8")
    warm_up()
    svg = clean(_svg(spec_for(model, theme, lang, wide)), wide)
    if kept:
        keep(kept, svg.encode())
    return svg


def is_drawn(
    model: FigureModel, theme: Theme, lang: str, cache: Path | None, *, narrow: bool = False
) -> bool:
    """Whether the cache holds the chart already."""
    kept = _kept(model, theme, lang, cache, theme.chart_narrow if narrow else theme.chart_width)
    return kept is not None and kept.exists()


def _kept(
    model: FigureModel, theme: Theme, lang: str, cache: Path | None, wide: int
) -> Path | None:
    return cache / f"{_key(model, theme, lang, wide)}.svg" if cache else None


def spec_for(model: FigureModel, theme: Theme, lang: str, wide: int) -> dict[str, Any]:
    """The chart's spec at a width in px."""
    from dataclasses import replace

    return spec(model, replace(theme, chart_width=wide), lang)


def picture(model: FigureModel, theme: Theme, lang: str, cache: Path | None, scale: float) -> bytes:
    """The chart at full width as a PNG, kept in `cache` like the SVG that it is made from."""
    key = _key(model, theme, lang, theme.chart_width)
    kept = cache / f"{key}-{scale:g}.png" if cache else None
    if kept and kept.exists():
        return kept.read_bytes()
    made = png(draw(model, theme, lang, cache), scale)
    if kept:
        keep(kept, made)
    return made


def png(svg: str, scale: float = 1.0) -> bytes:
    """A drawn chart as a PNG, `scale` pixels a px."""
    made: bytes = engine().svg_to_png(svg, scale=scale)
    return made


def warm_up() -> threading.Thread:
    """Start the drawing engine in a thread, beside other work such as making the spec."""
    thread = threading.Thread(target=engine, name="charts", daemon=True)
    if "engine" not in _STARTED:
        thread.start()
    return thread


def _key(model: FigureModel, theme: Theme, lang: str, wide: int) -> str:
    """A name for all that a chart is made from; `repr` tells a model whole, and quickly."""
    text = f"{model!r} {wide} {_of_all(theme, lang)}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@lru_cache(maxsize=10)
def _of_all(theme: Theme, lang: str) -> str:
    return repr((theme, lang, _DRAWING, VEGA_LITE, installed(_DRAWN_WITH)))


def engine(faces: Path | None = None) -> Any:
    """vl-convert with the typeface, started once: its first drawing takes a second.

    `faces`: the folder of the faces that it is given, where it was not started before.
    """
    import vl_convert

    with _LOCK:
        if "engine" not in _STARTED:
            _STARTED.add("engine")
            vl_convert.register_font_directory(str(faces or fonts.folder()))
            vl_convert.vega_to_svg({"marks": []})
    return vl_convert


def _svg(built: dict[str, Any]) -> str:
    svg: str = engine().vegalite_to_svg(built, vl_version=VEGA_LITE)
    return svg


_ATTRIBUTES = re.compile(
    r' (?:role|aria-[a-z]+|class|pointer-events|stroke-miterlimit|xmlns:xlink|version)="[^"]*"'
)
_HEAD = re.compile(r'<svg([^>]*?) width="([\d.]+)" height="([\d.]+)" viewBox="[^"]*"')


def clean(svg: str, wide: int) -> str:
    """The SVG without what readers do not need: roles, classes, ids; exactly `wide` px wide.

    Ids are numbered anew under a prefix made from the content, so that the same chart always gives
    the same bytes and many charts can stand in one page.
    """
    svg = _ATTRIBUTES.sub("", svg)
    head = _HEAD.search(svg)
    if head is None:
        raise ValueError("no size in the SVG")
    drawn, high = float(head[2]), float(head[3])
    box = max(drawn, float(wide))
    size = f'width="{wide}" height="{high * wide / box:g}" viewBox="0 0 {box:g} {high:g}"'
    svg = f"{svg[: head.start()]}<svg{head[1]} {size}{svg[head.end() :]}"
    svg = re.sub(r'<rect width="[\d.]+" height="[\d.]+" fill="[^"]+"\s*/>', "", svg, count=1)
    return _renumber(svg)


def _renumber(svg: str) -> str:
    names = dict.fromkeys(re.findall(r'\bid="([^"]+)"', svg))
    if not names:
        return svg
    bare = re.sub(r'\bid="[^"]+"|url\(#[^)]+\)', "", svg)
    prefix = "c" + hashlib.sha256(bare.encode("utf-8")).hexdigest()[:10]
    for number, name in enumerate(names, 1):
        new = f"{prefix}-{number}"
        svg = svg.replace(f'id="{name}"', f'id="{new}"').replace(f"#{name})", f"#{new})")
    return svg
