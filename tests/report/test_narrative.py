"""What is written becomes what is printed: reading, binding, numbering, blocks, drafts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atbalss.exchange.delimited import Quote
from atbalss.problems import errors
from atbalss.report.bind import DIFFERENCES, Printed, rounded, text_of
from atbalss.report.demand import demand
from atbalss.report.document import (
    Callout,
    DataTable,
    FigureBlock,
    Footnote,
    Form,
    Heading,
    KeyNumbers,
    ListBlock,
    Paragraph,
    Quotations,
    Reference,
)
from atbalss.report.draft import draft
from atbalss.report.draft_texts import words
from atbalss.report.narrative import compose, parse
from atbalss.report.nodes import FigureNode, expressions_of, inlines_of
from atbalss.report.numerals import decimal, percent
from atbalss.report.sentences import plain
from atbalss.study.about import SmallRows
from atbalss.study.decimals import half_up
from atbalss.tables.result import CellKey, Number, Unit

from .told import (
    QUESTIONNAIRE,
    STUDY,
    bound,
    build,
    cells,
    codes,
    people,
    said,
    without_test_sizes,
)

FIGURE = """
```figure
id: {id}
form: {form}
question: use
caption: Lietošana {id}
finding: Katru dienu lieto {{{{ share("use", "daily") }}}} ({id}).
```
"""


def figure(name: str, form: str = "bars") -> str:
    return FIGURE.format(id=name, form=form)


# ---- reading


def test_markup_cannot_break_an_expression():
    narrative, found = parse('A {{ share("a*b", "c_d_e") | plain }} *b*', "r.md", "lv")
    assert found == []
    runs = [run for block in narrative.blocks for run in inlines_of(block)]
    assert [item.source for run in runs for item in expressions_of(run)] == [
        'share("a*b", "c_d_e") | plain'
    ]


def test_expressions_know_their_lines():
    text = (
        "---\ntitle: A\n---\n\nPirmā\nrinda {{ a() }}\n\n- x\n- y {{ b() }}\n\n"
        "| h |\n|---|\n| {{ c() | plain }} |\n"
    )
    narrative, found = parse(text, "r.md", "lv")
    assert found == []
    runs = [run for block in narrative.blocks for run in inlines_of(block)]
    lines = {item.source: item.line for run in runs for item in expressions_of(run)}
    assert lines == {"a()": 6, "b()": 9, "c() | plain": 13}


def test_bars_of_filters_part_no_cells():
    document, found = build("| A | B |\n|---|---|\n| x | {{ share('use', 'daily') | plain }} |")
    assert found == []
    table = document.blocks[1]
    assert isinstance(table, DataTable)
    assert [cell.text for cell in table.rows[0]] == ["x", "44"]
    assert table.rows[0][1].number_id in document.numbers


def test_a_figure_is_read():
    narrative, found = parse(
        "```figure\nid: a\nform: stacked\nquestions: [use, tools]\nby: wave\n"
        "waves: ['2023', 2024]\n"
        "codes: [daily, 10]\nmin_share: 2\nbands: yes\namong:\n  - {question: use, code: daily}\n"
        "caption: C\nfinding: F\n```",
        "r.md",
        "lv",
    )
    assert found == []
    node = narrative.blocks[0]
    assert isinstance(node, FigureNode)
    spec = node.spec
    assert (spec.id, spec.form, spec.questions) == ("a", Form.STACKED, ("use", "tools"))
    assert (spec.waves, spec.codes, spec.by_wave) == (("2023", "2024"), ("daily", "10"), True)
    assert (spec.min_share, spec.bands, spec.line) == (0.02, True, 1)
    assert (spec.among[0].question, spec.among[0].code) == ("use", "daily")


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text):
    narrative, _ = parse(text, "r.md", "lv")
    assert narrative.file == "r.md"


@settings(max_examples=33, deadline=None)
@given(
    st.text(alphabet=st.sampled_from(list("{}()[]|\"'`#*_-=:,. \nabsharefigutymyd1")), max_size=120)
)
def test_no_text_breaks_the_build(text):
    document, found = build(text)
    assert document.lang == "lv"
    assert all(item.sentence("lv") and item.remedy("lv") for item in found)


# ---- numbers


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("share('use', 'daily')", "44 %"),
        ("share('use', 'any')", "64 %"),
        ("share('use', 'daily') | plain", "44"),
        ("share('use', 'daily') | digits(1)", "44,0 %"),
        ("share('use', 'daily') | interval", "44 % (95 % intervāls 37–51 %)"),
        ("share('use', 'daily', wave='2023')", "20 %"),
        ("share('use', 'daily', wave='2022')", "50 %"),
        ("share('use', 'daily', among=('tools', 'card'))", "100 %*"),
        ("mean('speed')", "5,0"),
        ("mean('marks')", "4,5"),
        ("count('use', 'daily')", "88"),
        ("base()", "200"),
        ("persons(base())", "200 respondenti"),
        ("persons(base(), 'no')", "200 respondentiem"),
        ("counted(count('use', 'weekly'), 'klients', 'dat')", "40 klientiem"),
        ("change('use', 'daily', since='2023')", "+24 procentpunkti"),
        ("change('use', 'weekly', since='2023')", "−20 procentpunkti"),
        ("change('use', 'weekly', since='2023') | abs('par')", "20 procentpunktiem"),
        ("change('use', 'weekly', since='2023') | abs | case('dat')", "20 procentpunktiem"),
        ("change('use', 'daily', since='2023') | plain", "+24"),
        ("change('speed', since='2022')", "+2,0 punkti"),
        ("items('use')", "3"),
        ("items('use', 'tools')", "5"),
        ("value('limit')", "10 minūtes"),
        ("label('use', 'daily')", "Katru dienu"),
        ("label('use', 'any', lower=True)", "lieto"),
        ("label('use', quoted=True)", "„Cik bieži lietojat?“"),
        ("label('marks')", "Vērtējumi"),
        ("most('use')", "Katru dienu"),
        ("ranked('use', 2)", "Katru dienu (44 %) un Nekad (36 %)"),
        ("ranked('marks', 2)", "Ātrums (5,0) un Laipnība (4,0)"),
        ("fraction(share('use', 'weekly'))", "piektdaļa"),
        ("fraction(share('use', 'any'), case='dat')", "gandrīz divām trešdaļām"),
        ("fraction(share('use', 'never'), capital=True)", "Vairāk nekā trešdaļa"),
        ("say('katrs piektais', share('use', 'weekly'))", "katrs piektais"),
        ("say('Lielākā daļa', share('use', 'any'))", "Lielākā daļa"),
        ("say_rank('Visbiežāk', 'use', 'daily')", "Visbiežāk"),
        ("say_rank('otrs biežākais', 'use', 'never')", "otrs biežākais"),
        ("say_rank('viens no biežākajiem', 'use', 'never')", "viens no biežākajiem"),
        ("say_rank('visretāk', 'use', 'weekly', of=('daily', 'weekly'))", "visretāk"),
        ("direction('use', 'daily', since='2023')", "pieauga par 24 procentpunktiem"),
        ("direction('use', 'weekly', since='2023')", "samazinājās par 20 procentpunktiem"),
        ("direction('use', 'never', since='2023')", "statistiski nozīmīgas atšķirības nav"),
        (
            "direction('use', 'daily', since='2022', subject='f')",
            "pēc publicētajiem datiem ir par 6 procentpunktiem mazāka; atšķirība nav pārbaudāma",
        ),
    ],
)
def test_what_expressions_print(expression, words):
    assert said(f"{{{{ {expression} }}}}") == words


@pytest.mark.parametrize(
    ("lang", "expression", "words"),
    [
        ("en", "share('use', 'daily') | interval", "44% (95% interval 37–51%)"),
        ("en", "change('use', 'weekly', since='2023')", "−20 percentage points"),
        ("en", "persons(base())", "200 respondents"),
        ("en", "fraction(share('use', 'any'))", "almost two thirds"),
        ("en", "direction('use', 'daily', since='2023')", "rose by 24 percentage points"),
        ("en", "ranked('use', 2)", "Daily (44%) and Never (36%)"),
        ("ru", "share('use', 'daily')", "44 %"),
        ("ru", "mean('marks')", "4,5"),
        ("ru", "persons(count('use', 'weekly'))", "40 респондентов"),
        ("ru", "fraction(share('use', 'never'))", "более трети"),
        (
            "ru",
            "direction('use', 'daily', since='2023', subject='f')",
            "выросла на 24 процентных пункта",
        ),
        ("ru", "change('use', 'daily', since='2023') | abs('вин')", "24 процентных пункта"),
    ],
)
def test_other_languages(lang, expression, words):
    assert said(f"{{{{ {expression} }}}}", lang=lang) == words


def test_unchanged_is_said_only_within_the_margin():
    many = [*people(440, 200, 360)]
    again = [*people(435, 205, 360)] * 3
    now = many * 3
    assert (
        said("{{ direction('use', 'daily', since='2023') }}", now=now, past=again) == "nemainījās"
    )


def test_rounding_is_told_where_the_printed_pair_disagrees():
    now, past = people(93, 57, 50), people(49, 101, 50)  # 46.5 % and 24.5 %: 47 - 25 = 22
    assert said("{{ change('use', 'daily', since='2023') }}", now=now, past=past) == (
        "+22 procentpunkti"
    )
    now, past = people(76, 74, 100), people(52, 98, 100)
    first, second = 30.4, 20.8  # print as 30 and 21, but differ by 9.6
    pair = half_up(first) - half_up(second)
    assert pair != half_up(first - second)
    text = said("{{ change('use', 'daily', since='2023') }}", now=now, past=past)
    assert text == f"+{half_up(first - second)} procentpunkti (noapaļošanas dēļ ne +{pair})"
    document, _ = build("{{ change('use', 'daily', since='2023') }}", now=now, past=past)
    assert "noapaļošanas dēļ" in bound(document)[0].detail


def test_an_interval_in_the_authors_brackets_has_no_second_pair():
    assert said("Daļa ({{ share('use', 'daily') | interval }}).") == (
        "Daļa (44 %; 95 % intervāls 37–51 %)."
    )


def test_details_in_words():
    document, _ = build(
        "{{ share('use', 'daily') }} {{ direction('use', 'daily', since='2022') }} "
        "{{ change('use', 'daily', since='2023') }} {{ share('use', 'never', wave='2022') }}"
    )
    details = [item.detail.replace("\u00a0", " ") for item in bound(document)]
    assert details[0] == (
        "precīzi 44,0 %; n = 200; orientējošs 95 % intervāls 37–51 %; atdarināti dati"
    )
    assert "n nav zināms" in details[1]
    assert "nav pārbaudāma" in details[1]
    assert "nozīmīga" in details[1]
    assert "statistiski nozīmīga; p < 0,001" in details[2]
    assert "Holma" not in details[2], "one test needs no correction"
    assert "noapaļojums ±1" in details[3]


def test_the_register_holds_every_printed_number():
    document, _ = build(
        "{{ share('use', 'daily') }} {{ share('use', 'daily') }} "
        "{{ change('use', 'daily', since='2023') }} {{ say('piektdaļa', share('use', 'weekly')) }}"
    )
    items = bound(document)
    assert len({item.number_id for item in items}) == 4
    first, again, change, word = (document.numbers[item.number_id] for item in items)
    assert first["text"] == again["text"] == "44\u00a0%"
    assert (first["value"], first["base"], first["n"]) == (0.44, 200, 88)
    assert (first["question"], first["code"], first["wave"]) == ("use", "daily", "2024")
    assert (first["line"], first["expression"]) == (4, "share('use', 'daily')")
    assert change["unit"] == "share_difference"
    assert change["comparison"]["verdict"] == "higher"  # type: ignore[index]
    assert word["kind"] == "word"


def test_ids_do_not_move_when_other_sentences_come():
    before, _ = build("{{ share('use', 'daily') }}")
    after, _ = build("{{ share('use', 'never') }} {{ base() }} {{ share('use', 'daily') }}")
    assert bound(before)[0].number_id == bound(after)[2].number_id


counts = st.integers(0, 120)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(counts, counts, counts, counts, counts, st.sampled_from(["lv", "en", "ru"]))
def test_every_bound_number_equals_its_cell(daily, weekly, never, past, rest, lang):
    now, before = people(daily + 40, weekly, never), people(past + 40, rest, 0)
    body = (
        "{{ share('use', 'daily') }} {{ share('use', 'any') | plain }} {{ mean('marks') }} "
        "{{ count('use', 'never') }} {{ base('use') }} {{ change('use', 'daily', since='2023') }} "
        "{{ share('use', 'weekly') | interval }} {{ direction('use', 'daily', since='2023') }}"
    )
    shown = replace(STUDY, rules=replace(STUDY.rules, small_rows=SmallRows.SHOW))
    document, found = build(body, lang=lang, now=now, past=before, study=shown)
    assert errors(found) == []
    held = cells(now, before, study=shown)
    for item in bound(document):
        entry = document.numbers[item.number_id]
        assert entry["text"] == item.text
        among = tuple(tuple(pair) for pair in entry["among"])  # type: ignore[attr-defined, misc]
        question, code, wave = (str(entry[key]) for key in ("question", "code", "wave"))
        unit = Unit(str(entry["unit"]))
        if unit is Unit.SHARE:
            number = held.share(question, code, wave, among)  # type: ignore[arg-type]
        elif unit is Unit.MEAN:
            number = held.mean(question, wave)
        elif unit is Unit.COUNT:
            number = held.count(question, code, wave) if code else held.base(question, wave)
        else:
            later, earlier = (held.share("use", "daily", name) for name in ("2024", "2023"))
            number = held.difference(later, earlier)
        assert entry["value"] == number.value
        if unit in DIFFERENCES:
            assert (
                str(abs(rounded(number))) in item.text
                or "nav" in item.text
                or (
                    "no stat" in item.text
                    or "нет" in item.text
                    or item.text.startswith("n")
                    or item.text.startswith("did")
                    or item.text.startswith("не ")
                )
            )
        elif unit is Unit.SHARE:
            assert percent(number.value or 0.0, lang).split("%")[0].strip() in item.text
        elif unit is Unit.MEAN:
            assert decimal(number.value or 0.0, 1, lang) in item.text


# ---- the family of tests, before any sentence


def test_the_demand_is_read_without_counting():
    narrative, _ = parse(
        "{{ change('use', 'daily', since='2023') | abs }} {{ fraction(share('use', 'weekly', "
        "among=('tools', 'card'))) }} {{ direction('speed', since='2022') }}"
        "{{ change('use', 'nothing', since='2023') }}\n"
        "```figure\nid: a\nform: grouped\nquestion: use\ncodes: [daily, never]\nby: wave\n"
        "waves: ['2022', '2023', '2024']\namong:\n  - {question: tools, code: bank}\n"
        "caption: C\nfinding: \"{{ change('use', 'weekly', since='2023') }}\"\n```\n"
        "```figure\nid: b\ngrid: marks\nmeasure: mean\nby: wave\ncaption: C\nfinding: F\n```",
        "r.md",
        "lv",
    )
    found = demand(narrative, STUDY, QUESTIONNAIRE)
    assert found.amongs == {(("tools", "card"),), (("tools", "bank"),)}

    def pair(question: str, code: str, wave: str) -> tuple[CellKey, CellKey]:
        return CellKey(question, code, "2024"), CellKey(question, code, wave)

    assert found.comparisons == {
        pair("use", "daily", "2023"),
        pair("use", "weekly", "2023"),
        pair("use", "daily", "2022"),
        pair("use", "never", "2022"),
        pair("use", "never", "2023"),
        pair("speed", "", "2022"),
        pair("speed", "", "2023"),
        pair("care", "", "2023"),
        pair("marks", "", "2023"),
    }


def test_more_comparisons_make_each_p_larger():
    few, _ = build("{{ change('use', 'daily', since='2023') }}")
    many, _ = build(
        "{{ change('use', 'daily', since='2023') }} {{ change('use', 'weekly', since='2023') }} "
        "{{ change('use', 'never', since='2023') }}"
    )
    first, second = (
        document.numbers[bound(document)[0].number_id]["comparison"] for document in (few, many)
    )
    assert second["p"] == first["p"]  # type: ignore[index]
    assert second["p_adjusted"] > first["p_adjusted"]  # type: ignore[index]
    assert second["family_size"] == 3  # type: ignore[index]
    assert "Holma labojumu 3" in bound(many)[0].detail


def test_a_past_n_makes_an_approximate_test():
    study = without_test_sizes()
    text = said("{{ direction('speed', since='2022') }}", study=study)
    assert "nav pārbaudāma" not in text or "n" in text
    document, _ = build("{{ change('use', 'daily', since='2022') }}", study=study)
    assert "aptuvens tests" in bound(document)[0].detail


# ---- documents


def test_headings_figures_and_annexes_are_numbered():
    body = (
        "# Kopsavilkums {-}\n\n{{ fig('b') }} un {{ fig('a', 'lok') }}, {{ annex('x', 'lok') }}\n\n"
        "# Viens\n\n## Daļa\n" + figure("a") + "\n# Divi {#otrs}\n" + figure("b") + "\n## Cita\n\n"
        "```annex\nid: x\ntitle: Pielikums\n```\n\n## Te\n\nTeksts."
    )
    document, found = build(body, front="title: A\nnumbered: yes")
    assert found == []
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert [(item.number, plain(item.items)) for item in headings] == [
        ("", "Kopsavilkums"),
        ("1", "Viens"),
        ("1.1", "Daļa"),
        ("2", "Divi"),
        ("2.1", "Cita"),
        ("", "1.\u00a0pielikums. Pielikums"),
        ("", "Te"),
    ]
    assert headings[3].anchor == "otrs"
    figures = [block for block in document.blocks if isinstance(block, FigureBlock)]
    assert [item.label for item in figures] == ["1.\u00a0attēls", "2.\u00a0attēls"]
    assert [item.anchor for item in figures] == ["fig-a", "fig-b"]
    first = next(block for block in document.blocks if isinstance(block, Paragraph))
    references = [item for item in first.items if isinstance(item, Reference)]
    assert [item.target for item in references] == ["fig-b", "fig-a", "annex-x"]
    assert plain(first.items) == "2.\u00a0attēls un 1.\u00a0attēlā, 1.\u00a0pielikumā"
    assert figures[0].alt == "Katru dienu lieto 44\u00a0% (a)."


def test_invented_answers_are_told_once():
    document, _ = build("{{ share('use', 'daily') }}")
    boxes = [block for block in document.blocks if isinstance(block, Callout)]
    assert [item.kind for item in boxes] == ["invented"]
    assert document.invented
    assert document.invented_words == "atdarināti dati"
    own = "```callout\nkind: note\ntitle: Atdarināti dati\ntext: Viss ir izdomāts.\n```\n\n"
    document, found = build(own + "{{ share('use', 'daily') }}")
    assert found == []
    assert [b.kind for b in document.blocks if isinstance(b, Callout)] == ["invented"]
    document, _ = build("{{ share('use', 'daily', wave='2023') }}")
    assert not document.invented


def test_small_bases_are_marked_and_explained_in_their_chapter():
    body = "# A\n\n{{ share('use', 'daily') }}\n\n# B\n\nTeksts."
    document, found = build(body, now=people(40, 20, 0))
    assert found == []
    texts = [plain(block.items) for block in document.blocks if isinstance(block, Paragraph)]
    assert texts[0] == "67\u00a0%*"
    assert texts[1].startswith("* Bāze ir no 30 līdz 99")
    assert len(texts) == 3


@pytest.mark.parametrize(
    ("lang", "change", "since_published"),
    [
        ("lv", "+20 procentpunkti*", "ir par 20 procentpunktiem lielāka;"),
        ("en", "+20 percentage points*", "is 20 percentage points higher "),
        ("ru", "+20 процентных пунктов*", "на 20 процентных пунктов выше;"),
    ],
)
def test_marks_stand_behind_units_and_not_in_words(lang, change, since_published):
    now = people(42, 12, 6)
    text = "{{ change('use', 'daily', since='2022') }}"
    assert said(text, lang=lang, now=now) == change
    clause = said("{{ direction('use', 'daily', since='2022', subject='f') }}", lang=lang, now=now)
    assert since_published in clause and "*" not in clause
    assert said("{{ share('use', 'daily') | plain }}", lang=lang, now=now) == "70*"


def test_words_carry_no_mark_of_a_small_base():
    now = people(42, 12, 6)
    text = said("{{ say('Lielākā daļa', share('use', 'daily')) }}", now=now)
    assert text == "Lielākā daļa"
    assert "*" not in said("{{ fraction(share('use', 'weekly')) }}", now=now)


def test_blocks():
    body = (
        "```keynumbers\nentries:\n  - [\"share('use', 'daily')\", lieto katru dienu]\n```\n\n"
        "```quotes\nquestion: why\ntitle: Ko teica\n```\n\n```glossary\n```\n\n```method\n```\n\n"
        '```table\nrows:\n  - [Interviju skaits, "{{ base() }}"]\n  - [Veids, CATI]\n```\n\n'
        "- viens\n- divi ^[Piezīme par {{ base() }}.]\n"
    )
    document, found = build(
        body, quotes={"why": (Quote("why", "<b>#hash*</b>"), Quote("why", "Otrs"))}
    )
    assert found == []
    by_type = {type(block): block for block in document.blocks}
    keys = by_type[KeyNumbers]
    assert isinstance(keys, KeyNumbers)
    assert (keys.entries[0][0].text, keys.entries[0][1]) == ("44\u00a0%", "lieto katru dienu")
    quotes = by_type[Quotations]
    assert isinstance(quotes, Quotations)
    assert quotes.texts == ("<b>#hash*</b>", "Otrs")
    assert "atdarināti" in quotes.note
    tables = [block for block in document.blocks if isinstance(block, DataTable)]
    assert [row[0].text for row in tables[0].rows] == [
        "Pasūtītājs",
        "Izpildītājs",
        "Izlases apjoms",
    ]
    assert [row[1].text for row in tables[1].rows] == ["200", "CATI"]
    assert tables[1].rows[0][1].number_id
    bullets = by_type[ListBlock]
    assert isinstance(bullets, ListBlock)
    last = bullets.entries[1][0]
    assert isinstance(last, Paragraph)
    note = last.items[-1]
    assert isinstance(note, Footnote)
    assert plain(note.items) == "Piezīme par 200."


def test_quotations_in_another_language_say_so():
    said_by = tuple(Quote("why", text, lang=lang) for text, lang in (("Tā.", "lv"), ("Так.", "ru")))
    body = "```quotes\nquestion: why\ntitle: Ko teica\n```"
    document, found = build(body, quotes={"why": said_by})
    assert found == []
    first, second = (block for block in document.blocks if isinstance(block, Quotations))
    assert (first.title, first.texts, first.lang) == ("Ko teica", ("Tā.",), "")
    assert (second.title, second.texts, second.lang) == ("", ("Так.",), "ru")
    assert "krievu" not in first.note and second.note.endswith("Teikts krievu valodā.")


def test_the_table_of_all_comparisons():
    body = "{{ change('use', 'daily', since='2023') }} {{ change('use', 'daily', since='2022') }}"
    document, found = build(body + "\n\n```comparisons\n```")
    assert found == []
    table = next(block for block in document.blocks if isinstance(block, DataTable))
    assert len(table.rows) == 2
    heads = [cell.text for cell in table.header]
    tested, untested = (
        {head: cell.text.replace("\u00a0", " ") for head, cell in zip(heads, row, strict=True)}
        for row in table.rows
    )
    assert tested == {
        "Rādītājs": "Cik bieži lietojat?: Katru dienu",
        "Pret": "2023",
        "Tagad": "44 %",
        "Toreiz": "20 %",
        "Starpība": "+24",
        "p": "< 0,001",
        "p (Holms)": "< 0,001",
        "h vai d": "+0,52",
        "Atklātu no": "13",
        "Secinājums": "augstāk",
        "n no": "–",
    }
    assert (untested["Pret"], untested["Secinājums"]) == ("2022", "nav pārbaudāma")
    assert (untested["p"], untested["p (Holms)"]) == ("–", "–")
    assert untested["n no"].isdigit() or untested["n no"] == "nekad"
    assert any(note.startswith("p – ") for note in table.notes)
    assert any("„n no“" in note for note in table.notes)


def test_the_table_of_comparisons_leaves_empty_columns_out():
    one = "{{{{ change('use', 'daily', since='{wave}') }}}}\n\n```comparisons\n```"
    for wave, absent, present in (
        ("2023", {"n no"}, {"p", "p (Holms)", "h vai d", "Atklātu no"}),
        ("2022", {"p", "p (Holms)", "h vai d", "Atklātu no"}, {"n no"}),
    ):
        document, found = build(one.format(wave=wave))
        assert found == []
        table = next(block for block in document.blocks if isinstance(block, DataTable))
        heads = {cell.text for cell in table.header}
        assert present <= heads and not absent & heads
        assert len(table.widths) == len(table.header)


def test_lines_within_blocks():
    body = "\n```callout\ntitle: A\ntext: |\n  Viens.\n\n  Lielākā daļa.\n```"
    _, found = build(body)
    assert [(item.code, item.where.line) for item in found] == [("report-bare-majority", 10)]


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_a_draft_builds_without_problems(lang):
    text = draft(STUDY, QUESTIONNAIRE, cells(), lang)
    narrative, found = parse(text, f"report.{lang}.md", lang)
    assert found == []
    numbers = cells(asked=demand(narrative, STUDY, QUESTIONNAIRE))
    document, found = compose(narrative, STUDY, QUESTIONNAIRE, numbers, lang)
    assert errors(found) == [], [item.sentence("en") for item in errors(found)]
    assert set(codes(found)) <= {"report-disclosure-blank"}
    figures = [block for block in document.blocks if isinstance(block, FigureBlock)]
    assert [item.anchor for item in figures] == ["fig-use", "fig-tools", "fig-marks"]
    assert text.count(words("several", lang)) == 1, "where several answers could be given"


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(counts, counts, counts, st.integers(0, 40))
def test_a_draft_of_any_answers_builds(daily, weekly, never, other):
    now = people(daily, weekly, never, other=other) or people(1, 0, 0)
    text = draft(STUDY, QUESTIONNAIRE, cells(now), "lv")
    narrative, found = parse(text, "report.lv.md", "lv")
    numbers = cells(now, asked=demand(narrative, STUDY, QUESTIONNAIRE))
    _, more = compose(narrative, STUDY, QUESTIONNAIRE, numbers, "lv")
    assert errors([*found, *more]) == []


def test_the_key_number_of_a_scale_is_its_mean():
    scale = next(item for item in QUESTIONNAIRE.questions if item.name == "speed")
    alone = replace(QUESTIONNAIRE, items=(replace(scale, grid=""), *QUESTIONNAIRE.items[:1]))
    text = draft(STUDY, alone, cells(), "lv")
    assert """- ['mean("speed")', '{{ label("speed") }}: vidējais vērtējums']""" in text
    assert (
        """- ['share("use", "daily")', '{{ label("use") }}: {{ label("use", "daily") }}']""" in text
    )


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((3.70, 3.66, 3.74), "3,70 (95 % intervāls 3,66–3,74)"),
        ((3.70, 3.698, 3.702), "3,700 (95 % intervāls 3,698–3,702)"),
        ((3.70, 3.7, 3.7), "3,7 (95 % intervāls 3,7–3,7)"),
        ((3.70, 3.6, 3.74), "3,7 (95 % intervāls 3,6–3,7)"),
    ],
)
def test_an_interval_whose_ends_would_print_alike_gets_more_decimals(numbers, words):
    value, low, high = numbers
    number = Number(CellKey("q", "", "2024"), Unit.MEAN, value, low=low, high=high, base=900)
    printed = Printed(number, "mean('q')", interval=True)
    assert text_of(printed, "lv").replace("\u00a0", " ") == words
    assert text_of(replace(printed, digits=1), "lv").startswith("3,7 (95")


def test_comparisons_within_a_filter_say_so():
    calls = "{{ change('use', 'daily', since='2023', among=('tools', 'bank')) }}"
    document, found = build(calls + "\n\n```comparisons\n```")
    assert found == []
    table = next(block for block in document.blocks if isinstance(block, DataTable))
    assert table.rows[0][0].text.endswith("Katru dienu (Banka)")
