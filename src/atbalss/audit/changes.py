"""Changes in a sentence: from what level, to what level, by how much, and which way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.kept import listed_once
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import last_year, pair_of


@dataclass(frozen=True, slots=True)
class Change:
    """An earlier and a later level of one thing; amount and direction where they are said."""

    sentence: Sentence
    earlier: Number
    later: Number
    amount: Number | None
    direction: int  # 1 risen, -1 fallen, 0 not said
    verb: str

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
        found = [
            item
            for item in numbers(sentence.text, text.lang)
            if not year_of(item)
            and not regex.search(r"\b[nN]\s?=\s?$", sentence.text[: item.start])
        ]
        if len(found) < 2:
            continue
        pairs = list(_pairs(sentence.text, found, text))
        if not pairs:
            told = pair_of(sentence, claims.of(sentence), text, wave)
            pairs = [told] if told is not None else []
        for earlier, later in pairs:
            first, second = sorted((earlier, later), key=lambda item: item.start)
            if _FURTHER.search(sentence.text[first.end : second.start]):
                continue
            verb, direction = _verb(sentence.text, earlier, later, text)
            if regex.match(BETTER, verb, regex.IGNORECASE) and direction:
                direction = 1 if later.value > earlier.value else -1  # better may be less
            amount = (
                _amount(sentence.text, found, earlier, later, text) if len(pairs) == 1 else None
            )
            yield Change(sentence, earlier, later, amount, direction, verb)


_FURTHER = regex.any_case(  # `1 % say that it is much better, a further 14 % a little`: two answers
    r"(?<!\w)(?:ещ[её]|vēl|a further|another|an additional)\s$"
)


def _pairs(sentence: str, found: list[Number], text: Text) -> Iterator[tuple[Number, Number]]:
    words = text.words
    for index, number in enumerate(found):
        before = sentence[: number.start].rstrip()
        rest = found[index + 1 :]
        if _ends(before, words.start) and rest:
            later = rest[0]
            gap = sentence[number.end : later.start]
            if _ends(gap.rstrip(), words.end) and len(gap) < 60 and _same(number, later):
                yield number, later
                continue
        levels = [item for item in found[:index] if item.unit is not Unit.POINTS and not item.sign]
        if len(levels) > 1 and _is_amount(sentence, levels[-1], number, text):
            levels.pop()
        elif len(levels) == 1 and _ends(sentence[: levels[0].start].rstrip(), words.by):
            levels = []  # `climbed by 6 %, up from 78 %`
        previous = levels[-1] if levels else None
        if previous is None:
            continue
        gap = sentence[previous.end : number.start]
        if _more_than(gap, text) and _same(number, previous):
            yield number, previous
        elif (
            _NOW.fullmatch(gap)
            and _WAS.search(sentence[: previous.start])
            and _same(previous, number)
        ) or (regex.fullmatch(r"\s*(?:→|->|⟶|➔)\s*", gap) and _same(previous, number)):
            yield previous, number
        elif (
            _INSTEAD.fullmatch(gap)
            or _is_to_from(sentence, previous, gap, text)
            or _up_from(gap, text)
        ) and _same(number, previous):
            yield number, previous


_WAS = regex.any_case(
    r"(?<!\w)(?:it |they )?(?:was|were|had been|bija|было|был[аи]?|раньше|ранее|iepriekš|agrāk|formerly|previously|before)(?: (?:bija|было|it was|at|tikai|лишь|only))?[:,]?\s$"
)
_NOW = regex.any_case(
    r"\s?[,;–—]?\s?(?:(?:and|un|а|и|but|bet) )?(?:is now|are now|now|became|has become|it is now|this year|kļuva|kļuvis|kļuvuši|ir tagad|tagad|šogad|стало|стал[аи]?|теперь|сейчас|ныне)(?: (?:ir|is|it is|at|уже|jau))?[:,]?\s"
)


_INSTEAD = regex.any_case(  # "(72 %, after 74 %)"
    r"\s?,?\s?(?:instead of|вместо|nevis|after|against|pret|против|после)\s"
)


def _is_to_from(words: str, later: Number, gap: str, text: Text) -> bool:
    """`fallen to 20 % from 24 %`: the later level stands first."""
    to = _ends(words[: later.start].rstrip(), text.words.end)
    return (
        to
        and regex.fullmatch(
            rf"[^.;()\d]{{0,25}},?\s(?:{text.words.start})\s", gap, regex.IGNORECASE
        )
        is not None
    )


def _is_amount(sentence: str, item: Number, after: Number, text: Text) -> bool:
    """Whether a percent between two levels is the amount of the change."""
    more = regex.match(
        rf"\s?(?:{text.words.more_than})", sentence[item.end : after.start], regex.IGNORECASE
    )
    return bool(more) or _ends(sentence[: item.start].rstrip(), rf"{text.words.by}|up|down")


def _more_than(gap: str, text: Text) -> bool:
    """`84 % readers, which is 6 points more than in 2023 (` and the earlier level."""
    words = text.words
    wave = rf"(?:19|20)\d\d|{words.last_wave}"
    return bool(
        regex.fullmatch(
            rf"[^.;()]{{0,60}},[^.;()]{{0,25}}\d[^.;()]{{0,25}}(?:{words.more_than})[^;()]{{0,12}}(?:{wave})[^;()]{{0,12}}\(\s?",
            gap,
            regex.IGNORECASE,
        )
    )


def _up_from(gap: str, text: Text) -> bool:
    """`48 % (up from` and what stands before an earlier level in brackets."""
    words = text.words
    since = rf"[(,–—]\s?(?:{words.up_from}|{words.down_from})(?: \w+){{0,2}}\s?"
    if regex.fullmatch(rf"[^.;()]{{0,90}}{since}", gap, regex.IGNORECASE):
        return True
    by = r"[^.;()]{0,90}[(,]\s?(?:up|down) (?:by )?\d[\w.% -]{0,25} from\s"
    if regex.fullmatch(by, gap, regex.IGNORECASE):
        return True
    wave = rf"(?:(?:in |в )?(?:19|20)\d\d(?:\.?\s?(?:gad\w*|год\w*))?|{words.last_wave})"
    return bool(
        regex.fullmatch(
            rf"\s?\((?:pret )?{wave}\s?(?:[–—:-]|bija|was|было)?\s?", gap, regex.IGNORECASE
        )
    )


def _ends(before: str, pattern: str) -> bool:
    return bool(regex.search(rf"(?<!\w)(?:{pattern})$", before[-40:], regex.IGNORECASE))


def _same(earlier: Number, later: Number) -> bool:
    """Whether two numbers may be two levels of one thing: both percent, or both decimals."""
    if later.unit is Unit.PERCENT:
        return earlier.unit in (Unit.PERCENT, Unit.NONE) and not earlier.sign and not later.sign
    if earlier.unit is Unit.PERCENT or earlier.sign or later.sign:
        return False
    return earlier.digits > 0 and later.digits == earlier.digits


def _verb(sentence: str, earlier: Number, later: Number, text: Text) -> tuple[str, int]:
    """The nearest word of rising or falling, and which way it goes; "" where none is near."""
    left, right = min(earlier.start, later.start), max(earlier.end, later.end)
    head = sentence[max(0, left - 90) : left]
    cut = max(head.rfind("%"), head.rfind(";"), -1)
    near = sentence[min(earlier.end, later.end) : max(earlier.start, later.start)]
    behind = regex.sub(
        r"^\)?,\s(?:an? )", " ", sentence[right : right + 45]
    )  # "(2023: 11 %), a fall"
    tail = regex.split(r"[,;.%(]", behind)[0]
    concluded = sentence[right:] if not regex.search(r"\d", sentence[right:]) else ""
    so = rf"(?<!\w)(?:{SO})(?!\w)(?P<rest>.*)"
    concluded = (
        match.group("rest") if (match := regex.search(so, concluded, regex.IGNORECASE)) else ""
    )
    for piece, last in ((near, False), (head[cut + 1 :], True), (tail, False), (concluded, False)):
        found = sorted(
            [
                (match.start(), match.group(0), way, piece[: match.start()])
                for way, pattern in ((1, _rise(text)), (-1, _fall(text)))
                for match in word_pattern(pattern).finditer(piece)
            ]
        )
        if found:
            place, verb, way, before = found[-1 if last else 0]
            if last and _TURNS.search(piece[place:]):
                continue  # the levels are of another clause
            denied = regex.search(
                r"(?<!\w)(?:nav|ne|not|n't|never|не|did not|neither)\s(?:\w+\s)?$",
                before,
                regex.IGNORECASE,
            )
            several = {item[2] for item in found} == {1, -1}
            several = several or bool(regex.search(_THOUGH, before[-60:], regex.IGNORECASE))
            return (verb, 0) if denied or several else (verb, way)
    return "", 0


_THOUGH = r"(?<!\w)(?:although|though|even if|lai gan|kaut gan|kaut arī|хотя)(?!\w)"
BETTER = r"improv|worsen|uzlabo|paslikt|улучш|ухудш"
_TURNS = regex.any_case(r",\s(?:bet|savukārt|turpretī|but|while|whereas|а|но|зато|тогда как)\s")
SO = (
    r"tātad|tādējādi|līdz ar to|tāpēc|kas nozīmē|so|thus|therefore|hence|which means|meaning"
    r"|значит|таким образом|то есть|следовательно|поэтому|итак"
)


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
        if signed and _ends(before.rstrip("+−–- "), f"{text.words.start}|{text.words.end}"):
            continue  # "the balance went from +57 to +81": levels too
        if _ends(before, since):
            continue  # "up from 53 % in 2022 but down from the 64 % in 2020": another level
        by = _ends(before, rf"{text.words.by}|or|jeb|или|up|down|{_rise(text)}|{_fall(text)}")
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
