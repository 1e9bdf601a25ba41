"""Charts of a PDF as tables: each number with the label at its bar, or nothing where unsure."""

from __future__ import annotations

import pypdfium2
import pytest
from tests.audit.test_portable import made

from atbalss.audit.door import open_report
from atbalss.audit.plotted import plots_of
from atbalss.audit.printed_cells import cells_of
from atbalss.audit.run import audit
from atbalss.audit.shapes import shapes_of
from atbalss.audit.text import Kind

LEFT, STEP, POINT = (
    120,
    18,
    2,
)  # of a lying bar: where it begins, how far apart, points to a percent


def at(x: float, y: float, what: str) -> str:
    return f"#place(top + left, dx: {x}pt, dy: {y}pt, {what})"


def words(text: str, width: float = 0, align: str = "right") -> str:
    inner = f"text(9pt)[{text}]"
    return f"box(width: {width}pt, align({align}, {inner}))" if width else inner


def bar(width: float, height: float, fill: str = "teal") -> str:
    return f"rect(width: {width}pt, height: {height}pt, fill: {fill}, stroke: none)"


def lying(rows, top=40, sign="%", longer=()) -> str:
    """Lying bars with their labels at the left and their numbers behind the end."""
    drawn = []
    for place, (label, value) in enumerate(rows):
        y = top + place * STEP
        long = value * POINT + (60 if label in longer else 0)
        drawn.append(at(0, y + 2, words(label, LEFT - 6)))
        drawn.append(at(LEFT, y, bar(long, 12)))
        drawn.append(at(LEFT + long + 4, y + 2, words(f"{value}{sign}")))
    return "\n".join(drawn)


def upright(rows, base=160, wide=40, fills=("teal",), sign="%") -> str:
    """Upright bars with their labels beneath and their numbers above."""
    drawn = []
    thick = wide / len(fills)
    for place, (label, *values) in enumerate(rows):
        x = 20 + place * (wide + 26)
        for part, value in enumerate(values):
            drawn.append(at(x + part * thick, base - value, bar(thick, value, fills[part])))
            number = words(f"{value}{sign}", thick, "center")
            drawn.append(at(x + part * thick, base - value - 12, number))
        drawn.append(at(x - 10, base + 5, words(label, wide + 20, "center")))
    return "\n".join(drawn)


def blocks_of(tmp_path, source, lang="en"):
    page = "#set page(width: 500pt, height: 420pt, margin: 20pt)\n"
    return open_report(made(tmp_path, page + source), lang).blocks


def tables(tmp_path, source):
    """What is read of the drawings of the first page."""
    page = "#set page(width: 500pt, height: 420pt, margin: 20pt)\n"
    document = pypdfium2.PdfDocument(made(tmp_path, page + source))
    lines = cells_of(document[0].get_textpage())
    return [tuple(plot.rows) for plot in plots_of(lines, shapes_of(document[0]))]


ROWS = [("By phone", 48), ("At the desk", 31), ("By letter", 14), ("Other", 7)]


def test_lying_bars_are_a_table_under_their_caption(tmp_path):
    source = "Figure 1. How clients apply\n" + lying(ROWS)
    blocks = blocks_of(tmp_path, source)
    assert [block.kind for block in blocks] == [Kind.CAPTION, Kind.TABLE]
    assert blocks[1].rows == (("", "%"), *((label, f"{value}%") for label, value in ROWS))


def test_bars_out_of_step_with_their_numbers_are_not_read(tmp_path):
    assert tables(tmp_path, lying(ROWS, longer=("By letter",))) == []


def test_a_caption_beneath_goes_before_the_chart(tmp_path):
    under = at(0, 125, words("Figure 1. How clients apply", 300, "left"))
    blocks = blocks_of(tmp_path, lying(ROWS) + "\n" + under)
    assert [block.kind for block in blocks] == [Kind.CAPTION, Kind.TABLE]


def test_a_title_between_rows_parts_the_chart(tmp_path):
    second = at(0, 40 + 2 * STEP + 3, words("Age", 60, "left"))
    source = lying(ROWS[:2]) + second + lying(ROWS[2:], 40 + 3 * STEP)
    found = tables(tmp_path, source)
    assert [rows[0] for rows in found] == [("", "%"), ("Age", "%")]
    assert [row[0] for row in found[1][1:]] == ["By letter", "Other"]


def test_numbers_of_an_axis_are_no_values_and_say_that_bars_are_shares(tmp_path):
    ticks = "\n".join(
        at(LEFT + n * POINT - 20, 118, words(f"{n}%", 40, "center")) for n in range(0, 60, 10)
    )
    found = tables(tmp_path, lying(ROWS, sign="") + ticks)
    assert found == [(("", "%"), *((label, str(value)) for label, value in ROWS))]
    counted = ticks.replace("10%", "20%").replace("[50%", "[100%").replace("[40%", "[80%")
    counted = counted.replace("[30%", "[60%").replace("[20%", "[40%", 1)
    assert all(rows[0][1:] != ("%",) for rows in tables(tmp_path, lying(ROWS, sign="") + counted))


def test_upright_bars_with_labels_of_two_lines_beneath(tmp_path):
    rows = [("Less than once", 62), ("Once or twice", 29), ("More often", 9)]
    found = tables(tmp_path, upright(rows))
    assert found == [(("", "%"), *((label, f"{value}%") for label, value in rows))]


def test_series_are_told_by_the_colours_of_a_legend(tmp_path):
    rows = [("Yes", 62, 55), ("No", 29, 36), ("Not sure", 9, 10)]
    legend = "".join(
        at(20 + 90 * n, 200, bar(8, 8, fill)) + at(32 + 90 * n, 201, words(name))
        for n, (fill, name) in enumerate((("teal", "2024"), ("orange", "2022")))
    )
    chart = upright(rows, wide=60, fills=("teal", "orange"))
    assert tables(tmp_path, chart + legend) == [
        (("", "2024", "2022"), *((label, f"{a}%", f"{b}%") for label, a, b in rows))
    ]
    assert tables(tmp_path, chart) == []


def stacked(rows, fills) -> str:
    drawn = []
    for place, (label, *values) in enumerate(rows):
        y, x = 60 + place * STEP, LEFT
        drawn.append(at(0, y + 2, words(label, LEFT - 6)))
        for fill, value in zip(fills, values, strict=True):
            drawn.append(at(x, y, bar(value * 3, 12, fill)))
            if value > 4:
                drawn.append(at(x, y + 2, words(f"{value}%", value * 3, "center")))
            x += value * 3
    return "\n".join(drawn)


def test_pieces_of_stacked_bars_stand_under_their_names_and_may_print_no_number(tmp_path):
    rows = [("Manners", 60, 25, 15), ("Speed", 45, 35, 20), ("Signs", 70, 27, 3)]
    fills = ("teal", "silver", "orange")
    legend = "".join(
        at(20 + 90 * n, 30, bar(8, 8, fill)) + at(32 + 90 * n, 31, words(name))
        for n, (fill, name) in enumerate(zip(fills, ("Good", "Fair", "Poor"), strict=True))
    )
    found = tables(tmp_path, stacked(rows, fills) + legend)
    assert found == [
        (
            ("", "Good", "Fair", "Poor"),
            ("Manners", "60%", "25%", "15%"),
            ("Speed", "45%", "35%", "20%"),
            ("Signs", "70%", "27%", ""),
        )
    ]
    assert tables(tmp_path, stacked(rows, fills)) == []


@pytest.mark.parametrize("said, rule", [("41", "two-values"), ("48", "")])
def test_a_share_that_the_chart_denies_is_found(tmp_path, said, rule):
    source = f"= How clients apply\n#v(200pt)\nOf all clients {said}% apply by phone.\n"
    path = made(
        tmp_path,
        "#set page(width: 500pt, height: 420pt, margin: 20pt)\n" + lying(ROWS, 60) + source,
    )
    assert [one.rule for one in audit(open_report(path, "en")) if "missing" not in one.rule] == [
        rule
    ] * bool(rule)


def test_rules_of_a_table_and_frames_are_no_bars(tmp_path):
    source = "\n".join(
        at(0, 40 + n * STEP, "line(length: 200pt)") + at(0, 44 + n * STEP, words(label))
        + at(150, 44 + n * STEP, words(f"{value}%"))
        for n, (label, value) in enumerate(ROWS)
    )  # fmt: skip
    assert tables(tmp_path, source) == []


def test_a_label_whose_bar_is_not_drawn_is_no_title(tmp_path):
    """What has a number on its level, or ends where all labels end, is a row that is not known."""
    gap = lying(ROWS[:2]) + lying(ROWS[2:], 40 + 3 * STEP)
    aligned = at(0, 40 + 2 * STEP + 2, words("By messenger", LEFT - 6))
    assert tables(tmp_path, gap + aligned) == []
    left = at(0, 40 + 2 * STEP + 2, words("By messenger", 70, "left"))
    number = at(LEFT + 4, 40 + 2 * STEP + 2, words("0%"))
    assert tables(tmp_path, gap + left + number) == []


def test_a_title_of_two_lines_that_the_page_prints_last_stands_before_the_chart(tmp_path):
    title = at(0, 4, words("How clients apply", 200, "left"))
    title += at(0, 18, words("(n = 142)", 200, "left"))
    blocks = blocks_of(tmp_path, lying(ROWS, 40) + title)
    assert [block.kind is Kind.TABLE for block in blocks][-1]
