"""A course that turns: `dipped in 2022 and then recovered`, `first grew, later fell`, `rose and has levelled off since`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit import words_course as words
from atbalss.audit.numbers import years_in
from atbalss.audit.text import Text, word_pattern

_FIRST = {  # how the first part of a course is opened
    "lv": r"vispirms|sākumā|iesākumā|sākotnēji|pēc(?= (?:\w+ )?(?:krit|saru|samaz|pieaug|kāp|lejup|audz))|līdz",
    "en": r"(?:at )?first|initially|to begin with|after(?= (?:an? |the |its |that )?(?:\w+ )?(?:dip|fall|drop|declin|decreas|rise|increas|gain|climb|growth))|following|until|till|up to",
    "ru": r"сначала|вначале|поначалу|сперва|первоначально|после(?= (?:\w+ )?(?:пад|сниж|сокращ|спад|рост|подъ|увелич))|до",
}
_THEN = {  # and its second
    "lv": r"(?:un|bet|taču) (?:pēc tam|tad|vēlāk)|pēc tam|pēcāk|vēlāk|toties|atkal|kam sekoja|pirms",
    "en": r"(?:and|but) (?:then|later|since)|then|later|afterwards|thereafter|subsequently|again|before|only to|followed by|since",
    "ru": r"(?:и|а|но) (?:затем|потом|позже)|затем|потом|позже|после чего|снова|вновь|опять|прежде чем",
}
_BACK = regex.pattern(
    r"(?<!\w)(?:return|back|restor|atgriez|atguv|верну|восстан)", regex.IGNORECASE
)
_NEW = regex.pattern(r"[!?;]\s|(?<!\d)\.\s")


@dataclass(frozen=True, slots=True)
class Bend:
    """The two ways of a course that turns, the years of each part, where its words stand."""

    ways: tuple[int, int]
    years: tuple[frozenset[int], frozenset[int]]
    until: bool  # the year of the first part is that of the turn
    start: int
    end: int

    def is_borne(self, points: Sequence[tuple[int, float]]) -> bool:
        """Whether levels (year, value) go the first way up to some wave, and then the second."""
        known = {year for year, _ in points}
        steps = [
            (one[0], other[0], one[1], other[1])
            for place, other in enumerate(points)
            for one in points[:place]
        ]
        ahead, behind = (years & known for years in self.years)
        return any(
            before == turn
            and _goes(low, level, self.ways[0])
            and _goes(level, high, self.ways[1])
            and (not ahead or (turn in ahead if self.until else turn >= max(ahead)))
            and (not behind or after in behind or turn in behind)
            for _, before, low, level in steps
            for turn, after, _, high in steps
        )


_FLAT = 0.05  # part of a level that a step may be which is called none


def _goes(one: float, other: float, way: int) -> bool:
    """Whether a step goes a way; 0: that it is hardly one."""
    return (other - one) * way > 0 if way else abs(other - one) <= _FLAT * max(one, other)


def bend_of(said: str, text: Text) -> Bend | None:
    """The turn that a sentence tells, of one subject; None where it tells none."""
    lang = text.lang
    then, first = word_pattern(_THEN[lang]), word_pattern(_FIRST[lang])
    if not (then.search(said) or first.search(said)):
        return None
    found = sorted(
        (match.start(), match.end(), way)
        for way, own, table in (
            (1, text.words.rise, words.RISES),
            (-1, text.words.fall, words.FALLS),
            (0, words.SAME[lang], words.SAME),
        )
        for match in word_pattern(f"{own}|{table[lang]}").finditer(said)
    )
    ways = [way for _, _, way in found]
    if len(ways) != 2 or ways[0] == ways[1] or word_pattern(words.TURNED[lang]).search(said):
        return None
    if 0 in ways and _BACK.search(said):
        return None  # `fell, and then returned to the same level`
    (start, stop, _), (begin, end, _) = found
    between, before = said[stop:begin], said[:start]
    opened = next((one for one in first.finditer(said) if one.start() < start), None)
    turned = then.search(between)
    if (
        not (turned or opened or then.search(said[end:]))
        or _NEW.search(between)
        or word_pattern(words.NOT[lang]).search(f"{before[-12:]} {between}")
    ):
        return None
    comma = between.find(",") + 1 or len(between)
    joint = stop + min(comma, turned.start() if turned else comma)
    until = opened and regex.match(r"līdz|until|till|up to|до", opened.group(0), regex.IGNORECASE)
    parts = (years_in(said[:joint]), years_in(said[joint:]))
    return Bend((ways[0], ways[1]), parts, bool(until), start, end)
