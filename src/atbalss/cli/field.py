# ruff: noqa: E501 - a sentence a row reads best
"""`atbalss rehearse --field`: weeks of invitations, calls and interviews by robots, in seconds."""

from __future__ import annotations

import argparse
import csv
import json
from typing import Any

from atbalss.cli.shell import DONE, Parser, print_json, step
from atbalss.cli.words import say as say_shared
from atbalss.problems.catalogue import LANGS

WORDS = {
    "field": ("atdarina lauka darbu: uzaicinājumus, zvanus un intervijas", "rehearse the fieldwork: invitations, calls and interviews", "отрепетировать полевые работы: приглашения, звонки и интервью"),
    "days": ("dienu skaits ar --field", "number of days, with --field", "число дней, с --field"),
    "interviewers": ("intervētāju skaits ar --field", "number of interviewers, with --field", "число интервьюеров, с --field"),
    "cases": ("cilvēku skaits, kuri piekrīt zvanam, ar --field", "number of people who agree to be called, with --field", "число согласившихся на звонок, с --field"),
    "counter": ("Pie letes uzaicināti {0}, piekrita {1} ({2} %).", "Invited at the counter {0}, agreed {1} ({2} %).", "Приглашены у стойки: {0}, согласились: {1} ({2} %)."),
    "interviews": ("Intervijas: {0}; AAPOR RR2 {1} %, atteikumi (REF1) {2} %, sasniegti (CON1) {3} %. e pēc CASRO; nesvērts.", "Interviews: {0}; AAPOR RR2 {1} %, refusals (REF1) {2} %, contacts (CON1) {3} %. e by CASRO; unweighted.", "Интервью: {0}; AAPOR RR2 {1} %, отказы (REF1) {2} %, контакты (CON1) {3} %. e по CASRO; без весов."),
    "cumulative": ("Kopējā atbildētība (piekrišana × RR2): {0} %.", "Cumulative response (participation × RR2): {0} %.", "Накопленный ответ (согласие × RR2): {0} %."),
    "effort": ("Zvanu mēģinājumi: {0}, uz vienu interviju {1}.", "Call attempts: {0}, {1} an interview.", "Попытки звонка: {0}, на одно интервью {1}."),
    "hours": ("Stundas maiņās: {0}, no tām aizņemtas {1} ({2} %); uz vienu interviju {3} h.", "Hours in shifts: {0}, busy {1} ({2} %); {3} h an interview.", "Часы в сменах: {0}, занято {1} ({2} %); на одно интервью {3} ч."),
    "day-by-day": ("Intervijas līdz dienas beigām:", "Interviews by the end of the day:", "Интервью к концу дня:"),
    "codes": ("Gala kodi:", "Final codes:", "Итоговые коды:"),
    "unreached": ("Nesasniegti palika {0}. Kāpēc pēdējā stundā tiem vairs nezvanītu:", "Never reached: {0}. Why nobody would call them in the last hour:", "Не достигнуты: {0}. Почему в последний час им бы не звонили:"),
    "quotas": ("Kvotas (izpildīts / mērķis): {0}", "Quotas (done / target): {0}", "Квоты (выполнено / цель): {0}"),
    "b-closed": ("numurs vai cilvēks nav derīgs (slēgts)", "closed: the number or the person is out", "закрыто: номер или человек не подходит"),
    "b-max_attempts": ("izsmelts mēģinājumu skaits", "attempt limit reached", "исчерпаны попытки"),
    "b-max_per_day": ("izsmelts dienas mēģinājumu skaits", "limit of the day reached", "исчерпаны попытки дня"),
    "b-delay": ("vēl nav pagājis laiks kopš pēdējā zvana", "the delay since the last call has not passed", "не прошла пауза после последнего звонка"),
    "b-own_hours": ("ārpus cilvēka paša norādītā laika", "outside the respondent's own hours", "вне удобных респонденту часов"),
    "b-appointment": ("norunāts vēlāks laiks", "an appointment lies ahead", "назначено более позднее время"),
    "b-language": ("neviens intervētājs nerunā šajā valodā", "no interviewer speaks the language", "нет интервьюера с этим языком"),
    "b-skill": ("nav intervētāja ar vajadzīgo prasmi", "no interviewer has the skill", "нет интервьюера с нужным навыком"),
    "b-quota_full": ("kvota ir aizpildīta", "the quota is full", "квота заполнена"),
    "b-no_interviewer": ("zvanīt drīkstētu, bet nepietika intervētāju laika", "might be called: interviewers' time ran out", "звонить можно, но не хватило времени интервьюеров"),
}  # fmt: skip


def say(key: str, lang: str, *fills: object) -> str:
    """Words in a language, filled; a key without words is said as it is."""
    forms = WORDS.get(key)
    return forms[LANGS.index(lang)].format(*fills) if forms else key


def add_options(parser: Parser, lang: str) -> None:
    """Add the options of a rehearsed fieldwork."""
    parser.add_argument("--field", action="store_true", help=say("field", lang))
    parser.add_argument("--days", type=_positive, default=21, help=say("days", lang))
    parser.add_argument("--interviewers", type=_positive, default=6, help=say("interviewers", lang))
    parser.add_argument("--cases", type=_positive, default=400, help=say("cases", lang))


def _positive(words: str) -> int:
    value = int(words)
    if not 1 <= value <= 100_000:
        raise argparse.ArgumentTypeError("1-100000")
    return value


def run(arguments: argparse.Namespace, folder: Any) -> int:
    """Play a fieldwork and say what it came to."""
    from atbalss.rehearsal.field import Plan, play
    from atbalss.rehearsal.field_summary import summary

    questionnaire = folder.questionnaire
    plan = Plan(
        days=arguments.days,
        cases=arguments.cases,
        interviewers=arguments.interviewers,
        langs=tuple(questionnaire.langs),
    )
    with step("rehearsing", arguments.ui):
        work = play(questionnaire, plan, arguments.seed)
        found = summary(work)
    if arguments.out is not None:
        _write(arguments.out, work, found)
    if arguments.json:
        print_json(found.as_json())
    else:
        print("\n".join(lines(found, arguments.ui)))
        if arguments.out is not None:
            print(say_shared("wrote", arguments.ui, arguments.out))
    return DONE


def _write(out: Any, work: Any, found: Any) -> None:
    from atbalss.answers.frame import as_table
    from atbalss.exchange.delimited import write_table

    out.mkdir(parents=True, exist_ok=True)
    with (out / "events.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["at", "kind", "case", "who", "code", "reason"])
        for item in work.events:
            rows.writerow(
                [item.at.isoformat(), item.kind, item.case, item.who, item.code, item.reason]
            )
    done = [work.records[key] for key, code in work.codes.items() if code in ("1.1", "1.2")]
    table = write_table(as_table(work.bank.questionnaire, done))
    (out / "answers.csv").write_text(table, encoding="utf-8")
    text = json.dumps(found.as_json(), ensure_ascii=False, indent=1)
    (out / "summary.json").write_text(text + "\n", encoding="utf-8")


def lines(found: Any, lang: str) -> list[str]:
    """The summary as lines to read."""
    from atbalss.fieldwork.outcomes import OUTCOMES
    from atbalss.study.decimals import fixed

    def number(value: float | None, places: int = 1) -> str:
        return "–" if value is None else fixed(value, places, lang)

    def percent(value: float | None) -> str:
        return number(None if value is None else 100 * value)

    share = found.agreed / found.invited if found.invited else None
    busy = found.busy / found.present if found.present else None
    rate = found.rates
    rows = [
        say_shared("invented", lang),
        say("counter", lang, found.invited, found.agreed, percent(share)),
        say("interviews", lang, found.interviews, *(percent(rate[x]) for x in ("RR2", "REF1", "CON1"))),
        say("cumulative", lang, percent(found.cumulative)),
        say("effort", lang, found.attempts, number(found.attempts_each)),
        say("hours", lang, number(found.present, 0), number(found.busy, 0), percent(busy), number(found.hours_each, 2)),
        "",
        say("day-by-day", lang),
    ]  # fmt: skip
    top = max(found.days.values(), default=0) or 1
    rows += [f"  {day} {n:5d} {'▇' * round(40 * n / top)}" for day, n in found.days.items()]
    rows += ["", say("codes", lang)]
    for code, n in sorted(found.codes.items(), key=lambda pair: -pair[1]):
        rows.append(f"  {code:7s}{n:5d}  {OUTCOMES[code].label.get(lang)}")
    rows += ["", say("unreached", lang, found.unreached)]
    rows += [f"  {n:5d}  {say(f'b-{code}', lang)}" for code, n in found.blocked.items()]
    if found.quotas:
        cells = (f"{name} {done}/{target}" for name, (done, target) in found.quotas.items())
        rows.append(say("quotas", lang, ", ".join(cells)))
    nothing = say_shared("none", lang)
    rows.append(say_shared("never-reached", lang, ", ".join(found.dead_routes) or nothing))
    return rows
