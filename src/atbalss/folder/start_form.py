"""A study folder from an XLSForm: the questionnaire that an institute already has."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.folder.codeframes import LANGUAGES
from atbalss.folder.drafts import about_text
from atbalss.folder.new import New, study_name
from atbalss.folder.start_field import field_text
from atbalss.folder.start_texts import OTHER
from atbalss.folder.workbooks import read_workbook, write_workbook
from atbalss.problems import Place, Problem, Refused, errors, problem
from atbalss.problems.catalogue import LANGS

ENDINGS = (".xlsx", ".xlsm", ".xls", ".md")


def form_in(file: Path) -> Workbook | None:
    """The workbook of a file that holds an XLSForm; None where it holds something else.

    A form has a sheet `survey` with the columns `type` and `name`. Refused where a file that can
    be nothing else (.xls, .md) cannot be read.
    """
    if file.suffix.lower() not in ENDINGS or not file.is_file():
        return None
    try:
        workbook = read_workbook(file)
    except Refused:
        if file.suffix.lower() == ".xlsx":  # may be data; their reader says what is wrong
            return None
        raise
    survey = workbook.sheet("survey")
    heads = {cell.strip().lower() for cell in survey.header} if survey is not None else set()
    return workbook if {"type", "name"} <= heads else None


def new_of_form(
    path: Path, form: Workbook, source: Path, *, year: int, lang: str, wave: str, title: str
) -> New:
    """Make a study folder without answers around a questionnaire; Refused with its errors.

    `lang` is the language of texts whose column names none, unless the form says it. Code frames
    of open questions come along from `codeframes.md` beside the form; where there is no such file,
    each frame that the form names is begun with one code.
    """
    from atbalss.exchange.xlsform import read_questionnaire
    from atbalss.folder.codeframes import frames_file

    beside = frames_file(source.parent)
    frames = read_workbook(beside) if beside.is_file() else None
    made, found = read_questionnaire(form, frames, file=source.name, default_lang=lang)
    if frames is None and (wanted := _frames_missing(found)):
        frames = begun_frames(wanted, LANGS)
        made, found = read_questionnaire(form, frames, file=source.name, default_lang=lang)
        frames = begun_frames(wanted, made.langs if made else LANGS)
        note = problem("folder-frames-begun", Place("codeframes.md"), frames=", ".join(wanted))
        found = [*found, note]
    if made is None or errors(found):
        raise Refused(found)
    langs = tuple(code for code in made.langs if code in LANGS) or (lang,)
    when = wave or str(year)
    titles = title or dict(made.title.pairs) or study_name(path)
    path.mkdir(parents=True, exist_ok=True)
    about, questionnaire = path / "study.yaml", path / "questionnaire.md"
    text = about_text(study_name(path), titles, langs, when)
    about.write_text(text, encoding="utf-8", newline="\n")
    write_workbook(form, questionnaire)
    files = [about, questionnaire]
    if frames is not None:
        files.append(path / "codeframes.md")
        write_workbook(frames, files[-1])
    files.append(path / "field.yaml")
    files[-1].write_text(field_text(path.name, langs, year), encoding="utf-8", newline="\n")
    (path / "waves" / when).mkdir(parents=True, exist_ok=True)
    return New(tuple(files), tuple(found), langs)


def begun_frames(names: Sequence[str], langs: Sequence[str]) -> Workbook:
    """Code frames to begin with: of each name one code, “other”, in those languages we know."""
    known = [lang for lang in langs if lang in LANGS] or ["en"]
    rows = [["list_name", "name", *(f"label::{LANGUAGES[lang]}" for lang in known), "role"]]
    rows += [[name, "other", *(OTHER[lang] for lang in known), "other"] for name in names]
    return Workbook((Sheet.of("choices", rows),))


def _frames_missing(found: Sequence[Problem]) -> list[str]:
    """The frames that a form names and that are nowhere, each once, in the form's order."""
    missing = [item for item in found if item.code == "exchange-frame-missing"]
    return list(dict.fromkeys(dict(item.args)["frame"] for item in missing))
