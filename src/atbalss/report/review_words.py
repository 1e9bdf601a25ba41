# ruff: noqa: E501 - a phrase a row reads best
"""A review in words: as lines for a terminal, as Markdown, as plain values."""

from __future__ import annotations

import re

from atbalss.report.review import Remark, Review
from atbalss.study.texts import spoken

_WORDS: dict[str, tuple[str, str, str]] = {
    "comment": ("komentārs", "comment", "комментарий"),
    "inserted": ("ielikts", "inserted", "вставлено"),
    "deleted": ("svītrots", "deleted", "удалено"),
    "number": (
        "skaitlis pārrakstīts ar roku",
        "number typed over by hand",
        "число исправлено вручную",
    ),
    "gone": ("skaitlis izņemts", "number taken out", "число удалено"),
    "title": ("Recenzija: {source}", "Review: {source}", "Рецензия: {source}"),
    "none": (
        "Dokumentā nav neviena komentāra un labojuma.",
        "The document holds no comments and no changes.",
        "В документе нет комментариев и исправлений.",
    ),
    "line": ("{line}. rinda", "Line {line}", "Строка {line}"),
    "nowhere": ("Ārpus pārskata teksta", "Outside the text of the report", "Вне текста отчёта"),
    "was": ("bija {was}, tagad {now}", "was {was}, is now {now}", "было {was}, стало {now}"),
    "computed": (
        "Skaitli rēķina „{expression}“; ja tas ir nepareizs, jālabo dati vai izteiksme, nevis cipari.",
        "The number is computed by “{expression}”; if it is wrong, mend the data or the expression, not the digits.",
        "Число вычисляет «{expression}»; если оно неверно, исправляют данные или выражение, а не цифры.",
    ),
    "before": ("aiz „{words}“", "after “{words}”", "после «{words}»"),
    "reply": ("atbilde: {name}", "reply to {name}", "ответ: {name}"),
    "done": ("atrisināts", "resolved", "решено"),
    "source": ("Avots tagad", "Source now", "Источник сейчас"),
    "changed": (
        "Pētījuma mape ir mainījusies, kopš šis dokuments tapis; rindas ir toreizējās.",
        "The study has changed since this document was made; lines are those of then.",
        "Исследование изменилось с тех пор, как создан документ; строки — тогдашние.",
    ),
}
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~+$-])")


def word(key: str, lang: str, **fills: object) -> str:
    """A fixed phrase of reviews in a language, filled."""
    return spoken(_WORDS[key], lang, **fills)


def told(remark: Remark, lang: str) -> str:
    """A remark in one line: kind, who, when, what of what."""
    kind = word(remark.kind, lang)
    signed = ", ".join(part for part in (remark.author, remark.date[:10]) if part)
    if remark.reply_to:
        signed += f" ({word('reply', lang, name=remark.reply_to)})"
    if remark.done:
        signed += f" ({word('done', lang)})"
    head = f"[{kind}] {signed}".rstrip()
    return _one_line(f"{head}: {_body(remark, lang)}")


def _body(remark: Remark, lang: str) -> str:
    if remark.kind in ("number", "gone"):
        what = word("was", lang, was=remark.quote, now=remark.text or "–")
        tail = word("computed", lang, expression=remark.expression) if remark.expression else ""
        return f"{what}. {tail}".rstrip()
    if remark.kind == "inserted":
        return f"+ „{remark.text}“ {word('before', lang, words=remark.quote)}"
    if remark.kind == "deleted":
        return f"− „{remark.quote}“"
    return f"„{remark.quote}“ — {remark.text}" if remark.quote else remark.text


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def as_text(review: Review, lang: str) -> list[str]:
    """A line a remark: `report.lv.md:57: [komentārs] ...`."""
    if not review.remarks:
        return [word("none", lang)]
    return [f"{review.source}:{item.line or '?'}: {told(item, lang)}" for item in review.remarks]


def as_markdown(review: Review, lang: str, lines: tuple[str, ...] = ()) -> str:
    """A list to work off, by line; with the source's `lines`, each says how it reads now."""
    found = [f"# {_escaped(word('title', lang, source=review.source))}", ""]
    if not review.remarks:
        found.append(word("none", lang))
    last = -1
    for item in review.remarks:
        if item.line != last:
            last = item.line
            head = word("line", lang, line=last) if last else word("nowhere", lang)
            found += ["", f"## {head}", ""]
            if 0 < last <= len(lines) and lines[last - 1].strip():
                found += [f"> {word('source', lang)}: {_escaped(_one_line(lines[last - 1]))}", ""]
        mark = "x" if item.done else " "
        found.append(f"- [{mark}] {_escaped(told(item, lang))}")
    return "\n".join(found).strip() + "\n"


def _escaped(text: str) -> str:
    """A text that somebody wrote, as plain words of Markdown."""
    return _MARKUP.sub(r"\\\1", text)


def as_values(review: Review) -> list[dict[str, object]]:
    """The remarks as plain values for scripts."""
    return [
        {
            "source": review.source,
            "line": item.line,
            "kind": item.kind,
            "quote": item.quote,
            "text": item.text,
            "author": item.author,
            "date": item.date,
            **({"expression": item.expression} if item.expression else {}),
            **({"reply_to": item.reply_to} if item.reply_to else {}),
            **({"done": True} if item.done else {}),
        }
        for item in review.remarks
    ]
