"""The telling words of a claim, and whether a text has them: in another form, of one root, or another word for the same."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.kin import is_kin
from atbalss.audit.lexicon import is_topic, told_otherwise
from atbalss.audit.spoken import words_in
from atbalss.audit.stems import stem, stems
from atbalss.audit.summaries import Clause
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.words_claim import OPINION, SHARE, TIME, VAGUE
from atbalss.report.ranges import ALMOST, BARE


def words_of(words: str, least: int = 4) -> list[str]:
    """All words of so many letters, in small ones."""
    return regex.findall(rf"[^\W\d_]{{{least},}}", words.lower().replace("ё", "е"))


def labels_of(text: Text) -> frozenset[str]:
    """The words of the answers that tables list."""
    cells = " ".join(row[0] for block in text.blocks for row in block.rows[1:] if row)
    return frozenset(regex.findall(r"[^\W\d_]{4,}", cells.lower().replace("ё", "е")))


def own_words(words: str, text: Text) -> list[str]:
    """The telling words of a claim, without those who answered and how many they are."""
    lang = text.lang
    drop = rf"{text.words.people}|{text.words.multiple}|{SHARE[lang]}|{VAGUE[lang]}|{OPINION[lang]}|{text.words.rise}|{text.words.fall}|{TIME[lang]}"
    if lang == "ru":  # `жители края`, `гости базы отдыха`
        drop = rf"(?:{text.words.people})(?: [^\W\d_]+(?:ы|а|я|ов|ев|ей|ии|ого|ой|ых|их)(?!\w)){{0,2}}|{drop}"
    bare = word_pattern(drop).sub(" ", words)
    found = regex.findall(r"[^\W\d_]{4,}", bare.lower().replace("ё", "е"))
    return list(dict.fromkeys(word for word in found if stems(word, lang)))


_IRREGULAR = {  # verbs whose other forms begin otherwise
    "tell": "told", "told": "tell tells telling", "buy": "bought", "find": "found", "leav": "left", "leave": "left",
    "mak": "made", "make": "made", "tak": "took taken", "take": "took taken", "teach": "taught", "writ": "wrote written",
    "write": "wrote written", "speak": "spoke spoken", "choos": "chose chosen", "choose": "chose chosen", "feel": "felt",
    "keep": "kept", "bring": "brought", "sell": "sold", "sleep": "slept", "eat": "ate eaten", "driv": "drove driven",
    "drive": "drove driven", "rid": "rode ridden", "ride": "rode ridden", "catch": "caught", "think": "thought", "seek": "sought",
}  # fmt: skip


def is_known(word: str, known: frozenset[str], lang: str) -> bool:
    """Whether the body has a word in any of its forms."""
    size = len(word)
    past = _IRREGULAR.get(word.removesuffix("ing").removesuffix("s")) if lang == "en" else None
    if past and any(one in known for one in past.split()):
        return True
    root = _root(word) if lang == "ru" and size < 7 else ""
    if root and any(_root(other) == root for other in known if other.startswith(root)):
        return True  # сдают, сдали
    if size < 6:
        begin = word[:-1] if lang == "en" and word[-1] in "ey" else word  # hire, hiring
        ends = ("e", "i") if begin != word else ("",)
        return any(
            stem(other, lang) == stem(word, lang)
            or (other.startswith(begin) and other[size - 1 :].startswith(ends))
            for other in known
        )
    begin = word[: 6 if size > 8 else 5 if size > 6 else 4]
    if any(other.startswith(begin) for other in known):
        return True
    soft = begin.translate(_SOFT)  # vēršas, vērsušies; сократить, сокращение
    return any(other.translate(_SOFT).startswith(soft) for other in known if other[:2] == word[:2])


_SOFT = str.maketrans("šžļņčķģщчшж", "szlnckgттсз")  # consonants that change before endings
_VERB = regex.pattern(  # endings of Russian verbs
    r"(?:[аеёиуюя]т|ли|ла|ло|ть)(?:ся|сь)?$"
)


@lru_cache(maxsize=8192)
def _root(word: str) -> str:
    """What stands before the ending of a short Russian verb; "" where there is none."""
    match = _VERB.search(word)
    return word[: match.start()] if match and match.start() >= 3 else ""


def is_told(word: str, known: frozenset[str], lang: str) -> bool:
    """Whether a text of these words has a word, or another for the same."""
    return (
        is_known(word, known, lang)
        or told_otherwise(word, known, lang)
        or (_is_prefixed(word, known) if is_topic(word, lang) else is_kin(word, known, lang))
    )


def _is_prefixed(word: str, known: frozenset[str]) -> bool:
    """Whether one of the known words has a word behind a prefix: `проголосовали`, `голосовать`."""
    begin = word[:6]
    return len(word) > 6 and any(begin in other[2:10] for other in known)


def fractions_of(clause: Clause, text: Text) -> list[float]:
    """The shares that a clause tells in words of their own size: `every fifth`, `seven in ten`."""
    told = [
        (
            exact - _ALMOST if mode else exact,
            clause.sentence.text[:start],
            clause.sentence.text[end:],
        )
        for _, _, mode, exact, start, end in words_in(clause.sentence, text)
        if exact and mode in (BARE, ALMOST) and clause.start <= start < clause.end
    ]
    return [
        exact
        for exact, before, after in told
        if not _SIDE.search(before) and not _OF_TIME.match(after)
    ]


def is_borne(value: float, shares: Collection[float], spare: float) -> bool:
    """Whether shares have one like this, as it is, as the rest to 100, or (of few) as two of them together."""
    made = [*shares, *(100 - share for share in shares)]
    if len(shares) <= _FEW_SHARES:
        made += map(sum, combinations(shares, 2))
    return any(abs(value - share) <= spare for share in made)


_FEW_SHARES = 12
_ALMOST = 2.0  # points below it that `almost a third` tells
_SIDE = regex.pattern(  # a side and no half: `grupu stiprā puse`
    r"(?<!\w)(?:stipr|vāj|lab|ēnas|otr|vien|slikt|spēcīg|pozitīv|negatīv|tumš|gaiš|praktisk|saistoš|ārēj|abas|abām)\w*\s$",
    regex.IGNORECASE,
)
_OF_TIME = regex.pattern(
    r"\s(?:of )?(?:an? )?(?:hour|day|century|stund|dien|gadsimt|часа|дня|века)", regex.IGNORECASE
)
