"""Charts: specs that any Vega-Lite tool reads; SVG that is text, whole, safe, always the same."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.report.sample import BARS, LONG, MODELS, NASTY, STACKED, document

from atbalss.report import charts, fonts
from atbalss.report.chart_workers import Workers
from atbalss.report.document import FigureModel, Form, Point, Series
from atbalss.report.theme import DEFAULT

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    return {
        f"{name}:{narrow}": charts.draw(model, DEFAULT, "lv", narrow=narrow)
        for name, model in MODELS.items()
        for narrow in (False, True)
    }


def texts(svg: str) -> list[str]:
    return ["".join(item.itertext()) for item in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", MODELS)
def test_spec_is_plain_vega_lite(name: str) -> None:
    spec = charts.spec(MODELS[name], DEFAULT, "lv")
    assert "vega-lite/v6" in spec["$schema"]
    assert json.loads(json.dumps(spec)) == spec


@pytest.mark.parametrize("name", MODELS)
def test_spec_meets_the_schema_of_vega_lite(name: str) -> None:
    import altair as alt

    spec = charts.spec(MODELS[name], DEFAULT, "lv")
    alt.Chart.from_dict(spec, validate=True)


def test_svg_is_text_in_the_typeface(drawn: dict[str, str]) -> None:
    for svg in drawn.values():
        families = set(re.findall(r'font-family="([^"]*)"', svg))
        assert families == {"Fira Sans"}
        assert texts(svg)


def test_every_label_is_whole(drawn: dict[str, str]) -> None:
    for narrow in (False, True):
        said = texts(drawn[f"bars:{narrow}"])
        assert "…" not in "".join(said)
        together = " ".join(said)
        assert all(word in together for word in LONG.split())
        assert {"74\u00a0%", "30\u00a0%", "0\u00a0%"} <= set(said)


def test_charts_have_their_declared_size(drawn: dict[str, str]) -> None:
    for name, svg in drawn.items():
        wide = DEFAULT.chart_narrow if name.endswith("True") else DEFAULT.chart_width
        root = ET.fromstring(svg)
        assert root.get("width") == str(wide)
        box = [float(part) for part in str(root.get("viewBox")).split()]
        assert box[2] <= wide * 1.01, f"{name} is too wide for its sheet"


def test_hostile_words_stay_words(drawn: dict[str, str]) -> None:
    for svg in drawn.values():
        tags = {item.tag.removeprefix(SVG) for item in ET.fromstring(svg).iter()}
        assert tags <= {"svg", "g", "path", "text", "line", "rect"}
    bars = MODELS["bars"]
    for nasty in NASTY:
        model = replace(bars, categories=(nasty, *bars.categories[1:]))
        ET.fromstring(charts.draw(model, DEFAULT, "lv"))


def test_no_ids_collide_in_a_page(drawn: dict[str, str]) -> None:
    ids = [name for svg in drawn.values() for name in re.findall(r'\bid="([^"]+)"', svg)]
    assert len(ids) == len(set(ids))


def test_ids_are_numbered_anew_by_content() -> None:
    clip = '<g id="clip7" clip-path="url(#clip7)"/>'
    raw = f'<svg width="10" height="10" viewBox="0 0 10 10">{clip}</svg>'
    again = raw.replace("clip7", "clip99")
    assert charts.clean(raw, 10) == charts.clean(again, 10)
    assert "clip7" not in charts.clean(raw, 10)


def test_drawing_is_the_same_every_time(drawn: dict[str, str]) -> None:
    for name in reversed(list(MODELS)):
        assert charts.draw(MODELS[name], DEFAULT, "lv") == drawn[f"{name}:False"]


def test_small_segments_lose_their_label_not_their_place(drawn: dict[str, str]) -> None:
    wide = texts(drawn["stacked:False"])
    assert "2\u00a0%" not in wide
    assert {"41\u00a0%", "12\u00a0%"} <= set(wide)
    spec = charts.spec(STACKED, DEFAULT, "lv")
    assert any(abs(row.get("value", 0) - 0.02) < 1e-9 for row in _rows(spec))


def test_segments_are_parted_by_white() -> None:
    spec = charts.spec(STACKED, DEFAULT, "lv")
    boxes = [layer["mark"] for layer in spec["layer"] if layer["mark"]["type"] == "rect"]
    assert any(mark.get("stroke") == DEFAULT.paper and mark["strokeWidth"] >= 1 for mark in boxes)


def test_notes_stand_beside_their_bars(drawn: dict[str, str]) -> None:
    assert {"n = 92", "n = 91", "n = 12"} <= set(texts(drawn["among:False"]))
    assert "20\u00a0%*" in texts(drawn["among:False"])


def test_what_is_not_published_is_an_empty_frame() -> None:
    half = Series("Jā", (Point(0.78, "78 %"),), "step:1/2")
    model = FigureModel(Form.STACKED, "share", ("2023",), (half,))
    assert "stroke-dasharray" in charts.draw(model, DEFAULT, "lv")
    assert "stroke-dasharray" not in charts.draw(STACKED, DEFAULT, "lv")
    none = Series("Jā", (Point(None, "nav publicēts"), Point(1.0, "100 %")), "step:1/2")
    svg = charts.draw(FigureModel(Form.STACKED, "share", ("2023", "2024"), (none,)), DEFAULT, "lv")
    assert svg.count("stroke-dasharray") == 1
    assert {"2023", "nav publicēts", "100 %"} <= set(texts(svg))


@pytest.mark.parametrize("form", list(Form))
def test_every_form_bears_little_and_missing_data(form: Form) -> None:
    for points in ((Point(None, ""),), (Point(0.0, "0 %"),), (Point(1.0, "100 %", 1.0, 1.0),)):
        model = FigureModel(form, "share", ("Viens",), (Series("2024", points, "current"),))
        svg = charts.draw(model, DEFAULT, "lv")
        assert ET.fromstring(svg).tag == f"{SVG}svg"
        assert texts(svg), "at least its label"


def test_an_empty_model_is_refused() -> None:
    with pytest.raises(ValueError, match="category"):
        charts.spec(replace(BARS, categories=()), DEFAULT, "lv")


def test_cached_charts_need_no_engine(tmp_path: Path) -> None:
    first = Workers(here=True).draw(document(), DEFAULT, tmp_path).all()
    again = Workers(here=True).draw(document(), DEFAULT, tmp_path).all()
    assert first == again
    code = (
        "import sys; from pathlib import Path; from atbalss.report.chart_workers import Workers;"
        "from atbalss.report.theme import DEFAULT; from tests.report.sample import document;"
        f"Workers(here=True).draw(document(), DEFAULT, Path({str(tmp_path)!r})).all();"
        "print('altair' in sys.modules, 'vl_convert' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_program_leaves_no_drawing_process_behind(tmp_path: Path) -> None:
    code = (
        "from time import sleep; from os import getpid\n"
        "from atbalss.report.chart_workers import Workers\n"
        "if __name__ == '__main__':\n"
        "    workers = Workers.start()\n"
        "    print(workers.ask(getpid).result(), flush=True)\n"
        "    sleep(60)\n"
    )
    script = tmp_path / "program.py"
    script.write_text(code)
    run = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert run.stdout is not None
    assert run.stdout.readline().strip().isdigit()
    assert len(_of_session(run.pid)) > 2
    run.kill()
    run.wait(10)
    ends = time.monotonic() + 90
    while (left := _of_session(run.pid)) and time.monotonic() < ends:
        time.sleep(0.05)
    for number in left:
        os.kill(number, signal.SIGKILL)
    assert left == []


def _of_session(number: int) -> list[int]:
    """The processes that a program and its children began, but for those that have ended."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, *rest = (folder / "stat").read_text().rpartition(") ")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if state != "Z" and int(rest[2]) == number:
            found.append(int(folder.name))
    return found


def test_the_cache_knows_what_a_chart_is_made_from(tmp_path: Path) -> None:
    charts.draw(BARS, DEFAULT, "lv", tmp_path)
    charts.draw(BARS, replace(DEFAULT, accent="#444444"), "lv", tmp_path)
    charts.draw(replace(BARS, categories=("Cits", *BARS.categories[1:])), DEFAULT, "lv", tmp_path)
    charts.draw(BARS, DEFAULT, "lv", tmp_path)
    assert len(list(tmp_path.glob("*.svg"))) == 3


def _rows(spec: dict[str, object]) -> list[dict[str, float]]:
    return [row for layer in spec["layer"] for row in layer["data"]["values"]]  # type: ignore[attr-defined]


def test_charts_need_two_faces_alone(drawn: dict[str, str], tmp_path: Path) -> None:
    for svg in drawn.values():
        assert set(re.findall(r'font-weight="([^"]*)"', svg)) <= {"400", "600"}
        assert "font-style" not in svg
    faces = fonts.chart_faces(tmp_path)
    assert sorted(file.stem for file in faces.iterdir()) == sorted(fonts.CHARTED)
    assert fonts.chart_faces(tmp_path) == faces
    code = (
        "import sys; from pathlib import Path; from atbalss.report import charts;"
        "from atbalss.report.theme import DEFAULT; from tests.report.sample import MODELS;"
        f"charts.engine(Path({str(faces)!r}));"
        "svgs = [charts.draw(model, DEFAULT, 'lv') for model in MODELS.values()];"
        "sys.stdout.buffer.write('\\0'.join(svgs).encode())"
    )
    command, root = [sys.executable, "-c", code], Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, check=True, cwd=root)
    wanted = [svg for name, svg in drawn.items() if name.endswith("False")]
    assert done.stdout.decode().split("\0") == wanted
