"""The house style as an Office theme: its colours and typeface in the reader's own menus."""

from __future__ import annotations

from atbalss.report.opc import escape
from atbalss.report.theme import Theme

TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def office_theme(theme: Theme) -> str:
    """theme1.xml: six accents out of the theme's series and scales."""
    accents = [theme.accent, theme.series[1], *theme.series[2:], theme.spark, theme.warning]
    accents = list(dict.fromkeys([*accents, *theme.past, theme.other, theme.missing]))[:6]
    colours = {
        "dk1": theme.ink,
        "lt1": theme.paper,
        "dk2": theme.deep,
        "lt2": theme.tint,
        **{f"accent{at}": colour for at, colour in enumerate(accents, 1)},
        "hlink": theme.accent,
        "folHlink": theme.muted,
    }
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:{name}>'
        for name, colour in colours.items()
    )
    face = (
        f'<a:latin typeface="{escape(theme.office_font)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_MAIN}" name="Atbalss"><a:themeElements>'
        f'<a:clrScheme name="Atbalss">{scheme}</a:clrScheme><a:fontScheme name="Atbalss">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Atbalss"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
