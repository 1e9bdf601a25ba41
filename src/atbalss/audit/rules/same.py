"""One share told twice in words of its own: in a title, a caption, a summary, prose, a row of a table."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding
from atbalss.audit.how_often import how_often
from atbalss.audit.rules.retold import sections_again
from atbalss.audit.rules.told_shares import Told, told_shares
from atbalss.audit.rules.two_values import bounds, is_weighed, of_degree, of_other_persons
from atbalss.audit.stems import stems
from atbalss.audit.strays import named_apart
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.vague import is_drawn, is_formula
from atbalss.audit.waves import apart


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Pairs of places that surely tell one share, with two values."""
    told = [item for item in told_shares(text, claims) if not _is_row(item, text)]
    told = _telling([one for one in told if not (one.claim and is_formula(one.claim, claims))])
    again = sections_again(text)
    done = {id(claim) for claim in claims.kept.get("told-twice", ())}
    for one, other in itertools.combinations(told, 2):
        if not one.named & other.named:
            continue
        if one.spot.block == other.spot.block or not _differ(one, other):
            continue
        if one.claim is None and other.claim is None:
            continue  # two tables are of two questions
        if _siblings(one, other) or _of_others(one, other, claims):
            continue
        if _says_so(one) or _says_so(other) or _one_question(one, other, claims):
            continue
        if (_is_rest(one, text) and _is_rest(other, text)) or _of_two_lists(one, other, claims):
            continue
        if _is_unsure(one, text) != _is_unsure(other, text) or _places(one, text) != _places(
            other, text
        ):
            continue
        if _asked(one, text) and _asked(other, text) and _asked(one, text) != _asked(other, text):
            continue
        if {id(one.claim), id(other.claim)} & done or one.signs != other.signs:
            continue
        if not (_same(one, other) or _only(one, other, told, again)):
            continue
        if _supported(one, other, told) or _made_of(one, other, claims):
            continue
        if _is_sum(one, other, told):
            continue
        first, second = sorted((one, other), key=lambda item: item.spot.line)
        kept = [item.claim for item in (one, other) if item.claim is not None]
        claims.kept.setdefault("told-twice", []).extend(kept)
        done |= {id(claim) for claim in kept}
        yield finding(
            text, "two-values", first.spot, (second.spot,), line=second.spot.line,
            value=first.number.shown,
            other=second.number.shown,
        )  # fmt: skip


_OTHERWISE = regex.any_case(
    r"\W*(?:(?:the|under|field|option|answer|atbild\w+|variant\w+|ответ\w*|вариант\w*)\s)*[“”\"«„']?(?:other|cits|cita|другое|иное)[“”\"»']?(?!\w)"
)


def _asked(told: Told, text: Text) -> str:
    """The question that stands right before what is told of the answers to it; empty where none does."""
    before = text.blocks[told.spot.block - 1].text if told.spot.block else ""
    return before if "?" in before else ""


def _is_row(told: Told, text: Text) -> bool:
    """Whether a share is a row of a chart in a PDF, or of those who answered something other."""
    if told.claim is None:
        return False
    sentence = told.claim.sentence
    bare = sentence.text.strip()
    if _OTHERWISE.match(told.claim.segment.strip(" ,")) or _OTHERWISE.match(bare):
        return True
    plain = regex.sub(r"\d[\d.,]*\s?%?", "", bare)
    return is_drawn(told.claim) and not (_TELLS.search(plain) and len(bare) < _LONG)


_LONG = 70
_TELLS = regex.pattern(
    r"(?<!\w)(?:is|are|was|were|has|have|had|said|say|says|ir|bija|nav|saka|teica|говорят|считают)(?!\w)|[,;:]"
)


def _telling(told: Sequence[Told]) -> list[Told]:
    """The shares without the words that many of them have, and that so name none."""
    values: dict[str, set[float]] = {}
    for item in told:
        for word in item.named:
            values.setdefault(word, set()).add(item.number.value)
    many = _MANY if len(told) > _SHORT else 2 * _MANY
    vague = {word for word, found in values.items() if len(found) >= many}
    kept = (replace(item, named=item.named - vague, asked=item.asked - vague) for item in told)
    return [item for item in kept if item.named]


_MANY = 4  # values
_SHORT = 15  # shares of a short report: there a word of several may still be telling


def _siblings(one: Told, other: Told) -> bool:
    """Whether two shares are items of one list."""
    found = [item.claim.sentence for item in (one, other) if item.claim is not None]
    items = all(
        sentence.kind is Kind.ITEM or regex.match(r"\d{1,2}[.)]\s", sentence.text)
        for sentence in found
    )
    return len(found) == 2 and items and found[0].section == found[1].section


_SO = regex.any_case(  # `On the other hand, 30 % do so weekly`: what they do stands before
    r"(?<!\w)(?:do(?:es)? (?:so|this|that)|doing so|did so|on the other hand|tā (?:dara|rīkojas)|to dara|так (?:поступа\w+|делают)|это делают)(?!\w)"
)
_MOST = regex.any_case(  # `would benefit most from it` is chosen of those who would benefit
    r"(?<!\w)(?:benefit|help|matter|want|need|like|prefer|use|value)\w* (?:\w+ )?(?:the )?most(?!\w)|(?<!\w)(?:visvairāk|vislabāk|больше всего|лучше всего)(?!\w)"
)


def _says_so(told: Told) -> bool:
    """Whether a share is of what the sentence before has named."""
    return told.claim is not None and _SO.search(told.claim.segment) is not None


def _one_question(one: Told, other: Told, claims: Claims) -> bool:
    """Whether two shares are answers to one question: with those between them they make 100 %."""
    if one.claim is None or other.claim is None:
        return False
    if bool(_MOST.search(one.claim.segment)) != bool(_MOST.search(other.claim.segment)):
        return True
    first, last = sorted((one.claim, other.claim), key=lambda c: (c.sentence.order, c.start))
    if first.sentence.section != last.sentence.section:
        return False
    levels = claims.levels
    run = levels[levels.index(first) : levels.index(last) + 1]
    total = sum(claim.number.value for claim in run)
    return 2 < len(run) < 8 and abs(total - 100) <= sum(c.number.step for c in run) / 2 + 1e-9


def _of_others(one: Told, other: Told, claims: Claims) -> bool:
    if one.claim is None or other.claim is None:
        return False
    if bounds(one.claim) != bounds(other.claim):
        return True  # how many waited over an hour is not how many waited less
    if of_other_persons(one.claim, other.claim, claims):
        return True
    often = [how_often(item.segment, claims.text.lang) for item in (one.claim, other.claim)]
    if all(often) and len({(item.kind, item.least) for item in often if item}) > 1:
        return True  # twice a day is not once a day
    if is_weighed(one.claim, claims.text) != is_weighed(other.claim, claims.text):
        return True
    if of_degree(one.claim) or of_degree(other.claim):
        return True
    if _of_two_things(one.claim, other.claim, claims):
        return True
    if one.loud or other.loud:
        return False
    return apart(one.claim, other.claim, claims)


_IT = regex.any_case(
    r"(?<!\w)(?:to|tos|tās|tam|tai|viņus|it|them|this|these|его|её|ее|их|ему|ей|им)(?!\w)"
)


def _of_two_things(one: Claim, other: Claim, claims: Claims) -> bool:
    """Whether `… rate it as fair` tells of what each sentence names at its beginning, and it names two."""
    if not all(claim.start and _IT.search(claim.segment) for claim in (one, other)):
        return False
    lang = claims.text.lang
    first, second = (
        set(stems(claim.sentence.text[: claims.of(claim.sentence)[0].end], lang))
        for claim in (one, other)
    )
    return bool(first - second) and bool(second - first)


_ANSWERS = 5  # shares of one sentence that are the answers to a question


def _of_two_lists(one: Told, other: Told, claims: Claims) -> bool:
    """Whether two shares stand in the answers to the questions of two sections."""
    found = [item.claim.sentence for item in (one, other) if item.claim is not None]
    if len(found) == 1:
        row = one if one.claim is None else other
        rows = claims.text.blocks[row.spot.block].rows
        if rows and named_apart(found[0].text, " ".join(rows[0]), claims.text):
            return True
        apart = claims.text.sections[row.spot.block] != found[0].section
        line = _is_line(found[0], claims) or _is_asked_apart(found[0], claims)
        return len(rows) >= _ANSWERS and apart and line
    listed = all(
        len(claims.of(sentence)) >= _ANSWERS or _is_line(sentence, claims) for sentence in found
    )
    return len(found) == 2 and listed and found[0].section != found[1].section


def _is_line(sentence: Sentence, claims: Claims) -> bool:
    """Whether a sentence is a line of a list of answers: `Slowly: 20 %`, four or more in its section."""
    if not _LINE.search(sentence.text):
        return False
    near = claims.text.sentences[max(0, sentence.order - 8) : sentence.order + 9]
    lines = [one for one in near if one.section == sentence.section and _LINE.search(one.text)]
    return len(lines) >= _ANSWERS - 1


def _is_asked_apart(sentence: Sentence, claims: Claims) -> bool:
    """Whether a sentence is a line of an answer, and its section puts a question of its own."""
    pairs = zip(claims.text.blocks, claims.text.sections, strict=True)
    own = [block.text for block, section in pairs if section == sentence.section]
    return _LINE.search(sentence.text) is not None and any("?" in words for words in own)


_LINE = regex.pattern(
    r"^[^%]{2,120}(?:(?::|\s[–—-]|\|)\s?\d[\d.,]*\s?%|\(\d[\d.,]*\s?%\)[.;]?)\s*$"
)


def _is_rest(told: Told, text: Text) -> bool:
    """Whether a share is of those who gave no answer: every question has some."""
    if told.claim is None:
        return False
    rest = word_pattern(text.words.other)
    words = regex.findall(r"\w+", rest.sub(" ", told.claim.segment).lower())
    named = any(word.startswith(item) for item in told.named for word in words)
    return not named and rest.search(told.claim.segment) is not None


_UNSURE = {  # who could not answer, with what they could not tell
    "lv": r"grūti (?:\w+ )?(?:pateikt|atbildēt|novērtēt|vērtēt|spriest|izlemt|minēt|nosaukt)|grūtības (?:atbildēt|novērtēt|paust)|nevar\w* (?:\w+ )?(?:pateikt|atbildēt|novērtēt|izlemt|spriest)|(?:nespēj|nevarēj|nemācēj)\w* (?:\w+ )?(?:atbildēt|sniegt|pateikt|novērtēt|izlemt)|nav (?:\w+ )?viedokļa|bez (?:\w+ )?viedokļa|viedokli nepauda|neatbildēja",
    "en": r"(?:hard|difficult) to (?:say|tell|judge|rate|assess|answer|decide)|(?:cannot|can't|could not|couldn't|unable to) (?:say|tell|judge|rate|assess|answer|decide)|(?:undecided|unsure|not sure) (?:whether|if|about|how)|(?:have|had|with) no (?:opinion|view)",
    "ru": r"затрудн\w+|(?:трудно|сложно) (?:\w+ )?(?:сказать|ответить|оценить|судить|решить)|не (?:смог|мог)\w* (?:\w+ )?(?:ответить|оценить|сказать|решить|определиться)|не определил\w*|(?:нет|без|не имеют) (?:\w+ )?мнения",
}


def _is_unsure(told: Told, text: Text) -> bool:
    """Whether a share is of those who could not tell what is named: not of those who told it."""
    if told.claim is None:
        return False
    return word_pattern(_UNSURE[text.lang]).search(told.claim.segment) is not None


_PLACE = regex.pattern(  # `in Ogre`, `Ogrē`, `в Огре`
    r"(?<!\w)(?:[Ii]n |[Вв]о? |[Нн]а )(?:the )?([A-ZА-ЯЁ][\w-]{3,})|(?<=[\w,:;–] )([A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{2,}(?:ā|ē|ī))(?!\w)"
)


def _places(told: Told, text: Text) -> set[str]:
    """The places that the part about a share names, by their first letters."""
    if told.claim is None:
        return set()
    found = _PLACE.findall(told.claim.segment)
    month = word_pattern(text.words.months)
    return {(one or other)[:4] for one, other in found if not month.match(one or other)}


def _differ(one: Told, other: Told) -> bool:
    step = max(one.number.step, other.number.step) + max(one.slack, other.slack)
    return abs(one.number.value - other.number.value) > step + 1e-9


def _spare(one: Told, other: Told) -> int:
    """How many words name either share and are not said of the other, at most of the two."""
    return max(len(one.named - other.all), len(other.named - one.all))


def _same(one: Told, other: Told) -> bool:
    """Whether two shares are surely of one answer: what names either is said of both."""
    core = one.named & other.named
    if len(core) >= 3 and _spare(one, other) <= 1:
        return True
    if one.named == other.named and len(core) >= 2:
        return True
    if bool(core) and not _spare(one, other) and len(one.all & other.all) >= 3:
        return True
    return len(core) >= _NAMED and _word_for_word(one, other) >= _RUN


_NAMED, _RUN = 4, 6  # words that name an answer; words in a row that only a retelling has


def _word_for_word(one: Told, other: Told) -> int:
    """How many words in a row two tellings share, where neither names a thing of its own beside them."""
    if one.claim is None or other.claim is None or max(map(len, _apart(one, other))) > 3:
        return 0
    mine, theirs = (
        regex.findall(r"[^\W\d_]+", t.claim.segment.lower()) for t in (one, other) if t.claim
    )
    best = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    return best.size


def _apart(one: Told, other: Told) -> tuple[frozenset[str], frozenset[str]]:
    return one.named - other.named, other.named - one.named


def _only(one: Told, other: Told, told: Sequence[Told], again: frozenset[int]) -> bool:
    """Whether a title, caption or summary tells what only one place of the body may be."""
    core = one.named & other.named
    if len(core) < 2 or _spare(one, other) > 1:
        return False
    if _bounded(one) != _bounded(other):
        return False  # how many waited over an hour is not how many came
    if not any(item.loud or item.spot.block in again for item in (one, other)):
        return False
    return not any(
        len(item.named & own.named) >= 2 and item.signs == own.signs
        for own in (one, other)
        for item in told
        if item is not one and item is not other and _differ(item, one) and _differ(item, other)
    )


_BOUND = regex.any_case(
    r"(?<!\w)(?:(?:ilgāk|vairāk|mazāk|īsāk|senāk|biežāk|retāk) (?:par|nekā|kā)|(?:longer|more|less|fewer|older|shorter|later) than|дольше|более|менее|не (?:более|менее))(?!\w)"
)


def _bounded(told: Told) -> bool:
    """Whether a share is of those over or under some amount: `waited longer than four hours`."""
    return told.claim is not None and _BOUND.search(told.claim.segment) is not None


def _supported(one: Told, other: Told, told: Sequence[Told]) -> bool:
    """Whether both values are told elsewhere as well, and so may be of two things."""
    return all(item.claim is None or _again(item, told) for item in (one, other)) or any(
        item is not own
        and not _differ(item, own)
        and item.signs == own.signs
        and len(item.named & own.named) >= len(one.named & other.named)
        and item.claim is None
        for own in (one, other)
        if own.claim is not None
        for item in told
    )


def _made_of(one: Told, other: Told, claims: Claims) -> bool:
    """Whether the sentence of either has the other's value too, or shares that make it together."""
    for own, rest in ((one, other), (other, one)):
        if own.claim is None:
            continue
        mine = own.number.value
        values = [claim.number.value for claim in claims.of(own.claim.sentence)]
        if any(abs(value - rest.number.value) <= rest.number.step / 2 + 1e-9 for value in values):
            return True
        others = [value for value in values if value != mine]
        for many in (2, 3):
            for some in itertools.combinations(others, many - 1):
                if abs(mine + sum(some) - rest.number.value) <= many * rest.number.step / 2 + 1e-9:
                    return True
    return False


def _is_sum(own: Told, row: Told, told: Sequence[Told]) -> bool:
    """Whether a sentence names two or three rows of a table, and its share is theirs together."""
    if own.claim is None or row.claim is not None:
        return False
    named = [
        item.number.value
        for item in told
        if item.claim is None and item.spot.block == row.spot.block and item.named <= own.all
    ]
    return len(named) <= _ANSWERS and any(
        abs(sum(some) - own.number.value) <= many / 2 + 1e-9
        for many in (2, 3)
        for some in itertools.combinations(named, many)
    )


def _again(own: Told, told: Sequence[Told]) -> bool:
    """Whether another place gives the value of something that has half of the words."""
    return any(
        item is not own
        and item.signs == own.signs
        and not _differ(item, own)
        and len(item.all & own.named) * 2 >= len(own.named)
        for item in told
    )
