"""Words of ranks, trends and courses over waves, each with its fault and without it.

`tests/reference/audit/words.json`, `waves.json` of changes told far from their levels, and
`strands.json`, `elimination.json` of claims that only one list, or one pair of waves, can be of,
`counted.json` of samples, small groups and numbers that are missing:
invented, in three languages; `{right~wrong}` is either,
and what has no such choice only looks wrong. First looks: docs/audit-measures.md.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from atbalss.audit.claims import Claims
from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit
from atbalss.audit.timelines import timelines_of, wave_of

FOLDER = Path(__file__).parents[1] / "reference" / "audit"
KEPT = [
    item
    for name in ("words.json", "waves.json", "strands.json", "elimination.json", "counted.json")
    for item in json.loads((FOLDER / name).read_text(encoding="utf-8"))
]


def told(item, side):
    words = re.sub(r"\{([^~{}]*)~([^{}]*)\}", lambda match: match.group(side), item["text"])
    return {found.rule for found in audit(read_plain("a.md", f"# X\n\n{words}\n", item["lang"]))}


def test_each_wording_is_found_with_its_fault_and_passed_without():
    assert {item["lang"] for item in KEPT} == {"lv", "en", "ru"}
    assert [item["text"] for item in KEPT if not set(item["rules"]) <= told(item, 2)] == []
    assert [(item["text"], loud) for item in KEPT if (loud := told(item, 1))] == []


def test_a_series_is_read_from_columns_rows_bullets_and_prose():
    levels = [(2019, 61.0), (2021, 52.0), (2023, 45.0)]
    across = "| Aspect | 2019 | 2021 | 2023 |\n|---|---|---|---|\n| Safety | 61 % | 52 % | 45 % |\n"
    down = "| Year | Safe, % | n |\n|---|---|---|\n"
    down += "| 2019 | 61 | 500 |\n| 2021 | 52 | 510 |\n| 2023 | 45 | 490 |\n"
    bullets = "- 2019: 61 %\n- 2021: 52 %\n- 2023: 45 %\n"
    prose = "It was 45 % in 2023, 61 % in 2019 and 52 % in 2021.\n"
    for written in (across, down, bullets, prose):
        text = read_plain("a.md", f"# X\n\n{written}", "en")
        found = timelines_of(text, Claims(text))
        assert [[(p.year, p.number.value) for p in s.points] for s in found] == [levels]
    assert wave_of("Spring 2021") < wave_of("Autumn 2021") < wave_of("2022. gads")
    assert wave_of("Born in 1990") is None
