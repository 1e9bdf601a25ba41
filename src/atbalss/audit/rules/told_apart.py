"""One or two of a number of respondents who are told apart: `16 readers, two of them at the Hill branch`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.language import words_of
from atbalss.audit.numerals import in_words, value_of
from atbalss.audit.rules.persons import METHOD, PERSON, TOLD
from atbalss.audit.stems import stem
from atbalss.audit.text import Sentence, Text, word_pattern

_FEW = {  # before a noun or in its place, in any case
    "lv": r"vien(?:s|a|u|am|ai)|div(?:i|as|us|iem|ām)|ab(?:i|as|us|iem|ām)|[12]",
    "en": r"one|two|both|a single|[12]",
    "ru": r"од(?:ин|на|ного|ной|ну|ному)|дв(?:а|е|ое|оих|ух|оим|ум)|об(?:а|е|оих|еих)|[12]",
}
_THINGS = {  # what follows a number that counts nobody, or a part of a whole
    "lv": r"(?:treš|ceturt|piekt|sest|desmit)\w*|daļ\w*|no (?:trim|trijām|četr\w*|piec\w*|desmit\w*|\d+)|procent\w*|punkt\w*|gad\w*|mēne\w*|nedēļ\w*|dien\w*|stund\w*|minū\w*|reiz\w*|jautājum\w*|atbild(?:i|es|ēm|ēs)|variant\w*|iemesl\w*|lapp\w*|vai (?:trīs|div\w+|vairāk\w*)|līdz|un pus\w+|otr\w+",
    "en": r"thirds?|quarters?|fifths?|tenths?|halves|(?:in|out of|of) (?:three|four|five|ten|every|\d+)|per ?cent|points?|years?|months?|weeks?|days?|hours?|minutes?|times?|questions?|answers?|options?|reasons?|things?|ways?|pages?|or (?:two|three|more)|to|and a half|another|by one|each|of the (?:main|most|few|chief|best|worst|largest|biggest)",
    "ru": r"трет\w+|четверт\w+|пят(?:ых|ая)|десят\w+|из (?:тр[её]х|четыр\w+|пяти|десяти|\d+)|процент\w*|пункт\w*|год\w*|лет|месяц\w*|недел\w*|д(?:ень|ня|ней)|час\w*|минут\w*|раза?|вопрос\w*|ответ(?:а|ов)?|вариант\w*|причин\w*|страниц\w*|или (?:два|две|двое|три|более)|с половиной|друг\w+|за друг\w+",
}
_OF_THEM = {  # of those just counted
    "lv": r"(?:no|starp) (?:tiem|tām|viņiem|viņām|kuriem|kurām|šiem|šīm)|(?:to|tiem|viņu|kuru) (?:vidū|starpā)",
    "en": r"(?:of|among|amongst) (?:whom|them|these|those)",
    "ru": r"(?:из|среди) (?:них|которых|этих)|в их числе",
}
_KIND = {  # `of these`, which are named: the ending of a noun
    "lv": (r"(?:(?<=[šst]iem)|(?<=šīm)|(?<=tām))", r"[^\W\d]{4,}(?:iem|ām|ēm|īm)(?!\w)"),
    "en": (r"(?<=[eo]se)", r"[a-z]{4,}s(?!\w)"),
    "ru": (r"(?<=этих)", r"[^\W\d]{4,}(?:ов|ев|ей|ий)(?!\w)"),
}
_AMONG = {  # names some of those just counted
    "lv": r"tostarp|(?:tai|to) skaitā|t\. ?sk\.|ieskaitot",
    "en": r"including|among them|(?:and )?in particular",
    "ru": r"в том числе|включая|в т\. ?ч\.|среди них",
}
_WHO = {  # who are known to be so few: `the two who use a wheelchair`
    "lv": r"(?:tie|šie|tās|šīs)? ?(?:divi|divas|abi|abas|vienīg(?:ais|ā)),? (?:kas|kuri|kuras|kurš|kura)(?!\w)",
    "en": r"both who(?:se)?(?!\w)|the (?:one|two|only one|only two)(?: \w+)? (?:who|whose|from|at|in|with|aged|living)(?!\w)",
    "ru": r"(?:те|эти)? ?(?:двое|две|оба|обе|единственн(?:ый|ая)),? (?:кто|котор\w+)(?!\w)",
}
_DID = {  # how few as the subject, and what those do by whom a thing is told
    "lv": (
        r"divi|divas|abi|abas",
        r"(?!no )(?:[^\W\d]+ ){0,4}?[^\W\d]{2,}(?:[jmvzdcgkslr]a|jās|uši|ušas)(?!\w)",
    ),
    "en": (
        r"two|both",
        r"(?:also |even |never )?(?!of |in |out )(?:[a-z]+ed|had|were|was|came|went|got|left|made|took|gave|did|could|sent|lost|paid|bought)(?!\w)",
    ),
    "ru": (r"двое|два|две|оба|обе", r"(?!из )(?:[^\W\d]+ ){0,3}?[^\W\d]{3,}(?:ли|лись)(?!\w)"),
}
_PART_OF = {  # `21 of 715 respondents`
    "lv": r"\d (?:\w+ )?no (?:vis\w+ )?$",
    "en": r"\d (?:\w+ )?(?:out )?of (?:the |all |our )*$",
    "ru": r"\d (?:\w+ )?из (?:вс\w+ )?$",
}
_ONLY = r"(?:tikai|vien|vismaz|precīzi|only|just|exactly|at least|лишь|только|всего|ровно|хотя бы)"
_FEWEST = 3
_OF = {
    "lv": r"(?:^|[,;(] )(?:no|starp) (?:\w+ )?$",
    "en": r"(?:^|[,;(] )(?:of|among) (?:the |our |these |those )*$",
    "ru": r"(?:^|[,;(] )(?:из|среди) (?:\w+ )?$",
}
_RATIOS = frozenset({1, 2, 5, 10, 20, 100})  # `of ten readers, two say` tells a share
_NEAR = 160  # letters from a number to those told apart of it
_NO_ANSWER = {  # tells of the field and of no answer
    "lv": r"neatbildē\w*|atteic\w* (?:no|atbild\w*|piedal\w*)|atteikuš\w*|nepiedalīj\w*|izslēg\w*|nesasnie\w*|nederīg\w*|interv\w*|neaizpild\w*",
    "en": r"did not (?:answer|reply|respond|take part|return)|(?:refus|declin)\w* (?:to (?:answer|reply|take)|the)|exclud\w*|interview\w*|spoil\w*|invalid|unusable|could not be reached",
    "ru": r"не (?:ответил|участвовал|вернул)\w*|отказ\w* (?:от\w*|участ\w+)|исключ\w*|интервью\w*|испорч\w*|недействит\w*|не удалось",
}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """At most one finding a sentence."""
    few = regex.any_case(rf"(?<![\w.,–-])(?:{_FEW[text.lang]})(?![\w-]|[.,]\d|\s?%)")
    for sentence in text.prose:
        if not few.search(sentence.text) or word_pattern(METHOD).search(sentence.text):
            continue
        if word_pattern(_NO_ANSWER[text.lang]).search(sentence.text):
            continue
        match = _apart(sentence, text, claims)
        if match is not None:
            at = spot(text, sentence, match.start(), match.end())
            yield finding(text, "small-cell", at, code="small-cell-told", words=match.group(0)[:60])


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    """The ways to tell one or two apart: of them, among them by a noun, by who they are."""
    things = rf"(?!\s(?:{_THINGS[lang]})(?!\w))"
    few = rf"(?<![\w.,–-])(?:{_ONLY} )?(?:{_FEW[lang]})(?![\w-]|[.,]\d|\s?%){things}"
    person = rf"(?:{PERSON[lang]}|{words_of(lang).people})(?!\w)"
    named = rf"(?=\s(?:[^\W\d]+\s){{0,2}}?{person})"
    kind = rf"(?!{_KIND[lang][0]} (?!{person}){_KIND[lang][1]})"  # `both of these questions`
    return tuple(
        regex.any_case(way)
        for way in (
            rf"(?<!\w)(?:{_OF_THEM[lang]})(?! who| with)(?: [^\W\d]+){{0,2}}? {few}",
            rf"{few} (?:{_OF_THEM[lang]})(?!\w)(?! (?:in|of) ){kind}",
            rf"(?<!\w)(?:{_AMONG[lang]})(?: arī| also| и)? {few}{named}",
            rf"(?<!\w)(?:{_WHO[lang]})",
            rf"(?<=[,;–—(] )(?:[^\W\d][\w-]*\s){{0,3}}{_ONLY} (?:{_FEW[lang]})(?=\s?[–—:]|[,;.)])",
        )
    )


def _apart(sentence: Sentence, text: Text, claims: Claims) -> re.Match[str] | None:
    """Where one or two are told apart of a number of respondents in a sentence or in the one before."""
    alone = _doing(text.lang).search(sentence.text)
    if alone is not None and is_respondents(alone["of"], text, claims):
        return alone
    before = text.sentences[sentence.order - 1] if sentence.order else None
    ahead = before.text + " " if before is not None and before.block == sentence.block else ""
    for pattern in _patterns(text.lang):
        for match in pattern.finditer(sentence.text):
            told = ahead + sentence.text[: match.start()]
            if _counts_respondents(told[-_NEAR:], text, claims):
                return match
    return _summed(sentence.text, text, claims) or _of_so_many(sentence.text, text, claims)


@cache
def _doing(lang: str) -> re.Pattern[str]:
    """`Two readers returned their books through a neighbour`: what so few did, at the beginning."""
    return regex.any_case(
        rf"^(?:{_ONLY} )?(?:{_DID[lang][0]}) (?P<of>{words_of(lang).people})(?<=[sicnеаяый])(?= {_DID[lang][1]})"
    )


@cache
def _counted(lang: str) -> re.Pattern[str]:
    number = rf"\d{{1,3}}(?:[ \u00a0,]\d{{3}})+|\d{{1,5}}|{in_words(lang)}|двое"
    return regex.any_case(
        rf"(?<![\w.,±–-])(?P<n>{number})(?![\w%]|[.,]\d|\.\s?[a-zāčēģīķļņšūž]|\s?%)(?=(?P<of>(?:\s[^\W\d][\w-]*){{0,4}}))"
    )


def _counts_respondents(words: str, text: Text, claims: Claims) -> bool:
    """Whether the last number of some words counts those who answered, and not all of them."""
    found = [*_counted(text.lang).finditer(words)]
    if not found:
        return False
    value = _value(found[-1], text)
    of_all = regex.search(_PART_OF[text.lang], words[: found[-1].start()])
    if value < _FEWEST or (value == claims.base and not of_all):
        return False
    of = found[-1]["of"] or words[: found[-1].start()].rpartition(". ")[2]  # `readers numbered 16`
    return is_respondents(of, text, claims)


def _summed(words: str, text: Text, claims: Claims) -> re.Match[str] | None:
    """The one or two among the parts of a number: `11 readers: nine in the centre and two in Hill Street`."""
    found = [*_counted(text.lang).finditer(words)]
    for place, item in enumerate(found[:-2]):
        opened = regex.match(r"[^.;\d]{0,60}[:(–—]", words[item.end() :])
        if opened is None or not is_respondents(item["of"], text, claims):
            continue
        parts = [_value(part, text) for part in found[place + 1 :]]
        for last in range(2, len(parts) + 1):
            if sum(parts[:last]) == _value(item, text) and 0 < min(parts[:last]) < _FEWEST:
                return found[place + 1 + parts.index(min(parts[:last]))]
    return None


def _of_so_many(words: str, text: Text, claims: Claims) -> re.Match[str] | None:
    """`Of the 14 readers over 80, two said that they would not come again`."""
    lang = text.lang
    told = regex.any_case(
        rf"[^.;:]{{1,90}}?[ ,](?:{_ONLY} )?(?:{_FEW[lang]})(?! (?:{_THINGS[lang]})(?!\w))(?=(?: [\w-]+){{0,2}} (?:{TOLD[lang]})(?!\w))"
    )
    for item in _counted(lang).finditer(words):
        begins = regex.search(_OF[lang], words[: item.start()], regex.IGNORECASE)
        if begins is None or not is_respondents(item["of"], text, claims):
            continue
        match = told.match(words, item.end())
        if match is not None and _value(item, text) not in _RATIOS:
            return match
    return None


def _value(match: re.Match[str], text: Text) -> int:
    said = match["n"]
    if said[0].isdigit():
        return int(regex.sub(r"\D", "", said))
    return value_of(said, text.lang) or 2


def is_respondents(words: str, text: Text, claims: Claims) -> bool:
    """Whether words behind a number name those who were asked, as the report calls them."""
    if word_pattern(text.words.people).search(words):
        return True
    called = {stem(word, text.lang) for word in claims.people[:4]}
    return any(stem(word, text.lang) in called for word in words.split())
