"""Which percents counts of a base can give, and whether the shares of a document are counts at all."""

from __future__ import annotations

from atbalss.audit import regex
from atbalss.audit.numbers import Number
from atbalss.audit.text import Text, word_pattern


def is_weighted(text: Text) -> bool:
    """Whether the document says that its figures are weighted."""
    if "weighted" not in text.kept:
        text.kept["weighted"] = any(
            not regex.search(_UNWEIGHTED, text.whole[: match.start()][-30:], regex.IGNORECASE)
            and not regex.match(_UNUSED, text.whole[match.end() :], regex.IGNORECASE)
            for match in word_pattern(text.words.weighted).finditer(text.whole)
        )
    return bool(text.kept["weighted"])


_UNWEIGHTED = (
    r"(?<!\w)(?:not|nav|netika|netiek|nebija|un|не|без|without|bez|never)\W*(?:\w+\s)?$"
    r"|(?<!\w)(?:no|nothing|none|neither|nekas|ничто|ничего|никакие)(?:\s\w+){0,3}\s?$"
)
_UNUSED = r"\s(?:(?:were|was|are|is|have been|has been) not|nav|netika|netiek|nelietoj\w+|не)(?!\w)"


def whole_numbers(text: Text) -> frozenset[int]:
    """All whole numbers of a document that may be the base of a share."""
    if "whole-numbers" not in text.kept:
        rule = r"(?<![\d.,])\d(?:[\d \u00a0,]*\d)?(?![\d.,]*[\d%]|\s?%)"
        found = regex.findall(rule, text.whole)
        text.kept["whole-numbers"] = frozenset(int(regex.sub(r"\D", "", one)) for one in found)
    known: frozenset[int] = text.kept["whole-numbers"]
    return known


def possible(percent: Number, base: int, *, cut: bool = True) -> bool:
    """Whether some whole count of `base` prints as the percent, rounded or (`cut`) cut off."""
    if base >= 1000 * 10**percent.digits or base < 1:
        return True
    near = round(percent.value * base / 100)
    for count in (near - 1, near, near + 1):
        exact = 100 * count / base
        if cut and 0 <= count <= base and -1e-9 <= exact - percent.value < percent.step:
            return True  # cut off
        if 0 <= count <= base and abs(exact - percent.value) <= percent.step / 2 + 1e-9:
            return True
    return False


def nearest(number: Number, base: int) -> str:
    """The two shares next to a printed one that counts of a base can give: `36.7 % / 40.0 %`."""
    near = round(number.value * base / 100)
    counts = sorted(
        {max(0, near - 1), near, min(base, near + 1)},
        key=lambda count: abs(100 * count / base - number.value),
    )[:2]
    return " / ".join(f"{100 * count / base:.{number.digits}f} %" for count in sorted(counts))
