"""Masters, layouts and shapes of the presentation, as PresentationML."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.report.opc import OFFICE, escape
from atbalss.report.theme import Theme

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SPACES = f'xmlns:a="{A}" xmlns:r="{OFFICE}" xmlns:p="{P}"'
WIDE, HIGH = 12_192_000, 6_858_000
EDGE, ROOM = 609_600, 10_972_800
TITLE = (EDGE, 320_000, ROOM, 1_080_000)
UNDER = (EDGE, 1_420_000, ROOM, 520_000)
BODY = (EDGE, 1_990_000, ROOM, 4_300_000)
MARKS = (EDGE, 6_110_000, ROOM, 250_000)  # a chart above it is so much lower
FOOT = (EDGE, 6_390_000, 9_600_000, 300_000)
NUMBER = (EDGE + 9_972_800, 6_390_000, 1_000_000, 300_000)
COVER_TITLE = (EDGE, 1_900_000, ROOM, 2_000_000)
COVER_UNDER = (EDGE, 4_000_000, ROOM, 1_000_000)
COVER_BODY = (EDGE, 5_250_000, ROOM, 1_000_000)
Box = tuple[int, int, int, int]


def colour(value: str) -> str:
    """A colour as a solid fill."""
    return f'<a:solidFill><a:srgbClr val="{value.lstrip("#").upper()}"/></a:solidFill>'


def place(box: Box, tag: str = "a", turn: int = 0) -> str:
    """Where a shape is, EMU; `turn` in 1/60000 degree."""
    x, y, wide, high = box
    turned = f' rot="{turn}"' if turn else ""
    return (
        f'<{tag}:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></{tag}:xfrm>'
    )


def words(
    text: str, tag: str, *, size: float = 0, look: str = "", bold: bool = False, left: bool = False
) -> str:
    """Paragraphs of a text, a line each; `size` in pt where it differs from the layout's."""
    attributes = f' sz="{round(size * 100)}"' if size else ""
    attributes += ' b="1"' if bold else ""
    side = '<a:pPr algn="l"/>' if left else ""
    found = []
    for line in text.split("\n"):
        run = (
            f'<a:r><a:rPr lang="{tag}"{attributes} dirty="0">{look}</a:rPr>'
            f"<a:t>{escape(line)}</a:t></a:r>"
        )
        found.append(f'<a:p>{side}{run if line else ""}<a:endParaRPr lang="{tag}"/></a:p>')
    return "".join(found)


def shape(
    number: int,
    name: str,
    holder: str,
    inside: str,
    box: Box | None = None,
    *,
    body: str = "<a:bodyPr/>",
    styles: str = "<a:lstStyle/>",
) -> str:
    """A placeholder with text; `holder` is its type and index as XML attributes."""
    spot = f"<p:spPr>{place(box)}</p:spPr>" if box else "<p:spPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {holder}/></p:nvPr></p:nvSpPr>'
        f"{spot}<p:txBody>{body}{styles}{inside}</p:txBody></p:sp>"
    )


def tree(shapes: Sequence[str]) -> str:
    """The shapes of a slide in reading order."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{"".join(shapes)}</p:spTree>'
    )


def level(size: float, value: str, face: str, *, bold: bool = False, tag: str = "lvl1pPr") -> str:
    """The look of a level of text."""
    return (
        f'<a:{tag} marL="0" indent="0"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="300"/></a:spcBef><a:buNone/><a:defRPr sz="{round(size * 100)}" '
        f'b="{int(bold)}">{colour(value)}<a:latin typeface="{escape(face)}"/></a:defRPr></a:{tag}>'
    )


def band(number: int, box: Box, value: str) -> str:
    """A coloured band without words."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="band {number}"/><p:cNvSpPr/><p:nvPr '
        f'userDrawn="1"/></p:nvSpPr><p:spPr>{place(box)}<a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{colour(value)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/>"
        "<a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


def watermark(number: int, text: str, tag: str) -> str:
    """The word of a draft across the slide, behind all."""
    pale = '<a:solidFill><a:srgbClr val="A0A0A0"><a:alpha val="30000"/></a:srgbClr></a:solidFill>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="watermark"/><p:cNvSpPr txBox="1"/><p:nvPr '
        f'userDrawn="1"/></p:nvSpPr><p:spPr>'
        f"{place((EDGE, 2_600_000, ROOM, 1_600_000), turn=-1_800_000 % 21_600_000)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        '<a:bodyPr wrap="square" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/>'
        f'<a:r><a:rPr lang="{tag}" sz="9600" b="1">{pale}</a:rPr><a:t>{escape(text)}</a:t></a:r>'
        "</a:p></p:txBody></p:sp>"
    )


def master(theme: Theme, tag: str, mark: str) -> str:
    """slideMaster1.xml; `mark` is the watermark's word or ""."""
    face = theme.office_font
    shapes = [band(7, (0, 0, WIDE, 110_000), theme.accent)]
    if mark:
        shapes.append(watermark(8, mark, tag))
    bottom = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:normAutofit/></a:bodyPr>'
    plain = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>'
    small = f"<a:lstStyle>{level(10, theme.muted, face)}</a:lstStyle>"
    shapes += [
        shape(2, "title", 'type="title"', words("…", tag), TITLE, body=bottom),
        shape(3, "body", 'type="body" idx="1"', words("…", tag), BODY, body=plain),
        shape(4, "foot", 'type="ftr" sz="quarter" idx="3"', words("", tag), FOOT, styles=small),
        shape(5, "number", 'type="sldNum" sz="quarter" idx="4"', field(tag), NUMBER, styles=small),
    ]
    below = "".join(
        level(size, theme.ink, face, tag=f"lvl{at}pPr") for at, size in enumerate((18, 16, 14), 1)
    )
    names = "".join(
        f'{key}="{value}" '
        for key, value in (
            ("bg1", "lt1"),
            ("tx1", "dk1"),
            ("bg2", "lt2"),
            ("tx2", "dk2"),
            ("accent1", "accent1"),
            ("accent2", "accent2"),
            ("accent3", "accent3"),
            ("accent4", "accent4"),
            ("accent5", "accent5"),
            ("accent6", "accent6"),
            ("hlink", "hlink"),
            ("folHlink", "folHlink"),
        )
    )
    return (
        f"<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr>{colour(theme.paper)}<a:effectLst/></p:bgPr>"
        f"</p:bg>{tree(shapes)}</p:cSld><p:clrMap {names}/><p:sldLayoutIdLst>"
        '<p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/>'
        '<p:sldLayoutId id="2147483651" r:id="rId3"/></p:sldLayoutIdLst><p:txStyles>'
        f"<p:titleStyle>{level(26, theme.deep, face, bold=True)}</p:titleStyle>"
        f"<p:bodyStyle>{below}</p:bodyStyle><p:otherStyle>"
        f"{level(12, theme.ink, face)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def field(tag: str) -> str:
    """The number of the slide."""
    return (
        f'<a:p><a:pPr algn="r"/><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" '
        f'type="slidenum"><a:rPr lang="{tag}"/><a:t>‹#›</a:t></a:fld></a:p>'
    )


def layouts(theme: Theme, tag: str) -> dict[str, str]:
    """The three layouts by name: cover, finding, table."""
    face = theme.office_font
    small = f"<a:lstStyle>{level(10, theme.muted, face)}</a:lstStyle>"
    foot = [
        shape(8, "foot", 'type="ftr" sz="quarter" idx="10"', words("", tag), FOOT, styles=small),
        shape(9, "number", 'type="sldNum" sz="quarter" idx="11"', field(tag), NUMBER, styles=small),
    ]
    title = shape(2, "title", 'type="title"', words("…", tag))
    muted = f"<a:lstStyle>{level(12, theme.muted, face)}</a:lstStyle>"
    chart = shape(4, "chart", 'type="chart" idx="14"', words("", tag), BODY)
    under = shape(
        3,
        "under",
        'type="body" sz="quarter" idx="13"',
        words("…", tag),
        UNDER,
        body='<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>',
        styles=muted,
    )
    marks = shape(
        5,
        "marks",
        'type="body" sz="quarter" idx="15"',
        words("…", tag),
        MARKS,
        body='<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:normAutofit/></a:bodyPr>',
        styles=small,
    )
    table = shape(4, "table", 'type="tbl" idx="14"', words("", tag), BODY)
    big = f"<a:lstStyle>{level(34, theme.paper, face, bold=True)}</a:lstStyle>"
    soft = f"<a:lstStyle>{level(18, theme.paper, face)}</a:lstStyle>"
    spark = f"<a:lstStyle>{level(14, theme.spark, face, bold=True)}</a:lstStyle>"
    cover = [
        shape(
            2,
            "title",
            'type="ctrTitle"',
            words("…", tag),
            COVER_TITLE,
            styles=big,
            body='<a:bodyPr anchor="b"><a:normAutofit/></a:bodyPr>',
        ),
        shape(3, "subtitle", 'type="subTitle" idx="1"', words("…", tag), COVER_UNDER, styles=soft),
        shape(
            4,
            "notices",
            'type="body" sz="quarter" idx="13"',
            words("…", tag),
            COVER_BODY,
            styles=spark,
        ),
    ]
    ground = f"<p:bg><p:bgPr>{colour(theme.deep)}<a:effectLst/></p:bgPr></p:bg>"
    return {
        "cover": _layout("title", "Cover", cover, ground),
        "finding": _layout("chart", "Finding", [title, under, chart, marks, *foot]),
        "table": _layout("tbl", "Table", [title, table, marks, *foot]),
    }


def _layout(kind: str, name: str, shapes: Sequence[str], ground: str = "") -> str:
    return (
        f'<p:sldLayout {SPACES} type="{kind}" preserve="1"><p:cSld name="{name}">{ground}'
        f"{tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def notes_master(theme: Theme, tag: str) -> str:
    """notesMaster1.xml: the slide's picture and the notes below it."""
    names = (
        'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        'folHlink="folHlink"'
    )
    shapes = [
        picture_of_slide(2, (685_800, 1_143_000, 5_486_400, 3_086_100)),
        shape(
            3,
            "notes",
            'type="body" sz="quarter" idx="1"',
            words("…", tag),
            (685_800, 4_400_550, 5_486_400, 3_600_450),
        ),
    ]
    return (
        f"<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr>{colour(theme.paper)}<a:effectLst/>"
        f"</p:bgPr></p:bg>{tree(shapes)}</p:cSld><p:clrMap {names}/><p:notesStyle>"
        f"{level(12, theme.ink, theme.office_font)}</p:notesStyle></p:notesMaster>"
    )


def picture_of_slide(number: int, box: Box | None = None) -> str:
    """The placeholder of the slide's picture on a page of notes."""
    spot = (
        f'<p:spPr>{place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        if box
        else "<p:spPr/>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="slide"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr>'
        f"</p:nvSpPr>{spot}</p:sp>"
    )
