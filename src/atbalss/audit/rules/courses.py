"""A course told of a whole series: `grew with every survey`, `unchanged`, `for the first time over half`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit import words_course as words
from atbalss.audit.bends import Bend
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Unit, numbers, year_of
from atbalss.audit.rules.course_words import Course, courses_of, is_denied, is_level, series_meant
from atbalss.audit.spoken import said_shares
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.timelines import Point, Timeline, timelines_of

_STEADY = 5.0  # points that no author can call unchanged
_STEADY_COUNT = 0.1  # part of a count


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Courses that a step, a wave or a level of their series denies."""
    known = timelines_of(text, claims)
    if not known:
        return
    for sentence in text.sentences:
        if sentence.kind is Kind.CHART:
            continue
        if word_pattern(words.EXCEPT[text.lang]).search(sentence.text):
            continue
        for course in courses_of(text, claims, sentence):
            for series in series_meant(course, known, text):
                made = denied(course, series, text)
                if made is not None:
                    yield made
                    break


# ---- what is denied


def denied(course: Course, series: Timeline, text: Text) -> Finding | None:
    """The finding of what a series denies of a course; None where it bears it."""
    if course.bend is not None:
        return _bent(course, course.bend, series.points, text)
    points = _window(course, series, text)
    if len(points) < 2:
        return None
    for rule in (
        _turned,
        _every,
        _running,
        _goes_on,
        _first_time,
        _times,
        _unchanged,
        _peak,
        _plain,
    ):
        made = rule(course, points, text)
        if made is not None:
            return made
    return None


def _window(course: Course, series: Timeline, text: Text) -> list[Point]:
    """The points that a clause speaks of: since, until, between the years that it names."""
    points = list(series.points)
    match = word_pattern(words.SINCE[text.lang]).search(course.clause)
    if match is not None:
        said = {key: int(value) for key, value in match.groupdict().items() if value}
        first = next((said[key] for key in ("a", "b", "e", "f") if key in said), 0)
        last = next((said[key] for key in ("c", "d", "g") if key in said), 9999)
        if first and first not in {point.year for point in points}:
            return []
        return [point for point in points if first <= point.year <= last]
    few = regex.search(rf"{words.LAST_FEW}\s(\w+)", course.clause, regex.IGNORECASE)
    return (
        points[-2:]
        if few and word_pattern(words.EVERY[text.lang]).search(course.clause) is None
        else points
    )


def _steps(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(itertools.pairwise(points))


def _moved(one: Point, other: Point) -> int:
    return (other.number.value > one.number.value) - (other.number.value < one.number.value)


def _every(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """Every step must go the way that is told."""
    match = word_pattern(words.EVERY[text.lang]).search(course.clause)
    if match is None or not course.way or len(points) < 3:
        return None
    for one, other in _steps(points):
        if _moved(one, other) != course.way:  # also where it stands still
            return _told(course, match, one, other, text)
    return None


def _running(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`the third year in a row`: that many last steps."""
    match = word_pattern(words.RUNNING[text.lang]).search(course.clause)
    if match is None or not course.way:
        return None
    said = next(value for value in match.groupdict().values() if value)
    for one, other in _steps(points)[-words.HOW_MANY[said.lower()] :]:
        if _moved(one, other) == -course.way:
            return _told(course, match, one, other, text)
    return None


_THAN = regex.pattern(r"(?<!\w)(?:than|чем|nekā|kā (?:19|20)\d\d)(?!\w)")


def _turned(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`the decline has been reversed`: the last step must go another way, and one before it that way."""
    match = word_pattern(words.TURNED[text.lang]).search(course.clause)
    if match is None or len(points) < 3 or is_denied(course.clause[: match.start()], text):
        return None
    way = 1 if match.lastgroup == "rise" else -1
    steps = _steps(points)
    if _moved(*steps[-1]) == way:
        return _told(course, match, *steps[-1], text)
    if all(_moved(*step) == -way for step in steps):
        return _told(course, match, *steps[-2], text)
    return None


def _bent(course: Course, bend: Bend, points: Sequence[Point], text: Text) -> Finding | None:
    """`dipped in 2022 and then recovered`: the levels must go the one way, and then the other."""
    if len(points) < 3 or bend.is_borne([(point.year, point.number.value) for point in points]):
        return None
    match = regex.pattern(r".+", regex.DOTALL).match(course.clause, bend.start)
    return _told(course, match, points[0], points[-1], text) if match else None


def _goes_on(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`continues to rise`: the last step, and one before it, must have gone that way."""
    match = word_pattern(words.GOES_ON[text.lang]).search(course.clause)
    if match is None or not course.way or len(points) < 2:
        return None
    if _THAN.search(course.clause, match.end()):
        return None  # `is still lower than in 2021`
    steps = _steps(points)
    if _moved(*steps[-1]) == -course.way:
        return _told(course, match, *steps[-1], text)
    if len(steps) > 1 and all(_moved(*step) == -course.way for step in steps[:-1]):
        return _told(course, match, *steps[-2], text)
    return None


def _first_time(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`for the first time more than half`: no wave before was there, and this one is."""
    match = word_pattern(words.FIRST_TIME[text.lang]).search(course.clause)
    if match is None:
        return None
    above = word_pattern(words.ABOVE[text.lang]).search(course.clause)
    below = word_pattern(words.BELOW[text.lang]).search(course.clause)
    edge = _edge(course, text)
    if (above is None) == (below is None) or edge is None:
        return None
    now = _named_year(course, points, text) or points[-1]
    beyond = [p for p in points if (p.number.value > edge if above else p.number.value < edge)]
    early = [p for p in beyond if p.when < now.when]
    if early:
        return _told(course, match, early[-1], now, text)
    there = now.number.value >= edge if above else now.number.value <= edge
    return None if there else _told(course, match, now, now, text)


def _edge(course: Course, text: Text) -> float | None:
    if word_pattern(words.HALF[text.lang]).search(course.clause):
        return 50.0
    told = {exact for _, _, _, exact, _, _ in said_shares(course.clause, text.lang) if exact}
    if len(told) == 1:
        return told.pop()
    found = [
        n
        for n in numbers(course.clause, text.lang)
        if n.unit is Unit.PERCENT and not n.sign and not is_level(n, course.clause, text)
    ]
    return found[0].value if len(found) == 1 else None


def _named_year(course: Course, points: Sequence[Point], text: Text) -> Point | None:
    years = [year_of(n) for n in numbers(course.clause, text.lang) if year_of(n)]
    fits = [point for point in points if years == [point.year]]
    return fits[0] if len(fits) == 1 else None


def _times(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`doubled`: some pair of waves that may be meant must bear it."""
    match = word_pattern(words.TIMES[text.lang]).search(course.clause)
    if match is None or match.lastgroup is None or is_denied(course.clause[: match.start()], text):
        return None
    factor = float(match.lastgroup[1])
    if match.lastgroup[0] == "h" or course.way < 0:
        factor = 1 / factor
    elif not course.way and not regex.match(
        r"\w*(?:kāršoj|dubultoj|bled|bling|tripl|quadr|удво|утро|учетв)",
        match.group(0),
        regex.IGNORECASE,
    ):
        return None
    before = course.clause[: match.start()]
    low, high = 0.88, 1.15
    if regex.search(rf"(?:{words.NEARLY})\s(?:\w+\s)?$", before, regex.IGNORECASE):
        low, high = (0.78, 1.03) if factor > 1 else (0.97, 1.3)
    elif regex.search(rf"(?:{words.OVER})\s(?:\w+\s)?$", before, regex.IGNORECASE):
        low, high = (0.98, 9.0) if factor > 1 else (0.1, 1.02)
    pairs = {(points[0], points[-1]), (points[-2], points[-1])}
    if (named := _named_year(course, points, text)) is not None:
        place = list(points).index(named)
        pairs = {(p, named) for p in points[:place]} | {(named, p) for p in points[place + 1 :]}
    for one, other in pairs:
        if one.number.value and low <= other.number.value / one.number.value / factor <= high:
            return None
    return _told(course, match, points[0], points[-1], text)


def _unchanged(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`unchanged`, where the waves that may be meant all lie far apart."""
    match = word_pattern(words.SAME[text.lang]).search(course.clause)
    if (
        match is None
        or course.way
        or any(p.number.unit is Unit.NONE and p.number.digits for p in points)
    ):
        return None
    if is_denied(course.clause[: match.start()], text):
        return None
    spans = [abs(p.number.value - points[-1].number.value) for p in (points[0], points[-2])]
    if min(spans) < max(_STEADY, points[-1].number.value * _STEADY_COUNT):
        return None
    return _told(course, match, points[-2], points[-1], text)


def _peak(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`the highest was in 2021`: the year that is named must be the end of the series."""
    match = word_pattern(words.PEAK[text.lang]).search(course.clause)
    begin = (
        course.clause.rfind(", ", 0, match.start()) + 1 if match else 0
    )  # `after a fall in 2022, …`
    near = replace(course, clause=course.clause[begin:]) if begin else course
    now = _named_year(near, points, text)
    if match is None or now is None or len(points) < 3:
        return None
    if word_pattern(words.SINCE[text.lang]).search(course.clause):
        return None
    if regex.search(
        r"(?:nekā|than|чем|second|otr\w+|втор\w+)\s?(?:\w+\s)?$",
        course.clause[: match.start()],
        regex.IGNORECASE,
    ):
        return None
    if match.end() < len(course.clause) and regex.match(
        r",?\s(?:nekā|kā|than|чем)(?!\w)", course.clause[match.end() :], regex.IGNORECASE
    ):
        return None
    least = match.lastgroup == "low"
    values = [p.number.value for p in points]
    end = min(values) if least else max(values)
    if now.number.value == end:
        return None
    return _told(course, match, now, next(p for p in points if p.number.value == end), text)


def _plain(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`has grown over the years`, `grew from 2019 to 2021`: first against last."""
    if not course.way or word_pattern(words.FIRST_TIME[text.lang]).search(course.clause):
        return None
    over = word_pattern(f"{words.SINCE[text.lang]}|{words.EVER_SINCE[text.lang]}").search(
        course.clause
    )
    if over is None or regex.search(
        r"(?:highest|lowest|āk(?:ais|ā)|сам\w+)\s?$",
        course.clause[: over.start()],
        regex.IGNORECASE,
    ):
        return None
    if len([y for n in numbers(course.clause, text.lang) if (y := year_of(n))]) > 2:
        return None
    if _moved(points[0], points[-1]) != -course.way or len(points) < 3:
        return None
    return _told(course, over, points[0], points[-1], text)


def _told(course: Course, match: re.Match[str], one: Point, other: Point, text: Text) -> Finding:
    at = spot(text, course.sentence, *course.at(match))
    where = (one.spot,) if one.spot == other.spot else (one.spot, other.spot)
    return finding(
        text, "trend-word", at, where,
        words=match.group(0).strip(), earlier=one.number.shown, later=other.number.shown,
    )  # fmt: skip
