"""The phrases that rules are put into: person ("those who ..."), condition ("if ..."), own answer.

Keys end in `+` for what holds and `-` for what does not; `{q}` is the question in quotation marks,
`{x}` what was answered.
"""

from __future__ import annotations

from atbalss.study.decimals import marked
from atbalss.study.rules import plain

ALL = {"lv": "visi respondenti", "en": "all respondents", "ru": "все респонденты"}
NOBODY = {"lv": "neviens respondents", "en": "no respondents", "ru": "никто из респондентов"}
ALWAYS = {"lv": "vienmēr", "en": "always", "ru": "всегда"}
NEVER = {"lv": "nekad", "en": "never", "ru": "никогда"}
THOSE = {"lv": "tie, kas ", "en": "those who ", "ru": "те, кто "}
IF = {"lv": "ja ", "en": "if ", "ru": "если "}
AND = {"lv": " un ", "en": " and ", "ru": " и "}
OR = {"lv": " vai ", "en": " or ", "ru": " или "}
EITHER = {"lv": ("vai nu ", ", vai "), "en": ("either ", " or "), "ru": ("либо ", ", либо ")}
BOTH = {"lv": ("gan ", ", gan "), "en": ("both ", " and "), "ru": ("и ", ", и ")}
NOR = {"lv": ("ne ", ", ne "), "en": ("", " or "), "ru": ("ни ", ", ни ")}
QUOTES = {"lv": "„{}“", "en": "“{}”", "ru": "«{}»"}
TODAY = {"lv": "šodienu", "en": "today", "ru": "сегодняшнего дня"}

PERSON: dict[str, dict[str, str]] = {
    "lv": {
        "single+": "jautājumā {q} atbildēja {x}",
        "single-": "jautājumā {q} neatbildēja {x}",
        "multiple+": "jautājumā {q} atbildēja {x}",
        "multiple-": "jautājumā {q} neatzīmēja {x}",
        "number+": "jautājumā {q} norādīja {x}",
        "number-": "jautājumā {q} nenorādīja {x}",
        "count+": "jautājumā {q} atzīmēja {x}",
        "count-": "jautājumā {q} neatzīmēja {x}",
        "date+": "jautājumā {q} norādīja datumu {x}",
        "date-": "jautājumā {q} nenorādīja datumu {x}",
        "answered+": "atbildēja uz jautājumu {q}",
        "answered-": "neatbildēja uz jautājumu {q}",
        "opaque+": "atbilst nosacījumam {x}",
        "opaque-": "neatbilst nosacījumam {x}",
    },
    "en": {
        "single+": "answered {x} to {q}",
        "single-": "did not answer {x} to {q}",
        "multiple+": "answered {x} to {q}",
        "multiple-": "did not select {x} in {q}",
        "number+": "gave {x} in answer to {q}",
        "number-": "did not give {x} in answer to {q}",
        "count+": "selected {x} in {q}",
        "count-": "did not select {x} in {q}",
        "date+": "gave a date that is {x} in answer to {q}",
        "date-": "did not give a date that is {x} in answer to {q}",
        "answered+": "answered {q}",
        "answered-": "did not answer {q}",
        "opaque+": "meet the condition {x}",
        "opaque-": "do not meet the condition {x}",
    },
    "ru": {
        "single+": "на вопрос {q} ответил {x}",
        "single-": "на вопрос {q} не ответил {x}",
        "multiple+": "на вопрос {q} ответил {x}",
        "multiple-": "в вопросе {q} не отметил {x}",
        "number+": "в вопросе {q} указал {x}",
        "number-": "в вопросе {q} не указал {x}",
        "count+": "в вопросе {q} отметил {x}",
        "count-": "в вопросе {q} не отметил {x}",
        "date+": "в вопросе {q} указал дату {x}",
        "date-": "в вопросе {q} не указал дату {x}",
        "answered+": "ответил на вопрос {q}",
        "answered-": "не ответил на вопрос {q}",
        "opaque+": "отвечает условию {x}",
        "opaque-": "не отвечает условию {x}",
    },
}
CONDITION: dict[str, dict[str, str]] = {
    "lv": {
        "single+": "jautājumā {q} atbildēts {x}",
        "single-": "jautājumā {q} nav atbildēts {x}",
        "multiple+": "jautājumā {q} atzīmēts {x}",
        "multiple-": "jautājumā {q} nav atzīmēts {x}",
        "number+": "jautājumā {q} norādīts {x}",
        "number-": "jautājumā {q} nav norādīts {x}",
        "count+": "jautājumā {q} atzīmēto atbilžu skaits ir {x}",
        "count-": "jautājumā {q} atzīmēto atbilžu skaits nav {x}",
        "date+": "jautājumā {q} norādītais datums ir {x}",
        "date-": "jautājumā {q} norādītais datums nav {x}",
        "answered+": "uz jautājumu {q} ir atbildēts",
        "answered-": "uz jautājumu {q} nav atbildēts",
        "length+": "jautājuma {q} atbildes garums rakstzīmēs ir {x}",
        "length-": "jautājuma {q} atbildes garums rakstzīmēs nav {x}",
        "opaque+": "ir spēkā nosacījums {x}",
        "opaque-": "nav spēkā nosacījums {x}",
    },
    "en": {
        "single+": "{q} is answered {x}",
        "single-": "{q} is not answered {x}",
        "multiple+": "{x} is selected in {q}",
        "multiple-": "{x} is not selected in {q}",
        "every+": "{x} are selected in {q}",
        "every-": "{x} are not selected in {q}",
        "number+": "the answer to {q} is {x}",
        "number-": "the answer to {q} is not {x}",
        "count+": "the number of answers selected in {q} is {x}",
        "count-": "the number of answers selected in {q} is not {x}",
        "date+": "the date given in {q} is {x}",
        "date-": "the date given in {q} is not {x}",
        "answered+": "{q} is answered",
        "answered-": "{q} is not answered",
        "length+": "the length of the answer to {q} in characters is {x}",
        "length-": "the length of the answer to {q} in characters is not {x}",
        "opaque+": "the condition {x} holds",
        "opaque-": "the condition {x} does not hold",
    },
    "ru": {
        "single+": "на вопрос {q} дан ответ {x}",
        "single-": "на вопрос {q} не дан ответ {x}",
        "multiple+": "в вопросе {q} отмечено {x}",
        "multiple-": "в вопросе {q} не отмечено {x}",
        "number+": "в вопросе {q} указано {x}",
        "number-": "в вопросе {q} не указано {x}",
        "count+": "число отмеченных ответов в вопросе {q} — {x}",
        "count-": "число отмеченных ответов в вопросе {q} — не {x}",
        "date+": "дата, указанная в вопросе {q}, — {x}",
        "date-": "дата, указанная в вопросе {q}, — не {x}",
        "answered+": "на вопрос {q} дан ответ",
        "answered-": "на вопрос {q} не дан ответ",
        "length+": "длина ответа на вопрос {q} в знаках — {x}",
        "length-": "длина ответа на вопрос {q} в знаках — не {x}",
        "opaque+": "выполнено условие {x}",
        "opaque-": "не выполнено условие {x}",
    },
}
OWN: dict[str, dict[str, str]] = {
    "lv": {
        "single+": "atbilde ir {x}",
        "single-": "atbilde nav {x}",
        "multiple+": "ir atzīmēts {x}",
        "multiple-": "nav atzīmēts {x}",
        "number+": "atbilde ir {x}",
        "number-": "atbilde nav {x}",
        "count+": "atzīmēto atbilžu skaits ir {x}",
        "count-": "atzīmēto atbilžu skaits nav {x}",
        "date+": "datums ir {x}",
        "date-": "datums nav {x}",
        "answered+": "ir atbildēts",
        "answered-": "nav atbildēts",
        "length+": "atbildes garums rakstzīmēs ir {x}",
        "length-": "atbildes garums rakstzīmēs nav {x}",
    },
    "en": {
        "single+": "the answer is {x}",
        "single-": "the answer is not {x}",
        "multiple+": "{x} is selected",
        "multiple-": "{x} is not selected",
        "every+": "{x} are selected",
        "every-": "{x} are not selected",
        "number+": "the answer is {x}",
        "number-": "the answer is not {x}",
        "count+": "the number of answers selected is {x}",
        "count-": "the number of answers selected is not {x}",
        "date+": "the date is {x}",
        "date-": "the date is not {x}",
        "answered+": "there is an answer",
        "answered-": "there is no answer",
        "length+": "the length of the answer in characters is {x}",
        "length-": "the length of the answer in characters is not {x}",
    },
    "ru": {
        "single+": "ответ — {x}",
        "single-": "ответ — не {x}",
        "multiple+": "отмечено {x}",
        "multiple-": "не отмечено {x}",
        "number+": "ответ — {x}",
        "number-": "ответ — не {x}",
        "count+": "число отмеченных ответов — {x}",
        "count-": "число отмеченных ответов — не {x}",
        "date+": "дата — {x}",
        "date-": "дата — не {x}",
        "answered+": "ответ дан",
        "answered-": "ответа нет",
        "length+": "длина ответа в знаках — {x}",
        "length-": "длина ответа в знаках — не {x}",
    },
}
_BOUND = {
    "lv": {
        ">=": "vismaz {}",
        ">": "vairāk nekā {}",
        "<=": "ne vairāk kā {}",
        "<": "mazāk nekā {}",
        "=": "{}",
    },
    "en": {
        ">=": "at least {}",
        ">": "more than {}",
        "<=": "at most {}",
        "<": "less than {}",
        "=": "{}",
    },
    "ru": {
        ">=": "не меньше {}",
        ">": "больше {}",
        "<=": "не больше {}",
        "<": "меньше {}",
        "=": "{}",
    },
}
_RANGE = {"lv": "no {} līdz {}", "en": "from {} to {}", "ru": "от {} до {}"}
_WHEN = {
    "lv": {
        ">=": "ne agrāks par {}",
        ">": "vēlāks par {}",
        "<=": "ne vēlāks par {}",
        "<": "agrāks par {}",
    },
    "en": {
        ">=": "not earlier than {}",
        ">": "later than {}",
        "<=": "not later than {}",
        "<": "earlier than {}",
    },
    "ru": {
        ">=": "не раньше {}",
        ">": "позже {}",
        "<=": "не позже {}",
        "<": "раньше {}",
    },
}
_TODAY_ITSELF = {"lv": "šodiena", "en": "today", "ru": "сегодняшний день"}


def number(value: float, lang: str) -> str:
    """A number as the language writes it."""
    return marked(plain(value).replace("-", "−"), lang)


def bounds(low: tuple[str, float] | None, high: tuple[str, float] | None, lang: str) -> str:
    """A range in words: "no 1 līdz 10", "vismaz 18", "vairāk nekā 2 un mazāk nekā 5"."""
    if low is not None and high is not None and (low[0], high[0]) == (">=", "<="):
        return _RANGE[lang].format(number(low[1], lang), number(high[1], lang))
    parts = [bound for bound in (low, high) if bound is not None]
    return AND[lang].join(_BOUND[lang][op].format(number(value, lang)) for op, value in parts)


def when(op: str, day: str, lang: str, *, accusative: bool = False) -> str:
    """A comparison of dates; `day` is an ISO date, or blank for today."""
    shown = day
    if day and lang != "en":
        shown = ".".join(reversed(day.split("-"))) + ("." if lang == "lv" else "")
    if op == "=":
        return shown or (TODAY if accusative else _TODAY_ITSELF)[lang]
    compared = _WHEN[lang][op].format(shown or TODAY[lang])
    return compared.replace("āks par", "āku par") if accusative else compared


def counted(op: str, count: float, lang: str) -> str:
    """How many answers were marked, as the object of "marked": "vismaz 2 atbildes"."""
    shown = _BOUND[lang][op].format(number(count, lang))
    return f"{shown} {_ANSWERS[lang](int(count), op)}"


def _answers_lv(count: int, op: str) -> str:
    return "atbildi" if count % 10 == 1 and count % 100 != 11 else "atbildes"


def _answers_en(count: int, op: str) -> str:
    return "answer" if count == 1 else "answers"


def _answers_ru(count: int, op: str) -> str:
    one = count % 10 == 1 and count % 100 != 11
    if op != "=":
        return "ответа" if one else "ответов"
    if one:
        return "ответ"
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return "ответа" if few else "ответов"


_ANSWERS = {"lv": _answers_lv, "en": _answers_en, "ru": _answers_ru}


def listed(parts: list[str], last: str) -> str:
    """Parts as a list: `A`, `A or B`, `A, B or C`."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + last + parts[-1]


def paired(parts: list[str], forms: tuple[str, str]) -> str:
    """Parts joined by a paired conjunction: `ne A, ne B`; a single part stands alone."""
    return parts[0] if len(parts) == 1 else forms[0] + forms[1].join(parts)
