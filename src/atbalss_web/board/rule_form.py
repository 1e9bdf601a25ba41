"""The form of a study's rules: what was typed as plain values, and these as what is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

from atbalss.fieldwork.outcomes import OUTCOMES
from atbalss.fieldwork.rules import WHOLE
from atbalss_web.board.ruling import Wanted, places_of
from atbalss_web.studies.models import Study

SPARE = 2  # rows of hours left to fill in
DELAYED = tuple(code for code, item in OUTCOMES.items() if not item.is_final and item.delay)
_NUMBER = re.compile(r"[0-9]{1,9}")


def wanted_of(study: Study, post: QueryDict) -> Wanted:
    """What the form says; rules that it has no field for stay as they are."""
    rules = dict(study.rules)
    for key in WHOLE:
        _put(rules, key, _number(post.get(key, "")))
    for key in ("zone", "first_day", "last_day"):
        _put(rules, key, post.get(key, "").strip()[:60])
    _put(rules, "holidays", post.get("holidays", "").split()[:100])
    if "legal-rows" in post:
        rules["legal"] = _legal(post)
    delays = dict(study.rules.get("delays") or {})
    for code in DELAYED:
        _put(delays, code, _number(post.get(f"delay-{code}", "")))
    _put(rules, "delays", delays)
    spread = {"yes": True, "no": False}.get(post.get("spread", ""), True)
    if spread != study.rules.get("spread", True):
        rules["spread"] = spread
    limits = {key: _share(post.get(key, "")) for key in ("complete", "partial")}
    _put(rules, "thresholds", {key: value for key, value in limits.items() if value != ""})
    if post.get("e") in ("", "casro"):
        _put(rules, "e", post["e"])
    places = {
        row.pk: (
            post.get(f"mode-{row.pk}", row.mode)[:20],
            _number(post.get(f"k-{row.pk}", str(row.k))),
            _number(post.get(f"start-{row.pk}", str(row.start))),
        )
        for row in places_of(study)
    }
    targets = {
        row.pk: _number(post.get(f"target-{row.pk}", str(row.target)))
        for row in study.quotas.order_by("id")
    }
    return Wanted(rules, places, targets)


def _put(values: dict[str, Any], key: str, value: Any) -> None:
    """What was left blank is the default: the key goes."""
    if value in ("", [], {}):
        values.pop(key, None)
    else:
        values[key] = value


def _number(text: str) -> int | str:
    """A whole number; what is none stays as it was typed, to be told."""
    text = text.strip()[:40]
    return int(text) if text.isascii() and _NUMBER.fullmatch(text) else text


def _share(text: str) -> float | str:
    """Percent as a share; what is none stays as it was typed."""
    said = text.strip().replace(",", ".")[:20]
    try:
        return round(float(said) / 100, 6) if said else ""
    except (ValueError, OverflowError):
        return said


def _legal(post: QueryDict) -> list[dict[str, Any]]:
    rows = _number(post["legal-rows"])
    found = []
    for row in range(min(rows, 20) if isinstance(rows, int) else 0):
        start, end = (post.get(f"{key}-{row}", "").strip()[:20] for key in ("from", "to"))
        days = [day for day in range(7) if f"day-{row}-{day}" in post]
        if start or end or days:
            found.append({"from": start, "to": end, "days": days})
    return found


def hours_rows(rules: Mapping[str, Any], usual: Sequence[Any]) -> list[tuple[str, str, list[int]]]:
    """(from, to, days) of each row of hours, with spare ones to fill in."""
    own = rules.get("legal")
    rows = [
        (str(item.get("from", "")), str(item.get("to", "")), list(item.get("days", range(7))))
        for item in (own if isinstance(own, list) else [])
        if isinstance(item, Mapping)
    ]
    if own is None:
        rows = [(f"{one.start:%H:%M}", f"{one.end:%H:%M}", sorted(one.days)) for one in usual]
    return rows + [("", "", [])] * SPARE
