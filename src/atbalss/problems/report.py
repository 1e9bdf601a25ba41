"""Faults of this room: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault
from atbalss.problems.report_words import WORD_FAULTS
from atbalss.problems.report_writing import WRITING_FAULTS

FAULTS: dict[str, Fault] = {**WRITING_FAULTS, **WORD_FAULTS}
