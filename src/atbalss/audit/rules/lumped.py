"""One percent for two answers that were asked about, or listed, each for itself."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.entries import place_meant
from atbalss.audit.finding import Finding, finding
from atbalss.audit.rules.paired import JOINED
from atbalss.audit.series import Result, Series, is_rest, series_of
from atbalss.audit.stems import stem
from atbalss.audit.text import Kind, Text, word_pattern

AND = {"lv": r"un|kā arī", "en": r"and|&|as well as|plus", "ru": r"и|а также|да"}
_APART = {  # each was asked about, or counted, for itself
    "lv": r"katr\w+(?: \w+){0,5} (?:atsevišķi|par sevi|savrup)|(?:atbil\w+|iespēj\w+|variant\w*|lietas|aspekt\w*|pus\w+|jomas)(?: \w+){0,4} atsevišķi|atsevišķi(?: \w+){0,2} (?:katr\w+|atbil\w+|vērtē\w+|skaitī\w+)|atsevišķ\w+ (?:atbil[dž]\w+|iespēj\w+|variant\w*|punkt\w*|rind\w+|ailīt\w+|lodziņ\w*|jautājum\w*|rubrik\w*|sadaļ\w*|kategorij\w*|virsrakst\w*|tēm\w*|kod\w*)|katr\w+ (?:\w+ ){0,3}?(?:bija|ir) (?:sav\w+|atsevišķ\w+) \w+|katr\w+ (?:\w+ )?(?:nolasīja|nosauca) (?:atsevišķi|pēc kārtas)|(?:kodē|skaitī|reģistrē)\w+ (?:katr\w+ )?(?:atsevišķi|pa vienam|pa vienai)",
    "en": r"(?:each|every|answers?|options?|items?|aspects?|things?|features?|statements?)(?: [\w-]+){0,6} (?:separately|individually|on its own|of its own|for itself|in turn|one by one|singly)|(?:separately|individually|one by one)(?: [\w-]+){0,3} (?:each|every|answers?|options?|items?|aspects?)|separate (?:statements?|themes?|topics?|answers?|options?|items?|questions?|codes?|headings?|categor\w+|tick boxes|boxes|rows?|lines?|columns?|entries|tick-boxes)|(?:coded|counted|recorded|listed|asked|entered|tallied|treated) (?:by itself|by themselves|on its own|one by one|separately|individually|apart|each on its own)|(?:row|line|box) of its own|each (?:\w+ )?(?:had|has|got|was given|stood on) (?:a|its own|its) (?:box|line|row|question|field|tick box|column)|each (?:\w+ ){1,2}was (?:read out|asked|put|shown)",
    "ru": r"кажд\w+(?: \w+){0,6} (?:отдельно|порознь|по отдельности)|(?:ответ\w*|вариант\w*|пункт\w*|сторон\w+|качеств\w*)(?: \w+){0,4} (?:отдельно|порознь|по отдельности)|(?:отдельно|по отдельности)(?: \w+){0,2} (?:кажд\w+|отмеч\w+|оцен\w+|учит\w+)|отдельн\w+ (?:ответ\w*|вариант\w*|пункт\w*|строк\w*|граф\w+|клет\w+|вопрос\w*|позици\w*|рубри\w+|тем\w*|категори\w*|заголов\w*|раздел\w*|код\w*)|(?:кодир|счита|учит|запис|заноси)\w+ (?:отдельно|по отдельности|порознь|по одному|по одной)",
}
_WORD = r"[^\W\d_][\w'’-]*"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """The one share of "A and B" in a list where each of the two was asked about, or listed, alone."""
    for series in series_of(text, claims):
        result = _lumped(series, text)
        if result is not None and _is_alone(result, text):
            yield finding(text, "one-percent-two-items", result.spot, value=result.number.shown)


def _is_alone(result: Result, text: Text) -> bool:
    """Whether the share is printed once: `6 % India and 6 % the United Kingdom` are one each."""
    number = result.number.shown
    words = text.blocks[result.spot.block].text
    return len(regex.findall(rf"(?<![\d.,]){number}(?![\d]|[.,]\d)", words.replace(",", "."))) < 2


def halves(words: str, text: Text) -> tuple[frozenset[str], frozenset[str]] | None:
    """The stems of the two things that words join by one "and"; None where they join none or more."""
    if word_pattern(JOINED).search(words):
        return None
    parts = regex.split(rf"\s(?:{AND[text.lang]})\s", words)
    if len(parts) == 1:
        parts = words.split(", ")
    if len(parts) != 2:
        return None
    first, second = (_named(part, text) for part in parts)
    return (first, second) if first and second and not first & second else None


def _named(words: str, text: Text) -> frozenset[str]:
    """The stems of all words but the smallest: an answer may be one of reporting words (`staff`)."""
    bare = word_pattern(text.words.people).sub(" ", words)
    return frozenset(
        stem(word, text.lang)
        for word in regex.findall(_WORD, bare)
        if word.lower() not in text.words.stop and len(word) > 2
    )


def _lumped(series: Series, text: Text) -> Result | None:
    """The one result of a series that joins two things, where each was asked about for itself."""
    results = [item for item in series.results if not is_rest(item.label, text)]
    if len(results) < 3:
        return None
    joined = [item for item in results if _joins(item, text)]
    if len(joined) == 1 and _asked_apart(series, text) and not _is_one_thing(joined[0], text):
        return joined[0]
    listed = [item for item in results if _listed_apart(series, item, text)]
    return listed[0] if len(listed) == 1 else None


def _is_one_thing(result: Result, text: Text) -> bool:
    """Whether a sentence without a number speaks of the two together as well: `computers and the internet`."""
    parts = halves(result.label, text)
    pair = regex.any_case(rf"({_WORD})\s(?:{AND[text.lang]})\s(?:the\s)?({_WORD})")
    return parts is not None and any(
        stem(match[1], text.lang) in parts[0] and stem(match[2], text.lang) in parts[1]
        for item in text.prose
        if not regex.search(r"\d", item.text)
        for match in pair.finditer(item.text)
    )


def _joins(result: Result, text: Text) -> bool:
    """Whether a label is `A and B`, each of one to three words, with a verb behind at most."""
    label = regex.sub(r"\s+", " ", regex.split(r"[:;]\s", result.label)[-1])
    label = regex.sub(r"^\d{1,2}[.)]\s|^(?:Of|Among|From|No|Starp|Из|Среди)\s[^,]+,\s", "", label)
    one = rf"(?:{_WORD}\s){{0,2}}{_WORD}"
    match = regex.fullmatch(
        rf"{one}(?:\s(?:{AND[text.lang]})|,(?!\s(?:что|ka|kas|ko|kur\w*|that|which|who|котор\w+|если|ja|if)\s))\s{one}(?:\s{_WORD}){{0,2}}",
        label,
        regex.IGNORECASE,
    )
    return match is not None and halves(label, text) is not None


def _near(series: Series, text: Text, behind: int = 0) -> list[str]:
    """What stands over a series and by it in its section, sentence by sentence."""
    section = text.sections[series.first]
    over = text.blocks[max(0, series.first - 1)]
    opened = over.kind is Kind.HEADING and over.text.endswith(":")  # no chapter: it opens the list
    near = {section, text.sections[max(0, series.first - 2)] if opened else section}
    return [
        item.text
        for item in text.sentences
        if (
            (text.sections[item.block] in near or item.text in series.lead)
            and item.block <= series.last + behind
        )
    ]


def says_apart(words: str, text: Text) -> bool:
    """Whether words say that each answer was asked about, or counted, for itself."""
    return word_pattern(_APART[text.lang]).search(words) is not None


def _asked_apart(series: Series, text: Text) -> bool:
    """Whether the document says that each answer was asked about or counted for itself."""
    return any(says_apart(words, text) for words in _near(series, text, 1))


def _listed_apart(series: Series, result: Result, text: Text) -> bool:
    """Whether what stands over a series lists both things, each between commas of its own."""
    label = regex.sub(r"\s+", " ", result.label)
    around = regex.search(
        rf"(?:{_WORD}\s){{1,3}}(?:{AND[text.lang]})\s{_WORD}(?:\s{_WORD}){{0,3}}", label
    )
    parts = halves(around.group(0), text) if around else None
    if parts is None:
        return False
    for words in _near(series, text):
        before = regex.split(r"\d+(?:[.,]\d+)?\s?%", words)[0]
        inside = regex.findall(r"\(([^()]+)\)|(?::|\s[–—-])\s([^:;%]+)[.?]", before)
        for listed in (group for groups in inside for group in groups if group.count(",") >= 2):
            pieces = [
                _named(piece, text)
                for piece in regex.split(
                    rf",\s(?:{AND[text.lang]})?\s?|\s(?:{AND[text.lang]}|or|vai|или)\s", listed
                )
            ]
            places = [place_meant(pieces, part) for part in parts]
            if min(places) >= 0 and places[0] != places[1]:
                return True
    return False
