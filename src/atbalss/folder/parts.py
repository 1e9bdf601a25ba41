"""The pieces of a plan out of an open folder: answers, narratives, quotations, memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from atbalss.folder.answers import Answers
from atbalss.folder.contents import contents, digest, memory_of
from atbalss.folder.open import StudyFolder
from atbalss.folder.streams import Opener
from atbalss.folder.workbooks import as_text, read_text
from atbalss.plan import Pieces
from atbalss.problems import Place, Problem, problem
from atbalss.study.waves import FIELD

if TYPE_CHECKING:
    from atbalss.exchange.delimited import Quote


def pieces(folder: StudyFolder, opener: Opener | None = None) -> tuple[Pieces, list[Problem]]:
    """What a report is made from, and what is wrong with the answers.

    Answers are read and weighted when a number is asked for that is not remembered; what was wrong
    with them and how the weights came out is remembered too, so that it is told each time. `opener`
    opens streamed waves by an engine, without it this machine streams them; numbers that an engine
    makes, or that come from rows outside the folder, are not remembered.
    """
    held = folder.contents or contents(folder.path)
    live = folder.live
    outside = (
        opener is not None or live is not None or any(wave.answers for wave in folder.study.waves)
    )
    memory = None if outside else memory_of(folder.path, held)
    answers = Answers(folder, opener)
    said = answers.said() if memory is None else memory.once("answers", (), answers.said)
    found = list(said.problems)
    texts, press = _written(folder, "report"), _written(folder, "press")
    quotes, problems = _quotes(folder)
    found += problems
    parts = Pieces(
        folder.study,
        folder.questionnaire,
        answers.frames,
        texts,
        quotes,
        digest(held if live is None else {**held, FIELD: live.fingerprint}),
        folder.sample.design,
        said.weighted,
        answers.calibration,
        said.coded,
        memory,
        live.fieldwork if live is not None else None,
        press,
    )
    return parts, found


def _written(folder: StudyFolder, kind: str) -> dict[str, str]:
    """What the study's people wrote, by language: reports or press releases."""
    files = {lang: folder.path / f"{kind}.{lang}.md" for lang in folder.study.langs}
    return {lang: read_text(file) for lang, file in files.items() if file.exists()}


def _quotes(folder: StudyFolder) -> tuple[dict[str, tuple[Quote, ...]], list[Problem]]:
    """Quotations by question: released verbatims, or `quotes.csv` where nothing was chosen yet.

    Those that name no language are in the study's first.
    """
    from atbalss.exchange.delimited import read_quotes

    wave = folder.study.wave
    if folder.live is not None and folder.live.quotes is not None:
        return dict(folder.live.quotes), []
    if folder.wave_file(wave, "verbatims.csv").is_file():
        return _released(folder, wave)
    file = folder.wave_file(wave, "quotes.csv")
    if not file.is_file():
        return {}, []
    rows, found = read_quotes(as_text(file.read_bytes(), file), f"waves/{wave}/quotes.csv")
    quotes: dict[str, tuple[Quote, ...]] = {}
    for row in rows:
        told = row if row.lang else replace(row, lang=folder.study.langs[0])
        quotes[row.question] = (*quotes.get(row.question, ()), told)
    return quotes, found


def _released(folder: StudyFolder, wave: str) -> tuple[dict[str, tuple[Quote, ...]], list[Problem]]:
    """Verbatims that were released; if one is no longer what was said, the answers tell it."""
    from atbalss.exchange.delimited import Quote
    from atbalss.folder.coding import read_verbatims

    held, found = read_verbatims(folder, wave)
    if folder.wave_file(wave, "quotes.csv").is_file():
        found.append(problem("coding-quotes-twice", Place(f"waves/{wave}/quotes.csv")))
    quotes: dict[str, tuple[Quote, ...]] = {}
    for one in held:
        if one.released:
            lang = one.lang or folder.study.langs[0]
            told = Quote(one.question, one.text, wave, lang, folder.study.current.invented)
            quotes[one.question] = (*quotes.get(one.question, ()), told)
    return quotes, found
