"""Walking the site: every address that its patterns allow, every link and form on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import product
from urllib.parse import urljoin, urlsplit

from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

OURS = "atbalss_web."
MOST = 14  # addresses tried for one pattern


def patterns(found: list | None = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Each pattern of the site, with its whole route."""
    for item in get_resolver().url_patterns if found is None else found:
        if isinstance(item, URLResolver):
            yield from patterns(item.url_patterns, before + str(item.pattern))
        else:
            yield before + str(item.pattern), item


def room_of(pattern: URLPattern) -> str:
    """The room whose view answers."""
    return pattern.callback.__module__.removeprefix(OURS).split(".")[0]


def rows() -> dict[str, list[tuple]]:
    """All that the database holds, table by table."""
    return {
        model._meta.db_table: sorted(map(repr, model._base_manager.values_list()))
        for model in _models()
    }


def _models() -> list[type[models.Model]]:
    return [item for item in apps.get_models() if item.__module__.startswith(OURS)]


def _known() -> tuple[list[int], list[str]]:
    """Numbers and words that may stand in an address: keys of rows, slugs, codes, tokens."""
    numbers, words = {0}, {"nekas"}
    for model in _models():
        for row in model._base_manager.all()[:40]:
            numbers.add(row.pk)
            for column in model._meta.fields:
                value = getattr(row, column.attname)
                if isinstance(column, models.CharField) and isinstance(value, str):
                    words |= {value} if re.fullmatch(r"[-\w]{1,64}", value) else set()
    return sorted(numbers)[:40], sorted(words)


def addresses() -> list[tuple[str, str]]:
    """(address, room) for every pattern and every row of the database that may stand in it."""
    numbers, words = _known()
    found = []
    for route, pattern in patterns():
        kinds = re.findall(r"<(?:(\w+):)?\w+>", route)
        choices = [numbers if kind == "int" else words for kind in kinds]
        if "<" in route and route.split("<")[0] in ("i/", "p/"):
            continue  # whoever knows the token may: they are walked on their own
        filled = (
            ["/" + _filled(route, values) for values in product(*choices)]
            if kinds
            else ["/" + route]
        )
        step = max(1, len(filled) // MOST)
        found += [(where, room_of(pattern)) for where in filled[::step]]
    return found


def _filled(route: str, values: tuple) -> str:
    for value in values:
        route = re.sub(r"<[^>]+>", str(value), route, count=1)
    return route


@dataclass
class Form:
    """A form of a page: where it goes, how, and what is filled in."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """What a page is made of, as far as all pages are alike."""

    def __init__(self, where: str, text: str) -> None:
        super().__init__()
        self.where, self.lang, self.title, self.n_h1 = where, "", "", 0
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.inline: list[str] = []
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = {key: value or "" for key, value in attrs}
        self.inline += [key for key in values if key.startswith("on") or key == "style"]
        if tag == "style" or (tag == "script" and "src" not in values):
            self.inline.append(tag)
        self._in = tag
        if tag == "html":
            self.lang = values.get("lang", "")
        elif tag == "h1":
            self.n_h1 += 1
        elif tag == "a" and "href" in values:
            self.links.append(self._whole(values["href"]))
        elif tag == "form":
            action = self._whole(values.get("action") or self.where)
            self.forms.append(Form(action, values.get("method", "get").lower()))
        elif tag in ("input", "select", "textarea", "button") and self.forms:
            if values.get("type") == "file":
                self.forms[-1].files.append(values.get("name", ""))
            elif values.get("name"):
                self.forms[-1].fields.setdefault(values["name"], values.get("value", ""))

    def handle_data(self, data):
        if self._in == "title":
            self.title += data.strip()

    def handle_endtag(self, tag):
        self._in = ""

    def _whole(self, href: str) -> str:
        parts = urlsplit(urljoin("http://testserver" + self.where, href))
        if parts.scheme != "http" or parts.netloc != "testserver":
            return ""
        return parts.path + (f"?{parts.query}" if parts.query else "")
