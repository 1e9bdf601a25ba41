"""What stands of decisions: whatever their order, whatever changed meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.coding import codeframe, pack
from atbalss.coding.answer import Answer
from atbalss.coding.apply import rows
from atbalss.coding.codeframe import CodeFrame
from atbalss.coding.decisions import Decision, Origin, Segment, Status, faults, stand, standings
from atbalss.coding.task import Task
from atbalss.problems import Refused
from atbalss.study.codes import Code, CodeList, Net
from atbalss.study.question import Kind, Question

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAMES = ("kind", "fast", "near", "nothing")
FRAME = CodeFrame(CodeList("f", tuple(Code(name, exclusive=name == "nothing") for name in NAMES)))
TASK = Task(Question("q", Kind.TEXT), FRAME)
ANSWER = Answer("q", "0001", "Laipni un ātri")


def said(codes: str = "kind", who: str = "anna", at: int = 0, **more: object) -> Decision:
    held = {"mark": ANSWER.mark, "version": FRAME.version} | more
    when = NOON + timedelta(minutes=at)
    return Decision("q", "0001", codes=tuple(codes.split()), who=who, when=when, **held)


@st.composite
def decided(draw: st.DrawFn) -> Decision:
    alone = draw(st.booleans())
    codes = "nothing" if alone else " ".join(draw(st.sets(st.sampled_from(NAMES[:3]))))
    made = said(codes, draw(st.sampled_from(["anna", "juris", "zane"])), draw(st.integers(0, 5)))
    return replace(
        made,
        origin=draw(st.sampled_from(list(Origin))),
        confidence=draw(st.sampled_from([None, 0.5, 0.95])),
        mark=draw(st.sampled_from([ANSWER.mark, ANSWER.mark, "0" * 16])),
    )


@given(st.lists(decided(), max_size=8), st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing(made: list[Decision], chance) -> None:
    task = replace(TASK, threshold=0.9)
    first = standings(task, [ANSWER], made)
    shuffled = made[:]
    chance.shuffle(shuffled)
    assert standings(task, [ANSWER], shuffled) == first
    assert rows(first) == rows(standings(task, [ANSWER], shuffled))
    assert [pack.decision(pack.decision_row(one)) for one in made] == made


def test_who_goes_before_whom() -> None:
    one, two = said("kind", "anna"), said("fast", "juris", 1)
    machine = said("near", "light", 2, origin=Origin.MACHINE, confidence=0.97)
    settled = said("kind fast", "zane", 3, origin=Origin.ADJUDICATED)
    assert stand(TASK, ANSWER, [machine]).status is Status.OPEN
    sure = stand(replace(TASK, threshold=0.9), ANSWER, [machine])
    assert (sure.status, sure.codes) == (Status.MACHINE, ("near",))
    assert stand(TASK, ANSWER, [machine, one]).codes == ("kind",)
    both = stand(TASK, ANSWER, [two, one])
    assert (both.status, both.codes) == (Status.DISPUTED, ("kind",))
    assert stand(TASK, ANSWER, [settled, two, one]).codes == ("kind", "fast")
    same = stand(TASK, ANSWER, [one, said("kind", "juris", 4)])
    assert same.status is Status.AGREED
    assert stand(TASK, ANSWER, [one, said("", "anna", 5)]).status is Status.OPEN


def test_another_text_makes_a_decision_stale() -> None:
    later = replace(ANSWER, text="Laipni, bet lēni")
    found = stand(TASK, later, [said()])
    assert (found.status, found.codes, len(found.stale)) == (Status.STALE, (), 1)
    assert [item.code for item in faults(TASK, said(), later)] == ["coding-text-changed"]
    alone = said("kind nothing")
    assert [item.code for item in faults(TASK, alone, ANSWER)] == ["coding-exclusive-beside"]
    with pytest.raises(Refused):
        replace(said(), when=NOON.replace(tzinfo=None))


def test_segments_bring_their_codes() -> None:
    made = said("kind", segments=(Segment(0, 6, ("kind",)), Segment(10, 14, ("fast",))))
    assert made.codes == ("kind", "fast")
    assert faults(TASK, said(segments=(Segment(0, 60, ("kind",)),)), ANSWER)[0].code == (
        "coding-segment-outside"
    )


VERBS = st.lists(
    st.tuples(st.sampled_from(["merge", "split", "rename", "retire"]), st.integers(0, 9)),
    max_size=5,
)


@given(st.sets(st.sampled_from(NAMES[:3]), min_size=1), VERBS)
def test_a_changed_frame_loses_nothing(codes: set[str], verbs: list[tuple[str, int]]) -> None:
    frame = FRAME
    held = said(" ".join(sorted(codes)))
    retired: set[str] = set()
    for step, (verb, at) in enumerate(verbs):
        names = frame.codes.names
        name, other = names[at % len(names)], names[(at + 1) % len(names)]
        by = {"who": "anna", "when": NOON}
        if verb == "rename":
            frame = codeframe.rename(frame, name, f"r{step}", **by)
        elif verb == "split":
            frame = codeframe.split(frame, name, [Code(f"a{step}"), Code(f"b{step}")], **by)
        elif len(names) > 2 and verb == "merge":
            frame = codeframe.merge(frame, [name, other], Code(f"m{step}"), **by)
        elif len(names) > 2:
            frame = codeframe.retire(frame, name, **by)
            retired.add(name)
    found = stand(replace(TASK, frame=frame), ANSWER, [held])
    assert found.held == (held,)  # what was decided is there as it was
    assert set(found.codes) <= set(frame.codes.names)
    assert found.codes or found.look  # an answer never drops out in silence
    again = pack.frame(pack.frame_plain(frame))
    assert again == frame
    fresh = stand(
        replace(TASK, frame=frame),
        ANSWER,
        [held, said(frame.codes.names[0], at=9, version=frame.version)],
    )
    assert not fresh.look


def test_what_asks_for_a_second_look() -> None:
    by = {"who": "anna", "when": NOON}
    merged = codeframe.merge(FRAME, ["kind", "fast"], Code("good"), **by)
    found = stand(replace(TASK, frame=merged), ANSWER, [said("kind fast")])
    assert (found.codes, found.look) == (("good",), False)
    split = codeframe.split(merged, "good", [Code("good_staff"), Code("good_pace")], **by)
    found = stand(replace(TASK, frame=split), ANSWER, [said("kind near")])
    assert (found.codes, found.look) == (("good_staff", "near"), True)
    gone = codeframe.retire(FRAME, "kind", **by)
    found = stand(replace(TASK, frame=gone), ANSWER, [said("kind")])
    assert (found.codes, found.look) == ((), True)
    with pytest.raises(Refused):
        codeframe.add(gone, Code("kind"), **by)


def test_nets_have_levels() -> None:
    by = {"who": "anna", "when": NOON}
    frame = codeframe.edit(FRAME, Code("kind", nets=("staff",)), **by)
    frame = codeframe.set_nets(frame, [Net("all"), Net("staff", inside="all")], **by)
    assert frame.codes.members("all") == frame.codes.members("staff") == ("kind",)
    assert codeframe.level(frame.codes, "staff") == 1
    with pytest.raises(Refused):
        codeframe.set_nets(frame, [Net("a", inside="b"), Net("b", inside="a")], **by)
