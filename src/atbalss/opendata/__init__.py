"""PUBLISHING DATA: the disclosure check, the human release, and the files of open data."""

from __future__ import annotations

from atbalss.opendata.rules import Card, Rules

__all__ = ["Card", "Rules"]
