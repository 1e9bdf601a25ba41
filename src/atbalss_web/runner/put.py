"""Writing an answered page in one go, if the interview is still as it was read.

Most pages meet nobody: one person answers one interview. So no lock is held while rules are worked
out; what is written holds only where nothing was written in between: `step` counts the changes of
the record, and the state and the quota places are as they were. Whoever comes second is told so,
and asks again under the row's lock.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from atbalss_web.runner.models import Interview, Step

_KEPT = ("record", "lang", "mode", "step", "touched", "state", "code", "ended", "quotas")
_LOGGED = ("number", "at", "page", "lang", "mode", "seconds", "what", "by_id")
_SET = ", ".join(f"{name} = %s" for name in _KEPT)
_UPDATE = (
    f"UPDATE runner_interview SET {_SET}"  # noqa: S608 - names of our own columns
    " WHERE id = %s AND step = %s AND quotas = %s AND state = 'open'"
)
_INSERT = f"INSERT INTO runner_step (interview_id, {', '.join(_LOGGED)})"
_PLACES = ", ".join(["%s"] * len(_LOGGED))
_BOTH = f"WITH one AS ({_UPDATE} RETURNING id) {_INSERT} SELECT id, {_PLACES} FROM one"  # noqa: S608


def put(interview: Interview, step: Step, read: tuple[int, list[str]]) -> bool:
    """Save an interview and its new step, durable when it returns; False if it is not as `read`.

    `read` is the number of steps and the quota places that the row had. PostgreSQL does it in one
    statement.
    """
    kept = _values(interview, _KEPT)
    places = Interview._meta.get_field("quotas").get_db_prep_save(read[1], connection)
    kept += [interview.pk, read[0], places]
    logged = _values(step, _LOGGED)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_BOTH, kept + logged)
            return bool(cursor.rowcount == 1)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_UPDATE, kept)
        if cursor.rowcount != 1:
            return False
        cursor.execute(f"{_INSERT} VALUES (%s, {_PLACES})", [interview.pk, *logged])
    return True


def _values(row: Model, names: Iterable[str]) -> list[Any]:
    field = row._meta.get_field
    return [
        field(name.removesuffix("_id")).get_db_prep_save(getattr(row, name), connection)
        for name in names
    ]
