"""Groups that a claim compares, and whether the rest of a document knows of them at all."""

from __future__ import annotations

import re
from collections.abc import Callable

from atbalss.audit import regex
from atbalss.audit.generic import is_generic
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.words_claim import COMPARED, MODIFIED, SHARE

_AGES = r"\d\d\s?[–—-]\s?\d\d|vecum\w*|gadīg\w*|gad[iu] vec\w*|aged?|ages|years old|under \d\d|over \d\d|\d\d\+|возраст\w*|лет|моложе|старше"
_GROUPS: dict[str, tuple[tuple[str, str], ...]] = {  # (how a claim names it, by what the body does)
    "lv": (
        (r"sieviet\w*|vīrieš\w*|vīrieti\w*|meiten\w*|zēn(?:i|iem|u)|puiš\w*", r"siev\w+|vīr\w+|dzimum\w*|meiten\w*|zēn\w*|puiš\w*"),
        (r"jaunieš\w*|jauniet\w*|jaunākie(?! (?:\w+ ){0,2}?(?:dat|pētījum|rezultāt|aptauj|ziņ|mērījum|rādītāj|skaitļ|klient))|gados jaun\w*", rf"jaun\w+|skolēn\w*|student\w*|{_AGES}"),
        (r"senior\w*|pensionār\w*|pensijas vecuma \w+|vecāka gadagājuma \w+|gados veci?\w*", rf"senior\w*|pensij\w*|pensionār\w*|gadagājum\w*|{_AGES}"),
        (r"lauku iedzīvotāj\w*|laucinie\w*|pilsētnie\w*|pilsētu iedzīvotāj\w*|rīdzinie\w*|lauku \w+", r"lauk\w*|pilsēt\w*|rīg\w*|pagast\w*|ciem\w*|novad\w*|reģion\w*"),
        (r"ģimen\w+ ar bērniem|daudzbērnu \w+", r"ģimen\w*|bērn\w*|vecāk\w+|mājsaimniec\w*"),
        (r"(?:ar )?augstāk\w+ izglītīb\w+|augstskol\w+ beidzēj\w*", r"izglīt\w*|augstskol\w*"),
        (r"bezdarbniek\w*|strādājoš\w+", r"bezdarb\w*|strād\w*|nodarb\w*"),
    ),
    "en": (
        (r"women|men|males?|females?|girls|boys", r"wom[ae]n|m[ae]n|males?|females?|sex|gender|girls?|boys?|mothers?|fathers?"),
        (r"young(?:er)? (?:people|adults|\w+s)|the young|youngsters|teenagers|under-\d\ds", rf"young\w*|youth|teen\w*|students?|pupils?|{_AGES}"),
        (r"pensioners|retire(?:d people|es)|people of pension(?:able)? age|older (?:people|\w+s)|the elderly|seniors|over-\d\ds", rf"pension\w*|retire\w*|old\w*|elder\w*|senior\w*|{_AGES}"),
        (r"(?:rural|urban|city|town|country) (?:residents|dwellers|people|folk|areas|households|families|schools|firms|readers|users|pupils|students|voters|parents|adults|patients|libraries)|villagers|townspeople|city dwellers", r"rural|urban|cit(?:y|ies)|towns?|villages?|country\w*|capital|districts?|region\w*"),
        (r"families with children|large families", r"famil\w+|child\w*|parents?|households?"),
        (r"graduates|(?:highly|better|university)[- ]educated \w+", r"educat\w*|universit\w*|degree\w*|graduat\w*"),
        (r"the unemployed|jobseekers", r"unemploy\w*|job\w*|work\w*|employ\w*"),
    ),
    "ru": (
        (r"женщин\w*|мужчин\w*|девочк\w*|мальчик\w*|девушк\w*", r"жен\w+|муж\w+|пол|пола|полу|девуш\w*|юнош\w*|матер\w*|отц\w*"),
        (r"молод[её]ж\w*|молоды\w+ (?:люд\w+|\w+)|юнош\w*", rf"молод\w*|юн\w+|студент\w*|школьник\w*|{_AGES}"),
        (r"пенсионер\w*|\w+ пенсионного возраста|пожил\w+|старшее поколение", rf"пенси\w*|пожил\w*|старш\w*|{_AGES}"),
        (r"сельск\w+ жител\w*|жител\w+ (?:сёл|сел|деревень|городов|столицы)|горожан\w*", r"сел[аоеу]?|сёл|сельск\w*|деревн\w*|город\w*|столиц\w*|район\w*|регион\w*"),
        (r"сем\w+ с детьми|многодетн\w+", r"сем[ьеё]\w*|дет[еия]\w*|ребен\w*|ребён\w*|родител\w*|многодет\w*"),
        (r"(?:люди|жители|респонденты) с высшим образованием", r"образован\w*|вуз\w*|университет\w*"),
        (r"безработн\w+|работающи\w+", r"безработ\w*|работ\w*|занят\w*"),
    ),
}  # fmt: skip


def groups_unknown(words: str, body: str, text: Text) -> list[str]:
    """The groups of a claim of which the body has not a word; none where it names one of them."""
    found = []
    for said, known in _GROUPS[text.lang]:
        match = word_pattern(said).search(words)
        if match is None or _is_of_all(match, words, text):
            continue
        if word_pattern(known).search(body) is None:
            found.append(regex.sub(r"\s+", " ", match.group(0)))
    return found


def _is_of_all(match: re.Match[str], words: str, text: Text) -> bool:
    """Whether a name of people follows a share: `most townspeople` are most of those who were asked."""
    share = regex.search(
        rf"(?<!\w)(?:{SHARE[text.lang]})(?: of)?(?: the)?\s$",
        words[: match.start()],
        regex.IGNORECASE,
    )
    return (
        share is not None and word_pattern(text.words.people).fullmatch(match.group(0)) is not None
    )


# ---- groups that a claim sets above others


_MOST_OF_ALL = regex.pattern(  # what all name most often is no comparison of groups
    r"(?<!\w)(?:чаще всего|больше всего|реже всего|меньше всего|visbiežāk|visvairāk|visretāk|vismazāk|most often|most of all|mostly)(?!\w)",
    regex.IGNORECASE,
)
_NO_RANK = regex.pattern(  # shares of all, and what all name most often, set no group above another
    r"(?<!\w)(?:(?:most|more than|at least|at most|less than|fewer than|the most (?:common|popular|frequent)|most (?:often|commonly|frequently|popular|common)|often)"
    r"|vairāk nekā|mazāk nekā|vairāk par|ne mazāk kā|visbiežāk|visvairāk|visretāk|vismazāk"
    r"|больше половины|больше чем|более чем|не менее|чаще всего|больше всего|реже всего|меньше всего)(?!\w)",
    regex.IGNORECASE,
)
_KIND = {  # an adjective before those who were asked
    "lv": r"[^\W\d_]{4,}(?:ie|ās|i|as|o|u)",
    "en": r"[a-z-]{4,}",
    "ru": r"[^\W\d_]{4,}(?:ые|ие|ых|их|ым|им)",
}
_NO_GROUP = {
    "lv": r"aptauj\w*|vis\w*|daudz\w*|lielāk\w*|mūs\w*|cit\w*|nekā|gandrīz|abi|tie\w*|vairum\w*|vairāk\w*|daļ\w*|puse\w*|šādi|vairāk|mazāk|biežāk|retāk|piektā|skait\w*|trešā|trešda\w*",
    "en": r"surveyed|asked|most|many|more|fewer|less|these|those|their|other|such|among|than|that|with|when|half|from|often|responding|interviewed|likely|where|what|which|makes?|gives?|gave|offer\w*|help\w*|lets?|bring\w*|some|very|young|nine|three|four|five|seven|eight|every|each|whom|between|because|over|under|also|only|even|both|main|majority",
    "ru": r"опрошен\w*|многи\w*|други\w*|всех|этих|таких|наши\w*|сами\w*|остальны\w*|большин\w*|которы\w*|больше|меньше|чаще|реже|одни|свои\w*|самих|многих|осталь\w*",
}
_BY = {  # what leads from those who were asked to the part of them that is meant
    "lv": r"(?:no|ar|bez|līdz|virs|pēc)",
    "en": r"(?:from|of|with|without|in|on|aged|living|under|over|between|using|having|working)",
    "ru": r"(?:из|с|со|без|в|на|до|от|старше|моложе|младше|после)",
}
_PARTED = r"among|aged|under-\d\ds?|over-\d\ds?|starp|vidū|vecumā|gadīg\w+|среди|в возрасте|старше|моложе|младше"


_ABOVE_OTHERS = regex.pattern(  # what sets its subject above the other groups, whoever they are
    r"(?<!\w)(?:(?:чаще|реже|больше|меньше|лучше|хуже|\w+ее) (?:всех )?(?:других|остальных|прочих)|чем (?:другие|остальные|прочие)"
    r"|nekā (?:cit[iau]\w*|pārēj\w+)|no vis(?:ām|iem) (?:\w+ )?grup\w+"
    r"|than (?:the )?(?:others|other \w+s|rest|anyone else|any other \w+)|(?:most|least) \w+ (?:group|of all (?!\w+ (?:is|was))))(?!\w)",
    regex.IGNORECASE,
)
_FIRST = 3  # telling words in which a claim names whom it is of


def names_group(words: str, lang: str) -> bool:
    """Whether words name a part of those who answered."""
    said = "|".join(said for said, _ in _GROUPS[lang])
    return word_pattern(f"{_PARTED}|{said}").search(words) is not None


def compared_group(
    words: str, body: str, known: Callable[[str], bool], text: Text, *, grouped: bool
) -> str:
    """What names a group that a claim compares, and of which nothing is told; "" where there is none.

    `known`: whether the document has a word; `grouped`: whether it has results of any groups.
    """
    lang = text.lang
    if not word_pattern(COMPARED[lang]).search(words):
        return ""
    strangers = [
        group
        for group in groups_unknown(words, body, text)
        if not all(known(word) for word in group.lower().split())
        and not (_MOST_OF_ALL.search(words) and word_pattern(text.words.people).fullmatch(group))
    ]
    if strangers:
        return ", ".join(strangers)
    above = _ABOVE_OTHERS.search(words)
    subject = regex.findall(r"[^\W\d_]{4,}", words[: above.start()].lower()) if above else ()
    who = [word for word in subject[:_FIRST] if word_pattern(text.words.people).fullmatch(word)]
    if who and not any(map(known, who)):
        return ", ".join(who)
    alone = not grouped and word_pattern(COMPARED[lang]).search(_NO_RANK.sub(" ", words))
    people = text.words.people
    pattern = rf"(?<!\w)(?:{MODIFIED[lang]}|(?:{people}) {_BY[lang]} (?P<c>\w+(?: [^\W\d_]+){{0,5}})|(?P<b>{_KIND[lang]}) (?:{people})(?!\w))"
    for match in regex.finditer(pattern, words, regex.IGNORECASE):
        named = match.group("a") or match.group("b") or match.group("c") or ""
        ages = regex.findall(r"(?<!\d)\d\d(?!\d)", named)
        if alone and ages and not any(age in body for age in ages):
            return named
        found = [
            word
            for word in regex.findall(r"[^\W\d_]{4,}", named.lower().replace("ё", "е"))
            if not is_generic(word, lang)
            and not word_pattern(f"{_NO_GROUP[lang]}|{text.words.twice}").fullmatch(word)
        ]
        strange = [word for word in found if not known(word)]
        first = (
            len(strange) > grouped
            and strange[0] == found[0]
            and not 0 < len(strange) < len(found) < 3
        )
        if strange and (alone or first):
            return ", ".join(strange)
    return ""
