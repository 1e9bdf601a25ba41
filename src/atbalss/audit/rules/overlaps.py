"""Two things told together, wherever each is told for itself: `read on paper and on screen 49 %`, one of them 47 %."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.forms import marks
from atbalss.audit.rules.both import AGED, CONDITION
from atbalss.audit.rules.parts import Part, named_in, parts_told, told_earlier
from atbalss.audit.rules.retold import NARROW
from atbalss.audit.summaries import is_news
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.study.decimals import marked

_NO_THING = {  # both surveys, both sexes: nothing that one person does
    "lv": r"(?! (?:dzimum|aptauj|gad|grup|pus|pilsēt|valst|viļņ|reiz|mērījum|posm|gadījum|jautājum|pārskat|novad|skol)\w*)",
    "en": r"(?! (?:surveys?|waves?|years?|groups?|sexes|genders|rounds?|sides|polls?|cases|questions?|towns?|schools?|men|women|cities|countries|reports?|shares?|figures?))",
    "ru": r"(?! (?:пол|опрос|год|групп|волн|случа|город|стран|замер|сторон|вопрос|показател|школ)\w*)",
}
_BOTH = {
    "lv": rf"gan [^.;:]{{2,70}}?,? (?:gan|kā arī)|ab(?:i|as|us|ām|iem|ās|os|ējus|ējas|ējiem|ējām){_NO_THING['lv']}|vienlaikus|vienlaicīgi|reizē|apvieno\w*|savieno\w*|jāsavieno|kombinē\w*|pārklāj\w*|krustoj\w*|krustpunkt\w*|šķēlum\w*|un arī|kā arī|līdztekus|paralēli|turklāt arī|kopā ar",
    "en": rf"both{_NO_THING['en']}|at the same time|at once|simultaneously|combin(?:e|es|ing)|overlap\w*|intersect\w*|cross\w*|juggl\w+|doubl\w+ up|as well as|and also|and yet also|alongside|along with|together with|the two together|in parallel|on top of that|in either place and",
    "ru": rf"и [^,.;:]{{2,50}},\s+и|как [^.;:]{{2,60}}?,? так и|об(?:а|е|оих|еих|оим|еим|оими|еими){_NO_THING['ru']}|одновременно|сочета\w+|совмеща\w+|пересеч\w+|пересека\w+|на стыке|заодно|а также|наряду|параллельно|и то,? и друг\w+|и там,? и там|и здесь,? и там|вместе с",
}  # fmt: skip
_PAIR = {  # that names neither of the two
    "lv": r"ab(?:i|as|us|ām|iem|ās|os|ējus|ējas|ējiem|ējām)|pārklāj\w*|krustoj\w*",
    "en": r"both(?: of (?:them|these|the two))?|overlap\w*|intersect\w*|the two together",
    "ru": r"об(?:а|е|оих|еих|оим|еим|оими|еими)|пересеч\w+|пересека\w+|и то,? и друг\w+|и там,? и там",
}
_EITHER = re.compile(
    r"(?<!\w)(?:vai|or|или|either|vismaz vien\w+|at least one|хотя бы од\w+|neither|nor|ni|ни|neviens|tikai|only|just|alone|лишь|только)(?!\w)(?! (?:\d|half|a third))",
    re.IGNORECASE,
)
_TURNS = re.compile(  # what follows is told of what stood before, and no more of both
    r",? (?:un (?:to|tas|par to|tiem)|and (?:it|this|that|they|these|of these)|(?:и|а) (?:это|его|их|об этом|о них))\s",
    re.IGNORECASE,
)
_MANY, _BLOCKS = 8, 6  # shares of a long text; blocks back in which the two may be told
_SCHOOLED = re.compile(
    r"(?<!\w)(?:izglītīb\w+|pamatizglīt\w+|educated|education|degree|образовани\w+)(?!\w)",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(  # no share of those who answered
    r"\s(?:barjer\w+|sliekšņ\w+|threshold|barrier|hurdle|порог\w*|барьер\w*|(?:no |of |of the |of all |из |всех )?(?:gadījum\w+|ienākum\w+|laika|reižu|cases|occasions|income|revenue|time|trips|visits|shops|stores|случа\w+|доход\w*|времени|поездок|магазин\w+))(?!\w)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?<!\w)(?:исключительно|exclusively|solely|purely|vienīgi)", re.IGNORECASE)
OF_ALL = re.compile(
    r"(?<!\w)(?:(?:no|uz) (?:visiem|visām|kopējā|visa)|(?:of|on|for|to) (?:all|the (?:whole|entire|total|full))|(?:из|от|на) (?:всех|общего|всей)|всех (?:опрошенных|ответивших|участников|респондентов)|(?:всей )?выборки|(?<=% )(?:всех|visu) \w{4,})(?!\w)",
    re.IGNORECASE,
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of two things together above the share of one of them."""
    if is_news(text):
        return
    both, wave = word_pattern(_BOTH[text.lang]), last_year(text)
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        words = _clause(claim, claims)
        crossed = OF_ALL.search(words)
        if (
            not (both.search(words) or crossed)
            or CONDITION.search(words)
            or told_earlier(words, wave, text)
        ):
            continue
        behind = claim.sentence.text[claim.number.end :]
        if word_pattern(AGED).search(words) or _COUNTED_AGAIN.search(claim.sentence.text):
            continue
        if _EITHER.search(words) or _OF_THINGS.match(behind):
            continue
        if _is_of_a_group(words, text, claims):
            continue
        if word_pattern(text.words.interval).search(claim.sentence.text):
            continue  # how sure an error is
        low = _exceeded(claim, words, text, claims)
        low = low or (_crossed(claim, words, text, claims) if crossed else None)
        if low is None:
            continue
        yield finding(
            text, "joint-above-part",
            spot(text, claim.sentence, claim.number.start, claim.number.end), (low.spot,),
            code="both-above-one", value=marked(claim.number.shown, text.lang),
            whole=marked(low.shown, text.lang),
        )  # fmt: skip


_COUNTED_AGAIN = re.compile(  # a sum, or the same answers counted of another base
    r"(?<!\w)(?:\d\s?%? combined|based on the total|both to)(?!\w)", re.IGNORECASE
)
_LONG = 900  # words of a report, of which a share has its parts in its own chapter


def _is_of_a_group(words: str, text: Text, claims: Claims) -> bool:
    """Whether a share of both is told of a group by age, sex, place or schooling, which no part names."""
    found = {m.group(0)[:5].lower() for m in word_pattern(NARROW).finditer(words)}
    found |= {m.group(0)[:5].lower() for m in _SCHOOLED.finditer(words)}
    asked = {word[:5] for part in parts_told(text, claims) for word in part.named}
    return bool(found - asked)


def _clause(claim: Claim, claims: Claims) -> str:
    """What a share is said of: its sentence, where it is the only one; else its part."""
    if len(claims.of(claim.sentence)) > 1:
        return claim.segment
    words = claim.sentence.text
    turns = [match.end() for match in _TURNS.finditer(words, 0, claim.number.start)]
    return words[turns[-1] :] if turns else words


def _exceeded(claim: Claim, words: str, text: Text, claims: Claims) -> Part | None:
    """The part that a share of both is above; None where that is not plain."""
    joint, value, step = word_pattern(_BOTH[text.lang]), claim.number.value, claim.number.step
    own = spot(text, claim.sentence, claim.number.start, claim.number.end)
    short = len(text.whole.split()) <= _LONG
    known = [
        part
        for part in parts_told(text, claims)
        if not part.alone
        and not (part.order == claim.sentence.order and part.spot == own)
        and part.order != claim.sentence.order
        and (short or text.sections[part.block] == claim.sentence.section)
        and not joint.search(part.spot.quote if part.order < 0 else text.sentences[part.order].text)
    ]
    said = marks(words, text.lang).set
    many = len(known) > _MANY
    hits = [
        part
        for part, hit in named_in(said, known)
        if (part.asked or hit > 1 or 2 * hit >= len(part.named))
        and (not many or (2 * hit >= min(len(part.named), 6) and _is_near(part, claim)))
    ]
    if len({part.named for part in hits}) < 2:
        hits = _two_near(claim, words, known, text)
    if len({part.named for part in hits}) < 2:
        return _of_only_two(claim, text, claims) if joint.search(words) else None
    total = sum(part.value for part in hits)
    if abs(value - total) <= 1.5 * step:
        return None  # a sum
    below = sorted(
        (p for p in hits if value > p.value + max(step, p.step) / 2), key=lambda p: p.value
    )
    return below[0] if below and len(below) >= len(hits) - 1 else None


def _is_near(part: Part, claim: Claim) -> bool:
    """Whether a share stands in the block of another, or shortly before it."""
    return 0 <= claim.sentence.block - part.block <= _BLOCKS


def _crossed(claim: Claim, words: str, text: Text, claims: Claims) -> Part | None:
    """The smaller of two rows of different lists, where more than that are in both: `of all, 26 % are …`."""
    known = [part for part in parts_told(text, claims) if part.order < 0]
    if not any(part.alone for part in known):
        return None
    said = marks(words, text.lang).set
    best: dict[int, list[tuple[int, float, Part]]] = {}
    for block in {part.block for part in known}:
        here = [part for part in known if part.block == block]
        for part, hit in named_in(said, here):
            best.setdefault(block, []).append((hit, hit / len(part.named), part))
    single = []
    for found in best.values():
        found.sort(key=lambda item: item[:2], reverse=True)
        if found[0][1] < 0.5 or (len(found) > 1 and found[0][:2] == found[1][:2]):
            return None
        single.append(found[0][2])
    if len(single) != 2:
        return None
    low = min(single, key=lambda part: part.value)
    return low if claim.number.value > low.value + max(low.step, claim.number.step) else None


def _of_only_two(claim: Claim, text: Text, claims: Claims) -> Part | None:
    """The smaller of the only two other shares of a document that a share of both can be of."""
    wave = last_year(text)
    others = [
        item
        for item in claims.levels
        if item.sentence.order != claim.sentence.order and not is_confidence(item)
    ]
    if any(told_earlier(item.sentence.text, wave, text) for item in others):
        return None
    values = sorted({item.number.value for item in others})
    if len(values) != 2 or values[0] + values[1] == 100 or claim.number.value in values:
        return None
    low = min(others, key=lambda item: item.number.value)
    above = claim.number.value > low.number.value + max(claim.number.step, low.number.step) / 2
    total = claim.number.value + sum(values)
    alone = _EITHER.search(low.sentence.text) or _ALONE.search(low.sentence.text)
    if not above or abs(total - 100) <= 2 or alone:
        return None  # one alone, the other alone, and both
    if abs(claim.number.value - sum(values)) <= 1.5 * claim.number.step:
        return None
    number, said = low.number, low.sentence
    where = spot(text, said, number.start, number.end)
    return Part(frozenset(), number.value, number.step, number.shown, where, said.block, said.order)


def _two_near(claim: Claim, words: str, known: list[Part], text: Text) -> list[Part]:
    """The only two shares near before, where words tell of both without naming them."""
    if word_pattern(_PAIR[text.lang]).search(words) is None:
        return []
    block = claim.sentence.block
    near = [p for p in known if p.block in (block - 1, block, block - 2)]
    near = [p for p in near if p.order < claim.sentence.order]
    return near if len(near) == 2 else []
