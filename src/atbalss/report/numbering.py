"""Numbers of figures, tables, annexes and headings, anchors, and what the text refers to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field

from atbalss.problems import Place, Problem, problem
from atbalss.report.nodes import (
    AnnexNode,
    BannerNode,
    BlockNode,
    FigureNode,
    HeadingNode,
    LookNode,
    Narrative,
    SpecialNode,
    TableNode,
    walk,
)
from atbalss.report.phrases import label

KINDS = ("fig", "tab", "annex")
Named = tuple[str, str]  # kind, id


@dataclass(frozen=True, slots=True)
class Labels:
    """Numbers of figures, tables and annexes by kind and id, and the annex that each stands in."""

    numbers: dict[str, dict[str, int]]
    homes: dict[Named, str]

    def text(self, kind: str, name: str, lang: str) -> str:
        """A label as printed: `3. attēls`; number 0 for an id that nothing has."""
        return label(kind, self.numbers[kind].get(name, 0), lang)


def number_labels(narrative: Narrative) -> tuple[Labels, list[Problem]]:
    """The labels of a narrative in its order, and ids that stand twice."""
    found = Labels({kind: {} for kind in KINDS}, {})
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    annex = ""
    for node in walk(narrative.blocks):
        kind, name, line = labelled(node)
        if not name:
            continue
        numbers = found.numbers[kind]
        if name in lines and name in numbers:
            place = Place(narrative.file, line=line)
            problems.append(problem("report-duplicate-id", place, id=name, first=lines[name]))
            continue
        lines[name] = line
        numbers[name] = len(numbers) + 1
        annex = name if kind == "annex" else annex
        found.homes[kind, name] = annex
    return found, problems


def never_referred(
    narrative: Narrative, labels: Labels, referred: Collection[Named]
) -> list[Problem]:
    """Figures and tables that the text never refers to; an annex speaks for what it holds."""
    problems: list[Problem] = []
    if narrative.broken:
        return problems
    for node in walk(narrative.blocks):
        kind, name, line = labelled(node)
        if not name or kind == "annex" or (kind, name) in referred:
            continue
        home = labels.homes.get((kind, name), "")
        if home and ("annex", home) in referred:
            continue
        place, call = Place(narrative.file, line=line), f'{kind}("{name}")'
        what = "figure" if kind == "fig" else "table"
        problems.append(problem("report-never-referred", place, id=name, kind=what, call=call))
    return problems


def labelled(node: BlockNode) -> tuple[str, str, int]:
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


def questionnaire_annex(narrative: Narrative) -> str:
    """The id of the annex that holds the questionnaire, or ""."""
    annex = ""
    for node in narrative.blocks:
        if isinstance(node, AnnexNode):
            annex = node.id
        elif isinstance(node, SpecialNode) and node.kind == "questionnaire" and annex:
            return annex
    return ""


@dataclass
class Headings:
    """Counts the headings of one document as they come, and keeps their anchors apart."""

    numbered: bool
    counters: dict[int, int] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    in_annex: bool = False
    chapter_numbered: bool = True

    def number(self, node: HeadingNode) -> str:
        """The number of the next heading: `2.1`; "" in an annex and where numbers are off."""
        if node.level == 1:
            self.chapter_numbered = node.numbered
        counted = self.numbered and node.numbered and self.chapter_numbered
        if self.in_annex or not counted:
            return ""
        self.counters[node.level] = self.counters.get(node.level, 0) + 1
        for level in [level for level in self.counters if level > node.level]:
            del self.counters[level]
        return ".".join(str(self.counters.get(level, 0)) for level in range(1, node.level + 1))

    def anchor(self, text: str) -> str:
        """An anchor of ASCII letters from a heading's text, unlike all before."""
        ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")[:48] or "s"
        anchor, number = slug, 2
        while anchor in self.anchors:
            anchor, number = f"{slug}-{number}", number + 1
        self.anchors.add(anchor)
        return anchor

    def annex(self, name: str) -> str:
        """The anchor of an annex, which begins: what follows has no numbers."""
        self.in_annex = True
        anchor = f"annex-{name}"
        self.anchors.add(anchor)
        return anchor
