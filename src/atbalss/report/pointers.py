"""References of the report language: to a figure, a table, an annex."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from atbalss.problems import Refused, problem
from atbalss.report.bind import Pointer
from atbalss.report.filters import Filters
from atbalss.report.phrases import numbered
from atbalss.report.words import capital


@dataclass(kw_only=True)
class Pointers(Filters):
    """Filters and references; `labels` maps fig, tab, annex ids to numbers."""

    labels: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    referred: set[tuple[str, str]] = field(default_factory=set)

    def fig(self, id: str, case: str = "nom", capital: bool = False) -> Pointer:
        """A reference to a figure."""
        return self._pointer("fig", id, case, capital)

    def tab(self, id: str, case: str = "nom", capital: bool = False) -> Pointer:
        """A reference to a table."""
        return self._pointer("tab", id, case, capital)

    def annex(self, id: str, case: str = "nom", capital: bool = False) -> Pointer:
        """A reference to an annex."""
        return self._pointer("annex", id, case, capital)

    def _pointer(self, kind: str, name: str, case: str, large: bool) -> Pointer:
        known = self.labels.get(kind, {})
        if name not in known:
            near = get_close_matches(name, known, 3, 0.4) or sorted(known)
            raise Refused(
                [
                    problem(
                        "report-unknown-label",
                        id=name,
                        kind=f"{kind}()",
                        known=", ".join(near) or "–",
                    )
                ]
            )
        self.referred.add((kind, name))
        text = numbered(kind, known[name], self.lang, self._case(case))
        return Pointer(f"{kind}-{name}", capital(text) if large else text)
