"""Tiny samples for the tests of weighting."""

from __future__ import annotations

import polars as pl

from atbalss.answers.carried import NOTHING
from atbalss.answers.frame import build
from atbalss.study.codes import Code, CodeList, Missing, Net
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire

SEX = CodeList("sex", (Code("female"), Code("male")))
AGE = CodeList(
    "age",
    (
        Code("young", nets=("adult",)),
        Code("middle", nets=("adult",)),
        Code("old"),
        Code("refused", missing=Missing.REFUSED),
    ),
    (Net("adult"),),
)
YES = CodeList("yes", (Code("yes"), Code("no")))


def questionnaire():
    questions = (
        Question("sex", Kind.SINGLE, codes=SEX),
        Question("age", Kind.SINGLE, codes=AGE),
        Question("years", Kind.INTEGER),
        Question("tags", Kind.MULTIPLE, codes=YES),
        Question("likes", Kind.SINGLE, codes=YES),
    )
    return Questionnaire("made", items=questions)


def frame(columns, *, sample=NOTHING, wave="2026"):
    """A frame of raw texts by column; an id is added."""
    height = len(next(iter(columns.values())))
    table = pl.DataFrame({"id": [f"p{i}" for i in range(height)], **columns})
    made, _ = build(questionnaire(), table, wave=wave, sample=sample)
    return made
