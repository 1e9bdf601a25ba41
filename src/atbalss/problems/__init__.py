"""Every fault that a user can meet: a permanent code, a sentence, where it is, what to do.

A fault is declared once, in the file of its room beside this one, in Latvian, English and Russian.
Functions that look for faults return lists of `Problem`; doors (the command line, a page) raise
`Refused`, which carries them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from atbalss.problems import catalogue
from atbalss.problems.system import said

_MEASURED = frozenset(
    {"ratio", "needed", "part", "most", "share", "target", "total", "deff", "effective", "weight"}
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")


def _written(key: str, value: str, lang: str) -> str:
    """A number that was measured, with the language's decimal mark; what the system says of a
    file, in the language; all else as it is."""
    if key == "why":
        return said(value, lang)
    if lang == "en" or key not in _MEASURED or not _NUMBER.fullmatch(value):
        return value
    return value.replace(".", ",").replace("%", "\u00a0%")


class Severity(StrEnum):
    """How grave a fault is: an error stops the build, a warning does not, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault is: a file, and in it a sheet and row (workbooks) or a line (texts)."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    line: int | None = None

    def words(self, lang: str = "lv") -> str:
        """The place in words, such as `questionnaire.md, lapa survey, 12. rinda`."""
        return catalogue.place_words(self.file, self.sheet, self.row, self.column, self.line, lang)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault found: its permanent code, its place and the words that fill its sentence."""

    code: str
    where: Place = field(default_factory=Place)
    args: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        catalogue.fault(self.code)

    @property
    def severity(self) -> Severity:
        """How grave it is, as the catalogue says."""
        return Severity(catalogue.fault(self.code).severity)

    def sentence(self, lang: str = "lv") -> str:
        """What is wrong, as a whole sentence in `lang`."""
        return self._filled(catalogue.fault(self.code).sentence(lang), lang)

    def remedy(self, lang: str = "lv") -> str:
        """What to do about it, as a whole sentence in `lang`."""
        return self._filled(catalogue.fault(self.code).remedy(lang), lang)

    def _filled(self, words: str, lang: str) -> str:
        """Words with what fills them; measured numbers as the language writes them."""
        fills = {key: _written(key, value, lang) for key, value in self.args}
        return words.format_map(fills)

    def as_json(self, lang: str = "lv") -> dict[str, object]:
        """The problem as plain values for `--json`: code, severity, place, sentence, remedy."""
        where = {
            "file": self.where.file,
            "sheet": self.where.sheet,
            "row": self.where.row,
            "column": self.where.column,
            "line": self.where.line,
        }
        return {
            "code": self.code,
            "severity": self.severity.value,
            "where": {key: value for key, value in where.items() if value not in ("", None)},
            "sentence": self.sentence(lang),
            "remedy": self.remedy(lang),
        }


class Refused(Exception):  # noqa: N818 - a refusal is no programming error
    """Raised at a door when work cannot go on; carries the problems that explain why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.sentence("en") for problem in self.problems))


def problem(code: str, where: Place | None = None, **args: object) -> Problem:
    """A problem by its catalogue code; keyword arguments fill the placeholders of its sentences."""
    texts = tuple((key, str(value)) for key, value in args.items())
    return Problem(code, where or Place(), texts)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of `problems` that stop a build."""
    return [item for item in problems if item.severity is Severity.ERROR]
