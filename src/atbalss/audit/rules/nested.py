"""A part above its whole: `44 % came three times or more`, 38 % came at all; `very satisfied 60 %`, satisfied 52 %."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.counted_shares import counted_shares
from atbalss.audit.finding import Finding, Spot, finding, spot, spot_of
from atbalss.audit.how_often import Often, how_often, is_never
from atbalss.audit.numbers import Number
from atbalss.audit.parts import parts_of
from atbalss.audit.rules.parts import told_earlier
from atbalss.audit.rules.retold import piece_of, question_of
from atbalss.audit.rules.told_shares import is_of_some
from atbalss.audit.sheet_words import question_in
from atbalss.audit.sheets import Sheet, sheets_of, total_column
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.audit.words_joint import CONDITION, EITHER, OF_ALL
from atbalss.audit.yes_no import WHETHER, says_no, says_yes

_FEW = 6  # shares of how often things are done: one may be of any of several things
_USE = regex.pattern(r"us(?:e|es|ed|ing|ers?)$|lieto|izmanto|польз|использ|do(?:es)?$|dar[aī]|дела")
_HOW = {
    "lv": r"reiz\w*|dien\w*|nedēļ\w*|mēne\w*|gad\w*|biež\w*|retāk|vairāk|atbildēj\w*",
    "en": r"times?|once|twice|day|daily|weekly?|months?|monthly|years?|often|frequently|more|less|least|never|ever|replied|said",
    "ru": r"раз\w?|день|дня|недел\w*|месяц\w*|год\w*|част\w*|реже|чаще|ответ\w*",
}
_INCLUDING = regex.any_case(
    r"\W*(?:tai skaitā|t\. ?sk\.|tostarp|no tiem|no tām|including|incl\.|of which|of whom|of these|of them|в том числе|в т\. ?ч\.|из них)(?!\w)"
)
_OF_THEM = regex.any_case(r"\W*(?:no t|of |из )")
_OF_ALL = regex.any_case(
    r"(?<!\w)(?:no vis\w+|of (?:all|everyone)|(?:от|из) (?:всех|общего)|от числа (?:всех|опрошенных))(?!\w)"
)
_DOES_NOT = regex.any_case(
    r"\W*(?:(?:does|do|did|has|have|had) not|(?:doesn|don|didn|haven|hasn)['’]t|non-|ne(?:lieto|izmanto|smēķē|apmeklē|dara|brauc|ir|lasa|skatās|strādā|pērk)\w*|nav|не)(?!\w*(?: zin| знаю))"
)
_HAD = regex.any_case(r"(?: of [^\W\d]\w*)?\s(?:had|have|has|did|do|does|were|are)\W*$")
_HOW_OFTEN = regex.any_case(r"(?<!\w)(?:how often|cik bieži|как часто)(?!\w)")
_SHORT = 8  # letters of a label that another may begin with
_MORE = regex.any_case(
    r",? (?:and|and also|with|who|which|un|un arī|kuri|kuras|kas|и|и при этом|котор\w+)(?! (?:not|no|less|more|other|nav|ne|citi|не|друг)\w*) \S|, (?:including|tostarp|tai skaitā|в том числе) "
)
_OR_MORE = regex.any_case(
    r"(?<!\w)(?:or|vai|или) (?:more|oftener|vairāk|biežāk|более|больше|чаще)(?!\w)"
)
_AND = regex.pattern(r"\s(?:and|un|и)\s")
_DEED = {  # a second deed, behind "and"
    "lv": regex.pattern(r"\sun (?:\w+ )?\w+(?:j[au]ši|j[au]šas|usi|uši|ušas|jis|jusi|ja|ās|ies)(?!\w)"),
    "en": regex.pattern(r"\sand (?:\w+ly )?(?:\w+ed|got|had|came|went|did|made|paid|took|said|found|were)(?!\w)"),
    "ru": regex.pattern(r"\sи (?:\w+ )?\w+(?:л|ла|ли|лись|лся|ют|ят)(?!\w)"),
}  # fmt: skip
_LEADS = regex.any_case(
    r"(?<!\w)(?:half|thirds?|quarters?|kinds?|mak(?:e|es|ing) up|made up|share|puse|daļa|tād\w+|šād\w+|ir|veido|половина|доля|так\w+|эт\w+|составля\w+|составил\w*)(?!\w)"
)
_USUAL = regex.any_case(  # one answer of several
    r"(?<!\w)(?:main\w*|most\w*|usual\w*|first|galven\w+|parast\w*|visbiež\w+|pirmk\w+|основн\w+|обычн\w+|главн\w+|чаще всего)(?!\w)"
)
_WORD = regex.pattern(r"[^\W\d_][\w'’-]{2,}")
_BEGUN, _ENDING = 4, 4  # letters that two forms of a word share, and in which they may differ


@dataclass(frozen=True, slots=True)
class Frequent:
    """A share of those who do a thing at least so often; `slack`: what rounding may make of a sum."""

    often: Often
    about: frozenset[str]
    value: float
    shown: str
    slack: float
    spot: Spot
    claim: Claim | None
    asked: bool  # whether what it is about is told by its question


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of those who do a thing more often above the share of those who do it less often."""
    yield from _rows(text, claims)
    yield from _including(text, claims)
    yield from _beside_never(text, claims)
    yield from _with_more(text, claims)
    told = list(_told(text, claims))
    if len(told) < 2:
        return
    lone = len(_HOW_OFTEN.findall(text.whole)) == 1
    for part in told:
        if part.claim is None:
            continue
        wholes = [one for one in told if one is not part and _holds(one, part, told, lone=lone)]
        most = max((_common(one, part) for one in wholes), default=0)
        wholes = [one for one in wholes if _common(one, part) == most]
        above = [one for one in wholes if part.value > one.value + one.slack + 0.5]
        if above:
            low = max(above, key=lambda one: one.value)
            yield finding(
                text, "joint-above-part", part.spot, (low.spot,), code="part-above-whole",
                value=part.shown, whole=low.shown,
            )  # fmt: skip


def _rows(text: Text, claims: Claims) -> Iterator[Finding]:
    """Rows of a list whose label is that of another row and more: `rang us`, `rang us and was answered`."""
    for sheet in sheets_of(text, claims):
        column = total_column(sheet, text)
        if column < 0 or not sheet.shares or sheet.is_whole:
            continue
        rows = [(row, number, _plain(sheet.labels[row])) for row, number in sheet.column(column)]
        for row, number, label in rows:
            for other, whole, begun in rows:
                more = (
                    label[len(begun) :] if label.startswith(begun) and len(begun) > _SHORT else ""
                )
                also = _MORE.match(more) or _begins_as(label, begun, [one for _, _, one in rows])
                if not also or number.value <= whole.value + whole.step / 2:
                    continue
                yield _above(sheet, row, number, sheet.spots[other], whole.shown, text)


def _begins_as(label: str, begun: str, labels: list[str]) -> bool:
    """Whether a label opens as another and adds a deed: `have registered on it`, `have registered and pay by it`."""
    head = _AND.split(label, 1)[0]
    alike = [one for one in labels if one != label and one.startswith(head)]
    return _SHORT < len(head) < len(label) and alike == [begun] and not _AND.search(begun)


def _with_more(text: Text, claims: Claims) -> Iterator[Finding]:
    """A share of all who do a thing and more, or do it daily, above that of all who do it, told before."""
    wave = last_year(text)
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        words = claim.segment
        if not OF_ALL.search(words) or CONDITION.search(words):
            continue
        if EITHER.search(_OR_MORE.sub(" ", words)):
            continue
        often = how_often(words, text.lang)
        deed = _DEED[text.lang].search(words)
        if not (often and often.kind == "rate" and often.least) and not deed:
            continue
        said = _things(words, text, every=True)
        for one in claims.levels:
            if one.sentence.block != claim.sentence.block or _place(one) >= _place(claim):
                continue
            about = _things(one.segment, text)
            held = about and all(any(_same(a, b) for b in said) for a in about)
            if not held or told_earlier(one.segment, wave, text) or says_no(one.segment):
                continue
            if _USUAL.search(one.segment) or how_often(one.segment, text.lang):
                continue
            number, low = claim.number, one.number
            if number.value > low.value + (number.step + low.step) / 2:
                yield finding(
                    text, "joint-above-part", spot_of(text, claim), (spot_of(text, one),),
                    code="part-above-whole", value=number.shown, whole=low.shown,
                )  # fmt: skip


def _place(claim: Claim) -> tuple[int, int]:
    return claim.sentence.order, claim.number.start


def _things(words: str, text: Text, *, every: bool = False) -> frozenset[str]:
    """What a share is told of, but for words that only lead to it; those who did it if nothing else, or too."""
    bare = _LEADS.sub(
        " ", regex.sub(rf"(?:{OF_ALL.pattern})(?: [^\W\d]+)?", " ", words, regex.IGNORECASE)
    )
    own = frozenset(word.lower() for word in _WORD.findall(bare) if stems(word, text.lang))
    about = _about(bare, text)
    return about | own if every else about or own


def _including(text: Text, claims: Claims) -> Iterator[Finding]:
    """A row `including …` below the row that it is a part of, where both are of all."""
    counts = {
        part.spot.line: part.count for parts in parts_of(text, claims) for part in parts.parts
    }
    for sheet in sheets_of(text, claims):
        column = total_column(sheet, text)
        if column < 0 or not sheet.shares or len({one.line for one in sheet.spots}) < 2:
            continue
        whole = None
        for row, number in sheet.column(column):
            if not _INCLUDING.match(sheet.labels[row]):
                whole = (row, number)
            elif whole is not None and number.value > whole[1].value + whole[1].step / 2:
                some, of = (counts.get(sheet.spots[at].line, 0) for at in (row, whole[0]))
                own = _OF_THEM.match(sheet.labels[row]) and not _OF_ALL.search(sheet.asked)
                if own and not some > of > 0:
                    continue  # a share of the row above
                yield _above(sheet, row, number, sheet.spots[whole[0]], whole[1].shown, text)


def _beside_never(text: Text, claims: Claims) -> Iterator[Finding]:
    """A row of those who do a thing daily beside one of those who do not: more than 100 together."""
    for sheet in sheets_of(text, claims):
        column = total_column(sheet, text)
        rows = sheet.column(column) if column >= 0 and sheet.shares else []
        if not 2 <= len(rows) <= _FEW:
            continue
        never = [(row, n) for row, n in rows if _does_not(sheet.labels[row], text)]
        if len(never) != 1:
            continue
        left = 100 - never[0][1].value
        for row, number in rows:
            often = how_often(sheet.labels[row], text.lang)
            if row == never[0][0] or often is None or not often.least:
                continue
            if number.value > left + number.step:
                yield _above(sheet, row, number, sheet.spots[never[0][0]], f"{left:g}", text)


def _does_not(label: str, text: Text) -> bool:
    return is_never(label, text.lang) or _DOES_NOT.match(label) is not None


def _above(sheet: Sheet, row: int, number: Number, where: Spot, whole: str, text: Text) -> Finding:
    return finding(
        text, "joint-above-part", sheet.spots[row], (where,), code="part-above-whole",
        value=number.shown, whole=whole,
    )  # fmt: skip


def _plain(label: str) -> str:
    return " ".join(regex.sub(r"\([^()]*\)", " ", label).split()).lower().strip(" .,:;–—")


def _holds(whole: Frequent, part: Frequent, told: list[Frequent], *, lone: bool) -> bool:
    """Whether those of a part are among those of a whole: the same thing, done more often."""
    one, other = whole.often, part.often
    if not one.open or not one.least or not other.least:
        return False
    wide = one.kind == "times" and one.least == 1
    if not (one.least < other.least if one.kind == other.kind else wide):
        return False
    if lone and "rate" == one.kind == other.kind and whole.claim and part.claim:
        every = (OF_ALL.search(item.claim.sentence.text) for item in (whole, part) if item.claim)
        return all(every)  # only one thing was asked about
    common = _common(whole, part)
    if common:
        enough = len(whole.about) if len(told) > _FEW else len(whole.about) / 2
        return whole.asked or common >= enough
    things = {item.about for item in told if item.about}
    alone = len(told) == 2 and whole.asked and part.claim is not None
    if alone and part.claim and OF_ALL.search(part.claim.sentence.text):
        return True  # nothing else is told of how often
    return len(things) < 2


def _common(whole: Frequent, part: Frequent) -> int:
    """How many words of a whole are also said of a part."""
    return sum(any(_same(m, word) for word in part.about) for m in whole.about)


def _told(text: Text, claims: Claims) -> Iterator[Frequent]:
    wave = last_year(text)
    for claim in (*claims.levels, *counted_shares(text, claims)):
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        words = piece_of(claim)
        often = how_often(words, text.lang)
        if often is None and claim.alone:
            words = claim.segment
            often = how_often(words, text.lang)
        if told_earlier(claim.segment, wave, text) or CONDITION.search(claim.segment):
            continue
        if often is None:
            yield from _ever(claim, text)
            continue
        bare = words[: often.start] + " " + words[often.end :]
        if is_of_some(claim, text, claims.base):
            continue
        number = claim.number
        where = spot(text, claim.sentence, number.start, number.end)
        about, asked = _about(bare, text), "?" in claim.sentence.text
        about = about or _about(claim.sentence.text, text)
        if often.least:
            slack = number.step / 2
            yield Frequent(often, about, number.value, number.shown, slack, where, claim, asked)
    for sheet in sheets_of(text, claims):
        if sheet.is_whole:
            yield from _of_sheet(sheet, text)


def _ever(claim: Claim, text: Text) -> Iterator[Frequent]:
    """Those who say that they did a thing at all: `Have you been there? 38 % had`."""
    behind = claim.sentence.text[claim.number.end :]
    yes = _HAD.match(behind) or says_yes(claim.segment)
    asked = question_of(claim.sentence, text) if yes else ""
    if not asked or not WHETHER.search(asked):
        return
    number = claim.number
    where = spot(text, claim.sentence, number.start, number.end)
    yield Frequent(
        Often("times", 1, 0, 0), _about(asked, text), number.value, number.shown,
        number.step / 2, where, claim, True,
    )  # fmt: skip


def _about(words: str, text: Text) -> frozenset[str]:
    """The telling words of a piece, as they stand; those of use only where there are no others."""
    bare = word_pattern(text.words.people).sub(" ", words)
    told = (word.lower() for word in _WORD.findall(bare) if stems(word, text.lang))
    found = frozenset(word for word in told if not word_pattern(_HOW[text.lang]).fullmatch(word))
    return frozenset(word for word in found if not _USE.match(word)) or found


def _same(one: str, other: str) -> bool:
    """Whether two words are forms of one: `internetu`, but not `internetbanku`."""
    alike = (a == b for a, b in zip(one, other, strict=False))
    begun = next((at for at, same in enumerate(alike) if not same), min(len(one), len(other)))
    return begun >= _BEGUN and max(len(one), len(other)) - begun <= _ENDING


def _of_sheet(sheet: Sheet, text: Text) -> Iterator[Frequent]:
    """The nets of a list of frequencies: all who do it, all who do it at least so often."""
    column = total_column(sheet, text)
    rows = sheet.column(column) if column >= 0 else []
    said = [(how_often(sheet.labels[row], text.lang), row, number) for row, number in rows]
    known = [(often, row, number) for often, row, number in said if often is not None]
    never = [(row, number) for often, row, number in known if often.least == 0]
    about = _about(question_in(sheet.asked), text)
    if len(never) != 1 or len(known) < 2:
        return
    row, number = never[0]
    left = (
        100
        - number.value
        - sum(
            n.value
            for at, n in enumerate(c[column] for c in sheet.cells)
            if n and at in sheet.rests
        )
    )
    shown = f"{left:.{number.digits}f}"
    yield Frequent(Often("times", 1, 0, 0), about, left, shown, 1.0, sheet.spots[row], None, True)
    rates = [(often, row, number) for often, row, number in known if often.kind == "rate"]
    for often, row, _ in rates:
        held = [n for other, _, n in rates if other.least >= often.least]
        value = sum(n.value for n in held)
        slack = 0.5 * len(held)
        net = replace(often, open=True)
        yield Frequent(net, about, value, f"{value:g}", slack, sheet.spots[row], None, True)
