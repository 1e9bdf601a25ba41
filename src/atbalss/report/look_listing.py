"""Who differs as lines of text, for the command line: the sentence, a row a group, the notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from atbalss.report.bind import BoundWord, Printed, Run, text_of
from atbalss.report.document import DataTable
from atbalss.report.look_blocks import common_notes, differs_notes, look_of
from atbalss.report.look_sentences import Teller
from atbalss.report.look_tables import Printer, differs_table
from atbalss.report.numerals import NBSP
from atbalss.report.register import Register
from atbalss.report.specs import LookSpec
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

GAP = "  "


def differs_lines(
    spec: LookSpec, cells: Cells, questionnaire: Questionnaire, study: Study, lang: str
) -> Iterator[str]:
    """The answer, the sentence, the table and its notes; `Refused` for unknown names."""
    found = cells.differs(look_of(spec))
    teller = Teller(spec, questionnaire, lang)
    printer = Printer(Register(lang, study), study, lang, "")
    yield teller.answer()
    yield ""
    yield run_text(teller.differs(found), lang, study.rules.confidence)
    yield ""
    yield from table_text(differs_table(found, teller, printer, ""))
    yield ""
    notes = (*common_notes(found.total, study, lang), *differs_notes(found, teller, study))
    yield from (f"{GAP}{note}" for note in notes)


def run_text(run: Run, lang: str, level: float) -> str:
    """A composed sentence as plain text."""
    words = []
    for part in run.parts:
        if isinstance(part, Printed):
            words.append(text_of(part, lang, level))
        elif isinstance(part, BoundWord):
            words.append(part.text)
        elif isinstance(part, Run):
            words.append(run_text(part, lang, level))
        elif isinstance(part, str):
            words.append(part)
    return "".join(words).replace(NBSP, " ")


def table_text(table: DataTable) -> Iterator[str]:
    """A table as aligned lines: texts to the left, numbers to the right."""
    rows = [[cell.text.replace(NBSP, " ") for cell in row] for row in (table.header, *table.rows)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(table.header))]
    for row in rows:
        cells = [
            text.ljust(wide) if i == 0 else text.rjust(wide)
            for i, (text, wide) in enumerate(zip(row, widths, strict=True))
        ]
        yield (GAP + GAP.join(cells)).rstrip()
