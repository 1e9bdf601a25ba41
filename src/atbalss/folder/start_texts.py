"""Questions and answers of the small study to begin with, in Latvian, English and Russian."""

from __future__ import annotations

from dataclasses import dataclass, field

Texts = dict[str, str]


def _t(lv: str, en: str, ru: str) -> Texts:
    return {"lv": lv, "en": en, "ru": ru}


@dataclass(frozen=True)
class Row:
    """A row of the survey sheet; `ends` are the texts of a scale's ends."""

    type: str
    name: str
    texts: Texts = field(default_factory=dict)
    required: str = ""
    relevant: str = ""
    role: str = ""
    frame: str = ""
    look: str = ""
    ends: dict[str, tuple[str, str]] = field(default_factory=dict)


TITLE = _t("Apmeklētāju aptauja", "Survey of visitors", "Опрос посетителей")
_ENDS = {
    "lv": ("Pilnīgi neapmierināts", "Pilnīgi apmierināts"),
    "en": ("Fully dissatisfied", "Fully satisfied"),
    "ru": ("Полностью не удовлетворён", "Полностью удовлетворён"),
}
SURVEY = (
    Row(
        "select_one yes_no",
        "visited",
        _t(
            "Vai pēdējo 12 mēnešu laikā saņēmāt pakalpojumu mūsu iestādē?",
            "Have you been served at our office in the last 12 months?",
            "Получали ли Вы услуги в нашем учреждении за последние 12 месяцев?",
        ),
        "yes",
        role="screening",
    ),
    Row(
        "begin_group",
        "service",
        _t("Apkalpošana", "The service", "Обслуживание"),
        relevant="${visited} = 'yes'",
    ),
    Row(
        "select_multiple channel",
        "channels",
        _t(
            "Kādos veidos saņēmāt pakalpojumu?",
            "In which ways were you served?",
            "Какими способами Вы получали услугу?",
        ),
        "yes",
    ),
    Row(
        "select_one ten",
        "satisfaction",
        _t(
            "Cik apmierināts(-a) esat ar apkalpošanu kopumā?",
            "How satisfied are you with the service as a whole?",
            "Насколько Вы удовлетворены обслуживанием в целом?",
        ),
        "yes",
        ends=_ENDS,
    ),
    Row(
        "begin_group",
        "aspects",
        _t(
            "Cik apmierināts(-a) esat ar katru no šiem?",
            "How satisfied are you with each of these?",
            "Насколько Вы удовлетворены каждым из пунктов?",
        ),
        look="table-list",
    ),
    Row(
        "select_one ten",
        "staff",
        _t("Darbinieku attieksme", "The staff's manner", "Отношение сотрудников"),
        ends=_ENDS,
    ),
    Row(
        "select_one ten",
        "waiting",
        _t("Gaidīšanas laiks", "Waiting time", "Время ожидания"),
        ends=_ENDS,
    ),
    Row(
        "select_one ten",
        "clarity",
        _t("Informācijas skaidrība", "Clarity of information", "Понятность информации"),
        ends=_ENDS,
    ),
    Row(
        "select_one ten",
        "rooms",
        _t("Telpas un to pieejamība", "Rooms and access to them", "Помещения и их доступность"),
        ends=_ENDS,
    ),
    Row("end_group", "aspects"),
    Row(
        "select_one yes_no",
        "solved",
        _t(
            "Vai Jūsu jautājums tika atrisināts?",
            "Was your matter settled?",
            "Был ли Ваш вопрос решён?",
        ),
        "yes",
    ),
    Row(
        "text",
        "improve",
        _t(
            "Kas būtu jāuzlabo vispirms?",
            "What should be improved first?",
            "Что следует улучшить в первую очередь?",
        ),
        frame="improve",
    ),
    Row("end_group", "service"),
    Row("begin_group", "about_you", _t("Par Jums", "About you", "О Вас")),
    Row(
        "select_one gender",
        "gender",
        _t("Jūsu dzimums", "Your gender", "Ваш пол"),
        role="demographic",
    ),
    Row("select_one age", "age", _t("Jūsu vecums", "Your age", "Ваш возраст"), role="demographic"),
    Row(
        "select_one place",
        "place",
        _t("Kur Jūs dzīvojat?", "Where do you live?", "Где Вы живёте?"),
        role="demographic",
    ),
    Row("end_group", "about_you"),
)
_DK = _t("Grūti pateikt", "Hard to say", "Трудно сказать")
_REFUSED = _t("Nevēlos atbildēt", "Prefer not to answer", "Не хочу отвечать")
CHOICES: tuple[tuple[str, str, Texts, str, str, str], ...] = (
    ("yes_no", "yes", _t("Jā", "Yes", "Да"), "", "", ""),
    ("yes_no", "no", _t("Nē", "No", "Нет"), "", "", ""),
    ("yes_no", "98", _DK, "dont_know", "", ""),
    ("channel", "office", _t("Klātienē", "In person", "Очно"), "", "", ""),
    ("channel", "phone", _t("Pa tālruni", "By telephone", "По телефону"), "", "", ""),
    ("channel", "web", _t("Internetā", "Online", "В интернете"), "", "", ""),
    (
        "channel",
        "post",
        _t("Pa pastu vai e-pastu", "By post or e-mail", "По почте или электронной почте"),
        "",
        "",
        "",
    ),
    ("channel", "other", _t("Citādi", "In another way", "Другим способом"), "", "other", ""),
    ("channel", "98", _DK, "dont_know", "", "yes"),
    *(("ten", str(n), _t(str(n), str(n), str(n)), "", "", "") for n in range(1, 11)),
    ("ten", "98", _DK, "dont_know", "", ""),
    ("gender", "woman", _t("Sieviete", "Woman", "Женщина"), "", "", ""),
    ("gender", "man", _t("Vīrietis", "Man", "Мужчина"), "", "", ""),
    ("gender", "99", _REFUSED, "refused", "", ""),
    ("age", "18_34", _t("18–34 gadi", "18–34", "18–34 года"), "", "", ""),
    ("age", "35_54", _t("35–54 gadi", "35–54", "35–54 года"), "", "", ""),
    ("age", "55_74", _t("55–74 gadi", "55–74", "55–74 года"), "", "", ""),
    ("age", "75", _t("75 gadi un vairāk", "75 and over", "75 лет и старше"), "", "", ""),
    ("age", "99", _REFUSED, "refused", "", ""),
    ("place", "city", _t("Lielā pilsētā", "In a large town", "В крупном городе"), "", "", ""),
    ("place", "town", _t("Citā pilsētā", "In another town", "В другом городе"), "", "", ""),
    ("place", "country", _t("Laukos", "In the country", "В сельской местности"), "", "", ""),
    ("place", "99", _REFUSED, "refused", "", ""),
)
OTHER = _t("Cits", "Other", "Другое")
FRAME: tuple[tuple[str, Texts, str], ...] = (
    ("staff", _t("Attieksme", "Manner of staff", "Отношение"), ""),
    ("waiting", _t("Gaidīšana", "Waiting", "Ожидание"), ""),
    ("information", _t("Informācija", "Information", "Информация"), ""),
    ("online", _t("E-pakalpojumi", "Online services", "Э-услуги"), ""),
    ("other", OTHER, "other"),
    ("nothing", _t("Nav ko uzlabot", "Nothing to improve", "Нечего улучшать"), "nothing"),
)
