"""Interview pages as they are seen: keys of options, the bar of progress, doubts, the end."""

from __future__ import annotations

import re

import pytest
from django.test import Client, RequestFactory

from atbalss.interview.page import Option
from atbalss.study.codes import Missing
from atbalss_web.accounts.views import failed
from atbalss_web.runner import actions
from atbalss_web.runner.keys import is_scale, keys_of
from atbalss_web.runner.models import Interview
from atbalss_web.studies.actions import add_version
from atbalss_web.studies.models import Study

from .conftest import NOW

SURVEY = [
    ["type", "name", "label", "relevant", "soft_constraint", "soft_message_lv", "parameters"],
    ["select_one j", "been", "Vai bijāt?", "", "", "", ""],
    ["select_one s", "rate", "Vērtējums?", "${been} = 'a'", "", "", ""],
    ["integer", "times", "Cik reižu?", "${been} = 'a'", ". < 100", "Vai tik bieži?", ""],
    ["range", "far", "Cik tālu?", "${been} = 'a'", "", "", "start=0.5 end=50 step=0.5"],
    ["integer", "age", "Cik gadu?", "", "", "", ""],
]
CHOICES = [["list_name", "name", "label", "missing"]]
CHOICES += [["j", "a", "Jā", ""], ["j", "b", "Nē", ""]]
CHOICES += [["s", f"p{n}", str(n), ""] for n in range(11)] + [["s", "dk", "Nezinu", "dont_know"]]


def options(*labels: str, missing: bool = True) -> list[Option]:
    found = [Option(f"c{place}", label) for place, label in enumerate(labels)]
    return [*found, Option("dk", "Grūti pateikt", missing=Missing.DONT_KNOW)] if missing else found


def test_a_number_is_its_own_key():
    numbers = [str(n) for n in range(11)]
    assert list(keys_of(options(*numbers)).values()) == numbers  # 7 of 0 to 10 is 7
    assert list(keys_of(options(*numbers[1:])).values()) == [*"1234567890"]
    assert list(keys_of(options(*numbers[:6])).values()) == numbers[:6]
    assert list(keys_of(options("Jā", "Nē")).values()) == ["1", "2"]
    assert list(keys_of(options("20", "30")).values()) == ["1", "2"]  # one stroke is enough
    words = [f"vārds {n}" for n in range(12)]
    assert list(keys_of(options(*words)).values()) == [str(n) for n in range(1, 13)]
    for labels in (numbers, words, numbers[1:], ["1", "1", "2"]):
        found = keys_of(options(*labels))
        assert len(set(found.values())) == len(labels) and "dk" not in found


def test_a_scale_is_known_whatever_its_missing_codes_are_called():
    assert is_scale(options(*"12345")) and is_scale(options(*map(str, range(11))))
    assert not is_scale(options("Jā", "Nē")) and not is_scale(options(*["Apmierināts"] * 5))


@pytest.fixture
def interview(organisation):
    study = Study.objects.create(
        organisation=organisation, slug="skats", langs=["lv"], title={"lv": "Skats"}
    )
    sheets = [{"name": "survey", "grid": SURVEY}, {"name": "choices", "grid": CHOICES}]
    return actions.start(add_version(study, sheets, None, NOW), NOW, lang="lv", mode="web")


def test_progress_never_goes_back_and_a_doubt_is_asked_once(interview):
    client, address = Client(), f"/i/{interview.token}/"
    seen = []
    for name, given in (("been", "a"), ("rate", "p7"), ("times", "150"), ("far", "3,5")):
        page = client.get(address).content.decode()
        seen.append(int(re.search(r'<progress max="100" value="(\d+)"', page)[1]))
        if name == "rate":
            assert 'value="p7" data-digits="7"' in page and 'class="options scale"' in page
        if name == "far":
            assert "no 0,5 līdz 50" in page
        fields = {"page": name, f"has.{name}": "1", f"q.{name}": given}
        done = client.post(address, fields)
        if name == "times":
            page = done.content.decode()
            assert done.status_code == 422 and page.count('name="reason.times"') == 1
            assert page.count("Vai tik bieži?") == 2 and 'href="#q-times-reason"' in page
            assert page.count("aria-invalid") == 0  # doubtful is not wrong
            done = client.post(address, fields | {"reason.times": "strādā blakus"})
        assert done.status_code == 303
    assert seen == sorted(set(seen)) and seen[0] == 0


def test_the_end_leads_a_respondent_nowhere(interview):
    client, address = Client(), f"/i/{interview.token}/"
    client.post(address, {"page": "been", "has.been": "1", "q.been": "b"})
    client.post(address, {"page": "age", "has.age": "1", "q.age": "40"})
    client.post(address, {"finish": "1"})
    page = client.get(address).content.decode()
    assert "Paldies!" in page and "varat aizvērt" in page and 'href="/"' not in page
    Interview.objects.update(kind="practice")
    assert "/trials/" in client.get(address).content.decode()


def test_a_fault_of_ours_leads_a_respondent_back_to_his_page():
    rf = RequestFactory(headers={"host": "testserver"})
    page = failed(rf.get("/i/abc/")).content.decode()
    assert (
        'href="/i/abc/">Mēģināt vēlreiz' in page and 'class="button primary" href="/"' not in page
    )
    assert 'class="button primary" href="/"' in failed(rf.get("/desk/")).content.decode()
