"""DCAT-AP 3: the record that data portals harvest: a catalogue, a series, a data set a wave.

Properties and classes: SEMIC, DCAT-AP 3.0.0. Every file is a distribution with its size, its
SHA-256 and its licence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from atbalss.opendata.phrases import say
from atbalss.opendata.rdf import Graph, Iri, Literal
from atbalss.opendata.rules import Card
from atbalss.problems.catalogue import LANGS
from atbalss.study.about import Study
from atbalss.study.texts import Text
from atbalss.study.waves import Wave

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority/"
_LANGUAGES = {"lv": "LAV", "en": "ENG", "ru": "RUS"}
_KINDS = {
    "dct:accrualPeriodicity": "dct:Frequency",
    "dct:language": "dct:LinguisticSystem",
    "dct:spatial": "dct:Location",
    "dct:accessRights": "dct:RightsStatement",
    "dct:license": "dct:LicenseDocument",
    "dct:format": "dct:MediaTypeOrExtent",
    "dcat:mediaType": "dct:MediaType",
    "dct:conformsTo": "dct:Standard",
    "dcat:landingPage": "foaf:Document",
    "dcat:theme": "skos:Concept",
    "dct:type": "skos:Concept",
    "spdx:algorithm": "spdx:ChecksumAlgorithm",
    "dcat:accessURL": "rdfs:Resource",
    "dcat:downloadURL": "rdfs:Resource",
}
_TYPES = {
    ".csv": ("text/csv", "CSV"),
    ".json": ("application/json", "JSON"),
    ".xml": ("application/xml", "XML"),
    ".sss": ("application/xml", "XML"),
    ".sav": ("application/x-spss-sav", "BIN"),
    ".parquet": ("application/vnd.apache.parquet", "PARQUET"),
}


@dataclass(frozen=True)
class Part:
    """A file of the folder that is a distribution: its path, what it is, its content."""

    path: str
    title: Text
    content: bytes
    conforms: str = ""


def record(
    study: Study, card: Card, parts: Mapping[str, Sequence[Part]], waves: Sequence[Wave]
) -> Graph:
    """The record of a study's open data; `parts` are the files of each published wave by name."""
    base = _base(study, card)
    graph = Graph(PREFIXES)
    catalogue, series = f"{base}#catalogue", f"{base}#series"
    publisher, contact = card.publisher_url or f"{base}#publisher", f"{base}#contact"
    title, description = study.title, card.description or study.aim or study.title
    if waves and all(wave.invented for wave in waves):
        title = _marked(title, waves[0])
    graph.add(catalogue, "rdf:type", "dcat:Catalog")
    _texts(graph, catalogue, "dct:title", title)
    _texts(graph, catalogue, "dct:description", description)
    graph.add(catalogue, "dct:publisher", publisher)
    graph.add(catalogue, "dct:license", card.licence)
    for wave in waves:
        graph.add(catalogue, "dcat:dataset", f"{base}#{_fragment(wave.name)}")
    _series(graph, card, title, series, publisher, contact, description)
    for place, wave in enumerate(waves):
        before = waves[place - 1] if place else None
        _dataset(graph, study, card, wave, before, parts[wave.name])
    _who(graph, card, study, publisher, contact)
    _vocabularies(graph)
    return graph


def _base(study: Study, card: Card) -> str:
    return (card.url or f"https://example.org/{quote(study.name)}").rstrip("/") + "/"


def _fragment(name: str) -> str:
    return f"wave-{quote(name, safe='')}"


def _series(
    graph: Graph, card: Card, title: Text, series: str, publisher: str, contact: str, about: Text
) -> None:
    graph.add(series, "rdf:type", "dcat:DatasetSeries")
    _texts(graph, series, "dct:title", title)
    _texts(graph, series, "dct:description", about)
    graph.add(series, "dct:publisher", publisher)
    graph.add(series, "dcat:contactPoint", contact)
    graph.add(series, "dct:accrualPeriodicity", card.frequency)


def _dataset(
    graph: Graph, study: Study, card: Card, wave: Wave, before: Wave | None, parts: Sequence[Part]
) -> None:
    base = _base(study, card)
    me = f"{base}#{_fragment(wave.name)}"
    graph.add(me, "rdf:type", "dcat:Dataset")
    _texts(graph, me, "dct:title", _marked(_joined(study.title, wave.label), wave))
    _texts(
        graph, me, "dct:description", _described(card.description or study.aim or study.title, wave)
    )
    graph.add(me, "dct:identifier", Literal(f"{card.identifier or study.name}-{wave.name}"))
    graph.add(me, "dct:publisher", card.publisher_url or f"{base}#publisher")
    graph.add(me, "dcat:contactPoint", f"{base}#contact")
    graph.add(me, "dcat:theme", card.theme)
    _keywords(graph, me, card, wave)
    graph.add(me, "dct:spatial", card.spatial)
    _period(graph, me, wave)
    graph.add(me, "dct:accrualPeriodicity", f"{_EU}frequency/NEVER")
    for lang in study.langs:
        if lang in _LANGUAGES:
            graph.add(me, "dct:language", f"{_EU}language/{_LANGUAGES[lang]}")
    graph.add(me, "dct:accessRights", card.access)
    if study.published:
        graph.add(me, "dct:issued", _day(study.published))
    graph.add(me, "dcat:version", Literal(wave.name))
    graph.add(me, "dcat:inSeries", f"{base}#series")
    if before is not None:
        graph.add(me, "dcat:prev", f"{base}#{_fragment(before.name)}")
    if card.landing_page:
        graph.add(me, "dcat:landingPage", card.landing_page)
    for part in parts:
        graph.add(me, "dcat:distribution", f"{base}#{quote(part.path)}")
    for part in parts:
        _distribution(graph, base, card, part, wave)


def _keywords(graph: Graph, me: str, card: Card, wave: Wave) -> None:
    for keyword in card.keywords:
        _texts(graph, me, "dcat:keyword", keyword)
    if wave.invented:
        for lang in LANGS:
            graph.add(me, "dcat:keyword", Literal(say("made", lang), lang))


def _period(graph: Graph, me: str, wave: Wave) -> None:
    if wave.start and wave.end:
        period = f"{me}-period"
        graph.add(me, "dct:temporal", period)
        graph.add(period, "rdf:type", "dct:PeriodOfTime")
        graph.add(period, "dcat:startDate", _day(wave.start))
        graph.add(period, "dcat:endDate", _day(wave.end))


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype="xsd:date")


def _distribution(graph: Graph, base: str, card: Card, part: Part, wave: Wave) -> None:
    me, file = f"{base}#{quote(part.path)}", f"{base}{quote(part.path)}"
    graph.add(me, "rdf:type", "dcat:Distribution")
    _texts(graph, me, "dct:title", _marked(part.title, wave))
    graph.add(me, "dcat:accessURL", file)
    graph.add(me, "dcat:downloadURL", file)
    graph.add(me, "dct:license", card.licence)
    ending = part.path[part.path.rfind(".") :]
    media, kind = _TYPES.get(ending, ("application/octet-stream", "BIN"))
    graph.add(me, "dcat:mediaType", f"http://www.iana.org/assignments/media-types/{media}")
    graph.add(me, "dct:format", f"{_EU}file-type/{kind}")
    size = Literal(str(len(part.content)), datatype="xsd:nonNegativeInteger")
    graph.add(me, "dcat:byteSize", size)
    if part.conforms:
        graph.add(me, "dct:conformsTo", part.conforms)
    check = f"{me}-sha256"
    graph.add(me, "spdx:checksum", check)
    graph.add(check, "rdf:type", "spdx:Checksum")
    graph.add(check, "spdx:algorithm", "spdx:checksumAlgorithm_sha256")
    digest = hashlib.sha256(part.content).hexdigest()
    graph.add(check, "spdx:checksumValue", Literal(digest, datatype="xsd:hexBinary"))


def _who(graph: Graph, card: Card, study: Study, publisher: str, contact: str) -> None:
    graph.add(publisher, "rdf:type", "foaf:Agent")
    _texts(graph, publisher, "foaf:name", card.publisher or study.commissioner or study.title)
    graph.add(publisher, "dct:type", card.publisher_type)
    graph.add(contact, "rdf:type", "vcard:Organization")
    graph.add(contact, "rdf:type", "vcard:Kind")
    _texts(graph, contact, "vcard:fn", card.contact_name or card.publisher or study.commissioner)
    if card.contact_email:
        graph.add(contact, "vcard:hasEmail", f"mailto:{card.contact_email}")


def _vocabularies(graph: Graph) -> None:
    """The kinds of the resources of vocabularies that the record names: shapes ask for them."""
    held = [pair for pairs in graph.triples.values() for pair in pairs]
    for predicate, kind in _KINDS.items():
        whole = graph.iri(predicate)
        for iri in dict.fromkeys(
            v.value for name, v in held if name == whole and isinstance(v, Iri)
        ):
            graph.add(iri, "rdf:type", kind)
            if kind == "skos:Concept":
                graph.add(iri, "skos:prefLabel", Literal(iri.rsplit("/", 1)[-1], "en"))


def _marked(text: Text, wave: Wave) -> Text:
    if not wave.invented:
        return text
    return Text.of({lang: f"{say('invented-title', lang)} {words}" for lang, words in text.pairs})


def _described(text: Text, wave: Wave) -> Text:
    if not wave.invented:
        return text
    return Text.of({lang: f"{say('invented', lang)} {words}" for lang, words in text.pairs})


def _joined(first: Text, second: Text) -> Text:
    return Text.of({lang: f"{words}: {second.get(lang)}" for lang, words in first.pairs})


def _texts(graph: Graph, subject: str, predicate: str, text: Text) -> None:
    for lang, words in text.pairs:
        graph.add(subject, predicate, Literal(" ".join(words.split()), lang))
