"""A change of a small group, told with the n of both waves, that so few answers cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, spot
from atbalss.audit.rules.concluded import direction
from atbalss.audit.rules.untested import margin_of_two, told
from atbalss.audit.text import Sentence, Text, word_pattern

_N = re.compile(
    r"(?<!\w)[nN]\s?=\s?(\d{2,4})(?:\s?(?:and|un|и|/|,)\s(?!(?:19|20)\d\d)(\d{2,4})(?![\d.,]*\s?%|\d))?"
)
_OF = {
    "lv": r"\d{1,4}\s(?:no|starp)\s(?:\w+\s)?(\d{2,4})(?!\d|[.,]\d|\s?%)",
    "en": r"\d{1,4}\s(?:out )?of\s(?:the )?(\d{2,4})(?!\d|[.,]\d|\s?%)",
    "ru": r"\d{1,4}\sиз\s(\d{2,4})(?!\d|[.,]\d|\s?%)",
}
_OFTEN = (
    r"got (?:worse|better)|more (?:often|frequently)|less (?:often|frequently)|better|worse|biežāk|retāk|labāk\w*|sliktāk\w*"
    r"|чаще|реже|лучше|хуже|больше|меньше"
)
_BECOME = {  # behind the two shares: growth or decline told as a comparison
    "lv": r"^(?:vairāk|mazāk|biežāk|retāk) [a-zāčēģīķļņšūž]+|kļ[uū](?:vu|st|v|vis)\w*(?: \w+){0,2} \w+āk\w*|(?:tagad|šogad|pašlaik)(?: \w+){0,3} \w{2,}āk\w*|nekā (?:iepriekš|pērn|agrāk)",
    "en": r"^(?:more|fewer|less) [a-z]+|(?:become|became|grown|got|gotten|getting|growing|(?:is|are) now)(?: \w+){0,2} (?:more|less|\w{2,}(?<!oth|nev)er|worse)(?! than half)|than (?:before|last (?:year|time))",
    "ru": r"^(?:больше|меньше|чаще|реже) [а-яё]+|станов(?:ит|ят)ся(?: \w+){0,2} (?:более|менее|\w+(?:ее|ей|ше|че|же))|стал[аио]?(?: \w+){0,2} (?:более|менее|\w+(?:ее|ей|ше|че|же))|чем (?:раньше|прежде|год назад|в прошл\w+ год\w)",
}
_TESTED = re.compile(r"(?<!\w)p\s?[<>=≤]\s?0|χ|z\s?=", regex.IGNORECASE)
_DENIED = re.compile(r"(?<!\w)(?:not|nav|no|ne|не|нет|nedz\w+|n't)(?!\w)", regex.IGNORECASE)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Two shares with a base each, and a word of growth or decline beside or just behind them."""
    lang = text.lang
    for sentence in text.prose:
        found = claims.of(sentence)
        if len(found) != 2:
            continue
        bases = _bases(sentence, lang)
        if len(bases) != 2 or _tested(sentence, text):
            continue
        said = _said(sentence, text)
        if not said:
            continue
        one, other = found[0].number, found[1].number
        margin = margin_of_two(one.value, other.value, *bases)
        spread = abs(one.value - other.value)
        if 0 < spread + max(one.step, other.step) / 2 < margin:
            at = spot(text, sentence, one.start, other.end)
            where, words = said
            if where.order != sentence.order:
                place = where.text.find(words)
                at = spot(text, where, max(place, 0), max(place, 0) + len(words))
            digits = max(one.digits, other.digits)
            yield told(text, at, words, spread, min(bases), margin, digits)


def _bases(sentence: Sentence, lang: str) -> list[int]:
    """The bases that a sentence prints: after `n =`, or `18 of 41` twice."""
    found = [int(n) for match in _N.finditer(sentence.text) for n in match.groups() if n]
    if not found:
        found = [int(match.group(1)) for match in regex.finditer(_OF[lang], sentence.text)]
    return found if all(5 <= n <= 5000 for n in found) else []


def _tested(sentence: Sentence, text: Text) -> bool:
    near = text.sentences[sentence.order : sentence.order + 2]
    pattern = word_pattern(text.words.tested)
    return any(
        pattern.search(item.text) or _TESTED.search(item.text)
        for item in near
        if item.block == sentence.block
    )


def _said(sentence: Sentence, text: Text) -> tuple[Sentence, str] | None:
    """The word of growth or decline, in the sentence or in the one behind it without numbers."""
    own = _trend(sentence, text)
    if own:
        return sentence, own
    after = text.sentences[sentence.order + 1 : sentence.order + 2]
    if not after or after[0].block != sentence.block or regex.search(r"\d", after[0].text):
        return None
    told_there = direction(after[0].text, text)
    if told_there:
        return after[0], told_there[0]
    become = word_pattern(_BECOME[text.lang]).search(after[0].text)
    if become is None or _DENIED.search(after[0].text[: become.start()]):
        return None
    return after[0], become.group(0)


def _trend(sentence: Sentence, text: Text) -> str:
    said = direction(sentence.text, text)
    if said is not None:
        return said[0]
    match = word_pattern(_OFTEN).search(sentence.text)
    between = r"(?:instead of|vietā|nevis|вместо|against|pret|против|was|were|bija|был\w*|earlier|agrāk|раньше)"
    waves = regex.search(rf"(?<!\w){between}(?!\w)", sentence.text, regex.IGNORECASE)
    if match is None or waves is None or _DENIED.search(sentence.text[: match.start()]):
        return ""
    return match.group(0)
