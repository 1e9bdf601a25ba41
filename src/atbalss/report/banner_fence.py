"""A banner table as an author asks for it: ```table with `banner:`, read into what tables ask."""

from __future__ import annotations

from dataclasses import replace

from atbalss.problems import Place, Refused
from atbalss.report.fences import Body, InlineReader
from atbalss.report.nodes import BannerNode
from atbalss.tables.banner_ask import (
    CORRECTIONS,
    NO_TESTS,
    ROWS,
    Among,
    BannerAsk,
    LetterRule,
    RowAsk,
    Tests,
    read_banner,
)

KEYS = frozenset(
    "id question questions grid caption finding banner filter measures show tests waves total "
    "against weights digits layout".split()
)
TEST_KEYS = frozenset("rule level levels correction family rest chi_square smallest".split())


def read_banner_fence(body: Body, inlines: InlineReader) -> BannerNode | None:
    """The node of a banner table, or None; its problems are gathered in `body`."""
    before = len(body.problems)
    for key in body.values:
        if key not in KEYS:
            known = ", ".join(sorted(KEYS))
            body.fault("report-fence-key", body.line_of(key), key=key, known=known)
    if not body.string("id"):
        body.fault("report-missing-id")
    names = (*body.strings("questions"), *body.strings("question"), *body.strings("grid"))
    if not names:
        body.fault("report-no-question")
    if not body.string("caption"):
        body.fault("report-no-caption")
    ask = _ask(body, names)
    if ask is None or len(body.problems) > before:
        return None
    caption = inlines(body.string("caption"), body.text_line("caption"))
    return BannerNode(ask, caption, body.line)


def _ask(body: Body, names: tuple[str, ...]) -> BannerAsk | None:
    try:
        return BannerAsk(
            id=body.string("id"),
            rows=tuple(RowAsk(name) for name in names),
            banner=read_banner(", ".join(body.strings("banner"))),
            rule=body.string("filter"),
            waves=body.strings("waves"),
            total=body.flag("total", True),
            measures=body.strings("measures"),
            shown=body.strings("show") or ("share",),
            tests=_tests(body),
            against=body.string("against"),
            weighted=body.flag("weights", True),
            digits=int(body.number("digits", 4)),
            layout=body.string("layout") or ROWS,
        )
    except Refused as refused:
        place = Place(body.file, line=body.line)
        body.problems += [replace(item, where=place) for item in refused.problems]
        return None


def _tests(body: Body) -> Tests:
    value = body.values.get("tests")
    if value is None:
        return NO_TESTS
    rules = [rule.value for rule in LetterRule]
    if isinstance(value, str):
        value = {"rule": value}
    if not isinstance(value, dict):
        body.wrong("tests", value, "{rule: design, level: 95, correction: holm}")
        return NO_TESTS
    for key in value:
        if key not in TEST_KEYS:
            known = ", ".join(sorted(TEST_KEYS))
            body.fault("report-fence-key", body.line_of("tests"), key=key, known=known)
    smallest = value.get("smallest", NO_TESTS.smallest)
    if isinstance(smallest, bool) or not isinstance(smallest, int) or smallest < 0:
        body.wrong("smallest", smallest, "30")
        smallest = NO_TESTS.smallest
    return Tests(
        LetterRule(_one(body, value, "rule", rules, LetterRule.DESIGN.value)),
        _levels(body, value),
        _one(body, value, "correction", CORRECTIONS, "none"),
        Among(_one(body, value, "family", [item.value for item in Among], Among.ROW.value)),
        value.get("rest") is True,
        value.get("chi_square") is True,
        smallest,
    )


def _one(
    body: Body, value: dict[object, object], key: str, known: list[str] | tuple[str, ...], own: str
) -> str:
    word = value.get(key, own)
    if word not in known:
        body.wrong(key, word, ", ".join(known))
        return own
    return str(word)


def _levels(body: Body, value: dict[object, object]) -> tuple[float, ...]:
    found = value.get("levels", value.get("level", 95))
    items = found if isinstance(found, list) else [found]
    numbers = [
        item / 100
        for item in items
        if isinstance(item, int | float) and not isinstance(item, bool) and 50 <= item < 100
    ]
    if len(numbers) != len(items) or not 1 <= len(items) <= 2:
        body.wrong("levels", found, "[95], [95, 90]")
        return NO_TESTS.levels
    return tuple(sorted(numbers, reverse=True))
