"""The document model: what a report says, without how it looks. Renderers place, never compute."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atbalss.report.banner_print import PrintedTable

# ---- inlines


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text."""

    text: str
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised or strong text."""

    items: tuple[Inline, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class BoundText:
    """Text computed from a cell: a bound number or a bound word.

    `text` is what is printed; `number_id` points into `numbers.json` (`Document.numbers`); `detail`
    is base, interval and test in words, for hover, focus and screen readers.
    """

    text: str
    number_id: str
    detail: str = ""
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a figure, table or annex by label; `text` is its number in words."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside the document."""

    items: tuple[Inline, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote at this place."""

    items: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break within a paragraph."""


Inline = Words | Emphasis | BoundText | Reference | Link | Footnote | LineBreak

# ---- figures


class Form(StrEnum):
    """The form of a chart."""

    BARS = "bars"  # one series, one bar a category
    GROUPED = "grouped"  # several series side by side (waves, items)
    STACKED = "stacked"  # parts of a whole, one stacked bar a category (wave, item)
    LINE = "line"  # means or shares over waves
    PANELS = "panels"  # small blocks of bars, one a question (the sample)
    DIFFERENCES = "differences"  # groups: difference from the rest, with interval, around zero
    FUNNEL = "funnel"  # units by size, with the limits of chance
    CONTROL = "control"  # periods in order, with control limits


@dataclass(frozen=True, slots=True)
class Point:
    """One mark of a chart: exact value (share 0..1 or mean), printed label, interval, id."""

    value: float | None
    label: str
    low: float | None = None
    high: float | None = None
    number_id: str = ""
    mark: str = ""  # "*" small base, "n" published without n, ... explained in the notes


STANDARD = "standard"  # the role of a series of standardised waves: drawn dashed


@dataclass(frozen=True, slots=True)
class Series:
    """A series: its name, its role for colour, and a point for each category."""

    name: str
    points: tuple[Point, ...]
    role: str = ""  # "current", "past", "band:<i>/<k>", "missing", "other", STANDARD: by meaning


@dataclass(frozen=True, slots=True)
class Curve:
    """A line that is no series: its name, its points (x, value), its role: inner, outer, centre."""

    name: str
    points: tuple[tuple[float, float], ...]
    role: str


@dataclass(frozen=True, slots=True)
class FigureModel:
    """The neutral model of a chart: categories x series, in printed order."""

    form: Form
    unit: str  # "share" or "mean"
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    maximum: float | None = None  # top of the value axis, where the scale fixes it
    minimum: float = 0.0
    panels: tuple[tuple[str, int], ...] = ()  # PANELS: (title, number of its categories) in order
    category_notes: tuple[str, ...] = ()  # e.g. "n = 51" by category
    quiet: tuple[int, ...] = ()  # places of categories drawn paler: "Cits", "Grūti pateikt"
    positions: tuple[float, ...] = ()  # FUNNEL, CONTROL: where each category stands from the left
    curves: tuple[Curve, ...] = ()  # FUNNEL, CONTROL: limits and the overall value
    marked: tuple[int, ...] = ()  # places of categories that stand out
    axis: tuple[str, ...] = ()  # words of the axis: its title, or what its two sides mean

    @property
    def is_empty(self) -> bool:
        """Whether no value at all may be shown: then there is no chart, and its place says why."""
        return not any(point.value is not None for item in self.series for point in item.points)


# ---- blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter. `number` is "" where headings are not numbered."""

    level: int
    items: tuple[Inline, ...]
    anchor: str
    number: str = ""
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    items: tuple[Inline, ...]
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bullet or numbered list."""

    entries: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """What respondents said, word for word; `invented` when made up. Texts are hostile: escape."""

    title: str
    texts: tuple[str, ...]
    note: str = ""
    lang: str = ""  # of the texts, where it is not the document's
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell of a printed table: text, its number's id, and whether it is a row header."""

    text: str
    number_id: str = ""
    header: bool = False
    numeric: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of numbers or of facts. `header` may be empty for a two-column table of facts."""

    header: tuple[CellText, ...]
    rows: tuple[tuple[CellText, ...], ...]
    caption: str = ""
    label: str = ""  # "1. tabula"; "" for a table without number
    anchor: str = ""
    notes: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()  # relative column widths
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class BannerPart:
    """Some columns of a banner table: header rows of (text, columns, header rows), and rows."""

    heads: tuple[tuple[tuple[str, int, int], ...], ...]
    table: PrintedTable


@dataclass(frozen=True, slots=True)
class WideTable:
    """A banner table: whole for a page that scrolls, in parts that fit for one that does not."""

    table: PrintedTable
    parts: tuple[BannerPart, ...]
    caption: str
    label: str
    anchor: str
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A numbered figure: chart, caption, finding (alt text), data table, notes on bases."""

    anchor: str
    label: str  # "2. attēls"
    caption: str
    alt: str
    model: FigureModel
    data: DataTable
    wording: str  # the question as asked
    base: str  # base in words with n
    notes: tuple[str, ...] = ()
    asked: int = 1  # how many questions `wording` holds
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class Callout:
    """A box: a warning such as "atdarināti dati", or the key findings."""

    kind: str  # "invented", "note", "key"
    title: str
    blocks: tuple[Block, ...]
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms and what they mean: the glossary."""

    entries: tuple[tuple[str, str], ...]
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class KeyNumbers:
    """A row of big numbers with what they say: (number, words)."""

    entries: tuple[tuple[BoundText, str], ...]
    line: int = field(default=0, compare=False)  # of the source, 0 where it has none


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a page."""


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Quotations
    | DataTable
    | WideTable
    | FigureBlock
    | Callout
    | Definitions
    | KeyNumbers
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `numbers` is what `numbers.json` holds, by number id."""

    lang: str
    title: str
    subtitle: str
    period: str
    commissioner: str
    conductor: str
    date: str  # ISO date printed and stamped into the files
    blocks: tuple[Block, ...]
    invented: bool = False
    invented_words: str = ""  # "atdarināti dati": in the head of every page
    description: str = ""
    keywords: tuple[str, ...] = ()
    fingerprint: str = ""  # of everything the report was made from
    numbers: dict[str, dict[str, object]] = field(default_factory=dict, hash=False)
    phrases: dict[str, str] = field(default_factory=dict, hash=False)  # fixed words in `lang`
    state: str = ""  # "draft", "approved", or "" where nobody said
    embargo: str = ""  # ISO date before which nothing of it may be published
    contact: tuple[str, ...] = ()  # of a press release: who answers questions, a line each
