"""From the desk to the report: open questions and "Cits" of VPVKAC, coded on the site."""

from __future__ import annotations

import shutil

import pytest
from django.test import Client

from atbalss.folder import open_study, pieces
from atbalss.plan import build, cells
from atbalss_web.accounts.models import Role
from atbalss_web.codingdesk import quoting
from atbalss_web.codingdesk.book import book_of
from atbalss_web.codingdesk.models import Decision, Task
from atbalss_web.press.gather import live_wave

from .coded import answered, rows, somebody, task_of, truth
from .conftest import NOW, STUDIES
from .test_coding_pages import address as address
from .test_coding_pages import at_desk, gone_on, key_of, logged_in, press, saved

QUESTIONS = tuple(dict.fromkeys(row["question"] for row in rows("codes.csv")))
BY_KEYS = 4  # answers of each question that are coded in the browser


@pytest.fixture
def row(version, monkeypatch) -> Task:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    answered(version)
    tasks = [task_of(version, name) for name in QUESTIONS]
    return tasks[0]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The study folder whose wave is the one in the field; its own codes are gone."""
    target = tmp_path / "vpvkac"
    shutil.copytree(STUDIES / "vpvkac", target, ignore=shutil.ignore_patterns(".*"))
    for name in ("codes.csv", "quotes.csv"):
        (target / "waves" / "2024" / name).unlink()

    monkeypatch.setattr("atbalss.folder.open.live_wave", live_wave)
    return target


def keys_for(page, codes) -> list[str]:
    """What a coder presses for codes: their numbers, then Enter."""
    numbers = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[data-code]')]"
        ".map(el => [el.dataset.code, el.dataset.number]))"
    )
    most = max(map(int, numbers.values()))
    found: list[str] = []
    for code in codes:
        number = numbers[code]
        found += [*number, *(["Enter"] if int(number) * 10 <= most else [])]
    return [*found, "Enter"]


@pytest.mark.browser
def test_coded_at_the_desk_and_reported(row, address, organisation, folder):
    from ..browser import open_page

    anna = somebody("anna", organisation)
    tasks = list(Task.objects.select_related("study").order_by("pk"))
    presses = n = 0
    with open_page() as page:
        logged_in(page, address, anna)
        for task in tasks:
            right, before = truth(task.question), Decision.objects.count()
            at_desk(page, address, task)
            by_keys = min(BY_KEYS, len(right) - 1)
            for _ in range(by_keys):
                key = key_of(page)
                keys = keys_for(page, right[key])
                press(page, *keys)
                presses, n = presses + len(keys), n + 1
                gone_on(page, key)
            saved(page, before + by_keys)
    print(f"{presses / n:.2f} key presses an answer without suggestions")
    client = Client()
    client.force_login(anna)
    json = {"Accept": "application/json"}
    for task in tasks:
        alike: dict[tuple[str, ...], list[str]] = {}
        for standing in book_of(task).all:
            if standing.status == "open":
                codes = tuple(truth(task.question)[standing.answer.id])
                alike.setdefault(codes, []).append(standing.answer.id)
        for codes, (key, *others) in alike.items():  # the same codes at one stroke
            for start in range(0, max(len(others), 1), 50):
                also = [f"{other}:0" for other in others[start : start + 50]]
                posted = {"step": start // 50, "codes0": codes, "group": 1, "also": also}
                where = f"/coding/{task.pk}/at/{key}/"
                done = client.post(where, posted | {"have": 9}, headers=json)
                assert done.status_code == 200, done.content
    judge = somebody("vadis", organisation, Role.ANALYST)
    first = tasks[0]
    quoting.choose(first, "i0001", judge, NOW)
    quoting.edit(first, "i0001", 0, (), NOW, actor=judge, sensitive=False, release=True)

    ours, problems = pieces(open_study(folder, "field"))
    assert not [item for item in problems if item.severity == "error"], problems[:3]
    theirs, _ = pieces(open_study(STUDIES / "vpvkac"))
    here, there = build(ours, ["lv"]), cells(theirs)
    told = repr(here.documents["lv"])
    for caption in (
        "Atbildes „Cits“ un „Cits valsts iestādes pakalpojums“",
        "Atbildes „Cits iemesls“",
        "Atbildes „Citu informāciju“",
        "Pakalpojumi, kuru klientiem centrā trūkst",
    ):
        assert caption in told
    for name in QUESTIONS:
        for code in theirs.questionnaire.by_name[name].frame.names:
            mine = here.cells.share(name, code, "field")
            assert mine.value == there.share(name, code, "2024").value, (name, code)
    assert first.question in ours.quotes
    assert {one.question: one.by_person for one in ours.coded} == {
        name: len(truth(name)) for name in QUESTIONS
    }
