"""A coder's sheet: rows with the answers and places for codes, and what comes back of them.

No file format is known here: rows are texts by column, for whoever writes and reads them. Each row
carries the mark of its text and of what was decided when it was written; what changed meanwhile is
refused, row by row, and the rest is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from atbalss.coding.codeframe import CodeFrame
from atbalss.coding.decisions import Decision, Origin, Standing, origin_of
from atbalss.coding.queue import is_double
from atbalss.coding.suggest import Suggestion
from atbalss.coding.task import Task
from atbalss.problems import Place, Problem, problem
from atbalss.problems.catalogue import LANGS

PLACES = 6  # codes that a row has room for
WORTH = 0.05  # suggestions less sure are not shown
HIDDEN = ("question", "id", "mark", "seen", "version")
HEADS = {
    "answer": ("Atbilde", "Answer", "Ответ"),
    "suggestion": ("Ieteikums", "Suggestion", "Предложение"),
    "code": ("Kods", "Code", "Код"),
    "note": ("Piezīme", "Note", "Примечание"),
    "belongs": ("Pieder iespējai", "Belongs to the option", "Относится к варианту"),
}


@dataclass(frozen=True)
class Sheet:
    """A sheet to be filled in: `choices` are the texts that a code's cell may hold, by code.

    `head` and `rows` have the same columns; those of `hidden` are not for people; `open` are the
    columns that a coder writes in.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    choices: Mapping[str, str]
    told: Mapping[str, str]
    hidden: tuple[str, ...]
    open: tuple[str, ...]


def head(key: str, lang: str) -> str:
    """The head of a column in a language."""
    return HEADS[key][LANGS.index(lang) if lang in LANGS else 1]


def code_heads(lang: str) -> tuple[str, ...]:
    """The heads of the columns of codes."""
    return tuple(f"{head('code', lang)} {number}" for number in range(1, PLACES + 1))


def choices(task: Task, lang: str) -> dict[str, str]:
    """What a cell of codes may hold, by code: its label; the name as well where two are alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name, code in task.choices.items():
        text = " ".join((code.label.get(lang) or code.short_label.get(lang) or name).split())
        if "/" in name:
            text = f"{head('belongs', lang)}: {text}"
        if text.casefold() in taken:
            text = f"{text} [{name}]"
        taken.add(text.casefold())
        found[name] = text
    return found


def seen(standing: Standing, coder: str, share: float = 0.0, salt: str = "") -> str:
    """A mark of what was decided on an answer, as far as it concerns this coder.

    Of an answer that two code, the other's decision is no concern of the first.
    """
    answer = standing.answer
    double = is_double(answer.question, answer.id, share, salt)
    held = [
        one
        for one in standing.held
        if one.who == coder or one.origin is Origin.ADJUDICATED or not double
    ]
    words = repr([(one.who, one.codes, one.origin.value, one.order) for one in held])
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def sheet(
    task: Task,
    standings: Sequence[Standing],
    coder: str,
    lang: str,
    *,
    suggestions: Mapping[str, Sequence[Suggestion]] | None = None,
    share: float = 0.0,
    salt: str = "",
) -> Sheet:
    """The sheet of these answers for a coder: what they decided before stands in it."""
    texts = choices(task, lang)
    names = ("nr", head("answer", lang), head("suggestion", lang), *code_heads(lang))
    names = (*names, head("note", lang), *HIDDEN)
    rows = []
    for number, one in enumerate(standings, start=1):
        mine = [held for held in one.held if held.who == coder]
        codes = one.codes if mine and mine[-1] is one.held[0] else mine[-1].codes if mine else ()
        cells = [texts[code] for code in codes if code in texts][:PLACES]
        told = (suggestions or {}).get(one.answer.id, ())
        hint = "; ".join(f"{texts[s.code]} ({s.percent}%)" for s in told if s.confidence >= WORTH)
        rows.append(
            (
                str(number),
                one.answer.text,
                hint,
                *cells,
                *[""] * (PLACES - len(cells)),
                mine[-1].note if mine else "",
                task.name,
                one.answer.id,
                one.answer.mark,
                seen(one, coder, share, salt),
                str(task.frame.version),
            )
        )
    told_of = {
        name: _told(code.description.get(lang), code.examples)
        for name, code in task.choices.items()
    }
    is_open = (*code_heads(lang), head("note", lang))
    return Sheet(task.name, names, tuple(rows), texts, told_of, HIDDEN, is_open)


def _told(description: str, examples: Sequence[str]) -> str:
    return " ".join(part for part in (description, "; ".join(examples)) if part)


def read(
    task: Task,
    standings: Iterable[Standing],
    rows: Iterable[tuple[Place, Mapping[str, str]]],
    listed: Mapping[str, str],
    coder: str,
    when: datetime,
    *,
    share: float = 0.0,
    salt: str = "",
) -> tuple[list[Decision], list[Problem]]:
    """The decisions that a filled sheet holds, and the rows that cannot be taken over.

    `rows` are cells by column with their place, `listed` the codes by the text that stands for
    them in this sheet. Rows without codes, and those that say what stands already, decide nothing.
    A sheet of an earlier version of the frame is read in that version.
    """
    by_id = {one.answer.id: one for one in standings}
    texts = {" ".join(text.split()).casefold(): name for text, name in listed.items()}
    texts |= {name.casefold(): name for name in listed.values()}
    made: list[Decision] = []
    found: list[Problem] = []
    for place, row in rows:
        cells = [
            (column, " ".join(row.get(column, "").split()))
            for column in row
            if any(column in code_heads(lang) for lang in LANGS)
        ]
        cells = [(column, text) for column, text in cells if text]
        if not cells:
            continue
        unknown = [(column, text) for column, text in cells if text.casefold() not in texts]
        if unknown:
            column, text = unknown[0]
            where = Place(place.file, place.sheet, place.row, column)
            found.append(
                problem("coding-unknown-code", where, frame=task.frame.name, option=text[:60])
            )
            continue
        codes = tuple(dict.fromkeys(texts[text.casefold()] for _, text in cells))
        one, fault = _row(task, by_id, place, row, codes, coder, when, share, salt)
        found += [fault] if fault is not None else []
        made += [one] if one is not None else []
    return made, found


def _row(
    task: Task,
    by_id: Mapping[str, Standing],
    place: Place,
    row: Mapping[str, str],
    codes: tuple[str, ...],
    coder: str,
    when: datetime,
    share: float,
    salt: str,
) -> tuple[Decision | None, Problem | None]:
    """The decision of one row, or why it is none; neither where nothing new is said."""
    id = row.get("id", "")
    standing = by_id.get(id)
    if standing is None:
        return None, problem("coding-sheet-no-answer", place, id=id)
    if row.get("mark") != standing.answer.mark:
        return None, problem("coding-text-changed", place, id=id)
    version = _version(row.get("version", ""), task.frame)
    mine = [held for held in standing.held if held.who == coder]
    note = row.get("note") or next((row[h] for h in HEADS["note"] if row.get(h)), "")
    if mine and set(mine[-1].codes) == set(codes) and mine[-1].version == version:
        return None, None
    if row.get("seen") != seen(standing, coder, share, salt):
        return None, problem("coding-answer-moved", place, id=id)
    alone = [code for code in codes if task.is_exclusive(code)]
    if alone and len(codes) > 1:
        return None, problem("coding-exclusive-beside", place, option=alone[0], id=id)
    return (
        Decision(
            task.name,
            id,
            standing.answer.mark,
            codes,
            coder,
            when,
            origin_of(standing),
            version=version,
            note=note,
        ),
        None,
    )


def _version(text: str, frame: CodeFrame) -> int:
    return min(int(text), frame.version) if text.isdecimal() and int(text) else frame.version
