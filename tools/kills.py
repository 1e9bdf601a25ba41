"""Kill the site and its database under load, and see that nothing acknowledged is lost.

usage: kills.py [--database postgresql|sqlite] [--server N] [--postgres N] [--users N] [--seed N]
       [--seconds N]: no kill comes after so many seconds
Respondents answer without think time while the whole server, one of its workers, or PostgreSQL
with all its processes is killed (SIGKILL) at random moments and comes back. In the end every
acknowledged answer must be in the database, none twice, and every interview begun must have ended.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

from site_rig import HERE, Postgres, Site, database  # noqa: E402

QUESTIONS = 20


def main() -> int:
    """1 if an answer was lost or taken twice, or an interview did not end."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--database", default="postgresql")
    asked.add_argument("--server", type=int, default=150)
    asked.add_argument("--postgres", type=int, default=50)
    asked.add_argument("--users", type=int, default=8)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--seconds", type=float, default=36_000)
    given = asked.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        Path(scratch).chmod(0o755)
        held = database(given.database, Path(scratch))
        site = Site(Path(scratch) / "site", held.url if held else "")
        site.start()
        try:
            return torment(site, held, given, chance)
        finally:
            site.kill()
            if held is not None:
                held.server.stop()


def torment(site: Site, held: Postgres | None, given, chance: random.Random) -> int:
    """Kill as often as asked while respondents answer; then judge."""
    kills = ["server", "worker"] * given.server
    kills = kills[: given.server] + ["postgres"] * (given.postgres if held else 0)
    chance.shuffle(kills)
    stop = site.folder / "stop"
    pool = site.ask("make", str(QUESTIONS), str(given.users + 5 * len(kills) + 20))
    plan = {"port": site.port, "interviews": pool, "users": given.users, "way": "script"}
    plan |= {"seconds": 120 + 20 * len(kills), "stubborn": True, "stop": str(stop)}
    (site.folder / "plan.json").write_text(json.dumps(plan))
    with (site.folder / "seen.json").open("wb") as seen:
        command = [sys.executable, str(HERE / "site_load.py"), str(site.folder / "plan.json")]
        crowd = subprocess.Popen(command, stdout=seen)
    until, done = time.monotonic() + given.seconds, []
    for what in kills:
        if time.monotonic() > until:
            break
        time.sleep(chance.uniform(0.2, 1.5))
        strike(site, held, what)
        done.append(what)
    time.sleep(1)
    stop.touch()
    crowd.wait()
    return judge(site, done, json.loads((site.folder / "seen.json").read_text()))


def strike(site: Site, held: Postgres | None, what: str) -> None:
    """One kill, and what an operator or a supervisor of services would do after it."""
    if what == "worker":
        site.kill_a_worker()
        return
    if what == "server":
        site.kill()
        site.start()
        return
    held.kill()
    held.start()


def judge(site: Site, kills: list[str], seen: dict) -> int:
    """Print what was seen; 1 if anything is lost, double or stuck."""
    acknowledged = seen["acknowledged"]
    lost, double = site.verdict(acknowledged)
    rows = site.look(list(acknowledged))
    stuck = [token for token, row in rows.items() if row["state"] != "ended"]
    answers = sum(map(len, acknowledged.values()))
    counts = {what: kills.count(what) for what in ("server", "worker", "postgres")}
    refused = dict(Counter(seen["errors"]))
    print(
        f"kills {counts}; {answers} answers acknowledged in {len(rows)} interviews, "
        f"{seen['breaks']} connections broken, pages refused: {refused}; "
        f"lost {lost}, double {double}, not ended {len(stuck)}"
    )
    failed = [words for words in refused if not words.endswith(" 503")]
    return 1 if lost or double or stuck or failed or not answers else 0


if __name__ == "__main__":
    raise SystemExit(main())
