"""Which levels a claim of change or gap concerns, by elimination: the only ones that it can be about."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.changes import SO
from atbalss.audit.claims import Claims
from atbalss.audit.histories import hits
from atbalss.audit.kin import is_kin
from atbalss.audit.lexicon import told_otherwise
from atbalss.audit.lists import names
from atbalss.audit.numbers import years_in
from atbalss.audit.origins import retelling
from atbalss.audit.rules.apart import GAP
from atbalss.audit.stems import stems
from atbalss.audit.strand import Point, Strand
from atbalss.audit.strands import about_of, strands_of
from atbalss.audit.text import Kind, Sentence, Text, kept_of_words, word_pattern
from atbalss.audit.words_course import ABOVE, BELOW

_FAR = 12  # blocks between a claim and its levels, where no section parts them
_FEW = 3  # blocks with levels that make a document short
_COURSE = (  # besides words of growth
    r"(?:over|in|within|during) (?:the |a |one |two |three )?(?:last |past )?(?:years?|months?|seasons?)|since|year[- ]on[- ]year|waves?"
    r"|(?:gada|gadu|mēnešu|sezonas) laikā|\w+ gad(?:os|iem)|kopš|viļņ\w+|viln\w+"
    r"|за (?:\w+ )?(?:год|года|лет|месяц\w*|сезон)|с тех пор|волн\w*"
)


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
    said = _telling(sentence.text, text)
    behind = _behind(known, sentence, said, text, claims)
    if behind and (rows := _rows(behind, said, sentence.text, text)):
        return rows
    known = _of_two_groups(known, sentence, text) or known
    part = _telling(clause, text) if clause else said
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
        if len(_of_ages(item, sentence.text) or named_points(item, said, text)) == 2
    ]


@kept_of_words
def _telling(words: str, text: Text) -> frozenset[str]:
    """The stems of a claim but for those that only say when, and that something moved."""
    moved = f"{text.words.rise}|{text.words.fall}|{text.words.last_wave}|{text.words.share}|{_COURSE}|{_SPAN}|{_NEW}"
    return frozenset(stems(word_pattern(moved).sub(" ", words), text.lang))


_NEW = r"jaun(?:ais|ā|ie|ās|o|ajiem|ajām)|new|нов(?:ый|ая|ое|ые|ого|ой|ых|ую)"  # tells of no topic
_PROOF = r"sampl\w+|random\w*|chance|izlas\w+|nejauš\w+|выборк\w*|случайн\w+"
_SPAN = r"div\w{1,3} gad\w+|gad\w+|year\w*|two|three|дв(?:а|ух)|тр(?:и|ёх)|год\w*|лет|раз\w?"


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
    moved = f"{text.words.rise}|{text.words.fall}|{text.words.last_wave}|{_COURSE}"
    return bool(years_in(words)) or word_pattern(moved).search(words) is not None


def _is_named(item: Strand, sentence: Sentence, said: frozenset[str], text: Text) -> bool:
    """Whether a claim in a long report surely means a strand: it stands just behind, or names much of it."""
    close = sentence.order - 1 in item.orders and item.block == sentence.block
    if item.waves:
        title = frozenset(stems(item.title, text.lang))
        return close or bool(title and hits(title, said) * 2 > len(title))
    behind = close or 0 < sentence.block - item.block <= len(item.points)
    if behind and item.section == sentence.section and _of_ages(item, sentence.text):
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
        aged = any(_of_ages(item, words) for item in known if item.block == block)
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


def own_levels(
    sentence: Sentence, text: Text, claims: Claims, clause: str = ""
) -> frozenset[float]:
    """The levels that a claim, or its clause, prints, without the marks that it says are passed: `above 50 %`."""
    edge = rf"(?:{ABOVE[text.lang]}|{BELOW[text.lang]}|{_EDGE})(?: \w+)?$"
    begin = sentence.text.find(clause)
    every = claims.of(sentence)
    part = [one for one in every if begin <= one.number.start < begin + len(clause)]
    return frozenset(
        claim.number.value
        for claim in part or every
        if not regex.search(
            rf"(?<!\w){edge}", sentence.text[: claim.number.start].rstrip(), regex.IGNORECASE
        )
    )


_EDGE = r"mark(?: of)?|threshold(?: of)?|robežu|sliekšņ\w+|порог\w*|отметк\w+|рубеж\w*"


def pairs_in(
    strand: Strand, sentence: Sentence, text: Text, *, only: bool = False, clause: str = ""
) -> list[tuple[Point, Point]]:
    """The pairs of levels that a claim may compare: those that it names, else any two.

    `only`: whether the document has no other groups, so that they need not be named;
    `clause`: the part of the sentence that the claim stands in, whose years count.
    """
    points = strand.points
    if strand.waves and sentence.order in strand.orders:
        return list(itertools.combinations(points, 2))
    if strand.waves:
        narrowed = _is_narrowed(clause or sentence.text, text)
        return [] if narrowed else _of_waves(strand, clause or sentence.text)
    ends = _of_ages(strand, clause) or _of_ages(strand, sentence.text)
    if ends:
        return [(ends[0], ends[1])] if len(ends) == 2 else []
    named = named_points(strand, names(sentence.text, text), text)
    if len(named) == 2 and not _AT_FIRST.match(_telling_cut(sentence.text, text)):
        return [(named[0], named[1])]
    if _is_narrowed(sentence.text, text, first=True):
        return []
    if len(named) == 2:
        return [(named[0], named[1])]
    if len(named) == 1:
        return [(named[0], other) for other in points if other is not named[0]]
    only = only and (
        shared(sentence, (strand,), text) > 1 or word_pattern(SO).search(sentence.text) is not None
    )
    if not (only or word_pattern(_APART).search(sentence.text)) or not _between(sentence, text):
        return []  # of groups that the strand has not
    return list(itertools.combinations(points, 2))


def _is_narrowed(words: str, text: Text, *, first: bool = False) -> bool:
    """Whether a claim is of some group that the document names nowhere else: `among car owners`."""
    found = [
        match.group(0)
        for match in word_pattern(rf"{text.words.group}|{_AGES}").finditer(words)
        if not word_pattern(_GROUPS).fullmatch(match.group(0))
    ]
    found += [match.group("behind") or match.group("before") for match in _AMONG.finditer(words)]
    found += [match.group("at") for match in _AT_FIRST.finditer(_telling_cut(words, text)) if first]
    if not found:
        return False
    rest = text.whole.replace(words, " ").lower()
    return any(
        said and not all(word[:4] in rest for word in said)
        for said in (stems(group, text.lang) for group in found)
    )


def _telling_cut(words: str, text: Text) -> str:
    """Words without those that say when."""
    return word_pattern(f"{_COURSE}|{_SPAN}|{text.words.last_wave}|{_PRO}").sub(" ", words)


_AT_FIRST = regex.pattern(  # `On Sundays the gap is …`
    r"^\s*(?:On|At|During|In|Во?|На|По|Для|У)\s+(?P<at>(?:the )?[^\W\d]{3,}(?:\s[^\W\d]{3,})?)"
)
_AGES = r"young\w*|older|elder\w*|seniors?|jauni(?:e[mš]\w*|et\w*|e(?!\s\w{3,}i(?!\w)))|vecāk\w*|senior\w*|pensionār\w*|молод\w*|младш\w*|старш\w*|пожил\w*|пенсионер\w*"
_AMONG = regex.pattern(
    r"(?<!\w)(?:among|amongst|среди|starp(?! (?:ab|div|šī|trij)\w+\s))\s(?:the |those |тех,? |всех |tiem |visiem )?(?!who|whom|кто|kuri|kas)(?P<behind>\w+)|(?P<before>\w+(?: \w+)?) vidū(?!\w)",
    regex.IGNORECASE,
)


def _between(sentence: Sentence, text: Text) -> bool:
    """Whether a claim only says that two groups differ: `the gap between the two groups`."""
    words = word_pattern(_GROUPS).sub(" ", sentence.text)
    return word_pattern(text.words.group).search(words) is None


_APART = (  # that two groups differ, whichever they are
    r"gaps?|divides?|differ\w*|apart|distance|margin|between|two groups|both groups|lead|advantage|starpīb\w*|atšķir\w*|plais\w+|šķir\w*|pārsvar\w*|ab\w+ grup\w+|div\w+ grup\w+"
    r"|разниц\w+|разрыв\w*|различ\w*|отлича\w*|расхожд\w*|отрыв\w*|перевес\w*|между|двумя группами|обе\w* групп\w*"
)
_GROUPS = (
    r"among|amongst|среди|vidū|those|of those|of these|(?:both|the two|two|these|the) (?:sub)?groups?|groups?|who|which|when|per|for the|for"
    r"|(?:ab\w+|div\w+|šo|šīm|šīs|starp) (?:\w+ )?grup\w+|grup\w+|starp|kuri|kuras|kas \w+"
    r"|(?:обе\w*|дв\w+|эт\w+) групп\w*|групп\w*|кто|которые"
)


def named_points(strand: Strand, said: frozenset[str], text: Text) -> list[Point]:
    """The groups of a strand that words name, each by a word that no other has."""
    labels = [names(point.label, text) for point in strand.points]
    found = []
    for place, point in enumerate(strand.points):
        own = labels[place].difference(*labels[:place], *labels[place + 1 :])
        if own and hits(own, said) * (8 if strand.orders else 2) >= len(own):
            found.append(point)
    return found


def _of_ages(strand: Strand, words: str) -> list[Point]:
    """Of groups by age the ends, and the one between, that words call young, old and middle; [] of one alone."""
    ages = [regex.search(r"(?<!\d)[1-9]\d(?!\d|[.,]\d)", point.label) for point in strand.points]
    years = [
        int(age.group()) + bool(_AND_OVER.search(point.label)) / 2
        for age, point in zip(ages, strand.points, strict=True)
        if age is not None
    ]
    if len(years) < len(ages) or len(set(years)) < len(years) or strand.waves:
        return []
    order = sorted(range(len(years)), key=years.__getitem__)
    ends = [(_YOUNG, order[0]), (_OLD, order[-1])]
    ends += [(_MIDDLE, order[1])] if len(order) == 3 else []
    found = [strand.points[place] for rule, place in ends if rule.search(words)]
    said = frozenset(_AGE.findall(words))
    found = found or [p for p in strand.points if said.issuperset(_AGE.findall(p.label))]
    if len(found) == 1 and len(ages) == 2:
        found = [strand.points[place] for _, place in ends]
    return found if len(found) > 1 else []


_AGE = regex.pattern(r"(?<![\d.,])[1-9]\d(?![\d%]|[.,]\d|\s%)")
_AND_OVER = regex.pattern(  # `45 or older`, beside `under 45`
    r"(?<!\w)(?:over|older|above|and more|or more|vairāk|vecāk\w*|virs|старше|более|больше)(?!\w)|\d\s?\+",
    regex.IGNORECASE,
)
_YOUNG = regex.pattern(r"(?<!\w)(?:young|jaun(?:āk|ieš|iem|ie\b)|молод|младш|юн)", regex.IGNORECASE)
_OLD = regex.pattern(r"(?<!\w)(?:old|elder|vecāk|старш|пожил)", regex.IGNORECASE)
_MIDDLE = regex.pattern(
    r"(?<!\w)(?:middle|vidēj\w{1,4} (?:vecuma )?grup|средн\w{2,3} (?:возрастн\w+ )?групп)",
    regex.IGNORECASE,
)


def _of_waves(strand: Strand, words: str) -> list[tuple[Point, Point]]:
    points = strand.points
    years = years_in(words)
    known = [point for point in points if int(point.when) in years]
    dated = [int(point.when) for point in points if 1990 < point.when < 2040]
    beyond = [year for year in years if dated and not min(dated) <= year <= max(dated)]
    if beyond:
        return []  # a year of another survey
    if len(known) >= 2:
        return list(itertools.combinations(known, 2))
    if len(known) == 1:
        one = known[0]
        return [tuple(sorted((one, p), key=lambda q: q.when)) for p in points if p is not one]  # type: ignore[misc]
    return list(itertools.combinations(points, 2))


def are_groups(strand: Strand, text: Text) -> bool:
    """Whether the levels are of groups of persons, and not answers to one question."""
    if all(point.base for point in strand.points):
        return len({point.base for point in strand.points}) > 1 or not strand.title
    group = word_pattern(text.words.group)
    return all(group.search(point.label) for point in strand.points)


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


_AMOUNTS = (  # what is measured in other units than persons
    r"sūdzīb\w*|жалоб\w*|patēriņ\w*|maksa|maksas|īre|īres|tarif\w*|consumption|volumes?|fees?|fares?|rents?|rates? of pay|tariffs?|потреблени\w*|плата|платы|тариф\w*|аренд\w*"
)


def is_lone(text: Text, claims: Claims) -> bool:
    """Whether a document has levels of one thing alone."""
    return len([item for item in strands_of(text, claims) if not item.cross]) == 1


def is_counted(words: str, text: Text) -> bool:
    """Whether words speak of what is counted: visits, euros; pensioners are persons."""
    if word_pattern(_AMOUNTS).search(words):
        return True
    found = word_pattern(text.words.counted).finditer(words)
    return any(
        not regex.match("пенсион|pensij", match.group(0), regex.IGNORECASE) for match in found
    )


def is_about(words: str, strand: Strand, text: Text) -> bool:
    """Whether words name what a strand measures, besides its groups and waves, or nothing else."""
    rest = subject_of(words, text)
    heads = about_of(replace(strand, points=(), lead="" if strand.orders else strand.lead), text)
    if any(is_named(word, heads, text) for word in rest):
        return True
    labels = frozenset().union(*(names(point.label, text) for point in strand.points))
    rest = frozenset(word for word in rest if not hits(frozenset((word,)), labels))
    about = about_of(strand, text)
    return not rest or any(is_named(word, about, text) for word in rest)


def subject_of(words: str, text: Text) -> frozenset[str]:
    """The stems of a claim that name what it is of: without change, time, people, what only points back."""
    drop = (text.words.rise, text.words.fall, text.words.change, text.words.share, text.words.people,
            text.words.last_wave, text.words.this_wave, text.words.points, text.words.percent,
            text.words.tested, SO, GAP, _COURSE, _SPAN, _PROOF, _APART, _PRO)  # fmt: skip
    return frozenset(stems(word_pattern("|".join(drop)).sub(" ", words), text.lang))


def is_named(word: str, about: frozenset[str], text: Text) -> bool:
    """Whether a stem is one of others, or another word for one."""
    return (
        hits(frozenset((word,)), about) > 0
        or is_kin(word, about, text.lang)
        or told_otherwise(word, about, text.lang)
    )


_PRO = (  # stands for what was asked, or says how many times
    rf"{_GROUPS}|{_AGES}|\w*(?:youngest|oldest|middle|jaunāk|vecāk|vidēj|младш|старш|средн)\w*|ir|is|are"
    r"|lielāk\w*|mazāk\w*|augstāk\w*|zemāk\w*|biežāk|retāk|vairāk|higher|lower|more|less|выше|ниже|больше|меньше|чаще|реже|чем|nekā|than"
    r"|(?:this|these|that|such an?|š[īo]|šis|šād[ua]|эт\w+|так\w+) [^\W\d]+|in other words|put differently|citiem vārdiem|(?:иначе|проще) говоря|occurs?|found|sastopam\w+|встреча\w+"
    r"|comes?|makes?|amounts?|reach\w*|surveys?|rounds?|clear|large|big|well|far|beyond|explain|last|time|figures?|rates?|nothing|anything"
    r"|veido|sasniedz|aptauj\w+|mērījum\w+|laik\w+|rādītāj\w*|vienkārš\w+|tikai"
    r"|составля\w+|составил\w*|достига\w+|опрос\w*|замер\w*|врем\w+|показател\w*|лишь|только|пол(?:ами|ов)"
    r"|plus|minus|not|pluss|mīnuss|nav|плюс|минус|не"
    r"|say|says|said|do|does|did|so|this|that|it|such|here|times|twice|two|three|four|five|high|often|average"
    r"|to|dar[aī]\w*|šis|šī|tas|tā|tād\w*|šād\w*|saka|reiz\w*|div\w+|trīs|trij\w+|četr\w+|piec\w*|\w+kārt|te|šeit|vidēji"
    r"|это|эт[аоу]\w*|дела\w+|так\w*|говор\w+|раза?|вдвое|втрое|дв[ае]|три|четыре|пять|здесь|тут|в среднем"
)


def shared(sentence: Sentence, strands: Sequence[Strand], text: Text) -> int:
    """How many stems of a claim the strands, their question or title have too."""
    said = _telling(sentence.text, text)
    about = frozenset().union(*(about_of(item, text) for item in strands))
    return hits(said, about)
