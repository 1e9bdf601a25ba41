"""A repair of PDF files that no renderer can make itself."""

from __future__ import annotations

import re
from bisect import bisect

_XREF = re.compile(
    rb"xref\n0 \d+\n((?:\d{10} \d{5} [nf] ?\r?\n)+)trailer.*?startxref\n(\d+)\n", re.S
)


def no_bare_returns(made: bytes) -> bytes:
    """The same PDF, with the line end before `endstream` doubled where a stream ends in CR.

    A carriage return that happens to end a compressed stream and the line feed before `endstream`
    look like one line end together; checkers then count the stream one byte short (ISO 19005-3,
    6.1.7.1). With CR LF there the stream is whole again; the table of offsets moves along.
    """
    places = [found.start() + 1 for found in re.finditer(rb"\r\nendstream\nendobj", made)]
    places = [at for at in places if made[at - 2 : at] != b"\r\r"]
    table = _XREF.search(made, made.rfind(b"\nxref\n") + 1)
    if not places or table is None:
        return made
    entries = [
        b"%010d" % (int(line[:10]) + bisect(places, int(line[:10]))) + line[10:]
        if line[17:18] == b"n"
        else line
        for line in table[1].splitlines(keepends=True)
    ]
    start = b"%d" % (int(table[2]) + bisect(places, int(table[2])))
    tail = made[: table.start(1)] + b"".join(entries) + made[table.end(1) : table.start(2)] + start
    whole = tail + made[table.end(2) :]
    for at in reversed(places):
        whole = whole[:at] + b"\r" + whole[at:]
    return whole
