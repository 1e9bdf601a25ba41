"""Meaning of answers as vectors, kept by the database: each text is read by the model once.

The words' vector goes with the interview when that one is erased. All of this happens beside the
coders, in the thread that learns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping, Sequence

from django.db import IntegrityError, close_old_connections, connection, transaction

from atbalss.coding import embed
from atbalss.coding.answer import Answer
from atbalss_web.codingdesk.models import Vector

ASIDE = 5000  # vectors of the frame's texts and of parts of answers that a process keeps
_ASIDE: dict[str, bytes] = {}


class Kept(MutableMapping[str, bytes]):
    """What `embed.E5` keeps of one task: of whole answers in the database, of other texts here."""

    def __init__(self, task: int, answers: Sequence[Answer]) -> None:
        self._task = task
        self._keys: dict[str, list[str]] = {}
        for answer in answers:
            self._keys.setdefault(embed.E5().mark(answer.text), []).append(answer.id)
        rows = Vector.objects.filter(task=task).values_list("interview_id", "mark", "content")
        held = {key: (mark, bytes(content)) for key, mark, content in rows.iterator()}
        self._held = dict(held.values())
        self._stored = {key: mark for key, (mark, _) in held.items()}
        for mark, keys in self._keys.items():
            if mark in self._held:
                self._store(mark, [key for key in keys if self._stored.get(key) != mark])

    def _store(self, mark: str, keys: Sequence[str]) -> None:
        for key in keys:
            try:
                with transaction.atomic():
                    Vector.objects.update_or_create(
                        task_id=self._task,
                        interview_id=key,
                        defaults={"mark": mark, "content": self._held[mark]},
                    )
            except IntegrityError:  # the interview was erased meanwhile
                continue
            self._stored[key] = mark

    def __getitem__(self, mark: str) -> bytes:
        return self._held[mark] if mark in self._held else _ASIDE[mark]

    def __setitem__(self, mark: str, vector: bytes) -> None:
        if mark in self._keys:
            self._held[mark] = vector
            self._store(mark, self._keys[mark])
            return
        while len(_ASIDE) >= ASIDE:
            _ASIDE.pop(next(iter(_ASIDE)), None)
        _ASIDE[mark] = vector

    def __delitem__(self, mark: str) -> None:
        self._held.pop(mark, None)

    def __iter__(self) -> Iterator[str]:
        return iter({**self._held, **_ASIDE})

    def __len__(self) -> int:
        return len({**self._held, **_ASIDE})


def embedder(task: int, answers: Sequence[Answer]) -> embed.E5:
    """The model, with what the database keeps for a task."""
    return embed.E5(Kept(task, answers))


def is_ready(task: int, answers: Sequence[Answer]) -> bool:
    """Whether the vectors of all answers are kept, so that nobody waits for the model."""
    rows = Vector.objects.filter(task=task).values_list("interview_id", "mark")
    marks: dict[str, str] = dict(rows)
    model = embed.E5()
    return all(marks.get(one.id) == model.mark(one.text) for one in answers)


def beside(work: Callable[[], None]) -> None:
    """Work in a thread of its own with a connection of its own, closed at the end."""
    close_old_connections()
    try:
        work()
    finally:
        connection.close()
