"""What a strange abbreviation is a slip of, beside those that a document spells out."""

from __future__ import annotations

from collections import Counter

from atbalss.audit import regex
from atbalss.audit.text import Text

BRACKET = regex.any_case(
    r"\((?:\w+ [–—-] |turpmāk:? ?(?:[–—-] ?|tekstā:? ?[–—-]? ?)|далее:? ?(?:[–—-] ?)|hereafter,? )?[„“\"«]?([^\W\d_]*[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2}[\w-]*)[”“\"»]?(?:\s\d[\d.]*)?\)"
)
ROMAN = regex.pattern(r"[IVXLC]+")


STANDS = regex.pattern(
    r"(?<![\w-])[„“\"«]?([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2,9})[”“\"»]? (?:(?:here |below |šeit |šajā pārskatā |здесь )?(?:stands for|is short for|denotes|refers to|means|nozīmē|apzīmē|saīsina|ir saīsinājums|означает|обозначает|расшифровывается|сокращ\w+)|(?:[–—-] )?это сокращение)(?!\w)"
)


def known_slip(word: str, counts: Counter[str], defined: set[str]) -> str:
    """The known abbreviation that `word` is one slip from; "" if none."""
    if len(word) < 4:
        return ""
    for other in sorted(defined, key=lambda item: -counts[item]):
        if not other.isupper() or len(other) < 4 or counts[word] > max(2, counts[other]):
            continue
        if len(other) == len(word) and sorted(other) == sorted(word) and _swapped(word, other):
            return other
        if len(word) >= 5 and _one_off(word, other) and counts[other] >= 3 * counts[word]:
            return other
    return ""


def spelt_out(text: Text) -> set[str]:
    """Abbreviations in brackets right behind a name of two words or more with their letters."""
    found = set(STANDS.findall(text.whole))
    cells = (cell for block in text.blocks for row in block.rows for cell in row)
    for words in (*(block.text for block in text.blocks), *cells):
        for match in BRACKET.finditer(words):
            word = match.group(1)
            before = regex.findall(r"[^\W\d_]+", words[: match.start()])[-len(word) - 2 :]
            initials = "".join(one[0] for one in before).upper()
            last = initials[-3:] + "".join(before[-1:]).upper()  # also of a compound
            spelt = word[0] in initials and word[-1] in last  # no party of a person
            if (
                word.isupper()
                and spelt
                and not ROMAN.fullmatch(word)
                and not match[0][-2].isdigit()
            ):
                found.add(word)
    return found


_FIRMS = (  # words in capitals that are names, not abbreviations to be explained
    regex.pattern(
        r"(?<![\w-])([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{3,9})[”“\"»]? (?:portal|app|apps|site|website|platform|card|brand|stores?|bank|channel|radio|portāl|lietotn|vietn|kart|veikal|bank|kanāl)"
    ),
    regex.pattern(
        r"(?<!\w)(?:SIA|AS|VAS|IK|Ltd|the company|firm\w*|uzņēmum\w*|компани\w+|ООО|АО)\s[„“\"«]?([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{3,9})(?![\w-])"
    ),
    regex.pattern(  # a pollster by its name: "MORI interviewed 2,133 adults"
        r"(?<![\w-])([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{3,9})[”“\"»]? (?:interviewed|polled|surveyed|intervēja|aptaujāja|iztaujāja|опросил|провёл опрос|провел опрос)"
    ),
    regex.pattern(  # "languages such as Python, R or MATLAB"
        r"(?:such as|like|e\.g\.,?|for example,?|including|piemēram,?|tādas kā|tādi kā|например,?|как) (?:[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][\w+#.-]*,? (?:(?:and|or|un|vai|и|или) )?){1,5}?([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{3,9})(?![\w-])"
    ),
    regex.pattern(  # who asked, or wrote of it: "pollster NORK", "the IFLA report"
        r"(?:aģentūr\w*|centr\w*|institūt\w*|kompānij\w*|dienest\w*|agency|company|centre|center|institute|pollster|агентств\w*|центр\w*|институт\w*|компани\w*|служб\w*) [„“\"«]?([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{3,9})(?![\w-])"
        r"|(?<![\w-])([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{3,9})[”“\"»]? (?:\d{4}\. gada )?(?:ziņojum\w*|pētījum\w*|reports?|study|studies|Group|Foundation|Initiative|Consortium|Association)(?!\w)"
    ),
    regex.pattern(  # "liecina SKDS aptauja", "according to MORI"
        r"(?:liecina|secināts|informē|according to|reports?|данным|сообщает) [„“\"«]?(?:[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][a-zā-žа-яё]+ )?([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{3,9})(?![\w-])"
        r"|(?:aģentūr\w*|kompānij\w*|company|agency|компани\w*|агентств\w*) [„“\"«]?[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][a-zā-žа-яё]+ ([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{3,9})(?![\w-])"
    ),
    regex.pattern(r"(?<![\w-])([A-Z]{2}) [A-Z][a-z]{3,}"),  # "VS Code"
)
_LISTED = regex.pattern(
    r"(?:(?<=, )|(?<= and )|(?<= un )|(?<= и )|(?<=[a-zāčēģīķļņšūžа-яё:] ))(?!\d)([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][\w+#.-]*) \(\d+(?:[.,]\d+)?\s?%\)"
)
_PLACED = regex.pattern(  # "Intra (Spain), RED C (Ireland), ILRES (Belgium)": firms by place
    r"(?<=[,:] )([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2,9})(?: [A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][\w.&]*)* \([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][^()\d]*\)"
)


def names(text: Text) -> set[str]:
    """Words in capitals that are names of firms, not abbreviations to be explained."""
    found = {
        name for rule in _FIRMS for m in rule.finditer(text.whole) for name in m.groups() if name
    }
    for sentence in text.prose:
        listed = _LISTED.findall(sentence.text)
        found |= set(_PLACED.findall(sentence.text)) if sentence.text.count(" (") > 2 else set()
        if len(listed) > 2:  # "Python (18 %), Java (17 %) and PHP (8 %)": answers by name
            found |= {word for word in listed if word.isupper()}
    return found


def letter_slip(word: str, counts: Counter[str], spelt: set[str], strange: set[str]) -> str:
    """The spelt-out abbreviation of three letters or more that the only strange word is a slip of."""
    if len(strange) > 2 or counts[word] > 1:
        return ""
    fits = [
        other
        for other in spelt
        if len(other) >= 3
        and len(word) >= 3
        and (
            _one_off(word, other)
            or _doubled(word, other)
            or (len(word) == len(other) and sorted(word) == sorted(other) and _swapped(word, other))
        )
    ]
    return fits[0] if len(fits) == 1 else ""


def _doubled(word: str, other: str) -> bool:
    """Whether one is the other with one letter more or less."""
    short, long = sorted((word, other), key=len)
    if len(long) - len(short) != 1:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def turned_slip(word: str, counts: Counter[str], listed: set[str]) -> str:
    """The listed abbreviation of three letters of which two are swapped in `word`, used once."""
    if len(word) != 3 or counts[word] > 1 or len(listed) < 2:
        return ""
    fits = [
        other
        for other in listed
        if len(other) == 3 and sorted(other) == sorted(word) and _swapped(word, other)
    ]
    return fits[0] if len(fits) == 1 else ""


def _swapped(word: str, other: str) -> bool:
    apart = [place for place in range(len(word)) if word[place] != other[place]]
    return len(apart) == 2 and apart[1] - apart[0] == 1


def _one_off(word: str, other: str) -> bool:
    if len(word) == len(other):
        return sum(one != two for one, two in zip(word, other, strict=True)) == 1
    short, long = sorted((word, other), key=len)
    if len(long) - len(short) != 1 or len(short) < 5:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
