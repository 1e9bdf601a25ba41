"""What surveys speak of, in three languages: a row a notion, with the beginnings of the words that tell it.

A claim may be told in other words than the result it rests on, and a claim on a topic of which a document has no
word rests on nothing. A word with `~` tells its notion and is no topic of itself (`hour`); one with a dot behind it is whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

_NOTIONS: tuple[tuple[str, str, str], ...] = (  # Latvian, English, Russian
    (  # food
        "ēdin ēdien ~ēd ~ēst pusdien brokast ēdnīc kafejnīc uztur porcij virtuv bufet maltīt kafij dzērien garšīg",
        "food buffet meal canteen lunch breakfast cafeteria cater menu dish kitchen portion eat snack coffee dinner taste tasty drink",
        "питани кормл еда. еду. еды. едой. столов обед завтрак ужин буфет блюд порци кухн меню кормят кормеж кафе кофе вкусн напит",
    ),
    (  # parking
        "stāvviet autostāvviet novietn stāvlaukum parkoš parkot ~novieto",
        "parking parked carpark ~park.",
        "парков стоянк ~машин",
    ),
    (  # money
        "cena. cenas. cenu. cenām. cenai. dārg lēt maks līdzmaks izmaks tarif izdevum eiro euro naud rēķin nodev atlaid samaks",
        "pric cost expens cheap afford fee. fees. fare. fares. charg tariff money budget discount bill. bills. pay. paid. payi payment dear.",
        "цена. цены. цену. цене. ценой. ценам. ценах. ценами. цен. дорого. дорогой дорогая дорогие дорогую дорогих дешев плат стоимост стоит. стоимо тариф расход затрат деньг денег скидк счет. счета. счетов. счету. счетам. оплат опла подорож завышен переплат евро",
    ),
    (  # pay for work
        "alg atalgo atlīdz prēmij piemaks pelna. nopeln",
        "salar wage pay. paid. bonus remunerat earn",
        "зарплат заработ оклад преми доплат жаловань",
    ),
    ("ienākum nabadz maznodroš", "income poor. poverty wealth", "доход бедн малоимущ обеспечен"),
    (  # loans, saving
        "kredīt aizdev parād uzkrāj iekrāj ietaup bank",
        "loan credit debt saving save. mortgag bank",
        "кредит займ заем долг. долги. долгов накоп сбереж эконом банк ипотек",
    ),
    (  # safety and fear
        "droš nedroš apdraud noziedz zādzīb uzbruk bail baid bīst ~satrauc ~uztrauc ~raiz ~bažas ~bažī trauksm nemier",
        "safe unsafe secur crime danger threat theft risk burglar fear afraid fright scare nervous ~worr ~concern anxi",
        "безопас опасн угроз преступ краж ограбл ~опасе боят страх пуга испуг ~беспок ~бесп ~трево ~волн",
    ),
    ("troks troksn skaļ klus", "nois loud quiet silen", "шум громк тих тишин"),
    (
        "tīr netīr uzkop sakop atkritum mēsl putekļ higiēn",
        "clean dirt tidy litter hygien rubbish dust",
        "чист гряз уборк убира мусор пыл гигиен опрятн",
    ),
    (  # warm and cold
        "silt auks apkur temperat salst karst vēsum vēs. kondicion",
        "heat cold warm temperatur chill draught freez",
        "тепл холод отоплен температур мерз жар. жара. жары. жарко. кондиц обогрев прохлад сквоз",
    ),
    (
        "gaiss. gaisa. gaisu. gaisā. gaisam. ventilāc vēdin smak smar",
        "air. ventil smell stuffy odour",
        "воздух вентил духот запах",
    ),
    (
        "gaism apgaismo tumš laternas lampas",
        "light. lights. lighting dark. lamp. lamps. lit. dim.",
        "свет. света. освещ темн фонар ламп",
    ),
    ("ūden dzeramū lietus. dušas", "water. leak rain", "вода. воды. воду. водой. воде. водопровод дожд протек"),
    (  # going by
        "autobus vilcien tramvaj trolejbus transport satiksm reis. reisu. reisi. reisus sabiedrisk pietur brauc sarakst velo velosip mašīn automaš auto. taksometr"
        " ~dodas ~pārvietoj ~ierodas ~nokļū ~nokļūst",
        "bus. buses train. trains tram trams transport transit timetabl route stop. stops. cycl bike bicycl travel commut car. cars taxi driver driving drive"
        " ride. ~come. ~came. ~arriv ~journey ~trip",
        "автобус поезд трамва троллейб транспорт маршрут рейс останов электрич велосип поездк расписани проезд такси машин автомоб ~езд ~приезж ~добира ~доезж",
    ),
    (  # roads
        "ceļš. ceļa. ceļu. ceļi. ceļiem. ceļus. iela. ielas. ielu. ielā ietv trotuār bruģ asfalt gājēj ~kājām",
        "road. roads street pavement walk sidewalk ~foot.",
        "дорога. дороги. дороге. дорог. дорогам. дорогах. улиц тротуар асфальт пешком пешеход",
    ),
    ("bedr", "pothole", "яма. ямы. выбоин"),
    (  # when it is open
        "darbalaik atvērt slēgt pulksten vakar grafik stund sākum agri. agrāk vēlāk",
        "opening open. opens close. closes closing hours. evening schedul shift rota start ~earlier ~later",
        "график вечер открыт закрыт смен. смены. смену режим начал раньше позже ~час. ~часы ~часов",
    ),
    (
        "brīvdien darbdien sestdien svētdien nedēļas",
        "weekend weekday saturday sunday",
        "выходн суббот воскрес будни будня",
    ),
    (  # waiting, how fast
        "rindas. rindā. rinda. rindu. rindām. gaidī gaida. gaidīš kavē kavēj ~ātr ~lēn ~ilg ~minū ~stund ~laik ~steig savlaic laikus",
        "queue wait delay punctual late. ~fast ~quick ~slow ~speed ~minut ~hour ~time ~prompt ~long. ~longer",
        "очеред ожид жда жде жду ~дней ~неделю ~недели задерж опазд вовремя ~быст ~медл ~доль ~дольше ~срок ~врем ~минут ~час ~долг ~скор",
    ),
    ("valod tulko tulk latvieš krievu. angļu", "languag translat english latvian russian bilingual interpret", "язык перевод латыш английск русск"),
    (  # online
        "internet wi-fi bezvad tīkl tīmek lietotn mājaslap vietn. vietne. vietnes. vietni vietnē portāl tiešsaist digitāl elektronis elektron aplikācij sistēm e-pakalp e-past",
        "internet wi-fi wifi broadband network wireless app. apps. website portal online digital electron software web. system email e-mail",
        "интернет wi-fi вай-фай сеть. сети. сетью. приложени сайт портал онлайн цифров электрон программ систем",
    ),
    ("tālru telefon", "phone telephon hotline", "телефон"),
    ("zvan sazvan piezvan", "call. calls calling", "звон дозвон позвон"),
    (  # to be told
        "inform ~vēstul ziņojum ziņas. ziņu. ziņo ziņām paziņo avīz skaidro skaidroj ~zina ~zināš ~pazīst ~uzzin ~dzirdēj ~lasī ~avot",
        "inform ~letter messag news announc notif leaflet explain explan ~know ~aware ~heard ~learn ~sourc ~familiar",
        "информ извещ уведомл ~сообщен ~письм новост объявл разъясн оповещ осведом ~зна ~узна ~слыш ~источн ~знаком",
    ),
    ("reklām", "advert", "реклам"),
    (  # health
        "vesel slim mediķ ārst zāles. zālēm pacient aptiek traum sāp",
        "health ill. illness sick doctor medic nurs patient injur pain",
        "здоров болезн болеют врач лекарст медиц пациент боль. боли. травм",
    ),
    (  # stress
        "stres pārslog slodz nogur izdeg virsstund noslog darbslodz izmieg mieg",
        "stress workload overwork tired fatigue burnt burned burnout overtime exhaust sleep",
        "стресс нагруз перегруж устал выгор сверхуроч переработ спят сон. высып",
    ),
    ("jostu josta. piesprādz sprādz", "seatbelt belt. belts buckle", "ремень ремн пристег"),
    ("vientul", "lonel isolat", "одинок одиноч"),
    (  # equipment
        "aprīko iekārt instrument dator tehnik rīk. rīki rīku rīkus ierīc inventār aparāt",
        "equipment tool computer device machin laptop kit. instrument apparatus",
        "оборудов инструмент компьютер устройств техник инвентар станк аппарат",
    ),
    (  # rooms
        "telp ēka. ēkas ēku ēkā kabinet zāle. zāli zālē istab remont šaur platīb kvadrāt drūzm pārpild",
        "room. rooms building premis office. offices space hall. halls repair renovat crowd overcrowd cramp",
        "помещени здани кабинет зал. зала. залы. зале. залов. комнат ремонт тесн. тесно теснот толп переполн давк",
    ),
    ("mēbel sēdekl sols. soli. soliņ solus krēsl sēdviet galdi. galdu", "furnitur seat. seats seating bench chair desk. desks", "мебел сиден скаме стул кресл парта. парты. столы"),
    ("tualet mazgātav duša. dušas ģērbtuv", "toilet shower washroom locker changing", "туалет душ. душа. души. душевые раздевал"),
    (  # learning
        "apmāc kurss. kursi. kursu. kursus. kursos. mācīb mācī seminār kvalifik zināšan izglīt ~skol ~stud ~zinīb",
        "training trained course lesson workshop seminar skill qualif educat taught teach ~school ~learn ~stud",
        "обучени обуч курс. курсы. курсов. курсах. курсами. занят семинар квалифик тренинг урок образов ~учит ~учеб ~школ ~студ",
    ),
    (  # staff
        "darbiniek personāl apkalpo pārdevēj administrat laipn pieklāj ~attieksm konsultant kasier vadītāj. vadītāja šofer",
        "staff employee personnel friendl polite courte helpful ~kind. ~attitud service. ~serv cashier clerk driver. drivers rude rudeness",
        "персонал сотрудни сотру обслуж продав вежл приветл администрат кассир консультант водител ~отнош ~работник",
    ),
    (  # who leads
        "vadīb vadītāj direktor priekšniek dome. domes. domi domei padom deputāt mērs mēra. mēram mēru. priekšsēdēt valdīb",
        "manag boss leader director board. supervis council mayor government minister",
        "руководс начальн дирекц директор администрац управлен мэр. мэра. мэру. мэром. глав. депутат совет. правительств",
    ),
    ("piegād sūtījum kurjer pakomāt pasta. pasts.", "deliver courier parcel shipping post. mail.", "доставк курьер посыл почт"),
    ("izvēl sortiment klāst preč ~izvēlas", "choice range. assortment variet select. selection stock. product", "выбор. выбора. ассортимент товар"),
    ("kvalit garanti defekt svaig", "quality warrant defect faulty fresh", "качеств гаранти брак. брака. свеж"),
    ("līgum abonement pagarin atjauno", "contract subscription renew extend", "договор абонемент продл продлить контракт подписк"),
    ("būvēt būve. būvei. būves. būvniec baznīc stadion tilts tilta. tiltu", "build. construct church stadium bridge", "строит построи постройк церк стадион мост. моста. моста"),
    (
        "sport trenažier baseina baseins peldē fitnes treniņ",
        "pool swim gym sport stadium fitness pitch exercis trainer",
        "бассейн спорт тренаж стадион площадк плава трениров",
    ),
    (
        "mūzik koncert koris. kora. dziesm izrād teātr kino. festivāl muzej izstād",
        "music concert choir theatr film. films cinema festival museum exhibit",
        "музык концерт хор. хора. хоре. спектакл театр кино. фестивал музе выставк",
    ),
    ("grāmat lasī žurnāl lasām", "book. books read. reading magazin journal", "книг чтени журнал читат чита"),
    ("mobing vardarb aizskar pazemo iebied rupj", "bully bullied violen harass abus shout insult", "травл насили оскорб унижа грубост придир издев"),
    ("nodok pabalst pensij", "tax. taxes taxation benefit. benefits pension. pensions allowance", "налог пособи пенси"),
    ("mājok dzīvok īre. īres. īri. hipotēk īrē", "house. houses housing flat. flats rent. rents mortgag landlord", "жиль квартир аренд съем. ипотек"),
    (  # nature
        "koki. koku. kokiem stādī stādīj klimat piesārņo ekoloģ dabas. daba. zaļ. zaļum zaļāk vides. vidi. parks. parku. parkā",
        "climate pollut environment green. nature wildlife tree. trees ~parks.",
        "климат загрязнен эколог природ зелен деревь парк. парка. парке",
    ),
    ("mājasdarb eksāmen atzīmes. atzīmi kontroldarb pārbaudījum", "homework exam mark. marks. grade. grades test. tests.", "экзамен оценка. оценки. контрольн домашн"),
    ("uniform apģērb formas. formu. tērp", "uniform cloth. clothes clothing dress", "форма. форму. формой. одежд"),
    ("pārstrād šķiro kompost", "recycl waste compost", "сортир отход перераб компост"),
    ("attālin mājās. mājām.", "remot home. homes", "удаленн удаленк дом. дома. дистанц"),
    ("uztic neuztic paļau ~ticam ~šaub", "trust distrust confiden ~rely ~believ ~faith", "довер недовер ~вер. ~верят ~надеж"),
    (
        "bērnudārz aukle. auklei auklīt rotaļ bērni. bērnu. bērniem. bērnus",
        "childcare nurser kindergarten creche playground toy. toys nanny ~child",
        "детсад детск ясли игруш нян. няня. няне ~дети. ~детей ~ребен",
    ),
    ("kļūd kļūm", "error mistake. mistakes mistaken wrong. wrongly incorrect", "ошиб ошибк сбой сбои"),
    ("zaud pazaud nozaud", "lose. lost. losing loss. losses", "потеря теря. теряют утер утрат"),
    ("tabak smēķ pīpē", "smok cigaret tobacco", "курят курен курил сигарет табак"),
    ("alkohol dzer. alus.", "alcohol beer wine. drunk", "алкогол пиво. пива. выпив"),
    ("ģimen radiem radin vecvecāk", "famil relative. relatives grandpar", "семья. семьи. семье. семьей родствен бабуш"),
    ("draugi. draugiem draugu. paziņ. paziņām", "friend acquaint", "друзья друзей друзьям знакомым"),
    ("suns. suni. suņ kaķ mājdzīvniek", "dog. dogs cat. cats pet. pets", "собак кошк кошек питомц животн"),
    ("elektrīb ~enerģij strāv gāze. gāzes", "electricit ~energy power. gas.", "электричеств ~энерг ток. газ. газа"),
    ("vēlēšan balso kandidāt partij", "election vot. vote voting voter candidate party.", "выбор. выборы. выборах голосов кандидат парти"),
    ("ziedo labdar ziedoj", "donat charit volunteer", "пожертв благотвор волонт"),
    ("privātum datu. personas. konfidenc", "privacy personal confidential", "конфиденц персональн приватн"),
    ("karjer paaugstin amat", "career promot", "карьер повышени должност"),
    ("atgriež atgriez atkārtot vēlreiz ~atkal ~atbrauk", "return. again revisit repeat ~come. ~visit", "вернутся вернуть возвращ повторно снова опять ~еще ~приед ~придете ~придут"),
    ("pārcel izbrauk aizbrauk emigr aiziet pamest ~paliek ~palikt palikt.", "move. moved. moving relocat emigrat leave. leaving", "переех переезд уех уезж перебр эмигр уйти уходить ~остат"),
    ("norād norādes zīme. zīmes zīmju kart. karte. kartes. navigāc", "sign. signs signpost signage map. maps wayfind", "указател карта. карты. навигац табличк"),
    ("invalīd ratiņ pieejamīb lifts. lifta. liftu", "wheelchair disab accessib lift. lifts elevator ramp pram", "инвалид коляск доступност лифт пандус"),
    ("ilgtspēj vides. videi.", "sustain eco", "устойчив"),
    ("dizain skaist izskat interjer", "design beaut look. appearance attractive", "дизайн красив красот внешн оформлен"),
    ("iepako plastmas maisiņ", "packag plastic", "упаков пластик пакет"),
    ("sūdz. sūdzas sūdzīb sūdzēj žēloj", "complain grievance", "жалоб жалу жалова"),
    # ---- how people stand to things: no topics
    (
        "~apmierin ~neapmierin ~patīk ~nepatīk ~vērtē ~novērtē ~atzinīg ~laimīg ~priecīg ~sūdz ~labi ~laba ~labu ~slikti ~teicami ~viduvēji ~slavē ~uzteic",
        "~satisf ~dissatisf ~happ ~unhapp ~content ~pleas ~like ~dislike ~rate ~rating ~well ~good ~poor ~bad ~excellent ~prais ~enjoy ~approv ~glad",
        "~довол ~недовол ~удовл ~неудовл ~нрав ~оцен ~хорош ~плох ~отличн ~хвал ~жал ~положит ~благопр ~рад ~комфорт",
    ),
    (
        "~lieto ~izmanto ~apmeklē ~iegriež ~iegriez ~brauc ~dodas ~iet ~pārvietoj",
        "~use ~using ~user ~visit ~travel ~ride ~attend ~go. ~come ~came ~usage ~goes",
        "~польз ~использ ~посещ ~езд ~ход ~бывать ~бывал ~бывают ~приход ~побыва",
    ),
    (
        "~bieži ~retāk ~reti ~regulār ~katru ~nedēļ ~dien ~mēnes ~nekad ~ikdien ~parasti ~reizi ~reizes",
        "~often ~rare ~frequent ~regular ~every ~week ~daily ~month ~never ~seldom ~usual ~habit ~once ~twice",
        "~част ~редк ~регул ~кажд ~недел ~ежедн ~месяц ~никог ~обычн ~реже ~раз. ~раза ~хоть",
    ),
    ("~iesaka ~ieteik ~ieteic ~rekomend", "~recommend ~advis ~suggest", "~рекоменд ~совет ~посовет"),
    (
        "~vēlas ~vēlēt ~grib ~gatav ~labprāt ~būtu ~mieru ~plāno ~nodom",
        "~want ~wish ~willing ~ready ~readiness ~would ~prefer ~intend ~plan ~keen ~prepared",
        "~хот ~хоч ~жела ~измени ~готов ~предпоч ~намер ~план ~собир ~соглас",
    ),
    (
        "~atbalst ~piekrīt ~pret ~iebilst",
        "~support ~favour ~favor ~agree ~oppos ~against ~back ~object",
        "~поддерж ~соглас ~одобр ~против ~возраж",
    ),
    (
        "~iemesl ~tāpēc ~kādēļ ~kāpēc ~šķērsl ~traucē ~cēlon ~galven",
        "~reason ~because ~why ~obstacle ~barrier ~main ~cause ~motive ~hinder ~problem",
        "~прич ~почем ~потому ~мешает ~препят ~главн ~повод",
    ),
    ("~jaun ~vecum ~vecāk ~gadīg", "~young ~youth ~aged ~ages ~under ~old. ~older ~elder", "~молод ~юнош ~возраст ~старш ~пожил ~лет."),
    (
        "~svarīg ~nozīmīg ~būtisk ~noderīg ~lietderīg ~derīg ~node",
        "~important ~useful ~matter ~valu ~helpful ~worth ~benefi ~essential",
        "~важн ~полез ~нужн ~значим ~необход",
    ),
    (
        "~grūt ~viegli ~vienkārš ~sarežģ ~saprot ~saprotam ~ērt ~neērt",
        "~easy ~hard ~difficult ~simple ~complic ~understand ~clear ~convenien ~comfort",
        "~легк ~трудн ~слож ~прост ~понят ~удобн ~неудоб ~ясн",
    ),
    ("~trūkst ~pietrūk ~nepietiek ~trūkum ~maz", "~lack ~short ~enough ~miss ~scarc ~too.", "~нехват ~недост ~хват ~мало"),
    ("~aicin ~uzaicin ~piedāvā ~pieaicin", "~offer ~invit ~propos", "~предлож ~предлаг ~позва ~приглас ~звали ~попроси"),
    ("~turpin ~joprojām ~saglabā ~paliek ~noturīg ~izzud", "~turned ~lower ~reduce ~cut ~less ~saving ~save", ""),
    ("strādā bezdarb ~darb ~nodarb", "job. jobs employ occup unemploy ~work", "безраб трудоустр ~работ ~труд ~заня"),
    ("", "~half ~majorit ~most ~third ~quarter ~minorit", ""),
    ("~uzņēmum ~firm", "~firm. ~firms. ~compan ~business ~enterpris", "~фирм ~компани ~предприят"),
    ("", "~choos ~chose ~choice ~decid ~decision ~select ~pick", ""),
)  # fmt: skip
_LANGS = ("lv", "en", "ru")
_TOPIC = 1_000  # added to a notion where its word is a topic


@cache
def _table(lang: str) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """(notions by the beginning of their words, by whole words); topics are counted from `_TOPIC`."""
    column = _LANGS.index(lang) if lang in _LANGS else 1
    begins: dict[str, set[int]] = {}
    whole: dict[str, set[int]] = {}
    for number, row in enumerate(_NOTIONS):
        for item in row[column].split():
            word = item.lstrip("~").rstrip(".")
            kept = whole if item.endswith(".") else begins
            kept.setdefault(word, set()).add(number if item[0] == "~" else number + _TOPIC)
    return begins, whole


@lru_cache(maxsize=20_000)
def _of(word: str, lang: str) -> frozenset[int]:
    begins, whole = _table(lang)
    found = set(whole.get(word, ()))
    for size in range(2, len(word) + 1):
        found |= begins.get(word[:size], set())
    return frozenset(found)


@lru_cache(maxsize=64)
def _of_all(words: frozenset[str], lang: str) -> frozenset[int]:
    return frozenset(number % _TOPIC for word in words for number in _of(word, lang))


def is_topic(word: str, lang: str) -> bool:
    """Whether a word is the noun of a topic that surveys ask of."""
    return any(number >= _TOPIC for number in _of(word, lang))


def has_notion(word: str, lang: str) -> bool:
    """Whether a word is known here at all."""
    return bool(_of(word.lower(), lang))


def told_otherwise(word: str, known: Iterable[str], lang: str) -> bool:
    """Whether words have one of the same notion as `word`."""
    own = _of(word.lower().replace("ё", "е"), lang)
    return bool(own) and not _of_all(frozenset(known), lang).isdisjoint(n % _TOPIC for n in own)
