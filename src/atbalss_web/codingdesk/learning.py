"""What the machine suggests: learned beside the coders, in a thread of its own, from values alone.

A page takes the last that was learned and never waits for the next.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from atbalss.coding import draft, suggest
from atbalss.coding.decisions import Standing, Status
from atbalss.coding.suggest import Suggestion
from atbalss.coding.task import Task
from atbalss_web.codingdesk.book import Book

TOP = 5
TEXTS = 3  # from where `Book.arrived` tells of texts, before it of the frame
USUAL = sys.getswitchinterval()
WHILE_LEARNING = USUAL / 10  # seconds after which a page that waits for its turn has it
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Learned:
    """Suggestions and groups of likeness by answer, and what they were learned from."""

    arrived: tuple[object, ...]
    decided: int
    name: str
    suggestions: Mapping[str, Sequence[Suggestion]]
    groups: Mapping[str, int] = field(default_factory=dict)


_LAST: dict[int, Learned] = {}
_BUSY: set[int] = set()
_LOCK = threading.Lock()


def latest(book: Book) -> Learned | None:
    """What was learned last for a task; a new round begins beside, where there is news.

    What an older frame taught is not shown: its codes may be no more.
    """
    key = book.row.pk
    held = _LAST.get(key)
    if held is None or held.arrived != book.arrived or _is_behind(held, book):
        _begin(key, book)
    if held is not None and held.arrived[:TEXTS] == book.arrived[:TEXTS]:
        return held
    return None


def _is_behind(held: Learned, book: Book) -> bool:
    """Whether enough was decided since: each of the first ten, then three or the 20th part."""
    least = 1 if held.decided < 10 else max(3, held.decided // 20)
    return abs(book.decided[0] - held.decided) >= least


def _begin(key: int, book: Book) -> None:
    with _LOCK:
        if key in _BUSY:
            return
        _BUSY.add(key)
    args = (key, book.task, book.all, book.arrived, book.decided[0])
    threading.Thread(target=_work, args=args, name=f"coding-{key}", daemon=True).start()


def _work(
    key: int, task: Task, standings: list[Standing], arrived: tuple[object, ...], decided: int
) -> None:
    sys.setswitchinterval(WHILE_LEARNING)
    try:
        held = _LAST.get(key)
        same = held is not None and held.arrived[TEXTS:] == arrived[TEXTS:]
        groups = held.groups if same and held is not None else None
        _LAST[key] = learn(task, standings, arrived, decided, groups)
    except Exception:
        _log.exception("learning from decisions failed")  # coding goes on without suggestions
    finally:
        with _LOCK:
            _BUSY.discard(key)
            if not _BUSY:
                sys.setswitchinterval(USUAL)


def learn(
    task: Task,
    standings: Sequence[Standing],
    arrived: tuple[object, ...] = (0,),
    decided: int = 0,
    groups: Mapping[str, int] | None = None,
) -> Learned:
    """Learn from what persons decided; suggestions for all answers that a person may yet code."""
    made = suggest.learn(task, suggest.taught(standings))
    wanted = [one.answer for one in standings if one.status is not Status.ADJUDICATED]
    found = made.suggest([answer.text for answer in wanted], top=TOP)
    held = {answer.id: best for answer, best in zip(wanted, found, strict=True)}
    if groups is None:
        groups = draft.likeness([one.answer for one in standings])
    return Learned(arrived, decided, made.name, held, groups)


def wait(seconds: float = 10.0) -> None:
    """Until nothing is being learned: for tests and for work that needs the last word."""
    import time

    end = time.monotonic() + seconds
    while _BUSY and time.monotonic() < end:
        time.sleep(0.01)


def forget() -> None:
    """Drop all that was learned: for tests, whose rows begin anew."""
    wait()
    _LAST.clear()
