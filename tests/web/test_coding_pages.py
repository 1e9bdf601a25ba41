"""The coding desk in a browser: by keyboard alone, on narrow screens, without a fault of axe."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client

from atbalss.coding import codeframe
from atbalss.study.codes import Code, Net
from atbalss.study.texts import Text
from atbalss_web.accounts.models import Role
from atbalss_web.codingdesk import learning
from atbalss_web.codingdesk.book import book_of, frame_of
from atbalss_web.codingdesk.models import Decision, Example, Quotation, Remark, Task

from ..browser import axe_violations, open_page
from .coded import answered, somebody, task_of, truth
from .conftest import NOW

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("ATBALSS_SHOTS", "")


@pytest.fixture
def row(version, monkeypatch) -> Task:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    answered(version, 60)
    return task_of(version, "positives")


@pytest.fixture
def address(row) -> Iterator[str]:
    """The site on a port of this machine, with the test's own database."""
    from django.test.testcases import LiveServerThread, _StaticFilesHandler

    shared = {}
    for connection in connections.all():
        if connection.vendor == "sqlite" and connection.is_in_memory_db():
            connection.inc_thread_sharing()
            shared[connection.alias] = connection
    server = LiveServerThread("localhost", _StaticFilesHandler, connections_override=shared)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://{server.host}:{server.port}"
    server.terminate()
    for connection in shared.values():
        connection.dec_thread_sharing()


def logged_in(page, address: str, user) -> None:
    client = Client()
    client.force_login(user)
    kept = {"sessionid": client.cookies["sessionid"].value, "lang": "lv"}
    page.context.add_cookies(
        [{"name": name, "value": value, "url": address} for name, value in kept.items()]
    )


def shoot(page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def press(page, *keys: str) -> None:
    for key in keys:
        if key.isascii():
            page.keyboard.press(key)
        else:
            page.keyboard.insert_text(key)


def at_desk(page, address: str, row: Task, order: str = "arrival") -> None:
    """To the desk by keyboard: the order, then the button."""
    page.goto(f"{address}/coding/{row.pk}/")
    page.focus(f"input[value={order}]")
    press(page, " ", "Enter")
    page.wait_for_selector("[data-desk][data-ready=yes]")


def key_of(page) -> str:
    return page.evaluate("location.pathname.split('/').at(-2)")


def shown(page) -> str:
    return page.inner_text("[data-words]")


def gone_on(page, before: str) -> None:
    try:
        page.wait_for_function("key => !location.pathname.includes(key)", arg=before)
    except Exception:
        shoot(page, "stuck")
        raise AssertionError(f"still at {before}: {page.inner_text('[data-status]')}") from None


def saved(page, n: int) -> None:
    """Until all is sent; then the site has that many decisions."""
    page.wait_for_selector("[data-desk][data-pending='0']")
    assert Decision.objects.count() == n


def keys_of(numbers: list[str], most: int) -> list[str]:
    """The keys for codes of these numbers: a blank only where the next digit would go on."""
    found: list[str] = []
    for number, after in itertools.zip_longest(numbers, numbers[1:], fillvalue=""):
        found += number
        if after and int(number + after[0]) <= most and len(number) < len(str(most)):
            found.append(" ")
    return found


def numbers_need_no_enter(page) -> None:
    """Fourteen codes: what "1" means is told by the key after it."""
    said = {
        ("4", "2"): "4 2",
        ("1", "5"): "1 5",  # there is no 15
        ("1", "0"): "10",
        ("0", "1", "4"): "1 4",
        ("1", " ", "4"): "1 4",
        ("1", "Backspace", "4"): "4",
        ("1", "1", "1", "d"): "11 1",  # a command takes 1 as it stands
        ("0", "0", "3"): "3",
    }
    labels = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[data-code]')]"
        ".map(el => [el.dataset.number, el.querySelector('[data-label]').textContent]))"
    )
    assert len(labels) == 14
    page.focus("[data-words]")
    for typed, numbers in said.items():
        press(page, *typed)
        chosen = page.locator("[data-chosen] li:not(.offered)").all_inner_texts()
        assert chosen == [labels[number] for number in numbers.split()], typed
        press(page, *["Backspace"] * len(chosen))
    key = key_of(page)
    press(page, "1", "Enter")  # saves with it
    gone_on(page, key)
    page.wait_for_selector("[data-desk][data-pending='0']")
    last = Decision.objects.order_by("pk").last()
    assert last.answer.interview_id == key and last.codes == ["kind_attitude"]


def test_a_sitting_at_the_desk_by_keyboard(row, address, organisation):
    anna = somebody("anna", organisation)
    learning.latest(book_of(row))
    learning.wait()
    with open_page() as page:
        faults = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        logged_in(page, address, anna)
        at_desk(page, address, row)
        page.wait_for_timeout(300)
        shoot(page, "desk")
        first = key_of(page)
        press(page, "4", "1", "0", "Backspace", "Enter")  # fast_service; 10 and away again; save
        gone_on(page, first)
        second = key_of(page)
        press(page, "/", *"laip", "Enter")  # type-ahead: kind_attitude
        shoot(page, "chosen")
        press(page, "Enter")
        gone_on(page, second)
        third = key_of(page)
        press(page, "s", "ArrowRight", "Enter")  # split after the second word
        press(page, "2", "ArrowUp", "4")
        shoot(page, "segments")
        press(page, "d", "c", "p", "Enter")
        gone_on(page, third)
        saved(page, 3)
        made = {one.answer.interview_id: one for one in Decision.objects.all()}
        assert made[first].codes == ["fast_service"] and made[second].codes == ["kind_attitude"]
        assert [codes for _, _, codes in made[third].segments] == [
            ["fast_service"],
            ["responsiveness"],
        ]
        assert made[third].is_unsure and made[first].keys == 5 and made[second].keys == 7
        assert Quotation.objects.count() == 1 and Example.objects.count() == 2
        press(page, "u")  # nothing chosen here yet: the decision before comes back
        page.wait_for_function("key => location.pathname.includes(key)", arg=third)
        press(page, "u")
        page.wait_for_function("key => location.pathname.includes(key)", arg=second)
        press(page, "Enter")  # as it was
        gone_on(page, second)
        saved(page, 6)
        assert book_of(row).standings[second].codes == ("kind_attitude",)
        press(page, "n")  # later
        press(page, "?")
        shoot(page, "help")
        assert page.inner_text("[data-help]").count("\n") > 10
        numbers_need_no_enter(page)
        assert not faults, faults


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_codes_stand_before_the_buttons(row, address, organisation, scripts):
    with open_page(width=390, height=800, scripts=scripts) as page:
        logged_in(page, address, somebody("anna", organisation))
        page.goto(f"{address}/coding/{row.pk}/")
        page.locator("form[action$='next/'] button.primary, form button.primary").first.click()
        page.locator("[data-code]").first.wait_for()
        save, later = (page.locator(f"button[name={name}]") for name in ("save", "skip"))
        top, code, down = (
            item.evaluate("el => el.getBoundingClientRect().top + scrollY")
            for item in (page.locator("[data-words]"), page.locator("[data-code]").last, later)
        )
        assert top < code < down
        if scripts:  # and for the Tab key; the way on is in sight all the while
            assert page.evaluate(
                "document.querySelector('[data-code] input')"
                ".compareDocumentPosition(document.querySelector('[name=save]')) & 4"
            )
            assert axe_violations(page) == []
            page.evaluate("scrollTo(0, 0)")
            assert save.evaluate("el => el.getBoundingClientRect().bottom") <= 800
        shoot(page, f"phone-{scripts}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_one_key_an_answer_with_suggestions(row, address, organisation):
    """What the machine suggests is taken by Enter, and costs one key."""
    from atbalss_web.codingdesk.actions import Said, decide

    anna = somebody("anna", organisation)
    right = truth("positives")
    for key in list(right)[:40]:
        decide(row, {key: Said(0, tuple(right[key]))}, anna, NOW)
    learning.latest(book_of(row))
    learning.wait()
    with open_page() as page:
        logged_in(page, address, anna)
        at_desk(page, address, row)
        presses = 0
        for _ in range(8):
            key, wanted = key_of(page), set(right[key_of(page)])
            page.wait_for_timeout(60)
            offered = set(page.evaluate(
                "[...document.querySelectorAll('.option.offered')].map(el => el.dataset.code)"
            ))  # fmt: skip
            keys = ["Enter"] if offered == wanted else []
            if not keys:
                numbers = page.evaluate(
                    "Object.fromEntries([...document.querySelectorAll('[data-code]')]"
                    ".map(el => [el.dataset.code, el.dataset.number]))"
                )
                keys = [*keys_of([numbers[code] for code in wanted], 14), "Enter"]
            press(page, *keys)
            presses += len(keys)
            if key_of(page) == key:
                gone_on(page, key)
        shoot(page, "suggested")
        saved(page, 48)
        print("key presses an answer:", presses / 8)
        assert presses / 8 < 2
        standings = book_of(row).standings
        assert all(set(standings[key].codes) == set(right[key]) for key in list(right)[:48])


def test_two_at_once_in_browsers(row, address, organisation):
    anna, juris = somebody("anna", organisation), somebody("juris", organisation)
    from atbalss_web.codingdesk.actions import Said, decide

    with open_page() as page:
        logged_in(page, address, anna)
        at_desk(page, address, row)
        key = key_of(page)
        decide(row, {key: Said(0, ("kind_attitude",))}, juris, NOW)
        press(page, "4", "Enter")
        page.wait_for_selector("[data-conflicts] [role=alert]")
        assert "juris: Laba, laipna attieksme" in page.inner_text("[data-conflicts]")
        shoot(page, "conflict")
        assert book_of(row).standings[key].codes == ("kind_attitude",)
        press(page, "k", "Tab", "Enter")  # put mine beside
        saved(page, 2)
        standing = book_of(row).standings[key]
        assert standing.status == "disputed" and standing.codes == ("kind_attitude",)


def arrive(page, key: str) -> None:
    """Until this answer is on the screen."""
    page.wait_for_function("key => location.pathname.includes(key)", arg=key)


def test_a_day_at_the_desk_by_keyboard(row, address, organisation):
    """From the list of questions to the end of the queue, a second look, and an arranged frame."""
    from atbalss_web.codingdesk.framing import change_frame

    judge = somebody("vadis", organisation, Role.ANALYST)
    anna = somebody("anna", organisation)
    for interview in row.study.interviews.all()[14:]:
        interview.delete()
    learning.latest(book_of(row))
    learning.wait()
    with open_page(width=360, height=740) as page:
        faults = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        logged_in(page, address, anna)
        at_desk(page, address, row, "likeness")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        # an exclusive code puts the others away, and is put away by them
        first = key_of(page)
        press(page, "4", "2", *"13")
        assert page.locator("[data-chosen] li").all_inner_texts() == ["Neko īpašu"]
        press(page, "4", "2")
        assert page.locator("[data-chosen] li").count() == 2
        # the same for a whole group, ticks by keyboard
        alike = page.locator("[data-alike-list] input")
        n = alike.count()
        assert n >= 1
        press(page, "g")
        if not alike.first.is_checked():
            press(page, " ")
        ticked = page.locator("[data-alike-list] input:checked").count()
        press(page, "a")
        gone_on(page, first)
        saved(page, 1 + ticked)
        assert len({tuple(one.codes) for one in Decision.objects.all()}) == 1
        # a question sets the answer aside, a note stays with the frame
        asked = key_of(page)
        press(page, "f", *"Vajag kodu.", "Enter")
        page.wait_for_selector("[data-desk][data-pending='0']")
        assert key_of(page) == asked and "Piezīme pierakstīta" in page.inner_text("[data-status]")
        press(page, "q", "x", "Escape", "q", *"Vai tas ir paldies?", "Enter")
        gone_on(page, asked)
        page.wait_for_selector("[data-desk][data-pending='0']")
        assert Remark.objects.count() == 2 and Remark.objects.filter(answer=None).count() == 1
        # what is left, by numbers; one of them split into parts, one coded and taken back
        split, back = key_of(page), ""
        press(page, "s", "ArrowRight", "Enter", "2", "ArrowUp", "4", "Enter")
        gone_on(page, split)
        for _ in range(20):
            key = key_of(page)
            press(page, *(["4", "u", "1"] if not back else ["1"]), "Enter")
            if not back:
                gone_on(page, key)
                press(page, "u")
                arrive(page, key)
                back = key
                press(page, "Enter")
            page.wait_for_function(
                "key => !location.pathname.includes(key) || location.search.includes('nothing')",
                arg=key,
            )
            if "nothing" in page.url:
                break
        page.wait_for_selector("text=Jums šobrīd nav ko kodēt")
        assert "13 no 14" in page.inner_text("main")
        assert page.locator("button.primary[disabled]").count() == 1
        # the supervisor replies, then arranges the frame and splits a code, all by keys
        logged_in(page, address, judge)
        page.goto(f"{address}/coding/{row.pk}/differences/")
        page.focus("input[name=reply]")
        press(page, *"Jā.", "Enter")
        page.wait_for_selector("text=Atbildēts")
        page.goto(f"{address}/coding/{row.pk}/frame/arrange/")
        page.wait_for_selector("[data-ready=yes]")
        page.focus("[data-item='code:kind_attitude'] [data-down]")
        press(page, "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "u", "Shift+ArrowDown")
        assert "Atsaucība, pretimnākšana" in page.inner_text("[data-status]")
        shoot(page, "arrange-360")
        press(page, "Tab")
        page.focus("button[name=save]")
        press(page, "Enter")
        page.wait_for_selector("text=Kodu saraksts mainīts")
        frame = book_of(Task.objects.get(pk=row.pk)).task.frame
        assert frame.version == 2
        assert frame.codes.names[:4] == (
            "kind_attitude",
            "competent_staff",
            "fast_service",
            "responsiveness",
        )
        two = [Code("kind_attitude", Text.of({"lv": "Laipni"})), Code("calm")]
        made = codeframe.split(frame, "kind_attitude", two, who=str(judge.pk), when=NOW)
        change_frame(Task.objects.get(pk=row.pk), 2, made, NOW, actor=judge)
        # second looks come first, what was asked comes back with the reply
        logged_in(page, address, anna)
        at_desk(page, address, row)
        page.wait_for_selector("[data-desk][data-pending='0']")
        looks = sum(one.look for one in book_of(Task.objects.get(pk=row.pk)).all)
        assert looks > 0 and "vēlreiz" in page.inner_text("[data-kind]")
        shoot(page, "look-360")
        for _ in range(looks):
            key = key_of(page)
            press(page, "Enter")
            gone_on(page, key)
        page.wait_for_selector("[data-desk][data-pending='0']")
        assert not any(one.look for one in book_of(Task.objects.get(pk=row.pk)).all)
        assert key_of(page) == asked
        assert "vadis atbildēja: Jā." in page.inner_text("[data-remarks]")
        press(page, "1", "Enter")
        page.wait_for_selector("text=Jums šobrīd nav ko kodēt")
        assert "14 no 14" in page.inner_text("main")
        assert not faults, faults


def test_axe_finds_nothing_on_any_page(row, address, organisation):
    """Second looks, disputes, remarks on every page: one look at each a day, three at the desk.

    Without them every page has both widths in test_every_state; `make soak` has all looks here too.
    """
    for interview in row.study.interviews.all()[24:]:
        interview.delete()
    judge = somebody("vadis", organisation, Role.ANALYST)
    anna = somebody("anna", organisation)
    from atbalss_web.codingdesk import framing, quoting, remarks
    from atbalss_web.codingdesk.actions import Said, decide
    from atbalss_web.codingdesk.framing import set_up

    keys = list(book_of(row).answers)
    remarks.write(row, keys[16], "Vai tas der?", anna, NOW)
    remarks.write(row, "", "Vajag kodu par rindām.", anna, NOW)
    nets = [
        Net("staff", Text.of({"lv": "Cilvēki"})),
        Net("desk", Text.of({"lv": "Galds"}), inside="staff"),
    ]
    frame = codeframe.set_nets(frame_of(row), nets, who=str(judge.pk), when=NOW)
    framing.change_frame(row, 1, frame, NOW, actor=judge)
    row = Task.objects.select_related("study").get(pk=row.pk)
    set_up(row, NOW, actor=judge, share=1, threshold=0.9, context=["attitude"])
    for index, key in enumerate(keys[:12]):
        decide(row, {key: Said(0, ("fast_service",))}, anna, NOW)
        codes = ("fast_service", "kind_attitude") if index < 3 else ("fast_service",)
        decide(row, {key: Said(1, codes)}, judge, NOW)
    quoting.choose(row, keys[0], judge, NOW)
    frame = codeframe.retire(frame, "fast_service", who=str(judge.pk), when=NOW)
    framing.change_frame(row, 2, frame, NOW, actor=judge)  # second looks wait on every page
    base = f"/coding/{row.pk}/"
    parts = f" at/{keys[20]}/ frame/ frame/start/ frame/code/kind_attitude/ frame/arrange/ quality/"
    parts += f" differences/ differences/{keys[0]}/ differences/{keys[16]}/ sheet/"
    parts += f" quotes/ quotes/{keys[0]}/"
    pages = ["/coding/", *(f"{base}{part}" for part in parts.split(" "))]
    learning.latest(book_of(Task.objects.get(pk=row.pk)))
    learning.wait()
    wrong = []
    with open_page() as page:
        logged_in(page, address, judge)
        looks = [("lv", 1280), ("en", 360), ("ru", 360)]
        for n, where in enumerate(pages):
            every = os.environ.get("ATBALSS_SOAK") or "at/" in where
            for lang, width in looks if every else looks[n % 3 :][:1]:
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(f"{address}{where}?lang={lang}")
                if "at/" in where:
                    page.wait_for_selector("[data-desk][data-ready=yes]")
                    page.evaluate(
                        "document.querySelectorAll('details').forEach(el => el.open = true)"
                    )
                wrong += [f"{where} {lang} {width}: {line}" for line in axe_violations(page)]
                shoot(page, f"{where.strip('/').replace('/', '_')}-{lang}-{width}")
                page.set_viewport_size({"width": 360, "height": 900})
                wide = page.evaluate("document.documentElement.scrollWidth")
                if wide > 360:
                    wrong.append(f"{where} {lang}: {wide} px wide")
    assert not wrong, "\n".join(wrong[:30])
