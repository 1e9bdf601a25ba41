"""The coder's screens: what is to code, the desk, deciding and taking back.

The same addresses answer the page's script (JSON) and browsers without scripts (pages).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from atbalss.coding.queue import Order
from atbalss.problems import Refused
from atbalss_web.accounts.queries import person, require
from atbalss_web.codingdesk import actions, framing, items, queries, quoting, remarks
from atbalss_web.codingdesk.actions import AHEAD, Overtaken, Said
from atbalss_web.codingdesk.book import Book, asked, book_of, open_questions
from atbalss_web.codingdesk.models import Task
from atbalss_web.codingdesk.pages import CODERS, go, page, task_of, title_of, whole
from atbalss_web.codingdesk.posted import (
    cut_by_marks,
    cuts_of,
    order_of,
    said_of,
    wants_json,
)
from atbalss_web.pages import language_of, render
from atbalss_web.studies.models import Study
from atbalss_web.texts import say

GROUP = 50  # answers that one stroke may code


# ---- what is to code


@require_GET
def studies(request: HttpRequest) -> HttpResponse:
    """The open questions of each study, and how far their coding is."""
    require(request, *CODERS)
    user, now, lang = person(request), timezone.now(), language_of(request)
    found = [
        (study, title_of(study, lang), queries.places_of(study, user, now, lang))
        for study in queries.studies_of(user, *CODERS)
    ]
    invented = any(study.is_invented for study, _, _ in found)
    return render(request, "codingdesk/studies.html", {"found": found, "invented": invented})


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin the coding of a question."""
    number = request.POST.get("study", "")
    study = get_object_or_404(Study, pk=int(number) if number.isdecimal() else 0)
    require(request, *CODERS, organisation=study.organisation_id)
    name = request.POST.get("question", "")
    if name not in {item.name for item in open_questions(asked(study))}:
        raise Http404
    row = framing.begin(study, name, timezone.now(), actor=person(request))
    return go("coding-task", row.pk)


@require_GET
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """A task: how far it is, its frame, and the way to the desk."""
    row = task_of(request, pk, *CODERS)
    user, now, lang = person(request), timezone.now(), language_of(request)
    book = book_of(row)
    waits = queries.waiting(book, user, Order.ARRIVAL, now) if row.number else []
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    asked_about = len(remarks.asked(row))
    return page(
        request,
        "codingdesk/task.html",
        row,
        found=queries.counts_of(book),
        asked_about=asked_about,
        waits=len(waits),
        progress=items.progress(book, lang, len(waits)),
        chapters=items.palette(book, lang),
        pace=queries.pace_of(row, user, midnight),
        orders=list(Order),
        nothing="nothing" in request.GET,
        told=request.GET.get("told", ""),
    )


# ---- the desk


@require_POST
def next_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The next answer for this coder, held for him."""
    row = task_of(request, pk, *CODERS)
    order = order_of(request.POST.get("order", ""))
    if wants_json(request):
        return JsonResponse(_more(request, row, order))
    return _to_next(request, row, order)


def _to_next(request: HttpRequest, row: Task, order: Order) -> HttpResponse:
    taken = actions.take(row, person(request), timezone.now(), order) if row.number else None
    if taken is None or not taken.keys:
        return go("coding-task", row.pk, more="?nothing")
    return go("coding-at", row.pk, taken.keys[0], more=f"?order={order.value}")


def _more(request: HttpRequest, row: Task, order: Order) -> dict[str, Any]:
    """Further answers for the script, up to as many as a coder has ahead."""
    user, now, lang = person(request), timezone.now(), language_of(request)
    have = request.POST.get("have", "0")
    room = max(0, AHEAD - (int(have) if have.isdecimal() and len(have) < 4 else 0))
    beside = request.POST.getlist("held")[:20]
    taken = actions.take(row, user, now, order, n=room, beside=beside)
    book = taken.book
    found: dict[str, Any] = {
        "next": [items.item(book, key, user, now, lang) for key in taken.keys],
        "progress": items.progress(book, lang, taken.waits),
    }
    if request.POST.get("frame", str(book.row.number)) != str(book.row.number):
        found["reload"] = True
    return found


def at(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """An answer on the desk; posted, a decision on it."""
    row = task_of(request, pk, *CODERS)
    book = book_of(row)
    if key not in book.answers:
        raise Http404
    if request.method == "POST":
        return _posted(request, book, key)
    user, now, lang = person(request), timezone.now(), language_of(request)
    shown = items.item(book, key, user, now, lang)
    if wants_json(request):
        return JsonResponse({"item": shown})
    return _desk(request, book, shown)


def _desk(
    request: HttpRequest,
    book: Book,
    shown: dict[str, Any],
    *,
    fault: str = "",
    conflict: dict[str, Any] | None = None,
    given: Sequence[Sequence[str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    user, now, lang = person(request), timezone.now(), language_of(request)
    order = order_of(request.POST.get("order", "") or request.GET.get("order", ""))
    text = shown["text"]
    cuts = cuts_of(request.GET.get("cuts", ""), text) or shown["cuts"]
    bounds = [0, *cuts, len(text)]
    chosen = given if given is not None else shown["chosen"]
    parts = [
        (text[start:end].strip(), list(chosen[index]) if index < len(chosen) else [])
        for index, (start, end) in enumerate(itertools.pairwise(bounds))
    ]
    waits = len(queries.waiting(book, user, order, now))
    return page(
        request,
        "codingdesk/desk.html",
        book.row,
        item=shown,
        parts=parts,
        cuts=",".join(map(str, cuts)),
        chapters=items.palette(book, lang),
        known=items.labels(book, lang),
        order=order,
        progress=items.progress(book, lang, waits),
        fault=fault,
        conflict=conflict,
        told="remark-noted" if request.GET.get("told") == "remark-noted" else "",
        status=status,
    )


def _posted(request: HttpRequest, book: Book, key: str) -> HttpResponse:
    row, post = book.row, request.POST
    user, now, lang = person(request), timezone.now(), language_of(request)
    order = order_of(post.get("order", ""))
    if "skip" in post:
        actions.skip(row, key, user)
        return _answer(request, row, order, {})
    if "ask" in post or "note" in post:
        return _remarked(request, row, key, order)
    if "cut" in post:
        cuts = cut_by_marks(post.get("marked", ""), book.answers[key].text)
        more = f"?order={order.value}&cuts={','.join(map(str, cuts))}"
        return go("coding-at", row.pk, key, more=more)
    said = said_of(request, book, key)
    if not said.codes:
        return _refused(request, book, key, say("choose-a-code", lang), said)
    every = {key: said}
    for value in post.getlist("also")[:GROUP]:
        other, _, step = value.rpartition(":")
        if other in book.answers and other != key and "group" in post:
            every[other] = Said(whole(step) or 0, said.codes, frame=said.frame)
    try:
        late = actions.decide(row, every, user, now)
    except Overtaken:
        return _overtaken(request, row, key, said)
    except Refused as refused:
        words = " ".join(one.sentence(lang) for one in refused.problems)
        return _refused(request, book, key, words, said)
    if "quote" in post:
        quoting.choose(row, key, user, now)
    if "example" in post:
        actions.keep_example(row, key, said.codes, user, now)
    told = say("saved-as", lang).format(
        n=len(every) - len(late),
        codes=" · ".join(items.labels(book, lang).get(code, code) for code in said.codes),
    )
    return _answer(request, row, order, {"told": told, "late": len(late)})


def _remarked(request: HttpRequest, row: Task, key: str, order: Order) -> HttpResponse:
    """A question about the answer, which then waits for the reply; or a note on the frame."""
    user, now, lang = person(request), timezone.now(), language_of(request)
    asks, words = "ask" in request.POST, request.POST.get("remark", "")
    if not remarks.write(row, key if asks else "", words, user, now):
        if wants_json(request):
            return JsonResponse({"fault": say("remark-blank", lang)}, status=422)
        return go("coding-at", row.pk, key, more=f"?order={order.value}")
    if asks:
        return _answer(request, row, order, {"told": say("remark-asked", lang)})
    if wants_json(request):
        return JsonResponse({"told": say("remark-noted", lang)})
    return go("coding-at", row.pk, key, more=f"?order={order.value}&told=remark-noted")


def _answer(request: HttpRequest, row: Task, order: Order, found: dict[str, Any]) -> HttpResponse:
    """The next answers for the script; the next page for a browser without it."""
    if wants_json(request):
        return JsonResponse(found | _more(request, row, order))
    return _to_next(request, row, order)


def _refused(request: HttpRequest, book: Book, key: str, words: str, said: Said) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"fault": words}, status=422)
    user, now, lang = person(request), timezone.now(), language_of(request)
    shown = items.item(book, key, user, now, lang) | {
        "cuts": [one.start for one in said.segments if one.start]
    }
    given = [one.codes for one in said.segments] or [said.codes]
    return _desk(request, book, shown, fault=words, given=given, status=422)


def _overtaken(request: HttpRequest, row: Task, key: str, said: Said) -> HttpResponse:
    """What the other one did, with the choice to leave it or to say one's own beside it."""
    user, now, lang = person(request), timezone.now(), language_of(request)
    book = book_of(Task.objects.select_related("study__organisation").get(pk=row.pk))
    if key not in book.answers:
        raise Http404
    shown = items.item(book, key, user, now, lang)
    found = {
        "words": say("overtaken", lang),
        "theirs": items.theirs(book, key, lang),
        "text": book.answers[key].text,
        "step": shown["step"],
        "mark": shown["mark"],
    }
    if wants_json(request):
        return JsonResponse({"conflict": found}, status=409)
    given = [said.codes] if not said.segments else [one.codes for one in said.segments]
    return _desk(request, book, shown, conflict=found, given=given, status=409)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what the coder decided last; it comes to his screen again."""
    row = task_of(request, pk, *CODERS)
    user, now, lang = person(request), timezone.now(), language_of(request)
    keys = actions.take_back(row, user, now)
    if not wants_json(request):
        order = order_of(request.POST.get("order", ""))
        if not keys:
            return go("coding-task", row.pk, more="?told=nothing-to-undo")
        return go("coding-at", row.pk, keys[0], more=f"?order={order.value}")
    if not keys:
        return JsonResponse({"told": say("nothing-to-undo", lang)})
    book = book_of(row)
    waits = len(queries.waiting(book, user, Order.ARRIVAL, now))
    return JsonResponse(
        {
            "item": items.item(book, keys[0], user, now, lang),
            "told": say("taken-back", lang).format(n=len(keys)),
            "progress": items.progress(book, lang, waits),
        }
    )


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Give back what is held and end the sitting."""
    row = task_of(request, pk, *CODERS)
    actions.give_back(row, person(request))
    return go("coding-task", row.pk)
