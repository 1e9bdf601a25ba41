"""The search for answers that meet formulas: depth first, pruned by three-valued truth."""

from __future__ import annotations

from collections.abc import Mapping

from atbalss.study import decide_domain as domain
from atbalss.study.decide_domain import Several, Variable
from atbalss.study.decide_formula import COUNT_OPS, All, Atom, Formula, Not, Opaque, Some, leaves
from atbalss.study.question import Kind
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.values import compare

WitnessValue = str | float | tuple[str, ...]
_Key = Variable | Opaque
_Found = dict[_Key, float | str]
_BUDGET = 20_000  # nodes; beyond it the question stays open


class TooLongError(Exception):
    """The search used up its budget."""


def search(
    formulas: list[Formula], questionnaire: Questionnaire, *, free: bool
) -> dict[str, WitnessValue] | None:
    """Answers under which all formulas hold, or None if there are none.

    With `free`, opaque rules may be true or false as suits; without it formulas must hold whatever
    they are. TooLongError when the budget is used up.
    """
    space = _Space(formulas, questionnaire, free=free)
    waiting: list[tuple[_Found, list[Formula]]] = [({}, formulas)]
    for _ in range(_BUDGET):
        if not waiting:
            return None
        chosen, formulas = waiting.pop()
        pending = space.pending(formulas, chosen)
        if pending is None:
            continue
        if not pending:
            return space.witness(chosen)
        key = space.next_open(pending, chosen)
        if key is not None:
            values = space.domains[key]
            waiting += [({**chosen, key: value}, pending) for value in reversed(values)]
    raise TooLongError


class _Space:
    """The domains of all answers that some formulas are about, and truth within them."""

    def __init__(
        self, formulas: list[Formula], questionnaire: Questionnaire, *, free: bool
    ) -> None:
        self.questionnaire = questionnaire
        self.domains: dict[_Key, tuple[float | str | bool, ...]] = {}
        self.several: dict[str, Several] = {}
        atoms: dict[str, list[Atom]] = {}
        for formula in formulas:
            for leaf in leaves(formula):
                if isinstance(leaf, Atom):
                    atoms.setdefault(leaf.question, []).append(leaf)
                elif free:
                    self.domains[leaf] = (True, False)
        for name, about in atoms.items():
            question = questionnaire.question(name)
            if question.kind is Kind.MULTIPLE:
                self.several[name] = domain.several(question, about)
                self.domains.update(self.several[name].domains())
            else:
                self.domains[Variable(name)] = tuple(domain.scalar(question, about))

    def pending(self, formulas: list[Formula], chosen: _Found) -> list[Formula] | None:
        """Formulas not yet decided, or None if one of them is false."""
        found = []
        for formula in formulas:
            holds = self.truth(formula, chosen)
            if holds is False:
                return None
            if holds is None:
                found.append(formula)
        return found

    def next_open(self, formulas: list[Formula], chosen: _Found) -> _Key | None:
        """What to choose next; None if some formula can never become true."""
        keys = [self.open_key(formula, chosen) for formula in formulas]
        if any(key is None for key in keys):
            return None
        return keys[0]

    def open_key(self, formula: Formula, chosen: _Found) -> _Key | None:
        """Something not chosen yet on which the truth of an undecided formula depends."""
        if isinstance(formula, Opaque):
            return formula if formula in self.domains else None
        if isinstance(formula, Atom):
            return next((key for key in self.keys(formula) if key not in chosen), None)
        if isinstance(formula, Not):
            return self.open_key(formula.part, chosen)
        if isinstance(formula, All | Some):
            for part in formula.parts:
                if self.truth(part, chosen) is None:
                    key = self.open_key(part, chosen)
                    if key is not None:
                        return key
        return None

    def keys(self, atom: Atom) -> tuple[Variable, ...]:
        """What the truth of an atom depends on."""
        several = self.several.get(atom.question)
        if several is None:
            return (Variable(atom.question),)
        if atom.kind == "has":
            return (Variable(atom.question, str(atom.value)),)
        return tuple(several.domains())

    def truth(self, formula: Formula, chosen: Mapping[_Key, float | str]) -> bool | None:
        """Whether a formula holds; None while what is chosen leaves it open."""
        if isinstance(formula, bool):
            return formula
        if isinstance(formula, Atom):
            return self.atom(formula, chosen)
        if isinstance(formula, Opaque):
            value = chosen.get(formula)
            return None if value is None else bool(value)
        if isinstance(formula, Not):
            holds = self.truth(formula.part, chosen)
            return None if holds is None else not holds
        settling = isinstance(formula, Some)
        undecided = False
        for part in formula.parts:
            holds = self.truth(part, chosen)
            if holds is settling:
                return settling
            undecided = undecided or holds is None
        return None if undecided else not settling

    def atom(self, atom: Atom, chosen: Mapping[_Key, float | str]) -> bool | None:
        several = self.several.get(atom.question)
        if several is not None:
            return self.among(atom, several, chosen)
        value = chosen.get(Variable(atom.question))
        if value is None:
            return None
        if atom.kind == "has":
            return str(atom.value) in str(value).split()
        if atom.kind == "count":
            return COUNT_OPS[atom.op](len(str(value).split()), float(atom.value))
        if atom.kind == "like":
            return value != "" and self.alike(atom, str(value))
        return compare(atom.op, value, atom.value)

    def alike(self, atom: Atom, code: str) -> bool:
        codes = self.questionnaire.question(atom.question).codes
        if codes is None:
            return False
        return codes.code(code).filters == codes.code(str(atom.value)).filters

    def among(
        self, atom: Atom, several: Several, chosen: Mapping[_Key, float | str]
    ) -> bool | None:
        """An atom about a multiple answer: its count is between what is and what can be."""
        if atom.kind == "has":
            if str(atom.value) not in several.named:
                return False
            value = chosen.get(Variable(atom.question, str(atom.value)))
            return None if value is None else value == 1.0
        least = most = 0.0
        for key, values in several.domains().items():
            value = chosen.get(key)
            least += values[0] if value is None else float(value)
            most += values[-1] if value is None else float(value)
        wanted = 0.0 if atom.kind == "is" else float(atom.value)
        outcomes = {COUNT_OPS[atom.op](least, wanted), COUNT_OPS[atom.op](most, wanted)}
        if atom.op in ("=", "!="):
            within = least <= wanted <= most and least != most
            return None if within else COUNT_OPS[atom.op](most, wanted)
        return outcomes.pop() if len(outcomes) == 1 else None

    def witness(self, chosen: Mapping[_Key, float | str]) -> dict[str, WitnessValue]:
        """What was chosen as answers; what was left open stays blank."""
        answers: dict[str, WitnessValue] = {}
        for key, value in chosen.items():
            if isinstance(key, Variable) and key.question not in self.several and value != "":
                answers[key.question] = value
        for name, several in self.several.items():
            number = int(chosen.get(Variable(name, others=True), 0.0))
            taken = {*several.others[:number]}
            taken |= {code for code in several.named if chosen.get(Variable(name, code)) == 1.0}
            listed = self.questionnaire.question(name).codes
            if taken and listed is not None:
                answers[name] = tuple(code for code in listed.names if code in taken)
        return answers
