"""Opening a report of any format for the audit: what cannot be read is refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from atbalss.audit.plain import Line, read_lines, read_plain
from atbalss.audit.text import Text
from atbalss.problems import Place, Refused, problem

MAX_FILE = 60_000_000  # bytes
MAX_TEXT = 4_000_000  # letters: some two thousand pages
FORMATS = (".pdf", ".docx", ".html", ".htm", ".md", ".txt", ".markdown", ".xhtml")


def open_report(path: Path, lang: str = "") -> Text:
    """A report as blocks; `Refused` where it is missing, broken, too large or of no known format.

    `lang` is the language of the report, found out where not given.
    """
    name = path.name
    place = Place(name)
    if not path.is_file():
        raise Refused([problem("audit-no-file", place, path=path)])
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise Refused([problem("audit-unknown-format", place, path=name)])
    size = path.stat().st_size
    if size > MAX_FILE:
        raise Refused([problem("audit-too-large", place, path=name, what=f"{size / 1e6:.0f} MB")])
    content = path.read_bytes()
    if ending == ".pdf":
        text = read_lines(name, _pdf(content, name), lang)
    elif ending == ".docx":
        text = read_lines(name, _word(content, name), lang)
    else:
        decoded = _decoded(content, name)
        if ending in (".md", ".txt", ".markdown"):
            text = read_plain(name, decoded, lang)
        else:
            from atbalss.audit.markup import page_lines

            text = read_lines(name, page_lines(decoded), lang)
    words = (word for block in text.blocks for row in (*block.rows, (block.text,)) for word in row)
    if not any(char.isalpha() for word in words for char in word):
        raise Refused([problem("audit-no-text", place, path=name)])
    return text


def _decoded(content: bytes, name: str) -> str:
    if len(content) > MAX_TEXT * 3:
        what = f"{len(content) / 1e6:.0f} MB"
        raise Refused([problem("audit-too-large", Place(name), path=name, what=what)])
    if content[:4] in (b"%PDF", b"PK\x03\x04") or (
        b"\0" in content[:4000] and content[:2] not in (b"\xff\xfe", b"\xfe\xff")
    ):
        raise Refused([problem("audit-broken", Place(name), path=name)])
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1257"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1251", errors="replace")


def _pdf(content: bytes, name: str) -> list[Line]:
    from atbalss.audit.portable import MAX_PAGES, TooManyPagesError, pdf_lines

    what = f"> {MAX_PAGES} pages"
    return _read(pdf_lines, content, name, "pypdfium2", TooManyPagesError, what)


def _word(content: bytes, name: str) -> list[Line]:
    from atbalss.audit.word import MAX_UNPACKED, OversizeError, word_lines

    what = f"> {MAX_UNPACKED / 1e6:.0f} MB"
    return _read(word_lines, content, name, "python-docx", OversizeError, what)


def _read(
    read: Callable[[bytes], list[Line]],
    content: bytes,
    name: str,
    library: str,
    too_large: type[Exception],
    what: str,
) -> list[Line]:
    place = Place(name)
    try:
        lines = read(content)
    except ImportError as error:
        raise Refused([problem("audit-needs-library", place, library=library)]) from error
    except too_large as error:
        raise Refused([problem("audit-too-large", place, path=name, what=what)]) from error
    except Exception as error:  # a hostile file may break a parser in any way
        raise Refused([problem("audit-broken", place, path=name)]) from error
    if sum(len(line.text) for line in lines) > MAX_TEXT:
        raise Refused([problem("audit-too-large", place, path=name, what="text")])
    return lines
