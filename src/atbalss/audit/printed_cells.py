"""The cells of a page: runs of letters that no wide space parts, with the places of their edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from atbalss.audit import regex

_GAP = 0.5  # of a line's height: words that are farther apart may stand in two cells
_NUMBER = regex.pattern(
    r"[<>≈~±+–−-]?\s?\d[\d\s.,]*(?:%|‰|p\.\s?p\.|pp)?\*{0,3}(?:\s?\(\s?[n=\d\s.,%]+\))?"
    r"|\d[\d.,]*\s?%?\s?[–-]\s?\d[\d.,]*\s?%?|[–—-]|n\s?=\s?\d[\d\s]*"
)


@dataclass(slots=True)
class Cell:
    """Words that stand together on a line of the page, with the box around them."""

    text: str
    left: float
    right: float
    foot: float
    head: float
    bold: bool = False
    turned: bool = False  # its letters do not stand upright
    spaces: tuple[tuple[int, float, float], ...] = ()  # place in the text, and between which edges
    parts: tuple[Cell, ...] = ()  # the numbers that stand close together in it
    drawn: bool = False  # in a chart that is read as a table

    @property
    def words(self) -> list[Cell]:
        """Its words, each with its box."""
        edges = [(0, self.left), *((place, after) for place, _, after in self.spaces)]
        ends = [
            *((place, before) for place, before, _ in self.spaces),
            (len(self.text), self.right),
        ]
        return [
            Cell(self.text[begin:end].strip(), left, right, self.foot, self.head, self.bold)
            for (begin, left), (end, right) in zip(edges, ends, strict=True)
        ]

    @property
    def height(self) -> float:
        """As much of a line as its letters take: their size."""
        return self.head - self.foot

    @property
    def middle(self) -> float:
        """Half way up."""
        return (self.head + self.foot) / 2

    @property
    def is_number(self) -> bool:
        """Whether it holds a value, a range, a base or a dash alone."""
        return bool(_NUMBER.fullmatch(self.text))


def cells_of(words: Any) -> list[list[Cell]]:
    """The lines of a page (a text page of pypdfium2) as cells: wide spaces part them."""
    text: str = words.get_text_range()
    box = _Boxes(words) if len(text) == words.count_chars() else None
    lines: list[list[Cell]] = [[]]
    spaced = False
    for at, char in enumerate(text):
        if char in "\r\n":
            if lines[-1]:
                lines.append([])
            spaced = False
        elif char.isspace() or char in "\x00\u2060":
            spaced = True
        else:
            letter = box(_SIGNS.get(char, char), at) if box else Cell(char, 0, 0, 0, 0)
            if box and not lines[-1] and len(lines) > 1 and _beyond(letter, lines[-2][-1]):
                lines.pop()
            _place(lines[-1], letter, spaced)
            spaced = False
    return [line for line in lines if line]


_SIGNS = {"\ufffe": "-", "\x02": "-", "\u00ad": ""} | {
    chr(code): "•" for code in range(0xF020, 0xF100)
}


class _Boxes:
    """Where a letter stands: left and right edge, and as much of a line as its size takes.

    The box of its outline is no use: it is as high as the letter is, "a" lower than "b".
    """

    def __init__(self, words: Any) -> None:
        from ctypes import c_double, c_int, create_string_buffer

        from pypdfium2 import raw

        self._words, self._raw = words, raw
        self._x, self._y, self._matrix = c_double(), c_double(), raw.FS_MATRIX()
        self._name, self._flags = create_string_buffer(128), c_int()

    def __call__(self, letter: str, at: int) -> Cell:
        left, foot, right, head = self._words.get_charbox(at, loose=True)
        raw, page, matrix = self._raw, self._words.raw, self._matrix
        size = raw.FPDFText_GetFontSize(page, at)
        if raw.FPDFText_GetMatrix(page, at, matrix):
            size *= (matrix.c**2 + matrix.d**2) ** 0.5
        if not raw.FPDFText_GetCharOrigin(page, at, self._x, self._y) or not size:
            return Cell(letter, left, right, foot, head)
        line = self._y.value
        if letter.isdigit() and self._words.get_charbox(at)[1] > line + 0.15 * size:
            line, size = line + 0.3 * size, 0.6 * size  # a small figure of the face itself
        made = Cell(letter, left, right, line - 0.2 * size, line + 0.8 * size, self._bold(at))
        made.turned = abs(matrix.b) > 0.1 * abs(matrix.a)
        return made

    def _bold(self, at: int) -> bool:
        name, flags = self._name, self._flags
        if self._raw.FPDFText_GetFontWeight(self._words.raw, at) >= 600:
            return True
        self._raw.FPDFText_GetFontInfo(self._words.raw, at, name, len(name), flags)
        return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _beyond(letter: Cell, last: Cell) -> bool:
    """Whether a letter stands on the line of a cell, to the right of it: a tab is no line's end."""
    return letter.left > last.right and abs(letter.middle - last.middle) < 0.2 * last.height


def _place(line: list[Cell], letter: Cell, spaced: bool) -> None:
    """Put a letter on a line: into its last cell or, after a wide space, into a new one."""
    last = line[-1] if line else None
    size = max(last.height, 0.01) if last else 0
    if (
        last is None
        or not -size < letter.left - last.right < _GAP * size
        or abs(letter.middle - last.middle) > 0.6 * size
    ):
        line.append(letter)
    elif spaced or not _raised(letter, last):  # else the mark of a footnote
        if spaced:
            last.spaces += ((len(last.text), last.right, letter.left),)
        last.text += (" " if spaced else "") + letter.text
        last.right = max(last.right, letter.right)
        last.bold = last.bold and letter.bold


def _raised(letter: Cell, last: Cell) -> bool:
    small = letter.height < 0.8 * last.height
    return letter.text.isdigit() and small and letter.foot > last.foot + 0.1 * last.height
