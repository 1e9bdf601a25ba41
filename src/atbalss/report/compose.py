"""A narrative and the numbers -> a document: sentences bound, labels numbered, blocks filled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from atbalss.problems import Place, Problem, Refused, problem
from atbalss.report import special
from atbalss.report.bind import BoundWord, Printed
from atbalss.report.comparison_table import comparisons
from atbalss.report.composition import check_composition
from atbalss.report.demand import with_items
from atbalss.report.document import (
    Block,
    BoundText,
    Callout,
    CellText,
    DataTable,
    Document,
    Form,
    Heading,
    KeyNumbers,
    ListBlock,
    PageBreak,
    Paragraph,
    Words,
)
from atbalss.report.labels import question_named, unknown_name
from atbalss.report.lint import abbreviations
from atbalss.report.nodes import (
    AnnexNode,
    BannerNode,
    BlockNode,
    CalloutNode,
    FigureNode,
    FrameNode,
    HeadingNode,
    Inlines,
    KeyNumbersNode,
    ListNode,
    LookNode,
    Narrative,
    ParagraphNode,
    QuotesNode,
    SpecialNode,
    TableNode,
    walk,
)
from atbalss.report.phrases import label, numbered, phrase, phrases
from atbalss.report.sentences import Sentences, flat, plain
from atbalss.report.specs import FigureSpec
from atbalss.study.about import Study
from atbalss.study.bases import is_multiple
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.phrases import text
from atbalss.weights.diagnose import Diagnosis
from atbalss.weights.told import sentence

if TYPE_CHECKING:
    from atbalss.coding.apply import Counts
    from atbalss.exchange.delimited import Quote
    from atbalss.fieldwork.state import Fieldwork
    from atbalss.tables.cells import Cells

KINDS = ("fig", "tab", "annex")


def compose(
    narrative: Narrative,
    study: Study,
    questionnaire: Questionnaire,
    cells: Cells,
    lang: str,
    *,
    quotes: Mapping[str, tuple[Quote, ...]] | None = None,
    date: str = "",
    fingerprint: str = "",
    weighted: Mapping[str, Diagnosis] | None = None,
    fieldwork: Fieldwork | None = None,
    coded: tuple[Counts, ...] = (),
) -> tuple[Document, list[Problem]]:
    """The document of a narrative, and all that is wrong with its numbers, words and references.

    A document with errors is made as far as it goes; its caller does not publish it. `weighted`
    tells of the weighted waves how their weights came out.
    """
    maker = _Composer(narrative, study, questionnaire, cells, lang, dict(quotes or {}))
    told = (weighted or {}).get(study.wave)
    maker.fieldwork = fieldwork
    maker.coded = coded
    if told is not None:
        fixed = text("weights_fixed").get(lang)
        maker.weighting = f"{sentence(told, questionnaire, lang)} {fixed}"
    for words in (narrative.title, narrative.subtitle, narrative.description):
        maker.told.lint(words, 1)
    blocks = maker.document_blocks()
    title = narrative.title or study.title.get(lang)
    if not narrative.title:
        maker.problems.append(problem("report-no-title", Place(narrative.file, line=1)))
    invented = bool(maker.register.waves)
    document = Document(
        lang,
        title,
        narrative.subtitle or study.subtitle.get(lang),
        narrative.period,
        study.commissioner.get(lang),
        study.conductor.get(lang),
        date,
        blocks,
        invented=invented,
        invented_words=phrase("invented", lang) if invented else "",
        description=narrative.description,
        keywords=narrative.keywords,
        fingerprint=fingerprint,
        numbers=maker.register.numbers,
        phrases=phrases(lang),
        state=study.publication.state.value,
        contact=narrative.contact,
        embargo=study.publication.embargo.isoformat() if study.publication.embargo else "",
    )
    maker.problems.sort(key=lambda item: item.where.line or 0)
    return document, maker.problems


@dataclass
class _Composer:
    narrative: Narrative
    study: Study
    questionnaire: Questionnaire
    cells: Cells
    lang: str
    quotes: dict[str, tuple[Quote, ...]]
    problems: list[Problem] = field(default_factory=list)
    counters: dict[int, int] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    in_annex: str = ""
    weighting: str = ""  # how the current wave was weighted, in a sentence
    fieldwork: Fieldwork | None = None  # how the current wave was fielded, where that is known
    coded: tuple[Counts, ...] = ()  # how open answers of the current wave were coded
    chapter_numbered: bool = True

    def __post_init__(self) -> None:
        self.labels, self.homes = self._numbered_labels()
        self.told = Sentences(
            self.narrative,
            self.study,
            self.questionnaire,
            self.cells,
            self.lang,
            self.labels,
            self.problems,
        )
        self.register = self.told.register

    # -- the whole

    def document_blocks(self) -> tuple[Block, ...]:
        """All blocks of the document in order."""
        found: list[Block] = []
        for node in self.narrative.blocks:
            starts = isinstance(node, AnnexNode) or (
                isinstance(node, HeadingNode) and node.level == 1
            )
            if starts:
                self._close_chapter(found)
            found += self.block(node)
        self._close_chapter(found)
        self._check_references()
        self.problems += check_composition(
            [node.spec for node in walk(self.narrative.blocks) if isinstance(node, FigureNode)],
            self.cells,
            self.questionnaire,
            self.study,
            self.narrative.file,
            self.lang,
        )
        self.problems += abbreviations(self.told.runs, self.study, self.narrative.file, self.lang)
        if self.register.waves and not any(
            isinstance(item, Callout) and item.kind == "invented" for item in found
        ):
            found.insert(0, special.invented_callout(self.study, self.register.waves, self.lang))
        return tuple(found)

    def _close_chapter(self, found: list[Block]) -> None:
        if self.register.marked and found:
            found.append(special.mark_note(self.study, self.lang))
        self.register.marked = False

    def _numbered_labels(self) -> tuple[dict[str, dict[str, int]], dict[tuple[str, str], str]]:
        """Numbers of figures, tables and annexes by id, and the annex that each stands in."""
        labels: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        lines: dict[str, int] = {}
        homes: dict[tuple[str, str], str] = {}
        annex = ""
        for node in walk(self.narrative.blocks):
            kind, name, line = _labelled(node)
            if not name:
                continue
            if name in lines and name in labels[kind]:
                place = Place(self.narrative.file, line=line)
                self.problems.append(
                    problem("report-duplicate-id", place, id=name, first=lines[name])
                )
                continue
            lines[name] = line
            labels[kind][name] = len(labels[kind]) + 1
            annex = name if kind == "annex" else annex
            homes[kind, name] = annex
        return labels, homes

    def _check_references(self) -> None:
        """Figures and tables that the text never refers to; an annex speaks for what it holds."""
        if self.narrative.broken:
            return
        for node in walk(self.narrative.blocks):
            kind, name, line = _labelled(node)
            if not name or kind == "annex" or (kind, name) in self.told.vocabulary.referred:
                continue
            home = self.homes.get((kind, name), "")
            if home and ("annex", home) in self.told.vocabulary.referred:
                continue
            call = f'{kind}("{name}")'
            what = "figure" if kind == "fig" else "table"
            place = Place(self.narrative.file, line=line)
            self.problems.append(
                problem("report-never-referred", place, id=name, kind=what, call=call)
            )

    # -- blocks

    def block(self, node: BlockNode) -> list[Block]:
        """The blocks that a node becomes, with the line that it stands in."""
        line = line_of(node)
        return [at_line(made, line) for made in self._blocks(node)]

    def _blocks(self, node: BlockNode) -> list[Block]:
        match node:
            case HeadingNode():
                return [self._heading(node)]
            case ParagraphNode(items=items):
                return [Paragraph(self.told.inlines(items))]
            case ListNode(entries=entries, ordered=ordered):
                rows = tuple(
                    tuple(made for inner in entry for made in self.block(inner))
                    for entry in entries
                )
                return [ListBlock(rows, ordered)]
            case TableNode():
                return [self._table(node)]
            case FigureNode():
                return self._figure(node)
            case BannerNode():
                return self._banner(node)
            case LookNode():
                return self._look(node)
            case QuotesNode():
                return self._quotes(node)
            case FrameNode():
                return self._frame(node)
            case AnnexNode():
                return [self._annex(node)]
            case KeyNumbersNode():
                return self._key_numbers(node)
            case CalloutNode():
                return [self._callout(node)]
            case SpecialNode():
                return self._special(node)

    def _heading(self, node: HeadingNode) -> Heading:
        items = self.told.inlines(node.items)
        number = self._heading_number(node)
        anchor = self._anchor(node.anchor or plain(items))
        return Heading(node.level, items, anchor, number)

    def _heading_number(self, node: HeadingNode) -> str:
        if node.level == 1:
            self.chapter_numbered = node.numbered
        counted = self.narrative.numbered and node.numbered and self.chapter_numbered
        if self.in_annex or not counted:
            return ""
        self.counters[node.level] = self.counters.get(node.level, 0) + 1
        for level in [level for level in self.counters if level > node.level]:
            del self.counters[level]
        return ".".join(str(self.counters.get(level, 0)) for level in range(1, node.level + 1))

    def _anchor(self, text: str) -> str:
        ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")[:48] or "s"
        anchor, number = slug, 2
        while anchor in self.anchors:
            anchor, number = f"{slug}-{number}", number + 1
        self.anchors.add(anchor)
        return anchor

    def _annex(self, node: AnnexNode) -> Heading:
        self.in_annex = node.id or "?"
        number = self.labels["annex"].get(node.id, 0)
        head = Words(label("annex", number, self.lang) + ". ")
        anchor = f"annex-{node.id}"
        self.anchors.add(anchor)
        return Heading(1, (head, *self.told.inlines(node.title)), anchor)

    def _callout(self, node: CalloutNode) -> Callout:
        """A box; one titled "Atdarināti dati" is the warning itself."""
        self.told.lint(node.title, node.line)
        same = node.title.strip().casefold() == phrase("invented_title", self.lang).casefold()
        kind = "invented" if same else node.kind
        blocks = tuple(made for inner in node.blocks for made in self.block(inner))
        return Callout(kind, node.title, blocks)

    def _quotes(self, node: QuotesNode) -> list[Block]:
        try:
            question_named(self.questionnaire, node.question)
        except Refused as refused:
            self.told.refused(refused, node.line)
            return []
        if not self.quotes.get(node.question):
            self.told.fault("report-no-quotes", node.line, question=node.question)
            return []
        self.told.lint(node.title, node.line)
        invented = self.study.current.invented
        found = self.quotes[node.question][: node.limit or None]
        return [*special.quotations(found, node.title, invented, self.lang)]

    def _key_numbers(self, node: KeyNumbersNode) -> list[Block]:
        entries: list[tuple[BoundText, str]] = []
        for expression, words in node.entries:
            value = self.told.value(expression)
            if isinstance(value, Printed | BoundWord):
                bound = self.told.registered(value, expression, "keynumbers")
                entries.append((bound, self.told.text(words, "keynumbers")))
            elif value is not None:
                source = expression.source
                self.told.fault(
                    "report-expression", expression.line, expression=source, why="share()"
                )
        return [KeyNumbers(tuple(entries))]

    def _table(self, node: TableNode) -> DataTable:
        def cell(items: Inlines, header: bool) -> CellText:
            bound = self.told.inlines(items)
            first = next((part for part in flat(bound) if isinstance(part, BoundText)), None)
            numeric = first is not None and len(bound) == 1
            number_id, detail = (first.number_id, first.detail) if first else ("", "")
            return CellText(plain(bound).strip(), number_id, header, numeric, detail)

        header = tuple(cell(items, True) for items in node.header)
        rows = tuple(tuple(cell(items, i == 0) for i, items in enumerate(row)) for row in node.rows)
        number = self.labels["tab"].get(node.id, 0)
        return DataTable(
            header,
            rows,
            caption=self.told.text(node.caption, "caption"),
            label=label("tab", number, self.lang) if number else "",
            anchor=f"tab-{node.id}" if number else "",
        )

    def _banner(self, node: BannerNode) -> list[Block]:
        from atbalss.report.banner_block import banner_block
        from atbalss.tables.banner import check_ask

        caption = self.told.text(node.caption, "caption")
        anchor = f"tab-{node.ask.id}"
        number = self.labels["tab"].get(node.ask.id, 0)
        try:
            check_ask(self.questionnaire, self.study.waves, self.study.wave, node.ask)
            return [
                banner_block(
                    node.ask,
                    self.cells,
                    self.lang,
                    label=label("tab", number, self.lang),
                    caption=caption,
                    anchor=anchor,
                    register=self.register,
                )
            ]
        except Refused as refused:
            self.told.refused(refused, node.line)
            return []

    def _figure(self, node: FigureNode) -> list[Block]:
        from atbalss.report.figures import figure_block, table_block

        spec = with_items(node.spec, self.questionnaire)
        kind = "tab" if spec.is_table else "fig"
        caption = self.told.text(node.caption, "caption")
        alt = self.told.text(node.finding, "finding")
        anchor = f"{kind}-{spec.id}"
        spec = replace(spec, caption=caption, finding=alt)
        if not spec.questions and not spec.grid:
            return []  # told when the block was read
        try:
            self._check_names(spec)
            make = table_block if spec.is_table else figure_block
            made = make(
                spec,
                self.cells,
                self.questionnaire,
                self.study,
                self.lang,
                label=label(kind, self.labels[kind].get(spec.id, 0), self.lang),
                caption=caption,
                alt=alt,
                register=self.register.for_figures(anchor),
            )
        except Refused as refused:
            self.told.refused(refused, spec.line)
            return []
        return [replace(made, anchor=anchor)]

    def _look(self, node: LookNode) -> list[Block]:
        from atbalss.report.look_blocks import look_blocks

        spec = node.spec
        caption = self.told.text(node.caption, "caption")
        if not spec.question or not spec.id or (spec.kind == "funnel" and not spec.by):
            return []  # told when the block was read
        try:
            return look_blocks(
                spec,
                self.cells,
                self.questionnaire,
                self.study,
                self.lang,
                self.told,
                label=label("fig", self.labels["fig"].get(spec.id, 0), self.lang),
                caption=caption,
            )
        except Refused as refused:
            self.told.refused(refused, spec.line)
            return []

    def _check_names(self, spec: FigureSpec) -> None:
        grids = tuple(self.questionnaire.grids)
        if spec.grid and spec.grid not in grids:
            raise unknown_name(spec.grid, spec.grid, grids)
        known = tuple(self.questionnaire.by_name)
        for name in spec.questions:
            if name not in known and name not in grids:
                raise unknown_name(name, name, known)
            if spec.measure == "share":
                self.cells.codes(name)
                if spec.form is Form.STACKED and is_multiple(self.questionnaire.question(name)):
                    raise Refused([problem("report-stacked-multiple", name=name)])
        for wave in spec.waves:
            self.cells.base(wave=wave)

    def _special(self, node: SpecialNode) -> list[Block]:
        study, lang, line = self.study, self.lang, node.line
        match node.kind:
            case "pagebreak":
                return [PageBreak()]
            case "glossary":
                return [special.glossary(study, lang)]
            case "method":
                return [
                    special.method(
                        study,
                        self.cells,
                        self.register,
                        lang,
                        line,
                        self.weighting,
                        self.fieldwork,
                        self.coded,
                    )
                ]
            case "coding":
                return self._coding(line)
            case "comparisons":
                return [
                    comparisons(study, self.questionnaire, self.cells, self.register, lang, line)
                ]
            case "fieldwork":
                return self._fieldwork(line)
            case "questionnaire":
                from atbalss.report.instrument import instrument

                return list(instrument(self.questionnaire, lang))
            case "disclosure":
                place = Place(self.narrative.file, line=line)
                annex = self._questionnaire_annex()
                blocks, problems = special.disclosure(
                    study, self.cells, lang, annex, place, self.weighting, self._fielded()
                )
                self.problems += problems
                return blocks
        return []

    def _coding(self, line: int) -> list[Block]:
        from atbalss.report.coding_block import coding_table

        if not self.coded:
            self.told.fault("report-no-coding", line, wave=self.study.wave)
            return []
        wave = self.study.wave
        return [coding_table(self.coded, self.questionnaire, self.register, self.lang, wave)]

    def _frame(self, node: FrameNode) -> list[Block]:
        from atbalss.report.coding_block import frame_table

        try:
            question = question_named(self.questionnaire, node.question)
        except Refused as refused:
            self.told.refused(refused, node.line)
            return []
        if question.frame is None:
            self.told.fault("coding-no-frame", node.line, question=node.question)
            return []
        self.told.lint(node.title, node.line)
        invented = self.study.current.invented
        return [frame_table(question, self.lang, invented=invented, title=node.title)]

    def _fieldwork(self, line: int) -> list[Block]:
        from atbalss.report.fieldwork_block import fieldwork_blocks

        if self.fieldwork is None:
            self.told.fault("report-no-fieldwork", line, wave=self.study.wave)
            return []
        return fieldwork_blocks(self.fieldwork, self.register, self.lang, self.study.wave)

    def _fielded(self) -> dict[str, str]:
        """What the records of visits and calls say of the disclosure items."""
        from atbalss.report.fieldwork_block import disclosed

        found = self.fieldwork
        return disclosed(found, self.register, self.lang, self.study.wave) if found else {}

    def _questionnaire_annex(self) -> str:
        """The number of the annex that holds the questionnaire, in words, or ""."""
        annex = ""
        for node in self.narrative.blocks:
            if isinstance(node, AnnexNode):
                annex = node.id
            elif isinstance(node, SpecialNode) and node.kind == "questionnaire" and annex:
                return numbered("annex", self.labels["annex"][annex], self.lang)
        return ""


def line_of(node: BlockNode) -> int:
    """The line of the source that a node begins in; 0 for a list, whose entries have their own."""
    if isinstance(node, FigureNode | LookNode):
        return node.spec.line
    return getattr(node, "line", 0)


def at_line(block: Block, line: int) -> Block:
    """The block with the line of its source, where it has none of its own."""
    if isinstance(block, PageBreak | ListBlock) or block.line or not line:
        return block
    return replace(block, line=line)


def _labelled(node: BlockNode) -> tuple[str, str, int]:
    """Kind, id and line of a node that has a label; no id where it has none."""
    match node:
        case FigureNode(spec=spec):
            return ("tab" if spec.is_table else "fig"), spec.id, spec.line
        case BannerNode(ask=ask, line=line):
            return "tab", ask.id, line
        case LookNode(spec=look):
            return "fig", look.id, look.line
        case TableNode(id=name, line=line):
            return "tab", name, line
        case AnnexNode(id=name, line=line):
            return "annex", name, line
    return "", "", 0
