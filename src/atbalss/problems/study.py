"""Faults of this room: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault
from atbalss.problems.study_lists import LIST_FAULTS
from atbalss.problems.study_names import NAME_FAULTS
from atbalss.problems.study_routes import ROUTE_FAULTS
from atbalss.problems.study_rules import RULE_FAULTS

FAULTS: dict[str, Fault] = {**RULE_FAULTS, **NAME_FAULTS, **ROUTE_FAULTS, **LIST_FAULTS}
