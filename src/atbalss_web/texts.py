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
        "Эта страница не для Вашей роли.",
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
    "not-found-what": (
        "Pārbaudiet adresi. Ja Jūs atvedusi saite no šīs vietnes, pastāstiet par to administratoram.",
        "Check the address. If a link on this site led you here, tell the administrator.",
        "Проверьте адрес. Если сюда привела ссылка с этого сайта, сообщите администратору.",
    ),
    "not-allowed-what": (
        "Ja tā ir vajadzīga Jūsu darbam, lūdziet administratoram piešķirt lomu.",
        "If you need it for your work, ask the administrator for the role.",
        "Если она нужна Вам для работы, попросите администратора дать роль.",
    ),
    "unreadable-what": (
        "Ejiet atpakaļ, pārbaudiet ierakstīto un mēģiniet vēlreiz. Nekas nav mainīts.",
        "Go back, check what you entered and try again. Nothing was changed.",
        "Вернитесь, проверьте введённое и попробуйте ещё раз. Ничего не изменено.",
    ),
    "stale-form-what": (
        "Parasti tā notiek, ja lapa ilgi bijusi atvērta vai citā logā notikusi jauna pieslēgšanās. Nekas nav mainīts.",
        "Usually the page was open for long, or you logged in again in another window. Nothing was changed.",
        "Обычно это бывает, если страница долго была открыта или Вы заново вошли в другом окне. Ничего не изменено.",
    ),
    "our-fault-what": (
        "Mēģiniet vēlreiz pēc brīža. Ja tas atkārtojas, pastāstiet administratoram, ko un cikos darījāt.",
        "Try again in a moment. If it happens again, tell the administrator what you did and when.",
        "Попробуйте ещё раз через минуту. Если это повторится, сообщите администратору, что и когда Вы делали.",
    ),
    "only-sent": (
        "Šo adresi nevar atvērt tieši.",
        "This address cannot be opened directly.",
        "Этот адрес нельзя открыть напрямую.",
    ),
    "only-sent-what": (
        "Pie tās ved poga kādā no lapām. Sāciet no sākuma.",
        "A button on one of the pages leads to it. Begin from the start.",
        "К нему ведёт кнопка на одной из страниц. Начните с начала.",
    ),
    "busy": (
        "Serveris šobrīd ir aizņemts.",
        "The server is busy just now.",
        "Сервер сейчас занят.",
    ),
    "busy-what": (
        "Viss, ko saglabājāt iepriekš, ir drošībā. Pagaidiet dažas sekundes un mēģiniet vēlreiz.",
        "All that you saved before is safe. Wait a few seconds and try again.",
        "Всё, что Вы сохранили раньше, в безопасности. Подождите несколько секунд и попробуйте ещё раз.",
    ),
    "busy-sent": (
        "Tas, ko tikko nosūtījāt, varbūt vēl nav saglabāts, taču šajā lapā nekas no tā nav zudis. Pagaidiet dažas sekundes un nosūtiet vēlreiz; divreiz tas netiks ierakstīts.",
        "What you have just sent may not be saved yet, but this page has kept all of it. Wait a few seconds and send it again; it will not be entered twice.",
        "То, что Вы только что отправили, возможно, ещё не сохранено, но на этой странице ничего из этого не потеряно. Подождите несколько секунд и отправьте ещё раз; дважды это записано не будет.",
    ),
    "busy-form": (
        "Tas, ko tikko nosūtījāt, nav pieņemts. Pagaidiet dažas sekundes, atveriet lapu no jauna un ievadiet to vēlreiz.",
        "What you have just sent was not taken. Wait a few seconds, open the page again and enter it once more.",
        "То, что Вы только что отправили, не принято. Подождите несколько секунд, откройте страницу заново и введите это ещё раз.",
    ),
    "send-again": ("Nosūtīt vēlreiz", "Send again", "Отправить ещё раз"),
    "try-again": ("Mēģināt vēlreiz", "Try again", "Попробовать ещё раз"),
    "to-start": ("Uz sākumu", "To the start", "К началу"),
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
