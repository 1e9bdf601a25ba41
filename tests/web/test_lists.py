"""Lists from elsewhere: columns guessed, rows refused with reasons, random parts, hostile files."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Centre, Organisation, Role
from atbalss_web.cases.contacts import open_contact
from atbalss_web.cases.invitations import bar
from atbalss_web.cases.models import Attempt, Case
from atbalss_web.lists import actions, guess
from atbalss_web.lists.models import Upload
from atbalss_web.lists.reading import LARGEST, Unreadable, read
from atbalss_web.runner.models import Interview

from .conftest import NOW

LIST = """Vārds;Tālrunis;Valoda;Centrs;Ērtākais laiks
Anna Kļava;29 123 451;lv;c1;17-20
Jānis Ozols;+371 29123452;ru;;
Otrreiz;29123451;lv;;
Nepareizs;12;lv;;
Barbara;29123453;lv;;
=HYPERLINK("x");29123454;lv;;
Kā?;29123455;zz;;
Kur?;29123456;lv;nekur;
Kad?;29123457;lv;;vakarā
"""


@pytest.fixture
def supervisor(organisation):
    return add_person("vada", "x", organisation, Role.SUPERVISOR, check=False)


@pytest.fixture
def client(supervisor):
    made = Client()
    made.force_login(supervisor)
    return made


def send(client, study, content, kind="contacts", name="list.csv"):
    file = SimpleUploadedFile(name, content)
    return client.post(f"/lists/{study.pk}/", {"file": file, "kind": kind})


def taken(client, response, **more):
    page = client.get(response.url).content.decode()
    upload = Upload.objects.order_by("-id").first()
    form = {f"column.{k}": v for k, v in upload.mapping["columns"].items()} | {"take": "1"} | more
    assert client.post(response.url, form).status_code == 303
    upload.refresh_from_db()
    return page, upload


def test_a_contact_list_from_upload_to_parts(client, version, organisation):
    study = version.study
    Centre.objects.create(organisation=organisation, code="c1", name="Pirmais")
    bar(organisation, "29123453", "asked", NOW)
    page, upload = taken(client, send(client, study, LIST.encode()), replicates="2", release="1")
    assert "Anna Kļava" in page and "29 123 451" in page
    assert upload.n_taken == 2
    assert dict(upload.refused) == {
        4: "row-twice", 5: "phone-impossible", 6: "number-barred", 7: "row-formula",
        8: "row-lang", 9: "row-centre", 10: "row-hours",
    }  # fmt: skip
    assert upload.sealed is None, "nothing personal is kept beside the cases"
    anna = Case.objects.get(centre__code="c1")
    assert open_contact(anna)["phone"] == "+37129123451"
    assert anna.hours == [{"from": "17:00", "to": "20:00"}]
    assert sorted(Case.objects.values_list("replicate", "is_released")) == [(1, True), (2, False)]
    client.post(f"/lists/{study.pk}/", {"release": "2"})
    assert Case.objects.filter(is_released=True, ready_at__isnull=False).count() == 2
    csv = client.get(f"/lists/upload/{upload.pk}/refused.csv").content.decode("utf-8-sig")
    assert csv.count("\n") == 8 and "Otrreiz" not in csv
    again = taken(client, send(client, study, LIST.encode()))[1]
    assert (
        again.n_taken == 0
        and [key for _, key in again.refused if key == "number-known"] == ["number-known"] * 2
    )


def test_a_sheet_reads_as_its_text(client, version):
    book = Workbook()
    book.active.append(["phone", "name", "lang"])
    book.active.append([29123461, "Skaitlis", "lv"])
    book.active.append(["=1+1", "Formula", "lv"])
    book.active.append([29123462.0, '<script>alert("x")</script>', "lv"])
    out = io.BytesIO()
    book.save(out)
    page, upload = taken(client, send(client, version.study, out.getvalue(), name="a.xlsx"))
    assert upload.n_taken == 2 and upload.refused == [[3, "row-formula"]]
    assert "<script>alert" not in page


def test_replicates_are_random_and_repeatable(client, version):
    rows = "phone\n" + "\n".join(f"2912{4000 + i}" for i in range(40))
    _, upload = taken(
        client, send(client, version.study, rows.encode()), replicates="4", release="0", seed="7"
    )
    sizes = [Case.objects.filter(replicate=i).count() for i in range(1, 5)]
    assert sizes == [10, 10, 10, 10] and not Case.objects.filter(is_released=True).exists()
    order = list(Case.objects.order_by("id").values_list("replicate", flat=True))
    assert order == actions._replicates(upload, 40) and order != sorted(order)


CALLS = """case_id,time,outcome
A1,2026-10-01 10:00,no answer
A1,2026-10-02 18:00,1.1
A2,01.10.2026 11:00,no answer
A2,01.10.2026 11:00,no answer
A3,2027-01-01 11:00,no answer
A4,nekad,no answer
A5,2026-10-01 12:00,something
"""


def test_a_call_log_becomes_attempts_and_final_codes(client, version):
    response = send(client, version.study, CALLS.encode(), kind="calls")
    page, upload = taken(client, response, raw=["no answer"], code=["3.13"])
    assert "no answer" in page and upload.n_taken == 3
    assert dict(upload.refused) == {5: "row-known", 6: "row-time", 7: "row-time", 8: "row-outcome"}
    key = actions.case_key(version.study_id, "a1")
    assert sorted(Case.objects.values_list("code", "n_attempts")) == [("1.1", 2), ("3.13", 1)]
    assert Case.objects.get(key=key).is_closed
    assert str(Attempt.objects.order_by("at")[0].at) == "2026-10-01 07:00:00+00:00"
    _, again = taken(
        client, send(client, version.study, CALLS.encode(), kind="calls"),
        raw=["no answer"], code=["3.13"],
    )  # fmt: skip
    assert again.n_taken == 0 and Attempt.objects.count() == 3


def test_answers_become_interviews(client, version):
    rows = "id,S1,visit_purpose\nA1,yes,\nA2,no,\nA3,nesaprotami kas,\n"
    _, upload = taken(client, send(client, version.study, rows.encode(), kind="answers"))
    assert upload.n_taken >= 2 and Interview.objects.filter(state="ended").count() >= 2
    assert Interview.objects.get(case__key=actions.case_key(version.study_id, "A2")).code == "1.1"


def _zip(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


BASE = {"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "list-empty"),
        (b"phone\n", "list-empty"),
        (b"x" * (LARGEST + 1), "list-too-large"),
        (b"a\0b\n1\n", "list-kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "list-kind"),
        (b"%PDF-1.7", "list-kind"),
        (b"PK\x03\x04broken", "list-kind"),
        (_zip({"a.txt": "a"}), "list-kind"),
        (_zip(BASE), "list-kind"),
        (_zip(BASE | {"xl/vbaProject.bin": "x"}), "list-macros"),
        (_zip(BASE | {"xl/worksheets/sheet1.xml": b"0" * 130_000_000}), "list-bomb"),
        (b"\xff\xfea", "list-encoding"),
        (b"$FL2broken" * 20, "list-kind"),
        (b",".join(b"x" for _ in range(400)) + b"\n1", "list-too-wide"),
        (b"phone\n" + b"1\n" * 50_001, "list-too-long"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_files_are_refused_with_a_reason(content, key):
    with pytest.raises(Unreadable) as why:
        read("a.xlsx", content)
    assert why.value.key == key


def test_encodings_and_separators():
    row = "Vārds\tTālrunis\nŠķēle\t1\n"
    assert read("a", row.encode("utf-8-sig")).rows[0][1] == ("Šķēle", "1")
    assert read("a", row.encode("utf-16")).header == ("Vārds", "Tālrunis")
    assert read("a", row.encode("cp1257")).rows[0][1] == ("Šķēle", "1")
    cyrillic = "Имя,Телефон\nИван,1\n".encode("cp1251")
    assert read("a", cyrillic, "cp1251").header == ("Имя", "Телефон")


def test_guesses():
    header = ("Klienta vārds", "Mobilais", "E-pasts", "Centrs", "centre_q")
    found = guess.columns("contacts", header, ["centre_q"])
    assert found["name"] == 0 and found["phone"] == 1 and found["email"] == 2
    assert guess.hours("9-12:30, 17–20")[1] == {"from": "17:00", "to": "20:00"}
    assert guess.hours("20-9") is None and guess.hours("") == []


def test_other_roles_and_other_organisations_see_nothing(client, version, organisation):
    url = send(client, version.study, b"phone\n29123451\n").url
    other = Organisation.objects.create(name="Cits", slug="cits")
    for user in (
        add_person("svešs", "x", other, Role.SUPERVISOR, check=False),
        add_person("zvana", "x", organisation, Role.INTERVIEWER, check=False),
    ):
        stranger = Client()
        stranger.force_login(user)
        for address in (f"/lists/{version.study_id}/", url, url + "refused.csv"):
            assert stranger.get(address).status_code == 403
            assert stranger.post(address, {"take": "1"}).status_code in (403, 405)
    assert Client().get(url).status_code == 302


@pytest.mark.parametrize("form", [{}, {"take": "1"}, {"column.phone": "-1"}, {"seed": "x" * 99}])
def test_odd_forms_change_nothing(client, version, form):
    url = send(client, version.study, b"phone\n29123451\n").url
    assert client.post(url, form).status_code in (303, 422)
    assert client.get(url).status_code == 200 and Case.objects.count() == 0
    assert client.post(url, {"discard": "1"}).status_code == 303 and not Upload.objects.exists()
