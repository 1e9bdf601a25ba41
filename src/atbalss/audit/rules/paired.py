"""One percent for two answers of a question with several: `phone and e-mail were named by 34 %`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.rules.asked import around, says_several
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern

_AND = {"lv": "un", "en": "and", "ru": "и"}
_VERB = {  # what those who answered did with an answer
    "lv": r"(?:liet|izmant|nosauk|nosauc|nosauca|min|izvēl|norād|atzīm|saņ|apmekl|apskat|las|brauc|nāc|nāk|atbrauc|vērs|vēl|grib|gāj|iet|skat|klaus|dzird|uzzin|apstiprin|piekrit|uzrād|izjut|piedzīvo|ciet|sūdzēj|saskār|lieto|ņem|pērk|pirk|maks|gaid|pras|piemin|redz)(?:a|ā|ē|ī|i|ī|š|u|o|j|s|t|k)\w*|las[aī]\w*|nāk|iet",
    "en": r"(?:named|used|mentioned|chosen|chose|cited|picked|ticked|selected|read|visited|reported|seen|saw|wanted|wished|requested|asked for|preferred|came|come|travelled|travel|go|went|watched|heard|bought|received|scored|attracted|drew|got|use|liked|attended|tried|(?<=were )\w+ed|(?<=are )\w+(?:ed|en|wn)|grown|eaten|worn|confirmed|experienced|felt|noticed|agreed to|backed|supported|suffered|own|owned|have|had|took|take|carry|carried|marked|tapped|clicked|recalled|praised|blamed|feared|missed|needed)",
    "ru": r"\w{2,}(?:ли|лись|ло|лось)|пользу\w+|чита\w+|выбира\w+|использу\w+|ездя\w+|ходя\w+|хотя\w+",
}
JOINED = (
    r"both|each|together|combined|jointly|either|or|between them|between|at the same time|also|as well|respectively|joint"
    r"|abus|abas|abi|gan|katru|katrs|katra|kopā|vai|vienlaikus|arī|apvienoj\w+|attiecīgi|starp|reizē"
    r"|brothers? and sisters?|brāļ\w+ un mās\w+|брат\w+ и с[её]ст\w+|food and drinks?|ēdien\w+ un dzērien\w+|mothers? and fathers?|māt\w+ un tēv\w+"
    r"|оба|обе|обоими|обоих|кажд\w+|вместе|или|одновременно|также|сочета\w+|совме\w+|в сумме|соответственно|между"
)
OWN_WORDS = regex.any_case(  # answers in one's own words, of which one theme may have two names
    r"(?<!\w)(?:own words|open-ended|themes?|unprompted|saviem vārdiem|brīv\w+ (?:atbil|vārd)\w+|atvērt\w+ (?:jautā|atbil)\w+|tēm\w+|своими словами|свободн\w+ (?:ответ|форм)\w*|открыт\w+ (?:вопрос|ответ)\w*|тем(?:а|ы|ам|ами)?)(?!\w)"
)
_WORD = r"[^\W\d_][\w'’-]*"
_LONGEST = 90  # letters between a number and what it is said of


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of "A and B" in a list whose other answers have one share each."""
    for sentence in text.prose:
        found = claims.of(sentence)
        if len(found) < 2 and not _goes_on(text, claims, sentence):
            continue
        pairs = [claim for place, claim in enumerate(found) if _is_pair(text, found, place)]
        if len(pairs) != 1 or not _several_allowed(text, sentence):
            continue
        at = spot(text, sentence, pairs[0].number.start, pairs[0].number.end)
        yield finding(text, "one-percent-two-items", at, value=pairs[0].number.shown)


def _goes_on(text: Text, claims: Claims, sentence: Sentence) -> bool:
    """Whether a sentence with one share stands before or behind one that lists others."""
    if not claims.of(sentence) or not sentence.order:
        return False
    near = text.sentences[sentence.order - 1 : sentence.order + 2]
    if OWN_WORDS.search(text.blocks[sentence.block].text):
        near = near[:1]
    return any(
        item.block == sentence.block and item is not sentence and len(claims.of(item)) > 1
        for item in near
    )


def _several_allowed(text: Text, sentence: Sentence) -> bool:
    """Whether the passage, or what stands around it, says that several answers could be given."""
    near = text.sentences[max(0, sentence.order - 2) : sentence.order + 1]
    own = " ".join(item.text for item in near if item.section == sentence.section)
    return says_several(own, text) or says_several(around(text, sentence.block), text)


@cache
def _behind(lang: str) -> re.Pattern[str]:
    """`came by tram and bicycle`, right behind a number."""
    one = rf"(?:the |a )?{_WORD}(?: (?!{_AND[lang]}\s){_WORD})?"
    of = r"(?:\s(?:of|no|из) [\w ]{3,25})?"
    return regex.any_case(
        rf"{of}\s(?:{_VERB[lang]})\s(?:\w{{1,4}}\s)?{one}\s(?P<and>{_AND[lang]})\s{one}(?=[,;.)]|\s[–—-]\s|$)"
    )


@cache
def _before(lang: str) -> re.Pattern[str]:
    """`bank and post were named by`, right before a number."""
    one = rf"(?:the |a )?(?:{_WORD}\s){{1,3}}?"
    said = rf"(?:(?:{_WORD}\s){{0,2}}?(?:{_VERB[lang]})(?:\s(?:by|of|for|at))?\s?|[–—-]\s)"
    return regex.any_case(
        rf"\s?(?!(?:{_AND[lang]}|no|of|из)\s){one}(?P<and>{_AND[lang]})\s{one}{said}(?:[–—-]\s)?"
    )


def _is_pair(text: Text, found: tuple[Claim, ...], place: int) -> bool:
    """Whether the words that a share is said of name two things, and nothing joins them."""
    claim = found[place]
    words, number = claim.sentence.text, claim.number
    left = found[place - 1].number.end if place else 0
    pieces = regex.split(
        r"[”“»\"?)]\s|[,;:.]\s", words[max(left, number.start - _LONGEST) : number.start]
    )
    piece = pieces[-1]
    if left and len(pieces) > 2 and len(pieces[-2].split()) < 3:
        return (
            False  # "13 % of clients, payments, bills and printing 11 %": one answer of three words
        )
    after = words[number.end : number.end + _LONGEST]
    right = _behind(text.lang).match(after)
    before = _before(text.lang).fullmatch(piece)
    said = right.group(0) if right else before.group(0) if before else ""
    if not said or (before and not right and not word_pattern(_VERB[text.lang]).search(words)):
        return False
    if _is_described(said, text):
        return False  # "academic and professional books" are one answer
    if _told_apart(text, claim, said):
        return False
    if regex.match(r"\s(?:un|and|и)\s(?:[^\W\d]+\s)?\d", after):
        return False  # "in Lithuania and Estonia 21 % and 30 %": one each
    beside = regex.match(r"\s?[^,;.]{0,12}", after)
    near = said + " " + (beside.group(0) if beside and not right else "")
    return not word_pattern(f"{JOINED}|{text.words.group}").search(near)


_DESCRIBES = {  # how a word that only describes the noun behind it may end
    "lv": r"(?P<end>o|ās|ajā|ajai|ajam|ajos|ajās|ajiem|ajām)",
    "en": r"\w{2,}(?:ic|al|ern|ous|ive|ish|ary|ory|an)",
    "ru": r"(?P<end>ую|юю|ые|ие|ый|ий|ое|ой|ого|ых|их|ым|ими|ыми)",
}


def _is_described(said: str, text: Text) -> bool:
    """Whether two words joined by "and" describe one noun: `akadēmisko un profesionālo literatūru`."""
    adjective = _DESCRIBES[text.lang]
    again = r"\w{2,}(?P=end)" if text.lang != "en" else rf"(?:{adjective})"
    own = rf"\w{{2,}}{adjective}" if text.lang != "en" else rf"(?:{adjective})"
    verb = rf"(?!(?:{_VERB[text.lang]})(?!\w)|by\s|[–—-])"
    joined = rf"(?<!\w){own}\s{_AND[text.lang]}\s{again}\s{verb}{_WORD}"
    return regex.search(joined, said, regex.IGNORECASE) is not None


def _told_apart(text: Text, claim: Claim, said: str) -> bool:
    """Whether both things have been named before: then the share is of those who named both."""
    order = claim.sentence.order
    if not order or text.sentences[order - 1].block != claim.sentence.block:
        return False
    before = {word[:4] for word in stems(text.sentences[order - 1].text, text.lang)}
    parts = regex.split(rf"\s{_AND[text.lang]}\s", said)
    named = [{word[:4] for word in stems(part, text.lang)} for part in parts]
    return len(named) == 2 and all(item & before for item in named)
