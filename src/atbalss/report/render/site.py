"""The published site as plain files: any web server can hold it, and it works without JavaScript.

With JavaScript a reader chooses question, group and wave in one place and the chart is drawn from
the report's own Vega-Lite spec. Every text is escaped; the policy of the page allows scripts of
its own folder alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from atbalss.report.document import DataTable, Document, FigureBlock
from atbalss.report.outline import explained, print_date
from atbalss.report.publish_phrases import say
from atbalss.report.render.html_text import quote
from atbalss.report.results import Result, View
from atbalss.report.theme import Theme
from atbalss.study.texts import dash

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
RESULT_FILES = (("Excel", "xlsx"), ("CSV", "csv"), ("JSON-stat", "json"))
PAGES = ("index", "report", "results/index", "figures/index", "numbers", "cite")
_NAMES = dict(zip(PAGES, ("home", "report", "results", "figures", "numbers", "cite"), strict=True))


@dataclass(frozen=True, slots=True)
class Edition:
    """What all pages of one language share. `address` is where the site will stand, "" unknown."""

    document: Document
    langs: tuple[str, ...]
    files: tuple[tuple[str, str], ...]  # (words, path below the language's folder)
    address: str = ""
    is_draft: bool = False
    until: str = ""  # in words, the day before which nothing of it may be published

    @property
    def lang(self) -> str:
        """The language of the pages."""
        return self.document.lang

    def link(self, path: str) -> str:
        """The permanent address of a page, relative where it is not known where the site stands."""
        return f"{self.address.rstrip('/')}/{self.lang}/{path}" if self.address else path


def css(theme: Theme, font_css: str) -> str:
    """The style sheet of the site with the colours of a theme."""
    names = ("ink", "muted", "rule", "paper", "tint", "accent", "deep", "spark", "warning")
    colours = "".join(f"--{name}:{getattr(theme, name)};" for name in names)
    soft = f"--accent-soft:{theme.accent_soft};--warning-soft:{theme.warning_soft};"
    return f"{font_css}\n:root{{{colours}{soft}}}\n{_asset('site.css')}"


def script() -> str:
    """The script of the results pages."""
    return _asset("site.js")


def _asset(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


def page(edition: Edition, path: str, title: str, body: str, scripts: Sequence[str] = ()) -> str:
    """A whole page at `path` (without `.html`) below the language's folder."""
    lang, document = edition.lang, edition.document
    up = "../" * path.count("/")
    tags = "".join(f'<script src="{up}../assets/{name}" defer></script>' for name in scripts)
    return (
        f"{page_head(lang, title, document.title, f'{up}../assets/site.css', tags)}"
        f'<body><a class="skip" href="#main">{quote(say("skip", lang))}</a>\n'
        f'<header><div class="top"><p>{quote(document.title)}</p>'
        f"{navigation(edition.langs, lang, path)}</div>{_strips(edition)}"
        f'</header>\n<main id="main" tabindex="-1">\n<h1>{quote(title)}</h1>\n{body}\n'
        "</main></body></html>\n"
    )


def _strips(edition: Edition) -> str:
    """What must be known wherever any of it is seen: invented data, a draft, an embargo."""
    lang, document = edition.lang, edition.document
    strips = f'<p class="invented">{quote(say("invented", lang))}</p>' if document.invented else ""
    strips += f'<p class="draft">{quote(say("draft", lang))}</p>' if edition.is_draft else ""
    if edition.until:
        strips += f'<p class="draft">{quote(edition.until)}</p>'
    return strips


def navigation(langs: Sequence[str], lang: str, path: str) -> str:
    """Links from the page at `path` to those of its language and to itself in the others."""
    up = "../" * path.count("/")
    menu = "".join(_menu_item(lang, up, name, path) for name in PAGES)
    others = "".join(
        f'<li><a href="{up}../{other}/{path}.html" lang="{other}" hreflang="{other}">'
        f"{quote(say('language', other))}</a></li>"
        for other in langs
        if other != lang
    )
    words = quote(say("pages", lang))
    return f'<nav class="pages" aria-label="{words}"><ul>{menu}{others}</ul></nav>'


def page_head(lang: str, title: str, whole: str, style: str, tags: str = "") -> str:
    """The beginning of any page, up to its body."""
    name = title if title == whole else f"{title} {dash(lang)} {whole}"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{quote(POLICY)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{quote(name)}</title>"
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{style}">{tags}</head>\n'
    )


def _menu_item(lang: str, up: str, name: str, path: str) -> str:
    here = ' aria-current="page"' if name == path else ""
    return f'<li><a href="{up}{name}.html"{here}>{quote(say(_NAMES[name], lang))}</a></li>'


def index(edition: Edition, questions: int) -> str:
    """The first page: what there is, and the files to take away."""
    lang, document = edition.lang, edition.document
    cards = (
        ("report.html", "whole-report", document.subtitle),
        ("results/index.html", "results", say("questions-n", lang, n=questions)),
        ("figures/index.html", "figures", say("figures-help", lang)),
        ("numbers.html", "numbers", say("numbers-card", lang)),
        ("cite.html", "cite", say("cite-card", lang)),
    )
    items = "".join(
        f'<li><h2><a href="{path}">{quote(say(key, lang))}</a></h2>'
        f"{f'<p>{quote(words)}</p>' if words else ''}</li>"
        for path, key, words in cards
    )
    about = f"<p>{quote(document.description)}</p>" if document.description else ""
    day = print_date(document.date, lang) if document.date else ""
    made = " · ".join(part for part in (who(document), document.period, day) if part)
    about += f'<p class="note">{quote(made)}</p>' if made else ""
    body = f'{about}<ul class="cards">{items}</ul>{_files(edition.files, lang)}'
    return page(edition, "index", document.title, body)


def _files(files: Iterable[tuple[str, str]], lang: str) -> str:
    links = "".join(f'<li><a href="{quote(path)}">{quote(words)}</a></li>' for words, path in files)
    return f'<h2>{quote(say("download", lang))}</h2><ul class="files">{links}</ul>'


def table(data: DataTable) -> str:
    """A table of numbers that scrolls within itself where it is wide."""
    name = quote(data.caption)
    head = "".join(
        f'<th scope="col"{_numeric(cell.numeric)}>{quote(cell.text)}</th>' for cell in data.header
    )
    rows = "".join(
        "<tr>" + "".join(
            f'<th scope="row">{quote(cell.text)}</th>'
            if cell.header
            else f"<td{_numeric(cell.numeric)}>{quote(cell.text)}</td>"
            for cell in row
        ) + "</tr>"
        for row in data.rows
    )  # fmt: skip
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{name}"><table>'
        f"<caption>{name}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _numeric(is_number: bool) -> str:
    return ' class="n"' if is_number else ""


def _told(block: FigureBlock, lang: str) -> str:
    """Base and notes of a figure."""
    notes = (f"{say('base', lang)}: {block.base}" if block.base else "", *block.notes)
    notes += block.data.notes
    return "".join(f'<p class="note">{quote(text)}</p>' for text in notes if text)


def results_index(edition: Edition, found: Sequence[Result]) -> str:
    """All questions, to be searched and chosen from."""
    lang = edition.lang
    items = "".join(
        f'<li><a href="{quote(item.name)}.html">{quote(item.title)}</a></li>' for item in found
    )
    search = (
        f'<form class="choose" hidden><div><label for="search">{quote(say("search", lang))}</label>'
        '<input id="search" type="search" autocomplete="off"></div></form>'
    )
    body = f'<p>{quote(say("results-help", lang))}</p>{search}<ul class="list">{items}</ul>'
    return page(edition, "results/index", say("results", lang), body, ("site.js",))


def result_page(
    edition: Edition,
    result: Result,
    found: Sequence[Result],
    drawn: tuple[str, str],
    specs: Mapping[str, tuple[dict[str, Any], dict[str, Any]]],
) -> str:
    """A question with all its views: `drawn` is the chart of everybody, `specs` those by view.

    Of each there are two, for wide and for small screens.
    """
    lang = edition.lang
    questions = "".join(
        f'<option value="{quote(item.name)}.html"{" selected" * (item is result)}>'
        f"{quote(item.title)}</option>"
        for item in found
    )
    views = "".join(f'<option value="{v.key}">{quote(v.label)}</option>' for v in result.views)
    bar = (
        '<form class="choose" hidden><div>'
        f'<label for="q">{quote(say("choose-question", lang))}</label>'
        f'<select id="q" name="question">{questions}</select></div><div>'
        f'<label for="v">{quote(say("choose-view", lang))}</label>'
        f'<select id="v" name="view">{views}</select></div></form>'
    )
    wording = f'<p class="wording">{quote(result.wording)}</p>' if result.wording else ""
    parts = [_view(edition, result, v, drawn, v.key in specs) for v in result.views]
    data = "".join(
        f'<script type="application/json" id="spec-{key}{end}">{_plain(spec)}</script>'
        for key, pair in specs.items()
        for end, spec in zip(("", "-small"), pair, strict=True)
    )
    path = f"results/{result.name}"
    files = _files(((words, f"{result.name}.{end}") for words, end in RESULT_FILES), lang)
    body = wording + bar + "".join(parts) + files + data
    return page(edition, path, result.title, body, ("vega.js", "site.js"))


def _plain(value: object) -> str:
    """JSON that cannot end the script element that holds it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _view(
    edition: Edition, result: Result, view: View, drawn: tuple[str, str], has_spec: bool
) -> str:
    lang, block = edition.lang, view.block
    words = quote(block.caption)  # a box without a chart has no name yet: site.js gives it one
    if block.model.is_empty:
        chart = f'<p class="note">{quote(say("no-chart", lang))}</p>'
    elif has_spec:
        chart = f'<div class="chart" data-spec="spec-{view.key}" data-name="{words}"></div>'
    else:
        chart = _pictures(block, *drawn)
    address = quote(edition.link(f"results/{result.name}.html#{view.key}"))
    if not edition.address:
        address = f"{quote(result.name)}.html#{view.key}"
    return (
        f'<section id="{view.key}" data-view="{view.key}"><h2>{quote(view.label)}</h2>'
        f"{chart}{table(block.data)}{_told(block, lang)}"
        f'<p class="note">{quote(say("address", lang))}: <a href="#{view.key}">{address}</a></p>'
        "</section>"
    )


def figure_index(edition: Edition, figures: Sequence[FigureBlock]) -> str:
    """All figures of the report, each with its page."""
    items = "".join(
        f'<li><a href="{quote(item.anchor)}.html">{quote(_headed(item))}</a></li>'
        for item in figures
    )
    title = say("figures", edition.lang)
    return page(edition, "figures/index", title, f'<ul class="list">{items}</ul>')


def _pictures(block: FigureBlock, svg: str, small: str) -> str:
    """The chart for wide and for small screens; only one of them is shown at a time."""
    found = [(kind, text) for kind, text in ((" large", svg), (" small", small)) if text]
    return "".join(
        f'<div class="chart{kind if len(found) > 1 else ""}" role="img" '
        f'aria-label="{quote(block.alt)}">{text}</div>'
        for kind, text in found
    )


def figure_page(
    edition: Edition, block: FigureBlock, svg: str, small: str, kinds: Sequence[str]
) -> str:
    """A figure alone: chart, table, notes, files, address, a line to embed it elsewhere.

    `svg` is the chart at full width, `small` the one for small screens; both "" where none is.
    """
    lang = edition.lang
    path = f"figures/{block.anchor}"
    files = _files(((kind.upper(), f"{block.anchor}.{kind}") for kind in kinds), lang)
    shown = edition.link(f"{path}.html") if edition.address else f"{block.anchor}.html"
    address = quote(edition.link(f"{path}.embed.html"))
    size = 'width="100%" height="600" loading="lazy"'
    frame = f'<iframe src="{address}" title="{quote(block.caption)}" {size}></iframe>'
    wording = f'<p class="wording">{quote(block.wording)}</p>' if block.wording else ""
    body = (
        f"{wording}{_pictures(block, svg, small)}"
        f'<p class="note">{quote(block.alt)}</p>{table(block.data)}{_told(block, lang)}{files}'
        f"<h2>{quote(say('address', lang))}</h2><p><code>{quote(shown)}</code></p>"
        f"<h2>{quote(say('embed', lang))}</h2><p>{quote(say('embed-help', lang))}</p>"
        f"<pre>{quote(frame)}</pre>"
    )
    return page(edition, path, _headed(block), body)


def embedded(edition: Edition, block: FigureBlock, svg: str, small: str) -> str:
    """A figure to stand in another page: chart, base, notes, where it is from."""
    lang, document = edition.lang, edition.document
    address = edition.link(f"figures/{block.anchor}.html") if edition.address else ""
    address = address or f"{block.anchor}.html"
    told = "".join(f'<p class="note">{quote(note)}</p>' for note in block.notes if note)
    base = (
        f'<p class="note">{quote(say("base", lang))}: {quote(block.base)}</p>' if block.base else ""
    )
    return (
        f"{page_head(lang, _headed(block), document.title, '../../assets/site.css')}"
        f'<body class="embedded">{_strips(edition)}<main><h1>{quote(block.caption)}</h1>'
        f"{_pictures(block, svg, small)}{base}{told}"
        f'<p class="note"><a href="{quote(address)}" target="_top">{quote(document.title)}</a></p>'
        "</main></body></html>\n"
    )


def _headed(block: FigureBlock) -> str:
    return f"{block.label}. {block.caption}" if block.label else block.caption


def numbers(
    edition: Edition, rows: Iterable[tuple[str, str, str, str, str]], gone: str = ""
) -> str:
    """All numbers of the report: (id, printed text, what is counted, base, interval).

    `gone` are the rows of those that earlier editions printed.
    """
    lang = edition.lang
    heads = "".join(
        f'<th scope="col">{quote(say(key, lang))}</th>'
        for key in ("number", "what", "base", "interval")
    )
    lines = "".join(
        f'<tr id="{quote(key)}"><th scope="row"><a href="#{quote(key)}">{quote(text)}</a></th>'
        f'<td>{quote(what)}</td><td class="n">{quote(base)}</td><td>{quote(interval)}</td></tr>'
        for key, text, what, base, interval in rows
    )
    title = say("numbers", lang)
    marks = explained(edition.document.blocks)
    told = "".join(f'<p class="note">{quote(line)}</p>' for line in marks)
    body = (
        f"<p>{quote(say('numbers-help', lang))}</p>{told}"
        f'<div class="wide" role="region" tabindex="0" aria-label="{quote(title)}"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>{_gone(gone, lang)}"
    )
    return page(edition, "numbers", title, body)


def _gone(rows: str, lang: str) -> str:
    """The numbers that were withdrawn, so that a citation of one is answered."""
    if not rows:
        return ""
    title = quote(say("withdrawn-numbers", lang))
    heads = "".join(
        f'<th scope="col">{quote(say(key, lang))}</th>'
        for key in ("number", "what", "withdrawn-by")
    )
    return (
        f"<h2>{title}</h2><p>{quote(say('withdrawn-numbers-help', lang))}</p>"
        f'<div class="wide" role="region" tabindex="0" aria-label="{title}"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def who(document: Document) -> str:
    """Who commissioned the survey and who made it; each once."""
    names = (document.commissioner, document.conductor)
    return ", ".join(dict.fromkeys(name for name in names if name))


def redirect(lang: str, title: str) -> str:
    """The page at the root: goes to the default language at once."""
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="refresh" content="0; url={lang}/index.html">'
        f"<title>{quote(title)}</title></head>\n"
        f'<body><p><a href="{lang}/index.html">{quote(title)}</a></p></body></html>\n'
    )
