"""The corrections page: what changed, in words, as Markdown, HTML and plain values."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from atbalss.report.erratum import Change, Entry, Erratum, Sort
from atbalss.report.erratum_words import say
from atbalss.report.subjects import subject_words
from atbalss.study.questionnaire import Questionnaire

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{[^}]*\})?\s*$")


@dataclass(frozen=True)
class Names:
    """What a study adds: labels of questions and codes, and the headings of its narrative."""

    questionnaire: Questionnaire | None = None
    narrative: str = ""
    title: str = ""
    headings: Mapping[int, str] = field(default_factory=dict)

    def section(self, entry: Entry) -> str:
        """The nearest heading above an entry's line, "" where it is not known."""
        line = entry.get("line")
        if not isinstance(line, int):
            return ""
        found = ""
        for place, text in enumerate(self.narrative.splitlines()[:line], 1):
            match = _HEADING.match(text)
            if match and place <= line:
                found = match[2]
        return found


def place_words(entry: Entry, names: Names, lang: str) -> str:
    """Where a number stands: section, then figure, table, annex or prose."""
    place = str(entry.get("place", ""))
    if place.startswith("fig-"):
        words = say("figure", lang, place.removeprefix("fig-"))
    elif place.startswith("tab-"):
        words = say("table", lang, place.removeprefix("tab-"))
    else:
        known = place if place in ("finding", "keynumbers", "comparisons") else "prose"
        words = say(known, lang)
    section = names.section(entry)
    line = entry.get("line")
    if section:
        return f"{section}: {words}"
    return f"{words} ({say('line', lang, line)})" if line else words


def subject(entry: Entry, names: Names, lang: str) -> str:
    """What a number is of: in the study's words or those that the build kept, else its cell."""
    asked = names.questionnaire
    label = "" if asked is None else subject_words(entry, asked, lang)
    label = label or str(entry.get("subject") or "")
    if not label:
        return str(entry.get("cell", ""))
    waves = str(entry.get("wave") or "")
    held = entry.get("comparison")
    if isinstance(held, Mapping):
        earlier = str(held.get("earlier", "")).rpartition("; ")[2]
        waves += f" {say('against', lang)} {earlier}" if earlier and earlier != waves else ""
    return f"{label}, {waves}" if waves else label


def _text(entry: Entry | None, lang: str) -> str:
    if entry is None:
        return "–"
    base = entry.get("base")
    text = str(entry.get("text") or say("nothing", lang))
    return f"{text} (n\u00a0=\u00a0{base})" if base is not None else text


def as_json(found: Erratum, names: Names, lang: str) -> dict[str, object]:
    """The corrections as plain values."""
    return {
        "changed": not found.is_empty,
        "compared": found.compared,
        "silent": found.silent,
        "changes": [
            {
                "sort": item.sort.value,
                "why": item.why.value,
                "what": subject(item.entry, names, lang),
                "place": place_words(item.entry, names, lang),
                "cell": item.entry.get("cell"),
                "old": None if item.old is None else _plain(item.old),
                "new": None if item.new is None else _plain(item.new),
            }
            for item in found.changes
        ],
        "texts": [
            {"line": line, "old": before, "new": after} for line, before, after in found.texts
        ],
    }


def _plain(entry: Entry) -> dict[str, object]:
    keys = ("text", "value", "unit", "n", "base", "expression", "line")
    return {key: entry.get(key) for key in keys}


def as_markdown(found: Erratum, names: Names, lang: str) -> str:
    """The corrections page as Markdown."""
    lines = [f"# {_title(names, lang)}", "", _summary(found, lang), ""]
    for sort, items in _by_sort(found).items():
        lines += [f"## {say(f'sort-{sort.value}', lang)}", ""]
        heads = [say(key, lang) for key in ("what", "place", "old", "new", "why")]
        lines += ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
        for item in items:
            cells = [_mark(cell) for cell in _cells(item, names, lang)]
            lines.append("| " + " | ".join(cells) + " |")
        lines.append("")
    if found.texts:
        lines += [f"## {say('texts', lang)}", ""]
        for line, before, after in found.texts:
            lines.append(f"- {say('line', lang, line)}: „{_mark(before)}“ → „{_mark(after)}“")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def as_html(found: Erratum, names: Names, lang: str) -> str:
    """The corrections page as a web page that needs nothing else."""
    parts = [
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html.escape(_title(names, lang))}</title>\n<style>{_CSS}</style>\n</head>",
        f"<body>\n<main>\n<h1>{html.escape(_title(names, lang))}</h1>",
        f"<p>{html.escape(_summary(found, lang))}</p>",
    ]
    for sort, items in _by_sort(found).items():
        title = html.escape(say(f"sort-{sort.value}", lang))
        heads = "".join(
            f'<th scope="col">{html.escape(say(key, lang))}</th>'
            for key in ("what", "place", "old", "new", "why")
        )
        parts.append(f'<h2 id="{sort.value}">{title}</h2>')
        parts.append(
            f'<div class="wide" role="region" tabindex="0" aria-labelledby="{sort.value}">'
            f"<table><thead><tr>{heads}</tr></thead><tbody>"
        )
        for item in items:
            first, *rest = (html.escape(cell) for cell in _cells(item, names, lang))
            cells = "".join(f"<td>{cell}</td>" for cell in rest)
            parts.append(f'<tr><th scope="row">{first}</th>{cells}</tr>')
        parts.append("</tbody></table></div>")
    if found.texts:
        parts.append(f"<h2>{html.escape(say('texts', lang))}</h2>\n<ul>")
        for line, before, after in found.texts:
            old, new = html.escape(before), html.escape(after)
            where = html.escape(say("line", lang, line))
            parts.append(f"<li>{where}: <del>{old}</del> <ins>{new}</ins></li>")
        parts.append("</ul>")
    parts.append("</main>\n</body>\n</html>\n")
    return "\n".join(parts)


_CSS = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}"
    "tbody th{font-weight:400}.wide{overflow-x:auto}"
)


def _by_sort(found: Erratum) -> dict[Sort, list[Change]]:
    groups: dict[Sort, list[Change]] = {}
    for item in found.changes:
        groups.setdefault(item.sort, []).append(item)
    return groups


def _cells(item: Change, names: Names, lang: str) -> tuple[str, ...]:
    return (
        subject(item.entry, names, lang),
        place_words(item.entry, names, lang),
        _text(item.old, lang),
        _text(item.new, lang),
        say(f"why-{item.why.value}", lang),
    )


def _title(names: Names, lang: str) -> str:
    return f"{say('title', lang)}: {names.title}" if names.title else say("title", lang)


def _summary(found: Erratum, lang: str) -> str:
    if found.is_empty:
        return say("nothing-changed", lang, found.compared)
    words = say("summary", lang, len(found.changes), found.compared)
    if found.silent:
        words += " " + say("silent", lang, found.silent)
    return words


def _mark(text: str) -> str:
    """A text in a Markdown cell: no bars, no markup."""
    flat = " ".join(text.split())
    marked = re.sub(r"([\\`*_\[\]|])", r"\\\1", flat)
    return marked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
