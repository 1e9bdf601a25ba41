"""Words for shares against a list, whatever it is printed in: forms of the claim × carriers × languages."""

from __future__ import annotations

from tests.audit.carried import Listed
from tests.audit.carried_cases import WORDS, Case, all_of, capital, dark, verdicts

RULES = {"fraction-word", "majority-word"}
_YES = {  # share of yes, of no, of neither: right and wrong words
    "third": (
        (34, 61, 5),
        {
            "lv": ("Trešdaļa", "Puse"),
            "en": ("A third of the", "Half of the"),
            "ru": ("Треть", "Половина"),
        },
    ),
    "half": (
        (54, 40, 6),
        {
            "lv": ("Vairāk nekā puse", "Divas trešdaļas"),
            "en": ("More than half of the", "Two thirds of the"),
            "ru": ("Более половины", "Две трети"),
        },
    ),
    "great": (
        (53, 42, 5),
        {
            "lv": ("Nedaudz vairāk par pusi", "Lielākā daļa, precīzāk, pārliecinošs vairākums"),
            "en": ("Just over half of the", "The overwhelming majority of the"),
            "ru": ("Чуть больше половины", "Подавляющее большинство"),
        },
    ),
    "most": (
        (38, 56, 6),
        {
            "lv": ("Mazāk nekā puse", "Vairums"),
            "en": ("Fewer than half of the", "Most of the"),
            "ru": ("Меньше половины", "Большинство"),
        },
    ),
    "nearly": (
        (72, 23, 5),
        {
            "lv": ("Gandrīz trīs ceturtdaļas", "Gandrīz deviņi no desmit"),
            "en": ("Nearly three quarters of the", "Nearly nine in ten"),
            "ru": ("Почти три четверти", "Почти девять из десяти"),
        },
    ),
    "tenth": (
        (24, 70, 6),
        {
            "lv": ("Ceturtdaļa", "Trešdaļa"),
            "en": ("A quarter of the", "A third of the"),
            "ru": ("Четверть", "Треть"),
        },
    ),
}
_YES["great"][1]["lv"] = ("Nedaudz vairāk par pusi", "Pārliecinošs vairākums")
_NO = {  # the words for those who said no
    "third": {
        "lv": ("Gandrīz divas trešdaļas", "Trīs ceturtdaļas"),
        "en": ("Nearly two thirds of the", "Three quarters of the"),
        "ru": ("Почти две трети", "Три четверти"),
    },
    "most": {
        "lv": ("Vairāk nekā puse", "Trešdaļa"),
        "en": ("More than half of the", "A third of the"),
        "ru": ("Более половины", "Треть"),
    },
}
_AFFIRMED = {"lv": "atbildēja apstiprinoši", "en": "answered yes", "ru": "ответили утвердительно"}
_NAMED = {"lv": "{} {} nosauca {}.", "en": "{} {} named {}.", "ru": "{} {} назвали {}."}
_ROWS = (38, 24, 17, 12, 9)
_ROW = (  # words for the share of a row
    {"lv": ("Vairāk nekā trešdaļa", "Puse"), "en": ("More than a third of the", "Half of the"), "ru": ("Больше трети", "Половина")},
    {"lv": ("Gandrīz ceturtdaļa", "Trešdaļa"), "en": ("Nearly a quarter of the", "A third of the"), "ru": ("Почти четверть", "Треть")},
    {"lv": ("Katrs sestais no", "Katrs trešais no"), "en": ("One in six", "One in three"), "ru": ("Каждый шестой из", "Каждый третий из")},
    {"lv": ("Mazāk nekā piektdaļa", "Vairāk nekā piektdaļa"), "en": ("Less than a fifth of the", "More than a fifth of the"), "ru": ("Меньше пятой части", "Больше пятой части")},
)  # fmt: skip
_OF_EACH = {"lv": {"iedzīvotāju": "iedzīvotājiem", "pacientu": "pacientiem", "vecāku": "vecākiem", "strādājošo": "strādājošajiem", "darbinieku": "darbiniekiem", "pieaugušo": "pieaugušajiem"}}  # fmt: skip


def _polar(yes, words, ending):
    def made(name, carrier, lang, at):
        topics = WORDS["polar"][lang]
        method, people, asked, does, does_not, base = topics[at % len(topics)]
        shares, _ = _YES[yes]
        rows = list(zip(WORDS["yes_no"][lang], shares, strict=True))
        tail = {"does": does, "not": does_not, "yes": _AFFIRMED[lang]}[ending]
        right, wrong = (f"{word} {people} {tail}." for word in words[lang])
        return Case(name, carrier, lang, right, wrong, method, Listed(lang, asked, rows, base), at % 3)

    return made


def _row(row):
    def made(name, carrier, lang, at):
        topics = WORDS["lists"][lang]
        method, people, asked, answers, base = topics[at % len(topics)]
        rows = [(answer[0], share) for answer, share in zip(answers, _ROWS, strict=True)]
        known = people
        if lang == "lv" and row == 2:
            known = _OF_EACH[lang][people]
        right, wrong = (
            capital(_NAMED[lang].format(word, known, answers[row][1])) for word in _ROW[row][lang]
        )
        return Case(name, carrier, lang, right, wrong, method, Listed(lang, asked, rows, base), at % 3)

    return made


FORMS = {f"does-{yes}": _polar(yes, words, "does") for yes, (_, words) in _YES.items()}
FORMS |= {f"yes-{yes}": _polar(yes, _YES[yes][1], "yes") for yes in ("half", "most")}
FORMS |= {f"not-{yes}": _polar(yes, words, "not") for yes, words in _NO.items()}
FORMS |= {f"row-{row}": _row(row) for row in range(4)}


def test_the_matrix():
    judged = list(verdicts(all_of(FORMS), RULES))
    print(dark(judged))
    assert [(case.form, case.carrier, case.lang) for case, _, blamed in judged if blamed] == []
    missed = [(case.form, case.carrier, case.lang) for case, hit, _ in judged if not hit]
    assert len(missed) * 20 <= len(judged), missed
