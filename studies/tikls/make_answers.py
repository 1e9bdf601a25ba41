"""Makes the invented answers of the study: the same file every time (seeded).

Usage: python make_answers.py [FOLDER]. What truly differs stands in the constants below, so that
tests can check that the report finds it and nothing else: seven groups have tried e-services less,
two centres solve less or more at once than the others, one month was slow. The other centres and
months differ by chance alone.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from math import exp
from pathlib import Path
from random import Random

SEED = 20261001
FIRST, DAYS = date(2025, 10, 1), 365
SIZES = {
    "avotkrasti": 148, "bebrukrogs": 121, "cielavas": 104, "dizozoli": 96, "ezerlici": 88,
    "gaujmali": 80, "ievusala": 74, "jaunstrauti": 69, "klavuseta": 63, "kaijkrasts": 62,
    "lakstigalas": 54, "mezrozes": 50, "narukalns": 47, "osulauki": 43, "piladzi": 40,
    "rasas": 37, "saulgriezi": 34, "silpurenes": 32, "salkas": 29, "taurini": 27,
    "upeskrasti": 25, "vejdzirnavas": 23, "vizbuli": 21, "zvanini": 19, "zagatas": 18,
    "abelites": 16, "erglukalns": 15, "ciekurnieki": 14, "dzeguzes": 13, "libusala": 12,
    "magonites": 11, "papardes": 10, "riti": 9, "strautmali": 9, "virsulauki": 9, "ziedoni": 8,
}  # fmt: skip
SOLVED = 0.80  # everywhere
SOLVED_AT = {"dizozoli": 0.55, "ievusala": 0.97}  # but here
SLOW_MONTH, SLOWER = "2026-03", 1.3  # one month's rating of speed is lower by so much

# log odds of not having tried e-services, beside -1.15 for everybody
LESS_TRIED: Mapping[str, Mapping[str, float]] = {
    "d_sex": {"male": 0.5},
    "d_age": {"a55_74": 0.7, "a75": 1.0},
    "d_work": {"no": 0.45},
    "d_children": {"no": 0.4},
    "d_lang": {"ru": 0.65},
    "d_income": {"low": 0.6},
    "d_place": {"large": 0.5},
}
PEOPLE: Mapping[str, Mapping[str, float]] = {
    "d_sex": {"female": 0.58, "male": 0.42},
    "d_age": {"a16_34": 0.22, "a35_54": 0.37, "a55_74": 0.31, "a75": 0.10},
    "d_lang": {"lv": 0.68, "ru": 0.30, "other": 0.02},
    "d_income": {"low": 0.30, "middle": 0.40, "high": 0.18, "refused": 0.12},
    "d_place": {"large": 0.35, "small": 0.33, "rural": 0.32},
}
WORKS = {"a16_34": 0.75, "a35_54": 0.85, "a55_74": 0.60, "a75": 0.10}
CHILDREN = {"a16_34": 0.40, "a35_54": 0.60, "a55_74": 0.12, "a75": 0.02}
GRID = {"staff": 9.2, "speed": 8.4, "rooms": 8.7}
COLUMNS = [
    "id", "visit_date", "centre", "tried", "solved", *GRID,
    "d_sex", "d_age", "d_work", "d_children", "d_lang", "d_income", "d_place",
]  # fmt: skip


def drawn(chance: Random, shares: Mapping[str, float]) -> str:
    """One code, each as likely as its share."""
    return chance.choices(list(shares), list(shares.values()))[0]


def person(chance: Random) -> dict[str, str]:
    """The demographics of one client; work and children go by age."""
    found = {name: drawn(chance, shares) for name, shares in PEOPLE.items()}
    found["d_work"] = "yes" if chance.random() < WORKS[found["d_age"]] else "no"
    found["d_children"] = "yes" if chance.random() < CHILDREN[found["d_age"]] else "no"
    return found


def tried(chance: Random, who: Mapping[str, str]) -> str:
    """Whether somebody has tried e-services."""
    odds = -1.15 + sum(terms.get(who[name], 0.0) for name, terms in LESS_TRIED.items())
    if chance.random() < 0.01:
        return "dont_know"
    return "no" if chance.random() < 1 / (1 + exp(-odds)) else "yes"


def score(chance: Random, mean: float) -> str:
    """A rating from 1 to 10 around a mean; one in fifty finds it hard to say."""
    if chance.random() < 0.02:
        return "dont_know"
    return str(min(10, max(1, round(chance.gauss(mean, 1.5)))))


def rows() -> list[dict[str, str]]:
    """All rows of answers.csv, in the order of the visits."""
    chance = Random(SEED)
    centres = [name for name, size in SIZES.items() for _ in range(size)]
    chance.shuffle(centres)
    days = sorted(chance.randrange(DAYS) for _ in centres)
    found = []
    for i, (centre, day) in enumerate(zip(centres, days, strict=True), 1):
        who = person(chance)
        when = (FIRST + timedelta(days=day)).isoformat()
        row = {"id": f"t{i:04d}", "visit_date": when, "centre": centre, **who}
        row["tried"] = tried(chance, who)
        row["solved"] = "yes" if chance.random() < SOLVED_AT.get(centre, SOLVED) else "no"
        for name, mean in GRID.items():
            slower = SLOWER if name == "speed" and when.startswith(SLOW_MONTH) else 0.0
            row[name] = score(chance, mean - slower)
        found.append(row)
    return found


def main(folder: Path) -> None:
    """Writes the answers of the one wave."""
    into = folder / "waves" / "2026"
    into.mkdir(parents=True, exist_ok=True)
    with (into / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
