"""Sums of answers told in prose and in lists: in one sentence, over several, or an item each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, bracketed
from atbalss.audit.composed import is_sample
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number
from atbalss.audit.rests import silent_in
from atbalss.audit.rules.asked import around, asks_openly, says_one, says_several, several_noted
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.series import series_of, without_parts
from atbalss.audit.spoken import words_in
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.study.decimals import marked

_MOST = 160.0  # above: several answers, or separate questions, and everybody sees it
FULL = 250.0  # of an open question that does not say how many answers it takes
_ANSWERS = 12
_OTHER_QUOTED = regex.pattern(r"[„“\"«](?:cit|other|друг|ин)", regex.IGNORECASE)
_REST = {
    "lv": r"pārēj\w+|atlikuš\w+|visi citi",
    "en": r"the (?:rest|remaining|remainder|others)|remaining \d+|everyone else|everybody else|all others",
    "ru": r"остальн\w+|оставш\w+|все прочие",
}
_SCALE = {  # more answers that stand at the ends or in the middle of a scale
    "lv": r"lab[aisuo]\w{0,2}|slikt\w{1,3}|vidēj\w{1,2}|(?:ne)?droš[iao]\w{0,2}|ir|nav|par|pret|viegli|grūti|par (?:daudz|maz|gar[ui]|īs[ui]|liel[ui]|maz[ui]|dārg[ui]|lēt[ui]|ātr[ui]|lēn[ui]|augst[ui]|zem[ui])|tieši (?:tik|laikā|pareizi)|tieši tā|noteikti|droši vien|varbūt|pozitīv\w*|negatīv\w*|neitrāl\w*",
    "en": r"(?:un)?safe|easy|difficult|in favou?r|against|for|too (?:much|little|many|few|long|short|high|low)|about right|just right|enough|(?:un)?happy|(?:un)?important|(?:un)?likely|worse|better|the same|excellent|positive(?:ly)?|negative(?:ly)?|neutral(?:ly)?|certainly|definitely|probably|perhaps|maybe",
    "ru": r"хорош\w{2}|плох\w{2}|средн\w{2}|(?:не)?безопасн\w+|опасн\w+|есть|за|против|легко|трудно|(?:не)?важно|слишком|в самый раз|лучше|хуже|отличн\w+|так же|положительн\w+|отрицательн\w+|нейтральн\w+|точно|наверняка|наверное|возможно|вероятно",
}
_DERIVED = (  # what is told of answers already counted
    r"together|combined|altogether|in total|overall|thus|therefore|hence|that is|i\.e\.|in other words"
    r"|kopā|kopumā|kopskaitā|tātad|tādējādi|proti|t\.i\.|вместе|всего|итого|в сумме|таким образом|значит|то есть|т\.е\."
)


def residual(text: Text) -> re.Pattern[str]:
    """What names the answers that are none of the others: other, do not know, the rest."""
    return word_pattern(f"{text.words.other}|{_REST[text.lang]}")


def scaled(text: Text) -> re.Pattern[str]:
    """What names an answer of a scale, or yes and no."""
    return word_pattern(f"{text.words.scale}|{text.words.frequency}|{_SCALE[text.lang]}")


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Single-choice answers of one passage that do not make 100 %."""
    blocks: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims.levels:
        if claim.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM):
            blocks[claim.sentence.block].append(claim)
    for index, found in blocks.items():
        if len(found) > 1:
            yield from _passage(text, claims, index, found)
    yield from _items(text, claims, blocks)


def net(parts: Sequence[Number], spare: float) -> bool:
    """Whether the sum is right once a part is left out that joins two or more of the others."""
    total = sum(item.value for item in parts)
    for place, item in enumerate(parts):
        if abs(total - item.value - 100) > spare:
            continue
        others = [part.value for index, part in enumerate(parts) if index != place]
        joined = {0.0}
        for value in others[:12]:
            joined |= {known + value for known in joined}
        if any(abs(known - item.value) <= spare for known in joined - set(others) - {0.0}):
            return True
    return False


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
    return any(
        item.number.value == claim.number.value and said & set(item.about)
        for item in run
        if item.sentence.order != claim.sentence.order
    )


def _usable(text: Text, sentence: Sentence, own: list[Claim]) -> bool:
    """Whether all shares of a sentence may be answers of all who were asked, in one wave."""
    words = sentence.text
    begun = max(words.rfind(mark, 0, own[0].number.start) for mark in ":?") + 1
    if _each_so_many(text, own) or any(claim.years for claim in own):
        return False
    if _COMPARES.search(words) or _ABROAD.search(words):
        return False
    bare = word_pattern(rf"(?:for |у )?(?:{_REST[text.lang]})").sub(" ", words[begun:])
    return not word_pattern(f"{text.words.group}|{text.words.last_wave}").search(bare)


_ABROAD = regex.pattern(  # of those who were asked in another country
    r"(?<!\w)(?:kaimiņ\w*valst\w*|lietuv\w+|igaun\w+|somij\w+|polij\w+|krievij\w+|neighbou?ring|lithuania\w*|estonia\w*|other countries"
    r"|сосед\w+ стран\w*|литв\w+|литов\w+|эстон\w+|других странах)(?!\w)",
    regex.IGNORECASE,
)
_COMPARES = regex.pattern(  # a share set against that of others, or of another wave
    r"\d\s?%?\s(?:vs\.?|versus)\s\d|(?<!\w)(?:compare[sd]?|jumped|rose|climbed|dropped|fell) to\s|(?<!\w)(?:realitātē|patiesībā|in reality|in fact|actually|на деле|на самом деле)(?!\w)|^(?:if|ja|если)\s",
    regex.IGNORECASE,
)


def _run(text: Text, claims: Claims, index: int, run: list[Claim]) -> Iterator[Finding]:
    if len(run) < 2 or _is_comment(text, claims, run):
        return
    first = run[0].sentence
    asked = _asked(text, index, first)
    if says_several(asked, text):
        return
    one = says_one(asked, text)
    if one and several_noted(text, claims):  # `most often`, and several answers to some questions
        one = says_one(asked.replace("?", "."), text)
    open_ = not one and asks_openly(asked, text) and not several_noted(text, claims)
    orders = sorted({claim.sentence.order for claim in run})
    begun = 0
    for order in list(orders):  # sentence by sentence: what makes 100 is told, and left behind
        made = sum(claim.sentence.order <= order for claim in run)
        total, spare = _sum(run[begun:made])
        if made - begun > 1 and abs(total - 100) <= spare:
            orders = [other for other in orders if other > order]
            open_, begun = False, made
    run = run[begun:]
    for order in orders:
        own = [claim for claim in run if claim.sentence.order == order]
        single = one and not begun
        short = _is_short(text, own, asked, single)
        if short or _wrong(text, claims, own, single, open_ and order == orders[0]):
            yield sum_told(text, own)
            return
    if len(orders) > 1 and _wrong_together(
        text, claims, run, one and not begun, open_ and not begun and asked.count("?") == 1
    ):
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
_FAR = 8  # points over 100 of answers to an open question
_APART = 48  # letters between the shares of a plain list


_ALL_OTHER = (  # `all other answers together`: not what is told of answers already counted
    r"(?:(?:all|any)(?: the)? other|vis\w{1,2} (?:citi|cita|citas|pārēj\w+)|все (?:прочие|остальные|другие))"
    r"(?: [^\W\d]+){0,3}? (?:together|combined|altogether|in total|kopā|kopumā|вместе|в сумме)"
)


def _is_derived(sentence: Sentence, text: Text) -> bool:
    """Whether a sentence tells what answers already counted make together."""
    bare = word_pattern(_ALL_OTHER).sub(" ", sentence.text)
    return word_pattern(_DERIVED).search(bare) is not None


def _is_short(text: Text, own: Sequence[Claim], asked: str, one: bool) -> bool:
    """Whether all answers to a question with one answer are told, and make less than 100 %."""
    words = own[0].sentence.text
    total, spare = _sum(own)
    if not 3 <= len(own) <= 8 or not 80 < total < 100 - spare - 1 or silent_in(own):
        return False
    begun = max(words.rfind(mark, 0, own[0].number.start) for mark in ":?)") + 1
    if word_pattern(f"{_SOME[text.lang]}|{_REST[text.lang]}").search(words[begun:]):
        return False
    if word_pattern(_REST[text.lang]).search(asked):
        return False
    told = word_pattern(_HOW_MANY[text.lang]).search(asked)
    if told is not None and (says_one(asked, text) or _one_each(text)):
        return int(str(told.lastgroup)[1:]) == len(own)
    edges = [begun, *(claim.number.end for claim in own)]
    gaps = [claim.number.start - edge for edge, claim in zip(edges, own, strict=False)]
    plain = begun > 0 and max(gaps) <= _APART and len(words) - edges[-1] <= _APART // 4
    return one and plain and len({claim.number.value for claim in own}) > 1


_EACH_QUESTION = (
    r"katr\w+ jautājum\w*|(?:each|every) (?:question|item)|all questions|кажд\w+ вопрос\w*"
)


def _one_each(text: Text) -> bool:
    """Whether the document says that every question takes one answer."""
    each = word_pattern(_EACH_QUESTION)
    return any(each.search(item.text) and says_one(item.text, text) for item in text.prose)


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


def _asked(text: Text, index: int, first: Sentence) -> str:
    """The words that say how a passage was asked: its own question, else what is around it."""
    before = text.sentences[max(0, first.order - 2) : first.order + 1]
    own = " ".join(item.text for item in before if item.block == index)
    after = text.sentences[first.order + 1 : first.order + 3]
    own += " ".join(item.text for item in after if item.block == index and "?" not in item.text)
    return own if "?" in own or says_one(own, text) else f"{around(text, index)} {own}"


_REMAINS = regex.pattern(  # `Other languages include A (24 %), B …`: what else was named
    r"(?:other|further|additional|citi|citas|pārēj\w+|другие|прочие|остальные) [^\W\d]\w+",
    regex.IGNORECASE,
)


def _wrong(text: Text, claims: Claims, own: list[Claim], one: bool, open_: bool) -> bool:
    """Whether the answers of one sentence make more than 100 %, or of a full list less."""
    if not 3 <= len(own) <= 8:
        return False
    labels = [_label(claim) for claim in own]
    if _REMAINS.match(own[0].sentence.text):
        return False
    other = [residual(text).search(label) is not None for label in labels]
    often = sum(word_pattern(text.words.frequency).search(label) is not None for label in labels)
    scale = _is_scale(labels, other, text)
    noted = not one and not scale and (several_noted(text, claims) or _elsewhere(text, own[0]))
    listed = any(other) or often == len(own) or scale
    total, spare = _sum(own)
    if _is_derived(own[0].sentence, text) and total > 100:
        return False
    values = [claim.number for claim in own]
    if 100 + spare < total < (FULL if open_ else _MOST) and not net(values, spare):
        if bracketed(own):
            return False
        return one or open_ or (listed and not noted)
    whole = any(other) or (one and scale and len(own) >= 4)  # a scale named from end to end
    closed = (one or scale) and whole and (len(own) >= 4 or scale) and not _goes_on(own[-1], text)
    return closed and 80 < total < 100 - spare - 1 and not silent_in(own)


def _goes_on(last: Claim, text: Text) -> bool:
    """`…, 11 %, the rest for other reasons`: what is left is named without its share."""
    after = last.sentence.text[last.number.end :]
    left = regex.search(
        rf"[,;]\s(?:\w{{1,3}}\s)?(?:{_REST[text.lang]})(?!\w)", after, regex.IGNORECASE
    )
    return left is not None and not regex.search(r"\d", after[left.start() :])


def _is_scale(labels: Sequence[str], other: Sequence[bool], text: Text) -> bool:
    """Whether labels name a scale and who gave no answer: not one degree of several things."""
    grades = [{found.lower()[:3] for found in scaled(text).findall(label)} for label in labels]
    named = [grade for grade, rest in zip(grades, other, strict=True) if not rest]
    if not all(named):
        return False
    return len(named) < 2 or any(grade != named[0] for grade in named[1:])


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
    if run[-1].sentence.order != sentence.order:
        return False
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


def _wrong_together(
    text: Text, claims: Claims, run: list[Claim], one: bool, open_: bool = False
) -> bool:
    """Whether answers told one after another, sentence by sentence, do not make 100 %."""
    last = [claim for claim in run if claim.sentence.order == run[-1].sentence.order]
    rest = word_pattern(_REST[text.lang]).search(last[-1].segment) is not None
    quoted = any(_OTHER_QUOTED.search(_label(claim)) for claim in last)
    openly = open_ and len(run) > 3
    if not (one or rest or quoted or openly) or not 3 <= len(run) <= _ANSWERS:
        return False
    if any(_is_derived(claim.sentence, text) for claim in run):
        return False
    for begin in range(len(run) - 2):
        total, spare = _sum(run[begin:])
        if abs(total - 100) <= spare:
            return False
    values = [claim.number for claim in run]
    total, spare = _sum(run)
    if any(_is_told_before(claims, run, left, spare) for left in _lacking(run)):
        return False
    if 100 + spare < total < _MOST and not net(values, spare):
        return one or rest or quoted or total > 100 + spare + _FAR
    other = one and word_pattern(text.words.other).search(_label(last[-1])) is not None
    labels = [_label(claim) for claim in run]
    told = [residual(text).search(label) is not None for label in labels]
    other = other or (one and _ends_scale(labels, text))
    enough = len(run) > 3 or (one and _is_scale(labels, told, text))
    if not (rest and total > 60) and not (other and enough and 80 < total < 100 - 2 * spare):
        return False
    if total >= 100 - spare or (other and not rest and _tells_some(run, text)):
        return False
    sentences = {claim.sentence for claim in run}
    return sum(len(words_in(item, text)) for item in sentences) == 0


_NEVER = r"never|not at all|nekad|nemaz|никогда|ни разу|вовсе не"


def _ends_scale(labels: Sequence[str], text: Text) -> bool:
    """Whether how often something is done is told down to `never`."""
    often = word_pattern(f"{text.words.frequency}|{_NEVER}")
    last = word_pattern(_NEVER).search(labels[-1]) is not None
    return last and len(labels) > 3 and all(often.search(label) for label in labels)


def _tells_some(run: Sequence[Claim], text: Text) -> bool:
    """Whether the sentences say that only some of the answers are told: `most often`, `for example`."""
    some = word_pattern(_SOME[text.lang])
    return any(some.search(claim.sentence.text) for claim in run)


def _sum(parts: Sequence[Claim]) -> tuple[float, float]:
    """The sum of shares, and what rounding may make of it."""
    values = [claim.number for claim in parts]
    return sum(item.value for item in values), sum(item.step for item in values) / 2 + 0.01


def sum_told(text: Text, parts: Sequence[Claim]) -> Finding:
    """The finding of shares that do not make 100 %, from the first of them to the last."""
    first, last = parts[0], parts[-1]
    at = spot(text, first.sentence, first.number.start, first.number.end)
    other = spot(text, last.sentence, last.number.start, last.number.end)
    total = f"{_sum(parts)[0]:.{max(claim.number.digits for claim in parts)}f}"
    return finding(text, "sum-of-answers", at, (other,), total=marked(total, text.lang))


def _label(claim: Claim) -> str:
    """The words close to a number, where a residual answer is named."""
    place = claim.number.start - claim.start
    return claim.segment[max(0, place - 40) : place + 45]


# ---- lists


_NUMBERED = regex.pattern(r"(?:\d{1,2}[.)]|[a-zа-яāčēģīķļņšūž]\))\s")


def _items(text: Text, claims: Claims, blocks: dict[int, list[Claim]]) -> Iterator[Finding]:
    """A list of answers, one share an item, under a question with one answer or with a scale."""
    run: list[Claim] = []
    for index in [*blocks, -1]:
        own = blocks.get(index, [])
        block = text.blocks[index]
        item = block.kind is Kind.ITEM or _NUMBERED.match(block.text)
        short = bool(own) and item and len(block.text) < 90
        if run and (not short or len(own) != 1 or index != run[-1].sentence.block + 1):
            yield from _item_run(text, claims, run)
            run = []
        if short and len(own) == 1 and not own[0].years:
            run.append(own[0])


def _item_run(text: Text, claims: Claims, run: list[Claim]) -> Iterator[Finding]:
    run = without_parts(run)
    if not 3 <= len(run) <= _ANSWERS:
        return
    first = run[0].sentence.block
    if first in summary_of(text, claims):
        return  # results of many questions
    asked = around(text, first, run[-1].sentence.block)
    if says_several(asked, text) or word_pattern(text.words.last_wave).search(asked):
        return
    labels = [claim.sentence.text for claim in run]
    other = [residual(text).search(label) is not None for label in labels]
    full = _is_scale(labels, other, text)
    one = says_one(asked, text) or is_sample(text.blocks[max(first - 1, 0)].text, text)
    open_ = asks_openly(asked, text) and not several_noted(text, claims)
    if not (one or full or open_ or (any(other) and "?" in asked)):
        return
    values = [claim.number for claim in run]
    total, spare = _sum(run)
    over = 100 + spare < total < (FULL if open_ else _MOST) and not net(values, spare)
    under = (one or full) and any(other) and 80 < total < 100 - spare
    if over or under:
        told = sum_told(text, run)
        lead = text.blocks[first - 1] if first else None
        if lead is not None and lead.text.endswith((":", "?")) and lead.kind is Kind.PARAGRAPH:
            line = lead.line_at(len(lead.text))
            where = Spot(quoted(lead.text), line, lead.page, first - 1)
            told = replace(told, others=(*told.others, where))
        yield told
