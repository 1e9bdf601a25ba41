"""XLSForm: the sheets of a questionnaire as a `Questionnaire`, with all that is wrong with them.

The sheets are read once, by ourselves, so that every problem knows its row. `judge` asks pyxform,
the reference implementation, for its verdict on the same sheets.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform_choices import read_lists
from atbalss.exchange.xlsform_headers import (
    CHOICES,
    FRAMES,
    NETS,
    OWN_COLUMNS,
    SETTINGS,
    SURVEY,
    Column,
    Grammar,
    Table,
    columns_of,
    language,
    understood,
)
from atbalss.exchange.xlsform_judge import judge
from atbalss.exchange.xlsform_survey import read_survey
from atbalss.problems import Place, Problem, errors, problem
from atbalss.study.codes import CodeList
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text

__all__ = ["OWN_COLUMNS", "judge", "read_questionnaire"]

_KNOWN_SHEETS = ("survey", "choices", "settings", "nets", "external_choices", "entities", "osm")


def read_questionnaire(
    workbook: Workbook,
    frames: Workbook | None = None,
    *,
    file: str = "questionnaire.md",
    frames_file: str = "codeframes.md",
    name: str = "",
    default_lang: str = "lv",
) -> tuple[Questionnaire | None, list[Problem]]:
    """The questionnaire of a workbook, or None where it has errors; and all problems found.

    `frames` holds the code frames of open questions. `name` is the questionnaire's name where the
    settings name none; `default_lang` the language of texts whose column names none, unless the
    settings do. Nothing that sheets may hold raises.
    """
    reader = _Reader(workbook, file, default_lang)
    survey = reader.survey()
    if survey is None:
        return None, reader.found
    reader.languages(survey, workbook.sheet("choices"))
    lists = reader.lists(workbook)
    framed = reader.lists(frames, frames_file, FRAMES) if frames else []
    table = reader.table(survey, SURVEY)
    by_name = {item.name: item for item in lists}
    items, found = read_survey(table, by_name, {item.name: item for item in framed})
    reader.found += found
    if not items and not errors(reader.found):
        reader.found.append(problem("exchange-survey-empty", Place(file, survey.name)))
    if errors(reader.found):
        return None, reader.found
    settings = reader.settings
    made = Questionnaire(
        name=name or settings.get("form_id") or re.sub(r"\.\w+$", "", file),
        version=settings.get("version", ""),
        title=Text.of({reader.langs[0]: settings.get("form_title", "")}),
        langs=reader.langs,
        items=items,
        lists=tuple(lists),
        frames=tuple(framed),
    )
    return made, reader.found


class _Reader:
    """One reading of one workbook: its settings, languages and the problems found so far."""

    def __init__(self, workbook: Workbook, file: str, default_lang: str) -> None:
        self.workbook = workbook
        self.file = file
        self.found: list[Problem] = []
        self.settings = self._settings()
        given = self.settings.get("default_language", "")
        self.langs: tuple[str, ...] = (language(given) if given else default_lang,)

    def survey(self) -> Sheet | None:
        """The sheet `survey`, or the only sheet there is."""
        self._sheet_names()
        sheets = self.workbook.sheets
        survey = self.workbook.sheet("survey")
        if survey is None and len(sheets) == 1:
            survey = sheets[0]
        if survey is None:
            self.found.append(problem("exchange-no-survey", Place(self.file)))
            return None
        present = {column.key for column in columns_of(survey, SURVEY)}
        missing = [key for key in ("type", "name") if key not in present]
        if missing:
            place = Place(self.file, survey.name, 1)
            self.found.append(problem("exchange-no-column", place, column=missing[0]))
            return None
        return survey

    def languages(self, survey: Sheet, choices: Sheet | None) -> None:
        """Find the languages: the default first, then as their columns come."""
        columns = list(columns_of(survey, SURVEY))
        columns += columns_of(choices, CHOICES) if choices else ()
        named = [c.lang for c in columns if c.lang and c.key in SURVEY.texts]
        plain = any(not c.lang and c.key == "label" and c.known for c in columns)
        declared = bool(self.settings.get("default_language"))
        if named and not plain and not declared and self.langs[0] not in named:
            self.langs = ()
        if named and declared and not plain and self.langs[0] not in named:
            place = Place(self.file, "settings", 2, "default_language")
            lang = self.settings["default_language"]
            self.found.append(problem("exchange-default-language", place, language=lang))
            self.langs = ()
        self.langs = tuple(dict.fromkeys([*self.langs, *named]))

    def lists(
        self, workbook: Workbook | None, file: str = "", rows: Grammar = CHOICES
    ) -> list[CodeList]:
        """The code lists of a workbook's sheets `choices` and `nets`."""
        file = file or self.file
        choices = workbook.sheet("choices") if workbook else None
        nets = workbook.sheet("nets") if workbook else None
        for sheet, grammar in ((choices, rows), (nets, NETS)):
            keys = {column.key for column in columns_of(sheet, grammar)} if sheet else set()
            if sheet and sheet.rows and (lost := {"list_name", "name"} - keys):
                place = Place(file, sheet.name, 1)
                self.found.append(problem("exchange-no-column", place, column=min(lost)))
                return []
        table = self.table(choices, rows, file) if choices else None
        beside = self.table(nets, NETS, file) if nets else None
        lists, found = read_lists(table, beside)
        self.found += found
        return lists

    def table(self, sheet: Sheet, grammar: Grammar, file: str = "") -> Table:
        """A sheet as a table; what is wrong with its header is added to the problems."""
        columns: tuple[Column, ...] = columns_of(sheet, grammar)
        table, found = understood(sheet, columns, grammar, self.langs, file or self.file)
        self.found += found
        return table

    def _settings(self) -> dict[str, str]:
        sheet = self.workbook.sheet("settings")
        if sheet is None:
            return {}
        columns = columns_of(sheet, SETTINGS)
        table, found = understood(sheet, columns, SETTINGS, ("",), self.file)
        self.found += found
        for line in table.lines:
            return {key: line.get(key) for key in SETTINGS.plain if line.get(key)}
        return {}

    def _sheet_names(self) -> None:
        names = [sheet.name.strip().lower() for sheet in self.workbook.sheets]
        for sheet, name in zip(self.workbook.sheets, names, strict=True):
            place = Place(self.file, sheet.name)
            if name in _KNOWN_SHEETS:
                if name == "entities" and sheet.rows:
                    self.found.append(problem("exchange-entities-ignored", place))
                continue
            close = get_close_matches(name, _KNOWN_SHEETS[:4], 1, 0.8)
            if close and close[0] not in names and not name.startswith("_"):
                args = {"sheet": sheet.name, "meant": close[0]}
                self.found.append(problem("exchange-sheet-slip", place, **args))
