"""Groups of like answers: average linkage on the cosine of texts, or of meanings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

from atbalss.coding import light, words
from atbalss.coding.answer import Answer
from atbalss.coding.draft import Group

if TYPE_CHECKING:
    from atbalss.coding.embed import Embedder

Matrix = NDArray[np.float64]
MOST = 4000  # texts that are compared each with each; further ones join the nearest group
APART = 0.8  # a group ends where answers are on average less alike than 1 - this
WORDS = 4


def grouped(answers: Sequence[Answer], count: int | None, embedder: Embedder | None) -> list[Group]:
    """Groups of like answers; see `draft.groups`."""
    held = [answer for answer in answers if answer.text.strip()]
    texts = list(dict.fromkeys(answer.text.strip() for answer in held))
    if not texts:
        return []
    rows = _vectors(texts, embedder)
    label = _labels(rows, count)
    number = dict(zip(texts, label, strict=True))
    members: dict[int, list[Answer]] = {}
    for answer in held:
        members.setdefault(number[answer.text.strip()], []).append(answer)
    alone = [one for group in members.values() if len(group) == 1 for one in group]
    several = [group for group in members.values() if len(group) > 1]
    several.sort(key=lambda group: (-len(group), group[0].order, group[0].id))
    if alone:
        several.append(sorted(alone, key=lambda one: (one.order, one.id)))
    place = {text: at for at, text in enumerate(texts)}
    overall = Counter(word for text in texts for word in _content(text))
    return [
        _group(at, group, rows, place, overall, len(texts))
        for at, group in enumerate(several, start=1)
    ]


def _vectors(texts: Sequence[str], embedder: Embedder | None) -> Matrix:
    if embedder is None:
        rows = light.rows(texts, light.weights(texts))
        return np.asarray((rows @ rows[:MOST].T).todense())
    vectors = light.centred(raw := embedder.vectors(texts), raw.mean(axis=0))
    made: Matrix = vectors @ vectors[:MOST].T
    return made


def _labels(alike: Matrix, count: int | None) -> list[int]:
    size = min(len(alike), MOST)
    if size == 1:
        return [1] * len(alike)
    distance = np.clip(1 - alike[:size], 0, None)
    np.fill_diagonal(distance, 0)
    distance = (distance + distance.T) / 2
    tree = hierarchy.linkage(squareform(distance, checks=False), method="average")
    if count is None:
        label = hierarchy.fcluster(tree, APART, criterion="distance")
    else:
        label = hierarchy.fcluster(tree, count, criterion="maxclust")
    nearest = alike[size:].argmax(axis=1) if len(alike) > size else np.zeros(0, dtype=int)
    return [*map(int, label), *map(int, label[nearest])]


def _group(
    number: int,
    members: list[Answer],
    alike: Matrix,
    place: dict[str, int],
    overall: Counter[str],
    texts: int,
) -> Group:
    at = [place[one.text.strip()] for one in members]
    inside = [one for one in dict.fromkeys(at) if one < alike.shape[1]]
    middle = alike[np.ix_(at, inside)].mean(axis=1) if inside else np.zeros(len(at))
    ordered = [members[one] for one in np.argsort(-middle, kind="stable")]
    own = Counter(word for one in members for word in set(_content(one.text)))
    telling = sorted(own, key=lambda word: (-own[word] * np.log((1 + texts) / overall[word]), word))
    return Group(
        number,
        tuple(one.id for one in ordered),
        tuple(one.text for one in ordered),
        tuple(telling[:WORDS]),
    )


def _content(text: str) -> list[str]:
    return [words.lemma(word) for word in words.words(text) if len(word) > 3]
