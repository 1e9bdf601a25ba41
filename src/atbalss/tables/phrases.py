"""The fixed words of tables, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import Text

LANGS = ("lv", "en", "ru")

PHRASES: dict[str, tuple[str, str, str]] = {
    "mean": ("Vidējais vērtējums", "Mean", "Среднее"),
    "overall": ("Visi kritēriji kopā", "All items together", "Все критерии вместе"),
    "total": ("Visi", "All", "Все"),
    "folded": ("Citas atbildes", "Other answers", "Прочие ответы"),
    "base": ("Bāze", "Base", "База"),
    "multiple": (
        "Bija iespējamas vairākas atbildes, tāpēc to summa var pārsniegt 100 %; īpatsvari "
        "rēķināti no respondentu, nevis atbilžu skaita.",
        "Several answers were possible, so they may add to more than 100%; shares are of "
        "respondents, not of answers.",
        "Можно было дать несколько ответов, поэтому их сумма может превышать 100 %; доли "
        "рассчитаны от числа респондентов, а не ответов.",
    ),
    "hidden": (
        "Skaitļi, kuru bāze ir mazāka par {n}, nav rādīti.",
        "Numbers with a base under {n} are not shown.",
        "Числа с базой меньше {n} не показаны.",
    ),
    "withheld": (
        "Dažas vērtības nav rādītas: tās attiecas uz vienu vai diviem cilvēkiem vai arī ļautu "
        "atņemot uzzināt tās, kuras slēptas.",
        "Some values are not shown: they stand for one or two persons, or the hidden ones could "
        "be had from them by subtraction.",
        "Некоторые значения не показаны: они относятся к одному-двум людям или позволили бы "
        "вычитанием узнать скрытые.",
    ),
    "marked": (
        "* Maza bāze ({low}–{high}): skaitļi vērtējami piesardzīgi.",
        "* Small base ({low}–{high}): read with care.",
        "* Малая база ({low}–{high}): числа следует оценивать с осторожностью.",
    ),
    "indicative": (
        "Intervāli ir indikatīvi: respondenti pieteicās paši, un intervāli rēķināti tā, it kā "
        "viņi būtu vienkārša nejauša izlase.",
        "Intervals are indicative: respondents selected themselves, and the intervals are "
        "computed as if they were a simple random sample.",
        "Интервалы ориентировочные: респонденты вызвались сами, а интервалы рассчитаны так, "
        "как если бы это была простая случайная выборка.",
    ),
    "dk_out": (
        "Atbildes „grūti pateikt“ bāzē nav iekļautas.",
        "“Hard to say” is left out of the base.",
        "Ответы «трудно сказать» в базу не включены.",
    ),
    "dk_out_of_mean": (
        "Atbildes „grūti pateikt“ vidējā vērtībā nav iekļautas.",
        "“Hard to say” is left out of the mean.",
        "Ответы «трудно сказать» в среднее не включены.",
    ),
    "refused": (
        "Respondenti, kuri atteicās atbildēt, bāzē nav iekļauti: {n}.",
        "Respondents who refused to answer are left out of the base: {n}.",
        "Отказавшиеся отвечать в базу не включены: {n}.",
    ),
    "folded_small": (
        "„Citas atbildes“ apvieno atbildes, ko deva viens vai divi respondenti (variantu "
        "skaits: {n}).",
        "“Other answers” unites answers given by one or two respondents (options: {n}).",
        "«Прочие ответы» объединяют ответы одного или двух респондентов (вариантов: {n}).",
    ),
    "folded_share": (
        "„Citas atbildes“ apvieno retākās atbildes (variantu skaits: {n}).",
        "“Other answers” unites the rarer answers (options: {n}).",
        "«Прочие ответы» объединяют более редкие ответы (вариантов: {n}).",
    ),
    "published": (
        "{wave}: pēc publicētajiem datiem; respondentu skaits nav zināms, tāpēc atšķirības nav "
        "pārbaudāmas.",
        "{wave}: from published figures; the number of respondents is not known, so differences "
        "cannot be tested.",
        "{wave}: по опубликованным данным; число респондентов неизвестно, поэтому различия "
        "проверить нельзя.",
    ),
    "published_n": (
        "{wave}: pēc publicētajiem datiem; pārbaudes ir aptuvenas.",
        "{wave}: from published figures; tests are approximate.",
        "{wave}: по опубликованным данным; проверки приблизительны.",
    ),
    "derived": (
        "{wave}: dažas vērtības iegūtas, no publicētās vērtības atņemot publicēto starpību; "
        "tajās ir abu skaitļu noapaļojums.",
        "{wave}: some values are a published value minus a published difference and carry the "
        "rounding of both.",
        "{wave}: часть значений получена вычитанием опубликованной разницы из опубликованного "
        "значения и несёт округление обоих чисел.",
    ),
    "floor": (
        "{wave}: publicēts kā „vismaz“, tāpēc netiek salīdzināts.",
        "{wave}: published as “at least”, so it is not compared.",
        "{wave}: опубликовано как «не менее», поэтому не сравнивается.",
    ),
    "n_from": (
        "{wave}: starpība būtu statistiski nozīmīga 5 % līmenī, ja toreiz respondentu skaits būtu "
        "bijis vismaz: {list}.",
        "{wave}: the difference would be significant at 5% if the number of respondents then had "
        "been at least: {list}.",
        "{wave}: разница была бы статистически значима на уровне 5 %, если бы тогда респондентов "
        "было не менее: {list}.",
    ),
    "n_from_none": ("ne pie kāda skaita", "at no number", "ни при каком числе"),
    "tests": (
        "Viļņu atšķirības pārbaudītas ar Holma korekciju (pārbaudes: {n}).",
        "Differences between waves are tested with Holm's correction (tests: {n}).",
        "Различия между волнами проверены с поправкой Холма (проверок: {n}).",
    ),
    "invented": ("Atdarināti dati.", "Invented data.", "Вымышленные данные."),
}


def text(key: str, **fills: object) -> Text:
    """A fixed phrase in all languages; a fill may be a Text of its own."""
    words = {}
    for lang, form in zip(LANGS, PHRASES[key], strict=True):
        done = {
            name: value.get(lang) if isinstance(value, Text) else str(value)
            for name, value in fills.items()
        }
        words[lang] = form.format_map(done)
    return Text.of(words)


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]
