"""Words of reports that say one thing: a claim may be told in others than the result it rests on."""

from __future__ import annotations

import re
from functools import cache

from atbalss.audit import regex

_ALIKE: dict[str, tuple[str, ...]] = {  # beginnings of words, a line a notion
    "lv": (
        "apmierin|neapmierin|patīk|nepatīk|vērtē|novērtē|atzinīg|laimīg|priecīg|sūdz|labi|slikti|teicami|viduvēji|slavē|uzteic",
        "uztic|uzticam|ticam|palāv|neuztic|šaub",
        "lieto|izmanto|apmeklē|iegriež|iegriez|brauc|dodas|iet|pārvietoj|lietojums|lietošana|izmantošana",
        "zina|zināš|pazīst|informēt|uzzin|dzirdēj|lasī|avot",
        "cena|cenas|cenu|dārg|lēt|maksa|maks|naud|izmaks|euro|eiro|tarif",
        "ātr|lēn|ilg|gaidī|gaida|rind|laik|minū|stund|steig|kavē",
        "bieži|retāk|reti|regulār|katru|nedēļ|dien|mēnes|nekad|ikdien|parasti|reizi",
        "droš|nedroš|bail|baid|bīst|satrauc|uztrauc|raiz|bažas|bažī",
        "darbiniek|personāl|apkalpo|laipn|pieklāj|attieksm",
        "iesaka|ieteik|ieteic|rekomend",
        "vēlas|vēlēt|grib|gatav|labprāt|būtu|mieru|plāno|nodom",
        "atbalst|piekrīt|pret|iebilst",
        "internet|tiešsaist|digitāl|elektron|mājaslap|tīmek|portāl|e-pakalp",
        "iemesl|tāpēc|kādēļ|kāpēc|šķērsl|traucē|cēlon|galven",
        "jauni|jaunākaj|vecum|\\d\\d\\s?[–-]\\s?\\d\\d",
        "mācī|skol|stud|kurs|zinīb|apmācīb|izglīt",
        "svarīg|nozīmīg|būtisk|noderīg|lietderīg|derīg|node",
        "grūt|viegli|vienkārš|sarežģ|saprot|saprotam|ērt|neērt",
        "trūkst|pietrūk|nepietiek|trūkum|maz",
        "aicin|uzaicin|piedāvā|pieaicin",
        "turpin|joprojām|saglabā|paliek|noturīg|izzud",
    ),
    "en": (
        "satisf|dissatisf|happ|unhapp|content|pleas|like|dislike|rate|rating|well|good|poor|bad|excellent|prais|enjoy|approv|glad",
        "trust|distrust|confiden|rely|believ|faith",
        "use|using|user|visit|travel|ride|attend|go|come|came|usage",
        "know|aware|inform|heard|learn|sourc|familiar",
        "price|cost|expens|cheap|pay|paid|fee|money|afford|dear|fare|charge",
        "fast|quick|slow|speed|wait|queue|minut|hour|time|prompt|late|delay|punctual|long",
        "often|rare|frequent|regular|every|week|daily|month|never|seldom|usual|habit|once|twice",
        "safe|unsaf|fear|afraid|worr|concern|anxi|secur|danger|risk",
        "staff|employee|personnel|polite|friendl|courte|kind|helpful|attitud|serv",
        "recommend|advis|suggest",
        "want|wish|willing|ready|readiness|would|prefer|intend|plan|keen|prepared",
        "support|favour|favor|agree|oppos|against|back|object",
        "internet|online|digital|electron|website|portal|app|web",
        "reason|because|why|obstacle|barrier|main|cause|motive|hinder|problem",
        "young|youth|aged|ages|under|\\d\\d\\s?[–-]\\s?\\d\\d",
        "train|learn|school|stud|course|educat|taught|teach",
        "important|useful|matter|valu|helpful|worth|benefi|essential",
        "easy|hard|difficult|simple|complic|understand|clear|convenien|comfort",
        "lack|short|enough|miss|scarc|too",
        "offer|invit|propos",
        "turned|lower|reduce|cut|less|saving|save",
        "half|majorit|most|third|quarter|minorit",
        "work|job|employ|occup|unemploy",
        "choos|chose|choice|decid|decision|select|pick",
    ),
    "ru": (
        "довол|недовол|удовл|неудовл|нрав|оцен|хорош|плох|отличн|хвал|жал|положит|благопр|рад|комфорт",
        "довер|недовер|вер|надеж|надеж",
        "польз|использ|посещ|езд|ход|ходи|бывать|бывал|бывают|приход",
        "зна|узна|информ|осведом|слыш|источн|знаком",
        "цен|дорог|дешев|дешев|плат|опла|стоим|деньг|тариф|расход|затрат",
        "быст|медл|доль|дней|неделю|недели|срок|жда|жде|жду|ожид|очеред|врем|минут|час|долг|задерж|опазд|скор",
        "част|редк|регул|кажд|недел|ежедн|месяц|никог|обычн|реже|раз",
        "безоп|опас|боят|страх|бесп|трево|опасе|волн",
        "персон|сотру|вежл|обслуж|отнош|работн|приветл",
        "рекоменд|совет|посовет",
        "хот|хоч|жела|измени|готов|предпоч|намер|план|собир",
        "поддерж|соглас|одобр|против|возраж",
        "интерн|онлайн|цифр|электр|сайт|портал|сети",
        "прич|почем|потому|мешает|препят|главн|повод",
        "молод|юнош|возраст|\\d\\d\\s?[–-]\\s?\\d\\d",
        "учит|учеб|школ|курс|обуч|образов|студ",
        "важн|полез|нужн|значим|необход",
        "легк|трудн|слож|прост|понят|удобн|неудоб|ясн",
        "нехват|недост|хват|мало|не хва",
        "работ|труд|заня|безраб",
        "предлож|предлаг|позва|приглас|звали|попроси",
        "переех|переезд|уех|уезж|перебр",
    ),
}  # fmt: skip


@cache
def _groups(lang: str) -> tuple[re.Pattern[str], ...]:
    known = _ALIKE.get(lang, _ALIKE["en"])
    whole = [regex.sub(r"(?<![^|])([^\W\d]{1,2})(?![^|])", r"\1(?!\\w)", line) for line in known]
    return tuple(regex.pattern(rf"(?<!\w)(?:{line})", regex.IGNORECASE) for line in whole)


def told_otherwise(word: str, body: str, lang: str) -> bool:
    """Whether a text has a word of the same notion as `word`."""
    return any(group.match(word) and group.search(body) for group in _groups(lang))
