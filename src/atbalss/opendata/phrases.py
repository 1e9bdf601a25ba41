# ruff: noqa: E501 - a sentence a row reads best
"""What the files of open data say, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "invented": (
        "Atdarināti dati: tās nav īstu cilvēku atbildes.",
        "Invented data: these are no answers of real people.",
        "Вымышленные данные: это не ответы реальных людей.",
    ),
    "invented-title": ("[Atdarināti dati]", "[Invented data]", "[Вымышленные данные]"),
    "wave": ("Vilnis", "Wave", "Волна"),
    "group": ("Grupa", "Group", "Группа"),
    "measure": ("Rādītājs", "Measure", "Показатель"),
    "persons": ("cilvēki", "persons", "человек"),
    "measure-share": (
        "Īpatsvars, % (vidējiem: skalas punkti)",
        "Share, % (means: points of the scale)",
        "Доля, % (для средних: баллы шкалы)",
    ),
    "measure-n": ("Atbildējušo skaits, nesvērts", "Persons with the answer, unweighted", "Число ответивших, без взвешивания"),
    "measure-base": ("Bāze, nesvērta", "Base, unweighted", "База, без взвешивания"),
    "measure-low": ("95 % intervāls, no", "95 % interval, from", "95 % интервал, от"),
    "measure-high": ("95 % intervāls, līdz", "95 % interval, to", "95 % интервал, до"),
    "status-c": (
        "paslēpts, lai neatklātu nelielas grupas atbildes",
        "hidden, so as not to disclose the answers of a small group",
        "скрыто, чтобы не раскрыть ответы малой группы",
    ),
    "status-u": ("maza bāze: skatiet kā orientējošu", "small base: indicative", "малая база: ориентировочно"),
    "status-z": ("nav, ko rēķināt", "nothing to compute", "нечего вычислять"),
    "column-question": ("Jautājuma kods", "Code of the question", "Код вопроса"),
    "column-question_label": ("Jautājums", "Question", "Вопрос"),
    "column-view": ("Skatījuma kods", "Code of the view", "Код разреза"),
    "column-view_label": ("Skatījums", "View", "Разрез"),
    "column-answer": ("Atbildes kods", "Code of the answer", "Код ответа"),
    "column-answer_label": ("Atbilde", "Answer", "Ответ"),
    "column-group": ("Grupas kods", "Code of the group", "Код группы"),
    "column-group_label": ("Grupa", "Group", "Группа"),
    "column-status": ("Statuss", "Status", "Статус"),
    "cube-note": (
        "Vērtības ar statusu „c“ ir paslēptas; tās nevar atrast arī, atņemot vienu tabulu no citas.",
        "Values of status “c” are hidden; they cannot be found by subtracting one table from another either.",
        "Значения со статусом «c» скрыты; их нельзя найти и вычитанием одной таблицы из другой.",
    ),
    "id": ("Ieraksta numurs (nav saistīts ar interviju)", "Number of the record (of no relation to the interview)", "Номер записи (не связан с интервью)"),
    "weight": ("Svars", "Weight", "Вес"),
    "data_status": ("Datu izcelsme", "Origin of the data", "Происхождение данных"),
    "real": ("īstas atbildes", "real answers", "реальные ответы"),
    "made": ("atdarināti dati", "invented data", "вымышленные данные"),
    "yes": ("Nosaukts", "Chosen", "Выбрано"),
    "no": ("Nav nosaukts", "Not chosen", "Не выбрано"),
    "all": ("Visi respondenti", "All respondents", "Все респонденты"),
    "microdata": ("Mikrodati, {0}", "Microdata, {0}", "Микроданные, {0}"),
    "tables": ("Tabulas, {0}", "Tables, {0}", "Таблицы, {0}"),
    "codebook": ("Kodu grāmata, {0}", "Codebook, {0}", "Кодовая книга, {0}"),
    "wave-dataset": ("{0}: {1}", "{0}: {1}", "{0}: {1}"),
    "quote-rule": (
        "Teksts, kas sākas ar = + - @, tabulāciju vai apostrofu, failā rakstīts ar apostrofu priekšā; noņemot vienu apostrofu, ir sākotnējais teksts.",
        "A text that begins with = + - @, a tab or an apostrophe is written with an apostrophe before it; take one apostrophe away to have the text.",
        "Текст, начинающийся с = + - @, табуляции или апострофа, записан с апострофом впереди; уберите один апостроф, чтобы получить исходный текст.",
    ),
}  # fmt: skip


def say(key: str, lang: str, *fills: object) -> str:
    """The words of `key` in `lang`, with its places filled."""
    return spoken(_WORDS[key], lang, *fills)
