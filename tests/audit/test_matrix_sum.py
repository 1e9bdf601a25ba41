# ruff: noqa: E501 - numerals and patterns are written in a line
"""Answers of one question in every carrier: each form of a wrong sum, its sound twin, and look-alikes.

A case is a form of the fault × how the answers are printed × a language; topics, values and the
paragraphs around it take turns. A dark cell says where the reading is brittle.
"""

from __future__ import annotations

import collections
import itertools
import json
import random
from pathlib import Path

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

AUDIT = Path(__file__).resolve().parent.parent / "reference" / "audit"
VOCABULARY = json.loads((AUDIT / "matrix_sum.json").read_text(encoding="utf-8"))
SOUND = json.loads((AUDIT / "matrix_sum_sound.json").read_text(encoding="utf-8"))
SHARES = [  # four answers that make 100, and what is added to one of them
    ((37, 28, 24, 11), (1, 9)),
    ((46, 30, 16, 8), (1, 8)),
    ((41, 33, 19, 7), (2, 7)),
    ((52, 22, 17, 9), (0, 6)),
]
OPEN = [(58, 44, 37, 21), (64, 52, 39, 24), (49, 43, 31, 18)]  # several answers a head
SIZES = [402, 515, 648, 840]
NUMERALS = {
    "lv": (
        "desmit vienpadsmit divpadsmit trīspadsmit četrpadsmit piecpadsmit sešpadsmit septiņpadsmit astoņpadsmit deviņpadsmit",
        "divdesmit trīsdesmit četrdesmit piecdesmit sešdesmit",
        "vien divi trīs četri pieci seši septiņi astoņi deviņi",
        " ",
    ),
    "en": (
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty",
        "one two three four five six seven eight nine",
        "-",
    ),
    "ru": (
        "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
        "двадцать тридцать сорок пятьдесят шестьдесят",
        "один два три четыре пять шесть семь восемь девять",
        " ",
    ),
}  # fmt: skip


def spelt(value, lang):
    """A whole number in words."""
    teens, tens, ones, link = NUMERALS[lang]
    if value < 10:
        return ones.split()[value - 1]
    if value < 20:
        return teens.split()[value - 10]
    ten, one = tens.split()[value // 10 - 2], value % 10
    return f"{ten}{link}{ones.split()[one - 1]}" if one else ten


def percent(value, lang):
    """A share as a language prints it: `34 %`, `34%`."""
    shown = str(value) if lang == "en" else str(value).replace(".", ",")
    return f"{shown}%" if lang == "en" else f"{shown} %"


def persons(values, n):
    """Counts of shares, as many as persons where the shares make 100."""
    found = [round(n * value / 100) for value in values]
    if abs(sum(values) - 100) < 1:
        found[0] += n - sum(found)
    return found


def cap(words):
    """Words as they begin a line."""
    return words[:1].upper() + words[1:]


def table(v, lang, labels, values, title, n, *, counts=False):
    head = v["head"]
    rows = [f"| {head[0]} | {head[1]} |", "|---|---|"]
    if counts:
        rows = [f"| {head[0]} | {head[2]} | {head[1]} |", "|---|---|---|"]
    for label, value, count in zip(labels, values, persons(values, n), strict=True):
        number = f" {count} |" if counts else ""
        rows.append(f"| {cap(label)} |{number} {value} |")
    return "\n".join([v["caption"].format(t=title), "", *rows])


def columns(v, lang, labels, values, title, n, *, counts=False):
    lines = [v["caption_n"].format(t=title), ""]
    for label, value, count in zip(labels, values, persons(values, n), strict=True):
        number = f"{count:>8}" if counts else ""
        lines.append(f"   {cap(label):<30}{number}{percent(value, lang):>10}")
    return "\n".join(lines)


def listed(mark, end=""):
    """Lines `label — 34 %`, with what stands before and behind them."""

    def made(v, lang, labels, values, title, n):
        rows = [
            f"{mark}{label} — {percent(value, lang)}{end}"
            for label, value in zip(labels, values, strict=True)
        ]
        rows[-1] = rows[-1].rstrip(",;") + ("." if end else "")
        return "\n".join(rows)

    return made


def numbered(v, lang, labels, values, title, n):
    rows = zip(labels, values, strict=True)
    return "\n".join(f"{at}) {one}: {percent(p, lang)}" for at, (one, p) in enumerate(rows, 1))


def with_counts(v, lang, labels, values, title, n):
    rows = zip(labels, values, persons(values, n), strict=True)
    return "\n".join(f"{cap(one)}: {count} ({percent(p, lang)})" for one, p, count in rows)


def turned(v, lang, labels, values, title, n):
    rows = zip(labels, values, strict=True)
    return "\n".join(f"{percent(p, lang)} {one}" for one, p in rows)


def figure(v, lang, labels, values, title, n):
    rows = zip(labels, values, strict=True)
    told = "; ".join(f"{one} {p}" for one, p in rows)
    return f"{v['figure'].format(t=title)}: {told}."


def filled(pattern, labels, values, lang):
    """A sentence pattern with its answers, `{A}` at the beginning of a sentence."""
    words = dict(zip("abcd", labels, strict=True))
    words |= {key.upper(): cap(label) for key, label in words.items()}
    shown = [str(value) if lang == "en" else str(value).replace(".", ",") for value in values]
    words |= {f"p{at}": value for at, value in enumerate(shown, 1)}
    words |= {f"n{at}": round(400 * value / 100) for at, value in enumerate(values, 1)}
    if "{w1}" in pattern:
        words |= {f"w{at}": spelt(value, lang) for at, value in enumerate(values, 1)}
    return pattern.format(**words)


def sentence(v, lang, labels, values, title, n):
    return filled(v["said"], labels, values, lang)


def sentences(v, lang, labels, values, title, n):
    return filled(v["told"], labels, values, lang)


def answers_named(v, lang, labels, values, title, n):
    return filled(v["named"], labels, values, lang)


def in_words(v, lang, labels, values, title, n):
    return cap(filled(v["words"], labels, values, lang))


def among(*names):
    """A pattern of several, by turns."""

    def made(v, lang, labels, values, title, n):
        patterns = [
            one for name in names for one in (v[name] if isinstance(v[name], list) else [v[name]])
        ]
        told = filled(patterns[int(sum(values) * 7 + n) % len(patterns)], labels, values, lang)
        return cap(told)

    return made


def decimals(values):
    return [
        round(value + shift, 1) for value, shift in zip(values, (0.3, -0.4, 0.2, -0.1), strict=True)
    ]


CARRIERS = {
    "table": table,
    "table, counts": lambda *a: table(*a, counts=True),
    "table, decimals": lambda v, lang, a, p, t, n: table(v, lang, a, decimals(p), t, n),
    "columns": columns,
    "columns, counts": lambda *a: columns(*a, counts=True),
    "lines": listed(""),
    "lines,": listed("", ","),
    "lines;": listed("", ";"),
    "bullets": listed("- "),
    "dashes;": listed("— ", ";"),
    "numbered": numbered,
    "with counts": with_counts,
    "turned": turned,
    "figure": figure,
    "sentence": sentence,
    "sentence, decimals": lambda v, lang, a, p, t, n: sentence(v, lang, a, decimals(p), t, n),
    "sentences": sentences,
    "in words": in_words,
    "sentence+": among("said+"),
    "sentences+": among("told+"),
}
OPENLY = dict(CARRIERS, sentences=answers_named)
PROSE = ("sentence", "sentence, decimals", "sentences", "in words", "sentence+", "sentences+")
TALES = ("sentences", "in words", "sentence+", "sentences+")  # of answers alone


def counted_table(v, labels, counts, title):
    rows = [f"| {cap(label)} | {n} |" for label, n in zip(labels, counts, strict=True)]
    return "\n".join(
        [v["caption_n"].format(t=title), "", f"| | {v['head'][2]} |", "|---|---|", *rows]
    )


def counted_columns(v, labels, counts, title):
    pairs = zip(labels, counts, strict=True)
    return "\n".join(f"   {cap(label):<30}{n:>6}" for label, n in pairs)


def counted_lines(mark, unit=False, end=""):
    def made(v, labels, counts, title):
        people = f" {v['people']}" if unit else ""
        pairs = zip(labels, counts, strict=True)
        return "\n".join(f"{mark}{one} — {n}{people}{end}" for one, n in pairs).rstrip(";,")

    return made


def counted_sentence(pattern):
    def made(v, labels, counts, title):
        words = dict(zip("abcd", labels, strict=True)) | {"A": cap(labels[0])}
        words |= {f"n{at}": n for at, n in enumerate(counts, 1)}
        told = v[pattern] if isinstance(v[pattern], str) else v[pattern][counts[0] % 2]
        return told.format(**words)

    return made


COUNTED = {
    "counts: table": counted_table,
    "counts: columns": counted_columns,
    "counts: lines": counted_lines(""),
    "counts: lines;": counted_lines("", True, ";"),
    "counts: bullets": counted_lines("- ", True),
    "counts: sentence –": counted_sentence("counts_said"),
    "counts: sentence": counted_sentence("counts_told"),
    "counts: answers": counted_sentence("counts+"),
}


def page(v, turn, who, n, *passages):
    before = v["before"][turn % 2].format(n=n, who=who)
    return "\n\n".join([before, *passages, v["after"][turn // 2 % 2]])


def single(v, lang, topic, carrier, turn, lead, *, less=False):
    """The right and the wrong text of a question with one answer."""
    right, (at, more) = SHARES[turn % 4]
    more = -more - 3 if less else more
    wrong = [value + more * (place == at) for place, value in enumerate(right)]
    n = SIZES[turn % 4]
    told = []
    for values in (right, wrong):
        body = CARRIERS[carrier](v, lang, topic["a"], values, topic["t"], n)
        asked = lead.format(q=topic["q"])
        asked += f" {v['between']}" if turn % 3 == 1 else ""
        body += f" {v['behind']}" if turn % 3 == 2 and carrier in PROSE else ""
        parts = [f"{asked} {body}"] if carrier in TALES and turn % 2 else [asked, body]
        told.append(page(v, turn, topic["who"], n, *parts))
    return told


def fewer(v, lang, topic, carrier, turn, lead):
    """Of a question with one answer, of which some of the shares are too small."""
    return single(v, lang, topic, carrier, turn, lead, less=True)


def ranges(v, lang, topic, carrier, turn, _lead):
    """Amounts in ranges: each person is in one."""
    return single(v, lang, v["ranges"] | {"who": topic["who"]}, carrier, turn, v["plain"][turn % 3])


def three(v, lang, topic, carrier, turn, _lead):
    """Three lists of whom the sample is made, one behind the other, of which one is wrong."""
    right, (at, more) = SHARES[turn % 4]
    wrong = [value + more * (place == at) for place, value in enumerate(right)]
    other, n = SHARES[(turn + 1) % 4][0], SIZES[turn % 4]
    make, told = CARRIERS[carrier], []
    for values in (right, wrong):
        lists = [(v["sexes"], (54, 46)), (v["by"][0]["a"], other), (v["by"][1]["a"], other)]
        lists[1 + turn % 2] = (lists[1 + turn % 2][0], values)
        if carrier == "sentence":
            link = [
                ", ".join(f"{a} – {percent(p, lang)}" for a, p in zip(*one, strict=True))
                for one in lists
            ]
            parts = [
                v["about"],
                *(f"{a.format(s=b, x=b, y=b)}." for a, b in zip(v["parts"], link, strict=True)),
            ]
            parts = parts if turn % 3 else [" ".join(parts[1:])]
        else:
            parts = [
                f"{a}:\n{make(v, lang, *b, a, n)}" for a, b in zip(v["lists"], lists, strict=True)
            ]
        told.append(page(v, turn, topic["who"], n, *parts))
    return told


def several(v, lang, topic, carrier, turn, _lead):
    """Of an open question with several answers a head: said, and not said."""
    n, values = SIZES[turn % 4], OPEN[turn % 3]
    body = OPENLY[carrier](v, lang, topic["o"], values, topic["ot"], n)
    told = []
    for note in (v["several"][turn % 3], ""):
        asked = v["plain"][turn % 3].format(q=topic["oq"]) + note
        parts = [f"{asked} {body}"] if carrier in TALES and turn % 2 else [asked, body]
        told.append(page(v, turn, topic["who"], n, *parts))
    return told


def sample(v, lang, topic, carrier, turn, _lead):
    """Of whom the sample is made, in shares."""
    by = v["by"][turn % 2]
    right, (at, more) = SHARES[turn % 4]
    wrong = [value + more * (place == at) for place, value in enumerate(right)]
    told = []
    for values in (right, wrong):
        body = CARRIERS[carrier](v, lang, by["a"], values, by["t"], SIZES[turn % 4])
        lead = v["sample"][turn % 3].format(by=by["by"])
        parts = [f"{lead} {body}"] if carrier in PROSE else [lead + "\n" + body]
        if body.startswith((v["caption_n"][:6], v["figure"][:6])):
            parts = [body]
        told.append(page(v, turn, topic["who"], SIZES[turn % 4], *parts))
    return told


def counts(v, lang, topic, carrier, turn, lead):
    """Counts of the sample (even turns) or of one question's answers, against all who answered."""
    by, n = v["by"][turn // 2 % 2], SIZES[turn % 4]
    shares, (at, _) = SHARES[turn % 4]
    right = [round(n * share / 100) for share in shares]
    right[0] += n - sum(right)
    wrong = [count + (30 if turn % 3 else -40) * (place == at) for place, count in enumerate(right)]
    made, turn = COUNTED[carrier], turn | (carrier == "counts: answers")
    told = []
    for numbers in (right, wrong):
        if turn % 2:
            asked = lead.format(q=topic["q"])
            body = made(v, topic["a"], numbers, topic["t"])
            parts = [f"{asked} {body}"] if "sentence" in carrier else [asked, body]
        else:
            asked = v["counted"][turn % 3].format(by=by["by"])
            body = made(v, by["a"], numbers, by["t"])
            parts = [f"{asked} {body}"] if "sentence" in carrier else [f"{asked}\n{body}"]
            parts = [body] if carrier == "counts: table" else parts
        told.append(page(v, turn, topic["who"], n, *parts))
    return told


def cases():
    """(name, right, wrong) of every cell."""
    turn = random.Random(7).randrange(100)
    for lang, v in VOCABULARY.items():
        for form, make, carriers in (
            ("one answer", single, CARRIERS),
            ("one answer, less", fewer, CARRIERS),
            ("a scale", single, CARRIERS),
            ("ranges", ranges, [c for c in CARRIERS if c not in TALES]),
            (
                "three lists",
                three,
                ["lines", "lines;", "bullets", "dashes;", "sentence", "sentence"],
            ),
            ("several", several, CARRIERS),
            ("the sample", sample, [c for c in CARRIERS if c not in TALES]),
            ("counts", counts, COUNTED),
            ("counts ", counts, COUNTED),
        ):
            for carrier in carriers:
                turn += 1
                topic = v["topics"][3 if form == "a scale" else turn % 4]
                leads = v["plain"] if form == "a scale" else v["single"] + v["single+"]
                right, wrong = make(v, lang, topic, carrier, turn, leads[turn // 2 % len(leads)])
                yield f"{lang} | {form.strip()} | {carrier} | {turn}", right, wrong


def lookalikes():
    """Lists of shares that are no answers of one question."""
    turn = 0
    for lang, v in VOCABULARY.items():
        for form, carrier in itertools.product(("groups", "items", "waves", "ratings"), CARRIERS):
            if carrier in TALES or carrier == "figure":
                continue
            turn += 1
            own, values = v[form], ((37, 28, 31, 22), (46, 30, 26, 8), (61, 52, 47, 58))[turn % 3]
            topic, n = v["topics"][turn % 4], SIZES[turn % 4]
            body = CARRIERS[carrier](
                v, lang, own["a"], values, own["q"].strip(":").removesuffix(", %"), n
            )
            parts = [f"{own['q']} {body}"] if carrier in PROSE else [own["q"], body]
            yield f"{lang} | {form} | {carrier} | {turn}", page(v, turn, topic["who"], n, *parts)


def told(words):
    """The sums that the audit finds wrong in a text."""
    name = "a.md" if "|---" in words else "a.txt"
    return [item for item in audit(read_plain(name, words)) if item.rule == "sum-of-answers"]


CASES = list(cases())


def test_answers_that_make_no_whole_are_found_in_every_carrier():
    missed = [name for name, _, wrong in CASES if not told(wrong)]
    assert len(missed) <= 0.02 * len(CASES), "\n".join(missed)


@pytest.mark.parametrize("lang", VOCABULARY)
def test_sound_twins_are_passed(lang):
    blamed = [name for name, right, _ in CASES if name.startswith(lang) and told(right)]
    assert not blamed, "\n".join(blamed)


def test_what_is_no_answers_of_one_question_is_passed():
    blamed = [name for name, words in lookalikes() if told(words)]
    assert not blamed, "\n".join(blamed)


@pytest.mark.parametrize("words", SOUND)
def test_groups_nets_waves_and_counts_of_other_things_are_passed(words):
    assert told(words) == []


def main():
    """The map: found by form, carrier and language."""
    tables = [collections.defaultdict(lambda: [0, 0]) for _ in range(3)]
    for name, right, wrong in CASES:
        hit = bool(told(wrong))
        for made, key in zip(tables, name.split(" | ")[:3], strict=True):
            made[key][0] += hit
            made[key][1] += 1
        if not hit or told(right):
            print("MISSED" if not hit else "TWIN", name)
    for made in tables:
        print({key: f"{hit}/{of}" for key, (hit, of) in made.items()})
    print("lookalikes blamed", [name for name, words in lookalikes() if told(words)])


if __name__ == "__main__":
    main()
