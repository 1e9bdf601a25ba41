"""With a study at hand: each number against the cell that its words name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.known import Known
from atbalss.audit.rules.two_values import sides
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text, word_pattern


def find(text: Text, claims: Claims, known: Sequence[Known], wave: str) -> Iterator[Finding]:
    """Shares whose words name one answer of the study, and whose number is not its number."""
    answers: dict[frozenset[str], list[Known]] = defaultdict(list)
    for item in known:
        answers[frozenset(stems(item.label, text.lang))].append(item)
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        if word_pattern(text.words.group).search(claim.segment):
            continue
        meant = _meant(claim, answers, text)
        if not meant:
            continue
        year = str(max(claim.years)) if claim.years else ""
        waves = {item.wave: item for item in meant}
        if year and year not in waves:
            continue
        cell = waves.get(year or wave)
        number = claim.number
        if cell is None or any(abs(item.percent - number.value) <= number.step for item in meant):
            continue
        right = f"{cell.percent:.{number.digits}f} %"
        shown = f"{number.shown} %"
        at = spot(text, claim.sentence, number.start, number.end)
        yield finding(text, "study-number", at, value=shown, right=right, cell=cell.cell)


def _meant(claim: Claim, answers: dict[frozenset[str], list[Known]], text: Text) -> list[Known]:
    """The cells of the one answer that a claim names in full, with words of its question."""
    about = set(claim.about)
    fits: list[tuple[int, list[Known]]] = []
    for label, cells in answers.items():
        if len(label) < 2 or not label <= about or len({item.question for item in cells}) != 1:
            continue
        asked = set(stems(cells[0].question, text.lang))
        if len(label) < 3 and not (asked - label) & about:
            continue
        if sides(claim.segment, text) == sides(cells[0].label, text):
            fits.append((len(label), cells))
    fits.sort(key=lambda item: -item[0])
    if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0]):
        return []
    extra = about - set(stems(fits[0][1][0].label + " " + fits[0][1][0].question, text.lang))
    return fits[0][1] if len(extra) <= 2 and not regex.search(r"\(", claim.segment[:1]) else []
