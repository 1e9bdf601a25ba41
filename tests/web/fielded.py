"""A small invented field for tests: visitors, cases, calls and interviews, through the actions."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from atbalss.answers.record import as_text
from atbalss.interview.page import page
from atbalss.interview.path import is_put, path
from atbalss.rehearsal.robots import rehearse
from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Centre, Role
from atbalss_web.cases.models import Attempt, Case, Visit
from atbalss_web.runner import actions
from atbalss_web.runner.queries import context_of
from atbalss_web.runner.record import as_record
from atbalss_web.studies.queries import questionnaire_of

START = datetime(2026, 10, 5, 7, tzinfo=UTC)
PASSWORD = "gara-un-droša-parole"
CODES = ("3.13", "2.112", "2.112b", "2.222", "4.32", "2.34")


def willing(version, n, seed):
    """Records of robots that did not refuse at the first question."""
    found = rehearse(questionnaire_of(version.pk), 2 * n, seed).records
    return [record for record in found if len(record.answers) > 12]


def interview(version, record, now, *, case=None, mode="phone", kind="real", finish=True):
    """An interview through the runner's actions, answered as a robot's record says."""
    questionnaire = questionnaire_of(version.pk)
    made = actions.start(version, now, lang="lv", mode=mode, kind=kind, case=case)
    for number in range(200):
        made.refresh_from_db()
        current = as_record(questionnaire, made.key, made.record)
        context = context_of(made, now)
        name = path(questionnaire, current, context).next
        if name is None:
            break
        shown = page(questionnaire, current, name, "lv", context)
        posted = {
            item.name: as_text(record.answers.get(item.name)).split(" ")
            if item.kind.value == "select_multiple"
            else as_text(record.answers.get(item.name))
            for item in shown.items
            if is_put(questionnaire.by_name[item.name])
        }
        moment = now + timedelta(seconds=12 * (number + 1))
        done = actions.answer(made.token, posted, moment, page=name, seconds=9.5)
        assert not done.problems, [(p.code, p.where.column) for p in done.problems]
    return actions.finish(made.token, now + timedelta(minutes=9), enter=False) if finish else made


def fill(version, organisation, *, n=24, seed=1, mode="every_kth"):
    """Two centres, two interviewers, `n` invited visitors who agreed, calls and interviews."""
    study = version.study
    study.is_invented = True
    study.rules = {"e": "casro"}
    study.save()
    rng = random.Random(seed)
    centres = [
        Centre.objects.get_or_create(organisation=organisation, code=code, defaults={"name": name})[
            0
        ]
        for code, name in (("ogre", "Ogre"), ("saldus", "Saldus"))
    ]
    callers = [
        add_person(name, PASSWORD, organisation, Role.INTERVIEWER) for name in ("ilze", "juris")
    ]
    records = iter(willing(version, n, seed))
    for number in range(n * 2):
        centre = centres[number % 2]
        at = START + timedelta(minutes=10 * number)
        invited = number % 8 != 7
        agreed = invited and number % 4 < 2
        visit = Visit.objects.create(
            study=study,
            centre=centre,
            at=at,
            day=at.date(),
            number=number + 1,
            is_invited=invited,
            has_agreed=agreed if invited else None,
            mode=mode,
        )
        if not agreed:
            continue
        case = Case.objects.create(
            study=study, key=f"k{number:04}", centre=centre, visit=visit, lang="lv", made=at
        )
        _call(version, case, rng, callers[number // 4 % 2], records, at + timedelta(hours=3))
    return study


def _call(version, case, rng, caller, records, at):
    code, minutes = rng.choice(CODES), 2
    if rng.random() < 0.6:
        case.refresh_from_db()
        code = interview(version, next(records), at, case=case).code
        minutes = 10
    Attempt.objects.create(
        case=case,
        at=at,
        ended=at + timedelta(minutes=minutes),
        code=code,
        by=caller,
        once=f"once-{case.key}",
    )
    Case.objects.filter(pk=case.pk).update(code=code, n_attempts=1, is_closed=code == "1.1")
