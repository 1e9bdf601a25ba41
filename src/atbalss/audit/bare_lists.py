"""Lists whose unit stands once before them: `Trust, %: television 44, friends 67`; bullets of bare numbers; sentences of one share each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Spot, quoted, spot
from atbalss.audit.lists import names
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rankings import Ranking
from atbalss.audit.stems import every_stem
from atbalss.audit.text import Block, Kind, Sentence, Text

_ITEM = regex.pattern(
    r"\W*(?P<label>[^\W\d][^:;%\d]{1,60}?)\s?(?:[:–—=-]|\.{3,}|\sat|\sby)?\s*\(?(?P<n>\d{1,4}(?:[.,]\d{1,2})?)\)?"
    r"(?:\s(?:min(?:ūtes|utes)?|минут\w?|days?|dienas|дн\w+|hours?|stundas|час\w*|balles|points?|балл\w*))?\W*"
)
_PERCENT = regex.any_case(r"%|per ?cent|procent|процент")
_PARTED = regex.pattern(r"(?:;\s|,\s(?:and |un |и )?|\s(?:and|un|и)\s)(?=[^\W\d])")
_LONG = 90


def bare_rankings(text: Text) -> Iterator[Ranking]:
    """Lists of three numbers or more without a sign, behind a colon or one in each bullet."""
    for order, sentence in enumerate(text.sentences):
        lead, colon, rest = sentence.text.partition(": ")
        if not colon or "%" in rest or sentence.kind is Kind.ITEM or not regex.search(r"\d", rest):
            continue
        found = _items(_joined(_PARTED.split(rest.rstrip(" ."))))
        if found:
            place = text.blocks[sentence.block]
            line = text.line_in(sentence, len(lead) + 1)
            spots = [Spot(quoted(sentence.text), line, place.page, sentence.block)] * len(found)
            yield _ranking(text, found, spots, lead, sentence.block, sentence.block, order)
    yield from _of_bullets(text)
    yield from _of_sentences(text)


def _of_sentences(text: Text) -> Iterator[Ranking]:
    """`At a red light: 513 drivers, 57 %. In a jam: 396, or 44 %.`: three short sentences or more."""
    run: list[tuple[Sentence, Entry]] = []
    for sentence in (*text.sentences, None):
        entry = _told_alone(sentence, text) if sentence is not None else None
        if run and (entry is None or sentence is None or sentence.block != run[0][0].block):
            if len(run) > 2:
                first = run[0][0]
                lead = text.sentences[first.order - 1].text if first.order else ""
                around = frozenset(every_stem(lead, text.lang))
                entries = tuple(one for _, one in run)
                context = around.union(*(one.named for one in entries))
                yield Ranking(entries, (), around, context, first.section, first.block, first.block)
            run = []
        if entry is not None and sentence is not None:
            run.append((sentence, entry))


_ALONE = regex.pattern(r"(?P<label>[^:;%]{3,60}?)(?::|\s[–—])\s[^%]{0,40}%\)?[.;]?")


def _told_alone(sentence: Sentence, text: Text) -> Entry | None:
    """The row that a short sentence is: a label, and one share behind it."""
    if len(sentence.text) > _LONG or sentence.text.count("%") != 1:
        return None
    match = _ALONE.fullmatch(sentence.text)
    if match is None or sentence.kind is not Kind.PARAGRAPH:
        return None
    found = [n for n in numbers(sentence.text, text.lang) if n.unit is Unit.PERCENT]
    named = names(match.group("label"), text)
    if len(found) != 1 or found[0].sign or not named:
        return None
    return Entry(named, found[0], spot(text, sentence, found[0].start, found[0].end))


def _of_bullets(text: Text) -> Iterator[Ranking]:
    run: list[int] = []
    for index, block in enumerate((*text.blocks, None)):
        if block is not None and _is_bare(block):
            run.append(index)
            continue
        if len(run) > 2:
            blocks = [text.blocks[at] for at in run]
            found = _items([one.text for one in blocks])
            lead = text.blocks[run[0] - 1].text if run[0] else ""
            if found:
                spots = [
                    Spot(quoted(b.text), b.line, b.page, at)
                    for b, at in zip(blocks, run, strict=True)
                ]
                yield _ranking(text, found, spots, lead, run[0], run[-1], -1)
        run = []


def _is_bare(block: Block) -> bool:
    return (
        block.kind is Kind.ITEM and len(block.text) < _LONG and "%" not in block.text
        and _ITEM.fullmatch(block.text) is not None
    )  # fmt: skip


def _joined(parts: Sequence[str]) -> list[str]:
    """Parts of a list, those without a number put before the next: `friends and family 67`."""
    found: list[str] = []
    for part in parts:
        if found and not regex.search(r"\d", found[-1]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


def _items(parts: Sequence[str]) -> list[tuple[str, Number]]:
    """Labels with their numbers; [] where any part is something else."""
    matches = [_ITEM.fullmatch(part) for part in parts]
    if len(matches) < 3 or not all(matches):
        return []
    found = []
    for match in matches:
        assert match is not None
        printed = match.group("n").replace(",", ".")
        digits = len(printed.partition(".")[2])
        number = Number(float(printed), digits, Unit.NONE, 0, match.start("n"), match.end("n"))
        found.append((match.group("label"), number))
    return found


def _ranking(
    text: Text,
    found: Sequence[tuple[str, Number]],
    spots: Sequence[Spot],
    lead: str,
    first: int,
    last: int,
    order: int,
) -> Ranking:
    entries = tuple(
        Entry(names(label, text), number, place)
        for (label, number), place in zip(found, spots, strict=True)
    )
    around = frozenset(every_stem(lead, text.lang))
    around |= frozenset(every_stem(text.titles.get(text.sections[first], ""), text.lang))
    section = text.sections[first]
    context = around.union(*(entry.named for entry in entries))
    shares = _PERCENT.search(lead) is not None
    return Ranking(entries, (), around, context, section, first, last, order, shares)
