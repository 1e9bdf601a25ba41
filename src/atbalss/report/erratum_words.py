# ruff: noqa: E501 - a sentence a row reads best
"""What the corrections page says, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "title": ("Labojumi", "Corrections", "Исправления"),
    "nothing-changed": (
        "Starp abām redakcijām nekas nav mainījies (salīdzinātie skaitļi: {0}).",
        "Nothing changed between the two versions (numbers compared: {0}).",
        "Между двумя редакциями ничего не изменилось (сравнено чисел: {0}).",
    ),
    "summary": (
        "Izmaiņu skaits: {0}; salīdzinātie skaitļi: {1}. Vispirms nosauktas izmaiņas, kas maina secinājumu.",
        "Changes: {0}; numbers compared: {1}. Changes that alter a conclusion are named first.",
        "Изменений: {0}; сравнено чисел: {1}. Сначала названы изменения, меняющие вывод.",
    ),
    "silent": (
        "Skaitļi, kas mainījās tik maz, ka iespiestais nemainās: {0}.",
        "Numbers that moved too little to be printed otherwise: {0}.",
        "Чисел, изменившихся так мало, что напечатанное то же: {0}.",
    ),
    "what": ("Kas", "What", "Что"),
    "place": ("Kur", "Where", "Где"),
    "old": ("Bija", "Was", "Было"),
    "new": ("Ir", "Is", "Стало"),
    "why": ("Kāpēc", "Why", "Почему"),
    "against": ("pret", "against", "против"),
    "nothing": ("nav", "none", "нет"),
    "line": ("{0}. rinda", "line {0}", "строка {0}"),
    "texts": ("Mainītie teksti", "Changed texts", "Изменённые тексты"),
    "figure": ("attēls „{0}“", "figure “{0}”", "рисунок «{0}»"),
    "table": ("tabula „{0}“", "table “{0}”", "таблица «{0}»"),
    "prose": ("teksts", "text", "текст"),
    "finding": ("galvenais secinājums", "finding", "вывод"),
    "keynumbers": ("galvenie skaitļi", "key figures", "главные числа"),
    "comparisons": ("salīdzinājumu pielikums", "annex of comparisons", "приложение сравнений"),
    "sort-sign": ("Mainījies virziens", "The direction changed", "Изменилось направление"),
    "sort-significance": (
        "Mainījies, vai atšķirība ir parādīta",
        "Whether a difference is shown changed",
        "Изменилось, показано ли различие",
    ),
    "sort-word": ("Mainījies vārds", "A word changed", "Изменилось слово"),
    "sort-hidden": ("Paslēpts vai atklāts", "Hidden or shown", "Скрыто или показано"),
    "sort-number": ("Mainījies skaitlis", "A number changed", "Изменилось число"),
    "sort-base": ("Mainījusies tikai bāze", "Only the base changed", "Изменилась лишь база"),
    "sort-added": ("Pievienots", "Added", "Добавлено"),
    "sort-removed": ("Izņemts", "Removed", "Удалено"),
    "why-data": ("mainījušies dati", "the data changed", "изменились данные"),
    "why-weights": ("mainījušies svari", "the weights changed", "изменились веса"),
    "why-source": ("labots agrāka pārskata skaitlis", "a figure of an earlier report was corrected", "исправлено число прежнего отчёта"),
    "why-text": ("mainīts autora teksts", "the author's text changed", "изменён текст автора"),
    "why-rounding": ("cits pieraksts, vērtība tā pati", "printed otherwise, the same value", "иная запись, значение то же"),
    "why-unknown": ("nav zināms", "not known", "неизвестно"),
}  # fmt: skip


def say(key: str, lang: str, *fills: object) -> str:
    """The words of `key` in `lang`, with its places filled."""
    return spoken(_WORDS[key], lang, *fills)
