"""A share that the body gives, told again in the summary or the conclusions with another value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, row_spot, spot_of
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.rules.apart import is_old
from atbalss.audit.rules.two_values import bounds, sides, sizes
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, kept_of_words, word_pattern
from atbalss.audit.waves import current_column, last_year, share_in

_AGAIN = (
    r"conclu\w+|summary|summing up|in (?:brief|short)|key (?:points|findings|figures|facts)|main (?:points|findings)|highlights|at a glance|what (?:happens )?next|what follows(?: from (?:this|it|that))?|next steps"
    r"|what (?:this|it) means|recommendations?|outlook|headlines?|to sum up|closing\w*|final (?:remarks|words)|takeaways?|implications"
    r"|secinā\w+|nobeigum\w*|kopsavilkum\w*|galvenais|īsumā|īsi|svarīgākais|ieteikum\w*|noslēgum\w*|(?:ko|kas) (?:no tā|tas|darīt)\b.*|turpmāk\w*|tālāk\w*|priekšlikum\w*"
    r"|вывод\w*|главное|итог\w*|коротко|кратко|вкратце|резюме|заключени\w*|рекомендаци\w*|предложени\w*|что (?:предлагаем|дальше|это значит|из этого следует)|дальнейш\w+|основное"
)
NARROW = (
    r"starp|vidū|among(?:st)?|среди|of (?:those|these|them|whom)|no (?:tiem|šiem|viņiem|tām)|из (?:них|тех|этих)"
    r"|women|men|aged|sievie[tš]\w+|vīrie[tš]\w+|zēn\w+|meite[nņ]\w+|boys|girls|vecum\w+|gadīg\w+|женщин\w*|мужчин\w*|возраст\w*|лет|pensionār\w*|пенсионер\w*|pensioners?|youth|jaunie[tš]\w*|молод\w+|мальчик\w*|девоч\w*"
    r"|rīgā|rīgas|pierīgā|kurzemē|vidzemē|latgalē|zemgalē|reģion\w+|regions?|capital|province"
    r"|rural|urban|laukos|pilsētās|village\w*|сел[еах]+|город\w+"
)
_MILD = regex.pattern(r"(?:tikai|vien|only|solely|лишь|только|vai|or|или|both|gan|most|pa[tš]\w*)")
_NO = regex.any_case(r"(?:^|[\s„“«\"‘'])(?:no|nē|нет)[”“»\"’',]*(?=[\s,:–—-]|$)")
_FROM = regex.any_case(r"(?<!\w)(?:from|against|than|no|pret|nekā|с|со|от|против|чем)\s\(?$")
_ANSWER = regex.any_case(
    r"(?<!\w)(?:yes|jā|да|no|nē|нет)(?=[”“»\"’]|,? (?:teica|said|ответил|answered|atbildēja|—|–|-)|:|\s\d|\s\([nN]\s?=|[.;]|$)"
)
_LOUD = (
    r"uses?|using|users?|used|have|has|lieto\w*|izmanto\w*|польз\w+|использ\w+|per cent|you|your|jūs\w*|вы|ваш\w*|вас|вам"
    r"|vairs|neko|nemaz|any ?more|at all|anything|вообще|ничего|уж"
    r"|already|still|now|today|currently|case|room|cent|jau|joprojām|tagad|pašlaik|šobrīd|уже|сейчас|сегодня|теперь"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A share of the body: the stems that name it, what is asked, its place."""

    named: frozenset[str]
    context: frozenset[str]
    number: Number
    spot: Spot
    signs: tuple[int, frozenset[str]]
    claim: Claim | None
    asked: bool = False  # named by the question that it says yes or no to


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of a summary or of conclusions that differ from what the body gives for the answer."""
    again = sections_again(text)
    if not again:
        return
    own = [c for c in claims.levels if c.sentence.block in again and _plain(c, text)]
    if not own:
        return
    body = list(_body(text, claims, again))
    told = {(c.sentence.order, c.number.start) for c in claims.kept.get("told-twice", ())}
    for claim in own:
        if (claim.sentence.order, claim.number.start) in told:
            continue
        fit = _same(claim, body, text) or _earlier_again(claim, own, text)
        if fit is not None and not _says_both(claim, fit, claims):
            claims.kept.setdefault("told-twice", []).append(claim)
            yield finding(
                text, "two-values", spot_of(text, claim), (fit.spot,), line=fit.spot.line,
                value=claim.number.shown, other=fit.number.shown,
            )  # fmt: skip


def sections_again(text: Text) -> frozenset[int]:
    """Blocks of the summary and of the conclusions: under such a heading, or opened by such a word."""
    if "again" not in text.kept:
        text.kept["again"] = frozenset(_sections_again(text))
    known: frozenset[int] = text.kept["again"]
    return known


def _sections_again(text: Text) -> set[int]:
    found: set[int] = set()
    pattern = word_pattern(_AGAIN)
    inside = False
    headed = sum(block.kind is Kind.HEADING for block in text.blocks)
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.HEADING and not index and headed == 1:
            continue  # the title of all there is
        if block.kind is Kind.HEADING:
            inside = len(block.text) < 70 and pattern.search(block.text) is not None
        elif inside or pattern.fullmatch(regex.split(r"[.:]", block.text[:40])[0].strip()):
            found.add(index)
    return found


def _plain(claim: Claim, text: Text) -> bool:
    """Whether a share is of all who answered in the present wave."""
    if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return False
    before = claim.sentence.text[: claim.number.start]
    if is_old(claim, last_year(text), text) or _FROM.search(before):
        return False
    narrow = rf"{NARROW}|{text.words.last_wave}"
    words = claim.sentence.text if claim.alone else claim.segment
    behind = _BEHIND.search(words, claim.number.end - (0 if claim.alone else claim.start))
    words = words[: behind.start()] if behind else words
    return not word_pattern(narrow).search(words)


_BEHIND = regex.any_case(  # what is to be done, and for whom: `73 % …, effort should go to those aged …`
    r",\s[^,;]{0,40}(?<!\w)(?:should|must|needs? to|jā\w{3,}|vajadz\w+|нужно|следует|необходимо|должн\w+)(?!\w)"
)
_COUNTED = regex.pattern(r"\([^()]*\d[^()]*\)")


@kept_of_words
def named_by(words: str, text: Text) -> frozenset[str]:
    """The stems that name an answer: without people, shares, and words of use."""
    drop = rf"{text.words.people}|{text.words.share}|{_LOUD}"
    bare = word_pattern(drop).sub(" ", _COUNTED.sub(" ", words) if "(" in words else words)
    return frozenset(stems(bare, text.lang))


def signs_of(words: str, text: Text) -> tuple[int, frozenset[str]]:
    """Negations (odd or even) and words of degree that must be equal in two names of one answer."""
    denied, degrees = sides(words, text)
    denied += len(_NO.findall(words)) if text.lang == "lv" else 0
    return denied % 2, frozenset(word for word in degrees if not _MILD.fullmatch(word))


def question_of(sentence: Sentence, text: Text) -> str:
    """The question that a share answers: in its own sentence or in the nearest one before."""
    for back in range(4):
        order = sentence.order - back
        if order < 0 or text.sentences[order].block != sentence.block:
            return ""
        asked = regex.findall(r"[„“«\"]([^„“«»”\"]{8,200}\?)", text.sentences[order].text)
        if asked:
            return str(asked[-1])
        if text.sentences[order].text.rstrip(' ”“»")').endswith("?"):
            return text.sentences[order].text
    return ""


def _body(text: Text, claims: Claims, again: frozenset[int]) -> Iterator[Told]:
    for claim in claims.levels:
        if claim.sentence.block in again or not _plain(claim, text):
            continue
        where = spot_of(text, claim)
        named, asked = named_by(claim.segment, text), question_of(claim.sentence, text)
        title = frozenset(stems(text.titles.get(claim.sentence.section, ""), text.lang))
        context = named_by(asked, text) | named_by(claim.sentence.text, text) | title
        signs = signs_of(claim.segment, text)
        answer = _ANSWER.search(claim.segment)
        if answer is not None and asked:
            no = answer.group(0).lower() in ("no", "nē", "нет")
            denied, degrees = signs_of(asked, text)
            signs = ((int(no) + denied) % 2, degrees)
            named = named_by(asked, text)
        if named:
            answered = answer is not None and bool(asked)
            yield Told(named, context, claim.number, where, signs, claim, answered)
    for index, block in enumerate(text.blocks):
        column = current_column(block) if block.kind is Kind.TABLE else None
        if column is None or len(block.rows) < 3 or index in again:
            continue
        near = " ".join(b.text for b in text.blocks[max(0, index - 2) : index])
        heading = text.titles.get(text.sections[index], "")
        context = frozenset(stems(f"{near} {heading} {' '.join(block.rows[0])}", text.lang))
        for place in range(1, len(block.rows)):
            number = share_in(block, place, column, text)
            label = block.rows[place][0]
            named = frozenset(stems(label, text.lang))
            if named and word_pattern(text.words.scale).fullmatch(label.strip().split(" ")[-1]):
                continue  # "good or very good" is a net of such answers
            if _ANSWER.fullmatch(label.strip(" .")):
                continue  # a yes is of its question alone
            if number is None or not named or word_pattern(text.words.total).match(label.strip()):
                continue
            where = row_spot(block, index, place)
            yield Told(named, context | named, number, where, signs_of(label, text), None)


_PIECE = regex.pattern(r"[,;:]\s|\s[–—]\s|\s(?:and|but|un|bet|и|а|но)\s")
_OF_IT = regex.pattern(
    r"(?<!\w)(?:(?:ar|par|no|pie|bez) (?:to|tā|tiem|tām)|tos|tās|it|them|её|ее|его|ею|ним|ней|ними|их)(?!\w)"
)
_WHO = regex.any_case(
    r"\s?(?:who|that|which|kas|kuri|kuras|kurus|котор\w+|\w+(?:вших|вшие|ющих|ющие))(?!\w)"
)


def piece_of(claim: Claim) -> str:
    """The words that a retold share is of: its piece between commas, with a relative clause."""
    number = claim.number
    return _piece(claim.sentence.text, claim.start, claim.end, number.start, number.end)


@lru_cache(maxsize=4_000)
def _piece(text: str, start: int, end: int, begun: int, ended: int) -> str:
    """The piece around a number that stands from `begun` to `ended`."""
    cuts = [m for m in _PIECE.finditer(text, start, end) if not _WHO.match(text, m.end())]
    left = max((m.end() for m in cuts if m.end() <= begun), default=start)
    right = min((m.start() for m in cuts if m.start() >= ended), default=end)
    if left >= begun - 3 and right <= ended + 3:  # "rating – 8.6 – is"
        before = [m.end() for m in cuts if m.end() < left]
        left = max(before, default=start)
    if left > start and _OF_IT.search(text, left, right):
        left = start  # "revise the hours: 66 % are content with them"
    if left > start and not regex.search(
        r"[^\W\d_]{4,}", regex.sub(_LOUD, " ", text[left:right], flags=regex.IGNORECASE)
    ):
        left = max(
            (m.end() for m in cuts if m.end() < left), default=start
        )  # "the web, used by 61 %,"
    return text[left:right]


def _says_both(claim: Claim, fit: Told, claims: Claims) -> bool:
    """Whether the sentence has the body's value too, of what it says beside."""
    near = [item.number.value for item in claims.of(claim.sentence) if item is not claim]
    return any(abs(value - fit.number.value) < 1e-9 for value in near)


def _is_sum(claim: Claim, said: frozenset[str], body: list[Told]) -> bool:
    """Whether a share is that of two or three answers together, all of which are named."""
    named = {item.number.value for item in body if item.named <= said}
    return len(named) < _FEW and any(
        abs(sum(some) - claim.number.value) <= 1.01
        for many in (2, 3)
        for some in combinations(named, many)
    )


_FEW = 6
_JUDGED = frozenset("apmie neapm satisf dissat довол недов удовл неудо".split())  # what use is not


def _same(claim: Claim, body: list[Told], text: Text) -> Told | None:
    """The one share of the body that a retold share is of, where it has another value."""
    near = piece_of(claim)
    said, signs = named_by(near, text), signs_of(near, text)
    beside = named_by(claim.sentence.text[claim.number.end : claim.number.end + 30], text)
    if not said or claim.number.unit is not Unit.PERCENT:
        return None
    whole = named_by(claim.segment, text)
    ranked = []
    for item in body:
        told = len(item.named & whole)
        if item.number.value == claim.number.value and told * 3 >= 2 * len(item.named) > 0:
            return None  # the body has just this of just this
        hit = len(item.named & said)
        if not hit:
            continue
        rounded = max(item.number.step, claim.number.step / 2)  # 88.6, told again as 89
        if abs(item.number.value - claim.number.value) < rounded + 1e-9:
            return None  # the body has it, of this or of something near it
        if item.signs != signs or (item.claim and bounds(item.claim) != bounds(claim)):
            continue
        if item.claim is None and _JUDGED & said - item.named - item.context:
            continue  # the table may be of those who use it
        size, spare = len(item.named), len(said - item.named - item.context)
        around = len(said & (item.context - item.named))
        if hit >= 2:
            fits = (hit * 3 >= 2 * size and spare <= 2) or (item.asked and hit > 2 and spare < 2)
        elif size == 1:
            fits = spare <= 1 or bool(item.named & beside)
        else:
            fits = size == 2 and around >= 1 and spare == 0 and _alone(item, said, body)
        if fits:
            ranked.append((hit, -spare, item))
    ranked.sort(key=lambda fit: fit[:2], reverse=True)
    if not ranked or _is_sum(claim, named_by(claim.segment, text), body):
        return None
    best = [item for hit, _, item in ranked if hit == ranked[0][0]]
    return best[0] if len({item.number.value for item in best}) == 1 else None


def _earlier_again(claim: Claim, own: list[Claim], text: Text) -> Told | None:
    """The share of the summary that the conclusions tell again: it has all words of the shorter."""
    said, signs = named_by(piece_of(claim), text), signs_of(piece_of(claim), text)
    if len(said) < 2 or claim.number.unit is not Unit.PERCENT:
        return None
    fits = []
    for item in own:
        if (
            item.sentence.order >= claim.sentence.order
            or item.sentence.section == claim.sentence.section
        ):
            continue
        named = named_by(item.segment, text)
        apart = abs(item.number.value - claim.number.value)
        if len(named & said) >= 2 and (named <= said or said <= named) and len(named ^ said) <= 1:
            if apart < max(item.number.step, claim.number.step) + 1e-9:
                return None
            if signs_of(item.segment, text) == signs and sizes(item) == sizes(claim):
                fits.append(item)
    if len({item.number.value for item in fits}) != 1:
        return None
    first = fits[0]
    where = spot_of(text, first)
    return Told(said, said, first.number, where, signs, first)


def _alone(item: Told, said: frozenset[str], body: list[Told]) -> bool:
    """Whether the words that an answer shares with a retold share name no other answer."""
    shared = item.named & said
    return not any(
        other.named & shared for other in body if other.number.value != item.number.value
    )
