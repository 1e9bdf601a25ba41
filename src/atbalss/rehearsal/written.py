"""Invented interviews as the files of a wave: `answers.csv`, `codes.csv` or `coding.csv`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from atbalss.coding import pack
from atbalss.coding.decisions import Decision
from atbalss.rehearsal.solve import Invented
from atbalss.study.questionnaire import Questionnaire


def answers_csv(questionnaire: Questionnaire, invented: Invented) -> str:
    """`answers.csv`: a row a respondent, a column a question, in the questionnaire's order."""
    from atbalss.answers.frame import as_table

    return as_table(questionnaire, invented.records).write_csv(null_value="")


def coding_csv(decisions: Iterable[Decision]) -> str:
    """`coding.csv`: a row a decision."""
    out = io.StringIO()
    writer = csv.DictWriter(out, pack.DECISION, lineterminator="\n")
    writer.writeheader()
    writer.writerows(pack.decision_row(one) for one in decisions)
    return out.getvalue()


def codes_csv(invented: Invented) -> str:
    """`codes.csv`: a row a code of an open answer."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "question", "code"))
    writer.writerows(invented.codes)
    return out.getvalue()
