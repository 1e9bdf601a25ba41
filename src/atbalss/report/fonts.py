"""The typeface: Fira Sans, a dependency rather than a file of ours; no system font is ever used."""

from __future__ import annotations

import base64
import io
import json
import threading
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.report.kept import keep
from atbalss.tables.installed import installed

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

    from atbalss.report.document import Document

FAMILY = "Fira Sans"
FACES = {  # (weight, italic) of the web page -> static face
    (300, False): "FiraSans-Light",
    (400, False): "FiraSans-Regular",
    (400, True): "FiraSans-Italic",
    (600, False): "FiraSans-SemiBold",
}
CHARTED = ("FiraSans-Regular", "FiraSans-SemiBold")  # the weights of charts: 400 and 600
KERNED = ("FiraSans-Light",)
_RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x401, 0x45F))
_SIGNS = "–—‘’‚“”„…€№−×≥≤±→↑•†‡‰‹›«»≈▯◊\u00a0"
_SUBSET_VERSION = "4"
_LOADING = threading.Lock()
_LOCKS = {name: threading.Lock() for name in FACES.values()}
SUBSTITUTE = "▯"
_SET_BY_LAYOUT = {ord(char): None for char in "\n\t"}
_WIDTHS = Path(__file__).with_name("widths.json")
_NEAR = {
    "\u202f": "\u00a0",
    "\u2009": " ",
    "\u200a": " ",
    "\u2003": " ",
    "′": "'",
    "″": '"',
    "\u00ad": "",
}


def folder() -> Path:
    """The folder of the package's static faces."""
    import fontpkg_fira_sans

    return Path(fontpkg_fira_sans.__file__).parent / "files"


def face(name: str = "FiraSans-Regular") -> Path:
    """The TrueType file of a face; FileNotFoundError if the package has none of that name."""
    path = folder() / f"{name}.ttf"
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def chart_faces(cache_folder: Path | None) -> Path:
    """A folder that holds the faces of charts and no other, kept in `cache_folder`.

    The drawing engine looks through all faces that it knows at each text that it measures: with
    these two a chart costs a quarter less. Where none can be kept: the package's own folder.
    """
    if cache_folder is None:
        return folder()
    kept = cache_folder / "-".join(("faces", *installed(("fontpkg-fira-sans",))))
    try:
        for own in map(face, CHARTED):
            copy = kept / own.name
            if not copy.is_file() or copy.stat().st_size != own.stat().st_size:
                keep(copy, own.read_bytes())
    except OSError:
        return folder()
    return kept


@cache
def _open(name: str) -> TTFont:
    from fontTools.ttLib import TTFont

    return TTFont(face(name), lazy=True)


@dataclass(frozen=True)
class Advances:
    """How far each character moves the pen, by code point, in `units` an em; `blank` for others."""

    of: Mapping[int, int]
    units: int
    blank: int


@cache
def read_advances(name: str) -> Advances:
    """The advance widths of all characters of a face, read from its file."""
    with _LOADING:  # a face is read piece by piece from one open file
        font: Any = _open(name)
        advances = font["hmtx"].metrics
        of = {code: advances[glyph][0] for code, glyph in font.getBestCmap().items()}
        return Advances(of, font["head"].unitsPerEm, advances[".notdef"][0])


@cache
def _everyday_advances(name: str) -> Advances | None:
    """The widths of `everyday` characters from `widths.json`: opening a face takes a tenth of a
    second. `tools/widths.py` writes it, a test holds it to the faces."""
    kept = _kept_widths().get(name)
    if kept is None:
        return None
    of = {ord(char): int(width) for width, chars in kept["widths"].items() for char in chars}
    return Advances(of, kept["units"], kept["blank"])


@cache
def _kept_widths() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(_WIDTHS.read_text("utf-8"))
    return kept


def everyday() -> frozenset[int]:
    """The code points of Latin, Latvian, Russian and the signs of a report."""
    found = {ord(char) for char in _SIGNS}
    for first, last in _RANGES:
        found.update(range(first, last + 1))
    return frozenset(found)


def _advances(text: str, name: str) -> Advances:
    """The widths that `text` needs: of everyday characters, or all where it has another."""
    kept = _everyday_advances(name)
    if kept is None or any(ord(char) not in kept.of for char in text):
        return read_advances(name)
    return kept


def width(text: str, size: float, name: str = "FiraSans-Regular") -> float:
    """Width of `text` set in a face at `size`, in the unit of `size`, without kerning."""
    found = _everyday_advances(name)
    try:
        if found is not None:
            return sum(map(found.of.__getitem__, map(ord, text))) * size / found.units
    except KeyError:  # a rarer character
        pass
    found = read_advances(name)
    return sum(found.of.get(ord(char), found.blank) for char in text) * size / found.units


def wrap(text: str, limit: float, size: float, name: str = "FiraSans-Regular") -> list[str]:
    """`text` in lines no wider than `limit`; words longer than a line are broken, none is lost."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, name) <= limit:
            lines[-1] = joined
        else:
            lines.extend(_pieces(word, limit, size, name))
    return lines or [""]


def _pieces(word: str, limit: float, size: float, name: str) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and width(pieces[-1] + char, size, name) > limit:
            pieces.append("")
        pieces[-1] += char
    return pieces


def missing(texts: Iterable[str], name: str = "FiraSans-Regular") -> tuple[str, ...]:
    """The characters of `texts` that the face has no glyph for, sorted; line breaks are not."""
    chars = "".join(sorted({char for text in texts for char in text} - {*"\n\r\t"}))
    of = _advances(chars, name).of
    return tuple(char for char in chars if ord(char) not in of)


def drawable(text: str, name: str = "FiraSans-Regular") -> str:
    """`text` composed (NFC), with `▯` for what the face cannot draw (an emoji, say).

    Thin spaces and primes become their nearest neighbour, soft hyphens go.
    """
    near = "".join(_NEAR.get(char, char) for char in unicodedata.normalize("NFC", text))
    of = _advances(near.translate(_SET_BY_LAYOUT), name).of
    return "".join(char if ord(char) in of or char in "\n\t" else SUBSTITUTE for char in near)


def font_css(document: Document, cache_folder: Path | None = None) -> str:
    """`@font-face` rules with the faces in them, for a page that asks the network for nothing.

    The subset is the same for all documents, so that it is made once; what it lacks in this one
    the browser takes from its own fonts.
    """
    del document
    rules = []
    for (weight, italic), data in web_faces(cache_folder).items():
        style = "italic" if italic else "normal"
        rules.append(
            f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};font-style:{style};"
            f"font-display:swap;src:url(data:font/woff;base64,{data}) format('woff')}}"
        )
    return "\n".join(rules)


def web_faces(cache_folder: Path | None = None) -> dict[tuple[int, bool], str]:
    """WOFF subsets (Latin, Latvian, Russian, signs) by weight and italic, as base64 text.

    Making them takes about a second, so they are kept in `cache_folder` where one is given.
    """
    return {key: _web_face(name, cache_folder) for key, name in FACES.items()}


def _web_face(name: str, cache_folder: Path | None) -> str:
    with _LOCKS[name]:
        return _made(name, cache_folder)


@cache
def _made(name: str, cache_folder: Path | None) -> str:
    kept = cache_folder / f"{name}-{_SUBSET_VERSION}.woff" if cache_folder else None
    if kept and kept.exists():
        data = kept.read_bytes()
    else:
        data = _subset(name)
        if kept:
            keep(kept, data)
    return base64.b64encode(data).decode("ascii")


def _short(font: Any, options: Any) -> Any:
    """The font's table of names, shortened as a subset's is, taken out of it meanwhile.

    The subsetter walks every pair of the kerning to learn which names are used: none is.
    """
    names = font["name"]
    names.names = [
        item
        for item in names.names
        if item.nameID in options.name_IDs
        and item.isUnicode()
        and item.langID in options.name_languages
    ]
    del font["name"]
    return names


def _subset(name: str) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(face(name), lazy=True, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=["kern", "tnum", "lnum"])
    if name not in KERNED:  # reading the kerning takes most of the time; titles want it most
        options.drop_tables += ["GPOS", "GDEF"]
    options.drop_tables += ["DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=everyday())
    names = _short(font, options)
    subsetter.subset(font)
    font["name"] = names
    font.flavor = "woff"  # WOFF2 would save 5 kB a face and cost four times the time
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
