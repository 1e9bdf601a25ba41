"""Sums of answers told in prose and in lists: in one sentence, over several, or an item each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.answer_words import (
    REST,
    are_ages,
    are_of_things,
    are_ranges,
    is_scale,
    residual,
    rise_or_fall,
    scaled,
)
from atbalss.audit.claims import Claim, Claims, bracketed
from atbalss.audit.composed import are_sexes, begun
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.rests import silent_in
from atbalss.audit.rules.asked import (
    around,
    asks_amount,
    is_of_each_question,
    measures_each,
    says_one,
    says_several,
    several_noted,
)
from atbalss.audit.rules.sums import MOST, net, summed
from atbalss.audit.series import is_part, results_told, series_of
from atbalss.audit.spoken import words_in
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_ANSWERS = 12
_OTHER_QUOTED = regex.any_case(r"[„“\"«](?:cit|other|друг|ин)")


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Single-choice answers of one passage that do not make 100 %."""
    blocks: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims.levels:
        if claim.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM) and not is_part(claim.segment):
            blocks[claim.sentence.block].append(claim)
    for index, found in blocks.items():
        if len(found) > 1 and index not in summed(claims):
            yield from _passage(text, claims, index, found)
    for sentence in text.prose:
        own = claims.of(sentence)
        if len(own) > 1 and _is_sample_wrong(text, claims, sentence, own):
            yield sum_told(text, own)
        elif len(own) > 2 and (ending := _left_over(claims, own)):
            yield sum_told(text, ending)


_REMAINING = regex.any_case(  # what is left of 100: `3 or more for the remaining 25 %`
    r"(?<!\w)(?<!of )(?<!no )(?<!из )(?:the remaining|atlikuš\w+|pārēj\w+|оставш\w+|остальн\w+)\s(?:\w+\s)?$"
)
_LOOSELY = regex.any_case(
    r"(?<!\w)(?:about|around|some|close to|nearly|almost|over|under|roughly|gandrīz|ap|aptuveni|apmēram|tuvu|около|почти|примерно|близко к)\s$"
)
_OFF = 15.0  # points that what remains is off at most: more is of another list


def _left_over(claims: Claims, own: Sequence[Claim]) -> Sequence[Claim]:
    """The shares at the end of a sentence whose last is said to be what remains, and is not; none where it is."""
    last = own[-1]
    if any(_LOOSELY.search(claim.sentence.text[: claim.number.start]) for claim in own):
        return ()  # `close to 85 %, 9.2 %, and the remaining 6.3 %`
    if not _REMAINING.search(last.sentence.text[: last.number.start]):
        return ()
    endings = [own[start:] for start in range(len(own) - 2, -1, -1)]
    for ending in endings:
        total, spare = _sum(ending)
        if total <= 100 + spare and (
            total >= 100 - spare or _is_told_before(claims, ending, 100 - total, spare)
        ):
            return ()
    off = [(abs(_sum(ending)[0] - 100), ending) for ending in endings if len(ending) > 2]
    apart, nearest = min(off, key=lambda one: one[0])
    return nearest if apart <= _OFF else ()


def _passage(text: Text, claims: Claims, index: int, found: list[Claim]) -> Iterator[Finding]:
    """The lists of answers of one paragraph: each question in it begins a new one."""
    by_order: dict[int, list[Claim]] = defaultdict(list)
    for claim in found:
        by_order[claim.sentence.order].append(claim)
    orders = range(found[0].sentence.order, found[-1].sentence.order + 1)
    run: list[Claim] = []
    for order in orders:
        sentence, own = text.sentences[order], by_order.get(order, [])
        if run and (not own or "?" in sentence.text[: own[0].number.start]):
            yield from _run(text, claims, index, run)
            run = []
        if len(own) > 1 and _makes_all(own):
            yield from _run(text, claims, index, run)
            run = []
        elif own and _usable(text, sentence, own):
            run += [claim for claim in own if not _again(claim, run)]
        elif run:
            yield from _run(text, claims, index, run)
            run = []
    yield from _run(text, claims, index, run)


def _makes_all(own: Sequence[Claim]) -> bool:
    """Whether the shares of one sentence make 100 %: the answers to a question of their own."""
    total, spare = _sum(own)
    return abs(total - 100) <= spare


def _again(claim: Claim, run: Sequence[Claim]) -> bool:
    """Whether a share is told once more: an earlier sentence gives it to the same answer."""
    said = set(claim.about)
    if _ANOTHER.match(claim.segment):
        return False
    return any(
        item.number.value == claim.number.value and said & set(item.about)
        for item in run
        if item.sentence.order != claim.sentence.order
    )


_ANOTHER = regex.any_case(r"\W*(?:another|a further|a second|vēl|otr\w+|ещ[её])(?!\w)")


def _usable(text: Text, sentence: Sentence, own: list[Claim]) -> bool:
    """Whether all shares of a sentence may be answers of all who were asked, in one wave."""
    words = sentence.text
    begun = max(words.rfind(mark, 0, own[0].number.start) for mark in ":?") + 1
    if _each_so_many(text, own) or any(claim.years for claim in own):
        return False
    if _COMPARES.search(words) or _ABROAD.search(words):
        return False
    labels = [one.label for one in results_told(text, own)] if len(own) > 2 else []
    if are_ranges(labels, text) and are_ages(labels):
        return False  # a share of each group, or of whom the sample is made
    told = word_pattern(_OF_ALL).sub(" ", words[begun:])
    bare = word_pattern(rf"(?:for |у )?(?:{REST[text.lang]})").sub(" ", told)
    return not word_pattern(f"{text.words.group}|{text.words.last_wave}").search(bare)


_OF_ALL = (  # of all who were asked: no group
    r"(?:of |by )?(?:all )?(?:of )?(?:those|the people|people) (?:we )?(?:asked|questioned|interviewed|surveyed|polled|spoken to|who (?:answered|replied|responded|took part))"
    r"|(?:no |starp )?(?:visiem )?(?:tiem, kas|tiem, kuri|kas|kuri) (?:atbildēja|piedalījās)|(?:starp|no) (?:visiem )?(?:aptaujātajiem|respondentiem)(?=\W|$)|aptaujāto vidū|respondentu vidū"
    r"|(?:тех,? )?(?:кто|которые) (?:ответил|участвовал)\w*|среди (?:всех )?(?:опрошенных|ответивших|респондентов)(?! \w+(?:ей|ых|их)\b)"
)
_ABROAD = regex.any_case(  # of those who were asked in another country
    r"(?<!\w)(?:kaimiņ\w*valst\w*|lietuv\w+|igaun\w+|somij\w+|polij\w+|krievij\w+|neighbou?ring|lithuania\w*|estonia\w*|other countries"
    r"|сосед\w+ стран\w*|литв\w+|литов\w+|эстон\w+|других странах)(?!\w)"
)
_COMPARES = regex.any_case(  # a share set against that of others, or of another wave
    r"\d\s?%?\s(?:vs\.?|versus)\s\d|(?<!\w)(?:compare[sd]?|jumped|rose|climbed|dropped|fell) to\s|(?<!\w)(?:realitātē|patiesībā|in reality|in fact|actually|на деле|на самом деле)(?!\w)|^(?:if|ja|если)\s"
)


def _run(text: Text, claims: Claims, index: int, run: list[Claim]) -> Iterator[Finding]:
    if len(run) < 2 or _is_comment(text, claims, run):
        return
    asked = _asked(text, claims, index, run)
    if says_several(asked, text):
        return
    one = says_one(asked, text)
    if one and several_noted(text, claims):  # `most often`, and several answers to some questions
        one = says_one(asked.replace("?", "."), text)
    orders = sorted({claim.sentence.order for claim in run})
    begun = 0
    for order in list(orders):  # sentence by sentence: what makes 100 is told, and left behind
        made = sum(claim.sentence.order <= order for claim in run)
        total, spare = _sum(run[begun:made])
        if made - begun > 1 and abs(total - 100) <= spare:
            orders = [other for other in orders if other > order]
            begun = made
    run = run[begun:]
    for order in orders:
        own = [claim for claim in run if claim.sentence.order == order]
        single = one and not begun
        short = _is_short(text, own, asked, single)
        if short or _wrong(text, claims, own, asked, single):
            yield sum_told(text, own)
            return
    if len(orders) > 1 and _wrong_together(text, claims, run, one and not begun):
        yield sum_told(text, run)


_SOME = {  # only some of the answers are told
    "lv": r"visbiežāk\w*|biežāk\w*|galven\w+|piemēram|tostarp|arī|populārāk\w+|pirmajā vietā|vispirms|turklāt|savukārt vēl",
    "en": r"most (?:often|common|frequent\w*|popular)|more often|mainly|chiefly|mostly|for example|among (?:others|them)|including|also|top|leading|first place|further",
    "ru": r"чаще|чаще всего|главн\w+|основн\w+|например|в том числе|также|в первую очередь|лидиру\w+|на первом месте|ещ[её]",
}
_HOW_MANY = {  # `one of three answers`: how many answers a question has
    "lv": r"(?:(?P<n3>trim|trijās|trīs|trijiem)|(?P<n4>četr\w+)|(?P<n5>piec\w+)) (?:\w+ )?(?:atbil\w+|variant\w*|daļ\w+|iespēj\w*)",
    "en": r"(?:(?P<n3>three)|(?P<n4>four)|(?P<n5>five)) (?:\w+ )?(?:answers|options|responses|choices|parts|replies)",
    "ru": r"(?:(?P<n3>тр[её]х|три)|(?P<n4>четыр\w+)|(?P<n5>пят[иь])) (?:\w+ )?(?:ответ\w*|вариант\w*|част\w*)",
}
_APART = 48  # letters between the shares of a plain list


def _is_short(text: Text, own: Sequence[Claim], asked: str, one: bool) -> bool:
    """Whether all answers to a question with one answer are told, and make less than 100 %."""
    words = own[0].sentence.text
    total, spare = _sum(own)
    if not 3 <= len(own) <= 8 or not 80 < total < 100 - spare - 1 or silent_in(own):
        return False
    begun = max(words.rfind(mark, 0, own[0].number.start) for mark in ":?)") + 1
    if word_pattern(f"{_SOME[text.lang]}|{REST[text.lang]}").search(words[begun:]):
        return False
    if word_pattern(REST[text.lang]).search(asked):
        return False
    told = word_pattern(_HOW_MANY[text.lang]).search(asked)
    if told is not None and (says_one(asked, text) or _one_each(text)):
        return int(str(told.lastgroup)[1:]) == len(own)
    edges = [begun, *(claim.number.end for claim in own)]
    gaps = [claim.number.start - edge for edge, claim in zip(edges, own, strict=False)]
    plain = begun > 0 and max(gaps) <= _APART and len(words) - edges[-1] <= _APART // 4
    return one and plain and len({claim.number.value for claim in own}) > 1


def _one_each(text: Text) -> bool:
    """Whether the document says that every question takes one answer."""
    return any(is_of_each_question(i.text) and says_one(i.text, text) for i in text.prose)


def _is_comment(text: Text, claims: Claims, run: Sequence[Claim]) -> bool:
    """Whether shares are told again of several tables and lists of items, some of each."""
    values = {claim.number.value for claim in run}
    lines = {claim.sentence.line for claim in run}
    met: set[float] = set()
    if len({claim.sentence.order for claim in run}) < 2:
        return False
    for series in series_of(text, claims):
        own = {item.number.value for item in series.results}
        listed = series.table or series.last > series.first
        if listed and not lines & {item.spot.line for item in series.results} and not values <= own:
            met |= own
    return values <= met


def _asked(text: Text, claims: Claims, index: int, run: Sequence[Claim]) -> str:
    """The words that say how a passage was asked: its own question, else what is around it."""
    first, last = run[0].sentence.order, run[-1].sentence.order
    near = [item for item in text.sentences[: last + 3] if item.block == index]
    near = [item for item in near if item.order <= last or not claims.of(item)]
    near = [item for item in near if item.order <= last or "?" not in item.text]
    own = " ".join(item.text for item in near if item.order >= first - 2)
    if "?" in own or says_one(own, text):
        return own
    before = " ".join(item.text for item in near if item.order < first)
    return f"{around(text, index).replace(text.blocks[index].text, before)} {own}"


_REMAINS = regex.any_case(  # `Other languages include A (24 %), B …`: what else was named
    r"(?:other|further|additional|citi|citas|pārēj\w+|другие|прочие|остальные) [^\W\d]\w+"
)


def _wrong(text: Text, claims: Claims, own: list[Claim], asked: str, one: bool) -> bool:
    """Whether the answers of one sentence make more than 100 %, or of a full list less."""
    if not 3 <= len(own) <= 8:
        return False
    labels = [_label(claim) for claim in own]
    if _REMAINS.match(own[0].sentence.text):
        return False
    other = [residual(text).search(label) is not None for label in labels]
    often = sum(word_pattern(text.words.frequency).search(label) is not None for label in labels)
    ranged = len(own) > 2 and are_ranges([one.label for one in results_told(text, own)], text)
    scale = is_scale(labels, text) or (ranged and (one or asks_amount(asked, text)))
    bare = [_bare(claim) for claim in own]
    graded = sum(scaled(text).search(words.lower()) is not None for words in bare)
    if graded >= len(own) - 1 and not one and are_of_things(bare, text):
        return False
    noted = not one and not scale and (several_noted(text, claims) or _elsewhere(text, own[0]))
    listed = any(other) or often == len(own) or scale
    total, spare = _sum(own)
    values = [claim.number for claim in own]
    if 100 + spare < total < MOST and not net(values, spare):
        return not bracketed(own) and (one or (listed and not noted))
    whole = any(other) or (one and scale and len(own) >= 4)  # a scale named from end to end
    closed = (one or scale) and whole and (len(own) >= 4 or scale) and not _goes_on(own[-1], text)
    return closed and 80 < total < 100 - spare - 1 and not silent_in(own)


def _goes_on(last: Claim, text: Text) -> bool:
    """`…, 11 %, the rest for other reasons`: what is left is named without its share."""
    after = last.sentence.text[last.number.end :]
    left = regex.search(
        rf"[,;]\s(?:\w{{1,3}}\s)?(?:{REST[text.lang]})(?!\w)", after, regex.IGNORECASE
    )
    return left is not None and not regex.search(r"\d", after[left.start() :])


def _elsewhere(text: Text, claim: Claim) -> bool:
    """Whether the section says anywhere that several answers could be given."""
    section = claim.sentence.section
    pairs = zip(text.blocks, text.sections, strict=True)
    return any(number == section and says_several(block.text, text) for block, number in pairs)


def _is_told_before(claims: Claims, run: Sequence[Claim], left: float, spare: float) -> bool:
    """Whether what answers lack of 100 % stands in the sentences before them, as one share or two."""
    first = run[0].sentence
    near = claims.text.sentences[max(0, first.order - 6) : first.order]
    found = (claim for item in near for claim in claims.of(item) if item.section == first.section)
    before = {claim.number.value for claim in found}
    pairs = {one + other for one in before for other in before if one != other}
    return any(abs(value - left) <= spare for value in before | pairs)


def _each_so_many(text: Text, run: Sequence[Claim]) -> bool:
    """Whether one word tells each of the shares: `paper (47 %), glass (55 %) are sorted by about half`."""
    sentence, last = run[0].sentence, run[-1].number
    bracketed = all(sentence.text[c.number.end :].startswith(")") for c in run)
    return bracketed and any(item[4] > last.end for item in words_in(sentence, text))


def _lacking(run: Sequence[Claim]) -> list[float]:
    """What answers lack of 100 %, also once a share is left out that the next two make together."""
    total, _ = _sum(run)
    kept = [total]
    for whole, one, other in zip(run, run[1:], run[2:], strict=False):
        parts = one.number.value + other.number.value
        if abs(whole.number.value - parts) <= whole.number.step + 1e-9:
            kept.append(total - whole.number.value)
    return [100 - value for value in kept if value < 100]


def _wrong_together(text: Text, claims: Claims, run: list[Claim], one: bool) -> bool:
    """Whether answers told one after another, sentence by sentence, do not make 100 %."""
    last = [claim for claim in run if claim.sentence.order == run[-1].sentence.order]
    rest = word_pattern(REST[text.lang]).search(last[-1].segment) is not None
    quoted = any(_OTHER_QUOTED.search(_label(claim)) for claim in last)
    graded = is_scale([_bare(claim) for claim in run], text, once=True)
    if not (one or rest or quoted or graded) or not 3 <= len(run) <= _ANSWERS:
        return False
    for begin in range(len(run) - 2):
        total, spare = _sum(run[begin:])
        if abs(total - 100) <= spare:
            return False
    values = [claim.number for claim in run]
    total, spare = _sum(run)
    if any(_is_told_before(claims, run, left, spare) for left in _lacking(run)):
        return False
    if 100 + spare < total < MOST:
        return not net(values, spare)
    other = one and word_pattern(text.words.other).search(_label(last[-1])) is not None
    labels = [_label(claim) for claim in run]
    other = other or (one)
    enough = len(run) > 3 or (one and is_scale(labels, text))
    if not (rest and total > 60) and not (other and enough and 80 < total < 100 - 2 * spare):
        return False
    if total >= 100 - spare or (other and not rest and _tells_some(run, text)):
        return False
    sentences = {claim.sentence for claim in run}
    return sum(len(words_in(item, text)) for item in sentences) == 0


def _tells_some(run: Sequence[Claim], text: Text) -> bool:
    """Whether the sentences say that only some of the answers are told: `most often`, `for example`."""
    some = word_pattern(_SOME[text.lang])
    return any(some.search(_ONE_MORE.sub(" ", claim.sentence.text)) for claim in run)


_ONE_MORE = regex.any_case(  # `a further 17 %`: one more answer, with its share
    r"(?<!\w)(?:another|a further|ещ[её]|vēl)\s(?=\d)"
)


def _sum(parts: Sequence[Claim]) -> tuple[float, float]:
    """The sum of shares, and what rounding may make of it."""
    values = [claim.number for claim in parts]
    return sum(item.value for item in values), sum(item.step for item in values) / 2 + 0.01


def sum_told(text: Text, parts: Sequence[Claim]) -> Finding:
    """The finding of shares that do not make 100 %, from the first of them to the last."""
    first, last = parts[0], parts[-1]
    other = spot_of(text, last)
    total = f"{_sum(parts)[0]:.{max(claim.number.digits for claim in parts)}f}"
    return finding(text, "sum-of-answers", spot_of(text, first), (other,), total=total)


def _bare(claim: Claim) -> str:
    """The words of a share without the number."""
    words = claim.sentence.text
    return f"{words[claim.start : claim.number.start]} {words[claim.number.end : claim.end]}"


def _label(claim: Claim) -> str:
    """The words close to a number, where a residual answer is named."""
    place = claim.number.start - claim.start
    return claim.segment[max(0, place - 40) : place + 45]


# ---- of whom the sample is made

_METHOD = r"anket\w*|izlas\w*|sample|respondents|interviews|questionnaires|выборк\w+|анкет\w*|респондент\w*|участник\w*|опрошенн\w*|dalībniek\w*|respondent\w*|interviewed|aptaujāt\w+"
_LEAST, _MOST = 85.0, 130.0
_BRIEF = 8  # words of a sentence on the sexes of those asked


def _is_sample_wrong(text: Text, claims: Claims, sentence: Sentence, own: Sequence[Claim]) -> bool:
    """Whether the groups that make up the sample do not make 100: `By age: 18-34 29 %, 35-54 41 %, …`."""
    total, spare = _sum(own)
    apart = total - 100
    if abs(apart) <= spare + 0.5 or not _LEAST < total < _MOST or any(c.years for c in own):
        return False
    if says_several(text.blocks[sentence.block].text, text):
        return False
    labels = [one.label for one in results_told(text, own)]
    start = own[0].number.start
    before = text.sentences[max(0, sentence.order - 1)]
    same = before.block == sentence.block and before is not sentence
    near = f"{before.text if same else ''} {sentence.text[:start]}"
    if are_sexes(labels[0], labels[-1]) and len(" ".join(labels).split()) <= _BRIEF:
        return word_pattern(_METHOD).search(sentence.text[:start]) is not None
    if are_ranges(labels, text) and (apart > 0 or rise_or_fall(labels, text)):
        whole = same and len(pair := claims.of(before)) == 2 and _makes_all(pair)
        if whole or (begun(near, text) >= 0 and word_pattern(_METHOD).search(near)):
            return True
    marks = len(regex.findall(r"[;.]\s", sentence.text))
    if not 0 <= begun(sentence.text, text) <= start or marks not in (0, len(own) - 1):
        return False
    if measures_each(sentence.text[:start], text):
        return False
    return (
        apart > 0 and not _of_two_kinds(sentence, own) and not net([c.number for c in own], spare)
    )


def _of_two_kinds(sentence: Sentence, found: Sequence[Claim]) -> bool:
    """Whether a bracket is a sentence of its own: `(50 %) are young and skilled (64 % of users have …)`."""
    inside = regex.findall(r"\(([^()]*\d\s?%[^()]*)\)", sentence.text)
    long = [words for words in inside if len(regex.findall(r"[^\W\d]{2,}", words)) > 3]
    return len(found) == 2 and 0 < len(long) < len(inside)
