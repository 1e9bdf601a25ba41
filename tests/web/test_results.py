"""Live results: who sees what, numbers as counted by hand, nothing hidden had by subtraction."""

from __future__ import annotations

import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Centre, Organisation, Role
from atbalss_web.cases.models import Case
from atbalss_web.press import answered as frames
from atbalss_web.press import live as lives
from atbalss_web.press.kept import Kept
from atbalss_web.press.live import live
from atbalss_web.press.results import result
from atbalss_web.runner.models import Interview
from atbalss_web.studies.models import StudyCentre

from .conftest import NOW
from .fielded import PASSWORD


def answered(version, centre, n, **answers):
    """`n` finished interviews of a centre's clients, all with the same answers."""
    first = Interview.objects.count()
    for number in range(first, first + n):
        case = Case.objects.create(
            study=version.study, key=f"r{number:05}", centre=centre, lang="lv", made=NOW, code="1.1"
        )
        Interview.objects.create(
            study=version.study,
            version=version,
            case=case,
            key=f"i{number:05}",
            token=f"t{number:05}",
            lang="lv",
            record={"answers": {"S1": "yes", **answers}},
            state="ended",
            code="1.1",
            began=NOW,
            touched=NOW,
            ended=NOW + timedelta(minutes=number),
        )


@pytest.fixture
def places(version, organisation):
    """Ogre with 40 interviews, Saldus with 60, and a small place with 20."""
    lives._KEPT.clear()
    lives._ANSWERED.clear()
    study = version.study
    study.is_open = study.is_invented = True
    study.save()
    found = [
        Centre.objects.create(organisation=organisation, code=name.lower(), name=name)
        for name in ("Ogre", "Saldus", "Zilupe")
    ]
    for centre in found:
        StudyCentre.objects.create(study=study, centre=centre, mode="everybody")
    for centre, parts in zip(found, ((25, 13, 2), (30, 28, 2), (10, 10, 0)), strict=True):
        for sex, use, n in zip(
            ("male", "female", "female"), ("uses", "unaware", "knows_not_uses"), parts, strict=True
        ):
            answered(version, centre, n, d_sex=sex, eaddress=use, attitude="10")
    return found


def client_of(organisation, role, centre=None):
    name = f"{role}-{organisation.slug}-{centre.code if centre else 0}"
    user = add_person(name, PASSWORD, organisation, role, centre=centre)
    client = Client()
    client.force_login(user)
    return client


def page(client, study, **asked):
    found = client.get(f"/results/{study.pk}/", {"lang": "lv", **asked})
    return found.status_code, found.content.decode()


ROW = re.compile(r'<tr[^>]*>\s*<th scope="row">(.*?)</th>(.*?)</tr>', re.S)
CELL = re.compile(r'<td class="number">(.*?)</td>', re.S)


def numbers(html):
    """Cells of the table by row label, tags taken off."""
    return {
        label: [re.sub(r"<[^>]*>", "", cell).strip() for cell in CELL.findall(rest)]
        for label, rest in ROW.findall(html)
    }


def test_a_client_sees_the_network_alone(version, organisation, places):
    study = version.study
    client = client_of(organisation, Role.CLIENT)
    status, html = page(client, study, q="d_sex")
    assert status == 200 and "Ogre" not in html and 'name="centre"' not in html
    found = numbers(html)
    assert found["Vīrieši"][0] == "54\u00a0%" and found["Vīrieši"][2] == "65"  # 65 of 120
    assert found["Sievietes"][2] == "55" and "n = 120" in html
    assert "Varbūtīga izlase" in html and "Atdarināti dati" in html
    assert page(client, study, centre=str(places[0].pk))[0] == 403
    StudyCentre.objects.filter(centre=places[0]).update(mode="choice")
    assert "nav varbūtīga izlase" in page(client, study, q="d_sex")[1]
    assert page(client, study, q="nav")[0] == 404
    mean = numbers(page(client, study, q="sat_grid")[1])
    assert mean["Darbinieka attieksme"][0] == "10,0"


def test_whole_tens_while_the_field_is_open(version, organisation, places):
    answered(version, places[0], 7, d_sex="male")
    study = version.study
    client, analyst = client_of(organisation, Role.CLIENT), client_of(organisation, Role.ANALYST)
    assert "n = 120" in page(client, study, q="d_sex")[1]
    assert "n = 127" in page(analyst, study, q="d_sex")[1]
    study.is_open = False
    study.save()
    assert "n = 127" in page(client, study, q="d_sex")[1]


def test_nobody_else_sees_results(version, organisation, places):
    other = Organisation.objects.create(name="Cita", slug="cita")
    study = version.study
    for client in (
        client_of(other, Role.ANALYST),
        client_of(organisation, Role.CLERK, places[0]),
        client_of(organisation, Role.INTERVIEWER),
        client_of(organisation, Role.CODER),
    ):
        assert page(client, study)[0] == 403
    assert Client().get(f"/results/{study.pk}/").status_code == 302


def test_a_manager_sees_the_own_centre_beside_the_network(version, organisation, places):
    study = version.study
    manager = client_of(organisation, Role.MANAGER, places[0])
    status, html = page(manager, study, q="d_sex")
    assert status == 200 and "Saldus" not in html and "Zilupe" not in html
    found = numbers(html)
    assert found["Vīrieši"][0].startswith("63") and found["Vīrieši"][2] == "54\u00a0%"
    assert page(manager, study, centre=str(places[1].pk))[0] == 403
    small = client_of(organisation, Role.MANAGER, places[2])
    html = page(small, study, q="d_sex")[1]
    assert {cells[0] for cells in numbers(html).values()} == {"paslēpts"}
    assert "n = 20" in html and "54\u00a0%" in html


def test_what_is_hidden_cannot_be_had_by_subtraction(version, organisation, places):
    """Two at Ogre know of it and do not use it: hidden, and those with them in the net too."""
    found = live(version.study, centre=places[0], whole_tens=False)
    shown = result(found, "eaddress", "lv")
    own = {line.label: line.numbers[0] for line in shown.lines}
    hidden = [label for label, item in own.items() if item.is_hidden]
    assert hidden == ["Zina un izmanto", "Zina, bet neizmanto"], hidden
    assert own["Nezina"].persons == "13"
    assert own["Zina par oficiālo e-adresi"].persons == "27"
    # two centres: what the network has more than one of them is the other's; a small rest hides too
    Interview.objects.filter(case__centre=places[1]).delete()
    lives._KEPT.clear()
    alone = result(live(version.study, centre=places[0], whole_tens=False), "d_sex", "lv")
    assert all(line.numbers[0].is_hidden for line in alone.lines if line.kind == "code")


def test_a_second_look_reckons_nothing_anew(version, organisation, places, monkeypatch):
    study = version.study
    client = client_of(organisation, Role.CLIENT)
    page(client, study, q="d_sex")
    monkeypatch.setattr(lives, "_made", lambda *_: pytest.fail("reckoned again"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert page(client, study, q="eaddress")[0] == 200
    assert len(asked) <= 14
    monkeypatch.undo()
    Interview.objects.filter(key="i00000").delete()
    assert "n = 110" in page(client, study, q="d_sex")[1]


def test_answers_are_read_and_typed_once_for_all_who_look(version, organisation, places):
    """The network, each centre and whole tens are rows of one frame; many at once make one."""
    answered(version, places[0], 7, d_sex="male")
    study, made = version.study, []
    real = frames.build

    def build(*given, **more):
        made.append(1)
        return real(*given, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frames, "build", build)
        with CaptureQueriesContext(connection) as first:
            live(study, whole_tens=False)
        with CaptureQueriesContext(connection) as again:
            tens = live(study)
            alone = live(study, centre=places[0], whole_tens=False)
    assert len(made) == 1, "typed once"
    assert len(first) <= 16 and len(again) <= 2 * 8, (len(first), len(again))
    assert (tens.n, tens.n_all, alone.n) == (120, 127, 127)
    shown = {line.label: line.numbers for line in result(alone, "d_sex", "lv").lines}
    assert [number.persons for number in shown["Vīrieši"]] == ["32", "72"]


def test_who_asks_at_once_waits_for_the_one_that_is_made():
    held, made, begun = Kept(2), [], threading.Event()

    def make():
        made.append(1)
        begun.set()
        time.sleep(0.1)
        return len(made)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: held.get("a", make), range(4))) == [1] * 4
    assert held.get("b", lambda: None) is None and held.get("b", lambda: 5) == 5
    with pytest.raises(ZeroDivisionError):
        held.get("c", lambda: 1 // 0)
    assert held.get("c", lambda: 6) == 6 and held.get("a", lambda: 7) == 7  # the oldest has gone
