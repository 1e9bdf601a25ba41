"""How a bound is told that rows of a list lie above or below, in each language, and of how many of them."""

from __future__ import annotations

from atbalss.audit import regex
from atbalss.audit.numerals import in_words

_OVER = {
    "lv": r"vairāk(?:iem|ām)? (?:nekā|par|kā)|virs|(?:ir )?pāri|pārsnie\w+|pārkāp\w+|pārvar\w+|(?:augst|liel)āk\w* (?:par|nekā|kā)",
    "en": r"(?:more|higher|greater|better) than|over|above|exceed\w*|past|beyond|tops?|topped|topping|cross\w*|clear(?:s|ed|ing)?|pass(?:es|ed|ing)?|surpass\w*|upwards of|on the far side of",
    "ru": r"больше|более(?: чем)?|свыше|выше|превыша\w+|превыси\w+|перевал\w+(?: за)?|перешагн\w+|преодоле\w+|перевеш\w+|больше,? чем",
}
_LEAST = {
    "lv": r"vismaz|ne mazāk (?:kā|par|nekā)|sasnie\w+",
    "en": r"at least|no (?:less|fewer) than|reach\w*|attain\w*|makes? it to|gets? to|hits?",
    "ru": r"не менее|не меньше|хотя бы|достиг\w+|дотян\w+ до|дотягива\w+ до|набра\w+ не меньше",
}
_UNDER = {
    "lv": r"mazāk(?:iem|ām)? (?:nekā|par|kā)|zem|(?:zem|maz)āk\w* (?:par|nekā|kā)|nesasnie\w+|nepārsnie\w+|nepārvar\w+|nepārkāp\w+|neaizsnie\w+|ne vairāk (?:kā|par|nekā)",
    "en": r"(?:less|fewer|lower|worse) than|under|below|beneath|(?:fall|fell|falls|falling|stay|stays|stayed|remain\w*) short of|short of|fail(?:s|ed)? to (?:reach|make|clear|pass|cross|exceed)|(?:do|does|did|could|can)(?: not|n't|not) (?:reach|make|clear|pass|cross|exceed|get to|top|attain)|without reaching|not even|(?:no|not) more than|at most",
    "ru": r"меньше|менее(?: чем)?|ниже|не достиг\w+|не дотя\w+ до|не перешагн\w+|не преодоле\w+|не превы\w+|не добра\w+ до|недотя\w+ до|не набра\w+(?: и| даже)?|меньше,? чем|не более|не больше|максимум",
}
_QUANTITY = {
    "lv": r"(?P<f80>četr\w+ piektda\w+)|(?P<f60>tr\w+ piektda\w+)|(?P<f40>div\w* piektda\w+)|(?P<f20>(?:vien\w+ )?piektda\w+)|(?P<f10>(?:vien\w+ )?desmitda\w+)|(?P<f75>tr\w+ ceturtda\w+)|(?P<f66>div\w* trešda\w+)|(?P<f50>pus[eiu]\w*|piecdesmit procent\w+|pusi)|(?P<f33>(?:vien\w+ )?trešda\w+)|(?P<f25>(?:vien\w+ )?ceturtda\w+)",
    "en": r"(?P<f80>four[- ]fifths)|(?P<f60>three[- ]fifths)|(?P<f40>two[- ]fifths)|(?P<f20>(?:a|one)[- ]fifth)|(?P<f10>(?:a|one)[- ]tenth)|(?P<f75>three[- ]quarters)|(?P<f66>two[- ]thirds)|(?P<f50>(?:a |one )?half(?:way)?(?: (?:mark|line|point))?|fifty per ?cent)|(?P<f33>(?:a|one)[- ]third)|(?P<f25>(?:a|one)[- ]quarter)",
    "ru": r"(?P<f80>четыр[её]х пятых|четыре пятых)|(?P<f60>тр[её]х пятых|три пятых)|(?P<f40>двух пятых|две пятых)|(?P<f20>(?:одной )?пятой(?: части)?|пят(?:ая|ую) часть)|(?P<f10>(?:одной )?десятой(?: части)?|десят(?:ая|ую) часть)|(?P<f75>тр[её]х четвертей|три четверти)|(?P<f66>двух третей|две трети)|(?P<f50>половин\w+|пятидесяти процентов)|(?P<f33>(?:одной )?трети|треть)|(?P<f25>(?:одной )?четверти|четверть)",
}
_NUMBER = (
    r"(?P<n>\d{1,2}(?:[.,]\d{1,2})?)(?P<unit>\s?(?:%|per ?cent|procent\w*|процент\w*|проц\.))?"
)
_BETWEEN = r"(?:(?:the|a|even|mark of|line of|threshold of|score of|mark|level of|atzīmi|robežu|slieksni|līmeni|no|pat|отметк\w+|порог\w*|планк\w+|черт\w+|рубеж\w*|уров\w+|в|и|у|чем|даже|at|of) ){0,3}"
_MOVES = {  # verbs that go with a bound, and tell of no change
    "lv": r"no?krit\w*|nokriet|noslīd\w*|pacē[lļ]\w*|pakāp\w*|tiek|tika|paliek|palika",
    "en": r"fell|falls?|fallen|dropped|drops?|dips?|dipped|sinks?|sank|slips?|slipped|rises?|rose|climbs?|climbed|gets?|went|goes|comes?|came|stays?|stayed|remains?|lies|lie|is|are|was|were",
    "ru": r"опуст\w+|упал\w*|поднял\w+|подним\w+|оста[лю]\w+|оста[её]тся|оказал\w+|выш\w+",
}
_UNIT = {"lv": r"ball\w*|punkt\w*", "en": r"points?|marks?|out of", "ru": r"балл\w*|пункт\w*"}
FRACTIONS = {
    "f80": 80.0,
    "f60": 60.0,
    "f40": 40.0,
    "f20": 20.0,
    "f10": 10.0,
    "f75": 75.0,
    "f66": 200 / 3,
    "f50": 50.0,
    "f33": 100 / 3,
    "f25": 25.0,
}


def limit(lang: str) -> str:
    """The pattern of a bound: `below half`, `pārsniedz 60 %`, `перешагнули половину`."""
    ways = f"(?P<under>{_UNDER[lang]})|(?P<least>{_LEAST[lang]})|(?P<over>{_OVER[lang]})"
    spelt = rf"(?P<said>{in_words(lang)})\s(?:{_UNIT[lang]})"
    return rf"(?:(?:{_MOVES[lang]})\s)?(?:{ways})\s{_BETWEEN}(?:{_NUMBER}|{_QUANTITY[lang]}|{spelt})|(?P<most>{MAJORITY[lang]})"


ONLY = {
    "lv": r"tikai|vienīgi|vienīg(?:ais|ā|ie|ās|o|ajā)|vien(?= [^\W\d]+[,.;]|$)|neviens cits kā|izņēmums",
    "en": r"only|alone|solely|sole|no(?:thing| one|body)? (?:other|else) (?:but|than|except)|nobody but|none but",
    "ru": r"только|лишь|единственн\w+|исключительно|разве что|никто,? кроме|ничто,? кроме",
}
EXCEPT_FOR = {
    "lv": r"izņemot|atskaitot|neskaitot",
    "en": r"except(?: for)?|apart from|aside from|bar|but for|save(?: for)?|with the exception of|(?<=all )but|(?<=everything )but|(?<=everyone )but|(?<=every one )but",
    "ru": r"кроме|за исключением|помимо|не считая",
}
ALL = {
    "lv": r"vis(?:i|as|os|ās|iem|ām|us|u)(?: pārēj\w+)?|pārēj(?:ie|ās|os|ām|iem|o)|katr\w+|ikvien\w+|visur(?: citur)?",
    "en": r"all|every\w*|each|the (?:rest|others)|any other",
    "ru": r"все(?:х|м|ми)?(?: остальн\w+)?|остальн\w+|кажд\w+|люб\w+|вс[её]|везде|всюду",
}
_NOUN = r"(?P<n{0}>[^\W\d]{{3,}}(?: [^\W\d]{{4,}})?)"
_OF_MANY = {
    "lv": r"(?: (?:trīs|trij\w+|trim|četr\w+|piec\w+|seš\w+|septiņ\w+|astoņ\w+))?",
    "en": r"(?: (?:three|four|five|six|seven|eight|nine|ten))?",
    "ru": r"(?: (?:тр[её]х|четыр[её]х|пяти|шести|семи|восьми))?",
}
EVERY = {  # all: each row; none: no row
    "lv": rf"(?P<all>(?:vis(?:os|ās|iem|ām)|katr(?:ā|am|ai)|ikvien(?:ā|am|ai)){_OF_MANY['lv']} {_NOUN.format(1)}|visur(?! citur))|(?P<none>nevien(?:ā|am|ai|s|a)(?: no)?{_OF_MANY['lv']} {_NOUN.format(2)}|nekur(?! cit))",
    "en": rf"(?P<all>(?:(?:in|at|for) )?(?:all|every|each)(?: (?:of )?(?:the )?)?{_OF_MANY['en']} ?{_NOUN.format(1)}|everywhere(?! else))|(?P<none>(?:(?:in|at|for) )?(?:no|none of the|not one|not a single){_OF_MANY['en']} {_NOUN.format(2)}|nowhere(?! else))",
    "ru": rf"(?P<all>(?:все(?:х|м)|кажд(?:ом|ой|ого|ому)|любо[йм]){_OF_MANY['ru']} {_NOUN.format(1)}|везде|повсюду|всюду)|(?P<none>ни (?:на |в |у |для )?одн\w+(?: из)?{_OF_MANY['ru']} {_NOUN.format(2)}|нигде)",
}
DENIED = regex.any_case(  # right before a bound
    r"(?<!\w)(?:nav|not|n't|never|не|ne|nekur)(?: \w+)?\s$"
)
NOT = regex.any_case(r"(?<!\w)(?:not|n't|nav|ne|не|nor|without|без|bez)(?!\w)|n't(?!\w)")
UN = regex.any_case(r"(?:ne|не) ?\w")  # a bound whose verb denies
PLACES = r"viet|place|мест|item|statem|jautāj|utver|утвер"  # stems of what any rows may be called
COUNTS = {
    "lv": {"divi|divas|divos|divās|diviem|divām": 2, "trīs|trijos|trijās": 3, "četr\\w+": 4, "piec\\w*": 5, "viens|viena|vienā": 1, "seš\\w+": 6},
    "en": {"two|both": 2, "three": 3, "four": 4, "five": 5, "one": 1, "six": 6},
    "ru": {"два|две|двух|двум": 2, "три|тр[её]х|тр[её]м": 3, "четыре|четыр[её]х": 4, "пять|пяти": 5, "один|одна|одно|одном|одной": 1, "шесть|шести": 6},
}  # fmt: skip
OF_ALL = {  # behind a count: of how many
    "lv": r"no (?:vis\w+ |šī\w+ )?(?P<all>diviem|divām|trim|trijiem|trijām|četr\w+|piec\w+|seš\w+|septiņ\w+|astoņ\w+|\d+)",
    "en": r"(?:out )?of (?:the |all |these )?(?P<all>two|three|four|five|six|seven|eight|nine|ten|\d+)",
    "ru": r"из (?:всех |этих )?(?P<all>двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|\d+)",
}
WHOLE = {
    "lv": ("", "", "div", "tr", "četr", "piec", "seš", "septiņ", "astoņ"),
    "en": ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "ru": ("", "", "двух", "тр", "четыр", "пят", "шест", "сем", "вос", "девят"),
}
SOLE = {
    "lv": r"vienīg(?:ais|ā|ajā|o) (?P<noun>[^\W\d]{4,})",
    "en": r"(?<=the )(?:only|sole) (?P<noun>(?!one)[^\W\d]{4,})",
    "ru": r"единственн\w+ (?P<noun>[^\W\d]{4,})",
}
MAJORITY = {
    "lv": r"vairākum[sau]\w*",
    "en": r"(?:a|the|an absolute|an outright) majority",
    "ru": r"большинств[оау]\w*",
}
NONE = {
    "lv": r"nekur|nevien\w+",
    "en": r"nowhere|none|no one|nobody|no(?= \w+ (?:but|except|other|apart|bar))|nothing",
    "ru": r"нигде|ни (?:в |на |у )?одн\w+|никто|никакой",
}


ONE_OF = {  # how many are so, of which one is named
    "lv": r"vien[asuā]\w{0,2} no (?:tikai |šiem |šīm )?(?P<n>diviem|divām|trim|trijiem|trijām|četr\w+)",
    "en": r"one of (?:only |just |the )?(?P<n>two|three|four)(?= \w)",
    "ru": r"одн\w{1,3} из (?:всего |только |лишь )?(?P<n>двух|тр[её]х|четыр[её]х)",
}


def counted(lang: str) -> str:
    """The pattern of so many of so many: `three of the five`, `в двух районах из четырёх`."""
    ways = "|".join(f"(?P<c{value}>{rule})" for rule, value in COUNTS[lang].items())
    return rf"(?:{ways})\s(?:[^\W\d]+\s)?{OF_ALL[lang]}"
