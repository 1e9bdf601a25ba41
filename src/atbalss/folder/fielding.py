"""`field.yaml` of a study folder: how the study is fielded on a site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from atbalss.fieldwork.invite import Mode
from atbalss.fieldwork.quotas import Quota
from atbalss.fieldwork.rules import RULES, read_rules
from atbalss.folder.fields import Fields
from atbalss.folder.workbooks import as_text
from atbalss.folder.yaml_tree import Branch, Leaf, Node, read
from atbalss.problems import Place, Problem, problem
from atbalss.study.check_texts import translations
from atbalss.study.question import CHOICE_KINDS
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text

FILE = "field.yaml"
KEYS = ("open", "invented", "retention", "consent", "script", "centres", "quotas", "rules")
_CODE = re.compile(r"[-a-zA-Z0-9_]{1,50}")


@dataclass(frozen=True, slots=True)
class FieldCentre:
    """A centre of the study and how it invites: every k-th visitor from the `start`-th of a day."""

    code: str
    name: str
    mode: Mode
    k: int = 1
    start: int = 1


@dataclass(frozen=True)
class Fielding:
    """What a site needs to field a study. `rules` are plain values, as the site keeps them."""

    is_open: bool = False
    is_invented: bool = False
    retention: date | None = None
    consent_version: str = ""
    consent: Text = field(default_factory=Text)
    script: Text = field(default_factory=Text)
    centres: tuple[FieldCentre, ...] = ()
    quotas: tuple[Quota, ...] = ()
    rules: Mapping[str, Any] = field(default_factory=dict)


def read_fielding(
    folder: Path, questionnaire: Questionnaire, langs: tuple[str, ...]
) -> tuple[Fielding | None, list[Problem]]:
    """What `field.yaml` says, and everything wrong with it; None where it cannot be read."""
    file = folder / FILE
    if not file.is_file():
        return None, [problem("folder-no-fielding", Place(FILE))]
    tree, found = read(as_text(file.read_bytes(), file), FILE)
    if not isinstance(tree, Branch):
        return None, found or [problem("folder-no-fielding", Place(FILE))]
    top = Fields(tree, FILE, langs, found)
    top.known(KEYS)
    consent = top.part("consent")
    if consent is not None:
        consent.known(("version", "text"))
    made = Fielding(
        top.flag("open"),
        top.flag("invented"),
        top.day("retention"),
        consent.word("version", required=True) if consent else "",
        consent.text("text", required=True) if consent else Text(),
        top.text("script"),
        _centres(top),
        _quotas(top, questionnaire),
        _rules(top),
    )
    where = consent.place(consent.branch.get("text")) if consent else top.place()
    found += translations(made.consent, langs, where)
    found += translations(made.script, langs, top.place(tree.get("script")))
    return made, found


def _centres(top: Fields) -> tuple[FieldCentre, ...]:
    found: dict[str, FieldCentre] = {}
    for part in top.parts("centres"):
        part.known(("code", "name", "mode", "k", "start"))
        code = part.word("code", required=True)
        name = part.word("name", code)
        mode = part.choice("mode", Mode, Mode.EVERYBODY)
        k = int(part.number("k", 1, 1, 10_000))
        start = int(part.number("start", 1, 1, k))
        if code and not _CODE.fullmatch(code):
            top.problems.append(problem("folder-centre-code", part.place(), word=code))
        elif code in found:
            top.problems.append(problem("folder-twice", part.place(), key=code))
        elif code:
            found[code] = FieldCentre(code, name, mode, k, start)
    return tuple(found.values())


def _quotas(top: Fields, questionnaire: Questionnaire) -> tuple[Quota, ...]:
    found: dict[str, Quota] = {}
    for part in top.parts("quotas"):
        part.known(("name", "cell", "target"))
        name, target = part.word("name", required=True), part.count("target")
        cell = part.part("cell")
        pairs = tuple((key, cell.word(key)) for key, _ in cell.branch.items) if cell else ()
        for asked, code in pairs:
            question = questionnaire.by_name.get(asked)
            codes = question.codes if question and question.kind in CHOICE_KINDS else None
            if codes is None or not codes.has(code):
                place = part.place()
                top.problems.append(
                    problem("folder-quota-cell", place, question=asked, answer=code)
                )
        if not pairs or target is None:
            missing = "cell" if not pairs else "target"
            top.problems.append(problem("folder-missing-key", part.place(), key=missing))
        elif not _CODE.fullmatch(name):
            top.problems.append(problem("folder-centre-code", part.place(), word=name))
        elif name in found:
            top.problems.append(problem("folder-twice", part.place(), key=name))
        else:
            found[name] = Quota(name, pairs, target)
    return tuple(found.values())


def _rules(top: Fields) -> Mapping[str, Any]:
    part = top.part("rules")
    if part is None:
        return {}
    part.known(RULES)
    made: dict[str, Any] = _plain(part.branch)
    for hours in made.get("legal") or ():  # YAML reads 20:00 as 1200 and 09:00 as words
        for key in ("from", "to"):
            value = hours.get(key) if isinstance(hours, dict) else None
            if isinstance(value, int):
                hours[key] = f"{value // 60:02}:{value % 60:02}"
    top.problems += read_rules(made, lambda key: part.place(part.branch.get(key)))[1]
    return made


def _plain(node: Node) -> Any:
    """A node as plain values that JSON can hold: days as ISO text."""
    if isinstance(node, Branch):
        return {key: _plain(value) for key, value in node.items}
    if isinstance(node, Leaf):
        return node.value.isoformat() if isinstance(node.value, date) else node.value
    return [_plain(item) for item in node.items]
