"""What a report claims of those who answered: in its title, its opening, its conclusions, the grounds of its advice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.group_names import groups_unknown
from atbalss.audit.kept import read_once
from atbalss.audit.shifts import direction, shift
from atbalss.audit.summaries import Clause, clauses, concluding, lead_of
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.words_claim import (
    ACTORS,
    ADVICE,
    ADVISES,
    AND,
    ASKS,
    BUT,
    CAN,
    COMPARED,
    CUE,
    EXPLORES,
    FORM,
    GROUNDS,
    GROUNDS_FIRST,
    LATER,
    MORE,
    NAMES,
    NEWS,
    OPINION,
    PLAN,
    READY,
    SHARE,
    SO,
    WILLING,
)

OPENING = 4  # sentences that may be a title or a lead


def claimed(text: Text, claims: Claims) -> Iterator[Clause]:
    """The clauses of titles and conclusions that tell of people, and the grounds of advice: a verb each."""
    lang = text.lang
    verb = regex.pattern(
        rf"\s(?:{AND[lang]})\s(?=(?:\w+\s)?(?:{OPINION[lang]}|{READY[lang]})(?!\w))",
        regex.IGNORECASE,
    )
    for clause in _claimed(text, claims):
        words = clause.sentence.text
        edges = [clause.start]
        edges += [item.start() for item in verb.finditer(words, clause.start + 1, clause.end)]
        for begin, end in pairwise((*edges, clause.end)):
            yield Clause(clause.sentence, begin, end)


_TELLER = regex.pattern(  # whose survey it was
    r"^(?:если верить|по данным|согласно|according to|kā (?:liecina|rāda)|saskaņā ar|ja ticēt|pēc) [^,]{3,80},"
    r"|[,.!?][”“\"»]\s.*$|[”“\"»],\s(?:[–—-]\s)?(?:saka|norāda|stāsta|uzsver|sa(?:id|ys)|говор\w+|сказал\w*|отме\w+) .*$"
    r"|,\s(?:according to|свидетельству\w+|сообща\w+|(?:как )?показал\w*|liecina|ziņo|rāda) .*$",
    regex.IGNORECASE,
)


def _bare(clause: Clause) -> Clause:
    """A clause without who tells it, and without what is done about it."""
    words, start, end = clause.sentence.text, clause.start, clause.end
    for match in _TELLER.finditer(clause.words):
        if match.start():
            end = clause.start + match.start()
        else:
            start = clause.start + match.end()
    so = word_pattern(SO).search(words, start, end)
    return Clause(clause.sentence, start, so.start() if so and so.start() > start else end)


def _is_plan(words: str, text: Text) -> bool:
    """Whether words tell what is to be done, and not what people think of it."""
    lang = text.lang
    plan = word_pattern(f"{PLAN[lang]}|{ACTORS[lang]}").search(words)
    if plan is None:
        return False
    who = word_pattern(f"{text.words.people}|{SHARE[lang]}").search(words, 0, plan.start())
    said = word_pattern(
        f"{OPINION[lang]}|{WILLING[lang][0]}|(?:{SHARE[lang]}) [^,]*, (?:that|ka|что)"
    )
    return who is None or said.search(words, 0, plan.start()) is None


def _claimed(text: Text, claims: Claims) -> Iterator[Clause]:
    inside = concluded(text, claims)
    told = [
        item
        for item in clauses(text, claims)
        if item.sentence.order in inside and not is_reported(item, text, claims)
    ]
    blocks = {at: text.blocks[at].text for at in lead_of(text)}
    whole = {at for at, words in blocks.items() if words.count("%") > 1}  # no mere lead
    heads = {at for at, words in blocks.items() if not words.rstrip('”“»" ').endswith((".", "!"))}
    told = [item for item in told if item.sentence.block not in whole]
    told = [
        item for item in told if item.sentence.block not in heads or not NAMES.match(item.words)
    ]
    titles = [item for item in _of_title(text) if item.sentence.order not in inside]
    titles += [item for item in _of_opening(text) if item.sentence.order not in inside]
    advises = word_pattern(ADVISES[text.lang])
    for clause in (*titles, *told):
        bare = _bare(clause)
        advised = clause.sentence.text[: clause.start] and advises.search(
            clause.sentence.text, 0, clause.start
        )
        if advised or _is_plan(bare.words, text):
            yield from _grounds(clause, text)
        else:
            yield bare
    advice, lang = advice_of(text, claims), text.lang
    tells = regex.pattern(
        rf"(?:\d{{1,2}}[.)]\s)?(?:[\w’'-]+\s){{0,3}}?(?:{text.words.people}|{OPINION[lang]}|{SHARE[lang]}|{CUE[lang]})(?!\w)",
        regex.IGNORECASE,
    )
    for sentence in text.prose:
        if sentence.order in inside or sentence.order not in advice:
            continue
        if regex.match(r"[„“«\"]", text.blocks[sentence.block].text):
            continue  # an invitation or a letter, printed as it was sent
        bare = _bare(Clause(sentence, 0, len(sentence.text)))
        does = tells.match(bare.words) and not _DO_IT[lang].match(bare.words)
        does = does and not word_pattern(f"{ADVISES[lang]}|{LATER[lang]}").search(bare.words)
        does = does and not claims.of(sentence)  # a result, wherever it stands
        if does and not _is_plan(bare.words, text):
            yield bare  # what it rests on, in a sentence of its own
        else:
            yield from _grounds(Clause(sentence, 0, len(sentence.text)), text)


_NO_PRONOUN = r"(?!(?:эт\w+|их|им|они|on[aei]|tas|to|tos|tā|tie|viņ\w+|it|its|this|that|th[eo]se|they|them)(?!\w))"
_DO_IT = {  # opens what shall be done
    "lv": regex.pattern(
        r"(?:\d{1,2}[.)]\s)?(?:\w+(?:reiz|āk|i) )?(?:ne)?\w+t(?:ies)?(?!\w)", regex.IGNORECASE
    ),
    "en": regex.pattern(
        r"(?:\d{1,2}[.)]\s)?(?:ask|tell|inform|help|offer|give|show|let|invite|encourage|train|remind|send|call|teach|include|involve|consult|interview|survey|serve|keep|allow|make|find|use|plan|thank|support|explain|study|seek|take|put|add|open|share|publish|present|like)(?!\w)",
        regex.IGNORECASE,
    ),
    "ru": regex.pattern(
        r"(?:(?:\d{1,2}|[а-я])[.)]\s)?(?:не )?\w+(?:ть|ться|ти|чь)(?!\w)", regex.IGNORECASE
    ),
}
ASKED_FOR = regex.pattern(  # that people want just what is advised: `as visitors have asked us to`
    r"(?:(?:to|tā) (?:\w+ )?(?:vēl\w+|grib\w*|lūdz\w*|pras\w+|pieprasa\w*)|(?:lūdz\w*|vēl(?:as|ējās)|pras\w+|pieprasa\w*) \w+(?: \w+)?\.?$"
    r"|.{0,60}(?:ask(?:s|ed|ing)?|want(?:s|ed)?|request(?:s|ed)?|demand(?:s|ed)?|wish(?:ed)?)(?: (?:us to|for (?:it|this|that)|it|this|that|so))?\.?$"
    r"|(?:об этом |этого |того )?(?:прос[ия]\w+|хо[тч]\w+|требу\w+|жела\w+) \w+(?: \w+)?\.?$|(?:об этом|этого) .{0,40}(?:прос[ия]\w+|хо[тч]\w+|требу\w+)\.?$)",
    regex.IGNORECASE,
)


def moved_in(words: str, text: Text) -> str:
    """The words of growth or decline, or of a comparison with before; "" where there are none."""
    if more := word_pattern(MORE).search(words):
        return more.group(0)
    if said := shift(words, text):
        return said[0]
    said = direction(words, text)
    return said[0] if said and not _THAN.search(words) else ""


_THAN = regex.pattern(r"(?<!\w)(?:than|nekā|чем)(?!\w)", regex.IGNORECASE)


@read_once
def concluded(text: Text, claims: Claims) -> dict[int, int]:
    """Where each sentence that concludes begins to; a chapter with most of the shares is the body itself."""
    known = concluding(text, claims)
    sections = Counter(claim.sentence.section for claim in claims.levels)
    for index, block in enumerate(text.blocks):
        sections[text.sections[index]] += max(0, len(block.rows) - 1)
    most = {at for at, count in sections.items() if count * 2 > sections.total()}
    led = claims.kept["led"] | lead_of(text)
    return {
        at: begin
        for at, begin in known.items()
        if text.sentences[at].section not in most or begin or text.sentences[at].block in led
    }


@read_once
def asks(text: Text, claims: Claims) -> bool:
    """Whether a text prints a question that shares or a table answer there, or in the next block."""
    if len(regex.findall(r"[„“«\"][^„“«»”\"]{8,}\?\s?[”“»\"]", text.whole)) > 1:
        return True
    for block, after in pairwise((*text.blocks, None)):
        if block is None or "?" not in block.text:
            continue
        behind = block.text[block.text.index("?") :] + (f" {after.text}" if after else "")
        shown = "%" in behind or word_pattern(text.words.percent).search(behind)
        if shown or (after and after.rows):
            return True
    return False


def is_reported(clause: Clause, text: Text, claims: Claims) -> bool:
    """Whether a clause of a lead gives a number that no question brings: it is the body's own."""
    inside = clause.sentence.block in lead_of(text) and not asks(text, claims)
    return inside and regex.search(r"\d", clause.words) is not None


@read_once
def advice_of(text: Text, claims: Claims) -> frozenset[int]:
    """The sentences that advise: under or behind a title of recommendations, or by their own words."""
    title, advises = word_pattern(ADVICE[text.lang]), word_pattern(ADVISES[text.lang])
    blocks: set[int] = set()
    inside = False
    for index, block in enumerate(text.blocks):
        head = regex.match(r"[^.:!?%\d]{3,50}(?=[.:](?:\s|$)|$)", block.text)
        titled = head is not None and title.fullmatch(head.group(0).strip(" –—-*#")) is not None
        answers = regex.search(r"\?.*%", block.text) is not None
        line = head is not None and head.end() + 1 >= len(block.text)
        line = line and (titled or not block.text.rstrip().endswith("."))  # else a short sentence
        if block.kind in (Kind.HEADING, Kind.CAPTION) or line or answers:
            inside = titled and not answers
            titled = inside
        if inside or titled:
            blocks.add(index)
    return frozenset(
        item.order
        for item in text.prose
        if item.block in blocks
        or (advises.search(item.text) and "?" not in item.text)
        or regex.match(
            rf"(?:\w{{1,3}}\s)?(?:{GROUNDS_FIRST})\s[^?]*,\s(?:we|mēs|мы)\s",
            item.text,
            regex.IGNORECASE,
        )
    )


def _grounds(clause: Clause, text: Text) -> Iterator[Clause]:
    """What advice rests on: `…, because parents complain of it`, `car park, of which they complain`."""
    words = clause.sentence.text
    if word_pattern(f"{EXPLORES[text.lang]}|{FORM}").search(words):
        return
    ahead = regex.match(
        rf"(?:(?:а|но|и|un|bet|and|but)\s)?(?:{GROUNDS_FIRST})\s",
        words[clause.start :],
        regex.IGNORECASE,
    )
    if ahead is not None:  # `As 45% come by phone, we shall …`
        start = clause.start + ahead.end()
        yield Clause(clause.sentence, start, max(start, words.find(", ", start)))
        return
    advised = _DO_IT[text.lang].match(words) is not None  # `Widen the hall: parents complain`
    behind = r"|(?<=\w):\s(?=[^\W\d])" + _NO_PRONOUN if advised else ""
    match = regex.pattern(
        rf"(?:,\s|\s(?=because))(?:{GROUNDS[text.lang]})\s{behind}", regex.IGNORECASE
    ).search(words, clause.start, clause.end)
    if match is None:
        return
    start = match.end()
    if regex.search(r"котор|kur|\sko\s|which|whom", match.group(0), regex.IGNORECASE):
        start = words.rfind(" ", clause.start, match.start()) + 1 or clause.start
    end = words.find(";", start, clause.end)
    end = end if end > 0 else clause.end
    if not word_pattern(f"{CAN}|{LATER[text.lang]}").search(words, start, end):
        wished = ASKED_FOR.match(words[start:end].strip())  # what it is stands in the advice itself
        yield clause if wished else Clause(clause.sentence, start, end)


def _of_title(text: Text) -> Iterator[Clause]:
    """The parts of a headline that tells results: `Parents back later start, but worry about work`."""
    cue = word_pattern(f"{OPINION[text.lang]}|{SHARE[text.lang]}|{READY[text.lang]}")
    for sentence in text.sentences[:OPENING]:
        block = text.blocks[sentence.block]
        if block.kind is Kind.PARAGRAPH and block.text.rstrip('”“»" ').endswith("."):
            return
        if block.kind not in (Kind.HEADING, Kind.PARAGRAPH) or len(block.text) > 160:
            continue
        if (
            block.text.rstrip().endswith(":")
            or word_pattern(text.words.share).search(block.text)
            or "?" in block.text
            or regex.search(r"\d", block.text)
        ):
            continue
        if regex.search(r"[„“\"«”»]", block.text) or len(sentence.text.split()) < 4:
            continue
        place = sentence.text.rfind(": ") + 1
        edges = [place, *_title_cuts(sentence.text, place), len(sentence.text)]
        parts = [
            (begin, end)
            for begin, end in pairwise(edges)
            if NAMES.match(sentence.text[begin:end]) is None  # what the text is, or is about
            and regex.match(ASKS, sentence.text[begin:end], regex.IGNORECASE) is None
        ]
        firm = [
            _is_said(cue, sentence.text[begin:end])
            or _compares(sentence.text[begin:end], text)
            or moved_in(sentence.text[begin:end], text) != ""
            for begin, end in parts
        ]
        beside = regex.pattern(rf",\s(?:{BUT})\s", regex.IGNORECASE)
        for (begin, end), sure in zip(parts, firm, strict=True):
            if sure or beside.match(sentence.text, begin):
                yield Clause(sentence, begin, end)


def _is_said(cue: re.Pattern[str], words: str) -> bool:
    """Whether words of a title tell what people think or do, and not only whom it is of: `Debts of the elderly`."""
    return any(_OF_WHOM.fullmatch(one.group(0)) is None for one in cue.finditer(words))


_OF_WHOM = regex.pattern(
    r"за|par|пожил\w+|пенсионер\w*|молод\w+|семь\w+|женщин\w*|мужчин\w*|pensionār\w*|senior\w*|jaunie\w+|sieviet\w*|vīrieš\w*|ģimen\w*|pensioners|families|women|men|the young|young people",
    regex.IGNORECASE,
)


def _compares(words: str, text: Text) -> bool:
    """Whether words set a group above others."""
    if word_pattern(COMPARED[text.lang]).search(words) is None:
        return False
    return bool(groups_unknown(words, "", text))


def _of_opening(text: Text) -> Iterator[Clause]:
    """The clauses of a first paragraph that says whose news it is and tells results in words alone."""
    first = next(
        (
            at
            for at, one in enumerate(text.blocks)
            if one.kind is Kind.PARAGRAPH and one.text.rstrip().endswith((".", "!"))
        ),
        -1,
    )
    if first > 2 or first < 0 or regex.search(r"\d", text.blocks[first].text):
        return
    cut = regex.pattern(rf",\s(?=(?:{AND[text.lang]})\s)|;\s", regex.IGNORECASE)
    told = word_pattern(NEWS[text.lang]).search(text.blocks[first].text) is not None
    for sentence in text.sentences:
        if sentence.block != first:
            continue
        teller = regex.search(
            rf",\s(?:(?:as|kā|как)\s)?(?:(?:{NEWS[text.lang]})\s[^,;]*|[^,;]*\s(?:{NEWS[text.lang]}))$",
            sentence.text.rstrip(" ."),
            regex.IGNORECASE,
        )
        last = teller.start() if teller else len(sentence.text)
        edges = [0, *(match.start() for match in cut.finditer(sentence.text, 0, last)), last]
        for begin, end in pairwise(edges):
            part = sentence.text[begin:end]
            firm = f"{SHARE[text.lang]}|{text.words.twice}|{MORE}"
            firm += f"|{OPINION[text.lang]}|{CUE[text.lang]}" if told else ""
            if word_pattern(firm).search(part) or (told and direction(part, text)):
                yield Clause(sentence, begin, end)


def _title_cuts(words: str, place: int) -> list[int]:
    return [place + match.start() for match in regex.finditer(r",\s|;\s|\s[–—-]\s", words[place:])]
