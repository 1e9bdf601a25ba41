"""`design:` and `weighting:` of study.yaml, and `weighting.csv`: the sample and its weights."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from pathlib import Path

from atbalss.answers.carried import MARK, NOTHING, Carried
from atbalss.folder.fields import Fields
from atbalss.folder.margins import FILE as TARGETS
from atbalss.folder.margins import margins_of, rows_of
from atbalss.folder.yaml_tree import Branch, read
from atbalss.problems import Problem, problem
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire
from atbalss.weights.design import SIMPLE, Design, Replication
from atbalss.weights.targets import (
    Bound,
    Margin,
    Method,
    Rest,
    Trim,
    Trimming,
    Weighting,
)

FILE = "study.yaml"
DESIGN_KEYS = ["strata", "clusters", "population", "replicates"]
REPLICATE_KEYS = ["columns", "method", "scale", "rscales"]
WEIGHTING_KEYS = [
    "method", "base", "targets", "missing", "uncovered", "trim", "waves", "sum",
]  # fmt: skip
TRIM_KEYS = ["low", "high", "of", "when"]
_ASKED = re.compile(r"^(design|weighting)\s*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """How the sample was drawn and is weighted, and the columns of answers that say so."""

    design: Design = SIMPLE
    weighting: Weighting | None = None
    carried: Carried = NOTHING


PLAIN = Sample()


def read_sample(
    text: str, path: Path, study: Study, questionnaire: Questionnaire
) -> tuple[Sample, list[Problem]]:
    """What `study.yaml` (its text) and `weighting.csv` in `path` say of the sample."""
    file = path / TARGETS
    if not _ASKED.search(text) and not file.is_file():
        return PLAIN, []
    tree, found = read(text, FILE)
    if not isinstance(tree, Branch):
        return PLAIN, []  # told when the study was read
    found = []
    top = Fields(tree, FILE, study.langs, found)
    design, labels, numbers = _design(top, questionnaire)
    before = len(found)
    rows = rows_of(file, found) if file.is_file() else ()
    weighting = _weighting(top, rows, study, questionnaire, has_file=file.is_file())
    if len(found) > before:
        weighting = None
    if weighting is not None and weighting.base.startswith(MARK):
        numbers = (*numbers, weighting.base.removeprefix(MARK))
    return Sample(design, weighting, Carried(labels, tuple(dict.fromkeys(numbers)))), found


# ---- design


def _design(
    top: Fields, questionnaire: Questionnaire
) -> tuple[Design, tuple[str, ...], tuple[str, ...]]:
    """The design by the frame's columns, and the columns of labels and numbers it carries."""
    part = top.part("design")
    if part is None:
        return SIMPLE, (), ()
    part.known(DESIGN_KEYS)
    labels = [part.word("strata"), part.word("clusters")]
    population = part.word("population")
    columns: tuple[str, ...] = ()
    method: Replication | None = None
    scale: float | None = None
    rscales: tuple[float, ...] = ()
    inner = part.part("replicates")
    if inner is not None:
        inner.known(REPLICATE_KEYS)
        columns = inner.words("columns")
        method = inner.choice("method", Replication, Replication.JK1)
        if inner.branch.get("scale") is not None:
            scale = inner.number("scale", 1.0, 0, inf)
        rscales = _numbers(inner, "rscales")
    try:
        design = Design(
            _column(labels[0], questionnaire),
            _column(labels[1], questionnaire),
            _column(population, questionnaire),
            tuple(_column(name, questionnaire) for name in columns),
            method,
            scale,
            rscales,
        )
    except ValueError as error:
        part.problems.append(problem("weights-design", part.place(), why=error))
        return SIMPLE, (), ()
    own = tuple(name for name in labels if name and name not in questionnaire.by_name)
    counted = tuple(n for n in (population, *columns) if n and n not in questionnaire.by_name)
    return design, own, counted


def _column(name: str, questionnaire: Questionnaire) -> str:
    """A column's name in a frame: a question's own, else behind the mark."""
    return name if not name or name in questionnaire.by_name else MARK + name


def _numbers(part: Fields, key: str) -> tuple[float, ...]:
    found = []
    for word in part.words(key):
        try:
            found.append(float(word))
        except ValueError:
            args = {"key": key, "low": "0", "high": "∞"}
            place = part.place(part.branch.get(key))
            part.problems.append(problem("folder-number", place, **args))
    return tuple(found)


# ---- weighting


def _weighting(
    top: Fields,
    rows: tuple[Margin, ...],
    study: Study,
    questionnaire: Questionnaire,
    *,
    has_file: bool,
) -> Weighting | None:
    part = top.part("weighting")
    if part is None and not has_file:
        return None
    part = part or Fields(Branch((), 1), TARGETS, study.langs, top.problems)
    part.known(WEIGHTING_KEYS)
    before = len(top.problems)
    margins = (*margins_of(part, questionnaire), *rows)
    base = part.word("base")
    method = part.choice("method", Method, Method.RAKE if margins else Method.NONE)
    waves = part.words("waves")
    _check(part, study, margins, method, base, waves)
    to_population = part.word("sum", "interviews") == "population"
    if part.word("sum", "interviews") not in ("interviews", "population"):
        place = part.place(part.branch.get("sum"))
        values = "interviews, population"
        top.problems.append(problem("folder-choice", place, key="sum", values=values))
    if to_population and not any(item.is_count for item in margins):
        place = part.place(part.branch.get("sum"))
        top.problems.append(problem("weights-population", place))
    missing = part.choice("missing", Rest, Rest.KEEP)
    uncovered = part.choice("uncovered", Rest, Rest.REFUSE)
    trim = _trim(part)
    if len(top.problems) > before:
        return None
    return Weighting(
        method=method,
        margins=margins,
        base=_column(base, questionnaire),
        missing=missing,
        uncovered=uncovered,
        trim=trim,
        waves=waves,
        to_population=to_population,
    )


def _check(
    part: Fields,
    study: Study,
    margins: tuple[Margin, ...],
    method: Method,
    base: str,
    waves: tuple[str, ...],
) -> None:
    """What cannot be together: no targets, a method that does not fit them, unknown waves."""
    found = part.problems
    if not margins and (not base or method is not Method.NONE):
        found.append(problem("weights-no-targets", part.place()))
    if margins and method is Method.NONE:
        place = part.place(part.branch.get("method"))
        found.append(problem("folder-choice", place, key="method", values="rake, post_stratify"))
    answered = [wave.name for wave in study.waves if wave.has_answers]
    for wave in dict.fromkeys((*waves, *(item.wave for item in margins if item.wave))):
        if wave not in answered:
            known = ", ".join(answered) or "–"
            found.append(problem("weights-unknown-wave", part.place(), wave=wave, known=known))
    seen: set[tuple[frozenset[str], str]] = set()
    for item in margins:
        key = frozenset(item.questions), item.wave
        if key in seen:
            words = " × ".join(item.questions)
            found.append(problem("weights-margin-twice", item.place, question=words))
        seen.add(key)
    if method is Method.POST_STRATIFY:
        for wave in answered:
            probe = [item for item in margins if item.wave in ("", wave)]
            if len({frozenset(item.questions) for item in probe}) > 1:
                found.append(problem("weights-two-margins", part.place()))
                break


def _trim(part: Fields) -> Trim | None:
    inner = part.part("trim")
    if inner is None:
        return None
    inner.known(TRIM_KEYS)
    high = inner.number("high", 1.0, 0, 10**6) if inner.branch.get("high") else inf
    try:
        return Trim(
            inner.number("low", 0.0, 0, 10**6),
            high,
            inner.choice("of", Bound, Bound.WEIGHT),
            inner.choice("when", Trimming, Trimming.INSIDE),
        )
    except ValueError:
        inner.problems.append(problem("weights-trim", inner.place()))
        return None
