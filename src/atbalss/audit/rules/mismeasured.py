"""A mean or an amount that is told again with another value: the only one of its unit that it can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.counts_told import ELSEWHERE
from atbalss.audit.finding import Finding, finding
from atbalss.audit.language import words_of
from atbalss.audit.measures import OVERALL, Measure, measures_of
from atbalss.audit.met import same
from atbalss.audit.retelling import LOOSE, by_place, told
from atbalss.audit.rules.retold import NARROW, sections_again
from atbalss.audit.series import years_in
from atbalss.audit.sheets import sheets_of
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.vague import of_twins
from atbalss.audit.waves import is_earlier, last_year

_RATED = regex.any_case(  # `оценили на 8,7`: no difference
    r"(?<!\w)(?:оцен|постав|novērt|vērt|rated?|scored?)\w*(?:\s[^\s,;:]+){0,6}\s(?:на|ar|par|at)\s$"
)
_NORM = r"target\w*|goal|aim|norm\w*|should|must|limit\w*|mērķ\w*|jāsasniedz|vajadzētu|цел[ьию]\w*|должн\w+|норм\w+"
_LESS = 0.8  # what the words of the rest of its sentence count
_FEW = 2  # words
_STRANGE = 2  # words that a mean told again may say beside
_ONCE = r"formerly|used to|agrāk|раньше|до реформ\w+|before the reform|pirms reform\w+"
_CLEAR = 0.6
_WHOLE = 0.7  # what a word for all counts
_ENOUGH = 1.6
_NEAR = 0.34  # of a mean, that a slip is off at most


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Measures that are printed once, against the one that they can tell again."""
    if claims.crowded:
        return
    found, sheets = measures_of(text, claims), sheets_of(text, claims)
    done: set[int] = set()
    pictured = {
        word
        for block in text.blocks
        if block.kind is Kind.CHART
        for word in block.text.replace(",", ".").split(" · ")
    }
    for item in found:
        if item.sentence is None or id(item) in done or not _is_plain(item, text):
            continue
        if item.number.shown in pictured:
            continue  # a drawing that is not read prints it
        if any(_tells(one, item, text) for one in found if one is not item):
            continue
        placed = by_place(item.sentence, item.number, sheets, text)
        if placed is not None:
            yield told(text, "two-means", item.spot, placed, item.number)
            continue
        other = _meant(item, found, text)
        if other is not None:
            done.add(id(other))
            yield finding(
                text, "two-values", item.spot, (other.spot,), code="two-means", line=other.spot.line,
                value=item.number.shown, other=other.number.shown,
            )  # fmt: skip


def _tells(one: Measure, item: Measure, text: Text) -> bool:
    """Whether another measure bears an item out: it has the value, and is not in the lead as well."""
    if one.number.value != item.number.value or one.unit != item.unit:
        return False
    if one.sentence is None or item.sentence is None:
        return True
    again = sections_again(text)
    return not all(
        each.block <= 1 or each.block in again or each.kind is Kind.HEADING
        for each in (one.sentence, item.sentence)
    )


def _is_plain(item: Measure, text: Text) -> bool:
    words = item.sentence.text if item.sentence else ""
    return _says_plainly(words, item.number.start, item.number.end, last_year(text), text.lang)


@lru_cache(maxsize=2_000)
def _says_plainly(words: str, start: int, end: int, now: int, lang: str) -> bool:
    """Whether a mean is told of all, now: no bound, no norm, no error, no earlier wave."""
    bare = regex.sub(r"\([^()]*\)", " ", words[:start])
    before = regex.split(r"[,;:]\s", bare)[-1]
    after = regex.split(r"[,;:]\s", words[end:])[0]
    if (LOOSE.search(before) and not _RATED.search(before)) or word_pattern(_NORM).search(before):
        return False
    if word_pattern(ELSEWHERE).search(f"{before} {after}"):
        return False
    error = (
        r"±|error|margin|kļūd\w+|погрешност\w+|ошибк\w+|difference|starpīb\w+|разниц\w+|разрыв\w*"
    )
    beside = f"{before} {after}"
    if years_in(beside) and set(years_in(beside)) != {now}:
        return False
    return not (
        word_pattern(error).search(beside) or word_pattern(words_of(lang).last_wave).search(words)
    )


def _meant(item: Measure, found: Sequence[Measure], text: Text) -> Measure | None:
    """The one measure that an item can tell again: by the words of its row, of all, or because there is no other."""
    rivals = [
        one
        for one in found
        if one.unit == item.unit
        and one.spot.line != item.spot.line
        and one.number.value != item.number.value
        and not of_twins(one.spot.block, item.spot.block, text)
        and (one.sentence is None or _is_plain(one, text))
    ]
    values = {one.number.value for one in rivals}
    beside = [one for one in found if one.sentence is item.sentence and one is not item]
    cue = f"{OVERALL[text.lang]}|half|pus[eie]\\w?|половин\\w+"
    words = item.sentence.text if item.sentence else ""
    overall = item.meant or word_pattern(cue).search(words) is not None
    fits = []
    for one in rivals:
        if one.sentence is not None and not _alone(one, item, rivals, text):
            continue
        named = _share(one.named, item.named)
        if not beside:
            named = max(named, _LESS * _share(one.named, item.around))
        if (one.whole or one.sentence is not None) and overall:
            named = max(named, _WHOLE)
        asked = sum(any(same(m, w) for w in item.around) for m in one.around | one.named)
        score = 1.5 * named + 0.3 * min(asked, 3) + 0.5 * (len(values) == 1)
        fits.append((score + _is_near(item, one), one))
    fits.sort(key=lambda fit: -fit[0])
    if not fits or not _is_near(item, fits[0][1]) or fits[0][0] < _ENOUGH:
        return None
    told = [one.number.value for one in found if one.sentence is not item.sentence]
    if any(one.number.value not in told and _is_plain(one, text) for one in beside):
        return None  # two groups
    if _is_elsewhere(item, text):
        return None
    if _is_narrow(item, text) and _share(fits[0][1].named, item.around) < 0.5:
        return None
    if (
        len(fits) > 1
        and fits[1][0] > fits[0][0] - 0.4
        and fits[1][1].number.value != fits[0][1].number.value
    ):
        return None
    return fits[0][1]


def _alone(one: Measure, item: Measure, rivals: Sequence[Measure], text: Text) -> bool:
    """Whether a sentence alone can be meant: by its words, its digits, or as the one mean of the unit."""
    wave = last_year(text)
    clauses = [_clause(each) for each in (one, item)]
    if any(is_earlier(c, wave, text) or word_pattern(_ONCE).search(c) for c in clauses):
        return False
    if min(len(one.named), len(item.named)) > _FEW:
        both = min(_share(one.named, item.named), _share(item.named, one.named))
        if both >= _CLEAR:
            return True
    values = {r.number.value for r in rivals if r.sentence is not None}
    if len(values) > 1 or any(r.sentence is None and (r.whole or not item.meant) for r in rivals):
        return False
    turned = sorted(one.number.shown) == sorted(item.number.shown)
    strange = [m for m in item.named if not any(same(m, w) for w in one.around)]
    meant = one.meant + item.meant
    return (
        turned
        or meant > 1
        or (meant > 0 and len(strange) <= _STRANGE * (1 + (item.unit == "score")))
    )


def _share(own: frozenset[str], said: frozenset[str]) -> float:
    """How much of a name is said."""
    return sum(any(same(m, w) for w in said) for m in own) / len(own) if own else 0.0


_NAMED = regex.pattern(r"(?<=[\w,] )[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]\w{2,}|['’]s(?!\w)")


def _is_elsewhere(item: Measure, text: Text) -> bool:
    """Whether a measure is of a place or somebody that nothing else in the document names."""
    words = item.sentence.text if item.sentence else ""
    month = word_pattern(text.words.months)
    if item.sentence is None or item.sentence.block == 0:
        return False
    return any(text.whole.count(n) == 1 and not month.match(n) for n in _NAMED.findall(words))


def _clause(item: Measure) -> str:
    """What stands around a measure, between commas, colons and semicolons."""
    words = item.sentence.text if item.sentence else ""
    before = regex.split(r"[,;:]\s", words[: item.number.start])[-1]
    return before + regex.split(r"[,;:]\s", words[item.number.end :])[0]


def _is_narrow(item: Measure, text: Text) -> bool:
    """Whether the clause of a measure names a group."""
    return word_pattern(f"{NARROW}|{text.words.group}").search(_clause(item)) is not None


def _is_near(item: Measure, other: Measure) -> bool:
    one, two = item.number.value, other.number.value
    if sorted(item.number.shown) == sorted(other.number.shown):
        return True
    step = max(item.number.step, other.number.step)
    return step / 2 < abs(one - two) <= _NEAR * max(one, two)
