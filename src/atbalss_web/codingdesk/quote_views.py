"""Verbatims: choose, cut with what is proposed, release; each leads back to its answer."""

from __future__ import annotations

import itertools
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from atbalss.coding.sensitive import told
from atbalss.coding.verbatims import HARD, Cut, Why
from atbalss.problems import Refused
from atbalss_web.accounts.queries import person
from atbalss_web.codingdesk import items, quoting
from atbalss_web.codingdesk.book import Book, book_of
from atbalss_web.codingdesk.framing import Stale
from atbalss_web.codingdesk.models import Quotation
from atbalss_web.codingdesk.pages import JUDGES, go, page, task_of, whole
from atbalss_web.codingdesk.posted import cut_by_marks
from atbalss_web.pages import language_of
from atbalss_web.texts import say

MOST = 200


def quotes(request: HttpRequest, pk: int) -> HttpResponse:
    """The chosen quotations, and answers to choose from."""
    row = task_of(request, pk, *JUDGES)
    lang, book = language_of(request), book_of(row)
    code, words = request.GET.get("code", ""), request.GET.get("words", "").strip().lower()[:100]
    rows = {
        held.answer.interview_id: held
        for held in Quotation.objects.filter(answer__task=row).select_related("answer")
    }
    known = items.labels(book, lang)
    found = [
        (one, [known.get(name, name) for name in one.codes])
        for one in book.all
        if one.answer.id not in rows
        and (not code or code in one.codes)
        and (not words or words in one.answer.text.lower())
    ]
    return page(
        request,
        "codingdesk/quotes.html",
        row,
        chosen=[(held, book.langs[key]) for key, held in rows.items() if key in book.answers],
        found=found[:MOST],
        n=len(found),
        langs_of=book.langs,
        known=known,
        code=code,
        words=words,
        told=request.GET.get("told", ""),
    )


@require_POST
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose an answer for publication."""
    row = task_of(request, pk, *JUDGES)
    key = request.POST.get("key", "")
    if quoting.choose(row, key, person(request), timezone.now()) is None:
        raise Http404
    return go("coding-quote", row.pk, key)


def quote(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """A quotation: the answer with what is proposed to be cut; posted, cuts and the release."""
    row = task_of(request, pk, *JUDGES)
    held = get_object_or_404(
        Quotation.objects.select_related("answer", "chosen_by", "released_by"),
        answer__task=row,
        answer__interview=key,
    )
    book = book_of(row)
    if key not in book.answers:
        raise Http404
    if request.method != "POST":
        return _quote(request, book, key, held)
    user, now, lang = person(request), timezone.now(), language_of(request)
    if "drop" in request.POST:
        quoting.drop(row, key, now, actor=user)
        return go("coding-quotes", row.pk, more="?told=quote-dropped")
    try:
        quoting.edit(
            row,
            key,
            whole(request.POST.get("step", "")) or 0,
            _posted_cuts(request, book, key),
            now,
            actor=user,
            sensitive="sensitive" in request.POST,
            release="release" in request.POST,
        )
    except Stale:
        held.refresh_from_db()
        return _quote(request, book, key, held, fault=say("quote-stale", lang), status=409)
    except Refused as refused:
        fault = " ".join(one.sentence(lang) for one in refused.problems)
        return _quote(request, book, key, held, fault=fault, status=422)
    return go("coding-quote", row.pk, key, more="?told=quote-saved")


def _posted_cuts(request: HttpRequest, book: Book, key: str) -> list[Cut]:
    """Ticked proposals, and what stands between square brackets in the marked copy of the text."""
    text = book.answers[key].text
    found = []
    for value in request.POST.getlist("cut")[:60]:
        start, _, rest = value.partition("-")
        end, _, why = rest.partition(":")
        a, b = whole(start), whole(end)
        if a is not None and b is not None and a < b <= len(text) and why in Why._value2member_map_:
            found.append(Cut(a, b, Why(why)))
    marked = request.POST.get("marked", "")
    plain = marked.replace("[", "|").replace("]", "|")
    if marked.count("[") == marked.count("]") and "|" not in text and "[" not in text:
        edges = cut_by_marks(plain, text, most=120, ends=True)
        found += [Cut(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b]
    return found


def _quote(
    request: HttpRequest,
    book: Book,
    key: str,
    held: Quotation,
    *,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    lang, answer = language_of(request), book.answers[key]
    same = held.mark == answer.mark
    cuts = quoting.cuts_of(held.cuts) if same else ()
    proposed = quoting.proposed(book.row, answer.text)
    offered = [
        {
            "value": f"{one.start}-{one.end}:{one.why.value}",
            "text": answer.text[one.start : one.end],
            "why": say(f"why-{one.why.value}", lang),
            "ticked": any(cut.start <= one.start and one.end <= cut.end for cut in cuts),
            "hard": one.why in HARD,
        }
        for one in proposed
    ]
    own = [
        one
        for one in cuts
        if not any(cut.start <= one.start and one.end <= cut.end for cut in proposed)
    ]
    standing = book.standings.get(key)
    known = items.labels(book, lang)
    return page(
        request,
        "codingdesk/quote.html",
        book.row,
        held=held,
        answer=answer,
        lang_of=book.langs[key],
        pieces=_pieces(answer.text, proposed, own),
        offered=offered,
        marked=_marked(answer.text, own),
        noticed=_noticed(answer.text, lang),
        codes=[known.get(code, code) for code in (standing.codes if standing else ())],
        changed=not same,
        told=request.GET.get("told", ""),
        fault=fault,
        status=status,
    )


def _noticed(text: str, lang: str) -> list[tuple[str, str]]:
    """Kinds of sensitive content that words of the text may tell of, each with those words."""
    found: dict[str, dict[str, None]] = {}
    for one in told(text):
        found.setdefault(one.kind, {})[text[one.start : one.end]] = None
    return [(say(f"sensitive-{kind}", lang), ", ".join(words)) for kind, words in found.items()]


def _pieces(text: str, proposed: Any, own: list[Cut]) -> list[tuple[str, str]]:
    """The text in pieces, each with why it would be cut, blank where it stays."""
    edges = sorted(
        {0, len(text), *(at for one in (*proposed, *own) for at in (one.start, one.end))}
    )
    found = []
    for start, end in itertools.pairwise(edges):
        why = next(
            (one.why.value for one in (*proposed, *own) if one.start <= start and end <= one.end),
            "",
        )
        found.append((text[start:end], why))
    return found


def _marked(text: str, own: list[Cut]) -> str:
    """The text with a person's own cuts between square brackets."""
    made, at = "", 0
    for one in own:
        made += f"{text[at : one.start]}[{text[one.start : one.end]}]"
        at = one.end
    return made + text[at:]
