"""The search for answers that meet formulas: depth first, pruned, jumping back to what conflicts.

The search starts from answers that meet all conditions of the questionnaire (none at all, or those
found last) and looks again only at what a choice touches.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from atbalss.study import decide_domain as domain
from atbalss.study.decide_domain import Several, Variable
from atbalss.study.formulas import COUNT_OPS, All, Atom, Formula, Not, Opaque, Some, leaves
from atbalss.study.question import Kind
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.values import compare

WitnessValue = str | float | tuple[str, ...]
Key = Variable | Opaque
Chosen = dict[Key, float | str]
_BUDGET = 20_000  # choices; beyond it the question stays open


class TooLongError(Exception):
    """The search used up its budget."""


class Conditions:
    """What always holds of acceptable answers, by the question it is about.

    `start` are answers that meet it all; no answers at all do.
    """

    def __init__(self, formulas: list[Formula], questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.formulas = formulas
        self.start: dict[str, WitnessValue] = {}
        self.about: dict[str | Opaque, list[int]] = {}
        self.atoms: dict[str, list[Atom]] = {}
        for at, formula in enumerate(formulas):
            index(formula, at, self.about, self.atoms)


def index(
    formula: Formula,
    at: int,
    about: dict[str | Opaque, list[int]],
    atoms: dict[str, list[Atom]],
) -> None:
    """Note which questions and opaque rules a formula is about, and its atoms by question."""
    for leaf in dict.fromkeys(leaves(formula)):
        key = leaf if isinstance(leaf, Opaque) else leaf.question
        places = about.setdefault(key, [])
        if not places or places[-1] != at:
            places.append(at)
        if isinstance(leaf, Atom):
            atoms.setdefault(leaf.question, []).append(leaf)


@dataclass(frozen=True, slots=True)
class Found:
    """Answers that meet the formulas, or None; and the opaque rules that stood in the way."""

    answers: dict[str, WitnessValue] | None
    opaque: tuple[Opaque, ...] = ()


@dataclass(slots=True)
class _Choice:
    """One thing chosen: values left to try, what changed by it, what earlier choices conflict."""

    key: Key
    values: list[float | str | bool]
    conflicts: set[Key] = field(default_factory=set)
    undo: list[tuple[int, bool]] = field(default_factory=list)


def search(formulas: list[Formula], conditions: Conditions, *, free: bool) -> Found:
    """Answers under which all formulas and conditions hold, if there are any.

    With `free`, opaque rules may be true or false as suits; without it formulas must hold whatever
    they are. TooLongError when the budget is used up.
    """
    return _Search(_apart(formulas), conditions, free=free).run()


def _apart(formulas: list[Formula]) -> list[Formula]:
    """Formulas that hold together, each by itself, so that a choice touches few of them."""
    found: list[Formula] = []
    for formula in formulas:
        found += _apart([*formula.parts]) if isinstance(formula, All) else [formula]
    return found


class _Search:
    """One search: what is chosen so far, and which formulas are not met by that and the start."""

    def __init__(self, formulas: list[Formula], conditions: Conditions, *, free: bool) -> None:
        self.space = _Space(formulas, conditions, free=free)
        self.chosen: Chosen = {}
        self.choices: list[_Choice] = []
        self.opaque: dict[Opaque, None] = {}
        first = len(conditions.formulas)
        self.unmet = dict.fromkeys(
            at for at in range(first, first + len(formulas)) if not self.space.met(at, self.chosen)
        )

    def run(self) -> Found:
        space = self.space
        for _ in range(_BUDGET):
            if not self.unmet:
                return Found(space.witness(self.chosen), tuple(self.opaque))
            at = next(reversed(self.unmet))
            key = None
            if space.truth(space.formula(at), self.chosen) is not False:
                key = space.open_key(space.formula(at), self.chosen)
            if key is None:
                stuck = not self.back(self.reasons(at))
            else:
                self.choices.append(_Choice(key, list(reversed(space.values(key)))))
                stuck = not self.forward()
            if stuck:
                return Found(None, tuple(self.opaque))
        raise TooLongError

    def reasons(self, at: int) -> set[Key]:
        """What was chosen that a formula depends on."""
        self.opaque |= dict.fromkeys(self.space.opaque(at))
        return {key for key in self.space.all_keys(at) if key in self.chosen}

    def forward(self) -> bool:
        """Try the next values of the last choice; False when nothing at all is left to try."""
        choice = self.choices[-1]
        while choice.values:
            self.chosen[choice.key] = choice.values.pop()
            conflict = self.touch(choice)
            if conflict is None:
                return True
            choice.conflicts |= self.reasons(conflict) - {choice.key}
            self.take_back(choice)
        self.choices.pop()
        return self.back(choice.conflicts)

    def back(self, reasons: set[Key]) -> bool:
        """Take choices back as far as the last one among the reasons, and try it otherwise."""
        while self.choices:
            choice = self.choices[-1]
            self.take_back(choice)
            if choice.key in reasons:
                choice.conflicts |= reasons - {choice.key}
                return self.forward()
            self.choices.pop()
        return False

    def touch(self, choice: _Choice) -> int | None:
        """Look again at all that depends on a choice; a formula that became false, or None."""
        for at in self.space.depending(choice.key):
            if self.space.truth(self.space.formula(at), self.chosen) is False:
                return at
            met = self.space.met(at, self.chosen)
            if met is (at in self.unmet):
                choice.undo.append((at, met))
                if met:
                    del self.unmet[at]
                else:
                    self.unmet[at] = None
        return None

    def take_back(self, choice: _Choice) -> None:
        self.chosen.pop(choice.key, None)
        while choice.undo:
            at, met = choice.undo.pop()
            if met:
                self.unmet[at] = None
            else:
                self.unmet.pop(at, None)


class _Space:
    """The domains of all answers that some formulas are about, and truth within them."""

    def __init__(self, formulas: list[Formula], conditions: Conditions, *, free: bool) -> None:
        self.conditions = conditions
        self.free = free
        self.own = formulas
        self.parts: dict[str, dict[Variable, tuple[float, ...]]] = {}
        self.first = len(conditions.formulas)
        self.about: dict[str | Opaque, list[int]] = {}
        self.atoms: dict[str, list[Atom]] = {}
        for at, formula in enumerate(formulas, start=self.first):
            index(formula, at, self.about, self.atoms)
        self.severals: dict[str, Several] = {}
        self.domains: dict[Variable, tuple[float | str, ...]] = {}

    def formula(self, at: int) -> Formula:
        """The formula or condition with this number."""
        return self.conditions.formulas[at] if at < self.first else self.own[at - self.first]

    def depending(self, key: Key) -> list[int]:
        """Numbers of all formulas and conditions about the question of a key."""
        about = key if isinstance(key, Opaque) else key.question
        return [*self.about.get(about, ()), *self.conditions.about.get(about, ())]

    def several(self, name: str) -> Several | None:
        """How a multiple question's answer is taken apart; None for other questions."""
        if name not in self.severals:
            question = self.conditions.questionnaire.by_name[name]
            if question.kind is not Kind.MULTIPLE:
                return None
            self.severals[name] = domain.several(question, self.known_atoms(name))
            self.parts[name] = self.severals[name].domains()
        return self.severals[name]

    def known_atoms(self, name: str) -> list[Atom]:
        return [*self.atoms.get(name, ()), *self.conditions.atoms.get(name, ())]

    def values(self, key: Key) -> tuple[float | str | bool, ...]:
        """All values of something to choose."""
        if isinstance(key, Opaque):
            return (True, False)
        if key not in self.domains:
            several = self.several(key.question)
            if several is not None:
                for part, numbers in self.parts[key.question].items():
                    self.domains[part] = numbers
            else:
                question = self.conditions.questionnaire.by_name[key.question]
                atoms = self.known_atoms(key.question)
                self.domains[key] = tuple(domain.scalar(question, atoms))
        return self.domains[key]

    def opaque(self, at: int) -> list[Opaque]:
        """The opaque rules in a formula."""
        return [leaf for leaf in leaves(self.formula(at)) if isinstance(leaf, Opaque)]

    def all_keys(self, at: int) -> set[Key]:
        """All that the truth of a formula depends on."""
        found: set[Key] = set()
        for leaf in leaves(self.formula(at)):
            found.update((leaf,) if isinstance(leaf, Opaque) else self.keys(leaf))
        return found

    def keys(self, atom: Atom) -> tuple[Variable, ...]:
        """What the truth of an atom depends on."""
        several = self.several(atom.question)
        if several is None:
            return (Variable(atom.question),)
        if atom.kind == "has":
            return (Variable(atom.question, str(atom.value)),)
        return tuple(self.parts[atom.question])

    def open_key(self, formula: Formula, chosen: Chosen) -> Key | None:
        """Something not chosen yet on which the truth of an undecided formula depends."""
        if isinstance(formula, Opaque):
            return formula if self.free and formula not in chosen else None
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

    def met(self, at: int, chosen: Chosen) -> bool:
        """Whether a formula holds when all that is not chosen stays as at the start."""
        return self.truth(self.formula(at), chosen, started=True) is True

    def at_start(self, key: Variable) -> float | str:
        """The value of something to choose in the answers that the search starts from."""
        answer = self.conditions.start.get(key.question, "")
        several = self.several(key.question)
        if several is None:
            return "" if isinstance(answer, tuple) else answer
        codes = answer if isinstance(answer, tuple) else ()
        if key.code is not None:
            return float(key.code in codes)
        return float(min(several.most, sum(code in several.others for code in codes)))

    def truth(self, formula: Formula, chosen: Chosen, *, started: bool = False) -> bool | None:
        """Whether a formula holds; None while what is chosen leaves it open.

        With `started`, what is not chosen is as at the start; opaque rules stay open.
        """
        if isinstance(formula, bool):
            return formula
        if isinstance(formula, Atom):
            return self.atom(formula, chosen, started=started)
        if isinstance(formula, Opaque):
            value = chosen.get(formula)
            return None if value is None else bool(value)
        if isinstance(formula, Not):
            holds = self.truth(formula.part, chosen, started=started)
            return None if holds is None else not holds
        settling = isinstance(formula, Some)
        undecided = False
        for part in formula.parts:
            holds = self.truth(part, chosen, started=started)
            if holds is settling:
                return settling
            undecided = undecided or holds is None
        return None if undecided else not settling

    def atom(self, atom: Atom, chosen: Chosen, *, started: bool) -> bool | None:
        """Whether an atom holds of what is chosen."""
        if self.several(atom.question) is not None:
            return self.among(atom, chosen, started=started)
        value = self.value(Variable(atom.question), chosen, started=started)
        if value is None:
            return None
        if atom.kind == "has":
            return str(atom.value) in str(value).split()
        if atom.kind == "count":
            return bool(COUNT_OPS[atom.op](len(str(value).split()), float(atom.value)))
        if atom.kind == "like":
            return value != "" and self.alike(atom, str(value))
        return compare(atom.op, value, atom.value)

    def alike(self, atom: Atom, code: str) -> bool:
        """Whether a code has the same filter columns as the code that an atom names."""
        codes = self.conditions.questionnaire.by_name[atom.question].codes
        if codes is None:
            return False
        one, other = codes.code(code), codes.code(str(atom.value))
        return domain.filter_columns(one) == domain.filter_columns(other)

    def value(self, key: Variable, chosen: Chosen, *, started: bool) -> float | str | None:
        """What is chosen for a key, or what it was at the start; None while it is open."""
        value = chosen.get(key)
        return self.at_start(key) if value is None and started else value

    def among(self, atom: Atom, chosen: Chosen, *, started: bool) -> bool | None:
        """An atom about a multiple answer: its count is between what is and what can be."""
        several = self.severals[atom.question]
        if atom.kind == "has":
            if str(atom.value) not in several.named:
                return False
            key = Variable(atom.question, str(atom.value))
            value = self.value(key, chosen, started=started)
            return None if value is None else value == 1.0
        least = most = 0.0
        for key, values in self.parts[atom.question].items():
            value = self.value(key, chosen, started=started)
            least += values[0] if value is None else float(value)
            most += values[-1] if value is None else float(value)
        wanted = 0.0 if atom.kind == "is" else float(atom.value)
        holds = COUNT_OPS[atom.op]
        if atom.op == "=":
            within = least <= wanted <= most and least != most
            return None if within else bool(holds(most, wanted))
        outcomes = {bool(holds(least, wanted)), bool(holds(most, wanted))}
        return outcomes.pop() if len(outcomes) == 1 else None

    def witness(self, chosen: Chosen) -> dict[str, WitnessValue]:
        """What was chosen as answers; what was left open stays as at the start."""
        answers = dict(self.conditions.start)
        parted: set[str] = set()
        for key, value in chosen.items():
            if not isinstance(key, Variable):
                continue
            if key.code is not None or key.others:
                parted.add(key.question)
                continue
            answers.pop(key.question, None)
            if value != "":
                answers[key.question] = value
        for name in parted:
            answers.pop(name, None)
            if codes := self.codes_chosen(name, chosen):
                answers[name] = codes
        return answers

    def codes_chosen(self, name: str, chosen: Chosen) -> tuple[str, ...]:
        """The codes of a multiple answer, in the list's order."""
        several = self.severals[name]
        number = self.value(Variable(name, others=True), chosen, started=True) or 0.0
        taken = {*several.others[: int(number)]}
        for code in several.named:
            if self.value(Variable(name, code), chosen, started=True) == 1.0:
                taken.add(code)
        listed = self.conditions.questionnaire.by_name[name].codes
        return tuple(code for code in listed.names if code in taken) if listed else ()
