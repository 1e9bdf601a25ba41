"""Sentences that count one or two beside their share or their answer: `two more (5 %) named it`, `Yes: 2 people`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.kept import read_once
from atbalss.audit.numerals import in_words
from atbalss.audit.possible_percents import is_weighted
from atbalss.audit.rules.bases import numeral
from atbalss.audit.rules.persons import TOLD
from atbalss.audit.rules.small import is_of_persons
from atbalss.audit.text import Sentence, Text, word_pattern

_FEW = 2
_LEAST = 10
_MOST = 200  # persons of a group whose share of one or two is told
_ONE = {
    "lv": r"(?:viens|viena|divi|divas|abi|abas|[12])(?! no (?:\w+ )?(?:div|abiem|abām|trim|četr|piec|seš|desmit|\d))",
    "en": r"(?:one|two|both|1|2)(?! (?:in|out of|of the (?:two|three|four|five|\d+)|or|to) )",
    "ru": r"(?:один|одна|двое|две|два|оба|обе|[12])(?! из (?:двух|тр[её]х|четыр|пяти|десяти|\d))",
}
_NO_ANSWER = {  # what is told of the field, not of an answer
    "lv": r"neatbildē\w*|atteic\w*|nepiedalīj\w*|izslēg\w*|nesasniedz\w*|intervētāj\w*|anket[ua]\w{0,2} (?:\w+ ){0,2}(?:nederīg|bojāt)\w*|katr\w*",
    "en": r"did not (?:answer|reply|take part|return)|refus\w*|declin\w*|excluded|interviewers?|spoil\w*|invalid|each|every",
    "ru": r"не (?:ответил|участвовал|вернул|приш)\w*|отказал\w* (?:отвечать|участвовать)|исключ\w*|интервьюер\w*|испорч\w*|недействит\w*|кажд\w*",
}
_THINGS = {  # what is counted that is nobody
    "lv": r"jautājum\w*|variant\w*|atbild(?:i|es|ēm)|reiz\w*|nedēļ\w*|dien\w*|gad\w{0,3}|mēne\w*",
    "en": r"questions?|options?|answers|replies|times|weeks?|days?|years?|months?|schools|firms|companies|departments|branches",
    "ru": r"вопрос\w*|вариант\w*|ответ(?:а|ов)|раза?|недел\w*|дн\w*|дня|лет|год\w*|месяц\w*",
}
_AMONG = {  # a group, by which those few are known
    "lv": r"\w+ (?:vidū|grupā|nodaļā|klasē|maiņā|katedrā|filiālē|kursā|brigādē|birojā|cehā)|(?:starp|no) (?:\w+ )?\w{4,}(?:iem|ām|ēm|ajiem|ajām)|no (?:\d+|abiem|abām|diviem|divām)",
    "en": r"among (?:the |our )?[\w-]+|of (?:the |our )?(?:\d+|two|[\w-]{4,}s)|(?:in|at|from|on) (?:the )?[\w-]+",
    "ru": r"среди \w+|из (?:\d+|двух|двоих|них|\w{3,}(?:ов|ев|ей|их|ых))|(?:на|в|во|у) \w{3,}|по \w{4,}",
}
_ANSWER = {  # what one person is told to have answered
    "lv": r"[„“\"«]?(?:jā|nē)[”“\"»]?(?!\w)",
    "en": r"[“\"'‘]?(?:yes|no)[”\"'’]?(?!\w)",
    "ru": r"[«„“\"]?(?:да|нет)[“»”\"]?(?!\w)",
}
_SAID = {
    "lv": r"atbildē\w+|teica|sacīj\w+|atzīmēj\w+|norādīj\w+|nobalsoj\w+",
    "en": r"answered|said|replied|voted|ticked|marked|put down",
    "ru": r"ответил\w*|сказал\w*|отметил\w*|проголосовал\w*|выбрал\w*",
}
_SOLE = {
    "lv": r"(?:vienīg(?:ais|ā)|abi|abas)",
    "en": r"(?:the|our|their) (?:one|only|sole|lone|single|two)",
    "ru": r"(?:единственн(?:ый|ая)|оба|обе)",
}
_COUNT = {
    "lv": r"(?:viens|viena|divi|divas|[12]) (?:\w+ )?(?:cilvēk\w*|person\w*|darbiniek\w*|respondent\w*)",
    "en": r"(?:one|two|1|2) (?:[a-z]+ )?(?:people|persons?|employees?|respondents?|members?(?: of staff)?)",
    "ru": r"(?:один|одна|двое|два|две|1|2)(?: \w+)? (?:человека?|сотрудни\w+|работни\w+|респондент\w*)",
}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """One or two of a known number: with their share, as all but the others, or by their answer."""
    if is_weighted(text):
        return
    row = -1
    for sentence in text.prose:
        found = tuple(_in_sentence(text, claims, sentence))
        listed = found and _ROW.search(sentence.text)
        if not (listed and row == sentence.block - 1):
            yield from found
        row = sentence.block if listed else row  # of a list, its first one alone
        yield from _all_but(text, sentence)
    if 0 < claims.base <= _MOST:
        yield from _in_prose(text)


_ROW = regex.pattern(r"^[^.;]{0,60}(?<!\d)[12] ?\(\d[\d.,]*\s?%\)$")


@cache
def _few_told(lang: str) -> re.Pattern[str]:
    return regex.any_case(
        rf"(?<![\w.,–-])(?<!\d )(?<!= )(?<!=)(?:{_ONE[lang]})(?![\w-]|[.,]\d|\s?%|\s\d{{3}}(?!\d))"
    )


def _in_sentence(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    """The one or two of a sentence whose share of a known number of persons stands beside them."""
    own = claims.of(sentence)
    found = list(_few_told(text.lang).finditer(sentence.text))
    bare = regex.sub(r"[„“\"«][^„“”\"«»]*[”“\"»]", " ", sentence.text) if found else ""
    if not found or word_pattern(_NO_ANSWER[text.lang]).search(bare):
        return
    things = regex.any_case(rf"\s(?:[^\W\d]+\s){{0,4}}(?:{_THINGS[text.lang]})(?!\w)")
    for match in found:
        if things.match(sentence.text, match.end()):
            continue
        if _has_share(match, own, claims, text) or _is_of_group(match, sentence, own, text):
            at = spot(text, sentence, match.start(), match.end())
            near = regex.match(
                r"(?:\s?(?:\([^()]*\)|[^\s,.()]+)){1,4}", sentence.text[match.start() :]
            )
            words = near.group(0) if near else match.group(0)
            yield finding(text, "small-cell", at, code="small-cell-told", words=words)
            return


def _has_share(match: re.Match[str], own: tuple[Claim, ...], claims: Claims, text: Text) -> bool:
    """Whether a share in brackets beside one or two is theirs of a number of persons that the document tells."""
    words = match.string
    count = (
        2
        if regex.search(r"2|two|both|div|ab[ia]|дв|об[ае]", match.group(0), regex.IGNORECASE)
        else 1
    )
    for claim in own:
        number = claim.number
        behind = words[match.end() : number.start] if number.start > match.end() else None
        ahead = words[number.end : match.start()] if number.end <= match.start() else None
        beside = (
            behind is not None
            and regex.fullmatch(
                r"(?:\s[^\W\d]+){0,3}\s?(?:\(|[,;] (?:jeb|or|или|т\. ?е\.|i\.e\.)? ?|[–—-] )",
                behind,
            )
        ) or (
            ahead is not None
            and regex.fullmatch(r"\s?(?:\(|, (?:jeb|or|или) )(?:tikai |only |всего )?", ahead)
        )
        if not beside or number.value <= 0:
            continue
        half = number.step / 2 + 1e-9
        if any(
            10 <= size <= _MOST and abs(100 * count / size - number.value) <= half
            for size in _wholes(text, claims)
        ):
            return True
    return False


@read_once
def _wholes(text: Text, claims: Claims) -> frozenset[int]:
    """All whole numbers of a document that may count those who answered."""
    printed = regex.findall(r"(?<![\d.,])\d{2,3}(?![\d.,]*\s?%)(?![\d.,]*\d)", text.whole)
    return frozenset({int(item) for item in printed} | {claims.base})


_BUT = {  # everybody but one or two, of whom something is told
    "lv": r"(?:visi|visas|ikviens|vis\w+ \w+),? (?:izņemot|atskaitot) (?:vienu|vienīgo|divus|divas|abus|abas)(?! (?:\w+ )?(?:valst|reģion|novad|pilsēt|pagast|gadījum|jautājum|reizi|nodaļ|filiāl|skol))",
    "en": r"(?:all|everyone|everybody|every \w+)(?: of the \w+)? (?:but|except|bar|save) (?:for )?(?:one|two|a single)(?! (?:\w+ ){0,2}?(?:countr|region|state|town|cit|case|question|school|firm|branch|department|item|of the (?:schools|firms|branches|questions|items)))",
    "ru": r"(?:все|каждый|каждая),? кроме (?:одного|одной|двоих|двух)(?! (?:\w+ )?(?:стран|регион|област|город|район|случа|вопрос|школ|отдел|филиал))",
}
_REST = {  # the one or two left of a number just told
    "lv": r"[;,]?\s?(?:[;,–—]|un|bet)\s(?:(?:tikai|vien) )?(?:pārējie? (?:divi|viens)|otrs|pēdējais|vien(?:s|a|īgais|īgā)|div(?:i|as)|atlikuš\w+|\w+(?:tājs|tāja|nieks|niece|ists|iste|ants|ante|ors|ore|ģe|gs|māsa))(?!\w)",
    "en": r"(?:[;,–—]|\s(?:and|but|while))\s(?:and |but |while |only )*(?:the (?:other|remaining|last|lone)(?! \d)|one|two|the [\w-]+(?: [\w-]+)? (?:would|did|does|said|was|is|has|had|could|refused|disagreed))(?!\w)",
    "ru": r"(?:[;,–—]|\s(?:и|а|но))\s(?:а |и |но |лишь |только )*(?:один|одна|двое|две|другой|другая|оставш\w+|последн\w+|единственн\w+)(?!\w)",
}


@cache
def _counted_of(lang: str) -> re.Pattern[str]:
    """`33 of the 34 nurses`, in digits or words."""
    number = rf"\d{{2,3}}|{in_words(lang)}"
    of = {"lv": "no", "en": "(?:out )?of", "ru": "из"}[lang]
    return regex.any_case(
        rf"(?<![\w.,-])(?P<k>{number})(?: [^\W\d]\w*)? {of} (?:the |our |its |visiem |visām |всех )?(?P<n>\d{{2,3}}|{in_words(lang)})(?![\w%]|[.,]\d|\s%)"
    )


def _all_but(text: Text, sentence: Sentence) -> Iterator[Finding]:
    """`33 of the 34 nurses said that they would; the night nurse would not`; `all but one`."""
    lang, words = text.lang, sentence.text
    but = word_pattern(_BUT[lang]).search(words)
    told = word_pattern(TOLD[lang])
    if but is not None and told.search(words) and not word_pattern(_NO_ANSWER[lang]).search(words):
        at = spot(text, sentence, but.start(), but.end())
        yield finding(text, "small-cell", at, code="small-cell-told", words=but.group(0))
        return
    if not regex.search(r"(?<!\w)(?:of|no|из)\s", words):
        return
    for match in _counted_of(lang).finditer(words):
        some, every = (numeral(match.group(name), lang) for name in ("k", "n"))
        if not (_LEAST <= every <= _MOST and 0 < every - some <= _FEW):
            continue
        rest = regex.search(_REST[lang], words[match.end() :], regex.IGNORECASE)
        if rest is None or word_pattern(_NO_ANSWER[lang]).search(words):
            continue
        start = match.end() + rest.start()
        told_of = words[start:].strip(" ;,–—.")[:60]
        at = spot(text, sentence, start, start + len(told_of))
        yield finding(text, "small-cell", at, code="small-cell-told", words=told_of)
        return


def _is_of_group(
    match: re.Match[str], sentence: Sentence, own: tuple[Claim, ...], text: Text
) -> bool:
    """Whether one or two of a group are told to have answered something, with their share or their number."""
    words = sentence.text
    after = words[match.end() :]
    if regex.match(r"[^.;]{0,60}(?::\s?[„“\"«]|[„“\"«][^?]{40,})", after):
        return False  # what one of them said in own words
    told = regex.match(
        rf"(?:\s[\w-]+){{0,3}}?\s(?:{TOLD[text.lang]})(?!\w)", after, regex.IGNORECASE
    )
    ahead = regex.search(
        rf"(?<!\w)(?:{TOLD[text.lang]})(?:\s[\w-]+)?\s$", words[: match.start()], regex.IGNORECASE
    )
    if not (told or ahead):
        return False
    few = any(
        regex.search(rf"(?:no|of|из)\s(?:the |visiem |всех )?{size}(?!\d)", words, regex.IGNORECASE)
        for size in regex.findall(r"(?<![\d.,])\d{1,3}(?![\d.,]*\s?%)", words)
        for claim in own
        if 1 <= int(size) <= _MOST and is_of_persons(claim.number, int(size))
    )
    two = regex.search(_OF_BOTH[text.lang], after[:60], regex.IGNORECASE)
    return few or (two is not None and word_pattern(_AMONG[text.lang]).search(words) is not None)


_OF_BOTH = {
    "lv": r"^(?: \w+)? no (?:abiem|abām|divi?em|divām|2)(?!\w)",
    "en": r"^(?: \w+)? (?:out )?of (?:the |our |its |their )?(?:two|2|both)(?!\w)",
    "ru": r"^(?: \w+)? из (?:двух|двоих|обоих|обеих|2)(?!\w)",
}


@cache
def _sole(lang: str) -> re.Pattern[str]:
    """`The only woman on the night shift answered no`."""
    gap = r"(?: [\w-]+){1,7}?"
    return regex.any_case(
        rf"(?<!\w){_SOLE[lang]}{gap} (?:{_SAID[lang]}),?:? [–—-]? ?{_ANSWER[lang]}"
    )


@cache
def _answered(lang: str) -> re.Pattern[str]:
    """`Yes: two people`."""
    return regex.any_case(rf"(?<!\w){_ANSWER[lang]}\s?[:—–-]\s(?P<few>{_COUNT[lang]})(?!\w)")


_OF_THINGS = regex.any_case(  # the only question that nobody answered
    r"question|item|statement|\bwhich\b|nobody|school|firm|jautājum|apgalvojum|kur[āšuae]|skol|вопрос|пункт|утвержден|котор|школ"
)


def _in_prose(text: Text) -> Iterator[Finding]:
    for sentence in text.prose:
        for pattern in (_sole(text.lang), _answered(text.lang)):
            match = pattern.search(sentence.text)
            if match is None or _OF_THINGS.search(match.group(0)):
                continue
            at = spot(text, sentence, match.start(), match.end())
            words = match.group(0)[:60]
            yield finding(text, "small-cell", at, code="small-cell-told", words=words)
            break
