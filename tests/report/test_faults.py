"""Each kind of build error and warning: a report that has it, and one beside it that has not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from atbalss.problems import Severity
from atbalss.problems.report import FAULTS
from atbalss.report.lint import cited, compare_languages
from atbalss.report.narrative import parse
from atbalss.study.waves import PublishedFigure

from .told import NOW, STUDY, build, codes, people

FIGURE = """
```figure
id: use
question: use
caption: Lietošana
finding: Katru dienu lieto {{ share("use", "daily") }}.
```
"""
TABLE = FIGURE.replace("```figure", "```table")

# code: (body that has the fault, line it is at, a body beside it that has not)
CASES: dict[str, tuple[str, int, str]] = {
    "report-markup": ("![attēls](a.png)", 4, "[saite](https://example.org)"),
    "report-no-coding": ("```coding\n```", 4, "```method\n```"),
    "report-no-fieldwork": ("```fieldwork\n```", 4, "```method\n```"),
    "report-unclosed-expression": ('{{ share("use", "daily")', 4, '{{ share("use", "daily") }}'),
    "report-fence-unknown": ("```grafiks\n```", 4, "```pagebreak\n```"),
    "report-fence-yaml": ("```annex\nid: [a\n```", 6, "```annex\nid: a\ntitle: A\n```"),
    "report-fence-key": ("```annex\nid: a\nname: A\n```", 6, "```annex\nid: a\ntitle: A\n```"),
    "report-fence-value": (
        "{{ fig('use') }}" + FIGURE.replace("id: use", "id: use\nform: pie"),
        7,
        "{{ fig('use') }}" + FIGURE.replace("id: use", "id: use\nform: bars"),
    ),
    "report-missing-id": ("```annex\ntitle: A\n```", 4, "```annex\nid: a\ntitle: A\n```"),
    "report-no-question": (
        "{{ fig('use') }}" + FIGURE.replace("question: use\n", ""),
        5,
        "{{ fig('use') }}" + FIGURE,
    ),
    "report-no-unit": (
        "{{ fig('use') }}\n\n```funnel\nid: use\nquestion: use\ncode: daily\ncaption: C\n```",
        6,
        "{{ fig('use') }}" + FIGURE,
    ),
    "report-no-caption": (
        "{{ fig('use') }}" + FIGURE.replace("caption: Lietošana\n", ""),
        5,
        "{{ fig('use') }}" + FIGURE,
    ),
    "report-no-finding": (
        "{{ fig('use') }}" + FIGURE.split("finding")[0] + "```\n",
        5,
        "{{ tab('use') }}" + TABLE.split("finding")[0] + "```\n",
    ),
    "report-duplicate-id": (
        "{{ fig('use') }}" + FIGURE + FIGURE,
        12,
        "{{ fig('use') }} {{ tab('use') }}" + FIGURE + TABLE,
    ),
    "report-unknown-label": (
        "{{ fig('uses') }} {{ fig('use') }}" + FIGURE,
        4,
        "{{ fig('use') }}" + FIGURE,
    ),
    "report-never-referred": ("Teksts." + FIGURE, 5, "{{ fig('use') }}." + FIGURE),
    "report-expression": ("{{ share('use', 'daily' }}", 4, "{{ share('use', 'daily') }}"),
    "report-expression-typed": ("{{ '51' | plain }}", 4, "{{ base() | plain }}"),
    "report-expression-blank": ("{{ }}", 4, "{{ base() | plain }}"),
    "report-quotes": (
        "{{ share('use', „daily“) }}",
        4,
        "{{ say('„vairākums“', share('use', 'daily')) }}",
    ),
    "report-unquoted": ("{{ share(use, 'daily') }}", 4, "{{ share('use', 'daily') }}"),
    "report-arithmetic": (
        "{{ share('use', 'daily') - share('use', 'never') }}",
        4,
        "{{ share('use', 'daily') }}",
    ),
    "report-fence-open": (
        "```annex\nid: a\ntitle: A\n\nTeksts.\n\n```pagebreak\n```",
        4,
        "```annex\nid: a\ntitle: A\n```\n\nTeksts.\n\n```pagebreak\n```",
    ),
    "report-unknown-function": ("{{ shares('use', 'daily') }}", 4, "{{ base() | plain }}"),
    "report-stacked-multiple": (
        "{{ fig('use') }}" + FIGURE.replace("question: use", "question: tools\nform: stacked"),
        5,
        "{{ fig('use') }}" + FIGURE.replace("question: use", "question: use\nform: stacked"),
    ),
    "report-footnote": ("Teksts[^a].", 4, "Teksts[^a].\n\n[^a]: Piezīme."),
    "report-no-since": (
        "{{ direction('use', 'daily') }}",
        4,
        "{{ direction('use', 'daily', since='2023') }}",
    ),
    "report-arguments": ("{{ share('use') }}", 4, "{{ base('use') }}"),
    "report-unknown-fact": ("{{ value('limits') }}", 4, "{{ value('limit') }}"),
    "report-unknown-name": ("{{ label('uses') }}", 4, "{{ label('use') }}"),
    "report-share-as-points": (
        "{{ share('use', 'daily') | pp }}",
        4,
        "{{ change('use', 'daily', since='2023') | pp }}",
    ),
    "report-difference-as-percent": (
        "{{ change('use', 'daily', since='2023') | pct }}",
        4,
        "{{ share('use', 'daily') | pct }}",
    ),
    "report-unit": ("{{ mean('speed') | pct }}", 4, "{{ mean('speed') | interval }}"),
    "report-words-unknown": (
        "{{ say('daži', share('use', 'daily')) }}",
        4,
        "{{ say('mazākā daļa', share('use', 'daily')) }}",
    ),
    "report-words-do-not-fit": (
        "{{ say('lielākā daļa', share('use', 'daily')) }}",
        4,
        "{{ say('piektdaļa', share('use', 'weekly')) }}",
    ),
    "report-no-fraction": (
        "{{ fraction(share('use', 'other')) }}",
        4,
        "{{ fraction(share('use', 'daily')) }}",
    ),
    "report-tie": ("{{ most('use') }}", 4, "{{ most('use', ties=True) }} {{ most('tools') }}"),
    "report-rank-unknown": (
        "{{ say_rank('bieži', 'use', 'daily') }}",
        4,
        "{{ say_rank('visbiežāk', 'use', 'daily') }}",
    ),
    "report-rank-does-not-fit": (
        "{{ say_rank('visbiežāk', 'use', 'never') }}",
        4,
        "{{ say_rank('otrs biežākais', 'use', 'never') }}",
    ),
    "report-typed-number": ("Lieto 44 % klientu.", 4, "Tā bija 2024. gada 5. maijā."),
    "report-typed-reference": ("Skatīt 2. attēlu.", 4, "{{ fig('use') }}" + FIGURE),
    "report-bare-fraction": ("Lieto trešdaļa.", 4, "Vārds „trešdaļa“ ir piesiets."),
    "report-bare-majority": ("Lielākā daļa lieto.", 4, "Liela daļa lieto."),
    "report-bare-rank": ("Visbiežāk lieto katru dienu.", 4, "Bieži lieto katru dienu."),
    "report-bare-trend": ("Lietošana pieauga.", 4, "Lietošanu vajag palielināt."),
    "report-abbreviation": ("Par to ziņo PMLP.", 4, "Intervijas ir CATI."),
    "report-no-quotes": ("```quotes\nquestion: why\n```", 4, "Teksts."),
    "report-disclosure-blank": ("```disclosure\n```", 4, "```method\n```"),
}


@pytest.mark.parametrize("code", sorted(CASES))
def test_a_fault_is_found_at_its_line_and_nowhere_else(code):
    guilty, line, innocent = CASES[code]
    now = people(80, 40, 80) if code == "report-tie" else (*NOW, *people(0, 0, 0, other=12))
    _, found = build(guilty, now=now)
    assert code in codes(found), codes(found)
    own = [item for item in found if item.code == code]
    assert own[0].where.line == line
    assert own[0].where.file == "report.lv.md"
    _, found = build(innocent, now=now)
    assert code not in codes(found), [item.sentence("en") for item in found]


ELSEWHERE = {
    "report-front-matter",
    "report-front-key",
    "report-no-title",
    "report-hidden",
    "report-withheld",
    "report-publish-draft",  # flows/test_publish
    "report-publish-embargo",
    "report-review-file",  # flows/test_review
    "report-review-foreign",
    "report-composition",  # test_composition
    "report-rank-not-significant",  # test_ranks
    "report-no-number",
    "report-language-difference",
}


def test_every_fault_of_the_room_has_a_case():
    assert set(FAULTS) == set(CASES) | ELSEWHERE


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_faults_speak(code):
    found = FAULTS[code]
    for lang in ("lv", "en", "ru"):
        assert found.sentence(lang).endswith((".", "?", ")"))
        assert found.remedy(lang).endswith(".")


def test_titles_are_linted():
    _, found = build("Teksts.", front="title: Lieto 44 % klientu\nsubtitle: Puse lieto")
    assert codes(found) == ["report-typed-number", "report-bare-fraction"]


def test_front_matter():
    _, found = parse("---\ntitle: [\n---\nA", "r.md", "lv")
    assert codes(found) == ["report-front-matter"]
    _, found = parse("---\ntitle: A\n", "r.md", "lv")
    assert codes(found) == ["report-front-matter"]
    _, found = parse("---\ntitle: A\ncolour: red\n---\nA", "r.md", "lv")
    assert codes(found) == ["report-front-key"]
    _, found = build("Teksts.", front="subtitle: A")
    assert codes(found) == ["report-no-title"]
    assert found[0].severity is Severity.WARNING


def test_a_hidden_number_stops_the_build_and_a_small_one_is_marked():
    small = people(20, 5, 0)
    _, found = build("{{ share('use', 'daily') }}", now=small)
    assert codes(found) == ["report-hidden"]
    assert "25" in found[0].sentence("lv") and "30" in found[0].sentence("lv")
    for call in ("fraction(share('use', 'daily'))", "change('use', 'daily', since='2023')"):
        _, found = build(f"{{{{ {call} }}}}", now=small)
        assert codes(found) == ["report-hidden"], call


def test_one_person_stops_the_build_too():
    _, found = build("{{ share('use', 'never') }}", now=people(50, 40, 1))
    assert codes(found) == ["report-withheld"]
    assert "vienu vai diviem" in found[0].sentence("lv")


def test_no_number():
    _, found = build("{{ share('tools', 'bank', wave='2022') }}")
    assert codes(found) == ["report-no-number"]


def test_unknown_names_are_told_with_the_line():
    _, found = build("Teksts.\n\nVēl {{ share('use', 'dayly') }}.")
    assert len(found) == 1
    assert found[0].where.line == 6
    assert found[0].severity is Severity.ERROR
    _, found = build("{{ fig('use') }}" + FIGURE.replace("question: use", "question: nothing"))
    assert [item.where.line for item in found] == [5]
    _, found = build("{{ change('use', 'daily', since='1999') }}")
    assert [item.severity for item in found] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{{ share('use', 'daily') | plain }} procentpunkti", "report-share-as-points"),
        ("{{ share('use', 'daily') }} procentpunkti", "report-share-as-points"),
        (
            "{{ change('use', 'daily', since='2023') | plain }} %",
            "report-difference-as-percent",
        ),
        (
            "{{ change('use', 'daily', since='2023') | plain }} procenti",
            "report-difference-as-percent",
        ),
        ("{{ mean('speed') }} %", "report-unit"),
        ("{{ base('use') }} procentu", "report-unit"),
        ("{{ mean('speed') | signed }}", "report-unit"),
        ("{{ fraction(mean('speed')) }}", "report-unit"),
        ("{{ persons(share('use', 'daily')) }}", "report-unit"),
    ],
)
def test_units_are_types(body, code):
    _, found = build(body)
    assert code in codes(found)


def test_a_right_unit_typed_behind_a_plain_number_passes():
    _, found = build(
        "{{ share('use', 'daily') | plain }} procenti,"
        " {{ change('use', 'daily', since='2023') | plain }} procentpunkti"
    )
    assert found == []


def test_references_within_a_referred_annex_count():
    annex = "```annex\nid: a\ntitle: Tabulas\n```\n" + TABLE
    _, found = build("{{ annex('a', 'lok') }}\n\n" + annex)
    assert found == []
    _, found = build(annex)
    assert codes(found) == ["report-never-referred"]


def test_a_figure_is_not_excused_by_its_own_finding():
    _, found = build(FIGURE.replace("finding: ", "finding: '{{ fig(\"use\") }}' #"))
    assert "report-never-referred" in codes(found)


def test_compare_languages_names_what_the_other_lacks():
    lv, _ = parse("{{ share('use', 'daily') }} {{ mean('speed') }}", "report.lv.md", "lv")
    en, _ = parse("{{ share('use', 'daily') | plain }}", "report.en.md", "en")
    found = compare_languages({"lv": cited(lv), "en": cited(en)})
    assert codes(found) == ["report-language-difference"]
    assert found[0].severity is Severity.WARNING
    assert "mean(speed)" in found[0].sentence("lv")
    assert compare_languages({"lv": cited(lv), "ru": cited(lv)}) == []


def test_a_block_with_anchors_is_refused_before_it_grows():
    rows = ["x: &a [x, x, x]", "y: &b [" + ", ".join(["*a"] * 9) + "]"]
    _, found = build("```annex\n" + "\n".join(rows) + "\nid: a\ntitle: A\n```")
    assert codes(found) == ["report-fence-yaml"]


def test_the_disclosure_is_not_called_complete_while_an_item_is_blank():
    document, found = build("```disclosure\n```")
    blanks = [item for item in found if item.code == "report-disclosure-blank"]
    assert len(blanks) == 1  # one warning that names all, not eight lines
    assert len(blanks[0].remedy("lv").split(", ")) == 8
    text = str(document.blocks)
    assert "Saraksts nav pilnīgs" in text
    assert "aptaujai pieteicās paši" in text
    full = replace(STUDY, disclosure=dict.fromkeys(_items(), STUDY.title))
    document, found = build("```disclosure\n```", study=full)
    assert found == []
    assert "Visas vienpadsmit" in str(document.blocks)


def _items() -> tuple[str, ...]:
    from atbalss.study.about import DISCLOSURE

    assert len(DISCLOSURE) == 11
    return DISCLOSURE


@pytest.mark.parametrize(
    ("call", "why"),
    [
        ("share()", "share(question, code, wave=..., among=..., standardised=...)"),
        ("share('use', 'daily', wave=2023)", 'wave=2023 (wave="...")'),
        ("share(['use'], 'daily')", "question="),
        ("items()", "items(question, ...)"),
        ("fig(['use'])", "id="),
        ("persons('use')", "number="),
        ("share('use', 'daily') | digits(1.5)", "digits=1.5"),
        ("share('use', 'daily') | digits(True)", "digits=True"),
        ("change('use', 'daily', since='2024')", "since='2024'"),
        ("change('use', 'daily', since='2024', wave='2023')", "since='2024', wave='2023'"),
    ],
)
def test_arguments_that_do_not_fit_are_told_as_the_author_writes_them(call, why):
    _, found = build("{{ " + call + " }}")
    assert codes(found) == ["report-arguments"]
    assert why in found[0].sentence("lv")
    assert found[0].where.line == 4


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{{ share(*share) }}", "report-expression"),
        ("<!-- piezīme --> Teksts.", "report-markup"),
        ("<!-- piezīme bez beigām\n\nTeksts.", "report-markup"),
        ("```callout\ntitle: Lieto 44 %\ntext: Teksts.\n```", "report-typed-number"),
        ("{{ items('tools', wave='2022') }}", "report-no-number"),
        ("{{ share('marks', 'good') }}", "tables-grid-has-no-codes"),
        ("{{ change('tools', since='2023') }}", "tables-no-mean"),
        ("```quotes\nquestion: nobody\n```", "report-unknown-name"),
        ("```quotes\nquestion: why\nlimit: .inf\n```", "report-fence-value"),
        ("```quotes\nquestion: why\nlimit: .nan\n```", "report-fence-value"),
        ("```quotes\nquestion: why\nlimit: -2\n```", "report-fence-value"),
        ("```table\nrows: 5\n```", "report-fence-value"),
        ("```table\nrows:\n```", "report-fence-value"),
        ("```table\nrows: [[a, b], [c]]\n```", "report-fence-value"),
        ("{{ fig('use') }}" + FIGURE.replace("Lietošana", "{a: b}"), "report-fence-value"),
        (
            "{{ fig('use') }}" + FIGURE.replace("id: use", "id: use\nmin_share: .nan"),
            "report-fence-value",
        ),
        (
            "{{ fig('use') }}" + FIGURE.replace("question: use", "question: marks"),
            "tables-grid-has-no-codes",
        ),
        (
            "{{ fig('use') }}" + FIGURE.replace("id: use", "id: use\nwaves: ['1999']"),
            "tables-unknown-wave",
        ),
        (
            "{{ fig('use') }}"
            + FIGURE.replace("question: use", "question: use\nmeasure: mean\nby: wave"),
            "tables-no-mean",
        ),
    ],
)
def test_what_an_analyst_gets_wrong_is_a_problem_with_a_line(body, code):
    _, found = build(body)
    assert code in codes(found)
    assert all(item.where.line for item in found)


def test_a_lower_bound_has_no_change():
    floor = PublishedFigure("speed", "", "mean", 3.0, is_floor=True)
    study = replace(STUDY, waves=(replace(STUDY.waves[0], figures=(floor,)), *STUDY.waves[1:]))
    for call in ("change", "direction"):
        _, found = build("{{ " + call + "('speed', since='2022') }}", study=study)
        assert codes(found) == ["report-no-number"], call


@pytest.mark.parametrize(
    ("call", "why"),
    [
        ("persons(base(), 'lokatīvs')", "lok"),
        ("counted(base(), 'bibliotēka')", "klients"),
        ("share('use', 'daily', among='sex=f')", 'among=("question", "code")'),
        ("direction('use', 'daily', since='2023', subject='x')", "mp"),
    ],
)
def test_what_may_stand_in_place_of_an_argument_is_said(call, why):
    _, found = build("{{ " + call + " }}")
    assert codes(found) == ["report-arguments"]
    assert why in found[0].sentence("lv")


@pytest.mark.parametrize("typed", ["'51'", "51", "'51 %' | plain", "('a', 'b')", "-3", "true"])
def test_a_typed_text_in_curly_brackets_is_no_number(typed):
    _, found = build("Teksts {{ " + typed + " }}.")
    assert codes(found) == ["report-expression-typed"]


@pytest.mark.parametrize(("body", "sign"), [("base().value", "."), ("{'a': 1}", "{...}")])
def test_what_may_not_stand_in_an_expression_is_named_as_written(body, sign):
    _, found = build("{{ " + body + " }}")
    assert codes(found) == ["report-expression"]
    assert sign in found[0].sentence("lv")
