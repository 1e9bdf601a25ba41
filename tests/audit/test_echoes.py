"""One share told by two sentences in like words, and what sets two shares apart."""

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

FILLED = {
    "lv": ("Bibliotēka", "Grāmatas pasūta internetā.", "Darba laiks ir ērts."),
    "en": ("Library", "Books are ordered online.", "Opening hours suit most."),
    "ru": ("Библиотека", "Книги заказывают в сети.", "Часы работы удобны."),
}
TOLD = {
    "lv": (
        "Kopumā {} aptaujāto lasa elektroniskās grāmatas planšetdatorā.",
        "Elektroniskās grāmatas planšetdatorā lasa {} lietotāju.",
    ),
    "en": (
        "Overall, {} of respondents read electronic novels on a tablet.",
        "We found that {} of users read electronic novels on a tablet.",
    ),
    "ru": (
        "В целом {} опрошенных читают электронные романы на планшете.",
        "Электронные романы на планшете читают {} пользователей.",
    ),
}
APART = [
    ("en", TOLD["en"][0], "In 2019, {} of users read electronic novels on a tablet."),
    ("en", TOLD["en"][0], "Among pensioners, {} read electronic novels on a tablet."),
    ("en", TOLD["en"][0], "Of users, {} do not read electronic novels on a tablet."),
    ("lv", TOLD["lv"][0], "Planšetdatorā elektroniskās grāmatas nelasa {} lietotāju."),
    ("ru", TOLD["ru"][0], "Среди пенсионеров {} читают электронные романы на планшете."),
]


def values(lang: str, one: str, other: str) -> list[str]:
    title, middle, last = FILLED[lang]
    told = f"# {title}\n\n## 1\n\n{one}\n\n{middle}\n\n## 2\n\n{last}\n\n{other}\n"
    text = read_plain("a.md", told)
    return [item.rule for item in audit(text) if item.rule == "two-values"]


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
@pytest.mark.parametrize("wrong", ["34%", "48%"])
def test_a_share_told_again_in_like_words_with_another_value_is_found(lang, wrong):
    one, other = TOLD[lang]
    assert values(lang, one.format("43%"), other.format(wrong))


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_the_same_value_is_passed(lang):
    one, other = TOLD[lang]
    assert not values(lang, one.format("43%"), other.format("43%"))


@pytest.mark.parametrize(("lang", "one", "other"), APART)
def test_a_wave_a_group_or_a_denial_sets_two_shares_apart(lang, one, other):
    assert not values(lang, one.format("43%"), other.format("34%"))


def test_items_of_two_lists_of_which_nothing_agrees_are_of_two_things():
    lists = (
        "* Long-term viability fell from {} to 10% this year\n\n* Portability stood at 41%",
        '* "Long-term viability" went from {} to 10%\n\n* "Hiring" stood at 47%',
    )
    one, other = lists
    assert not values("en", one.format("20%"), other.format("15%"))


PHRASED = [  # (language, a telling, the same in another place)
    (
        "lv",
        "- Rēķinu un kvīšu apmaksa pašapkalpošanās terminālī – pieteica/saņēma {}% no klientiem.",
        "Biežākie pakalpojumi ir deklarāciju iesniegšana, kuru pieteica vai saņēma 43% klientu, un "
        "rēķinu un kvīšu apmaksa terminālī, kuru pieteica vai saņēma {}% klientu.",
    ),
    (
        "en",
        "- Paying bills and fines at the terminal – asked or applied for by {}% of clients.",
        "Most often named are tax returns, which 43% of clients asked or applied for, and paying "
        "bills and fines at the terminal, which {}% of clients asked or applied for.",
    ),
    (
        "lv",
        "Lielākā daļa pieteikumu nodeva elektroniski zālē pieejamajā publiskajā datorā ar "
        "darbinieka konsultāciju vai palīdzību – to minēja {}% no klientiem.",
        "Apskatot veidu, lielākā daļa apmeklētāju pieteikumu nodeva elektroniski zālē pieejamajā "
        "publiskajā datorā ar darbinieka konsultāciju vai palīdzību – to minēja {}% no klientiem.",
    ),
    (
        "ru",
        "Большинство подали заявление через общедоступный компьютер в зале с помощью сотрудника – "
        "так ответили {}% клиентов.",
        "Что касается способа, большинство посетителей подали заявление через общедоступный "
        "компьютер в зале с помощью сотрудника – так ответили {}% клиентов.",
    ),
    (
        "en",
        "A majority of respondents ({}%) trust the library board to do what is best for readers.",
        "{}% of respondents somewhat or strongly agree that they trust the library board to do "
        "what is best for readers like them.",
    ),
]
SAME_STEPS = (
    "Lending desks did well, with {}% of respondents saying they were very, moderately or "
    "slightly satisfied using them for new novels.",
    "{}% of respondents said they were very, moderately or slightly satisfied with opening hours.",
)


@pytest.mark.parametrize(("lang", "one", "other"), PHRASED)
def test_the_words_that_say_of_what_a_share_is_may_stand_before_its_clause(lang, one, other):
    assert values(lang, one.format(11), other.format(20)) == ["two-values"]
    assert not values(lang, one.format(11), other.format(11))


def test_steps_of_a_scale_in_the_same_words_are_no_retelling():
    one, other = SAME_STEPS
    assert not values("en", one.format(85), other.format(77))
