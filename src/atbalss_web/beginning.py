"""The first steps of a site: `atbalss site begin` and `atbalss site field`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

WORDS = {
    "begin": (
        "izveido organizāciju un tās administratoru",
        "makes an organisation and its administrator",
        "создаёт организацию и её администратора",
    ),
    "field": (
        "laiž pētījuma mapi laukā pēc tās field.yaml, vai maina, kā tas norit",
        "puts a study folder into the field by its field.yaml, or changes how it is fielded",
        "выводит папку исследования в поле по её field.yaml или меняет ход работ",
    ),
    "org-name": ("organizācijas nosaukums", "name of the organisation", "название организации"),
    "org-slug": (
        "organizācijas īsais vārds adresēs",
        "short name of the organisation in addresses",
        "краткое имя организации в адресах",
    ),
    "admin": (
        "administratora lietotājvārds",
        "user name of the administrator",
        "имя пользователя администратора",
    ),
    "begun": (
        "Organizācija {organisation} ir izveidota. Lietotājvārds: {user}, vienreizējā parole: {password}. Pirmajā pieslēgšanās reizē tā jānomaina.",
        "The organisation {organisation} is made. User name: {user}, one-time password: {password}. It has to be changed at the first login.",
        "Организация {organisation} создана. Имя пользователя: {user}, одноразовый пароль: {password}. При первом входе его нужно сменить.",
    ),
    "bad-username": (
        "Lietotājvārdā „{user}“ ir nederīgas zīmes. Der burti, cipari, punkts, defise, @, + un _; atstarpju nav.",
        "The user name “{user}” has signs it may not. Letters, digits, dots, hyphens, @, + and _ will do; no blanks.",
        "В имени пользователя «{user}» недопустимые знаки. Годятся буквы, цифры, точка, дефис, @, + и _; пробелов нет.",
    ),
    "bad-slug": (
        "Īsais vārds „{organisation}“ neder: tas stāv adresēs, tāpēc tajā drīkst būt tikai mazie latīņu burti bez garumzīmēm, cipari, defise un _.",
        "The short name “{organisation}” will not do: it stands in addresses, so it may have only small Latin letters without accents, digits, hyphens and _.",
        "Краткое имя «{organisation}» не подходит: оно стоит в адресах, поэтому в нём допустимы только строчные латинские буквы без диакритики, цифры, дефис и _.",
    ),
    "no-name": ("Organizācijas nosaukums ir tukšs.", "The organisation's name is empty.", "Название организации пустое."),
    "slug-taken": (
        "Organizācija ar īso vārdu „{organisation}“ jau ir.",
        "There is an organisation with the short name “{organisation}” already.",
        "Организация с кратким именем «{organisation}» уже есть.",
    ),
    "username-taken": (
        "Lietotājvārds „{user}“ jau ir aizņemts; izvēlieties citu.",
        "The user name “{user}” is taken; choose another.",
        "Имя пользователя «{user}» уже занято; выберите другое.",
    ),
    "no-organisation": (
        "Tādas organizācijas nav. Zināmās: {known}.",
        "There is no such organisation. Known ones: {known}.",
        "Такой организации нет. Известные: {known}.",
    ),
    "fielded": (
        "{study}: anketas versija {version}, centri: {centres}, kvotas: {quotas}, {state}.",
        "{study}: questionnaire version {version}, centres: {centres}, quotas: {quotas}, {state}.",
        "{study}: версия анкеты {version}, центров: {centres}, квот: {quotas}, {state}.",
    ),
    "is-open": ("laukā", "in the field", "в поле"),
    "is-closed": ("slēgts", "closed", "закрыто"),
}  # fmt: skip


def say(key: str, lang: str) -> str:
    """Words in a language."""
    return WORDS[key][("lv", "en", "ru").index(lang)]


Run = Callable[[argparse.Namespace], int]


def add(duties: Any, lang: str, data: str, equipped: Callable[[Run], Run]) -> None:
    """Add the two commands to the parser of the site's duties."""
    words = say("begin", lang)
    parser = duties.add_parser("begin", help=words, description=words)
    parser.add_argument("name", help=say("org-name", lang))
    parser.add_argument("--slug", required=True, help=say("org-slug", lang))
    parser.add_argument("--administrator", required=True, help=say("admin", lang))
    parser.add_argument("--data", type=Path, default=None, help=data)
    parser.set_defaults(run=equipped(begin))
    words = say("field", lang)
    parser = duties.add_parser("field", help=words, description=words)
    parser.add_argument("study", type=Path)
    parser.add_argument("--organisation", required=True, help=say("org-slug", lang))
    parser.add_argument("--data", type=Path, default=None, help=data)
    parser.set_defaults(run=equipped(field))


def set_up(arguments: argparse.Namespace) -> Path:
    """Start the site's code with its database up to date; the file of the data keys."""
    if arguments.data is not None:
        os.environ["ATBALSS_DATA"] = str(arguments.data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atbalss_web.settings")
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    keys: Path = getattr(arguments, "keys", None) or settings.DATA / "data-keys.json"
    return keys


def begin(arguments: argparse.Namespace) -> int:
    """Make an organisation with its administrator; the one-time password is printed once."""
    set_up(arguments)
    from django.utils import timezone

    from atbalss_web.accounts.beginning import begin as make
    from atbalss_web.accounts.own import Refusal

    try:
        user, password = make(
            arguments.name, arguments.slug, arguments.administrator, timezone.now()
        )
    except Refusal as refusal:
        words = say(refusal.key, arguments.ui)
        told = words.format(organisation=arguments.slug, user=arguments.administrator)
        print(told, file=sys.stderr)
        return 1
    words = say("begun", arguments.ui)
    print(words.format(organisation=arguments.slug, user=user.username, password=password))
    return 0


def field(arguments: argparse.Namespace) -> int:
    """Put a study folder into the field; problems of the folder are refused by the program."""
    set_up(arguments)
    from django.utils import timezone

    from atbalss_web.accounts.models import Organisation
    from atbalss_web.cases.calling import refresh_study
    from atbalss_web.studies.fielding import put_in_field
    from atbalss_web.studies.queries import live_version

    organisation = Organisation.objects.filter(slug=arguments.organisation).first()
    if organisation is None:
        known = ", ".join(Organisation.objects.order_by("slug").values_list("slug", flat=True))
        print(say("no-organisation", arguments.ui).format(known=known or "–"), file=sys.stderr)
        return 1
    now = timezone.now()
    study = put_in_field(arguments.study, organisation, now)
    refresh_study(study, now)
    _tell_warnings(arguments.study, arguments.ui)
    version = live_version(study)
    state = say("is-open" if study.is_open else "is-closed", arguments.ui)
    words = say("fielded", arguments.ui)
    print(
        words.format(
            study=study.slug,
            version=version.number if version else "–",
            centres=study.centres.count(),
            quotas=study.quotas.count(),
            state=state,
        )
    )
    return 0


def _tell_warnings(path: Path, lang: str) -> None:
    """What the site takes but people will notice, such as a consent that is not in a language."""
    from atbalss.folder import open_study
    from atbalss.folder.fielding import read_fielding

    folder = open_study(path)
    for item in read_fielding(path, folder.questionnaire, folder.study.langs)[1]:
        print(f"{item.where.words(lang)}: {item.sentence(lang)}", file=sys.stderr)
        print(f"    {item.remedy(lang)} [{item.code}]", file=sys.stderr)
