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


def test_a_rank_word_says_what_it_leaves_out_as_it_is_hidden():
    """Twenty rated the care, which is too few to show: nothing may be said of its place."""
    few = [{**item, "care": "5" if i < 20 else None} for i, item in enumerate(people(88, 40, 72))]
    for call in (
        "most('marks')",
        "ranked('marks', 1)",
        "say_rank('visaugstākais', 'marks', 'speed')",
    ):
        document, found = build("{{ " + call + " }}", now=few)
        assert found == [], call
        item = bound(document)[0]
        assert "nav salīdzināts ar to, kā skaitlis nav rādīts: „Laipnība“" in item.detail
        assert document.numbers[item.number_id]["left_out"] == ["care; 2024"], call
        plain, _ = build("{{ " + call + " }}")
        assert all("left_out" not in entry for entry in plain.numbers.values())
