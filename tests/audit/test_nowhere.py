# ruff: noqa: E501 - texts are kept whole
"""A share told in words alone where one question was asked: some answer has to bear it."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

LV = "Pa tālruni aptaujāti 610 nejauši izvēlēti dārznieki, kļūda līdz ±4,0 procentpunktiem.\n\nJautājums: „Cik bieži jūs laistāt dobes?” Katru dienu laista 31 %, dažreiz – 23 %, reti – 40 %, nekad – 6 %.\n\n"
EN = 'We rang 610 gardeners picked at random; the error is at most ±4.0 percentage points.\n\n"How often do you water the beds?" (one answer)\n\nEvery day   31%\nSometimes   23%\nRarely      40%\nNever        6%\n\n'
RU = "По телефону опрошено 610 случайно отобранных садоводов, погрешность до ±4,0 процентного пункта.\n\nВопрос: «Как часто вы поливаете грядки?» (один ответ)\n\nкаждый день — 31 %\nиногда — 23 %\nредко — 40 %\nникогда — 6 %\n\n"
CASES = (  # text, what is said of it, whether it is wrong
    (LV, "Gandrīz puse dārznieku dobes laista reti vai nekad.", False),
    (LV, "Ceturtā daļa dārznieku dobes laista dažreiz.", False),
    (LV, "Četras piektdaļas dārznieku laista dobes kaut reizi dienā.", True),
    (EN, "Just over half of the gardeners water the beds at least sometimes.", False),
    (EN, "A third of the gardeners water the beds every day.", False),
    (EN, "Four fifths of the gardeners water their beds in good time.", True),
    (EN, "Every fifth gardener on the list was invited.", False),
    (EN, "Four fifths of the beds have a fence.", False),
    (RU, "Больше половины садоводов поливают грядки хотя бы иногда.", False),
    (RU, "Четыре пятых садоводов поливают грядки вовремя.", True),
    (RU, "Четыре пятых садоводов живут в городе, но об этом мы не спрашивали: мы пригласили каждого пятого.", False),
)  # fmt: skip


@pytest.mark.parametrize(("text", "said", "wrong"), CASES)
def test_words_that_no_answer_bears_are_named(text, said, wrong):
    rules = {item.rule for item in audit(read_plain("a.txt", text + said))}
    assert ("fraction-word" in rules) == wrong, rules
