"""The printed questionnaire: numbers, options, grids, routes in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from atbalss.exchange.xlsform import read_questionnaire
from atbalss.exchange.xlsform_markdown import read_markdown
from atbalss.report.document import DataTable, Emphasis, Heading, LineBreak, ListBlock, Words
from atbalss.report.instrument import instrument

FORMS = Path(__file__).parent.parent / "questionnaires"


def printed(name: str, lang: str = "lv") -> tuple[str, tuple]:
    workbook, _ = read_markdown((FORMS / f"{name}.md").read_text(encoding="utf-8"))
    frames, _ = read_markdown((FORMS / "own_columns_frames.md").read_text(encoding="utf-8"))
    questionnaire, problems = read_questionnaire(workbook, frames)
    assert questionnaire is not None, problems
    blocks = instrument(questionnaire, lang)
    return "\n".join(_text(block) for block in blocks), blocks


def _text(thing) -> str:
    if isinstance(thing, Words):
        return thing.text
    if isinstance(thing, LineBreak):
        return "\n"
    if isinstance(thing, DataTable):
        rows = [thing.header, *thing.rows]
        return "\n".join(" | ".join(cell.text for cell in row) for row in rows)
    if isinstance(thing, ListBlock):
        return "\n".join("- " + "".join(map(_text, entry)) for entry in thing.entries)
    assert isinstance(thing, Emphasis) or hasattr(thing, "items")
    return "".join(map(_text, thing.items))


def test_options_with_codes_and_marks():
    text, _ = printed("select_multiple")
    assert "1. Kas Jums ir?" in text
    assert "Vairākas atbildes." in text
    assert "- eID karte [eid]" in text
    assert "- Neviens (izslēdz pārējās) [none]" in text


@pytest.mark.parametrize("name", ["grid_table_list", "grid_list_nolabel"])
def test_grids_are_tables_under_one_number(name):
    text, blocks = printed(name)
    (table,) = [block for block in blocks if isinstance(block, DataTable)]
    assert [cell.text for cell in table.header[1:]] == ["Slikti", "Tā un tā", "Labi"]
    assert [row[0].text for row in table.rows] == ["1.1 darbiniekiem", "1.2 telpām"]
    assert [cell.text for cell in table.rows[0][1:]] == ["1", "2", "3"]
    assert "Cik apmierināts esat ar ..." in text


def test_parts_are_headings_with_routes_in_words():
    text, blocks = printed("groups")
    headings = [block for block in blocks if isinstance(block, Heading)]
    assert [(block.level, _text(block)) for block in headings] == [(2, "Pieaugušie"), (3, "Darbs")]
    assert len({block.anchor for block in headings}) == 2
    assert "Šo daļu uzdod, ja " in text
    assert "${" not in text


def test_checks_are_in_words_with_their_message():
    text, _ = printed("required_constraint")
    assert "Pārbaude: " in text
    assert "18" in text
    assert "Paziņojums: No 18 līdz 110." in text
    assert "${" not in text


def test_what_our_columns_say_is_printed():
    text, _ = printed("own_columns")
    assert "Intervētājam: Nolasiet skalu." in text
    assert "Kā precizēt: Kāpēc tā?" in text
    assert "1 – slikti, 3 – labi" in text
    assert "Grūti pateikt (nav atbildes)" in text


def test_answers_in_texts_are_named_by_number():
    text, _ = printed("piping")
    assert "2. Kāpēc tieši [1. jautājuma atbilde]?" in text


@pytest.mark.parametrize(
    ("lang", "kind"), [("lv", "Viena atbilde"), ("en", "One answer"), ("ru", "Один ответ")]
)
def test_fixed_words_in_three_languages(lang, kind):
    text, _ = printed("translations", lang)
    assert kind in text
    assert {"lv": "Paldies!", "en": "Thank you!", "ru": "Спасибо!"}[lang] in text


@pytest.mark.parametrize(
    "form", sorted(f.stem for f in FORMS.glob("*.md") if "refused" not in f.stem)
)
@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_every_form_prints(form, lang):
    if form != "own_columns_frames":
        assert printed(form, lang)[0]


def test_routes_name_the_screening_too():
    text, _ = printed("screening")
    assert "Šo daļu uzdod, ja jautājumā „Vai piekrītat?“ atbildēts „Jā“." in text
