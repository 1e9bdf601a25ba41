"""Settings: each variable is in the table of docs/site.md; a real site passes the deploy check."""

from __future__ import annotations

import argparse
import os
import re
import socket
import subprocess
import sys
import threading
from pathlib import Path

from atbalss_web.commands import serve, stays_taken

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
    made = {file.name: file for file in tmp_path.glob("*.txt")}
    assert set(made) == {"atbalss_secret_key.txt", "atbalss_wrapping_key.txt"}
    for file in made.values():
        assert file.stat().st_mode & 0o077 == 0 and len(file.read_text()) >= 64


LAME = """
import importlib.util, sys
real = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if name == "django" else real(name, *more)
from atbalss.cli import main
sys.exit(main())
"""


def test_without_the_sites_packages_it_says_what_to_install(tmp_path):
    command = [sys.executable, "-c", LAME, "--ui", "en", "serve", "--data", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and done.stderr.count("\n") == 1, done.stderr
    assert "(django)" in done.stderr and 'pipx install --force "atbalss[site]"' in done.stderr


def test_a_port_that_is_taken_is_a_sentence(capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        given = argparse.Namespace(data=None, host="127.0.0.1", port=port, ui="lv", workers=1)
        assert serve(given) == 1
    assert f"Ports {port} jau ir aizņemts" in capsys.readouterr().err


def test_a_port_that_a_dying_server_still_holds_is_waited_for():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert stays_taken("127.0.0.1", port, 0.2)
        threading.Timer(0.5, other.close).start()
        assert not stays_taken("127.0.0.1", port, 30)


def test_a_database_that_does_not_answer_is_a_sentence(tmp_path):
    ask = (
        "import argparse, atbalss_web.commands as c; p = argparse.ArgumentParser();"
        "c.add(p.add_subparsers(), 'lv'); a = p.parse_args(['site', 'retention']);"
        "a.ui = 'en'; raise SystemExit(a.run(a))"
    )
    gone = {"DATABASE_URL": "postgresql://x@127.0.0.1:1/x", "ATBALSS_DATA": str(tmp_path)}
    command = [sys.executable, "-c", ask]
    done = subprocess.run(
        command, env=os.environ | gone, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert "The database does not answer" in done.stderr and "refused" in done.stderr
