# ruff: noqa: E501 - texts are kept whole
"""Short reports of towns, libraries and schools, and long ones of many countries: what was misread in them.

Each text is invented. Countries are no persons, forms sent out are no answers, a count beside its
share is no sample, and sections that begin alike tell each of its own thing.
"""

from __future__ import annotations

import re

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

MARK = re.compile(r"\{([^{}~]*)~([^{}~]*)\}")
TWINS = {
    "en": (
        "The mean mark that visitors gave to the {} is {}. Marks by town range from {} in Oldby to {} in Newby.",
        (("staff", "7.9", "9.1", "6.4"), ("rooms", "7.2", "8.8", "5.1"), ("hours", "6.8", "8.2", "4.9"), ("stock", "7.4", "8.6", "5.7")),
    ),
    "lv": (
        "Vidējā atzīme, ko apmeklētāji lika par {}, ir {}. Atzīmes pa pilsētām svārstās no {} Talsos līdz {} Saldū.",
        (("darbiniekiem", "7,9", "9,1", "6,4"), ("telpām", "7,2", "8,8", "5,1"), ("darba laiku", "6,8", "8,2", "4,9"), ("krājumu", "7,4", "8,6", "5,7")),
    ),
    "ru": (
        "Средняя оценка, которую посетители поставили за {}, равна {}. Оценки по городам колеблются от {} в Лесном до {} в Речном.",
        (("персонал", "7,9", "9,1", "6,4"), ("помещения", "7,2", "8,8", "5,1"), ("часы работы", "6,8", "8,2", "4,9"), ("фонд", "7,4", "8,6", "5,7")),
    ),
}  # fmt: skip
SOUND = [
    ("en", "The study heard 1,520 users of public services. 82 per cent are satisfied, ten points above the average for the ten European countries included in the survey. Only four per cent of those who answered were dissatisfied."),
    ("lv", "Pētījumā aptaujāti 1520 pakalpojumu lietotāji. Apmierināti ir 82 %, kas ir par desmit procentpunktiem virs vidējā desmit Eiropas valstīs, kuras piedalījās aptaujā. Neapmierināti ir tikai četri procenti."),
    ("ru", "В исследовании опрошены 1520 получателей услуг. Довольны 82 %, на десять процентных пунктов больше среднего по десяти европейским странам, участвовавшим в опросе. Недовольны лишь четыре процента."),
    ("en", "Most people feel free to take their worries to the council in all but two EU countries: they said so everywhere else."),
    ("en", "In 26 states most of the 900 who answered trust the police, and in 20 most trust the courts. Views on both of these questions are lowest in the south."),
    ("lv", "Uz 900 atbildējušo jautājumiem par policiju un tiesām atbildēja visi. Abi no šiem jautājumiem tika uzdoti latviski."),
    ("en", "The report has four chapters: (I) Reading Rooms, (II) Visits In Vans, (III) Interlibrary Loans, and (IV) Staff. The LRD (Library Research Desk) wrote it."),
    ("en", "Half of the 640 who answered say that minister Harold Stone (SDP) should go."),
    ("ru", "Половина из 640 опрошенных считает, что министр Гарий Белов (СКД) должен уйти."),
    ("en", "The 820 interviews were held by LOREM (Spain), BLUE C Research (Ireland), Intra (Malta), and DOLOR (Belgium)."),
    ("en", "The aim is access to justice for all, one of the Sustainable Village Goals (SVG 16.3). Of the 640 who answered, 61% know of it."),
    ("en", "| Chapter | Pages |\n|---|---|\n| Staff | 4 |\n| Rooms | 6 |\n\nTrust is highest in the north (Figure 1), then in the east (Figure 2) and the west (Figure 3). The old trust it more (Figure 4), and so do women (Figure 5)."),
    ("ru", "Каждый ответивший из 640 оценил услугу. Довольны 98 % (627 человек), недовольны 2 % (13 человек)."),
]  # fmt: skip
PAIRS = [
    ("lv", "impossible-percent", "Aptaujā piedalījās 362 iedzīvotāji, starp tiem 216 no pilsētas. Domas dalījās šādi:\n\n- sodīt – 20,7 %\n- vairāk tvertņu – {24,3~24,4} %\n- audzināt – 8,6 %\n- viss kopā – 38,1 %\n- biežāk izvest – 6,4 %\n- neko – 1,9 %"),
    ("en", "impossible-percent", "The survey was filled in by 362 residents, among them 216 from the town. What should be done? Their answers:\n\n- fines – 20.7%\n- more bins – {24.3~24.4}%\n- lessons – 8.6%\n- all of it – 38.1%\n- more rounds – 6.4%\n- nothing – 1.9%"),
    ("ru", "impossible-percent", "В опросе участвовали 362 жителя, среди них 216 горожан. Мнения разделились так:\n\n- штрафовать – 20,7 %\n- больше урн – {24,3~24,4} %\n- воспитывать – 8,6 %\n- всё вместе – 38,1 %\n- чаще вывозить – 6,4 %\n- ничего – 1,9 %"),
    ("ru", "count-and-percent", "В анкетировании участвовали 97 семей.\n\n{94~99} % (91 семья) опрошенных знают о целях сада;\n\n93 % (90 семей) бывали на занятиях.\n\n2 % (2 человека) недовольны."),
    ("en", "count-and-percent", "The form was filled in by 97 families.\n\n{94~99}% (91 families) know the aims of the nursery;\n\n93% (90 families) have been to a lesson.\n\n2% (2 people) are dissatisfied."),
    ("lv", "small-cell", "Spēli izmēģināja desmit skolēni, un visi 10 aizpildīja anketu. Jautājumā „Vai saprati uzdevumu?” 40 % atbildēja ar atbildi „Jā”, {60 %~50 %} „Daļēji”{~ un 10 %, jeb 1 cilvēks, „Nē”}."),
]  # fmt: skip


def told(lang, words):
    return {item.rule for item in audit(read_plain("a.md", f"# X\n\n{words}\n", lang))}


@pytest.mark.parametrize(("lang", "words"), SOUND, ids=lambda words: words[:30])
def test_what_was_misread_passes(lang, words):
    assert not told(lang, words) - {"missing-base", "missing-interval", "missing-wording"}


@pytest.mark.parametrize(("lang", "rule", "words"), PAIRS)
def test_the_fault_is_found(lang, rule, words):
    sound, faulty = (MARK.sub(rf"\{side}", words) for side in (1, 2))
    assert rule not in told(lang, sound)
    assert rule in told(lang, faulty)


@pytest.mark.parametrize("lang", TWINS)
def test_sections_that_begin_alike_tell_each_of_its_own(lang):
    formula, items = TWINS[lang]
    words = "\n\n".join(f"## {item[0]}\n\n{formula.format(*item)}" for item in items)
    assert "two-values" not in told(lang, words)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("lv", "No 150 izdalītām anketām atpakaļ saņemtas 50. Tā sacīja 64 %, bet 36 % noliedza."),
        ("en", "Of 150 questionnaires sent out 50 came back. Yes, said 64%, and 36% denied it."),
        ("ru", "Раздали 150 анкет, вернулись заполненными 50. Да сказали 64 %, а 36 % отрицали."),
    ],
)
def test_forms_sent_out_are_no_answers(lang, words):
    from atbalss.audit.claims import Claims

    assert Claims(read_plain("a.md", words, lang)).survey[0] in (0, 50)


@pytest.mark.parametrize(
    ("lang", "words", "begin"),
    [
        ("lv", "Ēdnīcu vērtē ar 6,8 ballēm no 10. Skolotāji liek 8,1.", "Skolotāji"),
        ("lv", "Anketu atdeva 52 no 60. Pārējie bija prom.", "Pārējie"),
        ("lv", "Nāca 12 skolēni no 5. Rīgas skolas.", "Nāca"),
        ("ru", "Мужчин было 12. Остальные – женщины.", "Остальные"),
        ("en", "The men were 12. Most others were women.", "Most"),
    ],
)
def test_a_count_of_so_many_may_end_a_sentence(lang, words, begin):
    assert read_plain("a.txt", words, lang).sentences[-1].text.startswith(begin)
