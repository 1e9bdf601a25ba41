"""Several at the coding desk: second looks of who left, questions to the supervisor, the order."""

from __future__ import annotations

import re

from atbalss.coding.decisions import Origin, Status
from atbalss_web.accounts.models import Role
from atbalss_web.codingdesk.arrange_views import items_of, moved, places_of
from atbalss_web.codingdesk.book import book_of, frame_of
from atbalss_web.codingdesk.models import Decision, Remark, Task
from atbalss_web.events.models import Event

from .coded import somebody
from .test_coding import anna as anna
from .test_coding import client_of, code, codes_of, fields, taken, text
from .test_coding import clock as clock
from .test_coding import juris as juris
from .test_coding import row as row


def now_of(row) -> Task:
    return Task.objects.select_related("study").get(pk=row.pk)


def split(judge, row, number: int = 1) -> None:
    parts = {"act": "split", "code": "fast_service", "parts-lv": "Ātri\nBez rindas"}
    done = judge.post(f"/coding/{row.pk}/frame/", {"number": number, **parts})
    assert done.status_code == 303


def test_second_looks_of_a_coder_who_left_are_everybodys(anna, juris, row, organisation):
    judge = client_of(somebody("vadis", organisation, Role.SUPERVISOR))
    keys = []
    for _ in range(3):
        where = taken(anna, row)
        keys.append(where.split("/")[-2])
        code(anna, where, "fast_service")
    mine = set(keys)
    split(judge, row)
    anna.post(f"/coding/{row.pk}/leave/")
    first = taken(juris, now_of(row)).split("/")[-2]
    assert first not in mine, "while anna is here, her answers come to her first"
    html = text(judge, f"/coding/{row.pk}/quality/")
    assert "Jāapskata vēlreiz" in html and "anna: 3" in html and "(vairs nekodē)" not in html
    who = Decision.objects.first().by
    heir = str(Event.objects.filter(name="answers-coded").first().actor_id)
    assert heir == str(who.pk)
    own = re.search(r'<option value="(\d+)">juris', html)[1]
    hand = f"/coding/{row.pk}/quality/hand/"
    assert juris.post(hand, {"who": who.pk, "heir": own}).status_code == 403
    assert judge.post(hand, {"who": who.pk, "heir": "999999"}).status_code == 404
    assert judge.post(hand, {"who": who.pk, "heir": own}).status_code == 303
    where = taken(juris, now_of(row))
    assert where.split("/")[-2] in mine, "what was handed over comes first"
    html = text(juris, where)
    assert "paskatieties vēlreiz" in html
    assert 'value="atri" checked' in html, "what is left of the first decision is shown"
    code(juris, where, "bez_rindas")
    standing = book_of(now_of(row)).standings[where.split("/")[-2]]
    assert (standing.status, standing.codes) == (Status.CODED, ("bez_rindas",))
    assert not standing.look and len(book_of(now_of(row)).decisions[standing.answer.id]) == 2
    judge.post(hand, {"who": who.pk, "heir": ""})
    who.is_active = False  # anna is gone: nobody has to hand anything over
    who.save()
    assert "(vairs nekodē)" in text(judge, f"/coding/{row.pk}/quality/")
    where = taken(juris, now_of(row))
    assert where.split("/")[-2] in mine
    code(juris, where, "atri")
    assert sum(one.look for one in book_of(now_of(row)).all) == 1


def test_a_settled_answer_is_looked_at_again_by_whoever_is_there(anna, juris, row, organisation):
    judge = client_of(somebody("vadis", organisation, Role.SUPERVISOR))
    judge.post(f"/coding/{row.pk}/quality/set/", {"share": "100", "threshold": ""})
    where = taken(anna, row)
    key = where.split("/")[-2]
    code(anna, where, "fast_service")
    code(juris, where, "kind_attitude")
    place = f"/coding/{row.pk}/differences/{key}/"
    html = text(judge, place)
    step = re.search(r'name="step" value="(\d+)"', html)[1]
    judge.post(place, {"step": step, "mark": "", "take": "fast_service kind_attitude"})
    split(judge, row)
    assert book_of(now_of(row)).standings[key].look
    assert taken(anna, now_of(row)) == where, "hers again: she coded it first"
    code(anna, where, "bez_rindas", "kind_attitude")
    standing = book_of(now_of(row)).standings[key]
    assert standing.status is Status.ADJUDICATED and not standing.look
    assert standing.codes == ("bez_rindas", "kind_attitude")
    assert Decision.objects.last().origin == Origin.ADJUDICATED
    assert taken(anna, now_of(row)) != where
    anna.post(f"/coding/{row.pk}/undo/")  # her own is taken back: the supervisor's holds again
    assert book_of(now_of(row)).standings[key].codes == ("atri", "kind_attitude")


def test_a_question_sets_an_answer_aside_until_somebody_replies(anna, juris, row, organisation):
    judge = client_of(somebody("vadis", organisation, Role.SUPERVISOR))
    where = taken(anna, row)
    key = where.split("/")[-2]
    words = 'Vai "palīdzība" <b>pieder</b> pie laipnības?'
    done = anna.post(where, fields(text(anna, where)) | {"ask": "1", "remark": words})
    assert done.status_code == 303 and not done.headers["Location"].startswith(where)
    assert all(taken(one, row) != where for one in (anna, juris)), "nobody is given it meanwhile"
    other = taken(anna, row)
    anna.post(other, fields(text(anna, other)) | {"note": "1", "remark": "Vajag kodu par rindām."})
    anna.post(other, fields(text(anna, other)) | {"note": "1", "remark": "   "})
    assert Remark.objects.count() == 2
    assert "Gaida vadītāja atbildi: 1." in text(anna, f"/coding/{row.pk}/")
    html = text(judge, f"/coding/{row.pk}/differences/")
    assert "anna jautāja: Vai &#34;palīdzība&#34; &lt;b&gt;pieder" in html
    assert "Vajag kodu par rindām." in text(anna, f"/coding/{row.pk}/frame/")
    reply = {"remark": Remark.objects.first().pk, "reply": "Jā, pieder.", "answer": "1"}
    assert anna.post(f"/coding/{row.pk}/remark/", reply).status_code == 403
    assert judge.post(f"/coding/{row.pk}/remark/", reply).status_code == 303
    html = text(anna, where)
    assert "vadis atbildēja: Jā, pieder." in html
    anna.post(f"/coding/{row.pk}/leave/")
    assert taken(juris, row) == where or key in {
        one.answer.id for one in book_of(row).all if one.status is Status.OPEN
    }
    # what is asked again is closed by whoever decides
    anna.post(where, fields(text(anna, where)) | {"ask": "1", "remark": "Un ja abi?"})
    code(judge, where, "kind_attitude")
    assert not Remark.objects.filter(closed=None).exclude(answer=None).exists()
    assert codes_of(row, key) == ("kind_attitude",)
    assert Event.objects.filter(name="coding-asked").count() == 2
    assert "palīdzība" not in repr(list(Event.objects.values())), "words stay out of the log"


def test_codes_are_arranged_and_a_change_is_taken_back(anna, row, organisation):
    judge = client_of(somebody("vadis", organisation, Role.ANALYST))
    frame, place = f"/coding/{row.pk}/frame/", f"/coding/{row.pk}/frame/arrange/"
    where = taken(anna, row)
    code(anna, where, "fast_service")
    nets = {"act": "nets", "number": 1, "net-name": ["", ""], "net-inside": ["", ""]}
    labels = {"net-lv": ["Cilvēki", "Vieta"], "net-en": ["", ""], "net-ru": ["", ""]}
    assert judge.post(frame, nets | labels).status_code == 303
    assert anna.get(place).status_code == 403
    html = text(judge, place)
    items = re.findall(r'name="item" value="([^"]*)"', html)
    assert items == items_of(frame_of(now_of(row))) and items[:3] == [
        "net:cilveki", "net:vieta", "net:",
    ]  # fmt: skip
    item, at = "code:fast_service", items.index("code:fast_service")
    posted = items
    for _ in range(at - 1):  # without scripts: a page a step
        html = judge.post(place, {"item": posted, "move": f"{item}:up"}).content.decode()
        posted = re.findall(r'name="item" value="([^"]*)"', html)
        assert re.search(rf'value="{item}:up"[^>]* autofocus', html)
    assert posted == ["net:cilveki", item, *(one for one in items[1:] if one != item)]
    assert posted == moved(posted, item, -1), "above the first heading it cannot go"
    save = {"item": posted, "number": 2, "save": "1"}
    assert judge.post(place, save | {"item": posted[:-1]}).status_code == 409
    assert judge.post(place, save | {"number": 1}).status_code == 409
    assert judge.post(place, save).status_code == 303
    made = frame_of(now_of(row))
    assert made.version == 3 and made.codes.names[0] == "fast_service"
    assert made.codes.code("fast_service").nets == ("cilveki",)
    assert places_of(items_of(made))[0] == ("fast_service", "cilveki")
    key = where.split("/")[-2]
    standing = book_of(now_of(row)).standings[key]
    assert standing.codes == ("fast_service",) and not standing.look
    html = text(judge, frame)
    assert "pārkārtoti: " in html and "Atsaukt pēdējo izmaiņu" in html
    for version in (3, 4):
        undo = {"act": "undo", "number": version}
        assert anna.post(frame, undo).status_code == 403
        assert judge.post(frame, undo).status_code == 303
        assert judge.post(frame, undo).status_code == 409, "twice is not two steps"
    assert frame_of(now_of(row)).codes == frame_of(row, 1).codes
    assert judge.post(frame, {"act": "undo", "number": 5}).status_code == 422
    assert codes_of(row, key) == ("fast_service",)
