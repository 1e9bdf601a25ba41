"""What an author asks of a figure or a table: the fences of `report.<lang>.md` as values."""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.report.document import Form


@dataclass(frozen=True, slots=True)
class Among:
    """One column or category that is a part of the respondents: those with `question` = `code`."""

    question: str
    code: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A figure or table as asked for. Empty tuples mean "all"; `line` is where it stands."""

    id: str
    questions: tuple[str, ...]  # one, several, or the items of a grid
    form: Form = Form.BARS
    grid: str = ""
    measure: str = "share"  # or "mean"
    codes: tuple[str, ...] = ()  # codes, nets or bands, in this order
    waves: tuple[str, ...] = ()
    by_wave: bool = False
    bands: bool = False
    nets: bool = False
    among: tuple[Among, ...] = ()
    min_share: float = 0.0  # 0..1
    caption: str = ""
    finding: str = ""
    is_table: bool = False  # a printed table rather than a chart
    standardise: tuple[str, ...] = ()  # past waves as if made up as the current one by these
    compare: bool = True  # its wave differences enter the family of tests
    line: int = 0


@dataclass(frozen=True, slots=True)
class LookSpec:
    """A ```differs, ```funnel or ```control block as asked for; `line` is where it stands.

    `by` are grouping questions (differs), the unit (funnel) or the time (control, "" for waves);
    `says` is the author's clause in place of the answer's label; `labels` his words for groups.
    """

    kind: str
    id: str
    question: str
    code: str = ""
    by: tuple[str, ...] = ()
    nets: bool = False
    adjust: str = "holm"
    every: str = ""
    wave: str = ""
    says: str = ""
    labels: tuple[Among, ...] = ()
    lower: bool = False
    has_table: bool = False
    line: int = 0
