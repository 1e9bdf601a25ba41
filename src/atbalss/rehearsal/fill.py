"""The rest of an interview that no figure decides: an acceptable answer to whatever is left."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from atbalss.answers.evaluate import Context, offered, truth
from atbalss.answers.record import Answer
from atbalss.problems import Place, Problem, problem
from atbalss.rehearsal.people import MARK
from atbalss.study.question import CHOICE_KINDS, NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire

TRIES = 200


def fill(
    questionnaire: Questionnaire, given: Mapping[str, Answer], context: Context, seed: int
) -> tuple[dict[str, Answer], list[Problem]]:
    """All answers of one person in the questionnaire's order, and questions nobody could answer."""
    rng = Random(seed)  # noqa: S311 - chance for plausible people, not for secrets
    answers: dict[str, Answer] = {}
    found: list[Problem] = []
    for question in questionnaire.questions:
        name = question.name
        if name in given:
            answers[name] = given[name]
            continue
        if question.kind in (Kind.NOTE, Kind.CALCULATE, Kind.META):
            continue
        rule = question.asked_of
        if rule is not None and not truth(
            rule, answers, context=context, questionnaire=questionnaire
        ):
            continue
        answer = _answer(questionnaire, question, answers, context, rng)
        if answer is not None:
            answers[name] = answer
        elif question.required is not None:
            found.append(problem("rehearsal-not-filled", Place(), question=name))
    return answers, found


def _answer(
    questionnaire: Questionnaire,
    question: Question,
    answers: Mapping[str, Answer],
    context: Context,
    rng: Random,
) -> Answer | None:
    options = [
        code
        for code in offered(question, answers, context=context, questionnaire=questionnaire)
        if code.missing is None
    ]
    for _ in range(TRIES):
        answer = _draw(question, [code.name for code in options], questionnaire.langs[0], rng)
        if answer is None or question.constraint is None:
            return answer
        if truth(
            question.constraint,
            answers,
            own=answer,
            context=context,
            questionnaire=questionnaire,
        ):
            return answer
    return None


def _draw(question: Question, options: list[str], lang: str, rng: Random) -> Answer | None:
    if question.kind in CHOICE_KINDS:
        if not options:
            return None
        code = rng.choice(options)
        return code if question.kind is Kind.SINGLE else (code,)
    if question.kind in NUMBER_KINDS:
        if question.bounds is not None:
            steps = int((question.bounds.end - question.bounds.start) / question.bounds.step)
            return question.bounds.start + rng.randint(0, steps) * question.bounds.step
        return rng.randint(0, 10 ** rng.randint(0, 3))
    if question.kind is Kind.TEXT:
        return MARK.get(lang, MARK["en"]).capitalize()
    return None
