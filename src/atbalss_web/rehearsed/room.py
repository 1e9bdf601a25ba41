"""The call room of a rehearsal on the site: robots count, invite, hand out, interview and end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from atbalss.answers.missing import WORDS as MISSING
from atbalss.answers.record import Record, as_text
from atbalss.fieldwork.case import Attempt as AttemptValue
from atbalss.fieldwork.outcomes import HARD_REFUSAL
from atbalss.interview.raw import Raw
from atbalss.rehearsal.field import MINUTES_A_QUESTION, Bank, Plan
from atbalss.rehearsal.field_clock import Sitting
from atbalss.rehearsal.field_people import INTERVIEW, People, Visit, Visitor, Worker, dial
from atbalss.study.question import Kind
from atbalss_web.accounts.models import User
from atbalss_web.cases.calling import Booking, NotThen, end_attempt, hand_out
from atbalss_web.cases.contacts import Refusal
from atbalss_web.cases.models import Attempt, Case
from atbalss_web.desk.actions import agree, consent_of, count_visitor, refuse
from atbalss_web.rehearsed.sayings import saying
from atbalss_web.runner.actions import answer, finish, start
from atbalss_web.runner.models import Interview
from atbalss_web.runner.queries import Held
from atbalss_web.studies.models import Study, StudyCentre, Version

NAMES = ("Anna", "Jānis", "Līga", "Pēteris", "Ilze", "Andris", "Inese", "Juris", "Olga", "Sergejs")
FAMILIES = ("Paraugs", "Izdoma", "Piemērs", "Robots", "Atbalss")
PAGE = 8  # answers posted at a time


@dataclass
class _Call:
    case: Case
    record: Record | None = None
    whole: bool = True


class SiteRoom:
    """What robot interviewers work in: the site's actions, with a given clock."""

    def __init__(
        self,
        version: Version,
        plan: Plan,
        people: People,
        bank: Bank,
        users: Mapping[str, User],
        clerks: Mapping[str, User],
    ) -> None:
        self.version, self.study = version, version.study
        self.plan, self.bank, self.users, self.clerks = plan, bank, users, clerks
        self.places: dict[str, StudyCentre] = {
            item.centre.code: item
            for item in StudyCentre.objects.select_related("study", "centre").filter(
                study=version.study
            )
        }
        self._visits = list(reversed(people.visits))
        self._robots = {item.key: item for item in people.visitors}
        self._who: dict[str, Visitor] = {}
        self._calls: dict[str, _Call] = {}

    def arrive(self, now: datetime) -> None:
        """Count, invite and sign up everybody who came until now, as a clerk does."""
        while self._visits and self._visits[-1].at <= now:
            self._counter(self._visits.pop())

    def _counter(self, visit: Visit) -> None:
        clerk = self.clerks[visit.centre]
        row = count_visitor(self.places[visit.centre], f"{visit.centre}-{visit.at:%d%H%M}-"
                            f"{visit.number}", visit.at, clerk)  # fmt: skip
        if not row.is_invited:
            return
        if not visit.has_agreed:
            refuse(row, visit.at, clerk)
            return
        robot = self._robots[visit.key]
        shown = consent_of(self.study, robot.listed_lang)
        nth = len(self._who)
        if shown is None:
            raise ValueError("the study has no consent text")
        try:
            case = agree(
                row,
                shown,
                visit.at,
                clerk,
                phone=f"2{9000000 + nth * 37 % 999_999:07d}",
                name=f"{NAMES[nth % len(NAMES)]} {FAMILIES[nth % len(FAMILIES)]}",
                lang=robot.listed_lang,
                hours=("evening", "saturday") if robot.hours else (),
            )
        except Refusal:
            return
        self._who[case.key] = robot

    def sit(self, worker: Worker, now: datetime) -> Sitting | None:
        """Hand out a case by the site's own action and call it."""
        self.arrive(now)
        user = self.users[worker.name]
        case = hand_out(self.study, user, now)
        if case is None or case.key not in self._who:
            return None
        robot = self._who[case.key]
        attempts = [
            AttemptValue(item.ended, item.code)
            for item in Attempt.objects.filter(case=case).order_by("ended")
        ]
        promised = case.held_reason == "appointment"
        reply = dial(
            robot, attempts, now, self.plan.rules.zone, worker, self.plan.customs, promised=promised
        )
        call = self._calls[case.key] = _Call(case)
        minutes = reply.minutes
        if reply.code == INTERVIEW:
            index = self.bank.draw(robot.seed)
            call.whole = hash_share(robot.seed, len(attempts)) >= self.plan.customs.breaks_off
            call.record, said, _ = self.bank.upto(index, 1.0 if call.whole else 0.4)
            minutes += 2 + MINUTES_A_QUESTION * said
        return Sitting(case.key, reply.code, minutes, case.held_reason, reply.appointment)

    def end(self, worker: Worker, sitting: Sitting, began: datetime, now: datetime) -> None:
        """Answer and end the interview, or enter the outcome of the call."""
        call, user = self._calls.pop(sitting.key), self.users[worker.name]
        lease = call.case.lease
        if call.record is not None:
            self._interview(call, user, began, now)
            return
        booking = None
        if sitting.appointment is not None and sitting.appointment.at > now:
            booking = Booking(sitting.appointment.at, sitting.appointment.is_hard)
        bar = sitting.code == HARD_REFUSAL
        try:
            end_attempt(lease, user, sitting.code, now, booking=booking, bar=bar)
        except NotThen:
            end_attempt(lease, user, sitting.code, now)

    def _interview(self, call: _Call, user: User, began: datetime, now: datetime) -> None:
        assert call.record is not None
        lang = self._who[call.case.key].lang
        made = start(self.version, began, lang=lang, mode="phone", case=call.case, actor=user)
        door = Held(call.case.lease, user.pk)
        who = self._who[call.case.key]
        pages = list(_pages(self.bank, call.record, who.lang, who.seed, whole=call.whole))
        for index, posted in enumerate(pages):
            at = began + (now - began) * (index + 1) / (len(pages) + 1)
            seconds = (now - began).total_seconds() / (len(pages) + 1)
            answer(door, posted, at, page=next(iter(posted)), lang=lang, seconds=seconds,
                   reasons=dict.fromkeys(posted, "robots"), mode="phone")  # fmt: skip
        if Interview.objects.get(pk=made.pk).state == "open":
            finish(door, now, actor=user, mode="phone")


def hash_share(seed: str, nth: int) -> float:
    """A number from 0 to 1 by chance of a seed."""
    import random

    return random.Random(f"interview:{seed}:{nth}").random()  # noqa: S311 - robots, no secret


def _pages(
    bank: Bank, record: Record, lang: str, seed: str, *, whole: bool
) -> list[dict[str, Raw]]:
    """What is posted, some questions at a time, in the questionnaire's order."""
    posted: list[tuple[str, Raw]] = []
    for question in bank.questionnaire.questions:
        if question.kind is Kind.NOTE and whole:
            posted.append((question.name, None))
        elif question.name in record.answers:
            text = as_text(record.answers[question.name])
            if question.kind is Kind.TEXT and text not in MISSING:
                text = saying(question, lang, seed) or text
            raw: Raw = text.split() if question.kind is Kind.MULTIPLE else text
            posted.append((question.name, raw))
        elif question.name in record.passed and whole:
            posted.append((question.name, None))
    return [dict(posted[at : at + PAGE]) for at in range(0, len(posted), PAGE)]


def plan_of(study: Study, plan: Plan) -> Plan:
    """A plan with the places and languages of a study."""
    codes = StudyCentre.objects.filter(study=study).values_list("centre__code", flat=True)
    return replace(plan, centres=tuple(sorted(codes)), langs=tuple(study.langs))
