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


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """One process for each `xdist_group`, so that what it shares is made once.

    pytest-xdist 3.8 writes the group into a field that pytest 9.2 no longer reads.
    """
    if not getattr(config.option, "loadgroup", False):
        return
    for item in items:
        names = sorted({mark.args[0] for mark in item.iter_markers("xdist_group")})
        end = "@" + "_".join(names)
        if names and not item.nodeid.endswith(end):
            item._id = type(item._id).parse(item.nodeid + end)
