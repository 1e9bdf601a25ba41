"""What the site adds to the program: `atbalss serve`, `backup`, `restore` and `site`."""

from __future__ import annotations

import argparse
import errno
import os
import socket
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from atbalss_web import beginning

WORDS = {
    "serve": (
        "palaiž aptauju vietni: uzaicinājumi, zvani, intervijas, pārskats par lauka darbu",
        "runs the site: invitations, calls, interviews, the state of fieldwork",
        "запускает сайт: приглашения, звонки, интервью, ход полевых работ",
    ),
    "host": ("adrese", "address", "адрес"),
    "port": ("ports", "port", "порт"),
    "data": (
        "mape, kurā ir datubāze un atslēgas",
        "folder of the database and the keys",
        "папка с базой данных и ключами",
    ),
    "workers": ("procesu skaits", "number of processes", "число процессов"),
    "backup": (
        "saglabā vietnes datus vienā failā, bez atslēgām",
        "saves the site's data in one file, without any key",
        "сохраняет данные сайта в один файл, без ключей",
    ),
    "restore": (
        "atjauno vietnes datus no rezerves kopijas",
        "brings the site's data back from a backup",
        "восстанавливает данные сайта из резервной копии",
    ),
    "backup-file": ("rezerves kopijas fails", "file of the backup", "файл резервной копии"),
    "keys-file": (
        "fails ar pētījumu datu atslēgām (noklusējums: data-keys.json datu mapē)",
        "file of the studies' data keys (default: data-keys.json in the data folder)",
        "файл с ключами данных исследований (по умолчанию: data-keys.json в папке данных)",
    ),
    "force": (
        "aizstāt datus, kas datubāzē jau ir",
        "replace what the database holds already",
        "заменить данные, которые уже есть в базе",
    ),
    "site": (
        "vietnes pienākumi: organizācija, pētījums laukā, kontaktu iznīcināšana, izdomāts paraugs",
        "duties of the site: an organisation, a study in the field, destroying contacts, a demo",
        "обязанности сайта: организация, исследование в поле, уничтожение контактов, пример",
    ),
    "retention": (
        "iznīcina to pētījumu kontaktinformāciju, kuru glabāšanas laiks ir beidzies",
        "destroys the contact data of studies whose retention date has come",
        "уничтожает контактные данные исследований, срок хранения которых истёк",
    ),
    "saved": (
        "Saglabātas {rows} rindas: {file}. Datu atslēgas ir atsevišķi: {keys}.",
        "{rows} rows saved: {file}. The data keys are apart: {keys}.",
        "Сохранено строк: {rows}, {file}. Ключи данных отдельно: {keys}.",
    ),
    "restored": (
        "Atjaunotas {rows} rindas.",
        "{rows} rows restored.",
        "Восстановлено строк: {rows}.",
    ),
    "destroyed": (
        "{study}: iznīcināti kontakti: {contacts}, piezīmes: {notes}, atslēgas: {keys}.",
        "{study}: destroyed contacts: {contacts}, notes: {notes}, keys: {keys}.",
        "{study}: уничтожены контакты: {contacts}, заметки: {notes}, ключи: {keys}.",
    ),
    "none-due": (
        "Nevienam pētījumam glabāšanas laiks nav beidzies.",
        "No study has come to its retention date.",
        "Ни у одного исследования срок хранения не истёк.",
    ),
    "not-empty": (
        "Datubāzē jau ir dati. Lai tos aizstātu, lietojiet --force.",
        "The database holds data already. Use --force to replace them.",
        "В базе уже есть данные. Чтобы заменить их, используйте --force.",
    ),
    "no-backup": (
        "Tā nav rezerves kopija, vai fails ir bojāts.",
        "This is no backup, or the file is damaged.",
        "Это не резервная копия, или файл повреждён.",
    ),
    "damaged": (
        "Fails ir bojāts vai mainīts: kontrolsumma nesakrīt. Dati nav aiztikti.",
        "The file is damaged or was changed: its digest differs. No data were touched.",
        "Файл повреждён или изменён: контрольная сумма не совпадает. Данные не тронуты.",
    ),
    "newer": (
        "Rezerves kopija ir no jaunākas programmas. Vispirms atjauniniet šo.",
        "The backup was made by a newer program. Bring this one up to date first.",
        "Копия сделана более новой программой. Сначала обновите эту.",
    ),
    "rehearse": (
        "aizpilda tukšu vietni ar izdomātu lauka darbu pašā vidū",
        "fills an empty site with an invented fieldwork, in the middle of it",
        "заполняет пустой сайт вымышленными полевыми работами, в самой их середине",
    ),
    "study": ("pētījuma mape", "study folder", "папка исследования"),
    "cases": ("cilvēku skaits", "number of people", "число людей"),
    "seed": ("nejaušības sākuma skaitlis", "seed of chance", "начальное число случайности"),
    "made": (
        "Gatavs: {} cilvēki, {} zvani, {} intervijas. Viss ir izdomāts.",
        "Ready: {} people, {} calls, {} interviews. All of it is invented.",
        "Готово: людей {}, звонков {}, интервью {}. Всё вымышлено.",
    ),
    "there": (
        "Paraugs šajā vietnē jau ir.",
        "This site has the example already.",
        "На этом сайте пример уже есть.",
    ),
    "no-site": (
        'Vietnei vajag papildu pakotnes ({}). Instalējiet: pipx install --force "{}"',
        'The site needs more packages ({}). Install them: pipx install --force "{}"',
        'Сайту нужны дополнительные пакеты ({}). Установите: pipx install --force "{}"',
    ),
    "no-database": (
        "Datubāze neatbild vai ir aizņemta ({}). Pārbaudiet DATABASE_URL un datubāzes serveri.",
        "The database does not answer or is busy ({}). Check DATABASE_URL and its server.",
        "База данных не отвечает или занята ({}). Проверьте DATABASE_URL и её сервер.",
    ),
    "port-taken": (
        "Ports {} jau ir aizņemts. Izvēlieties citu ar --port.",
        "Port {} is taken already. Choose another with --port.",
        "Порт {} уже занят. Выберите другой с помощью --port.",
    ),
    "at": ("Vietne ir šeit: {}", "The site is at {}", "Сайт здесь: {}"),
}


def say(key: str, lang: str) -> str:
    """Words in a language."""
    return WORDS[key][("lv", "en", "ru").index(lang)]


NEEDED = (
    *("django", "granian", "whitenoise", "jinja2"),
    *("cryptography", "jwt", "phonenumbers", "pyotp", "segno"),
)


def lacking() -> tuple[str, str]:
    """Packages that the site needs and that are not installed; and what to install."""
    gone = [name for name in NEEDED if find_spec(name) is None]
    if os.environ.get("DATABASE_URL") and find_spec("psycopg") is None:
        return ", ".join([*gone, "psycopg"]), "atbalss[site,postgres]"
    return ", ".join(gone), "atbalss[site]"


def _equipped(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """A command that says in a sentence what is not installed, or that no database answers."""

    def first(arguments: argparse.Namespace) -> int:
        gone, extra = lacking()
        if gone:
            print(say("no-site", arguments.ui).format(gone, extra), file=sys.stderr)
            return 1
        try:
            return run(arguments)
        except Exception as error:
            from atbalss_web.patience import is_away  # known here: Django is there and set up

            if not is_away(error):
                raise
            reason = str(error).strip().partition("\n")[0]
            print(say("no-database", arguments.ui).format(reason), file=sys.stderr)
            return 1

    return first


def stays_taken(host: str, port: int, seconds: float = 3) -> bool:
    """Whether an address is still taken after some seconds.

    The workers of a server that was killed may hold it a moment longer than the server itself.
    """
    until = time.monotonic() + seconds
    while is_taken(host, port):
        if time.monotonic() > until:
            return True
        time.sleep(0.1)
    return False


def is_taken(host: str, port: int) -> bool:
    """Whether somebody listens at an address of this machine already."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(os.name == "posix"))
        try:
            probe.bind((host, port))
        except OSError as fault:
            return fault.errno in (errno.EADDRINUSE, errno.EACCES)
    return False


def add(commands: Any, lang: str) -> None:
    """Add the site's commands to the parser's subcommands."""
    parser = commands.add_parser("serve", help=say("serve", lang), description=say("serve", lang))
    parser.add_argument("--host", default="127.0.0.1", help=say("host", lang))
    parser.add_argument("--port", type=int, default=8000, help=say("port", lang))
    parser.add_argument("--data", type=Path, default=None, help=say("data", lang))
    parser.add_argument("--workers", type=int, default=2, help=say("workers", lang))
    parser.set_defaults(run=_equipped(serve))
    _add_duties(commands, lang)


def _add_duties(commands: Any, lang: str) -> None:
    for name, run in (("backup", backup), ("restore", restore)):
        parser = commands.add_parser(name, help=say(name, lang), description=say(name, lang))
        parser.add_argument("file", type=Path, help=say("backup-file", lang))
        parser.add_argument("--data", type=Path, default=None, help=say("data", lang))
        parser.add_argument("--keys", type=Path, default=None, help=say("keys-file", lang))
        if name == "restore":
            parser.add_argument("--force", action="store_true", help=say("force", lang))
        parser.set_defaults(run=_equipped(run))
    site = commands.add_parser("site", help=say("site", lang), description=say("site", lang))
    duties = site.add_subparsers(dest="duty", required=True, metavar="...")
    words = say("retention", lang)
    parser = duties.add_parser("retention", help=words, description=words)
    parser.add_argument("--data", type=Path, default=None, help=say("data", lang))
    parser.add_argument("--keys", type=Path, default=None, help=say("keys-file", lang))
    parser.set_defaults(run=_equipped(retention))
    beginning.add(duties, lang, say("data", lang), _equipped)
    words = say("rehearse", lang)
    parser = duties.add_parser("rehearse", help=words, description=words)
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--cases", type=int, default=90, help=say("cases", lang))
    parser.add_argument("--seed", type=int, default=1, help=say("seed", lang))
    parser.add_argument("--data", type=Path, default=None, help=say("data", lang))
    parser.set_defaults(run=_equipped(rehearse))


def backup(arguments: argparse.Namespace) -> int:
    """Save the site's rows in a file and the data keys in another."""
    keys = beginning.set_up(arguments)
    from django.utils import timezone

    from atbalss_web.jobs.backup import backup as save

    rows = sum(save(arguments.file, keys, timezone.now()).values())
    print(say("saved", arguments.ui).format(rows=rows, file=arguments.file, keys=keys))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Bring the site's rows back from a file; 1 with a sentence where that is refused."""
    keys = beginning.set_up(arguments)
    from django.utils import timezone

    from atbalss_web.jobs.backup import BadBackup
    from atbalss_web.jobs.backup import restore as bring_back

    try:
        rows = bring_back(arguments.file, keys, timezone.now(), force=arguments.force)
    except BadBackup as fault:
        print(say(fault.key, arguments.ui), file=sys.stderr)
        return 1
    print(say("restored", arguments.ui).format(rows=sum(rows.values())))
    return 0


def retention(arguments: argparse.Namespace) -> int:
    """Destroy the contacts of every study whose retention date has come."""
    keys = beginning.set_up(arguments)
    from django.utils import timezone

    from atbalss_web.jobs.retention import keep_to_dates

    done = keep_to_dates(keys, timezone.now())
    for study, counts in done.items():
        print(say("destroyed", arguments.ui).format(study=study, **counts))
    if not done:
        print(say("none-due", arguments.ui))
    return 0


def serve(arguments: argparse.Namespace) -> int:
    """Bring the database up to date and serve until Ctrl-C."""
    if stays_taken(arguments.host, arguments.port):
        print(say("port-taken", arguments.ui).format(arguments.port), file=sys.stderr)
        return 1
    if arguments.data is not None:
        os.environ["ATBALSS_DATA"] = str(arguments.data.resolve())
    if arguments.host in ("127.0.0.1", "localhost", "::1"):
        os.environ.setdefault("ATBALSS_HTTPS", "no")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atbalss_web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from granian import Granian
    from granian.constants import Interfaces

    where = f"http://{arguments.host}:{arguments.port}/"
    print(say("at", arguments.ui).format(where), flush=True)
    Granian(
        "atbalss_web.wsgi:application",
        address=arguments.host,
        port=arguments.port,
        interface=Interfaces.WSGI,
        workers=arguments.workers,
        blocking_threads=2,
        log_access=False,
        log_enabled=False,
        respawn_failed_workers=True,  # one that was killed is replaced
        respawn_interval=0.5,
    ).serve()
    return 0


def rehearse(arguments: argparse.Namespace) -> int:
    """Fill the site's database so that it stands in the middle of a rehearsed fieldwork."""
    if arguments.data is not None:
        os.environ["ATBALSS_DATA"] = str(arguments.data.resolve())
    os.environ.setdefault("ATBALSS_HTTPS", "no")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atbalss_web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from django.utils import timezone

    from atbalss_web.cases.models import Attempt, Case
    from atbalss_web.rehearsed.make import make
    from atbalss_web.runner.models import Interview

    try:
        study = make(arguments.study, timezone.now(), cases=arguments.cases, seed=arguments.seed)
    except ValueError:
        print(say("there", arguments.ui))
        return 1
    print(
        say("made", arguments.ui).format(
            Case.objects.filter(study=study).count(),
            Attempt.objects.filter(case__study=study).count(),
            Interview.objects.filter(study=study, state="ended").count(),
        )
    )
    return 0


def wave_in_field(name: str) -> Any:
    """The wave of a study from the site's database: what `wave: field` means."""
    os.environ.setdefault("ATBALSS_HTTPS", "no")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atbalss_web.settings")
    import django

    django.setup()
    from atbalss_web.press.gather import live_wave

    return live_wave(name, os.environ.get("ATBALSS_ORGANISATION", ""))
