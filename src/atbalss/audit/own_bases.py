"""Whether a document tells of one base for all its shares, or that each is told with its own."""

from __future__ import annotations

from atbalss.audit import regex
from atbalss.audit.rules.asked import says_one, says_several
from atbalss.audit.text import Text, word_pattern

_EVERY = {  # one base for all that is not said to be another's
    "lv": r"(?:vis[aiuoā]\w{0,2}|katr\w+) (?:\w+ ){0,2}?(?:procent\w*|daļ\w*|īpatsvar\w*|rezultāt\w*|skaitļ\w*|rādītāj\w*|tabul\w*|attēl\w*|jautājum\w*)|ja nav (?:norādīts|teikts|minēts)|(?:procenti|īpatsvari|daļas|bāze) (?:\w+ ){0,3}?(?:no vis\w+|vis\w+)",
    "en": r"(?:all|every|each|any) (?:\w+ ){0,2}?(?:percent\w*|per cent|figures?|shares?|results?|tables?|questions?|proportions?)|unless|otherwise (?:stated|said|noted)|(?:percentages|shares) are (?!round|weigh|unweigh|shown|not )|base of all|were put to all",
    "ru": r"(?:вс[еёяю]\w{0,2}|кажд\w+|люб\w+) (?:\w+ ){0,2}?(?:процент\w*|дол[яией]\w*|показател\w*|результат\w*|таблиц\w*|цифр\w*|вопрос\w*)|если не (?:указано|сказано|оговорено)|(?:проценты|доли|база) (?:\w+ ){0,3}?(?:от|из) (?:числа )?вс\w+",
}


_ITS_OWN = {  # one base for each, told with it
    "lv": r"tiem|tās|tos|tie|kuri\w*|kurām|k[ao]m|attiecīg\w*|sav[aus]\w{0,2}|atsevišķ\w*|pie (?:katra|tās|tā)|virs|zem|blakus|iekavās",
    "en": r"those|who|whom|own|respective\w*|printed|given|shown|stated|above|below|beside|brackets|beneath",
    "ru": r"тех|тем|кто|кому|котор\w+|сво[ейю]\w{0,2}|соответствующ\w+|отдельн\w*|указан\w*|привед[её]н\w*|скобках|рядом|под|над",
}


def is_every(text: Text) -> bool:
    """Whether one base is told for all results: not how many answers each question takes."""
    every = word_pattern(_EVERY[text.lang])
    own = word_pattern(_ITS_OWN[text.lang])
    denied = regex.any_case(r"(?<!\w)(?:not|ne|не)\s$")
    return any(
        (match := every.search(item.text)) is not None
        and not denied.search(item.text[: match.start()])
        and (not own.search(item.text) or regex.search(_UNLESS, item.text, regex.IGNORECASE))
        and not says_one(item.text, text)
        and not says_several(item.text, text)
        for item in text.sentences
    )


OF_PART = {  # a caption that names a part of those who were asked
    "lv": regex.any_case(
        r"(?<!\w)\w{3,}(?:tajiem|tajām|ušajiem|ušajām)(?!\w)|\w+, (?:kas|kuri|kuras|kuriem|kurām)(?!\w)|(?<!\w)tie,? k\w+"
    ),
    "en": regex.any_case(
        r"(?<!\w)(?:those|people|respondents|passengers|customers|users|\w+ers|\w+ors|\w+ents|\w+ants) (?:who|whose|using|having|with|that|living|working)(?!\w)"
    ),
    "ru": regex.any_case(
        r"(?<!\w)\w{3,}(?:вших|вшихся|ющих|ющихся|нных|вшие|ющие)(?!\w)|(?:те|тех),? (?:кто|котор)|\w+, котор\w+"
    ),
}


_UNLESS = r"(?<!\w)(?:ja (?:\w+ ){0,2}nav|unless|otherwise|except|if not|если (?:\w+ ){0,2}не|кроме|ja cita)(?!\w)"
