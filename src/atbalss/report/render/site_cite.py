"""The page of a published site that tells how to cite the report."""

from __future__ import annotations

import re
from unicodedata import normalize

from atbalss.report.document import Document
from atbalss.report.publish_phrases import say
from atbalss.report.render.html_text import quote
from atbalss.report.render.site import Edition, page, who


def cite(edition: Edition) -> str:
    """How to cite the report, as a sentence and as BibTeX."""
    lang, document = edition.lang, edition.document
    year = document.date[:4] or document.period
    whose = who(document)
    version = f"{say('version', lang)} {document.fingerprint}" if document.fingerprint else ""
    begun = f"{whose} ({year})" if whose else f"({year})"
    words = ". ".join(part for part in (begun, document.title, version) if part)
    fields = {
        "title": document.title,
        "author": f"{{{_bibtex(whose)}}}" if whose else "",
        "institution": document.commissioner or document.conductor,
        "year": year,
        "note": version,
        "url": edition.address,
    }
    lines = "".join(
        f",\n  {name} = {{{value if name in ('author', 'url') else _bibtex(value)}}}"
        for name, value in fields.items()
        if value
    )
    entry = f"@techreport{{{_key(document, year)}{lines}\n}}"
    where = f" {edition.address}" if edition.address else ""
    whole = quote(f"{words}.{where}")
    body = (
        f"<p>{quote(say('cite-help', lang))}</p><blockquote>{whole}</blockquote>"
        f"<h2>BibTeX</h2><pre>{quote(entry)}</pre>"
    )
    return page(edition, "cite", say("cite", lang), body)


def _bibtex(text: str) -> str:
    """A text as BibTeX takes it: LaTeX's own signs stand for themselves."""
    return re.sub(r"[&%$#_{}]", lambda sign: "\\" + sign[0], text.replace("\\", "/"))


def _key(document: Document, year: str) -> str:
    bare = normalize("NFKD", document.title.lower())  # ā is a and its mark
    letters = "".join(c for c in bare if c.isascii() and c.isalpha())[:12]
    return f"{letters or 'report'}{year}"
