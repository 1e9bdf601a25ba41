"""Suggestions on invented answers: how often right, how sure, how fast; drafts of frames."""

from __future__ import annotations

import csv
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from atbalss.coding.answer import Answer
from atbalss.coding.codeframe import CodeFrame
from atbalss.coding.decisions import Decision, Origin
from atbalss.coding.draft import groups, likeness
from atbalss.coding.suggest import Suggester, Suggestion, Taught, by_machine, learn
from atbalss.coding.task import Task, task
from atbalss.exchange.xlsform import read_questionnaire
from atbalss.exchange.xlsform_markdown import read_markdown
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question

ROOT = Path(__file__).parent.parent
ANSWERS = ROOT / "reference" / "open_answers" / "answers.csv"


@pytest.fixture(scope="module")
def held() -> Task:
    study = ROOT.parent / "studies" / "vpvkac"
    books = [
        read_markdown((study / name).read_text("utf-8"), name)[0]
        for name in ("questionnaire.md", "codeframes.md")
    ]
    questionnaire, _ = read_questionnaire(*books)
    assert questionnaire is not None
    return task(questionnaire, "positives")


@pytest.fixture(scope="module")
def halves() -> dict[str, list[Taught]]:
    found: dict[str, list[Taught]] = {"learn": [], "held": []}
    with ANSWERS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["invented"] == "yes"
            if row["question"] == "positives":
                found[row["half"]].append(Taught(row["text"], tuple(row["codes"].split())))
    return found


def right(machine: Suggester, asked: list[Taught], within: int) -> float:
    told = machine.suggest([one.text for one in asked], within)
    return sum(
        any(item.code in one.codes for item in found)
        for one, found in zip(asked, told, strict=True)
    ) / len(asked)


def test_it_learns_and_knows_how_sure_it_is(held: Task, halves: dict[str, list[Taught]]) -> None:
    known, new = halves["learn"], halves["held"]
    nothing, some, much = (learn(held, known[:size]) for size in (0, 50, 200))
    rest = known[200:]
    assert right(much, rest, 1) > 0.9 and right(some, rest, 3) > 0.85
    assert right(much, new, 3) > 0.45 > right(nothing, new, 1)  # words it never saw
    told = [item for found in much.suggest([one.text for one in rest], 1) for item in found]
    said = sum(item.confidence for item in told) / len(told)
    assert said == pytest.approx(right(much, rest, 1), abs=0.12)
    assert all(0 <= item.confidence <= 1 for item in told)
    unmet = [item for found in much.suggest([one.text for one in new], 3) for item in found]
    pairs = zip([one for one in new for _ in range(3)], unmet, strict=True)
    sure = [(item.confidence, item.code in one.codes) for one, item in pairs]
    high = [right for confidence, right in sure if confidence >= 0.8]
    assert len(high) < 0.03 * len(new)  # it seldom claims to know words it never saw
    low = [(said, right) for said, right in sure if said < 0.4]
    assert sum(said for said, _ in low) == pytest.approx(sum(right for _, right in low), rel=0.25)
    again = learn(held, known[:200]).suggest([one.text for one in rest], 1)
    assert [item for found in again for item in found] == told  # the same lessons, the same


def test_what_is_told_is_never_more_than_the_machine_holds() -> None:
    told = {0.999: 99, 1.0: 99, 0.899: 89, 0.29: 29, 0.5: 50, 0.004: 0}
    assert {share: Suggestion("a", share).percent for share in told} == told


def test_half_an_answer_in_words_never_met_lowers_confidence() -> None:
    codes = CodeList("c", (Code("kind"), Code("fast"), Code("clean")))
    text = {"kind": "вежливые сотрудники", "fast": "быстрое обслуживание", "clean": "чистота"}
    small = Task(Question("q", Kind.TEXT), CodeFrame(codes, 1))
    lessons = [Taught(words, (code,)) for code, words in text.items() for _ in range(20)]
    machine = learn(small, lessons)
    met, half, new = (
        machine.suggest([words], 1)[0][0]
        for words in ("вежливые сотрудники", "знающие сотрудники", "парковка")
    )
    assert met.code == half.code == "kind" and met.confidence > 0.9
    assert half.confidence < 0.8 < met.confidence and new.confidence < 0.5


def test_a_thousand_within_a_second(held: Task, halves: dict[str, list[Taught]]) -> None:
    lessons = halves["learn"]
    machine = learn(held, lessons)
    texts = [f"{one.text} {n}" for n in range(4) for one in lessons][:1000]
    machine.suggest(texts[:1])
    start = time.process_time()
    machine.suggest(texts)
    assert time.process_time() - start < 1
    start = time.process_time()
    learn(held, lessons)
    assert time.process_time() - start < 1  # a coder's next answer need not wait for it


def test_like_answers_stand_together(halves: dict[str, list[Taught]]) -> None:
    texts = ["nav rindu", "Nav rindu!", "nav rindu", "ātra apkalpošana", "ļoti ātra apkalpošana"]
    answers = [Answer("q", f"{n}", text, n) for n, text in enumerate([*texts, "zils zirgs", " "])]
    made = groups(answers)
    assert made[0].ids == ("0", "1", "2") or set(made[0].ids) == {"0", "1", "2"}
    assert set(made[1].ids) == {"3", "4"} and made[-1].ids == ("5",)
    assert "rinda" in made[0].words
    assert likeness(answers)["3"] == 2
    every = [Answer("q", str(n), one.text, n) for n, one in enumerate(halves["learn"])]
    assert sum(len(group.ids) for group in groups(every, 12)) == len(every)  # nobody is lost


def test_the_machine_decides_alone_only_from_a_threshold_on(held: Task) -> None:
    answer, when = Answer("positives", "7", "nav rindu"), datetime(2026, 11, 22, tzinfo=UTC)
    found = [Suggestion("nothing", 0.9), Suggestion("no_queues", 0.8), Suggestion("other", 0.3)]

    def decided(limit: float | None, *given: Suggestion) -> Decision | None:
        return by_machine(replace(held, threshold=limit), answer, given, "light", when)

    assert decided(None, *found) is None, "no person has set a threshold"
    assert decided(0.95, *found) is None
    made = decided(0.7, *found)
    assert made and made.codes == ("nothing",) and made.origin is Origin.MACHINE
    assert made.confidence == 0.9 and made.mark == answer.mark
    beside = decided(0.7, found[1], Suggestion("nothing", 0.75))
    assert beside and beside.codes == ("no_queues",), "what stands alone gives way to the surer"
