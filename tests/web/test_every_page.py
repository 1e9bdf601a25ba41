"""Every page of the site is reached from the first one by links and buttons, in some role."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from django.test import Client, RequestFactory
from django.urls import Resolver404, resolve
from django.utils import timezone

from atbalss_web.accounts.models import Role
from atbalss_web.accounts.views import source_of
from atbalss_web.cases.models import Case
from atbalss_web.runner.models import Interview

from .test_site import client_of
from .two import seed
from .walk import Page, patterns

ELSEWHERE = {
    "respondent": "a link sent or scanned",
    "poster-link": "a poster's code",
    "oidc": "only with an issuer",
    "oidc-back": "the issuer leads there",
    "published-site": "where a report was published",
    "published-file": "where a report was published",
    "lists-upload": "after a file was sent",
    "lists-refused": "after a file was taken in",
    "call-interview": "once the interview has begun",
    "board-activate": "where there is a draft version",
}


def finished_in(found, n=12):
    """`n` finished interviews with their answers, beside those that are open."""
    study, now = found.version.study, timezone.now()
    given = {"S1": "yes", "d_sex": "female", "more_services": "Pasts", "attitude": "9"}
    for number in range(n):
        case = Case.objects.create(
            study=study, key=f"done{study.pk}{number}", centre=found.centres[0], made=now
        )
        Interview.objects.create(
            study=study,
            version=found.version,
            case=case,
            key=f"ended{study.pk}{number}",
            token=f"finished-{study.pk}-{number}",
            lang="lv",
            record={"answers": given},
            step=3,
            state="ended",
            code="1.1",
            began=now,
            touched=now,
            ended=now,
        )


def names_on(client: Client, start: list[str]) -> set[str]:
    """Names of the pages that links, forms and what they lead on to reach, from a page on."""
    found, waiting, kinds = set(), list(start), Counter()
    while waiting:
        where = waiting.pop()
        name = _name(where)
        kinds[name] += 1
        if kinds[name] > 4 or "lang=" in where:  # a few pages of each kind
            continue
        page = client.get(where)
        assert page.status_code < 500, where
        found |= {name} if page.status_code not in (403, 404) else set()
        if page.status_code in (301, 302, 303):
            waiting.append(page.headers["Location"])
        elif page.status_code == 200 and page["Content-Type"].startswith("text/html"):
            shown = Page(where, page.content.decode())
            found |= {_name(form.action) for form in shown.forms}
            waiting += [link for link in shown.links if link]
    return found


def _name(where: str) -> str:
    try:
        return resolve(urlsplit(where).path).url_name
    except Resolver404:
        return ""


def test_every_page_is_reached_by_links_in_some_role(db):
    found = seed("musu", 1)
    finished_in(found)
    study = found.version.study
    study.rules |= {"legal": [{"from": "00:00", "to": "23:59"}]}
    study.save()
    study.cases.filter(pk=study.cases.first().pk).update(is_released=False, replicate=1)
    coder = client_of(found, "coder")
    coder.post("/coding/begin/", {"study": study.pk, "question": "more_services"})
    reached = names_on(Client(), ["/login/"])
    for role in Role.values:
        client = client_of(found, role)
        mine = names_on(client, ["/"])
        if role == "interviewer":
            given = client.post("/calls/next/", {"study": study.pk})
            mine |= names_on(client, [given.headers["Location"]])
        reached |= mine
    known = {pattern.name for _, pattern in patterns()}
    left = {name for name in known - reached if not name.startswith("coding-")}  # need a frame
    assert sorted(left - ELSEWHERE.keys()) == []
    assert reached - {""} <= known


def test_addresses_behind_a_web_server_of_this_machine():
    ask = RequestFactory().get
    forged = {"HTTP_X_FORWARDED_FOR": "1.2.3.4, 10.0.0.7"}
    assert source_of(ask("/", REMOTE_ADDR="127.0.0.1", **forged)) == "10.0.0.7"
    assert source_of(ask("/", REMOTE_ADDR="198.51.100.9", **forged)) == "198.51.100.9"
    assert source_of(ask("/", REMOTE_ADDR="127.0.0.1")) == "127.0.0.1"


def test_what_people_see_when_something_is_wrong(db):
    found = seed("musu", 1)
    clerk, nobody = client_of(found, "clerk"), Client(enforce_csrf_checks=True)
    pages = {
        403: clerk.get("/administration/?lang=lv"),
        404: clerk.get("/nav/?lang=lv"),
        405: clerk.get("/logout/?lang=lv"),
    }
    for status, page in pages.items():
        text = page.content.decode()
        assert page.status_code == status and 'href="/"' in text and "<h1>" in text
    nobody.force_login(found.people["clerk"])
    stale = nobody.post("/logout/?lang=lv")
    assert stale.status_code == 403 and "Nekas nav mainīts" in stale.content.decode()
    gone = Client().post("/desk/1/", headers={"referer": "http://testserver/desk/1/"})
    assert gone.headers["Location"] == "/login/?next=/desk/1/"  # the form's page, never a 405
    assert Client().post("/desk/1/").headers["Location"] == "/login/?next=/"
    text = Client().get("/login/?next=/desk/1/&lang=lv").content.decode()
    assert "sesija ir beigusies" in text
