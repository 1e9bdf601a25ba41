"""Answers, codes and calls of a study in the field, joined into a wave of the report's plan."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from zoneinfo import ZoneInfo

import polars as pl
from django.db import connection, transaction

from atbalss.fieldwork.state import Fieldwork
from atbalss.plan import LiveWave
from atbalss.problems import Refused, problem
from atbalss_web.cases.extract import attempt_rows, case_rows, fieldwork
from atbalss_web.codingdesk.extract import Coded, coded
from atbalss_web.runner.extract import answers, by_mode, digest, span
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import rules_of

WAVE = "field"


def live_wave(name: str, organisation: str = "") -> LiveWave:
    """The wave of the study called `name`, read in one transaction; Refused where there is none."""
    with transaction.atomic():
        if connection.vendor == "postgresql" and len(connection.savepoint_ids) == 0:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return wave_of(named(name, organisation))


def named(name: str, organisation: str = "") -> Study:
    """The study in the field by its name; Refused if there is none, or several."""
    found = Study.objects.filter(slug=name).select_related("organisation").order_by("id")
    if organisation:
        found = found.filter(organisation__slug=organisation)
    held = [item for item in found if item.wave == WAVE] or list(found)
    if not held:
        raise Refused([problem("folder-field-none", study=name)])
    if len(held) > 1:
        known = ", ".join(item.organisation.slug for item in held)
        raise Refused([problem("folder-field-several", study=name, known=known)])
    return held[0]


def wave_of(study: Study) -> LiveWave:
    """A study's wave: its answers, how it was fielded, and one fingerprint of all that was read."""
    table = answers(study)
    if table.height == 0:
        raise Refused([problem("folder-field-empty", study=study.slug)])
    found = fieldwork(study, by_mode(study))
    start, end = _days(study, found)
    told = coded(study)
    return LiveWave(
        table,
        found,
        fingerprint_of(study, table, told),
        codes=told.codes if told else None,
        start=start,
        end=end,
        invented=study.is_invented,
        coded=told.counts if told else (),
        quotes=told.quotes if told else None,
        code_frames=told.frames if told else {},
    )


def fingerprint_of(study: Study, table: pl.DataFrame, told: Coded | None = None) -> str:
    """A fingerprint of answers, cases with their outcomes, attempts, visits and codes."""
    cases = [asdict(row) for row in case_rows(study)]
    found = fieldwork(study, {})
    counts = [(item.centre, item.visitors, item.invited, item.agreed) for item in found.counters]
    rows = table.select("id", *sorted(set(table.columns) - {"id"})).rows()
    coding = [] if told is None else [told.codes.rows(), repr(told.frames), repr(told.quotes)]
    parts = sorted(table.columns), rows, cases, attempt_rows(study), counts, study.rules
    return digest(*parts, *coding)


def _days(study: Study, found: Fieldwork) -> tuple[date | None, date | None]:
    """First and last day of fieldwork: of visits and calls, or else of the interviews."""
    zone = ZoneInfo(rules_of(study).calls.zone)
    began, ended = (
        moment.astimezone(zone).date() if moment is not None else None for moment in span(study)
    )
    firsts = [day for day in (found.first_day, began) if day is not None]
    lasts = [day for day in (found.last_day, ended) if day is not None]
    return min(firsts, default=None), max(lasts, default=None)
