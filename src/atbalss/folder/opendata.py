"""The section `opendata:` of `study.yaml`, and `release.yaml`, as values."""

from __future__ import annotations

from atbalss.folder.about import FILE
from atbalss.folder.fields import Fields
from atbalss.folder.open import StudyFolder
from atbalss.folder.workbooks import as_text
from atbalss.folder.yaml_tree import Branch, Leaf, Sequence, read
from atbalss.opendata.release import FILE as RELEASE
from atbalss.opendata.release import Release
from atbalss.opendata.rules import Band, Card, QuasiIdentifier, Rules, WeightRule
from atbalss.problems import Place, Problem, problem
from atbalss.study.bases import code_list
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import NO_TEXT, Text

KEYS = (
    "k quasi_identifiers rare most_blank sensitive drop keep cross weights hide_under microdata "
    "waves card"
).split()
QUASI_KEYS = ["question", "level", "levels", "importance"]
BAND_KEYS = ["name", "label", "codes", "from", "to"]
CARD_WORDS = (
    "url landing_page identifier licence publisher_url publisher_type contact_email theme spatial "
    "frequency access"
).split()
CARD_TEXTS = (
    "publisher contact_name description goal task policy_field research_class use funding price "
    "results authors"
).split()


def read_rules(folder: StudyFolder) -> tuple[Rules | None, list[Problem]]:
    """The rules of a study's open data, None where it has no section; what is wrong with them."""
    file = folder.path / FILE
    tree, found = read(as_text(file.read_bytes(), file), FILE)
    if not isinstance(tree, Branch) or tree.get("opendata") is None:
        return None, found
    top = Fields(tree, FILE, folder.study.langs)
    part = top.part("opendata")
    if part is None:
        return None, top.problems
    part.known(KEYS)
    hide = part.count("hide_under")
    rules = Rules(
        _quasi(part, folder.questionnaire),
        int(part.number("k", 5, 2, 10**6)),
        int(part.number("rare", 3, 1, 10**6)),
        part.number("most_blank", 5, 0, 99) / 100,
        part.words("sensitive"),
        part.words("drop"),
        part.words("keep"),
        _pairs(part),
        part.choice("weights", WeightRule, WeightRule.CLASS),
        hide,
        part.flag("microdata", True),
        part.words("waves"),
        _card(part),
    )
    return rules, top.problems


def _quasi(part: Fields, questionnaire: Questionnaire) -> tuple[QuasiIdentifier, ...]:
    found = []
    for item in part.parts("quasi_identifiers"):
        item.known(QUASI_KEYS)
        name = item.word("question", required=True)
        levels = []
        for level in item.parts("levels"):
            level.known(["groups"])
            levels.append(
                tuple(_band(group, questionnaire, name) for group in level.parts("groups"))
            )
        chosen = int(item.number("level", 0, 0, len(levels) + 1))
        importance = item.number("importance", 1, 0.001, 1000)
        found.append(QuasiIdentifier(name, tuple(levels), chosen, importance))
    return tuple(found)


def _band(part: Fields, questionnaire: Questionnaire, question: str) -> Band:
    """A group: codes or nets (a net is its codes and lends its label), or a range of numbers."""
    part.known(BAND_KEYS)
    asked = questionnaire.by_name.get(question)
    codes = code_list(asked) if asked is not None else None
    label, listed = part.text("label"), []
    for word in part.words("codes"):
        members = codes.members(word) if codes is not None else ()
        if codes is not None and not members and not codes.has(word):
            args = {"name": question, "code": word}
            part.problems.append(problem("opendata-unknown-code", part.place(), **args))
        if members and codes is not None:
            label = label or codes.net(word).label
        listed += list(members) or [word]
    if codes is not None and not label and len(listed) == 1 and codes.has(listed[0]):
        label = codes.code(listed[0]).label
    return Band(
        part.word("name", required=True), label, tuple(listed), _end(part, "from"), _end(part, "to")
    )


def _end(part: Fields, key: str) -> float | None:
    return None if part.branch.get(key) is None else part.number(key, 0, -1e12, 1e12)


def _pairs(part: Fields) -> tuple[tuple[str, str], ...]:
    """Pairs of quasi-identifiers; more than two at once is a matter for people, not for a file."""
    node = part.branch.get("cross")
    if node is None:
        return ()
    found = []
    for item in node.items if isinstance(node, Sequence) else ():
        words = [str(leaf.value) for leaf in getattr(item, "items", ()) if isinstance(leaf, Leaf)]
        if len(words) == 2:
            found.append((words[0], words[1]))
        else:
            part.problems.append(problem("opendata-cross", part.place(item), count=len(words)))
    return tuple(found)


def _card(part: Fields) -> Card:
    section = part.part("card")
    if section is None:
        return Card()
    section.known([*CARD_WORDS, *CARD_TEXTS, "keywords"])
    given: dict[str, str] = {name: word for name in CARD_WORDS if (word := section.word(name))}
    texts: dict[str, Text] = {name: section.text(name, required=False) for name in CARD_TEXTS}
    texts = {name: text for name, text in texts.items() if text != NO_TEXT}
    return Card(keywords=section.texts("keywords"), **given, **texts)  # type: ignore[arg-type]


def read_release(folder: StudyFolder) -> tuple[Release | None, list[Problem]]:
    """The decision in `release.yaml`, None where there is none; what is wrong with it."""
    file = folder.path / RELEASE
    if not file.is_file():
        return None, []
    tree, found = read(as_text(file.read_bytes(), file), RELEASE)
    if not isinstance(tree, Branch):
        return None, found or [problem("folder-empty", Place(RELEASE))]
    top = Fields(tree, RELEASE, folder.study.langs, found)
    top.known(["by", "when", "fingerprint", "note", "waves"])
    by, print_ = top.word("by", required=True), top.word("fingerprint", required=True)
    when = top.day("when")
    if when is None or found:
        found = found or [problem("folder-missing-key", Place(RELEASE), key="when")]
        return None, found
    return Release(by, when, print_, top.word("note")), []
