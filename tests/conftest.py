"""Where nothing may be skipped (`ATBALSS_SKIP_NOTHING`, as in CI), a skipped test has failed.

Properties are tried with 30 examples each where they do not say otherwise; `make soak` tries them
with twenty other seeds.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# The same examples each day, so that a change fails for what it changed; `make soak` tries others.
DAILY = not os.environ.get("ATBALSS_SOAK")
settings.register_profile("daily", max_examples=30, deadline=None, derandomize=DAILY)
settings.load_profile("daily")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and os.environ.get("ATBALSS_SKIP_NOTHING"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report
