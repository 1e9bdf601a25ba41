"""Random questionnaires over HTTP beside the pure functions: the row is the model's at every step.

Two tabs, double clicks, reloads of a post, old pages, other languages and resets are all a page
posted at some moment: the machine posts any page it ever got, in any order.
"""

from __future__ import annotations

from dataclasses import replace
from unittest import mock

from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atbalss.answers.record import as_text
from atbalss.interview.accept import accept_page, begin
from atbalss.interview.path import is_computed, is_put, path
from atbalss.study.question import Kind
from atbalss_web.runner import actions, views
from atbalss_web.runner.models import Interview, Step
from atbalss_web.runner.queries import context_of
from atbalss_web.runner.record import as_record, as_values

from ..strategies import answers, questionnaires
from .conftest import NOW


@st.composite
def posts(draw, questionnaire):
    """What some page may post: good answers, hostile words, blanks; of one or a few questions."""
    asked = [q for q in questionnaire.questions if is_put(q) and not is_computed(q)]
    some = draw(
        st.lists(st.sampled_from(asked), min_size=1, max_size=3, unique_by=lambda q: q.name)
    )
    found = {}
    for question in some:
        if question.kind is Kind.NOTE:
            found[question.name] = []
        elif draw(st.integers(0, 5)) == 0:
            found[question.name] = [draw(st.sampled_from(["", "_refused", "zzz", "-1", "70"]))]
        else:
            said = draw(answers(question))
            if question.kind is Kind.MULTIPLE:
                found[question.name] = list(said)
            else:
                found[question.name] = [as_text(said)]
    return found, draw(st.sampled_from(["lv", "en"])), draw(st.sampled_from(["", "tiešām"]))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_the_row_is_the_models_record_at_every_step(version, data):
    questionnaire = data.draw(questionnaires(most=8))
    patched = [
        mock.patch.object(module, "questionnaire_of", lambda _: questionnaire)
        for module in (actions, views)
    ]
    with patched[0], patched[1], mock.patch("django.utils.timezone.now", lambda: NOW):
        interview = actions.start(version, NOW, lang="lv", mode="web")
        model = begin(questionnaire, interview.key, context_of(interview, NOW), lang="lv")
        client, address, lang, step = Client(), f"/i/{interview.token}/", "lv", 0
        for given_now, spoken, reason in data.draw(st.lists(posts(questionnaire), max_size=8)):
            way = data.draw(st.sampled_from([{}, {"X-Atbalss": "page"}]))
            fields = {"lang": spoken, "page": next(iter(given_now))}
            for name, words in given_now.items():
                fields |= {f"has.{name}": "1", f"q.{name}": words, f"reason.{name}": reason}
            context = replace(context_of(interview, NOW), lang=lang)
            reasons = dict.fromkeys(given_now, reason)
            taken = accept_page(questionnaire, model, given_now, spoken, context, reasons=reasons)
            for _ in range(data.draw(st.integers(1, 2))):  # once, or a double click
                done = client.post(address, fields, headers=way)
                expected = 422 if not taken.taken else 200 if way else 303
                assert done.status_code == expected
            news = as_values(taken.record) != as_values(model) or spoken != lang
            step += news
            model, lang = taken.record, spoken
            row = Interview.objects.get(pk=interview.pk)
            assert (row.record, row.step) == (as_values(model), step)
            assert Step.objects.filter(interview=row).count() == step
            shown = client.get(address)
            assert shown.status_code == 200
            following = path(questionnaire, model, replace(context, lang=lang)).next
            assert f'name="page" value="{page_name(questionnaire, following)}"' in text_of(shown)
        assert as_record(questionnaire, row.key, row.record) == model if step else True


def page_name(questionnaire, name):
    return views.END if name is None else views._page_name(questionnaire, name)


def text_of(response) -> str:
    return response.content.decode()
