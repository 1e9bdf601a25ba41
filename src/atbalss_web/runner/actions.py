"""Writing interviews: begin, answer, change language, end. Each in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from atbalss.answers.record import Record, as_text
from atbalss.fieldwork.case import interview_code
from atbalss.fieldwork.quotas import Place, cells_of
from atbalss.interview.accept import accept_page, begin
from atbalss.interview.path import path
from atbalss.interview.raw import Raw
from atbalss.problems import Problem
from atbalss.study.questionnaire import Questionnaire
from atbalss_web.accounts.models import User
from atbalss_web.cases.models import Case
from atbalss_web.events.actions import record as event
from atbalss_web.runner.models import Interview, Step
from atbalss_web.runner.queries import context_of, core_questions, locked
from atbalss_web.runner.record import as_record, as_values
from atbalss_web.studies.models import QuotaCell, Version
from atbalss_web.studies.queries import questionnaire_of, quotas_of, rules_of

QUOTA_FULL = "4.80"


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a page: the interview as saved, and what must be mended or confirmed."""

    interview: Interview
    problems: tuple[Problem, ...] = ()
    soft: tuple[Problem, ...] = ()


def start(
    version: Version,
    now: datetime,
    *,
    lang: str,
    mode: str,
    kind: str = "real",
    case: Case | None = None,
    actor: User | None = None,
) -> Interview:
    """Begin an interview, or return the one that the case has: one person, one interview."""
    questionnaire = questionnaire_of(version.pk)
    with transaction.atomic():
        if case is not None:
            case = Case.objects.select_for_update().get(pk=case.pk)
            held = Interview.objects.filter(case=case).first()
            if held is not None:
                return held
        key = secrets.token_hex(12)
        seed = secrets.randbits(48)
        sample = dict(case.sample) if case is not None else {}
        made = Interview(
            study_id=version.study_id,
            version=version,
            case=case,
            key=key,
            token=secrets.token_urlsafe(32),
            kind=kind,
            mode=mode,
            lang=lang,
            seed=seed,
            began=now,
            touched=now,
        )
        record = begin(questionnaire, key, context_of(made, now), lang=lang, sample=sample)
        made.record = as_values(record)
        made.save(force_insert=True)
        event(
            "interview-began", now, actor=actor, study=str(version.study_id), subject=key, kind=kind
        )
    return made


def answer(
    token: str,
    posted: Mapping[str, Raw],
    now: datetime,
    *,
    page: str,
    lang: str = "",
    reasons: Mapping[str, str] | None = None,
    seconds: float | None = None,
) -> Answered:
    """Take the answers of one page. Durable when it returns; the same page twice is no change.

    Two tabs, a double click, a telephone and a link at once: the row is locked, so answers come
    one after another, and each is taken or refused whole.
    """
    with transaction.atomic():
        interview = locked(token)
        if interview.state != "open":
            return Answered(interview)
        questionnaire = questionnaire_of(interview.version_id)
        lang = lang if lang in questionnaire.langs else interview.lang
        context = context_of(interview, now)
        before = as_record(questionnaire, interview.key, interview.record)
        taken = accept_page(questionnaire, before, posted, lang, context, reasons=reasons)
        values = as_values(taken.record)
        if values != interview.record or lang != interview.lang:
            changed = len(taken.record.changes) > len(before.changes)
            _reserve(interview, questionnaire, taken.record)
            _step(interview, now, page, lang, seconds, "changed" if changed else "answer")
            interview.record, interview.lang = values, lang
            interview.save(
                update_fields=[
                    "record",
                    "lang",
                    "step",
                    "touched",
                    "state",
                    "code",
                    "ended",
                    "quotas",
                ]
            )
    return Answered(interview, taken.problems, taken.soft)


def _step(
    interview: Interview, now: datetime, page: str, lang: str, seconds: float | None, what: str
) -> None:
    interview.step += 1
    interview.touched = now
    Step.objects.create(
        interview=interview,
        number=interview.step,
        at=now,
        page=page[:100],
        lang=lang,
        mode=interview.mode,
        seconds=seconds,
        what=what,
    )


# ---- quotas


def _reserve(interview: Interview, questionnaire: Questionnaire, record: Record) -> None:
    """Reserve a place once the answers that quotas depend on are known; send away if it is full."""
    if interview.kind != "real" or interview.quotas or interview.code:
        return
    quotas = _cells(interview.study_id)
    if not quotas:
        return
    answers = {name: as_text(value) for name, value in record.answers.items()}
    place, names = cells_of(quotas_of(interview.study), answers)
    if place is Place.OPEN and _taken(interview.study_id, names):
        interview.quotas = list(names)
    elif place in (Place.OPEN, Place.FULL):
        interview.state, interview.code = "sent_away", QUOTA_FULL
        interview.ended = interview.touched
    elif place is Place.NONE:
        interview.quotas = ["-"]


def _cells(study_id: int) -> bool:
    return QuotaCell.objects.filter(study_id=study_id).exists()


def _taken(study_id: int, names: Sequence[str]) -> bool:
    """Reserve a place in every quota named, or in none; never beyond a target."""
    with transaction.atomic():
        point = transaction.savepoint()
        for name in sorted(names):
            free = QuotaCell.objects.filter(
                study_id=study_id, name=name, target__gt=F("done") + F("reserved")
            )
            if not free.update(reserved=F("reserved") + 1):
                transaction.savepoint_rollback(point)
                return False
        transaction.savepoint_commit(point)
    return True


def _settle_quotas(interview: Interview, *, done: bool) -> None:
    """Turn reserved places into taken ones, or give them back."""
    for name in interview.quotas:
        cells = QuotaCell.objects.filter(study_id=interview.study_id, name=name, reserved__gt=0)
        cells.update(reserved=F("reserved") - 1, done=F("done") + int(done))
    interview.quotas = []


# ---- ending


def finish(token: str, now: datetime, *, actor: User | None = None) -> Interview:
    """End an interview by its own state: complete, partial or broken off. Twice is no change."""
    with transaction.atomic():
        interview = locked(token)
        if interview.state != "open":
            return interview
        questionnaire = questionnaire_of(interview.version_id)
        record = as_record(questionnaire, interview.key, interview.record)
        way = path(questionnaire, record, context_of(interview, now))
        core = core_questions(questionnaire, way.reached)
        answered = [
            name for name in core if as_text(record.answers.get(name)) not in ("", "_refused")
        ]
        limits = rules_of(interview.study).thresholds
        code = interview_code(len(answered), len(core), at_end=way.complete, thresholds=limits)
        interview.state, interview.code = "ended", code
        interview.ended = interview.touched = now
        if interview.kind == "real":
            _settle_quotas(interview, done=code in ("1.1", "1.2"))
        interview.save(update_fields=["state", "code", "ended", "touched", "quotas"])
        event(
            "interview-ended",
            now,
            actor=actor,
            study=str(interview.study_id),
            subject=interview.key,
            code=code,
        )
    return interview


def reopen(token: str, now: datetime, *, actor: User) -> Interview:
    """Open an ended interview again, so that it may be resumed or mended."""
    with transaction.atomic():
        interview = locked(token)
        if interview.state == "ended":
            interview.state, interview.code, interview.ended = "open", "", None
            interview.save(update_fields=["state", "code", "ended"])
            event(
                "interview-reopened",
                now,
                actor=actor,
                study=str(interview.study_id),
                subject=interview.key,
            )
    return interview
