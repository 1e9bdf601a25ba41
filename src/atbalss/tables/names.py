"""Names of questions, codes and waves: found, or refused with names that are close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from atbalss.problems import Refused, problem
from atbalss.study.bases import code_list
from atbalss.study.codes import CodeList
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.demand import Filter, Pair, Ranked


def close_names(name: str, names: Iterable[str]) -> str:
    """Names like `name`, the likeliest first; where none is like it, the first few; "–" if none."""
    known = list(dict.fromkeys(names))
    found = get_close_matches(name, known, n=3, cutoff=0.5)
    found += [item for item in known if name and name in item and item not in found][:3]
    return ", ".join(found or known[:6]) or "–"


def question_named(questionnaire: Questionnaire, name: str) -> Question:
    """The question called `name`, or `Refused`; of a grid its items are named."""
    if name in questionnaire.grids:
        items = ", ".join(item.name for item in questionnaire.grids[name])
        raise Refused([problem("tables-grid-has-no-codes", name=name, items=items)])
    if name not in questionnaire.by_name:
        names = [*questionnaire.by_name, *questionnaire.grids]
        raise Refused(
            [problem("tables-unknown-question", name=name, close=close_names(name, names))]
        )
    return questionnaire.by_name[name]


def codes_named(question: Question) -> CodeList:
    """The codes or the code frame of a question, or `Refused`."""
    codes = code_list(question)
    if codes is None:
        raise Refused([problem("tables-no-codes", question=question.name)])
    return codes


def check_code(question: Question, code: str) -> None:
    """Refuses a name that is no code, net or band of the question."""
    codes = codes_named(question)
    names = [*codes.names, *(net.name for net in codes.nets)]
    if code not in names:
        close = _labelled(codes, code) or close_names(code, names)
        raise Refused(
            [problem("tables-unknown-code", question=question.name, answer=code, close=close)]
        )


def _labelled(codes: CodeList, words: str) -> str:
    """The codes and nets whose label, or its beginning, somebody wrote in place of the code."""
    wanted = words.strip().casefold()
    entries = [(code.name, code.label, code.short_label) for code in codes.codes]
    entries += [(net.name, net.label, net.short_label) for net in codes.nets]
    found = [
        name
        for name, *texts in entries
        if any(shown.casefold().startswith(wanted) for text in texts for _, shown in text.pairs)
    ]
    return ", ".join(found[:6]) if len(wanted) >= 2 else ""


def check_filter(questionnaire: Questionnaire, among: Filter) -> Filter:
    """The filter with its pairs in order; refuses unknown questions and codes in it."""
    for name, code in among:
        check_code(question_named(questionnaire, name), code)
    return tuple(sorted(set(among)))


def settled_rank(questionnaire: Questionnaire, current: str, ranked: Ranked) -> Ranked:
    """The claim with its waves named and its filters in order."""
    cells = tuple(
        replace(cell, wave=cell.wave or current, among=check_filter(questionnaire, cell.among))
        for cell in ranked.cells
    )
    return replace(ranked, cells=cells)


def settled_pair(questionnaire: Questionnaire, current: str, pair: Pair) -> Pair:
    """The pair with its waves named and its filters in order."""
    later, earlier = (
        replace(cell, wave=cell.wave or current, among=check_filter(questionnaire, cell.among))
        for cell in pair
    )
    return later, earlier
