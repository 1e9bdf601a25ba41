"""The catalogue of faults, gathered from one file a room; texts in Latvian, English and Russian."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

LANGS = ("lv", "en", "ru")
ROOMS = (
    "audit",
    "study",
    "interview",
    "weights",
    "tables",
    "engine",
    "report",
    "folder",
    "fieldwork",
    "rehearsal",
    "coding",
    "exchange",
    "opendata",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault: severity, and (sentence, remedy) by language; `{name}` marks a fill."""

    severity: str
    lv: tuple[str, str]
    en: tuple[str, str]
    ru: tuple[str, str]

    def sentence(self, lang: str) -> str:
        """The sentence that says what is wrong, with its placeholders."""
        return self._pair(lang)[0]

    def remedy(self, lang: str) -> str:
        """The sentence that says what to do, with its placeholders."""
        return self._pair(lang)[1]

    def _pair(self, lang: str) -> tuple[str, str]:
        pairs = {"lv": self.lv, "en": self.en, "ru": self.ru}
        return pairs.get(lang, self.en)


@cache
def all_faults() -> dict[str, Fault]:
    """Every fault by its permanent code; a code declared twice is a ValueError."""
    found: dict[str, Fault] = {}
    for room in ROOMS:
        faults: dict[str, Fault] = import_module(f"atbalss.problems.{room}").FAULTS
        for code, item in faults.items():
            if code in found:
                raise ValueError(f"fault {code} is declared twice")
            found[code] = item
    return found


def fault(code: str) -> Fault:
    """The fault of a code; KeyError if the catalogue has none."""
    return all_faults()[code]


_PLACE = {
    "lv": ("lapa {0}", "{0}. rinda", "kolonna {0}", "{0}. rindiņa"),
    "en": ("sheet {0}", "row {0}", "column {0}", "line {0}"),
    "ru": ("лист {0}", "строка {0}", "столбец {0}", "строка {0}"),
}


def place_words(
    file: str, sheet: str, row: int | None, column: str, line: int | None, lang: str
) -> str:
    """A place in words: file, sheet, row, column or line, those that are known."""
    forms = _PLACE.get(lang, _PLACE["en"])
    parts = [file] if file else []
    for form, value in zip(forms, (sheet, row, column, line), strict=True):
        if value not in ("", None):
            parts.append(form.format(value))
    return ", ".join(parts)
