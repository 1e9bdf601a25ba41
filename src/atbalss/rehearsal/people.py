"""From counts of types to persons: who gives which answers, so that answers go together.

Each person has a place on each trait (seeded normal); each type leans to traits by its codes. In a
block the persons who reach it, in the order of the trait that parts its types most, take the types
in the order of their leaning, with some chance. Marginals stay exact; people stay plausible.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean, pvariance

from atbalss.answers.record import Answer
from atbalss.rehearsal.patterns import Block, Frame, Pattern, Type, as_answer
from atbalss.rehearsal.targets import Leaning
from atbalss.study.bases import code_list
from atbalss.study.codes import Code
from atbalss.study.question import Kind, Question

CHANCE = 0.6  # standard deviation of chance beside a trait of standard deviation 1
MARK = {
    "lv": "atdarināta atbilde",
    "en": "invented answer",
    "ru": "вымышленный ответ",
}


@dataclass
class Person:
    """One invented respondent: answers as rules read them, and codes of open answers."""

    traits: dict[str, float]
    answers: dict[str, Answer]
    codes: dict[str, Pattern]


def persons(
    frame: Frame,
    blocks: Sequence[Block],
    counts: Sequence[Sequence[int]],
    leanings: Sequence[Leaning],
    n: int,
    seed: int,
) -> list[Person]:
    """`n` persons whose answers have exactly the counted types, routes kept."""
    rng = Random(seed)  # noqa: S311 - chance for plausible people, not for secrets
    traits = list(dict.fromkeys(item.trait for item in leanings))
    made = [
        Person({trait: rng.gauss(0, 1) for trait in traits}, dict(frame.constants), {})
        for _ in range(n)
    ]
    for i in _parents_first(blocks):
        block = blocks[i]
        reached = [p for p in made if block.rule is None or frame.holds(block.rule, p.answers)]
        cards = [
            item for item, count in zip(block.types, counts[i], strict=True) for _ in range(count)
        ]
        if len(cards) != len(reached):
            raise ValueError(f"{block.questions}: {len(cards)} types for {len(reached)} persons")
        _deal(frame, block, reached, cards, leanings, rng)
    return made


def _parents_first(blocks: Sequence[Block]) -> list[int]:
    done: list[int] = []
    known: set[str] = set()
    while len(done) < len(blocks):
        ready = [
            i for i, block in enumerate(blocks) if i not in done and known.issuperset(block.parents)
        ]
        if not ready:
            raise ValueError("routes in a circle")
        done.append(ready[0])
        known.update(blocks[ready[0]].questions)
    return done


def _deal(
    frame: Frame,
    block: Block,
    reached: list[Person],
    cards: list[Type],
    leanings: Sequence[Leaning],
    rng: Random,
) -> None:
    rng.shuffle(cards)
    order = list(range(len(reached)))
    rng.shuffle(order)
    trait, scores = _trait(frame, block, cards, leanings)
    if trait is not None:
        cards = [cards[i] for i in sorted(range(len(cards)), key=lambda i: scores[i])]
        drawn = {i: reached[i].traits[trait] + rng.gauss(0, CHANCE) for i in order}
        order.sort(key=lambda i: drawn[i])
    for i, card in zip(order, cards, strict=True):
        for name, pattern in zip(block.questions, card, strict=True):
            if pattern is None:
                continue
            question = frame.questionnaire.question(name)
            if question.kind is Kind.TEXT:
                reached[i].codes[name] = pattern
                reached[i].answers[name] = phrase(frame, question, pattern)
            else:
                reached[i].answers[name] = as_answer(question, pattern)


def _trait(
    frame: Frame, block: Block, cards: Sequence[Type], leanings: Sequence[Leaning]
) -> tuple[str | None, list[float]]:
    """The trait that parts the types most, and each type's leaning on it."""
    best: tuple[float, str | None, list[float]] = (0.0, None, [])
    for trait in dict.fromkeys(item.trait for item in leanings):
        weight = {
            (item.question, item.code): item.value for item in leanings if item.trait == trait
        }
        scores = [_score(frame, block, card, weight) for card in cards]
        spread = pvariance(scores) if len(scores) > 1 else 0.0
        if spread > best[0]:
            best = (spread, trait, scores)
    return best[1], best[2]


def _score(
    frame: Frame, block: Block, card: Type, weight: Mapping[tuple[str, str], float]
) -> float:
    total = 0.0
    for name, pattern in zip(block.questions, card, strict=True):
        question = frame.questionnaire.question(name)
        for code in pattern or ():
            total += weight.get((name, code), 0.0)
            if (name, "") in weight:
                total += weight[name, ""] * _centred(question, code)
    return total


def _centred(question: Question, name: str) -> float:
    codes = code_list(question)
    scored = [c for c in codes.codes if c.score is not None and not c.missing] if codes else []
    score = next((c.score for c in scored if c.name == name), None)
    if score is None:
        return 0.0
    return score - fmean(c.score for c in scored if c.score is not None)


def phrase(frame: Frame, question: Question, pattern: Pattern) -> str:
    """A short invented open answer out of the labels of its codes, marked as invented."""
    lang = frame.questionnaire.langs[0]
    codes = code_list(question)
    named: list[Code] = [codes.code(name) for name in pattern] if codes is not None else []
    words = "; ".join((code.short_label or code.label).get(lang) or code.name for code in named)
    return f"{words} ({MARK.get(lang, MARK['en'])})"
