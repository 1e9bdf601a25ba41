"""Properties that every Office file carries: title, author, language, date, fingerprint, state."""

from __future__ import annotations

from atbalss.report.document import Document
from atbalss.report.opc import PACKAGE, Package, escape

TAGS = {"lv": "lv-LV", "en": "en-GB", "ru": "ru-RU"}
PROGRAM = "Atbalss"
_CORE = f"{PACKAGE}/relationships/metadata/core-properties"
_TYPES = "application/vnd.openxmlformats-"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def add_properties(made: Package, document: Document) -> None:
    """Adds core, extended and custom properties; dates are the document's, never the clock's."""
    doc = document
    stamp = f"{doc.date or '2000-01-01'}T00:00:00Z"
    rows = {
        "dc:title": doc.title,
        "dc:subject": doc.subtitle,
        "dc:creator": doc.conductor,
        "cp:keywords": ", ".join(doc.keywords),
        "dc:description": doc.description,
        "dc:language": TAGS.get(doc.lang, doc.lang),
        "cp:contentStatus": doc.state,
    }
    inside = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in rows.items() if text)
    dates = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{tag}>'
        for tag in ("created", "modified")
    )
    core = made.add(
        "/docProps/core.xml",
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inside}{dates}</cp:coreProperties>',
        f"{_TYPES}package.core-properties+xml",
    )
    app = made.add(
        "/docProps/app.xml",
        f'<Properties xmlns="{_EXTENDED}"><Application>{PROGRAM}</Application>'
        f"<Company>{escape(doc.conductor)}</Company></Properties>",
        f"{_TYPES}officedocument.extended-properties+xml",
    )
    made.relate("/", _CORE, core)
    made.relate("/", "extended-properties", app)
    _own(made, doc)


def _own(made: Package, doc: Document) -> None:
    rows = {"fingerprint": doc.fingerprint, "state": doc.state, "embargo": doc.embargo}
    kept = [(name, value) for name, value in rows.items() if value]
    items = "".join(
        f'<property fmtid="{_FORMAT}" pid="{at}" name="{name}"><vt:lpwstr>{escape(value)}'
        "</vt:lpwstr></property>"
        for at, (name, value) in enumerate(kept, 2)
    )
    if items:
        custom = made.add(
            "/docProps/custom.xml",
            f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{items}</Properties>',
            f"{_TYPES}officedocument.custom-properties+xml",
        )
        made.relate("/", "custom-properties", custom)
