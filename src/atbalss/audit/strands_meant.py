"""Which levels a claim of change or gap concerns, by elimination: the only ones that it can be about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.histories import hits
from atbalss.audit.lists import names
from atbalss.audit.numbers import years_in
from atbalss.audit.origins import retelling
from atbalss.audit.stems import stems
from atbalss.audit.strand import Strand
from atbalss.audit.strand_pairs import are_groups, named_points, of_ages, own_levels
from atbalss.audit.strands import about_of, strands_of
from atbalss.audit.subject_words import (
    COURSE,
    is_about,
    shared,
    telling,
)
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.ways_told import SO

_FAR = 12  # blocks between a claim and its levels, where no section parts them
_FEW = 3  # blocks with levels that make a document short


def meant(
    sentence: Sentence, text: Text, claims: Claims, *, share: bool | None = True, clause: str = ""
) -> list[Strand]:
    """The strands that a claim may be about: mostly one; none where that cannot be told.

    `share`: whether of shares or of means; None of either. `clause`: the part that is the claim.
    """
    over_time = is_over_time(sentence.text, text)
    every = strands_of(text, claims)
    known = [
        item
        for item in every
        if not item.cross
        and (share is None or item.share is share)
        and (item.waves or not over_time)
        and _near(item, sentence)
    ]
    again = retelling(text, claims)
    here = sentence.block
    known = [item for item in known if item.block == here or item.block not in again] or known
    own = own_levels(sentence, text, claims, clause)
    told = [item for item in known if sentence.order in item.orders and own <= item.values]
    if own and told:
        return told
    known = [item for item in known if own <= item.values]
    said = telling(sentence.text, text)
    behind = _behind(known, sentence, said, text, claims)
    if behind and (rows := _rows(behind, said, sentence.text, text)):
        return rows
    known = _of_two_groups(known, sentence, text) or known
    part = telling(clause, text) if clause else said
    whole = sentence.text
    fits = _rows(_best_blocks(known, part, whole, text), part, clause or whole, text)
    fits = fits or _rows(_best_blocks(known, said, whole, text), said, whole, text)
    fits = [item for item in fits if not _speaks_of_else(item, sentence, claims)]
    fits = [item for item in fits if not _is_of_rival(item, sentence, said, text, claims)]
    many = len({item.block for item in every if not item.cross}) > _FEW
    fits = [item for item in fits if not item.orders or is_report(text)]
    return [item for item in fits if not many or _is_named(item, sentence, said, text)]


def _of_two_groups(known: Sequence[Strand], sentence: Sentence, text: Text) -> list[Strand]:
    """The groups of which a claim names two, or of which its paragraph has told right before it."""
    if is_over_time(sentence.text, text):
        return []
    groups = [item for item in known if not item.waves and item.section == sentence.section]
    said = names(sentence.text, text)
    found = [i for i in groups if sentence.order - 1 in i.orders and named_points(i, said, text)]
    return found or [
        item
        for item in groups
        if len(of_ages(item, sentence.text) or named_points(item, said, text)) == 2
    ]


def _behind(
    known: Sequence[Strand], sentence: Sentence, said: frozenset[str], text: Text, claims: Claims
) -> list[Strand]:
    """The levels of waves that stand right before a claim, in prose or above it, unless it names others.

    Where those sentences tell other levels too, the claim must have a word of its own levels.
    """
    last = sentence.order - 1
    found = [
        item
        for item in known
        if item.waves and item.section == sentence.section and last in item.orders
    ]
    if claims.of(sentence):
        return []
    if not found:
        return _above(known, sentence, said, text, claims)
    if len(found) > 1:
        named = [item for item in found if hits(said, about_of(item, text))]
        found = named if len(named) == 1 else found
    own = max(hits(said, about_of(item, text)) for item in found)
    if any(
        hits(said, about_of(item, text)) > own + 1
        for item in known
        if item.waves and item.block != sentence.block and sentence.text not in item.lead
    ):
        return []
    first = min(order for item in found for order in item.orders)
    printed = {
        c.number.value
        for order in range(first, last + 1)
        for c in claims.by_sentence.get(order, ())
    }
    if printed <= frozenset().union(*(item.values for item in found)):
        return found
    if word_pattern(f"{SO}|{WORKS}").search(sentence.text):
        return found
    near = [item.text for item in text.sentences[max(0, first - 3) : last + 1]]
    near.append(text.titles.get(sentence.section, ""))
    return found if hits(said, frozenset(stems(" ".join(near), text.lang))) else []


def _above(
    known: Sequence[Strand], sentence: Sentence, said: frozenset[str], text: Text, claims: Claims
) -> list[Strand]:
    """The waves of the table or list right above a claim, unless other levels stand between or fit better."""
    every = [
        item
        for item in strands_of(text, claims)
        if not item.cross and item.section == sentence.section and _end(item) < sentence.block
    ]
    last = max((_end(item) for item in every), default=-_ABOVE)
    found = [item for item in every if _end(item) == last]
    told = found and all(item.waves and not item.orders for item in found)
    if not told or sentence.block - last > _ABOVE:
        return []
    values = frozenset().union(*(item.values for item in found))
    printed = (
        claim.number.value
        for claim in claims.levels
        if last < claim.sentence.block and claim.sentence.order < sentence.order
    )
    own = max(hits(said, about_of(item, text)) for item in found)
    others = (i for i in known if i.block != found[0].block and sentence.text not in i.lead)
    if any(value not in values for value in printed) or any(
        hits(said, about_of(item, text)) > own + item.waves for item in others
    ):
        return []
    return [item for item in found if item in known]


def _end(item: Strand) -> int:
    """The last block of a strand."""
    return max(item.block, *(point.spot.block for point in item.points))


_ABOVE = 4  # blocks: captions, notes and sentences without levels
WORKS = (  # what was done has had its effect: said of what stands just before
    r"atmaksāj\w+|attaisnoj\w+|augļus|nostrādā\w+|pa(?:ys?|id|ying) (?:itself )?off|fruit|ma(?:kes|king|de) a difference"
    r"|окупа\w+|окупил\w+|плоды|сработал\w*|оправдал\w*"
)
_PASSAGE, _LONG = 90, 900  # words


_TITLE = 4  # words of a heading that claims something


def claiming(text: Text) -> Iterator[Sentence]:
    """The sentences that may claim something: prose, and headings that are sentences."""
    for sentence in text.sentences:
        titled = sentence.kind is Kind.HEADING and len(sentence.text.split()) >= _TITLE
        if titled or sentence.kind in (Kind.PARAGRAPH, Kind.ITEM):
            yield sentence


def is_report(text: Text) -> bool:
    """Whether a document is so short and prints its questions, that what it tells is of what it asked.

    News and long reports tell waves of many things of which they print one.
    """
    asked = any("?" in block.text for block in text.blocks)
    count = len(text.whole.split())
    return count <= _PASSAGE or (asked and count <= _LONG)


def _speaks_of_else(item: Strand, sentence: Sentence, claims: Claims) -> bool:
    """Whether a paragraph has told other levels just before a claim, which it is rather about."""
    for order in range(sentence.order - 1, max(-1, sentence.order - 4), -1):
        before = claims.text.sentences[order]
        if before.block != sentence.block:
            return False
        if told := claims.of(before):
            return not item.values & {claim.number.value for claim in told}
    return False


def _is_of_rival(
    item: Strand, sentence: Sentence, said: frozenset[str], text: Text, claims: Claims
) -> bool:
    """Whether a claim shares more words with another share of the document, which it is rather about."""
    about = about_of(item, text)
    own, rest = (
        hits(said, about),
        frozenset(word for word in said if not hits(frozenset((word,)), about)),
    )
    return any(
        hits(rest, other) and hits(said, other) >= own
        for claim in claims.levels
        if claim.sentence.order not in (*item.orders, sentence.order)
        and claim.sentence.block != item.block
        for other in (frozenset(claim.about),)
    )


def is_over_time(words: str, text: Text) -> bool:
    """Whether words compare with another time, and so not two groups."""
    moved = f"{text.words.rise}|{text.words.fall}|{text.words.last_wave}|{COURSE}"
    return bool(years_in(words)) or word_pattern(moved).search(words) is not None


def _is_named(item: Strand, sentence: Sentence, said: frozenset[str], text: Text) -> bool:
    """Whether a claim in a long report surely means a strand: it stands just behind, or names much of it."""
    close = sentence.order - 1 in item.orders and item.block == sentence.block
    if item.waves:
        title = frozenset(stems(item.title, text.lang))
        return close or bool(title and hits(title, said) * 2 > len(title))
    behind = close or 0 < sentence.block - item.block <= len(item.points)
    if behind and item.section == sentence.section and of_ages(item, sentence.text):
        return True
    return len(named_points(item, names(sentence.text, text), text)) == 2


def _near(item: Strand, sentence: Sentence) -> bool:
    same = item.section == sentence.section
    return same or abs(item.block - sentence.block) <= _FAR


def _best_blocks(
    known: Sequence[Strand], said: frozenset[str], words: str, text: Text
) -> list[Strand]:
    """The strands of the one block whose words a claim shares most; its ages count as one."""
    scored: dict[int, int] = {}
    for block in {item.block for item in known}:
        about = (_about(item, words, text) for item in known if item.block == block)
        aged = any(of_ages(item, words) for item in known if item.block == block)
        scored[block] = hits(said, frozenset().union(*about)) + aged
    best = max(scored.values(), default=0)
    top = [block for block, score in scored.items() if score == best]
    if best and len(top) > 1 and (named := set(years_in(words))):  # those that have its waves
        whens = {item.block: {int(point.when) for point in item.points} for item in known}
        top = [block for block in top if named <= whens[block]] or top
    if len(top) > 1 or (not best and len({item.block for item in known}) > 1):
        return []
    return [item for item in known if item.block in top]


def _about(item: Strand, words: str, text: Text) -> frozenset[str]:
    """What tells what a strand measures, but for the claim itself where that stands right over it."""
    if words in item.lead:
        item = replace(item, lead=item.lead.replace(words, " "))
    return about_of(item, text)


def _rows(known: Sequence[Strand], said: frozenset[str], words: str, text: Text) -> list[Strand]:
    """Of several rows of a table the one that a claim names; none, where it names none or two."""
    shares = [item for item in known if item.share]
    if len({item.share for item in known}) > 1 and len({item.waves for item in known}) == 1:
        known = shares  # the counts that stand beside them
    if len(known) < 2:
        return list(known)
    titles = [frozenset(stems(item.title, text.lang)) for item in known]
    scored = []
    for place, title in enumerate(titles):
        own = title.difference(*titles[:place], *titles[place + 1 :])
        scored.append(hits(own, said) / max(1, len(own)))
    named = [item for item, score in zip(known, scored, strict=True) if score]
    if not named:  # of `trust` and `do not trust` the one that is denied as the claim is
        denials = {item.title: _is_denied(item.title) for item in known}
        if len(set(denials.values())) > 1 and any(hits(title, said) for title in titles):
            named = [item for item in known if denials[item.title] == _is_denied(words)]
            named = [item for item in named if hits(frozenset(stems(item.title, text.lang)), said)]
            return named if len(named) == 1 else []
    if not named:  # of yes and no the one that a claim without a denial means
        named = [item for item in known if _YES.match(item.title)]
        return named if len(named) == 1 else []
    return named if len(named) == 1 and max(scored) >= 1 / 2 else []


def _is_denied(words: str) -> bool:
    return _NOT.search(words) is not None


_NOT = regex.pattern(
    r"(?<!\w)(?:не|нет|недо\w+|nē|ne\w{3,}|nav|not|no|dis\w{4,})(?!\w)|n't(?!\w)", regex.IGNORECASE
)
_YES = regex.pattern(
    r"[«“„\"]?(?:yes|jā|да|agree\w*|piekrīt\w*|согласн\w+)(?!\w)", regex.IGNORECASE
)


def is_only(strand: Strand, text: Text, claims: Claims) -> bool:
    """Whether a document has no other levels than the two of a strand."""
    every = [item for item in strands_of(text, claims) if not item.cross]
    alone = len(every) == 1 and len(strand.points) == 2
    return alone and (strand.waves or are_groups(strand, text))


def is_linked(sentence: Sentence, strands: Sequence[Strand], text: Text, claims: Claims) -> bool:
    """Whether a claim has a word of the strands it may be about, or stands where it needs none."""
    if shared(sentence, strands, text):
        return True
    one = strands[0]
    behind = one.block == sentence.block and sentence.order - 1 in one.orders
    behind |= one.block == sentence.block - 1 and is_about(sentence.text, one, text)
    return behind or is_lone(text, claims)


def is_lone(text: Text, claims: Claims) -> bool:
    """Whether a document has levels of one thing alone."""
    return len([item for item in strands_of(text, claims) if not item.cross]) == 1
