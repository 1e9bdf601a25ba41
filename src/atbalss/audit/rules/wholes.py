"""Counts of the parts of a whole that do not make it: `453 colleagues: 212 …, 154 … and 96 …`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from atbalss.audit import regex
from atbalss.audit.answer_words import is_scale, residual, scaled, without_ranges
from atbalss.audit.claims import Claims
from atbalss.audit.composed import begun, composed
from atbalss.audit.finding import Finding, Spot, finding, spot
from atbalss.audit.numbers import whole_number
from atbalss.audit.parts import INTEGER, MEASURED, Parts, parts_of
from atbalss.audit.possible_percents import is_weighted
from atbalss.audit.rules.asked import around, measures_each, says_one, says_several
from atbalss.audit.rules.counted import agree, pairs_of
from atbalss.audit.rules.sums import summed
from atbalss.audit.text import Kind, Sentence, Text

_FEWEST, _MOST = 2, 12
_SOME = r"(?<!\w)(?:among them|including|e\.g\.|for example|inter alia|mostly|mainly|at least|about|around|some|over|nearly|more than|tostarp|tai skaitā|t\.sk\.|piemēram|galvenokārt|vismaz|aptuveni|apmēram|ap|vairāk nekā|в том числе|включая|например|в основном|не менее|около|примерно|более|почти)(?!\w)"


_OF_WHOM = r"[,;]\s(?:of (?:whom|them|these|which)|among them|no (?:viņiem|viņām|tiem|tām|kuriem|kurām|šiem)|из (?:них|которых))(?!\w)"
_REST = r"(?<!\w)(?:the (?:rest|others|remaining|remainder)|remaining|others|another|pārēj\w+|atlikuš\w+|citi|остальн\w+|прочие|оставш\w+|друг\w+|ещё)(?!\w)"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Lists of counts that do not make their row of all or the survey, and wholes with their parts told."""
    if not regex.search(r"\d{2}", text.whole):
        return
    for parts in parts_of(text, claims):
        if parts.first in summed(claims):
            continue
        if 2 < len(parts.parts) <= _MOST and all(part.count for part in parts.parts):
            yield from _listed(text, claims, parts)
    for sentence in text.sentences:
        if sentence.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION):
            yield from _told(text, sentence)
            yield from _made_of(text, claims, sentence)
            yield from _of_both_kinds(text, sentence)


def _wrong(text: Text, at: Spot, others: Sequence[Spot], total: int, whole: int) -> Finding:
    return finding(
        text, "sum-of-answers", at, tuple(others), code="counts-and-whole", total=total, whole=whole
    )


# ---- lists


def _listed(text: Text, claims: Claims, parts: Parts) -> Iterator[Finding]:
    near = around(text, parts.first, parts.last)
    section = text.sections[parts.first]
    behind = " ".join(
        block.text for block in text.blocks[parts.last + 1 : parts.last + 2] if block.text
    )
    words = f"{near}\n{behind}"
    above = f"{text.blocks[parts.first - 1].text if parts.first else ''}\n{parts.head}"
    several = says_several(words, text) and not composed(above, text)
    if several or is_weighted(text) or _is_of_waves(parts):
        return
    labels = [part.label for part in parts.parts]
    rest = any(residual(text).search(label.lower()) for label in labels)
    graded = sum(scaled(text).search(label.lower()) is not None for label in labels)
    head = f"{words}\n{parts.head}\n{text.titles.get(section, '')}"
    parted = composed(head, text) and not measures_each(f"{above}\n{parts.head}", text)
    parted = parted or _are_sheets(parts, near)
    closed = parted or says_one(words, text) or graded >= len(labels) - 1 or rest
    whole = parts.whole.count if parts.whole else _base(claims)
    made = parts.made
    if not whole or made == whole or _is_net(parts, whole) or _fits(text, claims, parts, whole):
        return
    if not closed:
        return
    over = made > whole
    sure = parts.whole is not None or parted or (rest and says_one(words, text))
    if not over and not sure:
        return  # some may have given no answer
    if parts.whole is None and (_is_printed(text, made) or abs(made - whole) * 4 > whole):
        return
    others = [part.spot for part in parts.parts[1:]]
    others += [parts.whole.spot] if parts.whole else []
    yield _wrong(text, parts.parts[0].spot, others, made, whole)


_SHEETS = regex.any_case(  # of what was collected, and no answers
    r"(?:(?:derīgas |aizpildītas |saņemtas )?anketas|intervijas|aptaujātie|(?:valid |completed )?(?:questionnaires|interviews|forms)|interviewed|(?:заполненных |собранных )?анкет\w?|интервью|опрошен\w*)(?:, \w+)?"
)


def _are_sheets(parts: Parts, near: str) -> bool:
    """Whether a list counts what was collected in each place, and no answers."""
    return "?" not in near and _SHEETS.fullmatch(parts.head.strip(" .:")) is not None


def _base(claims: Claims) -> int:
    """The number of all who answered, where the document has one alone."""
    told = {size.value for size in claims.sizes if size.named or size.whole}
    base = claims.survey[0] or claims.base
    return base if all(value <= base for value in told) else 0


def _is_of_waves(parts: Parts) -> bool:
    return any(regex.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", part.label) for part in parts.parts)


def _is_net(parts: Parts, whole: int) -> bool:
    """Whether the sum is right without an entry that joins others, or is itself of all.

    Also where the list makes the whole more than once: by age, then by sex.
    """
    counts = [part.count for part in parts.parts]
    if whole in itertools.accumulate(counts):
        return True
    return any(sum(counts) - count == whole for count in counts) or whole in counts


def _fits(text: Text, claims: Claims, parts: Parts, whole: int) -> bool:
    """Whether the shares beside the counts are of their sum, of no such whole, or one of them is the slip that is told."""
    beside = {part.spot for part in parts.parts}
    pairs = [pair for pair in pairs_of(text, claims) if pair.spot in beside]
    if len(pairs) < 2:
        return False
    right = sum(agree(pair, parts.made, cut=False) for pair in pairs)
    other = sum(agree(pair, whole, cut=False) for pair in pairs)
    apart = parts.whole is None and other < len(pairs) - 1
    apart |= other == len(pairs) > 2 and parts.made > 1.05 * whole  # the shares make as much more
    return apart or right > other or len(pairs) - 1 <= other < len(pairs)


def _is_printed(text: Text, value: int) -> bool:
    printed = f"{value:,}".replace(",", r"[ ,\u00a0]?")
    return regex.search(rf"(?<![\d.,]){printed}(?![\d.,]*\d)", text.whole) is not None


# ---- sentences


@cache
def _opened(lang: str) -> re.Pattern[str]:
    """A number of persons, and the mark that opens what they are made of."""
    noun = rf"\s(?!(?:{MEASURED[lang]})(?!\w))[^\W\d_][\w'’-]*"
    aged = rf"(?:{noun}){{0,4}}\s\d\d(?:\s?[–-]\s?\d\d|\+)?(?:\s(?:gad\w*|лет|год\w*|years?))?(?:{noun}){{0,3}}"
    return regex.any_case(
        rf"(?<![\w.,:/№#=+±−–-])(?P<n>{INTEGER})(?!\s?%)(?:{aged}|(?:{noun}){{1,5}}?)(?:\s\((?:\d[\d.,]*\s?%|[^()\d]*)\))?"
        r"(?:\s?:\s|\s[–—]\s|\s(?P<aside>\())(?=[^()\d;:]{0,40}\d)"
    )


@cache
def _piece(lang: str) -> re.Pattern[str]:
    noun = rf"(?:\s(?!(?:{MEASURED[lang]})(?!\w))[^\W\d_][\w.'’-]*)"
    return regex.any_case(
        rf"(?:[^\d()%;]{{0,60}}?[\s–—-]\s?)??(?<![\w.,])(?P<n>{INTEGER})(?!\s?%){noun}{{0,7}}(?:\s?\(\d[\d.,]*\s?%\))?{noun}{{0,4}}"
    )


def _told(text: Text, sentence: Sentence) -> Iterator[Finding]:
    words = sentence.text
    if len(regex.findall(r"(?<![\d.,])\d{1,6}(?![\d.,]*\s?%)", words)) <= _FEWEST:
        return
    for match in _opened(text.lang).finditer(words):
        whole = whole_number(match["n"])
        if 1990 <= whole <= 2039 or whole < 10:
            continue
        counts = _counts(text, words[match.end() :], aside=match["aside"] is not None)
        if not _FEWEST <= len(counts) <= _MOST:
            continue
        made = sum(counts)
        if made == whole or max(counts) >= whole or not 0.6 * whole <= made <= 1.4 * whole:
            continue
        after = text.blocks[sentence.block].text[sentence.start + match.end() :]
        if made < whole and (made < 0.85 * whole or regex.search(_REST, after, regex.IGNORECASE)):
            continue
        at = spot(text, sentence, match.start(), match.end())
        yield _wrong(text, at, (), made, whole)
        return


def _counts(text: Text, after: str, *, aside: bool) -> list[int]:
    """The counts of a list up to the end of its clause; [] where it is none, or only some are named."""
    inner = (
        after.partition(")")[0]
        if aside
        else regex.split(r"(?<!\d)[.](?:\s|$)|;\s(?=\D*$)", after)[0]
    )
    inner = regex.split(_OF_WHOM, inner, maxsplit=1, flags=regex.IGNORECASE)[0]
    inner = regex.sub(r"\((?:[^()]*)\)", lambda m: m[0] if "%" in m[0] else " ", inner)
    if regex.search(_SOME, inner, regex.IGNORECASE):
        return []
    pieces = list(_pieces(inner.strip(" .)")))
    found = []
    for piece in pieces:
        match = _piece(text.lang).fullmatch(piece.strip())
        if match is None:
            break
        found.append(whole_number(match["n"]))
    return found if len(found) == len(pieces) or len(found) > _FEWEST else []


_FEWEST_PARTS = 3


def _made_of(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    """`By age: under 40 – 50 people, 40 to 59 – 95, 60 and over 80`: of all who answered, told elsewhere."""
    if sum(map(str.isdigit, sentence.text)) < _FEWEST_PARTS:
        return
    words = without_ranges(sentence.text)
    if len(regex.findall(r"(?<![\d.,])\d{1,6}(?![\d.,]*\d)", words)) < _FEWEST_PARTS:
        return
    cut = max(words.rfind(mark, 0, _first_number(words)) for mark in ":?") + 1
    found = _entries(text, words[cut:].lstrip(' ”“»"'))
    counts = [count for _, count in found]
    if len(found) < _FEWEST_PARTS or is_weighted(text):
        return
    made, whole = sum(counts), _base(claims)
    if made == whole or whole < 10 or max(counts) >= whole or abs(made - whole) * 4 > whole:
        return
    after = text.blocks[sentence.block].text[sentence.start + len(sentence.text) :].strip()
    after = regex.split(r"(?<=[.!?])\s", after)[0]
    if made < whole and regex.search(_REST, after, regex.IGNORECASE):
        return
    labels = [label for label, _ in found]
    ended = made > whole or any(residual(text).search(label.lower()) for label in labels)
    if not _are_parts(text, sentence, cut, labels, ended=ended):
        return
    if not _is_printed(text, made) and whole not in itertools.accumulate(counts):
        yield _wrong(text, spot(text, sentence, cut, len(sentence.text)), (), made, whole)


def _are_parts(
    text: Text, sentence: Sentence, cut: int, labels: Sequence[str], *, ended: bool
) -> bool:
    """Whether each person is counted in one of some parts: of the sample, of a scale, of one answer a head.

    `ended`: no answer is left out.
    """
    cue = sentence.text[:cut]
    if cut and begun(cue, text) >= 0:
        return True
    near = around(text, sentence.block)
    if says_several(near, text):
        return False
    told = {kind.lastgroup for label in labels for kind in _KINDS.finditer(label)}
    if {"he", "she"} <= told and any(_is_silent(label.lower(), text) for label in labels):
        return True  # who is which, and who did not say
    if is_scale(labels, text, once=True):
        return True
    cued = ":" in cue and "?" not in cue and len(cue.split()) > _FEWEST_PARTS
    return ended and not cued and says_one(near, text) and "?" in near


def _is_silent(label: str, text: Text) -> bool:
    """Whether a label is of those who gave no answer, or another one: `dzimumu nenorādīja`."""
    return bool(residual(text).search(label) or regex.search(r"\bnenorād|не указа", label))


_KINDS = regex.any_case(  # of two, of which everybody is one
    r"(?<!\w)(?:(?P<town>pilsēt\w*|towns?|city|cities|urban\w*|город\w*)|(?P<land>lauk\w*|rural|countryside|villages?|с[её]л\w{0,4}|деревн\w*)|(?P<she>sieviet\w*|women|females?|girls|женщин\w*|женск\w+|девоч\w*)|(?P<he>vīrie\w*|men|males?|boys|мужчин\w*|мужск\w+|мальчик\w*))(?!\w)"
)
_OF_ALL = regex.any_case(  # `1206 residents, of them 702 in towns and 504 in the countryside`
    rf"(?<![\w.,])(?P<n>{INTEGER})\s[^\d;:%]{{3,60}}?(?:[^;:%]{{0,60}}?{_OF_WHOM}|(?<=\w),)\s(?P<parts>[^;:]*)"
)
_PLAIN = regex.pattern(r"(?<![\w.,±])\d{1,3}(?:[ \u00a0,]\d{3})*(?!\d|[.,]\d|\s?%)(?=\s[^\d]*)")


def _of_both_kinds(text: Text, sentence: Sentence) -> Iterator[Finding]:
    """Women and men, or town and country, that do not make the whole which they are told of."""
    if len(_KINDS.findall(sentence.text)) != 2:
        return
    match = _OF_ALL.search(sentence.text)
    if match is None or regex.search(_SOME, match["parts"], regex.IGNORECASE):
        return
    parts = list(
        _PLAIN.finditer(regex.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), match["parts"]))
    )
    if len(parts) != 2:
        return
    ends = [parts[1].start(), len(match["parts"])]
    kinds = [
        [kind.lastgroup for kind in _KINDS.finditer(match["parts"], part.end(), end)]
        for part, end in zip(parts, ends, strict=True)
    ]
    if sorted(map(tuple, kinds)) not in ([("land",), ("town",)], [("he",), ("she",)]):
        return
    whole, counts = whole_number(match["n"]), [whole_number(part[0]) for part in parts]
    made = sum(counts)
    left = made < whole and not any(_is_slip(count, whole - made + count) for count in counts)
    if made != whole and made < 1.25 * whole and not left:  # some may be neither, or not have said
        at = spot(text, sentence, match.start(), match.end())
        yield _wrong(text, at, (), made, whole)


def _is_slip(printed: int, meant: int) -> bool:
    """Whether two digits changed places, or one is another."""
    one, other = str(printed), str(meant)
    apart = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and (apart == 1 or (apart == 2 and sorted(one) == sorted(other)))


def _first_number(words: str) -> int:
    match = regex.search(r"\d", words)
    return match.start() if match else 0


def _entries(text: Text, words: str) -> list[tuple[str, int]]:
    """(label, count) of each part that a sentence tells; [] where it tells anything else."""
    found = []
    bare = regex.sub(r"^\([^()]*\)\s?|[„“”«»\"]", "", words)
    for piece in _pieces(bare.strip(" .")):
        match = _piece(text.lang).fullmatch(piece.strip())
        if match is None:
            return []
        found.append((piece.replace(match["n"], " ").strip(), whole_number(match["n"])))
    return found


_LINK = r"(?:and|un|и|а|bet|but|while|savukārt|kamēr)"


def _pieces(words: str) -> Iterator[str]:
    """The parts of an enumeration: one count in each."""
    for piece in regex.split(rf"[,;]\s(?:{_LINK}\s)?", words):
        cut = regex.search(rf"(?<=\d)([^,;\d]*?)\s{_LINK}\s(?=\D*\d)", piece)
        if cut and not piece[: cut.end(1)].count("("):
            yield piece[: cut.end(1)]
            piece = piece[cut.end() :]
        yield piece
