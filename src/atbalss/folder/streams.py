"""Waves that are streamed and never read whole: frame Parquet in a folder or at an address.

A wave's `answers:` in `study.yaml` names the place (a path within the study, `file://`, `s3a://`);
else `waves/<wave>/answers.parquet` is one, if it is a folder, or if an engine is to count it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from atbalss.folder.open import StudyFolder
from atbalss.folder.wave_answers import PARQUET, answers_file
from atbalss.problems import Place, Problem, Refused, problem
from atbalss.study.question import ANSWER_KINDS
from atbalss.study.waves import Wave

if TYPE_CHECKING:
    from atbalss.tables.engines.source import Source

LOCAL = "file://"
Opener = Callable[[str, str], "Source"]
"""Rows from an address and the name of a wave."""


def address_of(folder: StudyFolder, wave: Wave, *, engine: bool) -> str:
    """Where the streamed rows of a wave are: an absolute path or a URL; nothing if it has none."""
    if "://" in wave.answers:
        return wave.answers
    if wave.answers:
        return str((folder.path / wave.answers).resolve())
    kept = folder.wave_file(wave.name, PARQUET)
    alone = answers_file(kept.parent) is None  # nothing else reads it
    if kept.is_dir() or (kept.is_file() and (engine or alone)):
        return str(kept.resolve())
    return ""


def open_waves(
    folder: StudyFolder, opener: Opener | None
) -> tuple[dict[str, Source], list[Problem]]:
    """The waves that are streamed, by an engine or else by this machine, and what is wrong."""
    sources: dict[str, Source] = {}
    found: list[Problem] = []
    for wave in folder.study.waves:
        try:
            source, problems = _open(folder, wave, opener)
            found += problems
            if source is None:
                continue
            sources[wave.name] = source
            if wave.n is not None and wave.n != source.rows:
                place, rows = Place("study.yaml"), source.rows
                found.append(
                    problem("folder-sample-size", place, wave=wave.name, said=wave.n, found=rows)
                )
        except Refused as refused:
            found += refused.problems
    if opener is not None and not sources and not found:
        found.append(problem("engine-nothing"))
    return sources, found


def _open(
    folder: StudyFolder, wave: Wave, opener: Opener | None
) -> tuple[Source | None, list[Problem]]:
    address = address_of(folder, wave, engine=opener is not None)
    if not address:
        return None, []
    from atbalss.answers.columns import column_names

    source = opener(_with_scheme(address), wave.name) if opener else _here(address, wave.name)
    held = set(source.columns)
    found = []
    for question in folder.questionnaire.questions:
        if question.kind in ANSWER_KINDS and not held & set(column_names(question)):
            found.append(
                problem("answers-no-column", Place(_shown(address)), question=question.name)
            )
    weighting = folder.sample.weighting
    if weighting is not None and weighting.is_for(wave.name):
        found.append(problem("engine-weights-as-they-are", Place(_shown(address)), wave=wave.name))
    return source, found


def _with_scheme(address: str) -> str:
    """A path as a URL, so that a cluster does not look for it in its own store."""
    return address if "://" in address else LOCAL + address


def _here(address: str, wave: str) -> Source:
    path = address.removeprefix(LOCAL)
    if "://" in path:
        raise Refused([problem("engine-needed", Place("study.yaml"), address=address)])
    if not Path(path).exists():
        raise Refused([problem("engine-no-file", address=_shown(address), cause=Path(path).name)])
    from atbalss.tables.engines.source import ParquetSource

    return ParquetSource(Path(path), wave)


def _shown(address: str) -> str:
    return address.removeprefix(LOCAL)
