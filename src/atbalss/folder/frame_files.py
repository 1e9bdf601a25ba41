"""A code frame to begin with: from a file, from another study, from groups of like answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from atbalss.coding import pack
from atbalss.coding.codeframe import CodeFrame
from atbalss.coding.draft import Group
from atbalss.exchange.delimited import read_rows
from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform_choices import read_lists
from atbalss.exchange.xlsform_headers import FRAMES, NETS, columns_of, understood
from atbalss.folder.codeframes import frames_file
from atbalss.folder.workbooks import read_text, read_workbook
from atbalss.problems import Place, Problem, Refused, errors, problem
from atbalss.problems.catalogue import LANGS
from atbalss.study.codes import Code, CodeList, CodeRole, Missing
from atbalss.study.texts import Text

_CLOSING = (
    ("other", CodeRole.OTHER, None, False, ("Cits", "Other", "Другое")),
    ("nothing", CodeRole.NOTHING, None, True, ("Neko", "Nothing", "Ничего")),
    (
        "dont_know", CodeRole.NORMAL, Missing.DONT_KNOW, True,
        ("Grūti pateikt", "Hard to say", "Трудно сказать"),
    ),
)  # fmt: skip


def frame_from(source: Path, name: str, langs: Sequence[str], wanted: str = "") -> CodeFrame:
    """The frame `wanted` (or the only one) of a file or a study's folder, as version 1 of `name`.

    `.yaml`: `name`, `codes`, `nets` as `pack.frame_plain` writes them; `.csv`, `.xlsx`, `.md`: the
    columns of codeframes.md. Refused where it cannot be read.
    """
    file = frames_file(source) if source.is_dir() else source
    if file.suffix.lower() in (".yaml", ".yml"):
        plain = _yaml(read_text(file), file.name)
        return CodeFrame(replace(pack.frame({"name": name, **plain}).codes, name=name))
    if file.suffix.lower() == ".csv":
        rows, found = read_rows(file.read_bytes(), file.name, ("name",))
        if errors(found):
            raise Refused(found)
        head = list(dict.fromkeys(key for row in rows for key in row))
        grid = [["list_name", *head]] if "list_name" not in head else [head]
        first = [name] if "list_name" not in head else []
        grid += [[*first, *(row.get(key, "") for key in head)] for row in rows]
        book = Workbook((Sheet.of("choices", grid),))
    else:
        book = read_workbook(file)
    lists, found = _lists(book, langs, file.name)
    if errors(found):
        raise Refused(found)
    held = {codes.name: codes for codes in lists}
    only = next(iter(held.values())) if len(held) == 1 else None
    codes = held.get(wanted or name) or only
    if codes is None:
        known = ", ".join(held) or "–"
        raise Refused(
            [problem("coding-no-such-frame", Place(file.name), name=wanted or name, known=known)]
        )
    return CodeFrame(replace(codes, name=name))


def _yaml(text: str, file: str) -> dict[str, Any]:
    try:
        plain = yaml.safe_load(text)
    except yaml.YAMLError as error:
        why = str(getattr(error, "problem", None) or error).splitlines()[0]
        raise Refused([problem("coding-bad-frame", Place(file), why=why)]) from None
    if not isinstance(plain, dict):
        raise Refused([problem("coding-bad-frame", Place(file), why="name, codes")])
    return plain


def _lists(book: Workbook, langs: Sequence[str], file: str) -> tuple[list[CodeList], list[Problem]]:
    choices, nets = book.sheet("choices") or book.sheets[0], book.sheet("nets")
    table, found = understood(choices, columns_of(choices, FRAMES), FRAMES, tuple(langs), file)
    beside = None
    if nets is not None:
        beside, more = understood(nets, columns_of(nets, NETS), NETS, tuple(langs), file)
        found += more
    lists, more = read_lists(table, beside)
    return lists, found + more


def frame_of_groups(groups: Sequence[Group], name: str, langs: Sequence[str]) -> CodeFrame:
    """A frame with a code a group, unnamed: its label asks for a name and shows telling words.

    Codes for anything else, nothing and hard to say stand at the end, and are named.
    """
    codes = []
    for group in groups:
        asks = f"? {', '.join(group.words)}" if group.words else "?"
        texts = Text.of(dict.fromkeys(langs, asks))
        examples = tuple(dict.fromkeys(" ".join(text.split()) for text in group.texts))[:3]
        codes.append(Code(f"group_{group.number}", label=texts, examples=examples))
    for code, role, missing, alone, labels in _CLOSING:
        words = dict(zip(LANGS, labels, strict=True))
        label = Text.of({lang: words.get(lang, labels[1]) for lang in langs})
        codes.append(Code(code, label=label, role=role, missing=missing, exclusive=alone))
    return CodeFrame(CodeList(name, tuple(codes)))
