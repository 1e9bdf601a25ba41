"""Groups that make up the sample, by sex, age or schooling: their shares make 100 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.composed import begun
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.rules.sums_told import net, sum_told
from atbalss.audit.text import Sentence, Text, word_pattern

_SEXES = regex.pattern(
    r"(?:of (?:the |all )?(?:respondents|sample|those (?:asked|interviewed|surveyed))|respondentu vidū|starp (?:respondentiem|aptaujātajiem)|no (?:respondentiem|aptaujātajiem)|среди (?:опрошенных|респондентов))"
    r"(?: (?:were|are|bija|ir|было))?,? (?P<one>\d{1,2})\s?(?:%|per cent|procenti|процент\w*)? (?:are |were |ir |bija )?(?:wom|m|siev|vīr|женщ|мужч)\w+,? (?:and|un|и|а|bet) (?P<two>\d{1,2})\s?(?:%|per cent|procenti|процент\w*) (?:are |were |ir |bija )?(?:wom|m|siev|vīr|женщ|мужч)\w+(?:[.;(]|$)",
    regex.IGNORECASE,
)


def _sexes(text: Text, sentence: Sentence) -> Iterator[Finding]:
    """`Of the respondents 54 % are women and 49 % men`."""
    match = _SEXES.search(sentence.text)
    total = int(match.group("one")) + int(match.group("two")) if match else 100
    if match and abs(total - 100) > 1:
        at = spot(text, sentence, match.start(), match.end())
        yield finding(text, "sum-of-answers", at, total=f"{total}")


_AGED = regex.pattern(
    r"(?<!\d)\d\d\s?(?:[–-]|līdz|to|до)\s?\d\d(?!\d|\s?%)|(?<!\d)\d\d\s?\+|\d\d (?:лет )?и старше|старше \d\d|до \d\d|\d\d (?:gadi )?un vec\w+|\d\d gadu un vair\w+|līdz \d\d|vecāki? par \d\d|\d\d (?:and|or) (?:over|older)|(?:over|under) \d\d",
    regex.IGNORECASE,
)
_METHOD = r"anket\w*|izlas\w*|sample|respondents|interviews|questionnaires|выборк\w+|анкет\w*|респондент\w*|участник\w*|опрошенн\w*|dalībniek\w*|respondent\w*"
_LEAST, _MOST = 85.0, 130.0


def _are_ages(text: Text, sentence: Sentence, claims: Claims) -> bool:
    """Whether shares are of who took part, by age: each beside an age, where the sample is told of."""
    ages = len(_AGED.findall(sentence.text))
    found = claims.of(sentence)
    if ages != len(found) or any(claim.years for claim in found):
        return False
    before = text.sentences[sentence.order - 1] if sentence.order else sentence
    same = before.block == sentence.block
    if same and len(pair := claims.of(before)) == 2:  # the sexes
        made = sum(claim.number.value for claim in pair)
        if abs(made - 100) <= 1:
            return True
    near = f"{before.text if same else ''} {sentence.text[: found[0].number.start]}"
    return begun(near, text) >= 0 and word_pattern(_METHOD).search(near) is not None


def _ages(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    found = claims.of(sentence)
    total = sum(claim.number.value for claim in found)
    spare = sum(claim.number.step for claim in found) / 2 + 0.51
    ended = total > 100 or regex.search(r"\+|старше|vec|vair|over|older", sentence.text)
    if abs(total - 100) > spare and _LEAST < total < _MOST and ended:
        yield sum_told(text, found)


def _of_two_kinds(sentence: Sentence, found: Sequence[Claim]) -> bool:
    """Whether a bracket is a sentence of its own: `(50 %) are young and skilled (64 % of users have …)`."""
    inside = regex.findall(r"\(([^()]*\d\s?%[^()]*)\)", sentence.text)
    long = [words for words in inside if len(regex.findall(r"[^\W\d]{2,}", words)) > 3]
    return len(found) == 2 and 0 < len(long) < len(inside)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """`By age: 18-34 29 %, 35-54 41 %, over 55 38 %`: groups that make up the sample."""
    for sentence in text.prose:
        found = claims.of(sentence)
        if len(found) == 2:
            yield from _sexes(text, sentence)
        if len(found) > 2 and _are_ages(text, sentence, claims):
            yield from _ages(text, claims, sentence)
            continue
        if (
            len(found) < 2
            or _of_two_kinds(sentence, found)
            or not 0 <= begun(sentence.text, text) <= found[0].number.start
        ):
            continue
        marks = len(regex.findall(r"[;.]\s", sentence.text))
        if any(claim.years for claim in found) or marks not in (0, len(found) - 1):
            continue
        total = sum(claim.number.value for claim in found)
        spare = sum(claim.number.step for claim in found) / 2 + 0.51
        if not 100 + spare < total < 130 or net([claim.number for claim in found], spare):
            continue
        yield sum_told(text, found)
