"""The corrections page: every change of a build is found, named and placed; none is invented."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest

from atbalss.cli import main
from atbalss.report.erratum import Sort, Why, changed_texts, compare


def entry(expression, text, value, **more):
    made = {
        "cell": "q=yes; 2026",
        "question": "q",
        "code": "yes",
        "wave": "2026",
        "among": [],
        "value": value,
        "unit": "share",
        "n": 40,
        "base": 100,
        "base_weighted": 100.0,
        "base_effective": 100.0,
        "flag": "",
        "source": "answers",
        "text": text,
        "kind": "number",
        "place": "prose",
        "expression": expression,
        "line": 7,
    }
    return made | more


def verdict(name):
    return {"earlier": "q=yes; 2025", "later": "q=yes; 2026", "verdict": name}


OLD = {
    "a-1": entry('share("q", "yes")', "40 %", 0.4),
    "b-1": entry('say("mazāk par pusi")', "mazāk par pusi", 0.4, kind="word"),
    "c-1": entry(
        'change("q", "yes")',
        "+5 procentpunkti",
        0.05,
        unit="share_difference",
        comparison=verdict("higher"),
    ),
    "d-1": entry("", "40", 0.4, place="fig-x"),
    "e-1": entry('mean("s")', "3,4", 3.4, unit="mean", cell="s; 2026"),
}


def changed(key, **more):
    new = deepcopy(OLD)
    new[key] |= more
    return compare(OLD, new)


def test_nothing_changed_says_so():
    found = compare(OLD, deepcopy(OLD))
    assert found.is_empty
    assert found.compared == 5


@pytest.mark.parametrize(
    ("key", "more", "sort", "why"),
    [
        ("a-1", {"text": "41 %", "value": 0.41, "n": 41}, Sort.NUMBER, Why.DATA),
        ("b-1", {"text": "gandrīz puse", "value": 0.47, "n": 47}, Sort.WORD, Why.DATA),
        (
            "c-1",
            {"text": "−5 procentpunkti", "value": -0.05, "comparison": verdict("lower")},
            Sort.SIGN,
            Why.DATA,
        ),
        ("c-1", {"comparison": verdict("no_difference_shown")}, Sort.SIGNIFICANCE, Why.ROUNDING),
        ("d-1", {"text": "44", "value": 0.44, "base_weighted": 90.0}, Sort.NUMBER, Why.WEIGHTS),
        ("a-1", {"flag": "hidden", "text": "…", "value": None}, Sort.HIDDEN, Why.DATA),
        ("e-1", {"n": 90, "base": 90}, Sort.BASE, Why.DATA),
        ("a-1", {"source": "published", "text": "42 %", "value": 0.42}, Sort.NUMBER, Why.SOURCE),
        (
            "a-1",
            {"expression": 'share("q", "yes", digits=1)', "text": "40,0 %"},
            Sort.NUMBER,
            Why.TEXT,
        ),
    ],
)
def test_each_kind_of_change_is_named_with_its_reason(key, more, sort, why):
    (change,) = changed(key, **more).changes
    assert (change.sort, change.why) == (sort, why)


def test_what_turns_a_conclusion_comes_first_and_unprinted_moves_are_counted():
    new = deepcopy(OLD)
    new["a-1"] |= {"text": "41 %", "value": 0.41}
    new["e-1"] |= {"value": 3.41}
    new["c-1"] |= {"text": "−1 procentpunkts", "value": -0.01}
    del new["d-1"]
    new["z-1"] = entry('share("q", "no")', "60 %", 0.6, cell="q=no; 2026")
    found = compare(OLD, new)
    assert [item.sort for item in found.changes] == [
        Sort.SIGN,
        Sort.NUMBER,
        Sort.ADDED,
        Sort.REMOVED,
    ]
    assert found.silent == 1


def test_texts_are_compared_by_passages():
    assert changed_texts("a\nb\nc", "a\nx\nc") == ((2, "b", "x"),)
    assert changed_texts("a", "a") == ()


def test_the_command_writes_a_page_and_its_exit_code_tells(tmp_path: Path, capsys):
    old, new = tmp_path / "r-lv.numbers.json", tmp_path / "new" / "r-lv.numbers.json"
    new.parent.mkdir()
    old.write_text(json.dumps(OLD), encoding="utf-8")
    hostile = deepcopy(OLD)
    hostile["a-1"] |= {"text": '<script>alert("|")</script>', "value": 0.9, "subject": "<b>Jā"}
    new.write_text(json.dumps(hostile), encoding="utf-8")
    assert main(["diff", str(tmp_path), str(old)]) == 0
    assert "nekas nav mainījies" in capsys.readouterr().out
    out = tmp_path / "out"
    assert main(["diff", str(old), str(new.parent), "--out", str(out)]) == 1
    page = (out / "corrections.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<script" not in (out / "corrections.md").read_text(encoding="utf-8")
    made = json.loads((out / "corrections.json").read_text(encoding="utf-8"))
    assert made["changes"][0]["old"]["text"] == "40 %"
    assert made["changes"][0]["what"].startswith("<b>Jā") and "&lt;b&gt;Jā" in page
    assert main(["diff", str(tmp_path / "nothing"), str(new)]) == 2
    broken = tmp_path / "b.numbers.json"
    broken.write_text("[1]", encoding="utf-8")
    assert main(["diff", str(broken), str(new)]) == 2


def test_a_folder_with_a_press_release_beside_and_a_published_site_are_found(tmp_path: Path):
    for folder, name in (("out", "r-lv"), ("out", "r-press-lv"), ("site/lv", "report")):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        held = {} if "press" in name else OLD
        (tmp_path / folder / f"{name}.numbers.json").write_text(json.dumps(held), "utf-8")
    assert main(["diff", str(tmp_path / "site"), str(tmp_path / "out")]) == 0
    (tmp_path / "out" / "r-lv.numbers.json").unlink()
    (tmp_path / "out" / "s-lv.numbers.json").write_text("{}", "utf-8")
    assert main(["diff", str(tmp_path / "site"), str(tmp_path / "out")]) == 2, "two builds"
