"""Of what a share that is told in words is: of those who were asked, or of things and others: `half of the borrowed books`."""

from __future__ import annotations

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.forms import marks
from atbalss.audit.lexicon import told_otherwise
from atbalss.audit.met import same
from atbalss.audit.sheets import Sheet
from atbalss.audit.text import Text, word_pattern

EACH = regex.any_case(  # at the end: words that a noun follows, which tells of what the share is
    r"(?<!\w)(?:(?:every|each|katr\w+|ik|кажд\w+)(?: \w+)?|all|few|vis(?:i|as|iem|ām)|все|всех|any|many|most|most of|vairums|vairākums|lielākā daļa|большинство|часть)$"
)
HEADS = {  # a base in words behind a word for a share
    "lv": regex.pattern(
        r"\s+(?:no )?(?:vis\w+ |šo |mūsu |[^\W\d]\w+(?:as|es|s|a) )?(?P<a>[^\W\d]\w+u|(?<=no )[^\W\d]\w+)(?!\w)(?:\s(?P<b>[^\W\d]\w+u)(?!\w))?"
    ),
    "en": regex.pattern(
        r"\s+of (?:the |our |all |these )*(?P<a>[^\W\d][\w’'-]+)(?:\s(?P<b>[^\W\d][\w’'-]+))?(?:\s(?P<c>[^\W\d][\w’'-]+))?"
    ),
    "ru": regex.pattern(
        r"\s+(?:из )?(?:всех |наших |этих )?(?P<a>(?!(?:по|за|из|на|от|до|не|об|ни|во|со)\s)[^\W\d]\w+(?<!л)(?<!л[аои])(?<!л[аи]сь)(?<!лся)(?<![еёиюяау]т)(?<!т[ся]я)(?<!ть)(?<!о))(?!\w)(?:\s(?P<b>[^\W\d]\w+))?"
    ),
}
_NOUN = regex.pattern(r"\s+(?P<a>[^\W\d][\w’'-]+)(?:\s(?P<b>[^\W\d][\w’'-]+))?")
_DO = {  # what those do who are told without a noun: `most use it`, `every third is content`
    "lv": regex.any_case(
        r"\s+(?:\w{2,}ā|ir|bija|nav|nebija|ar|pa|uz|pie|par|no|tika|tiek|vēl|ļoti|drīzāk|kopumā|regulāri|bieži|reti|\w+(?:jas|ties|dz|zst|lst|nk|ņem|iet|brauc|nāk|raksta|maksā|lasa|zina|prot|var|grib|domā|saka|uzskata|lieto|izmanto|apmeklē|vērtē|uzticas|vēlas)|\w{3,}(?:ējis|ājis|ījis|ojis|ējusi|ājusi|ījusi|ojusi|ējuši|ājuši|ījuši|ojuši|ēja|āja|īja|oja|usies|ušies))(?!\w)"
    ),
    "en": regex.any_case(
        r"\s+(?:is|are|was|were|has|have|had|do|does|did|can|could|would|will|may|also|still|now|only|never|always|often|not|use|say|said|find|found|feel|felt|think|thought|want|come|came|go|went|get|got|pay|paid|know|knew|see|saw|read|agree|trust|rate|prefer|buy|bought|take|took|make|made|live|like|need|by|in|on|at|with|\w{3,}(?:ed|ly))(?!\w)"
    ),
    "ru": regex.any_case(
        r"\s+(?:не|уже|ещё|еще|только|в|на|по|с|у|за|из|очень|скорее|часто|редко|регулярно|был\w{0,1}|доволен|недоволен|готов\w{0,1}|довольн?ы|недовольны|соглас\w{2,3}|уверен\w?|\w{3,}(?:ет|ит|ут|ют|ат|ят|[еиую]тся|ались|ились|ался|ился|ал|ил|ел|ял|али|или|ели|яли))(?!\w)"
    ),
}
_WHO_DOES = regex.any_case(
    r"(?:tāj|niek|ēj|ieš|ist|ant)(?:u|i|iem|as|a|s)$|(?:ers|ors|ists|ants|ents|ees)$|(?:ник|тел|щик|чик|ист|анц|янц|ц)(?:ов|ей|ев|и|ы|ам|ям)$"
)
_PERSONS = regex.any_case(
    r"mājsaimniec\w+|ģimen\w+|pieauguš\w+|dalībniek\w+|aptauj\w+|atbild\w+|cilvēk\w+|iedzīvotāj\w+|respondent\w*|apmeklētāj\w*|klient\w*|lietotāj\w*|pilsoņ\w*|pilsētniek\w*"
    r"|households?|families|adults?|citizens|members?|persons?|people|folk|us|you|them|those|everyone|sample|panel|public|population|respondents?|residents?|participants?|visitors?|customers?|users?|clients?"
    r"|семей|семьи|хозяйств\w*|взросл\w+|ответивш\w+|опрошенн\w+|участ\w+|человек|люд\w+|населени\w+|жител\w+|горожан\w*|граждан\w*|респондент\w*|посетител\w*|клиент\w*|пользовател\w*|нас|вас|них|все|всех"
)


def is_of_things(whole: str, end: int, sheet: Sheet | None, text: Text, claims: Claims) -> bool:
    """Whether a share is told of what no list is of: `half of the borrowed books`, `every tenth dog`."""
    before, after = whole[:end], whole[end:]
    found = HEADS[text.lang].match(after)
    if found is None and EACH.search(before):
        found = None if _DO[text.lang].match(after) else _NOUN.match(after)
    nouns = [word for word in found.groups() if word] if found else []
    if not nouns or any(_PERSONS.fullmatch(word) for word in nouns):
        return False
    asked = claims.people
    known = {mark for word in asked for mark in marks(word, text.lang).all}
    if sheet is not None and sheet.table and not sheet.is_whole:  # rows that are groups
        known |= marks(" ".join(sheet.labels), text.lang).set
    if any(same(m, w) for noun in nouns for m in marks(noun, text.lang).all for w in known):
        return False
    if any(told_otherwise(noun, asked, text.lang) for noun in nouns):
        return False
    told = regex.findall(r"[^\W\d_][\w-]+", sheet.asked) if sheet is not None else []
    if any(
        same(m, w)
        for noun in nouns
        for m in marks(noun, text.lang).all
        for one in told
        if _is_person(one, text)
        for w in marks(one, text.lang).all
    ):
        return False
    others = [w for w in asked if _is_person(w, text) and not _PERSONS.fullmatch(w)]
    return bool(others) or not any(_is_person(noun, text) for noun in nouns)


def _is_person(word: str, text: Text) -> bool:
    return word_pattern(text.words.people).fullmatch(word) is not None or bool(
        _WHO_DOES.search(word)
    )
