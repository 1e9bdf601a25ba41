"""Answers of one or two persons by a count that stands beside them: `Legal | 4 | 25 %`, `two more (5 %) named it`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.lists import COUNTS
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.numerals import in_words
from atbalss.audit.rests import is_made_of
from atbalss.audit.rules.bases import numeral
from atbalss.audit.rules.counts import is_weighted
from atbalss.audit.rules.persons import TOLD
from atbalss.audit.rules.small import RETURNED, is_of_persons
from atbalss.audit.text import Block, Kind, Sentence, Text, word_pattern

_FEW = 2
_LEAST = 10
_MOST = 200  # persons of a group whose share of one or two is told
_PERSONS = {  # heads of columns that count those who answered
    "lv": r"(?:atbilžu |atbildējušo |aptaujāto |respondentu |dalībnieku )?(?:atbildes|atbildējuši|atbildēja|atbildējušie|piedalījās|skaits|cilvēki|personas|dalībnieki|aptaujāti|intervijas|anketas|kopā(?=, cilv))",
    "en": r"(?:number (?:of )?|no\. (?:of )?|total )?(?:answers?|answered|replies|replied|responses?|responded|took part|people|persons|participants|participated|headcount|completed|forms|staff|interviewed|base|size)",
    "ru": r"(?:число |кол-во |количество |всего )?(?:ответ(?:ы|ов|или|ило|ивших)|ответивш\w+|опрошен\w*|участ\w+|анкет\w*|человек|людей|чел|лиц|респондент\w*|голосов)",
}
_ONE = {
    "lv": r"(?:viens|viena|divi|divas|abi|abas|[12])(?! no (?:\w+ )?(?:trim|četr|piec|seš|desmit|\d))",
    "en": r"(?:one|two|both|1|2)(?! (?:in|out of|of the (?:three|four|five|\d+)|or|to) )",
    "ru": r"(?:один|одна|двое|две|два|оба|обе|[12])(?! из (?:тр[её]х|четыр|пяти|десяти|\d))",
}
_NO_ANSWER = {  # what is told of the field, not of an answer
    "lv": r"neatbildē\w*|atteic\w*|nepiedalīj\w*|izslēg\w*|nesasniedz\w*|intervētāj\w*|anket[ua]\w{0,2} (?:\w+ ){0,2}(?:nederīg|bojāt)\w*|katr\w*|jautājum\w*|variant\w*|atbild(?:i|es|ēm)|reiz\w*|nedēļ\w*|dien\w*|gad\w{0,3}|mēne\w*",
    "en": r"did not (?:answer|reply|take part|return)|refus\w*|declin\w*|excluded|interviewers?|spoil\w*|invalid|each|every|questions?|options?|answers|replies|times|weeks?|days?|years?|months?|schools|firms|companies|departments|branches",
    "ru": r"не (?:ответил|участвовал|вернул|приш)\w*|отказал\w* (?:отвечать|участвовать)|исключ\w*|интервьюер\w*|испорч\w*|недействит\w*|кажд\w*|вопрос\w*|вариант\w*|ответ(?:а|ов)|раза?|недел\w*|дн\w*|дня|лет|год\w*|месяц\w*",
}
_AMONG = {  # a group, by which those few are known
    "lv": r"\w+ (?:vidū|grupā|nodaļā|klasē|maiņā|katedrā|filiālē|kursā|brigādē|birojā|cehā)|(?:starp|no) (?:\w+ )?\w{4,}(?:iem|ām|ēm|ajiem|ajām)|no (?:\d+|abiem|abām|diviem|divām)",
    "en": r"among (?:the |our )?[\w-]+|of (?:the |our )?(?:\d+|two|[\w-]{4,}s)|(?:in|at|from|on) (?:the )?[\w-]+",
    "ru": r"среди \w+|из (?:\d+|двух|двоих|них|\w{3,}(?:ов|ев|ей|их|ых))|(?:на|в|во|у) \w{3,}|по \w{4,}",
}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Rows whose own base and share make one or two persons, and sentences that count so few beside a share."""
    if is_weighted(text):
        return
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 2:
            yield from _in_table(text, claims, index, block)
    for sentence in text.prose:
        yield from _in_sentence(text, claims, sentence)
        yield from _all_but(text, sentence)


# ---- tables


def _in_table(text: Text, claims: Claims, index: int, block: Block) -> Iterator[Finding]:
    """The first row of a table whose own count, with its share, is of one or two persons."""
    total = word_pattern(text.words.total)
    rows = [
        row
        for row in range(1, len(block.rows))
        if len(block.rows[row]) > 2 and not total.match(block.rows[row][0].strip())
    ]
    column = _counting(text, claims, block, rows)
    if column < 0 or len(rows) < 2:
        return
    few = [row for row in rows if _is_few(block, row, column, text)]
    if few and len(few) < len(rows):
        line = block.row_lines[few[0]] if few[0] < len(block.row_lines) else block.line
        at = Spot(quoted(" | ".join(block.rows[few[0]])), line, block.page, index)
        base = sum(_whole(block, row, column) for row in rows)
        yield finding(text, "small-cell", at, rows=len(few), base=base)


def _counting(text: Text, claims: Claims, block: Block, rows: list[int]) -> int:
    """The column that counts the persons of each row, of whom the other columns tell; -1 of none."""
    named = regex.pattern(
        rf"(?:{_PERSONS[text.lang]}|{text.words.people})[,. ]*(?:n|\w{{0,4}}\.?)?", regex.IGNORECASE
    )
    sizes = {size.value for size in claims.sizes} | {claims.base}
    for column in range(1, len(block.rows[0])):
        head = block.rows[0][column].strip(" ,.()")
        counts = [_whole(block, row, column) for row in rows]
        if not counts or min(counts) < 1 or "%" in head or RETURNED.search(head):
            continue
        known = COUNTS.fullmatch(head) or named.fullmatch(head) or sum(counts) in sizes
        bare = replace(block, rows=tuple(_bare(row, column) for row in block.rows))
        if not known or max(counts) < 5 or is_made_of(bare, column, text):
            continue
        others = [at for at in range(1, len(block.rows[0])) if at != column]
        if any(_share(block, row, at, text) for row in rows for at in others):
            return column
        if any(_parts(block, rows, at, counts) for at in others):
            return column
    return -1


def _parts(block: Block, rows: list[int], column: int, counts: list[int]) -> bool:
    """Whether a column counts some of the persons of each row: `Yes | No`."""
    found = [_whole(block, row, column) for row in rows]
    return all(0 <= n <= count for n, count in zip(found, counts, strict=True)) and any(found)


def _bare(row: tuple[str, ...], column: int) -> tuple[str, ...]:
    """A row whose count stands without its noun: `64 people`."""
    return tuple(
        regex.sub(r"^(\d+)\s[^\W\d]+\.?$", r"\1", cell.strip()) if at == column else cell
        for at, cell in enumerate(row)
    )


def _is_few(block: Block, row: int, column: int, text: Text) -> bool:
    """Whether a row tells the answers of one or two, or a share of its persons that is so many."""
    base = _whole(block, row, column)
    found = [
        item
        for at in range(1, len(block.rows[row]))
        if at != column and (item := _share(block, row, at, text)) is not None
    ]
    if base > _MOST:
        return False
    if base > _FEW:  # `18 of 194 returned, 9.3 %`: of another column's number
        wholes = [
            n for at in range(1, len(block.rows[row])) if (n := _whole(block, row, at)) > base
        ]
        found = [
            item
            for item in found
            if all(abs(100 * base / whole - item.value) > item.step for whole in wholes)
        ]
    return base <= _FEW or any(is_of_persons(item, base) for item in found)


def _whole(block: Block, row: int, column: int) -> int:
    cells = block.rows[row]
    bare = regex.sub(r"[\s\u00a0]|^[nN]\s?=", "", cells[column]) if column < len(cells) else ""
    bare = regex.sub(r"(?:cilv|pers|чел|people|persons)\w*\.?$", "", bare)
    return int(bare) if regex.fullmatch(r"\d{1,5}", bare) else -1


def _share(block: Block, row: int, column: int, text: Text) -> Number | None:
    cells = block.rows[row]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    if len(items) != 1 or items[0].sign or items[0].ranged or items[0].value > 100:
        return None
    head = block.rows[0][column] if column < len(block.rows[0]) else ""
    if regex.search(r"[±<>≤≥]", cells[column] + head):
        return None
    percent = items[0].unit is Unit.PERCENT or "%" in head
    return items[0] if percent and items[0].value > 0 else None


# ---- prose


@cache
def _few_told(lang: str) -> re.Pattern[str]:
    return regex.pattern(
        rf"(?<![\w.,–-])(?<!\d )(?<!= )(?<!=)(?:{_ONE[lang]})(?![\w-]|[.,]\d|\s?%)",
        regex.IGNORECASE,
    )


def _in_sentence(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    """The one or two of a sentence whose share of a known number of persons stands beside them."""
    own = claims.of(sentence)
    found = list(_few_told(text.lang).finditer(sentence.text))
    bare = regex.sub(r"[„“\"«][^„“”\"«»]*[”“\"»]", " ", sentence.text) if found else ""
    if not found or word_pattern(_NO_ANSWER[text.lang]).search(bare):
        return
    for match in found:
        if _has_share(match, own, claims, text) or _is_of_group(match, sentence, own, text):
            at = spot(text, sentence, match.start(), match.end())
            around = sentence.text[match.start() : match.end() + 30].split(",")[0].split(".")[0]
            yield finding(text, "small-cell", at, code="small-cell-told", words=around)
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


def _wholes(text: Text, claims: Claims) -> frozenset[int]:
    """All whole numbers of a document that may count those who answered."""
    if "wholes" not in claims.kept:
        printed = regex.findall(r"(?<![\d.,])\d{2,3}(?![\d.,]*\s?%)(?![\d.,]*\d)", text.whole)
        claims.kept["wholes"] = frozenset({int(item) for item in printed} | {claims.base})
    found: frozenset[int] = claims.kept["wholes"]
    return found


_BUT = {  # everybody but one or two, of whom something is told
    "lv": r"(?:visi|visas|ikviens|vis\w+ \w+),? (?:izņemot|atskaitot) (?:vienu|vienīgo|divus|divas|abus|abas)(?! (?:gadījum|jautājum|reizi|nodaļ|filiāl|skol))",
    "en": r"(?:all|everyone|everybody|every \w+)(?: of the \w+)? (?:but|except|bar|save) (?:for )?(?:one|two|a single)(?! (?:case|question|school|firm|branch|department|item|of the (?:schools|firms|branches|questions|items)))",
    "ru": r"(?:все|каждый|каждая),? кроме (?:одного|одной|двоих|двух)(?! (?:случа|вопрос|школ|отдел|филиал))",
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
    return regex.pattern(
        rf"(?<![\w.,-])(?P<k>{number})(?: [^\W\d]\w*)? {of} (?:the |our |its |visiem |visām |всех )?(?P<n>\d{{2,3}}|{in_words(lang)})(?![\w%]|[.,]\d|\s%)",
        regex.IGNORECASE,
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
