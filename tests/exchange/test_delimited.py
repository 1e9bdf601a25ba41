import polars as pl
from hypothesis import assume, given
from hypothesis import strategies as st

from atbalss.exchange.delimited import (
    read_answers,
    read_codes,
    read_published,
    read_quotes,
    read_rows,
    read_table,
    write_table,
)
from atbalss.problems import errors

cell = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8)


@given(st.lists(st.tuples(cell, cell), min_size=1, max_size=5))
def test_writing_then_reading_gives_the_same_cells(rows):
    table = pl.DataFrame(
        {
            "id": [str(i) for i in range(len(rows))],
            "a": [one or None for one, _ in rows],
            "b": [two or None for _, two in rows],
        },
        schema=dict.fromkeys("id a b".split(), pl.String),
    )
    again, problems = read_answers(write_table(table), "answers.csv")
    assert problems == []
    assert again.equals(table)


def test_mark_semicolons_and_windows_line_ends_are_tolerated():
    table, problems = read_answers('\ufeffid;q\r\n1;"a;b"\r\n2;\r\n'.encode(), "answers.csv")
    assert problems == []
    assert table.rows() == [("1", "a;b"), ("2", None)]


def test_tabs_are_tolerated_and_numbers_stay_text():
    table, _ = read_answers("id\tq\n007\t1,5\n", "answers.csv")
    assert table.rows() == [("007", "1,5")]


def test_a_row_with_too_many_cells_is_named():
    _, problems = read_answers("id,q\n1,2\n2,3,4\n", "answers.csv")
    assert [(p.code, p.where.row) for p in problems] == [("answers-line-too-long", 3)]


def test_a_file_that_is_no_text_is_refused_with_a_remedy():
    _, problems = read_answers("id,q\n1,ā\n".encode("cp1257"), "answers.csv")
    assert problems[0].code == "answers-file-unreadable"


def test_missing_and_repeated_columns_are_named():
    assert read_answers("x,q\n1,2\n", "f")[1][0].code == "answers-file-no-column"
    assert read_answers("id,q,q\n1,2,3\n", "f")[1][0].code == "answers-file-column-twice"
    assert read_answers("", "f")[1][0].code == "answers-file-no-column"


def test_no_rows_is_no_fault():
    table, problems = read_codes("id,question,code\n", "codes.csv")
    assert (table.height, problems) == (0, [])


def test_formula_like_cells_are_data_and_disarmed_only_for_excel():
    table = pl.DataFrame({"id": ["1", "2", "3"], "q": ["=1+1", "-5", "@SUM(A1)"]})
    assert "=1+1" in write_table(table) and "'" not in write_table(table)
    text = write_table(table, for_excel=True)
    assert text.splitlines()[1:] == ["1;'=1+1", "2;-5", "3;'@SUM(A1)"]


def test_published_figures_are_read_and_bad_rows_named():
    text = (
        "question,code,measure,value,n,rounding,derived,floor,source\n"
        "eid,eid,share,65,142,,no,no,22. attēls\n"
        'sat,,mean,"9,7",,,yes,,\n'
        "sat,,mean,9.8,,,,,\n"
        "eid,x,share,165,,,,,\n"
        "eid,y,points,5,many,,,,\n"
    )
    figures, problems = read_published(text, "published.csv")
    assert [(f.question, f.value, f.n, f.rounding, f.derived) for f in figures] == [
        ("eid", 65.0, 142, 0.5, False),
        ("sat", 9.7, None, 0.05, True),
    ]
    assert [(p.code, p.where.row, p.where.column) for p in problems] == [
        ("answers-published-twice", 4, ""),
        ("answers-published-bad", 5, "value"),
        ("answers-published-bad", 6, "measure"),
        ("answers-published-bad", 6, "n"),
    ]


def test_quotes_keep_their_order_and_mark():
    quotes, problems = read_quotes(
        'question,wave,text,invented\npos,2024,"Paldies, ""meitenes""!",yes\npos,2024,,\n', "q.csv"
    )
    assert problems == []
    assert [(q.question, q.text, q.invented) for q in quotes] == [
        ("pos", 'Paldies, "meitenes"!', True)
    ]


def test_a_published_base_of_nobody_and_a_negative_rounding_are_refused():
    head = "question,code,measure,value,n,rounding\n"
    for row, column in (("q,a,share,50,0,0.5", "n"), ("q,a,share,50,10,-1", "rounding")):
        figures, found = read_published(head + row + "\n", "published.csv")
        assert figures == []
        assert [(item.code, item.where.column) for item in found] == [
            ("answers-published-bad", column)
        ]
    assert read_published(head + "q,a,share,50,10,0\n", "published.csv")[1] == []


rows_of_text = st.lists(st.tuples(cell, cell, cell), max_size=5)
joins = st.sampled_from([",", ";", "\t"])


@given(rows_of_text, joins, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_rows_without_a_data_frame_library_are_those_of_the_table(rows, sign, end, blank_end):
    quoted = [sign.join('"' + c.replace('"', '""') + '"' for c in row) for row in rows]
    text = end.join([sign.join(("id", "a", "b")), *quoted, *([""] * 3 if blank_end else [])])
    table, found = read_table(text, "f.csv", ("id",))
    plain, problems = read_rows(text, "f.csv", ("id",))
    wanted = [{name: c or "" for name, c in row.items()} for row in table.iter_rows(named=True)]
    while wanted and not any(wanted[-1].values()):
        wanted.pop()
    assert (plain, problems) == (wanted, found)


@given(st.text(st.sampled_from('a1 ,;\t\n"'), max_size=40))
def test_rows_of_any_text_are_those_of_the_table_wherever_both_can_be_read(text):
    table, found = read_table("a,b\n" + text, "f.csv")
    plain, problems = read_rows("a,b\n" + text, "f.csv")
    assume(
        not errors(found) and not errors(problems)
    )  # the two are strict about different stray quotes
    wanted = [{name: c or "" for name, c in row.items()} for row in table.iter_rows(named=True)]
    while wanted and not any(wanted[-1].values()):
        wanted.pop()
    assert plain == wanted


def test_rows_that_cannot_be_read_are_refused():
    assert read_rows('a,b\n"open,2\n', "f")[1][0].code == "answers-file-unreadable"
    assert read_rows("a,b\n1,2,3\n", "f")[1][0].code == "answers-line-too-long"
    assert read_rows("a,b\n\n1,2\n\n", "f")[0] == [{"a": "", "b": ""}, {"a": "1", "b": "2"}]


def test_a_short_row_is_told_and_kept():
    table, found = read_answers("id,a,b\n1,x,y\n2\n\n3,x,y\n", "answers.csv")
    assert [(item.code, item.where.row) for item in found] == [("answers-line-too-short", 3)]
    assert table["id"].to_list() == ["1", "2", None, "3"]
    rows, found = read_rows("id,a,b\n2\n", "x.csv")
    assert rows == [{"id": "2", "a": "", "b": ""}]
    assert found[0].code == "answers-line-too-short"
