"""What a coder's form or the page's script sends, read: the order, cuts, codes of each part."""

from __future__ import annotations

from django.http import HttpRequest

from atbalss.coding.decisions import Segment
from atbalss.coding.queue import Order
from atbalss_web.codingdesk.actions import Said
from atbalss_web.codingdesk.book import Book
from atbalss_web.codingdesk.pages import whole

SEGMENTS = 12


def order_of(word: str) -> Order:
    """How the queue is ordered; by uncertainty where nothing else is asked."""
    return Order(word) if word in Order._value2member_map_ else Order.UNCERTAIN


def wants_json(request: HttpRequest) -> bool:
    """Whether the page's script asks."""
    return request.headers.get("Accept", "") == "application/json"


def cuts_of(words: str, text: str) -> list[int]:
    """Places where a text is cut, from "12,30"; what makes no sense is left out."""
    found = {int(part) for part in words.split(",") if part.isdecimal() and len(part) < 7}
    return sorted(at for at in found if 0 < at < len(text))[: SEGMENTS - 1]


def cut_by_marks(
    marked: str, text: str, *, most: int = SEGMENTS - 1, ends: bool = False
) -> list[int]:
    """Places where somebody put a bar into a copy of the text; blanks may differ.

    Nothing where the words differ. With `ends` the two ends of the text count, and so does a bar
    after another at the same place.
    """
    found, place = [], 0
    for sign in marked:
        if sign.isspace():
            continue
        after = place
        while after < len(text) and text[after].isspace():
            after += 1
        if sign == "|" and (after >= len(text) or text[after] != "|"):
            found.append(place if ends and len(found) % 2 else after)
            continue
        if after >= len(text) or text[after] != sign:
            return []
        place = after + 1
    if ends:
        return found[:most]
    return sorted({at for at in found if 0 < at < len(text)})[:most]


def said_of(request: HttpRequest, book: Book, key: str) -> Said:
    """What was posted on an answer."""
    post, text = request.POST, book.answers[key].text
    cuts = cuts_of(post.get("cuts", ""), text)
    bounds = [0, *cuts, len(text)]
    parts = [tuple(dict.fromkeys(post.getlist(f"codes{i}")[:60])) for i in range(len(bounds) - 1)]
    segments = tuple(
        Segment(bounds[i], bounds[i + 1], codes) for i, codes in enumerate(parts) if codes
    )
    return Said(
        whole(post.get("step", "")) or 0,
        tuple(dict.fromkeys(code for part in parts for code in part)),
        segments if cuts else (),
        whole(post.get("frame", "")) or book.row.number,
        post.get("mark", "")[:16],
        "unsure" in post,
        seconds_of(post.get("seconds", "")),
        whole(post.get("keys", "")),
    )


def seconds_of(text: str) -> float | None:
    """Seconds up to an hour, None for anything else."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value <= 3600 else None
