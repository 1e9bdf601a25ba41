"""Whether a variable is a closed question, and its codes: what labels and values say of it."""

from __future__ import annotations

import polars as pl

from atbalss.exchange.adopt_lists import Saying, codes_of, known_codes
from atbalss.exchange.from_labelled import declared_missing
from atbalss.exchange.guess_groups import scale_of
from atbalss.exchange.labelled import Level, Sort, Value, Variable


def closed_codes(draft: Saying, item: Variable, data: pl.DataFrame) -> list[dict[str, str]] | None:
    """The codes of a variable that is a closed question; None where it is an open one."""
    values = data[item.name]
    if item.sort not in (Sort.NUMBER, Sort.TEXT):
        return None
    named = known_codes(item)
    if item.is_text:
        return codes_of(item, values, draft) if named else _few_texts(draft, item, values)
    if not named:
        return None
    real = values.filter(~declared_missing(item, values)).drop_nulls().unique()
    unnamed = [value for value in real.to_list() if value not in dict(item.labels)]
    if not unnamed:
        return codes_of(item, values, draft)
    scale = _ends(item, named, scale_of([item], data))
    if scale is not None:
        draft.say("ends", item.name, name=item.name, low=scale[0], high=scale[1])
        return codes_of(item, values, draft, scale=scale)
    if len(unnamed) > max(3, len(named)) or any(value != int(value) for value in unnamed):
        draft.say("some-labels", item.name, name=item.name, count=len(unnamed))
        return None
    return codes_of(item, values, draft)


def kind_of_text(values: pl.Series) -> str:
    """The type of a text variable: `date` or `dateTime` where every value is an ISO one."""
    real = values.drop_nulls()
    if len(real) and real.str.contains(r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$").all():
        days = real.str.head(10).str.to_date(strict=False)
        if not days.has_nulls():
            return "date" if bool((real.str.len_chars() == 10).all()) else "dateTime"
    return "text"


def _ends(
    item: Variable, named: list[Value], scale: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The scale, where only its ends have labels, or its ends and its middle."""
    numbers = [value for value in named if isinstance(value, float)]
    if scale is None or item.level is Level.NOMINAL or len(numbers) not in (2, 3):
        return None
    low, high = min(numbers), max(numbers)
    inner = [value for value in numbers if value not in (low, high)]
    fits = low in (0.0, 1.0) and high in (5.0, 7.0, 10.0) and high >= scale[1]
    if not fits or any(abs(value - (low + high) / 2) > 0.5 for value in inner):
        return None
    return int(low), int(high)


def _few_texts(draft: Saying, item: Variable, values: pl.Series) -> list[dict[str, str]] | None:
    """Codes of an unlabelled text in which few short words come again and again."""
    real = values.drop_nulls()
    kinds = real.unique().sort()
    longest = real.str.len_chars().max() if len(real) else 0
    few = 2 <= len(kinds) <= 25 and len(real) >= 5 * len(kinds)
    if not few or not isinstance(longest, int) or longest > 80:
        return None
    draft.say("few-texts", item.name, name=item.name, count=len(kinds))
    labelled = Variable(
        item.name, item.label, True, item.format, tuple((text, text) for text in kinds)
    )
    return codes_of(labelled, values, draft)
