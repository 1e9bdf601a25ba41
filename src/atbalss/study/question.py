"""Questions and groups, as the questionnaire holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from atbalss.problems import Place
from atbalss.study.codes import CodeList
from atbalss.study.rules import Rule
from atbalss.study.texts import NO_TEXT, Text


class Kind(StrEnum):
    """What kind of answer a question takes."""

    SINGLE = "select_one"
    MULTIPLE = "select_multiple"
    INTEGER = "integer"
    DECIMAL = "decimal"
    RANGE = "range"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    DATETIME = "dateTime"
    NOTE = "note"
    ACKNOWLEDGE = "acknowledge"
    CALCULATE = "calculate"
    META = "meta"  # start, end, today, deviceid and the like: filled by the machine


class Role(StrEnum):
    """What a question is for in the study."""

    NORMAL = ""
    SCREENING = "screening"
    DEMOGRAPHIC = "demographic"
    OTHER_TEXT = "other_text"  # the text behind an option "Cits"
    SAMPLE = "sample"  # known from the sample, not asked


ASKED_KINDS = frozenset(Kind) - {Kind.CALCULATE, Kind.META}
ANSWER_KINDS = ASKED_KINDS - {Kind.NOTE}
CHOICE_KINDS = frozenset({Kind.SINGLE, Kind.MULTIPLE})
NUMBER_KINDS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.RANGE})


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range question's start, end and step."""

    start: float
    end: float
    step: float


@dataclass(frozen=True, slots=True)
class Question:
    """One row of the survey sheet. `asked_of` joins its own and its groups' relevance.

    `codes` is set for choices; `frame` is the code frame of an open question (its coded answers
    are multiple response). `dk_in_base` and `dk_note` say whether "hard to say" stays in the base.
    `source` names the variables of a data file that hold it, where they are not called as it is.
    """

    name: str
    kind: Kind
    label: Text = NO_TEXT
    short_label: Text = NO_TEXT
    hint: Text = NO_TEXT
    codes: CodeList | None = None
    frame: CodeList | None = None
    relevant: Rule | None = None
    asked_of: Rule | None = None
    required: Rule | None = None
    required_message: Text = NO_TEXT
    constraint: Rule | None = None
    constraint_message: Text = NO_TEXT
    soft_constraint: Rule | None = None
    soft_message: Text = NO_TEXT
    calculation: Rule | None = None
    default: Rule | None = None
    choice_filter: Rule | None = None
    bounds: Bounds | None = None
    appearance: str = ""
    randomize: bool = False
    seed: Rule | None = None
    read_only: bool = False
    role: Role = Role.NORMAL
    dk_in_base: bool = True
    read_aloud: bool = True
    scale_low: Text = NO_TEXT
    scale_high: Text = NO_TEXT
    interviewer_note: Text = NO_TEXT
    probe: Text = NO_TEXT
    source: tuple[str, ...] = ()
    meta: str = ""  # for META: which of start, end, today, ...
    groups: tuple[str, ...] = ()
    grid: str = ""  # name of the grid (table-list or list-nolabel group) it is an item of
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Group:
    """A begin_group ... end_group: a page (field-list), a grid (table-list) or a chapter."""

    name: str
    items: tuple[Item, ...]
    label: Text = NO_TEXT
    short_label: Text = NO_TEXT
    relevant: Rule | None = None
    appearance: str = ""
    is_page: bool = False
    is_grid: bool = False
    place: Place = field(default_factory=Place)


Item = Question | Group
