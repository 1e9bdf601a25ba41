"""Makes the invented answers of the study: two waves, the same file every time (seeded).

Usage: python make_answers.py [FOLDER]. Each answer is dealt in stated numbers, to persons in the
order of a made-up mood, so that the marginals are exact and answers hang together.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random

# for each wave: persons, then how many give each answer
WAVES: dict[str, dict[str, dict[str, int]]] = {
    "2025": {
        "contacted": {"yes": 255, "no": 155, "refused": 2},
        "channels": {
            "in_person": 117, "phone": 98, "email": 46, "portal": 52, "other": 4, "dont_know": 2,
        },
        "politeness": {"5": 158, "4": 85, "3": 8, "2": 2, "1": 1, "dont_know": 1},
        "clarity": {"5": 96, "4": 94, "3": 42, "2": 14, "1": 6, "dont_know": 3},
        "speed": {"5": 70, "4": 86, "3": 57, "2": 27, "1": 12, "dont_know": 3},
        "solved": {"fully": 158, "partly": 60, "not": 34, "dont_know": 3},
        "info": {
            "newspaper": 240, "social": 168, "website": 95, "people": 131, "board": 38,
            "other": 7, "none": 14,
        },
        "roads": {"5": 28, "4": 86, "3": 126, "2": 108, "1": 58, "dont_know": 6},
        "improve": {
            "roads": 170, "doctors": 78, "transport": 61, "jobs": 49, "schools": 30, "lighting": 22,
            "sport": 17, "dogs": 2, "ferry": 1, "nothing": 34,
        },
        "d_sex": {"female": 224, "male": 188},
        "d_age": {"a18_34": 84, "a35_54": 138, "a55_74": 136, "a75": 54},
        "d_place": {"town": 196, "village": 124, "farm": 92},
    },
    "2026": {
        "contacted": {"yes": 252, "no": 135, "refused": 1},
        "channels": {
            "in_person": 94, "phone": 90, "email": 49, "portal": 92, "other": 3, "dont_know": 1,
        },
        "politeness": {"5": 166, "4": 76, "3": 7, "2": 2, "1": 0, "dont_know": 1},
        "clarity": {"5": 103, "4": 91, "3": 38, "2": 13, "1": 5, "dont_know": 2},
        "speed": {"5": 96, "4": 84, "3": 45, "2": 18, "1": 7, "dont_know": 2},
        "solved": {"fully": 164, "partly": 54, "not": 31, "dont_know": 3},
        "info": {
            "newspaper": 194, "social": 207, "website": 101, "people": 118, "board": 33,
            "other": 5, "none": 11,
        },
        "roads": {"5": 33, "4": 99, "3": 117, "2": 92, "1": 42, "dont_know": 5},
        "improve": {
            "roads": 133, "doctors": 84, "transport": 63, "jobs": 41, "schools": 27, "lighting": 19,
            "sport": 18, "dogs": 1, "ferry": 2, "nothing": 37,
        },
        "d_sex": {"female": 209, "male": 179},
        "d_age": {"a18_34": 76, "a35_54": 131, "a55_74": 131, "a75": 50},
        "d_place": {"town": 185, "village": 118, "farm": 85},
    },
}  # fmt: skip
SEEDS = {"2025": 20250908, "2026": 20260907}
GRID = ("politeness", "clarity", "speed")
OF_CONTACTED = ("channels", *GRID, "solved")
MULTIPLE = ("channels", "info", "improve")
EXCLUSIVE = ("nothing", "none", "dont_know")
COLUMNS = [
    "id", "contacted", "channels", *GRID, "solved", "info", "roads", "improve",
    "d_sex", "d_age", "d_place",
]  # fmt: skip
WORDS = {
    "roads": "ceļi", "doctors": "ārsti", "transport": "autobusi", "jobs": "darbs",
    "schools": "skolas", "lighting": "apgaismojums", "sport": "sports", "dogs": "suņi",
    "ferry": "laivu piestātne", "nothing": "neko",
}  # fmt: skip


def deal(moods: list[float], numbers: Mapping[str, int], chance: Random, noise: float) -> list[str]:
    """One code for each person: in the stated numbers, the first codes to the best moods."""
    codes = [code for code, n in numbers.items() for _ in range(n)]
    if len(codes) != len(moods):
        raise ValueError(f"{len(codes)} answers for {len(moods)} persons")
    order = sorted(range(len(moods)), key=lambda i: -moods[i] - noise * chance.gauss(0, 1))
    dealt = [""] * len(moods)
    for i, code in zip(order, codes, strict=True):
        dealt[i] = code
    return dealt


def deal_several(n: int, numbers: Mapping[str, int], chance: Random) -> list[list[str]]:
    """A set of codes for each of `n` persons: each code to the stated number of them.

    Exclusive codes first, to persons who get nothing else; everybody gets at least one code.
    """
    free = chance.sample(range(n), n)
    dealt: list[list[str]] = [[] for _ in range(n)]
    for code in [code for code in numbers if code in EXCLUSIVE]:
        for _ in range(numbers[code]):
            dealt[free.pop()].append(code)
    tokens = [
        code for code, count in numbers.items() if code not in EXCLUSIVE for _ in range(count)
    ]
    chance.shuffle(tokens)
    for i, code in zip(free, tokens, strict=False):
        dealt[i].append(code)
    for code in tokens[len(free) :]:
        dealt[chance.choice([i for i in free if code not in dealt[i]])].append(code)
    return [sorted(codes, key=list(numbers).index) for codes in dealt]


def wave(name: str) -> tuple[list[dict[str, str]], list[tuple[str, str, str]]]:
    """The rows of answers.csv and of codes.csv of one wave."""
    chance, numbers = Random(SEEDS[name]), WAVES[name]
    n = sum(numbers["d_sex"].values())
    rows = [{"id": f"p{name[2:]}-{i + 1:03d}"} for i in range(n)]
    codes: list[tuple[str, str, str]] = []
    moods = [chance.gauss(0, 1) for _ in rows]
    for question in COLUMNS[1:]:
        who = [
            i for i in range(n) if question not in OF_CONTACTED or rows[i].get("contacted") == "yes"
        ]
        if question in MULTIPLE:
            for i, found in zip(
                who, deal_several(len(who), numbers[question], chance), strict=True
            ):
                if question == "improve":
                    rows[i][question] = ", ".join(WORDS[code] for code in found)
                    codes += [(rows[i]["id"], question, code) for code in found]
                else:
                    rows[i][question] = " ".join(found)
            continue
        noise = 0.8 if question in (*GRID, "solved") else 1.5 if question == "roads" else 50.0
        dealt = deal([moods[i] for i in who], numbers[question], chance, noise)
        for i, code in zip(who, dealt, strict=True):
            rows[i][question] = code
    return rows, codes


def main(folder: Path) -> None:
    """Writes answers.csv and codes.csv of both waves."""
    for name in WAVES:
        rows, codes = wave(name)
        into = folder / "waves" / name
        into.mkdir(parents=True, exist_ok=True)
        with (into / "answers.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        with (into / "codes.csv").open("w", encoding="utf-8", newline="") as file:
            plain = csv.writer(file, lineterminator="\n")
            plain.writerow(("id", "question", "code"))
            plain.writerows(codes)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
