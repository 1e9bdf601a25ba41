"""Who is looked at when it is asked who differs: the look, its groups, and what was found.

No arithmetic here, so that a report can be read, and what it will ask declared, before counting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atbalss.problems import Refused, problem
from atbalss.study.bases import code_list, in_base, is_multiple
from atbalss.study.question import Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text
from atbalss.tables.adjust import Adjustment
from atbalss.tables.demand import Filter
from atbalss.tables.names import question_named
from atbalss.tables.result import Comparison, Number, Verdict


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: one answer (a mean where no code is named) by grouping questions.

    `by` empty: all demographic questions. `nets`: nets and bands of groups beside the codes.
    """

    question: str
    code: str = ""
    by: tuple[str, ...] = ()
    nets: bool = False
    adjust: Adjustment = Adjustment.HOLM
    wave: str = ""


@dataclass(frozen=True, slots=True)
class GroupDifference:
    """A group against the rest: `comparison.later` is the group, `.earlier` the rest.

    `comparison.detectable` is the smallest difference that this look, one of its family, would
    have shown with a power of 80 % (0..1 or scale points). `twin` names the group of the same
    question that parts the base alike (women, of men): then it is the same look again.
    """

    question: str
    code: str
    label: Text
    variable: Text
    comparison: Comparison
    twin: str = ""

    @property
    def verdict(self) -> Verdict:
        """Higher or lower where the corrected test passes; untestable where not judged."""
        return self.comparison.verdict


@dataclass(frozen=True, slots=True)
class Differs:
    """All groups of a look: first those that differ, by size; then the others; then not judged."""

    look: Look
    total: Number
    groups: tuple[GroupDifference, ...]
    family_size: int
    alpha: float

    def of(self, *verdicts: Verdict) -> tuple[GroupDifference, ...]:
        """The groups with one of the verdicts, in order."""
        return tuple(item for item in self.groups if item.verdict in verdicts)

    @property
    def least_detectable(self) -> float | None:
        """The smallest difference that any of the looks would have shown."""
        known = [g.comparison.detectable for g in self.groups]
        return min((least for least in known if least is not None), default=None)


# ---- what is looked at


def demographics(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The grouping questions of a study: demographic ones that have codes."""
    return tuple(
        question.name
        for question in questionnaire.questions
        if question.role is Role.DEMOGRAPHIC and code_list(question) is not None
    )


def grouping(questionnaire: Questionnaire, look: Look) -> tuple[Question, ...]:
    """The grouping questions of a look; `Refused` for unknown ones or where there is none."""
    names = look.by or tuple(n for n in demographics(questionnaire) if n != look.question)
    if not names:
        raise Refused([problem("tables-no-groups", question=look.question)])
    if look.question in names:
        raise Refused([problem("tables-grouped-by-itself", question=look.question)])
    found = tuple(question_named(questionnaire, name) for name in dict.fromkeys(names))
    for question in found:
        if code_list(question) is None:
            raise Refused([problem("tables-no-codes", question=question.name)])
    return found


def filters_of(questionnaire: Questionnaire, names: Iterable[str]) -> frozenset[Filter]:
    """The filters that must be declared before the scan so that groups can be looked at."""
    found: set[Filter] = set()
    for name in names:
        question = questionnaire.by_name.get(name)
        codes = None if question is None else code_list(question)
        if question is None or codes is None:
            continue
        kept = [code.name for code in codes.codes if in_base(question, code)]
        if is_multiple(question):
            kept += [net.name for net in codes.nets]
        found |= {((name, code),) for code in kept}
    return frozenset(found)


def groups_of(question: Question, nets: bool = False) -> tuple[str, ...]:
    """Codes that are groups (a missing answer is none), with nets and bands if asked."""
    codes = code_list(question)
    if codes is None:
        return ()
    kept = [code.name for code in codes.codes if code.missing is None]
    if nets:
        kept += [net.name for net in codes.nets if codes.members(net.name)]
    return tuple(kept)
