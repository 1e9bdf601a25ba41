"""Words that tell a change or a comparison, besides what a language's table has: nouns, participles, comparatives."""

from __future__ import annotations

ROSE = {
    "lv": r"pieaug(?:um|ot|š|oš)\w*|pieaug(?:a|s|t)?|kāpum\w*|kāpināj\w+|palielinā\w+|augš?up\w*|pakāp\w+|audzis|augot|aug(?:t|sim|usi|uši|ušas)?|lēcien\w*|augšan\w*|uzlabojum\w*|uzlaboj\w+|div(?:kārš|tik)oj\w+|dubultoj\w+|trīskāršoj\w+",
    "en": r"growth|ris(?:e|es|ing)|rose|risen|increas\w+|climb\w*|jump\w*|gain(?:s|ed)?|lengthen\w*|upturn|uptick|upswing|spike[ds]?|surge[ds]?|improv\w+|doubl(?:ed|ing)|trebled|tripled|quadrupled|went up|going up|goes up|gone up|ticked up|edged up",
    "ru": r"рост(?:а|у|ом|е)?|прирост\w{0,2}|увелич\w+|повыш\w+|повыс\w+|подъ[её]м\w{0,2}|выр(?:ос|аст)\w*|раст(?:[её]т|и|ут|ущ\w+)|возрос\w*|возраста(?:[елю]\w+|ни\w+)|подрос\w*|скач[её]?к\w{0,2}|улучш\w+|удво\w+|утро\w+",
}
FELL = {
    "lv": r"kritum\w*|krīt(?:as|ot)?|krit(?:ās|a|us\w+|ies|ies|uš\w+)|nokrit\w+|nokr(?:īt|it)\w*|sarukum\w*|saruk\w*|sarūk\w*|saruc\w+|samazinā\w+|mazinā\w+|pasliktinā\w+|lejup\w*|noslīd\w+|slīdēj\w+|sarukšan\w*",
    "en": r"declin\w+|decreas\w+|drop(?:s|ped|ping)?|f[ae]ll(?:en|ing|s)?|reduc(?:ed|tions?)|downturn|dip(?:s|ped)?|shorten\w*|slump\w*|shr[aiu]nk\w*|worsen\w+|deteriorat\w+|halv(?:ed|ing)|went down|going down|goes down|gone down|ticked down|edged down|slid(?:es?|ing)?|slipped|plunge[ds]?",
    "ru": r"сниж\w+|сниз\w+|сокращ\w+|сократ\w+|уменьш\w+|паден\w+|упа(?:л|вш)\w*|пада\w+|спад\w{0,2}|пониз\w+|пониж\w+|просе[лд]\w*|ухудш\w+",
}
MORE = {
    "lv": r"vairāk|lielāk\w{1,3}|augstāk\w{0,3}|biežāk",
    "en": r"more|higher|greater|larger|bigger|oftener",
    "ru": r"больше|выше|чаще|более",
}
LESS = {
    "lv": r"mazāk\w{0,3}|zemāk\w{0,3}|retāk",
    "en": r"less|fewer|lower|smaller|rarer",
    "ru": r"меньше|ниже|реже|менее",
}
THAN = {"lv": r"(?:ne)?kā", "en": r"than", "ru": r"чем"}
SLOWED = {  # behind the noun: how fast, and no more which way
    "lv": r"palēnin\w+|palēninā\w+|bremz\w+|apstāj\w+|apstājies|ātrum\w*|temp\w+|gaidām\w*|plāno\w+|prognoz\w+",
    "en": r"slow\w*|eased|halt\w*|stop\w*|end(?:ed|ing)|revers\w+|stall\w*|rates?|levell?ed off|expected|planned|forecast",
    "ru": r"замедл\w+|останов\w+|прекрат\w+|приостанов\w+|темп\w*|ожидае\w+|планир\w+|прогноз\w+",
}
DENIED = {
    "lv": r"nav|nebija|ne|nekād\w*|bez|ne(?:redz|vēro|konstat|fiks|runā)\w+",
    "en": r"not|n't|never|no|without|neither|nor|hardly",
    "ru": r"не|ни|нет|без|никак\w+",
}
AIMED = {
    "lv": r"mērķ\w+|plān\w+|jāsa\w+|jāpal\w+|jāpie\w+|vajadzētu|iecer\w+|prognoz\w+|paredz\w+|ja(?= (?:īpatsvars|tas|tā|tie))",
    "en": r"aim\w*|targets?|targeted|goals?|plan(?:s|ned)?|should|would|could|may|might|expect\w*|forecast\w*|if",
    "ru": r"цел[ьиюе]\w*|план\w*|должн\w+|следует|бы|прогноз\w*|ожидае\w+",
}
REPORTED = {  # what people say of their own lives: `25 % noticed a rise in prices`
    "lv": r"izju[tš]\w*|izjūt\w*|piedzīv\w+|norād\w+|sūdz\w+|minēj\w+|min|nosauc\w+|atzī[ms]\w+|gaida|sagaida|atbalst\w*|iebilst|cer|baid\w+|uztrauc\w*|pamanīj\w+|jūt|jut\w+|uzskat\w+|doma|domā|vēlas|prognozē",
    "en": r"report(?:s|ed|ing)?|experienc\w+|expect\w*|notic\w+|mention\w*|complain\w*|perceiv\w+|cit(?:e|es|ed|ing)|fear\w*|felt|feel|support\w*|favou?r\w*|accept\w*|oppos\w+|name[ds]?|want\w*|predict\w*|anticipat\w*|believ\w+|think|thought",
    "ru": r"замет\w+|замеча\w+|ощути\w+|ощуща\w+|сообщ\w+|говор\w+|ожида\w+|жалу\w+|почувств\w+|поддерж\w+|одобр\w+|назва\w+|отмети\w+|указ\w+|счита\w+|хотят|надеют\w+|бо[яи]\w+",
}
CUT = {  # where a clause with a subject of its own may begin
    "lv": r",\s(?!(?:k(?:as|uri?|uras|uru|uriem|urām|urš)|proti|tas ir|jeb|tātad|tādējādi|kad|kopš|salīdzin\w+)(?!\w))|[:;]\s|\s[–—-]\s|\s(?=(?:bet|taču|savukārt|turpretī|kamēr|lai gan|tāpēc|jo)\s)",
    "en": r",\s(?!(?:who|which|that|with|whom|or|namely|thus|so that|compared|relative|as against|versus|when|since)(?!\w))|[:;]\s|\s[–—-]\s|\s(?=(?:but|while|whereas|although|though|because|so)\s)",
    "ru": r",\s(?!(?:котор\w+|кто|чей|чем|то есть|а именно|или|когда|если|по сравнению)(?!\w))|[:;]\s|\s[–—-]\s|\s(?=(?:но|однако|зато|поэтому|хотя|тогда как)\s)",
}
TURN = {  # what follows is of something else
    "lv": r"(?:bet|taču|tomēr|savukārt|turpretī|turpretim|kamēr|lai gan|kaut gan|kaut arī|tāpēc|tādēļ|jo|nevis)",
    "en": r"(?:but|while|whereas|although|though|even if|yet|because|despite|unlike|except)",
    "ru": r"(?:но|однако|зато|хотя|поэтому|потому что|тогда как|несмотря|кроме)",
}
BARE = {  # words of a clause that name nothing of its own
    "lv": r"skait\w*|dar(?:a|īj\w+)|turpin\w+|div\w{1,2}|liecin\w+ par|atbil[žd]\w*|variant\w*|būtisk\w*|ievērojam\w*|nozīmīg\w*|izlas\w*|kļūd\w*|pārsnie\w*|acīmredzam\w*|skaidr\w*|trešo|otro|gadu|reizi|pēc|kārtas|redzam\w*|vēro\w*|fiks\w*|konstat\w*|šād\w*|tād\w*|jau|vairs|pat|tikai|vien|kļuv\w+|atkal|lēn\w*|strauj\w*|nedaudz|mazliet|neliel\w*|statistisk\w*|vidū|rudenī|pavasarī|aprīlī|īpaši|toties|togad|toreiz",
    "en": r"numbers?|continue[sd]?|keeps?|kept|points? to|suggests?|indicat(?:es?|ing)|option|going|moving|passing|clear\w*|marked\w*|substantial\w*|exceeds?|sampling|error|signific\w*|statistic\w*|steep\w*|sharp\w*|slight\w*|small|modest|notable|notabl\w*|visible|obvious|year|years|then|now|today|there|those|they|this|that|was|were|made|make|stood|stands|did|do|does|so|has|have|been|had|only|just|already|who|which|respondents|big|large|strong|recorded|reached|reaching|further|again|still|some",
    "ru": r"числ\w{1,2}|он[ао]?|отвеча\w+|продолж\w+|говорит о|свидетельству\w+ о|количеств\w*|вариант\w*|очевид\w*|замет\w*|значим\w*|превыш\w*|погрешн\w*|выборк\w*|статист\w*|явн\w*|резк\w*|существ\w*|небольш\w*|незнач\w*|уже|только|лишь|таких|так|их|они|опять|снова|сейчас|теперь|тогда|года?|лет|стало?|составл\w*|составил\w*|был[аио]?|его|её|ее|явля\w*|налицо|прежде|раньше",
}
PRONOUN = {  # what takes up the thing named before
    "lv": r"tos|tās|tām|tiem|tajā|tajos|tajās|viņ\w+",
    "en": r"(?:us(?:e[ds]?|ing)|do(?:es|ing)?|did) (?:it|them|so)",
    "ru": r"ими|им|его|её|ее|ей|ею|ней|нём|нем|них|ним",
}
