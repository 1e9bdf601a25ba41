"""`study.yaml`: what is told of keys and values that can't be used."""

from __future__ import annotations

import pytest

from atbalss.folder.about import read_about
from atbalss.folder.yaml_tree import read

HEAD = 'name: x\ntitle: X\nwave: "1"\nwaves: {"1": {label: viens}}\n'


def codes(text: str) -> list[str]:
    _, found = read_about(HEAD + text, lambda _: ((), True))
    return [item.code for item in found]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("languages: [lv, xx]\n", "folder-language"),
        ("languages: []\n", "folder-not-list"),
        ("languages: lv\n", "folder-not-list"),
        ("aim: [a, b]\n", "folder-not-text"),
        ("tables: 3\n", "folder-not-keys"),
        ("glossary: {a: b}\n", "folder-not-list"),
        ("date: soon\n", "folder-not-date"),
    ],
)
def test_each_wrong_value_has_a_problem_of_its_own(text, code):
    assert code in codes(text)


def test_a_language_that_cannot_be_written_falls_out():
    study, _ = read_about(HEAD + "languages: [xx, en]\n", lambda _: ((), True))
    assert study is not None and study.langs == ("en",)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a:\n\tb: 1\n", "folder-yaml-tab", 2),
        ("a: b: c\n", "folder-yaml-colon", 1),
        ("z: 1\na: 'open\nb: 1\n", "folder-yaml-open", 2),
        ("a: [1, 2\nb: 3\n", "folder-yaml-open", 1),
        ("- a\nb: 1\n", "folder-yaml-indent", 2),
        ("a: 1\nb: @x\n", "folder-yaml-sign", 2),
        ("date: 2024-13-16\n", "folder-yaml-date", 1),
        ("a: *x\n", "folder-yaml-deep", 1),
    ],
)
def test_slips_of_yaml_are_told_in_the_readers_language(text, code, line):
    tree, found = read(text, "study.yaml")
    assert tree is None and [(one.code, one.where.line) for one in found] == [(code, line)]


def test_anchors_that_repeat_one_another_are_refused_at_once():
    rows = ["x: &a [" + ", ".join("x" * 9) + "]"]
    for here, there in zip("bcdefghij", "abcdefghi", strict=True):
        rows.append(f"{here}: &{here} [" + ", ".join([f"*{there}"] * 9) + "]")
    assert codes("\n".join(rows) + "\n") == ["folder-yaml-deep"]
    assert codes('aim: &a "x"\nmode: *a\n') == []


def test_a_good_one_has_none():
    assert codes("languages: [en, lv]\ndate: 2024-12-16\n") == []
