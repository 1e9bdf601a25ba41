"""One or two persons told in prose with where they are and what they answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.text import Text, word_pattern

_FEW = {
    "lv": r"(?:(?:vien(?:s|a|īgais|īgā)|div(?:i|as)|abi|abas) )(?:\w+ ){0,2}?(?:PEOPLE)",
    "en": r"(?:the )?(?:only )?(?:one|two|both|single|sole) (?:[\w-]+ ){0,2}?(?:PEOPLE)",
    "ru": r"(?:од(?:ин|на)|два|две|оба|обе|единственн\w{2}) (?:\w+ ){0,2}?(?:PEOPLE)|двое|(?:один|одна)(?= пострада| пожалов| сообщ)",
}
_MORE = {
    "lv": r"iestādes vadītāj\w*|mācītāj\w*|māksliniek\w*|zvejniek\w*|grāmatved\w*|vīriet\w+|vīrieši|sieviet\w+|ārzemniek\w*|deklarant\w*",
    "en": r"man|woman|declarants?|resident|patient|pupil|child|parent|person|tutor|worker|employee|customer|client|visitor|respondent|student|user|passenger|reader|farmer|tenant|member|officers?|managers?|men|women|clerks?|nurse|doctor|teacher|driver",
    "ru": r"мужчин\w*|женщин\w*|человек\w*|пациент\w*|работни[кц]\w*|сотрудни[кц]\w*|жительниц\w*|жител\w+|клиент\w*|студент\w*|учител\w+|ученик\w*|родител\w+|врач\w*|пользовател\w+|посетител\w+|респондент\w*|пассажир\w*|читател\w+",
}
_TOLD = {
    "lv": r"(?:ne)?apmierināt\w*|sūdzēj\w+|cietuš\w*|cieta|ziņoja|norādīja|atzina|minēja|atbildēja|piedzīvoj\w+|lūdza|pieprasī\w+|saskār\w+|slimo\w*|vēlējās|kritizē\w*|atteic\w+",
    "en": r"(?:dis|un)?satisfied|complain\w*|suffer\w*|reported|said|admitted|answered|experienced|harass\w*|victims?|unhappy|wanted|criticised|criticized|refused|bullied|happy|accused|disclosed|described",
    "ru": r"(?:не)?доволь?н\w*|пожалова\w+|жалу\w+|пострада\w+|сообщил\w*|сказал\w*|признал\w*|ответил\w*|испытал\w*|столкну\w+|больн\w+|хотел\w*|критик\w+|отказал\w*|заявил\w*",
}
_PLACE = {
    "lv": r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{3,}\w*|starp|vidū|pagast\w+|ciem\w+|maršrut\w+|filiāl\w+|nodaļ\w+|no \w+ģimen\w+",
    "en": r"(?i:in|at|from|of|among) (?:the )?(?:[\w-]+ ){0,3}?(?:village|branch|post|office|ward|unit|department|class|school|family|families|parish|team|station|site|town|group|background|minority|community)|(?i:in|at|from|of) (?:the )?(?:[A-Z][a-z]+|island|village|north|south|east|west)",
    "ru": r"(?i:в|из|на|среди) (?:\w+ ){0,3}?(?:[А-ЯЁ][а-яё]{2,}\w*|посёлк\w+|сел\w+|отдел\w+|филиал\w+|класс\w*|школ\w+|смен\w+|групп\w+|семь\w*|семей)",
}
_NO_CELL = r"\s(?:in|out of|of|per|no|uz|из|на)\s(?:\w+\s)?(?:\d+|two|three|four|five|ten|every|the|all|these|those|div\w+|trim|četr\w+|piec\w+|desmit\w*|tiem|šiem|двух|тр[её]х|пяти|десяти|них)(?!\w)"
_BOTH_DID = r",\s(?:un|and|и)\s(?:abi|abas|both|оба|обе)\s\w"
_METHOD = r"interviewers?|intervētāj\w*|интервьюер\w*|mājsaimniecīb\w+|household|each|katr\w+|кажд\w+|per|not? (?:one|two)|nevien\w*"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Sentences that give what one or two persons of a named group or place answered."""
    lang = text.lang
    people = rf"{text.words.people}|{_MORE[lang]}"
    few = word_pattern(_FEW[lang].replace("PEOPLE", people))
    for sentence in text.prose:
        words = sentence.text
        for match in few.finditer(words):
            around = words[max(0, match.start() - 60) : match.end() + 120]
            if re.match(_NO_CELL, words[match.end() :], re.IGNORECASE):
                continue
            if re.search(r"%|\d\s?$", around[: match.start()][-12:]) or "%" in words:
                continue
            if word_pattern(_METHOD).search(words):
                continue
            told = word_pattern(_TOLD[lang]).search(words, match.end())
            told = told or re.search(_BOTH_DID, words[match.end() :], re.IGNORECASE)
            place = re.compile(rf"(?<!\w)(?:{_PLACE[lang]})").search(
                words, lang == "lv" and not re.match(r"[Mm]aršrut|\w+ pagast", words)
            )
            if told is None or place is None:
                continue
            at = spot(text, sentence, match.start(), match.end())
            yield finding(text, "small-cell", at, code="small-cell-told", words=match.group(0))
            break
