"""Open answers to code, for tests: the invented answers of the VPVKAC study as real interviews."""

from __future__ import annotations

import csv
from datetime import timedelta
from functools import cache

from atbalss.coding.apply import rows as codes_of
from atbalss.folder import open_study
from atbalss.folder.coding import coding_of
from atbalss.folder.wave_answers import raw_answers
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
    for id, name, code in given():
        if name == question:
            found.setdefault(f"i{id}", []).append(code)
    return found


@cache
def given() -> list[tuple[str, str, str]]:
    """The codes that stand of the study folder's decisions: (id, question, code) rows."""
    folder = open_study(STUDIES / "vpvkac")
    table, _, _ = raw_answers(WAVE / "answers.csv", folder.questionnaire, "answers.csv")
    coding, _ = coding_of(folder, "2024", table)
    return [row for name in coding.tasks for row in codes_of(coding.standings(name))]


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
