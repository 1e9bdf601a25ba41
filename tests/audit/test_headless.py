"""Tables as web pages turn them out: no head, the sample, ranges, bare numbers a row."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit


def rules(words: str) -> list[str]:
    return [item.rule for item in audit(read_plain("report.md", words))]


def headless(title: str, *rows: tuple[str, str]) -> str:
    """Markdown's way to write a table that has no head: the first row stands in its place."""
    first, *others = (f"| {label} | {share} |" for label, share in rows)
    return "\n".join([f"### {title}", "", first, "| --- | --- |", *others, ""])


OF_SAMPLE = {
    "lv": ("Dzimuma sadalījums", "Vīrieši", "Sievietes"),
    "en": ("Gender distribution", "Men", "Women"),
    "ru": ("Гендерный состав", "Мужчины", "Женщины"),
}


@pytest.mark.parametrize("lang", OF_SAMPLE)
def test_the_first_row_of_a_table_without_a_head_counts(lang):
    title, men, women = OF_SAMPLE[lang]
    assert rules(headless(title, (men, "57.1%"), (women, "45.9%"))).count("sum-of-answers") == 1
    assert "sum-of-answers" not in rules(headless(title, (men, "57.1%"), (women, "42.9%")))


@pytest.mark.parametrize("lang", OF_SAMPLE)
def test_shares_of_each_sex_make_nothing(lang):
    _, men, women = OF_SAMPLE[lang]
    title = {"lv": "Izmanto lietotni", "en": "Uses the app", "ru": "Пользуются приложением"}[lang]
    assert "sum-of-answers" not in rules(headless(title, (men, "57.1%"), (women, "45.9%")))


def test_years_over_shares_are_a_head():
    words = "### Satisfied, %\n\n| Group | 2023 | 2024 |\n|---|---|---|\n| Men | 51% | 49% |\n"
    assert "sum-of-answers" not in rules(words)


AGES = ("13–17", "18–24", "25–34", "35–44", "45+")
OF_AGES = {
    "lv": ("Lasītāju vecuma sadalījums", "Apmierināti lasītāji pēc vecuma"),
    "en": ("Age distribution of readers", "Satisfied readers by age"),
    "ru": ("Возрастное распределение читателей", "Доля довольных по возрасту"),
}


@pytest.mark.parametrize("lang", OF_AGES)
def test_ages_of_the_sample(lang):
    own, by_group = OF_AGES[lang]
    right, wrong = ("25%", "42%", "28%", "4%", "1%"), ("35%", "42%", "28%", "4%", "1%")
    assert "sum-of-answers" in rules(headless(own, *zip(AGES, wrong, strict=True)))
    assert "sum-of-answers" not in rules(headless(own, *zip(AGES, right, strict=True)))
    assert "sum-of-answers" not in rules(headless(by_group, *zip(AGES, wrong, strict=True)))


TIMES = {
    "lv": ("Laiks, kas pavadīts rindā", "Sūdzējās pēc gaidīšanas laika", "minūtes", "mazāk nekā 5"),
    "en": ("Time spent in the queue", "Complained, by time of waiting", "minutes", "less than 5"),
    "ru": ("Время в очереди", "Жаловались по времени ожидания", "минут", "менее 5"),
}


@pytest.mark.parametrize("lang", TIMES)
def test_ranges_of_an_amount_that_each_person_has(lang):
    own, by_group, unit, least = TIMES[lang]
    labels = [f"{span} {unit}" for span in ("15–30", "5–15", "30–60", least)]
    wrong = list(zip(labels, ("54%", "12%", "13%", "31%"), strict=True))
    right = [*wrong[:3], (labels[3], "21%")]
    assert "sum-of-answers" in rules(headless(own, *wrong))
    assert "sum-of-answers" not in rules(headless(own, *right))
    assert "sum-of-answers" not in rules(headless(by_group, *wrong))


def matrix(*shares: tuple[int, int, int]) -> str:
    names = ("Chat", "Telephone", "Counter", "E-mail", "Letter")
    rows = [f"| {name} | {a} | {b} | {c} |" for name, (a, b, c) in zip(names, shares, strict=True)]
    head = "| Way of asking | Liked | Neither | Disliked |\n|---|---|---|---|"
    return "\n".join(["How people like the ways to ask:", "", head, *rows, ""])


OTHERS = ((30, 30, 40), (55, 25, 20), (40, 20, 40), (25, 25, 50))


def test_the_one_row_of_bare_numbers_that_does_not_make_a_hundred():
    assert rules(matrix((45, 35, 30), *OTHERS)).count("sum-of-answers") == 1
    assert "sum-of-answers" not in rules(matrix((45, 25, 30), *OTHERS))


def test_rows_that_make_a_hundred_by_chance_are_none():
    assert "sum-of-answers" not in rules(
        matrix((45, 35, 30), (30, 30, 41), *OTHERS[1:3], (9, 9, 9))
    )


GRADES = ("Very good (85–100)", "Good (75–84)", "Fair (65–74)", "Poor (55–64)", "Very poor (0–54)")


def test_marks_with_their_range_behind_them_are_a_scale():
    title = "Marks of the branches"
    wrong, right = ("38%", "17%", "32%", "6%", "17%"), ("38%", "17%", "22%", "6%", "17%")
    assert "sum-of-answers" in rules(headless(title, *zip(GRADES, wrong, strict=True)))
    assert "sum-of-answers" not in rules(headless(title, *zip(GRADES, right, strict=True)))


JOINED = """## In brief

- 64% take loans for urgent and unforeseen spending

## Reasons

| Reason | % |
|---|---|
| Urgent/Unforeseen | 64.3% |
| Other | 14.3% |
| Shopping | 7.1% |
| Education | 7.1% |
| Everyday spending/Travel | 7.1% |
"""


def test_an_answer_whose_name_joins_two_words_is_one():
    assert "one-percent-two-items" not in rules(JOINED)
