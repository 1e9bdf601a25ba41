"""What the machine suggests: learned beside the coders, in a thread of its own, from values alone.

A page takes the last that was learned and never waits for the next. Where a task asks for meaning,
the light suggestions stand until the model has read all answers; without the model they remain.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from atbalss.coding import draft, embed, suggest
from atbalss.coding.decisions import Standing, Status
from atbalss.coding.suggest import Suggestion
from atbalss.coding.task import Task
from atbalss.problems import Refused
from atbalss_web.codingdesk import meaning
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
    by_meaning: bool = False  # whether meaning was asked for


_LAST: dict[int, Learned] = {}
_BUSY: set[int] = set()
_LOCK = threading.Lock()


def latest(book: Book) -> Learned | None:
    """What was learned last for a task; a new round begins beside, where there is news.

    What an older frame taught is not shown: its codes may be no more.
    """
    key = book.row.pk
    held = _LAST.get(key)
    if (
        held is None
        or held.arrived != book.arrived
        or held.by_meaning != book.row.by_meaning
        or _is_behind(held, book)
    ):
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
    args = (key, book.task, book.all, book.arrived, book.decided[0], book.row.by_meaning)
    threading.Thread(target=_work, args=args, name=f"coding-{key}", daemon=True).start()


def _work(
    key: int,
    task: Task,
    standings: list[Standing],
    arrived: tuple[object, ...],
    decided: int,
    by_meaning: bool,
) -> None:
    sys.setswitchinterval(WHILE_LEARNING)
    try:
        held = _LAST.get(key)
        same = held is not None and held.arrived[TEXTS:] == arrived[TEXTS:]
        groups = held.groups if same and held is not None else None
        if by_meaning and embed.is_there():
            if held is None or not same:  # the model reads for a while: until then
                _LAST[key] = replace(learn(task, standings, arrived, decided), by_meaning=True)
            if not (same and held is not None and embed.E5.name in held.name):
                groups = None
            meaning.beside(lambda: _by_meaning(key, task, standings, arrived, decided, groups))
        else:
            if held is not None and embed.E5.name in held.name:
                groups = None
            made = learn(task, standings, arrived, decided, groups)
            _LAST[key] = replace(made, by_meaning=by_meaning)
    except Exception:
        _log.exception("learning from decisions failed")  # coding goes on without suggestions
    finally:
        with _LOCK:
            _BUSY.discard(key)
            if not _BUSY:
                sys.setswitchinterval(USUAL)


def _by_meaning(
    key: int,
    task: Task,
    standings: list[Standing],
    arrived: tuple[object, ...],
    decided: int,
    groups: Mapping[str, int] | None,
) -> None:
    """Learn with the model; where it cannot be read, by words alone."""
    model = meaning.embedder(key, [one.answer for one in standings])
    try:
        made = learn(task, standings, arrived, decided, groups, model)
    except Refused as refused:
        _log.warning("no meaning: %s", refused)
        made = learn(task, standings, arrived, decided)
    _LAST[key] = replace(made, by_meaning=True)


def learn(
    task: Task,
    standings: Sequence[Standing],
    arrived: tuple[object, ...] = (0,),
    decided: int = 0,
    groups: Mapping[str, int] | None = None,
    embedder: embed.Embedder | None = None,
) -> Learned:
    """Learn from what persons decided; suggestions for all answers that a person may yet code."""
    made = suggest.learn(task, suggest.taught(standings), embedder)
    wanted = [one.answer for one in standings if one.status is not Status.ADJUDICATED]
    found = made.suggest([answer.text for answer in wanted], top=TOP)
    held = {answer.id: best for answer, best in zip(wanted, found, strict=True)}
    if groups is None:
        groups = draft.likeness([one.answer for one in standings], embedder)
    return Learned(arrived, decided, made.name, held, groups, embedder is not None)


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
