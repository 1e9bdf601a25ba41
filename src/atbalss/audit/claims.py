"""Claims out of a document: a share, what it is of, of whom, of when; and changes of shares."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from atbalss.audit import regex
from atbalss.audit.language import Language, words_of
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.sampling_error import ERROR
from atbalss.audit.sizes import Size, sizes, survey_size
from atbalss.audit.stated_base import base_of
from atbalss.audit.stems import stems, weights
from atbalss.audit.text import Kind, Sentence, Text, word_pattern


@dataclass(frozen=True)
class Claim:
    """A percent in a sentence. `start`, `end`: the part of the sentence that is about it."""

    sentence: Sentence
    number: Number
    start: int
    end: int
    alone: bool  # the only share of its sentence
    lang: str

    @property
    def segment(self) -> str:
        """The part of the sentence that is about this number."""
        return self.sentence.text[self.start : self.end]

    @cached_property
    def about(self) -> tuple[str, ...]:
        """Stems of the telling words of the segment."""
        return stems(self.segment, self.lang)

    @cached_property
    def years(self) -> frozenset[int]:
        """Years named in the segment, or in the sentence where it has one share."""
        text = self.sentence.text if self.alone else self.segment
        return frozenset(filter(None, (year_of(item) for item in numbers(text, self.lang))))


_CROWD = 30  # tables
_DRAWN = 5  # pictures
_TORN = 12  # pieces of drawings
_CLOSED = regex.pattern(r"[.!?:;][\"”“»)]*\s*$")


class Claims:
    """All claims of a document, made once and read by every rule."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.kept: dict[object, Any] = {}  # what several rules read
        self.by_sentence: dict[int, tuple[Claim, ...]] = {}
        for sentence in text.sentences:
            found = tuple(_claims(sentence, text))
            if found:
                self.by_sentence[sentence.order] = found

    @cached_property
    def levels(self) -> tuple[Claim, ...]:
        """All shares that are levels, in order."""
        return tuple(claim for found in self.by_sentence.values() for claim in found)

    @cached_property
    def weights(self) -> dict[str, float]:
        """How telling each stem is in this document."""
        return weights((s.text for s in self.text.sentences), self.text.words)

    def of(self, sentence: Sentence) -> tuple[Claim, ...]:
        """The claims of a sentence."""
        return self.by_sentence.get(sentence.order, ())

    @cached_property
    def crowded(self) -> bool:
        """Whether no claim can be of a list by elimination: there are too many tables, or results that are drawn alone."""
        tables = sum(block.kind is Kind.TABLE for block in self.text.blocks)
        return tables > _CROWD or self.drawn

    @cached_property
    def drawn(self) -> bool:
        """Whether most results stand in pictures, which nobody reads: then prose prints some of them only."""
        kinds = [block.kind for block in self.text.blocks]
        pictures = kinds.count(Kind.CHART)
        return pictures >= _DRAWN and pictures > 2 * kinds.count(Kind.TABLE)

    @cached_property
    def scattered(self) -> bool:
        """Whether much of a text is labels and values of drawings, torn from one another.

        Then nothing says which words a number belongs to, not even the sentence that it stands in.
        """
        kinds = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
        blocks = [block for block in self.text.blocks if block.kind in kinds]
        torn = sum(
            block.kind is Kind.PARAGRAPH
            and any(map(str.isdigit, block.text))
            and not _CLOSED.search(block.text)
            for block in blocks
        )
        return torn > _TORN and torn >= 0.3 * len(blocks)

    @cached_property
    def sizes(self) -> tuple[Size, ...]:
        """All numbers of those who answered that the document states."""
        return sizes(self.text)

    @cached_property
    def survey(self) -> tuple[int, bool]:
        """The number of all who answered, and whether plain percents are surely of them."""
        return survey_size(self.sizes, self.text)

    @cached_property
    def base(self) -> int:
        """How many persons answered, where the document says it once and clearly; else 0."""
        return base_of(self.text) or self.survey[0]

    @cached_property
    def people(self) -> tuple[str, ...]:
        """What those who were asked are called at their number: `640 patients of the clinic`, `all patients, n = 640`."""
        if not self.base:
            return ()
        printed = f"{self.base:,}".replace(",", r"[ ,\u00a0]?")
        word = r"(?!interv|questionn|anket|анкет|интервью)[^\W\d_][\w-]*"
        rule = (
            rf"(?<![\d.,]){printed}\s((?:{word}\s?){{1,4}})|({word}),? \(?[nN] ?= ?{printed}(?!\d)"
        )
        found = regex.findall(rule, self.text.whole)
        return tuple(one for behind, before in found for one in (*behind.split(), before) if one)


def is_change(number: Number, sentence: str, text: Text) -> bool:
    """Whether a percent is the amount of a change: signed, after "by", before "more than"."""
    return _is_change(number, sentence, text.lang)


@lru_cache(maxsize=8_000)
def _is_change(number: Number, sentence: str, lang: str) -> bool:
    words = words_of(lang)
    if number.unit is not Unit.PERCENT or number.sign:
        return number.unit is Unit.POINTS or number.sign != 0
    before, after = sentence[: number.start].rstrip(), sentence[number.end :]
    if words.key == "en" and _PHRASED.search(before):
        return False
    by = regex.search(rf"(?<!\w)(?:{words.by})$", before, regex.IGNORECASE)
    turns = f"{words.rise}|{words.fall}|{_CUT_BY}"
    moved = word_pattern(turns).search(before[-80:]) if by else None
    if by and words.key != "lv" and (moved or _COMPARED.search(before)):
        return True
    if words.key == "lv" and _by_amount(before, words.by):
        return True
    if _GAINED.search(before) and not regex.search(r"\d", before[-30:]):
        return True
    if _noun_of_change(before, after, words) or _MORE.match(after) or _GAP_IS.search(before):
        return True
    bound = (
        r"(?!\w)(?!\s(?!(?:19|20)\d\d)\d)"  # `7 % more than 30 minutes`: who had to wait so long
    )
    return bool(regex.match(rf"\s?(?:{words.more_than}){bound}", after, regex.IGNORECASE))


_COMPARED = regex.pattern(  # "меньше на 11 %"; in Latvian the like is a level
    r"(?<!\w)(?:больше|меньше|выше|ниже|higher|lower|fewer|greater|smaller)(?: почти| примерно| about| some)? (?:на|by)$"
    r"|(?<!\w)(?:выше|ниже)(?: [а-яё]+){1,4} на$",
    regex.IGNORECASE,
)
_GAINED = regex.pattern(  # a verb that takes the amount itself: `прибавила 8 %`, `plus 8 %`
    r"(?<!\w)(?:прибави\w+|потеря\w+|плюс|минус|plus|minus|gained|lost|put on|shed|pluss|mīnuss|pieaudzēj\w+|zaudēj\w+)$",
    regex.IGNORECASE,
)
_GAP_IS = regex.any_case(  # `the difference between men (51 %) and women (68 %) is 17 %`
    r"(?<!\w)(?:difference|gap|starpība|atšķirība|разница|разрыв)(?:(?! kas | which | that | kura | котор)[^.;:]){0,90}\d[^.;:]{0,30}\s(?:is|was|amounts? to|ir|bija|sasniedz|veido|составляет|составил[аи]?|равн\w+)$"
)
_CUT_BY = (  # what somebody else does to a quantity
    r"cut|slash\w*|trim\w*|reduc\w+|lower(?:ed|ing)|raised|raising|boost\w*|expand\w*|extend\w*"
    r"|сокра\w+|урез\w+|повы\w+|пониз\w+|пониж\w+|увелич\w+"
)
_MORE = regex.pattern(
    r"\s?(?:more|less|fewer|higher|lower|vairāk|mazāk|augstāks?|zemāks?|больше|меньше|выше|ниже)(?=[.,;:)]|$)"
    r"|\s?(?:ahead|behind|apart|in front|priekšā|впереди)(?!\w)"
    r"|\s(?:more|less) (?:common|likely|often|frequent|frequently|popular|widespread)(?!\w)|\s(?:чаще|реже)(?!\w| всего| других)",
    regex.IGNORECASE,
)
_IS = r"of|by|ir|bija|is|was|equals|amounts to|comes to|veido|sasniedz|равен|равна|равно|равняется|достигает|составил\w*|составля\w+|[:–—-]"
_ABOUT = (
    r"about|around|nearly|almost|only|just|some|gandrīz|aptuveni|tikai|apmēram|около|почти|всего"
)


_PHRASED = regex.pattern(  # `brought up by 47 %`: who did it, and no change
    r"(?<!\w)(?:brought|picked|taken|set|put|given|backed|called|made|turned|held|let|handed|marked|written|noted|named|mentioned|chosen|cited) (?:up |down )?by$",
    regex.IGNORECASE,
)
_UP = r"(?<!\w)(?<!make )(?<!makes )(?<!made )(?<!making )(?<!add )(?<!adds )(?<!signed )(?:up|down)(?: by)?$"


_APART = (  # the gap between two groups is no level of either
    r"(?<!\w)(?:gap|difference|lead|distance|margin|starpība|atšķirība|plaisa|pārsvars|разрыв|разница|отрыв|расхождение|различие)"
    r"(?:(?: (?:between|of|among|in|starp|между|в|у)[^.;:%\d]{3,60})?(?: (?:is|was|of|in|par|в|amounts to|comes to|stands at|ir|bija|veido|sasniedz|составля\w+|составил\w*|равен|равна|достиг\w*))"
    r"|(?: (?:between|among|starp|между)[^.;:%\d]{3,60})\s?[–—-])$"
)


_DISTANCE = (  # that one group stands so far from another
    r"ahead|behind|trail\w*|exceed\w*|outstrip\w*|surpass\w*|differ\w*|lead\w*|lag\w*|apsteidz\w*|atpaliek|pārspēj|pārsniedz|atšķir\w*"
    r"|опережа\w*|обгоня\w*|отста\w+|превыша\w*|превосход\w*|отлича\w*|уступа\w*"
)


def _is_distance(before: str, by: str) -> bool:
    """`ahead of the others by`: what follows is no level."""
    if not regex.search(rf"(?<!\w)(?:{by})$", before, regex.IGNORECASE):
        return False
    return word_pattern(_DISTANCE).search(before[-90:]) is not None


def _noun_of_change(before: str, after: str, words: Language) -> bool:
    """`a rise of 7 %`, `kritums ir 5 %`, `a 5 % drop`, `up 7 %`: the amount of a change."""
    if regex.search(
        rf"(?<!\w)(?:{words.change})(?: (?:{_IS}))?(?: (?:{_ABOUT}))?$", before, regex.IGNORECASE
    ):
        return True
    if regex.search(_APART, before, regex.IGNORECASE) or _is_distance(before, words.by):
        return True
    if words.key == "en" and regex.search(_UP, before, regex.IGNORECASE):
        return True
    follows = regex.match(
        rf"\s(?:{words.change})(?!\w)(?P<from> (?:no|from|с)\b)?", after, regex.IGNORECASE
    )
    if follows is None:
        return False
    return follows["from"] is None or (words.key == "en" and before.endswith((" a", " an")))


def _by_amount(before: str, by: str) -> bool:
    """Latvian `par 5 %` is an amount, but `mazāk par 5 %` is a level."""
    if not regex.search(rf"(?<!\w)(?:{by})$", before, regex.IGNORECASE):
        return False
    return not regex.search(
        r"(?:mazāk|vairāk|lielāk\w*|augstāk\w*|zemāk\w*) par$", before, regex.IGNORECASE
    )


def _claims(sentence: Sentence, text: Text) -> Iterator[Claim]:
    shares = [
        item
        for item in numbers(sentence.text, text.lang)
        if item.unit is Unit.PERCENT
        and not item.ranged
        and item.value <= 100
        and not is_change(item, sentence.text, text)
        and not _margin(sentence.text, item)
    ]
    for first, last in _axes(sentence.text) if len(shares) > _TICKS else ():
        shares = [item for item in shares if not first <= item.start < last]
    edges = [0, *_cuts(sentence.text, shares), len(sentence.text)]
    for item, start, end in zip(shares, edges, edges[1:], strict=False):
        yield Claim(sentence, item, start, end, len(shares) == 1, text.lang)


_TICKS = 3
_AXIS = regex.pattern(r"(?<![\d.,])0\s?%(?:\s+\d{1,3}\s?%){3,}")


def _axes(words: str) -> Iterator[tuple[int, int]]:
    """Where the axis of a chart stands in the text of a PDF: `0% 5% 10% 15% 20%`."""
    for match in _AXIS.finditer(words):
        ticks = [int(found) for found in regex.findall(r"\d+", match.group(0))]
        if len({after - before for before, after in itertools.pairwise(ticks)}) == 1:
            yield match.span()


def _margin(text: str, item: Number) -> bool:
    """Whether the number is a margin of error, a level of confidence or a bound, no share."""
    before, after = text[: item.start].rstrip(), text[item.end : item.end + 30]
    if item.value == 100 and regex.search(_SUMS, before[-40:], regex.IGNORECASE):
        return True  # "the sum is not 100 %"
    if regex.search(r"(?:±|\+/-|>|<|≥|≤)$", before) or _is_certainty(item, before):
        return True
    return bool(
        regex.match(
            r"\s?-?(?:н\w{1,3}\s)?(?:confidence|interval|intervāl|ticamīb|доверит|интервал|CI\b)",
            after,
            regex.IGNORECASE,
        )
    )


_CERTAIN = r"(?<!\w)(?:ticam\w+|varbūtīb\w+|confiden\w+|probabilit\w+|certain\w+|довер\w+|вероятност\w+)[^.;%\d]{0,20}$"


def _is_certainty(item: Number, before: str) -> bool:
    """Whether a percent is how sure a sampling error is: `probability 95 %`, `±3 points (95 %)`."""
    if not 90 <= item.value < 100:
        return False
    if regex.search(_CERTAIN, before[-40:], regex.IGNORECASE):
        return True
    near = regex.split(r"(?<=[^\d])[.;]\s", before[-120:])[-1]
    return (
        before.endswith(("(", ",", " at", " at the", " при", " pie"))
        and ERROR.search(near) is not None
    )


_NEAR_CERTAIN = regex.pattern(
    r"(?<!\w)(?:level|confiden\w+|margin|error|ticam\w+|kļūd\w+|погрешност\w*|ошибк\w+|довер\w+|вероятност\w+)",
    regex.IGNORECASE,
)


def is_confidence(claim: Claim) -> bool:
    """Whether a share may be how sure a sampling error is, by its whole sentence: `at the 95 % level`."""
    return 90 <= claim.number.value < 100 and bool(_NEAR_CERTAIN.search(claim.sentence.text))


_SUMS = r"(?<!\w)(?:summ\w+|sums?|adds?|add up|exceeds?|totals?|pārsniedz|сумм\w+|превыша\w+)(?!\w)"
_CUT = regex.pattern(
    r"[;,]\s(?!(?:то есть|т\.\s?е\.|или|это|jeb|tas ir|t\.\s?i\.|proti|or|that is|i\.e\.|which (?:is|was|makes))(?!\w))|\s(?:(?:un|and|и)(?! (?:over|older|above|more|vec|vair|старше|более|ir|bija|tagad|is|was|now|are|were|stands|stood|составл|равн|достиг|теперь)\w*)|bet|but|а|savukārt|while|whereas|kamēr|тогда как|vai|or)\s|(?<!\d)\.\s"
)


def _cuts(text: str, shares: list[Number]) -> list[int]:
    """Where the part about one share ends and that about the next begins."""
    found = []
    for one, other in itertools.pairwise(shares):
        between = text[one.end : other.start]
        close = regex.match(r"[^()]{0,60}\)", between)
        opens = between.rfind("(")
        if opens >= 0 and ")" in between[opens:]:
            opens = -1  # a bracket without a share belongs to what stands before it
        if close and regex.match(r"[,;]|\s(?:un|and|и|bet|but|а)\s|\s?$", between[close.end() :]):
            found.append(one.end + close.end())  # "A (48 %), B (36 %)"
            continue
        if opens >= 0 and _parts_in_brackets(text, one, one.end + opens):
            found.append(one.end + opens)  # "64 % are satisfied (23 % very, 41 % rather)"
            continue
        places = [match.start() for match in _CUT.finditer(between)]
        places = [at for at in places if not _joins_two(between, at)] or places
        places = _before_told(between, places)
        places = [place for place in places if between[place] == ";"] or places
        inner = [place for place in places if opens < 0 or place < opens]
        inner = [place for place in inner if between[place] == ";"] or inner
        last = len(between) if opens < 0 else opens
        place = (inner or places or [last])[-1 if opens < 0 else 0]
        found.append(one.end + place)
    return found


_OF_WHOM = 3  # words behind a share that say whose it is
_WHICH = regex.pattern(  # `reminders, which 51 %`: the words before the comma are what is told
    r",\s(?:ko|kas|kur(?:u|us|as|š|a|i|iem|ām|am|ai)|which|whom|who|that|что|кого|котор\w+)\s(?:[^\s,;()]+\s){0,5}$",
    regex.IGNORECASE,
)


def _before_told(between: str, places: list[int]) -> list[int]:
    """Cuts but those in brackets, and those that part an answer from its `, which 51 % named`."""
    closed = [match.span() for match in regex.finditer(r"\([^()]*\)", between)]
    told = _WHICH.search(between)
    last = told.start() if told else len(between)
    kept = [at for at in places if not any(begin < at < end for begin, end in closed)] or places
    kept = [at for at in kept if at < last] or kept
    if told and kept and len(between[: kept[0]].split()) <= _OF_WHOM:
        return kept[:1]  # "11 % of clients, rent, bills and fuel, which 9 % named"
    return kept


_AS_WELL = regex.pattern(r",\s(?:gan|kā arī|и|так и)\s")
_FIRST = regex.pattern(r"(?<!\w)(?:gan|и|как)\s[^,;]*$")


def _joins_two(between: str, at: int) -> bool:
    """Whether a comma stands within `gan vienu, gan otru`, and parts nothing."""
    return bool(_AS_WELL.match(between, at) and _FIRST.search(between[:at]))


def _parts_in_brackets(text: str, whole: Number, opened: int) -> bool:
    """Whether a bracket holds two shares or more: what the share before it is made of."""
    inside = regex.match(r"\([^()]*", text[opened:])
    found = regex.findall(r"(\d+(?:[.,]\d+)?)\s?%", inside.group(0)) if inside else []
    parts = [float(item.replace(",", ".")) for item in found]
    return len(parts) > 1 and abs(sum(parts) - whole.value) <= 1


def bracketed(own: Sequence[Claim]) -> bool:
    """Whether a bracket holds several of the shares, but not all: `(90 % yes, 6 % no), 52 % surely yes`."""
    words = own[0].sentence.text
    spans = [match.span() for match in regex.finditer(r"\([^()]*\)", words)]
    held = (sum(begin < claim.number.start < end for claim in own) for begin, end in spans)
    return any(1 < count < len(own) for count in held)
