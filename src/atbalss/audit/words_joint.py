"""Words that tell of two things at once, and those that deny it: of one alone, of either, of a part only."""

from __future__ import annotations

from atbalss.audit import regex

_NO_THING = {  # both surveys, both sexes: nothing that one person does
    "lv": r"(?! (?:dzimum|aptauj|izlas|gad|grup|pus|pilsēt|valst|viļņ|reiz|mērījum|posm|gadījum|jautājum|pārskat|novad|skol)\w*)",
    "en": r"(?! (?:samples?|surveys?|waves?|years?|groups?|sexes|genders|rounds?|sides|polls?|cases|questions?|towns?|schools?|men|women|cities|countries|reports?|shares?|figures?))",
    "ru": r"(?! (?:пол|опрос|выборк|год|групп|волн|случа|город|стран|замер|сторон|вопрос|показател|школ)\w*)",
}
PAIR = {  # that names neither of the two
    "lv": r"ab(?:i|as|us|ām|iem|ās|os|ējus|ējas|ējiem|ējām)|pārklāj\w*|krustoj\w*|gan vien\w{1,2},? gan otr\w{1,2}|gan t[oāa]s?,? gan (?:otr\w{1,2}|šo)|vien\w{1,2} un otr\w{1,2}",
    "en": r"(?:the )?one and the other|both(?: of (?:them|these|the two))?|overlap\w*|intersect\w*|the two together",
    "ru": r"об(?:а|е|оих|еих|оим|еим|оими|еими)|пересеч\w+|пересека\w+|и т(?:ом?|ому|ого|ой|е|ем|ех|еми),? и друг\w+|и там,? и там",
}
_ANSWERED = {  # and so in one person
    "lv": r"uz abiem (?:\w+ )?jautājumiem|uz (?:vienu|pirmo) un (?:uz )?otru jautājumu",
    "en": r"to both(?: of)?(?: these| the| those)? questions|both questions (?:with|in the)",
    "ru": r"на оба (?:\w+ )?вопроса|на об[ае] из (?:них|этих)",
}
PAIR = {lang: f"{words}|{_ANSWERED[lang]}" for lang, words in PAIR.items()}
BOTH = {
    "lv": rf"{_ANSWERED['lv']}|gan [^.;:]{{2,70}}?,? (?:gan|kā arī)|ab(?:i|as|us|ām|iem|ās|os|ējus|ējas|ējiem|ējām){_NO_THING['lv']}|vienlaikus|vienlaicīgi|reizē|apvieno\w*|savieno\w*|jāsavieno|kombinē\w*|pārklāj\w*|krustoj\w*|krustpunkt\w*|šķēlum\w*|un arī|un (?:tomēr|tik un tā|vienalga)|kā arī|līdztekus|paralēli|turklāt arī|kopā ar",
    "en": rf"{_ANSWERED['en']}|(?<!^in )(?<!^at )both{_NO_THING['en']}|the one and the other|at the same time|at once|simultaneously|combin(?:e|ed|es|ing)|overlap\w*|intersect\w*|cross\w*|juggl\w+|doubl\w+ up|as well as|and also|and (?:yet|still|nevertheless)|alongside|along with|together with|the two together|in parallel|on top of that|in either place and",
    "ru": rf"{_ANSWERED['ru']}|и [^,.;:]{{2,50}},\s+и|как [^.;:]{{2,60}}?,? так и|об(?:а|е|оих|еих|оим|еим|оими|еими){_NO_THING['ru']}|одновременно|сочета\w+|совмеща\w+|пересеч\w+|пересека\w+|на стыке|заодно|а также|и (?:вс[её] же|вс[её]-таки|тем не менее|вс[её] равно)|наряду|параллельно|и т(?:ом?|ому|ого|ой|е|ем|ех|еми),? и друг\w+|и там,? и там|и здесь,? и там|вместе с",
}  # fmt: skip
MAYBE = {  # of both, of either, or no more than a link to the sentence before
    "lv": r"kopā|līdzās|un jau|(?<!kaut )(?<!lai )(?<!lai gan )(?<!rāda )(?<!liecina )(?<!atklāj )(?<!secināts )(?<!noskaidrots )(?<!uzrāda )(?<!^)arī(?! (?:rāda|liecina|atklāj|secin|noskaidro|uzrāda|parāda|norād|atzīm|redzam)\w*)",
    "en": r"together|alike|plus|and already|(?<!shows )(?<!show )(?<!found )(?<!find )(?<!^)also(?! (?:show|found|find|reveal|note|indicat|suggest|report|say|said|asked)\w*)|(?<!^)besides",
    "ru": r"вместе|плюс|и уже|(?<!^)при этом|сразу|(?<!показал )(?<!показали )(?<!^)также(?! (?:показ|отме|выясн|сообщ|говор|свидетельств|установ|следует)\w*)|и (?:\w+ ){0,3}\w+,? и",
}
EITHER = regex.any_case(
    r"(?<!\w)(?:vai|or|или|either|vismaz vien\w+|at least one|хотя бы од\w+|neither|nor|ni|ни|neviens|tikai|only|just|alone|лишь|только)(?!\w)(?! (?:\d|half|a third))"
)
ALONE = regex.any_case(  # without the others
    r"(?<!\w)(?:tikai|vienīgi|only|solely|alone|just|exclusively|purely|только|лишь|исключительно)(?!\w)(?! \d)"
)
CONDITION = regex.any_case(
    r"(?<!\w)(?:of|among|no|starp|из|среди)\s(?:those|them|whom|these|tiem|viņiem|тех|них)(?!\w)"
    r"(?!,? (?:asked|surveyed|interviewed|questioned|polled|responding|(?:who|kas|kuri|кто) (?:answered|replied|responded|took part|atbildēja|piedalījās|ответил\w*|участвовал\w*)(?! [“„«\"])))"
)
AGED = r"vecum\w+|gadīg\w+|aged|years? old|возраст\w*|лет"  # one of several groups
OF_ALL = regex.any_case(
    r"(?<!\w)(?:(?:no|uz) (?:visiem|visām|kopējā|visa)|(?:of|on|for|to) (?:all|the (?:whole|entire|total|full))|(?:из|от|на) (?:всех|общего|всей)|всех (?:опрошенных|ответивших|участников|респондентов)|(?:всей )?выборки|(?<=% )(?:всех|visu) \w{4,})(?!\w)"
)
