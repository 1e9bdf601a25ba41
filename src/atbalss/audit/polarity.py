"""Whether words, or what a list measures, are of liking, trust, safety, consent, or of their opposites."""

from __future__ import annotations

import re
from functools import cache

from atbalss.audit import regex
from atbalss.audit.boards import Board
from atbalss.audit.text import Kind, Text
from atbalss.audit.words_rank import TIMED

_FAMILIES: dict[str, dict[str, tuple[str, str]]] = {  # (for, against)
    "lv": {
        "liked": (r"apmie\w*|mierā|patīk|patik\w*|labi|laba|labu|labs|labāk\w*|atzin\w*|pozit\w*|prieč\w*|lepn\w*", r"neapm\w*|nemier\w*|nepat\w*|slikt\w*|kritis\w*|kritiz\w*|negat\w*"),
        "safe": (r"droš\w*", r"nedro\w*|baid\w*|bail\w*|biedē\w*"),
        "trust": (r"uztic\w*", r"neuzt\w*"),
        "agree": (r"piekr\w*|atbal\w*", r"nepie\w*|neatb\w*|iebil\w*"),
        "calm": (r"mierīg\w*", r"satra\w*|uztra\w*|noraiz\w*|bažas|bažī\w*|bažu"),
        "content": (r"(?!)", r"sūdz\w*"),
    },
    "en": {
        "liked": (r"satisf\w*|content|contented|happ\w*|pleas\w*|good|well|posit\w*|like|liked|likes|apprec\w*|prais\w*", r"dissat\w*|discont\w*|unhap\w*|displ\w*|bad|badly|poor\w*|negat\w*|dislik\w*|criti\w*"),
        "safe": (r"safe|safely|safety|safer|safest|secur\w*", r"unsaf\w*|insecu\w*|afraid|fear\w*|fright\w*|scar(?:ed|es|ing|y)"),
        "trust": (r"trust\w*|confid\w*", r"distr\w*|mistr\w*|scept\w*"),
        "agree": (r"agree\w*|approv\w*|support\w*|favou?r", r"disag\w*|disap\w*|oppos\w*|against"),
        "calm": (r"calm\w*|relax\w*", r"worr\w*|concer\w*|anxi\w*|alarm\w*"),
        "content": (r"(?!)", r"compla\w*"),
    },
    "ru": {
        "liked": (r"довол\w*|удовл\w*|хорош\w*|полож\w*|нрав\w*|понра\w*|похва\w*", r"недов\w*|неудо\w*|плох\w*|отриц\w*|негат\w*|критик\w*|критич\w*"),
        "safe": (r"безоп\w*", r"небез\w*|опасн\w*|боятся|боюсь|страх\w*|страшн\w*|пуга\w*"),
        "trust": (r"довер\w*|вер(?:ят|ит|или)", r"недов[ео]р\w*"),
        "agree": (r"согла\w*|поддер\w*|одобр\w*", r"несогл\w*|против|возра\w*"),
        "calm": (r"споко\w*", r"тревож\w*|тревог\w*|беспо\w*|волну\w*|опаса\w*"),
        "content": (r"(?!)", r"жалоб\w*|жалу\w*|жалов\w*"),
    },
}  # fmt: skip
_ILL = {  # what is worse the more of it there is
    "lv": r"gaidī\w*|problē\w*|trauc\w*|kavē\w*|šķērs\w*|trūk\w*|vientu\w*|nogur\w*|stres\w*|minūt\w*|kļūd\w*",
    "en": r"wait\w*|proble\w*|troubl\w*|annoy\w*|obstac\w*|barrie\w*|delay\w*|late|missed|lonel\w*|tired|stress\w*|minut\w*|absen\w*|error\w*|fault\w*",
    "ru": r"ожида\w*|ждать|пробл\w*|меша\w*|помех\w*|препя\w*|опозд\w*|пропу\w*|нехва\w*|одино\w*|устал\w*|стресс\w*|минут\w*|ошибк\w*",
}


@cache
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((name, _whole(well), _whole(ill)) for name, (well, ill) in _FAMILIES[lang].items())


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return regex.pattern(rf"(?<!\w)(?:vis)?(?:{pattern})(?!\w)", regex.IGNORECASE)


_DENIED = regex.pattern(r"(?<!\w)(?:not|nav|не|ne)\s(?:\w+\s)?$|n't\s(?:\w+\s)?$", regex.IGNORECASE)


def signs_of(said: str, lang: str) -> dict[str, int]:
    """{family: 1 of it, -1 of its opposite} of words; what is told of both is left out."""
    found: dict[str, int] = {}
    said = regex.sub(r"(?<!\w)[Vv]is(?=\w+āk)", "", said) if lang == "lv" else said
    for name, good, ill in _patterns(lang):
        signs = {
            -sign if _DENIED.search(said[: match.start()]) else sign
            for sign, rule in ((1, good), (-1, ill))
            for match in rule.finditer(said)
        }
        if len(signs) == 1:
            found[name] = signs.pop()
    return found


def is_good(said: str, lang: str) -> bool:
    """Whether more of what words tell of is surely better: of liking or trust, and of no ill."""
    signs = signs_of(said, lang)
    return bool(signs) and min(signs.values()) > 0 and not _whole(_ILL[lang]).search(said)


def is_timed(board: Board, text: Text) -> bool:
    """Whether a list measures how long something takes."""
    first = board.ranking.first
    order = board.ranking.order
    whole = text.sentences[order].text if order >= 0 else text.blocks[first].text
    told = [text.blocks[first - 1].text if first else "", whole]
    told += [" ".join(row) for row in text.blocks[first].rows[:1]]
    told.append(text.titles.get(board.ranking.section, ""))
    return any(TIMED.search(words) for words in told)


def of_board(board: Board, text: Text) -> dict[str, int]:
    """The signs of what a list measures: of its column's head, else its caption or question, else its title."""
    ranking = board.ranking
    if ranking.order >= 0:
        own = signs_of(text.sentences[ranking.order].text, text.lang)
        own = own or signs_of(" ".join(ranking.measure), text.lang)
        return own or signs_of(text.titles.get(ranking.section, ""), text.lang)
    block = text.blocks[ranking.first]
    heads = " ".join(ranking.measure) if block.rows and not board.is_across else ""
    before = text.blocks[ranking.first - 1] if ranking.first else block
    near = before.text
    if before.kind is Kind.PARAGRAPH and len(near) > _LONG:
        near = regex.split(r"(?<=[.?!])\s", near.rstrip())[-1]
    told = (heads, near, text.titles.get(ranking.section, ""))
    found: dict[str, int] = {}
    for words in told:
        for name, sign in signs_of(words, text.lang).items():
            found.setdefault(name, sign)
    found = found or signs_of(before.text, text.lang)
    if not found and any(_whole(_ILL[text.lang]).search(words) for words in told):
        return {"liked": -1}
    if not found and any(_RATED.search(words) for words in (*told, before.text)):
        return {"liked": 1}
    return found


_LONG = 100  # letters of a paragraph that is no title of what follows
_RATED = regex.pattern(
    r"(?<!\w)(?:vērtēj|novērt|atzīm|ball|rating|score|marks?(?!\w)|grade|rated|оцен|балл)",
    regex.IGNORECASE,
)
