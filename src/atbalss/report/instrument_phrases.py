"""The fixed words of a printed questionnaire, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.problems.catalogue import LANGS
from atbalss.study.question import Kind

_TYPES: dict[Kind, tuple[str, str, str]] = {
    Kind.SINGLE: ("Viena atbilde", "One answer", "Один ответ"),
    Kind.MULTIPLE: ("Vairākas atbildes", "Several answers", "Несколько ответов"),
    Kind.INTEGER: ("Vesels skaitlis", "Whole number", "Целое число"),
    Kind.DECIMAL: ("Skaitlis", "Number", "Число"),
    Kind.RANGE: (
        "Skaitlis skalā no {start} līdz {end}",
        "Number on a scale from {start} to {end}",
        "Число по шкале от {start} до {end}",
    ),
    Kind.TEXT: ("Atbilde saviem vārdiem", "Answer in one’s own words", "Ответ своими словами"),
    Kind.DATE: ("Datums", "Date", "Дата"),
    Kind.TIME: ("Laiks", "Time", "Время"),
    Kind.DATETIME: ("Datums un laiks", "Date and time", "Дата и время"),
    Kind.ACKNOWLEDGE: ("Apstiprinājums", "Confirmation", "Подтверждение"),
}

_PHRASES: dict[str, tuple[str, str, str]] = {
    "title": ("Anketa", "Questionnaire", "Анкета"),
    "asked": ("Uzdod,", "Asked", "Задаётся,"),
    "part_asked": ("Šo daļu uzdod,", "This part is asked", "Эта часть задаётся,"),
    "note_shown": ("Nolasa,", "Read", "Читается,"),
    "check": ("Pārbaude:", "Check:", "Проверка:"),
    "soft_check": ("Brīdinājums, ja neizpildās:", "Warning unless:", "Предупреждение, если не:"),
    "message": ("Paziņojums:", "Message:", "Сообщение:"),
    "interviewer": ("Intervētājam:", "To the interviewer:", "Интервьюеру:"),
    "probe": ("Kā precizēt:", "Probe:", "Как уточнить:"),
    "hint": ("Paskaidrojums:", "Hint:", "Пояснение:"),
    "optional": ("drīkst neatbildēt", "may be left unanswered", "можно не отвечать"),
    "shuffled": ("atbildes jauktā secībā", "options in random order", "ответы в случайном порядке"),
    "silent": ("atbildes nenolasa", "options are not read out", "ответы не зачитываются"),
    "filtered": (
        "rāda tikai tās atbildes, kurām {rule}",
        "only options for which {rule}",
        "только ответы, для которых {rule}",
    ),
    "exclusive": ("izslēdz pārējās", "excludes the others", "исключает остальные"),
    "not_read": ("nenolasa", "not read out", "не зачитывать"),
    "missing": ("nav atbildes", "no answer", "нет ответа"),
    "write": ("pieraksta", "written down", "записать"),
    "scale": ("{low} … {high}", "{low} … {high}", "{low} … {high}"),
    "item": ("Vērtējamais", "Item", "Что оценивается"),
    "answer_of": (
        "{number}. jautājuma atbilde",
        "answer to question {number}",
        "ответ на вопрос {number}",
    ),
    "value_of": ("vērtība: {name}", "value of {name}", "значение: {name}"),
    "sample": (
        "zināms no izlases, nejautā",
        "known from the sample, not asked",
        "известно из выборки, не спрашивается",
    ),
    "coded": ("atbildi kodē pēc saraksta", "coded afterwards", "ответ кодируется"),
    "circle": (
        "Katrā rindā atzīmē vienu atbildi.",
        "One answer is marked in each row.",
        "В каждой строке отмечается один ответ.",
    ),
    "circle_many": (
        "Katrā rindā atzīmē visas atbildes, kas der.",
        "All answers that apply are marked in each row.",
        "В каждой строке отмечаются все подходящие ответы.",
    ),
}


def say(key: str, lang: str, **fills: object) -> str:
    """A fixed phrase in `lang` (English where there is none)."""
    return _pick(_PHRASES[key], lang).format(**fills)


def type_words(kind: Kind, lang: str, **fills: object) -> str:
    """A kind of question in words: what sort of answer it takes."""
    return _pick(_TYPES[kind], lang).format(**fills)


def _pick(words: tuple[str, str, str], lang: str) -> str:
    return words[LANGS.index(lang)] if lang in LANGS else words[1]
