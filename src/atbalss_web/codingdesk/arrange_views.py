"""The order of a frame's codes and the nets they lie in: one list, moved by keys, saved at once.

The list holds nets as headings with their codes beneath. A code that moves over a heading changes
its net. Without scripts each step is a page; nothing is kept before it is saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from atbalss.coding import codeframe
from atbalss.coding.codeframe import CodeFrame, innermost, level
from atbalss.problems import Refused
from atbalss_web.accounts.queries import person
from atbalss_web.codingdesk import framing
from atbalss_web.codingdesk.book import frame_of, label_of
from atbalss_web.codingdesk.framing import Stale
from atbalss_web.codingdesk.models import Task
from atbalss_web.codingdesk.pages import JUDGES, go, page, task_of, whole
from atbalss_web.pages import language_of
from atbalss_web.texts import say

NET, CODE = "net:", "code:"


@dataclass(frozen=True)
class Line:
    """A line of the list: a net's heading or a code; `item` is what the form posts."""

    item: str
    label: str
    depth: int = 0
    alone: bool = False

    @property
    def is_net(self) -> bool:
        """Whether it is a heading."""
        return self.item.startswith(NET)


def items_of(frame: CodeFrame) -> list[str]:
    """A frame as the list: each net and the codes whose innermost it is, then codes of no net."""
    codes = frame.codes
    home = {code.name: innermost(codes, code) for code in codes.codes}
    found = []
    for net in (*(one.name for one in codes.nets), ""):
        if codes.nets:
            found.append(NET + net)
        found += [CODE + name for name in codes.names if home[name] == net]
    return found


def moved(items: Sequence[str], item: str, step: int) -> list[str]:
    """The list with a code one place up (-1) or down (1); above the first heading it cannot go."""
    found = list(items)
    if item not in found or not item.startswith(CODE):
        return found
    at = found.index(item)
    to = at + step
    least = 1 if found[0].startswith(NET) else 0
    if least <= to < len(found):
        found[at], found[to] = found[to], found[at]
    return found


def places_of(items: Sequence[str]) -> list[tuple[str, str]]:
    """The codes of a list in its order, each with the net under whose heading it stands."""
    found, net = [], ""
    for item in items:
        if item.startswith(NET):
            net = item.removeprefix(NET)
        else:
            found.append((item.removeprefix(CODE), net))
    return found


def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """The list; posted, one step of a code without scripts, or the order that is to be."""
    row = task_of(request, pk, *JUDGES)
    frame = frame_of(row)
    if request.method != "POST":
        return _shown(request, row, frame, items_of(frame))
    items = [item[:200] for item in request.POST.getlist("item")[:600]]
    step = request.POST.get("move", "")
    if step:
        item, _, way = step.rpartition(":")
        items = moved(items, item, -1 if way == "up" else 1)
        return _shown(request, row, frame, items, step)
    return _saved(request, row, frame, items)


def _saved(request: HttpRequest, row: Task, frame: CodeFrame, items: list[str]) -> HttpResponse:
    lang, user, now = language_of(request), person(request), timezone.now()
    number = whole(request.POST.get("number", "")) or 0
    try:
        if number != frame.version:
            raise Stale
        made = codeframe.arrange(frame, places_of(items), who=str(user.pk), when=now)
        if made.codes != frame.codes:
            framing.change_frame(row, number, made, now, actor=user)
    except Stale:
        return _shown(request, row, frame, items_of(frame), fault=say("frame-stale", lang))
    except Refused as refused:
        words = " ".join(one.sentence(lang) for one in refused.problems)
        return _shown(request, row, frame, items_of(frame), fault=words)
    return go("coding-frame", row.pk, more="?done")


def _shown(
    request: HttpRequest,
    row: Task,
    frame: CodeFrame,
    items: Sequence[str],
    step: str = "",
    *,
    fault: str = "",
) -> HttpResponse:
    lang = language_of(request)
    known = {NET + net.name: net for net in frame.codes.nets}
    codes = {CODE + code.name: code for code in frame.codes.codes}
    lines, depth = [], 0
    for item in items:
        if item.startswith(NET):
            net = known.get(item)
            own = level(frame.codes, net.name) if net else 0
            depth = own + 1 if net else 0
            lines.append(Line(item, label_of(net, lang) if net else say("no-net", lang), own))
        elif item in codes:
            code = codes[item]
            lines.append(Line(item, label_of(code, lang), depth, code.exclusive))
    return page(
        request,
        "codingdesk/arrange.html",
        row,
        lines=lines,
        step=step,
        fault=fault,
        status=409 if fault else 200,
    )
