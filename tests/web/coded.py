"""Open answers to code, for tests: the invented answers of the VPVKAC study as real interviews."""

from __future__ import annotations

import csv
from datetime import timedelta

from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Role, User
from atbalss_web.codingdesk.models import Task
from atbalss_web.runner.models import Interview

from .conftest import NOW, STUDIES
from .field import PASSWORD

WAVE = STUDIES / "vpvkac" / "waves" / "2024"


def rows(file: str) -> list[dict[str, str]]:
    with (WAVE / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def truth(question: str) -> dict[str, list[str]]:
    """What the study folder says of each answer, by interview key."""
    found: dict[str, list[str]] = {}
    for row in rows("codes.csv"):
        if row["question"] == question:
            found.setdefault(f"i{row['id']}", []).append(row["code"])
    return found


def answered(version, n: int | None = None, **changed: str) -> list[Interview]:
    """Finished interviews with the answers of the study folder; `changed` texts by question."""
    made = []
    for number, row in enumerate(rows("answers.csv")[:n]):
        answers = {name: text for name, text in row.items() if text and name != "id"} | changed
        began = NOW + timedelta(minutes=number)
        made.append(
            Interview(
                study=version.study,
                version=version,
                key=f"i{row['id']}",
                token=f"token-of-an-interview-{row['id']}",
                lang="lv",
                record={"answers": answers},
                state="ended",
                code="1.1",
                began=began,
                touched=began,
                ended=began + timedelta(minutes=9),
            )
        )
    Interview.objects.bulk_create(made)
    version.study.is_invented = True
    version.study.save()
    return made


def somebody(name: str, organisation, role: Role = Role.CODER) -> User:
    return add_person(name, PASSWORD, organisation, role, langs=("lv",), check=False)


def task_of(version, question: str) -> Task:
    from atbalss_web.codingdesk.framing import begin

    return begin(version.study, question, NOW, actor=None)
