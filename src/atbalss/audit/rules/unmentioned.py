"""A result told in the summary or the conclusions of which the body has not a word."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.generic import is_generic
from atbalss.audit.group_names import groups_unknown
from atbalss.audit.kin import is_kin
from atbalss.audit.lexicon import has_notion, is_topic, told_otherwise
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.rules.unlisted import is_unknown_cause, strange_thing
from atbalss.audit.shifts import direction
from atbalss.audit.stems import stems
from atbalss.audit.summaries import Clause, clauses, concluding, is_news, lead_of
from atbalss.audit.telling import fractions_of, is_borne, is_known, is_told, labels_of, own_words
from atbalss.audit.text import Block, Kind, Text, word_pattern
from atbalss.audit.words_claim import ACTORS, OPINION, PLAN, READY, SHARE, UNASKED, WILLING

_IF = regex.pattern(r"(?:^|,\s)(?:ja|ja vien|if|provided|если)\s", regex.IGNORECASE)
_LEAST = 1.5  # words
_HALF = 45  # and up to 50: `almost half`
_SPARE = 2.0  # points that a fraction may be off
_PLAIN = 400  # different words of a body that is taken in at a glance
_FEWEST = 14  # words of the body; a shorter one may leave much unsaid
_LONGEST = 22  # words; a longer clause says several things


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Clauses of the conclusions that name something the rest of the document never names."""
    inside = concluding(text, claims)
    if not inside or any(block.kind is Kind.CHART for block in text.blocks):
        return
    body = _body(text, inside)
    known = frozenset(regex.findall(r"[^\W\d_]{3,}", body.lower()))
    if len(known) < _FEWEST:
        return
    if _are_results(text, claims, inside):
        return
    shares = _shares(text, claims, inside)
    labels = labels_of(text) if len(known) < _PLAIN else frozenset()
    found: list[tuple[Clause, str]] = []
    every = 0
    for clause in clauses(text, claims):
        if word_pattern(UNASKED[text.lang]).search(clause.words) or "?" in clause.sentence.text:
            continue
        own = own_words(clause.words, text)
        every += bool(own)
        absent = _absent(clause.words, own, known, body, text)
        strange = len(own) > 3 and sum(absent.values()) >= len(own)
        strange |= is_unknown_cause(clause.words, own, [w for w in absent if absent[w] == 1], text)
        thing = strange_thing(
            clause.words,
            text,
            lambda word: not stems(word, text.lang) or is_told(word, known, text.lang),
        )
        if not _is_claim(clause, text, strange or bool(thing)):
            continue
        if any(item.unit is Unit.PERCENT for item in numbers(clause.words, text.lang)):
            if _is_unnumbered(clause.words, own, absent, shares, text):
                found.append((clause, ", ".join(absent)))
            continue
        strangers = groups_unknown(clause.words, body, text)
        if strangers:
            found.append((clause, ", ".join(strangers)))
        elif _names_answer(clause.words, labels, text.lang) or _is_told_share(
            clause, absent, shares, text
        ):
            continue
        elif _is_missing(clause.words, own, absent, text):
            found.append((clause, ", ".join(absent)))
        elif thing:
            found.append((clause, thing))
    if len(found) > max(1, every // 3):
        return  # a summary in words of its own throughout
    claims.kept["unmentioned"] = frozenset(clause.sentence.order for clause, _ in found)
    for clause, words in found:
        at = spot(text, clause.sentence, clause.start, clause.end)
        yield finding(text, "summary-without-body", at, code="claim-without-body", words=words)


def _names_answer(words: str, labels: frozenset[str], lang: str) -> bool:
    """Whether a claim names an answer of a table: `evening hours` where the table has `Evening appointments`."""
    found = regex.findall(r"[^\W\d_]{4,}", words.lower().replace("ё", "е"))
    return any(not is_generic(word, lang) and is_known(word, labels, lang) for word in found)


def _is_told_share(
    clause: Clause, absent: dict[str, float], shares: frozenset[float], text: Text
) -> bool:
    """Whether the body has the share that a claim tells in words: its own words may be others."""
    said = fractions_of(clause, text)
    alien = sum(is_topic(word, text.lang) for word in absent)
    if len(said) != 1 or alien > 1 or not is_borne(said[0], shares, _SPARE):
        return False
    return said[0] < _HALF or said[0] > 50 or sum(absent.values()) < 3  # halves are many


def _are_results(text: Text, claims: Claims, inside: dict[int, int]) -> bool:
    """Whether what concludes has the results themselves: more shares than the rest of the text."""
    sums = [claim for claim in claims.levels if claim.sentence.order in inside]
    tables = any(block.kind is Kind.TABLE for block in text.blocks)
    return not tables and len(sums) > 2 and len(sums) * 2 > len(claims.levels)


def _body(text: Text, inside: dict[int, int]) -> str:
    """All words that are not concluded: of the body, its tables, its questions, its titles."""
    led = {text.sentences[order].block for order in inside}
    news = is_news(text)  # whose lead has the results
    found = []
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE:
            found += [cell for row in block.rows for cell in row]
        elif index not in led or (news and _is_lead(block, text)):
            found.append(block.text)
    found += [
        item.text[: inside[item.order]] if item.order in inside else item.text
        for item in text.sentences
        if item.block in led
    ]
    return "\n".join(found).replace("ё", "е")


def _is_lead(block: Block, text: Text) -> bool:
    """Whether a paragraph of news gives the result itself, and is no summary by its own words."""
    if block.kind is Kind.HEADING or "%" not in block.text:
        return False
    return word_pattern(text.words.summary).match(block.text) is None


def _is_claim(clause: Clause, text: Text, strange: bool) -> bool:
    """Whether a clause tells what people think, do or are, in words alone."""
    lang = text.lang
    words = regex.sub(r"^\d{1,2}[.)]\s", "", clause.words)
    if (
        any(n.unit is not Unit.PERCENT or n.sign for n in numbers(words, lang))
        or not 3 <= len(words.split()) <= _LONGEST
    ):
        return False
    firm = _IF.split(words)[0] if _IF.search(words) else words
    if word_pattern(f"{PLAN[lang]}|{ACTORS[lang]}").search(firm) or not firm.strip():
        return False
    if clause.sentence.block in lead_of(text):  # only what is told as a share, in words alone
        block = text.blocks[clause.sentence.block].text
        if clause.sentence.kind is not Kind.HEADING and regex.search(r"\d", block):
            return False  # a paragraph with numbers is the body's own
        return _is_loud(words, text)
    cue = f"{OPINION[lang]}|{SHARE[lang]}|{READY[lang]}|{text.words.people}"
    return strange or bool(word_pattern(cue).search(words)) or direction(words, text) is not None


def _absent(
    words: str, own: list[str], known: frozenset[str], body: str, text: Text
) -> dict[str, float]:
    """The words of a claim that the body has not: 1 each, 1/2 where it has another for the same.

    What people are said to do (`recommend`) counts where the body has nothing of the kind.
    """
    found = {}
    plain = len(known) < _PLAIN
    for word in own:
        if is_generic(word, text.lang) or (
            plain and not is_topic(word, text.lang) and is_kin(word, known, text.lang)
        ):
            continue
        if not is_known(word, known, text.lang):
            found[word] = 0.5 if told_otherwise(word, known, text.lang) else 1.0
    for match in word_pattern(f"{OPINION[text.lang]}|{READY[text.lang]}").finditer(words):
        word = match.group(0).lower()
        named = has_notion(word, text.lang) and not is_known(word, known, text.lang)
        if named and not told_otherwise(word, known, text.lang):
            found[word] = 1.0
    said, known_as = WILLING[text.lang]
    willing = word_pattern(said).search(words)
    if willing and not word_pattern(known_as).search(body):
        found[willing.group(0).lower()] = 1.0
    return found


def _is_loud(words: str, text: Text) -> bool:
    """Whether a clause of a headline or a lead tells how many people think or do something."""
    shared = word_pattern(SHARE[text.lang]).search(words)
    wished = word_pattern(
        rf"{OPINION[text.lang]}|{READY[text.lang]}|sūdz\w+|complain\w*|жалоб\w*"
    ).search(words)
    return bool(shared and wished)


def _is_missing(words: str, own: list[str], absent: dict[str, float], text: Text) -> bool:
    """Whether so many words of a claim are missing that the body can have nothing of it."""
    everything = len(set(own) | set(absent))
    weight = sum(absent.values())
    if absent and not set(own) - set(absent) and word_pattern(SHARE[text.lang]).search(words):
        return weight >= 1  # of a share of all, nothing at all is known
    named = any(absent.get(word) == 1.0 for word in own)
    return named and weight >= _LEAST and weight * 2 >= everything


def _is_unnumbered(
    words: str, own: list[str], absent: dict[str, float], shown: frozenset[float], text: Text
) -> bool:
    """Whether a claim lacks its words, and no result of the body has its share."""
    weight = sum(absent.values())
    if weight < 2 or weight * 3 < len(set(own) | set(absent)) * 2:
        return False
    return not any(item.value in shown for item in numbers(words, text.lang))


def _shares(text: Text, claims: Claims, inside: dict[int, int]) -> frozenset[float]:
    """The shares of the body, but not those of who the sample is made of."""
    sex = r"women|men|female|male|sieviet\w*|vīrieš\w*|женщин\w*|мужчин\w*"
    found = {
        claim.number.value
        for claim in claims.levels
        if claim.sentence.order not in inside and not word_pattern(sex).search(claim.segment)
    }
    for block in text.blocks:
        for row in block.rows:
            group = row and word_pattern(f"{text.words.group}|{READY[text.lang]}").match(row[0])
            if not group:
                found |= {n.value for cell in row[1:] for n in numbers(cell, text.lang)}
    return frozenset(found)
