"""Which key chooses which option, and which lists are shown as a scale in a row."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.interview.page import Option

SHORT = 3  # letters of the longest label of a list that fits in a row
ROW = range(5, 12)  # options of a scale in a row


def keys_of(options: Sequence[Option]) -> dict[str, str]:
    """The key of each option but the missing codes: what is typed on an interviewer's keyboard.

    A number is its own key, so that 7 on a scale from 0 to 10 is 7; of at most ten options, 10 is
    0 where no option is called that. Other lists are numbered from 1.
    """
    named = [option for option in options if not option.missing]
    labels = [option.label.strip() for option in named]
    few = len(named) <= 10
    if len(set(labels)) == len(labels) and all(map(_is_number, labels)):
        keys = ["0" if few and label == "10" and "0" not in labels else label for label in labels]
        if not few or all(len(key) == 1 for key in keys):
            return dict(zip((option.code for option in named), keys, strict=True))
    places = range(1, len(named) + 1)
    return {
        option.code: str(place % 10 if few else place)
        for option, place in zip(named, places, strict=True)
    }


def _is_number(label: str) -> bool:
    return label.isascii() and label.isdigit() and len(label) <= 2


def is_scale(options: Sequence[Option]) -> bool:
    """Whether the options, missing codes aside, are as short as the numbers of a scale."""
    named = [option for option in options if not option.missing]
    return len(named) in ROW and all(len(option.label) <= SHORT for option in named)
