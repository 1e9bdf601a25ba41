"""The columns of a banner: total, then each variable's codes side by side, inner within outer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from atbalss.problems import Refused, problem
from atbalss.study.bases import code_list, in_base, is_multiple, net_members
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import NO_TEXT, Text
from atbalss.study.waves import Wave
from atbalss.tables.banner_ask import WAVE, BannerAsk, Level, Variable
from atbalss.tables.demand import NO_FILTER, Filter
from atbalss.tables.derived import MET, name_of
from atbalss.tables.names import check_code, check_filter, codes_named, question_named
from atbalss.tables.phrases import text

TOTAL = "total"
Atom = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """A column before it is counted.

    `labels` from the outer to the inner level, `titles` the questions they answer; `group` is the
    banner variable (-1: total); columns with the same `group` and `outer` are tested against one
    another and carry letters. `own` is what makes the column, `among` that and the filter.
    """

    key: str
    labels: tuple[Text, ...]
    titles: tuple[Text, ...]
    group: int
    outer: str
    wave: str
    own: Filter = NO_FILTER
    among: Filter = NO_FILTER
    letter: str = ""


def filter_of(questionnaire: Questionnaire, ask: BannerAsk) -> Filter:
    """The table's filter as pairs; its rule is the derived question's one code."""
    pairs = ask.among + (((name_of(ask.rule), MET),) if ask.rule else ())
    return check_filter(questionnaire, pairs)


def places(
    questionnaire: Questionnaire, waves: Sequence[Wave], current: str, ask: BannerAsk
) -> tuple[Place, ...]:
    """The columns of a table in printed order, unknown names refused; letters given."""
    chosen = _waves(waves, current, ask)
    latest = chosen[-1].name
    whole = filter_of(questionnaire, ask)
    found: list[Place] = []
    if ask.total:
        found.append(Place(TOTAL, (text("total"),), (NO_TEXT,), -1, "", latest, (), whole))
    banner = ask.banner
    if len(chosen) > 1 and not any(level.question == WAVE for var in banner for level in var):
        banner = ((Level(WAVE),), *banner)
    for group, variable in enumerate(banner):
        for item in _of_variable(questionnaire, chosen, latest, variable, group):
            among = check_filter(questionnaire, (*whole, *item.own))
            found.append(replace(item, among=among))
    keys = [item.key for item in found]
    twice = next((key for key in keys if keys.count(key) > 1), "")
    if twice:
        raise Refused([problem("tables-column-twice", column=twice)])
    return _lettered(found)


def _waves(waves: Sequence[Wave], current: str, ask: BannerAsk) -> tuple[Wave, ...]:
    by_name = {wave.name: wave for wave in waves}
    with_wave = any(level.question == WAVE for variable in ask.banner for level in variable)
    wanted = ask.waves or (tuple(by_name) if with_wave else (current,))
    for name in wanted:
        if name not in by_name:
            raise Refused([problem("tables-unknown-wave", name=name, close=", ".join(by_name))])
    return tuple(wave for wave in waves if wave.name in wanted)


def _of_variable(
    questionnaire: Questionnaire,
    waves: Sequence[Wave],
    latest: str,
    variable: Variable,
    group: int,
) -> Iterator[Place]:
    parts = [_steps(questionnaire, waves, level) for level in variable]
    titles = tuple(_title(questionnaire, level) for level in variable)
    for steps in product(*parts):
        wave = next((code for (name, code), _ in steps if name == WAVE), latest)
        own = tuple((name, code) for (name, code), _ in steps if name != WAVE)
        keys = [f"{name}={code}" for (name, code), _ in steps]
        yield Place(
            ">".join(keys),
            tuple(label for _, label in steps),
            titles,
            group,
            ">".join(keys[:-1]),
            wave,
            own,
        )


def _steps(
    questionnaire: Questionnaire, waves: Sequence[Wave], level: Level
) -> list[tuple[Atom, Text]]:
    if level.question == WAVE:
        wanted = level.codes or tuple(wave.name for wave in waves)
        label = {wave.name: wave.label or Text.of({"lv": wave.name}) for wave in waves}
        for name in wanted:
            if name not in label:
                raise Refused([problem("tables-unknown-wave", name=name, close=", ".join(label))])
        return [((WAVE, name), label[name]) for name in wanted]
    question = question_named(questionnaire, level.question)
    return [((question.name, code), label_of(question, code)) for code in codes_of(question, level)]


def codes_of(question: Question, level: Level) -> tuple[str, ...]:
    """The codes, nets or bands of a banner variable, in the list's own order."""
    codes = codes_named(question)
    if level.codes:
        for code in level.codes:
            check_code(question, code)
            if codes.has(code) and not in_base(question, codes.code(code)):
                raise Refused(
                    [problem("tables-column-outside-base", question=question.name, answer=code)]
                )
        return level.codes
    if level.nets:
        return tuple(net.name for net in codes.nets if net_members(question, net.name))
    return tuple(code.name for code in codes.codes if in_base(question, code))


def label_of(question: Question, code: str) -> Text:
    """The short label of a code, net or band; the full one, or its name, where it has none."""
    codes = codes_named(question)
    item = codes.code(code) if codes.has(code) else codes.net(code)
    return item.short_label or item.label or Text.of({"lv": code})


def _title(questionnaire: Questionnaire, level: Level) -> Text:
    if level.question == WAVE:
        return text("wave")
    question = question_named(questionnaire, level.question)
    return question.short_label or question.label or Text.of({"lv": question.name})


def _lettered(found: Sequence[Place]) -> tuple[Place, ...]:
    """Letters A, B, C... among the columns that are tested together; a lone column has none."""
    seen: dict[tuple[int, str], int] = {}
    size = Counter((item.group, item.outer) for item in found)
    lettered = []
    for item in found:
        if item.group < 0 or size[item.group, item.outer] < 2:
            lettered.append(item)
            continue
        at = seen.get((item.group, item.outer), 0)
        seen[item.group, item.outer] = at + 1
        lettered.append(replace(item, letter=letter(at)))
    return tuple(lettered)


def letter(at: int) -> str:
    """The letter of a column, from 0: A ... Z, AA, AB, ..."""
    words = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        words = chr(ord("A") + rest) + words
    return words


# ---- pairs that are tested


def neighbours(columns: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Positions of the pairs of columns that are tested against one another."""
    for one, other in combinations(range(len(columns)), 2):
        a, b = columns[one], columns[other]
        if a.group >= 0 and (a.group, a.outer) == (b.group, b.outer):
            yield one, other


def overlap(questionnaire: Questionnaire, a: Place, b: Place) -> Filter | None:
    """The filter of persons in both columns; None where nobody can be in both."""
    if a.wave != b.wave:
        return None
    for name, code in a.among:
        question = questionnaire.by_name[name]
        if is_multiple(question):
            continue
        for other_name, other in b.among:
            if other_name == name and not _members(question, code) & _members(question, other):
                return None
    return tuple(sorted({*a.among, *b.among}))


def _members(question: Question, code: str) -> frozenset[str]:
    codes = code_list(question)
    if codes is None or codes.has(code):
        return frozenset({code})
    return frozenset(net_members(question, code))


def parents(columns: Sequence[Place], whole: Filter) -> dict[int, Filter]:
    """For each column the filter of all it stands among: the outer code's, or the table's."""
    return {
        at: tuple(sorted({*whole, *item.own[:-1]})) if len(item.own) > 1 else whole
        for at, item in enumerate(columns)
        if item.own
    }


def filters(
    questionnaire: Questionnaire, waves: Sequence[Wave], current: str, ask: BannerAsk
) -> set[Filter]:
    """Every filter that a table's columns, their overlaps and their parents need counted."""
    columns = places(questionnaire, waves, current, ask)
    whole = filter_of(questionnaire, ask)
    found: set[Filter] = {item.among for item in columns} | {whole}
    found |= set(parents(columns, whole).values())
    for one, other in neighbours(columns):
        both = overlap(questionnaire, columns[one], columns[other])
        if both is not None:
            found.add(both)
    for against in (item for item in columns if item.key == ask.against):
        for column in columns:
            both = overlap(questionnaire, column, against)
            if both is not None:
                found.add(both)
    return {item for item in found if item}
