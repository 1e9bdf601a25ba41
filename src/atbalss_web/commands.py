"""What the site adds to the program: `atbalss serve`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

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
    "at": ("Vietne ir šeit: {}", "The site is at {}", "Сайт здесь: {}"),
}


def say(key: str, lang: str) -> str:
    """Words in a language."""
    return WORDS[key][("lv", "en", "ru").index(lang)]


def add(commands: Any, lang: str) -> None:
    """Add the site's commands to the parser's subcommands."""
    parser = commands.add_parser("serve", help=say("serve", lang), description=say("serve", lang))
    parser.add_argument("--host", default="127.0.0.1", help=say("host", lang))
    parser.add_argument("--port", type=int, default=8000, help=say("port", lang))
    parser.add_argument("--data", type=Path, default=None, help=say("data", lang))
    parser.add_argument("--workers", type=int, default=2, help=say("workers", lang))
    parser.set_defaults(run=serve)


def serve(arguments: argparse.Namespace) -> int:
    """Bring the database up to date and serve until Ctrl-C."""
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
    ).serve()
    return 0


def wave_in_field(name: str) -> Any:
    """The wave of a study from the site's database: what `wave: field` means."""
    os.environ.setdefault("ATBALSS_HTTPS", "no")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atbalss_web.settings")
    import django

    django.setup()
    from atbalss_web.press.gather import live_wave

    return live_wave(name, os.environ.get("ATBALSS_ORGANISATION", ""))
