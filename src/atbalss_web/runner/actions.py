"""Writing interviews: begin, answer, change language, end. Each in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from atbalss.answers.record import Record, as_text
from atbalss.fieldwork.case import interview_code
from atbalss.fieldwork.outcomes import BREAK_OFF, COMPLETE, PARTIAL, SOFT_REFUSAL
from atbalss.fieldwork.quotas import Place, cells_of
from atbalss.interview.accept import Accepted, accept_page, begin
from atbalss.interview.page import page_of
from atbalss.interview.path import is_computed, path
from atbalss.interview.raw import Raw, cleaned
from atbalss.problems import Problem
from atbalss.study.questionnaire import Questionnaire
from atbalss_web.accounts.models import User
from atbalss_web.cases.calling import enter_interview, renew
from atbalss_web.cases.models import Case
from atbalss_web.events.actions import record as event
from atbalss_web.runner.models import Interview, Step
from atbalss_web.runner.queries import (
    Held,
    context_of,
    core_questions,
    is_screened_out,
    locked,
    quotas_beside,
)
from atbalss_web.runner.record import as_record, as_values
from atbalss_web.studies.models import QuotaCell, Version
from atbalss_web.studies.queries import live_version, questionnaire_of, rules_of

QUOTA_FULL = "4.80"
DONE = (COMPLETE, PARTIAL)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a page: the interview as saved, and what must be mended or confirmed.

    `taken` has the record that was saved and its walk, for the page that follows.
    """

    interview: Interview
    taken: Accepted | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What must be mended."""
        return self.taken.problems if self.taken is not None else ()

    @property
    def soft(self) -> tuple[Problem, ...]:
        """What must be confirmed by a reason."""
        return self.taken.soft if self.taken is not None else ()


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
    door: str | Held,
    posted: Mapping[str, Raw],
    now: datetime,
    *,
    page: str,
    lang: str = "",
    reasons: Mapping[str, str] | None = None,
    seconds: float | None = None,
    mode: str = "",
) -> Answered:
    """Take the answers of one page. Durable when it returns; the same page twice is no change.

    The `door` is the interview's token or the lease of its case; `mode` how it is answered now.
    Two tabs, a double click, a telephone and a link at once: the row is locked, so answers come
    one after another, and each is taken or refused whole.
    """
    with transaction.atomic():
        interview = locked(door)
        if interview.state != "open":
            return Answered(interview)
        holder = door.holder if isinstance(door, Held) else None
        if isinstance(door, Held) and _is_running_out(interview, now):
            renew(door.lease, door.holder, now)
        questionnaire = questionnaire_of(interview.version_id)
        lang = lang if lang in questionnaire.langs else interview.lang
        context = context_of(interview, now)
        before = as_record(questionnaire, interview.key, interview.record)
        said = {name: cleaned(words) for name, words in (reasons or {}).items()}
        taken = accept_page(questionnaire, before, posted, lang, context, reasons=said)
        values = as_values(taken.record)
        if lang != interview.lang or _is_news(questionnaire, values, interview.record):
            changed = len(taken.record.changes) > len(before.changes)
            _reserve(interview, questionnaire, taken.record)
            interview.mode = _mode(interview, mode)
            what = "changed" if changed else "answer"
            page = page if _is_page(questionnaire, page) else ""
            _step(interview, now, page, lang, seconds, what, holder)
            interview.record, interview.lang = values, lang
            interview.save(
                update_fields=[
                    "record",
                    "lang",
                    "mode",
                    "step",
                    "touched",
                    "state",
                    "code",
                    "ended",
                    "quotas",
                ]
            )
            if interview.state != "open":
                _enter(interview, now, holder)
    return Answered(interview, taken)


def speak(door: str | Held, lang: str, now: datetime) -> Interview:
    """Go on in another language of the questionnaire, from now on and on every device."""
    with transaction.atomic():
        interview = locked(door)
        langs = questionnaire_of(interview.version_id).langs
        if interview.state == "open" and lang in langs and lang != interview.lang:
            holder = door.holder if isinstance(door, Held) else None
            interview.lang = lang
            _step(interview, now, "", lang, None, "language", holder)
            interview.save(update_fields=["lang", "step", "touched"])
    return interview


def _is_news(
    questionnaire: Questionnaire, values: Mapping[str, Any], before: Mapping[str, Any]
) -> bool:
    """Whether a record says anything new, clocks and other computed answers aside."""
    if any(values[key] != before.get(key) for key in values if key not in ("answers", "lang")):
        return True
    computed = {item.name for item in questionnaire.questions if is_computed(item)}
    one, two = values["answers"], before.get("answers", {})
    return any(one.get(name) != two.get(name) for name in (one.keys() | two.keys()) - computed)


def _is_page(questionnaire: Questionnaire, name: str) -> bool:
    try:
        page_of(questionnaire, name)
    except KeyError:
        return False
    return True


def _mode(interview: Interview, mode: str) -> str:
    return mode if mode and interview.kind == "real" else interview.mode


def _is_running_out(interview: Interview, now: datetime) -> bool:
    """Whether the lease of an interview's case is to be renewed: once in an hour and a half."""
    until = interview.case.held_until if interview.case is not None else None
    return until is None or until < now + timedelta(minutes=30)


def _enter(interview: Interview, now: datetime, holder: int | None) -> None:
    """Tell the case of a real interview how that ended."""
    if interview.case_id is not None and interview.kind == "real":
        enter_interview(interview.case_id, interview.code, now, actor=holder, mode=interview.mode)


def _step(
    interview: Interview,
    now: datetime,
    page: str,
    lang: str,
    seconds: float | None,
    what: str,
    holder: int | None,
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
        by_id=holder,
    )


# ---- quotas


def _reserve(interview: Interview, questionnaire: Questionnaire, record: Record) -> None:
    """Reserve a place once the answers that quotas depend on are known; send away if it is full."""
    if interview.kind != "real" or interview.quotas or interview.code:
        return
    quotas = quotas_beside(interview)
    if not quotas:
        return
    answers = {name: as_text(value) for name, value in record.answers.items()}
    place, names = cells_of(quotas, answers)
    if place is Place.OPEN and _taken(interview.study_id, names):
        interview.quotas = list(names)
    elif place in (Place.OPEN, Place.FULL):
        interview.state, interview.code = "sent_away", QUOTA_FULL
        interview.ended = interview.touched
    elif place is Place.NONE:
        interview.quotas = ["-"]


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


def finish(
    door: str | Held,
    now: datetime,
    *,
    actor: User | None = None,
    enter: bool = True,
    mode: str = "",
) -> Interview:
    """End an interview by its own state: complete, partial or broken off. Twice is no change.

    Its case gets an attempt with the interview's code, unless the caller will `enter` one himself.
    """
    with transaction.atomic():
        interview = locked(door)
        if interview.state != "open":
            return interview
        interview.mode = _mode(interview, mode)
        questionnaire = questionnaire_of(interview.version_id)
        record = as_record(questionnaire, interview.key, interview.record)
        way = path(questionnaire, record, context_of(interview, now))
        core = core_questions(questionnaire, way.reached)
        answered = [
            name for name in core if as_text(record.answers.get(name)) not in ("", "_refused")
        ]
        limits = rules_of(interview.study).thresholds
        code = interview_code(len(answered), len(core), at_end=way.complete, thresholds=limits)
        if way.complete and is_screened_out(questionnaire, core):
            code = SOFT_REFUSAL  # said no to the interview itself: no question of it was put
        interview.touched = now
        if code in DONE:
            _reserve(interview, questionnaire, record)  # a place given back meanwhile
        if interview.state == "open":
            interview.state, interview.code, interview.ended = "ended", code, now
        code = interview.code
        if interview.kind == "real":
            _settle_quotas(interview, done=code in DONE)
        interview.save(update_fields=["state", "code", "mode", "ended", "touched", "quotas"])
        event(
            "interview-ended",
            now,
            actor=actor,
            study=str(interview.study_id),
            subject=interview.key,
            code=code,
        )
        if enter:
            holder = door.holder if isinstance(door, Held) else None
            _enter(interview, now, holder)
    return interview


def set_aside(door: str | Held, now: datetime, *, over: bool) -> str:
    """Leave an interview whose call ends before it: its code so far if it is `over`, else "".

    Quota places go back either way, unless enough was answered for a partial interview; one that
    is not over may be resumed. "" too where nothing was answered or there is no interview.
    """
    with transaction.atomic():
        try:
            interview = locked(door)
        except Interview.DoesNotExist:
            return ""
        if interview.state != "open" or not interview.step:
            return ""
        if over:
            return finish(door, now, enter=False, mode="phone").code
        _settle_quotas(interview, done=False)
        interview.save(update_fields=["quotas"])
        return ""


def resume(case: Case, now: datetime, *, actor: User, lang: str) -> Interview | None:
    """The interview of a held case on the telephone: begun, or opened again; None: no version live.

    A broken-off one is opened again; a finished one stays as it is.
    """
    held = Interview.objects.filter(case=case).first()
    if held is None:
        version = live_version(case.study)
        if version is None:
            return None
        return start(version, now, lang=lang, mode="phone", case=case, actor=actor)
    if held.state == "ended" and held.code == BREAK_OFF:
        return reopen(held.token, now, actor=actor)
    return held


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
