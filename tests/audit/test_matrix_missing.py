# ruff: noqa: E501
"""One of several like parts without its base, question or error: what lacks × carriers × languages."""

from __future__ import annotations

import json
import random
from math import sqrt
from pathlib import Path

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

KNOWN = json.loads(
    (Path(__file__).parent.parent / "reference/audit/matrix_missing.json").read_text("utf-8")
)


class Case:
    """Four like results; `lacks`: the place of the one that lacks something, -1 of none."""

    def __init__(self, lang, topic, chance, digits):
        self.words, self.topic, self.lang = KNOWN["words"][lang], topic, lang
        self.sizes = [chance.randrange(90, 260) for _ in range(4)]
        self.counts = [round(n * chance.uniform(0.3, 0.8)) for n in self.sizes]
        self.total = sum(self.sizes)
        self.digits, self.lacks = digits, -1

    def shown(self, value, digits=None):
        digits = self.digits if digits is None else digits
        return f"{value:.{digits}f}".replace(".", self.words["dec"])

    def share(self, part, whole):
        return self.shown(100 * part / whole) + self.words["pct"]

    def error(self, size):
        return self.shown(98 / sqrt(size), 1)

    def groups(self):
        for at, (name, n, k) in enumerate(
            zip(self.topic["groups"], self.sizes, self.counts, strict=True)
        ):
            yield at == self.lacks, name, n, self.share(k, n)

    def asked(self):
        for at, (head, ask) in enumerate(self.topic["asked"]):
            part = round(self.counts[at] / self.sizes[at] * self.total)
            rest = self.total - part
            question = self.words["question"].format(ask=ask) + " " if at != self.lacks else ""
            result = self.words["result"].format(
                k=part, m=rest, p=self.share(part, self.total), q=self.share(rest, self.total)
            )
            yield at, head, question, result, (part, rest)


def table(rows):
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def columns(rows):
    wide = [max(len(str(row[at])) for row in rows) + 4 for at in range(len(rows[0]))]
    return "\n".join(
        "".join(str(cell).ljust(width) for cell, width in zip(row, wide, strict=True)).rstrip()
        for row in rows
    )


# ---- a base


def based(case):
    head = [case.words["group"], case.words["asked"], case.words["share"]]
    return [head, *([a, "" if bare else n, p] for bare, a, n, p in case.groups())]


def headed(case):
    heads = [a if bare else f"{a} (n = {n})" for bare, a, n, _ in case.groups()]
    return [["", *heads], [case.words["yes"], *(p for *_, p in case.groups())]]


def listed(case, form, mark="", end=""):
    rows = []
    for at, (bare, a, n, p) in enumerate(case.groups()):
        row = form.format(a=a, n=n, p=p)
        row = row.replace(f" (n = {n})", "").replace(f", n = {n}", "") if bare else row
        rows.append((f"{at + 1}. " if mark == "1" else mark) + row + end)
    return "\n".join(rows)


def told(case, join):
    form = case.words["sentence"]
    rows = []
    for bare, a, n, p in case.groups():
        row = form.format(a=a, n=n, p=p)
        rows.append(row.replace(f" (n = {n})", "") if bare else row)
    return join.join(rows)


def in_one(case):
    rows = []
    for bare, a, n, p in case.groups():
        row = case.words["part"].format(a=a, n=n, p=p)
        rows.append(row.replace(f" (n = {n})", "") if bare else row)
    parts = ", ".join(rows[:-1]) + case.words["joint"] + rows[-1]
    said = case.words["listed"].format(parts=parts)
    return said[0].upper() + said[1:] + "."


BASES = {
    "table": lambda c: table(based(c)),
    "columns": lambda c: columns([[x or "–" for x in row] for row in based(c)]),
    "table headed": lambda c: table(headed(c)),
    "lines": lambda c: c.words["lead"] + "\n" + listed(c, "{a} — {p} (n = {n})"),
    "lines,": lambda c: c.words["lead"] + "\n" + listed(c, "{a} – {p} (n = {n})", end=","),
    "bullets": lambda c: c.words["lead"] + "\n\n" + listed(c, "{a}: {p} (n = {n})", "- "),
    "numbered": lambda c: c.words["lead"] + "\n\n" + listed(c, "{a}: {p}, n = {n}", "1"),
    "share first": lambda c: c.words["lead"] + "\n\n" + listed(c, "{p} – {a} (n = {n})", "- ", ";"),
    "sentences": lambda c: told(c, " "),
    "paragraphs": lambda c: told(c, "\n\n"),
    "sentence": in_one,
}

# ---- a question


def sections(case, body):
    return "\n\n".join(
        f"## {at + 1}. {head}\n\n{body(case, question, result, parts)}"
        for at, head, question, result, parts in case.asked()
    )


def rows_of(case, parts):
    head = [case.words["answer"], case.words["people"], "%"]
    names = (case.words["yes"], case.words["no"])
    shares = [case.shown(100 * part / case.total) for part in parts]
    return [
        head,
        *([name, *row] for name, row in zip(names, zip(parts, shares, strict=True), strict=True)),
    ]


def of_question(case, form):
    return "\n\n".join(
        form.format(at=at + 1, head=head, question=question, result=result)
        for at, head, question, result, _ in case.asked()
    )


QUESTIONS = {
    "numbered": lambda c: of_question(c, "{at}. {head}. {question}{result}"),
    "numbered tight": lambda c: of_question(c, "{at}. {head}. {question}{result}").replace(
        "\n\n", "\n"
    ),
    "bullets": lambda c: of_question(c, "- {head}. {question}{result}").replace("\n\n", "\n"),
    "paragraphs": lambda c: of_question(c, "{head}. {question}{result}"),
    "headed": lambda c: sections(c, lambda _, question, result, __: question + result),
    "headed tables": lambda c: sections(
        c,
        lambda case, question, _, parts: (
            f"{question.strip()}\n\n{table(rows_of(case, parts))}".strip()
        ),
    ),
    "plain heads": lambda c: of_question(c, "{head}\n\n{question}{result}"),
}

# ---- an error


def erring(case, form, mark="", end=""):
    rows = []
    for at, (bare, a, n, p) in enumerate(case.groups()):
        value = p if bare else case.words["within"].format(p=p, e=case.error(n))
        rows.append((f"{at + 1}. " if mark == "1" else mark) + form.format(a=a, v=value) + end)
    return "\n".join(rows)


def with_errors(case):
    head = [case.words["group"], case.words["share"], case.words["error"]]
    return [head, *([a, p, "" if bare else case.error(n)] for bare, a, n, p in case.groups())]


ERRORS = {
    "table": lambda c: table(with_errors(c)),
    "table joined": lambda c: table(
        [[c.words["group"], c.words["yes"]], *(row.split(": ", 1) for row in erring(c, "{a}: {v}").split("\n"))]
    ),
    "lines": lambda c: c.words["lead"] + "\n" + erring(c, "{a} — {v}"),
    "bullets": lambda c: c.words["lead"] + "\n\n" + erring(c, "{a}: {v}", "- ", ";"),
    "numbered": lambda c: c.words["lead"] + "\n\n" + erring(c, "{a}: {v}", "1"),
    "sentence": lambda c: c.words["lead"] + " " + erring(c, "{a} – {v}", end=",").replace("\n", " ").rstrip(",") + ".",
    "paragraphs": lambda c: erring(c, "{a}: {v}", end=".").replace("\n", "\n\n"),
}  # fmt: skip


def text_of(case, body, method):
    words, topic = case.words, case.topic
    opened = words[method].format(
        who=topic["who"], n=case.total, e=case.error(case.total), ask=topic["asked"][0][1]
    )
    return "\n\n".join([topic["title"], opened, body, words["end"]]) + "\n"


def cases():
    """(what lacks, language, carrier, place, (faulty, twin))."""
    chance = random.Random(1123)
    turn = 0
    for kind, carriers, method in (
        ("base", BASES, "groupmethod"),
        ("question", QUESTIONS, "method"),
        ("error", ERRORS, "groupmethod"),
    ):
        for lang in ("lv", "en", "ru"):
            for carrier, body in carriers.items():
                for lacks in (1, 2, 3):
                    turn += 1
                    topic = KNOWN["topics"][lang][turn % 3]
                    case = Case(lang, topic, chance, turn % 2)
                    sound = text_of(case, body(case), method)
                    case.lacks = lacks
                    yield kind, lang, carrier, lacks, (text_of(case, body(case), method), sound)
    for lang in ("lv", "en", "ru"):
        for topic in KNOWN["topics"][lang]:
            case = Case(lang, topic, chance, 0)
            body = QUESTIONS["numbered"](case)
            yield (
                "error",
                lang,
                "whole",
                0,
                (text_of(case, body, "bare"), text_of(case, body, "method")),
            )


def told_missing(text):
    plain = "a.md" if "|---" in text or "\n- " in text or "\n## " in text else "a.txt"
    return [item for item in audit(read_plain(plain, text)) if item.rule.startswith("missing-")]


def test_most_are_found_and_no_twin_is_blamed():
    found = every = 0
    blamed = []
    for kind, lang, carrier, lacks, (wrong, sound) in cases():
        every += 1
        found += any(item.rule.startswith("missing") for item in told_missing(wrong))
        blamed += [(kind, lang, carrier, lacks)] if told_missing(sound) else []
    assert not blamed
    assert found >= 0.95 * every
