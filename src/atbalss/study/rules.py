"""Rules: XLSForm's expression language as a small tree, parsed once.

`parse` reads it, `to_xpath` prints it back; evaluation on a record is `answers.evaluate`, on
columns `answers.select`, in words `study.rule_words`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from atbalss.problems import Place, Problem, problem
from atbalss.study import functions as known
from atbalss.study.rule_tree import (
    LEVEL,
    Binary,
    Call,
    Column,
    Literal,
    Negative,
    Ref,
    Rule,
    Self,
    all_of,
    children,
    depth,
    functions,
    joined,
    named_in_text,
    plain,
    quoted,
    references,
    split,
    to_xpath,
    walk,
)

__all__ = [
    "Binary",
    "Call",
    "Column",
    "Literal",
    "Negative",
    "Ref",
    "Rule",
    "RuleError",
    "Self",
    "all_of",
    "children",
    "depth",
    "functions",
    "named_in_text",
    "parse",
    "plain",
    "quoted",
    "references",
    "split",
    "to_xpath",
    "walk",
]

MAX_DEPTH = 100  # levels of a rule; keeps every walk over a tree far from Python's own limit

_WORD_OPS = frozenset({"or", "and", "div", "mod"})
_DOUBLE, _SINGLE = '"“”„‟″', "'‘’‚‛′"


class RuleError(ValueError):
    """A rule that cannot be read: `message` in English, `position` (1 = first character)."""

    def __init__(self, fault: str, rule: str, position: int, **args: object) -> None:
        self.fault = fault
        self.position = position
        shown = rule if len(rule) <= 120 else rule[:117] + "..."
        self.details = {"rule": shown, "position": position, **args}
        self.message = self.as_problem(Place()).sentence("en")
        super().__init__(self.message)

    def as_problem(self, where: Place) -> Problem:
        """The error as a problem of the catalogue, at the cell that holds the rule."""
        return problem(self.fault, where, **self.details)


_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<ref>\$\{[^{}]*\})
    | (?P<path>\.\.|//|/|\[|\]|@|\||::)
    | (?P<name>[^\W\d](?:[\w.\-]*[\w\-])?(?::[^\W\d](?:[\w.\-]*[\w\-])?)?)
    | (?P<op>!=|<=|>=|[=<>+*\-])
    | (?P<mark>[(),])
    | (?P<self>\.)
    | (?P<quote>["'“”„‟″‘’‚‛′])
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            at += len(text[at:]) - len(text[at:].lstrip())
            raise RuleError("study-rule-syntax", text, at + 1, near=text[at : at + 12])
        kind = str(match.lastgroup)
        start = match.start(kind)
        if kind == "quote":
            token, at = _quoted(text, start)
        else:
            token, at = _Token(kind, match.group(kind), start + 1), match.end()
        found.append(token)
    return found


def _quoted(text: str, start: int) -> tuple[_Token, int]:
    mark = text[start]
    family = _DOUBLE if mark in _DOUBLE else _SINGLE
    closing = mark if mark in "\"'" and text.find(mark, start + 1) > 0 else family
    for at in range(start + 1, len(text)):
        if text[at] in closing:
            words = text[start + 1 : at]
            if "'" in words and '"' in words:
                raise RuleError("study-rule-quotes", text, start + 1)
            return _Token("string", words, start + 1), at + 1
    raise RuleError("study-rule-quote", text, start + 1)


class _Parser:
    """Precedence climbing over the tokens of one rule."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.at = 0
        self.depth = 0

    def fail(self, fault: str, token: _Token | None, **args: object) -> RuleError:
        position = token.position if token else len(self.text.rstrip()) + 1
        return RuleError(fault, self.text, position, **args)

    def peek(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def unexpected(self) -> RuleError:
        token = self.peek()
        if token is None:
            return self.fail("study-rule-ends", None)
        if token.kind == "path":
            return self.fail("study-rule-path", token, near=token.text)
        return self.fail("study-rule-syntax", token, near=token.text)

    def operator(self) -> str | None:
        token = self.peek()
        if token is None or token.kind not in ("op", "name"):
            return None
        return token.text if token.text in LEVEL else None

    def take(self, mark: str) -> bool:
        token = self.peek()
        if token is not None and token.kind == "mark" and token.text == mark:
            self.at += 1
            return True
        return False

    def level(self, least: int) -> Rule:
        tree = self.unary()
        while (op := self.operator()) is not None and LEVEL[op] >= least:
            if op not in ("and", "or"):
                self.at += 1
                tree = Binary(op, tree, self.level(LEVEL[op] + 1))
                continue
            operands = [tree]
            while self.operator() == op:
                self.at += 1
                operands.append(self.level(LEVEL[op] + 1))
            tree = joined(op, operands)
        return tree

    def unary(self) -> Rule:
        token = self.peek()
        if token is None or token.text != "-" or token.kind != "op":
            return self.primary()
        self.at += 1
        self.enter(token)
        tree = Negative(self.unary())
        self.depth -= 1
        return tree

    def enter(self, token: _Token) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fail("study-rule-deep", token, limit=MAX_DEPTH)

    def primary(self) -> Rule:
        token = self.peek()
        if token is None or token.kind in ("op", "path"):
            if token is not None and token.text == "*":
                raise self.fail("study-rule-path", token, near="*")
            raise self.unexpected()
        self.at += 1
        if token.kind == "number":
            return Literal(float(token.text))
        if token.kind == "string":
            return Literal(token.text)
        if token.kind == "self":
            return Self()
        if token.kind == "ref":
            return self.reference(token)
        if token.kind == "name" and token.text not in _WORD_OPS:
            return self.call(token) if self.take("(") else Column(token.text)
        if token.text == "(":
            self.enter(token)
            tree = self.level(1)
            self.depth -= 1
            if not self.take(")"):
                raise self.unexpected()
            return tree
        raise self.fail("study-rule-syntax", token, near=token.text)

    def reference(self, token: _Token) -> Rule:
        name = token.text[2:-1].strip()
        if name.startswith("last-saved#"):
            raise self.fail("study-rule-function-refused", token, name="last-saved#")
        if not name or any(mark.isspace() for mark in name):
            raise self.fail("study-rule-syntax", token, near=token.text)
        return Ref(name)

    def call(self, token: _Token) -> Rule:
        if token.text in known.REFUSED:
            raise self.fail("study-rule-function-refused", token, name=token.text)
        if token.text not in known.ARITY:
            raise self.fail("study-rule-function-unknown", token, name=token.text)
        self.enter(token)
        args: list[Rule] = []
        if not self.take(")"):
            args.append(self.level(1))
            while self.take(","):
                args.append(self.level(1))
            if not self.take(")"):
                raise self.unexpected()
        self.depth -= 1
        least, most = known.ARITY[token.text]
        if len(args) < least or (most is not None and len(args) > most):
            raise self.fail(
                "study-rule-arity",
                token,
                name=token.text,
                given=len(args),
                wanted=_span(least, most),
            )
        return Call(token.text, tuple(args))


def _span(least: int, most: int | None) -> str:
    if most is None:
        return f"{least}+"
    return str(least) if least == most else f"{least}-{most}"


def parse(text: str) -> Rule:
    """The tree of a rule written in XLSForm's expression language; RuleError says what is wrong."""
    parser = _Parser(text)
    if not parser.tokens:
        raise RuleError("study-rule-empty", text, 1)
    tree = parser.level(1)
    if parser.peek() is not None:
        raise parser.unexpected()
    if depth(tree) > MAX_DEPTH:
        raise RuleError("study-rule-deep", text, 1, limit=MAX_DEPTH)
    return tree
