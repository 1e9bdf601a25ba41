"""A rise, a fall or a course told of the only waves that it can be about, which they deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit import words_course as words
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Unit, numbers, year_of, years_in
from atbalss.audit.polarity import signs_of as signs
from atbalss.audit.rules.concluded import LOUD
from atbalss.audit.rules.course_words import OF_SURVEY, Course, courses_of, levels_fit, telling
from atbalss.audit.rules.courses import denied
from atbalss.audit.rules.gaps_told import ERROR
from atbalss.audit.rules.retold import signs_of
from atbalss.audit.shifts import is_deed, is_elsewhere
from atbalss.audit.stems import stems
from atbalss.audit.strand import Strand
from atbalss.audit.strand_pairs import pairs_in
from atbalss.audit.strands import about_of, question_before, strands_of
from atbalss.audit.strands_meant import claiming, is_linked, is_report, meant
from atbalss.audit.subject_words import is_counted, is_named
from atbalss.audit.summaries import is_news
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.timelines import Point, Timeline
from atbalss.audit.ways_told import BETTER, are_opposed

_FILL = r"make|ever|palic|remain|остал|остае|seri|open|stand|stood|start|beg[aiu]n|since|record|first|измер|наблюд|начал|вперв|sāk|mērīj|pirm"
_DEED = regex.pattern(r"mainīt(?:s|a|i|as)$", regex.IGNORECASE)  # by somebody
_ASKED = regex.pattern(  # how it was asked: `one unchanged question`
    r"\s(?:question|wording|method|sampl|form|jautājum|formulējum|metod|izlas|anket|вопрос|формулиров|метод|выборк|анкет)",
    regex.IGNORECASE,
)
_DIFFERENCE = r"differences?|gaps?|changes?|starpīb\w*|atšķirīb\w*|izmaiņ\w*|разниц\w+|разрыв\w*|различи\w+|изменени\w+"
_SAYS = regex.pattern(  # who says so
    r",\s(?:raksta|ziņo|stāsta|norāda|saka|says?|said|writes?|reports?|сообща\w+|пиш\w+|говор\w+|отмеча\w+)\s[^,;]{3,40}$"
)
_SHORT_FOR = regex.pattern(r"(?:список )?сокращени\w+(?: и |:)", regex.IGNORECASE)  # abbreviations
_THIS = regex.pattern(
    r"(?:this (?:figure|share|number|indicator|is)|šis (?:rādītājs|īpatsvars|skaits)|tas ir|эт(?:от|а|о) (?:показатель|доля|цифра|число)|это)(?!\w)",
    regex.IGNORECASE,
)
_EMPTY = 2  # words of a clause that may name no subject of its own


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Courses that the only series of waves denies."""
    if is_news(text):
        return
    if not any(item.waves for item in strands_of(text, claims)):
        return
    allowed = word_pattern(words.EXCEPT[text.lang])
    for sentence in claiming(text):
        if sentence.text.rstrip(' ”“»")').endswith("?") or is_elsewhere(sentence.text):
            continue
        if _SHORT_FOR.match(sentence.text):
            continue
        for course in courses_of(text, claims, sentence):
            if not _tells(course, text):
                continue
            made = _against(course, text, claims, bool(allowed.search(course.clause)))
            if made is not None:
                yield made
                break


_WITHIN = r"within|robežās|в пределах"
_CHANCE = regex.pattern(  # a change is weighed against chance
    r"(?<!\w)(?:(?:more|larger|greater|bigger|less|smaller) than (?:\w+ ){0,4}(?:chance|luck|noise|sampling|accident|explained?|expected)"
    r"|(?:vairāk|lielāk\w*|mazāk\w*|mazāk) (?:par|nekā|kā),? (?:\w+ ){0,5}(?:nejauš\w+|sagadīšan\w+|izskaidro\w+|gadījum\w+)"
    r"|(?:больше|меньше),? чем (?:\w+ ){0,5}(?:случайн\w+|объяснить|ожида\w+)|(?:больше|меньше) случайн\w+)",
    regex.IGNORECASE,
)


def _tells(course: Course, text: Text) -> bool:
    """Whether a clause tells a course at all, and of shares."""
    if is_counted(course.clause, text):
        return False
    steady = word_pattern(words.SAME[text.lang]).search(course.clause)
    tested = word_pattern(rf"{text.words.tested}|{ERROR}").search(course.sentence.text)
    if tested and course.bend and 0 in course.bend.ways:
        return not word_pattern(rf"{words.NOT[text.lang]}|{_WITHIN}").search(course.sentence.text)
    if tested and (steady or not (course.way or course.bend)):
        return False  # unchanged, but for chance
    if steady and (_DEED.search(steady.group(0)) or _ASKED.match(course.clause, steady.end())):
        return False
    if word_pattern(rf"{text.words.tested}|{ERROR}").search(course.clause) and word_pattern(
        _DIFFERENCE
    ).search(course.clause):
        return False  # `the difference is smaller than the error`
    if _CHANCE.search(course.clause):
        return False  # `more than can be explained by chance`, `lower than in the other branches`
    tables = (words.SAME, words.FIRST_TIME, words.TIMES, words.PEAK, words.TURNED)
    return bool(course.way or course.bend) or any(
        word_pattern(table[text.lang]).search(course.clause) for table in tables
    )


def _against(course: Course, text: Text, claims: Claims, excepted: bool) -> Finding | None:
    """`excepted`: whether the clause names an exception, which two waves cannot have."""
    sentence = course.sentence
    known = [
        item
        for item in meant(sentence, text, claims, share=None, clause=course.clause)
        if item.waves
    ]
    if len(known) != 1 or sentence.order in known[0].orders:
        return None
    strand = known[0]
    sized = [n for n in numbers(course.clause, text.lang) if n.unit is Unit.NONE and not year_of(n)]
    label = " ".join(point.label for point in strand.points)
    if len(sized) > 1 and not any(n.shown in label for n in sized):
        return None  # `sized 1000+ and 11-100`: other rows
    if _THIS.match(sentence.text) and strand.orders and min(strand.orders) > sentence.order:
        return None  # what it speaks of stands before
    if excepted and len(strand.points) > 2:
        return None
    if strand.orders and not is_report(text):
        return None  # of much that was asked, a little is told
    levels = {claim.number.value for claim in claims.levels}
    if sentence.kind is Kind.HEADING and strand.orders and levels - strand.values:
        return None
    amounts = [n for n in numbers(sentence.text, text.lang) if n.unit is Unit.POINTS]
    spreads = [abs(a.number.value - b.number.value) for a, b in combinations(strand.points, 2)]
    if any(all(abs(n.value - spread) > n.step for spread in spreads) for n in amounts):
        return None
    if not is_linked(sentence, known, text, claims) or _is_denied(sentence, strand, text):
        return None
    if not _is_about(course, strand, text):
        return None
    series = _timeline(strand, text)
    if not levels_fit(course, series, text):
        return None
    made = denied(course, series, text)
    return made if made is not None else _plain(course, strand, text)


def _is_about(course: Course, strand: Strand, text: Text) -> bool:
    """Whether a clause names what the waves measure, or nothing else."""
    rest, known = _named_in(_SAYS.sub("", course.clause), strand, text)
    share = word_pattern(text.words.share).search(course.clause)
    if any(OF_SURVEY.match(word) for word in rest):  # of the question, of those who do not answer
        known -= sum(OF_SURVEY.match(word) is not None for word in rest)
        return known > 0
    if known:
        return (
            share is not None
            or len(rest) - known <= max(known, _EMPTY)
            or _begins_about(course, strand, text)
        )
    return len(rest) <= (_EMPTY if share else 0)


def _named_in(words_: str, strand: Strand, text: Text) -> tuple[set[str], int]:
    """The stems by which words name a subject, and how many of them the waves have too."""
    loud = " ".join(match.group(0) for match in word_pattern(LOUD).finditer(words_))
    said = telling(words_, text) - frozenset(stems(loud, text.lang))
    rest = {word for word in said if not regex.match(rf"{words.GENERIC}|{_FILL}", word)}
    about = about_of(strand, text)
    known = {word for word in rest if is_named(word, about, text)}
    named = telling(word_pattern(text.words.people).sub(" ", words_), text)
    return (rest & named) | known, len(known)


def _begins_about(course: Course, strand: Strand, text: Text) -> bool:
    """Whether what stands before the word of growth names what the waves measure: the subject of the clause."""
    match = _word(course, text) or word_pattern(words.SAME[text.lang]).search(course.clause)
    if match is None:
        return False
    rest, known = _named_in(course.clause[: match.start()], strand, text)
    return known > 1 and len(rest) - known <= 1


def _is_denied(sentence: Sentence, strand: Strand, text: Text) -> bool:
    """Whether a claim is of the opposite: of those who do not, of `no`."""
    answer = f"{strand.title} {strand.points[0].label}"
    said = word_pattern(words.SAME[text.lang]).sub(
        " ", sentence.text
    )  # `has not changed` denies no answer
    if text.lang == "lv":
        said = regex.sub(r"(?<!\w)no(?=\s)", " ", said)  # `from`
    return signs_of(said, text)[0] != signs_of(answer, text)[0] if strand.title else False


def _timeline(strand: Strand, text: Text) -> Timeline:
    points = tuple(Point(point.when, point.number, point.spot) for point in strand.points)
    about = about_of(strand, text)
    named = frozenset(stems(strand.title, text.lang))
    return Timeline(points, named, about, strand.section, strand.block)


def _plain(course: Course, strand: Strand, text: Text) -> Finding | None:
    """`has grown`: every pair of waves that may be meant goes the other way."""
    if not course.way or course.bend or word_pattern(words.PEAK[text.lang]).search(course.clause):
        return None
    told = " ".join(text.sentences[order].text for order in strand.orders)
    if are_opposed(told, course.clause, text):
        return None  # trust has grown: fewer distrust
    pairs = pairs_in(strand, course.sentence, text, clause=course.clause)
    if len(pairs) > 1 and not years_in(course.clause):
        points = strand.points
        pairs = [pair for pair in pairs if pair[1] is points[-1]] or pairs
    if not pairs:
        return None
    steps = [other.number.value - one.number.value for one, other in pairs]
    if any(step * course.way >= 0 for step in steps):
        return None
    match = _word(course, text)
    if match is None or is_deed(course.clause, (match.group(0), course.way, match.start())):
        return None
    if regex.match(BETTER, match.group(0), regex.IGNORECASE) and not _is_good(strand, text):
        return None
    then = {year for year in years_in(course.clause) if year < strand.points[-1].when}
    if then and _HIGHER.fullmatch(match.group(0)) and not _THAN.search(course.clause):
        return None  # `in 2019 it was higher`
    one, other = pairs[-1]
    at = spot(text, course.sentence, *course.at(match))
    where = (one.spot,) if one.spot == other.spot else (one.spot, other.spot)
    return finding(
        text, "trend-word", at, where,
        words=match.group(0), earlier=one.number.shown, later=other.number.shown,
    )  # fmt: skip


_HIGHER = regex.pattern(
    r"higher|lower|larger|smaller|more|less|выше|ниже|больше|меньше|(?:liel|maz|augst|zem)āk\w*|vairāk|mazāk",
    regex.IGNORECASE,
)
_THAN = regex.pattern(r"(?<!\w)(?:than|чем|(?:ne)?kā)(?!\w)", regex.IGNORECASE)


def _is_good(strand: Strand, text: Text) -> bool:
    """Whether more of what the waves measure is better: satisfaction, trust, safety."""
    told = signs(f"{strand.lead} {question_before(strand, text)} {strand.title}", text.lang)
    return bool(told) and all(sign > 0 for sign in told.values())


def _word(course: Course, text: Text) -> re.Match[str] | None:
    table = (words.RISES if course.way > 0 else words.FALLS)[text.lang]
    own = text.words.rise if course.way > 0 else text.words.fall
    return word_pattern(f"{own}|{table}").search(course.clause)
