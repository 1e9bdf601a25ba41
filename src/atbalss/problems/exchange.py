"""Faults of this room: permanent code -> severity and texts; never reuse a code."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault
from atbalss.problems.exchange_adopt import ADOPT_FAULTS
from atbalss.problems.exchange_broken import BROKEN_FAULTS
from atbalss.problems.exchange_choices import CHOICES_FAULTS
from atbalss.problems.exchange_data import DATA_FAULTS
from atbalss.problems.exchange_losses import LOSS_FAULTS
from atbalss.problems.exchange_named import NAMED_FAULTS
from atbalss.problems.exchange_sheets import SHEETS_FAULTS
from atbalss.problems.exchange_survey import SURVEY_FAULTS
from atbalss.problems.exchange_types import TYPE_FAULTS

FAULTS: dict[str, Fault] = {
    **SHEETS_FAULTS,
    **BROKEN_FAULTS,
    **TYPE_FAULTS,
    **SURVEY_FAULTS,
    **NAMED_FAULTS,
    **CHOICES_FAULTS,
    **DATA_FAULTS,
    **LOSS_FAULTS,
    **ADOPT_FAULTS,
}
