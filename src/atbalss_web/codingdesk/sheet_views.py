"""The coder's Excel sheet: taken away, filled in, brought back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from atbalss.problems import Problem, Refused
from atbalss_web.accounts.queries import person
from atbalss_web.codingdesk import sheets
from atbalss_web.codingdesk.book import book_of
from atbalss_web.codingdesk.pages import CODERS, page, task_of
from atbalss_web.pages import language_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 100  # refused rows told one by one


@require_GET
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """What waits for the coder, as an Excel workbook."""
    row = task_of(request, pk, *CODERS)
    content = sheets.to_excel(book_of(row), person(request), timezone.now(), language_of(request))
    found = HttpResponse(content, content_type=XLSX)
    found.headers["Content-Disposition"] = f'attachment; filename="coding-{row.pk}.xlsx"'
    return found


def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a sheet away or bring it back; rows that changed meanwhile are told and left out."""
    row = task_of(request, pk, *CODERS)
    lang = language_of(request)
    taken: int | None = None
    problems: list[Problem] = []
    sent = request.FILES.get("file")
    if request.method == "POST" and sent is not None:
        content = sent.read(sheets.LARGEST + 1)
        try:
            taken, problems = sheets.from_excel(
                row, (sent.name or "")[:80], content, person(request), timezone.now()
            )
        except Refused as refused:
            problems = list(refused.problems)
    return page(
        request,
        "codingdesk/sheet.html",
        row,
        taken=taken,
        faults=[(one.where.words(lang), one.sentence(lang)) for one in problems[:SHOWN]],
        status=422 if problems and taken is None else 200,
    )
