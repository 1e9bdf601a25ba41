"""A coder's Excel sheet: what waits for him, with lists to choose from, and back."""

from __future__ import annotations

import io
import secrets
import zipfile
from datetime import datetime

from django.db import transaction

from atbalss.coding.decisions import Decision as DecisionValue
from atbalss.coding.queue import Order
from atbalss.coding.sheet import code_heads, head, read, sheet
from atbalss.exchange.xlsx_lists import read_list_sheet, write_list_sheet
from atbalss.problems import Place, Problem, Refused, errors, problem
from atbalss_web.accounts.models import User
from atbalss_web.codingdesk import queries
from atbalss_web.codingdesk.actions import add_decision
from atbalss_web.codingdesk.book import Book, book_of
from atbalss_web.codingdesk.models import Answer, Task
from atbalss_web.events.actions import record as event

LARGEST = 10 * 1024 * 1024
UNPACKED = 200 * 1024 * 1024


def to_excel(book: Book, user: User, now: datetime, lang: str) -> bytes:
    """The answers that wait for a coder as a workbook, with what the machine suggests."""
    waiting = queries.waiting(book, user, Order.ARRIVAL, now)
    standings = [book.standings[answer.id] for answer, _ in waiting]
    hints = {one.answer.id: tuple(queries.suggested(book, one.answer.id)) for one in standings}
    made = sheet(
        book.task,
        standings,
        str(user.pk),
        lang,
        suggestions=hints,
        share=book.row.share,
        salt=book.row.study.slug,
    )
    codes = [[head("code", lang), "name", ""]]
    codes += [[text, name, made.told[name]] for name, text in made.choices.items()]
    wide = {head("answer", lang): 60.0, head("suggestion", lang): 30.0, head("note", lang): 24.0}
    return write_list_sheet(
        made.title,
        made.head,
        made.rows,
        codes,
        chosen=code_heads(lang),
        written=made.open[-1:],
        hidden=made.hidden,
        list_title=f"{head('code', lang)} {book.task.frame.name}",
        wide=wide | dict.fromkeys(code_heads(lang), 24.0) | {"nr": 6.0},
    )


def from_excel(
    row: Task, name: str, content: bytes, user: User, now: datetime
) -> tuple[int, list[Problem]]:
    """Take over a filled sheet: how many decisions, and the rows that were refused and why.

    Refused whole where it is no such sheet, or not this question's.
    """
    if len(content) > LARGEST or not _is_modest(content):
        raise Refused([problem("exchange-not-a-coding-sheet", Place(name))])
    rows, listed, _, found = read_list_sheet(content, name)
    if errors(found):
        raise Refused(found)
    if not rows or any(one.get("question") != row.question for _, one in rows):
        raise Refused([problem("exchange-not-a-coding-sheet", Place(name))])
    texts = {next(iter(one.values()), ""): one.get("name", "") for one in listed}
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).select_related("study").get(pk=row.pk)
        book = book_of(row)
        decided, problems = read(
            book.task,
            book.all,
            rows,
            {text: code for text, code in texts.items() if text and code},
            str(user.pk),
            now,
            share=row.share,
            salt=row.study.slug,
        )
        _keep(row, decided, user)
        event(
            "coding-sheet-taken",
            now,
            actor=user,
            study=str(row.study_id),
            subject=row.question,
            n=len(decided),
            refused=len(problems),
        )
    return len(decided), problems


def _keep(row: Task, decided: list[DecisionValue], user: User) -> None:
    batch = secrets.token_hex(6)
    for made in decided:
        held, _ = Answer.objects.select_for_update().get_or_create(task=row, interview_id=made.id)
        add_decision(held, made, user, batch)


def _is_modest(content: bytes) -> bool:
    """Whether an archive says that it unpacks to a size that a sheet may have."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as box:
            return sum(item.file_size for item in box.infolist()) <= UNPACKED
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
