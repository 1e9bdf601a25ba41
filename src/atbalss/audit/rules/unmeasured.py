"""A claim of a short report on what nobody was asked: in its title, its summary, the grounds of its advice.

In a short text it is plain what was asked and what was answered. A claim, of whose telling words neither the
questions nor the answers have one, rests on nothing; words of who was asked and of the title are no evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claimed import (
    ASKED_FOR,
    OPENING,
    claimed,
    moved_in,
)
from atbalss.audit.claims import Claims
from atbalss.audit.evidence import Told, is_made, is_printed, told_of
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.generic import is_generic
from atbalss.audit.group_names import compared_group, groups_unknown
from atbalss.audit.lexicon import has_notion, is_topic, told_otherwise
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.stems import stem
from atbalss.audit.summaries import Clause, is_news, lead_of
from atbalss.audit.telling import (
    fractions_of,
    is_borne,
    is_known,
    is_told,
    labels_of,
    own_words,
    words_of,
)
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.words_claim import (
    BUT,
    CAUSE,
    COMPARED,
    CUE,
    FORM,
    LATER,
    NEEDED,
    OPINION,
    PRAISE,
    READY,
    SHARE,
    TARGET,
    UNASKED,
    WILLING,
)

_FEWEST = 6  # words told in results and questions


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Claims of titles, conclusions and grounds whose subject no question and no answer has."""
    if any(block.kind is Kind.CHART for block in text.blocks):
        return
    said = list(claimed(text, claims))
    if not said:
        return
    lead = lead_of(text)
    if sum(item.block in lead for item in text.prose) * 2 > len(text.prose):
        return  # all in one paragraph
    told = told_of(text, claims, {clause.sentence.order for clause in said})
    if len(told.known) < _FEWEST or (
        not told.asks
        and sum(map(len, told.shares)) < 2
        and len(word_pattern(text.words.percent).findall(text.whole)) < 2
    ):
        return
    if not told.asks:  # news leave out what was asked
        said = [
            item
            for item in said
            if (_is_late(item, told) and (item.sentence.block not in lead or _is_loud(item, text)))
            or (not is_news(text) and _group(item.words, told, text))
        ]
    said = [item for item in said if not _SHOWN_IN.search(item.sentence.text)]
    found = [(clause, words) for clause in said if (words := _strange(clause, told, text))]
    if len({clause.sentence.order for clause, _ in found}) > max(1, len(said) // 3):
        return  # in words of its own throughout
    for clause, words in found:
        at = spot(text, clause.sentence, clause.start, clause.end)
        yield finding(text, "summary-without-body", at, code="claim-without-body", words=words)


_SHOWN_IN = regex.any_case(  # what a figure shows is told where it is shown
    r"(?<!\w)(?:\d+\. ?(?:attēl|tabul)\w+|(?:figure|table|chart) \d+|(?:рис(?:ун\w+|\.)|таблиц\w+|диаграмм\w+) ?\d+)"
)
_ITEM = r"^\d{1,2}(?:(?:\.\d{1,2})+[.)]?|[.)])\s"  # its number: `1.4 Taxpayers trust the office`


def _strange(clause: Clause, told: Told, text: Text) -> str:
    """The words of a claim of which nothing is told; "" where something is, or it claims nothing."""
    lang = text.lang
    words = _LATEST.sub(" ", regex.sub(rf"{_ITEM}|, (?:если|if|ja)\s.*", "", clause.words))
    items = [item for item in numbers(words, lang) if item.value]
    if len(words.split()) > 30 or word_pattern(f"{UNASKED[lang]}|{FORM}").search(words):
        return ""
    if "?" in clause.sentence.text or word_pattern(text.words.glossary).match(words):
        return ""  # what was asked, or the title of a list
    alone = not any(item.unit is Unit.PERCENT for item in items)
    if (
        alone
        and len(words.split()) > 2
        and (group := _group(words, told, text, late=_is_late(clause, told)))
    ):
        return group
    if any(item.unit is not Unit.PERCENT for item in items):
        return ""
    supported, absent = _words_told(clause, words, told, text)
    borne = _bears_fraction(clause, told, _NEAR, text)
    loosely = borne is None and word_pattern(SHARE[lang]).search(words) is not None
    part = _part(words, supported, absent, told, lang, borne=bool(borne) or loosely)
    if part and told.asks and _is_late(clause, told):
        return part
    if absent and _bears_fraction(clause, told, _ABOUT, text) is False:
        return ", ".join(absent)
    alien = not supported and len(absent) > 3
    if not alien and borne and sum(is_topic(word, lang) for word in absent) < 2:
        return ""  # its share is told, in other words
    if items:
        made = is_made if supported else is_printed  # in none of its words, it may be any sum
        new = [item.value for item in items if not made(item.value, told.shares)]
        if word_pattern(TARGET).search(words) or not told.shares:
            return ""  # nothing to hold it to
        return ", ".join(absent) if new and absent and len(supported) <= len(absent) + 1 else ""
    if len(words.split()) < 3:
        return ""
    if told.asks and not told.moved and (moved := moved_in(words, text)):
        return moved
    return _unheard(clause, words, supported, absent, told, text)


def _words_told(clause: Clause, words: str, told: Told, text: Text) -> tuple[list[str], list[str]]:
    """The words of a claim that are told, and those of which nothing is; names and who was asked are neither."""
    lang = text.lang
    own = [
        word
        for word in own_words(words, text)
        if not is_generic(word, lang) and stem(word, lang) not in told.setting
    ]
    supported = [word for word in own if is_told(word, told.known, lang)]
    supported += [
        word
        for word in regex.findall(r"[^\W\d_]{4,}", words.lower().replace("ё", "е"))
        if word not in own and _is_answer(word, text)
    ]
    behind = r"(?: [^\W\d_]+)?" if lang == "ru" else ""  # `жители края`
    before = r"(?:[^\W\d_]+(?:u|as|es) )?" if lang == "lv" else ""
    people = rf"{before}(?:[^\W\d_]+ )?(?:{text.words.people}){behind}|{COMPARED[lang]}"  # `iestādes darbinieki`
    rest = words_of(word_pattern(people).sub(" ", words))  # who was asked is no topic
    named = frozenset(
        regex.findall(r"(?<=[\w,] )([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][^\W\d_]+)", clause.sentence.text)
    )
    named = frozenset(word.lower().replace("ё", "е") for word in named)
    absent = [w for w in own if w not in supported and w in rest and w not in named]
    if told.asks:  # how people stand to things is no evidence of what things they speak of
        supported = [w for w in supported if is_topic(w, lang) or _is_named(w, told, lang)]
    return supported, absent


def _attitudes(words: str, told: Told, lang: str) -> list[str]:
    """Trust, fear, intent, readiness and advice to others that a claim tells, and of which nothing is told."""
    found = [m.group(0).lower().split() for m in word_pattern(OPINION[lang]).finditer(words)]
    felt = [
        one[-1] if len(one[-1]) > 3 else one[0]
        for one in found
        if (_ATTITUDE.match(one[0]) or is_topic(one[-1], lang)) and not _COMPLAINT.match(one[0])
    ]
    felt = [
        one
        for one in felt
        if not is_known(one, told.known, lang) and not told_otherwise(one, told.known, lang)
    ]
    said, known_as = WILLING[lang]
    willing = word_pattern(said).search(words)
    if willing and not word_pattern(known_as).search(told.body):
        felt.append(willing.group(0).lower())
    return felt


_ATTITUDE = regex.pattern(
    r"iesaka|ieteiktu|recommend|порекоменд|рекоменд|intend|plan|mean|grasās|iecerē|taisās|plāno|намерен|собира|планир",
    regex.IGNORECASE,
)
_COMPLAINT = regex.pattern(r"sūdz|complain|жал")  # of which a low mark may be the evidence


def _unheard(
    clause: Clause,
    words: str,
    supported: Sequence[str],
    absent: list[str],
    told: Told,
    text: Text,
) -> str:
    """The words of a claim without numbers that speak of a topic nobody was asked about."""
    lang = text.lang
    vague = not told.asks or word_pattern(SHARE[lang]).search(words)
    lead = clause.sentence.block in lead_of(text) and vague
    unborne = not lead and not _bears_fraction(clause, told, _ABOUT, text)
    if unborne and _is_late(clause, told) and (felt := _attitudes(words, told, lang)):
        return ", ".join((*absent, *felt))
    topics = [word for word in absent if is_topic(word, lang)]
    stands = clause.start == 0 and clause.sentence.block not in lead_of(text)
    firm = _is_late(clause, told) and stands and len(absent) > (1 if told.asks else 2)
    bold = firm and topics and not supported
    if _is_late(clause, told) and (thing := _listed(words, topics)):
        return thing
    if not absent or not (bold or _tells(clause, words, told, text)):
        return ""
    cause = word_pattern(CAUSE[lang]).search(words)
    if cause and told.asks and not is_told(cause.group(0).lower(), told.known, lang):
        return ", ".join(absent)
    if supported:  # a topic of which there is no word at all
        plans = word_pattern(LATER[lang]).search(words) is not None
        most = len(absent) > 2 and len(absent) >= 3 * len(supported)
        most |= len(absent) > 1 == len(supported) and told.asks
        most |= len(topics) > len(supported) or (bool(topics) and len(absent) > len(supported) == 1)
        return ", ".join(absent) if most and not plans else ""
    for match in word_pattern(OPINION[lang]).finditer(words):  # `worry`, of which nothing is told
        word = match.group(0).lower()
        if has_notion(word, lang) and not is_told(word, told.known, lang):
            absent.append(word)
    setting = any(  # of what the whole survey is about
        stem(word, lang) in told.setting and is_known(word, told.known, lang)
        for word in own_words(words, text)
    )
    setting &= word_pattern(OPINION[lang]).search(words) is None
    return ", ".join(absent) if topics or (len(absent) > 1 and not setting) else ""


_WISHED = {
    "lv": r"(?:to|tā) \w*(?:vēl|grib|lūdz|pras)\w*|kā lūdz\w*",
    "en": r"(?:want|ask|request|demand|wish)\w*",
    "ru": r"(?:этого|об этом|того)?\s?(?:прос[ия]т|хо(?:чет|тят)|требу\w+)",
}
_WISHES = {  # that people were asked, or said, what they would have
    "lv": r"vēl(?:as|ētos|ētu|aties|ēt\w+)|grib\w*|lūdz\w*|ieros\w+|ierosin\w+|uzlabo\w*|(?:pie)?trūk\w*|priekšlikum\w*|gaida\w*|mainīt\w*",
    "en": r"want\w*|wish\w*|would|like to|improv\w*|suggest\w*|ask(?:ed)? for|lack\w*|change[ds]?|request\w*|prefer\w*",
    "ru": r"хот\w+|хоч\w+|жела\w+|прос[ия]\w*|предл\w+|улучш\w+|хвата\w+|измен\w+",
}
_ENDS = {
    "lv": r"(?P<what>(?!\w+t(?:ies)?(?!\w))\w+(?: \w{4,})?)",
    "en": r"(?P<what>[^,;.]+?)(?= (?:in|at|on|with|for|by|of|to|when|as|and|than|who|that|which)(?!\w)|[,;.]|$)",
    "ru": r"(?P<what>[^,;.]+?)(?= (?:в|во|на|с|со|за|о|об|у|для|и|по|при)(?!\w)|[,;.]|$)",
}
_PARTS = {  # what people are said to praise or want; where something is most; what they would rather
    "lv": (
        r"(?:slavē|uzteic|kritizē|peļ|pieprasa|prasa|lūdz|vēlas|uzticas|baidās no|sūdzas par|žēlojas par)\s",
        r"(?<!\w)vis\w+āk(?:i|as|ais|ā|ie|ās)?(?!\w)[^,;.]*?\s(?P<what>\w{3,}(?:os|ās|ā))(?=[,;.]|$)",
        r"(?:labprātāk|drīzāk)\s(?P<what>[^,;.]+?),? nekā\s|(?:labprātāk|drīzāk)\s[^;.]+?,? nekā (?P<other>[^,;.]+)",
    ),
    "en": (
        r"(?:prais(?:e|es|ed)|criticis\w+|complain(?:s|ed)? (?:about|of)|demand(?:s|ed)?|ask(?:s|ed)? for|want(?:s|ed)?|trust(?:s|ed)?|fear(?:s|ed)?|worr(?:y|ies) about)\s(?:the )?",
        r"(?<!\w)(?:most|least|best|worst|highest|lowest|\w{3,}est)(?!\w)[^,;.]*?\s(?:in|at|on|among)\s(?P<what>[^,;.]+)",
        r"(?:would rather|prefer(?:s|red)?)\s(?P<what>[^,;.]+?) (?:rather than|than|to|over)\s|(?:would rather|prefer(?:s|red)?)\s[^,;.]+? (?:than|to|over) (?P<other>[^,;.]+)",
    ),
    "ru": (
        r"(?:хвалят|ругают|критикуют|требуют|просят|хотят|доверяют|боятся|ценят|жалуются на)\s",
        r"(?:(?:дольше|чаще|реже|больше|меньше|лучше|хуже) (?:всего|всех)|сам\w+ \w+)(?!\w)[^,;.]*?\s(?:в|на|среди|у)\s(?P<what>[^,;.]+)",
        r"(?:охотнее|скорее|предпо\w+)\s(?P<what>[^,;.]+?),? чем\s|(?:охотнее|скорее|предпо\w+)\s[^;.]+?,? чем (?P<other>[^,;.]+)",
    ),
}


def _part(
    words: str,
    supported: Sequence[str],
    absent: Sequence[str],
    told: Told,
    lang: str,
    *,
    borne: bool,
) -> str:
    """The part of a claim that tells what it is about, of which no word is told; readiness, of which none is."""
    said, known_as = WILLING[lang]
    willing = word_pattern(said).search(words)
    chance = len(absent) > 1 and not supported  # of a fraction that some result happens to bear
    if (
        willing
        and (chance if borne else absent or not supported)
        and not word_pattern(known_as).search(told.body)
    ):
        return ", ".join((*absent, willing.group(0).lower()))
    wished = word_pattern(_WISHED[lang]).search(words)
    if wished and absent and not supported and _OF_IT.search(words, 0, wished.start()):
        return ", ".join(absent)  # `a branch at the port, which every fifth client asks for`
    if (
        wished
        and ASKED_FOR.search(words[max(0, words.rfind(", ")) :].strip(" ,"))
        and not word_pattern(_WISHES[lang]).search(told.body)
    ):
        return wished.group(0)
    praised, *others = _PARTS[lang]
    for rule in (rf"(?<!\w){praised}{_ENDS[lang]}", *others):
        for match in regex.finditer(rule, words, regex.IGNORECASE):
            for piece in filter(None, match.groups()):
                own = [w for w in words_of(piece) if w in absent or w in supported]
                if own and all(word in absent for word in own):
                    return ", ".join(own)
    return ""


_OF_IT = regex.pattern(
    r",\s(?:\w{1,3}\s)?(?:which|that|kur\w{1,4}|ko|котор\w{2,3})(?!\w)", regex.IGNORECASE
)


def _listed(words: str, topics: Sequence[str]) -> str:
    """The one strange topic of a short list behind a colon: `two things have got worse: the café and the lighting`."""
    behind = words.partition(": ")[2].lower().replace("ё", "е")
    things = [word for word in topics if word in behind]
    several = regex.search(r",\s|\s(?:un|and|и)\s", behind) is not None
    return things[0] if len(things) == 1 and several and len(behind.split()) < 8 else ""


def _is_loud(clause: Clause, text: Text) -> bool:
    """Whether a lead without numbers tells how many people think or do something."""
    if regex.search(r"\d", text.blocks[clause.sentence.block].text):
        return False
    wished = rf"{OPINION[text.lang]}|{READY[text.lang]}|sūdz\w+|complain\w*|жалоб\w*"
    shared = word_pattern(SHARE[text.lang]).search(clause.words)
    return bool(shared and word_pattern(wished).search(clause.words))


def _is_late(clause: Clause, told: Told) -> bool:
    """Whether a clause is no part of a title: of a summary, or further down."""
    order = clause.sentence.order
    return order > OPENING or (order in told.concluded and order > 0)


def _is_named(word: str, told: Told, lang: str) -> bool:
    return is_known(word, told.known, lang) or not told_otherwise(word, told.known, lang)


def _bears_fraction(clause: Clause, told: Told, spare: float, text: Text) -> bool | None:
    """Whether the one fraction of a clause (`every fifth`) is a result, the rest, or two together; None without one."""
    said = fractions_of(clause, text)
    if len(said) != 1:
        return None
    lone = [known[0] for known in told.shares if len(known) == 1]  # an answer a line
    return any(is_borne(said[0], known, spare) for known in (lone, *told.shares))


_LATEST = regex.pattern(  # how new a survey is compares no groups
    r"(?<!\w)(?:jaunāk\w+(?= (?:\w+ ){0,3}?(?:aptauj|pētījum|dat|rezultāt|mērījum|izvērtējum|ziņ|numur))|(?:latest|newest)(?= (?:\w+ ){0,3}?(?:survey|study|data|results|poll|figures|findings)))\w*",
    regex.IGNORECASE,
)
_ABOUT, _NEAR = 4.0, 2.0  # points that a fraction may be off: at most; to be surely meant


def _is_answer(word: str, text: Text) -> bool:
    """Whether a word of people is an answer that was given, as `doctor` to the question of whom one asks."""
    if word_pattern(text.words.people).fullmatch(word) is None:
        return False
    return is_known(word, labels_of(text), text.lang)


def _tells(clause: Clause, words: str, told: Told, text: Text) -> bool:
    """Whether a clause tells what people think, do or suffer: not what is needed, or how they were asked."""
    lang = text.lang
    firm = (
        word_pattern(f"{OPINION[lang]}|{READY[lang]}|{SHARE[lang]}|{CUE[lang]}").search(words)
        is not None
    )
    firm |= _is_late(clause, told) and word_pattern(PRAISE).search(words) is not None
    people = word_pattern(text.words.people).search(words) is not None
    if word_pattern(NEEDED).search(words) and not people:
        return False
    if clause.sentence.block in lead_of(text):
        return firm
    if clause.start and regex.match(rf",\s(?:{BUT})\s", clause.words, regex.IGNORECASE):
        return True  # beside what a headline tells
    if not firm and not _is_late(clause, told):
        return word_pattern(text.words.twice).search(words) is not None
    return firm or people


def _group(words: str, told: Told, text: Text, *, late: bool = False) -> str:
    """The words that tell a group which a claim compares, where no result is of any such group."""

    def known(word: str) -> bool:
        return stem(word, text.lang) in told.setting or is_told(word, told.known, text.lang)

    found = compared_group(words, told.body, known, text, grouped=told.grouped)
    if found or told.grouped or not (late and told.asks):
        return found
    strangers = groups_unknown(words, told.body, text)  # the document has no groups at all
    return ", ".join(one for one in strangers if not all(map(known, one.lower().split())))
