"""The Single Digital Gateway: three questions in three languages, a month without free text."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.cli import main
from atbalss.opendata.sdg import clean_url, deadline, holidays

ROWS = [
    (
        "1",
        "2026-10-01",
        "https://lapa.lv/a?token=abc#x",
        "procedure",
        "yes",
        "5",
        "Jānis, 29123456",
    ),
    ("2", "2026-10-31", "https://u:p@lapa.lv:8080/a", "information", "no", "1", "=HYPERLINK(1)"),
    ("3", "2026-09-30", "https://lapa.lv/a", "information", "yes", "5", ""),
    ("4", "2026-11-01", "https://lapa.lv/a", "information", "yes", "5", ""),
    ("5", "2026-10-05", "javascript:alert(1)", "information", "partly", "3", ""),
    ("6", "2026-10-05", "https://lapa.lv/b", "information", "partly", "", ""),
    ("7", "2026-10-05", "https://lapa.lv/b", "assistance", "partly", "3", "Labi"),
]
HEAD = ("id", "sdg_date", "sdg_page", "sdg_kind", "sdg_found", "sdg_rating", "sdg_improve")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sdg") / "lapas"
    assert main(["new", str(folder), "--preset", "sdg", "--wave", "2026"]) == 0
    with (folder / "waves" / "2026" / "answers.csv").open(
        "w", encoding="utf-8", newline=""
    ) as file:
        csv.writer(file).writerows([HEAD, *ROWS])
    return folder


def test_the_preset_is_a_study_without_faults(pages, capsys):
    assert main(["--ui", "en", "check", str(pages), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["problems"]
    assert not [item for item in told if item["severity"] == "error"]
    text = (pages / "questionnaire.md").read_text(encoding="utf-8")
    for words in ("Vai atradāt to, ko meklējāt?", "Did you find", "Нашли ли Вы"):
        assert words in text


def test_a_month_holds_its_days_its_pages_and_no_free_text(pages, tmp_path):
    assert main(["sdg-export", str(pages), "--month", "2026-10", "--out", str(tmp_path)]) == 0
    made = json.loads((tmp_path / "sdg-2026-10.json").read_text(encoding="utf-8"))
    assert made["responses"] == [
        {"url": "https://lapa.lv/a", "found": "yes", "rating": "5"},
        {"url": "https://lapa.lv/b", "found": "partly", "rating": "3"},
        {"url": "https://lapa.lv:8080/a", "found": "no", "rating": "1"},
    ]
    assert made["left_out"] == {"no_page": 1, "not_answered": 1}
    assert made["deadline"] == "2026-11-06"
    whole = (tmp_path / "sdg-2026-10.csv").read_text(encoding="utf-8") + json.dumps(made)
    for secret in ("Jānis", "29123456", "HYPERLINK", "token", "u:p", "2026-10-01", "Labi"):
        assert secret not in whole


def test_a_month_that_is_not_over_is_refused(pages, capsys):
    assert main(["--ui", "en", "sdg-export", str(pages), "--month", "2999-01"]) == 1
    assert "opendata-sdg-not-over" in capsys.readouterr().err
    assert main(["--ui", "en", "sdg-export", str(pages), "--month", "2026-13"]) == 1
    assert "opendata-sdg-month" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("month", "last"),
    [
        ("2026-10", "2026-11-06"),
        ("2026-03", "2026-04-09"),  # Good Friday and Easter Monday
        ("2025-12", "2026-01-08"),  # New Year
        ("2026-04", "2026-05-11"),  # 1 May, 4 May
        ("2024-04", "2024-05-09"),  # 4 May a Saturday: Monday is free
    ],
)
def test_the_fifth_working_day_counts_latvias_holidays(month, last):
    assert deadline(month) == date.fromisoformat(last)


def test_easter_moves():
    for day in ("2024-03-29", "2025-04-18", "2026-04-03", "2027-03-26"):
        assert date.fromisoformat(day) in holidays(int(day[:4]))


@given(st.text(max_size=40))
def test_an_address_is_clean_or_none(text):
    for found in (clean_url(text), clean_url(f"https://lapa.lv/{text}")):
        assert "?" not in found
        assert "#" not in found
        assert not found or found.startswith(("http://", "https://"))


def test_a_missing_wave_is_named_once(pages, capsys):
    folder = pages.parent / "bare"
    assert main(["new", str(folder), "--preset", "sdg", "--wave", "2026"]) == 0
    (folder / "waves" / "2026" / "answers.csv").unlink(missing_ok=True)
    for wave, code in (("2026", "folder-no-answers"), ("2019", "folder-unknown-wave")):
        words = ["--ui", "en", "sdg-export", str(folder), "--month", "2026-10", "--wave", wave]
        capsys.readouterr()
        assert main(words) == 1
        told = capsys.readouterr()
        assert (told.out + told.err).count(f"“{wave}”") == 1 and code in told.err
