"""The base of a percent that is told before it: `14 managers answered. … Yes: 55 %`."""

from __future__ import annotations

from atbalss.audit import regex
from atbalss.audit.claims import Claim
from atbalss.audit.governing import SLICED, counted_base, them, turns_back
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.numerals import in_words, value_of
from atbalss.audit.stems import stem
from atbalss.audit.text import Sentence, Text, word_pattern

MEASURES = (
    r"years?|months?|weeks?|days?|hours?|minutes?|points?|euros?|million|thousand|questions?|answers?|times"
    r"|gad|mēneš|nedēļ|dien|stund|minūt|punkt|eiro|milj|tūkst|jautāj|atbil|reiz"
    r"|лет|год|месяц|недел|дн|час|минут|балл|евро|млн|тыс|вопрос|ответ|раз"
)


def is_of_another(after: str) -> bool:
    """Whether a percent is at once given another base: `60 % of those …`, `60 % of all`."""
    return bool(
        regex.match(
            r"\s(?:of|no|из|от)\s(?:those|these|them|all|tiem|šiem|visiem|них|тех|всех)(?!\w)",
            after,
            regex.IGNORECASE,
        )
    )


def number_words(lang: str) -> str:
    """A pattern of the numbers from 1 to 99 in words, with whatever endings they have."""
    return in_words(lang)


def numeral(printed: str, lang: str) -> int:
    """A count printed in digits or in words; 0 where it is neither."""
    return int(printed) if printed.isdigit() else value_of(printed, lang)


_SMALL = 60  # persons: above, nearly every whole percent is some count of them
_ANSWERED = {
    "lv": r"(?:atsevišķi |papildus |arī )*(?:elektroniski )?(?:atbildēja|aptaujāti|aptaujājām|piedalījās|aizpildīja|iztaujāti|jautāti|vaicāti|jautājām)(?: arī)?",
    "en": r"(?:answered|replied|were (?:asked|interviewed|surveyed)|took part|responded|filled in)",
    "ru": r"(?:ответил\w*|опрошен\w*|участвовал\w*|заполнил\w*|вернул[аои]?|сдал[аои]?)",
}


def told_before(claim: Claim, text: Text) -> int:
    """The small base that a heading, the sentence itself or the one before gives a percent; else 0."""
    words = claim.sentence.text
    if is_of_another(words[claim.number.end :]) and not is_of_them(claim, text):
        return 0
    if claim.years or word_pattern(text.words.last_wave).search(words):
        return 0
    found = counted_base(claim.sentence, claim.number.start, claim.number.end, text)
    return found or _of_block(claim, text) or _of_title(claim, text)


def is_of_them(claim: Claim, text: Text) -> bool:
    """Whether a percent is of those just counted: `45 % of them`, `of them 45 %`."""
    return them(claim.sentence.text, claim.number.start, claim.number.end, text.lang) >= 0


def _of_block(claim: Claim, text: Text) -> int:
    """`14 shift managers answered separately. Question: “…?” Yes – 55 %.`: the opening of the paragraph."""
    own = [item for item in text.sentences if item.block == claim.sentence.block]
    first = own[0]
    if first.order == claim.sentence.order or "%" in first.text or len(own) > 8:
        return 0
    answered = _ANSWERED[text.lang]
    small = number_words(text.lang)
    noun = rf"(?P<n>\d{{1,3}}|{small})\s(?!{MEASURES})[^\W\d][\w-]+(?:\s[^\W\d][\w-]+){{0,3}}?"
    if turns_back(claim.sentence.text[: claim.number.start], text):
        return 0
    if named := _named_there(first.text, claim):
        return named if named <= _SMALL and not _other_base(own, claim, named) else 0
    match = regex.search(rf"(?<![\w.,]){noun}\s{answered}(?!\w)", first.text, regex.IGNORECASE)
    if match is None:
        if text.lang == "en":
            answered = r"(?:asked|surveyed|interviewed|questioned|spoke to|talked to|(?:returned|completed|answered|filled in) by)"
        every = r"(?:all (?:the |our )?)?" if text.lang == "en" else ""
        match = regex.search(
            rf"(?<!\w){answered}\s{every}{noun}(?![\w-])", first.text, regex.IGNORECASE
        )
    if match is None or len(_whole_numbers(first.text)) > 1:
        return 0
    if SLICED.match(first.text[match.end("n") :]):
        return 0
    if regex.match(
        rf"(?:\s[\w-]+){{0,3}}\s(?:{MEASURES})", first.text[match.end("n") :], regex.IGNORECASE
    ):
        return 0  # `were asked two yes-or-no questions`
    base = numeral(match.group("n"), text.lang)
    return base if base <= _SMALL and not _other_base(own, claim, base) else 0


def _named_there(words: str, claim: Claim) -> int:
    """`Guides (n = 18) answered … 60 % of guides`: the base of those whom the share names again."""
    found = regex.findall(r"([^\W\d]{4,})\s\((?:[nN]\s?=\s?)(\d{1,4})\)", words)
    if len(found) != 1:
        return 0
    after = regex.findall(r"[^\W\d]+", claim.sentence.text[claim.number.end :])[:3]
    again = stem(found[0][0], claim.lang) in {stem(word, claim.lang) for word in after}
    return int(found[0][1]) if again else 0


def _other_base(own: list[Sentence], claim: Claim, base: int) -> bool:
    """Whether a sentence between, or the percent's own, turns to other persons."""
    narrow = regex.any_case(
        r"(?<!\w)(?:of|among|no|starp|из|среди|from)\s(?:the |those |these |tiem |тех )?(?:\w+\s)?(?:\d+|who|kas|kuri|kuru|кто)"
    )
    for item in own[1:]:
        if item.order > claim.sentence.order:
            break
        for match in narrow.finditer(item.text):
            if not regex.search(rf"(?<!\d){base}(?!\d)", match.group(0)):
                return True
    return False


def _whole_numbers(words: str) -> list[int]:
    return [
        int(item.value)
        for item in numbers(words, "en")
        if item.unit is Unit.NONE and not item.digits
    ]


def _of_title(claim: Claim, text: Text) -> int:
    """`## Accountants (n = 15)`: every percent of the section, where no other n stands in it."""
    title = text.titles.get(claim.sentence.section, "")
    found = regex.findall(
        r"\b(?:[nN]\s?=|[Bb]ase:?|[Bb]āze:?|[Бб]аза:?)\s?(\d{1,4})(?![\d,.\u00a0 ]*\d)",
        title,
    )
    if len(found) != 1:
        return 0
    base = int(found[0])
    narrow = rf"{text.words.group}|[nN]\s?=\s?(?!{base}\b)\d|(?:of|no|из)\s(?!{base}\b)\d+"
    told = claim.sentence.text[: claim.end]
    if turns_back(told, text):
        return 0
    others = (match[0] for match in word_pattern(narrow).finditer(told))
    return 0 if any(one.lower() not in title.lower() for one in others) else base
