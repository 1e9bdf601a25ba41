"""Which variable of a data file holds what of a questionnaire, and which value stands for a code.

Used both ways: `to_labelled` writes by it and `from_labelled` reads by it, so that what is written
is found again. The columns `source_name` and `source_value` of the questionnaire overrule it.
"""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.exchange.labelled import Value
from atbalss.exchange.sav_names import apart
from atbalss.study.codes import Code, CodeList, CodeRole, Missing
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire

YES, NO = 1.0, 0.0
_LAST = {Missing.NOT_APPLICABLE: 7, Missing.DONT_KNOW: 8, Missing.REFUSED: 9}


@dataclass(frozen=True, slots=True)
class Holder:
    """The variables of one question.

    `plain`: the one variable of a question with one answer (also the words of a coded one);
    `options`: (code, variable) of a question held as one yes-or-no variable a code; `slots`: the
    variables of a multiple question each of which holds one of its codes.
    """

    question: Question
    plain: str = ""
    options: tuple[tuple[str, str], ...] = ()
    slots: tuple[str, ...] = ()

    @property
    def variables(self) -> tuple[str, ...]:
        """All its variables, in order."""
        own = (self.plain,) if self.plain else ()
        return (*own, *self.slots, *(name for _, name in self.options))


def holders(questionnaire: Questionnaire) -> tuple[Holder, ...]:
    """The variables of every question that has an answer, in order; names valid in SPSS.

    Questions and names of the file itself come first to their names, made-up ones of options after.
    """
    raw = [_wanted(question) for question in questionnaire.questions if question.kind != Kind.NOTE]
    firm: list[tuple[int, str, str]] = []
    loose: list[tuple[int, str, str]] = []
    for at, item in enumerate(raw):
        firm += [(at, "", name) for name in (item.plain,) if name]
        firm += [(at, name, name) for name in item.slots]
        given = _given(item.question)
        for code, name in item.options:
            (firm if code in given else loose).append((at, code, name))
    keys = [*firm, *loose]
    names = apart(["id", "weight", *(name for _, _, name in keys)])[2:]
    found = {(at, code): name for (at, code, _), name in zip(keys, names, strict=True)}
    return tuple(
        Holder(
            item.question,
            found.get((at, ""), ""),
            tuple((code, found[at, code]) for code, _ in item.options),
            tuple(found[at, name] for name in item.slots),
        )
        for at, item in enumerate(raw)
    )


def _given(question: Question) -> set[str]:
    """Codes whose variable the questionnaire names itself."""
    codes = question.codes.codes if question.codes is not None else ()
    return {code.name for code in codes if code.source}


def none_code(question: Question) -> Code | None:
    """The code that says "none of these", where each option has its own variable and it has not."""
    codes = question.codes.codes if question.codes is not None else ()
    if question.kind is not Kind.MULTIPLE or not any(code.source for code in codes):
        return None
    found = [code for code in codes if code.role is CodeRole.NOTHING and not code.source]
    return found[0] if found else None


def values(codes: CodeList) -> dict[str, Value]:
    """The value that stands for each code where a variable holds codes.

    Codes that are numbers, by name or by `source_value`, are themselves. Where the file had texts,
    the texts. Else the codes that are not missing are counted from 1 (after the largest number
    among them) and missing codes are 97, 98, 99 (or 997, ... where those are taken).
    """
    given = {code.name: code.value or code.name for code in codes.codes}
    numbers = {name: found for name, text in given.items() if (found := number(text)) is not None}
    if len(numbers) == len(given) and len(set(numbers.values())) == len(numbers):
        return dict(numbers)
    if any(code.value for code in codes.codes) and len(set(given.values())) == len(given):
        return dict(given)
    return _counted(codes)


def _counted(codes: CodeList) -> dict[str, Value]:
    names = {code.name: number(code.name) for code in codes.codes if not code.missing}
    taken = {value for value in names.values() if value is not None}
    following = max([0.0, *taken])
    made: dict[str, Value] = {}
    for name, value in names.items():
        if value is None or value in made.values():
            following = float(int(following) + 1)
            value = following
        made[name] = value
    top = max([following, *taken])
    size = 10
    while top >= size - 4:
        size *= 10
    for code in codes.codes:
        if code.missing:
            value = float(size - 10 + _LAST[code.missing])
            while value in made.values():
                value -= 1
            made[code.name] = value
    return {code.name: made[code.name] for code in codes.codes}


def number(text: str) -> float | None:
    """The number that a text is, written the one way that reads back as itself; else None."""
    try:
        value = float(text)
    except ValueError:
        return None
    shown = str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value if shown == text else None


def _wanted(question: Question) -> Holder:
    """The variables as they would be called, were every name allowed."""
    name, source = question.name, question.source
    if question.kind is Kind.MULTIPLE and question.codes is not None:
        codes = question.codes.codes
        if source and not any(code.source for code in codes):
            return Holder(question, slots=source)
        bare = none_code(question)
        options = tuple(
            (code.name, code.source or f"{name}_{code.name}") for code in codes if code is not bare
        )
        return Holder(question, options=options)
    plain = source[0] if source else name
    framed = question.frame.codes if question.frame is not None else ()
    return Holder(question, plain, tuple((code.name, f"{name}_{code.name}") for code in framed))
