"""The Single Digital Gateway's monthly export: answers to the common questions, nothing else.

Implementing regulation (EU) 2020/1121, article 10: all feedback of a calendar month within five
working days after it; only answers to questions that match the common ones; the address of the
page is sent, free text is not.
"""

from __future__ import annotations

import calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit, urlunsplit

import polars as pl

from atbalss.answers.frame import Frame
from atbalss.opendata.table import csv_bytes
from atbalss.problems import Problem, problem
from atbalss.study.questionnaire import Questionnaire

DATE, PAGE, KIND = "sdg_date", "sdg_page", "sdg_kind"
FOUND, RATING, IMPROVE = "sdg_found", "sdg_rating", "sdg_improve"
WORKING_DAYS = 5
COLUMNS = ("url", "found", "rating")
_FOUND = ("yes", "partly", "no")
_STARS = ("1", "2", "3", "4", "5")
_LONGEST = 2000


@dataclass(frozen=True)
class Month:
    """The feedback of a calendar month: (url, found, rating), and what was left out, counted."""

    month: str
    rows: tuple[tuple[str, str, str], ...]
    no_page: int = 0
    no_answer: int = 0
    invented: bool = False

    @property
    def deadline(self) -> date:
        """The last day on which it may be sent."""
        return deadline(self.month)


def check(questionnaire: Questionnaire, month: str, today: date) -> list[Problem]:
    """What keeps a month from being exported: questions that are missing, a month not over."""
    missing = [name for name in (DATE, PAGE, FOUND, RATING) if name not in questionnaire.by_name]
    found = [problem("opendata-sdg-question", name=name) for name in missing]
    last = last_day(month)
    if last is None:
        found.append(problem("opendata-sdg-month", month=month))
    elif today <= last:
        found.append(problem("opendata-sdg-not-over", month=month, last=last.isoformat()))
    elif today > deadline(month):
        late = deadline(month).isoformat()
        found.append(problem("opendata-sdg-late", month=month, deadline=late))
    return found


def export(frame: Frame, month: str, *, invented: bool = False) -> Month:
    """The feedback of a month, sorted: no row tells who wrote it, nor when within the month.

    An address loses its query, fragment and user: they may hold what is somebody's own.
    """
    data = frame.data
    names = [DATE, PAGE, FOUND, RATING]
    table = data.select(pl.col(names).cast(pl.String))
    inside = table.filter(pl.col(DATE).str.slice(0, 7) == month)
    rows, no_page, no_answer = [], 0, 0
    for _, page, found, rating in inside.iter_rows():
        address = clean_url(page or "")
        if found not in _FOUND or rating not in _STARS:
            no_answer += 1
        elif not address:
            no_page += 1
        else:
            rows.append((address, found, rating))
    return Month(month, tuple(sorted(rows)), no_page, no_answer, invented)


def clean_url(text: str) -> str:
    """The address of a page without what may be somebody's own; "" where it is none."""
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or len(text) > _LONGEST:
        return ""
    if any(sign.isspace() or ord(sign) < 32 for sign in host + parts.path):
        return ""
    place = f"{host}:{port}" if port else host
    return urlunsplit((parts.scheme, place, parts.path or "/", "", ""))


def as_csv(month: Month) -> bytes:
    """One row a response: month, url, found, rating; invented data say so."""
    status = "invented" if month.invented else "real"
    rows = [(month.month, *row, status) for row in month.rows]
    return csv_bytes(["month", *COLUMNS, "data_status"], rows)


def as_values(month: Month) -> dict[str, object]:
    """The month as plain values: every response, and sums by page."""
    pages: dict[str, list[tuple[str, str]]] = {}
    for url, found, rating in month.rows:
        pages.setdefault(url, []).append((found, rating))
    return {
        "period": month.month,
        "deadline": month.deadline.isoformat(),
        "data_status": "invented" if month.invented else "real",
        "responses": [dict(zip(COLUMNS, row, strict=True)) for row in month.rows],
        "pages": [
            {
                "url": url,
                "responses": len(answers),
                "found": {key: Counter(a for a, _ in answers)[key] for key in _FOUND},
                "stars": {key: Counter(b for _, b in answers)[key] for key in _STARS},
            }
            for url, answers in pages.items()
        ],
        "left_out": {"no_page": month.no_page, "not_answered": month.no_answer},
    }


# ---- days


def last_day(month: str) -> date | None:
    """The last day of a month written YYYY-MM; None where it is none."""
    year, dash, number = month.partition("-")
    if not (dash and len(year) == 4 and len(number) == 2 and (year + number).isdigit()):
        return None
    if not (1 <= int(number) <= 12 and int(year) > 0):
        return None
    return date(int(year), int(number), calendar.monthrange(int(year), int(number))[1])


def deadline(month: str) -> date:
    """The fifth working day after a month, by Latvia's holidays; ValueError for no month."""
    day = last_day(month)
    if day is None:
        raise ValueError(month)
    left = WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in holidays(day.year)
    return day


def holidays(year: int) -> frozenset[date]:
    """Latvia's public holidays of a year (law "Par svētku, atceres un atzīmējamām dienām").

    Where 4 May or 18 November is a Saturday or Sunday, the next working day is free.
    """
    easter = _easter(year)
    fixed = [
        (1, 1),
        (5, 1),
        (5, 4),
        (6, 23),
        (6, 24),
        (11, 18),
        (12, 24),
        (12, 25),
        (12, 26),
        (12, 31),
    ]
    found = {date(year, *pair) for pair in fixed}
    found |= {easter - timedelta(days=2), easter, easter + timedelta(days=1)}
    for month, number in ((5, 4), (11, 18)):
        day = date(year, month, number)
        if day.weekday() >= 5:
            found.add(day + timedelta(days=7 - day.weekday()))
    return frozenset(found)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * ell) // 433
    month = (h + ell - 7 * m + 90) // 25
    return date(year, month, (h + ell - 7 * m + 33 * month + 19) % 32)
