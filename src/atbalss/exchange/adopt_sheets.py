"""The sheets of a drafted questionnaire and of its code frames."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.exchange.sheets import Sheet, Workbook

LANGS = {"lv": "Latviešu", "en": "English", "ru": "Русский"}


def workbook_of(rows: list[dict[str, str]], codes: list[dict[str, str]], lang: str) -> Workbook:
    """The sheets of a drafted questionnaire: survey, choices, settings."""
    label = f"label::{LANGS.get(lang, lang)} ({lang})"
    survey = _sheet(
        "survey",
        "type name label role codeframe appearance dk_in_base source_name low high".split(),
        rows,
        {"label": label, "low": f"scale_low_{lang}", "high": f"scale_high_{lang}"},
    )
    keys = "list_name name label score exclusive missing role source_name source_value".split()
    choices = _sheet("choices", keys, codes, {"label": label})
    settings = Sheet.of(
        "settings",
        [
            ["form_title", "default_language"],
            ["", f"{LANGS.get(lang, lang)} ({lang})"],
        ],
    )
    return Workbook((survey, choices, settings))


def frames_of(frames: Sequence[str], lang: str) -> Workbook | None:
    """A frame for each open question with what every frame needs: "other" and "nothing"."""
    if not frames:
        return None
    label = f"label::{LANGS.get(lang, lang)} ({lang})"
    rows = []
    for frame in frames:
        for name, role, words in (
            ("other", "other", {"lv": "Cits", "ru": "Другое"}.get(lang, "Other")),
            (
                "nothing",
                "nothing",
                {"lv": "Nav ko teikt", "ru": "Нечего сказать"}.get(lang, "Nothing to say"),
            ),
        ):
            rows.append({"list_name": frame, "name": name, "label": words, "role": role})
    return Workbook(
        (_sheet("choices", ["list_name", "name", "label", "role"], rows, {"label": label}),)
    )


def _sheet(
    name: str, keys: list[str], rows: list[dict[str, str]], headers: dict[str, str]
) -> Sheet:
    """Rows as a sheet; columns that no row fills are left out."""
    used = [key for key in keys if any(row.get(key) for row in rows)] or keys[:3]
    grid = [[headers.get(key, key) for key in used]]
    grid += [[row.get(key, "") for key in used] for row in rows]
    return Sheet.of(name, grid)
