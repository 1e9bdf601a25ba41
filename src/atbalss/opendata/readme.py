"""The page of the folder, written for people: what is here, how to read it, what was changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from atbalss.opendata.phrases import say
from atbalss.opendata.readme_words import CHANGES, FILES, WORDS
from atbalss.opendata.rules import Card
from atbalss.opendata.wave import OpenWave
from atbalss.problems.catalogue import LANGS
from atbalss.report.outline import print_date, run_on
from atbalss.study.about import Study


def page(
    study: Study,
    card: Card,
    waves: Sequence[OpenWave],
    files: Mapping[str, bytes],
    released: tuple[str, str],
) -> str:
    """README.md: the study's languages one after another, the main one first."""
    langs = [lang for lang in study.langs if lang in LANGS] or list(LANGS[:1])
    parts = [_page(study, card, waves, files, released, lang) for lang in langs]
    return "\n---\n\n".join(parts)


def licence_link(address: str) -> str:
    """A licence by its name where its address is that of the EU's authority table."""
    if "/authority/licence/" not in address:
        return f"<{address}>"
    name = re.sub(r"(?<=\d)_(?=\d)", ".", address.rsplit("/", 1)[-1]).replace("_", " ")
    return f"[{name}]({address})"


def _page(
    study: Study,
    card: Card,
    waves: Sequence[OpenWave],
    files: Mapping[str, bytes],
    released: tuple[str, str],
    lang: str,
) -> str:
    def words(key: str, *fills: object) -> str:
        return WORDS[key][LANGS.index(lang)].format(*fills)

    lines = [f"# {_plain(study.title.get(lang))}", "", words("what"), ""]
    if any(wave.wave.invented for wave in waves):
        lines += [f"**{say('invented', lang)}**", ""]
    about = card.description or study.aim
    if about:
        lines += [run_on([_plain(about.get(lang))]), ""]
    by, when = released
    if by:
        lines += [words("released", _plain(by), print_date(when, lang).rstrip(".")), ""]
    lines += [words("licence", licence_link(card.licence)), ""]
    if card.contact_email:
        who = _plain(card.contact_name.get(lang))
        asked = ", ".join(part for part in (who, card.contact_email) if part)
        lines += [words("contact", asked), ""]
    lines += [f"## {words('files')}", ""]
    for name, told in FILES.items():
        present = [path for path in files if path == name or path.endswith(f"/{name}")]
        if name == "tables.json":
            present = [path for path in files if path.rsplit("/", 1)[-1].startswith("tables.")]
        if present:
            shown = "`, `".join(present)
            lines.append(f"- `{shown}` — {told[LANGS.index(lang)]}")
    lines += ["", f"## {words('reading')}", "", words("cells"), "", say("quote-rule", lang), ""]
    lines += [words("design"), "", f"## {words('changed')}", "", words("changed-what"), ""]
    for wave in waves:
        if wave.microdata is not None:
            lines += _wave(wave, lang, words)
    return "\n".join(lines).rstrip() + "\n"


def _wave(wave: OpenWave, lang: str, words: Callable[..., str]) -> list[str]:
    made = wave.microdata
    if made is None:
        return []
    label = wave.wave.label.get(lang)
    count = made.frame.data.height
    lines = [f"### {_plain(label)}", ""]
    quasi = ", ".join(f"`{name}`" for name in made.quasi) or "–"
    lines += [words("k", count, quasi, made.k, made.classes, made.blanked, made.cells), ""]
    for item in made.diversity:
        lines.append(words("l", f"`{item.question}`", item.least, item.alike, item.classes))
    lines += [""] if made.diversity else []
    counts: dict[str, list[str]] = {}
    for change in made.changes:
        counts.setdefault(change.change, []).append(f"`{change.variable}`")
    for kind, names in counts.items():
        lines.append(f"- {CHANGES[kind][LANGS.index(lang)]}: {', '.join(names)}")
    return [*lines, ""]


def _plain(text: str) -> str:
    """A text of the study without what Markdown or HTML would take for marks."""
    flat = " ".join(text.split())
    for sign in "\\`*_[]":
        flat = flat.replace(sign, f"\\{sign}")
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
