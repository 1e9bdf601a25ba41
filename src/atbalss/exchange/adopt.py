"""A questionnaire drafted from a labelled table: an XLSForm, with all that was guessed said aloud.

Nothing of the file is lost: a variable is a question, an option of one, the id, the weight or
contact data (left out, and named). `from_labelled.answers` then reads the answers by the drafted
questionnaire.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

from atbalss.exchange.adopt_closed import closed_codes, kind_of_text
from atbalss.exchange.adopt_lists import Lists, codes_of, dk_in_base
from atbalss.exchange.adopt_sheets import frames_of, workbook_of
from atbalss.exchange.from_labelled import declared_missing, id_variable, missing_values
from atbalss.exchange.guess_groups import Block, Shape, blocks, likely_missing
from atbalss.exchange.guess_names import plain, plain_names
from atbalss.exchange.guess_words import (
    EMAIL,
    PHONE,
    language_of,
    says_contact,
    says_demographic,
    says_weight,
)
from atbalss.exchange.labelled import Labelled, Sort, Variable
from atbalss.exchange.sheets import Workbook
from atbalss.problems import Place, Problem, problem

_KIND = {Sort.TEXT: "text", Sort.DATE: "date", Sort.DATETIME: "dateTime", Sort.TIME: "time"}


@dataclass(frozen=True)
class Adopted:
    """What was drafted. `weight` is a variable's name, "" where there is none; `found` the guesses.

    `frames` are code frames to begin with, one for each open question.
    """

    workbook: Workbook
    frames: Workbook | None
    lang: str
    weight: str
    left_out: tuple[str, ...]
    found: tuple[Problem, ...]


@dataclass
class _Draft:
    """The sheets in the making."""

    table: Labelled
    file: str
    lang: str
    names: dict[str, str] = field(default_factory=dict)
    rows: list[dict[str, str]] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)
    frames: list[str] = field(default_factory=list)
    found: list[Problem] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def say(self, code: str, column: str, **args: object) -> None:
        """Note a guess of a variable or question."""
        self.found.append(
            problem(f"exchange-adopt-{code}", Place(self.file, column=column), **args)
        )

    def fresh(self, name: str) -> str:
        """A name for a question or group that none has yet."""
        new, count = name, 1
        while new.lower() in self.taken:
            count += 1
            new = f"{name}_{count}"
        self.taken.add(new.lower())
        return new


def adopt(table: Labelled, file: str, *, weight: str | None = None, lang: str = "") -> Adopted:
    """A drafted questionnaire of a table. `weight` names the variable of weights if it is known."""
    words = [item.label or item.name for item in table.variables]
    words += [label for item in table.variables for _, label in item.labels]
    draft = _Draft(table, file, lang or language_of(words))
    ids = id_variable(table)
    if ids:
        draft.say("id", ids, name=ids)
    else:
        draft.say("no-id", "")
    weighting = _weight(draft, weight)
    contacts = _contacts(draft, {ids, weighting})
    out = [name for name in (ids, weighting, *contacts) if name]
    found, dropped = blocks(table, out)
    for item in dropped:
        draft.say("set-shared", f"${item.name}", name=item.name)
    draft.names = plain_names(_wanted(found))
    for block in found:
        _ask(draft, block)
    return Adopted(
        workbook_of(draft.rows, draft.lists.rows, draft.lang),
        frames_of(draft.frames, draft.lang),
        draft.lang,
        weighting,
        tuple(contacts),
        tuple(draft.found),
    )


def _wanted(found: Iterable[Block]) -> list[str]:
    """Names of the file in the order of questions."""
    names: list[str] = []
    for block in found:
        names += [item.name for item in block.variables]
    return list(dict.fromkeys(names))


def _weight(draft: _Draft, given: str | None) -> str:
    """The variable of weights: the one named, else the file's own; a likely one is only told."""
    table = draft.table
    by_lower = {item.name.lower(): item.name for item in table.variables}
    if given:
        return by_lower.get(given.lower(), "")
    if table.weight:
        draft.say("weight", table.weight, name=table.weight)
        return table.weight
    for item in table.variables:
        if item.is_text or item.labels or not says_weight(item.name, item.label):
            continue
        values = table.data[item.name].drop_nulls()
        if len(values) and (values >= 0).all() and (values != values.floor()).any():
            draft.say("weight-maybe", item.name, name=item.name, file=draft.file)
            return ""
    return ""


def _contacts(draft: _Draft, others: set[str]) -> list[str]:
    """Variables that hold names, telephones or addresses, by their name or by what is in them."""
    found = []
    for item in draft.table.variables:
        if item.name in others or not (item.is_text or not item.labels):
            continue
        values = draft.table.data[item.name].drop_nulls()
        named = says_contact(item.name, item.label)
        inside = False
        if item.is_text and len(values):
            share = values.str.contains(EMAIL).mean(), values.str.contains(PHONE).mean()
            inside = any(isinstance(part, float) and part >= 0.5 for part in share)
        elif named:
            inside = bool((values >= 1e6).any())
        if inside or (named and item.is_text):
            found.append(item.name)
            draft.say("contact", item.name, name=item.name)
    return found


# ---- questions


def _ask(draft: _Draft, block: Block) -> None:
    if block.shape is Shape.OPTIONS:
        _options(draft, block)
    elif block.shape is Shape.SLOTS:
        _slots(draft, block)
    elif block.shape is Shape.GRID:
        _grid(draft, block)
    else:
        _one(draft, block.variables[0])


def _row(draft: _Draft, kind: str, name: str, label: str, **cells: str) -> None:
    words = _harmless(label) or name
    draft.rows.append({"type": kind, "name": name, "label": words, **cells})


def _harmless(label: str) -> str:
    """A label in which nothing is read as a reference to a question."""
    return " ".join(label.replace("${", "$ {").split(" ")).strip()


def _source(draft: _Draft, name: str, new: str) -> str:
    """The name in the file, where the question is called otherwise."""
    if name == new:
        return ""
    draft.say("renamed", name, old=name, new=new)
    return name


def _options(draft: _Draft, block: Block) -> None:
    """One question of several answers, each a variable; "none" where a row chose nothing."""
    draft.say(
        "options-declared" if block.declared else "options",
        block.variables[0].name,
        count=len(block.variables),
        first=block.variables[0].name,
        last=block.variables[-1].name,
        counted=block.counted,
    )
    name = draft.fresh(plain(block.name) or draft.names[block.variables[0].name])
    if not name[0].isalpha():
        name = draft.fresh("q" + name.lstrip("_"))
    stem = len(block.name)
    short = [
        plain(item.name[stem:]) if block.name and item.name.startswith(block.name) else ""
        for item in block.variables
    ]
    plain_ok = all(short) and len({item.lower() for item in short}) == len(short)
    made = []
    for item, label, tail in zip(block.variables, block.labels, short, strict=True):
        code = tail if plain_ok else draft.names[item.name]
        counted = "" if block.counted == "1" else block.counted
        made.append((code, label or item.label or item.name, item.name, counted))
    none = _chose_nothing(draft, block)
    added = draft.lists.options(name, made, bool(none), draft.lang)
    if added:
        draft.say("none-code", block.variables[0].name, name=name, count=none, answer=added)
    _row(draft, f"select_multiple {name}", name, block.label or block.variables[0].label)


def _chose_nothing(draft: _Draft, block: Block) -> int:
    """Rows in which every variable has a value and none is the counted one."""
    data = draft.table.data
    told, yes = [], []
    for item in block.variables:
        column = data[item.name]
        counted: object = block.counted if item.is_text else float(block.counted)
        chosen = (column == counted).fill_null(False)
        yes.append(chosen)
        told.append(column.is_not_null() & ~declared_missing(item, column))
    any_yes = pl.DataFrame([part.alias(f"y{i}") for i, part in enumerate(yes)])
    any_told = pl.DataFrame([part.alias(f"t{i}") for i, part in enumerate(told)])
    nothing = any_told.select(pl.any_horizontal(pl.all()).alias("a"))["a"]
    nothing = nothing & ~any_yes.select(pl.any_horizontal(pl.all()).alias("a"))["a"]
    return int(nothing.sum())


def _slots(draft: _Draft, block: Block) -> None:
    """One question of several answers, each variable one of them."""
    first = block.variables[0]
    draft.say("slots", first.name, count=len(block.variables), name=block.name)
    name = draft.fresh(plain(block.name) or draft.names[first.name])
    columns = [draft.table.data[item.name] for item in block.variables]
    merged = _merged(block.variables)
    codes = codes_of(merged, pl.concat([c.alias("all") for c in columns]), draft, multiple=True)
    list_name = draft.lists.add(name, codes)
    source = " ".join(item.name for item in block.variables)
    cells = {"source_name": source, "dk_in_base": dk_in_base(merged, codes)}
    _row(draft, f"select_multiple {list_name}", name, block.label or first.label, **cells)


def _merged(variables: Iterable[Variable]) -> Variable:
    """The first variable with the labels and missing values of all."""
    items = list(variables)
    labels = {value: label for item in reversed(items) for value, label in item.labels}
    missing = tuple(dict.fromkeys(span for item in items for span in item.missing))
    first = items[0]
    return Variable(
        first.name,
        first.label,
        first.is_text,
        first.format,
        tuple(sorted(labels.items(), key=lambda pair: str(pair[0]) if first.is_text else pair[0])),
        missing,
        first.level,
    )


def _grid(draft: _Draft, block: Block) -> None:
    """Questions with the same answers, one under another."""
    first = block.variables[0]
    draft.say(
        "grid",
        first.name,
        count=len(block.variables),
        first=first.name,
        last=block.variables[-1].name,
    )
    group = draft.fresh(f"{plain(block.name) or draft.names[first.name]}_grid")
    columns = [draft.table.data[item.name].alias("all") for item in block.variables]
    merged = _merged(block.variables)
    codes = codes_of(merged, pl.concat(columns), draft, scale=block.scale, battery=True)
    list_name = draft.lists.add(group, codes)
    title = _harmless(block.label) or group
    draft.rows.append(
        {"type": "begin_group", "name": group, "label": title, "appearance": "table-list"}
    )
    for item, label in zip(block.variables, block.labels, strict=True):
        name = draft.fresh(draft.names[item.name])
        source = _source(draft, item.name, name)
        cells = {"source_name": source, "dk_in_base": dk_in_base(merged, codes)}
        _row(draft, f"select_one {list_name}", name, label or item.label, **cells)
    draft.rows.append({"type": "end_group", "name": group})


def _one(draft: _Draft, item: Variable) -> None:
    """A question of one answer: an option, a number, a text, a date."""
    name = draft.fresh(draft.names[item.name])
    values = draft.table.data[item.name]
    cells = {"source_name": _source(draft, item.name, name)}
    if says_demographic(item.name, item.label):
        cells["role"] = "demographic"
    codes = closed_codes(draft, item, draft.table.data)
    if codes is not None:
        list_name = draft.lists.add(name, codes)
        cells["dk_in_base"] = dk_in_base(item, codes)
        _row(draft, f"select_one {list_name}", name, item.label, **cells)
        return
    for value, word in missing_values(item, values).items():
        draft.say("missing-open", item.name, name=item.name, value=_shown(value), word=word)
    if item.sort is Sort.NUMBER:
        real = values.filter(~declared_missing(item, values)).drop_nulls()
        whole = bool((real == real.floor()).all())
        for value in likely_missing(real):
            count = int((real == value).sum())
            draft.say("number-odd", item.name, name=item.name, value=_shown(value), count=count)
        _row(draft, "integer" if whole else "decimal", name, item.label, **cells)
        return
    kind = kind_of_text(values) if item.is_text else _KIND[item.sort]
    if kind == "text" and values.drop_nulls().len():
        frame = f"frame_{name}"
        draft.frames.append(frame)
        cells["codeframe"] = frame
        draft.say("frame", item.name, name=name, frame=frame)
    _row(draft, kind, name, item.label, **cells)


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
