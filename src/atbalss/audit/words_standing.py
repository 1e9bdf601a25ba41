"""How a standing in a list is told, in each language: first, second, last, ahead of, as often as."""

from __future__ import annotations

import re

_OFTEN = "biež|populār|izplatīt|liel|augst|iecienīt|svarīg|būtisk|nozīmīg|vērtīg|pieprasīt|pamanīt|apmeklēt|labāk vērtēt|noderīg"
_OFTEN_EN = "often|common|frequent|frequently|popular|important|widely|cited|named|mentioned|chosen|requested|used|widespread|valued|wanted|pressing|serious"
_BY_RU = "частоте|популярности|значимости|важности|величине|распростран[её]нности|числу|доле|востребованности|количеству|упоминани\\w+|посещаемости"
_PLACE_LV = r"(?:viet[aāuās]\w*|pozīcij\w+)"
_PLACE_RU = r"(?:мест[аоеу]м?|строчк\w+|позици\w+)"
_IS_EN = r"(?:comes?|came|ranks?|ranked|placed|is|are|was|were|finish\w*|stands?|rated|goes|in|a close|a distant)"


def _ordinals_lv(stem: str) -> str:
    return rf"(?:ir|nāk|seko|ierindo\w+|palik\w+|stāv) {stem}(?:ais|ā|ie|ās)(?= \(|[.,;:)]|$)|{stem}(?:ajā|o|ā|ais|aj\w+) {_PLACE_LV}|{stem}(?:s|a|ais|ā|o|ie|ās) (?:vis)?(?:{_OFTEN})āk\w*|{stem}(?:ais|ā|ie|ās) (?:seko|nāk|ierindoj\w+)"


def _ordinals_en(word: str) -> str:
    return (
        rf"{word}[- ](?:place|spot|position)|{_IS_EN} {word}(?= |[.,;:)]|$)(?!-)|{word}[- ](?:most[- ](?:{_OFTEN_EN})|highest|largest|biggest|commonest|best|greatest)"
        rf"|{word} (?:on|in) the (?:list|table|ranking)|{word} (?:comes?|came|ranks?|ranked|stands?|stood)"
    )


def _ordinals_ru(stem: str) -> str:
    return rf"(?:ид[её]т|идут|сто[ия]т|оказа\w+|приш\w+) {stem}\w{{1,4}}(?= \(|[.,;:)]|$)|{stem}\w{{1,4}} (?:ид[её]т|идут|следу[ею]т|сто[ия]т) |{stem}\w{{1,4}} {_PLACE_RU}|{stem}\w{{1,4}} по (?:{_BY_RU})"


PLACE = {  # p2: second from the top; b2: second from the bottom
    "lv": rf"(?P<b2>priekšpēdēj\w+|otr(?:s|a|ais|ā|o) (?:vis)?(?:zem|maz|ret|vāj)āk\w*)|(?P<p2>{_ordinals_lv('otr')})|(?P<p3>{_ordinals_lv('treš')})|(?P<p4>{_ordinals_lv('ceturt')})|(?P<p5>{_ordinals_lv('piekt')})"
    rf"|(?P<p1>{_ordinals_lv('pirm')}|nevien\w+ cit\w+ [^.;:%\d]{{3,40}}? tik (?:daudz|augst\w*|bieži|labi|liel\w*) kā|(?:saraksta |topa )?(?:augšgalā|virsotnē|galvgalī|priekšgalā)|līder\w+|dominē)"
    rf"|(?P<b1>pēdēj(?:ā|ajā|o) {_PLACE_LV}|atpaliek no (?:visām|visiem) (?:pārējām|pārējiem|citām|citiem)|nevien\w+ cit\w+ [^.;:%\d]{{3,40}}? tik (?:maz|zem\w*|reti|slikt\w*) kā|saraksta (?:beigās|lejasgalā|galā|apakšā)|noslēdz sarakstu|sarakstu noslēdz|lejasgalā)",
    "en": rf"(?P<b2>(?:last but one|(?:next|second) from (?:the )?bottom|next lowest|next to last|second[- ]to[- ]last|penultimate|second[- ](?:lowest|least|smallest|rarest|worst))[\w -]{{0,12}}?)|(?P<p2>{_ordinals_en('second')}|runners?-up|the next most (?:{_OFTEN_EN}))|(?P<p3>{_ordinals_en('third')})|(?P<p4>{_ordinals_en('fourth')})|(?P<p5>{_ordinals_en('fifth')})"
    rf"|(?P<p1>first place|ahead of (?:all|every)(?: of)?(?: the)? others?|no(?: other)?(?: \w+){{1,2}} (?:does|do|scores?|fares?|ranks?|rates?) (?:better|higher) than|{_IS_EN} first(?= |[.,;:)]|$)|(?:(?:at|to) the )?top of the (?:list|table|ranking|league)|at the (?:very )?top|(?:the )?top spot|number one|(?:heads?|headed|tops?|topped|leads?|led) the (?:list|table|ranking|field|way)|(?:the )?front-?runner|out in front|leads?(?= *(?:[.,;)]|$)))"
    rf"|(?P<b1>last place|(?:trails?|trailed|behind) (?:all|every)(?: of)?(?: the)? (?:others?|rest)|{_IS_EN} (?:dead )?last(?= |[.,;:)]|$)|(?:at )?the bottom of the (?:list|table|ranking|league)|at the (?:very )?bottom|brings? up the rear|(?:the )?bottom place)",
    "ru": rf"(?P<b2>предпоследн\w+|втор\w{{2,3}} с конца)|(?P<p2>{_ordinals_ru('втор')})|(?P<p3>{_ordinals_ru('трет')})|(?P<p4>{_ordinals_ru('четв[её]рт')})|(?P<p5>{_ordinals_ru('пят')})"
    rf"|(?P<p1>{_ordinals_ru('перв')}|ни (?:на |в |у )?одн\w+ друг\w+ [^.;:%\d]{{3,40}}? (?:так много|столько|так часто|так высок\w+),? (?:как|сколько)|лидиру\w+|лидер\w*|возглав\w+|во главе|в лидерах)"
    rf"|(?P<b1>ни (?:на |в |у )?одн\w+ друг\w+ [^.;:%\d]{{3,40}}? (?:так мало|так редко|столь мало|так низк\w+),? как|отста\w+ от (?:всех )?(?:остальных|прочих|других)|последн\w+ (?:[–—-] )?{_PLACE_RU}|замыка\w+|в (?:самом )?конце списка|внизу (?:списка|таблицы))",
}
TOP = {
    "lv": rf"(?<!savu )(?<!savs )(?:noteicoš\w+|svarīgāk\w+|galven(?:ais|ā|ie|ās)|primār(?:ais|ā)) (?:iemesl|apsvērum|kritērij|faktor|avot|šķērsl|bažu|motīv|priekšnoteikum)\w*|iecienīt\w+ (?:iemesl\w+|avot\w+|kanāl\w+|veid\w+|šķērs\w+|motīv\w+|atbild\w+)|vis(?:{_OFTEN}|plaš|vair)āk\w*|(?:{_OFTEN})āk(?:ais|ā|o|ie|ās|ajam|ajai|ajiem|ajām)(?! (?:daļ|pus)\w+)",
    "en": rf"(?:the |by far the )?most (?:{_OFTEN_EN})|(?:the )?(?<!their )(?<!its )(?<!his )(?<!her )(?<!your )(?<!a )(?:leading|foremost|chief|main|principal|number[- ]one|prime|uppermost) (?:consideration|reason|concern|factor|motive|worry|wish|complaint|criterion|priority|source|channel|obstacle|cause|choice)|(?:the )?favou?rite (?:reason|cause|way|means|source|channel|obstacle|motive|answer|worry|complaint|form|method)s?|(?:the )?(?:highest|largest|biggest|greatest|commonest|top)(?! (?:\w+ )?(?:three|two|four|five|half))",
    "ru": r"(?<!свою )(?<!своей )(?:ведущ\w+|решающ\w+|главн(?:ая|ое|ый|ой|ым)|основн(?:ая|ое|ой|ым)) (?:причин|критери|фактор|мотив|источник|канал|препятстви|довод|соображени)\w*|любим\w+ (?:причин\w+|источник\w*|канал\w*|способ\w*|мотив\w*|препятстви\w+|ответ\w*|форм\w+)|чаще всего|больше всего|выше всего|сам\w{2,3} (?:част|популярн|распростран|больш|высок|главн|востребованн|важн)\w+|наибол\w+ (?:част|популярн|распростран|востребованн|важн)\w+|наибольш\w+|наивысш\w+",
}
BOTTOM = {
    "lv": r"vis(?:ret|maz|zem)āk\w*|(?:ret|maz|zem)āk(?:ais|ā|o|ie|ās|ajam|ajai)(?! (?:daļ|pus)\w+)",
    "en": rf"(?:the )?least (?:{_OFTEN_EN})|(?:the )?(?:poorest|worst) (?:mark|score|rating|grade)s?|(?:the )?(?:smallest|lowest|rarest|fewest)",
    "ru": r"реже всего|меньше всего|ниже всего|сам\w{2,3} (?:редк|низк|маленьк|непопулярн|мал)\w+|наимен\w+ (?:част|популярн|распростран|востребованн|важн)\w+|наименьш\w+",
}
BEST = {  # by how well a thing is rated
    "lv": r"vis(?:lab|atzinīg|pozitīv)āk\w*|(?:lab|atzinīg)āk(?:ais|ā|o|ie|ās)(?: novērtēt\w+| vērtēt\w+)?",
    "en": r"(?:the )?best(?:[- ](?:rated|liked|scored|marked|received))?|(?:the )?most (?:highly (?:rated|regarded|valued)|favourably \w+|appreciated|liked|admired|praised|loved)|(?:the )?(?:happiest|top[- ]rated|highest[- ]rated)|pleases? (?:\w+ ){1,2}(?:the )?most|(?:gets|get|earns?|receives?|wins?|draws?) the (?:highest|best) (?:marks?|scores?|ratings?)",
    "ru": r"лучше все(?:го|х)|сам\w{2,3} (?:хорош|лучш|положительн)\w+|наилучш\w+|довольнее всех|высшую оценку|самую высокую оценку",
}
WORST = {
    "lv": r"vis(?:slikt|vāj|kritisk|negatīv|skarb)āk\w*|(?:slikt|vāj|kritisk)āk(?:ais|ā|o|ie|ās)(?: novērtēt\w+| vērtēt\w+)?",
    "en": r"(?:the )?worst(?:[- ](?:rated|liked|scored|marked|received))?|(?:the )?least (?:highly (?:rated|regarded)|appreciated|liked|admired|praised|loved)|(?:the )?(?:unhappiest|lowest[- ]rated|weakest)|most critically (?:rated|judged)|(?:gets|get|earns?|receives?|draws?) the (?:lowest|worst|poorest) (?:marks?|scores?|ratings?)",
    "ru": r"хуже все(?:го|х)|сам\w{2,3} (?:плох|худш|слаб|критичн)\w+|наихудш\w+|критичнее всего|слабее всего|самую низкую оценку",
}
MOST_OF = {  # most or least of a quality that the list is about
    "lv": r"(?P<least>vismazāk) (?P<quality>[^\W\d]{4,})|(?:galven|lielāk)(?:ais|ā) (?P<chief>[^\W\d]{5,})|vis(?P<other>(?!tuv|tāl|drīz)[^\W\d]{3,}?)āk\w*",
    "en": r"the (?:main|chief|biggest|leading|top) (?P<chief>[^\W\d]{5,}(?<!s))|(?:the|is|are|was|were|remains?|as|by far) (?:(?P<least>least)|most) (?P<quality>[^\W\d]{4,}(?<!s))|(?P<other>(?!(?:high|low|larg|great|small|b|w|l|old|young|lat|near|clos|long|short|n|earli|inter|requ|for|sugg|hon|mod)est)[^\W\d]{3,7}?)(?<=\w\w\w)est",
    "ru": r"главн(?:ый|ая|ое|ым|ой) (?P<chief>[^\W\d]{5,})|(?:сам\w{2,3}|наиболее|(?P<least>наименее)) (?P<quality>[^\W\d]{4,})|(?P<other>[^\W\d]{4,})ее всех",
}
WORRY = (  # what is felt most is no share of the contented
    r"тревож\w+|беспоко\w+|волну\w+|раздража\w+|огорча\w+|пуга\w+|worr(?:y|ies|ied)|trouble[sd]?|annoy\w*|irritate\w*|bother\w*|concerns|alarm\w*"
    r"|satrauc\w*|uztrauc\w*|kaitina|nomāc|bažas|bažu"
)
OF_SOME = (
    r"глав|основ|main|chief|principal|galven|primār"  # the main thing for those who named it so
)
KIND = (  # stems of what entries are, and not what they are called
    r"район|округ|отдел|филиа|облас|направ|школ|лини|групп|reģio|novad|rajon|nodaļ|filiā|līnij|centr|skol|apkai|grup|distri|region|branch|line|office|centre|school|museum|estate|group"
)
PLACE_NOUN = {"lv": r"viet[aāuās]\w*|pozīcij\w+", "en": r"place|first|second", "ru": _PLACE_RU}
PLACE_LEFT_OUT = {  # `in first place staff, in the last – prices`: the noun is told once
    "lv": r"(?P<p2>otr(?:ajā|o|ā)(?=\s(?:[–—-]|ir)))|(?P<p3>treš(?:ajā|o|ā)(?=\s(?:[–—-]|ir)))|(?P<p4>ceturt(?:ajā|o|ā)(?=\s(?:[–—-]|ir)))|(?P<b2>priekšpēdējā(?=\s(?:[–—-]|ir)))|(?P<b1>pēdēj(?:ajā|o|ā)(?=\s(?:[–—-]|ir)))",
    "en": r"(?P<p2>second$)|(?P<p3>third$)|(?P<p4>fourth$)|(?P<b1>last$)",
    "ru": r"(?P<p2>(?:на )?втор(?:ом|ое)(?=\s[–—-]|$))|(?P<p3>(?:на )?треть(?:ем|е)(?=\s[–—-]|$))|(?P<p4>(?:на )?четв[её]рт(?:ом|ое)(?=\s[–—-]|$))|(?P<b2>(?:на )?предпоследн(?:ем|ее)(?=\s[–—-]|$))|(?P<b1>(?:на )?последн(?:ем|ее)(?=\s[–—-]|$))",
}
ONE_OF = {  # before a standing: of several, or denied
    "lv": r"vien[sau]\w* no|vien[iā]\w* no|starp|nav|ne|gandrīz|pie|nākam\w+|tuvu|kā",
    "en": r"one of|among|not|n't|at least|nearly|almost|close to|next|no longer|joint|equal|as the",
    "ru": r"од[ин]\w+ из|среди|не|почти|близко|следующ\w+|к|дел\w+",
}
SHARED = {  # says that a place is held by several
    "lv": r"dala|dalīt\w*|kopā ar|tāpat|līdzīgi|vienādi|tikpat|abi|abas|arī|vienlīdz\w*",
    "en": r"shares?|shared|sharing|tie[ds]?|tying|jointly|joint|equal(?:ly)?|alongside|together with|both|also|along with|level|likewise",
    "ru": r"дел[яи]\w+|вместе с|наравне|также|оба|обе|одинаков\w+|поровну|тоже|столько же",
}
AHEAD = {  # between two that are compared
    "lv": r"(?P<up>apstei[dg]\w*|pārspēj\w*|(?:ir|bija|ierindo\w+|atrodas) priekšā|pārsniedz|(?:krietni |nedaudz |daudz )?(?:biežāk|vairāk|augstāk\w*|populārāk\w*|svarīgāk\w*|lielāk\w*|labāk\w*)(?: \w+){0,2} (?:nekā|par|kā))|(?P<down>atpaliek no|piekāp\w+|(?:krietni |nedaudz )?(?:retāk|mazāk|zemāk\w*|sliktāk\w*)(?: \w+){0,2} (?:nekā|par|kā)|(?:ir|palik\w+|ierindo\w+|atrodas|paliek) aiz)",
    "en": r"(?P<up>(?:is |are |was |were |comes? |came |ranks? |stands? |puts? |just |well |far |narrowly ){0,2}ahead of|outranks?|outstrips?|outstripped|overtakes?|overtook|has overtaken|beats?|surpass\w*|exceeds?|outnumber\w*|outweighs?|outperform\w*|outscore\w*|(?:comes?|came|ranks?) before|(?:more (?:\w+ ?){0,2}|higher|larger|greater|better)(?: \w+){0,2}? than)|(?P<down>(?:is |are |was |were |lags? |comes? |came |ranks? |just |well |far |trails? |falls? ){0,2}behind|trails?|trailed|gives? way to|yields? to|(?:less (?:\w+ ?){0,2}|fewer|lower|smaller|worse)(?: \w+){0,2}? than)",
    "ru": r"(?P<up>опере\w+|обгоня\w+|обогна\w+|обош\w+|превосход\w+|превзош\w+|превыша\w+|(?:чаще|больше|выше|популярнее|важнее|лучше)(?: \w+){0,2},? чем)|(?P<down>уступа\w+|отста[её]?\w+ от|(?:реже|меньше|ниже|хуже)(?: \w+){0,2},? чем|позади)",
}
AS_MUCH = {
    "lv": r"vienlīdz (?:bieži|augst\w*|liel\w*|populār\w*|svarīg\w*|daudz)|tikpat (?:bieži|augst\w*|liel\w*|populār\w*|daudz|svarīg\w*)|vienādi (?:bieži|augst\w*)|vienād\w+ (?:skait\w+|daļ\w+|īpatsvar\w+|biežum\w+)|dal[aī]\w* (?:pirmo|otro|trešo|ceturto|pēdējo) vietu|neatpaliek no",
    "en": r"equally (?:often|common|popular|important|frequently|likely|many|high|widespread)|(?:just )?as (?:often|many|popular|common|important|high|widespread|frequently) as|the same (?:share|proportion|percentage|number|level)|neck and neck|level with|on a par|(?:is|are|was|were) tied|shares? (?:the )?(?:first|second|third|fourth|last) place|with equal frequency|no (?:less|more) (?:often|popular|common) than",
    "ru": r"одинаково (?:часто|популярн\w+|важн\w+|высок\w+)|столько же|так же (?:часто|популярн\w+|важн\w+|высок\w+|много)|поровну|наравне|в равной (?:мере|степени)|одинаков\w+ дол\w+|вровень|дел[яи]т (?:первое|второе|третье|четв[её]ртое|последнее) место|не реже,? чем",
}
NEARLY = r"gandrīz|teju|aptuveni|apmēram|gandrīz|almost|nearly|about|roughly|virtually|почти|примерно|практически"
ALL = {
    "lv": r"(?P<all>vis[iāuēaos]\w{0,3}|katr\w+|ikvien\w+)|(?P<none>neviens?\w*)|(?P<only>tikai|vien)",
    "en": r"(?P<all>all|each|every(?: one)?)|(?P<none>none|no|not one|not a single)|(?P<only>only|just)",
    "ru": r"(?P<all>все[хм]?|кажд\w+|вс[её])|(?P<none>ни од[ин]\w+)|(?P<only>только|лишь|всего)",
}
COUNTED = {  # how many entries
    "lv": {"div": 2, "trij": 3, "trīs": 3, "četr": 4, "piec": 5, "seš": 6, "septiņ": 7, "astoņ": 8, "vien": 1, "deviņ": 9},
    "en": {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9},
    "ru": {"од": 1, "дв": 2, "тр": 3, "четыр": 4, "пят": 5, "шест": 6, "сем": 7, "вос": 8, "девят": 9},
}  # fmt: skip
FILLER = (  # stems that name neither an answer nor a measure
    r"remai|sourc|inform$|infor$|источ|сведе|спосо|avot|veid$|kur$|kurā|where|котор|где$|come$|heard|hear$|concer$|still|again|stay|keep|kept|survey|studen$|every|any$|other$|others|всех$|сред$|держи|остаё|остае|попре|по-пр|снов|вновь|joproj|aizvie|paliek|saglab|visu$|visām|visie|lack|short|went|three|four|five|six|seven|comes|eye|eyes|trail|last|one|belon|belong|came|tops|heads|leads|trail|buy|bough|draw|drawn|rate|rated|see|seen|eyes|view|valued|value|prais|mark|score|highes|lowes|field|regar|consi|judge|prove|liked|annoy|used|use|uses|get|gets|held|holds|earns|enjoy|attra|also|quite|clear|indeed|well|place|taken|takes|took|rank|position|list|spot|goes|went|given|gave|reason|answer|option|item|aspect|thing|choice|choose|chose|call|cited|menti|named|pick|stand|follow|respo|custo|resid|peopl|clien|user|visit"
    r"|trūku|trūka|nepie|viet|priek|uzska|uzskat|tiek|tika|pērk|pirk|iedal|ierin|atras|saska|redz|acīs|skatī|izrād|kļuvu|kļūst|piemi|piemin|uzlūk|augst|zemāk|pozit|viedo|krietn|ļoti|patiesi|izman|lieto|izceļ|ieņem|ieņēm|ierin|sarak|iemes|atbil|varia|aspek|nosau|norād|minēj|minē|minēt|izvēl|atzīm|seko|klien|iedzī|respo|apmek|lieto|saņem|saņēm|vērtē|novēr|palik|atrod|pozīc|ietek|ieguv|iegūs"
    r"|отсут|нехва|недос|мест|заним|занял|покуп|польз|упоми|вспом|счита|похва|глаза|мнени|оказы|оказа|стал|заслу|хвал|удост|числ$|идут|балл|част|весьм|намно|значи|также|тут|здесь|опят|занял|занял|занима|стоит|стоял|строч|позиц|спис|причи|ответ|вариа|аспек|назва|назыв|указа|отмет|выбра|выбир|следу|клиен|жител|респо|посет|польз|оказа|наход|постав|досталось|доста|получ|оцен|стоя|идут|идет|идёт"
)

SEVERAL = re.compile(  # before a place: "the two top services"
    r"(?<!\w)(?:two|three|four|five|\d|divi|divas|trīs|četr\w+|pieci|piecas|две|два|три|четыре|пять)\s$",
    re.IGNORECASE,
)
OF_PEOPLE = re.compile(  # behind a place: it is one by so many persons, "third place, with 74 people"
    r",? (?:with|ar|с) \d+ (?:people|persons|votes|answers|mentions|cilvēk\w+|bals\w+|atbild\w+|человек\w*|голос\w*|ответ\w*)",
    re.IGNORECASE,
)
