"""One percent for two answers that the question listed apart, or that make 100 only if each has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import place_meant
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.rules.asked import says_several
from atbalss.audit.rules.lumped import AND, says_apart
from atbalss.audit.rules.paired import JOINED
from atbalss.audit.stems import every_stem
from atbalss.audit.text import Kind, Text, word_pattern

_INSIDE = regex.pattern(r"\(([^()%]{12,400})\)|(?::|\s[–—-])\s([^:%]{12,400})$")
_NARROW = 60  # letters of a listed answer
_SHORT = 40
_FEW = 3  # words of the first and the last answer of a row
_NEAR = 6  # words on either side of "and"
_AND_PARTED = {  # the last of a list
    lang: regex.any_case(rf",?\s(?:{words}|or|vai|или)\s") for lang, words in AND.items()
}
_UNQUOTED = str.maketrans(dict.fromkeys('”“„»«"', " "))
_EACH = regex.any_case(r"(?<!\w)(?:по|pa|at|each|katr\w+|кажд\w+)\s?$")


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of "A and B" of which each is an answer of its own."""
    options: list[list[frozenset[str]]] | None = None
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or claim.years:
            continue
        pair = _pair(claim, text, claims)
        if pair is None or _is_one_row(pair, text):
            continue
        if options is None:
            options = list(_options(text, claims))
        apart = _is_listed(pair, options, text) or _are_two(pair, text)
        if not (
            apart or _is_missed(claim, text, claims) or _is_counted_apart(claim, pair, text, claims)
        ):
            continue
        yield finding(text, "one-percent-two-items", spot_of(text, claim), value=claim.number.shown)


def _pair(claim: Claim, text: Text, claims: Claims) -> tuple[str, str] | None:
    """The words on either side of the "and" of the clause that a share stands in."""
    words, number = claim.sentence.text, claim.number
    found = claims.of(claim.sentence)
    begin = max([0, *(item.number.end for item in found if item.number.end < number.start)])
    end = min(
        [len(words), *(item.number.start for item in found if item.number.start > number.end)]
    )
    before, after = words[begin : number.start], words[number.end : end]
    if _EACH.search(before) or word_pattern(JOINED).search(f"{before[-80:]} {after[:80]}"):
        return None
    before, after = (part.translate(_UNQUOTED) for part in (before, after))
    piece = regex.split(r"[?)]\s|[,;:.](?=\s)", before)[-1]
    behind = regex.split(r"[(;:.,%]", after)[0]
    if begin and len(piece) == len(before):
        piece = ""  # what stands before its "and" is of the share before
    if (end < len(words) and len(behind) == len(after)) or after.startswith(")"):
        behind = ""
    for part in (piece.rstrip("( –—-"), behind):
        joins = list(regex.finditer(rf"\s(?:{AND[text.lang]})\s", part, regex.IGNORECASE))
        if len(joins) == 1 and part[: joins[0].start()].strip() and part[joins[0].end() :].strip():
            return part[: joins[0].start()], part[joins[0].end() :]
    return None


def _is_one_row(pair: tuple[str, str], text: Text) -> bool:
    """Whether a table names both in one row: `Bookkeeping and tax`."""
    left = every_stem(" ".join(pair[0].split()[-_FEW:]), text.lang)[-1:]
    right = every_stem(" ".join(pair[1].split()[:_FEW]), text.lang)[:1]
    for block in text.blocks:
        for row in block.rows:
            label = regex.split(rf"\s(?:{AND[text.lang]})\s", row[0]) if row else []
            if len(label) != 2:
                continue
            first, second = (every_stem(part, text.lang) for part in label)
            if left and right and left == first[-1:] and right == second[:1]:
                return True
    return False


def _options(text: Text, claims: Claims) -> Iterator[list[frozenset[str]]]:
    """The answers that a question, or what stands around it, lists: in brackets or behind a colon."""
    for sentence in text.sentences:
        if claims.of(sentence) or (";" not in sentence.text and "," not in sentence.text):
            continue
        if "?" in text.blocks[sentence.block].text or says_apart(sentence.text, text):
            yield from _running(sentence.text, text)
        if not _ASKING.search(text.blocks[sentence.block].text):
            continue  # a list of anything
        for match in _INSIDE.finditer(sentence.text.rstrip(' .?!”“»"')):
            listed = match.group(1) or match.group(2)
            if regex.match(
                r"\W*(?:e\.g\.|such as|for example|piem\.|piemēram|например)",
                listed,
                regex.IGNORECASE,
            ):
                continue  # examples, and no answers of a question
            mark = ";" if listed.count(";") > 1 else ","
            if listed.count(mark) < 2:
                continue
            pieces = [piece for part in listed.split(f"{mark} ") for piece in [part.strip(" .,;")]]
            pieces[-1:] = _AND_PARTED[text.lang].split(pieces[-1]) if mark == "," else pieces[-1:]
            named = [frozenset(every_stem(piece, text.lang)) for piece in pieces]
            if all(named) and all(len(piece) < _NARROW for piece in pieces):
                yield named


_ASKING = regex.any_case(
    r"\?|(?<!\w)(?:ask\w*|question\w*|option\w*|answers?|choices?|list(?:ed)?|choose|chose|tick\w*|jaut\w+|vaicā\w+|atbild\w+|atbilž\w*|variant\w*|izvēl\w+|sarakst\w*|вопрос\w*|спр[ао][сш]\w*|ответ\w*|вариант\w*|выб[оир]\w*|списк\w*|список)(?!\w)"
)


def _running(words: str, text: Text) -> Iterator[list[frozenset[str]]]:
    """Answers told in a row: `grandmothers, neighbours and paid sitters were coded one by one`."""
    for clause in regex.split(r"[;:()?!„“”«»\"]\s?|\s[–—]\s", words):
        pieces = clause.split(", ")
        if len(pieces) < 2:
            continue
        pieces[-1:] = _AND_PARTED[text.lang].split(pieces[-1], maxsplit=1)
        if len(pieces) < 3 or any(len(piece) > _SHORT for piece in pieces[1:-1]):
            continue
        pieces[0] = " ".join(pieces[0].split()[-_FEW:])
        pieces[-1] = " ".join(pieces[-1].split()[:_FEW])
        named = [frozenset(every_stem(piece, text.lang)) for piece in pieces]
        if all(named) and not any(_THEY.search(piece) for piece in pieces):
            yield named


_THEY = regex.any_case(r"(?<!\w)(?:respond|aptauj|опрош|респонд)")


def _is_listed(
    pair: tuple[str, str], options: Sequence[Sequence[frozenset[str]]], text: Text
) -> bool:
    """Whether both things are answers of one list, each its own."""
    left = every_stem(" ".join(pair[0].split()[-_NEAR:]), text.lang)
    right = every_stem(" ".join(pair[1].split()[:_NEAR]), text.lang)
    for names in options:
        longest = max(map(len, names)) + 1
        first = place_meant(names, frozenset(left[-longest:]))
        second = place_meant(names, frozenset(right[:longest]))
        if min(first, second) < 0 or first == second:
            continue
        if left[-1] in names[first] and names[second] & set(right[:2]):
            return True
    return False


_TWO = {  # that two things are two of those listed
    "lv": r"(?:ir|bija) (?:divas|divi|dažādas|dažādi|atsevišķas|atsevišķi)",
    "en": r"(?:are|were) (?:two|separate|different|distinct)",
    "ru": r"(?:–|—|-|это|были|суть)? ?(?:две|два|разные|отдельные)",
}


def _are_two(pair: tuple[str, str], text: Text) -> bool:
    """Whether a sentence says that the two are two of the answers: `ramp and parking are two of them`."""
    left = every_stem(" ".join(pair[0].split()[-_FEW:]), text.lang)[-1:]
    right = every_stem(" ".join(pair[1].split()[:_FEW]), text.lang)[:1]
    for sentence in text.prose:
        match = word_pattern(_TWO[text.lang]).search(sentence.text)
        if match is None or "%" in sentence.text:
            continue
        near = every_stem(" ".join(sentence.text[: match.start()].split()[-_NEAR:]), text.lang)
        if left and right and {*left, *right} <= set(near):
            return True
    return False


def _is_counted_apart(claim: Claim, pair: tuple[str, str], text: Text, claims: Claims) -> bool:
    """Whether each answer was counted for itself, and others of the passage have one share each."""
    index = claim.sentence.block
    own = [item for item in claims.levels if item.sentence.block == index]
    if len(own) < 2 or any(item.years for item in own) or len(pair[0].split()) > _NEAR + 2:
        return False
    near = [
        item.text
        for item in text.sentences
        if index - 2 <= item.block <= index and item.section == claim.sentence.section
    ]
    told = any(says_apart(words, text) for words in near)
    return told and says_several(" ".join(near), text)


def _is_missed(claim: Claim, text: Text, claims: Claims) -> bool:
    """Whether the shares of its paragraph make 100 if the share is counted twice, once for each thing."""
    own = [item for item in claims.levels if item.sentence.block == claim.sentence.block]
    if not 3 <= len(own) <= 9 or any(item.years for item in own):
        return False
    if text.blocks[claim.sentence.block].text.count("?") > 1:
        return False
    total = sum(item.number.value for item in own)
    spare = sum(item.number.step for item in own) / 2 + 0.01
    earlier = word_pattern(text.words.last_wave)
    if any(earlier.search(item.segment) for item in own):
        return False
    value = claim.number.value
    return abs(total + value - 100) <= min(spare, 1.01) and 5 <= value < 40
