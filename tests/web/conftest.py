"""A site with a database of its own for each test process; emptied after each test.

SQLite by default; with ATBALSS_TEST_DATABASE_URL the PostgreSQL that it names.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ["ATBALSS_DATA"] = tempfile.mkdtemp(prefix="atbalss-web-")
os.environ["ATBALSS_HTTPS"] = "no"
os.environ["ATBALSS_HOSTS"] = "*"
os.environ["ATBALSS_SECRET_KEY"] = "for tests alone, never for a real site"
os.environ["ATBALSS_WRAPPING_KEY"] = "for tests alone, never for a real site either"
os.environ["DJANGO_SETTINGS_MODULE"] = "atbalss_web.settings"
if url := os.environ.get("ATBALSS_TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = url

import django

django.setup()

STUDIES = Path(__file__).resolve().parents[2] / "studies"
NOW = datetime(2026, 10, 5, 11, tzinfo=UTC)


@pytest.fixture(scope="session")
def database() -> Iterator[None]:
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import setup_test_environment, teardown_test_environment

    setup_test_environment(debug=False)
    test = connection.settings_dict["TEST"]
    if connection.vendor == "postgresql":  # a run that was killed leaves its own behind
        test["NAME"] = f"test_atbalss_{os.getpid()}"
    else:  # a file as on a real site: in memory, threads meet locks that no file knows
        test["NAME"] = str(Path(os.environ["ATBALSS_DATA"]) / "test.sqlite3")
        options = connection.settings_dict["OPTIONS"]
        options["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    call_command("migrate", verbosity=0)
    yield
    if connection.vendor == "postgresql":  # sites shown to browsers let go of theirs late
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
    connection.creation.destroy_test_db(name, verbosity=0)
    teardown_test_environment()


@pytest.fixture
def db(database: None) -> Iterator[None]:
    """An empty database for a test, and again after it."""
    yield
    from django.core.management import call_command

    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    from atbalss_web.studies.queries import questionnaire_of

    questionnaire_of.cache_clear()  # numbers of versions begin anew
    from atbalss_web.codingdesk import book, learning

    learning.forget()
    book.forget()


@pytest.fixture
def organisation(db: None):
    from atbalss_web.accounts.models import Organisation

    return Organisation.objects.create(name="Institūts", slug="instituts")


@pytest.fixture
def version(organisation):
    """The VPVKAC questionnaire, live."""
    from atbalss_web.studies.actions import open_folder

    return open_folder(STUDIES / "vpvkac", organisation, NOW)
