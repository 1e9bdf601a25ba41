"""One list of results in all ways in which reports print it: tables, lines, bullets, sentences."""

from __future__ import annotations

import json
from pathlib import Path

WORDS = json.loads(
    (Path(__file__).parents[1] / "reference" / "audit" / "matrix.json").read_text(encoding="utf-8")
)
_SAID, _TELLS, _UNITS, _TEENS, _TENS = (
    WORDS["carried"][key] for key in ("said", "tells", "units", "teens", "tens")
)
PEOPLE = {"lv": "cilvēki", "en": "people", "ru": "человек"}
SIGN = {"lv": " %", "en": "%", "ru": " %"}
HEAD = {"lv": ("Atbilde", "Skaits"), "en": ("Answer", "Number"), "ru": ("Ответ", "Число")}
LED = {"lv": "Atbildes", "en": "The answers", "ru": "Ответы"}
FIGURE = {"lv": "1. attēls. ", "en": "Figure 1. ", "ru": "Рисунок 1. "}
_CENT = {"lv": "procenti", "en": "per cent", "ru": "процентов"}


def in_words(value, lang):
    """A whole number under 100 in words."""
    if value < 10:
        return _UNITS[lang][value]
    if value < 20:
        return _TEENS[lang][value - 10]
    tens, unit = _TENS[lang][value // 10 - 2], value % 10
    return f"{tens}{'-' if lang == 'en' else ' '}{_UNITS[lang][unit]}" if unit else tens


class Listed:
    """A question with its answers: (label, share) each, of a number of persons."""

    def __init__(self, lang, asked, rows, base, head="", tenths=False):
        self.lang, self.asked, self.base = lang, asked, base
        self.head = head or HEAD[lang][0]
        self.rows = [
            (label, round(base * share / 100), f"{share + (0.1 if tenths else 0):.{int(tenths)}f}")
            for label, share in rows
        ]
        self.point = "." if lang == "en" else ","

    def share(self, row, *, sign=True):
        """A share as printed."""
        return row[2].replace(".", self.point) + (SIGN[self.lang] if sign else "")

    def each(self, form):
        """All rows, each in a form of {label}, {count}, {share}, {bare}."""
        return [
            form.format(label=r[0], count=r[1], share=self.share(r), bare=self.share(r, sign=False))
            for r in self.rows
        ]

    def table(self):
        """A markdown table with counts and shares."""
        lines = [f"| {self.head} | {HEAD[self.lang][1]} | % |", "|---|---:|---:|"]
        return "\n".join((self.asked, "", *lines, *self.each("| {label} | {count} | {bare} |")))

    def bare_table(self):
        """A markdown table whose one column has shares with the sign of percent."""
        lines = [f"| {self.head} | n = {self.base} |", "|---|---|"]
        return "\n".join((self.asked, "", *lines, *self.each("| {label} | {share} |")))

    def columns(self):
        """Columns of spaces under a head."""
        lines = [f"{self.head:30}{HEAD[self.lang][1]:>10}{'%':>10}"]
        lines += [f"{r[0]:30}{r[1]:>10}{self.share(r, sign=False):>10}" for r in self.rows]
        return "\n".join((self.asked, "", *lines))

    def headless(self):
        """Columns of spaces without a head."""
        rows = [f"  {r[0]:30}{r[1]:>10}{self.share(r):>10}" for r in self.rows]
        return "\n".join((self.asked, "", *rows))

    def dotted(self):
        """Dots between label and values."""
        return "\n".join((self.asked, "", *self.each("{label} ........ {count} ({share})")))

    def lines(self):
        """Lines with a dash."""
        return "\n".join((self.asked, *self.each("{label} — {share}")))

    def commas(self):
        """Lines that end with commas."""
        return "\n".join((self.asked, ",\n".join(self.each("{label} — {share}")) + "."))

    def semicolons(self):
        """Lines that end with semicolons, with counts."""
        return "\n".join(
            (self.asked, "", ";\n".join(self.each("{label}: {count} ({share})")) + ".")
        )

    def bullets(self):
        """Bullets of a markdown list."""
        return "\n".join((self.asked, "", *self.each("- {label}: {share}")))

    def dots(self):
        """Bullets of a plain text, with counts."""
        return "\n".join((self.asked, "", *self.each("• {label} – {count} ({share})")))

    def numbered(self):
        """Numbered items."""
        rows = self.each("{label} – {share}")
        return "\n".join((self.asked, "", *(f"{at}. {row};" for at, row in enumerate(rows, 1))))

    def ahead(self):
        """Shares before their labels, a line each."""
        return "\n".join((self.asked, "", *self.each("{share} {label}")))

    def caption(self):
        """A caption with the values behind it."""
        rows = ", ".join(self.each("{label} {share}"))
        return f"{FIGURE[self.lang]}{self.asked} {rows} (n = {self.base})."

    def colon(self):
        """One sentence, behind a colon."""
        return f"{self.asked} {LED[self.lang]}: {', '.join(self.each('{label} – {share}'))}."

    def brackets(self):
        """One sentence with the shares in brackets."""
        return f"{self.asked} {LED[self.lang]}: {', '.join(self.each('{label} ({share})'))}."

    def sentence(self):
        """One sentence with verbs."""
        first, more, last = _SAID[self.lang]
        rows = [(r[0], self.share(r)) for r in self.rows]
        parts = [first.format(*rows[0]), *(more.format(*row) for row in rows[1:-1])]
        return f"{self.asked} {', '.join(parts)} {last.format(*rows[-1])}."

    def sentences(self):
        """A sentence each."""
        told = (
            _TELLS[self.lang][at % 4].format(r[0], self.share(r)) for at, r in enumerate(self.rows)
        )
        return f"{self.asked} {' '.join(told)}"

    def counted(self):
        """A sentence each, with persons and shares."""
        ways = _TELLS[self.lang]
        values = (f"{r[1]} {PEOPLE[self.lang]} ({self.share(r)})" for r in self.rows)
        told = (
            ways[at % 4].format(r[0], value)
            for at, (r, value) in enumerate(zip(self.rows, values, strict=True))
        )
        return f"{self.asked} {' '.join(told)}"

    def spelt(self):
        """A sentence each, with shares in words."""
        ways, lang = _TELLS[self.lang], self.lang
        told = []
        for at, row in enumerate(self.rows):
            value = f"{in_words(int(float(row[2])), lang)} {_CENT[lang]}"
            words = ways[at % 4].format(row[0], value)
            told.append(words[0].upper() + words[1:])
        return f"{self.asked} {' '.join(told)}"


CARRIERS = (
    "table bare_table columns headless dotted lines commas semicolons bullets dots numbered ahead"
    " caption colon brackets sentence sentences counted spelt"
).split()
