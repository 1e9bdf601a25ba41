"""Pictures in Word: a drawing in a run of text, with its alternative text."""

from __future__ import annotations

from atbalss.report.opc import Package, escape

HIGHEST = 620.0  # pt: the tallest picture of a page
EMU = 12_700  # units a pt
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"


def picture(
    made: Package, main: str, number: int, png: bytes, name: str, alt: str, width: float
) -> str:
    """A PNG as inline picture `number` of the part `main`, `width` pt wide."""
    across = int.from_bytes(png[16:20], "big")
    down = int.from_bytes(png[20:24], "big")
    high = width * down / across
    if high > HIGHEST:
        width, high = width * HIGHEST / high, HIGHEST
    part = made.add(f"/word/media/image{number}.png", png)
    related = made.relate(main, "image", part)
    size = f'<a:ext cx="{round(width * EMU)}" cy="{round(high * EMU)}"/>'
    inside = (
        f'<a:graphic><a:graphicData uri="{DRAWN}/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{escape(name)}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{related}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>{size}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic>"
    )
    return inline(number, name, alt, width, high, inside)


def inline(number: int, name: str, alt: str, width: float, height: float, inside: str) -> str:
    """A drawing in a run of text; `alt` is read aloud in its place."""
    wide, high = round(width * EMU), round(height * EMU)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{escape(name)}" descr="{escape(alt)}"/>'
        f"<wp:cNvGraphicFramePr/>{inside}</wp:inline></w:drawing></w:r>"
    )
