"""Reading Office files back with other people's libraries, and asking a validator about them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def faults(content: bytes, folder: Path, ending: str) -> list[str]:
    """What the validator says against a file: schema, relations, semantics."""
    file = folder / f"checked{ending}"
    file.write_bytes(content)
    result = OpenXmlValidator().validate(file)
    return [f"{item.part_uri} {item.path}: {item.description}" for item in result.errors]


def part(content: bytes, name: str) -> etree._Element:
    """A part of an Office file as XML."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        return etree.fromstring(file.read(name))


def names(content: bytes) -> list[str]:
    """The names of all parts."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        return file.namelist()
