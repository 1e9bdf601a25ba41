"""The door to narratives: read one, learn what it will ask, make its document."""

from __future__ import annotations

from atbalss.report.compose import compose
from atbalss.report.demand import demand
from atbalss.report.nodes import Narrative
from atbalss.report.reading import parse

__all__ = ["Narrative", "compose", "demand", "parse"]
