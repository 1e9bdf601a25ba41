"""Groups that make up the sample, by sex, age or schooling: their shares make 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.rules.sums_told import net, sum_told
from atbalss.audit.text import Sentence, Text, word_pattern

_MADE_OF = (
    r"(?:the|our) sample (?:consists of|consisted of|is made up of|comprises|comprised|has|had)|of the sample|izlasē (?:ir|bija)|izlasi veido|в выборке"
    r"|sadalījum\w*|pēc (?:dzimuma|vecuma|tautības|izglītības)|by (?:age|sex|gender|education)|breakdown|composition|(?:age|sex|gender|education) (?:profile|structure)"
    r"|(?:education|age|sex|gender|place of residence) of (?:the )?(?:respondents|sample)|respondentu (?:izglītība|vecums|dzimums|dzīvesvieta)|(?:образование|возраст|пол) (?:опрошенных|респондентов)"
    r"|распредел(?:ени|ил|ял|яют)\w*|состав(?!ил|ля)\w*|по (?:полу|возрасту|образованию|стажу|должности|числу (?:работников|сотрудников)|размеру|типу|виду|региону|месту жительства|месту работы)"
    r"|(?:sadalījās|sadalās|iedalās|dalās|sadalāmi)|pēc (?:darbinieku skaita|lieluma|amata|stāža|nozares|dzīvesvietas|nodarbošanās|darba stāža|ģimenes stāvokļa|veida)"
    r"|(?:were|are|is|was) (?:distributed|split|divided|spread)|broke down|breaks? down|divide[sd]?(?: up)? (?:as follows|into)|split as follows|as follows by|by (?:size|headcount|number of employees|staff numbers|tenure|length of service|occupation|residence|region|sector|type|role|grade)"
)


_SEXES = re.compile(
    r"(?:of (?:the |all )?(?:respondents|sample|those (?:asked|interviewed|surveyed))|respondentu vidū|starp (?:respondentiem|aptaujātajiem)|no (?:respondentiem|aptaujātajiem)|среди (?:опрошенных|респондентов))"
    r"(?: (?:were|are|bija|ir|было))?,? (?P<one>\d{1,2})\s?(?:%|per cent|procenti|процент\w*)? (?:are |were |ir |bija )?(?:wom|m|siev|vīr|женщ|мужч)\w+,? (?:and|un|и|а|bet) (?P<two>\d{1,2})\s?(?:%|per cent|procenti|процент\w*) (?:are |were |ir |bija )?(?:wom|m|siev|vīr|женщ|мужч)\w+(?:[.;(]|$)",
    re.IGNORECASE,
)


def _sexes(text: Text, sentence: Sentence) -> Iterator[Finding]:
    """`Of the respondents 54 % are women and 49 % men`."""
    match = _SEXES.search(sentence.text)
    total = int(match.group("one")) + int(match.group("two")) if match else 100
    if match and abs(total - 100) > 1:
        at = spot(text, sentence, match.start(), match.end())
        yield finding(text, "sum-of-answers", at, total=f"{total}")


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """`By age: 18-34 29 %, 35-54 41 %, over 55 38 %`: groups that make up the sample."""
    for sentence in text.prose:
        found = claims.of(sentence)
        if len(found) == 2:
            yield from _sexes(text, sentence)
        cue = word_pattern(_MADE_OF).search(sentence.text)
        if len(found) < 2 or cue is None or cue.start() > found[0].number.start:
            continue
        marks = len(re.findall(r"[;.]\s", sentence.text))
        if any(claim.years for claim in found) or marks not in (0, len(found) - 1):
            continue
        total = sum(claim.number.value for claim in found)
        spare = sum(claim.number.step for claim in found) / 2 + 0.51
        if not 100 + spare < total < 130 or net([claim.number for claim in found], spare):
            continue
        yield sum_told(text, found)
