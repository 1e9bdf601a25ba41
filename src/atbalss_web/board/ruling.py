"""Changing how a study is fielded while it is: its rules, ways of inviting, targets of quotas."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from atbalss.fieldwork.invite import Mode
from atbalss.fieldwork.rules import read_rules
from atbalss.problems import Place, Problem, Refused, problem
from atbalss_web.accounts.models import User
from atbalss_web.cases.calling import refresh_study
from atbalss_web.events.actions import record as event
from atbalss_web.events.models import Event
from atbalss_web.studies.models import QuotaCell, Study, StudyCentre

CHANGED = "rules-changed"
MOST_K = 10_000


class Stale(Exception):  # noqa: N818 - a refusal, no fault
    """Somebody else changed the rules since they were shown: nothing was saved."""


@dataclass(frozen=True)
class Wanted:
    """How a study is to be fielded.

    `rules` are plain values as a study keeps them; `places` (mode, k, start) and `targets` are by
    the row's key. A number that is none stays as it was typed.
    """

    rules: Mapping[str, Any]
    places: Mapping[int, tuple[str, Any, Any]] = field(default_factory=dict)
    targets: Mapping[int, Any] = field(default_factory=dict)


def present(study: Study) -> Wanted:
    """How a study is fielded now."""
    places = {row.pk: (row.mode, row.k, row.start) for row in places_of(study)}
    return Wanted(study.rules, places, {row.pk: row.target for row in study.quotas.order_by("id")})


def places_of(study: Study) -> list[StudyCentre]:
    """The centres of a study by name."""
    return list(study.centres.select_related("centre").order_by("centre__name", "pk"))


def mark_of(wanted: Wanted) -> str:
    """A mark that changes with anything in it."""
    parts = [dict(wanted.rules), sorted(wanted.places.items()), sorted(wanted.targets.items())]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def faults_of(study: Study, wanted: Wanted) -> list[Problem]:
    """Everything wrong with how a study is to be fielded; `where.column` names the field."""
    found = read_rules(wanted.rules)[1]
    for place in places_of(study):
        mode, k, start = wanted.places.get(place.pk, ("choice", 1, 1))
        whole = isinstance(k, int) and isinstance(start, int)
        if mode not in [item.value for item in Mode] or not (whole and 1 <= start <= k <= MOST_K):
            where = Place(column=f"place-{place.pk}")
            found.append(problem("fieldwork-invite", where, name=place.centre.name))
    for cell in study.quotas.order_by("id"):
        target = wanted.targets.get(cell.pk, cell.target)
        taken = cell.done + cell.reserved
        if not isinstance(target, int) or not taken <= target <= 10**6:
            where = Place(column=f"target-{cell.pk}")
            words = {"name": cell.name, "target": str(target)[:20], "taken": str(taken)}
            found.append(problem("fieldwork-quota", where, **words))
    return found


def change(study: Study, wanted: Wanted, seen: str, now: datetime, *, actor: User) -> list[str]:
    """Field a study otherwise from now on: what was changed.

    The next hand-out follows the new rules; a case that is held stays held. Refused with problems,
    or Stale if the rules are no longer those that were `seen`; then nothing is changed.
    """
    with transaction.atomic():
        study = Study.objects.select_for_update().get(pk=study.pk)
        cells = list(QuotaCell.objects.select_for_update().filter(study=study).order_by("id"))
        before = present(study)
        if mark_of(before) != seen:
            raise Stale
        problems = faults_of(study, wanted)
        if problems:
            raise Refused(problems)
        changes = _differences(study, before, wanted)
        if not changes:
            return []
        study.rules = dict(wanted.rules)
        study.save(update_fields=["rules"])
        for place in places_of(study):
            place.mode, place.k, place.start = wanted.places[place.pk]
            place.save(update_fields=["mode", "k", "start"])
        for cell in cells:
            cell.target = wanted.targets.get(cell.pk, cell.target)
            cell.save(update_fields=["target"])
        event(CHANGED, now, actor=actor, study=str(study.pk), subject=study.slug, changes=changes)
    refresh_study(study, now)  # apart: it locks cases, which calls lock before quotas
    return [item[0] for item in changes]


def _differences(study: Study, old: Wanted, new: Wanted) -> list[list[Any]]:
    """[what, before, after] of each thing that differs."""
    found = [
        [key, old.rules.get(key), new.rules.get(key)]
        for key in sorted({*old.rules, *new.rules})
        if old.rules.get(key) != new.rules.get(key)
    ]
    for place in places_of(study):
        was, is_now = list(old.places[place.pk]), list(new.places[place.pk])
        if was != is_now:
            found.append([f"centre {place.centre.code}", was, is_now])
    for cell in study.quotas.order_by("id"):
        if new.targets.get(cell.pk, cell.target) != cell.target:
            found.append([f"quota {cell.name}", cell.target, new.targets[cell.pk]])
    return found


def history(study: Study) -> list[Event]:
    """Who changed the rules and when, the latest first."""
    rows = Event.objects.filter(study=str(study.pk), name=CHANGED).select_related("actor")
    return list(rows.order_by("-at", "-pk")[:30])
