"""Changes of a frame as they are posted: each makes the next version, by a pure function."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from atbalss.coding import codeframe
from atbalss.coding.codeframe import CodeFrame
from atbalss.coding.words import folded
from atbalss.problems import Refused, problem
from atbalss.study.codes import Code, CodeList, Missing, Net, with_outer_nets
from atbalss.study.texts import Text
from atbalss_web.texts import LANGS

LONGEST = 300
KINDS = ("", "alone", "dont_know", "refused")


@dataclass(frozen=True)
class Posted:
    """What a form says: single values and lists of them, stripped and cut to a length."""

    values: Mapping[str, str]
    lists: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, post: Any) -> Posted:
        """The fields of a request."""
        return cls(
            {key: _clean(post.get(key, "")) for key in post},
            {key: [_clean(value) for value in post.getlist(key)[:200]] for key in post},
        )

    def text(self, key: str) -> Text:
        """A text in the languages of the site, `key-lv` and so on."""
        return Text.of({lang: self.values.get(f"{key}-{lang}", "") for lang in LANGS})


def _clean(value: str) -> str:
    return re.sub(r"[\x00-\x08\x0b-\x1f]", "", value).strip()[:LONGEST]


def name_for(text: Text, frame: CodeFrame) -> str:
    """A free name for a code or net, made of its label."""
    said = text.get("en") if text.has("en") else text.get("lv")
    plain = re.sub(r"[^a-z0-9]+", "_", folded(said.lower())).strip("_")[:30].strip("_") or "kods"
    plain = plain if plain[0].isalpha() else f"k_{plain}"
    taken = {*frame.codes.names, *(net.name for net in frame.codes.nets)}
    taken |= {one for change in frame.changes for one in (*change.codes, *change.into)}
    found, n = plain, 1
    while found in taken:
        n += 1
        found = f"{plain}_{n}"
    return found


def code_of(posted: Posted, frame: CodeFrame, old: Code | None = None) -> Code:
    """A code as a form describes it; a new one is named by its label where no name is given."""
    label = posted.text("label")
    if not label:
        raise Refused([problem("coding-bad-name", frame=frame.name, option="")])
    name = old.name if old else posted.values.get("name", "") or name_for(label, frame)
    kind = posted.values.get("kind", "")
    nets = {net.name for net in frame.codes.nets}
    base = old or Code(name)
    return replace(
        base,
        label=label,
        short_label=base.short_label if old and base.label == label else Text(),
        description=posted.text("description"),
        exclusive=kind != "",
        missing=Missing(kind) if kind in ("dont_know", "refused") else None,
        nets=tuple(net for net in posted.lists.get("nets", ()) if net in nets),
        examples=tuple(
            line for line in posted.values.get("examples", "").splitlines() if line.strip()
        )
        if "examples" in posted.values
        else base.examples,
    )


def changed(
    frame: CodeFrame,
    posted: Posted,
    who: str,
    when: datetime,
    earlier: Callable[[int], CodeFrame],
) -> CodeFrame:
    """The frame after a posted change; Refused where it makes no sense.

    `earlier` gives the frame in a version: what is taken back is as it was.
    """
    act, code = posted.values.get("act", ""), posted.values.get("code", "")
    note = posted.values.get("note", "")
    known = frame.codes.has(code)
    if act == "add":
        made = code_of(posted, frame)
        return _closed(codeframe.add(frame, made, who=who, when=when, note=note))
    if act == "nets":
        return codeframe.set_nets(frame, nets_of(posted, frame), who=who, when=when, note=note)
    if act == "undo":
        target = codeframe.undoable(frame)
        before = earlier(target.version - 1) if target else frame
        return codeframe.undo(frame, before, who=who, when=when, note=note)
    if not known:
        raise Refused([problem("coding-unknown-code", frame=frame.name, option=code[:60])])
    old = frame.codes.code(code)
    if act == "edit":
        made = code_of(posted, frame, old)
        return _closed(codeframe.edit(frame, made, who=who, when=when, note=note))
    if act == "retire":
        return codeframe.retire(frame, code, who=who, when=when, note=note)
    if act == "merge":
        others = [one for one in posted.lists.get("with", ()) if frame.codes.has(one)]
        return codeframe.merge(frame, [code, *others], old, who=who, when=when, note=note)
    if act == "split":
        return codeframe.split(
            frame, code, _parts(posted, frame, old), who=who, when=when, note=note
        )
    raise Refused([problem("coding-unknown-code", frame=frame.name, option=act[:60])])


def _closed(frame: CodeFrame) -> CodeFrame:
    return replace(frame, codes=with_outer_nets(frame.codes))


def _parts(posted: Posted, frame: CodeFrame, old: Code) -> list[Code]:
    """The new codes of a split: one a line of each language's box, in the same order."""
    lines = {lang: posted.values.get(f"parts-{lang}", "").splitlines() for lang in LANGS}
    most = max(map(len, lines.values()))
    found: list[Code] = []
    grown = frame
    for nth in range(most):
        label = Text.of(
            {lang: held[nth].strip() for lang, held in lines.items() if nth < len(held)}
        )
        if not label:
            continue
        same = label.get("lv") == old.label.get("lv")
        name = old.name if same else name_for(label, grown)
        found.append(replace(old, name=name, label=label, short_label=Text(), examples=()))
        if not same:
            codes = (*grown.codes.codes, found[-1])
            grown = replace(grown, codes=replace(grown.codes, codes=codes))
    return found


def nets_of(posted: Posted, frame: CodeFrame) -> list[Net]:
    """The nets of a form's rows; a row without a label is left out."""
    known = {net.name: net for net in frame.codes.nets}
    rows = list(
        zip(
            *(posted.lists.get(f"net-{part}", ()) for part in ("name", "inside", *LANGS)),
            strict=False,
        )
    )
    found: list[Net] = []
    grown = frame
    for name, inside, *words in rows:
        label = Text.of(dict(zip(LANGS, words, strict=True)))
        if not label:
            continue
        old = known.get(name)
        made = replace(
            old or Net(name_for(label, grown)),
            label=label,
            short_label=old.short_label if old and old.label == label else Text(),
            inside=inside,
        )
        found.append(made)
        grown = replace(grown, codes=replace(grown.codes, nets=(*grown.codes.nets, made)))
    names = {net.name for net in found}
    return [net if net.inside in names else replace(net, inside="") for net in found]


def drafted(
    name: str, labels: Sequence[tuple[int, str]], lang: str
) -> tuple[CodeList, dict[str, int]]:
    """Codes of groups that a person named: (number of the group, its name); and whose each is."""
    frame = CodeFrame(CodeList(name))
    whose: dict[str, int] = {}
    for number, label in labels:
        text = Text.of({lang: label})
        if not text or len(whose) >= 200:
            continue
        code = Code(name_for(text, frame), text)
        frame = replace(frame, codes=replace(frame.codes, codes=(*frame.codes.codes, code)))
        whose[code.name] = number
    return frame.codes, whose
