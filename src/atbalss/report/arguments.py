"""Arguments of the report language as values: filters, questions to standardise by."""

from __future__ import annotations

from atbalss.tables.demand import Filter

_PAIR = 'among=("question", "code")'


def among_pairs(among: object) -> Filter:
    """A filter as pairs: `("q", "code")` or `(("q", "code"), ("r", "code"))`."""
    if not among:
        return ()
    if not isinstance(among, tuple | list):
        raise ValueError(f"among={among!r} ({_PAIR})")
    if len(among) == 2 and all(isinstance(item, str) for item in among):
        return ((among[0], among[1]),)
    pairs = tuple(tuple(item) for item in among)
    if not all(len(pair) == 2 and all(isinstance(x, str) for x in pair) for pair in pairs):
        raise ValueError(f"among={among!r} ({_PAIR})")
    return tuple((pair[0], pair[1]) for pair in pairs)


def standard_names(standardised: object) -> tuple[str, ...]:
    """The questions to standardise by: `"d_sex"` or `("d_sex", "d_age")`."""
    if not standardised:
        return ()
    names = (standardised,) if isinstance(standardised, str) else standardised
    if not isinstance(names, tuple | list) or not all(isinstance(item, str) for item in names):
        raise ValueError(f'standardised={standardised!r} (standardised=("question", ...))')
    return tuple(names)
