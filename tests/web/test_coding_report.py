"""From the desk to the report: open questions and "Cits" of VPVKAC, coded on the site."""

from __future__ import annotations

import csv
import os
import shutil

import pytest
from django.test import Client

from atbalss.cli import main
from atbalss.folder import open_study, pieces
from atbalss_web.accounts.models import Role
from atbalss_web.codingdesk import learning, quoting
from atbalss_web.codingdesk.book import book_of
from atbalss_web.codingdesk.models import Decision, Task
from atbalss_web.press.gather import live_wave

from .coded import answered, given, somebody, task_of, truth
from .conftest import NOW, STUDIES
from .test_coding_pages import address as address
from .test_coding_pages import at_desk, gone_on, key_of, keys_of, logged_in, press, saved

QUESTIONS = tuple(dict.fromkeys(question for _, question, _ in given()))
# answers of each question that are coded in the browser; by `make soak` every one
BY_KEYS = 1000 if os.environ.get("ATBALSS_SOAK") else 4
FIGURES = {"positives": 7, "improvements": 8, "facilitators": 19}
ANNEXES = ("services_other", "reasons_no_e_other", "info_wanted_other", "more_services")


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
    for name in ("coding.csv", "quotes.csv"):
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
    return [*keys_of([numbers[code] for code in codes], most), "Enter"]


def coded_by_keys(page, address: str, tasks: list[Task]) -> None:
    """The first answers of each question coded in the browser, codes by their numbers."""
    presses = n = 0
    for task in tasks:
        right, before = truth(task.question), Decision.objects.count()
        at_desk(page, address, task)
        by_keys = min(BY_KEYS, len(right) - 1)  # the last one ends the queue: over HTTP
        for _ in range(by_keys):
            key = key_of(page)
            keys = keys_for(page, right[key])
            press(page, *keys)
            presses, n = presses + len(keys), n + 1
            gone_on(page, key)
        saved(page, before + by_keys)
    print(f"{n} answers by keys, {presses / n:.2f} key presses each without suggestions")


def coded_in_bulk(user, tasks: list[Task]) -> None:
    """What is left, by the addresses that the page posts to: answers of the same codes together."""
    client = Client()
    client.force_login(user)
    for task in tasks:
        alike: dict[tuple[str, ...], list[str]] = {}
        for standing in book_of(task).all:
            if standing.status == "open":
                codes = tuple(truth(task.question)[standing.answer.id])
                alike.setdefault(codes, []).append(standing.answer.id)
        for codes, (key, *others) in alike.items():
            for start in range(0, max(len(others), 1), 50):
                also = [f"{other}:0" for other in others[start : start + 50]]
                posted = {"step": start // 50, "codes0": codes, "group": 1, "also": also}
                where = f"/coding/{task.pk}/at/{key}/"
                headers = {"Accept": "application/json"}
                done = client.post(where, posted | {"have": 9}, headers=headers)
                assert done.status_code == 200, done.content


def printed() -> dict[str, dict[str, int]]:
    """The shares that the 2024 report printed in figures 7, 8, 19 and annexes 1 to 4, by code."""
    found: dict[str, dict[str, int]] = {}
    with (STUDIES / "vpvkac" / "published_figures.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            place = (
                f"pielikums_{ANNEXES.index(row['variable']) + 1}"
                if (row["variable"] in ANNEXES)
                else str(FIGURES.get(row["variable"], ""))
            )
            if place and place in (row["section"], row["figure"]) and row["measure"] == "share":
                found.setdefault(row["variable"], {})[row["category"]] = int(row["value"])
    return found


def shares_in(page, place: str) -> dict[str, tuple[int, int]]:
    """Share and count of each row of a table of the built page, by the row's words."""
    read = page.evaluate(
        """place => [...document.querySelectorAll(place + ' tbody tr')].map(row => [
            row.querySelector('th').textContent, ...[...row.querySelectorAll('td')]
            .map(cell => cell.textContent)])""",
        place,
    )
    number = str.maketrans("", "", "\u00a0 %*")
    return {
        label: (int(share.translate(number)), int(count))
        for label, share, _, count in read
        if share.strip()
    }


def drawn_in(page, name: str) -> tuple[list[int], dict[str, int]]:
    """What a figure's bars say: all percents, and those beside words that fit into one line."""
    texts = page.evaluate(
        """name => [...document.querySelectorAll(`#fig-${name} .chart.wide svg text`)].map(
            text => [text.textContent, text.getBoundingClientRect()]).map(
            ([words, box]) => [words, Math.round(box.y + box.height / 2)])""",
        name,
    )
    percents = {y: int(words[:-1].strip()) for words, y in texts if words.endswith("%")}
    said = {words: percents[y] for words, y in texts if not words.endswith("%") and y in percents}
    return sorted(percents.values()), said


@pytest.mark.browser
def test_coded_at_the_desk_and_reported(row, address, organisation, folder, tmp_path, monkeypatch):
    """From texts on the site over the keyboard to the figures and annexes of the built report."""
    from ..browser import open_page

    anna = somebody("anna", organisation)
    tasks = list(Task.objects.select_related("study").order_by("pk"))
    with open_page() as page:
        logged_in(page, address, anna)
        coded_by_keys(page, address, tasks)
        with monkeypatch.context() as still:
            still.setattr(learning, "latest", lambda book: None)  # nobody reads suggestions here
            coded_in_bulk(anna, tasks)
        judge, first = somebody("vadis", organisation, Role.ANALYST), tasks[0]
        said = next(iter(book_of(first).answers))
        quoting.choose(first, said, judge, NOW)
        quoting.edit(first, said, 0, (), NOW, actor=judge, sensitive=False, release=True)
        out = tmp_path / "out"
        words = ["report", str(folder), "--wave", "field", "--out", str(out), "--formats", "html"]
        assert main([*words, "--lang", "lv"]) == 0
        page.goto(next(out.glob("vpvkac-lv.html")).as_uri())
        ours, problems = pieces(open_study(folder, "field"))
        assert not [item for item in problems if item.severity == "error"], problems[:3]
        expected = printed()
        assert set(expected) == {*FIGURES, *ANNEXES}
        for name, shares in expected.items():
            codes = ours.questionnaire.by_name[name].frame
            label = {code.label.get("lv"): code.name for code in (*codes.codes, *codes.nets)}
            if name in FIGURES:
                caption = page.inner_text(f"#fig-{name} figcaption .label")
                assert caption.split() == [f"{FIGURES[name]}.", "attēls."]
                told = shares_in(page, f".block:has(#fig-{name}) details")
                percents, said = drawn_in(page, name)
                assert percents == sorted(share for share, _ in told.values())
                assert len(said) > 5 and all(told[words][0] == one for words, one in said.items())
            else:
                table = "reasons_other" if name == "reasons_no_e_other" else name
                table = "info_other" if name == "info_wanted_other" else table
                heading = page.inner_text(f"#annex-{table}")
                assert heading.split()[:2] == [f"{ANNEXES.index(name) + 1}.", "pielikums."]
                told = shares_in(page, f"#tab-t_{table}")
            made = {label[words]: found for words, found in told.items() if words in label}
            asked = {code: share for code, share in shares.items() if codes.has(code)}
            assert {code: made[code][0] for code in asked} == asked, name
            by_hand = list(truth(name).values())
            for code, (_, count) in made.items():
                if codes.has(code):
                    assert count == sum(code in held for held in by_hand), (name, code)
    assert first.question in ours.quotes
    assert {one.question: one.by_person for one in ours.coded} == {
        name: len(truth(name)) for name in QUESTIONS
    }
