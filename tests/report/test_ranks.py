"""Rank words and whether their lead is significant."""

from __future__ import annotations

from .told import bound, build, people


def test_the_lead_of_a_rank_word_stands_in_numbers_json_and_in_its_note():
    body = "{{ say_rank('visbiežāk', 'use', 'daily') }} {{ most('use') }}"
    document, found = build(body, now=people(120, 60, 20))
    assert found == []
    for item in bound(document):
        lead = document.numbers[item.number_id]["lead"]
        assert lead["significant"] is True  # type: ignore[index]
        assert lead["family"] == "rank-leads"  # type: ignore[index]
        assert "ir statistiski nozīmīgs" in item.detail


def test_a_narrow_lead_is_told_and_refused_where_a_tested_one_is_asked_for():
    close = people(70, 66, 20)
    plain, found = build("{{ say_rank('visbiežāk', 'use', 'daily') }}", now=close)
    assert found == []
    (item,) = bound(plain)
    assert plain.numbers[item.number_id]["lead"]["significant"] is False  # type: ignore[index]
    assert "nav statistiski nozīmīgs" in item.detail
    for call in (
        "say_rank('visbiežāk', 'use', 'daily', tested=True)",
        "most('use', tested=True)",
    ):
        _, found = build("{{ " + call + " }}", now=close)
        assert [item.code for item in found] == ["report-rank-not-significant"]
