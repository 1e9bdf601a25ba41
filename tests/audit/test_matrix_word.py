"""Words for shares against a list in any carrier: forms of the claim × carriers × languages."""

from __future__ import annotations

from tests.audit.carried import WORDS, Listed
from tests.audit.carried_cases import Case, all_of, capital, dark, verdicts

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

RULES = {"fraction-word", "majority-word"}
_YES, _NO, _ROW = (WORDS[key] for key in ("shares", "shares_of_no", "share_of_row"))
_ROWS = (38, 24, 17, 12, 9)


def _polar(yes, words, ending):
    def made(name, carrier, lang, at):
        topics = WORDS["polar"][lang]
        method, people, asked, does, does_not, base = topics[at % len(topics)]
        shares = _YES[yes]["rows"]
        rows = list(zip(WORDS["yes_no"][lang], shares, strict=True))
        tail = {"does": does, "not": does_not, "yes": WORDS["affirmed"][lang]}[ending]
        right, wrong = (f"{word} {people} {tail}." for word in words[lang])
        return Case(
            name, carrier, lang, right, wrong, method, Listed(lang, asked, rows, base), at % 3
        )

    return made


def _row(row):
    def made(name, carrier, lang, at):
        topics = WORDS["lists"][lang]
        method, people, asked, answers, base = topics[at % len(topics)]
        rows = [(answer[0], share) for answer, share in zip(answers, _ROWS, strict=True)]
        known = people
        if lang == "lv" and row == 2:
            known = WORDS["dative"][people]
        right, wrong = (
            capital(WORDS["named"][lang].format(word, known, answers[row][1]))
            for word in _ROW[row][lang]
        )
        return Case(
            name, carrier, lang, right, wrong, method, Listed(lang, asked, rows, base), at % 3
        )

    return made


FORMS = {f"does-{yes}": _polar(yes, words, "does") for yes, words in _YES.items()}
FORMS |= {f"yes-{yes}": _polar(yes, _YES[yes], "yes") for yes in ("half", "most")}
FORMS |= {f"not-{yes}": _polar(yes, words, "not") for yes, words in _NO.items()}
FORMS |= {f"row-{row}": _row(row) for row in range(4)}


def test_the_matrix():
    judged = list(verdicts(all_of(FORMS, some=True), RULES))
    print(dark(judged))
    assert [(case.form, case.carrier, case.lang) for case, _, blamed in judged if blamed] == []
    missed = [(case.form, case.carrier, case.lang) for case, hit, _ in judged if not hit]
    assert len(missed) * 20 <= len(judged), missed


def test_shares_and_places_of_other_things_are_not_held_against_the_list():
    for lang, name, lines in WORDS["sound"]:
        told = audit(read_plain(name, "\n".join(lines) + "\n", lang))
        rules = RULES | {"rank-word", "rank-tie"}
        assert [(item.rule, item.spot.quote) for item in told if item.rule in rules] == []
