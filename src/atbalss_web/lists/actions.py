"""Taking lists from elsewhere into a study: contacts in replicates, call logs, answers."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from atbalss_web.accounts.models import Centre, User
from atbalss_web.accounts.seal import keyed_hash, opened, sealed
from atbalss_web.cases.contacts import Refusal, data_key
from atbalss_web.cases.invitations import add_contact
from atbalss_web.cases.models import Case
from atbalss_web.events.actions import record as event
from atbalss_web.lists import guess
from atbalss_web.lists.models import Upload
from atbalss_web.lists.reading import Rows, Unreadable, read
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import live_version, questionnaire_of

MOST_REPLICATES = 100


def take_upload(
    study: Study, kind: str, name: str, content: bytes, now: datetime, actor: User
) -> Upload:
    """Keep a file, sealed, with its columns guessed; Unreadable or Refusal says why not."""
    from atbalss_web.lists.queries import sample_questions

    rows = read(name, content)
    questions = sample_questions(study) if kind == "contacts" else answer_questions(study, kind)
    mapping: dict[str, Any] = {"columns": guess.columns(kind, rows.header, questions)}
    if kind == "contacts":
        mapping |= {"replicates": 1, "release": 1, "seed": 1}
    with transaction.atomic():
        made = Upload.objects.create(
            study=study,
            kind=kind,
            by=actor,
            at=now,
            digest=hashlib.sha256(content).hexdigest(),
            sealed=sealed(content, data_key(study)),
            encoding=rows.encoding,
            mapping=mapping,
            n_rows=len(rows.rows),
        )
        event("list-uploaded", now, actor=actor, study=str(study.pk), subject=str(made.pk),
              kind=kind, rows=len(rows.rows))  # fmt: skip
    return made


def answer_questions(study: Study, kind: str) -> list[str]:
    """Names of questions that a list of answers may fill."""
    version = live_version(study)
    if kind != "answers" or version is None:
        return []
    return [item.name for item in questionnaire_of(version.pk).questions]


def rows_of(upload: Upload) -> Rows:
    """The rows of an upload; Unreadable once its content is gone."""
    if upload.sealed is None:
        raise Unreadable("list-gone")
    content = opened(bytes(upload.sealed), data_key(upload.study))
    return read("", content, upload.encoding)


def set_mapping(upload: Upload, mapping: Mapping[str, Any], encoding: str) -> None:
    """Keep how columns are to be read; nothing is changed once the list was taken in."""
    with transaction.atomic():
        row = Upload.objects.select_for_update().get(pk=upload.pk)
        if row.done is None:
            row.mapping, row.encoding = dict(mapping), encoding
            row.save(update_fields=["mapping", "encoding"])


def discard(upload: Upload, now: datetime, actor: User) -> None:
    """Throw an upload away that was not taken in."""
    with transaction.atomic():
        row = Upload.objects.select_for_update().get(pk=upload.pk)
        if row.done is None:
            event("list-discarded", now, actor=actor, study=str(row.study_id), subject=str(row.pk))
            row.delete()


def take_in(upload: Upload, now: datetime, actor: User) -> Upload:
    """Take a list into its study, whole; rows that cannot be taken are named with their reason.

    Twice is no change. The content is dropped; what was taken is in cases, sealed.
    """
    from atbalss_web.lists import calls

    with transaction.atomic():
        row = Upload.objects.select_for_update().get(pk=upload.pk)
        if row.done is not None:
            return row
        rows = rows_of(row)
        load = {"contacts": _contacts, "calls": calls.load, "answers": calls.load_answers}
        taken, refused = load[row.kind](row, rows, now, actor)
        row.n_taken, row.refused, row.done = taken, refused, now
        row.sealed = None
        row.save()
        event("list-taken", now, actor=actor, study=str(row.study_id), subject=str(row.pk),
              kind=row.kind, taken=taken, refused=len(refused))  # fmt: skip
    return row


# ---- contacts


def case_key(study_id: int, outside: str) -> str:
    """The key of a case that another tool knows by a key of its own; tells nothing of that key."""
    return keyed_hash(f"case|{study_id}", outside.strip().lower())[:24]


def _contacts(upload: Upload, rows: Rows, now: datetime, actor: User) -> tuple[int, list[Any]]:
    refused: list[Any] = []
    good: list[tuple[int, dict[str, Any]]] = []
    seen: set[str] = set()
    centres = {item.code.lower(): item for item in _centres(upload.study)}
    centres |= {item.name.lower(): item for item in _centres(upload.study)}
    for number, cells in rows.rows:
        try:
            if number in rows.formulas:
                raise Refusal("row-formula")
            good.append((number, contact_of(upload, cells, centres, seen)))
        except Refusal as why:
            refused.append([number, why.key])
    replicates = _replicates(upload, len(good))
    release = int(upload.mapping.get("release", 1))
    taken = 0
    for (number, item), replicate in zip(good, replicates, strict=True):
        outside = item.pop("id")
        if outside and Case.objects.filter(key=case_key(upload.study_id, outside)).exists():
            refused.append([number, "row-id-known"])
            continue
        try:
            case = add_contact(
                upload.study,
                item.pop("contact"),
                now,
                replicate=replicate,
                is_released=replicate <= release,
                actor=actor,
                **item,
            )
        except Refusal as why:
            refused.append([number, why.key])
            continue
        if outside:
            case.key = case_key(upload.study_id, outside)
            case.save(update_fields=["key"])
        taken += 1
    return taken, sorted(refused)


def _centres(study: Study) -> list[Centre]:
    return list(Centre.objects.filter(organisation_id=study.organisation_id))


def _replicates(upload: Upload, n: int) -> list[int]:
    """Random replicates of almost equal size, the same for the same seed."""
    parts = min(max(int(upload.mapping.get("replicates", 1)), 1), MOST_REPLICATES)
    drawn = [index % parts + 1 for index in range(n)]
    random.Random(f"replicates:{upload.mapping.get('seed', 1)}").shuffle(drawn)  # noqa: S311
    return drawn


def contact_of(
    upload: Upload, cells: tuple[str, ...], centres: Mapping[str, Centre], seen: set[str]
) -> dict[str, Any]:
    """What a row says of a person, as `add_contact` takes it; Refusal says why it cannot be."""
    from atbalss_web.cases.contacts import normalised

    found = picked(upload, cells)
    phone = normalised(found.get("phone", ""))
    if phone in seen:
        raise Refusal("row-twice")
    seen.add(phone)
    lang = found.get("lang", "").strip().lower()[:2]
    langs = upload.study.langs or ["lv"]
    if lang and lang not in langs:
        raise Refusal("row-lang")
    centre = found.get("centre", "").strip().lower()
    if centre and centre not in centres:
        raise Refusal("row-centre")
    hours = guess.hours(found.get("hours", ""))
    if hours is None:
        raise Refusal("row-hours")
    contact = {name: found.get(name, "") for name in ("name", "phone", "email", "note")}
    return {
        "id": found.get("id", ""),
        "contact": contact,
        "lang": lang or langs[0],
        "centre": centres.get(centre),
        "hours": hours,
        "sample": _sample(upload, found),
    }


def picked(upload: Upload, cells: tuple[str, ...]) -> dict[str, str]:
    """Fields of a row by the mapping of its list."""
    columns = upload.mapping.get("columns", {})
    return {field: cells[i] for field, i in columns.items() if 0 <= i < len(cells)}


def _sample(upload: Upload, found: Mapping[str, str]) -> dict[str, str]:
    """Answers known beforehand, each checked against its question."""
    from atbalss.answers.record import as_text, from_text

    names = {key[2:]: text for key, text in found.items() if key.startswith("q.") and text}
    version = live_version(upload.study)
    if not names or version is None:
        return {}
    questionnaire = questionnaire_of(version.pk)
    sample = {}
    for name, text in names.items():
        question = questionnaire.by_name.get(name)
        try:
            if question is None:
                raise ValueError(name)
            answer = from_text(question, text)
        except ValueError:
            raise Refusal("row-sample") from None
        if question.codes is not None and not question.codes.has(as_text(answer)):
            raise Refusal("row-sample")
        sample[name] = as_text(answer)
    return sample


def release_replicate(study: Study, replicate: int, now: datetime, actor: User) -> int:
    """Let the cases of a replicate be called; how many became so."""
    with transaction.atomic():
        held = Case.objects.filter(study=study, replicate=replicate, is_released=False)
        n = held.update(is_released=True, ready_at=now)
        if n:
            event("replicate-released", now, actor=actor, study=str(study.pk),
                  subject=str(replicate), cases=n)  # fmt: skip
    return n


def digest_of(values: object) -> str:
    """A short digest of plain values."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:32]
