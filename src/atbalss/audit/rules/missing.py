"""What a survey report must say and this one nowhere does: base, margin, question wordings."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.captions import caption_of
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, spot
from atbalss.audit.rules.references import block_spot
from atbalss.audit.text import Kind, Text, word_pattern

_ENOUGH = 15  # shares that make a document a report
LONG = 800  # words


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """At most one finding of each kind, and only in a whole report of a survey."""
    shares = [c for c in claims.levels if c.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)]
    if len(shares) < _ENOUGH or len(text.whole.split()) < LONG or not _survey(text):
        return
    if not _any_base(text, claims):
        first = shares[0]
        at = spot(text, first.sentence, first.number.start, first.number.end)
        yield finding(text, "missing-base", at, shares=len(shares))
    method = method_of(text)
    open_to_all = word_pattern(_OPEN).search(text.whole) is not None
    if method is not None and not open_to_all and not text.says(text.words.interval):
        yield finding(
            text, "missing-interval", method, tuple(_standing_for_all(text)), shares=len(shares)
        )
    captions = [
        block_spot(block, index)
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.CAPTION
        and (caption_of(block.text, text.words) or ("",))[0] in ("figure", "table")
    ]
    if len(captions) >= 5 and not text.says(text.words.question) and not _asked(text):
        yield finding(text, "missing-wording", captions[0], figures=len(captions))


def _survey(text: Text) -> bool:
    said = r"aptauj\w*|respondent\w*|survey\w*|respondents?|опрос\w*|респондент\w*|анкет\w*"
    return len(word_pattern(said).findall(text.whole)) >= 5


def _any_base(text: Text, claims: Claims) -> bool:
    if claims.base or regex.search(
        r"(?<!\w)[nN]\s?=\s?\d|\d{2,} (?:responses|interviews|interviju|анкет)", text.whole
    ):
        return True
    return bool(
        regex.search(
            rf"\d[\d ,.]*\s(?:\w+\s){{0,3}}?(?:{text.words.people})", text.whole, regex.IGNORECASE
        )
    )


def method_of(text: Text) -> Spot | None:
    """Where a document tells its method: a heading, or a row of a table."""
    for index, block in enumerate(text.blocks):
        told = block.kind is Kind.HEADING and word_pattern(text.words.method).search(block.text)
        if told and not _OTHER_METHOD.search(block.text) and not block.text.endswith("?"):
            return block_spot(block, index)
        for row, line in zip(block.rows, block.row_lines, strict=False):
            if row and word_pattern(text.words.method).match(row[0]):
                return Spot(" | ".join(row)[:240], line, block.page, index)
    return None


_OTHER_METHOD = regex.pattern(  # of what those who answered do: `Install method`
    r"(?<!\w)(?:install\w*|payment|delivery|contact|teaching|learning|deployment|travel|access|development|authentication) methods?(?!\w)",
    regex.IGNORECASE,
)
_OPEN = (  # whoever wished could answer: there is no sampling error to be told
    r"(?:promoted|publici[sz]ed|advertised|announced|posted|shared|distributed|circulated|spread|tweeted|available) (?:[\w,’'-]+ ){0,8}?(?:twitter|facebook|social media|social networks|linkedin|reddit|slack|discord|blogs?|mailing lists?|newsletters?|forums?|listservs?|website)"
    r"|self-select\w*|open to (?:anyone|everyone|everybody|all)|convenience sampl\w*|volunteer sampl\w*|snowball\w*|pašatlas\w*|pašpieteik\w* izlas\w*|стихийн\w+ выборк\w*|самоотбор\w*"
    r"|(?:izplatīt|ievietot|publicēt|pieejam)\w+ (?:[\w,]+ ){0,6}?(?:sociālajos tīklos|feisbukā|facebook|mājas ?lapā|tīmekļvietnē)|(?:размещ|распростран|опубликован)\w+ (?:[\w,]+ ){0,6}?(?:соцсетях|социальных сетях|на сайте)"
)
_FOR_ALL = (  # says that a sample stands for all
    r"(?:atspoguļo|raksturo|attiecas uz|attiecināmi uz|pārstāv|reprezentē) (?:\w+ ){0,3}?vis\w+|reprezentatīv\w*|vispārināt\w*|vispārināmi"
    r"|(?:stands?|hold|speaks?|true|representative|represents?|apply|applies|valid) (?:\w+ ){0,3}?(?:for|of|to) (?:all|every|the whole)|represents? (?:all|the whole)|generali[sz]ed? to"
    r"|отража\w+ (?:\w+ ){0,3}?всех|представля\w+ (?:\w+ ){0,3}?всех|относятся ко всем|репрезентативн\w*|распростран\w+ на всех|справедливы для всех"
)


def _standing_for_all(text: Text) -> list[Spot]:
    """Where a document says that its sample stands for all."""
    said = word_pattern(_FOR_ALL)
    return [
        spot(text, item, match.start(), match.end())
        for item in text.prose
        if (match := said.search(item.text)) is not None
    ][:2]


def _asked(text: Text) -> bool:
    """Whether some caption or line by it is a question as it was asked."""
    for block in text.blocks:
        if block.kind in (Kind.CAPTION, Kind.CHART, Kind.HEADING) and "?" in block.text:
            return True
    listed = [
        regex.search(r"\?(?:\s?\([^()]*\))?$", block.text.rstrip()) is not None
        and (block.kind is Kind.ITEM or regex.match(r"\W?\w{1,3}[.)]\s", block.text) is not None)
        for block in text.blocks
    ]
    if sum(listed) >= 3:
        return True  # the questionnaire in an annex
    return sum('?"' in block.text or "?»" in block.text for block in text.blocks) > 1
