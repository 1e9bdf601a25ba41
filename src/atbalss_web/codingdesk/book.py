"""The book of a task: its answers, decisions and what stands of each, kept by a process.

Decisions are only added, so that a book takes in what is new. What the database holds is asked for
each time; nobody works from a book that is behind it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, Max
from django.db.models.fields.json import KeyTextTransform, KeyTransform

from atbalss.answers.missing import WORDS as MISSING
from atbalss.coding import decisions as rules
from atbalss.coding import pack
from atbalss.coding import task as tasks
from atbalss.coding.answer import Answer
from atbalss.coding.codeframe import CodeFrame
from atbalss.coding.decisions import Decision, Standing
from atbalss.study.codes import CodeList
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss_web.codingdesk import stored
from atbalss_web.codingdesk.models import Decision as Row
from atbalss_web.codingdesk.models import FrameVersion, Task
from atbalss_web.runner.extract import finished
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import live_version, questionnaire_of

KEPT = 40  # books a process keeps


@dataclass
class Book:
    """A task with its answers in the order of arrival, their languages and what stands of each."""

    row: Task
    task: tasks.Task
    answers: dict[str, Answer]
    langs: dict[str, str]
    decisions: dict[str, list[Decision]]
    standings: dict[str, Standing] = field(default_factory=dict)
    arrived: tuple[Any, ...] = ()  # the texts that were read
    decided: tuple[int, int] = (0, 0)  # how many decisions were read, and the last of them

    @property
    def all(self) -> list[Standing]:
        """What stands of each answer, in the order of arrival."""
        return list(self.standings.values())

    @property
    def every(self) -> list[Decision]:
        """All decisions."""
        return [one for held in self.decisions.values() for one in held]


_BOOKS: dict[int, Book] = {}
_LOCK = threading.Lock()


def forget() -> None:
    """Drop all books: for tests, whose rows begin anew."""
    with _LOCK:
        _BOOKS.clear()


def asked(study: Study) -> Questionnaire:
    """The questionnaire whose questions are coded: the live version's, else the last one's."""
    version = live_version(study) or study.versions.order_by("-number").first()
    if version is None:
        return Questionnaire(study.slug)
    return questionnaire_of(version.pk)


def open_questions(questionnaire: Questionnaire) -> list[Question]:
    """The questions whose answers may be coded, in the order of the questionnaire."""
    return [
        item
        for item in questionnaire.questions
        if item.kind is Kind.TEXT and item.role not in (Role.SAMPLE, Role.SCREENING)
    ]


def frame_of(row: Task, number: int | None = None) -> CodeFrame:
    """The frame of a task in a version, by default the one in use; empty before the first."""
    held = FrameVersion.objects.filter(task=row, number=row.number if number is None else number)
    content = held.values_list("content", flat=True).first()
    return CodeFrame(CodeList(row.question)) if content is None else pack.frame(content)


def value_of(row: Task, frame: CodeFrame | None = None) -> tasks.Task:
    """The task as a value: the question, its frame and the options of the question it continues."""
    made = tasks.task(asked(row.study), row.question, frame or frame_of(row))
    return replace(made, threshold=row.threshold)


def book_of(row: Task) -> Book:
    """The book of a task as the database stands now."""
    arrived = (
        row.number,
        row.threshold,
        row.frames.aggregate(last=Max("pk"))["last"],
        *finished(row.study).aggregate(n=Count("pk"), a=Max("ended"), b=Max("touched")).values(),
    )
    sums = Row.objects.filter(answer__task=row).aggregate(n=Count("pk"), last=Max("pk"))
    decided = (sums["n"], sums["last"] or 0)
    with _LOCK:
        held = _BOOKS.get(row.pk)
        if held is None or held.arrived != arrived:
            held = _read(row, arrived)
        elif held.decided != decided:
            held = _with_new(held, row) or _read(row, arrived)
        held.row = row
        _BOOKS[row.pk] = held
        while len(_BOOKS) > KEPT:
            _BOOKS.pop(next(iter(_BOOKS)))
        return held


def _read(row: Task, arrived: tuple[Any, ...]) -> Book:
    answers, langs = texts_of(row)
    book = Book(row, value_of(row), answers, langs, {}, arrived=arrived)
    for key, one, pk in _rows(row):
        book.decisions.setdefault(key, []).append(one)
        book.decided = (book.decided[0] + 1, max(book.decided[1], pk))
    for standing in rules.standings(book.task, answers.values(), book.every):
        book.standings[standing.answer.id] = standing
    return book


def _with_new(held: Book, row: Task) -> Book | None:
    """The book with decisions added since; None if that does not explain what the database holds.

    A copy: whoever reads the old one goes on with it.
    """
    n, last = held.decided
    book = replace(held, decisions=dict(held.decisions), standings=dict(held.standings))
    touched = []
    for key, one, pk in _rows(row, after=last):
        book.decisions[key] = [*book.decisions.get(key, ()), one]
        touched.append(key)
        n, last = n + 1, max(last, pk)
    for key in touched:
        if key in book.answers:
            answer = book.answers[key]
            book.standings[key] = rules.stand(book.task, answer, book.decisions[key])
    book.decided = (n, last)
    sums = Row.objects.filter(answer__task=row).count()
    return book if sums == n else None


def _rows(row: Task, after: int = 0) -> list[tuple[str, Decision, int]]:
    rows = Row.objects.filter(answer__task=row, pk__gt=after).order_by("pk")
    return [
        (found[0], stored.decision_of(row.question, found), pk)
        for pk, *found in rows.values_list("pk", *stored.DECISION).iterator()
    ]


def texts_of(row: Task) -> tuple[dict[str, Answer], dict[str, str]]:
    """The answers to code in the order of arrival, and the language of each interview, by key."""
    said = KeyTextTransform(row.question, KeyTransform("answers", "record"))
    rows = finished(row.study).annotate(said=said).order_by("ended", "pk")
    answers: dict[str, Answer] = {}
    langs: dict[str, str] = {}
    for key, lang, text in rows.values_list("key", "lang", "said"):
        if text and text.strip() and text.strip() not in MISSING:
            answers[key] = Answer(row.question, key, text, len(answers))
            langs[key] = lang
    return answers, langs


def said_beside(row: Task, key: str, lang: str) -> list[tuple[str, str]]:
    """What the same respondent answered to the declared questions: (question, answer) in words."""
    if not row.context:
        return []
    record = finished(row.study).filter(key=key).values_list("record", flat=True).first() or {}
    questionnaire, found = asked(row.study), []
    for name in row.context:
        question = questionnaire.by_name.get(name)
        text = record.get("answers", {}).get(name, "")
        if question is not None and text:
            label = question.short_label.get(lang) or question.label.get(lang)
            found.append((label, in_words(question, text, lang)))
    return found


def in_words(question: Question, text: str, lang: str) -> str:
    """A raw answer as its labels, parted by semicolons."""
    if question.codes is None:
        return text
    names = text.split(" ") if question.kind is Kind.MULTIPLE else [text]
    known = {code.name: code for code in question.codes.codes}
    return "; ".join(label_of(known[one], lang) if one in known else one for one in names)


def label_of(code: Any, lang: str) -> str:
    """The label of a code or net, short where it has a short one; its name where it has none."""
    return str(code.short_label.get(lang) or code.label.get(lang) or code.name)


def last_of(decisions: Sequence[Decision], who: str) -> Decision | None:
    """The last decision of a person among those of an answer."""
    mine = [one for one in decisions if one.who == who]
    return max(mine, key=lambda one: one.order, default=None)


def moment_after(decisions: Sequence[Decision], now: datetime) -> datetime:
    """`now`, or the moment after the last decision: what is said later is later."""
    from datetime import timedelta

    last = max((one.when for one in decisions), default=None)
    return now if last is None or last < now else last + timedelta(microseconds=1)
