"""The interviewer's screens: the next call, a case, its interview, why a case is not called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib.auth import SESSION_KEY
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from atbalss.fieldwork.calls import Block, why_not
from atbalss.fieldwork.outcomes import BREAK_OFF, HARD_REFUSAL, SOFT_REFUSAL
from atbalss_web.accounts.models import Role, User
from atbalss_web.accounts.queries import NotLoggedIn, organisations_with, person, require
from atbalss_web.callroom import queries, sentences
from atbalss_web.callroom.actions import end_call
from atbalss_web.cases import calling
from atbalss_web.cases.calling import LATER_OTHER, LATER_SELF, Booking, LeaseLost, NotThen
from atbalss_web.cases.contacts import Refusal, open_contact, open_note, spaced
from atbalss_web.cases.models import Attempt, Case
from atbalss_web.cases.queries import (
    caller_of,
    held_of,
    n_ready,
    names_of,
    one_case,
    what_keeps,
)
from atbalss_web.pages import in_words, language_of, render
from atbalss_web.patience import patiently
from atbalss_web.runner import actions as interviews
from atbalss_web.runner.models import Interview
from atbalss_web.runner.queries import Held, behind
from atbalss_web.runner.views import Way, answered, posted_answers, show
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import rules_of
from atbalss_web.texts import LANGS, say


def _go(name: str, *parts: str, more: str = "") -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name, args=parts) + more, status=303)


@require_GET
def first(request: HttpRequest) -> HttpResponse:
    """What is held, how many wait, appointments, the day so far."""
    require(request, Role.INTERVIEWER)
    user, now, lang = person(request), timezone.now(), language_of(request)
    studies = queries.studies_of(user)
    held = held_of(user, now)
    zone = queries.zone_of(studies[0]) if studies else ZoneInfo("Europe/Riga")
    last = Attempt.objects.filter(once=request.GET.get("ended", "-"), by=user).first()
    values = {
        "held": held,
        "held_until": sentences.when(held.held_until, zone, now, lang) if held else "",
        "studies": [(item, _title(item, lang), n_ready(item, now)) for item in studies],
        "appointments": [
            (item, sentences.when(item.at, zone, now, lang))
            for item in queries.next_appointments(user, studies)
        ],
        "day": queries.day_of(user, now, zone),
        "label": lambda code: sentences.outcome(code, lang),
        "ended": sentences.outcome(last.code, lang) if last else "",
        "nothing": "nothing" in request.GET,
        "keeps": _what_keeps(request.GET.get("nothing", ""), studies, user, now, lang),
        "invented": any(item.is_invented for item in studies),
    }
    return render(request, "callroom/first.html", values)


def _what_keeps(
    asked: str, studies: Sequence[Study], user: User, now: datetime, lang: str
) -> list[tuple[sentences.Why, int]]:
    """Why there is no call in the study that was asked for one, in sentences."""
    study = next((item for item in studies if str(item.pk) == asked), None)
    if study is None:
        return []
    found = what_keeps(study, user, now)
    names, zone = names_of(item.what for item, _ in found), queries.zone_of(study)
    return [(sentences.why(item, zone, now, lang, names), n) for item, n in found]


def _title(study: Study, lang: str) -> str:
    return in_words(study.title, lang, study.slug)


@require_POST
def hand_out(request: HttpRequest) -> HttpResponse:
    """The next case under a lease."""
    user = person(request)
    number = request.POST.get("study", "")
    study = next((item for item in queries.studies_of(user) if str(item.pk) == number), None)
    if study is None:
        return _go("callroom")
    require(request, Role.INTERVIEWER, organisation=study.organisation_id)
    row = calling.hand_out(study, user, timezone.now())
    return _go("callroom", more=f"?nothing={study.pk}") if row is None else _go("call", row.lease)


# ---- a case


def call(request: HttpRequest, lease: str) -> HttpResponse:
    """The case that is held: why, how to reach the person, what to say, how it may end."""
    return _case(request, lease)


def _case(
    request: HttpRequest,
    lease: str,
    *,
    fault: str = "",
    blocks: list[Block] | None = None,
    given: Mapping[str, str] | None = None,
) -> HttpResponse:
    user, now, lang = person(request), timezone.now(), language_of(request)
    try:
        row = calling.held(lease, user.pk)
    except LeaseLost:
        return _lost(request, lease, user)
    rules = rules_of(row.study).calls
    zone, theirs = ZoneInfo(rules.zone), ZoneInfo(row.zone or rules.zone)
    interview = Interview.objects.filter(case=row).only("step", "state", "code", "lang").first()
    waiting = row.appointments.filter(is_open=True).order_by("at").first()
    tongue = row.lang if row.lang in row.study.script else lang
    values = {
        "row": row,
        "title": _title(row.study, lang),
        "reason": row.held_reason,
        "due": sentences.when(waiting.at, zone, now, lang) if waiting else "",
        "their_time": now.astimezone(theirs),
        "theirs": str(theirs),
        "contact": contact_of(row),
        "script": row.study.script.get(tongue, ""),
        "tongue": tongue,
        "interview": interview,
        "history": [
            (item, sentences.when(item.at, zone, now, lang))
            for item in queries.history(row, notes=True)
        ],
        "groups": queries.outcome_groups(),
        "label": lambda code: sentences.outcome(code, lang),
        "note": open_note(row.study_id, row.held_note),
        "fault": fault,
        "blocks": [sentences.why(item, theirs, now, lang, {}) for item in blocks or []],
        "given": given or {},
        "today": f"{now.astimezone(theirs):%Y-%m-%d}",
        "noted": "noted" in request.GET,
        "invented": row.study.is_invented,
    }
    status = 422 if fault or blocks else 200
    return render(request, "callroom/case.html", values, status=status)


def contact_of(row: Case) -> dict[str, str]:
    """The opened contact of a case that was read with its study; empty where there is none."""
    try:
        found = open_contact(row, row.study)
    except (ObjectDoesNotExist, Refusal):
        return {}
    return {**found, "spaced": spaced(found["phone"]) if found.get("phone") else ""}


def _lost(request: HttpRequest, lease: str, user: User) -> HttpResponse:
    """What came of a lease that is nobody's any more."""
    done = Attempt.objects.filter(once=lease, by=user).first()
    if done is not None:
        return _go("callroom", more=f"?ended={lease}")
    return render(request, "callroom/lost.html", {}, status=410)


@require_POST
def end(request: HttpRequest, lease: str) -> HttpResponse:
    """Enter the outcome that was chosen; asks again where an interview was begun."""
    user, now = person(request), timezone.now()
    code, note = request.POST.get("code", ""), request.POST.get("note", "")
    bar = code == "bar"
    code = {"soft": SOFT_REFUSAL, "hard": HARD_REFUSAL, "bar": HARD_REFUSAL}.get(code, code)
    if not calling.may_choose(code):
        return _case(request, lease, fault="choose-outcome", given=request.POST.dict())
    begun = Interview.objects.filter(case__lease=lease, case__held_by=user, state="open").first()
    if begun is not None and not request.POST.get("sure"):
        values = {
            "lease": lease,
            "posted": {"code": request.POST.get("code", ""), "note": note},
            "n": begun.step,
            "words": sentences.outcome(code, language_of(request)),
        }
        return render(request, "callroom/sure.html", values)
    try:
        end_call(lease, user, code, now, note=note, bar=bar)
    except LeaseLost:
        return _lost(request, lease, user)
    return _go("callroom", more=f"?ended={lease}")


@require_POST
def appointment(request: HttpRequest, lease: str) -> HttpResponse:
    """End the call with an appointment, refused with the reason where no call may be made then."""
    user, now = person(request), timezone.now()
    try:
        row = calling.held(lease, user.pk)
    except LeaseLost:
        return _lost(request, lease, user)
    zone = ZoneInfo(row.zone or rules_of(row.study).calls.zone)
    post = request.POST
    try:
        local = datetime.fromisoformat(f"{post.get('date', '')}T{post.get('time', '')}")
        at = local.replace(tzinfo=zone)
        at.astimezone(ZoneInfo("UTC"))
    except (ValueError, OverflowError):
        return _case(request, lease, fault="bad-time", given=post.dict())
    booking = Booking(at, "is_hard" in post, "only_me" in post)
    begun = Interview.objects.filter(case=row, state="open", step__gt=0).exists()
    code = BREAK_OFF if begun else LATER_OTHER if post.get("who") == "other" else LATER_SELF
    try:
        end_call(lease, user, code, now, note=post.get("note", ""), booking=booking)
    except NotThen as refused:
        return _case(request, lease, blocks=refused.blocks, given=post.dict())
    except LeaseLost:
        return _lost(request, lease, user)
    return _go("callroom", more=f"?ended={lease}")


@require_POST
def note(request: HttpRequest, lease: str) -> HttpResponse:
    """Keep a note on the call that goes on."""
    user = person(request)
    try:
        calling.keep_note(lease, user.pk, request.POST.get("note", ""))
    except LeaseLost:
        return _lost(request, lease, user)
    return _go("call", lease, more="?noted#note")


@require_POST
def back(request: HttpRequest, lease: str) -> HttpResponse:
    """Give a case back without a call."""
    user = person(request)
    try:
        calling.give_back(lease, user, timezone.now())
    except LeaseLost:
        return _lost(request, lease, user)
    return _go("callroom")


# ---- its interview


@require_POST
def begin(request: HttpRequest, lease: str) -> HttpResponse:
    """Begin the interview of a held case, or go on with it."""
    user, now = person(request), timezone.now()
    try:
        row = calling.held(lease, user.pk)
        calling.renew(lease, user.pk, now)
    except LeaseLost:
        return _lost(request, lease, user)
    langs = row.study.langs or ["lv"]
    lang = row.lang if row.lang in langs else langs[0]
    if interviews.resume(row, now, actor=user, lang=lang) is None:
        return _case(request, lease, fault="no-studies")
    return _go("call-interview", lease)


def interview(request: HttpRequest, lease: str) -> HttpResponse:
    """An interview on the telephone. The lease and the signed session are the right to it.

    No session or user is read from the database: an answer costs what a respondent's costs.
    All that is sent here may be sent twice.
    """
    return patiently(request, lambda: _interview(request, lease))


def _interview(request: HttpRequest, lease: str) -> HttpResponse:
    number = str(request.session.get(SESSION_KEY, ""))
    if not number.isdigit():
        raise NotLoggedIn
    door = Held(lease, int(number))
    way = Way(
        door,
        request.path,
        ended=f"{reverse('callroom')}?ended={lease}",
        mode="phone",
        template="callroom/interview.html",
        more=lambda found: _bar(request, found),
    )
    try:
        if request.method != "POST":
            response = show(request, behind(door), way, request.GET.get("at", ""))
            response.cookies.pop("lang", None)  # the interview's language, not the interviewer's
            return response
        if request.POST.get("note", "").strip():
            calling.keep_note(lease, door.holder, request.POST["note"])
        if "go" in request.POST:
            return _aside(request, door)
        return answered(request, way)
    except (Interview.DoesNotExist, LeaseLost):
        return _lost(request, lease, person(request))


def _aside(request: HttpRequest, door: Held) -> HttpResponse:
    """Leave for the case's page; what was answered on this one is kept if it can be."""
    posted, reasons = posted_answers(request)
    given = {name: raw for name, raw in posted.items() if any(part.strip() for part in raw or ())}
    if given:
        interviews.answer(
            door,
            given,
            timezone.now(),
            page=request.POST.get("page", ""),
            lang=request.POST.get("lang", ""),
            reasons=reasons,
            mode="phone",
        )
    part = "appointment" if request.POST["go"] == "appointment" else "outcome"
    return _go("call", door.lease, more=f"?to={part}#{part}")


def _bar(request: HttpRequest, found: Interview) -> dict[str, object]:
    """What stands above an interview on the telephone, in the interviewer's own language."""
    mine = request.COOKIES.get("lang", LANGS[0])
    mine = mine if mine in LANGS else LANGS[0]
    row = found.case
    return {
        "row": row,
        "contact": contact_of(row) if row is not None else {},
        "mine": mine,
        "own": lambda key: say(key, mine),
        "csrf_needed": True,
        "note": open_note_of(row),
        "given_note": request.POST.get("note", ""),
    }


def open_note_of(row: Case | None) -> bool:
    """Whether something was noted on the call already."""
    return row is not None and row.held_note is not None


# ---- why not now


@require_GET
def why(request: HttpRequest) -> HttpResponse:
    """Every rule that keeps a case from being called now, in words."""
    user, now, lang = person(request), timezone.now(), language_of(request)
    require(request, Role.INTERVIEWER, Role.SUPERVISOR)
    key = request.GET.get("key", "").strip()[:32]
    row = queries.case_for(user, key) if key else None
    values: dict[str, object] = {"key": key, "row": row, "found": [], "history": [], "code": ""}
    if row is not None:
        rules = rules_of(row.study).calls
        zone = ZoneInfo(rules.zone)
        calls = organisations_with(user, Role.INTERVIEWER)
        caller = caller_of(user) if row.study.organisation_id in calls else None
        blocks = why_not(one_case(row, now), rules, now, caller)
        names = names_of(item.what for item in blocks)
        values |= {
            "found": [sentences.why(item, zone, now, lang, names) for item in blocks],
            "history": [
                (item, sentences.when(item.at, zone, now, lang))
                for item in queries.history(row, notes=False)
            ],
            "code": f"{sentences.outcome(row.code, lang)} ({row.code})",
            "invented": row.study.is_invented,
        }
    values["label"] = lambda code: sentences.outcome(code, lang)
    return render(request, "callroom/why.html", values)
