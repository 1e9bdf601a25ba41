"""How open answers were coded, and the code frame as an annex: ```coding and ```codeframe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atbalss.coding.apply import Counts
from atbalss.coding.codeframe import level
from atbalss.coding.verbatims import cuts, shown
from atbalss.report.coding_words import say
from atbalss.report.document import CellText, DataTable
from atbalss.report.numerals import decimal, percent
from atbalss.report.register import Register
from atbalss.study.codes import Code, CodeList, Net
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.result import CellKey, Number, Unit

PLACE = "coding"
SHOWN = 3  # examples of a code


@dataclass(frozen=True)
class Teller:
    """Numbers of coding as texts, each with its entry in the register."""

    register: Register
    lang: str
    wave: str

    def count(self, question: str, what: str, value: int) -> CellText:
        """A count of answers."""
        text = decimal(value, 0, self.lang)
        number = Number(CellKey(PLACE, f"{what} {question}".strip(), self.wave), Unit.COUNT, value)
        return CellText(text, self.register.add(number, text, place=PLACE), numeric=True)

    def alpha(self, question: str, value: float | None) -> CellText:
        """An alpha with two decimals; a dash where nothing was coded twice."""
        if value is None:
            return CellText("–", numeric=True)
        text = decimal(value, 2, self.lang)
        number = Number(CellKey(PLACE, f"alpha {question}", self.wave), Unit.MEAN, value)
        return CellText(text, self.register.add(number, text, place=PLACE), numeric=True)


def method_words(
    found: Sequence[Counts], register: Register, lang: str, wave: str
) -> tuple[str, str]:
    """How the wave's open answers were coded, in sentences, and the id of the first number."""
    if not found:
        return "", ""
    teller = Teller(register, lang, wave)

    def total(what: str) -> tuple[int, CellText]:
        value = sum(getattr(one, what) for one in found)
        return value, teller.count("", what, value)

    _, answers = total("answers")
    _, person = total("by_person")
    parts = [say("by_person", lang, answers=answers.text, person=person.text)]
    machines, machine = total("by_machine")
    limits = [one.threshold for one in found if one.by_machine and one.threshold is not None]
    if machines and limits:
        limit = percent(min(limits), lang)
        parts.append(say("by_machine", lang, machine=machine.text, threshold=limit))
    else:
        parts.append(say("no_machine", lang))
    doubles, double = total("double")
    alphas = [(one.question, one.alpha) for one in found if one.alpha is not None]
    if doubles and alphas:
        least, most = (end(alphas, key=lambda one: one[1]) for end in (min, max))
        told = dict.fromkeys(teller.alpha(*one).text for one in (least, most))
        parts.append(say("double", lang, double=double.text, alpha="–".join(told)))
    elif doubles:
        parts.append(say("double_only", lang, double=double.text))
    for what in ("disputed", "upcoded", "open"):
        value, cell = total(what)
        if value:
            parts.append(say(what, lang, **{what: cell.text}))
    return " ".join(parts), answers.number_id


def coding_table(
    found: Sequence[Counts],
    questionnaire: Questionnaire,
    register: Register,
    lang: str,
    wave: str,
) -> DataTable:
    """A row a question: answers, by whom they were coded, agreement, version of the frame."""
    teller = Teller(register, lang, wave)
    keys = ("question", "answers", "person", "machine", "twice", "alpha", "version")
    head = tuple(
        CellText(say(key, lang), header=True, numeric=at > 0) for at, key in enumerate(keys)
    )
    rows = []
    for one in found:
        name = one.question
        counts = (
            ("answers", one.answers),
            ("by_person", one.by_person),
            ("by_machine", one.by_machine),
            ("double", one.double),
        )
        rows.append(
            (
                CellText(_title(questionnaire.by_name.get(name), name, lang), header=True),
                *(teller.count(name, what, value) for what, value in counts),
                teller.alpha(name, one.alpha),
                teller.count(name, "version", one.version),
            )
        )
    widths = (2.6, 1.0, 1.0, 1.0, 1.1, 0.8, 1.1)
    return DataTable(head, tuple(rows), say("caption", lang), widths=widths)


def frame_table(question: Question, lang: str, *, invented: bool, title: str = "") -> DataTable:
    """The code frame of a question: nets by level, codes, what belongs to them, examples.

    Of the examples all is cut that can be found out: telephones, codes, names, places. Nobody has
    ticked them as released.
    """
    codes = question.frame
    if codes is None:
        raise KeyError(question.name)
    columns = ["code", *_kept(codes)]
    head = tuple(CellText(say(key, lang), header=True) for key in columns)
    rows = []
    has_examples = False
    for item, depth in in_levels(codes):
        indent = "\u2003\u2003" * depth
        name = item.label.get(lang) or item.short_label.get(lang) or item.name
        cells = [CellText(indent + name, header=True)]
        if isinstance(item, Net):
            told = {"meaning": say("net", lang), "examples": ""}
        else:
            told = {"meaning": _meaning(item, lang), "examples": _examples(item)}
            has_examples = has_examples or bool(told["examples"])
        cells += [CellText(told[key]) for key in columns[1:]]
        rows.append(tuple(cells))
    notes = (say("invented", lang),) if invented and has_examples else ()
    caption = title or say("frame", lang, question=_title(question, question.name, lang))
    widths = {1: (1.0,), 2: (1.0, 1.6), 3: (1.2, 1.4, 1.6)}[len(columns)]
    return DataTable(head, tuple(rows), caption, notes=notes, widths=widths)


def in_levels(codes: CodeList) -> list[tuple[Code | Net, int]]:
    """Nets with their codes beneath them, each with its depth; codes of no net where they stand.

    A code that is in several nets stands under the first of the innermost.
    """
    inner = {net.name: level(codes, net.name) for net in codes.nets}
    home: dict[str, str] = {}
    for code in codes.codes:
        nets = [net for net in code.nets if net in inner]
        if nets:
            home[code.name] = max(nets, key=lambda net: (inner[net], -nets.index(net)))
    found: list[tuple[Code | Net, int]] = []
    done: set[str] = set()

    def put(net: Net) -> None:
        if net.name in done:
            return
        done.add(net.name)
        found.append((net, inner[net.name]))
        for code in codes.codes:
            if home.get(code.name) == net.name:
                found.append((code, inner[net.name] + 1))
        for other in codes.nets:
            if other.inside == net.name:
                put(other)

    for code in codes.codes:
        if code.name not in home:
            found.append((code, 0))
            continue
        outer = codes.net(home[code.name])
        while outer.inside:
            outer = codes.net(outer.inside)
        put(outer)
    return found


def _kept(codes: CodeList) -> list[str]:
    found = []
    if codes.nets or any(code.description or code.exclusive for code in codes.codes):
        found.append("meaning")
    if any(code.examples for code in codes.codes):
        found.append("examples")
    return found


def _meaning(code: Code, lang: str) -> str:
    parts = [code.description.get(lang)]
    if code.exclusive:
        parts.append(say("alone", lang))
    return " ".join(part for part in parts if part)


def _examples(code: Code) -> str:
    return "; ".join(shown(text, cuts(text)) for text in code.examples[:SHOWN])


def _title(question: Question | None, name: str, lang: str) -> str:
    if question is None:
        return name
    return question.short_label.get(lang) or question.label.get(lang) or name
