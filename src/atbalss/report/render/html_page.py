"""The web page around a report: head and policy, colours, cover, strip of notices, last lines."""

from __future__ import annotations

import base64
import hashlib

from atbalss.report.document import Document
from atbalss.report.logo import Logo
from atbalss.report.outline import print_date
from atbalss.report.render.html_text import Text, quote
from atbalss.report.standing import standing, watermark
from atbalss.report.theme import Theme


def variables(look: Theme) -> str:
    """The colours of the look as CSS variables."""
    values = {
        "ink": look.ink,
        "muted": look.muted,
        "rule": look.rule,
        "paper": look.paper,
        "tint": look.tint,
        "accent": look.accent,
        "accent-soft": look.accent_soft,
        "deep": look.deep,
        "spark": look.spark,
        "warning": look.warning,
        "warning-soft": look.warning_soft,
        "past": look.past[-1],
    }
    return ";".join(f"--{name}:{value}" for name, value in values.items())


def head(text: Text, style: str, script: str) -> str:
    """The head, with a policy that forbids everything but what stands in the page itself."""
    doc = text.document
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    meta = {
        "viewport": "width=device-width, initial-scale=1",
        "description": doc.description,
        "keywords": ", ".join(doc.keywords),
        "author": doc.conductor,
        "date": doc.date,
    }
    lines = [
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        *(f'<meta name="{k}" content="{quote(v)}">' for k, v in meta.items() if v),
        f"<title>{quote(doc.title)}{_invented_title(text)}</title>",
        f"<style>{style}</style></head>",
    ]
    return "\n".join(lines)


def _invented_title(text: Text) -> str:
    return f" ({_invented_words(text)})" if text.document.invented else ""


def _invented_words(text: Text) -> str:
    words = text.document.invented_words
    return quote(words) if words else text.say("invented")


def notice(text: Text) -> str:
    """The strip that says what a reader must know first: invented data, a draft."""
    told = [_invented_words(text)] if text.document.invented else []
    told += [quote(words) for words in standing(text.document)]
    if not told:
        return ""
    label = text.say("note")
    return f'<aside class="invented" aria-label="{label}"><p>{" · ".join(told)}</p></aside>'


def mark(document: Document) -> str:
    """A rule that writes the word of a draft across the page, on screen and on paper."""
    words = watermark(document)
    if not words:
        return ""
    return (
        f'body::after{{content:"{words}";position:fixed;inset:0;display:grid;'
        "place-items:center;font-size:15vw;font-weight:600;transform:rotate(-35deg);"
        "color:rgba(90,90,90,.09);pointer-events:none;z-index:9}"
    )


def cover(text: Text, logo: Logo | None, *, press: bool) -> str:
    """The title, who and when; a `press` release says that it is one."""
    doc = text.document
    facts = [
        (text.say("commissioner"), doc.commissioner),
        (text.say("conductor"), doc.conductor),
        (text.say("date"), print_date(doc.date, doc.lang)),
    ]
    listed = "".join(
        f"<div><dt>{name}</dt><dd>{quote(told)}</dd></div>" for name, told in facts if told
    )
    lines = [_logo(logo, doc.lang)] if logo else []
    lines += [f'<p class="period">{text.say("press")}</p>'] if press else []
    lines.append(f"<h1>{quote(doc.title)}</h1>")
    if doc.subtitle:
        lines.append(f'<p class="sub">{quote(doc.subtitle)}</p>')
    if doc.period:
        lines.append(f'<p class="period">{quote(doc.period)}</p>')
    inside = "".join([*lines, f"<dl>{listed}</dl>" if listed else ""])
    return f'<header class="cover"><div>{inside}</div></header>'


def _logo(logo: Logo, lang: str) -> str:
    """The logo on a light ground, as a picture inside the page."""
    kind, data = ("svg+xml", logo.svg.encode()) if logo.svg else ("png", logo.png)
    source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    alt = quote(logo.alt.get(lang))
    return (
        f'<p class="logo"><img src="{source}" alt="{alt}" '
        f'width="{logo.width * 4 / 3:.0f}" height="{logo.height * 4 / 3:.0f}"></p>'
    )


def foot(text: Text) -> str:
    """The last lines: by whom, when, of which data."""
    doc = text.document
    lines = [quote(" · ".join(p for p in (doc.conductor, print_date(doc.date, doc.lang)) if p))]
    if doc.fingerprint:
        lines.append(f"{text.say('fingerprint')}: {quote(doc.fingerprint)}")
    inside = "".join(f"<p>{line}</p>" for line in lines if line)
    return f'<footer class="end">{inside}</footer>'
