"""Sentences on who differs, on centres and on alerts: their numbers and labels bound to cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atbalss.report.bind import BoundWord, Printed, Run, Value
from atbalss.report.labels import label_text
from atbalss.report.look_words import pieces, say
from atbalss.report.numerals import NBSP, decimal
from atbalss.report.specs import LookSpec
from atbalss.report.words import quoted
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import dash
from atbalss.tables.looks import Differs, GroupDifference
from atbalss.tables.result import CellKey, Flag, Number, Unit, Verdict
from atbalss.tables.unit_results import (
    Alert,
    Control,
    Funnel,
    Part,
    Place,
)

LEVEL = 99.8
BARE = frozenset("jā nē ir nav yes no да нет есть".split())  # say nothing without their question


@dataclass(frozen=True)
class Teller:
    """What sentences of one look need: the spec, the language, and where labels come from."""

    spec: LookSpec
    questionnaire: Questionnaire
    lang: str
    source: str = ""

    # -- who differs

    def differs(self, found: Differs) -> Run:
        """Who differs, those above the rest first; or that nobody does, and what would show."""
        more = self.listed(found, Verdict.HIGHER)
        less = self.listed(found, Verdict.LOWER)
        parts: list[Value] = []
        mean = not self.spec.code
        if more:
            parts += [self._head("more", mean), *self._groups(more, found)]
        if less:
            head = say("less_mean_then" if mean else "less_then", self.lang)
            parts += [" ", head] if more else [self._head("less", mean)]
            parts += self._groups(less, found)
        return Run(tuple(parts)) if parts else self._nobody(found)

    def listed(self, found: Differs, verdict: Verdict) -> list[GroupDifference]:
        """The groups that a sentence names: each look once, and a net rather than its codes.

        A look that is named among those above the rest is not named again from its other side.
        """
        passed = found.of(verdict)
        named = {(item.question, item.code) for item in found.of(Verdict.HIGHER)}
        kept = []
        for item in passed:
            pair = (item.question, item.twin)
            again = {(o.question, o.code) for o in found.groups if o.twin == item.code} | {pair}
            own_side = [o for o in passed if o.question == item.question]
            if verdict is Verdict.LOWER and again & named:
                continue
            if any(item.code in self._members(o.question, o.code) for o in own_side):
                continue
            kept.append(item)
        return kept

    def _members(self, name: str, code: str) -> tuple[str, ...]:
        question = self.questionnaire.by_name.get(name)
        codes = None if question is None else question.codes or question.frame
        if codes is None or codes.has(code):
            return ()
        return codes.members(code)

    def _head(self, which: str, mean: bool) -> str:
        if self.spec.says:
            return say(f"{which}_says", self.lang, says=self.spec.says)
        return say(f"{which}_mean" if mean else f"{which}_answer", self.lang, answer=self.answer())

    def answer(self) -> str:
        """What is looked at in words: „Nē“ (question), or the question's label of a mean."""
        label = label_text(self.questionnaire, self.spec.question).get(self.lang)
        if not self.spec.code:
            return label
        code = label_text(self.questionnaire, self.spec.question, self.spec.code).get(self.lang)
        return f"{quoted(code, self.lang)} ({label})"

    def group_label(self, item: GroupDifference, found: Differs) -> str:
        """A group in words: the author's, else its label, with its question's where it needs it."""
        for own in self.spec.labels:
            if (own.question, own.code) == (item.question, item.code) and own.label:
                return own.label
        label = item.label.get(self.lang)
        same = [o for o in found.groups if o.label.get(self.lang) == label]
        if len(same) > 1 or label.lower() in BARE:
            label = (
                f"{item.variable.get(self.lang)} {dash(self.lang)} {label[:1].lower() + label[1:]}"
            )
        return label[:1].lower() + label[1:] if self.spec.lower else label

    def _groups(self, items: Sequence[GroupDifference], found: Differs) -> list[Value]:
        parts: list[Value] = []
        for i, item in enumerate(items):
            pair = item.comparison
            parts.append("; " if i else "")
            parts.append(
                BoundWord(self.group_label(item, found), pair.difference, self.source, pair)
            )
            rest: Value = (
                f", {say('rest_short', self.lang)} –{NBSP}" if not i else say("against", self.lang)
            )
            parts += [
                " (",
                Printed(pair.later, self.source),
                rest,
                Printed(pair.earlier, self.source),
                ")",
            ]
        return [part for part in [*parts, "."] if part != ""]

    def _nobody(self, found: Differs) -> Run:
        answer = self.answer()
        if found.least_detectable is None:
            return Run((say("nobody_judged", self.lang, answer=answer),))
        cell = CellKey(self.spec.question, self.spec.code, found.total.cell.wave)
        is_share = found.total.unit is Unit.SHARE
        unit = Unit.SHARE_DIFFERENCE if is_share else Unit.MEAN_DIFFERENCE
        base = found.total.base
        least = Number(cell, unit, found.least_detectable, base=base, interval="detectable_80")
        looks = Number(cell, Unit.COUNT, float(found.family_size), base=base)
        fills = {
            "looks": Printed(looks, self.source),
            "least": Printed(least, self.source, signed=False),
            "answer": answer,
        }
        return self._run(pieces("nobody", self.lang, **fills))

    # -- between units

    def funnel(self, found: Funnel) -> Run:
        """Which units lie beyond the outer limits, or that none does."""
        level = decimal(LEVEL, 1, self.lang)
        total = Printed(found.parts.total, self.source)
        low, high = found.at(Place.BELOW), found.at(Place.ABOVE)
        others = len(found.units) - len(found.at(Place.HIDDEN)) - len(low) - len(high)
        fills = {"total": total, "n": self._count(found.parts.total, others), "level": level}
        if not low and not high:
            return self._run(pieces("none_outside", self.lang, **fills))
        parts: list[object] = []
        for key, units in (("below", low), ("above", high)):
            if units:
                parts += [" " if parts else "", say(key, self.lang, level=level)]
                parts += [*self._parts([unit.part for unit in units]), "."]
        if others:
            parts += pieces("others", self.lang, **fills)
        return self._run(parts)

    # -- over time

    def control(self, found: Control) -> Run:
        """Which periods are conspicuous and for what, or that none is."""
        total = Printed(found.parts.total, self.source)
        shown = [item for item in found.periods if item.part.is_shown]
        if not found.with_alert(*Alert):
            n = self._count(found.parts.total, len(shown))
            return self._run(pieces("calm", self.lang, n=n, total=total))
        parts: list[object] = []
        for key, alert in (
            ("below_control", Alert.BELOW),
            ("above_control", Alert.ABOVE),
            ("run_above", Alert.RUN_ABOVE),
            ("run_below", Alert.RUN_BELOW),
        ):
            periods = found.with_alert(alert)
            if periods:
                parts += [" " if parts else "", say(key, self.lang)]
                parts += [*self._parts([item.part for item in periods]), "."]
        parts += pieces("centre_is", self.lang, total=total)
        return self._run(parts)

    # -- common

    def _parts(self, found: Iterable[Part]) -> list[object]:
        parts: list[object] = []
        for item in found:
            parts += [
                "; " if parts else "",
                BoundWord(self.part_label(item), item.number, self.source),
            ]
            parts += [" (", Printed(item.number, self.source), ")"]
        return parts

    def part_label(self, part: Part) -> str:
        """The name of a unit or period: the author's words, else its label."""
        for own in self.spec.labels:
            if own.code == part.code and own.label:
                return own.label
        return part.label.get(self.lang) or part.code

    def _count(self, total: Number, count: int) -> Printed:
        number = Number(total.cell, Unit.COUNT, float(count), base=total.base, flag=Flag.OK)
        return Printed(number, self.source)

    def _run(self, parts: Sequence[object]) -> Run:
        kept = [p for p in parts if isinstance(p, str | Printed | BoundWord) and p != ""]
        return Run(tuple(kept))
