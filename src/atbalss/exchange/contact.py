"""Contact data: never written to a file of answers."""

from __future__ import annotations

from atbalss.exchange.guess_words import says_contact
from atbalss.study.question import Kind, Question

_MACHINE = frozenset({"phonenumber", "email", "username", "deviceid", "subscriberid", "simserial"})


def is_contact(question: Question) -> bool:
    """Whether a column holds contact data: what the machine says of its owner, or an asked address.

    An open text counts when its name says so (`phone`, `epasts`); its wording alone does not.
    """
    if question.kind is Kind.META:
        return question.meta in _MACHINE
    return question.kind is Kind.TEXT and says_contact(question.name)
