"""New versions of a questionnaire: uploaded as drafts, compared, then made live."""

from __future__ import annotations

import hashlib
import json
import tempfile
from datetime import datetime
from pathlib import Path

from django.db import transaction

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform import read_questionnaire
from atbalss.folder.workbooks import read_workbook
from atbalss.problems import Problem, Refused, errors
from atbalss.study.check import check
from atbalss.study.codes import CodeList
from atbalss.study.versions import Difference, differences
from atbalss_web.accounts.models import User
from atbalss_web.events.actions import record as event
from atbalss_web.studies.models import Study, Version
from atbalss_web.studies.queries import live_version, parsed, questionnaire_of, sheets_as_values

ENDINGS = (".xlsx", ".md")


def upload(
    study: Study, name: str, content: bytes, now: datetime, *, actor: User
) -> tuple[Version, list[Problem]]:
    """A questionnaire file as a draft version; Refused with located problems if it has errors.

    The same sheets as an existing version give that version. Code frames are those of the live one.
    """
    ending = Path(name).suffix.lower()
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / f"questionnaire{ending if ending in ENDINGS else '.md'}"
        file.write_bytes(content)
        sheets = sheets_as_values(read_workbook(file))
    live = live_version(study)
    frames = live.frames if live is not None else None
    questionnaire = parsed(sheets, frames, study.slug, (study.langs or ["lv"])[0])
    found = check(questionnaire)
    if errors(found):
        raise Refused(found)
    packed = json.dumps([sheets, frames], ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(packed.encode()).hexdigest()
    with transaction.atomic():
        Study.objects.select_for_update().get(pk=study.pk)
        held = study.versions.filter(digest=digest).order_by("-number").first()
        if held is not None:
            return held, found
        number = study.versions.count() + 1
        made = Version.objects.create(
            study=study, number=number, digest=digest, sheets=sheets, frames=frames, made=now
        )
        event("version-uploaded", now, actor=actor, study=str(study.pk), subject=str(number))
    return made, found


def activate(version: Version, now: datetime, *, actor: User) -> Version:
    """Make a version live: new interviews get it; those in progress keep theirs."""
    with transaction.atomic():
        study = Study.objects.select_for_update().get(pk=version.study_id)
        version = study.versions.get(pk=version.pk)
        if not version.is_live:
            study.versions.filter(is_live=True).update(is_live=False)
            version.is_live = True
            version.save(update_fields=["is_live"])
            number = str(version.number)
            event("version-live", now, actor=actor, study=str(study.pk), subject=number)
    return version


def against_live(version: Version) -> tuple[Difference, ...]:
    """What a version changes of the live one; nothing where there is none."""
    live = live_version(version.study)
    if live is None or live.pk == version.pk:
        return ()
    return differences(questionnaire_of(live.pk), questionnaire_of(version.pk))


def read_frames(name: str, content: bytes) -> dict[str, CodeList]:
    """The code frames of a file (sheets `choices` and `nets`), by name; Refused with problems."""
    ending = Path(name).suffix.lower()
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / f"codeframes{ending if ending in ENDINGS else '.md'}"
        file.write_bytes(content)
        frames = read_workbook(file)
    survey = Sheet.of("survey", [["type", "name", "label"], ["text", "q", "q"]])
    found, problems = read_questionnaire(Workbook((survey,)), frames, file="codeframes")
    if found is None or errors(problems):
        raise Refused(problems)
    return {item.name: item for item in found.frames}
