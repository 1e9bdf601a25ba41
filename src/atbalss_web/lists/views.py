"""Pages of taking in lists: upload, look at columns and first rows, take in, release parts."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from atbalss.exchange.cells import MARK, csv_text
from atbalss.fieldwork.outcomes import OUTCOMES
from atbalss_web.accounts.models import Role
from atbalss_web.accounts.queries import person, require
from atbalss_web.cases.contacts import Refusal
from atbalss_web.lists import actions, guess, queries
from atbalss_web.lists.models import Upload
from atbalss_web.lists.reading import ENCODINGS, LARGEST, Unreadable
from atbalss_web.pages import in_words, language_of, render
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import rules_of
from atbalss_web.texts import say

KINDS = tuple(guess.FIELDS)


@require_GET
def studies(request: HttpRequest) -> HttpResponse:
    """The studies into which the person may take lists."""
    require(request, Role.SUPERVISOR)
    found = queries.studies_of(person(request))
    if len(found) == 1:
        return HttpResponseRedirect(f"/lists/{found[0].pk}/")
    lang = language_of(request)
    rows = [{"study": item, "title": in_words(item.title, lang, item.slug)} for item in found]
    return render(request, "lists/studies.html", {"rows": rows})


def study(request: HttpRequest, study: int) -> HttpResponse:
    """A study's lists and parts; a new list is uploaded here."""
    row = Study.objects.filter(pk=study).first()
    if row is None:
        raise Http404
    require(request, Role.SUPERVISOR, organisation=row.organisation_id)
    if request.method != "POST":
        return _study(request, row)
    now, user = timezone.now(), person(request)
    if "release" in request.POST:
        number = request.POST["release"]
        if number.isdecimal() and len(number) < 6:
            actions.release_replicate(row, int(number), now, user)
        return HttpResponseRedirect(request.path, status=303)
    file, kind = request.FILES.get("file"), request.POST.get("kind", "")
    if file is None or kind not in KINDS:
        return _study(request, row, "list-no-file")
    if file.size is None or file.size > LARGEST:
        return _study(request, row, "list-too-large")
    try:
        made = actions.take_upload(row, kind, file.name or "", file.read(), now, user)
    except (Unreadable, Refusal) as why:
        return _study(request, row, why.key)
    return HttpResponseRedirect(f"/lists/upload/{made.pk}/", status=303)


def _study(request: HttpRequest, row: Study, key: str = "") -> HttpResponse:
    lang = language_of(request)
    values = {
        "study": row,
        "title": in_words(row.title, lang, row.slug),
        "kinds": KINDS,
        "uploads": row.uploads.order_by("-id")[:50],
        "parts": queries.replicates(row),
        "fault": key,
        "invented": row.is_invented,
        "zone": ZoneInfo(rules_of(row).calls.zone),
    }
    return render(request, "lists/study.html", values, status=422 if key else 200)


def upload(request: HttpRequest, upload: int) -> HttpResponse:
    """One list: its columns and first rows, then what came of it."""
    row = _upload(request, upload)
    if row.done is not None:
        return _result(request, row)
    if request.method == "POST":
        now, user = timezone.now(), person(request)
        if "discard" in request.POST:
            actions.discard(row, now, user)
            return HttpResponseRedirect(f"/lists/{row.study_id}/", status=303)
        mapping, encoding = _posted(request, row)
        actions.set_mapping(row, mapping, encoding)
        row = _upload(request, upload)
        if "take" in request.POST and not _lacks(row):
            try:
                actions.take_in(row, now, user)
            except (Unreadable, Refusal) as why:
                return _look(request, row, why.key)
        return HttpResponseRedirect(request.path, status=303)
    return _look(request, row)


def _lacks(row: Upload) -> bool:
    return any(item not in row.mapping.get("columns", {}) for item in guess.NEEDED[row.kind])


def _upload(request: HttpRequest, pk: int) -> Upload:
    row = Upload.objects.select_related("study").filter(pk=pk).first()
    if row is None:
        raise Http404
    require(request, Role.SUPERVISOR, organisation=row.study.organisation_id)
    return row


def _posted(request: HttpRequest, row: Upload) -> tuple[dict[str, object], str]:
    """The mapping of a posted form; what makes no sense is left out."""
    columns = {}
    for field in queries.fields_of(row):
        text = request.POST.get(f"column.{field}", "")
        if text.isdecimal() and int(text) < 1000:
            columns[field] = int(text)
    mapping: dict[str, object] = {"columns": columns}
    if row.kind == "contacts":
        for name, most in (("replicates", actions.MOST_REPLICATES), ("release", 100)):
            text = request.POST.get(name, "")
            mapping[name] = min(max(int(text), 0), most) if _is_number(text) else 1
        text = request.POST.get("seed", "")
        mapping["seed"] = int(text) if _is_number(text) else 1
    if row.kind == "calls":
        raws = request.POST.getlist("raw")
        codes = request.POST.getlist("code")
        mapping["codes"] = {
            raw[:200]: code for raw, code in zip(raws, codes, strict=False) if code in OUTCOMES
        }
    encoding = request.POST.get("encoding", "")
    return mapping, encoding if encoding in ENCODINGS else row.encoding


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _look(request: HttpRequest, row: Upload, key: str = "") -> HttpResponse:
    values = {"upload": row, "study": row.study, "invented": row.study.is_invented, "fault": key}
    try:
        rows = actions.rows_of(row)
    except (Unreadable, Refusal) as why:
        values |= {"fault": why.key, "fields": [], "preview": None, "header": []}
        return render(request, "lists/look.html", values, status=422)
    lang = language_of(request)
    names = {code: item.label.get(lang) for code, item in OUTCOMES.items()}
    values |= {
        "fields": queries.fields_of(row),
        "needed": guess.NEEDED[row.kind],
        "header": rows.header,
        "encodings": ENCODINGS if rows.encoding in ENCODINGS else (),
        "preview": queries.preview(row, rows),
        "codes": names,
    }
    return render(request, "lists/look.html", values, status=422 if key else 200)


def _result(request: HttpRequest, row: Upload) -> HttpResponse:
    counts: dict[str, int] = {}
    for _, key in row.refused:
        counts[key] = counts.get(key, 0) + 1
    values = {
        "upload": row,
        "study": row.study,
        "invented": row.study.is_invented,
        "counts": sorted(counts.items(), key=lambda pair: -pair[1]),
    }
    return render(request, "lists/result.html", values)


@require_GET
def refused(request: HttpRequest, upload: int) -> HttpResponse:
    """Numbers of refused rows and why; nothing of what stood in them."""
    row = _upload(request, upload)
    lang = language_of(request)
    head = (say("lists-row", lang), say("lists-reason", lang))
    rows = [head, *((number, say(key, lang)) for number, key in row.refused)]
    response = HttpResponse(MARK + csv_text(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="refused-{row.pk}.csv"'
    return response
