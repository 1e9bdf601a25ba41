"""Cases of a matrix: a report with a list in a carrier, and a claim right or wrong of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.audit.carried import CARRIERS, WORDS, Listed

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

LANGS = ("lv", "en", "ru")
MARKDOWN = ("table", "bare_table", "bullets")


@dataclass(frozen=True)
class Case:
    """A claim in its right and its wrong words, with the list that it is of."""

    form: str
    carrier: str
    lang: str
    right: str
    wrong: str
    method: str
    listed: Listed
    place: int  # 0: before the list, 1: behind it, 2: at the end

    def report(self, claim):
        """The whole text, with the one claim or the other."""
        second, after = WORDS["second"][self.lang], WORDS["after"][self.lang]
        listed = getattr(self.listed, self.carrier)()
        parts = [self.method, listed, second, after]
        if self.place == 0:
            parts.insert(1, claim)
        elif self.place == 1:
            parts.insert(2, claim)
        else:
            parts[-1] = f"{claim} {after}"
        return "\n\n".join(parts) + "\n"

    def told(self, claim):
        """What the audit finds in it."""
        name = "a.md" if self.carrier in MARKDOWN else "a.txt"
        return audit(read_plain(name, self.report(claim), self.lang))


def verdicts(cases, rules):
    """(case, whether its fault is found, what the sound twin is blamed for)."""
    for case in cases:
        found = any(item.rule in rules for item in case.told(case.wrong))
        yield case, found, [item for item in case.told(case.right) if item.rule in rules]


def dark(judged):
    """How many faults of each carrier, form and language are found: the map of the matrix."""
    found, whole = Counter(), Counter()
    for case, hit, _ in judged:
        for key in (case.carrier, case.form, case.lang):
            found[key] += hit
            whole[key] += 1
    return {key: f"{found[key]}/{whole[key]}" for key in whole}


def capital(words):
    """Words with a capital letter."""
    return words[0].upper() + words[1:]


def all_of(forms, *, some=False):
    """Every form in every carrier, in all languages, or `some`: in one each in turn."""
    at = 0
    for first, carrier in enumerate(CARRIERS):
        for second, lang in enumerate(LANGS):
            for third, (name, form) in enumerate(forms.items()):
                at += 1
                if not some or (first + second + third) % len(LANGS) == 0:
                    yield form(name, carrier, lang, at)
