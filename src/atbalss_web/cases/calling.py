"""Writing calls: hand out a case under a lease, end the attempt, book the next, give back.

Each in one transaction. Locks are taken in one order everywhere: person, interview, case.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from atbalss.fieldwork import calls
from atbalss.fieldwork.calls import Block, CallRules, Pick, next_case, why_not
from atbalss.fieldwork.case import final_code, is_closed
from atbalss.fieldwork.outcomes import CALL_ROOM, HARD_REFUSAL, OUTCOMES
from atbalss.fieldwork.quotas import Quota
from atbalss.fieldwork.rules import FieldRules
from atbalss_web.accounts.models import User
from atbalss_web.cases import queries
from atbalss_web.cases.contacts import seal_note
from atbalss_web.cases.invitations import bar_case
from atbalss_web.cases.models import Appointment, Attempt, Case
from atbalss_web.events.actions import record as event
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import quotas_of, rules_of

LEASE = timedelta(hours=2)
BATCHES = 10  # of candidates asked for one hand-out
LATER_SELF, LATER_OTHER = "2.35", "2.21"  # asked to be called later: himself, somebody else


class LeaseLost(Exception):  # noqa: N818 - a refusal, no fault
    """The lease is nobody's any more: the case was given to another, or closed meanwhile."""


class NotThen(Exception):  # noqa: N818
    """An appointment that the rules do not allow; `blocks` say why and until when."""

    def __init__(self, blocks: list[Block]) -> None:
        super().__init__([item.code for item in blocks])
        self.blocks = blocks


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment to be made: when, promised or not, and whether only the same may call."""

    at: datetime
    is_hard: bool = True
    only_me: bool = False


def hand_out(study: Study, user: User, now: datetime) -> Case | None:
    """The case that an interviewer is to call now, held for him under a lease; None: no case.

    Who holds a case gets that one again, of whatever study. Candidates come by SQL and the rules
    choose among them while nothing is locked; then the chosen row is, and the rules are asked again
    before the lease is written.
    """
    held = queries.held_of(user, now)
    if held is not None:
        return held
    rules, quotas = rules_of(study).calls, quotas_of(study)
    for pick, row in _picks(study, user, rules, quotas, now):
        with transaction.atomic():
            user = User.objects.select_for_update().get(pk=user.pk)
            held = queries.held_of(user, now)
            if held is not None:
                return held
            free = _locked(row.pk)
            if free is None or free.is_closed:
                continue
            again = queries.as_cases([free], now, quotas)[free.pk]
            if not why_not(again, rules, now, queries.caller_of(user)):
                return _hold(free, user, pick, now)
    return None


def _picks(
    study: Study, user: User, rules: CallRules, quotas: tuple[Quota, ...], now: datetime
) -> Iterator[tuple[Pick, Case]]:
    """What the rules would hand out, one after another, in batches of candidates."""
    caller = queries.caller_of(user)
    seed = f"{study.pk}|{now:%Y-%m-%d}|{user.pk}"
    for batch in range(BATCHES):
        start = batch * queries.BATCH
        rows = queries.candidates(study, user, now, rules.early, start=start)
        values = queries.as_cases(rows, now, quotas)
        by_key = {row.key: row for row in rows}
        left = {row.key: values[row.pk] for row in rows}
        while (pick := next_case(left.values(), rules, now, caller, seed)) is not None:
            yield pick, by_key[pick.case.key]
            del left[pick.case.key]
        if len(rows) < queries.BATCH:
            return


def _locked(number: int) -> Case | None:
    """A row locked for us; None where another is just taking it."""
    mine = Case.objects.select_for_update(skip_locked=True, of=("self",)).filter(pk=number)
    if mine.first() is None:
        return None
    return queries.with_interviews(Case.objects.select_related("study").filter(pk=number)).get()


def _hold(row: Case, user: User, pick: Pick, now: datetime) -> Case:
    row.held_by, row.held_at, row.held_until = user, now, now + LEASE
    row.lease, row.held_reason, row.held_note = secrets.token_hex(16), pick.reason, None
    row.save(
        update_fields=["held_by", "held_at", "held_until", "lease", "held_reason", "held_note"]
    )
    event(
        "case-handed-out", now, actor=user, study=str(row.study_id), subject=row.key,
        reason=pick.reason,
    )  # fmt: skip
    return row


def held(lease: str, holder: int, *, lock: bool = False) -> Case:
    """The case of a lease with its study and contact; LeaseLost where it is not the holder's."""
    rows = Case.objects.select_related("study", "contact", "held_by")
    if lock:
        rows = rows.select_for_update(of=("self",))
    mine = {"lease": lease, "held_by_id": holder, "held_by__is_active": True}
    found = rows.filter(**mine).first() if lease else None
    if found is None:
        raise LeaseLost
    return found


def renew(lease: str, holder: int, now: datetime) -> None:
    """Hold on to a case while work on it goes on; LeaseLost where it is not the holder's."""
    mine = Case.objects.filter(lease=lease, held_by_id=holder) if lease else Case.objects.none()
    if not mine.update(held_until=now + LEASE):
        raise LeaseLost


def keep_note(lease: str, holder: int, words: str) -> None:
    """Keep what the interviewer notes during a call; it goes to the attempt when that ends."""
    with transaction.atomic():
        row = held(lease, holder, lock=True)
        row.held_note = seal_note(row.study, words)
        row.save(update_fields=["held_note"])


def give_back(lease: str, user: User, now: datetime) -> None:
    """Let go of a case without an attempt: nobody was called."""
    with transaction.atomic():
        row = held(lease, user.pk, lock=True)
        _let_go(row)
        row.save()
        event("case-given-back", now, actor=user, study=str(row.study_id), subject=row.key)


def _let_go(row: Case) -> None:
    row.held_by = row.held_at = row.held_until = row.held_note = None
    row.lease = row.held_reason = ""


# ---- ending an attempt


def end_attempt(
    lease: str,
    user: User,
    code: str,
    now: datetime,
    *,
    note: str = "",
    booking: Booking | None = None,
    bar: bool = False,
    n_calls: int = 1,
) -> Attempt:
    """Enter how the call on a held case ended, and let go of it. A lease makes one attempt.

    `booking` makes an appointment (NotThen if the rules forbid it); `bar` puts the number on the
    do-not-call list. LeaseLost where the case is not the interviewer's any more.
    """
    if code not in OUTCOMES:
        raise ValueError(code)
    with transaction.atomic():
        done = Attempt.objects.filter(once=lease, by=user).first() if lease else None
        if done is not None:
            return done
        try:
            row = held(lease, user.pk, lock=True)
        except LeaseLost:
            done = Attempt.objects.filter(once=lease, by=user).first() if lease else None
            if done is not None:  # the other click was faster
                return done
            raise
        sealed = seal_note(row.study, note) or row.held_note
        made = Attempt.objects.create(
            case=row, at=row.held_at or now, ended=now, code=code, by=user, calls=n_calls,
            reason=row.held_reason, note=sealed, once=lease,
        )  # fmt: skip
        if booking is not None:
            faults = why_not_then(row, booking.at, now)
            if faults:
                raise NotThen(faults)
        _settle(row, code, now, user if booking and booking.only_me else None, booking)
        if bar and code == HARD_REFUSAL:
            _bar(row, now, user)
        event("attempt-ended", now, actor=user, study=str(row.study_id), subject=row.key, code=code)
    return made


def enter_interview(
    case_id: int, code: str, now: datetime, *, actor: int | None = None, mode: str = "web"
) -> None:
    """Enter that the interview of a case ended: by whoever holds the case, or on the web."""
    with transaction.atomic():
        row = Case.objects.select_for_update().select_related("study").get(pk=case_id)
        by_holder = bool(row.lease) and mode == "phone" and row.held_by_id == actor
        Attempt.objects.create(
            case=row,
            at=(row.held_at if by_holder else None) or now,
            ended=now,
            code=code,
            by_id=actor if by_holder else None,
            calls=int(by_holder),
            reason=row.held_reason if by_holder else mode,
            note=row.held_note if by_holder else None,
            once=row.lease if by_holder else secrets.token_hex(16),
        )
        _settle(row, code, now, None, None, keep=not by_holder)


def _settle(
    row: Case,
    code: str,
    now: datetime,
    only: User | None,
    booking: Booking | None,
    *,
    keep: bool = False,
) -> None:
    """Bring a case up to date after an attempt: code, appointment, when next; let go of it.

    `keep`: somebody else may hold it just now, and goes on unless it is closed.
    """
    rules = rules_of(row.study)
    ends = OUTCOMES[code].is_final
    waiting = row.appointments.filter(is_open=True)
    if ends or booking is not None:
        waiting.update(is_open=False)
    else:
        soon = now + timedelta(minutes=rules.calls.early)
        waiting.filter(at__lte=soon).update(is_open=False)
    if booking is not None and not ends:
        Appointment.objects.create(
            case=row, at=booking.at, is_hard=booking.is_hard, only=only, made=now
        )
    if not keep or ends:
        _let_go(row)
    row.is_queued = False
    refresh(row, rules, now)
    row.save()


def refresh(row: Case, rules: FieldRules, now: datetime) -> None:
    """Set what is kept of a case's attempts on its row (unsaved): code, closed, number, ready."""
    value = queries.as_cases([row], now)[row.pk]
    sent_back = row.attempts.filter(voided__isnull=False).exists()
    row.code = final_code(value.attempts, rules.preset, rules.classes, sent_back=sent_back)
    row.is_closed = is_closed(value.attempts)
    row.n_attempts = len(value.attempts)
    is_called = not row.is_closed and hasattr(row, "contact")  # who left no number is not called
    row.ready_at = queries.ready_at(value, rules.calls, now) if is_called else None


def refresh_study(study: Study, now: datetime) -> int:
    """Reckon anew when each open case is ready: after the rules of a study changed."""
    rules, n = rules_of(study), 0
    with transaction.atomic():
        open_cases = Case.objects.filter(study=study, is_closed=False, contact__isnull=False)
        rows = list(Case.objects.select_for_update().filter(pk__in=open_cases.values("pk")))
        for start in range(0, len(rows), 500):
            part = rows[start : start + 500]
            values = queries.as_cases(part, now)
            for row in part:
                row.ready_at = queries.ready_at(values[row.pk], rules.calls, now)
            Case.objects.bulk_update(part, ["ready_at"])
            n += len(part)
    return n


# ---- appointments


def why_not_then(row: Case, at: datetime, now: datetime) -> list[Block]:
    """Why no appointment can be made for a time: past, outside legal hours or the field period."""
    rules = rules_of(row.study).calls
    if at <= now:
        return [Block("past")]
    person = calls.Case(row.key, zone=row.zone)
    return why_not(person, rules, at)


def book(
    row: Case, booking: Booking, now: datetime, *, actor: User, only: User | None = None
) -> Appointment:
    """An appointment for a case in place of the one it had; NotThen if the rules forbid it."""
    with transaction.atomic():
        row = Case.objects.select_for_update().select_related("study").get(pk=row.pk)
        faults = why_not_then(row, booking.at, now)
        if faults or row.is_closed:
            raise NotThen(faults or [Block("closed", what=row.code)])
        row.appointments.filter(is_open=True).update(is_open=False)
        made = Appointment.objects.create(
            case=row, at=booking.at, is_hard=booking.is_hard, only=only, made=now
        )
        refresh(row, rules_of(row.study), now)
        row.save()
        event("appointment-made", now, actor=actor, study=str(row.study_id), subject=row.key)
    return made


def _bar(row: Case, now: datetime, user: User) -> None:
    if hasattr(row, "contact"):
        bar_case(row, "asked", now, actor=user)
    row.is_barred = True
    row.save(update_fields=["is_barred"])


def may_choose(code: str) -> bool:
    """Whether an interviewer may enter an outcome by hand."""
    return code in CALL_ROOM
