"""Settings: each variable is in the table of docs/site.md; a real site passes the deploy check."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_table_of_settings_is_the_settings():
    text = (ROOT / "src" / "atbalss_web" / "settings.py").read_text(encoding="utf-8")
    asked = set(re.findall(r'(?:environ\.get\(|_kept\()\s*"([A-Z_]+)"', text))
    page = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
    section = page.split("## Settings", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| `([A-Z_]+)` \| ([^|]+) \| ([^|]+) \|$", section, re.M)
    assert {name for name, _, _ in rows} == asked
    assert all(default.strip() and meaning.strip() for _, default, meaning in rows)


def test_a_production_site_passes_djangos_check(tmp_path):
    keep = {key: value for key, value in os.environ.items() if not key.startswith("ATBALSS_")}
    keep.pop("DATABASE_URL", None)
    keep.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # of the browser tests
    keep |= {
        "DJANGO_SETTINGS_MODULE": "atbalss_web.settings",
        "ATBALSS_DATA": str(tmp_path),
        "ATBALSS_HOSTS": "lauks.example",
    }
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=keep, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout and "silenced)" in done.stdout
    for file in tmp_path.glob("*.txt"):
        assert file.stat().st_mode & 0o077 == 0
