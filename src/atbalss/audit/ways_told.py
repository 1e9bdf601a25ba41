"""Which way two levels of one thing are said to have moved, by the words that their sentence has of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from atbalss.audit import regex, words_course
from atbalss.audit import words_move as words
from atbalss.audit.numbers import Number, years_in
from atbalss.audit.numerals import in_words
from atbalss.audit.polarity import is_good, signs_of
from atbalss.audit.stems import stems
from atbalss.audit.text import Text, kept_of_words, word_pattern

SO = (
    r"tātad|tādējādi|līdz ar to|tāpēc|kas nozīmē|so|thus|therefore|hence|which means|meaning"
    r"|значит|таким образом|то есть|следовательно|поэтому|итак"
)
BETTER = r"improv|worsen|deteriorat|uzlabo|paslikt|улучш|ухудш"


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells which way: of a change, or (`compares`) of one level against the other."""

    start: int
    end: int
    way: int
    said: str
    compares: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two levels of a sentence, what it says with all else in brackets and quotations blanked, and the other levels."""

    said: str
    earlier: Number
    later: Number
    others: tuple[Number, ...]
    text: Text

    @property
    def first(self) -> Number:
        """The level that is told first."""
        return min(self.earlier, self.later, key=lambda item: item.start)

    @property
    def second(self) -> Number:
        """The level that is told second."""
        return max(self.earlier, self.later, key=lambda item: item.start)

    @property
    def begin(self) -> int:
        """Where what is told of other levels before ends."""
        ends = [item.end for item in self.others if item.end <= self.first.start]
        return max([0, self.said.rfind(";", 0, self.first.start) + 1, *ends])

    @property
    def end(self) -> int:
        """Where what is told of other levels behind begins."""
        return min([len(self.said), *(n.start for n in self.others if n.start >= self.second.end)])


def way_told(
    sentence: str, earlier: Number, later: Number, others: tuple[Number, ...], text: Text
) -> Word | None:
    """The word that tells which way two levels went, 0 where it is denied; None where no word does."""
    said = _blanked(sentence, earlier, later)
    kept = tuple(n for n in others if said[n.start : n.end].strip())
    pair = Pair(said, earlier, later, kept, text)
    found = tuple(w for w in words_in(said, text) if pair.begin <= w.start < pair.end)
    for zone in (_tight, _compared, _between, _before, _behind):
        word = zone(pair, found)
        if word is not None:
            way = 0 if _is_denied(word, pair) else _meant(word, pair)
            return replace(word, way=way)
    return None


_BRACKET = regex.pattern(r"\([^()]*\)|[“„«\"][^“”„«»\"]*[”“»\"]")


def _blanked(sentence: str, earlier: Number, later: Number) -> str:
    """A sentence without the brackets and quotations that hold neither level, and as long as it was."""

    def blank(match: re.Match[str]) -> str:
        holds = any(match.start() <= item.start < match.end() for item in (earlier, later))
        return match.group(0) if holds else " " * len(match.group(0))

    return _BRACKET.sub(blank, sentence)


@kept_of_words
def words_in(said: str, text: Text) -> tuple[Word, ...]:
    """All words of a sentence that tell which way, in order; the longest of those that overlap."""
    lang, own = text.lang, text.words
    tables = (
        (1, False, f"{own.rise}|{own.up_from}|{words.ROSE[lang]}"),
        (-1, False, f"{own.fall}|{own.down_from}|{words.FELL[lang]}"),
        (1, True, words.MORE[lang]),
        (-1, True, words.LESS[lang]),
    )
    found = [
        Word(match.start(), match.end(), way, match.group(0), compares)
        for way, compares, table in tables
        for match in word_pattern(table).finditer(said)
    ]
    found.sort(key=lambda word: (word.start, -word.end))
    kept: list[Word] = []
    for word in found:
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    return tuple(kept)


# ---- where the word stands


def _tight(pair: Pair, found: tuple[Word, ...]) -> Word | None:
    """`grew from 20 %`, `up from 20 %`, `fell to 40 %`: the word right before a level."""
    own = pair.text.words
    for level, small in ((pair.earlier, own.start), (pair.later, own.end)):
        for word in reversed(found):
            if word.compares or word.end > level.start:
                continue
            gap = pair.said[word.end : level.start]
            near = rf"(?:\s[^\W\d][\w-]*){{0,2}}\s(?:{small})\s(?:\w[\w’'-]*\s){{0,2}}[\[(]?"
            stuck = regex.search(rf"(?<!\w)(?:{own.start})$", word.said, regex.IGNORECASE)
            if regex.fullmatch(near, gap, regex.IGNORECASE) or (stuck and len(gap) < _NEAR):
                turn = word_pattern(words.TURN[pair.text.lang])
                return None if turn.search(pair.said[pair.first.end : word.start]) else word
    return None


_NEAR = 25  # letters of `last year's`


def _compared(pair: Pair, found: tuple[Word, ...]) -> Word | None:
    """`more than in 2021 (75 %)`, `lower in 2024 (45 %) than in 2022 (50 %)`: which is more than which."""
    told = [word for word in found if word.compares]
    if len(told) != 1 or any(not word.compares for word in found):
        return None
    word = told[0]
    than = word_pattern(words.THAN[pair.text.lang]).search(pair.said, word.end, pair.end)
    if than is None:
        return _alone(pair, word)
    standard = pair.said[than.end() : min([pair.end, *(
        n.start for n in (pair.first, pair.second) if n.start >= than.end())])]  # fmt: skip
    if _is_bound(word, than, pair) or _is_now(standard, pair.text):
        return None
    behind = [n for n in (pair.first, pair.second) if n.start >= than.end()]
    if len(behind) == 1:
        if ";" in standard or word_pattern(words.TURN[pair.text.lang]).search(standard):
            return None
        return word if behind[0] is pair.earlier else replace(word, way=-word.way)
    if not _is_then(standard, pair.text):
        return None
    return word if len(behind) == 0 or _is_of(pair, word) else None


def _alone(pair: Pair, word: Word) -> Word | None:
    """`last year there were fewer – 16 %`: the level that follows is more or less than the one before."""
    if not pair.first.end <= word.start < pair.second.start:
        return None
    own = pair.said[_clause_start(pair, word.start, pair.first.end) : pair.second.start]
    if content_of(own, pair.text) or not _SET.fullmatch(pair.said[word.end : pair.second.start]):
        return None
    return word if pair.second is pair.later else replace(word, way=-word.way)


_SET = regex.pattern(r",?\s?(?:[–—:-]|\(|(?<=,\s)at)\s?")
_PLAIN = regex.any_case(r"vairāk|mazāk|more|less|fewer|больше|меньше|более|менее")
_BOUND = regex.any_case(
    r",?\s(?:par |на |by )?(?:(?!(?:19|20)\d\d)\d|half|a (?:third|quarter|half)|one|two|three|pus|treš|ceturt|div|trīs|viens|половин|трет|четверт|дв[ау]|три)"
)


def _is_bound(word: Word, than: re.Match[str], pair: Pair) -> bool:
    """`more than 5 hours`, `less than half`: no comparison of levels."""
    plain = _PLAIN.fullmatch(word.said) is not None
    amount = regex.search(r"\d[^,;.:]{0,25}$", pair.said[max(0, word.start - 30) : word.start])
    return plain and not amount and _BOUND.match(pair.said, than.end() - 0) is not None


def _is_then(said: str, text: Text) -> bool:
    return bool(years_in(said)) or word_pattern(text.words.last_wave).search(said) is not None


def _is_now(said: str, text: Text) -> bool:
    return word_pattern(text.words.this_wave).search(said) is not None


def _between(pair: Pair, found: tuple[Word, ...]) -> Word | None:
    """`40 %, and in 2024 it fell to 35 %`."""
    told = [w for w in found if not w.compares and pair.first.end <= w.start < pair.second.start]
    if not told:
        return None
    word = told[0]
    start = _clause_start(pair, word.start, pair.first.end)
    own = pair.said[start : pair.second.start]
    if word_pattern(words.REPORTED[pair.text.lang]).search(pair.said[pair.first.end : word.start]):
        return None  # `25 % reported a rise in prices`
    if not names_same(own, pair.said[:start], pair.text):
        return None
    return word if len({w.way for w in told}) == 1 else replace(word, way=0)


def _before(pair: Pair, found: tuple[Word, ...]) -> Word | None:
    """`fewer visits: 40 % now, 45 % then`: the last word before both, where they are of what it is of."""
    told = [w for w in found if not w.compares and w.start < pair.first.start]
    if not told:
        return None
    word = told[-1]
    gap = pair.said[word.end : pair.first.start]
    if word_pattern(words.TURN[pair.text.lang]).search(gap) or not _is_of(pair, word):
        return None
    reported = word_pattern(words.REPORTED[pair.text.lang]).search(gap) is not None
    if reported and _NOUN.match(word.said) and not _is_of_persons(pair.said, word):
        return None  # `a rise in prices was noticed by 25 %`
    clause = _clause_start(pair, word.start, pair.begin)
    near = {w.way for w in told if w.start >= clause}
    return word if len(near) == 1 else replace(word, way=0)


_NOUN = regex.any_case(
    r"(?:an? )?(?:\w+ )?(?:growth|rise|increases?|decrease|drop|fall|decline|reductions?)$|\w*(?:um[su]?|umiem|umus)$|рост\w?$|прирост\w?$|\w+ени[ея]м?$|спад\w?$"
)


_PERSONS_BEHIND = regex.any_case(
    r"\s(?:in|of) (?:the )?(?:number|share|proportion|percentage)s? of(?!\w)|\s(?:доли|числа|количества)(?!\w)"
)
_PERSONS_BEFORE = regex.any_case(r"(?<!\w)(?:īpatsvara|skaita|daļas|procenta)\s$")


def _is_of_persons(said: str, word: Word) -> bool:
    """`an increase in the share of those who reported …`, `to īpatsvara pieaugums, kuri norādīja …`."""
    return bool(_PERSONS_BEHIND.match(said, word.end) or _PERSONS_BEFORE.search(said[: word.start]))


def _behind(pair: Pair, found: tuple[Word, ...]) -> Word | None:
    """`45 % (2022: 39 %), a clear rise`: a conclusion that names nothing of its own."""
    told = [w for w in found if not w.compares and w.start >= pair.second.end]
    if not told:
        return None
    word = told[0]
    start = _clause_start(pair, word.start, pair.second.end)
    own = pair.said[start : min(_clause_end(pair, word.end), pair.end)]
    concludes = word_pattern(SO).search(pair.said[pair.second.end : word.start]) is not None
    glued = start == pair.second.end and len(pair.said[start : word.start].split()) <= _FEW
    head = pair.said[pair.begin : start]
    concludes = concludes and not are_opposed(own, head, pair.text)
    last = concludes and pair.end == len(pair.said)
    if not (glued or last or _repeats(own, head, pair.text)):
        return None
    if not concludes and word_pattern(words.TURN[pair.text.lang]).match(own.strip(" ,")):
        return None
    later = {w.way for w in told if w.end <= start + len(own)}
    return word if len(later) == 1 else replace(word, way=0)


def _repeats(own: str, head: str, text: Text) -> bool:
    """Whether a clause names nothing that was not named before, and not the opposite."""
    return names_nothing_new(own, head, text) and not are_opposed(own, head, text)


_FEW = 3  # words


# ---- whether it is of these levels


def _is_of(pair: Pair, word: Word) -> bool:
    """Whether the levels are told in the clause of a word before them, or in one that names nothing else."""
    cut = regex.search(
        words.CUT[pair.text.lang], pair.said[word.end : pair.first.start], regex.IGNORECASE
    )
    if cut is None:
        return True
    start = word.end + cut.start()
    head, own = pair.said[pair.begin : start], pair.said[start : pair.second.start]
    return names_same(own, head, pair.text)


def names_same(own: str, other: str, text: Text) -> bool:
    """Whether a clause names nothing, or something that another names too, and in the same sense."""
    if are_opposed(own, other, text):
        return False
    one, two = signs_of(own, text.lang), signs_of(other, text.lang)
    if one.keys() & two.keys():
        return True  # more support: more agree
    named = content_of(own, text)
    if not named:
        return True
    denied = word_pattern(words.DENIED[text.lang])
    if bool(denied.search(own)) != bool(denied.search(other)):
        return False
    if len(named) == 1 and word_pattern(words.PRONOUN[text.lang]).search(own):
        return True
    begun = {stem[:_ALIKE] for stem in content_of(other, text)}
    return any(stem[:_ALIKE] in begun for stem in named)


def are_opposed(own: str, other: str, text: Text) -> bool:
    """Whether words are of trust and others of distrust: `trust has grown: fewer distrust`."""
    one, two = signs_of(own, text.lang), signs_of(other, text.lang)
    return any(two.get(name, sign) != sign for name, sign in one.items())


def names_nothing_new(own: str, other: str, text: Text) -> bool:
    """Whether all that words name is named by others too."""
    begun = {stem[:_ALIKE] for stem in content_of(other, text)}
    return all(stem[:_ALIKE] in begun for stem in content_of(own, text))


_ALIKE = 4  # letters: `cycling`, `cycled`


@kept_of_words
def content_of(said: str, text: Text) -> frozenset[str]:
    """The stems of what words name, but for waves, people, answers and changes."""
    lang, own = text.lang, text.words
    drop = "|".join(
        (own.people, own.last_wave, own.this_wave, own.share, own.change, own.points, own.compared, own.rise,
         own.fall, own.tested, words.ROSE[lang], words.FELL[lang], words.MORE[lang],
         words.LESS[lang], words.BARE[lang], words.PRONOUN[lang], in_words(lang), SO)
    )  # fmt: skip
    bare = word_pattern(drop).sub(" ", said)
    found = (stem for stem in stems(bare, lang) if len(stem) > 2)
    return frozenset(s for s in found if not regex.match(words_course.GENERIC, s))


def _clauses(pair: Pair) -> Iterator[re.Match[str]]:
    return regex.finditer(words.CUT[pair.text.lang], pair.said, regex.IGNORECASE)


def _clause_start(pair: Pair, place: int, least: int) -> int:
    """Where the clause that a place is in begins, `least` at the earliest."""
    return max([least, *(cut.end() for cut in _clauses(pair) if cut.end() <= place)])


def _clause_end(pair: Pair, place: int) -> int:
    return min([len(pair.said), *(cut.start() for cut in _clauses(pair) if cut.start() >= place)])


# ---- what it says


def _is_denied(word: Word, pair: Pair) -> bool:
    """Whether a word is denied, only aimed at, or told of how fast it goes: `the decline has slowed`."""
    lang = pair.text.lang
    start = _clause_start(pair, word.start, 0)
    before, after = pair.said[start : word.start], pair.said[word.end : word.end + 40]
    denied = rf"(?<!\w)(?:{words.DENIED[lang]})\s(?:\w+\s){{0,2}}$"
    if regex.search(denied, before, regex.IGNORECASE):
        return True
    near = rf"\s(?:\w+\s){{0,2}}?(?:{words.SLOWED[lang]}|{words.DENIED[lang]})(?!\w)"
    if regex.match(near, after, regex.IGNORECASE) and not word.compares:
        return True
    return word_pattern(words.AIMED[lang]).search(before) is not None


def _meant(word: Word, pair: Pair) -> int:
    """The way of a word; of better and worse the way that the levels went, unless more is surely better."""
    bare = word_pattern(pair.text.words.compared).sub(" ", pair.said)  # `against` is no verdict
    if regex.match(BETTER, word.said, regex.IGNORECASE) and not is_good(bare, pair.text.lang):
        return 1 if pair.later.value > pair.earlier.value else -1
    return word.way
