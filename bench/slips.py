"""Plant slips into sound reports by machine, one at a time, and count how many the audit finds.

The share found on reports that nobody tuned the audit on is its recall where slips are random
ones: a value retyped, two values swapped, a word of direction, of rank or of a fraction turned
round, points called percent, a row of a table raised. Not every such slip can be proved wrong
(a "minority" of 48 % is one), so a perfect reader has less than all. The finder of places knows
nothing of how the audit reads: it has words of its own, and lines.

usage: python bench/slips.py FOLDER [--kinds value,swap,…] [--each 3] [--list]
FOLDER is read through for .md and .txt. Prints found and planted of each kind; with --list every
slip, and what was found in its line or in the one that it disagrees with. A finding counts if the
untouched report has none like it.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from atbalss.audit.finding import Finding, Spot
from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

PERCENT = re.compile(
    r"(?<![\d.,])(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|procent|per ?cent|процент)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,2})?(?![\d])")
COUNTED = re.compile(
    r"\b\d{1,4} ?\((?P<value>\d{1,2}(?:[.,]\d)?) ?%\)"
    r"|\b\d{1,4} (?:no|of|out of|из) (?:the )?\d{2,4}[^.%]{0,40}?(?P<later>\d{1,2}(?:[.,]\d)?) ?%"
)
SAMPLE = re.compile(
    r"(?<![\d.,])(?P<value>\d{3,4})(?![\d.,%])\s(?=\w*(?:respond|people|particip|cilvēk|aptauj"
    r"|iedzīv|klient|респонд|человек|опрош|жител))"
)
ROUND = {"5", "10", "20", "30", "50", "100"}  # told of too many things to be recognised
OPPOSITES = {
    "direction": (
        ("increased", "decreased"),
        ("rose", "fell"),
        ("risen", "fallen"),
        ("grew", "shrank"),
        ("an increase", "a decrease"),
        ("up from", "down from"),
        ("higher than", "lower than"),
        ("pieaudzis", "samazinājies"),
        ("pieaugusi", "samazinājusies"),
        ("pieauga", "samazinājās"),
        ("palielinājās", "saruka"),
        ("augstāks nekā", "zemāks nekā"),
        ("biežāk nekā", "retāk nekā"),
        ("выросла", "снизилась"),
        ("вырос", "снизился"),
        ("увеличилась", "уменьшилась"),
        ("увеличилось", "уменьшилось"),
        ("выше, чем", "ниже, чем"),
        ("чаще, чем", "реже, чем"),
    ),
    "rank": (
        ("highest", "lowest"),
        ("most common", "least common"),
        ("most popular", "least popular"),
        ("the largest", "the smallest"),
        ("most often", "least often"),
        ("most satisfied", "least satisfied"),
        ("visbiežāk", "visretāk"),
        ("visaugstāk", "viszemāk"),
        ("vislielāk", "vismazāk"),
        ("visvairāk", "vismazāk"),
        ("чаще всего", "реже всего"),
        ("наиболее часто", "наименее часто"),
        ("самый высокий", "самый низкий"),
        ("самая высокая", "самая низкая"),
    ),
    "fraction": (
        ("majority", "minority"),
        ("two thirds", "a third"),
        ("three quarters", "a quarter"),
        ("a third", "half"),
        ("vairākums", "mazākums"),
        ("puse", "ceturtdaļa"),
        ("trešdaļa", "puse"),
        ("большинство", "меньшинство"),
        ("половина", "четверть"),
        ("треть", "половина"),
    ),
}
POINTS = (
    ("percentage points", "percent"),
    ("procentpunkt", "procent"),
    ("процентных пункт", "процент"),
)


@dataclass(frozen=True)
class Slip:
    """A line of a report as it reads with a fault, and the lines that prove it."""

    kind: str
    line: int
    """Its number, from 1."""
    now: str
    what: str
    against: tuple[int, ...] = ()


Lines = list[str]
Planter = Callable[[Lines, random.Random], Iterator[Slip]]


def main() -> None:
    """Plant and count in every report of a folder."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    ask.add_argument("folder", type=Path)
    ask.add_argument("--kinds", default=",".join(PLANTERS), help="of: %(default)s")
    ask.add_argument("--each", type=int, default=3, help="slips of a kind in a report, at most")
    ask.add_argument("--list", action="store_true", help="tell every slip")
    args = ask.parse_args()
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    reports = sorted(p for p in args.folder.rglob("*") if p.suffix in {".md", ".txt"})
    for path in reports:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        known = told(path.name, lines)
        for slip in slips(path.name, lines, kinds=args.kinds.split(","), each=args.each):
            rules = caught(path.name, lines, slip, known)
            planted[slip.kind] += 1
            found[slip.kind] += bool(rules)
            if args.list:
                print(f"{path}:{slip.line}: {slip.kind} {slip.what}: {', '.join(rules) or '-'}")
    for kind, total in planted.items():
        print(f"{kind:10} {found[kind]:5} of {total:5} {found[kind] / total:5.0%}")
    print(f"{len(reports)} reports, {sum(found.values())} of {sum(planted.values())} slips found")


def slips(name: str, lines: Lines, *, kinds: list[str], each: int) -> list[Slip]:
    """At most `each` slips of each kind for a report: the same ones at every call."""
    chosen: list[Slip] = []
    for kind in kinds:
        rnd = random.Random(f"{kind} {name}")
        all_of_kind = list(PLANTERS[kind](lines, rnd))
        chosen += rnd.sample(all_of_kind, min(each, len(all_of_kind)))
    return chosen


def told(name: str, lines: Lines) -> dict[tuple[str, str], Finding]:
    """What the audit says of a report, by the rule and what is quoted."""
    text = read_plain(name, "\n".join(lines))
    return {(f.rule, " ".join(f.spot.quote.split())[:80]): f for f in audit(text)}


def caught(name: str, lines: Lines, slip: Slip, known: dict[tuple[str, str], Finding]) -> list[str]:
    """The rules that tell a slip: of findings that are new, at its line or at its counterpart."""
    spoilt = [*lines[: slip.line - 1], slip.now, *lines[slip.line :]]
    new = [f for key, f in told(name, spoilt).items() if key not in known]
    places = {slip.line, *slip.against}
    return [f.rule for f in new if any(_holds(s, places, spoilt) for s in (f.spot, *f.others))]


_RUN = 3  # words in a row that a quotation and a line of its paragraph must share


def _holds(spot: Spot, places: set[int], lines: Lines) -> bool:
    """Whether a quotation stands on one of some lines, or goes on there: prose may be wrapped."""
    if spot.line in places:
        return True
    quote = f" {' '.join(spot.quote.split())} "
    for place in range(spot.line + 1, min(spot.line + 8, len(lines) + 1)):
        words = lines[place - 1].split()
        if not words:
            return False
        runs = (f" {' '.join(words[at : at + _RUN])} " for at in range(len(words) - _RUN + 1))
        if place in places and any(run in quote for run in runs):
            return True
    return False


def _values(lines: Lines, rnd: random.Random) -> Iterator[Slip]:
    """A percent of a sentence that one or two other lines tell of the same thing, retyped."""
    seen = _places(lines)
    for number, line in _prose(lines):
        for share in PERCENT.finditer(line):
            value = share["value"]
            against = _same(lines, seen, number, value, _sentence(line, share))
            if value not in ROUND and 1 <= len(against) <= 2:
                wrong = _mistyped(value, rnd)
                now = line[: share.start()] + wrong + line[share.end("value") :]
                yield Slip("value", number, now, f"{value} -> {wrong}", against)


def _swapped(lines: Lines, rnd: random.Random) -> Iterator[Slip]:
    """The first two percents of a line, each told elsewhere too, in each other's place."""
    del rnd
    seen = _places(lines)
    for number, line in _prose(lines):
        first, second = ([*PERCENT.finditer(line), None, None])[:2]
        if not first or not second or first["value"] == second["value"]:
            continue
        a, b = first["value"], second["value"]
        elsewhere = [[n for n in seen[_plain(v)] if n != number] for v in (a, b)]
        if all(elsewhere):
            between = line[first.end("value") : second.start()]
            now = line[: first.start()] + b + between + a + line[second.end("value") :]
            yield Slip("swap", number, now, f"{a} <-> {b}", tuple(elsewhere[0] + elsewhere[1]))


def _turned(kind: str, least: int) -> Planter:
    """A word turned into its opposite, in a sentence with so many percents or more."""

    def plant(lines: Lines, rnd: random.Random) -> Iterator[Slip]:
        del rnd
        ways = [way for a, b in OPPOSITES[kind] for way in ((a, b), (b, a))]
        for number, line in _prose(lines):
            for was, now in ways:
                word = re.search(rf"(?<!\w){was}(?!\w)", line, re.IGNORECASE)
                if word and len(PERCENT.findall(_sentence(line, word))) >= least:
                    here = now[0].upper() + now[1:] if word[0][0].isupper() else now
                    turned = line[: word.start()] + here + line[word.end() :]
                    yield Slip(kind, number, turned, f"{was} -> {now}")
                    break

    return plant


def _points(lines: Lines, rnd: random.Random) -> Iterator[Slip]:
    """A difference in percentage points, called percent."""
    del rnd
    for number, line in _prose(lines):
        for was, now in POINTS:
            if was in line:
                yield Slip("points", number, line.replace(was, now, 1), f"{was} -> {now}")


def _counted(lines: Lines, rnd: random.Random) -> Iterator[Slip]:
    """The percent beside a count, retyped."""
    for number, line in enumerate(lines, 1):
        for both in COUNTED.finditer(line):
            group = "value" if both["value"] else "later"
            wrong = _mistyped(both[group], rnd)
            now = line[: both.start(group)] + wrong + line[both.end(group) :]
            yield Slip("count", number, now, f"{both[group]} -> {wrong}")


def _summed(lines: Lines, rnd: random.Random) -> Iterator[Slip]:
    """A cell of a column that makes 100 %, ten higher."""
    number = 0
    while number < len(lines):
        end = number
        while end < len(lines) and lines[end].count("|") >= 2:
            end += 1
        yield from _columns(lines, range(number, end), rnd)
        number = max(end, number + 1)


def _columns(lines: Lines, rows: range, rnd: random.Random) -> Iterator[Slip]:
    table = [lines[row].split("|") for row in rows]
    for column in range(max(map(len, table), default=0)):
        cells = {
            row: cell[0]
            for row, parts in zip(rows, table, strict=True)
            if column < len(parts)
            and (cell := re.fullmatch(r"\s*\d{1,2}(?:[.,]\d+)? ?%?\s*", parts[column]))
        }
        sizes = [_size(cell) for cell in cells.values()]
        if len(cells) >= 3 and abs(sum(sizes) - 100) <= 1:
            row = rnd.choice(list(cells))
            wrong = _like(cells[row].strip(" %"), _size(cells[row]) + 10)
            parts = list(table[row - rows.start])
            parts[column] = parts[column].replace(cells[row].strip(" %"), wrong, 1)
            against = tuple(r + 1 for r in rows)
            yield Slip("sum", row + 1, "|".join(parts), f"{cells[row].strip()} -> {wrong}", against)


def _sampled(lines: Lines, rnd: random.Random) -> Iterator[Slip]:
    """How many answered, told twice or more, with two digits of the last telling exchanged."""
    del rnd
    tellings = defaultdict(list)
    for number, line in enumerate(lines, 1):
        for size in SAMPLE.finditer(line):
            tellings[size["value"]].append((number, size))
    for value, places in tellings.items():
        number, size = places[-1]
        wrong = value[:-2] + value[-1] + value[-2]
        if len(places) > 1 and wrong != value:
            line = lines[number - 1]
            now = line[: size.start()] + wrong + line[size.end("value") :]
            against = tuple(n for n, _ in places[:-1])
            yield Slip("sample", number, now, f"{value} -> {wrong}", against)


PLANTERS: dict[str, Planter] = {
    "value": _values,
    "swap": _swapped,
    "direction": _turned("direction", 2),
    "rank": _turned("rank", 1),
    "fraction": _turned("fraction", 1),
    "points": _points,
    "count": _counted,
    "sum": _summed,
    "sample": _sampled,
}


def _prose(lines: Lines) -> Iterator[tuple[int, str]]:
    """Lines that are no heading, no row of a table and no scrap, with their numbers."""
    for number, line in enumerate(lines, 1):
        table = line.count("|") >= 2 or "\t" in line or re.search(r"\S {3,}\d", line)
        if not table and len(line.split()) >= 8 and not line.lstrip().startswith(("#", "<", "!")):
            yield number, line


def _sentence(line: str, at: re.Match[str]) -> str:
    start = max(line.rfind(". ", 0, at.start()), line.rfind("; ", 0, at.start()), 0)
    end = line.find(". ", at.end())
    return line[start : end if end > 0 else len(line)]


def _places(lines: Lines) -> dict[str, list[int]]:
    """In which lines each number stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines, 1):
        for value in NUMBER.findall(line):
            places[_plain(value)].append(number)
    return places


def _same(
    lines: Lines, seen: dict[str, list[int]], number: int, value: str, sentence: str
) -> tuple[int, ...]:
    """The other lines with that number that share words with a sentence: two, of a decimal one."""
    shared = 1 if "." in _plain(value) else 2
    words = _words(sentence)
    others = [n for n in seen[_plain(value)] if n != number]
    return tuple(n for n in others if len(words & _words(lines[n - 1])) >= shared)


def _words(line: str) -> set[str]:
    return {word[:5].lower() for word in re.findall(r"[^\W\d_]{4,}", line)}


def _mistyped(value: str, rnd: random.Random) -> str:
    """Another share a few points away, or with its digits exchanged, printed like this one."""
    size = _size(value)
    whole = value.replace(",", ".").split(".")[0]
    near = [size + step for step in (-10, -9, -6, -4, 4, 6, 9, 10) if 1 < size + step < 99]
    if len(whole) == 2 and whole[0] != whole[1] != "0":
        near += [size - int(whole) + int(whole[::-1])] * 4
    return _like(value, rnd.choice(near or [size + 7]))


def _like(value: str, size: float) -> str:
    mark = "," if "," in value else "."
    return f"{size:.{len(value.partition(mark)[2])}f}".replace(".", mark)


def _plain(value: str) -> str:
    return value.replace(",", ".")


def _size(value: str) -> float:
    return float(_plain(value).strip(" %"))


if __name__ == "__main__":
    main()
