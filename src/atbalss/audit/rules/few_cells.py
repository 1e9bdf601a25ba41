"""One or two persons who stand behind an answer, by counts alone: a cell of a group's answers, `Yes: 2 people`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.rules.counts import is_weighted
from atbalss.audit.rules.small import RETURNED
from atbalss.audit.text import Block, Kind, Text, word_pattern

_FEW = 2
_MOST = 200  # persons of whom one or two are known by their answer
_LEAST = 10
_FIELD = re.compile(  # heads of who came, not of what they answered
    r"took part|participat|attend|absent|piedal|neieradās|ieradās|участвова|явил|пришл|interview|intervij|интервью",
    regex.IGNORECASE,
)
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
    """Cells of one or two persons where the counts of a row prove whose answers they are, and such told in prose."""
    if is_weighted(text):
        return
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 2:
            yield from _in_table(text, index, block)
    if 0 < claims.base <= _MOST:
        yield from _in_prose(text)


def _in_table(text: Text, index: int, block: Block) -> Iterator[Finding]:
    """The first row of groups whose answers are counted, with one or two persons behind an answer."""
    head = block.rows[0]
    if any(RETURNED.search(cell) or _FIELD.search(cell) for cell in head[1:]):
        return
    total = word_pattern(f"{text.words.total}")
    rows = [
        row for row in range(1, len(block.rows))
        if len(block.rows[row]) == len(head) and not total.match(block.rows[row][0].strip())
    ]  # fmt: skip
    found = _columns(block, rows) if len(rows) > 1 else None
    if found is None or not _is_of_persons(text, head[found[0]]):
        return
    base, answers = found
    rest = word_pattern(text.words.other)
    named = [column for column in answers if not rest.search(head[column])]
    few = [
        row for row in rows
        if _LEAST <= _whole(block, row, base) <= _MOST
        and any(0 < _whole(block, row, column) <= _FEW for column in named)
    ]  # fmt: skip
    if few and len(few) * 2 <= len(rows):  # more: the answers are of things, or rare with all
        line = block.row_lines[few[0]] if few[0] < len(block.row_lines) else block.line
        at = Spot(quoted(" | ".join(block.rows[few[0]])), line, block.page, index)
        persons = sum(_whole(block, row, base) for row in rows)
        yield finding(text, "small-cell", at, rows=len(few), base=persons)


def _columns(block: Block, rows: list[int]) -> tuple[int, list[int]] | None:
    """(column of bases, columns of answers): the answers make the base in every row, or their share stands by."""
    width = len(block.rows[0])
    whole = [at for at in range(1, width) if all(_whole(block, row, at) >= 0 for row in rows)]
    if len(whole) < 2:
        return None
    for base in whole:
        parts = [at for at in whole if at != base]
        if len(parts) > 1 and all(
            sum(_whole(block, row, at) for at in parts) == _whole(block, row, base) for row in rows
        ):
            return base, parts
    for one, other in combinations(whole, 2):
        for base, part in ((one, other), (other, one)):
            if any(_is_share(block, rows, base, part, at) for at in range(1, width)):
                return base, [part]
    return None


def _is_share(block: Block, rows: list[int], base: int, part: int, at: int) -> bool:
    """Whether a column is the share of one count of another in every row."""
    if at in (base, part) or len(rows) < 3:
        return False
    for row in rows:
        printed = regex.fullmatch(r"(\d{1,3})(?:[.,](\d))?\s?%?", block.rows[row][at].strip())
        persons = _whole(block, row, base)
        if printed is None or not 0 <= _whole(block, row, part) <= persons or not persons:
            return False
        share = float(f"{printed.group(1)}.{printed.group(2) or 0}")
        half = 0.051 if printed.group(2) else 0.51
        if abs(100 * _whole(block, row, part) / persons - share) > half:
            return False
    return True


def _whole(block: Block, row: int, column: int) -> int:
    cell = block.rows[row][column].strip()
    return int(cell) if regex.fullmatch(r"\d{1,4}", cell) else -1


def _is_of_persons(text: Text, head: str) -> bool:
    """Whether the head of a column names those who were asked."""
    people = word_pattern(rf"{text.words.people}|famil\w+|household\w*")
    asked = regex.search(
        r"asked|answered|repl|respon|aptauj|atbild|опрош|ответи", head, regex.IGNORECASE
    )
    return people.search(head) is not None or asked is not None


# ---- prose


@cache
def _sole(lang: str) -> re.Pattern[str]:
    """`The only woman on the night shift answered no`."""
    gap = r"(?: [\w-]+){1,7}?"
    return regex.pattern(
        rf"(?<!\w){_SOLE[lang]}{gap} (?:{_SAID[lang]}),?:? [–—-]? ?{_ANSWER[lang]}",
        regex.IGNORECASE,
    )


@cache
def _answered(lang: str) -> re.Pattern[str]:
    """`Yes: two people`."""
    return regex.pattern(
        rf"(?<!\w){_ANSWER[lang]}\s?[:—–-]\s(?P<few>{_COUNT[lang]})(?!\w)", regex.IGNORECASE
    )


_OF_THINGS = re.compile(  # the only question that nobody answered
    r"question|item|statement|\bwhich\b|nobody|school|firm|jautājum|apgalvojum|kur[āšuae]|skol|вопрос|пункт|утвержден|котор|школ",
    regex.IGNORECASE,
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
