"""What a series of a stacked bar means, for its colour: place on a scale, step, missing, other."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.study.codes import CodeList
from atbalss.tables.result import Row, RowKind


def roles(rows: Sequence[Row], codes: Sequence[str], listed: CodeList | None) -> tuple[str, ...]:
    """A role for each row: `band:i/k` low to high where there are scores, else `step:i/k`.

    Only substantive rows count towards i and k; "hard to say" and "Cits" have roles of their own.
    """
    special = {RowKind.MISSING: "missing", RowKind.OTHER: "other", RowKind.FOLDED: "other"}
    plain = [code for row, code in zip(rows, codes, strict=True) if row.kind not in special]
    scores = {code: _score(code, listed) for code in plain}
    if plain and all(score is not None for score in scores.values()):
        ranked = sorted(plain, key=lambda code: scores[code] or 0.0)
        kind = "band"
    else:
        ranked, kind = plain, "step"
    place = {code: f"{kind}:{i}/{len(plain)}" for i, code in enumerate(ranked, 1)}
    return tuple(
        special.get(row.kind) or place[code] for row, code in zip(rows, codes, strict=True)
    )


def _score(code: str, listed: CodeList | None) -> float | None:
    """The score of a code, or the mean score of a net's or band's members; None without."""
    if listed is None:
        return None
    if listed.has(code):
        return listed.code(code).score
    found = [listed.code(member).score for member in listed.members(code)]
    known = [score for score in found if score is not None]
    return sum(known) / len(known) if known and len(known) == len(found) else None
