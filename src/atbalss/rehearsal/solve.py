"""Respondents to targets: interviews that meet all published figures at once.

The questionnaire falls into blocks (`patterns`), blocks into components that share a figure or a
route; each component is one integer program (`program`). What cannot hold together is named, the
documented choice is followed, and counts become persons (`people`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Answer, Record
from atbalss.problems import Place, Problem, problem
from atbalss.rehearsal.fill import fill
from atbalss.rehearsal.patterns import Block, Frame, Pattern, TooManyTypes, blocks, codable, is_out
from atbalss.rehearsal.people import persons
from atbalss.rehearsal.program import Program
from atbalss.rehearsal.program import solve as solve_program
from atbalss.rehearsal.tally import tally
from atbalss.rehearsal.targets import FOLLOW, GUIDE, LEAVE, Leaning, Target, expand
from atbalss.study.bases import base_question
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire

NO_CONTEXT = Context()


@dataclass(frozen=True)
class Invented:
    """Invented interviews: complete records, and codes of open answers as (id, question, code)."""

    records: tuple[Record, ...]
    codes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class _Part:
    """A component: its blocks and the targets that speak of them."""

    blocks: tuple[Block, ...]
    targets: tuple[Target, ...]


def solve(
    questionnaire: Questionnaire,
    targets: Sequence[Target],
    n: int,
    seed: int,
    context: Context = NO_CONTEXT,
    leanings: Sequence[Leaning] = (),
    *,
    file: str = "targets.csv",
    explain: bool = True,
) -> tuple[Invented | None, list[Problem]]:
    """`n` interviews through the questionnaire that meet every target with choice `follow`.

    Deterministic for a seed. Problems name targets that cannot hold together: errors where nothing
    is documented, notes where a `leave` is followed (`explain=False` does not look for those).
    None where the questions crossed are too many to count.
    """
    frame = Frame(questionnaire, _constants(questionnaire, context), context)
    wanted, found = _supported(frame, expand(targets, questionnaire), file)
    try:
        all_blocks = blocks(frame, wanted)
    except TooManyTypes as many:
        names = ", ".join(many.questions)
        return None, [*found, problem("rehearsal-too-many-types", Place(file=file), names=names)]
    parts = _parts(frame, all_blocks, wanted)
    counts: dict[tuple[str, ...], list[int]] = {}
    for part in parts:
        solved, problems = _solve_part(frame, part, n, seed, leanings, file, explain=explain)
        found += problems
        if solved is None:
            return None, found
        counts.update({b.questions: c for b, c in zip(part.blocks, solved, strict=True)})
    made = persons(frame, all_blocks, [counts[b.questions] for b in all_blocks], leanings, n, seed)
    records: list[Record] = []
    codes: list[tuple[str, str, str]] = []
    for number, person in enumerate(made, 1):
        own = f"{number:04d}"
        answers, problems = fill(questionnaire, person.answers, context, seed + number)
        found += [p for p in problems if p not in found]
        records.append(Record(own, answers, lang=questionnaire.langs[0]))
        codes += [
            (own, q.name, code)
            for q in questionnaire.questions
            for code in person.codes.get(q.name, ())
        ]
    invented = Invented(tuple(records), tuple(codes))
    undecided = {row for p in found if p.code == "rehearsal-targets-contradict" for row in _rows(p)}
    for target, ours, met in tally(questionnaire, invented.records, invented.codes, wanted):
        if target.choice == FOLLOW and not met and str(target.row) not in undecided:
            place = Place(file=file, row=target.row)
            shown = "–" if ours is None else f"{float(ours):.2f}"
            found.append(
                problem("rehearsal-target-missed", place, target=target.words(), ours=shown)
            )
    return invented, found


def _rows(item: Problem) -> list[str]:
    return dict(item.args).get("rows", "").split(", ")


def _constants(questionnaire: Questionnaire, context: Context) -> dict[str, Answer]:
    """Answers to screening questions that let most questions follow: only those are interviews."""
    constants: dict[str, Answer] = {}
    for question in questionnaire.questions:
        if question.role is not Role.SCREENING or question.codes is None:
            continue
        best = (-1, "")
        for code in question.codes.codes:
            if code.missing is not None:
                continue
            frame = Frame(questionnaire, {**constants, question.name: code.name}, context)
            open_to = sum(
                1
                for q in questionnaire.questions
                if q.asked_of is None or frame.reads(q) or frame.holds(q.asked_of, {})
            )
            best = max(best, (open_to, code.name), key=lambda pair: pair[0])
        constants[question.name] = best[1] if question.kind is Kind.SINGLE else (best[1],)
    return constants


def _supported(
    frame: Frame, targets: Iterable[Target], file: str
) -> tuple[list[Target], list[Problem]]:
    kept: list[Target] = []
    found: list[Problem] = []
    for target in targets:
        grid = frame.questionnaire.grids.get(target.question)
        own = grid or (frame.questionnaire.question(target.question),)
        others = tuple(frame.questionnaire.question(q) for q, _ in target.among)
        odd = [q.name for q in (*own, *others) if not codable(q)]
        if odd:
            place = Place(file=file, row=target.row)
            found.append(problem("rehearsal-target-not-countable", place, question=odd[0]))
        else:
            kept.append(target)
    return kept, found


def _parts(frame: Frame, all_blocks: Sequence[Block], targets: Sequence[Target]) -> list[_Part]:
    """Components: blocks joined by routes, by bases and by grid means."""
    of = {name: i for i, block in enumerate(all_blocks) for name in block.questions}
    head = list(range(len(all_blocks)))

    def join(one: int, other: int) -> None:
        old, new = head[other], head[one]
        for i, item in enumerate(head):
            if item == old:
                head[i] = new

    for i, block in enumerate(all_blocks):
        for parent in block.parents:
            join(of[parent], i)
        for name in block.questions:
            question = frame.questionnaire.question(name)
            join(of[base_question(frame.questionnaire, question).name], i)
    for target in targets:
        names = _names(frame.questionnaire, target)
        for name in names[1:]:
            join(of[names[0]], of[name])
    found: list[_Part] = []
    for first in dict.fromkeys(head):
        own = tuple(block for i, block in enumerate(all_blocks) if head[i] == first)
        mine = tuple(t for t in targets if head[of[_names(frame.questionnaire, t)[0]]] == first)
        found.append(_Part(own, mine))
    return found


def _names(questionnaire: Questionnaire, target: Target) -> list[str]:
    grid = questionnaire.grids.get(target.question)
    return [q.name for q in grid] if grid else [target.question]


def _solve_part(
    frame: Frame,
    part: _Part,
    n: int,
    seed: int,
    leanings: Sequence[Leaning],
    file: str,
    *,
    explain: bool,
) -> tuple[list[list[int]] | None, list[Problem]]:
    """Counts by block, and what contradicts; undecided contradictions lose their last target."""
    found: list[Problem] = []
    follow = [t for t in part.targets if t.choice == FOLLOW]
    guides = [t for t in part.targets if t.choice == GUIDE]
    check = _Check(frame, part.blocks, n)

    def counts(*, refusals: bool) -> list[list[int]] | None:
        program = Program(frame, part.blocks, n, seed, refusals=refusals, leanings=leanings)
        for target in (*follow, *guides):
            program.add(target)
        return solve_program(program)

    solved = counts(refusals=False)
    if solved is None:
        solved = counts(refusals=True)
        if solved is not None and explain:
            clash = check.clash(follow, refusals=False)
            place = Place(file=file, row=clash[-1].row if clash else None)
            found.append(problem("rehearsal-targets-need-refusals", place, **_words(clash)))
    while solved is None:
        clash = check.clash(follow, refusals=True)
        if not clash:
            place = Place(file=file)
            return None, [*found, problem("rehearsal-no-interviews", place, n=n)]
        place = Place(file=file, row=clash[-1].row)
        found.append(problem("rehearsal-targets-contradict", place, **_words(clash)))
        follow = [t for t in follow if t.row != clash[-1].row]
        solved = counts(refusals=True)
    if explain:
        found += _left(check, [t for t in part.targets if t.choice == LEAVE], follow, file)
    return solved, found


def _left(
    check: _Check, leave: Iterable[Target], follow: Sequence[Target], file: str
) -> list[Problem]:
    """What each figure that is left contradicts; a warning where it contradicts nothing."""
    found: list[Problem] = []
    for left in leave:
        place = Place(file=file, row=left.row)
        if check.feasible([*follow, left], refusals=True):
            found.append(problem("rehearsal-target-left-needlessly", place, target=left.words()))
            continue
        clash = [t for t in check.clash([left, *follow], refusals=True) if t is not left]
        found.append(
            problem(
                "rehearsal-target-left",
                place,
                target=left.words(),
                reason=left.reason.rstrip("."),
                **_words(clash),
            )
        )
    return found


def _words(clash: Sequence[Target]) -> dict[str, str]:
    return {
        "targets": "; ".join(t.words() for t in clash) or "–",
        "rows": ", ".join(dict.fromkeys(str(t.row) for t in clash)),
    }


@dataclass
class _Check:
    """Asks whether targets can hold together, and which few of them cannot."""

    frame: Frame
    blocks: Sequence[Block]
    n: int

    def feasible(self, targets: Sequence[Target], *, refusals: bool, relaxed: bool = False) -> bool:
        """Whether whole persons (relaxed: parts of persons) can meet all of `targets`."""
        program = Program(self.frame, self.blocks, self.n, 0, refusals=refusals, bare=True)
        for target in targets:
            program.add(target)
        return solve_program(program, relaxed=relaxed) is not None

    def clash(self, targets: Sequence[Target], *, refusals: bool) -> list[Target]:
        """A smallest set that cannot hold together: without any one of it, the rest can.

        Figures of the first target's own question are blamed first.
        """
        kept = [t for t in targets if t.question == targets[0].question]
        if self.feasible(kept, refusals=refusals):
            kept = list(targets)
        relaxed = not self.feasible(kept, refusals=refusals, relaxed=True)
        step = max(len(kept) // 2, 1)
        while step:
            at = len(kept) - step
            while at > -step:
                start = max(at, 0)
                without = kept[:start] + kept[at + step :]
                if not self.feasible(without, refusals=refusals, relaxed=relaxed):
                    kept = without
                at -= step
            step //= 2
        return kept


def refused(questionnaire: Questionnaire, records: Iterable[Record]) -> dict[str, int]:
    """How many persons refused each question: those that a base needed smaller by."""
    found: dict[str, int] = {}
    for record in records:
        for name, answer in record.answers.items():
            question = questionnaire.by_name[name]
            if isinstance(answer, str | tuple) and _is_refused(question, answer):
                found[name] = found.get(name, 0) + 1
    return found


def _is_refused(question: Question, answer: str | tuple[str, ...]) -> bool:
    if not codable(question) or question.kind is Kind.TEXT:
        return False
    pattern: Pattern = answer if isinstance(answer, tuple) else (answer,)
    return is_out(question, pattern)
