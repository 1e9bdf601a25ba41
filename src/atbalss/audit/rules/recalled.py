"""A share of a title, a lead, a summary or a quotation that stands nowhere else, beside the one share that it must be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.counts_told import ABOUT
from atbalss.audit.finding import Finding, spot_of
from atbalss.audit.forms import NOT, Marks, marks
from atbalss.audit.met import is_among
from atbalss.audit.origins import (
    BEFORE,
    Origin,
    marks_of,
    origins_of,
    retelling,
    telling,
    without_numbers,
)
from atbalss.audit.retelling import JOINED, LOOSE, TARGET, told
from atbalss.audit.rules.parts import told_earlier
from atbalss.audit.rules.retold import NARROW, piece_of
from atbalss.audit.rules.told_shares import is_of_some
from atbalss.audit.series import own_base, years_in
from atbalss.audit.sheet_words import label_marks, people_of
from atbalss.audit.sheets import sheets_of
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import last_year

_TOP = 4  # blocks that may be titles
_NEAR = 10.0  # points that a share told again is off, at most
_MOST = 2  # shares of a sentence that is no list itself
_HALF = 0.5
_AHEAD = 0.3  # by how much more must speak for one than for the next
_LEAST = 0.8
_STRANGE = 5  # words of which the body knows nothing
_THAN = regex.pattern(
    r",?\s(?:un tas ir |which is |что )?(?:(?:\w+ )?(?:vairāk|mazāk|augstāk|zemāk|more|less|higher|lower|up|down|выше|ниже|больше|меньше)\s[^,;.]*|(?:nekā|than|чем|salīdzin\w+|compared|против|по сравнению)\s[^,;.]*)$",
    regex.IGNORECASE,
)
_OF_SOME = regex.pattern(  # a group, or one that is set against another
    r"(?:^|[,;:“\"«„]\s?)(?:of|among|from|no|starp|из|среди)\s[^,;:%]*$|\svidū\s[^,;%]*$|(?<!\w)(?:older|younger|vecāk\w{1,3}|jaunāk\w{1,3}|старш\w{2,3}|младш\w{2,3}|молод\w+|than|nekā|чем)(?!\w)[^,;%]*$",
    regex.IGNORECASE,
)
_SAID = regex.pattern(  # who is quoted
    r"[”“»\"]?,?[”“»\"]?\s?(?:[–—-]\s)?(?:liecina|saka|norāda|stāsta|uzsver|teica|komentē|atzīst|sa(?:id|ys)|говор\w+|сказал\w*|отме\w+|according to|по словам)\s[^%]*$",
    regex.IGNORECASE,
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Lone shares of what is told again against the one share of the body that their words name."""
    if claims.crowded:
        return
    again = retelling(text, claims)
    done = {id(claim) for claim in claims.kept.get("told-twice", ())}
    for claim in claims.levels:
        sentence = claim.sentence
        if sentence.block not in again:
            continue
        if id(claim) in done or not _is_plain(claim, text, claims):
            continue
        best = origin_of(claim, text, claims)
        if best is None:
            continue
        claims.kept.setdefault("told-twice", []).append(claim)
        yield told(text, "two-values", spot_of(text, claim), (best.shown, best.spot), claim.number)


def _is_plain(claim: Claim, text: Text, claims: Claims) -> bool:
    sentence, number = claim.sentence, claim.number
    before = sentence.text[: number.start]
    if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING) or is_confidence(claim):
        return False
    if ABOUT.search(before) or LOOSE.search(before) or len(claims.of(sentence)) > _MOST:
        return False
    if word_pattern(f"{JOINED}|{TARGET}").search(claim.segment):
        return False
    if _OF_SOME.search(before[claim.start :]):
        return False
    return not is_of_some(claim, text, claims.base) or _are_all(claim, text, claims)


def _are_all(claim: Claim, text: Text, claims: Claims) -> bool:
    """Whether who is told of are those whom the document is about: `people who used the services`."""
    heads = " ".join(block.text for block in text.blocks[: claim.sentence.block][:_TOP])
    known = people_of(None, text, claims) | marks(heads, text.lang).set
    groups = list(word_pattern(f"{NARROW}|{text.words.group}").finditer(claim.segment))
    if not groups or own_base(claim.segment):
        return False
    said = (regex.split(r"[,;:(]", claim.segment[one.end() :])[0] for one in groups)
    told = [marks_of(words, text) for words in said]
    return all(2 * sum(is_among(m, known) for m in one) > len(one) for one in told)


def _words(claim: Claim) -> str:
    """What is said of a share, without who says it and what it is compared with."""
    words = _SAID.sub(" ", piece_of(claim))
    return regex.sub(r"\([^()]*\)", " ", _THAN.sub(" ", words))


def _wave(claim: Claim, words: str, text: Text) -> int:
    wave = last_year(text)
    years = {year for year in years_in(words) if year != wave}
    if len(years) == 1:
        return next(iter(years))
    return BEFORE if years or told_earlier(words, wave, text) else 0


def origin_of(claim: Claim, text: Text, claims: Claims) -> Origin | None:
    """The one share of the body that words name, where it has another value and nothing bears out theirs."""
    known = origins_of(text, claims)
    if not known:
        return None
    words = _words(claim)
    year = _wave(claim, words, text)
    said = marks(words, text.lang)
    if year and claim.start:  # `69 % are content, in 2022 it was 61 %`
        said = marks(f"{claims.of(claim.sentence)[0].segment} {words}", text.lang)
    bare = without_numbers(said)
    weight = telling(bare, known)
    if not any(weight.values()) and claim.alone:  # `Nearly all compost: 68 % told us so`
        said = marks(_SAID.sub(" ", claim.sentence.text), text.lang)
        bare = without_numbers(said)
        weight = telling(bare, known)
    found = _ranked(bare, weight, [one for one in known if _is_of(one.year, year)])
    if not found or found[0][0] < _LEAST:
        return None
    score, best = found[0]
    rivals = [s for s, one in found if abs(one.value - best.value) > best.step]
    if rivals and rivals[0] > score - _AHEAD:
        return None
    if not _is_off(claim, best) or _is_borne(claim, bare, found, text, claims):
        return None
    if not _is_alike(said, best, claim, text):
        return None
    people = people_of(claim.sentence, text, claims)
    strange = [m for m in bare if not weight[m] and not is_among(m, people)]
    named = [m for m in bare if m[0] != "@" and is_among(m, best.all)]
    crowd = marks_of(" ".join(word_pattern(text.words.people).findall(words)), text)
    if strange and not any(m not in crowd for m in named):
        return None  # it is of these people, and content, with another thing
    sure = len(best.own) > 1 and all(is_among(m, bare) for m in best.own)
    return best if sure or len(strange) <= _STRANGE else None


def _is_of(one: int, year: int) -> bool:
    return one == year or (BEFORE in (one, year) and 0 not in (one, year))


def _ranked(
    said: frozenset[str], weight: dict[str, float], known: Sequence[Origin]
) -> list[tuple[float, Origin]]:
    """The shares that words name, the likeliest first: a row by half its label, a question by what no other asks."""
    found = []
    for one in known:
        hits = [m for m in said if weight[m] and is_among(m, one.all)]
        if not hits:
            continue
        named = sum(is_among(m, said) for m in one.own) / len(one.own) if one.own else 1.0
        if (one.row and named <= _HALF and len(one.own) > 1) or not named:
            continue
        found.append((sum(weight[m] for m in hits) + _HALF * named, one))
    return sorted(found, key=lambda item: -item[0])


def _is_off(claim: Claim, best: Origin) -> bool:
    apart = abs(claim.number.value - best.value)
    turned = sorted(claim.number.shown) == sorted(best.shown)
    return apart > best.step / 2 + claim.number.step / 2 + 1e-9 and (apart <= _NEAR or turned)


def _is_borne(
    claim: Claim,
    said: frozenset[str],
    found: Sequence[tuple[float, Origin]],
    text: Text,
    claims: Claims,
) -> bool:
    """Whether the share, the rest to 100, or several together stand where any of its words does."""
    value, spare = claim.number.value, claim.number.step / 2
    for other in claims.levels:
        if other.sentence.order == claim.sentence.order:
            continue
        gap = spare + other.number.step / 2 - 1e-9
        if abs(other.number.value - value) < gap:
            return True
    group = found[0][1].group
    own = [one.value for one in origins_of(text, claims) if one.group == group]
    known = (*own, *(100 - one for one in own), *(one.value for _, one in found))
    if any(abs(one - value) < spare + 1e-9 for one in (*known, *_in_rows(said, text, claims))):
        return True
    many = (2, 3) if group >= 0 else ()  # answers of a list, together
    sums = (sum(some) for size in many for some in combinations(own[:_CELLS], size))
    return any(abs(one - value) <= 2 * spare + 1e-9 for one in sums)


_CELLS = 9


def _in_rows(said: frozenset[str], text: Text, claims: Claims) -> Iterator[float]:
    """Every value in the rows that words name, of whatever column: `Displaced | 254 | 71 % | 78 %`."""
    for sheet in sheets_of(text, claims):
        for label, cells in zip(label_marks(sheet.labels, text.lang), sheet.cells, strict=True):
            if sheet.table and label and label <= said:
                yield from (cell.value for cell in cells if cell is not None)


def _is_alike(said: Marks, best: Origin, claim: Claim, text: Text) -> bool:
    """Whether nothing is denied or graded that the other does not deny or grade."""
    denied = {m[1:] for m in said.set if m[0] == NOT}
    known = {m[1:] for m in best.all if m[0] == NOT}
    return denied == known & denied and not (known - denied and best.row)
