"""The functions of rules that need nothing but their arguments, by name."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from atbalss.study.patterns import compiled
from atbalss.study.values import (
    NAN,
    Value,
    as_clock,
    as_moment,
    from_days,
    to_number,
    to_text,
    to_truth,
)

Arguments = Sequence[Value]


def pure(name: str) -> Callable[[Arguments], Value] | None:
    """The function called `name` if its arguments alone decide its value, else None."""
    return _PURE.get(name)


def _selected(args: Arguments) -> bool:
    return to_text(args[1]).strip() in to_text(args[0]).split()


def _selected_at(args: Arguments) -> str:
    codes, at = to_text(args[0]).split(), to_number(args[1])
    return codes[int(at)] if at == at and 0 <= at < len(codes) else ""


def _round(args: Arguments) -> float:
    number = to_number(args[0])
    places = to_number(args[1]) if len(args) > 1 else 0.0
    if not math.isfinite(number) or not math.isfinite(places) or abs(places) > 15:
        return number if math.isinf(number) else NAN
    step = 10.0 ** int(places)
    if not math.isfinite(number * step):
        return number
    return math.floor(number * step + 0.5) / step


def _whole(how: Callable[[float], int]) -> Callable[[Arguments], float]:
    def whole(args: Arguments) -> float:
        number = to_number(args[0])
        return float(how(number)) if math.isfinite(number) else number

    return whole


def _math(function: Callable[..., float]) -> Callable[[Arguments], float]:
    def computed(args: Arguments) -> float:
        try:
            value = function(*(to_number(arg) for arg in args))
        except OverflowError:
            return math.inf
        except (ValueError, ZeroDivisionError):
            return NAN
        return float(value) if isinstance(value, float | int) else NAN

    return computed


def _log(base: Callable[[float], float]) -> Callable[[Arguments], float]:
    def logarithm(args: Arguments) -> float:
        number = to_number(args[0])
        return -math.inf if number == 0 else _math(base)(args)

    return logarithm


def _extreme(pick: Callable[[list[float]], float]) -> Callable[[Arguments], float]:
    def extreme(args: Arguments) -> float:
        numbers = [to_number(arg) for arg in args]
        return NAN if any(number != number for number in numbers) else pick(numbers)

    return extreme


def _checklist(args: Arguments) -> bool:
    least, most = to_number(args[0]), to_number(args[1])
    total = float(sum(to_truth(arg) for arg in args[2:]))
    return (least == -1 or total >= least) and (most == -1 or total <= most)


def _weighted_checklist(args: Arguments) -> bool:
    least, most = to_number(args[0]), to_number(args[1])
    pairs = zip(args[2::2], args[3::2], strict=False)
    total = sum(to_number(weight) for met, weight in pairs if to_truth(met))
    return (least == -1 or total >= least) and (most == -1 or total <= most)


def _substr(args: Arguments) -> str:
    words = to_text(args[0])
    start, end = to_number(args[1]), to_number(args[2]) if len(args) > 2 else math.inf
    return words[_index(start, 0) : _index(end, len(words))]


def _index(number: float, otherwise: int) -> int:
    return int(number) if math.isfinite(number) else otherwise


def _substring(args: Arguments) -> str:
    words, start = to_text(args[0]), _round([args[1]])
    end = start + _round([args[2]]) if len(args) > 2 else math.inf
    return "".join(mark for at, mark in enumerate(words, start=1) if start <= at < end)


def _before(args: Arguments) -> str:
    head, mark, _ = to_text(args[0]).partition(to_text(args[1]) or "\0")
    return head if mark else ""


def _after(args: Arguments) -> str:
    if not to_text(args[1]):
        return to_text(args[0])
    return to_text(args[0]).partition(to_text(args[1]))[2]


def _translate(args: Arguments) -> str:
    words, old, new = (to_text(arg) for arg in args)
    table: dict[int, str | None] = {}
    for at, mark in enumerate(old):
        table.setdefault(ord(mark), new[at] if at < len(new) else None)
    return words.translate(table)


def _regex(args: Arguments) -> bool:
    pattern = compiled(to_text(args[1]))
    return pattern is not None and pattern.fullmatch(to_text(args[0])) is not None


def moment(value: Value) -> datetime | None:
    """A date, a date with time, or a number of days since 1970 as a moment; None if neither."""
    if isinstance(value, str):
        found = as_moment(value.strip())
        if found is not None:
            return found
    number = to_number(value)
    return from_days(number) if math.isfinite(number) else None


def _date(args: Arguments) -> str:
    found = moment(args[0])
    return "" if found is None else found.date().isoformat()


def _date_time(args: Arguments) -> str:
    found = moment(args[0])
    return "" if found is None else found.isoformat()


def _days(args: Arguments) -> float:
    found = moment(args[0])
    return NAN if found is None else to_number(found.isoformat())


def _time_of_day(args: Arguments) -> float:
    words = to_text(args[0]).strip()
    clock = as_clock(words)
    if clock is None:
        found = as_moment(words)
        clock = found.time() if found else None
    return NAN if clock is None else to_number(clock.isoformat())


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def _format(args: Arguments) -> str:
    found, clock = moment(args[0]), as_clock(to_text(args[0]).strip())
    if clock is not None:
        found = datetime.combine(date(1970, 1, 1), clock)
    if found is None:
        return ""
    when = found
    return re.sub(r"%(.)", lambda match: _part(when, match.group(1)), to_text(args[1]))


def _part(when: datetime, letter: str) -> str:
    parts = {
        "Y": f"{when.year:04}",
        "y": f"{when.year % 100:02}",
        "m": f"{when.month:02}",
        "n": str(when.month),
        "b": _MONTHS[when.month - 1],
        "d": f"{when.day:02}",
        "e": str(when.day),
        "a": _DAYS[when.weekday()],
        "w": str(when.isoweekday() % 7),
        "W": f"{when.isocalendar().week:02}",
        "H": f"{when.hour:02}",
        "h": str(when.hour),
        "M": f"{when.minute:02}",
        "S": f"{when.second:02}",
        "3": f"{when.microsecond // 1000:03}",
        "%": "%",
    }
    return parts.get(letter, "%" + letter)


def clock_text(value: time) -> str:
    """A time of day as rules see it: ISO, without an offset."""
    return value.replace(tzinfo=None).isoformat()


_PURE: dict[str, Callable[[Arguments], Value]] = {
    "selected": _selected,
    "selected-at": _selected_at,
    "count-selected": lambda args: float(len(to_text(args[0]).split())),
    "not": lambda args: not to_truth(args[0]),
    "if": lambda args: args[1] if to_truth(args[0]) else args[2],
    "coalesce": lambda args: args[0] if to_text(args[0]) else args[1],
    "true": lambda args: True,
    "false": lambda args: False,
    "boolean": lambda args: to_truth(args[0]),
    "boolean-from-string": lambda args: to_text(args[0]).strip().lower() in ("true", "1"),
    "string": lambda args: to_text(args[0]),
    "number": lambda args: to_number(args[0]),
    "int": _whole(math.trunc),
    "floor": _whole(math.floor),
    "ceiling": _whole(math.ceil),
    "round": _round,
    "abs": _math(abs),
    "pow": _math(lambda one, other: one**other),
    "sqrt": _math(math.sqrt),
    "exp": _math(math.exp),
    "exp10": _math(lambda number: 10.0**number),
    "log": _log(math.log),
    "log10": _log(math.log10),
    "pi": lambda args: math.pi,
    "sin": _math(math.sin),
    "cos": _math(math.cos),
    "tan": _math(math.tan),
    "asin": _math(math.asin),
    "acos": _math(math.acos),
    "atan": _math(math.atan),
    "atan2": _math(math.atan2),
    "min": _extreme(min),
    "max": _extreme(max),
    "checklist": _checklist,
    "weighted-checklist": _weighted_checklist,
    "string-length": lambda args: float(len(to_text(args[0]))),
    "substr": _substr,
    "substring": _substring,
    "substring-before": _before,
    "substring-after": _after,
    "contains": lambda args: to_text(args[1]) in to_text(args[0]),
    "starts-with": lambda args: to_text(args[0]).startswith(to_text(args[1])),
    "ends-with": lambda args: to_text(args[0]).endswith(to_text(args[1])),
    "normalize-space": lambda args: " ".join(to_text(args[0]).split()),
    "translate": _translate,
    "concat": lambda args: "".join(map(to_text, args)),
    "join": lambda args: to_text(args[0]).join(map(to_text, args[1:])),
    "regex": _regex,
    "date": _date,
    "date-time": _date_time,
    "format-date": _format,
    "format-date-time": _format,
    "decimal-date-time": _days,
    "decimal-time": _time_of_day,
}
