"""What open data is made from: read once, and made ready for any choice of levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from atbalss import plan
from atbalss.folder import open_study, pieces
from atbalss.folder.export import frame_at
from atbalss.folder.opendata import read_rules
from atbalss.folder.tables_file import read_tables
from atbalss.opendata import prepare
from atbalss.opendata.propose import Advice, Proposal, advice, at_levels, ranked
from atbalss.problems import Problem, Refused, errors, problem
from atbalss.report import narrative
from atbalss.report.results import demand_of
from atbalss.tables.demand import Demand

if TYPE_CHECKING:
    from pathlib import Path

    from atbalss.answers.frame import Frame
    from atbalss.folder import StudyFolder
    from atbalss.opendata.prepare import Prepared
    from atbalss.opendata.rules import Rules
    from atbalss.plan import Pieces


@dataclass(frozen=True)
class Ground:
    """A study with its section `opendata:`, the frames of the waves that it publishes, and all
    that the study publishes besides."""

    folder: StudyFolder
    parts: Pieces
    rules: Rules
    frames: Mapping[str, Frame]
    beside: Demand
    problems: tuple[Problem, ...]

    def prepared(self, rules: Rules) -> Prepared:
        """The open data as these rules would have it, checked and attacked."""
        parts = self.parts
        wide = prepare.extended(self.frames, rules)
        questionnaire = next(iter(wide.values())).questionnaire
        asked = prepare.demand(questionnaire, rules, list(wide)) | self.beside
        study = prepare.table_rules(parts.study, rules)
        frames = {**parts.frames, **wide}
        counted = replace(
            parts, study=study, questionnaire=questionnaire, frames=frames, memory=None
        )
        cells = plan.cells(counted, asked)
        return prepare.prepare(study, rules, self.folder.questionnaire, wide, cells)

    def advice(self) -> Advice:
        """The recodings of least loss that may be published as they are."""
        rules = self.rules
        if not rules.microdata or not rules.quasi_identifiers:
            return Advice()
        least = prepare.table_rules(self.parts.study, rules).rules.hide_under
        return advice(ranked(list(self.frames.values()), rules, least), self._left_out)

    def _left_out(self, proposal: Proposal) -> int | None:
        """The questions that microdata would not tell of; None where there would be errors."""
        made = self.prepared(at_levels(self.rules, proposal))
        return None if errors(made.problems) else made.left_out


def ground(path: Path) -> Ground:
    """What the open data of a study is made from; Refused where it cannot even be tried."""
    folder = open_study(path)
    parts, problems = pieces(folder)
    rules, faults = read_rules(folder)
    found = [*folder.problems, *problems, *faults]
    if rules is None:
        raise Refused([*found, *([] if errors(found) else [problem("opendata-no-section")])])
    found += prepare.check(folder.questionnaire, rules)
    names = [name for name in parts.frames if not rules.waves or name in rules.waves]
    if not names:
        found.append(problem("opendata-no-waves"))
    if errors(found):
        raise Refused(found)
    frames = {name: frame_at(folder, name, parts.frames[name]) for name in names}
    return Ground(folder, parts, rules, frames, _beside(folder, parts), tuple(found))


def _beside(folder: StudyFolder, parts: Pieces) -> Demand:
    """What the study publishes besides: filters of its reports, press releases and banner tables,
    and the groups of its published site."""
    asked = demand_of(folder.questionnaire)
    for kind, texts in (("report", parts.texts), ("press", parts.press)):
        for lang, text in texts.items():
            parsed, _ = narrative.parse(text, f"{kind}.{lang}.md", lang)
            asked |= narrative.demand(parsed, parts.study, parts.questionnaire)
    banners, _ = read_tables(folder)
    return asked | Demand(banners=frozenset(banners))
