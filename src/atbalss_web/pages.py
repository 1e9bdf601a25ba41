"""Templates and the words on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment
from markupsafe import Markup, escape

from atbalss_web.texts import LANGS, say


def environment(**options: Any) -> Environment:
    """The template environment: blank lines trimmed, undefined names refused by tests."""
    made = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701 - autoescape is set
    made.globals.update(static=static, url=reverse, LANGS=LANGS, in_words=in_words)
    return made


def in_words(texts: Mapping[str, str], lang: str, other: str) -> str:
    """A text by language in one of them, else in the first that it has, else another text."""
    said = [text for text in (texts.get(lang), *texts.values()) if text]
    return str(said[0]) if said else other


def language_of(request: HttpRequest) -> str:
    """The language of the person: asked for, kept in the cookie, or the browser's, else Latvian."""
    for wanted in (request.GET.get("lang", ""), request.COOKIES.get("lang", "")):
        if wanted in LANGS:
            return wanted
    accepted = request.headers.get("Accept-Language", "")
    for part in accepted.split(","):
        if part.strip()[:2].lower() in LANGS:
            return part.strip()[:2].lower()
    return LANGS[0]


def render(
    request: HttpRequest,
    template: str,
    values: dict[str, Any],
    *,
    lang: str = "",
    status: int = 200,
) -> HttpResponse:
    """A page in a language; `say` gives the words, everything else is escaped."""
    lang = lang or language_of(request)

    def words(key: str, **parts: object) -> Markup:
        return Markup(say(key, lang)).format(**{k: escape(v) for k, v in parts.items()})  # noqa: S704

    def in_lang(key: str, other: str, **parts: object) -> Markup:
        """Words in a language of their own, for a person who reads another than the page's."""
        found = Markup(say(key, other if other in LANGS else lang))  # noqa: S704
        return found.format(**{k: escape(v) for k, v in parts.items()})

    def csrf() -> Markup:
        return Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(
            get_token(request)
        )

    def in_language(code: str) -> str:
        """The same address in another language: what was asked for on it stays."""
        asked = request.GET.copy()
        asked.encoding = "utf-8"  # whatever the request says its own is
        asked["lang"] = code
        return f"?{asked.urlencode()}"

    page = get_template(template).template.render(
        {
            "request": request,
            "lang": lang,
            "say": words,
            "in_lang": in_lang,
            "in_language": in_language,
            "csrf": csrf,
            **values,
        }
    )
    response = HttpResponse(page, status=status)
    response.headers["Content-Language"] = lang
    if request.GET.get("lang") in LANGS:
        response.set_cookie("lang", lang, max_age=365 * 86400, samesite="Lax", httponly=True)
    return response
