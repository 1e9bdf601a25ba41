"""Code lists drafted from the values and labels of variables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

import polars as pl

from atbalss.answers.record import number_text
from atbalss.exchange.guess_names import plain_names
from atbalss.exchange.guess_words import missing_word, says_degree, says_nothing, says_other
from atbalss.exchange.labelled import Level, Value, Variable

Row = dict[str, str]
SHOWN_ROWS = 5

_NONE = {
    "lv": "Neviens no minētajiem",
    "en": "None of these",
    "ru": "Ничего из перечисленного",
}
_NOTHING_TICKED = {  # where "none of these" is an option of its own, and was not ticked either
    "lv": "Nav atzīmēta neviena atbilde",
    "en": "No answer ticked",
    "ru": "Не отмечено ни одного ответа",
}


class Saying(Protocol):
    """Whatever takes note of a guess."""

    def say(self, code: str, column: str, **args: object) -> None:
        """Note a guess of a variable."""


@dataclass
class Lists:
    """The sheet `choices` in the making: equal lists are kept once."""

    rows: list[Row] = field(default_factory=list)
    known: dict[tuple[tuple[tuple[str, str], ...], ...], str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def add(self, name: str, codes: Iterable[Row]) -> str:
        """The name of the list of these codes: that of an equal one, or `name`."""
        rows = list(codes)
        key = tuple(tuple(sorted(row.items())) for row in rows)
        if key in self.known:
            return self.known[key]
        new, count = name, 1
        while new in self.names:
            count += 1
            new = f"{name}_{count}"
        self.names.add(new)
        self.known[key] = new
        self.rows += [{"list_name": new, **row} for row in rows]
        return new

    def options(
        self, name: str, options: Iterable[tuple[str, str, str, str]], none: bool, lang: str
    ) -> str:
        """The list of a question whose options are variables: (code, label, variable, counted).

        Gives the label of the answer that was added for those who chose `none` of them, or "".
        """
        self.names.add(name)
        rows: list[Row] = []
        for code, label, variable, counted in options:
            row = {"name": code, "label": _clean(label), "source_name": variable}
            row["source_value"] = counted
            row |= _role(label, multiple=True)
            word = missing_word(label)
            if word:
                row |= {"missing": word, "exclusive": "yes"}
            rows.append(row)
        label = ""
        if none:
            code = "none"
            while any(row["name"].lower() == code for row in rows):
                code += "_"
            own = any(row.get("role") == "nothing" for row in rows)
            label = (_NOTHING_TICKED if own else _NONE).get(lang, _NONE["en"])
            rows.append({"name": code, "label": label, "role": "nothing", "exclusive": "yes"})
        self.rows += [{"list_name": name, **row} for row in rows]
        return label


def known_codes(variable: Variable) -> list[Value]:
    """Labelled values that are answers, not missing ones."""
    return [
        value
        for value, label in variable.labels
        if not missing_word(label, value, declared=variable.is_missing(value))
    ]


def codes_of(
    variable: Variable,
    values: pl.Series,
    draft: Saying,
    *,
    scale: tuple[int, int] | None = None,
    battery: bool = False,
    multiple: bool = False,
) -> list[Row]:
    """The codes of a variable: its labelled values, the steps of its scale, and values it has.

    Missing values come last. A value in the data that has no label is a code too and is told.
    """
    labels = _labels(variable, values, draft, scale)
    ordered = list(labels) if variable.is_text else sorted(labels)
    why = {
        value: missing_word(labels[value], value, declared=variable.is_missing(value))
        for value in ordered
    }
    for value in ordered:
        if why[value]:
            args = {"name": variable.name, "value": _text(value), "label": labels[value]}
            draft.say(
                _told_as(why[value], variable.is_missing(value)),
                variable.name,
                **args,
                word=why[value],
            )
    ordered = [value for value in ordered if not why[value]] + [v for v in ordered if why[v]]
    names = _names(ordered)
    scored = _is_scale(variable, ordered, why, labels, scale, battery)
    made = []
    for value in ordered:
        row = {"name": names[value], "label": _clean(labels[value]) or names[value]}
        if names[value] != _text(value):
            row["source_value"] = _text(value)
        if why[value]:
            row |= {"missing": why[value]} | ({"exclusive": "yes"} if multiple else {})
        else:
            row |= _role(labels[value], multiple=multiple)
            row |= {"score": _text(value)} if scored else {}
        made.append(row)
    return made


def dk_in_base(variable: Variable, codes: Iterable[Row]) -> str:
    """The cell `dk_in_base` of a question: "no" where the file itself calls "hard to say" missing.

    Then shares have the base that SPSS gives them (valid percent).
    """
    unsure = [row for row in codes if row.get("missing") == "dont_know"]
    shown = [row.get("source_value") or row["name"] for row in unsure]
    values = [value if variable.is_text else float(value) for value in shown]
    return "no" if any(variable.is_missing(value) for value in values) else ""


def _told_as(word: str, declared: bool) -> str:
    """The note of a missing value: "hard to say" may stay in the base of shares."""
    if word != "dont_know":
        return "missing"
    return "unsure-declared" if declared else "unsure"


def _labels(
    variable: Variable, values: pl.Series, draft: Saying, scale: tuple[int, int] | None
) -> dict[Value, str]:
    """Labels by value: declared ones, steps of the scale, then values that only the data has."""
    labels: dict[Value, str] = dict(variable.labels)
    if scale is not None:
        for step in range(scale[0], scale[1] + 1):
            labels.setdefault(float(step), str(step))
    counts = values.drop_nulls().value_counts(sort=True)
    for value, count in counts.iter_rows():
        if value not in labels:
            shown = value if isinstance(value, str) else number_text(value)
            labels[value] = shown
            if not variable.is_missing(value):
                rows = (values == value).fill_null(False).arg_true().to_list()
                told = ", ".join(str(row + 1) for row in rows[:SHOWN_ROWS])
                args = {"name": variable.name, "value": shown, "count": count, "rows": told}
                draft.say("unlabelled", variable.name, **args)
    return labels


def _names(ordered: list[Value]) -> dict[Value, str]:
    """Codes as they may be written: whole numbers themselves, texts and fractions made plain."""
    numbers = {v: _text(v) for v in ordered if isinstance(v, float) and v.is_integer()}
    others = [v for v in ordered if v not in numbers]
    plain = plain_names([_text(v) for v in others], prefix="c") if others else {}
    taken = set(numbers.values())
    names: dict[Value, str] = {}
    names.update(numbers.items())
    for value in others:
        name = plain[_text(value)]
        while name in taken:
            name += "_"
        taken.add(name)
        names[value] = name
    return names


def _is_scale(
    variable: Variable,
    ordered: list[Value],
    why: dict[Value, str],
    labels: dict[Value, str],
    scale: tuple[int, int] | None,
    battery: bool,
) -> bool:
    """Whether the codes are steps of a scale, so that a mean makes sense."""
    real = [value for value in ordered if not why[value]]
    if scale is not None:
        return variable.level is not Level.NOMINAL
    if variable.is_text or len(real) < 3 or variable.level is Level.NOMINAL:
        return False
    numbers = [value for value in real if isinstance(value, float)]
    if numbers != [numbers[0] + step for step in range(len(numbers))]:
        return False
    degrees = sum(says_degree(labels[value]) for value in real)
    bare = sum(labels[value].strip() == _text(value) for value in real)
    return degrees + bare >= len(real) / 2 or (battery and variable.level is Level.ORDINAL)


def _role(label: str, *, multiple: bool) -> Row:
    if says_other(label):
        return {"role": "other"}
    if says_nothing(label):
        return {"role": "nothing", "exclusive": "yes"} if multiple else {"role": "nothing"}
    return {}


def _clean(label: str) -> str:
    return label.replace("${", "$ {").strip()


def _text(value: Value) -> str:
    return value if isinstance(value, str) else number_text(value)
