"""Targets: published figures that invented answers must meet, and what they lean to.

`targets.csv` (docs/rehearsal.md) is read into `Target`s; limits are exact fractions, so that
"as printed, rounded half up" is decided without floating point.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction

from atbalss.exchange.delimited import read_table
from atbalss.problems import Place, Problem, problem
from atbalss.study.bases import code_list
from atbalss.study.codes import Missing
from atbalss.study.questionnaire import Questionnaire

SHARE, MEAN, COUNT = "share", "mean", "count"
MIN_SHARE, MAX_SHARE = "min_share", "max_share"
MIN_MEAN, MAX_MEAN = "min_mean", "max_mean"
MIN_ITEMS, ABOUT = "min_items", "about"
MEASURES = (
    SHARE,
    MEAN,
    COUNT,
    MIN_SHARE,
    MAX_SHARE,
    MIN_MEAN,
    MAX_MEAN,
    MIN_ITEMS,
    ABOUT,
)
FOLLOW, LEAVE, GUIDE = "follow", "leave", "guide"
CHOICES = (FOLLOW, LEAVE, GUIDE)
EACH_OTHER = "*"  # every substantive code of the question that has no share of its own
COLUMNS = (
    "question",
    "code",
    "measure",
    "value",
    "rounding",
    "among",
    "choice",
    "reason",
    "source",
)
_MEANS = (MEAN, MIN_MEAN, MAX_MEAN)
_DEFAULT_ROUNDING = {
    SHARE: Fraction(1, 2),
    MIN_SHARE: Fraction(1, 2),
    MAX_SHARE: Fraction(1, 2),
    MEAN: Fraction(1, 20),
    MIN_MEAN: Fraction(1, 20),
    MAX_MEAN: Fraction(1, 20),
}

Among = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """One figure to meet: shares in percent, means in scale points, counts in persons.

    `rounding` is half the printed step. `among` are (question, code or net) pairs that all hold.
    `choice` is follow (must hold), leave (printed, but contradicts others; `reason` says why) or
    guide (our own wish where nothing is printed). `row` is the row of the file.
    """

    question: str
    code: str
    measure: str
    value: Fraction
    rounding: Fraction = Fraction(0)
    among: Among = ()
    choice: str = FOLLOW
    reason: str = ""
    source: str = ""
    row: int | None = None

    @property
    def low(self) -> Fraction:
        """The smallest exact value that is printed so (belongs to the range)."""
        return self.value - self.rounding

    @property
    def high(self) -> Fraction:
        """The upper end of what is printed so; with rounding it does not belong to the range."""
        return self.value + self.rounding

    @property
    def is_mean(self) -> bool:
        """Whether it speaks of scale points."""
        return self.measure in _MEANS

    def words(self) -> str:
        """The target as a short address: `eaddress=no_need 98 (share, row 51)`."""
        code = f"={self.code}" if self.code else ""
        among = "".join(f" | {q}={c}" for q, c in self.among)
        value = f"{float(self.value):g}"
        row = f", {self.row}" if self.row is not None else ""
        return f"{self.question}{code}{among} {value} ({self.measure}{row})"


@dataclass(frozen=True, slots=True)
class Leaning:
    """What an answer leans to: `value` on a trait; without a code, `value` a scale point."""

    question: str
    code: str
    trait: str
    value: float


def read(
    text: str | bytes, questionnaire: Questionnaire, file: str = "targets.csv"
) -> tuple[tuple[Target, ...], list[Problem]]:
    """The targets of a `targets.csv`, and what is wrong with it, row by row."""
    table, found = read_table(text, file, COLUMNS[:4])
    targets: list[Target] = []
    for number, cells in enumerate(table.iter_rows(named=True), 2):
        row = {key: (cells.get(key) or "").strip() for key in COLUMNS}
        place = Place(file=file, row=number)
        target, problems = _target(row, place, questionnaire)
        found += problems
        if target is not None:
            targets.append(target)
    return tuple(targets), found


def read_leanings(
    text: str | bytes, questionnaire: Questionnaire, file: str = "leanings.csv"
) -> tuple[tuple[Leaning, ...], list[Problem]]:
    """The leanings of a `leanings.csv`, and what is wrong with it."""
    table, found = read_table(text, file, ("question", "code", "trait", "value"))
    leanings: list[Leaning] = []
    for number, cells in enumerate(table.iter_rows(named=True), 2):
        row = {key: (cells.get(key) or "").strip() for key in ("question", "code", "trait")}
        place = Place(file=file, row=number)
        value = _number(cells.get("value") or "")
        if value is None:
            found.append(problem("rehearsal-target-number", place, value=cells.get("value") or ""))
            continue
        faults = _names(row["question"], row["code"], place, questionnaire)
        found += faults
        if not faults:
            leanings.append(Leaning(row["question"], row["code"], row["trait"], float(value)))
    return tuple(leanings), found


def expand(targets: Iterable[Target], questionnaire: Questionnaire) -> tuple[Target, ...]:
    """The targets with `*` put as one target for each code that has no share of its own."""
    kept = tuple(targets)
    own = {(t.question, t.code) for t in kept if t.measure == SHARE and t.choice == FOLLOW}
    found: list[Target] = []
    for target in kept:
        if target.code != EACH_OTHER:
            found.append(target)
            continue
        codes = code_list(questionnaire.question(target.question))
        for code in codes.codes if codes is not None else ():
            if code.missing is None and (target.question, code.name) not in own:
                found.append(_with_code(target, code.name))
    return tuple(found)


def holds(target: Target, value: Fraction | None) -> bool:
    """Whether an exact value (percent, points, persons) is what the target prints, half up."""
    if value is None:
        return False
    if target.measure in (MIN_SHARE, MIN_MEAN, MIN_ITEMS):
        return value >= target.low
    below = value < target.high or (target.rounding == 0 and value == target.high)
    if target.measure in (MAX_SHARE, MAX_MEAN):
        return below
    return below and value >= target.low


def _with_code(target: Target, code: str) -> Target:
    return Target(
        target.question,
        code,
        target.measure,
        target.value,
        target.rounding,
        target.among,
        target.choice,
        target.reason,
        target.source,
        target.row,
    )


def _target(
    row: dict[str, str], place: Place, questionnaire: Questionnaire
) -> tuple[Target | None, list[Problem]]:
    measure, choice = row["measure"], row["choice"] or FOLLOW
    found: list[Problem] = []
    if measure not in MEASURES:
        known = ", ".join(MEASURES)
        found.append(problem("rehearsal-target-measure", place, measure=measure, known=known))
    if choice not in CHOICES:
        known = ", ".join(CHOICES)
        found.append(problem("rehearsal-target-choice", place, choice=choice, known=known))
    if choice == LEAVE and not row["reason"]:
        found.append(problem("rehearsal-target-no-reason", place))
    value = _number(row["value"])
    rounding = _number(row["rounding"]) if row["rounding"] else _DEFAULT_ROUNDING.get(measure)
    for cell, number in ((row["value"], value), (row["rounding"], rounding or Fraction(0))):
        if number is None:
            found.append(problem("rehearsal-target-number", place, value=cell))
    among, problems = _among(row["among"], place, questionnaire)
    found += problems + _names(row["question"], row["code"], place, questionnaire)
    if not found and measure in _MEANS and not _has_scores(row["question"], questionnaire):
        found.append(problem("rehearsal-target-no-scale", place, question=row["question"]))
    if found or value is None:
        return None, found
    target = Target(
        question=row["question"],
        code=row["code"],
        measure=measure,
        value=value,
        rounding=rounding or Fraction(0),
        among=among,
        choice=GUIDE if measure == ABOUT else choice,
        reason=row["reason"],
        source=row["source"],
        row=place.row,
    )
    return target, []


def _among(cell: str, place: Place, questionnaire: Questionnaire) -> tuple[Among, list[Problem]]:
    pairs: list[tuple[str, str]] = []
    found: list[Problem] = []
    for part in cell.split():
        question, _, code = part.partition("=")
        found += _names(question, code, place, questionnaire)
        pairs.append((question, code))
    return tuple(pairs), found


def _names(question: str, code: str, place: Place, questionnaire: Questionnaire) -> list[Problem]:
    if question in questionnaire.grids and not code:
        return []
    known = questionnaire.by_name.get(question)
    if known is None:
        close = get_close_matches(question, list(questionnaire.by_name), n=1)
        hint = close[0] if close else "–"
        return [problem("rehearsal-target-question", place, question=question, close=hint)]
    codes = code_list(known)
    names = [*codes.names, *(net.name for net in codes.nets)] if codes is not None else []
    if code and code != EACH_OTHER and code not in names:
        close = get_close_matches(code, names, n=1)
        hint = close[0] if close else "–"
        return [problem("rehearsal-target-code", place, question=question, name=code, close=hint)]
    return []


def _has_scores(name: str, questionnaire: Questionnaire) -> bool:
    items = questionnaire.grids.get(name) or (questionnaire.question(name),)
    return all(
        item.codes is not None
        and any(code.score is not None and code.missing is None for code in item.codes.codes)
        for item in items
    )


def _number(cell: str) -> Fraction | None:
    try:
        return Fraction(cell.strip().replace(",", ".").lstrip("+"))
    except (ValueError, ZeroDivisionError):
        return None


def substantive(missing: Missing | None, dk_in_base: bool) -> bool:
    """Whether an answer with this missing code stays in the base of shares."""
    return missing is None or (missing is Missing.DONT_KNOW and dk_in_base)
