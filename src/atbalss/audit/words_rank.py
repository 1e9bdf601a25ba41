"""How what is first, last, next or second of a list is told, in each language: wide tables, to be held against values."""

from __future__ import annotations

from atbalss.audit import regex

_LV_DEF = r"(?:ais|ā|ie|ās|o|os|ajam|ajai|ajā|ajiem|ajām|ajos|ajās)"  # the definite ending tells a superlative
_LV_TOP = (
    "liel|augst|biež|plaš|populār|izplatīt|iecienīt|pieprasīt|apmeklēt|svarīg|būtisk|nozīmīg|spēcīg|izteikt|jūtam|manām|as|smag"
    "|spilgt|iespaidīg|pamanām|daudzskaitlīg|masveidīg|minēt|nosaukt|lietot|izmantot|izvēlēt|raksturīg|nopietn|sāpīg"
)
_LV_LOW = "maz|zem|ret|šaur|niecīg|pieticīg|nepopulār|nebūtisk|nenozīmīg"
_LV_GOOD = "lab|atzinīg|pozitīv|teicam|sekmīg|veiksmīg|dāsn|labvēlīg|iepriecinoš"
_LV_BAD = "slikt|grūt|sarežģīt|vāj|kritisk|negatīv|skarb|bēdīg|nelabvēlīg|bargāk|stingr|skop"
_EN_TOP = "often|common|frequent|frequently|commonly|popular|important|widely|widespread|named|mentioned|chosen|requested|used|wanted|pressing|serious|prevalent|pronounced|marked|acute|prominent|numerous|visited|cited|frequented|favoured|favored|preferred|sought[- ]after|strongly|severe|severely|keenly|typical|noticeable|in evidence"
_PLACE_LV = r"(?:viet[aāuās]\w*|pozīcij\w+|pakāpien\w+|līnij\w+|rind[āu])"
_PLACE_RU = r"(?:мест[аоеу]м?|строчк\w+|позици\w+|ступен\w+)"
_ALL_LV = r"(?:vis(?:iem|ām|us|as)(?: pārēj\w+| cit\w+)?|pārēj(?:iem|ām|os|ās)|citiem|citām|jebkur\w+ cit\w+)"
_ALL_RU = r"(?:вс[её]х?(?: остальн\w+| прочи\w+| други\w+)?|остальн\w+|прочи[ехм]+|любо\w+ друг\w+)"
_ALL_EN = r"(?:(?:all|every|everyone|everything|any)(?: of)?(?: the)?(?: others?| rest| else)?|the (?:rest|others|field|pack))"

TOP = {
    "lv": rf"vis(?:{_LV_TOP}|vair)āk\w*|(?:{_LV_TOP}){'āk'}{_LV_DEF}(?! (?:daļ|pus|vairum)\w+)|pirm(?:ajā|ā|o|ais) {_PLACE_LV}|ierindo\w+ pirm\w+|līder\w+|priekšgalā|(?:saraksta |topa |tabulas )?(?:augšgalā|virsotnē|galvgalī)"
    rf"|(?:apstei\w+|pārspē\w+|apsteidz\w*) {_ALL_LV}|(?:augstāk\w*|vairāk|biežāk|lielāk\w*|plašāk\w*) (?:par|nekā) (?:{_ALL_LV}|jebkur\w*|citur|visur)|priekšā {_ALL_LV}|dominē|rekordist\w+|uzvarētāj\w+|uzvar|favorīt\w*|rekord\w+|izvirzī\w+ priekšā"
    r"|(?:nekur|nevien\w+)(?: cit\w+)? [^.;:%\d]{0,40}?(?:tik (?:daudz|augst\w*|bieži|liel\w*|plaš\w*|izteikt\w*|ļoti|stipri|spēcīgi|asi) kā|(?:vairāk|biežāk|augstāk\w*|lielāk\w*) (?:kā|nekā))|(?<!savs )(?<!savu )(?:galven(?:ais|ā|ie|ās|o|ajā)|noteicoš\w+|primār(?:ais|ā))(?= (?:iemesl|šķērsl|avot|kanāl|problēm|bēd|kavēkl|apsvērum|kritērij|faktor|bažas|motīv))|iecienīt(?:s|ais|ā|i|ie)(?= (?:iemesl|avot|kanāl|veid|šķērs|motīv|atbild))|maksimāl\w+|(?:nekas|neviens|neviena|nevienu|nekur) [^.;:%\d]{0,30}?(?:augstāk\w*|vairāk|biežāk|lielāk\w*) (?:par|kā|nekā)|priekšplānā|virsotn\w+|(?:augstāk\w+|visaugstāk\w+) punkt\w*",
    "en": rf"(?:by far |easily |clearly )?(?:the )?most (?:{_EN_TOP})|(?:the )?most(?: of all)?(?=[.,;:)]|$)|(?:nothing|nobody|no one|none|no \w+) [^.;:%\d]{{0,30}}?(?:more|higher|larger|oftener)(?: \w+)? than|number one|(?:the )?(?:very )?(?:highest|largest|biggest|greatest|widest|strongest|broadest|deepest|heaviest|commonest|keenest|sharpest|fullest|loudest)(?! (?:\w+ )?(?:two|three|four|five|half))"
    rf"|(?:in|takes?|took|holds?|held|claims?|claimed|occup\w+|goes to|won|wins?) (?:the )?(?:first|top|number one) (?:place|spot|position|rank)|(?<!on )(?<!off )(?<!on the )(?<!off the )(?<!on a )(?<!off a )leads?(?= *(?:[.,;)]|$))|pole position|first place|number one|{{IS}} first|(?:out )?in front|(?:at|to) the (?:very )?(?:top|head)|(?:tops?|topped|topping|heads?|headed|leads?|led|leading) (?:the )?(?:list|table|ranking|rankings|field|way|league|pack|chart|poll|concerns|reasons|wishes|complaints|answers|scale|group)|comes? out (?:on )?top|came out (?:on )?top|(?:is|are|was|were|remains?) (?:\w+ )?(?:top|ahead|uppermost|foremost)|the lion's share|(?:the )?(?<!their )(?<!its )(?<!his )(?<!her )(?<!your )(?<!a )(?:leading|foremost|chief|main|principal|number[- ]one|prime|uppermost)(?= (?:consideration|reason|concern|factor|motive|worry|wish|complaint|criterion|priority|source|channel|obstacle|cause|choice)(?!\w))|(?:the )?favou?rite(?= (?:reason|cause|way|means|source|channel|obstacle|motive|answer|worry|complaint|form|method))|the (?:clear |undisputed |runaway )?(?:winner|leader|front-?runner|favou?rite)"
    rf"|(?:ahead of|beats?|outstrips?|outranks?|outdoes|outperforms?|outscores?|overshadows?|surpass\w*|exceeds?|eclips\w+) {_ALL_EN}|(?:more|higher|larger|greater|wider|oftener|better known)(?: [a-z]+){{0,3}}? than (?:{_ALL_EN}|anywhere|elsewhere|anyone)|above all (?:others|the (?:others|rest))|second to none|unrivalled|unmatched|unsurpassed|peak(?:s|ed)?|is at its (?:highest|widest|greatest|strongest|most \w+)"
    r"|(?:nowhere|no (?:other )?\w+|none)(?: else)? [^.;:%\d]{0,40}?(?:as|so) (?:many|high|often|much|common|widespread|popular|strong|large|strongly|deeply|keenly|badly)|predominat\w+|dominat\w+|prevails?|(?:the )?high(?:est)? point|(?:the )?peak(?: year)?|comes? to the fore|rules? the roost",
    "ru": rf"(?:больше|чаще|выше|шире|сильнее|острее|активнее|заметнее|тяжелее|популярнее|охотнее|ярче|массовее|горячее) (?:все(?:го|х)|других|прочих|остальных)|на перв(?:ый|ом) план\w*|наибольш\w+|наивысш\w+|максимальн\w+|рекордн\w+|сам(?:ый|ая|ое|ые|ым|ой|ую|ых|ыми|ого|ому) (?:больш|высок|част|популярн|распростран|сильн|широк|остр|массов|заметн|востребован|важн|серь[её]зн|главн|многочисл|болезн|значим|весом|упомина|крупн)\w+"
    rf"|наиболее (?:част|популярн|распростран|востребов|важн|заметн|остр|значим|сильн|широк)\w+|высш(?:ая|ую|ей|ий|его|им) (?:оценк\w+|балл\w*)|перв\w{{2,3}} {_PLACE_RU}|лидиру\w+|лидер\w*|возглав\w+|во главе|в лидерах|первенств\w+|пальм\w+ первенства|впереди {_ALL_RU}|(?:никто|ничто|нигде) [^.;:%\d]{{0,30}}?(?:больше|чаще|выше),? чем|вне конкуренции|победител\w+|победил\w*|фаворит\w*|рекордсмен\w*|доминиру\w+|преоблада\w+|пик\w{0, 2}|максимум\w{0, 2}|на вершине"
    rf"|(?:опере\w+|обгоня\w+|обогна\w+|обош\w+|превосход\w+|превзош\w+) {_ALL_RU}|(?:больше|чаще|выше|шире|сильнее),? чем (?:{_ALL_RU}|где-либо|где бы|везде|в других|у других|у всех)|(?:нигде|ни (?:на |в |у )?одн\w+)(?: друг\w+| больше)? [^.;:%\d]{{0,40}}?(?:так|столь|столько) ?(?:много|высок\w+|часто|широк\w+|остр\w+|сильн\w+|сильно|остро|широко)?|(?<!свою )(?<!своей )(?:ведущ\w+|решающ\w+|главн(?:ая|ое|ый|ой|ым)|основн(?:ая|ое|ой|ым))(?= (?:причин|пробл|преп|источ|канал|помех|бед|критери|фактор|мотив|довод|соображени)\w*)|любим\w+(?= (?:причин|источник|канал|способ|мотив|ответ|форм))",
}
LOW = {
    "lv": rf"vis(?:{_LV_LOW})āk\w*|(?:{_LV_LOW})āk{_LV_DEF}(?! (?:daļ|pus)\w+)|pēdēj(?:ajā|ā|o|ais) {_PLACE_LV}|pēdēj(?:ajā|ā|o)(?=\s[–—-]\s)|(?:saraksta |tabulas |topa )?(?:lejasgalā|galā|beigās|apakšā|astē)|(?:no)?slēdz (?:\w+ )?(?:sarakstu|tabulu|rindu)|(?:sarakstu|tabulu|rindu) (?:no)?slēdz|atpaliek no {_ALL_LV}|(?:mazāk|retāk|zemāk\w*|vājāk\w*) (?:par|nekā) (?:{_ALL_LV}|jebkur\w*|citur|visur)|autsaider\w+|minimāl\w+|piekāpjas {_ALL_LV}|(?:nekas|neviens|neviena|nevienu|nekur) [^.;:%\d]{{0,30}}?(?:zemāk\w*|mazāk|retāk|mazāk\w*) (?:par|kā|nekā)|saraksta ast\w+"
    r"|(?:nekur|nevien\w+)(?: cit\w+)? [^.;:%\d]{0,40}?(?:tik (?:maz|zem\w*|reti|vāj\w*) kā|(?:mazāk|retāk|zemāk\w*) (?:kā|nekā))",
    "en": rf"(?:the )?(?<!at )least (?:{_EN_TOP})|(?:the )?(?<!at )least(?: of all)?(?=[.,;:)]|$| (?:by|among|in|at|for) )|(?:nothing|nobody|no one|none|no \w+) [^.;:%\d]{{0,30}}?(?:less|fewer|lower|smaller)(?: \w+)? than|(?:the )?(?:very )?(?:lowest|smallest|fewest|weakest|rarest|narrowest|faintest|slightest|scarcest|thinnest)|(?:takes?|took|holds?|in) (?:the )?(?:last|bottom) (?:place|spot|position)|last place|{{IS}} (?:dead )?last|(?:at )?the (?:very )?(?:bottom|foot|tail(?: end)?)(?= of| end|[.,;)]|$)|brings? up the rear|bring up the rear|brought up the rear|(?:clos|end|round)(?:es|e|s)? (?:off )?the (?:list|table|ranking)|(?:trails?|trailed|lags?(?: behind)?|lagged(?: behind)?|behind) {_ALL_EN}|(?:less|fewer|lower|smaller|rarer)(?: [a-z]+){{0,3}}? than (?:{_ALL_EN}|anywhere|elsewhere|anyone)|the wooden spoon|rock bottom|(?:the )?low(?:est)? point|trough|nadir|bottomed out|the laggard|the also-ran|the tail-?ender"
    r"|(?:nowhere|no (?:other )?\w+|none)(?: else)? [^.;:%\d]{0,40}?(?:as|so) (?:few|low|seldom|rarely|little|rare|weak)",
    "ru": rf"(?:меньше|реже|ниже|слабее|уже|тише) (?:все(?:го|х)|других|прочих|остальных)|наименьш\w+|минимальн\w+|сам(?:ый|ая|ое|ые|ым|ой|ую|ых|ыми|ого|ому) (?:низк|редк|мал|слаб|маленьк|непопулярн|незначительн|узк|скромн)\w+|наименее (?:част|популярн|распростран|востребов|важн|заметн|остр|значим|сильн)\w+|низш(?:ая|ую|ей|ий|его|им) (?:оценк\w+|балл\w*)|последн\w+ {_PLACE_RU}|последн(?:ем|ее)(?=\s[–—-]\s)|замыка\w+|в (?:самом )?(?:конце|хвосте)|внизу (?:списка|таблицы)|на дне|хвост (?:списка|таблицы|рейтинга)|(?:никто|ничто|нигде) [^.;:%\d]{{0,30}}?(?:меньше|реже|ниже),? чем|аутсайдер\w*|минимум\w{0, 2}|отста\w+ от {_ALL_RU}|позади {_ALL_RU}|уступа\w+ {_ALL_RU}"
    rf"|(?:меньше|реже|ниже|слабее),? чем (?:{_ALL_RU}|где-либо|где бы|везде|в других|у других|у всех)|(?:нигде|ни (?:на |в |у )?одн\w+)(?: друг\w+)? [^.;:%\d]{{0,40}}?(?:так|столь) (?:мало|низк\w+|редк\w+|слаб\w+)",
}
GOOD = {
    "lv": rf"vis(?:{_LV_GOOD})āk\w*|(?:{_LV_GOOD})āk{_LV_DEF}|(?:saņēm\w+|saņem|ieguv\w+|nopelnī\w+|izpelnī\w+) (?:vis)?augstāk\w+ (?:vērtē|novērt|atzīm|ball)\w+|(?:nekas|neviens|neviena|nevienu) [^.;:%\d]{0, 30}?labāk\w* (?:par|kā|nekā)",
    "en": r"(?:the )?(?:very )?best(?:[- ](?:rated|liked|scored|marked|received|loved))?|(?:the )?(?:top|highest)[- ](?:rated|scoring|marked)|(?:fares?|fared|does|did|scores?|scored|performs?|performed) best|pleases? (?:\w+ ){1,2}(?:the )?most|(?:the )?(?:warmest|highest|most) (?:praise|applause)|(?:nothing|nobody|no one|none|no \w+) [^.;:%\d]{0,30}?(?:better|more highly) than",
    "ru": r"лучше (?:все(?:го|х)|других|прочих|остальных)|лучше (?=[^.;,]{0,40}(?<!\w)(?:ничего|никого|никто|ничто|ни од\w+)(?!\w))|сам\w{2,3} (?:хорош|лучш|положительн)\w+|наилучш\w+|лучш(?:ий|ая|ее|ие|ую|им|ей)(?! чем)",
}
BAD = {
    "lv": rf"vis(?:{_LV_BAD})āk\w*|(?:{_LV_BAD})āk{_LV_DEF}|(?:nekas|neviens|neviena|nevienu) [^.;:%\d]{{0,30}}?sliktāk\w* (?:par|kā|nekā)",
    "en": r"(?:the )?(?:very )?(?:worst|hardest|toughest|poorest|harshest|severest|dimmest|dismallest)(?:[- ](?:rated|liked|scored|marked|received))?|(?:the )?(?:harshest|most) criticism|(?:nothing|nobody|no one|none|no \w+) [^.;:%\d]{0,30}?(?:worse|less highly|more harshly) than|(?:the )?(?:lowest|bottom)[- ](?:rated|scoring|marked)|most critical(?:ly)?",
    "ru": r"(?:труднее|тяжелее|сложнее|хуже) (?:все(?:го|х)|других|прочих|остальных)|хуже (?=[^.;,]{0,40}(?<!\w)(?:ничего|никого|никто|ничто|ни од\w+)(?!\w))|сам\w{2,3} (?:плох|худш|критичн|строг)\w+|наихудш\w+|худш(?:ий|ая|ее|ие|ую|им|ей)|(?:критичнее|строже|жёстче|придирчивее) (?:все(?:го|х)|других|прочих|остальных)",
}
END = {  # the other end of what was told just before
    "lv": r"(?:otr(?:ā|ajā|o)|pretēj(?:ā|ajā)) (?:saraksta |skalas |tabulas |topa )?(?:galā|polā|malā|pusē|galējībā)|pretpolā|pretmet\w+|pretstat\w+ tam ir",
    "en": r"(?:at |stands? at |on )?(?:the|its) (?:other|opposite|far) (?:end|extreme|pole)(?: of the (?:scale|list|table|range|ranking|spectrum))?|the opposite (?:is true of|holds for|goes for)",
    "ru": r"на (?:другом|противоположном|обратном) (?:конце|полюсе|краю)(?: (?:шкалы|списка|таблицы))?|на (?:другой|противоположной) стороне|антипод\w*",
}
NEXT = {  # right behind what was told just before
    "lv": r"(?:aiz|pēc) (?:tā|tās|tiem|tām|viņ\w+|šī|šīs|līder\w+)(?: (?:uzreiz|tūlīt|cieši|ar nelielu atstarpi|ar atstarpi))?(?: (?:ierindo\w+|seko\w*|nāk|ir|stāv|atrodas|iet|palik\w+|novieto\w+))?|(?:uzreiz|tūlīt|cieši|tam|tai|tiem|tām|kam|kurai|kuram|kuriem|kurām|tālāk|tad) seko\w*|seko(?!jo|šan)\w{0,4}|nākam(?:ais|ā|ie|ās) (?:ir|pēc biežuma|biežāk\w+|populārāk\w+|sarakstā|vietā|nāk)|tad nāk|tālāk (?:nāk|ierindo\w+)|uz papēžiem min|nākam(?:ajā|o) vietā|nākam(?:ajā|o) vietu",
    "en": r"(?:closely |distantly |narrowly |at (?:a|some) distance |in turn )?(?:is |are |was |were )?(?:closely |narrowly |at (?:a|some) distance )?followed(?: closely| narrowly| at (?:a|some) distance| some way behind)? by|(?:next|then|after (?:it|them|that)|behind (?:it|them)|close behind|just behind|right behind|hard behind|hot on (?:its|their) heels|in its wake|not far behind)(?:,? ?(?:come|comes|came|is|are|was|were|ranks?|follows?|stands?|in line (?:is|was|are|come|comes)))(?! (?:more|less))|comes? next|came next|(?:is|are|was|were|ranks?) next|next (?:in line|in order|on the list)(?: (?:is|are|was|were|comes?|came))?|trailed by|the next (?:highest|most \w+|largest|biggest)",
    "ru": r"(?:следом(?: за (?:ним|ней|ними))?|(?:вслед )?за (?:ним|ней|нею|ними|этим)|после (?:него|не[её]|них)|вплотную за (?:ним|ней|ними)|дальше|далее|затем|потом)(?: с (?:\w+ )?отрывом)?(?: (?:сразу )?(?:ид[уе]т|ид[её]т|идут|следу[юе]т|стоит|стоят|располож\w+|размести\w+|оказал\w+|находится|шла|шл[ио]))|(?:следующ(?:ая|ее|ий|ие|им|ей)) (?:ид[уё]т|идет|идут|по (?:частоте|популярности|значимости|величине|распростран[её]нности)|стро\w+|в списке)|наступа\w+ на пятки|с (?:небольшим |заметным )?отрывом (?:следу[юе]т|ид[уе]т|ид[её]т)|на следующем месте|за (?:ним|ней|ними) (?=[–—-])",
}
_ORD = {
    "lv": ("otr", "treš", "ceturt", "piekt"),
    "en": ("second", "third", "fourth", "fifth"),
    "ru": ("втор", "трет", "четв[её]рт", "пят"),
}
_BY_RU = r"по (?:частоте|популярности|значимости|важности|величине|распростран[её]нности|числу|доле|востребованности|количеству|упоминани\w+|посещаемости|размеру|силе|оценк\w+|сч[её]ту)"


def _ordinal(lang: str, stem: str) -> str:
    if lang == "lv":
        more = f"{_LV_TOP}|{_LV_GOOD}"
        return rf"{stem}(?:ajā|o|ā|ais|aj\w+) {_PLACE_LV}|{stem}(?:s|a|ais|ā|o|ie|ās|u) (?:vis)?(?:{more})āk\w*|{stem}(?:ais|ā|ie|ās|ajā) (?:seko|nāk|ierindo\w+|sarakstā|pēc \w+)|ierindo\w+ {stem}\w+|(?:ir|paliek|palik\w+|kļu\w+|bija|nāk|izrād\w+) {stem}(?:ais|ā|ie|ās)(?= |[.,;:)]|$)|{stem}(?:o|ā|ajā) (?:ieņem\w*|ir|dala)|{stem}(?:o|ā|ajā|ais)(?=\s[–—-])"
    if lang == "en":
        return rf"(?:the )?{stem}[- ](?:place|spot|position|rank)|{{IS}} (?:a (?:close|distant|strong) )?{stem}(?= |[.,;:)]|$)(?![- ](?:year|grade|form|class|time|chance|hand|language|home|thought|lowest|least|smallest|rarest|worst|weakest|poorest|fewest|from|to[- ]last|last))|(?:the )?{stem}[- ](?:most[- ](?:{_EN_TOP})|highest|largest|biggest|commonest|best|greatest|strongest|widest)|{stem} (?:on|in) the (?:list|table|ranking)|{stem} (?:comes?|came|ranks?|ranked|stands?|stood|goes?|went|falls?|belongs?|was|is)"
    return rf"{stem}\w{{1,4}} {_PLACE_RU}|{stem}\w{{1,4}} {_BY_RU}|{stem}\w{{1,4}} (?:ид[её]т|идут|следу[ею]т|сто[ия]т) |(?:стал\w*|оказал\w+|оста\w+|идут|ид[её]т) (?:лишь |только )?{stem}(?:ой|ым|ыми|ая|ей|им|ими|ий)(?= |[.,;:)]|$)|{stem}(?:ую|ое|ая|ье|ью|ья) (?:занима\w+|занял\w*|держ\w+|удержив\w+|достал\w+|дел\w+|у|за)|{stem}(?:ую|ое|ая|ой|ом|ье|ью|ья|ьем|ий|ей)(?=\s[–—-])"


_IS_EN = r"(?:remains?|comes?|came|ranks?|ranked|placed|is|are|was|were|finish\w*|stands?|stood|rated|goes|went|(?:in|into|to)|put)"
SECOND_LAST = {
    "lv": rf"priekšpēdēj\w+|otr(?:s|a|ais|ā|o|u|ajā) (?:vis)?(?:{_LV_LOW}|{_LV_BAD})āk\w*|otr\w+(?: vietā)? no (?:beigām|apakšas|lejas)",
    "en": r"last but one|(?:next|second) from (?:the )?bottom|(?:the )?next[- ]lowest|next[- ]to[- ]last|second[- ]to[- ]last|penultimate|(?:the )?second[- ](?:lowest|least|smallest|rarest|worst|weakest|poorest)",
    "ru": r"предпоследн\w+|втор\w{2,3}(?: место| месте)? (?:с конца|снизу)",
}


def notions(lang: str) -> str:
    """One pattern of every notion, each in a group of its own: p2 is second from the top, b1 last."""
    places = "|".join(
        f"(?P<p{place}>{_ordinal(lang, stem)})" for place, stem in enumerate(_ORD[lang], 2)
    )
    runner = {
        "lv": "",
        "en": r"|(?P<r2>number two|runners?-up|silver medal(?:list)?)",
        "ru": r"|(?P<r2>серебро)",
    }
    told = (
        f"(?P<l1>{LONG[lang]})|(?P<s1>{SHORT[lang]})|(?P<d1>{FALLING[lang]})|(?P<a1>{RISING[lang]})|(?P<b2>{SECOND_LAST[lang]})|{places}{runner[lang]}|(?P<end>{END[lang]})|(?P<next>{NEXT[lang]})"
        f"|(?P<good>{GOOD[lang]})|(?P<bad>{BAD[lang]})|(?P<b1>{LOW[lang]})|(?P<p1>{TOP[lang]})"
        f"|(?P<q>{QUALITY[lang]})"
    )
    return told.replace("{IS}", _IS_EN)


QUALITY = {  # most or least of what the list may be about
    "lv": r"vis(?P<least>mazāk) (?P<q1>[^\W\d]{4,})|vis(?P<q2>[^\W\d]{3,}?)āk\w*|(?P<q3>(?!jaun|vec|tāl|tuv|agr|vēl|turp|nāk|liela|pag|pras|rīt|sast)[^\W\d]{5,}?)āk(?:ais|ā|ie|ās)",
    "en": r"(?:the |is |are |was |were |feels? |felt |remains? )(?:(?P<least>least)|most) (?P<q1>(?!of\b|people\b)[^\W\d]{4,})|(?:the |feels? |felt |is |are |was |were )(?P<q2>(?!(?:high|larg|bigg|great|wid|strong|broad|deep|heavi|common|keen|sharp|full|loud|low|small|few|weak|rar|narrow|faint|slight|scarc|thinn|b|w|l|m|poor|harsh|slow|quick|fast|swift|warm|lat|near|clos|long|short|earli|inter|requ|for|sugg|hon|mod|old|young|new|pr|t|cont|manif|guests?)est)[^\W\d]{3,8}?)(?:i)?est(?!\w)",
    "ru": r"(?:сам(?:ый|ая|ое|ые|ым|ой|ую|ых|ыми)|наиболее|(?P<least>наименее)) (?P<q1>(?!молод|пожил|старш|младш|последн|перв|начал|стар|нов|дел)[^\W\d]{4,})|(?P<q2>[^\W\d]{4,})ее (?:все(?:х|го)|других|прочих|остальных)",
}
NOT_ONE = {  # before a notion: of several, denied, or not quite
    "lv": r"(?<!\w)(?:vien[sau]\w* no|vien[iā]\w* no|vieni no|starp|nav|ne|nebūt|gandrīz|pie|tuvu|kā|nevis|ne tuvu)(?: vis\w*)?\s$",
    "en": r"(?<!\w)(?:one of|some of|among|amongst|not|n't|never|at least|nearly|almost|close to|next to|no longer|joint|as|far from|hardly|by no means|its|their|his|her|your|our)(?: the)?\s$",
    "ru": r"(?<!\w)(?:од[инa]\w+ из|среди|в числе|не|почти|близко к|отнюдь не|чуть ли не|едва ли не|сво\w+|по меньшей мере)\s$",
}
HEDGED = {  # what was expected, or was so before, or is to come
    "lv": r"gaidīj\w+|cerēj\w+|cer|domāj\w+|pieņēm\w+|uzskatīja|bažīj\w+|prognoz\w+|paredzēj\w+|sagaidīj\w+|varētu|būtu|likās|šķita|agrāk|iepriekš\w*|pērn\w*|pagājuš\w+|savulaik|kādreiz|parasti|plāno\w*|mērķis|vajadzētu|mīt\w+|pretēji|ja|sākotnēji",
    "en": r"expect(?:ed|s|ing)?|hoped?|hopes|fear(?:ed|s)|predict\w*|assum\w+|suppos\w+|believed|guess\w*|had (?:thought|been|feared|hoped)|would|might|could|used to|formerly|previously|earlier|before|until|last (?:year|time|autumn|spring|winter|summer)|usually|traditionally|once|if|contrary to|myth|rumou?r\w*|planned|plans?|goal|target|should|originally|thought",
    "ru": r"ожида(?:л|ем|ет|ют)\w*|надея\w+|предпола\w+|полага\w+|дума\w+|опаса\w+|прогноз\w+|считал\w*|казал\w+|бы|раньше|прежде|в прошл\w+|прошлогодн\w+|обычно|традиционно|если|вопреки|планиру\w+|цель|должн\w+|когда-то|год назад|изначально|мог\w* бы",
}
ASIDE = {  # what else a place in a list may be of: sizes, changes, gaps, prices, replies
    "lv": r"plān\w*|nākotn\w*|pieaugum\w*|kāpum\w*|kritum\w*|izmaiņ\w*|samazinājum\w*|atšķirīb\w*|starpīb\w*|plais\w*|svārstīb\w*|izkliede|pieaug\w*|pieauga|kritās|samazinā\w*|uzlaboj\w*|cen[au]s?|dārg\w+|izmaks\w+|eiro|algas?|atsaucīb\w*|aktivitāt\w*|anket\w*|intervij\w*|respondentu skait\w*|aptaujāto skait\w*|kļūd\w*|rind[au]s? garum\w*|jaunāk(?:ais|ā|ie|ās)|vecāk(?:ais|ā|ie|ās)|tuvāk\w*|tālāk(?:ais|ā)",
    "en": r"gained|lost|losers?|winners? of|plans?|agenda|future|growth|gains?|increas\w*|decreas\w*|changes?|changed|differences?|gaps?|differ|spread|range|rise|rose|risen|fell|fall|drop\w*|grew|grown|improv\w*|swing|shift|price\w*|cost\w*|expensive|cheap\w*|euros?|pounds|salar\w+|fees?|budget\w*|response rates?|turnout|questionnaires?|interviews|sample|margin|oldest|youngest|newest|nearest|farthest|earliest|capacity|enrol\w*|funding|invest\w*",
    "ru": r"план\w*|будущ\w*|рост\w*|прирост\w*|снижени\w*|изменени\w*|разниц\w*|разрыв\w*|различи\w*|разброс\w*|вырос\w*|выросл\w*|упал\w*|сниз\w+|повыс\w+|улучш\w+|ухудш\w+|цен[аыуе]|ценой|дорог\w+|стоимост\w*|дешев\w*|евро|рубл\w+|зарплат\w*|отклик\w*|анкет\w*|интервью|выборк\w*|погрешност\w*|финансиров\w*|бюджет\w*|численност\w*",
}
GENERIC = {  # nouns that a superlative stands before, which say nothing of what is measured
    "lv": r"pozitīv\w*|apstiprino\w*|atbil[dž]\w*|saņ[eē]m\w*|trim|trij\w+|četr\w+|grup\w+|tād\w{1,3}|kur(?:us|as|i|iem|ām)|vienkārši|īpatsvar\w*|daļ\w+|rādītāj\w*|vērtējum\w*|novērtējum\w*|atzīm\w*|ball\w*|punkt\w*|rezultāt\w*|procent\w*|līmeni?\w*|līmeņ\w*|skaitl\w*|vidēj\w+|atbil\w+|vietu?|problēm\w*|atbalst\w*|popularitāt\w*|interes\w*|pieprasījum\w*|balsu|balsis|piekriš\w*|grupa\w*|klas\w+|jautājum\w*|jom\w+|iemesl\w*|šķērsl\w*|uzmanīb\w*|nozīm\w*",
    "en": r"positive|affirmative|answers?|replies|received?|groups?|those|whom|simply|share|proportion|percentage|part|figure|score|scores|mark|marks|rating|ratings|rate|result|results|value|level|levels|average|mean|index|grade|percent|place|position|support|popularity|interest|problem|issue|trouble|need|demand|prevalence|votes?|group|reason|obstacle|barrier|answer|option|item|aspect|choice|category|complaint|concern|worry|wish|habit|attention|importance|reading|tally|approval|and|in|among|at|for|with|of|by|is|was|are|were|has|have|goes?|went|belongs?|to|on|here|there|all|from|one",
    "ru": r"положительн\w*|утвердительн\w*|ответ\w*|получил\w*|групп\w*|те(?:х|м)|котор\w{2,3}|просто|дол\w+|процент\w*|показател\w*|оценк\w*|балл\w*|результат\w*|уровень|уровн\w+|значени\w*|средн\w+|мест\w+|пробл\w+|поддержк\w*|популярност\w*|интерес\w*|спрос\w*|голос\w*|групп\w*|причин\w*|преп\w+|ответ\w*|вариант\w*|пункт\w*|сторон\w*|внимани\w*|вес",
}
EXCEPT = {  # before an entry that is left out: `apart from A, B is named most often`
    "lv": r"(?:izņemot|atskaitot|neskaitot|bez|pēc|aiz|līdzās|atšķirībā no|pretstatā)(?: [^\W\d]+)?\s$",
    "en": r"(?:except(?: for)?|apart from|aside from|besides|after|unlike|alongside|other than|not counting|behind|bar|than|with the exception of|rather than|not|instead of|like|as)(?: (?:the|in|at|among|for|with))?\s$",
    "ru": r"(?:кроме|помимо|после|за исключением|в отличие от|не считая|(?<![а-яё] )за|наряду с|а не|чем|вместо|как и)(?: (?:в|на|у|для))?\s$",
}
NO_ANSWER = (  # an answer that is none of those listed
    r"\W*(?:nek(?:as|o|ur|ad|ā|āds|āda)(?!\w)|nevien|ne\w+ nek(?:o|ur|ad|ā|ādu|am)(?!\w)|none|nothing|no (?:response|answer|reply|opinion)|nowhere|never|no one|nobody|neither|(?:do|does|did)(?: not|n't) \w+ (?:any|at all)|not at all"
    r"|ничего|ничем|ничто|никак|никто|никогда|нигде|ни од|не \w+ (?:ничего|никак\w*|нигде|никогда)|не \w+(?:лись|лся|лась|л[аи]?)\W*$)"
    r"|(?:did|do|have|has)(?: not|n't) \w+\W*$|nav \w+(?:jis|jies|jusi|jušies|uši)\W*$"
)
PERSONS = {  # groups by sex or age: of whom a place may be told that is not that of all
    "lv": r"siev\w+|vīri\w+|zēn\w+|meite\w+|puiš\w+|jaunieš\w*|senior\w*|pensionār\w*|laucin\w+|pilsētniek\w*",
    "en": r"wom[ae]n|m[ae]n|boys?|girls?|the young|youngsters|pensioners|seniors|the elderly|males?|females?|villagers",
    "ru": r"женщин\w*|мужчин\w*|девоч\w*|девуш\w*|мальчик\w*|юнош\w*|молод[её]ж\w*|пенсионер\w*|пожил\w+|сельчан\w*|горожан\w*",
}
LEAD = regex.pattern(  # before a colon, and no subject of its own
    r"\W*(?:(?:in (?:short|brief|sum|other words|all)|to sum up|note|comment\w*|summary|conclusion\w*|result\w*|main finding|finding|īsumā|kopumā|piezīme|komentār\w*|secinājum\w*|rezultāt\w*"
    r"|комментарий|коротко|вкратце|итог\w*|в итоге|вывод\w*|примечание|результат\w*|главное|главный вывод|the picture is clear|the order is clear)[^:]{0,12})\W*",
    regex.IGNORECASE,
)
FALLING = {  # what follows is listed from the top
    "lv": r"(?:dilstoš|krītoš)\w* (?:secīb|kārtīb)\w*|no (?:vis)?(?:biež|liel|augst|lab|populār|svarīg)āk\w* līdz (?:vis)?(?:ret|maz|zem|slikt|vāj)\w*āk\w*",
    "en": r"(?:in )?(?:descending|falling) order|from (?:the )?(?:most|highest|best|largest|top|first)(?: [a-z]+)? (?:down )?to (?:the )?(?:least|lowest|worst|smallest|bottom|last)(?: [a-z]+)?|in order of (?:popularity|importance|frequency|preference|size)",
    "ru": r"(?:в порядке|по) убывани\w+|от (?:сам\w+ )?(?:част|больш|высок|популярн|лучш|важн)\w+ к (?:сам\w+ )?(?:редк|меньш|низк|непопулярн|худш|маловажн)\w+",
}
RISING = {
    "lv": r"augoš\w* (?:secīb|kārtīb)\w*|no (?:vis)?(?:ret|maz|zem|slikt|vāj)\w*āk\w* līdz (?:vis)?(?:biež|liel|augst|lab|populār|svarīg)āk\w*",
    "en": r"(?:in )?(?:ascending|rising) order|from (?:the )?(?:least|lowest|worst|smallest|bottom)(?: [a-z]+)? (?:up )?to (?:the )?(?:most|highest|best|largest|top)(?: [a-z]+)?",
    "ru": r"(?:в порядке|по) возрастани\w+|от (?:сам\w+ )?(?:редк|меньш|низк|непопулярн|худш)\w+ к (?:сам\w+ )?(?:част|больш|высок|популярн|лучш)\w+",
}
SPAN = {  # before a year that only begins or ends a time
    "lv": r"(?:kopš|no|līdz|pirms|pēc|starp|salīdzin\w+ ar) (?:19|20)\d\d",
    "en": r"(?:since|from|until|till|to|before|after|between|than|by) (?:in )?(?:19|20)\d\d",
    "ru": r"(?:с|до|после|от|между|чем в|по сравнению с) (?:19|20)\d\d",
}
LONG = {  # of what takes time
    "lv": r"(?:vis)?ilgāk(?:ais|ā|o|i)?(?! (?:par|nekā|kā))|(?:vis)?lēnāk(?:ais|ā|ie|ās|i)?(?! (?:par|nekā|kā))",
    "en": r"(?:the )?(?:very )?longest|(?:the )?slowest",
    "ru": r"(?:дольше|медленнее) (?:все(?:го|х)|других|прочих|остальных)|сам\w{2,3} (?:долг|длинн|медленн)\w+",
}
SHORT = {
    "lv": r"vis(?:īs|ātr)āk\w*|(?:īs|ātr)āk(?:ais|ā|ie|ās|o)",
    "en": r"(?:the )?(?:very )?(?:shortest|quickest|fastest|swiftest)",
    "ru": r"(?:быстрее|короче|скорее) (?:все(?:го|х)|других|прочих|остальных)|сам\w{2,3} (?:быстр|коротк|скор)\w+",
}
TIMED = regex.pattern(
    r"(?<!\w)(?:minut\w*|hours?|days?|seconds?|weeks?|wait\w*|time|minūt\w*|stund\w*|dien\w*|sekund\w*|nedēļ\w*|gaid\w*|ilgum\w*|laik\w*|минут\w*|час(?:а|ов|ы)?|дн[еия]\w*|секунд\w*|недел\w*|жд[уа]\w*|ожида\w*|врем\w+)(?!\w)",
    regex.IGNORECASE,
)
