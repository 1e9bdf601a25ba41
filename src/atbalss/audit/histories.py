"""What one quantity was in each wave, wherever it is told: a row of a table, or levels of near sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import place_meant
from atbalss.audit.finding import Spot, spot, spot_of
from atbalss.audit.kept import read_once
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.rules.apart import is_old
from atbalss.audit.rules.retold import signs_of
from atbalss.audit.series import own_base, years_in
from atbalss.audit.sheets import Sheet, is_part_of, sheets_of
from atbalss.audit.spans import earlier_waves
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.timelines import Timeline, timelines_of
from atbalss.audit.waves import last_year

_BACK = 3  # sentences before an earlier level in which that of now may stand
_NOW = 2039  # stands for the year of a wave that no year names
_EMPTY = (  # words by which an earlier level is told of the same thing
    r"darīj\w+|doing|делал\w*|так|поступал\w*|gad\w*|pusgad\w*|vien[aāsu]|div\w{1,3}|tr(?:īs|im|iju)|years?|seasons?|one|two|three|год\w{0,3}|лет|дв(?:а|ух|е)|три|тр[её]х|один|tād[uaiās]\w*|šād[uaiā]\w*|šis|šī|šo|tas|tā|to|pats|pati|bija|veidoja|sasniedza|rādītāj\w*|skaitl\w+|kopēj\w+|kopumā|atbilstoš\w+|summ\w+"
    r"|figure|number|level|result|overall|such|this|that|same|first|corresponding|sum|was|were|had|stood|total|earlier|before|so|they|it|did|said|thought"
    r"|так\w{2,3}|этот|эта|это|показател\w+|цифра|уровень|был[аио]?|составлял\w*|составил\w*|равнял\w+|доля|их|тогда|соответствующ\w+|общ\w+|сумм\w+"
)


@dataclass(frozen=True, slots=True)
class Level:
    """A value of one wave and where it is printed."""

    year: int
    number: Number
    spot: Spot


@dataclass(frozen=True, slots=True)
class History:
    """Two waves or more of one quantity, the earliest first; `orders`: its sentences, none of a table."""

    levels: tuple[Level, ...]
    named: frozenset[str]
    about: frozenset[str]
    section: int
    block: int
    orders: tuple[int, ...]

    @property
    def latest(self) -> Level:
        """The level of the last wave."""
        return self.levels[-1]

    @property
    def waves(self) -> tuple[int, ...]:
        """The years of its waves, in order."""
        return tuple(level.year for level in self.levels)

    def at(self, year: int) -> Level:
        """The level of a wave that it has."""
        return next(level for level in self.levels if level.year == year)


@read_once
def histories(text: Text, claims: Claims) -> tuple[History, ...]:
    """All histories of a document."""
    made = (*_of_timelines(text, claims), *_of_prose(text, claims))
    told = {order for item in made for order in item.orders}
    made = (*made, *_of_lists(text, claims, told))
    return (*made, *_of_changes(text, claims, told))


def hits(words: frozenset[str], said: frozenset[str]) -> int:
    """How many stems have one among others that begins alike, as inflection leaves them."""
    short = {other for other in said if len(other) == _SHORT}
    long, begins = {other[:4] for other in said if len(other) > _SHORT}, {o[:3] for o in said}
    return sum(
        word in said
        or (len(word) > _SHORT and (word[:4] in long or word[:_SHORT] in short))
        or (len(word) == _SHORT and word in begins)
        for word in words
    )


_SHORT = 3  # letters of the shortest stem that is held against others


def shares_of(found: Sequence[float], item: History) -> bool:
    """Whether printed values are all levels of a history."""
    known = [level.number.value for level in item.levels]
    return all(any(abs(value - level) < 1e-9 for level in known) for value in found)


# ---- tables and sentences of years


def _of_timelines(text: Text, claims: Claims) -> Iterator[History]:
    wave = last_year(text)
    for item in timelines_of(text, claims):
        percent = all(point.number.unit is Unit.PERCENT for point in item.points)
        heads = text.blocks[item.block].rows[:1] if item.order < 0 else ()
        if not percent and not any("%" in cell for row in heads for cell in row):
            continue
        if len({point.year for point in item.points}) < len(item.points) or (
            wave and item.points[-1].year < wave
        ):
            continue
        orders = () if item.order < 0 else (item.order,)
        yield _history(item, orders)


def _history(item: Timeline, orders: tuple[int, ...]) -> History:
    levels = tuple(Level(point.year, point.number, point.spot) for point in item.points)
    return History(levels, item.named or item.about, item.about, item.section, item.block, orders)


# ---- levels of near sentences


def _of_prose(text: Text, claims: Claims) -> Iterator[History]:
    """`57 % have used it. In 2023 it was 48 %, in 2022 44 %`: the later level stands before the earlier."""
    wave = last_year(text)
    found: dict[tuple[int, int], list[tuple[int, Claim]]] = {}
    now: dict[tuple[int, int], Claim] = {}
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        year = _year_of(claim, wave, text, claims)
        if not year:
            continue
        later = _later(claim, wave, text, claims)
        if later is None:
            continue
        key = (later.sentence.order, later.number.start)
        now[key] = later
        found.setdefault(key, []).append((year, claim))
    for key, earlier in found.items():
        years = [year for year, _ in earlier]
        if len(set(years)) == len(years):
            yield _told(text, now[key], sorted(earlier, key=lambda one: one[0]), wave)


def _of_lists(text: Text, claims: Claims, told: set[int]) -> Iterator[History]:
    """`In 2022 the app was used by 20 %`, and of now the row of a list that its words name, or that of all."""
    wave = last_year(text)
    found = [s for s in sheets_of(text, claims) if s.shares and not s.waves and len(s.heads) == 1]
    for claim in claims.levels if wave and found else ():
        at = claim.sentence
        before = [
            c for c in claims.levels if c.sentence.block == at.block and c.sentence.order < at.order
        ]
        if at.kind is not Kind.PARAGRAPH or at.order in told or not claim.alone or before:
            continue
        near = [s for s in found if s.section == at.section and not is_part_of(at, s)]
        year = _year_of(claim, wave, text, claims) if near else 0
        row = _row_of(_own(claim, text), near, text) if year else None
        if row is None:
            continue
        sheet, place = row
        now = sheet.cells[place][0]
        if now is not None:
            where = spot(text, at, claim.number.start, claim.number.end)
            levels = (Level(year, claim.number, where), Level(wave, now, sheet.spots[place]))
            named = _own(claim, text)
            about = named | frozenset(stems(sheet.asked, text.lang))
            yield History(levels, named, about, at.section, at.block, (at.order,))


_DIGIT = regex.pattern(r"\d")


def _row_of(own: frozenset[str], near: Sequence[Sheet], text: Text) -> tuple[Sheet, int] | None:
    """The one row of the lists that words name; or that of all, where they name nothing but what the list asks."""
    bare = {
        id(sheet): [regex.sub(r"\([^()]*\)", " ", one) for one in sheet.labels] for sheet in near
    }
    words = [s for s in near if not any(map(_DIGIT.search, bare[id(s)]))]  # amounts have bounds
    named = [
        place_meant([frozenset(stems(one, text.lang)) for one in bare[id(s)]], own) for s in words
    ]
    fits = [(sheet, at) for sheet, at in zip(words, named, strict=True) if at >= 0]
    if not fits and len(near) == 1:
        asked = frozenset(stems(near[0].asked, text.lang))
        total = word_pattern(text.words.total)
        rows = [at for at, label in enumerate(near[0].labels) if total.match(label)]
        fits = [(near[0], at) for at in rows if hits(own, asked) == len(own)]
    return fits[0] if len(fits) == 1 and len(fits[0][0].labels) > 1 else None


def _of_changes(text: Text, claims: Claims, told: set[int]) -> Iterator[History]:
    """`The tram has become less punctual (72 %, after 74 %)`: both levels in one sentence, no wave named."""
    wave = last_year(text) or _NOW
    for change in changes(text, claims):
        at = change.sentence
        if at.order in told or change.later.unit is not Unit.PERCENT:
            continue
        years = [year for year in years_in(at.text) if year < wave] or [wave - 1]
        levels = tuple(
            Level(year, number, spot(text, at, number.start, number.end))
            for year, number in ((years[0], change.earlier), (wave, change.later))
        )
        named = frozenset(stems(at.text, text.lang))
        yield History(levels, named, named, at.section, at.block, (at.order,))


def _told(text: Text, later: Claim, earlier: list[tuple[int, Claim]], wave: int) -> History:
    def level(year: int, claim: Claim) -> Level:
        return Level(year, claim.number, spot_of(text, claim))

    levels = (*(level(year, claim) for year, claim in earlier), level(wave or _NOW, later))
    named = _own(later, text)
    for _, claim in earlier:
        named |= _own(claim, text)
    orders = tuple(sorted({later.sentence.order, *(c.sentence.order for _, c in earlier)}))
    title = text.titles.get(later.sentence.section, "")
    about = named | frozenset(stems(f"{title} {later.sentence.text}", text.lang))
    return History(levels, named, about, later.sentence.section, later.sentence.block, orders)


def _year_of(claim: Claim, wave: int, text: Text, claims: Claims) -> int:
    """The earlier wave that a level is of; 0 of one of now."""
    latest = wave or _NOW
    words = claim.sentence.text if claim.alone else claim.segment
    years = [year for year in years_in(words) if year < latest]
    then = claim.alone and len(years) == 1 and word_pattern(_THEN).search(words)
    if not (then or is_old(claim, wave, text) or _goes_on(claim, wave, text, claims)):
        return 0
    years = years or [year for year in years_in(claim.sentence.text) if year < latest]
    if years:
        return years[0] if len(set(years)) == 1 else 0
    back = earlier_waves(words, range(latest - 6, latest + 1), text) or ()
    return back[0] if len(back) == 1 else latest - 1


_THEN = (
    r"at that time|back then|tolaik|toreiz|тогда"  # `it was asked in 2024 too; then 60 % said so`
)


def _goes_on(claim: Claim, wave: int, text: Text, claims: Claims) -> bool:
    """`In 2021 43 % named noise and 26 % light`: the second is of the wave of the first."""
    own = claims.of(claim.sentence)
    first = own[0]
    if first is claim or len(own) != 2 or not is_old(first, wave, text):
        return False
    between = claim.sentence.text[first.number.end : claim.number.start]
    now = word_pattern(text.words.this_wave).search(between)
    joined = regex.search(r"(?<!\w)(?:un|and|и)\s", between)
    return bool(joined) and not now and not years_in(between) and len(between) < 60


def _own(claim: Claim, text: Text) -> frozenset[str]:
    """The stems that name what a share is of: without waves, people, and words of reporting."""
    words = text.words
    drop = rf"{words.people}|{words.last_wave}|{words.this_wave}|{words.rise}|{words.fall}|{words.change}|{_EMPTY}"
    begin = claim.start
    cut = regex.split(
        r";\s|[,.]\s(?:tātad|so|that is|то есть|так что|значит|thus)\s", claim.segment
    )[0]
    if begin + len(cut) < claim.number.end:
        cut = claim.segment
    bare = regex.sub(r"\([^()]*\)?", " ", cut)
    return frozenset(stems(word_pattern(drop).sub(" ", bare), text.lang))


def _later(claim: Claim, wave: int, text: Text, claims: Claims) -> Claim | None:
    """The level of now that an earlier one goes back from: of its sentence, or the nearest before."""
    mine = claims.of(claim.sentence)
    place = mine.index(claim)
    if place and _in_bracket(claim) and not is_old(mine[place - 1], wave, text):
        return mine[place - 1]  # "bus 41 % (2022: 44 %), bicycle 27 % (2022: 18 %)"
    if (
        place > 1
        and _in_bracket(claim)
        and _later(mine[place - 1], wave, text, claims) is mine[place - 2]
    ):
        return mine[place - 2]  # "24 % (2023: 21 %, 2021: 19 %)"
    beside = [
        item
        for item in mine
        if item is not claim
        and not is_old(item, wave, text)
        and not _goes_on(item, wave, text, claims)
    ]
    if len(beside) == 1:
        return beside[0]
    if beside:
        return None
    own = _own(claim, text)
    before = _before(claim.sentence, wave, text, claims)
    fits = _likest(own, before, text)
    if not own or (not fits and len(own) < 3 and word_pattern(_PRONOUN).search(claim.segment)):
        return _just_before(claim, before)
    denied, degrees = _signs(claim, text)
    fits = [item for item in fits if _signs(item, text)[0] == denied]
    if degrees:
        fits = [item for item in fits if _signs(item, text)[1] == degrees]

    def is_plain(item: Claim) -> bool:
        return _signs(item, text)[1] == degrees

    def is_of_all(item: Claim) -> bool:
        return own_base(item.segment) in (0, claims.base)

    for keep in (_is_beside(claim), is_plain, is_of_all):
        fits = [item for item in fits if keep(item)] or fits
    return fits[0] if len(fits) == 1 else None


def _in_bracket(claim: Claim) -> bool:
    """Whether a level stands in brackets: behind the one of now."""
    before = claim.sentence.text[: claim.number.start]
    return before.rfind("(") > before.rfind(")")


_PRONOUN = r"it|them|so|tā|to|tos|tās|tajā|tam|ar to|par to|её|ее|его|их|ими|ним|ней|этим|так"
_FIRST = r"first|former|pirm(?:ais|ā|o|ajam)|перв\w{2,3}"


def _just_before(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The level of the sentence before that `In 2022 it was 41 %` goes back from; its first, if called so."""
    near = [item for item in before if item.sentence.block == claim.sentence.block]
    last = [item for item in near if item.sentence.order == near[-1].sentence.order]
    one = len(last) == 1 or (last and word_pattern(_FIRST).search(claim.segment))
    return last[0] if one else None


def _likest(own: frozenset[str], found: Sequence[Claim], text: Text) -> list[Claim]:
    """The levels that share most words with an earlier one: half of its words at least."""
    scored = [(hits(own, _own(item, text)), item) for item in found]
    best = max((score for score, _ in scored), default=0)
    return [item for score, item in scored if score == best] if 0 < best >= len(own) / 2 else []


def _signs(claim: Claim, text: Text) -> tuple[int, frozenset[str]]:
    """Negations and degrees of what a share is of; Latvian `no 461 pacienta` denies nothing."""
    words = (
        regex.sub(r"(?<!\w)no(?=\s)", " ", claim.segment) if text.lang == "lv" else claim.segment
    )
    return signs_of(words, text)


def _is_beside(claim: Claim) -> Callable[[Claim], bool]:
    return lambda item: item.sentence.block == claim.sentence.block


def _before(sentence: Sentence, wave: int, text: Text, claims: Claims) -> list[Claim]:
    """The levels of now of the few sentences before, in the section."""
    found = []
    for back in range(_BACK, 0, -1):
        order = sentence.order - back
        if order < 0:
            continue
        at = text.sentences[order]
        if at.section != sentence.section or at.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        found += [c for c in claims.of(at) if not is_old(c, wave, text)]
    return found
