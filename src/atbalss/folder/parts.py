"""The pieces of a plan out of an open folder: answers, narratives, quotations, fingerprint."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from atbalss.folder.cache import NAME as CACHE
from atbalss.folder.open import StudyFolder, answers_file
from atbalss.folder.streams import Opener, open_waves
from atbalss.folder.workbooks import as_text
from atbalss.plan import Pieces
from atbalss.problems import Place, Problem, errors, problem

if TYPE_CHECKING:
    from atbalss.answers.frame import Frame
    from atbalss.exchange.delimited import Quote
    from atbalss.weights.weigh import Weighed


def pieces(folder: StudyFolder, opener: Opener | None = None) -> tuple[Pieces, list[Problem]]:
    """What a report is made from, and what is wrong with the answers.

    `opener` opens streamed waves by an engine; without it this machine streams them.
    """
    found: list[Problem] = []
    frames: dict[str, Frame] = {}
    streams, problems = open_waves(folder, opener)
    found += problems
    for wave in folder.study.waves:
        if not wave.has_answers or wave.name in streams:
            continue
        frame, problems = _frame(folder, wave.name)
        found += problems
        if frame is None:
            continue
        frames[wave.name] = frame
        if wave.n is not None and wave.n != frame.data.height:
            said, count = wave.n, frame.data.height
            place = Place("study.yaml")
            found.append(
                problem("folder-sample-size", place, wave=wave.name, said=said, found=count)
            )
    if folder.study.wave not in {*frames, *streams} and not errors(found):
        place = Place("study.yaml")
        found.append(problem("folder-no-answers", place, wave=folder.study.wave))
    weighted: dict[str, Weighed] = {}
    for frame in frames.values():
        made, problems = _weighed(folder, frame)
        found += problems
        if made is not None:
            weighted[frame.wave] = made
    texts = {}
    for lang in folder.study.langs:
        file = folder.path / f"report.{lang}.md"
        if file.is_file():
            texts[lang] = as_text(file.read_bytes(), file)
    quotes, problems = _quotes(folder)
    found += problems
    parts = Pieces(
        folder.study,
        folder.questionnaire,
        {**frames, **{name: made.frame for name, made in weighted.items()}, **streams},
        texts,
        quotes,
        fingerprint(folder.path),
        folder.sample.design,
        {name: made.diagnosis for name, made in weighted.items()},
        {name: made.calibration for name, made in weighted.items() if made.calibration},
    )
    return parts, found


def _weighed(folder: StudyFolder, frame: Frame) -> tuple[Weighed | None, list[Problem]]:
    """The frame with the weights that the study declares for its wave, if it does."""
    weighting = folder.sample.weighting
    if weighting is None or not weighting.is_for(frame.wave):
        return None, []
    from atbalss.weights.weigh import weigh

    return weigh(frame, weighting)


def _frame(folder: StudyFolder, wave: str) -> tuple[Frame | None, list[Problem]]:
    from atbalss.answers.frame import build
    from atbalss.exchange.delimited import read_answers, read_codes

    base = folder.path / "waves" / wave
    file = answers_file(base)
    if file is None:
        return None, []
    name = f"waves/{wave}/{file.name}"
    table, found = read_answers(as_text(file.read_bytes(), file), name)
    codes = None
    codes_file = base / "codes.csv"
    if codes_file.is_file():
        text = as_text(codes_file.read_bytes(), codes_file)
        codes, problems = read_codes(text, f"waves/{wave}/codes.csv")
        found += problems
    if errors(found):
        return None, found
    frame, problems = build(
        folder.questionnaire,
        table,
        codes=codes,
        wave=wave,
        file=name,
        sample=folder.sample.carried,
        codes_file=f"waves/{wave}/codes.csv",
    )
    return frame, found + problems


def _quotes(folder: StudyFolder) -> tuple[dict[str, tuple[Quote, ...]], list[Problem]]:
    """Quotations by question; those that name no language are in the study's first."""
    from atbalss.exchange.delimited import read_quotes

    wave = folder.study.wave
    file = folder.wave_file(wave, "quotes.csv")
    if not file.is_file():
        return {}, []
    rows, found = read_quotes(as_text(file.read_bytes(), file), f"waves/{wave}/quotes.csv")
    quotes: dict[str, tuple[Quote, ...]] = {}
    for row in rows:
        told = row if row.lang else replace(row, lang=folder.study.langs[0])
        quotes[row.question] = (*quotes.get(row.question, ()), told)
    return quotes, found


def fingerprint(path: Path) -> str:
    """SHA-256 over the names and contents of all files of a study, first 16 hex digits."""
    digest = hashlib.sha256()
    for file in sorted(item for item in path.rglob("*") if item.is_file()):
        relative = file.relative_to(path)
        if CACHE in relative.parts or any(part.startswith(".") for part in relative.parts):
            continue
        digest.update(relative.as_posix().encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
