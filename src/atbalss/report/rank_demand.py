"""Which leads the rank words of a narrative will have tested, read from their calls."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.report.expressions import CallFound
from atbalss.report.ranks import claim, ranked, ranked_names
from atbalss.report.words import find_ranks
from atbalss.study.about import Study
from atbalss.study.bases import has_mean
from atbalss.study.codes import CodeList
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.demand import Filter, Ranked

RANKING = frozenset({"most", "ranked", "say_rank"})


def ranked_by(
    found: CallFound, among: Filter, study: Study, questionnaire: Questionnaire, lang: str
) -> Iterator[Ranked]:
    """The claim of a rank word, of `most` or of `ranked`; unknown names are left out."""
    more = found.arguments
    question, wave = str(more.get("question") or ""), more.get("wave")
    wave = str(wave) if wave else None
    if not (_ranks_means(question, questionnaire) or _codes(questionnaire, question)):
        return
    if wave is not None and all(item.name != wave for item in study.waves):
        return
    if found.function == "most":
        yield claim(questionnaire, question, (1,), wave=wave, among=among)
        return
    if found.function == "ranked":
        top = more.get("top", 3)
        if isinstance(top, int):
            yield claim(questionnaire, question, (top,), wave=wave, among=among)
        return
    words, code, of = str(more.get("words") or ""), str(more.get("code") or ""), more.get("of")
    within = tuple(str(item) for item in of) if isinstance(of, tuple | list) else ()
    kinds = [kind for kind, _, _ in find_ranks(words, lang)]
    names = ranked_names(questionnaire, question, within, code)
    if kinds and code and all(_is_ranked(question, name, questionnaire) for name in names):
        yield ranked(
            questionnaire, question, kinds, wave=wave, among=among, within=within, keep=code
        )


def _ranks_means(question: str, questionnaire: Questionnaire) -> bool:
    """Whether a name is a grid whose items have means."""
    return question in questionnaire.grids and has_mean(questionnaire, question)


def _is_ranked(question: str, name: str, questionnaire: Questionnaire) -> bool:
    """Whether a name is a code of the question, or an item of the grid that has a mean."""
    if question in questionnaire.grids:
        return has_mean(questionnaire, name)
    codes = _codes(questionnaire, question)
    return codes is not None and (codes.has(name) or any(net.name == name for net in codes.nets))


def _codes(questionnaire: Questionnaire, name: str) -> CodeList | None:
    question = questionnaire.by_name.get(name)
    return None if question is None else question.codes or question.frame
