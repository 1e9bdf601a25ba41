"""Meaning at the desk: read once a text, beside the coders, kept with it, never required."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from django.test import Client

from atbalss.coding import embed
from atbalss_web.accounts.models import Role
from atbalss_web.codingdesk import learning, meaning
from atbalss_web.codingdesk.book import book_of
from atbalss_web.codingdesk.machine import code_by_machine
from atbalss_web.codingdesk.models import Decision, Task, Vector
from atbalss_web.runner.models import Interview

from .coded import answered, somebody, task_of, truth
from .conftest import NOW

WHERE = "/coding/{}/quality/"


class Model:
    """In place of the language model: counts what it reads, and waits where it is told to."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.may = threading.Event()
        self.may.set()

    def query(self, texts: list[str]) -> np.ndarray:
        self.may.wait(120)
        self.read += texts
        made = [np.bincount([ord(mark) % 384 for mark in one], minlength=384) for one in texts]
        rows = np.array(made, dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def model(monkeypatch) -> Model:
    made = Model()
    monkeypatch.setattr(embed, "_model", lambda: made)
    monkeypatch.setattr(embed, "is_there", lambda: True)
    monkeypatch.setattr("atbalss_web.codingdesk.quality_views.is_there", lambda: True)
    monkeypatch.setattr("atbalss_web.codingdesk.machine.is_there", lambda: True)
    monkeypatch.setattr(meaning, "_ASIDE", {})
    return made


@pytest.fixture
def row(version) -> Task:
    answered(version, 24)
    return task_of(version, "positives")


@pytest.fixture
def judge(row, organisation) -> Client:
    client = Client()
    client.force_login(somebody("vadis", organisation, Role.ANALYST))
    return client


def asked_for(judge: Client, row: Task, *, by_meaning: bool, threshold: str = "") -> Task:
    posted = {"share": "10", "threshold": threshold} | ({"by_meaning": "on"} if by_meaning else {})
    assert judge.post(f"{WHERE.format(row.pk)}set/", posted).status_code == 303
    return Task.objects.select_related("study").get(pk=row.pk)


def learned(row: Task) -> learning.Learned:
    learning.latest(book_of(row))
    learning.wait(60)
    made = learning.latest(book_of(row))
    assert made is not None
    return made


def test_each_text_is_read_once_and_nobody_waits(judge, row, model):
    assert 'name="by_meaning"' in judge.get(WHERE.format(row.pk)).content.decode()
    assert learned(row).name == "light" and not model.read
    row = asked_for(judge, row, by_meaning=True)
    keys = list(book_of(row).answers)
    Interview.objects.filter(key__in=keys[:2]).update(
        record={"answers": {"positives": "Viens un tas pats"}}, touched=NOW.replace(year=2027)
    )
    model.may.clear()  # the model reads, and reads
    assert judge.get(f"/coding/{row.pk}/at/{keys[5]}/").status_code == 200
    assert learned_light(row), "until then words help"
    assert not Vector.objects.exists()
    model.may.set()
    learning.wait(60)
    assert learned(row).name == "light+e5-small"
    assert model.read.count("Viens un tas pats") == 1
    assert Vector.objects.filter(task=row).count() == len(book_of(row).answers)
    n = len(model.read)
    meaning._ASIDE.clear()
    learning.forget()  # the site began anew: of answers nothing is read again
    assert learned(row).name == "light+e5-small"
    again = model.read[n:]
    assert again and not {one.text for one in book_of(row).answers.values()} & set(again)
    Interview.objects.filter(key=keys[3]).delete()
    assert not Vector.objects.filter(interview_id=keys[3]).exists(), "it goes with the answer"


def learned_light(row: Task) -> bool:
    for _ in range(2000):
        held = learning.latest(book_of(row))
        if held is not None and held.suggestions and held.by_meaning:
            return held.name == "light"
        threading.Event().wait(0.02)
    return False


def test_the_machine_reads_meaning_only_where_nobody_waits(judge, row, model):
    for key, codes in list(truth("positives").items())[:12]:
        html = judge.get(f"/coding/{row.pk}/at/{key}/").content.decode()
        from .test_coding import fields

        judge.post(f"/coding/{row.pk}/at/{key}/", fields(html) | {"codes0": codes})
    learning.wait(60)
    row = asked_for(judge, row, by_meaning=True, threshold="50")
    learned(row)
    n = len(model.read)
    assert code_by_machine(row, NOW, actor=row.frames.first().by or _anybody())
    assert {one.who for one in Decision.objects.filter(by=None)} == {"machine:light+e5-small"}
    assert len(model.read) == n


def _anybody():
    from atbalss_web.accounts.models import User

    return User.objects.first()


def test_without_the_model_words_remain(judge, row, monkeypatch):
    def missing():
        raise embed.Refused([embed.problem("coding-no-embeddings", why="no such file")])

    monkeypatch.setattr("atbalss_web.codingdesk.quality_views.is_there", lambda: True)
    monkeypatch.setattr(embed, "is_there", lambda: True)
    monkeypatch.setattr(embed, "_model", missing)
    row = asked_for(judge, row, by_meaning=True)
    made = learned(row)
    assert made.name == "light" and made.suggestions and made.groups
    monkeypatch.setattr("atbalss_web.codingdesk.quality_views.is_there", lambda: False)
    assert 'name="by_meaning"' not in judge.get(WHERE.format(row.pk)).content.decode()
    assert not asked_for(judge, row, by_meaning=True).by_meaning
