"""The pages of the Word document: cover, contents, heads and feet, watermark, section."""

from __future__ import annotations

from atbalss.report.document import Document, Heading
from atbalss.report.opc import OFFICE, Package, escape
from atbalss.report.outline import plain, print_date
from atbalss.report.phrases import phrase
from atbalss.report.render.docx_styles import TEXT_WIDTH, W
from atbalss.report.render.docx_tables import pairs
from atbalss.report.render.docx_text import Text, field, paragraph, run
from atbalss.report.standing import standing, watermark
from atbalss.report.theme import Theme

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_EDGE = 240  # twips that the ground of the title reaches beyond the text


def cover(document: Document, theme: Theme, text: Text, logo: str) -> str:
    """The first page: logo (a ready run), title on its ground, who, when, and what it may be."""
    doc = document
    ground = _ground(theme.deep)
    notices = [*standing(doc)]
    if doc.invented:
        notices.insert(0, doc.invented_words.upper())
    found = [paragraph("Chart", logo)] if logo else []
    found += [paragraph("Notice", run(words)) for words in notices]
    found.append(paragraph("Title", run(doc.title), ground))
    for style, words in (("Subtitle", doc.subtitle), ("CoverPeriod", doc.period)):
        if words:
            found.append(paragraph(style, run(words), ground))
    facts = [
        (phrase("commissioner", doc.lang), doc.commissioner),
        (phrase("conductor", doc.lang), doc.conductor),
        (phrase("date", doc.lang), print_date(doc.date, doc.lang)),
    ]
    rows = [(run(name, "<w:b/>"), run(words)) for name, words in facts if words]
    if rows:
        found += [paragraph("Normal", ""), pairs(rows, phrase("facts_table", doc.lang))]
    return "".join(found) + BREAK


def _ground(colour: str) -> str:
    """A dark ground behind the paragraphs of the title."""
    fill = colour.lstrip("#").upper()
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="48" w:space="{space}" w:color="{fill}"/>'
        for side, space in (("top", 8), ("left", 8), ("bottom", 8), ("right", 8))
    )
    return (
        f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        f'<w:ind w:left="{_EDGE}" w:right="{_EDGE}"/>'
    )


def contents(headings: list[tuple[Heading, str]], lang: str) -> str:
    """The contents: a field that Word renews, its entries filled already and linked.

    A page number is a field of its own, blank until the program that lays the pages out renews it
    (F9): nobody else knows it (docs/decisions/0036).
    """
    entries = [
        (heading, name) for heading, name in headings if heading.level <= 2 and plain(heading.items)
    ]
    begin = (
        f'{_mark_of("begin")}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u '
        f"</w:instrText></w:r>{_mark_of('separate')}"
    )
    end = _mark_of("end")
    lines = []
    for place, (heading, name) in enumerate(entries):
        number = f"{heading.number} " if heading.number else ""
        page = (
            f'{_mark_of("begin")}<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h '
            f"</w:instrText></w:r>{_mark_of('separate')}{_mark_of('end')}"
        )
        link = (
            f'<w:hyperlink w:anchor="{name}" w:history="1">'
            f"{run(number + plain(heading.items))}<w:r><w:tab/></w:r>{page}</w:hyperlink>"
        )
        first = begin if place == 0 else ""
        last = end if place == len(entries) - 1 else ""
        lines.append(paragraph(f"TOC{heading.level}", first + link + last))
    title = paragraph("TOCHeading", run(phrase("contents", lang)))
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{title}{''.join(lines)}"
        f"</w:sdtContent></w:sdt>{BREAK}"
    )


def _mark_of(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def section(made: Package, part: str, document: Document, theme: Theme, *, has_cover: bool) -> str:
    """Heads, feet and the page's size; a first page with a cover has no head but its watermark."""
    kinds = [("default", True), ("first", not has_cover)]
    found = []
    for number, (kind, full) in enumerate(kinds, 1):
        head = made.add(
            f"/word/header{number}.xml", _head(document, theme, full=full), f"{_TYPE}.header+xml"
        )
        foot = made.add(f"/word/footer{number}.xml", _foot(document, full), f"{_TYPE}.footer+xml")
        found.append((kind, made.relate(part, "header", head), made.relate(part, "footer", foot)))
    heads = "".join(f'<w:headerReference w:type="{k}" r:id="{h}"/>' for k, h, _ in found)
    feet = "".join(f'<w:footerReference w:type="{k}" r:id="{f}"/>' for k, _, f in found)
    return (
        f'<w:sectPr>{heads}{feet}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1500" w:right="1134" w:bottom="1300" w:left="1134" w:header="620" '
        'w:footer="560" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _head(document: Document, theme: Theme, *, full: bool) -> str:
    doc = document
    words = ""
    if full:
        said = [doc.title, doc.invented_words.upper() if doc.invented else "", *standing(doc)]
        edge = theme.rule.lstrip("#").upper()
        below = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{edge}"/></w:pBdr>'
        words = paragraph("Header", run(" · ".join(item for item in said if item)), below)
    else:
        words = paragraph("Header", "")
    mark = watermark(doc)
    if mark:
        words = words.replace("</w:pPr>", f"</w:pPr>{_mark(mark, full=full)}", 1)
    return (
        f'<w:hdr xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:w10="urn:schemas-microsoft-com:office:word">{words}</w:hdr>'
    )


def _mark(words: str, *, full: bool) -> str:
    """A watermark as Word itself writes it: slanted, pale, behind the text."""
    name = f"PowerPlusWaterMarkObject{int(full)}"
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" '
        'coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
        '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="{name}" o:spid="_x0000_s{2049 + int(full)}" type="#_x0000_t136" alt="" '
        'style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:110pt;'
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d0d0d0" '
        'stroked="f"><v:fill opacity=".5"/>'
        '<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" '
        f'string="{escape(words)}"/>'
        "</v:shape></w:pict></w:r>"
    )


def _foot(document: Document, full: bool) -> str:
    words = " · ".join(part for part in (document.conductor, document.period) if part)
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    number = f"{run(words)}<w:r><w:tab/></w:r>{field('PAGE', '1')}" if full else ""
    return f'<w:ftr xmlns:w="{W}">{paragraph("Footer", number, tab)}</w:ftr>'
