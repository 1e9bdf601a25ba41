"""Reading the state of fieldwork for the supervisor's page. Counts and keys, never a contact."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Max, OuterRef, Q, Subquery

from atbalss.fieldwork.effect import InterviewerEffect, Pace, interviewer_effect
from atbalss.fieldwork.outcomes import BREAK_OFF, COMPLETE, PARTIAL
from atbalss.fieldwork.state import Fieldwork
from atbalss.study.question import CHOICE_KINDS, NUMBER_KINDS, Question
from atbalss_web.accounts.models import Role, User
from atbalss_web.cases.extract import fieldwork
from atbalss_web.cases.models import Appointment, Attempt, Case, Visit
from atbalss_web.events.models import Event
from atbalss_web.runner.extract import by_mode, finished
from atbalss_web.runner.models import Interview, Step
from atbalss_web.studies.models import QuotaCell, Study
from atbalss_web.studies.queries import live_version, questionnaire_of, rules_of

INTERVIEWS = (COMPLETE, PARTIAL)
SILENT_DAYS = 3
MOST = 200  # rows on a page


@dataclass(frozen=True)
class Silent:
    """A centre that has invited nobody lately; `last` is None where it never did."""

    centre: str
    last: datetime | None


@dataclass(frozen=True)
class Overview:
    """All that the supervisor's page shows."""

    found: Fieldwork
    quotas: list[QuotaCell]
    overdue: list[Appointment]
    due: list[Appointment]
    coming: list[Appointment]
    pace: list[Pace]
    item: str
    items: list[Question]
    effect: InterviewerEffect | None
    silent: list[Silent]
    break_offs: list[tuple[str, int]]
    expired: list[Case]
    n_unreleased: int
    replicates: list[int]
    n_unchecked: int
    sent_back: list[Interview]
    crowded: list[tuple[str, int]]


def overview(study: Study, now: datetime, item: str = "") -> Overview:
    """The state of a study's fieldwork at a moment; `item` is whose interviewer effect to show."""
    items = scale_items(study)
    known = [question.name for question in items]
    item = item if item in known else (known[0] if known else "")
    overdue, due, coming = appointments(study, now)
    waiting = Case.objects.filter(study=study, is_released=False)
    ended = finished(study)
    return Overview(
        found=fieldwork(study, by_mode(study)),
        quotas=list(study.quotas.order_by("id")),
        overdue=overdue,
        due=due,
        coming=coming,
        pace=pace(study),
        item=item,
        items=items,
        effect=effect(study, item) if item else None,
        silent=silent_centres(study, now),
        break_offs=break_offs(study),
        expired=list(
            Case.objects.filter(study=study, held_until__lt=now, is_closed=False)
            .exclude(lease="")
            .select_related("held_by")
            .order_by("held_until")[:MOST]
        ),
        n_unreleased=waiting.count(),
        replicates=sorted(set(waiting.values_list("replicate", flat=True))),
        n_unchecked=ended.filter(is_checked=None).count(),
        sent_back=list(
            Interview.objects.filter(study=study, kind="real", state="open", is_checked=False)
            .select_related("case")
            .order_by("began")[:MOST]
        ),
        crowded=crowded_posters(study, now),
    )


def crowded_posters(study: Study, now: datetime) -> list[tuple[str, int]]:
    """Centres whose poster turned people away in the last week, and in how many minutes."""
    rows = Event.objects.filter(
        name="poster-crowded", study=str(study.pk), at__gt=now - timedelta(days=7)
    )
    found = rows.values_list("subject").annotate(n=Count("id")).order_by("subject")
    names = dict(study.centres.values_list("centre__code", "centre__name"))
    return [(names.get(code, code), n) for code, n in found]


def appointments(
    study: Study, now: datetime
) -> tuple[list[Appointment], list[Appointment], list[Appointment]]:
    """Open appointments: overdue by the study's limit, due now, and coming in a day."""
    rules = rules_of(study).calls
    late = now - timedelta(minutes=rules.late)
    soon = now + timedelta(minutes=rules.early)
    rows = (
        Appointment.objects.filter(case__study=study, is_open=True, case__is_closed=False)
        .select_related("case", "only")
        .order_by("at")
    )
    return (
        list(rows.filter(at__lt=late)[:MOST]),
        list(rows.filter(at__gte=late, at__lte=soon)[:MOST]),
        list(rows.filter(at__gt=soon, at__lte=now + timedelta(days=1))[:MOST]),
    )


def pace(study: Study) -> list[Pace]:
    """Each interviewer's attempts, completed interviews, and time, by name."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0.0, 0.0])
    rows = Attempt.objects.filter(case__study=study, by__isnull=False, voided=None)
    for name, code, at, ended in rows.values_list("by__username", "code", "at", "ended"):
        minutes = max((ended - at).total_seconds() / 60, 0.0)
        row = sums[name]
        row[0] += 1
        row[2] += minutes
        if code == COMPLETE:
            row[1] += 1
            row[3] += minutes
    return [
        Pace(name, int(row[0]), int(row[1]), row[2], row[3]) for name, row in sorted(sums.items())
    ]


def scale_items(study: Study) -> list[Question]:
    """Questions whose answers are numbers: scales with scores, and numbers."""
    version = live_version(study)
    if version is None:
        return []
    return [
        question
        for question in questionnaire_of(version.pk).questions
        if question.kind in NUMBER_KINDS
        or (question.kind in CHOICE_KINDS and question.codes and question.codes.is_scale)
    ]


def effect(study: Study, item: str) -> InterviewerEffect | None:
    """The interviewer effect on an item, over finished interviews that an interviewer ended."""
    who = Attempt.objects.filter(
        case=OuterRef("case"), code__in=INTERVIEWS, by__isnull=False
    ).order_by("-ended")
    rows = finished(study).annotate(by=Subquery(who.values("by_id")[:1])).exclude(by=None)
    answers: dict[str, list[float]] = defaultdict(list)
    for version, by, record in rows.values_list("version_id", "by", "record"):
        question = questionnaire_of(version).by_name.get(item)
        value = None if question is None else _score(question, record["answers"].get(item, ""))
        if value is not None:
            answers[str(by)].append(value)
    return interviewer_effect(answers)


def _score(question: Question, text: str) -> float | None:
    """An answer as a number: the score of its code, or the number itself."""
    if question.codes is not None:
        return question.codes.code(text).score if question.codes.has(text) else None
    try:
        return float(text)
    except ValueError:
        return None


def silent_centres(study: Study, now: datetime) -> list[Silent]:
    """Centres of the study without an invitation for the study's number of days."""
    days = int(study.rules.get("silent_days", SILENT_DAYS))
    last = (
        Visit.objects.filter(study=study, centre=OuterRef("centre"), is_invited=True)
        .values("centre")
        .annotate(last=Max("at"))
    )
    rows = study.centres.annotate(last=Subquery(last.values("last")[:1]))
    quiet = rows.filter(Q(last=None) | Q(last__lt=now - timedelta(days=days)))
    return [
        Silent(name, moment)
        for name, moment in quiet.order_by("centre__name").values_list("centre__name", "last")
    ]


def break_offs(study: Study) -> list[tuple[str, int]]:
    """Broken-off interviews by the last page that was answered, the commonest first."""
    page = Step.objects.filter(interview=OuterRef("pk")).order_by("-number").values("page")[:1]
    rows = Interview.objects.filter(study=study, kind="real", state="ended", code=BREAK_OFF)
    counts: dict[str, int] = defaultdict(int)
    for name in rows.annotate(last=Subquery(page)).values_list("last", flat=True):
        counts[name or "–"] += 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def interviewers_of(study: Study) -> list[User]:
    """Those who may interview in the study's organisation, by name."""
    return list(
        User.objects.filter(
            is_active=True,
            memberships__organisation=study.organisation,
            memberships__role=Role.INTERVIEWER,
        )
        .distinct()
        .order_by("username")
    )


def cases_of(study: Study, code: str = "", who: str = "") -> list[Case]:
    """Cases of a study, those that are open first; by final code or interviewer if asked."""
    rows = Case.objects.filter(study=study).select_related("centre", "assigned", "held_by")
    if code:
        rows = rows.filter(code=code)
    if who:
        rows = rows.filter(assigned__username=who)
    return list(
        rows.order_by("is_closed", "-is_queued", F("ready_at").asc(nulls_last=True), "key")[:MOST]
    )


def to_check(study: Study) -> list[Interview]:
    """Finished interviews, those nobody has checked first, the newest first."""
    rows = (
        finished(study)
        .select_related("case")
        .order_by(F("is_checked").asc(nulls_first=True), "-ended")
    )
    return list(rows[:MOST])


def day_log(study: Study, first: datetime, last: datetime) -> list[Event]:
    """What happened in a study from one moment to another, in order."""
    rows = Event.objects.filter(study=str(study.pk), at__gte=first, at__lt=last)
    return list(rows.select_related("actor").order_by("at", "id")[:5000])


def days_of(study: Study) -> list[date]:
    """Days (UTC) on which something happened, the latest first."""
    return list(Event.objects.filter(study=str(study.pk)).dates("at", "day", order="DESC")[:60])
