"""The coding desk over HTTP: queue, decisions, undo, two at once, frames, settling, quotations."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from atbalss.coding import codeframe
from atbalss.folder import open_study
from atbalss.report.coding_block import method_words
from atbalss.report.register import Register
from atbalss_web.accounts.models import Organisation, Role
from atbalss_web.codingdesk import actions, learning
from atbalss_web.codingdesk.book import book_of, frame_of
from atbalss_web.codingdesk.extract import coded
from atbalss_web.codingdesk.framing import change_frame
from atbalss_web.codingdesk.models import Answer, Decision, Quotation, Task
from atbalss_web.events.models import Event
from atbalss_web.press import live, results

from .coded import answered, somebody, task_of, truth
from .conftest import NOW, STUDIES

HOSTILE = '<script>alert(1)</script> =HYPERLINK("x") {{7*7}} 29123456 Jānis | \u202e #set page()'


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def row(version) -> Task:
    answered(version, 24)
    return task_of(version, "positives")


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def anna(row, organisation) -> Client:
    return client_of(somebody("anna", organisation))


@pytest.fixture
def juris(row, organisation) -> Client:
    return client_of(somebody("juris", organisation))


def taken(client: Client, row: Task, order: str = "arrival") -> str:
    done = client.post(f"/coding/{row.pk}/next/", {"order": order})
    assert done.status_code == 303
    return done.headers["Location"].split("?")[0]


def fields(html: str) -> dict[str, str]:
    form = html[html.index("data-decide") :]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)[:6])


def code(client: Client, where: str, *codes: str, **more) -> object:
    return client.post(where, fields(text(client, where)) | {"codes0": codes} | more)


def text(client: Client, where: str) -> str:
    return client.get(where).content.decode()


def codes_of(row: Task, key: str) -> tuple[str, ...]:
    return book_of(Task.objects.get(pk=row.pk)).standings[key].codes


def test_a_coder_codes_goes_on_and_takes_back(anna, row):
    where = taken(anna, row)
    key = where.split("/")[-2]
    html = text(anna, where)
    assert "Laba, laipna attieksme (atdarināta atbilde)" in html and "Enter" in html
    done = code(anna, where, "kind_attitude", "fast_service")
    assert done.status_code == 303 and done.headers["Location"].split("?")[0] != where
    assert codes_of(row, key) == ("kind_attitude", "fast_service")
    second = done.headers["Location"].split("?")[0]
    code(anna, second, "kind_attitude")
    for at, left in ((second, 1), (where, 0)):
        back = anna.post(f"/coding/{row.pk}/undo/")
        assert back.headers["Location"].startswith(at)
        assert sum(bool(one.codes) for one in book_of(row).all) == left
    assert 'value="fast_service" checked' in text(
        anna, where
    )  # what was taken back is offered again
    assert anna.post(f"/coding/{row.pk}/undo/").headers["Location"].endswith("nothing-to-undo")
    assert Decision.objects.count() == 4, "nothing is deleted"
    assert Event.objects.filter(name="answers-coded").count() == 2


def test_what_may_not_be_decided_is_refused(anna, row):
    where = taken(anna, row)
    assert code(anna, where).status_code == 422
    assert code(anna, where, "nothing", "fast_service").status_code == 422
    assert code(anna, where, "no-such-code").status_code == 422
    assert code(anna, where, "fast_service", step="7").status_code == 409
    assert code(anna, where, "fast_service", mark="0" * 16).status_code == 409
    assert not Decision.objects.exists()


def test_segments_without_scripts(anna, row, version):
    where = taken(anna, row)
    words = "Laba, laipna attieksme | (atdarināta atbilde)"
    done = anna.post(where, fields(text(anna, where)) | {"cut": "1", "marked": words})
    assert "cuts=23" in done.headers["Location"]
    html = text(anna, done.headers["Location"])
    assert 'name="codes1"' in html
    anna.post(where, fields(html) | {"codes0": "kind_attitude", "codes1": "fast_service"})
    made = Decision.objects.get()
    assert made.segments == [[0, 23, ["kind_attitude"]], [23, 43, ["fast_service"]]]
    assert made.codes == ["kind_attitude", "fast_service"]


def test_two_coders_at_once_never_overwrite(anna, juris, row):
    first, second = taken(anna, row), taken(juris, row)
    assert first != second, "what one holds is not handed to the other"
    key = first.split("/")[-2]
    seen = fields(text(juris, first))  # juris has the page of anna's answer open too
    code(anna, first, "fast_service")
    late = juris.post(first, seen | {"codes0": "kind_attitude"})
    html = late.content.decode()
    assert late.status_code == 409 and "anna: " in html and "kodēja cits" in html
    assert codes_of(row, key) == ("fast_service",) and Decision.objects.count() == 1
    juris.post(first, fields(html) | {"codes0": "kind_attitude"})  # beside, not over
    standing = book_of(row).standings[key]
    assert standing.status == "disputed" and standing.codes == ("fast_service",)
    assert [one.codes for one in standing.held] == [("fast_service",), ("kind_attitude",)]


def test_same_as_this_one_for_a_group(anna, row):
    learning.latest(book_of(row))
    learning.wait()
    where = taken(anna, row, "likeness")
    html = text(anna, where)
    also = re.findall(r'name="also" value="([^"]+)"', html)
    assert also
    posted = fields(html) | {"codes0": ["kind_attitude"], "also": also, "group": "1"}
    anna.post(where, posted)
    assert Decision.objects.count() == len(also) + 1
    assert Decision.objects.values("batch").distinct().count() == 1
    anna.post(f"/coding/{row.pk}/undo/")
    assert not any(one.codes for one in book_of(row).all)
    with_late = posted | {"step": "2", "also": [f"{also[0].split(':')[0]}:99"]}
    anna.post(where, with_late)
    assert sum(bool(one.codes) for one in book_of(row).all) == 1


def test_a_frame_changed_in_mid_coding_loses_nothing(anna, row, organisation):
    judge = client_of(somebody("vadis", organisation, Role.ANALYST))
    where = taken(anna, row)
    key = where.split("/")[-2]
    code(anna, where, "fast_service", "kind_attitude")
    other = taken(anna, row)
    seen = fields(text(anna, other))
    frame = f"/coding/{row.pk}/frame/"
    assert (
        anna.post(frame, {"act": "retire", "code": "fast_service", "number": 1}).status_code == 403
    )

    def change(number: int, **posted) -> int:
        return judge.post(frame, {"number": number, **posted}).status_code

    assert change(1, act="add", **{"label-lv": "Bezmaksas kafija", "kind": ""}) == 303
    assert change(1, act="add", **{"label-lv": "Par vēlu"}) == 409
    assert change(2, act="edit", code="fast_service", **{"label-lv": "Ātri"}) == 303
    assert change(3, act="merge", code="kind_attitude", **{"with": ["responsiveness"]}) == 303
    assert book_of(Task.objects.get(pk=row.pk)).standings[key].look is False
    assert change(4, act="split", code="fast_service", **{"parts-lv": "Ātri\nBez rindas"}) == 303
    standing = book_of(Task.objects.get(pk=row.pk)).standings[key]
    assert standing.look and standing.codes == ("fast_service", "kind_attitude")
    assert change(5, act="retire", code="fast_service") == 303
    standing = book_of(Task.objects.get(pk=row.pk)).standings[key]
    assert standing.look and standing.codes == ("kind_attitude",)
    # what was on the screen all the while is saved in the frame it was chosen from, and carried
    assert (
        anna.post(other, seen | {"codes0": ["responsiveness", "fast_service"]}).status_code == 303
    )
    assert Decision.objects.last().frame == 1
    standing = book_of(Task.objects.get(pk=row.pk)).standings[other.split("/")[-2]]
    assert standing.look and standing.codes == ("kind_attitude",)
    assert taken(anna, Task.objects.get(pk=row.pk)) in (where, other), "second looks come first"
    html = text(judge, frame)
    assert "6. versija" in html and "sadalīts: Ātri → Ātri, Bez rindas" in html
    assert Decision.objects.first().codes == ["fast_service", "kind_attitude"], (
        "rows stay as they were"
    )


def test_blind_double_coding_agreement_and_settling(anna, juris, row, organisation):
    judge = client_of(somebody("vadis", organisation, Role.SUPERVISOR))
    judge.post(f"/coding/{row.pk}/quality/set/", {"share": "100", "threshold": ""})
    for index in range(6):
        where = taken(anna, row)
        code(anna, where, "fast_service")
        assert "anna" not in text(juris, where)
        mine = "fast_service" if index else "kind_attitude"
        code(juris, where, mine)
    found = text(judge, f"/coding/{row.pk}/quality/")
    assert "Neatkarīgi divreiz kodētas 6 atbildes; kodētāji: anna, juris." in found
    listed = text(judge, f"/coding/{row.pk}/differences/")
    assert "Divi kodētāji kodēja atšķirīgi: 1." in listed
    place = re.search(rf"/coding/{row.pk}/differences/\w+/", listed)[0]
    html = text(judge, place)
    assert "anna" in html and "juris" in html
    step, mark = (
        re.search(r'name="step" value="(\d+)"', html)[1],
        re.search(r'mark" value="(\w+)"', html)[1],
    )
    posted = {"step": step, "mark": mark}
    assert judge.post(place, posted | {"step": "0", "codes0": "fast_service"}).status_code == 422
    assert (
        judge.post(place, posted | {"codes0": ["fast_service", "kind_attitude"]}).status_code == 303
    )
    standing = book_of(Task.objects.get(pk=row.pk)).standings[place.split("/")[-2]]
    assert standing.status == "adjudicated" and standing.codes == ("fast_service", "kind_attitude")
    for client in (anna, juris):
        assert client.get(f"/coding/{row.pk}/quality/").status_code == 403
        assert client.get(place).status_code == 403


def test_a_code_that_the_frame_lost_keeps_its_label_and_is_not_offered(anna, juris, row):
    judge = client_of(somebody("vadis", row.study.organisation, Role.SUPERVISOR))
    judge.post(f"/coding/{row.pk}/quality/set/", {"share": "100", "threshold": ""})
    where = taken(anna, row)
    code(anna, where, "fast_service")
    code(juris, where, "kind_attitude")
    shorter = codeframe.retire(frame_of(row), "fast_service", who="1", when=NOW)
    change_frame(row, 1, shorter, NOW, actor=None)
    html = text(judge, f"/coding/{row.pk}/differences/{where.split('/')[-2]}/")
    assert "<li>Ātra apkalpošana</li>" in html and "fast_service" not in html
    assert html.count('name="take"') == 1 and "saraksts vairs nesatur" in html


def method(study) -> str:
    """What the report's method page tells of the study's coding."""
    register = Register("lv", open_study(STUDIES / "vpvkac").study)
    return method_words(coded(study).counts, register, "lv", "2024")[0]


def test_the_machine_codes_only_where_a_person_said_so(anna, row, organisation):
    judge = client_of(somebody("vadis", organisation, Role.ANALYST))
    judge.post(f"/coding/{row.pk}/quality/machine/")
    assert not Decision.objects.exists()
    for key, codes in list(truth("positives").items())[:12]:
        code(anna, f"/coding/{row.pk}/at/{key}/", *codes)
    assert anna.post(f"/coding/{row.pk}/quality/set/", {"threshold": "50"}).status_code == 403
    judge.post(f"/coding/{row.pk}/quality/set/", {"share": "10", "threshold": "60"})
    judge.post(f"/coding/{row.pk}/quality/machine/")
    by_machine = Decision.objects.filter(by=None)
    assert by_machine.exists() and all(one.confidence >= 0.6 for one in by_machine)
    right = truth("positives")
    hits = [set(one.codes) <= set(right[one.answer.interview_id]) for one in by_machine]
    assert sum(hits) / len(hits) >= 0.7
    assert f"<b>{by_machine.count()}</b>kodēja mašīna" in text(judge, f"/coding/{row.pk}/quality/")
    told = method(row.study)
    assert f"ticamība ir vismaz 60\u00a0%, kodētas: {by_machine.count()}." in told, told
    judge.post(f"/coding/{row.pk}/quality/set/", {"share": "10", "threshold": ""})
    assert all(one.status != "machine" for one in book_of(Task.objects.get(pk=row.pk)).all)
    assert "Neviena atbilde nav kodēta bez cilvēka." in method(row.study)


def test_quotations_are_cut_and_released_by_a_tick(row, organisation, version):
    judge = client_of(somebody("vadis", organisation, Role.ANALYST))
    words = "Paldies Ilzei! Zvaniet 29 123 456, man ir slikta redze, pie loga Nr. 3 ļoti ātri."
    answered_one = book_of(row).answers["i0001"]
    from atbalss_web.runner.models import Interview

    held = Interview.objects.get(key=answered_one.id)
    held.record = {"answers": {"positives": words}}
    held.touched = NOW.replace(year=2027)
    held.save()
    done = judge.post(f"/coding/{row.pk}/quotes/choose/", {"key": "i0001"})
    where = done.headers["Location"]
    html = text(judge, where)
    assert "„Paldies [...]! Zvaniet [...], man ir slikta redze" in html
    assert "29 123 456" in html and 'name="sensitive" checked' in html.replace("  ", " ")
    made = Quotation.objects.get()
    assert made.is_sensitive and made.released is None and "29" not in made.text
    posted = {"step": "0", "marked": words.replace("pie loga Nr. 3", "[pie loga Nr. 3]")}
    assert judge.post(where, posted | {"release": "1"}).status_code == 303
    made.refresh_from_db()
    assert made.text == "Paldies Ilzei! Zvaniet [...], man ir slikta redze, [...] ļoti ātri."
    assert made.released and made.released_by.username == "vadis"
    assert judge.post(where, posted).status_code == 409, "somebody else's edit is not overwritten"
    held.record = {"answers": {"positives": "Cits teksts"}}
    held.touched = NOW.replace(year=2028)
    held.save()
    assert "netiks publicēts" in text(judge, where)
    held.delete()
    assert not Quotation.objects.exists() and not Answer.objects.filter(interview="i0001").exists()


def test_places_and_sensitive_words_are_shown_to_who_releases(row, organisation):
    from atbalss_web.accounts.models import Centre
    from atbalss_web.runner.models import Interview

    judge = client_of(somebody("vadis", organisation, Role.ANALYST))
    Interview.objects.filter(key="i0001").update(
        record={
            "answers": {"positives": "Braucu no talsiem un Kaldabruņas, esam draudzē, ir labi"}
        },
        touched=NOW.replace(year=2027),
    )
    Centre.objects.create(organisation=organisation, name="Kaldabruņa")
    where = judge.post(f"/coding/{row.pk}/quotes/choose/", {"key": "i0001"}).headers["Location"]
    html = text(judge, where)
    assert "„Braucu no [...] un [...], esam draudzē" in html, "the list's place and the network's"
    assert 'ticība: <span lang="lv">draudzē</span>.' in html
    assert Quotation.objects.get().is_sensitive


def test_nobody_else_sees_the_answers(row, organisation, anna):
    foreign = Organisation.objects.create(name="Cita", slug="cita")
    where = taken(anna, row)
    for user in (
        somebody("x", foreign),
        somebody("y", organisation, Role.INTERVIEWER),
        somebody("z", organisation, Role.CLIENT),
    ):
        client = client_of(user)
        for page in (where, f"/coding/{row.pk}/", f"/coding/{row.pk}/frame/"):
            assert client.get(page).status_code == 403
        assert client.post(where, {"codes0": "fast_service", "step": "0"}).status_code == 403
    assert not Decision.objects.exists()
    assert "sat_grid" not in text(anna, where) and "Vīrietis" not in text(anna, where)


def test_hostile_words_stay_words(version, organisation):
    answered(version, 3, positives=HOSTILE, improvements=HOSTILE)
    row = task_of(version, "positives")
    judge = client_of(somebody("vadis", organisation, Role.ANALYST))
    where = taken(judge, row)
    nasty = '"><img src=x onerror=alert(1)>'
    judge.post(f"/coding/{row.pk}/frame/", {"act": "add", "number": 1, "label-lv": nasty})
    code(judge, where, "fast_service", quote="1", example="1")
    key = where.split("/")[-2]
    pages = f" frame/ quotes/ quotes/{key}/ frame/start/ quality/ differences/{key}/ at/{key}/"
    for page in pages.split(" "):
        found = judge.get(f"/coding/{row.pk}/{page}")
        assert found.status_code == 200, page
        html = found.content.decode()
        assert "<script>alert" not in html and "<img src=x" not in html and "49" not in HOSTILE
    assert "29123456" not in Quotation.objects.get().text
    found = judge.get(where, headers={"Accept": "application/json"}).json()
    assert found["item"]["text"] == HOSTILE


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_every_page_in_every_language(row, organisation, lang):
    judge = client_of(somebody("vadis", organisation, Role.ADMINISTRATOR))
    where = taken(judge, row)
    code(judge, where, "fast_service", quote="1")
    key, base = where.split("/")[-2], f"/coding/{row.pk}/"
    pages = f" at/{key}/ frame/ frame/start/ frame/code/fast_service/ quality/ differences/"
    pages += f" differences/{key}/ quotes/ quotes/{key}/"
    assert judge.get("/coding/", {"lang": lang}).status_code == 200
    for page in pages.split(" "):
        assert judge.get(f"{base}{page}", {"lang": lang}).status_code == 200, page


def test_a_frame_begins_from_groups_a_file_or_an_earlier_wave(version, organisation):
    answered(version, 60)
    judge = client_of(somebody("vadis", organisation, Role.ANALYST))
    row = task_of(version, "positives")
    start = f"/coding/{row.pk}/frame/start/"
    groups = re.findall(r'name="(group-\d+)"', text(judge, start))
    assert len(groups) >= 2
    judge.post(start, {"from": "draft", "number": 1, groups[0]: "Laipni", groups[1]: "Ātri"})
    row.refresh_from_db()
    assert book_of(row).task.frame.codes.names == ("laipni", "atri")
    assert "Paraugi" in text(judge, f"/coding/{row.pk}/frame/")
    other = task_of(version, "improvements")
    judge.post(f"/coding/{other.pk}/frame/start/", {"from": "wave", "number": 1, "task": row.pk})
    assert book_of(Task.objects.get(pk=other.pk)).task.frame.codes.names == ("laipni", "atri")
    from .conftest import STUDIES

    with (STUDIES / "vpvkac" / "codeframes.md").open("rb") as file:
        done = judge.post(start, {"from": "file", "number": 1, "file": file})
    assert done.status_code == 303
    row.refresh_from_db()
    assert "kind_attitude" in book_of(row).task.frame.codes.names
    actions.decide(
        row, {"i0001": actions.Said(0, ("fast_service",))}, somebody("a", organisation), NOW
    )
    assert (
        judge.post(start, {"from": "draft", "number": row.number, groups[0]: "x"}).status_code
        == 422
    )


def test_cits_is_coded_into_the_options_of_its_question(version, organisation):
    answered(version, 10)
    anna = client_of(somebody("anna", organisation))
    row = task_of(version, "services_other")
    where = taken(anna, row)
    html = text(anna, where)
    assert (
        "Pieder pie anketas atbildes" in html and 'value="services/vid_annual_income_decl"' in html
    )
    assert "Pieteiktie vai saņemtie pakalpojumi" in html  # what was ticked is the declared context
    code(anna, where, "services/vid_annual_income_decl")
    assert codes_of(row, where.split("/")[-2]) == ("services/vid_annual_income_decl",)


def test_a_sheet_is_taken_away_filled_in_and_brought_back(anna, juris, row):
    import io

    from openpyxl import load_workbook

    where = f"/coding/{row.pk}/sheet/"
    book = load_workbook(io.BytesIO(anna.get(f"{where}file/").content))
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("Kods 1") + 1 if "Kods 1" in heads else heads.index("kods 1") + 1
    choice = book.worksheets[1].cell(row=2, column=1).value
    for line in (2, 3):
        sheet.cell(row=line, column=column).value = choice
    first = taken(juris, row)  # meanwhile juris codes the first one
    code(juris, first, "fast_service")
    filled = io.BytesIO()
    book.save(filled)
    filled.seek(0)
    filled.name = "lapa.xlsx"
    done = anna.post(where, {"file": filled}).content.decode()
    assert "Pieņemti lēmumi: 1; noraidītas rindas: 1." in done
    standings = book_of(row).standings
    assert standings[first.split("/")[-2]].codes == ("fast_service",)
    assert sum(one.codes == ("kind_attitude",) for one in standings.values()) == 1
    broken = io.BytesIO(b"PK not a workbook")
    broken.name = "x.xlsx"
    assert anna.post(where, {"file": broken}).status_code == 422


def test_live_results_show_what_is_coded_so_far(anna, row):
    study = row.study
    before = live.live(study, whole_tens=False)
    assert before is not None
    assert "positives" not in [item.name for item in results.choices(before, "lv")]
    where = taken(anna, row)
    code(anna, where, "kind_attitude")
    found = live.live(study, whole_tens=False)
    assert found is not None
    assert "positives" in [item.name for item in results.choices(found, "lv")]
    assert results.result(found, "positives", "lv").lines
