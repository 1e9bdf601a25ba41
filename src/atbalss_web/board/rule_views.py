"""The page of a study's rules: how it is fielded, in words, and a form to change it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from atbalss.fieldwork.calls import CallRules
from atbalss.fieldwork.invite import Mode
from atbalss.fieldwork.outcomes import OUTCOMES
from atbalss.fieldwork.rules import WHOLE, FieldRules, read_rules
from atbalss.problems import Problem, Refused
from atbalss_web.accounts.models import Role
from atbalss_web.accounts.queries import person
from atbalss_web.board import rule_form, ruling
from atbalss_web.board.ruling import Wanted
from atbalss_web.board.views import READERS, acts, page, study_of
from atbalss_web.events.models import Event
from atbalss_web.pages import language_of
from atbalss_web.studies.models import Study
from atbalss_web.texts import say

# Defaults of the rules that `CallRules` does not hold.
USUAL = {"silent_days": 3, "poster_a_minute": 20}
ELSEWHERE = ("preset", "classes", "weight", "centre_question", "tables")  # only in field.yaml


def rules(request: HttpRequest, pk: int) -> HttpResponse:
    """How a study is fielded, in words; a supervisor changes it by the form below."""
    if request.method != "POST":
        study = study_of(request, pk, *READERS)
        done = "rule-saved" if request.GET.get("done") == "1" else ""
        return _shown(request, study, ruling.present(study), done=done)
    study = study_of(request, pk, Role.SUPERVISOR)
    wanted = rule_form.wanted_of(study, request.POST)
    seen = request.POST.get("seen", "")[:16]
    try:
        changed = ruling.change(study, wanted, seen, timezone.now(), actor=person(request))
    except Refused as refused:
        return _shown(request, study, wanted, problems=refused.problems, status=422)
    except ruling.Stale:
        return _shown(request, study, ruling.present(study), done="rule-stale", status=409)
    where = reverse("board-rules", args=[pk]) + ("?done=1" if changed else "")
    return HttpResponseRedirect(where, status=303)


def _shown(
    request: HttpRequest,
    study: Study,
    wanted: Wanted,
    *,
    problems: tuple[Problem, ...] | list[Problem] = (),
    done: str = "",
    status: int = 200,
) -> HttpResponse:
    lang = language_of(request)
    name = _namer(study, lang)
    held, _ = read_rules(study.rules)
    limits = wanted.rules.get("thresholds") or {}
    faults = [(_field(item), _told(item, name, lang), item.remedy(lang)) for item in problems]
    found = page(
        request,
        "board/rules.html",
        study,
        may_act=acts(request, study),
        words=_words(study, held, lang),
        rules=wanted.rules,
        usual={key: getattr(CallRules, key, USUAL.get(key)) for key in WHOLE},
        bounds=WHOLE,
        hours=rule_form.hours_rows(wanted.rules, CallRules.legal),
        delays=[
            (code, OUTCOMES[code].label.get(lang), OUTCOMES[code].delay)
            for code in rule_form.DELAYED
        ],
        limits={key: _percent(limits.get(key)) for key in ("complete", "partial")},
        places=[
            (row, *wanted.places.get(row.pk, (row.mode, row.k, row.start)))
            for row in ruling.places_of(study)
        ],
        modes=[item.value for item in Mode],
        quotas=[
            (row, wanted.targets.get(row.pk, row.target)) for row in study.quotas.order_by("id")
        ],
        faults=faults,
        bad={field for field, _, _ in faults},
        done=done,
        seen=ruling.mark_of(ruling.present(study)),
        elsewhere=[
            (name(key), _as_text(study.rules[key])) for key in ELSEWHERE if key in study.rules
        ],
        history=[(item, _changes(item, name)) for item in ruling.history(study)],
    )
    found.status_code = status
    return found


def _changes(item: Event, name: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """What an event changed: names for people, before, after."""
    return [(name(what), _as_text(old), _as_text(new)) for what, old, new in item.data["changes"]]


def _percent(value: object) -> object:
    return f"{value * 100:g}" if isinstance(value, float | int) else value or ""


def _as_text(value: object) -> str:
    """A value of a rule as `field.yaml` writes it; "–" where there is none."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _namer(study: Study, lang: str) -> Callable[[str], str]:
    """Names of rules for people, by key."""

    def name(key: str) -> str:
        kind, _, rest = key.partition(" ")
        if rest and kind in ("centre", "quota"):
            return say(f"rule-of-{kind}", lang).format(name=rest)
        return say(f"rule-{key.replace('_', '-')}", lang)

    return name


def _told(item: Problem, name: Callable[[str], str], lang: str) -> str:
    """A fault with the rule's name for people in place of its key."""
    args = dict(item.args)
    if "rule" in args:
        shown = tuple((k, name(v) if k == "rule" else v) for k, v in item.args)
        return Problem(item.code, item.where, shown).sentence(lang)
    return item.sentence(lang)


def _field(item: Problem) -> str:
    """The field of the form that a fault is about."""
    first = f"delay-{rule_form.DELAYED[0]}"
    known = {"thresholds": "complete", "legal": "from-0", "delays": first}
    return known.get(item.where.column, item.where.column.replace("place-", "k-"))


def _words(study: Study, held: FieldRules, lang: str) -> list[str]:
    """The rules as whole sentences."""
    calls = held.calls

    def told(key: str, **parts: Any) -> str:
        return say(f"rule-says-{key}", lang).format(**parts)

    def days(found: frozenset[int]) -> str:
        names = say("rule-days", lang).split()
        spans: list[list[int]] = []
        for day in sorted(found):
            if spans and spans[-1][-1] == day - 1:
                spans[-1].append(day)
            else:
                spans.append([day])
        return ", ".join(
            names[one[0]] if len(one) == 1 else f"{names[one[0]]}–{names[one[-1]]}" for one in spans
        )

    first, last = (f"{day:%d.%m.%Y}" if day else "…" for day in (calls.first_day, calls.last_day))
    lines = [told("period", first=first, last=last)] if calls.first_day or calls.last_day else []
    hours = "; ".join(
        f"{days(one.days)} {one.start:%H:%M}–{one.end:%H:%M}"
        for one in sorted(calls.legal, key=lambda one: sorted(one.days))
    )
    lines.append(told("hours", hours=hours, zone=calls.zone))
    if calls.holidays:
        dates = ", ".join(f"{day:%d.%m.%Y}" for day in sorted(calls.holidays))
        lines.append(told("holidays", days=dates))
    lines.append(told("attempts", most=calls.max_attempts, day=calls.max_per_day))
    lines.append(told("spread" if calls.spread else "no-spread"))
    lines.append(told("appointments", early=calls.early, late=calls.late))
    limits = held.thresholds
    lines.append(
        told("thresholds", complete=_percent(limits.complete), partial=_percent(limits.partial))
    )
    lines.append(told(f"preset-{held.preset.value}"))
    return lines
