"""The words for the error of a sample: one table for every rule that asks whether it is told."""

from __future__ import annotations

import re

from atbalss.audit import regex

_NAMED = (
    r"kļūd\w*|intervāl\w*|pusplatum\w*|precizitāt\w*|ticam\w+|errors?|margins?|intervals?|precision|accura\w+|confidence|CI"
    r"|погрешност\w*|ошибк\w+|интервал\w*|точност\w*|доверительн\w+|ДИ"
)
_SIGN = r"±|\+/[-−]"
ERROR = re.compile(rf"{_SIGN}|(?<!\w)(?:{_NAMED})(?!\w)", regex.IGNORECASE)
MEASURED = re.compile(  # with a number
    rf"{_SIGN}|(?<!\w)(?:{_NAMED})(?!\w)[^.;]{{0,60}}\d", regex.IGNORECASE
)
SAID = {  # any word of the error, or of why there is none, or of what cannot be an accident
    "lv": r"kļūd\w*|precizitāt\w*|ticamīb\w*|intervāl\w*|novirz\w*|pielaid\w*|varbūtīb\w+ \d|drošticam\w*|neprecizitāt\w*|statistiski|nozīmīg\w*|procentpunkt\w+ robežās|(?:vienā|uz vienu|abās|uz abām) (?:vai otr\w+ )?(?:virzien|pus)\w+|uz augšu vai leju",
    "en": r"error|margins?|confidence|accura\w+|precis\w+|interval\w*|signifi\w+|plus or minus|within \w+ (?:percentage )?points|points either way|either (?:way|side|direction)|times (?:out of|in) (?:20|twenty|100)|standard deviation|not (?:be )?generali[sz]ed",
    "ru": r"погрешност\w*|ошибк\w*|точност\w*|доверительн\w*|интервал\w*|плюс-минус|плюс или минус|в (?:ту или другую|обе|любую) сторон\w|отклонени\w*|значим\w*|достоверн\w*",
}
