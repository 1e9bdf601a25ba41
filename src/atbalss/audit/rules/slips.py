"""The number of persons of a wave or a group told again with a slip: 598 for 588, 247 for 274."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.columns import NOTE
from atbalss.audit.finding import Finding, Spot, finding, quoted
from atbalss.audit.rules.amounts import MEASURES
from atbalss.audit.rules.samples import alike
from atbalss.audit.stems import stems
from atbalss.audit.text import Block, Kind, Text, word_pattern

_SIZE = r"(?P<n>\d{1,3}(?:[ ,\u00a0]\d{3})+|\d{2,5})(?![\d.,]*\d|\s?%)"
_WAVE = re.compile(  # `2024: n = 598`, `the 2023 survey had 1,164`, `опросы 2024 года (515 человек)`
    r"(?<![\d–-])(?P<year>20[0-3]\d)(?:\.? ?(?:gad\w*|g\.|г\.|год\w*))?"
    r"(?: (?:aptauj\w*|survey|wave|poll|опрос\w*|viln\w*)(?: (?:had|with|of|covered|bija|ar|было|с))?)?"
    rf"[\s:(–—,-]{{1,4}}(?:(?:[nN]|base|bāze|база)\s?[=:]?\s?)?{_SIZE}",
    regex.IGNORECASE,
)
_BEFORE = re.compile(  # `655 drivers in 2024`, `987 пациентов (2024 год)`
    rf"(?<![\w.,:/№+±−–-]){_SIZE}\s(?:[^\W\d][\w-]*\s){{1,2}}?(?:\(|in |в )(?P<year>20[0-3]\d)(?!\d)",
    regex.IGNORECASE,
)
_COUNT = re.compile(  # but not the count of an answer behind its share: `36 % 434 agree`
    rf"(?<!% )(?<![\w.,:/№+±−–-]){_SIZE}(?:\s(?P<after>[^\W\d_][\w-]*(?:\s[^\W\d_][\w-]*){{0,2}}))?"
)
_WERE_ASKED = re.compile(
    r"(?:\s[^\W\d][\w-]*){1,5}?\s(?:were asked|answered|replied|said|jautā\w+|vaicā\w+|atbildēj\w+|atzin\w+|спросили|спрашивали|ответил\w*|назвал\w*)(?!\w)",
    regex.IGNORECASE,
)
_LEAST = 100  # smaller numbers are often another's turned round


@dataclass(frozen=True, slots=True)
class Told:
    """A number of persons: the year of its wave (0: none), what it is called, its place."""

    value: int
    year: int
    named: frozenset[str]
    spot: Spot
    titled: bool = False  # in a caption, a note or the head of a table
    beside: int = 0  # the size of the latest wave that is told with it


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Sizes of waves and of groups of which one telling has a slip."""
    if not regex.search(r"\d{3}", text.whole):
        return
    yield from _waves(text)
    yield from _groups(text)


def _differ(text: Text, at: Told, against: Told) -> Finding:
    return finding(
        text, "two-values", at.spot, (against.spot,), code="two-counts",
        value=at.value, other=against.value, line=against.spot.line,
    )  # fmt: skip


def _passages(text: Text) -> Iterator[tuple[str, Block, int, int]]:
    """(words, block, its place, line or -1) of all text and of each head of a table."""
    for index, block in enumerate(text.blocks):
        if block.kind in (Kind.QUOTE, Kind.CONTENTS):
            continue
        if block.text:
            yield block.text, block, index, -1
        if block.rows:
            line = block.row_lines[0] if block.row_lines else block.line
            yield " | ".join(block.rows[0]), block, index, line


def _number(match: re.Match[str]) -> int:
    return int(regex.sub(r"\D", "", match.group("n")))


def _waves(text: Text) -> Iterator[Finding]:
    """The size of a wave told with a slip, beside the same size of another wave or in a sentence."""
    by_year: dict[int, list[Told]] = defaultdict(list)
    for words, block, index, line in _passages(text):
        found = [*_WAVE.finditer(words), *_BEFORE.finditer(words)]
        found = [match for match in found if not 1990 <= _number(match) <= 2039]
        titled = block.kind is Kind.CAPTION or bool(block.rows) or NOTE.match(words) is not None
        years = {int(match.group("year")): _number(match) for match in found}
        latest = years[max(years)] if len(years) > 1 else 0
        for match in found:
            at = line if line >= 0 else block.line_at(match.start())
            where = Spot(quoted(words, match.start(), match.end()), at, block.page, index)
            year = int(match.group("year"))
            beside = latest if _number(match) != latest else 0
            by_year[year].append(Told(_number(match), year, frozenset(), where, titled, beside))
    for year, told in _alone(text):
        by_year[year].append(told)
    for found_ in by_year.values():
        yield from _odd_one(text, found_)


def _alone(text: Text) -> Iterator[tuple[int, Told]]:
    """The persons of a sentence that names one year and counts nothing else."""
    for sentence in text.prose:
        years = set(regex.findall(r"(?<!\d)20[0-3]\d(?!\d)", sentence.text))
        counts = [
            match
            for match in _COUNT.finditer(sentence.text)
            if not 1990 <= _number(match) <= 2039 and _number(match) >= _LEAST
        ]
        people = word_pattern(text.words.people)
        if len(years) != 1 or len(counts) != 1 or "%" in sentence.text:
            continue
        if people.search(counts[0].group("after") or ""):
            start, end = counts[0].span("n")
            line = text.line_in(sentence, start)
            where = Spot(quoted(sentence.text, start, end), line, sentence.page, sentence.block)
            year = int(years.pop())
            yield year, Told(_number(counts[0]), year, frozenset(), where)


def _odd_one(text: Text, told: list[Told]) -> Iterator[Finding]:
    """The one telling that differs by a slip from all others, or the titled one of two."""
    times = Counter(item.value for item in told)
    for item in told:
        rivals = [
            other
            for other in told
            if other.value != item.value and (not item.titled or _one_whole(item, other, text))
        ]
        if times[item.value] > 1 or not rivals or len({other.value for other in rivals}) > 1:
            continue
        first = rivals[0]
        if not alike(item.value, first.value) or _seen(item.value, text) > 1:
            continue
        often = _seen(first.value, text) > 1
        if len(rivals) > 1 or often or (item.titled and not first.titled):
            yield _differ(text, item, first)
            return


def _one_whole(item: Told, other: Told, text: Text) -> bool:
    """Whether two sizes of one wave are of the same persons: by the size of the latest wave."""
    if other.beside:
        return item.beside == other.beside
    return not other.titled and _seen(item.beside, text) > 1


def _seen(value: int, text: Text) -> int:
    printed = f"{value:,}".replace(",", r"[ ,\u00a0]?")
    return len(regex.findall(rf"(?<![\d.,]){printed}(?![\d.,]*\d)", text.whole))


# ---- groups


def _groups(text: Text) -> Iterator[Finding]:
    """A number of persons told once, whose digits are those of another number of the same group."""
    told = [item for item in _counted(text) if item.value >= _LEAST]
    printed = {item.value for item in told}
    for item in told:
        turned = [v for v in printed if v != item.value and _turned(v, item.value)]
        if len(turned) != 1 or _seen(item.value, text) > 1:
            continue
        others = [
            other for other in told
            if other.value == turned[0] and _one_group(item, other, text)
        ]  # fmt: skip
        if others and (item.titled or _seen(turned[0], text) > 1 or _is_later(item, others)):
            yield _differ(text, item, others[0])


def _is_later(item: Told, others: list[Told]) -> bool:
    return item.spot.line > others[0].spot.line


def _turned(one: int, other: int) -> bool:
    return sorted(str(one)) == sorted(str(other)) and alike(one, other)


def _one_group(one: Told, other: Told, text: Text) -> bool:
    """Whether two counts are called by one name that is not that of all who answered."""
    return bool(one.named & other.named) and one.year == other.year


def _noun(after: str, text: Text) -> str:
    """The noun right behind a number, where it measures nothing."""
    word = after.split(" ")[0]
    measured = regex.match(rf"(?:{MEASURES[text.lang]})(?!\w)", word, regex.IGNORECASE)
    return word if len(word) > 4 and not measured else ""


def _counted(text: Text) -> Iterator[Told]:
    """Counts of persons of sentences and captions, with the stems of their clause."""
    people = word_pattern(text.words.people)
    for sentence in text.sentences:
        if sentence.kind in (Kind.HEADING, Kind.CHART):
            continue
        words = sentence.text
        for match in _COUNT.finditer(words):
            value = _number(match)
            if value < _LEAST:
                continue
            based = regex.search(r"[nN]\s?=\s?$", words[: match.start("n")])
            based = based or regex.match(r"\s\(\d{1,3}(?:[.,]\d)?\s?%\)", words[match.end("n") :])
            after = match.group("after") or ""
            person = people.search(after) or _WERE_ASKED.match(words, match.end("n"))
            noun = "" if based or person else _noun(after, text)
            if 1990 <= value <= 2039 or not (based or person or noun):
                continue
            left = max(
                (m.end() for m in regex.finditer(r"[;:.,]\s", words[: match.start()])), default=0
            )
            cut = regex.search(r"[;.]\s|,\s(?=\d)", words[match.end("n") :])
            clause = words[left : match.end("n") + (cut.start() if cut else len(words))]
            years = regex.findall(r"(?<!\d)20[0-3]\d(?!\d)", clause)
            line = text.line_in(sentence, match.start("n"))
            where = Spot(
                quoted(words, match.start(), match.end("n")), line, sentence.page, sentence.block
            )
            about = frozenset(stems(noun or people.sub(" ", clause), text.lang))
            titled = sentence.kind is Kind.CAPTION
            yield Told(value, int(years[0]) if years else 0, about, where, titled)
