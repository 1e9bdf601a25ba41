"""Random valid questionnaires, answers and rules, for every test that wants them.

`questionnaires()` makes small instruments of all kinds: groups, pages, grids, routes over earlier
questions, filters, exclusive and missing codes, nets, bands, checks, calculations. `records(q)`
answers any questions of one, on the route or off it, each answer fit for its question.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from hypothesis import strategies as st

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Record
from atbalss.study.codes import Code, CodeList, CodeRole, Missing, Net
from atbalss.study.question import (
    CHOICE_KINDS,
    NUMBER_KINDS,
    Bounds,
    Group,
    Kind,
    Question,
    Role,
)
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Rule, all_of, parse
from atbalss.study.texts import Text

CONTEXT = Context(today=date(2024, 11, 26), seed=7, lang="lv")
KINDS = (
    Kind.SINGLE,
    Kind.SINGLE,
    Kind.MULTIPLE,
    Kind.INTEGER,
    Kind.DECIMAL,
    Kind.RANGE,
    Kind.TEXT,
    Kind.DATE,
    Kind.TIME,
    Kind.NOTE,
    Kind.ACKNOWLEDGE,
    Kind.CALCULATE,
)


def text(lv: str) -> Text:
    return Text.of({"lv": lv, "en": f"{lv} (en)"})


@st.composite
def code_lists(draw, name: str = "list", *, scale: bool | None = None) -> CodeList:
    size = draw(st.integers(2, 5))
    is_scale = draw(st.booleans()) if scale is None else scale
    nets = (Net("net1", text("Kopā")), Net("low", text("Zemu"), is_band=True))
    codes = []
    for index in range(size):
        codes.append(
            Code(
                str(index + 1) if is_scale else "abcde"[index],
                text(f"Atbilde {index + 1}"),
                score=float(index + 1) if is_scale else None,
                nets=("net1",) if draw(st.booleans()) else (),
                band="low" if is_scale and index < 2 else "",
                filters={"part": draw(st.sampled_from(("a", "b")))},
            )
        )
    if draw(st.booleans()):
        codes.append(Code("other", text("Cits"), role=CodeRole.OTHER))
    if draw(st.booleans()):
        codes.append(Code("none", text("Neviens"), exclusive=True, role=CodeRole.NOTHING))
    if draw(st.booleans()):
        codes.append(Code("98", text("Grūti pateikt"), missing=Missing.DONT_KNOW))
    return CodeList(name, tuple(codes), nets)


@st.composite
def conditions(draw, questions: list[Question], depth: int = 2) -> str:
    """A rule as XPath text over the given questions; each can hold and can fail to."""
    if depth and draw(st.integers(0, 2)) == 0:
        one = draw(conditions(questions, depth - 1))
        two = draw(conditions(questions, depth - 1))
        shape = draw(st.sampled_from(("({} and {})", "({} or {})", "not({})")))
        return shape.format(one, two) if shape.count("{}") == 2 else shape.format(one)
    question = draw(st.sampled_from(questions))
    ref = f"${{{question.name}}}"
    if question.kind in CHOICE_KINDS and question.codes is not None:
        code = draw(st.sampled_from(question.codes.names))
        shapes = [f"selected({ref}, '{code}')", f"not(selected({ref}, '{code}'))"]
        if question.kind is Kind.SINGLE:
            shapes += [f"{ref} = '{code}'", f"{ref} != '{code}'"]
        else:
            shapes += [f"count-selected({ref}) >= {draw(st.integers(1, 3))}"]
        return draw(st.sampled_from([*shapes, f"{ref} != ''"]))
    if question.kind in NUMBER_KINDS:
        sign = draw(st.sampled_from(("=", "!=", "<", "<=", ">", ">=")))
        return f"{ref} {sign} {draw(st.integers(-2, 12))}"
    if question.kind is Kind.DATE:
        return f"{ref} {draw(st.sampled_from('<>'))} date('2024-06-01')"
    if question.kind is Kind.TEXT:
        return draw(st.sampled_from((f"string-length({ref}) > 3", f"{ref} = ''")))
    if question.kind is Kind.CALCULATE:
        return draw(st.sampled_from((f"{ref} = 'x'", f"{ref} > 1")))
    return f"{ref} = ''"


@st.composite
def questions(draw, name: str, earlier: list[Question], codes: CodeList | None = None) -> Question:
    """A question that may refer to earlier ones."""
    kind = draw(st.sampled_from(KINDS)) if codes is None else Kind.SINGLE
    question = Question(name, kind, text(f"Jautājums {name}"))
    rules = {}
    refs = [q for q in earlier if q.kind is not Kind.NOTE]
    if kind in CHOICE_KINDS:
        own = codes or draw(code_lists(f"l_{name}"))
        question = replace(question, codes=own, randomize=draw(st.booleans()))
        singles = [q for q in refs if q.kind is Kind.SINGLE]
        if codes is None and singles and draw(st.integers(0, 4)) == 0:
            by = draw(st.sampled_from(singles))
            rules["choice_filter"] = f"part = ${{{by.name}}} or name = 'other' or '1' = '1'"
            if draw(st.booleans()):
                rules["choice_filter"] = f"part = ${{{by.name}}} or part = 'a'"
    if kind is Kind.RANGE:
        low, step = draw(st.integers(-3, 3)), draw(st.sampled_from((1.0, 2.0, 0.5)))
        bounds = Bounds(float(low), low + step * draw(st.integers(1, 8)), step)
        question = replace(question, bounds=bounds)
    if kind is Kind.CALCULATE:
        rules["calculation"] = draw(calculations(refs))
    elif kind is not Kind.NOTE:
        rules |= draw(checks(question, refs))
    if refs and draw(st.integers(0, 2)) == 0:
        rules["relevant"] = draw(conditions(refs))
    if refs and draw(st.booleans()):
        said = draw(st.sampled_from(refs)).name
        question = replace(question, label=text(f"Jautājums {name} par ${{{said}}}"))
    parsed: dict[str, Rule] = {key: parse(words) for key, words in rules.items()}
    return replace(question, **parsed)


@st.composite
def calculations(draw, refs: list[Question]) -> str:
    multiples = [q.name for q in refs if q.kind is Kind.MULTIPLE]
    numbers = [q.name for q in refs if q.kind in NUMBER_KINDS]
    shapes = ["1 + 1", "'x'"]
    if refs:
        shapes.append(f"if({draw(conditions(refs, 1))}, 'x', 'y')")
        shapes.append(f"string(${{{draw(st.sampled_from(refs)).name}}})")
    shapes += [f"count-selected(${{{name}}}) + 1" for name in multiples]
    shapes += [f"${{{name}}} * 2" for name in numbers]
    return draw(st.sampled_from(shapes))


@st.composite
def checks(draw, question: Question, refs: list[Question]) -> dict[str, str]:
    found = {}
    if draw(st.booleans()):
        found["required"] = "true()"
    hard = {
        Kind.INTEGER: (". >= 0 and . <= 99", ". > 17", ". mod 2 = 0"),
        Kind.DECIMAL: (". >= 0.5 and . < 7.25",),
        Kind.TEXT: ("regex(., '^[a-z]{2,4}[0-9]?$')", "string-length(.) < 20"),
        Kind.DATE: (". <= today()", ". >= date('2024-01-01') and . <= date('2024-12-31')"),
        Kind.MULTIPLE: ("count-selected(.) <= 2",),
    }.get(question.kind, ())
    if hard and draw(st.booleans()):
        found["constraint"] = draw(st.sampled_from(hard))
    numbers = [q.name for q in refs if q.kind is Kind.INTEGER]
    if question.kind is Kind.INTEGER and numbers and draw(st.integers(0, 3)) == 0:
        found["constraint"] = f". <= ${{{draw(st.sampled_from(numbers))}}}"
    if question.kind in NUMBER_KINDS and draw(st.integers(0, 3)) == 0:
        found["soft_constraint"] = ". < 60"
    return found


@st.composite
def questionnaires(draw, *, most: int = 10) -> Questionnaire:
    """A valid questionnaire of up to `most` questions; no rule refers forward."""
    earlier: list[Question] = []
    items = draw(_items("q", earlier, draw(st.integers(1, most)), (), ()))
    if not any(q.kind not in (Kind.NOTE, Kind.CALCULATE) for q in earlier):
        question = Question("last", Kind.SINGLE, text("Pēdējais"), codes=draw(code_lists()))
        items = (*items, question)
    lists = {q.codes.name: q.codes for q in earlier if q.codes is not None}
    return Questionnaire("random", "1", langs=("lv", "en"), items=items, lists=(*lists.values(),))


@st.composite
def _items(draw, prefix: str, earlier: list[Question], size: int, groups, outer):
    items = []
    while size > 0:
        kind = draw(st.integers(0, 5)) if len(groups) < 2 else 5
        name = f"{prefix}{len(earlier) + 1}"
        if kind > 1:
            question = draw(questions(name, earlier))
            items.append(_placed(question, groups, outer, earlier))
            size -= 1
            continue
        inside = draw(st.integers(1, min(size, 3)))
        refs = [q for q in earlier if q.kind is not Kind.NOTE]
        relevant = parse(draw(conditions(refs))) if refs and draw(st.booleans()) else None
        group = Group(f"g_{name}", (), text(f"Daļa {name}"), relevant=relevant)
        around, rules = (*groups, group.name), (*outer, relevant)
        if kind == 0:
            codes = draw(code_lists(f"l_{group.name}", scale=True))
            parts = []
            for index in range(inside):
                question = draw(questions(f"{name}_{index}", earlier, codes))
                question = replace(question, grid=group.name, choice_filter=None)
                parts.append(_placed(question, around, rules, earlier))
            group = replace(group, items=tuple(parts), is_grid=True, appearance="table-list")
        else:
            parts = draw(_items(prefix, earlier, inside, around, rules))
            group = replace(group, items=tuple(parts), is_page=draw(st.booleans()))
        items.append(group)
        size -= inside
    return tuple(items)


def _placed(question: Question, groups, outer, earlier: list[Question]) -> Question:
    """The question inside its groups, remembered for later rules."""
    asked_of = all_of((*outer, question.relevant))
    placed = replace(question, groups=tuple(groups), asked_of=asked_of)
    earlier.append(placed)
    return placed


@st.composite
def answers(draw, question: Question):
    """An answer fit for a question's kind and list; its checks are not looked at."""
    if question.kind is Kind.SINGLE:
        return draw(st.sampled_from(question.codes.names))
    if question.kind is Kind.MULTIPLE:
        names = question.codes.names
        chosen = draw(st.sets(st.sampled_from(names), min_size=1))
        return tuple(name for name in names if name in chosen)
    if question.kind is Kind.ACKNOWLEDGE:
        return "OK"
    if draw(st.integers(0, 6)) == 0:
        return draw(st.sampled_from((Missing.DONT_KNOW, Missing.REFUSED)))
    if question.kind is Kind.INTEGER:
        return draw(st.integers(-3, 120))
    if question.kind is Kind.DECIMAL:
        return draw(st.integers(-30, 1200)) / 10
    if question.kind is Kind.RANGE:
        bounds = question.bounds
        steps = round((bounds.end - bounds.start) / bounds.step)
        return bounds.start + bounds.step * draw(st.integers(0, steps))
    if question.kind is Kind.DATE:
        return draw(st.dates(date(2023, 1, 1), date(2025, 12, 31)))
    if question.kind is Kind.TIME:
        return draw(st.builds(time, st.integers(0, 23), st.integers(0, 59)))
    words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
    return draw(words.map(str.strip).filter(lambda said: said and said[0] != "_"))


@st.composite
def records(draw, questionnaire: Questionnaire, record_id: str = "r1") -> Record:
    """A record that answers some questions, whether they are on its route or not."""
    found = {}
    for question in questionnaire.questions:
        can_answer = question.kind not in (Kind.NOTE, Kind.CALCULATE, Kind.META)
        if can_answer and question.role is not Role.SAMPLE and draw(st.integers(0, 3)):
            found[question.name] = draw(answers(question))
    return Record(record_id, found, "lv")
