"""The sheets `choices` and `nets`: lists of codes, and of the nets and bands over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from atbalss.exchange.xlsform_headers import Line, Table
from atbalss.problems import Problem, problem
from atbalss.study.codes import Code, CodeList, CodeRole, Missing, Net, with_outer_nets

_YES = frozenset({"yes", "true", "true()", "1", "jā", "да"})
_NO = frozenset({"no", "false", "false()", "0", "nē", "нет"})


def read_lists(choices: Table | None, nets: Table | None) -> tuple[list[CodeList], list[Problem]]:
    """The code lists in order of appearance, their nets in printed order, and the problems."""
    codes: dict[str, list[Code]] = {}
    found: list[Problem] = []
    for line in choices.lines if choices else []:
        name = line.get("list_name")
        if not name:
            if line.get("name") or line.text("label"):
                found.append(problem("exchange-choice-no-list", line.place("list_name")))
            continue
        code = _code(line, found)
        if code is None:
            continue
        if any(other.name == code.name for other in codes.setdefault(name, [])):
            place = line.place("name")
            found.append(problem("exchange-code-twice", place, option=code.name, list=name))
            continue
        codes[name].append(code)
    declared = _declared(nets, codes, found)
    lists = [
        _list(name, members, declared.get(name, []), found, choices, nets)
        for name, members in codes.items()
    ]
    return lists, found


def flag(line: Line, key: str, default: bool, found: list[Problem]) -> bool:
    """A yes-or-no cell; a problem is added where it says neither."""
    words = line.get(key).lower()
    if not words:
        return default
    if words in _YES or words in _NO:
        return words in _YES
    known = "yes, no"
    found.append(problem("exchange-word-unknown", line.place(key), word=words, known=known))
    return default


def word(line: Line, key: str, known: Iterable[str], found: list[Problem]) -> str:
    """A cell that must hold one of `known` or nothing; a problem is added where it does not."""
    words = line.get(key).lower()
    if not words or words in known:
        return words
    listed = ", ".join(item for item in known if item)
    place = line.place(key)
    found.append(problem("exchange-word-unknown", place, word=words, known=listed))
    return ""


def as_scale(codes: CodeList) -> CodeList:
    """The list with scores: where a code that is not missing has none, the number it is named."""
    scored = tuple(
        code if code.score is not None or code.missing else replace(code, score=number(code.name))
        for code in codes.codes
    )
    return replace(codes, codes=scored)


def number(text: str) -> float | None:
    """The finite number that a text is, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e15 and text.strip("+-.0123456789") == "" else None


def _code(line: Line, found: list[Problem]) -> Code | None:
    name = line.get("name")
    if not name:
        if line.text("label"):
            found.append(problem("exchange-code-no-name", line.place("name")))
        return None
    if any(mark.isspace() for mark in name):
        found.append(problem("exchange-code-blank", line.place("name"), option=name))
    label = line.text("label")
    if not label and not any(c.key == "media" for c in line.table.columns):
        found.append(problem("exchange-code-no-label", line.place("label"), option=name))
    score = None
    if line.get("score"):
        score = number(line.get("score"))
        if score is None:
            place = line.place("score")
            found.append(problem("exchange-score", place, score=line.get("score")))
    missing = word(line, "missing", [str(item) for item in Missing], found)
    role = word(line, "role", [str(item) for item in CodeRole], found)
    return Code(
        name=name,
        label=label,
        short_label=line.text("short_label"),
        score=score,
        exclusive=flag(line, "exclusive", False, found),
        missing=Missing(missing) if missing else None,
        role=CodeRole(role),
        nets=tuple(dict.fromkeys(line.get("net").split())),
        band=line.get("band"),
        read_aloud=flag(line, "read_aloud", True, found),
        filters={**line.extras(), "name": name},
        row=line.row.number,
        source=line.get("source_name"),
        value=line.get("source_value"),
        description=line.text("description"),
        examples=tuple(text.strip() for text in line.get("examples").split("\n") if text.strip()),
    )


def _declared(
    nets: Table | None, codes: dict[str, list[Code]], found: list[Problem]
) -> dict[str, list[Net]]:
    declared: dict[str, list[Net]] = {}
    for line in nets.lines if nets else []:
        name, list_name = line.get("name"), line.get("list_name")
        if not name or not list_name:
            found.append(problem("exchange-net-no-name", line.place("name")))
            continue
        if list_name not in codes:
            place = line.place("list_name")
            found.append(problem("exchange-net-no-list", place, list=list_name, net=name))
            continue
        known = declared.setdefault(list_name, [])
        if any(net.name == name for net in known):
            place = line.place("name")
            found.append(problem("exchange-net-twice", place, net=name, list=list_name))
            continue
        if any(code.name == name for code in codes[list_name]):
            place = line.place("name")
            found.append(problem("exchange-net-is-code", place, net=name, list=list_name))
        is_band = any(code.band == name for code in codes[list_name])
        texts = line.text("label"), line.text("short_label")
        known.append(Net(name, *texts, is_band, line.row.number, line.get("inside")))
    return declared


def _list(
    name: str,
    codes: list[Code],
    nets: list[Net],
    found: list[Problem],
    choices: Table | None,
    nets_table: Table | None,
) -> CodeList:
    known = {net.name for net in nets}
    for code in codes:
        for net in (*code.nets, *([code.band] if code.band else [])):
            if net in known:
                continue
            known.add(net)
            nets.append(Net(net, is_band=net == code.band, row=code.row))
            if choices is not None:
                line = next(item for item in choices.lines if item.row.number == code.row)
                place = line.place("band" if net == code.band else "net")
                found.append(problem("exchange-net-undeclared", place, net=net, list=name))
    made = _in_levels(CodeList(name, tuple(codes), tuple(nets)), found, nets_table)
    if any(code.score is not None or code.band for code in codes):
        return as_scale(made)
    return made


def _in_levels(codes: CodeList, found: list[Problem], table: Table | None) -> CodeList:
    """The list with its nets inside one another, as far as they are."""
    places = {line.row.number: line.place("inside") for line in table.lines} if table else {}
    known = {net.name for net in codes.nets}
    for net in codes.nets:
        if net.inside and net.inside not in known:
            args = {"net": net.inside, "list": codes.name}
            place = places.get(net.row or 0)
            found.append(problem("exchange-net-unknown-around", place, **args))
    nets = tuple(replace(net, inside=net.inside * (net.inside in known)) for net in codes.nets)
    try:
        return with_outer_nets(replace(codes, nets=nets))
    except ValueError as error:
        place = places.get(codes.net(str(error)).row or 0)
        found.append(problem("exchange-net-circle", place, net=error, list=codes.name))
        return replace(codes, nets=tuple(replace(net, inside="") for net in nets))
