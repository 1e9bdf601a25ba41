"""Whatever is undocumented fails here: commands, options, columns, expressions, faults, links."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

from atbalss.cli import main, make_parser

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def _parsers(parser: argparse.ArgumentParser, name: str = "atbalss"):
    yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                yield from _parsers(inner, f"{name} {word}")


PARSERS = list(_parsers(make_parser("en")))


@pytest.mark.parametrize(("name", "parser"), PARSERS, ids=[name for name, _ in PARSERS])
def test_every_command_and_option_is_documented(name, parser):
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    shown = name.replace("report-draft", "report draft")
    assert shown in text
    section = text
    if shown != "atbalss" and f"## {shown} " in text:
        section = text.split(f"## {shown} ", 1)[1].split("\n## ", 1)[0]
    for action in parser._actions:
        for option in action.option_strings:
            if option.startswith("--") and option != "--help":
                assert option in section, f"{shown} {option}"


@pytest.mark.parametrize(
    "words", [["--ui", "ru", "check", "."], ["check", ".", "--ui=ru"], ["check", "--ui", "ru", "."]]
)
def test_the_language_of_messages_may_stand_anywhere_in_a_command(words, tmp_path, capsys):
    main([word.replace(".", str(tmp_path)) for word in words])
    shown = capsys.readouterr()
    assert re.search("[а-я]{4}", shown.out + shown.err)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("raport .", "there is no command “raport”; did you mean “report”?"),
        ("xyz", "there is no command “xyz”; there are new, check,"),
        ("study print", "missing: study"),
        ("site foo", "there is no command “foo”; there are"),
        ("report . --out o --lang de", "--lang: cannot be “de”; can be lv, en, ru"),
        ("report . --out o --formats doc", "--formats: can be pdf, html, docx, pptx, xlsx, all"),
        ("rehearse . --seed abc", "--seed: cannot be “abc”"),
        ("report . --out", "--out needs a value"),
        ("check . --fast", "not known: --fast"),
    ],
)
def test_a_wrong_command_is_told_what_would_be_right(command, told, capsys):
    assert main([*command.split(), "--ui", "en"]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_every_command_has_help_in_each_language(lang):
    for _, parser in _parsers(make_parser(lang)):
        assert parser.format_help()
        for action in parser._actions:
            assert action.help != "" or isinstance(action, argparse._SubParsersAction)


def test_the_page_of_problems_is_fresh():
    command = [sys.executable, "tools/docs.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0, "run tools/docs.py"


def test_no_message_names_a_file_that_only_the_repository_has():
    from atbalss.problems.catalogue import all_faults

    chapters = {page.read_text("utf-8").splitlines()[0][2:] for page in DOCS.glob("*.md")}
    named = re.compile(r"(?:chapter|nodaļ\w+|глав\w+ документации) [“„«]([^”“»]+)[”“»]")
    for code, fault in all_faults().items():
        for lang in ("lv", "en", "ru"):
            told = f"{fault.sentence(lang)} {fault.remedy(lang)}"
            assert not re.search(r"docs/[\w-]+\.md", told), (code, lang)
            assert set(named.findall(told)) <= chapters, (code, lang)


def test_links_in_the_documentation_lead_somewhere():
    broken = []
    for page in [ROOT / "README.md", *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []


def test_every_expression_function_and_filter_is_documented():
    from atbalss.report.filters import FILTERS
    from atbalss.report.vocabulary import FUNCTIONS

    text = (DOCS / "report-language.md").read_text(encoding="utf-8")
    names = [*FUNCTIONS, *FILTERS]
    assert [name for name in names if not re.search(rf"\b{name}\b", text)] == []


def test_every_own_column_is_documented():
    from atbalss.exchange.xlsform import OWN_COLUMNS

    text = "".join(
        (DOCS / name).read_text(encoding="utf-8") for name in ("study-folder.md", "xlsform.md")
    )
    assert [name for name in OWN_COLUMNS if f"`{name}" not in text] == []


def test_every_key_of_study_yaml_is_documented():
    from atbalss.folder.about import KEYS, TABLE_KEYS, WAVE_KEYS

    text = (DOCS / "study-folder.md").read_text(encoding="utf-8")
    assert [
        key for key in [*KEYS, *TABLE_KEYS, *WAVE_KEYS] if not re.search(rf"`{key}|\b{key}:", text)
    ] == []


def test_each_decision_has_a_number_of_its_own():
    files = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [int(file.name[:4]) for file in files]
    assert numbers == sorted(set(numbers))
    for number, file in zip(numbers, files, strict=True):
        assert file.read_text(encoding="utf-8").startswith(f"# {number}. ")
