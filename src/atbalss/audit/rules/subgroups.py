"""A share of those who were asked further, without a word of how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.study.decimals import marked

_ASKED_FURTHER = {
    "lv": r"(?:no|starp) tiem(?: \w+)?,? k(?:as|uri|uras|uriem|urām|am) [^,;.()%]{4,80}|(?:starp|no) [\w-]+(?:ušajiem|ušajām|tajiem|tajām) [^,;.()%\d]{3,60}",
    "en": r"(?:among|of) (?:those|people|respondents|the \w+|\w+) (?:who|whose|that) [^,;.()%]{4,80}|(?:among|of) (?:those|people|respondents) \w+(?:ed|ing|en) [^,;.()%]{3,80}",
    "ru": r"(?:среди|из) (?:тех|людей|респондентов)?,? ?(?:кто|кого|кому|которые|у кого) [^,;.()%]{4,80}|(?:среди|из) \w+(?:вших|вшихся|нных|ющих|ющихся) [^,;.()%\d]{3,60}",
}
_COUNTED = r"(?<![\w.,])(?:[nN]\s?=\s?)?\d{1,3}(?:[ \u00a0]\d{3})*(?![\d.,]*\s?%)(?![\d.,:–-]*\d)"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of such a group where neither the sentence nor what is near it counts the group."""
    if not _habit(text):
        return
    for sentence in text.prose:
        found = claims.of(sentence)
        if len(found) != 1 or sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        claim = found[0]
        if claim.years or word_pattern(text.words.last_wave).search(sentence.text):
            continue
        opened = re.match(_ASKED_FURTHER[text.lang], sentence.text, re.IGNORECASE)
        if opened is None or opened.end() > claim.number.start:
            continue
        if _is_counted(sentence, opened.group(0), text, claims):
            continue
        at = spot(text, sentence, 0, claim.number.end)
        shown = marked(claim.number.shown, text.lang)
        yield finding(
            text, "missing-base", at, code="missing-base-of",
            words=opened.group(0).strip(), value=shown,
        )  # fmt: skip


def _habit(text: Text) -> bool:
    """Whether the document gives the n of its sample and of two other groups at least."""
    if any(block.kind is Kind.CHART for block in text.blocks):
        return False  # a picture may hold the n
    own = set(re.findall(r"(?<![\w.,])[nN]\s?=\s?(\d[\d \u00a0]*)", text.whole))
    of = {"lv": "no|starp", "en": "of|among", "ru": "из|среди"}[text.lang]
    own |= set(
        re.findall(
            rf"(?<!\w)(?:{of})\s(?:the |those |these |tiem |šiem |тех |этих )?(\d{{1,5}})(?![\d.,]*\s?%)",
            text.whole,
            re.IGNORECASE,
        )
    )
    people = rf"(?<![\w.,])(\d{{2,5}})\s(?:\w+\s){{0,2}}?(?:{text.words.people})(?!\w)"
    own |= set(re.findall(people, text.whole, re.IGNORECASE))
    return len(own) >= 2


def _is_counted(sentence: Sentence, group: str, text: Text, claims: Claims) -> bool:
    """Whether a number of persons, or the group's share of all, stands near."""
    counted = re.compile(_COUNTED)
    if any(not re.match(r"(?:19|20)\d\d", m.group(0)) for m in counted.finditer(sentence.text)):
        return True
    title = text.titles.get(sentence.section, "")
    if re.search(r"[nN]\s?=\s?\d", title):
        return True
    named = set(stems(group, text.lang))
    for item in text.sentences:
        if item.order == sentence.order:
            continue
        near = item.section == sentence.section and abs(item.order - sentence.order) <= 2
        about = set(stems(item.text, text.lang))
        told = bool(named & about) and (near or len(named & about) * 2 >= max(2, len(named)))
        persons = rf"[nN]\s?=\s?\d|(?<![\w.,])\d{{1,5}}\s(?:\w+\s){{0,2}}?(?:{text.words.people})"
        if told and (
            re.search(persons, item.text, re.IGNORECASE) or _share_of(item, named, claims)
        ):
            return True
    return False


def _share_of(sentence: Sentence, named: set[str], claims: Claims) -> bool:
    """Whether a sentence gives the share that the group is of all."""

    def fits(claim: Claim) -> bool:
        return len(named - set(claim.about)) <= (len(named) > 3)

    return any(fits(claim) for claim in claims.of(sentence))
