"""A report's narrative as small typed values: what the author wrote, nothing computed yet.

Inline nodes carry the line they stand in, so that every problem can name it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from atbalss.report.specs import FigureSpec, LookSpec
from atbalss.tables.banner_ask import BannerAsk

# ---- inlines


@dataclass(frozen=True, slots=True)
class Prose:
    """Text as typed."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Expression:
    """What stands between `{{` and `}}`."""

    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Stress:
    """Emphasised or strong inlines."""

    items: tuple[InlineNode, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class LinkNode:
    """A link to an address."""

    items: tuple[InlineNode, ...]
    href: str


@dataclass(frozen=True, slots=True)
class NoteNode:
    """A footnote."""

    items: tuple[InlineNode, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A hard line break."""


InlineNode = Prose | Expression | Stress | LinkNode | NoteNode | Break
Inlines = tuple[InlineNode, ...]

# ---- blocks


@dataclass(frozen=True, slots=True)
class HeadingNode:
    """A heading; `numbered` is false where the author wrote `{-}` after it."""

    level: int
    items: Inlines
    line: int
    numbered: bool = True
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphNode:
    """A paragraph."""

    items: Inlines
    line: int


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list of entries, each of blocks."""

    entries: tuple[tuple[BlockNode, ...], ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class TableNode:
    """A table typed in Markdown, or the facts of a ```table with `rows:`."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    line: int
    id: str = ""
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class FigureNode:
    """A ```figure or ```table fence; caption and finding are inlines with expressions."""

    spec: FigureSpec
    caption: Inlines
    finding: Inlines
    among: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BannerNode:
    """A banner table as asked for, with its caption."""

    ask: BannerAsk
    caption: Inlines
    line: int


@dataclass(frozen=True, slots=True)
class LookNode:
    """A ```differs, ```funnel or ```control fence; the caption is inlines with expressions."""

    spec: LookSpec
    caption: Inlines


@dataclass(frozen=True, slots=True)
class QuotesNode:
    """A block of quotations under a question."""

    question: str
    title: str
    line: int
    limit: int = 0


@dataclass(frozen=True, slots=True)
class FrameNode:
    """A ```codeframe fence: the code frame of an open question."""

    question: str
    title: str
    line: int


@dataclass(frozen=True, slots=True)
class AnnexNode:
    """The start of an annex."""

    id: str
    title: Inlines
    line: int


@dataclass(frozen=True, slots=True)
class KeyNumbersNode:
    """Big numbers and what they say."""

    entries: tuple[tuple[Expression, Inlines], ...]
    line: int


@dataclass(frozen=True, slots=True)
class CalloutNode:
    """A box."""

    kind: str
    title: str
    blocks: tuple[BlockNode, ...]
    line: int


@dataclass(frozen=True, slots=True)
class SpecialNode:
    """A block that the build fills: glossary, method, disclosure, questionnaire, ..."""

    kind: str
    line: int


BlockNode = (
    HeadingNode
    | ParagraphNode
    | ListNode
    | TableNode
    | FigureNode
    | BannerNode
    | LookNode
    | QuotesNode
    | FrameNode
    | AnnexNode
    | KeyNumbersNode
    | CalloutNode
    | SpecialNode
)


@dataclass(frozen=True, slots=True)
class Narrative:
    """One report as written in one language."""

    file: str
    lang: str
    title: str = ""
    subtitle: str = ""
    period: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    numbered: bool = False
    allow: tuple[str, ...] = ()
    blocks: tuple[BlockNode, ...] = field(default=(), repr=False)
    contact: tuple[str, ...] = ()  # of a press release: who answers questions, a line each
    broken: bool = False  # it could not be read in full: problems of references would be false


def inlines_of(block: BlockNode) -> list[Inlines]:
    """All runs of inlines of a block, those of inner blocks too, in order."""
    match block:
        case HeadingNode(items=items) | ParagraphNode(items=items):
            return [items]
        case ListNode(entries=entries):
            return [run for entry in entries for inner in entry for run in inlines_of(inner)]
        case TableNode():
            cells = [cell for row in (block.header, *block.rows) for cell in row]
            return [block.caption, *cells]
        case FigureNode(caption=caption, finding=finding):
            return [caption, finding]
        case BannerNode(caption=caption):
            return [caption]
        case AnnexNode(title=title):
            return [title]
        case LookNode(caption=caption):
            return [caption]
        case KeyNumbersNode(entries=entries):
            return [run for number, words in entries for run in ((number,), words)]
        case CalloutNode(blocks=blocks):
            return [run for inner in blocks for run in inlines_of(inner)]
        case _:
            return []


def expressions_of(items: Inlines) -> list[Expression]:
    """All expressions of a run of inlines, in order."""
    found: list[Expression] = []
    for item in items:
        if isinstance(item, Expression):
            found.append(item)
        elif isinstance(item, Stress | LinkNode | NoteNode):
            found += expressions_of(item.items)
    return found


def walk(blocks: tuple[BlockNode, ...]) -> list[BlockNode]:
    """All blocks, those inside lists and boxes too, in order."""
    found: list[BlockNode] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, ListNode):
            found += [inner for entry in block.entries for inner in walk(entry)]
        elif isinstance(block, CalloutNode):
            found += walk(block.blocks)
    return found
