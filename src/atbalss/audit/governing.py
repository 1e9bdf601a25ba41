"""The base that governs a share of a paragraph: `Visitors in wheelchairs (n = 48) …. Yes, said 60 % of them`.

In brackets, or as persons counted: `A visit was reported by 32 patients. … Of them 27 (84 %) …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.numerals import in_words, value_of
from atbalss.audit.stems import stem
from atbalss.audit.text import Sentence, Text, word_pattern

_BASE = regex.pattern(
    r"\(\s?[nN]\s?=\s?(?P<n>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,5})\s?[,;)]|(?<!\w)(?:[nN]\s?=|[Bb]ase:?|[Bb]āze:?|[Бб]аза:?)\s?(?P<m>\d{2,5})(?![\d.,]*\d)"
)
_QUESTION = r"[\"«„“”][^\"»“”]{5,250}[\"»“”]|(?<!\w)(?:was|were|we) (?:also )?asked"
_LEAST = 5  # persons that a percent can be of
_QUOTED = r"[\"«„“”][^\"»“”]{5,250}[\"»“”]"
_FARTHEST = 4  # sentences from the base to its share
_BACK = {  # a share of everybody again, or of some of those just told of
    "lv": r"šogad|šajā gadā|tagad|kopā|kopumā|visi|vis[ui]|visiem|visām|vispār|pārējie|pārējo|pārējiem|citi|citu|tostarp|bet no|no (?:tiem|šiem|tām),? k\w+",
    "en": r"this year|now|overall|in all|altogether|of all|all (?:respondents|clients|those|of)|everyone|everybody|the (?:rest|others|remaining)|other|others|of whom|of those who|including",
    "ru": r"в этом году|теперь|сейчас|в целом|всего|вс[еёя]|всех|всем|остальн\w+|други\w+|в том числе|из тех,? кто",
}


def governing_base(sentence: Sentence, start: int, text: Text) -> int:
    """The one base in brackets before a place of a paragraph, if nothing turns from it; else 0.

    `start` is the place in the sentence. Silent where the sentence goes on to name another base.
    """
    block = text.blocks[sentence.block].text
    at = sentence.start + start
    before = list(_BASE.finditer(block, 0, at))
    if not before or _BASE.search(sentence.text, start):
        return 0
    last = before[-1]
    between = regex.sub(_QUESTION, " ", block[last.end() : at])
    away = word_pattern(f"{text.words.last_wave}|{text.words.group}")
    if turns_back(between, text) or away.search(between):
        return 0
    if regex.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", between):
        return 0
    return int(regex.sub(r"\D", "", last["n"] or last["m"]))


def turns_back(words: str, text: Text) -> bool:
    """Whether words turn from a group to everybody, or to others."""
    return word_pattern(_BACK[text.lang]).search(words) is not None


SLICED = regex.any_case(  # `two thirds of those asked` counts nobody
    r"[\s-](?:halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|in (?:three|four|five|ten)|(?:treš|ceturt|piekt|sest|septīt|astot|devīt|desmit)\w*|no (?:trim|četr\w+|piec\w+|desmit\w+)|трет\w+|четверт\w+|пят(?:ых|ая|ую)|шест(?:ых|ая)|седьм\w+|восьм\w+|девят\w+|десят\w+|из (?:тр[её]х|четыр[её]х|пяти|десяти))(?!\w)"
)
_THEM = {  # those just counted; not `of those who …`
    "lv": r"(?:no|starp)\s(?:tiem|šiem|viņiem|tām|šīm|viņām|kuriem|kurām)(?!,? k\w)|(?:viņu|to) vidū|šīs grupas|šajā grupā",
    "en": r"(?:of|among|out of)\s(?:them|these|those|whom)(?! (?:who|that|with|in|from|not)(?!\w))|(?:of|in) (?:this|that|the) group",
    "ru": r"(?:из|среди)\s(?:них|этих|тех|которых)(?!,? кто)|(?:этой|данной) группы|в (?:этой|данной) группе",
}
_PUT = {  # a question put to those just counted, or to those whose number follows
    "lv": r"(?:viņ|t|š|kur)(?:iem|ām|īm)\s(?:[^\W\d]+\s){0,2}?(?:jautā|vaicā|prasī|uzdeva|uzdevām)\w*|(?:uzdeva|uzdevām|jautāj\w+|vaicāj\w+|atbildēja) (?:tikai|vienīgi)|(?:atsevišķi|papildus) (?:\w+ )?(?:atbildēja|jautāj\w+|vaicāj\w+|aptauj\w+|iztauj\w+)",
    "en": r"(?:who|they|these|all) were (?:also |then |each )?asked|we (?:also |then )?asked (?:them|these|those)|(?:put|asked|addressed) (?:only|solely)|only (?:put|asked)|(?:asked|interviewed|surveyed|answered) separately|separately (?:asked|interviewed|surveyed)|(?:also|separately) (?:spoke|talked) to",
    "ru": r"(?:им|этим \w+|которым) (?:также |ещё |отдельно )?(?:был )?зада\w+|(?:их|этих \w+) (?:также |ещё |отдельно )?спросили|(?:задали|задавали|отвечали|спросили) (?:только|лишь)|отдельно (?:опро[сш]\w+|спрос\w+|ответил\w*|отвечал\w*)",
}

_ASKED = regex.any_case(  # in the clause that counts them; question marks stand for what was asked
    r"[^.;?!]*(?<!\w)(?:(?:jautā|vaicā|prasī|uzdo|uzdev|спросил|спрашивал|зада)\w+|asked|put)(?!\w)[^.;?!]{0,50}\?\?"
)
_NO_COUNT = regex.pattern(  # years, ages, what stands in brackets beside a share, an error
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\([^()]*(?:%|(?:±|\+/-)[^()]*)\)|(?<!\d)\d{2}\s(?:gad\w*|years?|лет|год\w*)(?!\w)"
)
_SEXES = r"vīrie[tš]\w*|sievie[tš]\w*|мужчин\w*|женщин\w*"


def them(words: str, start: int, end: int, lang: str) -> int:
    """Where a share's words point at those just counted: `45 % of them`, `of them 45 %`; -1 where they do not."""
    after = regex.match(
        rf"(?:[)]|\s[^\W\d]+){{0,2}}?,?\s(?:{_THEM[lang]})(?!\w)", words[end:], regex.IGNORECASE
    )
    before = regex.search(
        rf"(?:^|[,;:(.]\s?|\s(?:and|un|и)\s)(?:{_THEM[lang]})(?!\w)[^;:%\d]{{0,60}}$",
        words[:start],
        regex.IGNORECASE,
    )
    return before.start() if before else start if after else -1


_MEASURED = r"%|per ?cent|procent|проц|years?|months?|weeks?|days?|hours?|minutes?|points?|euros?|million|thousand|times|gad|mēneš|nedēļ|dien|stund|minūt|punkt|eiro|milj|tūkst|reiz|лет|год|месяц|недел|дн|час|минут|балл|евро|млн|тыс|раз"
_THING = rf"(?!{_MEASURED})[^\W\d]{{4,}}"  # whatever is counted
_AGED = regex.any_case(  # `those under 30`, `aged 65`
    r"(?<!\w)(?:to|than|under|over|aged|below|above|age|līdz|virs|zem|par|nekā|vecumā|no|до|свыше|старше|моложе|младше|от|с|чем|the)\s$"
)


def of_everybody(words: str, sentence: Sentence, claims: Claims) -> str:
    """Words about a share without `of them`, where the last whole number before is that of all who answered."""
    text, rule = claims.text, rf"(?<!\w)(?:{_THEM[claims.text.lang]})(?!\w)"
    if not regex.search(rule, words, regex.IGNORECASE):
        return words
    begin = text.blocks[sentence.block].text[: sentence.start]
    counted = regex.findall(
        r"(?<![\d.,])\d{2,3}(?:[ ,\u00a0]\d{3})*(?![\d.,]*[\d%]|\s?(?:%|per ?cent|proc|проц))",
        begin,
    )
    last = int(regex.sub(r"\D", "", counted[-1])) if counted else -1
    said = max((size.value for size in claims.sizes if size.said), default=0)
    all_ = (claims.base, claims.survey[0], said)
    return regex.sub(rule, " ", words, flags=regex.IGNORECASE) if last in all_ else words


@cache
def _counted(lang: str, people: str) -> re.Pattern[str]:
    noun = rf"\s(?!per\s?cent|procent|процент)(?:[^\W\d]\w*\s){{0,2}}?(?P<noun>{people})(?!\w)"
    of = {"lv": "no", "en": "of|out of", "ru": "из"}[lang]
    return regex.any_case(
        rf"(?<![\w.,–-])(?P<n>\d{{1,4}}|{in_words(lang)})(?:\s(?:{of}) (?:the |all |visiem |всех )?\d[\d ,]*)?{noun}"
        rf"|(?<!\w)(?:{of}) (?:the |all |visiem |всех )?\d[\d ,]*{noun.replace('noun', 'whole')}[^\d.;%]{{5,60}}\s(?P<m>\d{{1,4}})(?=[.,;])"
    )


def _things(words: str, text: Text) -> Iterator[tuple[int, re.Match[str]]]:
    """Counts of whatever it is: right before their noun, and no bounds."""
    for value, match in _counts(words, _THING, text):
        beside = match["n"] and len(match[0].split()) == 1 + len(match["n"].split())
        if beside and not _AGED.search(words[: match.start()]):
            yield value, match


def _counts(words: str, noun: str, text: Text) -> Iterator[tuple[int, re.Match[str]]]:
    """Counts of a noun in a piece of text, in digits or small number words; of `32 of the 960 patients` 32."""
    for match in _counted(text.lang, noun).finditer(words):
        printed = match["n"] or match["m"]
        behind = words[match.end("n") :] if match["n"] else ""
        if regex.match(r"(?:19|20)\d\d$", printed) or SLICED.match(behind):
            continue
        value = int(printed) if printed.isdigit() else value_of(printed, text.lang)
        if value >= _LEAST:
            yield value, match


def counted_base(
    sentence: Sentence, start: int, end: int, text: Text, *, bound: bool = False
) -> int:
    """The persons counted before a share (`start` to `end`) that is of them, if nothing turns from them; else 0.

    They are meant by "of them", or where the question was put to them; or anyway (`bound`).
    """
    words, block = sentence.text, text.blocks[sentence.block].text
    place = them(words, start, end, text.lang)
    pointed = place >= 0
    told = block[: sentence.start + (place if pointed else start)]
    told = regex.sub(_QUOTED, lambda match: "?" * len(match[0]), told)
    if not (bound or pointed or "??" in told or word_pattern(_PUT[text.lang]).search(told)):
        return 0
    found = list(_counts(told, text.words.people, text))
    if pointed and not found:
        found = list(_things(told, text))
    begins = _begins(told, found[-1][1].start()) if found else 0
    if sum(match.start() >= begins for _, match in found) != 1:
        return 0
    base, match = found[-1]
    asked = _ASKED.match(told, match.end())
    if not pointed and not bound and not asked:
        of_all = word_pattern(rf"(?:\w+\s){{0,3}}(?:{text.words.people})").match(
            words[end:].lstrip()
        )
        if of_all or not word_pattern(_PUT[text.lang]).search(told, begins):
            return 0
    return 0 if _turns(told, begins, match, text) else base


def _begins(told: str, place: int) -> int:
    """Where the sentence of a place begins."""
    return max(told.rfind(mark, 0, place) for mark in (". ", "? ", "! ")) + 1


def _turns(told: str, begins: int, match: re.Match[str], text: Text) -> bool:
    """Whether what follows a count of persons tells of others, counts more, or lies too far away."""
    between = told[match.end() :]
    if turns_back(between, text) or len(regex.findall(r"[^\d][.!?]\s", between)) > _FARTHEST:
        return True
    if regex.search(r"\d", _NO_COUNT.sub("", told[begins : match.start()] + between)):
        return True
    rest = regex.sub(r"^.*?(?:[.;?!]\s|$)", "", between, count=1)
    noun = stem(match["noun"] or match["whole"], text.lang)
    others = word_pattern(f"{text.words.people}|{_SEXES}").findall(rest)
    away = word_pattern(text.words.last_wave).search(between)
    return bool(away) or any(stem(other, text.lang) != noun for other in others)
