"""Superlatives against the list that they are said of: `the least named is X`, which is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.answers import Answers, lists_for, lists_of_body, parallel
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.places import is_of_oneself
from atbalss.audit.rules.orders import OF_THEM, THEN
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.scope import is_of_size
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import year_in

_LV = "biež|liel|augst|populār|izplatīt|iecienīt|svarīg|būtisk|nozīmīg"
TOP = {
    "lv": rf"vis(?:{_LV}|plaš|vair)āk\w*|(?:{_LV})āk(?:ais|ā|o|ie|ās|ajam|ajai)(?! (?:daļ|pus|izglīt|līmeņ)\w+)|pirmajā vietā|(?:apsteidz|pārspēj|apsteiguš\w+|pārspēju\w+|atstāj aiz sevis)\w* (?:vis(?:us|as)|pārējos|pārējās|citus|citas)|priekšā visiem|(?:biežāk|populārāk|iecienītāk|svarīgāk)\w* (?:par|nekā) (?:visiem|visām|jebkur\w+)(?: (?:pārējiem|pārējām|citiem|citām|cit\w+))?|saraksta (?:augšgalā|galvgalī)|sarakstā pirm\w+",
    "en": r"(?:the |by far the )?most (?:often|frequent(?:ly)?|common(?:ly)?|popular|widely|wanted|used|named|cited|mentioned|requested|chosen|visited|valued|important|asked[- ]for|widespread|frequented|preferred|needed)"
    r"|the (?:largest|highest|biggest|main|greatest|top|commonest|leading|foremost|number[- ]one)|(?:tops|topped|heads|headed|leads|led) (?:the )?(?:concerns|reasons|wishes|complaints|priorities)|(?:is|was|are|were|rated|ranked|scored|valued) (?:the )?(?:highest|largest|greatest)|in first place|ranks? first|(?:comes? before|more (?:popular|common|frequent|important|often) than|ahead of|beats?|beat|outstrips?|outranks?|tops|topping) (?:all|every|any|everything|the rest|all the)(?: the)?(?: other)?s?|(?:heads|tops|leads) the (?:list|table|field|ranking)|(?:comes?|came) (?:out )?(?:top|first)",
    "ru": r"чаще всего|больше всего|выше всего|сам\w{2,3} (?:част|популярн|распростран|больш|высок|главн|востребованн|важн)\w+|наибол\w+ (?:част|популярн|распростран|востребованн|важн)\w+|наибольш\w+|на первом месте|лидиру\w+|(?:опережа\w+|обгоня\w+|обош\w+|превосход\w+) (?:вс[её]х?|остальн\w+|прочие|другие)|(?:чаще|популярнее|важнее|выше) (?:вс[её]х|любо\w+|остальн\w+)(?: (?:других|прочих|остальных|друг\w+))?|(?:занима\w+|на) перв(?:ую|ой) строчк\w+|возглавля\w+ (?:список|перечень|рейтинг)|во главе списка",
}
BOTTOM = {
    "lv": r"vis(?:ret|maz|zem)āk\w*|(?:ret|maz|zem)āk(?:ais|ā|o|ie|ās|ajam|ajai)(?! (?:daļ|pus|izglīt|līmeņ)\w+)|pēdējā vietā",
    "en": r"(?:the )?least (?:often|frequent(?:ly)?|common(?:ly)?|popular|widely|wanted|used|named|cited|mentioned|requested|chosen|visited|valued|important|asked[- ]for|preferred|needed)"
    r"|the (?:smallest|lowest|rarest)|(?:is|was|are|were|rated|ranked|scored|valued) (?:the )?(?:lowest|smallest)|in last place|ranks? last",
    "ru": r"реже всего|меньше всего|ниже всего|сам\w{2,3} (?:редк|низк|маленьк|непопулярн)\w+|наимен\w+ (?:част|популярн|распростран|востребованн|важн)\w+|наименьш\w+|на последнем месте",
}
_NOT = (
    r"(?:one of|among|viens no|viena no|vienu no|vieni no|vienas no|starp|од[ин]\w+ из|среди|second|otr\w+|втор\w+|third"
    r"|treš\w+|треть\w+|not|nav|не|at|the next|nākam\w+|next|следующ\w+)\s(?:the\s)?$"
)
_MOVED = (
    r"growth|gains?|changes?|increases?|decreases?|rise|drop|fall|differences?|pieaugum\w*|kāpum\w*|kritum\w*|izmaiņ\w*"
    r"|atšķirīb\w*|starpīb\w*|прирост\w*|рост\w*|снижени\w*|изменени\w*|различи\w*|разниц\w*|разрыв\w*|gap"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A superlative, and the part of its sentence that says it."""

    words: str
    least: bool
    start: int
    end: int
    clause: str
    shift: int  # where the clause begins


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Superlatives that another answer of the same list denies; ties of a named first are told."""
    narrow = word_pattern(f"{text.words.group}")
    for sentence in text.prose:
        if year_in(sentence.text, text) or word_pattern(text.words.last_wave).search(sentence.text):
            continue
        found = claims.of(sentence)
        grouped = bool(narrow.search(sentence.text))
        if grouped and len(found) == 1:
            continue
        for said in _said(sentence, text):
            made = next(_denied(text, claims, sentence, said, found), None)
            if made is not None:
                yield made


BEHIND = regex.any_case(  # `After the price, people most often name the time`: the second of the list
    r"(?:\d{1,2}\.\s)?(?:after|next to|besides|apart from|except for|pēc|aiz|bez|izņemot|после|кроме|помимо|вслед за)\s(?![^,]*\d{4})"
)


def _said(sentence: Sentence, text: Text) -> Iterator[Said]:
    spots = []
    for least, patterns in ((False, TOP), (True, BOTTOM)):
        for match in word_pattern(patterns[text.lang]).finditer(sentence.text):
            before = sentence.text[: match.start()]
            if BEHIND.match(before):
                continue
            if is_one_of_several(sentence.text, match):
                continue
            spots.append((match.start(), match.end(), match.group(0), least))
    spots.sort()
    moved = word_pattern(f"{_MOVED}|{text.words.rise}|{text.words.fall}")
    for start, end, words, least in spots:
        left, right = 0, len(sentence.text)
        if len(spots) > 1:
            cuts = _cuts(sentence.text)
            left = max([match.end() for match in cuts if match.end() <= start], default=0)
            right = min([match.start() for match in cuts if match.start() >= end], default=right)
        elif not regex.search(r"\d", sentence.text[end:]):
            right = min(
                [m.start() for m in regex.finditer(r";\s", sentence.text) if m.start() >= end],
                default=right,
            )
        clause = sentence.text[left:right]
        if not moved.search(clause):
            yield Said(words, least, start, end, clause, left)


def is_one_of_several(words: str, match: re.Match[str]) -> bool:
    """`one of the most common`, `not the highest`; or `22 % said that they most often read`."""
    before = words[: match.start()]
    if regex.search(_NOT, before, regex.IGNORECASE):
        return True
    return _WHICH_IS.search(before) is None and is_of_oneself(words, match.start())


def _cuts(words: str) -> list[re.Match[str]]:
    return list(
        regex.finditer(
            r"[;:,]\s(?:and |but |while |un |bet |savukārt |kamēr |а |и |но )?|\s(?:and|un|bet|but|while|а|и)\s",
            words,
        )
    )


def _denied(
    text: Text, claims: Claims, sentence: Sentence, said: Said, found: tuple[Claim, ...]
) -> Iterator[Finding]:
    if (pair := _which_is(sentence, said, found)) is not None:
        yield from _within(text, sentence, said, pair[1], [pair[0]])
        return
    own = _own(sentence, said, found)
    inside = [c for c in found if 0 <= c.number.start - said.shift <= len(said.clause)]
    if own is None and inside and ";" not in said.clause:
        return
    if own is None and is_of_size(said.words, sentence.text[said.end :], text):
        return
    if own is not None:
        rest = [item for item in found if item is not own]
        if not (parallel(found) and _in_turn(sentence, text)):
            rest = [item for item in rest if _contrasted(own, item, text)]
        yield from _within(text, sentence, said, own, rest)
    if word_pattern(text.words.group).search(sentence.text):
        return
    if own is None and sentence.block in summary_of(text, claims):
        yield from _of_summary(text, claims, sentence, said)
        return
    if own is None:
        return  # the rule of standings reads the lists near by
    for answers in lists_for(sentence, text, claims):
        same = [item for item in answers.items if item.number.value == own.number.value]
        named = frozenset(own.about)
        fits = [item for item in same if (item.named - answers.shared) & named]
        if len(fits) == 1:
            yield from _against(text, sentence, said, fits[0], answers)
        elif said.least and not same and answers.order == sentence.order - 1:
            yield from _last(text, sentence, said, own, answers)


_FOLLOWED = r"followed by|kam seko|tai seko|tam seko|за (?:ним|ней|ними) (?:иду|ид[её]т|следу)\w*"


_BUT = regex.any_case(
    r",\s(?:but|while|whereas|though|although|yet|bet|taču|tomēr|savukārt|kamēr|turpretī|turpretim|но|однако|зато|тогда как|а)\s"
)
OF_SOME = regex.any_case(  # a list narrowed to what all of them were asked of
    r"(?<!\w)(?:из (?:того|всего|тех \w+),? (?:что|котор\w+)|(?:of|among) (?:what|(?:the|those) \w+ (?:that|which))|(?:no|starp) (?:tā|visa|t(?:iem|ām)(?: \w+)?),? (?:ko|kur\w+))\s[^.;]{0,30}?(?<!\w)(?:все\w?|кажд\w+|all|every\w*|vis[iuāa]\w*|katr\w+)\s(?P<rest>[^,;.]{0,20})"
)
_PERSONS = regex.pattern(r"(?<![\d.,])\d+(?: \d{3})*(?![.,]?\d|\s?%)")


def _own(sentence: Sentence, said: Said, found: tuple[Claim, ...]) -> Claim | None:
    """The share that a superlative is said of: the first behind it, else the only one before it."""
    stop = said.shift + len(said.clause)
    after = [c for c in found if said.end <= c.number.start <= stop]
    if regex.match(rf",?\s(?:{_FOLLOWED})", sentence.text[said.end :], regex.IGNORECASE):
        before = [c for c in found if c.number.end <= said.start]
        return before[-1] if before else None  # `A (38 %) being the largest, followed by B (34 %)`
    if after and _BUT.search(sentence.text, said.end, after[0].number.start):
        return None  # of another clause, and so of another answer
    if after and not regex.search(r"[;]", sentence.text[said.end : after[0].number.start]):
        return after[0] if after[0].number.start - said.end < 110 else None
    before = [c for c in found if said.shift <= c.number.start < said.start]
    return before[0] if len(before) == 1 and not after else None


_WHICH_IS = regex.any_case(
    r",\s(?:which|kas|kur[asš]\w*|что|котор\w+)\s(?:(?:is|was|are|were|ir|bija|было|был[аи]?|является|once again|again|still|atkal|joprojām|снова|по-прежнему)\s)+(?:the\s)?$"
)
_SET_AGAINST = regex.any_case(r",\s(?:with|while|but|whereas|bet|savukārt|kamēr|а|но|тогда как)\s")


def _which_is(
    sentence: Sentence, said: Said, found: tuple[Claim, ...]
) -> tuple[Claim, Claim] | None:
    """`31 % name the rent, but 67 % the noise, which is the least common`: the other, and what it is said of."""
    before = [claim for claim in found if claim.number.end <= said.start]
    if len(before) < 2 or _WHICH_IS.search(sentence.text[: said.start]) is None:
        return None
    one, own = before[-2:]
    if not _SET_AGAINST.search(sentence.text, one.number.end, own.number.start):
        return None
    if OF_THEM.match(sentence.text, own.number.end):
        return None
    return one, own


def _of_summary(text: Text, claims: Claims, sentence: Sentence, said: Said) -> Iterator[Finding]:
    """`The most wanted is longer hours`, where the body has a list that names them in full."""
    words = _named(said, text)
    fits = []
    for answers in lists_of_body(text, claims, summary_of(text, claims)):
        meant = answers.meant(words)
        own = meant.named - answers.shared if meant is not None else frozenset()
        if meant is not None and len(own) >= 2 and own <= words:
            fits.append((meant, answers))
    if len(fits) == 1:
        yield from _against(text, sentence, said, *fits[0])


def _contrasted(own: Claim, other: Claim, text: Text) -> bool:
    """`rarest is the train (12 %), but the ferry 4 %`: another answer, briefly named, set against."""
    words = own.sentence.text
    if other.number.start < own.number.end:
        return False
    between = words[own.number.end : other.number.start]
    contrast = r"[;:]\s|[,)]\s(?:bet|savukārt|kamēr|but|while|whereas|а|но|тогда как)\s"
    if not regex.search(contrast, between, regex.IGNORECASE):
        return False
    if word_pattern(rf"{text.words.scale}|{text.words.other}").search(other.segment):
        return False
    return len(set(other.about)) <= 2


def _in_turn(sentence: Sentence, text: Text) -> bool:
    """Whether what follows is told one after another: `then`, or `among` before each."""
    among = regex.findall(
        r"(?<!\w)(?:among|starp|vidū|среди|у тех)(?!\w)", sentence.text, regex.IGNORECASE
    )
    return len(among) > 1 or bool(word_pattern(THEN[text.lang]).search(sentence.text))


def _within(
    text: Text, sentence: Sentence, said: Said, own: Claim, found: list[Claim]
) -> Iterator[Finding]:
    """`highest among A (88 %), then among B (81 %) and C (90 %)`."""
    for other in found:
        beyond = (other.number.value < own.number.value) == said.least
        if beyond and other.number.value != own.number.value:
            numbers = sorted((own.number, other.number), key=lambda item: item.start)
            at = spot(text, sentence, numbers[0].start, numbers[1].end)
            yield _told(text, at, said, own.number.shown, other.number.shown, ())
            return


def _named(said: Said, text: Text) -> frozenset[str]:
    """The stems of the clause without the superlative."""
    begin, end = said.start - said.shift, said.end - said.shift
    return frozenset(stems(said.clause[:begin] + " " + said.clause[end:], text.lang))


def _against(
    text: Text, sentence: Sentence, said: Said, meant: Entry, answers: Answers
) -> Iterator[Finding]:
    narrowed = OF_SOME.search(sentence.text)
    size = _PERSONS.search(narrowed.group("rest")) if narrowed is not None else None
    for item in answers.items:
        if narrowed is not None and not (size and _is_of(item, size.group(0))):
            continue
        if item is meant or (item.number.value < meant.number.value) != said.least:
            continue
        at = spot(text, sentence, said.start, said.end)
        yield _told(text, at, said, meant.number.shown, item.number.shown, (item.spot,))
        return


def _last(
    text: Text, sentence: Sentence, said: Said, own: Claim, answers: Answers
) -> Iterator[Finding]:
    """`A 44 %, B 29 %, C 25 %. Least of all D (27 %)`: within the range of the list before it."""
    values = [item.number.value for item in answers.items]
    least = min(answers.items, key=lambda item: item.number.value)
    if min(values) < own.number.value < max(values):
        at = spot(text, sentence, said.start, own.number.end)
        yield _told(text, at, said, own.number.shown, least.number.shown, (least.spot,))


def _is_of(item: Entry, size: str) -> bool:
    """Whether the row of an answer prints so many persons: `signs in the halls (n = 960): 66`."""
    numbers = _PERSONS.findall(item.spot.quote)
    return size.replace(" ", "") in {number.replace(" ", "") for number in numbers}


def _told(
    text: Text, at: object, said: Said, value: str, other: str, others: tuple[object, ...]
) -> Finding:
    return finding(text, "rank-word", at, others, words=said.words, value=value, other=other)  # type: ignore[arg-type]
