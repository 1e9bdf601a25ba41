"""A share of the title, the summary or the conclusions of a short report that no list of it gives, nor makes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.forms import marks
from atbalss.audit.numbers import Unit
from atbalss.audit.parts import parts_of
from atbalss.audit.referents import own_words, same
from atbalss.audit.rules.retold import NARROW, sections_again
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.sheets import Sheet, sheets_of
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.study.decimals import marked

_FEW = 2  # questions whose answers the body lists
_MOST = 16  # shares of a body that is looked through
_LEAD = 3  # shares told up there
_OTHER = (  # of something that was not asked, or not now
    r"target\w*|goal|plan(?:ned|s)? to|should|must|would|aim|census|market|budget|discount|price|mērķ\w*|plānots|jāsasniedz|budžet\w*|cen[aāu]\w*|atlaid\w*|tirg\w+"
    r"|цел[ьи]\w*|должн\w*|бюджет\w*|скидк\w*|цен[аыу]\w*|рын\w+|план\w*"
)


_OF_SOME = regex.pattern(
    r"\W*(?:of|no|из|among|starp|среди|у|для|for) (?!all|visiem|vis[āa]m|всех)", regex.IGNORECASE
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Lead shares of which the words are those of the one list, and the number is not."""
    lead = _lead(text, claims)
    own = [claim for claim in claims.levels if claim.sentence.block in lead]
    if not 0 < len(own) <= _LEAD:
        return
    lists = [sheet for sheet in sheets_of(text, claims) if sheet.shares and sheet.first not in lead]
    whole = [sheet for sheet in lists if sheet.is_whole or len(sheet.labels) > 2]
    body = _body(claims, lists, lead)
    if not whole or len({sheet.first for sheet in lists}) > _FEW or not 3 <= len(body) <= _MOST:
        return
    told = {id(claim) for claim in claims.kept.get("told-twice", ())}
    absent = [claim for claim in own if not is_made(claim, body, lists, text, claims)]
    if len(own) > 2 and 2 * len(absent) > len(own):
        return  # highlights of something else than the lists
    for claim in absent:
        if id(claim) in told or not _plain(claim, text) or not _is_about(claim, whole, text):
            continue
        at = spot(text, claim.sentence, claim.number.start, claim.number.end)
        value = marked(claim.number.shown, text.lang)
        yield finding(text, "summary-without-body", at, code="lead-number", value=value)


def _lead(text: Text, claims: Claims) -> frozenset[int]:
    """The blocks of the title, the headings, the summary and the conclusions."""
    found = set(summary_of(text, claims) | sections_again(text))
    for index, block in enumerate(text.blocks):
        title = (
            index == 0
            and len(block.text) < 140
            and not block.text.rstrip().endswith((".", ":", "?"))
        )
        if block.kind is Kind.HEADING or (title and block.kind is Kind.PARAGRAPH):
            found.add(index)
    return frozenset(found)


def _body(claims: Claims, lists: Sequence[Sheet], lead: frozenset[int]) -> set[float]:
    """All shares outside of the lead."""
    cells = {n.value for sheet in lists for row in sheet.cells for n in row if n is not None}
    return cells | {c.number.value for c in claims.levels if c.sentence.block not in lead}


def _plain(claim: Claim, text: Text) -> bool:
    words = claim.sentence.text
    if not claim.alone or claim.years or claim.number.unit is not Unit.PERCENT or "?" in words:
        return False
    if _OF_SOME.match(words) or word_pattern(text.words.group).search(words):
        return False
    moved = f"{text.words.last_wave}|{text.words.rise}|{text.words.fall}|{text.words.interval}"
    return word_pattern(rf"{moved}|{NARROW}|{_OTHER}").search(words) is None


def _is_about(claim: Claim, lists: Sequence[Sheet], text: Text) -> bool:
    """Whether a share speaks of what a list, or the words around it, speak of."""
    said = marks(claim.sentence.text, text.lang).set
    for sheet in lists:
        near = " ".join(
            block.text for block in text.blocks[max(0, sheet.first - 1) : sheet.last + 1]
        )
        known = own_words(sheet, text.lang) | marks(near, text.lang).set
        if sum(any(same(mark, word) for word in known) for mark in said) >= 1:
            return True
    return False


def is_made(
    claim: Claim,
    body: set[float],
    lists: Sequence[Sheet],
    text: Text,
    claims: Claims,
    *,
    pairs: bool = True,
) -> bool:
    """Whether the body has the number, its rest to 100, or what makes it: shares (`pairs`: several), or counts."""
    value, step = claim.number.value, claim.number.step

    def near(other: float, spare: float) -> bool:
        return abs(other - value) <= spare + 1e-9

    if any(near(one, step) or near(100 - one, step) for one in body):
        return True
    for sheet in lists:
        for column in range(len(sheet.heads)):
            cells = [n.value for row in sheet.cells if (n := row[column]) is not None][:12]
            if cells and not sheet.is_whole and min(cells) <= value <= max(cells):
                return True  # what groups have together
            if pairs and any(
                near(sum(some), 2 * step)
                for size in (2, 3)
                for some in itertools.combinations(cells, size)
            ):
                return True
    counts = [part.count for parts in parts_of(text, claims) for part in parts.parts if part.count]
    bases = {size.value for size in claims.sizes} | {claims.base}
    return any(
        base and count < base and near(100 * count / base, step)
        for count, base in itertools.product({*counts, *bases}, bases)
    )
