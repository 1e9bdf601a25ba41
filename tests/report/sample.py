"""A document with every kind of block, every form of chart, long labels and nasty strings."""

from __future__ import annotations

from atbalss.report.document import (
    Block,
    BoundText,
    Callout,
    CellText,
    DataTable,
    Definitions,
    Document,
    Emphasis,
    FigureBlock,
    FigureModel,
    Footnote,
    Form,
    Heading,
    KeyNumbers,
    LineBreak,
    Link,
    ListBlock,
    PageBreak,
    Paragraph,
    Point,
    Quotations,
    Reference,
    Series,
    Words,
)
from atbalss.report.phrases import phrases

NASTY = (
    "<script>alert(\"x\")</script> & <b>bold</b> 'quoted'",
    '#import "x.typ": * #text(red)[a] $x^2$ *b* _c_ `d` @e <f> \\u{41} "]) // /* */',
    '=HYPERLINK("http://evil") +1 -1 @SUM(A1)',
    "]]> --> {{ share('x') }} ${x} %s \\ \\\\ \" ' ` ~ ^",
    "Ēriks Šķēle žņaudz čūsku: Ģļķņ — Россия, ёлка; 5 € ≥ 3 № 7 − 2 × 4",
    "emodži 😀, ķīniešu 漢字, arābu مرحبا, platums \u200b, RTL \u202eabc\u202c un \x07 zvans",
    "Ļoti-gara-nepārtraukta-virkne-" + "x" * 90,
)
LONG = (
    "Ērtāk klātienē, jo darbinieks visu paskaidro soli pa solim, palīdz aizpildīt pieteikumu un "
    "nav jābaidās kļūdīties"
)


def pct(value: float, **more: object) -> Point:
    """A share as a point with its printed label."""
    return Point(value, f"{round(value * 100)}\u00a0%", **more)  # type: ignore[arg-type]


def mean(value: float | None, low: float | None = None, high: float | None = None) -> Point:
    """A mean as a point with its printed label."""
    label = "" if value is None else f"{value:.1f}".replace(".", ",")
    return Point(value, label, low, high)


def _series(name: str, values: tuple[float, ...], role: str) -> Series:
    return Series(name, tuple(pct(value) for value in values), role)


BARS = FigureModel(
    Form.BARS,
    "share",
    ("Pieteikt vai saņemt pakalpojumu", "Konsultācija", LONG, NASTY[0], "Cits", "Grūti pateikt"),
    (_series("2024", (0.74, 0.30, 0.21, 0.06, 0.04, 0.0), "current"),),
)
GROUPED = FigureModel(
    Form.GROUPED,
    "mean",
    ("Darbinieku attieksme", "Ieinteresētība un vēlme palīdzēt atrast risinājumu", "Telpas"),
    (
        Series("2022", (mean(9.8), mean(9.7), mean(None)), "past"),
        Series("2023", (mean(9.7), mean(9.6), mean(9.3)), "past"),
        Series("2024", (mean(9.9, 9.8, 10), mean(9.8, 9.6, 9.9), mean(9.2, 9.0, 9.4)), "current"),
    ),
    maximum=10,
)
STACKED = FigureModel(
    Form.STACKED,
    "share",
    ("2022. gads", "2023. gads", "2024. gads"),
    (
        _series("Ļoti slikta (1–2)", (0.10, 0.05, 0.02), "band:1/5"),
        _series("Slikta (3–4)", (0.20, 0.10, 0.04), "band:2/5"),
        _series("Vidēja (5–6)", (0.20, 0.20, 0.12), "band:3/5"),
        _series("Drīzāk laba (7–8)", (0.30, 0.35, 0.41), "band:4/5"),
        _series("Laba (9–10)", (0.20, 0.30, 0.41), "band:5/5"),
    ),
    category_notes=("n nav zināms", "n nav zināms", "n = 51"),
)
STEPS = FigureModel(
    Form.STACKED,
    "share",
    ("Internets", "Internetbanka"),
    (
        _series("Vairākas reizes dienā", (0.75, 0.20), "step:1/4"),
        _series("Reizi dienā", (0.08, 0.37), "step:2/4"),
        _series("Retāk", (0.12, 0.30), "step:3/4"),
        _series("Nelieto", (0.05, 0.09), "step:4/4"),
        _series("Grūti pateikt", (0.0, 0.04), "missing"),
    ),
)
LINE = FigureModel(
    Form.LINE,
    "mean",
    ("2022. gads", "2023. gads", "2024. gads"),
    (
        Series("Pieredze, piesakot elektroniski", (mean(5.4), mean(7.1), mean(7.9, 7.3, 8.5))),
        Series("Pārliecība, ka turpmāk spēs pats", (mean(6.0), mean(6.5), mean(7.8, 7.2, 8.4))),
    ),
    maximum=10,
    minimum=1,
)
PANELS = FigureModel(
    Form.PANELS,
    "share",
    (
        *("Sieviete", "Vīrietis", "15–34", "35–54", "55–64", "65 un vairāk", "Rīga", "Mazpilsēta"),
        *("Lauki", "Pašnodarbinātais, uzņēmējs, zemnieks", "Strādnieks", "Pensionārs"),
    ),
    (
        _series(
            "2024",
            (0.81, 0.19, 0.10, 0.34, 0.26, 0.30, 0.06, 0.37, 0.57, 0.48, 0.18, 0.34),
            "current",
        ),
    ),
    panels=(("Dzimums", 2), ("Vecums", 4), ("Dzīvesvieta", 3), ("Nodarbošanās", 3)),
)
AMONG = FigureModel(
    Form.BARS,
    "share",
    ("eID karte", "Smart-ID", "Neviens no tiem"),
    (
        Series(
            "2024",
            (
                pct(0.43, low=0.33, high=0.53),
                pct(0.50, low=0.40, high=0.60),
                pct(0.20, low=0.05, high=0.50, mark="*"),
            ),
            "current",
        ),
    ),
    category_notes=("n = 92", "n = 91", "n = 12"),
)
MODELS = {
    "bars": BARS,
    "grouped": GROUPED,
    "stacked": STACKED,
    "steps": STEPS,
    "line": LINE,
    "panels": PANELS,
    "among": AMONG,
}
_CAPTIONS = {
    "bars": "Klienta apmeklējuma mērķis",
    "grouped": "Apmierinātības vidējais vērtējums 2022.–2024. gadā",
    "stacked": "Pieredze, piesakot pakalpojumu elektroniski",
    "steps": "Interneta un internetbankas lietošanas biežums",
    "line": "Pieredze un pārliecība: vidējie vērtējumi",
    "panels": "Pētījuma izlase",
    "among": "Oficiālās e-adreses lietošana pēc identifikācijas līdzekļa",
}


def data_of(model: FigureModel, anchor: str, caption: str) -> DataTable:
    """A data table of a model: categories down, series across."""
    header = (
        CellText("Atbilde", header=True),
        *(CellText(s.name, header=True, numeric=True) for s in model.series),
    )
    rows = tuple(
        (
            CellText(name, header=True),
            *(
                CellText(s.points[i].label or "–", f"n-{anchor}-{i}", numeric=True)
                for s in model.series
            ),
        )
        for i, name in enumerate(model.categories)
    )
    return DataTable(header, rows, caption, anchor=f"{anchor}-data")


def figure(anchor: str, number: int) -> FigureBlock:
    """One of the sample's figures."""
    caption = _CAPTIONS[anchor]
    return FigureBlock(
        anchor=anchor,
        label=f"{number}. attēls",
        caption=caption,
        alt=f"{caption}: visbiežāk minēts „{MODELS[anchor].categories[0]}“ "
        f"({MODELS[anchor].series[-1].points[0].label}).",
        model=MODELS[anchor],
        data=data_of(MODELS[anchor], anchor, caption),
        wording="Kādā nolūkā Jūs pēdējo reizi apmeklējāt klientu apkalpošanas centru?",
        base="Visi respondenti; n = 142",
        notes=(
            "Bija iespējamas vairākas atbildes, tāpēc to summa var pārsniegt 100 %.",
            "Intervāli ir indikatīvi: respondenti pieteicās paši.",
        ),
    )


def words(text: str) -> tuple[Words, ...]:
    """Plain words as inlines."""
    return (Words(text),)


def _opening() -> tuple[Block, ...]:
    return (
        Callout(
            "invented",
            "Atdarināti dati",
            (Paragraph(words("Šī pārskata atbildes ir atdarinātas: tās nav devuši respondenti.")),),
        ),
        Heading(1, words("Galvenie secinājumi"), "findings"),
        KeyNumbers(
            (
                (
                    BoundText("9,7", "k1", "n = 142; intervāls 9,6–9,8"),
                    "vidējais vērtējums 10 punktu skalā",
                ),
                (
                    BoundText("36\u00a0%", "k2", "n = 142; 28–44 %"),
                    "pieteica pakalpojumu elektroniski",
                ),
                (
                    BoundText("+0,8", "k3", "atšķirība nav pārbaudāma"),
                    "punkti pieredzei, piesakot elektroniski",
                ),
                (BoundText("92\u00a0%", "k4", "n = 142"), "klientu uzzināja par e-pieteikšanu"),
            )
        ),
        Paragraph(
            (
                Words("Centrā pakalpojumu elektroniski pieteica "),
                BoundText("36\u00a0%", "n1", "n = 142; orientējošs 95 % intervāls 28–44 %"),
                Words(" klientu ("),
                Reference("bars", "1.\u00a0attēls"),
                Words("); "),
                Emphasis(words("gandrīz"), strong=False),
                Words(" "),
                BoundText("trīs ceturtdaļas", "n2", "74 %; n = 142"),
                Words(" nāca pieteikt pakalpojumu."),
                Footnote(
                    (
                        Words("Zemsvītras piezīme ar skaitli "),
                        BoundText("74\u00a0%", "n2", "n = 142"),
                    )
                ),
                LineBreak(),
                Emphasis((Words("Svarīgi: "),), strong=True),
                Words("sk. "),
                Link(words("pētījumu datubāzi"), "https://ppdb.mk.gov.lv/"),
                Words(" un "),
                Link(words("aizliegtu saiti"), "javascript:alert(1)"),
                Words("; "),
                Reference("nowhere", "99.\u00a0attēls"),
                Words("."),
            )
        ),
        ListBlock(
            (
                (Paragraph((Words("pirmais "), BoundText("13\u00a0%", "n3", "n = 142"))),),
                (
                    Paragraph(words("otrais ar apakšsarakstu")),
                    ListBlock(((Paragraph(words("iekšējais")),), (Paragraph(words("vēl viens")),))),
                ),
            )
        ),
        ListBlock(((Paragraph(words("solis")),), (Paragraph(words("nākamais")),)), ordered=True),
    )


def _tables() -> tuple[Block, ...]:
    head = tuple(
        CellText(t, header=True, numeric=i > 0)
        for i, t in enumerate(("Atbilde", "Skaits", "Īpatsvars", "95 % intervāls"))
    )
    rows = tuple(
        (
            CellText(
                f"{i}. pakalpojums ar diezgan garu nosaukumu, kas neietilpst vienā rindā",
                header=True,
            ),
            CellText(str(i), numeric=True),
            CellText(f"{i}\u00a0%", f"t{i}", numeric=True, detail="n = 142"),
            CellText(f"{i}–{i + 4}\u00a0%", numeric=True),
        )
        for i in range(1, 46)
    )
    facts = (
        (CellText("Pētījuma pasūtītājs", header=True), CellText("Ministrija")),
        (CellText("Izlase", header=True), CellText(NASTY[1])),
    )
    return (
        DataTable((), facts, "Pētījuma metode", "1. tabula", "method"),
        DataTable(
            head,
            rows,
            "Pakalpojumi",
            "2. tabula",
            "services",
            ("Bāze: visi; n = 142",),
            (4, 1, 1, 1.4),
        ),
        Definitions((("CATI", "datorizēta telefonintervija"), ("eID", NASTY[4]))),
    )


def document(lang: str = "lv", *, invented: bool = True) -> Document:
    """The sample document."""
    figures = [figure(anchor, number) for number, anchor in enumerate(MODELS, 1)]
    blocks: list[Block] = [*_opening()]
    blocks.append(Heading(1, words("Kā klienti piesaka pakalpojumus"), "chapter-1", "1."))
    blocks.append(Heading(2, (Words("Mērķis un "), Emphasis(words("veids"))), "purpose", "1.1."))
    for item in figures:
        blocks.append(Paragraph((Words("Skat. "), Reference(item.anchor, item.label), Words("."))))
        blocks.append(item)
    blocks.append(Heading(1, words("Ko saka klienti"), "chapter-2", "2."))
    blocks.append(Heading(3, words("Izlaists līmenis"), "skipped"))
    blocks.append(Quotations("Respondentu komentāri", NASTY, "Citāti ir atdarināti."))
    blocks.append(Callout("note", "Piezīme", (Paragraph(words("Uzmanību " + NASTY[1])),)))
    blocks.append(Callout("key", "Galvenais", (ListBlock(((Paragraph(words("viens")),),)),)))
    blocks.append(PageBreak())
    blocks.append(Heading(1, words("Pielikumi"), "annexes"))
    blocks += _tables()
    return Document(
        lang=lang,
        title="Valsts un pašvaldību vienoto klientu apkalpošanas centru apmeklētāju apmierinātība",
        subtitle="Apkalpošana, pakalpojumu klāsts un atbalsts pakalpojumu pieteikšanai",
        period="2024. gada oktobris–novembris",
        commissioner="Viedās administrācijas un reģionālās attīstības ministrija",
        conductor="Tirgus un sociālo pētījumu centrs „Latvijas Fakti“",
        date="2024-12-16",
        blocks=tuple(blocks),
        invented=invented,
        invented_words="atdarināti dati",
        description="Klientu aptaujas pārskats.",
        keywords=("aptauja", "apmierinātība"),
        fingerprint="0f3a9c",
        numbers={"n1": {"value": 0.359, "base": 142}},
        phrases=phrases(lang),
    )
