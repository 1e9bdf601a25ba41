"""Words that may tell something of a special kind about a person: they ask for a second look.

The kinds are those of articles 9 and 10 of the General Data Protection Regulation as far as they
come up in answers of clients, and two that are no special category but harm whoever is
recognised: hardship (debts, poverty, no work) and family (violence at home, children in care or at
risk). Genetic and biometric data are not said in words. What language somebody speaks is no
origin, an election no opinion, a benefit or a pension no hardship.

Stems, not meanings: a flag says "look", never "so it is".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from atbalss.coding.words import folded

KINDS = (
    "health",
    "religion",
    "origin",
    "politics",
    "union",
    "sexual_life",
    "convictions",
    "hardship",
    "family",
)

_STEMS = {
    "health": r"""slim[ioīaeu]\w* saslim\w* veselīb\w* invalid\w* invalīd\w*
        ārst(?:s|a|am|u|i|iem|e|es|ei|ēt\w*)?
        (?<!blakus\s)(?<!pretī\s)slimnīc\w*(?!\s+(?:ir\s+)?(?:blakus|tuvu|pretī)) diagno[zs]\w*
        operācij\w*(?!\s+(?:kod|sistēm|laik)) operē\w* zāles zālēm medikament\w* insult\w*
        infarkt\w* vēz(?:is|i|a|im) ļaundab\w* diabēt\w* depresij\w* psih\w* alkohol\w* narkoti\w*
        narkomān\w* atkarīb(?:a|as|u|ai)(?!\s+no\b) demenc\w* redz(?:e|es|ei)s?\b(?!ju) redzes\w*
        dzirde dzirdes\w* dzirdei (?:slikti|vāji|maz|grūti)\s+(?:redz|dzird)\w* acis\s+vairs
        neredzīg\w* nedzirdīg\w* vājredzīg\w* vājdzirdīg\w* trīc\w* ratiņkrēsl\w* kruķ\w*
        grūtniec\w* (?:esmu|biju|ir|bija|sieva|meita)\s+stāvoklī sāp
        sāp(?:es|ēm|ju|inā\w*|ot|ošs|oša|ošas|oši|ēja) astm\w* epilep\w* kovid\w* covid\w* HIV AIDS
        potenci\w* autis[mt]\w* hemofil\w* onkolo\w* dialīz\w* здоров(?!о\b)\w*
        бол(?:ен|ьна|ею|ела|еет|езн\w*|ит|ят|ь|и|ьн\w*) врач\w* инвалид\w* больниц\w* диагноз\w*
        операци\w* лекарств\w* инсульт\w* инфаркт\w* рак(?:а|ом)? онколог\w* диабет\w* депресси\w*
        психи\w* алкогол\w* нарко\w* зрени\w* плохо\s+(?:вижу|слышу|видит|слышит)
        слух(?!и\b|ам\b|ов\b)\w* слеп\w* глух(?:ой|ая|ие|а|ого|ому|онем\w*)? дрож\w* костыл\w*
        беремен\w* астм\w* эпилеп\w* ковид\w* аути[зс]\w* СПИД ВИЧ health\w* ill illness sick\w*
        doctor\w* disab\w* hospital\w* diagnos\w* surgery cancer diabet\w* depress\w* mental\w*
        blind\w* deaf\w* eyesight wheelchair\w* pregnan\w* autis\w* alcoholi\w* addict\w*
        triek(?:a|as|u|ai) sirds\s+(?:kait|mazspēj|problēm)\w* kait(?:e|es|ei) alcheimer\w*
        parkinson\w* (?:garīg|attīstīb|psihisk|runas|redzes|dzirdes)\w*\s+(?:\w+\s+)?traucēj\w*
        antidepres\w* bezdzirdīg\w* kurl(?:s|a|i|mēm\w*)
        (?:esmu|pavisam|gandrīz|pilnīgi|māte|tēvs|vīrs|sieva)\s+akl[sa] šizofr\w* bipolār\w*
        protēz\w* ķīmijterap\w* audzējs hepatīt\w* tuberkul\w* abort\w* neauglīb\w* Dauna
        ne(?:varu|var)\s+(?:vairs\s+)?(?:pa)?staigāt ne(?:varu|var)\s+(?:vairs\s+)?paiet
        (?:tēvs|māte|vīrs|dēls|sieva|meita|brālis)\s+dzer(?!\s+(?:kafij|tēj|ūden)\w*) dzērāj\w*
        nodzēr\w* альцгеймер\w* паркинсон\w* колясочни\w* антидепрес\w* шизофр\w* биполяр\w*
        протез\w* химиотерап\w* опухол\w* гепатит\w* туберкул\w* аборт\w* диализ\w* ДЦП
        (?:плохо|не|почти\s+не)\s+(?:хожу|ходит) (?:муж|отец|сын|мать|брат)\s+пь[её]т
        запо(?:й|е|я|и) алкаш\w* stroke chemotherap\w* tumou?r\w* dementia schizo\w* celiak\w*
        целиак\w* alerģij\w* аллерги\w*""",
    "religion": r"""(?<!blakus\s)(?<!pretī\s)(?<!pie\s)baznīc\w*(?!\s+iel) draudz(?:e|es|i|ē|ei)
        luterāņ\w* luterān\w* katol\w* katoļ\w* pareiztic\w* vecticīb\w* musulm\w* islām\w*
        budis\w* jūdais\w* jehov\w* ticīg\w* neticīg\w* ateis\w* mācītāj(?:s|a|am|u) lūgšan\w*
        dievkalpo\w* baptis\w* adventis\w* reliģi\w* mošej\w* sinagog\w* hidžāb\w* klosterī?
        церк\w* храм\w*(?!\s+наук) православ\w* католи\w* мусульм\w* ислам\w* лютеран\w* баптис\w*
        адвентис\w* верующ\w* атеис\w* религи\w* старовер\w* старообряд\w* мечет\w* молитв\w*
        синагог\w* иегов\w* хиджаб\w* church\w* catholic\w* orthodox\w* lutheran\w* muslim\w*
        islam\w* baptist\w* religio\w* atheis\w* mosque\w* synagogue\w* congregation\w* hijab\w*
        Jehovah\w*""",
    "origin": r"""latvie(?:tis|te|ti|tim|tes|ši|šiem|šus) krievs krievi krieviem krieviete\w*
        ukraiņ\w* ukrainiet\w* baltkriev\w* lietuvie\w*(?!\s+val) igau(?:nis|ņi|niete)\w*
        polis?k[aā]s?\s+izcelsm\w* poliet\w* ebrej\w* žīd[si]? žīdiet\w* čigān\w* romu\s+taut\w*
        romiet\w* nepilson\w* bēg[lļ](?:is|i|e|iem|u|es) bēg(?:am|ām|u|a)\s+no imigrant\w*
        migrant\w* cittautie\w* tatār(?:s|iete|i) uzbek(?:s|i|iete) armēņ\w* armēniet\w*
        azerbaidžān(?:is|iete|i) tautīb\w* etnisk\w* izcelsm\w* melnādain\w* tumšādain\w*
        латыш(?!ск)\w* (?:я|мы)\s+русск\w* русские русских русским(?!\s+язык)
        украин(?:ец|ка|цы|цев|кой) белорус(?:ы|ка|ов)? поляк\w* полька еврей\w* евре[ия]\w*
        цыган\w* негражд\w* беженец беженк\w* беженц\w* мигрант\w* бежал\w*\s+(?:из|от)
        узбе(?:к|чк)\w* таджи\w* татар(?:ин|ка|ы|ин\w+)? азербайджан(?:ец|ка|ц\w+) армян(?:ин|ка|е)
        грузин(?:ка|ы)? национальност\w* чернокож\w* нерусск\w* ethnic\w* nationality
        non-citizen\w* noncitizen\w* refugee\w* immigrant\w* migrant\w* jew jews jewish
        gyps(?:y|ies) romani roma\s+(?:people|family|origin) ukrainians?
        (?:i|we|they)\s+(?:am|are|m)\s+(?:an?\s+)?(?:russian|latvian|pole|polish|black)s?""",
    "politics": r"""partij\w* balsoj(?:u|ām|is|usi)\s+par\b nobalsoj\w*
        (?<!privātuma\s)(?<!datu\s)politi[kķ]\w*(?!\s+par) politisk\w*(?!\s+korekt)
        nacionāl\w*\s+apvienīb\w* jaun\w+\s+vienotīb\w*
        (?:apvienīb|vienotīb|saskaņ)\w*\s+(?:biedr|atbalstītāj)\w*
        atbalstu\s+(?:valdību|prezidentu|saskaņu|progresīvos) komunist\w* nacionālist\w* fašist\w*
        nacist\w* sociālist\w* liberāļ\w* opozīcij\w* rusofob\w* putin\w* mītiņ\w* piket\w*
        парти(?:я|и|ю|ей)\b голосовал\w*\s+за политик(?:а|и|ов|у|ой|ам)? политическ\w* коммунист\w*
        националист\w* фашист\w* нацист\w* оппозиц\w* русофоб\w* путин\w* митинг\w*
        politic(?:s|al|ian)\w* voted\s+for communist\w* nationalist\w* fascist\w* nazi\w*
        opposition\w* (?:party|labour)\s+member\w* putin\w*""",
    "union": r"""arodbiedr\w* arodorganizāc\w* streik\w* профсоюз\w* забастов\w* trade\s+union\w*
        labou?r\s+union\w* union\s+member\w* shop\s+steward\w*""",
    "sexual_life": r"""gejs geji gejiem geju lesbie\w* lesbisk\w* homoseksu\w* biseksu\w*
        transseksu\w* transpersona\w* transdzimt\w* dzimummaiņ\w* seks(?:s|u|a|uāl\w*) LGBT\w*
        kvīr\w* partnerattiecīb\w* esam\s+div(?:as|i)\s+(?:sievietes|vīrieši) viendzimuma\s+\w+ гей
        геи геев лесби\w* гомосексу\w* бисексу\w* транссексу\w* трансгенд\w* секс\w* ЛГБТ\w*
        однопол\w* gay gays lesbian\w* homosexual\w* bisexual\w* transgender\w* transsexual\w*
        same-sex sexual\w* queer партн[её]р\w*\W+мужчин\w*""",
    "convictions": r"""notiesā\w* (?:tiku|biju|esmu|bijis|bijusi)\s+tiesāt\w* sodāmīb\w*
        sodīt(?:s|a|ie|am|ajam) ieslodz\w* cietum\w* krimināl\w* probācij\w* noziedz\w* noziegum\w*
        apcietin\w* arestēt\w* aizturēj\w+\s+polic\w* судим\w* осужд\w* осудил\w* тюрьм\w* тюрем\w*
        уголовн\w* заключ[её]нн(?:ый|ого|ых|ым) пробаци\w* преступ(?:ник|лен)\w* арестов\w*
        зон[еуы]\s+сид\w* отсид\w* convict\w* prison\w* jail\w* criminal\w* probation felon\w*
        on\s+parole imprison\w* (?:mani|viņu|dēlu|vīru|brāli|tēvu|mūs)\s+tiesā(?:ja|s)?
        (?:меня|сына|мужа|брата)\s+судили""",
    "hardship": r"""parāds parādos parādiem parādniek\w* parādsaist\w* parādpiedz\w*
        (?:kredīt|īres|ūdens|nodokļu|komunāl)\w*parād\w*
        parād(?:u|us|i)\s+(?:nokārt|atdo|samaks|nomaks|piedz|par\b)\w* maksātnespēj\w*
        tiesu\s+izpildītāj\w* trūcīg\w* maznodrošin\w* nabadz\w* nabags nabagi bezdarbniek\w*
        bezpajumt\w* bez\s+pajumtes GMI malkas\s+pabalst\w* zupas\s+virtuv\w*
        izlik\w*\s+no\s+(?:dzīvok|māj)\w* izliek\s+no\s+(?:dzīvok|māj)\w*
        (?<!dzīvnieku\s)patversm\w* dzīvoj\w*\s+(?:lielā\s+)?trūkumā bad[āu]
        nepietiek\s+(?:pat\s+)?(?:maizei|iztikai|ēdienam|zālēm|īrei) (?:man|mums)\s+nav\s+naudas
        не\s+хватает\s+(?:на\s+(?:еду|хлеб|жизнь|лекарства|квартиру)|денег) ночлежк\w* бомж\w*
        выселил\w* выселя\w* на\s+улице\s+жив\w* долг(?:и|ов|ам|ами|ах|у|а)? должник\w* банкрот\w*
        (?:судебн\w+\s+)?пристав(?:ы|ов|ам)? судебн\w+\s+исполнит\w* малообеспеч\w* малоимущ\w*
        нищ\w* бедност\w* безработн\w* бездомн\w* пособи\w+\s+на\s+дрова debts? indebted debtor\w*
        bankrupt\w* insolven\w* bailiff\w* unemployed homeless\w* destitute evict\w* low-income
        food\s+bank\w* krājas\s+parādi parādi\s+(?:krājas|aug)
        ne(?:varu|spēju)\s+samaksāt\s+(?:īri|rēķin\w*|kredīt\w*) без\s+крыши""",
    "family": r"""bāriņties\w* aizbildn\w* aizgādn\w* aizgādīb\w* audžuģimen\w* audžubērn\w*
        audžuvecāk\w* bērnunam\w* krīz\w+\s+centr\w* vardarb\w* piekāv\w* piekauj\w*
        (?:vīrs|tēvs|patēvs|sieva|māte|viņš|draugs|dēls)\s+(?:mani?\s+|mūs\s+)?sit[au]?
        (?:sit|sita)\s+(?:mani|mūs|bērn\w+|sievu)
        atņ[eē]m\w*\s+(?:\w+\s+)?(?:bērn|meit|dēl|mazmeit|mazdēl)\w* bez\s+vecāku\s+gādības
        izvaro\w* опекун\w* опек(?:а|и|у|ой) лишил\w*\s+(?:\w+\s+)?родительск\w*
        родительск\w+\s+прав\w* при[её]мн\w+\s+(?:семь|реб|мат)\w* детдом\w* детск\w+\s+дом\w*
        кризисн\w+\s+центр\w* насили\w* избил\w* избива\w*
        (?:муж|отец|отчим|он|сожитель|сын)\s+(?:меня\s+|нас\s+)?(?:бил|бь[её]т) foster\s+\w+
        custody domestic\s+violence abus(?:e|ed|ive) orphan\w* (?:beat|beats|hits)\s+(?:me|us)
        vajā\s+(?:mani|mūs) draud\s+(?:man|mums|nogalināt) угрожа\w+\s+(?:мне|нам)""",
}


def _pattern(stems: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(stems.split()) + r")\b", re.IGNORECASE)


_PATTERNS = {kind: _pattern(_STEMS[kind]) for kind in KINDS}
_FOLDED = {kind: _pattern(folded(_STEMS[kind])) for kind in KINDS}
_MARKED = re.compile(r"[āčēģīķļņšūžё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Characters `start` to `end` (not included) that may tell something of a kind of KINDS."""

    kind: str
    start: int
    end: int


def told(text: str) -> tuple[Told, ...]:
    """Words of special kinds in a text, in order; a text without any diacritics is read so."""
    found: list[Told] = []
    bare = folded(text)
    is_plain = not _MARKED.search(text) and len(bare) == len(text)
    for kind in KINDS:
        spans = {(m.start(), m.end()) for m in _PATTERNS[kind].finditer(text)}
        if is_plain:
            spans |= {(m.start(), m.end()) for m in _FOLDED[kind].finditer(bare)}
        for start, end in sorted(spans):
            if not any(one.kind == kind and start < one.end for one in found):
                found.append(Told(kind, start, end))
    return tuple(sorted(found, key=lambda one: (one.start, one.kind)))
