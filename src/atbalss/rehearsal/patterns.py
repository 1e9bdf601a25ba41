"""Answer patterns of a question, and blocks of questions that are decided together.

A pattern is the tuple of codes one person gives to one question; a type is one pattern for each
question of a block (None: not asked). Counts of types are what the program decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from math import comb

from atbalss.answers.evaluate import Context, truth
from atbalss.answers.record import Answer
from atbalss.rehearsal.targets import COUNT, FOLLOW, Target
from atbalss.study.bases import code_list
from atbalss.study.codes import Missing
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_tree import references, to_xpath
from atbalss.study.rules import Rule

Pattern = tuple[str, ...]
Type = tuple[Pattern | None, ...]

MAX_PATTERNS = 1_200  # of one question: with more codes, fewer of them go together
MAX_TOGETHER = 4
MAX_TYPES = 60_000  # of one block


@dataclass
class Block:
    """Questions decided together. `rule` says who reaches the block (None: everybody)."""

    questions: tuple[str, ...]
    types: list[Type] = field(default_factory=list)
    rule: Rule | None = None
    parents: tuple[str, ...] = ()  # questions outside that `rule` reads
    memo: dict[tuple[object, ...], list[int]] = field(default_factory=dict, repr=False)

    def place(self, question: str) -> int:
        """Position of a question in the block's types."""
        return self.questions.index(question)

    def which(self, key: tuple[object, ...], wanted: Callable[[Type], bool]) -> list[int]:
        """Positions of the types that are wanted; the same key is looked through once."""
        if key not in self.memo:
            self.memo[key] = [j for j, made in enumerate(self.types) if wanted(made)]
        return self.memo[key]


@dataclass(frozen=True)
class Frame:
    """What types are made under: the questionnaire, the answers everybody gives, the context."""

    questionnaire: Questionnaire
    constants: Mapping[str, Answer]
    context: Context

    def holds(self, rule: Rule, answers: Mapping[str, Answer]) -> bool:
        """Whether a rule holds on answers, with those that everybody gives."""
        both = {**self.constants, **answers}
        return truth(rule, both, context=self.context, questionnaire=self.questionnaire)

    def reads(self, question: Question) -> set[str]:
        """Questions that the route to `question` reads, but for those everybody answers alike."""
        if question.asked_of is None:
            return set()
        names = set(references(question.asked_of))
        return {n for n in names if n in self.questionnaire.by_name} - set(self.constants)


def codable(question: Question) -> bool:
    """Whether answers of a question are codes that the program can count."""
    if question.role is Role.SCREENING or question.choice_filter is not None:
        return False
    if question.kind in (Kind.SINGLE, Kind.MULTIPLE):
        return question.codes is not None
    return question.kind is Kind.TEXT and question.frame is not None


def as_answer(question: Question, pattern: Pattern) -> Answer:
    """A pattern as the answer that rules read; the text of an open question is its codes."""
    if question.kind is Kind.MULTIPLE:
        return pattern
    return pattern[0] if question.kind is Kind.SINGLE else "; ".join(pattern)


def patterns(question: Question, frame: Frame) -> list[Pattern]:
    """Every answer a person may give: single codes, and up to a few codes together."""
    codes = code_list(question)
    assert codes is not None
    alone = [(code.name,) for code in codes.codes if code.exclusive or code.missing is not None]
    free = [code.name for code in codes.codes if not code.exclusive and code.missing is None]
    most = 1 if question.kind is Kind.SINGLE else _together(len(free))
    found = [item for size in range(1, most + 1) for item in combinations(free, size)] + alone
    rule = question.constraint
    if rule is None or references(rule):
        return found
    return [item for item in found if _allowed(rule, question, item, frame)]


def _allowed(rule: Rule, question: Question, item: Pattern, frame: Frame) -> bool:
    return truth(
        rule,
        frame.constants,
        own=as_answer(question, item),
        context=frame.context,
        questionnaire=frame.questionnaire,
    )


def _together(codes: int) -> int:
    """How many of so many codes may go together, so that there are not too many patterns."""
    most, total = 1, codes
    while most < min(MAX_TOGETHER, codes) and total + comb(codes, most + 1) <= MAX_PATTERNS:
        most += 1
        total += comb(codes, most)
    return most


def is_out(question: Question, pattern: Pattern) -> bool:
    """Whether an answer is outside the base of shares: refused, not applicable."""
    return any(
        _code_missing(question, name) not in (None, Missing.DONT_KNOW) for name in pattern
    ) or (
        not question.dk_in_base
        and any(_code_missing(question, name) is Missing.DONT_KNOW for name in pattern)
    )


def _code_missing(question: Question, name: str) -> Missing | None:
    codes = code_list(question)
    return codes.code(name).missing if codes is not None else None


def members(question: Question, code: str) -> frozenset[str]:
    """The codes that a code, net or band stands for."""
    codes = code_list(question)
    if codes is None:
        return frozenset()
    return frozenset([code]) if codes.has(code) else frozenset(codes.members(code))


def blocks(frame: Frame, targets: Iterable[Target]) -> list[Block]:
    """The blocks of a questionnaire in its order, parents first, with their types.

    Questions that a target crosses share a block; so do questions that are reached by different
    rules but crossed, with the questions those rules read. Types that a target of nobody
    (`count` 0) excludes are left out.
    """
    kept = tuple(targets)
    names = [q.name for q in frame.questionnaire.questions if codable(q)]
    group = _Union(names)
    for target in kept:
        group.join([target.question, *(q for q, _ in target.among)])
    while _widen(frame, group):
        pass
    found = [_block(frame, tuple(members)) for members in group.sets()]
    nobody = [t for t in kept if t.measure == COUNT and t.value == 0 and t.choice == FOLLOW]
    named = {(t.question, t.code) for t in kept}
    for block in found:
        block.types = _types(frame, block, nobody, named)
    return found


class _Union:
    """Questions joined into sets that keep the questionnaire's order."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.head = {name: name for name in names}

    def join(self, names: Iterable[str]) -> bool:
        heads = [self.head[name] for name in names if name in self.head]
        others = set(heads[1:]) - set(heads[:1])
        for name, head in self.head.items():
            if head in others:
                self.head[name] = heads[0]
        return bool(others)

    def sets(self) -> list[list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.names:
            found.setdefault(self.head[name], []).append(name)
        return list(found.values())


def _widen(frame: Frame, group: _Union) -> bool:
    """Joins to a block whose questions are reached differently what decides their routes."""
    for names in group.sets():
        rules = [_route(frame, name) for name in names]
        parents = [_parents(frame, name, names) for name in names]
        differ = len(set(rules)) > 1 and any(parents)
        if differ and group.join([names[0], *(p for own in parents for p in own)]):
            return True
        together = sorted(set().union(*parents))
        if len(together) > 1 and group.join(together):
            return True
    return False


def _route(frame: Frame, name: str) -> str:
    question = frame.questionnaire.question(name)
    if question.asked_of is None or not frame.reads(question):
        return ""
    return to_xpath(question.asked_of)


def _parents(frame: Frame, name: str, block: list[str]) -> set[str]:
    return frame.reads(frame.questionnaire.question(name)) - set(block)


def _block(frame: Frame, names: tuple[str, ...]) -> Block:
    first = frame.questionnaire.question(names[0])
    parents = _parents(frame, names[0], list(names))
    return Block(names, rule=first.asked_of if parents else None, parents=tuple(sorted(parents)))


def _types(
    frame: Frame, block: Block, nobody: list[Target], named: set[tuple[str, str]]
) -> list[Type]:
    """All combinations of patterns along the block's own routes, but those nobody may be.

    Where questions are crossed, nobody gives two missing answers, and only those "hard to say"
    that a target names: each would multiply the types.
    """
    crossed = len(block.questions) > 1
    inside = set(block.questions)
    partial: list[tuple[Type, dict[str, Answer]]] = [((), {})]
    for name in block.questions:
        question = frame.questionnaire.question(name)
        choices = patterns(question, frame)
        if crossed:
            choices = [item for item in choices if _worth(question, item, named)]
        rule = question.asked_of
        own_rule = rule is not None and not (block.parents or frame.reads(question) - inside)
        ruled = [
            t
            for t in nobody
            if name in _named(t) and _named(t) <= set(block.questions[: len(partial[0][0]) + 1])
        ]
        grown: list[tuple[Type, dict[str, Answer]]] = []
        for done, answers in partial:
            if own_rule and rule is not None and not frame.holds(rule, answers):
                grown.append(((*done, None), answers))
                continue
            for pattern in choices:
                made: Type = (*done, pattern)
                if any(hit(frame, block, target, made) for target in ruled):
                    continue
                if crossed and _missing_count(frame, block, made) > 1:
                    continue
                grown.append((made, {**answers, name: as_answer(question, pattern)}))
        if len(grown) > MAX_TYPES:
            raise TooManyTypes(block.questions)
        partial = grown
    return [made for made, _ in partial]


def _worth(question: Question, item: Pattern, named: set[tuple[str, str]]) -> bool:
    return all(
        _code_missing(question, code) is not Missing.DONT_KNOW or (question.name, code) in named
        for code in item
    )


def _missing_count(frame: Frame, block: Block, made: Type) -> int:
    return sum(
        _code_missing(frame.questionnaire.question(name), code) is not None
        for name, pattern in zip(block.questions, made, strict=False)
        for code in pattern or ()
    )


def _named(target: Target) -> set[str]:
    return {target.question, *(q for q, _ in target.among)}


def hit(frame: Frame, block: Block, target: Target, made: Type) -> bool:
    """Whether a type has the target's code and belongs to its `among`."""
    pairs = [(target.question, target.code), *target.among]
    return all(_has(frame, block, question, code, made) for question, code in pairs)


def within(frame: Frame, block: Block, target: Target, made: Type) -> bool:
    """Whether a type belongs to the target's `among` (every type if it has none)."""
    return all(_has(frame, block, question, code, made) for question, code in target.among)


def _has(frame: Frame, block: Block, question: str, code: str, made: Type) -> bool:
    pattern = made[block.place(question)]
    if pattern is None:
        return False
    return not members(frame.questionnaire.question(question), code).isdisjoint(pattern)


class TooManyTypes(Exception):  # noqa: N818 - told as a problem at the door
    """Raised where questions crossed by targets have more combinations than can be counted."""

    def __init__(self, questions: tuple[str, ...]) -> None:
        self.questions = questions
        super().__init__(", ".join(questions))
