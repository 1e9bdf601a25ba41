"""A code frame with its versions: codes are added, renamed, merged, split and retired.

Codes and nets are the `CodeList` that tables use; a frame adds which version it is and what made
each version. A decision taken in an earlier version is carried through the changes since then, so
that nothing is lost; where a change cannot know what a person would say, it asks for a second look.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from atbalss.problems import Refused, problem
from atbalss.study.codes import Code, CodeList, Net, with_outer_nets

FIRST = 1  # the version of a frame that was never changed


class Kind(StrEnum):
    """What a change did."""

    ADD = "add"  # a new code
    EDIT = "edit"  # labels, description, examples, nets of a code: its meaning stays
    RENAME = "rename"  # another name for the same thing
    MERGE = "merge"  # several codes into one
    SPLIT = "split"  # one code into several: a second look; till then the first of them holds
    RETIRE = "retire"  # no longer used: a second look
    NETS = "nets"  # the nets and their levels
    MOVE = "move"  # the order of the codes, and which nets they are in
    UNDO = "undo"  # takes back the last change that still stands: the frame is as it was before


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `version` is the version that it made. `when` knows its time zone."""

    version: int
    kind: Kind
    codes: tuple[str, ...]
    into: tuple[str, ...] = ()
    who: str = ""
    when: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CodeFrame:
    """A code frame: its codes now, its version, and the changes that made it, oldest first."""

    codes: CodeList
    version: int = FIRST
    changes: tuple[Change, ...] = field(default=())

    def __post_init__(self) -> None:
        made = [change.version for change in self.changes]
        if made != sorted(made) or any(not FIRST < one <= self.version for one in made):
            raise Refused([problem("coding-versions-jump", frame=self.codes.name)])

    @property
    def name(self) -> str:
        """The name of its list."""
        return self.codes.name

    @property
    def exclusive(self) -> frozenset[str]:
        """Names of the codes that stand alone: nothing, hard to say."""
        return frozenset(c.name for c in self.codes.codes if c.exclusive)


@dataclass(frozen=True, slots=True)
class Carried:
    """Codes of an earlier version as codes of this one; `look` where a person must look again.

    `since` is the version that asks for it; 0 where none does.
    """

    codes: tuple[str, ...]
    look: bool = False
    since: int = 0


def carry(frame: CodeFrame, codes: Iterable[str], version: int) -> Carried:
    """What codes given in `version` of a frame are in its present version.

    Merges and renames carry over. After a split the first of the new codes holds, after a
    retirement none, and both ask for a second look; so does an exclusive code that a merge has put
    beside others: it gives way to them. A change that was taken back is passed over by decisions
    older than it; codes given in between go back to what they were made of, and ask for a second
    look where that is not known.
    """
    held = list(dict.fromkeys(codes))
    since = last = 0
    undone = taken_back(frame.changes)
    skipped = {undone[one] for one in undone if undone[one] > version}
    for change in frame.changes:
        target = undone.get(change.version, 0)
        if change.version <= version or change.version in skipped or target in skipped:
            continue
        if target:
            made, asks = _backward(held, frame.changes, target)
        else:
            made, asks = _forward(held, change)
        if asks:
            since = change.version
        if made != held:
            held, last = made, change.version
    if len(held) > 1 and (alone := [code for code in held if code in frame.exclusive]):
        held = [code for code in held if code not in alone] or alone[:1]
        since = max(since, last, min(version + 1, frame.version))
    return Carried(tuple(held), since > 0, since)


def taken_back(changes: Sequence[Change]) -> dict[int, int]:
    """By the version of each undoing, the version that it takes back."""
    standing: list[int] = []
    found: dict[int, int] = {}
    for change in changes:
        if change.kind is not Kind.UNDO:
            standing.append(change.version)
        elif standing:
            found[change.version] = standing.pop()
    return found


def _forward(held: list[str], change: Change) -> tuple[list[str], bool]:
    """Codes after a change, and whether it asks for a second look at them."""
    touched = [code for code in held if code in change.codes]
    if not touched or change.kind in (Kind.ADD, Kind.EDIT, Kind.NETS, Kind.MOVE):
        return held, False
    made = _put(held, touched, change.into[:1])
    return made, change.kind in (Kind.SPLIT, Kind.RETIRE)


def _backward(held: list[str], changes: Sequence[Change], version: int) -> tuple[list[str], bool]:
    """Codes given after a change when it is taken back, and whether somebody must look again."""
    change = next(one for one in changes if one.version == version)
    touched = [code for code in held if code in change.into]
    if not touched or change.kind in (Kind.EDIT, Kind.NETS, Kind.MOVE, Kind.RETIRE):
        return held, False
    if change.kind is Kind.MERGE:
        kept = change.into[:1] if change.into[0] in change.codes else change.codes[:1]
        return _put(held, touched, kept), True
    return _put(held, touched, change.codes[:1]), change.kind is Kind.ADD


def _put(held: list[str], gone: Sequence[str], into: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(new for one in held for new in (into if one in gone else (one,))))


def add(frame: CodeFrame, code: Code, *, who: str, when: datetime, note: str = "") -> CodeFrame:
    """The frame with one code more, at its end; exclusive codes stay last."""
    _new(frame, code.name)
    kept = list(frame.codes.codes)
    at = len(kept)
    while not code.exclusive and at and kept[at - 1].exclusive:
        at -= 1
    kept.insert(at, code)
    return _changed(frame, kept, Kind.ADD, (), (code.name,), who, when, note)


def edit(frame: CodeFrame, code: Code, *, who: str, when: datetime, note: str = "") -> CodeFrame:
    """The frame with other labels, description, examples or nets of a code of that name."""
    _known(frame, (code.name,))
    kept = [code if one.name == code.name else one for one in frame.codes.codes]
    return _changed(frame, kept, Kind.EDIT, (code.name,), (code.name,), who, when, note)


def rename(
    frame: CodeFrame, code: str, name: str, *, who: str, when: datetime, note: str = ""
) -> CodeFrame:
    """The frame with another name for a code that means the same."""
    _known(frame, (code,))
    _new(frame, name)
    kept = [replace(one, name=name) if one.name == code else one for one in frame.codes.codes]
    return _changed(frame, kept, Kind.RENAME, (code,), (name,), who, when, note)


def merge(
    frame: CodeFrame, codes: Sequence[str], into: Code, *, who: str, when: datetime, note: str = ""
) -> CodeFrame:
    """The frame with several codes made one: `into`, one of them or a new code in their place."""
    codes = tuple(dict.fromkeys(codes))
    _known(frame, codes)
    if len(codes) < 2:
        raise Refused([problem("coding-merge-of-one", frame=frame.name)])
    if into.name not in codes:
        _new(frame, into.name)
    examples = _examples(into, (frame.codes.code(name) for name in codes))
    kept = _in_place(frame, codes, (replace(into, examples=examples),))
    return _changed(frame, kept, Kind.MERGE, codes, (into.name,), who, when, note)


def split(
    frame: CodeFrame, code: str, into: Sequence[Code], *, who: str, when: datetime, note: str = ""
) -> CodeFrame:
    """The frame with one code made several; the first holds for each answer till it is looked at.

    One of the new codes may keep the old name.
    """
    _known(frame, (code,))
    names = [one.name for one in into]
    if len(set(names)) < 2 or len(set(names)) < len(names):
        raise Refused([problem("coding-split-into-one", frame=frame.name, option=code)])
    for name in names:
        if name != code:
            _new(frame, name)
    kept = _in_place(frame, (code,), tuple(into))
    return _changed(frame, kept, Kind.SPLIT, (code,), tuple(names), who, when, note)


def retire(frame: CodeFrame, code: str, *, who: str, when: datetime, note: str = "") -> CodeFrame:
    """The frame without a code: answers that have it are looked at again."""
    _known(frame, (code,))
    kept = [one for one in frame.codes.codes if one.name != code]
    if not kept:
        raise Refused([problem("coding-frame-empty", frame=frame.name)])
    return _changed(frame, kept, Kind.RETIRE, (code,), (), who, when, note)


def set_nets(
    frame: CodeFrame, nets: Sequence[Net], *, who: str, when: datetime, note: str = ""
) -> CodeFrame:
    """The frame with other nets, in printed order; codes leave nets that are no more."""
    names = {net.name for net in nets}
    if clash := names & set(frame.codes.names):
        raise Refused([problem("coding-name-taken", frame=frame.name, option=min(clash))])
    if len(names) < len(nets) or any(net.inside and net.inside not in names for net in nets):
        raise Refused([problem("coding-nets-unsound", frame=frame.name)])
    kept = [
        replace(one, nets=tuple(net for net in one.nets if net in names))
        for one in frame.codes.codes
    ]
    held = replace(frame, codes=replace(frame.codes, nets=tuple(nets)))
    return _changed(held, kept, Kind.NETS, (), (), who, when, note)


def arrange(
    frame: CodeFrame,
    places: Sequence[tuple[str, str]],
    *,
    who: str,
    when: datetime,
    note: str = "",
) -> CodeFrame:
    """The frame with its codes in another order: (code, its innermost net or blank) of each.

    A code leaves its innermost net, and those that this one lies in, for the net that is named;
    nets beside them it keeps. Refused unless each code is named once, and each net is known.
    """
    nets = {net.name for net in frame.codes.nets}
    if sorted(name for name, _ in places) != sorted(frame.codes.names) or any(
        net and net not in nets for _, net in places
    ):
        raise Refused([problem("coding-places-unsound", frame=frame.name)])
    made, moved = [], []
    for at, (name, net) in enumerate(places):
        code = frame.codes.code(name)
        home = innermost(frame.codes, code)
        if net != home:
            chain = _with_outer(frame.codes, home)
            kept = tuple(one for one in code.nets if one not in chain)
            code = replace(code, nets=(*kept, net) if net else kept)
        if net != home or frame.codes.names[at] != name:
            moved.append(name)
        made.append(code)
    return _changed(frame, made, Kind.MOVE, tuple(moved), tuple(moved), who, when, note)


def undo(
    frame: CodeFrame, before: CodeFrame, *, who: str, when: datetime, note: str = ""
) -> CodeFrame:
    """The frame with its last standing change taken back; `before` is the version before that one.

    Its codes are those of `before`; the history only grows. Refused where nothing is to take back,
    or `before` is another version.
    """
    target = undoable(frame)
    if target is None or before.version != target.version - 1 or before.name != frame.name:
        raise Refused([problem("coding-nothing-to-undo", frame=frame.name)])
    version = frame.version + 1
    change = Change(version, Kind.UNDO, target.into, target.codes, who, when, note)
    return CodeFrame(before.codes, version, (*frame.changes, change))


def undoable(frame: CodeFrame) -> Change | None:
    """The last change that was not taken back; None where there is none."""
    undone = taken_back(frame.changes)
    gone = {*undone, *undone.values()}
    return next((one for one in frame.changes[::-1] if one.version not in gone), None)


def innermost(codes: CodeList, code: Code) -> str:
    """The innermost net of a code, the first where several are as deep; blank where it has none."""
    known = {net.name for net in codes.nets}
    return max(
        (net for net in code.nets if net in known),
        key=lambda net: level(codes, net),
        default="",
    )


def _with_outer(codes: CodeList, net: str) -> set[str]:
    outer = {item.name: item.inside for item in codes.nets}
    found: set[str] = set()
    while net and net not in found:
        found.add(net)
        net = outer.get(net, "")
    return found


def level(codes: CodeList, net: str) -> int:
    """How deep a net lies: 0 for one that is inside no other."""
    outer = {item.name: item.inside for item in codes.nets}
    depth = 0
    while depth <= len(outer) and outer.get(net):
        net = outer[net]
        depth += 1
    return depth


def _changed(
    frame: CodeFrame,
    codes: Sequence[Code],
    kind: Kind,
    before: tuple[str, ...],
    into: tuple[str, ...],
    who: str,
    when: datetime,
    note: str,
) -> CodeFrame:
    version = frame.version + 1
    change = Change(version, kind, before, into, who, when, note)
    try:
        made = with_outer_nets(replace(frame.codes, codes=tuple(codes)))
    except ValueError:
        raise Refused([problem("coding-nets-unsound", frame=frame.name)]) from None
    return CodeFrame(made, version, (*frame.changes, change))


def _in_place(frame: CodeFrame, gone: Sequence[str], new: tuple[Code, ...]) -> list[Code]:
    kept: list[Code] = []
    placed = False
    for one in frame.codes.codes:
        if one.name not in gone:
            kept.append(one)
        elif not placed:
            kept += new
            placed = True
    return kept


def _examples(into: Code, codes: Iterable[Code]) -> tuple[str, ...]:
    every = [*into.examples, *(text for code in codes for text in code.examples)]
    return tuple(dict.fromkeys(every))


def _known(frame: CodeFrame, codes: Iterable[str]) -> None:
    for name in codes:
        if not frame.codes.has(name):
            raise Refused([problem("coding-unknown-code", frame=frame.name, option=name)])


def _new(frame: CodeFrame, name: str) -> None:
    taken = {*frame.codes.names, *(net.name for net in frame.codes.nets)}
    if not name.strip() or any(mark.isspace() for mark in name) or "/" in name:
        raise Refused([problem("coding-bad-name", frame=frame.name, option=name)])
    past = {code for change in frame.changes for code in (*change.codes, *change.into)}
    if name in taken or name in past:
        raise Refused([problem("coding-name-taken", frame=frame.name, option=name)])
