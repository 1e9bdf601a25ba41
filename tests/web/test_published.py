"""Published sites on the server: open to everybody, plain files, nothing beside them."""

from __future__ import annotations

import json

import pytest
from django.conf import settings
from django.test import Client

SITE = "parejas-2024"


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.fixture
def published(tmp_path, monkeypatch):
    root = tmp_path / "published"
    monkeypatch.setattr(settings, "PUBLISHED", root)
    folder = root / SITE
    (folder / "lv/figures").mkdir(parents=True)
    note = {"titles": {"lv": "Pārejas", "en": "Crossings"}, "date": "2024-11-05", "invented": True}
    (folder / "publication.json").write_text(json.dumps(note), "utf-8")
    (folder / "index.html").write_text("<p>sākums</p>", "utf-8")
    (folder / "lv/figures/fig-a.embed.html").write_text("<p>attēls</p>", "utf-8")
    (tmp_path / "secret.txt").write_text("noslēpums", "utf-8")
    (root / "link").symlink_to(tmp_path)
    return folder


def test_anybody_reads_what_is_published(client, db, published):
    page = client.get("/published/")
    assert "Pārejas" in page.content.decode()
    assert "tdarināti dati" in page.content.decode()
    assert f"/published/{SITE}/index.html" in page.content.decode()
    shown = client.get(f"/published/{SITE}/index.html")
    assert b"".join(shown.streaming_content).decode() == "<p>sākums</p>"
    assert shown.headers["Content-Type"] == "text/html; charset=utf-8"
    assert shown.headers["X-Frame-Options"] == "DENY"


def test_only_a_figure_made_for_it_stands_in_other_pages(client, db, published):
    shown = client.get(f"/published/{SITE}/lv/figures/fig-a.embed.html")
    assert "X-Frame-Options" not in shown.headers
    assert shown.headers["Content-Security-Policy"] == "frame-ancestors *"


@pytest.mark.parametrize(
    "path",
    ["nothing/index.html", f"{SITE}/../../secret.txt", f"{SITE}/lv", "link/secret.txt",
     f"{SITE}/%2e%2e/%2e%2e/secret.txt", f"{SITE}/lv/%00", f"{SITE}/" + "a" * 3000],
)  # fmt: skip
def test_nothing_beside_it_can_be_read(client, db, published, path):
    assert client.get(f"/published/{path}").status_code == 404
