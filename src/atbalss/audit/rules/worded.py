"""A share told in words alone, against the one list that it can be of: `most agree`, 44 % do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.extents import extent
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.forms import marks
from atbalss.audit.met import same
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.places import Clause, parts_of
from atbalss.audit.referents import Meant, referents
from atbalss.audit.rules import fractions, majorities
from atbalss.audit.series import years_in
from atbalss.audit.sheet_words import is_narrow, name_of
from atbalss.audit.sheets import Sheet, sheets_of
from atbalss.audit.spoken import Spoken, words_in
from atbalss.audit.stems import stems
from atbalss.audit.summaries import is_news
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.things import EACH, HEADS, is_of_things
from atbalss.audit.waves import year_in
from atbalss.audit.words_bound import EXCEPT_FOR
from atbalss.audit.words_share import DRAWN, OR_MORE
from atbalss.report.ranges import LESS, MORE, choose
from atbalss.report.words import claim_words

_Words = tuple[str, str, str, float, int, int]
_SPARE, _EXACT = 2.0, 0.5  # points that words alone may be off: of a yes or a net, of a row
_ASKED = r"(?!,? (?:(?:k(?:as|uri|uras)|who|that|кто|которые) )?(?:asked|surveyed|interviewed|polled|answer\w*|respond\w*|replied|took part|atbild\w+|aptauj\w+|piedal\w+|ответ\w*|опрош\w+))"
_PARTS = (
    r"(?:of|among) (?:them|whom)|(?:no|starp) (?:viņiem|viņām)|(?:из|среди) них"
    rf"|(?:of|among) (?:those|these){_ASKED}|(?:no|starp) (?:tiem|šiem|tām|šīm){_ASKED}|(?:из|среди) (?:тех|этих){_ASKED}"
    r"|(?:those|people|everyone) (?:who|with)(?! (?:were )?(?:asked|answer\w*|respond\w*|replied|took part|surveyed|polled))"
    r"|(?:tie|to|tiem|tās|tām|tos),? k(?:as|uri|uras|am|uriem)(?! (?:tika )?(?:atbild\w+|aptauj\w+|piedal\w+))|(?:тех|те|тем|теми),? (?:кто|которые|у кого)(?! (?:ответ\w+|участв\w+|опрош\w+))"
)
_FEW = 2  # lists of a document, of which one must be meant
_SURE = 2.0  # score of a row that is named by all of its words, or by its question too
_SHORT = 10  # sentences of a text in which a list of a sentence is all that is told
_STRANGE = 3  # words that such a claim may have of its own
_SMALL = 12  # a number that may be a year of school, or a month
_LATER = regex.pattern(
    r"(?<!\w)(?:next (?:year|time|month|week)|nākamgad|nākam\w+ (?:gad|reiz|mēnes)\w*|в (?:следующ|будущ)\w+ (?:год|раз|месяц)\w*)(?!\w)",
    regex.IGNORECASE,
)
_IF = regex.pattern(r"(?:^|[,\s])(?:ja|if|если)\s", regex.IGNORECASE)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Fraction and majority words that the share of the list which they are of does not bear."""
    if claims.drawn or not sheets_of(text, claims) or is_news(text):
        return  # news tell many a result in words alone
    but = word_pattern(EXCEPT_FOR[text.lang])
    for sentence in (part for one in text.sentences for part in _predicates(one, text)):
        if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING):
            continue
        said = words_in(sentence, text)
        if not said:
            continue
        moved = rf"{text.words.last_wave}|{text.words.rise}|{text.words.fall}|{_PARTS}"
        if year_in(sentence.text, text) or _IF.search(sentence.text):
            continue
        if any(one[3] and one[3] < 50 for one in said) and DRAWN.search(sentence.text):
            continue  # `every eighth visitor was approached`
        for clause in parts_of(sentence):
            end = clause.start + len(clause.words)
            items = [item for item in said if clause.start <= item[4] < end]
            if len(items) != 1 or word_pattern(moved).search(clause.words):
                continue
            if but.search(clause.words) or _LATER.search(clause.words):
                continue  # `in all but Oakham`: of the others
            counted = numbers(clause.words, text.lang)
            large = any(n.value > _SMALL for n in counted)
            if any(n.unit is not Unit.NONE for n in counted):
                continue
            if large and extent(_without(clause, items[0]), text.lang) is None:
                continue
            yield from _fraction(clause, items[0], text, claims)


def _predicates(sentence: Sentence, text: Text) -> Iterator[Sentence]:
    """A sentence, and each further predicate of its subject: `Most have a card, have used it and have lost it`."""
    yield sentence
    said = words_in(sentence, text) if "," in sentence.text else []
    if len(said) != 1 or regex.search(r"\d", sentence.text):
        return
    first, *others = regex.split(_AND, sentence.text[said[0][5] :])
    for other in others:
        verb = regex.match(r"\w{2,}(?=\s(?!(?:of|is|are|was|were) ))", other)
        begun = regex.search(rf"(?<!\w){verb[0]}(?!\w)", first) if verb else None
        if begun is not None:
            yield replace(sentence, text=sentence.text[: said[0][5] + begun.start()] + other)


_AND = r",\s(?:(?:and|un|и)\s)?|\s(?:and|un|и)\s"


def _without(clause: Clause, item: _Words) -> str:
    """A clause without its words for a share."""
    begin, end = item[4], item[5]
    return f"{clause.words[: begin - clause.start]} {clause.words[end - clause.start :]}"


def _fraction(
    clause: Clause, said: tuple[str, str, str, float, int, int], text: Text, claims: Claims
) -> Iterator[Finding]:
    if said[1] in ("all", "none"):
        return
    if majorities.is_the_most(clause.sentence.text, said[0], said[4]):
        return
    meant = _meant(clause, said[4], said[5], text, claims)

    def bears(item: Meant) -> bool:
        spare = _SPARE if item.how in ("yes", "no", "net") else _EXACT
        spare = item.slack if said[1] == "half" and said[2] in (MORE, LESS) else spare
        return any(_bears(_spoken(said, item, clause, by, text)) for by in (0.0, -spare, spare))

    denied = _denied(meant, bears)
    if denied is not None and not (
        _borne_out(clause, said, text, claims)
        or _asked_elsewhere(clause, said, denied, text, claims)
        or (denied.how != "degrees" and _is_joined(clause, said, denied, text))
    ):
        rule = "fraction-word" if said[3] else "majority-word"
        yield _told(rule, clause, said[0], said[4], said[5], denied, text)


def _borne_out(
    clause: Clause, said: tuple[str, str, str, float, int, int], text: Text, claims: Claims
) -> bool:
    """Whether another sentence gives a share of just these words that bears them out."""
    own = set(stems(clause.words, text.lang))
    for claim in claims.levels:
        if claim.sentence.order == clause.sentence.order:
            if _THAT.search(clause.words):
                return True  # `…, while in Estonia every fifth agrees with it`
            continue
        if 2 * len(own & set(stems(claim.sentence.text, text.lang))) <= len(own):
            continue
        number = Number(claim.number.value, 0, Unit.PERCENT, 0, 0, 0)
        whole = clause.sentence.text
        if _bears(Spoken(*said, Claim(clause.sentence, number, 0, len(whole), True, text.lang))):
            return True
    return False


def _asked_elsewhere(
    clause: Clause,
    said: tuple[str, str, str, float, int, int],
    meant: Meant,
    text: Text,
    claims: Claims,
) -> bool:
    """Whether another list, whose question has more of the words of a clause, bears it out."""
    own = set(stems(clause.words, text.lang))

    def common(sheet: Sheet) -> int:
        first = sheet.first
        near = " ".join(
            text.blocks[at].text
            for at in (first - 1, first)
            if at >= 0 and at != clause.sentence.block
        )
        return len(own & set(stems(near, text.lang)))

    least = max(common(meant.sheet) + 1, len(own) / 2)
    return any(
        _bears(_spoken(said, meant, clause, number.value - meant.value, text))
        for sheet in sheets_of(text, claims)
        if sheet is not meant.sheet and sheet.shares and common(sheet) >= least
        for row in sheet.cells
        for number in row
        if number is not None
    )


_EITHER = regex.pattern(r"(?<!\w)(?:or|either|vai|или|либо)(?!\w)", regex.IGNORECASE)
_FIRM = regex.pattern(  # the firmest answer alone, no net with `rather yes`
    r"(?<!\w)(?:without (?:hesitat\w+|a doubt|reserv\w+)|unhesitating\w*|firml\w+|definitely|certainly|outright|strongly|wholeheartedly"
    r"|bez (?:vilcinā\w+|šaub\w+|ierun\w+|svārst\w+)|noteikti|stingri|nešaub\w+|droši|pārliecinoši"
    r"|без (?:колебан\w+|сомнени\w+|оговор\w+|раздуми\w+)|тв[её]рдо|однозначно|безусловно|уверенно|определ[её]нно|не раздумывая|не колеблясь)(?!\w)",
    regex.IGNORECASE,
)


def _is_joined(
    clause: Clause, said: tuple[str, str, str, float, int, int], meant: Meant, text: Text
) -> bool:
    """Whether two answers joined (`by car or taxi`) bear the words out, or the firmest alone."""
    words = clause.sentence.text[said[5] :]
    columns = zip(*meant.sheet.cells, strict=True) if meant.sheet.shares else ()
    values = [[n.value for n in column if n is not None] for column in columns]

    def bears(value: float) -> bool:
        return _bears(_spoken(said, meant, clause, value - meant.value, text))

    if _FIRM.search(clause.words):
        return any(bears(column[0]) or bears(column[-1]) for column in values if column)
    if not _EITHER.search(words):
        return False
    return any(
        bears(one + other)
        for column in values
        for one, other in combinations(column[:12], 2)
        if one + other <= 100
    )


_THAT = regex.pattern(
    r"(?<!\w)(?:tam|tai|tādu|šād\w+|so|it|that|такого|так|это|с этим)(?!\w)", regex.IGNORECASE
)


def _is_of_row(clause: Clause, end: int, meant: Meant, text: Text) -> bool:
    """Whether a share is of what a row is of, not of all: `every tenth dog`, `few drivers`."""
    if meant.how not in ("named", "half", "part") or not EACH.search(clause.sentence.text[:end]):
        return False
    measured = marks(" ".join((meant.sheet.asked, *meant.sheet.heads)), text.lang).set
    said = marks(clause.words, text.lang).set
    grouped = meant.sheet.table or _is_group(meant, text)
    if grouped and any(same(one, other) for one in measured for other in said):
        return False  # a group, of which the list tells this
    after = regex.match(
        r"\s+(?:(?:of|no|из) )?(?:the |visi\w* )?([^\W\d][\w’'-]*)", clause.sentence.text[end:]
    )
    first = marks(after.group(1), text.lang).set if after else frozenset()
    label = marks(" ".join(meant.sheet.labels[row] for row in meant.rows), text.lang).set
    return any(same(one, other) for one in first for other in label)


def _is_group(meant: Meant, text: Text) -> bool:
    """Whether a row is of a part of those who answered: `among rural passengers`."""
    group = word_pattern(text.words.group)
    return any(group.search(meant.sheet.labels[row]) for row in meant.rows)


def _is_by_base(after: str, meant: Meant, text: Text) -> bool:
    """Whether only those whom a share is of name an answer: `half of contributors`, `contribute at night`."""
    found = HEADS[text.lang].match(after)
    if found is None or meant.sheet.table or meant.how not in ("named", "half", "part"):
        return False
    base = {m for word in found.groups() if word for m in marks(word, text.lang).all}
    if _is_group(meant, text):
        return False
    label = marks(" ".join(meant.sheet.labels[row] for row in meant.rows), text.lang).set
    rest = marks(after, text.lang).set
    others = {mark for mark in label if not any(same(mark, one) for one in base)}
    if (
        not others
    ):  # all of it: the base itself, or what the base names: `of the parents named sport`
        first = marks(found.group("a"), text.lang).set
        return any(same(one, other) for one in first for other in label)
    return others != label and not any(same(one, other) for one in rest for other in others)


def _meant(clause: Clause, start: int, end: int, text: Text, claims: Claims) -> list[Meant]:
    """What the clause without its words for a share may be of; a part of it, where the whole says too much."""
    begin, stop = start - clause.start, end - clause.start
    whole = f"{clause.words[:begin]} {clause.words[stop:]}"
    found: list[Meant] = []
    pieces = list(_pieces(clause.words, begin, stop))
    before = clause.sentence.text[: clause.start].rstrip()
    if before.endswith(":"):
        pieces.append(f"{before} {pieces[0]}")  # `the car comes first: half take it`
    for rest in pieces:
        found = [
            m
            for m in referents(rest, clause.sentence, text, claims)
            if m.sheet.shares
            and not any(years_in(m.sheet.labels[row]) for row in m.rows)
            and not _is_of_row(clause, end, m, text)
            and not _is_by_base(clause.sentence.text[end:], m, text)
            and not is_of_things(clause.sentence.text, end, m.sheet, text, claims)
            and not (m.how in ("named", "part") and OR_MORE.search(rest))
            and not is_narrow(whole, m.sheet, text, claims, clause.sentence)
            and (m.how not in ("half", "part") or m.sheet.section == clause.sentence.section)
            and not _is_of_degree(m, rest, text)
        ]
        found = [m for m in found if not _is_loose(m, text, claims)]
        if found and found[0].strange <= _spare(found[0], len(sheets_of(text, claims))):
            return found
    return []


def _is_loose(meant: Meant, text: Text, claims: Claims) -> bool:
    """Whether a row is one of a few shares of a sentence, which leave out others that may be meant."""
    sheet = meant.sheet
    lines = len({one.line for one in sheet.spots})
    lined = sheet.last > sheet.first or (lines > 2 and lines == len(sheet.spots))
    if sheet.table or lined:
        return False
    short = len(text.prose) <= _SHORT and len(sheets_of(text, claims)) <= _FEW
    if sheet.is_whole:
        sure = meant.how in ("yes", "no", "net") or (meant.asked > 0 and not meant.strange)
        return not (short or len(text.prose) <= _SHORT or sure)
    label = " ".join(sheet.labels[row] for row in meant.rows)
    plain = meant.how == "named" and not meant.strange and not marks(label, text.lang).degrees
    return not (short and plain)


def _pieces(words: str, begin: int, stop: int) -> Iterator[str]:
    """A clause without its words for a share: all of it, without what leads in, without what trails."""
    before, after = words[:begin], words[stop:]
    yield f"{before} {after}"
    if len(before.split()) > 1 and "," in before:
        before = before.rpartition(",")[2]
        yield f"{before} {after}"
    elif before.strip():
        before = ""
        yield after
    first = after.split(",")[0]
    if "," in after and len(first.split()) > 1:
        yield f"{before} {first}"
    if after.count(",") > 1:  # `most residents, who came, were served`
        yield f"{before} {first} {after.split(',')[2]}"


def _spare(meant: Meant, lists: int) -> int:
    """How many words of its own a claim may have."""
    if meant.how == "degrees":
        return 2 * _STRANGE
    sure = meant.how == "named" and (lists <= _FEW or meant.score > _SURE)
    spare = max(1 + int(meant.score) // 2, _STRANGE * sure)
    if meant.asked >= _STRANGE:  # it repeats its question
        spare = max(spare, meant.asked + 1)
    return max(spare, 2) if lists == 1 and meant.asked else spare


def _is_of_degree(meant: Meant, words: str, text: Text) -> bool:
    """Whether a row is of one degree alone, which the words do not tell: `4 % trust it fully`."""
    if len(meant.rows) != 1:
        return False
    degrees = marks(name_of(meant.sheet.labels[meant.rows[0]]), text.lang).degrees
    return bool(degrees) and not degrees & marks(words, text.lang).degrees


def _denied(meant: list[Meant], bears: Callable[[Meant], bool]) -> Meant | None:
    """The likeliest share, where it does not bear the words out, nor does any that is as likely."""
    if not meant or any(bears(item) for item in meant if meant[0].score - item.score < 1):
        return None
    return meant[0]


def _spoken(
    said: tuple[str, str, str, float, int, int], meant: Meant, clause: Clause, by: float, text: Text
) -> Spoken:
    number = Number(meant.value + by, 0, Unit.PERCENT, 0, 0, 0)
    whole = clause.sentence.text
    return Spoken(*said, Claim(clause.sentence, number, 0, len(whole), True, text.lang))


def _bears(item: Spoken) -> bool:
    return fractions.bears(item) if item.exact else majorities.bears(item)


def _told(
    rule: str, clause: Clause, words: str, start: int, end: int, meant: Meant, text: Text
) -> Finding:
    share = choose(meant.value / 100)
    better = claim_words(share, text.lang) if share else f"{meant.shown} %"
    at = spot(text, clause.sentence, start, end)
    return finding(
        text, rule, at, (meant.spot,), words=words, value=meant.shown, better=better,
    )  # fmt: skip
