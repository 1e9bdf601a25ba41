"""A wave's answers written in another format, with what the format cannot carry."""

from __future__ import annotations

from pathlib import Path

from atbalss.answers.frame import Frame
from atbalss.exchange.losses import Losses
from atbalss.folder.open import StudyFolder
from atbalss.folder.wave_answers import PARQUET
from atbalss.problems import Place, Problem, Refused, problem
from atbalss.study.about import Study

WRITABLE = (".sav", ".zsav", ".xlsx", ".csv", ".parquet")


def frame_at(folder: StudyFolder, wave: str, held: object) -> Frame:
    """The frame of a wave, read whole where it is streamed otherwise; Refused if it cannot be."""
    from atbalss.exchange.parquet import read_about, read_frame

    if isinstance(held, Frame):
        return held
    file = folder.wave_file(wave, PARQUET)
    name = f"waves/{wave}/{PARQUET}"
    about, found = read_about(file) if file.is_file() else (None, [])
    if about is None:
        raise Refused(found or [problem("exchange-parquet-other", Place(name), what="?")])
    frame, found = read_frame(file, folder.questionnaire, wave, about, name)
    if frame is None:
        raise Refused(found)
    return frame


def export(
    study: Study,
    frame: Frame,
    file: Path,
    lang: str,
    *,
    labels: bool = False,
    for_excel: bool = False,
) -> tuple[tuple[Path, ...], list[Problem]]:
    """Write a frame to `file`, in the format of its ending; the files written and the losses."""
    ending = file.suffix.lower()
    if ending not in WRITABLE:
        kinds = ", ".join(WRITABLE)
        raise Refused([problem("folder-data-kind", Place(file.name), kinds=kinds)])
    file.parent.mkdir(parents=True, exist_ok=True)
    losses = Losses(file.name)
    if ending in (".sav", ".zsav"):
        return (file,), _sav(study, frame, file, lang)
    if ending == ".parquet":
        from atbalss.exchange.parquet import write_frame

        write_frame(frame, file, losses)
        return (file,), losses.problems
    from atbalss.exchange.to_answers import answers_of

    answers, codes = answers_of(frame, losses)
    if ending == ".xlsx":
        from atbalss.exchange.xlsx_data import write_data

        content = write_data(answers, frame.questionnaire, lang, losses, labels=labels, codes=codes)
        if content is None:
            raise Refused(losses.problems)
        _write(file, content)
        return (file,), losses.problems
    from atbalss.exchange.delimited import write_table

    losses.add("labels")
    _write(file, write_table(answers, for_excel=for_excel).encode())
    written = [file]
    if codes.height:
        beside = file.with_name(f"{file.stem}.codes.csv")
        losses.add("open-codes", file=beside.name)
        _write(beside, write_table(codes, for_excel=for_excel).encode())
        written.append(beside)
    return tuple(written), losses.problems


def _sav(study: Study, frame: Frame, file: Path, lang: str) -> list[Problem]:
    from atbalss.exchange.sav import write_sav
    from atbalss.exchange.to_labelled import labelled

    wave = study.wave_named(frame.wave)
    notes = [note.get(lang) for note in wave.notes if note.get(lang)]
    notes += [_INVENTED[lang if lang in _INVENTED else "en"]] if wave.invented else []
    title = " · ".join(part for part in (study.title.get(lang), wave.label.get(lang)) if part)
    table, losses = labelled(frame, lang, title=title, notes=tuple(notes), file=file.name)
    return [*losses.problems, *write_sav(table, file)]


_INVENTED = {"lv": "Atdarināti dati.", "en": "Invented data.", "ru": "Вымышленные данные."}


def _write(file: Path, content: bytes) -> None:
    part = file.with_name(file.name + ".part")
    part.write_bytes(content)
    part.replace(file)
