"""The learner: kernel ridge regression of every code on the likeness of texts, calibrated.

With K the likeness (cosine) of n texts and Y which codes they have, A = (K + L)^-1 (Y - m), and a
new text scores m + k A. What each lesson would have scored had it not been taught is known without
teaching anew, y - A / diag((K + L)^-1) (the leave-one-out identity of ridge regression; Hastie,
Tibshirani, Friedman, "The Elements of Statistical Learning", 7.10), so that a logistic curve from
scores to confidences (Platt 1999) is fitted to honest scores, in one solution of one system.

An answer in words never met is less sure than one whose like was taught. So that confidence tells
them apart, each lesson is also scored as if all lessons much like it had not been taught (the same
identity for a block B: what is left is (inverse_BB)^-1 A_B), and the curve has the likeness of the
nearest lesson beside the score.

What no lesson holds, no curve can be fitted to: a word that has so far stood for one code alone
("сотрудники", for kind staff) stands as surely for it beside a word never met ("знающие"). So the
part of an answer that was never met takes its share of certainty: where all of it is new, nothing
is more than 1 - DOUBT sure. That moves no code before another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, sparse

from atbalss.coding import words
from atbalss.coding.suggest import Suggestion, Taught
from atbalss.coding.task import Task

if TYPE_CHECKING:
    from atbalss.coding.embed import Embedder

Matrix = NDArray[np.float64]
RIDGE = 0.6
FRAME_RIDGE = 1.6  # a label or example of the frame teaches less than a decision
LESSONS = 3000  # the latest that are learned from: the system stays small
DOUBT = 0.7  # what an answer loses of certainty for the part of it that no lesson has
MEANING = 0.6  # the part of likeness that is meaning, where there is an embedder
# the curve before there is anything to fit it to: score, score x nearness, nearness, shift
CURVE = (6.0, 0.0, 0.0, -2.5)
ENOUGH = 12  # lessons from which the curve is fitted
UNMET = (0.6, 0.45, 0.3)  # lessons more alike than this are taken for untaught, in turn
TRIED = 400  # lessons that are scored so
BLOCK = 80  # lessons that are taken away at most


@dataclass(frozen=True)
class Learned:
    """A suggester that has learned; it never changes."""

    name: str
    codes: tuple[str, ...]
    known: sparse.csr_array
    weight: Matrix
    means: Matrix
    solved: Matrix
    curve: Matrix
    embedder: Embedder | None
    vectors: Matrix | None
    centre: Matrix | None
    most: float  # no confidence is greater: of n lessons one more might be the first to differ

    def suggest(self, texts: Sequence[str], top: int = 3) -> list[tuple[Suggestion, ...]]:
        """For each text its likeliest codes, the surest first, at most `top`."""
        if not texts or not self.codes:
            return [() for _ in texts]
        given = rows(texts, self.weight)
        likeness = np.asarray((given @ self.known.T).todense())
        if self.embedder is not None and self.vectors is not None and self.centre is not None:
            meant = centred(self.embedder.vectors(texts), self.centre) @ self.vectors.T
            likeness = (1 - MEANING) * likeness + MEANING * meant
        scores = self.means + likeness @ self.solved
        near = likeness.max(axis=1) if likeness.shape[1] else np.zeros(len(texts))
        sure = _confidence(scores, near, self.curve)
        order = np.argsort(-sure, axis=1, kind="stable")[:, :top]
        highest = np.minimum(self.most, 1 - DOUBT * unmet(given, self.weight))
        sure = np.minimum(sure, highest[:, None])
        return [
            tuple(Suggestion(self.codes[at], float(line[at])) for at in best)
            for line, best in zip(sure, order, strict=True)
        ]


def learned(task: Task, lessons: Sequence[Taught], embedder: Embedder | None = None) -> Learned:
    """A suggester of the frame and the lessons; the same ones always give the same."""
    codes = tuple(task.choices)
    taught = [one for one in lessons if one.text.strip()][-LESSONS:]
    told = _of_frame(task)
    texts = [*(one.text for one in taught), *(text for text, _ in told)]
    marks = np.zeros((len(texts), len(codes)))
    place = {code: at for at, code in enumerate(codes)}
    for row, names in enumerate([*(one.codes for one in taught), *((code,) for _, code in told)]):
        for name in names:
            if name in place:
                marks[row, place[name]] = 1.0
    weight = weights(texts)
    known = rows(texts, weight)
    likeness = np.asarray((known @ known.T).todense())
    vectors = centre = None
    if embedder is not None and texts:
        raw = embedder.vectors(texts)
        centre = raw.mean(axis=0)
        vectors = centred(raw, centre)
        likeness = (1 - MEANING) * likeness + MEANING * vectors @ vectors.T
    means = (marks[: len(taught)].sum(axis=0) + 0.5) / (len(taught) + 25)
    ridge = np.full(len(texts), RIDGE)
    ridge[len(taught) :] = FRAME_RIDGE
    inverse = _inverse(likeness, ridge)
    solved = inverse @ (marks - means)
    curve = np.array(CURVE)
    if len(taught) >= ENOUGH:
        curve = _fit(*_honest(likeness, inverse, solved, marks, len(taught)))
    most = 1 - 1 / (len(taught) + 2)  # Laplace's rule of succession
    name = "light" if embedder is None else f"light+{embedder.name}"
    return Learned(
        name, codes, known, weight, means, solved, curve, embedder, vectors, centre, most
    )


def _of_frame(task: Task) -> list[tuple[str, str]]:
    """Texts that the frame itself says of its codes, with the code."""
    found = []
    for name, code in task.choices.items():
        said = [words for _, words in (*code.label.pairs, *code.description.pairs)]
        found += [(text, name) for text in dict.fromkeys([*said, *code.examples]) if text.strip()]
    return found


def weights(texts: Sequence[str]) -> Matrix:
    """The weight of each feature: rarer ones tell more (inverse document frequency)."""
    seen = np.zeros(words.SIZE)
    for text in texts:
        seen[list(words.features(text))] += 1
    return np.log((1 + len(texts)) / (1 + seen)) + 1


def rows(texts: Sequence[str], weight: Matrix) -> sparse.csr_array:
    """The texts as rows of length one."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for text in texts:
        held = words.features(text)
        columns += held
        values += held.values()
        ends.append(len(columns))
    at = np.array(columns, dtype=np.int64)
    data = np.sqrt(np.array(values)) * weight[at]
    rows = sparse.csr_array((data, at, np.array(ends)), shape=(len(texts), words.SIZE))
    length = np.sqrt(rows.multiply(rows).sum(axis=1))
    rows.data /= np.repeat(np.where(length > 0, length, 1.0), np.diff(rows.indptr))
    return rows


def unmet(given: sparse.csr_array, weight: Matrix) -> Matrix:
    """The part of each row (0 to 1, of its squares) whose features no text has: the heaviest."""
    new = sparse.csr_array(
        (given.data**2 * (weight[given.indices] >= weight.max()), given.indices, given.indptr),
        shape=given.shape,
    )
    made: Matrix = np.asarray(new.sum(axis=1), dtype=np.float64).ravel()
    return made


def centred(vectors: Matrix, centre: Matrix) -> Matrix:
    """Vectors seen from their centre, of length one."""
    moved = vectors - centre
    length = np.linalg.norm(moved, axis=1, keepdims=True)
    made: Matrix = moved / np.where(length > 0, length, 1.0)
    return made


def _inverse(likeness: Matrix, ridge: Matrix) -> Matrix:
    if not len(likeness):
        return np.zeros((0, 0))
    made: Matrix = linalg.inv(likeness + np.diag(ridge), check_finite=False)
    return made


def _honest(
    likeness: Matrix, inverse: Matrix, solved: Matrix, marks: Matrix, n: int
) -> tuple[Matrix, Matrix, Matrix]:
    """What lessons would have scored untaught, and with all much like them untaught: rows of
    scores, the likeness of the nearest that is left, which codes are right.
    """
    scores, near, right = [], [], []
    tried = np.unique(np.linspace(0, n - 1, min(n, TRIED)).astype(int))
    for at in tried:
        line = likeness[at]
        ranked = np.argsort(-line[:n], kind="stable")
        ranked = np.concatenate([[at], ranked[ranked != at][:BLOCK]])
        before = 0
        for level in (2.0, *UNMET):
            block = ranked[(line[ranked] > level) | (ranked == at)]
            if len(block) == before:
                continue
            before = len(block)
            left = line.copy()
            left[block] = 0.0
            apart = np.linalg.solve(inverse[np.ix_(block, block)], solved[block])[0]
            scores.append(marks[at] - apart)
            near.append(left.max(initial=0.0))
            right.append(marks[at])
    return np.array(scores), np.array(near), np.array(right)


def _terms(scores: Matrix, near: Matrix) -> Matrix:
    close = np.broadcast_to(near[:, None], scores.shape)
    made: Matrix = np.stack([scores, scores * close, close, np.ones_like(scores)], axis=-1)
    return made


def _logistic(table: Matrix, curve: Matrix) -> Matrix:
    made: Matrix = 1 / (1 + np.exp(-np.clip(table @ curve, -30, 30)))
    return made


def _confidence(scores: Matrix, near: Matrix, curve: Matrix) -> Matrix:
    return _logistic(_terms(scores, near), curve)


def _fit(scores: Matrix, near: Matrix, marks: Matrix) -> Matrix:
    """The curve: Newton's steps to the likeliest, lightly held to a start."""
    start = np.array(CURVE)
    held = start.copy()
    pull = np.array([0.05, 0.5, 0.5, 0.05])
    table = _terms(scores, near).reshape(-1, len(CURVE))
    right = marks.ravel()
    for _ in range(40):
        sure = _logistic(table, held)
        slope = table.T @ (sure - right) + pull * (held - start)
        bend = (table * (sure * (1 - sure))[:, None]).T @ table + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        held = held - np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-8:
            break
    return held
