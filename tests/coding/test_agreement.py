"""Krippendorff's alpha against his own examples; agreement and drift of coders."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import isnan

import pytest

from atbalss.coding.agreement import agreement, alpha, drift, interval, jaccard, masi
from atbalss.coding.answer import Answer
from atbalss.coding.codeframe import CodeFrame
from atbalss.coding.decisions import Decision, Origin, standings
from atbalss.coding.queue import Duty, Order, is_double, queue
from atbalss.coding.suggest import Suggestion
from atbalss.coding.task import Task
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A, B and C
MEG_OWEN = zip("0100000010", "1110010000", strict=True)
BEN_GERRY = zip("aabbdcccedda", "babbbccceddd", strict=True)
FOUR = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
# the example of three coders and fifteen units that encyclopedias print
THREE = ["*****34121133*3", "1*213343*******", "**21344*21133*4"]


def units(rows: list[str], blank: str) -> list[list[int | None]]:
    return [[None if v == blank else int(v) for v in column] for column in zip(*rows, strict=True)]


def test_his_examples() -> None:
    assert alpha(MEG_OWEN) == pytest.approx(0.095, abs=0.0005)
    assert alpha(BEN_GERRY) == pytest.approx(0.692, abs=0.0005)
    assert alpha(units(FOUR, ".")) == pytest.approx(0.743, abs=0.0005)
    assert alpha(units(FOUR, "."), interval) == pytest.approx(0.849, abs=0.0005)
    assert alpha(units(THREE, "*")) == pytest.approx(0.691, abs=0.0005)
    assert alpha(units(THREE, "*"), interval) == pytest.approx(0.811, abs=0.0005)


def test_ends() -> None:
    assert alpha([("a", "a"), ("b", "b")]) == 1
    assert isnan(alpha([("a", "a"), ("a", "a")]))  # chance could not have disagreed
    assert isnan(alpha([("a", None)]))


def test_distances_of_sets() -> None:
    one, two = frozenset("ab"), frozenset("abcd")
    assert jaccard(one, two) == pytest.approx(0.5)
    assert masi(one, two) == pytest.approx(1 - 0.5 * 2 / 3)  # one holds the other
    assert masi(frozenset("ab"), frozenset("bc")) == pytest.approx(1 - 1 / 3 / 3)  # they overlap
    assert masi(frozenset("a"), frozenset("b")) == 1
    assert masi(one, one) == masi(frozenset(), frozenset()) == 0


NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TASK = Task(
    Question("q", Kind.TEXT),
    CodeFrame(CodeList("f", (Code("a"), Code("b"), Code("none", exclusive=True)))),
)
ANSWERS = [Answer("q", f"{n:02}", f"teksts {n}", n) for n in range(8)]


def said(n: int, codes: str, who: str, **more: object) -> Decision:
    answer = ANSWERS[n]
    when = NOON + timedelta(minutes=n)
    return replace(Decision("q", answer.id, answer.mark, tuple(codes.split()), who, when), **more)


def test_coders_agree_early_and_drift_apart() -> None:
    made = [said(n, "a b"[: 1 + 2 * (n % 2)], "anna") for n in range(8)]
    made += [said(n, "a b"[: 1 + 2 * (n % 2)] if n < 4 else "none", "juris") for n in range(8)]
    made.append(said(7, "a", "zane", origin=Origin.ADJUDICATED))
    found = agreement(TASK, ANSWERS, made)
    assert (found.answers, found.coders, found.same) == (8, ("anna", "juris"), 0.5)
    by_code = {one.code: one for one in found.codes}
    assert (by_code["a"].all, by_code["a"].some) == (4, 8)
    assert by_code["none"].alpha < by_code["b"].alpha
    assert -1 < found.masi < 1 and -1 < found.jaccard < 1
    early, late = drift(TASK, ANSWERS, made, parts=2)
    assert (early.same, late.same) == (1, 0)
    assert early.masi == 1 and late.masi < 0


def test_the_queue_gives_each_what_is_theirs() -> None:
    made = [said(0, "a", "anna"), said(1, "b", "anna")]
    found = standings(TASK, ANSWERS, made)
    assert [a.id for a, _ in queue(found, "anna")] == [a.id for a in ANSWERS[2:]]
    every = queue(found, "juris", share=1.0)
    assert {a.id for a, why in every if why is Duty.SECOND} == {"00", "01"}
    assert every[-1][1] is Duty.SECOND  # what nobody has coded goes first
    sure = {a.id: (Suggestion("a", 0.5 if a.id == "05" else 0.95),) for a in ANSWERS}
    assert queue(found, "anna", Order.UNCERTAIN, suggestions=sure)[0][0].id == "05"
    groups = {a.id: n for n, a in enumerate(ANSWERS, 10)} | {"02": 1, "04": 2, "06": 2}
    assert [a.id for a, _ in queue(found, "anna", Order.LIKENESS, groups=groups)][:2] == [
        "04",
        "06",
    ]


def test_the_share_of_double_coding_is_drawn_once_and_for_all() -> None:
    ids = [f"{n:05}" for n in range(4000)]
    tenth = {id for id in ids if is_double("q", id, 0.1, "s")}
    assert 0.08 < len(tenth) / len(ids) < 0.12
    assert tenth <= {id for id in ids if is_double("q", id, 0.2, "s")}
    assert tenth != {id for id in ids if is_double("other", id, 0.1, "s")}
