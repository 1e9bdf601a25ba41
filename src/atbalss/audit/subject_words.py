"""What a clause is about: its subject, whether that is a strand, and whether it is counted in other units than persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.histories import hits
from atbalss.audit.kin import is_kin
from atbalss.audit.lexicon import told_otherwise
from atbalss.audit.lists import names
from atbalss.audit.rules.apart import GAP
from atbalss.audit.stems import stems
from atbalss.audit.strand import Strand
from atbalss.audit.strands import about_of
from atbalss.audit.text import Sentence, Text, kept_of_words, word_pattern
from atbalss.audit.ways_told import SO

AGES = r"young\w*|older|elder\w*|seniors?|jauni(?:e[mš]\w*|et\w*|e(?!\s\w{3,}i(?!\w)))|vecāk\w*|senior\w*|pensionār\w*|молод\w*|младш\w*|старш\w*|пожил\w*|пенсионер\w*"
APART = (  # that two groups differ, whichever they are
    r"gaps?|divides?|differ\w*|apart|distance|margin|between|two groups|both groups|lead|advantage|starpīb\w*|atšķir\w*|plais\w+|šķir\w*|pārsvar\w*|ab\w+ grup\w+|div\w+ grup\w+"
    r"|разниц\w+|разрыв\w*|различ\w*|отлича\w*|расхожд\w*|отрыв\w*|перевес\w*|между|двумя группами|обе\w* групп\w*"
)
GROUPS = (
    r"among|amongst|среди|vidū|those|of those|of these|(?:both|the two|two|these|the) (?:sub)?groups?|groups?|who|which|when|per|for the|for"
    r"|(?:ab\w+|div\w+|šo|šīm|šīs|starp) (?:\w+ )?grup\w+|grup\w+|starp|kuri|kuras|kas \w+"
    r"|(?:обе\w*|дв\w+|эт\w+) групп\w*|групп\w*|кто|которые"
)


@kept_of_words
def telling(words: str, text: Text) -> frozenset[str]:
    """The stems of a claim but for those that only say when, and that something moved."""
    moved = f"{text.words.rise}|{text.words.fall}|{text.words.last_wave}|{text.words.share}|{COURSE}|{SPAN}|{_NEW}"
    return frozenset(stems(word_pattern(moved).sub(" ", words), text.lang))


_NEW = r"jaun(?:ais|ā|ie|ās|o|ajiem|ajām)|new|нов(?:ый|ая|ое|ые|ого|ой|ых|ую)"  # tells of no topic
COURSE = (  # besides words of growth
    r"(?:over|in|within|during) (?:the |a |one |two |three )?(?:last |past )?(?:years?|months?|seasons?)|since|year[- ]on[- ]year|waves?"
    r"|(?:gada|gadu|mēnešu|sezonas) laikā|\w+ gad(?:os|iem)|kopš|viļņ\w+|viln\w+"
    r"|за (?:\w+ )?(?:год|года|лет|месяц\w*|сезон)|с тех пор|волн\w*"
)


SPAN = r"div\w{1,3} gad\w+|gad\w+|year\w*|two|three|дв(?:а|ух)|тр(?:и|ёх)|год\w*|лет|раз\w?"


_AMOUNTS = (  # what is measured in other units than persons
    r"sūdzīb\w*|жалоб\w*|patēriņ\w*|maksa|maksas|īre|īres|tarif\w*|consumption|volumes?|fees?|fares?|rents?|rates? of pay|tariffs?|потреблени\w*|плата|платы|тариф\w*|аренд\w*"
)


PROOF = r"sampl\w+|random\w*|chance|izlas\w+|nejauš\w+|выборк\w*|случайн\w+"


def is_counted(words: str, text: Text) -> bool:
    """Whether words speak of what is counted: visits, euros; pensioners are persons."""
    if word_pattern(_AMOUNTS).search(words):
        return True
    found = word_pattern(text.words.counted).finditer(words)
    return any(
        not regex.match("пенсион|pensij", match.group(0), regex.IGNORECASE) for match in found
    )


def is_about(words: str, strand: Strand, text: Text) -> bool:
    """Whether words name what a strand measures, besides its groups and waves, or nothing else."""
    rest = subject_of(words, text)
    heads = about_of(replace(strand, points=(), lead="" if strand.orders else strand.lead), text)
    if any(is_named(word, heads, text) for word in rest):
        return True
    labels = frozenset().union(*(names(point.label, text) for point in strand.points))
    rest = frozenset(word for word in rest if not hits(frozenset((word,)), labels))
    about = about_of(strand, text)
    return not rest or any(is_named(word, about, text) for word in rest)


def subject_of(words: str, text: Text) -> frozenset[str]:
    """The stems of a claim that name what it is of: without change, time, people, what only points back."""
    drop = (text.words.rise, text.words.fall, text.words.change, text.words.share, text.words.people,
            text.words.last_wave, text.words.this_wave, text.words.points, text.words.percent,
            text.words.tested, SO, GAP, COURSE, SPAN, PROOF, APART, PRO)  # fmt: skip
    return frozenset(stems(word_pattern("|".join(drop)).sub(" ", words), text.lang))


def is_named(word: str, about: frozenset[str], text: Text) -> bool:
    """Whether a stem is one of others, or another word for one."""
    return (
        hits(frozenset((word,)), about) > 0
        or is_kin(word, about, text.lang)
        or told_otherwise(word, about, text.lang)
    )


PRO = (  # stands for what was asked, or says how many times
    rf"{GROUPS}|{AGES}|\w*(?:youngest|oldest|middle|jaunāk|vecāk|vidēj|младш|старш|средн)\w*|ir|is|are"
    r"|lielāk\w*|mazāk\w*|augstāk\w*|zemāk\w*|biežāk|retāk|vairāk|higher|lower|more|less|выше|ниже|больше|меньше|чаще|реже|чем|nekā|than"
    r"|(?:this|these|that|such an?|š[īo]|šis|šād[ua]|эт\w+|так\w+) [^\W\d]+|in other words|put differently|citiem vārdiem|(?:иначе|проще) говоря|occurs?|found|sastopam\w+|встреча\w+"
    r"|comes?|makes?|amounts?|reach\w*|surveys?|rounds?|clear|large|big|well|far|beyond|explain|last|time|figures?|rates?|nothing|anything"
    r"|veido|sasniedz|aptauj\w+|mērījum\w+|laik\w+|rādītāj\w*|vienkārš\w+|tikai"
    r"|составля\w+|составил\w*|достига\w+|опрос\w*|замер\w*|врем\w+|показател\w*|лишь|только|пол(?:ами|ов)"
    r"|plus|minus|not|pluss|mīnuss|nav|плюс|минус|не"
    r"|say|says|said|do|does|did|so|this|that|it|such|here|times|twice|two|three|four|five|high|often|average"
    r"|to|dar[aī]\w*|šis|šī|tas|tā|tād\w*|šād\w*|saka|reiz\w*|div\w+|trīs|trij\w+|četr\w+|piec\w*|\w+kārt|te|šeit|vidēji"
    r"|это|эт[аоу]\w*|дела\w+|так\w*|говор\w+|раза?|вдвое|втрое|дв[ае]|три|четыре|пять|здесь|тут|в среднем"
)


def shared(sentence: Sentence, strands: Sequence[Strand], text: Text) -> int:
    """How many stems of a claim the strands, their question or title have too."""
    said = telling(sentence.text, text)
    about = frozenset().union(*(about_of(item, text) for item in strands))
    return hits(said, about)
