# ruff: noqa: E501 - a line of YAML with what it is for reads best whole
"""`study.yaml` and the page of guesses of a new study, as texts to be filled in by a person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from atbalss.folder.about import KEYS
from atbalss.problems import Problem, Severity
from atbalss.study.texts import spoken

_LINES: dict[str, tuple[str, str, str]] = {
    "head": (
        "Melnraksts. Kas sākas ar „AIZPILDIET“, jāaizpilda cilvēkam; viss ir aprakstīts dokumentācijas nodaļā „The study folder“.",
        "A draft. What begins with “FILL IN” is for a person to fill in; the chapter “The study folder” of the documentation explains everything.",
        "Черновик. Строки «ЗАПОЛНИТЕ» заполняет человек; всё описано в главе документации «The study folder».",
    ),
    "fill": ("AIZPILDIET", "FILL IN", "ЗАПОЛНИТЕ"),
    "commissioner": ("kas pasūtīja pētījumu", "who commissioned the study", "кто заказал исследование"),
    "conductor": ("kas to veica", "who did it", "кто его провёл"),
    "aim": ("pētījuma mērķis", "the aim of the study", "цель исследования"),
    "target_group": ("ko aptaujāja: vecums, vieta, pazīmes", "who was asked: age, place, marks", "кого опрашивали: возраст, место, признаки"),
    "sampling": ("kā izraudzīja respondentus", "how respondents were chosen", "как отбирали респондентов"),
    "mode": ("kā aptaujāja: pa tālruni, tīmeklī, klātienē", "how they were asked: telephone, web, face to face", "как опрашивали: по телефону, в интернете, лично"),
    "sample_kind": (
        "probability, ja katram bija zināma iespēja nokļūt izlasē; no tā atkarīgs, kā runā par precizitāti",
        "probability, if everyone had a known chance to be drawn; it decides how precision is worded",
        "probability, если у каждого была известная вероятность попасть в выборку; от этого зависит язык точности",
    ),
    "dates": ("lauka darba pirmā un pēdējā diena", "first and last day of the fieldwork", "первый и последний день опроса"),
    "strategy": ("kā vāca datus: viena aptauja, panelis, skaitīšana", "how data were collected: one survey, a panel, a census", "как собирали данные: один опрос, панель, перепись"),
    "processing": ("kā dati pārbaudīti un kodēti", "how data were checked and coded", "как данные проверены и закодированы"),
    "limitations": ("ko šie dati nevar pateikt", "what these data cannot tell", "чего эти данные сказать не могут"),
    "weight": ("svari no faila", "weights from the file", "веса из файла"),
    "invented": ("atdarināti dati: tikai izmēģinājumam", "invented data: for a trial only", "вымышленные данные: только для пробы"),
    "guesses": ("Kas tika uzminēts", "What was guessed", "Что было угадано"),
    "from": (
        "Pētījums sagatavots no faila „{0}“. Pārskatiet šo sarakstu un izlabojiet anketu; pēc tam lapu var izdzēst.",
        "The study was drafted from the file “{0}”. Go through this list and mend the questionnaire; then the page may be deleted.",
        "Исследование подготовлено из файла «{0}». Просмотрите список и исправьте анкету; затем страницу можно удалить.",
    ),
    "check": ("Jāpārbauda", "To be checked", "Проверить"),
    "noted": ("Zināšanai", "For information", "К сведению"),
    "title": ("nosaukums arī šajās valodās: {0}", "the title in these languages too: {0}", "название и на этих языках: {0}"),
    "wave": ("{0}. gads", "{0}", "{0} год"),
}  # fmt: skip


def line(key: str, lang: str, *fills: object) -> str:
    """A text of a draft in a language."""
    return spoken(_LINES[key], lang, *fills)


def about_text(
    name: str,
    title: str | Mapping[str, str],
    langs: Sequence[str],
    wave: str,
    *,
    weight: str = "",
    invented: bool = False,
) -> str:
    """A `study.yaml` that opens at once, with what must be filled in said in its comments.

    `langs` are the languages of the study, that of the comments first; a title that is not in all
    of them asks for the rest.
    """
    lang = langs[0]
    titles = {lang: title} if isinstance(title, str) else dict(title)
    lacking = [each for each in langs if each not in titles]
    asked = f"  # {line('fill', lang)}: {line('title', lang, ', '.join(lacking))}"
    rows = [f"# {line('head', lang)}", f"name: {_quoted(name)}"]
    rows.append(f"title: {_spoken(titles, langs)}{asked if lacking else ''}")
    for key in ("commissioner", "conductor", "aim", "target_group", "sampling", "mode"):
        rows.append(f'# {key}: "..."  # {line("fill", lang)}: {line(key, lang)}')
    rows.append(f"sample_kind: self_selected  # {line('fill', lang)}: {line('sample_kind', lang)}")
    rows.append(f"languages: [{', '.join(langs)}]")
    rows.append(f"wave: {_quoted(wave)}")
    rows.append("waves:")
    rows.append(f"  {_quoted(wave)}:")
    label = {each: line("wave", each, wave) for each in langs} if wave.isdigit() else {lang: wave}
    rows.append(f"    label: {_spoken(label, langs)}")
    rows.append(f"    # start: 2026-01-31  # {line('fill', lang)}: {line('dates', lang)}")
    rows.append("    # end: 2026-02-28")
    if invented:
        rows.append(f"    invented: true  # {line('invented', lang)}")
    rows.append("# disclosure:")
    for key in ("strategy", "processing", "limitations"):
        rows.append(f'#   {key}: "..."  # {line("fill", lang)}: {line(key, lang)}')
    rows += ["tables:", "  hide_under: 30", "  mark_under: 100"]
    if weight and "weighting" in KEYS:
        rows += ["weighting:", f"  base: {_quoted(weight)}  # {line('weight', lang)}"]
    return "\n".join(rows) + "\n"


def _spoken(words: Mapping[str, str], langs: Sequence[str]) -> str:
    """A text of `study.yaml`: words, or in a study of several languages words by language."""
    if len(langs) == 1:
        return _quoted(words[langs[0]])
    return "{" + ", ".join(f"{each}: {_quoted(words[each])}" for each in words) + "}"


def guesses_text(file: str, found: Iterable[Problem], lang: str, ui: str) -> str:
    """All guesses as a page of Markdown: those to be checked first."""
    told = list(found)
    rows = [f"# {line('guesses', ui)}", "", line("from", ui, file)]
    for key, kinds in (
        ("check", (Severity.ERROR, Severity.WARNING)),
        ("noted", (Severity.NOTE,)),
    ):
        mine = [item for item in told if item.severity in kinds]
        if mine:
            rows += ["", f"## {line(key, ui)}", ""]
            rows += [f"- {_plain(item.sentence(ui))} {_plain(item.remedy(ui))}" for item in mine]
    return "\n".join(rows) + "\n"


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("<", "&lt;")


def _quoted(text: str) -> str:
    """A YAML string in double quotes: as JSON writes it."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
