"""Figures from tables: forms, roles, marks, data tables, bases and notes in three languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from atbalss.report.chart_layout import printed
from atbalss.report.document import Form
from atbalss.report.figure_numbers import interval_of, text_of
from atbalss.report.figures import figure_block, table_block
from atbalss.report.specs import Among, FigureSpec
from atbalss.study.about import Study
from atbalss.study.codes import Code, CodeList, Net
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import parse
from atbalss.study.texts import Text
from atbalss.study.waves import Wave
from atbalss.tables.result import (
    CellKey,
    Column,
    Comparison,
    Flag,
    Number,
    Row,
    RowKind,
    Source,
    Table,
    Unit,
    Verdict,
)


def t(lv: str, en: str = "", ru: str = "") -> Text:
    return Text.of({"lv": lv, "en": en or lv, "ru": ru or lv})


def share(value: float | None, wave: str = "2024", **more: Any) -> Number:
    base = more.pop("base", 142 if wave == "2024" else None)
    source = Source.ANSWERS if wave == "2024" else Source.PUBLISHED
    low = more.pop("low", None if value is None or base is None else max(0.0, value - 0.08))
    high = more.pop("high", None if value is None or base is None else min(1.0, value + 0.08))
    return Number(
        CellKey("q", "c", wave),
        Unit.SHARE,
        value,
        n=None if base is None or value is None else round(value * base),
        base=base,
        low=low,
        high=high,
        source=more.pop("source", source),
        **more,
    )


def mean(value: float, wave: str = "2024", **more: Any) -> Number:
    known = wave == "2024"
    return Number(
        CellKey("q", "", wave),
        Unit.MEAN,
        value,
        base=51 if known else None,
        low=value - 0.4 if known else None,
        high=value + 0.4 if known else None,
        source=Source.ANSWERS if known else Source.PUBLISHED,
        **more,
    )


def row(label: str, *numbers: Number | None, kind: RowKind = RowKind.CODE, **more: Any) -> Row:
    key = more.pop("key", label)
    return Row(key, t(label), kind, more.pop("question", "q"), numbers, **more)


CURRENT = Column("2024", t("2024. gads", "2024", "2024 год"), "2024", base=142)
PAST = Column("2023", t("2023. gads", "2023", "2023 год"), "2023", source=Source.PUBLISHED)
SCALE = CodeList(
    "scale",
    tuple(
        Code(str(i), t(str(i)), score=float(i), band="low" if i < 3 else "top")
        for i in (1, 2, 3, 4)
    ),
    (Net("top", t("Labi"), is_band=True), Net("low", t("Slikti"), is_band=True)),
)
YES = CodeList("yes", (Code("yes", t("Jā")), Code("no", t("Nē"))))
QUESTIONNAIRE = Questionnaire(
    "s",
    items=(
        Question("S1", Kind.SINGLE, t("Piekrītat?"), codes=YES, role=Role.SCREENING),
        Question("q", Kind.SINGLE, t("Kāpēc?"), codes=YES, asked_of=parse("${S1} = 'yes'")),
        Question("r", Kind.SINGLE, t("Cik labi?"), short_label=t("Vērtējums"), codes=SCALE),
    ),
    lists=(YES, SCALE),
)
STUDY = Study(
    "s",
    t("Pētījums"),
    ("lv", "en", "ru"),
    "2024",
    (
        Wave("2023", t("2023. gads"), notes=(t("eID kļuva obligāta"),)),
        Wave("2024", t("2024. gads")),
    ),
)


@dataclass
class Stand:
    """Stands for `Cells`: gives one table and remembers what it was asked."""

    given: Table
    asked: dict[str, Any] = field(default_factory=dict)
    waves: tuple[str, ...] = ("2023", "2024")

    def table(self, questions: Sequence[str], **more: Any) -> Table:
        self.asked = {"questions": tuple(questions), **more}
        return self.given

    def label(self, question: str, code: str = "") -> Text:
        return t(f"[{question}]")

    def codes(self, question: str, **more: Any) -> tuple[str, ...]:
        return ("yes", "no")

    def waves_with(self, question: str, code: str = "", measure: str = "share") -> tuple[str, ...]:
        return self.waves


def made(table: Table, spec: FigureSpec, lang: str = "lv", what: Any = figure_block) -> Any:
    told: list[tuple[Number, str]] = []

    def register(number: Number, text: str) -> str:
        told.append((number, text))
        return f"n{len(told)}"

    block = what(
        spec,
        Stand(table),
        QUESTIONNAIRE,
        STUDY,
        lang,  # type: ignore[arg-type]
        label="2. attēls",
        caption="Mērķis",
        alt="Visbiežāk ...",
        register=register,
    )
    return block, told


def table_of(*rows: Row, columns: tuple[Column, ...] = (CURRENT,), **more: Any) -> Table:
    more.setdefault("asked_of", parse("${S1} = 'yes'"))
    return Table("q", t("Mērķis"), t("Kāpēc Jūs nācāt?"), columns, rows, **more)


ONE = table_of(
    row("Pieteikt", share(0.7394)),
    row("Nezinu", share(0.305)),
    row("Cits", share(0.04), kind=RowKind.OTHER),
)


def test_bars_are_one_series_of_the_current_wave() -> None:
    block, told = made(ONE, FigureSpec("f", ("q",)))
    model = block.model
    assert (model.form, model.categories) == (Form.BARS, ("Pieteikt", "Nezinu", "Cits"))
    assert [p.label for p in model.series[0].points] == ["74\u00a0%", "31\u00a0%", "4\u00a0%"]
    assert model.series[0].role == "current"
    assert model.quiet == (2,)
    assert model.category_notes == ()
    assert {text for _, text in told} == {"74\u00a0%", "31\u00a0%", "4\u00a0%"}


def test_data_table_has_share_interval_and_count() -> None:
    block, _ = made(ONE, FigureSpec("f", ("q",)))
    data = block.data
    assert [cell.text for cell in data.header] == [
        "Atbilde",
        "Īpatsvars",
        "95 % intervāls",
        "Skaits",
    ]
    assert [cell.text for cell in data.rows[0]] == ["Pieteikt", "74\u00a0%", "66–82\u00a0%", "105"]
    assert [cell.text for cell in data.rows[-1]] == ["Bāze (n)", "", "", "142"]
    assert all(line[0].header for line in data.rows)
    assert data.rows[0][1].number_id


@pytest.mark.parametrize(
    ("lang", "base", "label"),
    [
        ("lv", "Visi respondenti; n = 142", "74\u00a0%"),
        ("en", "All respondents; n = 142", "74%"),
        ("ru", "Все респонденты; n = 142", "74\u00a0%"),
    ],
)
def test_base_leaves_the_screening_out(lang: str, base: str, label: str) -> None:
    block, _ = made(ONE, FigureSpec("f", ("q",)), lang)
    assert block.base == base
    assert block.model.series[0].points[0].label == label


def test_base_is_in_the_words_of_the_table() -> None:
    words = Text.of({"lv": "Tie, kas atbildēja „Nē“"})
    block, _ = made(replace(ONE, base_note=words), FigureSpec("f", ("q",)))
    assert block.base == "Tie, kas atbildēja „Nē“; n = 142"


def test_several_waves_are_grouped_with_the_past_muted() -> None:
    table = table_of(
        row("eID", share(0.72, "2023"), share(0.65)),
        row("Smart-ID", None, share(0.64)),
        columns=(PAST, CURRENT),
    )
    block, _ = made(table, FigureSpec("f", ("q",), form=Form.GROUPED, by_wave=True))
    assert [(s.name, s.role) for s in block.model.series] == [("2023", "past"), ("2024", "current")]
    assert block.model.series[0].points[1].label == ""
    assert "2023. gads: n nav zināms" in block.base
    assert "2024. gads: n = 142" in block.base
    assert [c.text for c in block.data.header] == [
        "Atbilde",
        "2023. gads",
        "2024. gads",
        "95 % intervāls, 2024. gads",
    ]
    assert block.data.rows[1][1].text == "–"


def test_past_waves_without_any_number_are_left_out() -> None:
    empty = share(None, "2023", flag=Flag.EMPTY)
    table = table_of(row("Jā", empty, share(0.92)), columns=(PAST, CURRENT))
    block, _ = made(table, FigureSpec("f", ("q",), form=Form.STACKED, by_wave=True))
    assert block.model.categories == ("2024. gads",)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("lv", "nav publicēts"), ("en", "not published"), ("ru", "не опубликовано")],
)
def test_unpublished_waves_that_a_stack_asks_for_are_told(lang: str, words: str) -> None:
    table = table_of(row("Jā", None, share(0.92)), row("Nē", None, share(0.08)))
    table = replace(table, columns=(PAST, CURRENT))
    spec = FigureSpec("f", ("q",), form=Form.STACKED, by_wave=True, waves=("2023", "2024"))
    block, _ = made(table, spec, lang)
    assert len(block.model.categories) == 2
    first, second = block.model.series
    assert (first.points[0].value, first.points[0].label) == (None, words)
    assert second.points[0].label == ""
    assert block.model.category_notes == ()
    assert [line[1].text for line in block.data.rows] == [words, words, "–"]
    assert block.base.endswith("; n = 142")
    assert not any("100" in note for note in block.notes)


def test_stacked_bands_are_coloured_low_to_high_whatever_their_order() -> None:
    table = table_of(
        row("Labi", share(0.8), key="top", question="r", kind=RowKind.BAND),
        row("Slikti", share(0.15), key="low", question="r", kind=RowKind.BAND),
        row("Grūti pateikt", share(0.05), key="dk", question="r", kind=RowKind.MISSING),
    )
    block, _ = made(table, FigureSpec("f", ("r",), form=Form.STACKED, bands=True))
    assert [s.role for s in block.model.series] == ["band:2/2", "band:1/2", "missing"]


def test_stacked_codes_without_scores_are_steps() -> None:
    table = table_of(row("Jā", share(0.8), key="yes"), row("Nē", share(0.2), key="no"))
    block, _ = made(table, FigureSpec("f", ("q",), form=Form.STACKED))
    assert [s.role for s in block.model.series] == ["step:1/2", "step:2/2"]


def test_stacked_by_filter_notes_every_base() -> None:
    columns = tuple(
        Column(name, t(name), "2024", ((name, "yes"),), base)
        for name, base in (("a", 91), ("b", 12))
    )
    table = table_of(row("Jā", share(0.8, base=91), share(0.5, base=12)), columns=columns)
    spec = FigureSpec(
        "f", ("q",), form=Form.STACKED, among=(Among("a", "yes", "Pirmie"), Among("b", "yes"))
    )
    block, _ = made(table, spec)
    assert block.model.categories == ("Pirmie", "b")
    assert block.model.category_notes == ("n = 91", "n = 12")


def test_lines_of_means_know_the_scale() -> None:
    table = table_of(
        row("Vērtējums", mean(3.1, "2023"), mean(3.55), question="r", kind=RowKind.MEAN),
        columns=(PAST, replace(CURRENT, base=51)),
    )
    block, _ = made(table, FigureSpec("f", ("r",), form=Form.LINE, measure="mean", by_wave=True))
    assert block.model.unit == "mean"
    assert block.model.maximum == 4
    assert [p.label for p in block.model.series[0].points] == ["3,1", "3,6"]
    assert "Neaizpildītie punkti ir publicēti skaitļi bez intervāla." in block.notes
    assert "Svītras rāda 95 % intervālu." in block.notes


def test_panels_tell_bases_that_differ_in_their_titles() -> None:
    table = table_of(
        row("Jā", share(0.8), key="q/yes"),
        row("Labi", share(0.6, base=120), key="r/top", question="r"),
    )
    block, _ = made(table, FigureSpec("f", ("q", "r"), form=Form.PANELS))
    assert block.model.panels == (("[q] (n = 142)", 1), ("[r] (n = 120)", 1))
    assert block.wording == "Kāpēc? / Cik labi?"
    assert block.data.rows[1][0].text == "[r]: Labi"


def test_small_hidden_and_derived_numbers_are_marked() -> None:
    table = table_of(
        row(
            "a",
            share(0.72, "2023", source=Source.DERIVED, rounding=0.01),
            share(0.5, base=51, flag=Flag.MARKED),
        ),
        row("b", share(0.1, "2023"), share(0.2, base=12, flag=Flag.HIDDEN)),
        columns=(PAST, CURRENT),
    )
    block, told = made(table, FigureSpec("f", ("q",), form=Form.GROUPED, by_wave=True))
    past, current = block.model.series
    assert (past.points[0].mark, current.points[0].mark) == ("†", "*")
    assert current.points[1].label == ""
    assert not any(number.flag is Flag.HIDDEN for number, _ in told)
    assert any(note.startswith("† ") and "±1." in note for note in block.notes)
    assert block.data.rows[0][1].text == "72\u00a0%†"
    assert (printed(current.points[1]), block.data.rows[1][2].text) == ("…", "…")


def compared(verdict: Verdict, later: Number, earlier: Number) -> Comparison:
    difference = Number(CellKey("q"), Unit.SHARE_DIFFERENCE, 0.1)
    return Comparison(later, earlier, difference, verdict)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.HIGHER, "nozīmīgi augstāks: eID."),
        (Verdict.LOWER, "nozīmīgi zemāks: eID."),
        (Verdict.NO_DIFFERENCE_SHOWN, "nav pierādīta: eID."),
        (Verdict.UNCHANGED, "nemainīgs"),
        (Verdict.UNTESTABLE, ""),
    ],
)
def test_notes_say_which_differences_pass(verdict: Verdict, words: str) -> None:
    past, now = share(0.5, "2023"), share(0.65)
    table = table_of(
        row("eID", past, now, comparisons=(compared(verdict, now, past), None)),
        columns=(PAST, CURRENT),
    )
    spec = FigureSpec("f", ("q",), form=Form.GROUPED, by_wave=True)
    block, _ = made(table, spec)
    found = [note for note in block.notes if note.startswith("Salīdzinājums (2023. gads)")]
    assert (words in found[0]) if words else not found
    silent, _ = made(table, replace(spec, compare=False))
    assert not [note for note in silent.notes if note.startswith("Salīdzinājums")]


def test_rounding_and_gaps_of_stacks_are_said() -> None:
    thirds = table_of(*(row(name, share(1 / 3), key=name) for name in "abc"))
    block, _ = made(thirds, FigureSpec("f", ("q",), form=Form.STACKED))
    assert any(note.startswith("Noapaļošanas dēļ") for note in block.notes)
    gap = table_of(row("Jā", share(0.78), key="yes"))
    block, _ = made(gap, FigureSpec("f", ("q",), form=Form.STACKED))
    assert any("nav publicētas" in note for note in block.notes)


def test_notes_on_waves_go_with_the_data() -> None:
    note = t("2023. gads: eID kļuva obligāta")
    block, _ = made(replace(ONE, notes=(note, t("Cita piezīme."))), FigureSpec("f", ("q",)))
    assert block.data.notes == ("2023. gads: eID kļuva obligāta",)
    assert "Cita piezīme." in block.notes
    assert "2023. gads: eID kļuva obligāta" not in block.notes


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_invention_is_said_first(lang: str) -> None:
    block, _ = made(replace(ONE, invented=True), FigureSpec("f", ("q",)), lang)
    assert block.notes[0] in ("Atdarināti dati.", "Invented data.", "Вымышленные данные.")


def test_printed_table_has_label_base_and_notes() -> None:
    table, told = made(ONE, FigureSpec("t", ("q",), is_table=True), what=table_block)
    assert (table.label, table.anchor, table.caption) == ("2. attēls", "t", "Mērķis")
    assert table.notes[0] == "Bāze: Visi respondenti; n = 142"
    assert len(table.widths) == len(table.header)
    assert told


def test_grid_of_means_is_asked_with_its_overall_mean() -> None:
    item = Question("g1", Kind.SINGLE, t("Viens"), codes=SCALE, grid="g")
    questionnaire = Questionnaire("s", items=(item, replace(item, name="g2")))
    stand = Stand(table_of(row("Viens", mean(3.0), question="g1", kind=RowKind.MEAN)))
    for measure, asked in (("mean", ("g", "g1", "g2")), ("share", ("g1", "g2"))):
        figure_block(
            FigureSpec("f", (), grid="g", measure=measure),
            stand,
            questionnaire,
            STUDY,
            "lv",  # type: ignore[arg-type]
            label="",
            caption="",
            alt="",
            register=lambda number, text: "n",
        )
        assert stand.asked["questions"] == asked


def test_numbers_as_printed() -> None:
    assert text_of(share(0.285), "lv") == "29\u00a0%"
    assert text_of(share(0.285), "en") == "29%"
    assert text_of(mean(7.85), "ru") == "7,9"
    assert text_of(mean(9.5, "2023", is_floor=True), "lv") == "≥\u00a09,5"
    assert text_of(None, "lv") == text_of(share(0.5, flag=Flag.HIDDEN), "lv") == ""
    small = share(0.5, low=None, high=None, interval="n_too_small")
    assert interval_of(small, "lv") == "n par mazu"
    assert interval_of(mean(7.9), "lv") == "7,5–8,3"
