"""The report as a presentation: one finding a slide with its native chart, the method in notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from atbalss.report.deck import FindingSlide, TableSlide, slides_of
from atbalss.report.document import Document, FigureModel, Form
from atbalss.report.logo import Logo
from atbalss.report.office_charts import TYPE as CHART_TYPE
from atbalss.report.office_charts import native
from atbalss.report.office_page import Page
from atbalss.report.office_props import TAGS, add_properties
from atbalss.report.office_theme import TYPE as THEME_TYPE
from atbalss.report.office_theme import office_theme
from atbalss.report.opc import Package, escape
from atbalss.report.outline import figures_of
from atbalss.report.render import pptx_parts as parts
from atbalss.report.standing import standing, watermark
from atbalss.report.theme import DEFAULT, Theme

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
MAIN = "/ppt/presentation.xml"
EMU = 12_700
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
SIZES = (14.0, 12.0, 11.0, 10.0, 9.0)  # of the words of a chart, pt: the first that fits


def pptx(
    document: Document,
    *,
    theme: Theme = DEFAULT,
    pictures: Mapping[str, bytes] | None = None,
    logo: Logo | None = None,
) -> bytes:
    """The deck as bytes: cover, key numbers, a slide a finding, the method.

    With `pictures` (PNG by anchor) charts are pictures, not native.
    """
    return _Writer(document, theme, pictures or {}, logo).whole()


class _Writer:
    """Writes one deck part by part."""

    def __init__(
        self,
        document: Document,
        theme: Theme,
        pictures: Mapping[str, bytes],
        logo: Logo | None,
    ) -> None:
        self.document = document
        self.theme = theme
        labels = {block.anchor: block.label for block in figures_of(document.blocks)}
        self.pictures = {labels[key]: png for key, png in pictures.items() if key in labels}
        self.logo = logo
        self.tag = TAGS.get(document.lang, "lv-LV")
        self.made = Package()
        self.slides: list[str] = []
        self.charts = 0
        foot = [document.invented_words.upper() if document.invented else "", *standing(document)]
        self.foot = " · ".join(
            part for part in (document.conductor, document.period, *foot) if part
        )

    def whole(self) -> bytes:
        made = self.made
        made.add(MAIN, "", f"{_TYPE}.presentation.main+xml")
        made.relate("/", "officeDocument", MAIN)
        self._masters()
        self._cover()
        for slide in slides_of(self.document, whole=bool(self.pictures)):
            if isinstance(slide, FindingSlide):
                self._finding(slide)
            else:
                self._table(slide)
        listed = "".join(
            f'<p:sldId id="{256 + at}" r:id="{made.relate(MAIN, "slide", name)}"/>'
            for at, name in enumerate(self.slides)
        )
        made.add(
            MAIN,
            f'<p:presentation {parts.SPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
            f'<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
            f'<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
            f'<p:sldIdLst>{listed}</p:sldIdLst><p:sldSz cx="{parts.WIDE}" cy="{parts.HIGH}"/>'
            '<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr>'
            f'<a:defRPr lang="{self.tag}"/></a:defPPr></p:defaultTextStyle></p:presentation>',
        )
        self._settings()
        add_properties(made, self.document)
        return made.zipped()

    def _masters(self) -> None:
        made, look = self.made, self.theme
        master = "/ppt/slideMasters/slideMaster1.xml"
        theme = made.add("/ppt/theme/theme1.xml", office_theme(look), THEME_TYPE)
        second = made.add("/ppt/theme/theme2.xml", office_theme(look), THEME_TYPE)
        self.layouts = {}
        for at, (name, content) in enumerate(parts.layouts(look, self.tag).items(), 1):
            layout = made.add(
                f"/ppt/slideLayouts/slideLayout{at}.xml", content, f"{_TYPE}.slideLayout+xml"
            )
            made.relate(master, "slideLayout", layout)
            made.relate(layout, "slideMaster", master)
            self.layouts[name] = layout
        made.relate(master, "theme", theme)
        made.add(
            master,
            parts.master(look, self.tag, watermark(self.document)),
            f"{_TYPE}.slideMaster+xml",
        )
        self.notes_master = made.add(
            "/ppt/notesMasters/notesMaster1.xml",
            parts.notes_master(look, self.tag),
            f"{_TYPE}.notesMaster+xml",
        )
        made.relate(self.notes_master, "theme", second)
        made.relate(MAIN, "slideMaster", master)
        made.relate(MAIN, "notesMaster", self.notes_master)
        made.relate(MAIN, "theme", theme)

    def _settings(self) -> None:
        kinds = {
            "presProps": "<p:presentationPr {spaces}/>",
            "viewProps": "<p:viewPr {spaces}/>",
            "tableStyles": '<a:tblStyleLst xmlns:a="' + parts.A + '" '
            'def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
        }
        for name, content in kinds.items():
            text = content.format(spaces=parts.SPACES)
            made = self.made.add(f"/ppt/{name}.xml", text, f"{_TYPE}.{name}+xml")
            self.made.relate(MAIN, name, made)

    # ---- slides

    def _slide(self, layout: str, shapes: Sequence[str], notes: Sequence[str]) -> None:
        name = self._name()
        content = (
            f"<p:sld {parts.SPACES}><p:cSld>{parts.tree(shapes)}</p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )
        self.made.add(name, content, f"{_TYPE}.slide+xml")
        self.made.relate(name, "slideLayout", self.layouts[layout])
        self.slides.append(name)
        if notes:
            self._notes(name, notes)

    def _name(self) -> str:
        return f"/ppt/slides/slide{len(self.slides) + 1}.xml"

    def _notes(self, slide: str, notes: Sequence[str]) -> None:
        text = "\n".join(note.replace("\n", " ") for note in notes if note)
        body = parts.shape(3, "notes", 'type="body" idx="1"', parts.words(text, self.tag))
        shapes = [parts.picture_of_slide(2), body]
        name = self.made.add(
            f"/ppt/notesSlides/notesSlide{len(self.slides)}.xml",
            f"<p:notes {parts.SPACES}><p:cSld>{parts.tree(shapes)}</p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
            f"{_TYPE}.notesSlide+xml",
        )
        self.made.relate(name, "notesMaster", self.notes_master)
        self.made.relate(name, "slide", slide)
        self.made.relate(slide, "notesSlide", name)

    def _ends(self) -> list[str]:
        look = parts.colour(self.theme.muted)
        look += f'<a:latin typeface="{escape(self.theme.office_font)}"/>'
        foot = parts.words(self.foot, self.tag, size=10, look=look, left=True)
        return [
            parts.shape(8, "foot", 'type="ftr" sz="quarter" idx="10"', foot),
            parts.shape(9, "number", 'type="sldNum" sz="quarter" idx="11"', parts.field(self.tag)),
        ]

    def _cover(self) -> None:
        doc = self.document
        notices = [doc.invented_words.upper() if doc.invented else "", *standing(doc)]
        under = "\n".join(part for part in (doc.subtitle, doc.period) if part)
        told = "\n".join(
            part for part in (" · ".join(n for n in notices if n), doc.conductor) if part
        )
        size = 26 if len(doc.title) > 110 else 0
        shapes = [
            parts.shape(2, "title", 'type="ctrTitle"', parts.words(doc.title, self.tag, size=size)),
            parts.shape(3, "subtitle", 'type="subTitle" idx="1"', parts.words(under, self.tag)),
            parts.shape(
                4, "notices", 'type="body" sz="quarter" idx="13"', parts.words(told, self.tag)
            ),
        ]
        if self.logo is not None:
            wide = round(min(self.logo.width, 160.0) * EMU)
            high = round(wide * self.logo.height / self.logo.width)
            box = (parts.EDGE, 420_000, wide, high)
            alt = self.logo.alt.get(doc.lang)
            shapes.append(self._picture(5, "logo", alt, self.logo.png, box))
        self._slide("cover", shapes, [doc.description] if doc.description else [])

    def _finding(self, slide: FindingSlide) -> None:
        long = len(slide.title)
        size = 0 if long <= 100 else 22 if long <= 150 else 19
        shapes = [
            parts.shape(2, "title", 'type="title"', parts.words(slide.title, self.tag, size=size)),
            parts.shape(
                3,
                "under",
                'type="body" sz="quarter" idx="13"',
                parts.words(slide.under, self.tag, size=10 if len(slide.under) > 240 else 0),
            ),
            self._chart(slide),
            *self._marks(slide.marks),
            *self._ends(),
        ]
        self._slide("finding", shapes, slide.notes)

    def _marks(self, text: str) -> list[str]:
        """What the marks on the slide mean, above its foot; nothing where it has none."""
        if not text:
            return []
        small = parts.words(text, self.tag, size=9 if len(text) > 180 else 0)
        return [parts.shape(5, "marks", 'type="body" sz="quarter" idx="15"', small)]

    def _chart(self, slide: FindingSlide) -> str:
        png = self.pictures.get(slide.name)
        x, y, wide, high = parts.BODY
        high = parts.MARKS[1] - y if slide.marks else high
        if png is not None:
            return self._picture(4, slide.name, slide.alt, png, _inside(png, (x, y, wide, high)))
        drawn = _fitting(slide.model, wide / EMU, high / EMU, self.document.lang, self.theme)
        self.charts += 1
        name = self.made.add(f"/ppt/charts/chart{self.charts}.xml", drawn[0], CHART_TYPE)
        book = self.made.add(f"/ppt/embeddings/chart{self.charts}.xlsx", drawn[1])
        self.made.relate(name, "package", book)
        number = self.made.relate(self._name(), "chart", name)
        box = (x, y, wide, min(high, round(drawn[2] * EMU)))
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="{escape(slide.name)}" '
            f'descr="{escape(slide.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            '</p:cNvGraphicFramePr><p:nvPr><p:ph type="chart" idx="14"/></p:nvPr>'
            f'</p:nvGraphicFramePr>{parts.place(box, "p")}<a:graphic><a:graphicData uri="{_CHART}">'
            f'<c:chart xmlns:c="{_CHART}" r:id="{number}"/></a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )

    def _picture(self, number: int, name: str, alt: str, png: bytes, box: parts.Box) -> str:
        file = self.made.add(f"/ppt/media/image{len(self.slides) + 1}-{number}.png", png)
        related = self.made.relate(self._name(), "image", file)
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{escape(name)}" '
            f'descr="{escape(alt)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
            f'<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{related}"/><a:stretch>'
            f"<a:fillRect/></a:stretch></p:blipFill><p:spPr>{parts.place(box)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def _table(self, slide: TableSlide) -> None:
        x, y, wide, high = parts.BODY
        y, high = 1_620_000, 4_650_000
        first = round(wide * (0.16 if slide.big else 0.26))
        rows = "".join(self._row(pair, slide.big) for pair in slide.pairs)
        table = (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="{escape(slide.title)}" '
            f'descr="{escape(slide.title)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            '</p:cNvGraphicFramePr><p:nvPr><p:ph type="tbl" idx="14"/></p:nvPr>'
            f"</p:nvGraphicFramePr>{parts.place((x, y, wide, high), 'p')}<a:graphic>"
            f'<a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr firstCol="1"/><a:tblGrid>'
            f'<a:gridCol w="{first}"/><a:gridCol w="{wide - first}"/></a:tblGrid>{rows}</a:tbl>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )
        title = parts.shape(2, "title", 'type="title"', parts.words(slide.title, self.tag))
        self._slide("table", [title, table, *self._marks(slide.marks), *self._ends()], slide.notes)

    def _row(self, pair: tuple[str, str], big: bool) -> str:
        accent, ink = parts.colour(self.theme.accent), parts.colour(self.theme.ink)
        line = f'<a:lnB w="6350">{parts.colour(self.theme.rule)}</a:lnB>'
        none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
        cells = []
        for place, text in enumerate(pair):
            size = (26 if place == 0 else 16) if big else 12
            inside = parts.words(
                text, self.tag, size=size, look=accent if place == 0 else ink, bold=place == 0
            )
            cells.append(
                f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{inside}</a:txBody>"
                f'<a:tcPr marL="45720" marR="45720" marT="30000" marB="30000" anchor="ctr">{none}'
                f"{line}<a:noFill/></a:tcPr></a:tc>"
            )
        return f'<a:tr h="{420_000 if big else 300_000}">{"".join(cells)}</a:tr>'


def _fitting(
    model: FigureModel, wide: float, high: float, lang: str, theme: Theme
) -> tuple[str, bytes, float]:
    """The chart with the greatest words that leave it within a slide."""
    free = model.form in (Form.LINE, Form.FUNNEL, Form.CONTROL)
    for size in SIZES:
        drawn = native(model, Page(wide, size, lang, theme, tight=True))
        if free or drawn.height <= high:
            return drawn.xml, drawn.workbook, high if free else min(high, drawn.height * 1.4)
    return drawn.xml, drawn.workbook, high


def _inside(png: bytes, box: parts.Box) -> parts.Box:
    """A box for a picture within another, at its left."""
    across, down = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    x, y, wide, high = box
    scale = min(wide / across, high / down)
    return x, y, round(across * scale), round(down * scale)
