"""Results told one after the other, a sentence or a paragraph each: `North line: 64 % said yes (n = 120).`"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import spot_of
from atbalss.audit.group_sizes import base_beside
from atbalss.audit.series import Result, Series, has_error
from atbalss.audit.text import Kind, Text

_LABEL = regex.pattern(r"(?P<label>[^\W\d_][^\d:%–—?!]{1,60}?)(?::\s|\s[–—]\s)")
_LEAST = 3


def told_in_turn(text: Text, claims: Claims) -> Iterator[Series]:
    """Runs of three sentences or more that have one share each behind a label of their own."""
    run: list[tuple[str, Claim]] = []
    for sentence in text.prose:
        found = claims.of(sentence)
        match = _LABEL.match(sentence.text) if len(found) == 1 and not found[0].years else None
        fits = match is not None and match.end() <= found[0].number.start
        follows = bool(run) and sentence.order == run[-1][1].sentence.order + 1
        if run and not (fits and follows and sentence.section == run[0][1].sentence.section):
            yield from _series(text, run)
            run = []
        if match is not None and fits and sentence.kind is Kind.PARAGRAPH:
            run.append((match["label"], found[0]))
    yield from _series(text, run)


def _series(text: Text, run: Sequence[tuple[str, Claim]]) -> Iterator[Series]:
    if len({label for label, _ in run}) < max(len(run), _LEAST):
        return
    results = tuple(
        Result(label, one.number, base_beside(one), where, has_error(one.sentence.text))
        for label, one in run
        for where in (spot_of(text, one),)
    )
    blocks = [one.sentence.block for _, one in run]
    yield Series(results, "", results[0].spot, blocks[0], blocks[-1])
