"""A narrative and the numbers -> a document: sentences bound, labels numbered, blocks filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from atbalss.problems import Place, Problem, Refused, problem
from atbalss.report import numbered_blocks, special
from atbalss.report.bind import BoundWord, Printed
from atbalss.report.comparison_table import comparisons
from atbalss.report.composition import check_composition
from atbalss.report.document import (
    Block,
    BoundText,
    Callout,
    Document,
    Heading,
    KeyNumbers,
    ListBlock,
    PageBreak,
    Paragraph,
    Words,
)
from atbalss.report.labels import question_named
from atbalss.report.lint import abbreviations
from atbalss.report.nodes import (
    AnnexNode,
    BannerNode,
    BlockNode,
    CalloutNode,
    FigureNode,
    FrameNode,
    HeadingNode,
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
from atbalss.report.numbering import Headings, never_referred, number_labels, questionnaire_annex
from atbalss.report.phrases import numbered, phrase, phrases
from atbalss.report.sentences import Sentences, plain
from atbalss.report.subjects import with_subjects
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.phrases import text
from atbalss.weights.diagnose import Diagnosis
from atbalss.weights.told import sentence

if TYPE_CHECKING:
    from atbalss.coding.apply import Counts
    from atbalss.exchange.delimited import Quote
    from atbalss.fieldwork.state import Fieldwork
    from atbalss.tables.cells import Cells


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
        numbers=with_subjects(maker.register.numbers, questionnaire, lang),
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
    weighting: str = ""  # how the current wave was weighted, in a sentence
    fieldwork: Fieldwork | None = None  # how the current wave was fielded, where that is known
    coded: tuple[Counts, ...] = ()  # how open answers of the current wave were coded

    def __post_init__(self) -> None:
        self.labels, found = number_labels(self.narrative)
        self.problems += found
        self.headings = Headings(self.narrative.numbered)
        self.told = Sentences(
            self.narrative,
            self.study,
            self.questionnaire,
            self.cells,
            self.lang,
            self.labels.numbers,
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
        referred = self.told.vocabulary.referred
        self.problems += never_referred(self.narrative, self.labels, referred)
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
                return [numbered_blocks.table(node, self.told, self.labels)]
            case FigureNode():
                return numbered_blocks.figure(node, self.told, self.labels)
            case BannerNode():
                return numbered_blocks.banner(node, self.told, self.labels)
            case LookNode():
                return numbered_blocks.look(node, self.told, self.labels)
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
        number = self.headings.number(node)
        return Heading(node.level, items, self.headings.anchor(node.anchor or plain(items)), number)

    def _annex(self, node: AnnexNode) -> Heading:
        head = Words(self.labels.text("annex", node.id, self.lang) + ". ")
        anchor = self.headings.annex(node.id)
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
                home = questionnaire_annex(self.narrative)
                annex = numbered("annex", self.labels.numbers["annex"][home], lang) if home else ""
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
