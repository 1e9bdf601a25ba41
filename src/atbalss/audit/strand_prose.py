"""Comparable levels out of sentences: shares of waves, or of two groups."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claim
from atbalss.audit.finding import spot_of
from atbalss.audit.group_sizes import base_beside
from atbalss.audit.level_waves import OF_THEM
from atbalss.audit.numbers import Unit
from atbalss.audit.strand import Point, Strand, bare, name_persons
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.wave_names import EARLIER, LATER, waves_of, when_of
from atbalss.audit.waves import last_year

# ---- prose


def of_prose(text: Text, own: Sequence[Claim]) -> Iterator[Strand]:
    """The shares of a paragraph: those of waves together, else two of a sentence or of two."""
    labels = [_THAN_THEN.sub(" ", label) for label in _labels(own)]
    pairs = list(zip(own, labels, strict=True))
    for (one, whole), (other, label) in itertools.pairwise(pairs):
        if one.sentence is other.sentence and word_pattern(_WHOLE).search(whole) and _dated(label):
            whens = _waves([whole, label], text)  # `overall 74 %, compared with 66 % in 2022`
            if whens is not None:
                yield _told(text, (one, other), [whole, label], whens)
                pairs = [pair for pair in pairs if pair[0] not in (one, other)]
                break
    kept = [
        (c, label) for c, label in pairs if not (_is_whole(label, text) or _ANOTHER.match(label))
    ]
    own, labels = [c for c, _ in kept], [label for _, label in kept]
    if len(own) < 2:
        return
    whens = waves_of(labels, text.lang)
    if whens is not None and len(own) <= 6:
        yield _told(text, own, labels, whens)
        return
    for size in (4, 3, 2):
        for place in range(len(own) - size + 1):
            few = own[place : place + size]
            if few[-1].sentence.order - few[0].sentence.order > 1:
                continue
            some = labels[place : place + size]
            orders = [item.sentence.order for item in few]
            alone: bool = sum(c.sentence.order in orders for c in own) == 2
            alone = alone and (
                orders[0] < orders[1] or _dated(some[1]) or _is_before(few, some[1], text)
            )
            whens = _waves(some, text) if alone else waves_of(some, text.lang)
            if whens is not None:
                yield _told(text, few, labels[place : place + size], whens)
                return
    grouped = _of_groups(text, own, labels)
    if grouped:
        yield _told(text, own[grouped], labels[grouped], None)
        return
    for place, (one, other) in enumerate(itertools.pairwise(own)):
        count = sum(c.sentence.order in (one.sentence.order, other.sentence.order) for c in own)
        near = count == 2 and other.sentence.order - one.sentence.order <= 1
        if near and not _is_part(one, other) and not any(map(_dated, labels[place : place + 2])):
            yield _told(text, (one, other), labels[place : place + 2], None)


def _of_groups(text: Text, own: Sequence[Claim], labels: Sequence[str]) -> slice | None:
    """The levels of three groups or more, each called one, in a sentence or in one after the other."""
    named = [at for at, label in enumerate(labels) if name_persons((label,), text)]
    if len(named) < _SEVERAL or named != list(range(named[0], named[-1] + 1)):
        return None
    orders = [own[at].sentence.order for at in named]
    steps = {b - a for a, b in itertools.pairwise(orders)}
    return slice(named[0], named[-1] + 1) if steps in ({0}, {1}) else None


_SEVERAL = 3
_WHOLE = (  # of all together, beside its groups
    r"everyone|everybody|all(?! of)|overall|in all|together|in total|the whole sample|kopā|kopumā|pavisam|vis(?:i|iem|u|ās|os)|в целом|в сумме|всего|вместе|все|всех|по выборке|обе группы"
)


def _is_whole(label: str, text: Text) -> bool:
    """Whether a share is of all together; `overall content are those aged 18 to 34` is of a group."""
    return word_pattern(_WHOLE).search(label) is not None and not name_persons((label,), text)


_THAN_THEN = regex.pattern(  # `36 %, a decrease of 10 points from last year`: of now, whatever it was then
    r"(?<![\d.,])\d[\d.,]*\s?(?:pp|p\.\s?p\.|percentage points?|points?|procentpunkt\w*|п\.\s?п\.|процентн\w+ пункт\w*|пункт\w*)(?!\w)[^,;.()]{0,30}?\s(?:from|than|compared (?:to|with)|since|nekā|kā|чем)\s[^,;.()%\d]{3,30}$",
    regex.IGNORECASE,
)
_ANOTHER = regex.pattern(  # `another 34 % now and then`: no level of what was told before
    r"(?:vēl|another|a further|an additional|ещ[её])\s(?!(?:20|19)\d\d)(?:[^\W\d]+ )?\(?$|(?:vēl|another|a further|an additional|ещ[её])\s(?:[^\W\d]+\s)?(?:\(|\s)",
    regex.IGNORECASE,
)


def _dated(label: str) -> bool:
    return regex.search(r"(?<!\d)(?:199|20[0-3])\d(?!\d)", label) is not None


_WAS = regex.pattern(  # `61 % are satisfied, it was 66 %`
    r"(?:it |they |tas |to )?(?:was|were|bija|было|был[аи]?|nevis|instead of|вместо)[^\w%]*(?:\(.*\))?",
    regex.IGNORECASE,
)


def _is_before(pair: Sequence[Claim], label: str, text: Text) -> bool:
    """Whether the second of two shares of a sentence is of an earlier wave: `against 33 % a year ago`."""
    early = _WAS.fullmatch(label) or when_of(label, text.lang) == EARLIER
    return bool(early) and not _is_part(*pair)


def _waves(labels: Sequence[str], text: Text) -> list[float] | None:
    """When each of several shares was measured; one without a wave beside an earlier one is of now."""
    found = waves_of(labels, text.lang)
    if found is not None or len(labels) != 2:
        return found
    if _WAS.fullmatch(labels[1]):
        return [LATER, EARLIER]
    whens = [when_of(label, text.lang) for label in labels]
    known = [when for when in whens if when is not None]
    if len(known) != 1:
        return None
    last = last_year(text)
    earlier = known[0] == EARLIER or (1990 < known[0] < last)
    if not earlier and known[0] != LATER:
        return None
    return [(LATER if earlier else EARLIER) if when is None else when for when in whens]


_AMONG = r"of the \w+(?=,)|among|amongst|среди|starp|vidū|those who|of those|тех,? кто|tiem,? k\w+|из тех"


def _is_part(one: Claim, other: Claim) -> bool:
    """Whether the second share is of a part of the first."""
    if word_pattern(_AMONG).search(one.sentence.text[: one.number.start]):
        return False  # the first is of a group as well
    begin = one.number.end if one.sentence is other.sentence else 0
    return OF_THEM.search(other.sentence.text, begin, other.number.start) is not None


_SENTENCE = regex.pattern(r"(?<=[.;])\s(?=[«„“\"]?[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][a-zāčēģīķļņšūžа-яё])")
_QUOTED = regex.pattern(r"[«„“\"][^“«„»”\"]*\?\s?[“»”\"]+")  # a question as it was put


def _labels(own: Sequence[Claim]) -> list[str]:
    """The words of each share: its part of the sentence without the question that leads it in."""
    found = []
    for place, claim in enumerate(own):
        words, number = claim.sentence.text, claim.number
        before = own[place - 1] if place and own[place - 1].sentence is claim.sentence else None
        after = own[place + 1] if place + 1 < len(own) else None
        after = after if after is not None and after.sentence is claim.sentence else None
        begin = _parting(words, before.number.end, number.start) if before else 0
        end = _parting(words, number.end, after.number.start) if after else len(words)
        head = words[begin : number.start]
        if not before:
            head = _SENTENCE.split(_QUOTED.sub(" ", head))[-1]
        found.append(f"{head} {words[number.end : end]}".strip(" .,;:–—-"))
    return found


_PARTS = (  # where the words of one share end and those of the next begin, the surest first
    regex.pattern(r"\s?\((?=[^()]*\w[^()]*$)"),
    regex.pattern(r";|·|•|\||\s/\s"),
    regex.pattern(
        r"[,:]?\s(?=(?:while|whereas|but|bet|savukārt|turpretī|kamēr|а|но|тогда как|against|compared with|versus|pret|instead of|nevis|вместо)\s)"
    ),
    regex.pattern(r",?\s(?=(?:and|un|и)\s)"),
    regex.pattern(r",(?=\s(?:in |the |в |на )?(?:\w+ ){0,2}(?:19|20)\d\d(?!\d))"),
    regex.pattern(r","),
)


def _parting(words: str, begin: int, end: int) -> int:
    for rule in _PARTS:
        places = [match.start() for match in rule.finditer(words[:end], begin)]
        if places:
            return places[-1]
    return end


def _told(
    text: Text, own: Sequence[Claim], labels: Sequence[str], whens: Sequence[float] | None
) -> Strand:
    points = []
    for place, claim in enumerate(own):
        when = whens[place] if whens is not None else 0.0
        points.append(
            Point(bare(labels[place]), when, claim.number, base_beside(claim), spot_of(text, claim))
        )
    points.sort(key=lambda point: point.when)
    first, last = own[0].sentence, own[-1].sentence
    orders = tuple(range(first.order, last.order + 1))
    lead = " ".join(text.sentences[order].text for order in (max(0, first.order - 1), *orders))
    share = all(point.number.unit is Unit.PERCENT for point in points)
    return Strand(
        tuple(points), whens is not None, "", lead, first.section, first.block, orders, share
    )
