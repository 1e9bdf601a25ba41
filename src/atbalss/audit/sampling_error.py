"""The words for how a sample was drawn and for its error: one table for every rule that asks whether they are told."""

from __future__ import annotations

from atbalss.audit import regex

_NAMED = (
    r"kļūd\w*|intervāl\w*|pusplatum\w*|precizitāt\w*|ticam\w+|errors?|margins?|intervals?|precision|accura\w+|confidence|CI"
    r"|погрешност\w*|ошибк\w+|интервал\w*|точност\w*|доверительн\w+|ДИ"
)
_SIGN = r"±|\+/[-−]"
ERROR = regex.any_case(rf"{_SIGN}|(?<!\w)(?:{_NAMED})(?!\w)")
MEASURED = regex.any_case(  # with a number
    rf"{_SIGN}|(?<!\w)(?:{_NAMED})(?!\w)[^.;]{{0,60}}\d"
)
SAID = {  # any word of the error, or of why there is none, or of what cannot be an accident
    "lv": r"kļūd\w*|precizitāt\w*|ticamīb\w*|intervāl\w*|novirz\w*|pielaid\w*|varbūtīb\w+ \d|drošticam\w*|neprecizitāt\w*|statistiski|nozīmīg\w*|procentpunkt\w+ robežās|(?:vienā|uz vienu|abās|uz abām) (?:vai otr\w+ )?(?:virzien|pus)\w+|uz augšu vai leju",
    "en": r"error|margins?|confidence|accura\w+|precis\w+|interval\w*|signifi\w+|plus or minus|within \w+ (?:percentage )?points|points either way|either (?:way|side|direction)|times (?:out of|in) (?:20|twenty|100)|standard deviation|not (?:be )?generali[sz]ed",
    "ru": r"погрешност\w*|ошибк\w*|точност\w*|доверительн\w*|интервал\w*|плюс-минус|плюс или минус|в (?:ту или другую|обе|любую) сторон\w|отклонени\w*|значим\w*|достоверн\w*",
}
DRAWN = {  # how those who answered were found: by chance, so that they stand for all
    "lv": r"nejauš\w+(?! pieļ)|gadījumizlas\w*|varbūtīb\w+ izlas\w*|gadījuma (?:izlas\w*|kārt\w*|atlas\w*)|izloz\w+|stratificēt\w*|reprezentatīv\w*|reprezentē\w*|(?:ģenerē\w+|izvēlē\w+|atlasī\w+) (?:ar )?dator\w*|dator\w* (?:nejauši )?(?:ģenerē|izvēlē|atlasī)\w*|loterij\w*|maršruta metod\w*|pēc nejaušības princip\w*|(?:katr|ik)\w* \w+(?:o|ais|ā|ajam|ajai|ajiem) (?:\w+ )?(?:apmeklētāj|pasažier|klient|ienācēj|garāmgājēj|pacient|pircēj|mājsaimniec|adres|lasītāj|vies|dzīvok|vārd|skatītāj|braucēj|cilvēk)\w*",
    "en": r"random\w*|probability sampl\w*|(?:drawn|picked|chosen|selected) by (?:lot|lottery|ballot|a computer)(?!\w)|(?:generated|picked|selected) by computer|(?:nationally )?representative (?:sample|survey|of)|represents? (?:the(?! (?:\w+est|number|share|majority|first|most)\b)|all)|stratified|systematic sample|every \w+ (?:\w+ )?(?:visitor|passenger|household|customer|patient|name|shopper|guest|caller|address|door|house|entrant|reader|client|driver|person (?:entering|leaving))s?",
    "ru": r"случайн\w+|вероятностн\w+ выборк\w*|репрезентативн\w*|репрезентирует|стратифицированн\w*|по жребию|лотере\w+|генерир\w+|сгенерирован\w+|компьютер\w* (?:отобрал|выбрал)\w*|методом случайн\w+|жеребь[её]вк\w*|кажд\w+ (?:\d+-\w+|\w+(?:ый|ий|ого|его|ому|ым|ая|ую|ой|ей)) (?:\w+ )?(?:посетител|пассажир|клиент|покупател|прохож|пациент|вход|выход|квартир|адрес|гост|абонент|зрител|читател|водител|заявител)\w*",
}
ASKED = {
    "lv": r"(?:ap|iz)tauj\w+|respondent\w*|intervē\w+|intervij\w+|atbild\w+|piedalīj\w+|izlas\w+|anket\w*|nopras\w+|vaicā\w+|atsūtīja|atgrieza",
    "en": r"interview\w*|survey\w*|replied|posted|polled|sample|asked|respond\w*|answered|took part|questionnaire\w*|poll\w*|telephoned|questioned|sent back|returned",
    "ru": r"опро\w+|интервью\w*|выборк\w*|участ\w+|респондент\w*|анкет\w*|ответи\w+|отобра\w+|прислал\w*|вернул\w*",
}
WHOLE = {  # everybody was asked: there is no sampling error
    "lv": r"visus (?:\w+ )?(?:darbiniek|skolotāj|klient|skolēn|biedr)\w*|pilna aptauja|izsūtīta visiem|pilnīga aptauja",
    "en": r"census|all (?:\w+ )?(?:employees|staff|members|teachers|pupils) (?:were|was)|whole population|everyone was",
    "ru": r"сплошн\w+|всех (?:\w+ )?(?:сотрудник|работник|учител|ученик|член)\w*|перепис\w+",
}
