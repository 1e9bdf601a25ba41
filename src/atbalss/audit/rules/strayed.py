"""A share that stands nowhere else, told of what the lists give another value close to it: by elimination."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.counts_told import ABOUT, ELSEWHERE
from atbalss.audit.finding import Finding, spot
from atbalss.audit.forms import NOT, marks
from atbalss.audit.governing import of_everybody
from atbalss.audit.kept import read_once
from atbalss.audit.met import is_among
from atbalss.audit.numbers import Number
from atbalss.audit.referents import Meant, referents
from atbalss.audit.retelling import JOINED, REPLIED, TARGET, by_place, is_of_some, told
from atbalss.audit.row_fits import BOTH, NEAR, Fit, best_fit, clause_of, words_of
from atbalss.audit.rules.retold import question_of, sections_again
from atbalss.audit.series import years_in
from atbalss.audit.sheet_words import every_word, label_marks, own_words
from atbalss.audit.sheets import Sheet
from atbalss.audit.strays import Stray, lists_of, named_apart, strays_of
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.words_claim import OPINION

_FEW = 3  # lists of a short document
_RARE = 2  # strays of a document whose shares stand in lists
_WHOLE = 0.8
_TOLD = 4  # letters of a word that names a thing
_SOME = 0.3  # of a label
_BRIEF = 6  # shares told in sentences
_ENOUGH = 1.75  # how much must speak for a row


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Stray shares and the one share of the lists that each must be of."""
    strays = strays_of(text, claims)
    if not strays:
        return
    every = lists_of(text, claims)
    few = sum(stray.alone for stray in strays) <= _RARE
    rare = few and len(every) <= _FEW
    done = {id(claim) for claim in claims.kept.get("told-twice", ())}
    for stray in strays:
        if id(stray.claim) in done or not _is_plain(text, claims, stray.claim):
            continue
        own = stray.claim.sentence.text
        if _is_counted(stray.number, own):
            continue
        lists = [one for one in every if not named_apart(own, f"{one.kind} {one.heads}", text)]
        if _is_first(stray, lists, text, claims):
            continue
        against = by_place(stray.claim.sentence, stray.number, lists, text)
        words, found = _candidates(stray, lists, text, claims) if against is None else ("", [])
        if found and _is_named(stray, words, found, few=few, text=text, claims=claims):
            against = found[0].shown, found[0].spot
        fit = best_fit(stray, lists, text, claims) if against is None and stray.alone else None
        if fit and found and fit.spot != found[0].spot:
            fit = None
        if fit and fit.score >= _ENOUGH and _is_told(fit, stray, lists, claims, rare=rare):
            against = fit.number.shown, fit.spot
        if against is not None:
            claims.kept.setdefault("told-twice", []).append(stray.claim)
            at = spot(text, stray.claim.sentence, stray.number.start, stray.number.end)
            yield told(text, "two-values", at, against, stray.number)


def _is_counted(number: Number, words: str) -> bool:
    """Whether two counts of the sentence give just this share: `of 4,096 invited, 1,024 (25.0 %)`."""
    found = regex.findall(
        r"(?<![\d.,])\d{1,3}(?:[ ,\u00a0]\d{3})+(?![\d.,]*\d)|(?<![\d.,])\d{2,6}(?![\d.,]*\d|\s?%)",
        words,
    )
    counts = {int(regex.sub(r"\D", "", item)) for item in found}
    return any(
        abs(100 * one / whole - number.value) <= number.step / 2
        for one in counts
        for whole in counts
        if 1 < one < whole
    )


_ABOVE_ALL = (  # by whom most of all
    r"above all by|(?:mainly|mostly|chiefly|especially) by|(?:visvairāk|galvenokārt|īpaši|sevišķi) to|(?:прежде всего|в основном|главным образом|особенно) это"
)
_ONE_EACH = regex.pattern(r"\d\s?%\s(?:and|un|и)\s\d")
_NAMED = regex.pattern(r"(?<!\w)[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]\w{3,}")
_MOST = 2  # shares of a sentence that is no list itself
_TELLING = 2  # words that a share told again says at least, behind a colon
_LABEL = 4  # words
_BASED = regex.pattern(r"(?<![\d.,])\d{2,}(?![\d.,]*\d|\s?%)")


def _is_first(stray: Stray, lists: Sequence[Sheet], text: Text, claims: Claims) -> bool:
    """Whether a share is told for the first time: with its question, its base or a label of its own."""
    sentence = stray.claim.sentence
    plain = [c for c in claims.of(sentence) if _is_plain(text, claims, c)]
    if stray.beside < len(plain) - 1 or len(plain) > _MOST:
        return True  # with others that no list has
    behind = regex.split(r"[,;]\s", sentence.text[stray.number.end :])[0]
    words = f"{sentence.text[: stray.number.start]} {behind}"
    if question_of(sentence, text) or _BASED.search(words):
        return True
    known = every_word(lists, sentence, text, claims)
    begun = regex.match(r"[\W\d]*\w", sentence.text)
    named = _NAMED.findall(
        sentence.text, max(stray.claim.start, begun.end() if begun else 1), stray.claim.end
    )
    heads = marks(" ".join(text.titles.values()), text.lang).set
    new = (m for name in named for m in marks(name, text.lang).set if not is_among(m, known))
    if any(not is_among(mark, heads) for mark in new):
        return True
    label, colon, _ = sentence.text[: stray.number.start].rpartition(": ")
    said = marks(label, text.lang).set if colon and len(label.split()) <= _LABEL else frozenset()
    strange = [w for w in said if not (is_among(w, known) or is_among(w, heads))]
    body = text.whole.lower()
    told = regex.sub(r"[\d.,]+\s?%", " ", sentence.text[len(label) :])
    if colon and len(marks(told, text.lang).all) < _TELLING:
        return True
    return any(body.count(w.strip(NOT).lower()) > 1 for w in strange)


@read_once
def _is_plain(text: Text, claims: Claims, claim: Claim) -> bool:
    """Whether a share is told plainly of all, now: no bound, no target, no earlier wave, no part."""
    words, number = claim.sentence.text, claim.number
    beside = words[max(0, number.start - 12) : number.end + 12]
    if _ONE_EACH.search(beside) or ABOUT.search(words[: number.start]):
        return False
    behind = regex.split(r"[,;]\s", words[number.end : claim.end])[0]
    clause = of_everybody(f"{words[claim.start : number.start]} {behind}", claim.sentence, claims)
    moved = f"{text.words.last_wave}|{text.words.rise}|{text.words.fall}|{text.words.interval}"
    rule = f"{moved}|{TARGET}|{REPLIED}|{ELSEWHERE}"
    told = word_pattern(f"{text.words.last_wave}|{_ABOVE_ALL}").search(words[: number.start])
    if told or word_pattern(JOINED).search(claim.segment):
        return False
    return not (years_in(clause) or word_pattern(rule).search(clause))


def _candidates(
    stray: Stray, lists: Sequence[Sheet], text: Text, claims: Claims
) -> tuple[str, list[Meant]]:
    """The words of a stray, of its piece or else its clause, and what they may be of."""
    sentence, number = stray.claim.sentence, stray.number
    behind = regex.split(r"[,;]\s", sentence.text[number.end : stray.claim.end])[0]
    clause = f"{sentence.text[stray.claim.start : number.start]} {behind}"
    words, found = "", list[Meant]()
    for part in (words_of(stray), clause):
        words = _telling(part, lists, text)
        found = referents(words, sentence, text, claims, doubted=True)
        if found:
            break
    places = {(sheet.first, sheet.last) for sheet in lists}
    return words, [one for one in found if (one.sheet.first, one.sheet.last) in places]


def _is_named(
    stray: Stray, words: str, found: Sequence[Meant], *, few: bool, text: Text, claims: Claims
) -> bool:
    """Whether words surely name the first answer found, of all who were asked, and its share is another but near."""
    best, number, sentence = found[0], stray.number, stray.claim.sentence
    if any(not _is_off(number, one) for one in found) or best.how in ("half", "part"):
        return False
    if is_of_some(clause_of(stray, text.lang), best.sheet, text, claims, beside=False):
        return False
    turned = sorted(number.shown) == sorted(best.shown)
    if abs(best.value - number.value) > NEAR and not turned:
        return False
    whole = len(label_marks(best.sheet.labels, text.lang)[best.rows[0]]) > 1
    if not best.strange:
        lead = sentence.block in sections_again(text)
        other = whole and any(n.value == number.value for _, n in best.sheet.column(best.column))
        return stray.alone or (best.how == "named" and (lead or other))
    if not ((few or whole) and stray.alone and best.asked) or best.strange > 1 + (
        best.how == "named"
    ):
        return False
    return not _narrows(words, best.sheet, sentence, text, claims)


_BEHIND = {  # what stands before a word that narrows: `at the weekend`
    "lv": r"no|ar|uz|par|pie|pēc|pirms|bez|zem|aiz|caur|pa",
    "en": r"(?:at|in|on|by|with|during|for|from|over|after|before|without)(?: (?:the|an?|their|its))?",
    "ru": r"во?|на|по|у|со?|к|из|для|при|об?|без|после|до|через",
}


def _narrows(words: str, sheet: Sheet, sentence: Sentence, text: Text, claims: Claims) -> bool:
    """Whether words name what a list does not, behind a preposition, or another sentence does: `with the rooms`."""
    known = every_word([sheet], sentence, text, claims)
    strange = [
        m.strip(NOT) for m in marks(words, text.lang).set if not is_among(m.strip(NOT), known)
    ]
    whole = text.whole.lower().replace(sentence.text.lower(), " ")
    placed = [
        mark
        for match in regex.finditer(
            rf"(?<!\w)(?:{_BEHIND[text.lang]}) (\w+)", words, regex.IGNORECASE
        )
        for mark in marks(match[1], text.lang).all
    ]
    return any((len(m) >= _TOLD and m in whole) or m in placed for m in strange)


def _telling(words: str, lists: Sequence[Sheet], text: Text) -> str:
    """Words without those that only say how an answer is given, where no list has them."""
    known = frozenset().union(*(own_words(sheet, text.lang) for sheet in lists))
    return word_pattern(f"{OPINION[text.lang]}|{_CHOSE[text.lang]}").sub(
        lambda word: word[0] if _is_of(word[0], known, text.lang) else " ", words
    )


def _is_of(words: str, known: frozenset[str], lang: str) -> bool:
    """Whether the lists have a word that elsewhere only says how an answer is given."""
    return any(is_among(mark.strip(NOT), known) for mark in marks(words, lang).all)


def _is_off(number: Number, meant: Meant) -> bool:
    return abs(meant.value - number.value) > meant.slack + number.step / 2 + 1e-9


_CHOSE = {  # how an answer is given, whatever it says
    "lv": r"izvēl\w+|izteic\w+|atbild\w+|nosauc\w+|min\w{2,4}|atzin\w*|nobalso\w+|teic\w*|saka|redzētu|redzēt|atvēl\w+|parasti|joprojām|tād[ui]|tie|t[oā]s|veido\w*|sasnie\w*",
    "en": r"cho\w+|pick\w*|ticked?|named?|mention\w*|vot\w+|said|sa(?:y|id)s?|answer\w*|see|found|found it|going for|opt\w*|usual\w*|still|those|amount\w*|account\w*",
    "ru": r"выбра\w+|высказал\w+|ответил\w*|назва\w+|отмети\w+|проголосов\w+|сказал\w*|видеть|увидеть|обычно|по-прежнему|за|тех|те|кто|набра\w+|оказал\w*|составл?я?\w*",
}


def _is_told(fit: Fit, stray: Stray, lists: Sequence[Sheet], claims: Claims, *, rare: bool) -> bool:
    """Whether words name the row, or those of its question are said where nothing else can be meant."""
    if fit.named >= _WHOLE and not fit.strange:
        return True
    if fit.named >= BOTH and fit.asked > 1 and rare:
        return True
    if not rare or stray.made:
        return False
    if fit.named >= _SOME:
        return True
    bare = fit.strange and not (fit.named or fit.asked)  # it names something else
    if fit.turned and not bare and len(lists) == 1 and len(claims.levels) <= _BRIEF:
        return True
    return fit.whole and fit.asked > 0 and len(lists) == 1 and len(claims.levels) <= _BRIEF
