# ruff: noqa: E501 - a sentence a row reads best
"""Sentences of a drafted report in Latvian, English and Russian; `{...}` are fills, `{{...}}` not."""

from __future__ import annotations

from atbalss.problems.catalogue import LANGS

_TEXTS: dict[str, tuple[str, str, str]] = {
    "findings": ("Galvenie secinājumi", "Main findings", "Основные выводы"),
    "findings_text": (
        "Šis ir melnraksts, ko no pētījuma mapes uzrakstīja programma: katram jautājumam viens attēls un viena rindkopa. Secinājumus raksta cilvēks.",
        "This is a draft that the program wrote from the study folder: one figure and one paragraph for each question. Conclusions are for a person to write.",
        "Это черновик, который программа составила по папке исследования: один рисунок и один абзац на каждый вопрос. Выводы пишет человек.",
    ),
    "about": ("Par pētījumu", "About the study", "Об исследовании"),
    "took_part": (
        "Aptaujā piedalījās {{ persons(base()) }}. Anketa ir {{ annex(\"questionnaire\", \"loc\") }}, ziņas par aptaujas norisi – {{ annex(\"disclosure\", \"loc\") }}, visi salīdzinājumi starp viļņiem – {{ annex(\"comparisons\", \"loc\") }}.",
        "{{ persons(base()) }} took part in the survey. The questionnaire is in {{ annex(\"questionnaire\") }}, the account of how the survey was done in {{ annex(\"disclosure\") }}, and all comparisons of waves in {{ annex(\"comparisons\") }}.",
        "Число участников опроса: {{ base() }}. Анкета дана в {{ annex(\"questionnaire\", \"loc\") }}, сведения о проведении опроса — в {{ annex(\"disclosure\", \"loc\") }}, все сравнения волн — в {{ annex(\"comparisons\", \"loc\") }}.",
    ),
    "took_part_once": (
        "Aptaujā piedalījās {{ persons(base()) }}. Anketa ir {{ annex(\"questionnaire\", \"loc\") }}, ziņas par aptaujas norisi – {{ annex(\"disclosure\", \"loc\") }}.",
        "{{ persons(base()) }} took part in the survey. The questionnaire is in {{ annex(\"questionnaire\") }}, and the account of how the survey was done in {{ annex(\"disclosure\") }}.",
        "Число участников опроса: {{ base() }}. Анкета дана в {{ annex(\"questionnaire\", \"loc\") }}, сведения о проведении опроса — в {{ annex(\"disclosure\", \"loc\") }}.",
    ),
    "glossary": ("Terminu skaidrojums", "Glossary", "Словарь терминов"),
    "results": ("Rezultāti", "Results", "Результаты"),
    "questionnaire": ("Anketa", "Questionnaire", "Анкета"),
    "comparisons": ("Visi salīdzinājumi starp viļņiem", "All comparisons of waves", "Все сравнения волн"),
    "disclosure": ("Ziņas par aptaujas norisi", "Disclosure", "Сведения о проведении опроса"),
    "answered": (
        "Uz šo jautājumu atbildēja {{ persons(base({name})) }} ({{ fig({name}) }}). Atbildes pēc biežuma: {ranked}.",
        "{{ persons(base({name})) }} answered this question ({{ fig({name}) }}). Answers by size: {ranked}.",
        "Число ответивших на этот вопрос: {{ base({name}) }} ({{ fig({name}) }}). Ответы по частоте: {ranked}.",
    ),
    "key_mean": (
        "{label}: vidējais vērtējums",
        "{label}: the mean",
        "{label}: средняя оценка",
    ),
    "several": (
        "Varēja dot vairākas atbildes.",
        "Several answers could be given.",
        "Можно было дать несколько ответов.",
    ),
    "mean": (
        "Vidējais vērtējums: {{ mean({name}) | interval }}.",
        "The mean is {{ mean({name}) | interval }}.",
        "Средняя оценка: {{ mean({name}) | interval }}.",
    ),
    "number": (
        "Uz šo jautājumu atbildēja {{ persons(base({name})) }} ({{ fig({name}) }}). Vidējais: {{ mean({name}) | interval }}.",
        "{{ persons(base({name})) }} answered this question ({{ fig({name}) }}). The mean is {{ mean({name}) | interval }}.",
        "Число ответивших на этот вопрос: {{ base({name}) }} ({{ fig({name}) }}). Среднее: {{ mean({name}) | interval }}.",
    ),
    "grid": (
        "Visu vienumu vidējais kopā: {{ mean({name}) | interval }} ({{ fig({name}) }}). Vienumi pēc vidējā vērtējuma: {ranked}.",
        "The mean over all items is {{ mean({name}) | interval }} ({{ fig({name}) }}). Items by mean: {ranked}.",
        "Среднее по всем пунктам: {{ mean({name}) | interval }} ({{ fig({name}) }}). Пункты по средней оценке: {ranked}.",
    ),
    "grid_plain": (
        "Atbildes pa vienumiem rāda {{ fig({name}) }}.",
        "{{ fig({name}) }} shows the answers by item.",
        "Ответы по пунктам: {{ fig({name}) }}.",
    ),
    "finding": (
        "Atbildes pēc biežuma: {ranked}.",
        "Answers by size: {ranked}.",
        "Ответы по частоте: {ranked}.",
    ),
    "number_finding": (
        "Vidējais: {{ mean({name}) }}.",
        "Mean: {{ mean({name}) }}.",
        "Среднее: {{ mean({name}) }}.",
    ),
    "grid_finding": (
        "Visu vienumu vidējais kopā: {{ mean({name}) }}.",
        "Mean over all items: {{ mean({name}) }}.",
        "Среднее по всем пунктам: {{ mean({name}) }}.",
    ),
    "grid_plain_finding": (
        "Atbilžu sadalījums pa vienumiem: {{ label({name}) }}.",
        "Answers by item: {{ label({name}) }}.",
        "Распределение ответов по пунктам: {{ label({name}) }}.",
    ),
    "trend": (
        "Atbilde „{{ {label} }}“ pret vilni „{wave}“: {{ {call} }}.",
        "The answer “{{ {label} }}” against the wave “{wave}”: {{ {call} }}.",
        "Ответ «{{ {label} }}» по сравнению с волной «{wave}»: {{ {call} }}.",
    ),
}  # fmt: skip


def words(key: str, lang: str, **fills: str) -> str:
    """A sentence of the draft in a language, its fills put in; expressions stay expressions."""
    texts = _TEXTS[key]
    text = texts[LANGS.index(lang)] if lang in LANGS else texts[1]
    for name, value in fills.items():
        text = text.replace("{" + name + "}", value)
    return text
