"""Words for a share that are no fraction: almost all, few, hardly anybody; with what they can mean."""

from __future__ import annotations

import re
from functools import cache

from atbalss.audit import regex
from atbalss.audit.text import word_pattern

Loose = tuple[str, float, float, int, int]  # words, from, to percent, place

_LOOSE: dict[str, tuple[tuple[float, float, str], ...]] = {
    "lv": (
        (78, 100, r"(?:gandrīz|teju|praktiski|tikpat kā) (?:vis(?:i|as|iem|ām|us)|ikvien(?:s|a|am|ai)|katr(?:s|a|am|ai)(?! (?:otr|treš|ceturt|piekt|sest|septīt|astot|devīt|desmit)\w*))"),
        (0, 25, r"(?:gandrīz|teju|tikpat kā|praktiski) (?:neviens|neviena|nevienam)|reti (?:kurš|kura|kuram|kurai)|tikai (?:daži|dažas|dažiem|retais|nedaudzi|nedaudzas|nedaudziem|neliela daļa|niecīga daļa)|(?:niecīga|neliela|maza) (?:daļa|minoritāte)|(?:vien|tikai) saujiņa|retais"),
        (0, 49.4, r"mazākum(?:s|ā|am)"),
        (55, 100, r"(?:vairums|lauvas tiesa|(?:pārliecinoš\w+|nospiedoš\w+|milzīg\w+|liel\w{1,2}) (?:vairākum\w+|vairum\w+)|(?:pārliecinoša|nospiedoša) daļa)"),
    ),
    "en": (
        (78, 100, r"(?:almost|nearly|virtually|practically|just about|all but) (?:all|every(?:one|body)?)(?! (?:second|third|fourth|fifth|tenth|other))|pretty much every(?:one|body)"),
        (0, 25, r"(?:hardly|scarcely|barely) any(?:one|body)?|almost (?:none|nobody|no one|no)|(?:only|just) a (?:handful|few|small minority|tiny minority|small number|tiny number|sliver)|a (?:tiny|small|mere) (?:minority|handful|fraction|sliver)|very few|few(?= (?:of|people|pupils|students|parents|teachers|staff|residents|visitors|customers|respondents|users|members|families|households|drivers|passengers|patients|graduates|readers|employees|volunteers|farmers|shoppers))"),
        (55, 100, r"the lion's share|an? (?:great|large|big|vast|huge|overwhelming|crushing) majority|the (?:great|vast|overwhelming) (?:majority|bulk)"),
    ),
    "ru": (
        (78, 100, r"(?:почти|практически|чуть ли не|едва ли не) (?:все|всех|всем|всеми|кажд(?:ый|ая|ого|ому)(?! (?:втор|трет|четв|пят|шест|седьм|восьм|девят|десят)\w*))"),
        (0, 25, r"(?:почти|практически) (?:никто|никого|никому|ни один|ни одна)|мало кто|мало кому|редко кто|(?:лишь|только) (?:единицы|немногие|немногим|некоторые|небольшая часть|малая часть|горстка)|единицы|немногие|(?:небольшая|малая|ничтожная|незначительная) (?:часть|доля)"),
        (0, 49.4, r"меньш(?:ая|ей) част(?:ь|и)"),
        (55, 100, r"львиная доля|подавляющ\w+ (?:част\w+|большинств\w+)"),
    ),
}  # fmt: skip


@cache
def _rules(lang: str) -> tuple[re.Pattern[str], tuple[tuple[float, float, re.Pattern[str]], ...]]:
    every = "|".join(rule for _, _, rule in _LOOSE[lang])
    return word_pattern(every), tuple(
        (low, high, word_pattern(rule)) for low, high, rule in _LOOSE[lang]
    )


DRAWN = regex.any_case(  # how the sample was drawn; what was left out
    r"(?<!\w)(?:approached|handed|invited|stopped|selected|drawn|sampled|discussed|shown|reported here|uzrunā\w*|uzaicinā\w*|izvēl\w+ katr\w+|apturē\w*|atlasī\w*|izsniedz\w*|anket\w*|questionnaires?|анкет\w*"
    r"|подходили|останавлива\w+|отобра\w+|пригласи\w+|приглаша\w+|опрашива\w+|выдава\w+|рассматрива\w+)(?!\w)"
)
OR_MORE = regex.any_case(  # an answer and all beyond it
    r"(?<!\w)(?:at least|at most|no less than|or (?:more|less|worse|better)|vismaz|kaut|ne (?:retāk|biežāk|mazāk|vairāk)|vai (?:biežāk|retāk|vairāk)"
    r"|хотя бы|по крайней мере|не (?:реже|чаще|меньше|больше|менее|более)|или (?:чаще|реже|больше|меньше))(?!\w)(?! \d)"
)
_NOT = regex.any_case(r"(?<!\w)(?:not|nav|не|ne|n't)\s$")


def loose_in(words: str, lang: str) -> list[Loose]:
    """The loose words for a share in a sentence, with the percents that they can mean."""
    any_of, rules = _rules(lang)
    if any_of.search(words) is None:
        return []
    return [
        (match.group(0), low, high, match.start(), match.end())
        for low, high, rule in rules
        for match in rule.finditer(words)
        if not _NOT.search(words[: match.start()])
    ]
