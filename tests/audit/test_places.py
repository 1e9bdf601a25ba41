"""Places and bounds told in words of their own, each of the one list that can be meant.

`tests/reference/audit/places.json`: short invented documents in three languages; `{right~wrong}` is
either, and one without is right as it stands although it names a row beside a superlative.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from atbalss.audit.boards import boards_of, mentions, tokens
from atbalss.audit.claims import Claims
from atbalss.audit.places_told import notions_in
from atbalss.audit.plain import read_plain
from atbalss.audit.rules.bounded import limits_in
from atbalss.audit.run import audit

KEPT = json.loads(
    (Path(__file__).parents[1] / "reference" / "audit" / "places.json").read_text(encoding="utf-8")
)
PLACES = {"rank-word", "rank-tie"}


def told(item, side):
    words = re.sub(r"\{([^~{}]*)~([^{}]*)\}", lambda match: match.group(side), item["text"])
    name = "a.md" if re.search(r"^(?:#|\||- )", words, re.MULTILINE) else "a.txt"
    return {found.rule for found in audit(read_plain(name, words, item["lang"]))} & PLACES


def test_a_place_is_held_to_its_list_and_a_sound_one_passes():
    faulty = [item for item in KEPT if "~" in item["text"]]
    assert len(faulty) >= 30 and len(KEPT) - len(faulty) >= 18
    assert [item["text"] for item in faulty if not told(item, 2)] == []
    assert [(item["text"], loud) for item in KEPT if (loud := told(item, 1))] == []


def names(lines, said, lang):
    text = read_plain("a.txt", f"Share who agree, %\n\n{lines}\n\n{said}", lang)
    board = boards_of(text, Claims(text))[0]
    return [item.entry.number.value for item in mentions(board, tokens(said, lang))]


def test_rows_are_known_in_other_forms():
    classes = "7. klase   40 %\n8. klase   50 %\n9. klase   60 %"
    assert names(classes, "Astotklasnieki ir pirmie.", "lv") == [50]
    ages = "18-29   40 %\n30-49   50 %\n50+   60 %"
    assert names(ages, "The under-30s come last.", "en") == [40]
    assert names(ages, "Those aged 30 to 49 and the oldest differ.", "en") == [50, 60]
    courses = "Первый курс   40 %\nВторой курс   50 %\nТретий курс   60 %"
    assert names(courses, "Третьекурсники впереди.", "ru") == [60]


def test_notions_and_bounds_of_three_languages():
    said = "Last but one comes A, at the other end stands B, followed by C."
    assert [(n.kind, n.place) for n in notions_in(said, "en")] == [
        ("place", -2), ("end", 0), ("next", 0),
    ]  # fmt: skip
    assert [n.place for n in notions_in("Viszemāk vērtē A, otrajā vietā B.", "lv")] == [-1, 2]
    assert [n.place for n in notions_in("Лидирует А, замыкает список Б.", "ru")] == [1, -1]
    limits = limits_in("только А не дотянула до семи баллов", "ru")
    assert [(one.value, one.up) for one in limits] == [(7.0, False)]
    assert [(one.value, one.up) for one in limits_in("virs puses", "lv")] == [(50.0, True)]
