"""What changed between two builds of a report: their `numbers.json` side by side.

A printed number of one build is that of the other where it stands in the same place (a figure, a
table, the prose), by the same expression or of the same cell, as often. Only what a reader sees is
a change: a value that moved under the same printed text is counted, not listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from math import isclose

Entry = Mapping[str, object]
Numbers = Mapping[str, Entry]


class Sort(StrEnum):
    """What a change is, the gravest first."""

    SIGN = "sign"  # a rise that is now a fall, or the other way round
    SIGNIFICANCE = "significance"  # a difference that is now shown, or no longer
    WORD = "word"  # a word made of a number: "almost half"
    HIDDEN = "hidden"  # printed before, hidden now, or the other way round
    NUMBER = "number"
    BASE = "base"  # the same printed number of other people
    ADDED = "added"
    REMOVED = "removed"


class Why(StrEnum):
    """Why a number changed, where the two builds tell it."""

    DATA = "data"  # other people, or other answers
    WEIGHTS = "weights"  # the same people, weighted otherwise
    SOURCE = "source"  # the printed figure of an earlier report
    TEXT = "text"  # the author's text asks for something else
    ROUNDING = "rounding"  # the same value, printed otherwise
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `old` and `new` are the entries of numbers.json, None where there is none."""

    sort: Sort
    why: Why
    old: Entry | None
    new: Entry | None

    @property
    def entry(self) -> Entry:
        """The entry that says where it is: the new one where there is one."""
        found = self.new if self.new is not None else self.old
        if found is None:
            raise ValueError("a change of nothing")
        return found


@dataclass(frozen=True)
class Erratum:
    """All changes, gravest first; `silent` values moved under the same printed text.

    `texts` are changed passages of the narrative: (line of the new text, old words, new words).
    """

    changes: tuple[Change, ...]
    compared: int
    silent: int
    texts: tuple[tuple[int, str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether a reader sees no difference."""
        return not self.changes and not self.texts


def compare(old: Numbers, new: Numbers) -> Erratum:
    """What changed from one build's numbers to another's."""
    pairs, gone, come = _paired(list(old.values()), list(new.values()))
    changes: list[Change] = []
    silent = 0
    for before, after in pairs:
        sort = _sort(before, after)
        if sort is not None:
            changes.append(Change(sort, _why(before, after), before, after))
        elif not _same(before.get("value"), after.get("value")):
            silent += 1
    changes += [Change(Sort.REMOVED, Why.TEXT, item, None) for item in gone]
    changes += [Change(Sort.ADDED, Why.TEXT, None, item) for item in come]
    order = list(Sort)
    changes.sort(key=lambda item: (order.index(item.sort), _line(item.entry)))
    return Erratum(tuple(changes), len(pairs), silent)


def changed_texts(old: str, new: str) -> tuple[tuple[int, str, str], ...]:
    """Passages of a narrative that differ: the line in the new text, the old and the new words."""
    before, after = old.splitlines(), new.splitlines()
    found = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            words = " ".join(before[i1:i2]).strip(), " ".join(after[j1:j2]).strip()
            if words[0] != words[1]:
                found.append((j1 + 1, *words))
    return tuple(found)


# ---- pairs


def _paired(
    old: Sequence[Entry], new: Sequence[Entry]
) -> tuple[list[tuple[Entry, Entry]], list[Entry], list[Entry]]:
    """Entries of both builds that belong together, and those of one alone.

    First by place and expression; then, where the author's text changed, by place and cell.
    """
    pairs: list[tuple[Entry, Entry]] = []
    for key in (_by_expression, _by_cell):
        left: dict[object, list[Entry]] = defaultdict(list)
        for entry in old:
            left[key(entry)].append(entry)
        rest: list[Entry] = []
        for entry in new:
            waiting = left[key(entry)]
            if waiting:
                pairs.append((waiting.pop(0), entry))
            else:
                rest.append(entry)
        old = [entry for waiting in left.values() for entry in waiting]
        new = rest
    return pairs, sorted(old, key=_line), sorted(new, key=_line)


def _by_expression(entry: Entry) -> object:
    expression = entry.get("expression")
    return entry.get("place"), entry.get("kind"), expression or _by_cell(entry)


def _by_cell(entry: Entry) -> object:
    held = entry.get("comparison")
    earlier = held.get("earlier") if isinstance(held, Mapping) else None
    return entry.get("place"), entry.get("kind"), entry.get("cell"), entry.get("unit"), earlier


def _line(entry: Entry) -> int:
    line = entry.get("line")
    return line if isinstance(line, int) else 0


# ---- what a change is, and why


def _sort(old: Entry, new: Entry) -> Sort | None:
    differ = old.get("text") != new.get("text")
    if _sign(old) * _sign(new) < 0 and (differ or _verdict(old) != _verdict(new)):
        return Sort.SIGN
    if _verdict(old) != _verdict(new):
        return Sort.SIGNIFICANCE
    if (old.get("flag") == "hidden") != (new.get("flag") == "hidden"):
        return Sort.HIDDEN
    if differ:
        return Sort.WORD if "word" in (old.get("kind"), new.get("kind")) else Sort.NUMBER
    return None if old.get("base") == new.get("base") else Sort.BASE


def _sign(entry: Entry) -> int:
    """The sign of a difference as it is printed; 0 of anything else."""
    value = entry.get("value")
    if not str(entry.get("unit", "")).endswith("_difference") or not isinstance(value, int | float):
        return 0
    text = str(entry.get("text", ""))
    shown = any(sign in "123456789" for sign in text)
    return (value > 0) - (value < 0) if shown else 0


def _verdict(entry: Entry) -> object:
    held = entry.get("comparison")
    verdict = held.get("verdict") if isinstance(held, Mapping) else None
    lead = entry.get("lead")
    return verdict, lead.get("significant") if isinstance(lead, Mapping) else None


def _why(old: Entry, new: Entry) -> Why:
    if old.get("cell") != new.get("cell") or old.get("expression") != new.get("expression"):
        return Why.TEXT
    if "published" in (old.get("source"), new.get("source")):
        return Why.SOURCE
    if old.get("n") != new.get("n") or old.get("base") != new.get("base"):
        return Why.DATA
    weighted = all(_same(old.get(key), new.get(key)) for key in ("base_weighted", "base_effective"))
    same = _same(old.get("value"), new.get("value"))
    if not weighted or (not same and old.get("n") is not None and _is_weighted(new)):
        return Why.WEIGHTS
    if same and old.get("value") is not None:
        return Why.ROUNDING
    return Why.DATA if not same else Why.UNKNOWN


def _is_weighted(entry: Entry) -> bool:
    return not _same(entry.get("base"), entry.get("base_weighted"))


def _same(first: object, second: object) -> bool:
    if isinstance(first, int | float) and isinstance(second, int | float):
        return isclose(first, second, rel_tol=1e-9, abs_tol=1e-12)
    return first == second
