"""One percent for two answers of a question with several: `phone and e-mail were named by 34 %`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.study.decimals import marked

_AND = {"lv": "un", "en": "and", "ru": "и"}
_NAMED = {
    "lv": r"nosauca|minēja|izmantoja|lietoja|izvēlējās|norādīja|atzīmēja|saņēma|apmeklēja|lasa|izmanto|lieto|nosaukuši|minējuši|vērsās",
    "en": r"(?:were|was|are|is|had been|have been) (?:each )?(?:named|used|mentioned|chosen|cited|picked|ticked|selected|read|visited|reported)|(?:attracted|drew|got|received|scored|had)",
    "ru": r"назвали|упомянули|указали|выбрали|отметили|использовали|используют|обратились|обращались|пользуются|пользовались|читают|узнали",
}
_JOINED = (
    r"both|each|together|combined|jointly|either|or|between them|at the same time|also|as well"
    r"|abus|abas|abi|gan|katru|katrs|katra|kopā|vai|vienlaikus|arī|apvienoj\w+"
    r"|оба|обе|обоими|кажд\w+|вместе|или|одновременно|также|сочета\w+|в сумме"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of "A and B" in a list whose other answers have one share each."""
    for sentence in text.prose:
        found = claims.of(sentence)
        if not found or not _several_allowed(text, sentence):
            continue
        for place, claim in enumerate(found):
            if len(found) < 2 or not _is_pair(claim, found[place - 1] if place else None, text):
                continue
            at = spot(text, sentence, claim.number.start, claim.number.end)
            shown = marked(claim.number.shown, text.lang)
            yield finding(text, "one-percent-two-items", at, value=shown)
            break


def _several_allowed(text: Text, sentence: Sentence) -> bool:
    """Whether the sentence, or the one or two before it in its section, say so."""
    pattern = word_pattern(text.words.multiple)
    near = text.sentences[max(0, sentence.order - 2) : sentence.order + 1]
    return any(pattern.search(item.text) for item in near if item.section == sentence.section)


def _is_pair(claim: Claim, before: Claim | None, text: Text) -> bool:
    """Whether the words that a share is said of name two things, and nothing joins them."""
    words = claim.sentence.text
    left = before.number.end if before is not None else 0
    piece = words[left : claim.number.start]
    quoted = re.split(r"[”“»\"?)]", piece)[-1] if re.search(r"[”“»\"?)]", piece) else piece
    clause = re.split(r"[,;:]\s", quoted.rstrip(" ,–—-("))[-1]
    if word_pattern(_JOINED).search(clause) or word_pattern(text.words.group).search(clause):
        return False
    if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return False
    item = r"(?:[^\W\d][\w'’-]*\s){1,4}?"
    word = r"[^\W\d][\w'’-]*"
    after = words[claim.number.end : claim.number.end + 80]
    behind = rf"\s(?:{_NAMED[text.lang]}|named|used|mentioned|chose|read)\s{word}\s{_AND[text.lang]}\s{word}(?:,|;|\s[–—-])\s"
    if re.match(behind, after, re.IGNORECASE):
        return True
    return bool(
        re.fullmatch(
            rf"\s?(?!{_AND[text.lang]}\s){item}(?:{_AND[text.lang]})\s{item}(?:{_NAMED[text.lang]})(?:\s(?:by|of))?",
            clause,
            re.IGNORECASE,
        )
    )
