"""Invented open answers with their codes, for trials of coding: no person said any of them.

usage: python tests/reference/open_answers/make.py   writes answers.csv beside it, always the same

Each answer is put together of phrases (phrases.txt) and of ways to speak around them. The half that
is held back is made of other phrases, other openings and other joints than the half to learn from,
so that who remembers the first half knows nothing of the second. Then haste goes over both: marks
left out, letters doubled, left out and changed about, dialect, a word of the other language.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

HERE = Path(__file__).parent
SIZES = {  # answers a half and question
    "positives": 260,
    "improvements": 190,
    "facilitators": 190,
    "more_services": 80,
    "services_other": 90,
    "reasons_no_e_other": 30,
    "info_wanted_other": 40,
    "eaddress_nonuse_other": 12,
    "visit_purpose_other": 18,
}
ALONE = {"nothing", "dont_know", "none", "already_e"}
COMMON = {  # how often a code is met, besides 1
    "kind_attitude": 5, "responsiveness": 4, "competent_staff": 3, "fast_service": 2,
    "everything_good": 3, "none": 4, "nothing": 2, "no_computer_internet": 2, "accessibility": 2,
    "longer_hours": 2, "video_stepwise_info": 2, "residence_decl": 3,
}  # fmt: skip
OPENINGS = {
    ("lv", "learn"): ["", "", "", "Nu, ", "Manuprāt, ", "Jā, ", "Laikam "],
    ("lv", "held"): ["", "", "", "Vai zin, ", "Godīgi sakot – ", "Es teiktu tā: ", "Ko lai saka, "],
    ("ru", "learn"): ["", "", "", "Ну, ", "Мне кажется, "],
    ("ru", "held"): ["", "", "", "Честно говоря, ", "Как сказать... "],
}
JOINTS = {
    ("lv", "learn"): [", ", " un ", ". Vēl ", "; "],
    ("lv", "held"): [" + ", ", arī ", ", turklāt ", " un tad vēl "],
    ("ru", "learn"): [", ", " и ", ". Ещё "],
    ("ru", "held"): [", а также ", " плюс ", " и потом "],
}
CLOSINGS = {
    ("lv", "learn"): ["", "", "", ".", "!", " vispār", ", jā"],
    ("lv", "held"): ["", "", "", "...", " :)", ", tā es domāju", ", un viss"],
    ("ru", "learn"): ["", "", ".", "!", ", да"],
    ("ru", "held"): ["", "", "...", ", вот так", ", в общем"],
}
ASIDES = {
    ("lv", "learn"): ["biju tur oktobrī", "man ir 70 gadu", "dzīvoju laukos"],
    ("lv", "held"): [
        "braucu ar autobusu no Kalniem", "biju kopā ar sievu", "nestrādāju jau piecus gadus",
    ],
    ("ru", "learn"): ["была там осенью", "живу за городом"],
    ("ru", "held"): ["ездил туда с женой", "мне за семьдесят"],
}  # fmt: skip
DIALECT = [("nav", "nava"), ("man", "mun"), ("viss", "viš"), ("labi", "labe"), ("jau", "jou"),
           ("cilvēk", "cylvāk"), ("ļoti", "šausmīg"), ("kāds", "kads")]  # fmt: skip
MIXED = {"lv": ["normāli", "davai", "koroče", "vabšē", "ok"], "ru": ["labi", "paldies", "nu jā"]}
PLAIN = str.maketrans("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", "acegiklnsuzACEGIKLNSUZ")
DOUBLED = {"ā": "aa", "ē": "ee", "ī": "ii", "ū": "uu", "š": "sh", "č": "ch", "ž": "zh"}


def phrases() -> dict[tuple[str, str, str, str], list[str]]:
    """Phrases by question, code, language and half."""
    found = {}
    for line in (HERE / "phrases.txt").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, *parts = line.split(" / ")
        question, code = head.split(" ", 1)
        halves = [("lv", "learn"), ("lv", "held"), ("ru", "learn"), ("ru", "held")]
        for (lang, half), part in zip(halves, parts, strict=True):
            found[question, code, lang, half] = [one.strip() for one in part.split(";")]
    return found


def slips(text: str, lang: str, chance: random.Random) -> str:
    """The text as somebody in haste would have typed it."""
    if lang == "lv":
        roll = chance.random()
        if roll < 0.22:
            text = text.translate(PLAIN)
        elif roll < 0.28:
            text = "".join(DOUBLED.get(mark, mark) for mark in text)
        if chance.random() < 0.10:
            for plain, said in chance.sample(DIALECT, 3):
                text = text.replace(plain, said)
    letters = list(text)
    for at in range(len(letters) - 2, 0, -1):
        if letters[at].isalpha() and chance.random() < 0.012:
            kind = chance.randrange(3)
            if kind == 0:
                del letters[at]
            elif kind == 1:
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
            else:
                letters.insert(at, letters[at])
    text = "".join(letters)
    if chance.random() < 0.05:
        text = f"{chance.choice(MIXED[lang])}, {text}"
    if chance.random() < 0.06:
        text = text.upper()
    elif chance.random() < 0.5:
        text = text[:1].upper() + text[1:]
    return text


def answer(
    codes: list[str],
    question: str,
    lang: str,
    half: str,
    known: dict[tuple[str, str, str, str], list[str]],
    chance: random.Random,
) -> str:
    """One answer that says these codes."""
    said = [chance.choice(known[question, code, lang, half]) for code in codes]
    text = said[0]
    for phrase in said[1:]:
        text += chance.choice(JOINTS[lang, half]) + phrase
    text = chance.choice(OPENINGS[lang, half]) + text + chance.choice(CLOSINGS[lang, half])
    if chance.random() < 0.10:
        text = f"{text}, {chance.choice(ASIDES[lang, half])}"
    return slips(text, lang, chance)


def main() -> None:
    """Write answers.csv: id, question, half, lang, text, codes (parted by blanks), invented."""
    chance = random.Random(2026)
    known = phrases()
    rows = []
    for question, size in SIZES.items():
        codes = list(dict.fromkeys(key[1] for key in known if key[0] == question))
        weight = [COMMON.get(code, 1) for code in codes]
        many = [0.62, 0.28, 0.10] if not question.endswith("_other") else [0.9, 0.1, 0.0]
        for half in ("learn", "held"):
            for number in range(size):
                lang = "ru" if chance.random() < 0.25 else "lv"
                count = chance.choices([1, 2, 3], many)[0]
                picked = list(dict.fromkeys(chance.choices(codes, weight, k=count)))
                alone = [code for code in picked if code in ALONE]
                picked = alone[:1] or picked
                text = answer(picked, question, lang, half, known, chance)
                id = f"{question[:3]}{half[0]}{number:04}"
                rows.append((id, question, half, lang, text, " ".join(picked), "yes"))
    with (HERE / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("id", "question", "half", "lang", "text", "codes", "invented"))
        writer.writerows(rows)
    print(len(rows))


if __name__ == "__main__":
    main()
