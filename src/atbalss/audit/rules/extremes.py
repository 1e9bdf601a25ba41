"""Who is first and last of a list or a table: told in words, and denied by its values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.deeds import is_of_another_deed
from atbalss.audit.entries import Entry, shared
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.lists import Listing, lists_near, names, within
from atbalss.audit.numbers import numbers
from atbalss.audit.polarity import are_opposite
from atbalss.audit.scope import is_of_another_kind
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import year_in
from atbalss.audit.words_rank import PERSONS
from atbalss.audit.words_standing import WORRY
from atbalss.study.decimals import marked

# top: most of it; low: least of it; good and bad: by what is measured
_EXTREME = {
    "lv": r"(?P<low>(?:vis)?(?:maz|ret|zem|vāj)āk(?:ais|ā|ie|ās|o|ajam|ajai|os)(?! (?:daļ|pus|līme[nņ])\w+)|vis(?:maz|ret|zem|vāj)āk\w*|pēdējā vietā|atpaliek|(?:mazāk|retāk|zemāk) nekā (?:jebkur\w*|citur|visur))"
    r"|(?P<bad>(?:vis)?(?:slikt|kritisk)āk(?:ais|ā|ie|ās|o|i)|vis(?:slikt|kritisk)āk\w*)"
    r"|(?P<good>(?:vis)?labāk(?:ais|ā|ie|ās|o)|vislabāk\w*)"
    r"|(?P<top>(?!vec|jaun|tāl|turpm|vēl|agr|pamat|gar|īs|liela)(?!lielāk\w+ (?:daļ|pus))\w{3,14}āk(?:ais|ā|ie|ās|ajam|ajai|os)(?! izglīt)|vis(?!tuv|tāl|drīz)\w{2,14}āk\w*|pirmajā vietā|līder\w+|priekšgalā|(?:vairāk|biežāk|augstāk) nekā (?:jebkur\w*|citur|visur))",
    "en": r"(?P<low>(?:the |is |are |was |were )?least(?! (?:one|two|a |half|once|some|\d))|(?:the )?(?:fewest|lowest|smallest|weakest|rarest)|(?:comes?|came|is|are|was|were|ranks?) last|in last place|(?:less|fewer|lower)(?: \w+)? than (?:anywhere|elsewhere|any other|in any))"
    r"|(?P<bad>(?:the |fares? |fared |does |did )worst)|(?P<good>(?:the |fares? |fared |does |did )best)"
    r"|(?P<top>(?:the|are|is|were|was|proved|remain\w*|by far)(?: by far)? (?:very )?most (?!of|people|common\w+ \w+s are|\w+(?<!ou)(?<!le)s(?!\w))\w+|the most(?=[.,;)]|$)|most (?:often|frequently|commonly|popular)|(?:the )?(?:highest|largest|greatest|biggest|strongest|commonest)|(?:comes?|came|is|ranks?|ranked) first|in first place|leads?(?! to)|is ahead|(?:more|higher)(?: \w+)? than (?:anywhere|elsewhere|any other|in any))",
    "ru": r"(?P<low>(?:меньше|реже|ниже|слабее|менее) все(?:го|х)|наимень\w+|наименее|сам\w{2,3} (?:низк|редк|мал|слаб|маленьк|непопулярн)\w+|на последнем месте|замыка\w+|(?:меньше|реже|ниже),? чем (?:где-либо|где бы|везде|в других|у других|у всех))"
    r"|(?P<bad>хуже все(?:го|х)|сам\w{2,3} (?:плох|худш)\w+|худш\w+)|(?P<good>лучше все(?:го|х)|сам\w{2,3} (?:хорош|лучш)\w+|лучш(?:ий|ая|ее|ие|ую))"
    r"|(?P<top>(?:больше|чаще|выше|сильнее|активнее|более) все(?:го|х)|наибольш\w+|наивысш\w+|наиболее|сам(?:ый|ая|ое|ые|ым|ой|ую|ых|ыми) (?!молод|пожил|старш|младш|последн|перв|начал|стар|древн|нов|дорог|дешев|дешёв|длин|близк|далек|далёк)\w+|на первом месте|(?:больше|чаще|выше),? чем (?:где-либо|где бы|везде|в других|у других|у всех))",
}
_NOT_ONE = (
    r"(?:one of|among|viens no|viena no|vienu no|vieni no|vienas no|starp|од[ин]\w+ из|среди|second|otr\w+|втор\w+|third|third-|second-"
    r"|treš\w+|трет\w+|not|nav|не|at|next|can do|could do|to do|nākam\w+|следующ\w+)[\s-](?:the\s)?$"
)
_NEGATIVE = r"wait|days$|minute|gaidī|dienas$|minūt|ожида|дней$|минут|neapm|sūdz|kriti|negat|slikt|probl|dissat|unhapp|compla|critic|negati|poor|bad|недов|жалоб|жалов|крити|негат|плох|пробл"
_PLEASED = re.compile(r"satisf|conten|happy|happie|please|pleas|apmie|довол|удовл")
_PLAIN = frozenset(  # verbs and nouns that measure nothing of their own
    "comes came drew get got has had have proved people users share figure score result level rate group groups three four all others place area town district"
    " respondents found seems seen list pretty age ages aged klāj klājas vietā ieņem saņem grupa grupas grupā rādītājs rādītāju pagast pagastā reģion vidū ļaužu ļaudis brauc saņēma saņēmis izrād izrādījās"
    " дела дело дел место месте занимает занимают группа группы показатель уровень район районе людей получил получила получило оказалось оказался село".split()
)
_MOVED = r"growth|gains?|changes?|differences?|gap|pieaugum\w*|kāpum\w*|kritum\w*|izmaiņ\w*|atšķirīb\w*|starpīb\w*|прирост\w*|изменени\w*|различи\w*|разниц\w*|разрыв\w*"
_SIZE = {
    "lv": r"(?:vis)?(?:liel|maz)āk(?:ais|ā|ie|ās|ajam|ajai|os|o)",
    "en": r"(?:the )?(?:largest|biggest|smallest|greatest)",
    "ru": r"сам\w{2,3} (?:больш|мал|маленьк)\w+",
}
_SIZED = {  # what is large as a share is
    "lv": r"īpatsvar\w*|daļ\w+|rādītāj\w*|vērtējum\w*|atbalst\w*|apmierin\w+|neapmierin\w+|uzticē\w+|skait\w*",
    "en": r"(?:share|proportion|percentage|part|figure|number of|score|satisfaction|support|trust|group of)\b",
    "ru": r"дол\w+|процент\w*|показател\w*|оценк\w*|поддержк\w*|довери\w+|удовлетвор\w+|числ\w+",
}
_CUT = re.compile(
    r"[;:,]\s(?:and |but |while |whereas |un |bet |savukārt |kamēr |а |и |но )?|\s(?:and|but|while|bet|but|но)\s"
)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return word_pattern(_EXTREME[lang])


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """`Passengers on Line 1 are the most contented`, where Line 4 has more in the table."""
    pattern = _pattern(text.lang)
    for sentence in text.prose:
        matches = list(pattern.finditer(sentence.text))
        if not matches:
            continue
        own = within(sentence, text, claims)
        if own is None and len(claims.of(sentence)) > 2:
            continue
        if year_in(sentence.text, text) or word_pattern(text.words.last_wave).search(sentence.text):
            continue
        if own is None and is_of_another_kind(sentence.text, _section(sentence, text), text):
            continue
        for match in matches:
            if regex.search(_NOT_ONE, sentence.text[: match.start()], regex.IGNORECASE):
                continue
            made = _denied(text, claims, sentence, match, len(matches) > 1, own)
            if made is not None:
                yield made
                break


def _section(sentence: Sentence, text: Text) -> frozenset[str]:
    """The stems of a sentence's section, of what stands before and behind it, and of its title."""
    if ":" not in sentence.text:
        return frozenset()
    found = [text.titles.get(sentence.section, "")]
    for index, block in enumerate(text.blocks):
        if text.sections[index] == sentence.section and index != sentence.block:
            found += [block.text, *(cell for row in block.rows for cell in row)]
    return frozenset(stems(" ".join(found), text.lang))


def is_of_size(words: str, after: str, text: Text) -> bool:
    """Whether a superlative tells how large a thing is, and no share: the largest branch."""
    if not word_pattern(_SIZE[text.lang]).match(words):
        return False
    return word_pattern(_SIZED[text.lang]).match(after.lstrip()) is None


def is_of_another(words: str, known: Iterable[Iterable[str]]) -> bool:
    """Whether a sentence says of a name that no list has: `the most popular distribution was Ubuntu`."""
    being = rf"(?<!\w)(?:{_BEING})\s((?-i:[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ])\w{{3,}})(?=[,.]|$)"
    begins = {word[:4].lower() for named in known for word in named}
    return any(
        name[:4].lower() not in begins for name in regex.findall(being, words, regex.IGNORECASE)
    )


_BEING = r"was|is|were|are|became|remains?|ir|bija|kļuva|palika|стал\w*|был\w*|остал\w*|оста[её]тся|является"


def _clause(words: str, match: re.Match[str], several: bool) -> str:
    """The part of a sentence that says a superlative, without it."""
    left, right = 0, len(words)
    for cut in _CUT.finditer(words):
        after = cut.end() <= match.start()
        if after and (several or cut.group(0)[0] in ";:"):
            left = cut.end()
        if cut.start() >= match.end():
            right = cut.start()
            break
    return words[left : match.start()] + " " + words[match.end() : right]


_WHERE = re.compile(
    r",\s(?:kur|kurā|kuros|kurās|where|in which|где|в котор\w+)\s", regex.IGNORECASE
)


def _denied(
    text: Text,
    claims: Claims,
    sentence: Sentence,
    match: re.Match[str],
    several: bool,
    inside: Listing | None,
) -> Finding | None:
    clause = _clause(sentence.text, match, several)
    if is_of_size(match.group(0), sentence.text[match.end() :], text):
        return None
    noun = _REFERENCE.format(noun=f"{text.words.table}|{text.words.figure}")
    clause = word_pattern(noun).sub(" ", clause)
    moved = f"{_MOVED}|{WORRY}|{text.words.rise}|{text.words.fall}"
    if word_pattern(moved).search(clause):
        return None
    measured = frozenset(stems(match.group(0), text.lang))
    bare = word_pattern(text.words.people).sub(" ", clause)
    people = frozenset(stems(clause, text.lang)) - frozenset(stems(bare, text.lang))
    said = names(clause, text) - frozenset(stems(" ".join(_PLAIN), text.lang))
    own = {item.value for item in numbers(clause, text.lang) if item.digits or item.unit}
    beside = claims.of(sentence)
    if not own and len(beside) == 1:
        between = sentence.text[match.end() : max(match.end(), beside[0].number.start)]
        if _WHERE.search(between):
            own = {beside[0].number.value}  # `lowest in Greece, where 39 % trust it`
    denials = []
    near = [inside] if inside is not None else list(lists_near(sentence, text, claims))
    if inside is not None and ":" in sentence.text[: match.start()]:
        return None  # told within the list itself
    if any(item.table and item.measure & (said | measured) for item in near):
        near = [item for item in near if not item.table or item.measure & (said | measured)]
    for listing in near:
        title = text.titles.get(sentence.section, "").split()
        told = (*listing.measure, *listing.context, *title)
        if are_opposite(f"{clause} {match.group(0)}", told, text.lang):
            continue
        groups = word_pattern(PERSONS[text.lang]).findall(clause)
        if frozenset(stems(" ".join(groups), text.lang)) - listing.context:
            continue
        known = [listing.context, *(entry.named for entry in listing.entries)]
        if is_of_another(sentence.text, known):
            continue
        verdict = _verdict(listing, said, measured, match, own, people)
        if verdict is None:
            continue
        if not verdict:
            return None  # some list bears it out
        around = listing.context | listing.measure
        if is_of_another_deed(clause, match.group(0), verdict[0].named, around, text):
            continue
        denials.append(verdict)
    if not denials:
        return None
    meant, other = denials[0]
    at = spot(text, sentence, match.start(), match.end())
    value, against = (marked(item.number.shown, text.lang) for item in (meant, other))
    return finding(
        text, "rank-word", at, (other.spot,), words=match.group(0), value=value, other=against
    )


_REFERENCE = r"\(?(?:{noun})\s?(?:№|Nr\.|No\.)?\s?\d+\)?|\(?\d+\.\s?(?:{noun})\)?"


def _verdict(
    listing: Listing,
    said: frozenset[str],
    measured: frozenset[str],
    match: re.Match[str],
    own: set[float],
    people: frozenset[str],
) -> tuple[Entry, Entry] | tuple[()] | None:
    """(the entry meant, one beyond it); () where the list agrees; None where it is of other things."""
    meant = listing.meant(said - measured)
    if meant is None or (own and meant.number.value not in own):
        return None
    vague = shared([entry.named for entry in listing.entries])
    if any((e.named - vague) & (said - measured) for e in listing.entries if e is not meant):
        return None  # two are named together
    if listing.table and any(_PLEASED.search(word) for word in meant.named & said):
        return None  # "satisfaction" is what is measured, and no group
    least = _least(listing, said | measured, match)
    rest = set(said | measured) - people
    known = {word[:4] for word in listing.context | meant.named}
    rest = {word for word in rest if word[:4] not in known and not word[0].isdigit()}
    rest = {word for word in rest if not _is_extreme(word) and not _PLEASED.match(word)}
    spare = 2 if _known(listing, meant, said) else 1
    if least is None or len(rest) > spare or not _about(listing, said | measured):
        return None
    values = [entry.number.value for entry in listing.entries]
    end = min(values) if least else max(values)
    if meant.number.value == end:
        return ()
    return meant, next(entry for entry in listing.entries if entry.number.value == end)


def _known(listing: Listing, meant: Entry, said: frozenset[str]) -> bool:
    """Whether an entry is named by its number, or a table's measure by its word."""
    printed = any(word[0].isdigit() for word in meant.named & said)
    return printed or (listing.table and bool(listing.measure & (said - meant.named)))


def _is_extreme(word: str) -> bool:
    return bool(
        regex.match(
            r"vis|lead|ahead|līder|field|most|least|comes|came|rank|first|last|place|proved|than|any|elsew|nowhe|силь|слаб|акти|лидир|замык|highes|lowes|larges|fewes|greate|bigges|smalle|stron|common|best|worst|сам|наи|всех|всего|больш|мень|чаще|реже|выше|ниже|хуже|лучше|высок|низк|liel|augst|zem|bie|popul|попул|част",
            word,
        )
    )


def _about(listing: Listing, said: frozenset[str]) -> bool:
    """Whether what is said is of what the list measures, where either names it."""
    pleased = any(map(_PLEASED.match, said))
    negative = any(regex.match(_NEGATIVE, word) for word in said)
    lists_negative = any(regex.match(_NEGATIVE, word) for word in listing.measure)
    if pleased or negative:
        return negative == lists_negative or (not listing.measure and not negative)
    return True


def _least(listing: Listing, said: frozenset[str], match: re.Match[str]) -> bool | None:
    """Whether the smallest value of a list is meant; None where good and bad cannot be told."""
    kind = match.lastgroup
    if kind in ("top", "low"):
        return kind == "low"
    negative = any(regex.match(_NEGATIVE, word) for word in listing.measure | listing.context)
    return (kind == "good") if negative else (kind == "bad")
