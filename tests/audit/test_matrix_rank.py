"""Places told of a list, whatever it is printed in: forms of the claim × carriers × languages."""

from __future__ import annotations

from tests.audit.carried import WORDS, Listed
from tests.audit.carried_cases import Case, all_of, capital, dark, verdicts

RULES = {"rank-word", "rank-tie"}
_LIST, _GROUPS = WORDS["places"], WORDS["places_of_groups"]


def _listed(form):
    words = _LIST[form]
    shares = words["rows"]

    def made(name, carrier, lang, at):
        topics = WORDS["lists"][lang]
        method, people, asked, answers, base = topics[at % len(topics)]
        rows = [(answer[0], share) for answer, share in zip(answers, shares, strict=True)]
        said = {f"a{n}": answer[1] for n, answer in enumerate(answers)} | {"people": people}
        plain = [answer[0] for answer in answers]
        right, wrong = (_lower(words[lang][side], plain, said) for side in (0, 1))
        return Case(
            name, carrier, lang, right, wrong, method, Listed(lang, asked, rows, base), at % 3
        )

    return made


def _lower(claim, plain, said):
    """A claim with its names; small letters inside of it."""
    return capital(claim.format(*(word[0].lower() + word[1:] for word in plain), **said))


def _grouped(form):
    words = _GROUPS[form]
    shares = words["rows"]

    def made(name, carrier, lang, at):
        topics = WORDS["groups"][lang]
        method, asked, head, groups, kind, quality, does = topics[at % len(topics)]
        rows = [(group[0], share) for group, share in zip(groups, shares, strict=True)]
        said = {f"a{n}": group[1] for n, group in enumerate(groups)}
        said |= {f"i{n}": group[1] for n, group in enumerate(groups)}
        said |= {f"g{n}": WORDS["genitive"].get(group[0], "") for n, group in enumerate(groups)}
        said |= {"kind": kind, "quality": quality, "does": does}
        plain = [group[0] for group in groups]
        right, wrong = (capital(words[lang][side].format(*plain, **said)) for side in (0, 1))
        listed = Listed(lang, f"{asked} {WORDS['said_yes'][lang]}", rows, 200, head)
        return Case(name, carrier, lang, right, wrong, method, listed, at % 3)

    return made


FORMS = {f"list-{form}": _listed(form) for form in _LIST}
FORMS |= {f"group-{form}": _grouped(form) for form in _GROUPS}
NO_GROUPS = ("sentence", "sentences", "counted", "spelt", "colon", "brackets")


def cases(*, some=False):
    """All cases but groups in sentences that tell answers."""
    return [
        case
        for case in all_of(FORMS, some=some)
        if not (case.form.startswith("group") and case.carrier in NO_GROUPS)
    ]


def test_the_matrix():
    judged = list(verdicts(cases(some=True), RULES))
    print(dark(judged))
    assert [(case.form, case.carrier, case.lang) for case, _, blamed in judged if blamed] == []
    missed = [(case.form, case.carrier, case.lang) for case, hit, _ in judged if not hit]
    assert len(missed) * 20 <= len(judged), missed
