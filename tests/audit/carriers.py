# ruff: noqa: E501
"""One list of results in every layout that reports print it in: for the matrices of cases."""

from __future__ import annotations

from dataclasses import dataclass

_ONES = {
    "lv": "viens divi trīs četri pieci seši septiņi astoņi deviņi",
    "en": "one two three four five six seven eight nine",
    "ru": "один два три четыре пять шесть семь восемь девять",
}
_TEENS = {
    "lv": "desmit vienpadsmit divpadsmit trīspadsmit četrpadsmit piecpadsmit sešpadsmit septiņpadsmit astoņpadsmit deviņpadsmit",
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "ru": "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
}
_TENS = {
    "lv": "divdesmit trīsdesmit četrdesmit piecdesmit sešdesmit septiņdesmit astoņdesmit deviņdesmit",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
PERCENT = {"lv": "procenti", "en": "per cent", "ru": "процентов"}
QUOTES = {"lv": "„”", "en": "“”", "ru": "«»"}
HEADS = {  # of columns: the answer, how many, their share, their place
    "lv": ("Atbilde", "Skaits", "%", "Vieta"),
    "en": ("Answer", "Number", "%", "Place"),
    "ru": ("Ответ", "Число", "%", "Место"),
}
ANSWERS = {"lv": "Atbildes", "en": "Answers", "ru": "Ответы"}
FIGURE = {"lv": "1. attēls.", "en": "Figure 1.", "ru": "Рисунок 1."}
PERSONS = {"lv": "cilvēki", "en": "people", "ru": "человек"}


@dataclass(frozen=True)
class Row:
    """A result: what it is called in a list and in a sentence, how many, and their share."""

    label: str
    named: str
    count: int
    share: float
    base: int = 0  # of its own


def shown(share: float, lang: str, digits: int = 0) -> str:
    """A share as its language prints it."""
    value = f"{share:.{digits}f}"
    return f"{value}%" if lang == "en" else f"{value.replace('.', ',')} %"


def spelt(share: float, lang: str) -> str:
    """A whole share in words: `twenty-nine per cent`."""
    ten, one = divmod(round(share), 10)
    ones = _ONES[lang].split()
    if not ten:
        said = ones[one - 1]
    elif ten == 1:
        said = _TEENS[lang].split()[one]
    else:
        parts = (_TENS[lang].split()[ten - 2], *ones[one - 1 : one if one else 0])
        said = ("-" if lang == "en" else " ").join(parts)
    return f"{said} {PERCENT[lang]}"


def quoted(words: str, lang: str) -> str:
    return words.join(QUOTES[lang])


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _markdown(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _columns(rows: list[tuple[str, ...]]) -> str:
    wide = max(len(row[0]) for row in rows) + 4
    return "\n".join(
        f"  {row[0]:<{wide}}{'    '.join(f'{one:>9}' for one in row[1:])}" for row in rows
    )


def _sentence(rows: list[Row], values: list[str], who: str, use: str, lang: str) -> str:
    if lang == "en":
        told = [
            f"{value} {use if not at else ''} {row.named}".replace("  ", " ")
            for at, (row, value) in enumerate(zip(rows, values, strict=True))
        ]
        return f"{_capital(', '.join(told[:-1]))} and {told[-1]}."
    dash = "–" if lang == "lv" else "—"
    told = [f"{_capital(rows[0].named)} {use} {values[0]}"]
    told += [f"{row.named} {dash} {value}" for row, value in zip(rows[1:], values[1:], strict=True)]
    return ", ".join(told) + "."


def _sentences(rows: list[Row], values: list[str], use: str, lang: str) -> str:
    ways = {
        "lv": (
            "{value} {use} {named}.",
            "{Named} {use} {value}.",
            "{value} {use} {named}.",
            "{Named} – {value}.",
            "{value} {use} {named}.",
        ),
        "en": (
            "{value} {use} {named}.",
            "{Value} said they {use} {named}.",
            "{Value} {use} {named}.",
            "{Named}: {value}.",
            "{Value} {use} {named}.",
        ),
        "ru": (
            "{value} {use} {named}.",
            "{Named} {use} {value}.",
            "{value} {use} {named}.",
            "{Named} — {value}.",
            "{value} {use} {named}.",
        ),
    }[lang]
    return " ".join(
        way.format(
            value=_capital(value) if not at else value,
            Value=_capital(value),
            named=row.named,
            Named=_capital(row.named),
            use=use,
        )
        for at, (way, row, value) in enumerate(zip(ways, rows, values, strict=False))
    )


SHARES = (
    "table",
    "columns",
    "dashes",
    "commas",
    "semicolons",
    "bullets",
    "numbered",
    "ahead",
    "caption",
    "run",
    "sentence",
    "sentences",
    "words",
)
COUNTS = (
    "table-both",
    "columns-both",
    "lines-both",
    "bullets-both",
    "numbered-both",
    "turned-both",
    "sentence-both",
    "sentences-both",
)
CARRIERS = SHARES + COUNTS


def carry(
    carrier: str, rows: list[Row], question: str, topic: dict, lang: str, base: int, digits: int = 0
) -> str:
    """A question and its results as one carrier lays them out."""
    asked, dash = quoted(question, lang), "—" if lang == "ru" else "–"
    values = [shown(row.share, lang, digits) for row in rows]
    counted = [f"{row.count} ({value})" for row, value in zip(rows, values, strict=True)]
    pairs = list(zip([row.label for row in rows], values, strict=True))
    tripled = [(row.label, str(row.count), value) for row, value in zip(rows, values, strict=True)]
    bare = [(row.label, value.rstrip(" %")) for row, value in zip(rows, values, strict=True)]
    head = HEADS[lang]
    use = topic["use"]
    match carrier:
        case "table":
            return f"{asked}\n\n" + _markdown((head[0], head[2]), bare)
        case "columns":
            return f"{asked}\n\n" + _columns(pairs)
        case "dashes":
            return f"{asked}\n\n" + "\n".join(f"{label} {dash} {value}" for label, value in pairs)
        case "commas":
            return (
                f"{asked}\n" + ",\n".join(f"{label} {dash} {value}" for label, value in pairs) + "."
            )
        case "semicolons":
            return (
                f"{ANSWERS[lang]} ({asked}):\n"
                + ";\n".join(f"{label}: {value}" for label, value in pairs)
                + "."
            )
        case "bullets":
            return f"{asked}\n\n" + "\n".join(f"- {label}: {value}" for label, value in pairs)
        case "numbered":
            return f"{asked}\n\n" + "\n".join(
                f"{at}. {label} {dash} {value}" for at, (label, value) in enumerate(pairs, 1)
            )
        case "ahead":
            return f"{asked}\n\n" + "\n".join(f"{value} {dash} {label}" for label, value in pairs)
        case "caption":
            return (
                f"{FIGURE[lang]} {asked} "
                + ", ".join(f"{label} {value}" for label, value in pairs)
                + f" (n = {base})."
            )
        case "run":
            return (
                f"{asked} {ANSWERS[lang]}: "
                + ", ".join(f"{label} {dash} {value}" for label, value in pairs)
                + "."
            )
        case "sentence":
            return f"{asked} " + _sentence(rows, values, topic["gen"], use, lang)
        case "sentences":
            return f"{asked}\n\n" + _sentences(rows, values, use, lang)
        case "words":
            return f"{asked}\n\n" + _sentences(
                rows, [spelt(row.share, lang) for row in rows], use, lang
            )
        case "table-both":
            return f"{asked}\n\n" + _markdown(
                head[:3], [(a, b, c.rstrip(" %")) for a, b, c in tripled]
            )
        case "columns-both":
            return f"{asked}\n\n" + _columns(
                [
                    (a, f"{b} {topic['gen'] if lang != 'lv' else topic['who']}", c)
                    for a, b, c in tripled
                ]
            )
        case "lines-both":
            return f"{asked}\n\n" + "\n".join(
                f"{row.label}: {said}" for row, said in zip(rows, counted, strict=True)
            )
        case "bullets-both":
            return f"{asked}\n\n" + "\n".join(
                f"- {row.label} {dash} {said}" for row, said in zip(rows, counted, strict=True)
            )
        case "numbered-both":
            return f"{asked}\n\n" + "\n".join(
                f"{at}) {row.label}: {said}"
                for at, (row, said) in enumerate(zip(rows, counted, strict=True), 1)
            )
        case "turned-both":
            return f"{asked}\n\n" + "\n".join(f"{a}: {c} ({b})" for a, b, c in tripled)
        case "sentence-both":
            return f"{asked} " + _sentence(
                rows,
                [
                    f"{row.count} {topic['gen'] if lang != 'lv' else topic['who']} ({value})"
                    if not at
                    else said
                    for at, (row, value, said) in enumerate(zip(rows, values, counted, strict=True))
                ],
                topic["gen"],
                use,
                lang,
            )
        case "sentences-both":
            people = topic["who"] if lang == "lv" else topic["gen"]
            return f"{asked}\n\n" + _sentences(
                rows,
                [
                    f"{row.count} {people} ({value})"
                    for row, value in zip(rows, values, strict=True)
                ],
                use,
                lang,
            )
    raise ValueError(carrier)
