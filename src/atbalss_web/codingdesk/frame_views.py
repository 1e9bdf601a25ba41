"""The frame editor: codes and nets, versions with their differences, where a frame begins."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from atbalss.coding import codeframe, draft
from atbalss.problems import Refused
from atbalss.study.codes import Code, CodeList
from atbalss_web.accounts.queries import organisations_with, person
from atbalss_web.codingdesk import actions, frames, framing, items, remarks
from atbalss_web.codingdesk.book import Book, asked, book_of, frame_of, label_of
from atbalss_web.codingdesk.frames import Posted
from atbalss_web.codingdesk.framing import Stale
from atbalss_web.codingdesk.models import Decision, FrameVersion, Task
from atbalss_web.codingdesk.pages import CODERS, JUDGES, go, judges, page, task_of, title_of, whole
from atbalss_web.pages import language_of
from atbalss_web.studies.drafts import read_frames
from atbalss_web.texts import LANGS, say

LARGEST = 5 * 1024 * 1024
FREELY = ("add",)  # what a coder may do to a frame; the rest is for who answers for it
SHOWN = 6  # texts of a group


def frame(request: HttpRequest, pk: int) -> HttpResponse:
    """The frame in use; posted, a change that makes the next version."""
    row = task_of(request, pk, *CODERS)
    if request.method != "POST":
        return _frame(request, row)
    posted = Posted.of(request.POST)
    if posted.values.get("act") not in FREELY and not judges(request, row):
        raise PermissionDenied
    number = whole(request.POST.get("number", "")) or 0
    user, now = person(request), timezone.now()
    try:
        if number == 0 and row.number == 0 and posted.values.get("act") == "add":
            held = frame_of(row)
            made = CodeList(row.question, (frames.code_of(posted, held),))
            framing.replace_frame(row, 0, made, "site", now, actor=user)
        else:
            held = frame_of(row, number)
            earlier = partial(frame_of, row)
            made = frames.changed(held, posted, str(user.pk), now, earlier)
            framing.change_frame(row, number, made, now, actor=user)
    except Stale:
        return _frame(request, row, fault=say("frame-stale", language_of(request)), status=409)
    except Refused as refused:
        return _frame(request, row, fault=_sentences(refused, request), status=422)
    return go("coding-frame", row.pk, more="?done")


def _sentences(refused: Refused, request: HttpRequest) -> str:
    lang = language_of(request)
    return " ".join(f"{one.sentence(lang)} {one.remedy(lang)}" for one in refused.problems[:8])


def _frame(request: HttpRequest, row: Task, *, fault: str = "", status: int = 200) -> HttpResponse:
    row.refresh_from_db()
    lang = language_of(request)
    book = book_of(row)
    used: dict[str, int] = {}
    for standing in book.all:
        for code in standing.codes:
            used[code] = used.get(code, 0) + 1
    return page(
        request,
        "codingdesk/frame.html",
        row,
        status=status,
        frame=book.task.frame,
        used=used,
        examples=items.examples_of(book),
        label=lambda code: label_of(code, lang),
        versions=_versions(row, lang),
        is_new=not Decision.objects.filter(answer__task=row).exists(),
        earlier=_earlier(request, row, lang),
        look=sum(one.look for one in book.all),
        notes=remarks.notes(row),
        undoable=_undoable(book, lang),
        langs=LANGS,
        kinds=frames.KINDS,
        fault=fault,
        done="done" in request.GET,
    )


def _undoable(book: Book, lang: str) -> str:
    """The change that may be taken back, in words; blank where there is none."""
    frame = book.task.frame
    change = codeframe.undoable(frame)
    if change is None:
        return ""
    before = frame_of(book.row, change.version - 1).codes
    words = _difference(before, frame_of(book.row, change.version).codes, change, lang)
    return f"{say('change-' + change.kind.value, lang)}: {words}"


def _versions(row: Task, lang: str) -> list[dict[str, Any]]:
    """Each version, the newest first: who made it, when, and how it differs from the one before."""
    rows = list(FrameVersion.objects.filter(task=row).select_related("by").order_by("number"))
    found, before = [], None
    for held in rows:
        made = frame_of(row, held.number)
        change = (
            made.changes[-1] if made.changes and made.changes[-1].version == held.number else None
        )
        found.append(
            {
                "row": held,
                "kind": change.kind.value if change else "begun",
                "note": change.note if change else "",
                "what": _difference(before, made.codes, change, lang),
            }
        )
        before = made.codes
    return found[::-1]


def _difference(before: CodeList | None, now: CodeList, change: Any, lang: str) -> str:
    def named(codes: CodeList | None, name: str) -> str:
        return label_of(codes.code(name), lang) if codes is not None and codes.has(name) else name

    if before is None or change is None:
        return ", ".join(label_of(code, lang) for code in now.codes[:8]) + (
            " …" if len(now.codes) > 8 else ""
        )
    old = ", ".join(named(before, name) for name in change.codes)
    new = ", ".join(named(now, name) for name in change.into)
    if change.kind.value == "move":
        shown = [named(now, name) for name in change.codes]
        return ", ".join(shown[:8]) + (" …" if len(shown) > 8 else "")
    if change.kind.value == "nets":
        return ", ".join(label_of(net, lang) for net in now.nets)
    return f"{old} → {new}" if old and new and old != new else old or new


def _earlier(request: HttpRequest, row: Task, lang: str) -> list[tuple[int, str]]:
    """Frames of other tasks of the organisation from which this one may begin."""
    places = organisations_with(person(request), *CODERS)
    rows = (
        Task.objects.filter(study__organisation__in=places, number__gt=0)
        .exclude(pk=row.pk)
        .select_related("study")
    )
    same = sorted(rows, key=lambda one: (one.question != row.question, -one.pk))
    return [
        (
            one.pk,
            f"{title_of(one.study, lang)} ({one.study.wave}): {one.question}",
        )
        for one in same[:40]
    ]


def code(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A code: edit, merge, split, retire."""
    row = task_of(request, pk, *JUDGES)
    book = book_of(row)
    held = book.task.frame.codes
    if not held.has(name):
        raise Http404
    return page(
        request,
        "codingdesk/code.html",
        row,
        code=held.code(name),
        kind=_kind(held.code(name)),
        frame=book.task.frame,
        examples=items.examples_of(book).get(name, []),
        label=lambda one: label_of(one, language_of(request)),
        used=sum(name in one.codes for one in book.all),
        langs=LANGS,
        kinds=frames.KINDS,
    )


def _kind(code: Code) -> str:
    return code.missing.value if code.missing else "alone" if code.exclusive else ""


def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a frame: from an earlier wave, from a file, or from groups that a person names."""
    row = task_of(request, pk, *JUDGES)
    user, now, lang = person(request), timezone.now(), language_of(request)
    fault = ""
    if request.method == "POST":
        number = whole(request.POST.get("number", "")) or 0
        try:
            codes, source, whose = _begun(request, row, lang)
            framing.replace_frame(row, number, codes, source, now, actor=user)
            _keep_texts(row, whose, user)
            return go("coding-frame", row.pk, more="?done")
        except Stale:
            fault = say("frame-used", lang)
        except Refused as refused:
            fault = _sentences(refused, request)
    book = book_of(row)
    groups = draft.groups(list(book.answers.values()))
    return page(
        request,
        "codingdesk/start.html",
        row,
        groups=[one for one in groups if len(one.ids) > 1][:60],
        langs_of=book.langs,
        shown=SHOWN,
        earlier=_earlier(request, row, lang),
        is_new=not Decision.objects.filter(answer__task=row).exists(),
        fault=fault,
        status=422 if fault else 200,
    )


def _begun(request: HttpRequest, row: Task, lang: str) -> tuple[CodeList, str, dict[str, int]]:
    post = request.POST
    if post.get("from") == "wave":
        known = dict(_earlier(request, row, lang))
        other = whole(post.get("task", "")) or 0
        if other not in known:
            raise Http404
        return frame_of(Task.objects.get(pk=other)).codes, "wave", {}
    if post.get("from") == "file":
        sent = request.FILES.get("file")
        if sent is None or (sent.size or 0) > LARGEST:
            raise Stale
        return _one_of(read_frames(sent.name or "", sent.read()), row), "file", {}
    labels = [
        (int(key[6:]), value)
        for key, value in Posted.of(post).values.items()
        if key.startswith("group-") and key[6:].isdecimal() and len(key) < 12
    ]
    codes, whose = frames.drafted(row.question, sorted(labels), lang)
    if not codes.codes:
        raise Stale
    return codes, "draft", whose


def _one_of(found: dict[str, CodeList], row: Task) -> CodeList:
    """The list of a file that is meant for a question: its frame's, the question's, or the only."""
    asked_for = asked(row.study).by_name[row.question].frame
    for name in (asked_for.name if asked_for else "", row.question):
        if name in found:
            return found[name]
    if len(found) == 1:
        return next(iter(found.values()))
    raise Stale


def _keep_texts(row: Task, whose: dict[str, int], user: Any) -> None:
    """Keep the middlemost answers of each named group as examples of its code."""
    if not whose:
        return
    book = book_of(Task.objects.select_related("study").get(pk=row.pk))
    by_number = {one.number: one for one in draft.groups(list(book.answers.values()))}
    for name, number in whose.items():
        for key in by_number[number].ids[:2] if number in by_number else ():
            actions.keep_example(row, key, [name], user, timezone.now())
