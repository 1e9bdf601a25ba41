"""Writing the files of a published site."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.shell import step
from atbalss.report.document import FigureBlock
from atbalss.report.outline import figures_of
from atbalss.report.render import site as pages
from atbalss.report.results import ALL, Result, results

if TYPE_CHECKING:
    from atbalss.folder import StudyFolder
    from atbalss.plan import Built
    from atbalss.report.document import Document
    from atbalss.report.logo import Logo
    from atbalss.report.theme import Theme
    from atbalss.tables.cells import Cells

KINDS = ("svg", "png", "csv", "xlsx")
_PNG_SCALE = 2.0  # pixels a px: sharp on paper and on good screens


@dataclass
class Site:
    """A site being written below `out`; `count` files were."""

    out: Path
    folder: StudyFolder
    built: Built
    workers: Any
    ui: str
    address: str
    theme: Theme
    logo: Logo | None
    count: int = 0

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages of the site, the default first."""
        return tuple(self.built.documents)

    def write(self) -> None:
        """Write all languages, then the page at the root, so that it never leads nowhere."""
        from atbalss.folder import cache_dir
        from atbalss.report import fonts

        cache = cache_dir(self.folder.path)
        first = self.built.documents[self.langs[0]]
        self._put("assets/site.css", pages.css(self.theme, fonts.font_css(first, cache)))
        self._put("assets/site.js", pages.script())
        self._put("assets/vega.js", _vega())
        for lang in self.langs:
            self._language(lang, cache)
        self._put("publication.json", self._note(first))
        self._put("index.html", pages.redirect(self.langs[0], first.title))

    def _note(self, first: Document) -> str:
        """What a server that lists published sites needs to know of this one."""
        note = {
            "titles": {lang: made.title for lang, made in self.built.documents.items()},
            "date": first.date,
            "fingerprint": first.fingerprint,
            "invented": first.invented,
        }
        return json.dumps(note, ensure_ascii=False, indent=1) + "\n"

    def _language(self, lang: str, cache: Path | None) -> None:
        document = self.built.documents[lang]
        files = self._report(document, cache)
        edition = pages.Edition(
            document, self.langs, files, self.address, document.state == "draft"
        )
        with step("computing", self.ui):
            cells, study = self.built.cells, self.folder.study
            found = results(cells, self.folder.questionnaire, study, lang)
        with step("drawing", self.ui):
            for path, text in self._results(edition, found, cache):
                self._put(f"{lang}/{path}.html", text)
            self._figures(edition, list(figures_of(document.blocks)), cache)
        self._put(f"{lang}/numbers.html", pages.numbers(edition, _numbers(document, cells)))
        self._put(f"{lang}/cite.html", pages.cite(edition))
        self._put(f"{lang}/index.html", pages.index(edition, len(found)))

    def _report(self, document: Document, cache: Path | None) -> tuple[tuple[str, str], ...]:
        """The report in its formats; gives the links to its files."""
        from atbalss.cli.report_files import Files
        from atbalss.report.render import typst

        folder = self.out / document.lang
        publication = self.folder.study.publication
        wanted = tuple(dict.fromkeys((*publication.formats, "html")))
        warming = typst.warm_up(None)
        files = Files(
            folder, self.folder.path, self.ui, self.workers, warming, self.theme, self.logo
        )
        made = files.write(document, "report", wanted, publication.charts)  # type: ignore[arg-type]
        self.count += len(made)
        shown = [file for file in made if file.suffix != ".typ"]
        return tuple((_named(file), file.name) for file in shown)

    def _results(
        self, edition: pages.Edition, found: Sequence[Result], cache: Path | None
    ) -> Iterator[tuple[str, str]]:
        lang = edition.lang
        drawn = [item for item in found if not item.views[0].block.model.is_empty]
        models = [item.views[0].block.model for item in drawn]
        begun = self.workers.draw_models(models, self.theme, lang, cache)
        charts = dict(zip((item.name for item in drawn), begun, strict=True))
        specs = [self._specs(item, lang) for item in found]
        yield "results/index", pages.results_index(edition, found)
        for item, asked in zip(found, specs, strict=True):
            svg = charts[item.name].result() if item.name in charts else ""
            made = {key: future.result() for key, future in asked.items()}
            yield f"results/{item.name}", pages.result_page(edition, item, found, svg, made)

    def _specs(self, result: Result, lang: str) -> Mapping[str, Any]:
        """The specs of the views that have no chart of their own in the page, being made."""
        views = [v for v in result.views if v.key != ALL and not v.block.model.is_empty]
        begun = self.workers.specs([view.block.model for view in views], self.theme, lang)
        return dict(zip((view.key for view in views), begun, strict=True))

    def _figures(
        self, edition: pages.Edition, figures: Sequence[FigureBlock], cache: Path | None
    ) -> None:
        from atbalss.report import charts, downloads

        for block in figures:
            stem = f"{edition.lang}/figures/{block.anchor}"
            svg = ""
            kinds: tuple[str, ...] = KINDS
            if block.model.is_empty:
                kinds = KINDS[2:]
            else:
                svg = charts.draw(block.model, self.theme, edition.lang, cache)
                self._put(f"{stem}.svg", svg)
                self._put(f"{stem}.png", charts.png(svg, _PNG_SCALE))
            self._put(f"{stem}.csv", downloads.csv_of(block.data))
            self._put(f"{stem}.xlsx", downloads.xlsx_of(block, (*block.notes, *block.data.notes)))
            self._put(f"{stem}.html", pages.figure_page(edition, block, svg, kinds))
            self._put(f"{stem}.embed.html", pages.embedded(edition, block, svg))
        self._put(f"{edition.lang}/figures/index.html", pages.figure_index(edition, figures))

    def _put(self, path: str, content: str | bytes) -> None:
        file = self.out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(file.name + ".part")
        part.write_bytes(content.encode() if isinstance(content, str) else content)
        part.replace(file)
        self.count += 1


def _named(file: Path) -> str:
    return "numbers.json" if file.name.endswith(".json") else file.suffix[1:].upper()


def _vega() -> str:
    """Vega, Vega-Lite and vega-embed out of the package that draws our charts."""
    import vl_convert

    bundle: str = vl_convert.javascript_bundle(None)  # type: ignore[arg-type]
    return bundle


def _numbers(document: Document, cells: Cells) -> Iterator[tuple[str, str, str, str, str]]:
    """Each printed number with what it counts, its base and interval in words."""
    from atbalss.report.numerals import decimal

    lang = document.lang
    for key, entry in document.numbers.items():
        low, high = entry.get("low"), entry.get("high")
        factor, digits = (100.0, 1) if entry.get("unit") in ("share", "points") else (1.0, 2)
        interval = ""
        if isinstance(low, float) and isinstance(high, float):
            interval = "–".join(decimal(end * factor, digits, lang) for end in (low, high))
        base = "" if entry.get("base") is None else str(entry["base"])
        yield key, str(entry["text"]), _counted(entry, cells, lang), base, interval


def _counted(entry: Mapping[str, Any], cells: Cells, lang: str) -> str:
    """What a number counts, in words; the cell's own name where it has no words."""
    from atbalss.problems import Refused

    try:
        words = [cells.label(entry["question"]).get(lang)] if entry["question"] else []
        if entry["question"] and entry["code"]:
            words.append(cells.label(entry["question"], entry["code"]).get(lang))
        words += [cells.label(name, code).get(lang) for name, code in entry.get("among", ())]
    except (Refused, KeyError):
        words = []
    said = ": ".join(word for word in words if word)
    wave = entry.get("wave")
    return f"{said} ({wave})" if said and wave else said or str(entry["cell"])
