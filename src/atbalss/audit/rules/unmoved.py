"""Growth, decline or success told of a quantity whose waves differ by no more than chance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atbalss.audit.changes import SO
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, spot
from atbalss.audit.group_sizes import sizes_of_waves, sizes_told
from atbalss.audit.histories import History, histories, hits
from atbalss.audit.numbers import Unit, numbers, year_of
from atbalss.audit.rules.concluded import direction
from atbalss.audit.rules.retraced import rows_named
from atbalss.audit.rules.unproven import tested_near
from atbalss.audit.rules.untested import margin_of_two, told
from atbalss.audit.series import own_base
from atbalss.audit.shifts import is_deed, is_elsewhere, shift
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_BETTER = {  # a change told without its way: fewer who wait may be an improvement
    "lv": r"kļuv\w+ (?:\w+ )?(?!vairāk\b|mazāk\b)\w{3,}āk\w*|atmaksāj\w+|attaisnoj\w+|(?:nes|nesis|nesusi|nesuši|dod|devis|devusi|devuši) (?:\w+ )?(?:augļus|rezultāt\w+)|nostrādā\w+|(?:uzlaboj|pasliktināj)(?:as|ās|ies|us\w+)",
    "en": r"(?:has|have|had) (?:become|grown|got(?:ten)?) (?:\w+ )?(?:\w+er|more \w+|less \w+)|(?:feels?|is|are|seems?|looks?) (?:\w+ )?\w+er than (?:they|it|before|in|last|a year)|pa(?:y|ys|id|ying) off|bear(?:s|ing)? fruit|borne fruit|ma(?:kes|king|de) a difference|(?:improved|worsened|deteriorated)(?! (?:the|our|its|their|this|by|with)\b)|improving(?! (?:the|our|its|their|this)\b)",
    "ru": r"стал\w{0,2} (?:\w+ )?\w+(?:ее|ей|ше|же|че)|окупа\w+|окупил\w+|прин(?:осит|осят|[её]с\w*) (?:\w+ )?плоды|да(?:л[аио]?|[её]т|ют) (?:\w+ )?(?:плоды|результат\w*|эффект)|сработал\w*|оправдал\w*|оправдыва\w+|(?:улучш|ухудш)(?:ил(?:ся|ась|ось|ись)|а[её]тся|аются)|(?:произошл\w|наступил\w|заметн\w+|видн\w+) (?:\w+ )?(?:улучшени|ухудшени)\w+",
}
_WORKS = (  # what was done has had its effect: said of what stands just before
    r"atmaksāj\w+|attaisnoj\w+|augļus|nostrādā\w+|pa(?:y|ys|id|ying) off|fruit|ma(?:kes|king|de) a difference"
    r"|окупа\w+|окупил\w+|плоды|сработал\w*|оправдал\w*"
)
_DENIED = re.compile(
    r"(?<!\w)(?:nav|ne|not|n't|never|no|не|нет|ни|hardly|if|ja|если|vai|whether|ли|could|would|should|must|jā\w+|должн\w+|нужно|might|may)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_SURE = 0.95  # of the margin: nearer to it, rounding may decide


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Words of change that the levels of two waves and their numbers of persons cannot bear."""
    known = histories(text, claims)
    near = {order + back for item in known for order in item.orders for back in (0, 1)}
    tables = {item.section for item in known if not item.orders}
    now = {item.latest.number.value for item in known}
    for sentence in text.prose if known else ():
        found = claims.of(sentence)
        far = len(found) == 1 and found[0].number.value in now
        beside = sentence.section in tables and not found
        if not (far or beside or sentence.order in near):
            continue
        if sentence.text.rstrip().endswith("?") or tested_near(sentence, text):
            continue
        counted = not found and word_pattern(text.words.counted).search(sentence.text)
        if counted or is_elsewhere(sentence.text):
            continue
        said = _change(sentence.text, text)
        if said is None:
            continue
        word, way, place = said
        meant = _meant(sentence, place, known, text, claims)
        pairs = [_within(item, way, text, claims) for item in meant]
        if not pairs or any(pair is None for pair in pairs):
            continue
        spread, base, margin, digits = next(pair for pair in pairs if pair is not None)
        at = spot(text, sentence, place, place + len(word))
        yield told(text, at, word, spread, base, margin, digits)


@cache
def _better(lang: str) -> re.Pattern[str]:
    return word_pattern(_BETTER[lang])


def _change(words: str, text: Text) -> tuple[str, int, int] | None:
    """(word, way or 0, place) of the change that a sentence tells; None where it tells none."""
    better = _better(text.lang).search(words)
    if better is not None and not _DENIED.search(words[: better.start()]):
        said: tuple[str, int, int] | None = (better.group(0), 0, better.start())
    else:
        said = direction(words, text) or shift(words, text)
    return None if said is None or is_deed(words, said) else said


def _meant(
    sentence: Sentence, place: int, known: Sequence[History], text: Text, claims: Claims
) -> list[History]:
    """The histories that a sentence of change is about: its own, or those told just before it."""
    own = [item for item in known if sentence.order in item.orders]
    if own:
        levels = {claim.number.start for claim in claims.of(sentence)}
        printed = [n for n in numbers(sentence.text, text.lang) if n.unit is not Unit.NONE]
        amounts = [n for n in printed if n.start not in levels]
        return [] if amounts else own
    rest = [n for n in numbers(sentence.text, text.lang) if not year_of(n)]
    if rest or not sentence.order:
        return _far(sentence, known, text, claims) if len(rest) == 1 else []
    if row := row_told(sentence, known, text):
        return row
    last = text.sentences[sentence.order - 1]
    if last.block != sentence.block or last.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return []
    before = [item for item in known if last.order in item.orders]
    return before if before and _goes_on(sentence, last, text) else []


def row_told(sentence: Sentence, known: Sequence[History], text: Text) -> list[History]:
    """The row of the section's table that a sentence without numbers names, and nothing beside it."""
    words = text.words
    if word_pattern(f"{words.group}|{words.counted}").search(sentence.text):
        return []
    fits = rows_named(sentence, (0, len(sentence.text)), known, text)
    if len(fits) != 1 or sentence.block - fits[0].block > _NEAR:
        return []
    drop = rf"{words.people}|{words.rise}|{words.fall}|{words.change}|{words.share}|{words.last_wave}|{_TIME}"
    said = frozenset(stems(word_pattern(drop).sub(" ", sentence.text), text.lang))
    known_words = fits[0].about | fits[0].named
    known_words |= frozenset(stems(" ".join(list(text.titles.values())[:1]), text.lang))
    return fits if len(said) - hits(said, known_words) <= 1 else []


_NEAR = 3  # blocks below a table
_TIME = (
    r"gad\w*|laik\w*|div\w{1,3}|years?|time|two|since|год\w*|лет|время|два|двух|itself|ir|has|have"
)


def _goes_on(sentence: Sentence, last: Sentence, text: Text) -> bool:
    """Whether a sentence concludes from the paragraph before it, or names something of it."""
    if word_pattern(f"{SO}|{text.words.share}|{_WORKS}").search(sentence.text):
        return True
    near = [s.text for s in text.sentences[max(0, last.order - 3) : sentence.order]]
    title = text.titles.get(sentence.section, "")
    about = frozenset(stems(" ".join([*near, title]), text.lang))
    return hits(frozenset(stems(sentence.text, text.lang)), about) > 0


def _far(sentence: Sentence, known: Sequence[History], text: Text, claims: Claims) -> list[History]:
    """The history told elsewhere, of which a sentence prints the level of now and two words."""
    found = claims.of(sentence)
    if len(found) != 1 or word_pattern(text.words.counted).search(sentence.text):
        return []
    said = frozenset(stems(sentence.text, text.lang))
    fits = [
        item
        for item in known
        if abs(item.latest.number.value - found[0].number.value) < 1e-9
        and hits(item.named, said) >= max(2, len(item.named) // 2)
    ]
    levels = {item.levels[-2].number.value for item in fits}
    return fits[:1] if len(levels) == 1 else []


def _within(
    item: History, way: int, text: Text, claims: Claims
) -> tuple[float, int, float, int] | None:
    """(spread, persons, margin, digits) of two waves surely within chance; None of others."""
    earlier, later = item.levels[-2], item.latest
    sizes = _sizes(item, text, claims)
    if len(item.levels) > 2:
        first = item.levels[0]
        persons = sizes.get(first.year, 0), sizes.get(later.year, 0)
        apart = abs(first.number.value - later.number.value)
        if margin_of_two(first.number.value, later.number.value, *persons) < apart + 1:
            return None  # over all waves it may have changed
    moved = later.number.value - earlier.number.value
    if not moved or (way and (moved > 0) != (way > 0)):
        return None
    now, then = sizes.get(later.year, 0), sizes.get(earlier.year, 0)
    now = now or (claims.base if claims.base >= 30 else 0)
    if not now:
        return None
    margin = margin_of_two(earlier.number.value, later.number.value, then, now)
    step = max(earlier.number.step, later.number.step)
    if abs(moved) + step / 2 >= margin * _SURE:
        return None
    return abs(moved), min(now, then or now), margin, later.number.digits


def _sizes(item: History, text: Text, claims: Claims) -> dict[int, int]:
    """The persons of each wave: told beside the levels, in a caption or note of the table, or of all."""
    found = dict(sizes_of_waves(text, claims))
    if item.orders:
        for order in item.orders:
            sentence = text.sentences[order]
            base = own_base(sentence.text)
            years = [level.year for level in item.levels if level.spot.line == sentence.line]
            if base and len(years) == 1:
                found[years[0]] = base
        return found
    near: list[str] = []
    for place in range(max(0, item.block - 3), min(len(text.blocks), item.block + 2)):
        block = text.blocks[place]
        if block.kind is Kind.TABLE and place != item.block:
            near = near if place > item.block else []
            continue
        near += [" ; ".join(block.rows[0])] if place == item.block else [block.text]
    for words in near:
        found |= sizes_told(words, text)
    return found
