"""Whom to invite at the counter, and what that makes of the sample."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from atbalss.study.about import SampleKind


class Mode(StrEnum):
    """How visitors are chosen for an invitation."""

    EVERYBODY = "everybody"
    EVERY_KTH = "every_kth"
    QUOTA = "quota"
    CHOICE = "choice"  # the clerk chooses
    OPEN_LINK = "open_link"  # whoever scans the code


@dataclass(frozen=True, slots=True)
class Rule:
    """A centre's rule: its mode; for every k-th visitor, k and the number of the first (1..k)."""

    mode: Mode
    k: int = 1
    start: int = 1

    def __post_init__(self) -> None:
        if self.k < 1 or not 1 <= self.start <= self.k:
            raise ValueError("1 <= start <= k")


def is_invited(rule: Rule, visitor: int, *, quota_open: bool = True) -> bool:
    """Whether the n-th visitor of the day (from 1) is to be invited."""
    if visitor < 1:
        raise ValueError("visitors are counted from 1")
    if rule.mode is Mode.EVERY_KTH:
        return visitor % rule.k == rule.start % rule.k
    return quota_open if rule.mode is Mode.QUOTA else True


def sample_kind(rule: Rule) -> SampleKind:
    """What the rule makes of those invited.

    A fixed k-th visitor, or everybody, is a probability sample (systematic, or a census); what a
    clerk, a quota or the visitor chooses is none, and gets AAPOR's statement instead of a margin.
    """
    if rule.mode in (Mode.EVERY_KTH, Mode.EVERYBODY):
        return SampleKind.PROBABILITY
    return SampleKind.SELF_SELECTED
