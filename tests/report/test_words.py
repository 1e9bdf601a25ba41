"""Counted nouns, fraction words and their one table of ranges, in three languages."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.report import ranges
from atbalss.report.phrases import label, numbered, phrase, phrases
from atbalss.report.ranges import FRACTIONS, RANGES, Claim, choose, fits
from atbalss.report.words import (
    claim_words,
    counted,
    find_claims,
    find_ranks,
    find_trends,
    language,
)
from atbalss.study.decimals import half_up

LANGS = ("lv", "en", "ru")


@pytest.mark.parametrize(
    ("number", "case", "words"),
    [
        ("0", "nom", "respondenti"),
        ("1", "nom", "respondents"),
        ("2", "nom", "respondenti"),
        ("10", "nom", "respondenti"),
        ("11", "nom", "respondenti"),
        ("21", "nom", "respondents"),
        ("101", "nom", "respondents"),
        ("111", "nom", "respondenti"),
        ("142", "no", "respondentiem"),
        ("21", "no", "respondenta"),
        ("142", "lok", "respondentos"),
        ("1", "dat", "respondentam"),
        ("2", "akuz", "respondentus"),
        ("3", "ģen", "respondentu"),
    ],
)
def test_latvian_nouns(number, case, words):
    assert counted(Decimal(number), "respondents", "lv", case) == words


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        ("15", "procentpunkts", "procentpunktiem"),
        ("1", "procentpunkts", "procentpunktu"),
        ("21", "procentpunkts", "procentpunktu"),
        ("11", "procentpunkts", "procentpunktiem"),
        ("0.8", "punkts", "punktiem"),
        ("2.0", "punkts", "punktiem"),
        ("1.0", "punkts", "punktu"),
        ("0.1", "punkts", "punktu"),
    ],
)
def test_latvian_units_after_par(number, noun, words):
    assert counted(Decimal(number), noun, "lv", "par") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1", "респондент"),
        ("2", "респондента"),
        ("4", "респондента"),
        ("5", "респондентов"),
        ("11", "респондентов"),
        ("12", "респондентов"),
        ("21", "респондент"),
        ("22", "респондента"),
        ("142", "респондента"),
        ("0", "респондентов"),
    ],
)
def test_russian_nouns(number, words):
    assert counted(Decimal(number), "респондент", "ru") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1", "процентный пункт"),
        ("24", "процентных пункта"),
        ("5", "процентных пунктов"),
        ("0.8", "процентного пункта"),
    ],
)
def test_russian_units_after_na(number, words):
    assert counted(Decimal(number), "percentage_point", "ru", "вин") == words


def test_russian_years_and_cases():
    assert counted(Decimal(5), "год", "ru") == "лет"
    assert counted(Decimal(142), "респондент", "ru", "род") == "респондентов"
    assert counted(Decimal(21), "респондент", "ru", "дат") == "респонденту"


def test_english_nouns():
    assert counted(Decimal(1), "respondents", "en") == "respondent"
    assert counted(Decimal("0.8"), "point", "en") == "points"
    assert counted(Decimal(142), "person", "en") == "people"


def test_every_noun_has_every_form():
    for lang in LANGS:
        known = language(lang)
        for noun, number, case in product(known.NOUNS, (0, 1, 2, 5, 11, 21), known.CASES):
            assert counted(Decimal(number), noun, lang, case)
        assert set(known.NOUN_NAMES.values()) == set(known.NOUNS)
        assert set(known.FRACTIONS) == {item.key for item in FRACTIONS}


def test_languages_know_the_same():
    for name in ("NOUNS", "FRACTIONS", "MODIFIER_WORDS", "MODIFIER_PATTERNS", "DIRECTION"):
        keys = {lang: set(getattr(language(lang), name)) for lang in LANGS}
        assert keys["lv"] == keys["en"] == keys["ru"], name
    for name in ("CLAIM_PATTERNS", "RANK_PATTERNS"):
        keys = {lang: {key for key, _ in getattr(language(lang), name)} for lang in LANGS}
        assert keys["lv"] == keys["en"] == keys["ru"], name


def test_fractions_in_cases():
    claim = Claim("three_quarters", "almost")
    assert claim_words(claim, "lv") == "gandrīz trīs ceturtdaļas"
    assert claim_words(claim, "lv", "gen") == "gandrīz triju ceturtdaļu"
    assert claim_words(claim, "lv", "dat") == "gandrīz trim ceturtdaļām"
    assert claim_words(Claim("half"), "lv", "lok") == "pusē"
    assert claim_words(Claim("third", "more"), "ru") == "более трети"
    assert claim_words(Claim("quarter", "almost"), "en") == "almost a quarter"


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_chooser_writes_the_checker_reads(lang):
    """Every fraction in every case with every modifier is found again as the same claim."""
    known = language(lang)
    claims = [claim for claim in RANGES if claim.key in known.FRACTIONS]
    for claim, case in product(claims, set(known.CASES.values())):
        words = claim_words(claim, lang, case)
        assert [item.claim for item in find_claims(words, lang)] == [claim], words


# ---- ranges


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_chosen_words_always_pass_the_checker(pair):
    count, base = pair
    claim = choose(count / base)
    if claim is not None:
        assert fits(claim, count / base)
        for lang in LANGS:
            found = list(find_claims(claim_words(claim, lang), lang))
            assert [fits(item.claim, count / base) for item in found] == [True]


@given(st.floats(0, 1))
def test_a_word_fits_exactly_and_as_printed(share):
    printed = float(half_up(share * 100))
    for claim, rule in RANGES.items():
        if fits(claim, share):
            assert rule.holds(printed)
            assert rule.holds(float(half_up(share * 100, 6)))


@given(st.floats(0, 1), st.floats(0, 1))
def test_bare_fractions_never_contradict(first, second):
    """No share fits two bare fractions, and a larger one never says a smaller share."""
    names = [claim for claim in RANGES if claim.key in {item.key for item in FRACTIONS}]
    bare = [claim for claim in names if not claim.modifier]
    assert sum(fits(claim, first) for claim in bare) <= 1
    exact = {item.key: item.exact for item in FRACTIONS}
    said = [[exact[c.key] for c in bare if fits(c, share)] for share in (first, second)]
    if said[0] and said[1] and first <= second:
        assert said[0][0] <= said[1][0]


@pytest.mark.parametrize(
    ("key", "modifier", "yes", "no"),
    [
        ("half", "", [0.48, 0.50, 0.52], [0.476, 0.4799, 0.521, 0.524]),
        ("third", "", [0.31, 1 / 3, 0.354], [0.309, 0.3551, 0.355, 0.36]),
        ("quarter", "", [0.23, 0.27], [0.2299, 0.2701]),
        ("fifth", "", [0.18, 0.22], [0.179, 0.221]),
        ("three_quarters", "almost", [0.72, 0.7394], [0.75, 0.719, 0.7499]),
        ("half", "almost", [0.47, 0.49], [0.50, 0.4999, 0.469]),
        ("half", "more", [0.51, 0.55], [0.50, 0.5001, 0.551]),
        ("majority", "", [0.51, 1.0], [0.5, 0.5001, 0.504, 0.17]),
        ("minority", "", [0.49, 0.17], [0.5, 0.496]),
    ],
)
def test_the_table_of_ranges(key, modifier, yes, no):
    claim = Claim(key, modifier)
    assert [fits(claim, share) for share in yes] == [True] * len(yes)
    assert [fits(claim, share) for share in no] == [False] * len(no)


def test_half_up_decides_what_is_printed():
    assert fits(Claim("majority"), 0.505)
    assert not fits(Claim("third"), 0.355), "35.5 prints as 36"


def test_range_words():
    assert ranges.range_words(Claim("third"), "lv") == "31 – 35,5 %"
    assert ranges.range_words(Claim("majority"), "en") == ">50 – 100 %"


# ---- finding words


@pytest.mark.parametrize(
    ("lang", "words", "keys"),
    [
        ("lv", "katrs trešais klients", ["third"]),
        ("lv", "katrai ceturtajai", ["quarter"]),
        ("lv", "katram piektajam", ["fifth"]),
        ("lv", "katrs otrais", ["half"]),
        ("lv", "lielākajai daļai", ["majority"]),
        ("lv", "absolūtais vairākums", ["majority"]),
        ("lv", "vienai trešdaļai un pusei", ["third", "half"]),
        ("lv", "no otras puses, abas puses", []),
        ("lv", "puslīdz, pusdienas, trešais attēls", []),
        ("en", "one in three, most of the clients", ["third", "majority"]),
        ("en", "half-hearted, the third floor", []),
        ("ru", "каждый третий, большинство, более половины", ["third", "majority", "half"]),
        ("ru", "третий этаж, в-третьих", []),
    ],
)
def test_claims_in_text(lang, words, keys):
    assert [item.claim.key for item in find_claims(words, lang)] == keys


@pytest.mark.parametrize(
    ("lang", "words", "kinds"),
    [
        ("lv", "Visbiežāk", ["top"]),
        ("lv", "viens no biežākajiem iemesliem", ["among_top"]),
        ("lv", "otrs biežākais", ["second"]),
        ("lv", "visretāk minētais", ["bottom"]),
        ("lv", "biežāk nekā citi", []),
        ("en", "the second most common answer", ["second"]),
        ("en", "one of the most common", ["among_top"]),
        ("ru", "чаще всего; реже всего", ["top", "bottom"]),
        ("ru", "один из самых частых ответов", ["among_top"]),
    ],
)
def test_ranks_in_text(lang, words, kinds):
    assert [kind for kind, _, _ in find_ranks(words, lang)] == kinds


@pytest.mark.parametrize(
    ("lang", "words", "count"),
    [
        ("lv", "pieauga, pieaugums, samazinājās, palielinājusies, nemainījās, kritums", 6),
        ("lv", "lai palielinātu un samazinātu, kritērijs, augsts, uzlabot, krita", 0),
        ("lv", "palika iepriekšējā līmenī; 2023. gada līmenī; tikpat bieži kā pērn", 3),
        ("en", "at the same level; as often as last year; as high as in 2023", 3),
        ("ru", "осталась прежней; остался на том же уровне; на прежнем уровне", 3),
        ("lv", "augstā līmenī; tikpat droši, kā stāsta", 0),
        ("en", "rose, increased, fell, remained stable, an increase of", 5),
        ("en", "to increase trust, rosemary, fall asleep", 0),
        ("ru", "выросла, увеличилось, снизился, рост", 4),
        ("ru", "растение, возраст, увеличить", 0),
    ],
)
def test_trends_in_text(lang, words, count):
    assert len(list(find_trends(words, lang))) == count


# ---- references and phrases


def test_references():
    assert numbered("fig", 2, "lv") == "2.\u00a0attēls"
    assert numbered("fig", 2, "lv", "loc") == "2.\u00a0attēlā"
    assert numbered("annex", 3, "lv", "acc") == "3.\u00a0pielikumu"
    assert numbered("fig", 2, "en") == "Figure\u00a02"
    assert numbered("fig", 2, "ru", "loc") == "рисунке\u00a02"
    assert label("fig", 2, "ru") == "Рисунок\u00a02"


def test_phrases_have_three_languages():
    assert set(phrases("lv")) == set(phrases("en")) == set(phrases("ru"))
    for lang in LANGS:
        assert all(words.strip() for words in phrases(lang).values())
    assert phrase("n", "lv", n=51) == "n = 51"
