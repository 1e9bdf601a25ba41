"""Decisions as columns of a row, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from atbalss.coding.decisions import Decision, Origin, Segment

DECISION = (
    "answer__interview_id",
    "mark",
    "codes",
    "who",
    "at",
    "origin",
    "frame",
    "segments",
    "confidence",
)
"""The columns that `decision_of` takes, in its order."""


def decision_of(question: str, row: Sequence[Any]) -> Decision:
    """A decision of the columns of `DECISION`."""
    key, mark, codes, who, at, origin, frame, segments, confidence = row
    return Decision(
        question,
        key,
        mark,
        tuple(codes),
        who,
        at,
        Origin(origin),
        frame,
        segments_of(segments),
        confidence,
    )


def segments_of(values: Sequence[Any]) -> tuple[Segment, ...]:
    """Segments of [[start, end, [codes]], ...]; those without a code say nothing."""
    return tuple(Segment(start, end, tuple(own)) for start, end, own in values if own)
