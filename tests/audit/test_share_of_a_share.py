"""A share of a group that would be more of all than all have: no other rule tells it."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

TEXTS = {
    "en": (
        "Results\n\nWe asked 800 residents. Of all residents 60 % have a library card. "
        "The e-signature is used by {} % of all residents.\n\n"
        "Among those who have a library card, 79 % use the e-signature.\n"
    ),
    "lv": (
        "Rezultāti\n\nAptaujājām 800 iedzīvotājus. Bibliotēkas karte ir 60 % iedzīvotāju. "
        "E-parakstu lieto {} % iedzīvotāju.\n\n"
        "No tiem, kuriem ir bibliotēkas karte, e-parakstu lieto 79 %.\n"
    ),
    "ru": (
        "Результаты\n\nМы опросили 800 жителей. Читательский билет есть у 60 % жителей. "
        "Электронной подписью пользуются {} % жителей.\n\n"
        "Среди тех, у кого есть читательский билет, электронной подписью пользуются 79 %.\n"
    ),
}


def _told(lang: str, share: int) -> list[str]:
    found = audit(read_plain("report.txt", TEXTS[lang].format(share)))
    return [one.rule for one in found if one.rule == "joint-above-part"]


@pytest.mark.parametrize("lang", TEXTS)
def test_a_share_of_a_group_is_not_more_than_all_have(lang):
    assert _told(lang, 35) == ["joint-above-part"]


@pytest.mark.parametrize("lang", TEXTS)
def test_a_share_of_a_group_that_all_can_hold_is_met_with_silence(lang):
    assert not _told(lang, 52)
