"""Versions told from names alone are those that the slow way tells."""

from __future__ import annotations

from importlib.metadata import version

from atbalss.tables.installed import installed


def test_versions_are_those_of_the_package_index():
    names = ("numpy", "Polars", "vl-convert-python", "fontpkg.fira_sans")
    found = installed(names)
    assert len(found) == len(names)
    for name in names:
        assert any(version(name) in note for note in found)


def test_what_is_not_there_is_left_out():
    assert installed(("nothing-of-this-name",)) == ()
