"""Whether a sentence speaks of a list, or of something else beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry
from atbalss.audit.kept import read_once
from atbalss.audit.rankings import Ranking, rankings_of
from atbalss.audit.stems import stems
from atbalss.audit.summaries import concluding
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.words_standing import FILLER

_SPARE = 1  # word that the whole document has nowhere else: how a thing is told
_LETTERS = 4  # of a stem
_COMMON = 3  # chapters that a word of the whole document stands in

_BEFORE = {
    "lv": r"pēc|par|uz|ar|no|pie",
    "en": r"in|by|for|of|on|to|at|from|with",
    "ru": r"по|в|на|из|для|о|об|у|при|за|с",
}
_filler = regex.pattern(rf"(?:{FILLER})")


def is_foreign(
    said: frozenset[str],
    ranking: Ranking,
    named: Iterable[Entry],
    sentence: Sentence,
    text: Text,
    claims: Claims,
) -> bool:
    """Whether words name something beside a list: another measure, or a group that is no entry.

    A word that stands by the list is at home there; one that only other chapters have, or that
    names an entry of another list, is foreign; of words that nothing else in the document has,
    one may stand where no preposition makes it a measure (`by complaints`, `in our plans`).
    """
    own: frozenset[str] = frozenset().union(*(entry.named for entry in named))
    plain = {word for word in said - own if not word[0].isdigit()}
    plain = {word for word in plain if len(word) > 2 and not _filler.match(word)}
    known = {word[:_LETTERS] for word in ranking.context}
    rest = {word[:_LETTERS] for word in plain} - known
    if _groups(sentence, said, text) - own - ranking.context:
        return True
    if not rest:
        return False
    heard, elsewhere = _heard(text, claims), _entries_of_others(ranking, text, claims)
    mine = {word[:_LETTERS] for word in stems(sentence.text, text.lang)}
    unseen = 0
    for word in rest:
        if word in elsewhere:
            return True
        sections = {
            section: times - (section == sentence.section and word in mine)
            for section, times in heard.get(word, {}).items()
        }
        told = [section for section, times in sections.items() if times]
        if ranking.section in told or len(told) >= _COMMON or 0 in told:
            continue
        if told:
            return True
        unseen += 1
        if _is_governed(word, sentence, text):
            return True
    return unseen > _SPARE


def _groups(sentence: Sentence, said: frozenset[str], text: Text) -> set[str]:
    """What is said of the groups that a sentence names."""
    found = word_pattern(text.words.group).finditer(sentence.text)
    named = {word for match in found for word in stems(match.group(0), text.lang)} & said
    return {word for word in named if not _AGED.match(word)}


_AGED = regex.pattern(r"vec|gad$|age|group|grup|групп|year|old$|лет$|возр")


def _is_governed(begin: str, sentence: Sentence, text: Text) -> bool:
    """Whether a preposition stands before a word, over one word at most."""
    rule = rf"(?<!\w)(?:{_BEFORE[text.lang]})\s(?:\w+\s)?{begin}\w*"
    if regex.search(rule, sentence.text, regex.IGNORECASE):
        return True
    return text.lang == "lv" and bool(
        regex.search(
            rf"(?<!\w){begin}\w*(?:[āēū]|os|ās|ēs|īs)(?!\w)", sentence.text, regex.IGNORECASE
        )
    )


@read_once
def _heard(text: Text, claims: Claims) -> dict[str, Counter[int]]:
    """{beginning of a stem: in how many sentences and rows of each section it stands}; 0: the title."""
    found: dict[str, Counter[int]] = {}
    inside = concluding(text, claims)
    passages = [(s.section, s.text) for s in text.sentences if s.order not in inside]
    passages.append((0, text.blocks[0].text))
    for index, block in enumerate(text.blocks):
        passages += [(text.sections[index], " ".join(row)) for row in block.rows]
    for section, words in passages:
        for word in {item[:_LETTERS] for item in stems(words, text.lang)}:
            found.setdefault(word, Counter())[section] += 1
    return found


def _entries_of_others(ranking: Ranking, text: Text, claims: Claims) -> frozenset[str]:
    """What names the entries of the other lists of a list's section."""
    key = f"others-{ranking.first}-{ranking.order}"
    if key not in claims.kept:
        own = {word[:_LETTERS] for word in ranking.context}
        near: Sequence[Ranking] = [
            item
            for item in rankings_of(text, claims)
            if item.section == ranking.section and item.first != ranking.first
        ]
        claims.kept[key] = frozenset(
            word[:_LETTERS]
            for item in near
            for entry in item.entries
            for word in entry.named
            if word[:_LETTERS] not in own
        )
    found: frozenset[str] = claims.kept[key]
    return found


_CHANGED = regex.pattern(  # who does a thing more than before is not who does it
    r"(?<!\w)(?:sāk\w+ (?:\w+ ){0,3}(?:biežāk|retāk|vairāk|mazāk)|(?:biežāk|retāk|vairāk|mazāk) nekā (?:agrāk|iepriekš|pērn|pirms)"
    r"|(?:start|beg[au]n)\w* (?:\w+ ){0,4}(?:more|less)|(?:more|less) (?:often )?than (?:before|last year|a year)|(?:стал|начал)\w* (?:\w+ ){0,3}(?:чаще|реже|больше|меньше))(?!\w)",
    regex.IGNORECASE,
)


def is_of_change(ranking: Ranking, sentence: Sentence, text: Text) -> bool:
    """Whether a list tells who does a thing more than before, and the sentence nothing of that."""
    if ranking.order < 0 or _CHANGED.search(sentence.text):
        return False
    return _CHANGED.search(text.sentences[ranking.order].text) is not None


_SIZE = {
    "lv": r"(?:vis)?(?:liel|maz)āk(?:ais|ā|ie|ās|ajam|ajai|os|o)",
    "en": r"(?:the )?(?:largest|biggest|smallest|greatest)",
    "ru": r"сам\w{2,3} (?:больш|мал|маленьк)\w+",
}
_SIZED = {  # what is large as a share is
    "lv": r"īpatsvar\w*|daļ\w+|rādītāj\w*|vērtējum\w*|atbalst\w*|apmierin\w+|neapmierin\w+|uzticē\w+|skait\w*",
    "en": r"(?:share|proportion|percentage|part|figure|number of|score|satisfaction|support|trust|group of)\b",
    "ru": r"дол\w+|процент\w*|показател\w*|оценк\w*|поддержк\w*|довери\w+|удовлетвор\w+|числ\w+",
}


def is_of_size(words: str, after: str, text: Text) -> bool:
    """Whether a superlative tells how large a thing is, and no share: the largest branch."""
    if not word_pattern(_SIZE[text.lang]).match(words):
        return False
    sized = word_pattern(rf"(?:[^\W\d]+ ){{0,3}}(?:{_SIZED[text.lang]})")  # `very content share`
    return sized.match(after.lstrip()) is None


def is_of_another(words: str, known: Iterable[Iterable[str]]) -> bool:
    """Whether a sentence says of a name that no list has: `the most popular distribution was Ubuntu`."""
    being = rf"(?<!\w)(?:{_BEING})\s((?-i:[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ])\w{{3,}})(?=[,.]|$)"
    begins = tuple({word[:4].lower() for named in known for word in named if len(word) > 2})
    return any(
        not name[:4].lower().startswith(begins)
        for name in regex.findall(being, words, regex.IGNORECASE)
    )


_BEING = r"was|is|were|are|became|remains?|ir|bija|kļuva|palika|стал\w*|был\w*|остал\w*|оста[её]тся|является"
