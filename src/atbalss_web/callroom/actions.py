"""Ending a call: what was begun of the interview is set aside, then the attempt is entered."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from atbalss.fieldwork.outcomes import BREAK_OFF, HARD_REFUSAL, OUTCOMES, PARTIAL, SOFT_REFUSAL
from atbalss_web.accounts.models import User
from atbalss_web.cases.calling import Booking, end_attempt
from atbalss_web.cases.models import Attempt
from atbalss_web.runner.actions import set_aside
from atbalss_web.runner.queries import Held


def end_call(
    lease: str,
    user: User,
    code: str,
    now: datetime,
    *,
    note: str = "",
    booking: Booking | None = None,
    bar: bool = False,
) -> Attempt:
    """Enter how a call ended, in one transaction with the interview that it may have begun.

    An interview that was begun and will not go on is a partial one or a break-off by its
    threshold, whatever was chosen; only a refusal for good stays that where it is a break-off.
    One that was begun and is put off by an appointment is a break-off that may be resumed.
    """
    with transaction.atomic():
        over = OUTCOMES[code].is_final or code == SOFT_REFUSAL
        reached = set_aside(Held(lease, user.pk), now, over=over and booking is None)
        if reached == PARTIAL or (reached == BREAK_OFF and code != HARD_REFUSAL):
            code = reached
        return end_attempt(lease, user, code, now, note=note, booking=booking, bar=bar)
