"""Satisfiability agrees with trying all answers, and never guesses."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rule_strategies import codes

from atbalss.answers.evaluate import Context, offered, truth
from atbalss.answers.missing import is_missing
from atbalss.study.codes import Code, CodeList, Missing
from atbalss.study.decide import Answer, Possible, satisfiable
from atbalss.study.question import Bounds, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_words import asked_of_words
from atbalss.study.rules import Binary, Call, Column, Literal, Ref, Self, parse

CONTEXT = Context()
SINGLE = codes("s", "1", "2", "a")
WITH_MISSING = replace(
    SINGLE,
    codes=tuple(
        replace(c, missing=Missing.DONT_KNOW if c.name == "a" else None) for c in SINGLE.codes
    ),
)
SEVERAL = codes("m", "a", "b", "c", "none", exclusive="none")


def selected(name, code):
    return Call("selected", (Ref(name), Literal(code)))


def atoms(names, own=""):
    """Statements on single answers."""
    number = st.sampled_from([0.0, 1.0, 2.0, 2.5, 4.0])
    comparison = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
    of_kind = {
        "s": st.one_of(
            st.builds(selected, st.just("s"), st.sampled_from(["1", "2", "a", "x"])),
            st.builds(Binary, comparison, st.just(Ref("s")), st.builds(Literal, number)),
            st.builds(
                Binary,
                st.sampled_from(["=", "!="]),
                st.just(Ref("s")),
                st.builds(Literal, st.sampled_from(["1", "2", "a", ""])),
            ),
            st.just(Ref("s")),
        ),
        "m": st.one_of(
            st.builds(selected, st.just("m"), st.sampled_from(["a", "b", "c", "none"])),
            st.builds(
                Binary,
                comparison,
                st.just(Call("count-selected", (Ref("m"),))),
                st.builds(Literal, number),
            ),
            st.builds(Binary, st.just("="), st.just(Ref("m")), st.sampled_from(_SEVERAL_TEXTS)),
        ),
        "n": st.one_of(
            st.builds(Binary, comparison, st.just(Ref("n")), st.builds(Literal, number)),
            st.builds(Binary, comparison, st.builds(Literal, number), st.just(Ref("n"))),
            st.just(Binary("=", Ref("n"), Literal(""))),
            st.just(Ref("n")),
        ),
        "t": st.builds(selected, st.just("t"), st.sampled_from(["1", "2"])),
        "c": st.builds(
            Binary, comparison, st.just(Ref("c")), st.builds(Literal, number | st.just("2"))
        ),
    }
    parts = [of_kind[name] for name in names]
    if own == "n":
        parts.append(st.builds(Binary, comparison, st.just(Self()), st.builds(Literal, number)))
    return st.one_of(parts) if parts else st.sampled_from([Call("true"), Call("false")])


_SEVERAL_TEXTS = [Literal(""), Literal("a"), Literal("a b"), Literal("b a")]


def decidable(names, own=""):
    """Rules of statements on single answers, joined in any way."""
    return st.recursive(
        atoms(names, own),
        lambda inner: st.one_of(
            st.builds(Binary, st.sampled_from(["and", "or"]), inner, inner),
            st.builds(lambda part: Call("not", (part,)), inner),
            st.builds(lambda a, b, c: Call("if", (a, b, c)), inner, inner, inner),
        ),
        max_leaves=5,
    )


@st.composite
def questionnaires(draw):
    """Small questionnaires with routes, constraints, a filter, a calculation, a missing code."""

    def maybe(strategy):
        return draw(st.none() | strategy)

    s = Question("s", Kind.SINGLE, codes=draw(st.sampled_from([SINGLE, WITH_MISSING])))
    s = replace(s, constraint=maybe(decidable(["s"])))
    m = Question("m", Kind.MULTIPLE, codes=SEVERAL, asked_of=maybe(decidable(["s"])))
    m = replace(m, constraint=maybe(decidable(["m"])))
    n = Question("n", Kind.INTEGER, asked_of=maybe(decidable(["s", "m"])))
    n = replace(n, constraint=maybe(decidable(["s"], own="n")))
    if draw(st.booleans()):
        n = replace(n, kind=Kind.RANGE, bounds=Bounds(0, 4, 2))
    towns = CodeList("t", tuple(Code(c, filters={"of": c}) for c in ("1", "2", "3")))
    t = Question("t", Kind.SINGLE, codes=towns, asked_of=maybe(decidable(["n"])))
    t = replace(t, choice_filter=maybe(st.just(Binary("=", Column("of"), Ref("s")))))
    outcome = Call("if", (draw(decidable(["s", "m", "n"])), Literal(1.0), Literal("2")))
    c = Question("c", Kind.CALCULATE, calculation=outcome, asked_of=maybe(decidable(["s"])))
    return Questionnaire("small", items=(s, m, n, t, c))


def acceptable(form):
    """Every set of answers that the questionnaire accepts, by trying all."""
    subsets = chain.from_iterable(combinations("abc", size) for size in range(1, 4))
    several = [None, ("none",), *subsets]
    numbers = [None, *range(-2, 7)]
    for s, m, n, t in product([None, "1", "2", "a"], several, numbers, [None, "1", "2", "3"]):
        answers = {"s": s, "m": m, "n": n, "t": t}
        answers = {name: answer for name, answer in answers.items() if answer is not None}
        calculated = {}
        if _holds(form.question("c").asked_of, answers, form):
            value = _holds(form.question("c").calculation.args[0], answers, form)
            calculated = {"c": "1" if value else "2"}
        if all(_accepted(form.question(name), answers, form) for name in "smnt"):
            yield {**answers, **calculated}


def _holds(rule, answers, form, own=None):
    return rule is None or truth(rule, answers, own=own, context=CONTEXT, questionnaire=form)


def _accepted(question, answers, form):
    answer = answers.get(question.name)
    asked = _holds(question.asked_of, answers, form)
    if answer is None:
        return True
    if question.bounds is not None and answer not in (0, 2, 4):
        return False
    options = offered(question, answers, context=CONTEXT, questionnaire=form)
    if question.choice_filter is not None and answer not in [code.name for code in options]:
        return False
    if is_missing(question, answer):
        return asked
    return asked and _holds(question.constraint, answers, form, own=answer)


@settings(max_examples=15, deadline=None)
@given(questionnaires(), st.lists(decidable(["s", "m", "n", "t", "c"]), min_size=1, max_size=2))
def test_the_verdict_is_that_of_trying_all_answers(form, wanted):
    possible = Possible(form)
    everything = list(acceptable(form))
    for rules in (*([rule] for rule in wanted), wanted):
        verdict = possible.verdict([possible.formula(rule) for rule in rules])
        found = any(all(_holds(rule, answers, form) for rule in rules) for answers in everything)
        assert verdict.answer is (Answer.YES if found else Answer.NO)
        if found:
            full = dict(verdict.witness)
            assert all(_accepted(form.question(name), full, form) for name in "smnt")
            if _holds(form.question("c").asked_of, full, form):
                outcome = form.question("c").calculation
                full["c"] = "1" if _holds(outcome.args[0], full, form) else "2"
            assert all(_holds(rule, full, form) for rule in rules)


FORM = Questionnaire(
    "form",
    items=(
        Question("age", Kind.INTEGER, constraint=parse(". >= 18 and . <= 99")),
        Question("weight", Kind.DECIMAL, constraint=parse(". > 0 and . < 300")),
        Question("name", Kind.TEXT),
        Question("phone", Kind.TEXT, constraint=parse("regex(., '[0-9]{8}')")),
        Question("day", Kind.DATE),
        Question("many", Kind.MULTIPLE, codes=codes("many", *(f"o{n}" for n in range(60)))),
        Question("calc", Kind.CALCULATE, calculation=parse("if(${age} > 60, 'old', 'young')")),
        Question("one", Kind.SINGLE, codes=codes("one", "a", "b")),
        Question("two", Kind.SINGLE, codes=codes("two", "b", "c")),
    ),
)


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ("${age} > 99", Answer.NO),
        ("${age} = 99", Answer.YES),
        ("${age} > 18 and ${age} < 19", Answer.NO),
        ("${weight} > 18 and ${weight} < 19", Answer.YES),
        ("${weight} > 300", Answer.NO),
        ("${name} = 'x' and ${name} = 'y'", Answer.NO),
        ("${name} != 'x' and ${name} != ''", Answer.YES),
        ("${calc} = 'old' and ${age} < 50", Answer.NO),
        ("${calc} = 'old'", Answer.YES),
        ("${calc} = 'older'", Answer.NO),
        ("count-selected(${many}) = 60 and not(selected(${many}, 'o7'))", Answer.NO),
        ("count-selected(${many}) = 59 and not(selected(${many}, 'o7'))", Answer.YES),
        ("${one} = ${two} and ${one} = 'a'", Answer.NO),
        ("${one} = ${two} and ${one} != ''", Answer.YES),
        ("${phone} != ''", Answer.NOT_CHECKED),
        ("${phone} = ''", Answer.YES),
        ("${day} > today()", Answer.NOT_CHECKED),
        ("${day} > today() and not(${day} > today())", Answer.NO),
        ("${day} > today() and ${age} > 99", Answer.NO),
        ("${day} > today() or ${age} > 20", Answer.YES),
        ("${age} + ${weight} > 1000", Answer.NOT_CHECKED),
        ("2 + 2 = 4", Answer.YES),
        ("random() > 2", Answer.NOT_CHECKED),
        ("selected(${one}, 'zzz')", Answer.NO),
    ],
)
def test_verdicts(rule, answer):
    verdict = satisfiable([parse(rule)], FORM)
    assert verdict.answer is answer
    assert (verdict.reason != "") is (answer is Answer.NOT_CHECKED)


def test_forty_options_are_not_tried_one_set_after_another():
    names = [f"o{n}" for n in range(40)]
    rule = " and ".join(f"(selected(${{many}}, '{n}') or ${{age}} > 20)" for n in names)
    assert satisfiable([parse(rule + " and ${age} < 20")], FORM).answer is Answer.YES
    never = parse(rule + " and ${age} < 20 and count-selected(${many}) < 40")
    assert satisfiable([never], FORM).answer is Answer.NO


def test_circles_of_calculations_are_not_followed_for_ever():
    form = Questionnaire(
        "circle",
        items=(
            Question("a", Kind.CALCULATE, calculation=parse("${b} + 1")),
            Question("b", Kind.CALCULATE, calculation=parse("${a} + 1")),
        ),
    )
    assert satisfiable([parse("${a} = 1")], form).answer is Answer.NOT_CHECKED


def test_what_calculations_make_endless_is_opaque():
    calculated = [Question("c0", Kind.SINGLE, codes=codes("l", "1", "2"))]
    for at in range(1, 60):
        before = f"${{c{at - 1}}}"
        rule = parse(f"if({before} = 1 and if({before} = 2, 1, 2) = 2, 1, 2)")
        calculated.append(Question(f"c{at}", Kind.CALCULATE, calculation=rule))
    form = Questionnaire("chain", items=tuple(calculated))
    assert satisfiable([parse("${c59} = 1")], form).answer is Answer.NOT_CHECKED
    assert satisfiable([parse("${c2} = 1")], form).answer is Answer.YES
    assert asked_of_words(parse("${c59} = 1"), form, "lv")
    nested = "${c0} = 1"
    for _ in range(45):
        nested = f"if({nested}, ${{c0}} = 1, ${{c0}} = 2)"
    assert satisfiable([parse(nested)], form).answer is Answer.NOT_CHECKED
    assert asked_of_words(parse(nested), form, "lv")


def test_a_witness_found_before_is_read_as_it_is():
    """The answers found last are where the next search starts; 0 is no blank answer there."""
    asked = Question("n", Kind.RANGE, bounds=Bounds(0, 4, 2))
    possible = Possible(Questionnaire("q", items=(asked,)))
    under_one = possible.verdict([possible.formula(parse("${n} < 1"))])
    over_zero = possible.verdict([possible.formula(parse("not(${n} <= 0)"))])
    assert under_one.witness == {"n": 0.0}
    assert over_zero.answer is Answer.YES
    assert over_zero.witness.get("n", "") != 0.0
