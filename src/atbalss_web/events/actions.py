"""Writing the log: one row for what an action did, in the action's own transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from atbalss_web.events.models import Event


def record(
    name: str,
    at: datetime,
    *,
    actor: AbstractBaseUser | None = None,
    study: str = "",
    subject: str = "",
    **data: Any,
) -> Event:
    """Append one event; `data` holds codes, keys and counts, never a name or a number."""
    return Event.objects.create(
        name=name, at=at, actor=actor, study=study, subject=subject, data=data
    )
