"""Open answers of a study folder: what is to be coded, what was decided, what may be quoted.

`waves/NAME/coding.csv` holds decisions, one a row, only ever added; `waves/NAME/verbatims.csv` the
answers chosen for publication. Codes that stand of decisions go before those of `codes.csv`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from atbalss.coding import pack
from atbalss.coding.answer import Answer
from atbalss.coding.apply import Counts, counts, rows
from atbalss.coding.codeframe import CodeFrame
from atbalss.coding.decisions import Decision, Standing, standings
from atbalss.coding.rules import PLAIN, Rules
from atbalss.coding.task import Task, task
from atbalss.coding.verbatims import Verbatim
from atbalss.coding.verbatims import faults as verbatim_faults
from atbalss.exchange.delimited import read_rows
from atbalss.folder.codeframes import read_frames
from atbalss.folder.fields import Fields
from atbalss.folder.open import StudyFolder
from atbalss.folder.workbooks import as_text
from atbalss.folder.yaml_tree import Branch, read
from atbalss.problems import Place, Problem, Refused, problem

if TYPE_CHECKING:
    import polars as pl

FILE = "study.yaml"
DECISIONS, VERBATIMS = "coding.csv", "verbatims.csv"
KEYS = ["double", "threshold", "thresholds", "names", "places"]


@dataclass(frozen=True)
class Coding:
    """The coding of one wave: tasks by question, the answers to each, all decisions."""

    tasks: Mapping[str, Task]
    answers: Mapping[str, tuple[Answer, ...]]
    decisions: tuple[Decision, ...] = ()
    frames: Mapping[str, CodeFrame] = field(default_factory=dict)
    rules: Rules = PLAIN

    def standings(self, question: str) -> list[Standing]:
        """What stands of the answers to a question."""
        return standings(self.tasks[question], self.answers.get(question, ()), self.decisions)

    def counts(self, question: str) -> Counts:
        """How the answers to a question were coded, with the agreement of those coded twice."""
        from atbalss.coding.agreement import agreement

        held = self.tasks[question]
        found = self.standings(question)
        told = agreement(held, self.answers.get(question, ()), self.decisions)
        alpha = told.masi if told.answers and told.masi == told.masi else None
        return counts(found, question, held.frame.version, held.threshold, alpha)


def read_rules(path: Path, langs: Sequence[str]) -> tuple[Rules, list[Problem]]:
    """`coding:` of study.yaml: shares and thresholds are written in percent."""
    text = as_text((path / FILE).read_bytes(), path / FILE)
    if "\ncoding:" not in text:
        return PLAIN, []
    tree, _ = read(text, FILE)
    if not isinstance(tree, Branch):
        return PLAIN, []
    found: list[Problem] = []
    part = Fields(tree, FILE, tuple(langs), found).part("coding")
    if part is None:
        return PLAIN, found
    part.known(KEYS)
    limits: dict[str, float] = {}
    if part.branch.get("threshold") is not None:
        limits[""] = part.number("threshold", 100, 50, 100) / 100
    inner = part.part("thresholds")
    for key, _ in inner.branch.items if inner is not None else ():
        limits[key] = inner.number(key, 100, 50, 100) / 100 if inner is not None else 1.0
    double = part.number("double", 10, 0, 100) / 100
    return Rules(double, limits, part.words("names"), part.words("places")), found


def read_decisions(folder: StudyFolder, wave: str) -> tuple[tuple[Decision, ...], list[Problem]]:
    """All decisions of a wave in the file's order, and rows that are none."""
    made, found = [], list[Problem]()
    for place, row in _rows(folder, wave, DECISIONS, ("question", "id", "mark", "when"), found):
        try:
            made.append(pack.decision(row))
        except Refused as refused:
            found += [replace(item, where=place) for item in refused.problems]
    return tuple(made), found


def read_verbatims(folder: StudyFolder, wave: str) -> tuple[tuple[Verbatim, ...], list[Problem]]:
    """The verbatims of a wave as each stands after its last row, in the order of the first."""
    made, found = dict[tuple[str, str], Verbatim](), list[Problem]()
    for place, row in _rows(folder, wave, VERBATIMS, ("question", "id", "mark", "text"), found):
        try:
            one = pack.verbatim(row)
            made[one.question, one.id] = one
        except Refused as refused:
            found += [replace(item, where=place) for item in refused.problems]
    return tuple(made.values()), found


def _rows(
    folder: StudyFolder, wave: str, name: str, needed: Iterable[str], found: list[Problem]
) -> list[tuple[Place, dict[str, str]]]:
    file = folder.wave_file(wave, name)
    if not file.is_file():
        return []
    told = f"waves/{wave}/{name}"
    rows, problems = read_rows(as_text(file.read_bytes(), file), told, needed)
    found += problems
    return [
        (Place(told, row=number), row)
        for number, row in enumerate(rows, start=2)
        if any(cell.strip() for cell in row.values())
    ]


def add_decisions(folder: StudyFolder, wave: str, decisions: Iterable[Decision]) -> Path:
    """Add decisions at the end of the wave's file; nothing that stands there is touched."""
    file = folder.wave_file(wave, DECISIONS)
    _append(file, pack.DECISION, [pack.decision_row(one) for one in decisions])
    return file


def add_verbatims(folder: StudyFolder, wave: str, verbatims: Iterable[Verbatim]) -> Path:
    """Add verbatims at the end of the wave's file; the last row of an answer counts."""
    file = folder.wave_file(wave, VERBATIMS)
    _append(file, pack.VERBATIM, [pack.verbatim_row(one) for one in verbatims])
    return file


def _append(file: Path, names: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    out = io.StringIO(newline="")
    is_new = not file.is_file() or not file.stat().st_size
    writer = csv.DictWriter(out, names, lineterminator="\n")
    if is_new:
        writer.writeheader()
        file.parent.mkdir(parents=True, exist_ok=True)
    elif not file.read_bytes().endswith(b"\n"):
        out.write("\n")
    writer.writerows(rows)
    with file.open("a", encoding="utf-8", newline="") as target:
        target.write(out.getvalue())


# ---- answers and tasks


def answers_in(table: pl.DataFrame, question: str) -> tuple[Answer, ...]:
    """The open answers of a table in the convention of answers.csv; blank ones are left out."""
    if question not in table.columns or "id" not in table.columns:
        return ()
    return tuple(
        Answer(question, str(id).strip(), str(text), order)
        for order, (id, text) in enumerate(table.select("id", question).iter_rows())
        if id is not None and text is not None and str(text).strip()
    )


def coding_of(folder: StudyFolder, wave: str, table: pl.DataFrame) -> tuple[Coding, list[Problem]]:
    """The coding of a wave whose raw answers are `table`."""
    frames, found = read_frames(folder.path, folder.questionnaire)
    rules, problems = read_rules(folder.path, folder.study.langs)
    found += problems
    made, problems = read_decisions(folder, wave)
    found += problems
    tasks = {}
    for question in folder.questionnaire.questions:
        if question.frame is not None:
            limit = rules.threshold(question.name)
            frame = frames.get(question.frame.name)
            tasks[question.name] = task(folder.questionnaire, question.name, frame, limit)
    answers = {name: answers_in(table, name) for name in tasks}
    return Coding(tasks, answers, made, frames, rules), found


def coded_by_decisions(
    coding: Coding, codes: pl.DataFrame | None, wave: str
) -> tuple[pl.DataFrame | None, list[Problem]]:
    """`codes` with those that stand of decisions in place of what it holds of their questions."""
    import polars as pl

    decided = sorted({one.question for one in coding.decisions} & set(coding.tasks))
    if not decided:
        return codes, []
    made = [row for name in decided for row in rows(coding.standings(name))]
    schema = dict.fromkeys(("id", "question", "code"), pl.String)
    new = pl.DataFrame(made, schema=schema, orient="row")
    if codes is None:
        return new, []
    twice = sorted(set(codes["question"].drop_nulls()) & set(decided))
    place = Place(f"waves/{wave}/codes.csv")
    found = [problem("coding-codes-twice", place, question=name) for name in twice]
    kept = codes.select(schema).filter(~pl.col("question").is_in(decided).fill_null(False))
    return pl.concat([kept, new]), found


def verbatims_wrong(folder: StudyFolder, wave: str, table: pl.DataFrame) -> list[Problem]:
    """What is wrong with released verbatims: no such answer, another text, something left in."""
    held, found = read_verbatims(folder, wave)
    asked = {one.question for one in held if one.released}
    said = {(a.question, a.id): a for name in asked for a in answers_in(table, name)}
    place = Place(f"waves/{wave}/{VERBATIMS}")
    for one in held:
        if one.released:
            found += verbatim_faults(one, said.get((one.question, one.id)), place)
    return found
