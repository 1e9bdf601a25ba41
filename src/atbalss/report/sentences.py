"""Sentences: inlines with their expressions evaluated, registered and linted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from atbalss.problems import Place, Problem, Refused, problem
from atbalss.report.bind import (
    BoundWord,
    Pointer,
    Printed,
    Run,
    Value,
    refuse_unprintable,
    text_of,
)
from atbalss.report.details import detail_of, lead_words, unseen_words
from atbalss.report.document import (
    BoundText,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Words,
)
from atbalss.report.expressions import evaluate
from atbalss.report.lint import Piece, lint_run
from atbalss.report.nodes import (
    Break,
    Expression,
    Inlines,
    LinkNode,
    Narrative,
    NoteNode,
    Prose,
    Stress,
)
from atbalss.report.register import Register
from atbalss.report.vocabulary import Vocabulary
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

BROKEN = "⚠"  # stands where an expression failed; no document with errors is published


@dataclass
class Sentences:
    """The text of one document; `problems` gathers what is wrong, `runs` all that was read."""

    narrative: Narrative
    study: Study
    questionnaire: Questionnaire
    cells: Cells
    lang: str
    labels: Mapping[str, Mapping[str, int]]
    problems: list[Problem]
    runs: list[list[Piece]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.register = Register(self.lang, self.study)
        self.vocabulary = Vocabulary(
            study=self.study,
            questionnaire=self.questionnaire,
            cells=self.cells,
            lang=self.lang,
            labels=self.labels,
        )
        self.functions = self.vocabulary.functions()
        self.filters = self.vocabulary.filters()
        names = [*(w.name for w in self.study.waves)]
        names += [w.label.get(self.lang) for w in self.study.waves]
        self.allow = (*self.narrative.allow, *(name for name in names if name))

    def value(self, expression: Expression) -> Value | None:
        """The value of an expression, or None after its problem has been told."""
        self.vocabulary.source = expression.source
        try:
            found = evaluate(expression.source, self.functions, self.filters)
            if isinstance(found, Printed):
                refuse_unprintable(found.number, expression.source, self.study)
            if isinstance(found, Printed | BoundWord | Pointer | Run | str):
                return found
            self.fault("report-expression", expression.line, expression=expression.source, why="?")
        except Refused as refused:
            self.refused(refused, expression.line)
        return None

    def refused(self, refused: Refused, line: int) -> None:
        """Adds the problems of a refusal, at a line."""
        place = Place(self.narrative.file, line=line)
        self.problems += [replace(item, where=place) for item in refused.problems]

    def fault(self, code: str, line: int, **args: object) -> None:
        """Adds a problem at a line."""
        self.problems.append(problem(code, Place(self.narrative.file, line=line), **args))

    def inlines(self, items: Inlines, place: str = "prose") -> tuple[Inline, ...]:
        """A run of inlines, bound; its text is linted."""
        pieces: list[Piece] = []
        found = tuple(self._inlines(items, pieces, place))
        self.runs.append(pieces)
        self.problems += lint_run(pieces, self.narrative.file, self.lang, self.allow)
        return found

    def run(self, value: Run, source: Expression, place: str) -> tuple[Inline, ...]:
        """A sentence that the build composes itself, bound and registered."""
        pieces: list[Piece] = []
        found = tuple(self._bound(value, source, pieces, place))
        self.runs.append(pieces)
        return found

    def lint(self, text: str, line: int) -> None:
        """Looks at words that are printed as they were typed, such as the title of a box."""
        self.runs.append([Piece(text, line)])
        self.problems += lint_run(self.runs[-1], self.narrative.file, self.lang, self.allow)

    def text(self, items: Inlines, place: str) -> str:
        """A run of inlines as plain text, for captions and alternative texts.

        What they refer to does not count as referred to: a figure cannot cite itself.
        """
        referred = set(self.vocabulary.referred)
        text = plain(self.inlines(items, place)).strip()
        self.vocabulary.referred.intersection_update(referred)
        return text

    def _inlines(self, items: Inlines, pieces: list[Piece], place: str) -> Iterator[Inline]:
        for item in items:
            match item:
                case Prose(text=text, line=line):
                    pieces.append(Piece(text, line))
                    yield Words(text, line)
                case Expression():
                    value = self.value(item)
                    yield from self._bound(value, item, pieces, place)
                case Stress(items=inner, strong=strong):
                    yield Emphasis(tuple(self._inlines(inner, pieces, place)), strong)
                case LinkNode(items=inner, href=href):
                    yield Link(tuple(self._inlines(inner, pieces, place)), href)
                case NoteNode(items=inner):
                    yield Footnote(self.inlines(inner, place))
                case Break():
                    pieces.append(Piece(" ", pieces[-1].line if pieces else 0))
                    yield LineBreak()

    def _bound(
        self, value: Value | None, source: Expression, pieces: list[Piece], place: str
    ) -> Iterator[Inline]:
        if isinstance(value, Run):
            for part in value.parts:
                yield from self._bound(part, source, pieces, place)
            return
        if isinstance(value, Printed) and pieces and pieces[-1].text.endswith("("):
            value = replace(value, aside=True)
        pieces.append(Piece("", source.line, BROKEN if value is None else value))
        match value:
            case None:
                yield Words(BROKEN)
            case str():
                yield Words(value)
            case Pointer(target=target, text=text):
                yield Reference(target, text)
            case Printed() | BoundWord():
                yield self.registered(value, source, place)

    def registered(self, value: Printed | BoundWord, source: Expression, place: str) -> BoundText:
        """A number or word as bound text, kept in the register."""
        level = self.study.rules.confidence
        text = text_of(value, self.lang, level) if isinstance(value, Printed) else value.text
        number_id = self.register.add(
            value.number,
            text,
            kind="number" if isinstance(value, Printed) else "word",
            expression=source.source,
            line=source.line,
            comparison=value.comparison,
            lead=value.lead if isinstance(value, BoundWord) else None,
            left_out=value.unseen if isinstance(value, BoundWord) else (),
            place=place,
        )
        detail = detail_of(value.number, value.comparison, self.lang, self.study)
        if isinstance(value, BoundWord) and value.lead is not None:
            detail = f"{detail}; {lead_words(value.lead, self.questionnaire, self.lang)}"
        if isinstance(value, BoundWord) and value.unseen:
            detail = f"{detail}; {unseen_words(value.unseen, self.questionnaire, self.lang)}"
        return BoundText(text, number_id, detail, source.line)


def flat(items: tuple[Inline, ...]) -> Iterator[Inline]:
    """All inlines, those inside emphasis and links too."""
    for item in items:
        if isinstance(item, Emphasis | Link):
            yield from flat(item.items)
        else:
            yield item


def plain(items: tuple[Inline, ...]) -> str:
    """The text of inlines without marks; footnotes are left out."""
    parts = [item.text for item in flat(items) if isinstance(item, Words | BoundText | Reference)]
    return "".join(parts)
