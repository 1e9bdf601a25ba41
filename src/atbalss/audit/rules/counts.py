"""Percents that no count of the stated base gives: `88 (84.2 %)` of 101, `37 % of 8`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.text import Kind, Sentence, Text, word_pattern


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts beside percents that do not agree, and percents that no count can give."""
    if is_weighted(text):
        return  # weighted shares are no counts
    yield from _beside(text, claims)
    yield from _impossible(text, claims)
    yield from _of_table(text)


def is_weighted(text: Text) -> bool:
    """Whether the document says that its figures are weighted."""
    pattern = word_pattern(text.words.weighted)
    return any(
        not re.search(
            r"(?<!\w)(?:not|nav|un|не)\W*(?:\w+\s)?$", text.whole[: match.start()][-20:], re.I
        )
        for match in pattern.finditer(text.whole)
    )


def _agree(count: float, base: float, percent: Number) -> bool:
    """Whether count of base is the printed percent, rounded or cut off."""
    return abs(100 * count / base - percent.value) <= 1.5 * percent.step


def _pairs(sentence: Sentence, text: Text) -> Iterator[tuple[Number, Number]]:
    """`88 (84,2 %)`, `88 personas jeb 84,2 %`, `84,2 % (88)`: (count, percent)."""
    found = numbers(sentence.text, text.lang)
    for one, other in itertools.pairwise(found):
        gap = sentence.text[one.end : other.start]
        count = one if one.unit is Unit.NONE else other
        percent = other if count is one else one
        if percent.unit is not Unit.PERCENT or count.unit is not Unit.NONE or percent.sign:
            continue
        if count.digits or count.sign or 1990 <= count.value <= 2039:
            continue
        people = rf"(?:\s(?:{text.words.people}))?"
        if count is one and re.fullmatch(
            rf"{people}\s?(?:\(|[–—-]\s|,?\s(?:jeb|or|или)\s)", gap, re.I
        ):
            if gap.strip() != "(" or ")" in sentence.text[percent.end : percent.end + 3]:
                yield count, percent
        elif count is other and re.fullmatch(r"\s?\((?:n\s?=\s?)?", gap):
            behind = sentence.text[count.end :]
            if re.match(rf"\)|\s(?:{text.words.people})", behind, re.IGNORECASE) and "=" not in gap:
                yield count, percent


def _beside(text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts with their percents: most agree with the stated base, one does not."""
    pairs = [(s, *pair) for s in text.prose for pair in _pairs(s, text)]
    if not claims.base or len(pairs) < 3:
        return
    wrong = [item for item in pairs if not _agree(item[1].value, claims.base, item[2])]
    right = len(pairs) - len(wrong)
    if not wrong or right < 3 * len(wrong):
        return
    for sentence, count, percent in wrong:
        at = spot(text, sentence, min(count.start, percent.start), max(count.end, percent.end))
        exact = f"{100 * count.value / claims.base:.{percent.digits}f}"
        shown = percent.shown
        if text.lang != "en":
            exact, shown = exact.replace(".", ","), shown.replace(".", ",")
        yield finding(
            text,
            "count-and-percent",
            at,
            value=shown,
            count=count.shown,
            base=claims.base,
            right=exact,
        )


_OF = {
    "lv": r"\s?(?:no|starp)\s(?:visiem\s|šiem\s)?$",
    "en": r"\s?(?:of|among)\s(?:the\s|all\s|these\s|our\s)?$",
    "ru": r"\s?(?:из|среди)\s(?:всех\s|этих\s)?$",
}


def possible(percent: Number, base: int) -> bool:
    """Whether some whole count of `base` prints as the percent, rounded or cut off."""
    if base >= 1000 * 10**percent.digits:
        return True
    near = round(percent.value * base / 100)
    for count in (near - 1, near, near + 1):
        exact = 100 * count / base
        if 0 <= count <= base and -1e-9 <= exact - percent.value < percent.step:
            return True  # cut off
        if 0 <= count <= base and abs(exact - percent.value) <= percent.step / 2 + 1e-9:
            return True
    return False


def _impossible(text: Text, claims: Claims) -> Iterator[Finding]:
    for claim in claims.levels:
        base = _own_base(claim, text)
        if base and not possible(claim.number, base):
            yield _cannot(text, claim, base)


def _own_base(claim: Claim, text: Text) -> int:
    """The base that stands with the percent itself: `37 % of 8 clients`, `37 % (n = 8)`."""
    words, number = claim.sentence.text, claim.number
    after = words[number.end : number.end + 60]
    match = re.match(r"[^.;%()]{0,25}\(\s?[nN]\s?=\s?(\d{1,5})\s?[,;)]", after)
    if match and number.value > 0:
        return int(match.group(1))
    for other in numbers(words, text.lang):
        if other.start <= number.end or other.unit is not Unit.NONE or other.digits:
            continue
        gap = words[number.end : other.start]
        people = re.match(rf"\s(?:\w+\s)?(?:{text.words.people})(?!\w)", words[other.end :], re.I)
        if re.fullmatch(_OF[text.lang], gap, re.IGNORECASE) and people:
            return int(other.value)
        break
    return _base_ahead(claim, text)


def _base_ahead(claim: Claim, text: Text) -> int:
    """`Of the 9 users with a disability, 60 % were …`: the base that opens the sentence."""
    words, number = claim.sentence.text, claim.number
    if not claim.alone:
        return 0
    opened = {"lv": r"(?:no|starp)", "en": r"(?:of|among)", "ru": r"(?:из|среди)"}[text.lang]
    match = re.match(
        rf"{opened}\s(?:the\s|all\s|these\s|visiem\s|šiem\s|всех\s|этих\s)?(?P<n>\d{{1,4}})\s(?:\w+\s)?"
        rf"(?:{text.words.people})(?!\w)[^.;%()\d,]{{0,60}},?\s(?:[^.;%()\d,]{{1,30}}\s)?$",
        words[: number.start],
        re.IGNORECASE,
    )
    return int(match.group("n")) if match else 0


def _cannot(text: Text, claim: Claim, base: int) -> Finding:
    number = claim.number
    near = round(number.value * base / 100)
    nearest = sorted(
        {max(0, near - 1), near, min(base, near + 1)},
        key=lambda k: abs(100 * k / base - number.value),
    )[:2]
    fits = " / ".join(f"{100 * k / base:.{number.digits}f} %" for k in sorted(nearest))
    shown = number.shown
    if text.lang != "en":
        fits, shown = fits.replace(".", ","), shown.replace(".", ",")
    at = spot(text, claim.sentence, number.start, number.end)
    return finding(text, "impossible-percent", at, value=shown, base=base, fits=fits)


def _of_table(text: Text) -> Iterator[Finding]:
    """Cells of a column whose head gives a small n: most are possible, one is not."""
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or len(block.rows) < 3:
            continue
        for column, head in enumerate(block.rows[0]):
            base = re.search(r"\b[nN]\s?=\s?(\d{1,4})\b", head)
            if not base or column == 0:
                continue
            cells = []
            for place, row in enumerate(block.rows[1:], 1):
                items = numbers(row[column], text.lang) if column < len(row) else ()
                if len(items) == 1 and (items[0].unit is Unit.PERCENT or "%" in head):
                    cells.append((place, items[0]))
            size = int(base.group(1))
            wrong = [item for item in cells if size and not possible(item[1], size)]
            if len(wrong) == 1 and len(cells) >= 4:
                place, number = wrong[0]
                row = block.rows[place]
                at = Spot(quoted(" | ".join(row)), block.row_lines[place], block.page, index)
                shown = number.shown if text.lang == "en" else number.shown.replace(".", ",")
                near = round(number.value * size / 100)
                fits = f"{100 * near / size:.{number.digits}f} %"
                yield finding(
                    text,
                    "impossible-percent",
                    at,
                    value=shown,
                    base=size,
                    fits=fits if text.lang == "en" else fits.replace(".", ","),
                )
