"""Claims that rest on nothing in short reports, each with its sound twin, and sound reports.

`tests/reference/audit/claims.json`: invented, in three languages; `{right~wrong}` is either.
What questions, lists and method say is all that was asked; the claim is of another topic,
group, time or cause. The sound ones mislead by other words for what was asked.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

MARK = re.compile(r"\{([^{}~]*)~([^{}~]*)\}")
KEPT = json.loads(
    (Path(__file__).parents[1] / "reference" / "audit" / "claims.json").read_text(encoding="utf-8")
)


def told(words):
    markdown = re.search(r"^(#|\||- |\* )", words, re.MULTILINE)
    return {item.rule for item in audit(read_plain("a.md" if markdown else "a.txt", words))}


@pytest.mark.parametrize("item", KEPT["pairs"], ids=lambda item: item["text"][:30])
def test_each_claim_is_found_and_its_twin_passes(item):
    sound, faulty = (
        re.sub(r"\{([^{}~]*)~([^{}~]*)\}", rf"\{side}", item["text"]) for side in (1, 2)
    )
    assert set(item["rules"]) <= told(faulty)
    assert told(sound) == set()


@pytest.mark.parametrize("words", KEPT["sound"], ids=lambda words: words[:30])
def test_what_is_told_in_other_words_passes(words):
    assert told(words) == set()
