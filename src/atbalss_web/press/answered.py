"""The finished interviews of a study as one frame, from which all its live results are counted.

Typing the answers costs far more than counting them, so it is done once: the network, each centre
and those who see whole tens only take rows of the same frame.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

import polars as pl

from atbalss.answers.frame import Frame, build
from atbalss.answers.record import LARGEST
from atbalss.study.questionnaire import Questionnaire, with_frames
from atbalss.study.waves import FIELD
from atbalss_web.cases.extract import steps_of, weight_of
from atbalss_web.codingdesk.extract import coded
from atbalss_web.runner.extract import as_table, finished
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import live_version, questionnaire_of


@dataclass(frozen=True)
class Answered:
    """All finished interviews in the order in which they ended; `weights`: None without one."""

    frame: Frame
    places: tuple[int | None, ...]  # the centre of each case
    weights: tuple[float | None, ...]
    ended: tuple[datetime, ...]

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire with the code frames in use."""
        return self.frame.questionnaire

    def is_weighted(self, n: int) -> bool:
        """Whether each of the first `n` has a weight."""
        return all(weight is not None for weight in self.weights[:n])

    def first(self, n: int) -> Frame:
        """The frame of the first `n` interviews, weighted where each of them has a weight."""
        data = self.frame.data.head(n)
        if self.is_weighted(n):
            held = [
                item if item is not None and 0 <= item <= LARGEST else 0.0
                for item in self.weights[:n]
            ]
            data = data.with_columns(pl.Series("weight", held, dtype=pl.Float64))
        off = self.frame.off_route.filter(pl.col("id").is_in(data["id"].to_list()))
        return replace(self.frame, data=data, off_route=off)


def answered(study: Study) -> Answered | None:
    """The finished interviews of a study; None while there are none, or no live version."""
    version = live_version(study)
    if version is None:
        return None
    rows = list(
        finished(study)
        .order_by("ended", "pk")
        .values_list("key", "record", "case__centre_id", "case__sample", "ended")
    )
    if not rows:
        return None
    drawn = steps_of(study)
    table = as_table((key, record.get("answers", {})) for key, record, *_ in rows)
    questionnaire, codes = questionnaire_of(version.pk), None
    told = coded(study)
    if told is not None:
        questionnaire = with_frames(questionnaire, told.frames)
        codes = told.codes.filter(pl.col("id").is_in(table["id"].to_list()))
    frame, _ = build(questionnaire, table, codes=codes, wave=FIELD)
    return Answered(
        frame,
        tuple(place for _, _, place, *_ in rows),
        tuple(weight_of(sample or {}, study, drawn.get(place)) for _, _, place, sample, _ in rows),
        tuple(ended for *_, ended in rows),
    )
