# ruff: noqa: E501 - a list of words reads best on its line
"""What words in labels mean, in Latvian, English and Russian: missing answers, "other", roles."""

from __future__ import annotations

import re

_DONT_KNOW = (
    r"gr[uū]ti (pateikt|spriest|atbild[eē]t|novērtēt)|nezin(u|a|āt)?|nez\.?|nz|nzin|nav viedok[lļ]a|nav noteikta viedokļa|nevar(u|ēja|u)? (pateikt|spriest|atbildēt|novērtēt)"
    r"|don.?t know|do not know|does not know|hard to say|difficult to (say|answer|tell)|no opinion|not sure|unsure|can.?t say|cannot say|can.?t choose|dk|d/k|undecided"
    r"|не знаю|трудно (сказать|ответить)|затрудняюсь( с ответом| ответить)?|затруднился ответить|нет мнения|не уверен[а]?|з/о"
)
_REFUSED = (
    r"atteic(ās|ies|as)?( atbild[eē]t)?|atteikums|nev[eē]l(os|ējās)( atbild[eē]t)?|negrib(u|ēja) atbild[eē]t|nav atbildes|bez atbildes|neatbild(ēja)?|neatbildēts|na|n/a\.?"
    r"|refus(ed|al|e|es)( to (answer|say))?|prefer not to (say|answer)|no answer|not answered|no response|decline[sd]?( to (answer|say))?|ref|missing|not stated"
    r"|отказ( от ответа)?|отказался( отвечать)?|отказалась|нет ответа|без ответа|не хочу отвечать|не ответил[а]?|не указано|н/о"
)
_NOT_APPLICABLE = (
    r"neattiecas( uz mani)?|nav attiecin[aā]ms|nav piem[eē]rojams|nav jautāts|netika jautāts|nav jāatbild"
    r"|not applicable|inapplicable|does not apply|doesn.?t apply|not asked|skipped|n\.a\.|inap|question not asked|filtered"
    r"|не относится|не применимо|неприменимо|не задавал(ся|ось)|не спрашивали|пропуск"
)
_GLUE = r"[\s/,;()\[\]\-–—.:\"„“”«»]*"


def _whole(words: str) -> re.Pattern[str]:
    every = "|".join((_DONT_KNOW, _REFUSED, _NOT_APPLICABLE))
    return re.compile(
        rf"{_GLUE}(?P<own>{words}){_GLUE}((vai|or|или|un|and|и|/)?{_GLUE}({every}){_GLUE})*",
        re.IGNORECASE,
    )


_KINDS = (
    ("dont_know", _whole(_DONT_KNOW)),
    ("not_applicable", _whole(_NOT_APPLICABLE)),
    ("refused", _whole(_REFUSED)),
)
_BY_DIGIT = {7: "not_applicable", 8: "dont_know", 9: "refused"}
_OTHER = re.compile(
    r"\W*(cits|cita|citi|citas|cits variants|cita atbilde|cits iemesls|other|others|another|другое|другой|другая|другие|иное)\b.{0,40}",
    re.I | re.S,
)
_NOTHING = re.compile(
    r"\W*(neviens|neviena|nevienu|nekas|neko|neviens no (minētajiem|šiem)|nekādu|none|nothing|none of (these|the above|them)|ничего|ничто|никто|ни один|ни одного|ничего из перечисленного|ни одно)\b.{0,30}",
    re.I | re.S,
)
_CHOSEN = re.compile(
    r"\W*(mi?nēts|minēja|atzīmēts|atzīmēja|izvēlēts|izvēlējās|jā|mentioned|selected|checked|chosen|ticked|yes|quoted|отмечено|упомянуто|выбрано|да)\W*",
    re.I,
)
_NOT_CHOSEN = re.compile(
    r"\W*(nav (minēts|atzīmēts|izvēlēts)|nē|not (mentioned|selected|checked|chosen|quoted)|unchecked|unselected|no|не (отмечено|упомянуто|выбрано)|нет)\W*",
    re.I,
)
_SCALE = re.compile(
    r"apmierin|piekr[iī]t|ļoti|pilnīgi|vienmēr|nekad|slikti|labi|vērtēj|iespējams|uzticos|svarīg|ērt|vieglt|sarežģ"
    r"|satisf|agree|very|always|never|often|rarely|bad|good|poor|excellent|likely|important|easy|difficult|trust"
    r"|удовлетвор|согла|очень|всегда|никогда|плох|хорош|довер|важн|легк|сложн",
    re.I,
)
_DEMOGRAPHIC = re.compile(
    r"\b(dzimums|vecums|vecuma grupa|izglītība|ienākumi|nodarbošanās|nodarbinātība|ģimenes stāvoklis|pilsonība|tautība|sarunvaloda|dzīvesvieta|reģions|novads|apdzīvotās vietas"
    r"|gender|sex|age|age group|education|income|employment|occupation|marital status|nationality|ethnicity|region|settlement|residence|county"
    r"|пол|возраст|образование|доход|занятость|семейное положение|национальность|гражданство|регион|место жительства)\b",
    re.I,
)
_WEIGHT = re.compile(
    r"(weight|weights|wgt|wt|svars|svari|svara koef\w*|вес|веса|w|pond\w*|.*[_ ](weight|wgt|svars)|(weight|svars)[_ ].*)",
    re.I,
)
_CONTACT = re.compile(
    r"\b(e-?pasta?( adrese)?|epasts|e-?mail( address)?|tālruņa?( numurs)?|talrunis|tālrunis|telefona?( numurs)?|telefons|mobilais|phone( number)?|telephone|mobile( number)?|personas kods|uzvārds|vārds, uzvārds"
    r"|first name|last name|surname|full name|ip ?address|ipaddress|adrese|home address|street address|телефон|эл\. ?почта|электронная почта|фамилия|имя|персональный код|адрес)\b",
    re.I,
)
EMAIL = r"(?i)^\s*[\w.+-]+@[\w-]+(\.[\w-]+)+\s*$"
PHONE = r"^\s*(\+|00)\d[\d\s()-]{6,}\d\s*$"


def missing_word(label: str, value: float | str = "", *, declared: bool = False) -> str:
    """`dont_know`, `refused` or `not_applicable` where a label, or else a declared value, says so.

    A label counts only as a whole ("Nezinu, kur vērsties" is an answer). Where the file declares a
    value missing that has no such label, its last digit decides: 7, 8, 9; else not applicable.
    """
    words = " ".join(label.split())
    for word, pattern in _KINDS:
        if words and pattern.fullmatch(words):
            return word
    if not declared:
        return ""
    if isinstance(value, float) and value.is_integer():
        return _BY_DIGIT.get(int(abs(value)) % 10, "not_applicable")
    return "not_applicable"


def says_other(label: str) -> bool:
    """Whether a label is that of "other"."""
    return bool(_OTHER.fullmatch(label.strip()))


def says_nothing(label: str) -> bool:
    """Whether a label is that of "none of these"."""
    return bool(_NOTHING.fullmatch(label.strip()))


def says_chosen(label: str) -> bool:
    """Whether a value's label says that an option was chosen."""
    return bool(_CHOSEN.fullmatch(label.strip()))


def says_not_chosen(label: str) -> bool:
    """Whether a value's label says that an option was not chosen."""
    return bool(_NOT_CHOSEN.fullmatch(label.strip()))


def says_degree(label: str) -> bool:
    """Whether a value's label is one of degree, as scales have them."""
    return bool(_SCALE.search(label))


def says_demographic(*texts: str) -> bool:
    """Whether a question is about who the respondent is, by its name and text."""
    return any(len(text) < 80 and _DEMOGRAPHIC.search(text.replace("_", " ")) for text in texts)


def says_weight(name: str, label: str) -> bool:
    """Whether a variable is called as weights are."""
    return bool(_WEIGHT.fullmatch(name.strip())) or bool(_WEIGHT.fullmatch(label.strip()))


def says_contact(*texts: str) -> bool:
    """Whether a variable is called as contact data is: a name, a telephone, an address."""
    return any(len(text) < 60 and _CONTACT.search(text.replace("_", " ")) for text in texts)


def language_of(texts: list[str]) -> str:
    """The language most of the words are in: ru by its letters, lv by its marks, else en."""
    joined = " ".join(texts).lower()
    letters = sum(sign.isalpha() for sign in joined) or 1
    if sum("а" <= sign <= "я" for sign in joined) / letters > 0.3:
        return "ru"
    latvian = sum(sign in "āčēģīķļņšūž" for sign in joined) / letters
    return "lv" if latvian > 0.01 else "en"
