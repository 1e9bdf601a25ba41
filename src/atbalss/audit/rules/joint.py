"""P(B given A) impossible beside P(A) and P(B): 79 % of Smart-ID holders use what 41 % of all use."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.forms import NOT, marks
from atbalss.audit.rules.parts import Part, named_in, parts_told
from atbalss.audit.text import Kind, Text

_WHO = {
    "lv": r"(?<!\w)(?:tie|tiem|tos|tās|to|tām)(?: \w+){0,2},? (?:kuri|kuras|kas|kuriem|kam)\s(?P<what>[^,.;()]{3,90})(?=[,.;(]|$)",
    "en": r"(?<!\w)(?:those|people|respondents|users|customers|clients|visitors|participants) (?:who|that|with)\s(?P<what>[^,.;()]{3,90})(?=[,.;(]|$)",
    "ru": r"(?<!\w)(?:тех|те|теми|тем|пользовател\w+|клиент\w+|респондент\w+|опрошенн\w+),? (?:кто|которые|которых|у кого)\s(?P<what>[^,.;()]{3,90})(?=[,.;(]|$)",
}
_NEAR = 3  # blocks back in which the two shares of all are told


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of a group that are impossible beside the group's and the outcome's shares of all."""
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not claim.number.value:
            continue
        who = regex.search(_WHO[text.lang], claim.sentence.text, regex.IGNORECASE)
        if who is None or not claim.alone or claim.years:
            continue
        pair = _pair(claim, who.group("what"), claim.sentence.text[who.end() :], text, claims)
        if pair is None:
            continue
        group, whole = pair
        number = claim.number
        least = (group.value - group.step / 2) * (number.value - number.step / 2) / 100
        if least > whole.value + whole.step / 2 + 1:
            yield finding(
                text, "joint-above-part", spot(text, claim.sentence, number.start, number.end),
                (group.spot, whole.spot), value=number.shown,
                group=group.shown, whole=whole.shown,
                least=f"{least:.0f}",
            )  # fmt: skip


def _pair(
    claim: Claim, what: str, outcome: str, text: Text, claims: Claims
) -> tuple[Part, Part] | None:
    """The shares of all who are of the group, and of all of whom the outcome is true."""
    known = [
        part
        for part in parts_told(text, claims)
        if not part.alone
        and part.order != claim.sentence.order
        and 0 <= claim.sentence.block - part.block <= _NEAR
    ]
    said, told = marks(what, text.lang).set, marks(outcome, text.lang).set
    if not known or any(mark[0] == NOT for mark in said | told):
        return None
    groups = [part for part, _ in named_in(said, known)]
    wholes = [part for part, hit in named_in(told - said, known) if 2 * hit >= len(part.named)]
    if not groups or len({part.value for part in wholes}) != 1 or set(groups) & set(wholes):
        return None
    return min(groups, key=lambda part: part.value), wholes[0]
