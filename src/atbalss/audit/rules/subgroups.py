"""A share of those who were asked further, without a word of how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.governing import turns_back
from atbalss.audit.group_names import names_group
from atbalss.audit.kept import read_once
from atbalss.audit.language import words_of
from atbalss.audit.lists import COUNTS
from atbalss.audit.numbers import Number, numbers
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_GROUP = {  # who is told of, at the beginning of a clause
    "lv": r"(?:no|starp) tiem(?: \w+)?,? k(?:as|uri|uras|uriem|urām|am) [^,;.()%]{4,80}|(?:starp|no) (?:\w+ ){0,2}?[\w-]+(?:ušajiem|ušajām|tajiem|tajām)(?!\w)(?: [^,;.()%\d]{3,60})?|no (?:PEOPLE) (?:ar|bez) [^,;.()%\d„“”:]{4,40}|[^,;.()%\d„“”:]{4,60} vidū|starp [^,;.()%\d„“”:]{4,60}|(?:PEOPLE) (?:ar|bez) [^,;.()%\d„“”:]{4,40}?(?= \w+ (?:vērtē|ir|bija|vidēji|piekrīt)| vērtē)",
    "en": r"(?:among|of) (?:those|people|respondents|the \w+|\w+) (?:who|whose|that) [^,;.()%]{4,80}|(?:among|of) (?:those|people|respondents) (?:\w+(?:ed|ing|en)|born) [^,;.()%\d]{3,80}|of (?:the )?(?:PEOPLE) (?:with|without) [^,;.()%\d“”\":]{4,40}|among [^,;.()%\d“”\":]{4,60}|(?:PEOPLE) (?:with|without|who|from) [^,;.()%\d“”\":]{3,40}?(?= (?:rate|are|were|said|gave|is|have|find|found|think|feel|say|consider|seem)\b)",
    "ru": r"(?:среди|из) (?:тех|людей|респондентов)?,? ?(?:кто|кого|кому|которые|у кого) [^,;.()%]{4,80}|(?:среди|из) \w+(?:вших|вшихся|нных|ющих|ющихся)(?!\w)(?: [^,;.()%\d]{3,60})?|из (?:PEOPLE) (?:с|со|без) [^,;.()%\d«»:–]{4,40}|среди [^,;.()%\d«»:–]{4,60}|(?:PEOPLE) (?:с|со|без) [^,;.()%\d«»:–]{3,40}?(?= (?:оцен|ста|довол|счита))",
}
_ONLY_TO = {  # whom a question was put to
    "lv": r"(?:uzdeva|uzdots|uzdevām|jautāja|jautājām) (?:tikai|vienīgi) (?P<who>[^,;.()%\d„“”]{4,60})",
    "en": r"(?:put|asked|addressed|went) (?:only|solely|just) (?:to|of) (?P<who>[^,;.()%\d“”]{4,60})",
    "ru": r"(?:заданн\w+|задали|задавали|задавался|спросили|спрашивали) (?:только|лишь) (?P<who>[^,;.()%\d«»–]{4,60})",
}
_EVERYBODY = r"all|everyone|others?|other|visi\w*|visu|citi\w*|cit\w{1,3}|vis\w{2}|все[хм]|всего|остальн\w+|них|them|these|tiem|ši\w+"
_PREDICATE = {  # where a group ends and what is said of it begins
    "lv": r"piekrīt|apmierināt\w*|īpatsvar\w*|šis|tikai|gandrīz|ir|bija",
    "en": r"the (?:figure|share|proportion|percentage|average|mean|score)|agree|are|is|was|were|say|said|have|had|it|this|only|just|about|nearly|as many",
    "ru": r"соглас\w+|довол\w+|счита\w+|ответ\w+|дол[яи]|показател\w+|это|лишь|только|почти|таких|их|составл\w+",
}
_ANSWERS = (
    r"(?:\w+ )?(?:pie?zīm|vēlm|iemesl|atbild[eēi]|ieteikum|priekšlik|sūdzīb|ierosināj)\w*"
    r"|(?:\w+ )?(?:reasons?|wish(?:es)?|answers?|replies|suggestions?|complaints?|requests?|comments?)"
    r"|(?:\w+ )?(?:пожелани|ответ|причин|предложени|жалоб|замечани)\w*"
)
_MEAN = r"vidēj\w*|ball\w*|average|mean|points|rated?|в среднем|балл\w*|средн\w+"
_OFTEN = 3  # times that n is printed
_THEM = r"they|them|viņ\w+|tie|tos|tām|они|их|им"
_LONGEST = 6  # words of a group
_FEW = 2  # groups without their n, where others have theirs
_COUNTED = r"(?<![\w.,])(?:[nN]\s?=\s?)?\d{1,3}(?:[ \u00a0]\d{3})*(?![\d.,]*\s?(?:%|per ?cent|procent|процент))(?![\d.,:–-]*\d)"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares and means of a group where neither the sentence nor what is near it counts the group."""
    bare = []
    for sentence in text.prose:
        told = _group_of(text, claims, sentence)
        if told is not None and word_pattern(_THEM).match(told[0].strip()):
            continue  # those just counted
        if told is not None and not is_counted(sentence, told[0], text, claims):
            bare.append((sentence, *told))
    if not 0 < len(bare) <= _FEW or not _habit(text):
        return  # a report that leaves them out throughout does so on purpose
    for sentence, group, number in bare:
        at = spot(text, sentence, 0, number.end)
        where = (spot(text, sentence, number.start, number.end),)
        yield finding(
            text, "missing-base", at, where, code="missing-base-of", words=group.strip(),
            value=number.shown,
        )  # fmt: skip


_PLACED = {  # beside a group that is counted, any place or kind of people is another
    "lv": r"[^,;.()%\d„“”:]{3,40}?(?:pagastā|novadā|pilsētā|ciemā|nodaļā|reģionā|filiālē|grupā|apgabalā|skolā|[ou]šajiem|[ou]šajām)",
    "en": r"(?:in|at|for) (?!the top|general|total|all )[^,;.()%\d“”\":]{4,40}?(?= (?:the (?:figure|share|proportion)|it|this)\b|,? \d| [–—] \d)",
    "ru": r"(?:в|на|у|для) [^,;.()%\d«»:–—]{4,40}?(?= (?:эт\w+|дол\w+|показател\w+|цен\w+|так\w*|их)\s|,? \d| [–—] \d)",
}


@cache
def _placed(lang: str) -> re.Pattern[str]:
    return regex.any_case(rf"(?:and |un |и |а |bet |but )?(?P<group>{_PLACED[lang]})")


@cache
def _groups(lang: str) -> re.Pattern[str]:
    people = words_of(lang).people
    return regex.any_case(
        rf"(?:^|[,;]\s|[–—]\s)(?:\w{{1,7}}\s)?(?P<group>{_GROUP[lang].replace('PEOPLE', people)})|{_ONLY_TO[lang]}"
    )


def _group_of(text: Text, claims: Claims, sentence: Sentence) -> tuple[str, Number] | None:
    """(the group, its share or mean) of a sentence that tells of one; None of other sentences."""
    found = claims.of(sentence)
    asked = _asked_before(text, claims, sentence) if found else ""
    if asked and not _counts(sentence.text) and not turns_back(sentence.text, text):
        return asked, found[0].number
    if len(found) > 1:
        return _of_pair(text, claims, sentence) or _beside_counted(text, sentence, found)
    if found:
        number = found[0].number
    else:
        items = [n for n in numbers(sentence.text, text.lang) if n.digits and not n.sign]
        if len(items) != 1 or not word_pattern(_MEAN).search(sentence.text):
            return None
        number = items[0]
    if (found and found[0].years) or word_pattern(text.words.last_wave).search(sentence.text):
        return None
    match = _groups(text.lang).search(sentence.text) or _asked_of(sentence.text, text)
    if match is None or match.end() > number.start:
        return None
    named = match.groupdict()
    group = named.get("group") or named.get("who") or named.get("whom") or ""
    group = word_pattern(_PREDICATE[text.lang]).split(group)[0]
    return (group, number) if own_words(group, text) else None


_WERE_ASKED = {  # `Wheelchair users were asked about the ramp`
    "lv": r"(?P<who>[^,;:.()%\d„“”]{4,60}(?:iem|ām|ēm)(?:, k(?:as|uri|uras|uru|urām|uriem|am) [^;:.()%\d„“”«»]{4,70})?),? (?:papildus |vēl |arī |atsevišķi )?(?:tika )?(?:jautā(?:ja|jām|ts)|(?:pa)?vaicā(?:ja|jām|ts)|pajautāja|uzde(?:va|vām)|uzdots|bija (?:vēl viens|papildu) jautājums)(?!\w)"
    r"|(?:jautā|vaicā)(?:jām|ja) (?:arī |vēl |papildus |atsevišķi )*(?P<whom>[^,;:.()%\d„“”«»]{4,60}(?:iem|ām|ēm)):",
    "en": r"(?P<who>[^,;:.()%\d“”]{4,70}) (?:(?:were|was) (?:also |further |then |additionally )?asked|(?:heard|got|received|answered|had) (?:one more|another|a further|an extra) question)(?!\w)"
    r"|(?:we|interviewers) (?:also |then |further )*asked (?P<whom>[^,;:.()%\d“”]{4,70})[:,]",
    "ru": r"(?P<who>[^,;:.()%\d«»]{4,50}(?:, (?:кто|котор\w+|чь\w+) [^;:.()%\d«»]{4,70})?),? (?:мы )?(?:также |ещё |дополнительно |отдельно )?(?:спросили|спрашивали|попросили|задали|задавали)(?!\w)"
    r"|(?:мы )?(?:также |ещё |отдельно )*спросили (?:также |ещё )*(?:у )?(?P<whom>[^,;:.()%\d«»]{4,70}):",
}
_PUT_TO = {  # `It was put to those who had called`
    "lv": r"(?:to|šo|jautājum\w+)(?: tika)? (?:uzdeva|uzdevām|uzdots)(?: tikai)? (?P<who>[^,;:.()%\d„“”«»]{3,40}, k(?:as|uri|uras|uriem|urām) [^;:.()%\d„“”«»]{4,70})",
    "en": r"(?:it|this|the question) (?:was|had been) (?:put|asked|addressed|posed) (?:only )?(?:to|of) (?P<who>[^,;:.()%\d“”]{4,70})",
    "ru": r"(?:его|этот вопрос|вопрос) (?:задали|задавали|был задан|задан) (?:только )?(?P<who>[^,;:.()%\d«»]{2,40}, (?:кто|котор\w+|чь\w+) [^;:.()%\d«»]{4,70})",
}
_OF_ALL = r"(?<!\w)(?:respond|aptauj|klient|passenger|resident|people|опрош|респонд|жител|we|mums|visi|all|each|every|katr|кажд|все)"
_WHO = r"(?<!\w)(?:who|whose|that|with|using|k(?:as|uri|uras|uru|urām|uriem|am)|кто|котор\w+|чь\w+)(?!\w)"


def _asked_of(words: str, text: Text) -> re.Match[str] | None:
    """The group that a sentence says was asked something more; None where it may be everybody."""
    match = regex.match(_WERE_ASKED[text.lang], words, regex.IGNORECASE)
    match = match or word_pattern(_PUT_TO[text.lang]).search(words)
    if match is None:
        return None
    who = next(filter(None, match.groups()))
    everybody = regex.match(rf"(?:the |our )?{_OF_ALL}", who, regex.IGNORECASE)
    some = regex.search(_WHO, who, regex.IGNORECASE)
    return match if len(who.split()) > 1 and (some or not everybody) else None


def _asked_before(text: Text, claims: Claims, sentence: Sentence) -> str:
    """The group to which the question was put that a sentence answers: `Coached clients were asked: “…?” Here 85 %`."""
    before = text.sentences[sentence.order - 1] if sentence.order else sentence
    if before.block != sentence.block or before is sentence or claims.of(before):
        return ""
    asked = "?" in text.blocks[sentence.block].text[: sentence.start]
    match = _asked_of(before.text, text) if asked else None
    beside = text.blocks[sentence.block].text[before.start :]
    counted = _counts(before.text) or regex.search(_persons(text), beside, regex.IGNORECASE)
    if match is None or counted:
        return ""
    who: str = next(filter(None, match.groups()))
    return who if set(own_words(who, text)) - of_all(text, claims, titled=True) else ""


_PRINTED = regex.pattern(
    r"\([^()]*?(?<!\w)[nN]\s?=\s?(\d[\d \u00a0,]*\d)(?!\d)(?!\s(?:un|and|и)\s\d)[^()]*\)"
)
_LED = {  # what leads to a group, or how it ends
    "lv": r"[^\W\d]{4,}?(?P<by>u|ās|os|ā|ū)(?=\s|$)",
    "en": r"(?P<by>of|in|among|by|for|at|from)\s(?:the |those )?[^\W\d]{3,}",
    "ru": r"(?P<by>в|на|у|среди|для)\s[^\W\d]{3,}",
}


def _of_pair(text: Text, claims: Claims, sentence: Sentence) -> tuple[str, Number] | None:
    """`60 % of women (n = 350) and 50 % of men`: the one of several groups that prints no n beside its share."""
    found, words = claims.of(sentence), sentence.text
    sizes = {int(regex.sub(r"\D", "", size)) for size in _PRINTED.findall(words)}
    bare = [claim for claim in found if not _PRINTED.search(claim.segment)]
    if not sizes or len(bare) != 1 or claims.base in sizes:
        return None
    if word_pattern(f"{text.words.last_wave}|(?:19|20)[0-9]{{2}}").search(words):
        return None
    counted = next(claim for claim in found if claim is not bare[0])
    mark = _PRINTED.search(words, counted.start)
    after = words[counted.number.end : mark.start() if mark else 0]
    behind = regex.search(r"[^\W\d]", after) is not None
    other = after if behind else words[counted.start : counted.number.start]
    number = bare[0].number
    group = words[number.end : bare[0].end] if behind else words[bare[0].start : number.start]
    group = regex.sub(r"^\W*(?:and|un|и|а|but|bet|но|while|savukārt)\s", "", group).strip(
        " –—,.:;%?”“»"
    )
    everybody = regex.search(rf"(?<!\w)(?:{_EVERYBODY})(?!\w)", group, regex.IGNORECASE)
    if not group or everybody or len(group.split()) > _LONGEST:
        return None
    led = {match["by"] for match in regex.finditer(_LED[text.lang], group.lower())}
    alike = any(match["by"] in led for match in regex.finditer(_LED[text.lang], other.lower()))
    named = word_pattern(f"{text.words.group}|{text.words.people}").search(group)
    return (group, number) if named or alike or names_group(group, text.lang) else None


def _beside_counted(
    text: Text, sentence: Sentence, found: tuple[Claim, ...]
) -> tuple[str, Number] | None:
    """`Among the over-75s 57 %, of all 907 33 %`: the one group of a sentence that is not counted."""
    if not 2 <= len(found) <= 3 or not regex.search(r"\d", sentence.text):
        return None
    bare: list[tuple[str, Number]] = []
    counted = 0
    for claim in found:
        if claim.years or word_pattern(text.words.last_wave).search(claim.segment):
            return None
        near = _AGES.sub(" ", sentence.text[claim.start : claim.end])
        beside = regex.match(r"\s?\([^()]*\)", sentence.text[claim.number.end :])
        if beside and _counts(beside.group(0)):
            return None  # `from 77 % (n = 62) to 72 % (n = 58)`: of one group
        if _counts(near):
            counted += 1
            continue
        clause = near.lstrip(",;–— ")
        match = _groups(text.lang).search(clause) or _placed(text.lang).match(clause)
        named = match.groupdict() if match else {}
        group = named.get("group") or named.get("who") or ""
        group = word_pattern(_PREDICATE[text.lang]).split(group)[0] if group else ""
        if not own_words(group, text):
            return None
        bare.append((group, claim.number))
    return bare[0] if counted and len(bare) == 1 else None


_AGES = regex.any_case(  # count nobody
    r"(?:(?:no|from|от|с)\s)?\d\d(?:\s?(?:līdz|to|до|[–-])\s?\d\d)?\s(?:gad\w*|years?|лет|год\w*)"
)


def own_words(group: str, text: Text) -> tuple[str, ...]:
    """The telling words of a group; none where it is everybody, or answers and no people."""
    if word_pattern(_ANSWERS).match(regex.sub(r"^\w+\s", "", group)):
        return ()
    if regex.fullmatch(rf"(?:\w+\s)?(?:{_EVERYBODY})(?:\s\w+)?\s?", group, regex.IGNORECASE):
        return ()
    return stems(word_pattern(text.words.people).sub(" ", group), text.lang)


def of_all(text: Text, claims: Claims, *, titled: bool) -> frozenset[str]:
    """The stems of the words for all who were asked: beside their number, and in the title."""
    printed = f"{claims.base:,}".replace(",", "[ ,\u00a0]?")
    number = regex.pattern(rf"(?<!\d){printed}(?!\d)")
    told = [item.text for item in text.sentences if number.search(item.text)]
    told += [text.blocks[0].text] if titled else []
    people = word_pattern(text.words.people)
    return frozenset(stem for words in told for stem in stems(people.sub(" ", words), text.lang))


def _counts(words: str) -> list[str]:
    """The whole numbers that may count persons."""
    found = [match.group(0) for match in regex.finditer(_COUNTED, words)]
    return [item for item in found if not regex.match(r"(?:19|20)\d\d", item)]


_RANGE = r"līdz|to|and|до|gad\w*|years?|лет|год\w*|eiro|EUR|euros?|евро|руб\w*|procent\w*|per cent|процент\w*"  # `no 18 līdz 39 gadiem`


def _habit(text: Text) -> bool:
    """Whether the document gives the n of its sample and of two other groups at least."""
    if any(block.kind is Kind.CHART for block in text.blocks):
        return False  # a picture may hold the n
    printed = regex.findall(r"(?<![\w.,])[nN]\s?=\s?(\d[\d \u00a0]*)", text.whole)
    if len(printed) >= _OFTEN:
        return True
    own = set(printed)
    of = {"lv": "no|starp", "en": "of|among", "ru": "из|среди"}[text.lang]
    own |= set(regex.findall(r"\((?:[Bb]ase|bāze|База|база)[: ]\s?(\d[\d, \u00a0]*\d)", text.whole))
    own |= set(
        regex.findall(
            rf"(?<!\w)(?:{of})\s(?:the |those |these |tiem |šiem |тех |этих )?(\d{{1,5}})(?!\d)(?![\d.,]*\s?%)(?!\s?[–—-]\s?\d)(?!\.?\s(?:{_RANGE}))",
            text.whole,
            regex.IGNORECASE,
        )
    )
    people = rf"(?<![\w.,])(\d{{2,5}})(?!\.?\s(?:{_RANGE}))\s(?:\w+\s){{0,2}}?(?:{text.words.people})(?!\w)"
    own |= set(regex.findall(people, text.whole, regex.IGNORECASE))
    return len(own) >= 2 or sum(1 for _ in _counted_rows(text)) >= 2


def is_counted(
    sentence: Sentence, group: str, text: Text, claims: Claims, *, listed: bool = False
) -> bool:
    """Whether a number of persons, or the group's share of all, stands near; `listed`: of a whole list of shares."""
    beside = not listed and len(claims.of(sentence)) > 1
    if not (beside or listed) and _counts(sentence.text):
        return True
    title = text.titles.get(sentence.section, "")
    if regex.search(r"[nN]\s?=\s?\d", title):
        return True
    named = set(stems(group, text.lang))
    if beside:  # what it shares with those who are counted is no name of its own
        named -= set(stems(sentence.text.replace(group, " "), text.lang))
    if any(named & set(stems(words, text.lang)) for words in _counted_rows(text)):
        return True
    named = named - _kinds(text, claims) or named
    for item in text.sentences:
        if item.order == sentence.order:
            continue
        near = item.section == sentence.section and abs(item.order - sentence.order) <= 2
        if any(named <= set(stems(piece, text.lang)) for piece in _counting(item.text)):
            return True
        about = set(stems(item.text, text.lang))
        told = bool(named & about) and (
            (near and not listed) or len(named & about) * 2 > len(named)
        )
        if told and (
            regex.search(_persons(text), item.text, regex.IGNORECASE)
            or _share_of(item, named, claims)
        ):
            return True
    return False


@lru_cache(maxsize=5_000)
def _counting(words: str) -> tuple[str, ...]:
    """The parts of a sentence that hold a whole number and no share: `290 in the country`."""
    pieces = (
        regex.split(r"[,;:(]\s|\s(?:and|un|и)\s", words) if regex.search(r"\d\d", words) else ()
    )
    return tuple(
        piece for piece in pieces if "%" not in piece and "±" not in piece and _counts(piece)
    )


def _persons(text: Text) -> str:
    """A number of persons, or of cases."""
    return rf"[nN]\s?=\s?\d|(?<![\w.,])(?<!Nr\. )(?<!No\. )(?<!№ )\d{{1,5}}\s(?:\w+\s){{0,2}}?(?:{text.words.people})"


@read_once
def _kinds(text: Text, claims: Claims) -> set[str]:
    """Stems that several groups with their n have in common, and so name none of them: `parents`."""
    seen: dict[str, set[str]] = {}
    for item in text.sentences:
        for match in regex.finditer(r"([^.;%\d]{4,60})\([nN]\s?=\s?(\d+)", item.text):
            for stem in stems(match.group(1), text.lang):
                seen.setdefault(stem, set()).add(match.group(2))
        for match in regex.finditer(r"(?<![\w.,])(\d[\d,]*)\s([^\W\d]\w{3,})", item.text):
            for stem in stems(match.group(2), text.lang):
                seen.setdefault(stem, set()).add(match.group(1))
    return {stem for stem, sizes in seen.items() if len(sizes) > 1}


def _counted_rows(text: Text) -> Iterator[str]:
    """The labels of tables that give a number of persons: in a column of counts, or beside `n =`."""
    for block in text.blocks:
        if block.kind is not Kind.TABLE:
            continue
        counts = any(COUNTS.fullmatch(cell.strip()) for cell in block.rows[0][1:])
        for place, row in enumerate(block.rows):
            if (counts and place) or any(regex.search(r"[nN]\s?=", cell) for cell in row):
                yield " ".join(row if not place else row[:1])


def _share_of(sentence: Sentence, named: set[str], claims: Claims) -> bool:
    """Whether a sentence gives the share that the group is of all."""

    def fits(claim: Claim) -> bool:
        return len(named - set(claim.about)) <= (len(named) > 3)

    return any(fits(claim) for claim in claims.of(sentence))
