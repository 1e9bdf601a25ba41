"""A few triples, written as Turtle and as JSON-LD: always in the same order, without a library."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_BAD_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


@dataclass(frozen=True, slots=True)
class Iri:
    """A resource."""

    value: str

    def __post_init__(self) -> None:
        if not self.value or _BAD_IRI.search(self.value):
            raise ValueError(f"no IRI: {self.value!r}")


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in a language, or a value of a datatype."""

    text: str
    lang: str = ""
    datatype: str = ""


@dataclass
class Graph:
    """Triples by subject, in the order in which they were added."""

    prefixes: Mapping[str, str]
    triples: dict[str, list[tuple[str, Iri | Literal]]] = field(default_factory=dict)

    def iri(self, short: str) -> str:
        """A whole IRI of `prefix:name`; anything else is one already."""
        prefix, _, name = short.partition(":")
        return self.prefixes[prefix] + name if prefix in self.prefixes else short

    def add(self, subject: str, predicate: str, value: Iri | Literal | str) -> None:
        """One triple; a plain string is an IRI, short or whole."""
        thing = Iri(self.iri(value)) if isinstance(value, str) else value
        self.triples.setdefault(subject, []).append((self.iri(predicate), thing))

    def turtle(self) -> str:
        """The graph as Turtle (W3C 2014)."""
        lines = [f"@prefix {name}: <{iri}> ." for name, iri in self.prefixes.items()]
        for subject, pairs in self.triples.items():
            lines += ["", f"<{subject}>"]
            for place, (predicate, value) in enumerate(pairs):
                end = " ." if place == len(pairs) - 1 else " ;"
                word = "a" if predicate == RDF_TYPE else self._short(predicate)
                lines.append(f"    {word} {self._term(value)}{end}")
        return "\n".join(lines) + "\n"

    def _short(self, iri: str) -> str:
        for name, base in self.prefixes.items():
            if iri.startswith(base) and re.fullmatch(r"[A-Za-z][\w-]*", iri[len(base) :]):
                return f"{name}:{iri[len(base) :]}"
        return f"<{iri}>"

    def _term(self, value: Iri | Literal) -> str:
        if isinstance(value, Iri):
            return self._short(value.value)
        text = json.dumps(value.text, ensure_ascii=False).replace("\x7f", "\\u007F")
        if value.lang:
            return f"{text}@{value.lang}"
        return f"{text}^^{self._short(self.iri(value.datatype))}" if value.datatype else text

    def json_ld(self) -> str:
        """The graph as JSON-LD, expanded: whole IRIs, no context to fetch."""
        made = []
        for subject, pairs in self.triples.items():
            node: dict[str, object] = {"@id": subject}
            types = [
                value.value for name, value in pairs if name == RDF_TYPE and isinstance(value, Iri)
            ]
            if types:
                node["@type"] = types
            values: dict[str, list[dict[str, str]]] = {}
            for predicate, value in pairs:
                if predicate != RDF_TYPE:
                    values.setdefault(predicate, []).append(self._object(value))
            made.append(node | values)
        return json.dumps(made, ensure_ascii=False, indent=1) + "\n"

    def _object(self, value: Iri | Literal) -> dict[str, str]:
        if isinstance(value, Iri):
            return {"@id": value.value}
        made = {"@value": value.text}
        if value.lang:
            made["@language"] = value.lang
        if value.datatype:
            made["@type"] = self.iri(value.datatype)
        return made
