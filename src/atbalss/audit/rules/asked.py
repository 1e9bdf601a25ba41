"""How a list of answers was asked: one answer, several, or an open question with nothing said."""

from __future__ import annotations

import re
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.kept import read_once
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text, kept_of_words, word_pattern

_ONE = {
    "lv": r"vien\w{0,2} no (?:div\w+|tr[iī]\w+|četr\w+|piec\w+|seš\w+|[2-9]) (?:\w+ )?(?:atbild\w+|atbilžu|variant\w*)|(?:katrs|ikviens) (?:\w+ )?atbild\w+ (?:tikai )?vien(?:reiz|u reizi)|tikai vien\w{1,2}|(?:bija |lūgti )?jāizšķir\w+|jāizvēlas (?:viens|viena|vienu|starp)|viens krustiņš|viena atzīme|(?:varēja|drīkstēja|bija|lūgts|lūgti) (?:\w+ )?(?:atzīmēt|izvēlēties|norādīt|minēt|nosaukt) (?:tikai )?vien[uo]|tieši vien\w{1,2}|balso\w* par vienu|(?:izvēl\w+|norād\w+|atzīm\w+|nosauk\w+|nosauc\w*|minē\w+|sniegt|dot) vien[uo](?! vai)|vien\w{1,2} (?:(?:galven|vienīg|svarīgāk)\w+ )?(?:\w+ )?(?:atbild\w+|variant\w*|izvēl\w+|iespēj\w*|avot\w*|iemesl\w*|problēm\w*|veid\w*)|vienatbild\w*|atbild[ei] (?:varēja būt |bija |drīkstēja būt )?(?:tikai )?viena",
    "en": r"(?:with|by|from|chose|choose|pick(?:ed)?|tick(?:ed)?) (?:just |only )?one of (?:the )?(?:two|three|four|five|six|[2-9]) (?:\w+ )?(?:answers|options|replies|choices)|(?:everyone|everybody|each) (?:\w+ )?(?:answered|replied|voted) (?:only |just )?once|only one(?! (?:which|that|who|of|in|to)(?!\w))|exactly one|settle for one|settle on one|forced choice|choose between|(?:had|asked|obliged|required|forced) to choose(?! (?:up|all|several|any|as))|one (?:box|tick|cross|reply|vote|pick|mark|alternative|possibility)(?: each| only| per person| was| could)|(?:could|may|might|was to|were to|had to) (?:tick|mark|name|pick|choose|give|select) (?:just |only )?(?:one|a single)|vote for (?:one|a single)|a single (?!respondent|person|question|case|visit|day)[a-z]+|(?:pick|choose|select|name|tick|mark|give|named|chose|picked|selected) (?:the|a) (?:one|single)|just one|a single (?:answer|option|choice|response|item|reason)|one (?:main |single )?(?:answer|option|choice|response|reason|source|problem|item)|(?:pick|choose|select|name|tick|mark|give|named|chose|picked|selected|gave|allowed) one|one (?:answer |choice )?(?:only|each)|single[- ](?:answer|choice|response|select)|mutually exclusive",
    "ru": r"од(?:ин|ним|ного) из (?:двух|тр[её]х|четыр[её]х|пяти|шести|[2-9]) (?:\w+ )?(?:ответов|вариантов)|(?:каждый|все) (?:\w+ )?(?:ответил|отвечал|голосовал)\w* (?:только |лишь )?(?:один раз|по одному разу|однажды)|только од\w+|(?:нужно|надо|следовало|требовалось|просили|можно|предлагалось) (?:было )?(?:\w+ )?(?:выбрать|назвать|отметить|указать) (?:лишь |только )?(?:од\w+|что-то одно)|выбирал\w* (?:лишь |только )?од\w+|ровно од\w+|голосова\w+ за од\w+|лишь од\w+|(?:кого|что)-(?:то|нибудь) од(?:ного|но)|од(?:ин|но|на|ну|ного|ним|ной|ному) (?:единственн\w+ |главн\w+ |основн\w+ )?(?:ответ\w*|вариант\w*|выбор\w*|источник\w*|причин\w*|проблем\w*|пункт\w*|способ\w*)|единственн\w+ (?:ответ|вариант|выбор)\w*|одиночн\w+ (?:ответ|выбор)\w*|(?:ответ|вариант) (?:был |мог быть |давался |допускался )?(?:только |лишь )?один(?!ак)",
}
_MAIN = {  # in a question: the one that is most so
    "lv": r"pēdējo reizi|nākamreiz|labprātāk|visbiežāk|pārsvarā|galvenokārt|galven(?:ais|ā|o|ajā|ajam)|vispirms",
    "en": r"if you (?:had|have) (?:the|a) choice|(?:would|do|will) you (?:rather|sooner)|last time|next time|mostly|most often|mainly|primarily|main (?!reasons|sources|problems)\w+|first of all|prefer",
    "ru": r"в последний раз|в следующий раз|предпоч\w+|охотнее|чаще всего|в основном|главн(?:ый|ая|ое|ую|ым)|основн(?:ой|ая|ое|ую|ым)|прежде всего",
}
_SEVERAL = {
    "lv": r"vidēji (?:\w+ ){0,3}?(?:pa )?\d[.,]\d (?:atbild|iemesl|liet|variant)\w+|vairāk(?:as|us|os|iem|ām)(?! (?:reiz|gad|dien|nedēļ|mēneš|stund|minūt|respond|aptauj|klient|cilvēk))|vairāk\w* (?:\w+ )?(?:atbil\w+|variant\w*|iespēj\w*|iemesl\w*|avot\w*)|vairākatbil\w*|(?:varēja|drīkstēja|var|ļauts|atļauts|lūgti) (?:\w+ ){0,2}?(?:vairāk\w*|līdz|visus|visas)|vis[aiuāes]\w{0,2},? k(?:as|uri|uras|o|urus) (?:attiec\w+|der\w*|atbilst|piemērot\w+)|līdz (?:div|trim|trīs|četr|piec|\d)\w* (?:atbil\w+|variant\w*)|summ\w+ (?:\w+ ){0,2}?(?:pārsnie\w+|nav 100|nesumm\w+|lielāk\w+)|pārsniedz 100|nesummējas|(?:atzīm|nosau|izvēl|norād|min)\w+ vis[uai]\w{0,2}|daudzi (?:\w+ ){1,2}?(?:div|ab)\w+|cik (?:vien )?(?:vēl\w+|grib\w*|nepieciešam\w+)|ne vairāk (?:ne)?kā (?:div|trīs|trim|trij|četr|piec|\d)\w*|(?:nosauk|minē|izvēl|norād|atzīm)\w+ (?:līdz )?(?:div|trīs|trim|trij|četr|piec)\w*|neierobežo\w+|vis[aiuāes]\w{0,2} (?:\w+ ){0,2}?(?:atbilstoš|piemērot)\w+|pārklāj\w+|pārklāties|(?:pierakst|fiksē|atzīmē|ieskait|reģistrē|uzskait)\w+ (?:\w+ )?(?:vis[aiu]\w{0,2}|katr\w+) (?:\w+ )?(?:atbil\w+|minēt\w+|nosaukt\w+|variant\w*)|(?:piekrita|atzīmēja|nosauca|minēja|izvēlējās|apstiprināja) (?:\w+ )?(?:vairākām|vairākas|vairākus|vairākiem)|ik atbil\w+ (?:pierakst|skait)\w+|(?:varēja|drīkstēja) (?:atbildēt|balsot|izvēlēties|atzīmēt) vairāk\w+ reiz\w*|(?:atbildēt|balsot|izvēlēties|atzīmēt) (?:varēja|drīkstēja) vairāk\w+ reiz\w*|katr\w+ (?:\w+ ){0,3}?(?:skaitī\w+|uzskatī\w+|uzskaitī\w+) (?:par |kā )?atsevišķ\w+ (?:atbil|jautāj)\w+|(?:nebija|nav|netika) ierobežo\w+|bez ierobežojum\w+|līdz (?:div|trij|trim|četr|piec|[2-9])\w* (?:no|uz) (?:katra|katru|cilvēk\w+)|katr\w+ (?:minēt|nosaukt|pieminēt)\w+ \w+",
    "en": r"did not limit|\d\.\d (?:things|answers|reasons|items|replies|options|responses)(?: each| per| a head)?|multiple[- ](?:response|answer|choice|select|mention)s?|more than one|(?:select|tick|check|mark|choose|name) (?:all|any|as many|up to|several)|all that (?:apply|applied)|as many as|up to \w+ (?:answers|options|responses|reasons|items)|several(?! (?:times|hours|days|weeks|months|years|minutes|people|persons|visits a))|any number|(?:do|did|does|need|may|might|will|can)(?: not|n't)? (?:not )?(?:sum|add|total)|exceeds? 100|(?:sum|add up) to more|totals? (?:\w+ )?(?:over|more than|above) 100|(?:tick|check|mark|choose|select|name) (?:any|every)\w*|many (?:\w+ ){1,2}?(?:two|both)|(?:give|gave|name|named|choose|chose|pick|picked|tick|ticked|mark|marked|select|selected|allowed|invited to name) (?:\w+ )?(?:two|three|four|five|[2-5])(?: \w+)? (?:answers|options|responses|reasons|choices|items|things)|no limit|unlimited|multiple|all (?:the )?(?:\w+ )?(?:that|which|they) (?:\w+ )?(?:use|used|matter|mattered|applied|apply)|as they (?:liked|wished|wanted)|(?:at most|no more than|not more than|up to) (?:two|three|four|five)(?! (?:percent\w*|points|hours|days|weeks|months|years|minutes|times|people|persons|per))|overlap\w*|as many \w+ as|(?:record|note|wrote|writ|cod|accept|count|took|kept|log|enter)\w*(?: down| in| up)? (?:every|all|each)(?: of)?(?: the)? (?:\w+ )?(?:items?|answers?|reasons?|things?|repl(?:y|ies)|responses?|options?|mentions?|named|given|mentioned)|(?:every|each) (?:item|answer|reason|reply|mention|response)(?: [\w-]+){0,5} (?:was|were) (?:recorded|noted|coded|counted|accepted|written|taken)|(?:every|each|all)(?: \w+)? (?:item|box|answer|reason|thing)s? (?:that |which )?(?:\w+ )?(?:agreed with|applied|applies|fitted|ticked|named|mentioned|given)|(?:not|never) (?:limited|restricted)|(?:could|may|might|allowed to|free to) (?:answer|reply|respond|vote|choose|pick|say yes) (?:\w+ ){0,2}?(?:several|many) times|(?:every|each) (?:\w+ ){1,4}?(?:counted|treated|taken|stood) as (?:a separate|a single|its own|an) (?:answer|question)|without (?:a )?limit|up to (?:two|three|four|five|[2-9])(?: \w+)? (?:per (?:person|respondent|head|form|interview)|each|apiece)|(?:every|each|all)(?: of)?(?: the)? \w+(?: that| which)? (?:was|were|had been) (?:mentioned|named|brought up|raised|given|listed)(?! by)",
    "ru": r"по \d[.,]\d (?:ответ|причин|вариант|пункт)\w*|нескольк\w+(?! (?:раз|час|дн|недел|месяц|лет|год|минут|человек))|более одно\w+|больше одно\w+|до \w+ (?:ответов|вариантов|причин)|не более \w+ (?:ответов|вариантов)|не более (?:двух|тр[её]х|четыр[её]х|пяти)(?! (?:час|дн|недел|месяц|лет|раз|минут))|множественн\w+|все,? что подход\w+|все подходящ\w+|любое (?:число|количество)|наз\w+ все(?! опрош| респонд)|все (?:\w+ )?(?:источник\w+|причин\w+|способ\w+|ответ\w+|вариант\w+),? котор\w+|не один|больше чем од\w+|сколько угодно|(?:отмет\w+|выбра\w+|назва\w+|указа\w+) люб\w+|сколько (?:хо\w+|нужно|сочт\w+)|вс[её],? что (?:мешает|важно|хо\w+|использу\w+|подходит)|все (?:подходящие|нужные|применимые)|(?:назв|выбр|ука|отме|наз)\w+ (?:до |не более )?(?:двух|тр[её]х|четыр[её]х|пяти|дв[ае]|три|пять)|не ограничен\w*|сумм\w+ (?:\w+ ){0,2}?(?:превыша\w+|больше|не равн\w+)|превышает 100|больше 100|(?:отме|назов|назв|выб|ука|перечисл)\w+ вс[её]х?|больше ста|многие (?:\w+ ){1,3}?(?:дв|об)\w+|пересека\w+|(?:запис|фиксир|отмеч|учит|зафикс|отмет|уч[её]л|учт|кодир)\w* (?:\w+ )?(?:все|кажд\w+|вс[её]) (?:\w+ )?(?:ответ\w*|назван\w*|вариант\w*|упомян\w*|упомин\w*|пункт\w*|причин\w*)|кажд\w+ (?:ответ|причин|пункт|вариант)\w* (?:\w+ ){0,2}?(?:запис|фиксир|учит|отмеч)\w+|(?:отвечать|ответить|голосовать|выбирать|отмечать) (?:можно|разрешал\w+|допускал\w+) (?:было )?(?:и )?несколько раз|(?:можно|разрешал\w+) (?:было )?(?:отвечать|ответить|голосовать|выбирать|отмечать) (?:и )?несколько раз|кажд\w+ (?:\w+ ){1,3}?(?:считал\w+|считается|был\w* |засчитывал\w+) ?(?:за )?отдельн\w+ (?:ответ|вопрос)\w*|без ограничен\w+|не ограничива\w+|до (?:двух|тр[её]х|четыр[её]х|пяти|[2-9]) (?:\w+ )?(?:на (?:человека|анкету)|от (?:каждого|одного)|у каждого)|кажд\w+ (?:названн|упомянут|указанн)\w+ \w+",
}
_EACH = {  # every item was a question of its own
    "lv": r"[„“\"]?jā[”“\"]? (?:vai|un|/) [„“\"]?nē|jā/nē|par katru (?:\w+ ){0,4}?(?:atsevišķi|apgalvojum\w*|iemesl\w*|lietu|pakalpojum\w*|punktu|jautājumu|no (?:tiem|tām))|par (?:visiem|visām|katru) atsevišķi|katr\w+ (?:\w+ )?(?:jautāja|prasīja|vaicāja) atsevišķi",
    "en": r"yes[- ](?:or|/)[- ]no|yes/no|[“\"']?yes[”\"']? or [“\"']?no[”\"']?|one by one|(?:each|every) (?:statement|item|of them) (?:\w+ ){0,2}?(?:separately|apart|in turn|on its own)|separately (?:for|about|on) (?:each|every)|asked (?:about|of) (?:each|every) (?:\w+ ){1,4}?separately|separate questions?|on each statement",
    "ru": r"[«“\"]?да[»”\"]? (?:или|и|либо) [«“\"]?нет|да/нет|по каждо\w+ (?:\w+ ){0,4}?(?:отдельно|утверждени\w*|пункту|причине)|о кажд\w+ (?:\w+ ){0,4}?отдельно|отдельн\w+ вопрос\w*|отдельно (?:по|о|про) кажд\w+|каждое утверждение",
}
_OPEN = {
    "lv": r"k(?:as|o|am|ur|urp|urš|ura|uru|uras|uri|urus|uriem|urām|ād\w{1,3}|āpēc|ādēļ|ādā|ad|ā (?:Jums |Jūsu )?(?:\w+ )?(?:piet|t)rūkst)",
    "en": r"which|what|where|who|why|how do|how did",
    "ru": r"как(?:ой|ая|ое|ие|ую|им|ими|их)|что|чего|чем|с чем|где|куда|откуда|кто|кому|почему|зачем|как вы",
}
_GRID = {  # each item has an answer of its own
    "lv": r"vērtē\w*|novērtē\w*|apmierin\w+|uzticat\w*|piekrīt\w*|svarīg\w+|zin\w{1,3}|cik",
    "en": r"rate|satisf\w+|trust|agree|important|how (?:much|well|often|many)|share of|aware",
    "ru": r"оцен\w+|довол\w+|удовлетвор\w+|доверя\w+|соглас\w+|важн\w+|знае\w+|сколько",
}


@cache
def _pattern(kind: str, lang: str) -> re.Pattern[str]:
    tables = {"one": _ONE, "main": _MAIN, "grid": _GRID}
    if kind == "open":
        return regex.any_case(rf"(?:^|[„“\"«:–(—]\s?)(?:{_OPEN[lang]}),?\s[^?]*\?")
    if kind == "several":
        return regex.any_case(rf"(?<!\w)(?:{_SEVERAL[lang]})(?!\w)|(?<!\w)(?:{_EACH[lang]})")
    return word_pattern(tables[kind][lang])


_ROUNDED = regex.any_case(r"round(?:ed|ing)|noapaļo|apaļo|округл")
_OF_ANSWERS = regex.any_case(r"answer|respons|choice|option|atbil|variant|izvēl|ответ|вариант")

_NEARLY = regex.pattern(r"(?<!\d)(?:99|101)(?![\d.,]*\d)|single[- ]")  # what one answer may make


def _is_not_rounding(sentence: str) -> bool:
    """Whether a sentence does not say of sums only that shares are rounded."""
    if not _ROUNDED.search(sentence):
        return True
    return bool(_OF_ANSWERS.search(sentence)) and not _NEARLY.search(sentence)


_ANY_OF = regex.any_case(r"(?:which|what) (?:\w+ )?\w+\(s\)")  # `Which tool(s) do you use?`


@kept_of_words
def says_several(words: str, text: Text) -> bool:
    """Whether words say that several answers could be given."""
    known = word_pattern(text.words.multiple)
    if "(s)" in words and _ANY_OF.search(words):
        return True
    words = " ".join(filter(_is_not_rounding, regex.split(r"(?<=[.;!?])\s|\n", words)))
    return bool(_pattern("several", text.lang).search(words) or known.search(words))


_ONE_OF = regex.any_case(  # `One of the reasons is …` tells how nobody was asked
    r"(?:^|(?<=[.!?]\s)|(?<=\n))(?:viens|viena|one|один|одна|одной|одним) (?:no|of|из)\s[^.?!]*"
)


def says_one(words: str, text: Text) -> bool:
    """Whether words say that one answer could be given, and not several."""
    words = _ONE_OF.sub(" ", words)
    one = _pattern("one", text.lang).search(words)
    if not one and "?" in words:
        asked = [part for part in regex.split(r"(?<=[?])", words) if part.endswith("?")]
        one = next(filter(None, map(_pattern("main", text.lang).search, asked)), None)
    return bool(one) and not says_several(words, text)


def asks_openly(words: str, text: Text) -> bool:
    """Whether words ask which, what or why, so that all answers are to one question."""
    if "?" not in words or not _pattern("open", text.lang).search(words):
        return False
    return not _pattern("grid", text.lang).search(words[: words.rfind("?")])


def measures_each(words: str, text: Text) -> bool:
    """Whether words name what is measured of each group or thing: `Share of the satisfied by age`."""
    share = word_pattern(r"īpatsvar\w*|share|proportion|дол[яи]").search(words)
    return share is not None or _pattern("grid", text.lang).search(words) is not None


_AMOUNT = {  # asks how much of something a person has, did or is
    "lv": r"cik (?!(?:liel|apmierin|svarīg|labi|bieži|ļoti|lielā))\w+|kad",
    "en": r"how (?:long|many|much|old|far|soon|late|early)|when|at what (?:age|time)|what (?:age|sum|amount)",
    "ru": r"сколько|как (?:долго|далеко)|когда|(?:в как|какой|какая|какую)\w* (?:возраст|сумм|срок|врем)\w*",
}


_EACH_QUESTION = (
    r"katr\w+ jautājum\w*|(?:each|every) (?:question|item)|all questions|кажд\w+ вопрос\w*"
)


def is_of_each_question(words: str) -> bool:
    """Whether words are of all questions of a survey, and of none in particular."""
    return word_pattern(_EACH_QUESTION).search(words) is not None


_YES_OR_NO = {
    "lv": r"(?:^|[„“\"«:–(—]\s?)vai\s[^?]*\?",
    "en": r"(?:^|[„“\"«:–(—]\s?)(?:do|does|did|have|has|had|is|are|was|were|will|would|can|could)\s[^?]*\?",
    "ru": r"(?:^|[„“\"«:–(—]\s?)(?:\w+ ){1,3}ли\s[^?]*\?",
}


def asks_yes_or_no(words: str, text: Text) -> bool:
    """Whether words ask for a yes or a no alone: `Have you used it?`."""
    words = words[: words.rfind("?") + 1]
    found = regex.finditer(_YES_OR_NO[text.lang], words, regex.IGNORECASE)
    asked = next((match for match in found if match.end() == len(words)), None)
    if asked is None:
        return False
    return regex.search(r"\s(?:or|vai|или)\s", asked.group(0)) is None  # `tea or coffee?`


def asks_amount(words: str, text: Text) -> bool:
    """Whether words ask how many, how long, how old: each person's answer is in one range."""
    if "?" not in words:
        return False
    asked = [part for part in regex.split(r"(?<=[?])", words) if part.endswith("?")]
    return any(word_pattern(_AMOUNT[text.lang]).search(part) for part in asked)


_AMOUNT_TITLE = {  # names what each person has so much of
    "lv": r"(?:\w+ ){0,2}?(?:laiks|ilgums|summa|summas|ienākumi|izdevumi|tēriņi|stāžs|attālums|apmērs|lielums|skaits)",
    "en": r"(?:\w+ ){0,2}?(?:time|duration|length|amount|sum|income|spending|distance|size|number)",
    "ru": r"(?:\w+ ){0,2}?(?:время|длительность|продолжительность|сумма|доход|доходы|расходы|стаж|расстояние|размер|объ[её]м|количество|число)",
}


def names_amount(title: str, text: Text) -> bool:
    """Whether a title is of an amount that each person has: `Time for choosing clothes`."""
    named = rf"^\W*(?!.*\b(?:by|pēc|по)\b){_AMOUNT_TITLE[text.lang]}(?!\w)"
    return regex.match(named, title, regex.IGNORECASE) is not None


_FAR = 6  # blocks


def noted_above(text: Text, index: int) -> bool:
    """Whether a note over a table says that several answers could be given: back to the question."""
    section, nearest = text.sections[index], True
    for place in range(index - 1, max(-1, index - _FAR), -1):
        words = _words_of(text, place)
        if text.sections[place] != section:
            break
        if says_several(words, text) and (nearest or _ALL_BELOW.search(words)):
            return True
        nearest = nearest and "?" not in words and text.blocks[place].kind is not Kind.TABLE
    return False


_ALL_BELOW = regex.any_case(  # a note that is of more lists than the next
    r"(?<!\w)(?:(?:tables|figures|charts|graphs|questions) (?:below|that follow)|following (?:tables|figures|charts|graphs|questions)"
    r"|(?:turpmāk|zemāk|tālāk)\w*(?: \w+)? (?:tabul|attēl|grafik|jautājum)(?:ās|os|iem|ām|as|i)|(?:таблиц|рисунк|диаграмм|вопрос|график)(?:ах|ов|ам|ы) ниже|следующ\w+ (?:таблиц|рисунк|диаграмм|вопрос|график)(?:ах|ов|ам|ы))(?!\w)"
)


def around(text: Text, index: int, last: int = -1) -> str:
    """The words by blocks `index` to `last` that may say how they were asked.

    Back to the nearest question, two blocks at most; one block behind, where it asks nothing.
    """
    section, last = text.sections[index], max(index, last)
    near = [_words_of(text, place) for place in range(index, last + 1)]
    for place in range(index - 1, max(-1, index - 3), -1):
        if "?" in near[0] or text.sections[place] != section:
            break
        near.insert(0, _words_of(text, place))
    if (
        last + 1 < len(text.blocks)
        and text.sections[last + 1] == section
        and not _opens(text, last + 1)
    ):
        behind = _words_of(text, last + 1)
        if text.blocks[last + 1].kind is Kind.CAPTION and not _is_below(text, last + 1):
            # its question may be of another list
            behind = (
                " ".join(regex.findall(r"[^?]*[.)](?=\s|$)", behind)) if "?" in behind else behind
            )
        if "?" not in behind or _is_below(text, last + 1):
            near.append(behind)
    title = text.titles.get(section, "")
    return "\n".join((title, *near) if "?" not in near[0] else near)


def _opens(text: Text, index: int) -> bool:
    """Whether a block is the title of a list that follows it: no sentence, a list behind it."""
    words = text.blocks[index].text
    listed = [block.kind for block in text.blocks[index + 1 : index + 2]] == [Kind.TABLE]
    return (
        listed
        and text.blocks[index].kind is Kind.PARAGRAPH
        and not words.rstrip(')”"»').endswith(".")
    )


def _is_below(text: Text, index: int) -> bool:
    """Whether a caption stands below what it is of: no table follows it."""
    kinds = [block.kind for block in text.blocks[index : index + 2]]
    return kinds[0] is Kind.CAPTION and kinds[1:] != [Kind.TABLE]


def _words_of(text: Text, index: int) -> str:
    block = text.blocks[index]
    if block.kind is Kind.TABLE:
        return " ".join(block.rows[0]) if block.rows else ""
    return block.text


@read_once
def questions_noted(text: Text, claims: Claims) -> tuple[frozenset[str], ...]:
    """The stems of the passages that put a question and say that several answers could be given."""
    return tuple(
        frozenset(stems(block.text, text.lang))
        for block in text.blocks
        if "?" in block.text and says_several(block.text, text)
    )


def noted_of(words: str, text: Text, claims: Claims) -> bool:
    """Whether the question whose answers words head was put elsewhere, and several answers allowed."""
    noted = questions_noted(text, claims)
    if not noted:
        return False
    named = {word[:4] for word in stems(words, text.lang)}
    if len(regex.findall(r"\?", text.whole)) == 1:
        return True
    shares = ((sum(word[:4] in named for word in asked), len(asked)) for asked in noted)
    own = "?" in words  # then it must be the same question
    return any(
        hits >= 2 and hits * 2 >= len(named) and (not own or hits * 2 >= count)
        for hits, count in shares
    )


_ANSWERED = (  # of what a note on several answers speaks
    r"atbil\w+|variant\w*|izvēl\w+|jautājum\w*|100|summ\w*|norād\w+|minē\w+|nosau[kc]\w+|atzīm\w+|iemesl\w*|answers?|options?|responses?|choose|chosen|questions?"
    r"|sums?|add|totals?|percentages?|tick\w*|mark(?:ed|ing)?|reasons|mention\w*|name[d]?|give|pick|ответ\w*|вариант\w*|вопрос\w*|сумм\w*|наз[ыв]\w+|выб[ири]\w+|указ[аы]\w+|отме[тч]\w+|причин\w*"
)


_SOME_QUESTIONS = regex.any_case(  # a note that is of no one question
    r"(?<!\w)(?:atsevišķ\w+|daž\w+|vairāk\w+|cit\w+|some|several|certain|other|некотор\w+|отдельн\w+|ряд\w?) (?:of the |\w+ )?(?:jautājum\w*|questions|вопрос\w*)"
)


_SO_MANY = regex.any_case(  # a note that is of the questions that follow it
    r"(?<!\w)(?:two|three|four|five|six|both|div\w{1,2}|trīs|trij\w+|četr\w+|piec\w*|ab\w{1,2}|два|две|двум|тр[иё]\w{0,2}|четыр\w+|пят\w+|об[ае]) (?:[\w-]+ ){0,2}(?:questions|jautājum\w+|вопрос\w*)(?!\w)"
)


@read_once
def several_noted(text: Text, claims: Claims) -> bool:
    """Whether the document says it of its questions in general, by no question of its own."""
    shared = {c.sentence.block for c in claims.levels}
    return any(
        block.kind in (Kind.PARAGRAPH, Kind.ITEM)
        and index not in shared
        and "?" not in block.text
        and not block.text.endswith(":")
        and not _SO_MANY.search(block.text)
        and not any(after.rows for after in text.blocks[index + 1 : index + 2])
        and says_several(block.text, text)
        and word_pattern(_ANSWERED).search(block.text)
        for index, block in enumerate(text.blocks)
    ) or any(
        _SOME_QUESTIONS.search(item.text) and says_several(item.text, text)
        for item in text.prose
        if "?" not in item.text and not claims.of(item)
    )
