"""A first `report.<lang>.md` for any study: a chart and a paragraph for each question."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atbalss.problems import Refused
from atbalss.report.claims import Field, Place, first
from atbalss.report.draft_texts import words
from atbalss.study.about import Study
from atbalss.study.bases import is_multiple
from atbalss.study.codes import CodeList
from atbalss.study.question import NUMBER_KINDS, Group, Item, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.result import Flag, Number

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

KEY_NUMBERS = 4
RANKED = 3
SHOWN_WAVES = 4
_SKIPPED = frozenset({Role.OTHER_TEXT, Role.SAMPLE})


@dataclass(frozen=True, slots=True)
class _Draft:
    study: Study
    questionnaire: Questionnaire
    cells: Cells
    lang: str


def draft(study: Study, questionnaire: Questionnaire, cells: Cells, lang: str) -> str:
    """A narrative that builds: chapters by group, each question charted and told, method, annexes.

    Numbers that the small-base rule hides are not asked for.
    """
    made = _Draft(study, questionnaire, cells, lang)
    parts = [*_head(made), *_chapters(made), *_annexes(made)]
    return "\n\n".join(parts) + "\n"


def _head(made: _Draft) -> Iterator[str]:
    lang, study = made.lang, made.study
    title = json.dumps(study.title.get(lang) or study.name, ensure_ascii=False)
    yield f"---\ntitle: {title}\nnumbered: yes\n---"
    yield f"# {words('findings', lang)} {{-}}"
    numbers = _key_numbers(made)
    if numbers:
        yield "```keynumbers\nentries:\n" + "\n".join(numbers) + "\n```"
    yield words("findings_text", lang)
    yield f"# {words('about', lang)} {{-}}"
    yield "```method\n```"
    yield words("took_part" if _has_trend(made) else "took_part_once", lang)
    if study.glossary:
        yield f"# {words('glossary', lang)} {{-}}"
        yield "```glossary\n```"


def _key_numbers(made: _Draft) -> list[str]:
    found: list[str] = []
    lang = made.lang
    for question in made.questionnaire.questions:
        leaders = _leaders(made, question.name) if _codes(question) and not question.grid else []
        if not leaders or question.role is not Role.NORMAL:
            continue
        label = f"{{{{ {_call('label', question.name)} }}}}"
        codes = _codes(question)
        if codes is not None and codes.is_scale and _printable(_mean(made, question.name)):
            number, told = _call("mean", question.name), words("key_mean", lang, label=label)
        else:
            number = _call("share", question.name, leaders[0].code)
            told = f"{label}: {{{{ {_call('label', question.name, leaders[0].code)} }}}}"
        found.append(f"  - ['{number}', '{told}']")
        if len(found) == KEY_NUMBERS:
            break
    return found


def _chapters(made: _Draft) -> Iterator[str]:
    loose = False
    for item in made.questionnaire.items:
        told = list(_told(made, item))
        if not told:
            continue
        if isinstance(item, Group) and not item.is_grid and item.label:
            yield f"# {{{{ {_call('label', item.name)} }}}}"
            loose = False
        elif not loose:
            yield f"# {words('results', made.lang)}"
            loose = True
        yield from told


def _told(made: _Draft, item: Item) -> Iterator[str]:
    """Heading, paragraph and figure of a question; of a group, those of all its questions."""
    if isinstance(item, Question):
        yield from _question(made, item)
    elif item.is_grid and item.name in made.questionnaire.grids:
        yield from _grid(made, item)
    else:
        for inner in item.items:
            yield from _told(made, inner)


def _question(made: _Draft, question: Question) -> Iterator[str]:
    if question.role in _SKIPPED or not question.label:
        return
    name, lang = question.name, made.lang
    if _codes(question) is not None:
        leaders = _leaders(made, name)
        if not leaders:
            return
        yield f"## {{{{ {_call('label', name)} }}}}"
        told = words("answered", lang, name=_text(name), ranked=_ranked(name))
        codes = _codes(question)
        if codes is not None and codes.is_scale and _printable(_mean(made, name)):
            told += " " + words("mean", lang, name=_text(name))
        if is_multiple(question):
            told += " " + words("several", lang)
        yield told + _trends(made, name, leaders)
        yield _figure(made, name, codes)
    elif question.kind in NUMBER_KINDS and _printable(_mean(made, name)):
        yield f"## {{{{ {_call('label', name)} }}}}"
        yield words("number", lang, name=_text(name))
        yield _figure(made, name, None)


def _grid(made: _Draft, group: Group) -> Iterator[str]:
    items = made.questionnaire.grids[group.name]
    codes = _codes(items[0])
    if codes is None or not any(_leaders(made, item.name) for item in items):
        return
    yield f"## {{{{ {_call('label', group.name)} }}}}"
    has_mean = codes.is_scale and _printable(_mean(made, group.name))
    if has_mean and _leaders(made, group.name):
        yield words("grid", made.lang, name=_text(group.name), ranked=_ranked(group.name))
    else:
        yield words("grid_plain", made.lang, name=_text(group.name))
    rows = [f"id: {group.name}", "form: stacked", f"grid: {group.name}"]
    finding = words("grid_finding" if has_mean else "grid_plain_finding", made.lang)
    rows += ["bands: yes"] if any(net.is_band for net in codes.nets) else []
    yield _fence(group.name, rows, finding.replace("{name}", _text(group.name)))


def _figure(made: _Draft, name: str, codes: CodeList | None) -> str:
    rows = [f"id: {name}", f"question: {name}", *_waves(made, name, codes)]
    if codes is None:
        rows += ["measure: mean"]
        finding = words("number_finding", made.lang, name=_text(name))
    else:
        finding = words("finding", made.lang, ranked=_ranked(name))
    return _fence(name, rows, finding)


def _waves(made: _Draft, name: str, codes: CodeList | None) -> Iterator[str]:
    """The waves of a figure where more than the current one have its first number."""
    leaders = [] if codes is None else _leaders(made, name)
    if codes is None:
        waves = made.cells.waves_with(name, "", "mean")
    else:
        waves = made.cells.waves_with(name, leaders[0].code) if leaders else ()
    if len(waves) > 1 and made.study.wave in waves:
        yield "waves: [" + ", ".join(_text(wave) for wave in waves[-SHOWN_WAVES:]) + "]"


def _fence(name: str, rows: list[str], finding: str) -> str:
    caption = f"caption: '{{{{ {_call('label', name)} }}}}'"
    return "\n".join(["```figure", *rows, caption, "finding: |", f"  {finding}", "```"])


def _trends(made: _Draft, name: str, leaders: list[Place]) -> str:
    """What the test says of the largest answer against the last wave that has it."""
    code, current = leaders[0].code, made.study.wave
    waves = [wave for wave in made.cells.waves_with(name, code) if wave != current]
    if not waves or current not in made.cells.waves_with(name, code):
        return ""
    past = made.cells.share(name, code, waves[-1])
    if not _printable(past):
        return ""
    call = f'direction({_text(name)}, {_text(code)}, since={_text(waves[-1])}, subject="f")'
    label = _call("label", name, code)
    return " " + words("trend", made.lang, label=label, wave=waves[-1], call=call)


def _annexes(made: _Draft) -> Iterator[str]:
    lang = made.lang
    for kind in ("questionnaire", "comparisons", "disclosure"):
        if kind == "comparisons" and not _has_trend(made):
            continue
        title = json.dumps(words(kind, lang), ensure_ascii=False)
        yield f"```annex\nid: {kind}\ntitle: {title}\n```"
        yield f"```{kind}\n```"


# ---- what may be asked


def _has_trend(made: _Draft) -> bool:
    """Whether there is another wave to compare with."""
    return len(made.study.waves) > 1


def _codes(question: Question) -> CodeList | None:
    return question.codes or question.frame


def _mean(made: _Draft, name: str) -> Number | None:
    return made.cells.mean(name) if made.cells.has_mean(name) else None


def _printable(number: Number | None) -> bool:
    hidden = {Flag.HIDDEN, Flag.EMPTY}
    return number is not None and number.value is not None and number.flag not in hidden


def _leaders(made: _Draft, name: str) -> list[Place]:
    """The largest codes that may be printed; none where the base is too small."""
    try:
        found = first(Field(made.cells, made.questionnaire, name), RANKED, name, ties=True)
    except Refused:
        return []
    return found if all(_printable(item.number) for item in found) else []


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _call(function: str, *arguments: str) -> str:
    return f"{function}({', '.join(_text(argument) for argument in arguments)})"


def _ranked(name: str) -> str:
    return f"{{{{ ranked({_text(name)}, {RANKED}) }}}}"
