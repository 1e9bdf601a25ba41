"""Two organisations with the same work, each marked by words that the other never shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from atbalss_web.accounts.models import Centre, Membership, Organisation, Role, User
from atbalss_web.accounts.seal import new_key
from atbalss_web.cases.invitations import add_contact
from atbalss_web.cases.models import Appointment, Attempt, Visit
from atbalss_web.codingdesk.actions import Said, decide
from atbalss_web.codingdesk.book import book_of
from atbalss_web.codingdesk.framing import begin
from atbalss_web.codingdesk.quoting import choose
from atbalss_web.desk.actions import day_of
from atbalss_web.runner.actions import start
from atbalss_web.runner.models import Interview
from atbalss_web.studies.actions import open_folder
from atbalss_web.studies.models import QuotaCell, StudyCentre, Version

FOLDER = Path(__file__).resolve().parents[2] / "studies" / "vpvkac"
IN_CENTRE = (Role.CLERK, Role.MANAGER)


@dataclass
class Seeded:
    """An organisation with a person of each role, two centres, a study and its work."""

    organisation: Organisation
    centres: list[Centre]
    version: Version
    people: dict[str, User]
    tokens: list[str] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """The word in everything that belongs to this organisation."""
        return f"zime{self.organisation.slug}"


def seed(slug: str, digit: int) -> Seeded:
    """An organisation in the middle of its fieldwork."""
    now = timezone.now()
    mark = f"zime{slug}"
    organisation = Organisation.objects.create(name=f"Iestāde {mark}", slug=slug)
    centres = [
        Centre.objects.create(
            organisation=organisation, code=f"{slug}-{n}", name=f"Vieta{n} {mark}"
        )
        for n in (1, 2)
    ]
    people = {}
    for role in Role.values:
        user = User.objects.create(username=f"{mark}-{role}", langs=["lv"], lang="lv")
        centre = centres[0] if role in IN_CENTRE else None
        Membership.objects.create(user=user, organisation=organisation, role=role, centre=centre)
        people[role] = user
    version = open_folder(FOLDER, organisation, now)
    study = version.study
    study.title = dict.fromkeys(("lv", "en", "ru"), f"Aptauja {mark}")
    study.is_open, study.data_key = True, new_key()
    text = dict.fromkeys(("lv", "en", "ru"), f"Piekrītu sarunai {mark}.")
    study.consent = {"version": "1", "text": text}
    study.script = dict.fromkeys(("lv", "en", "ru"), f"Labdien! {mark}")
    study.rules = {"e": "casro"}
    study.save()
    QuotaCell.objects.create(
        study=study, name=f"kvota-{mark}", cell=[["centre", "ogre"]], target=10
    )
    found = Seeded(organisation, centres, version, people)
    for number, centre in enumerate(centres):
        StudyCentre.objects.create(
            study=study, centre=centre, mode="everybody", poster=f"poster{mark}{number}"
        )
        _work(found, centre, 10 * digit + number)
    _open_answers(found)
    return found


def _open_answers(found: Seeded) -> None:
    """Three open answers, one of them coded by the coder and chosen for publication."""
    now, study = timezone.now(), found.version.study
    for number in range(3):
        made = start(found.version, now, lang="lv", mode="web")
        record = made.record | {"answers": {"positives": f"Paldies {found.mark} Ilzei {number}"}}
        Interview.objects.filter(pk=made.pk).update(
            record=record, state="ended", code="1.1", ended=now + timedelta(seconds=number)
        )
    row = begin(study, "positives", now, actor=None)
    key = next(iter(book_of(row).answers))
    decide(row, {key: Said(0, ("kind_attitude",))}, found.people["coder"], now)
    choose(row, key, found.people["analyst"], now)


def _work(found: Seeded, centre: Centre, number: int) -> None:
    """A visit, two cases, an attempt, an appointment, a web and a telephone interview."""
    now, study, caller = timezone.now(), found.version.study, found.people["interviewer"]
    visit = Visit.objects.create(
        study=study,
        centre=centre,
        at=now,
        day=day_of(study, now),
        number=1,
        is_invited=True,
        mode="everybody",
        by=found.people["clerk"],
    )
    for nth, mode in enumerate(("web", "phone")):
        contact = {"name": f"Persona {found.mark}", "phone": f"+371200{number:03d}{nth}0"}
        case = add_contact(study, contact, now, centre=centre, lang="lv")
        interview = start(found.version, now, lang="lv", mode=mode, case=case)
        found.tokens.append(interview.token)
    Attempt.objects.create(
        case=case,
        at=now - timedelta(hours=3),
        ended=now - timedelta(hours=3),
        code="2.21",
        by=caller,
        once=f"once{number}",
    )
    Appointment.objects.create(case=case, at=now + timedelta(hours=2), made=now)
    assert visit.pk
