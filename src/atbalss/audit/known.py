"""What a study knows: the shares of its answers, for the audit of a report about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atbalss.study.codes import CodeRole

if TYPE_CHECKING:
    from atbalss.study.about import Study
    from atbalss.study.questionnaire import Questionnaire
    from atbalss.tables.cells import Cells


@dataclass(frozen=True, slots=True)
class Known:
    """A share of a study: what was asked, the answer, the wave, percent, and its address."""

    question: str
    label: str
    wave: str
    percent: float
    cell: str


def known_shares(
    study: Study, questionnaire: Questionnaire, cells: Cells, lang: str
) -> Iterator[Known]:
    """All shares of answers of all waves in `lang`; what has no number or is hidden is left out."""
    from atbalss.problems import Refused
    from atbalss.tables.result import Flag

    for question in questionnaire.questions:
        codes = question.codes or question.frame
        if codes is None:
            continue
        for code in codes.codes:
            if code.role is CodeRole.OTHER:
                continue
            for wave in study.waves:
                try:
                    number = cells.share(question.name, code.name, wave.name, ())
                except (Refused, KeyError, ValueError):
                    continue
                if number.value is None or number.flag is Flag.HIDDEN:
                    continue
                address = f"share({question.name}, {code.name}, {wave.name})"
                yield Known(
                    question.label.get(lang),
                    code.label.get(lang),
                    wave.name,
                    100 * number.value,
                    address,
                )
