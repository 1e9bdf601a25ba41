"""The container of Office files (ECMA-376 part 2): parts, their types and relations, one zip.

The same parts give the same bytes: parts keep their order and the zip knows no clock.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import dirname, relpath

from atbalss.exchange.cells import UNWRITABLE

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STAMP = (1980, 1, 1, 0, 0, 0)
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_PACKED = ("png", "jpeg", "xlsx")  # packed already


def escape(text: str) -> str:
    """A text for XML content and attributes; what XML cannot hold becomes a blank."""
    plain = UNWRITABLE.sub(" ", text)
    for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("\r", "#13")):
        plain = plain.replace(sign, f"&{name};")
    return plain


@dataclass
class Package:
    """An Office file being written. Names of parts begin with `/`."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[tuple[str, str, bool]]] = field(default_factory=dict)

    def add(self, name: str, content: str | bytes, kind: str = "") -> str:
        """Adds a part with its content type ("" where its ending says it); gives its name back."""
        if isinstance(content, str):
            content = (DECLARATION + content).encode("utf-8")
        self.parts[name] = content
        if kind:
            self.types[name] = kind
        return name

    def relate(self, source: str, kind: str, target: str, *, outside: bool = False) -> str:
        """A relation from a part ("/" for the package) to a part or an address; gives its id.

        `kind` is the last word of an officeDocument relation, or a whole address.
        """
        known = self.relations.setdefault(source, [])
        address = kind if ":" in kind else f"{OFFICE}/{kind}"
        row = (address, target, outside)
        if row not in known:
            known.append(row)
        return f"rId{known.index(row) + 1}"

    def zipped(self) -> bytes:
        """The whole file as bytes."""
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            _put(file, "[Content_Types].xml", self._content_types())
            for source, rows in self.relations.items():
                _put(file, _rels_name(source), _rels(source, rows))
            for name, content in self.parts.items():
                _put(file, name.lstrip("/"), content)
        return out.getvalue()

    def _content_types(self) -> bytes:
        endings = {name.rpartition(".")[2] for name in self.parts} | {"rels", "xml"}
        rows = [
            f'<Default Extension="{ending}" ContentType="{_DEFAULTS[ending]}"/>'
            for ending in sorted(endings & set(_DEFAULTS))
        ]
        rows += [
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            for name, kind in self.types.items()
        ]
        text = f'<Types xmlns="{PACKAGE}/content-types">{"".join(rows)}</Types>'
        return (DECLARATION + text).encode()


def _rels_name(source: str) -> str:
    if source == "/":
        return "_rels/.rels"
    folder, _, name = source.lstrip("/").rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _rels(source: str, rows: list[tuple[str, str, bool]]) -> bytes:
    items = []
    for number, (kind, target, outside) in enumerate(rows, 1):
        mode = ' TargetMode="External"' if outside else ""
        where = target if outside or source == "/" else relpath(target, dirname(source))
        where = where.lstrip("/") if source == "/" else where
        items.append(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{escape(where)}"{mode}/>'
        )
    text = f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(items)}</Relationships>'
    return (DECLARATION + text).encode()


def _put(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _STAMP)
    packed = name.rpartition(".")[2] in _PACKED
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3  # the same on every machine
    file.writestr(info, content)
