# ruff: noqa: E501 - a list of samples reads best so
"""Whatever sheets hold: the form runs or is refused with a problem, and nothing raises."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform import read_questionnaire
from atbalss.problems import errors
from atbalss.report.instrument import instrument

SURVEY = [
    "type", "name", "label", "label::English (en)", "label:Latviski", "hint", "relevant", "bind::relevant",
    "constraint", "constraint_message", "calculation", "default", "choice_filter", "appearance",
    "parameters", "required", "read_only", "media::image", "relevnt", "", "jr:count", "short_label_en",
    "scale_low", "codeframe", "role", "disabled", "soft_constraint", "x::y::z", ":", "::",
]  # fmt: skip
CHOICES = ["list_name", "list name", "name", "value", "label", "label::English (en)", "score"]
CHOICES += ["exclusive", "missing", "role", "net", "band", "region", "", "short_label::x"]
TYPES = [
    "text", "integer", "note", "calculate", "select_one yn", "select_multiple yn", "select_one yn or_other",
    "select_one nowhere", "begin_group", "end_group", "begin repeat", "end repeat", "begin group", "range",
    "geopoint", "image", "rank yn", "integr", "", "start", "audit", "hidden", "date", "percentage",
    "select_one", "select_one_from_file a.csv", "trigger", "select_one ${a}", "csv-external",
]  # fmt: skip
WORDS = [
    "", "a", "b", "yn", "yes", "no", "${a} = 'yes'", "selected(${b}, 'no')", "${a", ". > 1", "1 div 0",
    "region = ${a}", "field-list", "table-list", "label", "list-nolabel", "randomize=true, seed=${a}",
    "start=1 end=0", "start=1 end=10 step=1", "pulldata('a','b','c',${a})", "Text ${b} and ${zzz}", "1",
    "0.5", "dont_know", "other", "a b", "id", "x\u00a0y", "today()", "((((", "other_text", "net1 net2",
]  # fmt: skip
words = st.one_of(st.sampled_from(WORDS), st.text(max_size=8))


def sheets(name, headers, first):
    header = st.lists(st.one_of(st.sampled_from(headers), st.text(max_size=6)), max_size=9)
    row = st.tuples(st.sampled_from(first), st.lists(words, max_size=9)).map(
        lambda pair: [pair[0], *pair[1]]
    )
    return st.tuples(header, st.lists(row, max_size=8)).map(
        lambda pair: Sheet.of(name, [[headers[0], *pair[0]], *pair[1]])
    )


survey = sheets("survey", SURVEY, TYPES)
choices = sheets("choices", CHOICES, ["yn", "yn", "", "a"])
nets = sheets("nets", ["list_name", "name", "label_en", "label"], ["yn", "", "a"])
others = sheets("settings", ["form_title", "default_language", "form_id"], ["x", ""])


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(survey, choices, nets, others)
def test_random_sheets_never_raise(survey, choices, nets, others):
    workbook = Workbook((survey, choices, nets, others))
    questionnaire, problems = read_questionnaire(workbook, workbook)
    assert (questionnaire is None) == bool(errors(problems))
    for item in problems:
        for lang in ("lv", "en", "ru"):
            words = item.sentence(lang)
            for _, written in item.args:  # what an author wrote may have braces
                words = words.replace(written, "") if written else words
            assert "{" not in words.replace("${", "")
            assert item.remedy(lang)
    if questionnaire is not None:
        instrument(questionnaire, "lv")


@given(
    st.lists(
        st.tuples(st.text(max_size=8), st.lists(st.lists(words, max_size=4), max_size=4)),
        max_size=4,
    )
)
def test_any_workbook_never_raises(pairs):
    workbook = Workbook(tuple(Sheet.of(name, grid) for name, grid in pairs))
    questionnaire, problems = read_questionnaire(workbook)
    assert questionnaire is not None or errors(problems)
