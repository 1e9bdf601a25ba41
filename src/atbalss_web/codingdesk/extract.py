"""Decisions -> codes of answers: rows, frames, counts and quotations. No contact, no coder's name.

What a machine coded is counted apart; what is not released stays here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isnan

import polars as pl

from atbalss.coding.agreement import agreement
from atbalss.coding.apply import Counts, counts, rows
from atbalss.exchange.delimited import Quote
from atbalss.study.codes import CodeList
from atbalss_web.codingdesk import quoting
from atbalss_web.codingdesk.book import Book, book_of
from atbalss_web.codingdesk.models import Task
from atbalss_web.studies.models import Study

SCHEMA = dict.fromkeys(("id", "question", "code"), pl.String)


@dataclass(frozen=True)
class Coded:
    """What the coding of a study gives a wave: codes (id, question, code), the frames in use by
    question, how the codes were given, and released quotations by question.
    """

    codes: pl.DataFrame
    frames: dict[str, CodeList]
    counts: tuple[Counts, ...]
    quotes: dict[str, tuple[Quote, ...]]


def coded(study: Study) -> Coded | None:
    """The coding of a study as it stands; None where none was begun."""
    books = list(_books(study))
    if not books:
        return None
    found = [row for book in books for row in rows(book.all)]
    return Coded(
        pl.DataFrame(found, schema=SCHEMA, orient="row"),
        {book.row.question: _frame(book) for book in books},
        tuple(_counts(book) for book in books if book.decided[0]),
        {book.row.question: told for book in books if (told := _quotes(book))},
    )


def _books(study: Study) -> Iterator[Book]:
    rows = Task.objects.filter(study=study, number__gt=0).select_related("study")
    for row in rows.order_by("question"):
        yield book_of(row)


def _frame(book: Book) -> CodeList:
    """The codes in use, with the examples that may be shown: released quotations alone."""
    told = quoting.released_examples(book)
    codes = book.task.frame.codes
    return replace(
        codes,
        codes=tuple(
            replace(code, examples=(*code.examples, *told.get(code.name, ())))
            for code in codes.codes
        ),
    )


def _counts(book: Book) -> Counts:
    made = agreement(book.task, book.answers.values(), book.every)
    alpha = None if isnan(made.masi) else made.masi
    return counts(book.all, book.row.question, book.row.number, book.row.threshold, alpha)


def _quotes(book: Book) -> tuple[Quote, ...]:
    return tuple(
        Quote(one.question, one.text, book.row.study.wave, one.lang, book.row.study.is_invented)
        for _, one in quoting.released(book)
    )
