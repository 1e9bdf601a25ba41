# ruff: noqa: E501 - tables of forms and patterns read best a row a line
"""Russian: counted nouns, units, fractions and what trend, rank and majority words look like."""

from __future__ import annotations

from decimal import Decimal

Forms = dict[str, str]
CASE_NAMES = ("nom", "gen", "dat", "acc", "ins", "loc")
CASES = {name: name for name in CASE_NAMES} | {
    "им": "nom", "род": "gen", "дат": "dat", "вин": "acc", "тв": "ins", "пр": "loc",
    "instr": "ins", "par": "acc", "no": "gen", "lok": "loc", "на": "acc",
}  # fmt: skip


def plural(number: Decimal) -> str:
    """`one` (1, 21), `few` (2-4, 22), `many` (0, 5-20), `part` for a decimal part (CLDR, ru)."""
    if number != number.to_integral_value():
        return "part"
    whole = abs(int(number))
    if whole % 10 == 1 and whole % 100 != 11:
        return "one"
    if whole % 10 in (2, 3, 4) and whole % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _noun(one: str, other: str, *, living: bool) -> dict[str, Forms]:
    """Forms from `nom gen dat acc ins loc`, parted by commas, of the singular and of the plural."""
    single = dict(zip(CASE_NAMES, [word.strip() for word in one.split(",")], strict=True))
    many = dict(zip(CASE_NAMES, [word.strip() for word in other.split(",")], strict=True))
    count = {"nom": single["gen"], "acc": many["gen"] if living else single["gen"]}
    if " " in single["gen"]:  # 2 процентных пункта: the adjective stands in the genitive plural
        adjective, noun = many["gen"].split(" ")[0], single["gen"].split(" ")[1]
        count = dict.fromkeys(("nom", "acc"), f"{adjective} {noun}")
    whole = {"nom": many["gen"], "acc": many["gen"]}
    part = dict.fromkeys(CASE_NAMES, single["gen"])
    if " " in single["gen"]:
        part = dict.fromkeys(CASE_NAMES, single["gen"])
    return {"one": single, "few": many | count, "many": many | whole, "part": part}


NOUNS: dict[str, dict[str, Forms]] = {
    "respondent": _noun(
        "респондент,респондента,респонденту,респондента,респондентом,респонденте",
        "респонденты,респондентов,респондентам,респондентов,респондентами,респондентах",
        living=True,
    ),
    "client": _noun(
        "клиент,клиента,клиенту,клиента,клиентом,клиенте",
        "клиенты,клиентов,клиентам,клиентов,клиентами,клиентах",
        living=True,
    ),
    "interview": {
        key: dict.fromkeys(CASE_NAMES, "интервью") for key in ("one", "few", "many", "part")
    },
    "answer": _noun(
        "ответ,ответа,ответу,ответ,ответом,ответе",
        "ответы,ответов,ответам,ответы,ответами,ответах",
        living=False,
    ),
    "person": _noun(
        "человек,человека,человеку,человека,человеком,человеке",
        "люди,человек,людям,человек,людьми,людях",
        living=True,
    ),
    "participant": _noun(
        "участник,участника,участнику,участника,участником,участнике",
        "участники,участников,участникам,участников,участниками,участниках",
        living=True,
    ),
    "service": _noun(
        "услуга,услуги,услуге,услугу,услугой,услуге",
        "услуги,услуг,услугам,услуги,услугами,услугах",
        living=False,
    ),
    "year": _noun("год,года,году,год,годом,годе", "годы,лет,годам,годы,годами,годах", living=False),
    "point": _noun(
        "пункт,пункта,пункту,пункт,пунктом,пункте",
        "пункты,пунктов,пунктам,пункты,пунктами,пунктах",
        living=False,
    ),
    "percentage_point": _noun(
        "процентный пункт,процентного пункта,процентному пункту,процентный пункт,"
        "процентным пунктом,процентном пункте",
        "процентные пункты,процентных пунктов,процентным пунктам,процентные пункты,"
        "процентными пунктами,процентных пунктах",
        living=False,
    ),
}
NOUN_NAMES = {
    "респондент": "respondent", "клиент": "client", "интервью": "interview", "ответ": "answer",
    "человек": "person", "участник": "participant", "услуга": "service", "год": "year",
    "пункт": "point", "процентный пункт": "percentage_point",
}  # fmt: skip


def _forms(words: str) -> Forms:
    return dict(zip(CASE_NAMES, [word.strip() for word in words.split(",")], strict=True))


FRACTIONS: dict[str, Forms] = {
    "tenth": _forms(
        "десятая часть,десятой части,десятой части,десятую часть,десятой частью,десятой части"
    ),
    "fifth": _forms("пятая часть,пятой части,пятой части,пятую часть,пятой частью,пятой части"),
    "quarter": _forms("четверть,четверти,четверти,четверть,четвертью,четверти"),
    "third": _forms("треть,трети,трети,треть,третью,трети"),
    "half": _forms("половина,половины,половине,половину,половиной,половине"),
    "two_fifths": _forms("две пятых,двух пятых,двум пятым,две пятых,двумя пятыми,двух пятых"),
    "three_fifths": _forms("три пятых,трёх пятых,трём пятым,три пятых,тремя пятыми,трёх пятых"),
    "two_thirds": _forms("две трети,двух третей,двум третям,две трети,двумя третями,двух третях"),
    "three_quarters": _forms(
        "три четверти,трёх четвертей,трём четвертям,три четверти,тремя четвертями,трёх четвертях"
    ),
    "four_fifths": _forms(
        "четыре пятых,четырёх пятых,четырём пятым,четыре пятых,четырьмя пятыми,четырёх пятых"
    ),
    "nine_tenths": _forms(
        "девять десятых,девяти десятых,девяти десятым,девять десятых,девятью десятыми,девяти десятых"
    ),
}
MODIFIER_WORDS = {
    "": "", "almost": "почти ", "more": "более ", "less": "менее ", "about": "примерно ",
}  # fmt: skip
MODIFIER_CASES = {"more": "gen", "less": "gen"}
MODIFIER_PATTERNS = {
    "almost": r"почти|чуть менее|чуть меньше",
    "more": r"(?:чуть |немного )?(?:более|больше)(?: чем)?|свыше",
    "less": r"(?:менее|меньше)(?: чем)?",
    "about": r"примерно|около|приблизительно",
}
CLAIM_PATTERNS = (
    ("nine_tenths", r"девят\w+ десят(?:ых|ым|ыми)|девят\w+ из десяти"),
    ("four_fifths", r"четыр\w+ пят\w+|четверо из пяти"),
    ("three_quarters", r"(?:три|трёх|трех|трём|трем|тремя) четверт\w+|трое из четыр\w+"),
    ("two_thirds", r"(?:две|двух|двум|двумя) трет\w+|двое из тр[её]х"),
    ("three_fifths", r"(?:три|трёх|трех|трём|трем|тремя) пят\w+|трое из пяти"),
    ("two_fifths", r"(?:две|двух|двум|двумя) пят\w+|двое из пяти"),
    ("tenth", r"(?:одна |одной )?десят\w+ част\w+|кажд\w+ десят\w+"),
    ("fifth", r"(?:одна |одной )?пят\w+ част\w+|кажд\w+ пят\w+"),
    ("quarter", r"четверт(?:ь|и|ью)|кажд\w+ четв[её]рт\w+"),
    ("third", r"трет(?:ь|и|ью)(?!\w)|кажд\w+ трет\w+"),
    ("half", r"половин(?:а|ы|е|у|ой)|кажд\w+ втор\w+"),
    ("great_majority", r"(?:подавляющ|абсолютн|значительн)\w+ большинств\w+"),
    ("majority", r"большинств(?:о|а|у|ом|е)|больш(?:ая|ей|ую) част(?:ь|и|ью)"),
    ("minority", r"меньшинств(?:о|а|у|ом|е)|меньш(?:ая|ей|ую) част(?:ь|и|ью)"),
    ("none", r"никто из (?:респондент|клиент|участник|опрошенн)\w+"),
    ("all", r"вс(?:е|ех|ем|еми) (?:респондент|клиент|участник|опрошенн)\w+"),
)
TREND_PATTERNS = (
    r"(?:выше|ниже|больше|меньше|чаще|реже|лучше|хуже),? чем (?:в )?"
    r"(?:(?:19|20)\d\d|раньше|прежде|прошл\w+|год назад)",
    r"вырос(?:ла|ло|ли)?|возрос(?:ла|ло|ли)?|рост(?:а|ом)?",
    r"увеличил\w+|увеличени\w+",
    r"снизил\w+|снижени\w+|уменьшил\w+|уменьшени\w+|сократил\w+|сокращени\w+|упал(?:а|о|и)?",
    r"не изменил\w+|неизменн\w+|изменил\w+сь|изменился",
    r"остал\w+с[ья] (?:прежн\w+|без изменений)|на (?:том же|прежнем) уровне",
    r"улучшил\w+с[ья]|ухудшил\w+с[ья]|удвоил\w+",
)
RANK_PATTERNS = (
    ("among_top", r"(?:один|одна|одно|одни|одной|одним) из (?:сам\w+|наиболее) \w+|среди самых частых"),
    ("among_bottom", r"(?:один|одна|одно|одни) из наименее \w+"),
    ("second", r"втор\w+ по (?:частоте|популярности|величине)|на втором месте"),
    ("third", r"треть\w+ по (?:частоте|популярности|величине)|на третьем месте"),
    ("top", r"чаще всего|чаще всех|больше всего|наиболее част\w+|наиболее популярн\w+|сам\w+ (?:част|популярн|высок|больш)\w+"
            r"|наивысш\w+|наибольш\w+|выше всего|на первом месте|в основном|главным образом"),
    ("bottom", r"реже всего|реже всех|меньше всего|наименее \w+|сам\w+ (?:редк|низк|маленьк)\w+|наименьш\w+|ниже всего"),
)  # fmt: skip
NUMBER_WORD = (
    r"(?:два|две|двух|три|тр[её]х|четыр\w+|пять|пяти|шесть|шести|семь|семи|восемь|восьми"
    r"|девять|девяти|десять|десяти|\w+надцат[ьи]|двадцат[ьи]|тридцат[ьи]|сорок\w*|\w+десят|\w+десяти|девяност\w|сто|ста"
    r"|тысяч\w*)"
)
COUNTED_WORD = r"(?:процент\w*|респондент\w*|клиент\w*|участник\w*|опрошенн\w*|человек\w*|люд\w+|интервью|пункт\w*|балл\w*)"
TIMES_PATTERN = rf"(?:вдвое|втрое|в {NUMBER_WORD} раза?) (?:больше|меньше|чаще|реже|выше|ниже)"
POINT_WORDS = r"процентн\w+ пункт\w*|п\. ?п\."
SCALE_PATTERN = r"шкал\w+ от \d+ до \d+|\d+-балльн\w+ шкал\w+|от \d+ до \d+ балл\w+"
REFERENCE_PATTERN = r"(?:рисун\w+|рис\.|таблиц\w+|приложени\w+)\s?\d+"
DATE_PATTERN = (
    r"\d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
ORDINAL_PATTERN = r"(?:глав\w+|вопрос\w*|раздел\w*) \d+"
AND = "и"
QUOTES = ("«", "»")
DIRECTION = {
    "higher": "{rose} на {amount}",
    "lower": "{fell} на {amount}",
    "no_difference_shown": "статистически значимой разницы нет",
    "unchanged": "не {changed}",
    "untestable_higher": "по опубликованным данным на {amount} {higher}; различие проверить нельзя",
    "untestable_lower": "по опубликованным данным на {amount} {lower}; различие проверить нельзя",
    "untestable_same": "по опубликованным данным {same}; различие проверить нельзя",
}
_COMMON = {"higher": "выше", "lower": "ниже"}  # of a share (доля) or a mean (оценка)
SUBJECTS = {
    "m": _COMMON | {"rose": "вырос", "fell": "снизился", "changed": "изменился", "same": "такой же"},
    "f": _COMMON | {"rose": "выросла", "fell": "снизилась", "changed": "изменилась", "same": "такая же"},
    "n": _COMMON | {"rose": "выросло", "fell": "снизилось", "changed": "изменилось", "same": "такое же"},
    "mp": _COMMON | {"rose": "выросли", "fell": "снизились", "changed": "изменились", "same": "такие же"},
    "fp": _COMMON | {"rose": "выросли", "fell": "снизились", "changed": "изменились", "same": "такие же"},
}  # fmt: skip
AMOUNT_CASE = "acc"
