"""Study folder's pieces -> documents: the one path from answers to a report, pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atbalss.fieldwork.state import Fieldwork
from atbalss.problems import Place, Problem, errors, problem
from atbalss.report import narrative
from atbalss.report.document import Document
from atbalss.report.lint import Cited, compare_languages
from atbalss.report.lint import cited as cite
from atbalss.report.press import with_contact
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables import codec
from atbalss.tables.demand import NOTHING_ASKED, Demand
from atbalss.tables.recall import Memory, recalled
from atbalss.weights.design import SIMPLE, Calibration, Design
from atbalss.weights.diagnose import Diagnosis

if TYPE_CHECKING:
    from datetime import date

    import polars as pl

    from atbalss.answers.frame import Frame
    from atbalss.coding.apply import Counts
    from atbalss.exchange.delimited import Quote
    from atbalss.study.codes import CodeList
    from atbalss.tables.cells import Cells
    from atbalss.tables.engines.source import Source


@dataclass(frozen=True)
class Pieces:
    """All that a report is made from. `texts` are the narratives, `press` releases, by language.

    `design` says how the samples were drawn; `weighted` how the weights of each weighted wave came
    out, `calibration` which margins they were fitted to.
    """

    study: Study
    questionnaire: Questionnaire
    frames: Mapping[str, Frame | Source]
    texts: Mapping[str, str] = field(default_factory=dict)
    quotes: Mapping[str, tuple[Quote, ...]] = field(default_factory=dict)
    fingerprint: str = ""
    design: Design = SIMPLE
    weighted: Mapping[str, Diagnosis] = field(default_factory=dict)
    calibration: Mapping[str, Calibration] = field(default_factory=dict)
    coded: tuple[Counts, ...] = ()  # how open answers of the current wave were coded
    memory: Memory | None = None  # of what was computed for the same study before
    fieldwork: Fieldwork | None = None  # how the current wave was fielded: outcomes and rates
    press: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class LiveWave:
    """A wave still in the field, or read from where it was fielded: what a site hands over.

    `table` are raw answers in the convention of `answers.csv`, `codes` (id, question, code) those
    of open answers, `coded` how they were given; `fingerprint` (64 hex digits)
    covers answers, codes and calls.
    """

    table: pl.DataFrame
    fieldwork: Fieldwork
    fingerprint: str
    codes: pl.DataFrame | None = None
    start: date | None = None
    end: date | None = None
    invented: bool = False
    coded: tuple[Counts, ...] = ()
    quotes: Mapping[str, tuple[Quote, ...]] | None = None  # verbatims released on the site
    code_frames: Mapping[str, CodeList] = field(default_factory=dict)  # by question, where coded


@dataclass(frozen=True)
class Built:
    """What came out: a document for each language asked for, the numbers, and all problems.

    `releases` are the press releases, from the same numbers.
    """

    documents: Mapping[str, Document]
    cells: Cells
    problems: tuple[Problem, ...]
    releases: Mapping[str, Document] = field(default_factory=dict)


def cells(pieces: Pieces, demand: Demand = NOTHING_ASKED) -> Cells:
    """Every number of the study, with the filters and the family of tests that `demand` names."""
    from atbalss.tables.compute import compute

    study = pieces.study
    return compute(
        pieces.questionnaire,
        pieces.frames,
        study.waves,
        study.rules,
        study.wave,
        demand,
        sample_kind=study.sample_kind,
        design=pieces.design,
    )


REPORT, PRESS = "report", "press"
Key = tuple[str, str]  # report or press, and the language


def build(pieces: Pieces, langs: Sequence[str], also: Demand = NOTHING_ASKED) -> Built:
    """Documents in `langs`. The family of tests is the union over all narratives of the study.

    `also` is what is asked beside the narratives of the same numbers, such as a published site's
    groups: what is hidden in one place is then hidden in the other too.

    A narrative with errors gets no document; its problems say why.
    """
    found: list[Problem] = []
    parsed: dict[Key, narrative.Narrative] = {}
    unread: set[Key] = set()
    demand, cited = _others(pieces, langs)
    demand |= also
    for key, text in _texts(pieces).items():
        if key[1] not in langs:
            continue
        parsed[key], problems = narrative.parse(text, _file(key), key[1])
        if not text.strip():
            problems = [problem("folder-empty", Place(_file(key)))]
        if errors(problems):
            unread.add(key)
        found += problems
        asked = _asked(pieces, parsed[key])
        demand, cited[key] = demand | asked.demand, asked.cited
    numbers, keep = _remembered(pieces, demand)
    made: dict[Key, Document] = {}
    for key in sorted(parsed, key=lambda item: (item[0] != REPORT, langs.index(item[1]))):
        document, problems = _composed(pieces, parsed[key], numbers)
        found += problems
        if key not in unread and not errors(problems):
            made[key] = document
    keep()
    for kind in (REPORT, PRESS):
        found += compare_languages(
            {lang: item for (own, lang), item in cited.items() if own == kind}
        )
    documents = {lang: item for (kind, lang), item in made.items() if kind == REPORT}
    releases = {lang: with_contact(item) for (kind, lang), item in made.items() if kind == PRESS}
    return Built(documents, numbers, tuple(found), releases)


def _texts(pieces: Pieces) -> dict[Key, str]:
    """All narratives of a study: reports first, then press releases."""
    return {
        **{(REPORT, lang): text for lang, text in pieces.texts.items()},
        **{(PRESS, lang): text for lang, text in pieces.press.items()},
    }


def _file(key: Key) -> str:
    return f"{key[0]}.{key[1]}.md"


def _composed(
    pieces: Pieces, parsed: narrative.Narrative, numbers: Cells
) -> tuple[Document, list[Problem]]:
    return narrative.compose(
        parsed,
        pieces.study,
        pieces.questionnaire,
        numbers,
        parsed.lang,
        quotes=pieces.quotes,
        date=pieces.study.published.isoformat() if pieces.study.published else "",
        fingerprint=pieces.fingerprint,
        weighted=pieces.weighted,
        fieldwork=pieces.fieldwork,
        coded=pieces.coded,
    )


@dataclass(frozen=True)
class Asked:
    """What the other languages of a study need to know of a narrative."""

    demand: Demand
    cited: Cited


codec.keep_classes_of("atbalss.plan", "atbalss.report.lint")


def _asked(pieces: Pieces, parsed: narrative.Narrative) -> Asked:
    return Asked(narrative.demand(parsed, pieces.study, pieces.questionnaire), cite(parsed))


def _others(pieces: Pieces, langs: Sequence[str]) -> tuple[Demand, dict[Key, Cited]]:
    """What narratives ask that are not to be built, remembered by their text."""
    demand, cited = NOTHING_ASKED, {}
    for key, text in _texts(pieces).items():
        if key[1] in langs:
            continue

        def read(key: Key = key, text: str = text) -> Asked:
            return _asked(pieces, narrative.parse(text, _file(key), key[1])[0])

        memory = pieces.memory
        asked = memory.once("narrative", (*key, text), read) if memory else read()
        demand, cited[key] = demand | asked.demand, asked.cited
    return demand, cited


def _remembered(pieces: Pieces, demand: Demand) -> tuple[Cells, Callable[[], None]]:
    """The numbers, from memory where there is one, and what keeps those that were new."""
    if pieces.memory is None:
        return cells(pieces, demand), lambda: None
    study = pieces.study
    waves = [wave.name for wave in study.waves]
    return recalled(
        pieces.memory,
        demand,
        pieces.questionnaire,
        study.wave,
        waves,
        lambda: cells(pieces, demand),
    )
