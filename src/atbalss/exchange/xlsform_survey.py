"""The sheet `survey`: its rows as a tree of groups and questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from atbalss.exchange.xlsform_choices import flag
from atbalss.exchange.xlsform_headers import Line, Table
from atbalss.exchange.xlsform_question import Reading, question
from atbalss.exchange.xlsform_types import TypeCell, read_type
from atbalss.problems import Place, Problem, problem
from atbalss.study.codes import CodeList
from atbalss.study.question import CHOICE_KINDS, Group, Item, Kind, Question
from atbalss.study.rules import Rule, all_of
from atbalss.study.texts import Text

_NAME = re.compile(r"[^\W\d][\w.\-]*")
_RESERVED = frozenset({"id", "weight"})  # columns of every file of answers


@dataclass
class _Open:
    """A group while its rows are read; `name` is "" for the questionnaire itself."""

    name: str
    edge: str = ""
    line: Line | None = None
    relevant: Rule | None = None
    asked_of: Rule | None = None
    appearance: tuple[str, ...] = ()
    items: list[Item] = field(default_factory=list)
    grid: str = ""  # the grid that list-nolabel questions belong to from here on
    grids: int = 0


def read_survey(
    survey: Table, lists: Mapping[str, CodeList], frames: Mapping[str, CodeList]
) -> tuple[tuple[Item, ...], list[Problem]]:
    """The items of the survey sheet in order, and the problems of its rows."""
    reading = Reading(lists, frames, survey.langs)
    builder = _Builder(reading)
    for line in survey.lines:
        builder.row(line)
    return builder.done()


class _Builder:
    """Reads row after row, keeping the groups that are open."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found = reading.found
        self.open = [_Open("")]
        self.names: dict[str, int] = {}
        self.group_names: set[str] = set()

    def row(self, line: Line) -> None:
        if not line.get("type"):
            if line.get("name") or line.text("label"):
                self.found.append(problem("exchange-type-missing", line.place("type")))
            return
        if flag(line, "disabled", False, []):
            return
        cell = read_type(line.get("type"))
        if cell.edge == "begin":
            self.begin(line, cell)
        elif cell.edge == "end":
            self.end(line, cell)
        elif cell.refused:
            self.refuse(line, cell)
        elif cell.kind is None:
            code = "exchange-type-slip" if cell.meant else "exchange-type-unknown"
            args = {"type": line.get("type"), "meant": cell.meant}
            self.found.append(problem(code, line.place("type"), **args))
            self.take_name(line)
        else:
            self.question(line, cell)

    def refuse(self, line: Line, cell: TypeCell) -> None:
        code = f"exchange-refused-{cell.refused}"
        self.found.append(problem(code, line.place("type"), type=line.get("type")))
        if cell.edge != "begin":
            self.take_name(line)

    def begin(self, line: Line, cell: TypeCell) -> None:
        if cell.refused:
            self.refuse(line, cell)
        name = line.get("name")
        if not name:
            self.found.append(problem("exchange-name-missing", line.place("name")))
        elif not _NAME.fullmatch(name):
            self.found.append(problem("exchange-name-bad", line.place("name"), name=name))
        if name in self.group_names:
            self.found.append(problem("exchange-group-twice", line.place("name"), name=name))
            count = 2
            while f"{name}_{count}" in self.group_names:
                count += 1
            name = f"{name}_{count}"
        self.group_names.add(name)
        relevant = self.reading.rule(line, "relevant")
        outer = self.open[-1]
        words = tuple(line.get("appearance").lower().split())
        self.open.append(
            _Open(
                name or f"group_{line.row.number}",
                cell.refused or "group",
                line,
                relevant,
                all_of([outer.asked_of, relevant]),
                words,
                grid=name if "table-list" in words else "",
            )
        )

    def end(self, line: Line, cell: TypeCell) -> None:
        edge = cell.refused or "group"
        if len(self.open) == 1:
            self.found.append(problem("exchange-end-alone", line.place("type"), what=edge))
            return
        closed = self.open.pop()
        if closed.edge != edge:
            row = closed.line.row.number if closed.line else 0
            args = {"what": edge, "opened": closed.edge, "row": row}
            self.found.append(problem("exchange-end-other", line.place("type"), **args))
        self.open[-1].items.append(_group(closed))

    def question(self, line: Line, cell: TypeCell) -> None:
        name = self.take_name(line, cell)
        if name is None:
            return
        group = self.open[-1]
        made = question(self.reading, line, cell, name)
        made = replace(
            made,
            asked_of=all_of([group.asked_of, made.relevant]),
            groups=tuple(each.name for each in self.open if each.name),
        )
        made = self.in_grid(made, line)
        if made.kind is Kind.NOTE and made.appearance == "label" and not made.label:
            return
        group.items.append(made)
        if cell.or_other and made.codes is not None:
            other = self.take_name(line, cell, made.name + "_other")
            if other:
                group.items.append(self.reading.other_text(made, other, group.asked_of))

    def in_grid(self, made: Question, line: Line) -> Question:
        """The question as a grid's item; the row of labels above a grid is a note."""
        group = self.open[-1]
        words = made.appearance.lower().split()
        if made.kind not in CHOICE_KINDS:
            return made
        if "label" in words:
            group.grids += 1
            first = group.grids == 1 and group.name and not group.grid
            group.grid = group.name if first else made.name
            return Question(
                made.name,
                Kind.NOTE,
                made.label,
                hint=made.hint,
                relevant=made.relevant,
                asked_of=made.asked_of,
                appearance="label",
                groups=made.groups,
                place=made.place,
            )
        is_item = "list-nolabel" in words or "table-list" in group.appearance
        if not is_item:
            return made
        return replace(made, grid=group.grid or group.name or f"grid_{line.row.number}")

    def take_name(
        self, line: Line, cell: TypeCell | None = None, name: str | None = None
    ) -> str | None:
        """The row's name if it can be had: a good one, not taken; else a problem and None."""
        kind = cell.kind if cell else None
        name = line.get("name") if name is None else name
        if not name and kind in (Kind.NOTE, Kind.META):
            name = f"generated_{kind}_{line.row.number}"
        if not name:
            self.found.append(problem("exchange-name-missing", line.place("name")))
            return None
        if not _NAME.fullmatch(name):
            self.found.append(problem("exchange-name-bad", line.place("name"), name=name))
            return None
        if name in _RESERVED and kind not in (Kind.NOTE, Kind.META, Kind.CALCULATE):
            self.found.append(problem("exchange-name-reserved", line.place("name"), name=name))
            return None
        row = self.names.get(name)
        if row is not None and kind is Kind.NOTE:
            name = f"{name}_row_{line.row.number}"
        elif row is not None:
            args = {"name": name, "row": row}
            self.found.append(problem("exchange-name-twice", line.place("name"), **args))
            return None
        self.names[name] = line.row.number
        return name

    def done(self) -> tuple[tuple[Item, ...], list[Problem]]:
        while len(self.open) > 1:
            closed = self.open.pop()
            if closed.line is not None:
                args = {"name": closed.name, "what": closed.edge}
                self.found.append(problem("exchange-never-ends", closed.line.place("type"), **args))
            self.open[-1].items.append(_group(closed))
        self.references()
        return tuple(self.open[0].items), self.found

    def references(self) -> None:
        """Questions named in texts (`${name}`) that do not exist."""
        for place, name in self.reading.named:
            if name not in self.names:
                close = get_close_matches(name, list(self.names), 1, 0.7)
                code = "exchange-text-slip" if close else "exchange-text-unknown"
                meant = close[0] if close else ""
                self.found.append(problem(code, place, name=name, meant=meant))


def _group(closed: _Open) -> Group:
    line = closed.line
    grids = [item for item in closed.items if isinstance(item, Question) and item.grid]
    return Group(
        name=closed.name,
        items=tuple(closed.items),
        label=line.text("label") if line else Text(),
        short_label=line.text("short_label") if line else Text(),
        relevant=closed.relevant,
        appearance=" ".join(closed.appearance),
        is_page=bool({"field-list", "table-list"} & set(closed.appearance)),
        is_grid=any(item.grid == closed.name for item in grids),
        place=line.place("type") if line else Place(),
    )
