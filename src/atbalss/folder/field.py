"""A wave that is read from where it is fielded: `wave: field`, by what an installed site offers."""

from __future__ import annotations

from dataclasses import replace

from atbalss.plan import LiveWave
from atbalss.problems import Place, Refused, problem
from atbalss.study.about import Study

GROUP = "atbalss.waves"
"""Entry points that give a wave: callable(name of the study) -> `plan.LiveWave`."""


def live_wave(name: str) -> LiveWave:
    """The wave of a study that is in the field; Refused where no site or no such study is."""
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP):
        found: LiveWave = entry.load()(name)
        return found
    raise Refused([problem("folder-field-no-site", Place("study.yaml"))])


def with_live(study: Study, live: LiveWave) -> Study:
    """The study with what the records say of its current wave: days, invented, kind of sample."""
    waves = tuple(
        replace(
            wave,
            start=live.start or wave.start,
            end=live.end or wave.end,
            invented=wave.invented or live.invented,
            has_answers=True,
        )
        if wave.name == study.wave
        else wave
        for wave in study.waves
    )
    kind = live.fieldwork.sample_kind or study.sample_kind
    return replace(study, waves=waves, sample_kind=kind)
