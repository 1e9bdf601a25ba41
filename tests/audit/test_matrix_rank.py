"""Places told of a list, whatever it is printed in: forms of the claim × carriers × languages."""

from __future__ import annotations

from tests.audit.carried import HEAD, Listed
from tests.audit.carried_cases import WORDS, Case, all_of, capital, dark, verdicts

RULES = {"rank-word", "rank-tie"}
_ROWS = (38, 24, 17, 12, 9)
_TIED = (30, 30, 19, 12, 9)
_LIST = {  # claims of {0}, {1}, ...: right and wrong; {a0}: as an object
    "first": (_ROWS, {
        "lv": ("Visbiežāk minēta atbilde „{0}”.", "Visbiežāk minēta atbilde „{1}”."),
        "en": ("The most common answer was “{0}”.", "The most common answer was “{1}”."),
        "ru": ("Самый частый ответ — «{0}».", "Самый частый ответ — «{1}»."),
    }),
    "leads": (_ROWS, {
        "lv": ("{0} ir pirmajā vietā.", "{1} ir pirmajā vietā."),
        "en": ("{0} is in first place.", "{1} is in first place."),
        "ru": ("{0} — на первом месте.", "{1} — на первом месте."),
    }),
    "named": (_ROWS, {
        "lv": ("Visvairāk {people} nosauca {a0}.", "Visvairāk {people} nosauca {a1}."),
        "en": ("{0} was named most often.", "{2} was named most often."),
        "ru": ("Чаще всего называли {a0}.", "Чаще всего называли {a1}."),
    }),
    "least": (_ROWS, {
        "lv": ("Vismazāk {people} izvēlējās {a3}.", "Vismazāk {people} izvēlējās {a1}."),
        "en": ("The fewest chose {a3}.", "The fewest chose {a1}."),
        "ru": ("Реже всего выбирали {a3}.", "Реже всего выбирали {a1}."),
    }),
    "second": (_ROWS, {
        "lv": ("Otrajā vietā ir {1}.", "Otrajā vietā ir {2}."),
        "en": ("In second place is {a1}.", "In second place is {a2}."),
        "ru": ("На втором месте — {1}.", "На втором месте — {2}."),
    }),
    "followed": (_ROWS, {
        "lv": ("Pirmajā vietā ir {0}, tai seko {1} un {2}.", "Pirmajā vietā ir {0}, tai seko {2} un {1}."),
        "en": ("{0} comes first, followed by {a1} and {a2}.", "{0} comes first, followed by {a2} and {a1}."),
        "ru": ("На первом месте {0}, затем идут {1} и {2}.", "На первом месте {0}, затем идут {2} и {1}."),
    }),
    "ahead": (_ROWS, {
        "lv": ("{1} minēta biežāk nekā {2}.", "{2} minēta biežāk nekā {1}."),
        "en": ("{1} was named more often than {a2}.", "{2} was named more often than {a1}."),
        "ru": ("{a1} называли чаще, чем {a2}.", "{a2} называли чаще, чем {a1}."),
    }),
    "tied": (_TIED, {
        "lv": ("Pirmo vietu dala {0} un {1}.", "Pirmajā vietā viena pati ir {0}."),
        "en": ("First place is shared by {a0} and {a1}.", "{0} alone is in first place."),
        "ru": ("Первое место делят {0} и {1}.", "Первое место единолично занимает {0}."),
    }),
    "share": (_ROWS, {
        "lv": ("Otro vietu viena pati ieņem {1}.", "Pirmo vietu dala {0} un {1}."),
        "en": ("{1} alone is in second place.", "First place is shared by {a0} and {a1}."),
        "ru": ("Второе место единолично занимает {1}.", "Первое место делят {0} и {1}."),
    }),
    "only": (_ROWS, {
        "lv": ("Vienīgi {a0} nosauca vairāk nekā ceturtdaļa {people}.", "Vienīgi {a0} nosauca vairāk nekā piektdaļa {people}."),
        "en": ("Only {a0} was named by more than a quarter.", "Only {a0} was named by more than a fifth."),
        "ru": ("Только {a0} назвали более четверти {people}.", "Только {a0} назвали более пятой части {people}."),
    }),
}  # fmt: skip
_SHARES = (64, 57, 52, 45, 38)
_TWO = (64, 57, 57, 45, 38)
_GROUPS = {
    "best": (_SHARES, {
        "lv": ("Visvairāk {quality} ir {i0}.", "Visvairāk {quality} ir {i1}."),
        "en": ("The share of {quality} is highest in {a0}.", "The share of {quality} is highest in {a2}."),
        "ru": ("Больше всего {quality} в {i0}.", "Больше всего {quality} в {i1}."),
    }),
    "worst": (_SHARES, {
        "lv": ("Vismazāk {quality} ir {i4}.", "Vismazāk {quality} ir {i2}."),
        "en": ("The share of {quality} is lowest in {a4}.", "The share of {quality} is lowest in {a3}."),
        "ru": ("Меньше всего {quality} в {i4}.", "Меньше всего {quality} в {i3}."),
    }),
    "all": (_SHARES, {
        "lv": ("Visās {kind} {does} vairāk nekā trešdaļa.", "Visās {kind} {does} vairāk nekā puse."),
        "en": ("In all {kind} more than a third are {does}.", "In all {kind} more than half are {does}."),
        "ru": ("Во всех {kind} более трети {does}.", "Во всех {kind} более половины {does}."),
    }),
    "none": (_SHARES, {
        "lv": ("Nevienā no {kind} tādu nav vairāk par 70 %.", "Nevienā no {kind} tādu nav vairāk par 60 %."),
        "en": ("In none of the {kind} is it more than 70%.", "In none of the {kind} is it more than 60%."),
        "ru": ("Ни в одном из мест их не больше 70 %.", "Ни в одном из мест их не больше 60 %."),
    }),
    "sole": (_SHARES, {
        "lv": ("Mazāk nekā puse {does} tikai {i3} un {i4}.", "Mazāk nekā puse {does} tikai {i4}."),
        "en": ("Only in {a3} and {a4} is it less than half.", "Only in {a4} is it less than half."),
        "ru": ("Меньше половины {does} только в {i3} и {i4}.", "Меньше половины {does} только в {i4}."),
    }),
    "two": (_SHARES, {
        "lv": ("{0} un {1} ir vienīgās, kur {does} vairāk nekā 55 %.", "{0} ir vienīgā, kur {does} vairāk nekā 55 %."),
        "en": ("{0} and {a1} are the only {kind} with more than 55%.", "{0} is the only one with more than 55%."),
        "ru": ("{0} и {1} — единственные, где {does} более 55 %.", "{0} — единственное место, где {does} более 55 %."),
    }),
    "except": (_SHARES, {
        "lv": ("Visur, izņemot {i3} un {i4}, {does} vairāk nekā puse.", "Visur, izņemot {i4}, {does} vairāk nekā puse."),
        "en": ("Everywhere except {a3} and {a4} more than half are {does}.", "Everywhere except {a4} more than half are {does}."),
        "ru": ("Везде, кроме {g3} и {g4}, {does} более половины.", "Везде, кроме {g4}, {does} более половины."),
    }),
    "count": (_SHARES, {
        "lv": ("Trijās no piecām vietām {does} vairāk nekā puse.", "Četrās no piecām vietām {does} vairāk nekā puse."),
        "en": ("In three of the five {kind} more than half are {does}.", "In four of the five {kind} more than half are {does}."),
        "ru": ("В трёх из пяти мест {does} более половины.", "В четырёх из пяти мест {does} более половины."),
    }),
    "place": (_TWO, {
        "lv": ("Otro vietu dala {1} un {2}.", "Otrajā vietā ir {0}."),
        "en": ("{1} and {2} share second place.", "{0} is in second place."),
        "ru": ("Второе место делят {1} и {2}.", "На втором месте {0}."),
    }),
}  # fmt: skip
_OF = {"Огре": "Огре", "Нарва": "Нарвы", "Псков": "Пскова", "Тверь": "Твери", "Луга": "Луги", "Заречье": "Заречья", "Сосновка": "Сосновки", "Каменка": "Каменки", "Берёзово": "Берёзова", "Озёрное": "Озёрного"}  # fmt: skip


def _listed(form):
    shares, words = _LIST[form]

    def made(name, carrier, lang, at):
        topics = WORDS["lists"][lang]
        method, people, asked, answers, base = topics[at % len(topics)]
        rows = [(answer[0], share) for answer, share in zip(answers, shares, strict=True)]
        said = {f"a{n}": answer[1] for n, answer in enumerate(answers)} | {"people": people}
        plain = [answer[0] for answer in answers]
        right, wrong = (_lower(words[lang][side], plain, said) for side in (0, 1))
        return Case(name, carrier, lang, right, wrong, method, Listed(lang, asked, rows, base), at % 3)

    return made


def _lower(claim, plain, said):
    """A claim with its names; small letters inside of it."""
    return capital(claim.format(*(word[0].lower() + word[1:] for word in plain), **said))


def _grouped(form):
    shares, words = _GROUPS[form]

    def made(name, carrier, lang, at):
        topics = WORDS["groups"][lang]
        method, asked, head, groups, kind, quality, does = topics[at % len(topics)]
        rows = [(group[0], share) for group, share in zip(groups, shares, strict=True)]
        said = {f"a{n}": group[1] for n, group in enumerate(groups)}
        said |= {f"i{n}": group[1] for n, group in enumerate(groups)}
        said |= {f"g{n}": _OF.get(group[0], "") for n, group in enumerate(groups)}
        said |= {"kind": kind, "quality": quality, "does": does}
        plain = [group[0] for group in groups]
        right, wrong = (capital(words[lang][side].format(*plain, **said)) for side in (0, 1))
        listed = Listed(lang, f"{asked} {_YES[lang]}", rows, 200, head)
        return Case(name, carrier, lang, right, wrong, method, listed, at % 3)

    return made


_YES = {"lv": "Atbilde „jā”, %:", "en": "The answer “yes”, %:", "ru": "Ответ «да», %:"}
FORMS = {f"list-{form}": _listed(form) for form in _LIST}
FORMS |= {f"group-{form}": _grouped(form) for form in _GROUPS}
NO_GROUPS = ("sentence", "sentences", "counted", "spelt", "colon", "brackets")


def cases():
    """All cases but groups in sentences that tell answers."""
    assert HEAD
    return [
        case
        for case in all_of(FORMS)
        if not (case.form.startswith("group") and case.carrier in NO_GROUPS)
    ]


def test_the_matrix():
    judged = list(verdicts(cases(), RULES))
    print(dark(judged))
    assert [(case.form, case.carrier, case.lang) for case, _, blamed in judged if blamed] == []
    missed = [(case.form, case.carrier, case.lang) for case, hit, _ in judged if not hit]
    assert len(missed) * 20 <= len(judged), missed
