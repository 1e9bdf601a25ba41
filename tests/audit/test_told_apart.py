# ruff: noqa: E501 - sentences are kept whole
"""One or two respondents told apart of a number, and sound sentences like those: in three languages."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

REPORT = {
    "lv": """# Lasītāju aptauja 2024

## Metode

No lasītāju saraksta nejauši izraudzījāmies un aptaujājām 520 lasītājus: 300 sievietes un 220 vīriešus. Kļūda ar 95 % ticamību nepārsniedz ±4,3 procentpunktus.

## Darba laiks

Jautājums: „Vai esat apmierināts ar darba laiku?” Apmierināti bija 70,0 % (n=520), neapmierināti 20,0 %, pārējie neatbildēja.

{}

## Secinājumi

Darba laiks jāsaglabā.
""",
    "en": """# Reader survey 2024

## Method

A random sample of 520 readers was drawn from the register and interviewed: 300 women and 220 men. The sampling error is at most ±4.3 percentage points at the 95% level.

## Opening hours

Question: "Are you satisfied with the opening hours?" Yes: 70.0% (n=520); no: 20.0%; the rest gave no answer.

{}

## Conclusions

Opening hours should stay.
""",
    "ru": """# Опрос читателей 2024

## Методика

Из списка случайно отобраны и опрошены 520 читателей: 300 женщин и 220 мужчин. Погрешность с вероятностью 95 % не превышает ±4,3 процентного пункта.

## Часы работы

Вопрос: «Довольны ли вы часами работы?» Довольны 70,0 % (n=520), недовольны 20,0 %, остальные не ответили.

{}

## Выводы

Часы работы следует сохранить.
""",
}
TOLD = (
    ("lv", "Ar darba laiku neapmierināti bija 16 lasītāji, no kuriem divi apmeklē Kalnu filiāli."),
    (
        "lv",
        "Brīvajā atbildē 34 aptaujātie sūdzējās par troksni, tostarp viena skolotāja no Priedes ielas.",
    ),
    (
        "lv",
        "Pandusu izmantojuši 12 lasītāji. Divi no tiem pārvietojas ratiņkrēslā un dzīvo Ezera ielā.",
    ),
    ("lv", "No 14 lasītājiem vecumā virs 80 gadiem divi atzina, ka bibliotēku vairs neapmeklēs."),
    (
        "lv",
        "Sūdzības iesnieguši 21 no 520 aptaujātajiem, to vidū viens bijušais filiāles vadītājs.",
    ),
    ("lv", "Divi lasītāji grāmatas saņēma tikai ar kaimiņa palīdzību."),
    ("lv", "Mājas piegādi lūdza 11 cilvēki: deviņi Centrā un divi Kalnu filiālē."),
    ("en", "Dissatisfied readers numbered 16, two of them at the Hill branch."),
    (
        "en",
        "In the open answers 34 readers complained of noise, including one retired teacher from Pine Street.",
    ),
    (
        "en",
        "The ramp was used by 12 readers. Two of them are in wheelchairs and live in Lake Street.",
    ),
    ("en", "Of the 14 readers over 80, two said they would not come again."),
    (
        "en",
        "Nine readers rated the reading room for the blind; the only one who lives in Upton gave it the lowest mark.",
    ),
    ("en", "Complaints came from 21 of the 520 respondents, among them one former branch manager."),
    ("en", "Two readers returned their books through a neighbour."),
    (
        "en",
        "Home delivery was asked for by 11 people: nine in the Centre and two at the Hill branch.",
    ),
    ("ru", "Недовольны часами работы 16 читателей, из них двое – в филиале на Горной улице."),
    (
        "ru",
        "В открытых ответах на шум пожаловались 34 опрошенных, включая одну учительницу с Сосновой улицы.",
    ),
    (
        "ru",
        "Пандусом пользовались 12 читателей. Двое из них передвигаются на коляске и живут на Озёрной улице.",
    ),
    ("ru", "Из 14 читателей старше 80 лет двое сказали, что больше не придут."),
    (
        "ru",
        "Зал для незрячих оценили 9 читателей, в том числе оба незрячих жителя посёлка Верхний.",
    ),
    ("ru", "Жалобы подавал 21 из 520 опрошенных, среди них один бывший заведующий филиалом."),
    ("ru", "Два читателя сдали книги через соседа."),
    ("ru", "Доставку на дом попросили 11 человек: девять в центре и двое на Горной улице."),
    ("lv", "No 7 neredzīgajiem lasītājiem divi vērtēja lasītavu slikti, abi no Upes pagasta."),
    ("lv", "Slikti lasītavu vērtēja 12 cilvēki (tostarp divi skolotāji no Ezera vidusskolas)."),
    (
        "lv",
        "Piezīmes atstāja 41 lasītājs; tie divi, kuri pārvietojas ratiņkrēslā, nevarēja uzbraukt otrajā stāvā.",
    ),
    ("lv", "Neapmierināti bija 16 aptaujātie; viens no viņiem ir pagasta vienīgais aptiekārs."),
    (
        "en",
        "Forty-one readers left comments; both who use a wheelchair, at Ash Lane, could not reach the upper floor.",
    ),
    ("en", "Sixteen readers rated the room as poor (among them two teachers of Lake School)."),
    ("en", "16 respondents were dissatisfied; one of them is the only pharmacist in the parish."),
    (
        "ru",
        "Замечания оставил 41 читатель; те двое, кто передвигается на коляске, не смогли подняться на второй этаж.",
    ),
    ("ru", "Зал плохо оценили 12 человек (в том числе две учительницы Озёрной школы)."),
    ("ru", "Недовольны были 16 опрошенных; один из них – единственный аптекарь посёлка."),
)
SOUND = (
    ("lv", "Divi lasītāji tika intervēti atkārtoti, lai pārbaudītu anketu."),
    ("en", "Two readers were interviewed twice to check the form."),
    ("ru", "Двое читателей дали интервью дважды для проверки анкеты."),
    ("lv", "Ar darba laiku neapmierināti bija 104 lasītāji, no tiem divas trešdaļas – sievietes."),
    ("lv", "Aptaujātie nosauca 14 grāmatas, no tām divas – latviešu autoru."),
    ("lv", "520 lasītāji novērtēja piecas filiāles, no tām divas atrodas laukos."),
    ("lv", "Atbildēja 520 lasītāji, no tiem divi neatbildēja uz pēdējo jautājumu."),
    ("lv", "Viens no galvenajiem iemesliem ir troksnis, otrs – vēlās stundas."),
    ("lv", "Divi lasītāji no pieciem nāk katru nedēļu."),
    ("lv", "Katram no 104 neapmierinātajiem lasītājiem nosūtīja vienu vai divas vēstules."),
    ("lv", "Diviem lasītājiem vienlaikus pie viena galda jāietilpst ērti."),
    ("lv", "Lasītavā pietiek vietas 30 lasītājiem, tostarp diviem ratiņkrēslā."),
    ("en", "Some 104 readers were dissatisfied, of whom two thirds are women."),
    ("en", "Readers named 14 books, two of them by Latvian authors."),
    ("en", "The 520 readers rated five branches, two of which are in the countryside."),
    ("en", "Of the 520 readers, two did not answer the last question."),
    ("en", "One of the main reasons is noise; the other is late hours."),
    ("en", "Two readers in five come every week."),
    ("en", "Two of the three branches are in the town."),
    ("en", "Each of the 104 dissatisfied readers could give one or two reasons."),
    ("en", "104 readers answered, and two of them in three gave a reason."),
    ("en", "The 104 readers used four services, including two new ones."),
    ("en", "One respondent may give several answers."),
    ("en", "Of the 150 readers who borrow e-books, one in two is under 35."),
    ("ru", "Недовольны 104 читателя, из них две трети – женщины."),
    ("ru", "Читатели назвали 14 книг, две из них – местных авторов."),
    ("ru", "520 читателей оценили пять филиалов, два из них – в сёлах."),
    ("ru", "Одна из главных причин – шум, другая – поздние часы."),
    ("ru", "Двое читателей из пяти приходят каждую неделю."),
    ("ru", "104 читателя пользовались четырьмя услугами, в том числе двумя новыми."),
    ("ru", "Один читатель мог дать несколько ответов."),
    ("ru", "Каждый из 104 недовольных читателей мог назвать одну или две причины."),
    ("ru", "Из 520 опрошенных двое не ответили на последний вопрос."),
    (
        "lv",
        "Darba laiku par ērtu atzina 364 no 520 lasītājiem, neērtu – 104. Diviem ierosinājumiem veltīta nākamā nodaļa.",
    ),
    ("lv", "Aptaujā iesaistījās 14 bibliotekāri, no tiem divi palīdzēja ievadīt datus."),
    (
        "lv",
        "No 520 lasītājiem 104 bija neapmierināti, no tiem 60 vēlas vēlākas stundas un 44 – agrākas.",
    ),
    ("lv", "Lasītāji minēja trīs iemeslus, no kuriem divi saistīti ar troksni."),
    ("lv", "Ar bibliotēku sadarbojas 12 skolas, tostarp divas speciālās."),
    ("lv", "Abi lasītāju loki – studenti un pensionāri – vērtē vienādi."),
    ("lv", "Divi lasītāju klubi rīkoja tikšanās."),
    ("en", "Two reader panels discussed the results."),
    ("en", "Fourteen librarians helped, two of them from other towns."),
    ("en", "The 520 readers were asked twelve questions, including two open ones."),
    ("en", "Both readers and staff were asked about noise."),
    ("en", "Readers gave three reasons, two of them about noise."),
    (
        "en",
        "Of the 520 readers, 364 were satisfied and 104 dissatisfied, of whom 60 want later hours and 44 earlier ones.",
    ),
    ("en", "The 14 branches, two of them rural, serve 9,000 readers."),
    ("ru", "Обе группы читателей оценили часы одинаково."),
    ("ru", "Два читательских клуба обсудили итоги."),
    ("ru", "Помогали 14 библиотекарей, двое из них из других городов."),
    ("ru", "Читатели назвали три причины, две из них связаны с шумом."),
    ("ru", "520 читателям задали 12 вопросов, в том числе два открытых."),
    ("ru", "Из 104 недовольных читателей 60 хотят более поздних часов, 44 – более ранних."),
)


def _few(lang, sentence):
    found = audit(read_plain("a.md", REPORT[lang].format(sentence)))
    return [item.spot.quote for item in found if item.rule == "small-cell"]


@pytest.mark.parametrize(("lang", "sentence"), TOLD)
def test_one_or_two_told_apart_are_found(lang, sentence):
    assert _few(lang, sentence)


@pytest.mark.parametrize(("lang", "sentence"), SOUND)
def test_sound_sentences_like_those_pass(lang, sentence):
    assert not _few(lang, sentence)
