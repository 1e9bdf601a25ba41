"""Lines of charts drawn in letters: their bars, their dots kept apart by spaces."""

from __future__ import annotations

import re

_BARS = re.compile(
    r"[█▓▒░■▬▇▆▅▄▃▂▁◼▌▐▪▫□●○◆◇⬛⬜★☆▮▯•]{2,}|(?<=\w )[#=*+x|]{4,}(?=\s|$)"
    r"|(?<=\w\s)\s*[█■▪●•▮](?=\s+\d)|(?<=% )[█■▪●•▮](?=\s*$)"
)
_SPACED_DOTS = re.compile(r"(?:\s\.){3,}")


def without_bars(text: str) -> str:
    """A line of a chart drawn in letters without its bar; nothing where it prints no number."""
    text = _SPACED_DOTS.sub(" ....", text)
    if _BARS.search(text) is None:
        return text
    bare = _BARS.sub("   ", text)
    return bare if re.search(r"\d", bare) else ""
