"""A tiny study for the tests of narratives: two waves of answers, one past wave from print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from atbalss.exchange.delimited import Quote
from atbalss.problems import Problem
from atbalss.report.document import BoundText, Document
from atbalss.report.narrative import compose, demand, parse
from atbalss.study.about import SampleKind, Study, TableRules, Term
from atbalss.study.codes import Code, CodeList, CodeRole, Missing, Net
from atbalss.study.question import Group, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text
from atbalss.study.waves import PublishedFigure, Wave
from atbalss.tables.cells import Cells
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand


def text(lv: str, en: str = "", ru: str = "") -> Text:
    return Text.of({"lv": lv, "en": en or lv, "ru": ru or lv})


USE = CodeList(
    "use",
    (
        Code("daily", text("Katru dienu", "Daily", "Ежедневно"), nets=("any",)),
        Code("weekly", text("Reizi nedēļā", "Weekly", "Еженедельно"), nets=("any",)),
        Code("never", text("Nekad", "Never", "Никогда")),
        Code("other", text("Cits", "Other", "Другое"), role=CodeRole.OTHER),
        Code("dk", text("Grūti pateikt"), missing=Missing.DONT_KNOW),
    ),
    (Net("any", text("Lieto", "Uses", "Использует")),),
)
TOOLS = CodeList(
    "tools",
    (
        Code("bank", text("Banka", "Bank", "Банк")),
        Code("card", text("Karte", "Card", "Карта")),
        Code("phone", text("Tālrunis", "Phone", "Телефон")),
        Code("none", text("Nekas"), role=CodeRole.NOTHING, exclusive=True),
    ),
)
SCALE = CodeList(
    "scale",
    tuple(
        Code(str(i), text(str(i)), score=float(i), band="good" if i > 3 else "poor")
        for i in range(1, 6)
    ),
    (Net("good", text("Labi"), is_band=True), Net("poor", text("Slikti"), is_band=True)),
)
QUESTIONNAIRE = Questionnaire(
    "told",
    title=text("Mazā aptauja"),
    langs=("lv", "en", "ru"),
    items=(
        Question(
            "use", Kind.SINGLE, text("Cik bieži lietojat?", "How often?", "Как часто?"), codes=USE
        ),
        Question("tools", Kind.MULTIPLE, text("Kādi rīki?", "Which tools?"), codes=TOOLS),
        Group(
            "marks",
            (
                Question("speed", Kind.SINGLE, text("Ātrums"), codes=SCALE, grid="marks"),
                Question("care", Kind.SINGLE, text("Laipnība"), codes=SCALE, grid="marks"),
            ),
            label=text("Vērtējumi"),
            is_grid=True,
        ),
        Question("why", Kind.TEXT, text("Kāpēc?")),
    ),
    lists=(USE, TOOLS, SCALE),
)
WAVES = (
    Wave(
        "2022",
        text("2022. gads", "2022", "2022 год"),
        figures=(
            PublishedFigure("use", "daily", "share", 50),
            PublishedFigure("use", "never", "share", 40, derived=True, rounding=1.0),
            PublishedFigure("speed", "", "mean", 3.0, rounding=0.05),
        ),
    ),
    Wave("2023", text("2023. gads", "2023", "2023 год"), has_answers=True),
    Wave("2024", text("2024. gads", "2024", "2024 год"), has_answers=True, invented=True),
)
STUDY = Study(
    "told",
    text("Mazā aptauja", "The small survey", "Малый опрос"),
    ("lv", "en", "ru"),
    "2024",
    WAVES,
    commissioner=text("Pasūtītājs"),
    conductor=text("Izpildītājs"),
    sample_kind=SampleKind.SELF_SELECTED,
    rules=TableRules(hide_under=30, mark_under=100),
    glossary=(Term(text("CATI"), text("telefonintervija")),),
    facts={"limit": "10 minūtes"},
)
Person = Mapping[str, object]


@dataclass(frozen=True)
class Told:
    """What compute needs of a frame."""

    wave: str
    data: pl.DataFrame


def frame(people: Sequence[Person], wave: str) -> Told:
    columns: dict[str, object] = {
        "id": [str(i) for i in range(len(people))],
        "weight": [1.0] * len(people),
    }
    for question in QUESTIONNAIRE.questions:
        values = [person.get(question.name) for person in people]
        codes = question.codes
        if question.kind is Kind.SINGLE and codes:
            columns[question.name] = pl.Series(values, dtype=pl.Enum(list(codes.names)))
        elif codes:
            for code in codes.names:
                marks = [None if value is None else code in value for value in values]  # type: ignore[operator]
                columns[f"{question.name}/{code}"] = pl.Series(marks, dtype=pl.Boolean)
        else:
            columns[question.name] = pl.Series([None] * len(people), dtype=pl.String)
        reached = [person.get(question.name) is not None for person in people]
        columns[f"{question.name}:reached"] = pl.Series(reached, dtype=pl.Boolean)
    return Told(wave, pl.DataFrame(columns))


def people(daily: int, weekly: int, never: int, **more: int) -> list[Person]:
    """People by how often they use it; all have a bank, daily ones a card, marks 5 and 4."""
    found: list[Person] = []
    for code, count in (("daily", daily), ("weekly", weekly), ("never", never), *more.items()):
        tools = ["bank", "card"] if code == "daily" else ["bank"]
        found += [{"use": code, "tools": tools, "speed": "5", "care": "4"}] * count
    return found


NOW = people(88, 40, 72)  # 44 %, 20 %, 36 %
PAST = people(40, 80, 80)  # 20 %, 40 %, 40 %


def cells(
    now: Sequence[Person] = (),
    past: Sequence[Person] = (),
    asked: Demand | None = None,
    study: Study = STUDY,
) -> Cells:
    frames = {"2024": frame(now or NOW, "2024"), "2023": frame(past or PAST, "2023")}
    return compute(
        QUESTIONNAIRE,
        frames,  # type: ignore[arg-type]
        study.waves,
        study.rules,
        study.wave,
        asked or Demand(),
    )


def build(
    body: str,
    *,
    lang: str = "lv",
    front: str = "title: Pārskats",
    now: Sequence[Person] = (),
    past: Sequence[Person] = (),
    study: Study = STUDY,
    quotes: Mapping[str, tuple[Quote, ...]] | None = None,
) -> tuple[Document, list[Problem]]:
    """The document of a narrative's body and all problems, those of reading first."""
    narrative, read = parse(f"---\n{front}\n---\n{body}", f"report.{lang}.md", lang)
    numbers = cells(now, past, demand(narrative, study, QUESTIONNAIRE), study)
    document, found = compose(
        narrative, study, QUESTIONNAIRE, numbers, lang, quotes=quotes, date="2024-12-16"
    )
    return document, [*read, *found]


def codes(problems: Sequence[Problem]) -> list[str]:
    return [item.code for item in problems]


def said(body: str, **more: object) -> str:
    """The printed text of the first paragraph; any problem fails the test."""
    from atbalss.report.sentences import plain

    document, found = build(body, **more)  # type: ignore[arg-type]
    assert found == [], [(item.code, item.sentence("en")) for item in found]
    paragraphs = [block for block in document.blocks if type(block).__name__ == "Paragraph"]
    return plain(paragraphs[0].items).replace("\u00a0", " ")  # type: ignore[union-attr]


def bound(document: Document) -> list[BoundText]:
    from atbalss.report.sentences import flat

    return [
        item
        for block in document.blocks
        if type(block).__name__ == "Paragraph"
        for item in flat(block.items)  # type: ignore[union-attr]
        if isinstance(item, BoundText)
    ]


def without_test_sizes(study: Study = STUDY) -> Study:
    """The study with its past wave's figures given an n."""
    waves = list(study.waves)
    figures = tuple(replace(item, n=200) for item in waves[0].figures)
    waves[0] = replace(waves[0], figures=figures)
    return replace(study, waves=tuple(waves))
