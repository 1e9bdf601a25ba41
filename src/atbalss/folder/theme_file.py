"""`theme.yaml` of a study folder: logo, colours and typeface of the house, checked for contrast."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from atbalss.folder.cache import cache_dir
from atbalss.folder.fields import Fields
from atbalss.folder.workbooks import as_text
from atbalss.folder.yaml_tree import Branch, Leaf, Sequence, read
from atbalss.problems import Place, Problem, errors, problem
from atbalss.report.house_style import LISTS, SINGLE, Clash, clashes, styled
from atbalss.report.logo import Logo
from atbalss.report.theme import DEFAULT, Theme

FILE = "theme.yaml"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FONT = re.compile(r"[\w][\w .-]{0,60}")
_LARGEST = 2_000_000  # bytes of a logo
_BOX = re.compile(r'viewBox="[\d.\s-]*?([\d.]+)\s+([\d.]+)"')


def house_style(path: Path, langs: tuple[str, ...]) -> tuple[Theme, Logo | None, list[Problem]]:
    """The look of a study's documents; without a `theme.yaml` the default one, no logo."""
    file = path / FILE
    if not file.is_file():
        return DEFAULT, None, []
    tree, found = read(as_text(file.read_bytes(), file), FILE)
    if not isinstance(tree, Branch):
        return DEFAULT, None, found or [problem("folder-not-keys", Place(FILE), key=FILE)]
    top = Fields(tree, FILE, langs, found)
    top.known(["logo", "colours", "fonts"])
    given, lines = _colours(top)
    fonts = top.part("fonts")
    office = ""
    if fonts is not None:
        fonts.known(["office"])
        office = fonts.word("office")
        if office and not _FONT.fullmatch(office):
            place = fonts.place(fonts.branch.get("office"))
            found.append(
                problem("folder-choice", place, key="office", values="Arial, Calibri, ...")
            )
            office = ""
    theme = styled(given, office)
    found += [_told(item, lines) for item in clashes(theme, given)]
    logo = _logo(top, path)
    return (DEFAULT if errors(found) else theme), logo, found


def _colours(top: Fields) -> tuple[dict[str, str | tuple[str, ...]], dict[str, int]]:
    """The colours given, by name, and the lines they stand in."""
    part = top.part("colours")
    if part is None:
        return {}, {}
    part.known([*SINGLE, *LISTS])
    given: dict[str, str | tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    for key, node in part.branch.items:
        wanted = LISTS.get(key, 1)
        items = node.items if isinstance(node, Sequence) else (node,)
        words = [str(item.value) for item in items if isinstance(item, Leaf)]
        right = [word for word in words if _COLOUR.fullmatch(word)]
        lines[key] = node.line
        if key not in SINGLE and key not in LISTS:
            continue
        if len(right) != wanted or len(words) != wanted:
            place = part.place(node)
            top.problems.append(problem("folder-theme-colour", place, key=key, count=wanted))
        else:
            given[key] = tuple(word.lower() for word in right) if key in LISTS else right[0].lower()
    return given, lines


def _told(clash: Clash, lines: dict[str, int]) -> Problem:
    return problem(
        "folder-theme-contrast",
        Place(FILE, line=lines.get(clash.key, 1)),
        key=clash.key,
        colour=clash.colour,
        against=clash.against,
        ratio=f"{clash.ratio:.1f}",
        needed=f"{clash.needed:g}",
        proposal=clash.proposal,
    )


def _logo(top: Fields, path: Path) -> Logo | None:
    part = top.part("logo")
    if part is None:
        return None
    part.known(["file", "alt"])
    name, alt = part.word("file", required=True), part.text("alt", required=True)
    file = (path / name).resolve()
    inside = file.is_relative_to(path.resolve()) and file.is_file()
    content = file.read_bytes() if inside and file.stat().st_size <= _LARGEST else b""
    try:
        if name.endswith(".svg") and content:
            svg = content.decode("utf-8")
            box = _BOX.search(svg)
            wide, high = (float(box[1]), float(box[2])) if box else (120.0, 40.0)
            return Logo(alt, _as_png(content, path), svg, *_sized(wide, high))
        size = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
        return Logo(alt, content, "", *_sized(*size))
    except (ValueError, ZeroDivisionError, UnicodeDecodeError):
        place = part.place(part.branch.get("file"))
        top.problems.append(problem("folder-theme-logo", place, file=name))
        return None


def _sized(wide: float, high: float) -> tuple[float, float]:
    """Size on the page, pt: no wider than 140 and no higher than 48."""
    scale = min(140 / wide, 48 / high)
    return round(wide * scale, 1), round(high * scale, 1)


def _as_png(svg: bytes, path: Path) -> bytes:
    """A drawn logo as PNG for Office, kept in the cache: drawing starts an engine."""
    from atbalss.report.chart_pictures import png

    cache = cache_dir(path)
    kept = cache / f"logo-{sha256(svg).hexdigest()[:16]}.png" if cache else None
    if kept and kept.is_file():
        return kept.read_bytes()
    made = png(svg.decode("utf-8"))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made)
    return made
