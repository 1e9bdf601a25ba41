"""Translations: texts that one language of the questionnaire has and another lacks."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.problems import Place, Problem, problem
from atbalss.study.check_cells import file_of, text_cells
from atbalss.study.codes import CodeList
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text


def check_texts(questionnaire: Questionnaire, frames_file: str) -> list[Problem]:
    """Each text that lacks a language, at the row that holds it."""
    langs, file = questionnaire.langs, file_of(questionnaire)
    found: list[Problem] = []
    for cell in text_cells(questionnaire):
        found += translations(cell.text, langs, cell.place)
    for lists, where in ((questionnaire.lists, file), (questionnaire.frames, frames_file)):
        for codes in lists:
            found += _list(codes, langs, where)
    return found


def _list(codes: CodeList, langs: tuple[str, ...], file: str) -> Iterator[Problem]:
    for code in codes.codes:
        for column, text in (("label", code.label), ("short_label", code.short_label)):
            yield from translations(text, langs, Place(file, "choices", code.row, column))
    for net in codes.nets:
        for column, text in (("label", net.label), ("short_label", net.short_label)):
            yield from translations(text, langs, Place(file, "nets", net.row, column))


def translations(text: Text, langs: tuple[str, ...], place: Place) -> Iterator[Problem]:
    """A warning where a text that there is lacks some of the study's languages."""
    lacking = [lang for lang in langs if not text.has(lang)]
    if text and lacking:
        first = text.get(text.pairs[0][0])
        shown = first if len(first) <= 60 else first[:59] + "…"
        yield problem("study-translation", place, langs=", ".join(lacking), text=shown)
