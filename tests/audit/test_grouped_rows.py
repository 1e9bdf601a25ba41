# ruff: noqa: E501 - tables are written as they are read
"""How whole published reports are laid out: tables with two columns of words, headings set in bold, pages with buttons."""

from __future__ import annotations

import io

import pytest

from atbalss.audit.markup import page_lines
from atbalss.audit.plain import read_lines, read_plain
from atbalss.audit.run import audit
from atbalss.audit.text import Kind
from atbalss.audit.word import word_lines

GROUPED = {
    "lv": ("1. tabula. Izlases sastāvs (n = 357)", "Pazīme | Grupa | Skaits | Īpatsvars", ("Dzimums", "Vīrieši", "Sievietes"), ("Dzīvesvieta", "Pilsēta", "Lauki")),
    "en": ("Table 1. The sample (N = 357)", "Variable | Category | Frequency | Percentage", ("Sex", "Men", "Women"), ("Residence", "Town", "Country")),
    "ru": ("Таблица 1. Состав выборки (n = 357)", "Признак | Группа | Число | Доля", ("Пол", "Мужчины", "Женщины"), ("Место жительства", "Город", "Село")),
}  # fmt: skip


def _grouped(lang, share, *, repeated=False):
    caption, head, sex, home = GROUPED[lang]
    body = [
        (sex[0], sex[1], "49", "13.7%"),
        (sex[0] if repeated else "", sex[2], "308", "86.3%"),
        (home[0], home[1], "103", share),
        (home[0] if repeated else "", home[2], "254", "71.1%"),
    ]
    rows = "\n".join(f"| {' | '.join(row)} |" for row in body)
    return f"{caption}\n\n| {head} |\n| --- | --- | --- | --- |\n{rows}\n"


def _rules(text, lang=""):
    return {item.rule for item in audit(read_plain("a.md", text, lang))}


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
@pytest.mark.parametrize("repeated", [False, True])
def test_rows_stand_below_the_name_of_their_group(lang, repeated):
    assert "sum-of-answers" in _rules(_grouped(lang, "38.9%", repeated=repeated), lang)
    assert "sum-of-answers" not in _rules(_grouped(lang, "28.9%", repeated=repeated), lang)


@pytest.mark.parametrize(
    "rows",
    [
        "| Town | Clinic | 2023 | 2024 |\n| --- | --- | --- | --- |\n| Riga | North | 40% | 41% |\n| Cesis | South | 50% | 51% |\n| Valka | East | 60% | 61% |",
        "| Tool | Year | Share |\n| --- | --- | --- |\n| R | 2022 | 40% |\n| R | 2023 | 45% |\n| SAS | 2022 | 30% |\n| SAS | 2023 | 28% |",
        "| Town | Men | Women |\n| --- | --- | --- |\n| Riga | 40% | 41% |\n| | 20% | 21% |\n| Cesis | 50% | 51% |\n| | 10% | 11% |",
        "| Question | Answer |\n| --- | --- |\n| Who | Men |\n| | Women |",
    ],
)
def test_other_tables_stay_as_they_are(rows):
    made = [block for block in read_plain("a.md", rows).blocks if block.rows]
    assert len(made[0].rows) == rows.count("\n")
    assert all(len(row) == len(made[0].rows[0]) for row in made[0].rows)


def test_lines_of_a_grouped_table_are_those_of_the_page():
    made = next(block for block in read_plain("a.md", _grouped("en", "28.9%")).blocks if block.rows)
    assert [row[0] for row in made.rows] == ["Category", "Sex", "Men", "Women", "Residence", "Town", "Country"]  # fmt: skip
    assert made.row_lines == (3, 5, 5, 6, 7, 7, 8)


def _document(*paragraphs):
    import docx

    document = docx.Document()
    for words, bold in paragraphs:
        document.add_paragraph().add_run(words).bold = bold
    kept = io.BytesIO()
    document.save(kept)
    return read_lines("a.docx", word_lines(kept.getvalue()))


def test_bold_lines_of_a_word_document_are_headings_and_captions_stay_captions():
    text = _document(
        ("3.1 Who answered", True),
        ("Half of the patients who were asked in the spring answered the letter.", False),
        ("Figure 1. Sex of the patients", True),
        ("3.1.1 How they were served", True),
        ("All doctors were polite, and nobody waited for long, as was said in May.", True),
        ("Summary of findings", True),
        ("Most were content.", False),
    )
    kinds = [block.kind for block in text.blocks]
    assert kinds == [
        Kind.HEADING, Kind.PARAGRAPH, Kind.CAPTION, Kind.HEADING, Kind.PARAGRAPH, Kind.HEADING,
        Kind.PARAGRAPH,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "heading"),
    [("3.1 Who answered", True), ("2.4.1. Kas atbildēja", True), ("3.1 % of all", False), ("3.5 and 4.2 points", False)],
)  # fmt: skip
def test_chapters_are_numbered_with_points(line, heading):
    blocks = read_plain("a.txt", f"Title of all\n\n{line}\n\nMany people answered the letter in the spring of the year.").blocks  # fmt: skip
    assert (blocks[1].kind is Kind.HEADING) is heading


def test_what_is_pressed_on_a_page_is_no_text():
    page = '<p>Read this.</p><a role="button" href="#a">Show chart</a><ul role="tablist"><li><a>Table</a></li></ul><p>And this.</p>'
    assert [line.text for line in page_lines(page)] == ["Read this.", "And this."]


SPREAD = """# Patients

The overall score was 3.49 on the scale from 1 to 5, and quality was rated {} (SD = 0.79).

All items were correlated with it, with coefficients from r = 0.265 to {}.

## Scores

| What | Mean | SD |
| --- | --- | --- |
| Quality of care | 3.88 | 0.79 |
| Doctors | 3.56 | 0.62 |
| Satisfied visitors | 3.49 | 0.63 |
"""


def test_what_tells_how_answers_lie_apart_is_no_mean():
    assert "two-values" not in _rules(SPREAD.format("3.88", "0.575"))
    assert "two-values" not in _rules(SPREAD.replace("| 3.88 | 0.79 |", "| 3.88 ± 0.79 | 0.79 |").format("3.88", "0.60"))  # fmt: skip


MATRIX = """# Survey

We asked 594 people what they use these tools for.

| Use | Never | Rarely | Sometimes | Often |
| --- | --- | --- | --- | --- |
| Finding faults | 7.1% | 10.1% | 29.5% | 53.3% |
| Writing notes | 41.9% | 23.6% | 16.8% | 17.7% |
| Learning | 12.5% | 18.7% | 32.2% | 36.6% |
| Testing | 52.4% | 21.2% | 14.6% | 11.8% |
"""
BARRIERS = """# Survey

We also asked respondents about the main barriers to reading in their current role. The most commonly reported barrier was a lack of {}.

| Barrier | Yes(%) |
| --- | --- |
| Not enough time | 57.7% |
| Work not suited to it | 42.2% |
| Current skills | 38.6% |
| Lack of guidance | 30.8% |
| Lack of peer support | 14.2% |
| No barriers | 13.6% |
| Other | 5.7% |

Sample size = 986
"""


def test_what_was_asked_of_each_thing_by_itself_need_not_make_100():
    assert "sum-of-answers" not in _rules(MATRIX)
    assert "sum-of-answers" not in _rules(BARRIERS.format("time"))


def test_none_of_the_barriers_is_no_barrier():
    assert "rank-word" not in _rules(BARRIERS.format("time"))


TOPICS = """# Опрос

## Общая структура ответов

| Сколько тем раскрыто | Сотрудников | Доля |
| --- | --- | --- |
| 0 (пустой) | 61 | 30% |
| 1 тема | 78 | 38% |
| 2 темы | 30 | 15% |
| 3 темы | 31 | 15% |
| 4 темы | 6 | {} |
| Итого | 206 | 100% |
"""


def test_the_row_of_all_opens_no_section():
    assert "sum-of-answers" not in _rules(TOPICS.format("3%"), "ru")


AGAIN = """# Pētījums

## Galvenie secinājumi

- {}% vienādi vērtē caurspīdīgumu un procentu likmes

## Svarīgākie faktori

Aptaujā atbildēja 400 klienti.

| Faktors | Īpatsvars |
| --- | --- |
| Ātrums | 91,4% |
| Caurspīdīgums | 88,6% |
| Procentu likmes | 84,2% |
"""


def test_a_rounded_share_is_no_other_value():
    assert "two-values" not in _rules(AGAIN.format(89), "lv")


ROWS = """# Patients

## Sample

| Group | Asked | Share of all | Satisfied |
| --- | --- | --- | --- |
| Resident | 103 | 28.9% | 70.9% |
| Displaced | 254 | 71.1% | 77.6% |

## Summary

- Displaced participants were slightly more satisfied ({}) than residents.
"""


def test_a_value_of_another_column_of_its_row_bears_a_share_out():
    assert "two-values" not in _rules(ROWS.format("77.6%"))


COMPARED = [
    ("en", "Women reported {} satisfaction (78.9%) compared to men (55.1%).", "higher", "lower"),
    ("en", "Trust was {} in the town (78.9%) compared with the country (55.1%).", "higher", "lower"),
    ("lv", "Sievietēm apmierinātība ir {} (78,9 %) salīdzinājumā ar vīriešiem (55,1 %).", "augstāka", "zemāka"),
    ("ru", "В городе доверие {} (78,9 %) по сравнению с селом (55,1 %).", "выше", "ниже"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "words", "right", "wrong"), COMPARED)
def test_what_is_compared_with_another_is_held_to_both_values(lang, words, right, wrong):
    assert "rank-word" in _rules(f"# X\n\nThe report.\n\n{words.format(wrong)}", lang)
    assert "rank-word" not in _rules(f"# X\n\nThe report.\n\n{words.format(right)}", lang)


SEXES = [
    ("en", "## Sex of respondents\n\n- Men: 57%\n- Women: {}%", 43, 53),
    ("ru", "## Распределение по полу\n\n| Пол | % |\n| --- | --- |\n| Мужчины | 57% |\n| Женщины | {}% |", 43, 53),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "words", "right", "wrong"), SEXES)
def test_two_parts_of_the_sample_make_100(lang, words, right, wrong):
    assert "sum-of-answers" in _rules(f"# X\n\n{words.format(wrong)}\n", lang)
    assert "sum-of-answers" not in _rules(f"# X\n\n{words.format(right)}\n", lang)


@pytest.mark.parametrize("title", ["Satisfied by sex", "Who used the service, by gender"])
def test_a_share_of_each_sex_need_not_make_100(title):
    assert "sum-of-answers" not in _rules(f"# X\n\n## {title}\n\n- Men: 57%\n- Women: 53%\n", "en")
