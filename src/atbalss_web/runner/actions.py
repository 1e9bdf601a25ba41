"""Writing interviews: begin, answer, change language, end. Each in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from atbalss.answers.record import as_text
from atbalss.fieldwork.case import interview_code
from atbalss.fieldwork.outcomes import BREAK_OFF, COMPLETE, PARTIAL, SOFT_REFUSAL
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
from atbalss_web.runner.places import may_reserve, moves, reserve, settle
from atbalss_web.runner.put import put
from atbalss_web.runner.queries import (
    Held,
    context_of,
    core_questions,
    is_screened_out,
    locked,
    unlocked,
)
from atbalss_web.runner.record import as_record, as_values
from atbalss_web.studies.models import Version
from atbalss_web.studies.queries import live_version, questionnaire_of, rules_of

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


@dataclass(frozen=True, slots=True)
class _Page:
    """What somebody sent of a page."""

    posted: Mapping[str, Raw]
    name: str
    lang: str
    reasons: Mapping[str, str]
    seconds: float | None
    mode: str


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
    Two tabs, a double click, a telephone and a link at once: a page is written only if the row is
    as it was read, else under the row's lock, so each is taken or refused whole.
    """
    said = {name: cleaned(words) for name, words in (reasons or {}).items()}
    sent = _Page(posted, page, lang, said, seconds, mode)
    done = _unhindered(door, sent, now) if isinstance(door, str) else None
    return done or _in_line(door, sent, now)


def _unhindered(token: str, sent: _Page, now: datetime) -> Answered | None:
    """Take a page without waiting for anybody; None if another was first."""
    interview = unlocked(token)
    if not may_reserve(interview):
        return _kept(interview, sent, now, None, alone=True)
    with transaction.atomic():
        done = _kept(interview, sent, now, None)
        if done is None:
            transaction.set_rollback(True)
    return done


def _in_line(door: str | Held, sent: _Page, now: datetime) -> Answered:
    """Take a page under the row's lock."""
    with transaction.atomic():
        interview = locked(door)
        holder = None
        if isinstance(door, Held):
            holder = door.holder
            if interview.state == "open" and _is_running_out(interview, now):
                renew(door.lease, holder, now)
        done = _kept(interview, sent, now, holder)
    if done is None:
        raise RuntimeError("a locked row has changed")
    return done


def _kept(
    interview: Interview, sent: _Page, now: datetime, holder: int | None, *, alone: bool = False
) -> Answered | None:
    """Take a page and save it with the quota place that it decides; None: the row has changed.

    None too where nothing but its own row may be written (`alone`) and a quota place has to move.
    """
    if interview.state != "open":
        return Answered(interview)
    read = interview.step, list(interview.quotas)
    taken, what = _take(interview, sent, now)
    if not what:
        return Answered(interview, taken)
    if alone and moves(interview, taken.record):
        return None  # rows of quotas are to change with it
    reserve(interview, taken.record, now)
    if not put(interview, _step(interview, now, sent, what, holder), read):
        return None
    if interview.state != "open":
        _enter(interview, now, holder)
    return Answered(interview, taken)


def _take(interview: Interview, sent: _Page, now: datetime) -> tuple[Accepted, str]:
    """Put what was sent into an interview, unsaved; what that was, "" if it says nothing new."""
    questionnaire = questionnaire_of(interview.version_id)
    lang = sent.lang if sent.lang in questionnaire.langs else interview.lang
    before = as_record(questionnaire, interview.key, interview.record)
    context = context_of(interview, now)
    taken = accept_page(questionnaire, before, sent.posted, lang, context, reasons=sent.reasons)
    values = as_values(taken.record)
    if lang == interview.lang and not _is_news(questionnaire, values, interview.record):
        return taken, ""
    interview.record, interview.lang = values, lang
    interview.mode = _mode(interview, sent.mode)
    return taken, "changed" if len(taken.record.changes) > len(before.changes) else "answer"


def speak(door: str | Held, lang: str, now: datetime) -> Interview:
    """Go on in another language of the questionnaire, from now on and on every device."""
    with transaction.atomic():
        interview = locked(door)
        langs = questionnaire_of(interview.version_id).langs
        if interview.state == "open" and lang in langs and lang != interview.lang:
            holder = door.holder if isinstance(door, Held) else None
            interview.lang = lang
            sent = _Page({}, "", lang, {}, None, "")
            _step(interview, now, sent, "language", holder).save(force_insert=True)
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


def _step(interview: Interview, now: datetime, sent: _Page, what: str, holder: int | None) -> Step:
    """The next step of an interview, unsaved."""
    questionnaire = questionnaire_of(interview.version_id)
    interview.step += 1
    interview.touched = now
    return Step(
        interview=interview,
        number=interview.step,
        at=now,
        page=sent.name[:100] if _is_page(questionnaire, sent.name) else "",
        lang=interview.lang,
        mode=interview.mode,
        seconds=sent.seconds,
        what=what,
        by_id=holder,
    )


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
            reserve(interview, record, now)  # a place given back meanwhile
        if interview.state == "open":
            interview.state, interview.code, interview.ended = "ended", code, now
        code = interview.code
        if interview.kind == "real":
            settle(interview, done=code in DONE)
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
        settle(interview, done=False)
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
