"""Reading studies: the questionnaire of a version, parsed once a process; rules as values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform import read_questionnaire
from atbalss.fieldwork.invite import Mode, Rule, sample_kind
from atbalss.fieldwork.quotas import Quota
from atbalss.fieldwork.rules import FieldRules, read_rules
from atbalss.problems import Refused, errors
from atbalss.study.about import SampleKind, SmallRows, TableRules
from atbalss.study.questionnaire import Questionnaire
from atbalss_web.studies.models import QuotaCell, Study, StudyCentre, Version


def sheets_as_values(workbook: Workbook) -> list[dict[str, Any]]:
    """A workbook as plain values: what a version keeps of its XLSForm."""
    return [
        {"name": sheet.name, "grid": [list(row) for row in sheet.grid]} for sheet in workbook.sheets
    ]


def workbook_of(values: list[dict[str, Any]]) -> Workbook:
    """The workbook that plain values stand for."""
    return Workbook(tuple(Sheet.of(item["name"], item["grid"]) for item in values))


def parsed(
    sheets: list[dict[str, Any]], frames: list[dict[str, Any]] | None, name: str, lang: str
) -> Questionnaire:
    """The questionnaire of kept sheets, by our own reader; Refused with problems if it is bad."""
    found, problems = read_questionnaire(
        workbook_of(sheets),
        workbook_of(frames) if frames else None,
        file="questionnaire",
        name=name,
        default_lang=lang,
    )
    if found is None or errors(problems):
        raise Refused(problems)
    return found


@lru_cache(maxsize=64)
def questionnaire_of(version_id: int) -> Questionnaire:
    """The questionnaire of a version; a version never changes, so a process reads it once."""
    version = Version.objects.select_related("study").get(pk=version_id)
    langs = version.study.langs or ["lv"]
    return parsed(version.sheets, version.frames, version.study.slug, langs[0])


def live_version(study: Study) -> Version | None:
    """The version that new interviews get."""
    return study.versions.filter(is_live=True).order_by("-number").first()


def rules_of(study: Study) -> FieldRules:
    """The rules of a study from its plain values; what is left out is the default.

    Refused where they make no sense.
    """
    made, problems = read_rules(study.rules)
    if problems:
        raise Refused(problems)
    return made


def table_rules_of(study: Study) -> TableRules:
    """What is hidden and marked in a study's tables: `rules["tables"]`, or the usual limits."""
    own = study.rules.get("tables", {})
    known = {key: own[key] for key in ("hide_under", "mark_under", "confidence") if key in own}
    if "small_rows" in own:
        known["small_rows"] = SmallRows(own["small_rows"])
    return TableRules(**known)


def quotas_of(study: Study) -> tuple[Quota, ...]:
    """The quotas of a study with their counts."""
    return tuple(quota_value(item) for item in study.quotas.order_by("id"))


def quota_value(row: QuotaCell) -> Quota:
    """A quota's row as a value."""
    cell = tuple((question, code) for question, code in row.cell)
    return Quota(row.name, cell, row.target, row.done, row.reserved)


def invitation_rule(place: StudyCentre) -> Rule:
    """How a centre invites: its row as a value."""
    return Rule(Mode(place.mode), max(place.k, 1), min(max(place.start, 1), max(place.k, 1)))


def quota_open(study: Study, known: Mapping[str, str]) -> bool:
    """Whether a person of whom `known` answers are known may still be needed by some quota."""
    fitting = [
        item
        for item in quotas_of(study)
        if all(known.get(question, code) == code for question, code in item.cell)
    ]
    return not fitting or any(item.left > 0 for item in fitting)


def sample_kind_of(study: Study) -> SampleKind:
    """What the way of inviting makes of the sample: it decides how precision is worded.

    A probability sample only if every centre invites by a probability rule and no poster asks
    whoever passes; anything else, also no centre at all, is self-selection.
    """
    places = list(study.centres.all())
    kinds = {sample_kind(invitation_rule(place)) for place in places}
    if kinds == {SampleKind.PROBABILITY} and not any(place.poster for place in places):
        return SampleKind.PROBABILITY
    return SampleKind.SELF_SELECTED
