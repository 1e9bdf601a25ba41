"""Alternative texts of charts that stand without their data table: the finding and all numbers."""

from __future__ import annotations

from atbalss.report.document import FigureBlock, FigureModel, Form, Point
from atbalss.report.outline import run_on


def described(block: FigureBlock) -> str:
    """What a chart says, for somebody who does not see it: its finding, then every value."""
    return run_on((block.alt or block.caption, values_of(block.model)))


def values_of(model: FigureModel) -> str:
    """The values of a figure as a sentence: `Sievietes: 59 %; vīrieši: 41 %`."""
    named = len(model.series) > 1
    found = []
    titles = _titles(model)
    for place, category in enumerate(model.categories):
        parts = [
            f"{item.name} {_said(item.points[place])}" if named else _said(item.points[place])
            for item in model.series
            if item.points[place].label
        ]
        if parts:
            name = category.replace("|", " ")
            found.append(f"{titles.get(place, '')}{name}: {', '.join(parts)}")
    return "; ".join(found)


def _said(point: Point) -> str:
    return point.label + point.mark


def _titles(model: FigureModel) -> dict[int, str]:
    """The title of a panel before the first of its categories."""
    if model.form is not Form.PANELS:
        return {}
    found, at = {}, 0
    for title, count in model.panels:
        found[at] = f"{title}: "
        at += count
    return found
