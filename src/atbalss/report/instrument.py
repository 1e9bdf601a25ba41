"""The questionnaire as a document for those who approve it: texts, options, routes in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.report.document import (
    Block,
    CellText,
    DataTable,
    Document,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    ListBlock,
    Paragraph,
    Words,
)
from atbalss.report.instrument_phrases import say, type_words
from atbalss.study.about import Study
from atbalss.study.codes import Code, CodeList, CodeRole
from atbalss.study.question import ANSWER_KINDS, CHOICE_KINDS, Group, Item, Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_words import condition_words, words
from atbalss.study.rules import Rule, to_xpath
from atbalss.study.texts import FILL, Text, dash

_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|font|p|div|center|small|big|h[1-6])\b[^<>]*>", re.I)
_BREAK = re.compile(r"<br\s*/?>|\n", re.I)
_WIDEST_GRID = 12


def instrument(questionnaire: Questionnaire, lang: str, *, level: int = 2) -> tuple[Block, ...]:
    """The whole questionnaire as blocks: its parts as headings of `level`, questions numbered."""
    return tuple(_Printer(questionnaire, lang).items(questionnaire.items, level))


def instrument_document(study: Study, questionnaire: Questionnaire, lang: str) -> Document:
    """The questionnaire as a document of its own, with the study's title and commissioner."""
    from atbalss.report.phrases import phrases

    title = questionnaire.title.get(lang) or study.title.get(lang) or questionnaire.name
    return Document(
        lang=lang,
        title=title,
        subtitle=say("title", lang),
        period="",
        commissioner=study.commissioner.get(lang),
        conductor=study.conductor.get(lang),
        date=study.published.isoformat() if study.published else "",
        blocks=instrument(questionnaire, lang, level=1),
        description=f"{say('title', lang)}. {title}",
        phrases=phrases(lang),
    )


@dataclass
class _Printer:
    """Prints items in order; knows every question's number, so that routes can name it."""

    questionnaire: Questionnaire
    lang: str

    def __post_init__(self) -> None:
        self.numbers: dict[str, str] = {}
        count, last = 0, ""
        position = 0
        for question in self.questionnaire.questions:
            if question.kind not in ANSWER_KINDS:
                continue
            if question.grid and question.grid == last:
                position += 1
            else:
                count += 1
                position = 1
            last = question.grid
            number = f"{count}.{position}" if question.grid else str(count)
            self.numbers[question.name] = number
        self.any_required = any(q.required is not None for q in self.questionnaire.questions)
        self.anchors = 0

    # ---- items

    def items(self, items: tuple[Item, ...], level: int) -> Iterator[Block]:
        """Blocks of a group's items; items of a grid that follow each other are one table."""
        position = 0
        while position < len(items):
            item = items[position]
            if isinstance(item, Group):
                yield from self.group(item, level)
            elif item.grid and item.codes:
                grid = [item]
                for other in items[position + 1 :]:
                    if not (isinstance(other, Question) and other.grid == item.grid):
                        break
                    grid.append(other)
                position += len(grid) - 1
                yield from self.grid(grid)
            elif item.kind is Kind.NOTE:
                yield from self.note(item)
            elif item.kind in ANSWER_KINDS:
                yield from self.question(item)
            position += 1

    def group(self, group: Group, level: int) -> Iterator[Block]:
        label = self.plain(group.label)
        route = self.route(group.relevant, "part_asked")
        inner = level
        if group.is_grid:
            first = next((q for q in group.items if isinstance(q, Question) and q.grid), None)
            number = self.numbers.get(first.name, "").split(".")[0] if first else ""
            text = " ".join([f"{number}." if number else "", label]).strip()
            if text:
                yield Paragraph((Emphasis((Words(text),), strong=True),))
        elif label:
            self.anchors += 1
            anchor = f"instrument-{self.lang}-{self.anchors}"
            yield Heading(level, (Words(label),), anchor)
            inner = min(level + 1, 6)
        if route:
            yield Paragraph((Emphasis((Words(route),)),))
        yield from self.items(group.items, inner)

    def note(self, note: Question) -> Iterator[Block]:
        inlines = [*self.inlines(note.label)]
        if not inlines:
            return
        lines = [self.route(note.relevant, "note_shown"), self.said("hint", note.hint)]
        yield Paragraph(tuple(inlines + self.small([line for line in lines if line])))

    def question(self, question: Question) -> Iterator[Block]:
        number = self.numbers[question.name]
        label = question.label or Text.of({self.lang: question.name})
        head = self.inlines(label, lead=f"{number}. ")
        yield Paragraph(tuple(head + self.small(self.details(question))))
        if question.codes:
            yield ListBlock(
                tuple(
                    (Paragraph(self.option(code, question.codes, question)),)
                    for code in question.codes.codes
                )
            )
        yield from self.advice(question)

    def grid(self, grid: list[Question]) -> Iterator[Block]:
        """Items of a grid as a table: the number to be circled stands in each cell."""
        first = grid[0]
        codes = first.codes
        if codes is None or len(codes.codes) > _WIDEST_GRID:
            for question in grid:
                yield from self.question(question)
            return
        lines = self.details(first, route=False)
        lines.append(say("circle_many" if first.kind is Kind.MULTIPLE else "circle", self.lang))
        yield Paragraph(tuple(self.small(lines)[1:]))
        header = (
            CellText(say("item", self.lang), header=True),
            *(CellText(self.column(code, first), header=True) for code in codes.codes),
        )
        rows = tuple(self.grid_row(question, codes) for question in grid)
        widths = (4.0, *(max(0.6, min(1.6, 6 / len(codes.codes))) for _ in codes.codes))
        yield DataTable(header, rows, widths=widths)
        yield from self.advice(first)

    def grid_row(self, question: Question, codes: CodeList) -> tuple[CellText, ...]:
        route = self.route(question.relevant, "asked")
        label = self.plain(question.label) or question.name
        text = f"{self.numbers[question.name]} {label}" + (f" ({route})" if route else "")
        cells = (CellText(code.name if code.name.isdigit() else "×") for code in codes.codes)
        return (CellText(text, header=True), *cells)

    # ---- parts of a question

    def details(self, question: Question, *, route: bool = True) -> list[str]:
        """The lines under a question's text: kind of answer, route, checks, hint."""
        lines = [self.kind(question)]
        if route:
            lines.append(self.route(question.relevant, "asked"))
        lines.append(self.said("hint", question.hint))
        lines.append(self.rule("check", question.constraint, question))
        if question.constraint is not None:
            lines.append(self.said("message", question.constraint_message))
        lines.append(self.rule("soft_check", question.soft_constraint, question))
        return [line for line in lines if line]

    def kind(self, question: Question) -> str:
        bounds = question.bounds
        fills = {"start": _number(bounds.start), "end": _number(bounds.end)} if bounds else {}
        if question.kind is Kind.RANGE and not bounds:
            parts = [type_words(Kind.DECIMAL, self.lang)]
        else:
            parts = [type_words(question.kind, self.lang, **fills)]
        low, high = (self.plain(text) for text in (question.scale_low, question.scale_high))
        if low and high and question.kind in CHOICE_KINDS and question.codes:
            scored = [code.name for code in question.codes.codes if code.score is not None]
            if scored:
                parts.append(
                    f"{scored[0]} {dash(self.lang)} {low}, {scored[-1]} {dash(self.lang)} {high}"
                )
        elif low and high:
            parts.append(say("scale", self.lang, low=low, high=high))
        if question.role is Role.SAMPLE:
            parts.append(say("sample", self.lang))
        if self.any_required and question.required is None:
            parts.append(say("optional", self.lang))
        if question.randomize:
            parts.append(say("shuffled", self.lang))
        if not question.read_aloud:
            parts.append(say("silent", self.lang))
        if question.frame:
            parts.append(say("coded", self.lang))
        if question.choice_filter is not None:
            rule = self.numbered(to_xpath(question.choice_filter))
            parts.append(say("filtered", self.lang, rule=rule))
        return "; ".join(parts) + "."

    def option(self, code: Code, codes: CodeList, question: Question) -> tuple[Inline, ...]:
        label = self.plain(code.label) or code.name
        marks = []
        if code.exclusive and not code.missing and question.kind is Kind.MULTIPLE:
            marks.append(say("exclusive", self.lang))
        if code.missing:
            marks.append(say("missing", self.lang))
        if not code.read_aloud and question.read_aloud:
            marks.append(say("not_read", self.lang))
        if code.role is CodeRole.OTHER:
            marks.append(say("write", self.lang))
        shown = "" if code.name == label or label.startswith(f"{code.name} ") else code.name
        tail = "; ".join(marks)
        inlines: list[Inline] = [Words(label)]
        if tail:
            inlines.append(Emphasis((Words(f" ({tail})"),)))
        if shown:
            inlines.append(Words(f" [{shown}]"))
        return tuple(inlines)

    def column(self, code: Code, question: Question) -> str:
        if code.score is not None and question.scale_low and code.name.isdigit():
            return code.name
        return self.plain(code.short_label) or self.plain(code.label) or code.name

    def advice(self, question: Question) -> Iterator[Block]:
        for key, text in (("interviewer", question.interviewer_note), ("probe", question.probe)):
            line = self.said(key, text)
            if line:
                yield Paragraph((Emphasis((Words(line),)),))

    # ---- words

    def route(self, rule: Rule | None, key: str) -> str:
        if rule is None:
            return ""
        return f"{say(key, self.lang)} {condition_words(rule, self.questionnaire, self.lang)}."

    def rule(self, key: str, rule: Rule | None, own: Question) -> str:
        if rule is None:
            return ""
        text = words(rule, self.questionnaire, self.lang, own=own)
        return f"{say(key, self.lang)} {text}."

    def said(self, key: str, text: Text) -> str:
        plain = self.plain(text)
        return f"{say(key, self.lang)} {plain}" if plain else ""

    def plain(self, text: Text) -> str:
        """A text on one line: marks of HTML out, references as numbers of questions."""
        plain = _TAG.sub("", _BREAK.sub(" ", text.get(self.lang)))
        return " ".join(self.numbered(plain).split())

    def inlines(self, text: Text, *, lead: str = "") -> list[Inline]:
        """A text with its line breaks; in strong type where a number leads it."""
        lines = _BREAK.split(lead + _TAG.sub("", text.get(self.lang)))
        shown = [" ".join(self.numbered(line).split()) for line in lines]
        found: list[Inline] = []
        for line in (line for line in shown if line):
            if found:
                found.append(LineBreak())
            found.append(Emphasis((Words(line),), strong=True) if lead else Words(line))
        return found

    def numbered(self, text: str) -> str:
        """References `${name}` in words: the answer to question 3."""

        def phrase(match: re.Match[str]) -> str:
            number = self.numbers.get(match[1])
            if number:
                return f"[{say('answer_of', self.lang, number=number)}]"
            return f"[{say('value_of', self.lang, name=match[1])}]"

        return FILL.sub(phrase, text)

    def small(self, lines: list[str]) -> list[Inline]:
        """Lines below a text, each after a break, emphasised."""
        found: list[Inline] = []
        for line in lines:
            found += [LineBreak(), Emphasis((Words(line),))]
        return found


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
