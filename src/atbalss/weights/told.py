"""A diagnosis in words and lines: Latvian, English, Russian."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.study.decimals import fixed
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import spoken
from atbalss.weights.diagnose import Category, Diagnosis, Fitted
from atbalss.weights.targets import Bound, Method, Trim, Trimming

_PHRASES: dict[str, tuple[str, str, str]] = {
    "head": ("Svēršana, vilnis {wave}", "Weighting, wave {wave}", "Взвешивание, волна {wave}"),
    "rake": (
        "Svari pielāgoti iteratīvi (raking), lai šūnu tabula atbilstu visiem mērķiem.",
        "Weights are raked: fitted in turn until the table of cells meets all targets.",
        "Веса подогнаны итеративно (raking): таблица ячеек отвечает всем целям.",
    ),
    "post_stratify": (
        "Svari noteikti ar pēcstratifikāciju: katrai šūnai viens reizinātājs.",
        "Weights are post-stratified: one factor for each cell.",
        "Веса получены постстратификацией: один множитель на ячейку.",
    ),
    "none": (
        "Lietoti pamatsvari, mērķu nav.",
        "The base weights are used as they are; there are no targets.",
        "Использованы базовые веса, целей нет.",
    ),
    "base": ("Pamatsvari: {column}.", "Base weights: {column}.", "Базовые веса: {column}."),
    "converged": (
        "Kārtas: {rounds}; lielākā atlikusī novirze {deviation} procentpunkta; šūnas: {cells}.",
        "Rounds: {rounds}; largest deviation left {deviation} percentage points; cells: {cells}.",
        "Проходов: {rounds}; наибольшее оставшееся отклонение {deviation} п. п.; ячеек: {cells}.",
    ),
    "weights": (
        "Svari no {low} līdz {high} (vidēji 1); dizaina efekts {deff}; no {n} intervijām efektīvi "
        "{effective}.",
        "Weights from {low} to {high} (mean 1); design effect {deff}; of {n} interviews "
        "{effective} in effect.",
        "Веса от {low} до {high} (среднее 1); дизайн-эффект {deff}; из {n} интервью эффективно "
        "{effective}.",
    ),
    "sum": ("Svaru summa: {total}.", "Sum of weights: {total}.", "Сумма весов: {total}."),
    "trim_weight": (
        "Svaru robežas {low}–{high}: pie apakšējās {at_low}, pie augšējās {at_high} respondenti.",
        "Bounds of weights {low}–{high}: {at_low} persons at the lower, {at_high} at the upper.",
        "Границы весов {low}–{high}: у нижней {at_low}, у верхней {at_high} респондентов.",
    ),
    "trim_factor": (
        "Robežas svara attiecībai pret pamatsvaru {low}–{high}: pie apakšējās {at_low}, pie "
        "augšējās {at_high} respondenti.",
        "Bounds of the ratio to the base weight {low}–{high}: {at_low} respondents at the lower, "
        "{at_high} at the upper.",
        "Границы отношения к базовому весу {low}–{high}: у нижней {at_low}, у верхней {at_high} "
        "респондентов.",
    ),
    "trim_after": (
        "Svari ierobežoti pēc pielāgošanas, tāpēc mērķi vairs nav precīzi sasniegti.",
        "Weights were cut after fitting, so the targets are no longer met exactly.",
        "Веса ограничены после подгонки, поэтому цели больше не выполняются точно.",
    ),
    "columns": (
        "respondenti;pirms, %;mērķis, %;pēc, %",
        "respondents;before, %;target, %;after, %",
        "респонденты;до, %;цель, %;после, %",
    ),
    "absent": (
        "bez atbildes (patur savu īpatsvaru)",
        "no answer (keep their share)",
        "без ответа (сохраняют долю)",
    ),
    "heavy": (
        "Smagākās šūnas: lielākais svars, respondenti, atbildes",
        "Heaviest cells: greatest weight, respondents, answers",
        "Самые тяжёлые ячейки: наибольший вес, респонденты, ответы",
    ),
    "no_answer": ("bez atbildes", "no answer", "без ответа"),
    # ---- in a report
    "method_rake": (
        "Dati svērti pēc šādām pazīmēm: {by} (iteratīva proporcionāla pielāgošana)",
        "The data are weighted by {by} (iterative proportional fitting)",
        "Данные взвешены по признакам: {by} (итеративная пропорциональная подгонка)",
    ),
    "method_post_stratify": (
        "Dati svērti pēc šādām pazīmēm: {by} (pēcstratifikācija)",
        "The data are weighted by {by} (post-stratification)",
        "Данные взвешены по признакам: {by} (постстратификация)",
    ),
    "method_none": (
        "Dati svērti ar pamatsvariem",
        "The data are weighted by base weights",
        "Данные взвешены базовыми весами",
    ),
    "method_base": (
        "balstoties uz pamatsvariem",
        "starting from base weights",
        "исходя из базовых весов",
    ),
    "method_spread": (
        "Svari no {low} līdz {high}, dizaina efekts {deff}, efektīvā izlase {effective}.",
        "Weights from {low} to {high}, design effect {deff}, effective sample {effective}.",
        "Веса от {low} до {high}, дизайн-эффект {deff}, эффективная выборка {effective}.",
    ),
    "method_trim": (
        "Svaru robežas: {low}–{high}.",
        "Bounds of weights: {low}–{high}.",
        "Границы весов: {low}–{high}.",
    ),
}  # fmt: skip


def phrase(key: str, lang: str, **fills: object) -> str:
    """A fixed phrase in a language, English where it is not known."""
    return spoken(_PHRASES[key], lang, **fills)


def lines(told: Diagnosis, questionnaire: Questionnaire, lang: str) -> Iterator[str]:
    """The diagnosis as lines of text."""
    yield phrase("head", lang, wave=told.wave)
    yield phrase(told.method.value, lang)
    if told.base:
        yield phrase("base", lang, column=told.base)
    if told.method is not Method.NONE:
        left = f"{100 * told.deviation:.1e}" if told.deviation else "0"
        yield phrase("converged", lang, rounds=told.iterations, deviation=left, cells=told.cells)
    yield phrase("weights", lang, n=told.n, **_spread(told, lang))
    if abs(told.total - told.n) > 1e-6 * told.n:
        yield phrase("sum", lang, total=fixed(told.total, 0, lang))
    if told.trim is not None:
        fills = {"at_low": told.at_low, "at_high": told.at_high, **_bounds(told.trim, lang)}
        yield phrase(f"trim_{told.trim.of.value}", lang, **fills)
        if told.trim.when is Trimming.AFTER:
            yield phrase("trim_after", lang)
    for margin in told.margins:
        yield ""
        yield from _margin(margin, questionnaire, lang)
    if told.heaviest:
        yield ""
        yield phrase("heavy", lang)
        for item in told.heaviest:
            names = [
                answer_label(questionnaire, name, code, lang) or phrase("no_answer", lang)
                for name, code in item.answers
            ]
            yield f"  {fixed(item.weight, 3, lang):>8}{item.n:>8}  {' · '.join(names)}"


def _spread(told: Diagnosis, lang: str) -> dict[str, str]:
    return {
        "low": fixed(told.smallest, 2, lang),
        "high": fixed(told.largest, 2, lang),
        "deff": fixed(told.deff, 2, lang),
        "effective": fixed(told.n_effective, 0, lang),
    }


def _bounds(trim: Trim, lang: str) -> dict[str, str]:
    high = "∞" if trim.high == float("inf") else fixed(trim.high, 2, lang)
    return {"low": fixed(trim.low, 2, lang), "high": high}


def _margin(margin: Fitted, questionnaire: Questionnaire, lang: str) -> Iterator[str]:
    head = " × ".join(question_label(questionnaire, name, lang) for name in margin.questions)
    yield _row(head, phrase("columns", lang).split(";"))
    for item in margin.categories:
        sizes = [str(item.n)]
        sizes += [fixed(100 * x, 1, lang) for x in (item.before, item.target, item.after)]
        yield _row("  " + _category(margin, item, questionnaire, lang), sizes)


def _category(margin: Fitted, item: Category, questionnaire: Questionnaire, lang: str) -> str:
    if not item.codes:
        return phrase("absent", lang)
    pairs = zip(margin.questions, item.codes, strict=True)
    return " · ".join(answer_label(questionnaire, name, code, lang) for name, code in pairs)


def _row(head: str, cells: list[str]) -> str:
    return f"{head[:43]:<44}" + "".join(f"{cell:>14}" for cell in cells)


def question_label(questionnaire: Questionnaire, name: str, lang: str) -> str:
    """The short label of a question."""
    question = questionnaire.question(name)
    return (question.short_label or question.label).get(lang) or name


def answer_label(questionnaire: Questionnaire, name: str, code: str, lang: str) -> str:
    """The short label of a code or net; a range of numbers as it is."""
    codes = questionnaire.question(name).codes
    if codes is None or not code:
        return code
    nets = [net for net in codes.nets if net.name == code]
    item = codes.code(code) if codes.has(code) else (nets[0] if nets else None)
    return code if item is None else (item.short_label or item.label).get(lang) or code


def sentence(told: Diagnosis, questionnaire: Questionnaire, lang: str) -> str:
    """What a report says of the weighting: by what, from what, how far the weights spread."""
    labels = [question_label(questionnaire, name, lang) for name in told.questions]
    by = ", ".join(label[:1].lower() + label[1:] for label in labels)
    head = phrase(f"method_{told.method.value}", lang, by=by)
    if told.base and told.method is not Method.NONE:
        head += f", {phrase('method_base', lang)}"
    parts = [head + ".", phrase("method_spread", lang, **_spread(told, lang))]
    if told.trim is not None and told.trim.of is Bound.WEIGHT:
        parts.append(phrase("method_trim", lang, **_bounds(told.trim, lang)))
    return " ".join(parts)
