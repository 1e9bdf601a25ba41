"""A study's open data before it is written: checked, made anonymous, attacked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from atbalss.answers.frame import Frame
from atbalss.opendata import cubes
from atbalss.opendata.attack import Unsolved, found_cells
from atbalss.opendata.fold import Folds, folds
from atbalss.opendata.microdata import make
from atbalss.opendata.propose import Proposal, effect
from atbalss.opendata.recode import values_at, with_recodings
from atbalss.opendata.rules import Rules
from atbalss.opendata.wave import OpenWave
from atbalss.problems import Place, Problem, problem
from atbalss.study.about import Study
from atbalss.study.question import ANSWER_KINDS, NUMBER_KINDS, Kind, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.cells import Cells
from atbalss.tables.demand import Demand

SECTION = Place("study.yaml")
LEFT_OUT = "opendata-question-left-out"


@dataclass(frozen=True)
class Prepared:
    """What would be published, and what the check found; `waves` oldest first."""

    waves: tuple[OpenWave, ...]
    effect: Proposal
    problems: tuple[Problem, ...]
    left_out: int = 0  # questions that microdata could not tell of, summed over the waves


def extended(frames: Mapping[str, Frame], rules: Rules) -> dict[str, Frame]:
    """The frames of the published waves with the recoded questions beside the asked ones."""
    return {name: with_recodings(frame, rules.quasi_identifiers) for name, frame in frames.items()}


def demand(questionnaire: Questionnaire, rules: Rules, waves: Sequence[str]) -> Demand:
    """The tables of open data, to be counted together with all else that is published."""
    return Demand(banners=frozenset(cubes.asks(questionnaire, rules, waves)))


def table_rules(study: Study, rules: Rules) -> Study:
    """The study with the smallest base of open tables, where the section gives one."""
    if rules.hide_under is None:
        return study
    return replace(study, rules=replace(study.rules, hide_under=rules.hide_under))


def check(questionnaire: Questionnaire, rules: Rules) -> list[Problem]:
    """What is wrong with the section: unknown names, demographics that nobody thought of."""
    found = []
    known = questionnaire.by_name
    named = [item.question for item in rules.quasi_identifiers]
    for name in (*named, *rules.drop, *rules.keep, *rules.sensitive):
        if name not in known:
            found.append(problem("opendata-unknown-question", SECTION, name=name))
    for item in rules.quasi_identifiers:
        question = known.get(item.question)
        if question is not None and question.kind not in NUMBER_KINDS | {Kind.SINGLE}:
            found.append(problem("opendata-no-quasi-kind", SECTION, name=item.question))
    if not rules.microdata:
        return found
    thought_of = {*named, *rules.drop, *rules.keep}
    for question in questionnaire.questions:
        personal = question.role in (Role.DEMOGRAPHIC, Role.SAMPLE)
        if personal and question.kind in ANSWER_KINDS and question.name not in thought_of:
            found.append(problem("opendata-demographic", SECTION, name=question.name))
    return found


def prepare(
    study: Study, rules: Rules, asked: Questionnaire, frames: Mapping[str, Frame], cells: Cells
) -> Prepared:
    """The open waves out of extended frames; `cells` count all that is published of the study."""
    found: list[Problem] = []
    questionnaire = cells.questionnaire
    made: list[OpenWave] = []
    for name, frame in frames.items():
        asks = cubes.asks(frame.questionnaire, rules, [name])
        wave = OpenWave(study.wave_named(name), tuple(cells.banner(ask) for ask in asks))
        if rules.microdata:
            if frame.data.height < 2 * rules.k:
                args = {"wave": name, "n": frame.data.height, "k": rules.k}
                found.append(problem("opendata-too-few", SECTION, **args))
                continue
            found += _small_groups(frame, rules, study.rules.hide_under)
            quasi = {item.name_at(item.level) for item in rules.published}
            names = [q for q in cubes.tabled(frame.questionnaire, rules) if q not in quasi]
            wave, faults = _safe(
                wave, frame, rules, folds(questionnaire, cells, name, names, rules)
            )
            found += faults
        found += _attacked(wave)
        made.append(wave)
    left_out = sum(item.code == LEFT_OUT for item in found)
    return Prepared(tuple(made), effect(list(frames.values()), rules), tuple(found), left_out)


def _safe(
    wave: OpenWave, frame: Frame, rules: Rules, united: Folds
) -> tuple[OpenWave, list[Problem]]:
    """The wave with microdata that let no hidden cell follow: less is told until they do not."""
    while True:
        microdata = make(frame, rules, united)
        tried = replace(wave, microdata=microdata)
        told = {question.name for question in microdata.frame.questionnaire.questions}
        try:
            leaks = {cell.question for cell in found_cells(tried)} & (told - set(microdata.quasi))
        except Unsolved:
            leaks = set()  # said by `_attacked`
        if not leaks:
            break
        united = united.stricter(frame.questionnaire, sorted(leaks))
    name = wave.wave.name
    problems = _cost(name, rules, microdata.blanked, microdata.cells)
    for question, why in united.dropped.items():
        args = {"name": question, "wave": name, "why": why}
        problems.append(problem(LEFT_OUT, SECTION, **args))
    return tried, problems


def _attacked(wave: OpenWave) -> list[Problem]:
    """What the attack finds in a wave as it would be published."""
    try:
        cells = found_cells(wave)
    except Unsolved as error:
        return [problem("opendata-unsolved", SECTION, wave=wave.wave.name, why=error)]
    return [
        problem("opendata-cell-found", SECTION, wave=wave.wave.name, cell=cell) for cell in cells
    ]


def _small_groups(frame: Frame, rules: Rules, least: int) -> list[Problem]:
    """Groups of quasi-identifiers that the tables hide: microdata must not show them."""
    found = []
    for item in rules.published:
        counts = values_at(frame, item, item.level).drop_nulls().value_counts().sort("count")
        small = [f"{code} ({count})" for code, count in counts.iter_rows() if count < least]
        if small and frame.questionnaire.question(item.question).kind is Kind.SINGLE:
            args = {"name": item.question, "groups": ", ".join(small), "least": least}
            found.append(problem("opendata-small-group", SECTION, wave=frame.wave, **args))
    return found


def _cost(wave: str, rules: Rules, blanked: int, cells: int) -> list[Problem]:
    part = blanked / cells if cells else 0.0
    if part <= rules.most_blank:
        return []
    args = {"wave": wave, "part": f"{part:.1%}", "most": f"{rules.most_blank:.1%}"}
    return [problem("opendata-too-much-blanked", SECTION, **args)]
