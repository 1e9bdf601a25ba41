"""Rules in Latvian, English and Russian words: for base notes, routes and constraints."""

from __future__ import annotations

import re

from atbalss.problems.catalogue import LANGS
from atbalss.study import rule_phrases as phrases
from atbalss.study.codes import CodeList
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_atoms import Atom, Joined, Node, as_rule, join, statements
from atbalss.study.rules import Rule, to_xpath
from atbalss.study.texts import Text


def asked_of_words(rule: Rule | None, questionnaire: Questionnaire, lang: str) -> str:
    """Whom a question is asked, for a base note: "all respondents", "those who answered ...".

    That they passed the screening questions is not said: otherwise they are no respondents.
    """
    lang = _known(lang)
    node: Node = True if rule is None else _respondents(statements(rule, questionnaire))
    if isinstance(node, bool):
        return (phrases.ALL if node else phrases.NOBODY)[lang]
    return _Wording(questionnaire, lang, person=True).whole(node, phrases.THOSE[lang])


def condition_words(rule: Rule, questionnaire: Questionnaire, lang: str) -> str:
    """A rule as a subordinate clause, for routes: "if ... is answered ..."."""
    lang = _known(lang)
    node = statements(rule, questionnaire)
    if isinstance(node, bool):
        return (phrases.ALWAYS if node else phrases.NEVER)[lang]
    return _Wording(questionnaire, lang, person=False).whole(node, phrases.IF[lang])


def words(
    rule: Rule, questionnaire: Questionnaire, lang: str, *, own: Question | None = None
) -> str:
    """A rule as a bare statement, for constraints: "the answer is from 1 to 10".

    `own` is the question whose answer `.` stands for: it lends the labels of its options.
    """
    lang = _known(lang)
    node = statements(rule, questionnaire)
    if isinstance(node, bool):
        return (phrases.ALWAYS if node else phrases.NEVER)[lang]
    return _Wording(questionnaire, lang, person=False, own=own).whole(node, "")


def _respondents(node: Node) -> Node:
    """Statements without those that passing the screening means."""
    if isinstance(node, Atom):
        screened = node.question is not None and node.question.role is Role.SCREENING
        return True if screened and node.positive else node
    if isinstance(node, Joined) and node.op == "and":
        return join("and", tuple(_respondents(part) for part in node.parts))
    return node


def _known(lang: str) -> str:
    return lang if lang in LANGS else "en"


class _Wording:
    """Puts statements into one language, about persons or as conditions."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        lang: str,
        *,
        person: bool,
        own: Question | None = None,
    ) -> None:
        self.questionnaire = questionnaire
        self.lang = lang
        self.person = person
        self.own = own

    def whole(self, node: Atom | Joined, opening: str) -> str:
        """The statements under their opening, which is said again where it keeps them apart."""
        if isinstance(node, Joined) and node.op == "or":
            if all(isinstance(part, Atom) for part in node.parts):
                return opening + self.listed(node.parts, phrases.OR)
            sides = [opening + self.both(part) for part in node.parts]
            return phrases.listed(sides, "," + phrases.OR[self.lang])
        return opening + self.both(node)

    def both(self, node: Node) -> str:
        """A statement, or statements joined by `and` of which some are alternatives."""
        if isinstance(node, Joined) and node.op == "and":
            parts = [
                self.either(part) if isinstance(part, Joined) else self.atom(part)
                for part in node.parts
            ]
            return phrases.listed(parts, phrases.AND[self.lang])
        return self.either(node) if isinstance(node, Joined) else self.atom(node)

    def either(self, node: Joined) -> str:
        if node.op == "or" and all(isinstance(part, Atom) for part in node.parts):
            return phrases.paired([self.atom(p) for p in node.parts], phrases.EITHER[self.lang])
        return self.atom(Atom("opaque", as_rule(node)))

    def listed(self, parts: tuple[Node, ...], last: dict[str, str]) -> str:
        return phrases.listed([self.atom(part) for part in parts], last[self.lang])

    def atom(self, node: Node) -> str:
        if not isinstance(node, Atom):
            return ""
        if node.kind == "opaque":
            return self.opaque(node)
        kind = node.kind
        if kind == "choice":
            several = node.question is None or node.question.kind is Kind.MULTIPLE
            kind = "multiple" if several and _is_selected(node) else "single"
        key = kind + ("+" if node.positive else "-")
        table = phrases.PERSON if self.person else phrases.CONDITION
        if node.question is None:
            table = phrases.OWN
        form = table[self.lang].get(key)
        if node.every:
            form = table[self.lang].get("every" + key[-1], form)
        if form is None or (self.person and node.question is None):
            return self.opaque(node)
        return form.format(q=self.asked(node.question), x=self.answered(node))

    def opaque(self, node: Atom) -> str:
        table = phrases.PERSON if self.person else phrases.CONDITION
        key = "opaque+" if node.positive else "opaque-"
        return table[self.lang][key].format(x=self.quoted(to_xpath(node.rule)))

    def answered(self, node: Atom) -> str:
        """What was answered: options, an amount, a day."""
        if node.kind == "choice":
            return self.options(node)
        if node.kind == "date":
            return phrases.when(node.op, node.day, self.lang, accusative=self.person)
        if node.kind == "count" and self.person and (node.low is None or node.high is None):
            op, value = node.low or node.high or ("=", 0.0)
            return phrases.counted(op, value, self.lang)
        if node.kind == "answered":
            return ""
        return phrases.bounds(node.low, node.high, self.lang)

    def options(self, node: Atom) -> str:
        question = node.question or self.own
        codes = question.codes if question is not None else None
        labels = [self.quoted(self.option(codes, code)) for code in node.codes]
        if node.every:
            return phrases.paired(labels, phrases.BOTH[self.lang])
        if node.positive:
            return phrases.listed(labels, phrases.OR[self.lang])
        return phrases.paired(labels, phrases.NOR[self.lang])

    def option(self, codes: CodeList | None, name: str) -> str:
        if codes is None or not codes.has(name):
            return name
        code = codes.code(name)
        return self.plain(code.short_label or code.label) or name

    def asked(self, question: Question | None) -> str:
        if question is None:
            return ""
        label = self.plain(question.short_label or question.label)
        return self.quoted(label or question.name)

    def plain(self, text: Text) -> str:
        """A label as running text: fills and markup taken out."""
        label = re.sub(r"\$\{[^{}]*\}", "…", text.get(self.lang))
        label = re.sub(r"<[^<>]*>|\*\*|__|^#+ ", "", label, flags=re.MULTILINE)
        return " ".join(label.split())

    def quoted(self, label: str) -> str:
        return phrases.QUOTES[self.lang].format(label)


def _is_selected(node: Atom) -> bool:
    return not (node.question is None and getattr(node.rule, "op", "") in ("=", "!="))
