"""What a format cannot carry: each loss is a problem, said for its question and never silent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from atbalss.problems import Place, Problem, problem

SHOWN = 10  # losses of one kind told one by one; the rest are counted


@dataclass
class Losses:
    """Gathers losses while a file is written or read; `problems` tells them, each kind shortly."""

    file: str
    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, column: str = "", **args: object) -> None:
        """Declare a loss: `code` without its prefix `exchange-lost-`, the question or variable."""
        place = Place(self.file, column=column)
        self.found.append(problem(f"exchange-lost-{code}", place, **args))

    @property
    def problems(self) -> list[Problem]:
        """The losses in order; of each kind at most SHOWN, then how many more there are."""
        seen: Counter[str] = Counter()
        told = []
        for item in self.found:
            seen[item.code] += 1
            if seen[item.code] <= SHOWN:
                told.append(item)
        for code, count in seen.items():
            if count > SHOWN:
                more = problem(
                    "exchange-lost-more", Place(self.file), count=count - SHOWN, kind=code
                )
                told.append(more)
        return told


def cut(text: str, most: int) -> str:
    """A text cut to at most so many bytes of UTF-8, whole characters only."""
    raw = text.encode()
    return text if len(raw) <= most else raw[:most].decode(errors="ignore")
