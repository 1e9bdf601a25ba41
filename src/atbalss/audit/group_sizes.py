"""How many persons a group or a wave has, wherever the document says it."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.kept import listed_once, read_once
from atbalss.audit.lists import COUNTS
from atbalss.audit.numbers import Number
from atbalss.audit.series import own_base, years_in
from atbalss.audit.sizes import is_day
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text, word_pattern

_COUNT = regex.pattern(
    r"(?<![\w.,№±/-])(?!(?:199|20[0-3])\d(?!\d))(?P<n>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{2,5})"
    r"(?![\d.,]*\s?(?:%|per ?cent|procent|процент|проц))(?:\s(?P<after>(?:[^\W\d_][\w-]*[ ]?){1,5}))?"
)
_TENTH = regex.pattern(r"(?<![\w.,])\d (?:из|no|of|in|out of) $")  # `4 of 10 teachers`
_UNIT = regex.any_case(
    r"(?:gad\w*|years?|лет|год\w*|līdz|to|до|eiro|EUR|euros?|евро|руб\w*|reiz\w*|times|раза?|minū\w*|minutes?|минут\w*|stund\w*|hours?|час\w*"
    r"|\w*bytes?|[kmgtp]b(?:it)?|gbe|[gmk]hz|terabait\w*|gigabait\w*|\w+байт\w*|dien\w*|days?|дн\w+|kilometr\w*|kilomet\w+|километр\w*)(?!\w)"
)
_YEAR_N = regex.pattern(
    r"(?<!\d)(?P<year>(?:199|20[0-3])\d)(?!\d)[^;()%\d]{0,16}[nN]\s?=\s?(?P<n>\d{1,3}(?:[ \u00a0]\d{3})+|\d{2,5})(?![\d.,]*\d)"
)
_EACH = {  # one number for every wave
    "lv": r"pa|katr\w+|ab(?:os|ās|i|as|u)",
    "en": r"both|each|every|apiece",
    "ru": r"по|обоих|оба|обе|кажд\w+",
}
_ASKED = (
    r"aptauj\w+|atbild\w+|piedalīj\w+|respondent\w*|intervē\w+|aizpild\w+|interview\w*|survey\w*|asked|answered|respond\w*"
    r"|sample\w*|izlas\w*|выборк\w*|took part|repl\w+|answers|people|residents|interviewed|drawn|households?|uzņēm\w+|mājsaimniec\w+|интервью|волн[аеуы]\w*|отбира\w+|отобра\w+|отбор\w*|опро\w+|ответ\w+|участ\w+|респондент\w*|анкет\w*|пациент\w*"
)


def _counts(text: Text) -> Iterator[tuple[int, str]]:
    """(a whole number, the words behind it) of everything that may count persons."""
    for block in text.blocks:
        if block.kind is Kind.TABLE:
            continue
        for match in _COUNT.finditer(block.text):
            if _TENTH.search(block.text[: match.start()]) or _UNIT.match(
                match.group("after") or ""
            ):
                continue
            yield int(regex.sub(r"\D", "", match.group("n"))), match.group("after") or ""


_SOME = regex.pattern(
    r"(?<![\w.,№±–-])(?!(?:199|20[0-3])\d(?!\d))(?:\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,5})(?!\d|[.,–-]\d|\s?%)"
)


def counted_of(words: str, number: Number) -> int:
    """The base of a share beside its count: `70 of 210, or 33 %`, `210 asked, yes 70 (33 %)`; 0 of any other."""
    some = [int(regex.sub(r"\D", "", count)) for count in _SOME.findall(words)]
    found = {
        whole
        for whole in some
        for part in some
        if part < whole > 9 and abs(100 * part / whole - number.value) <= number.step * 0.51
    }
    return found.pop() if len(found) == 1 else 0


_BEHIND = regex.any_case(  # `63 % of the 210 asked`; not `34 % of 18-24-year-olds`
    rf"\s(?:of|no|из) (?:the |all )?(\d{{2,5}})(?![\d.,]*\d|\s?%|[–-]|\.?\s(?:{_UNIT.pattern}))"
)


def base_beside(claim: Claim) -> int:
    """The base that a share prints itself: behind `n =`, with its count, or behind "of"; else 0."""
    told = own_base(claim.segment) or counted_of(claim.segment, claim.number)
    behind = None if told else _BEHIND.match(claim.sentence.text, claim.number.end)
    return int(behind.group(1)) if behind else told


def size_of(named: frozenset[str], text: Text, claims: Claims) -> int:
    """The one number of persons that is told beside the words of a group; 0 where none or several."""
    found = {count for count, after in _sizes(text, claims) if named & after}
    found |= {base for base, head in _sizes_of_rows(text, claims) if named and named <= head}
    return found.pop() if len(found) == 1 else 0


@listed_once
def _sizes(text: Text, claims: Claims) -> Iterator[tuple[int, frozenset[str]]]:
    """All numbers of ten persons or more, with the stems of what stands behind each."""
    for count, after in _counts(text):
        if after and count >= 10:
            yield count, frozenset(stems(after, text.lang))


@listed_once
def _sizes_of_rows(text: Text, claims: Claims) -> Iterator[tuple[int, frozenset[str]]]:
    for head in {row[0] for block in text.blocks for row in block.rows if row}:
        if base := own_base(head):
            yield base, frozenset(stems(head, text.lang))


def sizes_named(said: frozenset[str], text: Text, claims: Claims) -> tuple[int, ...]:
    """The numbers of persons of all groups that words name, each by a word that no other has."""
    known = _sizes(text, claims)
    found = []
    for place, (count, after) in enumerate(known):
        rest = frozenset().union(*(other for at, (_, other) in enumerate(known) if at != place))
        if (after - rest) & said:
            found.append(count)
    return tuple(found)


@read_once
def sizes_of_waves(text: Text, claims: Claims) -> dict[int, int]:
    """The number of persons of each year: in the heads of tables, or told in a sentence."""
    found: dict[int, int] = {}
    for block in text.blocks:
        for row in block.rows:
            for cell in row:
                years = years_in(cell)
                if len(years) == 1 and (base := own_base(cell)):
                    found.setdefault(years[0], base)
        counted = (
            [place for place, cell in enumerate(block.rows[0]) if COUNTS.fullmatch(cell.strip())]
            if block.rows
            else []
        )
        for row in block.rows[1:] if len(counted) == 1 else ():
            cell = row[counted[0]] if counted[0] < len(row) else ""
            if regex.fullmatch(r"(?:199|20[0-3])\d", row[0].strip(" .")) and regex.fullmatch(
                r"\d{2,5}", cell.strip()
            ):
                found.setdefault(int(row[0].strip(" .")), int(cell))
    told: dict[int, set[int]] = {}
    for match in _YEAR_N.finditer(text.whole):
        persons = int(regex.sub(r"\D", "", match.group("n")))
        told.setdefault(int(match.group("year")), set()).add(persons)
    for sentence in text.sentences:
        if not claims.of(sentence) and word_pattern(_ASKED).search(sentence.text):
            for year, count in sizes_by_year(sentence.text, text):
                told.setdefault(year, set()).add(count)
    for year, persons_told in told.items():
        if len(persons_told) == 1:  # several: each question has its own
            found.setdefault(year, min(persons_told))
    return found


@read_once
def sizes_then_and_now(text: Text, claims: Claims) -> tuple[int, int]:
    """(persons of the wave before, of this one) where one sentence tells both; (0, 0) where none does.

    `410 answered this year, 400 last year`; `500 each time`.
    """
    then, now = word_pattern(text.words.last_wave), word_pattern(text.words.this_wave)
    for sentence in text.sentences:
        before, after = then.search(sentence.text), now.search(sentence.text)
        if before is None or not word_pattern(_ASKED).search(sentence.text):
            continue
        bare = regex.sub(r"(?:±|\+/-)\s?[\d.,]+", " ", sentence.text)
        counts = [
            match
            for match in _COUNT.finditer(bare)
            if int(regex.sub(r"\D", "", match.group("n"))) >= 30
        ]
        sizes = [int(regex.sub(r"\D", "", match.group("n"))) for match in counts]
        if len(sizes) == 1 and after and word_pattern(_EACH[text.lang]).search(sentence.text):
            return sizes[0], sizes[0]
        if len(sizes) != 2:
            continue
        place = before.start()
        near = min((0, 1), key=lambda at: abs(counts[at].start() - place))
        return sizes[near], sizes[1 - near]
    return 0, 0


_RANKED = regex.any_case(  # "ranked fifth out of 38 languages"
    r"(?:\d\w{0,2}|first|second|third|fourth|fifth|last) (?:out )?of\s$"
)


def sizes_by_year(words: str, text: Text) -> Iterator[tuple[int, int]]:
    """(year, count) of a sentence that gives as many counts as years, or one for each of its years."""
    years = list(dict.fromkeys(years_in(words)))
    bare = regex.sub(r"(?:±|\+/-)\s?[\d.,]+|\b\d{1,2}[–-]\d{1,2}\b", " ", words)
    counts = [
        int(regex.sub(r"\D", "", match.group("n")))
        for match in _COUNT.finditer(bare)
        if not is_day(bare, match, text) and not _RANKED.search(bare[: match.start("n")])
    ]
    counts = [count for count in counts if count >= 30]
    if len(years) == len(counts):
        yield from zip(years, counts, strict=True)
    elif len(years) > 1 and len(counts) == 1 and word_pattern(_EACH[text.lang]).search(words):
        yield from ((year, counts[0]) for year in years)
