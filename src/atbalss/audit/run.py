"""The audit of a document: all rules, findings in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from atbalss.audit.borne_out import without_refuted
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding
from atbalss.audit.known import Known
from atbalss.audit.rules import (
    abbreviations,
    ahead,
    amounts,
    apart,
    bounded,
    by_percent,
    cells,
    changes_again,
    changes_told,
    concluded,
    contrasts,
    counted,
    counts,
    coupled,
    courses,
    courses_told,
    credited,
    dates,
    differences,
    echoed,
    ends_told,
    filtered,
    followed,
    fractions,
    gaps,
    gaps_told,
    gradients,
    halved,
    handful,
    joint,
    lacking,
    listed_twice,
    lumped,
    majorities,
    margins,
    miscounted,
    misgiven,
    mismeasured,
    missing,
    nearly,
    nested,
    nowhere,
    orders,
    overlaps,
    paired,
    persons,
    points,
    promised,
    ranked,
    ranks,
    recalled,
    records,
    references,
    regrouped,
    responses,
    retold,
    retraced,
    same,
    several,
    shared,
    singly,
    small,
    steps,
    strayed,
    study,
    subgroups,
    summary,
    sums,
    sums_told,
    superlatives,
    tallies,
    told_apart,
    trends,
    two_values,
    unasked,
    unbased,
    uncountable,
    unmeasured,
    unproven,
    untested,
    unworded,
    weighed,
    wholes,
    worded,
    wordings,
)
from atbalss.audit.text import Text

RULES: tuple[Callable[[Text, Claims], Iterator[Finding]], ...] = (
    two_values.find,
    listed_twice.find,
    retold.find,
    weighed.find,
    responses.find,
    dates.find,
    same.find,
    echoed.find,
    changes_again.find,
    regrouped.find,
    strayed.find,
    recalled.find,
    miscounted.find,
    mismeasured.find,
    tallies.find,
    fractions.find,
    nearly.find,
    majorities.find,
    wordings.find,
    nowhere.find,
    worded.find,
    ranks.find,
    orders.find,
    ends_told.find,
    superlatives.find,
    records.find,
    ranked.find,
    ahead.find,
    bounded.find,
    points.find,
    differences.find,
    apart.find,
    gaps.find,
    gaps_told.find,
    steps.find,
    retraced.find,
    amounts.find,
    by_percent.find,
    trends.find,
    concluded.find,
    courses.find,
    courses_told.find,
    gradients.find,
    contrasts.find,
    untested.find,
    unproven.find,
    changes_told.find,
    joint.find,
    overlaps.find,
    nested.find,
    followed.find,
    counts.find,
    counted.find,
    uncountable.find,
    several.find,
    sums.find,
    sums_told.find,
    wholes.find,
    paired.find,
    lumped.find,
    credited.find,
    halved.find,
    singly.find,
    coupled.find,
    shared.find,
    misgiven.find,
    small.find,
    cells.find,
    persons.find,
    handful.find,
    told_apart.find,
    references.find,
    abbreviations.find,
    missing.find,
    margins.find,
    subgroups.find,
    unbased.find,
    promised.find,
    unasked.find,
    unworded.find,
    lacking.find,
    filtered.find,
    summary.find,
    unmeasured.find,
)


_OF_ITSELF = frozenset(  # what one place shows, whatever the numbers around it are of
    {
        "small-cell",
        "sum-of-answers",
        "count-and-percent",
        "impossible-percent",
        "percent-for-points",
    }
    | {"duplicate-number", "missing-number", "dangling-reference", "missing-interval"}
    | {"abbreviation-slip", "abbreviation-undefined", "abbreviation-unused"}
)


def _same(item: Finding) -> str:
    """What makes two findings of a rule on one line one: an order is told once a sentence."""
    if item.rule == "rank-word":
        return item.spot.quote
    if item.rule == "small-cell":
        return item.rule
    if item.rule == "joint-above-part":
        return dict(item.problem.args).get("value", "")
    if item.rule in ("value-difference", "percent-for-points", "untested-change"):
        said = dict(item.problem.args)
        return said.get("amount") or said.get("value") or said["words"]
    return str(sorted(item.problem.args))


def audit(text: Text, known: Sequence[Known] = (), wave: str = "") -> list[Finding]:
    """Everything that the rules find wrong in a document, in the order of its lines.

    `known`: the shares of the study that it reports, `wave` the wave it is about.
    """
    claims = Claims(text)
    blamed = (item for rule in RULES for item in rule(text, claims))
    if claims.scattered:
        blamed = (item for item in blamed if item.rule in _OF_ITSELF)
    found = list(without_refuted(blamed, text, claims))
    if known:
        found += study.find(text, claims, known, wave)
    seen: set[tuple[str, int, str]] = set()
    named: set[tuple[str, int, str]] = set()
    kept = []
    for item in sorted(found, key=lambda one: (one.spot.page, one.spot.line)):
        key = (item.rule, item.spot.line, _same(item))
        again = item.rule == "sum-of-answers" and key in named
        if key not in seen and not again:
            seen.add(key)
            named |= {(item.rule, one.line, _same(item)) for one in item.others}
            kept.append(item)
    return kept
