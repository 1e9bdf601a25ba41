"""Another tool's call log and answers: cases, attempts and interviews as if made here."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from atbalss.answers.record import Record, as_text, from_text
from atbalss.fieldwork.case import interview_code
from atbalss.fieldwork.outcomes import OUTCOMES
from atbalss.interview.path import path
from atbalss_web.accounts.models import User
from atbalss_web.cases.calling import refresh
from atbalss_web.cases.invitations import add_case
from atbalss_web.cases.models import Attempt, Case, Contact
from atbalss_web.lists import guess
from atbalss_web.lists.actions import case_key, digest_of, picked
from atbalss_web.lists.models import Upload
from atbalss_web.lists.reading import Rows
from atbalss_web.runner.models import Interview
from atbalss_web.runner.queries import context_of, core_questions
from atbalss_web.runner.record import as_values
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import live_version, questionnaire_of, rules_of

_FORMS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M", "%d.%m.%Y. %H:%M",
          "%d.%m.%Y %H:%M:%S", "%Y-%m-%d", "%d.%m.%Y", "%d.%m.%Y.")  # fmt: skip


def moment(text: str, zone: str) -> datetime | None:
    """A time as call logs write it, on the study's clock; None where it cannot be read."""
    text = text.strip()
    found = None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        for form in _FORMS:
            try:
                found = datetime.strptime(text, form)  # noqa: DTZ007 - the zone comes next
                break
            except ValueError:
                continue
    if found is None or not 1990 <= found.year <= 2100:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=ZoneInfo(zone))
    return found.astimezone(UTC)


def load(upload: Upload, rows: Rows, now: datetime, actor: User) -> tuple[int, list[Any]]:
    """Attempts of a call log; cases that the study does not have yet are made."""
    rules = rules_of(upload.study)
    codes = upload.mapping.get("codes", {})
    refused: list[Any] = []
    taken = 0
    changed: dict[str, Case] = {}
    known = set(Attempt.objects.filter(case__study=upload.study).values_list("once", flat=True))
    for number, cells in rows.rows:
        row = picked(upload, cells)
        outside, raw = row.get("id", "").strip(), row.get("outcome", "").strip()
        at = moment(row.get("at", ""), rules.calls.zone)
        code = codes.get(raw) or guess.outcome(raw)
        fault = _fault(rows, number, outside, at, code, now)
        once = digest_of([upload.study_id, outside.lower(), at.isoformat() if at else "", code])
        if not fault and once in known:
            fault = "row-known"
        if fault:
            refused.append([number, fault])
            continue
        assert at is not None
        known.add(once)
        case = _case(upload.study, outside, now, actor)
        calls = row.get("calls", "")
        Attempt.objects.create(
            case=case, at=at, ended=at, code=code, once=once, reason="imported",
            calls=min(int(calls), 100) if calls.isdecimal() else 1,
        )  # fmt: skip
        changed[case.key] = case
        taken += 1
    _settle(upload.study, changed, now)
    return taken, refused


def _fault(
    rows: Rows, number: int, outside: str, at: datetime | None, code: str, now: datetime
) -> str:
    if number in rows.formulas:
        return "row-formula"
    if not outside:
        return "row-no-id"
    if at is None or at > now:
        return "row-time"
    return "" if code in OUTCOMES else "row-outcome"


def _case(study: Study, outside: str, now: datetime, actor: User) -> Case:
    key = case_key(study.pk, outside)
    found = Case.objects.filter(key=key).first()
    if found is None:
        found = add_case(study, now, is_called=False, actor=actor)
        found.key = key
        found.save(update_fields=["key"])
    return found


def _settle(study: Study, changed: dict[str, Case], now: datetime) -> None:
    """Bring cases up to date by all their attempts; who has no number here is never called."""
    rules = rules_of(study)
    called = set(Contact.objects.filter(case__study=study).values_list("case_id", flat=True))
    for case in changed.values():
        refresh(case, rules, now)
        if case.pk not in called:
            case.ready_at = None
        case.save(update_fields=["code", "is_closed", "n_attempts", "ready_at"])


def load_answers(upload: Upload, rows: Rows, now: datetime, actor: User) -> tuple[int, list[Any]]:
    """Interviews made elsewhere, as answers.csv writes them: a column a question, codes."""
    version = live_version(upload.study)
    if version is None:
        return 0, [[number, "row-no-version"] for number, _ in rows.rows]
    questionnaire = questionnaire_of(version.pk)
    limits = rules_of(upload.study).thresholds
    refused: list[Any] = []
    taken = 0
    for number, cells in rows.rows:
        row = picked(upload, cells)
        outside = row.get("id", "").strip()
        if number in rows.formulas or not outside:
            refused.append([number, "row-formula" if number in rows.formulas else "row-no-id"])
            continue
        answers = {}
        try:
            for field, text in row.items():
                question = questionnaire.by_name.get(field[2:]) if field[:2] == "q." else None
                if (
                    question is not None
                    and text
                    and (said := from_text(question, text)) is not None
                ):
                    answers[question.name] = said
        except (ValueError, OverflowError):
            refused.append([number, "row-answer"])
            continue
        case = _case(upload.study, outside, now, actor)
        if Interview.objects.filter(case=case).exists():
            refused.append([number, "row-known"])
            continue
        made = Interview(
            study=upload.study, version=version, case=case, key=secrets.token_hex(12),
            token=secrets.token_urlsafe(32), mode="phone", lang=questionnaire.langs[0],
            state="ended", began=now, touched=now, ended=now,
        )  # fmt: skip
        left = tuple(item.name for item in questionnaire.questions if item.name not in answers)
        record = Record(made.key, answers, made.lang, passed=left)  # notes and blanks were seen
        way = path(questionnaire, record, context_of(made, now))
        core = core_questions(questionnaire, way.reached)
        said_to = sum(as_text(answers.get(name)) not in ("", "_refused") for name in core)
        made.code = interview_code(said_to, len(core), at_end=way.complete, thresholds=limits)
        made.record = as_values(record)
        made.save(force_insert=True)
        taken += 1
    return taken, refused
