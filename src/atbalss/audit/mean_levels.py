"""Means told in prose: `a mean of 7.8 points last summer and 7.9 this`, `€1,260 … €840`."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.text import Sentence, Text, word_pattern

MEAN = {
    "lv": r"vidēj\w+|caurmēr\w+|indeks\w*",
    "en": r"mean|means|average\w*|typical\w*|index|score\w*|rating\w*",
    "ru": r"средн\w+|индекс\w*|балл\w*",
}
UNIT = {
    "lv": r"sekun\w+|minū\w+|min\.?|stund\w+|dien\w+|nedēļ\w+|mēneš\w+|ball\w+|punkt\w+|kilometr\w+|km|eiro|EUR|reiz\w+",
    "en": r"seconds?|minutes?|mins?\.?|hours?|days?|weeks?|months?|marks?|points?|kilometres?|miles?|km|euros?|pounds?|times",
    "ru": r"секунд\w*|минут\w*|мин\.?|час\w*|дн\w+|день|недел\w+|месяц\w*|балл\w*|пункт\w*|километр\w*|км|евро|руб\w*|раз\w*",
}
LESS = {
    "lv": r"mazāk|vairāk|īsāk\w*|ilgāk\w*|augstāk\w*|zemāk\w*|ātrāk|agrāk|vēlāk",
    "en": r"less|fewer|more|shorter|longer|higher|lower|quicker|faster|slower|sooner|later|earlier|apart|ahead|behind",
    "ru": r"меньше|больше|короче|дольше|длиннее|выше|ниже|быстрее|медленнее|раньше|позже",
}
_BY = r"(?:±|\+/-|par|by|на|scale|from|to|skal\w+|шкал\w+|по|от|до|[nN]\s?=)\s?[€$£]?$"
SPREAD = regex.any_case(  # how far the answers lie apart, or may be off
    r"(?<!\w)(?:deviation|SD|s\.\s?d\.|error|spread|range|novirz\w*|kļūd\w*|izkliede\w*|отклонени\w*|ошибк\w*|погрешност\w*|разброс\w*)(?:,? (?:of|is|was|equals|about|ir|bija|ap|около|был\w*|равн\w+|составля\w+|составил\w*))*[ :=–—(]*$"
)
_BACK = 3  # sentences in which the word for a mean may stand before its value


def means_told(text: Text, block: int) -> Iterator[Claim]:
    """The means of a paragraph, each with the part of its sentence as a share has it."""
    own = [item for item in text.sentences if item.block == block]
    mean = word_pattern(MEAN[text.lang])
    said = [mean.search(item.text) is not None for item in own]
    for place, sentence in enumerate(own):
        if any(said[max(0, place - _BACK) : place + 1]):
            found = list(_means(sentence, text, said[place]))
            for item in found:
                yield Claim(sentence, item, 0, len(sentence.text), len(found) == 1, text.lang)


def _means(sentence: Sentence, text: Text, said: bool) -> Iterator[Number]:
    """The means of a sentence; `said`: whether it has the word itself, so that decimals need no unit."""
    words = sentence.text
    unit, less = word_pattern(UNIT[text.lang]), word_pattern(LESS[text.lang])
    for item in numbers(words, text.lang):
        if item.unit is Unit.PERCENT or year_of(item) or item.sign or item.ranged:
            continue
        before = words[: item.start].rstrip()
        if regex.search(rf"(?:^|[\s(]){_BY}|(?:±|\+/-)\s?[€$£]?$", before, regex.IGNORECASE):
            continue
        if SPREAD.search(before):
            continue
        behind = unit.match(words, item.end + 1)
        measured = (
            item.unit is Unit.POINTS
            or behind
            or (said and item.digits)
            or before.endswith(("€", "$", "£"))
        )
        end = behind.end() if behind else item.end
        if measured and not less.match(words, end + 1):
            yield item
