"""Whether what is done most is what a list is of, or another thing: `the market costs them most`."""

from __future__ import annotations

from atbalss.audit import regex
from atbalss.audit import words_rank as words
from atbalss.audit.boards import Token, meets, tokens
from atbalss.audit.polarity import signs_of
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.words_standing import FILLER

_filler = regex.pattern(FILLER)
_PLAIN = regex.any_case(  # to come, to go, and who does
    r"aged|ages?|years?|old|vec(?:i|ie|as|ās|us|os|iem|ām)|gad\w*|лет|people|folk|come|comes|came|go|goes|travel\w*|ļau[dž]\w*|cilvēk\w*|nāk|brauc\w*|ierodas|iet|люд\w*|человек\w*|приход\w+|езд[ия]\w*|ход[ия]\w*"
)


def is_strange(token: Token, whole: str, known: set[str], text: Text) -> bool:
    """Whether a word is neither one of a list's surroundings nor one of telling."""
    word = whole[token.start : token.end]
    if len(word) < 3 or word.lower() in text.words.stop:
        return False
    if word_pattern(words.GENERIC[text.lang]).fullmatch(word):
        return False
    if _PLAIN.fullmatch(word):
        return False
    return not any(_filler.match(form) or form[:4] in known for form in token.forms)


def is_of_another_deed(
    said: str, notion: str, named: frozenset[str], around: frozenset[str], text: Text
) -> bool:
    """Whether what a clause says is done most is nothing that its list is of: `the market costs them most`."""
    if not ADVERB[text.lang].search(notion):
        return False
    known = {word[:4] for word in around}
    rest = [t for t in tokens(said, text.lang) if not any(meets(word, t) for word in named)]
    strange = [t for t in rest if is_strange(t, said, known, text)]
    people = word_pattern(text.words.people)
    strange = [t for t in strange if not people.fullmatch(t.word)]
    home = [t for t in rest if any(form[:4] in known for form in t.forms) or _RATES.match(t.word)]
    return len(strange) > len(home) + len(signs_of(said, text.lang))


_RATES = regex.any_case(r"vērtē|novērt|rate[sd]?$|score|оцени")


ADVERB = {  # how often or how much something is done
    "lv": regex.any_case(r"^vis\w+āk$"),
    "en": regex.any_case(
        r"(?:most|least)(?: (?:often|frequently|commonly|of all|widely|strongly|keenly))?$"
    ),
    "ru": regex.any_case(r"(?:всего|всех|других|прочих|остальных)$"),
}
