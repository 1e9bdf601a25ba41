"""Which variables of a table belong together: multiple answers, batteries, single questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import polars as pl

from atbalss.exchange.from_labelled import declared_missing
from atbalss.exchange.guess_words import missing_word, says_chosen, says_not_chosen
from atbalss.exchange.labelled import Labelled, ResponseSet, Sort, Variable

_TAIL = re.compile(r"(?:[_.\-]?\d{1,3}|[_.\-][A-Za-z]{1,2}|(?<=\d)[A-Za-z])$")
_EDGES = ":-–—.?!/[]()|…"
SHORTEST_STEM = 6  # letters that two texts must share before it counts
MOST_IN_SCALE = 11
_STAND_FOR_NONE = [
    -99,
    -98,
    -97,
    -9,
    -8,
    -7,
    -2,
    -1,
    77,
    88,
    97,
    98,
    99,
    777,
    888,
    997,
    998,
    999,
    9999,
]


class Shape(StrEnum):
    """What a block of variables is as a question."""

    ONE = "one"
    OPTIONS = "options"  # a yes-or-no variable an option
    SLOTS = "slots"  # each variable holds one of the answers
    GRID = "grid"  # several questions with the same answers


@dataclass(frozen=True)
class Block:
    """Variables that make one question or one grid. `counted` is the value that means "chosen"."""

    shape: Shape
    variables: tuple[Variable, ...]
    label: str = ""
    name: str = ""
    counted: str = "1"
    declared: bool = False  # by the file itself, not guessed
    scale: tuple[int, int] | None = None  # of a battery of bare numbers
    labels: tuple[str, ...] = field(default=())  # of its items, in order


def blocks(table: Labelled, leave_out: Iterable[str]) -> tuple[list[Block], list[ResponseSet]]:
    """The blocks of a table in its order, and the sets that share variables with earlier ones.

    What the file declares comes first; then neighbours of like names are looked at.
    """
    out = set(leave_out)
    by_name = {item.name: item for item in table.variables}
    declared: dict[str, Block] = {}
    dropped = []
    for item in sorted(table.sets, key=lambda item: item.by_value):
        if set(item.variables) & {*declared, *out} or not item.variables:
            dropped.append(item)
            continue
        members = tuple(by_name[name] for name in item.variables)
        made = _declared(item, members)
        declared |= dict.fromkeys(item.variables, made)
    rest = [item for item in table.variables if item.name not in out]
    found: list[Block] = []
    at = 0
    while at < len(rest):
        own = declared.get(rest[at].name)
        if own is not None:
            if own not in found:
                found.append(own)
            at += 1
            continue
        run = list(_run(rest[at:], declared, table.data))
        found.append(_block(run, table.data))
        at += len(run)
    return found, dropped


def _declared(item: ResponseSet, members: tuple[Variable, ...]) -> Block:
    stem, labels = parted([member.label for member in members])
    label = item.label or (members[0].label if item.own_label else stem)
    if item.counted is None:
        first = (item.label or stem or members[0].label,)
        return Block(Shape.SLOTS, members, first[0], item.name, declared=True)
    if item.by_value:
        counted = float(item.counted) if not members[0].is_text else item.counted
        named = [member.label_of(counted) for member in members]
        labels = named if all(named) and len(set(named)) == len(named) else labels
    elif not stem or item.label:
        labels = labels if stem else [member.label for member in members]
    return Block(Shape.OPTIONS, members, label, item.name, item.counted, True, labels=tuple(labels))


def _run(
    rest: Sequence[Variable], taken: dict[str, Block], data: pl.DataFrame
) -> Iterator[Variable]:
    """The first variable and those right after it that look as it does."""
    first = rest[0]
    yield first
    stem, look = stem_of(first.name), _look(first, data[first.name])
    if not stem or look is None:
        return
    for item in rest[1:]:
        if item.name in taken or stem_of(item.name) != stem:
            return
        if _look(item, data[item.name]) != look:
            return
        yield item


def _block(run: list[Variable], data: pl.DataFrame) -> Block:
    if len(run) == 1:
        return Block(Shape.ONE, (run[0],), run[0].label, run[0].name)
    look = _look(run[0], data[run[0].name])
    stem, labels = parted([item.label for item in run])
    name = stem_of(run[0].name).rstrip("_.-")
    if look is not None and look[0] == "dichotomy":
        return Block(Shape.OPTIONS, tuple(run), stem, name, str(look[1]), labels=tuple(labels))
    scale = None
    if look is not None and look[0] == "numbers":
        scale = scale_of(run, data)
    return Block(Shape.GRID, tuple(run), stem, name, scale=scale, labels=tuple(labels))


def stem_of(name: str) -> str:
    """A name without the number or letter at its end; "" where it has none."""
    stem = _TAIL.sub("", name)
    return stem if stem != name and len(stem) > 0 else ""


def parted(labels: Sequence[str]) -> tuple[str, list[str]]:
    """What labels share at their beginning or end, and what each has of its own.

    ("Q5. Which: ", ["TV", "radio"]); ("", the labels) where they share nothing that ends at a mark.
    """
    texts = [" ".join(label.split()) for label in labels]
    if len(texts) < 2 or not all(texts):
        return "", list(texts)
    head = _cut(_shared(texts))
    if len(head) >= SHORTEST_STEM:
        own = [_bare(text[len(head) :]) for text in texts]
        if all(own) and len(set(own)) == len(own):
            return _bare(head, keep="?.!"), own
    tail = _cut(_shared([text[::-1] for text in texts]))[::-1]
    if len(tail) >= SHORTEST_STEM:
        own = [_bare(text[: len(text) - len(tail)]) for text in texts]
        if all(own) and len(set(own)) == len(own):
            return _bare(tail, keep="?.!"), own
    return "", list(texts)


def _shared(texts: Sequence[str]) -> str:
    """The longest beginning that all texts have in common."""
    first, last = min(texts), max(texts)
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[: len(first) if same is None else same]


def _cut(shared: str) -> str:
    """The shared part up to its last mark, so that no word is cut in two."""
    at = max((shared.rfind(sign) for sign in _EDGES), default=-1)
    return shared[: at + 1]


def _bare(text: str, keep: str = "") -> str:
    marks = "".join(sign for sign in _EDGES if sign not in keep) + " "
    return text.strip(marks if keep else " :-–—[]|…/")


def _look(variable: Variable, values: pl.Series) -> tuple[object, ...] | None:
    """What variables of one battery have in common; None where a variable stands alone."""
    if variable.is_text or variable.sort is not Sort.NUMBER:
        return None
    real = values.filter(~declared_missing(variable, values)).drop_nulls().unique()
    labels = [
        (value, label)
        for value, label in variable.labels
        if not missing_word(label, value, declared=variable.is_missing(value))
    ]
    dichotomy = _dichotomy(labels, set(real.to_list()))
    if dichotomy is not None:
        return ("dichotomy", dichotomy)
    if len(labels) >= 2:
        return ("labels", *variable.labels)
    if not labels and len(real) >= 2 and _scale([real]) is not None:
        return ("numbers",)
    return None


def _dichotomy(labels: Sequence[tuple[object, str]], real: set[float]) -> int | None:
    """The value that means "chosen", where the values are two and one of them says "not"."""
    known = {value for value, _ in labels} | real
    if not known <= {0.0, 1.0, 2.0} or len(known) > 2:
        return None
    words = dict(labels)
    no, yes = says_not_chosen, says_chosen
    if known <= {0.0, 1.0} and 1.0 in known:
        named = words.get(1.0, "")
        plain = not words or yes(named) or no(str(words.get(0.0, "")))
        return 1 if plain or set(words) == {1.0} else None
    if known == {1.0, 2.0} and _not_yes_no(str(words.get(1.0, "")), str(words.get(2.0, ""))):
        return 1
    return None


def _not_yes_no(one: str, two: str) -> bool:
    """Whether the labels are "mentioned" and "not mentioned", not the answers yes and no."""
    short = {"jā", "nē", "yes", "no", "да", "нет", ""}
    pair = {one.strip().lower(), two.strip().lower()}
    return not pair & short and says_chosen(one) and says_not_chosen(two)


def scale_of(variables: Sequence[Variable], data: pl.DataFrame) -> tuple[int, int] | None:
    """The scale that the values of all variables are on, those declared missing left out."""
    columns = [data[item.name] for item in variables]
    pairs = zip(variables, columns, strict=True)
    return _scale([column.filter(~declared_missing(item, column)) for item, column in pairs])


def likely_missing(real: pl.Series) -> list[float]:
    """Values such as 99 among numbers that are on a scale without them: hardly answers."""
    odd = real.is_in(pl.Series(_STAND_FOR_NONE, dtype=pl.Float64))
    rest = real.filter(~odd)
    if not odd.any() or rest.n_unique() < 3 or _scale([rest]) is None:
        return []
    return sorted(real.filter(odd).unique().to_list())


def _scale(columns: Sequence[pl.Series]) -> tuple[int, int] | None:
    """The scale that bare whole numbers are on: 0-10, 1-5, 1-7 or 1-10; None if on none."""
    highs, lows = [], []
    for column in columns:
        real = column.drop_nulls()
        if not len(real) or (real != real.floor()).any():
            return None
        low, high = real.min(), real.max()
        if not isinstance(low, float) or not isinstance(high, float):
            return None
        lows.append(low)
        highs.append(high)
    low, high = min(lows), max(highs)
    if low < 0 or high > MOST_IN_SCALE - 1 or high < 3:
        return None
    for top in (5, 7, 10):
        if high <= top:
            return (0 if low == 0 else 1, top if low > 0 else 10)
    return None
