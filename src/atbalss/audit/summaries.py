"""What a report concludes: the clauses of its summary, its conclusions and its opening words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.kept import read_once
from atbalss.audit.numbers import numbers
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_TITLES = {  # of a chapter, or of the words before a colon, that tell what was found in short
    "lv": r"(?:\w+ ){0,2}?(?:kopsavilkum\w*|secinājum\w*|atziņ\w*|slēdzien\w*|rezumējum\w*)(?: \w+){0,2}|(?:pats )?(?:galvenais|svarīgākais|būtiskākais)(?: \w+)?|īsumā|īsi|nobeigum\w*|noslēgum\w*|ko (?:uzzinājām|noskaidrojām)|kopum(?:ā|s)|galven\w+ (?:rezultāt|fakt)\w*|par ko ir runa|vienā teikumā|divos vārdos|īsi sakot|(?:tas )?svarīgākais|ko secinām|ko (?:tas|no tā|rezultāti|atbildes) (?:nozīmē|secinām|rāda|liecina)(?: \w+){0,2}|ko no tā secinām|būtība",
    "en": r"(?:\w+ ){0,2}?(?:summary|conclusions?|take-?aways?|(?:findings|results) in (?:brief|short)|(?:key|main) findings?|highlights?|messages?)(?: (?:of|from|and|for|in) (?:\w+ ?){1,3})?|in (?:brief|short|summary|sum|conclusion|a nutshell|a sentence)|at a glance|what we (?:found|learned|learnt)|the (?:short version|bottom line|gist|upshot)|bottom line|(?:key|main) (?:results|points|facts)|to sum up|overview|tl;dr|headlines?|briefly|(?:the )?essentials|what (?:we (?:take|learn|conclude)|this (?:means|tells us)|it (?:means|shows)|follows|the results? (?:mean|show|tell us))(?: \w+){0,3}",
    "ru": r"(?:\w+ ){0,2}?(?:вывод\w*|резюме|заключени\w*|итог\w*|тезис\w*)(?: \w+){0,2}|(?:самое )?главное(?: (?:за|в|о) \w+(?: \w+)?)?|основное|(?:коротко|кратко)(?: о (?:главном|результатах|важном))?|что (?:это|из этого) (?:значит|следует)|суть|в нескольких словах|вкратце|в двух словах|если кратко|что (?:мы )?(?:узнали|выяснили)|ключевые (?:результаты|факты)|основные результаты",
}
_OPENS = {  # how a sentence says that it concludes
    "lv": r"secināms, ka|kopumā secināms, ka|var secināt, ka|tātad kopumā",
    "en": r"to sum up|in sum|in short|in conclusion|all in all|we conclude that|it can be concluded that|the survey (?:shows|concludes) that",
    "ru": r"таким образом, можно сказать, что|можно сделать вывод, что|подводя итог|в целом можно сказать",
}
_QUOTED = {  # how somebody who is quoted says what a survey has found
    "lv": r"(?:aptauja|pētījums|dati|rezultāti|atbildes) (?:\w+ )?(?:rāda|parāda|liecina|apliecina|apstiprina), ka",
    "en": r"(?:the|our|this) (?:survey|poll|study|results?|figures|data|answers) (?:\w+ )?(?:shows?|tells?|proves?|confirms?)(?: us)? that",
    "ru": r"(?:опрос|исследование|данные|результаты|ответы) (?:\w+ )?(?:показал\w*|показыва\w+|подтвержда\w+|подтвердил\w*|говорят), что",
}
_JOINT = {
    "lv": r"(?:un|bet|savukārt|turpretī|kā arī|kamēr|taču)",
    "en": r"(?:and|but|while|whereas|yet|although)",
    "ru": r"(?:и|а|но|однако|тогда как|зато|при этом)",
}


_PRESS = {  # that a text is written for newspapers
    "lv": r"preses (?:relīze|ziņa|paziņojums)|(?:informācija|paziņojums|ziņa) (?:plašsaziņas līdzekļiem|presei|medijiem|masu medijiem)",
    "en": r"(?:press|media|news) release|for immediate release|press notice|news from",
    "ru": r"пресс-релиз|(?:информация|сообщение) для (?:прессы|СМИ|журналистов)|для (?:прессы|СМИ)",
}
_SHOWN = {  # a lead tells what a survey has found
    "lv": r"(?:liecina|rāda|parāda|atklāj|secināts) (?:[\w’„”“\"]+ ){0,6}?(?:aptauj|pētījum|mērījum)\w*|(?:aptauj|pētījum)\w* (?:liecina|rāda|atklāj)",
    "en": r"(?:survey|poll|study) (?:[\w’'-]+ ){0,6}?(?:shows|finds|found|suggests|reveals|has found)|according to (?:a|the) (?:[\w-]+ ){0,3}(?:survey|poll|study)",
    "ru": r"(?:показал\w*|свидетельствует|выяснил\w*) (?:[\w«»-]+ ){0,4}?(?:опрос|исследовани)\w*|(?:опрос|исследовани)\w* (?:[\w«»-]+ ){0,4}?(?:показал\w*|выявил\w*)|по данным (?:опроса|исследования)",
}
_SHARES = {  # a share told in words, which opens a claim of its own
    "lv": r"(?:vairākum|vairum)\w+|lielākā daļa|vairāk nekā puse|puse|daudzi",
    "en": r"most|more than half|half|many|the majority|few|nearly|almost",
    "ru": r"большинств\w+|больш\w+ част\w+|половин\w+|многие|почти",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that concludes: its words and where they stand in the sentence."""

    sentence: Sentence
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words of the clause."""
        return self.sentence.text[self.start : self.end]


@read_once
def concluding(text: Text, claims: Claims) -> dict[int, int]:
    """{order of a sentence that concludes: where in it the conclusion begins}."""
    return dict(_concluding(text, claims))


_OVERVIEW = regex.pattern(
    r"overview", regex.IGNORECASE
)  # without a share, or of a chapter: what it is about
_BEFORE = 8  # sentences


def _concluding(text: Text, claims: Claims) -> Iterator[tuple[int, int]]:
    title = word_pattern(_TITLES[text.lang])
    asks = "?" in text.whole  # else what is quoted may be the result itself
    quoted = rf"|[„“\"«](?:{_QUOTED[text.lang]})" if asks else ""
    opens = regex.pattern(rf"(?:(?:{_OPENS[text.lang]}){quoted}),?\s", regex.IGNORECASE)
    inside, whole = _titled(text, claims)
    led = set(_first_of(text, whole))  # blocks that conclude, whatever section they stand in
    claims.kept["led"] = led
    lead = lead_of(text)
    opening = opening_of(text, claims) if not (inside or led or lead) else frozenset()
    for sentence in text.sentences:
        if sentence.block in lead:
            counted = regex.search(r"(?<![\d.,])\d{3,}(?![\d.,]*\s?%)", sentence.text)
            shown = word_pattern(_SHOWN[text.lang]).match(
                regex.sub(r"^(?:Tā|To|Об этом|This)\s", "", sentence.text)
            )
            if not counted and not shown:
                yield sentence.order, 0
            continue
        if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        if sentence.block in opening and _SHORT.fullmatch(sentence.text):
            yield sentence.order, 0
            continue
        head = regex.match(r"(?P<head>[^.:!?—–;%\d]{3,60})(?::|\s?[–—]|\.)\s+(?=\S)", sentence.text)
        if sentence.section in inside or sentence.block in led:
            yield sentence.order, 0
        elif regex.search(r"\?.*%", text.blocks[sentence.block].text):
            continue  # a question and its answers
        elif head and title.fullmatch(_bare(head.group("head"))):
            led.add(sentence.block)
            yield sentence.order, head.end()
        elif len(sentence.text.split()) < 4 and title.fullmatch(_bare(sentence.text)):
            led.add(sentence.block)
        elif opened := opens.match(sentence.text):
            yield sentence.order, opened.end()


def _titled(text: Text, claims: Claims) -> tuple[set[int], set[int]]:
    """Sections whose title says that they conclude; those that are the whole report apart."""
    title = word_pattern(_TITLES[text.lang])
    inside = {
        number
        for number, words in text.titles.items()
        if len(words) < 80 and title.fullmatch(_bare(words))
    }
    shares = {item.section for item in text.prose if claims.of(item)}
    prose = Counter(item.section for item in text.prose)
    inside -= {
        number
        for number in inside
        if _OVERVIEW.fullmatch(_bare(text.titles[number]))
        and (number not in shares or sum(prose[n] for n in range(number)) > _BEFORE)
    }
    whole = {number for number in inside if prose[number] * 3 >= prose.total() * 2}  # or a title
    return inside - whole, whole


def opening_of(text: Text, claims: Claims) -> frozenset[int]:
    """The first paragraph of a report, where it gives a share that questions, tables or lists below give again."""
    prose = (Kind.PARAGRAPH, Kind.ITEM)
    first = next((c.sentence for c in claims.levels if c.sentence.kind in prose), None)
    if first is None or first.block > _FIRST or _ASKED.search(text.blocks[first.block].text):
        return frozenset()
    above = text.blocks[1 : first.block]
    if any(block.kind in prose and block.text.endswith(".") for block in above):
        return frozenset()
    cells = [cell for block in text.blocks for row in block.rows for cell in row[1:]]
    again = {item.number.value for item in claims.levels if item.sentence.block > first.block}
    again |= {item.value for cell in cells for item in numbers(cell, text.lang)}
    own = [item for item in claims.levels if item.sentence.block == first.block]
    return frozenset({first.block} if any(c.number.value in again for c in own) else ())


_FIRST = 4  # blocks of a title
_SHORT = regex.pattern(r"(?:\d[\d.]*\s)?(?:[^\s\d]+\s){3,12}[^\s\d]+")  # words, and no number
_ASKED = regex.pattern(r"[„“«\"'][^„“«\"]{6,}\?[”“»\"']")
_RUN_IN = regex.pattern(
    r"\d{1,2}\.?\s[^\W\d_]{4,}\s[^\W\d_a-zāčēģīķļņšūžа-яё]|[^\W\d_][^.:!?%\d]{3,40}[.:]\s"
)


def _first_of(text: Text, sections: set[int]) -> tuple[int, ...]:
    """The items, or the paragraph, right below a title under which the whole text stands; what follows has its own."""
    found: list[int] = []
    for index, block in enumerate(text.blocks):
        if text.sections[index] not in sections or block.kind is Kind.HEADING:
            continue
        listed = block.kind is Kind.ITEM or regex.match(r"\d{1,2}[.)]\s", block.text)
        if not found or (listed and index == found[-1] + 1):
            found.append(index)
            continue
        titled = len(block.text) < 60 and not block.text.rstrip().endswith((".", "!", "?"))
        return tuple(found) if titled or _RUN_IN.match(block.text) else ()
    return ()


def lead_of(text: Text) -> frozenset[int]:
    """The headline and the first paragraph of a text that is written for newspapers."""
    press, shown = word_pattern(_PRESS[text.lang]), word_pattern(_SHOWN[text.lang])
    label = next((at for at, block in enumerate(text.blocks[:4]) if press.search(block.text)), -1)
    first = next(
        (
            at
            for at, block in enumerate(text.blocks[:6])
            if block.kind is Kind.PARAGRAPH
            and block.text.rstrip().endswith((".", "!"))
            and not (at == label and len(block.text) < 140)
        ),
        -1,
    )
    if first < 0 or (label < 0 and shown.search(text.blocks[first].text) is None):
        return frozenset()
    heads = {
        at for at, block in enumerate(text.blocks[:first]) if at != label and len(block.text) < 160
    }
    return frozenset({first, *heads})


_TOLD = {  # who tells of a survey in a newspaper
    "lv": r"(?:liecina|rāda|parāda|atklāj|apliecina|uzrāda|secināts|noskaidrots|informē\w*|ziņo|vēsta|norāda)",
    "en": r"(?:shows?|showed|suggests?|reveals?|revealed|found|finds|according to|reports?|reported|said|says)",
    "ru": r"(?:показал\w*|свидетельству\w+|выяснил\w*|следует из|по данным|согласно|сообщ\w+|говорится|оказалось)",
}
_MANY = 5  # shares


def is_news(text: Text) -> bool:
    """Whether a text tells of a survey as newspapers do: prose, no question, each paragraph of another result."""
    if any(block.rows or block.kind in (Kind.CAPTION, Kind.ITEM) for block in text.blocks):
        return False
    shares = sum(
        block.text.count("%") + block.text.lower().count("процент") for block in text.blocks
    )
    asked = any("?" in block.text for block in text.blocks[1:])
    told = word_pattern(_TOLD[text.lang]).search(text.whole[:900])
    return not asked and shares >= _MANY and told is not None


def _bare(words: str) -> str:
    """A title without its number and marks."""
    return regex.sub(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}\.)\s", "", words.strip()).strip(
        " .:–—-*#"
    )


def clauses(text: Text, claims: Claims) -> Iterator[Clause]:
    """The clauses of all conclusions: parted by semicolons, and by commas before a joining word."""
    joint = _JOINT[text.lang]
    cut = regex.pattern(
        rf";\s+|,\s(?={joint}\s)|(?<=[\w)])\s[–—-]\s(?={joint}\s)|,\s(?={_SHARES[text.lang]}\s)",
        regex.IGNORECASE,
    )
    for order, begin in concluding(text, claims).items():
        sentence = text.sentences[order]
        place = begin
        for match in cut.finditer(sentence.text, begin):
            yield Clause(sentence, place, match.start())
            place = match.end()
        yield Clause(sentence, place, len(sentence.text))
