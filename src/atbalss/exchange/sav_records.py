"""Records of an SPSS system file that pyreadstat neither reads in full nor writes.

From the public description of the format in PSPP's developers' guide ("System File Format"). A file
is a header of 176 bytes, records of the dictionary (each begins with its type, 4 bytes), a record
999 that ends it, and the cases. Here are read: the weight (an index in the header), the short and
long names (7, subtype 13) and the multiple-response sets (7, subtypes 7 and 19). Written are the
weight and the sets, put before record 999 of a finished file; in a .zsav the offsets of the
compressed blocks then move by the same number of bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from atbalss.exchange.labelled import ResponseSet

HEADER = 176
COMPRESSED, WEIGHT, CASES = 72, 76, 80  # offsets of 4-byte numbers in the header
CREATED = 92  # offset of the day (9 bytes) and the time (8) in the header
LONG_NAMES, ENCODING = 13, 20
SETS, SETS_BY_VALUE = 7, 19
_VARIABLE, _LABELS, _LABELLED, _NOTES, _EXTENSION, _END = 2, 3, 4, 6, 7, 999
_ZLIB = 2
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Broken(ValueError):  # noqa: N818 - it is what the file is
    """The bytes are no dictionary of a system file, or end within it."""


@dataclass(frozen=True)
class Dictionary:
    """What was found: byte order, where the dictionary ends, names, weight, raw set records."""

    order: str  # "<" or ">", as struct has it
    end: int  # offset of record 999
    cases: int  # -1 where the file does not say
    compression: int
    short_names: tuple[str, ...]  # of the variables in order, segments of long texts too
    indices: tuple[int, ...]  # place of each among the 8-byte elements of a case, from 1
    long_names: Mapping[str, str]  # by short name
    weight: str  # short name, or ""
    encoding: str
    extensions: Mapping[int, bytes] = field(default_factory=dict)


def read_dictionary(content: bytes, encoding: str = "") -> Dictionary:
    """The dictionary of a system file; Broken where the bytes are none.

    `encoding`: of texts in a file that does not name its own.
    """
    if len(content) < HEADER or content[:4] not in (b"$FL2", b"$FL3"):
        raise Broken("magic")
    order = "<" if struct.unpack_from("<i", content, 64)[0] in (2, 3) else ">"
    cases = _int(content, CASES, order)
    weight_at = _int(content, WEIGHT, order)
    at, element = HEADER, 0
    names: list[bytes] = []
    indices: list[int] = []
    extensions: dict[int, bytes] = {}
    try:
        while (kind := _int(content, at, order)) != _END:
            if kind == _VARIABLE:
                element += 1
                width = _int(content, at + 4, order)
                if width >= 0:
                    names.append(content[at + 24 : at + 32].rstrip(b" \0"))
                    indices.append(element)
                at = _after_variable(content, at, order)
            elif kind == _LABELS:
                at = _after_labels(content, at, order)
            elif kind == _LABELLED:
                at += 8 + 4 * _size(content, at + 4, order)
            elif kind == _NOTES:
                at += 8 + 80 * _size(content, at + 4, order)
            elif kind == _EXTENSION:
                subtype = _int(content, at + 4, order)
                length = _size(content, at + 8, order) * _size(content, at + 12, order)
                extensions[subtype] = content[at + 16 : at + 16 + length]
                at += 16 + length
            else:
                raise Broken(f"record {kind}")
            if at > len(content):
                raise Broken("length")
    except struct.error:
        raise Broken("length") from None
    encoding = _encoding(extensions, encoding)
    short = tuple(_text(name, encoding) for name in names)
    return Dictionary(
        order,
        at,
        cases,
        _int(content, COMPRESSED, order),
        short,
        tuple(indices),
        _long_names(extensions.get(LONG_NAMES, b""), encoding),
        next((name for name, i in zip(short, indices, strict=True) if i == weight_at), ""),
        encoding,
        extensions,
    )


def response_sets(dictionary: Dictionary) -> tuple[ResponseSet, ...]:
    """The multiple-response sets, variables by their long names; those of one variable too."""
    by_lower = {name.lower(): name for name in dictionary.short_names}
    by_lower |= {short.lower(): long for short, long in dictionary.long_names.items()}
    found: dict[str, ResponseSet] = {}
    for subtype in (SETS, SETS_BY_VALUE):
        raw = dictionary.extensions.get(subtype, b"")
        for item in _parsed_sets(raw, dictionary.encoding, by_lower):
            found.setdefault(item.name, item)
    return tuple(found.values())


def _parsed_sets(raw: bytes, encoding: str, by_lower: Mapping[str, str]) -> Iterable[ResponseSet]:
    """Sets of one record. Lengths count bytes; a label may hold any sign, line feeds too."""
    at = 0
    while True:
        while at < len(raw) and raw[at : at + 1] in (b"\n", b"\r", b"\0"):
            at += 1
        equals = raw.find(b"=", at)
        if equals < 0:
            return
        name = _text(raw[at:equals], encoding).strip().removeprefix("$")
        kind, at = raw[equals + 1 : equals + 2], equals + 2
        if kind not in (b"C", b"D", b"E"):
            return
        own_label, counted = False, None
        try:
            if kind == b"E":
                flags, at = _word(raw, at + 1)
                own_label = flags == b"11"
            if kind != b"C":
                counted, at = _counted(raw, at + (kind == b"E"))
            label, at = _counted(raw, at + 1)
        except ValueError:
            return
        line_end = raw.find(b"\n", at)
        line_end = len(raw) if line_end < 0 else line_end
        words = _text(raw[at:line_end], encoding).split()
        at = line_end
        yield ResponseSet(
            name,
            tuple(by_lower.get(word.lower(), word) for word in words),
            _text(label, encoding).strip(),
            None if counted is None else _text(counted, encoding).rstrip(),
            kind == b"E",
            own_label,
        )


def _counted(raw: bytes, at: int) -> tuple[bytes, int]:
    """A text written as its length, a blank and so many bytes; and where it ends."""
    digits, at = _word(raw, at)
    length = int(digits)
    return raw[at + 1 : at + 1 + length], at + 1 + length


def _word(raw: bytes, at: int) -> tuple[bytes, int]:
    end = raw.find(b" ", at)
    if end < 0:
        raise ValueError("no blank")
    return raw[at:end], end


def with_records(content: bytes, sets: Sequence[ResponseSet], weight: str) -> bytes:
    """A finished file with sets and a weight added; names are long ones. Broken if it is none."""
    dictionary = read_dictionary(content)
    short = {dictionary.long_names.get(name, name): name for name in dictionary.short_names}
    order, made = dictionary.order, b""
    plain = [item for item in sets if not item.by_value]
    for subtype, some in ((SETS, plain), (SETS_BY_VALUE, [i for i in sets if i.by_value])):
        if some:
            text = b"".join(_written(item, short) for item in some)
            text += b"\n" * (-len(text) % 4)
            made += struct.pack(f"{order}iiii", _EXTENSION, subtype, 1, len(text)) + text
    content = bytes(content[: dictionary.end]) + made + content[dictionary.end :]
    if weight in short:
        at = dictionary.indices[dictionary.short_names.index(short[weight])]
        head = bytearray(content[:HEADER])
        struct.pack_into(f"{order}i", head, WEIGHT, at)
        content = bytes(head) + content[HEADER:]
    if dictionary.compression == _ZLIB and made:
        content = _moved(content, dictionary.end + len(made) + 8, len(made), order)
    return content


def dated(content: bytes, day: date | None) -> bytes:
    """A finished file as if made on a day, at midnight (1 January 2000 without one).

    The same data then gives the same bytes.
    """
    when = day or date(2000, 1, 1)
    stamp = f"{when.day:02} {_MONTHS[when.month - 1]} {when.year % 100:02}00:00:00"
    return content[:CREATED] + stamp.encode() + content[CREATED + len(stamp) :]


def _written(item: ResponseSet, short: Mapping[str, str]) -> bytes:
    label = item.label.encode()
    words = b"".join(b" " + short[name].lower().encode() for name in item.variables)
    head = b"$" + item.name.removeprefix("$").encode() + b"="
    if item.counted is None:
        head += b"C"
    else:
        counted = item.counted.encode()
        size = str(len(counted)).encode()
        flags = b"E 11 " if item.own_label else b"E 1 "
        head += (flags if item.by_value else b"D") + size + b" " + counted
    return head + b" " + str(len(label)).encode() + b" " + label + words + b"\n"


def _moved(content: bytes, at: int, by: int, order: str) -> bytes:
    """The offsets of a .zsav's blocks, in its header at `at` and in its trailer, moved."""
    changed = bytearray(content)
    header, trailer, length = struct.unpack_from(f"{order}qqq", content, at)
    if header + by != at or length < 24 or trailer + by + length > len(content):
        raise Broken("zlib header")
    struct.pack_into(f"{order}qq", changed, at, header + by, trailer + by)
    trailer += by
    blocks = struct.unpack_from(f"{order}i", content, trailer + 20)[0]
    for index in range(blocks):
        place = trailer + 24 + 24 * index
        plain, packed = struct.unpack_from(f"{order}qq", content, place)
        struct.pack_into(f"{order}qq", changed, place, plain + by, packed + by)
    return bytes(changed)


def _after_variable(content: bytes, at: int, order: str) -> int:
    has_label, missing = _int(content, at + 8, order), _int(content, at + 12, order)
    at += 32
    if has_label:
        at += 4 + -(-_size(content, at, order) // 4) * 4
    return at + 8 * abs(missing)


def _after_labels(content: bytes, at: int, order: str) -> int:
    count = _size(content, at + 4, order)
    at += 8
    for _ in range(count):
        if at + 8 >= len(content):
            raise Broken("length")
        at += 8 + -(-(content[at + 8] + 1) // 8) * 8
    return at


def _int(content: bytes, at: int, order: str) -> int:
    (value,) = struct.unpack_from(f"{order}i", content, at)
    return int(value)


def _size(content: bytes, at: int, order: str) -> int:
    """A count or length; Broken where it cannot be one."""
    value = _int(content, at, order)
    if not 0 <= value <= len(content):
        raise Broken("count")
    return value


def _encoding(extensions: Mapping[int, bytes], otherwise: str) -> str:
    own = extensions.get(ENCODING, b"").decode("ascii", "replace").strip("\0 ")
    for name in (own, otherwise):
        try:
            "".encode(name)
        except (LookupError, ValueError):
            continue
        if name:
            return name
    return "cp1252"


def _long_names(raw: bytes, encoding: str) -> dict[str, str]:
    pairs = [part.split("=", 1) for part in _text(raw, encoding).split("\t") if "=" in part]
    return {short: long.rstrip("\0 ") for short, long in pairs}


def _text(raw: bytes, encoding: str) -> str:
    return raw.decode(encoding, "replace")
