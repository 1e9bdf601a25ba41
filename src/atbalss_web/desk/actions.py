"""The counter: a visitor counted, invited, agreeing or not; each in one transaction."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import Max

from atbalss.fieldwork.calls import Hours
from atbalss.fieldwork.invite import Mode, is_invited
from atbalss.fieldwork.rules import hours_of
from atbalss_web.accounts.models import User
from atbalss_web.accounts.seal import keyed_hash
from atbalss_web.cases.contacts import Refusal
from atbalss_web.cases.invitations import add_case, add_contact
from atbalss_web.cases.models import Case, Consent, Visit
from atbalss_web.events.actions import record as event
from atbalss_web.events.models import Event
from atbalss_web.runner.actions import start
from atbalss_web.runner.models import Interview
from atbalss_web.studies.models import Study, StudyCentre
from atbalss_web.studies.queries import invitation_rule, live_version, quota_open, rules_of
from atbalss_web.texts import LANGS

MINUTE = timedelta(seconds=60)
HOURS: dict[str, dict[str, object]] = {
    "morning": {"from": "09:00", "to": "12:00", "days": [0, 1, 2, 3, 4]},
    "day": {"from": "12:00", "to": "17:00", "days": [0, 1, 2, 3, 4]},
    "evening": {"from": "17:00", "to": "20:00", "days": [0, 1, 2, 3, 4]},
    "saturday": {"from": "10:00", "to": "18:00", "days": [5]},
}


def hours_at(study: Study) -> tuple[str, ...]:
    """The hours that a client may ask for: those in which the study may call at all."""
    legal = rules_of(study).calls.legal
    wanted = {key: hours_of(value) for key, value in HOURS.items()}

    def meet(own: Hours, other: Hours) -> bool:
        return bool(own.days & other.days) and own.start < other.end and other.start < own.end

    return tuple(key for key, own in wanted.items() if any(meet(own, item) for item in legal))


@dataclass(frozen=True)
class Shown:
    """The consent text that a person was shown: its version, language and words."""

    version: str
    lang: str
    text: str

    @property
    def digest(self) -> str:
        """SHA-256 of the words, by which the record tells what was agreed to."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def consent_of(study: Study, lang: str) -> Shown | None:
    """The study's consent text in a language, else in its first; None if it has none."""
    texts = study.consent.get("text") or {}
    for code in (lang, *study.langs, *texts):
        if str(texts.get(code, "")).strip():
            return Shown(str(study.consent.get("version", "1"))[:40], code, str(texts[code]))
    return None


def langs_of(study: Study) -> tuple[str, ...]:
    """The site's languages in which a client can take part: those of the questionnaire."""
    return tuple(code for code in LANGS if code in study.langs) or LANGS


def day_of(study: Study, now: datetime) -> date:
    """The day at the counter, on the study's clock."""
    return now.astimezone(ZoneInfo(rules_of(study).calls.zone)).date()


def known_at(place: StudyCentre) -> dict[str, str]:
    """Answers known of whoever comes to a centre: the question that the study's rules name."""
    question = place.study.rules.get("centre_question")
    return {str(question): place.centre.code} if question else {}


def count_visitor(
    place: StudyCentre, once: str, now: datetime, by: User, *, chosen: bool | None = None
) -> Visit:
    """Count the next visitor and decide whether to invite; the same `once` again is the same one.

    `chosen` is the clerk's own choice, asked for only where the centre's mode leaves it to him.
    """
    with transaction.atomic():
        place = StudyCentre.objects.select_for_update(no_key=True, of=("self",)).get(pk=place.pk)
        study, day = place.study, day_of(place.study, now)
        mine = Visit.objects.filter(study=study, centre=place.centre)
        before = mine.filter(once=once).first() if once else None
        if before is not None:
            return before
        highest = mine.filter(day=day).aggregate(n=Max("number"))["n"] or 0
        rule = invitation_rule(place)
        if rule.mode is Mode.CHOICE:
            invited = bool(chosen)
        else:
            is_open = rule.mode is not Mode.QUOTA or quota_open(study, known_at(place))
            invited = is_invited(rule, highest + 1, quota_open=is_open)
        visit = Visit.objects.create(
            study=study,
            centre=place.centre,
            at=now,
            day=day,
            number=highest + 1,
            is_invited=invited,
            mode=rule.mode.value,
            by=by,
            once=once or secrets.token_hex(16),
        )
        _told("visitor-counted", visit, now, by)
    return visit


def _told(name: str, visit: Visit, now: datetime, by: User) -> None:
    event(
        name,
        now,
        actor=by,
        study=str(visit.study_id),
        subject=f"visit {visit.pk}",
        centre=visit.centre.code,
        number=visit.number,
        is_invited=visit.is_invited,
        has_agreed=visit.has_agreed,
    )


def _locked(visit: Visit) -> Visit:
    return (
        Visit.objects.select_related("study", "centre")
        .select_for_update(of=("self",))
        .get(pk=visit.pk)
    )


def refuse(visit: Visit, now: datetime, by: User) -> Visit:
    """Count a refusal. Twice is no change; an agreement is not turned into a refusal."""
    with transaction.atomic():
        visit = _locked(visit)
        if visit.is_invited and visit.has_agreed is None:
            _answered(visit, False, now, by)
    return visit


def _answered(visit: Visit, agreed: bool, now: datetime, by: User) -> None:
    visit.has_agreed, visit.answered = agreed, now
    visit.save(update_fields=["has_agreed", "answered"])
    _told("visitor-agreed" if agreed else "visitor-refused", visit, now, by)


def already_in(visit: Visit, now: datetime, by: User) -> Visit:
    """The visitor is in the study already: he was not to be invited again."""
    with transaction.atomic():
        visit = _locked(visit)
        if visit.is_invited and visit.has_agreed is None:
            visit.is_invited = False
            visit.save(update_fields=["is_invited"])
            _told("visitor-known", visit, now, by)
    return visit


def agree(
    visit: Visit,
    shown: Shown,
    now: datetime,
    by: User,
    *,
    phone: str,
    name: str = "",
    lang: str = "",
    hours: tuple[str, ...] = (),
) -> Case:
    """Case, sealed contact, consent and visit in one transaction; twice is one case.

    Refusal, as `add_contact`; "not-invited" for a visitor who was not invited or has refused.
    """
    with transaction.atomic():
        visit = _locked(visit)
        held = Case.objects.filter(visit=visit).first()
        if held is not None:
            return held
        if not visit.is_invited or visit.has_agreed is not None:
            raise Refusal("not-invited")
        case = add_contact(
            visit.study,
            {"phone": phone, "name": name},
            now,
            centre=visit.centre,
            visit=visit,
            lang=lang,
            hours=[HOURS[item] for item in hours if item in HOURS],
            sample=_sample(visit),
            actor=by,
        )
        _consent(case, shown, "desk", now, by)
        _answered(visit, True, now, by)
    return case


def agree_to_link(visit: Visit, shown: Shown, now: datetime, by: User, *, lang: str) -> Interview:
    """A case without contact and an interview of its own for who answers by himself."""
    with transaction.atomic():
        visit = _locked(visit)
        case = Case.objects.filter(visit=visit).first()
        if case is None:
            if not visit.is_invited or visit.has_agreed is not None:
                raise Refusal("not-invited")
            case = add_case(
                visit.study,
                now,
                centre=visit.centre,
                visit=visit,
                lang=lang,
                sample=_sample(visit),
                is_called=False,
                actor=by,
            )
            _consent(case, shown, "desk", now, by)
            _answered(visit, True, now, by)
        return _interview(case, lang, now)


def _sample(visit: Visit) -> dict[str, str]:
    return known_at(StudyCentre.objects.get(study=visit.study, centre=visit.centre))


def _interview(case: Case, lang: str, now: datetime) -> Interview:
    version = live_version(case.study)
    if version is None:
        raise Refusal("no-questionnaire")
    return start(version, now, lang=lang, mode="web", case=case)


def _consent(case: Case, shown: Shown, channel: str, now: datetime, by: User | None) -> None:
    Consent.objects.create(
        case=case,
        version=shown.version,
        digest=shown.digest,
        lang=shown.lang,
        channel=channel,
        at=now,
        by=by,
    )


def poster_of(place: StudyCentre, now: datetime, by: User) -> str:
    """The token of a centre's open link, made on first use."""
    with transaction.atomic():
        place = StudyCentre.objects.select_for_update(no_key=True, of=("self",)).get(pk=place.pk)
        if not place.poster:
            place.poster = secrets.token_hex(8)
            place.save(update_fields=["poster"])
            event(
                "poster-made", now, actor=by, study=str(place.study_id), subject=place.centre.code
            )
    return place.poster


POSTER_A_MINUTE = 20  # who begin by one poster; the rules' `poster_a_minute` may say otherwise


class Crowded(Exception):  # noqa: N818 - a refusal, no fault
    """More people than a poster can have began by it within a minute."""


def take_part(
    place: StudyCentre, shown: Shown, now: datetime, *, lang: str, once: str = ""
) -> Interview:
    """An interview for whoever followed a poster and agreed: a case without visit or contact.

    The same form (`once`) again, also at the same moment or when nobody knows whether the first
    was committed, is the same person: the case's key is a keyed hash of it.
    Crowded once more began within a minute than a poster can have: a link that was passed on to
    thousands, or a program, must not flood the sample. It is in the log once a minute.
    """
    key = keyed_hash(f"poster|{place.pk}", once)[:24] if once else ""
    begun = Interview.objects.filter(case__key=key, study=place.study)
    if key and (held := begun.first()) is not None:
        return held
    if _is_crowded(place, now):
        raise Crowded
    try:
        with transaction.atomic():
            case = add_case(
                place.study,
                now,
                centre=place.centre,
                lang=lang,
                sample=known_at(place),
                is_called=False,
                key=key,
            )
            _consent(case, shown, "web", now, None)
            return _interview(case, lang, now)
    except IntegrityError as fault:  # the same form came at the same moment, or was erased since
        held = begun.first()
        if held is None:
            raise Refusal("not-invited") from fault
        return held


def _is_crowded(place: StudyCentre, now: datetime) -> bool:
    since = now - timedelta(minutes=1)
    most = int(place.study.rules.get("poster_a_minute", POSTER_A_MINUTE))
    begun = Case.objects.filter(
        study=place.study, centre=place.centre, visit=None, contact=None, made__gt=since
    )
    if begun.count() < most:
        return False
    code, study = place.centre.code, str(place.study_id)
    told = Event.objects.filter(name="poster-crowded", study=study, subject=code, at__gt=since)
    if not told.exists():
        event("poster-crowded", now, study=study, subject=code, most=most)
    return True


def undo(visit: Visit, now: datetime, by: User) -> Visit | None:
    """Take back the last tap on a visitor: what was said, else (None) that he was counted.

    Refusal "too-late" a minute after it, or once a call or an answer has followed.
    """
    with transaction.atomic():
        visit = _locked(visit)
        if now - (visit.answered or visit.at) > MINUTE:
            raise Refusal("too-late")
        case = Case.objects.select_for_update().filter(visit=visit).first()
        if case is not None:
            _forget(case)
        _told("visitor-undone", visit, now, by)
        if visit.has_agreed is None:
            visit.delete()
            return None
        visit.has_agreed = visit.answered = None
        visit.save(update_fields=["has_agreed", "answered"])
    return visit


def _forget(case: Case) -> None:
    begun = Interview.objects.filter(case=case)
    if case.n_attempts or case.lease or begun.filter(step__gt=0).exists():
        raise Refusal("too-late")
    begun.delete()
    case.delete()
