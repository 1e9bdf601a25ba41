"""Yes and no: as answers of a list, as what a sentence says of a share, and questions that ask for them."""

from __future__ import annotations

from functools import lru_cache

from atbalss.audit import regex

_VOTED = r"высказ\w+|проголос\w+|голос\w+|выступ\w+|bija|balso\w+|izteic\w+|were|was|voted|\d"
_YES = regex.any_case(
    r"\W*(?:[^\W\d]{2,12},? ){0,2}[„“«\"]?(?:yes|jā|да|agree\w*|piekr[iī]t\w*|соглас\w+)(?!\w)"
    rf"|\W*(?:(?:в )?за|par|(?:in )?favou?r|for)(?=\W*$|\s(?:{_VOTED})|\s?[:–—-])"
)
_NO = regex.any_case(  # Latvian "no" is a preposition
    r"\W*(?:[^\W\d]{2,12},? ){0,2}[„“«\"]?(?:no(?=\W*$|\s?[,;:.(–—”»\"]|\s(?:i|we|it|they|not|never)(?!\w))"
    rf"|(?:против|pret|against)(?=\W*$|\s(?:{_VOTED})|\s?[:–—-])|(?:nē|нет)(?!\w)(?!\s(?:viedokļa|ответа|мнения|atbildes))|disagree\w*|nepiekr[iī]t\w*|не ?соглас\w+)"
)
_THEY = r"they (?:had|have|did|do|were|are|was|is|would|could|can)"
_DID = regex.any_case(
    rf"(?:said |say )?(?:that )?{_THEY}(?P<not> not|n['’]t)?$"
    r"|(?:said |answered |replied |atbildēja |ответили )?[„“«\"‘']?(?P<yes>yes|jā|да)[”“»\"’']?$"
    r"|^(?:есть|имеется|ir)(?=$|:)|^(?P<none>nav)(?=$|:)"
)
_QUOTED = r"[„“«\"‘'](?:{})[”“»\"’',]|(?<!\w)(?:said|answered|replied) (?:{})(?!\w)"
_SAYS_YES = regex.any_case(
    _QUOTED.format("yes|jā|да", "yes")
    + r"|(?<!\w)(?:(?:jā|да)(?= ?[:–—-]| \d)|yes(?!\w)|apstiprinoš\w*|affirmativ\w*|утвердительн\w*|положительн\w*)"
    rf"|(?<!\w)(?:said|answered|replied)(?: that)? {_THEY}(?! not)"
)
_SAYS_NO = regex.any_case(
    _QUOTED.format("no|nē|нет", "no")
    + rf"|(?<!\w)(?:nē|нет)(?= ?[:–—-]| \d)|(?<!\w)(?:no for|{_THEY} not|noliedzoš\w*|negativ\w*|отрицательн\w*)(?!\w)"
)
WHETHER = regex.any_case(  # opens a question that is answered with yes or no
    r"^\W*(?:vai|do|does|did|have|has|had|are|is|was|were|will|would|can|could)\s|(?<!\w)ли\s"
)
_MOST = 6  # words of a yes or no


@lru_cache(maxsize=8_000)
def is_yes(label: str) -> bool:
    """Whether an answer is a yes, in whatever degree."""
    did = _DID.search(label.strip(" .,;:"))
    if did is not None:
        return not (did.group("not") or did.group("none"))
    return _YES.match(label) is not None and len(label.split()) <= _MOST


@lru_cache(maxsize=8_000)
def is_no(label: str) -> bool:
    """Whether an answer is a no, in whatever degree."""
    did = _DID.search(label.strip(" .,;:"))
    if did is not None:
        return bool(did.group("not") or did.group("none"))
    return _NO.match(label) is not None and len(label.split()) <= _MOST


def says_yes(words: str) -> bool:
    """Whether words tell a share of those who said yes."""
    return _SAYS_YES.search(words) is not None


def says_no(words: str) -> bool:
    """Whether words tell a share of those who said no."""
    return _SAYS_NO.search(words) is not None


_ANSWERED = regex.any_case(  # what those who said yes, or no, are told by, and nothing of what they were asked
    r"(?:(?<!\w)(?:said|say|says|answered|replied|responded|atbildēja|teica|sacīja|ответил\w*|сказал\w*)(?: with| ar)?(?: an?)?\s)?"
    r"(?:(?P<yes>(?<=said )(?:that )?(?:so|it (?:was|is|did|does|had)|they (?:did|do|had|have|were|are|would))(?=[.,;]|$)|(?<=told us )(?:it was|they did|so)(?=[.,;]|$)|(?<!\w)tā (?:teica|atbildēja|domā)|так (?:сказал\w*|ответил\w*)|(?<=said )yes(?!\w)|(?<=answered )yes(?!\w)|(?<=replied )yes(?!\w)|[„“«\"‘'](?:yes|jā|да)[”“»\"’']|in the affirmative|affirmative(?:ly)?(?: answer)?"
    r"|apstiprinoš\w*|утвердительн\w*|положительн\w*(?=[ .,;]?(?: ответ\w*|[.,;]|$)))"
    r"|(?P<no>(?<=said )(?:that )?(?:it|they) (?:was|is|did|do|does|had|have|were|are|would)(?: not|n['’]t)(?=[.,;]|$)|(?<=said )no(?=[ .,;]|$)|(?<=answered )no(?=[ .,;]|$)|(?<=replied )no(?=[ .,;]|$)|[„“«\"‘'](?:no|nē|нет)[”“»\"’']|in the negative|noliedzoš\w*|отрицательн\w*(?=[ .,;]?(?: ответ\w*|[.,;]|$))))"
)


def answer_in(words: str) -> tuple[str, str]:
    """Whether words tell of those who answered "yes" or "no", and the words without that; ("", words) else."""
    found = list(_ANSWERED.finditer(words))
    if len(found) != 1:
        return "", words
    match = found[0]
    said = "yes" if match.group("yes") else "no"
    return said, f"{words[: match.start()]} {words[match.end() :]}"
