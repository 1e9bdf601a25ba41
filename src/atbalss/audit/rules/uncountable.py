"""A percent that no whole count gives of a base told afar: in the method, a caption, a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding
from atbalss.audit.numbers import Number
from atbalss.audit.possible_percents import is_weighted, nearest, possible
from atbalss.audit.rests import How, Share, shares
from atbalss.audit.rules.counted import pairs_of
from atbalss.audit.rules.counts import cuts_off
from atbalss.audit.text import Text

_LEAST, _SMALL = 10, 60  # persons: of them fewer than six shares in ten can be printed at all
_CHANCE = 0.05  # that so many other shares fit the base although it is not theirs


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """At most two shares that the base of a table, a caption or the survey cannot give, where the others fit."""
    if is_weighted(text):
        return
    cut = cuts_off(text, claims)
    base, unweighted = claims.survey
    said = any(size.said for size in claims.sizes if size.value == base)
    others = {size.value for size in claims.sizes if not (said and size.value > base)}
    found = shares(text, claims)
    for group in _groups(found):
        wrong = [share for share in group if not possible(share.number, share.base, cut=cut)]
        afar = group[0].how in (How.SURVEY, How.LIKELY)
        if afar:  # another base that the document states may be meant
            wrong = [
                share
                for share in wrong
                if not any(possible(share.number, n, cut=cut) for n in others - {share.base})
            ]
        right = len(group) - len(wrong)
        sure = unweighted and right > len(wrong)
        if unweighted and 0 < right <= len(wrong) and others <= {base} and base <= _SMALL:
            sure = _is_whole(group, wrong, claims)
        if len(group) == len(wrong) == 1 and afar and _LEAST <= base <= _SMALL and len(found) == 1:
            sure = others <= {base} and is_answered_by_all(text, base)
        wrong = [s for s in wrong if not (_is_sum(s) or _YEAR.fullmatch(s.label.strip(" .")))]
        if not 0 < len(wrong) <= 2 or not (sure or _is_sure(group, right, len(wrong))):
            continue
        for share in wrong:
            value, fits = share.number.shown, nearest(share.number, share.base)
            yield finding(
                text, "impossible-percent", share.spot, value=value, base=share.base, fits=fits
            )


_YEAR = regex.pattern(r"(?:19|20)\d\d")  # of another wave, whose base is its own
_SUMMED = r"(?<!\w)(?:rounding|totals?|sum|adds?|added|noapaļo\w+|summ\w*|kopsumm\w*|kopā|округлени\w+|сумм\w*|итог\w*|в целом)(?!\w)"


def _is_sum(share: Share) -> bool:
    """Whether what is told is that the shares of a list make 99.9 %."""
    near = abs(share.number.value - 100) <= 2
    return near and regex.search(_SUMMED, share.spot.quote, regex.IGNORECASE) is not None


def _is_whole(group: Sequence[Share], wrong: Sequence[Share], claims: Claims) -> bool:
    """Whether the shares are the answers of one list, which make 100, and nobody counts those who gave them."""
    listed = [share for share in group if share.passage == wrong[0].passage] if wrong else []
    counted = {pair.spot.block for pair in pairs_of(claims.text, claims)}
    return (
        len(listed) > len(wrong)
        and wrong[0].spot.block not in counted
        and abs(sum(one.number.value for one in listed) - 100) <= 1
    )


_EVERYBODY = {  # nobody of all is missing: a share can be of no smaller base
    "lv": r"vis(?:as|i) (?:\w+ )?(?:atbild\w+|aizpild\w+|piedal\w+|atdeva|iesniedza)|atbildēja (?:pilnīgi )?vis(?:i|as)|neviens neatteicās",
    "en": r"(?:all|every one|everyone|everybody)(?: of them|(?: the)? \d+)?(?: \w+)? (?:answered|replied|responded|took part|handed|returned|filled|completed)|nobody (?:refused|declined)",
    "ru": r"(?:все|каждый) (?:\w+ )?(?:ответил\w*|заполнил\w*|участвовал\w*|сдал\w*)|(?:ответили|сдали|заполнили)(?: \w+)? все|никто не отказался",
}


def is_answered_by_all(text: Text, base: int) -> bool:
    """Whether the document says that all of so many were asked, and that they all answered."""
    every = regex.search(
        rf"(?<!\w)(?:all|each|every|vis\w{{1,2}}|все|всех|всем)(?: (?:of|the|our|its|\w+)){{0,2}} {base}(?![\d.,]*[\d%])",
        text.whole,
        regex.IGNORECASE,
    )
    return every is not None and text.says(_EVERYBODY[text.lang])


def _groups(found: Sequence[Share]) -> Iterator[list[Share]]:
    """Shares that stand or fall together: of a table or caption, or of the whole survey."""
    kinds: dict[tuple[bool, int], list[Share]] = {}
    for share in found:
        afar = share.how in (How.SURVEY, How.LIKELY)
        kinds.setdefault((afar, 0 if afar else share.passage), []).append(share)
    yield from kinds.values()


def _is_sure(group: Sequence[Share], right: int, wrong: int) -> bool:
    """Whether the shares that fit the base could not well do so by chance."""
    if right < wrong:
        return False
    if group[0].how is How.SURVEY:
        return True
    chance = 1.0
    for share in group:
        chance *= _printable(share.number, share.base)
    for _ in range(wrong):
        chance /= max(_printable(group[0].number, group[0].base), 1e-6)
    return right >= 2 * wrong and chance < _CHANCE


def _printable(number: Number, base: int) -> float:
    """The part of all values of so many digits that counts of a base can print as."""
    return min(1.0, (base + 1) / float(100 * 10**number.digits + 1))
