"""Frames, decisions and verbatims as plain values, for files and databases, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from atbalss.coding.codeframe import Change, CodeFrame, Kind
from atbalss.coding.decisions import Decision, Origin, Segment
from atbalss.coding.verbatims import Cut, Verbatim, Why
from atbalss.problems import Refused, problem
from atbalss.study.codes import Code, CodeList, CodeRole, Missing, Net
from atbalss.study.texts import Text

DECISION = (
    "question id mark codes who when origin version segments confidence note".split()
)  # columns of coding.csv
VERBATIM = "question id mark text cuts lang released who when".split()  # of verbatims.csv


def moment(when: datetime) -> str:
    """A moment as ISO 8601 in UTC, to the microsecond."""
    return when.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def decision_row(one: Decision) -> dict[str, str]:
    """A decision as texts by column. Segments are `start-end:code+code`, parted by blanks."""
    parts = (f"{part.start}-{part.end}:{'+'.join(part.codes)}" for part in one.segments)
    return {
        "question": one.question,
        "id": one.id,
        "mark": one.mark,
        "codes": " ".join(one.codes),
        "who": one.who,
        "when": moment(one.when),
        "origin": one.origin.value,
        "version": str(one.version),
        "segments": " ".join(parts),
        "confidence": "" if one.confidence is None else f"{one.confidence:.4f}",
        "note": one.note,
    }


def decision(row: Mapping[str, str]) -> Decision:
    """A decision from texts by column; Refused where one of them makes no sense."""
    try:
        return Decision(
            question=row["question"],
            id=row["id"],
            mark=row["mark"],
            codes=tuple(row.get("codes", "").split()),
            who=row.get("who", ""),
            when=datetime.fromisoformat(row["when"]),
            origin=Origin(row.get("origin") or "person"),
            version=int(row.get("version") or 1),
            segments=tuple(_segment(part) for part in row.get("segments", "").split()),
            confidence=float(row["confidence"]) if row.get("confidence") else None,
            note=row.get("note", ""),
        )
    except (KeyError, ValueError) as error:
        raise Refused([problem("coding-bad-decision", why=str(error)[:80])]) from None


def _segment(text: str) -> Segment:
    span, _, codes = text.partition(":")
    start, _, end = span.partition("-")
    return Segment(int(start), int(end), tuple(codes.split("+")))


def verbatim_row(one: Verbatim) -> dict[str, str]:
    """A verbatim as texts by column. Cuts are `start-end:why`, parted by blanks."""
    return {
        "question": one.question,
        "id": one.id,
        "mark": one.mark,
        "text": one.text,
        "cuts": " ".join(f"{cut.start}-{cut.end}:{cut.why.value}" for cut in one.cuts),
        "lang": one.lang,
        "released": "yes" if one.released else "no",
        "who": one.who,
        "when": "" if one.when is None else moment(one.when),
    }


def verbatim(row: Mapping[str, str]) -> Verbatim:
    """A verbatim from texts by column; Refused where one of them makes no sense."""
    try:
        found = []
        for text in row.get("cuts", "").split():
            span, _, why = text.partition(":")
            start, _, end = span.partition("-")
            found.append(Cut(int(start), int(end), Why(why or "eye")))
        return Verbatim(
            question=row["question"],
            id=row["id"],
            mark=row["mark"],
            text=row["text"],
            cuts=tuple(found),
            lang=row.get("lang", ""),
            released=row.get("released", "").lower() in ("yes", "1", "true", "jā", "да"),
            who=row.get("who", ""),
            when=datetime.fromisoformat(row["when"]) if row.get("when") else None,
        )
    except (KeyError, ValueError) as error:
        raise Refused([problem("coding-bad-verbatim", why=str(error)[:80])]) from None


def frame_plain(frame: CodeFrame) -> dict[str, Any]:
    """A frame as values that JSON and YAML can hold."""
    return {
        "name": frame.name,
        "version": frame.version,
        "codes": [_code_plain(code) for code in frame.codes.codes],
        "nets": [
            {
                "name": net.name,
                "label": dict(net.label.pairs),
                "short_label": dict(net.short_label.pairs),
                "inside": net.inside,
            }
            for net in frame.codes.nets
        ],
        "changes": [
            {
                "version": one.version,
                "kind": one.kind.value,
                "codes": list(one.codes),
                "into": list(one.into),
                "who": one.who,
                "when": "" if one.when is None else moment(one.when),
                "note": one.note,
            }
            for one in frame.changes
        ],
    }


def frame(plain: Mapping[str, Any]) -> CodeFrame:
    """A frame from such values; Refused where they make none. `name` and `codes` are needed."""
    try:
        codes = tuple(_code(item) for item in plain["codes"])
        nets = tuple(
            Net(
                str(item["name"]),
                _text(item.get("label")),
                _text(item.get("short_label")),
                inside=str(item.get("inside") or ""),
            )
            for item in plain.get("nets") or ()
        )
        changes = tuple(_change(item) for item in plain.get("changes") or ())
        name, version = str(plain["name"]), int(plain.get("version") or 1)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise Refused([problem("coding-bad-frame", why=str(error)[:80])]) from None
    if len({code.name for code in codes}) < len(codes) or not codes:
        raise Refused([problem("coding-bad-frame", why=name)])
    return CodeFrame(CodeList(name, codes, nets), version, changes)


def _code_plain(code: Code) -> dict[str, Any]:
    held: dict[str, Any] = {
        "name": code.name,
        "label": dict(code.label.pairs),
        "short_label": dict(code.short_label.pairs),
        "description": dict(code.description.pairs),
        "examples": list(code.examples),
        "nets": list(code.nets),
        "exclusive": code.exclusive,
        "missing": code.missing.value if code.missing else "",
        "role": code.role.value,
    }
    kept = {key: value for key, value in held.items() if value not in ("", [], {}, False)}
    return kept if code.read_aloud else {**kept, "read_aloud": False}


def _code(item: Mapping[str, Any]) -> Code:
    missing = item.get("missing")
    return Code(
        name=str(item["name"]),
        label=_text(item.get("label")),
        short_label=_text(item.get("short_label")),
        description=_text(item.get("description")),
        examples=tuple(str(text) for text in item.get("examples") or ()),
        nets=tuple(str(net) for net in item.get("nets") or ()),
        exclusive=bool(item.get("exclusive")),
        missing=Missing(missing) if missing else None,
        role=CodeRole(item.get("role") or ""),
        read_aloud=bool(item.get("read_aloud", True)),
    )


def _change(item: Mapping[str, Any]) -> Change:
    when = item.get("when")
    return Change(
        int(item["version"]),
        Kind(item["kind"]),
        tuple(item.get("codes") or ()),
        tuple(item.get("into") or ()),
        str(item.get("who") or ""),
        datetime.fromisoformat(str(when)) if when else None,
        str(item.get("note") or ""),
    )


def _text(value: Any) -> Text:
    if isinstance(value, Mapping):
        return Text.of({str(lang): str(words) for lang, words in value.items()})
    return Text.of({"lv": str(value)}) if value else Text()
