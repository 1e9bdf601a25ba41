"""The interview under load: pages a second, waiting times, processor time a page by process.

usage: python bench/site.py [--databases postgresql,sqlite] [--users 1,20,100] [--sizes 20,200]
       [--seconds 15] [--ways script,form] [--who link,interviewer] [--workers 2]
A page is an answer posted and the next page received. `script`: the post is answered by the next
page, as interview.js asks for it; `form`: by 303 and another request, as without scripts. `link`
is a respondent, `interviewer` one who is logged in and holds the case; his pages are forms. The
generator is a process of its own on the same cores. Foreign is the share of the cores that other
programs took meanwhile. Afterwards every acknowledged answer is looked up in the database.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from site_rig import HERE, Site, database, machine_busy, pace, seconds_used

HEAD = (
    "| database | form | who | way | at once | pages/s | p50 ms | p95 ms | first page p95 ms"
    " | server | database | generator | foreign | loop ms | errors | lost | double |"
)


def main() -> int:
    """Every case asked for; 1 if an answer was lost or doubled or a page failed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--databases", default="postgresql,sqlite")
    asked.add_argument("--users", default="1,20,100")
    asked.add_argument("--sizes", default="20,200")
    asked.add_argument("--ways", default="script,form")
    asked.add_argument("--who", default="link")
    asked.add_argument("--seconds", type=float, default=15)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--arrive", type=float, default=10, help="seconds in which 100 come at once")
    given = asked.parse_args()
    bad = 0
    print(HEAD + "\n" + "| --- " * HEAD.count(" |") + "|", flush=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        Path(scratch).chmod(0o755)
        for kind in given.databases.split(","):
            folder = Path(scratch) / kind
            folder.mkdir()
            held = database(kind, folder)
            if held is not None and set(held.settings().values()) != {"on"}:
                raise SystemExit(f"commits are not durable: {held.settings()}")
            site = Site(folder / "site", held.url if held else "", given.workers)
            site.start()
            try:
                for size in map(int, given.sizes.split(",")):
                    for who, way in ways(given):
                        for users in map(int, given.users.split(",")):
                            bad += case(site, held, kind, size, who, way, users, given)
            finally:
                site.stop()
                if held is not None:
                    held.server.stop()
    return 1 if bad else 0


def ways(given) -> list[tuple[str, str]]:
    """(who, way) of each case: what an interviewer posts is a form."""
    found = []
    for who in given.who.split(","):
        found += [(who, way) for way in given.ways.split(",")] if who == "link" else [(who, "form")]
    return found


def case(site, held, kind: str, size: int, who: str, way: str, users: int, given) -> int:
    """One row of the table; the number of faults."""
    expected = min(1000, 60 * users + 40) * given.seconds  # pages at most, a bold guess
    more = ["by-telephone"] if who == "interviewer" else []
    pool = site.ask("make", str(size), str(int(expected / size) + users), *more)
    plan = {"port": site.port, "interviews": pool, "users": users, "way": way}
    load(site, plan | {"interviews": pool[:1], "users": 1, "seconds": 2})  # warm
    plan |= {"interviews": pool[1:], "seconds": given.seconds}
    plan["ramp"] = given.arrive if users >= 100 else 0.0
    plan["seconds"] += plan["ramp"]
    before = _clocks(site, held)
    slow = [pace()]
    seen = load(site, plan)
    slow.append(pace())
    server, base, busy, wall = (b - a for a, b in zip(before, _clocks(site, held), strict=True))
    pages = len(seen["pages"]) or 1
    foreign = max(busy - server - base - seen["cpu"] - sum(slow), 0) / wall / psutil.cpu_count()
    lost, double = site.verdict(seen["acknowledged"])
    row = [
        kind, f"{size} questions", who, way, users,
        f"{pages / seen['seconds']:.0f}",
        f"{statistics.median(seen['pages']):.1f}", f"{share(seen['pages'], 0.95):.1f}",
        f"{share(seen['firsts'], 0.95):.0f}",
        f"{1000 * server / pages:.2f} ms", f"{1000 * base / pages:.2f} ms",
        f"{1000 * seen['cpu'] / pages:.2f} ms", f"{100 * foreign:.0f} %",
        f"{1000 * statistics.mean(slow):.0f}", len(seen["errors"]), lost, double,
    ]  # fmt: skip
    print("| " + " | ".join(map(str, row)) + " |", flush=True)
    for words in seen["errors"][:5]:
        print("   ", words, file=sys.stderr)
    return len(seen["errors"]) + lost + double


def _clocks(site, held) -> tuple[float, ...]:
    """Processor seconds so far of server, database and the whole machine; and the wall's."""
    base = seconds_used(held.pid) if held is not None else 0.0
    return seconds_used(site.process.pid), base, machine_busy(), time.monotonic()


def load(site: Site, plan: dict) -> dict:
    """What the generator saw."""
    file = site.folder / "plan.json"
    file.write_text(json.dumps(plan))
    command = [sys.executable, str(HERE / "site_load.py"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def share(values: list[float], part: float) -> float:
    """The quantile of values; NaN if there are none."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)]


if __name__ == "__main__":
    raise SystemExit(main())
