"""Putting studies into the field: a version from sheets, made live."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from atbalss.folder import open_study
from atbalss.folder.workbooks import read_workbook
from atbalss.problems import Refused, errors
from atbalss_web.accounts.models import Organisation, User
from atbalss_web.events.actions import record as event
from atbalss_web.studies.models import Study, Version
from atbalss_web.studies.queries import parsed, sheets_as_values


def open_folder(
    path: Path,
    organisation: Organisation,
    now: datetime,
    *,
    wave: str = "field",
    actor: User | None = None,
) -> Version:
    """A study folder's questionnaire as a live version; Refused with its problems if it has errors.

    The same sheets again make no new version.
    """
    folder = open_study(path)
    if errors(folder.problems):
        raise Refused(folder.problems)
    file = next(
        path / name
        for name in ("questionnaire.md", "questionnaire.xlsx")
        if (path / name).is_file()
    )
    frames = next(
        (path / name for name in ("codeframes.md", "codeframes.xlsx") if (path / name).is_file()),
        None,
    )
    with transaction.atomic():
        study, _ = Study.objects.get_or_create(
            organisation=organisation,
            slug=folder.study.name,
            wave=wave,
            defaults={"title": dict(folder.study.title.pairs), "langs": list(folder.study.langs)},
        )
        return add_version(
            study,
            sheets_as_values(read_workbook(file)),
            sheets_as_values(read_workbook(frames)) if frames else None,
            now,
            actor=actor,
        )


def add_version(
    study: Study,
    sheets: list[dict[str, Any]],
    frames: list[dict[str, Any]] | None,
    now: datetime,
    *,
    actor: User | None = None,
) -> Version:
    """A new live version of a study's questionnaire; the live one if nothing changed."""
    parsed(sheets, frames, study.slug, (study.langs or ["lv"])[0])
    content = json.dumps([sheets, frames], ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(content.encode()).hexdigest()
    with transaction.atomic():
        study = Study.objects.select_for_update().get(pk=study.pk)
        live = study.versions.filter(is_live=True).first()
        if live is not None and live.digest == digest:
            return live
        number = study.versions.count() + 1
        study.versions.filter(is_live=True).update(is_live=False)
        made = Version.objects.create(
            study=study,
            number=number,
            digest=digest,
            sheets=sheets,
            frames=frames,
            made=now,
            is_live=True,
        )
        event("version-live", now, actor=actor, study=str(study.pk), subject=str(number))
    return made
