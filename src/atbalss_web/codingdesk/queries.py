"""Reading for the coder's pages: whom they are for, the queue, an answer with all that helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from statistics import median

from django.db.models import QuerySet

from atbalss.coding import queue as queues
from atbalss.coding.answer import Answer as AnswerValue
from atbalss.coding.apply import Counts, counts
from atbalss.coding.codeframe import carry
from atbalss.coding.decisions import Decision as DecisionValue
from atbalss.coding.decisions import Status
from atbalss.coding.queue import Duty, Order
from atbalss.coding.suggest import Suggestion
from atbalss.coding.words import folded, words
from atbalss_web.accounts.models import Role, User
from atbalss_web.accounts.queries import organisations_with
from atbalss_web.codingdesk import learning
from atbalss_web.codingdesk.book import Book, asked, book_of, last_of, open_questions
from atbalss_web.codingdesk.models import Answer, Decision, Task
from atbalss_web.studies.models import Study

ALIKE = 12  # like answers shown beside one


def studies_of(user: User, *roles: Role) -> list[Study]:
    """Studies of the organisations in which somebody holds one of the roles, the newest first."""
    places = organisations_with(user, *roles)
    found = Study.objects.filter(organisation__in=places).select_related("organisation")
    return list(found.order_by("-is_open", "-pk"))


@dataclass(frozen=True)
class Place:
    """An open question of a study: its task if coding has begun, and how far it is."""

    question: str
    label: str
    row: Task | None
    found: Counts | None
    waits: int = 0  # how many wait for this coder


def places_of(study: Study, user: User, now: datetime, lang: str) -> list[Place]:
    """The open questions of a study in the questionnaire's order, with the state of each."""
    rows = {row.question: row for row in Task.objects.filter(study=study).select_related("study")}
    found = []
    for question in open_questions(asked(study)):
        row = rows.get(question.name)
        label = question.short_label.get(lang) or question.label.get(lang) or question.name
        if row is None:
            found.append(Place(question.name, label, None, None))
            continue
        book = book_of(row)
        waits = len(waiting(book, user, Order.ARRIVAL, now)) if row.number else 0
        found.append(Place(question.name, label, row, counts_of(book), waits))
    return found


def counts_of(book: Book) -> Counts:
    """How the answers of a task were coded, in numbers."""
    return counts(book.all, book.row.question, book.row.number, book.row.threshold)


def waiting(book: Book, user: User, order: Order, now: datetime) -> list[tuple[AnswerValue, Duty]]:
    """What a coder is to code, the next one first; last what he left.

    Not what others hold, nor what waits for the answer to a question about it.
    """
    rows = Answer.objects.filter(task=book.row).values_list(
        "interview_id", "held_by_id", "held_until", "skipped_by", "asked"
    )
    theirs, left = set(), set()
    for key, holder, until, skipped, asked_about in rows:
        if asked_about:
            theirs.add(key)
        if holder is not None and holder != user.pk and until is not None and until > now:
            theirs.add(key)
        if user.pk in skipped:
            left.add(key)
    learned = learning.latest(book)
    found = queues.queue(
        book.all,
        str(user.pk),
        order,
        suggestions=learned.suggestions if learned else None,
        groups=learned.groups if learned else None,
        share=book.row.share,
        salt=book.row.study.slug,
        heir_of=heir_of(book, user),
    )
    free = [pair for pair in found if pair[0].id not in theirs]
    return sorted(free, key=lambda pair: pair[0].id in left)


def suggested(book: Book, key: str) -> Sequence[Suggestion]:
    """Codes that the machine proposes for an answer, the surest first."""
    learned = learning.latest(book)
    return learned.suggestions.get(key, ()) if learned else ()


@dataclass(frozen=True)
class Like:
    """An answer like the one on the screen; `near`: the same but for endings and slips."""

    answer: AnswerValue
    step: int
    near: bool


def alike(book: Book, answer: AnswerValue, user: User, now: datetime) -> list[Like]:
    """Answers like one, that nobody coded or holds: the same words first, then its group."""
    learned = learning.latest(book)
    groups = learned.groups if learned else {}
    own, mine = groups.get(answer.id), _plain(answer.text)
    held = Answer.objects.filter(task=book.row, held_until__gt=now)
    busy = set(held.exclude(held_by=user).values_list("interview_id", flat=True))
    found = []
    for standing in book.all:
        other = standing.answer
        if other.id == answer.id or other.id in busy:
            continue
        if standing.status not in (Status.OPEN, Status.STALE):
            continue
        near = _plain(other.text) == mine
        if near or (own is not None and groups.get(other.id) == own):
            found.append((other, near))
    found.sort(key=lambda pair: not pair[1])
    shown = found[:ALIKE]
    rows = Answer.objects.filter(task=book.row, interview_id__in=[one.id for one, _ in shown])
    steps = dict(rows.values_list("interview_id", "step"))
    return [Like(other, steps.get(other.id, 0), near) for other, near in shown]


@lru_cache(maxsize=100_000)
def _plain(text: str) -> tuple[str, ...]:
    return tuple(sorted({folded(word) for word in words(text)}))


def duty_of(book: Book, key: str, user: User) -> Duty | None:
    """Why a coder should code an answer now; None where he need not."""
    share, salt = book.row.share, book.row.study.slug
    return queues.duty(book.standings[key], str(user.pk), share, salt, heir_of(book, user))


def looks_of(book: Book) -> dict[str, int]:
    """How many second looks wait for each coder, by what decisions call them."""
    found: dict[str, int] = {}
    for standing in book.all:
        for one in standing.held if standing.look else ():
            found[one.who] = found.get(one.who, 0) + 1
    return found


def coders_of(study: Study) -> dict[str, str]:
    """Those who may code a study now: username by what decisions call them."""
    roles = (Role.CODER, Role.SUPERVISOR, Role.ANALYST, Role.ADMINISTRATOR)
    rows = User.objects.filter(
        is_active=True, memberships__organisation=study.organisation_id, memberships__role__in=roles
    )
    return {str(pk): name for pk, name in rows.order_by("username").values_list("pk", "username")}


def heir_of(book: Book, user: User) -> frozenset[str]:
    """Whose second looks are this coder's as well: handed over, or of one who codes no more.

    What was handed to somebody who left since is everybody's.
    """
    waits = {who for who in looks_of(book) if who.isdecimal() and who != str(user.pk)}
    if not waits:
        return frozenset()
    here = coders_of(book.row.study)
    handed = {who: to for who, to in book.row.handed.items() if to in here}
    gone = {who for who in waits if who not in here and who not in handed}
    return frozenset(gone | {who for who in waits if handed.get(who) == str(user.pk)})


def own_decision(book: Book, key: str, user: User) -> DecisionValue | None:
    """What the coder himself decided on an answer before, in codes of the frame in use."""
    found = last_of(book.decisions.get(key, ()), str(user.pk))
    if found is None or not found.codes or found.mark != book.answers[key].mark:
        return None
    carried = carry(book.task.frame, found.codes, found.version)
    segments = tuple(
        replace(part, codes=kept)
        for part in found.segments
        if (kept := carry(book.task.frame, part.codes, found.version).codes)
    )
    return replace(found, codes=carried.codes, segments=segments)


def taken_back(row: Task, key: str, user: User) -> Decision | None:
    """The decision that a coder took back last on an answer, if he said nothing since."""
    mine = Decision.objects.filter(answer__task=row, answer__interview_id=key, by=user)
    last = mine.order_by("-number").first()
    return None if last is None or not last.undoes else mine.filter(number=last.undoes).first()


def step_of(row: Task, key: str) -> int:
    """How many decisions an answer has had."""
    held = Answer.objects.filter(task=row, interview_id=key)
    return held.values_list("step", flat=True).first() or 0


def last_stroke(row: Task, user: User, since: datetime) -> list[Decision]:
    """The last decision of a person that still stands, with all taken at the same stroke."""
    mine: QuerySet[Decision] = (
        Decision.objects.filter(answer__task=row, by=user, at__gte=since)
        .select_related("answer")
        .order_by("-pk")
    )
    undone = set(mine.exclude(undoes=None).values_list("answer_id", "undoes"))
    for one in mine.filter(undoes=None)[: len(undone) + 1]:
        if (one.answer_id, one.number) not in undone:
            if not one.batch:
                return [one]
            same = mine.filter(batch=one.batch, undoes=None).order_by("pk")
            return [item for item in same if (item.answer_id, item.number) not in undone]
    return []


def pace_of(row: Task, user: User, since: datetime) -> tuple[int, float | None]:
    """How many answers a person decided on since a moment, and the median of seconds each took."""
    held = Decision.objects.filter(answer__task=row, by=user, at__gte=since, undoes=None)
    rows = list(held.values_list("seconds", flat=True))
    timed = [value for value in rows if value is not None]
    return len(rows), median(timed) if timed else None
