"""Words of one root whose beginnings differ: by a prefix, or by a vowel that comes and goes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from atbalss.audit import regex

_PREFIXES = {
    "lv": r"(?:ne|pa|pie|uz|at|no|ie|iz|sa|ap|aiz|pār)",
    "en": r"(?:re|un|over|under|dis|mis)",
    "ru": r"(?:не|вы|по|на|за|про|при|пере|от|об|до|раз|рас|из|ис)",
}
_ROOT = 3  # letters, at least
_ENDING = 3  # letters that may differ
_SOFT = str.maketrans("ņļšžķģč", "nlszkgc")


def is_kin(word: str, known: Iterable[str], lang: str) -> bool:
    """Whether one of the known words has the root of a word: `спали`, `выспаться`; `кошкой`, `кошек`."""
    bare, bones = _bare(word, lang), _bones(word, lang)
    heads = (bare[:_ROOT], word[:_ROOT])
    for other in known:
        if len(other) <= _ROOT:
            continue
        if bones and bones[:2] == other[:2] and bones == _bones(other, lang):
            return True
        parted = _bare(other, lang)
        if other[:_ROOT] not in heads and parted[:_ROOT] not in heads:
            continue
        if (bare != word or parted != other) and (
            _is_one(bare, other) or _is_one(word, parted) or _is_one(bare, parted)
        ):
            return True
    return False


def _is_one(word: str, other: str) -> bool:
    """Whether two words differ in their endings alone."""
    short = min(len(word), len(other))
    least = max(_ROOT if short <= _ROOT + 2 else _ROOT + 1, short - _ENDING + 1)
    least = _ROOT if short <= _ROOT + 2 else least
    return word[:least] == other[:least]


@lru_cache(maxsize=20_000)
def _bare(word: str, lang: str) -> str:
    """A word behind its prefix, where a root is left."""
    bare = regex.sub(rf"^{_PREFIXES[lang]}", "", word)
    return bare if len(bare) > _ROOT + 1 else word


@lru_cache(maxsize=20_000)
def _bones(word: str, lang: str) -> str:
    """The first two letters and three consonants of a short word, "" of other words."""
    if lang == "en" or not _ROOT < len(word) <= 8:
        return ""
    hard = regex.sub(r"[aeiouāēīōūаеиоуыэюяьй]", "", word.translate(_SOFT))
    return word[:2] + hard[:3] if len(hard) >= 3 else ""
