"""The annotated page: the report's text with each finding beside the words it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape

from atbalss.audit.finding import Finding
from atbalss.audit.text import Block, Kind, Text

_WORDS = {
    "lv": ("Pārskata pārbaude", "Atradumi: {0}", "Nekas nav atrasts.", "Priekšlikums", "rinda", "lappuse", "salīdzināt ar"),
    "en": ("Audit of the report", "Findings: {0}", "Nothing was found.", "Proposal", "line", "page", "compare"),
    "ru": ("Проверка отчёта", "Замечаний: {0}", "Ничего не найдено.", "Предложение", "строка", "страница", "сравните с"),
}  # fmt: skip
_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
.finding{border-left:4px solid #a33;background:#fdf3f1;margin:.5rem 0 1rem;padding:.5rem .8rem}
.finding p{margin:.15rem 0}.rule{font:600 13px monospace;color:#7a1f1f}.other{color:#444;font-size:.9rem}
mark{background:#ffe08a;color:inherit}table{border-collapse:collapse;margin:1rem 0}
td,th{border:1px solid #999;padding:.2rem .5rem;text-align:left}
.line{color:#595959;font-size:.8rem;margin-right:.5rem}a{color:#0b4a8f}
"""


def page(text: Text, findings: Sequence[Finding], lang: str) -> str:
    """A whole web page in `lang` that holds the report's text and its findings; self-contained."""
    title, counted, none, *_ = _WORDS[lang]
    by_block: dict[int, list[tuple[int, Finding]]] = defaultdict(list)
    for number, item in enumerate(findings, 1):
        by_block[item.spot.block].append((number, item))
    listed = "".join(
        f'<li><a href="#f{number}">{escape(item.rule)}</a> – {escape(item.why(lang))}</li>'
        for number, item in enumerate(findings, 1)
    )
    body = [_block(block, by_block.get(index, []), lang) for index, block in enumerate(text.blocks)]
    loose = "".join(_note(number, item, lang) for number, item in by_block.get(-1, []))
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}: {escape(text.name)}</title><style>{_STYLE}</style></head><body>"
        f"<header><h1>{escape(title)}: {escape(text.name)}</h1>"
        f"<p>{escape(counted.format(len(findings)) if findings else none)}</p></header>"
        f'<main><ol>{listed}</ol>{loose}<hr><div lang="{text.lang}">{"".join(body)}</div></main>'
        "</body></html>"
    )


def _block(block: Block, notes: Sequence[tuple[int, Finding]], lang: str) -> str:
    about = "".join(_note(number, item, lang) for number, item in notes)
    if block.kind is Kind.TABLE:
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row in block.rows
        )
        return f"<table><tbody>{rows}</tbody></table>{about}"
    words = _marked(block.text, [item.spot.quote.strip("… ") for _, item in notes])
    tag = "h2" if block.kind is Kind.HEADING else "p"
    return f'<{tag}><span class="line">{block.line}</span>{words}</{tag}>{about}'


def _marked(words: str, quotes: Sequence[str]) -> str:
    """Escaped text with each quotation marked once; of two that overlap, the first."""
    places: list[tuple[int, int]] = []
    for quote in quotes:
        start = words.find(quote) if quote else -1
        end = start + len(quote)
        if start >= 0 and all(end <= one or start >= other for one, other in places):
            places.append((start, end))
    parts, at = [], 0
    for start, end in sorted(places):
        parts += [escape(words[at:start]), f"<mark>{escape(words[start:end])}</mark>"]
        at = end
    return "".join(parts) + escape(words[at:])


def _note(number: int, item: Finding, lang: str) -> str:
    _, _, _, proposal, line, page_word, compare = _WORDS[lang]
    where = f"{line} {item.spot.line}"
    if item.spot.page:
        where = f"{page_word} {item.spot.page}, {where}"
    others = "".join(
        f'<p class="other">{escape(compare)} ({line} {spot.line}): {escape(spot.quote)}</p>'
        for spot in item.others
    )
    return (
        f'<aside class="finding" id="f{number}" lang="{lang}" aria-label="{escape(item.rule)} {number}">'
        f'<p class="rule">{number}. {escape(item.rule)} · {escape(where)}</p>'
        f"<p>{escape(item.why(lang))}</p><p><b>{escape(proposal)}:</b> {escape(item.proposal(lang))}</p>"
        f"{others}</aside>"
    )
