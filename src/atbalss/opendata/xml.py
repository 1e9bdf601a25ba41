"""XML made of nested tuples: text that XML cannot hold is left out, nothing is markup by chance."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from atbalss.exchange.cells import UNWRITABLE
from atbalss.study.texts import Text

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def clean(text: str) -> str:
    """A text without the signs that XML 1.0 does not allow."""
    return UNWRITABLE.sub("", text)


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A child with a text and attributes; an attribute's trailing underscore is dropped."""
    named = {key.rstrip("_"): clean(value) for key, value in attributes.items() if value}
    child = SubElement(parent, tag, named)
    child.text = clean(text) or None
    return child


def add_texts(parent: Element, tag: str, text: Text, **attributes: str) -> Iterator[Element]:
    """A child for each language of a text, each marked with its language."""
    made = []
    for lang, words in text.pairs:
        child = add(parent, tag, " ".join(words.split()), **attributes)
        child.set(LANG, lang)
        made.append(child)
    return iter(made)


def as_bytes(root: Element) -> bytes:
    """The document as UTF-8 with its declaration, indented."""
    indent(root)
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"
