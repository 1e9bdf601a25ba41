"""Which answers microdata must not tell apart, since a published table hides them.

Whoever has microdata counts in it what a table hid. So an answer code that some published table
hides within some filter is united with the other such codes of its question, and a question with a
base that is hidden is left out: then microdata adds nothing to what the tables let follow, and the
tables themselves are safe (`tables.protect`). `attack` checks it once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from atbalss.opendata.rules import Rules
from atbalss.study.bases import code_list, in_base, is_multiple
from atbalss.study.codes import Code, CodeList, CodeRole
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_tree import references
from atbalss.study.texts import Text
from atbalss.tables.cells import Cells
from atbalss.tables.demand import Filter
from atbalss.tables.derived import is_derived
from atbalss.tables.order import is_ordered

NAME = "other_answers"
LABEL = Text.of(
    {
        "lv": "Citas atbildes (apvienotas)",
        "en": "Other answers (united)",
        "ru": "Другие ответы (объединены)",
    }
)


@dataclass(frozen=True, slots=True)
class Fold:
    """Codes of a question that become one; `kept` no: not even their union is told."""

    codes: tuple[str, ...]
    name: str = NAME
    kept: bool = True


@dataclass(frozen=True)
class Folds:
    """What is united, and which questions are left out (name -> why), of one wave."""

    united: Mapping[str, Fold] = field(default_factory=dict)
    dropped: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str) -> Fold | None:
        """The fold of a question, if it has one."""
        return self.united.get(name)

    def stricter(self, questionnaire: Questionnaire, names: Iterable[str]) -> Folds:
        """The same with less told of some questions: no union of a multiple one, else nothing."""
        united, dropped = dict(self.united), dict(self.dropped)
        for name in names:
            fold = united.pop(name, None)
            question = questionnaire.question(name)
            if fold is not None and fold.kept and is_multiple(question):
                united[name] = replace(fold, kept=False)
            else:
                dropped[name] = " ".join(fold.codes) if fold is not None else name
        return Folds(united, dropped)

    def list_of(self, question: Question) -> CodeList:
        """The code list of a question after its fold."""
        codes, fold = question.codes, self.united[question.name]
        if codes is None:
            raise TypeError(question.name)
        kept = tuple(code for code in codes.codes if code.name not in fold.codes)
        kept += (Code(fold.name, LABEL, role=CodeRole.OTHER),) if fold.kept else ()
        whole = {
            net.name for net in codes.nets if not set(codes.members(net.name)) & set(fold.codes)
        }
        kept = tuple(
            replace(
                code,
                nets=tuple(net for net in code.nets if net in whole),
                band=code.band if code.band in whole else "",
            )
            for code in kept
        )
        return replace(codes, codes=kept, nets=tuple(n for n in codes.nets if n.name in whole))


def folds(
    questionnaire: Questionnaire, cells: Cells, wave: str, names: Iterable[str], rules: Rules
) -> Folds:
    """What the microdata of a wave must unite or leave out, of the questions `names`.

    `cells` know all filters of everything that is published; those that microdata cannot apply, as
    it has not their questions or has them coarser, do not matter. Codes of fewer than `rare`
    persons are united too. Points of a scale are never united: their question is left out instead.
    A question by whose answers several others are filtered too finely is left out itself.
    """
    names = list(names)
    united: dict[str, Fold] = {}
    dropped = _filters_left_out(questionnaire, cells, wave, names, rules)
    rules = replace(rules, drop=(*rules.drop, *dropped))
    rare = rules.rare
    for name in names:
        if name in dropped:
            continue
        question = questionnaire.question(name)
        withheld = cells.counted.withheld(name, wave)
        gone = [item for item in withheld.columns if can_apply(questionnaire, rules, item)]
        if gone:
            dropped[name] = "; ".join(sorted(words(item) for item in gone))
            continue
        codes = code_list(question)
        if codes is None:
            continue
        cut = {code for code, item in withheld.cells if can_apply(questionnaire, rules, item)}
        hidden = _with_nets(codes, cut | set(cells.counted.folded(name, wave)))
        if is_ordered(question):
            if hidden:
                dropped[name] = " ".join(code for code in codes.names if code in hidden)
            continue
        sizes = {code: int(cells.counted.line(question, code, wave, ())[0]) for code in codes.names}
        hidden |= {
            code for code in sizes if 0 < sizes[code] < rare and in_base(question, codes.code(code))
        }
        if not hidden:
            continue
        fold = _widened(question, codes, hidden, sizes, rare)
        if fold is None:
            dropped[name] = " ".join(code for code in codes.names if code in hidden)
        else:
            united[name] = fold
    return Folds(united, dropped)


def _filters_left_out(
    questionnaire: Questionnaire, cells: Cells, wave: str, names: Sequence[str], rules: Rules
) -> dict[str, str]:
    """Questions that hide something of two others or more when these are filtered by them.

    Without them microdata cannot apply those filters, and the others stay: the one that costs most
    goes first. Quasi-identifiers are people's choice and stay.
    """
    quasi = {item.name_at(item.level) for item in rules.published}
    quasi |= {item.question for item in rules.quasi_identifiers}
    found: dict[str, str] = {}
    while True:
        cost: dict[str, set[str]] = {}
        now = replace(rules, drop=(*rules.drop, *found))
        for name in names:
            withheld = cells.counted.withheld(name, wave)
            filters = {*withheld.columns, *(item for _, item in withheld.cells)}
            for among in filters if name not in found else ():
                if can_apply(questionnaire, now, among):
                    asked = [_read_by(questionnaire, item) for item, _ in among]
                    for question in set().union(*asked) - quasi - {name}:
                        cost.setdefault(question, set()).add(name)
        worst = max(cost, key=lambda item: (len(cost[item]), item), default="")
        if not worst or len(cost[worst]) < 2:
            return found
        found[worst] = " ".join(sorted(cost[worst]))


def can_apply(questionnaire: Questionnaire, rules: Rules, among: Filter) -> bool:
    """Whether microdata has what a filter asks for, as fine as it asks."""
    return all(_has(questionnaire, rules, name, code) for name, code in among)


def _read_by(questionnaire: Questionnaire, name: str) -> set[str]:
    """The questions that a filter's question stands for: of a rule those it reads, of a month its
    date."""
    question = questionnaire.by_name.get(name)
    if is_derived(name) and question is not None and question.calculation is not None:
        return set(references(question.calculation))
    return {name.partition(":")[0] or name}


def _has(questionnaire: Questionnaire, rules: Rules, name: str, code: str) -> bool:
    gone = {item.question for item in rules.quasi_identifiers if item.level == item.dropped}
    if _read_by(questionnaire, name) & (gone | set(rules.drop)):
        return False
    item = next((item for item in rules.quasi_identifiers if item.question == name), None)
    if item is None or item.level == 0:
        return True
    codes = code_list(questionnaire.question(name))
    wanted = {code} if codes is None or codes.has(code) else set(codes.members(code))
    bands = [set(band.codes) for band in item.levels[item.level - 1]]
    inside = [band for band in bands if band <= wanted]
    taken = set().union(*bands) if bands else set()
    return set().union(*inside, wanted - taken) == wanted


def _with_nets(codes: CodeList, found: set[str]) -> set[str]:
    """Hidden codes, and the codes of hidden nets."""
    for net in codes.nets:
        if net.name in found:
            found = found | set(codes.members(net.name))
    return found & set(codes.names)


def _widened(
    question: Question, codes: CodeList, hidden: set[str], sizes: Mapping[str, int], rare: int
) -> Fold | None:
    """The fold, with further codes until it stands for `rare` persons; None where nothing stays.

    One code alone gets a second one: united with nobody it would still be told apart.
    """
    fold = set(hidden)
    based = [code.name for code in codes.codes if in_base(question, code)]
    rest = sorted((code for code in based if code not in fold), key=lambda code: sizes[code])
    while rest and (
        sum(sizes[code] for code in fold) < rare or sum(sizes[code] > 0 for code in fold) < 2
    ):
        fold.add(rest.pop(0))
    if not rest and not is_multiple(question):
        return None
    name = NAME if not codes.has(NAME) else f"{NAME}_"
    return Fold(tuple(code for code in codes.names if code in fold), name)


def words(among: Filter) -> str:
    """A filter as words of the log."""
    return ", ".join(
        name.removeprefix(":") if is_derived(name) else f"{name}={code}" for name, code in among
    )
