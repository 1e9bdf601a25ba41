"""What stands at an address that was cited and is no longer part of the report.

Addresses are permanent: whoever follows an old citation learns that it was withdrawn, by which
edition, and where to look now. What was shown there is not kept: it may have been wrong, or have
told too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape

from atbalss.report.outline import print_date
from atbalss.report.publish_phrases import say
from atbalss.report.render.html_text import quote
from atbalss.report.render.site import Edition, page_head

MARK = '<meta name="withdrawn" content="'
_TITLE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_ROW = re.compile(
    r'<tr id="(?P<key>[^"]+)"(?: data-withdrawn="(?P<by>[^"]*)")?>'
    r"<th[^>]*>.*?</th><td>(?P<what>.*?)</td>",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Gone:
    """A number that earlier editions printed: its id, what it counted, the words of the edition
    that withdrew it."""

    key: str
    what: str
    by: str


def title_of(html: str) -> str:
    """The heading of a page of ours, "" where it has none."""
    found = _TITLE.search(html)
    return unescape(re.sub(r"<[^>]+>", "", found[1])) if found else ""


def edition_words(edition: Edition) -> str:
    """The edition in words: its date and version."""
    document = edition.document
    day = print_date(document.date, edition.lang) if document.date else ""
    version = f"{say('version', edition.lang).lower()} {document.fingerprint}"
    return ", ".join(part for part in (day, version if document.fingerprint else "") if part)


def withdrawn_page(edition: Edition, lang: str, path: str, title: str, now: str) -> str:
    """The page at `path` of a language for what had `title`.

    `now` is where the same title stands in this edition, "" where it does not.
    """
    up = "../" * path.count("/")
    home = f"{up}index.html" if lang in edition.langs else f"{up}../index.html"
    links = [(now, title)] if now else []
    kind = path.partition("/")[0]
    if lang in edition.langs:
        links += [(f"{up}{kind}/index.html", say(kind, lang))] if up else []
        links += [(f"{up}report.html", say("whole-report", lang))]
    links += [(home, edition.document.title if lang == edition.lang else say("home", lang))]
    items = "".join(f'<li><a href="{quote(to)}">{quote(words)}</a></li>' for to, words in links)
    told = say("withdrawn-page", lang, edition=edition_words(edition))
    more = say("withdrawn-moved" if now else "withdrawn-look", lang)
    tag = f'{MARK}{quote(edition.document.date)}"><meta name="robots" content="noindex">'
    named = say("withdrawn-title", lang, title=title) if title else say("withdrawn", lang)
    return (
        f"{page_head(lang, named, edition.document.title, f'{up}../assets/site.css', tag)}"
        f'<body><main id="main"><h1>{quote(named)}</h1>\n<p>{quote(told)}</p>'
        f'<p>{quote(more)}</p>\n<ul class="list">{items}</ul>\n</main></body></html>\n'
    )


def gone_numbers(html: str, kept: Iterable[str], by: str) -> tuple[Gone, ...]:
    """The numbers of an earlier page of all numbers that are not among `kept`."""
    here = set(kept)
    return tuple(
        Gone(unescape(row["key"]), unescape(row["what"]), unescape(row["by"] or "") or by)
        for row in _ROW.finditer(html)
        if unescape(row["key"]) not in here
    )


def gone_rows(gone: Iterable[Gone], lang: str) -> str:
    """The rows of withdrawn numbers, without their values; their ids stay where they were."""
    return "".join(
        f'<tr id="{quote(item.key)}" data-withdrawn="{quote(item.by)}">'
        f'<th scope="row">{quote(say("withdrawn", lang))}</th><td>{quote(item.what)}</td>'
        f"<td>{quote(item.by)}</td></tr>"
        for item in gone
    )


def moved(pages: Mapping[str, str], title: str) -> str:
    """The one page of this edition that has the same title; "" where none has, or several."""
    bare = _unnumbered(title)
    found = [path for path, words in pages.items() if bare and _unnumbered(words) == bare]
    return found[0] if len(found) == 1 else ""


def _unnumbered(title: str) -> str:
    """A title without the number of its figure, which another figure may have by now."""
    return re.sub(r"^(?:\d+\.\s+\w+|\w+\s+\d+)\.\s+", "", title).strip()
