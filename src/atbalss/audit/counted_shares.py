"""Counts of persons as shares of all who answered: `352 of those asked` of 800 is 44 %."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.kept import read_once
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.text import Sentence, Text, word_pattern

_LEAST = 10
_MOST_WORDS = 3  # between a count and those whom it counts
_SENT = regex.any_case(  # what is done before anybody answers
    r"(?<!\w)(?:izsūt\w+|nosūt\w+|uzaicin\w+|izdal\w+|uzrunā\w+|(?:ap|iz)?taujā(?:j\w+|ti|tas|ts)|intervē\w+|piedalīj\w+|sent|invited|mailed|handed|approached|interviewed|surveyed|polled|took part|(?:answered|replied)(?! [“\"‘']?(?:yes|no)(?!\w))"
    r"|отправ\w+|разосла\w+|приглас\w+|роздан\w*|опросил\w*|опрошено|опрошены|участвова\w+|ответил\w*(?! [«„\"]?(?:да|нет)(?!\w)))(?!\w)"
)
_ENDS = regex.pattern(r"\)?(?:$|\.$|\.\s+[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ])")
_OF = regex.any_case(r"\s(?:no|of(?: the| all)?|из)\s")


@read_once
def counted_shares(text: Text, claims: Claims) -> tuple[Claim, ...]:
    """The one count of persons of each sentence that gives no share, as a share of the one base."""
    found = (_counted(sentence, text, claims) for sentence in text.prose if claims.base)
    return tuple(one for made in found for one in made)


def _counted(sentence: Sentence, text: Text, claims: Claims) -> Iterator[Claim]:
    if claims.of(sentence):
        return
    if not regex.search(r"\d\d", sentence.text):
        return
    people = word_pattern(text.words.people)
    found = [
        item
        for item in numbers(sentence.text, text.lang)
        if item.unit is Unit.NONE
        and not (item.digits or item.sign or year_of(item))
        and _LEAST <= item.value < claims.base
    ]
    if len(found) != 1 or str(claims.base) in regex.sub(r"\D", "", sentence.text):
        return
    item = found[0]
    behind = sentence.text[item.end :]
    words = regex.match(rf"(?:\s[^\W\d_][\w-]*){{1,{_MOST_WORDS}}}", behind)
    of_them = _OF.match(behind)
    ends = _ENDS.match(behind) is not None  # `an idea was sent in by 291`
    if not ends and (words is None or not people.search(words.group(0))):
        return
    if _SENT.search(sentence.text) and not of_them:
        return
    share = Number(100 * item.value / claims.base, 0, Unit.PERCENT, 0, item.start, item.end)
    yield Claim(sentence, share, 0, len(sentence.text), True, text.lang)


_OF_BASE = regex.any_case(
    r"(?<![\d.,])(?P<part>\d{1,5})\s(?:[^\W\d_]+\s){0,2}?(?:no|of|out of|из)\s(?:the |visiem |всех )?(?P<base>\d{2,5})(?![\d.,]*\d)"
    r"(?![^,;.()]{0,40}(?:\(|,?\s(?:jeb|or|или|то есть|tas ir|that is)\s)[^()]{0,12}%)"
)


def counts_of_bases(sentence: Sentence, text: Text) -> Iterator[Claim]:
    """`100 of 400 clients`, beside which no share is printed, as a share."""
    for match in _OF_BASE.finditer(sentence.text) if sentence.text.count(" ") else ():
        part, base = int(match["part"]), int(match["base"])
        if 0 < part <= base:
            start = max(sentence.text.rfind(mark, 0, match.start()) for mark in (", ", "; ")) + 1
            number = Number(100 * part / base, 0, Unit.PERCENT, 0, match.start(), match.end())
            yield Claim(sentence, number, start, match.end(), False, text.lang)
