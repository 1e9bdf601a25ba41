"""Blocks in fences: their YAML bodies read into figure specs, quotations, boxes and the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import yaml

from atbalss.problems import Place, Problem, problem
from atbalss.report.document import Form
from atbalss.report.nodes import (
    AnnexNode,
    BlockNode,
    Expression,
    FigureNode,
    FrameNode,
    Inlines,
    KeyNumbersNode,
    LookNode,
    QuotesNode,
    SpecialNode,
    TableNode,
)
from atbalss.report.specs import Among, FigureSpec, LookSpec

_FIGURE_KEYS = frozenset(
    "id form question questions grid codes measure by waves bands nets among min_share caption "
    "finding compare standardise".split()
)
_BANNER_KEYS = frozenset(
    "banner filter measures show tests total against weights digits layout".split()
)
_LOOK_KEYS = frozenset("id question code wave caption table".split())
KEYS: dict[str, frozenset[str]] = {
    "figure": _FIGURE_KEYS,
    "table": _FIGURE_KEYS | _BANNER_KEYS | {"rows", "header"},
    "glossary": frozenset(),
    "method": frozenset(),
    "disclosure": frozenset(),
    "fieldwork": frozenset(),
    "questionnaire": frozenset(),
    "comparisons": frozenset(),
    "pagebreak": frozenset(),
    "coding": frozenset(),
    "codeframe": frozenset({"question", "title"}),
    "quotes": frozenset({"question", "title", "limit"}),
    "annex": frozenset({"id", "title"}),
    "keynumbers": frozenset({"entries"}),
    "callout": frozenset({"kind", "title", "text"}),
    "differs": _LOOK_KEYS | {"by", "nets", "adjust", "says", "labels", "lower"},
    "funnel": _LOOK_KEYS | {"by"},
    "control": _LOOK_KEYS | {"time", "every"},
}
ADJUSTMENTS = ("holm", "bonferroni", "bh", "by", "none")
PERIODS = ("month", "quarter", "week", "year")
CALLOUT_KINDS = ("key", "note", "invented")
MEASURES = ("share", "mean")
FORMS = ("bars", "grouped", "stacked", "line", "panels")
MOST_QUOTES = 1000
InlineReader = Callable[[str, int], Inlines]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str) -> tuple[object, str, int]:
    """A YAML text as plain values, or None, why it cannot be read, and the line (from 1)."""
    try:
        if "&" in text and any(
            isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_LOADER)
        ):  # a block needs none, and few lines of them are a billion values
            return None, "*", 1
        return yaml.load(text, Loader=_LOADER), "", 1  # noqa: S506 - a safe loader, either way
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        why = str(getattr(error, "problem", None) or error).splitlines()[0]
        return None, why, (mark.line + 1 if mark is not None else 1)


@dataclass
class Body:
    """A fence: its kind, its text, where it stands; `problems` gathers faults while it is read."""

    kind: str
    text: str
    file: str
    line: int
    values: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def fault(self, code: str, line: int | None = None, **args: object) -> None:
        """Adds a problem, at the fence's own line unless another is named."""
        place = Place(self.file, line=line or self.line)
        self.problems.append(problem(code, place, block=self.kind, **args))

    def line_of(self, key: str) -> int:
        """The line of a key of the body."""
        for i, row in enumerate(self.text.split("\n")):
            if row.startswith(f"{key}:"):
                return self.line + 1 + i
        return self.line

    def text_line(self, key: str) -> int:
        """The line at which the text of a key begins: the next one after `key: |`."""
        line = self.line_of(key)
        rows = self.text.split("\n")
        place = line - self.line - 1
        head = rows[place].partition(":")[2].strip() if 0 <= place < len(rows) else ""
        return line + 1 if head[:1] in {"|", ">"} else line

    def string(self, key: str) -> str:
        """A text value, "" where the key is missing."""
        value = self.values.get(key)
        if isinstance(value, dict | list):
            self.wrong(key, value, '"..."')
            return ""
        return "" if value is None else str(value).strip()

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single value is a list of one."""
        value = self.values.get(key)
        if value is None:
            return ()
        if isinstance(value, list):
            return tuple(str(item) for item in value)
        return (str(value),)

    def choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """A value that must be one of `allowed`."""
        value = self.string(key) or default
        if value not in allowed:
            self.wrong(key, value, ", ".join(allowed))
            return default
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """A yes or no."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            self.wrong(key, value, "yes, no")
            return default
        return value

    def number(self, key: str, largest: int) -> float:
        """A number from 0 to `largest`, 0 where the key is missing."""
        value = self.values.get(key, 0)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= largest:
            return float(value)
        self.wrong(key, value, f"0 ... {largest}")
        return 0.0

    def wrong(self, key: str, value: object, known: str) -> None:
        """Adds a problem about a value of a key."""
        self.fault("report-fence-value", self.line_of(key), key=key, value=value, known=known)


@dataclass(frozen=True, slots=True)
class CalloutText:
    """A box whose text is still Markdown."""

    kind: str
    title: str
    text: str
    line: int


def read(body: Body, inlines: InlineReader) -> tuple[BlockNode | CalloutText | None, list[Problem]]:
    """The node of a fence, or None, and what is wrong with it."""
    if body.kind not in KEYS:
        body.fault("report-fence-unknown", known=", ".join(sorted(KEYS)))
        return None, body.problems
    if any(line.startswith("```") for line in body.text.splitlines()):
        body.fault("report-fence-open")
        return None, body.problems
    values, why, at = read_yaml(body.text) if body.text.strip() else ({}, "", 1)
    if not isinstance(values, dict):
        body.fault("report-fence-yaml", body.line + at, why=why or "key: value")
        return None, body.problems
    body.values = {str(key): value for key, value in values.items()}
    allowed = KEYS[body.kind] - (_BANNER_KEYS if "banner" not in body.values else frozenset())
    for key in body.values:
        if key not in allowed:
            known = ", ".join(sorted(KEYS[body.kind])) or "–"
            body.fault("report-fence-key", body.line_of(key), key=key, known=known)
    return _node(body, inlines), body.problems


def _node(body: Body, inlines: InlineReader) -> BlockNode | CalloutText | None:
    match body.kind:
        case "figure":
            return _figure(body, inlines)
        case "table":
            if "banner" in body.values:
                from atbalss.report.banner_fence import read_banner_fence

                return read_banner_fence(body, inlines)
            return _facts(body, inlines) if "rows" in body.values else _figure(body, inlines)
        case "differs" | "funnel" | "control":
            return _look(body, inlines)
        case "quotes":
            limit = int(body.number("limit", MOST_QUOTES))
            return QuotesNode(body.string("question"), body.string("title"), body.line, limit)
        case "annex":
            if not body.string("id"):
                body.fault("report-missing-id")
            title = inlines(body.string("title"), body.line_of("title"))
            return AnnexNode(body.string("id"), title, body.line)
        case "keynumbers":
            return _key_numbers(body, inlines)
        case "callout":
            kind = body.choice("kind", CALLOUT_KINDS, "note")
            text, line = body.string("text"), body.text_line("text")
            return CalloutText(kind, body.string("title"), text, line)
        case "codeframe":
            if not body.string("question"):
                body.fault("report-no-question")
            return FrameNode(body.string("question"), body.string("title"), body.line)
        case _:
            return SpecialNode(body.kind, body.line)


def _figure(body: Body, inlines: InlineReader) -> FigureNode | None:
    is_table = body.kind == "table"
    questions = body.strings("questions") or body.strings("question")
    grid = body.string("grid")
    if not body.string("id"):
        body.fault("report-missing-id")
    if not questions and not grid:
        body.fault("report-no-question")
    if not body.string("caption"):
        body.fault("report-no-caption")
    if not body.string("finding") and not is_table:
        body.fault("report-no-finding")
    form = Form(body.choice("form", FORMS, Form.BARS.value))
    spec = FigureSpec(
        id=body.string("id"),
        questions=questions,
        form=form,
        grid=grid,
        measure=body.choice("measure", MEASURES, "share"),
        codes=body.strings("codes"),
        waves=body.strings("waves"),
        by_wave=bool(body.choice("by", ("", "wave"), "")) or form is Form.LINE,
        bands=body.flag("bands"),
        nets=body.flag("nets"),
        among=_among(body),
        min_share=body.number("min_share", 100) / 100,
        is_table=is_table,
        standardise=body.strings("standardise"),
        compare=body.flag("compare", True),
        line=body.line,
    )
    caption = inlines(body.string("caption"), body.text_line("caption"))
    finding = inlines(body.string("finding"), body.text_line("finding"))
    return FigureNode(spec, caption, finding)


def _look(body: Body, inlines: InlineReader) -> LookNode:
    """A look at groups, units or periods; its sentence, alt text and table the build makes."""
    for key, code in (
        ("id", "report-missing-id"),
        ("question", "report-no-question"),
        ("caption", "report-no-caption"),
    ):
        if not body.string(key):
            body.fault(code)
    by = body.strings("by") or ((body.string("time"),) if body.string("time") else ())
    if body.kind == "funnel" and len(by) != 1:
        body.fault("report-no-unit", body.line_of("by"))
    every = body.choice("every", ("", *PERIODS), "")
    if every and not by:
        body.wrong("every", every, "time: ...")
    spec = LookSpec(
        kind=body.kind,
        id=body.string("id"),
        question=body.string("question"),
        code=body.string("code"),
        by=by,
        nets=body.flag("nets"),
        adjust=body.choice("adjust", ADJUSTMENTS, "holm"),
        every=every,
        wave=body.string("wave"),
        says=body.string("says"),
        labels=_among(body, "labels"),
        lower=body.flag("lower"),
        has_table=body.flag("table"),
        line=body.line,
    )
    return LookNode(spec, inlines(body.string("caption"), body.text_line("caption")))


def _among(body: Body, key: str = "among") -> tuple[Among, ...]:
    value = body.values.get(key, [])
    found: list[Among] = []
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, dict) or not {"question", "code"} <= item.keys():
            body.wrong(key, item, "{question: ..., code: ..., label: ...}")
            continue
        found.append(
            Among(*(str(item.get(name, "") or "") for name in ("question", "code", "label")))
        )
    return tuple(found)


def _facts(body: Body, inlines: InlineReader) -> TableNode:
    """A table of facts: `rows: [[head, text], ...]`."""
    value = body.values["rows"]
    line = body.line_of("rows")
    rows: list[tuple[Inlines, ...]] = []
    for i, row in enumerate(value if isinstance(value, list) else []):
        if isinstance(row, list):
            rows.append(tuple(inlines(str(cell), line + 1 + i) for cell in row))
        else:
            body.wrong("rows", row, "[[..., ...], ...]")
    if len({len(row) for row in rows}) != 1:
        body.wrong("rows", "" if value is None else value, "[[..., ...], ...]")
    header = tuple(inlines(text, body.line_of("header")) for text in body.strings("header"))
    if body.string("id") and not body.string("caption"):
        body.fault("report-no-caption")
    caption = inlines(body.string("caption"), body.text_line("caption"))
    return TableNode(header, tuple(rows), body.line, body.string("id"), caption)


def _key_numbers(body: Body, inlines: InlineReader) -> KeyNumbersNode:
    value = body.values.get("entries", [])
    entries: list[tuple[Expression, Inlines]] = []
    line = body.line_of("entries")
    for i, entry in enumerate(value if isinstance(value, list) else []):
        if not isinstance(entry, list) or len(entry) != 2:
            body.wrong("entries", entry, "[[share(...), words], ...]")
            continue
        source = str(entry[0]).strip().removeprefix("{{").removesuffix("}}").strip()
        words = inlines(str(entry[1]), line + 1 + i)
        entries.append((Expression(source, line + 1 + i), words))
    if not entries:
        body.wrong("entries", value, "[[share(...), words], ...]")
    return KeyNumbersNode(tuple(entries), body.line)
