"""The `type` column: what each word of it means, old spellings too, and what is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from atbalss.study.question import Kind

_SELECT = {
    "select_one": Kind.SINGLE,
    "select1": Kind.SINGLE,
    "select one": Kind.SINGLE,
    "select one from": Kind.SINGLE,
    "select one using": Kind.SINGLE,
    "add select one prompt using": Kind.SINGLE,
    "q select1": Kind.SINGLE,
    "select_multiple": Kind.MULTIPLE,
    "select multiple": Kind.MULTIPLE,
    "select multiple from": Kind.MULTIPLE,
    "select multiple using": Kind.MULTIPLE,
    "select all that apply": Kind.MULTIPLE,
    "select all that apply from": Kind.MULTIPLE,
    "add select multiple prompt using": Kind.MULTIPLE,
    "q select": Kind.MULTIPLE,
}
_PLAIN = {
    Kind.INTEGER: "integer|int|add integer prompt|q int",
    Kind.DECIMAL: "decimal|add decimal prompt|q decimal",
    Kind.RANGE: "range",
    Kind.TEXT: "text|string|add text prompt|q string",
    Kind.DATE: "date|add date prompt|q date",
    Kind.TIME: "time",
    Kind.DATETIME: "datetime|date time|date_time|add date time prompt|add datetime prompt"
    "|q date time|q datetime",
    Kind.NOTE: "note|add note prompt|q note",
    Kind.ACKNOWLEDGE: "acknowledge|trigger|add acknowledge prompt|q acknowledge",
    Kind.CALCULATE: "calculate|calculation|hidden|q calculate|add calculate prompt",
}
_META = {
    "start": "start|get start time|start time",
    "end": "end|get end time|end time",
    "today": "today|get today",
    "deviceid": "deviceid|device id|imei|get device id|uri:deviceid",
    "subscriberid": "subscriberid|subscriber id|get subscriber id|uri:subscriberid",
    "simserial": "simserial|sim id|get sim id|uri:simserial",
    "phonenumber": "phonenumber|get phone number|uri:phonenumber",
    "username": "username|uri:username",
    "email": "email|uri:email",
    "audit": "audit",
}
_SILENT = frozenset({"audit", "background-audio", "background-geopoint", "start-geopoint"})
_BOUNDED = {
    "percentage": (Kind.INTEGER, ". >= 0 and . <= 100"),
    "number of days in last month": (Kind.INTEGER, ". >= 0 and . <= 31"),
    "number of days in last six months": (Kind.INTEGER, ". >= 0 and . <= 183"),
    "number of days in last year": (Kind.INTEGER, ". >= 0 and . <= 365"),
    "phone number": (Kind.TEXT, r"regex(., '^\d*$')"),
}
_REFUSED = {
    "geo": "geopoint|geotrace|geoshape|location|gps|q location|q geopoint|q geotrace|q geoshape"
    "|add location prompt|osm",
    "media": "image|photo|picture|audio|video|file|q picture|q image|q audio|q video"
    "|add image prompt|add photo prompt|add audio prompt|add video prompt|add file prompt",
    "barcode": "barcode|q barcode|add barcode prompt",
    "external": "csv-external|xml-external",
}

SIMPLE: dict[str, Kind] = {w: kind for kind, words in _PLAIN.items() for w in words.split("|")}
META: dict[str, str] = {w: name for name, words in _META.items() for w in words.split("|")}
REFUSED: dict[str, str] = {w: why for why, words in _REFUSED.items() for w in words.split("|")}

_FRAME = re.compile(
    r"(?P<edge>begin|end)[\s_]*(?P<what>group|repeat|loop|lgroup|looped group)(?:[\s_]+over\b.*)?"
)
_COMMANDS = sorted([*_SELECT, "rank", "cascading_select", "cascading select"], key=len)
_CHOICE = re.compile(
    r"(?P<command>" + "|".join(re.escape(word) for word in reversed(_COMMANDS)) + r")"
    r"(?P<external>[_ ](?:from[_ ]file|external))?\s+(?P<list>\S+|\S.*?)"
    r"(?P<other>\s+or[_ ](?:specify[_ ])?other)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypeCell:
    """A type understood. `refused` names what is not supported; `meant` a likely spelling."""

    kind: Kind | None = None
    list_name: str = ""
    or_other: bool = False
    edge: str = ""  # "begin" or "end" of a group or repeat
    meta: str = ""
    constraint: str = ""
    refused: str = ""
    silent: bool = False  # asked of nobody and not recorded here
    meant: str = ""


def read_type(cell: str) -> TypeCell:
    """What the cell of column `type` says; all fields empty where it says nothing known."""
    words = " ".join(cell.split())
    small = words.lower()
    frame = _FRAME.fullmatch(small)
    if frame:
        repeated = "" if frame["what"] == "group" else "repeat"
        return TypeCell(edge=frame["edge"], refused=repeated)
    for wanted in (small, small.replace("_", " ")):
        found = _simple(wanted)
        if found is not None:
            return found
    choice = _CHOICE.fullmatch(words)
    return _choice(choice) if choice else TypeCell(meant=_meant(small))


def _simple(small: str) -> TypeCell | None:
    if small in SIMPLE:
        return TypeCell(SIMPLE[small])
    if small in META:
        return TypeCell(Kind.META, meta=META[small], silent=small in _SILENT)
    if small in _SILENT:
        return TypeCell(Kind.META, meta=small, silent=True)
    if small in _BOUNDED:
        kind, constraint = _BOUNDED[small]
        return TypeCell(kind, constraint=constraint)
    if small in REFUSED:
        return TypeCell(refused=REFUSED[small])
    if small.startswith("osm "):
        return TypeCell(refused="geo")
    return None


def _choice(match: re.Match[str]) -> TypeCell:
    command, list_name = match["command"].lower(), match["list"]
    file = re.search(r"\.(csv|xml|geojson)$", list_name, re.IGNORECASE)
    if match["external"] or file:
        return TypeCell(list_name=list_name, refused="external")
    if command == "rank":
        return TypeCell(list_name=list_name, refused="rank")
    if command.startswith("cascading"):
        return TypeCell(list_name=list_name, refused="cascading")
    if list_name.startswith("${"):
        return TypeCell(list_name=list_name, refused="repeat")
    return TypeCell(_SELECT[command], list_name, bool(match["other"]))


def _meant(small: str) -> str:
    names = [*SIMPLE, *META, *REFUSED, *_BOUNDED, "begin_group", "end_group", "begin_repeat"]
    first, _, rest = small.partition(" ")
    if rest:
        close = get_close_matches(first, ["select_one", "select_multiple"], 1, 0.8)
        if close:
            return f"{close[0]} {rest}"
    if small in ("select_one", "select_multiple", "select one", "select multiple"):
        return f"{small.replace(' ', '_')} list_name"
    close = get_close_matches(small.replace(" ", "_"), names, 1, 0.75)
    return close[0] if close else ""
