"""Styles, lists and settings of the Word document: what looks how, in Word's own words."""

from __future__ import annotations

from atbalss.report.opc import escape
from atbalss.report.theme import Theme

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_WIDTH = 9638  # twips: A4 less two margins of 20 mm
BULLETS, NUMBERS = 1, 2  # the abstract lists; numbered lists begin at the second
HEADINGS = ((1, 46, 480, 200), (2, 30, 360, 140), (3, 24, 280, 100), (4, 21, 220, 80))


def styles(theme: Theme, tag: str) -> str:
    """styles.xml: `tag` is the proofing language."""
    ink, deep, accent = (_hex(item) for item in (theme.ink, theme.deep, theme.accent))
    muted, paper = _hex(theme.muted), _hex(theme.paper)
    found = [_defaults(theme, tag), _style("Normal", "Normal", default=True, after=140)]
    found += [_heading(*row, deep) for row in HEADINGS]
    found += [
        _style("Title", "Title", size=60, colour=paper, bold=True, after=240, line=228),
        _style("Subtitle", "Subtitle", size=28, colour=paper, after=200),
        _style("CoverPeriod", "Cover period", size=28, colour=_hex(theme.spark), bold=True),
        _style("Headline", "Headline", size=44, colour=deep, bold=True, after=160, line=240),
        _style("Lead", "Lead", size=26, colour=muted, after=240),
        _style("Notice", "Notice", size=20, colour=_hex(theme.warning), bold=True, after=120),
        _style("TOCHeading", "TOC Heading", size=46, colour=deep, after=240, keep=True),
        _style("TOC1", "toc 1", bold=True, after=60, before=140, tab=TEXT_WIDTH),
        _style("TOC2", "toc 2", after=40, indent=260, tab=TEXT_WIDTH),
        _style("Caption", "caption", bold=True, colour=ink, before=360, after=80, keep=True),
        _style("FigureNote", "Figure note", size=17, colour=muted, after=80, line=240),
        _style("FigureNotes", "Figure notes", size=17, colour=muted, after=260, line=240),
        _style("TableNotes", "Table notes", size=17, colour=muted, before=80, after=260, line=240),
        _style("Chart", "Chart", after=60, line=240),
        _style("Quote", "Quote", after=120, indent=340),
        _style("QuoteTitle", "Quote title", bold=True, colour=deep, after=120, keep=True),
        _style("CalloutTitle", "Callout title", bold=True, colour=deep, after=80, keep=True),
        _style("TableText", "Table text", size=18, after=30, before=30, line=240),
        _style("TableNumber", "Table number", size=18, after=30, before=30, line=240, right=True),
        _style("ListParagraph", "List Paragraph", after=80),
        _style("ListEnd", "List end", after=140),
        _style("Header", "header", size=16, colour=muted, after=0, line=240),
        _style("Footer", "footer", size=16, colour=muted, after=0, line=240),
        _style("FootnoteText", "footnote text", size=17, after=40, line=240),
        _character("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
        _character("Hyperlink", "Hyperlink", f'<w:color w:val="{accent}"/><w:u w:val="single"/>'),
        _character("Strong", "Strong", "<w:b/>"),
        _character("Emphasis", "Emphasis", "<w:i/>"),
        _style("KeyNumber", "Key number", size=40, colour=accent, after=20, before=40, line=240),
        _plain_table(),
        _table(theme),
    ]
    return f'<w:styles xmlns:w="{W}">{"".join(found)}</w:styles>'


def _hex(colour: str) -> str:
    return colour.lstrip("#").upper()


def _defaults(theme: Theme, tag: str) -> str:
    face = escape(theme.office_font)
    size = round(theme.body_pt * 2)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" '
        f'w:eastAsia="{face}" w:cs="{face}"/><w:color w:val="{_hex(theme.ink)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


def _heading(level: int, size: int, before: int, after: int, colour: str) -> str:
    weight = "" if level == 1 else "<w:b/>"
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="{after}" '
        f'w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr>{weight}<w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def _style(
    name: str,
    title: str,
    *,
    default: bool = False,
    size: int = 0,
    colour: str = "",
    bold: bool = False,
    before: int = 0,
    after: int = 120,
    line: int = 0,
    indent: int = 0,
    keep: bool = False,
    right: bool = False,
    tab: int = 0,
) -> str:
    """A paragraph style; sizes in half-points, spaces, `indent` and a right `tab` in twips."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    paragraph = "".join(
        (
            "<w:keepNext/><w:keepLines/>" if keep else "",
            f'<w:tabs><w:tab w:val="right" w:pos="{tab}"/></w:tabs>' if tab else "",
            f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>',
            f'<w:ind w:left="{indent}"/>' if indent else "",
            '<w:jc w:val="right"/>' if right else "",
        )
    )
    run = "".join(
        (
            "<w:b/>" if bold else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
        )
    )
    base = "" if default else '<w:basedOn w:val="Normal"/>'
    kind = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{name}"><w:name w:val="{title}"/>{base}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _character(name: str, title: str, look: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{title}"/>'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


def _plain_table() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def _table(theme: Theme) -> str:
    rule, accent, deep = _hex(theme.rule), _hex(theme.accent), _hex(theme.deep)
    return (
        '<w:style w:type="table" w:styleId="Atbalss"><w:name w:val="Atbalss"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{accent}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{rule}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{rule}"/>'
        "</w:tblBorders></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{deep}"/></w:rPr>'
        '<w:tcPr><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )


def numbering(lists: int) -> str:
    """numbering.xml: bullets, and a numbered list of its own for each that begins anew."""
    bullets = "".join(_level(level, "bullet", "•") for level in range(3))
    numbers = "".join(_level(level, "decimal", f"%{level + 1}.") for level in range(3))
    begun = "".join(
        f'<w:num w:numId="{NUMBERS + at}"><w:abstractNumId w:val="{NUMBERS}"/>'
        + "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for level in range(3)
        )
        + "</w:num>"
        for at in range(lists)
    )
    return (
        f'<w:numbering xmlns:w="{W}">'
        f'<w:abstractNum w:abstractNumId="{BULLETS}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{bullets}</w:abstractNum>"
        f'<w:abstractNum w:abstractNumId="{NUMBERS}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{numbers}</w:abstractNum>"
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num>{begun}'
        "</w:numbering>"
    )


def _level(level: int, form: str, text: str) -> str:
    left = 360 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="300"/></w:pPr></w:lvl>'
    )


def settings(lang: str, tag: str) -> str:
    """settings.xml: footnote separators, the language of the theme, Word's present behaviour."""
    comma = "." if lang == "en" else ","
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{tag}"/>'
        f'<w:decimalSymbol w:val="{comma}"/><w:listSeparator w:val=";"/></w:settings>'
    )


def font_table(theme: Theme) -> str:
    """fontTable.xml: the typeface, and that any other without serifs will do in its place."""
    return (
        f'<w:fonts xmlns:w="{W}"><w:font w:name="{escape(theme.office_font)}">'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )
