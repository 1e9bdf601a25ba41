"""One row of the survey sheet as a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from atbalss.exchange.xlsform_choices import as_scale, flag, number, word
from atbalss.exchange.xlsform_headers import Line
from atbalss.exchange.xlsform_types import TypeCell
from atbalss.problems import Place, Problem, problem
from atbalss.study.codes import Code, CodeList, CodeRole
from atbalss.study.question import CHOICE_KINDS, Bounds, Kind, Question, Role
from atbalss.study.rules import Call, Column, Literal, Ref, Rule, RuleError, all_of, parse, walk
from atbalss.study.texts import Text

_REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^{}\s]+)\s*\}")
_TRUE = frozenset({"yes", "true", "true()", "1"})
_FALSE = frozenset({"no", "false", "false()", "0", ""})
_DYNAMIC = re.compile(r"\$\{|[\w-]\s*\(")
_TEXTS = ("label", "hint", "constraint_message", "required_message")
_OTHER = {
    "lv": ("Cits", "Kas tieši?"),
    "en": ("Other", "What exactly?"),
    "ru": ("Другое", "Что именно?"),
}
_QUIET = frozenset({Kind.META, Kind.CALCULATE})


@dataclass
class Reading:
    """What all rows share: the lists, the languages, the problems found so far."""

    lists: Mapping[str, CodeList]
    frames: Mapping[str, CodeList]
    langs: tuple[str, ...]
    found: list[Problem] = field(default_factory=list)
    named: list[tuple[Place, str]] = field(default_factory=list)

    def rule(self, line: Line, key: str) -> Rule | None:
        """The rule in a cell, or None where it is empty or cannot be read (then a problem)."""
        cell = line.get(key)
        return self.parsed(cell, line.place(key)) if cell else None

    def parsed(self, text: str, place: Place) -> Rule | None:
        """The rule that a text is, or None and a problem."""
        try:
            return parse(text)
        except RuleError as error:
            self.found.append(error.as_problem(place))
        return None

    def truth(self, line: Line, key: str) -> Rule | None:
        """A cell that says yes, no or a rule: None for no."""
        words = line.get(key).lower()
        if words in _FALSE:
            return None
        return Call("true") if words in _TRUE else self.rule(line, key)

    def other_text(self, asked: Question, name: str, outer: Rule | None) -> Question:
        """The question behind `or_other`: what the respondent means by "other"."""
        relevant = Call("selected", (Ref(asked.name), Literal("other")))
        return Question(
            name,
            Kind.TEXT,
            Text.of({lang: _OTHER.get(lang, _OTHER["en"])[1] for lang in self.langs}),
            relevant=relevant,
            asked_of=all_of([outer, relevant]),
            role=Role.OTHER_TEXT,
            groups=asked.groups,
            place=asked.place,
        )


def question(reading: Reading, line: Line, cell: TypeCell, name: str) -> Question:
    """The question of a row; what is wrong with the row is added to `reading.found`."""
    found = reading.found
    kind = cell.kind or Kind.TEXT
    parameters = _parameters(line)
    codes = _codes(reading, line, cell)
    made = Question(
        name=name,
        kind=kind,
        label=line.text("label"),
        short_label=line.text("short_label"),
        hint=line.text("hint"),
        codes=codes,
        frame=_frame(reading, line, kind),
        relevant=reading.rule(line, "relevant"),
        required=None if kind in (Kind.NOTE, *_QUIET) else reading.truth(line, "required"),
        required_message=line.text("required_message"),
        constraint=_constraint(reading, line, cell, kind),
        constraint_message=line.text("constraint_message"),
        soft_constraint=reading.rule(line, "soft_constraint"),
        soft_message=line.text("soft_message"),
        default=_default(reading, line, kind),
        choice_filter=_choice_filter(reading, line, codes),
        bounds=_bounds(line, parameters, found) if kind is Kind.RANGE else None,
        appearance=_appearance(line, found),
        randomize=parameters.get("randomize", "").lower() == "true" and codes is not None,
        seed=_seed(reading, line, parameters),
        read_only=line.get("read_only").lower() in _TRUE,
        role=Role(word(line, "role", [str(role) for role in Role], found)),
        dk_in_base=flag(line, "dk_in_base", True, found),
        read_aloud=flag(line, "read_aloud", True, found),
        scale_low=line.text("scale_low"),
        scale_high=line.text("scale_high"),
        interviewer_note=line.text("interviewer_note") or line.text("guidance_hint"),
        probe=line.text("probe"),
        source=tuple(line.get("source_name").split()),
        meta=cell.meta,
        place=line.place(),
    )
    made = _calculated(reading, line, made)
    if cell.silent:
        found.append(problem("exchange-not-recorded", line.place("type"), type=line.get("type")))
    if made.kind not in _QUIET and not made.label and not made.hint and not _is_head(made):
        found.append(problem("exchange-no-label", line.place("label"), name=name))
    _note_names(reading, line)
    return made


def _calculated(reading: Reading, line: Line, made: Question) -> Question:
    """The question with its calculation; one that is asked as well takes it as its default."""
    if not line.get("calculation"):
        if made.kind is not Kind.CALCULATE:
            return made
        if made.default is not None:
            return replace(made, calculation=made.default, default=None)
        if "hidden" in line.get("type").lower():
            return replace(made, kind=Kind.META, meta="hidden")
        reading.found.append(problem("exchange-no-calculation", line.place("calculation")))
        return made
    calculation = reading.rule(line, "calculation")
    if made.kind in _QUIET:
        return replace(made, kind=Kind.CALCULATE, meta="", calculation=calculation)
    if made.kind in (Kind.NOTE, Kind.ACKNOWLEDGE):
        return made
    if made.read_only:
        place = line.place("calculation")
        reading.found.append(problem("exchange-calculation-hidden", place, name=made.name))
        return replace(
            made,
            kind=Kind.CALCULATE,
            codes=None,
            calculation=calculation,
            required=None,
            constraint=None,
            default=None,
            choice_filter=None,
        )
    place = line.place("calculation")
    reading.found.append(problem("exchange-calculation-default", place, name=made.name))
    return replace(made, default=made.default or calculation)


def _codes(reading: Reading, line: Line, cell: TypeCell) -> CodeList | None:
    if cell.kind not in CHOICE_KINDS:
        return None
    codes = reading.lists.get(cell.list_name)
    if codes is None or not codes.codes:
        close = get_close_matches(cell.list_name, list(reading.lists), 1, 0.6)
        fault = "exchange-list-slip" if close else "exchange-list-missing"
        args = {"list": cell.list_name, "meant": close[0] if close else ""}
        reading.found.append(problem(fault, line.place("type"), **args))
        return None
    if cell.kind is Kind.MULTIPLE:
        for code in codes.codes:
            if any(mark.isspace() for mark in code.name):
                named = {"option": code.name, "list": codes.name, "row": code.row or 0}
                found = problem("exchange-code-blank-multiple", line.place("type"), **named)
                reading.found.append(found)
                break
    if cell.or_other:
        codes = _with_other(codes, reading.langs)
    whole = all(number(c.name) is not None for c in codes.codes if not c.missing)
    if line.text("scale_low") and whole and not codes.is_scale:
        codes = as_scale(codes)
    return codes


def _with_other(codes: CodeList, langs: tuple[str, ...]) -> CodeList:
    if codes.has("other"):
        return codes
    label = Text.of({lang: _OTHER.get(lang, _OTHER["en"])[0] for lang in langs})
    other = Code("other", label, role=CodeRole.OTHER, filters={"name": "other"})
    return replace(codes, name=f"{codes.name}_or_other", codes=(*codes.codes, other))


def _frame(reading: Reading, line: Line, kind: Kind) -> CodeList | None:
    name = line.get("codeframe")
    if not name:
        return None
    place = line.place("codeframe")
    if kind is not Kind.TEXT:
        reading.found.append(problem("exchange-frame-not-open", place, frame=name))
        return None
    if name not in reading.frames:
        reading.found.append(problem("exchange-frame-missing", place, frame=name))
        return None
    return reading.frames[name]


def _constraint(reading: Reading, line: Line, cell: TypeCell, kind: Kind) -> Rule | None:
    if kind in (Kind.NOTE, *_QUIET):
        return None
    inborn = parse(cell.constraint) if cell.constraint else None
    return all_of([inborn, reading.rule(line, "constraint")])


def _default(reading: Reading, line: Line, kind: Kind) -> Rule | None:
    cell = line.get("default")
    if not cell or kind is Kind.NOTE:
        return None
    if "last-saved#" in cell:
        reading.found.append(problem("exchange-last-saved", line.place("default")))
        return None
    if _DYNAMIC.search(cell):
        try:
            return parse(cell)
        except RuleError as error:
            if "${" in cell or kind is not Kind.TEXT:
                reading.found.append(error.as_problem(line.place("default")))
                return None
    return Literal(cell)


def _choice_filter(reading: Reading, line: Line, codes: CodeList | None) -> Rule | None:
    rule = reading.rule(line, "choice_filter")
    if rule is None or codes is None:
        return None
    known = {key for code in codes.codes for key in code.filters}
    for node in walk(rule):
        if isinstance(node, Column) and node.name not in known:
            close = get_close_matches(node.name, sorted(known), 1, 0.6)
            code = "exchange-filter-slip" if close else "exchange-filter-column"
            args = {"column": node.name, "list": codes.name, "meant": close[0] if close else ""}
            reading.found.append(problem(code, line.place("choice_filter"), **args))
            return None
    return rule


def _parameters(line: Line) -> dict[str, str]:
    pairs = re.findall(r"([\w-]+)\s*=\s*([^\s,;=]+)", line.get("parameters"))
    return {key.lower(): value for key, value in pairs}


def _seed(reading: Reading, line: Line, parameters: dict[str, str]) -> Rule | None:
    seed = parameters.get("seed")
    return reading.parsed(seed, line.place("parameters")) if seed else None


def _bounds(line: Line, parameters: dict[str, str], found: list[Problem]) -> Bounds | None:
    parts = [
        number(parameters.get(k, d)) for k, d in (("start", "1"), ("end", "10"), ("step", "1"))
    ]
    start, end, step = parts
    if start is None or end is None or not step or abs(step) > abs(end - start):
        given = line.get("parameters")
        found.append(problem("exchange-range", line.place("parameters"), parameters=given))
        return None
    return Bounds(min(start, end), max(start, end), abs(step))


def _appearance(line: Line, found: list[Problem]) -> str:
    appearance = " ".join(line.get("appearance").split())
    place = line.place("appearance")
    if re.search(r"\bsearch\s*\(", appearance):
        found.append(problem("exchange-refused-search", place))
    elif re.search(r"\b(ex:|bearing|printer:)", appearance):
        found.append(problem("exchange-appearance-device", place, appearance=appearance))
    return appearance


def _is_head(made: Question) -> bool:
    return "label" in made.appearance.lower().split()


def _note_names(reading: Reading, line: Line) -> None:
    for key in _TEXTS:
        seen: set[str] = set()
        for _, words in line.text(key).pairs:
            for name in _REFERENCE.findall(words):
                if name not in seen:
                    seen.add(name)
                    reading.named.append((line.place(key), name))
