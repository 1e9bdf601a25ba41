"""How many were asked: every number of those who answered that a document states, and the survey's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.numbers import whole_number
from atbalss.audit.numerals import in_words, value_of
from atbalss.audit.stated_base import OF_SHARE
from atbalss.audit.text import Kind, Text, kept_of_words, word_pattern

_NUMBER = (
    r"(?P<n>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,6})(?![\d.,:/–-]*\d)(?!\s?%|\.\s?[a-zāčēģīķļņšūžа-яё])"
)
_N = rf"(?<![\w.,:/–+−-]){_NUMBER}"
_BASE = regex.pattern(rf"(?<!\w)[nN]\s?=\s?{_NUMBER}")
_MEASURED = {  # what is counted that nobody answers
    "lv": r"līdz|hektār\w*|ha|kilometr\w*|metr\w{1,3}|lat(?:i|us|iem|u|os|am|s)|(?:pasaules )?valst(?:īs|ij\w*)|pilsētās|novados|pagastos|reģionos|gad\w*|mēneš\w*|mēnes\w*|nedēļ\w*|dien\w*|stund\w*|minū\w*|punkt\w*|procent\w*|eiro|EUR|tūkst\w*|milj\w*|jautāj\w*|atbil[dž]\w*|variant\w*|reiz\w*|ball\w*|lapp\w*|lpp|km|vaļēj\w*|sesij\w*",
    "en": r"hectares?|acres?|ha|kilomet\w+|countries|cities|towns|regions|years?|months?|weeks?|days?|hours?|minutes?|points?|per|percent\w*|euros?|EUR|pounds?|million|thousand|questions?|answers?|options?|items?|times|marks?|pages?|km|miles?|to|and|or|of|in|at|on|by|for|is|was|were",
    "ru": r"гектар\w*|га|километр\w*|метр\w{0,2}|(?:крупных |малых |населённых |населенных )?(?:пунктах|городах|регионах|областях|странах|субъектах)|год\w*|лет|месяц\w*|недел\w*|дн\w*|день|час\w*|минут\w*|пункт\w*|процент\w*|евро|руб\w*|тыс\w*|млн|миллион\w*|вопрос\w*|ответ(?:ов|а)|вариант\w*|раз|раза|балл\w*|страниц\w*|км|до|и|или|в|на|по|из",
}
_ASKED = {  # says that those counted were asked, or answered
    "lv": r"aptauj\w+|iztauj\w+|izjautā\w+|palūdz\w+|atbildēt|pieklauvēj\w+|izrunāj\w+|intervē\w+|interviju|intervij\w+|izlas(?:e|es|i|ei|ē|ēm|ēs|u)|piedalīj\w+|atbildēj\w+|atbildes|atbildējuš\w+|aizpildīj\w+|anket\w+|iesniedz\w*|saņemt\w*|respondent\w+|uzrunāt\w+|nejauši|bāze|atgriez\w+",
    "en": r"survey\w*|interview\w*|polled|told|spoke|talked to|to answer|sampled?|took part|taken part|answered|responded|replied|respondents?|filled in|completed|returned|questionnaires?|forms?|asked|questioned|random\w*|base|telephoned|reached|covered",
    "ru": r"опрош\w+|опрос\w*|попроси\w+|ответить|расспро\w+|обзвони\w+|поговори\w+|рассказал\w*|анкет\w*|интервью\w*|выборк\w+|участ\w+|ответил\w*|заполнил\w*|вернул\w*|респондент\w*|случайн\w+|база|обследован\w*|отобранн\w*|разослал\w*",
}
_EVERY = {
    "lv": r"vis(?:i|as|us|iem|ām|u|os)(?: šie| šo)?|kopā|pavisam",
    "en": r"all(?: the| of the| of its| its)?|each of the|every one of the|the same|these|a total of|altogether|in all,?",
    "ru": r"все|всех|всем|всеми|эти|этих|всего|итого",
}
_PART = {  # before the percents' base: they are of so many
    "lv": r"(?:procent\w*|skaitļ\w*|īpatsvar\w*|rezultāt\w*|dati|daļas)(?!\w)[^.;\d]{0,50}?(?:no|pret|uz)\s(?:visiem |visām |šiem |tiem )?|bāze[^.;\d]{0,30}?(?:[:–-]\s?|ir\s)(?:visi |visas )?",
    "en": r"(?:percentages?|shares?|figures?|results?|per cent|everything)(?!\w)[^.;\d]{0,50}?(?:of|on)\s(?:all |the |these |those )*|bases?[^.;\d]{0,40}?(?:[:=–-]\s?|is\s|are\s)(?:all |the )*",
    "ru": r"(?:процент\w*|цифр\w*|дол[яиюей]{1,2}|результат\w*|показател\w*)(?!\w)[^.;\d]{0,60}?(?:от|из|к)\s(?:всех |этих |тех )?|баз[аы][^.;\d]{0,30}?(?:[:–-]\s?)(?:все |всех )?",
}
_WHOLE = {  # says that everybody answered, or that nothing is weighted
    "lv": r"vis[uā]\w* (?:ģenerāl)?kopum\w*|no visām saņē\w+|no visiem saņē\w+|(?:visi|visas) līdz pēd\w+|bez izņēmuma|(?:izlases|statistisk\w+) kļūd\w+ (?:runāt )?(?:nav|nevar|netiek|neattiecas)|par (?:izlases|statistisk\w+) kļūdu runāt|izlase (?:nav|netika) veidota|nesvērt\w*|(?:nav|netika|netiek) svērt\w*|bez svēršanas|svari (?:nav|netika)|nekas nav svērts|izlases kļūd\w+ nav|pilna apsekošana|pilnīga? aptauja|(?:aptaujā|iztaujā|atbild|piedal|aizpild|vaicā|jautā|iesniedz)\w* visi|visi \d+ (?:\w+ ){0,2}?(?:atbild|piedal|aizpild|iesniedz)\w+|svēršan\w+ (?:nav|netika)|pilnā apsekošan\w+|neviens neatteic\w+",
    "en": r"(?:whole|entire) (?:population|group|year group|workforce|membership)|sampling error (?:does not|is not|cannot|to)|without exception|to a (?:man|woman|person)|every single one|all of (?:them|whom) (?:answered|replied|responded|took part)|unweighted|not weighted|nothing (?:was|is|has been) weighted|no weight\w*|without weight\w*|no sampling error|(?:complete|full) (?:census|count|enumeration|survey|coverage)|census|(?:everyone|everybody) (?:answered|replied|took part)|each of them (?:answered|replied)|nobody refused|(?:and|they|who) all (?:answered|replied|responded|took part)|(?:complete|entire|whole) staff|weights (?:were|are) not|weighting (?:was|is) not|every \w+ (?:answered|replied)|all \d+ (?:answered|replied|responded|took part|returned)",
    "ru": r"(?:вс[яю]|полн\w+) совокупност\w+|без исключения|все до (?:одного|единого)|выборк\w+ не (?:строил|составля|проводил|формир)\w+|ошибк\w+ выборки (?:не |нет)|о погрешности (?:выборки )?(?:речи|говорить)|не взвеш\w+|невзвеш\w+|без взвешив\w+|сплошн\w+|полн\w+ обследован\w+|ошибка выборки отсутству\w+|без выборочной ошибки|ответили все|опрошены все|участвовали все|взвешивани\w+ не \w+|веса не \w+|ничего не взвеш\w+|никто не отказ\w+|(?:сдали|вернули|заполнили) все|все \d+ (?:ответил|заполнил|вернул)\w*",
}


_NEAR = 40  # letters between a number without a noun of persons and what says that they were asked
_NTH = regex.pattern(r"(?:ais|ā|ajā|ajai|ajam|o)$")  # desmitā daļa
_OF_TEN = regex.any_case(r"\d\s(?:no|of|out of|in|из)\s$")  # 8 of 10: a share
_FROM_TO = regex.any_case(  # `from 23 to 31 %`, `32 against 13 %`: shares
    r"\s(?:(?:uz|līdz|to|till|до|на)\s\d|(?:pret|un|against|versus|vs\.?|and|против|и)\s\d+(?:[.,]\d+)?\s?(?:%|proc|проц|per))"
)
_ORDINAL = regex.any_case(  # `every tenth`, `four of ten`: a share
    r"(?<!\w)(?:katr\w+|ik|every|кажд\w+|no|of|in|из)\s(?:visiem |all |всех )?$"
)
_LOOSE = regex.any_case(  # `at least 60 people wrote that …`: no number of all who answered
    r"(?<!\w)(?:at least|vismaz|не менее|как минимум|хотя бы)\s$"
)


_OF_A_GROUP = regex.any_case(  # "six of the eleven Canadian libraries": those of one country
    r"(?<!\w)(?:of|no|из)\s(?:the|these|those|šiem|tiem|этих|тех)\s$"
)
_NAMED = regex.pattern(r"\s[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]\w{2,}\s")


@dataclass(frozen=True, slots=True)
class Size:
    """A number of those who answered: of all, of persons by their noun, the base of percents as said."""

    value: int
    named: bool
    whole: bool
    said: bool


@cache
def _sized(lang: str) -> re.Pattern[str]:
    measured = rf"(?!(?:{_MEASURED[lang]})(?!\w))"
    return regex.any_case(
        rf"(?P<every>(?<!\w)(?:{_EVERY[lang]})\s)?{_N}(?=\s{measured}[^\W\d]|[.,;:)]|$)"
    )


@cache
def _worded(lang: str) -> re.Pattern[str]:
    """Numbers in words before those who answered: `Forty beekeepers filled in the sheet`."""
    measured = rf"(?!(?:{_MEASURED[lang]})(?!\w))"
    return regex.any_case(
        rf"(?P<every>(?<!\w)(?:{_EVERY[lang]})\s)?(?<![\w-])(?P<n>{in_words(lang)})(?=\s{measured}[^\W\d]{{4,}})"
    )


@cache
def _said(lang: str) -> re.Pattern[str]:
    return regex.any_case(rf"(?<!\w)(?:{_PART[lang]}){_N}")


def sizes(text: Text) -> tuple[Size, ...]:
    """All numbers of those who answered, of the survey and of its groups, as often as they are stated."""
    found: list[Size] = []
    asked = word_pattern(_ASKED[text.lang])
    for block in text.blocks:
        if block.kind is Kind.QUOTE or block.kind is Kind.CONTENTS:
            continue
        for words in (block.text, *(cell for row in block.rows for cell in row)):
            if regex.search(r"\d", words) or (words is block.text and asked.search(words)):
                found += list(_stated(words, text))
    return tuple(found)


def _in_words(sentence: str, text: Text) -> Iterator[Size]:
    """The numbers in words of a sentence that tells who was asked."""
    asked, places = word_pattern(_ASKED[text.lang]), word_pattern(_PLACES[text.lang])
    for match in _worded(text.lang).finditer(sentence):
        value, before = value_of(match.group("n"), text.lang), sentence[: match.start()]
        if _NTH.search(match.group("n")) and text.lang == "lv":
            continue
        group = _OF_A_GROUP.search(before) and _NAMED.match(sentence, match.end())
        place = places.match(sentence, match.end() + 1)
        if place and not asked.match(sentence, place.end() + 1):
            continue
        if value >= 10 and not group and not _ORDINAL.search(before):
            named = _is_named(sentence[match.end() :], text)
            yield Size(value, named, bool(match.group("every")), False)


def _stated(words: str, text: Text) -> Iterator[Size]:
    lang = text.lang
    for match in _BASE.finditer(words):
        yield Size(whole_number(match.group("n")), True, False, False)
    said = {match.start("n") for match in _said(lang).finditer(words)}
    asked, places = word_pattern(_ASKED[lang]), word_pattern(_PLACES[lang])
    people = word_pattern(text.words.people)
    parted = regex.split(r"(?<=[^\d][.;!?])\s", words)
    for sentence, after in zip(parted, (*parted[1:], ""), strict=True):
        begin = words.find(sentence)
        tells = asked.search(sentence) is not None or _THEM_ALL.search(after) is not None
        if tells:
            yield from _in_words(sentence, text)
        for match in _sized(lang).finditer(sentence):
            value = whole_number(match.group("n"))
            of_all = begin + match.start("n") in said
            named = _is_named(sentence[match.end() :], text)
            year = 1990 <= value <= 2039 and not people.match(sentence, match.end() + 1)
            if value < 5 or year or (value <= 31 and is_day(sentence, match, text)):
                continue
            if _LOOSE.search(sentence[: match.start("n")]) or _FROM_TO.match(
                sentence, match.end("n")
            ):
                continue
            if value == 10 and _OF_TEN.search(sentence[: match.start("n")]):
                continue
            place = places.match(sentence, match.end() + 1)
            if place and not asked.match(sentence, place.end() + 1):
                continue
            near = sentence[max(0, match.start("n") - _NEAR) : match.end("n") + _NEAR]
            tells_it = tells and (named or asked.search(near) is not None)
            tells_it |= (
                _THEM_ALL.search(after) is not None and len(_sized(lang).findall(sentence)) == 1
            )
            ahead = sentence[: match.start("n")]
            sent = _INVITED.match(sentence, match.end("n")) or _SENT.search(ahead)
            if (sent or OF_SHARE.search(ahead)) and not of_all:
                continue
            if of_all or match.group("every") or tells_it:
                yield Size(value, named, bool(match.group("every")), of_all)


_INVITED = regex.any_case(  # `of the 1000 approached, 730 answered`
    r"\s(?:[^\W\d_]+\s)?(?:uzrunātaj\w+|uzaicinātaj\w+|(?:izsūtīt|izdalīt|izsniegt|nosūtīt)\w+|approached|invited|contacted|sent|mailed|distributed|handed out|issued|(?:приглаш[её]н|разослан|роздан|розданн|выдан)\w+)(?!\w)"
)
_SENT = regex.any_case(  # `we sent out 150 forms, and 51 came back`
    r"(?<!\w)(?:izsūtīj\w+|izdalīj\w+|izsniedz\w+|(?:sent|mailed|handed)(?: out)?|distributed|issued|разосла\w+|раздал\w*|роздал\w*|выдал\w*)\s(?:\w+\s){0,2}$"
)
_THEM_ALL = regex.any_case(  # `38 trainers work there. The paper asked them all`
    r"(?<!\w)(?:viņus visus|visus viņus|tos visus|visas viņas|viņas visas|them all|all of them|every one of them|each of them|их всех|всех их|каждого из них|каждую из них)(?!\w)"
)
_PLACES = {  # that nobody but their people answers in
    "lv": r"(?:(?-i:[A-ZĀČĒĢĪĶĻŅŠŪŽ])\w*\s){0,2}(?:(?:dalīb)?valst(?:is|īs)|reģion(?:i|os)|novad(?:i|os)|pilsētās|pagast(?:i|os))",
    "en": r"(?:(?:(?-i:[A-Z])\w*|other|different|member)\s){0,3}(?:states|countries|nations|regions|cities|towns|municipalities|districts|counties|parishes|locations)",
    "ru": r"(?:(?-i:[А-ЯЁ])\w*\s){0,2}(?:стран(?:ах|ы)?|государств(?:ах|а)?|регион(?:ах|ов|а)|област(?:ях|ей)|город(?:ах|ов)|район(?:ах|ов))",
}


_SHORT_MONTHS = (
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|янв|фев|мар|апр|авг|сент?|окт|ноя|дек)\.?"
)


def is_day(words: str, match: re.Match[str], text: Text) -> bool:
    """Whether a number `n` is a day of a month: `until December 23, 2024`, `до 23 декабря`."""
    month = rf"(?:{text.words.months}|{_SHORT_MONTHS})"
    before, after = words[: match.start("n")], words[match.end("n") :]
    if regex.match(
        rf"(?:\.|st|nd|rd|th|-?го|-?е)?(?: of)?\s{month}(?!\w)", after, regex.IGNORECASE
    ):
        return True
    return regex.search(rf"(?<!\w){month}\s$", before, regex.IGNORECASE) is not None


@kept_of_words
def _is_named(after: str, text: Text) -> bool:
    """Whether a number is one of persons by the noun behind it, or of those who `replied`."""
    known = word_pattern(f"{text.words.people}|{_ASKED[text.lang]}")
    return any(known.match(word) for word in regex.split(r"\s", after[:50].strip())[:3])


def survey_size(found: Sequence[Size], text: Text) -> tuple[int, bool]:
    """(the number of all who answered, whether plain percents are surely of them) by `sizes`; 0 where unclear.

    Sure where the document says that its percents are of so many, or that all of so many answered,
    or that nothing is weighted.
    """
    told: dict[int, int] = {}
    for size in found:
        told[size.value] = told.get(size.value, 0) + 1 + 3 * size.said + size.whole + size.named
    if not told:
        return 0, False
    best = max(told, key=lambda value: (told[value], value))
    stated = [size.value for size in found if size.said]  # of those asked further less than of all
    best = max(stated) if best in stated else best
    often = max((value for value in told if told[value] > 1), default=max(told))
    said = any(size.said for size in found if size.value == best)
    if told[best] < 2 or (best * 4 < often and not said):
        best = often  # a few who were asked besides are not the survey
    unweighted = word_pattern(_WHOLE[text.lang]).search(text.whole) is not None
    return best, unweighted or said
