"""The rectangles and strokes that a PDF page draws: what bars and the marks of a legend are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_SHAPES = 4000  # of one page: maps and photographs have more
_DEPTH = 8  # of forms within forms
_CORNERS = 8  # pieces of the outline of a rectangle, at most; round corners have more


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle by its edges in points, filled in one colour; a stroke is a thin one."""

    left: float
    foot: float
    right: float
    head: float
    fill: tuple[int, int, int]

    @property
    def width(self) -> float:
        """From the left to the right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the foot to the head."""
        return self.head - self.foot


Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


def shapes_of(page: Any) -> list[Shape]:
    """The rectangles, dots and straight strokes of a page (of pypdfium2); none where it draws too much."""
    from pypdfium2 import raw

    count = raw.FPDFPage_CountObjects(page.raw)
    objects = (raw.FPDFPage_GetObject(page.raw, at) for at in range(min(count, 4 * MAX_SHAPES)))
    reader = _Reader()
    found: dict[Shape, None] = {}
    for shape in reader.read(objects, _SAME, 0):
        found[shape] = None
        if len(found) > MAX_SHAPES:
            return []
    return list(found)


class _Reader:
    """Reads objects of a page with the places that PDFium writes its answers to."""

    def __init__(self) -> None:
        from ctypes import c_float, c_int, c_uint

        from pypdfium2 import raw

        self._raw = raw
        self._edges = [c_float() for _ in range(4)]
        self._colour = [c_uint() for _ in range(4)]
        self._mode, self._stroke, self._width = c_int(), c_int(), c_float()
        self._matrix = raw.FS_MATRIX()

    def read(self, objects: Iterator[Any], by: Matrix, depth: int) -> Iterator[Shape]:
        """The shapes of objects, each moved by the matrix of the forms around it."""
        raw = self._raw
        for item in objects:
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                count = raw.FPDFFormObj_CountObjects(item)
                inner = (raw.FPDFFormObj_GetObject(item, at) for at in range(count))
                yield from self.read(inner, self._within(item, by), depth + 1)
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                made = self._shape(item, by)
                if made is not None:
                    yield made

    def _within(self, form: Any, by: Matrix) -> Matrix:
        own = self._matrix
        if not self._raw.FPDFPageObj_GetMatrix(form, own):
            return by
        a, b, c, d, e, f = by
        return (
            own.a * a + own.b * c, own.a * b + own.b * d, own.c * a + own.d * c,
            own.c * b + own.d * d, own.e * a + own.f * c + e, own.e * b + own.f * d + f,
        )  # fmt: skip

    def _shape(self, path: Any, by: Matrix) -> Shape | None:
        raw, edges, colour = self._raw, self._edges, self._colour
        pieces = raw.FPDFPath_CountSegments(path)
        raw.FPDFPath_GetDrawMode(path, self._mode, self._stroke)
        filled, stroked = self._mode.value != 0, self._stroke.value != 0
        if not (filled or stroked) or pieces > 4 * _CORNERS or pieces < 2:
            return None
        if not raw.FPDFPageObj_GetBounds(path, *edges):
            return None
        left, foot, right, head = (edge.value for edge in edges)
        if stroked:  # the bounds are those of the stroke, which is as wide on either side
            raw.FPDFPageObj_GetStrokeWidth(path, self._width)
            wide = self._width.value
            left, foot, right, head = left + wide, foot + wide, right - wide, head - wide
        ask = raw.FPDFPageObj_GetFillColor if filled else raw.FPDFPageObj_GetStrokeColor
        ask(path, *colour)
        if colour[3].value == 0 or (not filled and pieces > 3):
            return None
        a, b, c, d, e, f = by
        xs = sorted((left * a + foot * c + e, right * a + head * c + e))
        ys = sorted((left * b + foot * d + f, right * b + head * d + f))
        fill = (colour[0].value, colour[1].value, colour[2].value)
        return Shape(round(xs[0], 1), round(ys[0], 1), round(xs[1], 1), round(ys[1], 1), fill)
