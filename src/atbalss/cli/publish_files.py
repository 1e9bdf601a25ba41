"""Writing the files of a published site."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.publish_withdrawn import Before
from atbalss.cli.shell import step
from atbalss.opendata import published, published_rows
from atbalss.report.chart_workers import specs
from atbalss.report.charts import picture
from atbalss.report.document import FigureBlock
from atbalss.report.numerals import decimal
from atbalss.report.outline import figures_of
from atbalss.report.publish_phrases import say
from atbalss.report.render import site as pages
from atbalss.report.render.site_cite import cite
from atbalss.report.render.site_withdrawn import gone_rows
from atbalss.report.results import ALL, Result, View, results
from atbalss.report.standing import standing
from atbalss.tables.installed import installed
from atbalss.tables.result import Unit

if TYPE_CHECKING:
    from atbalss.folder import StudyFolder
    from atbalss.plan import Built
    from atbalss.report.document import Document
    from atbalss.report.logo import Logo
    from atbalss.report.theme import Theme
    from atbalss.tables.cells import Cells

Pair = tuple[dict[str, Any], dict[str, Any]]  # specs for wide and for small screens
CUBES = (("rows", "results.xlsx"), ("rows-csv", "results.csv"), ("cubes", "results.json"))
KINDS = ("svg", "png", "csv", "xlsx")
_PNG_SCALE = 2.0  # pixels a px: sharp on paper and on good screens


@dataclass(frozen=True)
class Begun:
    """What is drawn in other processes for the pages of a language.

    `charts` and `specs` by result: the chart of everybody and that for small screens, the specs
    of its other views in both widths; `figures` by anchor: SVG, that for small screens, PNG.
    """

    charts: Mapping[str, tuple[Future[str], Future[str]]]
    specs: Mapping[str, Future[list[Pair]]]
    figures: Mapping[str, tuple[Future[str], Future[str], Future[bytes]]]


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
    withdrawn: int = 0  # pages of an earlier edition in the same folder
    written: set[str] = field(default_factory=set)

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages of the site, the default first."""
        return tuple(self.built.documents)

    def write(self) -> None:
        """Write all languages, then the page at the root, so that it never leads nowhere."""
        from atbalss.folder import cache_dir
        from atbalss.report import fonts

        before = Before.of(self.out)
        cache = cache_dir(self.folder.path)
        documents = self.built.documents
        first = documents[self.langs[0]]
        for document in documents.values():  # all at once, so that no process ever waits
            self.workers.draw(document, self.theme, cache)
        vega = self.workers.ask(_vega, cache)
        with step("computing", self.ui):
            found = {lang: self._found(lang) for lang in self.langs}
        begun = {lang: self._begin(documents[lang], found[lang], cache) for lang in self.langs}
        cubes, editions = {}, {}
        for lang in self.langs:
            cubes[lang] = self._cubes(documents[lang], found[lang])
            editions[lang] = self._language(before, lang, found[lang], begun[lang], cache)
        self._record(cubes)
        self._put("assets/site.css", pages.css(self.theme, fonts.font_css(first, cache)))
        self._put("assets/site.js", pages.script())
        self._put("assets/vega.js", vega.result())
        self._put("publication.json", self._note(first))
        self.withdrawn = before.withdraw(editions[self.langs[0]], editions, self.written)
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

    def _cubes(self, document: Document, found: Sequence[Result]) -> bytes:
        """Write the results as JSON-stat, and as rows for spreadsheets that are read off it: files
        a question, and all of a language in one."""
        lang = document.lang
        for item in found:
            self._rows(f"{lang}/results/{item.name}", published.question(item, document), document)
        return self._rows(f"{lang}/results", published.whole(found, document), document)

    def _rows(self, stem: str, made: Mapping[str, object], document: Document) -> bytes:
        cube, lang = _json(made), document.lang
        self._put(f"{stem}.json", cube)
        self._put(f"{stem}.csv", published_rows.csv_of(made, lang, invented=document.invented))
        self._put(f"{stem}.xlsx", published_rows.xlsx_of(made, lang))
        return cube

    def _record(self, cubes: Mapping[str, bytes]) -> None:
        """Write the DCAT-AP record of the results, where the address of the site is known."""
        from atbalss.folder.opendata import read_rules
        from atbalss.opendata.rules import Card

        if not self.address:
            return
        rules, _ = read_rules(self.folder)
        card = rules.card if rules is not None else Card()
        graph = published.record(self.folder.study, card, self.address, cubes)
        self._put("dcat.ttl", graph.turtle())
        self._put("dcat.jsonld", graph.json_ld())

    def _found(self, lang: str) -> tuple[Result, ...]:
        folder = self.folder
        return results(self.built.cells, folder.questionnaire, folder.study, lang)

    def _begin(self, document: Document, found: Sequence[Result], cache: Path | None) -> Begun:
        """Begin everything that is drawn for the pages of a language, beside its report."""
        theme, lang, ask = self.theme, document.lang, self.workers.ask
        drawn = [item for item in found if not item.views[0].block.model.is_empty]
        models = [item.views[0].block.model for item in drawn]
        wide = self.workers.draw_models(models, theme, lang, cache)
        thin = self.workers.draw_models(models, theme, lang, cache, narrow=True)
        charts = zip(wide, thin, strict=True)
        made = {}
        for item in found:
            views = _drawn_in_page(item)
            made[item.name] = ask(specs, [view.block.model for view in views], theme, lang)
        shown = [block for block in figures_of(document.blocks) if not block.model.is_empty]
        full = self.workers.draw_models([block.model for block in shown], theme, lang, cache)
        small = self.workers.draw_models(
            [block.model for block in shown], theme, lang, cache, narrow=True
        )
        names = [block.anchor for block in shown]
        pictures = [ask(picture, b.model, theme, lang, cache, _PNG_SCALE) for b in shown]
        return Begun(
            dict(zip((item.name for item in drawn), charts, strict=True)),
            made,
            dict(zip(names, zip(full, small, pictures, strict=True), strict=True)),
        )

    def _language(
        self,
        before: Before,
        lang: str,
        found: Sequence[Result],
        begun: Begun,
        cache: Path | None,
    ) -> pages.Edition:
        document = self.built.documents[lang]
        files = self._report(document, cache)
        for kind, name in CUBES:
            file = self.out / lang / name
            files += ((_named(file, kind, lang), name),)
        files += ((say("file-dcat", lang), "../dcat.ttl"),) * bool(self.address)
        is_draft, until = document.state == "draft", self.until(document)
        edition = pages.Edition(document, self.langs, files, self.address, is_draft, until)
        with step("drawing", self.ui):
            for path, text in _results(edition, found, begun):
                self._put(f"{lang}/{path}.html", text)
            self._figures(edition, list(figures_of(document.blocks)), begun)
        rows = _numbers(document, self.built.cells)
        gone = gone_rows(before.gone(edition, document.numbers), lang)
        self._put(f"{lang}/numbers.html", pages.numbers(edition, rows, gone))
        self._put(f"{lang}/cite.html", cite(edition))
        self._put(f"{lang}/index.html", pages.index(edition, len(found)))
        return edition

    def until(self, document: Document) -> str:
        """The embargo in words, while it lasts: then the site is made to look at alone."""
        embargo = self.folder.study.publication.embargo
        today = datetime.datetime.now().astimezone().date()
        return standing(document)[-1] if embargo and embargo > today else ""

    def _report(self, document: Document, cache: Path | None) -> tuple[tuple[str, str], ...]:
        """The report in its formats; gives the links to its files."""
        from atbalss.cli.report_files import Files

        folder = self.out / document.lang
        publication = self.folder.study.publication
        wanted = tuple(dict.fromkeys((*publication.formats, "html")))
        around = pages.navigation(self.langs, document.lang, "report")
        files = Files(
            folder, self.folder.path, self.ui, self.workers, self.theme, self.logo, around
        )
        made = files.write(document, "report", wanted, publication.charts)  # type: ignore[arg-type]
        for file in made:
            if file.suffix == ".typ":  # the PDF's source is for authors; no page links to it
                file.unlink()
        made = [file for file in made if file.suffix != ".typ"]
        self.count += len(made)
        self.written |= {file.relative_to(self.out).as_posix() for file in made}
        lang = document.lang
        return tuple((_named(file, file.suffix[1:], lang), file.name) for file in made)

    def _figures(
        self, edition: pages.Edition, figures: Sequence[FigureBlock], begun: Begun
    ) -> None:
        from atbalss.report import downloads

        for block in figures:
            stem = f"{edition.lang}/figures/{block.anchor}"
            svg = small = ""
            kinds: tuple[str, ...] = KINDS
            if block.model.is_empty:
                kinds = KINDS[2:]
            else:
                drawing, narrow, png = begun.figures[block.anchor]
                svg, small = drawing.result(), narrow.result()
                self._put(f"{stem}.svg", svg)
                self._put(f"{stem}.png", png.result())
            self._put(f"{stem}.csv", downloads.csv_of(block.data))
            self._put(f"{stem}.xlsx", downloads.xlsx_of(block, (*block.notes, *block.data.notes)))
            self._put(f"{stem}.html", pages.figure_page(edition, block, svg, small, kinds))
            self._put(f"{stem}.embed.html", pages.embedded(edition, block, svg, small))
        self._put(f"{edition.lang}/figures/index.html", pages.figure_index(edition, figures))

    def _put(self, path: str, content: str | bytes) -> None:
        file = self.out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(file.name + ".part")
        part.write_bytes(content.encode() if isinstance(content, str) else content)
        part.replace(file)
        self.written.add(path)
        self.count += 1


def _json(made: Mapping[str, object]) -> bytes:
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _named(file: Path, kind: str, lang: str) -> str:
    """What a file is, in words, and how large."""
    size = file.stat().st_size
    unit, places, shown = (
        ("megabytes", 1, size / 1e6) if size >= 1e6 else ("kilobytes", 0, size / 1e3)
    )
    how = say(unit, lang, n=decimal(max(shown, 1.0), places, lang))
    return f"{say(f'file-{kind}', lang)}, {how}"


def _drawn_in_page(result: Result) -> list[View]:
    """The views whose charts the page draws itself, when they are chosen."""
    return [v for v in result.views if v.key != ALL and not v.block.model.is_empty]


def _results(
    edition: pages.Edition, found: Sequence[Result], begun: Begun
) -> Iterator[tuple[str, str]]:
    """The pages of all results: path and text."""
    yield "results/index", pages.results_index(edition, found)
    for item in found:
        pair = begun.charts.get(item.name)
        drawn = (pair[0].result(), pair[1].result()) if pair else ("", "")
        keys = [view.key for view in _drawn_in_page(item)]
        made = dict(zip(keys, begun.specs[item.name].result(), strict=True))
        yield f"results/{item.name}", pages.result_page(edition, item, found, drawn, made)


def _vega(cache: Path | None) -> str:
    """Vega, Vega-Lite and vega-embed out of the package that draws our charts.

    Bundling takes two seconds, so the bundle of each version is kept in `cache`.
    """
    kept = cache / f"vega-{'-'.join(installed(('vl-convert-python',)))}.js" if cache else None
    if kept and kept.exists():
        return kept.read_text("utf-8")
    import vl_convert

    bundle: str = vl_convert.javascript_bundle(None)  # type: ignore[arg-type]
    if kept:
        kept.write_text(bundle, "utf-8")
    return bundle


def _numbers(document: Document, cells: Cells) -> Iterator[tuple[str, str, str, str, str]]:
    """Each printed number with what it counts, its base and interval in words."""

    lang = document.lang
    for key, entry in document.numbers.items():
        n = entry.get("base")
        base = decimal(n, 0, lang) if isinstance(n, int | float) else ""
        counted = _counted(entry, cells, lang)
        yield key, str(entry["text"]), counted, base, _interval(entry, lang)


def _interval(entry: Mapping[str, Any], lang: str) -> str:
    """The interval in the unit of its number: percent, percentage points, points."""
    low, high, unit = entry.get("low"), entry.get("high"), entry.get("unit")
    if not isinstance(low, float) or not isinstance(high, float):
        return ""
    factor, digits = (100.0, 1) if unit in (Unit.SHARE, Unit.SHARE_DIFFERENCE) else (1.0, 2)
    ends = [decimal(end * factor, digits, lang) for end in (low, high)]
    words = "–".join(ends) if low >= 0 else say("span", lang, low=ends[0], high=ends[1])
    percent = "%" if lang == "en" else "\u00a0%"
    return words + percent * (unit == Unit.SHARE)


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
