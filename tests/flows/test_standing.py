"""A build that still stands is told, not made; whatever has changed, it is made anew."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.flows.shell import NO_CACHE, STUDIES, atbalss

from atbalss.folder import contents, standing

TEXT = "report.lv.md"
WORDS = ["", "html", "", ""]  # no language, this format, charts and wave as the study has them


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A study whose notes are told, built as a web page into `out` beside it."""
    place = tmp_path_factory.mktemp("standing")
    shutil.copytree(STUDIES / "tikls", place / "study", ignore=NO_CACHE)
    with (place / "study" / TEXT).open("a", encoding="utf-8") as text:
        text.write("\n\nTā ir PVKAC klientu izvēle.\n")  # an abbreviation that nobody explains
    made(place)
    return place


@pytest.fixture
def place(built, tmp_path) -> Path:
    own = tmp_path / "own"
    shutil.copytree(built, own)
    build = standing.recall(built / "study", built / "out", WORDS)
    assert build is not None
    assert not stands(own), "its folder is another"
    standing.keep(own / "study", contents.contents(own / "study"), own / "out", WORDS, build)
    return own


def made(place: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return atbalss("report", place / "study", "--out", place / "out", "--formats", "html", *more)


def stands(place: Path, *, formats: str = "html", out: str = "out", wave: str = "") -> bool:
    found = standing.recall(place / "study", place / out, ["", formats, "", wave])
    return found is not None


def test_what_stands_is_told_as_it_was_and_nothing_is_made(built):
    web = next((built / "out").glob("*.html"))
    record(built).unlink()
    first = made(built)
    written = web.stat().st_mtime_ns
    again = made(built)
    assert "Uzrakstīts: " in first.stdout
    assert "Nav mainījies: " in again.stdout
    strip = re.compile(r"(Uzrakstīts|Nav mainījies)(?=: )|[\d,]+ s|^… .*\n|^  .* s\n", re.M)
    assert strip.sub("", again.stdout) == strip.sub("", first.stdout)
    assert strip.sub("", again.stderr) == strip.sub("", first.stderr)
    assert "PVKAC" in again.stderr, "what the audit found is told again"
    assert web.stat().st_mtime_ns == written


def test_a_script_is_told_the_same_problems(built):
    made(built)
    told = json.loads(made(built, "--json").stdout)
    record(built).unlink()
    assert json.loads(made(built, "--json").stdout) == told
    assert told["problems"]


CHANGES = {
    "a sentence": lambda p: append(p / "study" / TEXT, "\nVēl viens teikums.\n"),
    "an answer file": lambda p: append(answers(p), "\n"),
    "a file more": lambda p: append(p / "study" / "theme.yaml", "\n"),
    "a file less": lambda p: (p / "study" / "make_answers.py").unlink(),
    "a file that was written": lambda p: append(next((p / "out").glob("*.html")), " "),
    "a file that is gone": lambda p: next((p / "out").glob("*.numbers.json")).unlink(),
    "a record that was damaged": lambda p: append(record(p), " "),
}


def append(file: Path, words: str) -> None:
    with file.open("a", encoding="utf-8") as text:
        text.write(words)


def answers(place: Path) -> Path:
    return next((place / "study" / "waves").rglob("answers.csv"))


def record(place: Path) -> Path:
    cache = (place / "study" / ".atbalss_cache").glob("built-*.json")
    return max(cache, key=lambda file: file.stat().st_mtime_ns)


def test_whatever_has_changed_is_made_anew(place, tmp_path):
    assert stands(place)
    for what, change in CHANGES.items():
        copy = tmp_path / "kept"
        shutil.copytree(place, copy)
        change(place)
        assert not stands(place), what
        shutil.rmtree(place)
        copy.rename(place)
        assert stands(place), "as it was"
    assert not stands(place, formats="html pdf")
    assert not stands(place, out="elsewhere")
    assert not stands(place, wave="2025")


def test_another_program_or_library_makes_anew(place, monkeypatch):
    for name, value in (("program", lambda: "another"), ("installed.notes", lambda: ("a-2",))):
        with monkeypatch.context() as other:
            other.setattr(f"atbalss.folder.standing.{name}", value)
            assert not stands(place)
    assert stands(place)


def test_a_study_that_changed_while_it_was_read_is_not_kept(place):
    held = contents.contents(place / "study")
    append(place / "study" / TEXT, "\nVēl viens teikums.\n")
    standing.keep(place / "study", held, place / "out", ["x"], standing.Build((), (), {}))
    assert standing.recall(place / "study", place / "out", ["x"]) is None
    now = contents.contents(place / "study")
    standing.keep(place / "study", now, place / "out", ["x"], standing.Build((), (), {}))
    assert standing.recall(place / "study", place / "out", ["x"]) == standing.Build((), (), {})


def test_files_behind_a_link_belong_to_the_study(place):
    outside = place / "outside"
    (outside / "deep").mkdir(parents=True)
    (outside / "answers.csv").write_text("id\n", "utf-8")
    try:
        (place / "study" / "waves" / "linked").symlink_to(outside, target_is_directory=True)
        (outside / "deep" / "back").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    before = contents.contents(place / "study")
    assert "waves/linked/answers.csv" in before
    append(outside / "answers.csv", "1\n")
    assert contents.contents(place / "study") != before


def test_nothing_of_a_report_is_loaded_to_tell_it(built):
    made(built)
    code = (
        "import sys; from atbalss.cli import main; main(sys.argv[1:]);"
        "heavy = {'typst', 'jinja2', 'yaml', 'markdown_it', 'atbalss.plan', 'atbalss.report',"
        " 'polars', 'numpy'}; print('heavy:', sorted(heavy & set(sys.modules)))"
    )
    words = ["report", str(built / "study"), "--out", str(built / "out"), "--formats", "html"]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, encoding="utf-8", check=True
    )
    assert "Nav mainījies: " in done.stdout
    assert "heavy: []" in done.stdout
