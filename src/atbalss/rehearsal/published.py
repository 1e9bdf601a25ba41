"""Published figures against the numbers of the built report, row by row.

`published_figures.csv` holds what was read out of a printed report; `published_reading.csv` says
which number of the study a row is, where variable and category are not simply question and code.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from atbalss.problems import Refused
from atbalss.rehearsal.targets import LEAVE, Target
from atbalss.study.about import Study
from atbalss.study.bases import code_list
from atbalss.study.codes import CodeRole
from atbalss.study.decimals import half_up
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.cells import Cells
from atbalss.tables.demand import Demand
from atbalss.tables.result import Number, Unit

Among = tuple[tuple[str, str], ...]
MEASURES = ("share", "mean", "diff", "count")
_PAST = re.compile(r"pret (\d{4})")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `published_figures.csv`; `number` is its row in the file."""

    number: int
    variable: str
    category: str
    label: str
    wave: str
    measure: str
    value: str
    note: str = ""
    source: str = ""

    @property
    def past(self) -> str:
        """The wave that a difference is taken against, as its base note says."""
        found = _PAST.search(self.note)
        return found.group(1) if found else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Which number of the study a row is: a kind (`share`, `band_low`, ...) and its cell."""

    kind: str
    question: str = ""
    code: str = ""
    among: Among = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether the report meets a row within rounding, its own value as printed, and if not why."""

    row: Row
    met: bool
    ours: str
    why: str = ""


@dataclass(frozen=True)
class Comparison:
    """All outcomes of one comparison, in the file's order."""

    outcomes: tuple[Outcome, ...] = field(default=())

    def by_measure(self) -> dict[str, tuple[int, int]]:
        """Rows met and rows compared, by measure."""
        found: dict[str, tuple[int, int]] = {}
        for measure in dict.fromkeys((*MEASURES, *(o.row.measure for o in self.outcomes))):
            own = [o for o in self.outcomes if o.row.measure == measure]
            if own:
                found[measure] = (sum(o.met for o in own), len(own))
        return found

    def as_json(self) -> dict[str, object]:
        """The comparison as plain values: totals, by measure, and every row not met."""
        return {
            "rows": len(self.outcomes),
            "met": sum(o.met for o in self.outcomes),
            "by_measure": {
                measure: {"met": met, "rows": rows}
                for measure, (met, rows) in self.by_measure().items()
            },
            "not_met": [
                {
                    "row": o.row.number,
                    "variable": o.row.variable,
                    "category": o.row.category,
                    "measure": o.row.measure,
                    "printed": o.row.value,
                    "ours": o.ours,
                    "why": o.why,
                }
                for o in self.outcomes
                if not o.met
            ],
        }


def read_rows(text: str, wave: str, source: str | None = None) -> tuple[Row, ...]:
    """The rows of `published_figures.csv` of one wave, of `source` (default: named as the wave)."""
    wanted = wave if source is None else source
    return tuple(
        Row(
            number,
            cells["variable"],
            cells["category"],
            cells["label_lv"],
            cells["wave"],
            cells["measure"],
            cells["value"],
            cells.get("base_note", ""),
            cells.get("source", ""),
        )
        for number, cells in enumerate(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))), 2)
        if cells["wave"] == wave and cells.get("source", wanted) == wanted
    )


def read_readings(text: str) -> dict[tuple[str, str], Reading]:
    """The rows of `published_reading.csv`, by variable and category."""
    return {
        (cells["variable"], cells["category"]): _reading(cells["reads"])
        for cells in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    }


def demand(rows: Iterable[Row], readings: Mapping[tuple[str, str], Reading]) -> Demand:
    """What the tables must count for these rows: the filters of crossed ones."""
    amongs = {_read_as(row, readings).among for row in rows}
    return Demand(amongs=frozenset(item for item in amongs if item))


def compare(
    rows: Sequence[Row],
    cells: Cells,
    study: Study,
    questionnaire: Questionnaire,
    readings: Mapping[tuple[str, str], Reading] | None = None,
    targets: Sequence[Target] = (),
) -> Comparison:
    """Every row with whether the study's numbers print the same, half up, and why not.

    `targets` give the reasons of figures that were left because they contradict others.
    """
    book = _Book(cells, study, questionnaire, readings or {}, rows)
    reasons = {
        number: target.reason
        for target in targets
        if target.choice == LEAVE
        for number in target.source.split()
    }
    return Comparison(tuple(book.outcome(row, reasons.get(str(row.number), "")) for row in rows))


def _reading(words: str) -> Reading:
    kind, *rest = words.split()
    pairs = [tuple(part.partition("=")[::2]) for part in rest]
    if not pairs:
        return Reading(kind)
    question, code = pairs[0]
    if code:
        return Reading(kind, question, code, tuple((q, c) for q, c in pairs[1:]))
    return Reading(kind, question, more=tuple(q for q, _ in pairs[1:]))


def _read_as(row: Row, readings: Mapping[tuple[str, str], Reading]) -> Reading:
    found = readings.get((row.variable, row.category))
    return found or Reading("share", row.variable, row.category)


@dataclass
class _Book:
    """What rows are looked up in."""

    cells: Cells
    study: Study
    questionnaire: Questionnaire
    readings: Mapping[tuple[str, str], Reading]
    rows: Sequence[Row]

    def outcome(self, row: Row, reason: str) -> Outcome:
        """One row against the study."""
        reading = _read_as(row, self.readings)
        try:
            if reading.kind in ("share", "mean"):
                return self._number(row, reading, reason)
            return self._fact(row, reading)
        except Refused as refused:
            return Outcome(row, False, "–", refused.problems[0].sentence())

    def _number(self, row: Row, reading: Reading, reason: str) -> Outcome:
        value = self._value(reading, row.wave)
        if value is None:
            return Outcome(row, False, "–", reason or "Tādas vērtības pārskatā nav.")
        if row.measure == "diff":
            past = self._value(reading, row.past) if row.past else None
            if past is None:
                why = (
                    f"{row.past or '?'}. gada vērtība nav iespiesta, tāpēc starpību nevar rēķināt."
                )
                return Outcome(row, False, "–", reason or why)
            value -= past
        digits = len(row.value.partition(".")[2])
        ours = _printed(value, digits, signed=row.measure == "diff")
        met = Fraction(ours) == Fraction(row.value)
        return Outcome(row, met, ours, "" if met else reason or "Sastādītajās atbildēs ir citādi.")

    def _value(self, reading: Reading, wave: str) -> Fraction | None:
        """Percent or points, exact as far as the counts are known."""
        if wave not in {item.name for item in self.study.waves}:
            return None
        if reading.kind == "mean":
            number = self.cells.mean(reading.question, wave, reading.among)
        else:
            number = self.cells.share(reading.question, reading.code, wave, reading.among)
        return _exact(number)

    def _fact(self, row: Row, reading: Reading) -> Outcome:
        """A row that is no result: a date, the ends of a scale or band, how many there are."""
        kind, question = reading.kind, reading.question
        if kind in ("start", "end"):
            day = self.study.wave_named(row.wave)
            ours = str(day.start if kind == "start" else day.end)
            return self._told(row, ours, ours == row.value)
        if kind == "number_in_label":
            ours = self._label(question, reading.code)
            return self._told(row, ours, row.value in re.findall(r"\d+", ours))
        if kind == "items_above":
            number = sum(self.cells.n_distinct(name) for name in (question, *reading.more))
            return self._told(row, str(number), number > int(row.value))
        if kind == "others_under":
            code, largest = self._largest_other(question)
            percent = f"{float(largest):.1f} ({code})"
            return self._told(row, percent, largest < int(row.value))
        count = self._count(kind, reading)
        return self._told(row, str(count), str(count) == row.value)

    def _count(self, kind: str, reading: Reading) -> int | None:
        if kind == "interviews":
            value = self.cells.base().value
            return None if value is None else int(value)
        items = self.questionnaire.grids.get(reading.question)
        if kind == "grid_items":
            return len(items or ())
        question = items[0] if items else self.questionnaire.question(reading.question)
        scores = [
            code.score
            for code in (question.codes.codes if question.codes is not None else ())
            if code.score is not None and (not reading.code or code.band == reading.code)
        ]
        if not scores:
            return None
        return int(min(scores) if kind in ("scale_min", "band_low") else max(scores))

    def _label(self, question: str, name: str) -> str:
        codes = code_list(self.questionnaire.question(question))
        if codes is None:
            return ""
        found = codes.code(name) if codes.has(name) else codes.net(name)
        return found.label.get(self.questionnaire.langs[0])

    def _largest_other(self, question: str) -> tuple[str, Fraction]:
        """The largest substantive code that no row of its own names."""
        named = {row.category for row in self.rows if row.variable == question}
        codes = code_list(self.questionnaire.question(question))
        shares = [
            (_exact(self.cells.share(question, code.name)) or Fraction(0), code.name)
            for code in (codes.codes if codes is not None else ())
            if code.name not in named and code.missing is None and code.role is CodeRole.NORMAL
        ]
        largest, name = max(shares)
        return name, largest

    @staticmethod
    def _told(row: Row, ours: str, met: bool) -> Outcome:
        return Outcome(row, met, ours, "" if met else "Anketā vai aprakstā ir citādi.")


def _exact(number: Number) -> Fraction | None:
    """Percent or points; of a share of unweighted answers the exact fraction of its counts."""
    if number.value is None:
        return None
    scale = 100 if number.unit is Unit.SHARE else 1
    unweighted = number.base is not None and number.base_weighted in (None, number.base)
    if number.unit is Unit.SHARE and number.n is not None and number.base and unweighted:
        return Fraction(100 * number.n, number.base)
    return Fraction(number.value * scale).limit_denominator(10**7)


def _printed(value: Fraction, digits: int, *, signed: bool) -> str:
    """A value as the report prints it, written as the file writes values."""
    shown = half_up(float(value), digits)
    words = f"{shown:f}"
    return f"+{words}" if signed and shown > 0 else words
