"""What a reader wrote into the Word document, brought back to the lines of its source.

Comments, tracked insertions and deletions, and numbers typed over in their content controls. The
lines come from the hidden bookmarks that the writer puts in, the numbers from the part that says
what each control held.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from xml.etree import ElementTree

from atbalss.problems import Place, Refused, problem

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_N = "{urn:atbalss:numbers}"
_LINE = re.compile(r"src_L(\d+)(?:_\d+)?")
_LARGEST = 200_000_000  # bytes of a part: more is no report
_SOURCE = re.compile(r"(?:report|press)\.[a-z]{2}\.md")
_UNREADABLE = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    ElementTree.ParseError,
    NotImplementedError,
    RecursionError,
    zlib.error,
)
COMMENT, INSERTED, DELETED, NUMBER, GONE = "comment", "inserted", "deleted", "number", "gone"
CONTEXT = 60  # characters of the text before a change


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a reader wrote. `line` is 0 where it stands outside the report's text.

    `quote` is what it is about: the commented words, the words before an insertion, the deleted
    words, the number as it was. `text` is what was written.
    """

    kind: str
    line: int
    quote: str
    text: str
    author: str = ""
    date: str = ""
    expression: str = ""
    reply_to: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """All remarks of a document, by line; which source and which build it was made from."""

    source: str
    fingerprint: str
    remarks: tuple[Remark, ...]


@dataclass(slots=True)
class _Open:
    """A comment whose range is being read."""

    line: int
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Control:
    """What a content control held when it was written."""

    words: str
    line: int
    expression: str
    title: str


def read_review(content: bytes, name: str) -> Review:
    """The remarks of a Word file; Refused where it is none, or none that Atbalss made."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as file:
            parts = {
                item.filename: file.read(item)
                for item in file.infolist()
                if item.file_size < _LARGEST and item.filename.endswith(".xml")
            }
        trees = {part: _parsed(data) for part, data in parts.items() if _wanted(part)}
        body = trees["word/document.xml"]
        if not any(_line_of(item) for item in body.iter(f"{_W}bookmarkStart")):
            raise Refused([problem("report-review-foreign", Place(name), file=name)])
        source, fingerprint, controls = _written(trees)
        reader = _Reader(controls)
        reader.read(body)
    except _UNREADABLE as why:
        raise Refused([problem("report-review-file", Place(name), file=name)]) from why
    for note in trees.get("word/footnotes.xml", ElementTree.Element("none")):
        reader.line = reader.notes.get(note.get(f"{_W}id") or "", 0)
        reader.read(note)
    remarks = [*reader.found, *reader.gone(), *_comments(trees, reader)]
    remarks.sort(key=lambda item: (item.line, item.date, item.kind))
    return Review(source, fingerprint, tuple(remarks))


def _wanted(part: str) -> bool:
    return part.startswith(("word/", "customXml/item")) and "/theme/" not in part


def _parsed(data: bytes) -> ElementTree.Element:
    """XML without a document type: none of Word's parts has one."""
    if b"<!DOCTYPE" in data[:4000]:
        raise ElementTree.ParseError("DOCTYPE")
    return ElementTree.fromstring(data)  # noqa: S314 - no document type, so no entities


def _line_of(item: ElementTree.Element) -> int:
    found = _LINE.fullmatch(item.get(f"{_W}name") or "")
    return int(found[1]) if found else 0


def _written(
    trees: Mapping[str, ElementTree.Element],
) -> tuple[str, str, dict[str, _Control]]:
    """Source, fingerprint and controls by tag, out of the part that the writer put in."""
    for part, root in trees.items():
        if part.startswith("customXml/item") and root.tag == f"{_N}numbers":
            controls = {
                item.get("tag") or "": _Control(
                    item.text or "",
                    int(item.get("line") or 0),
                    item.get("expression") or "",
                    item.get("title") or "",
                )
                for item in root
            }
            source = root.get("source") or ""
            known = source if _SOURCE.fullmatch(source) else ""  # it is opened: never a path
            return known, root.get("fingerprint") or "", controls
    return "", "", {}


class _Reader:
    """Walks a part in reading order and keeps what was changed."""

    def __init__(self, controls: Mapping[str, _Control]) -> None:
        self.controls = controls
        self.met: set[str] = set()
        self.found: list[Remark] = []
        self.open: dict[str, _Open] = {}
        self.comments: dict[str, _Open] = {}
        self.notes: dict[str, int] = {}
        self.line = 0
        self.before = ""
        self.change: tuple[str, str, str] | None = None  # kind, author, date
        self.silent = 0  # inside a control: its changes are those of its number

    def read(self, item: ElementTree.Element) -> None:
        """Reads an element and all within it."""
        tag = item.tag.removeprefix(_W)
        outer = self.change
        if tag == "p":
            self.before = ""
        elif tag == "bookmarkStart":
            self.line = _line_of(item) or self.line
        elif tag == "commentRangeStart":
            self.open[item.get(f"{_W}id") or ""] = _Open(self.line)
        elif tag == "commentRangeEnd":
            key = item.get(f"{_W}id") or ""
            self.comments[key] = self.open.pop(key, _Open(self.line))
        elif tag == "commentReference":
            self.comments.setdefault(item.get(f"{_W}id") or "", _Open(self.line))
        elif tag == "footnoteReference":
            self.notes[item.get(f"{_W}id") or ""] = self.line
        elif tag in ("ins", "del", "moveTo", "moveFrom"):
            kind = INSERTED if tag in ("ins", "moveTo") else DELETED
            self.change = (kind, item.get(f"{_W}author") or "", item.get(f"{_W}date") or "")
        elif tag in ("t", "delText"):
            self._words(item.text or "")
        if tag == "sdt":
            self._control(item)
        else:
            for inner in item:
                self.read(inner)
        self.change = outer

    def _words(self, text: str) -> None:
        for each in self.open.values():
            each.words.append(text)
        if self.change is not None and not self.silent:
            self._changed(text, *self.change)
        if self.change is None or self.change[0] == INSERTED:
            self.before = (self.before + text)[-CONTEXT:]

    def _changed(self, text: str, kind: str, author: str, date: str) -> None:
        last = self.found[-1] if self.found else None
        same = last is not None and (last.kind, last.author, last.date, last.line) == (
            kind,
            author,
            date,
            self.line,
        )
        if last is not None and same and kind == DELETED:
            self.found[-1] = replace(last, quote=last.quote + text)
        elif last is not None and same:
            self.found[-1] = replace(last, text=last.text + text)
        elif kind == DELETED:
            self.found.append(Remark(kind, self.line, text, "", author, date))
        else:
            self.found.append(Remark(kind, self.line, self.before, text, author, date))

    def _control(self, item: ElementTree.Element) -> None:
        tag = self._tag_of(item)
        held = self.controls.get(tag)
        self.silent += held is not None
        for inner in item:
            self.read(inner)
        self.silent -= held is not None
        if held is None:
            return
        self.met.add(tag)
        now, author, date = _content(item, self.change)
        if _plain(now) != _plain(held.words):
            line = held.line or self.line
            self.found.append(Remark(NUMBER, line, held.words, now, author, date, held.expression))

    def _tag_of(self, item: ElementTree.Element) -> str:
        """A control's tag; LibreOffice drops it, then its title and its place tell which it is."""
        own = item.find(f"{_W}sdtPr/{_W}tag")
        if own is not None:
            return own.get(f"{_W}val") or ""
        title = item.find(f"{_W}sdtPr/{_W}alias")
        if title is None:
            return ""
        words = title.get(f"{_W}val")
        alike = (t for t, held in self.controls.items() if held.title == words)
        return next((t for t in alike if t not in self.met), "")

    def gone(self) -> Iterator[Remark]:
        """Numbers whose control is no longer there, where others of the document are."""
        for tag, held in self.controls.items():
            if self.met and tag not in self.met:
                yield Remark(GONE, held.line, held.words, "", expression=held.expression)


def _content(item: ElementTree.Element, outer: tuple[str, str, str] | None) -> tuple[str, str, str]:
    """What a control holds once its changes are accepted, and who changed it when."""
    author, date = (outer[1], outer[2]) if outer else ("", "")
    deleted = {id(t) for d in item.iter(f"{_W}del") for t in d.iter(f"{_W}t")}
    for change in (*item.iter(f"{_W}ins"), *item.iter(f"{_W}del")):
        author, date = change.get(f"{_W}author") or author, change.get(f"{_W}date") or date
    kept = "" if outer and outer[0] == DELETED else None
    words = "".join(t.text or "" for t in item.iter(f"{_W}t") if id(t) not in deleted)
    return (words if kept is None else kept), author, date


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _comments(trees: Mapping[str, ElementTree.Element], reader: _Reader) -> Iterator[Remark]:
    """Comments with the words they are about; replies name whom they answer."""
    root = trees.get("word/comments.xml")
    if root is None:
        return
    more = {
        item.get(f"{_W15}paraId"): (item.get(f"{_W15}paraIdParent"), item.get(f"{_W15}done"))
        for item in trees.get("word/commentsExtended.xml", ElementTree.Element("none"))
    }
    ids = {_paragraph_id(item): item.get(f"{_W}author") or "" for item in root}
    for item in root:
        number = item.get(f"{_W}id") or ""
        place = reader.comments.get(number) or reader.open.get(number) or _Open(0)
        parent, done = more.get(_paragraph_id(item), (None, None))
        text = "\n".join(
            "".join(t.text or "" for t in each.iter(f"{_W}t")) for each in item.iter(f"{_W}p")
        )
        yield Remark(
            COMMENT,
            place.line,
            "".join(place.words),
            text,
            item.get(f"{_W}author") or "",
            item.get(f"{_W}date") or "",
            reply_to=ids.get(parent, "") if parent else "",
            done=done == "1",
        )


def _paragraph_id(comment: ElementTree.Element) -> str | None:
    paragraphs = list(comment.iter(f"{_W}p"))
    return paragraphs[-1].get(f"{_W14}paraId") if paragraphs else None
