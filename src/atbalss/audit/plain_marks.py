"""Lines of plain text and Markdown without their marks: emphasis, links, tags, front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape

from atbalss.audit import regex

_SPACES = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u00ad": "",
        "\ufeff": "",
        "\u2060": "",
        "\u200b": "",
    }
)
_MARKED_HEAD = regex.pattern(r"^\s*<h([1-6])\b[^<>]*>(.*?)</h\1>\s*$")
PICTURE = regex.pattern(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = regex.pattern(r"\[([^\]]+)\]\([^)]*\)")
_MARKED = regex.pattern(r"[*_`\\]")  # a cheap test of the next
_COLUMNS = regex.pattern(r"(?<=\d)[ \t]{2,}(?=\d{3}(?!\d))")  # two numbers, and no thousands
_WIDE = regex.pattern(r"[ \t]{2,}")
_MARKS = regex.pattern(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`|\\(?=[%_*.])")
_TAG = regex.pattern(r"<[^<>\n]{1,300}>|\{\{[^{}]{0,300}\}\}|<!--.*?-->")


_QUOTED = regex.pattern(r"^\s{0,3}>\s?(?=.*\d\s?%|\*\*)")


def on_one_line(match: re.Match[str]) -> str:
    """A tag or comment that spans lines, on its first; as many lines are left as there were."""
    tag = match.group(0)
    if "\n" not in tag:
        return tag
    bare = (
        ""
        if tag.startswith("<!--")
        else regex.sub(r"[^\S\n]*\n\s*", " ", tag)[:300].rstrip(">") + ">"
    )
    return bare + "\n" * tag.count("\n")


def headed(line: str) -> str:
    """A heading of a page within Markdown as Markdown has it: `<h3 id="x">Text</h3>`."""
    head = _MARKED_HEAD.match(line) if "<h" in line else None
    return f"{'#' * int(head.group(1))} {head.group(2).strip()}" if head else line


def body_of(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Lines with their numbers; front matter and fenced code are blank."""
    fence = ""
    front = lines[0].strip() if lines and lines[0].strip() in ("---", "+++") else ""
    if front and front not in (line.strip() for line in lines[1:80]):
        front = ""
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if front:
            front = "" if number > 1 and bare == front else front
            yield number, ""
        elif fence:
            fence = "" if bare.startswith(fence) else fence
            yield number, ""
        elif bare.startswith(("```", "~~~")):
            fence = bare[:3]
            yield number, ""
        else:
            yield number, _QUOTED.sub("", line)


@lru_cache(maxsize=8_000)
def clean(text: str) -> str:
    """Text without marks of emphasis, links and tags; all spaces plain."""
    if "<" in text or "{{" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = unescape(text)
    text = text.translate(_SPACES)
    if "](" in text:
        text = _LINK.sub(r"\1", PICTURE.sub(" ", text))
    if _MARKED.search(text):
        text = _MARKS.sub("", text)
    if _COLUMNS.search(text):
        text = _COLUMNS.sub("\u2003", text)
    return _WIDE.sub(" ", text).strip()
