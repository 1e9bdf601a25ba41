"""The words of the report language: what `share`, `change`, `say`, `fig`, ... give."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from atbalss.problems import Refused, problem
from atbalss.report import claims
from atbalss.report.arguments import among_pairs, standard_names
from atbalss.report.bind import (
    BoundWord,
    Printed,
    Run,
    Value,
    refuse_unprintable,
)
from atbalss.report.labels import label_text, question_named
from atbalss.report.pointers import Pointers
from atbalss.report.ranks import claim
from atbalss.report.specs import LookSpec
from atbalss.report.words import noun_key, noun_names, quoted
from atbalss.study.about import Study
from atbalss.study.codes import CodeRole
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.demand import Filter
from atbalss.tables.result import CellKey, Comparison, Number, Source, Unit

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells


@dataclass(kw_only=True)
class Vocabulary(Pointers):
    """Functions, references and filters for one document."""

    study: Study
    questionnaire: Questionnaire
    cells: Cells

    # -- numbers

    def _printed(self, number: Number, comparison: Comparison | None = None) -> Printed:
        return Printed(number, self.source, comparison)

    def share(
        self,
        question: str,
        code: str,
        wave: str | None = None,
        among: object = (),
        standardised: object = (),
    ) -> Printed:
        """A share of the base; of a past wave made up as the current one with `standardised`."""
        by = standard_names(standardised)
        if by:
            pairs = among_pairs(among)
            return self._printed(self.cells.standardised(question, code, by, wave, pairs))
        return self._printed(self.cells.share(question, code, wave, among_pairs(among)))

    def mean(
        self,
        question: str,
        wave: str | None = None,
        among: object = (),
        standardised: object = (),
    ) -> Printed:
        """A mean of a scale, a number or a grid; `standardised` as of `share`, for one scale."""
        by = standard_names(standardised)
        if by:
            pairs = among_pairs(among)
            return self._printed(self.cells.standardised(question, "", by, wave, pairs))
        return self._printed(self.cells.mean(question, wave, among_pairs(among)))

    def count(
        self, question: str, code: str, wave: str | None = None, among: object = ()
    ) -> Printed:
        """Persons with a code."""
        return self._printed(self.cells.count(question, code, wave, among_pairs(among)))

    def base(
        self, question: str | None = None, wave: str | None = None, among: object = ()
    ) -> Printed:
        """Persons in a base; all interviews without a question."""
        return self._printed(self.cells.base(question, wave, among_pairs(among)))

    def _compared(
        self,
        question: str,
        code: str,
        since: str,
        wave: str | None,
        among: Filter,
        by: tuple[str, ...] = (),
    ) -> Comparison:
        if by and (wave or self.study.wave) != self.study.wave:
            raise ValueError(f"standardised={by!r}, wave={wave!r}")
        if by:
            later = self.cells.standardised(question, code, by, wave, among)
            earlier = self.cells.standardised(question, code, by, since, among)
        elif code:
            later = self.cells.share(question, code, wave, among)
            earlier = self.cells.share(question, code, since, among)
        else:
            later = self.cells.mean(question, wave, among)
            earlier = self.cells.mean(question, since, among)
        for side in (later, earlier):
            refuse_unprintable(side, self.source, self.study)
        if not self.study.is_earlier(since, later.cell.wave):
            raise ValueError(f"since={since!r}, wave={later.cell.wave!r}")
        comparison = self.cells.compare(later, earlier)
        refuse_unprintable(comparison.difference, self.source, self.study)
        return comparison

    def change(
        self,
        question: str,
        code: str = "",
        since: str = "",
        wave: str | None = None,
        among: object = (),
        standardised: object = (),
    ) -> Printed:
        """A difference since an earlier wave; of means where no code is named.

        With `standardised` since that wave as if made up as the current one.
        """
        if not since:
            raise Refused([problem("report-no-since", expression=self.source)])
        by = standard_names(standardised)
        comparison = self._compared(question, code, since, wave, among_pairs(among), by)
        return self._printed(comparison.difference, comparison)

    def items(self, *questions: str, wave: str | None = None) -> Printed:
        """Different codes that somebody named; of several questions together without "Cits"."""
        if not questions:
            raise ValueError("items(question, ...)")
        total = 0
        for name in questions:
            total += self.cells.n_distinct(name, wave)
            if len(questions) > 1:
                total -= self._others_named(name, wave)
        cell = CellKey("+".join(questions), "#codes", wave or self.study.wave)
        base = self.cells.base(questions[0], wave)
        known = base.source is Source.ANSWERS  # print does not tell which codes nobody named
        return self._printed(
            Number(cell, Unit.COUNT, float(total) if known else None, base=base.base)
        )

    def _others_named(self, name: str, wave: str | None) -> int:
        question = question_named(self.questionnaire, name)
        codes = question.codes or question.frame
        others = [c.name for c in codes.codes if c.role is CodeRole.OTHER] if codes else []
        return sum(1 for code in others if self.cells.count(name, code, wave).value)

    def persons(self, number: Printed, case: str = "nom", noun: str = "respondent") -> Printed:
        """A count with its noun in the right number and case."""
        return self.counted(number, noun, case)

    def counted(self, number: Printed, noun: str, case: str = "nom") -> Printed:
        """A count with any known noun in the right number and case."""
        if number.number.unit is not Unit.COUNT:
            raise self._wrong_unit(noun)
        try:
            return replace(number, noun=noun_key(noun, self.lang), case=self._case(case))
        except KeyError as error:
            raise ValueError(f"noun={noun!r} ({', '.join(noun_names(self.lang))})") from error

    def value(self, name: str) -> str:
        """A fact of the study."""
        facts = self.study.facts
        if name not in facts:
            known = ", ".join(sorted(facts)) or "–"
            raise Refused([problem("report-unknown-fact", name=name, known=known)])
        return str(facts[name])

    # -- words

    def fraction(self, number: Printed, case: str = "nom", capital: bool = False) -> BoundWord:  # noqa: A002, RUF100
        """A fraction word that the build chooses for a share."""
        return claims.fraction(self._share(number), self.lang, self._case(case), capital)

    def say(self, words: str, number: Printed) -> BoundWord:
        """The author's words, where they fit the share."""
        return claims.say(words, self._share(number), self.lang)

    def most(
        self,
        question: str,
        wave: str | None = None,
        among: object = (),
        ties: bool = False,
        quoted: bool = False,
        lower: bool = False,
        tested: bool = False,
    ) -> Run:
        """The label of the largest code; all of a tie with `ties=True`.

        With `tested` its lead over the next must be significant.
        """
        field_ = claims.Field(self.cells, self.questionnaire, question, wave, among_pairs(among))
        leaders = claims.leaders(field_, self.source, ties)
        lead = self._lead(field_, 1) if len(leaders) == 1 else None
        if tested:
            claims.refuse_untested(lead, self.source)
        return self._listed(field_, leaders, quoted, lower, shares=False, lead=lead)

    def ranked(
        self,
        question: str,
        top: int = 3,
        wave: str | None = None,
        among: object = (),
        ties: bool = True,
        quoted: bool = False,
        lower: bool = False,
    ) -> Run:
        """The largest codes with their shares; a tie at the cut is taken in or an error."""
        field_ = claims.Field(self.cells, self.questionnaire, question, wave, among_pairs(among))
        first = claims.first(field_, top, self.source, ties)
        lead = self._lead(field_, top) if len(first) == top else None
        return self._listed(field_, first, quoted, lower, shares=True, lead=lead)

    def _lead(self, field_: claims.Field, place: int) -> Comparison | None:
        """The test of a place against the next."""
        asked = claim(
            self.questionnaire, field_.question, (place,), wave=field_.wave, among=field_.among
        )
        return self.cells.lead(asked)

    def _listed(
        self,
        field_: claims.Field,
        codes: list[claims.Place],
        quote: bool,
        lower: bool,
        shares: bool,
        lead: Comparison | None,
    ) -> Run:
        """Labels as bound words; with the last its lead over the next and what is left out."""
        parts: list[Value] = []
        joints, left_out = claims.joints(len(codes), self.lang), claims.unseen(field_)
        for item, joint in zip(codes, joints, strict=True):
            refuse_unprintable(item.number, self.source, self.study)
            if field_.is_grid:
                label = self.label(item.code, quoted=quote, lower=lower)
            else:
                label = self.label(field_.question, item.code, quoted=quote, lower=lower)
            own, hidden = (lead, left_out) if item is codes[-1] else (None, ())
            parts.append(BoundWord(label, item.number, self.source, lead=own, unseen=hidden))
            if shares:
                parts += [" (", self._printed(item.number), ")"]
            parts.append(joint)
        return Run(tuple(parts))

    def say_rank(
        self,
        words: str,
        question: str,
        code: str,
        wave: str | None = None,
        among: object = (),
        of: object = (),
        tested: bool = False,
    ) -> BoundWord:
        """The author's rank word, where the code (or grid item) has that rank.

        With `tested` the lead over the next place must be significant.
        """
        within = tuple(str(item) for item in of) if isinstance(of, tuple | list) else ()
        field_ = claims.Field(
            self.cells, self.questionnaire, question, wave, among_pairs(among), within
        )
        return claims.say_rank(words, field_, code, self.source, self.lang, tested)

    def direction(
        self,
        question: str,
        code: str = "",
        since: str = "",
        wave: str | None = None,
        among: object = (),
        subject: str = "m",
        standardised: object = (),
    ) -> BoundWord:
        """A clause on a change, chosen by the test."""
        if not since:
            raise Refused([problem("report-no-since", expression=self.source)])
        by = standard_names(standardised)
        comparison = self._compared(question, code, since, wave, among_pairs(among), by)
        return claims.direction(comparison, self.lang, subject, self.source)

    def differs(
        self,
        question: str,
        code: str = "",
        by: object = (),
        says: str = "",
        nets: bool = False,
        adjust: str = "holm",
        lower: bool = False,
    ) -> Run:
        """A sentence on who differs from the rest in an answer (in a mean without a code)."""
        from atbalss.report.look_blocks import look_of
        from atbalss.report.look_sentences import Teller

        names = (by,) if isinstance(by, str) else by
        if not isinstance(names, tuple | list):
            raise ValueError(f'by={by!r} (by=("question", ...))')
        spec = LookSpec(
            "differs",
            "",
            question,
            code,
            tuple(str(name) for name in names),
            nets,
            adjust,
            says=says,
            lower=lower,
        )
        return Teller(spec, self.questionnaire, self.lang, self.source).differs(
            self.cells.differs(look_of(spec))
        )

    def label(
        self, question: str, code: str = "", quoted: bool = False, lower: bool = False
    ) -> str:
        """The printed label of a code, a question, a grid or a group."""
        text = label_text(self.questionnaire, question, code).get(self.lang)
        if lower:
            text = text[:1].lower() + text[1:]
        return _quoted(text, self.lang) if quoted else text

    def _share(self, item: object) -> Printed:
        found = self._number(item)
        if found.number.unit is not Unit.SHARE:
            raise self._wrong_unit("%")
        refuse_unprintable(found.number, self.source, self.study)
        return found

    def functions(self) -> dict[str, Callable[..., object]]:
        """All functions by name."""
        return {name: getattr(self, name) for name in FUNCTIONS}


def _quoted(text: str, lang: str) -> str:
    return quoted(text, lang)


FUNCTIONS = (
    "share", "mean", "count", "base", "change", "items", "persons", "counted", "value",
    "fraction", "say", "most", "ranked", "say_rank", "direction", "differs", "label", "fig", "tab",
    "annex",
)  # fmt: skip
SIGNATURES = {
    name: inspect.signature(getattr(Vocabulary, name)).replace(
        parameters=list(inspect.signature(getattr(Vocabulary, name)).parameters.values())[1:]
    )
    for name in FUNCTIONS
}
__all__ = [
    "FUNCTIONS",
    "SIGNATURES",
    "Vocabulary",
]
