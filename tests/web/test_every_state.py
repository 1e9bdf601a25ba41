"""Every state of every page: no word of another language, no fault for axe, nothing too wide.

Daily: the words of each in three languages; in Chromium each page once, in one language and both
widths, each role's first page, and the forms with many fields with their faults.
`ATBALSS_WALK=all` (`make soak`): everything in Chromium in each role, language and width.
"""

from __future__ import annotations

import os
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from tests.browser import axe_violations, open_page

from atbalss_web.accounts.models import Role
from atbalss_web.studies.queries import questionnaire_of
from atbalss_web.texts import _ALL, LANGS

from .states import LONG, State, grown, is_page, published, shown, states
from .test_site import client_of
from .walk import patterns

ALL = os.environ.get("ATBALSS_WALK") == "all"
FOLDER = os.environ.get("ATBALSS_SCREENSHOTS")
ONLY = os.environ.get("ATBALSS_WALK_ONLY", "")  # part of an address, to look at it alone
WIDTHS = (1280, 360)
FORMS = ("board-rules", "person-add", "centres")  # looked at daily with their faults too
# What a person may read in any language: names, formats, keys, what the seeded people typed.
NAMES = (
    "Atbalss|AAPOR|CASRO|CSV|UTF|QR|Excel|XLSForm|Windows|Enter|Esc|Ctrl|Shift|Backspace|MASI|Kish|ICC|ICM"
    "|deff|xlsx|codeframes|md|csv|code|name|Latviešu|English|Русский|TOTP|MB|px|kb|Europe|Riga"
    "|[A-Za-z]*zime[a-z-]*|Aptauja|Persona|Vieta\\d|Paldies|Ilzei|Pasts|vpvkac|otrs|Labdien|nekas"
    "|Piekrītu|sarunai|Iestāde|kvota|Anna|Basic|Baltic|RR\\d?|REF\\d?|CON\\d?|COOP\\d?|[IPRONCUHE]{1,3}|e"
    "|field|yaml|rules|lv|en|ru|id|musu|neviens|pasts|laiks|iznākums|neatbild|agrāk|Vārds|Tālrunis|Valoda|Ērtākais"
)
PLAIN_ENGLISH = re.compile(r"\b(the|of|and|with|this|for|from|not|is|was|by|they|you)\b", re.I)
KEY = re.compile(r"[a-z0-9]+([-_][a-z0-9_]+)+")
VOID = {"input", "meta", "link", "br", "img", "hr", "wbr", "col", "source"}


class Words(HTMLParser):
    """What is read on a page in its own language: texts and labels, no code, no `lang` parts."""

    def __init__(self, text: str, lang: str) -> None:
        super().__init__()
        self.page, self.found = lang, []
        self._langs, self._quiet = [lang], 0
        self._tags: list[tuple[str, bool, bool]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        own, quiet = values.get("lang"), tag in ("code", "script", "style", "option", "kbd", "pre")
        if not self._quiet and not quiet and (own or self._langs[-1]) == self.page:
            keys = ("aria-label", "alt", "title", "placeholder")
            self.found += [values[key] for key in keys if values.get(key)]
        if tag in VOID:
            return
        self._tags.append((tag, own is not None, quiet))
        self._langs += [own] if own is not None else []
        self._quiet += quiet

    def handle_endtag(self, tag):
        while self._tags:
            held, has_lang, quiet = self._tags.pop()
            if has_lang:
                self._langs.pop()
            self._quiet -= quiet
            if held == tag:
                return

    def handle_data(self, data):
        if data.strip() and not self._quiet and self._langs[-1] == self.page:
            self.found.append(" ".join(data.split()))


def foreign(text: str, lang: str, own: str) -> list[str]:
    """Texts of a page that are in no language of its own; `own` are names of the study."""
    wrong = []
    known = {values[LANGS.index(lang)] for values in _ALL.values()}
    others = {value for values in _ALL.values() for value in values} - known - set(own.split("|"))
    for said in Words(text, lang).found:
        bare = re.sub(rf"(?<!\w)({NAMES}|{own})(?!\w)", " ", said)
        bare = re.sub(r"\S*[\d@/._=]\S*|\b[a-z]{1,2}\b", " ", bare)
        if said in others:
            wrong.append(f"of another language: {said}")
        elif KEY.fullmatch(said) and said in _ALL:
            wrong.append(f"a key: {said}")
        elif lang == "ru" and re.search(r"[A-Za-zĀ-ž]{3,}", bare):
            wrong.append(f"not Russian: {said}")
        elif lang == "en" and re.search(r"[Ѐ-ӿāčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ]", bare):
            wrong.append(f"not English: {said}")
        elif lang == "lv" and (re.search(r"[Ѐ-ӿ]", bare) or PLAIN_ENGLISH.search(bare)):
            wrong.append(f"not Latvian: {said}")
    return wrong


def names_of(version) -> str:
    """Names of a questionnaire's questions and options, and of the longest centre, as a pattern."""
    questionnaire = questionnaire_of(version.pk)
    names = {LONG, *questionnaire.by_name}
    for question in questionnaire.by_name.values():
        names |= {code.name for code in question.codes.codes} if question.codes else set()
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


@pytest.fixture
def site(db, tmp_path, monkeypatch):
    """A site with some of everything, and every state of its pages."""
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setattr(settings, "PASSWORD_HASHERS", quick)
    monkeypatch.setattr(settings, "PUBLISHED", tmp_path)
    published(tmp_path)
    found = grown()
    clients = {role: client_of(found, role) for role in (*Role.values, "nobody")}
    own = names_of(found.version)
    return own, clients, [one for one in states(found, once=not ALL) if ONLY in one.where]


@pytest.mark.browser
def test_words_of_every_state_and_looks_of_some(site):
    own, clients, seen = site
    wrong = [] if ONLY else _unseen(seen)
    for lang in LANGS:
        for one in seen:
            found = one.met if lang == "lv" else shown(clients[one.role], one, lang)
            if found.status_code >= 500 or not is_page(found):
                wrong.append(f"{one.label} {lang}: {found.status_code}")
            elif one.name not in ("respondent", "call-interview"):  # the study's own words
                wrong += [
                    f"{one.label} {lang}: {line}" for line in foreign(_text(found), lang, own)
                ]
    assert not wrong, "\n".join(dict.fromkeys(wrong))
    known: set[str] = set()
    with open_page() as page:
        for place, one in enumerate(looked_at(seen)):
            for lang in LANGS if ALL else [LANGS[place % len(LANGS)]]:
                wrong += _faults(page, clients[one.role], one, lang, known)
    assert not wrong, "\n".join(wrong[:40])


def looked_at(seen: list[State]) -> list[State]:
    """States that are looked at in Chromium, after each role's menu."""
    if ONLY:
        return seen
    menus = [State(role, "own", "/account/") for role in Role.values]
    if ALL:
        return [*menus, *seen]
    return [*menus, *(one for one in seen if one.sent is None or one.name in FORMS)]


def _unseen(seen: list[State]) -> list[str]:
    """Addresses that show a page and were not looked at."""
    names = {one.name for one in seen}
    return [
        f"never seen: {pattern.name}"
        for _, pattern in patterns()
        if pattern.name not in names and not _is_no_page(pattern)
    ]


NO_PAGE = ("oidc", "oidc-back", "published-site", "published-file", "coding-at", "lists-refused")


def _is_no_page(pattern) -> bool:
    """Whether an address leads on, gives a file, or is only sent to (and then leads on)."""
    only_sent = "request_method_list" in pattern.callback.__code__.co_freevars
    return pattern.name in NO_PAGE or only_sent


def _text(found) -> str:
    return found.content.decode()


@cache
def _static(path: str) -> dict:
    """A style sheet, script or picture of the site, as the browser is given it."""
    return _given(Client().get(path))


def _given(found) -> dict:
    """An answer of the site as Playwright gives it to the browser."""
    content = b"".join(found.streaming_content) if found.streaming else found.content
    kind = found.headers.get("Content-Type", "text/html")
    return {"status": found.status_code, "headers": {"Content-Type": kind}, "body": content}


def _faults(page, client, one: State, lang: str, known: set[str]) -> list[str]:
    """What is wrong with a state in a language, at each width; nothing where it is `known`.

    Two roles are often shown the same below their menus.
    """
    text = _text(shown(client, one, lang))
    assert text, f"{one.label}: nothing to look at"
    below = text if one.name == "own" else text[text.find("<main") :]
    below = lang + re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", below)
    if below in known:
        return []
    known.add(below)
    where = f"http://testserver{one.where}"

    def answer(route):
        if route.request.url == where:
            return route.fulfill(status=200, headers={"Content-Type": "text/html"}, body=text)
        asked = urlsplit(route.request.url)
        if asked.path.startswith(settings.STATIC_URL):
            return route.fulfill(**_static(asked.path))
        return route.fulfill(
            **_given(client.get(asked.path + (f"?{asked.query}" if asked.query else "")))
        )

    page.unroute_all()
    page.route("**/*", answer)
    page.goto(where)
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        label = f"{one.label} {lang} {width}: "
        wrong += [label + line for line in axe_violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            wrong.append(f"{label}{wide} px wide")
        if FOLDER:
            name = f"{one.name or 'home'}-{one.role}" + ("-sent" if one.sent is not None else "")
            name += re.sub(r"\W+", "_", urlsplit(one.where).path + urlsplit(one.where).query)[:40]
            place = Path(FOLDER) / f"{name}-{lang}-{width}.png"
            page.screenshot(path=str(place), full_page=True)
    if ALL and wrong:
        print(*wrong, sep="\n", flush=True)  # a long walk says what it finds at once
    return wrong
