"""Lists with values as boards that a place can be told of, and which of their rows words name, in whatever form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from atbalss.audit import regex
from atbalss.audit.bare_lists import bare_rankings
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry, are_amounts, shared
from atbalss.audit.kept import read_once
from atbalss.audit.mentions import table_named
from atbalss.audit.rankings import Ranking, all_rankings
from atbalss.audit.stems import stem
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.wave_boards import wave_rankings
from atbalss.audit.words_rank import NO_ANSWER
from atbalss.audit.words_standing import FILLER, KIND

_WORD = regex.pattern(
    r"\d{1,4}(?:\s?(?:[–-]|to|līdz|до)\s?\d{1,3})?\+?(?![\d]|[.,]\d|\s?%)|[^\W\d_][\w'’]*(?:-[^\W\d_]\w*)*"
)
_ORDINALS = {
    "lv": "pirm otr treš ceturt piekt sest septīt astot devīt desmit vienpadsmit divpadsmit",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "ru": "перв втор трет четв[её]р пят шест седьм|сем восьм девят десят одиннадцат двенадцат",
}
_SCHOOL = {
    "lv": r"\w{{0,4}} ?(?:klas|kurs|gad)\w*",
    "en": r"[- ](?:year|grade|form|class|former|grader)\w*",
    "ru": r"\w{{0,3}}[- ]?(?:класс|курс)\w*",
}
_kind = regex.pattern(KIND)
_filler = regex.pattern(FILLER)
_no_answer = regex.any_case(NO_ANSWER)
_NONE_OF = {
    "lv": regex.any_case(r"\W*nav(?: nekādu)? ([^\W\d]+)(?:/.*)?\W*"),
    "en": regex.any_case(r"\W*no ([^\W\d]+)(?:/.*)?\W*"),
    "ru": regex.any_case(r"\W*нет(?: никаких)? ([^\W\d]+)(?:/.*)?\W*"),
}
_PART_OF = regex.any_case(
    r"\W*(?:t\.\s?sk\.|tostarp|incl|of which|of them|в т\.\s?ч|в том числе|из них)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence: what it may be called, and where it stands."""

    forms: frozenset[str]
    start: int
    end: int
    word: str
    lang: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A row that words name, and where they do."""

    entry: Entry
    start: int
    end: int
    hits: frozenset[int]  # places of its tokens
    whole: bool  # whether all its own words are said


@dataclass(frozen=True, slots=True)
class Board:
    """A list with its rows: what each alone is called; `soft`: those that some leave out of an order."""

    ranking: Ranking
    owns: tuple[frozenset[str], ...]
    soft: frozenset[int]
    sorts: tuple[str, ...]  # of what kind each row is: an age, a sex, anything

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its rows."""
        return self.ranking.entries

    @property
    def is_across(self) -> bool:
        """Whether its entries stand in the columns of one row."""
        places = {(entry.spot.line, entry.spot.quote) for entry in self.entries}
        return self.ranking.order < 0 and len(places) == 1

    @property
    def is_of_waves(self) -> bool:
        """Whether its rows are years."""
        return all(len(word) == 4 and word.isdigit() for own in self.owns for word in own)

    def peers(self, meant: Sequence[Entry]) -> list[list[Entry]]:
        """The rows that some are held against: all, those of their sort, those that are real answers."""
        rows = list(self.entries)
        sorts = {sort for entry, sort in zip(rows, self.sorts, strict=True) if entry in meant}
        hard = [e for at, e in enumerate(rows) if at not in self.soft or e in meant]
        like = [e for e, sort in zip(rows, self.sorts, strict=True) if sort in sorts]
        more = [[*rows, *self.ranking.rests]] if self.ranking.rests else []
        return [rows, hard, *more, *([like] if len(sorts) == 1 and meant else [])]


@read_once
def boards_of(text: Text, claims: Claims) -> tuple[Board, ...]:
    """All boards of a document."""
    made = [_board(one, text) for one in all_rankings(text, claims)]
    boards = [board for board in made if board is not None and not board.is_of_waves]
    told = {(board.ranking.first, board.ranking.order) for board in boards}
    bare = [r for r in bare_rankings(text) if (r.first, r.order) not in told]
    boards += [board for board in (_board(one, text) for one in bare) if board is not None]
    dated = [_board(one, text) for one in wave_rankings(text, claims)]
    boards += [board for board in dated if board is not None and board.is_of_waves]
    return tuple(boards)


def boards_near(
    boards: Sequence[Board], sentence: Sentence, text: Text, claims: Claims
) -> list[Board]:
    """The boards that a sentence may speak of: none that it is part of; that of the table that it names."""
    whole = (
        sentence.text == text.sentences[sentence.order].text
    )  # else what it says of its own list
    near = [b for b in boards if holds(b, sentence.block, sentence.order) is not whole]
    near = [b for b in near if len(b.entries) > 2 or not whole or _is_behind(b, sentence)]
    named = table_named(sentence, text, claims)
    return [board for board in near if named < 0 or board.ranking.first == named]


def _is_behind(board: Board, sentence: Sentence) -> bool:
    """Whether a sentence stands right behind a list; of two rows no other speaks."""
    ranking = board.ranking
    behind = 0 <= sentence.block - ranking.last <= (ranking.order < 0)
    return (
        behind
        and not board.is_across
        and (ranking.order < 0 or sentence.order == ranking.order + 1)
    )


def _board(ranking: Ranking, text: Text) -> Board | None:
    told = [_label(entry, ranking) for entry in ranking.entries]
    labels = [
        entry.named | _numbered(label, text.lang)
        for entry, label in zip(ranking.entries, told, strict=True)
    ]
    if len(labels) < 2 or any(map(_PART_OF.match, told)):
        return None
    vague = shared(labels)
    wordy = [frozenset(word for word in named - vague if not word[0].isdigit()) for named in labels]
    amounts = are_amounts(labels) and not all(wordy)
    if not amounts and all(wordy):
        labels, vague = wordy, frozenset()  # `Italy – 60 or 12 %`: the counts name nothing
    owns = []
    for named in labels:
        own = named - vague
        own = own - ranking.measure or own
        own = frozenset(word for word in own if not _kind.match(word)) or own
        own = frozenset(word for word in own if not _filler.match(word)) or own
        if amounts:
            own = frozenset(word for word in own if word[0].isdigit()) or own
        owns.append(own)
    if amounts:
        owns = _with_ends(owns)
    other = word_pattern(text.words.other)
    soft = frozenset(
        at
        for at, label in enumerate(told)
        if _no_answer.match(label) or other.match(label.strip()) or _is_none(label, ranking, text)
    )
    return Board(ranking, tuple(owns), soft, tuple(_sort(named) for named in labels))


def _is_none(label: str, ranking: Ranking, text: Text) -> bool:
    """Whether a row is of those who have none of what the others are: `No barriers`, among barriers."""
    found = _NONE_OF[text.lang].fullmatch(label.strip())
    known = [word[:5] for word in ranking.measure if len(word) > 3]
    return found is not None and any(map(found[1].lower().startswith, known))


def _with_ends(owns: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Ages or amounts with what their first and last are also called: under 30, over 60, the youngest."""
    found = list(owns)
    first, last = sorted(owns[0]), sorted(owns[-1])
    if len(first) == len(last) == 1 and regex.fullmatch(r"\d{1,3}(?:-\d{1,3})?", first[0]):
        top = int(first[0].split("-")[-1])
        low = int(regex.split("[-+]", last[0])[0]) if last[0][0].isdigit() else 0
        aged = any("-" in word and int(word.split("-")[0]) > 9 for own in owns for word in own)
        if aged and top < low:
            found[0] = found[0] | {f"<{top}", f"<{top + 1}", "<"}
            found[-1] = found[-1] | {f">{low}", f">{low - 1}", f"{low}", ">"}
    return found


def _label(entry: Entry, ranking: Ranking) -> str:
    """What a row is called, as far as its quotation shows it."""
    if ranking.order >= 0:
        return " ".join(entry.named)
    return regex.split(r"\s\|\s|[:(]|\s[–—]\s|\d{1,3}\s?%", entry.spot.quote)[0]


def _numbered(label: str, lang: str) -> frozenset[str]:
    """The number of a class that a label tells in words: `Третий курс`."""
    found = (form for token in tokens(label, lang) for form in token.forms if form.isdigit())
    return frozenset(found) if _SCHOOL_WORD.search(label) else frozenset()


_SEX = regex.pattern(
    r"siev|vīr|meite|zēn|puiš|wom[ae]n|m[ae]n$|male|femal|girl|boy|жен|муж|девоч|девуш|мальч|юнош"
)


def _sort(named: frozenset[str]) -> str:
    if any(word[0].isdigit() for word in named):
        return "number"
    return "sex" if any(map(_SEX.match, named)) else ""


_SCHOOL_WORD = regex.any_case(r"klas|kurs|gadn|класс|курс|year|grade|form")


@lru_cache(maxsize=4)
def _school(lang: str) -> tuple[re.Pattern[str], ...]:
    rest = _SCHOOL[lang].replace("{{", "{").replace("}}", "}")
    return tuple(regex.any_case(rf"(?<!\w)(?:{word}){rest}") for word in _ORDINALS[lang].split())


@lru_cache(maxsize=4_000)
def tokens(words: str, lang: str) -> tuple[Token, ...]:
    """The words of a sentence with their forms: `astotklasnieki` is 8 and a class."""
    found: list[Token] = []
    schools: list[tuple[int, int, str]] = []
    if _SCHOOL_WORD.search(words):
        for number, rule in enumerate(_school(lang), 1):
            schools += [(m.start(), m.end(), str(number)) for m in rule.finditer(words)]
    named = [item.span() for item in _NUMBERED.finditer(words)] if _TABLE.search(words) else []
    for match in _WORD.finditer(words):
        word = match.group(0)
        if any(start <= match.start() < end for start, end in named):
            continue
        if word[0].isdigit():
            bare = regex.sub(r"\s?(?:[–-]|to|līdz|до)\s?(?=\d)", "-", word).rstrip("+")
            forms = {bare}
            if (side := _SIDE[lang].search(words, 0, match.start())) is not None:
                forms.add(("<" if side.group("under") else ">") + bare)
            elif word.endswith("+") or regex.match(r"-?plus|s?\+", words[match.end() :]):
                forms.add(f">{bare}")
        else:
            forms = {word.lower(), stem(word, lang)}
            if (end := _ENDS[lang].fullmatch(word)) is not None:
                forms.add("<" if end.group("young") else ">")
            if found and found[-1].word in _NOT[lang]:
                forms.add(stem(_UN[lang] + word, lang))  # `nav zināms`, `nezinu`
        forms |= {n for start, end, n in schools if start <= match.start() < end}
        found.append(Token(frozenset(forms), match.start(), match.end(), word.lower(), lang))
    return tuple(found)


_TABLE = regex.any_case("tab|таб")
_NUMBERED = regex.any_case(  # what a sentence points to
    r"\(?(?:tables?|tabul\w*|табл\w*\.?)\s?(?:№|Nr\.|No\.)?\s?\d+\)?|\(?\d+\.\s?tabul\w+\)?"
)
_SIDE = {  # right before a number
    "lv": regex.any_case(r"(?:(?P<under>jaunāk\w+ par|līdz|zem)|vecāk\w+ par|virs|pēc)\s$"),
    "en": regex.any_case(r"(?:(?P<under>under|below|younger than)|over|above|older than)(?: the age of)?[\s-]$"),
    "ru": regex.any_case(r"(?:(?P<under>моложе|младше|до)|старше|за|после)\s$"),
}  # fmt: skip
_ENDS = {
    "lv": regex.any_case(r"(?P<young>(?:vis)?jaunāk(?:ie|ā|ajā|ajos|ajiem|ās|ais)|jaunieš\w*)|(?:vis)?vecāk(?:ie|ā|ajā|ajos|ajiem|ās|ais)|senior\w*"),
    "en": regex.any_case(r"(?P<young>youngest|young|youngsters)|oldest|elderly|pensioners|seniors"),
    "ru": regex.any_case(r"(?P<young>молод\w+|младш\w+)|старш\w+|пожил\w+|пенсионер\w*"),
}  # fmt: skip
_NOT = {"lv": ("nav", "ne", "nebija"), "en": ("not",), "ru": ("не", "нет")}
_UN = {"lv": "ne", "en": "un", "ru": "не"}
_LEAST = 4
_RUN = 6  # words between two of one name


def meets(named: str, token: Token) -> bool:
    """Whether a stem of a label and a word are one word in whatever form: law, lawyers; pool, pools."""
    if named in token.forms:
        return True
    if named[0] in "<>0123456789" or len(named) < 3:
        return False
    word = token.word
    if len(named) >= _LEAST and (
        _begins(named, word, token.lang) or (token.lang != "en" and _alike(named, word))
    ):
        return True
    return (
        len(named) == 3
        and word.startswith(named)
        and regex.fullmatch(r"(?:yers?|ists?|s|ing|ers?)", word[3:]) is not None
    )


def _begins(named: str, word: str, lang: str) -> bool:
    """Whether a word begins as a stem does: any word where the stem was cut, else one with a short ending."""
    if not word.startswith(named):
        return False
    return len(named) >= (6 if lang == "en" else 5) or len(word) - len(named) <= 3


def _alike(named: str, word: str) -> bool:
    """Whether only the end of a stem changes: `mēnes`, `mēneš`; `rīdz`, `rīg` are not."""
    cut = named[:-1]
    return len(cut) >= _LEAST and word.startswith(cut) and len(word) <= len(named) + 5


def mentions(board: Board, said: Sequence[Token]) -> list[Mention]:
    """The rows that words name by at least half of what is their own, in order; none that share all their words."""
    fits: list[tuple[float, Mention]] = []
    every = frozenset().union(*board.owns)
    plain: dict[str, list[int]] = {}  # where words stand that name a row as they are
    begun: dict[str, list[int]] = {}  # where others do, by how they begin
    for at, token in enumerate(said):
        forms = token.forms & every
        for form in forms:
            plain.setdefault(form, []).append(at)
        if not forms:
            begun.setdefault(token.word[:3], []).append(at)
    for entry, own in zip(board.entries, board.owns, strict=True):
        met = {
            word: plain.get(word, [])
            + [at for at in begun.get(word[:3], ()) if meets(word, said[at])]
            for word in own
        }
        hit = [word for word in own if met[word]]
        counted = all(word[0] in "<>0123456789" for word in own)
        if not hit or (2 * len(hit) < len(own) and not counted):
            continue
        for places in _clusters([(place, word) for word in hit for place in met[word]]):
            said_here = sum(any(place in places for place in met[word]) for word in hit)
            if 2 * said_here < len(own) and not counted:
                continue
            left, right = min(places), max(places)
            while left and said[left - 1].forms & entry.named:
                left -= 1  # `Year 9`
            while right + 1 < len(said) and said[right + 1].forms & entry.named:
                right += 1
            whole = counted or said_here == len(own)
            found_here = Mention(entry, said[left].start, said[right].end, places, whole)
            fits.append((said_here / len(own), found_here))
    fits.sort(key=lambda item: (-item[0], -len(item[1].hits)))
    taken: set[int] = set()
    found: list[Mention] = []
    for _, mention in fits:
        taken |= mention.hits
        found.append(mention)
    return sorted(found, key=lambda item: item.start)


def _clusters(found: list[tuple[int, str]]) -> Iterator[frozenset[int]]:
    """Places of words in runs: a row that is named twice is so at either place."""
    run: dict[int, str] = {}
    for place, word in sorted(found):
        again = word in run.values()
        if run and (again or place - max(run) > _RUN):
            yield frozenset(run)
            run = {}
        run[place] = word
    if run:
        yield frozenset(run)


def holds(board: Board, block: int, order: int) -> bool:
    """Whether a sentence is part of a board itself."""
    ranking = board.ranking
    if ranking.order >= 0:
        return ranking.order == order
    return ranking.first <= block <= ranking.last
