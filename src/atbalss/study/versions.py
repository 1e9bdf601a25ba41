"""What changed between two versions of a questionnaire, and what it does to the trend."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from atbalss.study.codes import CodeList
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Rule, to_xpath


class Change(StrEnum):
    """What was changed of a question."""

    ADDED = "added"
    REMOVED = "removed"
    KIND = "kind"  # another kind of answer
    SCALE = "scale"  # scores, ends or order of a scale, or the range of a number
    CODES = "codes"  # options added or taken away
    ROUTE = "route"  # asked of others than before
    WORDING = "wording"  # the question as it is read
    OPTIONS = "options"  # words of options
    HELP = "help"  # hints, notes for interviewers, short names: nothing that is asked


class Effect(StrEnum):
    """What a change does to a trend across it."""

    SAME = "same"  # may be compared
    REWORDED = "reworded"  # with a note
    BASE = "base"  # asked of others: within a base that is common to both
    SCALE = "scale"  # not to be compared as it is
    NEW = "new"  # no past
    GONE = "gone"  # ends here


EFFECTS = {
    Change.ADDED: Effect.NEW,
    Change.REMOVED: Effect.GONE,
    Change.KIND: Effect.SCALE,
    Change.SCALE: Effect.SCALE,
    Change.CODES: Effect.SCALE,
    Change.ROUTE: Effect.BASE,
    Change.WORDING: Effect.REWORDED,
    Change.OPTIONS: Effect.REWORDED,
    Change.HELP: Effect.SAME,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of one question: what stood, what stands, in which language if in one."""

    question: str
    change: Change
    before: str = ""
    after: str = ""
    lang: str = ""

    @property
    def effect(self) -> Effect:
        """What it does to the trend."""
        return EFFECTS[self.change]


def differences(old: Questionnaire, new: Questionnaire) -> tuple[Difference, ...]:
    """All changes from `old` to `new`, in the order of the new one, what was removed last.

    Questions are the same by name. Calculations and machine-filled ones count by their rule.
    """
    found: list[Difference] = []
    for question in new.questions:
        past = old.by_name.get(question.name)
        if past is None:
            after = question.label.get(new.langs[0])
            found.append(Difference(question.name, Change.ADDED, after=after))
        else:
            found += _changed(past, question)
    for past in old.questions:
        if past.name not in new.by_name:
            before = past.label.get(old.langs[0])
            found.append(Difference(past.name, Change.REMOVED, before=before))
    return tuple(found)


def effects(found: tuple[Difference, ...]) -> dict[str, Effect]:
    """The gravest effect on each question that changed."""
    order = list(Effect)
    worst: dict[str, Effect] = {}
    for item in found:
        held = worst.get(item.question, Effect.SAME)
        worst[item.question] = max(held, item.effect, key=order.index)
    return worst


def _changed(old: Question, new: Question) -> list[Difference]:
    name = new.name
    found: list[Difference] = []
    if old.kind is not new.kind:
        return [Difference(name, Change.KIND, old.kind.value, new.kind.value)]
    found += _routes(old, new)
    found += _texts(name, Change.WORDING, old, new, ("label",))
    if old.codes is not None and new.codes is not None:
        found += _codes(name, old.codes, new.codes)
    for key in ("scale_low", "scale_high"):
        found += _texts(name, Change.SCALE, old, new, (key,))
    if old.bounds != new.bounds:
        found.append(Difference(name, Change.SCALE, _range(old), _range(new)))
    if _rule(old.choice_filter) != _rule(new.choice_filter):
        found.append(
            Difference(name, Change.CODES, _rule(old.choice_filter), _rule(new.choice_filter))
        )
    helps = ("short_label", "hint", "interviewer_note", "probe")
    return found + _texts(name, Change.HELP, old, new, helps)


def _routes(old: Question, new: Question) -> list[Difference]:
    before, after = _rule(old.asked_of), _rule(new.asked_of)
    found = []
    if before != after:
        found.append(Difference(new.name, Change.ROUTE, before, after))
    if new.kind is Kind.CALCULATE and _rule(old.calculation) != _rule(new.calculation):
        found.append(
            Difference(new.name, Change.SCALE, _rule(old.calculation), _rule(new.calculation))
        )
    return found


def _rule(rule: Rule | None) -> str:
    return "" if rule is None else to_xpath(rule)


def _range(question: Question) -> str:
    bounds = question.bounds
    return "" if bounds is None else f"{bounds.start:g} … {bounds.end:g} ({bounds.step:g})"


def _texts(
    name: str, change: Change, old: Question, new: Question, keys: tuple[str, ...]
) -> list[Difference]:
    found = []
    for key in keys:
        before, after = getattr(old, key), getattr(new, key)
        for lang in dict.fromkeys(code for code, _ in (*before.pairs, *after.pairs)):
            was, now = (text.get(lang) if text.has(lang) else "" for text in (before, after))
            if " ".join(was.split()) != " ".join(now.split()):
                found.append(Difference(name, change, was, now, lang))
    return found


def _codes(name: str, old: CodeList, new: CodeList) -> list[Difference]:
    """Options gone and added, scores and order of scales, words of those that stayed."""
    found = []
    gone = [code for code in old.names if not new.has(code)]
    added = [code for code in new.names if not old.has(code)]
    if gone or added:
        found.append(Difference(name, Change.CODES, ", ".join(gone), ", ".join(added)))
    shared = [code for code in new.names if old.has(code)]
    before, after = _scores(old, shared), _scores(new, shared)
    if before != after:
        found.append(Difference(name, Change.SCALE, before, after))
    elif old.is_scale and [code for code in old.names if new.has(code)] != shared:
        kept = [code for code in old.names if new.has(code)]
        found.append(Difference(name, Change.SCALE, ", ".join(kept), ", ".join(shared)))
    for code in shared:
        was, now = old.code(code).label, new.code(code).label
        for lang in dict.fromkeys(item for item, _ in (*was.pairs, *now.pairs)):
            words = [text.get(lang) if text.has(lang) else "" for text in (was, now)]
            if words[0].split() != words[1].split():
                found.append(Difference(name, Change.OPTIONS, words[0], words[1], lang))
    return found


def _scores(codes: CodeList, names: list[str]) -> str:
    pairs = [(name, codes.code(name).score) for name in names]
    return ", ".join(f"{name} = {score:g}" for name, score in pairs if score is not None)
