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
from atbalss.coding.decisions import (
    Decision,
    Origin,
    Segment,
    Status,
    faults,
    origin_of,
    stand,
    standings,
)
from atbalss.coding.queue import Duty, duty
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
    st.tuples(
        st.sampled_from(["merge", "split", "rename", "retire", "move", "undo", "add", "nets"]),
        st.integers(0, 9),
    ),
    max_size=6,
)
BY = {"who": "anna", "when": NOON}


def changed(frames: list[CodeFrame], verb: str, at: int) -> CodeFrame:
    """The last of these versions of a frame after one change more; as it was where none can be."""
    frame = frames[-1]
    names, step = frame.codes.names, len(frames)
    name, other = names[at % len(names)], names[(at + 1) % len(names)]
    if verb == "rename":
        return codeframe.rename(frame, name, f"r{step}", **BY)
    if verb == "split":
        return codeframe.split(frame, name, [Code(f"a{step}"), Code(f"b{step}")], **BY)
    if verb == "add":
        return codeframe.add(frame, Code(f"n{step}"), **BY)
    if verb == "nets":
        nets = [Net(f"out{step}"), Net(f"in{step}", inside=f"out{step}")]
        return codeframe.set_nets(frame, nets, **BY)
    if verb == "move":
        nets = ("", *(net.name for net in frame.codes.nets))
        turned = [*names[at % len(names) :], *names[: at % len(names)]]
        places = [(one, nets[(at + n) % len(nets)]) for n, one in enumerate(turned)]
        return codeframe.arrange(frame, places, **BY)
    if verb == "undo" and (target := codeframe.undoable(frame)):
        return codeframe.undo(frame, frames[target.version - 2], **BY)
    if len(names) > 2 and verb == "merge":
        return codeframe.merge(frame, [name, other], Code(f"m{step}"), **BY)
    return codeframe.retire(frame, name, **BY) if len(names) > 2 and verb == "retire" else frame


@given(st.sets(st.sampled_from(NAMES[:3]), min_size=1), VERBS, st.integers(0, 6))
def test_a_changed_frame_loses_nothing(
    codes: set[str], verbs: list[tuple[str, int]], taken: int
) -> None:
    frames = [FRAME]
    for verb, at in verbs:
        made = changed(frames, verb, at)
        frames += [made] if made is not frames[-1] else []
    frame, then = frames[-1], frames[taken % len(frames)]
    task = replace(TASK, frame=frame)
    known = [name for name in then.codes.names if name not in then.exclusive]
    words = codes if then is FRAME else set(known[: len(codes)]) or set(then.codes.names[:1])
    held = said(" ".join(sorted(words)), version=then.version)
    found = stand(task, ANSWER, [held])
    assert found.held == (held,)  # what was decided is there as it was
    assert set(found.codes) <= set(frame.codes.names)
    assert found.codes or found.look  # an answer never drops out in silence
    assert pack.frame(pack.frame_plain(frame)) == frame
    # a second look is taken by whoever comes, also where the answer was settled before
    settled = replace(held, origin=Origin.ADJUDICATED, who="zane")
    for before in (held, settled):
        origin = origin_of(stand(task, ANSWER, [before]))
        name = frame.codes.names[0]
        look = said(name, "juris", 9, version=frame.version, origin=origin)
        after = stand(task, ANSWER, [before, look])
        if stand(task, ANSWER, [before]).look:
            assert not after.look and after.codes == (name,)
    # a change that is taken back leaves the frame and older decisions as they were
    for verb in ("merge", "split", "rename", "retire", "move", "add", "nets"):
        more = changed(frames, verb, taken)
        if more is not frame:
            back = codeframe.undo(more, frame, **BY)
            assert back.codes == frame.codes and back.version == frame.version + 2
            assert stand(replace(TASK, frame=back), ANSWER, [held]).codes == found.codes


def test_a_code_moves_between_nets_and_back() -> None:
    frame = codeframe.edit(FRAME, Code("kind", nets=("staff", "praise")), **BY)
    nets = [Net("all"), Net("staff", inside="all"), Net("praise"), Net("place", inside="all")]
    frame = codeframe.set_nets(frame, nets, **BY)
    places = [("fast", "place"), ("kind", "place"), ("near", ""), ("nothing", "")]
    moved = codeframe.arrange(frame, places, **BY)
    assert moved.codes.names == ("fast", "kind", "near", "nothing")
    assert set(moved.codes.code("kind").nets) == {"praise", "place", "all"}  # its other net stays
    assert codeframe.carry(moved, ("kind",), 1).codes == ("kind",)
    assert moved.changes[-1].codes == ("fast", "kind")  # what moved, for the history
    back = codeframe.undo(moved, frame, **BY)
    assert back.codes == frame.codes and codeframe.undoable(back) == frame.changes[-1]
    for wrong in (places[:-1], [*places[:-1], ("nothing", "no-such-net")]):
        with pytest.raises(Refused):
            codeframe.arrange(frame, wrong, **BY)


def test_a_change_taken_back_goes_back_with_what_was_coded_in_between() -> None:
    merged = codeframe.merge(FRAME, ["kind", "fast"], Code("good"), **BY)
    back = codeframe.undo(merged, FRAME, **BY)
    assert codeframe.carry(back, ("fast",), 1) == codeframe.Carried(("fast",))
    between = codeframe.carry(back, ("good",), 2)
    assert (between.codes, between.look, between.since) == (("kind",), True, 3)
    split = codeframe.split(FRAME, "near", [Code("near"), Code("parking")], **BY)
    back = codeframe.undo(split, FRAME, **BY)
    assert codeframe.carry(back, ("parking", "fast"), 2).codes == ("near", "fast")
    with pytest.raises(Refused):
        codeframe.undo(FRAME, FRAME, **BY)


def test_a_second_look_waits_for_nobody_who_is_gone() -> None:
    split = codeframe.split(FRAME, "kind", [Code("kind"), Code("patient")], **BY)
    task = replace(TASK, frame=split)
    mine = said("kind")
    waits = stand(task, ANSWER, [mine])
    assert duty(waits, "anna") is Duty.LOOK and duty(waits, "juris") is Duty.RELIEF
    assert duty(waits, "juris", heir_of={"anna"}) is Duty.LOOK
    looked = said("patient", "juris", 5, version=2)
    found = stand(task, ANSWER, [mine, looked])
    assert (found.status, found.codes, found.look) == (Status.CODED, ("patient",), False)
    assert duty(found, "anna") is None  # not for a dispute with an old frame's codes
    late = stand(task, ANSWER, [mine, looked, said("kind", "anna", 9, version=2)])
    assert (late.status, late.codes) == (Status.DISPUTED, ("kind",))  # her place is the first
    settled = said("kind", "zane", 3, origin=Origin.ADJUDICATED)
    held = stand(task, ANSWER, [mine, settled])
    assert held.look and origin_of(held) is Origin.ADJUDICATED
    again = said("patient", "juris", 6, version=2, origin=origin_of(held))
    found = stand(task, ANSWER, [mine, settled, again])
    assert (found.codes, found.look) == (("patient",), False)
    withdrawn = said("", "juris", 7, version=2, origin=Origin.ADJUDICATED)
    assert stand(task, ANSWER, [mine, settled, again, withdrawn]).held[0] == settled


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
