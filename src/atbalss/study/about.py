"""What a study says of itself: `study.yaml` as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from atbalss.study.texts import NO_TEXT, Text
from atbalss.study.waves import Wave

# The eleven items of the AAPOR Transparency Initiative and Disclosure Standards (April 2021)
DISCLOSURE = (
    "strategy",
    "sponsor",
    "instrument",
    "population",
    "recruitment",
    "mode",
    "dates",
    "sizes",
    "weighting",
    "processing",
    "limitations",
)


class SampleKind(StrEnum):
    """How respondents came into the sample: it decides how precision may be worded."""

    SELF_SELECTED = "self_selected"
    PROBABILITY = "probability"


class SmallRows(StrEnum):
    """What happens to rows of one or two persons in what is published."""

    FOLD = "fold"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class TableRules:
    """Table defaults of a study. Limits count persons; `margin` is a share, 0.05 = 5 points."""

    hide_under: int = 30
    mark_under: int = 100
    small_rows: SmallRows = SmallRows.FOLD
    small_rows_reason: Text = NO_TEXT
    margin: float = 0.05
    mean_margin: float = 0.5
    confidence: float = 0.95
    complementary: bool = True  # no: only small bases are hidden; subtraction may undo it


class Format(StrEnum):
    """A format that a report is written in."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"


class Charts(StrEnum):
    """How charts stand in Office files: native, to be edited there, or as pictures."""

    NATIVE = "native"
    PICTURE = "picture"


class State(StrEnum):
    """How far a report has come; a draft says so across each page."""

    UNSTATED = ""
    DRAFT = "draft"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Publication:
    """How a report is given out; nothing of it may be published before `embargo`."""

    formats: tuple[Format, ...] = (Format.PDF, Format.HTML)
    charts: Charts = Charts.NATIVE
    state: State = State.UNSTATED
    embargo: date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    term: Text
    meaning: Text


@dataclass(frozen=True)
class Study:
    """A study's own description. `langs` and `waves` in order: default first, oldest first."""

    name: str
    title: Text
    langs: tuple[str, ...]
    wave: str
    waves: tuple[Wave, ...]
    subtitle: Text = NO_TEXT
    commissioner: Text = NO_TEXT
    conductor: Text = NO_TEXT
    aim: Text = NO_TEXT
    target_group: Text = NO_TEXT
    sampling: Text = NO_TEXT
    mode: Text = NO_TEXT
    sample_kind: SampleKind = SampleKind.SELF_SELECTED
    published: date | None = None
    rules: TableRules = TableRules()
    glossary: tuple[Term, ...] = ()
    disclosure: Mapping[str, Text] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    publication: Publication = Publication()

    def wave_named(self, name: str) -> Wave:
        """The wave called `name`; KeyError if there is none."""
        for wave in self.waves:
            if wave.name == name:
                return wave
        raise KeyError(name)

    def is_earlier(self, wave: str, than: str) -> bool:
        """Whether one wave was before another; False for unknown ones."""
        names = [item.name for item in self.waves]
        return {wave, than} <= set(names) and names.index(wave) < names.index(than)

    @property
    def current(self) -> Wave:
        """The wave that the report is about."""
        return self.wave_named(self.wave)
