"""What is told half in prose and half in a list, or in a layout of its own: read as one thing."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

LEVELS = [
    """Tickets

We asked: "How have you paid in the last month?" Several answers were possible.

Table 1. Means of payment, 2024, % (n=1,250)

  Card          58.0
  Ticket app    32.0
  Cash          28.0

In 2022 the app was used by 20.0% (n=1,180), so the share is now {} times as high.
""",
    """Precizitāte

5. attēls. Ar precizitāti apmierinātie, %
2023. gads (n = 700) – 59
2024. gads (n = 720) – 68

Gada laikā rādītājs pieaudzis par {} procentpunktiem.
""",
    """Устройства

Таблица 1. С какого устройства вы обычно заходите на портал? Один ответ, %

устройство | 2023 (n = 1050) | 2024 (n = 1100)
телефон | 38,0 | 46,0
компьютер | 56,0 | 48,0
планшет | 6,0 | 6,0

Доля тех, кто заходит с телефона, за год выросла на {} процентного пункта.
""",
    """Finishing without help

The share who finished without help differs by age as follows:

- under 45: 88.0% (n=550)
- 45 or older: 62.0% (n=550)

The younger group is ahead by {} percentage points, a gap larger than the sampling error.
""",
]
AMOUNTS = [("1.6", "1.9"), ("9", "11"), ("8,0", "5,0"), ("26.0", "24.0")]


def rules(text: str) -> list[str]:
    return [item.rule for item in audit(read_plain("x.txt", text))]


@pytest.mark.parametrize(("text", "amounts"), list(zip(LEVELS, AMOUNTS, strict=True)))
def test_an_amount_of_levels_that_stand_apart(text, amounts):
    right, wrong = amounts
    assert "value-difference" not in rules(text.format(right))
    assert "value-difference" in rules(text.format(wrong))


SUMS = [
    """Rēķini

Jautājums: „Kā parasti maksājat par ūdeni?” Viena atbilde.

2. tabula. Maksāšanas veids, % (n=840)

   Veids                            2024
   Internetbankā                    55,0
   Ar automātisko maksājumu         20,0
   Kasē                             {}
   Pastā                             7,0
   Grūti pateikt                     3,0
""",
    """CHART 1
"How do you normally pay your water bill?" One answer, % of 840
Direct debit: 54
Card, online: 23
Post office: {}
Cheque: 7
Some other way: 4
""",
    """## Cik bieži nāk

Jautājums: «Cik bieži pēdējā gada laikā esat bijis bibliotēkā?» Viena atbilde, n = 500.

| Biežums | % |
|---|---:|
| Katru nedēļu | 22 |
| 1–3 reizes mēnesī | 37 |
| Reizi ceturksnī | 25 |
| Retāk | {} |
""",
]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    list(zip(SUMS, ("15,0", "12", "16"), ("19,0", "21", "26"), strict=True)),
)
def test_a_list_below_its_year_its_base_or_its_question_is_summed(text, right, wrong):
    assert "sum-of-answers" not in rules(text.format(right))
    assert "sum-of-answers" in rules(text.format(wrong))


METHOD = """Passenger survey 2024

How the survey was done

Interviewers spoke to {} passengers in March 2024. The 2022 survey reached 1,180 passengers.

Punctuality

"How satisfied are you with the punctuality of this bus?" One answer.

Table 1. Satisfaction, % (n=1,250)

  Satisfied        72.0
  Dissatisfied     24.0
  Don't know        4.0
"""


def test_the_size_of_the_sample_is_that_of_the_captions():
    assert "two-values" not in rules(METHOD.format("1,250"))
    assert "two-values" in rules(METHOD.format("1,520"))


@pytest.mark.parametrize(
    "text",
    [
        "Недовольство выразили 57 человек, ещё 57 затруднились с ответом. Помощь на дому за три "
        "года получали 52 человека.",
        "Rindā ne ilgāk par piecām minūtēm gaidīja 52 % apmeklētāju.\n\nSecinājumi\n\n"
        "Ilgāk par ceturtdaļstundu rindā gaidīja 16 % apmeklētāju.",
        "Ar darbiniekiem apmierināti 91 % lasītāju.\n\nKo darīt tālāk\n\n"
        "Pārskatīt darba laiku: ar to apmierināti 66 %.",
    ],
)
def test_what_is_of_others_is_no_second_value(text):
    assert "two-values" not in rules(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We thank the staff of all four surgeries.", False),
        ("We thank the staff of all five surgeries.", True),
        ("All three rural surgeries were closed in May.", False),
        ("All five questions were put to men.", False),
    ],
)
def test_how_many_of_a_thing_there_are_is_told_once(text, found):
    assert ("two-values" in rules(f"All four surgeries took part.\n\n{text}")) is found
