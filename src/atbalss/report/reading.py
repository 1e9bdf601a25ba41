"""Reads `report.<lang>.md`: front matter, Markdown with `{{ ... }}`, fences -> Narrative."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from atbalss.problems import Place, Problem, problem
from atbalss.report import fences
from atbalss.report.nodes import (
    BlockNode,
    Break,
    CalloutNode,
    Expression,
    HeadingNode,
    InlineNode,
    Inlines,
    LinkNode,
    ListNode,
    Narrative,
    NoteNode,
    ParagraphNode,
    Prose,
    Stress,
    TableNode,
)

FRONT_KEYS = frozenset(
    {"title", "subtitle", "period", "description", "keywords", "numbered", "allow", "contact"}
)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")  # a footnote that has no text stays as it was typed
_COMMENT = re.compile(r"<!--(?:(?!-->).)*-->", re.DOTALL)
_HEADING_MARK = re.compile(r"\s*\{(?P<dash>-)?\s*(?:#(?P<anchor>[\w-]+))?\s*\}\s*$")


def parse(text: str, file: str, lang: str) -> tuple[Narrative, list[Problem]]:
    """The narrative and what is wrong with its writing; names and numbers are not looked at."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front, body, first_line, problems = _front_matter(text, file)
    reader = _Reader(file, problems)
    blocks = reader.blocks(body, first_line)
    narrative = Narrative(
        file,
        lang,
        title=_plain(front.get("title")),
        subtitle=_plain(front.get("subtitle")),
        period=_plain(front.get("period")),
        description=_plain(front.get("description")),
        keywords=_strings(front.get("keywords")),
        numbered=bool(front.get("numbered", False)),
        allow=_strings(front.get("allow")),
        contact=_strings(front.get("contact")),
        blocks=blocks,
        broken=reader.broken,
    )
    return narrative, problems


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return (str(value),) if value else ()


def _front_matter(text: str, file: str) -> tuple[dict[str, object], str, int, list[Problem]]:
    """Front matter, the text after it, the line it begins at, and problems."""
    if not text.startswith("---\n"):
        return {}, text, 1, []
    end = text.find("\n---", 3)
    if end < 0:
        place = Place(file, line=1)
        return {}, "", 1, [problem("report-front-matter", place, why="---")]
    body_start = text.find("\n", end + 1)
    body = "" if body_start < 0 else text[body_start + 1 :]
    line = text[: body_start + 1].count("\n") + 1
    front, why, at = fences.read_yaml(text[4:end])
    if not isinstance(front, dict):
        why = why or "key: value"
        return {}, body, line, [problem("report-front-matter", Place(file, line=at + 1), why=why)]
    known = ", ".join(sorted(FRONT_KEYS))
    unknown = [str(key) for key in front if key not in FRONT_KEYS]
    problems = [
        problem("report-front-key", Place(file, line=1), key=key, known=known) for key in unknown
    ]
    return {str(key): value for key, value in front.items()}, body, line, problems


# ---- Markdown


def _expression_rule(state: StateInline, silent: bool) -> bool:
    """The inline rule of `{{ ... }}`: its text is taken as it stands, markup cannot break it."""
    if not state.src.startswith("{{", state.pos):
        return False
    end = state.src.find("}}", state.pos + 2)
    if end < 0:
        return False
    if not silent:
        token = state.push("expression", "", 0)
        token.content = state.src[state.pos + 2 : end].strip()
    state.pos = end + 2
    return True


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    markdown.inline.ruler.before("escape", "expression", _expression_rule)
    return markdown


_IN_TABLE = re.compile(r"\{\{.*?\}\}")


def _shield_tables(text: str) -> str:
    """Bars of filters inside expressions of table rows, escaped so that they part no cells."""
    lines = text.split("\n")
    for i, line in enumerate(lines):
        if line.lstrip().startswith("|") and "{{" in line:
            lines[i] = _IN_TABLE.sub(lambda m: re.sub(r"(?<!\\)\|", r"\\|", m.group(0)), line)
    return "\n".join(lines)


@dataclass
class _Reader:
    """Turns tokens into nodes; `problems` gathers what cannot be read."""

    file: str
    problems: list[Problem]
    broken: bool = False
    notes: dict[int, Inlines] = field(default_factory=dict)

    def blocks(self, text: str, first_line: int) -> tuple[BlockNode, ...]:
        """Blocks of a Markdown text whose first line is line `first_line` of the file."""
        tokens = _markdown().parse(_shield_tables(text), {})
        kept, outer = self._without_notes(tokens, first_line), self.notes
        found = self._blocks(kept, first_line)
        self.notes = outer
        return found

    def inlines(self, text: str, first_line: int) -> Inlines:
        """Inlines of one run of text."""
        tokens = _markdown().parseInline(text.strip(), {})
        children = tokens[0].children or []
        return self._inlines(children, first_line, text.strip())

    def fault(self, code: str, line: int, **args: object) -> None:
        """Adds a problem at a line."""
        self.broken = True
        self.problems.append(problem(code, Place(self.file, line=line), **args))

    # -- footnotes

    def _without_notes(self, tokens: list[Token], first_line: int) -> list[Token]:
        """The tokens without the block of footnotes; its texts are kept by number."""
        kept: list[Token] = []
        inside, current = False, -1
        self.notes = {}
        for token in tokens:
            if token.type == "footnote_block_open":
                inside = True
            elif token.type == "footnote_block_close":
                inside = False
            elif not inside:
                kept.append(token)
            elif token.type == "footnote_open":
                current = int(token.meta["id"])
            elif token.type == "inline":
                line = first_line + (token.map[0] if token.map else 0)
                more = self._inlines(token.children or [], line, token.content)
                self.notes[current] = self.notes.get(current, ()) + more
        return kept

    # -- inlines

    def _inlines(self, tokens: list[Token], line: int, source: str) -> Inlines:
        root: list[InlineNode] = []
        stack: list[tuple[str, str, list[InlineNode]]] = [("", "", root)]
        for token in tokens:
            items = stack[-1][2]
            kind = token.type
            if kind in {"text", "code_inline", "text_special"}:
                self._prose(items, token.content, line)
            elif kind == "expression":
                items.append(Expression(token.content.replace("\n", " "), line))
                line += token.content.count("\n")
            elif kind == "softbreak":
                self._prose(items, " ", line)
                line += 1
            elif kind == "hardbreak":
                items.append(Break())
                line += 1
            elif kind in {"em_open", "strong_open", "link_open"}:
                stack.append((kind, str(token.attrGet("href") or ""), []))
            elif kind in {"em_close", "strong_close", "link_close"}:
                self._close(stack)
            elif kind == "footnote_ref":
                items.append(NoteNode(self.notes.get(int(token.meta["id"]), ())))
            else:
                self.fault("report-markup", line, what=kind.replace("_", " "))
        return tuple(root)

    @staticmethod
    def _close(stack: list[tuple[str, str, list[InlineNode]]]) -> None:
        kind, href, inner = stack.pop()
        made = tuple(inner)
        node = LinkNode(made, href) if kind == "link_open" else Stress(made, kind == "strong_open")
        stack[-1][2].append(node)

    def _prose(self, items: list[InlineNode], text: str, line: int) -> None:
        if "{{" in text or "}}" in text:
            self.fault("report-unclosed-expression", line)
        for mark in _NOTE_MARK.findall(text):
            self.fault("report-footnote", line, mark=mark)
        last = items[-1] if items else None
        if isinstance(last, Prose) and last.line == line:
            items[-1] = Prose(last.text + text, line)
        elif text:
            items.append(Prose(text, line))

    # -- blocks

    def _blocks(self, tokens: list[Token], first_line: int) -> tuple[BlockNode, ...]:
        found: list[BlockNode] = []
        position = 0
        while position < len(tokens):
            token = tokens[position]
            line = first_line + (token.map[0] if token.map else 0)
            end = _closing(tokens, position)
            inner = tokens[position + 1 : end]
            match token.type:
                case "heading_open":
                    found.append(self._heading(token, inner[0], line))
                case "paragraph_open":
                    run = self._inlines(inner[0].children or [], line, inner[0].content)
                    found.append(ParagraphNode(run, line))
                case "bullet_list_open" | "ordered_list_open":
                    found.append(self._list(inner, first_line, token.type == "ordered_list_open"))
                case "table_open":
                    found.append(self._table(inner, first_line, line))
                case "fence":
                    found += self._fence(token, line)
                case "html_block" if _COMMENT.fullmatch(token.content.strip()):
                    pass
                case kind:
                    self.fault(
                        "report-markup", line, what=kind.replace("_open", "").replace("_", " ")
                    )
            position = end + 1
        return tuple(found)

    def _heading(self, token: Token, inline: Token, line: int) -> HeadingNode:
        items = self._inlines(inline.children or [], line, inline.content)
        numbered, anchor = True, ""
        if items and isinstance(items[-1], Prose):
            mark = _HEADING_MARK.search(items[-1].text)
            if mark and (mark["dash"] or mark["anchor"]):
                numbered, anchor = not mark["dash"], mark["anchor"] or ""
                items = (*items[:-1], Prose(items[-1].text[: mark.start()], line))
        return HeadingNode(int(token.tag[1:]), items, line, numbered, anchor)

    def _list(self, tokens: list[Token], first_line: int, ordered: bool) -> ListNode:
        entries: list[tuple[BlockNode, ...]] = []
        position = 0
        while position < len(tokens):
            end = _closing(tokens, position)
            entries.append(self._blocks(tokens[position + 1 : end], first_line))
            position = end + 1
        return ListNode(tuple(entries), ordered)

    def _table(self, tokens: list[Token], first_line: int, line: int) -> TableNode:
        rows: list[tuple[Inlines, ...]] = []
        cells: list[Inlines] = []
        row_line = line
        for token in tokens:
            if token.type == "tr_open":
                cells, row_line = [], first_line + (token.map[0] if token.map else 0)
            elif token.type == "inline":
                cells.append(self._inlines(token.children or [], row_line, token.content))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
        return TableNode(rows[0] if rows else (), tuple(rows[1:]), line)

    def _fence(self, token: Token, line: int) -> list[BlockNode]:
        kind = token.info.strip().split(" ")[0] if token.info.strip() else ""
        body = fences.Body(kind, token.content, self.file, line)
        node, problems = fences.read(body, self.inlines)
        if problems:
            self.broken = True
            self.problems += problems
        if isinstance(node, fences.CalloutText):
            blocks = self.blocks(node.text, node.line)
            return [CalloutNode(node.kind, node.title, blocks, line)]
        return [] if node is None else [node]


def _closing(tokens: list[Token], position: int) -> int:
    """The position of the token that closes the one at `position`; itself where nothing opens."""
    if tokens[position].nesting != 1:
        return position
    depth = 0
    for i in range(position, len(tokens)):
        depth += tokens[i].nesting
        if depth == 0:
            return i
    return len(tokens) - 1
