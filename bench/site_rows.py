"""Inside the site's own database: make interviews, and look at what became of them.

usage: site_rows.py make QUESTIONS INTERVIEWS [by-telephone] | site_rows.py look TOKENS.json
"""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path
from string import ascii_letters

import django

LANGS = ("lv", "en", "ru")
WORDS = ("Cik apmierināts Jūs esat ar šo", "How satisfied are you with this", "Довольны ли Вы этим")


def sheets(size: int) -> list[dict[str, object]]:
    """A form of `size` questions, one a page: choices, numbers, multiples, texts.

    Each third question stands under a rule that reads the one before it.
    """
    head = ["type", "name", *(f"label::{lang}" for lang in LANGS), "relevant", "required"]
    head += ["constraint"]
    survey = [head]
    for number in range(1, size + 1):
        kind = ("select_one five", "select_one five", "select_one yes", "integer")[number % 4]
        kind = {5: "select_multiple many", 0: "text"}.get(number % 7, kind)
        rule = f"string-length(${{q{number - 1}}}) > 0" if number % 3 == 0 else ""
        limit = ". >= 0 and . <= 120" if kind == "integer" else ""
        said = [f"{words} ({number})?" for words in WORDS]
        survey.append([kind, f"q{number}", *said, rule, "yes", limit])
    choices = [["list_name", "name", *(f"label::{lang}" for lang in LANGS)]]
    for name, codes in (("five", "1 2 3 4 5 98"), ("yes", "1 2"), ("many", "a b c d e f")):
        choices += [[name, code, *(f"{lang} {code}" for lang in LANGS)] for code in codes.split()]
    settings = [["default_language", "form_title"], ["lv", "Mērījums"]]
    return [
        {"name": "survey", "grid": survey},
        {"name": "choices", "grid": choices},
        {"name": "settings", "grid": settings},
    ]


def version_of(size: int):
    """The live version of a study of `size` questions."""
    from django.utils import timezone

    from atbalss_web.accounts.models import Organisation
    from atbalss_web.studies.actions import add_version
    from atbalss_web.studies.models import Study

    owner, _ = Organisation.objects.get_or_create(name="Mērījums", slug="merijums")
    study, _ = Study.objects.get_or_create(
        organisation=owner, slug=f"m{size}", defaults={"langs": list(LANGS), "is_invented": True}
    )
    return add_version(study, sheets(size), None, timezone.now())


def make(size: int, count: int) -> list[dict[str, str]]:
    """New interviews in a study of `size` questions, each by its respondent's link."""
    from django.db import transaction
    from django.utils import timezone

    from atbalss_web.runner.actions import start

    version, now = version_of(size), timezone.now()
    with transaction.atomic():
        tokens = [start(version, now, lang="lv", mode="web").token for _ in range(count)]
    return [{"token": token, "path": f"/i/{token}/"} for token in tokens]


def by_telephone(size: int, count: int) -> list[dict[str, str]]:
    """New interviews of cases that an interviewer holds: their addresses, and his session.

    Each interview has an interviewer, logged in, and a case with a sealed contact, as in the field.
    """
    from django.db import transaction
    from django.utils import timezone

    from atbalss_web.accounts.models import User
    from atbalss_web.cases.calling import LEASE
    from atbalss_web.cases.contacts import seal_contact
    from atbalss_web.cases.models import Case, Contact
    from atbalss_web.runner.actions import start

    version, now = version_of(size), timezone.now()
    contact = {"name": "Izdomāta Persona", "phone": "+37120000000"}
    found = []
    with transaction.atomic():
        sealed = seal_contact(version.study, contact)
        for _ in range(count):
            key = secrets.token_hex(16)
            user = User.objects.create(username=key, langs=list(LANGS), lang="lv")
            case = Case.objects.create(
                study=version.study, key=key, lang="lv", made=now,
                held_by=user, held_at=now, held_until=now + LEASE, lease=secrets.token_hex(16),
            )  # fmt: skip
            Contact.objects.create(case=case, sealed=sealed, phone_hash=key)
            held = start(version, now, lang="lv", mode="phone", case=case, actor=user)
            path = f"/calls/{case.lease}/interview/"
            found.append({"token": held.token, "path": path, **_session(user)})
    return found


def _session(user) -> dict[str, str]:
    """The cookies of somebody who is logged in, and the word that his forms carry."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.signed_cookies import SessionStore

    kept = SessionStore()
    kept[SESSION_KEY] = str(user.pk)
    kept[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    kept[HASH_SESSION_KEY] = user.get_session_auth_hash()
    kept.save()
    word = "".join(secrets.choice(ascii_letters) for _ in range(32))
    return {"cookie": f"sessionid={kept.session_key}; csrftoken={word}; lang=lv", "word": word}


def look(tokens: list[str]) -> dict[str, dict[str, object]]:
    """What the database holds of interviews: answers, number of steps, state."""
    from django.db.models import Count

    from atbalss_web.runner.models import Interview

    found = {}
    rows = Interview.objects.filter(token__in=tokens).annotate(n=Count("steps"))
    for row in rows:
        found[row.token] = {
            "answers": row.record["answers"],
            "changes": len(row.record["changes"]),
            "steps": row.n,
            "step": row.step,
            "state": row.state,
            "code": row.code,
        }
    return found


def main() -> None:
    """Print the answer as one line of JSON."""
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    if sys.argv[1] == "make":
        one = by_telephone if sys.argv[4:] == ["by-telephone"] else make
        answer: object = one(int(sys.argv[2]), int(sys.argv[3]))
    else:
        answer = look(json.loads(Path(sys.argv[2]).read_text()))
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
