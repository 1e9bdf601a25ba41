"""One question's raw strings as typed columns; what could not be read is handed back, not lost."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from atbalss.answers.missing import WORDS, missing_code
from atbalss.answers.record import LARGEST, as_text, from_text
from atbalss.study.codes import CodeList, Missing
from atbalss.study.question import NUMBER_KINDS, Kind, Question

MISSING = pl.Enum([item.value for item in WORDS.values()])
NOT_READ, UNKNOWN_CODE, NO_CODE = "not_read", "unknown_code", "no_code"
ODD = {"row": pl.UInt32, "value": pl.String, "why": pl.String}
_YES, _NO = ("1", "1.0", "true", "yes", "x"), ("0", "0.0", "false", "no")


@dataclass(frozen=True)
class Parsed:
    """Typed columns of one question and its odd values (row from 0, value, why)."""

    columns: tuple[pl.Series, ...]
    odd: pl.DataFrame


def column_names(question: Question) -> tuple[str, ...]:
    """Names of the answer columns of a question in a frame, without `:missing` and `:reached`."""
    if question.kind is Kind.MULTIPLE:
        return code_columns(question.name, question.codes)
    if question.kind is Kind.NOTE:
        return ()
    return (question.name, *code_columns(question.name, question.frame))


def code_columns(name: str, codes: CodeList | None) -> tuple[str, ...]:
    """Names of the Boolean columns, one a code, of a multiple or coded question."""
    return tuple(f"{name}/{code}" for code in codes.names) if codes is not None else ()


def has_missing_column(question: Question) -> bool:
    """Whether a question has a `q:missing` column: those whose answers are not codes."""
    return question.kind in NUMBER_KINDS | {Kind.TEXT, Kind.DATE, Kind.TIME, Kind.DATETIME}


def parse(question: Question, raw: pl.Series) -> Parsed:
    """The typed columns of a question from its raw strings (null where blank)."""
    if question.kind is Kind.SINGLE:
        return _single(question, raw)
    if question.kind is Kind.MULTIPLE:
        return _multiple(question, raw)
    if question.kind in NUMBER_KINDS:
        return _number(question, raw)
    if question.kind in (Kind.DATE, Kind.TIME, Kind.DATETIME):
        return _moment(question, raw)
    if question.kind is Kind.TEXT:
        why = _missing_words(raw)
        text = raw.set(why.is_not_null(), None).alias(question.name)
        return Parsed((text, why.alias(f"{question.name}:missing")), pl.DataFrame(schema=ODD))
    return Parsed((raw.alias(question.name),), pl.DataFrame(schema=ODD))


def clean(raw: pl.Series, *, strip: bool = True) -> pl.Series:
    """Raw strings with blanks around them cut (if `strip`) and blank ones null."""
    text = pl.col("raw")
    stripped = text.str.strip_chars()
    kept = pl.when(stripped != "").then(stripped if strip else text).alias(raw.name)
    return raw.cast(pl.String).to_frame("raw").select(kept).to_series()


def from_option_columns(question: Question, table: pl.DataFrame) -> tuple[pl.Series, pl.DataFrame]:
    """Codes parted by blanks from columns `question/code` of 1 and 0; odd values beside."""
    parts, odd = [], []
    for code, name in zip(
        question.codes.names if question.codes else (),
        code_columns(question.name, question.codes),
        strict=True,
    ):
        if name not in table.columns:
            continue
        cell = clean(table[name]).str.to_lowercase()
        odd.append(_odd(cell, cell.is_not_null() & ~cell.is_in([*_YES, *_NO]), NOT_READ))
        parts.append(pl.select(pl.when(cell.is_in(_YES)).then(pl.lit(code))).to_series())
    if not parts:
        return pl.Series([None] * table.height, dtype=pl.String), pl.DataFrame(schema=ODD)
    names = [f"c{i}" for i in range(len(parts))]
    joined = pl.DataFrame(
        [part.alias(name) for part, name in zip(parts, names, strict=True)]
    ).select(pl.concat_str(names, separator=" ", ignore_nulls=True))
    return clean(joined.to_series()), pl.concat(odd)


def _single(question: Question, raw: pl.Series) -> Parsed:
    names = question.codes.names if question.codes is not None else ()
    raw, no_code = _own_missing_codes(question, raw)
    unknown = raw.is_not_null() & ~raw.is_in(names) & ~no_code
    column = raw.set(unknown | no_code, None).cast(pl.Enum(names)).alias(question.name)
    odd = pl.concat([_odd(raw, unknown, UNKNOWN_CODE), _odd(raw, no_code, NO_CODE)])
    return Parsed((column,), odd)


def _multiple(question: Question, raw: pl.Series) -> Parsed:
    names = question.codes.names if question.codes is not None else ()
    raw, no_code = _own_missing_codes(question, raw)
    kept = raw.set(no_code, None)
    tokens = kept.str.extract_all(r"\S+")
    listed = pl.Series([list(names)], dtype=pl.List(pl.String))
    unknown = (tokens.list.set_difference(listed).list.len() > 0).fill_null(False)
    foreign = tokens.zip_with(unknown, pl.Series([None], dtype=tokens.dtype)).list.eval(
        pl.element().filter(~pl.element().is_in(list(names)))
    )
    chosen = pl.DataFrame({"tokens": tokens}).select(
        pl.col("tokens").list.contains(code).alias(name)
        for code, name in zip(names, code_columns(question.name, question.codes), strict=True)
    )
    columns = chosen.get_columns()
    if unknown.any():
        known = pl.DataFrame(columns).select(pl.any_horizontal(pl.all())).to_series()
        columns = [column.set(~known.fill_null(False), None) for column in columns]
    odd = pl.concat(
        [
            _odd(foreign.list.join(" "), unknown, UNKNOWN_CODE),
            _odd(raw, no_code, NO_CODE),
        ]
    )
    return Parsed(tuple(columns), odd)


def _number(question: Question, raw: pl.Series) -> Parsed:
    why = _missing_words(raw)
    text = raw.set(why.is_not_null(), None)
    plain = text.str.contains(r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$")
    value = text.set((~plain).fill_null(False), None).cast(pl.Float64, strict=False)
    value = value.set((~value.is_between(-LARGEST, LARGEST)).fill_null(False), None)
    if question.kind is Kind.INTEGER:
        value = value.set((value != value.floor()).fill_null(False), None)
    odd = _odd(text, text.is_not_null() & value.is_null(), NOT_READ)
    return Parsed((value.alias(question.name), why.alias(f"{question.name}:missing")), odd)


def _moment(question: Question, raw: pl.Series) -> Parsed:
    why = _missing_words(raw)
    text = raw.set(why.is_not_null(), None)
    read: dict[str, str | None] = {}
    for item in text.drop_nulls().unique():
        try:
            read[item] = as_text(from_text(question, item))
        except ValueError:
            read[item] = None
    value = text.replace_strict(read, default=None, return_dtype=pl.String) if read else text
    odd = _odd(text, text.is_not_null() & value.is_null(), NOT_READ)
    return Parsed((value.alias(question.name), why.alias(f"{question.name}:missing")), odd)


def _missing_words(raw: pl.Series) -> pl.Series:
    words = raw.str.strip_chars()
    names = {word: why.value for word, why in WORDS.items()}
    return words.replace_strict(names, default=None, return_dtype=MISSING)


def _own_missing_codes(question: Question, raw: pl.Series) -> tuple[pl.Series, pl.Series]:
    """`_refused` as the list's own code; the mask marks those for which the list has none."""
    no_code = pl.Series([False] * len(raw), dtype=pl.Boolean)
    for word, why in WORDS.items():
        here = raw == word
        if not here.any():
            continue
        here = here.fill_null(False)
        own = missing_code(question, Missing(why))
        if own is None:
            no_code = no_code | here
        else:
            raw = raw.set(here, own)
    return raw, no_code


def _odd(values: pl.Series, mask: pl.Series, why: str) -> pl.DataFrame:
    if not mask.any():
        return pl.DataFrame(schema=ODD)
    return pl.DataFrame(
        {"row": mask.arg_true().cast(pl.UInt32), "value": values.filter(mask)},
    ).with_columns(pl.lit(why).alias("why"))
