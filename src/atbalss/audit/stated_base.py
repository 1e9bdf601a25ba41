"""The base of a document: how many persons answered, where it states it once and clearly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.numbers import whole_number
from atbalss.audit.text import Kind, Text, word_pattern

_SAID = (
    r"piedalījās|aptauj\w+|respond\w+|izlas(?:e|es|i|ei|ē|ēm|ēs|u)|interv\w+|sample|responses|completed|surveyed"
    r"|interviewed|took part|опрошен\w*|опро[сш]\w*|участ\w*|выборк\w*|анкет\w*|aizpild\w*|taujāj\w+|filled in|answered|replied|ответил\w*|atbildēja|iztauj\w+|spoke to|talked to|asked"
)
_PER_CENT = regex.any_case(r"\s?(?:%|per ?cents?|procent\w*|процент\w*|proc\.|проц\.)(?!\w)")
_YEARS = regex.any_case(r"\s(?:gad\w*|лет|год\w*|years?|mēneš\w*|месяц\w*|months?)(?!\w)")
_THOUSANDS = regex.any_case(r"\s(?:тыс\w*|tūkst\w*|thousand)(?!\w)")
_LOOSE = r"(?:at least|some|vismaz|kādi|не менее|как минимум)\s$"
OF_SHARE = regex.pattern(  # `70 % (40 readers)`: of a part
    r"%,?\s?(?:\(|(?:jeb|or|или),?\s)$"
)
_BASE = (
    r"(?<![\w.,])[nN]\s?=\s?(?P<a>\d{1,3}(?:[ \u00a0,]\d{3})+|\d+)",
    r"(?<![\w.,%%+-])(?P<b>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{2,6})\s(?:\w+\s){0,2}?(?:%s)(?!\w)",
)


_APPROACHED = regex.any_case(  # of those who were asked to answer, only some did
    r"(?<!\w)(?:uzrunā\w+|izsūt\w+|nosūt\w+|uzaicin\w+|izdal\w+|izsniedz\w*|approached|invited|sent|went(?= to)|mailed|posted|handed|distributed|contacted|selected|drawn|drew"
    r"|отобра\w+|приглас\w+|приглаш\w+|разосла\w+|отправ\w+|раздал\w*|роздан\w*|обратил\w*)(?!\w)"
)


def _is_approached(passage: str, match: re.Match[str]) -> bool:
    """Whether the clause of a number says that so many were invited."""
    before = regex.split(r"[,;.:]\s", passage[max(0, match.start() - 80) : match.start()])[-1]
    after = regex.split(
        r"[,;.:](?:\s|$)|\s(?:and|un|и|of whom)\s", passage[match.end() : match.end() + 50]
    )[0]
    return _APPROACHED.search(before) is not None or _APPROACHED.search(after) is not None


_FILLED = regex.any_case(  # who is counted without a noun: `filled in by 225`, `500 agreed to an interview`
    r"(?<!\w)(?:заполнил\w*|вернул\w*|опросил\w*|опрошен\w*|(?:ap|iz)?taujāj\w+|aizpildīj\w+|atsūtīj\w+|returned|completed|filled in)(?: (?:его|е[её]|их|to|it|them|by|from|to))* (\d{2,5})(?![\d%]|[ ,.]\d| %)"
    r"|(?<![\d.,])(\d{2,5}) (?:of (?:them|these) )?(?:agreed to|completed (?:it|the)|filled (?:it|the)|piekrita|aizpildīja|согласил\w+ (?:на|отве)|заполнил\w+)(?!\w)"
)
_HABIT = 4  # times that a long report prints the base of its figures


def base_of(text: Text) -> int:
    """The number of persons who answered: the one stated base of the sample, 0 if unclear."""
    counts: dict[int, int] = {}
    asked: dict[int, int] = {}
    for value, only_asked in _told(text):
        told = asked if only_asked else counts
        told[value] = told.get(value, 0) + 1
    counts = counts or asked
    if not counts:
        return 0
    often = max(counts, key=lambda value: (counts[value], value))
    if counts[often] >= _HABIT and counts[max(counts)] == 1:
        return often  # one larger number is of those approached, or a slip
    return max(counts)


def _told(text: Text) -> Iterator[tuple[int, bool]]:
    """Each number that may be the base, and whether it is only of those who were asked to answer."""
    for passage in _passages(text):
        for match in regex.finditer(_BASE[1] % text.words.people, passage, regex.IGNORECASE):
            if _is_other(passage, match, text):
                continue
            value = whole_number(match.group("b"))
            if _THOUSANDS.match(passage, match.end("b")):
                value *= 1000
            if _may_be(value):
                yield value, _is_approached(passage, match)
    for match in _FILLED.finditer(text.whole):
        if regex.match(r"\s?[–-]\s?\d", text.whole[match.end() :]):
            continue  # "respondents 35-44 years old"
        value = whole_number(match.group(1) or match.group(2))
        if _may_be(value):
            yield value, False
    for match in regex.finditer(_BASE[0], text.whole):
        value = whole_number(match.group("a"))
        if value >= 10:
            yield value, False


def _passages(text: Text) -> Iterator[str]:
    """What the document says of those who were asked: its blocks, and the first rows of small tables."""
    for block in text.blocks:
        if block.kind is Kind.QUOTE or (block.kind is Kind.TABLE and len(block.rows) > 15):
            continue
        for passage in [block.text] if block.text else [" ".join(row) for row in block.rows[:12]]:
            if word_pattern(_SAID).search(passage):
                yield passage


def _is_other(passage: str, match: re.Match[str], text: Text) -> bool:
    """Whether a number is a bound, a percent, an age or a date: `at least 60 people`, `aged 25 to 34 years`."""
    if regex.search(_LOOSE, passage[: match.start()], regex.IGNORECASE):
        return True
    if OF_SHARE.search(passage[: match.start()]):
        return True
    if _PER_CENT.match(passage, match.end("b")) or _YEARS.match(passage, match.end("b")):
        return True
    after = passage[match.end("b") :]
    return bool(regex.match(rf"\.?\s(?:{text.words.months})(?!\w)", after, regex.IGNORECASE))


def _may_be(value: int) -> bool:
    return value >= 10 and not 1990 <= value <= 2039
