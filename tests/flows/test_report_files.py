"""Files of a build: all of them or those of the build before."""

import threading

import pytest

from atbalss.cli.report_files import Files
from atbalss.report.theme import Theme


def test_a_full_disk_leaves_the_build_before(tmp_path, monkeypatch):
    files = Files(tmp_path, tmp_path, "lv", None, threading.Thread(), Theme())
    pdf, page = tmp_path / "a.pdf", tmp_path / "a.html"
    files.put({page: b"old", pdf: b"old"})
    write = type(page).write_bytes

    def full(path, content):
        if path.name.startswith("a.pdf"):
            write(path, content[:1])
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(type(page), "write_bytes", full)
    with pytest.raises(OSError, match=r"a\.pdf"):
        files.put({page: b"new", pdf: b"new"})
    assert {item.name: item.read_bytes() for item in tmp_path.iterdir()} == {
        "a.html": b"old",
        "a.pdf": b"old",
    }
