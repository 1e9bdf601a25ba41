"""How a course over waves is told, in each language: each way up, never before, twice as much."""

from __future__ import annotations

RISES = {  # besides the language's own words of rising
    "lv": r"stiprāk\w*|augus(?:i|ī)\w*|kļuv\w+ (?:\w+ )?(?:garāk|ilgāk)\w*|iestiep\w+|(?-i:^Vairāk)(?! (?:nekā|par|kā))|arvien vairāk|aizvien vairāk|kuplo\w*|kuplināj\w+|vairoj\w+|uzņem apgriezienus|iet plašumā|iekaro\w*|atdzim\w+|atkop\w+|ceļ(?:as)? augšup|augšupej\w*|uzplauk\w+|kļuv\w+ populārāk\w*|iegūst popularitāti|augt|aug(?:am|ošs|oša|ošu)?|pieaug(?:t|a|ošs|oša|ošu)|kāpt|kāp(?:a|j)?|celties|ceļas|palielināties|palielinās|uzlaboties|uzlabojas|vairoties|nostiprināties|augšup\w*|uz augšu|audzi\w*|pieaugum\w*|kāpum\w*|lielāk\w*|augstāk\w*",
    "en": r"stronger|(?:become|became|becoming|got|getting|gotten|grown|grew|growing) (?:\w+ )?longer|lengthen\w*|(?-i:^More)(?! than)|(?<=: )more(?! than)|(?:edg|creep|inch|nos|tick)(?:es|ed|ing)? (?:up|higher)|crept (?:up|higher)|more and more (?:\w+)?|ever more|(?:com(?:e|es|ing)|came) into (?:its|their) own|(?:tak|catch)(?:es|ing|en)? (?:off|on)|took off|caught on|bounc\w+ back|rall(?:ied|ies|ying)|win(?:s|ning)? (?:\w+ )?over|won (?:\w+ )?over|warm(?:s|ed|ing)? to|on the up|gather(?:s|ed|ing)? (?:pace|speed|momentum)|flourish\w*|thriv\w+|recover\w*|rebound\w*|ris\w+|rose|grow\w*|grew|climb\w*|increas\w*|mount(?:ed|ing|s)|upwards?|improv\w+|expand\w*|strengthen\w*|gain\w*|higher|larger|went up|go(?:es|ing|ne)? up|(?<!-)up",
    "ru": r"сильнее|(?:стал|становит)\w* (?:\w+ )?(?:дольше|длиннее)|удлин\w+|окреп\w*|(?-i:^(?:Больше|Чаще))(?!,? чем)|вс[её] больше|вс[её] чаще|полз[её]т (?:вверх|вверх)|пересажива\w+ся|набира\w+ (?:обороты|популярност\w+|силу|вес)|ид[её]т вверх|восстан\w+с[яь]|популярнее|в гору|прибавля\w+|приобрета\w+ (?:\w+ )?(?:популярност\w+|сторонник\w+)|расцвета\w+|крепн\w+|множ\w+ся|расти|рос(?:ла|ло|ли)?|раст[её]т|растут|вырос\w*|возраст\w*|возрос\w*|увеличи\w*|повыша\w*|повыси\w*|улучша\w*|улучши\w*|вверх|рост\w{0,2}|прирост\w{0,2}|подъ[её]м\w*|выше|больше",
}
FALLS = {
    "lv": r"vājāk\w*|kļuv\w+ (?:\w+ )?īsāk\w*|saīsin\w+|(?-i:^(?:Mazāk|Retāk))(?! (?:nekā|par|kā))|arvien mazāk|aizvien mazāk|rūk|rucis|rukusi|plok|noplok|noplacis|noplakusi|zaudē\w* (?:\w+ )?(?:piekritēj\w+|pozīcij\w+|popularitāt\w+|lasītāj\w+|uzticīb\w+)|iziet no modes|atslāb\w+|atdziest|atdzis\w+|izsīk\w+|retāk\w*|lejupslīd\w*|atkāpj\w*|apsīk\w+|izplēn\w+|sarukt|sarūk|saruk\w*|sarucis|kristies|krīt\w*|kritās|kritu\w*|kritum\w*|samazin\w+|mazin\w+|dilt|dil(?:st)?|lejup\w*|uz leju|slīd\w*|pasliktin\w+|mazāk\w*|zemāk\w*",
    "en": r"weaker|dip(?:s|ped|ping)?|(?:become|became|becoming|got|getting|gotten|grown|grew|growing) (?:\w+ )?shorter|shorten\w*|(?-i:^(?:Fewer|Less))(?! than)|(?<=: )fewer(?! than)|(?:com(?:e|es|ing)|came) down|slip\w* back|fall\w* back|fell back|(?:go(?:es|ing|ne)|went) backwards?|(?:go(?:es|ing|ne)|went) out of (?:fashion|favou?r|style|use)|out of fashion|losing (?:\w+ )?(?:followers|ground|favou?r|appeal|supporters)|on the (?:retreat|way out|wane|decline|slide)|(?:cool|tail|eas|drop|ebb|die|fad)(?:s|ed|d|es|ing)? (?:off|away|out)|cool(?:s|ed|ing)|dwindl\w+|fad(?:es|ed|ing)|rarer|fewer and fewer|less and less|ever (?:fewer|less)|eroded|erod(?:es|ing)|(?:head|point)(?:s|ed|ing)? (?:south|down\w*)|crumbl\w+|weaken\w*|soften\w*|diminish\w*|thin(?:s|ned|ning) out|fall(?:s|ing|en)?|fell|declin\w*|decreas\w*|drop\w*|shrink\w*|shr[au]nk|sink\w*|s[au]nk|downwards?|worsen\w*|slip\w*|slid\w*|retreat\w*|wan(?:ed|ing|es)|lower|smaller|go(?:es|ing|ne)? down|went down|(?<!-)down",
    "ru": r"слабее|паден\w+|(?:стал|становит)\w* (?:\w+ )?короче|ослаб\w*|(?-i:^(?:Меньше|Реже))(?!,? чем)|вс[её] меньше|вс[её] реже|катит\w* вниз|ид[её]т вниз|остыва\w+|осты(?:л|ла|ло|ли)|угаса\w+|тает|тают|редеет|редеют|выход\w+ из моды|вышл?\w* из моды|отступа\w+|сда[её]т позиции|сдал\w* позиции|теря\w+ (?:\w+ )?(?:популярност\w+|сторонник\w+|позици\w+|довери\w+|почву)|под гору|откатил\w*|откат|снижа\w*|снизи\w*|снижени\w*|пада\w+|упал\w*|сокраща\w*|сократи\w*|сокращени\w*|уменьша\w*|уменьши\w*|убыва\w*|вниз|ухудша\w*|ухудши\w*|спад\w{0,2}|ниже|меньше",
}
_TIMES = {  # what comes again and again
    "lv": r"(?:gad|reiz|aptauj|mērījum|viļņ|viln|ceturkšņ|ceturksn|mēne[sš]|pusgad|pētījum|ziem|vasar|ruden|pavasar|sezon|semestr)\w*",
    "en": r"(?:year|survey|wave|round|time|edition|quarter|month|measurement|study|studies|summer|winter|autumn|spring|season|term)s?",
    "ru": r"(?:год|лет|раз|опрос|волн|замер|измерени|квартал|месяц|полугоди|зим|осен|весн|сезон|исследовани)\w*",
}
EVERY = {  # each step goes one way
    "lv": rf"(?:ik|katr)\w* no (?:šiem|šīm|trim|četriem|visiem)? ?{_TIMES['lv']}|(?:ar )?(?:katr\w+|ik) (?:nākam\w+ |jaun\w+ )?{_TIMES['lv']}|(?:no )?{_TIMES['lv']} (?:uz|pēc|no) {_TIMES['lv']}|ikgad\w*|nepārtraukt\w*|bez pārtraukum\w*|nemitīg\w*|pastāvīgi|vienmērīgi|stabili|nelokāmi|neatlaidīgi|soli pa solim|pakāpenisk\w*|konsekventi|visu (?:šo )?laiku|(?:visus|visos) (?:šos )?(?:\w+ )?gad(?:us|os)|neviena kritum\w*|ne reizi (?:nav|ne)\w*",
    "en": rf"(?:in )?(?:every one|each one|each|every single one) of (?:these|those|the|all|our) (?:\w+ )?{_TIMES['en']}|(?:with |in |at |from )?(?:every|each) (?:single )?(?:new |successive |passing )?{_TIMES['en']}|{_TIMES['en']} (?:on|after|by|upon) {_TIMES['en']}|from (?:one )?{_TIMES['en']} to (?:the next|{_TIMES['en']})|continuous(?:ly)?|continual(?:ly)?|steadily|steady|step by step|without (?:a |any )?(?:interruption|break|pause|setback|exception)|uninterrupted(?:ly)?|unbroken|unceasing(?:ly)?|consistently|constantly|relentless(?:ly)?|all (?:the )?(?:years|along)|never once|not once",
    "ru": rf"в кажд\w+ из (?:этих |трёх |четырёх |последних )?{_TIMES['ru']}|(?:от|с|из) {_TIMES['ru']} (?:к|на|в) {_TIMES['ru']}|(?:с |от )?кажд\w+ (?:нов\w+ |следующ\w+ )?{_TIMES['ru']}|год за годом|год от года|раз за разом|ежегодн\w+|последовательно|шаг за шагом|непрерывн\w+|беспрерывн\w+|без (?:перерыв\w+|остановк\w+|сбо\w+)|постоянн\w+|неуклонн\w+|стабильно|устойчиво|равномерно|неизменно|вс[её] (?:это )?время|все (?:эти )?годы|ни разу не",
}
GOES_ON = {
    "lv": r"turpin(?!āt(?!\w))\w*|joprojām|aizvien|arvien|vēl aizvien",
    "en": r"continu(?:es?|ed|ing)(?: to)?|keeps?|kept|goes on|went on|still|further",
    "ru": r"продолж(?!(?:и|а)ть(?!\w))[аи]\w+|по-прежнему|вс[её] (?:ещ[её]|так же)|и дальше",
}
RUNNING = {  # (how often) in a row
    "lv": r"(?P<n>otr|treš|ceturt|piekt)\w+ (?:gad\w+|reizi|aptauj\w+|viln\w+|mērījum\w+) (?:pēc kārtas|no vietas)|(?P<c>div|trīs|četr|piec)\w* (?:gadus|reizes|aptaujas|viļņus) (?:pēc kārtas|no vietas)",
    "en": r"(?P<n>second|third|fourth|fifth) (?:\w+ )?(?:year|time|survey|wave|round) (?:running|in a row|in succession)|(?P<m>second|third|fourth|fifth) (?:consecutive|successive|straight) (?:year|time|survey|wave|round)|(?:for )?(?P<c>two|three|four|five) (?:(?:consecutive|successive|straight) (?:years|times|surveys|waves|rounds)|(?:years|times|surveys|waves|rounds) (?:running|in a row|in succession))",
    "ru": r"(?P<n>втор|трет|четв[её]рт|пят)\w+ (?:год|раз|опрос|волну) (?:подряд|кряду)|(?P<c>два|три|четыре|пять) (?:год\w+|раза|опроса|волны) (?:подряд|кряду)",
}
HOW_MANY = {
    "otr": 2, "treš": 3, "ceturt": 4, "piekt": 5, "div": 2, "trīs": 3, "četr": 4, "piec": 5,
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "two": 2, "three": 3, "four": 4, "five": 5,
    "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4, "пят": 5, "два": 2, "три": 3, "четыре": 4, "пять": 5,
}  # fmt: skip
EXCEPT = {  # a step is allowed to go the other way
    "lv": r"izņem\w+|ja ne\w* skait\w+|(?<!bez )(?<!bez neviena )izņēmum\w*|lai gan|kaut gan|kaut arī|neskatoties|neraugoties|atskaitot|īslaicīg\w*|uz brīdi|pārrāv\w+|gandrīz (?:katru|ik)|ar svārstībām|svārst\w+|ne vienmēr|vidēji|kopumā|ar (?:vienu )?(?:kritum\w+|kāpum\w+)",
    "en": r"except\w*|apart from|aside from|although|though|despite|in spite of|bar(?:ring)?|save for|with (?:a|one|the) (?:dip|fall|drop|setback|break|exception|rise|peak|pause|bump|blip)|temporar\w+|briefly|fluctuat\w+|nearly every|almost (?:every|each)|nearly each|most (?:years|waves)|not (?:every|each|always|steadily|continuously)|on average|overall|on the whole|interrupt\w+ (?:by|only|in)|only once",
    "ru": r"кроме|за исключением|исключая|(?<!без )исключени\w+|хотя|несмотря|если не считать|временно|ненадолго|колеба\w+|почти (?:кажд\w+|ежегодн\w+)|не (?:всегда|кажд\w+)|в среднем|в целом|за вычетом|прерва\w+",
}
SAME = {
    "lv": r"stāv uz vietas|mīņāj\w+ uz vietas|uz vietas|tur(?:as|ējies|ējusies|ējās) (?:iepriekšējā|tajā pašā|tai pašā|nemainīgā|vienā|agrākajā) (?:līmenī|augstumā)|(?:tik ?pat|tādi paši|tikpat) (?:daudz|bieži|maz|reti)\w*|nekas nav (?:mainījies|pamainījies)|nav (?:iz)?kustēj\w+|palik\w+ (?:turpat|nemainī\w+|tāds? pats|tāda pati)|turpat|nemain\w+|kā bija, tā ir|stagnē\w*|sastin\w+|plato|nemainīg\w*|nemainī\w+|nemainā\w*|nav (?:būtiski )?mainī\w+|ne(?:bija|ir) mainī\w+|tāds? pats|tāda pati|tādā pašā līmenī|tikpat (?:liel|augst)\w*|iepriekšēj\w+ līmenī|tajā pašā līmenī|stabil(?:s|a|i|as|u)|bez izmaiņ\w+|bez pārmaiņ\w+|saglabā\w+ (?:stabil\w+|nemainīg\w+|iepriekšēj\w+)|turas tajā pašā\w*",
    "en": r"(?:hold|held|holds|holding) (?:\w+ )?(?:steady|firm|its ground|their ground)|(?:not|n't|hardly|barely|scarcely|never) (?:really )?(?:budged|changed|moved|shifted)|nothing (?:has |had )?(?:really )?(?:changed|moved|shifted)|no (?:movement|shift|progress)|plateau\w*|level(?:s|led|ling)? (?:off|out)|little changed|at a standstill|standstill|stagnat\w+|(?:as|just as|no) (?:many|more or fewer|much|often) (?:\w+ ){0,3}(?:as (?:in (?:19|20)\d\d|before|ever|then|last|at the)|than (?:in (?:19|20)\d\d|before))|treading water|marking time|(?:is|are|was|were|stands?|stood) where (?:it|they|we) (?:was|were|stood|began|started)|back where|unchanged|unaltered|(?:remain\w*|stay\w*|held|been|kept|hold\w*|was|is|were|are) (?:\w+ )?(?:stable|steady|constant|flat|level|the same)|no change|(?:not|n't|never|hardly|barely|scarcely) (?:really |materially )?(?:changed?|moved?|altered|shifted)|stood still|the same (?:level|as)|stable|where it was",
    "ru": r"топч\w+ на месте|сто[ия]т\w* на месте|на месте|держ\w+ся на (?:том же|прежнем|одном|одном и том же) уровне|(?:ничего|ничто) не (?:из)?менил\w*|столько же|так же (?:част|мног|редк)\w+|не сдвин\w+|плато|застыл\w*|стагнац\w+|стагнир\w+|как и прежде|прежн\w+ уровн\w+|неизменн\w+|без изменений|не (?:из)?менял\w+|не изменил\w*|не меняется|не меняются|стабильн\w+|на (?:том же|прежнем|одном) уровне|осталась? прежн\w+|оста\w+ прежн\w+|не сдвинул\w+|там же",
}
TURNED = {  # name of the group: which way it goes no more
    "lv": r"(?P<fall>(?:lejupslīd\w*|kritum\w*|sarukum\w*|lejupej\w*) (?:ir )?(?:apstāj\w+|beidz\w+|beigus\w*|apturēt\w*|pārtrauk\w+|aprim\w+|nomainīj\w+)|kritum\w+ (?:ir )?(?:nomainīj\w+|aizstāj\w+)|pārstājis (?:krist|sarukt)|vairs (?:ne)?krīt)|(?P<rise>(?:kāpum\w*|pieaugum\w*|izaugsm\w*|augšupej\w*) (?:ir )?(?:apstāj\w+|beidz\w+|beigus\w*|beigušies|apsīk\w+|apsīc\w+|aprāv\w+|pārtrauk\w+))",
    "en": r"(?P<fall>(?:decline|fall|drop|slide|downturn|downward trend|decrease) (?:has |had |have )?(?:now )?(?:been |come to )?(?:stopped|halted|ended|reversed|arrested|over|a halt|an end)|turn(?:ed|s)? (?:the|a) corner|bottomed out|stopped (?:falling|declining|shrinking|sinking)|(?:is|are) no longer (?:falling|declining|shrinking))|(?P<rise>(?:growth|rise|increase|climb|upturn|upward trend|expansion) (?:has |had |have )?(?:now )?(?:been |come to )?(?:stopped|halted|ended|reversed|stalled|petered out|over|a halt|an end)|stopped (?:growing|rising|climbing|increasing)|(?:is|are) no longer (?:growing|rising|climbing))",
    "ru": r"(?P<fall>(?:падени\w+|снижени\w+|спад|сокращени\w+) (?:был\w* )?(?:остановил\w+|остановлен\w*|прекратил\w+|закончил\w+|сменил\w+|преодол\w+)|перестал\w* (?:падать|снижаться|сокращаться)|больше не (?:падает|снижается))|(?P<rise>(?:рост|подъ[её]м|прирост|увеличение) (?:был\w* )?(?:остановил\w+|остановлен\w*|прекратил\w+|закончил\w+|сменил\w+|иссяк\w*)|перестал\w* расти|больше не раст[её]т)",
}
FIRST_TIME = {
    "lv": r"pirmo ?reizi|pirmoreiz|pirm(?:ais|ā|ajā) \w+,? (?:kad|kurā)|nekad (?:agrāk|iepriekš)\w*",
    "en": r"(?:for )?the first time|never before|first (?:\w+ ){1,2}(?:in which|when|to (?:exceed|pass|top|fall))|first(?=\s(?:passed|exceeded|topped|crossed|fell|dropped|rose))",
    "ru": r"впервые|в первый раз|перв\w+ \w+,? (?:когда|в котор\w+)|никогда (?:раньше|прежде)",
}
ABOVE = {
    "lv": r"robež\w* (?:pārkāp|sasnie)\w*|pārsnie\w+|pārkāp\w+|virs|vairāk (?:nekā|par|kā)|sasnie\w+|pāri|lielāk\w* (?:nekā|par)|vairākum\w*",
    "en": r"outnumber\w*|in the majority|past|passed|crossed|exceed\w*|pass(?:ed|es|ing)?|cross\w*|topp?(?:ed|s|ing)?|above|over|more than|reach\w*|surpass\w*|beyond|a majority|majority",
    "ru": r"преоблада\w+|рубеж\w*|пройден\w*|превы\w+|больше|более|свыше|выше|перевал\w+|перешагн\w+|преодол\w+|достиг\w*|большинств\w+",
}
BELOW = {
    "lv": r"zem|mazāk (?:nekā|par|kā)|zemāk\w* (?:nekā|par)",
    "en": r"below|under|less than|fewer than|beneath",
    "ru": r"ниже|меньше|менее",
}
HALF = {
    "lv": r"pus(?:e|i|es|ei)|vairākum\w*|vairāk nekā to,? k\w+ ne\w*",
    "en": r"outnumber\w* (?:those )?(?:without|who (?:do|did|are|have)(?: not|n't)|the (?:others|rest))|half(?: mark)?|halfway|a majority|majority",
    "ru": r"больше,? чем тех,? кто не|преоблада\w+ над теми|половин\w+|большинств\w+",
}
TIMES = {  # name of the group: factor
    "lv": r"(?P<x2>divkāršoj\w+|dubultoj\w+|divkārš\w*|div(?:reiz|as reizes|ām reizēm|tik)\w*)|(?P<x3>trīskāršoj\w+|trīskārš\w*|trīs(?:reiz| reizes| reizēm)\w*)|(?P<x4>četrkāršoj\w+|četrkārš\w*|četr(?:reiz|as reizes|ām reizēm)\w*)|(?P<h2>uz pusi|par pusi)",
    "en": r"(?P<x2>doubled|doubling|twofold|two-fold|twice (?:as|what|the)|two times)|(?P<x3>trebled|tripled|threefold|three-fold|three times)|(?P<x4>quadrupled|fourfold|four-fold|four times)|(?P<h2>halved|halving|by half|half (?:of )?what it was|half as (?:many|much|large|big|high))",
    "ru": r"(?P<x2>удво\w+|вдвое|в два раза|двукратн\w+)|(?P<x3>утро\w+|втрое|в три раза|тр[её]хкратн\w+)|(?P<x4>учетвер\w+|вчетверо|в четыре раза|четыр[её]хкратн\w+)|(?P<h2>наполовину|ополовин\w+)",
}
NEARLY = r"gandrīz|teju|bezmaz|tuvu|almost|nearly|close to|virtually|practically|почти|чуть не|практически"
OVER = r"vairāk nekā|vairāk kā|more than|over|well over|более чем|больше чем"
PEAK = {
    "lv": r"(?P<top>(?:vis)?(?:augst|liel|lab)āk\w*|maksimum\w*|virsotn\w*|rekord\w*|kulminācij\w*|vislabāk\w*|visvairāk)|(?P<low>(?:vis)?(?:zem|maz|slikt)āk\w*|minimum\w*|viszemāk\w*|vismazāk)",
    "en": r"(?P<top>highest|peak(?:ed)?|high(?: point)?|maximum|best|largest|greatest|record|the most)|(?P<low>lowest|low(?: point)?|minimum|worst|smallest|bottom(?:ed)?(?: out)?|trough|nadir|the fewest|the least)",
    "ru": r"(?P<top>сам\w{2,3} (?:высок|больш|лучш)\w+|наибольш\w+|наивысш\w+|максимум\w*|максимальн\w+|пик\w{0,3}|рекорд\w*|больше всего|выше всего)|(?P<low>сам\w{2,3} (?:низк|мал|худш)\w+|наименьш\w+|минимум\w*|минимальн\w+|меньше всего|ниже всего|дно|дна)",
}
SINCE = {
    "lv": r"kopš (?P<a>(?:19|20)\d\d)|no (?P<b>(?:19|20)\d\d)(?:\.|\. gada)? līdz (?P<c>(?:19|20)\d\d)|līdz (?P<d>(?:19|20)\d\d)|pēc (?P<e>(?:19|20)\d\d)|(?P<f>(?:19|20)\d\d)[.\s]*[–-]\s?(?P<g>(?:19|20)\d\d)",
    "en": r"since (?P<a>(?:19|20)\d\d)|(?:from|between) (?P<b>(?:19|20)\d\d) (?:to|and|until|through) (?P<c>(?:19|20)\d\d)|(?:until|till|up to|to) (?P<d>(?:19|20)\d\d)|after (?P<e>(?:19|20)\d\d)|(?P<f>(?:19|20)\d\d)\s?[–-]\s?(?P<g>(?:19|20)\d\d)",
    "ru": r"с (?P<b>(?:19|20)\d\d)(?: года)? (?:по|до) (?P<c>(?:19|20)\d\d)|(?:с|начиная с) (?P<a>(?:19|20)\d\d)|(?:до|по) (?P<d>(?:19|20)\d\d)|после (?P<e>(?:19|20)\d\d)|(?P<f>(?:19|20)\d\d)\s?[–-]\s?(?P<g>(?:19|20)\d\d)",
}
EVER_SINCE = {  # the whole of the series
    "lv": r"kopš (?:\w+ )?(?:sākuma|pirm\w+)|gadu gaitā|šajos gados|šo gadu laikā|(?:visā|pa visu) (?:laik\w+|period\w+)|(?:\w+ )?gadu laikā|no pirm\w+",
    "en": r"over the (?:\w+ )?(?:years|period|decade|waves|surveys)|since (?:the )?(?:first|surveys? began|we began|the beginning|the start)|in (?:the )?(?:\w+ )?years|across the (?:years|waves|surveys|period)|throughout|over \w+ years|through the years",
    "ru": r"за (?:эти|все|\w+) (?:годы|лет|года)|с (?:перв\w+|начал\w+)|за вс[её] (?:время|период)|за (?:весь )?период|с годами",
}
NOT = {  # before the word that it denies
    "lv": r"nav|ne|nebija|nekad|ja|vai",
    "en": r"not|n't|never|no|neither|nor|if|would|could|whether|hardly",
    "ru": r"не|ни|если|ли|должн\w+|вряд ли",
}
LAST_FEW = r"(?:last|past|pēdēj\w+|последни\w+)"  # "over the last three years"
GENERIC = (  # stems of what any survey measures
    r"thing|situat|pictur|state$|posit|matter|sight|crowd|rank|time|all$|people|follow|ground|reside|folk|situā|aina|stāvo|lieta|pulks|pulka|pulku|ļaud|ļauž|ļaužu|cilvē|iedzī|piekr|ситуа|карти|дела|полож|горож|жител|людей|люди|людьм|человек|сторо|share|proport|percen|figure|level|result|rate|score|mark|trend|curve|line|survey|wave|round|table|time|year|freque|use$|usage|uptake|takeup|attend|reader|popula|awaren|partic|turnou|punctu|recogn"
    r"|īpats|daļ|rādīt|rezul|līmen|līme|vērtē|tende|līkn|aptau|tabul|attēl|laik|gad|reiz|proce|biežu|lieto|apmek|popul|atpaz|dalīb|aktiv|preci"
    r"|дол|показ|уровн|урове|резул|оценк|балл|тенде|крив|опрос|табли|рисун|врем|год|раз|проце|часто|польз|посещ|популя|извес|участ|актив|точно|пункт"
)
PRONOUN = r"(?<!\w)(?:it|this|that|they|namely|tā|tas|šī|šis|tie|proti|он[ао]?|они|это|эта|этот|а именно)(?!\w)"
