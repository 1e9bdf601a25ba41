"""Results of a study in the field: its cubes, counted by the plan's own path and remembered.

Whoever must not see single answers (a client, a centre's manager) sees whole tens of interviews:
the difference between two looks is never one person. A centre stands beside the network, with the
rest of the network declared too, so that suppression knows what could be had by subtraction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import polars as pl
from django.db.models import Count, Max, Sum

from atbalss import plan
from atbalss.study import about
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text
from atbalss.study.waves import FIELD, Wave
from atbalss.tables.demand import Demand, Filter
from atbalss_web.accounts.models import Centre
from atbalss_web.cases.participation import sample_kind_taken
from atbalss_web.codingdesk.models import Decision, Task
from atbalss_web.press.answered import Answered, answered
from atbalss_web.press.kept import Kept
from atbalss_web.press.texts import WORDS
from atbalss_web.runner.extract import finished
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import live_version, table_rules_of

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

STEP = 10  # interviews: results of those who must not see single answers grow by so many
CENTRE = "case:centre"  # the centre of the case, as a question of the frame
OWN, REST = "own", "rest"
MINE: Filter = ((CENTRE, OWN),)
OTHERS: Filter = ((CENTRE, REST),)
KEPT = 48  # cubes a process keeps

_KEPT: Kept[Live] = Kept(KEPT)
_ANSWERED: Kept[Answered] = Kept(4)


@dataclass(frozen=True)
class Live:
    """The results of a study at a moment. `n` interviews are counted, of `n_all` finished ones."""

    cells: Cells
    study: about.Study
    questionnaire: Questionnaire
    n: int
    n_all: int
    until: datetime | None  # when the last interview that is counted ended
    is_weighted: bool
    centre: Centre | None = None


def live(study: Study, *, centre: Centre | None = None, whole_tens: bool = True) -> Live | None:
    """Results of a study, with a centre's own beside them; None while there are none to show.

    `whole_tens`: only the first 10, 20, ... finished interviews are counted while the field is
    open. Reckoned again only when the finished interviews, the codes, the cases' centres or the
    rules have changed.
    """
    stamp = _stamp(study)
    tens = whole_tens and study.is_open

    def made() -> Live | None:
        found = _ANSWERED.get(stamp, lambda: answered(study))
        return None if found is None else _made(study, found, centre, tens)

    return _KEPT.get((*stamp, centre and (centre.pk, centre.name), tens), made)


def _stamp(study: Study) -> tuple[object, ...]:
    """What changes whenever a result may: cheap to ask, some statements."""
    found = finished(study).aggregate(
        n=Count("pk"),
        last=Max("ended"),
        newest=Max("pk"),
        pages=Sum("step"),
        places=Sum("case__centre"),
    )
    version = live_version(study)
    rules = repr(sorted(study.rules.items()))
    coding = (
        *Task.objects.filter(study=study).aggregate(Count("pk"), Sum("number")).values(),
        *Decision.objects.filter(answer__task__study=study)
        .aggregate(Count("pk"), Max("pk"))
        .values(),
    )
    places = tuple(study.centres.order_by("pk").values_list("centre_id", "mode", "k", "poster"))
    return (
        study.pk, study.is_open, version and version.pk, rules, repr(study.title), places,
        *found.values(), *coding,
    )  # fmt: skip


def _made(study: Study, found: Answered, centre: Centre | None, tens: bool) -> Live | None:
    n_all = len(found.ended)
    n = n_all // STEP * STEP if tens else n_all
    if not n:
        return None
    frame, demand = found.first(n), Demand()
    if centre is not None:
        own = [OWN if place == centre.pk else REST for place in found.places[:n]]
        column = pl.Series(CENTRE, own, dtype=pl.Enum([OWN, REST]))
        data = frame.data.with_columns(column, pl.lit(True).alias(f"{CENTRE}:reached"))
        frame = replace(frame, questionnaire=_with_centre(frame.questionnaire, centre), data=data)
        demand = Demand(amongs=frozenset({MINE, OTHERS}))
    described = about_of(study)
    cells = plan.cells(plan.Pieces(described, frame.questionnaire, {FIELD: frame}), demand)
    weighted, until = found.is_weighted(n), found.ended[n - 1]
    return Live(cells, described, frame.questionnaire, n, n_all, until, weighted, centre)


def _with_centre(questionnaire: Questionnaire, centre: Centre) -> Questionnaire:
    """The questionnaire with the case's centre as a question: this one, or another."""
    names = Text.of(dict.fromkeys(("lv", "en", "ru"), centre.name))
    codes = CodeList(CENTRE, (Code(OWN, names, names), Code(REST, _say("rs-others"))))
    question = Question(CENTRE, Kind.SINGLE, _say("centre-column"), codes=codes, role=Role.SAMPLE)
    return replace(questionnaire, items=(*questionnaire.items, question))


def about_of(study: Study) -> about.Study:
    """A study of the site as the report's plan knows one: a single wave, in the field."""
    title = Text.of(_texts(study.title)) or Text.of({"lv": study.slug})
    wave = Wave(FIELD, _say("rs-network"), invented=study.is_invented, has_answers=True)
    return about.Study(
        study.slug,
        title,
        tuple(study.langs) or ("lv",),
        FIELD,
        (wave,),
        sample_kind=sample_kind_taken(study),
        rules=table_rules_of(study),
    )


def _texts(found: Mapping[str, Any]) -> dict[str, str]:
    return {lang: str(words) for lang, words in found.items()}


def _say(key: str) -> Text:
    return Text.of(dict(zip(("lv", "en", "ru"), WORDS[key], strict=True)))
