"""Answers worth trying: boundaries and constants out of the rules that speak of a question."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Answer, as_text, number_text
from atbalss.interview.page import Shown
from atbalss.rehearsal.regexes import sample
from atbalss.study.question import NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Call, Literal, Rule, references, walk

_WORDS = ("viss bija labi", "nekas", "Paldies!", "jā", "ļoti laipna apkalpošana", "12345678")
_PATTERN_TRIES = 8


@dataclass(frozen=True, slots=True)
class Clues:
    """What the rules say of one question: numbers, texts and patterns in them, names beside it."""

    numbers: tuple[float, ...] = ()
    texts: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def clues_of(questionnaire: Questionnaire) -> dict[str, Clues]:
    """Clues for each question, from its own checks and from every rule that refers to it."""
    about: dict[str, list[Rule]] = {question.name: [] for question in questionnaire.questions}
    for question in questionnaire.questions:
        for rule in (question.constraint, question.soft_constraint):
            if rule is not None:
                about[question.name].append(rule)
        for rule in _rules(question):
            for name in references(rule):
                if name in about:
                    about[name].append(rule)
    return {name: _clues(rules) for name, rules in about.items()}


def tries(
    question: Question,
    shown: Shown,
    clues: Clues,
    visible: Mapping[str, Answer],
    context: Context,
    rng: random.Random,
) -> Iterator[str | list[str]]:
    """Raw answers to try, without end: likely ones first, then chance."""
    if question.kind is Kind.SINGLE:
        yield from _singles(shown, rng)
    elif question.kind is Kind.MULTIPLE:
        yield from _multiples(shown, clues, rng)
    elif question.kind in NUMBER_KINDS:
        yield from _numbers(question, clues, visible, rng)
    elif question.kind in (Kind.DATE, Kind.DATETIME):
        yield from _dates(question, clues, visible, context, rng)
    elif question.kind is Kind.TIME:
        yield from _times(clues, rng)
    elif question.kind is Kind.TEXT:
        yield from _texts(clues, rng)
    else:
        while True:
            yield "OK"


def _rules(question: Question) -> Iterator[Rule]:
    for rule in (
        question.asked_of,
        question.constraint,
        question.soft_constraint,
        question.calculation,
        question.choice_filter,
        question.required,
    ):
        if rule is not None:
            yield rule


def _clues(rules: list[Rule]) -> Clues:
    numbers: dict[float, None] = {}
    texts: dict[str, None] = {}
    patterns: dict[str, None] = {}
    names: dict[str, None] = {}
    for rule in rules:
        names.update(dict.fromkeys(references(rule)))
        for node in walk(rule):
            if isinstance(node, Call) and node.name == "regex":
                pattern = node.args[1]
                if isinstance(pattern, Literal):
                    patterns[str(pattern.value)] = None
            if isinstance(node, Literal) and isinstance(node.value, str):
                texts[node.value] = None
            elif isinstance(node, Literal):
                numbers[float(node.value)] = None
    return Clues(tuple(numbers), tuple(texts), tuple(patterns), tuple(names))


def _singles(shown: Shown, rng: random.Random) -> Iterator[str]:
    codes = [option.code for option in shown.options]
    while codes:
        rng.shuffle(codes)
        yield from codes


def _multiples(shown: Shown, clues: Clues, rng: random.Random) -> Iterator[list[str]]:
    alone = [option.code for option in shown.options if option.alone]
    others = [option.code for option in shown.options if not option.alone]
    limits = [int(limit) for limit in clues.numbers if 1 <= limit <= len(others)]
    while alone or others:
        if alone and (not others or rng.random() < 0.15):
            yield [rng.choice(alone)]
            continue
        likely = min(len(others), 1 + int(rng.expovariate(0.8)))
        size = rng.choice([likely, likely, likely, rng.randint(1, len(others)), *limits])
        yield rng.sample(others, size)


def _numbers(
    question: Question, clues: Clues, visible: Mapping[str, Answer], rng: random.Random
) -> Iterator[str]:
    if question.bounds is not None and question.bounds.step:
        bounds = question.bounds
        steps = int(abs(bounds.end - bounds.start) / abs(bounds.step) + 1e-9)
        direction = abs(bounds.step) if bounds.end >= bounds.start else -abs(bounds.step)
        ends = [0, steps]
        while True:
            step = rng.choice(ends) if rng.random() < 0.1 else rng.randint(0, steps)
            yield number_text(round(float(bounds.start + step * direction), 9))
    marks = [*clues.numbers, *_known_numbers(clues, visible)]
    nudges = [0.0, 1.0, -1.0] + ([0.1, -0.1, 0.5] if question.kind is Kind.DECIMAL else [])
    low = min(marks, default=0.0)
    high = max([*marks, low + 10])
    while True:
        kind = rng.random()
        if marks and kind < 0.4:
            value = rng.choice(marks) + rng.choice(nudges)
        elif kind < 0.8:
            value = rng.uniform(low, high)
        elif kind < 0.95:
            value = rng.randint(0, 100)
        else:
            value = 10 ** rng.randint(2, 9) + rng.randint(0, 9)
        if question.kind is Kind.INTEGER:
            value = round(value)
        yield number_text(round(float(value), 4))


def _known_numbers(clues: Clues, visible: Mapping[str, Answer]) -> Iterator[float]:
    for name in clues.names:
        answer = visible.get(name)
        if isinstance(answer, int | float):
            yield float(answer)
        elif isinstance(answer, str):
            try:
                value = float(answer)
            except ValueError:
                continue
            if abs(value) < 1e12:
                yield value


def _dates(
    question: Question,
    clues: Clues,
    visible: Mapping[str, Answer],
    context: Context,
    rng: random.Random,
) -> Iterator[str]:
    texts = [*clues.texts, *(as_text(visible.get(name)) for name in clues.names)]
    marks = [context.today, *(day for day in map(_day, texts) if day is not None)]
    while True:
        shift = rng.choice((0, 1, -1, rng.randint(-60, 60), rng.randint(-30000, 4000)))
        shift += rng.choice((0, *(int(n) for n in clues.numbers if abs(n) < 40000)))
        day = _shifted(rng.choice(marks), shift)
        if question.kind is Kind.DATE:
            yield day.isoformat()
        else:
            yield f"{day.isoformat()}T{_clock(rng)}"


def _times(clues: Clues, rng: random.Random) -> Iterator[str]:
    marks = [found for found in map(_time, clues.texts) if found is not None]
    while True:
        if marks and rng.random() < 0.5:
            moment = datetime.combine(date(2000, 1, 2), rng.choice(marks))
            yield f"{moment + timedelta(minutes=rng.choice((0, 1, -1))):%H:%M}"
        else:
            yield _clock(rng)


def _texts(clues: Clues, rng: random.Random) -> Iterator[str]:
    for pattern in clues.patterns:
        for _ in range(_PATTERN_TRIES):
            text = sample(pattern, rng)
            if text:
                yield text
    lengths = [int(n) for n in clues.numbers if 0 < n <= 2000]
    wants_address = any("@" in words for words in (*clues.patterns, *clues.texts))
    while True:
        kind = rng.random()
        if lengths and kind < 0.4:
            length = max(1, rng.choice(lengths) + rng.choice((0, 1, -1)))
            yield "".join(
                rng.choice("0123456789" if kind < 0.2 else "abcē ī") for _ in range(length)
            )
        elif clues.texts and kind < 0.6:
            yield rng.choice(clues.texts) or "x"
        elif clues.patterns and kind < 0.8:
            yield sample(rng.choice(clues.patterns), rng) or "x"
        elif wants_address and kind < 0.9:
            yield "anna@piemers.lv"
        elif clues.numbers and kind < 0.9:
            yield number_text(rng.choice(clues.numbers) + rng.choice((0.0, 1.0)))
        else:
            yield rng.choice(_WORDS)


def _clock(rng: random.Random) -> str:
    return f"{rng.randint(0, 23):02d}:{rng.choice((0, 15, 30, 45)):02d}"


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
