# ruff: noqa: E501 - sentences for people read best whole
"""The words of how open answers were coded, in Latvian, English and Russian."""

from __future__ import annotations

from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "head_coding": ("Atvērto atbilžu kodēšana", "Coding of open answers", "Кодирование открытых ответов"),
    "by_person": (
        "Atvērtās atbildes: {answers}; cilvēka kodētas: {person}.",
        "Open answers: {answers}; coded by a person: {person}.",
        "Открытые ответы: {answers}; закодированы человеком: {person}.",
    ),
    "by_machine": (
        "Bez cilvēka, ar mašīnas ieteikumu, kura ticamība ir vismaz {threshold}, kodētas: {machine}.",
        "Coded without a person, by a machine's suggestion of confidence {threshold} or more: {machine}.",
        "Без человека, по предложению машины с уверенностью не ниже {threshold}, закодированы: {machine}.",
    ),
    "no_machine": (
        "Neviena atbilde nav kodēta bez cilvēka.",
        "No answer was coded without a person.",
        "Без человека не закодирован ни один ответ.",
    ),
    "double": (
        "Divu cilvēku neatkarīgi kodētas: {double}; Kripendorfa alfa (MASI attālums): {alpha}.",
        "Coded by two persons independently: {double}; Krippendorff's alpha (MASI distance): {alpha}.",
        "Независимо закодированы двумя людьми: {double}; альфа Криппендорфа (расстояние MASI): {alpha}.",
    ),
    "double_only": (
        "Divu cilvēku neatkarīgi kodētas: {double}.",
        "Coded by two persons independently: {double}.",
        "Независимо закодированы двумя людьми: {double}.",
    ),
    "upcoded": (
        "Pie „Cits“ pierakstītas atbildes, kas pieskaitītas esošām iespējām: {upcoded}.",
        "Answers written under “Other” that were counted with existing options: {upcoded}.",
        "Ответы, записанные в «Другое» и отнесённые к имеющимся вариантам: {upcoded}.",
    ),
    "open": ("Nekodētas: {open}.", "Not coded: {open}.", "Не закодированы: {open}."),
    "disputed": (
        "Kodētas atšķirīgi un vēl nav izšķirtas: {disputed}; skaitās pirmā kodētāja izvēle.",
        "Coded differently and not settled yet: {disputed}; the first coder's choice counts.",
        "Закодированы по-разному и ещё не решены: {disputed}; считается выбор первого кодировщика.",
    ),
    "question": ("Jautājums", "Question", "Вопрос"),
    "answers": ("Atbildes", "Answers", "Ответы"),
    "person": ("Cilvēks", "Person", "Человек"),
    "machine": ("Mašīna", "Machine", "Машина"),
    "twice": ("Divi cilvēki", "Two persons", "Два человека"),
    "alpha": ("Alfa", "Alpha", "Альфа"),
    "version": ("Saraksta versija", "Version of frame", "Версия списка"),
    "caption": ("Kā kodētas atvērtās atbildes", "How open answers were coded", "Как закодированы открытые ответы"),
    "code": ("Kods", "Code", "Код"),
    "meaning": ("Kas pieder", "What belongs to it", "Что относится"),
    "examples": ("Piemēri", "Examples", "Примеры"),
    "alone": ("Tikai viens pats.", "Only alone.", "Только отдельно."),
    "net": ("Apvienojums.", "A net of codes.", "Объединение кодов."),
    "frame": ("Kodu saraksts: {question}", "Code frame: {question}", "Список кодов: {question}"),
    "invented": (
        "Piemēri ir atdarinātas atbildes.",
        "The examples are invented answers.",
        "Примеры — вымышленные ответы.",
    ),
}  # fmt: skip


def say(key: str, lang: str, **fills: object) -> str:
    """A text in a language; words in braces are filled."""
    return spoken(_WORDS[key], lang, **fills)
