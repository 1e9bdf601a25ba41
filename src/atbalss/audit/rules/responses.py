"""How many of those invited answered: told twice with two values, or not what the two counts give."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.retold import NARROW
from atbalss.audit.text import Kind, Text, word_pattern

_RATE = {  # names the rate itself
    "lv": r"atsaucīb\w*|atsaucām\w*|(?:anketu )?atgriežamīb\w*|atbildētīb\w*|atsaucās|līdzdalīb\w* (?:aptaujā|rādītāj\w*)|respond\w+ līmen\w*",
    "en": r"(?:response|return|reply|completion|participation|answer) rate|rate of (?:response|return|reply)|turn-?out|non-?response",
    "ru": r"отклик\w*|откликнул\w*|доля (?:ответивших|вернувшихся|вернувших)|возврат\w*|уров\w+ (?:участия|ответов|отклика)|явк\w+",
}
_REPLIED = {
    "lv": r"atbildē\w+|aizpildī\w+|iesnie\w+|atgriez\w+|atsūtī\w+|piedalī\w+|iesūtī\w+|atbildes (?:saņem\w+|sniedz\w+)|saņem\w+|nodev\w+",
    "en": r"repl(?:y|ies|ied|ying)|answer(?:ed|ing)|respond(?:ed|ing|ents)|returned|returning|handed in|sent back|took part|taking part|filled|completed|completing|submitted|came back|participated",
    "ru": r"ответи\w+|вернул\w*|вернувш\w+|заполнил\w*|сдал\w*|участвовал\w*|прислал\w*|получен\w*|поступил\w*|приняли участие|отозвал\w*",
}
_INVITED = {
    "lv": r"uzaicinā\w+|aicinā\w+|uzrunā\w+|izsūtī\w+|nosūtī\w+|izdalī\w+|adresāt\w*|sarakst\w+|izsniegt\w*",
    "en": r"invit\w+|approached|contacted|addressees?|mailed|posted|sent|list|written to|wrote to|handed out|distributed|eligible|recipients?|drawn|called|dialled",
    "ru": r"приглаш\w+|приглас\w+|разосла\w+|отправл\w+|адресат\w*|получател\w*|роздан\w*|раздал\w*|списк\w+|обратил\w+|обзвон\w+",
}
_NOT = {
    "lv": r"neatbildēj\w*|neatsauc\w*|atteic\w*|neaizpildīj\w*|nepiedal\w*",
    "en": r"non-?response|refus\w+|did not|didn't|declined|not (?:reply|answer|respond)\w*",
    "ru": r"не ответил\w*|отказал\w*|не вернул\w*|неответ\w*|не участвовал\w*",
}
_COUNT = regex.pattern(r"(?<![\d.,])\d{2,6}(?:\s[^\W\d]\w*){0,2}\s?\($")
_OF_A_PLACE = regex.pattern(r"[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][\w-]+ \($")  # `highest in Kurzeme (69 %)`
_FEWEST = 20  # invited


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of those invited who answered, and whether its own words say so."""

    claim: Claim
    named: bool


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Rates of response that differ, and one that the two counts of its sentence deny."""
    rates = list(_rates(text, claims))
    told: set[int] = set()
    for one, other in itertools.combinations(rates, 2):
        first, second = one.claim.number, other.claim.number
        if not (one.named or other.named) or other.claim.sentence.order in told:
            continue
        if abs(first.value - second.value) <= max(first.step, second.step) + 1e-9:
            continue
        told.add(other.claim.sentence.order)
        at = spot(text, other.claim.sentence, second.start, second.end)
        against = spot(text, one.claim.sentence, first.start, first.end)
        yield finding(
            text, "two-values", at, (against,), line=against.line,
            value=second.shown, other=first.shown,
        )  # fmt: skip
    for rate in rates:
        yield from _counted(text, rate)


def _rates(text: Text, claims: Claims) -> Iterator[Rate]:
    lang = text.lang
    named, replied, invited, denied = (
        word_pattern(table[lang]) for table in (_RATE, _REPLIED, _INVITED, _NOT)
    )
    narrow = word_pattern(rf"{NARROW}|{text.words.who}")
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION) or claim.years:
            continue
        words = claim.sentence.text if claim.alone else claim.segment
        clause = _clause(claim)
        if word_pattern(text.words.last_wave).search(words) or denied.search(clause):
            continue
        if word_pattern(text.words.interval).search(clause) or "?" in words:
            continue
        if _OF_A_PLACE.search(claim.sentence.text[: claim.number.start]):
            continue
        if named.search(clause):
            if claim.alone or claim is claims.of(claim.sentence)[-1]:  # else of groups
                yield Rate(claim, True)
        elif claims.base and _is_of_base(claim, claims.base):
            yield Rate(claim, False)
        elif not narrow.search(clause) and replied.search(clause) and invited.search(words):
            of_them = rf"\s(?:(?:of|no|из|от)\s)?(?:the |all |those |vis\w+ |всех )?(?:\w+\s)?(?:{_INVITED[lang]})"
            after = claim.sentence.text[claim.number.end :]
            if regex.match(of_them, after, regex.IGNORECASE):
                yield Rate(claim, True)
            elif _COUNT.search(claim.sentence.text[: claim.number.start]):
                yield Rate(claim, False)


def _is_of_base(claim: Claim, base: int) -> bool:
    """Whether a share stands behind the number of all who answered: `702 forms (56 %)`."""
    before = regex.search(
        r"(?<![\d.,])(?<!no )(?<!of )(?<!из )(\d[\d \u00a0,]*\d)(?:\s[^\W\d]\w*){1,2}(?:,?\s(?:jeb|or|или|tātad|thus)|\s[–—-])?\s\(?$",
        claim.sentence.text[: claim.number.start],
    )
    return before is not None and regex.sub(r"\D", "", before[1]) == str(base)


def _clause(claim: Claim) -> str:
    """The words about a share, up to the marks around it."""
    text, number = claim.sentence.text, claim.number
    before = regex.split(r"[;:.]\s|,\s", text[claim.start : number.start])
    after = regex.split(r"[;:.](?:\s|$)|,\s", text[number.end : claim.end])
    return f"{' '.join(before[-2:])} {after[0]}"


def _counted(text: Text, rate: Rate) -> Iterator[Finding]:
    """`187 of the 204 invited answered (82 %)`: the sentence counts both, and nothing else."""
    sentence, number = rate.claim.sentence, rate.claim.number
    if not rate.claim.alone:
        return
    counts = [item for item in numbers(sentence.text, text.lang) if _is_count(item)]
    if len(counts) != 2 or counts[0].value == counts[1].value:
        return
    less, more = sorted(counts, key=lambda item: item.value)
    exact = 100 * less.value / more.value
    if more.value < _FEWEST or abs(exact - number.value) <= 1.01 * number.step or exact < 2:
        return
    at = spot(text, sentence, number.start, number.end)
    yield finding(
        text, "count-and-percent", at, value=number.shown,
        count=f"{less.value:.0f}", base=f"{more.value:.0f}",
        right=f"{exact:.{number.digits}f}",
    )  # fmt: skip


def _is_count(item: Number) -> bool:
    whole = item.unit is Unit.NONE and not item.digits and not item.sign
    return whole and item.value >= 10 and not 1990 <= item.value <= 2039
