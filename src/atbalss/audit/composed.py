"""Of whom a sample is made up: words that say that each person stands in one of the groups that follow."""

from __future__ import annotations

from atbalss.audit import regex
from atbalss.audit.text import Text, word_pattern

_COUNTED_ONCE = {  # says that each person stands in one of the parts
    "lv": r"izlases (?:sastāv\w*|struktūr\w*|raksturojum\w*)|sastāv\w*|sadalījum\w*|sadal\w+|iedal\w+|katr\w+ (?:\w+ ){0,3}tikai vien\w+|profil\w*|(?:respondentu|dalībnieku|aptaujāto|atbildējušo) (?:skaits|raksturojums|struktūra)|pa (?:kursiem|filiālēm|nodaļām|struktūrvienībām|grupām|novadiem|reģioniem|klasēm|programmām|amatiem)|pēc (?:dzimuma|vecuma|amata|izglītības)|kas (?:atbildēja|piedalījās)",
    "en": r"composition|breakdown|broken down|made up|make-up|profile of (?:the )?(?:sample|respondents|participants)|sample structure|structure of the sample|who (?:took part|answered|replied|responded)|distribut\w+|split|divided|belong\w* to (?:only )?one|(?:respondents|participants|sample|interviews|replies|responses) by|counted once|number of (?:respondents|interviews|replies|participants)",
    "ru": r"состав\w*|структур\w+ выборки|распредел\w+|раздел\w+|отнес[её]н\w*|только к одно\w+|профил\w+|кто (?:ответил|участвовал)|характеристик\w+ (?:выборки|респондентов)|(?:респонденты|опрошенные|участники) по|по (?:полу|возрасту|курсам|классам|филиалам|отделам|должностям|образованию|направлениям|районам|регионам)|число (?:респондентов|опрошенных|участников|интервью)",
}
_MADE_OF = (  # before the shares or counts of a sentence, in its title
    r"(?:the|our) sample (?:consists of|consisted of|comprises|comprised|has|had)|made up of(?= (?:(?!was |were |is |are )[^\W\d]+ ){1,8}\(?\d)|of the sample|izlasē (?:ir|bija)|izlasi veido|в выборке"
    r"|sadalījum\w*|pēc (?:dzimuma|vecuma|tautības|izglītības)|by (?:age|sex|gender|education)|breakdown|composition|(?:age|sex|gender|education) (?:profile|structure)"
    r"|(?:education|age|sex|gender|place of residence) of (?:the )?(?:respondents|sample)|respondentu (?:izglītība|vecums|dzimums|dzīvesvieta)|(?:образование|возраст|пол) (?:опрошенных|респондентов)"
    r"|портрет\w*|профил\w+|profil[sua]?|portr[ae]it\w*|portret\w*|profile of|demographics"
    r"|распредел(?:ени|ил|ял|яют)\w*|состав(?!ил|ля)\w*|по (?:полу|возрасту|образованию|стажу|должности|числу (?:работников|сотрудников)|размеру|типу|виду|региону|месту жительства|месту работы)"
    r"|(?:sadalījās|sadalās|iedalās|dalās|sadalāmi)|pēc (?:darbinieku skaita|lieluma|amata|stāža|nozares|dzīvesvietas|nodarbošanās|darba stāža|ģimenes stāvokļa|veida)"
    r"|(?:were|are|is|was) (?:distributed|split|divided|spread)|broke down|breaks? down|divide[sd]?(?: up)? (?:as follows|into)|split as follows|as follows by|by (?:size|headcount|number of employees|staff numbers|tenure|length of service|occupation|residence|region|sector|type|role|grade)"
)


def composed(words: str, text: Text) -> bool:
    """Whether words say that what follows are the parts of the sample: `By age:`, `Izlases sastāvs`."""
    return word_pattern(f"{_COUNTED_ONCE[text.lang]}|{_MADE_OF}").search(words) is not None


_OF_SAMPLE = (
    r"^(?:kas (?:\w+ ){0,2}?(?:piedalījās|atbildēja|nāca|atnāca)|who (?:\w+ ){0,2}?(?:took part|answered|replied|responded)|кто (?:\w+ )?(?:участвовал|ответил|отвечал))(?= [^„“\"«]*$|[,:]|$)"
    r"|^(?:(?:the )?(?:respondents|participants|sample|those interviewed)(?: were)?,? by|(?:respondenti|dalībnieki|aptaujātie|izlase),? p[aē]c?|(?:опрошенные|респонденты|участники|выборка),? по)"
    r"|(?:izlas\w+|respondent\w+|aptaujāt\w+|dalībniek\w+|atbildējuš\w+) (?:\w+ ){0,2}?(?:sastāv\w*|struktūr\w*|sadalījum\w*|raksturojum\w*|portret\w*|profil\w*)|(?:sadalījum|portret|profil|struktūr)\w* pēc|respondentu (?:izglītība|vecums|dzimums|dzīvesvieta|nodarbošanās)"
    r"|^(?:(?:\w+ ){0,2}?(?:age|gender|sex|income|education|geographical|geographic|regional) (?:distribution|breakdown|split|structure|composition)|(?:\w+ )?(?:vecuma|dzimuma|dzimumu|ienākumu|izglītības|ģeogrāfiskais|reģionālais|teritoriālais) (?:sadalījums|struktūra|sastāvs)|(?:возрастн|гендерн|половозрастн|географическ|территориальн)\w+ (?:распределение|состав|структура))"
    r"|(?:education|age|sex|gender|residence|occupation) of (?:the )?(?:respondents|sample|participants)|(?:composition|breakdown|structure|profile|distribution|make-up|portrait) of (?:the )?(?:\w+ )?(?:sample|respondents|participants|interviews|those)|(?:sample|respondents?|participants?)(?:'s?)? (?:composition|breakdown|structure|profile|by)"
    r"|(?:состав|структур|профил|портрет|распределени)\w* (?:\w+ )?(?:выборк|опрошенн|респондент|участник|ответивш)\w*|(?:состав|структура|профиль|распределение) по|(?:образование|возраст|пол|занятость) (?:опрошенных|респондентов|участников)"
)


def is_sample(words: str) -> bool:
    """Whether a title says that its shares are of whom the sample is made: `Sample structure by region, %`."""
    return word_pattern(_OF_SAMPLE).search(words) is not None


def begun(words: str, text: Text) -> int:
    """Where a sentence begins to tell of what the sample is made; -1 where it does not."""
    found = word_pattern(_MADE_OF).search(words)
    return found.start() if found else -1


SEXES = (
    regex.any_case(r"\W*(?:wom[ae]n|females?|girls?|sievie\w+|meiten\w+|женщин\w*|девоч\w*|девуш\w*)\W*"),
    regex.any_case(r"\W*(?:m[ae]n|males?|boys?|vīrie\w+|zēn\w*|puiš\w*|мужчин\w*|мальчик\w*|юнош\w*)\W*"),
)  # fmt: skip


def are_sexes(one: str, other: str) -> bool:
    """Whether two labels are of the sexes."""
    labels = (one.split(), other.split())
    return any(
        all(any(map(sex.fullmatch, words)) for sex, words in zip(sexes, labels, strict=True))
        for sexes in (SEXES, SEXES[::-1])
    )
