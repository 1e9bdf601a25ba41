"""Whether rules can hold together: decided exactly for closed codes and bounded numbers.

Answers are cut down to the classes that the rules can tell apart, and searched with pruning on
three-valued truth. What rules say beyond single answers is opaque: it may prove that something is
impossible (whatever its truth), never that something is possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from atbalss.study.decide_formula import Formula, Opaque, Translation, leaves
from atbalss.study.decide_search import TooLongError, WitnessValue, search
from atbalss.study.decide_valid import consistency
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Rule, to_xpath


class Answer(StrEnum):
    """What was decided."""

    YES = "yes"
    NO = "no"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Verdict:
    """YES with answers that meet the rules (unnamed questions blank), NO, or NOT_CHECKED.

    `reason` is the XPath of what could not be decided, blank where the search was too long.
    """

    answer: Answer
    witness: Mapping[str, WitnessValue] = field(default_factory=dict)
    reason: str = ""


def satisfiable(
    rules: Iterable[Rule],
    questionnaire: Questionnaire,
    *,
    own: str = "",
    consistent: bool = True,
) -> Verdict:
    """Whether some answers meet all rules; `own` names the question that `.` stands for.

    With `consistent`, answers must also be such as the questionnaire accepts: only to questions
    asked, within their constraints and filters, exclusive options alone. "Refused" may be given to
    any question, so that a required one too can be blank.
    """
    translation = Translation(questionnaire)
    formulas = [translation.formula(rule, own) for rule in rules]
    if consistent:
        formulas += consistency(formulas, translation)
    return decide(formulas, questionnaire)


def decide(formulas: list[Formula], questionnaire: Questionnaire) -> Verdict:
    """Whether some answers meet all formulas, looking at each independent part by itself."""
    if any(part is False for part in formulas):
        return Verdict(Answer.NO)
    witness: dict[str, WitnessValue] = {}
    doubt: Verdict | None = None
    for part in _independent([formula for formula in formulas if formula is not True]):
        verdict = _decide_part(part, questionnaire)
        if verdict.answer is Answer.NO:
            return verdict
        if verdict.answer is Answer.NOT_CHECKED:
            doubt = doubt or verdict
        witness |= verdict.witness
    return doubt or Verdict(Answer.YES, witness)


def _decide_part(formulas: list[Formula], questionnaire: Questionnaire) -> Verdict:
    opaque = [leaf for part in formulas for leaf in leaves(part) if isinstance(leaf, Opaque)]
    try:
        found = search(formulas, questionnaire, free=False)
        if found is not None:
            return Verdict(Answer.YES, found)
        if not opaque or search(formulas, questionnaire, free=True) is None:
            return Verdict(Answer.NO)
    except TooLongError:
        return Verdict(Answer.NOT_CHECKED, reason=to_xpath(opaque[0].rule) if opaque else "")
    return Verdict(Answer.NOT_CHECKED, reason=to_xpath(opaque[0].rule))


def _independent(formulas: list[Formula]) -> list[list[Formula]]:
    """Formulas in groups that share no answer and no opaque rule with one another."""
    groups: list[tuple[set[object], list[Formula]]] = []
    for formula in formulas:
        keys: set[object] = {
            leaf if isinstance(leaf, Opaque) else leaf.question for leaf in leaves(formula)
        }
        mine = (keys, [formula])
        apart = []
        for group in groups:
            if group[0] & mine[0]:
                mine = (group[0] | mine[0], group[1] + mine[1])
            else:
                apart.append(group)
        groups = [*apart, mine]
    return [group[1] for group in groups]
