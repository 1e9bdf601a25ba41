"""A new study folder: from a data file, or a small study to begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from atbalss.exchange.labelled import Labelled
from atbalss.folder.drafts import about_text, guesses_text
from atbalss.folder.workbooks import write_workbook
from atbalss.problems import Place, Problem, Refused, errors, problem

GUESSES = "guesses.md"


@dataclass(frozen=True)
class New:
    """What was made: its files in order, all that was guessed or lost on the way, languages."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    langs: tuple[str, ...]


def new_from(
    path: Path,
    file: Path,
    *,
    year: int,
    wave: str = "",
    weight: str = "",
    lang: str = "",
    title: str = "",
    ui: str = "lv",
) -> New:
    """Make a study folder of a data file; Refused where the file cannot be read.

    `year` names the wave where neither `wave` nor the file does. The report is not drafted here:
    it needs the tables.
    """
    from atbalss.exchange.adopt import adopt
    from atbalss.exchange.delimited import write_table
    from atbalss.exchange.from_labelled import answers
    from atbalss.exchange.xlsform import read_questionnaire
    from atbalss.folder.data_files import read_data

    table, found = read_data(file)
    if table is None or errors(found):
        raise Refused(found)
    if not table.variables or not table.data.height:
        raise Refused([*found, problem("folder-new-empty", Place(file.name))])
    if weight and weight.lower() not in {item.name.lower() for item in table.variables}:
        raise Refused([problem("answers-no-weight", Place(file.name), column=weight)])
    draft = adopt(table, file.name, weight=weight or None, lang=lang)
    made, problems = read_questionnaire(
        draft.workbook, draft.frames, name=study_name(path), default_lang=draft.lang
    )
    if made is None:
        raise Refused([*found, *problems])
    data, codes = answers(made, _without(table, draft.left_out))
    when = wave or _year(table) or str(year)
    folder = path / "waves" / when
    folder.mkdir(parents=True, exist_ok=True)
    files = [path / "study.yaml", path / "questionnaire.md", folder / "answers.csv"]
    about = about_text(
        study_name(path), title or table.label or file.stem, [draft.lang], when, weight=draft.weight
    )
    _write(files[0], about)
    write_workbook(draft.workbook, files[1])
    _write(files[2], write_table(data))
    if codes.height:
        files.append(folder / "codes.csv")
        _write(files[-1], write_table(codes))
    if draft.frames is not None:
        files.append(path / "codeframes.md")
        write_workbook(draft.frames, files[-1])
    told = (*found, *draft.found, *problems)
    files.append(path / GUESSES)
    _write(files[-1], guesses_text(file.name, told, draft.lang, ui))
    return New(tuple(files), told, (draft.lang,))


def _without(table: Labelled, names: tuple[str, ...]) -> Labelled:
    """The table without the named variables: contact data goes into no file of a study."""
    kept = tuple(item for item in table.variables if item.name not in names)
    return Labelled(kept, table.data.select(item.name for item in kept))


def _year(table: Labelled) -> str:
    return str(table.created.year) if table.created is not None else ""


def study_name(path: Path) -> str:
    """A study's short name out of its folder's."""
    return re.sub(r"[^\w-]+", "-", path.resolve().name).strip("-") or "study"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
