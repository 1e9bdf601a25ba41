"""The example site: robots through the site's own actions leave nothing that people could not."""

from __future__ import annotations

from django.db.models import Count
from django.test import Client

from atbalss_web.accounts.models import Role, User
from atbalss_web.cases.models import Attempt, Case, Visit
from atbalss_web.codingdesk.book import book_of
from atbalss_web.codingdesk.models import Task
from atbalss_web.rehearsed.make import make
from atbalss_web.runner.models import Interview

from .conftest import NOW, STUDIES


def test_a_site_in_the_middle_of_its_fieldwork(db):
    study = make(STUDIES / "vpvkac", NOW, cases=12, seed=2)
    assert study.is_invented and study.is_open
    assert Case.objects.count() == 12 == Visit.objects.filter(has_agreed=True).count()
    assert Attempt.objects.count() > 12 and not Attempt.objects.filter(ended__gt=NOW).exists()
    assert Interview.objects.filter(state="ended", code="1.1").count() >= 3
    assert not Case.objects.exclude(lease="").exists(), "nobody holds a case overnight"
    twice = (
        Attempt.objects.filter(code="1.1").values("case").annotate(n=Count("id")).filter(n__gt=1)
    )
    assert not twice.exists()
    for role in Role.values:
        assert User.objects.filter(memberships__role=role).exists()
    waiting = [book_of(row) for row in Task.objects.filter(study=study)]
    assert any(one.answers for one in waiting) and all(one.row.number == 1 for one in waiting)
    client = Client()
    client.force_login(User.objects.get(username="vaditajs"))
    assert client.get("/").status_code == 200
