"""Verbatims for publication: choose, cut, release. Cuts and releases are events; words are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from atbalss.coding import verbatims
from atbalss.coding.answer import Answer as AnswerValue
from atbalss.coding.verbatims import Cut, Verbatim, Why
from atbalss.problems import Refused, errors
from atbalss_web.accounts.models import Centre, User
from atbalss_web.codingdesk.book import Book, book_of
from atbalss_web.codingdesk.framing import Stale
from atbalss_web.codingdesk.models import Answer, Example, Quotation, Task
from atbalss_web.codingdesk.names import NAMES
from atbalss_web.events.actions import record as event


def places_of(organisation: int) -> tuple[str, ...]:
    """Names of an organisation's centres: what a quotation should not tell."""
    names = Centre.objects.filter(organisation_id=organisation).values_list("name", flat=True)
    return tuple(sorted({word for name in names for word in name.split()}))


def proposed(row: Task, text: str) -> tuple[Cut, ...]:
    """What should be cut: telephones, codes and addresses, given names, places of `coding.places`
    and those that the centres of the network are called by.
    """
    return verbatims.cuts(text, NAMES, places_of(row.study.organisation_id))


def choose(row: Task, key: str, user: User, now: datetime) -> Quotation | None:
    """Choose an answer for publication, with what is proposed cut; twice is once."""
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).select_related("study").get(pk=row.pk)
        book = book_of(row)
        answer = book.answers.get(key)
        if answer is None:
            return None
        held, _ = Answer.objects.get_or_create(task=row, interview_id=key)
        made = verbatims.choose(answer, proposed(row, answer.text))
        found, _ = Quotation.objects.get_or_create(
            answer=held,
            defaults={
                "mark": answer.mark,
                "cuts": plain(made.cuts),
                "text": made.text,
                "is_sensitive": bool(verbatims.sensitive(answer.text)),
                "chosen_by": user,
                "at": now,
            },
        )
        event(
            "quotation-chosen",
            now,
            actor=user,
            study=str(row.study_id),
            subject=row.question,
            key=key,
        )
    return found


def plain(cuts: Sequence[Cut]) -> list[list[object]]:
    """Cuts as plain values."""
    return [[one.start, one.end, one.why.value] for one in cuts]


def cuts_of(values: Sequence[Sequence[object]]) -> tuple[Cut, ...]:
    """Cuts of plain values."""
    return tuple(Cut(int(str(a)), int(str(b)), Why(str(why))) for a, b, why in values)


def edit(
    row: Task,
    key: str,
    step: int,
    cuts: Sequence[Cut],
    now: datetime,
    *,
    actor: User,
    sensitive: bool,
    release: bool,
) -> Quotation:
    """Cut a quotation anew and release it or not; Stale if somebody else did meanwhile.

    What patterns find (telephones, personal codes, addresses) is cut whatever was posted. Refused
    where something personal is left all the same.
    """
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).select_related("study").get(pk=row.pk)
        held = Quotation.objects.select_for_update().get(answer__task=row, answer__interview=key)
        answer = book_of(row).answers.get(key)
        if held.step != step or answer is None:
            raise Stale
        made = verbatims.choose(answer, cuts)
        faults = errors(verbatims.faults(made, answer))
        if faults:
            raise Refused(faults)
        was = held.released is not None
        held.step += 1
        held.mark, held.cuts, held.text = answer.mark, plain(made.cuts), made.text
        held.is_sensitive = sensitive
        held.released = (held.released or now) if release else None
        held.released_by = (held.released_by if was else actor) if release else None
        held.save()
        event(
            "quotation-released" if release else "quotation-edited",
            now,
            actor=actor,
            study=str(row.study_id),
            subject=row.question,
            key=key,
            cuts=len(made.cuts),
        )
    return held


def drop(row: Task, key: str, now: datetime, *, actor: User) -> None:
    """Choose an answer no longer."""
    with transaction.atomic():
        gone, _ = Quotation.objects.filter(answer__task=row, answer__interview=key).delete()
        if gone:
            event(
                "quotation-dropped",
                now,
                actor=actor,
                study=str(row.study_id),
                subject=row.question,
                key=key,
            )


def value_of(held: Quotation, answer: AnswerValue, lang: str) -> Verbatim:
    """A quotation as a value."""
    who = str(held.released_by_id or held.chosen_by_id or "")
    return Verbatim(
        answer.question,
        answer.id,
        held.mark,
        held.text,
        cuts_of(held.cuts),
        lang,
        held.released is not None,
        who,
        held.released or held.at,
    )


def released_examples(book: Book) -> dict[str, list[str]]:
    """Examples of codes that may be published: those whose answer is a released quotation."""
    texts = {one.id: one.text for _, one in released(book)}
    found: dict[str, list[str]] = {}
    rows = Example.objects.filter(answer__task=book.row).order_by("pk")
    for code, key in rows.values_list("code", "answer__interview_id"):
        if key in texts:
            found.setdefault(code, []).append(texts[key])
    return found


def released(book: Book) -> list[tuple[Quotation, Verbatim]]:
    """The released quotations whose answers still say the same, in the order of arrival."""
    rows = Quotation.objects.filter(answer__task=book.row).exclude(released=None)
    held = {row.answer.interview_id: row for row in rows.select_related("answer")}
    found = []
    for key, answer in book.answers.items():
        if key in held:
            one = value_of(held[key], answer, book.langs[key])
            if not errors(verbatims.faults(one, answer)):
                found.append((held[key], one))
    return found
