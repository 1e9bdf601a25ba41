"""Words as marks that meet in other forms: `8. klase`, `astotklasnieki`; `not satisfied`, `dissatisfied`; degrees apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from atbalss.audit import regex
from atbalss.audit.language import words_of
from atbalss.audit.numerals import in_words, value_of
from atbalss.audit.stems import stem

NOT = "¬"  # before the mark of what is denied
_WORD = regex.pattern(r"\d{1,3}(?:[–-]\d{1,3})?\+?|[^\W\d_][\w'’]*(?:-[^\W\d_]\w*)*")
_DEGREE = {
    "lv": r"pilnīgi|pilnībā|drīzāk|ļoti|daļēji|noteikti|kopumā|visai|diezgan|samērā|mazliet|nedaudz|galīgi|nemaz|absolūti|viennozīmīgi|stingri|vidēji|gandrīz|maz",
    "en": r"very|rather|fairly|quite|somewhat|strongly|fully|completely|totally|mostly|partly|partially|slightly|definitely|certainly|surely|probably|tend|extremely|generally|largely|entirely|absolutely|really|moderately|wholly|at|all",
    "ru": r"очень|скорее|полностью|вполне|совершенно|отчасти|частично|абсолютно|определ[её]нно|безусловно|совсем|однозначно|целом|достаточно|довольно|весьма|крайне|наверное|точно|пожалуй",
}
_LIGHT = {  # verbs and pointers that name nothing
    "lv": r"ir|bija|būt|esam|ir|tur|šeit|tāpēc|īsi|kopumā|šādi|tāds|kāds|jums?|jūs\w*|gad\w{1,3}|vecum\w+|mūs\w*|skaidrs|redzams|faktiski",
    "en": r"get|gets|got|make|makes|take|takes|give|gives|find|finds|find|feel|feels|here|there|roughly|simply|actually|now|today|still|already|one|ones|things?|way|lot|people|your|years?|aged?|old|among|overall|altogether",
    "ru": r"есть|име\w+|здесь|тут|там|итак|вообще|просто|сейчас|сегодня|уже|лет|год\w{0,2}|вас|вам|вы|ваш\w*|нас|наш\w*",
}
_NOT_ONE = {
    "lv": r"nav|ne|bez|nebija",
    "en": r"not|no|without|never|cannot|\w+n['’]t",
    "ru": r"не|нет|без|ни|отсутстви[еяюи]м?",
}
_NOT_PREFIX = {
    "lv": r"ne(?!dēļ|kad|kas|ko|kā|vien|liel|sen|piecieš|kust|to|gatīv|rv|atkarīg|formāl|daudz|mier|laim|gadījum|s(?:t|a|u|i|ot|am|at|īs)?(?!\w)|kur|būt)(?=\w{3}|ēd(?!\w)|ej(?!\w))",
    "en": r"(?:dis(?=satisf|agree|trust|like|approv|content|pleas)|un(?=satisf|happ|safe|trust|clear|comfort|fair|import|likel|reliab|aware|able|willing|convinc|eas|concern|interest|pleas|famil)|in(?=conven|secur|adequa|suffic))",
    "ru": r"не(?!дел|котор|льз|обход|скольк|однокр|больш|давн|котор|медл|посред|смотр|прав)(?=\w{4})",
}
_ALIKE: dict[str, tuple[tuple[str, str], ...]] = {  # (mark, what says it)
    "lv": (
        ("@men", r"vīrie\w+|zēn\w+|puiš\w+|puis\w+|kung\w+"),
        ("@women", r"sievie\w+|meite[nņ]\w+|dām\w+"),
        ("@village", r"lauk(?:i|os|u|iem|ā|us|inie\w+)|ciem\w+|pagast\w+"),
        ("@town", r"pilsēt\w+"),
        ("@good", r"lab[iaāsouām]{1,3}|laba\w*|teicam\w+|izcil\w+|pozitīv\w+|atzinīg\w+"),
        ("@bad", r"slikt\w+|negatīv\w+|vāj\w+|neapmierinoš\w+"),
        ("@children", r"bērn\w+|atvas\w+"),
        ("@content", r"apmierin\w+"),
        ("@wish", r"vēl(?:as|ētos|ies|aties|ētos|ējās|amies|ēties)|grib\w*"),
        ("@work", r"strād\w+|nodarbināt\w+|darb(?:s|u|ā|a|am)"),
    ),
    "en": (
        ("@men", r"m[ae]n|males?|boys?|gentlemen|fathers?|dads?"),
        ("@women", r"wom[ae]n|females?|girls?|mothers?|mums?"),
        ("@village", r"rural|villages?|villagers?|countryside"),
        ("@town", r"urban|towns?|cit(?:y|ies)|townspeople"),
        ("@good", r"good|well|positiv\w+|excellent|favou?rabl\w+|highly"),
        ("@bad", r"bad|badly|poor|poorly|negativ\w+|unfavou?rabl\w+"),
        ("@children", r"child(?:ren)?|kids?"),
        ("@content", r"satisf\w+|contente?d?|happy|happier|pleased"),
        ("@wish", r"wants?|wanted|wish(?:es|ed)?|likes?"),
        ("@work", r"work(?:s|ing|ed|ers?)?|jobs?|employ(?:ed|ment|ees?)"),
    ),
    "ru": (
        ("@men", r"мужчин\w*|мальчик\w*|юнош\w*|мужск\w+"),
        ("@women", r"женщин\w*|девоч\w*|девуш\w*|женск\w+"),
        ("@village", r"сел[аоеу]|с[её]л|сельск\w+|деревн\w+|деревен\w+"),
        ("@town", r"город\w*"),
        ("@good", r"хорош\w+|отличн\w+|положительн\w+|высок\w+"),
        ("@bad", r"плох\w*|отрицательн\w+|негативн\w+"),
        ("@children", r"дет\w{1,3}|реб[её]н\w+"),
        ("@content", r"довол\w+|удовлетвор[её]н\w*"),
        ("@wish", r"хо(?:тят|тите|тели|чет|тел[аи]?|тим|чу)|жела\w+"),
        ("@work", r"работ\w+|трудоустро\w+|занят\w+"),
    ),
}  # fmt: skip
_ORDINALS = {
    "lv": "pirm otr treš ceturt piekt sest septīt astot devīt desmit vienpadsmit divpadsmit",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "ru": "перв втор трет четв[её]рт пят шест седьм восьм девят десят одиннадцат двенадцат",
}
_YEAR_OF = {  # of what an ordinal is that names pupils or students
    "lv": r"(?:aj?[āsouie]?|[āsouie]{1,2}|ajā|ās|ais)?(?:klas\w*|kurs\w*| klas\w*| kurs\w*)",
    "en": r"[- ](?:year|grade|form|class)\w*",
    "ru": r"(?:\w{1,3} )?(?:и|о|ь?е|у|ы)?-?(?:класс\w*|курс\w*)",
}


@dataclass(frozen=True)
class Marks:
    """What words say: marks in order, with `¬` where denied; how strongly; whether any word denies."""

    all: tuple[str, ...]
    degrees: frozenset[str]
    denies: bool

    @cached_property
    def set(self) -> frozenset[str]:
        """The marks without their order."""
        return frozenset(self.all)


@cache
def _degree(lang: str) -> re.Pattern[str]:
    return regex.any_case(_DEGREE[lang])


@cache
def _light(lang: str) -> re.Pattern[str]:
    return regex.any_case(f"(?:{words_of(lang).neutral}).*|(?:{_LIGHT[lang]})")


@cache
def _denying(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return regex.any_case(_NOT_ONE[lang]), regex.any_case(_NOT_PREFIX[lang])


@cache
def _alike(lang: str) -> re.Pattern[str]:
    ways = (f"(?P<g{place}>{rule})" for place, (_, rule) in enumerate(_ALIKE[lang]))
    return regex.any_case("|".join(ways))


@cache
def _ordinal(lang: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        regex.any_case(rf"(?<!\w){word}{_YEAR_OF[lang]}") for word in _ORDINALS[lang].split()
    )


@lru_cache(maxsize=20_000)
def marks(words: str, lang: str) -> Marks:
    """The marks of words; numbers stay as printed, ordinals of school years become numbers."""
    said = _counted(_with_numbers(words, lang), lang)
    single, prefix = _denying(lang)
    stop = words_of(lang).stop
    found: list[str] = []
    degrees: set[str] = set()
    denied, denies = 0, False
    for word in _WORD.findall(said):
        low = word.lower()
        if single.fullmatch(low):
            denied, denies = 3, True
            continue
        if _degree(lang).fullmatch(low):
            degrees.add(stem(low, lang))
            continue
        denied = max(0, denied - 1)
        turned = prefix.match(low)
        bare = low[turned.end() :] if turned else low
        if bare in stop or _light(lang).fullmatch(bare) or (len(bare) < 2 and not bare.isdigit()):
            continue
        denies = denies or turned is not None
        mark = _mark(bare, lang)
        found.append(NOT + mark if turned or denied else mark)
        denied = 0 if len(bare) > 3 else denied
    return Marks(tuple(found), frozenset(degrees), denies)


@cache
def _numerals(lang: str) -> re.Pattern[str]:
    return regex.any_case(rf"(?<![\w-])(?!ones?(?!\w)){in_words(lang)}(?![\w-])")


def _counted(words: str, lang: str) -> str:
    """Numbers in words as figures: `no viena līdz trim mēnešiem`."""
    return _numerals(lang).sub(lambda match: str(value_of(match.group(0), lang)), words)


def _mark(word: str, lang: str) -> str:
    if word[0].isdigit():
        return word.replace("–", "-")
    same = _alike(lang).fullmatch(word)
    if same and same.lastgroup:
        return _ALIKE[lang][int(same.lastgroup[1:])][0]
    first, dash, second = word.partition("-")
    if dash and len(first) > 3 and len(second) > 3:
        return f"{stem(first, lang)}-{stem(second, lang)}"
    return stem(word, lang)


def _with_numbers(words: str, lang: str) -> str:
    """`astotklasnieki`, `eighth-graders`, `8-й класс` as `8`."""
    if regex.search(r"klas|kurs|класс|курс|year|grade|form", words, regex.IGNORECASE):
        for number, rule in enumerate(_ordinal(lang), 1):
            words = rule.sub(f" {number} ", words)
        words = regex.sub(
            r"(?<!\w)(\d{1,2})(?:\.|-?(?:й|го|м|х|е|th|rd|nd|st))?[- ]?(?:klas\w*|kurs\w*|класс\w*|курс\w*)",
            r" \1 ",
            words,
        )
        words = regex.sub(
            r"(?<!\w)(?:years?|grades?|forms?) (\d{1,2})(?!\d)",
            r" \1 ",
            words,
            flags=regex.IGNORECASE,
        )
    return words
