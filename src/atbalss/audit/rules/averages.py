"""A mean told again, in the conclusions or elsewhere, with another value."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.amounts import MEASURES
from atbalss.audit.rules.means import ERROR
from atbalss.audit.rules.retold import NARROW, question_of, sections_again
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.study.decimals import marked

_MEAN = r"vidēj\w+|caurmērā|mediān\w*|average[ds]?|mean|median|typically|средн\w+|медиан\w*"
_NOW = re.compile(
    r"(?:tagad|pašlaik|šobrīd|now|currently|сейчас)(?: (?:ir|is|at|stands at|составляет))?\s$",
    regex.IGNORECASE,
)
_OURS = r"pie mums|mūsu|ours?|here|у нас|наш\w*"
_CLAUSE = re.compile(r";\s|[,.]\s(?:bet|but|а|но|while|kamēr|savukārt|whereas)\s", regex.IGNORECASE)
_LIMIT = re.compile(
    r"(?<!\w)(?:more than|less than|over|under|up to|within|at least|every|after|to|līdz|vairāk (?:nekā|par)|mazāk (?:nekā|par)|pēc|ik|по|более|менее|до|свыше|через|больше|меньше)\s$",
    regex.IGNORECASE,
)
_CHANGE = r"less|more|shorter|longer|higher|lower|mazāk|vairāk|īsāk\w*|ilgāk\w*|augstāk\w*|zemāk\w*|меньше|больше|короче|дольше|выше|ниже"
_SCORE = r"vērtēj\w*|vērtē\w*|novērt\w*|atzīm\w*|ball\w*|scor\w+|rat(?:e|ed|ing|ings)|marks?|points|оцен\w+|балл\w*"
_ANY = re.compile(r"[^\W\d_]{4,}")


UNITS = {  # of means
    "lv": rf"{MEASURES['lv']}|nakt\w+|nakšu|eiro|EUR|gad(?:i|us|u)",
    "en": rf"{MEASURES['en']}|nights?|euros?|pounds?|dollars?|years?",
    "ru": rf"{MEASURES['ru']}|ноч\w+|сут\w+|евро|рубл\w+|лет|года?",
}


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of all who answered: its number, unit, the short stems of its clause and question."""

    sentence: Sentence
    number: Number
    unit: str
    named: frozenset[str]
    around: frozenset[str]
    ours: bool


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Means of the summary or conclusions that differ from the body's."""
    again = sections_again(text)
    found = list(means_of(text))
    for one in found:
        rivals = [
            item
            for item in found
            if item.unit == one.unit and item.sentence.block != one.sentence.block
        ]
        if one.sentence.block not in again and not one.ours:
            continue
        retold = {item.number.value for item in found if item.sentence.block in again}
        values = {item.number.value for item in rivals if one.named & item.around}
        if len(values) > 1:
            values -= {item.value for item in numbers(one.sentence.text, text.lang)}
            values -= retold  # another mean of the summary is of these
        if one.ours and not values:
            values = {item.number.value for item in rivals}
        if one.number.value in {item.number.value for item in rivals} or len(values) != 1:
            continue
        other = next(item for item in rivals if item.number.value in values)
        if (
            abs(other.number.value - one.number.value)
            <= max(one.number.step, other.number.step) / 2
        ):
            continue
        pair = frozenset({one.sentence.order, other.sentence.order})
        if pair in claims.kept.get("means-told", ()):
            continue
        at = spot(text, one.sentence, one.number.start, one.number.end)
        against = spot(text, other.sentence, other.number.start, other.number.end)
        yield finding(
            text, "two-values", at, (against,), code="two-means", line=against.line,
            value=marked(one.number.shown, text.lang), other=marked(other.number.shown, text.lang),
        )  # fmt: skip


def means_of(text: Text) -> Iterator[Mean]:
    """The means that sentences give of all who answered."""
    cue, unit = word_pattern(_MEAN), word_pattern(UNITS[text.lang])
    error = word_pattern(ERROR)
    narrow = word_pattern(rf"{NARROW}|{text.words.last_wave}|norm\w*|target\w*|goal|planned")
    for sentence in text.prose:
        words = sentence.text
        if not any(map(str.isdigit, words)) or cue.search(words) is None or error.search(words):
            continue
        cuts = [0, *(m.end() for m in _CLAUSE.finditer(words)), len(words)]
        asked = question_of(sentence, text)
        for left, right in itertools.pairwise(cuts):
            clause = words[left:right]
            match = cue.search(clause)
            item = _number(clause, match, unit, asked, text) if match else None
            if item is None:
                continue
            number, named = item
            now = _NOW.search(clause[: number.start])
            bare = regex.sub(r"[„“«\"][^”“»\"]*[”“»\"]|\([^()]*\)", " ", clause)
            if not now and (narrow.search(bare) or any(map(year_of, numbers(clause, text.lang)))):
                continue
            shifted = Number(
                number.value, number.digits, number.unit, 0, number.start + left, number.end + left
            )
            about = _short(word_pattern(_MEAN).sub(" ", bare), text)
            around = about | _short(f"{asked} {text.titles.get(sentence.section, '')}", text)
            ours = word_pattern(_OURS).search(bare) is not None
            yield Mean(sentence, shifted, named, about, around, ours)


def _number(
    clause: str, cue: re.Match[str], unit: re.Pattern[str], asked: str, text: Text
) -> tuple[Number, str] | None:
    """The number that a word for a mean is of, and its unit ("score" of a mark without one)."""
    score = word_pattern(_SCORE).search(f"{clause} {asked}")
    fits = []
    for item in numbers(clause, text.lang):
        if item.unit is Unit.PERCENT or item.ranged or item.sign or year_of(item):
            continue
        if _LIMIT.search(clause[: item.start]) or regex.search(
            r"[nN]\s?=\s?$", clause[: item.start]
        ):
            continue
        measured = unit.match(clause, item.end + 1)
        if measured and regex.match(
            rf"\s(?:{_CHANGE})(?!\w)", clause[measured.end() :], regex.IGNORECASE
        ):
            continue
        gap = item.start - cue.end() if item.start > cue.start() else cue.start() - item.end
        if gap > 70:
            continue
        stem = measured.group(0)[:3].lower() if measured else ""
        if stem in ("bal", "бал", "mar", "poi") or (
            not measured and item.digits == 1 and score and item.value <= 10
        ):
            fits.append((gap, item, "score"))
        elif measured:
            fits.append((gap, item, stem))
    fits.sort(key=lambda fit: fit[0])
    if not fits or (len(fits) > 1 and fits[0][2] == fits[1][2] and fits[1][1].start < cue.end()):
        return None
    return fits[0][1], fits[0][2]


def _short(words: str, text: Text) -> frozenset[str]:
    stop = text.words.stop
    return frozenset(word[:4] for word in _ANY.findall(words.lower()) if word not in stop)
