"""Whether rules can hold together: decided exactly for closed codes and bounded numbers.

Answers are cut down to the classes that the rules can tell apart, and searched with pruning on
three-valued truth. What rules say beyond single answers is opaque: it may prove that something is
impossible (whatever its truth), never that something is possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from atbalss.study.decide_formula import Translation
from atbalss.study.decide_search import Conditions, TooLongError, WitnessValue, search
from atbalss.study.decide_valid import accepted
from atbalss.study.formulas import Formula, Opaque, leaves
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Rule, to_xpath


class Answer(StrEnum):
    """What was decided."""

    YES = "yes"
    NO = "no"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Verdict:
    """YES with acceptable answers that meet the rules, NO, or NOT_CHECKED.

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
    possible = Possible(questionnaire, consistent=consistent)
    return possible.verdict([possible.formula(rule, own) for rule in rules])


class Possible:
    """All answers that a questionnaire accepts; asked many times, it is made ready once."""

    def __init__(self, questionnaire: Questionnaire, *, consistent: bool = True) -> None:
        self.questionnaire = questionnaire
        self.translation = Translation(questionnaire)
        found: list[Formula] = []
        if consistent:
            for question in questionnaire.questions:
                found += accepted(question, self.translation)
        self.conditions = Conditions(found, questionnaire)

    def formula(self, rule: Rule | None, own: str = "") -> Formula:
        """A rule as a formula; no rule always holds."""
        return True if rule is None else self.translation.formula(rule, own)

    def verdict(self, formulas: list[Formula]) -> Verdict:
        """Whether some acceptable answers meet all formulas."""
        opaque = [leaf for part in formulas for leaf in leaves(part) if isinstance(leaf, Opaque)]
        try:
            found = search(formulas, self.conditions, free=False)
            if found.answers is not None:
                self.conditions.start = found.answers
                return Verdict(Answer.YES, found.answers)
            opaque += found.opaque
            if not opaque or search(formulas, self.conditions, free=True).answers is None:
                return Verdict(Answer.NO)
        except TooLongError:
            return Verdict(Answer.NOT_CHECKED)
        return Verdict(Answer.NOT_CHECKED, reason=to_xpath(opaque[0].rule))
