"""A copy of the site's rows in one file, for either database, and back.

The file is a ZIP: `manifest.json` and `rows.jsonl`. It holds no key at all: the wrapping key and
the secret key are the environment's, and the wrapped data keys go to a file of their own that each
backup and each destruction writes anew. So old backups cannot be read once a key is destroyed.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from atbalss_web.accounts.models import Organisation, User
from atbalss_web.cases.models import Case, Contact, Erasure
from atbalss_web.runner.privacy import erase
from atbalss_web.studies.models import Study

FORMAT = 1
ROWS, MANIFEST = "rows.jsonl", "manifest.json"
LEFT_OUT = {"accounts.loginfailure"}


class BadBackup(ValueError):  # noqa: N818
    """Why a file is not restored; `key` names the sentence."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _tables() -> list[type[models.Model]]:
    rooms = [item for item in apps.get_app_configs() if item.name.startswith("atbalss_web.")]
    return [model for room in rooms for model in room.get_models()]


def _migrations() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    rooms = {model._meta.app_label for model in _tables()}
    return sorted(f"{app}.{name}" for app, name in applied if app in rooms)


@contextmanager
def _snapshot() -> Iterator[None]:
    """One moment of the database for all that is read; writers are not held up."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _rows(counts: dict[str, int]) -> Iterator[models.Model]:
    for model in _tables():
        if model._meta.label_lower in LEFT_OUT:
            continue
        for row in model._default_manager.order_by("pk").iterator(2000):
            if isinstance(row, Study):
                row.data_key = None
            counts[model._meta.label_lower] = counts.get(model._meta.label_lower, 0) + 1
            yield row


class _Exact(DjangoJSONEncoder):
    """Moments to the microsecond; Django's own encoder cuts them at the millisecond."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


class _Digested(io.RawIOBase):
    """A stream that passes bytes on and keeps their SHA-256."""

    def __init__(self, inner: IO[bytes]) -> None:
        self.inner, self.hash = inner, hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self.hash.update(content)
        self.inner.write(content)
        return len(content)


def backup(file: Path, keys: Path, now: datetime) -> dict[str, int]:
    """Write all rows to `file` and the wrapped data keys to `keys`; how many rows of each table.

    The file appears whole or not at all, and only its owner may read it.
    """
    counts: dict[str, int] = {}
    made = file.with_name(f".{file.name}.part")
    made.unlink(missing_ok=True)
    made.touch(mode=0o600)
    with _snapshot(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as box:
        with box.open(ROWS, "w", force_zip64=True) as inner:
            digested = _Digested(inner)
            text = io.TextIOWrapper(io.BufferedWriter(digested, 1 << 16), encoding="utf-8")
            serializers.serialize("jsonl", _rows(counts), stream=text, cls=_Exact)
            text.flush()
        about = {
            "format": FORMAT,
            "made": now.isoformat(),
            "rows": counts,
            "sha256": digested.hash.hexdigest(),
            "migrations": _migrations(),
        }
        box.writestr(MANIFEST, json.dumps(about, indent=1))
    write_keys(keys)
    with made.open("rb") as written:
        os.fsync(written.fileno())
    made.replace(file)
    return counts


def _name(study: Study) -> str:
    return f"{study.organisation.slug}/{study.slug}/{study.wave}"


def write_keys(file: Path) -> None:
    """Write the wrapped data keys of the studies that have one, in place of those before."""
    kept = {
        _name(study): base64.b64encode(bytes(study.data_key)).decode()
        for study in Study.objects.select_related("organisation").exclude(data_key=None)
        if study.data_key is not None
    }
    made = file.with_name(f".{file.name}.part")
    made.unlink(missing_ok=True)
    made.touch(mode=0o600)
    made.write_text(json.dumps(kept, indent=1, sort_keys=True), encoding="utf-8")
    made.replace(file)


def restore(file: Path, keys: Path, now: datetime, *, force: bool = False) -> dict[str, int]:
    """Put the rows of a backup in place of the database's; how many of each table.

    BadBackup where the file is damaged or of a newer site, or the database is not empty and
    `force` is not given. All or nothing. Persons erased since stay erased; contacts whose key is
    no longer kept are dropped, for nobody can read them.
    """
    about = _checked(file)
    if not force and (User.objects.exists() or Organisation.objects.exists()):
        raise BadBackup("not-empty")
    held = json.loads(keys.read_text(encoding="utf-8")) if keys.is_file() else {}
    erased = set(Erasure.objects.values_list("case_key", flat=True))
    with transaction.atomic():
        _empty()
        with zipfile.ZipFile(file) as box, box.open(ROWS) as inner:
            _load(io.TextIOWrapper(inner, encoding="utf-8"))
        _reset_sequences()
        for study in Study.objects.select_related("organisation"):
            _return_key(study, held.get(_name(study)), now)
        for case in Case.objects.filter(key__in=erased, erased=None):
            erase(case, "erased before restore", None, now)
    rows: dict[str, int] = about["rows"]
    return rows


def _checked(file: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(file) as box:
            about: dict[str, Any] = json.loads(box.read(MANIFEST))
            digest = hashlib.sha256()
            with box.open(ROWS) as rows:
                while content := rows.read(1 << 20):
                    digest.update(content)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zlib.error):
        raise BadBackup("no-backup") from None
    if about.get("sha256") != digest.hexdigest():
        raise BadBackup("damaged")
    if about.get("format") != FORMAT or set(about["migrations"]) - set(_migrations()):
        raise BadBackup("newer")
    return about


def _empty() -> None:
    with connection.cursor() as cursor:
        for model in reversed(_tables()):
            through = [item.remote_field.through for item in model._meta.local_many_to_many]
            for table in (*through, model):
                name = connection.ops.quote_name(table._meta.db_table)
                cursor.execute(f"DELETE FROM {name}")  # noqa: S608 - our own tables' names


def _load(text: IO[str]) -> None:
    read = serializers.deserialize("jsonl", text, ignorenonexistent=True)
    for batch in _batches(read):
        type(batch[0])._default_manager.bulk_create(batch)


def _batches(read: Any, size: int = 500) -> Iterator[list[models.Model]]:
    batch: list[models.Model] = []
    for item in read:
        if batch and (type(item.object) is not type(batch[0]) or len(batch) >= size):
            yield batch
            batch = []
        batch.append(item.object)
    if batch:
        yield batch


def _reset_sequences() -> None:
    with connection.cursor() as cursor:
        for line in connection.ops.sequence_reset_sql(no_style(), _tables()):
            cursor.execute(line)


def _return_key(study: Study, wrapped: str | None, now: datetime) -> None:
    """Give a study its data key back; without one its contacts are beyond reading and go."""
    if study.destroyed is not None:
        return
    if wrapped is not None:
        study.data_key = base64.b64decode(wrapped)
    elif Contact.objects.filter(case__study=study).exists():
        Contact.objects.filter(case__study=study).delete()
        study.destroyed = now
    study.save(update_fields=["data_key", "destroyed"])
