"""What a rank word claims, as cells and places whose lead the tables test."""

from __future__ import annotations

from collections.abc import Iterable

from atbalss.study.codes import CodeRole
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.demand import Filter, Ranked
from atbalss.tables.result import CellKey

AMONG_FIRST = 3  # "viens no biežākajiem": within the first three
PLACES: dict[str, tuple[int, ...]] = {
    "top": (1,),
    "second": (1, 2),
    "third": (2, 3),
    "bottom": (-1,),
    "among_top": (AMONG_FIRST,),
    "among_bottom": (-AMONG_FIRST,),
}


def ranked_names(
    questionnaire: Questionnaire, question: str, within: tuple[str, ...] = (), keep: str = ""
) -> tuple[str, ...]:
    """The codes of a question (or items of a grid) that rank, in their own order.

    "Cits", "nothing" and missing codes rank only when `within` or `keep` names them.
    """
    if within:
        return within if not keep or keep in within else (*within, keep)
    if question in questionnaire.grids:
        return tuple(item.name for item in questionnaire.grids[question])
    asked = questionnaire.by_name.get(question)
    codes = (asked.codes or asked.frame) if asked else None
    if codes is None:
        return ()
    found = tuple(
        code.name
        for code in codes.codes
        if (code.missing is None and code.role is CodeRole.NORMAL) or code.name == keep
    )
    return found if not keep or keep in found else (*found, keep)


def ranked(
    questionnaire: Questionnaire,
    question: str,
    kinds: Iterable[str],
    *,
    wave: str | None = None,
    among: Filter = (),
    within: tuple[str, ...] = (),
    keep: str = "",
) -> Ranked:
    """The claim of a rank word: `kinds` as in `PLACES`."""
    places = tuple(dict.fromkeys(place for kind in kinds for place in PLACES[kind]))
    return claim(questionnaire, question, places, wave=wave, among=among, within=within, keep=keep)


def claim(
    questionnaire: Questionnaire,
    question: str,
    places: tuple[int, ...],
    *,
    wave: str | None = None,
    among: Filter = (),
    within: tuple[str, ...] = (),
    keep: str = "",
) -> Ranked:
    """The claim that each of some places leads the next."""
    names = ranked_names(questionnaire, question, within, keep)
    is_grid = question in questionnaire.grids
    cells = tuple(
        CellKey(name, "", wave or "", among)
        if is_grid
        else CellKey(question, name, wave or "", among)
        for name in names
    )
    return Ranked(cells, places)
