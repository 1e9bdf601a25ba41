"""Changes in a sentence: from what level, to what level, by how much, and which way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims, is_change
from atbalss.audit.kept import listed_once
from atbalss.audit.level_pairs import ends, levels_in, pairs_in, steps_in
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.text import Sentence, Text
from atbalss.audit.waves import last_year
from atbalss.audit.ways_told import Word, way_told


@dataclass(frozen=True, slots=True)
class Change:
    """An earlier and a later level of one thing; amount and direction where they are said."""

    sentence: Sentence
    earlier: Number
    later: Number
    amount: Number | None
    direction: int  # 1 risen, -1 fallen, 0 not said
    verb: str
    compared: bool = False  # told as a comparison of the two: `lower than in 2021`
    of_several: bool = False  # one step of a course of three waves or more

    @property
    def step(self) -> float:
        """One unit of the last printed digit of the two levels."""
        return max(self.earlier.step, self.later.step)

    @property
    def difference(self) -> float:
        """Later minus earlier."""
        return self.later.value - self.earlier.value


@listed_once
def changes(text: Text, claims: Claims) -> Iterator[Change]:
    """All changes of prose that print both levels."""
    wave = last_year(text)
    for sentence in text.prose:
        pairs = pairs_in(sentence, claims, text, wave)
        steps = [] if pairs else list(steps_in(sentence, claims, text, wave))
        pairs = pairs or steps
        found = levels_in(sentence, text) if pairs else []
        for earlier, later in pairs:
            others = tuple(
                n for n in found if n not in (earlier, later) and _parts(n, sentence, text)
            )
            word = way_told(sentence.text, earlier, later, others, text)
            if steps and word is None:
                continue
            if later.unit is Unit.NONE and not later.digits and not _moves(word, earlier):
                continue  # `from 18 to 25 people`
            amount = (
                _amount(sentence.text, found, earlier, later, text) if len(pairs) == 1 else None
            )
            direction, verb = (word.way, word.said) if word else (0, "")
            compared = word is not None and word.compares
            yield Change(sentence, earlier, later, amount, direction, verb, compared, bool(steps))


def _moves(word: Word | None, earlier: Number) -> bool:
    """Whether a word stands right before a count: `fell from 14 minutes`."""
    return word is not None and 0 <= earlier.start - word.end <= _CLOSE


_CLOSE = 20  # letters


def _parts(item: Number, sentence: Sentence, text: Text) -> bool:
    """Whether a number is a level of its own, so that what stands before it is of that."""
    if item.unit is Unit.PERCENT:
        return not is_change(item, sentence.text, text)
    before = sentence.text[: item.start].rstrip()
    return item.unit is Unit.NONE and ends(before, f"{text.words.start}|{text.words.end}")


_PLACE = regex.pattern(
    r"(?:In|В|Во)\s([A-ZА-ЯЁ][\w-]{2,})|(?!(?:Div|Trij|Četr|Piec|Š[aī]j|Taj|Pirmaj|Otraj|Trešaj|Pēdēj)\w*\s|\w+āk(?:ā|ās|os)\s|(?:Salīdzinājumā|Rezultātā|Kopumā|Beigās|Sākumā|Noslēgumā|Ab[oā]s|Vis[oā]s|Gados)\s)([A-ZĀČĒĢĪĶĻŅŠŪŽ][\w-]+(?:ā|ē|ī|ijā|os|ās))(?=\s)"
)


def elsewhere(sentence: Sentence, text: Text) -> bool:
    """Whether a sentence begins with a place that the one before does not name: `In Latgale, …`."""
    place = _PLACE.match(sentence.text)
    name = (place.group(1) or place.group(2)) if place else ""
    return bool(name) and name[:4] not in text.sentences[max(0, sentence.order - 1)].text


def _rise(text: Text) -> str:
    return rf"{text.words.rise}|{text.words.up_from}"


def _fall(text: Text) -> str:
    return rf"{text.words.fall}|{text.words.down_from}"


def _amount(
    sentence: str, found: list[Number], earlier: Number, later: Number, text: Text
) -> Number | None:
    """The amount of the change, where the sentence gives exactly one that can be it."""
    left, right = min(earlier.start, later.start), max(earlier.end, later.end)
    fits = []
    for item in found:
        if item in (earlier, later) or item.ranged:
            continue
        before = sentence[: item.start].rstrip()
        signed = item.sign != 0 and item.unit is not Unit.NONE
        since = rf"(?:{text.words.up_from}|{text.words.down_from})(?: [^\W\d]+)?"
        if signed and ends(before.rstrip("+−–- "), f"{text.words.start}|{text.words.end}"):
            continue  # "the balance went from +57 to +81": levels too
        if ends(before, since):
            continue  # "up from 53 % in 2022 but down from the 64 % in 2020": another level
        by = ends(before, rf"{text.words.by}|or|jeb|или|up|down|{_rise(text)}|{_fall(text)}")
        pointed = item.unit is Unit.POINTS and regex.match(
            r"\s?(?:increase|decrease|rise|drop|decline|fall|higher|lower|more|less|up|down|[)])",
            sentence[item.end :],
            regex.IGNORECASE,
        )
        near = rf"\s?(?:{text.words.change}|{text.words.more_than})(?!\w)"
        named = regex.match(near, sentence[item.end :], regex.IGNORECASE)
        named = named or regex.search(
            rf"(?<!\w)(?:{text.words.change})(?: \w+)?$", before[-40:], regex.IGNORECASE
        )
        named = named or regex.search(
            rf"(?<!\w)(?:{_rise(text)}|{_fall(text)})(?: (?!{text.words.start}|{text.words.end}|over|under|above|below|virs|zem)[^\W\d]+){{1,3}}$",
            before[-60:],
            regex.IGNORECASE,
        )
        gap = sentence[item.end : left] if item.end <= left else sentence[right : item.start]
        if (
            (signed or by or pointed or named)
            and len(gap) < 70
            and not regex.search(
                r"[;%]|\)(?!,? (?:kas ir|which is|that is|что|это|a|an|tātad|proti)\b)[^)]*\w", gap
            )
        ):
            fits.append(item)
    return fits[0] if len(fits) == 1 else None
