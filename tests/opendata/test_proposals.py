"""A recoding is proposed after it was tried as it would be published."""

from __future__ import annotations

import json

from atbalss.cli import main
from atbalss.cli.opendata_ground import ground
from atbalss.opendata import prepare
from atbalss.opendata.attack import Bounds
from atbalss.opendata.propose import MOST_ATTACKED, Proposal, advice, ranked

BROKEN = "d_settlement_grouped"


def _way(place: int) -> Proposal:
    return Proposal((("q", place),), 0, 0, 10, place / 100)


def test_what_does_not_hold_is_counted_and_not_proposed():
    found = advice([_way(place) for place in range(9)], lambda way: None if way.loss < 0.03 else 2)
    assert found.broken == 3
    assert [item.loss for item in found.proposals] == [0.03, 0.04, 0.05, 0.06, 0.07]
    assert {item.left_out for item in found.proposals} == {2}


def test_only_so_many_are_tried():
    tried: list[Proposal] = []
    found = advice([_way(place) for place in range(100)], tried.append)
    assert len(tried) == found.broken == MOST_ATTACKED
    assert not found.proposals


def test_a_choice_that_the_attack_breaks_is_never_proposed(study, monkeypatch, capsys):
    held = ground(study)
    best = ranked(list(held.frames.values()), held.rules, held.parts.study.rules.hide_under)[0]
    assert dict(best.levels)["d_settlement"] == 1
    attack = prepare.found_cells

    def breaks(wave):
        names = {question for table in wave.tables for question, _ in _owned(table)}
        cell = Bounds(BROKEN, "rural", "", 7, 7)
        return [cell] if BROKEN in names else attack(wave)

    monkeypatch.setattr(prepare, "found_cells", breaks)
    ways = held.advice()
    assert ways.broken
    assert ways.proposals
    assert all(dict(item.levels)["d_settlement"] != 1 for item in ways.proposals)
    assert main(["--ui", "en", "opendata", str(study), "--check"]) == 1
    said = capsys.readouterr().out
    assert f"refused by the attack or the check: {ways.broken}" in said
    main(["--ui", "en", "opendata", str(study), "--check", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["proposals_broken"] == ways.broken
    assert [item["levels"] for item in told["proposals"]] == [
        dict(p.levels) for p in ways.proposals
    ]


def _owned(table):
    return [pair for column in table.columns for pair in column.own]
