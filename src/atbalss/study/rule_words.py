"""Rules in Latvian, English and Russian words: for base notes, routes and constraints."""

from __future__ import annotations

from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Rule, to_xpath

_ALL = {"lv": "visi respondenti", "en": "all respondents", "ru": "все респонденты"}


def asked_of_words(rule: Rule | None, questionnaire: Questionnaire, lang: str) -> str:
    """Whom a question is asked, such as "all respondents" or "those who answered ..."."""
    return _ALL.get(lang, _ALL["en"]) if rule is None else to_xpath(rule)


def condition_words(rule: Rule, questionnaire: Questionnaire, lang: str) -> str:
    """A rule as a condition: "if ... is ..."."""
    return to_xpath(rule)
