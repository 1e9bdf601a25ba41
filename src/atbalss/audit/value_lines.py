"""Results each on a line of its own, or several on one: `often — 34 %`, `148 persons (45 %)`, `yes 72 % | no 28 %`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atbalss.audit import regex
from atbalss.audit.columns import Columns

_SHARE = r"\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|per ?cent(?!\w)|procent\w*|процент\w*)"
_BASE = r"\(?\s?[nN]\s?=\s?\d[\d\u00a0 ,]*\)?"
_COUNT = r"(?P<count>\d{1,3}(?:[ \u00a0,]\d{3})*|\d{1,6})"
_NOUN = r"(?:\s(?P<noun>[^\W\d_][\w-]*\.?(?:\s[^\W\d_][\w-]*)?))"
_SAME = r"(?:то есть|или|jeb|tas ir|or|that is|i\.e\.)"
_LABEL = r"(?P<label>[^\W_](?:[^%;|]*?[^\s:–—;|-])?)"
_GAP = r"(?:\s?:\s+|\s[–—-]\s|\s?=\s|\s{2,}|\t|\s)"
_THEN = rf"(?P<year>(?:199|20[0-3])\d)[^()%\d]{{0,12}}\s(?P<then>{_SHARE})"  # in an earlier wave
_ENDS = r"\s*[;,.]?\s*"
_LINES = tuple(
    regex.pattern(rf"\s*{_LABEL}{_GAP}{rest}{_ENDS}")
    for rest in (
        rf"(?P<share>{_SHARE})(?:\s(?P<base>{_BASE})|\s\({_COUNT}{_NOUN}?\)|\s\({_THEN}\))?",
        rf"{_COUNT}{_NOUN}?(?:\s(?:of|no|из)\s(?P<of>\d+))?\s?(?:\((?P<share>{_SHARE})\)|[,–—-]\s(?:{_SAME}\s)?(?P<share2>{_SHARE}))",
        rf"{_COUNT}{_NOUN}",
        rf"(?:(?:vidējais|vidēji|mean|average|среднее|в среднем|средний балл)\s)?(?P<mark>\d{{1,2}}[.,]\d{{1,2}})(?:\s(?P<base>{_BASE}))?",
    )
)
_DATED = regex.pattern(
    rf"\s*(?P<label>(?:199|20[0-3])\d)\.?(?:\s?[–—:-]\s|\s{{2,}})(?P<mark>\d{{1,3}}(?:[.,]\d{{1,2}})?){_ENDS}"
)
_UNSIGNED = regex.pattern(
    rf"\s*{_LABEL}(?:\s?:\s+|\s[–—-]\s|\s{{2,}})(?P<unsigned>\d{{1,3}}(?:[.,]\d)?){_ENDS}"
)
_IN_PERCENT = regex.pattern(r"(?<![\d\s])[\s(,;]+%\)?[:.]?\s*$")  # ends what opens such lines
_COUNTS, _MARKS = 2, 3  # kinds of lines that print no share
_UNIT = regex.any_case(  # what is no person
    r"(?:gad|year|лет|год|hour|stund|час|min|мин|eur|eiro|руб|punkt|point|балл|ball|балл|%|dien|day|дн|km|км|jan|feb|mar|apr|may|mai|jūn|jun|jūl|jul|aug|sep|okt|oct|nov|dec|янв|фев|апр|мая|июн|июл|авг|сен|окт|ноя|дек|lpp|стр|page)"
)
_LONGEST = 90
_LABELLED = 70
_PROSE = regex.any_case(
    r"(?<!\d{4})[.!?]\s+[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]|(?<!\w)(?:by|to|from|of|over|than|par|līdz|no|nekā|ir|на|до|с|из|чем|в)$"
)
_NTH = regex.pattern(r"^\d{1,2}\.\s(?!.*[?”»])")  # the number of an item
_ONE = regex.pattern(
    rf"(?P<label>[^\W_][^%|]{{0,50}}?[^\s:–—|-])(?:\s?[:–—-])?\s+(?P<share>{_SHARE})"
)
_SENTENCES = regex.pattern(r"(?<=%)[.;]\s+")  # `Phone — 83 %. Knife — 62 %.`
_DASHED = regex.pattern(
    rf"(?P<label>[^\W_][^%|.;]{{0,50}}?[^\s:–—|-])(?:\s[–—-]\s|\s?:\s)(?P<share>{_SHARE})"
)
_PARTED = regex.pattern(r"\s+[|/·•]\s+|\s{3,}|\t+")


def results_at(lines: Sequence[str], at: int) -> Columns | None:
    """The table that lines with a result each make; None where none begins."""
    if (across := _across(lines, at)) is not None:
        return across
    for kind, pattern in sorted(enumerate(_LINES), key=lambda item: item[0] != 1):
        found = _run(lines, at, pattern)
        if len(found) > 1 and _are_results(found, kind, lines, at + len(found)):
            return _dated_beside(found, lines, at) or _table(found, at)
    bare = _run(_unmarked(lines, at), at, _UNSIGNED) if _is_in_percent(lines, at) else []
    if len(bare) > 1 and _are_results(bare, 0, lines, at + len(bare)):
        return _table(bare, at)
    dated = _run(lines, at, _DATED)
    if len(dated) > 1 and _are_results(dated, _MARKS, lines, at + len(dated)):
        return _table(dated, at)
    return None


_CELL = regex.pattern(r"[+±−–-]?\d[\d\u00a0 .,]*\s?(?:%|\(\s?\d[\d.,]*\s?%\s?\))?|[–—-]")


def piped_at(lines: Sequence[str], at: int) -> Columns | None:
    """The table of lines whose cells bars part, `telephone | 38,0 | 46,0`, with a head or without; else None."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    for place, line in enumerate(lines[at : at + 40], at):
        cells = tuple(cell.strip() for cell in line.split("|"))
        valued = all(map(_CELL.fullmatch, cells[1:]))
        if not all(cells) or len(cells) < 2 or (rows and len(cells) != len(rows[0][1])):
            break
        if (rows and not valued) or not regex.search(r"[^\W\d_]{2}", cells[0]):
            break
        rows.append((place, cells))
    headed = bool(rows) and not all(map(_CELL.fullmatch, rows[0][1][1:]))
    if len(rows) < 2 + headed:
        return None
    head = () if headed else ((at, ("",) * len(rows[0][1])),)
    return Columns((*head, *rows), at + len(rows))


_MARK = regex.pattern(r"^\s*(?:[-–—•*]|\d{1,2}[.)])\s(?=[^\W\d_])")
_PERCENT_OF = regex.pattern(r"(?<![\d\s])[\s(,;]+%\s(?:of|no|от|из)\s[^.?!%]*:\s*$")


def _is_in_percent(lines: Sequence[str], at: int) -> bool:
    """Whether what opens some lines, right above or beyond an empty line, says that they are in percent."""
    if not at:
        return False
    apart = at > 1 and not lines[at - 1].strip()
    over = lines[at - 2] if apart else lines[at - 1]
    return bool(_PERCENT_OF.search(over) or (not apart and _IN_PERCENT.search(over)))


def _unmarked(lines: Sequence[str], at: int) -> list[str]:
    """Lines of which a run from a place on has no marks of a list."""
    return [*lines[:at], *(_MARK.sub("", line, count=1) for line in lines[at : at + 40])]


def _run(lines: Sequence[str], at: int, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    numbered = lines[at].lstrip().startswith("1.")
    for line in lines[at : at + 40]:
        match = pattern.fullmatch(line) if 0 < len(line.strip()) <= _LONGEST else None
        if match is None or len(match.group("label")) > _LABELLED:
            break
        label = _NTH.sub("", match.group("label")) if numbered else match.group("label")
        if _PROSE.search(label) or line.count("%") > 1 + bool(_group(match, "then")):
            break
        found.append(match)
    return found


def _are_results(found: Sequence[re.Match[str]], kind: int, lines: Sequence[str], end: int) -> bool:
    """Whether lines that end with a number are a list, and no lines of a paragraph."""
    if end < len(lines) and lines[end].strip() and not _is_set_off(found, lines[end]):
        return False
    labels = [match.group("label") for match in found]
    begins = [label[0].islower() for label in labels]
    close = any(_is_close(match) for match in found)
    mixed = any(begins) != all(begins) and (close or len(found) < 3)  # lines of a sentence
    if mixed or any(regex.search(r"\d\s?%", label) for label in labels):
        return False
    if close and (len(found) < 3 or max(map(len, labels)) > 50):
        return False
    if kind == _COUNTS:
        nouns = [match.group("noun") for match in found]
        alike = len({noun[:4].lower() for noun in nouns}) == 1
        return alike and not close and len(found) > 2 and not any(map(_UNIT.match, nouns))
    return kind != _MARKS or len({match.group("label") for match in found}) == len(found)


def _is_set_off(found: Sequence[re.Match[str]], after: str) -> bool:
    """Whether lines stand further in than the sentence below them, all alike."""
    edges = {len(match.string) - len(match.string.lstrip()) for match in found}
    return len(edges) == 1 and edges.pop() > len(after) - len(after.lstrip()) + 1


def _is_close(match: re.Match[str]) -> bool:
    """Whether one space alone parts a label from its value."""
    gap = match.string[match.end("label") :]
    return regex.match(r"\s(?=\d)|\s\w", gap) is not None


def _table(found: Sequence[re.Match[str]], at: int) -> Columns:
    rows: list[tuple[int, tuple[str, ...]]] = []
    counted = any(_group(match, "count") for match in found)
    labels = _bare([match.group("label") for match in found])
    for place, (match, bare) in enumerate(zip(found, labels, strict=True)):
        label = regex.sub(r",?\s(?P<b>[nN]\s?=\s?\d[\d ]*)$", r" (\g<b>)", bare)
        base = _group(match, "base") or (
            "of" in match.groupdict() and match["of"] and f"n = {match['of']}"
        )
        if base:
            label += f" ({base.strip('() ')})"
        value = _group(match, "share") or _group(match, "share2") or _group(match, "mark")
        count = f"{_group(match, 'count')} {_group(match, 'noun')}".strip()
        if _group(match, "unsigned"):
            value = f"{_group(match, 'unsigned')} %"
        cells = [label, *([count] if counted else []), *([value] if value else [])]
        rows.append((at + place, tuple(cells)))
    width = max(len(cells) for _, cells in rows)
    return Columns(((at, ("",) * width), *rows), at + len(found))


def _dated_beside(found: Sequence[re.Match[str]], lines: Sequence[str], at: int) -> Columns | None:
    """`yes – 62 % (2022: 49 %)`, each line alike: a column of now, which is the last year told, and one of then."""
    years = {_group(match, "year") for match in found}
    if len(years) != 1 or "" in years:
        return None
    then = years.pop()
    now = max(regex.findall(r"(?<!\d)(?:199|20[0-3])\d(?!\d)", " ".join(lines)))
    rows = [
        (at + place, (match["label"], match["share"], match["then"]))
        for place, match in enumerate(found)
    ]
    return Columns(((at, ("", now, then)), *rows), at + len(found)) if now > then else None


def _bare(labels: Sequence[str]) -> list[str]:
    """Labels without the numbers that count them, `1. Hall`, `2. Yard`; not of `1. klase`, `2. klase`."""
    bare = [_NTH.sub("", label, count=1) for label in labels]
    counted = all(label.startswith(str(at)) for at, label in enumerate(labels, 1))
    return bare if counted and len(set(bare)) == len(bare) and bare != labels else list(labels)


def _group(match: re.Match[str], name: str) -> str:
    """What a group caught; nothing where the pattern has no such group."""
    return (match.groupdict().get(name) or "").strip()


def _across(lines: Sequence[str], at: int) -> Columns | None:
    """Results side by side on one line or two: `yes 72 %    no 28 %`."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    place = at
    while place < len(lines) and (cells := _cells(lines[place])):
        rows += [(place, cell) for cell in cells]
        place += 1
    if len(rows) < 2 or (place < len(lines) and lines[place].strip()):
        return None
    return Columns(((at, ("", "")), *rows), place)


def _cells(line: str) -> list[tuple[str, str]]:
    pieces = [piece.strip() for piece in _PARTED.split(line.strip().strip("|")) if piece.strip()]
    found = [_ONE.fullmatch(piece) for piece in pieces]
    if len(pieces) == 1:
        pieces = _SENTENCES.split(line.strip().rstrip(" .;"))
        found = [_DASHED.fullmatch(piece) for piece in pieces] if len(pieces) > 2 else []
    if len(pieces) < 2 or not found or not all(found):
        return []
    return [(match.group("label"), match.group("share")) for match in found if match]


_TITLED = regex.pattern(
    rf"(?:\?|[?.!]?[”“»\"]|:)\s+(?P<based>\([^()%]*\)[.:]?\s+)?(?=[^\W\d_][^%]{{0,50}}{_SHARE})"
)
_TAIL = regex.pattern(rf"[.;,]?\s*(?P<base>{_BASE})?\.?$")


def results_in(line: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """(title, results) of a line with both: `Figure 1. "Is it fair?" Yes 58%, no 42% (n = 430)`."""
    for match in _TITLED.finditer(line):
        rest = line[match.end() :]
        tail = _TAIL.search(rest)
        base = f" {tail.group('base').strip()}" if tail and tail.group("base") else ""
        body = rest[: tail.start()] if tail else rest
        found = [
            _ONE.fullmatch(piece.strip()) for piece in regex.split(r"[,;]\s|\s[|/·]\s|\s{2,}", body)
        ]
        if len(found) > 1 and all(found):
            title = line[: match.end()].rstrip(" :")
            based = base if base.startswith(" (") else f" ({base.strip()})" if base else ""
            return title + based, tuple((m.group("label"), m.group("share")) for m in found if m)
    return None
