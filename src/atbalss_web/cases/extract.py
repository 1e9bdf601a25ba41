"""Cases as plain values: outcomes, attempts, centre, made-up key. Never a contact, never a note."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, Min, Q, Sum

from atbalss.fieldwork.invite import Mode
from atbalss.fieldwork.rates import tally
from atbalss.fieldwork.state import Counter, Fieldwork, eligible, outcomes_of
from atbalss_web.cases.models import Attempt, Case, Visit
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import rules_of


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case as analysis may know it. `weight` is its base weight, None where it has none."""

    key: str
    centre: str
    code: str
    replicate: int
    lang: str
    attempts: int
    weight: float | None


def case_rows(study: Study) -> list[CaseRow]:
    """All cases that were released, by made-up key, in order."""
    drawn = steps_of(study)
    columns = ("key", "centre__name", "code", "replicate", "lang", "n_attempts")
    rows = Case.objects.filter(study=study, is_released=True).order_by("key")
    return [
        CaseRow(
            key, centre or "", code, replicate, lang, attempts,
            weight_of(sample, study, drawn.get(place)),
        )
        for key, centre, code, replicate, lang, attempts, sample, place in rows.values_list(
            *columns, "sample", "centre_id"
        )
    ]  # fmt: skip


def steps_of(study: Study) -> dict[int | None, float]:
    """Each centre's k where visitors were invited with unequal, known probabilities 1/k; else none.

    A sample of all visitors of one centre and every third of another is weighted by 1 and 3.
    """
    places = list(study.centres.all())
    if any(place.mode not in (Mode.EVERYBODY, Mode.EVERY_KTH) for place in places):
        return {}
    found: dict[int | None, float] = {
        place.centre_id: float(place.k if place.mode == Mode.EVERY_KTH else 1) for place in places
    }
    return found if len(set(found.values())) > 1 else {}


def weight_of(sample: dict[str, object], study: Study, drawn: float | None = None) -> float | None:
    """A case's base weight, from the column that the study's rules name; None: it has none.

    Where they name none it is `drawn`, what the centre's way of inviting makes it.
    """
    if "weight" not in study.rules:
        return drawn
    try:
        value = float(str(sample.get(str(study.rules.get("weight", "")), "")))
    except ValueError:
        return None
    return value if isfinite(value) and value > 0 else None


def attempt_rows(study: Study) -> list[tuple[str, str, str, int]]:
    """Attempts as (case's key, time, code, calls), in order."""
    rows = Attempt.objects.filter(case__study=study, voided=None).order_by("case__key", "at", "id")
    return [
        (key, at.isoformat(), code, calls)
        for key, at, code, calls in rows.values_list("case__key", "at", "code", "calls")
    ]


def counters(study: Study) -> tuple[Counter, ...]:
    """What was counted at each centre's counter."""
    rows = (
        Visit.objects.filter(study=study)
        .values("centre__name", "mode")
        .annotate(
            visitors=Count("id"),
            invited=Count("id", filter=Q(is_invited=True)),
            agreed=Count("id", filter=Q(is_invited=True, has_agreed=True)),
        )
        .order_by("centre__name")
    )
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    modes: dict[str, set[Mode]] = defaultdict(set)
    for row in rows:
        name = row["centre__name"]
        for place, key in enumerate(("visitors", "invited", "agreed")):
            sums[name][place] += row[key]
        modes[name].add(Mode(row["mode"]))
    return tuple(Counter(name, *sums[name], frozenset(modes[name])) for name in sums)


def fieldwork(study: Study, interviews: dict[str, int]) -> Fieldwork:
    """The state of a study's fieldwork; `interviews` are finished ones by mode."""
    rows = case_rows(study)
    rules = rules_of(study)
    base = Fieldwork(
        outcomes_of(row.code for row in rows), rules.preset, rules.classes
    )  # classes of codes, for the tallies
    weights = [row.weight for row in rows]
    weighted = None
    if rows and all(weight is not None for weight in weights):
        weighted = tally((base.class_of(row.code), row.weight or 0.0) for row in rows)
    method = study.rules.get("e")
    done = Attempt.objects.filter(case__study=study).aggregate(
        n=Count("id"), calls=Sum("calls"), people=Count("by", distinct=True)
    )
    first, last = _days(study)
    return Fieldwork(
        base.outcomes,
        rules.preset,
        rules.classes,
        weighted,
        eligible(base.found, method),
        None if weighted is None else eligible(weighted, method),
        counters(study),
        rules.thresholds,
        interviews,
        done["n"],
        done["calls"] or 0,
        done["people"],
        first,
        last,
    )


def _days(study: Study) -> tuple[date | None, date | None]:
    """The first and last day of visits and attempts, on the study's clock."""
    zone = ZoneInfo(rules_of(study).calls.zone)
    spans = [
        Visit.objects.filter(study=study).aggregate(first=Min("at"), last=Max("at")),
        Attempt.objects.filter(case__study=study).aggregate(first=Min("at"), last=Max("at")),
    ]

    def day(moment: datetime) -> date:
        return moment.astimezone(zone).date()

    firsts = [day(item["first"]) for item in spans if item["first"]]
    lasts = [day(item["last"]) for item in spans if item["last"]]
    return min(firsts, default=None), max(lasts, default=None)
