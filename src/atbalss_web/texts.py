"""The site's words: one catalogue a room, put together here. Latvian, English, Russian."""

from __future__ import annotations

from importlib import import_module

LANGS = ("lv", "en", "ru")
ROOMS = (
    "accounts",
    "studies",
    "cases",
    "runner",
    "desk",
    "callroom",
    "codingdesk",
    "board",
    "press",
    "lists",
)

_WORDS: dict[str, tuple[str, str, str]] = {
    "site": ("Atbalss", "Atbalss", "Atbalss"),
    "skip": ("Uz saturu", "Skip to content", "К содержанию"),
    "menu": ("Izvēlne", "Menu", "Меню"),
    "language": ("Valoda", "Language", "Язык"),
    "lang-lv": ("Latviešu", "Latviešu", "Latviešu"),
    "lang-en": ("English", "English", "English"),
    "lang-ru": ("Русский", "Русский", "Русский"),
    "invented": (
        "Atdarināti dati: cilvēki, zvani un atbildes ir izdomāti.",
        "Invented data: people, calls and answers are made up.",
        "Вымышленные данные: люди, звонки и ответы придуманы.",
    ),
    "not-found": ("Šādas lapas nav.", "There is no such page.", "Такой страницы нет."),
    "not-allowed": (
        "Šī lapa nav domāta Jūsu lomai.",
        "This page is not for your role.",
        "Эта страница не для вашей роли.",
    ),
    "unreadable": (
        "To, kas tika atsūtīts, nevar izlasīt.",
        "What was sent cannot be read.",
        "То, что было отправлено, невозможно прочитать.",
    ),
    "stale-form": (
        "Lapa ir novecojusi. Atveriet to no jauna un mēģiniet vēlreiz.",
        "The page is out of date. Open it again and retry.",
        "Страница устарела. Откройте её заново и попробуйте ещё раз.",
    ),
    "our-fault": (
        "Kaut kas nogāja greizi. Atbildes, kas jau saglabātas, nav zudušas.",
        "Something went wrong. Answers already saved are not lost.",
        "Что-то пошло не так. Уже сохранённые ответы не потеряны.",
    ),
    "save": ("Saglabāt", "Save", "Сохранить"),
    "cancel": ("Atcelt", "Cancel", "Отмена"),
    "back": ("Atpakaļ", "Back", "Назад"),
}


def _catalogue() -> dict[str, tuple[str, str, str]]:
    found = dict(_WORDS)
    for room in ROOMS:
        try:
            words = import_module(f"atbalss_web.{room}.texts").WORDS
        except ModuleNotFoundError:
            continue
        twice = found.keys() & words.keys()
        if twice:
            raise ValueError(f"words said twice: {sorted(twice)}")
        found |= words
    return found


_ALL = _catalogue()


def say(key: str, lang: str) -> str:
    """Words in a language; KeyError for a key that no catalogue has."""
    return _ALL[key][LANGS.index(lang)]
