"""Opening a study folder: its description and its questionnaire, with all that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from atbalss.exchange.sheets import Workbook
from atbalss.folder.about import FILE, read_about
from atbalss.folder.cache import cache_dir, remembered
from atbalss.folder.contents import contents, memory_of
from atbalss.folder.field import live_wave, with_live
from atbalss.folder.sample import PLAIN, Sample, read_sample
from atbalss.folder.wave_answers import PARQUET, answers_file
from atbalss.folder.workbooks import as_text, read_workbook
from atbalss.plan import LiveWave
from atbalss.problems import Place, Problem, Refused, errors, problem
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire, with_frames
from atbalss.study.waves import FIELD, PublishedFigure
from atbalss.tables.codec import keep_classes_of
from atbalss.tables.recall import Memory

keep_classes_of(
    "atbalss.folder.open",
    "atbalss.study.codes",
    "atbalss.study.question",
    "atbalss.study.questionnaire",
    "atbalss.study.values",
)
QUESTIONNAIRES = ("questionnaire.md", "questionnaire.xlsx")
FRAMES = ("codeframes.md", "codeframes.xlsx")


@dataclass(frozen=True)
class StudyFolder:
    """An open study folder: what is asked and of whom; answers are read by `pieces`."""

    path: Path
    study: Study
    questionnaire: Questionnaire
    problems: tuple[Problem, ...]
    sample: Sample = PLAIN
    contents: Mapping[str, str] = field(default_factory=dict)  # hash of each file, before reading
    live: LiveWave | None = None  # the current wave, where it comes from the field

    def wave_file(self, wave: str, name: str) -> Path:
        """The place of a wave's file, such as `waves/2024/answers.csv`."""
        return self.path / "waves" / wave / name


def open_study(path: Path, wave: str = "") -> StudyFolder:
    """Read and check the description and the questionnaire; Refused when either is unreadable.

    `wave` is the wave to report instead of the one that the description names; the wave `field`
    without answers of its own comes from the site where it is fielded.
    """
    about = path / FILE
    if not about.is_file():
        raise Refused([problem("folder-not-a-study", Place(str(path)), path=path)])
    held = contents(path)  # before anything is read: what is kept is kept under these
    found: list[Problem] = []
    figures = _Figures(path, found)
    text = as_text(about.read_bytes(), about)
    study, problems = read_about(text, figures.of, wave)
    found += problems
    if study is None:
        raise Refused(found)
    asked = _asked(path, study, memory_of(path, held))
    questionnaire = asked.questionnaire
    found += asked.problems
    if questionnaire is None:
        raise Refused(found)
    live = None
    if study.wave == FIELD and not study.current.has_answers:
        live = live_wave(study.name)
        study = with_live(study, live)
        questionnaire = with_frames(questionnaire, live.code_frames)
    sample, problems = read_sample(text, path, study, questionnaire)
    found += problems
    return StudyFolder(path, study, questionnaire, tuple(found), sample, held, live)


class _Figures:
    """Published figures of a wave, read when `study.yaml` names it; problems go to `found`."""

    def __init__(self, path: Path, found: list[Problem]) -> None:
        self.path = path
        self.found = found

    def of(self, wave: str) -> tuple[tuple[PublishedFigure, ...], bool]:
        folder = self.path / "waves" / wave
        has_answers = answers_file(folder) is not None or (folder / PARQUET).exists()
        file = folder / "published.csv"
        if not file.is_file():
            return (), has_answers
        from atbalss.exchange.delimited import read_published

        name = f"waves/{wave}/published.csv"
        figures, problems = read_published(as_text(file.read_bytes(), file), name)
        self.found += problems
        return tuple(figures), has_answers


@dataclass(frozen=True)
class Asked:
    """A questionnaire as it was read, None where it has errors, and all that is wrong with it."""

    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]


def _asked(path: Path, study: Study, memory: Memory | None) -> Asked:
    """The questionnaire of a study folder: read, checked and judged once for the same files."""

    def read() -> Asked:
        questionnaire, found = _questionnaire(path, study)
        return Asked(questionnaire, tuple(found))

    return memory.once("asked", (), read) if memory else read()


def _questionnaire(path: Path, study: Study) -> tuple[Questionnaire | None, list[Problem]]:
    from atbalss.exchange.xlsform import read_questionnaire
    from atbalss.study.check import check

    files = [path / name for name in QUESTIONNAIRES if (path / name).is_file()]
    if not files:
        return None, [problem("folder-no-questionnaire", Place(str(path)), path=path)]
    if len(files) > 1:
        return None, [problem("folder-two-questionnaires", Place(str(path)))]
    workbook = read_workbook(files[0])
    frames = next((read_workbook(path / f) for f in FRAMES if (path / f).is_file()), None)
    questionnaire, found = read_questionnaire(
        workbook, frames, file=files[0].name, name=study.name, default_lang=study.langs[0]
    )
    if questionnaire is None or errors(found):
        return questionnaire, found
    found = found + check(questionnaire)
    if not errors(found):
        found += _judged(workbook, files[0], path)
    return questionnaire, found


def _judged(workbook: Workbook, file: Path, path: Path) -> list[Problem]:
    """pyxform's verdict on the same sheets, remembered by content: asking costs a second."""

    def ask() -> list[list[str]]:
        from atbalss.exchange.xlsform import judge

        return [_packed(item) for item in judge(workbook, file=file.name)]

    rows = remembered(cache_dir(path), "verdict", repr(workbook).encode(), ask)
    return [_unpacked(row) for row in rows]


def _packed(item: Problem) -> list[str]:
    where = item.where
    row = "" if where.row is None else str(where.row)
    pairs = [text for pair in item.args for text in pair]
    return [item.code, where.file, where.sheet, row, where.column, *pairs]


def _unpacked(row: list[str]) -> Problem:
    code, file, sheet, number, column, *pairs = row
    place = Place(file, sheet, int(number) if number else None, column)
    return Problem(code, place, tuple(zip(pairs[::2], pairs[1::2], strict=True)))
