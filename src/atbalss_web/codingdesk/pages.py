"""What all pages of coding share: the task that is asked for, who may, the page itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from atbalss_web.accounts.models import Role
from atbalss_web.accounts.queries import organisations_with, person, require
from atbalss_web.codingdesk.book import asked
from atbalss_web.codingdesk.models import Task
from atbalss_web.pages import in_words, language_of, render
from atbalss_web.studies.models import Study

CODERS = (Role.CODER, Role.SUPERVISOR, Role.ANALYST)
JUDGES = (Role.SUPERVISOR, Role.ANALYST)


def task_of(request: HttpRequest, pk: int, *roles: Role) -> Task:
    """A task of an organisation in which the person holds one of the roles."""
    row = get_object_or_404(Task.objects.select_related("study__organisation"), pk=pk)
    require(request, *roles, organisation=row.study.organisation_id)
    return row


def judges(request: HttpRequest, row: Task) -> bool:
    """Whether the person may see who coded what, settle, release and change frames."""
    return row.study.organisation_id in organisations_with(person(request), *JUDGES)


def page(
    request: HttpRequest, template: str, row: Task, *, status: int = 200, **values: Any
) -> HttpResponse:
    """A page of a task, with what all of them need."""
    lang = language_of(request)
    question = asked(row.study).by_name[row.question]
    shared = {
        "row": row,
        "study": row.study,
        "title": title_of(row.study, lang),
        "question": question.short_label.get(lang) or question.label.get(lang) or row.question,
        "wording": question.label.get(lang),
        "invented": row.study.is_invented,
        "judge": judges(request, row),
    }
    return render(request, template, shared | values, status=status)


def title_of(study: Study, lang: str) -> str:
    """The study's title in a language."""
    return in_words(study.title, lang, study.slug)


def go(name: str, *parts: object, more: str = "") -> HttpResponseRedirect:
    """To a page, by GET."""
    return HttpResponseRedirect(reverse(name, args=parts) + more, status=303)


def whole(text: str) -> int | None:
    """A small whole number, None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None
