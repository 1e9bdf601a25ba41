"""Tiny questionnaires and frames for the tests of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from atbalss.study.about import SmallRows, TableRules
from atbalss.study.codes import Code, CodeList, CodeRole, Missing, Net
from atbalss.study.question import Group, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text
from atbalss.study.waves import PublishedFigure, Wave
from atbalss.tables.cells import Cells
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand

NO_RULES = TableRules(hide_under=0, mark_under=0, small_rows=SmallRows.SHOW)


def text(words: str) -> Text:
    return Text.of({"lv": words, "en": words, "ru": words})


@dataclass(frozen=True)
class Made:
    """What compute needs of a frame."""

    wave: str
    data: pl.DataFrame


SCALE = CodeList(
    "scale",
    (
        *(
            Code(str(i), text(str(i)), score=float(i), band="high" if i > 3 else "")
            for i in range(1, 6)
        ),
        Code("dk", text("grūti pateikt"), missing=Missing.DONT_KNOW),
        Code("no", text("atteicās"), missing=Missing.REFUSED),
    ),
    (Net("high", text("laba"), is_band=True),),
)
TOOLS = CodeList(
    "tools",
    (
        Code("a", text("A"), nets=("ab",)),
        Code("b", text("B"), nets=("ab",)),
        Code("other", text("Cits"), role=CodeRole.OTHER),
        Code("c", text("C")),
        Code("none", text("neviens"), exclusive=True, role=CodeRole.NOTHING),
        Code("dk", text("grūti pateikt"), exclusive=True, missing=Missing.DONT_KNOW),
        Code("no", text("atteicās"), exclusive=True, missing=Missing.REFUSED),
    ),
    (Net("ab", text("A vai B")),),
)
SEX = CodeList("sex", (Code("f", text("sieviete")), Code("m", text("vīrietis"))))

RATE = Question("rate", Kind.SINGLE, text("Vērtējums"), codes=SCALE, grid="grid")
SPEED = Question("speed", Kind.SINGLE, text("Ātrums"), codes=SCALE, grid="grid")
QUESTIONNAIRE = Questionnaire(
    "tiny",
    items=(
        Question("sex", Kind.SINGLE, text("Dzimums"), codes=SEX),
        Question("tools", Kind.MULTIPLE, text("Rīki"), codes=TOOLS),
        Group("grid", (RATE, SPEED), label=text("Apmierinātība"), is_grid=True),
        Question("visits", Kind.INTEGER, text("Reizes")),
        Question("said", Kind.TEXT, text("Teica"), frame=SEX),
    ),
    lists=(SCALE, TOOLS, SEX),
)
Person = Mapping[str, object]


def frame(people: Sequence[Person], wave: str = "2024", weights: Sequence[float] = ()) -> Made:
    """A frame of people: single codes, lists of codes (None: not asked), numbers."""
    columns: dict[str, object] = {
        "id": [str(i) for i in range(len(people))],
        "weight": pl.Series(list(weights) or [1.0] * len(people), dtype=pl.Float64),
    }
    for question in QUESTIONNAIRE.questions:
        values = [person.get(question.name) for person in people]
        if question.kind is Kind.SINGLE and question.codes:
            columns[question.name] = pl.Series(values, dtype=pl.Enum(list(question.codes.names)))
        elif question.kind is Kind.INTEGER:
            columns[question.name] = pl.Series(values, dtype=pl.Float64)
        else:
            codes = question.codes or question.frame
            assert codes is not None
            for code in codes.names:
                marks = [None if value is None else code in value for value in values]  # type: ignore[operator]
                columns[f"{question.name}/{code}"] = pl.Series(marks, dtype=pl.Boolean)
    return Made(wave, pl.DataFrame(columns))


WAVES = (
    Wave("2022", text("2022. gads")),
    Wave(
        "2023",
        text("2023. gads"),
        figures=(
            PublishedFigure("tools", "a", "share", 22),
            PublishedFigure("tools", "b", "share", 50, n=200, derived=True, rounding=1.0),
            PublishedFigure("rate", "", "mean", 4.0, n=100, rounding=0.05),
            PublishedFigure("rate", "high", "share", 95, n=100, is_floor=True),
        ),
    ),
    Wave("2024", text("2024. gads")),
)


def cells(
    people: Sequence[Person] | Made,
    *,
    past: Sequence[Person] = (),
    demand: Demand | None = None,
    rules: TableRules = NO_RULES,
    weights: Sequence[float] = (),
) -> Cells:
    """The cells of people in 2024 (and of `past` ones in 2022)."""
    now = people if isinstance(people, Made) else frame(people, weights=weights)
    frames = {"2024": now}
    if past:
        frames["2022"] = frame(past, "2022")
    return compute(QUESTIONNAIRE, frames, WAVES, rules, "2024", demand or Demand())  # type: ignore[arg-type]
