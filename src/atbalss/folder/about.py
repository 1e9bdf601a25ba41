"""`study.yaml` as a `Study`."""

from __future__ import annotations

from collections.abc import Callable

from atbalss.folder.fields import Fields
from atbalss.folder.yaml_tree import Branch, Leaf, Sequence, read
from atbalss.problems import Place, Problem, problem
from atbalss.problems.catalogue import LANGS
from atbalss.study.about import (
    DISCLOSURE,
    Charts,
    Format,
    Publication,
    SampleKind,
    SmallRows,
    State,
    Study,
    TableRules,
    Term,
)
from atbalss.study.texts import Text
from atbalss.study.waves import FIELD, PublishedFigure, Wave

FILE = "study.yaml"
FIELD_NAME = {"lv": "Lauka darbs", "en": "Fieldwork", "ru": "Полевые работы"}
KEYS = [
    "name",
    "title",
    "subtitle",
    "commissioner",
    "conductor",
    "aim",
    "target_group",
    "sampling",
    "mode",
    "sample_kind",
    "languages",
    "date",
    "wave",
    "waves",
    "tables",
    "coding",
    "glossary",
    "disclosure",
    "facts",
    "design",
    "weighting",
    "report",
    "opendata",
]
WAVE_KEYS = ["label", "start", "end", "n", "mode", "notes", "invented", "source", "answers"]
REPORT_KEYS = ["formats", "charts", "state", "embargo"]
TABLE_KEYS = [
    "hide_under",
    "mark_under",
    "small_rows",
    "small_rows_reason",
    "margin",
    "mean_margin",
    "confidence",
    "complementary",
]

Figures = Callable[[str], tuple[tuple[PublishedFigure, ...], bool]]
"""For a wave's name: its published figures, and whether it has answers."""


def read_about(text: str, figures: Figures, chosen: str = "") -> tuple[Study | None, list[Problem]]:
    """The study of a `study.yaml` text; None when it cannot be read at all.

    `chosen` is the wave to report instead of the one it names; the wave `field` need not be listed.
    """
    tree, found = read(text, FILE)
    if tree is None:
        return None, found or [problem("folder-empty", Place(FILE))]
    if not isinstance(tree, Branch):
        return None, [problem("folder-not-keys", Place(FILE), key=FILE)]
    langs = _languages(tree, found)
    top = Fields(tree, FILE, langs, found)
    top.known(KEYS)
    waves = _waves(top, figures)
    current = chosen or top.word("wave", waves[-1].name if waves else "", required=True)
    if current == FIELD and all(wave.name != FIELD for wave in waves):
        waves = (*waves, Wave(FIELD, label=Text.of({lang: FIELD_NAME[lang] for lang in langs})))
    if current not in [wave.name for wave in waves]:
        known = ", ".join(wave.name for wave in waves) or "–"
        place = top.place(tree.get("wave"))
        found.append(problem("folder-unknown-wave", place, wave=current, known=known))
        return None, found
    study = Study(
        name=top.word("name", required=True),
        title=top.text("title", required=True),
        langs=langs,
        wave=current,
        waves=waves,
        subtitle=top.text("subtitle"),
        commissioner=top.text("commissioner"),
        conductor=top.text("conductor"),
        aim=top.text("aim"),
        target_group=top.text("target_group"),
        sampling=top.text("sampling"),
        mode=top.text("mode"),
        sample_kind=top.choice("sample_kind", SampleKind, SampleKind.SELF_SELECTED),
        published=top.day("date"),
        rules=_rules(top),
        glossary=_glossary(top),
        disclosure=_disclosure(top),
        facts=_facts(top),
        publication=_publication(top),
    )
    return study, found


def _languages(tree: Branch, found: list[Problem]) -> tuple[str, ...]:
    """Languages of the study, the main one first; others than those of LANGS fall out."""
    node = tree.get("languages")
    if node is None:
        return LANGS[:1]
    place = Place(FILE, line=node.line)
    items = node.items if isinstance(node, Sequence) else ()
    words = [str(item.value) for item in items if isinstance(item, Leaf)]
    if not words:
        found.append(problem("folder-not-list", place, key="languages"))
    for word in words:
        if word not in LANGS:
            known = ", ".join(LANGS)
            found.append(problem("folder-language", place, lang=word, known=known))
    kept = tuple(dict.fromkeys(word for word in words if word in LANGS))
    return kept or LANGS[:1]


def _waves(top: Fields, figures: Figures) -> tuple[Wave, ...]:
    section = top.part("waves")
    if section is None:
        top.problems.append(problem("folder-missing-key", top.place(), key="waves"))
        return ()
    waves = []
    for name, _ in section.branch.items:
        part = section.part(name)
        if part is None:
            continue
        part.known(WAVE_KEYS)
        published, has_answers = figures(name)
        answers = part.word("answers")
        label = part.text("label") or Text.of(dict.fromkeys(top.langs, name))
        waves.append(
            Wave(
                name=name,
                label=label,
                start=part.day("start"),
                end=part.day("end"),
                n=part.count("n"),
                mode=part.text("mode"),
                notes=part.texts("notes"),
                invented=part.flag("invented"),
                has_answers=has_answers or bool(answers),
                answers=answers,
                figures=published,
                source=part.text("source"),
            )
        )
    return tuple(sorted(waves, key=lambda wave: (str(wave.start or wave.name), wave.name)))


def _rules(top: Fields) -> TableRules:
    part = top.part("tables")
    if part is None:
        return TableRules()
    part.known(TABLE_KEYS)
    rules = TableRules(
        hide_under=int(part.number("hide_under", 30, 0, 10**6)),
        mark_under=int(part.number("mark_under", 100, 0, 10**6)),
        small_rows=part.choice("small_rows", SmallRows, SmallRows.FOLD),
        small_rows_reason=part.text("small_rows_reason"),
        margin=part.number("margin", 5, 0, 100) / 100,
        mean_margin=part.number("mean_margin", 0.5, 0, 100),
        confidence=part.number("confidence", 95, 50, 99.99) / 100,
        complementary=part.flag("complementary", True),
    )
    if rules.small_rows is SmallRows.SHOW and not rules.small_rows_reason:
        part.problems.append(problem("folder-small-rows-reason", part.place()))
    return rules


def _publication(top: Fields) -> Publication:
    part = top.part("report")
    if part is None:
        return Publication()
    part.known(REPORT_KEYS)
    default = Publication()
    words = part.words("formats", tuple(item.value for item in default.formats))
    values = [item.value for item in Format]
    if not words or any(word not in values for word in words):
        place = part.place(part.branch.get("formats"))
        part.problems.append(
            problem("folder-choice", place, key="formats", values=", ".join(values))
        )
    return Publication(
        formats=tuple(item for item in Format if item.value in words) or default.formats,
        charts=part.choice("charts", Charts, default.charts),
        state=part.choice("state", State, default.state),
        embargo=part.day("embargo"),
    )


def _glossary(top: Fields) -> tuple[Term, ...]:
    terms = []
    for part in top.parts("glossary"):
        part.known(["term", "meaning"])
        terms.append(Term(part.text("term", required=True), part.text("meaning", required=True)))
    return tuple(terms)


def _disclosure(top: Fields) -> dict[str, Text]:
    part = top.part("disclosure")
    if part is None:
        return {}
    part.known(DISCLOSURE)
    return {key: part.text(key) for key, _ in part.branch.items}


def _facts(top: Fields) -> dict[str, str]:
    part = top.part("facts")
    if part is None:
        return {}
    return {key: part.word(key) for key, _ in part.branch.items}
