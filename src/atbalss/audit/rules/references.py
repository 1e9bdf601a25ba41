"""Numbers of figures, tables and annexes: given twice, left out, or referred to in vain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.captions import caption_of, caption_told
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.mentions import Mention, mentions, noun_of
from atbalss.audit.text import Block, Kind, Text, word_pattern

_ALL_GONE = 4  # figures referred to, of which a copy kept none
_PLAIN = regex.pattern(r"\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Label:
    """A caption's kind, number and title, and where it stands."""

    kind: str
    number: str
    title: str
    spot: Spot
    block: int


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Duplicate and missing numbers, and references that lead nowhere."""
    labels = list(_labels(text))
    by_kind: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        by_kind[label.kind].append(label)
    told = list(mentions(text))
    shown = {(item.kind, item.number) for item in told if item.kind != "annex"}
    pictured = any(block.kind in (Kind.TABLE, Kind.CHART) for block in text.blocks)
    elsewhere = len(shown) > 1 and not labels and not pictured  # all that it shows is left out
    for kind in ("figure", "table", "annex"):
        found = by_kind[kind]
        yield from _twice(text, kind, found)
        yield from _left_out(text, kind, found)
        numbers = {item.number for item in told if item.kind == kind}
        gone = not found and len(numbers) > _ALL_GONE and "1" in numbers
        if (elsewhere or gone) and kind != "annex":
            continue
        listed = kind == "annex" and len(list(_listed_below(text))) > 1
        if found or listed or _none_of_it(text, kind, labels):
            yield from _in_vain(text, kind, found, max(1, len(labels)), told)


def _none_of_it(text: Text, kind: str, labels: list[Label]) -> bool:
    """Whether a document that could show it has nothing of a kind: no caption, table or picture."""
    if any(block.page for block in text.blocks):
        return kind != "annex" and len(labels) >= 2  # a PDF may hide captions and pictures
    if kind == "annex":
        heads = (b.text for b in text.blocks if b.kind in (Kind.HEADING, Kind.CAPTION))
        noun = word_pattern(text.words.annex)
        apart = r"attached|enclosed|separate\w*|atsevišķ\w*|pievienot\w*|отдельн\w*|прилага\w*"
        loose = rf"(?<!\w)(?:{apart})\s(?:\w+\s)?(?:{text.words.annex})(?!\w)"
        if regex.search(loose, text.whole, regex.IGNORECASE):
            return False
        return not any(noun.search(head) for head in heads)
    if kind == "table" and not labels:
        return not any(block.kind is Kind.TABLE for block in text.blocks)
    return not any(block.kind is Kind.CHART for block in text.blocks) or len(labels) >= 2


_TITLES = (Kind.CAPTION, Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM)


def _labels(text: Text) -> Iterator[Label]:
    listed = _listed(text)
    for index, block in enumerate(text.blocks):
        if index in listed or block.kind not in _TITLES:
            continue
        told = block.kind in (Kind.PARAGRAPH, Kind.ITEM)
        label = (caption_told if told else caption_of)(block.text, text.words)
        if label is None:
            continue
        kind, number, title = label
        if word_pattern(text.words.continued).search(block.text):
            continue
        where = Spot(quoted(block.text), block.line, block.page, index)
        yield Label(kind, number, title, where, index)


def _listed(text: Text) -> set[int]:
    """Blocks that stand in a list of contents: a run of captions right after its heading."""
    found: set[int] = set()
    inside = False
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.CONTENTS:
            found.add(index)
        elif block.kind is Kind.HEADING:
            inside = bool(word_pattern(text.words.contents).fullmatch(block.text.strip(" :.")))
        elif inside and block.kind is Kind.CAPTION:
            found.add(index)
        elif inside and len(block.text) > 200:
            inside = False
    return found | _only_titles(text)


def _only_titles(text: Text) -> set[int]:
    """Blocks of a section that holds nothing but titles of figures or tables which stand elsewhere too."""
    told = {index: _title(block.text, text) for index, block in enumerate(text.blocks)}
    within: dict[int, list[int]] = {}
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.HEADING:
            within.setdefault(text.sections[index], []).append(index)
    found: set[int] = set()
    for held in within.values():
        mine = [told[index] for index in held]
        others = {told[index] for index in told if index not in held}
        if len(held) > 1 and all(mine) and 2 * sum(one in others for one in mine) > len(mine):
            found |= set(held)
    return found


def _title(words: str, text: Text) -> tuple[str, str] | None:
    """The kind and number of a figure or table whose title words are; a line may be all there is of an annex."""
    told = caption_told(words, text.words)
    return told[:2] if told is not None and told[0] != "annex" else None


def _twice(text: Text, kind: str, labels: list[Label]) -> Iterator[Finding]:
    seen: dict[str, Label] = {}
    for label in labels:
        first = seen.setdefault(label.number, label)
        if first is label:
            continue
        if text.blocks[label.block].page and label.title == "":
            continue
        yield finding(
            text, "duplicate-number", label.spot, (first.spot,), kind=kind_words(kind, text),
            number=label.number, line=first.spot.line,
        )  # fmt: skip


def _left_out(text: Text, kind: str, labels: list[Label]) -> Iterator[Finding]:
    """A gap in a run 1, 2, 3, ... that is else in order."""
    plain = [label for label in labels if _PLAIN.match(label.number)]
    numbers = [int(label.number) for label in plain]
    few = 3 if any(label.spot.page for label in labels) else 2  # a PDF may hide a caption
    if len(numbers) < few or len(numbers) != len(labels) or min(numbers) != 1:
        return
    gaps = sorted(set(range(1, max(numbers))) - set(numbers))
    if gaps:
        hidden = _buried(text, noun_of(kind, text.lang))
        gaps = [gap for gap in gaps if str(gap) not in hidden]
    if not gaps or len(gaps) > max(1, len(numbers) // 5) or numbers != sorted(numbers):
        return
    for gap in gaps:
        after = next(label for label in plain if int(label.number) > gap)
        before = [label.spot for label in plain if int(label.number) == gap - 1][-1:]
        yield finding(
            text, "missing-number", after.spot, tuple(before), kind=kind_words(kind, text),
            number=gap,
        )  # fmt: skip


_TITLED = r"[.:]\s[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ„“«\"]"


def _in_vain(
    text: Text, kind: str, labels: list[Label], captions: int, mentions: list[Mention]
) -> Iterator[Finding]:
    known = {label.number.upper() for label in labels}
    paged = any(label.spot.page for label in labels)
    if captions < (2 if paged and kind != "annex" else 1):
        return
    strange = [item for item in mentions if item.kind == kind and item.number not in known]
    if strange:
        known |= _headed(text, kind)
    told: set[str] = set()
    for item in strange:
        sentence = text.sentences[item.order]
        if item.number in known or not _same_form(item.number, known):
            continue
        if not item.start and regex.match(_TITLED, sentence.text[item.end :]):
            continue  # a caption with its values
        around = sentence.text[max(0, item.start - 25) : item.end + 30]
        if word_pattern(text.words.elsewhere).search(around):
            continue
        told.add(item.number)
        yield finding(
            text, "dangling-reference", spot(text, sentence, item.start, item.end),
            tuple(label.spot for label in labels[-1:]), kind=kind_words(kind, text),
            number=item.number,
        )  # fmt: skip


def _headed(text: Text, kind: str) -> set[str]:
    """Numbers of a kind that a block of any sort begins with: a caption joined to what it is of."""
    noun = noun_of(kind, text.lang)
    begins = regex.any_case(
        rf"(?:{noun})\s?(?:№|Nr\.?|No\.?)?\s?(\d{{1,3}}|[A-HА-Е])(?=[.:–—-]|\s[–—-]|$)"
        rf"|(\d{{1,3}})\.\s?(?:{noun})(?=[.:–—-]|\s[–—-]|$)"
    )
    found = filter(None, (begins.match(block.text) for block in text.blocks))
    known = {(match.group(1) or match.group(2)).upper() for match in found}
    if kind == "annex":
        known |= set(_listed_below(text))
    return known | _buried(text, noun)


_ENTRY = regex.pattern(r"([A-HА-Е]|\d{1,2})\s?(?:[.):]|[–—-])\s?[^\W\d]")


def _listed_below(text: Text) -> Iterator[str]:
    """Letters of annexes that stand in a list beneath one title: `Annexes`, `A. The form as sent`."""
    title = regex.any_case(rf"(?:list of )?(?:{text.words.annex})\W*$")
    inside = False
    for block in text.blocks:
        ends = [*(start for start, _ in block.starts[1:]), len(block.text)]
        starts = [start for start, _ in block.starts] or [0]
        for start, end in zip(starts, ends, strict=False):
            line = block.text[start:end].strip()
            entry = _ENTRY.match(line) if inside else None
            if entry is not None:
                yield entry.group(1).upper()
            else:
                inside = title.match(line) is not None


def _buried(text: Text, noun: str) -> set[str]:
    """Numbers of captions that a PDF's flow of text joined to what stands before: `… Figure 4: Title`."""
    within = regex.pattern(
        rf"(?<!\w)(?:{noun})\s?(\d{{1,3}}|[A-HА-Е])\s?[:–—]\s?(?=[\"“„«]?[^\W\d_a-zа-яё])"
    )
    begins = regex.any_case(rf"(?:{noun})\s?(\d{{1,3}}|[A-HА-Е])(?:[:–—-]|\.(?=\s[^\W\d_a-zа-яё]))")
    known: set[str] = set()
    pictured = regex.any_case(rf"(?:!\[|^[_*]{{1,2}}|[_*)]\s?[_*]?)(?:{noun})\s?(\d{{1,3}})[.:]")
    titled = regex.pattern(
        rf"[.!?]?\s(?=[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ\d])(?i:{noun})\s?(\d{{1,3}})\.\s(?=[\"“„«])"
    )
    for block in text.blocks:
        if not block.page:
            known |= {match.group(1) for match in titled.finditer(block.text)}
            known |= {match.group(1) for match in pictured.finditer(block.text)}
            continue
        words = "\n".join((block.text, *(" ".join(row) for row in block.rows)))
        known |= {match.group(1).upper() for match in within.finditer(words)}
        lines = (begins.match(block.text, start) for start, _ in block.starts)
        known |= {match.group(1).upper() for match in lines if match}
    return known


def _same_form(number: str, known: set[str]) -> bool:
    """Whether a number is written as the known ones are: 3, C, or 2.4."""

    def form(item: str) -> tuple[bool, bool]:
        return item[0].isdigit(), "." in item

    return ("." not in number) if not known else any(form(item) == form(number) for item in known)


_KINDS = {
    "lv": {"figure": "attēls", "table": "tabula", "annex": "pielikums"},
    "en": {"figure": "figure", "table": "table", "annex": "annex"},
    "ru": {"figure": "рисунок", "table": "таблица", "annex": "приложение"},
}


def kind_words(kind: str, text: Text) -> str:
    """The kind of a label in the document's language."""
    return _KINDS[text.lang][kind]


def block_spot(block: Block, index: int) -> Spot:
    """The place of a whole block."""
    words = block.text or " | ".join(block.rows[0] if block.rows else ())
    return Spot(quoted(words), block.line, block.page, index)
