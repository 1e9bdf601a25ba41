"""Reading cases: who was counted, invited and agreed at each centre."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from atbalss.fieldwork.invite import Mode, Rule, sample_kind
from atbalss.study.about import SampleKind
from atbalss_web.accounts.models import Centre
from atbalss_web.cases.models import Consent, Visit
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import sample_kind_of


@dataclass(frozen=True, slots=True)
class Participation:
    """What happened at a counter: numbers of visitors. `waiting`: invited, no answer yet."""

    centre: Centre
    visitors: int
    invited: int
    agreed: int
    refused: int

    @property
    def waiting(self) -> int:
        """Those invited of whom no answer is known."""
        return self.invited - self.agreed - self.refused


def participation(study: Study, *, day: date | None = None) -> list[Participation]:
    """Participation at the counter by centre, a row for each centre of the study, by its code."""
    visits = Visit.objects.filter(study=study)
    if day is not None:
        visits = visits.filter(day=day)
    counted = {row["centre_id"]: row for row in _counts(visits.values("centre_id"))}
    ids = {place.centre_id for place in study.centres.all()} | counted.keys()
    return [
        _row(centre, counted.get(centre.pk, {}))
        for centre in Centre.objects.filter(pk__in=ids).order_by("code")
    ]


def today_at(study: Study, centre: Centre, day: date) -> Participation:
    """Participation at one centre on one day."""
    found = _counts(
        Visit.objects.filter(study=study, centre=centre, day=day).values("centre_id")
    ).first()
    return _row(centre, found or {})


def _counts(visits: QuerySet[Visit, dict[str, object]]) -> QuerySet[Visit, dict[str, object]]:
    return visits.annotate(
        visitors=Count("id"),
        invited=Count("id", filter=Q(is_invited=True)),
        agreed=Count("id", filter=Q(has_agreed=True)),
        refused=Count("id", filter=Q(has_agreed=False)),
    ).order_by("centre_id")


def _row(centre: Centre, found: dict[str, object]) -> Participation:
    names = ("visitors", "invited", "agreed", "refused")
    return Participation(centre, *(int(str(found.get(name, 0))) for name in names))


def sample_kind_taken(study: Study) -> SampleKind:
    """What the sample became: as `sample_kind_of`, and every visit so far under such a rule."""
    modes: Iterable[str] = Visit.objects.filter(study=study).values_list("mode", flat=True)
    kinds = {sample_kind(Rule(Mode(mode))) for mode in set(modes)}
    return SampleKind.SELF_SELECTED if SampleKind.SELF_SELECTED in kinds else sample_kind_of(study)


def consents_by_text(study: Study) -> list[dict[str, object]]:
    """The consent register in numbers: by version of the text, language and channel."""
    return list(
        Consent.objects.filter(case__study=study)
        .values("version", "digest", "lang", "channel")
        .annotate(given=Count("id"), withdrawn=Count("id", filter=Q(withdrawn__isnull=False)))
        .order_by("version", "digest", "lang", "channel")
    )
