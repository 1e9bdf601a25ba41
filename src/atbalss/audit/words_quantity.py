"""How all, none and the only one of a list are told, in each language, and against what bound."""

from __future__ import annotations

_NOUN = r"(?P<noun{0}>[^\W\d]{{3,}}(?: [^\W\d]{{4,}})?)"
EVERY = {  # all: each entry; none: no entry; only, alone: one entry
    "lv": rf"(?P<alone>^\W*(?:tikai|vienīgi)(?! vien)(?= [^\W\d]))|(?P<all>(?:vis(?:os|ās|iem|ām)|katr(?:ā|am|ai)|ikvien(?:ā|am|ai))(?: (?:trīs|trij\w+|četr\w+|piec\w+|seš\w+|septiņ\w+|astoņ\w+))? {_NOUN.format(1)})"
    rf"|(?P<none>nevien(?:ā|am|ai|s|a)(?: no)?(?: (?:trim|četr\w+|piec\w+|seš\w+))? {_NOUN.format(2)})"
    rf"|(?P<only>(?:vienīg(?:ais|ā|ajā)|tikai vien(?:ā|s|a)) {_NOUN.format(3)})",
    "en": rf"(?P<alone>^\W*only(?! one)(?= [^\W\d])|the only one)|(?P<all>(?:(?:in|at|for) )?(?:all|every|each)(?: (?:of )?(?:the )?(?:three|four|five|six|seven|eight|nine|ten))? {_NOUN.format(1)})"
    rf"|(?P<none>(?:(?:in|at|for) )?(?:no|none of the|not one|not a single)(?: (?:three|four|five|six|seven|eight))? {_NOUN.format(2)})"
    rf"|(?P<only>(?:the )?(?:only|sole) (?!ones?\b){_NOUN.format(3)})",
    "ru": rf"(?P<alone>^\W*(?:только|лишь)(?! (?:на |в |у )?одн)(?= [^\W\d]))|(?P<all>(?:все(?:х|м)|кажд(?:ом|ой|ого|ому)|любо[йм])(?: (?:тр[её]х|четыр[её]х|пяти|шести|семи|восьми))? {_NOUN.format(1)})"
    rf"|(?P<none>ни (?:на |в |у |для )?одн\w+(?: из)?(?: (?:тр[её]х|четыр[её]х|пяти|шести))? {_NOUN.format(2)})"
    rf"|(?P<only>(?:единственн\w+|только (?:на |в |у )?одн\w+) {_NOUN.format(3)})",
}
_OVER = {
    "lv": r"vairāk (?:nekā|par|kā)|virs|pārsniedz|pārsniegu\w+|(?:liel|augst)āk\w* (?:nekā|par)",
    "en": r"more than|over|above|exceed\w*|higher than|greater than|upwards of|tops|past",
    "ru": r"больше|более(?: чем)?|свыше|выше|превыша\w+|превыси\w+|переваливает за|достига\w+",
}
_LEAST = {
    "lv": r"vismaz|ne mazāk (?:kā|par|nekā)",
    "en": r"at least|no (?:less|fewer) than|reach(?:es|ed)?",
    "ru": r"не менее|не меньше|как минимум",
}
_UNDER = {
    "lv": r"mazāk (?:nekā|par|kā)|zem|(?:maz|zem)āk\w* (?:nekā|par)",
    "en": r"(?:fewer|less|lower|smaller) than|under|below|short of",
    "ru": r"меньше|менее(?: чем)?|ниже",
}
_MOST = {
    "lv": r"ne vairāk (?:kā|par|nekā)|augstākais",
    "en": r"no more than|at most|not more than",
    "ru": r"не более|не больше|максимум",
}


_NEVER = {  # not above
    "lv": r"nepārsniedz",
    "en": r"(?:does|do) not exceed",
    "ru": r"не превыша\w+|не превыси\w+",
}
_SHORT = {  # not up to
    "lv": r"nesasniedz",
    "en": r"falls? short of|(?:does|do) not reach",
    "ru": r"не достига\w+|не дотягива\w+ до",
}


def bound(lang: str) -> str:
    """The pattern of a bound and its percent: `more than 60 %`, `zem 50 %`, `не ниже 70 %`."""
    ways = rf"(?P<never>{_NEVER[lang]})|(?P<short>{_SHORT[lang]})|"
    ways += (
        rf"(?:{_MOST[lang]})|(?P<least>{_LEAST[lang]})|(?P<over>{_OVER[lang]})|(?:{_UNDER[lang]})"
    )
    return rf"(?:{ways})\s(?:\w+\s)?(?P<n>\d{{1,2}}(?:[.,]\d)?)\s?(?:%|per ?cent|procent\w*|процент\w*)"


AT_LEAST = rf"(?<!\w)(?:{'|'.join(_LEAST.values())})\s$"
DENIED = r"(?<!\w)(?:nav|not|n't|never|не|ne|nekur)(?: \w+)?\s$"
