"""A small study of how people were served: a good place to begin, in the languages asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.folder.codeframes import LANGUAGES
from atbalss.folder.drafts import about_text
from atbalss.folder.new import New, study_name
from atbalss.folder.start_field import field_text
from atbalss.folder.start_texts import CHOICES, FRAME, SURVEY, TITLE
from atbalss.folder.workbooks import write_workbook


def new_study(
    path: Path, *, year: int, langs: Sequence[str], wave: str = "", title: str = ""
) -> New:
    """Make a study folder without answers: description, questionnaire, code frame, field."""
    path.mkdir(parents=True, exist_ok=True)
    titles = title or {lang: TITLE[lang] for lang in langs}
    about = about_text(study_name(path), titles, langs, wave or str(year))
    file = path / "study.yaml"
    file.write_text(about, encoding="utf-8", newline="\n")
    questionnaire, frames = path / "questionnaire.md", path / "codeframes.md"
    write_workbook(start_questionnaire(langs), questionnaire)
    write_workbook(start_frames(langs), frames)
    (path / "waves" / (wave or str(year))).mkdir(parents=True, exist_ok=True)
    field = path / "field.yaml"
    field.write_text(field_text(path.name, langs, year), encoding="utf-8", newline="\n")
    return New((file, questionnaire, frames, field), (), tuple(langs))


def start_questionnaire(langs: Sequence[str]) -> Workbook:
    """The questionnaire of the small study in these languages, the first of them its own."""
    labels = _labels(langs)
    head = ["type", "name", *labels, "required", "relevant", "role", "codeframe", "appearance"]
    for lang in langs:
        head += [f"scale_low_{lang}", f"scale_high_{lang}"]
    rows = [head]
    for row in SURVEY:
        texts = [row.texts.get(lang, "") for lang in langs]
        ends = [end for lang in langs for end in row.ends.get(lang, ("", ""))]
        marks = [row.required, row.relevant, row.role, row.frame, row.look]
        rows.append([row.type, row.name, *texts, *marks, *ends])
    choices = [["list_name", "name", *labels, "missing", "role", "exclusive"]]
    for name, code, texts_of, missing, role, exclusive in CHOICES:
        texts = [texts_of[lang] for lang in langs]
        choices.append([name, code, *texts, missing, role, exclusive])
    settings = [["form_title", "default_language"], [TITLE[langs[0]], LANGUAGES[langs[0]]]]
    return Workbook(
        (
            Sheet.of("survey", rows),
            Sheet.of("choices", choices),
            Sheet.of("settings", settings),
        )
    )


def start_frames(langs: Sequence[str]) -> Workbook:
    """The code frame of its one open question."""
    rows = [["list_name", "name", *_labels(langs), "role"]]
    for code, texts, role in FRAME:
        rows.append(["improve", code, *(texts[lang] for lang in langs), role])
    return Workbook((Sheet.of("choices", rows),))


def _labels(langs: Sequence[str]) -> list[str]:
    return [f"label::{LANGUAGES[lang]}" for lang in langs]
