"""End to end, as whole processes: example studies to finished reports, and ways to fail."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys

import pytest
from tests.flows.shell import NO_CACHE, STUDIES, atbalss, pdf_text, visible

from atbalss.cli import main


@pytest.mark.xdist_group("report")
def test_the_report_is_made_from_a_cold_process(built):
    names = {file.name for file in built.iterdir()}
    stem = "vpvkac-lv"
    endings = ("pdf", "html", "numbers.json", "typ", "docx", "pptx", "xlsx")
    assert {f"{stem}.{ending}" for ending in endings} <= names
    assert (built / f"{stem}.pdf").read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.xdist_group("report")
def test_every_page_says_that_the_answers_are_invented(built):
    pages = pdf_text(built / "vpvkac-lv.pdf").split("\f")[:-1]
    assert len(pages) >= 30
    assert [i for i, page in enumerate(pages, 1) if "ATDARINĀTI DATI" not in page.upper()] == []
    assert "atdarināti dati" in visible((built / "vpvkac-lv.html").read_text("utf-8")).lower()


@pytest.mark.xdist_group("report")
def test_the_report_has_27_figures_and_five_annexes(built):
    text = pdf_text(built / "vpvkac-lv.pdf")
    for number in range(1, 28):
        assert re.search(rf"^\s*{number}\. attēls", text, re.M), number
    for number in range(1, 6):
        assert f"{number}. pielikum" in text


@pytest.mark.xdist_group("report")
def test_numbers_are_the_same_in_pdf_html_and_json(built):
    numbers = json.loads((built / "vpvkac-lv.numbers.json").read_text("utf-8"))
    assert len(numbers) > 300
    page = visible((built / "vpvkac-lv.html").read_text("utf-8")).replace("\u00a0", " ")
    pdf = re.sub(r"\s+", " ", pdf_text(built / "vpvkac-lv.pdf").replace("\u00a0", " "))
    for key, item in numbers.items():
        text = str(item["text"]).replace("\u00a0", " ")
        assert text in page, (key, text)
        assert text in pdf or text.replace(" ", "") in pdf.replace(" ", ""), (key, text)


@pytest.mark.xdist_group("report")
def test_the_same_folder_gives_the_same_bytes(built, vpvkac, tmp_path):
    shutil.rmtree(vpvkac / ".atbalss_cache")
    atbalss("report", vpvkac, "--out", tmp_path, "--formats", "all")
    for file in built.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


@pytest.mark.xdist_group("report")
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_other_languages_build_too(vpvkac, tmp_path, lang):
    atbalss("report", vpvkac, "--out", tmp_path, "--lang", lang)
    assert (tmp_path / f"vpvkac-{lang}.pdf").exists()


@pytest.fixture(scope="module")
def parejas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("second") / "parejas"
    shutil.copytree(STUDIES / "parejas", folder, ignore=NO_CACHE)
    return folder


@pytest.mark.xdist_group("parejas")
def test_the_second_study_shows_real_tests(parejas, tmp_path):
    atbalss("report", parejas, "--out", tmp_path / "out")
    numbers = json.loads((tmp_path / "out" / "parejas-lv.numbers.json").read_text("utf-8"))
    tests = [item["comparison"] for item in numbers.values() if item.get("comparison")]
    verdicts = {test["verdict"] for test in tests}
    assert verdicts & {"higher", "lower"}
    assert "no_difference_shown" in verdicts


@pytest.mark.xdist_group("tikls")
def test_the_network_study_finds_what_was_built_into_it(tmp_path):
    folder = tmp_path / "tikls"
    shutil.copytree(STUDIES / "tikls", folder, ignore=NO_CACHE)
    atbalss("report", folder, "--out", tmp_path / "out")
    page = (tmp_path / "out" / "tikls-lv.html").read_text("utf-8").replace("\u00a0", " ")
    for words in ("nav mēģinājuši pieteikt biežāk nekā pārējie", "Dižozoli", "2026. gada marts"):
        assert words in page
    numbers = json.loads((tmp_path / "out" / "tikls-lv.numbers.json").read_text("utf-8"))
    places = {item["funnel"]["place"] for item in numbers.values() if "funnel" in item}
    assert {"above", "below", "inside"} <= places
    done = atbalss("differs", folder, "tried=no", "--nets", "--lang", "en")
    assert "more often than by the rest by these groups: 55 and older" in done.stdout
    found = json.loads(atbalss("differs", folder, "tried=no", "--json").stdout)
    male = next(row for row in found["groups"] if row["code"] == "male")
    assert male["verdict"] == "higher" and male["p_adjusted"] < 0.001


@pytest.mark.xdist_group("tikls")
def test_the_network_studys_answers_are_those_its_script_makes(tmp_path):
    made = STUDIES / "tikls" / "make_answers.py"
    subprocess.run([sys.executable, made, tmp_path], check=True)
    kept = (STUDIES / "tikls" / "waves" / "2026" / "answers.csv").read_bytes()
    assert (tmp_path / "waves" / "2026" / "answers.csv").read_bytes() == kept


@pytest.mark.xdist_group("parejas")
def test_a_draft_builds_without_an_error(parejas, tmp_path):
    """In Latvian whole; how a page is made in the other languages, the example report shows."""
    for lang in ("lv", "en", "ru"):
        assert main(["report", "draft", str(parejas), "--lang", lang, "--force"]) == 0
    atbalss("report", parejas, "--out", tmp_path)
    for lang in ("en", "ru"):
        words = ("report", str(parejas), "--out", str(tmp_path), "--lang", lang)
        assert main([*words, "--formats", "docx"]) == 0
    assert len(list(tmp_path.glob("parejas-*.docx"))) == 2


FAULTS = {
    "typed number": ("Apmierināti ir 47 % klientu.", "report-typed-number"),
    "word that does not fit": (
        'Tā dara {{ say("lielākā daļa", share("apply_mode", "paper")) }}.',
        "report-words-do-not-fit",
    ),
    "bare trend word": ("Apmierinātība ir pieaugusi.", "report-bare-trend"),
    "share as points": (
        'Tas ir {{ share("apply_mode", "paper") | pp }}.',
        "report-share-as-points",
    ),
    "unknown code": ('Tas ir {{ share("apply_mode", "papers") }}.', "tables-unknown-code"),
    "figure without a caption": (
        "```figure\nid: zz\nquestion: apply_mode\nfinding: Teksts.\n```",
        "report-no-caption",
    ),
    "unknown label": ('To rāda {{ fig("purpos") }}.', "report-unknown-label"),
}


@pytest.mark.xdist_group("faults")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_text_stops_the_build_with_line_and_remedy(tmp_path, fault):
    folder = tmp_path / "vpvkac"
    shutil.copytree(STUDIES / "vpvkac", folder, ignore=NO_CACHE)
    sentence, code = FAULTS[fault]
    file = folder / "report.lv.md"
    lines = file.read_text("utf-8").splitlines()
    place = next(i for i, line in enumerate(lines) if line.startswith("# Rekomendācijas"))
    lines[place:place] = ["", sentence, ""]
    file.write_text("\n".join(lines), "utf-8")
    done = atbalss("report", folder, "--out", tmp_path / "out", "--json", code=1)
    found = json.loads(done.stdout)["problems"]
    here = [item for item in found if item["where"].get("line") == place + 2]
    assert code in {item["code"] for item in here if item["severity"] == "error"}, found
    assert all(item["remedy"] for item in here)
    assert not (tmp_path / "out" / "vpvkac-lv.pdf").exists()


BROKEN_FILES = {
    "report.lv.md": (lambda text: b"\n", "folder-empty", "report.lv.md", None),
    "study.yaml": (
        lambda text: text.replace("date: 2026-10-30", "date: 2026-13-30").encode(),
        "folder-yaml-date",
        "study.yaml",
        36,
    ),
    "waves/2026/answers.csv": (
        lambda text: text.replace(",", ";").encode("utf-16"),
        "folder-not-utf8",
        "waves/2026/answers.csv",
        None,
    ),
    "waves/2026/codes.csv": (
        lambda text: (text + "1,improve,nowhere\n").encode(),
        "answers-unknown-code",
        "waves/2026/codes.csv",
        None,
    ),
}


@pytest.mark.parametrize("name", BROKEN_FILES)
def test_a_broken_file_is_named_with_its_folder(tmp_path, name):
    folder = tmp_path / "parejas"
    shutil.copytree(STUDIES / "parejas", folder, ignore=NO_CACHE)
    spoil, code, file, line = BROKEN_FILES[name]
    (folder / name).write_bytes(spoil((folder / name).read_text("utf-8")))
    done = atbalss("report", folder, "--out", tmp_path / "out", code=1)
    told = done.stdout + done.stderr
    assert code in told and file in told and "Traceback" not in told
    assert line is None or f"{file}, {line}. rindiņa" in told
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_no_study_is_refused_in_words(tmp_path):
    done = atbalss("check", tmp_path, code=1)
    assert "study.yaml" in done.stderr and "Traceback" not in done.stderr


def test_a_wrong_command_is_code_2():
    assert "atbalss" in atbalss("chekc", code=2).stderr
    assert atbalss("report", "studies/vpvkac", code=2).returncode == 2
