"""Where a native chart stands, and how its words and grounds are written (DrawingML)."""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.report.opc import escape
from atbalss.report.theme import Theme


@dataclass(frozen=True, slots=True)
class Page:
    """Where a chart will stand: its width in pt, the size of its words in pt, the language.

    On a `tight` page bars stand close.
    """

    width: float
    size: float
    lang: str
    theme: Theme
    tight: bool = False


def text_look(
    size: float,
    colour: str,
    font: str,
    *,
    bold: bool = False,
    one_line: bool = False,
    level: bool = False,
) -> str:
    """How the words of a part of a chart look: `size` in pt; `one_line`: they never wrap.

    `level`: they are never turned, and so LibreOffice leaves none out where they stand close.
    """
    face = escape(font)
    turned = ' rot="0"' if level else ""
    wrapped = ' wrap="none"' if one_line else ""
    body = f"<a:bodyPr{turned}{wrapped}/>"
    return (
        f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" '
        f'b="{int(bold)}">{fill(colour)}<a:latin typeface="{face}"/><a:cs typeface="{face}"/>'
        "</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>"
    )


def fill(colour: str) -> str:
    """A ground or line of one colour."""
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:solidFill>'


def number_format(form: str) -> str:
    """The format that values are printed under."""
    return f'<c:numFmt formatCode="{escape(form)}" sourceLinked="0"/>'
