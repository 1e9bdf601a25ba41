"""One or two persons told in prose with where they are and what they answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.language import words_of
from atbalss.audit.numerals import value_of
from atbalss.audit.sheet_words import question_in
from atbalss.audit.sheets import sheets_of
from atbalss.audit.stems import stems
from atbalss.audit.text import Text, word_pattern

_ONE = {  # one or two, before the noun
    "lv": r"vien(?:s|a|īgais|īgā|am|ai|īgajam|īgajai)|div(?:i|as|iem|ām)|ab(?:i|as|iem|ām)",
    "en": r"one|two|both|single|sole|lone|the only",
    "ru": r"од(?:ин|на|ному|ной)|два|две|двое|двоим?|оба|обе|обоим|обеим|единственн\w{2,3}|одинок\w{2}",
}
PERSON = {  # and whoever by an ending is somebody's trade
    "lv": r"meiten\w+|zēn\w+|puiš\w+|puis\w+|jaunieš\w+|jauniet\w+|vecmāt\w+|pavār\w+|šofer\w+|inženier\w+|ārst\w+|skolēn\w+|pacient\w+|iestādes vadītāj\w*|mācītāj\w*|zvejniek\w*|grāmatved\w*|vīriet\w+|vīrieši|sieviet\w+|deklarant\w*|medmās\w*|farmacei\w+|mehāniķ\w*|audžuģimen\w+|ģimen\w+"
    r"|[^\W\d_]{3,}(?:tāj|niek|niec|ist|ator|ent|iet|īt)(?:s|a|i|as|is|e|es|am|ai|iem|ām|ājs)",
    "en": r"girls?|boys?|nurses?|guards?|chefs?|aides?|brothers?|sisters?|mothers?|fathers?|midwi(?:fe|ves)|cooks?|priests?|monks?|judges?|users?|mechanics?|famil(?:y|ies)|carers?|pupils?|tutors?|recruits?|coach(?:es)?|clerks?|man|woman|men|women|child|children|person|people|(?!answer|number|letter|centre|center|quarter|computer|order|paper|offer|matter|winter|summer|newsletter|member state|poster|counter|theatre|chapter)[a-z]{2,}(?:or|er|ist|ian|ant|ent|ee|nurse|clerk|chef|pupil|tutor|aide|guard)s?",
    "ru": r"медсестр\w+|сестр[аы]|повар\w*|акушер\w+|[^\W\d_]{4,}их[аи]|человек\w*|механик\w*|медик\w*|семь[яи]|священник\w*|мужчин\w*|женщин\w*|врач\w*|жител\w+|участник\w*|[^\W\d_]{3,}(?:тел[ьяюи]|ник\w{0,2}|ниц[аыуе]|ист\w{0,2}|ор|ора|ору|ер|ера|ент\w{0,2}|евт\w{0,2}|ант\w{0,2}|к[аи])",
}
TOLD = {
    "lv": r"(?:ne)?apmierināt\w*|(?:ne)?uzticas|neviens|saka|sacī\w+|aizies|pārtrauks|sūdzē\w+|žēlo\w+|cietuš\w*|cieta|ziņo\w*|norād\w+|atzin\w+|minēj\w+|atbildēj\w+|piedzīvoj\w+|lūdz\w*|pieprasī\w+|saskār\w+|slimo\w*|vēl(?:as|ējās)|grib\w*|kritizē\w*|atteic\w+|atteikuš\w+|grasās|plāno\w*|iebil\w+|ir pret|vērtē\w*|novērtē\w*|meklē\w*|neuzticas|nepatīk|pārtrau\w+|aiziet|pamet\w+|teic\w*|teica|stāst\w+|apgalvo\w*|jūtas|jutās|uzskat\w+|domā\w*|pauda|pauž|izteic\w+|noraid\w+|nezin\w+|nevar\w*|nesaņ\w+|nebij\w+|nav|lieto|atklāj\w*|baid\w+|raksturo\w*",
    "en": r"(?:dis|un)?satisfied|nobody|no one|trusts?|complain\w*|suffer\w*|report(?:s|ed)|sa(?:id|ys)|admit\w*|answer(?:s|ed)|experienced|harass\w*|victims?|unhappy|want(?:s|ed)?|criti[cs]\w+|refuse[sd]?|bullied|happy|accuse[sd]?|disclose[sd]?|described|intends?|will leave|plans?|oppose[sd]?|dislike[sd]?|rate[sd]?|looking for|against|leaving|resign\w*|thinks?|feels?|felt|threatened|gave|told|called|found|believe[sd]?|claim(?:s|ed)|would not|did not|does not|do not|cannot|could not|struggl\w+|has no|have no|had no|lack(?:s|ed)?|scored|ticked|chose|considers?|considered|wrote|writes|mentioned|objected|replied|voted|fears?|feared|marked",
    "ru": r"(?:не)?дово?л\w+|никто|доверя\w+|пожалова\w+|жалу\w+|пострада\w+|сообщи\w*|говор\w+|уйд\w+|сказал\w*|призна\w*|ответи\w*|испыта\w*|столкну\w+|больн\w+|хо(?:тел|чет|тят)\w*|критик\w+|отказа\w*|заяви\w*|собира\w+|против|оцени\w+|ищ[еу]т|намер\w+|планиру\w+|увол\w+|бросил\w*|считает|считают|утвержда\w+|рассказ\w+|назва\w+|не (?:знает|знают|может|могут|смог\w*|получ\w+|нашл\w+|согла\w+)|нужда\w+|написал\w*|боится|боятся|поставил\w*|отметил\w*|выбрал\w*|счел\w*|сочл\w+|возраж\w+|недоволен",
}
_PLACE = {  # a place or a narrow group, by which they are known
    "lv": r"\d+ gad\w+|(?:vecāk|jaunāk)\w+ par \d+|grupā|(?-i:(?<![.!?] )(?<!^)[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{3,}\w*)|vidū|pagast\w+|ciem\w+|maršrut\w+|filiāl\w+|nodaļ\w+|novad\w+|sal(?:as|ā)|klas\w+|iecirk\w+|maiņ\w+|posten\w+|depo|skol(?:ā|as)|no \w+ģimen\w+|ratiņkrēsl\w*|\w+dzirdīg\w+|\w+redzīg\w+|mūsu",
    "en": r"(?:under|over|aged|below|above) \d+|(?:in|at|from|of|among|on) (?:the |our |their |its |year )?(?:[\w-]+ ){0,3}?(?:village|branch|post|office|ward|unit|department|class|school|family|families|parish|team|station|site|town|group|background|minority|community|island|district|region|floor|shift|route|line|pharmacy|desk|crew|depot|farm|school|parent|brigade|crew|squad|corps|choir|club|shelter|hostel|home|camp|prison|hospital|clinic)|(?:in|at|from|of|on) (?:the )?(?:(?-i:[A-Z][a-z]+)|island|village|north|south|east|west)|in (?:year|grade|form|class) \w+|deaf|blind|wheelchair\w*|our two|dog handlers?",
    "ru": r"(?:старше|моложе|младше) \d+|\d+ лет|(?:в|из|на|среди|с|со) (?:\w+ ){0,3}?(?:(?-i:[А-ЯЁ][а-яё]{2,}\w*)|пос[её]лк\w+|сел[аоеу]\w*|отдел\w*|филиал\w*|класс\w*|школ\w+|смен\w+|групп\w+|семь\w*|семей|участк\w*|остров\w*|бригад\w*|маршрут\w*|палат\w+)|\w+ отделени\w+|класс\w*|наши\w*|слаб\w+(?:ых|ие)|глух\w+|незряч\w+|кресл\w+-коляс\w+",
}
_NO_CELL = r"\s(?:in(?! the| these| those)|out of|of|per|no|uz|из|на)\s(?:\w+\s)?(?:\d+(?!\.\s\w)|two|three|four|five|ten|every|the(?! (?:brigade|crew|squad|corps|choir|club|shelter|hostel|village|parish|ward|team|island|station)\b)|all|these|those|div\w+|trim|četr\w+|piec\w+|desmit\w*|tiem|šiem|двух|тр[её]х|пяти|десяти|них)(?!\w)"
_OF_TWO = {  # one of a group of two, whatever else is said
    "lv": r"(?:no|starp) (?:abiem|abām|divām|diviem) (?:aptaujā|dalīb|respond|atbild)\w+[^.;:]{0,60}? vien[sai]\w{0,2}|vien[sa] no (?:abiem|abām|divām|diviem) (?:mūsu |savām |saviem )?\w+",
    "en": r"(?:of|among) (?:the |our )?two (?:respondents|participants|people|persons|of those asked)[^.;:]{0,60}? (?:one|both|neither)|one of (?:our|the|their|its) two (?!(?:upper|lower|top|bottom|highest|lowest|best|worst|first|last|middle|positive|negative|answers?|options?|questions?|ratings?|categories|reasons|statements)(?!\w))[\w-]+",
    "ru": r"(?:среди|из) (?:двух|двоих|обоих) (?:участн|опрош|респонд|ответ)\w+[^.;:]{0,60}? (?:один|одна|оба|обе|никто)|од(?:ин|на) из (?:двух|обоих|обеих) (?:наших |своих )?\w+",
}
_ALONE = {  # told of without a noun
    "lv": r"\((?:n ?= ?)?[12] (?:cilvēk\w+|person\w+)|div(?:i|as)(?= (?:sūdzē|žēlo|cieta|ziņo|norād|atzin))",
    "en": r"\((?:n ?= ?)?[12] (?:people|persons?|respondents?)|(?<=, )(?:only )?(?:one|two)(?= (?:came|had|was|were|could|gave|\w+ed) )|(?:one|two)(?= (?:said|complained|reported|admitted|suffered|had been))",
    "ru": r"\((?:n ?= ?)?[12] (?:человека?|чел)|двое|(?:один|одна)(?= (?:пострада|пожалов|сообщ))",
}
_OF_FEW = regex.pattern(r"(?<!\w)[nN]\s?=\s?[12](?![\d.,]*\d)(?![ \u00a0]\d)")
_COUNTED = regex.pattern(
    r"\((?:only |tikai |лишь |всего )?[12] (?:of|out of|no|из) (?:the |visiem |всех )?\d{2,5}(?=[),; ])"
)
_SOLE = {  # who alone was asked
    "lv": r"vienīg(?:ais|ā) (?:aptaujāt|respondent|atbildētāj|dalībni)\w+",
    "en": r"the (?:only|one|sole) (?:\w+ )?(?:respondent|participant|(?:person|one|man|woman|\w+(?:er|or|ist|ian|nurse)) (?:asked|interviewed|surveyed|questioned|who (?:answered|replied|took part)))",
    "ru": r"единственн(?:ый|ая) (?:опрошенн|респондент|участни|ответивш)\w+",
}
_OUT_OF = regex.any_case(  # `1 of 2 (50 %)`, `two clients of 186 (1 %)`, `(one of 26, 4 %)`
    r"(?<![\w.,–-])(?:(?P<one>1|one|vien[sa]|од(?:ин|на))|2|two|div(?:i|as)|дв(?:а|е|ое))(?! (?:of|out of|no|из) (?:5|10)\s)(?: [^\W\d]+){0,2}? (?:of|out of|no|из) (?:the )?(?P<n>\d{1,3})(?: [^\W\d]+){0,2}(?: \(|, (?=[\d.,]+\s?%\)))(?P<p>\d{1,3}(?:[.,]\d)?)\s?%"
)
_SLICED = regex.any_case(
    r"(?<!\w)(?:treš|ceturt|piekt|sest|septīt|astot|devīt|desmit)\w*daļ|(?<!\w)(?:thirds?|quarters?|fifths?|tenths?)(?!\w)|(?<!\w)(?:трет|четверт|пят|десят)(?:ых|ьих|ая|ей|ьи|и)(?!\w)"
)
_BOTH_DID = r",\s(?:un|and|и)\s(?:abi|abas|both|оба|обе)\s\w|(?<!\w)(?:abi|abas|both|оба|обе)\s\w"
_OTHER_SHARE = regex.pattern(
    r"(?<![\d.,])(?!(?:0|50|100)\s?%)\d+(?:[.,]\d+)?\s?%"
)  # not of one or two
_OF_THE_TWO = regex.any_case(r"(?:no|starp|of|among|среди|из)\s")
_REPLIED_NOT = regex.any_case(  # of whom no answer is told
    r"(?<!\w)(?:atteic|nepiedal|neatbild|did not (?:answer|reply|take)|refus|declin|not (?:asked|surveyed|interviewed)|отказ|не (?:ответ|участв))"
)
_DID = regex.pattern(
    r"\s(?![a-z])|\s(?:\w+ed|had|was|got|came|went|chose|said|took|found|gave|did)\s"
)
METHOD = r"interviewers?|intervētāj\w*|интервьюер\w*|mājsaimniecīb\w+|household|each|every|katr\w+|кажд\w+|per|not? (?:one|two)|nevien\w*|authors?|autor\w*|автор\w*"


@cache
def _few(lang: str) -> re.Pattern[str]:
    return regex.any_case(
        rf"(?<![\w(-])(?:(?:{_ONE[lang]})(?! (?:in|out|of|no|из) )(?: [\w-]+){{0,2}}? (?:{PERSON[lang]}|{words_of(lang).people})"
        rf"|{_OF_TWO[lang]}|{_ALONE[lang]})(?!\w)"
    )


@cache
def _half(lang: str) -> re.Pattern[str]:
    """One of two persons told of before: `two tenants answered, and one of them (50 %) …`."""
    return regex.any_case(
        rf"(?<!\w)(?:two|div(?:i|as|iem|ām)|дв(?:а|е|ое|ух|оих))(?: [\w-]+){{0,2}}? (?:{PERSON[lang]}|{words_of(lang).people})(?!\w)[^.%]{{0,120}}?(?<!\w)(?:one|vien[sai]\w{{0,2}}|од(?:ин|на|ному|ной))(?: [^\W\d]+){{0,3}} \(50(?:[.,]0)?\s?%\)"
    )


def _told_ahead(before: str, lang: str) -> re.Match[str] | None:
    """What is told right before those who told it: `par to sūdzējās divi …`, `пожаловались двое …`."""
    clause = regex.split(r"[,;.]\s", before)[-1]
    found = list(word_pattern(TOLD[lang]).finditer(clause)) if lang != "en" else []
    near = [match for match in found if len(clause[match.end() :].split()) <= 2]
    return near[-1] if near else None


def _is_counted(match: re.Match[str], lang: str) -> bool:
    """Whether "one" or "two" ends a larger number, or counts percents: `eighty-two per cent of`."""
    tens = regex.search(r"([^\W\d_]+)[ -]$", match.string[: match.start()])
    larger = tens is not None and value_of(tens.group(1), lang) >= 20
    return larger or word_pattern(words_of(lang).percent).search(match.group(0)) is not None


def _counted_of(words: str, lang: str) -> re.Match[str] | None:
    """One or two of so many, where the share beside it is theirs."""
    for match in _OUT_OF.finditer(words):
        share = (100 if match["one"] else 200) / int(match["n"])
        if abs(share - float(match["p"].replace(",", "."))) <= 0.6:
            return match
    return _half(lang).search(words)


def _sole(words: str, text: Text) -> re.Match[str] | None:
    """The only one of a group who was asked, with what that one told."""
    match = word_pattern(_SOLE[text.lang]).search(words)
    told = word_pattern(TOLD[text.lang])
    if match is None or _REPLIED_NOT.search(words):
        return None
    shared = regex.match(r"[^.;%]{0,60}\(\d+(?:[.,]\d+)?\s?%\)", words[match.end() :])
    return match if shared or told.search(words) else None


def _is_answer(match: re.Match[str], text: Text, claims: Claims) -> re.Match[str] | None:
    """Whether what one of those asked is told to have done is what a question and one of its answers name."""
    after = match.string[match.end() :]
    if not word_pattern(text.words.people).search(match.group(0)) or not _DID.match(after):
        return None
    said = _begun(after, text)
    for sheet in sheets_of(text, claims):
        asked = _begun(question_in(sheet.asked), text)
        if said & asked and any(said & _begun(label, text) - asked for label in sheet.labels):
            return match
    return None


def _begun(words: str, text: Text) -> set[str]:
    return {stem[:4] for stem in stems(words, text.lang)}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Sentences that give what one or two persons of a named group or place answered."""
    lang = text.lang
    begun = word_pattern(rf"{_ONE[lang]}|(?<=\()[12]|(?<== )[12]")
    few = _few(lang)
    for sentence in text.prose:
        words = sentence.text
        of_few = _OF_FEW.search(words)
        counted = _COUNTED.search(words) or _counted_of(words, lang) or _sole(words, text)
        if counted and not word_pattern(METHOD).search(words):
            at = spot(text, sentence, counted.start(), counted.end())
            yield finding(text, "small-cell", at, code="small-cell-told", words=counted.group(0))
            continue
        if of_few and claims.of(sentence):
            at = spot(text, sentence, of_few.start(), of_few.end())
            yield finding(text, "small-cell", at, code="small-cell-told", words=of_few.group(0))
            continue
        if not begun.search(words) or word_pattern(METHOD).search(words):
            continue
        for match in few.finditer(words):
            beside = regex.match(r"\s\(\d+(?:[.,]\d+)?\s?%\)", words[match.end() :])
            if "%" in words and not beside and _OTHER_SHARE.search(words):
                continue
            if _is_counted(match, text.lang) or _SLICED.search(match.group(0)):
                continue
            two = regex.match(_OF_TWO[lang], match.group(0), regex.IGNORECASE) is not None
            if not two and regex.match(_NO_CELL, words[match.end() :], regex.IGNORECASE):
                continue
            told = word_pattern(TOLD[lang]).search(words, match.start() if two else match.end())
            told = told or _told_ahead(words[: match.start()], lang)
            told = told or regex.search(_BOTH_DID, words[match.end() :], regex.IGNORECASE)
            told = told or _OF_THE_TWO.match(match.group(0))
            told = told or _is_answer(match, text, claims)
            if told is None or not (two or word_pattern(_PLACE[lang]).search(words)):
                continue
            at = spot(text, sentence, match.start(), match.end())
            yield finding(text, "small-cell", at, code="small-cell-told", words=match.group(0))
            break
