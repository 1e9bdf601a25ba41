"""What labels say of an answer: that it is of a scale, none of the others, a range of amounts, or of all."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from atbalss.audit import regex
from atbalss.audit.text import Text, kept_of_words, word_pattern

REST = {
    "lv": r"pārēj\w+|atlikuš\w+|visi citi",
    "en": r"the (?:rest|remaining|remainder|others)|remaining \d+|everyone else|everybody else|all others",
    "ru": r"остальн\w+|оставш\w+|все прочие",
}
_SCALE = {  # more answers that stand at the ends or in the middle of a scale
    "lv": r"lab[aisuo]\w{0,2}|slikt\w{1,3}|vidēj\w{1,2}|(?:ne)?droš[iao]\w{0,2}|ir|nav|par|pret|viegli|grūti|par (?:daudz|maz|gar[ui]|īs[ui]|liel[ui]|maz[ui]|dārg[ui]|lēt[ui]|ātr[ui]|lēn[ui]|augst[ui]|zem[ui])|tieši (?:tik|laikā|pareizi)|tieši tā|noteikti|droši vien|varbūt|(?:uzlabo|pasliktin|palielin|samazin)āj\w+|(?:ne)?mainīj\w+|pieaug\w*|saru\w+|palik\w+ nemainīg\w+|pozitīv\w*|negatīv\w*|neitrāl\w*",
    "en": r"partly|partially|mostly|totally|completely|fully|(?:un)?safe|easy|difficult|in favou?r|against|for|too (?:much|little|many|few|long|short|high|low)|about right|just right|enough|(?:un)?happy|(?:un)?important|(?:un)?likely|worse|better|the same|excellent|positive(?:ly)?|negative(?:ly)?|neutral(?:ly)?|certainly|definitely|probably|perhaps|maybe|(?:in|de)creas(?:ed|ing)|grew|grown|growing|shr(?:ank|unk|inking)|improved|improving|worsened|worsening|unchanged",
    "ru": r"отчасти|абсолютно|в целом|хорош\w{2}|плох\w{2}|средн\w{2}|(?:не)?безопасн\w+|опасн\w+|есть|за|против|легко|трудно|(?:не)?важно|слишком|в самый раз|лучше|хуже|отличн\w+|так же|положительн\w+|отрицательн\w+|нейтральн\w+|точно|наверняка|наверное|возможно|вероятно|(?:не )?измени\w+|улучши\w+|ухудши\w+|увеличи\w+|уменьши\w+|вырос\w*|снизи\w+",
}
_VERDICTS = {  # what a sentence says that people did with a proposal: agree, neither, disagree
    "lv": r"(?:ne)?piekr(?:īt|it)\w*|atbalst\w*|iebil\w+|noraid\w+|balso\w*",
    "en": r"(?:dis)?agree[ds]?|objected|opposed|rejected|(?:dis)?approved?",
    "ru": r"(?:не )?соглас\w+|поддерж\w+|возра[зж]\w+|(?:не )?одобр\w+|отверг\w+",
}


REMAINS = regex.any_case(  # a list of what else was named beside what stands before it
    r"(?:other|further|also|additional|cit(?:i|as|s|a)|vēl|pārēj\w+|arī|другие|прочие|остальные|также|кроме того)(?!\w)"
)


def residual(text: Text) -> re.Pattern[str]:
    """What names the answers that are none of the others: other, do not know, the rest."""
    return word_pattern(f"{text.words.other}|{REST[text.lang]}")


def scaled(text: Text) -> re.Pattern[str]:
    """What names an answer of a scale, or yes and no."""
    return word_pattern(f"{text.words.scale}|{text.words.frequency}|{_SCALE[text.lang]}")


@kept_of_words
def answer_kind(label: str, text: Text) -> str:
    """What kind of answer a label names: `total`, `other`, `scale`, or "" of any other."""
    bare = label.strip(' "„“”«».:').lower()
    if word_pattern(text.words.total).match(bare):
        return "total"
    rest = residual(text)
    if rest.fullmatch(regex.sub(r"(?<=\w\w\w) .{0,25}$", "", bare)) or rest.fullmatch(bare):
        return "other"
    return "scale" if scaled(text).match(bare) and len(bare) < 50 else ""


def is_scale(labels: Sequence[str], text: Text, *, once: bool = False) -> bool:
    """Whether labels name a scale and who gave no answer: not one degree of several things.

    `once`: also what people did with a proposal, each in one label, and who did neither: `agreed`, `disagreed`.
    """
    rest = residual(text)
    known = scaled(text)
    if once:
        known = word_pattern(f"{_VERDICTS[text.lang]}|{known.pattern}")
    named = [
        frozenset(found[:3] for found in known.findall(label.lower()))
        for label in labels
        if not rest.search(label)
    ]
    if not all(named):
        return False
    if once:
        alone = 1 < len(set(named)) == len(named) < len(labels)
        return alone and not are_of_things(labels, text)
    return len(named) < 2 or any(grade != named[0] for grade in named[1:])


_REPLIED = {  # that an answer was given, in whatever words
    "lv": r"atbil\w+|izvēl\w+|nosau\w+|minēj\w+|norād\w+|teic\w+|uzskat\w+|jautāt\w+",
    "en": r"answer\w*|giv\w+|gave|chos\w+|choice\w*|choose\w*|those|question\w*|asked|repl\w+|said|saying|named|pick\w*|select\w*|opted|opinion|view|while|only|took",
    "ru": r"ответ\w*|отвеч\w+|выб[ир]\w+|назв\w+|указ\w+|сказ\w+|дали|счита\w+|заяв\w+",
}


def are_of_things(labels: Sequence[str], text: Text) -> bool:
    """Whether the grades are of several things: `agree that buses are clean`, `disagree that fares are fair`."""
    known = word_pattern(
        f"{residual(text).pattern}|{scaled(text).pattern}|{_VERDICTS[text.lang]}|{_REPLIED[text.lang]}|{text.words.people}"
    )
    own = [
        {word[:5] for word in regex.findall(r"[^\W\d_]{4,}", known.sub(" ", label.lower()))}
        - text.words.stop
        for label in labels
    ]
    apart = sum(
        bool(words - set().union(*(o for o in own if o is not words)))
        and not any(words & o for o in own if o is not words)
        for words in own
    )
    return apart > 1 and apart >= len(labels) - 1


def are_verdicts(labels: Sequence[str], text: Text) -> bool:
    """Whether most labels end in the same verdict: `the bus is clean: agree`, each asked about for itself."""
    known = word_pattern(_VERDICTS[text.lang])
    return 2 * sum(known.search(label) is not None for label in labels) > len(labels)


def are_people(labels: Sequence[str], text: Text) -> bool:
    """Whether most labels are kinds of people: groups, with a share each."""
    return 2 * sum(is_people(label, text) for label in labels) >= len(labels)


@kept_of_words
def is_people(label: str, text: Text) -> bool:
    """Whether a label is a kind of people: `men`, `residents of the capital`, `richer respondents`."""
    if word_pattern(text.words.group).match(label):
        return True
    bare = label.strip(" ,.:;–—-(")
    many = rf"(?=\w*{_PLURAL[text.lang]}(?!\w))(?:{text.words.people})"
    if regex.match(rf"{many}(?!\w)", bare, regex.IGNORECASE):
        return True
    richer = rf"(?:[^\W\d]+ ){{1,2}}{many}$"
    return not regex.search(r" (?:of|by|for|from|to|with) ", bare) and bool(
        regex.match(richer, bare, regex.IGNORECASE)
    )


_PLURAL = {"lv": "(?:i|as)", "en": "(?:s|people)", "ru": "(?:ы|и|е)"}  # of who is told of


# ---- ranges of amounts

_NUMBER = r"(\d{1,6}(?:[.,]\d)?)"
_BETWEEN = regex.pattern(
    rf"(?<![\d.,]){_NUMBER}(?:\s?[–—-]\s?|\s(?:to|līdz|до)\s){_NUMBER}(?![\d.,]*\d)"
)
_UNDER = regex.any_case(
    rf"(?:^|\s)(?:under|up to|less than|below|fewer than|at most|no more than|līdz|mazāk (?:par|nekā|kā)|zem|ne vairāk kā|до|менее|меньше|не более|моложе|jaunāki par)\s{_NUMBER}|(?:[<≤])\s?{_NUMBER}"
)
_OVER = regex.any_case(
    rf"(?:^|\s)(?:over|more than|above|at least|from|longer than|older than|virs|vairāk (?:par|nekā|kā)|vismaz|ilgāk (?:par|nekā)|vecāki par|no|свыше|более|больше|старше|не менее|от|дольше)\s{_NUMBER}"
    rf"|{_NUMBER}\s?\+|{_NUMBER}\s(?:[^\W\d]+\s)?(?:and|or|un|vai|и|или)\s(?:over|older|above|more|longer|vec\w+|vair\w+|ilg\w+|старше|более|больше|дольше)|[>≥]\s?{_NUMBER}"
)
_OPEN_END = regex.any_case(
    r"\d{1,3}\s?\+|(?:under|over|up to|below|above|(?:younger|older|more|less|fewer) than|līdz|virs|zem|(?:jaunāk|vecāk|vairāk|mazāk)\w? (?:par|nekā)|до|старше|моложе|более|менее)\s\d{1,3}(?!\d)"
    r"|(?:from|no|от|с)\s\d{1,3}(?=\s(?:gad|year|лет|года))|\d{1,3}\s(?:[^\W\d]+\s)?(?:and|or|un|vai|и|или)\s(?:over|older|above|more|vec\w+|vair\w+|старше|более)"
)


def without_ranges(words: str) -> str:
    """Words with each range of amounts as one word: `18–34 149` is an age and a number of persons."""
    return _OPEN_END.sub("…", _BETWEEN.sub("…", words))


_AGES = (14.0, 30.0)  # where the first group of ages ends, or begins


def _range(label: str) -> tuple[float, float] | None:
    """The least and the most that a label names: `11 to 30 minutes`, `65 and over`; None of none."""
    if match := _BETWEEN.search(label):
        return _value(match[1]), _value(match[2])
    for pattern, side in ((_UNDER, 0), (_OVER, 1)):
        if match := pattern.search(label):
            bound = next(_value(one) for one in match.groups() if one)
            return (bound, float("inf")) if side else (0.0, bound)
    return None


def _value(printed: str) -> float:
    return float(printed.replace(",", "."))


def are_ranges(labels: Sequence[str], text: Text) -> bool:
    """Whether labels part an amount into ranges, in whatever order, so that each person is in one."""
    rest = residual(text)
    found = [_range(label) for label in labels if not rest.match(label.strip().lower())]
    if len(found) < 3 or None in found:
        return False
    return _adjoin(sorted(one for one in found if one is not None))


def rise_or_fall(labels: Sequence[str], text: Text) -> bool:
    """Whether ranges stand in their own order: who tells them by size may leave the last ones out."""
    rest = residual(text)
    found = [_range(label) for label in labels if not rest.match(label.strip().lower())]
    bounds = [one for one in found if one is not None]
    return _adjoin(bounds) or _adjoin(bounds[::-1])


def _adjoin(bounds: Sequence[tuple[float, float]]) -> bool:
    return all(
        one[1] <= other[0] <= one[1] + max(1.0, 0.02 * one[1])
        for one, other in itertools.pairwise(bounds)
    )


def are_ages(labels: Sequence[str]) -> bool:
    """Whether ranges may be of ages: of groups, and no answers."""
    bounds = sorted(one for label in labels if (one := _range(label)) is not None)
    return bool(bounds) and _AGES[0] <= bounds[0][0 if bounds[0][0] else 1] <= _AGES[1] * 2
