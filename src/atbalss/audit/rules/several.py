"""Answers to an open question that make far more than 100 %, and no word that several could be given."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.answer_lists import captioned
from atbalss.audit.answer_words import REMAINS, are_people, are_verdicts, scaled
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.kept import read_once
from atbalss.audit.rules.asked import (
    asks_openly,
    noted_above,
    noted_of,
    says_one,
    says_several,
    several_noted,
)
from atbalss.audit.rules.references import block_spot
from atbalss.audit.rules.sums import summed
from atbalss.audit.series import Result, Series, cell_share, is_part, is_rest, series_of, years_in
from atbalss.audit.text import Block, Kind, Text, word_pattern
from atbalss.audit.yes_no import is_yes

_MANY = {  # what one person may have several of: the noun of a title, of a head or of an opening
    "lv": r"iemesl|šķēršļ|šķērsl|kavēkļ|problēm|avot|trūkum|priekšrocīb|grūtīb|ierosinājum|ieteikum|vēlm|vēlējum|motīv|kanāl|nolūk|cēloņ|bažas|bažu|sūdzīb|uzlabojum|iebild|pārmetum|raiz|apsvērum|vajadzīb|traucēkļ|lietas",
    "en": r"reasons?|barriers?|obstacles?|hurdles?|problems?|sources?|drawbacks?|advantages?|benefits?|difficult(?:y|ies)|suggestions?|wish(?:es)?|motives?|complaints?|channels?|purposes?|causes?|concerns?|worries|improvements?|grievances?|irritations?|objections?|needs|challenges?|things",
    "ru": r"причин|препятстви|барьер|проблем|источник|недостат|преимуществ|трудност|предложени|пожелани|мотив|жалоб|канал|повод|опасени|замечани|претензи|сложност|потребност|нарекани",
}
_WAY = {  # question words that stand behind a preposition, or within a title
    "lv": r"(?:no|ar|par|uz|pa|kādēļ|kam|kur|kā dēļ|pie) ?k(?:ā|o|am|ur\w*|ād\w{1,3}|urienes|urieni)|k(?:ādēļ|āpēc|as|o|ur(?:us|as|os|ās|iem|ām)?|am|ād\w{1,3})|kā (?:jūs|jums)",
    "en": r"(?:from|for|in|on|by|with|about|of|through) (?:where|what|which|whom)|why|what|which|where(?: from)?|how do",
    "ru": r"(?:из|на|для|о|об|в|во|по|за|с|от|к|через|благодаря) (?:как\w+|ч[еёе]\w+|что|кем|кого)|почему|зачем|откуда|что|чего|чем|где|куда|какие|каких|какими|как вы|как вам",
}
_MAIN_ONE = {
    "lv": r"galven(?:ais|ā|o|ajam|ajai) \w+(?:s|a|e|u|i)|pats \w+ākais|svarīgākais",
    "en": r"(?:main|chief|principal|primary|single|one|most important|first(?: of all)?|best|biggest|greatest|usual|favourite) (?!reasons|obstacles|problems|sources|barriers|channels|purposes|motives|complaints|wishes|concerns|causes)\w+",
    "ru": r"(?:главн|основн|важнейш|сам)(?:ая|ый|ое|ой|ую|ого|ым) \w+|прежде всего|в первую очередь",
}
_GROUPED = {  # a share of each group, or of each thing that was judged for itself
    "lv": r"pa (?:vecum|dzimum|reģion|grup|novad|gad)\w*|pēc (?:vecuma|dzimuma|izglītības)|īpatsvars (?:grupās|pa)|apmierināt\w+ (?:ar|īpatsvar\w*)|uztic\w+|piekrīt|dalījumā|grupās|vērtē\w*|katr\w+ (?:\w+ )?(?:jautā|vērtē)\w*",
    "en": r"by (?:age|sex|gender|region|group|district|year|education)|share (?:of|answering|saying)|satisf\w+ with|trust(?:ed)?(?: in)?|agree|per (?:age|region|group)|rated?|ratings?|each (?:item|statement|service) ",
    "ru": r"по (?:возраст|полу|регион|групп|район|год)\w*|дол[яи] (?:довольн|ответивш|соглас|положит)\w*|довольн\w+|доверя\w+|довери\w+ к|согласн\w+|(?:не)?удовлетвор\w+|недовольн\w+|оцен\w+|в разрезе",
}
_OFTEN = {  # each thing was asked about for itself: how often it is done
    "lv": r"(?:vismaz|biežāk (?:nekā|par|kā)|retāk (?:nekā|par|kā)|ne retāk kā) (?:\w+ )?reiz\w*|(?:vienu |dažas )?reiz[ieu]s? (?:dienā|nedēļā|mēnesī|gadā)|ik ?dienas? (?:lieto|dara)\w*",
    "en": r"(?:at least|more often than|less than) (?:once|twice)|(?:once|twice|several times) (?:a|per) (?:day|week|month|year)",
    "ru": r"(?:хотя бы|не реже|чаще,? чем|реже,? чем|минимум) (?:\w+ )?раз\w*|(?:один |несколько )?раз\w? в (?:день|неделю|месяц|год)",
}
_ROUNDED = 1.0  # points by which the columns of a row may miss 100
_MOST = 350.0  # above: shares of separate questions
_FAR = 8.0  # points over 100: below, answers of one question that are wrongly added


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """One finding a list or table, at the words that ask for it."""
    tables: set[int] = set()  # one of groups by answers says it once, not for each group
    for series in told(text, claims):
        if series.table and series.first in tables:
            continue
        tables.add(series.first)
        summed(claims).update(range(series.first, series.last + 1))
        first = series.results[0]
        digits = max(item.number.digits for item in series.results)
        total = f"{series.total:.{digits}f}"
        at = series.lead_spot if series.lead_spot.quote else first.spot
        others = (first.spot,) if at is not first.spot else ()
        if series.table:
            others = (*others, block_spot(text.blocks[series.first], series.first))
        above = text.blocks[at.block] if at.block >= 0 else text.blocks[0]
        if above.kind is Kind.CAPTION and above.line != at.line:  # its question stands below it
            others = (*others, block_spot(above, at.block))
        yield finding(text, "sum-of-answers", at, others, total=total)


_TWO_ASKED = (
    regex.any_case(  # `"Do you like the stock?" and "Do you like the hours?"`: a share of each
        r"\?[\"”»“]\s(?:un|and|и)\s[\"„«“]"
    )
)


@read_once
def told(text: Text, claims: Claims) -> tuple[Series, ...]:
    """The lists of a document that need the word that several answers could be given."""
    if claims.drawn or several_noted(text, claims):
        return ()  # a picture may say so
    return tuple(
        series
        for series in (*series_of(text, claims), *_told_out(text, claims), *_captioned(text))
        if _unsaid(series, text)
        and not _TWO_ASKED.search(f"{series.lead} {series.results[0].label}")
        and not noted_of(_lead(series, text), text, claims)
    )


_WHO = (  # of whom a sample is made, part by part
    r"kas (?:\w+ )?(?:nāca|atnāca|atbildēja|piedalījās)|aptaujātie|atbildējušie|who (?:\w+ )?(?:took part|answered|replied|came|responded)|our respondents"
    r"|кто (?:\w+ )?(?:ответил|отвечал|пришёл|пришел|участвовал)|опрошенные"
)


def _told_out(text: Text, claims: Claims) -> Iterator[Series]:
    """Answers to an open question, told in sentences that give a share or two each: behind it, or in the next paragraph."""
    turned = (
        rf"(?:{text.words.rise}|{text.words.fall})(?:\s\w+)?\s(?:from|to|by|no|līdz|par|на|с|до)\s"
    )
    moved = word_pattern(rf"{text.words.last_wave}|{text.words.group}|{turned}\d+")
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.PARAGRAPH or block.text.count("%") < 3:
            continue
        own = [item for item in text.sentences if item.block == index]
        asks = [place for place, item in enumerate(own) if "?" in item.text]
        over = text.blocks[index - 1] if index else block
        if asks:  # the question stands in the same paragraph
            asked, own = own[: asks[-1] + 1], own[asks[-1] + 1 :]
            lead, where = " ".join(item.text for item in asked), spot(text, asked[-1])
        elif "?" in over.text[-_SAID:]:
            asked = [item for item in text.sentences if item.block == index - 1]
            lead, where = over.text, block_spot(over, index - 1)
        else:
            continue
        sentences = list(itertools.takewhile(claims.of, own))
        found = [claim for item in sentences for claim in claims.of(item)]
        asked += own[len(sentences) :]  # what is said behind the answers gives no share
        if len(sentences) < 2 or any(map(claims.of, asked)) or any(one.years for one in found):
            continue
        if any(moved.search(item.text) for item in sentences):
            continue
        results = tuple(
            Result(claim.segment, claim.number, 0, spot(text, claim.sentence, claim.number.start))
            for claim in found
        )
        yield Series(results, lead, where, index, index)


def _captioned(text: Text) -> Iterator[Series]:
    """Figures told in their captions."""
    for made in captioned(text):
        where = made.answers[0].spot
        results = tuple(Result(one.label, one.number, 0, where) for one in made.answers)
        yield Series(results, made.over, where, made.first, made.first)


_SAID = 120  # letters behind a question that may say how it was answered


def _unsaid(series: Series, text: Text) -> bool:
    """Whether a list answers one open question with far more than 100 %, and nothing is said of it."""
    results = [
        item for item in series.results if not (_is_total(item.label, text) or is_part(item.label))
    ]
    total = sum(item.number.value for item in results)
    if len(results) < 3 or not 100 + max(series.spare, _FAR) < total < _MOST:
        return False
    if _apart(series, text) or REMAINS.match(
        regex.split(r"\n|(?<=[.?!])\s", _lead(series, text))[-1].strip()
    ):
        return False
    if word_pattern(_WHO).search(series.lead):
        return False
    near = _near(series, text)
    if word_pattern(_OFTEN[text.lang]).search(f"{_lead(series, text)} {_title(series, text)}"):
        return False
    if noted_above(text, series.first) or says_several(near, text):
        return False
    if says_one(f"{_lead(series, text)} {_title(series, text)}", text):
        return False
    return _is_open(_lead(series, text), text) or _is_titled(series, text)


_OPENING = {  # how the title of a chapter asks for what one person may have several of
    "lv": r"k(?:as|o|am|ur|urp|ādēļ|āpēc|ādas|ādus|ādi|ādām)(?!\w)(?! (?:mainīj|jaun|tālāk)\w+)",
    "en": r"(?:what|which|where|why)(?!\w)(?!['’]?s? (?:is |has )?(?:changed|new|next|different|improved))",
    "ru": r"(?:что(?! (?:изменилось|нового|дальше))|чего|чем|какие|каких|какими|где|откуда|почему|зачем)(?!\w)",
}
_NEUTRAL = r"atbilžu sadalījums|atbildes|rezultāti|answers|distribution of answers|results|the replies|распределение ответов|ответы|результаты"
_FEWEST = 4  # answers of a list that only its chapter's title asks for


def _is_titled(series: Series, text: Text) -> bool:
    """Whether a chapter has one list, and its title asks openly: `What they need`."""
    first = series.first
    title = _title(series, text)
    if word_pattern(_NEUTRAL).match(title.strip()):  # the title over it asks
        title = text.titles.get(text.sections[first] - 1, "")
    title = regex.sub(r"^\W*\d[\d.]*\)?\s*", "", title)
    if len(series.results) < _FEWEST or not regex.match(
        _OPENING[text.lang], title, regex.IGNORECASE
    ):
        return False
    if word_pattern(f"{_GROUPED[text.lang]}|{_MAIN_ONE[text.lang]}").search(title):
        return False
    if word_pattern(_GROUPED[text.lang]).search(series.lead):
        return False  # each was judged for itself
    own = [at for at, part in enumerate(text.sections) if part == text.sections[first]]
    return not any(
        "?" in text.blocks[at].text for at in own if text.blocks[at].kind is not Kind.HEADING
    )


def _is_total(label: str, text: Text) -> bool:
    return word_pattern(text.words.total).match(label.strip(' ,.:;–-„“”"«»').lower()) is not None


_TWICE = 2
_VERSUS = regex.any_case(r"\d\s?%?\s(?:vs\.?|versus|pret|против)\s\d")


def _again(series: Series, text: Text) -> int:
    """How many results of a sentence have a name of one word that stands before another one too."""
    words = text.blocks[series.results[0].spot.block].text
    found = regex.findall(r"(?<=[(,:] )([^\W\d_]{4,}):? \d|(?<=\()([^\W\d_]{4,}):? \d", words)
    names = {one or other for one, other in found}
    return sum(len(regex.findall(rf"(?<!\w){name}(?!\w)", words)) > 1 for name in names)


def _apart(series: Series, text: Text) -> bool:
    """Whether the results are of different persons, years or grades, and no answers of all."""
    labels = [item.label for item in series.results]
    if series.table and _is_of_each(text.blocks[series.first], text):
        return True
    if len({item.base for item in series.results if item.base}) > 1 and not _are_counts(series):
        return True
    if any(_VERSUS.search(text.blocks[item.spot.block].text) for item in series.results[:1]):
        return not series.table  # "(68 % vs 73 %)": two groups
    if not series.table and _again(series, text) >= _TWICE:
        return (
            True  # `A (82 %) and B (84 %), but …: A 13 %, B 11 %`: two questions of the same things
        )
    if any(years_in(label) for label in labels):
        return True
    grades = sum(scaled(text).match(label) is not None for label in labels)
    ages = sum(regex.search(r"\d\s?[–-]\s?\d", label) is not None for label in labels)
    named = [label for label in labels if label and not is_rest(label, text)]
    if 2 * ages >= len(labels) or are_people(labels, text) or are_verdicts(labels, text):
        return True
    return 2 * grades > len(labels) or 2 * len(named) < len(labels)


def _is_of_each(block: Block, text: Text) -> bool:
    """Whether each row of a table was asked for itself: its column is of those who said yes, or its columns make 100."""
    head = block.rows[0]
    if len(head) == 2 and is_yes(head[1]):
        return True
    rows = [
        [cell_share(block, row, column, text) for column in range(1, len(head))]
        for row in range(1, len(block.rows))
    ]
    sums = [sum(n.value for n in row if n) for row in rows if sum(n is not None for n in row) > 2]
    return len(sums) > 1 and 2 * sum(abs(one - 100) <= _ROUNDED for one in sums) > len(rows)


def _are_counts(series: Series) -> bool:
    """Whether the numbers beside shares are of those who gave the answer: all make their shares of one whole."""
    counted = [item for item in series.results if item.base and item.number.value]
    least = max((100 * n.base / (n.number.value + n.number.step) for n in counted), default=0.0)
    most = min(
        (100 * n.base / max(n.number.value - n.number.step, 0.1) for n in counted), default=0.0
    )
    return len(counted) > 2 and max(item.base for item in counted) < least <= most


def _near(series: Series, text: Text) -> str:
    """The words from two blocks before the opening to one behind the list, but not of other lists."""
    first = series.first
    if 0 <= series.lead_spot.block < first:
        first = series.lead_spot.block
    places = list(range(first, series.last + 1))
    for place in (first - 1, first - 2):
        if place < 0 or text.sections[place] != text.sections[first] or _of_another(place, text):
            break
        places.insert(0, place)
    behind = text.blocks[series.last + 1 : series.last + 2]
    asks = bool(behind) and behind[0].kind is Kind.PARAGRAPH and "?" in behind[0].text
    if behind and not asks and not _captions_another(series, text):
        places.append(series.last + 1)
    heads = (text.blocks[place] for place in places)
    return "\n".join(
        " ".join((block.text, *(cell for row in block.rows[:1] + block.rows[-1:] for cell in row)))
        for block in heads
    )


def _captions_another(series: Series, text: Text) -> bool:
    """Whether what follows a list is the caption of a table that has none or few of its values."""
    behind = text.blocks[series.last + 1 : series.last + 3]
    if series.table or [block.kind for block in behind] != [Kind.CAPTION, Kind.TABLE]:
        return False
    cells = {cell.strip(" %") for row in behind[1].rows[1:] for cell in row[1:]}
    return 2 * sum(item.number.shown in cells for item in series.results) < len(series.results)


def _holds_shares(block: Block) -> bool:
    return "%" in regex.sub(r"(?<!\d)(?:100|9[059])\s?%", "", block.text)


def _of_another(place: int, text: Text) -> bool:
    """Whether a block belongs to a list before: a caption, a table, an item, or shares."""
    block = text.blocks[place]
    return block.kind in (Kind.CAPTION, Kind.TABLE, Kind.ITEM) or _holds_shares(block)


def _lead(series: Series, text: Text) -> str:
    """The words that open a list, and its question where that stands above its caption or behind it."""
    behind = text.blocks[series.last + 1 : series.last + 2]
    if behind and behind[0].kind is Kind.CAPTION and "?" in behind[0].text:
        return f"{series.lead}\n{behind[0].text}"
    at = series.lead_spot.block
    if at > 0 and text.blocks[at].kind is Kind.CAPTION and "?" not in series.lead:
        above = text.blocks[at - 1]
        said = above.kind in (Kind.PARAGRAPH, Kind.ITEM)  # a numbered paragraph is an item
        if said and "?" in above.text and not _holds_shares(above):
            return f"{above.text}\n{series.lead}"
    return series.lead


def _title(series: Series, text: Text) -> str:
    return text.titles.get(text.sections[series.first], "")


_TELL = {  # what those who answered were asked to do
    "lv": r"(?:uz|ie)rakstīt|nosaukt|pateikt|norādīt|pastāstīt|uzskaitīt|jautājām|vaicājām|lūdzām",
    "en": r"(?:asked|invited)(?= \S+ \S)|(?:to )?(?:write(?: down| in)?|name|tell us|list|say)",
    "ru": r"написать|назвать|указать|сказать|перечислить|спросили|спрашивали",
}


@cache
def _asks(lang: str) -> re.Pattern[str]:
    begin = r"(?:^|[„“\"«:–—(.?!,]\s?|\d[.)]\s)"
    return regex.any_case(rf"{begin}(?:{_WAY[lang]})\s[^?.%]{{6,}}")


_CAUSE = {  # what the reasons were of: no grading of their own
    "lv": r"(?:iemesl|cēloņ)\w+ [^.?\n]*",
    "en": r"reasons? (?:for|of|behind) [^.?\n]*",
    "ru": r"причин\w* [^.?\n]*",
}


def _as_asked(piece: str) -> str:
    """A question without the words that put it: `those who rated … were asked: “What …?”`."""
    return regex.split(r":\s?[„“\"«]", piece)[-1] if "?" in piece else piece


_NAMED = r"[«„“\"][^»”“\"]*[»”“\"]"  # an answer, behind the question


def _is_open(lead: str, text: Text) -> bool:
    """Whether words ask which, what or why, or name what one person may have several of."""
    lang = text.lang
    pieces = [piece for piece in regex.split(r"\n|(?<=[^\d][.?!])\s", lead) if piece.strip()]
    asks = [at for at, piece in enumerate(pieces) if "?" in piece]
    pieces = pieces[min(len(pieces) - 3, asks[-1]) :] if asks and len(pieces) > 3 else pieces[-3:]
    near = word_pattern(_CAUSE[lang]).sub(" ", "\n".join(map(_as_asked, pieces)))
    question, mark, tail = near.rpartition("?")
    unnamed = f"{question}{mark}{regex.sub(_NAMED, ' ', tail)}"
    if word_pattern(f"{_GROUPED[lang]}|{_MAIN_ONE[lang]}").search(unnamed):
        return False
    told = (piece for piece in pieces[:-1] if not regex.search(r"\d\s?%", piece))
    near = "\n".join((*told, *pieces[-1:]))  # a sentence with shares of its own asks nothing
    if asks_openly(near, text):
        return True
    bare = regex.sub(r"(?m)^[^.:\d\n]{0,20}\d+[.:]\s", "", near)
    if not word_pattern(_TELL[lang]).search(bare):
        bare = regex.sub(rf",\s(?:{text.words.who})\s[^,.?\n]*\.", ".", bare)  # those who answered
    ending = "" if lang == "en" else r"\w*"
    noun = word_pattern(rf"(?:{_MANY[lang]}){ending}").search(bare)
    asked = regex.search(
        rf"(?<!\w)(?:{_TELL[lang]})\s(?:\S+\s){{0,4}}(?:{_WAY[lang]})\s", bare, regex.IGNORECASE
    )
    return bool(noun or asked) or any(
        _is_asked(match, text) for match in _asks(lang).finditer(bare)
    )


_ASKING = {  # before a comma: what follows is asked, and no clause of something said
    "lv": r"jaut|vaic|prasī|lūdz|lūgt|rakst|pateik|minē|nosau|norād|uzskait|pastāst|izvēl|atzīm|noskaidr",
    "en": r"ask|question|write|say|invite|name|list|tell|told|cho[os]|pick|tick|mark|mention|wanted to know",
    "ru": r"спр[ао]|прос|написа|сказа|вопрос|назва|назов|указ|перечисл|расска|выбра|выбер|отметить|выясн|узна",
}


def _is_asked(match: re.Match[str], text: Text) -> bool:
    """Whether a question word opens a question or what was named: not `they note, that …`."""
    if not match.group(0).startswith(","):
        return True
    near = match.string[max(0, match.start() - 70) : match.start() + 30]
    return regex.search(rf"(?<!\w)(?:{_ASKING[text.lang]})", near, regex.IGNORECASE) is not None
