"""Keeping to retention dates: what a nightly timer runs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from atbalss_web.cases.privacy import destroy, due, scrub
from atbalss_web.jobs.backup import write_keys

CLOCK = ZoneInfo("Europe/Riga")


def keep_to_dates(keys: Path, now: datetime) -> dict[str, dict[str, int]]:
    """Destroy contacts whose date has come, and their keys in the key file too; counts a study."""
    found = due(now.astimezone(CLOCK).date())
    done = {str(study): destroy(study, now) for study in found}
    if done:
        write_keys(keys)
        scrub()
    return done
