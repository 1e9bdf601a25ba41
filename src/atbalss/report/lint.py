"""Lint of a report's prose: what is typed but should be bound, and words nobody explains.

It reads the rendered runs of text with the bound parts marked, so it sees what a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from atbalss.problems import Place, Problem, problem
from atbalss.report.bind import DIFFERENCES, Printed, Value
from atbalss.report.demand import narrative_calls
from atbalss.report.nodes import Narrative
from atbalss.report.words import NBSP, find_claims, find_ranks, find_trends, language
from atbalss.study.about import Study
from atbalss.tables.result import Unit

BOUND = "\ufffc"  # stands for a bound part
MASK = "\x1f"  # stands for text that is no claim: allowed, quoted, a date
_MAJORITIES = frozenset({"majority", "great_majority", "minority"})
_NOT_LINTED = frozenset({"all", "none"})  # checked by say(), too common to forbid
_QUOTED = re.compile(r"„[^“”]*[“”]|“[^”]*”|«[^»]*»|\"[^\"]*\"")
_YEAR = r"(?<![\d.,])(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)\d\d)?(?![\d,])(?!\s?%)"
_NAMED_YEAR = re.compile(r"(?:19|20)\d\d(?:\.? \w+)?")
_DAY = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.(?:\d{4}\.?)?")
_GLUED = re.compile(r"(?<!\w)[^\W\d_][\w/-]*\d[\w/.-]*|(?:https?://|www\.)\S+")
_LAW = re.compile(r"(?:Nr\.|No\.?|№)\s?\d[\d/-]*")
_NUMBER = re.compile(r"[+−-]?\d(?:[\d\u00a0.,]*\d)?(?:[\s\u00a0]?%)?|[¼-¾⅐-⅞]")
_PERCENT = re.compile(
    r"^[\s\u00a0]?(?:%|procent(?!punkt)\w*|per ?cent(?!age)\w*|процент(?!н)\w*)", re.IGNORECASE
)
_ABBREVIATION = re.compile(r"(?<![\w-])[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2,8}(?![\w-])")
_ROMAN = re.compile(r"[IVXLC]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a run of text: typed, or bound to a value."""

    text: str
    line: int
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """A run as one text, with a mark for each bound part and the line of each place."""

    text: str
    starts: tuple[tuple[int, int], ...]
    values: Mapping[int, Value]

    def line(self, place: int) -> int:
        """The line of a place in the text."""
        found = self.starts[0][1] if self.starts else 0
        for start, line in self.starts:
            if start <= place:
                found = line
        return found


def _joined(pieces: Iterable[Piece]) -> _Text:
    text, starts, values = "", [], {}
    for piece in pieces:
        starts.append((len(text), piece.line))
        if piece.value is not None:
            values[len(text)] = piece.value
            text += BOUND
        else:
            text += piece.text.replace(NBSP, " ").replace(BOUND, " ")
    return _Text(text, tuple(starts), values)


def lint_run(
    pieces: Iterable[Piece], file: str, lang: str, allow: tuple[str, ...]
) -> list[Problem]:
    """Problems of one paragraph, heading, caption or finding."""
    run = _joined(pieces)
    if not run.text.strip(BOUND + " "):
        return []
    known = language(lang)
    found = list(_units(run, file, lang))
    years = tuple(item for item in allow if _NAMED_YEAR.fullmatch(item))  # "higher than in 2023"
    masked = _masked(run.text, tuple(item for item in allow if item not in years))
    masked, references = _take(masked, known.REFERENCE_PATTERN)
    found += [
        problem("report-typed-reference", Place(file, line=run.line(at)), text=text)
        for at, text in references
    ]
    masked = _take(masked, known.SCALE_PATTERN)[0]
    words, masked = masked, _masked(masked, years)
    for pattern in (known.DATE_PATTERN, known.ORDINAL_PATTERN):
        masked = _take(masked, pattern)[0]
    for rule in (_GLUED, _DAY, _LAW, _year_pattern(lang)):
        masked = rule.sub(_blank, masked)
    for claim in find_claims(masked, lang):
        end = claim.start + len(claim.words)
        masked = masked[: claim.start] + MASK * len(claim.words) + masked[end:]
    found += _typed_numbers(masked, run, file, lang)
    found += _bare_words(words, run, file, lang)
    return found


@cache
def _year_pattern(lang: str) -> re.Pattern[str]:
    """Years, but not what counts people: "in 2024", never "2024 clients"."""
    return re.compile(rf"{_YEAR}(?! {language(lang).COUNTED_WORD})", re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return MASK * len(match.group(0))


def _masked(text: str, allow: tuple[str, ...]) -> str:
    """The text with quoted words and allowed strings blanked."""
    for rule in _allowed(allow):
        text = rule.sub(_blank, text)
    return _QUOTED.sub(_blank, text)


@cache
def _allowed(allow: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A rule for each allowed string, the longest first."""
    plain = sorted((item.replace(NBSP, " ") for item in allow if item), key=len, reverse=True)
    return tuple(re.compile(rf"(?<!\w){re.escape(item)}", re.IGNORECASE) for item in plain)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w{BOUND}])(?:{pattern})(?!\w)", re.IGNORECASE)


def _take(text: str, pattern: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with all matches blanked, and the matches with their places."""
    rule = _compiled(pattern)
    found = [(match.start(), match.group(0)) for match in rule.finditer(text)]
    return rule.sub(_blank, text), found


def _typed_numbers(text: str, run: _Text, file: str, lang: str) -> Iterator[Problem]:
    known = language(lang)
    pattern = rf"{known.NUMBER_WORD}(?: no {known.NUMBER_WORD})? (?:\w+ )?{known.COUNTED_WORD}"
    text, times = _take(text, known.TIMES_PATTERN)
    text, counts = _take(text, pattern)
    digits = [(match.start(), match.group(0)) for match in _NUMBER.finditer(text)]
    for at, shown in sorted([*times, *counts, *digits]):
        place = Place(file, line=run.line(at))
        yield problem("report-typed-number", place, text=shown.strip(MASK + " "))


def _bare_words(text: str, run: _Text, file: str, lang: str) -> Iterator[Problem]:
    for claim in find_claims(text, lang):
        if claim.claim.key in _NOT_LINTED:
            continue
        code = "report-bare-majority" if claim.claim.key in _MAJORITIES else "report-bare-fraction"
        yield problem(code, Place(file, line=run.line(claim.start)), text=claim.words)
    for _, shown, at in find_ranks(text, lang):
        yield problem("report-bare-rank", Place(file, line=run.line(at)), text=shown)
    for shown, at in find_trends(text, lang):
        yield problem("report-bare-trend", Place(file, line=run.line(at)), text=shown)


def _units(run: _Text, file: str, lang: str) -> Iterator[Problem]:
    """Units typed right behind a bound number that is of another unit."""
    points = re.compile(rf"^[\s\u00a0]?(?:{language(lang).POINT_WORDS})", re.IGNORECASE)
    for at, value in run.values.items():
        if not isinstance(value, Printed):
            continue
        behind = run.text[at + 1 : at + 40]
        place = Place(file, line=run.line(at))
        unit = value.number.unit
        if points.match(behind) and unit not in DIFFERENCES:
            code = "report-share-as-points" if unit is Unit.SHARE else "report-unit"
        elif _PERCENT.match(behind) and unit is not Unit.SHARE:
            shares = unit is Unit.SHARE_DIFFERENCE
            code = "report-difference-as-percent" if shares else "report-unit"
        else:
            continue
        typed = behind.strip().split(" ")[0]
        yield problem(code, place, expression=value.expression, unit=typed)


# ---- the whole text


def abbreviations(runs: Iterable[list[Piece]], study: Study, file: str, lang: str) -> list[Problem]:
    """A warning for each abbreviation that neither the glossary nor the text explains."""
    known: set[str] = set()
    for term in study.glossary:
        for words in (term.term.get(lang), term.term.get("lv"), term.term.get("en")):
            known |= set(re.findall(r"\w+", words))
    texts = [_joined(run) for run in runs]
    for text in texts:
        known |= set(re.findall(r"\((\w{2,8})\)", text.text))
    found: list[Problem] = []
    for text in texts:
        for match in _ABBREVIATION.finditer(text.text):
            word = match.group(0)
            if word in known or _ROMAN.fullmatch(word):
                continue
            known.add(word)
            place = Place(file, line=text.line(match.start()))
            found.append(problem("report-abbreviation", place, text=word))
    return found


_CELL_FUNCTIONS = frozenset({"share", "mean", "count", "base", "change", "direction"})


@dataclass(frozen=True, slots=True)
class Cited:
    """The numbers that a narrative prints, as short addresses in order; `broken`: not all."""

    file: str
    cells: tuple[str, ...]
    broken: bool


def compare_languages(narratives: Mapping[str, Cited]) -> list[Problem]:
    """A warning for each number that one language's report has and another has not."""
    cells = {lang: dict.fromkeys(item.cells) for lang, item in narratives.items()}
    found: list[Problem] = []
    for lang, own in cells.items():
        for other, theirs in cells.items():
            if other == lang or narratives[other].broken:
                continue
            file = narratives[lang].file
            found += [
                problem(
                    "report-language-difference", Place(file), cell=cell, file=file, other=other
                )
                for cell in own
                if cell not in theirs
            ]
    return found


def cited(narrative: Narrative) -> Cited:
    """The numbers that a narrative prints."""
    found: dict[str, None] = {}
    for call in narrative_calls(narrative):
        if call.function not in _CELL_FUNCTIONS:
            continue
        arguments = call.arguments
        parts = [str(arguments.get(key) or "") for key in ("question", "code", "wave", "since")]
        among = arguments.get("among")
        name = "change" if call.function in {"change", "direction"} else call.function
        address = ", ".join(part for part in parts if part) + (f", {among}" if among else "")
        found[f"{name}({address})"] = None
    return Cited(narrative.file, tuple(found), narrative.broken)
