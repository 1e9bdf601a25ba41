"""An interview in two tabs, two modes and two languages; after its end; and as a trial."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Organisation, Role
from atbalss_web.runner import actions
from atbalss_web.runner.extract import finished
from atbalss_web.runner.models import Interview, Step
from atbalss_web.studies.actions import add_version
from atbalss_web.studies.models import Study

from .conftest import NOW
from .test_runner import filled

GOOD = "gara-un-droša-parole"
SURVEY = [
    ["type", "name", "label::lv", "label::ru", "relevant", "soft_constraint", "parameters"],
    ["select_one yn", "seen", "Vai bija?", "Были?", "", "", ""],
    ["integer", "age", "Gadi?", "Возраст?", "${seen} = '1'", ". < 60", ""],
    ["select_one many", "why", "Kāpēc?", "Почему?", "", "", "randomize=true"],
    ["text", "words", "Kas vēl? ${age}", "Что ещё?", "", "", ""],
]
CHOICES = [
    ["list_name", "name", "label::lv", "label::ru"],
    *[["yn", code, f"atbilde {code}", f"ответ {code}"] for code in "12"],
    *[["many", code, f"atbilde {code}", f"ответ {code}"] for code in "abcdef"],
]


@pytest.fixture
def study(organisation):
    made = Study.objects.create(organisation=organisation, slug="mazais", langs=["lv", "ru"])
    sheets = [
        {"name": "survey", "grid": SURVEY},
        {"name": "choices", "grid": CHOICES},
        {"name": "settings", "grid": [["default_language"], ["lv"]]},
    ]
    add_version(made, sheets, None, NOW)
    return made


@pytest.fixture
def interview(study):
    return actions.start(study.versions.get(), NOW, lang="lv", mode="web")


def post(client, interview, **given):
    fields = {"lang": given.pop("lang", "lv"), "page": given.pop("page", next(iter(given), ""))}
    fields |= {key: value for key, value in given.items() if "_" in key}
    for name, value in given.items():
        if "_" not in name:
            fields |= {f"has.{name}": "1", f"q.{name}": value}
    return client.post(f"/i/{interview.token}/", fields)


def row() -> Interview:
    return Interview.objects.get()


def test_two_tabs_and_the_back_button(interview):
    one, two = Client(), Client()
    post(one, interview, seen="1")
    post(one, interview, age="30")
    post(two, interview, seen="2")  # an old tab
    assert row().record["answers"]["age"] == "30"  # off the route, and kept
    done = post(one, interview, age="40")  # its question is asked no more
    assert done.status_code == 303 and row().record["answers"]["age"] == "30"
    post(two, interview, seen="1")
    assert row().record["answers"] == {"seen": "1", "age": "30"}
    assert row().record["changes"] == [["seen", "1", "2", ""], ["seen", "2", "1", ""]]
    assert 'value="30"' in one.get(f"/i/{interview.token}/?at=age").content.decode()


def test_a_soft_check_asks_for_a_reason_and_keeps_it(interview):
    client = Client()
    post(client, interview, seen="1")
    asked = post(client, interview, age="77")
    assert asked.status_code == 422 and "age" not in row().record["answers"]
    assert 'value="77"' in asked.content.decode() and "reason.age" in asked.content.decode()
    fields = {"page": "age", "has.age": "1", "q.age": "77", "reason.age": "patiesi\x00 77"}
    assert client.post(f"/i/{interview.token}/", fields).status_code == 303
    assert row().record["reasons"] == {"age": "patiesi 77"}


def test_the_order_of_options_is_kept_in_another_language(interview):
    client, address = Client(), f"/i/{interview.token}/"
    post(client, interview, seen="2")

    def order(html):
        return [part[0] for part in html.split('name="q.why" value="')[1:]][:6]

    first = order(client.get(address).content.decode())
    changed = client.post(address, {"page": "why", "has.why": "1", "q.why": "c", "speak": "ru"})
    html = changed.content.decode()
    assert changed.status_code == 200 and "Почему?" in html
    assert 'value="c" checked' in html and "why" not in row().record["answers"]  # kept, not taken
    assert row().lang == "ru" and "Почему?" in Client().get(address).content.decode()
    assert list(Step.objects.order_by("number").values_list("what", "lang")) == [
        ("answer", "lv"),
        ("language", "ru"),
    ]
    post(client, interview, why="c", lang="ru")
    assert order(client.get(address + "?at=why").content.decode()) == first
    assert row().record["orders"]["why"] == first


def test_telephone_and_web_at_once(interview):
    client = Client()
    actions.answer(interview.token, {"seen": "1"}, NOW, page="seen", mode="phone")
    post(client, interview, seen="1")
    post(client, interview, age="30")
    steps = Step.objects.order_by("number").values_list("page", "mode")
    assert list(steps) == [("seen", "phone"), ("age", "web")]


def test_after_the_end_nothing_changes(interview):
    client = Client()
    for given in ({"seen": "2"}, {"why": "a"}, {"words": "x"}):
        post(client, interview, **given)
    client.post(f"/i/{interview.token}/", {"finish": "1"})
    before = row()
    assert before.state == "ended"
    for _ in range(2):
        assert client.post(f"/i/{interview.token}/", {"finish": "1"}).status_code == 303
        assert post(client, interview, seen="1").status_code == 303
        client.post(f"/i/{interview.token}/", {"speak": "ru"})
    after = row()
    assert (after.record, after.lang, after.step) == (before.record, before.lang, before.step)


def test_a_broken_off_interview_is_one(interview):
    post(Client(), interview, seen="1")
    assert actions.finish(interview.token, NOW + timedelta(hours=1)).code == "2.12"


def test_somebody_elses_token_reaches_only_his_own(study, interview):
    other = actions.start(study.versions.get(), NOW, lang="lv", mode="web")
    post(Client(), other, seen="1")
    interview.refresh_from_db()
    assert interview.record["answers"] == {}


def test_trials_never_reach_the_data(study, organisation):
    boss = add_person("boss", GOOD, organisation, Role.SUPERVISOR)
    client = Client()
    assert client.get("/trials/").status_code == 302
    client.force_login(boss, backend="django.contrib.auth.backends.ModelBackend")
    type(boss).objects.update(must_change=False)
    assert "mazais" in client.get("/trials/").content.decode()
    for kind, mode in (("preview", "web"), ("practice", "phone"), ("pretest", "web")):
        fields = {"study": study.pk, "kind": kind, "mode": mode, "lang": "ru"}
        address = client.post("/trials/", fields).headers["Location"]
        html = client.get(address).content.decode()
        assert "Проба" in html
        for _ in range(4):
            client.post(address, filled(html) | {"lang": "ru"})
            html = client.get(address).content.decode()
        client.post(address, {"finish": "1"})
        made = Interview.objects.latest("pk")
        assert (made.kind, made.state, made.mode) == (kind, "ended", mode)
    assert not finished(study).exists()
    bad = {"study": study.pk, "kind": "real", "mode": "web"}
    assert client.post("/trials/", bad).status_code == 422
    elsewhere = Study.objects.create(
        organisation=Organisation.objects.create(name="Cits", slug="cits"), slug="cits"
    )
    add_version(elsewhere, study.versions.get().sheets, None, NOW)
    assert client.post("/trials/", fields | {"study": elsewhere.pk}).status_code == 403


def test_quotas_cost_no_more_statements(study, interview):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from atbalss_web.studies.models import QuotaCell

    for name, code in (("yes", "1"), ("no", "2")):
        QuotaCell.objects.create(study=study, name=name, cell=[["seen", code]], target=1)
    client, address = Client(), f"/i/{interview.token}/"
    client.get(address)
    for given in ({"why": "a"}, {"seen": "1"}, {"words": "x"}):
        with CaptureQueriesContext(connection) as found:
            post(client, interview, **given)
            client.get(address)
        asked = [q["sql"] for q in found if q["sql"].split()[0] not in FRAME]
        assert len(asked) <= 5, asked
    assert row().quotas == ["yes"]
    second = actions.start(study.versions.get(), NOW, lang="lv", mode="web")
    post(client, second, seen="1")
    second.refresh_from_db()
    assert (second.state, second.code) == ("sent_away", "4.80")


def test_a_quota_place_moves_with_a_changed_answer(study, interview):
    from atbalss_web.studies.models import QuotaCell

    for name, code, target in (("yes", "1", 1), ("no", "2", 1)):
        QuotaCell.objects.create(study=study, name=name, cell=[["seen", code]], target=target)

    def places():
        cells = QuotaCell.objects.filter(study=study)
        return {cell.name: (cell.reserved, cell.done) for cell in cells}

    client = Client()
    post(client, interview, seen="1")
    assert (row().quotas, places()) == (["yes"], {"yes": (1, 0), "no": (0, 0)})
    post(client, interview, seen="2")
    assert (row().quotas, places()) == (["no"], {"yes": (0, 0), "no": (1, 0)})
    second = actions.start(study.versions.get(), NOW, lang="lv", mode="web")
    post(client, second, seen="1")
    post(client, second, seen="2")  # where the only place is taken
    second.refresh_from_db()
    assert (second.state, second.code, second.quotas) == ("sent_away", "4.80", [])
    assert places() == {"yes": (0, 0), "no": (1, 0)}
    assert second.record["answers"]["seen"] == "2"


FRAME = {"BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"}
