"""The card that the national database of research (ppdb.mk.gov.lv) asks of a commissioned study."""

from __future__ import annotations

import json
from collections.abc import Sequence

from atbalss.opendata.phrases import say
from atbalss.opendata.rules import Card
from atbalss.report.outline import print_date
from atbalss.study.about import Study
from atbalss.study.texts import NO_TEXT, Text
from atbalss.study.waves import Wave

_FIELDS = {
    "title": "Pētījuma nosaukums",
    "goal": "Pētījuma mērķis",
    "task": "Pētījuma uzdevums",
    "date": "Pētījuma īstenošanas laiks",
    "published": "Publicēts",
    "client": "Pasūtītājs",
    "conductor": "Īstenotājs",
    "authors": "Autori",
    "policy_field": "Politikas joma",
    "research_class": "Pētījuma klasifikācija",
    "method": "Metode",
    "sample": "Izlase",
    "target_group": "Mērķa grupa",
    "use": "Pētījuma izmantošana",
    "funding": "Finansējuma avots",
    "price": "Cena bez PVN",
    "results": "Pētījuma rezultāti",
    "data": "Dati",
    "licence": "Licence",
    "contact": "Kontaktpersona",
    "data_status": "Datu izcelsme",
}
_DATES = ("date", "published")  # ISO in the JSON, as people write them on the page


def card(study: Study, about: Card, waves: Sequence[Wave], lang: str = "lv") -> dict[str, str]:
    """The fields of the card in their order; what the study does not say is blank."""
    current = study.current
    invented = any(wave.invented for wave in waves)
    days = [day for wave in waves for day in (wave.start, wave.end) if day]
    sample = study.disclosure.get("sizes", NO_TEXT) or study.sampling

    def words(text: Text) -> str:
        return " ".join(text.get(lang).split())

    return {
        "title": f"{words(study.title)}: {words(current.label)}",
        "goal": words(about.goal or study.aim),
        "task": words(about.task),
        "date": f"{min(days).isoformat()}/{max(days).isoformat()}" if days else "",
        "published": study.published.isoformat() if study.published else "",
        "client": words(study.commissioner),
        "conductor": words(study.conductor),
        "authors": words(about.authors),
        "policy_field": words(about.policy_field),
        "research_class": words(about.research_class),
        "method": words(study.disclosure.get("strategy", NO_TEXT) or study.mode),
        "sample": words(sample),
        "target_group": words(study.target_group),
        "use": words(about.use),
        "funding": words(about.funding),
        "price": words(about.price),
        "results": words(about.results),
        "data": about.landing_page or about.url,
        "licence": about.licence,
        "contact": ", ".join(
            part for part in (words(about.contact_name), about.contact_email) if part
        ),
        "data_status": say("invented" if invented else "real", lang),
    }


def as_json(fields: dict[str, str]) -> bytes:
    """The card as JSON: name, the form's own word, value."""
    rows = [{"field": key, "label": _FIELDS[key], "value": value} for key, value in fields.items()]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def as_markdown(fields: dict[str, str]) -> bytes:
    """The card as a page to type from; blank fields are marked."""
    lines = ["# Pētījuma kartīte", ""]
    for key, value in fields.items():
        if key in _DATES:
            value = "–".join(print_date(day, "lv") for day in value.split("/"))
        said = value.replace("|", "\\|") or "_(nav norādīts)_"
        lines += [f"**{_FIELDS[key]}:** {said}", ""]
    return "\n".join(lines).encode()
