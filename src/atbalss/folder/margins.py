"""Targets of weighting out of study.yaml and out of `weighting.csv`, faults with their places."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from pathlib import Path

from atbalss.folder.fields import Fields
from atbalss.folder.workbooks import as_text
from atbalss.folder.yaml_tree import Leaf, Sequence
from atbalss.problems import Place, Problem, problem
from atbalss.study.questionnaire import Questionnaire
from atbalss.weights.targets import Margin, Target

FILE = "weighting.csv"
KEYS = ["question", "questions", "shares", "counts", "wave"]
_SPELLED = {"True": "yes", "False": "no"}  # a code that YAML reads as a truth value


def margins_of(part: Fields, questionnaire: Questionnaire) -> tuple[Margin, ...]:
    """The margins under `targets:` of study.yaml; faulty ones are told and left out."""
    found = []
    for item in part.parts("targets"):
        item.known(KEYS)
        key = "questions" if item.branch.get("questions") is not None else "question"
        node = item.branch.get(key)
        if node is None:
            item.problems.append(problem("folder-missing-key", item.place(), key="question"))
            continue
        names = item.words(key) if isinstance(node, Sequence) else tuple(item.word(key).split())
        shares, counts = item.part("shares"), item.part("counts")
        words = " × ".join(names)
        if (shares is None) == (counts is None):
            item.problems.append(problem("weights-target-kind", item.place(), question=words))
            continue
        sizes = shares or counts
        targets = _targets(sizes, names, questionnaire) if sizes is not None else None
        if not targets or not names:
            continue
        found.append(Margin(names, targets, counts is not None, item.word("wave"), item.place()))
    return tuple(found)


def _targets(
    part: Fields, names: tuple[str, ...], questionnaire: Questionnaire
) -> tuple[Target, ...] | None:
    targets = []
    for key, node in part.branch.items:
        codes = _codes(key, names, questionnaire)
        value = node.value if isinstance(node, Leaf) else None
        place = part.place(node)
        if codes is None:
            words = ", ".join(names)
            part.problems.append(problem("weights-joint-code", place, answer=key, question=words))
        elif not _is_size(value):
            part.problems.append(problem("weights-target-size", place, value=value))
        else:
            targets.append(Target(codes, float(str(value)), place))
    return tuple(targets) if len(targets) == len(part.branch.items) else None


def _is_size(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < inf


def _codes(
    words: str, names: tuple[str, ...], questionnaire: Questionnaire
) -> tuple[str, ...] | None:
    """A code for each question; what YAML took for a truth value is spelled back."""
    parts = words.split()
    if len(parts) != len(names):
        return None
    found = []
    for name, word in zip(names, parts, strict=True):
        question = questionnaire.by_name.get(name)
        codes = question.codes if question is not None else None
        spelled = codes is not None and not codes.has(word) and codes.has(_SPELLED.get(word, ""))
        found.append(_SPELLED[word] if spelled else word)
    return tuple(found)


def rows_of(file: Path, found: list[Problem]) -> tuple[Margin, ...]:
    """The margins of `weighting.csv`: wave, question(s), code(s), share or count."""
    from atbalss.exchange.delimited import read_rows

    text = as_text(file.read_bytes(), file)
    rows, problems = read_rows(text, FILE, ("question", "code"))
    found += problems
    margins: dict[tuple[tuple[str, ...], str], Margin] = {}
    for number, row in enumerate(rows):
        cells = {name: cell.strip() for name, cell in row.items()}
        if not any(cells.values()):
            continue
        place = Place(FILE, row=number + 2)
        names, codes = tuple(cells["question"].split()), tuple(cells["code"].split())
        words = " × ".join(names)
        share, count = cells.get("share", ""), cells.get("count", "")
        size = _size(share or count)
        if bool(share) == bool(count):
            found.append(problem("weights-target-kind", place, question=words))
        elif not names or len(names) != len(codes):
            answer = cells["code"]
            found.append(problem("weights-joint-code", place, answer=answer, question=words))
        elif size is None:
            found.append(problem("weights-target-size", place, value=share or count))
        else:
            key = names, cells.get("wave", "")
            target = Target(codes, size, place)
            own = margins.get(key)
            if own is None:
                margins[key] = Margin(names, (target,), bool(count), key[1], place)
            elif own.is_count != bool(count):
                found.append(problem("weights-target-kind", place, question=words))
            else:
                margins[key] = replace(own, targets=(*own.targets, target))
    return tuple(margins.values())


def _size(text: str) -> float | None:
    try:
        size = float(text.replace(",", ".").replace(" ", "").replace("\u00a0", ""))
    except ValueError:
        return None
    return size if 0 <= size < inf else None
