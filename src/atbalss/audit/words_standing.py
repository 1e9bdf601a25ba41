"""How two rows of a list are set side by side, and what names neither a row nor a measure, in each language."""

from __future__ import annotations

from atbalss.audit import regex

ALONE = {  # says that a place is held by one
    "lv": r"vien(?:a|s) pat[is]|viens pats|vienīg\w+|vienpersonisk\w+",
    "en": r"alone|on (?:its|their) own|outright|single-handed\w*|solely|by itself|undisputed",
    "ru": r"в одиночку|единоличн\w+|в одиночестве|безраздельн\w+|единственн\w+",
}
SHARES = {  # says that several hold one place, and so have as many
    "lv": r"dala|dalīj\w*",
    "en": r"shares?|shared|sharing|tie[ds]?|tying|jointly|joint",
    "ru": r"дел[яи](?:т|ли|ть)\w*|делит|поделил\w+|разделил\w+",
}
KIND = (  # stems of what entries are, and not what they are called
    r"район|округ|отдел|филиа|облас|направ|школ|лини|групп|reģio|novad|rajon|nodaļ|filiā|līnij|centr|skol|apkai|grup|distri|region|branch|line|office|centre|school|museum|estate|group"
)
SHARED = {  # says that a place is held by several
    "lv": r"dala|dalīt\w*|kopā ar|tāpat|līdzīgi|vienādi|tikpat|abi|abas|arī|vienlīdz\w*",
    "en": r"shares?|shared|sharing|tie[ds]?|tying|jointly|joint|equal(?:ly)?|alongside|together with|both|also|along with|level|likewise",
    "ru": r"дел[яи]\w+|вместе с|наравне|также|оба|обе|одинаков\w+|поровну|тоже|столько же",
}
FILLER = (  # stems that name neither an answer nor a measure
    r"remai|sourc|vec$|inform$|infor$|источ|сведе|спосо|avot|veid$|kur$|kurā|where|котор|где$|come$|heard|hear$|concer$|still|again|stay|keep|kept|survey|studen$|every|any$|other$|others|всех$|сред$|держи|остаё|остае|попре|по-пр|снов|вновь|joproj|aizvie|paliek|saglab|visu$|visām|visie|lack|short|went|three|four|five|six|seven|comes|eye|eyes|trail|last|one|belon|belong|came|tops|heads|leads|trail|buy|bough|draw|drawn|rate|rated|see|seen|eyes|view|valued|value|prais|mark|score|highes|lowes|field|regar|consi|judge|prove|liked|annoy|used|use|uses|get|gets|held|holds|earns|enjoy|attra|also|quite|clear|indeed|well|place|taken|takes|took|rank|position|list|spot|goes|went|given|gave|reason|answer|option|group|item|aspect|thing|choice|choose|chose|call|cited|menti|named|pick|stand|follow|respo|custo|resid|peopl|clien|user|visit"
    r"|trūku|trūka|nepie|viet|priek|uzska|uzskat|tiek|tika|pērk|pirk|iedal|ierin|atras|saska|redz|acīs|skatī|izrād|kļuvu|kļūst|piemi|piemin|uzlūk|augst|zemāk|pozit|viedo|krietn|ļoti|patiesi|izman|lieto|izceļ|ieņem|ieņēm|ierin|sarak|iemes|atbil|varia|aspek|nosau|norād|minēj|minē|minēt|izvēl|atzīm|seko|klien|iedzī|respo|apmek|lieto|saņem|saņēm|vērtē|novēr|palik|atrod|pozīc|ietek|ieguv|iegūs"
    r"|отсут|нехва|недос|мест|заним|занял|покуп|польз|упоми|вспом|счита|похва|глаза|мнени|оказы|оказа|стал|заслу|хвал|удост|числ$|идут|балл|част|весьм|намно|значи|также|тут|здесь|опят|занял|занял|занима|стоит|стоял|строч|позиц|спис|причи|ответ|вариа|аспек|назва|назыв|указа|отмет|выбра|выбир|следу|клиен|жител|респо|посет|польз|оказа|наход|постав|досталось|доста|получ|оцен|стоя|идут|идет|идёт"
)

OF_PEOPLE = regex.any_case(  # behind a place: it is one by so many persons, "third place, with 74 people"
    r",? (?:with|ar|с) \d+ (?:people|persons|votes|answers|mentions|cilvēk\w+|bals\w+|atbild\w+|человек\w*|голос\w*|ответ\w*)"
)
_LV_MORE = r"biežāk|vairāk|augstāk\w*|populārāk\w*|svarīgāk\w*|lielāk\w*|plašāk\w*|iecienītāk\w*"
_LV_LESS = r"retāk|mazāk|zemāk\w*|vājāk\w*"
AHEAD = {  # `up`, `down` by what the list measures, `better`, `worse` by how it is judged
    "lv": rf"(?P<up>apstei[dg]\w*|pārspēj\w*|pārspēt\w*|pārspējis|(?:ir|bija|ierindo\w+|atrodas) priekšā|pārsniedz|(?:{_LV_MORE})(?: \w+){{0,2}},? (?:nekā|par|kā))|(?P<down>atpaliek (?:tikai |vienīgi |vien )?no|piekāp\w+|(?:{_LV_LESS})(?: \w+){{0,2}},? (?:nekā|par|kā)|(?:ir|palik\w+|ierindo\w+|atrodas|paliek) aiz)"
    r"|(?P<better>labāk\w*(?: \w+){0,2},? (?:nekā|par|kā))|(?P<worse>sliktāk\w*(?: \w+){0,2},? (?:nekā|par|kā))",
    "en": r"(?P<up>(?:is |are |was |were |comes? |came |ranks? |stands? |puts? |just |well |far |narrowly ){0,2}ahead of|outranks?|outstrips?|outstripped|overtakes?|overtook|has overtaken|beats?|edges? (?:out|ahead of)|edged out|surpass\w*|exceeds?|outnumber\w*|outweighs?|outperform\w*|outscore\w*|(?:comes?|came|ranks?) before|(?:more|higher|larger|greater|bigger|commoner)(?: \w+){0,3}? than)"
    r"|(?P<down>(?:is |are |was |were |lags? |comes? |came |ranks? |just |well |far |trails? |falls? ){0,2}behind(?: only| none but)?|second only to|trails?(?: only)?|trailed|gives? way to|yields? to|(?:less|fewer|lower|smaller)(?: \w+){0,3}? than)|(?P<better>better(?: \w+){0,2}? than)|(?P<worse>worse(?: \w+){0,2}? than)",
    "ru": r"(?P<up>опере\w+|обгоня\w+|обогна\w+|обош\w+|превосход\w+|превзош\w+|превыша\w+|(?:чаще|больше|выше|популярнее|важнее|шире|охотнее)(?: \w+){0,2},? чем)|(?P<down>уступа\w+(?: только| лишь| разве что)?|отста[её]?\w+ (?:только |лишь )?от|(?:реже|меньше|ниже|слабее)(?: \w+){0,2},? чем|позади)"
    r"|(?P<better>лучше(?: \w+){0,2},? чем)|(?P<worse>хуже(?: \w+){0,2},? чем)",
}
ALIKE = {
    "lv": r"(?P<alike>vienlīdz (?:bieži|augst\w*|liel\w*|populār\w*|svarīg\w*|daudz)|tikpat (?:bieži|augst\w*|liel\w*|populār\w*|daudz|svarīg\w*)|vienādi (?:bieži|augst\w*)|vienād\w+ (?:skait\w+|daļ\w+|īpatsvar\w+|biežum\w+)|dal[aī]\w* (?:pirmo|otro|trešo|ceturto|pēdējo) vietu|neatpaliek no)",
    "en": r"(?P<alike>equally (?:often|common|popular|important|frequently|likely|many|high|widespread)|(?:just )?as (?:often|many|popular|common|important|high|widespread|frequently) as|the same (?:share|proportion|percentage|number|level)|neck and neck|level with|on a par|(?:is|are|was|were) tied|shares? (?:the )?(?:first|second|third|fourth|last) place|with equal frequency|no (?:less|more) (?:often|popular|common) than)",
    "ru": r"(?P<alike>одинаково (?:часто|популярн\w+|важн\w+|высок\w+)|столько же|так же (?:часто|популярн\w+|важн\w+|высок\w+|много)|поровну|наравне|в равной (?:мере|степени)|одинаков\w+ дол\w+|вровень|дел[яи]т (?:первое|второе|третье|четв[её]ртое|последнее) место|не реже,? чем)",
}
ONLY = regex.any_case(r"(?<!\w)(?:tikai|vien|vienīgi|only|none but|только|лишь|разве что)(?!\w)")
NEARLY = regex.any_case(
    r"(?<!\w)(?:gandrīz|teju|aptuveni|apmēram|almost|nearly|about|roughly|virtually|почти|примерно|практически)\s"
)
DENIED = regex.any_case(  # before a comparison: it is denied, or so many times
    r"(?<!\w)(?:nav|ne|not|n't|не|no|neither|nor|times|reiz\w*|раза?|twice)\s(?:\w+\s)?$"
)
AMOUNT = regex.pattern(
    r"[,.;)]|\s(?:\w+ )?\d|\s(?:on |the )?(?:average|expected|usual|vidēj|gaidīt|средн|ожида)"
)  # behind it: more often than 40 %, or nothing
THAN = regex.pattern(r"(?:nekā|par|kā|чем|than)$")
