"""A frame as a labelled table: what a study's answers are in SPSS, all that is lost declared."""

from __future__ import annotations

from datetime import datetime

import polars as pl

from atbalss.answers.frame import Frame
from atbalss.exchange.contact import is_contact
from atbalss.exchange.labelled import (
    DAY,
    UNIX,
    Labelled,
    Level,
    ResponseSet,
    Span,
    Value,
    Variable,
)
from atbalss.exchange.losses import Losses
from atbalss.exchange.variables import NO, YES, Holder, holders, number, values
from atbalss.study.codes import CodeList, Missing
from atbalss.study.question import NUMBER_KINDS, Kind, Question
from atbalss.study.texts import Text

_WORDS = {
    Missing.DONT_KNOW: Text.of(
        {"lv": "Grūti pateikt", "en": "Hard to say", "ru": "Трудно сказать"}
    ),
    Missing.REFUSED: Text.of({"lv": "Atteicās", "en": "Refused", "ru": "Отказ"}),
}
_CHOSEN = Text.of({"lv": "Izvēlēts", "en": "Chosen", "ru": "Выбрано"})
_NOT_CHOSEN = Text.of({"lv": "Nav izvēlēts", "en": "Not chosen", "ru": "Не выбрано"})
_FORMATS = {Kind.DATE: "EDATE10", Kind.DATETIME: "DATETIME23.3", Kind.TIME: "TIME12.3"}
_FIRST_DAY = "1582-10-15"

Column = tuple[Variable, pl.Series]


def labelled(
    frame: Frame, lang: str, *, title: str = "", notes: tuple[str, ...] = (), file: str = ""
) -> tuple[Labelled, Losses]:
    """The table of a frame in one language, and what it leaves out of it.

    A closed question is a number with value labels, a multiple one a variable an option and a
    response set; missing codes are user-missing. Contact data is left out.
    """
    losses = Losses(file)
    made = _Making(frame, lang, losses)
    columns: list[Column] = [(Variable("id", is_text=True), frame.data["id"])]
    weight = ""
    if bool((frame.data["weight"] != 1.0).any()):
        weight = "weight"
        columns.append((Variable("weight", format="F12.6"), frame.data["weight"]))
    columns += made.carried({"id", "weight"})
    for holder in holders(frame.questionnaire):
        columns += made.question(holder)
    _declare(frame, lang, losses)
    table = Labelled(
        tuple(variable for variable, _ in columns),
        pl.DataFrame([column.alias(variable.name) for variable, column in columns]),
        tuple(made.sets),
        title,
        notes,
        weight,
    )
    return table, losses


def _declare(frame: Frame, lang: str, losses: Losses) -> None:
    """What no data format carries of a questionnaire."""
    questionnaire = frame.questionnaire
    others = [code for code in questionnaire.langs if code != lang]
    if others:
        losses.add("languages", lang=lang, others=", ".join(others))
    if frame.off_route.height:
        losses.add("off-route", count=frame.off_route.height)
    rules = sum(
        sum(rule is not None for rule in (q.relevant, q.constraint, q.choice_filter, q.calculation))
        for q in questionnaire.questions
    )
    nets = sum(len(codes.nets) for codes in (*questionnaire.lists, *questionnaire.frames))
    if rules + nets:
        losses.add("routes", count=rules + nets)


class _Making:
    """The columns of a table in the making; response sets are gathered in `sets`."""

    def __init__(self, frame: Frame, lang: str, losses: Losses) -> None:
        self.frame = frame
        self.data = frame.data
        self.lang = lang
        self.losses = losses
        self.sets: list[ResponseSet] = []

    def carried(self, taken: set[str]) -> list[Column]:
        """Columns of the sample that are no questions, without the mark before their name."""
        found: list[Column] = []
        for name in self.data.columns:
            plain = name.removeprefix(":")
            if name == plain or plain in taken or not plain:
                continue
            taken.add(plain)
            column = self.data[name]
            is_text = not column.dtype.is_numeric()
            cast = column.cast(pl.String if is_text else pl.Float64)
            found.append((Variable(plain, is_text=is_text), cast))
        return found

    def question(self, holder: Holder) -> list[Column]:
        """The variables of one question."""
        question = holder.question
        if is_contact(question):
            self.losses.add("contact", question.name, name=question.name)
            return []
        if question.kind is Kind.MULTIPLE:
            return self.slots(holder) if holder.slots else self.options(holder, question.codes)
        if question.name not in self.data.columns:
            return []
        found = [self.plain(question, holder.plain)]
        if holder.options:
            found += self.options(holder, question.frame)
        return found

    def plain(self, question: Question, name: str) -> Column:
        """The one variable of a question with one answer."""
        column = self.data[question.name]
        if question.kind is Kind.SINGLE and question.codes is not None:
            return self.single(question, question.codes, name)
        if question.kind in NUMBER_KINDS:
            whole = question.kind is Kind.INTEGER
            return self.open(question, name, column, "F8.0" if whole else "F10.2")
        if question.kind in _FORMATS:
            seconds, lost = _seconds(column, question.kind)
            if lost:
                self.losses.add("date", question.name, name=question.name, count=lost)
            return self.open(question, name, seconds, _FORMATS[question.kind])
        texts = column.cast(pl.String)
        numbers = {text: number(text) for text in texts.drop_nulls().unique().to_list()}
        label = self.words(question.label)
        if question.kind is Kind.CALCULATE and numbers and None not in numbers.values():
            values_of = texts.replace_strict(numbers, default=None, return_dtype=pl.Float64)
            return Variable(name, label, format="F10.2", level=Level.SCALE), values_of
        return Variable(name, label, is_text=True), self.text(question, texts)

    def text(self, question: Question, texts: pl.Series) -> pl.Series:
        """Words, with `_refused` where they were refused; blanks at their ends are lost."""
        kept = texts.str.replace_all("\0", "").str.strip_chars_end(" ")
        kept = kept.set((kept == "").fill_null(False), None)
        if not kept.equals(texts, null_equal=True):
            self.losses.add("blanks", question.name, name=question.name)
        why = f"{question.name}:missing"
        if why in self.data.columns:
            word = "_" + self.data[why].cast(pl.String)
            kept = kept.zip_with(word.is_null(), word)
        return kept

    def open(self, question: Question, name: str, column: pl.Series, shown: str) -> Column:
        """A number or moment; "hard to say" and "refused" as user-missing values above all."""
        numbers = column.cast(pl.Float64)
        why = self.data[f"{question.name}:missing"].cast(pl.String)
        top = numbers.abs().max()
        size = 100.0
        while isinstance(top, float) and top >= size - 3:
            size *= 10
        labels, missing = [], []
        for word, place in ((Missing.DONT_KNOW, 2), (Missing.REFUSED, 1)):
            here = (why == word.value).fill_null(False)
            if here.any():
                value = size - place
                numbers = numbers.set(here, value)
                labels.append((value, _WORDS[word].get(self.lang)))
                missing.append(Span(value, value))
        variable = Variable(
            name,
            self.words(question.label),
            format=shown,
            labels=tuple(labels),
            missing=tuple(missing),
            level=Level.SCALE,
        )
        return variable, numbers

    def single(self, question: Question, codes: CodeList, name: str) -> Column:
        """A closed question: values with labels, missing codes user-missing."""
        known = values(codes)
        is_text = any(isinstance(value, str) for value in known.values())
        self.told(question, codes, known)
        column = self.data[question.name].cast(pl.String)
        dtype = pl.String if is_text else pl.Float64
        labels = tuple((known[code.name], self.words(code.label)) for code in codes.codes)
        spans = tuple(Span(known[c.name], known[c.name]) for c in codes.codes if c.missing)
        level = Level.ORDINAL if codes.is_scale else Level.NOMINAL
        variable = Variable(
            name,
            self.words(question.label),
            is_text,
            "" if is_text else "F8.0",
            labels,
            spans,
            level,
        )
        return variable, column.replace_strict(known, default=None, return_dtype=dtype)

    def told(self, question: Question, codes: CodeList, known: dict[str, Value]) -> None:
        """Say which number stands for a code that is no number."""
        changed = [
            f"{value:g} = {name}"
            for name, value in known.items()
            if isinstance(value, float) and number(name) != value
        ]
        if changed and not any(code.value for code in codes.codes):
            listed = ", ".join(changed[:12]) + (", …" if len(changed) > 12 else "")
            self.losses.add("codes", question.name, name=question.name, codes=listed)

    def options(self, holder: Holder, codes: CodeList | None) -> list[Column]:
        """A variable an option, and the response set that holds them together."""
        if codes is None or not holder.options:
            return []
        question = holder.question
        found: list[Column] = []
        counted = codes.code(holder.options[0][0]).value or "1"
        for code, name in holder.options:
            yes = codes.code(code).value or "1"
            column = self.data[f"{question.name}/{code}"]
            found.append(_option(name, self.words(codes.code(code).label), column, yes, self.lang))
        alike = {codes.code(code).value or "1" for code, _ in holder.options} == {counted}
        names = tuple(variable.name for variable, _ in found)
        if alike and len(names) > 1:
            label = self.words(question.label)
            self.sets.append(ResponseSet(_set_name(question, codes), names, label, counted))
        return found

    def slots(self, holder: Holder) -> list[Column]:
        """Variables that each hold one of the answers chosen, in the list's order."""
        question, codes = holder.question, holder.question.codes
        if codes is None:
            return []
        known = values(codes)
        is_text = any(isinstance(value, str) for value in known.values())
        dtype = pl.String if is_text else pl.Float64
        chosen = self.data.select(
            pl.concat_list(
                pl.when(pl.col(f"{question.name}/{code}")).then(pl.lit(value, dtype=dtype))
                for code, value in known.items()
            ).list.drop_nulls()
        ).to_series()
        most = chosen.list.len().max()
        if isinstance(most, int) and most > len(holder.slots):
            args = {"name": question.name, "most": len(holder.slots)}
            self.losses.add("slots", question.name, **args)
        labels = tuple((known[code.name], self.words(code.label)) for code in codes.codes)
        spans = tuple(Span(known[c.name], known[c.name]) for c in codes.codes if c.missing)
        shown = "" if is_text else "F8.0"
        label = self.words(question.label)
        self.sets.append(ResponseSet(question.name, holder.slots, label))
        return [
            (
                Variable(name, label, is_text, shown, labels, spans, Level.NOMINAL),
                chosen.list.get(at, null_on_oob=True),
            )
            for at, name in enumerate(holder.slots)
        ]

    def words(self, text: Text) -> str:
        """A text in the table's language, on one line."""
        return " ".join(text.get(self.lang).split())


def _option(name: str, label: str, column: pl.Series, yes: str, lang: str) -> Column:
    """A yes-or-no variable of an option."""
    counted = number(yes)
    if counted is None:
        chosen = pl.select(
            pl.when(column).then(pl.lit(yes)).when(~column).then(pl.lit("0"))
        ).to_series()
        return Variable(name, label, is_text=True), chosen
    no = NO if counted != NO else YES
    numbers = pl.select(pl.when(column).then(counted).when(~column).then(no)).to_series()
    labels = tuple(sorted(((no, _NOT_CHOSEN.get(lang)), (counted, _CHOSEN.get(lang)))))
    variable = Variable(name, label, format="F8.0", labels=labels, level=Level.NOMINAL)
    return variable, numbers.cast(pl.Float64)


def _set_name(question: Question, codes: CodeList) -> str:
    return question.name if codes is question.codes else f"{question.name}_codes"


def _seconds(column: pl.Series, kind: Kind) -> tuple[pl.Series, int]:
    """ISO texts as SPSS counts them, to the millisecond; and how many no SPSS file can hold."""
    found: dict[str, float | None] = {}
    for text in column.drop_nulls().unique().to_list():
        if kind is Kind.TIME:
            clock = datetime.fromisoformat(f"1970-01-01T{text}")
            start = datetime(1970, 1, 1)  # noqa: DTZ001 - a time on the clock
            found[text] = round((clock - start).total_seconds(), 3)
        elif text < _FIRST_DAY:
            found[text] = None
        else:
            moment = datetime.fromisoformat(text)
            days = moment.toordinal() - datetime(1970, 1, 1).toordinal()  # noqa: DTZ001
            seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
            found[text] = UNIX + days * DAY + seconds + round(moment.microsecond / 1e6, 3)
    if not found:
        return pl.Series([None] * len(column), dtype=pl.Float64), 0
    made = column.replace_strict(found, default=None, return_dtype=pl.Float64)
    return made, made.null_count() - column.null_count()
