"""Lines of charts drawn in letters: their bars, their dots kept apart by spaces."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.audit import regex

_BARS = regex.pattern(
    r"[█▓▒░■▬▇▆▅▄▃▂▁◼▌▐▪▫□●○◆◇⬛⬜★☆▮▯•]{2,}|(?<=\w\s)\s*(?:#{3,}|[#=*+x|]{4,})(?=\s|$)"
    r"|(?<=\w\s)\s*[█■▪●•▮](?=\s+\d)|(?<=% )[█■▪●•▮](?=\s*$)"
)
_SPACED_DOTS = regex.pattern(r"(?:\s\.){3,}")


def without_bars(text: str) -> str:
    """A line of a chart drawn in letters without its bar; nothing where it prints no number."""
    text = _SPACED_DOTS.sub(" ....", text)
    if _BARS.search(text) is None:
        return text
    bare = _BARS.sub("   ", text)
    return bare if regex.search(r"\d", bare) else ""


_ENTRY = regex.pattern(
    r"^\s*(?P<word>[^\W\d_]?[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2,8}[\w-]{0,4})(?P<gap>\s{2,}|\t+|\s?:\s+|\s[–—=-]\s)(?P<said>[^\W\d_](?:[^%|\d]|\d(?!\s?%|\d*\s*$)){4,110})$"
)


def entries_parted(lines: Sequence[str]) -> list[str]:
    """Lines of a list of abbreviations, `LMS   learning platform`, as `LMS – learning platform`."""
    found = [_ENTRY.match(line) for line in lines]
    made = list(lines)
    for at, match in enumerate(found):
        beside = (at and found[at - 1]) or (at + 1 < len(found) and found[at + 1])
        if match and beside and _is_name(match.group("word"), match.group("said")):
            made[at] = f"{match.group('word')} – {match.group('said').strip()}"
    return made


def _is_name(word: str, said: str) -> bool:
    """Whether an abbreviation may stand for words: one begins with its first letter."""
    return any(part[0].upper() == word[0].upper() for part in regex.findall(r"[^\W\d_]+", said))
