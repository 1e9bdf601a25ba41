"""Every state of every page: each address in each role, forms sent empty or with nonsense.

`grown` is a site with some of everything; `states` are what its people can come to see, by links,
forms and addresses; `shown` is one of them in a language.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone

from atbalss_web.accounts.models import Centre, Role
from atbalss_web.cases.models import Case
from atbalss_web.codingdesk.actions import Said, decide
from atbalss_web.codingdesk.book import book_of
from atbalss_web.codingdesk.models import Task
from atbalss_web.studies.models import Study, StudyCentre, Version

from .test_every_page import finished_in
from .test_site import client_of
from .two import Seeded, seed
from .walk import Page

EACH = 2  # addresses of a kind that a role's walk opens
LONG = "Ventspils valstspilsētas un novada apvienotais klientu apkalpošanas un konsultāciju centrs"
LISTS = {
    "contacts": "Vārds;Tālrunis;Valoda;Ērtākais laiks\nAnna;29 123 451;lv;17-20\nB;12;zz;vakarā\n",
    "calls": "id;laiks;iznākums\na1;2026-10-05 10:00;neatbild\na1;agrāk;1.1\n",
    "answers": "id;d_sex;S1\na1;female;yes\na2;neviens;yes\n",
}


@dataclass(frozen=True)
class State:
    """Something that can be on the screen: who asks for what, and what is sent."""

    role: str
    name: str  # of the address
    where: str
    sent: tuple[tuple[str, str], ...] | None = None  # None: only asked for
    met: HttpResponse | None = field(default=None, compare=False, repr=False)  # by the walk, in lv

    @property
    def label(self) -> str:
        """What a test calls it."""
        return f"{self.role} {self.where}" + (" sent" if self.sent is not None else "")


def grown() -> Seeded:
    """An organisation with some of everything: calls, answers, codes, lists, versions, a report."""
    found = seed("musu", 1)
    finished_in(found)
    study, now = found.version.study, timezone.now()
    study.is_invented = True
    study.rules |= {"legal": [{"from": "00:00", "to": "23:59"}]}
    study.save()
    Case.objects.filter(pk=study.cases.first().pk).update(is_released=False, replicate=1)
    Centre.objects.filter(pk=found.centres[1].pk).update(name=LONG)
    task = Task.objects.get(study=study)
    keys = list(book_of(task).answers)
    for who, code in (("coder", "kind_attitude"), ("analyst", "competence")):
        codes = [code] if code in frame_codes(task) else [frame_codes(task)[-1]]
        decide(task, {keys[1]: Said(who != "coder", tuple(codes))}, found.people[who], now)
    client_of(found, "coder").post(
        "/coding/begin/", {"study": study.pk, "question": "more_services"}
    )
    chief = client_of(found, "supervisor")
    for kind, text in LISTS.items():
        for _ in range(1 if kind == "answers" else 2):
            file = SimpleUploadedFile(f"{kind}.csv", text.encode())
            sent = chief.post(f"/lists/{study.pk}/", {"file": file, "kind": kind})
            text += "\n"
        if kind == "contacts":
            page = Page(sent.url, chief.get(sent.url).content.decode())
            fields = next(form for form in page.forms if "take" in form.fields).fields
            columns = dict(zip(("name", "phone", "lang", "hours"), range(4), strict=True))
            wanted = {f"column.{field}": column for field, column in columns.items()}
            chief.post(sent.url, fields | wanted | {"take": "1"})
    sheets = json.loads(json.dumps(found.version.sheets).replace("Vai", "Kā", 3))
    Version.objects.create(
        study=study, number=2, digest="2", sheets=sheets, frames=found.version.frames, made=now
    )
    other = Study.objects.create(
        organisation=found.organisation, slug="otrs", title=study.title, langs=["lv"], is_open=True
    )
    StudyCentre.objects.create(study=other, centre=found.centres[0], mode="choice")
    return found


def frame_codes(task: Task) -> list[str]:
    """Codes of a task's frame."""
    return [code.name for code in book_of(task).task.frame.codes.codes]


def published(folder: Path) -> None:
    """A published site in a folder of its own, which the site is told of."""
    place = folder / "paraugs-2026"
    place.mkdir()
    note = {"titles": {"lv": "Paraugs", "en": "Example", "ru": "Пример"}, "date": "2026-11-01"}
    (place / "publication.json").write_text(json.dumps(note | {"invented": True}), "utf-8")
    (place / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    settings.PUBLISHED = folder


@contextmanager
def undone() -> Iterator[None]:
    """What is sent meanwhile changes nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def states(found: Seeded, *, once: bool = False) -> list[State]:
    """Everything that people can come to see: one of each kind, for each role or `once` in all."""
    kept: dict[tuple, State | None] = {}
    for role in (*Role.values, "nobody"):
        client = client_of(found, role)
        begin = ["/", "/login/", "/published/", "/nekas/", "/board/", "/account/"]
        if role == "interviewer":
            given = client.post("/calls/next/", {"study": found.version.study_id})
            begin += [given.headers["Location"]]
            begin += [client.post(begin[-1] + "begin/").headers["Location"]]
        if role == "nobody":
            begin += [f"/i/{found.tokens[0]}/", f"/p/poster{found.mark}0/", "/i/nav/"]
        _walk(client, "" if once else role, role, begin, kept)
    return [state for state in kept.values() if state is not None]


def _walk(
    client: Client, apart: str, role: str, begin: list[str], kept: dict[tuple, State | None]
) -> None:
    waiting, opened, done = list(begin), Counter(), set()
    while waiting:
        where = waiting.pop(0)
        name = name_of(where)
        shape = (name, *sorted(parse_qs(urlsplit(where).query)))
        if where in done or "lang=" in where or opened[shape] >= EACH:
            continue
        done.add(where)
        opened[shape] += 1
        found = client.get(where)
        if found.status_code in (301, 302, 303):
            waiting.append(found.headers["Location"])
        if not is_page(found):
            continue
        page = Page(where, found.content.decode())
        fields = frozenset(key for form in page.forms for key in form.fields)
        kind = (apart, *shape, found.status_code, fields, b"<table" in found.content)
        kept.setdefault(kind, State(role, name, where, met=found))
        waiting += [link for link in page.links if link]
        if found.status_code == 200:
            _send(client, role, page, kept)


def _send(client: Client, role: str, page: Page, kept: dict[tuple, State | None]) -> None:
    """What the forms of a page show if they are sent as they stand, emptied, or with nonsense."""
    for form in page.forms:
        name = name_of(form.action)
        if form.method != "post" or name in ("logout", "own") or form.action.startswith("/i/"):
            continue
        for kind in ("standing", "blank", "nonsense"):
            sent = {
                key: value if kind == "standing" else "" if kind == "blank" else "nekas 'x"
                for key, value in form.fields.items()
                if key != "csrfmiddlewaretoken"
            }
            tried = ("sent", name, kind, *sorted(sent))
            if tried in kept or (kind != "standing" and not sent):
                continue
            with undone():
                found = client.post(form.action, sent)
            state = State(role, name, form.action, tuple(sent.items()), found)
            kept[tried] = state if is_page(found) and found.status_code != 404 else None


def is_page(found: HttpResponse) -> bool:
    """Whether it is a page to look at."""
    return (
        found.headers.get("Content-Type", "").startswith("text/html")
        and not found.streaming
        and found.status_code not in (301, 302, 303)
        and bool(found.content)
    )


def name_of(where: str) -> str:
    """The name of an address; "" for one that the site does not have."""
    try:
        return resolve(urlsplit(where).path).url_name or ""
    except Resolver404:
        return ""


def shown(client: Client, state: State, lang: str) -> HttpResponse:
    """The answer in a language; what was sent is undone."""
    client.cookies["lang"] = lang
    if state.sent is None:
        return client.get(state.where)
    with undone():
        return client.post(state.where, dict(state.sent))
