"""`tables.yaml` of a study folder: the banner tables that a study always makes."""

from __future__ import annotations

from dataclasses import replace

from atbalss.folder.fields import Fields
from atbalss.folder.open import StudyFolder
from atbalss.folder.workbooks import as_text
from atbalss.folder.yaml_tree import Branch, Leaf, Node, Sequence, read
from atbalss.problems import Place, Problem, Refused, problem
from atbalss.study.question import ANSWER_KINDS, Kind, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.banner import check_ask
from atbalss.tables.banner_ask import (
    CORRECTIONS,
    LAYOUTS,
    NO_TESTS,
    Among,
    BannerAsk,
    LetterRule,
    Level,
    RowAsk,
    Tests,
    Variable,
    read_banner,
)

FILE = "tables.yaml"
TABLE_KEYS = (
    "id title rows banner filter among measures show tests waves total against weights sd digits "
    "layout"
).split()
ROW_KEYS = "question codes measures nets scores promoters detractors".split()
LEVEL_KEYS = "question codes nets inside".split()
TEST_KEYS = "rule level levels correction family rest chi_square smallest".split()


def read_tables(folder: StudyFolder) -> tuple[tuple[BannerAsk, ...], list[Problem]]:
    """The tables of `tables.yaml`, and what is wrong with them; none where there is no file."""
    file = folder.path / FILE
    if not file.is_file():
        return (), []
    return parse_tables(as_text(file.read_bytes(), file), folder)


def parse_tables(text: str, folder: StudyFolder) -> tuple[tuple[BannerAsk, ...], list[Problem]]:
    """The tables of a text of `tables.yaml`."""
    tree, found = read(text, FILE)
    items = tree.get("tables") if isinstance(tree, Branch) else tree
    if not isinstance(items, Sequence):
        place = Place(FILE)
        return (), found or [problem("folder-wrong-kind", place, key="tables", wanted="list")]
    if isinstance(tree, Branch):
        Fields(tree, FILE, folder.study.langs, found).known(["tables"])
    asks: list[BannerAsk] = []
    for item in items.items:
        if not isinstance(item, Branch):
            place = Place(FILE, line=item.line)
            found.append(problem("folder-wrong-kind", place, key="tables", wanted="mapping"))
            continue
        ask = _table(Fields(item, FILE, folder.study.langs, found), folder)
        if ask is None:
            continue
        if any(other.id == ask.id for other in asks):
            place = Place(FILE, line=item.line)
            found.append(problem("folder-table-twice", place, id=ask.id))
            continue
        asks.append(ask)
    return tuple(asks), found


def table_of(part: Fields, folder: StudyFolder) -> BannerAsk | None:
    """The table of one mapping; None where it cannot be made, its problems gathered in `part`."""
    return _table(part, folder)


def _table(part: Fields, folder: StudyFolder) -> BannerAsk | None:
    part.known(TABLE_KEYS)
    before = len(part.problems)
    try:
        ask = BannerAsk(
            id=part.word("id", required=True),
            rows=_rows(part, folder.questionnaire),
            banner=_banner(part),
            title=part.text("title"),
            among=_among(part),
            rule=part.word("filter"),
            waves=part.words("waves"),
            total=part.flag("total", True),
            measures=part.words("measures"),
            shown=part.words("show", ("share",)),
            tests=_tests(part),
            against=part.word("against"),
            weighted=part.flag("weights", True),
            sd_by=_one_of(part, "sd", ("interviews", "weights")),
            digits=int(part.number("digits", 0, 0, 4)),
            layout=_one_of(part, "layout", LAYOUTS),
        )
        check_ask(folder.questionnaire, folder.study.waves, folder.study.wave, ask)
    except Refused as refused:
        part.problems.extend(replace(item, where=part.place()) for item in refused.problems)
        return None
    return ask if len(part.problems) == before else None


def _one_of(part: Fields, key: str, known: tuple[str, ...]) -> str:
    word = part.word(key, known[0])
    if word not in known:
        place = part.place(part.branch.get(key))
        part.problems.append(problem("folder-choice", place, key=key, values=", ".join(known)))
        return known[0]
    return word


# ---- rows


def _rows(part: Fields, questionnaire: Questionnaire) -> tuple[RowAsk, ...]:
    node = part.branch.get("rows")
    if isinstance(node, Leaf) and node.value == "all":
        return tuple(RowAsk(name) for name in all_questions(questionnaire))
    if isinstance(node, Leaf) and node.value is not None:
        return tuple(RowAsk(name) for name in str(node.value).replace(",", " ").split())
    if not isinstance(node, Sequence):
        part.problems.append(problem("folder-missing-key", part.place(node), key="rows"))
        return ()
    return tuple(_row(part, item) for item in node.items)


def _row(part: Fields, node: Node) -> RowAsk:
    if isinstance(node, Leaf):
        return RowAsk(str(node.value))
    if not isinstance(node, Branch):
        part.problems.append(
            problem("folder-wrong-kind", part.place(node), key="rows", wanted="mapping")
        )
        return RowAsk("")
    row = Fields(node, FILE, part.langs, part.problems)
    row.known(ROW_KEYS)
    return RowAsk(
        row.word("question", required=True),
        row.words("codes"),
        row.words("measures"),
        _nets(row),
        _scores(row),
        row.words("promoters"),
        row.words("detractors"),
    )


def _nets(row: Fields) -> tuple[tuple[str, tuple[str, ...]], ...]:
    part = row.part("nets")
    if part is None:
        return ()
    return tuple((name, part.words(name)) for name, _ in part.branch.items)


def _scores(row: Fields) -> tuple[tuple[str, float | None], ...]:
    part = row.part("scores")
    if part is None:
        return ()
    found: list[tuple[str, float | None]] = []
    for name, node in part.branch.items:
        value = node.value if isinstance(node, Leaf) else ""
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            found.append((name, None if value is None else float(value)))
        else:
            place = part.place(node)
            fault = problem("folder-number", place, key=name, low="-1e9", high="1e9")
            part.problems.append(fault)
    return tuple(found)


# ---- columns


def _banner(part: Fields) -> tuple[Variable, ...]:
    node = part.branch.get("banner")
    if node is None:
        return ()
    if isinstance(node, Leaf):
        return read_banner(str(node.value or ""))
    if not isinstance(node, Sequence):
        part.problems.append(
            problem("folder-wrong-kind", part.place(node), key="banner", wanted="list")
        )
        return ()
    found: list[Variable] = []
    for item in node.items:
        if isinstance(item, Leaf):
            found += read_banner(str(item.value))
        elif isinstance(item, Branch):
            found.append(_variable(Fields(item, FILE, part.langs, part.problems)))
    return tuple(found)


def _variable(part: Fields) -> Variable:
    """A variable as a mapping; `inside` is the outer variable that it is nested in."""
    part.known(LEVEL_KEYS)
    own = Level(part.word("question", required=True), part.words("codes"), part.flag("nets"))
    inside = part.branch.get("inside")
    outer: Variable = ()
    if isinstance(inside, Branch):
        outer = _variable(Fields(inside, FILE, part.langs, part.problems))
    elif isinstance(inside, Leaf):
        found = read_banner(str(inside.value))
        outer = found[0] if found else ()
    return (*outer, own)


def _among(part: Fields) -> tuple[tuple[str, str], ...]:
    node = part.part("among")
    if node is None:
        return ()
    return tuple((name, node.word(name)) for name, _ in node.branch.items)


# ---- tests


def _tests(part: Fields) -> Tests:
    node = part.part("tests")
    if node is None:
        word = part.branch.get("tests")
        if isinstance(word, Leaf) and str(word.value) in list(LetterRule):
            return Tests(LetterRule(str(word.value)))
        return NO_TESTS
    node.known(TEST_KEYS)
    return Tests(
        node.choice("rule", LetterRule, LetterRule.DESIGN),
        _levels(node),
        _correction(node),
        node.choice("family", Among, Among.ROW),
        node.flag("rest"),
        node.flag("chi_square"),
        int(node.number("smallest", 30, 0, 10**6)),
    )


def _levels(node: Fields) -> tuple[float, ...]:
    key = "levels" if node.branch.get("levels") is not None else "level"
    found = node.branch.get(key)
    items = found.items if isinstance(found, Sequence) else (() if found is None else (found,))
    levels = [item.value for item in items if isinstance(item, Leaf)]
    numbers = [float(x) for x in levels if isinstance(x, int | float) and 50 <= x < 100]
    if len(numbers) != len(items) or len(items) > 2:
        node.problems.append(
            problem("folder-number", node.place(found), key=key, low="50", high="99.99")
        )
        return NO_TESTS.levels
    return tuple(sorted((x / 100 for x in numbers), reverse=True)) or NO_TESTS.levels


def _correction(node: Fields) -> str:
    return _one_of(node, "correction", CORRECTIONS)


# ---- what a study without tables.yaml makes


def all_questions(questionnaire: Questionnaire) -> list[str]:
    """Names of all questions and grids that give tables, demographics and texts left out."""
    found: list[str] = []
    for question in questionnaire.questions:
        skip = question.role in (Role.DEMOGRAPHIC, Role.SCREENING, Role.SAMPLE, Role.OTHER_TEXT)
        counts = question.kind in ANSWER_KINDS and (
            question.codes is not None
            or question.frame is not None
            or question.kind in (Kind.INTEGER, Kind.DECIMAL, Kind.RANGE)
        )
        if not skip and counts and question.kind is not Kind.ACKNOWLEDGE:
            found += [question.grid or question.name]
    return list(dict.fromkeys(found))


def demographics(questionnaire: Questionnaire) -> tuple[Variable, ...]:
    """The demographic questions with codes, each a banner variable."""
    return tuple(
        (Level(question.name),)
        for question in questionnaire.questions
        if question.role is Role.DEMOGRAPHIC and question.codes is not None
    )


def usual_tables(questionnaire: Questionnaire, tests: Tests) -> tuple[BannerAsk, ...]:
    """A table of each question by all demographics."""
    banner = demographics(questionnaire)
    return tuple(
        BannerAsk(name, (RowAsk(name),), banner, tests=tests)
        for name in all_questions(questionnaire)
    )
