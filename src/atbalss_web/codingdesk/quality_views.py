"""Quality: agreement, drift, who coded what when; settling what two coded differently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import isnan
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Avg, Count, Max, Min, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from atbalss.coding.agreement import agreement, drift
from atbalss.coding.decisions import Decision as DecisionValue
from atbalss.coding.decisions import Origin, Standing, Status
from atbalss.coding.embed import is_there
from atbalss.problems import Refused
from atbalss.report.numerals import decimal, percent
from atbalss_web.accounts.models import User
from atbalss_web.accounts.queries import person
from atbalss_web.codingdesk import actions, framing, items, machine, queries, remarks
from atbalss_web.codingdesk.actions import Overtaken, Said
from atbalss_web.codingdesk.book import Book, asked, book_of, said_beside
from atbalss_web.codingdesk.models import Decision, Task
from atbalss_web.codingdesk.pages import JUDGES, go, page, task_of, whole
from atbalss_web.pages import language_of
from atbalss_web.studies.queries import rules_of
from atbalss_web.texts import say

NONE = "–"


def names_of(decisions: list[DecisionValue], lang: str) -> dict[str, str]:
    """Names of those who decided, by what decisions call them."""
    people = {one.who for one in decisions if one.who.isdecimal()}
    rows = User.objects.filter(pk__in=people).values_list("pk", "username")
    known = {str(pk): name for pk, name in rows}
    return {one.who: known.get(one.who, say("machine", lang)) for one in decisions}


def moment(row: Task, when: datetime) -> str:
    """A moment on the study's clock."""
    return f"{when.astimezone(ZoneInfo(rules_of(row.study).calls.zone)):%d.%m.%Y %H:%M}"


def quality(request: HttpRequest, pk: int) -> HttpResponse:
    """How far coders agree, on which codes, since when; who coded how much and how fast."""
    row = task_of(request, pk, *JUDGES)
    lang = language_of(request)
    book = book_of(row)
    every, answers = book.every, list(book.answers.values())
    found = agreement(book.task, answers, every)
    names = names_of(every, lang)
    known = items.labels(book, lang)

    def number(value: float | None, digits: int = 2) -> str:
        return NONE if value is None or isnan(value) else decimal(value, digits, lang)

    def share(value: float | None) -> str:
        return NONE if value is None or isnan(value) else percent(value, lang, 0)

    return page(
        request,
        "codingdesk/quality.html",
        row,
        found=found,
        counts=queries.counts_of(book),
        coders=[names.get(who, who) for who in found.coders],
        codes=[(known.get(one.code, one.code), one) for one in found.codes],
        drifts=[
            (moment(row, one.first), moment(row, one.last), one)
            for one in drift(book.task, answers, every)
        ],
        people=_people(row, lang),
        looks=_looks(book, names),
        heirs=queries.coders_of(row.study),
        uses=_uses(book, names, known),
        number=number,
        share=share,
        asked=[one for one in asked(row.study).questions if one.name != row.question],
        question_label=lambda one: one.short_label.get(lang) or one.label.get(lang) or one.name,
        log=[
            (moment(row, one.when), names[one.who], one, _codes(one, known, lang))
            for one in sorted(every, key=lambda one: one.order)[-50:][::-1]
        ],
        told=request.GET.get("done", ""),
        reads_meaning=is_there(),
    )


def _codes(one: DecisionValue, known: dict[str, str], lang: str) -> str:
    return " · ".join(known.get(code, code) for code in one.codes) or say("undone-mark", lang)


@dataclass(frozen=True)
class Worker:
    """What one coder did: answers, seconds and key presses each, first and last moment."""

    name: str
    n: int
    unsure: int
    seconds: float | None
    keys: float | None
    first: str
    last: str


def _people(row: Task, lang: str) -> list[Worker]:
    rows = (
        Decision.objects.filter(answer__task=row, undoes=None)
        .values("by__username", "who")
        .annotate(
            n=Count("pk"),
            unsure=Count("pk", filter=Q(is_unsure=True)),
            seconds=Avg("seconds"),
            keys=Avg("keys"),
            first=Min("at"),
            last=Max("at"),
        )
        .order_by("-n")
    )
    return [
        Worker(
            item["by__username"] or say("machine", lang),
            item["n"],
            item["unsure"],
            item["seconds"],
            item["keys"],
            moment(row, item["first"]),
            moment(row, item["last"]),
        )
        for item in rows
    ]


def _looks(book: Book, names: dict[str, str]) -> list[tuple[str, str, int, str]]:
    """Whose second looks wait: key, name, how many, and to whom they were handed over."""
    found = queries.looks_of(book)
    handed = book.row.handed
    return [
        (who, names.get(who, who), n, handed.get(who, ""))
        for who, n in sorted(found.items(), key=lambda pair: -pair[1])
        if who.isdecimal()
    ]


def _uses(
    book: Book, names: dict[str, str], known: dict[str, str]
) -> tuple[list[str], list[tuple[str, list[float]]]]:
    """The share of each coder's answers that got each code: coders, and (code, shares) rows."""
    by: dict[str, list[DecisionValue]] = {}
    for standing in book.all:
        for one in standing.held:
            if one.origin is Origin.PERSON:
                by.setdefault(one.who, []).append(one)
    coders = sorted(by, key=lambda who: -len(by[who]))[:6]
    rows = [
        (label, [sum(code in one.codes for one in by[who]) / len(by[who]) for who in coders])
        for code, label in known.items()
    ]
    return [names.get(who, who) for who in coders], [one for one in rows if any(one[1])]


@require_POST
def set_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the share that two code, the machine's threshold, and what is shown beside."""
    row = task_of(request, pk, *JUDGES)
    post = request.POST
    share, threshold = whole(post.get("share", "")), whole(post.get("threshold", ""))
    framing.set_up(
        row,
        timezone.now(),
        actor=person(request),
        share=min(share or 0, 100) / 100,
        threshold=None if threshold is None else min(max(threshold, 50), 100) / 100,
        context=post.getlist("context")[:10],
        by_meaning="by_meaning" in post and is_there(),
    )
    return go("coding-quality", row.pk, more="?done=set-up-done")


@require_POST
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a coder's second looks to another coder of the organisation; blank takes it back."""
    row = task_of(request, pk, *JUDGES)
    who, heir = request.POST.get("who", "")[:40], request.POST.get("heir", "")
    if not who.isdecimal() or (heir and heir not in queries.coders_of(row.study)):
        raise Http404
    framing.hand_over(row, who, heir, timezone.now(), actor=person(request))
    return go("coding-quality", row.pk, more="?done=handed-over")


@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Reply to what a coder asked or noted; the answer goes back into the queue."""
    row = task_of(request, pk, *JUDGES)
    number = whole(request.POST.get("remark", "")) or 0
    remarks.reply(row, number, request.POST.get("reply", ""), person(request), timezone.now())
    if "answer" in request.POST:
        return go("coding-differences", row.pk, more="?told=remark-replied")
    return go("coding-frame", row.pk, more="?replied")


@require_POST
def by_machine(request: HttpRequest, pk: int) -> HttpResponse:
    """Code by machine what nobody coded, from the threshold on."""
    row = task_of(request, pk, *JUDGES)
    n = machine.code_by_machine(row, timezone.now(), actor=person(request))
    return go("coding-quality", row.pk, more=f"?done=machine-done&n={n}")


# ---- settling


def _disputed(book: Book) -> list[Standing]:
    return [one for one in book.all if one.status is Status.DISPUTED]


def differences(request: HttpRequest, pk: int) -> HttpResponse:
    """Answers that two coded differently, and those that were settled."""
    row = task_of(request, pk, *JUDGES)
    book = book_of(row)
    return page(
        request,
        "codingdesk/differences.html",
        row,
        asked=[one for one in remarks.asked(row) if one.answer.interview_id in book.answers],
        answers=book.answers,
        waiting=_disputed(book),
        langs_of=book.langs,
        settled=[one for one in book.all if one.status is Status.ADJUDICATED],
        told=request.GET.get("told", ""),
    )


def difference(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """An answer with both codings side by side; posted, the third decision."""
    row = task_of(request, pk, *JUDGES)
    book = book_of(row)
    if key not in book.standings:
        raise Http404
    fault = ""
    if request.method == "POST":
        fault = _settle(request, row, key)
        if not fault:
            rest = [one for one in _disputed(book_of(row)) if one.answer.id != key]
            if rest:
                return go("coding-difference", row.pk, rest[0].answer.id)
            return go("coding-differences", row.pk, more="?told=all-settled")
        book = book_of(row)
    return _difference(request, book, key, fault)


def _settle(request: HttpRequest, row: Task, key: str) -> str:
    lang, post = language_of(request), request.POST
    codes = tuple(dict.fromkeys(post.getlist("codes0")[:60]))
    if post.get("take", ""):
        codes = tuple(post["take"].split())
    if not codes:
        return say("choose-a-code", lang)
    said = Said(whole(post.get("step", "")) or 0, codes, mark=post.get("mark", "")[:16])
    try:
        actions.decide(row, {key: said}, person(request), timezone.now(), settle=True)
    except Overtaken:
        return say("overtaken", lang)
    except Refused as refused:
        return " ".join(one.sentence(lang) for one in refused.problems)
    return ""


def _difference(request: HttpRequest, book: Book, key: str, fault: str) -> HttpResponse:
    lang = language_of(request)
    standing = book.standings[key]
    known = items.labels(book, lang)
    names = names_of(list(standing.held), lang)
    sides: list[dict[str, Any]] = [
        {
            "who": names[one.who],
            "settled": one.origin is Origin.ADJUDICATED,
            "codes": [known.get(code, code) for code in one.codes],
            "take": " ".join(one.codes),
            "gone": not all(map(book.task.has, one.codes)),
            "at": moment(book.row, one.when),
            "segments": [
                (standing.answer.text[part.start : part.end], [known.get(c, c) for c in part.codes])
                for part in one.segments
            ],
        }
        for one in standing.held
    ]
    return page(
        request,
        "codingdesk/difference.html",
        book.row,
        answer=standing.answer,
        lang_of=book.langs[key],
        sides=sides,
        chosen=standing.codes,
        step=queries.step_of(book.row, key),
        context=said_beside(book.row, key, lang),
        chapters=items.palette(book, lang),
        left=len(_disputed(book)),
        asked=remarks.about(book.row, key),
        fault=fault,
        status=422 if fault else 200,
    )
