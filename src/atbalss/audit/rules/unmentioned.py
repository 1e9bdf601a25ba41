"""A result told in the summary or the conclusions of which the body has not a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.concepts import told_otherwise
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.generic import is_generic
from atbalss.audit.group_names import groups_unknown
from atbalss.audit.kin import is_kin
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.rules.concluded import direction
from atbalss.audit.rules.unlisted import is_unknown_cause, strange_thing
from atbalss.audit.stems import stem, stems
from atbalss.audit.summaries import Clause, clauses, concluding, lead_of
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.topics import UNASKED
from atbalss.audit.waves import rows_of

OPINION = {
    "lv": r"grasās|iecerējuši|taisās|būtu gatavi|atbalst\w*|ieteiktu|iesaka|ieteic\w*|vēlas|vēlētos|grib\w*|augstu vērtē|vērtē|novērtē|uzticas|neuzticas|izmanto|lieto|zina|apmierināt\w+|neapmierināt\w+|uztrauc\w*|satrauc\w*|patīk|nepatīk|piekrīt|baidās|gaida|dod priekšroku|interes\w+|plāno|lasa|domā|uzskata|sūdz\w+|raizējas|lepojas",
    "en": r"intend\w*|mean to|support\w*|recommend\w*|would like|want\w*|wish\w*|value[sd]?|appreciate\w*|trust\w*|use[sd]?|like[sd]?|prefer\w*|satisfied|dissatisfied|happy|unhappy|pleased|worr\w+|concern\w*|agree\w*|fear\w*|expect\w*|favou?r\w*|welcome\w*|know\w*|plan to|interested|praise\w*|complain\w*|think\w*|believe\w*|feel\w*|rate[sd]?|proud|keen|enjoy\w*",
    "ru": r"намерен\w*|собира\w+ся|планиру\w+|поддержива\w+|рекоменд\w+|порекоменд\w+|хотят|хотели бы|жела\w+|ценят|высоко оценива\w+|оценива\w+|доверя\w+|не доверя\w+|использу\w+|пользу\w+|довол\w+|недовол\w+|беспоко\w+|тревож\w+|нрав\w+|соглас\w+|боятся|опаса\w+|предпочита\w+|знают|интересу\w+|жалу\w+|считают|одобря\w+|гордятся|приветству\w+",
}
PLAN = {
    "lv": r"pēc pieprasījuma|(?:ir |būtu )?vērts \w+t|(?:ņem\w*|jāņem|ņemam\w*) vērā|būtu labi|derētu|nāktos|ieteicam\w+|vēlam[si]|pieejam\w+|noskaidro\w+|mēs|jā\w{3,}|vajadzētu|ierosin\w*|iesakām|nepieciešam\w+|pētījum\w+ (?:mērķ\w+|veic\w+)|aptauj\w+ (?:notika|veic\w+)|paldies|turpmāk",
    "en": r"on request|(?:is|are|be|seems?) worth \w+ing|ought to|had better|advisable|desirable|(?:tak(?:e|en|ing)|bear\w*) (?:this |it |these )?(?:into account|in mind)|available|(?:found|find|finding) out|we|our|should|must|need to|needs to|propose\w*|suggest\w*|we recommend|will|thank\w*|commissioned|the (?:aim|purpose)|was (?:carried|conducted|held)|interviewed|see|feel free|please|read (?:the|more|on)|click",
    "ru": r"по запросу|стоит (?:это |бы |и )?\w+ть(?:ся)?|стоило бы|имеет смысл|учесть|учитыва\w+|принять во внимание|целесообразно|желательно|рекоменду[ею]тся|предоставля\w+|выяснил\w*|мы|следует|нужно|необходимо|предлага\w+|рекомендуем|должн\w+|спасибо|благодар\w+|цель|проводил\w+|прош[её]л|заказчик\w*",
}
SHARE = {  # majorities and fractions that are told of those who answered
    "lv": r"mazākum\w*|ievērojam\w+ daļa|neliela daļa|dažs labs|vairum\w*|vairākum\w*|liel\w+ daļ\w+|pus(?:e|i|ei)|div\w+ trešdaļ\w+|trešdaļa|ceturtdaļa|daudzi|neviens|teju|gandrīz|katr[sau] \w+|ik \w+",
    "en": r"(?:a )?(?:\w+ )?minorit\w+|a (?:good|sizeable|large|small|fair) (?:number|share|part|proportion)|most|the majority|half|two thirds|a third|a quarter|many|nobody|no one|few|nearly|almost|one in \w+",
    "ru": r"меньшинств\w*|немноги\w+|(?:заметная|значительная|небольшая|немалая) часть|немал\w+|большинство|больша\w+ часть|половина|дв\w+ трет\w+|треть|четверть|многие|никто|почти|кажд\w+ \w+",
}
_VAGUE = {  # words that compare and judge, and name no subject
    "lv": r"veid\w{0,3}|taj[āosu]\w{0,2}|tur|tajos|šaur\w+ viet\w+|vērā ņemam\w+|sol(?:is|i|ī) (?:uz priekšu|atpakaļ|pareizaj\w+ virzienā)|vāj\w+ viet\w*|stipr\w+ pus\w*|taču|\w+āk(?:s|a|i|as|ais|ā|ie|ās|o)?|ar mieru|būtu|gatavi|gatavas|pilnībā|kopumā|atzīmē|izceļ|slavē|atzinīgi|labprāt|joprojām|turklāt|tieši|tātad|tādējādi|līdzinās|veido|lūdz|cik",
    "en": r"bottlenecks?|else|anything|(?:\w+ )?steps? (?:forward|back(?:ward)?|in the right direction)|worth \w+ing|(?:weak|strong|sore|soft) (?:spot|point|side)s?|\w+est|fewer|than|suits?|better|worse|higher|lower|common\w*|frequent\w*|wish\w*|willing|ready|would|also|still|overall|well|good|bad|note|praise|exactly|precisely|thus|therefore|equals?|asks?|how|find|found|regard\w*|more|less",
    "ru": r"узк\w+ мест\w+|просто|кого|кому|немал\w*|(?:\w+ )?шаг\w* (?:вперёд|вперед|назад)|слаб\w+ мест\w+|сильн\w+ сторон\w+|\w+(?:ее|ейш\w+)|чаще|реже|больше|меньше|лучше|хуже|готов\w*|отмеча\w+|находят|хвалят|в целом|также|ещ[её]|полностью|хорош\w+|охотно|именно|таким образом|итак|тем самым|равн[аоы]?|составля\w+|прос[яи]т|насколько",
}
_READY = {  # and these are said of people alone
    "lv": r"gatav\w*|ar mieru|jauniet\w*|jaunieši|pensionār\w*|senior\w*|sieviet\w*|vīrieš\w*|ģimen\w*",
    "en": r"ready|readiness|willing\w*|prepared to|young people|the young|pensioners|women|men|families|would",
    "ru": r"готов\w*|молод[её]ж\w*|пенсионер\w*|женщин\w*|мужчин\w*|семь\w*|пожил\w+",
}
ACTORS = {  # who plans and promises: no result of a survey
    "lv": r"pašvaldīb\w+|ministrij\w+|dome|domes pārstāv\w+|aģentūr\w+|pārvald\w+|komisij\w+|dienests|iestād\w+|domāt[asiu]\w?|adresēt\w+|plānots|paredzēts|tiks|lēmum\w+|nedrīkst|par agru|atkārto\w+|aicin\w+",
    "en": r"(?:the )?(?:council|ministry|municipality|agency|committee|board|office|administration|government|company|chamber|authors?|department) (?:\w+ )?(?:will|plans?|intends?|wants?|hopes?|promise\w*|has (?:decided|asked)|is|calls?|thanks?|proposes?)|aimed at|meant for|designed for|planned|to be (?:held|repeated|discussed)|results? (?:can|may|apply|are)|decisions?|cannot be|too early|repeated",
    "ru": r"(?:администраци|министерств|комитет|департамент|дум|палат|ведомств|учрежден|управлен|редакци)\w* (?:\w+ )?(?:план|намер|обеща|собира|предлож|рассмотр|призыва|будет|решил|проси)\w*|предназначен\w*|рассчитан\w*|адресован\w*|планируется|будет|будут|решени\w+|нельзя|рано|повтор\w+|призыва\w+",
}
_TIME = {  # when and how much, and what shares are said to do
    "lv": r"gad\w{0,3}|mēne\w+|nedēļ\w*|dien\w{1,3}|laik\w{1,2}|div\w{1,3}|trīs|kļu[vs]\w*|ievērojam\w*|krietni|manāmi|būtiski|pakāpeniski|noturīg\w*|nemainī\w*|stabil\w*|galven\w*|reti|bieži|regulār\w*|nekā|pirms|pēdēj\w+|visbiežāk|sevi|šķiet|palik\w*|saglabā\w*|izzu\w+|vispār|pārsvarā|turpina|četr\w{0,2}|piec\w{0,3}|desmit\w*|seš\w{0,3}|augst\w*|zem[aāu]\w{0,2}|pērn\w*|šogad|tagad|sav\w{1,3}|tāpat|runā|stāsta|cit\w{1,3}",
    "en": r"years?|months?|weeks?|days?|times?|two|three|become\w*|became|considerabl\w*|gradual\w*|markedly|clearly|largely|stable|steady|unchanged|mainly?|often|rarely|regular\w*|again|since|before|last|least|seems?|remain\w*|continu\w*|much|within|during|general\w*|overall|things|ways?|make|made|take|taken|give|given|four|five|six|seven|eight|nine|ten|high|highly|low|least|first|second|part|people|group",
    "ru": r"год\w{0,3}|лет|месяц\w*|недел\w*|дн\w{1,2}|врем\w*|два|двух|три|тр[её]х|стал\w*|станов\w+|заметно|значительно|постепенно|существенно|стабильн\w*|неизменн\w*|главн\w*|редко|часто|регулярн\w*|последн\w*|кажется|оста[её]\w*|остал\w*|сохран\w+|продолжа\w+|наличи\w*|услови\w*|лишь|только|больш\w+|четв[её]р\w+|четыр\w+|пят[иь]\w?|шест\w+|десят\w+|тро[еи]\w*|высок\w*|низк\w*|втор\w+|перв\w+|говор\w+|чуть|сво[ей]\w+|друг\w+|част\w+",
}
_IF = re.compile(r"(?:^|,\s)(?:ja|ja vien|if|provided|если)\s", regex.IGNORECASE)
_WILLING = {  # (how a claim says that people would, by what the body does)
    "lv": (r"ar mieru|gatav\w+|piekristu", r"mieru|gatav\w*|piekrist\w*|maksātu|labprāt"),
    "en": (r"willing|ready to|prepared to|would (?:accept|pay|agree|welcome)", r"willing\w*|ready|readiness|prepared|would"),
    "ru": (r"готов\w*|согласились бы", r"готов\w*|соглас\w*"),
}  # fmt: skip
_LEAST = 1.5  # words
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
    passages, shares = _passages(text, inside), _shares(text, claims, inside)
    labels = labels_of(text) if len(known) < _PLAIN else frozenset()
    found: list[tuple[Clause, str]] = []
    every = 0
    for clause in clauses(text, claims):
        if word_pattern(UNASKED[text.lang]).search(clause.words):
            continue
        own = own_words(clause.words, text)
        every += bool(own)
        absent = _absent(clause.words, own, known, body, text)
        strange = len(own) > 3 and sum(absent.values()) >= len(own)
        strange |= is_unknown_cause(clause.words, own, [w for w in absent if absent[w] == 1], text)
        thing = strange_thing(
            clause.words, text, partial(_is_told, known=known, body=body, lang=text.lang)
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
        elif _names_answer(clause.words, labels, text.lang):
            continue
        elif _is_missing(clause.words, own, absent, text) or _is_apart(
            clause.words, own, absent, passages, text
        ):
            found.append((clause, ", ".join(absent)))
        elif moved := _unmoved(clause, text, claims, body) or thing:
            found.append((clause, moved))
        elif _is_nowhere(clause.words, own, passages, text):
            found.append((clause, ", ".join(own)))
    if len(found) > max(1, every // 3):
        return  # a summary in words of its own throughout
    claims.kept["unmentioned"] = frozenset(clause.sentence.order for clause, _ in found)
    for clause, words in found:
        at = spot(text, clause.sentence, clause.start, clause.end)
        yield finding(text, "summary-without-body", at, code="claim-without-body", words=words)


def labels_of(text: Text) -> frozenset[str]:
    """The words of the answers that tables list."""
    cells = " ".join(row[0] for block in text.blocks for row in block.rows[1:] if row)
    return frozenset(regex.findall(r"[^\W\d_]{4,}", cells.lower().replace("ё", "е")))


def _names_answer(words: str, labels: frozenset[str], lang: str) -> bool:
    """Whether a claim names an answer of a table: `evening hours` where the table has `Evening appointments`."""
    found = regex.findall(r"[^\W\d_]{4,}", words.lower().replace("ё", "е"))
    return any(not is_generic(word, lang) and is_known(word, labels, lang) for word in found)


def _are_results(text: Text, claims: Claims, inside: dict[int, int]) -> bool:
    """Whether what concludes has the results themselves: more shares than the rest of the text."""
    sums = [claim for claim in claims.levels if claim.sentence.order in inside]
    tables = any(block.kind is Kind.TABLE for block in text.blocks)
    return not tables and len(sums) > 2 and len(sums) * 2 > len(claims.levels)


def _body(text: Text, inside: dict[int, int]) -> str:
    """All words that are not concluded: of the body, its tables, its questions, its titles."""
    led = {text.sentences[order].block for order in inside}
    found = []
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE:
            found += [cell for row in block.rows for cell in row]
        elif index not in led:
            found.append(block.text)
    found += [
        item.text[: inside[item.order]] if item.order in inside else item.text
        for item in text.sentences
        if item.block in led
    ]
    return "\n".join(found).replace("ё", "е")


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
    cue = f"{OPINION[lang]}|{SHARE[lang]}|{_READY[lang]}|{text.words.people}"
    return strange or bool(word_pattern(cue).search(words)) or direction(words, text) is not None


def own_words(words: str, text: Text) -> list[str]:
    """The telling words of a claim, without those who answered and how many they are."""
    lang = text.lang
    drop = rf"{text.words.people}|{text.words.multiple}|{SHARE[lang]}|{_VAGUE[lang]}|{OPINION[lang]}|{text.words.rise}|{text.words.fall}|{_TIME[lang]}"
    bare = word_pattern(drop).sub(" ", words)
    found = regex.findall(r"[^\W\d_]{4,}", bare.lower().replace("ё", "е"))
    return list(dict.fromkeys(word for word in found if stems(word, lang)))


def _absent(
    words: str, own: list[str], known: frozenset[str], body: str, text: Text
) -> dict[str, float]:
    """The words of a claim that the body has not: 1 each, 1/2 where it has another for the same.

    What people are said to do (`recommend`) counts where the body has nothing of the kind.
    """
    found = {}
    for word in own:
        if is_generic(word, text.lang) or (len(known) < _PLAIN and is_kin(word, known, text.lang)):
            continue
        if not is_known(word, known, text.lang):
            found[word] = 0.5 if told_otherwise(word, body, text.lang) else 1.0
    for match in word_pattern(f"{OPINION[text.lang]}|{_READY[text.lang]}").finditer(words):
        word = match.group(0).lower()
        named = told_otherwise(word, word, text.lang) and not is_known(word, known, text.lang)
        if named and not told_otherwise(word, body, text.lang):
            found[word] = 1.0
    said, known_as = _WILLING[text.lang]
    willing = word_pattern(said).search(words)
    if willing and not word_pattern(known_as).search(body):
        found[willing.group(0).lower()] = _LEAST
    return found


def _is_loud(words: str, text: Text) -> bool:
    """Whether a clause of a headline or a lead tells how many people think or do something."""
    shared = word_pattern(SHARE[text.lang]).search(words)
    wished = word_pattern(
        rf"{OPINION[text.lang]}|{_READY[text.lang]}|sūdz\w+|complain\w*|жалоб\w*"
    ).search(words)
    return bool(shared and wished)


def is_known(word: str, known: frozenset[str], lang: str) -> bool:
    """Whether the body has a word in any of its forms."""
    size = len(word)
    root = _root(word) if lang == "ru" and size < 7 else ""
    if root and any(_root(other) == root for other in known if other.startswith(root)):
        return True  # сдают, сдали
    if size < 6:
        begin = word[: max(3, size - 1)] if lang == "en" else word  # hire, hiring
        return any(
            stem(other, lang) == stem(word, lang) or other.startswith(begin) for other in known
        )
    begin = word[: 6 if size > 8 else 5 if size > 6 else 4]
    return any(other.startswith(begin) for other in known)


_VERB = re.compile(  # endings of Russian verbs
    r"(?:[аеёиуюя]т|ли|ла|ло|ть)(?:ся|сь)?$"
)


@lru_cache(maxsize=8192)
def _root(word: str) -> str:
    """What stands before the ending of a short Russian verb; "" where there is none."""
    match = _VERB.search(word)
    return word[: match.start()] if match and match.start() >= 3 else ""


def _is_missing(words: str, own: list[str], absent: dict[str, float], text: Text) -> bool:
    """Whether so many words of a claim are missing that the body can have nothing of it."""
    everything = len(set(own) | set(absent))
    weight = sum(absent.values())
    if absent and not set(own) - set(absent) and word_pattern(SHARE[text.lang]).search(words):
        return weight >= 1  # of a share of all, nothing at all is known
    return weight >= _LEAST and weight * 2 >= everything


def _passages(text: Text, inside: dict[int, int]) -> list[frozenset[str]]:
    """The words of each three blocks in a row outside the conclusions, with their title."""
    led = {text.sentences[order].block for order in inside}
    words = []
    for index, block in enumerate(text.blocks):
        cells = " ".join(cell for row in block.rows for cell in row)
        words.append("" if index in led else f"{block.text} {cells}")
    found = []
    for index in range(len(words)):
        title = text.titles.get(text.sections[index], "")
        near = " ".join((title, *words[max(0, index - 1) : index + 2])).lower().replace("ё", "е")
        found.append(frozenset(regex.findall(r"[^\W\d_]{3,}", near)))
    return found


def _is_apart(
    words: str,
    own: list[str],
    absent: dict[str, float],
    passages: list[frozenset[str]],
    text: Text,
) -> bool:
    """Whether a claim lacks a word, and no passage of the body has more than a third of the rest.

    Of a share of all who answered, the one long noun that it names is enough.
    """
    lacking = [word for word in own if absent.get(word) == 1.0]
    if not lacking:
        return False
    if len(own) == 1:
        return len(own[0]) > 8 and word_pattern(SHARE[text.lang]).search(words) is not None
    best = max(
        (sum(is_known(word, near, text.lang) for word in own) for near in passages), default=0
    )
    return len(own) >= 3 and best * (2 if len(lacking) > 2 and len(own) > 4 else 3) <= len(own)


def _is_told(word: str, known: frozenset[str], body: str, lang: str) -> bool:
    """Whether the body has a word, or another for the same."""
    return not stems(word, lang) or is_known(word, known, lang) or told_otherwise(word, body, lang)


def _is_nowhere(words: str, own: list[str], passages: list[frozenset[str]], text: Text) -> bool:
    """Whether a share of all is told of which no passage has more than a third of the words, or their like."""
    if len(own) < 3 or word_pattern(SHARE[text.lang]).search(words) is None:
        return False
    return all(
        sum(_is_told(word, near, " ".join(near), text.lang) for word in own) * 3 <= len(own)
        for near in passages
    )


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
            group = row and word_pattern(f"{text.words.group}|{_READY[text.lang]}").match(row[0])
            if not group:
                found |= {n.value for cell in row[1:] for n in numbers(cell, text.lang)}
    return frozenset(found)


def _unmoved(clause: Clause, text: Text, claims: Claims, body: str) -> str:
    """The word of growth or decline of a claim, where the body knows one wave only; else ""."""
    said = direction(clause.words, text)
    if said is None or rows_of(text, claims) or len(text.years) > 1:
        return ""
    if any(claim.years for claim in claims.levels):
        return ""  # of another year
    words = text.words
    waves = rf"{words.last_wave}|{words.rise}|{words.fall}|{words.change}|{words.same}|{words.more_than}|{words.twice}"
    waves += r"|wave|compar\w*|salīdz\w*|viln\w*|сравн\w*|волн\w*|\w*procentpunkt\w*|points"
    if word_pattern(waves).search(body) or regex.search(
        r"(?<!\d)(?:19|20)\d\d(?!\d).*(?<!\d)(?:19|20)\d\d(?!\d)", body
    ):
        return ""
    return said[0]
