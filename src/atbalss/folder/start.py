"""A small study of how people were served: a good place to begin, in one language."""

from __future__ import annotations

from pathlib import Path

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.folder.codeframes import LANGUAGES
from atbalss.folder.drafts import about_text
from atbalss.folder.new import New, study_name
from atbalss.folder.start_field import field_text
from atbalss.folder.start_texts import CHOICES, FRAME, SURVEY, TITLE
from atbalss.folder.workbooks import write_workbook


def new_study(path: Path, *, year: int, lang: str, wave: str = "", title: str = "") -> New:
    """Make a study folder without answers: description, questionnaire, code frame, field."""
    path.mkdir(parents=True, exist_ok=True)
    about = about_text(study_name(path), title or TITLE[lang], lang, wave or str(year))
    file = path / "study.yaml"
    file.write_text(about, encoding="utf-8", newline="\n")
    questionnaire, frames = path / "questionnaire.md", path / "codeframes.md"
    write_workbook(start_questionnaire(lang), questionnaire)
    write_workbook(start_frames(lang), frames)
    (path / "waves" / (wave or str(year))).mkdir(parents=True, exist_ok=True)
    field = path / "field.yaml"
    field.write_text(field_text(path.name, lang, year), encoding="utf-8", newline="\n")
    return New((file, questionnaire, frames, field), (), lang)


def start_questionnaire(lang: str) -> Workbook:
    """The questionnaire of the small study in a language."""
    label = f"label::{LANGUAGES[lang]}"
    head = ["type", "name", label, "required", "relevant", "role", "codeframe", "appearance"]
    head += [f"scale_low_{lang}", f"scale_high_{lang}"]
    rows = [head]
    for row in SURVEY:
        texts = row.texts[lang] if row.texts else ""
        low, high = row.ends[lang] if row.ends else ("", "")
        rows.append(
            [
                row.type,
                row.name,
                texts,
                row.required,
                row.relevant,
                row.role,
                row.frame,
                row.look,
                low,
                high,
            ]
        )
    choices = [["list_name", "name", label, "missing", "role", "exclusive"]]
    for name, code, texts_of, missing, role, exclusive in CHOICES:
        choices.append([name, code, texts_of[lang], missing, role, exclusive])
    settings = [["form_title", "default_language"], [TITLE[lang], LANGUAGES[lang]]]
    return Workbook(
        (
            Sheet.of("survey", rows),
            Sheet.of("choices", choices),
            Sheet.of("settings", settings),
        )
    )


def start_frames(lang: str) -> Workbook:
    """The code frame of its one open question."""
    rows = [["list_name", "name", f"label::{LANGUAGES[lang]}", "role"]]
    rows += [["improve", code, texts[lang], role] for code, texts, role in FRAME]
    return Workbook((Sheet.of("choices", rows),))
