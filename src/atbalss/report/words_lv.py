# ruff: noqa: E501 - tables of forms and patterns read best a row a line
"""Latvian: counted nouns, units, fractions and what trend, rank and majority words look like."""

from __future__ import annotations

from decimal import Decimal

Forms = dict[str, str]

CASES = {
    "nom": "nom", "gen": "gen", "ģen": "gen", "dat": "dat", "acc": "acc", "akuz": "acc",
    "loc": "loc", "lok": "loc", "par": "par", "instr": "par", "ar": "par", "no": "no",
}  # fmt: skip
# `par` and `no`: after a preposition the plural is always dative, the singular what it governs


def plural(number: Decimal) -> str:
    """`one` or `other`: 1, 21, 101 and 0,1 are `one`; 0, 11, 12, 0,8 are `other` (CLDR, lv)."""
    text = f"{abs(number):f}"
    whole, _, part = text.partition(".")
    digits = part.rstrip("0")
    tail = digits or whole
    if tail[-1] != "1":
        return "other"
    if not digits:
        return "other" if whole.endswith("11") else "one"
    return "other" if len(digits) == 2 and digits == "11" else "one"


def _noun(one: str, other: str) -> dict[str, Forms]:
    """Forms from `nom gen dat acc loc`, five words for one and five for other."""
    single = dict(zip(("nom", "gen", "dat", "acc", "loc"), one.split(), strict=True))
    many = dict(zip(("nom", "gen", "dat", "acc", "loc"), other.split(), strict=True))
    single |= {"par": single["acc"], "no": single["gen"]}
    many |= {"par": many["dat"], "no": many["dat"]}
    return {"one": single, "other": many}


def _first(stem: str) -> dict[str, Forms]:
    """First declension, masculine in -s."""
    return _noun(
        f"{stem}s {stem}a {stem}am {stem}u {stem}ā",
        f"{stem}i {stem}u {stem}iem {stem}us {stem}os",
    )


def _fourth(stem: str) -> dict[str, Forms]:
    """Fourth declension, feminine in -a."""
    return _noun(
        f"{stem}a {stem}as {stem}ai {stem}u {stem}ā",
        f"{stem}as {stem}u {stem}ām {stem}as {stem}ās",
    )


NOUNS: dict[str, dict[str, Forms]] = {
    "respondent": _first("respondent"),
    "client": _first("klient"),
    "interview": _fourth("intervij"),
    "answer": _noun(
        "atbilde atbildes atbildei atbildi atbildē",
        "atbildes atbilžu atbildēm atbildes atbildēs",
    ),
    "person": _fourth("person"),
    "participant": _first("dalībniek"),
    "service": _first("pakalpojum"),
    "year": _first("gad"),
    "point": _first("punkt"),
    "percentage_point": _first("procentpunkt"),
}
NOUN_NAMES = {
    "respondents": "respondent", "respondenti": "respondent",
    "klients": "client", "klienti": "client",
    "intervija": "interview", "intervijas": "interview",
    "atbilde": "answer", "atbildes": "answer",
    "persona": "person", "personas": "person",
    "dalībnieks": "participant", "dalībnieki": "participant",
    "pakalpojums": "service", "pakalpojumi": "service",
    "gads": "year", "gadi": "year",
    "punkts": "point", "punkti": "point",
    "procentpunkts": "percentage_point", "procentpunkti": "percentage_point",
}  # fmt: skip


def _parts(numeral: str, stem: str) -> Forms:
    """A fraction of several parts: numeral in five cases and a plural noun in -daļa."""
    nouns = _fourth(stem)["other"]
    cases = ("nom", "gen", "dat", "acc", "loc")
    found = {
        case: f"{word} {nouns[case]}" for case, word in zip(cases, numeral.split(), strict=True)
    }
    return found | {"par": found["dat"], "no": found["dat"]}


_TWO, _THREE = "divas divu divām divas divās", "trīs triju trim trīs trijās"
_FOUR, _NINE = "četras četru četrām četras četrās", "deviņas deviņu deviņām deviņas deviņās"


def _alone(words: str) -> Forms:
    return _noun(words, words)["one"]


FRACTIONS: dict[str, Forms] = {
    "tenth": _fourth("desmitdaļ")["one"],
    "fifth": _fourth("piektdaļ")["one"],
    "quarter": _fourth("ceturtdaļ")["one"],
    "third": _fourth("trešdaļ")["one"],
    "half": _alone("puse puses pusei pusi pusē"),
    "two_fifths": _parts(_TWO, "piektdaļ"),
    "three_fifths": _parts(_THREE, "piektdaļ"),
    "two_thirds": _parts(_TWO, "trešdaļ"),
    "three_quarters": _parts(_THREE, "ceturtdaļ"),
    "four_fifths": _parts(_FOUR, "piektdaļ"),
    "nine_tenths": _parts(_NINE, "desmitdaļ"),
}
MODIFIER_WORDS = {
    "": "", "almost": "gandrīz ", "more": "vairāk nekā ", "less": "mazāk nekā ",
    "about": "aptuveni ",
}  # fmt: skip
MODIFIER_CASES: dict[str, str] = {}  # a modifier that governs a case of its own

MODIFIER_PATTERNS = {
    "almost": r"gandrīz|teju|tikpat kā",
    "more": r"(?:nedaudz |mazliet )?vairāk (?:ne)?kā|vairāk par|virs",
    "less": r"(?:nedaudz |mazliet )?mazāk (?:ne)?kā|mazāk par",
    "about": r"aptuveni|apmēram|ap",
}
_PART = r"(?:a|as|ai|u|ā|ām|ās)"
_TH = r"(?:ā|ās|ajai|o|ajā|ajām|ajās)"  # endings of "trešā", "trešās"
_OF_PEOPLE = (  # "trešā daļa klientu", but not "pārskata trešā daļa"
    rf" daļ{_PART}(?= (?:no|vis|respondent|klient|dalībniek|aptauj|atbild|cilvēk|iedzīvotāj"
    r"|apmeklētāj|lietotāj|person|vīrieš|sievie|jaun)\w*)"
)
CLAIM_PATTERNS = (
    ("nine_tenths", rf"deviņ\w+ desmitdaļ{_PART}|deviņ\w+ no desmit"),
    ("four_fifths", rf"četr\w+ piektdaļ{_PART}|četr\w+ no piec\w+"),
    ("three_quarters", rf"(?:trīs|triju|trim|trijām|trijās) ceturt(?:daļ|{_TH} daļ){_PART}|trīs no četr\w+"),
    ("two_thirds", rf"div\w+ treš(?:daļ|{_TH} daļ){_PART}|div\w+ no trim|div\w+ no trīs"),
    ("three_fifths", rf"(?:trīs|triju|trim|trijām|trijās) piektdaļ{_PART}|trīs no piec\w+"),
    ("two_fifths", rf"div\w+ piektdaļ{_PART}|div\w+ no piec\w+"),
    ("tenth", rf"(?:vien\w+ )?desmitdaļ{_PART}|desmit\w+ daļ{_PART}|(?:katr\w+|ik) desmit\w+"),
    ("fifth", rf"(?:vien\w+ )?piektdaļ{_PART}|vien\w+ piekt{_TH} daļ{_PART}|piekt{_TH}{_OF_PEOPLE}|(?:katr\w+|ik) piekt\w+"),
    ("quarter", rf"(?:vien\w+ )?ceturtdaļ{_PART}|vien\w+ ceturt{_TH} daļ{_PART}|ceturt{_TH}{_OF_PEOPLE}|(?:katr\w+|ik) ceturt\w+"),
    ("third", rf"(?:vien\w+ )?trešdaļ{_PART}|vien\w+ treš{_TH} daļ{_PART}|treš{_TH}{_OF_PEOPLE}|(?:katr\w+|ik) treš\w+"),
    ("half", r"(?<!no vienas )(?<!no otras )(?<!vienā )(?<!otrā )(?<!abas )(?<!abām )"
             r"(?<!abu )(?<!abās )pus(?:e|es|ei|i|ē)|(?:katr\w+|ik) otr\w+"),
    ("great_majority", r"pārliecinoš\w+ (?:vairākum\w*|vairum\w*)|lielum liel\w+ (?:daļ\w+|vairākum\w*)"
                       r"|pārliecinoši lielāk\w+ daļ\w+"),
    ("majority", r"(?:absolūt\w+ )?vairākum(?:s|a|am|u|ā)|vairum(?:s|a|am|u|ā)|lielāk(?:ā|ās|ajai|o|ajā) daļ(?:a|as|ai|u|ā)"),
    ("minority", r"mazākum(?:s|a|am|u|ā)|mazāk(?:ā|ās|ajai|o|ajā) daļ(?:a|as|ai|u|ā)"),
    ("none", r"neviens no (?:respondent|klient|dalībniek|aptaujāt|atbildētāj)\w+"),
    ("all", r"vis(?:i|u|iem|us|os) (?:respondent|klient|dalībniek|aptaujāt|atbildētāj)\w+"),
)  # fmt: skip

TREND_PATTERNS = (
    r"pieaug(?:a|usi|is|uši|ušas|ušo|ušā|ums|umu|uma|umam|umā|umi|umus|umiem|ot)?",
    r"pieaugoš\w+",
    r"palielināj\w+|palielinās",
    r"samazināj\w+|samazinās",
    r"sarucis|sarukusi|saruka|sarukuši|sarukušas|sarukum\w*",
    r"krit(?:ies|usies|ās|ušies|ušās|ums|umu|uma|umā)|kritās",
    r"aug(?:a|usi|uši|ušas)|audzis",
    r"kāp(?:a|is|usi|uši|ums|umu|uma)",
    r"nemain(?:ījās|ījies|ījusies|ījušies|ījušās|ās|īgs|īga|īgi|īgā|īgu|īgas)",
    r"mainīj(?:ās|ies|usies|ušies|ušās)",
    r"(?:iepriekšējā|līdzšinējā|tajā pašā|tai pašā|pagājušā gada|(?:19|20)\d\d\. gada) līmenī",
    r"tikpat \w+ (?:kā|cik) (?:(?:19|20)\d\d\b|pirms gada|pērn|agrāk|iepriekš\w*)",
    r"uzlaboj(?:ās|ies|usies|ušies|ušās)",
    r"pasliktināj(?:ās|ies|usies|ušies|ušās)",
    r"(?:divkārš|trīskārš|dubult)oj\w+|(?:divkārt|trīskārt|vairākkārt) (?:vairāk|mazāk|biežāk|retāk)",
    r"kļuv(?:a|is|usi|uši|ušas) (?:vairāk|mazāk|biežāk|retāk|lielāk|augstāk|zemāk|labāk|sliktāk)\w*",
    r"(?:vairāk|mazāk|biežāk|retāk|lielāk|augstāk|zemāk|labāk|sliktāk)\w* (?:nekā|kā)"
    r" (?:(?:19|20)\d\d\b|pirms gada|pērn|agrāk|iepriekš\w*)",
)
RANK_PATTERNS = (
    ("among_top", r"(?:viens|viena|vieni|vienas|vienu) no (?:vis)?(?:biežāk|populārāk|izplatītāk|lielāk|augstāk)\w*"),
    ("among_bottom", r"(?:viens|viena|vieni|vienas|vienu) no (?:vis)?(?:retāk|mazāk|zemāk)\w*"),
    ("second", r"otr(?:s|a|ais|ā) (?:vis)?(?:biežāk|populārāk|izplatītāk|lielāk|augstāk)\w*|otrajā vietā"),
    ("third", r"treš(?:ais|ā) (?:vis)?(?:biežāk|populārāk|izplatītāk|lielāk|augstāk)\w*|trešajā vietā"),
    ("top", r"vis(?:biežāk|vairāk|populārāk|izplatītāk|lielāk|augstāk|plašāk|labāk|pozitīvāk)\w*|pirmajā vietā"
            r"|(?:biežākā|lielākā|augstākā|populārākā|izplatītākā)(?:is|s)?(?= (?:atbild|īpatsvar|vērtējum|iemesl|minēt))"
            r"|vairāk nekā jebkur\w+ cit\w+|galvenokārt"),
    ("bottom", r"vis(?:retāk|mazāk|zemāk|sliktāk|kritiskāk)\w*|pēdējā vietā"
               r"|(?:retākā|mazākā|zemākā)(?:is|s)?(?= (?:atbild|īpatsvar|vērtējum|iemesl|minēt))"),
)  # fmt: skip

NUMBER_WORD = (
    r"(?:div\w{1,3}|trīs|trim|triju|četr\w{1,3}|piec\w{0,3}|seš\w{1,3}|septiņ\w{1,3}"
    r"|astoņ\w{1,3}|deviņ\w{1,3}|desmit\w{0,3}|(?:vien|div|trīs|četr|piec|seš|septiņ|astoņ|deviņ)"
    r"(?:padsmit|desmit)|simt\w{0,3}|tūkstot\w{0,3})"
)
COUNTED_WORD = (
    r"(?:procent\w*|respondent\w*|klient\w*|dalībniek\w*|aptaujāt\w*|cilvēk\w*|person(?:a|as|u|ām)"
    r"|intervij\w*|punkt\w*)"
)
TIMES_PATTERN = rf"(?:(?:{NUMBER_WORD}|pusotr\w+|vairāk\w*) reiz\w+|(?:div|trīs|četr|piec|desmit)reiz) (?:vairāk|mazāk|biežāk|retāk|liel\w+|augst\w+|zem\w+)"
POINT_WORDS = r"procentpunkt\w*|p\. ?p\."
SCALE_PATTERN = (
    r"skal\w+ no \d+ līdz \d+|\d+ (?:punktu|ballu) skal\w+|no \d+ līdz \d+ (?:punkt|ball)\w+"
)
REFERENCE_PATTERN = r"\d+\.\s?(?:attēl|tabul|pielikum)\w*"
DATE_PATTERN = r"\d{1,2}\.\s?(?:janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr)\w*"
ORDINAL_PATTERN = r"\d+\.\s?(?:nodaļ|jautājum|punkt|pant|kārt)\w*"
AND = "un"
QUOTES = ("„", "“")

DIRECTION = {
    "higher": "pieauga par {amount}",
    "lower": "samazinājās par {amount}",
    "no_difference_shown": "statistiski nozīmīgas atšķirības nav",
    "unchanged": "nemainījās",
    "untestable_higher": "pēc publicētajiem datiem ir par {amount} {higher}; atšķirība nav pārbaudāma",
    "untestable_lower": "pēc publicētajiem datiem ir par {amount} {lower}; atšķirība nav pārbaudāma",
    "untestable_same": "pēc publicētajiem datiem ir {same}; atšķirība nav pārbaudāma",
}  # fmt: skip
SUBJECTS = {
    "m": {"higher": "lielāks", "lower": "mazāks", "same": "tāds pats"},
    "f": {"higher": "lielāka", "lower": "mazāka", "same": "tāda pati"},
    "mp": {"higher": "lielāki", "lower": "mazāki", "same": "tādi paši"},
    "fp": {"higher": "lielākas", "lower": "mazākas", "same": "tādas pašas"},
    "n": {"higher": "lielāks", "lower": "mazāks", "same": "tāds pats"},
}
AMOUNT_CASE = "par"
