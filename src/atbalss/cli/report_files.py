"""Writing the files of a report: each format as soon as what it needs is drawn."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.shell import step

if TYPE_CHECKING:
    from atbalss.report.document import Document
    from atbalss.report.logo import Logo
    from atbalss.report.theme import Theme
    from atbalss.study.about import Format

Pictures = Callable[[], Mapping[str, bytes]]
_NUMBER = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True)
class Files:
    """Where the files of a build go, and what draws for them."""

    out: Path
    study: Path
    ui: str
    workers: Any
    theme: Theme
    logo: Logo | None = None
    around: str = ""  # what leads from the web page to the site in which it stands
    written: dict[str, str] = field(default_factory=dict)  # SHA-256 of each file put, by name

    def write(
        self, document: Document, stem: str, formats: Sequence[Format], charts: str
    ) -> list[Path]:
        """Draw and write a report in `formats`; gives the files, sorted.

        Office files are made while charts are drawn elsewhere, the PDF while the web page's small
        charts still are.
        """
        from atbalss.folder import cache_dir

        self.out.mkdir(parents=True, exist_ok=True)
        cache = cache_dir(self.study)
        numbers = _as_json(document.numbers)
        contents: dict[str, bytes] = {".numbers.json": numbers}
        drawn = {"pdf", "html"} & set(formats) or charts == "picture"
        with ThreadPoolExecutor(2) as beside:
            with step("drawing", self.ui):
                drawing = self.workers.draw(document, self.theme, cache) if drawn else None
                office = self._office(beside, document, formats, charts, drawing)
                wide = drawing.wide() if drawing else {}
            with step("writing", self.ui):
                if "pdf" in formats:
                    pdf = self._pdf(beside, document, wide, numbers)
                if "html" in formats and drawing is not None:
                    contents[".html"] = self._html(document, drawing.all(), cache)
                if "pdf" in formats:
                    from atbalss.report.render import typst

                    contents[".typ"] = typst.source(document, theme=self.theme).encode()
                    contents[".pdf"] = pdf.result()
                contents |= {f".{kind}": each.result() for kind, each in office.items()}
        return self.put({self.out / f"{stem}{end}": made for end, made in contents.items()})

    def write_release(self, document: Document, stem: str) -> list[Path]:
        """Write a press release as Word document, web page and plain text, with its numbers."""
        from atbalss.folder import cache_dir
        from atbalss.report.render.docx import docx
        from atbalss.report.render.text import text

        cache = cache_dir(self.study)
        charts = self.workers.draw(document, self.theme, cache).all()
        numbers = _as_json(document.numbers)
        contents = {
            ".numbers.json": numbers,
            ".docx": docx(document, theme=self.theme, logo=self.logo, press=True),
            ".html": self._html(document, charts, cache, press=True),
            ".txt": text(document).encode(),
        }
        return self.put({self.out / f"{stem}{end}": made for end, made in contents.items()})

    def put(self, contents: Mapping[Path, bytes]) -> list[Path]:
        """Write files whole, all or none: a full disk leaves those of the build before."""
        parts = {file: file.with_name(file.name + ".part") for file in contents}
        try:
            for file, part in parts.items():
                try:
                    part.write_bytes(contents[file])
                except OSError as error:  # what a full disk says names no file
                    raise OSError(error.errno, error.strerror, str(file)) from error
            for file, part in parts.items():
                part.replace(file)
        finally:
            for part in parts.values():
                part.unlink(missing_ok=True)
        for file in sorted(contents):
            self.written[file.name] = hashlib.sha256(contents[file]).hexdigest()
        return sorted(contents)

    def _pdf(
        self,
        beside: ThreadPoolExecutor,
        document: Document,
        wide: Mapping[str, str],
        numbers: bytes,
    ) -> Future[bytes]:
        """The PDF, begun on another core."""
        from atbalss.report.render import typst

        return beside.submit(
            typst.pdf,
            document,
            wide,
            attachments={"numbers.json": numbers},
            theme=self.theme,
            logo=self.logo,
        )

    def _html(
        self,
        document: Document,
        charts: Mapping[str, str],
        cache: Path | None,
        *,
        press: bool = False,
    ) -> bytes:
        from atbalss.report import fonts
        from atbalss.report.render import html

        css = fonts.font_css(document, cache)
        made = html.page(
            document,
            charts,
            css,
            theme=self.theme,
            press=press,
            logo=self.logo,
            around=self.around,
        )
        return made.encode()

    def _office(
        self,
        beside: ThreadPoolExecutor,
        document: Document,
        formats: Sequence[Format],
        charts: str,
        drawing: Any,
    ) -> dict[str, Future[bytes]]:
        """The Office files asked for, begun."""
        pictures: Pictures = dict
        if charts == "picture":
            from atbalss.report.chart_pictures import pictures_of

            def pictures() -> Mapping[str, bytes]:
                return pictures_of(drawing.wide())

        found = {}
        for kind in ("docx", "pptx", "xlsx"):
            if kind in formats:
                found[kind] = beside.submit(self._office_file, kind, document, pictures)
        return found

    def _office_file(self, kind: str, document: Document, pictures: Pictures) -> bytes:
        """One Office file by its ending."""
        if kind == "docx":
            from atbalss.report.render.docx import docx

            return docx(document, theme=self.theme, pictures=pictures(), logo=self.logo)
        if kind == "pptx":
            from atbalss.report.render.pptx import pptx

            return pptx(document, theme=self.theme, pictures=pictures(), logo=self.logo)
        from atbalss.report.render.xlsx import xlsx

        return xlsx(document, theme=self.theme)


def _as_json(numbers: Mapping[str, Any]) -> bytes:
    """The numbers of a report as a JSON object, one a line: quick to write, and to compare."""
    told = (f"{json.dumps(name)}:{_NUMBER.encode(value)}" for name, value in numbers.items())
    return "{{\n{}\n}}".format(",\n".join(told)).encode()
