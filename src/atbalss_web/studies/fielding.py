"""Putting a study folder into the field by its `field.yaml`, and changing how it is fielded."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.db import transaction

from atbalss.folder import open_study
from atbalss.folder.fielding import FILE, FieldCentre, Fielding, read_fielding
from atbalss.problems import Place, Refused, errors, problem
from atbalss_web.accounts.models import Centre, Organisation
from atbalss_web.accounts.seal import new_key
from atbalss_web.events.actions import record as event
from atbalss_web.studies.actions import open_folder
from atbalss_web.studies.models import QuotaCell, Study, StudyCentre
from atbalss_web.studies.queries import table_rules_of


def put_in_field(path: Path, organisation: Organisation, now: datetime) -> Study:
    """A study folder's questionnaire, consent, centres, quotas and rules on the site.

    Again, it changes what differs: a new questionnaire becomes the live version; a quota keeps what
    it counted; a centre or quota that the file names no more stays as it is. Refused with located
    problems, and then nothing is changed.
    """
    folder = open_study(path)
    if errors(folder.problems):
        raise Refused(folder.problems)
    found, problems = read_fielding(path, folder.questionnaire, folder.study.langs)
    if found is None or errors(problems):
        raise Refused(problems)
    with transaction.atomic():
        version = open_folder(path, organisation, now)
        study = Study.objects.select_for_update().get(pk=version.study_id)
        study.title = dict(folder.study.title.pairs)
        study.langs = list(folder.study.langs)
        study.is_open, study.is_invented = found.is_open, found.is_invented
        study.retention, study.rules = found.retention, dict(found.rules)
        if found.consent:
            text = dict(found.consent.pairs)
            study.consent = {"version": found.consent_version, "text": text}
        study.script = dict(found.script.pairs)
        if study.data_key is None and study.destroyed is None:
            study.data_key = new_key()
        _try_rules(study)
        study.save()
        for centre in found.centres:
            _centre(study, centre)
        _quotas(study, found)
        event("study-fielded", now, study=str(study.pk), subject=study.slug, open=found.is_open)
    return study


def _try_rules(study: Study) -> None:
    """Refused where the limits of tables are none; the other rules are checked with the file."""
    try:
        table_rules_of(study)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        what = str(error).strip("'\"") or type(error).__name__
        raise Refused([problem("folder-field-rule", Place(FILE), what=what[:200])]) from error


def _centre(study: Study, found: FieldCentre) -> None:
    centre, _ = Centre.objects.get_or_create(
        organisation=study.organisation, code=found.code, defaults={"name": found.name}
    )
    how = {"mode": found.mode.value, "k": found.k, "start": found.start}
    StudyCentre.objects.update_or_create(study=study, centre=centre, defaults=how)


def _quotas(study: Study, found: Fielding) -> None:
    for item in found.quotas:
        cell = [list(pair) for pair in item.cell]
        held = QuotaCell.objects.select_for_update().filter(study=study, name=item.name).first()
        if held is not None:
            if held.target == item.target and held.cell == cell:
                continue
            if item.target < held.done + held.reserved or held.cell != cell:
                raise Refused([problem("folder-quota-taken", Place(FILE), name=item.name)])
            held.target = item.target
            held.save(update_fields=["target"])
        else:
            QuotaCell.objects.create(study=study, name=item.name, cell=cell, target=item.target)
