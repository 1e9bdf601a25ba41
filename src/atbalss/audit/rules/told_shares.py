"""Shares of all who answered, wherever they are told: title, caption, prose, row, a yes to a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Spot, row_spot, spot
from atbalss.audit.kept import read_once
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.numerals import in_words
from atbalss.audit.rules.retold import NARROW, named_by, piece_of, question_of, signs_of
from atbalss.audit.stems import stem
from atbalss.audit.text import Block, Kind, Sentence, Text, kept_of_words, word_pattern
from atbalss.audit.waves import current_column, is_earlier, last_year, share_in
from atbalss.audit.words_joint import BOTH, MAYBE
from atbalss.audit.yes_no import is_no, is_yes, says_no, says_yes

_INDIRECT = {
    "lv": r"(?:jautāt\w*|jautājām|jautāja|vaicāt\w*|vaicājām|vaicāja),? vai (?P<asked>[^.;:?]{8,160})",
    "en": r"asked (?:[^.;:?,]{0,30} )?(?:whether|if) (?P<asked>[^.;:?]{8,160})",
    "ru": r"(?:спросил\w*|спрашивал\w*|просил\w* ответить|вопрос),? (?P<asked>[^.;:?]{0,80} ли [^.;:?]{4,120})",
}
_ONCE = frozenset({"хотя бы", "at least", "vismaz", "раз", "reizi", "gan", "both"})
_COUNTED = regex.any_case(
    r"\d\s(?:of|out of|no|из)\s(?:the )?(\d{1,3}(?:[ ,\u00a0]\d{3})+|\d+)[^.;()%]{0,40}\(\s?$"
)
_OF_COUNT = regex.any_case(r"\s?(?:of|no|из) (\d{2,4})(?![\d.,]*\d|\s?%)")
_QUOTED = regex.pattern(r"[„“«\"][^„“«»”\"]{8,200}\?[^„“«»”\"]{0,80}[”“»\"]")
_WHO = regex.any_case(
    r"kuri|kuras|kas \w+|tie,? k.*|who|which|whom|when|that|которые|которых|кто|те,? кто"
)
_FRACTION = {
    "lv": r"(?:katr\w+|ik) \w+t\w+|puse|div\w+ trešdaļ\w+|trešdaļ\w+|ceturtdaļ\w+|piektdaļ\w+|vairākum\w*|vairum\w*|no \w+iem",
    "en": r"(?:one|two|three|four|six|seven|eight|nine) (?:\w+ )?(?:in|out of) (?:two|three|four|five|six|ten)|half|thirds?|quarters?|fifths?|majority|most",
    "ru": r"кажд\w+ \w+(?:ый|ий|ая|ой|ого)|половин\w*|трет[ьи]\w*|четверт\w*|большинств\w*",
}
_LEAD = (  # how long, how often, and what only leads to a result
    r"течени\w+|последн\w+|месяц\w*|недел\w*|хотя|раз|однажды|вопрос\w*|рис|насколько|эт\w{1,3}|счита\w+|назва\w+|назыв\w+|говор\w+|коротко|кратко|главное|вывод\w*"
    r"|pēdēj\w+|laikā|mēneš\w+|nedēļ\w+|reizi|reizes|vismaz|jautājum\w*|cik|š(?:aj|o|ī|is)\w*|atzīst|uzskata|vērtē\w*|novērtē\w*|noskaidro\w*|galvenais|īsumā|piedal\w+|aptauj\w+"
    r"|past|last|months?|weeks?|twelve|during|once|least|questions?|figure|table|said|told|asked|found|find|share|six|ten|results?|their|survey\w*"
)
_GOOD = r"apmierināt\w*|atzinīg\w*|par labu|labi|pozitīv\w*|patīk|satisfied|satisfaction|content|happy|pleased|довол\w+|удовлетвор\w+|хорош\w+|положительн\w*|нрав\w+"
_BAD = r"neapmierināt\w*|slikt\w*|nepatīk|dissatisfied|unhappy|недовол\w+|неудовлетвор\w+|плох\w+"
_PREFIX = {
    "lv": regex.pattern(r"^(?:pie|pa|no|iz|sa|uz|ie|at|ap|aiz)(?=\w{4})"),
    "ru": regex.pattern(r"^(?:пере|про|при|рас|раз|по|за|вы|на|от|до|об|из|у|с)(?=\w{4})"),
}
_NET = regex.any_case(r"\W*(?:or|vai|или)\s")  # the other half stands before
_ROOT = 5  # letters


@dataclass(frozen=True, slots=True)
class Told:
    """A share of all who answered: what names it, what was asked, its signs, value, place."""

    named: frozenset[str]
    asked: frozenset[str]  # also what else its sentence says
    signs: tuple[int, frozenset[str]]
    number: Number
    slack: float  # how far a sum of rounded rows may be off
    spot: Spot
    claim: Claim | None
    loud: bool  # of a title or a caption

    @property
    def all(self) -> frozenset[str]:
        """Everything that is said of it."""
        return self.named | self.asked


@read_once
def told_shares(text: Text, claims: Claims) -> tuple[Told, ...]:
    """All shares of all who answered in the present wave."""
    return (*_of_prose(text, claims), *_of_tables(text))


def _of_prose(text: Text, claims: Claims) -> Iterator[Told]:
    wave = last_year(text)
    joint = word_pattern(f"{BOTH[text.lang]}|{MAYBE[text.lang]}")  # of two answers together
    for claim in claims.levels:
        sentence, number = claim.sentence, claim.number
        if sentence.kind in (Kind.CHART, Kind.CONTENTS) or number.unit is not Unit.PERCENT:
            continue
        if is_earlier(claim.segment, wave, text) or claim.years - {wave}:
            continue
        if joint.search(sentence.text) or is_of_some(claim, text, claims.base):
            continue
        asked = _question(sentence, text)
        tail = _tail(claim, text)
        piece = piece_of(claim).replace(tail, " ") if tail else piece_of(claim)
        printed = sentence.text[number.start : number.end]
        bare = _QUOTED.sub(" ", piece.replace(printed, " "))
        bare = regex.sub(
            rf"^\W*(?:{text.words.figure}|{text.words.table})\s+\d[\d.]*|^\W*\d[\d.]*\s?(?:{text.words.figure}|{text.words.table})",
            " ", bare, flags=regex.IGNORECASE,
        )  # fmt: skip
        segment = claim.segment.replace(printed, " ")
        segment = segment.replace(tail, " ") if tail else segment
        named, signs = _names(bare, text), signs_of(_QUOTED.sub(" ", segment), text)
        if asked and (says_yes(segment) or says_no(segment)):
            named = _names(asked, text)
            signs = (int(says_no(segment)), signs_of(asked, text)[1])
        named = named or _names(_QUOTED.sub(" ", segment), text)
        if named and not _NET.match(segment):
            where = spot(text, sentence, number.start, number.end)
            loud = sentence.kind in (Kind.CAPTION, Kind.HEADING) or _leads(sentence, text)
            yield Told(
                named, _names(f"{asked} {_QUOTED.sub(' ', segment)}", text),
                (signs[0], signs[1] - _ONCE), number, 0.0, where, claim, loud,
            )  # fmt: skip


def _leads(sentence: Sentence, text: Text) -> bool:
    """Whether a sentence is a title or a caption that holds a share: alone in a short block."""
    block = text.blocks[sentence.block]
    return (
        block.kind is Kind.PARAGRAPH
        and len(block.text) < 130
        and not block.text.rstrip().endswith(".")
    )


_BUT = {
    "lv": r"(?:bet|savukārt|turpretī|kamēr|taču)",
    "en": r"(?:but|while|whereas|although)",
    "ru": r"(?:а|но|однако|тогда как|зато)",
}


def _tail(claim: Claim, text: Text) -> str:
    """The clause behind a share that has a fraction in words of its own: `, but half liked the guide`."""
    behind = claim.sentence.text[claim.number.end : claim.end]
    found = regex.search(rf"[,;]\s{_BUT[text.lang]}\s.*", behind, regex.IGNORECASE)
    own = found and word_pattern(_FRACTION[text.lang] + _PART[text.lang]).search(found.group(0))
    return found.group(0) if found and own else ""


_PART = {"lv": r"|pusei|pusi|pusē", "en": "|few|many|none", "ru": "|мног\\w+|немног\\w+"}
_OWN_BASE = regex.pattern(r"(?<![\w.,])[nN]\s?=\s?(\d{2,4})(?![\d.,]*\d)")


_THAT = r"kas|kuri|kuras|who|that|которые|которых|кто"
_ANSWERED = (
    r"atbild\w+|norād\w+|aptauj\w+|answer\w+|respond\w+|repl\w+|were asked|ответ\w+|указа\w+"
)
_GOES_ON = {  # a clause that tells more of those of whom the clause before told
    "lv": r"[\s,;–-]*(?:(?:kamēr|bet|un|savukārt|taču)(?: vēl)?|vēl) \d",
    "en": r"[\s,;–-]*(?:(?:while|but|and|whereas)(?: a further| another)?|a further|another) \d",
    "ru": r"[\s,;–-]*(?:(?:а|и|но|тогда как)(?: ещ[её])?|ещ[её]) \d",
}


def is_of_some(claim: Claim, text: Text, base: int) -> bool:
    """Whether a share is of a group, or has a base of its own."""
    words = claim.sentence.text
    if any(0 < int(found) < base for found in _OWN_BASE.findall(claim.segment)):
        return True
    own = _OF_COUNT.match(words, claim.number.end)
    of = counted_of(claim)
    if (of and of != base) or (own and 0 < int(own[1]) < base):
        return True
    if word_pattern(r"grup\w*|group\w*|групп\w*").search(words):
        return True
    people = rf"\s(?:of (?:the )?|no )?(?:{text.words.people}),?\s(?:{_THAT})\s(?!{_ANSWERED})"
    if regex.match(people, words[claim.number.end :], regex.IGNORECASE):
        return True  # `18 % of the residents who took part`
    segment = claim.segment
    if regex.match(_GOES_ON[text.lang], segment, regex.IGNORECASE):
        segment = words[: claim.end]
    found = word_pattern(f"{NARROW}|{text.words.group}").finditer(segment)
    asked = _population(text, base)
    return any(
        not _WHO.fullmatch(match.group(0))
        and stem(match.group(0), text.lang) not in asked
        and not _IS.search(segment[: match.start()])
        for match in found
    )


def counted_of(claim: Claim) -> int:
    """Of how many the count right before a share is: `133 of 365 (36 %)`; 0 where none is."""
    of = _COUNTED.search(claim.sentence.text[: claim.number.start])
    return int(regex.sub(r"\D", "", of[1])) if of else 0


_IS = regex.any_case(
    r"(?<!\w)(?:is|are|was|were|be|been|ir|bija)\s$"
)  # `42 % are employed for ever`


def _population(text: Text, base: int) -> frozenset[str]:
    """What those who were asked are called behind their number: `820 students`."""
    return _behind(base, text.whole, text.lang) if base else frozenset()


@lru_cache(maxsize=4)
def _behind(count: int, whole: str, lang: str) -> frozenset[str]:
    printed = f"{count:,}".replace(",", r"[ ,\u00a0]?")
    found = regex.findall(rf"(?<![\d.,]){printed}\s((?:[^\W\d_]+\s?){{1,2}})", whole)
    return frozenset(stem(word, lang) for words in found for word in words.split())


def _question(sentence: Sentence, text: Text) -> str:
    """The question that a share answers, put as one or told: `asked whether they …`."""
    found = question_of(sentence, text)
    if found:
        return found
    for order in (sentence.order, sentence.order - 1):
        if order < 0 or text.sentences[order].block != sentence.block:
            break
        told = regex.search(_INDIRECT[text.lang], text.sentences[order].text, regex.IGNORECASE)
        if told:
            return told.group("asked")
    return ""


@kept_of_words
def _names(words: str, text: Text) -> frozenset[str]:
    """What names an answer: roots of its words, one sign for good and one for bad."""
    words = word_pattern(rf"{_LEAD}|{_FRACTION[text.lang]}|{in_words(text.lang)}").sub(" ", words)
    judged = {
        sign for sign, rule in (("+", _GOOD), ("-", _BAD)) if word_pattern(rule).search(words)
    }
    words = word_pattern(f"{_GOOD}|{_BAD}").sub(" ", words)
    prefix = _PREFIX.get(text.lang)
    if prefix:
        neutral = regex.any_case(rf"(?:{text.words.neutral})")
        kept = (word for word in regex.findall(r"[\w-]+", words) if not neutral.match(word))
        words = " ".join(prefix.sub("", word) for word in kept)
    return frozenset(word[:_ROOT] for word in named_by(words, text)) | judged


# ---- tables


def _of_tables(text: Text) -> Iterator[Told]:
    for index, block in enumerate(text.blocks):
        column = current_column(block) if block.kind is Kind.TABLE else None
        if column is None or len(block.rows) < 3:
            continue
        near = [b.text for b in text.blocks[max(0, index - 1) : index]]
        heads = " ".join(block.rows[0])
        asked = " ".join((*(words for words in near if "?" in words), heads))
        yield from _yes_of(text, index, block, column, asked)
        about = _names(" ".join((*near, heads)), text)
        for place in range(1, len(block.rows)):
            label, share = block.rows[place][0], share_in(block, place, column, text)
            named = _names(label, text)
            if share is None or not named or word_pattern(text.words.total).match(label):
                continue
            signs = signs_of(label, text)
            yield Told(
                named, about, (signs[0], signs[1] - _ONCE), share, 0.0,
                row_spot(block, index, place), None, False,
            )  # fmt: skip


def _yes_of(text: Text, index: int, block: Block, column: int, asked: str) -> Iterator[Told]:
    """The share that says yes to the question over a table: one row, or the sum of several."""
    rows = [place for place in range(1, len(block.rows)) if is_yes(block.rows[place][0])]
    if "?" not in asked or not rows or not any(is_no(row[0]) for row in block.rows[1:]):
        return
    shares = [share_in(block, place, column, text) for place in rows]
    found = [share for share in shares if share is not None]
    question = asked[: asked.rfind("?")]
    named, signs = _names(question, text), signs_of(question, text)
    if len(found) != len(rows) or not named:
        return
    first, total = found[0], sum(share.value for share in found)
    number = Number(total, first.digits, Unit.PERCENT, 0, first.start, first.end)
    slack = 0.5 * (len(found) - 1) * first.step
    yield Told(
        named, named, (signs[0], signs[1] - _ONCE), number, slack,
        row_spot(block, index, rows[0]), None, False,
    )  # fmt: skip
