"""The answers of a part of those who were asked, in a list of their own, and no word of how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding
from atbalss.audit.language import words_of
from atbalss.audit.passages import Passage, passages_of
from atbalss.audit.rules.lacking import has_base
from atbalss.audit.rules.subgroups import is_counted, of_all, own_words
from atbalss.audit.text import Kind, Text

_WORDS = 700  # of a document in which parts are seen at a glance
_AGE = regex.any_case(
    r"(?<!\d)(?:\d\d\s?[–-]\s?)?\d\d(?:\+|\s?-?(?:s\b|(?:лет|год\w*|gad\w*|years?|лет\w*)(?:\s(?:old|vec\w+))?))"
)
_WHO = {  # who is meant, before what they were asked or answered
    "lv": (
        r"(?:no |starp |tikai )?tie(?:m|)?,? k(?:as|am|uri|uriem|uras|urām) (?P<who1>[^,;:.()%\d„“”]{3,80})",
        r"(?P<who2>(?:[^\W\d_][\w-]*\s){1,4}?[^\W\d_]{3,}(?:u|šo)) (?:atbild(?:es|ēs|ēja)|vērtējum\w*|viedok\w*|rezultāt\w*)",
        r"(?:uzdeva|uzdots|uzdevām|jautā\w+|vaicā\w+) (?:tikai|vienīgi) (?P<who3>[^;:()%\d„“”]{4,80})",
        r"(?P<who4>[^,;:.()%\d„“”]{4,60}) vidū(?=[:,])",
        r"(?P<who5>[^,;:.()%\d„“”]{4,50}(?:iem|ām)) (?:\w+ ){0,2}?(?:papildus|vēl|arī|atsevišķi) (?:\w+ ){0,2}?(?:jaut\w+|vaic\w+|uzde\w+|prasī\w+)|(?P<who6>[^,;:.()%\d„“”]{4,50}(?:iem|ām)) (?:uzdeva|uzdevām|vaicāja|vaicājām|jautāja|jautājām|prasīja) (?:\w+ )?(?:papildus|vēl|arī|atsevišķi)",
        r"\((?:tikai )?(?P<who7>(?:[^\W\d_]+\s){0,2}[^\W\d_]{3,}(?:nieki|tāji|āji|ēji|isti|ušie|ošie))\)",
    ),
    "en": (
        r"(?:those|people|PEOPLE|\w{3,}(?:ers|ors|ents|ants|ians|ists|ees)),? (?:who|whose|that|with|without|aged) (?P<who1>[^,;:.()%\d“”]{3,80})",
        r"(?:answers|replies|responses|results|views|ratings) (?:of|from|by|given by|among) (?:the |our )?(?P<who2>[^,;:()%\d“”?]{4,60})",
        r"(?:put|asked|addressed) (?:only|solely|just) (?:to|of) (?P<who3>[^,;:()%\d“”]{4,80})",
        r"among (?:the |our )?(?P<who4>[^,;:()%\d“”]{4,60})(?=[:,])",
        r"(?P<who5>[^,;:.()%\d“”]{4,50}) (?:were|was) (?:also|further|then|additionally|separately) asked",
        r"\((?:only )?(?P<who7>(?:[^\W\d_]+\s){0,2}[^\W\d_]{3,}(?:ers|ors|ees|ians|ents|ants))(?: only)?\)",
    ),
    "ru": (
        r"(?:те|тех|тем|теми|люд\w+|PEOPLE),? (?:кто|кого|кому|у кого|котор\w+) (?P<who1>[^,;:.()%\d«»]{3,80})",
        r"(?:ответ|оценк|мнени|результат)\w* (?:среди )?(?P<who2>(?:[^\W\d_]+\s){0,3}?(?:PEOPLE|[^\W\d_]{3,}(?:ов|ев|ей|их|ых|вших|ющих))(?!\w)[^,;:()%\d«»–—?.]{0,50})",
        r"(?:задан\w*|задали|задавали|задавался|спросили|спрашивали) (?:только|лишь) (?P<who3>[^;:()%\d«»–]{4,80})",
        r"среди (?P<who4>[^,;:()%\d«»–—]{4,60})(?=[:,])",
        r"(?P<who5>[^,;:.()%\d«»–—]{4,50}) (?:\w+ )?(?:спросили|спрашивали|попросили) (?:\w+ )?(?:дополнительно|отдельно|также|ещё|еще)|(?P<who6>[^,;:.()%\d«»–—]{4,50}) (?:дополнительно|отдельно|также|ещё|еще) (?:\w+ )?(?:спросили|спрашивали|попросили)",
        r"\((?:только )?(?P<who7>(?:[^\W\d_]+\s){0,2}[^\W\d_]{3,}(?:льцы|тели|ники|щие|вшие|исты))\)",
    ),
}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """At most one list that is whole, opened by words for some of those asked, whom nobody counts."""
    if not claims.base or len(text.whole.split()) > _WORDS:
        return
    if any(block.kind is Kind.CHART for block in text.blocks):
        return
    found = [
        (unit, who)
        for unit in passages_of(text, claims)
        if unit.whole and (who := _part(unit, text, claims))
    ]
    if len(found) == 1:
        (unit, who), shown = found[0], f"{found[0][0].shares[0]:g}"
        yield finding(
            text, "missing-base", unit.spot, code="missing-base-of", words=who,
            value=shown,
        )  # fmt: skip


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    ways = "|".join(_WHO[lang]).replace("PEOPLE", words_of(lang).people)
    return regex.any_case(rf"(?<!\w)(?:{ways})")


def _part(unit: Passage, text: Text, claims: Claims) -> str:
    """The part of those asked of whom a list is, where it is told and not counted; else ""."""
    opened = regex.split(r"(?<=[.!?])\s(?=[^\W\d_])", unit.words.split("%")[0].split("\n \n")[0])
    lead = regex.sub(r"\([^()]*;[^()]*\)", " ", _AGE.sub(" ", " ".join(opened[-2:])))
    if has_base(_AGE.sub(" ", unit.words)):
        return ""
    match = _pattern(text.lang).search(lead)
    if match is None:
        return ""  # `1,206 adults who …`
    who = next((said for said in match.groups() if said), "")
    who = regex.split(r"\s(?:на вопрос|to the|to this|uz jaut)", who)[0]
    telling = set(own_words(who, text)) - of_all(text, claims, titled=not match["who1"])
    first = next((item for item in text.sentences if item.block >= unit.first), None)
    if not telling or first is None or is_counted(first, who, text, claims, listed=True):
        return ""
    return who.strip()
