"""Groups that a claim compares, and whether the rest of a document knows of them at all."""

from __future__ import annotations

from atbalss.audit import regex
from atbalss.audit.text import Text, word_pattern

_AGES = r"\d\d\s?[–—-]\s?\d\d|vecum\w*|gadīg\w*|gad[iu] vec\w*|aged?|ages|years old|under \d\d|over \d\d|\d\d\+|возраст\w*|лет|моложе|старше"
_GROUPS: dict[str, tuple[tuple[str, str], ...]] = {  # (how a claim names it, by what the body does)
    "lv": (
        (r"sieviet\w*|vīrieš\w*|vīrieti\w*", r"siev\w+|vīr\w+|dzimum\w*|meiten\w*|zēn\w*|puiš\w*"),
        (r"jaunieš\w*|jauniet\w*|jaunākie(?! (?:\w+ ){0,2}?(?:dat|pētījum|rezultāt|aptauj|ziņ|mērījum|rādītāj|skaitļ|klient))|gados jaun\w*", rf"jaun\w+|skolēn\w*|student\w*|{_AGES}"),
        (r"senior\w*|pensionār\w*|vecāka gadagājuma \w+|gados veci?\w*", rf"senior\w*|pensij\w*|pensionār\w*|gadagājum\w*|{_AGES}"),
        (r"lauku iedzīvotāj\w*|laucinie\w*|pilsētnie\w*|pilsētu iedzīvotāj\w*|rīdzinie\w*|lauku \w+", r"lauk\w*|pilsēt\w*|rīg\w*|pagast\w*|ciem\w*|novad\w*|reģion\w*"),
        (r"ģimen\w+ ar bērniem|daudzbērnu \w+", r"ģimen\w*|bērn\w*|vecāk\w+|mājsaimniec\w*"),
        (r"(?:ar )?augstāk\w+ izglītīb\w+|augstskol\w+ beidzēj\w*", r"izglīt\w*|augstskol\w*"),
        (r"bezdarbniek\w*|strādājoš\w+", r"bezdarb\w*|strād\w*|nodarb\w*"),
    ),
    "en": (
        (r"women|men|males?|females?|girls|boys", r"wom[ae]n|m[ae]n|males?|females?|sex|gender|girls?|boys?|mothers?|fathers?"),
        (r"young(?:er)? (?:people|adults|\w+s)|the young|youngsters|teenagers|under-\d\ds", rf"young\w*|youth|teen\w*|students?|pupils?|{_AGES}"),
        (r"pensioners|retired people|older (?:people|\w+s)|the elderly|seniors|over-\d\ds", rf"pension\w*|retire\w*|old\w*|elder\w*|senior\w*|{_AGES}"),
        (r"(?:rural|urban|city|town|country) (?:residents|dwellers|people|\w+s)|villagers|townspeople|city dwellers", r"rural|urban|cit(?:y|ies)|towns?|villages?|country\w*|capital|districts?|region\w*"),
        (r"families with children|large families", r"famil\w+|child\w*|parents?|households?"),
        (r"graduates|(?:highly|better|university)[- ]educated \w+", r"educat\w*|universit\w*|degree\w*|graduat\w*"),
        (r"the unemployed|jobseekers", r"unemploy\w*|job\w*|work\w*|employ\w*"),
    ),
    "ru": (
        (r"женщин\w*|мужчин\w*", r"жен\w+|муж\w+|пол|пола|полу|девуш\w*|юнош\w*|матер\w*|отц\w*"),
        (r"молод[её]ж\w*|молоды\w+ (?:люд\w+|\w+)|юнош\w*", rf"молод\w*|юн\w+|студент\w*|школьник\w*|{_AGES}"),
        (r"пенсионер\w*|пожил\w+|старшее поколение", rf"пенси\w*|пожил\w*|старш\w*|{_AGES}"),
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
        if match is not None and word_pattern(known).search(body) is None:
            found.append(regex.sub(r"\s+", " ", match.group(0)))
    return found
