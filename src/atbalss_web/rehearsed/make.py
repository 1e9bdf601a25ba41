"""Filling a site so that it stands in the middle of a rehearsed fieldwork. Everything is invented."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password
from django.db import connection

from atbalss.rehearsal.field import Plan, bank_of, people_of
from atbalss.rehearsal.field_clock import run
from atbalss.rehearsal.field_people import Worker
from atbalss_web.accounts.models import Centre, Membership, Organisation, Role, User
from atbalss_web.accounts.views import DEMO_PASSWORD
from atbalss_web.codingdesk.book import asked, open_questions
from atbalss_web.codingdesk.framing import begin
from atbalss_web.rehearsed.room import SiteRoom, plan_of
from atbalss_web.studies.actions import open_folder
from atbalss_web.studies.models import Study, StudyCentre, Version
from atbalss_web.studies.queries import questionnaire_of

PLACES = ("Priežkalns", "Upeslīcis", "Bērzaine", "Kalnamuiža", "Ozolpils", "Ezermala")
INTERVIEWERS = 5
DAYS = 10
CONSENT = {
    "version": "1",
    "text": {
        "lv": "Piekrītu, ka man viena mēneša laikā piezvana par šo apmeklējumu. Numuru pēc aptaujas izdzēš.",
        "en": "I agree to be called about this visit within a month. The number is erased after the survey.",
        "ru": "Я согласен(на), что мне позвонят об этом посещении в течение месяца. Номер после опроса удалят.",
    },
}  # fmt: skip
SCRIPT = {
    "lv": "Labdien! Zvanu par Jūsu apmeklējumu klientu centrā. Vai varam dažas minūtes parunāt?",
    "en": "Good day! I am calling about your visit to the service centre. Do you have a few minutes?",
    "ru": "Здравствуйте! Звоню о Вашем посещении центра. Найдётся ли у Вас несколько минут?",
}


def make(folder: Path, now: datetime, *, cases: int = 90, seed: int = 1) -> Study:
    """An invented organisation with centres, logins and a study in the middle of its fieldwork.

    The clock is made up: fieldwork began some days before `now`. ValueError if the site has it.
    """
    if Organisation.objects.filter(slug="paraugs").exists():
        raise ValueError("the site has the example already")
    organisation = Organisation.objects.create(name="Paraugu institūts", slug="paraugs")
    places = [
        Centre.objects.create(organisation=organisation, code=f"c{i}", name=name)
        for i, name in enumerate(PLACES, 1)
    ]
    began = now - timedelta(days=DAYS)
    version = open_folder(folder, organisation, began)
    study = _described(version, began)
    for place in places:
        StudyCentre.objects.create(study=study, centre=place, mode="every_kth", k=2, start=1)
    plan = plan_of(
        study,
        Plan(start=began.date(), days=DAYS, cases=cases, interviewers=INTERVIEWERS),
    )
    people = people_of(plan, seed)
    users = _interviewers(organisation, people.workers)
    clerks = _others(organisation, places)
    _hurry(True)
    try:
        bank = bank_of(questionnaire_of(version.pk), plan, seed)
        room = SiteRoom(version, plan, people, bank, users, clerks)
        run(room, people.workers, plan.start, plan.last, plan.rules.zone, wait=120)
        room.arrive(now)
        for question in open_questions(asked(study)):
            if question.frame is not None:
                begin(study, question.name, began, actor=None)
    finally:
        _hurry(False)
    return study


def _described(version: Version, began: datetime) -> Study:
    study = version.study
    day = began.astimezone(ZoneInfo("Europe/Riga")).date()
    study.is_open = study.is_invented = True
    study.consent, study.script = CONSENT, SCRIPT
    study.rules = {
        **study.rules,
        "first_day": day.isoformat(),
        "last_day": (day + timedelta(days=28)).isoformat(),
    }
    study.save()
    return study


@lru_cache(maxsize=1)
def _password() -> str:
    """The hash of the one password, made once: it is slow by intent."""
    return make_password(DEMO_PASSWORD)


def _person(
    name: str,
    organisation: Organisation,
    role: Role,
    *,
    centre: Centre | None = None,
    langs: tuple[str, ...] = ("lv",),
    skills: tuple[str, ...] = (),
) -> User:
    user = User.objects.create(
        username=name, password=_password(), langs=list(langs), skills=list(skills)
    )
    Membership.objects.create(user=user, organisation=organisation, centre=centre, role=role)
    return user


def _interviewers(organisation: Organisation, workers: tuple[Worker, ...]) -> dict[str, User]:
    return {
        item.name: _person(
            f"intervetajs{index}",
            organisation,
            Role.INTERVIEWER,
            langs=tuple(sorted(item.langs)),
            skills=tuple(sorted(item.skills)),
        )
        for index, item in enumerate(workers, 1)
    }


def _others(organisation: Organisation, places: list[Centre]) -> dict[str, User]:
    """One login a role beside the interviewers; a clerk at each centre."""
    names = {
        "vaditajs": Role.SUPERVISOR,
        "kodetajs": Role.CODER,
        "analitikis": Role.ANALYST,
        "pasutitajs": Role.CLIENT,
        "administrators": Role.ADMINISTRATOR,
    }
    for name, role in names.items():
        _person(name, organisation, role)
    _person("centravaditajs", organisation, Role.MANAGER, centre=places[0])
    return {
        place.code: _person(f"darbinieks{index}", organisation, Role.CLERK, centre=place)
        for index, place in enumerate(places, 1)
    }


def _hurry(on: bool) -> None:
    """SQLite need not wait for the disk while invented data are made."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={'OFF' if on else 'FULL'}")
