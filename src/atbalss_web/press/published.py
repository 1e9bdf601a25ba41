"""Published sites (`atbalss publish`), as the folder `published` of the data folder holds them.

They are open to everybody and hold no microdata: plain files made elsewhere, served as they are.
"""

from __future__ import annotations

import json
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils._os import safe_join

from atbalss_web.pages import language_of, render

NOTE = "publication.json"
FRESH = 300  # seconds that a reader's browser may keep a page
_TYPES = {".svg": "image/svg+xml", ".js": "text/javascript", ".json": "application/json"}
# The pages carry their own policy; this only says who may show them in a frame.
_ALONE = "frame-ancestors 'none'"
_ANYWHERE = "frame-ancestors *"


@dataclass(frozen=True, slots=True)
class Publication:
    """A published site: its folder's name and what `publication.json` says of it."""

    name: str
    title: str
    date: str
    invented: bool


def publications(lang: str) -> list[Publication]:
    """The published sites, newest first; a folder without a readable note is left out."""
    found = []
    root: Path = settings.PUBLISHED
    for file in sorted(root.glob(f"*/{NOTE}")) if root.is_dir() else ():
        try:
            note = json.loads(file.read_text("utf-8"))
            titles = {str(key): str(value) for key, value in note["titles"].items()}
            title = titles.get(lang) or next(iter(titles.values()))
            found.append(
                Publication(file.parent.name, title, str(note["date"]), bool(note["invented"]))
            )
        except (OSError, ValueError, KeyError, AttributeError, StopIteration):
            continue
    return sorted(found, key=lambda item: item.date, reverse=True)


def listed(request: HttpRequest) -> HttpResponse:
    """All published reports, for anybody."""
    items = publications(language_of(request))
    values = {"items": items, "invented": any(item.invented for item in items)}
    return render(request, "press/published.html", values)


def served(request: HttpRequest, name: str, path: str = "") -> HttpResponse | FileResponse:
    """A file of a published site; a folder's `index.html`. 404 for anything else."""
    if not path:
        return HttpResponseRedirect("index.html")
    try:
        file = Path(safe_join(settings.PUBLISHED, name, path))
        root = Path(settings.PUBLISHED).resolve()
        is_ours = file.is_file() and file.resolve().is_relative_to(root)
    except (SuspiciousFileOperation, OSError, ValueError) as error:
        raise Http404 from error
    if not is_ours or not (root / name / NOTE).is_file():
        raise Http404
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    if file.suffix == ".html":
        kind = "text/html; charset=utf-8"
    response = FileResponse(file.open("rb"), content_type=kind or "application/octet-stream")
    is_embedded = file.name.endswith(".embed.html")
    response.headers["Content-Security-Policy"] = _ANYWHERE if is_embedded else _ALONE
    response.headers["Cache-Control"] = f"public, max-age={FRESH}"
    if is_embedded:
        response.xframe_options_exempt = True  # type: ignore[attr-defined]
    return response
