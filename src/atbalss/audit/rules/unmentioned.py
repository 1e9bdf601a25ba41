"""A result told in the summary without a number, of which the body has not a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_OPINION = {
    "lv": r"grasās|iecerējuši|taisās|būtu gatavi|atbalst\w*|ieteiktu|iesaka|ieteic\w*|vēlas|vēlētos|grib\w*|augstu vērtē|vērtē|novērtē|uzticas|neuzticas|izmanto|lieto|zina|apmierināt\w+|neapmierināt\w+|uztrauc\w*|satrauc\w*|patīk|nepatīk|piekrīt|baidās|gaida|dod priekšroku|interes\w+|plāno|lasa|domā|uzskata|sūdz\w+|raizējas|lepojas",
    "en": r"intend\w*|mean to|support\w*|recommend\w*|would like|want\w*|wish\w*|value[sd]?|appreciate\w*|trust\w*|use[sd]?|like[sd]?|prefer\w*|satisfied|dissatisfied|happy|unhappy|pleased|worr\w+|concern\w*|agree\w*|fear\w*|expect\w*|favou?r\w*|welcome\w*|know\w*|plan to|interested|praise\w*|complain\w*|think\w*|believe\w*|feel\w*|rate[sd]?|proud|keen|enjoy\w*",
    "ru": r"намерен\w*|собира\w+ся|планиру\w+|поддержива\w+|рекоменд\w+|порекоменд\w+|хотят|хотели бы|жела\w+|ценят|высоко оценива\w+|оценива\w+|доверя\w+|не доверя\w+|использу\w+|пользу\w+|довол\w+|недовол\w+|беспоко\w+|тревож\w+|нрав\w+|соглас\w+|боятся|опаса\w+|предпочита\w+|знают|интересу\w+|жалу\w+|считают|одобря\w+|гордятся|приветству\w+",
}
_PLAN = {
    "lv": r"mēs|jā\w{3,}|vajadzētu|ierosin\w*|iesakām|nepieciešam\w+|ja|pētījum\w+ (?:mērķ\w+|veic\w+)|aptauj\w+ (?:notika|veic\w+)|paldies|turpmāk",
    "en": r"we|our|should|must|need to|needs to|propose\w*|suggest\w*|we recommend|will|if|thank\w*|commissioned|the (?:aim|purpose)|was (?:carried|conducted|held)|interviewed|see|feel free|please|read (?:the|more|on)|click",
    "ru": r"мы|следует|нужно|необходимо|предлага\w+|рекомендуем|должн\w+|если|спасибо|благодар\w+|цель|проводил\w+|прош[её]л|заказчик\w*",
}
_SHARE = {  # majorities and fractions that are told of those who answered
    "lv": r"mazākum\w*|ievērojam\w+ daļa|neliela daļa|dažs labs|vairums|vairākums|lielākā daļa|puse|div\w+ trešdaļ\w+|trešdaļa|ceturtdaļa|daudzi|neviens|teju|gandrīz|katrs \w+",
    "en": r"(?:a )?(?:\w+ )?minorit\w+|a (?:good|sizeable|large|small|fair) (?:number|share|part|proportion)|most|the majority|half|two thirds|a third|a quarter|many|nobody|no one|few|nearly|almost|one in \w+",
    "ru": r"меньшинств\w*|(?:заметная|значительная|небольшая|немалая) часть|немал\w+|большинство|больша\w+ часть|половина|дв\w+ трет\w+|треть|четверть|многие|никто|почти|кажд\w+ \w+",
}
_VAGUE = {  # words that compare and judge, and name no subject
    "lv": r"\w+āk(?:s|a|i|as|ais|ā|ie|ās|o)?|ar mieru|būtu|gatavi|gatavas|pilnībā|kopumā|atzīmē|izceļ|slavē|atzinīgi|labprāt|joprojām|turklāt",
    "en": r"\w+est|better|worse|higher|lower|common\w*|frequent\w*|wish\w*|willing|ready|would|also|still|overall|well|good|bad|note|praise|find|found|regard\w*|more|less",
    "ru": r"\w+(?:ее|ейш\w+)|чаще|реже|больше|меньше|лучше|хуже|готов\w*|отмеча\w+|находят|хвалят|в целом|также|ещ[её]|полностью|хорош\w+|охотно",
}
_FEWEST = 30  # words of the body; a shorter one may leave much unsaid
_LONGEST = 16  # words; a longer sentence says several things


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Claims of the summary that name something the rest of the document never names."""
    inside = summary_of(text)
    if not inside or any(block.kind is Kind.CHART for block in text.blocks):
        return
    known = _body(text, inside)
    if len(known) < _FEWEST:
        return
    every = {item.order: _own(item, text) for item in text.prose if item.block in inside}
    absent = {}
    for sentence in text.prose:
        if sentence.block not in inside or not _is_claim(sentence, text):
            continue
        own = every[sentence.order]
        missing = [word for word in own if word[:4] not in known]
        part = 2 if len(known) >= 40 else 1  # of a short body all words must be absent
        if len(own) >= 2 and len(missing) >= 2 and len(missing) * part >= len(own):
            absent[sentence.order] = sentence
    if not 0 < len(absent) <= max(1, len(every) // 3):
        return  # a summary in words of its own throughout
    for sentence in absent.values():
        yield finding(
            text, "summary-without-body", spot(text, sentence), code="claim-without-body",
            words=_shown(sentence, text, known),
        )  # fmt: skip


def _body(text: Text, inside: set[int]) -> set[str]:
    """The first four letters of all telling words outside the summary."""
    found: set[str] = set()
    for index, block in enumerate(text.blocks):
        if index in inside:
            continue
        words = " ".join((block.text, *(cell for row in block.rows for cell in row)))
        found |= {word[:4] for word in re.findall(r"[^\W\d_]{4,}", words.lower())}
    return found


def _is_claim(sentence: Sentence, text: Text) -> bool:
    """Whether a sentence tells what people think or do, in words alone."""
    words = re.sub(r"^\d{1,2}[.)]\s", "", sentence.text)
    if re.search(r"\d", words) or sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return False
    if len(words.split()) > _LONGEST or word_pattern(_PLAN[text.lang]).search(words):
        return False
    told = rf"{_OPINION[text.lang]}|{_SHARE[text.lang]}|{text.words.people}"
    return word_pattern(told).search(words) is not None


def _own(sentence: Sentence, text: Text) -> list[str]:
    """The telling words of a claim, without those who answered and what they do."""
    lang = text.lang
    drop = (
        rf"{text.words.people}|{text.words.multiple}|{_OPINION[lang]}|{_SHARE[lang]}|{_VAGUE[lang]}"
    )
    bare = word_pattern(drop).sub(" ", sentence.text)
    words = re.findall(r"[^\W\d_]{4,}", bare.lower())
    return [word for word in words if stems(word, text.lang)]


def _shown(sentence: Sentence, text: Text, known: set[str]) -> str:
    return ", ".join(word for word in _own(sentence, text) if word[:4] not in known)
