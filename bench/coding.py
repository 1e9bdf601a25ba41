"""How good suggestions of codes are, how fast, and what they save: on invented open answers.

usage: python bench/coding.py [--embeddings] [--keys | --keys-only] [--questions positives ...]
Needs the extra coding (and embeddings). The answers are tests/reference/open_answers.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
import shelve
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from atbalss.coding.suggest import Suggestion, Taught, learn
from atbalss.coding.task import Task, task
from atbalss.folder import open_study

ROOT = Path(__file__).parent.parent
ANSWERS = ROOT / "tests" / "reference" / "open_answers" / "answers.csv"
STEPS = (50, 100, 200)
GREAT = ("positives", "improvements", "facilitators")
SHOWN = 5  # suggestions that have a digit on the desk
RELEARN = 10  # decisions after which the desk's next suggester is ready


def answers(question: str) -> dict[str, list[Taught]]:
    """Answers by half, in an order that is always the same."""
    halves: dict[str, list[Taught]] = {"learn": [], "held": []}
    with ANSWERS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["question"] == question:
                halves[row["half"]].append(Taught(row["text"], tuple(row["codes"].split())))
    for held in halves.values():
        random.Random(7).shuffle(held)
    return halves


def marks(machine: object, asked: Sequence[Taught]) -> tuple[float, float, float]:
    """Shares of answers: the surest is right; a right one in three; all its codes in five."""
    told = machine.suggest([one.text for one in asked], SHOWN)
    first = three = every = 0
    for one, found in zip(asked, told, strict=True):
        names = [item.code for item in found]
        first += names[0] in one.codes
        three += any(code in names[:3] for code in one.codes)
        every += set(one.codes) <= set(names)
    return first / len(asked), three / len(asked), every / len(asked)


def reliability(machine: object, asked: Sequence[Taught]) -> list[tuple[float, float, int]]:
    """In fifths of confidence, of the three surest suggestions of each answer: what was said, what
    came true, how many.
    """
    bands: dict[int, list[tuple[float, bool]]] = {}
    for one, found in zip(asked, machine.suggest([a.text for a in asked], 3), strict=True):
        for item in found:
            band = bands.setdefault(min(4, int(item.confidence * 5)), [])
            band.append((item.confidence, item.code in one.codes))
    return [
        (sum(c for c, _ in held) / len(held), sum(r for _, r in held) / len(held), len(held))
        for _, held in sorted(bands.items())
    ]


def typed(held: Task, code: str) -> int:
    """Keys to find a code by typing: letters till it is the first that fits, and Enter."""
    texts = {name: (one.label.get("lv") or name).lower() for name, one in held.choices.items()}
    wanted = texts[code]
    for size in range(1, len(wanted) + 1):
        fits = [
            n
            for n, text in texts.items()
            if any(w.startswith(wanted[:size]) for w in (text, *text.split()))
        ]
        if fits and fits[0] == code:
            return size + 1
    return len(wanted) + 1


def numbers(held: Task, codes: Sequence[str]) -> int:
    """Keys for these codes by their numbers: digits, and a blank where the next would go on."""
    place = {name: str(at) for at, name in enumerate(held.choices, start=1)}
    most, found = len(place), [place[code] for code in codes]
    blanks = sum(
        len(one) < len(str(most)) and int(one + after[0]) <= most
        for one, after in itertools.pairwise(found)
    )
    return sum(map(len, found)) + blanks


def taken(held: Task, found: Sequence[Suggestion]) -> set[str]:
    """The codes that Enter alone takes at the desk: as coding.js has it."""
    sure = [
        one.code
        for at, one in enumerate(found)
        if one.confidence >= 0.5 or (at == 0 and one.confidence >= 0.3)
    ]
    alone = next((code for code in sure if held.is_exclusive(code)), None)
    if alone is None:
        return set(sure)
    return {alone} if sure[0] == alone else {c for c in sure if not held.is_exclusive(c)}


def keys(
    held: Task, asked: Sequence[Taught], embedder: object | None, helped: bool
) -> tuple[int, int]:
    """Key presses for these answers in this order, codes by typing and by number (the model:
    docs/coding.md).
    """
    machine = learn(held, [], embedder)
    by_words = by_numbers = 0
    for at, one in enumerate(asked):
        if helped and at % RELEARN == 0:
            machine = learn(held, asked[:at], embedder)
        found = machine.suggest([one.text], SHOWN)[0] if helped else ()
        offered = [s.code for s in found]
        by_words += sum(1 if code in offered else typed(held, code) for code in one.codes) + 1
        is_taken = helped and taken(held, found) == set(one.codes)
        by_numbers += 1 if is_taken else numbers(held, one.codes) + 1
    return by_words, by_numbers


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--embeddings", action="store_true")
    parser.add_argument("--questions", nargs="*", default=list(GREAT))
    parser.add_argument("--keys", action="store_true")
    parser.add_argument("--keys-only", action="store_true")
    words = parser.parse_args()
    folder = open_study(ROOT / "studies" / "vpvkac")
    embedder = None
    if words.embeddings:
        from atbalss.coding.embed import E5

        kept = Path(tempfile.gettempdir()) / "atbalss-vectors"
        embedder = E5(shelve.open(str(kept)))  # noqa: SIM115 - closed with the program
    print("question, lessons, suggester | held back: top-1 top-3 all-in-5 | own half: top-1 top-3")
    for question in words.questions if not words.keys_only else ():
        held = task(folder.questionnaire, question)
        halves = answers(question)
        for step in STEPS:
            machine = learn(held, halves["learn"][:step], embedder)
            new = marks(machine, halves["held"])
            rest = halves["learn"][step:]
            own = marks(machine, rest) if len(rest) > 20 else (float("nan"),) * 3
            print(
                f"{question:16} {step:4} {machine.name:16}",
                *(f"{v:6.1%}" for v in (*new, *own[:2])),
            )
            for name, asked in (("held back", halves["held"]), ("own half", rest)):
                if len(asked) > 20:
                    told = reliability(machine, asked)
                    print(
                        f"   {name}: confidence said / came true / how many:",
                        *(f"{a:.2f}/{b:.2f}/{n}" for a, b, n in told),
                    )
    if not words.keys_only:
        speed(folder, embedder)
    if words.keys or words.keys_only:
        held = task(folder.questionnaire, "positives")
        halves = answers("positives")
        queue = (halves["learn"] + halves["held"])[:500]
        mixed = queue[:]
        random.Random(1).shuffle(mixed)
        for name, order in (("wordings change half-way", queue), ("mixed", mixed)):
            without, helped = (keys(held, order, embedder, on) for on in (False, True))
            for way, plain, less in zip(("typing", "number"), without, helped, strict=True):
                print(f"{len(order)} answers, {name}, by {way}: {plain} keys, suggested {less}")


def speed(folder: object, embedder: object | None) -> None:
    """Seconds of processor: learning, 1000 suggestions, and 1000 texts never met by the model."""
    held = task(folder.questionnaire, "positives")
    every = [one for half in answers("positives").values() for one in half]
    texts = [one.text for one in every * 2][:1000]
    for size in (200, 2000):
        lessons = [one for _ in range(4) for one in every][:size]
        start = time.process_time()
        machine = learn(held, lessons, embedder)
        learned = time.process_time() - start
        start = time.process_time()
        machine.suggest(texts)
        took = time.process_time() - start
        print(f"{machine.name}: {len(lessons)} lessons {learned:.2f} s, 1000 answers {took:.2f} s")
    if embedder is not None:
        new = [f"{text} {at}" for at, text in enumerate(texts)]
        wall, start = time.perf_counter(), time.process_time()
        type(embedder)().vectors(new)
        wall, took = time.perf_counter() - wall, time.process_time() - start
        print(f"1000 new texts by {embedder.name}: {wall:.1f} s, {took:.1f} s of processor")


if __name__ == "__main__":
    main()
