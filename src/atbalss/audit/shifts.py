"""Growth and decline told as a comparison with before: `now read more often`, `стали реже ездить`."""

from __future__ import annotations

import re
from functools import cache

from atbalss.audit import regex
from atbalss.audit.text import Text, kept_of_words, word_pattern

_UP = {
    "lv": r"biežāk|vairāk|labāk|labprātāk|augstāk|lielāk\w*|drošāk|aktīvāk|čaklāk|apmierinātāk\w*|vieglāk|tīrāk\w*|ātrāk\w*|ērtāk\w*|vienkāršāk\w*|laipnāk\w*|pieejamāk\w*|zinošāk\w*|skaidrāk\w*|mierīgāk\w*",
    "en": r"more (?:often|frequently|readily|willingly|likely|widely|people|\w+s)|oftener|better|happier|safer|keener|cleaner|faster|quicker|easier|friendlier|smoother|quieter|tidier|clearer|warmer|more \w+",
    "ru": r"чаще|больше|лучше|охотнее|выше|активнее|увереннее|довольнее|легче|смелее|чище|быстрее|удобнее|проще|точнее|приветливее|доступнее|комфортнее|тише|спокойнее|понятнее|вежливее|внимательнее|теплее",
}
_DOWN = {
    "lv": r"retāk|mazāk|sliktāk|nelabprātāk|zemāk|kūtrāk",
    "en": r"less (?:often|frequently|readily|likely|widely)|more (?:rarely|seldom)|fewer (?:people|\w+s)|worse|less \w+",
    "ru": r"реже|меньше|хуже|ниже|неохотнее",
}
_THEN = {  # before the comparative: that something has become so
    "lv": r"kļuvu\w+|kļuvis|kļuva|sāku\w+|sācis|tagad|šogad|pašlaik|šoreiz|nu jau|gad\w+ laikā",
    "en": r"now|today|this (?:year|time)|become|became|grown|have (?:started|begun)|has (?:started|begun)|nowadays|since then",
    "ru": r"ста(?:л[аио]?|ло|новит\w+)|начал[аи]?|теперь|сейчас|сегодня|в этом году",
}
_THAN = {  # behind it: than before
    "lv": r"(?:ne)?kā (?:pirms|pērn|agrāk|iepriekš|(?:19|20)\d\d|toreiz)",
    "en": r"than (?:in (?:19|20)\d\d|\w+ years? (?:ago|earlier|before)|a year (?:ago|earlier|before)|before|last (?:year|time)|they (?:did|were|used)|it was)",
    "ru": r"чем (?:в (?:19|20)\d\d|\w+ (?:года?|лет) назад|год назад|раньше|прежде|в прошл\w+|тогда)",
}
_NOT = regex.pattern(
    r"(?<!\w)(?:nav|ne|not|n't|never|no|не|нет|hardly|if|ja|если|vai|whether|ли|could|would)\s(?:\w+\s)?$",
    regex.IGNORECASE,
)


# ---- growth and decline


_DENIED_TURN = regex.pattern(
    r"(?<!\w)(?:nav|ne|not|n't|never|не|no|neither|nor|if|ja|если|would|could|должн\w+)\s(?:\w+\s)?$",
    regex.IGNORECASE,
)


@kept_of_words
def direction(words: str, text: Text) -> tuple[str, int, int] | None:
    """(word, way, place) of the one trend that a sentence tells; None of two ways or a denied one."""
    found = [
        (match.group(0), way, match.start())
        for way, pattern in ((1, text.words.rise), (-1, text.words.fall))
        for match in word_pattern(pattern).finditer(words)
    ]
    if not found or len({way for _, way, _ in found}) > 1:
        return None
    word, way, place = found[0]
    return None if _DENIED_TURN.search(words[:place]) else (word, way, place)


# ---- comparisons with before


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    more = rf"(?:(?P<up{{0}}>{_UP[lang]})|(?P<down{{0}}>{_DOWN[lang]}))"
    return word_pattern(
        rf"(?:{_THEN[lang]})(?: [\w’'-]+){{0,4}}? {more.format(1)}|{more.format(2)}(?:,? [\w’'-]+){{0,6}}?,? {_THAN[lang]}"
    )


def _said(match: re.Match[str]) -> tuple[str, int, int]:
    """The comparative of a match, which way it goes, and where it stands."""
    name, words = next((key, value) for key, value in match.groupdict().items() if value)
    return words, 1 if name.startswith("up") else -1, match.start(name)


def shift(words: str, text: Text) -> tuple[str, int, int] | None:
    """(words, way, place) of the one comparison with before that a sentence tells; None of two ways."""
    found = [
        _said(match)
        for match in _pattern(text.lang).finditer(words)
        if not _NOT.search(words[: match.start()])
    ]
    if not found or len({way for _, way, _ in found}) > 1:
        return None
    return found[0]


_DONE = (  # by somebody, to a thing: that is no change of what people say
    r"uzlaboja|uzlabot\w*|uzlabos|улучшил[аи]?|улучшить|улучшат|улучшен[аоы]?|improve"
)
_PASSIVE = regex.pattern(r"(?<!\w)(?:was|were|been|be|being|to)\s(?:\w+ly\s)?$", regex.IGNORECASE)
_PRICES = (  # what things cost and how old they are is not what a survey asks
    r"dārgāk\w*|lētāk\w*|vecāk\w*|jaunāk\w*|expensive|dearer|pricier|cheaper|older|younger|дороже|дешевле|старше|моложе"
)


def is_deed(words: str, said: tuple[str, int, int]) -> bool:
    """Whether a word of change tells what somebody did to a thing, or what it costs: no change of answers."""
    word, _, place = said
    if word_pattern(_PRICES).search(word):
        return True
    done = word_pattern(_DONE).fullmatch(word)
    return done is not None or _PASSIVE.search(words[:place]) is not None


def is_elsewhere(words: str) -> bool:
    """Whether words speak of others than those who were asked here: of the country, of official counts."""
    return word_pattern(_ELSEWHERE).search(words) is not None


_ELSEWHERE = (
    r"valstī|Latvijā kopumā|Eirop\w+|uzskaites|uzskaitē|uzskaitīt\w*|Statistikas|nationally|national|nationwide|(?<!and )country(?! (?:people|folk|dwellers|homes?))|Europe\w*|elsewhere|regional average"
    r"|own (?:counts?|records?|figures)|statistics (?:office|bureau)|по стране|в стране|Европ\w+|учёт\w*|служб\w+ статистики"
)


_PHYSICAL = regex.pattern(
    r"(?<!\w)(?:bigg|larg|small|wid|narrow|long|short|high|low|tall|thick|thin|deep|light|bright|dark|heav|cheap|dear|earl|lat|near|clos|old|young|new|warm|cold)e?i?er(?!\w)"
    r"|(?<!\w)(?:liel|plat|šaur|gar|īs|augst|zem|biez|plān|dziļ|gaiš|tumš|smag|lēt|dārg|agr|vēl|tuv|tāl|vec|jaun|silt|auks|plaš|ilg)āk"
    r"|(?<!\w)(?:шире|уже|длиннее|короче|выше|ниже|толще|тоньше|глубже|светлее|темнее|тяжелее|дешевле|дороже|раньше|позже|ближе|дальше|старше|моложе|новее|теплее|холоднее|просторнее|дольше)",
    regex.IGNORECASE,
)
_RATED = regex.pattern(
    r"(?<!\w)(?:share|proportion|rat(?:e|ed|ing)|score|mark|percentage|īpatsvar|daļa|vērt|rādītāj|atzīm|дол[яиюе]|оцен|показател|балл|удовлетвор|satisf|apmierin|trust|uztic|довери|attieks|attitud|отношени|gaidī|wait|queu|ожидани|очеред)",
    regex.IGNORECASE,
)


def is_physical(word: str, words: str) -> bool:
    """Whether a comparative is of a place or a thing, and of nobody's answer: `a bigger garden`."""
    return _PHYSICAL.search(word) is not None and _RATED.search(words) is None
