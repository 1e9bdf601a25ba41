"""The answers of a study folder as weighted frames, read when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from atbalss.folder.open import StudyFolder
from atbalss.folder.streams import Opener, open_waves
from atbalss.folder.wave_answers import answers_file, raw_answers, several
from atbalss.folder.workbooks import as_text
from atbalss.problems import Place, Problem, errors, problem
from atbalss.study.waves import FIELD
from atbalss.tables import codec
from atbalss.weights.diagnose import Diagnosis

if TYPE_CHECKING:
    import polars as pl

    from atbalss.answers.frame import Frame
    from atbalss.coding.apply import Counts
    from atbalss.plan import LiveWave
    from atbalss.tables.engines.source import Source
    from atbalss.weights.design import Calibration
    from atbalss.weights.weigh import Weighed

OfWave = TypeVar("OfWave")


@dataclass(frozen=True)
class Said:
    """What is to be told of the answers, whatever is asked of them: faults, and how weights fit."""

    problems: tuple[Problem, ...]
    weighted: dict[str, Diagnosis] = field(default_factory=dict)
    coded: tuple[Counts, ...] = ()  # how open answers of the current wave were coded


codec.keep_classes_of(
    "atbalss.folder.answers",
    "atbalss.weights.diagnose",
    "atbalss.weights.targets",
    "atbalss.coding.apply",
)


class ByWave(Mapping[str, OfWave]):
    """A value for each wave; all are made when the first is asked for."""

    def __init__(self, make: Callable[[], Mapping[str, OfWave]]) -> None:
        self._make = make

    def __getitem__(self, wave: str) -> OfWave:
        return self._made[wave]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    @cached_property
    def _made(self) -> Mapping[str, OfWave]:
        return self._make()


class Answers:
    """The answers of a study. Reading takes a data-frame library and time: it waits to be needed.

    `frames` by wave carry their weights, and are sources of rows where a wave is streamed (by
    `opener`, if there is one); `calibration` says which margins the weights were fitted to.
    """

    def __init__(self, folder: StudyFolder, opener: Opener | None = None) -> None:
        self._folder = folder
        self._opener = opener
        self._coded: tuple[Counts, ...] = ()
        self.frames: ByWave[Frame | Source] = ByWave(
            lambda: {
                **self._frames[0],
                **{name: made.frame for name, made in self._weighed[0].items()},
                **self._streams[0],
            }
        )
        self.calibration: ByWave[Calibration] = ByWave(
            lambda: {
                name: made.calibration
                for name, made in self._weighed[0].items()
                if made.calibration
            }
        )

    def said(self) -> Said:
        """What is wrong with the answers of all waves, and how their weights came out."""
        weighted = {name: made.diagnosis for name, made in self._weighed[0].items()}
        found = (*self._streams[1], *self._frames[1], *self._weighed[1])
        return Said(found, weighted, self._coded)

    @cached_property
    def _streams(self) -> tuple[dict[str, Source], list[Problem]]:
        return open_waves(self._folder, self._opener)

    @cached_property
    def _frames(self) -> tuple[dict[str, Frame], list[Problem]]:
        streamed, faults = self._streams
        frames, found, coded = _frames(self._folder, streamed)
        self._coded = coded.get(self._folder.study.wave, ())
        if self._folder.study.wave not in {*frames, *streamed} and not errors([*found, *faults]):
            place = Place("study.yaml")
            found.append(problem("folder-no-answers", place, wave=self._folder.study.wave))
        return frames, found

    @cached_property
    def _weighed(self) -> tuple[dict[str, Weighed], list[Problem]]:
        found: list[Problem] = []
        weighed: dict[str, Weighed] = {}
        for frame in self._frames[0].values():
            made, problems = _weighed(self._folder, frame)
            found += problems
            if made is not None:
                weighed[frame.wave] = made
        return weighed, found


def _frames(
    folder: StudyFolder, streamed: Mapping[str, Source]
) -> tuple[dict[str, Frame], list[Problem], dict[str, tuple[Counts, ...]]]:
    found: list[Problem] = []
    frames: dict[str, Frame] = {}
    coded: dict[str, tuple[Counts, ...]] = {}
    for wave in folder.study.waves:
        if not wave.has_answers or wave.name in streamed:
            continue
        live = folder.live if wave.name == folder.study.wave else None
        if live:
            frame, problems = _live(folder, live)
            coded[wave.name] = tuple(live.coded)
        else:
            frame, problems, coded[wave.name] = _frame(folder, wave.name)
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
    return frames, found, coded


def _weighed(folder: StudyFolder, frame: Frame) -> tuple[Weighed | None, list[Problem]]:
    """The frame with the weights that the study declares for its wave, if it does."""
    weighting = folder.sample.weighting
    if weighting is None or not weighting.is_for(frame.wave):
        return None, []
    from atbalss.weights.weigh import weigh

    return weigh(frame, weighting)


def _live(folder: StudyFolder, live: LiveWave) -> tuple[Frame | None, list[Problem]]:
    """The frame of the wave that comes from the field, as one of `answers.csv` would be."""
    from atbalss.answers.frame import build

    return build(
        folder.questionnaire,
        live.table,
        codes=live.codes,
        wave=folder.study.wave,
        file=FIELD,
        sample=folder.sample.carried,
        codes_file=FIELD,
    )


def _frame(
    folder: StudyFolder, wave: str
) -> tuple[Frame | None, list[Problem], tuple[Counts, ...]]:
    from atbalss.answers.frame import build
    from atbalss.exchange.delimited import read_codes

    base = folder.path / "waves" / wave
    file = answers_file(base)
    if file is None:
        return None, [], ()
    name = f"waves/{wave}/{file.name}"
    found = several(base, wave)
    table, codes, problems = raw_answers(file, folder.questionnaire, name)
    found += problems
    codes_file = base / "codes.csv"
    if codes_file.is_file():
        text = as_text(codes_file.read_bytes(), codes_file)
        codes, problems = read_codes(text, f"waves/{wave}/codes.csv")
        found += problems
    if table is None or errors(found):
        return None, found, ()
    codes, coded, problems = _decided(folder, wave, table, codes)
    found += problems
    frame, problems = build(
        folder.questionnaire,
        table,
        codes=codes,
        wave=wave,
        file=name,
        sample=folder.sample.carried,
        codes_file=f"waves/{wave}/codes.csv",
    )
    return frame, found + problems, coded


def _decided(
    folder: StudyFolder, wave: str, table: pl.DataFrame, codes: pl.DataFrame | None
) -> tuple[pl.DataFrame | None, tuple[Counts, ...], list[Problem]]:
    """Codes as decisions of coders have them, where there are any, and how they were taken."""
    from atbalss.folder import coding

    found: list[Problem] = []
    if folder.wave_file(wave, coding.VERBATIMS).is_file():
        found += coding.verbatims_wrong(folder, wave, table)
    if not folder.wave_file(wave, coding.DECISIONS).is_file():
        return codes, (), found
    held, problems = coding.coding_of(folder, wave, table)
    found += problems
    codes, problems = coding.coded_by_decisions(held, codes, wave)
    decided = dict.fromkeys(one.question for one in held.decisions if one.question in held.tasks)
    return codes, tuple(held.counts(name) for name in decided), found + problems
