"""Interview pages: an answer posted, the next page shown. The token is the right to answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from atbalss.answers.record import Record, as_text
from atbalss.interview.accept import Accepted
from atbalss.interview.page import Page, page, page_of
from atbalss.interview.path import Path, is_put, path, walk
from atbalss.interview.raw import Raw
from atbalss.problems import Problem
from atbalss.study.questionnaire import Questionnaire
from atbalss_web.pages import render
from atbalss_web.patience import patiently
from atbalss_web.runner import actions
from atbalss_web.runner.keys import is_scale, keys_of
from atbalss_web.runner.models import Interview
from atbalss_web.runner.queries import Held, behind, context_of
from atbalss_web.runner.record import as_record
from atbalss_web.studies.queries import questionnaire_of

END = "-"  # the page after the last question


@dataclass(frozen=True)
class Screen:
    """What one screen of an interview needs: the page and where it stands."""

    interview: Interview
    questionnaire: Questionnaire
    record: Record
    way: Path
    name: str
    page: Page | None
    previous: str

    @property
    def share_done(self) -> int:
        """How far along the questionnaire, in percent: an answer never takes it back."""
        if self.name == END or not self.way.reached:
            return 100
        if self.page is None or not self.page.items:
            return 0
        put = [item.name for item in self.questionnaire.questions if is_put(item)]
        return round(100 * put.index(self.page.items[0].name) / len(put))


def screen(interview: Interview, wanted: str = "", taken: Accepted | None = None) -> Screen:
    """The screen of an interview: the page wanted, if it is on the route, else the next one.

    `taken`: the record just saved, with its walk, so that neither is made again.
    """
    questionnaire = questionnaire_of(interview.version_id)
    context = context_of(interview, timezone.now())
    seen = taken.seen if taken is not None else None
    if taken is None:
        record = as_record(questionnaire, interview.key, interview.record)
    else:
        record = taken.record
    seen = seen or walk(questionnaire, record, context)
    way = path(questionnaire, record, context, seen)
    reached = [name for name in way.reached if is_put(questionnaire.by_name[name])]
    pages = list(dict.fromkeys(_page_name(questionnaire, name) for name in reached))
    following = _page_name(questionnaire, way.next) if way.next else END
    last = pages.index(following) if following in pages else len(pages)
    name = wanted if wanted in pages[: last + 1] or (wanted == END and way.complete) else following
    shown = (
        None if name == END else page(questionnaire, record, name, interview.lang, context, seen)
    )
    before = pages.index(name) if name in pages else len(pages)
    previous = pages[before - 1] if before else ""
    return Screen(interview, questionnaire, record, way, name, shown, previous)


def _page_name(questionnaire: Questionnaire, question: str) -> str:
    group, _ = page_of(questionnaire, question)
    return question if group is None else group.name


@dataclass(frozen=True)
class Way:
    """How an interview is come to: by the respondent's link, or by an interviewer."""

    door: str | Held
    back: str  # where its page is
    ended: str = ""  # where to go when it has ended; else its page says so
    mode: str = "web"
    template: str = "runner/page.html"
    more: Callable[[Interview], Mapping[str, object]] = lambda interview: {}


@csrf_exempt  # the token in the address is a secret; there is no cookie to ride on
def respondent(request: HttpRequest, token: str) -> HttpResponse:
    """A respondent's interview."""
    way = Way(token, request.path)
    try:
        return patiently(request, lambda: asked(request, way))
    except Interview.DoesNotExist:
        return render(request, "runner/gone.html", {}, status=404)


def asked(request: HttpRequest, way: Way) -> HttpResponse:
    """The page of an interview, or what a posted one leads to."""
    if request.method == "POST":
        return answered(request, way)
    return show(request, behind(way.door), way, request.GET.get("at", ""))


def answered(request: HttpRequest, way: Way) -> HttpResponse:
    """Take a posted page and go on to the next, or show it again with what is to be mended.

    A form is answered by a redirect, a script that asks for it by the next page itself.
    """
    now = timezone.now()
    if "finish" in request.POST:
        actions.finish(way.door, now, mode=way.mode)
        return HttpResponseRedirect(way.ended or way.back, status=303)
    posted, reasons = posted_answers(request)
    name, lang = request.POST.get("page", ""), request.POST.get("lang", "")
    if speak := request.POST.get("speak"):
        return show(request, actions.speak(way.door, speak, now), way, name, posted=posted)
    done = actions.answer(
        way.door,
        posted,
        now,
        page=name,
        lang=lang,
        reasons=reasons,
        seconds=_seconds(request),
        mode=way.mode,
    )
    if done.interview.state != "open" and way.ended:
        return HttpResponseRedirect(way.ended, status=303)
    if done.problems or done.soft:
        return show(request, done.interview, way, name, done.problems, done.soft, posted, lang=lang)
    if request.headers.get("X-Atbalss") == "page":
        return show(request, done.interview, way, taken=done.taken)
    return HttpResponseRedirect(way.back, status=303)


def posted_answers(request: HttpRequest) -> tuple[dict[str, Raw], dict[str, str]]:
    """Answers by question, and the reasons given for overriding soft checks.

    Fields are `q.NAME` (one or several values), `has.NAME` for each question on the page, so that
    an empty multiple choice is known from one that was not there, and `reason.NAME`.
    """
    posted: dict[str, Raw] = {}
    reasons = {}
    for field in request.POST:
        kind, _, name = field.partition(".")
        if kind == "has":
            posted[name] = request.POST.getlist(f"q.{name}")
        elif kind == "reason":
            reasons[name] = request.POST.get(field, "")[:500]
    return posted, reasons


def _seconds(request: HttpRequest) -> float | None:
    try:
        value = float(request.POST.get("seconds", ""))
    except ValueError:
        return None
    return value if math.isfinite(value) and 0 <= value < 86400 else None


def show(
    request: HttpRequest,
    interview: Interview,
    way: Way,
    wanted: str = "",
    problems: tuple[Problem, ...] = (),
    soft: tuple[Problem, ...] = (),
    posted: Mapping[str, Raw] | None = None,
    *,
    lang: str = "",
    taken: Accepted | None = None,
) -> HttpResponse:
    """A screen of an interview; what was typed stays where an answer was not taken.

    Another language may be asked for in the address; it is kept with the next answer.
    """
    if interview.kind == "real":
        interview.mode = way.mode  # a trial shows itself as it was begun
    lang = lang or request.GET.get("lang", "")
    langs = questionnaire_of(interview.version_id).langs
    lang = lang if lang in langs else interview.lang
    if lang != interview.lang:
        interview.lang, taken = lang, None
    values: dict[str, object] = dict(way.more(interview))
    if interview.state != "open":
        key = "sent-away" if interview.state == "sent_away" else "thanks"
        return render(
            request, "runner/ended.html", {"key": key, "interview": interview, **values}, lang=lang
        )
    found = screen(interview, wanted, taken)
    items = found.page.items if found.page else ()
    texts = {item.name: as_text(found.record.answers.get(item.name)) for item in items}
    values |= {
        "screen": found,
        "interview": interview,
        "problems": by_question(problems, lang),
        "soft": by_question(soft, lang, remedy=False),  # the field beside says what to do
        "given": {name: _as_list(raw) for name, raw in (posted or {}).items()},
        "answers": {name: words.split() for name, words in texts.items()},
        "texts": texts,
        "keys": {item.name: keys_of(item.options) for item in items},
        "scales": {item.name for item in items if is_scale(item.options)},
    }
    status = 422 if problems or soft else 200
    return render(request, way.template, values, lang=lang, status=status)


def by_question(
    problems: tuple[Problem, ...], lang: str, *, remedy: bool = True
) -> dict[str, list[str]]:
    """Sentences of problems by question, with what to do; "" for those of none."""
    found: dict[str, list[str]] = {}
    for item in problems:
        words = f"{item.sentence(lang)} {item.remedy(lang) if remedy else ''}".strip()
        found.setdefault(item.where.column, []).append(words)
    return found


def _as_list(raw: Raw) -> list[str]:
    return [raw] if isinstance(raw, str) else list(raw or ())
