"""What an earlier edition of a published site left in its folder, and what becomes of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from atbalss.report.render.site import Edition
from atbalss.report.render.site_withdrawn import (
    MARK,
    Gone,
    edition_words,
    gone_numbers,
    moved,
    title_of,
    withdrawn_page,
)

NOTE = "publication.json"
_OURS = "/assets/site.css"  # every page of ours but the report's own asks for it
_OF_A_PAGE = ("svg", "png", "csv", "xlsx", "json")
_OF_A_LANGUAGE = tuple(
    "index.html numbers.html cite.html report.html report.pdf report.docx report.pptx report.xlsx "
    "report.typ report.numbers.json results.json results.csv results.xlsx".split()
)
_OF_THE_SITE = ("dcat.ttl", "dcat.jsonld")


@dataclass(frozen=True)
class Before:
    """The files of the edition that stood in the folder, and its pages of all numbers."""

    out: Path
    files: frozenset[str] = frozenset()
    numbers: tuple[tuple[str, str], ...] = ()  # (language, page)

    @staticmethod
    def of(out: Path) -> Before:
        """What stands in a folder; nothing where it holds no site of ours."""
        try:
            langs = list(json.loads((out / NOTE).read_text("utf-8"))["titles"])
        except (OSError, ValueError, KeyError, TypeError):
            return Before(out)
        files = {name for name in _OF_THE_SITE if (out / name).is_file()}
        for lang in langs:
            files |= set(_held(out, str(lang)))
        pages = ((lang, out / lang / "numbers.html") for lang in langs)
        numbers = tuple((lang, page.read_text("utf-8")) for lang, page in pages if page.is_file())
        return Before(out, frozenset(files), numbers)

    def gone(self, edition: Edition, kept: Collection[str]) -> tuple[Gone, ...]:
        """The numbers of its language that this edition no longer prints."""
        html = dict(self.numbers).get(edition.lang, "")
        return gone_numbers(html, kept, edition_words(edition))

    def withdraw(self, edition: Edition, editions: dict[str, Edition], written: set[str]) -> int:
        """Put a word in the place of pages that this edition did not write, and remove the files
        beside them; gives how many pages. `edition` speaks for languages that are gone."""
        count = 0
        for path in sorted(self.files - written):
            file = self.out / path
            if file.suffix != ".html":
                file.unlink()
                continue
            old = file.read_text("utf-8")
            if MARK in old:
                continue
            lang, _, place = path.partition("/")
            title = title_of(old)
            now = self._now(lang, place, title, written)
            speaking = editions.get(lang, edition)
            page = withdrawn_page(speaking, lang, place, title, now)
            file.write_text(page, "utf-8", newline="\n")
            count += 1
        return count

    def _now(self, lang: str, place: str, title: str, written: set[str]) -> str:
        """The page of the same kind that has the title now, as a link from beside it."""
        kind, _, name = place.rpartition("/")
        ending = ".embed.html" if name.endswith(".embed.html") else ".html"
        pages = {
            path.rpartition("/")[2]: title_of((self.out / path).read_text("utf-8"))
            for path in written
            if path.startswith(f"{lang}/{kind}/")
            and path.endswith(ending)
            and path.endswith(".embed.html") == (ending == ".embed.html")
        }
        return moved(pages, title) if kind else ""


def _held(out: Path, lang: str) -> Iterator[str]:
    """The files of a language that an edition of ours wrote; a stranger's are not touched."""
    for name in _OF_A_LANGUAGE:
        if (out / lang / name).is_file():
            yield f"{lang}/{name}"
    for kind in ("figures", "results"):
        for page in (out / lang / kind).glob("*.html"):
            if _OURS not in page.read_text("utf-8"):
                continue
            yield f"{lang}/{kind}/{page.name}"
            for ending in _OF_A_PAGE:
                beside = page.with_suffix(f".{ending}")
                if beside.is_file():
                    yield f"{lang}/{kind}/{beside.name}"
