"""Headers of XLSForm sheets: old names, translations, our own columns, slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from atbalss.exchange.cells import column_letters
from atbalss.exchange.sheets import Row, Sheet
from atbalss.problems import Place, Problem, problem
from atbalss.study.texts import Text

_SURVEY_ALIASES = {
    "relevance": "relevant",
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "calculate": "calculation",
    "readonly": "read_only",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "noapperrorstring": "no_app_error_string",
    "jr:noapperrorstring": "no_app_error_string",
}
_LIST_ALIASES = {"caption": "label", "value": "name", "list": "list_name"}
_SETTINGS_ALIASES = {
    "set_form_title": "form_title",
    "title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
}
_MEDIA = frozenset({"image", "audio", "video", "big-image", "media"})
_TEXTS = frozenset({"label", "hint", "guidance_hint", "constraint_message", "required_message"})
_OWN_SURVEY_TEXTS = frozenset(
    {"short_label", "scale_low", "scale_high", "interviewer_note", "probe", "soft_message"}
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a sheet's columns may be: plain ones, texts with `::language`, our own with `_lv`."""

    plain: frozenset[str]
    aliases: Mapping[str, str]
    texts: frozenset[str] = frozenset()
    own_texts: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()  # known to other tools, of no use here
    grave: frozenset[str] = frozenset()  # a slip in these would silently change the interview


SURVEY = Grammar(
    plain=frozenset(
        "type name relevant required constraint calculation default choice_filter appearance "
        "parameters read_only repeat_count disabled trigger save_to role codeframe read_aloud "
        "dk_in_base soft_constraint source_name".split()
    ),
    aliases=_SURVEY_ALIASES,
    texts=_TEXTS,
    own_texts=_OWN_SURVEY_TEXTS,
    quiet=frozenset(
        "intent rows hxl autoplay query flat compact_tag no_app_error_string sms_field sms_option "
        "sms_separator sms_allow_media sms_date_format sms_datetime_format sms_response "
        "select_from_list_name notes note comment comments remarks".split()
    ),
    grave=frozenset(
        {"relevant", "constraint", "calculation", "choice_filter", "required", "soft_constraint"}
    ),
)
CHOICES = Grammar(
    plain=frozenset({"list_name", "name", "score", "exclusive", "missing", "role", "net", "band"})
    | {"read_aloud", "source_name", "source_value"},
    aliases=_LIST_ALIASES,
    texts=frozenset({"label"}),
    own_texts=frozenset({"short_label"}),
)
FRAMES = Grammar(
    plain=CHOICES.plain | {"examples"},
    aliases=_LIST_ALIASES,
    texts=frozenset({"label"}),
    own_texts=frozenset({"short_label", "description"}),
)  # choices of codeframes.md: what coders are told of each code as well
NETS = Grammar(
    plain=frozenset({"list_name", "name", "inside"}),
    aliases=_LIST_ALIASES,
    texts=frozenset({"label"}),
    own_texts=frozenset({"label", "short_label"}),
)
SETTINGS = Grammar(
    plain=frozenset(
        "form_title form_id version default_language style instance_name public_key "
        "submission_url auto_send auto_delete allow_choice_duplicates".split()
    ),
    aliases=_SETTINGS_ALIASES,
    quiet=frozenset(
        "name prefix delimiter sms_keyword client_editable omit_instanceid namespaces attribute "
        "add_none_option clean_text_values flat id instance_xmlns".split()
    ),
)

OWN_COLUMNS = tuple(
    sorted(
        {"role", "codeframe", "read_aloud", "dk_in_base", "soft_constraint", "source_name"}
        | SURVEY.own_texts
        | (CHOICES.plain - {"list_name", "name"})
    )
)  # the columns that are ours, not XLSForm's; texts without their language code


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` is its meaning, `lang` its language code ("" where none is named).

    Unknown columns keep their header as key; media and columns of other tools have the key
    `media` or `quiet`.
    """

    key: str
    lang: str
    header: str
    index: int
    known: bool = True


@dataclass(frozen=True)
class Line:
    """A row of a table, read by the meaning of its columns."""

    table: Table
    row: Row

    def get(self, key: str) -> str:
        """The cell of a column without language, blanks cut off; "" if there is none."""
        column = self.table.plain.get(key)
        return "" if column is None else _clean(self._cell(column))

    def text(self, key: str) -> Text:
        """The texts of a column in all languages, the default one first."""
        found: dict[str, str] = dict.fromkeys(self.table.langs, "")
        for column in self.table.texts.get(key, ()):
            words = self._cell(column).strip()
            lang = column.lang or self.table.langs[0]
            if words and not (found.get(lang) and not column.lang):
                found[lang] = words
        return Text.of(found)

    def extras(self) -> dict[str, str]:
        """Cells of the columns that are not XLSForm's nor ours, by header."""
        return {column.header: _clean(self._cell(column)) for column in self.table.unknown}

    def place(self, key: str = "") -> Place:
        """Where this row (and column, if it has one) is."""
        table = self.table
        column = table.plain.get(key) or next(iter(table.texts.get(key, ())), None)
        header = column.header if column else key
        return Place(table.file, table.sheet.name, self.row.number, header, self.row.line)

    def _cell(self, column: Column) -> str:
        cells = self.row.cells
        return cells[column.index] if column.index < len(cells) else ""


@dataclass(frozen=True)
class Table:
    """A sheet with its columns understood. `langs` are language codes, the default first."""

    file: str
    sheet: Sheet
    columns: tuple[Column, ...]
    langs: tuple[str, ...]

    @cached_property
    def plain(self) -> dict[str, Column]:
        """Columns without language, by meaning."""
        return {c.key: c for c in reversed(self.columns) if c.known and not c.lang}

    @cached_property
    def texts(self) -> dict[str, tuple[Column, ...]]:
        """Columns of texts, by meaning, those with a language before the one without."""
        found: dict[str, list[Column]] = {}
        for column in sorted(self.columns, key=lambda c: not c.lang):
            if column.known:
                found.setdefault(column.key, []).append(column)
        return {key: tuple(columns) for key, columns in found.items()}

    @cached_property
    def unknown(self) -> tuple[Column, ...]:
        """Columns that are neither XLSForm's nor ours."""
        return tuple(column for column in self.columns if not column.known)

    @property
    def lines(self) -> list[Line]:
        """Rows that are not blank."""
        return [Line(self, row) for row in self.sheet.rows if not row.is_blank]


def language(words: str) -> str:
    """The code of a language as XLSForm names it: `Latviešu (lv)` is `lv`, `English` `english`."""
    match = re.search(r"\(([^()]+)\)\s*$", words)
    return " ".join((match[1] if match else words).lower().split())


def columns_of(sheet: Sheet, grammar: Grammar) -> tuple[Column, ...]:
    """The columns of a sheet with their meanings, in order; blank headers are left out."""
    double = any("::" in header for header in sheet.header)
    return tuple(
        _column(header, index, grammar, double)
        for index, header in enumerate(sheet.header)
        if header.strip()
    )


def understood(
    sheet: Sheet, columns: tuple[Column, ...], grammar: Grammar, langs: tuple[str, ...], file: str
) -> tuple[Table, list[Problem]]:
    """The sheet as a table, and the problems of its header."""
    found = [*_blank_headers(sheet, file), *_twice(sheet, columns, file)]
    for column in columns:
        place = Place(file, sheet.name, 1, column.header)
        if not column.known:
            found += _slip(column, grammar, langs, place)
        elif column.key in grammar.own_texts and column.lang and column.lang not in langs:
            known = ", ".join(langs)
            found.append(problem("exchange-column-language", place, langs=known))
        elif column.key == "media":
            found.append(problem("exchange-media-ignored", place))
        elif column.key in ("trigger", "save_to") and _used(sheet, column):
            found.append(problem("exchange-column-ignored", place, column=column.header))
    return Table(file, sheet, columns, langs), found


def _column(header: str, index: int, grammar: Grammar, double: bool) -> Column:
    parts = [" ".join(part.split()) for part in header.split("::" if double else ":")]
    if not double and "jr" in (lowered := [part.lower() for part in parts]):
        at = lowered.index("jr")
        parts[at : at + 2] = [":".join(parts[at : at + 2])]
    head = _snake(parts[0])
    if head in ("bind", "control", "body") and len(parts) > 1:
        head, parts = _snake(parts[1]), parts[1:]
    elif head == "media" and len(parts) > 1:
        return Column("media", "", header, index)
    elif head == "instance" and len(parts) > 1:
        return Column("quiet", "", header, index)
    key = grammar.aliases.get(head, head)
    lang = language("::".join(parts[1:])) if len(parts) > 1 else ""
    if key in grammar.texts:
        return Column(key, lang, header, index)
    if not lang and key in grammar.plain:
        return Column(key, "", header, index)
    if key in _MEDIA and grammar.texts:
        return Column("media", "", header, index)
    if key in grammar.quiet or header.startswith(("$", "_")) or parts[0] != header.strip():
        return Column("quiet", "", header, index)
    return _own(header, index, grammar, head)


def _own(header: str, index: int, grammar: Grammar, head: str) -> Column:
    for name in sorted(grammar.own_texts, key=len, reverse=True):
        if head == name:
            return Column(name, "", header, index)
        if head.startswith(name + "_"):
            return Column(name, head[len(name) + 1 :].replace("_", " "), header, index)
    return Column(header.strip(), "", header, index, known=False)


def _slip(column: Column, grammar: Grammar, langs: tuple[str, ...], place: Place) -> list[Problem]:
    known = {*grammar.plain, *grammar.texts, *grammar.aliases}
    known |= {f"{name}_{lang}" for name in grammar.own_texts for lang in langs}
    head = _snake(column.key.split(":")[0])
    close = get_close_matches(head, sorted(known - grammar.quiet), 1, 0.79)
    if not close or len(head) < 4:
        return []
    grave = grammar.aliases.get(close[0], close[0]) in grammar.grave
    code = "exchange-column-slip-grave" if grave else "exchange-column-slip"
    return [problem(code, place, column=column.header, meant=close[0])]


def _blank_headers(sheet: Sheet, file: str) -> list[Problem]:
    for row in sheet.rows:
        for index, cell in enumerate(row.cells):
            header = sheet.header[index] if index < len(sheet.header) else ""
            if cell.strip() and not header.strip():
                place = Place(file, sheet.name, row.number, column_letters(index), row.line)
                return [problem("exchange-header-blank", place, column=column_letters(index))]
    return []


def _twice(sheet: Sheet, columns: tuple[Column, ...], file: str) -> list[Problem]:
    seen: dict[tuple[str, str], Column] = {}
    found = []
    for column in columns:
        if not column.known or column.key in ("media", "quiet"):
            continue
        first = seen.setdefault((column.key, column.lang), column)
        if first is not column and _used(sheet, column):
            place = Place(file, sheet.name, 1, column.header)
            found.append(problem("exchange-column-twice", place, first=first.header))
    return found


def _used(sheet: Sheet, column: Column) -> bool:
    at = column.index
    return any(len(row.cells) > at and row.cells[at].strip() for row in sheet.rows)


def _snake(text: str) -> str:
    return "_".join(text.split()).lower()


def _clean(cell: str) -> str:
    """A cell that is no text for people: no-break blanks and invisible marks are no part of it."""
    return re.sub("[\u200b\u200c\u200d\ufeff]", "", cell).replace("\u00a0", " ").strip()
