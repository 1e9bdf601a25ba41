"""Orders told in words: `A, followed by B and C`, `second …, third …`, `A is higher than B`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import year_in

_OFTEN = "biež|populār|izplatīt|liel|augst|iecienīt|svarīg"
_PLACES = {
    "lv": (
        (1, rf"vis(?:{_OFTEN}|vair)āk\w*|pirmajā vietā"),
        (2, rf"otr(?:s|a|ais|ā|o)(?= (?:vis)?(?:{_OFTEN})|\s[–—-]\s)|otrajā vietā"),
        (3, rf"treš(?:ais|ā|o)(?= (?:vis)?(?:{_OFTEN})|\s[–—-]\s)|trešajā vietā"),
    ),
    "en": (
        (1, r"most (?:often|frequent(?:ly)?|common(?:ly)?|popular|important)|in first place"),
        (2, r"second[- ](?:most|came|comes|was|is|place)|in second place|ranks? second"),
        (3, r"third[- ](?:most|came|comes|was|is|place)|in third place|ranks? third|and third"),
    ),
    "ru": (
        (1, r"чаще всего|сам\w{2,3} (?:част|популярн|распростран)\w+|на первом месте"),
        (2, r"втор\w{2,3} по|на втором месте|втор(?:ая|ое|ой)(?=\s[–—-]\s)"),
        (3, r"треть\w{1,3} по|на третьем месте|трет(?:ья|ье|ий)(?=\s[–—-]\s)"),
    ),
}
THEN = {
    "lv": r"(?:kam|kuram|kurai|tam|tai|tiem|tām|aiz tā|aiz tās|aiz tiem)? ?sek(?:o|oja)|pēc tam|tad",
    "en": r"followed (?:closely )?by|then|ahead of|next (?:came|come|comes)",
    "ru": r"за (?:ним|ней|ними|этим|нею) (?:иду|ид[её]т|следу)\w*|далее(?: (?:иду|ид[её]т|следу)\w*)?|затем|опережа\w+",
}
_MORE = {
    "lv": r"(?P<up>augstāk\w*|lielāk\w*|biežāk)|(?P<down>zemāk\w*|mazāk\w*|retāk)",
    "en": r"(?P<up>higher|larger|greater|more (?:often|frequently|common|popular|likely|widespread))"
    r"|(?P<down>lower|smaller|less (?:often|frequently|common|popular|likely|widespread)|fewer)",
    "ru": r"(?P<up>выше|больше|чаще)|(?P<down>ниже|меньше|реже)",
}
_THAN = {
    "lv": r"(?:ne)?kā|salīdzin\w+ ar|salīdzinājumā ar",
    "en": r"than|compared (?:to|with)|in comparison (?:to|with)",
    "ru": r"чем|по сравнению со?",
}
_AGAINST = r"(?:against|versus|vs\.?|compared (?:with|to)|pret|pretstatā|против|и|and|un|attiecīgi|соответственно)"


_NONE = regex.any_case(r"(?<!\w)(?:not|never|n't|nekad|nav|ne\w{4,}|не|никогда)(?!\w)")
_DENIED = regex.any_case(
    r"(?<!\w)(?:not|no|nav|ne|не|n't|neither|nor|times|reiz\w*|раз\w?)(?:\s\w+)?\s$"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Orders and comparisons that their own numbers deny."""
    for sentence in text.prose:
        found = claims.of(sentence)
        if not found:
            continue
        yield from _places(text, claims, sentence, found)
        yield from _but_only(text, sentence, found)
        if year_in(sentence.text, text) or word_pattern(text.words.last_wave).search(sentence.text):
            continue
        yield from _chain(text, sentence, found)
        yield from _compared(text, sentence, found)
        yield from _descending(text, sentence, found)


def _places(
    text: Text, claims: Claims, sentence: Sentence, found: tuple[Claim, ...]
) -> Iterator[Finding]:
    """First, second, third, each with the share that follows it, also over two sentences."""
    narrow = word_pattern(f"{text.words.group}|{text.words.last_wave}")
    if narrow.search(sentence.text) or year_in(sentence.text, text):
        return
    own = _placed(sentence, found, text)
    if not own or max(place for place, _ in own) < 2:
        return
    before: list[tuple[int, Number]] = []
    if sentence.order:
        earlier = text.sentences[sentence.order - 1]
        if earlier.block == sentence.block and not narrow.search(earlier.text):
            before = [item for item in _placed(earlier, claims.of(earlier), text) if item[0] == 1]
    for (place, one), (after, other) in _steps([*before, *own]):
        if place < after and other.value > one.value:
            word = str(one.shown), str(other.shown)
            at = spot(text, sentence, other.start, other.end)
            yield _told(text, at, _word_of(sentence, text, after), word)
            return


def _steps(
    items: list[tuple[int, Number]],
) -> Iterator[tuple[tuple[int, Number], tuple[int, Number]]]:
    ordered = sorted(items, key=lambda item: item[0])
    yield from itertools.pairwise(ordered)


def _placed(sentence: Sentence, found: tuple[Claim, ...], text: Text) -> list[tuple[int, Number]]:
    marks = sorted(
        (match.start(), match.end(), place)
        for place, pattern in _PLACES[text.lang]
        for match in word_pattern(pattern).finditer(sentence.text)
    )
    placed = []
    for index, (_, end, place) in enumerate(marks):
        stop = marks[index + 1][0] if index + 1 < len(marks) else len(sentence.text)
        after = [c.number for c in found if end <= c.number.start < min(stop, end + 100)]
        if after:
            placed.append((place, after[0]))
    return placed if len({place for place, _ in placed}) == len(placed) else []


def _word_of(sentence: Sentence, text: Text, place: int) -> str:
    pattern = dict(_PLACES[text.lang])[place]
    match = word_pattern(pattern).search(sentence.text)
    return match.group(0) if match else ""


def _chain(text: Text, sentence: Sentence, found: tuple[Claim, ...]) -> Iterator[Finding]:
    """`A (58 %), followed by B (32 %) and C (40 %)`: each at most as large as the one before."""
    if word_pattern(text.words.group).search(sentence.text):
        return
    for match in word_pattern(THEN[text.lang]).finditer(sentence.text):
        before = [c.number for c in found if c.number.end <= match.start()]
        after = [c.number for c in found if c.number.start >= match.end()]
        if not before or len(after) < 2:
            continue
        if after[0].value > before[-1].value:
            continue  # the rank rule tells this
        for one, other in itertools.pairwise(after):
            if other.value > one.value:
                at = spot(text, sentence, one.start, other.end)
                yield _told(text, at, match.group(0).strip(), (one.shown, other.shown))
                return


def _compared(text: Text, sentence: Sentence, found: tuple[Claim, ...]) -> Iterator[Finding]:
    """`A is higher than B: 87 % against 91 %`; `A (87 %) is higher than B (91 %)`."""
    if len(found) != 2:
        return
    one, other = found[0].number, found[1].number
    words = sentence.text
    matches = list(word_pattern(_MORE[text.lang]).finditer(words))
    if len(matches) != 1 or one.value == other.value:
        return
    match = matches[0]
    than = word_pattern(_THAN[text.lang]).search(words, match.end())
    if than is None or _DENIED.search(words[: match.start()]):
        return
    between = words[one.end : other.start]
    inside = _is_in_one_bracket(words, match.end(), one, other, than.start())
    if than.start() - match.end() > 80 and not inside:
        return
    behind = one.start > than.end() and regex.fullmatch(
        rf"(?:\s[^\W\d]\w*){{0,2}},?\s(?:{_AGAINST})(?:\s[^\W\d]\w*){{0,3}}\s\(?",
        between,
        regex.IGNORECASE,
    )
    around = one.end <= than.start() < other.start and not regex.search(r"[;.:]\s", between)
    around = around and other.start - than.end() < 60 and than.start() - one.end < 80
    if not (behind or around or inside):
        return
    up = match.group("up") is not None
    behind_each = (words[c.number.end : c.number.end + 40].split(")")[0] for c in found)
    denied = [_NONE.search(piece) is not None for piece in behind_each]
    if denied[0] != denied[1]:
        return  # "A (73 % do it) is more common than B (74 % never do)"
    if (one.value > other.value) != up:
        at = spot(text, sentence, min(one.start, match.start()), other.end)
        said = match.group("up") or match.group("down")
        yield _told(text, at, said, (one.shown, other.shown))


_BUT_ONLY = {
    "lv": r",?\s(?:bet|taču|tomēr|savukārt)\s(?:[^\W\d]+\s){0,4}(?P<only>tikai|vien)\s(?:[^\W\d]+\s)?$",
    "en": r",?\s(?:but|yet|while|whereas|though)\s(?:[^\W\d]+\s){0,4}(?P<only>only|just|merely)\s(?:[^\W\d]+\s)?$",
    "ru": r",?\s(?:но|а|однако)\s(?:[^\W\d]+\s){0,4}(?P<only>лишь|только|всего)\s(?:[^\W\d]+\s)?$",
}
OF_THEM = regex.any_case(
    r"\s?%?\s(?:of (?:them|those|these|whom)|no (?:tiem|tām|viņiem|viņām|kuriem|kurām)|из (?:них|тех))(?!\w)"
)


def _but_only(text: Text, sentence: Sentence, found: tuple[Claim, ...]) -> Iterator[Finding]:
    """`9 % work there, but only 63 % work there alone`: what is set against it is more."""
    words = sentence.text
    for one, other in itertools.pairwise(claim.number for claim in found):
        if other.value <= one.value or OF_THEM.match(words, other.end):
            continue
        said = regex.search(_BUT_ONLY[text.lang], words[one.end : other.start], regex.IGNORECASE)
        around = words[max(0, one.start - 40) : other.end + 40]
        if said is None or _NONE.search(around) or word_pattern(text.words.group).search(around):
            continue
        at = spot(text, sentence, one.start, other.end)
        yield _told(text, at, said["only"], (other.shown, one.shown))


_RANKED = {  # the head of a list that goes from the largest share down
    "lv": r"(?:vis)?biežāk\w*|populārāk\w*|lielāk\w*(?! daļ)|svarīgāk\w*",
    "en": r"top (?:\d+|three|four|five|six|seven|eight|nine|ten|\w+s)|most (?:often|frequent(?:ly)?|common(?:ly)?|popular|important|cited|named|mentioned)|commonest|the main \w+s",
    "ru": r"чаще всего|наиболее (?:част|популярн|распростран|важн)\w+|сам\w{2,3} (?:част|популярн|распростран|важн)\w+|основны[ех]",
}
_NEXT = regex.any_case(r"\)(?:[,;]|,?\s(?:and|un|и|kā arī|as well as))\s[^();:.%\d]{2,60}\($")
_LONG = 6  # shares: so many, with one out of place, are a list in order also without a head
_HEADED = 4


def _descending(text: Text, sentence: Sentence, found: tuple[Claim, ...]) -> Iterator[Finding]:
    """`most often A (31 %), B (17 %), C (24 %) and D (9 %)`: in order but for one share."""
    words = sentence.text
    for run in _runs(words, [claim.number for claim in found]):
        head = word_pattern(_RANKED[text.lang]).search(words[: run[0].start]) is not None
        rest = word_pattern(f"{text.words.other}|{text.words.group}")
        values = [item.value for item in run]
        rises = [at for at in range(1, len(run)) if values[at] > values[at - 1]]
        if len(run) < (_HEADED if head else _LONG) or not rises or rest.search(words):
            continue
        at = rises[0]
        if not _is_slip(values, at):
            continue
        where = spot(text, sentence, run[at - 1].start, run[at].end)
        yield finding(
            text, "rank-word", where, code="order-broken",
            value=run[at].shown, other=run[at - 1].shown, count=len(run),
        )  # fmt: skip


def _is_slip(values: list[float], at: int) -> bool:
    """Whether the rest goes down once the share before a rise, or the one behind it, is left out."""
    return any(
        all(one >= two for one, two in itertools.pairwise(values[:out] + values[out + 1 :]))
        for out in (at - 1, at)
    )


def _runs(words: str, found: list[Number]) -> Iterator[list[Number]]:
    """The shares that stand in brackets one after another, each behind its own name."""
    run: list[Number] = []
    for item in found:
        if run and not _NEXT.match(words, run[-1].end, item.start):
            yield run
            run = []
        run.append(item)
    yield run


_BOTH = regex.any_case(r"\s?(?:vs\.?|versus|against|compared (?:to|with)|pret|против|и|un|and)\s")


def _is_in_one_bracket(words: str, begin: int, one: Number, other: Number, end: int) -> bool:
    """`more often late (12 % vs. 10 %) than …`: both shares, and nothing else, between two places."""
    outside = words[begin : one.start], words[other.end : end]
    return (
        outside[0].endswith("(")
        and _BOTH.fullmatch(words, one.end, other.start) is not None
        and regex.fullmatch(r"\),?\s", outside[1]) is not None
        and not regex.search(r"[;:.](?:\s|$)", outside[0])
    )


def _told(text: Text, at: object, words: str, shown: tuple[str, str]) -> Finding:
    return finding(text, "rank-word", at, words=words, value=shown[0], other=shown[1])  # type: ignore[arg-type]
