"""Words of titles, conclusions and advice: what claims, what advises, what is told later, who tells the news."""

from __future__ import annotations

import re

CUE = {  # that a clause tells what people think, do or suffer, or what stands first
    "lv": r"vis(?:biežāk|vairāk|mazāk|labāk|sliktāk|augstāk|retāk)\w*|galven\w+|svarīgāk\w+|grūt\w*|traucē\w*|trūk\w*|pietrūk\w*|nepietiek|žēlo\w*|norād\w*|atzin\w*|jūtas|neapmierin\w*|prasa|lūdz\w*|pieprasa|laimīgāk\w+|bieži|reti|vien\w*prātīg\w*|lepn\w*|cer\w*",
    "en": r"most (?:often|common|frequent)\w*|mostly|mainly|above all|hardest|happiest|worst|best|biggest|greatest|chief|top|difficult\w*|hard|struggl\w*|lack\w*|miss\w*|find|found|named|say|said|ask(?:ed|ing)? for|demand\w*|often|rarely|hope\w*|more likely|less likely|crave|dislike\w*|hate|love|reluctan\w*|annoy\w*|suffer\w*|popular\w*",
    "ru": r"чаще (?:всего|всех|других)|больше всего|меньше всего|в основном|прежде всего|главн\w+|трудн\w*|тяжел\w*|тяжёл\w*|мешае\w+|не хватает|нехватк\w*|недоста\w+|жал\w+|называ\w+|отмеча\w+|прос\w+|требу\w+|часто|редко|надею\w+|счастлив\w+|раздража\w+|страда\w+|популярн\w*|ощуща\w+",
}
GROUNDS = {  # what opens the grounds of advice
    "lv": r"jo|tāpēc,? ka|tādēļ,? ka|tā kā|ņemot vērā,? ka|(?:par|ar|no|pie|uz) kur\w{1,4}|kur(?:š|a|i|as|u|ā|iem|ām)",
    "en": r"because|since|given that|seeing that|considering that|as(?! well| soon| long| far| before| planned)|(?:about|of|for|with|to|in) (?:which|whom)|which",
    "ru": r"потому,? что|поскольку|так как|ибо|ведь|учитывая,? что|раз(?= )|ввиду того,? что|(?:о|об|на|в|за|с|по|к) котор\w{2,3}|котор\w{2,3}",
}
ADVICE = {
    "lv": r"(?:\w+ )?(?:ieteikum\w*|rekomendācij\w*|priekšlikum\w*)(?: \w+){0,2}|ko darīt(?: tālāk)?|ko iesakām|ko tālāk|turpmāk\w+ (?:rīcīb\w+|darb\w+|soļi)",
    "en": r"(?:\w+ )?(?:recommendations?|advice|suggestions?|proposals?)(?: \w+){0,3}|what (?:we (?:suggest|recommend|propose|advise)|to do|next|should be done|follows)|next steps|actions?(?: points)?",
    "ru": r"(?:\w+ )?(?:рекомендаци\w*|предложени\w*|советы)(?: \w+){0,3}|что (?:мы )?(?:предлагаем|рекомендуем|советуем|делать|дальше)(?: дальше)?",
}
EXPLORES = {  # what shall be asked next is no ground
    "lv": r"noskaidro\w*|izpētī\w*|pētīt|jautāt|vaicāt|pārbaudīt,? (?:vai|kā|kā?pēc)",
    "en": r"find out|explor\w+|investigat\w+|ask(?:ing)? (?:about|whether|why|what|how)|look into|stud(?:y|ied)",
    "ru": r"выяснить|изучить|исследовать|спросить|узнать|опросить|уточнить",
}
NEEDED = r"vajag\w*|vajadzīg\w+|nepieciešam\w+|needed|necessary|нуж(?:ен|на|но|ны)|необходим\w*"
TARGET = r"promis\w*|targets?|goals?|standard|limit|mērķ\w*|solīj\w*|apsolī\w*|solīt\w*|norm\w*|plānot\w*|цел[ьию]\w*|обеща\w*|норматив\w*|план\w*"
GROUNDS_FIRST = r"так как|поскольку|since|because|as|given that|seeing that|tā kā|ņemot vērā, ka"
FORM = r"anket\w*|questionnaires?|forms?|анкет\w*|norād\w+|ticked?"  # how an answer was to be given
CAN = r"var|varēs|varētu|can|could|may|might|можно|может|могут|сможет"  # no result
ADVISES = {
    "lv": r"iesakām|ierosinām|ieteicams|aicinām|rekomendējam|vajadzētu|būtu (?:jā\w+|lietderīgi|vēlams)|jā\w{4,}",
    "en": r"we (?:recommend|suggest|propose|advise)|(?:is|are) recommended|should|recommends?|it is advisable|ought to",
    "ru": r"рекомендуем|предлагаем|советуем|рекомендуется|следует|стоит|нужно|целесообразно|желательно",
}
LATER = {
    "lv": r"tiks|būs|plāno|paredz\w*|apsola\w*|solī\w*|ieviesīs|sāks|notiks|izskatīs|lems|domā|apspried\w+|drīkst",
    "en": r"will|shall|plans? to|planned|promis\w*|intends?|is to|are to|going to|may",
    "ru": r"будет|будут|плани\w+|намер\w+|обеща\w+|начн\w+|состоится|рассмотр\w+|решит|решат|собирается|откро\w+|введ[уё]т",
}
MODIFIED = {  # a group of those asked, told by what it is or does
    "lv": r"(?:(?:tie|tās|\w+(?:i|as|us|ām|iem)),? k(?:as|uri|uras|uriem) (?P<a>[^,;:.]{4,60}))",
    "en": r"(?:(?:those|people|\w+s|staff) (?:who|that|whose|with|without|in) (?P<a>[^,;:.]{3,60}?) (?:are|were|is|have|say|report|rate|feel|find|complain|want|tend|trust|prefer|more|less)(?!\w))",
    "ru": r"(?:(?:те|\w+(?:и|ы|е)),? (?:кто|которые|у кого) (?P<a>[^,;:.]{4,60}))",
}
COMPARED = {
    "lv": r"\w+āk(?:i|as|a|us|ie|ās|ais|ā)?|biežāk|retāk|vairāk|mazāk|visvairāk|vismazāk",
    "en": r"more|less|most|least|\w{3,}(?:ier|iest|est)|happier|better|worse|often",
    "ru": r"чаще|реже|больше|меньше|лучше|хуже|\w+ее|наи\w+|самы[ехм]\w*",
}
NAMES = re.compile(  # a title that names the text, or what was measured
    r"\W*(?:(?:[\w’'-]+\s){0,3}(?:note|report|review|survey|study|module|analysis|annex|memo|satisfaction|index|monitor)s?(?= (?:to|of|on|with|for|in)(?!\w))"
    r"|(?:[^\W\d]\w*\s){0,3}(?:apmierinātība|vērtējums|pārskats|pētījums|aptauja|ziņojums|piezīme|izziņa|monitorings)(?!\w)(?! (?:rāda|liecina|atklāj))"
    r"|(?:[^\W\d]\w*\s){0,2}(?:удовлетвор[её]нность|отч[её]т|обзор|оценка|опрос|итоги|результаты|записка|справка|мониторинг)(?!\w)(?! (?:показал|выявил))[^,]*$)",
    re.IGNORECASE,
)
AND = {
    "lv": r"un|bet|savukārt|turklāt|taču",
    "en": r"and|but|while|whereas",
    "ru": r"и|а|но|однако|причём|причем",
}
NEWS = {  # who tells the news
    "lv": r"paziņo\w*|teikts|ziņo|liecina|vēsta|stāsta|rāda|atklāj\w*|norāda|aptauj\w+|pētījum\w+",
    "en": r"says?|said|reports?|reported|announced|according to|finds|found|shows|survey|poll|study|reveals?",
    "ru": r"сообщи\w+|сообща\w+|заяви\w+|говор\w+|по данным|показал\w*|выяснил\w*|рассказ\w+|опрос\w*|исследовани\w*",
}
ASKS = r"\W*(?:who|what|how|why|where|whether|when|kas|kā|kāpēc|kur|vai|ko|кто|что|как|почему|где)(?!\w)"
