"""What a coder's screen shows: the codes to choose from, and an answer with all that helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from django.urls import reverse

from atbalss.coding import pack
from atbalss.coding.codeframe import innermost, level
from atbalss.coding.decisions import Decision as DecisionValue
from atbalss.coding.decisions import Origin
from atbalss.coding.queue import Duty
from atbalss.coding.task import Task
from atbalss.report.numerals import percent
from atbalss.study.codes import Code
from atbalss_web.accounts.models import User
from atbalss_web.codingdesk import queries, remarks, stored
from atbalss_web.codingdesk.book import Book, label_of, said_beside
from atbalss_web.codingdesk.models import Example
from atbalss_web.codingdesk.models import Task as Row
from atbalss_web.texts import say

EXAMPLES = 3  # shown with a code
LEAST = 0.05  # confidence of a suggestion that is worth reading


@dataclass(frozen=True)
class Choice:
    """A code as the coder sees it; `number` is what he types."""

    name: str
    number: int
    label: str
    description: str = ""
    examples: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True)
class Chapter:
    """Codes under a heading: a net, or the options of the question that the text continues."""

    title: str
    depth: int
    choices: tuple[Choice, ...]


def palette(book: Book, lang: str) -> list[Chapter]:
    """The codes of a task under their nets, then those of none, then options of the question."""
    task, numbers = book.task, count(1)
    examples = examples_of(book)
    codes = task.frame.codes
    found = []
    for title, depth, members in _chapters(task, lang):
        choices = tuple(
            _choice(code, code.name, next(numbers), lang, examples.get(code.name, ()))
            for code in members
        )
        if choices or depth:
            found.append(Chapter(title, depth, choices))
    if task.options is not None and codes is not None:
        own = tuple(
            _choice(code, f"{task.parent}/{code.name}", next(numbers), lang, ())
            for code in task.options.codes
        )
        found.append(Chapter(say("options-of-question", lang), 0, own))
    return [item for item in found if item.choices]


def _chapters(task: Task, lang: str) -> Iterator[tuple[str, int, list[Code]]]:
    codes = task.frame.codes
    inner = {code.name: innermost(codes, code) for code in codes.codes}
    for net in codes.nets:
        members = [code for code in codes.codes if inner[code.name] == net.name]
        yield label_of(net, lang), level(codes, net.name), members
    rest = [code for code in codes.codes if not inner[code.name]]
    yield (say("no-net", lang) if codes.nets else "", 0, rest)


def _choice(code: Code, name: str, number: int, lang: str, own: Sequence[str]) -> Choice:
    return Choice(
        name,
        number,
        label_of(code, lang),
        code.description.get(lang),
        tuple(dict.fromkeys((*code.examples, *own)))[:EXAMPLES],
        code.exclusive,
    )


def examples_of(book: Book) -> dict[str, list[str]]:
    """Answers that were kept as examples, by code."""
    found: dict[str, list[str]] = {}
    rows = Example.objects.filter(answer__task=book.row).order_by("pk")
    for code, key in rows.values_list("code", "answer__interview_id"):
        if key in book.answers:
            found.setdefault(code, []).append(book.answers[key].text)
    return found


def labels(book: Book, lang: str) -> dict[str, str]:
    """The label of each code that may be given, and of those given that the frame has no more."""
    found: dict[str, str] = {}
    given = {code for one in book.every for code in one.codes}
    if not all(book.task.has(code) for code in given):
        for content in book.row.frames.order_by("number").values_list("content", flat=True):
            found |= {one.name: label_of(one, lang) for one in pack.frame(content).codes.codes}
    return found | {name: label_of(code, lang) for name, code in book.task.choices.items()}


def item(book: Book, key: str, user: User, now: datetime, lang: str) -> dict[str, Any]:
    """An answer for the screen, as plain values."""
    answer = book.answers[key]
    duty = queries.duty_of(book, key, user)
    cuts, chosen = _prefilled(book, key, user, duty)
    return {
        "key": key,
        "where": reverse("coding-at", args=[book.row.pk, key]),
        "step": queries.step_of(book.row, key),
        "mark": answer.mark,
        "text": answer.text,
        "lang": book.langs[key],
        "cuts": cuts,
        "chosen": chosen,
        "kind_words": _why(duty, lang),
        "remarks": said_about(book.row, key, lang),
        "context": said_beside(book.row, key, lang),
        "suggested": [
            {
                "code": one.code,
                "share": round(one.confidence, 3),
                "words": percent(one.percent / 100, lang),
            }
            for one in queries.suggested(book, key)
            if book.task.has(one.code) and one.confidence >= LEAST
        ],
        "alike": [
            {
                "key": one.answer.id,
                "step": one.step,
                "text": one.answer.text,
                "lang": book.langs[one.answer.id],
                "near": one.near,
            }
            for one in queries.alike(book, answer, user, now)
        ],
    }


def _prefilled(
    book: Book, key: str, user: User, duty: Duty | None
) -> tuple[list[int], list[list[str]]]:
    """Cuts and codes of what the coder himself said, or took back last.

    Who looks again at what another coded sees what is left of it in the present frame.
    """
    back = queries.taken_back(book.row, key, user)
    own = queries.own_decision(book, key, user)
    if back is not None and back.mark == book.answers[key].mark:
        codes, segments = list(back.codes), stored.segments_of(back.segments)
    elif own is not None:
        codes, segments = list(own.codes), own.segments
    elif duty in (Duty.LOOK, Duty.RELIEF):
        return [], [list(book.standings[key].codes)]
    else:
        return [], []
    if not segments:
        return [], [codes]
    ends = sorted({one.start for one in segments} | {one.end for one in segments})
    size = len(book.answers[key].text)
    cuts = [at for at in ends if 0 < at < size]
    by_start = {one.start: list(one.codes) for one in segments}
    return cuts, [by_start.get(at, []) for at in (0, *cuts)]


def said_about(row: Row, key: str, lang: str) -> list[str]:
    """What was asked about an answer and what was replied, a line each."""
    found = []
    for one in remarks.about(row, key):
        asker = one.by.username if one.by else "–"
        found.append(say("remark-line", lang).format(who=asker, text=one.text))
        if one.reply:
            who = one.closed_by.username if one.closed_by else "–"
            found.append(say("remark-reply", lang).format(who=who, text=one.reply))
    return found


def _why(duty: Duty | None, lang: str) -> str:
    """Why an answer comes again; a second coder is not told that he is one."""
    if duty in (Duty.LOOK, Duty.RELIEF):
        return say("look-again", lang)
    if duty is Duty.STALE:
        return say("words-changed", lang)
    return ""


def progress(book: Book, lang: str, waits: int) -> dict[str, Any]:
    """How far the coding is, in numbers and words."""
    found = queries.counts_of(book)
    done = found.answers - found.open
    words = say("progress-words", lang).format(done=done, of=found.answers, waits=waits)
    return {"done": done, "of": found.answers, "words": words}


def theirs(book: Book, key: str, lang: str) -> str:
    """What others decided on an answer, in words."""
    from atbalss_web.accounts.models import User as People

    known = labels(book, lang)
    held: list[DecisionValue] = list(book.standings[key].held) if key in book.standings else []
    names = dict(
        People.objects.filter(pk__in=[one.who for one in held if one.who.isdigit()]).values_list(
            "pk", "username"
        )
    )
    found = []
    for one in held:
        who = (
            say("machine", lang)
            if one.origin is Origin.MACHINE
            else names.get(int(one.who) if one.who.isdigit() else 0, "–")
        )
        found.append(f"{who}: {' · '.join(known.get(code, code) for code in one.codes)}")
    return "; ".join(found) or say("nothing-stands", lang)
